//! The lines of a file of corrections: read one by one, so that a line that can't be read costs itself alone, and
//! written in the same form.

use std::path::Path;

use crate::error::{Error, ErrorCode, Result};
use crate::finding::Finding;
use crate::record::{CellCorrection, column_of_letters, guarded, unguarded};

use super::super::delimited::csv_reader;
use super::line_finding;

/// The separators of a CSV. The program writes commas; a spreadsheet program may save semicolons.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
/// Number of rows of a spreadsheet.
const MOST_ROWS: u32 = 1_048_576;
/// Most letters of a line that a finding shows.
const MOST_SHOWN: usize = 200;

#[derive(Debug, Default)]
pub(super) struct CorrectionLines {
    pub(super) corrections: Vec<CellCorrection>,
    pub(super) findings: Vec<Finding>,
}

/// Reads the text of a file of corrections. `name` is its path relative to the raw folder.
///
/// # Errors
/// `corrections-columns` if the first line has not the columns of [`CellCorrection::COLUMNS`].
pub(super) fn read(text: &str, name: &str, path: &Path) -> Result<CorrectionLines> {
    let mut lines = CorrectionLines::default();
    if text.trim().is_empty() {
        return Ok(lines);
    }
    let (separator, order) = columns_of(text, path)?;
    let first = text.find('\n').map_or(text.len(), |end| end + 1);
    let (mut offset, mut line) = (first, 2_u32);
    let mut record = csv::StringRecord::new();
    while offset < text.len() {
        let rest = &text[offset..];
        let mut reader = csv_reader(rest, separator, true);
        // Reading from memory fails for no text.
        if !reader.read_record(&mut record).unwrap_or(false) {
            break;
        }
        // Blank lines before the record were skipped.
        let start = record.position().map_or(0, |at| at.byte() as usize);
        let start = start + rest[start..].len() - rest[start..].trim_start_matches(['\r', '\n']).len();
        let end = (reader.position().byte() as usize).max(start + 1).min(rest.len());
        line += n_line_breaks(&rest[..start]);
        match correction_of(&record, &order, (name, line)) {
            Ok(Some(correction)) => lines.corrections.push(correction),
            Ok(None) => {}
            Err(cause) => {
                // An unclosed quotation mark reaches over the lines below: only the first line is lost.
                let own = rest[start..].find('\n').map_or(rest.len(), |length| start + length + 1);
                let shown: String = rest[start..own].trim_end().chars().take(MOST_SHOWN).collect();
                let is_cut = own == rest.len() && !rest.ends_with('\n');
                lines.findings.push(line_finding(line, &shown, if is_cut { "cut" } else { cause }));
                line += n_line_breaks(&rest[start..own]);
                offset += own;
                continue;
            }
        }
        line += n_line_breaks(&rest[start..end]);
        offset += end;
    }
    Ok(lines)
}

fn n_line_breaks(text: &str) -> u32 {
    text.bytes().filter(|byte| *byte == b'\n').count() as u32
}

/// Returns the separator, and for each column of [`CellCorrection::COLUMNS`] its place in the file.
fn columns_of(text: &str, path: &Path) -> Result<(u8, Vec<usize>)> {
    let heading = text.lines().next().unwrap_or_default();
    let names_by = |separator: u8| -> Vec<String> {
        let mut reader = csv_reader(heading, separator, true);
        let record = reader.records().next().and_then(|record| record.ok()).unwrap_or_default();
        record.iter().map(|name| name.trim().to_lowercase()).collect()
    };
    let best = SEPARATORS.into_iter().max_by_key(|separator| {
        let n_known =
            names_by(*separator).iter().filter(|name| CellCorrection::COLUMNS.contains(&name.as_str())).count();
        // Of equals the first counts.
        (n_known, std::cmp::Reverse(SEPARATORS.iter().position(|other| other == separator)))
    });
    let separator = best.unwrap_or(b',');
    let names = names_by(separator);
    let unknown: Vec<&str> =
        names.iter().map(String::as_str).filter(|name| !CellCorrection::COLUMNS.contains(name)).collect();
    let missing: Vec<&str> =
        CellCorrection::COLUMNS.into_iter().filter(|name| !names.iter().any(|own| own == name)).collect();
    let is_twice = names.len() != CellCorrection::COLUMNS.len();
    if !unknown.is_empty() || !missing.is_empty() || is_twice {
        let list = |names: &[&str]| if names.is_empty() { "–".to_owned() } else { names.join(", ") };
        return Err(Error::new(ErrorCode::CorrectionsColumns)
            .at(path)
            .with("unknown", list(&unknown))
            .with("missing", list(&missing))
            .with("expected", CellCorrection::COLUMNS.join(",")));
    }
    let place = |name: &&str| names.iter().position(|own| own == name).unwrap_or(0);
    Ok((separator, CellCorrection::COLUMNS.iter().map(place).collect()))
}

