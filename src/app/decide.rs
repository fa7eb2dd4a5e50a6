//! Writes a person's rulings, one at a time: two rows are one person or two, a value is right, a decision no longer
//! holds.
//!
//! A ruling is a row added to `decisions/decided.csv`. Nothing changes in the register before the next run.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::ingest::{self, DecisionLine, Decisions, Reference};
use crate::link::PairDecision;
use crate::normalise::{self, Codes, Quartiers, ReferenceData};
use crate::record::{Decision, PersonValue, RowRef, ValueDecision, decision_id};
use crate::run::{contradiction, decisions_contradict, values_contradict};
use crate::store::{self, LineageRow, PersonRow, Store, WaitLock};

use super::access::Access;
use super::reader::{PlacedRow, RegisterReader, canonical_id, position_of, read_current, scan};
use super::ruling_file::{append, cells};
use super::value_check::{ValueLimits, check_name};

/// A ruling to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecisionRequest {
    /// Two rows are one person. Each is given as an identifier, or a row as `file!sheet!row`.
    Same(String, String),
    /// Two rows, given likewise, are two persons. An identifier that was merged stands for the row that brought it in.
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
    /// A value of a person is right, whatever was decided on it before: rulings that say otherwise no longer hold.
    NewValue {
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

/// The author, the moment and the reason of a ruling.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signature {
    /// The moment of the ruling, RFC 3339.
    pub at: String,
    /// The person who rules.
    pub author: String,
    /// The reason of the ruling.
    pub reason: String,
}

/// Writes a ruling. Returns the number by which it is undone, and the file it was added to.
///
/// # Errors
/// `decide-author`, `decide-reason` if one is missing; `decide-sheet-changed` for a row of a sheet that is no longer the
/// one of the version in use; `id-slip`, `id-unknown`, `row-unknown` for a person or row that
/// is not in the register; `decide-same-row`; `decide-field`, `decide-value` for a value that can't be read;
/// `decide-future`, `decide-age`, `decide-after-death`, `decide-after-event`, `decide-no-name` for one that can't be;
/// `decide-unknown`, `decide-undone` for a decision that does not exist or hold; `decisions-contradict` with both;
/// those of reading and writing.
pub fn decide(
    clean: &Path,
    raw: &Path,
    config: &Config,
    request: &DecisionRequest,
    signature: &Signature,
    access: &Access,
) -> Result<(String, PathBuf)> {
    for (text, code) in [(&signature.author, ErrorCode::DecideAuthor), (&signature.reason, ErrorCode::DecideReason)] {
        if text.trim().is_empty() {
            return Err(Error::new(code));
        }
    }
    // If two persons decide at once, the second gets `run-under-way`.
    if !clean.is_dir() {
        return Err(Error::new(ErrorCode::NoRegister).at(clean));
    }
    refuse_changed_sheets(clean, raw, request)?;
    let store = Store::open(clean)?;
    let lock = store.lock()?;
    let (asked, n_persons) = match request {
        DecisionRequest::Same(a, b) => (format!("same {a} {b}"), 2),
        DecisionRequest::Different(a, b) => (format!("different {a} {b}"), 2),
        DecisionRequest::Value { who, field, .. } | DecisionRequest::NewValue { who, field, .. } => {
            (format!("value {who} {field}"), 1)
        }
        DecisionRequest::Undo(id) => (format!("undo {id}"), 0),
    };
    access.log(&store, "decide", &asked, n_persons)?;
    let _decisions = lock_decisions(clean)?;
    let known = ingest::read_decisions(raw, &config.ingest)?;
    let lines = match request {
        DecisionRequest::NewValue { who, field, value } => {
            let read = check_value(field, value, raw, config)?;
            check_limits(clean, who, (field, value), (&read, &ValueLimits::new(config, &signature.at)), &known)?;
            new_value_lines(clean, who, (field, value), &known, signature)?
        }
        _ => vec![one_line(clean, raw, config, request, &known, signature)?],
    };
    let path = append(raw, &lines)?;
    drop(lock);
    let id = lines.last().map(|line| decision_id(cells(line).iter().map(String::as_str)));
    Ok((id.unwrap_or_default(), path))
}

