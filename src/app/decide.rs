//! A person's rulings, one at a time: two rows are one person or two, a value is right, a decision no longer holds.
//!
//! A ruling is a row added to `decisions/decided.csv`; nothing changes in the register before the next run.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::error::{Error, Result};
use crate::ingest::{self, DecisionLine, Decisions, Reference};
use crate::link::PairDecision;
use crate::normalise::{self, Codes, Quartiers, ReferenceData};
use crate::record::{Decision, PersonValue, RowRef, ValueDecision, decision_id};
use crate::store::{self, Generation, LineageRow, PersonRow, Store};

use super::current;
use super::show::checked;
use crate::run::{contradiction, decisions_contradict, values_contradict};

/// Where rulings typed one at a time are kept, below the raw folder.
const FILE: &str = "decisions/decided.csv";

/// A ruling to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// Two are one person. Each is an identifier, or a row as `file!sheet!row`.
    Same(String, String),
    /// Two are two persons; likewise. An identifier that another took in stands for the row that had brought it in.
    Different(String, String),
    /// A value of a person is right.
    Value {
        /// Identifier or row.
        who: String,
        /// A column of `persons`, one of [`PersonValue::FIELDS`].
        field: String,
        /// As a person writes it.
        value: String,
    },
    /// A decision no longer holds.
    Undo(String),
}

/// Who rules, when and why.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signed {
    /// Moment, RFC 3339.
    pub at: String,
    /// Who.
    pub author: String,
    /// FieldReason.
    pub reason: String,
}

/// A ruling as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// Number by which it is undone.
    pub id: String,
    /// The file it was added to.
    pub path: PathBuf,
}

/// Keeps a ruling.
///
/// # Errors
/// `decide-author`, `decide-reason` if one is missing; `id-slip`, `id-unknown`, `row-unknown` for a person or row that is
/// not in the register; `decide-same-row`; `decide-field`, `decide-value` for a value that can't be read;
/// `decide-unknown` for a decision that there is not; `decisions-contradict` with both; those of reading and writing.
pub fn decide(clean: &Path, raw: &Path, config: &Config, asked: &Asked, signed: &Signed) -> Result<Decided> {
    for (text, code) in [(&signed.author, "decide-author"), (&signed.reason, "decide-reason")] {
        if text.trim().is_empty() {
            return Err(Error::new(code));
        }
    }
    // Two who decide at once wait for nobody: the second is told to try again.
    let lock = Store::open(clean)?.lock()?;
    let known = ingest::read_decisions(raw, &config.ingest)?;
    let ruled = match asked {
        Asked::Undo(id) => undoing(id, &known, signed)?,
        Asked::Same(a, b) | Asked::Different(a, b) => {
            let rows = Rows::read(&current(clean)?)?;
            let decision = Decision {
                same: matches!(asked, Asked::Same(..)),
                a: rows.of(a)?,
                b: rows.of(b)?,
                decided_on: signed.at.clone(),
                author: signed.author.clone(),
                reason: signed.reason.clone(),
                ..Decision::default()
            };
            if decision.a == decision.b {
                return Err(Error::new("decide-same-row").with("row", decision.a.to_text()));
            }
            refuse_contradiction(known.decisions.iter().chain([&decision]))?;
            Owned::Pair(decision)
        }
        Asked::Value { who, field, value } => {
            if !PersonValue::FIELDS.contains(&field.as_str()) {
                return Err(Error::new("decide-field")
                    .with("value", field)
                    .with("known", PersonValue::FIELDS.join(", ")));
            }
            let reference = Reference::read(&raw.join("reference"))?;
            let lists = ReferenceData {
                quartiers: Quartiers::new(&reference.quartiers),
                codes: Codes::new(&config.words)?,
                today: chrono::NaiveDate::MAX,
            };
            if normalise::read_person_value(field, value, &lists).is_none() {
                return Err(Error::new("decide-value").with("field", field).with("value", value));
            }
            let generation = current(clean)?;
            let rows = Rows::read(&generation)?;
            let decision = ValueDecision {
                row: rows.of(who)?,
                field: field.clone(),
                value: value.trim().to_owned(),
                decided_on: signed.at.clone(),
                author: signed.author.clone(),
                reason: signed.reason.clone(),
                ..ValueDecision::default()
            };
            let person = rows.person_of(&decision.row);
            let other = known.values.iter().find(|other| {
                other.field == *field && other.value != decision.value && rows.person_of(&other.row) == person
            });
            if let Some(other) = other {
                return Err(values_contradict(other, &decision));
            }
            Owned::Value(decision)
        }
    };
    let path = raw.join(FILE);
    let folder = raw.join("decisions");
    std::fs::create_dir_all(&folder).map_err(|e| Error::io(&folder, &e))?;
    let before = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(e) => return Err(Error::io(&path, &e)),
    };
    let whole = written(&[ruled.as_ruled()])?;
    let (heading, line) = whole.split_once('\n').unwrap_or((&whole, ""));
    let gap = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    let text = if before.is_empty() { format!("{heading}\n{line}") } else { format!("{before}{gap}{line}") };
    store::write_text(&text, &path)?;
    drop(lock);
    Ok(Decided { id: decision_id(cells(&ruled.as_ruled()).iter().map(String::as_str)), path })
}

