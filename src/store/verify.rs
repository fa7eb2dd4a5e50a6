//! The check of a generation: its files against their hashes, its tables against each other.
//!
//! A damaged file is a failed check, never a panic or an error. The row equation is worked out from the lineage table
//! alone, without the code that counted it when it was published.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::disk;
use super::equation::{RowCounts, SheetNumbers};
use super::frame;
use super::generation::{Generation, Opened, Pointed, RecoveryCause};
use super::schema::Row;
use super::tables::{
    AbsenceRow, AggregateRow, AliasRow, BirthRow, ColumnRow, EventRow, FindingRow, HistoryRow, HouseholdChangeRow,
    HouseholdIndexRow, HouseholdMemberRow, HouseholdRow, IdIndexRow, LikelyDeadRow, LineageRow, LinkRow, NameRowRow,
    NameWordRow, PersonIndexRow, PersonLineageRow, PersonLinkRow, PersonRow, PublishedCountRow, QuarantineRow,
    ResidenceRow, SCHEMAS, WithdrawnRow,
};
use crate::error::Result;
use crate::record::check_character;

/// What was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The checks, always the same in the same order.
    pub checks: Vec<Check>,
}

/// One thing checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Kebab-case name: the message is `verify-<id>`.
    pub id: &'static str,
    /// Whether it holds.
    pub ok: bool,
    /// What the message needs to know.
    ///
    /// `n`, the number of things looked at, or of faults where it does not hold; `first`, the first fault's place or
    /// identifier; `unread`, the table without which the check could not be made.
    pub facts: Vec<(&'static str, String)>,
}

impl Verified {
    /// Whether every check holds.
    #[must_use]
    pub fn ok(&self) -> bool {
        self.checks.iter().all(|check| check.ok)
    }
}

impl Check {
    /// The id of its message: `verify-<id>` if it holds, `verify-<id>.failed` if not, `verify-unread` if it could not be made.
    #[must_use]
    pub fn message(&self) -> String {
        if self.ok {
            format!("verify-{}", self.id)
        } else if self.facts.iter().any(|(name, _)| *name == "unread") {
            "verify-unread".to_owned()
        } else {
            format!("verify-{}.failed", self.id)
        }
    }
}

