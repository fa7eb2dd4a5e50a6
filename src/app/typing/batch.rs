//! A batch of typing, the sheets that one author types for one quartier, year and kind of sheet. Its state is a file of
//! its own in `typing` below the raw folder, which a run does not read; its rows are in the CSV that a run reads.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::ingest;
use crate::record::Kind;
use crate::store::{self, OutputPath};

use super::super::entry_file::{name_part, plain_name_part};
use super::SecondEntry;

/// The folder of the states and of the second entries, below the raw folder.
pub(super) const FOLDER: &str = "typing";

/// A batch of typing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Batch {
    /// Its identifier, the name of its file of state.
    pub id: String,
    /// Whether it is of census sheets or of a birth register.
    #[serde(with = "kind_code")]
    pub kind: Kind,
    /// The quartier; "" for a birth register of all quartiers.
    pub quartier: String,
    /// The year of the round or of the register.
    pub year: i32,
    /// Who types.
    pub author: String,
    /// The file of the rows, below the raw folder.
    pub file: String,
    /// When it was begun.
    pub opened_at: String,
    /// What was said when it was closed; `None` while it is open.
    pub closed: Option<BatchClosing>,
    /// The second entry of a sample; `None` before it is drawn.
    pub second: Option<SecondEntry>,
}

/// What was said when a batch was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchClosing {
    /// When.
    pub at: String,
    /// Who closed it.
    pub by: String,
    /// Fiches, or acts, counted on paper.
    pub n_on_paper: u64,
    /// Fiches, or acts, in the file.
    pub n_typed: u64,
}

mod kind_code {
    use super::*;
    use serde::{Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(kind: &Kind, out: S) -> std::result::Result<S::Ok, S::Error> {
        out.serialize_str(kind.code())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<Kind, D::Error> {
        Kind::from_code(&String::deserialize(from)?).ok_or_else(|| D::Error::custom("no kind"))
    }
}

impl Batch {
    /// A batch that has no row yet.
    pub(super) fn new(kind: Kind, quartier: &str, year: i32, (author, at): (&str, &str)) -> Self {
        let folder = if kind == Kind::Census { "census" } else { "births" };
        let names: Vec<String> = [quartier, &year.to_string(), author]
            .iter()
            .map(|part| name_part(part))
            .filter(|part| !part.is_empty())
            .collect();
        let plain: Vec<String> =
            [kind.code(), quartier, &year.to_string(), author].iter().map(|part| plain_name_part(part)).collect();
        Self {
            id: plain.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-"),
            kind,
            quartier: quartier.to_owned(),
            year,
            author: author.to_owned(),
            file: format!("{folder}/saisie/{}.csv", names.join(" ")),
            opened_at: at.to_owned(),
            closed: None,
            second: None,
        }
    }

    /// The batch of an identifier.
    ///
    /// # Errors
    /// `typing-batch` if there is none.
    pub(super) fn read(raw: &Path, id: &str) -> Result<Self> {
        let unknown = || Error::new(ErrorCode::TypingBatch).with("id", id);
        let is_plain = !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || c == '-');
        let text = if is_plain { ingest::read_text_file(&state_path(raw, id))? } else { None };
        let batch: Self = serde_json::from_str(&text.ok_or_else(unknown)?).map_err(|cause| unknown().because(cause))?;
        Some(batch).filter(|batch| batch.id == id).ok_or_else(unknown)
    }

    /// All batches, the last one begun first. A state that can't be read is left out.
    pub(super) fn all(raw: &Path) -> Result<Vec<Self>> {
        let paths = store::files_in(&raw.join(FOLDER), "json")?;
        let ids = paths.iter().filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()));
        let mut batches: Vec<Self> = ids.filter_map(|id| Self::read(raw, &id).ok()).collect();
        batches.sort_by(|a, b| b.opened_at.cmp(&a.opened_at).then_with(|| a.id.cmp(&b.id)));
        Ok(batches)
    }

    pub(super) fn write(&self, raw: &Path) -> Result<()> {
        store::create_private_folder(&raw.join(FOLDER))?;
        let text = serde_json::to_string_pretty(self).map_err(|e| Error::new(ErrorCode::Io).because(e))?;
        store::write_text(&text, &OutputPath::own(&state_path(raw, &self.id)))
    }

    pub(super) fn rows_path(&self, raw: &Path) -> PathBuf {
        raw.join(&self.file)
    }

    pub(super) fn second_path(&self, raw: &Path) -> PathBuf {
        raw.join(FOLDER).join(format!("{}.second.csv", self.id))
    }

    /// The column whose values are the fiches, or the acts.
    pub(super) fn unit_column(&self) -> &'static str {
        if self.kind == Kind::Census { "fiche" } else { "act_number" }
    }
}

fn state_path(raw: &Path, id: &str) -> PathBuf {
    raw.join(FOLDER).join(format!("{id}.json"))
}
