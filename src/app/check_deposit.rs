//! Reads a deposited file before it is placed among the input files: for each sheet the rows that bring data and those
//! left out, the meaning of each column, the words that no list has; and what kind of file it most likely is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::config::Config;
use crate::error::{Error, Result};
use crate::finding::{Finding, Severity};
use crate::ingest::{self, CellCorrections, Input, InputRole, REFERENCE_FILES, Reference};
use crate::record::{Field, FieldReason, Heading, Kind, Outcome, QuartierId, column_letters, fold};
use crate::run::{FileContent, FileReader};
use crate::store::Store;

use super::access::Access;
use super::deposit::{Deposit, DepositKind, deposit_path, waiting_deposit};

/// Values of a column shown as examples.
const MOST_EXAMPLES: usize = 3;
/// Rows named for one reason.
const MOST_ROWS: usize = 10;

/// How much of a sheet was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReadingState {
    /// There is nothing to read: the sheet is blank, hidden or a recap.
    Blank,
    /// Every person was read.
    Whole,
    /// Some rows or columns were not read.
    Partly,
    /// No person was read although columns are filled, or the file can't be used.
    Failed,
}

impl ReadingState {
    /// Returns the stable code, part of message ids.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Whole => "whole",
            Self::Partly => "partly",
            Self::Failed => "failed",
        }
    }
}

/// A deposited file as a run would read it.
#[derive(Debug)]
pub struct DepositCheck {
    /// The file.
    pub deposit: Deposit,
    /// What it most likely is.
    pub likely_kind: DepositKind,
    /// The reason why it can't be used, if so.
    pub fault: Option<Error>,
    /// Its sheets.
    pub sheets: Vec<SheetCheck>,
    /// Words that no list of words has, with the number of their cells.
    pub unknown_words: Vec<UnknownWord>,
    /// The worst state of its sheets.
    pub state: ReadingState,
}

/// Whether a finding asks for the quartier of a whole sheet: none is written, or one that the commune's list lacks.
#[must_use]
pub fn asks_quartier(finding: &Finding) -> bool {
    finding.at.row.row == 0 && matches!(finding.rule, "quartier-missing" | "unknown-quartier")
}

impl DepositCheck {
    /// The findings on its sheets as a whole.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.sheets.iter().flat_map(|sheet| &sheet.findings)
    }

    /// Whether a sheet lacks the quartier of its rows, and whether one lacks the year.
    #[must_use]
    pub fn lacks(&self) -> (bool, bool) {
        (self.findings().any(asks_quartier), self.findings().any(|finding| finding.rule == "year-missing"))
    }

    /// Adds a line to the log of look-ups before values of the file's rows are shown as examples. Of each sheet so many
    /// rows count as its columns have examples at most.
    ///
    /// # Errors
    /// Those of the file system. What can't be logged must not be shown.
    pub fn log_examples(&self, clean: &Path, access: &Access) -> Result<()> {
        let most_examples =
            |sheet: &SheetCheck| sheet.columns.iter().map(|column| column.examples.len()).max().unwrap_or(0);
        match self.sheets.iter().map(most_examples).sum::<usize>() {
            0 => Ok(()),
            n => access.log(&Store::open(clean)?, "deposit", &self.deposit.name, n as u64).map(drop),
        }
    }

    /// The rows that wait in quarantine.
    #[must_use]
    pub fn n_quarantined(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.n_quarantined).sum()
    }
}

/// A sheet as a run would read it.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetCheck {
    /// Its name; "" for a csv.
    pub name: String,
    /// Rows that are not blank.
    pub n_rows: usize,
    /// Rows that bring a person, an act or an event.
    pub n_persons: usize,
    /// Rows that wait in quarantine.
    pub n_quarantined: usize,
    /// The quartiers of its rows as read, the most frequent first.
    pub quartiers: Vec<String>,
    /// The years in which its rows were written, likewise.
    pub years: Vec<i32>,
    /// Columns with values.
    pub n_columns: usize,
    /// Rows that were left out or wait, by their reason.
    pub left_out: Vec<RowsLeftOut>,
    /// The columns of its tables, each meaning once.
    pub columns: Vec<DepositColumn>,
    /// What is said of the whole sheet or file: no year, no quartier, columns that moved. Each rule once.
    pub findings: Vec<Finding>,
    /// How much of it was read.
    pub state: ReadingState,
}

