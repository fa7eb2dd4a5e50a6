//! What a person changed in a corrections workbook, and how it is applied to the original as it stands now.

use std::collections::BTreeSet;

use crate::finding::{Finding, Severity};
use crate::record::{
    Book, CellHash, CellValue, FileName, Grid, GridRow, OriginalCells, OriginalSheet, RowAt, RowHashes, cell_hash,
    column_letters, row_hashes, workbook_sheet_name,
};

use super::column_map::ColumnMap;
use super::row_pairs::{Change, pair_rows};

/// Most corrections of a sheet that are named one by one when they can't be applied; the others are counted.
const MOST_NAMED: usize = 20;
/// The rule of a correction that can't be applied.
const NOT_APPLIED: &str = "correction-not-applied";

/// A row by the index of its sheet in the book, and its number.
pub(crate) type SheetRow = (usize, u32);

/// The changes of one corrections workbook.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct WorkbookEdits {
    /// The workbook's path relative to the raw folder.
    pub(crate) workbook: String,
    sheets: Vec<SheetEdits>,
    /// Rows of the workbook that are not in its original: a person added them.
    pub(crate) added: BTreeSet<SheetRow>,
    /// Indexes of the workbook's sheets that are not in its original.
    pub(crate) new_sheets: BTreeSet<usize>,
}

#[derive(Debug, Clone, PartialEq)]
struct SheetEdits {
    /// The sheet of the original, as it was when the workbook was made.
    original: OriginalSheet,
    rows: Vec<RowEdit>,
    /// Rows that are not compared, since the columns of the workbook are no longer those of the original.
    n_moved: usize,
}

#[derive(Debug, Clone, PartialEq)]
struct RowEdit {
    /// Place of the row in the original's sheet.
    original: usize,
    /// Row of the workbook; `None` if the person deleted it.
    workbook_row: Option<u32>,
    cells: Vec<CellEdit>,
}

#[derive(Debug, Clone, PartialEq)]
struct CellEdit {
    column: u16,
    before: Option<CellHash>,
    /// The corrected value; `None` for a cell that the person emptied.
    after: Option<CellValue>,
}

impl WorkbookEdits {
    /// Compares a saved workbook with its original. Without the original's cells as they were, those of `now` count:
    /// rows missing from the workbook are then not taken for deleted.
    pub(crate) fn of(name: &str, book: &Book, original: Option<&OriginalCells>, now: Option<&Book>) -> Option<Self> {
        let sheets = match (original, now) {
            (Some(original), _) => original.sheets.clone(),
            (None, Some(now)) => cells_of(now, FileName::of(name).stem, &[]),
            (None, None) => return None,
        };
        let mut edits = Self { workbook: name.to_owned(), ..Self::default() };
        let mut is_of_original = vec![false; book.grids.len()];
        for sheet in sheets {
            let Some(index) = place_of_sheet(&sheet, book, &is_of_original) else { continue };
            is_of_original[index] = true;
            let sheet_edits = edits.of_sheet(sheet, index, &book.grids[index], original.is_some());
            edits.sheets.push(sheet_edits);
        }
        let is_new = |(index, grid): &(usize, &Grid)| !is_of_original[*index] && !grid.is_corrections();
        for (index, grid) in book.grids.iter().enumerate().filter(is_new) {
            edits.new_sheets.insert(index);
            edits.added.extend(grid.rows.iter().map(|row| (index, row.row)));
        }
        Some(edits)
    }

    fn of_sheet(&mut self, original: OriginalSheet, index: usize, grid: &Grid, is_exact: bool) -> SheetEdits {
        let saved = row_hashes(grid);
        let pairs = pair_rows(&original.rows, &saved, Change::Corrected);
        let mut is_paired = vec![false; saved.len()];
        let mut rows = Vec::new();
        for (place, pair) in pairs.into_iter().enumerate() {
            let Some(found) = pair else {
                if is_exact {
                    rows.push(RowEdit { original: place, workbook_row: None, cells: Vec::new() });
                }
                continue;
            };
            let number = saved[found].row;
            let cells = cell_edits(&original.rows[place], &saved[found], grid);
            // Without the cells of the original, a row that has little in common with another is no correction of it.
            if !is_exact && cells.len() * 2 > original.rows[place].cells.len().max(saved[found].cells.len()) {
                continue;
            }
            is_paired[found] = true;
            if !cells.is_empty() {
                rows.push(RowEdit { original: place, workbook_row: Some(number), cells });
            }
        }
        // A workbook in which a column was inserted or removed: what stands in the next column is no correction.
        let n_cells: usize = saved.iter().zip(&is_paired).filter(|(_, is)| **is).map(|(row, _)| row.cells.len()).sum();
        let n_edited: usize = rows.iter().map(|row| row.cells.len()).sum();
        if is_exact && rows.len() > 1 && n_edited * 2 > n_cells {
            let n_rows = rows.len();
            return SheetEdits { original, rows: Vec::new(), n_moved: n_rows };
        }
        let added = saved.iter().zip(&is_paired).filter(|(_, is_paired)| !**is_paired);
        self.added.extend(added.map(|(row, _)| (index, row.row)));
        SheetEdits { original, rows, n_moved: 0 }
    }

