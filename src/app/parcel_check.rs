//! Checks the journal of parcels, and that the log of look-ups holds the lines that parcels and receipts name.

use std::collections::BTreeSet;
use std::path::Path;

use crate::error::{Error, ErrorCode, Result};
use crate::ingest;
use crate::parcel::{self, JOURNAL_HEAD, Journal, JournalEntry, JournalLine, OfficeFiles, Restoration, Traffic};
use crate::store::{LogFault, LogHead, LookUp, Store, VerifyCheck};

use super::access::Access;

/// Whether the log of look-ups holds a line as a receipt or a list of offices shows it: `123.Ab3…`.
///
/// # Errors
/// `receipt-not` if the text is no such line; those of the file system.
pub fn log_holds(clean: &Path, line: &str) -> Result<bool> {
    let wrong = || Error::new(ErrorCode::ReceiptNot);
    let n: u64 = line_number(line).ok_or_else(wrong)?;
    let head = Store::open(clean)?.look_up_head_at(n)?;
    Ok(head.is_some_and(|head| parcel::short_log(&head).is_ok_and(|own| own == line.trim())))
}

/// The number of a line as a receipt shows it: `123.Ab3…`.
fn line_number(line: &str) -> Option<u64> {
    line.split_once('.').and_then(|(n, _)| n.parse().ok())
}

/// Checks the journal of parcels: its chain, its last line, the signed manifest of everything that arrived, and that the
/// log of look-ups holds every line that the journal names. No check if there is no journal.
///
/// # Errors
/// Those of the file system; damage is a failed check.
pub fn check_parcels(clean: &Path) -> Result<Vec<VerifyCheck>> {
    let files = OfficeFiles::new(clean);
    let failed = |n: u64, first: String| VerifyCheck {
        id: "parcels",
        ok: false,
        facts: vec![("n", n.to_string()), ("first", first)],
    };
    let lines = match Journal::lines_of(clean) {
        Ok(lines) if lines.is_empty() && !clean.join(JOURNAL_HEAD).is_file() => return Ok(Vec::new()),
        Ok(lines) => lines,
        Err(fault) if fault.code == ErrorCode::JournalDamaged => {
            let line = fault.args.into_iter().find(|(name, _)| *name == "line").map(|(_, line)| line);
            return Ok(vec![failed(1, line.unwrap_or_default())]);
        }
        Err(fault) => return Err(fault),
    };
    let traffic = Traffic::of(&lines);
    let lost: Vec<&str> = traffic
        .arrivals
        .iter()
        .filter(|(arrival, _)| files.manifest(&arrival.parcel).is_none())
        .map(|(arrival, _)| arrival.name.as_str())
        .collect();
    if let Some(first) = lost.first() {
        return Ok(vec![failed(lost.len() as u64, (*first).to_owned())]);
    }
    let sound = VerifyCheck { id: "parcels", ok: true, facts: vec![("n", lines.len().to_string())] };
    Ok(std::iter::once(sound).chain(NamedLines::read(clean, &lines)?.check()).collect())
}

/// The command of a line that acknowledges a fault of the log.
const ACKNOWLEDGE: &str = "acknowledge";
/// The beginning of what a line says that acknowledges missing lines which parcels name.
const OF_PARCELS: &str = "parcels ";

/// The lines of the log of look-ups that the journal names, as receipts show them.
struct NamedLines {
    n: usize,
    /// Those that the log no longer holds, in the order of the journal, and for which nothing accounts.
    missing: Vec<String>,
    /// How many it no longer holds since a backup was restored, or a person acknowledged that they are gone.
    n_accounted: usize,
}

