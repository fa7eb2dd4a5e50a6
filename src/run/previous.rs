//! Reads from the last generation what a run needs of it: rows with their keys, persons with their names and ids.

use std::ops::Range;

use crate::error::Result;
use crate::record::{Text, TextPool, stable_place};
use crate::register::{PreviousAlias, PreviousIdentities, PreviousPerson, PreviousRow, RowIdentityFields};
use crate::store::{AliasRow, Generation, LineageRow, PersonRow, row_hash};

/// The register of the last generation.
#[derive(Debug, Default)]
pub(super) struct PreviousRegister {
    pub(super) previous: PreviousIdentities,
    /// For each of its persons the hash of their row in `persons`.
    pub(super) person_hashes: Vec<u64>,
    /// For each of its rows its place in the table `lineage`.
    pub(super) lineage_places: Vec<u32>,
}

impl PreviousRegister {
    /// Reads the register of a generation. It is empty before the first run.
    ///
    /// # Errors
    /// Those of the store.
    pub(super) fn read(last: Option<&Generation>) -> Result<Self> {
        let Some(last) = last else { return Ok(Self::default()) };
        let alias =
            |row: AliasRow| (row.old_id, PreviousAlias { person_id: row.person_id, registered_in: row.registered_in });
        let aliases = last.read::<AliasRow>()?.into_iter().map(alias).collect();
        let (persons, person_hashes) = read_persons(last)?;
        let mut previous = PreviousIdentities::new(persons, aliases);
        let (rows, lineage_places) = read_rows(last, &previous)?;
        previous.rows = rows;
        Ok(Self { previous, person_hashes, lineage_places })
    }
}

/// For each file of a generation the place of its first row in the table `lineage`.
pub(super) fn first_lineage_places(generation: &Generation) -> Vec<u64> {
    let n_rows = |input: &crate::store::InputEntry| input.sheets.iter().map(|sheet| sheet.rows).sum::<u64>();
    let first = |next: &mut u64, input| {
        let own = *next;
        *next += n_rows(input);
        Some(own)
    };
    generation.manifest.inputs.iter().scan(0, first).collect()
}

fn read_persons(last: &Generation) -> Result<(Vec<PreviousPerson>, Vec<u64>)> {
    let of_group = |_, rows: Vec<PersonRow>| {
        let mut texts = TextPool::default();
        let person = |row: PersonRow| {
            let hash = row_hash(&row);
            let mut names = [row.nom, row.postnom, row.prenom].map(Text::from);
            names.iter_mut().for_each(|name| texts.intern(name));
            let fields = RowIdentityFields { names, born_on: row.born_on };
            (PreviousPerson { id: row.person_id.into(), registered_in: row.registered_in, fields }, hash)
        };
        rows.into_iter().map(person).collect::<Vec<_>>()
    };
    Ok(last.map_groups(&[], &|_| true, &of_group)?.into_iter().flatten().unzip())
}

/// Columns of `lineage` that are not read.
const UNUSED_COLUMNS: &[&str] = &["kind", "rule", "match_probability", "typed"];

fn read_rows(last: &Generation, previous: &PreviousIdentities) -> Result<(Vec<PreviousRow>, Vec<u32>)> {
    let of_group = |group: Range<usize>, rows: Vec<LineageRow>| {
        // Rows of one sheet, and of one fiche, are neighbours: their texts are shared.
        let (mut sheet, mut household) = ((String::new(), String::new()), Text::default());
        let mut lasting = (Text::default(), Text::default());
        let row = |(place, row): (usize, LineageRow)| {
            let person = previous.person(row.person_id.as_deref()?)?;
            let is_founding = row.outcome == "registered";
            let own_id = &previous.persons[person as usize].id;
            if (&sheet.0, &sheet.1) != (&row.file, &row.sheet) {
                let (file, name, _) = stable_place(&row.file, &row.sheet, 0);
                (lasting, sheet) = ((file.into(), name.into()), (row.file, row.sheet));
            }
            let household_id = row.household_id.map(|id| {
                if *household != *id {
                    household = id.into();
                }
                household.clone()
            });
            let previous = PreviousRow {
                key: u64::from_str_radix(&row.row_key?, 16).ok()?,
                household_id,
                founded_id: match row.founded_id {
                    Some(id) if *id == **own_id => Some(own_id.clone()),
                    Some(id) => Some(id.into()),
                    // An older program did not write the column.
                    None => is_founding.then(|| own_id.clone()),
                },
                is_founding,
                person,
                fields: row.says.as_deref().map(parse_says).map(Box::new),
                place: (lasting.0.clone(), lasting.1.clone(), row.row),
            };
            Some((previous, (group.start + place) as u32))
        };
        rows.into_iter().enumerate().filter_map(row).collect::<Vec<_>>()
    };
    Ok(last.map_groups(UNUSED_COLUMNS, &|_| true, &of_group)?.into_iter().flatten().unzip())
}

/// Parses the column `says` of `lineage`.
fn parse_says(text: &str) -> RowIdentityFields {
    let mut parts = text.split('|');
    let names = std::array::from_fn(|_| parts.next().unwrap_or_default().into());
    RowIdentityFields { names, born_on: parts.next().and_then(|day| day.parse().ok()) }
}