/// Rows that were left out for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowsLeftOut {
    /// Whether they wait in quarantine; else they are no data.
    pub is_quarantined: bool,
    /// The rule of the quarantine, or the code of the reason.
    pub reason: &'static str,
    /// How many there are.
    pub n: usize,
    /// The first of them, as the spreadsheet numbers them.
    pub rows: Vec<u32>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct DepositColumn {
    /// Its letters.
    pub letters: String,
    /// Its heading as typed, on one line.
    pub heading: String,
    /// Its meaning.
    pub field: Field,
    /// Reason of the meaning.
    pub why: FieldReason,
    /// Some of its values.
    pub examples: Vec<String>,
}

impl DepositColumn {
    /// Whether the meaning is not known although the column has a heading or values.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.field == Field::Other && self.why != FieldReason::Pinned && !self.examples.is_empty()
    }
}

/// A word that no list of words has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownWord {
    /// The list that should have it: `sex`, `marital_status`, `relation`, `event`.
    pub list: &'static str,
    /// The word as typed first.
    pub word: String,
    /// Number of its cells.
    pub n: usize,
}

/// The rules that find a word in no list, with the list.
const WORD_RULES: [(&str, &str); 4] = [
    ("unknown-sex", "sex"),
    ("unknown-marital-status", "marital_status"),
    ("unknown-relation", "relation"),
    ("event-unknown", "event"),
];

/// Reads a waiting file under the settings as they are now, as a file of this kind; without a kind its headings decide.
/// For `worker` see [`RunRequest`](super::RunRequest).
///
/// # Errors
/// `deposit-unknown`; those of the reference tables and the settings. A file that can't be read is no error: see
/// [`DepositCheck::fault`].
pub fn check_deposit(
    raw: &Path,
    id: &str,
    kind: Option<DepositKind>,
    config: &Config,
    today: NaiveDate,
    worker: Option<PathBuf>,
) -> Result<DepositCheck> {
    let deposit = waiting_deposit(raw, id)?;
    let reference = Reference::read(&raw.join("reference"))?;
    let corrections = Arc::new(CellCorrections::read(raw)?);
    let reader = FileReader::new(config, &reference, corrections, today, worker)?;
    let kind_of_rows = match kind {
        Some(DepositKind::Census) => Some(Kind::Census),
        Some(DepositKind::Births) => Some(Kind::Birth),
        Some(DepositKind::Events) => Some(Kind::Event),
        Some(DepositKind::Decisions | DepositKind::Reference) | None => None,
    };
    // The name counts: a setting may fix the meaning of its columns.
    let input = Input {
        path: deposit_path(raw, id),
        name: deposit.name.clone(),
        kind: kind_of_rows.unwrap_or(Kind::Census),
        n_bytes: deposit.n_bytes,
        role: InputRole::Plain,
        fault: None,
    };
    let mut files = vec![reader.read_file(&input, kind_of_rows, 0, None)];
    reader.check_across_files(&mut files);
    let name_of = |id: QuartierId| reference.quartiers.get(usize::from(id.0)).map(|own| own.name.clone());
    let sheets: Vec<SheetCheck> = files.iter().flat_map(|file| check_sheets(file, &name_of)).collect();
    let Some(file) = files.pop() else { return Err(Error::new(crate::error::ErrorCode::DepositUnknown)) };
    let likely_kind = likely_kind(&deposit, &input.path, &file);
    let is_rows = !matches!(kind.unwrap_or(likely_kind), DepositKind::Decisions | DepositKind::Reference);
    let fault = file.fault.clone().filter(|_| is_rows);
    let worst = sheets.iter().map(|sheet| sheet.state).max().unwrap_or(ReadingState::Blank);
    let state = match fault {
        Some(_) => ReadingState::Failed,
        // Sheets without persons beside others are no failure of the file.
        None if worst == ReadingState::Failed && sheets.iter().any(|sheet| sheet.n_persons > 0) => ReadingState::Partly,
        None if !is_rows => ReadingState::Whole,
        None => worst,
    };
    Ok(DepositCheck { deposit, likely_kind, fault, sheets, unknown_words: unknown_words(&file.findings), state })
}