    /// The cells of the rows that a person added. `book` is the workbook.
    fn added_cells(&self, book: &Book) -> Vec<Vec<(u16, CellHash)>> {
        let rows = book.grids.iter().enumerate().flat_map(|(index, grid)| {
            row_hashes(grid).into_iter().filter(move |row| self.added.contains(&(index, row.row)))
        });
        rows.map(|row| row.cells).collect()
    }

    /// Whether the person changed nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.added.is_empty() && self.sheets.iter().all(|sheet| sheet.rows.is_empty() && sheet.n_moved == 0)
    }

    /// Whether most rows of the original are in the workbook.
    pub(crate) fn fits(&self, n_rows_of_workbook: usize) -> bool {
        self.added.len() * 2 <= n_rows_of_workbook
    }

    /// Writes the corrections into the original where what was corrected still stands. Returns the rows that the person
    /// deleted, and a finding for what can't be applied.
    pub(crate) fn apply(&self, book: &mut Book) -> (BTreeSet<SheetRow>, Vec<Finding>) {
        let mut deleted = BTreeSet::new();
        let mut findings = Vec::new();
        let mut is_taken = vec![false; book.grids.len()];
        for sheet in &self.sheets {
            let index = place_of_sheet(&sheet.original, book, &is_taken);
            index.into_iter().for_each(|index| is_taken[index] = true);
            let mut open = match index {
                Some(index) => sheet.apply(index, &mut book.grids[index], &mut deleted),
                None => sheet.rows.iter().flat_map(RowEdit::open_edits).collect(),
            };
            let moved = OpenEdit { row: 0, column: None, place: "–".to_owned(), value: String::new() };
            open.extend((sheet.n_moved > 0).then_some(moved));
            let n_more = open.len().saturating_sub(MOST_NAMED);
            open.truncate(MOST_NAMED);
            let place = |row: u32| RowAt { sheet: index.unwrap_or(0) as u16, row, ..RowAt::default() };
            let finding = |open: OpenEdit, n: usize| Finding {
                rule: NOT_APPLIED,
                severity: Severity::Warning,
                at: place(open.row).cell(open.column.filter(|_| open.row > 0)),
                value: open.value,
                args: vec![
                    ("workbook", self.workbook.clone()),
                    ("place", format!("{}!{}", sheet.original.workbook_name, open.place)),
                    ("n", n.to_string()),
                ],
            };
            let last = open.pop();
            findings.extend(open.into_iter().map(|open| finding(open, 1)));
            findings.extend(last.map(|last| finding(last, n_more + sheet.n_moved.max(1))));
        }
        (deleted, findings)
    }
}

/// Whether most rows of the original that a workbook was made from are in a book as they were.
pub(super) fn has_most_rows(book: &Book, original: &OriginalCells) -> bool {
    let now: BTreeSet<Vec<(u16, CellHash)>> = book.grids.iter().flat_map(row_hashes).map(|row| row.cells).collect();
    let rows = || original.sheets.iter().flat_map(|sheet| &sheet.rows);
    rows().filter(|row| now.contains(&row.cells)).count() * 2 > rows().count()
}

/// Whether a newer workbook of the same original has each correction of an older one, or another one in its place. Each
/// comes with the cells of its original.
pub(super) fn is_covered(
    (older, older_original): (&Book, &OriginalCells),
    (newer, newer_original): (&Book, &OriginalCells),
) -> bool {
    let of = |book, original| WorkbookEdits::of("", book, Some(original), None).unwrap_or_default();
    let (own, others) = (of(older, older_original), of(newer, newer_original));
    let is_row_covered = |sheet: &SheetEdits, edit: &RowEdit| {
        let other = others.sheets.iter().find(|other| other.original.name == sheet.original.name);
        let row = other.and_then(|other| other.rows.iter().find(|row| row.original == edit.original));
        row.is_some_and(|row| {
            let has_cell = |cell: &CellEdit| row.cells.iter().any(|other| other.column == cell.column);
            row.workbook_row.is_none() || edit.workbook_row.is_some() && edit.cells.iter().all(has_cell)
        })
    };
    let mut added_rows: Vec<Vec<(u16, CellHash)>> = others.added_cells(newer);
    let is_added = own.added_cells(older).into_iter().all(|row| {
        let place = added_rows.iter().position(|other| *other == row);
        place.is_some_and(|place| {
            added_rows.swap_remove(place);
            true
        })
    });
    is_added && own.sheets.iter().all(|sheet| sheet.rows.iter().all(|edit| is_row_covered(sheet, edit)))
}

