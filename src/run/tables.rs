//! What the stages made -> the rows the store writes, and back.

mod says;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use chrono::Datelike;
use rayon::prelude::*;

use crate::error::Result;
use crate::find::NameIndex;
use crate::finding::Finding;
use crate::ingest::Reference;
use crate::link::{COMPARISONS, Link, LinkFate, Linked};
use crate::record::{
    CellAt, CleanRow, LegalPeriod, Outcome, PartialDate, Place, QuartierId, RowAt, SheetCount, SourceSheet, Text,
    Timeliness, column_letters, lasting_place,
};
use crate::register::{Register, RowSays};
use crate::store::{
    AliasRow, BirthRow, ColumnRow, FindingRow, HouseholdRow, InputEntry, InputStatus, LineageRow, LinkRow, NameRowRow,
    NameWordRow, PersonRow, QuarantineRow, SheetEntry, StageEntry, Tables, even_groups,
};

use super::facts::{SeenPerson, SeenRow, Source};
use super::read::{FileRead, ReadRow};

/// What the stages made, and the tables that it becomes. The long ones are made a part at a time, wherever they are asked
/// for; none is ever whole in memory.
pub(super) struct Made<'m> {
    pub(super) files: &'m [FileRead],
    pub(super) rows: &'m [CleanRow],
    pub(super) linked: &'m Linked,
    pub(super) register: &'m Register,
    pub(super) reference: &'m Reference,
    /// For each file the place of its first row among all rows read, and how many there are.
    first_of_file: Vec<usize>,
    /// For each row read its place in `rows`; [`NONE`] for a row out of the register.
    pub(super) fit_of_read: Vec<u32>,
    /// For each row the probability of the best link that holds it in its person; below 0 where there is none.
    best: Vec<f64>,
    /// The acts, by file, sheet and row.
    acts: Vec<u32>,
    /// The links, by file, sheet and row of both.
    pub(super) links: Vec<u32>,
    /// The headings' cells, by file.
    headings: Vec<(u32, u32)>,
    /// For each file, for each sheet, its rows by outcome.
    pub(super) sheets: Vec<Vec<SheetCount>>,
    hashes: OnceLock<Vec<u64>>,
}