/// Returns what a file most likely is: by its name and columns a reference file or decisions, else by its headings.
fn likely_kind(deposit: &Deposit, path: &Path, file: &FileContent) -> DepositKind {
    if REFERENCE_FILES.iter().any(|name| name.eq_ignore_ascii_case(&deposit.name)) {
        return DepositKind::Reference;
    }
    if has_columns_of_decisions(path) || is_review(file) {
        return DepositKind::Decisions;
    }
    match file.kind {
        Kind::Census => DepositKind::Census,
        Kind::Birth => DepositKind::Births,
        Kind::Event => DepositKind::Events,
    }
}

/// Whether the first line of a text has the columns of decisions.
fn has_columns_of_decisions(path: &Path) -> bool {
    use std::io::{BufRead, BufReader, Read};
    const MOST_BYTES: u64 = 4096;
    let mut line = Vec::new();
    let Ok(file) = ingest::open_regular(path) else { return false };
    if BufReader::new(file.take(MOST_BYTES)).read_until(b'\n', &mut line).is_err() {
        return false;
    }
    let line = String::from_utf8_lossy(&line);
    ["decision", "key_a", "row_b"].iter().all(|column| line.contains(column))
}

/// Whether a sheet has the technical headings of a review workbook in its first rows.
fn is_review(file: &FileContent) -> bool {
    const HEADINGS: [&str; 4] = ["pair", "key", "file", "place"];
    const MOST_ROW: u32 = 12;
    let first = file.rows.iter().zip(file.texts_as_typed()).filter(|(row, _)| row.at.row <= MOST_ROW);
    first
        .map(|(_, text)| serde_json::from_str::<BTreeMap<String, String>>(&text).unwrap_or_default())
        .any(|cells| HEADINGS.iter().all(|heading| cells.values().any(|value| value == heading)))
}

fn check_sheets(file: &FileContent, name_of: &dyn Fn(QuartierId) -> Option<String>) -> Vec<SheetCheck> {
    let cells = CellSamples::new(file);
    let sheets = (0_u16..).zip(&file.source.sheets);
    let mut checks: Vec<SheetCheck> =
        sheets.map(|(index, sheet)| check_sheet(file, index, &sheet.name, &cells, name_of)).collect();
    let is_correction = file.rows.iter().any(|row| row.stopped().is_some_and(|(_, reason)| reason == "corrections"));
    for (index, sheet) in (0_u16..).zip(&mut checks).filter(|_| is_correction) {
        sheet.findings.retain(|finding| !OF_ORIGINAL.contains(&finding.rule));
        sheet.state = state_of(sheet, &file.findings, index);
    }
    checks
}

