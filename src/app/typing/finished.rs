//! Remembers for each batch that its last fiche is finished, so that the next row begins another one: after a pause, in
//! another session and after a power cut, too.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::error::Result;
use crate::store::{self, OutputPath};

use super::super::run::WORK_FOLDER;
use super::Typing;

/// The file in the folder of work under way: the rows of each batch when its last fiche was finished, by the batch.
const FINISHED: &str = "finished-fiches.json";

impl Typing<'_> {
    fn finished_path(&self) -> PathBuf {
        self.clean.join(WORK_FOLDER).join(FINISHED)
    }

    /// A file that is not there, or that can't be read, says nothing.
    fn finished_fiches(&self) -> BTreeMap<String, u64> {
        let text = std::fs::read_to_string(self.finished_path()).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Returns the number of rows that a batch had when its last fiche was finished; `None` if it goes on.
    #[must_use]
    pub fn finished_fiche(&self, id: &str) -> Option<u64> {
        self.finished_fiches().get(id).copied()
    }

    /// Remembers whether the last fiche of a batch is finished.
    ///
    /// # Errors
    /// Those of writing.
    pub fn set_finished_fiche(&self, id: &str, n_rows: Option<u64>) -> Result<()> {
        let mut all = self.finished_fiches();
        let before = match n_rows {
            Some(n_rows) => all.insert(id.to_owned(), n_rows),
            None => all.remove(id),
        };
        if before == n_rows {
            return Ok(());
        }
        let path = self.finished_path();
        store::create_folder(&self.clean.join(WORK_FOLDER))?;
        store::write_text(&serde_json::to_string(&all).unwrap_or_default(), &OutputPath::own(&path))
    }
}
