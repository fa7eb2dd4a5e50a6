//! Invents the commune without its persons: quartiers, number and sizes of households, avenues, places, occupations.
//!
//! A household is a quartier and a number. Its size follows from these alone, so that a quartier can be generated again
//! at any time and nothing is stored.

use chrono::NaiveDate;

use super::random::{Purpose, RandomStream};
use super::settings::SynthSettings;
use super::words::WORDS;

/// The 46 quartiers with their spellings in public lists. The reader uses the same table.
const QUARTIERS: &str = include_str!("../../data-raw/reference/quartiers.csv");

/// Index of a quartier in the list.
pub(super) type QuartierNo = u8;

/// A household: its quartier and its number. Numbers from [`ELSEWHERE`] on are of households with children in a
/// register only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct HouseholdNo(u32);

/// Households of one family, neighbours by number. Some of them share a parcel (`people.crowded_parcels`).
pub(super) const FAMILY: u32 = 6;

/// First number of the households in no census.
pub(super) const ELSEWHERE: u32 = 1 << 19;

impl HouseholdNo {
    pub(super) fn new(quartier: QuartierNo, number: u32) -> Self {
        Self(u32::from(quartier) << 20 | number)
    }

    pub(super) fn quartier(self) -> QuartierNo {
        (self.0 >> 20) as QuartierNo
    }

    pub(super) fn number(self) -> u32 {
        self.0 & ((1 << 20) - 1)
    }

    /// Returns the lasting number of a person: household of the first round and place in it.
    pub(super) fn person(self, place: u8) -> u64 {
        (u64::from(self.0) << 6 | u64::from(place)) + 1
    }

    pub(super) fn key(self) -> u64 {
        u64::from(self.0)
    }
}

#[derive(Debug, Clone)]
pub(super) struct SyntheticQuartier {
    name: String,
    other_spellings: Vec<String>,
    pub(super) n_persons: u64,
    pub(super) n_households: u32,
    /// Persons of the last household, which completes the number of persons.
    last_size: usize,
    /// Whether it is visited again in the second round.
    pub(super) is_visited_again: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Commune {
    pub(super) seed: u64,
    pub(super) settings: SynthSettings,
    pub(super) quartiers: Vec<SyntheticQuartier>,
    /// The commune whose households are listed here, too, and their share of all households.
    shared: Option<(Box<Commune>, f64)>,
}

/// Households that live in two communes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SharedHouseholds {
    /// Seed of the other commune, which has the same number of persons and the same settings.
    pub with_seed: u64,
    /// Their share of all households of this commune.
    pub share: f64,
}

/// Returns the first day of the first round. All persons on its sheets were born earlier.
pub(super) fn first_round_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2017, 5, 1).unwrap_or_default()
}

/// Returns the last possible day of birth on a sheet of the second round.
pub(super) fn second_round_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2018, 8, 1).unwrap_or_default()
}

impl Commune {
    /// Returns a commune of exactly `n_persons` persons.
    pub(super) fn new(n_persons: u64, seed: u64, settings: SynthSettings) -> Self {
        Self::with_shared(n_persons, seed, settings, None)
    }

