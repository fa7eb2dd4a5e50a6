//! Gives the rows of each table of the register, some places at a time, in the table's order. `table_rows.rs` makes the
//! single row.

use std::collections::HashSet;
use std::ops::Range;

use chrono::Datelike;
use rayon::prelude::*;

use crate::error::Result;
use crate::ingest::Reference;
use crate::link::{Link, LinkOutcome, LinkOutput};
use crate::record::{CleanRow, Outcome, RowAt, SheetCount, StablePlaces, column_letters};
use crate::register::{Mothers, Register};
use crate::store::{
    BirthRow, ColumnRow, HouseholdRow, InputEntry, LineageRow, LinkRow, PersonRow, Tables, even_groups, row_hash,
};

use super::facts::{FactSource, LineageFacts, PersonFacts};
use super::file_content::{FileContent, FileRow};
use super::register_tables::{NONE, RegisterTables};
use super::table_rows::{
    aliases, birth_row, corrected_json, decided_by, finding_row, household_id_of_row, household_row, input_entry,
    link_row, name_index, person_of, person_row, place, quarantine, quartier_named, row_identity,
};

/// Returns for each sheet of each file its rank among all sheets sorted by file and sheet name.
fn sheet_ranks(files: &[FileContent]) -> Vec<Vec<u32>> {
    let mut of_names: Vec<(&str, &str, usize, usize)> = Vec::new();
    for (index, file) in files.iter().enumerate() {
        let sheets = file.source.sheets.iter().enumerate();
        of_names.extend(sheets.map(|(sheet, known)| (file.source.path.as_str(), known.name.as_str(), index, sheet)));
    }
    of_names.sort_unstable();
    let mut ranks: Vec<Vec<u32>> = files.iter().map(|file| vec![0; file.source.sheets.len()]).collect();
    for (rank, (.., file, sheet)) in (0..).zip(of_names) {
        ranks[file][sheet] = rank;
    }
    ranks
}

/// Returns the stable places of the rows of the files.
pub(super) fn stable_places(files: &[FileContent]) -> StablePlaces {
    fn sheets(file: &FileContent) -> Vec<&str> {
        file.source.sheets.iter().map(|sheet| sheet.name.as_str()).collect()
    }
    StablePlaces::new(files.iter().map(|file| (file.source.path.as_str(), sheets(file))))
}

impl<'r> RegisterTables<'r> {
    pub(super) fn new(
        files: &'r [FileContent],
        rows: &'r [CleanRow],
        linked: &'r LinkOutput,
        register: &'r Register,
        reference: &'r Reference,
    ) -> Self {
        let mut first_of_file = vec![0];
        for file in files {
            first_of_file.push(first_of_file.last().copied().unwrap_or(0) + file.rows.len());
        }
        let place_of = |row: &CleanRow| {
            let place = files[row.at.file as usize].rows.binary_search_by_key(&row.at, |read| read.at);
            place.ok().map(|place| first_of_file[row.at.file as usize] + place)
        };
        let places: Vec<Option<usize>> = rows.par_iter().with_min_len(4096).map(place_of).collect();
        let mut accepted_of_read = vec![NONE; first_of_file.last().copied().unwrap_or(0)];
        for (index, place) in (0..).zip(places) {
            if let Some(place) = place {
                accepted_of_read[place] = index;
            }
        }
        let ranks = sheet_ranks(files);
        let place_of = |row: u32| {
            let at = rows[row as usize].at;
            (ranks[at.file as usize].get(usize::from(at.sheet)).copied().unwrap_or(0), at.row)
        };
        let mut acts: Vec<u32> = (0..).zip(rows).filter(|(_, row)| row.act.is_some()).map(|(index, _)| index).collect();
        acts.par_sort_by_key(|row| place_of(*row));
        let mut links: Vec<u32> = (0..linked.links.len() as u32).collect();
        links.par_sort_by_key(|link| {
            let link = &linked.links[*link as usize];
            (place_of(link.a), place_of(link.b))
        });
        let headings =
            files.iter().zip(0..).flat_map(|(file, index)| (0..file.headings.len() as u32).map(move |n| (index, n)));
        let mut tables = Self {
            files,
            rows,
            linked,
            register,
            mothers: Mothers::find(rows, register),
            reference,
            first_of_file,
            accepted_of_read,
            best: best_probability(rows.len(), linked),
            acts,
            links,
            headings: headings.collect(),
            sheets: Vec::new(),
        };
        tables.sheets = tables.count_sheets();
        tables
    }

