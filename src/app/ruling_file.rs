//! Writes the files of rulings, `decisions/decided.csv` and those of a review: the cells of a line, lines added in one
//! step, a line that nobody has read taken out.

use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorCode, Result};
use crate::ingest::{self, DecisionLine};
use crate::record::{Decision, RowRef, decision_id, guarded};
use crate::store::{self, OutputPath};

/// The file of rulings made one at a time, in the folder of decisions.
const FILE: &str = "decided.csv";

/// Adds lines to the file of rulings in one step and returns the file's path. A file that another program has saved is
/// left as it is: the lines go into the next file, `decided-2.csv`.
pub(super) fn append(raw: &Path, lines: &[DecisionLine]) -> Result<PathBuf> {
    let folder = raw.join("decisions");
    std::fs::create_dir_all(&folder).map_err(|e| Error::io(&folder, &e))?;
    let whole = decisions_csv(lines)?;
    let (heading, lines) = whole.split_once('\n').unwrap_or((&whole, ""));
    let mut number = 1;
    loop {
        let name = if number == 1 { FILE.to_owned() } else { format!("decided-{number}.csv") };
        let path = folder.join(name);
        // A file that is a link to a shared one goes on in the shared one.
        let path = path.canonicalize().unwrap_or(path);
        let text = match ingest::read_text_file(&path) {
            Ok(None) => format!("{heading}\n{lines}"),
            Ok(Some(before)) if before.is_empty() => format!("{heading}\n{lines}"),
            Ok(Some(before)) if is_own_file(&before, heading) => format!("{before}{lines}"),
            Ok(Some(_)) => String::new(),
            Err(fault) if fault.code == ErrorCode::NotText => String::new(),
            Err(fault) => return Err(fault),
        };
        if !text.is_empty() {
            store::write_text(&text, &OutputPath::own(&path))?;
            return Ok(path);
        }
        number += 1;
    }
}

/// Whether a file of rulings has the form that this program writes: its heading, and only whole lines.
fn is_own_file(text: &str, heading: &str) -> bool {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    text.lines().next() == Some(heading) && text.ends_with('\n') && reader.records().all(|record| record.is_ok())
}

/// Removes the line of a ruling from the program's own files, as if it had never been written. Returns whether there
/// was one. The caller holds the lock of decisions and knows that no run has read the line.
pub(super) fn remove_line(raw: &Path, decision: &Decision) -> Result<bool> {
    let path = raw.join(&decision.from.0);
    let whole = decisions_csv(&[])?;
    let heading = whole.trim_end();
    let before = match ingest::read_text_file(&path) {
        Ok(Some(before)) if is_own_file(&before, heading) => before,
        Err(fault) if fault.code != ErrorCode::NotText => return Err(fault),
        _ => return Ok(false),
    };
    let fault = |e: csv::Error| Error::new(ErrorCode::Io).because(e);
    let mut reader = csv::Reader::from_reader(before.as_bytes());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(Decision::COLUMNS).map_err(fault)?;
    let (mut n_removed, mut n_left) = (0, 0);
    for record in reader.records() {
        let record = record.map_err(fault)?;
        if decision_id(record.iter()) == decision.id {
            n_removed += 1;
        } else {
            n_left += 1;
            writer.write_record(&record).map_err(fault)?;
        }
    }
    if n_removed != 1 {
        return Ok(false);
    }
    if n_left == 0 {
        store::remove_file(&path)?;
        return Ok(true);
    }
    let bytes = writer.into_inner().map_err(|e| Error::new(ErrorCode::Io).because(e.error()))?;
    store::replace_file(&OutputPath::own(&path), &bytes)?;
    Ok(true)
}

