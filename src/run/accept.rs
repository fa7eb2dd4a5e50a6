//! Takes the accepted rows of all files: the rows that are linked and registered.

use chrono::Datelike;
use rayon::prelude::*;

use crate::record::{CleanRow, Fiche, Fnv, QuartierId};

use super::read::FileRead;

/// Takes out of the files the rows fit for the register, in an order that neither files' names nor threads change, and all
/// fiches.
pub(super) fn accepted_rows(files: &mut [FileRead]) -> (Vec<CleanRow>, Vec<Fiche>) {
    let n_fit = files.iter().map(|file| file.rows.iter().filter(|row| row.stopped.is_none()).count()).sum();
    let mut rows = Vec::with_capacity(n_fit);
    let mut fiches: Vec<Fiche> = Vec::new();
    for file in files {
        let first = fiches.len() as u32;
        let at = file.rows.first().map_or(0, |row| row.at.file);
        fiches.extend(std::mem::take(&mut file.fiches).into_iter().map(|mut fiche| {
            fiche.at.file = at;
            fiche
        }));
        let of_data = file.rows.iter().filter(|row| row.key.is_some()).zip(std::mem::take(&mut file.clean));
        rows.extend(of_data.filter(|(read, _)| read.stopped.is_none()).map(|(_, mut row)| {
            row.fiche = row.fiche.map(|fiche| fiche + first);
            row
        }));
    }
    // Rows that are looked at together stand together: in memory, what is far takes its time.
    rows.par_sort_by_cached_key(|row| (row.kind(), whereabouts(row, &fiches), row.key, row.at));
    (rows, fiches)
}

/// Where and, of an act, when: the quartier, then a hash of the parcel or the day of birth.
fn whereabouts(row: &CleanRow, fiches: &[Fiche]) -> (Option<QuartierId>, u64) {
    let fiche = row.fiche.and_then(|fiche| fiches.get(fiche as usize));
    let parcel = |fiche: &Fiche| Fnv::default().with(fiche.avenue.as_bytes()).with(fiche.parcel.as_bytes()).finish();
    let day = || row.born.map_or(0, |born| born.first.num_days_from_ce() as u64);
    (fiche.map_or(row.quartier, |fiche| fiche.quartier), fiche.map_or_else(day, parcel))
}