    /// Counts the rows of each sheet: all rows as the reader counted them, the outcomes from the rows themselves. The
    /// row equation compares the two.
    fn count_sheets(&self) -> Vec<Vec<SheetCount>> {
        let of_file = |(index, file): (usize, &FileContent)| {
            let sheets = file.source.sheets.iter();
            let mut counts: Vec<SheetCount> =
                sheets.map(|sheet| SheetCount { rows: u64::from(sheet.n_rows), ..SheetCount::default() }).collect();
            for (place, read) in file.rows.iter().enumerate() {
                let Some(count) = counts.get_mut(usize::from(read.at.sheet)) else { continue };
                match self.outcome(read, self.accepted_of_read[self.first_of_file[index] + place]) {
                    Some(Outcome::Registered) => count.registered += 1,
                    Some(Outcome::Merged) => count.merged += 1,
                    Some(Outcome::Quarantined) => count.quarantined += 1,
                    Some(Outcome::Ignored) => count.ignored += 1,
                    None => {}
                }
            }
            counts
        };
        self.files.iter().enumerate().map(of_file).collect()
    }

    /// Returns the outcome of a row; `None` for an accepted row without a person: the row equation then stops the run.
    fn outcome(&self, read: &FileRow, accepted: u32) -> Option<Outcome> {
        match read.stopped() {
            Some((outcome, _)) => Some(outcome),
            None if accepted == NONE => None,
            None if person_of(self, accepted).founding_row == accepted => Some(Outcome::Registered),
            None => Some(Outcome::Merged),
        }
    }

    /// Returns the accepted row of a row read, as its index in `rows`.
    fn accepted(read: &FileRow, accepted: u32) -> Option<u32> {
        (accepted != NONE && read.stopped.is_none()).then_some(accepted)
    }

    /// Returns the rows of `lineage` at these places.
    pub(super) fn lineage_at(&self, places: Range<usize>) -> Vec<LineageRow> {
        let mut lineage = Vec::with_capacity(places.len());
        let first_file = self.first_of_file.partition_point(|first| *first <= places.start).saturating_sub(1);
        for (file, first) in self.files.iter().zip(&self.first_of_file).skip(first_file) {
            if *first >= places.end {
                break;
            }
            let own = places.start.max(*first)..places.end.min(first + file.rows.len());
            if own.is_empty() {
                continue;
            }
            let in_file = own.start - first..own.end - first;
            let texts = file.raw_texts.range(in_file.clone());
            let rows = file.rows[in_file].iter().zip(&self.accepted_of_read[own]).zip(texts);
            lineage.extend(rows.filter_map(|((read, accepted), text)| self.lineage_row(file, read, *accepted, text)));
        }
        lineage
    }

    /// Returns the rows of `lineage` for which `is_wanted` returns true of their file, person and outcome, without
    /// their text as typed.
    pub(super) fn lineage_where(
        &self,
        is_wanted: &(dyn Fn(&str, Option<&str>, &str) -> bool + Sync),
    ) -> Vec<LineageRow> {
        let of_file = |(file, first): (&FileContent, &usize)| -> Vec<LineageRow> {
            let rows = file.rows.iter().zip(&self.accepted_of_read[*first..]);
            let wanted = rows.filter(|(read, accepted)| {
                let Some(outcome) = self.outcome(read, **accepted) else { return false };
                let index = Self::accepted(read, **accepted);
                is_wanted(&file.source.path, index.map(|index| &*person_of(self, index).id), outcome.code())
            });
            wanted.filter_map(|(read, accepted)| self.lineage_row(file, read, *accepted, String::new())).collect()
        };
        let of_files: Vec<Vec<LineageRow>> = self.files.par_iter().zip(&self.first_of_file).map(of_file).collect();
        of_files.into_iter().flatten().collect()
    }