/// Checks a generation: manifest, files, schemas, row equation, and that what tables say of each other is true.
///
/// # Errors
/// Only if `CURRENT` or the folder of generations may not be read at all; damage is a failed [`Check`].
pub fn verify(generation: &Generation) -> Result<Verified> {
    let mut seen = Seen::default();
    let mut tables = TableTallies::default();
    // The order matters: persons before what speaks of them, findings before the lineage.
    let (mut n_sources, mut n_members) = (Vec::new(), Vec::new());
    tables.walk(generation, &mut |row: PersonRow| {
        n_sources.push(row.n_sources);
        seen.person(row);
    });
    tables.walk(generation, &mut |row: HouseholdRow| {
        n_members.push(row.n_members);
        seen.household(&row);
    });
    tables.walk(generation, &mut |row: BirthRow| seen.birth(&row));
    tables.walk(generation, &mut |row: AliasRow| seen.alias(&row));
    tables.walk(generation, &mut |row: QuarantineRow| seen.fault(&row.file, &row.sheet, row.row));
    tables.walk(generation, &mut |row: FindingRow| {
        if row.row == 0 && row.severity == "error" {
            seen.fault(&row.file, &row.sheet, 0);
        }
    });
    tables.walk(generation, &mut |row: LineageRow| seen.lineage(&row));
    tables.walk(generation, &mut |_: LinkRow| {});
    tables.walk(generation, &mut |_: ColumnRow| {});
    tables.walk(generation, &mut |_: AggregateRow| {});
    tables.walk(generation, &mut |_: PublishedCountRow| {});
    tables.walk(generation, &mut |row: WithdrawnRow| seen.withdrawn(&row));
    tables.walk(generation, &mut |row: EventRow| seen.event(&row));
    tables.walk(generation, &mut |row: ResidenceRow| seen.names(&row.person_id));
    tables.walk(generation, &mut |row: AbsenceRow| seen.names(&row.person_id));
    tables.walk(generation, &mut |row: LikelyDeadRow| seen.names(&row.person_id));
    tables.walk(generation, &mut |_: HistoryRow| {});
    tables.walk(generation, &mut |_: HouseholdChangeRow| {});
    let mut n_name_rows = 0_i64;
    tables.walk(generation, &mut |row: NameWordRow| n_name_rows += i64::from(row.n));
    tables.walk(generation, &mut |row: NameRowRow| {
        n_name_rows -= 1;
        seen.name_index.look(usize::try_from(row.person).is_ok_and(|row| row < seen.persons.len()), String::new);
    });
    seen.name_index.look(n_name_rows == 0, || "name_words".to_owned());
    let register_index = register_index(generation, &mut tables, &n_sources, &n_members);
    seen.finish(generation);

    let read = |needs: &[&'static str]| needs.iter().copied().find(|table| !tables.read.contains(table));
    let mut checks = vec![current(generation)?, newest(generation)?];
    checks.push(tables.hash.check("table-hash", None));
    checks.push(tables.schema.check("table-schema", None));
    checks.push(tables.rows.check("table-rows", None));
    checks.push(seen.equation.check("row-equation", read(&["lineage"])));
    checks.push(seen.row_once.check("row-once", read(&["lineage"])));
    checks.push(seen.row_person.check("row-person", read(&["lineage", "persons"])));
    checks.push(seen.registered_once.check("registered-once", read(&["lineage", "persons"])));
    checks.push(seen.quarantine.check("quarantine-reason", read(&["lineage", "quarantine", "findings"])));
    checks.push(seen.id_once.check("person-id-once", read(&["persons"])));
    checks.push(seen.id_check.check("person-id-check", read(&["persons"])));
    checks.push(seen.head.check("household-head", read(&["households", "persons"])));
    checks.push(seen.birth_person.check("birth-person", read(&["births", "persons"])));
    checks.push(seen.alias_person.check("alias-person", read(&["aliases", "persons"])));
    checks.push(seen.withdrawn.check("withdrawn-gone", read(&["persons", "withdrawn"])));
    checks
        .push(seen.named.check("named-person", read(&["persons", "events", "residences", "absences", "likely_dead"])));
    checks.push(seen.name_index.check("name-index", read(&["persons", "name_words", "name_rows"])));
    let index_tables =
        ["id_index", "person_index", "person_lineage", "person_links", "household_index", "household_members"];
    checks.push(register_index.check("register-index", read(&["persons", "households"]).or(read(&index_tables))));
    checks.push(look_ups(generation)?);
    Ok(Verified { checks })
}

/// The index by person and household gives each person `n_sources` rows and each household `n_members` persons, and every
/// place in it is a row of the table that it leads to.
fn register_index(generation: &Generation, tables: &mut TableTallies, n_sources: &[i32], n_members: &[i32]) -> Tally {
    let n_rows = |table: &str| generation.manifest.tables.get(table).map_or(0, |entry| entry.rows);
    let is_row = |place: i32, table: &str| u64::try_from(place).is_ok_and(|place| place < n_rows(table));
    let mut tally = Tally::default();
    let (mut n_persons, mut lineage_end, mut links_end) = (0, 0, 0);
    tables.walk(generation, &mut |row: PersonIndexRow| {
        let is_right = n_sources.get(n_persons) == Some(&(row.lineage_end - lineage_end)) && row.links_end >= links_end;
        tally.look(is_right, || "person_index".to_owned());
        (n_persons, lineage_end, links_end) = (n_persons + 1, row.lineage_end, row.links_end);
    });
    let (mut n_households, mut members_end) = (0, 0);
    tables.walk(generation, &mut |row: HouseholdIndexRow| {
        let is_right = n_members.get(n_households) == Some(&(row.members_end - members_end));
        tally.look(is_right, || "household_index".to_owned());
        (n_households, members_end) = (n_households + 1, row.members_end);
    });
    tables.walk(generation, &mut |row: PersonLineageRow| {
        lineage_end -= 1;
        tally.look(is_row(row.place, "lineage"), || "person_lineage".to_owned());
    });
    tables.walk(generation, &mut |row: PersonLinkRow| {
        links_end -= 1;
        tally.look(is_row(row.place, "links"), || "person_links".to_owned());
    });
    tables.walk(generation, &mut |row: HouseholdMemberRow| {
        members_end -= 1;
        tally.look(is_row(row.place, "persons"), || "household_members".to_owned());
    });
    tables.walk(generation, &mut |row: IdIndexRow| {
        let table = if row.id.starts_with('M') { "households" } else { "persons" };
        tally.look(is_row(row.place, table), || "id_index".to_owned());
    });
    // A generation that an older program wrote has no index.
    if generation.has(&PersonIndexRow::SCHEMA) {
        let is_whole = (n_persons, n_households) == (n_sources.len(), n_members.len());
        tally.look(is_whole && (lineage_end, links_end, members_end) == (0, 0, 0), || "person_index".to_owned());
    }
    tally
}

/// `CURRENT` names this generation, and its manifest is still the one whose hash it holds.
fn current(generation: &Generation) -> Result<Check> {
    let mut tally = Tally::default();
    let manifest = disk::read(&generation.manifest_path()).ok().flatten().map(|bytes| disk::sha256(&bytes));
    let unchanged = manifest.as_deref() == Some(&generation.manifest_sha256);
    let name = format!("{:06}", generation.number);
    match &generation.opened {
        Opened::Recovered(recovery) if recovery.refused.is_empty() => {
            // The first run of all, cut off right before the switch, leaves its generation whole and no CURRENT.
            let first_run = recovery.cause == RecoveryCause::Missing && !generation.was_published();
            tally.look(first_run, || "CURRENT".to_owned());
        }
        Opened::Recovered(recovery) => {
            for (number, fault) in &recovery.refused {
                let path = fault.args.iter().find(|(key, _)| *key == "path").map(|(_, path)| path.clone());
                tally.look(false, || path.unwrap_or_else(|| format!("{number:06}")));
            }
        }
        Opened::Current | Opened::ByNumber => {
            let named = match generation.store().pointed()? {
                Pointed::To(pointer) if pointer.number == generation.number => {
                    pointer.manifest_sha256 == generation.manifest_sha256
                }
                Pointed::To(_) => generation.opened == Opened::ByNumber,
                Pointed::Missing | Pointed::Unreadable => false,
            };
            tally.look(named, || "CURRENT".to_owned());
        }
    }
    tally.look(unchanged, || format!("{name}/manifest.json"));
    Ok(tally.check("current", None))
}

/// No sound generation that was once in use has a higher number than the one in use now.
fn newest(generation: &Generation) -> Result<Check> {
    let mut tally = Tally::default();
    tally.look(true, String::new);
    let store = generation.store();
    if generation.opened != Opened::ByNumber {
        for number in store.generations()?.into_iter().filter(|number| *number > generation.number) {
            let later = store.generation(number).and_then(Generation::sound);
            tally.look(!later.is_ok_and(|later| later.was_published()), || format!("{number:06}"));
        }
    }
    Ok(tally.check("newest", None))
}

/// The log of look-ups is what was written, and holds what it held when the generation was published.
fn look_ups(generation: &Generation) -> Result<Check> {
    let mut tally = Tally::default();
    let log = generation.store().look_ups()?;
    tally.seen = log.head.n;
    tally.look_again(log.broken.is_none(), || log.broken.unwrap_or_default().to_string());
    tally.look_again(log.continues(&generation.manifest.lookups), || (log.head.n + 1).to_string());
    Ok(tally.check("lookups", None))
}

/// Things looked at, and how many of them were wrong.
#[derive(Default)]
struct Tally {
    seen: u64,
    faults: u64,
    first: String,
}

impl Tally {
    fn look(&mut self, holds: bool, place: impl FnOnce() -> String) {
        self.seen += 1;
        self.look_again(holds, place);
    }

    /// Looks at a thing that is counted already.
    fn look_again(&mut self, holds: bool, place: impl FnOnce() -> String) {
        if !holds {
            if self.faults == 0 {
                self.first = place();
            }
            self.faults += 1;
        }
    }

    fn check(&self, id: &'static str, unread: Option<&'static str>) -> Check {
        if let Some(table) = unread {
            return Check { id, ok: false, facts: vec![("unread", table.to_owned())] };
        }
        let ok = self.faults == 0;
        let mut facts = vec![("n", if ok { self.seen } else { self.faults }.to_string())];
        if !ok {
            facts.push(("first", self.first.clone()));
        }
        Check { id, ok, facts }
    }
}

/// The files of the tables.
#[derive(Default)]
struct TableTallies {
    hash: Tally,
    schema: Tally,
    rows: Tally,
    read: BTreeSet<&'static str>,
}

impl TableTallies {
    /// Checks a table's file and, if it is the one published, shows its rows.
    fn walk<R: Row>(&mut self, generation: &Generation, see: &mut dyn FnMut(R)) {
        let (schema, path) = (&R::SCHEMA, generation.table_path(&R::SCHEMA));
        if !generation.has(schema) && generation.manifest.tables.len() < SCHEMAS.len() {
            // An older program wrote it, which did not know the table.
            self.read.insert(schema.name);
            return;
        }
        let bytes = generation.table_bytes(schema);
        self.hash.look(bytes.is_ok(), || schema.file_name());
        let Ok(bytes) = bytes else { return };
        let described = frame::describe(&bytes, schema, &path);
        let version = generation.manifest.tables.get(schema.name).map(|entry| entry.schema_version);
        let is_older = generation.is_older(schema);
        let fits = described.as_ref().is_ok_and(|d| match version {
            Some(version) if version == schema.version => d.has_columns_of(schema),
            Some(_) => is_older && d.has_first_columns_of(schema),
            None => false,
        });
        self.schema.look(fits, || schema.file_name());
        let n_rows = frame::each_row(&bytes, schema, &path, is_older, &mut |cells| {
            see(frame::row_of(cells)?);
            Ok(())
        });
        let said = generation.manifest.tables.get(schema.name).map(|entry| entry.rows);
        self.rows.look(n_rows.is_ok() && n_rows.as_ref().ok() == said.as_ref(), || schema.file_name());
        if n_rows.is_ok() {
            self.read.insert(schema.name);
        }
        debug_assert!(SCHEMAS.iter().any(|other| other.name == schema.name));
    }
}

/// What is known of a person while the tables go by.
#[derive(Default)]
struct PersonSeen {
    n_registered: u32,
}

/// What the tables say of each other.
#[derive(Default)]
struct Seen {
    persons: BTreeMap<String, PersonSeen>,
    sheets: SheetNumbers,
    faulty: HashSet<(u32, i64)>,
    rows: HashSet<(u32, i64)>,
    counts: RowCounts,
    equation: Tally,
    row_once: Tally,
    row_person: Tally,
    registered_once: Tally,
    quarantine: Tally,
    id_once: Tally,
    id_check: Tally,
    head: Tally,
    birth_person: Tally,
    alias_person: Tally,
    withdrawn: Tally,
    named: Tally,
    name_index: Tally,
}

impl Seen {
    fn person(&mut self, row: PersonRow) {
        self.id_check.look(has_right_check(&row.person_id), || row.person_id.clone());
        let id = row.person_id.clone();
        let person = PersonSeen::default();
        let twice = self.persons.insert(row.person_id, person).is_some();
        self.id_once.look(!twice, || id);
    }

    fn household(&mut self, row: &HouseholdRow) {
        let there = row.head_person_id.as_ref().is_none_or(|head| self.persons.contains_key(head));
        self.head.look(there, || row.household_id.clone());
    }

    fn birth(&mut self, row: &BirthRow) {
        self.birth_person.look(self.persons.contains_key(&row.person_id), || place(&row.file, &row.sheet, row.row));
    }

    fn alias(&mut self, row: &AliasRow) {
        let there = |id: &String| self.persons.contains_key(id);
        self.alias_person.look(row.person_id.as_ref().is_none_or(there), || row.old_id.clone());
    }

    fn withdrawn(&mut self, row: &WithdrawnRow) {
        self.withdrawn.look(!self.persons.contains_key(&row.person_id), || row.person_id.clone());
    }

    fn event(&mut self, row: &EventRow) {
        self.named.look(self.persons.contains_key(&row.person_id), || place(&row.file, &row.sheet, row.row));
    }

    /// Looks whether a person whom a table names is in the register.
    fn names(&mut self, id: &str) {
        self.named.look(self.persons.contains_key(id), || id.to_owned());
    }

    /// Notes that a row (0: a whole sheet) has a reason to be in quarantine.
    fn fault(&mut self, file: &str, sheet: &str, row: i64) {
        let number = self.sheets.number(file, sheet);
        self.faulty.insert((number, row));
    }

    fn lineage(&mut self, row: &LineageRow) {
        self.counts.add(row);
        let at = || place(&row.file, &row.sheet, row.row);
        let sheet = self.sheets.number(&row.file, &row.sheet);
        self.row_once.look(self.rows.insert((sheet, row.row)), at);
        match row.outcome.as_str() {
            "registered" | "merged" => {
                let person = row.person_id.as_ref().and_then(|id| self.persons.get_mut(id));
                self.row_person.look(person.is_some(), at);
                if let Some(person) = person
                    && row.outcome == "registered"
                {
                    person.n_registered += 1;
                }
            }
            "quarantined" => {
                let whole_file = self.sheets.find(&row.file, "").map(|file| (file, 0));
                let reasons = [Some((sheet, row.row)), Some((sheet, 0)), whole_file];
                self.quarantine.look(reasons.into_iter().flatten().any(|reason| self.faulty.contains(&reason)), at);
            }
            _ => {}
        }
    }

    /// What can only be said when all rows have gone by.
    fn finish(&mut self, generation: &Generation) {
        for (id, person) in &self.persons {
            self.registered_once.look(person.n_registered == 1, || id.clone());
        }
        let inputs = &generation.manifest.inputs;
        let unequal = self.counts.unequal(inputs);
        self.equation.seen = inputs.iter().map(|input| input.sheets.len() as u64).sum();
        self.equation.faults = unequal.len() as u64;
        self.equation.first = unequal.first().map(|sheet| place(&sheet.file, &sheet.sheet, 0)).unwrap_or_default();
    }
}

/// `file!sheet!row`, without the row where it is 0.
fn place(file: &str, sheet: &str, row: i64) -> String {
    if row == 0 { format!("{file}!{sheet}") } else { format!("{file}!{sheet}!{row}") }
}

/// Whether an identifier is a prefix, eight characters in two groups and their check character: `P-XXXX-XXXX-X`.
fn has_right_check(id: &str) -> bool {
    let parts: Vec<&str> = id.split('-').collect();
    let [prefix, first, second, check] = parts[..] else { return false };
    let one = |text: &str| text.chars().next().filter(|c| text.len() == c.len_utf8());
    let (Some(prefix), Some(check)) = (one(prefix), one(check)) else { return false };
    let spelt = |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    spelt(first) && spelt(second) && check_character(prefix, &format!("{first}{second}")) == check
}

#[cfg(test)]
#[path = "verify_tests.rs"]
mod tests;
