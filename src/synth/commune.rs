//! The commune before anyone lives in it: its quartiers, how many households each has, avenues, places, occupations.
//!
//! Nothing here is a person. A household is known by its quartier and its number there; how many persons live in it follows
//! from that alone, so that a quartier can be gone through again at any time and nothing is kept.

use chrono::NaiveDate;

use super::chance::{Chance, Purpose};
use super::settings::Settings;

/// The 46 quartiers with the spellings met in public lists: what is known of the world, not how it is read.
const QUARTIERS: &str = include_str!("../../data-raw/reference/quartiers.csv");

/// One of the commune's quartiers, by its place in the list.
pub(super) type QuartierNo = u8;

/// A household by its quartier and number; numbers from [`ELSEWHERE`] are those whose children alone are in a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct HouseholdNo(u32);

/// First number of the households that are in no census.
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

    /// The number of a person for life: household of the first round and place in it.
    pub(super) fn person(self, place: u8) -> u64 {
        (u64::from(self.0) << 6 | u64::from(place)) + 1
    }

    pub(super) fn key(self) -> u64 {
        u64::from(self.0)
    }
}

/// A quartier's names and size.
#[derive(Debug, Clone)]
pub(super) struct Quartier {
    pub(super) name: String,
    pub(super) other_spellings: Vec<String>,
    pub(super) n_persons: u64,
    pub(super) n_households: u32,
    /// Persons of the last household, which makes the number of the quartier come out.
    last_size: usize,
    /// Whether it is visited again in the second round.
    pub(super) is_visited_again: bool,
}

/// What every household is made from.
#[derive(Debug, Clone)]
pub(super) struct Commune {
    pub(super) seed: u64,
    pub(super) settings: Settings,
    pub(super) quartiers: Vec<Quartier>,
}

/// The first day of the first round: everybody on its sheets was born before.
pub(super) fn first_round() -> NaiveDate {
    NaiveDate::from_ymd_opt(2017, 5, 1).unwrap_or_default()
}

/// The last day on which someone on a sheet of the second round may have been born.
pub(super) fn second_round() -> NaiveDate {
    NaiveDate::from_ymd_opt(2018, 8, 1).unwrap_or_default()
}

impl Commune {
    /// A commune of exactly so many persons.
    pub(super) fn new(n_persons: u64, seed: u64, settings: Settings) -> Self {
        let mut commune = Self { seed, settings, quartiers: Vec::new() };
        let names: Vec<(String, Vec<String>)> = quartier_names();
        let chance = |place: usize| Chance::of(seed, Purpose::Quartier, &[place as u64]);
        let uneven = commune.settings.people.uneven;
        let weights: Vec<f64> =
            (0..names.len()).map(|place| 1.0 + uneven * (chance(place).unit() * 2.0 - 1.0)).collect();
        let whole: f64 = weights.iter().sum();
        let (mut passed, mut given) = (0.0, 0);
        for (place, (name, other_spellings)) in names.into_iter().enumerate() {
            passed += weights[place];
            // Running sums, so that the parts add up.
            let until = if place + 1 == weights.len() { n_persons } else { (passed / whole * n_persons as f64) as u64 };
            let mut own = chance(place);
            own.next();
            let is_visited_again = own.is(commune.settings.second_round.quartiers);
            let mut quartier = Quartier {
                name,
                other_spellings,
                n_persons: until.saturating_sub(given),
                n_households: 0,
                last_size: 0,
                is_visited_again,
            };
            given = until.max(given);
            commune.fill(place as QuartierNo, &mut quartier);
            commune.quartiers.push(quartier);
        }
        commune
    }

    fn fill(&self, place: QuartierNo, quartier: &mut Quartier) {
        let mut left = quartier.n_persons as usize;
        while left > 0 && quartier.n_households < ELSEWHERE {
            let size = self.drawn_size(HouseholdNo::new(place, quartier.n_households)).min(left);
            quartier.n_households += 1;
            quartier.last_size = size;
            left -= size;
        }
    }

    fn drawn_size(&self, household: HouseholdNo) -> usize {
        Chance::of(self.seed, Purpose::Size, &[household.key()]).weighted(&self.settings.people.household_sizes) + 1
    }

    /// How many live in a household in the first round.
    pub(super) fn size(&self, household: HouseholdNo) -> usize {
        let quartier = &self.quartiers[usize::from(household.quartier())];
        if household.number() + 1 == quartier.n_households { quartier.last_size } else { self.drawn_size(household) }
    }

    /// The household of that number, if there is one.
    pub(super) fn existing(&self, quartier: QuartierNo, number: u32) -> Option<HouseholdNo> {
        let known = self.quartiers.get(usize::from(quartier))?;
        (number < known.n_households).then(|| HouseholdNo::new(quartier, number))
    }

    /// The households of a quartier.
    pub(super) fn households(&self, quartier: QuartierNo) -> impl Iterator<Item = HouseholdNo> + use<> {
        (0..self.quartiers[usize::from(quartier)].n_households).map(move |number| HouseholdNo::new(quartier, number))
    }

    /// The quartier beside: its agents count some of the households at the border.
    pub(super) fn beside(&self, quartier: QuartierNo) -> QuartierNo {
        (usize::from(quartier) + 1).checked_rem(self.quartiers.len()).unwrap_or(0) as QuartierNo
    }

