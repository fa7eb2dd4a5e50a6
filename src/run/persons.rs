//! Links the accepted rows of a run and builds its persons, with the ids of the last register.

use crate::error::Result;
use crate::link::{self, LinkOutput, Model};
use crate::record::{CleanRow, Fiche, StablePlaces, person_prefix};
use crate::register::{self, NewIds, Register};

use super::accept::accepted_rows;
use super::file_content::FileContent;
use super::previous::{ComparedRegister, PreviousRegister};
use super::refusals::PendingRefusals;
use super::rulings::{self, RunRulings};
use super::start::{ReadSheets, RunStart};
use super::{RunRequest, tables};

/// The accepted rows, and which of them are one person.
pub(super) struct LinkedRows {
    pub(super) rows: Vec<CleanRow>,
    pub(super) fiches: Vec<Fiche>,
    pub(super) links: LinkOutput,
    pub(super) rulings: RunRulings,
    places: StablePlaces,
    /// The last register, if the identifiers on the rows were looked up in it.
    previous: Option<PreviousRegister>,
}

/// The register of a run, before it is compared with the last one.
pub(super) struct BuiltRegister {
    pub(super) register: Register,
    /// What the comparison needs of the last register.
    pub(super) compared: ComparedRegister,
    pub(super) refusals: PendingRefusals,
}

impl LinkedRows {
    /// Takes the accepted rows out of the files and links them, under the rulings.
    ///
    /// # Errors
    /// `decisions-contradict`, and those of the store.
    pub(super) fn new(
        read: &mut ReadSheets,
        start: &RunStart,
        trained: Option<&Model>,
        request: &RunRequest,
    ) -> Result<Self> {
        let (rows, fiches) = accepted_rows(&mut read.files);
        let places = tables::stable_places(&read.files);
        let mut rulings = RunRulings::new(&start.decisions, &rows, &places, &read.lists)?;
        let mut previous = None;
        if rulings::bear_identifiers(&rows) {
            let previous = previous.insert(PreviousRegister::read(start.last_version.generation.as_ref())?);
            let prefix = person_prefix(request.config.run.practice);
            rulings.add_identifiers(&rows, &places, &previous.previous, prefix);
        }
        let links = link::link(&rows, &fiches, &rulings.pairs, trained, &request.config.link);
        Ok(Self { rows, fiches, links, rulings, places, previous })
    }

    /// Builds the persons and households of generation `generation`.
    ///
    /// # Errors
    /// `removals-unread`, unless the run is a dry one or another result is expected; those of a ruling on a value, and
    /// of the store.
    pub(super) fn build_register(
        &mut self,
        start: &RunStart,
        files: &[FileContent],
        generation: i32,
        request: &RunRequest,
    ) -> Result<BuiltRegister> {
        let last = start.last_version.generation.as_ref();
        let previous = self.previous.take().map_or_else(|| PreviousRegister::read(last), Ok)?;
        let on_ids = RunRulings::on_ids(&start.decisions, &self.rows, &self.places);
        let new = NewIds { generation, prefix: person_prefix(request.config.run.practice) };
        let (rows, cluster_of) = (&self.rows, &self.links.cluster_of);
        let mut register =
            register::build(rows, &self.fiches, cluster_of, &previous.previous, &self.places, &on_ids, new);
        let doubts = (start.clock.as_ref(), &start.rulings_gone[..]);
        let refusals = PendingRefusals::new(&register.vanished, &previous.previous, files, doubts, request)?;
        let compared = ComparedRegister::from(previous);
        self.rulings.apply_values(&mut register)?;
        Ok(BuiltRegister { register, compared, refusals })
    }
}
