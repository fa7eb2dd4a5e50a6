//! Finds for each row of this run the same row of the previous register.
//!
//! An unchanged row is found by the hash of its content ([`CleanRow::key`]), even if its file was renamed or the row
//! moved. A corrected row is found by the fields that did not change, of nom, post-nom, prénom and date of birth: at
//! the same place if two are unchanged, elsewhere in the same file if all but one are. No value may say that the row is
//! another person's ([`RowIdentityFields::may_be_corrected_to`]).

use std::cmp::Reverse;
use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::previous_identities::{PreviousIdentities, PreviousRow};
use crate::record::{CleanRow, Fnv, Place, RowIdentityFields, StablePlaces, Text, fold};

/// For each row of this run the row of the previous register that it matches.
pub(crate) struct RowMatches<'p> {
    pub(crate) of_row: Vec<Option<&'p PreviousRow>>,
}

/// Matches rows in eight passes: same key below the same row, where several rows bear it, same key at the same place, same
/// key elsewhere, a row of the same names and day of birth
/// in the same file; then corrected rows whose first name is the same and of which one other field changed, at the same
/// place and elsewhere in the same file, and all other corrected rows, likewise.
pub(crate) fn match_rows<'p>(
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
    matcher.match_among_neighbours();
    let by_key = RowsByKey::new(&previous.rows);
    matcher.match_by_key(&by_key, true);
    matcher.match_by_key(&by_key, false);
    // Only new and corrected rows are left: few, unless a file was replaced.
    // Another cell of a row was corrected, or the sheet has other columns: who stands at the place now may be a twin.
    matcher.match_in_file(&RowMatcher::has_same_fields);
    // Whose whole first name stands elsewhere in the file is not the one whose first name is alike.
    matcher.match_in_place(&|matcher, index, row| {
        matcher.has_same_first_name(index, row) && matcher.has_one_change_at_most(index, row)
    });
    matcher.match_in_file(&|matcher, index, row| {
        matcher.has_same_first_name(index, row) && matcher.has_one_change_at_most(index, row)
    });
    matcher.match_in_place(&RowMatcher::is_corrected_in_place);
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

/// For each key how many rows bear it: of the previous register, and of this run.
type KeyCounts = HashMap<u64, [u32; 2], FixedState>;

