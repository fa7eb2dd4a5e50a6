//! Which value wins: what most rows say, the fuller over the shorter, the later over the earlier.
//!
//! A date of birth known to the day in an act outranks the fiches: the act is the legal source. Residence, relation,
//! marital status and occupation are those of the last fiche.

use std::collections::BTreeMap;

use crate::record::{CleanRow, Kind, PartialDate, Precision, Status, Text, fold};

use super::identity::Identity;
use super::{Person, events};

/// Makes a person of a cluster's rows, the founding one first.
pub(super) fn person(all: &[CleanRow], cluster: &[u32], identity: Identity, household_of_fiche: &[u32]) -> Person {
    let every: Vec<&CleanRow> = cluster.iter().map(|row| &all[*row as usize]).collect();
    // What an event says of the person only tells who is meant, where a fiche or an act says it too.
    let of_others: Vec<&CleanRow> = every.iter().copied().filter(|row| row.event.is_none()).collect();
    let rows = if of_others.is_empty() { every.clone() } else { of_others };
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
        prenom: most_said(&rows, |row| &row.name.prenom, |text| !text.ends_with('.') && text.chars().count() > 1),
        sex: most(rows.iter().filter_map(|row| row.sex.map(|sex| (sex, row.seen_in)))),
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
        status_since: None,
        events: Vec::new(),
    };
    if last_fiche.is_none() && act_row.is_some() {
        person.status = Status::BirthOnly;
    }
    events::happen(&mut person, all, last_fiche.and_then(|row| row.seen_in));
    person
}

/// Day of declaration (the last day there is, if unknown), year and number, key.
type ActRank = (chrono::NaiveDate, Option<(Option<i32>, u32)>, u64);

/// The order of a person's acts: by day of declaration, by number, then by the row's own key.
fn act_rank(row: &CleanRow) -> ActRank {
    let act = row.act.as_ref();
    let declared = act.and_then(|act| act.declared_on).unwrap_or(chrono::NaiveDate::MAX);
    (declared, act.and_then(|act| act.act.as_ref()).map(|act| (act.year, act.number)), row.key)
}

/// Nom and post-nom together, so that a row which has them swapped does not lend its nom as a post-nom.
fn noms(rows: &[&CleanRow]) -> (Text, Text) {
    if let [row] = rows
        && (row.name.nom.is_empty() || row.name.postnom.is_empty())
    {
        return (row.name.nom.clone(), row.name.postnom.clone());
    }
    let nom = most_said(rows, |row| &row.name.nom, |_| true);
    let of_same_order: Vec<&CleanRow> =
        rows.iter().copied().filter(|row| fold(&row.name.postnom) != fold(&nom) || nom.is_empty()).collect();
    (nom, most_said(&of_same_order, |row| &row.name.postnom, |_| true))
}

/// The spelling that most rows have (accents and case set aside), the later one where two are as frequent.
fn most_said<'r>(rows: &[&'r CleanRow], of: impl Fn(&'r CleanRow) -> &'r Text, is_full: impl Fn(&str) -> bool) -> Text {
    if let [first, others @ ..] = rows
        && others.iter().all(|other| of(other) == of(first))
    {
        return of(first).clone();
    }
    let mut said: BTreeMap<String, (bool, usize, Option<i32>, &Text)> = BTreeMap::new();
    for row in rows.iter().filter(|row| !of(row).is_empty()) {
        let text = of(row);
        let entry = said.entry(fold(text)).or_insert((is_full(text), 0, None, text));
        entry.1 += 1;
        // Of spellings that fold alike the one with accents tells more.
        if text.len() > entry.3.len() {
            entry.3 = text;
        }
        entry.2 = entry.2.max(row.seen_in);
    }
    said.into_values()
        .max_by_key(|(full, n, year, _)| (*full, *n, *year))
        .map(|(.., text)| text.clone())
        .unwrap_or_default()
}

fn most<T: Ord + Copy>(said: impl Iterator<Item = (T, Option<i32>)>) -> Option<T> {
    let mut counts: BTreeMap<T, (usize, Option<i32>)> = BTreeMap::new();
    for (value, year) in said {
        let entry = counts.entry(value).or_default();
        entry.0 += 1;
        entry.1 = entry.1.max(year);
    }
    counts.into_iter().max_by_key(|(_, rank)| *rank).map(|(value, _)| value)
}

fn born(rows: &[&CleanRow]) -> Option<PartialDate> {
    let exact = |row: &&&CleanRow| row.born.is_some_and(|born| born.precision == Precision::Day);
    let first_act = rows.iter().filter(|row| row.act.is_some()).filter(exact).min_by_key(|row| act_rank(row));
    if let Some(act) = first_act {
        return act.born;
    }
    let precision = rows.iter().filter_map(|row| row.born).map(|born| born.precision).min()?;
    most(
        rows.iter()
            .filter_map(|row| row.born.filter(|born| born.precision == precision).map(|born| (born, row.seen_in))),
    )
}

/// The town that the fiches name; the maternity of the act where there is no fiche.
fn birth_place(rows: &[&CleanRow]) -> Text {
    let fiches: Vec<&CleanRow> = rows.iter().copied().filter(|row| row.kind() == Kind::Census).collect();
    let of_fiches = most_said(&fiches, |row| &row.birth_place, |_| true);
    if of_fiches.is_empty() { most_said(rows, |row| &row.birth_place, |_| true) } else { of_fiches }
}