/// Returns the correction of a line; `None` for a line of blank cells. The error is what is wrong with it.
fn correction_of(
    record: &csv::StringRecord,
    order: &[usize],
    (file, line): (&str, u32),
) -> std::result::Result<Option<CellCorrection>, &'static str> {
    if record.iter().all(|cell| cell.trim().is_empty()) {
        return Ok(None);
    }
    // Only the texts of the cell may have line breaks: elsewhere a quotation mark that was never closed swallowed the
    // lines below.
    let is_text = |place: usize| place == 5 || place == 6;
    let has_break = |place: usize| record.get(order[place]).is_some_and(|cell| cell.contains(['\n', '\r']));
    if record.len() != order.len() || (0..order.len()).any(|place| !is_text(place) && has_break(place)) {
        return Err("cells");
    }
    let cell = |place: usize| record.get(order[place]).unwrap_or_default();
    let text = |place: usize| unguarded(cell(place)).to_owned();
    let sha256 = cell(0).trim().to_lowercase();
    if sha256.len() != 64 || !sha256.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err("sha256");
    }
    let row = cell(3).trim().parse().ok().filter(|row| (1..=MOST_ROWS).contains(row)).ok_or("row")?;
    let column = column_of_letters(cell(4).trim()).ok_or("column")?;
    let [author, moment] = [7, 8].map(|place| cell(place).trim().to_owned());
    if author.is_empty() {
        return Err("author");
    }
    if moment.is_empty() {
        return Err("at");
    }
    let (old, new) = (text(5), text(6));
    let (file_name, sheet, reason) = (text(1), text(2), text(9));
    let from = (file.to_owned(), line);
    let correction = CellCorrection {
        sha256,
        file: file_name,
        sheet,
        row,
        column,
        old,
        new,
        author: unguarded(&author).to_owned(),
        moment,
        reason,
        from,
        ..CellCorrection::default()
    };
    Ok(Some(correction.with_id()))
}

/// The first line of a file of corrections.
pub(crate) fn heading_line() -> String {
    CellCorrection::COLUMNS.join(",") + "\n"
}

