//! The row equation, from the lineage table alone: each sheet's rows by outcome, against what the manifest says.

use std::collections::{BTreeMap, HashMap};

use super::manifest::InputEntry;
use super::tables::LineageRow;
use crate::record::SheetCount;

/// The number of a file's sheet in the order of its first appearance, and its name back.
#[derive(Default)]
pub(super) struct SheetNumbers {
    numbers: HashMap<String, HashMap<String, u32>>,
    names: Vec<(String, String)>,
}

impl SheetNumbers {
    /// The number of a sheet, given now if it is new.
    pub(super) fn number(&mut self, file: &str, sheet: &str) -> u32 {
        if let Some(number) = self.find(file, sheet) {
            return number;
        }
        let number = self.names.len() as u32;
        self.names.push((file.to_owned(), sheet.to_owned()));
        self.numbers.entry(file.to_owned()).or_default().insert(sheet.to_owned(), number);
        number
    }

    /// The number of a sheet that was seen.
    pub(super) fn find(&self, file: &str, sheet: &str) -> Option<u32> {
        self.numbers.get(file)?.get(sheet).copied()
    }
}

/// The rows of each sheet, counted by outcome.
#[derive(Default)]
pub(super) struct RowCounts {
    sheets: SheetNumbers,
    counts: Vec<SheetCount>,
    total: SheetCount,
}

/// A sheet whose rows do not add up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unequal {
    /// Its file.
    pub(super) file: String,
    /// Its name.
    pub(super) sheet: String,
    /// What the manifest says.
    pub(super) said: SheetCount,
    /// What the lineage holds.
    pub(super) counted: SheetCount,
}

impl RowCounts {
    /// Counts a row; one with an unknown outcome counts as a row without one, so that the equation fails.
    pub(super) fn add(&mut self, row: &LineageRow) {
        let one = SheetCount {
            rows: 1,
            ignored: u64::from(row.outcome == "ignored"),
            quarantined: u64::from(row.outcome == "quarantined"),
            registered: u64::from(row.outcome == "registered"),
            merged: u64::from(row.outcome == "merged"),
        };
        let number = self.sheets.number(&row.file, &row.sheet) as usize;
        if self.counts.len() <= number {
            self.counts.resize(number + 1, SheetCount::default());
        }
        self.counts[number].add(&one);
        self.total.add(&one);
    }

    /// All rows counted.
    pub(super) fn total(&self) -> SheetCount {
        self.total
    }

    /// Every sheet whose count is not what the inputs say, or whose outcomes do not add up to its rows.
    pub(super) fn unequal(&self, inputs: &[InputEntry]) -> Vec<Unequal> {
        let mut sheets: BTreeMap<(&str, &str), (SheetCount, SheetCount)> = BTreeMap::new();
        for input in inputs {
            for sheet in &input.sheets {
                sheets.entry((&input.path, &sheet.name)).or_default().0.add(&sheet.count());
            }
        }
        for ((file, sheet), count) in self.sheets.names.iter().zip(&self.counts) {
            sheets.entry((file, sheet)).or_default().1.add(count);
        }
        sheets
            .into_iter()
            .filter(|(_, (said, counted))| said != counted || !said.is_balanced())
            .map(|((file, sheet), (said, counted))| Unequal {
                file: file.to_owned(),
                sheet: sheet.to_owned(),
                said,
                counted,
            })
            .collect()
    }
}

/// All rows the inputs say were read.
pub(super) fn rows_said(inputs: &[InputEntry]) -> SheetCount {
    let mut total = SheetCount::default();
    for sheet in inputs.iter().flat_map(|input| &input.sheets) {
        total.add(&sheet.count());
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::manifest::SheetEntry;

    fn row(sheet: &str, outcome: &str) -> LineageRow {
        LineageRow { file: "a.xlsx".into(), sheet: sheet.into(), outcome: outcome.into(), ..Default::default() }
    }

    fn unequal(rows: &[LineageRow]) -> Vec<String> {
        let said = SheetCount { rows: 2, ignored: 1, registered: 1, ..Default::default() };
        let input =
            InputEntry { path: "a.xlsx".into(), sheets: vec![SheetEntry::new("S", &said)], ..Default::default() };
        let mut counts = RowCounts::default();
        rows.iter().for_each(|row| counts.add(row));
        counts.unequal(&[input]).into_iter().map(|u| u.sheet).collect()
    }

    #[test]
    fn the_equation_holds_only_where_each_row_has_the_outcome_the_manifest_counts() {
        assert!(unequal(&[row("S", "ignored"), row("S", "registered")]).is_empty());
        assert_eq!(unequal(&[row("S", "ignored")]), ["S"]);
        assert_eq!(unequal(&[row("S", "ignored"), row("S", "merged")]), ["S"]);
        assert_eq!(unequal(&[row("S", "ignored"), row("S", "registered"), row("S", "lost")]), ["S"]);
        assert_eq!(unequal(&[row("S", "ignored"), row("S", "registered"), row("T", "ignored")]), ["T"]);
    }
}
