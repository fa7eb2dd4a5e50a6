//! Turns one file into raw rows: reads its book, takes year, quartier and avenue from the names of the file and its
//! sheets, and finds the tables in the sheets.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::error::{Error, ErrorCode, Result};
use crate::finding::{Finding, Severity, WithFindings};
use crate::record::{
    Book, BookDoubt, CellValue, Context, CorrectedCell, Field, FileName, Grid, Kind, OriginalCells, RawCell, RawFile,
    RawRow, RowAt, SourceFile, SourceSheet, column_letters, fold, is_commune, workbook_sheet_name,
};

use super::cell_corrections::{CellAnswer, CorrectedBook, FileCorrections};
use super::corrected::WorkbookEdits;
use super::headers::Headers;
use super::input_files::InputRole;
use super::layout::{self, SheetOptions, year_in};
use super::read_book::{FileBytes, book_of, load_file};
use super::repeat_sheets::RepeatSheets;
use super::settings::IngestSettings;

/// Reads one file. Rows carry file index 0; the caller sets the file's index in the run.
///
/// `kind` is what the file's folder holds; `None` lets the headings decide.
///
/// # Errors
/// A file that can't be used, with the reason: `file-lock`, `file-empty`, `file-too-large`, `file-encrypted`,
/// `file-damaged`, `file-bomb`, `file-not-spreadsheet`, `file-other-format`, `file-too-old`, `file-no-sheet`,
/// `file-outside-sheet`, `file-too-many-cells`, `file-too-heavy`, `file-too-slow`, `reader-not-started`,
/// `file-no-rows`, or one of the file system. A file without any heading is no error: its rows go to quarantine.
pub fn read_file(
    path: &Path,
    name: &str,
    kind: Option<Kind>,
    headers: &Headers,
    settings: &IngestSettings,
) -> Result<WithFindings<RawFile>> {
    let file = load_file(path, name, settings)?;
    read_loaded_file(&file, kind, (&InputRole::Plain, FileCorrections::NONE), headers, settings)
}

/// Reads a file whose bytes are loaded, with the corrections of its cells and in its role beside corrections workbooks;
/// the errors are those of [`read_file`].
pub(crate) fn read_loaded_file(
    file: &FileBytes,
    kind: Option<Kind>,
    (role, corrections): (&InputRole, &FileCorrections),
    headers: &Headers,
    settings: &IngestSettings,
) -> Result<WithFindings<RawFile>> {
    let mut book = book_of(&file.bytes, settings)?;
    let mut corrected = CorrectedBook::apply(corrections, &mut book);
    let (mut deleted, mut not_applied) = (BTreeSet::new(), Vec::new());
    if let InputRole::Corrected(edits, _) = role {
        for of_workbook in edits.iter() {
            let (rows, findings) = of_workbook.apply(&mut book);
            deleted.extend(rows);
            not_applied.extend(findings);
        }
        corrected.drop_changed_cells(&book);
    }
    // The cells move from the grids into the rows.
    let mut sheet_findings = Vec::new();
    book.grids.iter().enumerate().for_each(|(index, grid)| note_sheet(index, grid, &mut sheet_findings));
    let lone_quote = if book.doubts.contains(&BookDoubt::Quotes) { row_of_lone_quote(&book) } else { 0 };
    let mut noted = find_tables(&mut book.grids, file.source.clone(), kind, headers, settings)?;
    note_book(&book, lone_quote, &mut noted.findings);
    noted.findings.append(&mut sheet_findings);
    for row in noted.output.rows.iter_mut().filter(|row| deleted.contains(&(usize::from(row.at.sheet), row.at.row))) {
        row.left_out.get_or_insert("row-deleted");
    }
    noted.findings.retain(|finding| !deleted.contains(&(usize::from(finding.at.row.sheet), finding.at.row.row)));
    noted.findings.extend(not_applied);
    leave_out_emptied_rows(corrected, &mut noted);
    if let InputRole::Corrections(edits, _) = role {
        keep_added_rows(edits, &mut noted);
    }
    Ok(noted)
}