/// The line of a correction. A text that a spreadsheet program would run as a formula gets an apostrophe.
pub(crate) fn correction_line(correction: &CellCorrection) -> String {
    let mut line = String::new();
    for (place, cell) in correction.cells().iter().enumerate() {
        if place > 0 {
            line.push(',');
        }
        // No spreadsheet changes the hash, the place and the moment.
        let is_known = matches!(CellCorrection::COLUMNS[place], "sha256" | "row" | "column" | "at");
        let cell = if is_known { cell.into() } else { guarded(cell) };
        if cell.contains([',', '"', '\n', '\r', ';', '\t']) || cell.trim().len() != cell.len() {
            line.push('"');
            line.push_str(&cell.replace('"', "\"\""));
            line.push('"');
        } else {
            line.push_str(&cell);
        }
    }
    line.push('\n');
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn correction(old: &str, new: &str) -> CellCorrection {
        CellCorrection {
            sha256: "0".repeat(64),
            file: "census/Q06 Boma_2017.xlsx".into(),
            sheet: "Feuil1".into(),
            row: 7,
            column: 28,
            old: old.into(),
            new: new.into(),
            author: "Ruth, agente".into(),
            moment: "2026-11-29T10:00:00+01:00".into(),
            reason: "d’après la fiche \"papier\"".into(),
            ..CellCorrection::default()
        }
    }

    fn read_text(text: &str) -> CorrectionLines {
        read(text, "corrections/a.csv", Path::new("a.csv")).expect("read")
    }

    fn causes(lines: &CorrectionLines) -> Vec<(u32, &str)> {
        lines.findings.iter().map(|finding| (finding.at.row.row, finding.args[0].1.as_str())).collect()
    }

    #[test]
    fn a_line_is_read_back_as_written() {
        for (old, new) in [
            ("30/02/1970", "28/02/1970"),
            ("", "=HYPERLINK(\"x\")"),
            ("'=1", "''x"),
            ("'Mbo", "@x"),
            ("a\nb, \"c\"", " d "),
            ("-", "+"),
            ("é;ü", "\t"),
        ] {
            let own = correction(old, new);
            let lines = read_text(&(heading_line() + &correction_line(&own)));
            assert_eq!(causes(&lines), []);
            let [back] = &lines.corrections[..] else { panic!("{old:?} {new:?}") };
            assert_eq!(back.cells(), own.cells());
            assert_eq!(back.from, ("corrections/a.csv".to_owned(), 2));
        }
    }

    #[test]
    fn a_line_that_can_not_be_read_costs_itself_alone() {
        let good = correction_line(&correction("a", "b"));
        let cells = |edit: &dyn Fn(&mut [String; 10])| {
            let mut cells = correction("a", "b").cells();
            edit(&mut cells);
            cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).join(",") + "\n"
        };
        for (line, cause) in [
            ("x,y\n".to_owned(), "cells"),
            (cells(&|cells| cells[0] = "12".into()), "sha256"),
            (cells(&|cells| cells[3] = "0".into()), "row"),
            (cells(&|cells| cells[3] = "sept".into()), "row"),
            (cells(&|cells| cells[4] = "7".into()), "column"),
            (cells(&|cells| cells[7] = " ".into()), "author"),
            (cells(&|cells| cells[8] = "".into()), "at"),
            ("\"unclosed,".to_owned() + &good, "cells"),
        ] {
            let lines = read_text(&format!("{}{good}\n{line}{good}", heading_line()));
            assert_eq!(causes(&lines), [(4, cause)], "{line}");
            let rows: Vec<u32> = lines.corrections.iter().map(|correction| correction.from.1).collect();
            assert_eq!(rows, [2, 5], "{line}");
        }
    }

    #[test]
    fn a_last_line_that_a_power_cut_left_is_named_and_a_whole_one_without_its_break_is_read() {
        let good = correction_line(&correction("a", "b"));
        for length in 1..good.len() - 60 {
            let Some(torn) = good.get(..length) else { continue };
            let lines = read_text(&format!("{}{good}{torn}", heading_line()));
            assert_eq!((lines.corrections.len(), causes(&lines)), (1, vec![(3, "cut")]), "{torn}");
        }
        assert_eq!(read_text(&(heading_line() + good.trim_end())).corrections.len(), 1);
    }

    #[test]
    fn a_file_saved_by_a_spreadsheet_program_is_read() {
        let text = "SHA256;file;sheet;row;column;old;new;author;at;reason\r\n";
        let line = format!("{};x.csv;;7;c;a;b;Ruth;29/11/2026 10:00;\r\n", "0".repeat(64));
        let lines = read_text(&format!("{text}{line};;;;;;;;;\r\n"));
        assert_eq!((lines.corrections.len(), lines.findings.len()), (1, 0));
        assert_eq!((lines.corrections[0].row, lines.corrections[0].column), (7, 2));
    }

    #[test]
    fn other_columns_are_refused_by_name() {
        let columns = |text: &str| read(text, "a", Path::new("a.csv")).expect_err("refused");
        let error = columns("sha256,file,sheet,row,column,old,new,author,at,reason,note\n");
        assert_eq!(error.code, ErrorCode::CorrectionsColumns);
        assert!(error.args.contains(&("unknown", "note".to_owned())));
        let error = columns("sha256,file,sheet,row,column,old,new,author,at\n");
        assert!(error.args.contains(&("missing", "reason".to_owned())));
        assert_eq!(columns("Nom;Sexe\nMBALA;F\n").code, ErrorCode::CorrectionsColumns);
        assert_eq!(read_text(" \n").corrections.len(), 0);
    }
}