/// A correction that can't be applied.
struct OpenEdit {
    /// Row of the original now; 0 if it is no longer there.
    row: u32,
    column: Option<u16>,
    /// Cell or row of the workbook.
    place: String,
    value: String,
}

impl SheetEdits {
    fn apply(&self, index: usize, grid: &mut Grid, deleted: &mut BTreeSet<SheetRow>) -> Vec<OpenEdit> {
        let now = row_hashes(grid);
        let columns = ColumnMap::between(&self.original.rows, &now);
        let now = columns.before(now);
        let pairs = pair_rows(&self.original.rows, &now, Change::SentAgain);
        let mut open = Vec::new();
        for edit in &self.rows {
            let Some(found) = pairs[edit.original] else {
                // A row that is in neither file any more needs no correction.
                open.extend(edit.open_edits().filter(|_| edit.workbook_row.is_some()));
                continue;
            };
            let number = now[found].row;
            if edit.workbook_row.is_none() {
                let before = &self.original.rows[edit.original];
                if before.cells == now[found].cells {
                    deleted.insert((index, number));
                } else {
                    open.extend(edit.open_edits().map(|edit| OpenEdit { row: number, ..edit }));
                }
                continue;
            }
            let Ok(place) = grid.rows.binary_search_by_key(&number, |row| row.row) else { continue };
            let row = &mut grid.rows[place];
            let mut cells = row.cells.clone();
            for (cell, open_edit) in edit.cells.iter().zip(edit.open_edits()) {
                let stands = now[found].cell(cell.column);
                let Some(column_now) = columns.now(cell.column) else {
                    open.push(OpenEdit { row: number, column: None, ..open_edit });
                    continue;
                };
                if stands == cell.before {
                    cells.retain(|(column, _)| *column != column_now);
                    cells.extend(cell.after.clone().map(|value| (column_now, value)));
                } else if stands != cell.after.as_ref().and_then(cell_hash) {
                    open.push(OpenEdit { row: number, column: Some(column_now), ..open_edit });
                }
            }
            if cells.is_empty() {
                deleted.insert((index, number));
            } else {
                cells.sort_by_key(|(column, _)| *column);
                row.cells = cells;
            }
        }
        open
    }
}

impl RowEdit {
    fn open_edits(&self) -> impl Iterator<Item = OpenEdit> + '_ {
        let row = self.workbook_row;
        let of_cell = move |cell: &CellEdit| OpenEdit {
            row: 0,
            column: None,
            place: format!("{}{}", column_letters(cell.column).as_str(), row.unwrap_or(0)),
            value: cell.after.as_ref().map(CellValue::to_text).unwrap_or_default(),
        };
        let of_row =
            row.is_none().then(|| OpenEdit { row: 0, column: None, place: "–".to_owned(), value: String::new() });
        self.cells.iter().map(of_cell).chain(of_row)
    }
}

/// The cells in which a saved row differs from the original's.
fn cell_edits(before: &RowHashes, after: &RowHashes, grid: &Grid) -> Vec<CellEdit> {
    let columns: BTreeSet<u16> = before.cells.iter().chain(&after.cells).map(|(column, _)| *column).collect();
    let mut row: Option<Option<&GridRow>> = None;
    let mut edits = Vec::new();
    for column in columns.into_iter().filter(|column| before.cell(*column) != after.cell(*column)) {
        let row = row.get_or_insert_with(|| {
            let place = grid.rows.binary_search_by_key(&after.row, |row| row.row).ok()?;
            Some(&grid.rows[place])
        });
        let value = row.and_then(|row| row.value(column)).filter(|value| cell_hash(value).is_some());
        edits.push(CellEdit { column, before: before.cell(column), after: value.cloned() });
    }
    edits
}

