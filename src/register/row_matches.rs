//! Finds for each row of this run the same row of the previous register.
//!
//! An unchanged row is found by the hash of its content ([`CleanRow::key`]), even if its file was renamed or the row
//! moved. A corrected row is found by the fields that did not change, of nom, post-nom, prénom and date of birth: at
//! the same place if two are unchanged, elsewhere in the same file if all but one are. The first name must be one that
//! may have been corrected; at the same place the date of birth can stand for it.

use std::cmp::Reverse;
use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::previous_identities::{PreviousIdentities, PreviousRow};
use crate::record::{CleanRow, Fnv, Place, StablePlaces, Text, births_differ, first_names_differ, fold};

/// For each row of this run the row of the previous register that it matches.
pub(super) struct RowMatches<'p> {
    pub(super) of_row: Vec<Option<&'p PreviousRow>>,
}

/// Matches rows in five passes: same key at the same place, same key elsewhere, a row of the same names and day of birth
/// in the same file, corrected row at the same place, corrected row elsewhere in the same file.
pub(super) fn match_rows<'p>(
    rows: &[CleanRow],
    places: &StablePlaces,
    previous: &'p PreviousIdentities,
) -> RowMatches<'p> {
    if previous.rows.is_empty() {
        return RowMatches { of_row: vec![None; rows.len()] };
    }
    let mut matcher = RowMatcher {
        rows,
        places,
        previous,
        of_row: vec![None; rows.len()],
        is_used: vec![false; previous.rows.len()],
    };
    let by_key = RowsByKey::new(&previous.rows);
    matcher.match_by_key(&by_key, true);
    matcher.match_by_key(&by_key, false);
    // Only new and corrected rows are left: few, unless a file was replaced.
    // Another cell of a row was corrected, or the sheet has other columns: who stands at the place now may be a twin.
    matcher.match_in_file(&RowMatcher::has_same_fields);
    matcher.match_corrected_in_place();
    // At another place two unchanged fields are not enough: brothers share a name.
    matcher.match_in_file(&RowMatcher::has_one_change_at_most);
    RowMatches { of_row: matcher.of_row }
}

/// Rows of the previous register by key; rows with equal keys are chained in their order.
struct RowsByKey {
    first: HashMap<u64, u32, FixedState>,
    /// For each row the next row with the same key, or [`NO_ROW`].
    next: Vec<u32>,
}

const NO_ROW: u32 = u32::MAX;

impl RowsByKey {
    fn new(rows: &[PreviousRow]) -> Self {
        let mut by_key = Self {
            first: HashMap::with_capacity_and_hasher(rows.len(), FixedState::default()),
            next: vec![NO_ROW; rows.len()],
        };
        for (index, row) in rows.iter().enumerate().rev() {
            if let Some(after) = by_key.first.insert(row.key, index as u32) {
                by_key.next[index] = after;
            }
        }
        by_key
    }

    fn of(&self, key: u64) -> impl Iterator<Item = usize> + '_ {
        let next = |row: &u32| Some(self.next[*row as usize]).filter(|row| *row != NO_ROW);
        std::iter::successors(self.first.get(&key).copied(), next).map(|row| row as usize)
    }
}

/// The matches so far.
struct RowMatcher<'p, 'r> {
    rows: &'r [CleanRow],
    places: &'r StablePlaces,
    previous: &'p PreviousIdentities,
    of_row: Vec<Option<&'p PreviousRow>>,
    /// For each previous row whether it is matched.
    is_used: Vec<bool>,
}

impl RowMatcher<'_, '_> {
    fn match_by_key(&mut self, by_key: &RowsByKey, same_place: bool) {
        for row in self.unmatched() {
            let index = by_key
                .of(self.rows[row].key)
                .find(|index| !self.is_used[*index] && (!same_place || self.is_at_place(*index, row)));
            self.set(row, index);
        }
    }

    fn match_corrected_in_place(&mut self) {
        let by_place: HashMap<Place, usize> =
            self.unused().into_iter().map(|index| (self.previous.place(&self.previous.rows[index]), index)).collect();
        for row in self.unmatched() {
            let index = by_place.get(&self.places.place(self.rows[row].at)).copied();
            let index = index.filter(|i| {
                !self.is_used[*i] && self.previous.is_corrected_in_place(&self.previous.rows[*i], &self.rows[row])
            });
            self.set(row, index);
        }
    }

