//! Reads the decisions of people: the CSV files below `decisions/`, with the columns of [`Decision::COLUMNS`].

use std::collections::BTreeSet;
use std::path::Path;

use crate::error::{Error, ErrorCode, Result};
use crate::record::{
    Decision, PersonValue, RowRef, SampleLayer, SampledPair, Table, ValueDecision, decision_id, fold, unguarded,
};

use super::encoding;
use super::read_book::{is_there, read_within_limit, sha256_of_file};
use super::read_table::read_table;
use super::settings::IngestSettings;

/// The decisions of all files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decisions {
    /// Each file: path relative to the raw folder, SHA-256.
    pub files: Vec<(String, String)>,
    /// The decisions on pairs that hold, in the order of files and rows.
    pub decisions: Vec<Decision>,
    /// The decisions on values that hold, in the same order.
    pub values: Vec<ValueDecision>,
    /// Ids of the decisions that were undone.
    pub undone: BTreeSet<String>,
    /// The pairs of random samples, ruled or not. A ruling that was undone counts as none.
    pub samples: Vec<SampledPair>,
    /// Every row with a decision in the same order, undone and undoing rows too.
    pub lines: Vec<DecisionLine>,
}

/// One row of a file of decisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecisionLine {
    /// Two rows are one person, or two.
    Pair(Decision),
    /// A value is right.
    Value(ValueDecision),
    /// A decision no longer holds.
    Undo {
        /// Id of this row.
        id: String,
        /// Id of the decision that it undoes.
        undoes: String,
        /// Moment, as written.
        decided_on: String,
        /// Author, as written.
        author: String,
        /// Reason, as written.
        reason: String,
        /// File of decisions and the row in it, from 1.
        from: (String, u32),
    },
}

impl DecisionLine {
    /// Number of the decision.
    pub(crate) fn id(&self) -> &str {
        match self {
            Self::Pair(pair) => &pair.id,
            Self::Value(value) => &value.id,
            Self::Undo { id, .. } => id,
        }
    }

    /// Its file and row, and the rows that it is about, without a name.
    pub(crate) fn place_text(&self) -> String {
        match self {
            Self::Pair(pair) => format!("{}: {}", pair.source_text(), pair.rows_text()),
            Self::Value(value) => format!("{}, {}: {}", value.from.0, value.from.1, value.row.to_text()),
            Self::Undo { undoes, from, .. } => format!("{}, {}: {undoes}", from.0, from.1),
        }
    }
}

/// Reads every file of decisions, sorted by name, and finds which decisions hold.
///
/// # Errors
/// `decision-unreadable` with file and row if a row holds no valid decision; those of [`super::read_table()`].
pub(crate) fn read_decisions(raw: &Path, settings: &IngestSettings) -> Result<Decisions> {
    let folder = raw.join("decisions");
    let mut names = Vec::new();
    if is_there(&folder)? {
        for entry in std::fs::read_dir(&folder).map_err(|e| Error::io(&folder, &e))? {
            let name = entry.map_err(|e| Error::io(&folder, &e))?.file_name().to_string_lossy().into_owned();
            if name.to_lowercase().ends_with(".csv") && !name.starts_with(['.', '~']) {
                names.push(name);
            }
        }
    }
    names.sort();
    let mut all = Decisions::default();
    let mut sampled = Vec::new();
    for name in names {
        let path = folder.join(&name);
        let table = decisions_table(&path, settings)?;
        check_lines(&table, &path, settings)?;
        let name = format!("decisions/{name}");
        all.files.push((name.clone(), sha256_of_file(&path)?));
        for place in 0..table.rows.len() {
            let line = decision_line(&table, place, &name).map_err(|error| error.at(&path))?;
            sampled.extend(sampled_pair(&table, place, line.as_ref()));
            all.lines.extend(line);
        }
    }
    all.apply_undoings();
    for (mut pair, id) in sampled {
        pair.same = pair.same.filter(|_| !all.undone.contains(&id));
        all.samples.push(pair);
    }
    Ok(all)
}

/// Checks that no ruling was swallowed or cut: by a quotation mark that was never closed, which makes one cell of
/// several lines, or at the end of the file, where the last line has neither a line break nor all cells.
fn check_lines(table: &Table, path: &Path, settings: &IngestSettings) -> Result<()> {
    /// Most letters of a line that an error shows.
    const MOST_SHOWN: usize = 100;
    let unreadable = |line: u32, value: &str| {
        let shown: String = value.lines().next().unwrap_or_default().chars().take(MOST_SHOWN).collect();
        Error::new(ErrorCode::DecisionUnreadable).at(path).with("line", line).with("value", shown)
    };
    for column in &table.columns {
        let broken = column.of_row.iter().position(|value| column.values[*value as usize].contains('\n'));
        if let Some(place) = broken {
            return Err(unreadable(table.rows[place], column.text(place)));
        }
    }
    let text = encoding::decode(&read_within_limit(path, settings)?).text;
    let (heading, last) = (text.lines().next().unwrap_or_default(), text.lines().last().unwrap_or_default());
    let n_cells = |line: &str| [',', ';', '\t'].map(|separator| line.matches(separator).count()).into_iter().max();
    if !text.ends_with('\n') && n_cells(last) < n_cells(heading) {
        return Err(unreadable(text.lines().count() as u32, last));
    }
    Ok(())
}

/// Reads a file with the columns of a sample, else of decisions, else of decisions on pairs only.
fn decisions_table(path: &Path, settings: &IngestSettings) -> Result<Table> {
    let columns = [&Decision::COLUMNS[..], &SampleLayer::COLUMNS[..]].concat();
    for n_columns in [columns.len(), Decision::COLUMNS.len()] {
        match read_table(path, &columns[..n_columns], None, settings) {
            Err(error) if error.code == ErrorCode::TableNoColumn => {}
            read => return read,
        }
    }
    read_table(path, &columns[..Decision::N_PAIR_COLUMNS], None, settings)
}

