//! Renders the reports of a register.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::config::Config;
use crate::error::Result;
use crate::ingest::{self, Reference};
use crate::messages::{Lang, Messages};
use crate::report;
use crate::run::facts_of_generation;
use crate::store::{create_folder, replace_file};

use super::current;

/// Renders the reports of the current generation again and returns the path of the first page.
///
/// # Errors
/// `no-register` if there is none; those of the store and the file system.
pub fn report(clean: &Path, out: &Path, config: &Config, raw: &Path, langs: &[Lang]) -> Result<PathBuf> {
    let generation = current(clean)?;
    let reference = Reference::read(&raw.join("reference"))?;
    let mut facts = facts_of_generation(&generation, config, &reference)?;
    facts.sample = report::last_sample(&ingest::read_decisions(raw, &config.ingest)?.samples);
    write_reports(out, &report::tables(&facts, &config.report), langs)
}

pub(super) fn write_reports(folder: &Path, tables: &report::ReportTables, langs: &[Lang]) -> Result<PathBuf> {
    create_folder(folder)?;
    let aggregates = report::aggregates(tables);
    let write = |lang: &Lang| -> Result<PathBuf> {
        let (path, messages) = (folder.join(format!("rapport.{}.html", lang.code())), Messages::new(*lang));
        replace_file(&path, report::render::html(tables, &messages).as_bytes())?;
        replace_file(&path.with_extension("xlsx"), &report::render::xlsx(tables, &messages)?)?;
        Ok(path)
    };
    let paths = langs.par_iter().map(write).collect::<Result<Vec<_>>>()?;
    replace_file(&folder.join("aggregates.csv"), report::render::csv(&aggregates).as_bytes())?;
    replace_file(&folder.join("aggregates.json"), report::render::json(&aggregates).as_bytes())?;
    Ok(paths.into_iter().next().unwrap_or_else(|| folder.to_owned()))
}
