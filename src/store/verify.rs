//! Verifies a generation: its files against their hashes, and its tables against one another.
//!
//! Damage is a failed check, never a panic or an error. The row equation is computed from the lineage table alone, not
//! with the counts made while it was published.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::data_frame::row_from_cells;
use super::disk;
use super::generation::{CurrentFile, Generation, GenerationOrigin, RecoveryCause, Store};
use super::look_up::LogFault;
use super::row_equation::{SheetNumbers, SheetRowCounts};
use super::schema::TableRow;
use super::table_file::TableFile;
use super::tables::*;
use crate::error::{ErrorCode, Result};
use crate::record::check_character;

/// The result of verifying a generation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyReport {
    /// The checks, always the same in the same order.
    pub checks: Vec<VerifyCheck>,
}

/// The result of one check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyCheck {
    /// Kebab-case name; the message is `verify-<id>`.
    pub id: &'static str,
    /// Whether the check passed.
    pub ok: bool,
    /// Values for the message.
    ///
    /// `n`: the number of things checked, or of faults if the check failed; `first`: the place or identifier of the
    /// first fault; `unread`: the unreadable table without which the check could not be made.
    pub facts: Vec<(&'static str, String)>,
}

impl VerifyReport {
    /// Whether every check passed.
    #[must_use]
    pub fn ok(&self) -> bool {
        self.checks.iter().all(|check| check.ok)
    }
}

