//! All that is known of one person or household: values, rows, and the weight of every comparison.

use std::path::Path;

use crate::error::{Error, Result};
use crate::record::check_character;
use crate::review::Pair;
use crate::store::{AliasRow, PersonRow};

use super::{current, pairs};

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
}

/// The persons of an identifier: one, or all of a household.
///
/// # Errors
/// `id-slip` if the check character says that the identifier was copied wrongly, `id-unknown`, `id-withdrawn`;
/// `no-register`; those of the store.
pub fn show(clean: &Path, id: &str) -> Result<Vec<Shown>> {
    let id = checked(id)?;
    let generation = current(clean)?;
    let aliases = generation.read::<AliasRow>()?;
    let (known, pairs) = pairs::pairs(&generation)?;
    let alias = aliases.iter().find(|alias| alias.old_id == id);
    let ids: Vec<String> = match (known.person(&id), known.household(&id), alias.map(|alias| &alias.person_id)) {
        (Some(_), ..) => vec![id.clone()],
        (None, Some(_), _) => known.members(&id).to_vec(),
        (None, None, Some(Some(now))) => vec![now.clone()],
        (None, None, Some(None)) => return Err(Error::new("id-withdrawn").with("id", id)),
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
            person,
        })
    };
    Ok(ids.iter().filter_map(of).collect())
}

/// Writes a page of persons: a file of its owner alone.
///
/// # Errors
/// Those of the file system.
pub fn write_page(path: &Path, html: &str) -> Result<()> {
    crate::store::write_text(html, path)
}

/// An identifier as the register spells it; small letters and missing dashes are forgiven, a slip is not.
fn checked(id: &str) -> Result<String> {
    let letters: String = id.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_uppercase()).collect();
    let unknown = || Error::new("id-unknown").with("id", id);
    if letters.len() != 10 {
        return Err(unknown());
    }
    let prefix = letters.chars().next().ok_or_else(unknown)?;
    let (body, check) = letters[1..].split_at(8);
    if !check.starts_with(check_character(prefix, body)) {
        return Err(Error::new("id-slip").with("id", id));
    }
    Ok(format!("{prefix}-{}-{}-{check}", &body[..4], &body[4..]))
}