    /// Returns a commune of about `n_persons` persons. A share of its households are those of the commune of another
    /// seed: the same persons, listed by other agents at another address.
    pub(super) fn with_shared(
        n_persons: u64,
        seed: u64,
        settings: SynthSettings,
        shared: Option<SharedHouseholds>,
    ) -> Self {
        let other = |shared: SharedHouseholds| {
            (Box::new(Self::new(n_persons, shared.with_seed, settings.clone())), shared.share)
        };
        let shared = shared.map(other);
        let mut commune = Self { seed, settings, quartiers: Vec::new(), shared };
        let names = quartier_names();
        let random = |place: usize| RandomStream::new(seed, Purpose::Quartier, &[place as u64]);
        let weight = |place| 1.0 + commune.settings.people.uneven * (random(place).unit() * 2.0 - 1.0);
        let weights: Vec<f64> = (0..names.len()).map(weight).collect();
        let whole: f64 = weights.iter().sum();
        let (mut passed, mut given) = (0.0, 0);
        for (place, (name, other_spellings)) in names.into_iter().enumerate() {
            passed += weights[place];
            // Running sums make the parts add up to the whole.
            let until = if place + 1 == weights.len() { n_persons } else { (passed / whole * n_persons as f64) as u64 };
            let mut own = random(place);
            own.next();
            let is_visited_again = own.happens(commune.settings.second_round.quartiers);
            let n_persons = until.saturating_sub(given);
            let (n_households, last_size) = (0, 0);
            let mut quartier =
                SyntheticQuartier { name, other_spellings, n_persons, n_households, last_size, is_visited_again };
            given = until.max(given);
            commune.fill(place as QuartierNo, &mut quartier);
            commune.quartiers.push(quartier);
        }
        commune
    }

    /// Adds households to a quartier until it has its number of persons.
    fn fill(&self, place: QuartierNo, quartier: &mut SyntheticQuartier) {
        let mut left = quartier.n_persons as usize;
        while left > 0 && quartier.n_households < ELSEWHERE {
            let household = HouseholdNo::new(place, quartier.n_households);
            let size = match self.origin(household) {
                Some(other) => other.size(household),
                None => self.drawn_size(household).min(left),
            };
            quartier.n_households += 1;
            quartier.last_size = size;
            left = left.saturating_sub(size);
        }
    }

    /// Returns the other commune in which a household is listed, too, if there is one.
    pub(super) fn origin(&self, household: HouseholdNo) -> Option<&Commune> {
        let (other, share) = self.shared.as_ref()?;
        let exists = household.number() < other.quartier(household.quartier()).n_households;
        let is_shared = || self.random(Purpose::Shared, &[household.key()]).happens(*share);
        (exists && is_shared()).then_some(other)
    }

    fn drawn_size(&self, household: HouseholdNo) -> usize {
        1 + self.random(Purpose::Size, &[household.key()]).weighted_index(&self.settings.people.household_sizes)
    }

    /// Returns the random numbers of a purpose for the subject with these numbers.
    pub(super) fn random(&self, purpose: Purpose, numbers: &[u64]) -> RandomStream {
        RandomStream::new(self.seed, purpose, numbers)
    }

    pub(super) fn quartier(&self, quartier: QuartierNo) -> &SyntheticQuartier {
        &self.quartiers[usize::from(quartier)]
    }

    /// Returns the households of a quartier, and 1 for a quartier without any.
    pub(super) fn n_addresses(&self, quartier: QuartierNo) -> usize {
        self.quartier(quartier).n_households.max(1) as usize
    }

    /// Returns the size of a household in the first round.
    pub(super) fn size(&self, household: HouseholdNo) -> usize {
        if let Some(other) = self.origin(household) {
            return other.size(household);
        }
        let quartier = self.quartier(household.quartier());
        if household.number() + 1 == quartier.n_households { quartier.last_size } else { self.drawn_size(household) }
    }

    pub(super) fn existing(&self, quartier: QuartierNo, number: u32) -> Option<HouseholdNo> {
        let n = self.quartiers.get(usize::from(quartier))?.n_households;
        (number < n).then(|| HouseholdNo::new(quartier, number))
    }

    pub(super) fn households(&self, quartier: QuartierNo) -> impl Iterator<Item = HouseholdNo> + use<> {
        (0..self.quartier(quartier).n_households).map(move |number| HouseholdNo::new(quartier, number))
    }

    /// Returns the neighbouring quartier. Its agents also count some households at the border.
    pub(super) fn neighbour(&self, quartier: QuartierNo) -> QuartierNo {
        (usize::from(quartier) + 1).checked_rem(self.quartiers.len()).unwrap_or(0) as QuartierNo
    }