impl VerifyCheck {
    /// Returns the id of its message: `verify-<id>` if it passed, `verify-<id>.failed` if not, `verify-unread` if it
    /// could not be made.
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

/// Verifies a generation: manifest, files, schemas, row equation, and the references between tables.
///
/// # Errors
/// Only if `CURRENT` or the folder of generations may not be read at all; damage is a failed [`VerifyCheck`].
pub fn verify(generation: &Generation) -> Result<VerifyReport> {
    let mut tables = TableChecks::default();
    let references = walk_tables(generation, &mut tables);
    let unread = |needs: &[&'static str]| needs.iter().copied().find(|table| !tables.readable.contains(table));
    let mut checks = vec![check_current(generation)?, check_newest(generation)?];
    let mut add = |counter: &CheckCounter, id, needs: &[&'static str]| checks.push(counter.check(id, unread(needs)));
    add(&tables.hash, "table-hash", &[]);
    add(&tables.schema, "table-schema", &[]);
    add(&tables.rows, "table-rows", &[]);
    add(&references.equation, "row-equation", &["lineage"]);
    add(&references.row_once, "row-once", &["lineage"]);
    add(&references.row_person, "row-person", &["lineage", "persons"]);
    add(&references.registered_once, "registered-once", &["lineage", "persons"]);
    add(&references.quarantine, "quarantine-reason", &["lineage", "quarantine", "findings"]);
    add(&references.id_once, "person-id-once", &["persons"]);
    add(&references.id_check, "person-id-check", &["persons"]);
    add(&references.head, "household-head", &["households", "persons"]);
    add(&references.birth_person, "birth-person", &["births", "persons"]);
    add(&references.alias_person, "alias-person", &["aliases", "persons"]);
    add(&references.withdrawn, "withdrawn-gone", &["persons", "withdrawn"]);
    add(&references.named, "named-person", &["persons", "events", "residences", "absences", "likely_dead"]);
    add(&references.name_index, "name-index", &["persons", "name_words", "name_rows"]);
    let index_tables = ["id_index", "person_index", "person_lineage", "person_links", "household_index"];
    add(
        &references.register_index,
        "register-index",
        &[&["persons", "households", "household_members"], &index_tables[..]].concat(),
    );
    checks.push(check_look_ups(generation)?);
    checks.push(check_releases(generation)?);
    Ok(VerifyReport { checks })
}

/// Checks the files of all other generations against their manifests: a restore or a comparison may need them. `None`
/// if there is no other.
///
/// # Errors
/// Those of the file system; damage is a failed check.
pub fn verify_other_generations(store: &Store, generation: &Generation) -> Result<Option<VerifyCheck>> {
    let mut counter = CheckCounter::default();
    for number in store.generations()?.into_iter().filter(|number| *number != generation.number) {
        let sound = store.generation(number).and_then(Generation::sound);
        // Another program may have removed it meanwhile.
        if sound.is_ok() || store.generations()?.contains(&number) {
            counter.count(sound.is_ok(), || number.to_string());
        }
    }
    Ok((counter.n > 0).then(|| counter.check("other-generations", None)))
}

/// Reads every table once, checks its file, and checks its references to other tables.
fn walk_tables(generation: &Generation, tables: &mut TableChecks) -> ReferenceChecks {
    let mut references = ReferenceChecks::default();
    // The order matters: persons before the tables that refer to them, findings before the lineage.
    let (mut n_sources, mut n_members) = (Vec::new(), Vec::new());
    tables.walk(generation, &mut |row: PersonRow| {
        n_sources.push(row.n_sources);
        references.add_person(row);
    });
    tables.walk(generation, &mut |row: HouseholdRow| {
        n_members.push(row.n_members);
        let is_ok = row.head_person_id.as_ref().is_none_or(|head| references.is_person(head));
        references.head.count(is_ok, || row.household_id.clone());
    });
    tables.walk(generation, &mut |row: BirthRow| {
        let is_ok =
            [Some(&row.person_id), row.mother_id.as_ref()].into_iter().flatten().all(|id| references.is_person(id));
        references.birth_person.count(is_ok, || place(&row.file, &row.sheet, row.row));
    });
    tables.walk(generation, &mut |row: AliasRow| {
        let is_ok = row.person_id.as_ref().is_none_or(|id| references.is_person(id));
        references.alias_person.count(is_ok, || row.old_id.clone());
    });
    tables.walk(generation, &mut |row: QuarantineRow| references.add_fault(&row.file, &row.sheet, row.row));
    tables.walk(generation, &mut |row: FindingRow| {
        if row.row == 0 && row.severity == "error" {
            references.add_fault(&row.file, &row.sheet, 0);
        }
    });
    tables.walk(generation, &mut |row: LineageRow| references.check_lineage(&row));
    tables.walk(generation, &mut |_: LinkRow| {});
    tables.walk(generation, &mut |_: ColumnRow| {});
    tables.walk(generation, &mut |_: AggregateRow| {});
    tables.walk(generation, &mut |row: WithdrawnRow| {
        references.withdrawn.count(!references.is_person(&row.person_id), || row.person_id.clone());
    });
    tables.walk(generation, &mut |row: EventRow| {
        references.named.count(references.is_person(&row.person_id), || place(&row.file, &row.sheet, row.row));
    });
    tables.walk(generation, &mut |row: ResidenceRow| references.check_named_person(&row.person_id));
    tables.walk(generation, &mut |row: AbsenceRow| references.check_named_person(&row.person_id));
    tables.walk(generation, &mut |row: LikelyDeadRow| references.check_named_person(&row.person_id));
    tables.walk(generation, &mut |_: HistoryRow| {});
    tables.walk(generation, &mut |_: HouseholdChangeRow| {});
    let mut n_name_rows = 0_i64;
    tables.walk(generation, &mut |row: NameWordRow| n_name_rows += i64::from(row.n));
    tables.walk(generation, &mut |row: NameRowRow| {
        n_name_rows -= 1;
        let is_person = usize::try_from(row.person).is_ok_and(|row| row < references.n_registered.len());
        references.name_index.count(is_person, String::new);
    });
    references.name_index.count(n_name_rows == 0, || "name_words".to_owned());
    references.register_index = walk_index(generation, tables, &n_sources, &n_members);
    references.finish(generation);
    references
}

/// Reads the index by person and household. It must give each person `n_sources` rows and each household `n_members`
/// persons, and every place in it must be a row of the table that it leads to.
fn walk_index(generation: &Generation, tables: &mut TableChecks, n_sources: &[i32], n_members: &[i32]) -> CheckCounter {
    let n_rows = |table: &str| generation.manifest.tables.get(table).map_or(0, |entry| entry.rows);
    let is_row = |place: i32, table: &str| u64::try_from(place).is_ok_and(|place| place < n_rows(table));
    let mut counter = CheckCounter::default();
    let (mut n_persons, mut lineage_end, mut links_end) = (0, 0, 0);
    tables.walk(generation, &mut |row: PersonIndexRow| {
        let is_right = n_sources.get(n_persons) == Some(&(row.lineage_end - lineage_end)) && row.links_end >= links_end;
        counter.count(is_right, || "person_index".to_owned());
        (n_persons, lineage_end, links_end) = (n_persons + 1, row.lineage_end, row.links_end);
    });
    let (mut n_households, mut members_end) = (0, 0);
    tables.walk(generation, &mut |row: HouseholdIndexRow| {
        let is_right = n_members.get(n_households) == Some(&(row.members_end - members_end));
        counter.count(is_right, || "household_index".to_owned());
        (n_households, members_end) = (n_households + 1, row.members_end);
    });
    tables.walk(generation, &mut |row: PersonLineageRow| {
        lineage_end -= 1;
        counter.count(is_row(row.place, "lineage"), || "person_lineage".to_owned());
    });
    tables.walk(generation, &mut |row: PersonLinkRow| {
        links_end -= 1;
        counter.count(is_row(row.place, "links"), || "person_links".to_owned());
    });
    tables.walk(generation, &mut |row: HouseholdMemberRow| {
        members_end -= 1;
        counter.count(is_row(row.place, "persons"), || "household_members".to_owned());
    });
    tables.walk(generation, &mut |row: IdIndexRow| {
        let table = if row.id.starts_with('M') { "households" } else { "persons" };
        counter.count(is_row(row.place, table), || "id_index".to_owned());
    });
    // A generation that an older program wrote has no index.
    if generation.has(&PersonIndexRow::SCHEMA) {
        let is_whole = (n_persons, n_households) == (n_sources.len(), n_members.len());
        counter.count(is_whole && (lineage_end, links_end, members_end) == (0, 0, 0), || "person_index".to_owned());
    }
    counter
}

/// Checks that `CURRENT` names this generation, and that its manifest still has the hash in `CURRENT`.
fn check_current(generation: &Generation) -> Result<VerifyCheck> {
    let mut counter = CheckCounter::default();
    let manifest = disk::read(&generation.manifest_path()).ok().flatten().map(|bytes| disk::sha256(&bytes));
    let is_unchanged = manifest.as_deref() == Some(&generation.manifest_sha256);
    match &generation.origin {
        GenerationOrigin::Recovered(recovery) if recovery.refused.is_empty() => {
            // A first run that is cut off right before the switch leaves a whole generation and no `CURRENT`.
            let is_first_run = recovery.cause == RecoveryCause::Missing && !generation.was_published();
            counter.count(is_first_run, || "CURRENT".to_owned());
        }
        GenerationOrigin::Recovered(recovery) => {
            for (number, fault) in &recovery.refused {
                let path = fault.args.iter().find(|(key, _)| *key == "path").map(|(_, path)| path.clone());
                counter.count(false, || path.unwrap_or_else(|| format!("{number:06}")));
            }
        }
        GenerationOrigin::Current | GenerationOrigin::ByNumber => {
            let is_named = match generation.store().read_current()? {
                CurrentFile::Pointer(pointer) if pointer.number == generation.number => {
                    pointer.manifest_sha256 == generation.manifest_sha256
                }
                CurrentFile::Pointer(_) => generation.origin == GenerationOrigin::ByNumber,
                CurrentFile::Missing | CurrentFile::Unreadable => false,
            };
            counter.count(is_named, || "CURRENT".to_owned());
        }
    }
    counter.count(is_unchanged, || format!("{:06}/manifest.json", generation.number));
    Ok(counter.check("current", None))
}

/// Checks that no sound generation that was once in use has a higher number than the one in use now.
fn check_newest(generation: &Generation) -> Result<VerifyCheck> {
    let mut counter = CheckCounter::default();
    counter.count(true, String::new);
    let store = generation.store();
    if generation.origin != GenerationOrigin::ByNumber {
        for number in store.generations()?.into_iter().filter(|number| *number > generation.number) {
            let later = store.generation(number).and_then(Generation::sound);
            counter.count(!later.is_ok_and(|later| later.was_published()), || format!("{number:06}"));
        }
    }
    Ok(counter.check("newest", None))
}

/// Checks that the log of look-ups holds every line that was written.
fn check_look_ups(generation: &Generation) -> Result<VerifyCheck> {
    let log = generation.store().look_ups()?;
    let mut counter = CheckCounter { n: log.head.n, ..CheckCounter::default() };
    counter.add_result(log.fault.is_none(), || log.fault.as_ref().map_or(0, LogFault::line).to_string());
    Ok(counter.check("lookups", None))
}

/// Checks the ledger of releases: its lines, and the files that it keeps of each release.
fn check_releases(generation: &Generation) -> Result<VerifyCheck> {
    let mut counter = CheckCounter::default();
    match generation.store().releases() {
        Ok(entries) => counter.n = entries.len() as u64,
        Err(fault) if matches!(fault.code, ErrorCode::LedgerDamaged | ErrorCode::LedgerGone) => {
            let path = fault.args.iter().find(|(key, _)| *key == "path").map(|(_, path)| path.clone());
            counter.count(false, || path.unwrap_or_default());
        }
        Err(fault) => return Err(fault),
    }
    Ok(counter.check("releases", None))
}

/// Counts the things that one check looks at, and the faults among them.
#[derive(Default)]
struct CheckCounter {
    n: u64,
    n_faults: u64,
    /// Place or identifier of the first fault.
    first: String,
}

impl CheckCounter {
    /// Counts a thing, and a fault if `is_ok` is false.
    fn count(&mut self, is_ok: bool, place: impl FnOnce() -> String) {
        self.n += 1;
        self.add_result(is_ok, place);
    }

    /// Counts a fault if `is_ok` is false. The thing itself has been counted.
    fn add_result(&mut self, is_ok: bool, place: impl FnOnce() -> String) {
        if !is_ok && self.n_faults == 0 {
            self.first = place();
        }
        self.n_faults += u64::from(!is_ok);
    }

    /// Returns the result of the check; `unread` is a table it needs that could not be read.
    fn check(&self, id: &'static str, unread: Option<&'static str>) -> VerifyCheck {
        if let Some(table) = unread {
            return VerifyCheck { id, ok: false, facts: vec![("unread", table.to_owned())] };
        }
        let ok = self.n_faults == 0;
        let mut facts = vec![("n", if ok { self.n } else { self.n_faults }.to_string())];
        if !ok {
            facts.push(("first", self.first.clone()));
        }
        VerifyCheck { id, ok, facts }
    }
}

/// The checks of the tables' files.
#[derive(Default)]
struct TableChecks {
    hash: CheckCounter,
    schema: CheckCounter,
    rows: CheckCounter,
    /// Tables whose rows could be read.
    readable: BTreeSet<&'static str>,
}

impl TableChecks {
    /// Checks a table's file. If it is the one published, calls `visit` with each row.
    fn walk<R: TableRow>(&mut self, generation: &Generation, visit: &mut dyn FnMut(R)) {
        let schema = &R::SCHEMA;
        if !generation.has(schema) && generation.manifest.tables.len() < SCHEMAS.len() {
            // An older program wrote the generation and did not know the table.
            self.readable.insert(schema.name);
            return;
        }
        let file = generation.checked_file(schema);
        self.hash.count(file.is_ok(), || schema.file_name());
        let Ok(file) = file else { return };
        let table = TableFile::new(file, &generation.table_path(schema), schema, generation.is_older(schema));
        let entry = generation.manifest.tables.get(schema.name);
        let is_known_version = entry.is_some_and(|entry| entry.schema_version <= schema.version);
        let has_columns = table.as_ref().is_ok_and(TableFile::has_columns_of_schema);
        self.schema.count(is_known_version && has_columns, || schema.file_name());
        let n_rows = table.and_then(|table| {
            table.visit_rows(&mut |cells| {
                visit(row_from_cells(cells)?);
                Ok(())
            })?;
            Ok(table.n_rows())
        });
        let is_complete = n_rows.as_ref().is_ok_and(|n_rows| entry.is_some_and(|entry| entry.rows == *n_rows));
        self.rows.count(is_complete, || schema.file_name());
        if n_rows.is_ok() {
            self.readable.insert(schema.name);
        }
    }
}

/// The checks of references between tables, filled while the tables are read.
#[derive(Default)]
struct ReferenceChecks {
    /// For each person the number of lineage rows with the outcome `registered`.
    n_registered: BTreeMap<String, u32>,
    sheets: SheetNumbers,
    /// Sheet and row of each fault that is a reason for quarantine; row 0 is the whole sheet.
    faults: HashSet<(u32, i64)>,
    /// Sheet and row of each lineage row.
    rows: HashSet<(u32, i64)>,
    counts: SheetRowCounts,
    equation: CheckCounter,
    row_once: CheckCounter,
    row_person: CheckCounter,
    registered_once: CheckCounter,
    quarantine: CheckCounter,
    id_once: CheckCounter,
    id_check: CheckCounter,
    head: CheckCounter,
    birth_person: CheckCounter,
    alias_person: CheckCounter,
    withdrawn: CheckCounter,
    named: CheckCounter,
    name_index: CheckCounter,
    register_index: CheckCounter,
}

impl ReferenceChecks {
    fn add_person(&mut self, row: PersonRow) {
        self.id_check.count(has_valid_check(&row.person_id), || row.person_id.clone());
        let id = row.person_id.clone();
        let is_new = self.n_registered.insert(row.person_id, 0).is_none();
        self.id_once.count(is_new, || id);
    }

    fn is_person(&self, id: &str) -> bool {
        self.n_registered.contains_key(id)
    }

    /// Checks that a person named by another table is in the register.
    fn check_named_person(&mut self, id: &str) {
        self.named.count(self.is_person(id), || id.to_owned());
    }

    /// Adds a reason for quarantine of a row, or of a whole sheet if `row` is 0.
    fn add_fault(&mut self, file: &str, sheet: &str, row: i64) {
        let number = self.sheets.number(file, sheet);
        self.faults.insert((number, row));
    }

    fn check_lineage(&mut self, row: &LineageRow) {
        self.counts.add(row);
        let place = || place(&row.file, &row.sheet, row.row);
        let sheet = self.sheets.number(&row.file, &row.sheet);
        self.row_once.count(self.rows.insert((sheet, row.row)), place);
        match row.outcome.as_str() {
            "registered" | "merged" => {
                let n_registered = row.person_id.as_ref().and_then(|id| self.n_registered.get_mut(id));
                self.row_person.count(n_registered.is_some(), place);
                if let Some(n_registered) = n_registered
                    && row.outcome == "registered"
                {
                    *n_registered += 1;
                }
            }
            "quarantined" => {
                let whole_file = self.sheets.find(&row.file, "").map(|file| (file, 0));
                let reasons = [Some((sheet, row.row)), Some((sheet, 0)), whole_file];
                self.quarantine.count(reasons.into_iter().flatten().any(|reason| self.faults.contains(&reason)), place);
            }
            _ => {}
        }
    }

    /// Makes the checks that need all rows.
    fn finish(&mut self, generation: &Generation) {
        for (id, n_registered) in &self.n_registered {
            self.registered_once.count(*n_registered == 1, || id.clone());
        }
        let inputs = &generation.manifest.inputs;
        let mismatches = self.counts.mismatches(inputs);
        self.equation = CheckCounter {
            n: inputs.iter().map(|input| input.sheets.len() as u64).sum(),
            n_faults: mismatches.len() as u64,
            first: mismatches.first().map(|sheet| place(&sheet.file, &sheet.sheet, 0)).unwrap_or_default(),
        };
    }
}

/// Returns `file!sheet!row`, without the row if it is 0.
fn place(file: &str, sheet: &str, row: i64) -> String {
    if row == 0 { format!("{file}!{sheet}") } else { format!("{file}!{sheet}!{row}") }
}

/// Whether an identifier has the form `P-XXXX-XXXX-X` and its last character is the right check character.
fn has_valid_check(id: &str) -> bool {
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
