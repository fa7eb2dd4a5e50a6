//! Reads the linking model that the settings name.

use std::path::Path;

use crate::error::{Error, ErrorCode, Result};
use crate::link::{self, Model};

/// Weights for a commune's rows: a model, or the manifest of a generation, which keeps its own.
pub(super) fn read_model(path: &Path) -> Result<Model> {
    let text = std::fs::read_to_string(path).map_err(|e| Error::io(path, &e))?;
    let bad = |because: String| Error::new(ErrorCode::BadModel).at(path).because(because);
    let mut said: serde_json::Value = serde_json::from_str(&text).map_err(|e| bad(e.to_string()))?;
    let said = said.get_mut("model").map(serde_json::Value::take).unwrap_or(said);
    let model: Model = serde_json::from_value(said).map_err(|e| bad(e.to_string()))?;
    if link::is_commune_model(&model) {
        Ok(model)
    } else {
        Err(bad(model.levels.into_keys().collect::<Vec<_>>().join(", ")))
    }
}
