//! The results of reading deposited files: reading a workbook takes a process, so each is read once.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use bato::app::{self, Deposit, DepositCheck, DepositKind};
use bato::config::Config;
use bato::error::Result;

use crate::host;

/// Results of reading that stay.
const MOST_CHECKS: usize = 200;

/// What was read of deposited files: reading a workbook takes a process.
#[derive(Debug, Default)]
pub(super) struct DepositChecks(Mutex<HashMap<String, Arc<DepositCheck>>>);

impl DepositChecks {
    /// The check of a file as a file of this kind, from before if file, kind and settings are the same.
    ///
    /// # Errors
    /// Those of [`app::check_deposit`].
    pub(super) fn of(
        &self,
        raw: &Path,
        deposit: &Deposit,
        kind: Option<DepositKind>,
        config: &Config,
    ) -> Result<Arc<DepositCheck>> {
        let key = key_of(deposit, kind, config);
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let check = app::check_deposit(raw, &deposit.id, kind, config, host::today(config), host::worker())?;
        let check = Arc::new(check);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST_CHECKS {
            all.clear();
        }
        all.insert(key, check.clone());
        Ok(check)
    }

    /// Whether the check of a file would take no time.
    pub(super) fn has(&self, deposit: &Deposit, kind: Option<DepositKind>, config: &Config) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains_key(&key_of(deposit, kind, config))
    }
}

fn key_of(deposit: &Deposit, kind: Option<DepositKind>, config: &Config) -> String {
    let settings = serde_json::to_string(&(&config.ingest, &config.words, &config.validate)).unwrap_or_default();
    let day = host::today(config);
    format!("{} {} {} {day} {settings}", deposit.id, deposit.name, kind.map_or("", DepositKind::code))
}