/// Every decision kept, and whether it holds.
///
/// # Errors
/// Those of reading.
pub fn decisions(raw: &Path, config: &Config) -> Result<Decisions> {
    ingest::read_decisions(raw, &config.ingest)
}

/// A row of a file of decisions.
pub(super) enum Ruled<'d> {
    Pair(&'d Decision),
    Value(&'d ValueDecision),
    Undo(&'d str, [&'d str; 3]),
}

enum Owned<'a> {
    Pair(Decision),
    Value(ValueDecision),
    Undo(String, &'a Signed),
}

impl Owned<'_> {
    fn as_ruled(&self) -> Ruled<'_> {
        match self {
            Self::Pair(decision) => Ruled::Pair(decision),
            Self::Value(decision) => Ruled::Value(decision),
            Self::Undo(id, signed) => Ruled::Undo(id, [&signed.at, &signed.author, &signed.reason]),
        }
    }
}

fn undoing<'a>(id: &str, known: &Decisions, signed: &'a Signed) -> Result<Owned<'a>> {
    let id = id.trim().to_uppercase();
    let is_it = |line: &DecisionLine| match line {
        DecisionLine::Pair(decision) => decision.id == id,
        DecisionLine::Value(decision) => decision.id == id,
        DecisionLine::Undo { id: own, .. } => *own == id,
    };
    if !known.lines.iter().any(is_it) {
        return Err(Error::new("decide-unknown").with("id", id));
    }
    if known.undone.contains(&id) {
        return Err(Error::new("decide-undone").with("id", id));
    }
    // What was pushed aside by it holds again: it must not contradict what was decided since.
    let mut after = known.decisions.clone();
    after.retain(|decision| decision.id != id);
    refuse_contradiction(after.iter())?;
    Ok(Owned::Undo(id, signed))
}

/// The rows of the register, by person and by place.
struct Rows {
    lineage: Vec<LineageRow>,
    persons: Vec<PersonRow>,
}

impl Rows {
    fn read(generation: &Generation) -> Result<Self> {
        let mut lineage = Vec::new();
        generation.each(|mut row: LineageRow| {
            row.typed = String::new();
            if row.person_id.is_some() {
                lineage.push(row);
            }
            Ok(())
        })?;
        Ok(Self { lineage, persons: generation.read()? })
    }

    /// The row that an identifier or a place means.
    fn of(&self, who: &str) -> Result<RowRef> {
        if let Some((file, rest)) = who.split_once('!') {
            let (sheet, number) = rest.rsplit_once('!').unwrap_or(("", rest));
            let row: Option<i64> = number.trim().parse().ok();
            let found =
                self.lineage.iter().find(|line| line.file == file && line.sheet == sheet && Some(line.row) == row);
            return found.map(|line| self.decided_row(line)).ok_or_else(|| Error::new("row-unknown").with("row", who));
        }
        let id = checked(who)?;
        let founding = |line: &&LineageRow| line.outcome == "registered" && line.person_id.as_ref() == Some(&id);
        let founded = |line: &&LineageRow| line.founded_id.as_ref() == Some(&id);
        let found = self.lineage.iter().find(founding).or_else(|| self.lineage.iter().find(founded));
        found.map(|line| self.decided_row(line)).ok_or_else(|| Error::new("id-unknown").with("id", id))
    }

