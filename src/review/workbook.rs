//! Writes the workbook in which a person judges pairs: two lines for each pair, a cell for the ruling, coloured
//! differences.

use std::borrow::Cow;

use std::sync::LazyLock;

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use crate::error::{Error, ErrorCode, Result};
use crate::messages::{Messages, say};
use crate::record::fold;

use super::pair::{ReviewPair, ReviewRow, RowPlace, company_of_both};
use super::words::{Evidence, evidence};

/// The columns: the message `review-column-…` of their heading, and the width in characters. A technical column has no
/// width and the same heading in every language.
static COLUMNS: LazyLock<Vec<(&str, Option<f64>)>> = LazyLock::new(|| {
    let column =
        |line: &'static str| line.split_once(' ').map_or((line, None), |(key, width)| (key, width.parse().ok()));
    include_str!("columns.txt").lines().map(column).collect()
});
/// The first technical column. It and those after it are hidden.
const TECHNICAL: u16 = 18;
/// The columns that a sample hides: what the program makes of the pair.
const HIDDEN_IN_SAMPLE: [&str; 4] = ["probability", "for", "against", "register"];
/// Row of the headings, from 0.
const HEADINGS: u32 = 3;

type XlsxResult<T> = std::result::Result<T, XlsxError>;

/// What the pairs of a workbook are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReviewKind {
    /// The most useful to judge, with the evidence.
    Useful,
    /// A random sample, judged without the program's evidence.
    Sample,
}

/// Returns the bytes of a workbook of pairs to judge.
///
/// # Errors
/// `review-not-made` if a workbook can't hold a text.
pub(crate) fn workbook(pairs: &[ReviewPair<'_>], kind: ReviewKind, messages: &Messages) -> Result<Vec<u8>> {
    write_book(pairs, kind, messages).map_err(|e| Error::new(ErrorCode::ReviewNotMade).because(e))
}

fn write_book(pairs: &[ReviewPair<'_>], kind: ReviewKind, messages: &Messages) -> XlsxResult<Vec<u8>> {
    let mut book = Workbook::new();
    // A fixed date, so that the same pairs give the same bytes.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = messages.text("review-title");
    book.set_properties(&DocProperties::new().set_company("Bato").set_title(title).set_creation_datetime(&created));
    let (name, help) = match kind {
        ReviewKind::Useful => ("review-sheet-open", "review-help-open"),
        ReviewKind::Sample => ("review-sheet-sample", "review-help-sample"),
    };
    let sheet = book.add_worksheet();
    sheet.set_name(messages.text(name))?;
    write_sheet(sheet, pairs, kind, &say!(messages, help, n = pairs.len()), messages)?;
    book.save_to_buffer()
}

fn write_sheet(
    sheet: &mut Worksheet,
    pairs: &[ReviewPair<'_>],
    kind: ReviewKind,
    help: &str,
    messages: &Messages,
) -> XlsxResult<()> {
    let title = Format::new().set_bold().set_font_size(14.0);
    let heading = Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x1F_4E_79))
        .set_font_color(Color::White)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter);
    sheet.write_string_with_format(0, 0, messages.text("review-title"), &title)?;
    sheet.write_string(1, 0, help)?;
    for (column, (key, width)) in (0..).zip(COLUMNS.iter()) {
        let text = if width.is_some() { messages.text(&format!("review-column-{key}")) } else { (*key).to_owned() };
        sheet.write_string_with_format(HEADINGS, column, text, &heading)?;
        let is_hidden = kind == ReviewKind::Sample && HIDDEN_IN_SAMPLE.contains(key);
        match width.filter(|_| !is_hidden) {
            Some(width) => sheet.set_column_width(column, width)?,
            None => sheet.set_column_hidden(column)?,
        };
    }
    sheet.set_freeze_panes(HEADINGS + 1, 1)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(HEADINGS, HEADINGS)?;
    let mut row = HEADINGS + 1;
    for (number, pair) in (1..).zip(pairs) {
        write_pair(sheet, row, pair, kind, number, messages)?;
        row += 2;
    }
    if row > HEADINGS + 1 {
        let choices = ["review-same", "review-different", "review-unknown"].map(|id| messages.text(id));
        let list = DataValidation::new().allow_list_strings(&choices)?;
        sheet.add_data_validation(HEADINGS + 1, 0, row - 1, 0, &list)?;
    }
    Ok(())
}