/// Returns what a person finds in a cell: with the typed corrections, and with those of corrections workbooks too. The
/// names of the sheets follow.
pub(crate) fn cell_answers(
    file: &FileBytes,
    (role, corrections): (&InputRole, &FileCorrections),
    (sheet, row, column): (&str, u32, u16),
    settings: &IngestSettings,
) -> Result<([CellAnswer; 2], Vec<String>)> {
    let mut book = book_of(&file.bytes, settings)?;
    let corrected = CorrectedBook::apply(corrections, &mut book);
    let is_it = |cell: &&CorrectedCell| {
        let name = book.grids.get(usize::from(cell.sheet)).map(|grid| grid.name.as_str());
        (name, cell.row, cell.column) == (Some(sheet), row, column)
    };
    // A row of which no cell is left stands in the book as it is in the sheet.
    let own = corrected.cells.iter().find(is_it).map(|cell| CellAnswer::Text(cell.text.clone()));
    let typed = own.clone().unwrap_or_else(|| CellAnswer::of(&book, sheet, row, column));
    if let InputRole::Corrected(edits, _) = role {
        edits.iter().for_each(|of_workbook| drop(of_workbook.apply(&mut book)));
    }
    let sheets = book.grids.iter().filter(|grid| !grid.is_corrections()).map(|grid| grid.name.clone()).collect();
    let is_emptied = own.is_some() && corrected.emptied.iter().any(|(_, emptied)| *emptied == row);
    let read = if is_emptied { typed.clone() } else { CellAnswer::of(&book, sheet, row, column) };
    Ok(([typed, read], sheets))
}

/// The texts of some cells of a row as the sheet has them; "" for a cell that is not there.
pub(crate) fn texts_of_row(
    file: &FileBytes,
    (sheet, row): (&str, u32),
    columns: &[u16],
    settings: &IngestSettings,
) -> Result<Vec<String>> {
    let book = book_of(&file.bytes, settings)?;
    let text = |column: &u16| match CellAnswer::of(&book, sheet, row, *column) {
        CellAnswer::Text(text) => text,
        _ => String::new(),
    };
    Ok(columns.iter().map(text).collect())
}

/// The numbers of the corrections whose text a file is read with.
pub(crate) fn holding_corrections(
    file: &FileBytes,
    corrections: &FileCorrections,
    settings: &IngestSettings,
) -> Result<Vec<String>> {
    let mut book = book_of(&file.bytes, settings)?;
    let cells = CorrectedBook::apply(corrections, &mut book).cells;
    Ok(cells.into_iter().flat_map(|cell| [cell.id].into_iter().chain(cell.confirmation.map(|own| own.id))).collect())
}

/// Leaves out the rows of which corrections left no cell. What a corrections workbook put into a cell since then
/// counts.
fn leave_out_emptied_rows(corrected: CorrectedBook, noted: &mut WithFindings<RawFile>) {
    for row in &mut noted.output.rows {
        if corrected.emptied.contains(&(usize::from(row.at.sheet), row.at.row)) {
            row.left_out.get_or_insert("row-emptied");
        }
    }
    let is_emptied = |finding: &Finding| {
        let at = finding.at.row;
        corrected.emptied.contains(&(usize::from(at.sheet), at.row))
    };
    noted.findings.retain(|finding| !is_emptied(finding));
    noted.findings.extend(corrected.findings);
    noted.output.corrected = corrected.cells;
}