/// Refuses a row by its place in a sheet that was sent again since the last run: the person at the terminal counts the
/// rows of the sheet that lies there now.
fn refuse_changed_sheets(clean: &Path, raw: &Path, request: &DecisionRequest) -> Result<()> {
    let named: &[&String] = match request {
        DecisionRequest::Same(a, b) | DecisionRequest::Different(a, b) => &[a, b],
        DecisionRequest::Value { who, .. } | DecisionRequest::NewValue { who, .. } => &[who],
        DecisionRequest::Undo(_) => &[],
    };
    for (file, _) in named.iter().filter_map(|who| who.split_once('!')) {
        let path = raw.join(file);
        let of_version = read_current(clean, |generation| {
            Ok(generation.manifest.inputs.iter().find(|input| input.path == file).map(|input| input.sha256.clone()))
        })?;
        let Some(of_version) = of_version.filter(|_| path.is_file()) else { continue };
        if ingest::sha256_of_file(&path)? != of_version {
            return Err(Error::new(ErrorCode::DecideSheetChanged).at(&path));
        }
    }
    Ok(())
}

/// Returns the line of a ruling that leaves the others as they are.
fn one_line(
    clean: &Path,
    raw: &Path,
    config: &Config,
    request: &DecisionRequest,
    known: &Decisions,
    signature: &Signature,
) -> Result<DecisionLine> {
    match request {
        DecisionRequest::Undo(id) => undo_line(id, known, signature),
        DecisionRequest::Same(a, b) => pair_line(clean, [a, b], true, known, signature),
        DecisionRequest::Different(a, b) => pair_line(clean, [a, b], false, known, signature),
        DecisionRequest::Value { who, field, value } | DecisionRequest::NewValue { who, field, value } => {
            let read = check_value(field, value, raw, config)?;
            check_limits(clean, who, (field, value), (&read, &ValueLimits::new(config, &signature.at)), known)?;
            value_line(clean, who, (field, value), known, signature)
        }
    }
}

/// Returns every decision in the files, and which of them hold.
///
/// # Errors
/// Those of reading.
pub fn decisions(clean: &Path, raw: &Path, config: &Config, access: &Access) -> Result<Decisions> {
    let decisions = ingest::read_decisions(raw, &config.ingest)?;
    if clean.is_dir() || !decisions.lines.is_empty() {
        access.log(&Store::open(clean)?, "decide", "list", decisions.lines.len() as u64)?;
    }
    Ok(decisions)
}

/// Waits until no other agent writes a ruling. A ruling is read, checked and written under this lock.
pub(super) fn lock_decisions(clean: &Path) -> Result<WaitLock> {
    store::wait_for_lock(&clean.join("work/decisions.lock"))
}

/// Writes a ruling on two rows, unless it contradicts others or joins two members of one fiche. Returns its number. The
/// caller holds the lock of decisions.
pub(super) fn add_pair_ruling(
    raw: &Path,
    reader: &RegisterReader<'_>,
    known: &Decisions,
    mut decision: Decision,
) -> Result<String> {
    if decision.same {
        refuse_one_fiche(reader, &decision)?;
        add_further_rows(reader, &mut decision)?;
    }
    refuse_contradiction(known.decisions.iter().chain([&decision]))?;
    let id = give_new_id(known, &mut decision);
    append(raw, &[DecisionLine::Pair(decision)])?;
    Ok(id)
}

/// Adds a number to the reason of a ruling if its id would be that of a line that is there, and returns the id. One
/// that was undone and made again in the same second, or on the same day from a workbook, would be the one undone.
pub(super) fn give_new_id(known: &Decisions, decision: &mut Decision) -> String {
    let reason = decision.reason.clone();
    let mut number = 2;
    loop {
        let line = DecisionLine::Pair(decision.clone());
        let id = decision_id(cells(&line).iter().map(String::as_str));
        if known.lines.iter().all(|other| other.id() != id) {
            return id;
        }
        decision.reason = format!("{reason} ({number})").trim_start().to_owned();
        number += 1;
    }
}