/// The cells of each sheet of a book. `names` are those of the sheets in a workbook made from it, if they are known.
pub(crate) fn cells_of(book: &Book, stem: &str, names: &[String]) -> Vec<OriginalSheet> {
    let grids = book.grids.iter().enumerate().filter(|(_, grid)| !grid.is_corrections());
    let sheet = |(index, grid): (usize, &Grid)| OriginalSheet {
        name: grid.name.clone(),
        workbook_name: names.get(index).cloned().unwrap_or_else(|| workbook_sheet_name(&grid.name, stem)),
        rows: row_hashes(grid),
    };
    grids.map(sheet).collect()
}

/// Finds a sheet by its name in the original or in the workbook, else the only free sheet, else the free sheet that has
/// most of its rows.
fn place_of_sheet(sheet: &OriginalSheet, book: &Book, is_taken: &[bool]) -> Option<usize> {
    let mut free = book.grids.iter().enumerate().filter(|(index, grid)| !is_taken[*index] && !grid.is_corrections());
    let named = |name: &str| free.clone().find(|(_, grid)| grid.name == name).map(|(index, _)| index);
    let only = || free.clone().next().filter(|_| free.clone().count() == 1).map(|(index, _)| index);
    let with_rows = || free.clone().find(|(_, grid)| has_most_rows_of(grid, sheet)).map(|(index, _)| index);
    let found = named(&sheet.name).or_else(|| named(&sheet.workbook_name)).or_else(only).or_else(with_rows);
    free.next().and(found)
}