    fn lineage_row(&self, file: &FileContent, read: &FileRow, accepted: u32, typed: String) -> Option<LineageRow> {
        let outcome = self.outcome(read, accepted)?;
        let index = Self::accepted(read, accepted);
        let (path, sheet, row) = place(self.files, read.at);
        Some(LineageRow {
            file: path,
            sheet,
            row,
            kind: file.kind.code().to_owned(),
            outcome: outcome.code().to_owned(),
            person_id: index.map(|index| person_of(self, index).id.to_string()),
            rule: read.stopped().map(|(_, rule)| rule.to_owned()),
            match_probability: index.map(|index| self.best[index as usize]).filter(|best| *best >= 0.0),
            row_key: read.key.map(|key| format!("{key:016x}")),
            household_id: index.and_then(|index| household_id_of_row(self, index)).map(str::to_owned),
            typed,
            says: index.and_then(|index| row_identity(&self.rows[index as usize], person_of(self, index))),
            founded_id: index
                .and_then(|index| Some(self.register.founded_by_row[index as usize].as_ref()?.to_string())),
            corrected: corrected_json(file, read.at),
        })
    }

    pub(super) fn persons_at(&self, places: Range<usize>) -> Vec<PersonRow> {
        self.register.persons[places].iter().map(|person| person_row(self, person)).collect()
    }

    pub(super) fn households_at(&self, places: Range<usize>) -> Vec<HouseholdRow> {
        self.register.households[places].iter().map(|household| household_row(self, household)).collect()
    }

    pub(super) fn births_at(&self, places: Range<usize>) -> Vec<BirthRow> {
        self.acts[places].iter().map(|index| birth_row(self, *index, &self.rows[*index as usize])).collect()
    }

    /// Returns the rows of `links` at these places; the column `comparisons` is empty unless `with_comparisons`.
    pub(super) fn links_at(&self, places: Range<usize>, with_comparisons: bool) -> Vec<LinkRow> {
        let row = |link: &u32| link_row(self, &self.linked.links[*link as usize], with_comparisons);
        self.links[places].iter().map(row).collect()
    }

    /// Returns the number of pairs of persons that a person must judge, as the list of pairs to judge counts them: the
    /// pairs of rows of the same two persons are one, and two persons whom a ruling keeps apart are none.
    pub(super) fn n_to_review(&self) -> usize {
        let persons = |link: &Link| {
            let [a, b] = [link.a, link.b].map(|row| self.register.person_of_row[row as usize]);
            (a != b).then_some([a.min(b), a.max(b)])
        };
        let of = |is_wanted: fn(&Link) -> bool| -> HashSet<[u32; 2]> {
            self.linked.links.iter().filter(|link| is_wanted(link)).filter_map(persons).collect()
        };
        let ruled = of(|link| decided_by(link) == "person");
        of(|link| decided_by(link) != "person").difference(&ruled).count()
    }

    pub(super) fn columns_at(&self, places: Range<usize>) -> Vec<ColumnRow> {
        let row = |(file, heading): &(u32, u32)| {
            let heading = &self.files[*file as usize].headings[*heading as usize];
            let (path, sheet, row) = place(self.files, RowAt { file: *file, ..heading.at });
            ColumnRow {
                file: path,
                sheet,
                row,
                column: column_letters(heading.column).to_string(),
                heading: heading.text.clone(),
                field: heading.field.code().to_owned(),
            }
        };
        self.headings[places].iter().map(row).collect()
    }

    /// Returns the place of a person in `persons`, which is sorted by the ids.
    pub(super) fn person_place(&self, id: &str) -> Option<usize> {
        self.register.persons.binary_search_by(|person| (*person.id).cmp(id)).ok()
    }

    /// Returns the whole name of the person at a place.
    pub(super) fn name_of(&self, place: usize) -> String {
        person_row(self, &self.register.persons[place]).whole_name()
    }

    /// Returns the place of a household in `households`, which is sorted by the ids.
    pub(super) fn household_place(&self, id: &str) -> Option<usize> {
        self.register.households.binary_search_by(|household| household.id.as_str().cmp(id)).ok()
    }

