//! The data validation that Excel applies in the blank sheets: prompts, drop-down lists, warnings.
//!
//! Excel refuses an unknown sex, a year outside 1950 to 2099, and typing in the header or the example. For all other
//! values, also an impossible or future date, it asks and may keep them: partial dates and other words are legitimate.

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, XlsxError};
use serde::Deserialize;

use crate::messages::Messages;

use super::lists::WordList;

/// The check of a column.
#[derive(Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ColumnCheck {
    #[default]
    None,
    WordList(WordList),
    /// A whole date exists and is not in the future.
    Date,
    /// The same, and the date is not before the one in this column.
    NotBefore(String),
}

/// Returns the validation of a column. `cell` is its first cell, `other` the cell that it is compared with.
pub(super) fn of_column(
    check: &ColumnCheck,
    id: &str,
    cell: (u32, u16),
    other: (u32, u16),
    messages: &Messages,
) -> Result<Option<DataValidation>, XlsxError> {
    let header = format!("template-column-{id}");
    let prompt = format!("{header}.prompt");
    let cell = row_col_to_cell(cell.0, cell.1);
    let other = row_col_to_cell(other.0, other.1);
    let validation = match check {
        ColumnCheck::None if !messages.has(&prompt) => return Ok(None),
        ColumnCheck::None => DataValidation::new().allow_any_value(),
        ColumnCheck::WordList(WordList::Sex) => refusal(of_list(WordList::Sex), "template-refused-sex", messages)?,
        ColumnCheck::WordList(list) => question(of_list(*list), "template-doubt-list", messages)?,
        ColumnCheck::Date => question(by_formula(date_formula(&cell)), "template-doubt-date", messages)?,
        ColumnCheck::NotBefore(_) => {
            question(by_formula(not_before_formula(&cell, &other)), "template-doubt-declared", messages)?
        }
    };
    if !messages.has(&prompt) {
        return Ok(Some(validation));
    }
    with_prompt(validation, &messages.text(&header), &messages.text(&prompt)).map(Some)
}

/// Returns the validation of the quartier of the whole sheet.
pub(super) fn of_quartier(messages: &Messages) -> Result<DataValidation, XlsxError> {
    let validation = question(of_list(WordList::Quartier), "template-doubt-list", messages)?;
    with_prompt(validation, &messages.text("template-column-quartier"), &messages.text("template-prompt-quartier"))
}

/// Returns the validation of the year of the round or of the register.
pub(super) fn of_year(kind: &str, messages: &Messages) -> Result<DataValidation, XlsxError> {
    let years = DataValidation::new().allow_whole_number(DataValidationRule::Between(1950, 2099));
    let label = messages.text("template-label-year");
    let validation = refusal(years, "template-refused-year", messages)?;
    with_prompt(
        validation,
        label.trim_end_matches([':', ' ', '\u{a0}']),
        &messages.text(&format!("template-prompt-year-{kind}")),
    )
}

/// Returns the validation of the header and the example, which refuses typing.
pub(super) fn of_fixed(messages: &Messages) -> Result<DataValidation, XlsxError> {
    refusal(by_formula("FALSE".to_owned()).ignore_blank(false), "template-refused-fixed", messages)
}

fn of_list(list: WordList) -> DataValidation {
    DataValidation::new().allow_list_formula(Formula::new(list.name()))
}

fn by_formula(formula: String) -> DataValidation {
    DataValidation::new().allow_custom(Formula::new(formula))
}

fn refusal(validation: DataValidation, id: &str, messages: &Messages) -> Result<DataValidation, XlsxError> {
    let validation = validation.set_error_style(DataValidationErrorStyle::Stop);
    validation.set_error_title(messages.text("template-refused-title"))?.set_error_message(messages.text(id))
}

fn question(validation: DataValidation, id: &str, messages: &Messages) -> Result<DataValidation, XlsxError> {
    let validation = validation.set_error_style(DataValidationErrorStyle::Warning);
    validation.set_error_title(messages.text("template-doubt-title"))?.set_error_message(messages.text(id))
}

fn with_prompt(validation: DataValidation, title: &str, text: &str) -> Result<DataValidation, XlsxError> {
    validation.set_input_title(title)?.set_input_message(text)
}

/// Returns a formula that is false only for an impossible or future date in the form `dd/mm/yyyy`, with any separator.
///
/// The function `DATE` moves an impossible day to the next month, which changes its number. Any other text causes an
/// error in the formula and is accepted; the reader decides what it means.
fn date_formula(cell: &str) -> String {
    format!("OR(LEN({cell})<>10,IFERROR(AND({}),TRUE))", is_a_past_day(cell))
}

/// Returns [`date_formula`], also false for a date before the whole date in `other`.
fn not_before_formula(cell: &str, other: &str) -> String {
    let order = format!("OR(LEN({other})<>10,{}>={})", year_first(cell), year_first(other));
    format!("OR(LEN({cell})<>10,IFERROR(AND({},{order}),TRUE))", is_a_past_day(cell))
}

fn is_a_past_day(cell: &str) -> String {
    let day = format!("DATE(RIGHT({cell},4),MID({cell},4,2),LEFT({cell},2))");
    format!("MID({cell},4,2)<=\"12\",DAY({day})=--LEFT({cell},2),{day}<=TODAY()")
}

fn year_first(cell: &str) -> String {
    format!("RIGHT({cell},4)&MID({cell},4,2)&LEFT({cell},2)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_fits_the_limit_of_a_spreadsheet() {
        assert!(not_before_formula("B6", "G6").len() <= 255, "{}", not_before_formula("B6", "G6").len());
    }
}
