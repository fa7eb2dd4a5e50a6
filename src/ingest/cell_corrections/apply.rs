//! Applies the corrections of a file to its sheets before tables are searched in them.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Finding, Severity};
use crate::record::{
    Book, CellConfirmation, CellCorrection, CellValue, CorrectedCell, Grid, RowAt, column_letters, is_same_cell_text,
    is_text_of_cell, shown_cell_text,
};

use super::FileCorrections;

/// Most corrections of a file that are named one by one when they are refused; the others are counted.
const MOST_NAMED: usize = 20;
/// The rule of a correction that is refused.
const REFUSED: &str = "cell-correction-refused";

/// The effect of corrections on a book.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct CorrectedBook {
    /// The cells that now hold another text, by sheet, row and column.
    pub(crate) cells: Vec<CorrectedCell>,
    /// The corrections that were refused.
    pub(crate) findings: Vec<Finding>,
    /// Rows of which no cell is left: index of the sheet, row. They stand as they are in the sheet.
    pub(crate) emptied: BTreeSet<(usize, u32)>,
}

/// What a correction of a cell finds there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CellAnswer {
    /// The cell shows this text; "" for a blank one.
    Text(String),
    /// The file has no such sheet.
    NoSheet,
    /// The row is blank in the sheet.
    NoRow,
    /// The cell is hidden below a merged one, whose place this is.
    Merged(String),
}

impl CorrectedBook {
    /// Replaces the text of each corrected cell. A correction is refused if the text that it replaces is not there.
    pub(crate) fn apply(corrections: &FileCorrections, book: &mut Book) -> Self {
        let mut by_cell: BTreeMap<(&str, u32, u16), Vec<&CellCorrection>> = BTreeMap::new();
        for correction in &corrections.corrections {
            let cell = (correction.sheet.as_str(), correction.row, correction.column);
            by_cell.entry(cell).or_default().push(correction);
        }
        let mut corrected = Self::default();
        let mut refused: Vec<Finding> = Vec::new();
        for ((sheet, row, column), chain) in by_cell {
            let index = sheet_index(book, sheet);
            let at = RowAt { sheet: index.unwrap_or(0) as u16, row: if index.is_some() { row } else { 0 }, file: 0 };
            let at = at.cell(index.map(|_| column));
            let answer = CellAnswer::of(book, sheet, row, column);
            let CellAnswer::Text(sheet_text) = &answer else {
                refused.extend(chain.iter().map(|correction| refusal(correction, at, &answer)));
                continue;
            };
            let (confirmations, chain): (Vec<_>, Vec<_>) =
                chain.into_iter().partition(|correction| correction.is_confirmation());
            let (last, open) = follow(sheet_text, &chain);
            let text = last.map_or(sheet_text, |last| &last.new);
            refused.extend(open.iter().map(|correction| refusal(correction, at, &CellAnswer::Text(text.clone()))));
            let confirmation = confirmation_of(text, &confirmations);
            let last = last.filter(|_| !is_text_of_cell(sheet_text, text));
            let Some((last, index)) = last.or(confirmation).zip(index) else { continue };
            corrected.cells.push(CorrectedCell {
                sheet: index as u16,
                row,
                column,
                sheet_text: sheet_text.clone(),
                text: text.clone(),
                author: last.author.clone(),
                moment: last.moment.clone(),
                reason: last.reason.clone(),
                id: last.id.clone(),
                confirmation: confirmation.map(|own| CellConfirmation {
                    id: own.id.clone(),
                    author: own.author.clone(),
                    moment: own.moment.clone(),
                }),
            });
        }
        corrected.cells.sort_by_key(|cell| (cell.sheet, cell.row, cell.column));
        corrected.write_cells(book);
        corrected.findings = named(refused);
        corrected
    }