fn write_pair(
    sheet: &mut Worksheet,
    row: u32,
    review: &ReviewPair<'_>,
    kind: ReviewKind,
    number: u32,
    messages: &Messages,
) -> XlsxResult<()> {
    let ReviewPair { pair, rows, sample } = review;
    let base = || Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let last = |format: Format| format.set_border_bottom(FormatBorder::Medium);
    let ruling = last(base().set_background_color(Color::RGB(0xFF_F2_CC)).set_bold());
    let is_shown = kind == ReviewKind::Useful;
    let words = if is_shown { evidence(pair, messages) } else { Evidence::default() };
    let register = messages.text(if pair.is_kept { "review-one-person" } else { "review-two-persons" });
    let of_program = |text: String| if is_shown { text } else { String::new() };
    for (column, text, format) in [
        (0, String::new(), &ruling),
        (1, String::new(), &last(base())),
        (2, of_program(messages.percent(pair.probability)), &last(base())),
        (3, words.speaks_for.join("\n"), &last(base())),
        (4, words.against.join("\n"), &last(base())),
        (TECHNICAL - 1, of_program(register), &last(base())),
    ] {
        sheet.merge_range(row, column, row + 1, column, &cut(&text), format)?;
    }
    let height = 15.0 * (words.speaks_for.len().max(words.against.len()) as f64 / 2.0).ceil().max(2.0);
    let company = company_of_both(rows.map(|row| row.company.as_slice()));
    let company = company.map(|company| company_text(&company, messages));
    let shown = [0, 1].map(|line| cells(rows[line], &company[line], &pair.places[line]));
    for (line, (row_of, place)) in rows.iter().zip(&pair.places).enumerate() {
        let at = row + line as u32;
        sheet.set_row_height(at, height)?;
        for (column, (text, other)) in shown[line].iter().zip(&shown[1 - line]).enumerate() {
            let differs = fold(text) != fold(other);
            // Only columns that are compared are coloured: the place and the household always differ.
            let format =
                if differs && column < 10 { base().set_background_color(Color::RGB(0xF8_CB_AD)) } else { base() };
            let format = if line == 1 { last(format) } else { format };
            sheet.write_string_with_format(at, column as u16 + 5, cut(text), &format)?;
        }
        let cell = format!("{}!{}", place.sheet, place.row);
        let technical = [number.to_string(), row_of.key.clone(), place.file.clone(), cell, sample.clone()];
        for (column, text) in technical.into_iter().enumerate() {
            sheet.write_string(at, TECHNICAL + column as u16, cut(&text))?;
        }
    }
    Ok(())
}

/// Most UTF-16 units of a text in a cell, below the limit of a spreadsheet (32,767).
const MOST_UNITS: usize = 32_000;

/// Cuts a text that a cell can't hold, at the last whole word, with `…` after it.
fn cut(text: &str) -> Cow<'_, str> {
    let mut n_units = 0;
    let is_within = |c: char| {
        n_units += c.len_utf16();
        n_units > MOST_UNITS
    };
    match text.find(is_within) {
        Some(end) => Cow::Owned(format!("{}…", text[..end].rsplit_once(' ').map_or(&text[..end], |(start, _)| start))),
        None => Cow::Borrowed(text),
    }
}

/// The names of the company of a row, each person of both sides with a mark.
#[must_use]
pub fn company_text(company: &[(String, bool)], messages: &Messages) -> String {
    let name = |(name, is_on_both): &(String, bool)| match is_on_both {
        true => say!(messages, "review-on-both-sides", name),
        false => name.clone(),
    };
    company.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Returns the cells of a row from the column `nom` to the column `source`.
fn cells(row: &ReviewRow, company: &str, place: &RowPlace) -> Vec<String> {
    let typed = |codes: &[&str]| codes.iter().find_map(|code| row.typed.get(*code)).cloned().unwrap_or_default();
    let source = match place.sheet.as_str() {
        "" => format!("{} : {}", place.file, place.row),
        sheet => format!("{} : {sheet}!{}", place.file, place.row),
    };
    let [quartier, avenue, parcel] = row.address.clone();
    vec![
        typed(&["nom", "nom_postnom", "full_name", "prenom_first"]),
        typed(&["postnom"]),
        typed(&["prenom"]),
        typed(&["sex", "sex_male", "sex_female"]),
        typed(&["birth_date", "birth_date_place", "birth_year", "age"]),
        typed(&["birth_place"]),
        typed(&["relation"]),
        quartier,
        avenue,
        parcel,
        company.to_owned(),
        source,
    ]
}
