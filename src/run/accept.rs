//! Collects the accepted rows of all files: those that are linked and registered.

use chrono::Datelike;
use rayon::prelude::*;

use crate::record::{CleanRow, Fiche, Fnv, QuartierId};

use super::file_content::FileContent;

/// Moves the accepted rows and all fiches out of the files. The order of the rows depends neither on file names nor on
/// threads.
pub(super) fn accepted_rows(files: &mut [FileContent]) -> (Vec<CleanRow>, Vec<Fiche>) {
    let n_rows = files.iter().map(|file| file.rows.iter().filter(|row| row.stopped.is_none()).count()).sum();
    let mut rows = Vec::with_capacity(n_rows);
    let mut fiches: Vec<Fiche> = Vec::new();
    for file in files {
        let first_fiche = fiches.len() as u32;
        let file_index = file.rows.first().map_or(0, |row| row.at.file);
        fiches.extend(std::mem::take(&mut file.fiches).into_iter().map(|mut fiche| {
            fiche.at.file = file_index;
            fiche
        }));
        let data_rows = file.rows.iter().filter(|row| row.key.is_some()).zip(std::mem::take(&mut file.clean));
        rows.extend(data_rows.filter(|(read, _)| read.stopped.is_none()).map(|(_, mut row)| {
            row.fiche = row.fiche.map(|fiche| fiche + first_fiche);
            row
        }));
    }
    // Rows of one parcel, and acts of one day, are neighbours in memory: the linker compares them with one another.
    rows.par_sort_by_cached_key(|row| (row.kind(), locality(row, &fiches), row.key, row.at));
    (rows, fiches)
}

/// Returns the quartier, then a hash of the parcel of a census row, or the day of birth of an act.
fn locality(row: &CleanRow, fiches: &[Fiche]) -> (Option<QuartierId>, u64) {
    let fiche = row.fiche.and_then(|fiche| fiches.get(fiche as usize));
    let parcel = |fiche: &Fiche| Fnv::default().with(fiche.avenue.as_bytes()).with(fiche.parcel.as_bytes()).finish();
    let day = || row.born.map_or(0, |born| born.first.num_days_from_ce() as u64);
    (fiche.map_or(row.quartier, |fiche| fiche.quartier), fiche.map_or_else(day, parcel))
}