fn check_sheet(
    file: &FileContent,
    index: u16,
    name: &str,
    cells: &CellSamples,
    name_of: &dyn Fn(QuartierId) -> Option<String>,
) -> SheetCheck {
    let clean = || file.clean.iter().filter(|row| row.at.sheet == index);
    let rows = || file.rows.iter().filter(|row| row.at.sheet == index);
    let mut left_out: BTreeMap<(bool, &'static str), Vec<u32>> = BTreeMap::new();
    for row in rows() {
        if let Some((outcome, reason)) = row.stopped() {
            left_out.entry((outcome == Outcome::Quarantined, reason)).or_default().push(row.at.row);
        }
    }
    let left_out: Vec<RowsLeftOut> = left_out
        .into_iter()
        .rev()
        .map(|((is_quarantined, reason), rows)| RowsLeftOut {
            is_quarantined,
            reason,
            n: rows.len(),
            rows: rows.into_iter().take(MOST_ROWS).collect(),
        })
        .collect();
    let (n_rows, n_stopped) = (rows().count(), left_out.iter().map(|rows| rows.n).sum::<usize>());
    let columns = columns(file, index, cells);
    let mut sheet = SheetCheck {
        name: name.to_owned(),
        n_rows,
        n_persons: n_rows - n_stopped,
        n_quarantined: left_out.iter().filter(|rows| rows.is_quarantined).map(|rows| rows.n).sum(),
        quartiers: most_frequent(clean().filter_map(|row| row.quartier)).into_iter().filter_map(name_of).collect(),
        years: most_frequent(clean().filter_map(|row| row.seen_in)),
        n_columns: cells.columns_of(index),
        left_out,
        columns,
        findings: findings_of_sheet(&file.findings, index),
        state: ReadingState::Whole,
    };
    sheet.state = state_of(&sheet, &file.findings, index);
    sheet
}

/// The different values, the most frequent first.
fn most_frequent<T: Ord + Copy>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut counts: Vec<(T, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    counts.into_iter().map(|(value, _)| value).collect()
}

/// The findings on a sheet as a whole, and those that half of its rows have: each rule once, errors first.
fn findings_of_sheet(findings: &[Finding], index: u16) -> Vec<Finding> {
    let own: Vec<&Finding> = findings.iter().filter(|finding| finding.at.row.sheet == index).collect();
    let is_word = |finding: &Finding| WORD_RULES.iter().any(|(rule, _)| *rule == finding.rule);
    let mut rules: BTreeSet<&str> = BTreeSet::new();
    let mut of_sheet: Vec<Finding> = own
        .iter()
        .filter(|finding| {
            !is_word(finding) && (finding.at.row.row == 0 || finding.args.iter().any(|(name, _)| *name == "n"))
        })
        .filter(|finding| rules.insert(finding.rule))
        .map(|finding| (*finding).clone())
        .collect();
    of_sheet.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    of_sheet
}

/// Findings that a corrections workbook has by its own form, or that its original answers: it has hidden cells, and the
/// year and the quartier may stand in the name of the original.
const OF_ORIGINAL: [&str; 4] = ["hidden-columns", "hidden-rows", "year-missing", "quartier-missing"];

/// Reasons for which rows of a whole sheet are rightly no data.
const EXPECTED: [&str; 4] = ["corrections", "hidden-sheet", "recap-sheet", "household-sheet"];

fn state_of(sheet: &SheetCheck, findings: &[Finding], index: u16) -> ReadingState {
    let is_word = |finding: &&Finding| WORD_RULES.iter().any(|(rule, _)| *rule == finding.rule);
    let has_fault = findings
        .iter()
        .filter(|finding| finding.at.row.sheet == index)
        .any(|finding| finding.severity == Severity::Error || is_word(&finding));
    let is_expected = sheet.left_out.iter().all(|rows| EXPECTED.contains(&rows.reason));
    match () {
        () if sheet.n_rows == 0 => ReadingState::Blank,
        () if sheet.n_persons == 0 && is_expected => ReadingState::Blank,
        () if sheet.n_persons == 0 => ReadingState::Failed,
        () if has_fault || sheet.n_quarantined > 0 => ReadingState::Partly,
        () if sheet.columns.iter().any(DepositColumn::is_unknown) || !sheet.findings.is_empty() => ReadingState::Partly,
        () => ReadingState::Whole,
    }
}

/// Returns the columns of a sheet: each column with each of its meanings once, from left to right.
fn columns(file: &FileContent, index: u16, cells: &CellSamples) -> Vec<DepositColumn> {
    let mut known: BTreeSet<(u16, Field, String)> = BTreeSet::new();
    let headings = file.headings.iter().filter(|heading| heading.at.sheet == index);
    let mut columns: Vec<(u16, DepositColumn)> = Vec::new();
    for Heading { column, text, field, why, .. } in headings {
        let heading = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if known.insert((*column, *field, fold(&heading))) {
            let letters = column_letters(*column).to_string();
            let examples = cells.examples(index, &letters);
            columns.push((*column, DepositColumn { letters, heading, field: *field, why: *why, examples }));
        }
    }
    columns.sort_by_key(|(column, _)| *column);
    columns.into_iter().map(|(_, column)| column).collect()
}

/// The columns of each sheet with some of their values.
struct CellSamples(BTreeMap<(u16, String), Vec<String>>);

impl CellSamples {
    fn new(file: &FileContent) -> Self {
        let mut samples: BTreeMap<(u16, String), Vec<String>> = BTreeMap::new();
        for (row, text) in file.rows.iter().zip(file.texts_as_typed()) {
            let cells: BTreeMap<String, String> = serde_json::from_str(&text).unwrap_or_default();
            for (letters, value) in cells {
                let values = samples.entry((row.at.sheet, letters)).or_default();
                // Headings and titles are no values.
                if row.key.is_some() && values.len() < MOST_EXAMPLES && !values.contains(&value) {
                    values.push(value);
                }
            }
        }
        Self(samples)
    }

    fn columns_of(&self, sheet: u16) -> usize {
        self.0.keys().filter(|(own, _)| *own == sheet).count()
    }

    fn examples(&self, sheet: u16, letters: &str) -> Vec<String> {
        self.0.get(&(sheet, letters.to_owned())).cloned().unwrap_or_default()
    }
}

/// Returns the words that no list has, the most frequent first.
fn unknown_words(findings: &[Finding]) -> Vec<UnknownWord> {
    let mut words: BTreeMap<(&'static str, String), UnknownWord> = BTreeMap::new();
    for finding in findings {
        let list = WORD_RULES.iter().find(|(rule, _)| *rule == finding.rule).map(|(_, list)| *list);
        let Some(list) = list.filter(|_| !fold(&finding.value).is_empty()) else { continue };
        // A rule that reports a word once says how many cells have it.
        let n = finding.args.iter().find(|(name, _)| *name == "n").and_then(|(_, n)| n.parse().ok()).unwrap_or(1);
        let word = words.entry((list, fold(&finding.value))).or_insert_with(|| UnknownWord {
            list,
            word: finding.value.clone(),
            n: 0,
        });
        word.n += n;
    }
    let mut words: Vec<UnknownWord> = words.into_values().collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.n));
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{DepositSignature, add_setting, receive_deposit, settings};
    use crate::config::SettingChange;

    const CENSUS: &str = "\
N°;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Né;Lien;Zzyx
1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;05/03/1987;Chef;rouge
1;Boma;Lodja;12;NSIMBA;KIESE;Rose;F;03/07/1989;yango wana;bleu
1;Boma;Lodja;12;MBALA;KIESE;Noëlla;F;31/02/2017;Fille;
Total;;;;3
";

    fn check(raw: &Path, name: &str, text: &str, kind: Option<DepositKind>) -> DepositCheck {
        let signature = DepositSignature { at: "2026-05-10", author: "Ruth" };
        let deposit = receive_deposit(raw, name, &mut text.as_bytes(), 1, signature).unwrap();
        let config = settings(Some(&raw.join("bato.toml")), raw).unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 5, 10).unwrap();
        check_deposit(raw, &deposit.id, kind, &config, today, None).unwrap()
    }

    fn raw_folder() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("bato.toml"), "").unwrap();
        dir
    }

    #[test]
    fn a_sheet_says_what_is_read_and_learnt_words_and_columns_count_at_once() {
        let dir = raw_folder();
        let checked = check(dir.path(), "Q06.csv", CENSUS, None);
        assert_eq!((checked.likely_kind, checked.state), (DepositKind::Census, ReadingState::Partly));
        let sheet = &checked.sheets[0];
        assert_eq!((sheet.n_rows, sheet.n_persons, sheet.n_columns), (5, 2, 11));
        assert_eq!(
            sheet.left_out.iter().map(|rows| (rows.reason, rows.rows.clone())).collect::<Vec<_>>(),
            [("impossible-date", vec![4]), ("total", vec![5]), ("header", vec![1])]
        );
        assert_eq!(checked.unknown_words, [UnknownWord { list: "relation", word: "yango wana".into(), n: 1 }]);
        let unknown: Vec<&DepositColumn> = sheet.columns.iter().filter(|column| column.is_unknown()).collect();
        assert_eq!(unknown[0].letters, "K");
        assert_eq!(unknown[0].examples, ["rouge", "bleu"]);

        let word = SettingChange::Word { list: "relation".into(), word: "yango wana".into(), code: "spouse".into() };
        add_setting(dir.path(), word, "2026-05-10", "Ruth").unwrap();
        let heading = SettingChange::Heading { heading: "Zzyx".into(), field: "unused".into() };
        add_setting(dir.path(), heading, "2026-05-10", "Ruth").unwrap();
        let column = SettingChange::Column {
            file: "Q06.csv".into(),
            sheet: String::new(),
            column: "F".into(),
            heading: "Post-nom".into(),
            field: "prenom".into(),
        };
        add_setting(dir.path(), column, "2026-05-10", "Ruth").unwrap();
        let checked = check(dir.path(), "Q06.csv", CENSUS, Some(DepositKind::Census));
        assert!(checked.unknown_words.is_empty());
        let field = |letters: &str| checked.sheets[0].columns.iter().find(|column| column.letters == letters).unwrap();
        assert_eq!(
            (field("K").field, field("F").field, field("F").why),
            (Field::Unused, Field::Prenom, FieldReason::Pinned)
        );
    }

    #[test]
    fn a_sheet_without_persons_in_filled_columns_has_failed() {
        let dir = raw_folder();
        let checked = check(dir.path(), "a.csv", "qsd;wxc;aze;rty\n1;2;3;4\n5;6;7;8\n", None);
        assert_eq!(checked.state, ReadingState::Failed);
        assert_eq!((checked.sheets[0].n_persons, checked.sheets[0].n_columns), (0, 4));
        let photo = check(dir.path(), "a.jpg", "\u{fffd}\u{0}\u{1}", None);
        assert_eq!(photo.state, ReadingState::Failed);
        assert!(photo.fault.is_some());
    }

    #[test]
    fn the_kind_is_guessed_from_name_and_headings() {
        let dir = raw_folder();
        let kind = |name: &str, text: &str| check(dir.path(), name, text, None).likely_kind;
        let births = "N° acte;Date de déclaration;Nom;Post-nom;Prénom;Sexe;Date de naissance;Père;Mère\n\
            1;20/03/2017;MBALA;KIESE;Noëlla;F;05/03/2017;MBALA LEMA Bruno;NSIMBA KIESE Rose\n";
        assert_eq!(kind("a.csv", births), DepositKind::Births);
        assert_eq!(kind("b.csv", CENSUS), DepositKind::Census);
        let known = check(dir.path(), "Q06 Boma_2017.csv", CENSUS, None);
        assert_eq!(known.sheets[0].years, [2017]);
        assert_eq!(most_frequent([2, 1, 2, 3].into_iter()), [2, 1, 3]);
        let events = "Événement;Date;Nom;Post-nom;Prénom;Sexe;Date de naissance\nDécès;12/03/2018;MBALA;LEMA;Bruno;M;05/03/1987\n";
        assert_eq!(kind("c.csv", events), DepositKind::Events);
        let decisions = "decision,key_a,file_a,sheet_a,row_a,says_a,key_b,file_b,sheet_b,row_b,says_b\n";
        let checked = check(dir.path(), "d.csv", decisions, None);
        assert_eq!((checked.likely_kind, checked.state), (DepositKind::Decisions, ReadingState::Whole));
        assert_eq!(
            kind("e.csv", "Décision;Nom;pair;key;file;place\nOui;MBALA;1;ab;a.csv;!2\n"),
            DepositKind::Decisions
        );
        assert_eq!(kind("Population.csv", "year,population\n2017,1\n"), DepositKind::Reference);
    }

    #[test]
    fn a_file_without_quartier_and_year_gets_them_from_the_name_that_an_agent_completes() {
        let dir = raw_folder();
        let text = "Nom;Post-nom;Prénom;Sexe;Né\nMBALA;LEMA;Bruno;M;05/03/1987\nNSIMBA;KIESE;Rose;F;03/07/1989\n";
        let checked = check(dir.path(), "membres.csv", text, None);
        assert_eq!(checked.lacks(), (true, true));
        let reference = dir.path().join("reference");
        std::fs::create_dir_all(&reference).unwrap();
        let quartiers =
            "name,scpt_postal_code,in_old_list_of_30,alt_spellings,seen_copy_errors,homonyms\nBoma,1,1,,,\n";
        std::fs::write(reference.join("quartiers.csv"), quartiers).unwrap();
        crate::app::add_quartier_and_year(dir.path(), &checked.deposit.id, "Boma", "2017").unwrap();
        let config = settings(Some(&dir.path().join("bato.toml")), dir.path()).unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 5, 10).unwrap();
        let checked = check_deposit(dir.path(), &checked.deposit.id, None, &config, today, None).unwrap();
        assert_eq!((checked.lacks(), checked.deposit.name.as_str()), ((false, false), "membres – Boma_2017.csv"));
    }
}
