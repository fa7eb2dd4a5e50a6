//! Findings on the columns of a sheet. A finding that a sheet already has is not repeated for its next table.

use crate::finding::{Finding, Severity};
use crate::record::{Field, FieldReason, Kind, RowAt, column_letters, fold};

use super::heading::HeadingColumn;
use super::table_columns::TableColumns;

/// Adds findings on columns to those of a sheet.
pub(super) struct ColumnNotes<'f> {
    pub(super) at: RowAt,
    pub(super) findings: &'f mut Vec<Finding>,
}

impl ColumnNotes<'_> {
    /// Adds a warning on a column; its value is the heading as typed, or the column's letters.
    pub(super) fn warn(&mut self, rule: &'static str, column: &HeadingColumn, args: Vec<(&'static str, String)>) {
        let value =
            if column.text.is_empty() { column_letters(column.column).to_string() } else { column.text.clone() };
        let at = RowAt { row: column.row, ..self.at }.cell(Some(column.column));
        self.add(Finding { rule, severity: Severity::Warning, at, value, args });
    }

    /// Adds a warning on a column that names a field.
    pub(super) fn warn_of_field(&mut self, rule: &'static str, column: &HeadingColumn, field: Field) {
        self.warn(rule, column, vec![("field", field.code().to_owned())]);
    }

    /// Adds warnings on headings that were not recognised and on expected columns that are missing.
    pub(super) fn warn_of_gaps(&mut self, columns: &TableColumns, kind: Kind) {
        let is_unknown = |column: &&HeadingColumn| column.why == FieldReason::Unknown && !fold(&column.text).is_empty();
        for column in columns.list.iter().filter(is_unknown) {
            self.warn("column-unrecognised", column, Vec::new());
        }
        let births: &[Field] = &[Field::BirthDate, Field::BirthYear, Field::BirthDatePlace];
        let expected: &[(&str, &[Field])] = match kind {
            Kind::Census => &[
                ("birth_date", &[Field::BirthDate, Field::BirthYear, Field::BirthDatePlace, Field::Age]),
                ("sex", &[Field::Sex, Field::SexMale]),
                ("relation", &[Field::Relation]),
            ],
            Kind::Birth => &[
                ("birth_date", births),
                ("declared_on", &[Field::DeclaredOn, Field::DeclaredYear]),
                ("sex", &[Field::Sex, Field::SexMale]),
            ],
            Kind::Event => &[("event_date", &[Field::EventDate]), ("birth_date", births)],
        };
        for (code, _) in expected.iter().filter(|(_, fields)| !columns.has_any(fields)) {
            self.add(Finding {
                rule: "column-missing",
                severity: Severity::Warning,
                at: self.at.cell(None),
                value: String::new(),
                args: vec![("field", (*code).to_owned())],
            });
        }
    }

    fn add(&mut self, finding: Finding) {
        let is_repeated = self.findings.iter().any(|other| {
            (other.rule, &other.value, &other.args, other.at.row.sheet)
                == (finding.rule, &finding.value, &finding.args, finding.at.row.sheet)
        });
        if !is_repeated {
            self.findings.push(finding);
        }
    }
}