    /// Returns the avenue and parcel of a household, numbered in walking order.
    pub(super) fn address(&self, household: HouseholdNo) -> (&'static str, String) {
        let quartier = self.quartier(household.quartier());
        // About 350 persons per avenue, within the number of names.
        let n_avenues = (quartier.n_persons / 350).clamp(2, 60) as u32;
        let number = household.number() % ELSEWHERE;
        // On a crowded parcel, all households have the number of the first.
        let family = u64::from(number / FAMILY);
        let mut random = self.random(Purpose::Kinship, &[u64::from(household.quartier()), 7, family]);
        let is_crowded = random.happens(self.settings.people.crowded_parcels);
        let number = if is_crowded { number / FAMILY * FAMILY } else { number };
        let each = quartier.n_households.div_ceil(n_avenues).max(1);
        let avenue = (number / each + u32::from(household.quartier()) * 17) as usize % WORDS.avenues.len();
        // Two or three households share a parcel.
        let parcel = 1 + (number % each) * 2 / 5;
        let suffix =
            ["", "", "", "", "", "", "", " bis", "A", "B"][(number.wrapping_mul(2_654_435_761) >> 20) as usize % 10];
        (&WORDS.avenues[avenue], format!("{parcel}{suffix}"))
    }
}

impl SyntheticQuartier {
    /// Returns the name as the list of quartiers spells it.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Returns the name as agents write it: the usual or, with probability `others`, another spelling.
    pub(super) fn spelling(&self, random: &mut RandomStream, others: f64) -> String {
        let is_other = !self.other_spellings.is_empty() && random.happens(others);
        let name = if is_other { &self.other_spellings[random.below(self.other_spellings.len())] } else { &self.name };
        if random.below(6) == 0 { name.to_uppercase() } else { name.clone() }
    }
}

fn quartier_names() -> Vec<(String, Vec<String>)> {
    let lines = QUARTIERS.lines().filter(|line| !line.starts_with('#')).skip(1);
    let columns = lines.map(|line| line.split(',').collect::<Vec<_>>()).filter(|columns| columns.len() >= 5);
    let others = |text: &str| text.split(';').filter(|name| !name.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    columns.map(|columns| (columns[0].to_owned(), [others(columns[3]), others(columns[4])].concat())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_households_have_the_persons_of_the_other_commune() {
        let settings = SynthSettings::parse("", None).expect("the defaults");
        let other = Commune::new(3_000, 5, settings.clone());
        let shared = SharedHouseholds { with_seed: 5, share: 0.1 };
        let commune = Commune::with_shared(3_000, 6, settings, Some(shared));
        let names = |commune: &Commune, no: HouseholdNo| {
            let house = super::super::kinship::household(commune, no);
            house.members.into_iter().map(|p| (p.id, p.nom, p.prenom, p.born)).collect::<Vec<_>>()
        };
        let (mut n_shared, mut n_all) = (0, 0);
        for no in (0..46).flat_map(|quartier| commune.households(quartier)) {
            let own = names(&commune, no);
            assert_eq!(own.len(), commune.size(no));
            n_all += own.len();
            if commune.origin(no).is_some() {
                n_shared += own.len();
                assert_eq!(own, names(&other, no));
            } else {
                assert_ne!(own, names(&other, no));
            }
        }
        assert!((2_900..3_200).contains(&n_all) && (150..400).contains(&n_shared), "{n_shared} of {n_all}");
    }

    #[test]
    fn a_commune_has_the_requested_number_of_persons() {
        for n in [100, 2_000, 50_001] {
            let settings = SynthSettings::parse("", None).expect("the defaults");
            let commune = Commune::new(n, 5, settings);
            let all = (0..commune.quartiers.len() as QuartierNo).flat_map(|quartier| commune.households(quartier));
            assert_eq!(all.map(|household| commune.size(household) as u64).sum::<u64>(), n);
            assert_eq!(commune.quartiers.len(), 46);
        }
    }
}