    /// Removes the cells that a corrections workbook changed further: what it put there is read.
    pub(crate) fn drop_changed_cells(&mut self, book: &Book) {
        let emptied = std::mem::take(&mut self.emptied);
        self.cells.retain(|cell| {
            let grid = book.grids.get(usize::from(cell.sheet));
            let now = shown_cell_text(grid.and_then(|grid| value_of(grid, cell.row, cell.column)));
            is_same_cell_text(&now, &cell.text) || emptied.contains(&(usize::from(cell.sheet), cell.row))
        });
        self.emptied = emptied;
    }

    fn write_cells(&mut self, book: &mut Book) {
        for cells in self.cells.chunk_by(|a, b| (a.sheet, a.row) == (b.sheet, b.row)) {
            let (sheet, number) = (usize::from(cells[0].sheet), cells[0].row);
            let Some(grid) = book.grids.get_mut(sheet) else { continue };
            let Ok(place) = grid.rows.binary_search_by_key(&number, |row| row.row) else { continue };
            let mut row = grid.rows[place].cells.clone();
            // A text that is only confirmed stays as it is in the sheet.
            for cell in cells.iter().filter(|cell| cell.is_changed()) {
                row.retain(|(column, _)| *column != cell.column);
                if !is_same_cell_text(&cell.text, "") {
                    row.push((cell.column, CellValue::Text(cell.text.as_str().into())));
                }
                grid.uncomputed.retain(|place| *place != (number, cell.column));
            }
            if row.iter().all(|(_, value)| value.is_blank()) {
                self.emptied.insert((sheet, number));
            } else {
                row.sort_by_key(|(column, _)| *column);
                grid.rows[place].cells = row;
            }
        }
    }
}

impl CellAnswer {
    /// What stands in a cell of the book.
    pub(crate) fn of(book: &Book, sheet: &str, row: u32, column: u16) -> Self {
        let Some(grid) = sheet_index(book, sheet).and_then(|index| book.grids.get(index)) else { return Self::NoSheet };
        if let Some(merge) = grid.merges.iter().find(|merge| {
            let is_first = (merge.first_row, merge.first_column) == (row, column);
            let is_inside = (merge.first_row..=merge.last_row).contains(&row)
                && (merge.first_column..=merge.last_column).contains(&column);
            is_inside && !is_first
        }) {
            // Some programs leave a value below a merged cell; it is read, so it can be corrected.
            if value_of(grid, row, column).is_none() {
                return Self::Merged(format!("{}{}", column_letters(merge.first_column), merge.first_row));
            }
        }
        match grid.rows.binary_search_by_key(&row, |row| row.row) {
            Ok(place) => Self::Text(shown_cell_text(grid.rows[place].value(column))),
            Err(_) => Self::NoRow,
        }
    }

    /// The code of the reason why nothing can be corrected there, or of another text.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::NoSheet => "sheet",
            Self::NoRow => "row",
            Self::Merged(_) => "merged",
        }
    }

    /// The text there, or the place of the merged cell.
    pub(crate) fn detail(&self) -> &str {
        match self {
            Self::Text(text) | Self::Merged(text) => text,
            Self::NoSheet | Self::NoRow => "",
        }
    }
}

fn value_of(grid: &Grid, row: u32, column: u16) -> Option<&CellValue> {
    let place = grid.rows.binary_search_by_key(&row, |row| row.row).ok()?;
    grid.rows[place].value(column)
}

/// The index of a sheet of the book. The summary sheet of a corrections workbook is the program's own.
fn sheet_index(book: &Book, name: &str) -> Option<usize> {
    book.grids.iter().position(|grid| grid.name == name && !grid.is_corrections())
}

