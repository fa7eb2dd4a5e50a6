//! Reads linking models from files, and merges models of several lists.

use std::io::Read;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::error::{Error, ErrorCode, Result};
use crate::ingest;
use crate::link::table::{LIST_MODEL_FORMAT, ListModel, MergeFault, TableSettings, TrainedList};
use crate::link::{self, Model};
use crate::store::{self, OutputPath};

/// Most bytes of a model: some tens of millions of different values.
const MOST_BYTES: u64 = 1 << 31;

/// The model of a list in a file.
pub(super) enum ListModelFile {
    /// Weights alone, without frequencies.
    Weights(Model),
    Whole(Box<ListModel>),
}

impl ListModelFile {
    pub(super) fn as_trained_list(&self) -> TrainedList<'_> {
        match self {
            Self::Weights(weights) => TrainedList::Weights(weights),
            Self::Whole(model) => TrainedList::Whole(model),
        }
    }
}

/// Reads the model of a list, as `bato link` wrote it, for a list with these settings.
///
/// # Errors
/// `not-found`; `bad-model`, `model-changed`, `model-newer`; `model-other-list` if it compares other columns.
pub(super) fn read_list_model(path: &Path, settings: &TableSettings) -> Result<ListModelFile> {
    let model = read_file(path)?;
    if model.as_trained_list().fits(settings) {
        return Ok(model);
    }
    Err(Error::new(ErrorCode::ModelOtherList).at(path))
}

/// Reads a whole model: one with the frequencies of its list.
///
/// # Errors
/// Those of [`read_list_model`]; `model-without-frequencies` for an older one.
pub(super) fn read_whole_model(path: &Path) -> Result<ListModel> {
    let model = match read_file(path)? {
        ListModelFile::Whole(model) => *model,
        ListModelFile::Weights(_) => return Err(Error::new(ErrorCode::ModelWithoutFrequencies).at(path)),
    };
    // A model that was put together by hand may have a right hash and settings that no list can have.
    if !model.settings.problems().is_empty() || !TrainedList::Whole(&model).fits(&model.settings) {
        return Err(Error::new(ErrorCode::BadModel).at(path).because("settings"));
    }
    Ok(model)
}

/// Merges whole models and writes the result. Returns the number of rows of all their lists.
///
/// # Errors
/// Those of reading and writing; `model-merge-settings`, `model-merge-twice`.
pub fn merge_models(paths: &[PathBuf], out: &OutputPath) -> Result<u64> {
    let models = paths.iter().map(|path| read_whole_model(path)).collect::<Result<Vec<_>>>()?;
    let merged = ListModel::merge(&models).map_err(|fault| {
        let (code, place) = match fault {
            MergeFault::OtherSettings(place) => (ErrorCode::ModelMergeSettings, place),
            MergeFault::Twice(place) => (ErrorCode::ModelMergeTwice, place),
        };
        Error::new(code).at(&paths[place])
    })?;
    let Some(merged) = merged else { return Ok(0) };
    write_model(&merged, out)?;
    Ok(merged.rows)
}

/// Writes a model to a file that its owner alone can read: it holds names.
pub(super) fn write_model(model: &ListModel, out: &OutputPath) -> Result<()> {
    let text = serde_json::to_string_pretty(model).unwrap_or_default();
    store::write_text(&(text + "\n"), out)
}

/// Opens the file of a model and reads it in either form.
fn read_file(path: &Path) -> Result<ListModelFile> {
    let bad = |cause: serde_json::Error| Error::new(ErrorCode::BadModel).at(path).because(cause);
    let mut text = String::new();
    let mut file = ingest::open_regular(path)?.take(MOST_BYTES);
    file.read_to_string(&mut text).map_err(|cause| Error::io(path, &cause))?;
    #[derive(serde::Deserialize)]
    struct Format {
        format: Option<String>,
    }
    fn parsed<T: DeserializeOwned>(text: &str) -> serde_json::Result<T> {
        serde_json::from_str(text)
    }
    match parsed::<Format>(&text).map_err(bad)?.format.as_deref() {
        None => Ok(ListModelFile::Weights(parsed(&text).map_err(bad)?)),
        Some(LIST_MODEL_FORMAT) => {
            let model: ListModel = parsed(&text).map_err(bad)?;
            let is_intact = model.is_intact();
            let model = ListModelFile::Whole(Box::new(model));
            if is_intact { Ok(model) } else { Err(Error::new(ErrorCode::ModelChanged).at(path)) }
        }
        Some(format) => Err(Error::new(ErrorCode::ModelNewer).at(path).with("format", format)),
    }
}

/// Reads a model for a commune's rows: a model, or the manifest of a generation, which holds the model of its run.
pub(super) fn read_commune_model(path: &Path) -> Result<Model> {
    let mut json = read_json(path)?;
    let model = json.get_mut("model").map(serde_json::Value::take).unwrap_or(json);
    let model = model_of(model, path)?;
    if link::is_commune_model(&model) {
        Ok(model)
    } else {
        let comparisons = model.levels.into_keys().collect::<Vec<_>>().join(", ");
        Err(Error::new(ErrorCode::BadModel).at(path).because(comparisons))
    }
}

fn read_json(path: &Path) -> Result<serde_json::Value> {
    let text = ingest::read_text_file(path)?.ok_or_else(|| Error::new(ErrorCode::NotFound).at(path))?;
    serde_json::from_str(&text).map_err(|e| Error::new(ErrorCode::BadModel).at(path).because(e))
}

fn model_of(json: serde_json::Value, path: &Path) -> Result<Model> {
    serde_json::from_value(json).map_err(|e| Error::new(ErrorCode::BadModel).at(path).because(e))
}