/// For each file, for each sheet, its place when files and sheets stand by their names.
fn ranks(files: &[FileRead]) -> Vec<Vec<u32>> {
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

/// No row.
pub(super) const NONE: u32 = u32::MAX;

/// File, sheet and row as the tables name them.
pub(super) fn place(files: &[FileRead], at: RowAt) -> (String, String, i64) {
    let source = &files[at.file as usize].source;
    let sheet = source.sheets.get(usize::from(at.sheet)).map(|sheet| sheet.name.clone()).unwrap_or_default();
    (source.path.clone(), sheet, i64::from(at.row))
}

/// For each row the place by which it is known again when a corrections workbook replaces its file.
pub(super) fn lasting_places(files: &[FileRead], rows: &[CleanRow]) -> Vec<Place> {
    let of_sheet = |file: &FileRead, sheet: &SourceSheet| {
        let (file, sheet, _) = lasting_place(&file.source.path, &sheet.name, 0);
        (Text::from(file), Text::from(sheet))
    };
    let of_file = |file: &FileRead| file.source.sheets.iter().map(|sheet| of_sheet(file, sheet)).collect();
    let sheets: Vec<Vec<(Text, Text)>> = files.iter().map(of_file).collect();
    let place = |row: &CleanRow| {
        let of_file = &sheets[row.at.file as usize];
        let (file, sheet) = of_file.get(usize::from(row.at.sheet)).cloned().unwrap_or_default();
        (file, sheet, i64::from(row.at.row))
    };
    rows.iter().map(place).collect()
}

impl<'m> Made<'m> {
    pub(super) fn new(
        files: &'m [FileRead],
        rows: &'m [CleanRow],
        linked: &'m Linked,
        register: &'m Register,
        reference: &'m Reference,
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
        let mut fit_of_read = vec![NONE; first_of_file.last().copied().unwrap_or(0)];
        for (index, place) in (0..).zip(places) {
            if let Some(place) = place {
                fit_of_read[place] = index;
            }
        }
        let ranks = ranks(files);
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
        let mut made = Self {
            files,
            rows,
            linked,
            register,
            reference,
            first_of_file,
            fit_of_read,
            best: best_probability(rows.len(), linked),
            acts,
            links,
            headings: headings.collect(),
            sheets: Vec::new(),
            hashes: OnceLock::new(),
        };
        made.sheets = made.count_sheets();
        made
    }

    /// Rows as the reader counted them; outcomes as they are given in the lineage. Publishing checks that they agree.
    fn count_sheets(&self) -> Vec<Vec<SheetCount>> {
        let of_file = |(index, file): (usize, &FileRead)| {
            let said = file.source.sheets.iter();
            let mut counts: Vec<SheetCount> =
                said.map(|sheet| SheetCount { rows: u64::from(sheet.n_rows), ..SheetCount::default() }).collect();
            for (place, read) in file.rows.iter().enumerate() {
                let Some(count) = counts.get_mut(usize::from(read.at.sheet)) else { continue };
                match self.outcome(read, self.fit_of_read[self.first_of_file[index] + place]) {
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

    /// What became of a row read; `None` for one without a person: the equation does not hold and nothing is published.
    fn outcome(&self, read: &ReadRow, fit: u32) -> Option<Outcome> {
        match read.stopped() {
            Some((outcome, _)) => Some(outcome),
            None if fit == NONE => None,
            None if person_of(self, fit).founding_row == fit => Some(Outcome::Registered),
            None => Some(Outcome::Merged),
        }
    }

    /// Of the rows of a file those of the register: their places in the file, and among the rows fit for it.
    pub(super) fn rows_of_file(&self, file: usize) -> impl Iterator<Item = (usize, &ReadRow, u32)> {
        let read = &self.files[file].rows;
        let fit = &self.fit_of_read[self.first_of_file[file]..];
        let rows = read.iter().zip(fit).enumerate().map(|(place, (read, fit))| (place, read, *fit));
        rows.filter(|(_, read, fit)| *fit != NONE && read.stopped.is_none())
    }

    /// The lineage of the rows read at these places; `is_whole` if with what was typed.
    pub(super) fn lineage_at(&self, places: Range<usize>, is_whole: bool) -> Vec<LineageRow> {
        let mut lineage = Vec::with_capacity(places.len());
        let first = self.first_of_file.partition_point(|first| *first <= places.start).saturating_sub(1);
        for (file, first) in self.files.iter().zip(&self.first_of_file).skip(first) {
            let own = places.start.max(*first)..places.end.min(first + file.rows.len());
            if own.is_empty() {
                if *first >= places.end {
                    break;
                }
                continue;
            }
            let of_file = own.start - first..own.end - first;
            let typed = if is_whole { file.typed.range(of_file.clone()) } else { Some(Vec::new()) };
            // Without what was typed there is no row: the row equation tells, and nothing is published.
            let Some(typed) = typed else { continue };
            let typed = typed.into_iter().chain(std::iter::repeat_with(String::new));
            let rows = file.rows[of_file].iter().zip(&self.fit_of_read[own]).zip(typed);
            lineage.extend(rows.filter_map(|((read, fit), typed)| self.lineage_row(file, read, *fit, typed)));
        }
        lineage
    }

    /// The lineage of the rows for whose file, person and outcome `matters` says so, without what was typed.
    pub(super) fn lineage_where(&self, matters: &(dyn Fn(&str, Option<&str>, &str) -> bool + Sync)) -> Vec<LineageRow> {
        let of_file = |(file, first): (&FileRead, &usize)| -> Vec<LineageRow> {
            let rows = file.rows.iter().zip(&self.fit_of_read[*first..]);
            let wanted = rows.filter(|(read, fit)| {
                let Some(outcome) = self.outcome(read, **fit) else { return false };
                let index = Some(**fit).filter(|fit| *fit != NONE && read.stopped.is_none());
                matters(&file.source.path, index.map(|index| &*person_of(self, index).id), outcome.code())
            });
            wanted.filter_map(|(read, fit)| self.lineage_row(file, read, *fit, String::new())).collect()
        };
        let of_files: Vec<Vec<LineageRow>> = self.files.par_iter().zip(&self.first_of_file).map(of_file).collect();
        of_files.into_iter().flatten().collect()
    }

    fn lineage_row(&self, file: &FileRead, read: &ReadRow, fit: u32, typed: String) -> Option<LineageRow> {
        let outcome = self.outcome(read, fit)?;
        let index = Some(fit).filter(|fit| *fit != NONE && read.stopped.is_none());
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
            says: index.and_then(|index| says(&self.rows[index as usize], person_of(self, index))),
            founded_id: index
                .and_then(|index| self.register.founded_by_row[index as usize].as_ref().map(|id| id.to_string())),
        })
    }

    pub(super) fn n_persons(&self) -> usize {
        self.register.persons.len()
    }

    pub(super) fn persons_at(&self, places: Range<usize>) -> Vec<PersonRow> {
        self.register.persons[places].iter().map(|person| person_row(self, person)).collect()
    }

    pub(super) fn households_at(&self, places: Range<usize>) -> Vec<HouseholdRow> {
        self.register.households[places].iter().map(|household| household_row(self, household)).collect()
    }

    pub(super) fn n_births(&self) -> usize {
        self.acts.len()
    }

    pub(super) fn births_at(&self, places: Range<usize>) -> Vec<BirthRow> {
        self.acts[places].iter().map(|index| birth_row(self, *index, &self.rows[*index as usize])).collect()
    }

    pub(super) fn n_links(&self) -> usize {
        self.links.len()
    }

    /// `is_whole` if with what was compared.
    pub(super) fn links_at(&self, places: Range<usize>, is_whole: bool) -> Vec<LinkRow> {
        self.links[places].iter().map(|link| link_row(self, &self.linked.links[*link as usize], is_whole)).collect()
    }

    pub(super) fn n_columns(&self) -> usize {
        self.headings.len()
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

    /// The tables that are short.
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

impl Source for Made<'_> {
    fn lineage(&self, see: &mut dyn FnMut(SeenRow<'_>)) -> Result<()> {
        for (file, first) in self.files.iter().zip(&self.first_of_file) {
            for (read, fit) in file.rows.iter().zip(&self.fit_of_read[*first..]) {
                let Some(outcome) = self.outcome(read, *fit) else { continue };
                let index = Some(*fit).filter(|fit| *fit != NONE && read.stopped.is_none());
                let sheet = file.source.sheets.get(usize::from(read.at.sheet));
                see(SeenRow {
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

    fn persons(&self, see: &mut dyn FnMut(SeenPerson<'_>)) -> Result<()> {
        for person in &self.register.persons {
            see(SeenPerson {
                person_id: &person.id,
                quartier: quartier_named(self.reference, person.quartier),
                sex: person.sex,
                born_year: person.born.map(|born| born.first.year()),
                status: Some(person.status),
                last_seen: person.last_seen,
            });
        }
        Ok(())
    }

    fn households(&self, see: &mut dyn FnMut(HouseholdRow)) -> Result<()> {
        show_all(self.register.households.len(), &|places| self.households_at(places), see);
        Ok(())
    }

    fn births(&self, see: &mut dyn FnMut(BirthRow)) -> Result<()> {
        show_all(self.n_births(), &|places| self.births_at(places), see);
        Ok(())
    }

    fn links(&self, see: &mut dyn FnMut(LinkRow)) -> Result<()> {
        show_all(self.n_links(), &|places| self.links_at(places, false), see);
        Ok(())
    }
}

/// Shows rows in their order, made side by side a part at a time.
fn show_all<R: Send>(n_rows: usize, make: &(dyn Fn(Range<usize>) -> Vec<R> + Sync), see: &mut dyn FnMut(R)) {
    for parts in even_groups(n_rows).chunks(rayon::current_num_threads()) {
        let made: Vec<Vec<R>> = parts.par_iter().map(|part| make(part.clone())).collect();
        made.into_iter().flatten().for_each(&mut *see);
    }
}

fn input_entry(file: &FileRead, counts: &[SheetCount]) -> InputEntry {
    InputEntry {
        path: file.source.path.clone(),
        sha256: file.source.sha256.clone(),
        n_bytes: file.source.n_bytes,
        status: if file.fault.is_some() { InputStatus::Unreadable } else { InputStatus::Read },
        error: file.fault.as_ref().map(|fault| fault.code.to_owned()),
        sheets: file
            .source
            .sheets
            .iter()
            .zip(counts)
            .map(|(sheet, count)| SheetEntry::new(&sheet.name, count))
            .collect(),
    }
}

/// What a row says, where its person is called or born otherwise.
pub(super) fn says_otherwise(row: &CleanRow, person: &crate::register::Person) -> Option<RowSays> {
    let name = &row.name;
    let own = [&name.nom, &name.postnom, &name.prenom];
    let born_on = row.born.map(|born| born.first);
    let is_the_same =
        own == [&person.nom, &person.postnom, &person.prenom] && born_on == person.born.map(|born| born.first);
    (!is_the_same).then(|| RowSays { names: own.map(Text::clone), born_on })
}

/// The same as the lineage holds it.
fn says(row: &CleanRow, person: &crate::register::Person) -> Option<String> {
    says_otherwise(row, person).map(|RowSays { names: [nom, postnom, prenom], born_on }| {
        let born = born_on.map(|day| day.to_string()).unwrap_or_default();
        format!("{nom}|{postnom}|{prenom}|{born}")
    })
}

pub(super) fn person_of<'m>(made: &Made<'m>, row: u32) -> &'m crate::register::Person {
    &made.register.persons[made.register.person_of_row[row as usize] as usize]
}

fn household_id_of_row<'m>(made: &Made<'m>, row: u32) -> Option<&'m str> {
    let fiche = made.rows[row as usize].fiche?;
    Some(made.register.households[made.register.household_of_fiche[fiche as usize] as usize].id.as_str())
}

/// For each row the probability of the best link that holds it in its person; below 0 where there is none.
fn best_probability(n_rows: usize, linked: &Linked) -> Vec<f64> {
    let mut best = vec![-1.0_f64; n_rows];
    for link in linked.links.iter().filter(|link| link.fate == LinkFate::Kept) {
        for row in [link.a, link.b] {
            best[row as usize] = best[row as usize].max(link.scored.probability());
        }
    }
    best
}

pub(super) fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn quartier_named(reference: &Reference, id: Option<QuartierId>) -> Option<&str> {
    reference.quartiers.get(usize::from(id?.0)).map(|quartier| quartier.name.as_str())
}

pub(super) fn quartier_name(reference: &Reference, id: Option<QuartierId>) -> Option<String> {
    quartier_named(reference, id).map(str::to_owned)
}

fn precision_code(born: Option<PartialDate>) -> String {
    born.map_or("unknown", |born| born.precision.code()).to_owned()
}

fn person_row(made: &Made<'_>, person: &crate::register::Person) -> PersonRow {
    let act =
        person.act_row.and_then(|row| made.rows[row as usize].act.as_ref()?.act.as_ref()).map(|act| act.typed.clone());
    PersonRow {
        person_id: person.id.to_string(),
        nom: person.nom.to_string(),
        postnom: person.postnom.to_string(),
        prenom: person.prenom.to_string(),
        sex: person.sex.map(|sex| sex.code().to_owned()),
        born_on: person.born.map(|born| born.first),
        born_on_precision: precision_code(person.born),
        birth_place: filled(&person.birth_place),
        quartier: quartier_name(made.reference, person.quartier),
        household_id: person.household.map(|household| made.register.households[household as usize].id.clone()),
        relation: person.relation.map(|relation| relation.code().to_owned()),
        marital_status: person.marital_status.map(|status| status.code().to_owned()),
        occupation: filled(&person.occupation),
        birth_act: act,
        status: person.status.code().to_owned(),
        first_seen: person.first_seen,
        last_seen: person.last_seen,
        n_sources: person.rows.len() as i32,
        registered_in: person.registered_in,
        status_since: person.status_since,
    }
}

fn name_index(register: &Register) -> (Vec<NameWordRow>, Vec<NameRowRow>) {
    let names_of = |row: usize| {
        let person = &register.persons[row];
        [&*person.nom, &*person.postnom, &*person.prenom]
    };
    let index = NameIndex::of(register.persons.len(), &names_of);
    let words = index.words.into_iter().map(|word| NameWordRow { word: word.word, key: word.key, n: word.n as i32 });
    (words.collect(), index.rows.into_iter().map(|row| NameRowRow { person: row as i32 }).collect())
}

fn household_row(made: &Made<'_>, household: &crate::register::Household) -> HouseholdRow {
    HouseholdRow {
        household_id: household.id.clone(),
        quartier: quartier_name(made.reference, household.quartier),
        avenue: filled(&household.avenue),
        parcel: filled(&household.parcel),
        head_person_id: household.head.map(|head| made.register.persons[head as usize].id.to_string()),
        n_members: household.n_members as i32,
        first_seen: household.first_seen,
        last_seen: household.last_seen,
    }
}

fn birth_row(made: &Made<'_>, index: u32, row: &CleanRow) -> BirthRow {
    let act = row.act.as_deref();
    let declared_on = act.and_then(|act| act.declared_on);
    let born_day = row.born.and_then(|born| born.known_day());
    let limit = born_day.and_then(|born| LegalPeriod::in_force(&made.reference.legal_periods, born)?.limit_for(born));
    let person = person_of(made, index);
    let first = person.act_row.filter(|first| *first != index);
    let (file, sheet, line) = place(made.files, row.at);
    BirthRow {
        file,
        sheet,
        row: line,
        act: act.and_then(|act| act.act.as_ref()).map(|act| act.typed.clone()),
        person_id: person.id.to_string(),
        born_on: row.born.map(|born| born.first),
        declared_on,
        delay_days: declared_on
            .zip(born_day)
            .map(|(declared, born)| declared.signed_duration_since(born).num_days() as i32),
        limit_days: limit.map(|limit| limit.days as i32),
        timeliness: Timeliness::judge(&made.reference.legal_periods, born_day, declared_on).code().to_owned(),
        category: act.map_or("unknown", |act| act.category.code()).to_owned(),
        quartier: quartier_name(made.reference, row.quartier),
        duplicate_of: first.map(|first| {
            let (file, sheet, line) = place(made.files, made.rows[first as usize].at);
            format!("{file}!{sheet}!{line}")
        }),
        sex: row.sex.map(|sex| sex.code().to_owned()),
        born_on_precision: precision_code(row.born),
    }
}

fn link_row(made: &Made<'_>, link: &Link, is_whole: bool) -> LinkRow {
    let (file_a, sheet_a, row_a) = place(made.files, made.rows[link.a as usize].at);
    let (file_b, sheet_b, row_b) = place(made.files, made.rows[link.b as usize].at);
    LinkRow {
        file_a,
        sheet_a,
        row_a,
        file_b,
        sheet_b,
        row_b,
        match_weight: (link.scored.weight * 1000.0).round() / 1000.0,
        match_probability: link.scored.probability(),
        // Numbers and known words always have a form in JSON.
        comparisons: serde_json::to_string(&Compared { link, is_whole }).unwrap_or_default(),
        decided_by: decided_by(link).to_owned(),
        kept: i32::from(link.fate == LinkFate::Kept),
    }
}

/// What was compared of a pair: each comparison, by its name, with its level and its weight.
struct Compared<'l> {
    link: &'l Link,
    is_whole: bool,
}

impl serde::Serialize for Compared<'_> {
    fn serialize<S: serde::Serializer>(&self, out: S) -> std::result::Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Level {
            level: &'static str,
            weight: f64,
        }
        static BY_NAME: LazyLock<Vec<usize>> = LazyLock::new(|| {
            let mut places: Vec<usize> = (0..COMPARISONS.len()).collect();
            places.sort_by_key(|place| COMPARISONS[*place].0);
            places
        });
        let scored = &self.link.scored;
        out.collect_map(BY_NAME.iter().filter(|_| self.is_whole).map(|place| {
            let (name, levels) = COMPARISONS[*place];
            let level = levels.get(usize::from(scored.levels[*place])).copied().unwrap_or("missing");
            // Thousandths of a bit: what a person can read, and the same on every machine.
            let weight = (scored.weights[*place] * 1000.0).round() / 1000.0;
            (name, Level { level, weight })
        }))
    }
}

pub(super) fn decided_by(link: &Link) -> &'static str {
    match (link.ruled, link.fate) {
        (Some(_), _) | (_, LinkFate::RuledApart) => "person",
        (None, fate) if fate.is_by_rule() => "rule",
        (None, _) => "score",
    }
}

fn finding_row(files: &[FileRead], finding: &Finding) -> FindingRow {
    let (file, sheet, row) = place(files, finding.at.row);
    FindingRow {
        file,
        sheet,
        row,
        column: finding.at.column.map(|column| column_letters(column).to_string()),
        rule: finding.rule.to_owned(),
        severity: finding.severity.code().to_owned(),
        value: finding.value.clone(),
        args: args_json(finding),
    }
}

fn args_json(finding: &Finding) -> String {
    let args: serde_json::Map<String, serde_json::Value> =
        finding.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone().into())).collect();
    serde_json::Value::Object(args).to_string()
}

/// The findings of quarantined rows, each with its row as typed.
fn quarantine(made: &Made<'_>) -> Vec<QuarantineRow> {
    let mut rows = Vec::new();
    for file in made.files {
        let mut of_row: BTreeMap<CellAt, Vec<&Finding>> = BTreeMap::new();
        for finding in &file.findings {
            of_row.entry(finding.at.row.cell(None)).or_default().push(finding);
        }
        for (place_in_file, read) in file.rows.iter().enumerate() {
            let Some((Outcome::Quarantined, rule)) = read.stopped() else { continue };
            let typed = file.typed.range(place_in_file..place_in_file + 1);
            let typed = typed.and_then(|mut typed| typed.pop()).unwrap_or_default();
            let found = of_row.get(&read.at.cell(None)).cloned().unwrap_or_default();
            let (path, sheet, line) = place(made.files, read.at);
            let row = |column, rule: &str, severity: &str, value: &str, args| QuarantineRow {
                file: path.clone(),
                sheet: sheet.clone(),
                row: line,
                column,
                rule: rule.to_owned(),
                severity: severity.to_owned(),
                value: value.to_owned(),
                typed: typed.clone(),
                args,
            };
            if found.is_empty() {
                rows.push(row(None, rule, "error", "", "{}".to_owned()));
            }
            rows.extend(found.into_iter().map(|finding| {
                row(
                    finding.at.column.map(|column| column_letters(column).to_string()),
                    finding.rule,
                    finding.severity.code(),
                    &finding.value,
                    args_json(finding),
                )
            }));
        }
    }
    rows
}

fn aliases(register: &Register) -> Vec<AliasRow> {
    let alias = |alias: &crate::register::Alias| AliasRow {
        old_id: alias.old_id.clone(),
        person_id: alias.person_id.clone(),
        reason: if alias.person_id.is_some() { "merged" } else { "withdrawn" }.to_owned(),
        registered_in: alias.registered_in,
    };
    register.aliases.iter().map(alias).collect()
}

pub(super) fn stages(made: &Made<'_>) -> Vec<StageEntry> {
    let mut all = SheetCount::default();
    made.sheets.iter().flatten().for_each(|sheet| all.add(sheet));
    let n_fit = made.rows.len() as u64;
    let n_persons = made.register.persons.len() as u64;
    let passes = made.linked.passes.iter().flat_map(|(name, count)| {
        [(format!("pairs_new_by_{name}"), count.new_pairs), (format!("links_new_by_{name}"), count.new_links)]
    });
    let divided = ("blocks_divided".to_owned(), made.linked.passes.iter().map(|(_, count)| count.divided).sum());
    let stage = |name: &str, rows_in, rows_out, notes: BTreeMap<String, u64>| StageEntry {
        name: name.to_owned(),
        rows_in,
        rows_out,
        notes,
    };
    vec![
        stage("ingest", all.rows, all.rows - all.ignored, BTreeMap::from([("ignored".to_owned(), all.ignored)])),
        stage("validate", all.rows - all.ignored, n_fit, BTreeMap::from([("quarantined".to_owned(), all.quarantined)])),
        stage("link", n_fit, n_fit, passes.chain([divided]).collect()),
        stage("register", n_fit, n_persons, BTreeMap::from([("merged".to_owned(), n_fit - n_persons)])),
    ]
}