/// Follows the corrections of one cell from the text in the sheet: each replaces the text of the one before. Returns
/// the last one that was followed, and those that were not.
///
/// An undone correction is a correction back. The order decides only between corrections that contradict.
fn follow<'c>(sheet_text: &str, chain: &[&'c CellCorrection]) -> (Option<&'c CellCorrection>, Vec<&'c CellCorrection>) {
    let mut open: Vec<&CellCorrection> = chain.to_vec();
    let mut last: Option<&CellCorrection> = None;
    loop {
        let text = last.map_or(sheet_text, |last| &last.new);
        let Some(next) = open.iter().position(|correction| is_text_of_cell(text, &correction.old)) else { break };
        last = Some(open.remove(next));
    }
    // The same correction typed twice changes nothing.
    let text = last.map_or(sheet_text, |last| &last.new);
    let is_double = |correction: &&CellCorrection| {
        is_same_cell_text(&correction.new, text)
            && last.is_some_and(|last| is_same_cell_text(&last.old, &correction.old))
    };
    open.retain(|correction| !is_double(correction));
    (last, open)
}

/// The confirmation of a text that holds: a second one takes the first back.
pub(crate) fn confirmation_of<'c>(text: &str, confirmations: &[&'c CellCorrection]) -> Option<&'c CellCorrection> {
    let mut own: Vec<&CellCorrection> =
        confirmations.iter().copied().filter(|own| is_text_of_cell(text, &own.old)).collect();
    // The same line in two files is one.
    own.sort_by(|a, b| (&a.moment, &a.id).cmp(&(&b.moment, &b.id)));
    own.dedup_by(|a, b| a.id == b.id);
    own.last().copied().filter(|_| own.len() % 2 == 1)
}

fn refusal(correction: &CellCorrection, at: crate::record::CellAt, answer: &CellAnswer) -> Finding {
    let args = vec![
        ("cause", answer.code().to_owned()),
        ("place", correction.place_text()),
        ("old", correction.old.clone()),
        ("now", answer.detail().to_owned()),
        ("author", correction.author.clone()),
        ("from", correction.source_text()),
    ];
    Finding { rule: REFUSED, severity: Severity::Warning, at, value: correction.new.clone(), args }
}

