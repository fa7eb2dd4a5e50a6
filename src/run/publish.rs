//! Writes the tables of a run into a new generation and counts the figures of its reports.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::ingest::{self, CellCorrections, Decisions, Reference};
use crate::record::{SheetCount, Timeliness};
use crate::report;
use crate::store::{InputEntry, Manifest, RunLock, StageEntry, Store, TableWriter, Tables};

use super::RunRequest;
use super::facts::{self, RunInfo};
use super::index;
use super::refusals;
use super::register_tables::RegisterTables;

/// What the manifest and the reports of a generation say beside its tables.
pub(super) struct Publication<'r> {
    pub(super) request: &'r RunRequest,
    pub(super) reference: &'r Reference,
    pub(super) decisions: &'r Decisions,
    pub(super) corrections: &'r CellCorrections,
    pub(super) inputs: Vec<InputEntry>,
    pub(super) number: u64,
}

/// The figures of the reports, and those that the summary repeats.
pub(super) struct ReportFigures {
    pub(super) tables: report::ReportTables,
    aggregates: Vec<report::Aggregate>,
    pub(super) acts: BTreeMap<Timeliness, u64>,
    pub(super) n_duplicate_acts: u64,
}

impl Publication<'_> {
    pub(super) fn count(&self, register_tables: &RegisterTables<'_>, short_tables: &Tables) -> Result<ReportFigures> {
        let (config, reference) = (&self.request.config, self.reference);
        let info = RunInfo { config, reference, generation: self.number, made_at: &self.request.now };
        let mut facts = facts::facts(register_tables, short_tables, &self.inputs, &info)?;
        facts.sample = report::last_sample(&self.decisions.samples);
        facts.parcels = super::parcel_counts(&self.request.clean);
        let tables = report::tables(&facts, &config.report);
        let mut acts: BTreeMap<Timeliness, u64> = BTreeMap::new();
        for act in facts.acts.iter().filter(|act| !act.is_duplicate) {
            *acts.entry(act.timeliness).or_default() += 1;
        }
        let n_duplicate_acts = facts.acts.iter().filter(|act| act.is_duplicate).count() as u64;
        Ok(ReportFigures { aggregates: report::aggregates(&tables), tables, acts, n_duplicate_acts })
    }

    /// Writes all tables and switches to the new generation, unless it would be the same as the one in use. Returns the
    /// number of the generation in use.
    pub(super) fn publish(
        &self,
        store: &Store,
        lock: &RunLock,
        register_tables: &RegisterTables<'_>,
        short_tables: &mut Tables,
    ) -> Result<(ReportFigures, u64)> {
        let (generation, figures) = store.publish_if_changed(lock, self.manifest_draft(register_tables), |writer| {
            // The figures are counted while the long tables are written.
            let write = || write_long_tables(writer, register_tables);
            let (written, figures) = rayon::join(write, || self.count(register_tables, short_tables));
            written?;
            let figures = figures?;
            short_tables.aggregates = facts::aggregates(&figures.aggregates);
            writer.others(short_tables)?;
            Ok(figures)
        })?;
        Ok((figures, generation.number))
    }

    fn manifest_draft(&self, register_tables: &RegisterTables<'_>) -> Manifest {
        let corrections = self.corrections.files.iter();
        Manifest {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            published_at: self.request.now.clone(),
            settings: serde_json::to_value(&self.request.config).unwrap_or_default(),
            inputs: self.inputs.clone(),
            decisions: self.decisions.files.iter().cloned().collect(),
            corrections: corrections.map(|file| (file.path.clone(), file.sha256.clone())).collect(),
            correction_lines: Some(refusals::corrections_of(self.corrections)),
            reference: Some(ingest::folder_hashes(&self.request.raw, "reference").unwrap_or_default()),
            rulings: refusals::rulings_of(self.decisions),
            stages: stages(register_tables),
            model: serde_json::to_value(&register_tables.linked.model).unwrap_or_default(),
            review: Some(index::review_count(register_tables)),
            ..Manifest::blank()
        }
    }
}

/// Writes the tables that are never whole in memory; `lineage`, the longest, in parallel with the others.
fn write_long_tables(writer: &mut TableWriter<'_>, tables: &RegisterTables<'_>) -> Result<()> {
    writer.beside(
        |writer| writer.table(tables.accepted_of_read.len(), &|places| tables.lineage_at(places)),
        |writer| {
            writer.table(tables.register.persons.len(), &|places| tables.persons_at(places))?;
            writer.table(tables.register.households.len(), &|places| tables.households_at(places))?;
            writer.table(tables.acts.len(), &|places| tables.births_at(places))?;
            writer.table(tables.links.len(), &|places| tables.links_at(places, true))?;
            writer.table(tables.headings.len(), &|places| tables.columns_at(places))?;
            index::write(writer, tables)
        },
    )
}

/// Returns the rows that went into and came out of each stage, for the manifest.
fn stages(tables: &RegisterTables<'_>) -> Vec<StageEntry> {
    let mut all = SheetCount::default();
    tables.sheets.iter().flatten().for_each(|sheet| all.add(sheet));
    let n_accepted = tables.rows.len() as u64;
    let n_persons = tables.register.persons.len() as u64;
    let passes = tables.linked.passes.iter().flat_map(|(name, count)| {
        [(format!("pairs_new_by_{name}"), count.new_pairs), (format!("links_new_by_{name}"), count.new_links)]
    });
    let divided = ("blocks_divided".to_owned(), tables.linked.passes.iter().map(|(_, count)| count.divided).sum());
    let stage = |name: &str, rows_in, rows_out, notes| StageEntry { name: name.to_owned(), rows_in, rows_out, notes };
    let note = |name: &str, n: u64| BTreeMap::from([(name.to_owned(), n)]);
    let n_data = all.rows - all.ignored;
    vec![
        stage("ingest", all.rows, n_data, note("ignored", all.ignored)),
        stage("validate", n_data, n_accepted, note("quarantined", all.quarantined)),
        stage("link", n_accepted, n_accepted, passes.chain([divided]).collect()),
        stage("register", n_accepted, n_persons, note("merged", n_accepted - n_persons)),
    ]
}
