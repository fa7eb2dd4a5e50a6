//! Returns a few invented households with their true values, for lessons: no file, no typing error.

use chrono::NaiveDate;

use crate::record::{MaritalStatus, Relation, Sex};

use super::commune::{Commune, QuartierNo};
use super::kinship;
use super::people::{SyntheticHousehold, SyntheticPerson};
use super::settings::SynthSettings;
use super::typist::capitalise;

/// Persons of each quartier of the commune from which households are taken.
const PERSONS_PER_QUARTIER: u64 = 400;

/// An invented household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleHousehold {
    /// The quartier as the list of quartiers spells it.
    pub quartier: String,
    /// The avenue.
    pub avenue: String,
    /// The number of the parcel.
    pub parcel: String,
    /// Its members, the head first.
    pub members: Vec<SamplePerson>,
}

/// An invented person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SamplePerson {
    /// Nom, post-nom and prénom.
    pub name: [String; 3],
    /// Sex.
    pub sex: Sex,
    /// Day of birth.
    pub born: NaiveDate,
    /// Relation to the head.
    pub relation: Relation,
    /// Marital status.
    pub marital: MaritalStatus,
}

/// Names that also stand for a child without a name: in a lesson a name must be a name.
const DOUBTFUL_NAMES: [&str; 2] = ["BEBE", "ENFANT"];

fn has_doubtful_name(house: &SyntheticHousehold) -> bool {
    let is_doubtful = |name: &str| DOUBTFUL_NAMES.contains(&name.to_uppercase().as_str());
    house.members.iter().any(|person| [&person.nom, &person.postnom, &person.prenom].into_iter().any(|name| is_doubtful(name)))
}

/// Returns households of three members and more: `n` of each of `n_quartiers` quartiers, in the order of quartiers. The
/// same seed and settings give the same households.
#[must_use]
pub fn sample_households(
    seed: u64,
    settings: SynthSettings,
    n_quartiers: usize,
    n: usize,
) -> Vec<Vec<SampleHousehold>> {
    let commune = Commune::new(PERSONS_PER_QUARTIER * 46, seed, settings);
    let n_all = commune.quartiers.len();
    let first = (seed % n_all.max(1) as u64) as usize;
    let quartier = |place: usize| {
        let quartier = ((first + place * 7) % n_all.max(1)) as QuartierNo;
        let households = commune.households(quartier).map(|no| (no, kinship::household(&commune, no)));
        let large = households.filter(|(_, house)| house.members.len() >= 3 && !has_doubtful_name(house)).take(n);
        large
            .map(|(no, house)| {
                let (avenue, parcel) = commune.address(no);
                let quartier = commune.quartier(quartier).name().to_owned();
                let members = house.members.iter().map(sample_person).collect();
                SampleHousehold { quartier, avenue: avenue.to_owned(), parcel, members }
            })
            .collect()
    };
    (0..n_quartiers).map(quartier).collect()
}

fn sample_person(person: &SyntheticPerson) -> SamplePerson {
    let name = [person.nom.clone(), person.postnom.clone(), capitalise(&person.prenom)];
    let SyntheticPerson { sex, born, relation, marital, .. } = *person;
    SamplePerson { name, sex, born, relation, marital }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_its_own_households_and_always_the_same() {
        let settings = || SynthSettings::parse("", None).unwrap();
        let sample = |seed| sample_households(seed, settings(), 2, 10);
        let first = sample(1);
        assert_eq!(first, sample(1));
        assert_ne!(first, sample(2));
        assert!(first.iter().all(|quartier| quartier.len() == 10), "{}", first[0].len());
        assert_ne!(first[0][0].quartier, first[1][0].quartier);
        assert!(first.iter().flatten().all(|household| household.members[0].relation == Relation::Head));
    }
}