/// Leaves out the rows of a corrections workbook that are read in its original.
fn keep_added_rows(edits: &[WorkbookEdits], noted: &mut WithFindings<RawFile>) {
    let is_added = |sheet: u16, row: u32| edits.iter().any(|edits| edits.added.contains(&(usize::from(sheet), row)));
    let is_new_sheet = |sheet: u16| edits.iter().any(|edits| edits.new_sheets.contains(&usize::from(sheet)));
    for row in noted.output.rows.iter_mut().filter(|row| !is_added(row.at.sheet, row.at.row)) {
        row.left_out.get_or_insert("in-original");
    }
    // The original has the same findings on whole sheets.
    noted.findings.retain(|finding| {
        let at = finding.at.row;
        is_added(at.sheet, at.row) || is_new_sheet(at.sheet)
    });
}

/// Returns the name under which the program wrote a corrections workbook that a person saved under another one: it has
/// the fixed columns of its original. `None` for any other file.
fn name_as_saved(grids: &[Grid], path: &str) -> Option<String> {
    let summary = grids.iter().find(|grid| grid.is_corrections() && FileName::of(path).correction == 0)?;
    let original = OriginalCells::of_summary(summary)?;
    let name = FileName::of(&original.name).of_correction(1);
    Some(path.rsplit_once('/').map_or(name.clone(), |(folder, _)| format!("{folder}/{name}")))
}

/// Finds the tables of a file's sheets. Cells move from the grids into the rows.
fn find_tables(
    grids: &mut [Grid],
    source: SourceFile,
    kind: Option<Kind>,
    headers: &Headers,
    settings: &IngestSettings,
) -> Result<WithFindings<RawFile>> {
    let assumed = kind.unwrap_or(Kind::Census);
    let file_context = context_of_file_name(&source.path, assumed);
    let mut file = RawFile {
        source,
        kind: assumed,
        rows: Vec::new(),
        contexts: Vec::new(),
        headings: Vec::new(),
        corrected: Vec::new(),
        merges: grids.iter().map(|grid| grid.merges.clone()).collect(),
    };
    let mut findings = Vec::new();
    let (mut n_rows_by_kind, mut n_lists) = (BTreeMap::new(), 0);
    // Without a given kind, the headings may ask for a second reading.
    let repeats = RepeatSheets::of(grids, headers);
    let as_saved = name_as_saved(grids, &file.source.path);
    let copy = kind.is_none().then(|| grids.to_vec());
    let mut columns_of_book: Option<layout::BookColumns> = None;
    let mut years_of_book = BTreeSet::new();
    for (index, grid) in grids.iter_mut().enumerate() {
        let at = RowAt { file: 0, sheet: sheet_number(index), row: 0 };
        let start = context_of_sheet(&file_context, name_of_sheet(&grid.name, &file.source.path));
        let first_context = file.contexts.len() as u32;
        file.source.sheets.push(SourceSheet { name: grid.name.clone(), n_rows: grid.rows.len() as u32 });
        if grid.is_corrections() {
            file.contexts.push(start);
            file.rows.extend(rows_left_out(grid, at, first_context, "corrections"));
            continue;
        }
        if repeats.is_household_sheet(index) {
            let n = grid.rows.len().saturating_sub(1).to_string();
            findings.push(sheet_warning("household-sheet", index, &grid.name, vec![("n", n)]));
            file.contexts.push(start);
            file.rows.extend(rows_left_out(grid, at, first_context, "household-sheet"));
            continue;
        }
        let options = SheetOptions {
            kind: assumed,
            headers,
            file: &file.source.path,
            as_saved: as_saved.as_deref(),
            keep_sensitive: settings.keep_sensitive,
            this_year: settings.this_year,
            columns_of_book: columns_of_book.as_ref(),
        };
        let mut sheet = layout::read_sheet(grid, at, &start, &options);
        columns_of_book = sheet.columns.take().or(columns_of_book);
        sheet.n_rows_by_kind.iter().for_each(|(kind, n)| *n_rows_by_kind.entry(*kind).or_insert(0) += n);
        if sheet.has_table {
            years_of_book.extend(sheet.contexts.iter().filter_map(Context::round_year));
        }
        n_lists += usize::from(sheet.has_table && !layout::is_summary(&grid.name));
        file.contexts.extend(sheet.contexts);
        file.headings.extend(sheet.headings);
        file.rows.extend(sheet.rows.into_iter().map(|mut row| {
            row.context += first_context;
            row
        }));
        findings.extend(sheet.findings);
    }
    repeats.add_addresses(&mut file);
    share_year(&mut file, &years_of_book);
    leave_out_summary_sheets(grids, &mut file, n_lists, &mut findings);
    if file.rows.is_empty() {
        return Err(Error::new(ErrorCode::FileNoRows));
    }
    // Of two kinds with as many rows, the later one has the more particular headings.
    let most = n_rows_by_kind.into_iter().max_by_key(|(kind, n)| (*n, *kind)).map(|(kind, _)| kind);
    let other_kind = most.filter(|kind| *kind != Kind::Census);
    if let Some(mut copy) = copy.filter(|_| other_kind.is_some()) {
        // The headings are those of a birth register or a list of events: some columns mean something else there.
        let source = SourceFile { sheets: Vec::new(), ..file.source };
        return find_tables(&mut copy, source, other_kind, headers, settings);
    }
    Ok(WithFindings { output: file, findings })
}

