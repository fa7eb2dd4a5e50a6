//! Settles which of two addresses of a household is right: the cells that give the other one are corrected.

use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::error::Result;
use crate::ingest::Reference;
use crate::record::CellCorrection;
use crate::review::RowPlace;
use crate::store::LineageRow;

use super::access::Access;
use super::correct::{CellPlace, CorrectionRequest, correct_cells};
use super::decide::Signature;
use super::other_addresses::row_address;
use super::pairs::{self, names_something};
use super::reader::{RegisterReader, canonical_id, read_current};
use super::residence::is_other_part;
use super::same_meaning::lists_of;

/// The columns of an address. The one that holds avenue and parcel together stands for both.
const CODES: [[&str; 2]; 3] = [["quartier", "quartier"], ["avenue", "address"], ["parcel", "address"]];

/// What settled an address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SettledAddress {
    /// The corrections that were written.
    pub corrections: Vec<CellCorrection>,
    /// Number of rows that are left out: their quartier stands in no cell, but in a title or a file's name.
    pub n_left_out: usize,
}

/// Corrects the cells in which the rows of a household give another address than `right`: quartier, avenue and parcel. A
/// row whose other address stands in no cell is left out, as [`super::leave_out_row()`] does.
///
/// # Errors
/// Those of [`super::show()`], of reading the reference files and of [`super::correct()`].
pub fn settle_address(
    clean: &Path,
    raw: &Path,
    (config, worker): (&Config, Option<PathBuf>),
    (id, right): (&str, &[String; 3]),
    signature: &Signature,
    access: &Access,
) -> Result<SettledAddress> {
    let id = canonical_id(id)?;
    let lists = lists_of(&Reference::read(&raw.join("reference"))?, config)?;
    let (requests, n_left_out) = read_current(clean, |generation| {
        let reader = RegisterReader::new(generation)?;
        let own = reader.person(&id)?;
        let household = own.map_or(Some(id.clone()), |own| own.row.household_id.clone());
        let household = household.as_deref().map(|id| reader.household(id)).transpose()?.flatten();
        let Some(household) = household else { return Ok(Default::default()) };
        let home = &household.row.household_id;
        let (mut requests, mut n_left_out): (Vec<CorrectionRequest>, usize) = Default::default();
        let members = reader.members(&household)?;
        for row in reader.rows(&members)?.iter().filter(|row| row.household_id.as_ref() == Some(home)) {
            let place = RowPlace { file: row.file.clone(), sheet: row.sheet.clone(), row: row.row };
            let Some(parts) = row_address(&reader, &place, &lists)? else { continue };
            let differs = |part: usize| is_other_part(&parts[part], &right[part]);
            let codes = (0..3).filter(|part| differs(*part)).map(|part| CODES[part]);
            let cells = codes.map(|codes| cell_of(&reader, row, codes)).collect::<Result<Option<Vec<FoundCell>>>>()?;
            let Some(cells) = cells else {
                n_left_out += 1;
                for (letters, text) in pairs::cells_as_read(row).into_iter().filter(|(_, text)| !text.trim().is_empty())
                {
                    add(&mut requests, row, letters, text, String::new());
                }
                continue;
            };
            for (line, letters, code, text) in cells {
                add(&mut requests, &line, letters, text, new_text(code, right));
            }
        }
        Ok((requests, n_left_out))
    })?;
    let corrections = correct_cells(clean, raw, (config, worker), &requests, signature, access)?;
    Ok(SettledAddress { corrections, n_left_out })
}

fn new_text(code: &str, right: &[String; 3]) -> String {
    let [quartier, avenue, parcel] = right;
    match code {
        "quartier" => quartier.clone(),
        "avenue" => avenue.clone(),
        "parcel" => parcel.clone(),
        _ => format!("{avenue} {parcel}").trim().to_owned(),
    }
}

/// Adds a correction of a cell, once.
fn add(requests: &mut Vec<CorrectionRequest>, line: &LineageRow, letters: String, text: String, new: String) {
    let row = u32::try_from(line.row).unwrap_or_default();
    let place = CellPlace { file: line.file.clone(), sheet: line.sheet.clone(), row, column: letters };
    let is_there = |own: &CorrectionRequest| {
        let own = &own.place;
        (&own.file, &own.sheet, own.row, &own.column) == (&place.file, &place.sheet, place.row, &place.column)
    };
    if text != new && !requests.iter().any(is_there) {
        requests.push(CorrectionRequest { place, old: Some(text), new });
    }
}

/// A cell: its row, the letters and the code of its column, and its text.
type FoundCell = (LineageRow, String, &'static str, String);

/// The cell that gives a part of the address of a row: its own, else that of the rows of its fiche above it, else of
/// those below.
fn cell_of(reader: &RegisterReader<'_>, row: &LineageRow, codes: [&'static str; 2]) -> Result<Option<FoundCell>> {
    let (above, below): (Vec<LineageRow>, Vec<_>) =
        reader.fiche_rows(row)?.into_iter().partition(|other| other.row < row.row);
    let below = below.into_iter().filter(|other| other.row > row.row);
    for line in std::iter::once(row.clone()).chain(above.into_iter().rev()).chain(below) {
        let columns = pairs::sheet_columns(reader.generation, std::slice::from_ref(&line))?;
        let (fields, cells) = (pairs::fields_of(&columns, &line), pairs::cells_as_read(&line));
        for code in codes {
            let is_own = |letters: &String| fields.get(letters).is_some_and(|field| field == code);
            let cell = cells.iter().find(|(letters, text)| is_own(letters) && names_something(text));
            if let Some((letters, text)) = cell {
                return Ok(Some((line.clone(), letters.clone(), code, text.clone())));
            }
        }
    }
    Ok(None)
}