/// Writes that a value of the person of two rows is right, and returns its number; rulings that say otherwise no longer
/// hold. The caller holds the lock of decisions.
pub(super) fn add_value_ruling(
    (clean, raw): (&Path, &Path),
    rows: &[String],
    (field, value): (&str, &str),
    known: &Decisions,
    signature: &Signature,
) -> Result<String> {
    let Some(row) = rows.first() else { return Err(Error::new(ErrorCode::JudgingPair)) };
    let mut lines = Vec::new();
    for ruling in value_rulings(clean, rows, field, known)?.iter().filter(|ruling| ruling.value != value.trim()) {
        lines.push(undo_line(&ruling.id, known, signature)?);
    }
    let line = unique_value_line(clean, row, (field, value), known, signature)?;
    let id = decision_id(cells(&line).iter().map(String::as_str));
    lines.push(line);
    append(raw, &lines)?;
    Ok(id)
}

/// Returns the lines that give a person a value: those that undo rulings which say otherwise, and the ruling itself.
fn new_value_lines(
    clean: &Path,
    who: &str,
    (field, value): (&str, &str),
    known: &Decisions,
    signature: &Signature,
) -> Result<Vec<DecisionLine>> {
    let rulings = value_rulings(clean, &[who.to_owned()], field, known)?;
    let others = rulings.iter().filter(|ruling| ruling.value != value.trim());
    let mut lines = others.map(|ruling| undo_line(&ruling.id, known, signature)).collect::<Result<Vec<_>>>()?;
    lines.push(unique_value_line(clean, who, (field, value), known, signature)?);
    Ok(lines)
}

/// Returns the line of a ruling on a value under a number of its own: one that was undone and is made again in the same
/// second would have the number of the one undone. Rulings that say otherwise are undone by the caller.
fn unique_value_line(
    clean: &Path,
    who: &str,
    (field, value): (&str, &str),
    known: &Decisions,
    signature: &Signature,
) -> Result<DecisionLine> {
    let reason = signature.reason.clone();
    let mut signature = signature.clone();
    let row = read_current(clean, |generation| Ok(named_row(&RegisterReader::new(generation)?, who)?.row))?;
    let mut number = 2;
    loop {
        let line = DecisionLine::Value(value_ruling(row.clone(), (field, value), &signature));
        let id = decision_id(cells(&line).iter().map(String::as_str));
        if known.lines.iter().all(|other| other.id() != id) {
            return Ok(line);
        }
        signature.reason = format!("{reason} ({number})");
        number += 1;
    }
}

/// Returns the rulings that hold on a field of the persons of these identifiers or rows, the oldest first.
pub(super) fn value_rulings(
    clean: &Path,
    who: &[String],
    field: &str,
    known: &Decisions,
) -> Result<Vec<ValueDecision>> {
    let of_field: Vec<&ValueDecision> = known.values.iter().filter(|ruling| ruling.field == field).collect();
    if of_field.is_empty() {
        return Ok(Vec::new());
    }
    read_current(clean, |generation| {
        let reader = RegisterReader::new(generation)?;
        let mut ids: BTreeSet<String> = BTreeSet::new();
        let mut rulings = Vec::new();
        for who in who {
            let Some(person) = named_row(&reader, who)?.person.filter(|own| ids.insert(own.row.person_id.clone()))
            else {
                continue;
            };
            for ruling in &of_field {
                if first_of_person(&reader, &person, &[*ruling])?.is_some() {
                    rulings.push((*ruling).clone());
                }
            }
        }
        Ok(rulings)
    })
}

fn value_ruling(row: RowRef, (field, value): (&str, &str), signature: &Signature) -> ValueDecision {
    let Signature { at: decided_on, author, reason } = signature.clone();
    let (field, value) = (field.to_owned(), value.trim().to_owned());
    ValueDecision { row, field, value, decided_on, author, reason, ..ValueDecision::default() }
}

/// Adds a line that undoes a ruling. The caller holds the lock of decisions.
pub(super) fn add_undoing(raw: &Path, id: &str, known: &Decisions, signature: &Signature) -> Result<PathBuf> {
    append(raw, &[undo_line(id, known, signature)?])
}

/// Undoes a ruling on two rows and writes another in its place, in one step. The caller holds the lock of decisions.
pub(super) fn replace_pair_ruling(
    raw: &Path,
    reader: &RegisterReader<'_>,
    known: &Decisions,
    old: &Decision,
    mut new: Decision,
) -> Result<PathBuf> {
    (new.further, new.persons) = Default::default();
    if new.same {
        refuse_one_fiche(reader, &new)?;
        add_further_rows(reader, &mut new)?;
    }
    refuse_contradiction(known.decisions.iter().filter(|other| other.id != old.id).chain([&new]))?;
    let (at, author, reason) = (new.decided_on.clone(), new.author.clone(), new.reason.clone());
    let undoing = undo_line(&old.id, known, &Signature { at, author, reason })?;
    append(raw, &[undoing, DecisionLine::Pair(new)])
}