/// The first findings, each with the number of corrections that it stands for: the last one for all that follow.
fn named(mut refused: Vec<Finding>) -> Vec<Finding> {
    let n_more = refused.len().saturating_sub(MOST_NAMED);
    refused.truncate(MOST_NAMED);
    let n_named = refused.len();
    for (place, finding) in refused.iter_mut().enumerate() {
        let n = if place + 1 == n_named { n_more + 1 } else { 1 };
        finding.args.push(("n", n.to_string()));
    }
    refused
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{GridRow, Merge};

    fn book() -> Book {
        let cell = |text: &str| CellValue::Text(text.into());
        let rows = vec![
            GridRow { row: 1, cells: vec![(0, cell("Nom")), (1, cell("Sexe"))] },
            GridRow { row: 3, cells: vec![(0, cell("MBALA")), (1, cell("?")), (2, CellValue::Number(12.0))] },
            GridRow { row: 4, cells: vec![(0, cell("LEMA"))] },
        ];
        let merges = vec![Merge { first_row: 3, last_row: 4, first_column: 2, last_column: 2 }];
        Book { grids: vec![Grid { name: "F".into(), rows, merges, ..Grid::default() }], ..Book::default() }
    }

    fn correction(cell: (u32, u16), old: &str, new: &str) -> CellCorrection {
        let (row, column) = cell;
        let [sheet, old, new] = ["F", old, new].map(str::to_owned);
        CellCorrection { sheet, row, column, old, new, author: "Ruth".into(), ..CellCorrection::default() }
    }

    fn applied(corrections: &[CellCorrection]) -> (Book, CorrectedBook) {
        let mut book = book();
        let file = FileCorrections { corrections: corrections.to_vec(), hash: String::new() };
        let corrected = CorrectedBook::apply(&file, &mut book);
        (book, corrected)
    }

    fn text(book: &Book, row: u32, column: u16) -> String {
        shown_cell_text(value_of(&book.grids[0], row, column))
    }

    fn causes(corrected: &CorrectedBook) -> Vec<&str> {
        corrected.findings.iter().map(|finding| finding.args[0].1.as_str()).collect()
    }

    #[test]
    fn a_correction_replaces_the_text_that_it_names_and_keeps_the_one_of_the_sheet() {
        let (book, corrected) = applied(&[
            correction((3, 1), "?", "F"),
            correction((3, 2), "12", "13"),
            correction((4, 1), "", "M"),
            correction((3, 0), "mbala", "KANZA"),
        ]);
        assert_eq!([text(&book, 3, 1), text(&book, 3, 2), text(&book, 4, 1)], ["F", "13", "M"]);
        assert_eq!(text(&book, 3, 0), "MBALA");
        let texts: Vec<_> = corrected.cells.iter().map(|cell| (cell.sheet_text.as_str(), cell.text.as_str())).collect();
        assert_eq!(texts, [("?", "F"), ("12", "13"), ("", "M")]);
        assert_eq!(causes(&corrected), ["text"]);
        assert_eq!(corrected.findings[0].at, RowAt { file: 0, sheet: 0, row: 3 }.cell(Some(0)));
    }

    #[test]
    fn corrections_of_one_cell_form_a_chain_in_any_order_and_one_back_undoes() {
        let chain = [correction((3, 1), "?", "M"), correction((3, 1), "M", "F")];
        for order in [[0, 1], [1, 0]] {
            let (book, corrected) = applied(&order.map(|place| chain[place].clone()));
            assert_eq!((text(&book, 3, 1).as_str(), corrected.findings.len()), ("F", 0));
        }
        let back = [correction((3, 2), "12", "13"), correction((3, 2), "13", "12")];
        let (undone, corrected) = applied(&back);
        assert_eq!((undone, corrected), (book(), CorrectedBook::default()), "the number is a number again");
        let again = [&back[..], &[correction((3, 2), "12", "13")]].concat();
        assert_eq!(text(&applied(&again).0, 3, 2), "13");
    }

    #[test]
    fn of_two_that_contradict_the_later_is_refused_and_a_double_is_no_fault() {
        let (book, corrected) = applied(&[correction((3, 1), "?", "M"), correction((3, 1), "?", "F")]);
        assert_eq!((text(&book, 3, 1).as_str(), causes(&corrected)), ("M", vec!["text"]));
        assert!(corrected.findings[0].args.contains(&("now", "M".to_owned())));
        let (book, corrected) = applied(&[correction((3, 1), "?", "M"), correction((3, 1), "?", "M")]);
        assert_eq!((text(&book, 3, 1).as_str(), causes(&corrected)), ("M", vec![]));
    }

    #[test]
    fn what_is_not_there_can_not_be_corrected() {
        let other = CellCorrection { sheet: "G".into(), ..correction((3, 1), "?", "F") };
        let refused = [correction((2, 0), "", "X"), correction((9, 0), "x", "Y"), correction((4, 2), "", "13"), other];
        let (unchanged, corrected) = applied(&refused);
        assert_eq!(unchanged, book());
        assert_eq!(causes(&corrected), ["row", "merged", "row", "sheet"]);
        let merged = corrected.findings.iter().find(|finding| finding.args[0].1 == "merged").expect("one");
        assert!(merged.args.contains(&("now", "C3".to_owned())));
    }

    #[test]
    fn a_row_of_which_nothing_is_left_stands_and_is_named() {
        let (unchanged, corrected) = applied(&[correction((4, 0), "LEMA", " ")]);
        assert_eq!(unchanged, book());
        assert_eq!(corrected.emptied, BTreeSet::from([(0, 4)]));
        assert_eq!(corrected.cells.len(), 1);
    }

    #[test]
    fn many_refused_corrections_are_counted() {
        let refused: Vec<CellCorrection> = (0..50).map(|n| correction((3, 1), &format!("x{n}"), "F")).collect();
        let (_, corrected) = applied(&refused);
        let counts: Vec<&str> =
            corrected.findings.iter().map(|finding| finding.args.last().unwrap().1.as_str()).collect();
        assert_eq!((counts.len(), counts[0], counts[19]), (20, "1", "31"));
    }
}
