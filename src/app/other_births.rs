//! Lists the days of birth that rows of a person give and that are not the one of the register.

use std::path::Path;

use chrono::{Datelike, NaiveDate};

use crate::config::Config;
use crate::error::Result;
use crate::ingest::Reference;
use crate::record::Precision;
use crate::review::RowPlace;

use super::pairs::pair_row;
use super::reader::{RegisterReader, canonical_id, read_current};
use super::same_meaning::{RowMeaning, lists_of};

/// The days of birth that the rows of a person give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherBirths {
    /// That of the register.
    pub own: NaiveDate,
    /// The others, each with the first row that gives it.
    pub others: Vec<(NaiveDate, RowPlace)>,
}

/// Returns the other days of birth that rows of a person give; `None` if there are none, or if the day of the register is
/// not known. Less exact dates are left out, and so is a day whose month and day are exchanged: its column may be read
/// in that order. Nothing is logged: the person was looked up.
///
/// # Errors
/// Those of [`super::show()`] and of reading the reference files.
pub fn other_births(clean: &Path, raw: &Path, config: &Config, id: &str) -> Result<Option<OtherBirths>> {
    let id = canonical_id(id)?;
    let lists = lists_of(&Reference::read(&raw.join("reference"))?, config)?;
    read_current(clean, |generation| {
        let reader = RegisterReader::new(generation)?;
        let Some(person) = reader.person(&id)? else { return Ok(None) };
        let is_whole = person.row.born_on_precision == Precision::Day.code();
        let Some(own) = person.row.born_on.filter(|_| is_whole) else { return Ok(None) };
        let mut others: Vec<(NaiveDate, RowPlace)> = Vec::new();
        for row in reader.rows(&[person])? {
            let place = RowPlace { file: row.file.clone(), sheet: row.sheet.clone(), row: row.row };
            let Some(side) = pair_row(&reader, &place)? else { continue };
            let Some(day) = RowMeaning::of_row(&side, None, &lists).born_day() else { continue };
            if day != own && Some(day) != exchanged(own) && others.iter().all(|(other, _)| *other != day) {
                others.push((day, place));
            }
        }
        Ok((!others.is_empty()).then_some(OtherBirths { own, others }))
    })
}

/// The day whose number is the month of another, and the reverse.
fn exchanged(day: NaiveDate) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(day.year(), day.day(), day.month())
}