fn pair_line(
    clean: &Path,
    who: [&String; 2],
    same: bool,
    known: &Decisions,
    signature: &Signature,
) -> Result<DecisionLine> {
    let ([a, b], further, persons) = read_current(clean, |generation| {
        let reader = RegisterReader::new(generation)?;
        let rows = [named_row(&reader, who[0])?, named_row(&reader, who[1])?];
        let mut further = <[Vec<RowRef>; 2]>::default();
        if same {
            further = [further_rows(&reader, who[0], &rows[0])?, further_rows(&reader, who[1], &rows[1])?];
            refuse_common_fiche(&reader, &rows, &further)?;
        }
        let persons = rows.each_ref().map(|named| named.own_id.clone());
        Ok((rows.map(|named| named.row), further, persons))
    })?;
    let Signature { at: decided_on, author, reason } = signature.clone();
    let decision = Decision { same, a, b, further, persons, decided_on, author, reason, ..Decision::default() };
    if decision.a == decision.b {
        return Err(Error::new(ErrorCode::DecideSameRow).with("row", decision.a.to_text()));
    }
    refuse_contradiction(known.decisions.iter().chain([&decision]))?;
    Ok(DecisionLine::Pair(decision))
}

/// Returns the further rows of a person who is named by an identifier: a ruling that two persons are one joins them
/// all. A row that is named by its place stands for itself alone.
fn further_rows(reader: &RegisterReader<'_>, who: &str, named: &NamedRow) -> Result<Vec<RowRef>> {
    let Some(person) = named.person.as_ref().filter(|_| !who.contains('!')) else { return Ok(Vec::new()) };
    let id = canonical_id(who)?;
    let rows = reader.rows(std::slice::from_ref(person))?;
    // A merged identifier stands for the rows that bear it.
    let is_of_id = |row: &&LineageRow| person.row.person_id == id || row.founded_id.as_ref() == Some(&id);
    let further = rows.iter().filter(is_of_id).map(|row| decided_row(row, Some(person)));
    let is_named =
        |row: &RowRef| (&row.file, &row.sheet, row.row) == (&named.row.file, &named.row.sheet, named.row.row);
    Ok(further.filter(|row| !is_named(row)).collect())
}

/// Adds the names and the day of birth of a row's person to a reference without them.
pub(super) fn add_name_and_birth(reader: &RegisterReader<'_>, row: &mut RowRef) -> Result<()> {
    if !row.name_and_birth.is_empty() {
        return Ok(());
    }
    let Some(line) = row_of_key(reader, row)? else { return Ok(()) };
    let person = line.person_id.as_deref().map(|id| reader.person(id)).transpose()?.flatten();
    row.name_and_birth = decided_row(&line, person.as_ref()).name_and_birth;
    Ok(())
}

/// Returns the row that has the key of a reference: at its place, or where it is now.
fn row_of_key(reader: &RegisterReader<'_>, row: &RowRef) -> Result<Option<LineageRow>> {
    let has_key = |line: &LineageRow| line.row_key.as_deref() == Some(&row.key);
    let at_place = reader.row_at(&row.file, &row.sheet, row.row)?.filter(&has_key);
    if at_place.is_some() || row.key.trim().is_empty() {
        return Ok(at_place);
    }
    Ok(scan(reader.generation, &["typed"], &has_key)?.into_iter().next().map(|found| found.row))
}

/// Adds to a judgement that two rows are one person the further rows of both persons, unless they are one already or
/// have members of one fiche among them: then the two rows alone are joined.
pub(super) fn add_further_rows(reader: &RegisterReader<'_>, decision: &mut Decision) -> Result<()> {
    let named = |row: &RowRef| -> Result<Option<NamedRow>> {
        let Some(line) = row_of_key(reader, row)? else { return Ok(None) };
        let person = line.person_id.as_deref().map(|id| reader.person(id)).transpose()?.flatten();
        let row = decided_row(&line, person.as_ref());
        Ok(person.map(|person| NamedRow { row, own_id: own_id(&line), person: Some(person) }))
    };
    let (Some(a), Some(b)) = (named(&decision.a)?, named(&decision.b)?) else { return Ok(()) };
    let (Some(of_a), Some(of_b)) = (a.person_id().cloned(), b.person_id().cloned()) else { return Ok(()) };
    if of_a == of_b {
        return Ok(());
    }
    decision.persons = [a.own_id.clone(), b.own_id.clone()];
    let further = [further_rows(reader, &of_a, &a)?, further_rows(reader, &of_b, &b)?];
    match refuse_common_fiche(reader, &[a, b], &further) {
        Ok(()) => decision.further = further,
        Err(fault) if fault.code == ErrorCode::DecideOneFiche => {}
        Err(fault) => return Err(fault),
    }
    Ok(())
}

