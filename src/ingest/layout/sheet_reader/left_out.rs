//! Tells why a row of a sheet is no data: a total, a block line, a title, a heading, a signature, or one under other columns.

use crate::record::{CellValue, GridRow, fold};

use super::super::address_lines::{Label, avenue_alone, house_on_known_avenue};
use super::super::context_lines::{add_title, add_unlabelled, block_line, number_in, without_suite};
use super::super::heading::looks_like_heading;
use super::super::list_kind::record_in;
use super::super::moved_rows::{MovedRows, first_beyond, is_wider, moved_column, stays_in_columns};
use super::super::non_data_rows::{
    are_signers, are_words, has_words_from, is_name_alone, is_person_called_total, is_row_of_counts, is_title_like,
    is_total, non_data_reason, opens_counts, opens_signature, opens_summary,
};
use super::super::persons_outside::{
    head_without_row, name_among_numbers, name_behind_label, row_in_one_cell, row_in_other_cell,
};
use super::{MOVED, OTHER_LIST, OUTSIDE, SIDE_BY_SIDE, SheetReader};

/// Most persons who sign side by side.
const MOST_SIGNERS: usize = 4;
/// Rows below a signature in which a table would go on.
const SIGNATURE_ROWS: usize = 5;

impl SheetReader<'_> {
    /// The reason why the first of these rows, which begins no heading, is no data; `None` for a row of data. A block
    /// line or a title changes the context of the rows below.
    pub(super) fn left_out_reason(&mut self, rows: &[GridRow]) -> Option<&'static str> {
        let (row, below) = rows.split_first()?;
        if is_total(row) && !self.columns_of(row).is_some_and(|columns| is_person_called_total(row, columns)) {
            return Some("total");
        }
        let in_other_cell =
            self.columns_of(row).and_then(|columns| row_in_other_cell(row, |column| columns.field(column)));
        if let Some(name) = in_other_cell.filter(|_| self.set_aside.is_none()) {
            self.outside.push((row.row, name));
            return Some(OUTSIDE);
        }
        if let Some(labels) = block_line(row).or_else(|| self.house_above(row)) {
            return Some(self.read_block_line(row, labels, below));
        }
        if self.output.has_table && opens_summary(row) {
            self.is_summary = true;
            return Some("title");
        }
        if self.columns_of(row).is_none() {
            return Some(self.read_row_outside(row));
        }
        if self.is_summary {
            return Some("recap");
        }
        if self.output.has_table && opens_counts(row) {
            self.is_counts = true;
            return Some("recap");
        }
        self.is_counts &= is_row_of_counts(row);
        if self.is_counts {
            return Some("recap");
        }
        if self.is_title_between(row, below) {
            self.sex.take_title(row, self.at);
            return Some("title");
        }
        if self.is_sex_line(row) {
            return Some("section");
        }
        if self.set_aside.is_some() {
            return self.set_aside;
        }
        if looks_like_heading(row, self.options.headers) {
            self.note_unread_titles(row);
            return Some("header");
        }
        self.reason_in_table(row, below)
    }

    /// The house that a line names without a label, on an avenue that a line above names.
    fn house_above(&self, row: &GridRow) -> Option<Vec<(Label, String)>> {
        let contexts = &self.output.contexts;
        house_on_known_avenue(row, |name| {
            let is_same = |line: &String| fold(avenue_alone(line)) == fold(name);
            contexts.iter().rev().filter_map(|context| context.avenue.as_ref()).any(is_same)
        })
    }

    /// Takes the labels of a block line into the context of the rows below. Returns why the line is no data.
    fn read_block_line(&mut self, row: &GridRow, mut labels: Vec<(Label, String)>, below: &[GridRow]) -> &'static str {
        let mut goes_on = false;
        for (_, value) in &mut labels {
            if let Some(without) = without_suite(value) {
                (*value, goes_on) = (without, true);
            }
        }
        let context = self.output.contexts.last().cloned().unwrap_or_default();
        // "Ménage 5 (suite)" at the top of the next page names the household above.
        let is_above = |value: &str| {
            let number = number_in(value).unwrap_or_else(|| value.to_owned());
            number.is_empty() || context.fiche.as_deref().is_some_and(|fiche| fold(fiche) == fold(&number))
        };
        labels.retain(|(label, value)| !(goes_on && *label == Label::Fiche && is_above(value)));
        let mut context = self.block.add_labels(context, &labels);
        let (this_year, has_table) = (self.options.this_year, self.output.has_table);
        let guessed = add_unlabelled(&mut context, row, &labels, this_year, has_table);
        self.keep_guessed_year(row, guessed, context.year);
        if !goes_on || self.output.contexts.last() != Some(&context) {
            self.output.contexts.push(context);
        }
        if let Some(name) = head_without_row(&labels, below) {
            self.outside.push((row.row, name));
            return OUTSIDE;
        }
        "section"
    }

    /// Keeps the year that a title seems to be that of, and the title.
    fn keep_guessed_year(&mut self, row: &GridRow, title: Option<String>, year: Option<i32>) {
        if let Some((title, year)) = title.zip(year) {
            self.guessed_year = Some((row.row, title, year));
        }
    }

    /// Takes a row above or beside the columns, a title or a name behind a label, into the context of the rows below.
    fn read_row_outside(&mut self, row: &GridRow) -> &'static str {
        if let Some(name) = name_behind_label(row, self.options.headers) {
            self.outside.push((row.row, name));
            return OUTSIDE;
        }
        if let Some(context) = self.output.contexts.last_mut() {
            let guessed = add_title(context, row, self.options.this_year);
            let year = context.year;
            self.keep_guessed_year(row, guessed, year);
        }
        self.sex.take_title(row, self.at);
        "title"
    }

    /// The reason why a row under the columns of a table is no data: a signature, a note, counts, or what stands under other
    /// columns than its own.
    fn reason_in_table(&mut self, row: &GridRow, below: &[GridRow]) -> Option<&'static str> {
        let columns = self.columns_of(row)?;
        let reason = non_data_reason(row, |column| columns.field(column));
        // The only cell of a row below "Le chef de quartier", at the end of a table, is the name of who signs.
        let ends_table = || !below.iter().take(SIGNATURE_ROWS).any(|row| row.cells.len() >= 3);
        let is_signer = row.cells.len() == 1 || is_name_alone(row, |column| columns.field(column));
        let is_signer = is_signer || row.cells.len() <= MOST_SIGNERS && are_words(row);
        if self.is_signed && is_signer && ends_table() {
            return Some("note");
        }
        if are_signers(row) && ends_table() {
            self.is_signed = true;
            return Some("note");
        }
        self.is_signed = reason == Some("note") && opens_signature(row);
        let columns = self.columns_of(row)?;
        if matches!(reason, Some("note" | "unfilled")) {
            let in_one_cell = row_in_one_cell(row, columns.list.len());
            if let Some(name) = in_one_cell.or_else(|| name_among_numbers(row, |column| columns.field(column))) {
                self.outside.push((row.row, name));
                return Some(OUTSIDE);
            }
            if columns.second_table_from.is_some_and(|from| has_words_from(row, from)) {
                return Some(SIDE_BY_SIDE);
            }
        }
        if reason.is_some() {
            return reason;
        }
        let misplaced = self.reason_of_columns(row);
        if misplaced.is_none() {
            self.block.end_block();
            self.note_wider_row(row);
        }
        misplaced
    }

    /// The reason why a row is not read under the columns of its table: it is moved, or stands beside another table.
    fn reason_of_columns(&mut self, row: &GridRow) -> Option<&'static str> {
        let columns = self.columns_of(row)?;
        if let Some(column) = moved_column(row, columns) {
            self.moved_rows.push((row.row, column));
            return Some(MOVED);
        }
        if self.records.is_some_and(|column| row.value(column).and_then(record_in).is_some()) {
            return Some(OTHER_LIST);
        }
        let is_moved = || is_wider(row, columns) && !stays_in_columns(row, columns);
        if matches!(self.moved, Some(MovedRows::Unreadable)) && is_moved() {
            let column = first_beyond(row, columns).unwrap_or_default();
            self.moved_rows.push((row.row, column));
            return Some(MOVED);
        }
        if columns.second_table_from.is_some_and(|from| row.cells.iter().any(|(column, _)| *column >= from)) {
            return Some(SIDE_BY_SIDE);
        }
        None
    }

    /// Whether a row of one or two texts belongs to a heading or a block line that follows.
    fn is_title_between(&self, row: &GridRow, below: &[GridRow]) -> bool {
        const MAX_ROWS: usize = 6;
        if !is_title_like(row) || self.holds_two_values(row) {
            return false;
        }
        let is_opening = |step: usize| self.heading_at(&below[step..]).is_some() || block_line(&below[step]).is_some();
        let next = (0..below.len().min(MAX_ROWS)).find(|step| is_opening(*step) || !is_title_like(&below[*step]));
        next.is_some_and(is_opening)
    }

    /// Whether two cells of a row stand under headings of a person: a name of two parts is no title.
    pub(super) fn holds_two_values(&self, row: &GridRow) -> bool {
        let is_personal = |(column, _): &&(u16, CellValue)| {
            self.columns.as_ref().is_some_and(|columns| columns.field(*column).is_personal())
        };
        row.cells.iter().filter(is_personal).count() >= 2
    }
}