/// Returns for each row whose key is borne by several the key of the nearest row above in its sheet, else below, that is
/// there once before and now. `rows` are in the order of their sheets.
fn anchors<S: PartialEq>(rows: &[(S, u64)], counts: &KeyCounts) -> Vec<Option<u64>> {
    let mut anchors = vec![None; rows.len()];
    let mut look = |order: &mut dyn Iterator<Item = usize>| {
        let mut last: Option<(&S, u64)> = None;
        for index in order {
            let (sheet, key) = &rows[index];
            last = last.filter(|(own, _)| *own == sheet);
            if counts.get(key) == Some(&[1, 1]) {
                last = Some((sheet, *key));
            } else if anchors[index].is_none() {
                anchors[index] = last.map(|(_, anchor)| anchor);
            }
        }
    };
    look(&mut (0..rows.len()));
    look(&mut (0..rows.len()).rev());
    anchors
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
    /// Matches rows whose key several rows bear by the row above them: where the number and the address of a household
    /// stand on its first row alone, members of two households may be typed alike.
    fn match_among_neighbours(&mut self) {
        let mut counts = KeyCounts::default();
        self.previous.rows.iter().for_each(|row| counts.entry(row.key).or_default()[0] += 1);
        self.rows.iter().for_each(|row| counts.entry(row.key).or_default()[1] += 1);
        if counts.values().all(|[before, now]| *before <= 1 && *now <= 1) {
            return;
        }
        let is_shared = |key: u64| counts.get(&key).is_some_and(|[before, now]| *before > 1 || *now > 1);
        let before: Vec<(u32, u64)> = self.previous.rows.iter().map(|row| (row.sheet, row.key)).collect();
        let mut below: HashMap<(u64, u64), Vec<usize>> = HashMap::new();
        for (index, anchor) in anchors(&before, &counts).into_iter().enumerate() {
            if let Some(anchor) = anchor.filter(|_| is_shared(before[index].1)) {
                below.entry((before[index].1, anchor)).or_default().push(index);
            }
        }
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        order.sort_unstable_by_key(|row| self.rows[*row].at);
        let in_order = |row: &usize| ((self.rows[*row].at.file, self.rows[*row].at.sheet), self.rows[*row].key);
        let now: Vec<((_, _), u64)> = order.iter().map(in_order).collect();
        let anchors = anchors(&now, &counts);
        for same_place in [true, false] {
            for ((row, (_, key)), anchor) in order.iter().zip(&now).zip(&anchors) {
                let candidates = anchor.and_then(|anchor| below.get(&(*key, anchor)));
                let Some(candidates) = candidates.filter(|_| self.of_row[*row].is_none()) else { continue };
                let is_free = |index: &usize| !self.is_used[*index] && (!same_place || self.is_at_place(*index, *row));
                let index = candidates.iter().copied().find(is_free);
                self.set(*row, index);
            }
        }
    }

    fn match_by_key(&mut self, by_key: &RowsByKey, same_place: bool) {
        for row in self.unmatched() {
            let index = by_key
                .of(self.rows[row].key)
                .find(|index| !self.is_used[*index] && (!same_place || self.is_at_place(*index, row)));
            self.set(row, index);
        }
    }

    /// Matches each open row with the open previous row at its place, if `is_match` allows it.
    fn match_in_place(&mut self, is_match: &dyn Fn(&Self, usize, &CleanRow) -> bool) {
        let by_place: HashMap<Place, usize> =
            self.unused().into_iter().map(|index| (self.previous.place(&self.previous.rows[index]), index)).collect();
        for row in self.unmatched() {
            let index = by_place.get(&self.places.place(self.rows[row].at)).copied();
            let index = index.filter(|index| !self.is_used[*index] && is_match(self, *index, &self.rows[row]));
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
            let now = RowIdentityFields::from(clean);
            let pairs = field_pairs(now.names.each_ref(), now.born_on);
            let candidates =
                pairs.iter().flat_map(|pair| by_field_pair.get(&(&**file, *pair)).into_iter().flatten().copied());
            let free = candidates.filter(|index| !self.is_used[*index] && is_match(self, *index, clean));
            let n_unchanged = |index: usize| self.fields(index).n_unchanged(&now);
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

    fn fields(&self, index: usize) -> RowIdentityFields {
        self.previous.fields(&self.previous.rows[index])
    }

    /// Whether all names and the day of birth of the previous row are known and unchanged, but for one that neither has.
    fn has_same_fields(&self, index: usize, row: &CleanRow) -> bool {
        let (before, now) = (self.fields(index), RowIdentityFields::from(row));
        let is_known = !now.names[2].is_empty() && now.born_on.is_some();
        is_known && before.n_known() == now.n_known() && before.n_unchanged(&now) == now.n_known()
    }

    fn has_same_first_name(&self, index: usize, row: &CleanRow) -> bool {
        self.fields(index).has_same_first_name(&RowIdentityFields::from(row))
    }

    /// Whether two fields of the previous row are unchanged and none says that the row is another person's, or nothing but
    /// the first name changed. Else a line was typed over with a brother or sister, or the next person moved up.
    fn is_corrected_in_place(&self, index: usize, row: &CleanRow) -> bool {
        let (before, now) = (self.fields(index), RowIdentityFields::from(row));
        before.n_unchanged(&now) >= 2 && before.may_be_corrected_to(&now) || before.has_another_first_name_alone(&now)
    }

    /// Whether at most one field of the previous row changed, at least two did not, and none says that the row is another
    /// person's.
    fn has_one_change_at_most(&self, index: usize, row: &CleanRow) -> bool {
        let (before, now) = (self.fields(index), RowIdentityFields::from(row));
        before.n_unchanged(&now) >= before.n_known().saturating_sub(1).max(2) && before.may_be_corrected_to(&now)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{PartialDate, RowAt, stable_place};
    use crate::register::previous_identities::PreviousPerson;
    use crate::register::test_rows::clean_row;

    const FILE: &str = "census/a.csv";

    /// A row at a place: its key, nom, post-nom and prénom, day of birth and sex.
    fn row(place: u32, key: u64, says: &str) -> CleanRow {
        let said = RowIdentityFields::parse(says);
        let mut row = clean_row(place, key);
        row.at = RowAt { row: place, ..RowAt::default() };
        let [nom, postnom, prenom] = said.names;
        (row.name.nom, row.name.postnom, row.name.prenom) = (nom, postnom, prenom);
        (row.born, row.sex) = (said.born_on.map(PartialDate::day), said.sex);
        row
    }

    /// The register of these rows, each of which is a person.
    fn register(rows: &[CleanRow]) -> PreviousIdentities {
        let persons = rows.iter().enumerate().map(|(index, row)| PreviousPerson {
            id: format!("P-{index:03}").into(),
            names: std::array::from_fn(|part| (index * 3 + part) as u32),
            born_on: row.born.map(|born| born.first),
            sex: row.sex,
            ..PreviousPerson::default()
        });
        let names = rows.iter().flat_map(|row| RowIdentityFields::from(row).names).collect();
        let mut previous = PreviousIdentities::new(persons.collect(), names, Default::default());
        let (file, sheet, _) = stable_place(FILE, "", 0);
        previous.sheets = vec![(file.into(), sheet.into())];
        previous.rows = (0..)
            .zip(rows)
            .map(|(person, row)| PreviousRow {
                key: row.key,
                sheet: 0,
                row: row.at.row,
                person,
                is_founding: true,
                founded_own_id: true,
                household_id: None,
                extra: None,
            })
            .collect();
        previous
    }

    /// The person that each row is matched with.
    fn matched(before: &[CleanRow], now: &[CleanRow]) -> Vec<Option<u32>> {
        let previous = register(before);
        let places = StablePlaces::new([(FILE, vec![""])].into_iter());
        match_rows(now, &places, &previous).of_row.iter().map(|row| row.map(|row| row.person)).collect()
    }

    #[test]
    fn a_corrected_row_is_that_of_the_same_first_name_before_that_of_one_alike() {
        let marie = "KASAI|LEMA|Marie|1995-03-12|F";
        let maria = "KASAI|LEMA|Maria|1995-03-12|F";
        let corrected = "KASAI|LEMBA|Maria|1995-03-12|F";
        assert_eq!(matched(&[row(2, 1, marie), row(3, 2, maria)], &[row(2, 3, corrected)]), [Some(1)]);
        // Alone, it may be a slip at its place.
        assert_eq!(matched(&[row(2, 1, marie)], &[row(2, 3, maria)]), [Some(0)]);
        let [nsimba, nzuzi] = ["Nsimba", "Nzuzi"].map(|name| format!("KASAI|LEMA|{name}|1995-03-12|M"));
        assert_eq!(matched(&[row(2, 1, &nsimba)], &[row(2, 3, &nzuzi)]), [None]);
    }

    #[test]
    fn rows_of_one_key_are_told_by_the_row_above() {
        let (jean, luc, marie) = ("KABEYA|MULUMBA|Jean||M", "ILUNGA|KASONGO|Luc||M", "MBUYI||Marie||F");
        let before = [row(2, 1, jean), row(3, 9, marie), row(4, 2, luc), row(5, 9, marie)];
        // The households in another order, the rows of this run by their content.
        let now = [row(3, 9, marie), row(5, 9, marie), row(4, 1, jean), row(2, 2, luc)];
        assert_eq!(matched(&before, &now), [Some(3), Some(1), Some(0), Some(2)]);
        // One of them is corrected, one deleted.
        let dated = row(3, 8, "MBUYI||Marie|2001-05-14|F");
        let now = [row(2, 1, jean), dated, row(4, 2, luc), row(5, 9, marie)];
        assert_eq!(matched(&before, &now), [Some(0), Some(1), Some(2), Some(3)]);
        assert_eq!(matched(&before, &[row(2, 1, jean), row(3, 2, luc), row(4, 9, marie)]), [Some(0), Some(2), Some(3)]);
    }
}