/// Returns the error for a ruling that joins two persons of whom two rows are members of one fiche.
fn refuse_common_fiche(reader: &RegisterReader<'_>, named: &[NamedRow; 2], further: &[Vec<RowRef>; 2]) -> Result<()> {
    let rows = |side: usize| std::iter::once(&named[side].row).chain(&further[side]);
    let persons = named.each_ref().map(NamedRow::person_id);
    for a in rows(0) {
        for b in rows(1).filter(|b| (&a.file, &a.sheet) == (&b.file, &b.sheet)) {
            if are_of_one_fiche(reader, [a, b], persons)? {
                let [a, b] = [a.to_text(), b.to_text()];
                return Err(Error::new(ErrorCode::DecideOneFiche).with("a", a).with("b", b));
            }
        }
    }
    Ok(())
}

/// Returns a value as it is read for its field.
fn check_value(field: &str, value: &str, raw: &Path, config: &Config) -> Result<PersonValue> {
    if !PersonValue::FIELDS.contains(&field) {
        let known = PersonValue::FIELDS.join(", ");
        return Err(Error::new(ErrorCode::DecideField).with("value", field).with("known", known));
    }
    let reference = Reference::read(&raw.join("reference"))?;
    let lists = ReferenceData {
        quartiers: Quartiers::new(&reference.quartiers),
        codes: Codes::new(&config.words)?,
        today: chrono::NaiveDate::MAX,
    };
    normalise::read_person_value(field, value, &lists)
        .ok_or_else(|| Error::new(ErrorCode::DecideValue).with("field", field).with("value", value))
}

/// Refuses a value that the person of a ruling can't have. `read` is the value as it is read for its field.
fn check_limits(
    clean: &Path,
    who: &str,
    (field, value): (&str, &str),
    (read, limits): (&PersonValue, &ValueLimits),
    known: &Decisions,
) -> Result<()> {
    read_current(clean, |generation| {
        let reader = RegisterReader::new(generation)?;
        let named = named_row(&reader, who)?;
        let Some(person) = &named.person else { return Ok(()) };
        limits.check(&reader, &person.row, read)?;
        check_name(&person.row, (field, value.trim()), &named.row, known)
    })
}

/// The line of a ruling on a value.
fn value_line(
    clean: &Path,
    who: &str,
    (field, value): (&str, &str),
    known: &Decisions,
    signature: &Signature,
) -> Result<DecisionLine> {
    let value = value.trim();
    let others: Vec<&ValueDecision> =
        known.values.iter().filter(|other| other.field == field && other.value != value).collect();
    let (row, other) = read_current(clean, |generation| {
        let reader = RegisterReader::new(generation)?;
        let named = named_row(&reader, who)?;
        let other = match &named.person {
            Some(person) if !others.is_empty() => first_of_person(&reader, person, &others)?,
            _ => None,
        };
        Ok((named.row, other))
    })?;
    let decision = value_ruling(row, (field, value), signature);
    match other {
        Some(other) => Err(values_contradict(other, &decision)),
        None => Ok(DecisionLine::Value(decision)),
    }
}

/// The first of these decisions that is about a row of the person.
fn first_of_person<'d>(
    reader: &RegisterReader<'_>,
    person: &PlacedRow<PersonRow>,
    decisions: &[&'d ValueDecision],
) -> Result<Option<&'d ValueDecision>> {
    let rows = reader.rows(std::slice::from_ref(person))?;
    for decision in decisions {
        let key = Some(decision.row.key.as_str());
        let decided = (decision.row.file.as_str(), decision.row.sheet.as_str(), decision.row.row);
        let at_place = rows.iter().find(|row| position_of(row) == decided);
        let is_of_person = if at_place.is_some_and(|row| row.row_key.as_deref() == key) {
            true
        } else if at_place.is_none() && rows.iter().all(|row| row.row_key.as_deref() != key) {
            false
        } else {
            // The row has moved or changed since.
            owner_of(reader, &decision.row)?.as_ref() == Some(&person.row.person_id)
        };
        if is_of_person {
            return Ok(Some(decision));
        }
    }
    Ok(None)
}

