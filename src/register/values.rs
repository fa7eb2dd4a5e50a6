//! The values of a person: which one wins where the rows differ.
//!
//! The most frequent value wins, a full one before an abbreviated one; a tie goes to the later year. A date of birth
//! known to the day in an act outranks the fiches, because the act is the legal source. Residence, relation, marital
//! status and occupation are those of the last fiche. A value decided by a person outranks all rows
//! ([`Register::apply`]).

use std::collections::BTreeMap;

use super::entities::{OwnRound, Person, Register};
use super::events;
use super::identity::Identity;
use crate::record::{CleanRow, Kind, PartialDate, PersonValue, Precision, Status, Text, fold};

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

/// Builds the person of a cluster's rows, the founding row first.
pub(super) fn person(all: &[CleanRow], cluster: &[u32], identity: Identity, household_of_fiche: &[u32]) -> Person {
    let every: Vec<&CleanRow> = cluster.iter().map(|row| &all[*row as usize]).collect();
    // The names on an event only identify the person: they count where there is neither fiche nor act.
    let not_events: Vec<&CleanRow> = every.iter().copied().filter(|row| row.event.is_none()).collect();
    let rows = if not_events.is_empty() { every.clone() } else { not_events };
    let (nom, postnom) = noms(&rows);
    let last_fiche = rows
        .iter()
        .filter(|row| row.kind() == Kind::Census)
        .max_by_key(|row| (row.seen_in, std::cmp::Reverse(row.key)));
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
        ),
        sex: most_frequent(rows.iter().filter_map(|row| row.sex.map(|sex| (sex, row.seen_in)))),
        born: born(&rows),
        birth_place: birth_place(&rows),
        quartier: last_fiche.and_then(|row| row.quartier).or_else(|| rows.iter().rev().find_map(|row| row.quartier)),
        household: last_fiche.and_then(|row| row.fiche).map(|fiche| household_of_fiche[fiche as usize]),
        relation: last_fiche.and_then(|row| row.relation),
        marital_status: last_fiche.and_then(|row| row.marital_status),
        occupation: last_fiche.map(|row| row.occupation.clone()).unwrap_or_default(),
        act_row,
        first_seen: years().min(),
        last_seen: years().max(),
        status: if last_fiche.is_some() { Status::Resident } else { Status::EventOnly },
        census: None,
        status_since: None,
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
fn noms(rows: &[&CleanRow]) -> (Text, Text) {
    if let [row] = rows
        && (row.name.nom.is_empty() || row.name.postnom.is_empty())
    {
        return (row.name.nom.clone(), row.name.postnom.clone());
    }
    let nom = most_frequent_text(rows, |row| &row.name.nom, |_| true);
    let is_in_order = |row: &&CleanRow| {
        let postnom = fold(&row.name.postnom);
        nom.is_empty() || postnom != fold(&nom) || postnom == fold(&row.name.nom)
    };
    let in_same_order: Vec<&CleanRow> = rows.iter().copied().filter(is_in_order).collect();
    (nom, most_frequent_text(&in_same_order, |row| &row.name.postnom, |_| true))
}

/// Returns the most frequent text, accents and case ignored; a tie goes to the later year. `is_full` texts win over
/// others.
fn most_frequent_text<'r>(
    rows: &[&'r CleanRow],
    of: impl Fn(&'r CleanRow) -> &'r Text,
    is_full: impl Fn(&str) -> bool,
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
        .max_by_key(|(full, n, year, _)| (*full, *n, *year))
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
fn birth_place(rows: &[&CleanRow]) -> Text {
    let fiches: Vec<&CleanRow> = rows.iter().copied().filter(|row| row.kind() == Kind::Census).collect();
    let of_fiches = most_frequent_text(&fiches, |row| &row.birth_place, |_| true);
    if of_fiches.is_empty() { most_frequent_text(rows, |row| &row.birth_place, |_| true) } else { of_fiches }
}
