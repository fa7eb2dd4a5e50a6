//! The rulings below `decisions/`: CSV files with the columns of [`Decision::COLUMNS`].

use std::collections::BTreeSet;
use std::path::Path;

use crate::error::{Error, Result};
use crate::record::{Decision, PersonValue, RowRef, Table, ValueDecision, decision_id, fold};

use super::Settings;

/// Files of decisions with their hashes, and what they hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decisions {
    /// Path relative to the raw folder, SHA-256.
    pub files: Vec<(String, String)>,
    /// The rulings on pairs that hold, in the order of files and rows.
    pub decisions: Vec<Decision>,
    /// The values that hold, likewise.
    pub values: Vec<ValueDecision>,
    /// The numbers that were undone.
    pub undone: BTreeSet<String>,
    /// Every row that decides, the undone and the undoing too, likewise.
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
        /// The number of the row itself.
        id: String,
        /// The number of the decision that it undoes.
        undoes: String,
        /// Moment, author and reason, as written.
        said: [String; 3],
        /// File of decisions and the row in it.
        from: (String, u32),
    },
}

/// Reads every file of decisions, sorted by name. What was undone does not hold.
///
/// # Errors
/// `decision-unreadable` with file and row if a row names no decision; those of [`super::read_table`].
pub fn read_decisions(raw: &Path, settings: &Settings) -> Result<Decisions> {
    let folder = raw.join("decisions");
    let mut names = Vec::new();
    if folder.is_dir() {
        for entry in std::fs::read_dir(&folder).map_err(|e| Error::io(&folder, &e))? {
            let name = entry.map_err(|e| Error::io(&folder, &e))?.file_name().to_string_lossy().into_owned();
            let is_table = name.to_lowercase().ends_with(".csv");
            if is_table && !name.starts_with(['.', '~']) {
                names.push(name);
            }
        }
    }
    names.sort();
    let mut all = Decisions::default();
    for name in names {
        let path = folder.join(&name);
        // A review's file holds pairs alone.
        let table = match super::read_table(&path, &Decision::COLUMNS, None, settings) {
            Err(error) if error.code == "table-no-column" => {
                super::read_table(&path, &Decision::COLUMNS[..Decision::N_PAIR_COLUMNS], None, settings)?
            }
            read => read?,
        };
        let name = format!("decisions/{name}");
        all.files.push((name.clone(), super::sha256_of_file(&path)?));
        for place in 0..table.rows.len() {
            all.lines.extend(line(&table, place, &name).map_err(|error| error.at(&path))?);
        }
    }
    all.settle();
    Ok(all)
}

impl Decisions {
    /// Tells what holds from what was undone. An undoing can itself be undone.
    fn settle(&mut self) {
        // The later outranks: an undoing that was undone by a later one does nothing.
        let undoings: Vec<(&String, &String)> = self
            .lines
            .iter()
            .filter_map(|line| match line {
                DecisionLine::Undo { id, undoes, .. } => Some((id, undoes)),
                _ => None,
            })
            .collect();
        let mut undone: BTreeSet<String> = BTreeSet::new();
        // Of a chain of undoings the last holds: each round settles one link more.
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

/// The decision of a row; `None` where nobody has decided yet.
fn line(table: &Table, place: usize, file: &str) -> Result<Option<DecisionLine>> {
    let text = |name: &str| table.column(name).map_or("", |column| column.text(place)).to_owned();
    let line = table.rows[place];
    let word = text("decision");
    if word.is_empty() {
        return Ok(None);
    }
    let unreadable = |value: &str| Error::new("decision-unreadable").with("line", line).with("value", value);
    let from = (file.to_owned(), line);
    let (decided_on, author, reason) = (text("decided_on"), text("author"), text("reason"));
    let id = decision_id(Decision::COLUMNS.iter().map(|name| table.column(name).map_or("", |c| c.text(place))));
    if is_one_of(&word, &UNDO) {
        let said = [decided_on, author, reason];
        return Ok(Some(DecisionLine::Undo { id, undoes: text("undoes"), said, from }));
    }
    let row = |side: &str| {
        let number = text(&format!("row_{side}"));
        let row = number.parse().map_err(|_| unreadable(&number))?;
        let part = |name: &str| text(&format!("{name}_{side}"));
        let says = part("says");
        Ok(RowRef { key: part("key"), file: part("file"), sheet: part("sheet"), row, name_and_birth: says })
    };
    if is_one_of(&word, &VALUE) {
        let field = text("field");
        if !PersonValue::FIELDS.contains(&field.as_str()) {
            return Err(unreadable(&field));
        }
        let (row, value) = (row("a")?, text("value"));
        let decision = ValueDecision { id, row, field, value, decided_on, author, reason, from };
        return Ok(Some(DecisionLine::Value(decision)));
    }
    let same = read_ruling(&word).ok_or_else(|| unreadable(&word))?;
    Ok(Some(DecisionLine::Pair(Decision { id, same, a: row("a")?, b: row("b")?, decided_on, author, reason, from })))
}

const VALUE: [&str; 3] = ["VALUE", "VALEUR", "WAARDE"];
const UNDO: [&str; 3] = ["UNDO", "ANNULER", "ONGEDAAN"];

fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.contains(&fold(text).as_str())
}

/// A ruling as people write it in three languages; `None` if it is none.
#[must_use]
pub fn read_ruling(text: &str) -> Option<bool> {
    const SAME: [&str; 10] = [
        "SAME",
        "MEME",
        "MEME PERSONNE",
        "LA MEME PERSONNE",
        "OUI",
        "ZELFDE",
        "DEZELFDE PERSOON",
        "JA",
        "YES",
        "SAME PERSON",
    ];
    const DIFFERENT: [&str; 10] = [
        "DIFFERENT",
        "PAS LA MEME",
        "PAS LA MEME PERSONNE",
        "AUTRE",
        "NON",
        "NIET DEZELFDE",
        "ANDERE PERSOON",
        "NEE",
        "NO",
        "NOT THE SAME",
    ];
    if is_one_of(text, &SAME) {
        return Some(true);
    }
    is_one_of(text, &DIFFERENT).then_some(false)
}

/// Whether a person says that they can't tell.
#[must_use]
pub fn is_undecided(text: &str) -> bool {
    is_one_of(text, &["JE NE SAIS PAS", "WEET IK NIET", "I DO NOT KNOW", "I DON T KNOW"])
}
