//! Finds the cell of a sheet in which a finding is shown: its own, else that of the missing value, else the first of
//! its row.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::record::{Field, Heading, Merge, cells_of_list, heading_block};

/// Fields of the column to mark for a rule about a missing value, whose finding names no column.
const FIELDS_OF_MISSING_VALUES: [(&str, &[Field]); 8] = [
    ("missing-name", NAMES),
    ("name-incomplete", NAMES),
    ("birth-date-missing", BIRTHS),
    ("declaration-date-missing", &[Field::DeclaredOn, Field::DeclaredDay]),
    ("act-number-missing", &[Field::ActNumber]),
    ("sex-missing", &[Field::Sex, Field::SexMale, Field::SexFemale]),
    ("quartier-missing", &[Field::Quartier]),
    ("event-date-missing", &[Field::EventDate]),
];
const NAMES: &[Field] = &[Field::Nom, Field::NomPostnom, Field::FullName, Field::PrenomFirst];
const BIRTHS: &[Field] = &[Field::BirthDate, Field::BirthDatePlace, Field::BirthDay, Field::BirthYear, Field::Age];

/// The cells in which the findings of a file are shown.
pub(crate) struct FindingCells {
    /// The first column of each row, by sheet and row.
    first_cells: BTreeMap<(u16, u32), u16>,
    /// The merged cells of each sheet, by first row, and the greatest number of rows of one.
    merges: Vec<(Vec<Merge>, u32)>,
    /// The headings by sheet and row: column and meaning.
    headings: BTreeMap<(u16, u32), Vec<(u16, Field)>>,
}

impl FindingCells {
    /// `first_cells` is the first column of each row, by sheet and row; `merges` are those of each sheet.
    pub(crate) fn new(first_cells: BTreeMap<(u16, u32), u16>, merges: Vec<Vec<Merge>>, headings: &[Heading]) -> Self {
        let sorted = |mut merges: Vec<Merge>| {
            merges.sort_by_key(|merge| merge.first_row);
            let most_rows = merges.iter().map(|merge| merge.last_row.saturating_sub(merge.first_row)).max();
            (merges, most_rows.unwrap_or(0))
        };
        let mut by_row: BTreeMap<(u16, u32), Vec<(u16, Field)>> = BTreeMap::new();
        for heading in headings {
            by_row.entry((heading.at.sheet, heading.at.row)).or_default().push((heading.column, heading.field));
        }
        Self { first_cells, merges: merges.into_iter().map(sorted).collect(), headings: by_row }
    }

    /// The cell of a finding: its own, else the cell of the missing value, else the first of its row.
    pub(crate) fn cell(&self, finding: &Finding) -> Option<(u32, u16)> {
        let at = finding.at.row;
        if at.row == 0 {
            return None;
        }
        let first = || self.first_cells.get(&(at.sheet, at.row)).copied();
        let column = finding.at.column.or_else(|| self.missing_value(finding)).or_else(first)?;
        // Only the first of merged cells is visible.
        let merged = self.merged(at.sheet, at.row, column);
        Some(merged.map_or((at.row, column), |merge| (merge.first_row, merge.first_column)))
    }

    /// The cells that a finding about several cells lists.
    pub(crate) fn further(finding: &Finding) -> Vec<(u32, u16)> {
        let list = finding.args.iter().find(|(name, _)| *name == "marks").map(|(_, list)| list.as_str());
        list.map(cells_of_list).unwrap_or_default()
    }

    /// The merged cell that holds a cell.
    pub(crate) fn merged(&self, sheet: u16, row: u32, column: u16) -> Option<Merge> {
        let (merges, most_rows) = self.merges.get(usize::from(sheet))?;
        let first = merges.partition_point(|merge| merge.first_row < row.saturating_sub(*most_rows));
        let near = merges[first..].iter().take_while(|merge| merge.first_row <= row);
        near.copied().find(|merge| row <= merge.last_row && (merge.first_column..=merge.last_column).contains(&column))
    }

