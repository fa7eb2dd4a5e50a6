//! All that is known of one person or household: values, rows, and the weight of every comparison.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::{Error, Result};
use crate::record::parse_id;
use crate::review::Pair;
use crate::store::{AliasRow, EventRow, Generation, HistoryRow, PersonRow, WithdrawnRow};

use super::{current, pairs, withdrawn};

/// A row of a person.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ShownRow {
    /// File, sheet and row.
    pub place: (String, String, i64),
    /// `registered` or `merged`.
    pub outcome: String,
    /// Column letters and text as typed, in the order of the sheet.
    pub typed: Vec<(String, String)>,
}

/// A person as `show` tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The register's values.
    pub person: PersonRow,
    /// The whole name.
    pub name: String,
    /// Quartier, avenue, parcel of the household.
    pub address: Vec<String>,
    /// The other persons of the household: identifier and name.
    pub company: Vec<(String, String)>,
    /// Identifiers that were this person's before.
    pub former_ids: Vec<String>,
    /// The rows.
    pub rows: Vec<ShownRow>,
    /// The pairs that hold the rows together.
    pub links: Vec<Pair>,
    /// Pairs with rows of other persons that were set aside or are too weak.
    pub not_joined: Vec<Pair>,
    /// What happened to the person, in the order of files.
    pub events: Vec<EventRow>,
    /// Since when and why the person is no longer in the register, if so.
    pub withdrawn: Option<WithdrawnRow>,
    /// What changed since the person came in, the first change first, each with the day of its generation.
    pub history: Vec<(Option<String>, HistoryRow)>,
    /// The generation that brought the person in, and its day.
    pub since: (i32, Option<String>),
}

/// The persons of an identifier: one, or all of a household.
///
/// # Errors
/// `id-slip` if the check character says that the identifier was copied wrongly, `id-unknown`, `id-withdrawn`;
/// `no-register`; those of the store.
pub fn show(clean: &Path, id: &str) -> Result<Vec<Shown>> {
    show_in(&current(clean)?, id)
}

/// As [`show`], in a generation that is at hand.
///
/// # Errors
/// As [`show`].
pub fn show_in(generation: &Generation, id: &str) -> Result<Vec<Shown>> {
    let id = checked(id)?;
    let history: Vec<HistoryRow> = generation.read()?;
    let events: Vec<EventRow> = generation.read()?;
    let days = days_of(generation);
    let aliases = generation.read::<AliasRow>()?;
    let (known, pairs) = pairs::pairs(generation)?;
    let alias = aliases.iter().find(|alias| alias.old_id == id);
    let ids: Vec<String> = match (known.person(&id), known.household(&id), alias.map(|alias| &alias.person_id)) {
        (Some(_), ..) => vec![id.clone()],
        (None, Some(_), _) => known.members(&id).to_vec(),
        (None, None, Some(Some(now))) => vec![now.clone()],
        (None, None, Some(None)) => {
            let gone = generation.read::<WithdrawnRow>()?.into_iter().find(|row| row.person_id == id);
            let gone = gone.ok_or_else(|| Error::new("id-withdrawn").with("id", &id))?;
            return Ok(vec![of_withdrawn(gone, &history, &days)]);
        }
        (None, None, None) => return Err(Error::new("id-unknown").with("id", id)),
    };
    let of = |id: &String| {
        let person = known.person(id)?.clone();
        let household = person.household_id.as_deref();
        let address = household
            .and_then(|id| known.household(id))
            .map(|home| [&home.quartier, &home.avenue, &home.parcel].into_iter().flatten().cloned().collect());
        let others = household.map_or(&[][..], |id| known.members(id)).iter().filter(|other| *other != id);
        let touches = |pair: &&Pair| pair.sides.iter().any(|side| side.person_id == *id);
        let (links, not_joined) = pairs.iter().filter(touches).cloned().partition(|pair| pair.is_kept);
        let row = |lineage: &crate::store::LineageRow| ShownRow {
            place: (lineage.file.clone(), lineage.sheet.clone(), lineage.row),
            outcome: lineage.outcome.clone(),
            typed: pairs::cells_in_order(&lineage.typed),
        };
        Some(Shown {
            name: person.whole_name(),
            address: address.unwrap_or_default(),
            company: others.filter_map(|other| Some((other.clone(), known.person(other)?.whole_name()))).collect(),
            former_ids: aliases
                .iter()
                .filter(|alias| alias.person_id.as_ref() == Some(id))
                .map(|alias| alias.old_id.clone())
                .collect(),
            rows: known.rows_of(id).into_iter().map(row).collect(),
            links,
            not_joined,
            events: events.iter().filter(|event| event.person_id == *id).cloned().collect(),
            withdrawn: None,
            history: history_of(id, &history, &days),
            since: (person.registered_in, days.get(&i64::from(person.registered_in)).cloned()),
            person,
        })
    };
    Ok(ids.iter().filter_map(of).collect())
}

/// A person whose rows are gone.
fn of_withdrawn(gone: WithdrawnRow, history: &[HistoryRow], days: &BTreeMap<i64, String>) -> Shown {
    let person = withdrawn::as_person(&gone);
    Shown {
        name: person.whole_name(),
        address: gone.quartier.iter().cloned().collect(),
        company: Vec::new(),
        former_ids: Vec::new(),
        rows: Vec::new(),
        links: Vec::new(),
        not_joined: Vec::new(),
        events: Vec::new(),
        history: history_of(&gone.person_id, history, days),
        since: (gone.registered_in, days.get(&i64::from(gone.registered_in)).cloned()),
        withdrawn: Some(gone),
        person,
    }
}

/// When each generation was published.
fn days_of(generation: &Generation) -> BTreeMap<i64, String> {
    let manifest = &generation.manifest;
    let earlier = manifest.earlier.iter().map(|entry| (entry.generation, &entry.published_at));
    earlier
        .chain([(manifest.generation, &manifest.published_at)])
        .map(|(number, at)| (number as i64, at.chars().take(10).collect()))
        .collect()
}

fn history_of(id: &str, history: &[HistoryRow], days: &BTreeMap<i64, String>) -> Vec<(Option<String>, HistoryRow)> {
    let own = history.iter().filter(|row| row.person_id == id).cloned();
    own.map(|row| (days.get(&i64::from(row.generation)).cloned(), row)).collect()
}

/// Writes a page of persons: a file of its owner alone.
///
/// # Errors
/// Those of the file system.
pub fn write_page(path: &Path, html: &str) -> Result<()> {
    crate::store::write_text(html, path)
}

/// An identifier as the register spells it; small letters and missing dashes are forgiven, a slip is not.
pub(super) fn checked(id: &str) -> Result<String> {
    let n_letters = id.chars().filter(char::is_ascii_alphanumeric).count();
    let code = if n_letters == 10 { "id-slip" } else { "id-unknown" };
    parse_id(id).ok_or_else(|| Error::new(code).with("id", id))
}