    /// Matches each open row with the open previous row of its file that is most like it, of those that `is_match`
    /// allows: first the one at its place.
    fn match_in_file(&mut self, is_match: &dyn Fn(&Self, usize, &CleanRow) -> bool) {
        let mut by_field_pair: HashMap<(&str, u64), Vec<usize>> = HashMap::new();
        for index in self.unused() {
            let row = &self.previous.rows[index];
            let fields = self.previous.fields(row);
            for pair in field_pairs(fields.names.each_ref(), fields.born_on) {
                by_field_pair.entry((&*self.previous.sheets[row.sheet as usize].0, pair)).or_default().push(index);
            }
        }
        for row in self.unmatched() {
            let clean = &self.rows[row];
            let Some((file, _)) = self.places.sheet(clean.at) else { continue };
            let names = [&clean.name.nom, &clean.name.postnom, &clean.name.prenom];
            let pairs = field_pairs(names, clean.born.map(|born| born.first));
            let candidates =
                pairs.iter().flat_map(|pair| by_field_pair.get(&(&**file, *pair)).into_iter().flatten().copied());
            let free = candidates.filter(|index| !self.is_used[*index] && is_match(self, *index, clean));
            let n_unchanged = |index: usize| self.previous.n_unchanged_fields(&self.previous.rows[index], clean);
            let best = free.max_by_key(|index| (n_unchanged(*index), self.is_at_place(*index, row), Reverse(*index)));
            self.set(row, best);
        }
    }

    /// Whether a previous row stood at the place of a row of this run.
    fn is_at_place(&self, index: usize, row: usize) -> bool {
        let before = &self.previous.rows[index];
        let (file, sheet) = &self.previous.sheets[before.sheet as usize];
        let at = self.rows[row].at;
        before.row == at.row && self.places.sheet(at).is_some_and(|now| (file, sheet) == (&now.0, &now.1))
    }

    fn unmatched(&self) -> Vec<usize> {
        (0..self.rows.len()).filter(|row| self.of_row[*row].is_none()).collect()
    }

    fn unused(&self) -> Vec<usize> {
        (0..self.is_used.len()).filter(|index| !self.is_used[*index]).collect()
    }

    /// Matches a row of this run with a previous row.
    fn set(&mut self, row: usize, index: Option<usize>) {
        if let Some(index) = index {
            self.is_used[index] = true;
            self.of_row[row] = Some(&self.previous.rows[index]);
        }
    }

    /// Whether all names and the day of birth of the previous row are known and unchanged, but for one that neither has.
    fn has_same_fields(&self, index: usize, row: &CleanRow) -> bool {
        let before = self.previous.fields(&self.previous.rows[index]);
        let names = [&row.name.nom, &row.name.postnom, &row.name.prenom];
        let n_before = before.names.iter().filter(|name| !name.is_empty()).count();
        let n_now = names.iter().filter(|name| !name.is_empty()).count();
        let is_known = !row.name.prenom.is_empty() && row.born.is_some();
        is_known && n_before == n_now && self.previous.n_unchanged_fields(&self.previous.rows[index], row) == n_now + 1
    }

    /// Whether at most one field of the previous row changed and at least two did not, and the first name is not that
    /// of another person: twins share all else.
    fn has_one_change_at_most(&self, index: usize, row: &CleanRow) -> bool {
        let before = self.previous.fields(&self.previous.rows[index]);
        if first_names_differ(&before.names[2], &row.name.prenom) {
            return false;
        }
        let n_known =
            before.names.iter().filter(|name| !name.is_empty()).count() + usize::from(before.born_on.is_some());
        self.previous.n_unchanged_fields(&self.previous.rows[index], row) >= n_known.saturating_sub(1).max(2)
    }
}

impl PreviousIdentities {
    /// Whether a row at the place of a previous row may be its corrected state: two fields are unchanged, and if the
    /// first name is another one, the date of birth is known and may be the same. Else a line was typed over with a
    /// brother or sister, or the next person moved up.
    pub(crate) fn is_corrected_in_place(&self, before: &PreviousRow, row: &CleanRow) -> bool {
        let fields = self.fields(before);
        let born = row.born.map(|born| born.first);
        let is_birth_same = || fields.born_on.is_some() && born.is_some() && !births_differ(fields.born_on, born);
        let is_person = !first_names_differ(&fields.names[2], &row.name.prenom) || is_birth_same();
        is_person && self.n_unchanged_fields(before, row) >= 2
    }

    /// Returns how many of nom, post-nom, prénom and date of birth equal those of a previous row.
    fn n_unchanged_fields(&self, before: &PreviousRow, row: &CleanRow) -> usize {
        let before = self.fields(before);
        let names = [&row.name.nom, &row.name.postnom, &row.name.prenom];
        let same_names =
            names.iter().zip(&before.names).filter(|(now, before)| !now.is_empty() && fold(now) == fold(before));
        same_names.count() + usize::from(row.born.is_some_and(|born| Some(born.first) == before.born_on))
    }
}

/// A hash for every pair of the known fields among nom, post-nom, prénom and date of birth.
fn field_pairs(names: [&Text; 3], born_on: Option<chrono::NaiveDate>) -> Vec<u64> {
    let parts: Vec<(u8, String)> = (0_u8..)
        .zip(names.map(|name| fold(name)).into_iter().chain([born_on.map(|day| day.to_string()).unwrap_or_default()]))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let mut pairs = Vec::new();
    for (place, (a, x)) in parts.iter().enumerate() {
        for (b, y) in &parts[place + 1..] {
            pairs.push(Fnv::default().with(&[*a, *b]).with(x.as_bytes()).with(y.as_bytes()).finish());
        }
    }
    pairs
}