/// The identifier of the person whose row has the key of this one, else of the person whose row stands at its place, if
/// that may be the decided person.
fn owner_of(reader: &RegisterReader<'_>, decided: &RowRef) -> Result<Option<String>> {
    let has_key = |row: &LineageRow| row.row_key.as_deref() == Some(&decided.key);
    if let Some(found) = scan(reader.generation, &["typed"], &has_key)?.into_iter().next() {
        return Ok(found.row.person_id);
    }
    let Some(line) = reader.row_at(&decided.file, &decided.sheet, decided.row)? else { return Ok(None) };
    let person = line.person_id.as_deref().map(|id| reader.person(id)).transpose()?.flatten();
    let may_be_it =
        |person: &PersonRow| decided.may_match([&person.nom, &person.postnom, &person.prenom], person.born_on);
    Ok(person.map(|person| person.row).filter(may_be_it).map(|person| person.person_id))
}

/// A row that an identifier or a place names, and its person.
struct NamedRow {
    row: RowRef,
    person: Option<PlacedRow<PersonRow>>,
    /// The identifier that the row bears: that of its person, or the one before a merger.
    own_id: String,
}

/// Returns the identifier that a row bears.
fn own_id(line: &LineageRow) -> String {
    let founded = line.founded_id.clone().filter(|id| !id.is_empty());
    founded.or_else(|| line.person_id.clone()).unwrap_or_default()
}

impl NamedRow {
    fn person_id(&self) -> Option<&String> {
        self.person.as_ref().map(|person| &person.row.person_id)
    }
}

/// Returns the error for a ruling that two members of one fiche are one person.
pub(super) fn refuse_one_fiche(reader: &RegisterReader<'_>, decision: &Decision) -> Result<()> {
    let named = |row: &RowRef| -> Result<Option<NamedRow>> {
        let own = reader.row_at(&row.file, &row.sheet, row.row)?;
        // A row that moved since is judged by the next run.
        let Some(line) = own.filter(|own| own.row_key.as_deref() == Some(&row.key)) else { return Ok(None) };
        let person = line.person_id.as_deref().map(|id| reader.person(id)).transpose()?.flatten();
        Ok(Some(NamedRow { row: row.clone(), own_id: own_id(&line), person }))
    };
    let (Some(a), Some(b)) = (named(&decision.a)?, named(&decision.b)?) else { return Ok(()) };
    if are_of_one_fiche(reader, [&a.row, &b.row], [a.person_id(), b.person_id()])? {
        let [a, b] = [&decision.a, &decision.b].map(RowRef::to_text);
        return Err(Error::new(ErrorCode::DecideOneFiche).with("a", a).with("b", b));
    }
    Ok(())
}

/// Whether two rows are members of one fiche, who are two persons by definition: rows of one sheet and one household,
/// with only rows of that household between them, of whom none is there twice (a fiche typed twice is two fiches).
fn are_of_one_fiche(reader: &RegisterReader<'_>, [a, b]: [&RowRef; 2], persons: [Option<&String>; 2]) -> Result<bool> {
    if (&a.file, &a.sheet) != (&b.file, &b.sheet) || a.row == b.row || persons[0] == persons[1] {
        return Ok(false);
    }
    let between = a.row.min(b.row)..=a.row.max(b.row);
    let is_between = |row: &LineageRow| {
        row.file == a.file && row.sheet == a.sheet && between.contains(&row.row) && row.outcome != "ignored"
    };
    let rows = scan(reader.generation, &["typed"], &is_between)?;
    let household = rows.first().and_then(|row| row.row.household_id.clone());
    let mut persons = BTreeSet::new();
    let is_member = |row: &PlacedRow<LineageRow>| row.row.outcome == "quarantined" || row.row.household_id == household;
    Ok(household.is_some()
        && rows.iter().all(is_member)
        && rows.iter().filter_map(|row| row.row.person_id.as_ref()).all(|person| persons.insert(person)))
}