/// The cells of a line of a file of decisions, in the order of [`Decision::COLUMNS`], so that a spreadsheet leaves them as
/// they are.
pub(super) fn cells(line: &DecisionLine) -> Vec<String> {
    let further;
    let (word, [a, b], signature, more) = match line {
        DecisionLine::Pair(pair) => {
            let word = if pair.same { "same" } else { "different" };
            further = pair.further_text();
            let signature = [&pair.decided_on, &pair.author, &pair.reason];
            (word, [Some(&pair.a), Some(&pair.b)], signature, ["", further.as_str(), ""])
        }
        DecisionLine::Value(value) => {
            let signature = [&value.decided_on, &value.author, &value.reason];
            ("value", [Some(&value.row), None], signature, [value.field.as_str(), &value.value, ""])
        }
        DecisionLine::Undo { undoes, decided_on, author, reason, .. } => {
            ("undo", [None, None], [decided_on, author, reason], ["", "", undoes.as_str()])
        }
    };
    let place = |row: Option<&RowRef>| {
        row.map(|row| [row.key.clone(), row.file.clone(), row.sheet.clone(), row.row.to_string()]).unwrap_or_default()
    };
    let says = [a, b].map(|row| row.map(|row| row.name_and_birth.clone()).unwrap_or_default());
    let (signature, more) = (signature.map(Clone::clone), more.map(str::to_owned));
    let cells =
        std::iter::once(word.to_owned()).chain(place(a)).chain(place(b)).chain(signature).chain(more).chain(says);
    // A line break in a cell is refused when the file is read: it may be one that swallowed lines.
    let on_one_line =
        |cell: String| if cell.contains(char::is_control) { cell.replace(char::is_control, " ") } else { cell };
    let stays_text = |(column, cell): (&str, String)| {
        // Row numbers stay what they are, and the reader knows a day as spreadsheets write it.
        let is_known = matches!(column, "row_a" | "row_b" | "decided_on");
        if is_known { cell } else { guarded(&cell).into_owned() }
    };
    Decision::COLUMNS.into_iter().zip(cells.map(on_one_line)).map(stays_text).collect()
}

/// Returns the text of a file of decisions with these lines.
///
/// # Errors
/// `io` if it can't be made.
pub(super) fn decisions_csv(lines: &[DecisionLine]) -> Result<String> {
    let fault = |e: csv::Error| Error::new(ErrorCode::Io).because(e);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(Decision::COLUMNS).map_err(fault)?;
    for line in lines {
        writer.write_record(cells(line)).map_err(fault)?;
    }
    let bytes = writer.into_inner().map_err(|e| Error::new(ErrorCode::Io).because(e.error()))?;
    String::from_utf8(bytes).map_err(|e| Error::new(ErrorCode::Io).because(e))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{Decisions, IngestSettings, read_decisions};
    use crate::record::ValueDecision;

    fn value_line(sheet: &str, value: &str, reason: &str) -> DecisionLine {
        let row = RowRef {
            key: "9497796079223652".into(),
            file: "census/a.xlsx".into(),
            sheet: sheet.into(),
            row: 7,
            name_and_birth: "MBALA|LEMA|Ruth|1950-03-04".into(),
        };
        DecisionLine::Value(ValueDecision {
            row,
            field: "born_on".into(),
            value: value.into(),
            decided_on: "2026-11-30T10:00:00+01:00".into(),
            author: "Ruth".into(),
            reason: reason.into(),
            ..ValueDecision::default()
        })
    }

    #[test]
    fn no_cell_of_a_ruling_is_one_that_a_spreadsheet_changes() {
        let dir = tempfile::tempdir().unwrap();
        let lines = [value_line("01", "1950-03-04", "12/3"), value_line("mars 2018", "4/3/1950", "=oui")];
        let path = append(dir.path(), &lines).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        for cell in ["'9497796079223652", "'01", "'1950-03-04", "'12/3", "'mars 2018", "'4/3/1950", "'=oui"] {
            assert!(text.contains(&format!(",{cell},")), "{cell}: {text}");
        }
        let read = read_decisions(dir.path(), &IngestSettings::default()).unwrap();
        let texts: Vec<_> = read.values.iter().map(|own| [&own.row.sheet, &own.value, &own.reason]).collect();
        assert_eq!(texts, [["01", "1950-03-04", "12/3"], ["mars 2018", "4/3/1950", "=oui"]]);
        assert!(read.values.iter().all(|own| own.row.key == "9497796079223652"));
        // A file of an older program has no guards, and its rulings have the same numbers.
        std::fs::write(&path, text.replace(",'", ",")).unwrap();
        let older = read_decisions(dir.path(), &IngestSettings::default()).unwrap();
        assert_eq!(older, Decisions { files: older.files.clone(), ..read });
    }

    #[cfg(unix)]
    #[test]
    fn rulings_go_into_the_shared_file_that_a_link_leads_to() {
        let dir = tempfile::tempdir().unwrap();
        let (raw, shared) = (dir.path().join("raw"), dir.path().join("shared.csv"));
        std::fs::create_dir_all(raw.join("decisions")).unwrap();
        std::fs::write(&shared, "").unwrap();
        std::os::unix::fs::symlink(&shared, raw.join("decisions/decided.csv")).unwrap();
        append(&raw, &[value_line("F", "1950", "acte")]).unwrap();
        assert!(std::fs::read_to_string(&shared).unwrap().lines().count() == 2);
        assert!(std::fs::symlink_metadata(raw.join("decisions/decided.csv")).unwrap().is_symlink());
    }
}