    fn decided_row(&self, line: &LineageRow) -> RowRef {
        let person = self.persons.iter().find(|person| Some(&person.person_id) == line.person_id.as_ref());
        let says = person.map(|person| {
            let born = person.born_on.map(|day| day.to_string()).unwrap_or_default();
            [person.nom.as_str(), &person.postnom, &person.prenom, &born].join("|")
        });
        RowRef {
            key: line.row_key.clone().unwrap_or_default(),
            file: line.file.clone(),
            sheet: line.sheet.clone(),
            row: line.row,
            name_and_birth: says.unwrap_or_default(),
        }
    }

    /// Whose a row is now.
    fn person_of(&self, row: &RowRef) -> Option<&str> {
        let by_key = self.lineage.iter().find(|line| line.row_key.as_deref() == Some(&row.key));
        let by_place =
            || self.lineage.iter().find(|line| (&line.file, &line.sheet, line.row) == (&row.file, &row.sheet, row.row));
        by_key.or_else(by_place)?.person_id.as_deref()
    }
}

/// Rows known by what they say: two decisions that can't both hold are shown.
pub(super) fn refuse_contradiction<'d>(decisions: impl Iterator<Item = &'d Decision>) -> Result<()> {
    let decisions: Vec<&Decision> = decisions.collect();
    let mut numbers: BTreeMap<(&str, &str, &str, i64), u32> = BTreeMap::new();
    let mut number = |row: &'d RowRef| {
        let next = numbers.len() as u32;
        *numbers.entry((&row.key, &row.file, &row.sheet, row.row)).or_insert(next)
    };
    let ruled: Vec<PairDecision> = decisions
        .iter()
        .map(|decision| PairDecision { a: number(&decision.a), b: number(&decision.b), same: decision.same })
        .collect();
    match contradiction(&ruled) {
        Some((one, other)) => Err(decisions_contradict(decisions[one], decisions[other])),
        None => Ok(()),
    }
}

/// The cells of a row of a file of decisions.
fn cells(ruled: &Ruled<'_>) -> Vec<String> {
    let row = |row: &RowRef| [row.key.clone(), row.file.clone(), row.sheet.clone(), row.row.to_string()];
    let none = || [String::new(), String::new(), String::new(), String::new()];
    let own = |text: &str| text.to_owned();
    let says = match ruled {
        Ruled::Pair(d) => [own(&d.a.name_and_birth), own(&d.b.name_and_birth)],
        Ruled::Value(d) => [own(&d.row.name_and_birth), own("")],
        Ruled::Undo(..) => [own(""), own("")],
    };
    let (word, a, b, said, more) = match ruled {
        Ruled::Pair(d) => {
            let word = if d.same { "same" } else { "different" };
            (
                word,
                row(&d.a),
                row(&d.b),
                [&d.decided_on, &d.author, &d.reason].map(|t| own(t)),
                [own(""), own(""), own("")],
            )
        }
        Ruled::Value(d) => {
            let more = [own(&d.field), own(&d.value), own("")];
            ("value", row(&d.row), none(), [&d.decided_on, &d.author, &d.reason].map(|t| own(t)), more)
        }
        Ruled::Undo(id, said) => ("undo", none(), none(), said.map(own), [own(""), own(""), own(id)]),
    };
    std::iter::once(own(word)).chain(a).chain(b).chain(said).chain(more).chain(says).collect()
}

/// A file of decisions.
pub(super) fn written(ruled: &[Ruled<'_>]) -> Result<String> {
    let fault = |e: csv::Error| Error::new("io").because(e);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(Decision::COLUMNS).map_err(fault)?;
    for row in ruled {
        writer.write_record(cells(row)).map_err(fault)?;
    }
    let bytes = writer.into_inner().map_err(|e| Error::new("io").because(e.error()))?;
    String::from_utf8(bytes).map_err(|e| Error::new("io").because(e))
}