/// The row of `file!row` or `file!sheet!row`, or the row that brought an identifier into the register.
fn named_row(reader: &RegisterReader<'_>, who: &str) -> Result<NamedRow> {
    if let Some((file, rest)) = who.split_once('!') {
        let (sheet, number) = rest.rsplit_once('!').unwrap_or(("", rest));
        let line = match number.trim().parse() {
            Ok(row) => reader.row_at(file, sheet, row)?,
            Err(_) => None,
        };
        let line = line.ok_or_else(|| Error::new(ErrorCode::RowUnknown).with("row", who))?;
        let person = line.person_id.as_deref().map(|id| reader.person(id)).transpose()?.flatten();
        return Ok(NamedRow { row: decided_row(&line, person.as_ref()), own_id: own_id(&line), person });
    }
    let id = canonical_id(who)?;
    let unknown = || Error::new(ErrorCode::IdUnknown).with("id", &id);
    if let Some(person) = reader.person(&id)? {
        let rows = reader.rows(std::slice::from_ref(&person))?;
        let line = rows.iter().find(|row| row.outcome == "registered").ok_or_else(unknown)?;
        return Ok(NamedRow { row: decided_row(line, Some(&person)), own_id: id, person: Some(person) });
    }
    let alias = reader.alias(&id)?.and_then(|alias| alias.person_id).ok_or_else(unknown)?;
    let person = reader.person(&alias)?.ok_or_else(unknown)?;
    let rows = reader.rows(std::slice::from_ref(&person))?;
    let line = rows.iter().find(|row| row.founded_id.as_ref() == Some(&id)).ok_or_else(unknown)?;
    Ok(NamedRow { row: decided_row(line, Some(&person)), own_id: id, person: Some(person) })
}

pub(super) fn decided_row(line: &LineageRow, person: Option<&PlacedRow<PersonRow>>) -> RowRef {
    let says = person.map(|PlacedRow { row: person, .. }| {
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

fn undo_line(id: &str, known: &Decisions, signature: &Signature) -> Result<DecisionLine> {
    let id = id.trim().to_uppercase();
    let is_it = |line: &DecisionLine| match line {
        DecisionLine::Pair(decision) => decision.id == id,
        DecisionLine::Value(decision) => decision.id == id,
        DecisionLine::Undo { id: own, .. } => *own == id,
    };
    if !known.lines.iter().any(is_it) {
        return Err(Error::new(ErrorCode::DecideUnknown).with("id", id));
    }
    if known.undone.contains(&id) {
        return Err(Error::new(ErrorCode::DecideUndone).with("id", id));
    }
    // The decisions that remain must not contradict one another.
    refuse_contradiction(known.decisions.iter().filter(|decision| decision.id != id))?;
    let Signature { at: decided_on, author, reason } = signature.clone();
    let from = <(String, u32)>::default();
    Ok(DecisionLine::Undo { id: String::new(), undoes: id, decided_on, author, reason, from })
}

/// Returns an error that names two decisions that can't both hold, if there are any. A row is known by its key and
/// place.
pub(super) fn refuse_contradiction<'d>(decisions: impl Iterator<Item = &'d Decision>) -> Result<()> {
    let decisions: Vec<&Decision> = decisions.collect();
    let mut numbers: BTreeMap<(&str, &str, &str, i64), u32> = BTreeMap::new();
    let mut number = |row: &'d RowRef| {
        let next = numbers.len() as u32;
        *numbers.entry((&row.key, &row.file, &row.sheet, row.row)).or_insert(next)
    };
    let mut ruled: Vec<PairDecision> = decisions
        .iter()
        .map(|decision| PairDecision { a: number(&decision.a), b: number(&decision.b), same: decision.same })
        .collect();
    // A ruling that two persons are one joins their further rows too.
    let mut places: Vec<usize> = (0..ruled.len()).collect();
    for (place, decision) in decisions.iter().enumerate() {
        for row in decision.further.iter().flatten().filter(|_| decision.same) {
            ruled.push(PairDecision { a: number(&decision.a), b: number(row), same: decision.same });
            places.push(place);
        }
    }
    match contradiction(&ruled) {
        Some((one, other)) => Err(decisions_contradict(decisions[places[one]], decisions[places[other]])),
        None => Ok(()),
    }
}
