//! The values of a person: which one wins where the rows differ.
//!
//! The most frequent value wins, a full one before an abbreviated one. Of spellings as frequent, one that others of the
//! commune bear wins over one that nobody else bears, which is a slip; then the later year. A date of birth known to
//! the day in an act outranks the fiches, because the act is the legal source. Residence is that of the last fiche;
//! relation, marital status and occupation those of the last fiche that says them: a sheet without the column takes
//! nothing away. A value decided by a person outranks all rows ([`Register::apply`]).

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::FixedState;

use super::entities::{OwnRound, Person, Register};
use super::events;
use super::identity::Identity;
use crate::record::{CleanRow, Fiche, Kind, PartialDate, PersonValue, Precision, QuartierId, Status, Text, fold};

impl Register {
    /// Sets the decided values: each pair is a row of the person and the value.
    pub(crate) fn apply(&mut self, values: &[(u32, PersonValue)]) {
        for (row, value) in values {
            let person = &mut self.persons[self.person_of_row[*row as usize] as usize];
            match value.clone() {
                PersonValue::Nom(text) => person.nom = text.into(),
                PersonValue::Postnom(text) => person.postnom = text.into(),
                PersonValue::Prenom(text) => person.prenom = text.into(),
                PersonValue::Sex(sex) => person.sex = Some(sex),
                PersonValue::BornOn(born) => {
                    person.born = Some(born);
                    person.census = person.census.map(|own| OwnRound { age: Some(own.year - born.year()), ..own });
                }
                PersonValue::BirthPlace(text) => person.birth_place = text.into(),
                PersonValue::Quartier(quartier) => person.quartier = Some(quartier),
                PersonValue::MaritalStatus(status) => person.marital_status = Some(status),
                PersonValue::Occupation(text) => person.occupation = text.into(),
            }
        }
    }
}

/// How many rows of the commune bear a spelling, of those that rows of one person write in two ways.
pub(super) struct SpellingCounts<'r>(HashMap<&'r str, usize, FixedState>);

impl<'r> SpellingCounts<'r> {
    pub(super) fn new(rows: &'r [CleanRow], clusters: &[Vec<u32>]) -> Self {
        let names = |row: &'r CleanRow| [&row.name.nom, &row.name.postnom, &row.name.prenom];
        let mut counts = HashMap::default();
        for cluster in clusters.iter().filter(|cluster| cluster.len() > 1) {
            for part in 0..3 {
                let texts =
                    || cluster.iter().map(|row| names(&rows[*row as usize])[part]).filter(|text| !text.is_empty());
                if texts().zip(texts().skip(1)).any(|(one, next)| one != next) {
                    counts.extend(texts().map(|text| (&**text, 0)));
                }
            }
        }
        for text in rows.iter().flat_map(names) {
            if let Some(n) = counts.get_mut(&**text) {
                *n += 1;
            }
        }
        Self(counts)
    }

    fn of(&self, text: &str) -> usize {
        self.0.get(text).copied().unwrap_or_default()
    }
}

/// What decides between the values of a person's rows, beside these rows.
pub(super) struct ValueContext<'r> {
    pub(super) household_of_fiche: &'r [u32],
    pub(super) fiches: &'r [Fiche],
    pub(super) spellings: &'r SpellingCounts<'r>,
}

/// The order of fiches of one year, by address and number: the same one is the last for all who stand on both, so that
/// none is parted from the others, and a corrected row changes nothing.
fn fiche_order(fiche: &Fiche) -> (Option<QuartierId>, [&Text; 3]) {
    (fiche.quartier, [&fiche.avenue, &fiche.parcel, &fiche.number])
}