fn sheet_number(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

fn sheet_warning(rule: &'static str, sheet: usize, value: &str, args: Vec<(&'static str, String)>) -> Finding {
    let at = RowAt { sheet: sheet_number(sheet), ..RowAt::default() }.cell(None);
    Finding { rule, severity: Severity::Warning, at, value: value.to_owned(), args }
}

/// Adds the findings on a file as a whole: doubts about its text, sheets without cells, macros, full sheets.
/// `lone_quote` is the row with a quotation mark that is not closed; 0 if it is not known.
fn note_book(book: &Book, lone_quote: u32, findings: &mut Vec<Finding>) {
    use BookDoubt::{CutShort, Letters, Quotes};
    for (doubt, rule) in [(Letters, "doubtful-letters"), (Quotes, "lone-quote"), (CutShort, "cut-short")] {
        if book.doubts.contains(&doubt) {
            let mut finding = sheet_warning(rule, 0, "", Vec::new());
            if doubt == Quotes {
                finding.at = RowAt { row: lone_quote, ..finding.at.row }.cell(None);
            }
            findings.push(finding);
        }
    }
    for name in &book.other_sheets {
        findings.push(sheet_warning("chart-sheet", 0, name, Vec::new()));
    }
    if book.has_macros {
        findings.push(sheet_warning("macros", 0, "", Vec::new()));
    }
    for (index, grid) in book.grids.iter().enumerate().filter(|(_, grid)| grid.is_full) {
        let last = grid.rows.last().map_or(0, |row| row.row);
        findings.push(sheet_warning("sheet-full", index, &grid.name, vec![("n", last.to_string())]));
    }
}

/// The first row of a text table with a quotation mark that is not closed; 0 if none has one.
fn row_of_lone_quote(book: &Book) -> u32 {
    let is_odd = |value: &CellValue| value.display_text().bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    let mut rows = book.grids.iter().flat_map(|grid| &grid.rows);
    rows.find(|row| row.cells.iter().any(|(_, value)| is_odd(value))).map_or(0, |row| row.row)
}

