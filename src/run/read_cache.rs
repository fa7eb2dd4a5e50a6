//! A file that is the same byte for byte, read by the same program under the same settings, says what it said: it is kept
//! with the register and not read again. What the next run needs of a register is kept in the same way.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use chrono::{Days, NaiveDate};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::ingest::{Opened, Reference};
use crate::link;
use crate::record::{CleanRow, Kind};
use crate::store::{BlobCache, Generation, RunLock, Store};

use super::read::FileRead;

/// What changes whenever the program does.
const PROGRAM: &str = env!("BATO_SOURCE_HASH");

/// What was read of files, as the store keeps it.
pub(crate) struct Readings<'s> {
    cache: BlobCache<'s>,
    today: NaiveDate,
    /// All that reading depends on beside the file and the day.
    under: String,
    /// The list of quartiers.
    quartiers: String,
    /// The names of what this run needs.
    used: Mutex<BTreeSet<String>>,
}

/// What was kept of a generation.
pub(super) struct OfGeneration<'s> {
    cache: &'s BlobCache<'s>,
    stamp: String,
}

impl OfGeneration<'_> {
    /// A part of it.
    pub(super) fn part<T: DeserializeOwned>(&self, what: &str) -> Option<T> {
        postcard::from_bytes(&self.cache.get(&name_of([PROGRAM, "part", &self.stamp, what]))?).ok()
    }
}

/// What is kept of a file.
#[derive(serde::Serialize, serde::Deserialize)]
struct Kept<F> {
    /// The day it was read as of; it holds from then on.
    since: NaiveDate,
    /// The first day on which it may say something else; `None` if there is none.
    until: Option<NaiveDate>,
    file: F,
}

impl<'s> Readings<'s> {
    pub(super) fn new(
        store: &Store,
        lock: &'s RunLock,
        config: &Config,
        reference: &Reference,
        today: NaiveDate,
    ) -> Self {
        let under = serde_json::json!([PROGRAM, config.ingest, config.words, config.validate]).to_string();
        let quartiers = format!("{:?}", reference.quartiers);
        Self {
            cache: store.cache(lock),
            today,
            under: format!("{under}{quartiers}"),
            quartiers,
            used: Mutex::default(),
        }
    }

    /// Under which name what this file says is kept.
    fn name_of(&self, opened: &Opened, kind: Option<Kind>) -> String {
        name_of([self.under.as_str(), &opened.source.path, kind.map_or("", Kind::code), &opened.source.sha256])
    }

    /// What the file said when it was last read, if that is kept and still holds.
    pub(super) fn of(&self, opened: &Opened, kind: Option<Kind>) -> Option<FileRead> {
        let name = self.name_of(opened, kind);
        let kept: Kept<FileRead> = postcard::from_bytes(&self.cache.get(&name)?).ok()?;
        let holds = kept.since <= self.today && kept.until.is_none_or(|until| self.today < until);
        holds.then(|| {
            self.needs(name);
            kept.file
        })
    }

    /// Keeps what a file says.
    pub(super) fn keep(&self, opened: &Opened, kind: Option<Kind>, file: &FileRead) {
        if file.fault.is_some() {
            return;
        }
        let kept = Kept { since: self.today, until: until(&file.clean, self.today), file };
        self.keep_as(self.name_of(opened, kind), &kept);
    }

    /// What blocks of rows brought when rows were last linked.
    pub(super) fn brought(&self) -> link::Brought {
        let kept = self.cache.get(&self.name_of_brought()).and_then(|bytes| postcard::from_bytes(&bytes).ok());
        kept.unwrap_or_default()
    }

    /// Keeps what blocks of rows brought; without anything what is kept stays.
    pub(super) fn keep_brought(&self, brought: Option<link::Brought>) {
        match brought {
            Some(brought) => _ = self.keep_as(self.name_of_brought(), &brought),
            None => self.needs(self.name_of_brought()),
        }
    }

    fn name_of_brought(&self) -> String {
        name_of([PROGRAM, "brought", &self.quartiers])
    }

    /// What was kept of a generation, if all of it was.
    pub(super) fn of_generation(&self, generation: &Generation) -> Option<OfGeneration<'_>> {
        let bytes = self.cache.get(&name_of([PROGRAM, "register", &generation.manifest_sha256]))?;
        Some(OfGeneration { cache: &self.cache, stamp: postcard::from_bytes(&bytes).ok()? })
    }

    /// Keeps a part of a generation that is not published yet; says whether it could. `stamp` is no other's.
    pub(super) fn keep_part<T: Serialize>(&self, stamp: &str, what: &str, kept: &T) -> bool {
        self.keep_as(name_of([PROGRAM, "part", stamp, what]), kept)
    }

    /// All parts of a generation are kept: from now on they stand for it.
    pub(super) fn keep_whole(&self, stamp: &str, published: &Generation) {
        self.keep_as(name_of([PROGRAM, "register", &published.manifest_sha256]), &stamp);
    }

    fn keep_as<T: Serialize>(&self, name: String, kept: &T) -> bool {
        let is_kept = postcard::to_stdvec(kept).is_ok_and(|bytes| self.cache.put(&name, &bytes));
        if is_kept {
            self.needs(name);
        }
        is_kept
    }

    /// Removes what this run did not need.
    pub(super) fn forget_others(self) {
        self.cache.retain(&self.used.into_inner().unwrap_or_else(PoisonError::into_inner));
    }

    fn needs(&self, name: String) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(name);
    }
}

/// A name that stands for all of these.
fn name_of<const N: usize>(about: [&str; N]) -> String {
    let mut hash = Sha256::new();
    for part in about {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// The first day after `today` on which rows may be read or judged otherwise: that of the first date still to come, for it
/// is in the future no more; the next one, if a row's year is reckoned from the day of the run.
fn until(rows: &[CleanRow], today: NaiveDate) -> Option<NaiveDate> {
    let of_row = |row: &CleanRow| {
        if row.seen_in.is_none() {
            return today.checked_add_days(Days::new(1));
        }
        let days = [
            row.born.map(|born| born.first),
            row.act.as_ref().and_then(|act| act.declared_on),
            row.event.as_ref().and_then(|event| event.on),
        ];
        days.into_iter().flatten().filter(|day| *day > today).min()
    };
    rows.iter().filter_map(of_row).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{PartialDate, PersonName, RowAt, Text};

    #[test]
    fn it_holds_until_a_day_to_come_has_come() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let born = |text: &str| CleanRow {
            at: RowAt::default(),
            key: 0,
            fiche: None,
            name: PersonName::default(),
            sex: None,
            born: Some(PartialDate::day(day(text))),
            birth_place: Text::default(),
            quartier: None,
            relation: None,
            marital_status: None,
            occupation: Text::default(),
            seen_in: Some(2017),
            act: None,
            event: None,
        };
        let today = day("2018-03-01");
        assert_eq!(until(&[born("2018-03-01"), born("1990-05-05")], today), None);
        let rows = [born("2081-04-01"), born("2019-04-01"), born("1990-05-05")];
        assert_eq!(until(&rows, today), Some(day("2019-04-01")));
        let of_no_year = CleanRow { seen_in: None, ..born("1990-05-05") };
        assert_eq!(until(&[of_no_year], today), Some(day("2018-03-02")));
    }
}