    /// The avenue and parcel of a household: agents number them as they walk.
    pub(super) fn address(&self, household: HouseholdNo) -> (&'static str, String) {
        let quartier = &self.quartiers[usize::from(household.quartier())];
        // Some 350 persons an avenue, and no more avenues than have a name.
        let n_avenues = (quartier.n_persons / 350).clamp(2, 60) as u32;
        let number = household.number() % ELSEWHERE;
        let each = quartier.n_households.div_ceil(n_avenues).max(1);
        let avenue = (number / each + u32::from(household.quartier()) * 17) as usize % AVENUES.len();
        // Two or three households share a parcel.
        let parcel = 1 + (number % each) * 2 / 5;
        let mark =
            ["", "", "", "", "", "", "", " bis", "A", "B"][(number.wrapping_mul(2_654_435_761) >> 20) as usize % 10];
        (AVENUES[avenue], format!("{parcel}{mark}"))
    }
}

fn quartier_names() -> Vec<(String, Vec<String>)> {
    let lines = QUARTIERS.lines().filter(|line| !line.starts_with('#')).skip(1);
    let columns = lines.map(|line| line.split(',').collect::<Vec<_>>()).filter(|columns| columns.len() >= 5);
    let others = |text: &str| text.split(';').filter(|name| !name.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    columns.map(|columns| (columns[0].to_owned(), [others(columns[3]), others(columns[4])].concat())).collect()
}

/// Names of avenues, as the communes of Kinshasa have them.
const AVENUES: [&str; 84] = [
    "Lodja",
    "Mpozo",
    "Kikwit",
    "Matadi",
    "Boma",
    "Luozi",
    "Tshela",
    "Kasangulu",
    "Mbanza-Ngungu",
    "Inkisi",
    "Bandundu",
    "Idiofa",
    "Gungu",
    "Kenge",
    "Feshi",
    "Kahemba",
    "Bulungu",
    "Masi-Manimba",
    "Bagata",
    "Mushie",
    "Bolobo",
    "Inongo",
    "Kutu",
    "Oshwe",
    "Mbandaka",
    "Basankusu",
    "Boende",
    "Bikoro",
    "Lisala",
    "Bumba",
    "Gemena",
    "Zongo",
    "Libenge",
    "Kisangani",
    "Isiro",
    "Buta",
    "Bunia",
    "Watsa",
    "Goma",
    "Bukavu",
    "Uvira",
    "Kindu",
    "Kasongo",
    "Kalemie",
    "Moba",
    "Manono",
    "Kongolo",
    "Lubumbashi",
    "Likasi",
    "Kolwezi",
    "Kipushi",
    "Kamina",
    "Mbuji-Mayi",
    "Mwene-Ditu",
    "Kabinda",
    "Lusambo",
    "Kananga",
    "Tshikapa",
    "Luebo",
    "Ilebo",
    "Mweka",
    "Dekese",
    "Dibaya",
    "Luiza",
    "Popokabaka",
    "Kimvula",
    "Songololo",
    "Muanda",
    "Kasa-Vubu",
    "Lumumba",
    "de la Paix",
    "de l'École",
    "du Marché",
    "de la Mission",
    "du Cimetière",
    "des Manguiers",
    "des Palmiers",
    "du Rail",
    "de l'Indépendance",
    "Bokassa",
    "Kapela",
    "Ngufu",
    "Mayala",
    "Sanga",
];

/// Places of birth outside Kinshasa, the nearest first.
pub(super) const PLACES: [&str; 30] = [
    "Kikwit",
    "Matadi",
    "Mbanza-Ngungu",
    "Bandundu",
    "Boma",
    "Kenge",
    "Kasangulu",
    "Luozi",
    "Idiofa",
    "Popokabaka",
    "Mbuji-Mayi",
    "Kananga",
    "Tshikapa",
    "Masi-Manimba",
    "Bulungu",
    "Gungu",
    "Inongo",
    "Mbandaka",
    "Tshela",
    "Kahemba",
    "Feshi",
    "Ilebo",
    "Luebo",
    "Lodja",
    "Kisangani",
    "Lubumbashi",
    "Muanda",
    "Songololo",
    "Mweka",
    "Gemena",
];

/// Where children are born.
pub(super) const MATERNITIES: [&str; 9] = [
    "Hôpital Roi Baudouin",
    "Centre de santé Mokali",
    "CS Kingasani",
    "Maternité Esengo",
    "Hôpital de la Rive",
    "Maternité de Kingasani",
    "Centre médical Bomoi",
    "CS Mikondo",
    "À domicile",
];

/// What adults live by: for men, for women.
pub(super) const OCCUPATIONS: [&[&str]; 2] = [
    &[
        "Maçon",
        "Chauffeur",
        "Commerçant",
        "Enseignant",
        "Policier",
        "Militaire",
        "Mécanicien",
        "Menuisier",
        "Soudeur",
        "Électricien",
        "Vendeur",
        "Fonctionnaire",
        "Pasteur",
        "Infirmier",
        "Sans emploi",
        "Cultivateur",
        "Tailleur",
        "Débrouillard",
    ],
    &[
        "Ménagère",
        "Vendeuse",
        "Commerçante",
        "Enseignante",
        "Couturière",
        "Infirmière",
        "Coiffeuse",
        "Cultivatrice",
        "Fonctionnaire",
        "Sans emploi",
        "Maraîchère",
        "Ménagère",
        "Ménagère",
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commune_has_as_many_persons_as_were_asked_for() {
        for n in [100, 2_000, 50_001] {
            let settings = Settings::parse("", None).expect("the defaults");
            let commune = Commune::new(n, 5, settings);
            let all = (0..commune.quartiers.len() as QuartierNo).flat_map(|quartier| commune.households(quartier));
            assert_eq!(all.map(|household| commune.size(household) as u64).sum::<u64>(), n);
            assert_eq!(commune.quartiers.len(), 46);
        }
    }
}
