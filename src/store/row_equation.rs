//! The row equation: in each sheet, the rows of the lineage table by outcome equal the counts in the manifest.

use std::collections::{BTreeMap, HashMap};

use super::manifest::InputEntry;
use super::tables::LineageRow;
use crate::record::SheetCount;

/// Numbers sheets in the order of their first appearance.
#[derive(Default)]
pub(super) struct SheetNumbers {
    numbers: HashMap<String, HashMap<String, u32>>,
    names: Vec<(String, String)>,
}

impl SheetNumbers {
    /// Returns the number of a sheet; a new sheet gets the next number.
    pub(super) fn number(&mut self, file: &str, sheet: &str) -> u32 {
        if let Some(number) = self.find(file, sheet) {
            return number;
        }
        let number = self.names.len() as u32;
        self.names.push((file.to_owned(), sheet.to_owned()));
        self.numbers.entry(file.to_owned()).or_default().insert(sheet.to_owned(), number);
        number
    }

    pub(super) fn find(&self, file: &str, sheet: &str) -> Option<u32> {
        self.numbers.get(file)?.get(sheet).copied()
    }
}

/// Counts of the rows of each sheet by outcome.
#[derive(Default)]
pub(super) struct SheetRowCounts {
    sheets: SheetNumbers,
    counts: Vec<SheetCount>,
    total: SheetCount,
}

/// A sheet for which the row equation does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SheetMismatch {
    pub(super) file: String,
    pub(super) sheet: String,
    /// As in the manifest.
    pub(super) declared: SheetCount,
    /// As in the lineage.
    pub(super) counted: SheetCount,
}

impl SheetRowCounts {
    /// Counts a row. A row with an unknown outcome counts as a row without outcome, so that the equation fails.
    pub(super) fn add(&mut self, row: &LineageRow) {
        let one = SheetCount {
            rows: 1,
            ignored: u64::from(row.outcome == "ignored"),
            quarantined: u64::from(row.outcome == "quarantined"),
            registered: u64::from(row.outcome == "registered"),
            merged: u64::from(row.outcome == "merged"),
        };
        let number = self.sheets.number(&row.file, &row.sheet) as usize;
        self.counts.resize(self.counts.len().max(number + 1), SheetCount::default());
        self.counts[number].add(&one);
        self.total.add(&one);
    }

    pub(super) fn total(&self) -> SheetCount {
        self.total
    }

    /// Returns all sheets whose counts differ from those of the inputs, or whose outcomes do not add up to the number
    /// of rows.
    pub(super) fn mismatches(&self, inputs: &[InputEntry]) -> Vec<SheetMismatch> {
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
            .filter(|(_, (declared, counted))| declared != counted || !declared.is_balanced())
            .map(|((file, sheet), (declared, counted))| SheetMismatch {
                file: file.to_owned(),
                sheet: sheet.to_owned(),
                declared,
                counted,
            })
            .collect()
    }
}

/// Returns the counts of all sheets of the inputs together.
pub(super) fn declared_total(inputs: &[InputEntry]) -> SheetCount {
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

    fn mismatches(rows: &[LineageRow]) -> Vec<String> {
        let declared = SheetCount { rows: 2, ignored: 1, registered: 1, ..Default::default() };
        let input =
            InputEntry { path: "a.xlsx".into(), sheets: vec![SheetEntry::new("S", &declared)], ..Default::default() };
        let mut counts = SheetRowCounts::default();
        rows.iter().for_each(|row| counts.add(row));
        counts.mismatches(&[input]).into_iter().map(|mismatch| mismatch.sheet).collect()
    }

    #[test]
    fn the_equation_holds_only_if_the_outcomes_are_those_that_the_manifest_counts() {
        assert!(mismatches(&[row("S", "ignored"), row("S", "registered")]).is_empty());
        assert_eq!(mismatches(&[row("S", "ignored")]), ["S"]);
        assert_eq!(mismatches(&[row("S", "ignored"), row("S", "merged")]), ["S"]);
        assert_eq!(mismatches(&[row("S", "ignored"), row("S", "registered"), row("S", "lost")]), ["S"]);
        assert_eq!(mismatches(&[row("S", "ignored"), row("S", "registered"), row("T", "ignored")]), ["T"]);
    }
}
