//! The lines of the log of look-ups as they stand in the file: where they do not follow one another, which numbers no
//! line has, and which of these faults a line of the log acknowledges.

use std::collections::{BTreeSet, HashSet};

use super::disk;
use super::look_up::{ACKNOWLEDGE, LogFault, LookUp};
use super::lookups_record::{AcknowledgedLog, LogRecord};
use super::manifest::LogHead;

/// Most breaks of a log, and most gaps, that are named.
const MOST_PLACES: usize = 1_000;
/// Hexadecimal digits of a hash in the name of a break.
const N_DIGITS: usize = 32;
/// What separates the faults that a line acknowledges.
pub(super) const SEPARATOR: &str = "; ";

/// The number of the line after this one. Behind the last number that there is, which only a forger writes, it is 1.
pub(super) fn next_number(n: u64) -> u64 {
    n.checked_add(1).unwrap_or(1)
}

/// A place where a line does not follow the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LogBreak {
    /// Place of the line in the file, from 1.
    pub(super) place: u64,
    /// The line before the break.
    before: LogHead,
    /// The line after the break.
    after: LogHead,
}

impl LogBreak {
    /// Returns the break as a line that acknowledges it names it: the place and the lines beside it.
    pub(super) fn text(&self) -> String {
        let line = |head: &LogHead| format!("{}.{}", head.n, head.sha256.get(..N_DIGITS).unwrap_or_default());
        format!("{} {} {}", LogFault::Broken(self.place).text(), line(&self.before), line(&self.after))
    }
}

/// Consecutive numbers that no line of the file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LogGap {
    first: u64,
    last: u64,
    /// The first of them that no person acknowledged.
    pub(super) unnamed: u64,
}

impl LogGap {
    /// Returns the gap as a line that acknowledges it names it: `missing 5`, or `missing 5-8`.
    pub(super) fn text(&self) -> String {
        let first = LogFault::Missing(self.first).text();
        if self.first == self.last { first } else { format!("{first}-{}", self.last) }
    }

    /// The gaps below the highest of these numbers.
    fn all_of(numbers: &BTreeSet<u64>) -> impl Iterator<Item = Self> {
        let before = std::iter::once(0).chain(numbers.iter().copied());
        let pairs = before.zip(numbers.iter().copied());
        pairs.filter(|(before, n)| n.saturating_sub(*before) > 1).map(|(before, n)| {
            let (first, last) = (before + 1, n - 1);
            Self { first, last, unnamed: first }
        })
    }
}

/// The faults that the lines of a log acknowledge.
#[derive(Default)]
struct NamedFaults<'t> {
    texts: HashSet<&'t str>,
    /// The numbers of missing lines as ranges from the first to the last, in their order; no two touch.
    missing: Vec<(u64, u64)>,
}

impl<'t> NamedFaults<'t> {
    fn of(lines: &'t [LookUp]) -> Self {
        let acknowledging = lines.iter().filter(|line| line.what == ACKNOWLEDGE);
        let texts: HashSet<&str> = acknowledging.flat_map(|line| line.asked.split(SEPARATOR)).collect();
        let mut ranges: Vec<(u64, u64)> = texts.iter().filter_map(|text| missing_numbers(text)).collect();
        ranges.sort_unstable();
        let mut missing: Vec<(u64, u64)> = Vec::new();
        for (first, last) in ranges {
            match missing.last_mut() {
                Some((_, end)) if first <= end.saturating_add(1) => *end = last.max(*end),
                _ => missing.push((first, last)),
            }
        }
        Self { texts, missing }
    }

    /// The first number from this one on that is not named; `None` if there is no such number.
    fn first_unnamed(&self, n: u64) -> Option<u64> {
        let place = self.missing.partition_point(|(first, _)| *first <= n);
        let range = place.checked_sub(1).map(|place| self.missing[place]).filter(|(_, last)| *last >= n);
        range.map_or(Some(n), |(_, last)| last.checked_add(1))
    }

    /// Whether a break is named with the lines beside it, or, in a line of an older program, by its place alone.
    fn has_break(&self, found: &LogBreak) -> bool {
        let place = LogFault::Broken(found.place).text();
        [found.text(), place].iter().any(|text| self.texts.contains(text.as_str()))
    }
}