    /// Returns for each person the hash of their row in `persons`.
    pub(super) fn person_hashes(&self) -> Vec<u64> {
        let hash = |person| row_hash(&person_row(self, person));
        self.register.persons.par_iter().with_min_len(4096).map(hash).collect()
    }

    /// Returns the tables that are short enough to be whole in memory.
    pub(super) fn short_tables(&self) -> Tables {
        let (name_words, name_rows) = name_index(self.register);
        let findings = self.files.iter().flat_map(|file| &file.findings);
        Tables {
            name_words,
            name_rows,
            findings: findings.map(|finding| finding_row(self.files, finding)).collect(),
            aliases: aliases(self.register),
            quarantine: quarantine(self),
            ..Tables::default()
        }
    }

    pub(super) fn inputs(&self) -> Vec<InputEntry> {
        self.files.iter().zip(&self.sheets).map(|(file, counts)| input_entry(file, counts)).collect()
    }
}

impl FactSource for RegisterTables<'_> {
    fn lineage(&self, see: &mut dyn FnMut(LineageFacts<'_>)) -> Result<()> {
        for (file, first) in self.files.iter().zip(&self.first_of_file) {
            for (read, accepted) in file.rows.iter().zip(&self.accepted_of_read[*first..]) {
                let Some(outcome) = self.outcome(read, *accepted) else { continue };
                let index = Self::accepted(read, *accepted);
                let sheet = file.source.sheets.get(usize::from(read.at.sheet));
                see(LineageFacts {
                    file: &file.source.path,
                    sheet: sheet.map_or("", |sheet| &sheet.name),
                    row: i64::from(read.at.row),
                    kind: Some(file.kind),
                    is_quarantined: outcome == Outcome::Quarantined,
                    person_id: index.map(|index| &*person_of(self, index).id),
                    household_id: index.and_then(|index| household_id_of_row(self, index)),
                    match_probability: index.map(|index| self.best[index as usize]).filter(|best| *best >= 0.0),
                });
            }
        }
        Ok(())
    }

    fn persons(&self, see: &mut dyn FnMut(PersonFacts<'_>)) -> Result<()> {
        for person in &self.register.persons {
            see(PersonFacts {
                person_id: &person.id,
                quartier: quartier_named(self.reference, person.quartier),
                sex: person.sex,
                born_year: person.born.map(|born| born.first.year()),
                status: Some(person.status),
                last_seen: person.last_seen,
                census_year: person.census.map(|census| census.year),
                census_age: person.census.and_then(|census| census.age),
            });
        }
        Ok(())
    }

    fn households(&self, see: &mut dyn FnMut(HouseholdRow)) -> Result<()> {
        show_all(self.register.households.len(), &|places| self.households_at(places), see);
        Ok(())
    }

    fn births(&self, see: &mut dyn FnMut(BirthRow)) -> Result<()> {
        show_all(self.acts.len(), &|places| self.births_at(places), see);
        Ok(())
    }

    fn links(&self, see: &mut dyn FnMut(LinkRow)) -> Result<()> {
        show_all(self.links.len(), &|places| self.links_at(places, false), see);
        Ok(())
    }
}

/// Calls `see` with each row in order. The rows are made in parallel, some row groups at a time.
fn show_all<R: Send>(n_rows: usize, make: &(dyn Fn(Range<usize>) -> Vec<R> + Sync), see: &mut dyn FnMut(R)) {
    for parts in even_groups(n_rows).chunks(rayon::current_num_threads()) {
        let rows: Vec<Vec<R>> = parts.par_iter().map(|part| make(part.clone())).collect();
        rows.into_iter().flatten().for_each(&mut *see);
    }
}

/// Returns for each row the probability of the best link that holds it in its person; below 0 where there is none.
fn best_probability(n_rows: usize, linked: &LinkOutput) -> Vec<f64> {
    let mut best = vec![-1.0_f64; n_rows];
    for link in linked.links.iter().filter(|link| link.outcome == LinkOutcome::Linked) {
        for row in [link.a, link.b] {
            best[row as usize] = best[row as usize].max(link.score.probability());
        }
    }
    best
}