/// Builds the person of a cluster's rows, the founding row first.
pub(super) fn person(all: &[CleanRow], cluster: &[u32], identity: Identity, context: &ValueContext<'_>) -> Person {
    let every: Vec<&CleanRow> = cluster.iter().map(|row| &all[*row as usize]).collect();
    // The names on an event only identify the person: they count where there is neither fiche nor act.
    let not_events: Vec<&CleanRow> = every.iter().copied().filter(|row| row.event.is_none()).collect();
    let rows = if not_events.is_empty() { every.clone() } else { not_events };
    let (nom, postnom) = noms(&rows, context.spellings);
    let last_fiche_with = |says: &dyn Fn(&CleanRow) -> bool| {
        let fiches = rows.iter().filter(|row| row.kind() == Kind::Census && says(row));
        let order = |row: &CleanRow| row.fiche.map(|fiche| fiche_order(&context.fiches[fiche as usize]));
        fiches.max_by_key(|row| (row.seen_in, order(row), std::cmp::Reverse(row.key)))
    };
    let last_fiche = last_fiche_with(&|_| true);
    let household_of = |row: &CleanRow| row.fiche.map(|fiche| context.household_of_fiche[fiche as usize]);
    let household = last_fiche.and_then(|row| household_of(row));
    let is_of_household = |row: &CleanRow| household_of(row) == household;
    let act_row = cluster
        .iter()
        .copied()
        .filter(|row| all[*row as usize].act.is_some())
        .min_by_key(|row| act_rank(&all[*row as usize]));
    let years = || every.iter().filter_map(|row| row.seen_in);
    let mut person = Person {
        id: identity.id,
        founding_row: cluster[0],
        rows: cluster.to_vec(),
        registered_in: identity.registered_in,
        nom,
        postnom,
        prenom: most_frequent_text(
            &rows,
            |row| &row.name.prenom,
            |text| !text.ends_with('.') && text.chars().count() > 1,
            context.spellings,
        ),
        sex: most_frequent(rows.iter().filter_map(|row| row.sex.map(|sex| (sex, row.seen_in)))),
        born: born(&rows),
        birth_place: birth_place(&rows, context.spellings),
        quartier: last_fiche.and_then(|row| row.quartier).or_else(|| rows.iter().rev().find_map(|row| row.quartier)),
        household,
        relation: last_fiche_with(&|row| row.relation.is_some() && is_of_household(row)).and_then(|row| row.relation),
        marital_status: last_fiche_with(&|row| row.marital_status.is_some()).and_then(|row| row.marital_status),
        occupation: last_fiche_with(&|row| !row.occupation.is_empty())
            .map(|row| row.occupation.clone())
            .unwrap_or_default(),
        act_row,
        first_seen: years().min(),
        last_seen: years().max(),
        status: if last_fiche.is_some() { Status::Resident } else { Status::EventOnly },
        census: None,
        status_since: None,
        last_household: None,
        events: Vec::new(),
    };
    person.census = last_fiche.and_then(|row| own_round(row, person.born));
    if last_fiche.is_none() && act_row.is_some() {
        person.status = Status::BirthOnly;
    }
    events::apply_events(&mut person, all, last_fiche.and_then(|row| row.seen_in));
    person
}

/// Day of declaration (`MAX` if unknown), year and number, key.
type ActRank = (chrono::NaiveDate, Option<(Option<i32>, u32)>, u64);

/// Returns the order of a person's acts: by day of declaration, by number, then by the row's key.
fn act_rank(row: &CleanRow) -> ActRank {
    let act = row.act.as_ref();
    let declared = act.and_then(|act| act.declared_on).unwrap_or(chrono::NaiveDate::MAX);
    (declared, act.and_then(|act| act.act.as_ref()).map(|act| (act.year, act.number)), row.key)
}

/// Returns the nom and post-nom. A row that has the two swapped does not count for the post-nom; a row that has the
/// same name twice does: `MUTOMBO MUTOMBO`.
fn noms(rows: &[&CleanRow], spellings: &SpellingCounts<'_>) -> (Text, Text) {
    if let [row] = rows
        && (row.name.nom.is_empty() || row.name.postnom.is_empty())
    {
        return (row.name.nom.clone(), row.name.postnom.clone());
    }
    let nom = most_frequent_text(rows, |row| &row.name.nom, |_| true, spellings);
    let is_in_order = |row: &&CleanRow| {
        let postnom = fold(&row.name.postnom);
        nom.is_empty() || postnom != fold(&nom) || postnom == fold(&row.name.nom)
    };
    let in_same_order: Vec<&CleanRow> = rows.iter().copied().filter(is_in_order).collect();
    (nom, most_frequent_text(&in_same_order, |row| &row.name.postnom, |_| true, spellings))
}

