//! Writes the commune's own reports of a generation to a folder: pages, workbooks, CSV and JSON.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::config::Config;
use crate::error::{Error, Result};
use crate::ingest::{self, Reference};
use crate::messages::{Lang, Messages};
use crate::report;
use crate::run::{facts_of_generation, parcel_counts};
use crate::store::{OutputPath, create_folder, replace_file};

use super::current;

/// Renders the reports of the current generation again, by default into its folder of reports, and returns the path of
/// the first page.
///
/// # Errors
/// `no-register` if there is none; those of the store and the file system.
pub fn report(clean: &Path, out: Option<&OutputPath>, config: &Config, raw: &Path, langs: &[Lang]) -> Result<PathBuf> {
    let generation = current(clean)?;
    let reference = Reference::read(&raw.join("reference"))?;
    let mut facts = facts_of_generation(&generation, config, &reference)?;
    facts.sample = report::last_sample(&ingest::read_decisions(raw, &config.ingest)?.samples);
    facts.parcels = parcel_counts(clean);
    let own = OutputPath::own(&clean.join("reports"));
    write_reports(out.unwrap_or(&own), &report::tables(&facts, &config.report), langs)
}

/// Writes the reports of a register that is saved.
pub(super) fn write_reports(output: &OutputPath, tables: &report::ReportTables, langs: &[Lang]) -> Result<PathBuf> {
    write_pages(output, tables, langs).map_err(Error::after_saving)
}

fn write_pages(output: &OutputPath, tables: &report::ReportTables, langs: &[Lang]) -> Result<PathBuf> {
    let folder = output.path();
    create_folder(folder)?;
    let replace = |path: &Path, bytes: &[u8]| replace_file(&output.with_path(path.to_owned()), bytes);
    let aggregates = report::aggregates(tables);
    let write = |lang: &Lang| -> Result<PathBuf> {
        let (path, messages) = (folder.join(format!("interne.{}.html", lang.code())), Messages::new(*lang));
        replace(&path, report::render::html(tables, &messages).as_bytes())?;
        replace(&path.with_extension("xlsx"), &report::render::xlsx(tables, &messages)?)?;
        Ok(path)
    };
    let paths = langs.par_iter().map(write).collect::<Result<Vec<_>>>()?;
    replace(&folder.join("interne.csv"), report::render::csv(&aggregates).as_bytes())?;
    replace(&folder.join("interne.json"), report::render::json(&aggregates).as_bytes())?;
    Ok(paths.into_iter().next().unwrap_or_else(|| folder.to_owned()))
}

/// Returns the source of the script of reports, as a policy of pages names it.
#[must_use]
pub fn report_script_source() -> String {
    crate::report::render::script_source()
}