/// Whether most rows of a sheet of the original are in a grid as they were.
fn has_most_rows_of(grid: &Grid, sheet: &OriginalSheet) -> bool {
    let now: BTreeSet<Vec<(u16, CellHash)>> = row_hashes(grid).into_iter().map(|row| row.cells).collect();
    sheet.rows.iter().filter(|row| now.contains(&row.cells)).count() * 2 > sheet.rows.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(name: &str, rows: &[&str]) -> Book {
        let row = |(row, text): (u32, &&str)| GridRow {
            row,
            cells: (0..).zip(text.split(' ')).map(|(column, word)| (column, CellValue::Text(word.into()))).collect(),
        };
        let rows = (1..).zip(rows).filter(|(_, text)| !text.is_empty()).map(row).collect();
        Book { grids: vec![Grid { name: name.into(), rows, ..Grid::default() }], ..Book::default() }
    }

    fn texts(book: &Book) -> Vec<String> {
        let text = |row: &GridRow| row.cells.iter().map(|(_, value)| value.to_text()).collect::<Vec<_>>().join(" ");
        book.grids[0].rows.iter().map(text).collect()
    }

    const ORIGINAL: [&str; 4] = ["Nom Prénom Sexe", "MBALA Ruth ?", "LEMA Noé M", "KANZA Paul M"];

    fn edits(saved: &[&str]) -> WorkbookEdits {
        let sheets = cells_of(&book("", &ORIGINAL), "x", &[]);
        let original = OriginalCells { sheets, ..OriginalCells::default() };
        WorkbookEdits::of("x.corrections.xlsx", &book("x", saved), Some(&original), None).expect("edits")
    }

    #[test]
    fn corrections_follow_their_row_and_added_and_deleted_rows_are_known() {
        let edits = edits(&["Nom Prénom Sexe", "MBALA Ruth F", "KANZA Paul M", "", "ILUNGA Jean M"]);
        assert_eq!(edits.added, BTreeSet::from([(0, 5)]));
        let mut now = book("", &["Nom Prénom Sexe", "NOUVEAU Luc M", "MBALA Ruth ?", "LEMA Noé M", "KANZA Paul M"]);
        let (deleted, findings) = edits.apply(&mut now);
        assert_eq!(texts(&now)[2], "MBALA Ruth F");
        assert_eq!((deleted, findings), (BTreeSet::from([(0, 4)]), vec![]));
    }

    #[test]
    fn columns_that_moved_in_the_workbook_are_no_corrections() {
        let edits = edits(&["N° Nom Prénom Sexe", "1 MBALA Ruth F", "2 LEMA Noé M", "3 KANZA Paul M"]);
        let mut now = book("", &["Nom Prénom Sexe", "MBALA Ruth ?", "LEMA Noé M", "KANZA Paul M", "NOUVEAU Luc M"]);
        let before = now.clone();
        let (deleted, findings) = edits.apply(&mut now);
        assert_eq!((&now, deleted), (&before, BTreeSet::new()));
        assert_eq!(findings.len(), 1);
        assert!(edits.added.is_empty(), "no row is read twice: {:?}", edits.added);
    }

    #[test]
    fn a_filled_cell_follows_its_column_in_a_newer_original() {
        let rows = ["Nom Prénom Sexe Né", "MBALA Ruth F", "LEMA Noé M 1950", "KANZA Paul M 1960"];
        let sheets = cells_of(&book("", &rows), "x", &[]);
        let original = OriginalCells { sheets, ..OriginalCells::default() };
        let saved = book("x", &["Nom Prénom Sexe Né", "MBALA Ruth F 1967", "LEMA Noé M 1950", "KANZA Paul M 1960"]);
        let edits = WorkbookEdits::of("x.corrections.xlsx", &saved, Some(&original), None).expect("edits");
        let mut now = book("", &["Nom Prénom Sexe Obs Né", "MBALA Ruth F", "LEMA Noé M - 1950", "KANZA Paul M - 1960"]);
        assert_eq!(edits.apply(&mut now), (BTreeSet::new(), vec![]));
        assert_eq!(now.grids[0].rows[1].value(4).map(CellValue::to_text), Some("1967".to_owned()));
        assert_eq!(now.grids[0].rows[1].value(3), None);
        // A column that is gone takes no correction.
        let mut now = book("", &["Nom Prénom Sexe", "MBALA Ruth F", "LEMA Noé M", "KANZA Paul M"]);
        assert_eq!(edits.apply(&mut now).1.len(), 1);
    }

    #[test]
    fn a_sheet_that_was_renamed_in_the_workbook_is_known_by_its_rows() {
        let two = |first: &str, rows: [&[&str]; 2]| {
            let [one, other] =
                [(first, rows[0]), ("Rue B", rows[1])].map(|(name, rows)| book(name, rows).grids.remove(0));
            Book { grids: vec![other, one], ..Book::default() }
        };
        let others = ["Nom Prénom Sexe", "NSEKA Anne F", "PANZU Luc M", "DIA Rose F"];
        let sheets = cells_of(&two("Rue A", [&ORIGINAL, &others]), "x", &[]);
        let original = OriginalCells { sheets, ..OriginalCells::default() };
        let saved = two("Avenue A", [&["Nom Prénom Sexe", "MBALA Ruth F", "LEMA Noé M", "KANZA Paul M"], &others]);
        // The renamed sheet comes first: its place does not tell.
        let edits = WorkbookEdits::of("x.corrections.xlsx", &saved, Some(&original), None).expect("edits");
        assert!(edits.added.is_empty() && edits.new_sheets.is_empty(), "{:?}", edits.added);
        let mut now = two("Rue A", [&[&ORIGINAL[..], &["NOUVEAU Luc M"]].concat(), &others]);
        assert_eq!(edits.apply(&mut now), (BTreeSet::new(), vec![]));
        assert_eq!(now.grids[1].rows[1].value(2).map(CellValue::to_text), Some("F".to_owned()));
    }

    #[test]
    fn what_no_longer_stands_is_left_and_named() {
        let edits = edits(&["Nom Prénom Sexe", "MBALA Ruth F", "LEMA Noé M", "KANZA Paul F"]);
        let mut now = book("", &["Nom Prénom Sexe", "MBALA Ruth M", "LEMA Noé M"]);
        let (deleted, findings) = edits.apply(&mut now);
        assert_eq!(texts(&now), ["Nom Prénom Sexe", "MBALA Ruth M", "LEMA Noé M"]);
        let places: Vec<_> =
            findings.iter().map(|finding| (finding.at.row.row, finding.at.column, &*finding.value)).collect();
        assert_eq!(places, [(2, Some(2), "F"), (0, None, "F")]);
        assert!(deleted.is_empty());
        // A correction that the original has by now needs no word.
        let mut now = book("", &["Nom Prénom Sexe", "MBALA Ruth F", "LEMA Noé M", "KANZA Paul F"]);
        assert_eq!(edits.apply(&mut now), (BTreeSet::new(), vec![]));
    }

    #[test]
    fn without_the_cells_of_the_original_no_row_is_taken_for_deleted() {
        let mut now = book("F", &["Nom Prénom Sexe", "MBALA Ruth ?", "LEMA Noé M", "NOUVEAU Luc M"]);
        let saved = book("F", &["Nom Prénom Sexe", "MBALA Ruth F", "LEMA Noé M"]);
        let edits = WorkbookEdits::of("x.xlsx", &saved, None, Some(&now)).expect("edits");
        assert_eq!(edits.apply(&mut now), (BTreeSet::new(), vec![]));
        assert_eq!(texts(&now), ["Nom Prénom Sexe", "MBALA Ruth F", "LEMA Noé M", "NOUVEAU Luc M"]);
    }
}