/// Adds the findings on hidden rows and columns with cells and on formulas that were never computed. A hidden sheet has
/// a finding of its own.
fn note_sheet(index: usize, grid: &Grid, findings: &mut Vec<Finding>) {
    let at = |row: u32, column: Option<u16>| RowAt { sheet: sheet_number(index), row, file: 0 }.cell(column);
    let mut add = |rule, at, n: usize, value: String| {
        let args = vec![("n", n.to_string())];
        findings.push(Finding { rule, severity: Severity::Warning, at, value, args });
    };
    if let Some((row, column)) = grid.uncomputed.first() {
        add("formula-not-computed", at(*row, Some(*column)), grid.uncomputed.len(), grid.name.clone());
    }
    if grid.is_hidden || grid.hidden.is_empty() {
        return;
    }
    let is_in = |ranges: &[(u32, u32)], number: u32| {
        let next = ranges.partition_point(|(_, last)| *last < number);
        ranges.get(next).is_some_and(|(first, _)| *first <= number)
    };
    let mut rows = grid.rows.iter().map(|row| row.row).filter(|row| is_in(&grid.hidden.rows, *row));
    if let Some(first) = rows.next() {
        add("hidden-rows", at(first, None), 1 + rows.count(), grid.name.clone());
    }
    let cells = grid.rows.iter().flat_map(|row| row.cells.iter().map(|(column, _)| *column));
    let columns: BTreeSet<u16> = cells.filter(|column| is_in(&grid.hidden.columns, u32::from(*column))).collect();
    if !columns.is_empty() {
        let letters: Vec<String> = columns.iter().map(|column| column_letters(*column).to_string()).collect();
        add("hidden-columns", at(0, None), columns.len(), letters.join(", "));
    }
}

/// Gives the pages of a census without a year that of the other pages, if they have one year.
fn share_year(file: &mut RawFile, years_of_book: &BTreeSet<i32>) {
    let Some(year) = years_of_book.first().filter(|_| years_of_book.len() == 1 && file.kind == Kind::Census) else {
        return;
    };
    for context in file.contexts.iter_mut().filter(|context| context.round_year().is_none()) {
        context.year = Some(*year);
    }
}

/// Leaves out the rows of sheets whose name announces a summary, if another sheet of the file lists persons.
fn leave_out_summary_sheets(grids: &[Grid], file: &mut RawFile, n_lists: usize, findings: &mut Vec<Finding>) {
    for (index, grid) in grids.iter().enumerate().filter(|(_, grid)| n_lists > 0 && layout::is_summary(&grid.name)) {
        let mut n_rows = 0_u64;
        for row in file.rows.iter_mut().filter(|row| usize::from(row.at.sheet) == index && row.left_out.is_none()) {
            row.left_out = Some("recap-sheet");
            n_rows += 1;
        }
        if n_rows > 0 {
            findings.push(sheet_warning("recap-sheet", index, &grid.name, vec![("n", n_rows.to_string())]));
        }
    }
}

/// The rows of a sheet that is left out as a whole.
fn rows_left_out(grid: &Grid, at: RowAt, context: u32, reason: &'static str) -> impl Iterator<Item = RawRow> {
    let cell =
        |(column, value): &(u16, CellValue)| RawCell { column: *column, field: Field::Other, value: value.clone() };
    grid.rows.iter().map(move |row| {
        let (at, cells) = (RowAt { row: row.row, ..at }, row.cells.iter().map(cell).collect());
        RawRow { at, context, cells, carried: Vec::new(), left_out: Some(reason) }
    })
}

/// The context that a file's name gives: its year, and as quartier the words left without numbers and usual words. A
/// birth register is that of a commune: the name of a commune is that of no quartier there.
fn context_of_file_name(path: &str, kind: Kind) -> Context {
    let stem = FileName::of(path).stem.replace('_', " ");
    let is_of_commune = kind == Kind::Birth && names_commune(&stem);
    let quartier_of_file = quartier_in_file_name(&stem).filter(|_| !is_of_commune);
    Context { year_of_file: year_in(&stem), quartier_of_file, ..Context::default() }
}

/// Whether the name of a file has the name of a commune and no word for a quartier.
fn names_commune(stem: &str) -> bool {
    const LONGEST: usize = 3;
    let folded = fold(stem);
    let words: Vec<&str> = folded.split(' ').collect();
    let is_quartier = |word: &str| {
        word == "QUARTIER" || word.strip_prefix('Q').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
    };
    let has_commune = || (1..=LONGEST).any(|n| words.windows(n).any(|some| is_commune(&some.concat())));
    !words.iter().any(|word| is_quartier(word)) && has_commune()
}