    /// The columns of a row that a merged cell covers, its first cell too.
    pub(crate) fn covered_columns(&self, sheet: u16, row: u32) -> impl Iterator<Item = u16> + '_ {
        let near = self.merges.get(usize::from(sheet)).into_iter().flat_map(move |(merges, most_rows)| {
            let first = merges.partition_point(|merge| merge.first_row < row.saturating_sub(*most_rows));
            merges[first..].iter().take_while(move |merge| merge.first_row <= row)
        });
        near.filter(move |merge| row <= merge.last_row).flat_map(|merge| merge.first_column..=merge.last_column)
    }

    /// The column that lacks the value of a finding, by the nearest header above.
    fn missing_value(&self, finding: &Finding) -> Option<u16> {
        let (_, fields) = FIELDS_OF_MISSING_VALUES.iter().find(|(rule, _)| *rule == finding.rule)?;
        let at = finding.at.row;
        let above = || self.headings.range((at.sheet, 0)..(at.sheet, at.row));
        let heading = heading_block(above().map(|((_, row), _)| i64::from(*row)), i64::from(at.row))?;
        let is_of_heading = |row: u32| heading.contains(&i64::from(row));
        let of_table = || above().filter(|((_, row), _)| is_of_heading(*row)).flat_map(|(_, columns)| columns);
        fields.iter().find_map(|wanted| of_table().find(|(_, field)| field == wanted)).map(|(column, _)| *column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::record::RowAt;

    fn finding(rule: &'static str, row: u32, column: Option<u16>, severity: Severity) -> Finding {
        let at = RowAt { file: 0, sheet: 0, row }.cell(column);
        Finding { rule, severity, at, value: String::new(), args: Vec::new() }
    }

    fn heading(row: u32, column: u16, field: Field) -> Heading {
        let at = RowAt { file: 0, sheet: 0, row };
        Heading { at, column, text: String::new(), field, why: crate::record::FieldReason::Known }
    }

    fn headings() -> Vec<Heading> {
        vec![heading(1, 2, Field::Sex), heading(1, 4, Field::FullName), heading(3, 5, Field::Sex)]
    }

    #[test]
    fn a_finding_is_marked_at_its_cell_or_the_missing_value_or_the_first_cell_of_the_row() {
        let error = Severity::Error;
        let first_cells = [1, 2, 5].map(|row| ((0, row), 1)).into();
        let merges = vec![Merge { first_row: 4, last_row: 6, first_column: 0, last_column: 1 }];
        let cells = FindingCells::new(first_cells, vec![merges], &headings());
        let cell = |rule, row, column| cells.cell(&finding(rule, row, column, error));
        assert_eq!(cell("impossible-date", 2, Some(7)), Some((2, 7)));
        assert_eq!(cell("sex-missing", 2, None), Some((2, 2)), "the heading above");
        assert_eq!(cell("sex-missing", 5, None), Some((5, 5)), "the nearest heading above");
        assert_eq!(cell("missing-name", 2, None), Some((2, 4)));
        assert_eq!(cell("missing-name", 5, None), Some((4, 0)), "no such column: the row's first cell, merged");
        assert_eq!(cell("hidden-sheet", 0, None), None);
    }

    #[test]
    fn a_missing_value_is_found_below_a_heading_of_two_storeys_and_in_any_column_that_may_hold_it() {
        let headings = [heading(5, 7, Field::Sex), heading(6, 2, Field::Nom), heading(5, 9, Field::Age)];
        let cells = FindingCells::new([((0, 17), 0)].into(), Vec::new(), &headings);
        let cell = |rule| cells.cell(&finding(rule, 17, None, Severity::Error));
        assert_eq!(cell("sex-missing"), Some((17, 7)));
        assert_eq!(cell("missing-name"), Some((17, 2)));
        assert_eq!(cell("birth-date-missing"), Some((17, 9)));
        assert_eq!(cell("quartier-missing"), Some((17, 0)), "no such column");
    }
}
