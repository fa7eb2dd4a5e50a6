//! The marks by which a corrections workbook is recognised: its summary sheet, its file name, its sheet names.
//!
//! `corrections` writes these marks, `ingest` reads them, and `run` uses the stable places.

use super::{CellValue, Grid};

/// First characters of cell A1 of the summary sheet, in every language.
pub(crate) const CORRECTIONS_MARK: &str = "BATO-CORRECTIONS";

/// First characters of the name of the summary sheet, by language.
pub(crate) const CORRECTIONS_SHEETS: [&str; 2] = ["Corrections Bato", "Correcties Bato"];

/// The workbook's "last modified by" property, until another program saves the file.
pub(crate) const CORRECTIONS_WRITER: &str = "Bato";

/// Text between the original's stem and the extension in the name of a corrections workbook.
const IN_FILE_NAME: &str = ".corrections";

/// Excel's limit for the name of a sheet, in UTF-16 units.
const MAX_SHEET_NAME: usize = 31;

impl Grid {
    /// Whether this is the summary sheet of a corrections workbook. An agent's own sheet with that name is not.
    pub fn is_corrections(&self) -> bool {
        let is_named = CORRECTIONS_SHEETS.iter().any(|name| self.name.starts_with(name));
        let first = self.rows.first().filter(|row| row.row == 1).and_then(|row| row.value(0));
        is_named && matches!(first, Some(CellValue::Text(text)) if text.trim_start().starts_with(CORRECTIONS_MARK))
    }
}

/// The parts of a file name: `Q06 Boma_2017.corrections-2.xlsx` is the second correction of `Q06 Boma_2017`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileName<'n> {
    /// The original's name without its extension.
    pub(crate) stem: &'n str,
    /// Number of the correction, from 1; 0 for an original.
    pub(crate) correction: u32,
    /// The extension without its dot; "" if none.
    pub(crate) extension: &'n str,
}

impl<'n> FileName<'n> {
    /// Parses the last part of a path.
    pub(crate) fn of(path: &'n str) -> Self {
        let name = path.rsplit('/').next().unwrap_or(path);
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let corrected = stem.rsplit_once(IN_FILE_NAME).and_then(|(stem, number)| {
            let number = match number.strip_prefix('-') {
                Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => digits.parse().ok().filter(|n| *n >= 2),
                Some(_) => None,
                None => number.is_empty().then_some(1),
            };
            Some((stem, number?)).filter(|(stem, _)| !stem.is_empty())
        });
        let (stem, correction) = corrected.unwrap_or((stem, 0));
        Self { stem, correction, extension }
    }

    /// Returns the file name of the original's correction of this number, from 1.
    pub(crate) fn of_correction(&self, number: u32) -> String {
        let number = if number > 1 { format!("-{number}") } else { String::new() };
        format!("{}{IN_FILE_NAME}{number}.xlsx", self.stem)
    }
}

/// Returns a sheet name that Excel accepts; for the nameless sheet of a CSV it is made from the file's stem.
pub(crate) fn workbook_sheet_name(name: &str, stem: &str) -> String {
    let source = if name.trim().is_empty() { stem } else { name };
    let legal: String =
        source.chars().map(|c| if "[]:*?/\\".contains(c) || c.is_control() { ' ' } else { c }).collect();
    let legal = legal.trim().trim_matches('\'');
    let mut n_units = 0;
    let short: String = legal
        .chars()
        .take_while(|c| {
            n_units += c.len_utf16();
            n_units <= MAX_SHEET_NAME
        })
        .collect();
    // Excel reserves the name "History".
    let is_free = !short.trim().is_empty() && !short.eq_ignore_ascii_case("history");
    if is_free { short.trim_end().trim_end_matches('\'').to_owned() } else { "Feuil1".to_owned() }
}

/// Returns a row's place in a form that stays the same when its corrections workbook replaces its file: folder and
/// original's stem, sheet, row.
pub(crate) fn stable_place(path: &str, sheet: &str, row: i64) -> (String, String, i64) {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let stem = FileName::of(path).stem;
    let of_csv = workbook_sheet_name("", stem);
    let is_of_csv = sheet.is_empty() || sheet == of_csv;
    let sheet = if is_of_csv { String::new() } else { workbook_sheet_name(sheet, stem) };
    (format!("{folder}/{stem}"), sheet, row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::GridRow;

    #[test]
    fn a_file_name_gives_the_original_and_the_number_of_the_correction() {
        for (path, stem, correction, extension) in [
            ("census/Q06 Boma_2017.xls", "Q06 Boma_2017", 0, "xls"),
            ("Q06 Boma_2017.corrections.xlsx", "Q06 Boma_2017", 1, "xlsx"),
            ("a/b/Q06.Boma.corrections-12.ods", "Q06.Boma", 12, "ods"),
            ("Q06.corrections-1.xlsx", "Q06.corrections-1", 0, "xlsx"),
            ("Q06.corrections-x.xlsx", "Q06.corrections-x", 0, "xlsx"),
            (".corrections.xlsx", ".corrections", 0, "xlsx"),
            ("sans", "sans", 0, ""),
        ] {
            assert_eq!(FileName::of(path), FileName { stem, correction, extension }, "{path}");
        }
        let name = FileName::of("x/Q06.corrections.xlsx");
        assert_eq!([name.of_correction(1), name.of_correction(3)], ["Q06.corrections.xlsx", "Q06.corrections-3.xlsx"]);
    }

    #[test]
    fn a_sheet_gets_a_name_that_excel_accepts() {
        for (name, stem, expected) in [
            ("Feuil1", "x", "Feuil1"),
            ("", "Q06 Boma_2017", "Q06 Boma_2017"),
            ("", "a/b:c", "a b c"),
            ("'x'", "", "x"),
            ("History", "x", "Feuil1"),
            ("", "un nom bien plus long que ce qu'Excel accepte", "un nom bien plus long que ce qu"),
            ("", " ", "Feuil1"),
        ] {
            assert_eq!(workbook_sheet_name(name, stem), expected, "{name:?} {stem:?}");
        }
    }

    #[test]
    fn a_row_keeps_its_place_when_its_file_is_replaced() {
        let before = stable_place("census/Q06 Boma_2017.csv", "", 7);
        assert_eq!(before, stable_place("census/Q06 Boma_2017.corrections-2.xlsx", "Q06 Boma_2017", 7));
        assert_ne!(before, stable_place("births/Q06 Boma_2017.csv", "", 7));
        assert_eq!(stable_place("a/X.xls", "Feuil2", 1), stable_place("a/X.corrections.xlsx", "Feuil2", 1));
        assert_ne!(stable_place("a/X.xls", "Feuil2", 1), stable_place("a/X.xls", "Feuil3", 1));
    }

    #[test]
    fn a_summary_sheet_needs_both_the_name_and_the_mark() {
        let grid = |name: &str, text: &str| Grid {
            name: name.to_owned(),
            rows: vec![GridRow { row: 1, cells: vec![(0, CellValue::Text(text.into()))] }],
            ..Grid::default()
        };
        assert!(grid("Corrections Bato", "BATO-CORRECTIONS : x.xlsx").is_corrections());
        assert!(grid("Correcties Bato 2", "BATO-CORRECTIONS").is_corrections());
        assert!(!grid("Corrections Bato", "Nom").is_corrections());
        assert!(!grid("Feuil1", "BATO-CORRECTIONS").is_corrections());
    }
}
