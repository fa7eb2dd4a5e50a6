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
use crate::store::{self, LineageRow, OutputPath, PersonRow, Store, WaitLock};

use super::access::Access;
use super::reader::{PlacedRow, RegisterReader, canonical_id, position_of, read_current, scan};
use super::value_check::{ValueLimits, check_name};

/// The file of rulings made one at a time, in the folder of decisions.
const FILE: &str = "decided.csv";

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
/// `decide-author`, `decide-reason` if one is missing; `id-slip`, `id-unknown`, `row-unknown` for a person or row that
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
    let store = Store::open(clean)?;
    let lock = store.lock()?;
    let (asked, n_persons) = match request {
        DecisionRequest::Same(a, b) => (format!("same {a} {b}"), 2),
        DecisionRequest::Different(a, b) => (format!("different {a} {b}"), 2),
        DecisionRequest::Value { who, field, .. } => (format!("value {who} {field}"), 1),
        DecisionRequest::Undo(id) => (format!("undo {id}"), 0),
    };
    access.log(&store, "decide", &asked, n_persons)?;
    let _decisions = lock_decisions(clean)?;
    let known = ingest::read_decisions(raw, &config.ingest)?;
    let line = match request {
        DecisionRequest::Undo(id) => undo_line(id, &known, signature)?,
        DecisionRequest::Same(a, b) => pair_line(clean, [a, b], true, &known, signature)?,
        DecisionRequest::Different(a, b) => pair_line(clean, [a, b], false, &known, signature)?,
        DecisionRequest::Value { who, field, value } => {
            let read = check_value(field, value, raw, config)?;
            let limits = ValueLimits::new(config, &signature.at);
            value_line(clean, who, (field, value), Some((&read, &limits)), &known, signature)?
        }
    };
    let path = append(raw, std::slice::from_ref(&line))?;
    drop(lock);
    Ok((decision_id(cells(&line).iter().map(String::as_str)), path))
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

/// Adds a number to the reason of a ruling if its id would be that of a line that is there, and returns the id. One that
/// was undone and made again in the same second, or on the same day from a workbook, would be the one undone.
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

/// Writes that a value of a row's person is right, and returns its number. The caller holds the lock of decisions.
pub(super) fn add_value_ruling(
    (clean, raw): (&Path, &Path),
    row: &str,
    (field, value): (&str, &str),
    known: &Decisions,
    signature: &Signature,
) -> Result<String> {
    let reason = signature.reason.clone();
    let mut signature = signature.clone();
    let mut number = 2;
    loop {
        let line = value_line(clean, row, (field, value), None, known, &signature)?;
        let id = decision_id(cells(&line).iter().map(String::as_str));
        // As for a pair: one that was undone and made again in the same second.
        if known.lines.iter().all(|other| other.id() != id) {
            append(raw, &[line])?;
            return Ok(id);
        }
        signature.reason = format!("{reason} ({number})");
        number += 1;
    }
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

/// Adds to a judgement that two rows are one person the further rows of both persons, unless they are one already or
/// have members of one fiche among them: then the two rows alone are joined.
pub(super) fn add_further_rows(reader: &RegisterReader<'_>, decision: &mut Decision) -> Result<()> {
    let named = |row: &RowRef| -> Result<Option<NamedRow>> {
        let own = reader.row_at(&row.file, &row.sheet, row.row)?;
        let Some(line) = own.filter(|own| own.row_key.as_deref() == Some(&row.key)) else { return Ok(None) };
        let person = line.person_id.as_deref().map(|id| reader.person(id)).transpose()?.flatten();
        Ok(person.map(|person| NamedRow { row: row.clone(), own_id: own_id(&line), person: Some(person) }))
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

/// The line of a ruling on a value. With `limits` a value that the person can't have is refused.
fn value_line(
    clean: &Path,
    who: &str,
    (field, value): (&str, &str),
    limits: Option<(&PersonValue, &ValueLimits)>,
    known: &Decisions,
    signature: &Signature,
) -> Result<DecisionLine> {
    let value = value.trim();
    let others: Vec<&ValueDecision> =
        known.values.iter().filter(|other| other.field == field && other.value != value).collect();
    let (row, other) = read_current(clean, |generation| {
        let reader = RegisterReader::new(generation)?;
        let named = named_row(&reader, who)?;
        if let (Some(person), Some((read, limits))) = (&named.person, limits) {
            limits.check(&reader, &person.row, read)?;
            check_name(&person.row, (field, value), &named.row, known)?;
        }
        let other = match &named.person {
            Some(person) if !others.is_empty() => first_of_person(&reader, person, &others)?,
            _ => None,
        };
        Ok((named.row, other))
    })?;
    let Signature { at: decided_on, author, reason } = signature.clone();
    let (field, value) = (field.to_owned(), value.to_owned());
    let decision = ValueDecision { row, field, value, decided_on, author, reason, ..ValueDecision::default() };
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
            // The row has moved or changed since: the first row of this key counts, else the one at its place.
            owner_of(reader, &decision.row)?.as_ref() == Some(&person.row.person_id)
        };
        if is_of_person {
            return Ok(Some(decision));
        }
    }
    Ok(None)
}

/// The identifier of the person whose row has the key of this one, else of the person whose row stands at its place.
fn owner_of(reader: &RegisterReader<'_>, decided: &RowRef) -> Result<Option<String>> {
    let has_key = |row: &LineageRow| row.row_key.as_deref() == Some(&decided.key);
    match scan(reader.generation, &["typed"], &has_key)?.into_iter().next() {
        Some(found) => Ok(found.row.person_id),
        None => Ok(reader.row_at(&decided.file, &decided.sheet, decided.row)?.and_then(|row| row.person_id)),
    }
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

/// Adds lines to the file of rulings in one step and returns the file's path. A file that another program has saved is
/// left as it is: the lines go into the next file, `decided-2.csv`.
fn append(raw: &Path, lines: &[DecisionLine]) -> Result<PathBuf> {
    let folder = raw.join("decisions");
    std::fs::create_dir_all(&folder).map_err(|e| Error::io(&folder, &e))?;
    let whole = decisions_csv(lines)?;
    let (heading, lines) = whole.split_once('\n').unwrap_or((&whole, ""));
    let mut number = 1;
    loop {
        let name = if number == 1 { FILE.to_owned() } else { format!("decided-{number}.csv") };
        let path = folder.join(name);
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

/// The cells of a line of a file of decisions, in the order of [`Decision::COLUMNS`].
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
    std::iter::once(word.to_owned()).chain(place(a)).chain(place(b)).chain(signature).chain(more).chain(says).collect()
}

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
