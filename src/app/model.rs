//! Reads linking models from files.

use std::path::Path;

use crate::error::{Error, ErrorCode, Result};
use crate::ingest;
use crate::link::{self, Model};

/// Reads the model of a list, as `bato link` wrote it.
pub(super) fn read_model(path: &Path) -> Result<Model> {
    model_of(read_json(path)?, path)
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
