//! The places of rows, which stay the same when a corrections workbook replaces a file.

use super::{Place, RowAt, Text, stable_place};

/// The stable file and sheet names of all sheets of a run.
#[derive(Debug, Default)]
pub(crate) struct StablePlaces {
    /// By index of the file, by index of the sheet.
    sheets: Vec<Vec<(Text, Text)>>,
}

impl StablePlaces {
    /// Builds the places of files, each with its path and the names of its sheets.
    pub(crate) fn new<'f>(files: impl Iterator<Item = (&'f str, Vec<&'f str>)>) -> Self {
        let of_sheet = |path: &str, sheet: &str| {
            let (file, sheet, _) = stable_place(path, sheet, 0);
            (Text::from(file), Text::from(sheet))
        };
        Self {
            sheets: files
                .map(|(path, sheets)| sheets.into_iter().map(|sheet| of_sheet(path, sheet)).collect())
                .collect(),
        }
    }

    /// Returns the stable file and sheet of a row; `None` for a row of another run.
    pub(crate) fn sheet(&self, at: RowAt) -> Option<&(Text, Text)> {
        self.sheets.get(at.file as usize)?.get(usize::from(at.sheet))
    }

    /// Returns the stable place of a row.
    pub(crate) fn place(&self, at: RowAt) -> Place {
        let (file, sheet) = self.sheet(at).cloned().unwrap_or_default();
        (file, sheet, i64::from(at.row))
    }
}