/// The pair of a sample in a row, and the id of its ruling.
fn sampled_pair(table: &Table, place: usize, line: Option<&DecisionLine>) -> Option<(SampledPair, String)> {
    let text = |name: &str| table.column(name).map_or("", |column| unguarded(column.text(place)));
    let layer = SampleLayer::from_cells(SampleLayer::COLUMNS.map(text))?;
    let side = |side: &str| {
        let part = |name: &str| text(&format!("{name}_{side}"));
        Some((part("file").to_owned(), part("sheet").to_owned(), part("row").parse().ok()?))
    };
    let (same, id) = match line {
        Some(DecisionLine::Pair(decision)) => (Some(decision.same), decision.id.clone()),
        _ => (None, String::new()),
    };
    Some((SampledPair { layer, places: [side("a")?, side("b")?], same }, id))
}

impl Decisions {
    /// Sorts the lines into decisions that hold and decisions that were undone. An undoing can itself be undone.
    fn apply_undoings(&mut self) {
        let undoings = self.lines.iter().filter_map(|line| match line {
            DecisionLine::Undo { id, undoes, .. } => Some((id, undoes)),
            _ => None,
        });
        let undoings: Vec<(&String, &String)> = undoings.collect();
        let mut undone: BTreeSet<String> = BTreeSet::new();
        // In a chain of undoings the last one holds. Each pass settles one more link of the chain.
        for _ in 0..=undoings.len() {
            let next: BTreeSet<String> =
                undoings.iter().filter(|(id, _)| !undone.contains(*id)).map(|(_, undoes)| (*undoes).clone()).collect();
            if next == undone {
                break;
            }
            undone = next;
        }
        for line in &self.lines {
            match line {
                DecisionLine::Pair(pair) if !undone.contains(&pair.id) => self.decisions.push(pair.clone()),
                DecisionLine::Value(value) if !undone.contains(&value.id) => self.values.push(value.clone()),
                _ => {}
            }
        }
        self.undone = undone;
    }
}

/// The decision in a row; `None` where nobody has decided yet.
fn decision_line(table: &Table, place: usize, file: &str) -> Result<Option<DecisionLine>> {
    let text = |name: &str| table.column(name).map_or("", |column| unguarded(column.text(place))).to_owned();
    let line = table.rows[place];
    let word = text("decision");
    if word.is_empty() {
        return Ok(None);
    }
    let unreadable = |value: &str| Error::new(ErrorCode::DecisionUnreadable).with("line", line).with("value", value);
    let from = (file.to_owned(), line);
    let (decided_on, author, reason) = (text("decided_on"), text("author"), text("reason"));
    let id = decision_id(Decision::COLUMNS.iter().map(|name| table.column(name).map_or("", |c| c.text(place))));
    if is_one_of(&word, UNDO) {
        let undoes = text("undoes");
        return Ok(Some(DecisionLine::Undo { id, undoes, decided_on, author, reason, from }));
    }
    let row = |side: &str| {
        let number = text(&format!("row_{side}"));
        let row = number.parse().map_err(|_| unreadable(&number))?;
        let part = |name: &str| text(&format!("{name}_{side}"));
        let name_and_birth = part("says");
        Ok(RowRef { key: part("key"), file: part("file"), sheet: part("sheet"), row, name_and_birth })
    };
    if is_one_of(&word, VALUE) {
        let field = text("field");
        if !PersonValue::FIELDS.contains(&field.as_str()) {
            return Err(unreadable(&field));
        }
        let (row, value) = (row("a")?, text("value"));
        let decision = ValueDecision { id, row, field, value, decided_on, author, reason, from };
        return Ok(Some(DecisionLine::Value(decision)));
    }
    let same = read_ruling(&word).ok_or_else(|| unreadable(&word))?;
    let (persons, further) = Decision::further_from_text(&text("value")).ok_or_else(|| unreadable(&text("value")))?;
    let (a, b) = (row("a")?, row("b")?);
    Ok(Some(DecisionLine::Pair(Decision { id, same, a, b, further, persons, decided_on, author, reason, from })))
}

// The words of a decision in three languages, folded.
const VALUE: &str = "VALUE|VALEUR|WAARDE";
const UNDO: &str = "UNDO|ANNULER|ONGEDAAN";
const SAME: &str = "SAME|MEME|MEME PERSONNE|LA MEME PERSONNE|OUI|ZELFDE|DEZELFDE PERSOON|JA|YES|SAME PERSON";
const DIFFERENT: &str =
    "DIFFERENT|PAS LA MEME|PAS LA MEME PERSONNE|AUTRE|NON|NIET DEZELFDE|ANDERE PERSOON|NEE|NO|NOT THE SAME";
const UNDECIDED: &str = "JE NE SAIS PAS|WEET IK NIET|I DO NOT KNOW|I DON T KNOW";

fn is_one_of(text: &str, words: &str) -> bool {
    let folded = fold(text);
    words.split('|').any(|word| word == folded)
}

/// Whether a ruling says "same person" (`true`) or "different" (`false`); `None` for other texts.
pub(crate) fn read_ruling(text: &str) -> Option<bool> {
    if is_one_of(text, SAME) { Some(true) } else { is_one_of(text, DIFFERENT).then_some(false) }
}

/// Whether a text says "I do not know".
pub(crate) fn is_undecided(text: &str) -> bool {
    is_one_of(text, UNDECIDED)
}