/// The year that a run reads in the name of a file.
pub(crate) fn year_in_name(name: &str) -> Option<i32> {
    year_in(name)
}

/// The name of a sheet; "" for the sheet of a CSV in its corrections workbook, which has the name of the file.
fn name_of_sheet<'n>(name: &'n str, path: &str) -> &'n str {
    let file = FileName::of(path);
    let is_of_csv = file.correction > 0 && name == workbook_sheet_name("", file.stem);
    if is_of_csv { "" } else { name }
}

/// The file's context with what the sheet's name adds.
fn context_of_sheet(file: &Context, sheet: &str) -> Context {
    let is_avenue = ["AV ", "AVENUE ", "RUE "].iter().any(|word| fold(sheet).starts_with(word));
    Context {
        year: year_in(sheet),
        sheet_name: Some(sheet.to_owned()).filter(|name| !name.is_empty()),
        avenue: is_avenue.then(|| sheet.to_owned()),
        ..file.clone()
    }
}

/// The quartier in `Q03 Batumona 2017`, `RECENSEMENT 16 Kimbunda 2017` or `quartier 23 17 Mai 2017`: the words left
/// without the usual words, the quartier's number and the year.
fn quartier_in_file_name(stem: &str) -> Option<String> {
    const USUAL: &str = "QUARTIER RECENSEMENT FICHE FICHES MENAGE MENAGES CENSUS COPIE DE DU FINAL";
    let is_usual = |word: &str| {
        let folded = fold(word);
        let is_number = folded.strip_prefix('Q').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
        is_number || USUAL.split(' ').any(|usual| usual == folded)
    };
    // "(2)" behind a name is that of a second copy.
    let is_copy = |word: &str| word.starts_with('(') && word.ends_with(')') && !word.contains(char::is_alphabetic);
    let mut words: Vec<&str> = stem.split_whitespace().filter(|word| !is_usual(word) && !is_copy(word)).collect();
    while words.last().is_some_and(|word| year_in(word).is_some()) {
        words.pop();
    }
    // A leading number of one or two digits is the quartier's, unless only "17 Mai" would be cut to "Mai".
    let is_number = |word: &str| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    if words.len() >= 2 && is_number(words[0]) && fold(words[1]) != "MAI" {
        words.remove(0);
    }
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_gives_quartier_and_year() {
        for (name, quartier) in [
            ("census/Q03 Batumona_2017.xlsx", "Batumona"),
            ("census/RECENSEMENT 46 Waya Waya_2018.xlsx", "Waya Waya"),
            ("census/quartier_23 17 Mai_2017.xlsx", "17 Mai"),
            ("census/quartier_17 Mai_2017.xlsx", "17 Mai"),
            ("census/Q03 Batumona_2017.corrections-2.xlsx", "Batumona"),
            ("census/batumona FINAL 2017 (2).xlsx", "batumona"),
        ] {
            let context = context_of_file_name(name, Kind::Census);
            assert_eq!(context.quartier_of_file.as_deref(), Some(quartier), "{name}");
            assert!(context.year_of_file.is_some());
        }
        assert_eq!(context_of_file_name("x.csv", Kind::Census).round_year(), None);
        for (name, kind, quartier) in [
            ("births/naissances_kasavubu_2012.csv", Kind::Birth, None),
            ("births/naissances quartier kasavubu_2012.csv", Kind::Birth, Some("naissances kasavubu")),
            ("census/Q13 Kasa-Vubu_2017.xlsx", Kind::Census, Some("Kasa-Vubu")),
        ] {
            assert_eq!(context_of_file_name(name, kind).quartier_of_file.as_deref(), quartier, "{name}");
        }
    }
}