/// Returns the most frequent text, accents and case ignored; a tie goes to one that rows of others have, then to the
/// later year, then to the one that more rows of the commune have. `is_full` texts win over others.
fn most_frequent_text<'r>(
    rows: &[&'r CleanRow],
    of: impl Fn(&'r CleanRow) -> &'r Text,
    is_full: impl Fn(&str) -> bool,
    in_commune: &SpellingCounts<'_>,
) -> Text {
    if let [first, others @ ..] = rows
        && others.iter().all(|other| of(other) == of(first))
    {
        return of(first).clone();
    }
    let mut spellings: BTreeMap<String, (bool, usize, Option<i32>, &Text)> = BTreeMap::new();
    for row in rows.iter().filter(|row| !of(row).is_empty()) {
        let text = of(row);
        let entry = spellings.entry(fold(text)).or_insert((is_full(text), 0, None, text));
        entry.1 += 1;
        // Of spellings that differ in accents alone the accented one, which is longer in bytes, is kept.
        if text.len() > entry.3.len() {
            entry.3 = text;
        }
        entry.2 = entry.2.max(row.seen_in);
    }
    spellings
        .into_values()
        .max_by_key(|(full, n, year, text)| {
            let n_in_commune = in_commune.of(text);
            (*full, *n, n_in_commune > *n, *year, n_in_commune)
        })
        .map(|(.., text)| text.clone())
        .unwrap_or_default()
}

/// Returns the most frequent value; a tie goes to the later year.
fn most_frequent<T: Ord + Copy>(values: impl Iterator<Item = (T, Option<i32>)>) -> Option<T> {
    let mut counts: BTreeMap<T, (usize, Option<i32>)> = BTreeMap::new();
    for (value, year) in values {
        let entry = counts.entry(value).or_default();
        entry.0 += 1;
        entry.1 = entry.1.max(year);
    }
    counts.into_iter().max_by_key(|(_, rank)| *rank).map(|(value, _)| value)
}

/// Returns the date of birth: of the first act that has a whole one, else the most frequent among the most precise.
fn born(rows: &[&CleanRow]) -> Option<PartialDate> {
    let exact = |row: &&&CleanRow| row.born.is_some_and(|born| born.precision == Precision::Day);
    let first_act = rows.iter().filter(|row| row.act.is_some()).filter(exact).min_by_key(|row| act_rank(row));
    if let Some(act) = first_act {
        return act.born;
    }
    let precision = rows.iter().filter_map(|row| row.born).map(|born| born.precision).min()?;
    most_frequent(
        rows.iter()
            .filter_map(|row| row.born.filter(|born| born.precision == precision).map(|born| (born, row.seen_in))),
    )
}

/// Returns the round of a person's last fiche, with the age there: an age that is typed gives the year of birth of its
/// row, and is not corrected by other sources.
fn own_round(fiche: &CleanRow, born: Option<PartialDate>) -> Option<OwnRound> {
    let year = fiche.seen_in?;
    let typed = fiche.born.filter(|born| born.precision == Precision::About);
    Some(OwnRound { year, age: typed.or(born).map(|born| year - born.year()) })
}

/// Returns the place of birth on the fiches (a town); that on the acts (a maternity) if no fiche has one.
fn birth_place(rows: &[&CleanRow], spellings: &SpellingCounts<'_>) -> Text {
    let fiches: Vec<&CleanRow> = rows.iter().copied().filter(|row| row.kind() == Kind::Census).collect();
    let of_fiches = most_frequent_text(&fiches, |row| &row.birth_place, |_| true, spellings);
    if of_fiches.is_empty() { most_frequent_text(rows, |row| &row.birth_place, |_| true, spellings) } else { of_fiches }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::test_rows::clean_row;
    use crate::record::{MaritalStatus, PersonName, Relation, RowAt, StablePlaces};
    use crate::register::{NewIds, PreviousIdentities, build};

    fn row(key: u64, nom: &str, year: i32) -> CleanRow {
        let name = PersonName { nom: nom.into(), ..PersonName::default() };
        CleanRow { name, seen_in: Some(year), ..clean_row(key as u32, key) }
    }

    /// The person of the first row.
    fn first_person(rows: &[CleanRow], fiches: &[Fiche], cluster_of: &[u32]) -> Person {
        let (previous, places) = (PreviousIdentities::default(), StablePlaces::default());
        let register = build(rows, fiches, cluster_of, &previous, &places, &[], NewIds { generation: 1, prefix: 'P' });
        register.persons[register.person_of_row[0] as usize].clone()
    }

    #[test]
    fn of_two_spellings_the_one_that_others_bear_wins() {
        let nom = |nouns: &[(&str, i32)], cluster_of: &[u32]| {
            let rows: Vec<CleanRow> = nouns.iter().zip(1..).map(|((nom, year), key)| row(key, nom, *year)).collect();
            first_person(&rows, &[], cluster_of).nom.to_string()
        };
        assert_eq!(nom(&[("SHAKO", 2017), ("SSHAKO", 2017), ("SHAKO", 2017)], &[0, 0, 2]), "SHAKO");
        assert_eq!(nom(&[("SSHAKO", 2017), ("SHAKO", 2016), ("SHAKO", 2017)], &[0, 0, 2]), "SHAKO");
        let common = [("KYALA", 2018), ("KIALA", 2017), ("KIALA", 2017), ("KYALA", 2017), ("KIALA", 2017)];
        assert_eq!(nom(&common, &[0, 0, 2, 3, 4]), "KYALA", "both are names: the later year says");
        let of_one_year = common.map(|(nom, _)| (nom, 2017));
        assert_eq!(nom(&of_one_year, &[0, 0, 2, 3, 4]), "KIALA", "the commoner one");
        assert_eq!(
            nom(&[("SSHAKO", 2017), ("SSHAKO", 2017), ("SHAKO", 2017), ("SHAKO", 2017)], &[0, 0, 0, 3]),
            "SSHAKO"
        );
    }

    #[test]
    fn a_couple_on_two_fiches_of_one_year_stays_together() {
        let fiche = |number: &str| Fiche {
            at: RowAt::default(),
            number: number.into(),
            quartier: None,
            avenue: Text::default(),
            parcel: Text::default(),
            round: Some(2025),
        };
        let of = |key: u64, fiche: u32, quartier: u16| CleanRow {
            fiche: Some(fiche),
            quartier: Some(QuartierId(quartier)),
            ..row(key, "NLANDU", 2025)
        };
        // He stands on both fiches, and so does she; the keys of their rows are in opposite orders.
        let rows = [of(1, 0, 7), of(4, 0, 7), of(2, 1, 9), of(3, 1, 9)];
        let (previous, places) = (PreviousIdentities::default(), StablePlaces::default());
        let fiches = [fiche("7"), fiche("9")];
        let new = NewIds { generation: 1, prefix: 'P' };
        let register = build(&rows, &fiches, &[0, 1, 0, 1], &previous, &places, &[], new);
        let [he, she] = [0, 1].map(|row| &register.persons[register.person_of_row[row] as usize]);
        assert_eq!((he.household, he.quartier), (she.household, she.quartier));
    }

    #[test]
    fn a_sheet_without_a_column_takes_no_value_away() {
        let fiche = |year: i32| Fiche {
            at: RowAt::default(),
            number: "105".into(),
            quartier: None,
            avenue: Text::default(),
            parcel: Text::default(),
            round: Some(year),
        };
        let said = CleanRow {
            fiche: Some(0),
            relation: Some(Relation::Child),
            marital_status: Some(MaritalStatus::Single),
            occupation: "Élève".into(),
            ..row(2, "SHAKO", 2017)
        };
        for (key, year) in [(1, 2017), (3, 2017), (3, 2018)] {
            let unsaid = CleanRow { fiche: Some(1), ..row(key, "SHAKO", year) };
            let fiches = [fiche(2017), fiche(year)];
            let person = first_person(&[said.clone(), unsaid], &fiches, &[0, 0]);
            assert_eq!((person.marital_status, &*person.occupation), (Some(MaritalStatus::Single), "Élève"));
            assert_eq!(person.last_seen, Some(year));
        }
    }
}