impl NamedLines {
    /// Compares the lines that a journal names with the log.
    fn read(clean: &Path, lines: &[JournalLine]) -> Result<Self> {
        let named: Vec<(u64, String)> =
            lines.iter().filter_map(|line| Some((line.n, Traffic::own_line_of_log(line)?))).collect();
        let log = Store::open(clean)?.look_ups()?;
        let after = log.lines.iter().skip(1).map(|line| line.before.as_str()).chain([log.head.sha256.as_str()]);
        let head = |(line, sha256): (&LookUp, &str)| LogHead { n: line.n, sha256: sha256.to_owned() };
        let held: BTreeSet<String> =
            log.lines.iter().zip(after).map(head).filter_map(|head| parcel::short_log(&head).ok()).collect();
        let acknowledged: BTreeSet<&str> = log
            .lines
            .iter()
            .filter(|line| line.what == ACKNOWLEDGE)
            .filter_map(|line| line.asked.strip_prefix(OF_PARCELS))
            .flat_map(|list| list.split(' '))
            .collect();
        // A restored backup accounts for the lines from that of the restore on, as far as they were named before it.
        // The journal alone says that one was restored: anybody who writes to the log can add a line that says so.
        let restorations: Vec<(u64, u64)> = lines
            .iter()
            .filter_map(|line| match &line.entry {
                JournalEntry::Restoration(restored) => Some((line.n, restored.lookups.n)),
                _ => None,
            })
            .collect();
        let number = |line: &str| line_number(line).unwrap_or_default();
        let is_accounted = |named_in: u64, line: &str| {
            let is_restored = |(restored_in, n): &(u64, u64)| named_in < *restored_in && number(line) >= *n;
            acknowledged.contains(line) || restorations.iter().any(is_restored)
        };
        let gone: Vec<&(u64, String)> = named.iter().filter(|(_, line)| !held.contains(line)).collect();
        let missing: Vec<String> = gone
            .iter()
            .filter(|(named_in, line)| !is_accounted(*named_in, line))
            .map(|(_, line)| line.clone())
            .collect();
        Ok(Self { n: named.len(), n_accounted: gone.len() - missing.len(), missing })
    }

    /// Returns the check; `None` if no line is named.
    fn check(&self) -> Option<VerifyCheck> {
        let number = |n: usize| ("n", n.to_string());
        let first = self.missing.first();
        let (id, n) = match (first, self.n_accounted) {
            (Some(_), _) => ("parcels-log", self.missing.len()),
            (None, 0) => ("parcels-log", self.n),
            (None, n) => ("parcels-log-restored", n),
        };
        let facts = std::iter::once(number(n)).chain(first.map(|line| ("first", line.clone()))).collect();
        (self.n > 0).then_some(VerifyCheck { id, ok: first.is_none(), facts })
    }
}

/// Records in the journal of parcels that a backup was restored, once the last line of the restored log says so.
/// Nothing is recorded where there is no journal, or a damaged one.
///
/// # Errors
/// Those of the file system.
pub(super) fn record_restoration(clean: &Path, backup: &Path, access: &Access) -> Result<()> {
    match Journal::lines_of(clean) {
        Ok(lines) if lines.is_empty() => return Ok(()),
        Err(fault) if fault.code == ErrorCode::JournalDamaged => return Ok(()),
        read => read?,
    };
    let (lookups, sha256) = (Store::open(clean)?.look_ups()?.head, ingest::sha256_of_file(backup)?);
    let entry = JournalEntry::Restoration(Restoration { lookups, sha256 });
    Journal::open(clean)?.append(access.at(), access.who(), entry)
}

/// Most letters of the lines that one line of the log acknowledges.
const LONGEST_LIST: usize = 400;

/// Acknowledges that lines which parcels and receipts name are no longer in the log of look-ups. Returns the fault;
/// `None` if there is none.
///
/// # Errors
/// `journal-damaged`; those of the file system.
pub(super) fn acknowledge_named_lines(clean: &Path, access: &Access) -> Result<Option<LogFault>> {
    let missing = NamedLines::read(clean, &Journal::lines_of(clean)?)?.missing;
    let mut lists: Vec<String> = Vec::new();
    for line in &missing {
        match lists.last_mut() {
            Some(list) if list.len() + line.len() < LONGEST_LIST => list.push_str(&format!(" {line}")),
            _ => lists.push(line.clone()),
        }
    }
    let store = Store::open(clean)?;
    for list in lists {
        access.log(&store, ACKNOWLEDGE, &format!("{OF_PARCELS}{list}"), 0)?;
    }
    Ok(missing.first().map(|line| LogFault::Missing(line_number(line).unwrap_or_default())))
}
