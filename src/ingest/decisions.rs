//! The rulings below `decisions/`: CSV files with the columns of [`Decision::COLUMNS`].

use std::path::Path;

use crate::error::{Error, Result};
use crate::record::{DecidedRow, Decision, Table, fold};

use super::Settings;

/// Files of decisions with their hashes, and what they hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decisions {
    /// Path relative to the raw folder, SHA-256.
    pub files: Vec<(String, String)>,
    /// The decisions, in the order of files and rows.
    pub decisions: Vec<Decision>,
}

/// Reads every file of decisions, sorted by name.
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
        let table = super::read_table(&path, &Decision::COLUMNS, None, settings)?;
        let name = format!("decisions/{name}");
        all.files.push((name.clone(), super::sha256_of_file(&path)?));
        for place in 0..table.rows.len() {
            all.decisions.extend(decision(&table, place, &name).map_err(|error| error.at(&path))?);
        }
    }
    Ok(all)
}

/// The decision of a row; `None` where nobody has decided yet.
fn decision(table: &Table, place: usize, file: &str) -> Result<Option<Decision>> {
    let text = |name: &str| table.column(name).map_or("", |column| column.text(place)).to_owned();
    let line = table.rows[place];
    let Some(same) = read_ruling(&text("decision")) else {
        if text("decision").is_empty() {
            return Ok(None);
        }
        return Err(Error::new("decision-unreadable").with("line", line).with("value", text("decision")));
    };
    let row = |side: &str| {
        let number = text(&format!("row_{side}"));
        let row =
            number.parse().map_err(|_| Error::new("decision-unreadable").with("line", line).with("value", number))?;
        let part = |name: &str| text(&format!("{name}_{side}"));
        Ok(DecidedRow { key: part("key"), file: part("file"), sheet: part("sheet"), row })
    };
    Ok(Some(Decision {
        same,
        a: row("a")?,
        b: row("b")?,
        decided_on: text("decided_on"),
        author: text("author"),
        reason: text("reason"),
        from: (file.to_owned(), line),
    }))
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
    let folded = fold(text);
    if SAME.contains(&folded.as_str()) {
        return Some(true);
    }
    DIFFERENT.contains(&folded.as_str()).then_some(false)
}

/// Whether a person says that they can't tell.
#[must_use]
pub fn is_undecided(text: &str) -> bool {
    ["JE NE SAIS PAS", "WEET IK NIET", "I DO NOT KNOW", "I DON T KNOW"].contains(&fold(text).as_str())
}