/// The first and the last of the numbers that a text such as `missing 5` or `missing 5-8` names.
fn missing_numbers(text: &str) -> Option<(u64, u64)> {
    let numbers = text.strip_prefix(LogFault::Missing(0).code())?.trim_start();
    let (first, last) = numbers.split_once('-').unwrap_or((numbers, numbers));
    let (first, last) = (first.parse().ok()?, last.parse().ok()?);
    (first <= last).then_some((first, last))
}

/// The lines of a log, and the places where they do not follow one another.
#[derive(Default)]
pub(super) struct LogLines {
    pub(super) lines: Vec<LookUp>,
    /// The last line.
    pub(super) head: LogHead,
    /// The breaks that no person acknowledged.
    pub(super) breaks: Vec<LogBreak>,
    /// The gaps that no person acknowledged whole.
    pub(super) gaps: Vec<LogGap>,
    /// Whether the acknowledged beginning of the log was changed.
    pub(super) is_prefix_changed: bool,
    pub(super) heads: HashSet<(u64, String)>,
}

impl LogLines {
    /// Reads the lines. An incomplete line was cut off by a power cut and is ignored, unless a later line has its hash.
    ///
    /// A break, or a gap, of the acknowledged beginning is no fault while its bytes are those that were acknowledged,
    /// the line that acknowledged them is its last one, and such a line names the break with the lines beside it and
    /// the gap from its first number to its last. The record alone proves nothing.
    pub(super) fn read(text: &[u8], acknowledged: Option<&AcknowledgedLog>) -> Self {
        let mut log = Self::default();
        let n_acknowledged = acknowledged.map_or(0, |acknowledged| acknowledged.n_bytes as usize);
        if let Some(acknowledged) = acknowledged {
            log.is_prefix_changed =
                text.get(..n_acknowledged).map(disk::sha256).as_deref() != Some(&acknowledged.sha256);
        }
        let mut heads = Vec::new();
        let mut is_believed = false;
        let mut end = 0;
        for (place, bytes) in (1..).zip(text.split_inclusive(|byte| *byte == b'\n')) {
            end += bytes.len();
            let whole = bytes.strip_suffix(b"\n").unwrap_or(bytes);
            let Ok(line) = serde_json::from_slice::<LookUp>(whole) else { continue };
            let head = LogHead { n: line.n, sha256: disk::sha256(whole) };
            // The acknowledged beginning ends with the line that acknowledges it.
            is_believed |=
                end == n_acknowledged && line.what == ACKNOWLEDGE && acknowledged.is_some_and(|own| own.head == head);
            log.heads.insert((head.n, head.sha256.clone()));
            log.lines.push(line);
            heads.push((place, end, head));
        }
        is_believed &= !log.is_prefix_changed;
        let named = if is_believed { NamedFaults::of(&log.lines) } else { NamedFaults::default() };
        for (line, (place, end, after)) in log.lines.iter().zip(heads) {
            let before = std::mem::replace(&mut log.head, after);
            let follows = line.n == next_number(before.n) && line.before == before.sha256;
            let found = LogBreak { place, before, after: log.head.clone() };
            let is_acknowledged = || end <= n_acknowledged && named.has_break(&found);
            if !follows && log.breaks.len() < MOST_PLACES && !is_acknowledged() {
                log.breaks.push(found);
            }
        }
        let numbers: BTreeSet<u64> = log.lines.iter().map(|line| line.n).collect();
        let unnamed = |gap: LogGap| {
            let unnamed = named.first_unnamed(gap.first).filter(|n| *n <= gap.last)?;
            Some(LogGap { unnamed, ..gap })
        };
        log.gaps = LogGap::all_of(&numbers).filter_map(unnamed).take(MOST_PLACES).collect();
        log
    }

    /// Whether a person acknowledged that a recorded line is missing: the record says so, and a line of the log names
    /// it. The record alone proves nothing.
    pub(super) fn is_waived(&self, record: &LogRecord, head: &LogHead) -> bool {
        let text = LogFault::Missing(head.n).text();
        let names = |line: &LookUp| line.what == ACKNOWLEDGE && line.asked.split(SEPARATOR).any(|named| named == text);
        record.waived.contains(head) && self.lines.iter().any(names)
    }

    pub(super) fn has(&self, head: &LogHead) -> bool {
        self.heads.contains(&(head.n, head.sha256.clone()))
    }
}
