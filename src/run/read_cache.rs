//! Caches the content of each file by its bytes, its name and the settings, so that an unchanged file is not parsed
//! again.
//!
//! The cache may be deleted at any time: a missing or damaged entry costs only the time to read the file again.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use chrono::{Days, NaiveDate};
use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::ingest::{FileBytes, InputRole, Reference};
use crate::record::{CleanRow, Kind, TextPool};
use crate::store::{BlobCache, RunLock, Store};

use super::file_content::FileContent;

/// A hash of the program's source: an entry of another program is never used.
const PROGRAM: &str = env!("BATO_SOURCE_HASH");

pub(crate) struct ReadCache<'s> {
    blobs: BlobCache<'s>,
    today: NaiveDate,
    /// All that the result depends on beside the file and the day: program, settings, quartiers.
    context: String,
    /// The distinct texts of all rows from the cache.
    texts: Mutex<TextPool>,
    /// Names of the entries that this run used or wrote.
    used: Mutex<BTreeSet<String>>,
}

/// What the content of a file depends on beside the settings.
pub(crate) struct CachedFile<'r> {
    pub(super) opened: &'r FileBytes,
    pub(super) kind: Option<Kind>,
    pub(super) role: &'r InputRole,
    /// Hash of the corrections of its cells.
    pub(super) corrections: &'r str,
}

#[derive(serde::Serialize, serde::Deserialize)]
struct Entry<F, B> {
    /// The day of the run that wrote the entry. It is valid from this day on.
    valid_from: NaiveDate,
    /// The first day on which the entry is no longer valid; `None` if it is always valid.
    valid_until: Option<NaiveDate>,
    /// The file without its clean rows.
    file: F,
    /// The clean rows, [`BLOCK_ROWS`] a block: equal texts are shared after each block, before the next takes memory.
    row_blocks: Vec<B>,
}

/// Rows of a block.
const BLOCK_ROWS: usize = 1024;

impl<'s> ReadCache<'s> {
    pub(super) fn new(
        store: &Store,
        lock: &'s RunLock,
        config: &Config,
        reference: &Reference,
        today: NaiveDate,
    ) -> Self {
        let settings = serde_json::json!([PROGRAM, config.ingest, config.words, config.validate]).to_string();
        let context = format!("{settings}{:?}", reference.quartiers);
        Self { blobs: store.cache(lock), today, context, texts: Mutex::default(), used: Mutex::default() }
    }

    /// Returns the content of the file, if an entry for it is valid today.
    pub(super) fn get(&self, cached: &CachedFile<'_>) -> Option<FileContent> {
        let name = self.entry_name(cached);
        let bytes = self.blobs.get(&name)?;
        // The blocks are read where they lie: a copy of each would double the memory of the entry.
        let entry: Entry<FileContent, &serde_bytes::Bytes> = postcard::from_bytes(&bytes).ok()?;
        let holds =
            entry.valid_from <= self.today && entry.valid_until.is_none_or(|valid_until| self.today < valid_until);
        if !holds {
            return None;
        }
        let mut file = entry.file;
        file.shrink_to_fit();
        file.clean.reserve_exact(file.rows.iter().filter(|row| row.key.is_some()).count());
        self.with_texts(|texts| file.fiches.iter_mut().for_each(|fiche| fiche.intern_texts(texts)));
        for block in entry.row_blocks {
            let mut rows: Vec<CleanRow> = postcard::from_bytes(block).ok()?;
            self.with_texts(|texts| rows.iter_mut().for_each(|row| row.intern_texts(texts)));
            file.clean.append(&mut rows);
        }
        self.mark_used(name);
        Some(file)
    }

    /// Stores the content of a file that could be read.
    pub(super) fn put(&self, cached: &CachedFile<'_>, file: &FileContent) {
        if file.fault.is_some() {
            return;
        }
        let name = self.entry_name(cached);
        if entry_bytes(file, self.today).is_some_and(|bytes| self.blobs.put(&name, &bytes)) {
            self.mark_used(name);
        }
    }

    /// Whether there is no entry for the file, or one that `read` makes again: it reads the file as on a day.
    pub(super) fn is_right(&self, cached: &CachedFile<'_>, read: &dyn Fn(NaiveDate) -> Option<FileContent>) -> bool {
        let Some(bytes) = self.blobs.get(&self.entry_name(cached)) else { return true };
        // An entry that can't be read is not used.
        let Ok(entry) = postcard::from_bytes::<Entry<FileContent, &serde_bytes::Bytes>>(&bytes) else { return true };
        let again = read(entry.valid_from).filter(|file| file.fault.is_none());
        again.and_then(|file| entry_bytes(&file, entry.valid_from)).as_ref() == Some(&bytes)
    }

    pub(super) fn delete_unused(self) {
        self.blobs.retain(&self.used.into_inner().unwrap_or_else(PoisonError::into_inner));
    }

    fn with_texts(&self, intern: impl FnOnce(&mut TextPool)) {
        intern(&mut self.texts.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Frees the list of the rows' texts: no further file is read.
    pub(super) fn end_reading(&self) {
        self.with_texts(|texts| *texts = TextPool::default());
    }

    fn mark_used(&self, name: String) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(name);
    }

    /// Returns the name of the file's entry: a hash of all that the content depends on.
    fn entry_name(&self, cached: &CachedFile<'_>) -> String {
        let CachedFile { opened, kind, role, corrections } = cached;
        let mut hash = Sha256::new();
        let role_hash = role.hash();
        let (path, sha256) = (&opened.source.path, &opened.source.sha256);
        let role = match role {
            InputRole::Plain => "",
            InputRole::Corrected(..) => "corrected",
            InputRole::Corrections(..) => "corrections",
        };
        let parts = [self.context.as_str(), path, kind.map_or("", Kind::code), sha256, role, role_hash, corrections];
        for part in parts {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Returns the bytes of the entry for a file that was read on a day.
fn entry_bytes(file: &FileContent, day: NaiveDate) -> Option<Vec<u8>> {
    let block = |rows: &[CleanRow]| postcard::to_stdvec(rows).map(serde_bytes::ByteBuf::from);
    let row_blocks: Vec<serde_bytes::ByteBuf> =
        file.clean.chunks(BLOCK_ROWS).map(block).collect::<Result<_, _>>().ok()?;
    let entry = Entry { valid_from: day, valid_until: valid_until(&file.clean, day), file, row_blocks };
    postcard::to_stdvec(&entry).ok()
}

/// Returns the first day after `today` on which the rows may be read or validated differently: the first of their dates
/// that is still in the future. For a row whose year is that of the run, the next day.
fn valid_until(rows: &[CleanRow], today: NaiveDate) -> Option<NaiveDate> {
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
    use crate::record::PartialDate;
    use crate::record::test_rows::clean_row;

    #[test]
    fn an_entry_holds_until_the_first_future_date_is_reached() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let born = |text: &str| CleanRow { born: Some(PartialDate::day(day(text))), ..clean_row(0, 0) };
        let today = day("2018-03-01");
        assert_eq!(valid_until(&[born("2018-03-01"), born("1990-05-05")], today), None);
        let rows = [born("2081-04-01"), born("2019-04-01"), born("1990-05-05")];
        assert_eq!(valid_until(&rows, today), Some(day("2019-04-01")));
        let without_year = CleanRow { seen_in: None, ..born("1990-05-05") };
        assert_eq!(valid_until(&[without_year], today), Some(day("2018-03-02")));
    }
}
