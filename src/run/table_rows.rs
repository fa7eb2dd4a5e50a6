//! Makes single rows of the tables from a person, a household, an act, a link or a finding, and the manifest's entry of
//! a file.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::find::NameIndex;
use crate::finding::{Finding, Severity};
use crate::ingest::Reference;
use crate::link::{COMPARISONS, Link, LinkOutcome};
use crate::record::{
    CleanRow, CorrectedCell, CorrectedText, LegalPeriod, Outcome, PartialDate, QuartierId, RowAt, SheetCount,
    Timeliness, column_letters,
};
use crate::register::{Alias, Household, Person, Register, mother_age};
use crate::store::{
    AliasRow, BirthRow, FindingRow, HouseholdRow, InputEntry, InputStatus, LinkRow, NameRowRow, NameWordRow, PersonRow,
    QuarantineRow, SheetEntry,
};

use super::file_content::FileContent;
use super::register_tables::RegisterTables;

/// Returns file, sheet and row as the tables name them.
pub(super) fn place(files: &[FileContent], at: RowAt) -> (String, String, i64) {
    let source = &files[at.file as usize].source;
    let sheet = source.sheets.get(usize::from(at.sheet)).map(|sheet| sheet.name.clone()).unwrap_or_default();
    (source.path.clone(), sheet, i64::from(at.row))
}

pub(super) fn input_entry(file: &FileContent, counts: &[SheetCount]) -> InputEntry {
    let sheets = file.source.sheets.iter().zip(counts);
    InputEntry {
        path: file.source.path.clone(),
        sha256: file.source.sha256.clone(),
        n_bytes: file.source.n_bytes,
        status: if file.fault.is_some() { InputStatus::Unreadable } else { InputStatus::Read },
        error: file.fault.as_ref().map(|fault| fault.code.text().to_owned()),
        corrections: file.corrections.clone(),
        sheets: sheets.map(|(sheet, count)| SheetEntry::new(&sheet.name, count)).collect(),
    }
}

/// Returns the names and day of birth of the row, joined by bars, where they are not those of its person. The next run
/// recognises a corrected row by them.
pub(super) fn row_identity(row: &CleanRow, person: &Person) -> Option<String> {
    let name = &row.name;
    let [nom, postnom, prenom] = [&name.nom, &name.postnom, &name.prenom];
    let born_on = row.born.map(|born| born.first);
    let is_same = [nom, postnom, prenom] == [&person.nom, &person.postnom, &person.prenom]
        && born_on == person.born.map(|born| born.first);
    let born = born_on.map(|day| day.to_string()).unwrap_or_default();
    (!is_same).then(|| format!("{nom}|{postnom}|{prenom}|{born}"))
}

pub(super) fn person_of<'r>(tables: &RegisterTables<'r>, row: u32) -> &'r Person {
    &tables.register.persons[tables.register.person_of_row[row as usize] as usize]
}

pub(super) fn household_id_of_row<'r>(tables: &RegisterTables<'r>, row: u32) -> Option<&'r str> {
    let fiche = tables.rows[row as usize].fiche?;
    Some(tables.register.households[tables.register.household_of_fiche[fiche as usize] as usize].id.as_str())
}

pub(super) fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

pub(super) fn quartier_named(reference: &Reference, id: Option<QuartierId>) -> Option<&str> {
    reference.quartiers.get(usize::from(id?.0)).map(|quartier| quartier.name.as_str())
}

pub(super) fn quartier_name(reference: &Reference, id: Option<QuartierId>) -> Option<String> {
    quartier_named(reference, id).map(str::to_owned)
}

fn precision_code(born: Option<PartialDate>) -> String {
    born.map_or("unknown", |born| born.precision.code()).to_owned()
}

pub(super) fn person_row(tables: &RegisterTables<'_>, person: &Person) -> PersonRow {
    let act = person.act_row.and_then(|row| tables.rows[row as usize].act.as_ref()?.act.as_ref());
    PersonRow {
        person_id: person.id.to_string(),
        nom: person.nom.to_string(),
        postnom: person.postnom.to_string(),
        prenom: person.prenom.to_string(),
        sex: person.sex.map(|sex| sex.code().to_owned()),
        born_on: person.born.map(|born| born.first),
        born_on_precision: precision_code(person.born),
        birth_place: filled(&person.birth_place),
        quartier: quartier_name(tables.reference, person.quartier),
        household_id: person.household.map(|household| tables.register.households[household as usize].id.clone()),
        relation: person.relation.map(|relation| relation.code().to_owned()),
        marital_status: person.marital_status.map(|status| status.code().to_owned()),
        occupation: filled(&person.occupation),
        birth_act: act.map(|act| act.typed.clone()),
        status: person.status.code().to_owned(),
        first_seen: person.first_seen,
        last_seen: person.last_seen,
        n_sources: person.rows.len() as i32,
        registered_in: person.registered_in,
        status_since: person.status_since,
        census_year: person.census.map(|census| census.year),
        census_age: person.census.and_then(|census| census.age),
    }
}

pub(super) fn name_index(register: &Register) -> (Vec<NameWordRow>, Vec<NameRowRow>) {
    let names_of = |row: usize| {
        let person = &register.persons[row];
        [&*person.nom, &*person.postnom, &*person.prenom]
    };
    let index = NameIndex::new(register.persons.len(), &names_of);
    let words = index.words.into_iter().map(|word| NameWordRow { word: word.word, key: word.key, n: word.n as i32 });
    (words.collect(), index.rows.into_iter().map(|row| NameRowRow { person: row as i32 }).collect())
}

pub(super) fn household_row(tables: &RegisterTables<'_>, household: &Household) -> HouseholdRow {
    HouseholdRow {
        household_id: household.id.clone(),
        quartier: quartier_name(tables.reference, household.quartier),
        avenue: filled(&household.avenue),
        parcel: filled(&household.parcel),
        head_person_id: household.head.map(|head| tables.register.persons[head as usize].id.to_string()),
        n_members: household.n_members as i32,
        first_seen: household.first_seen,
        last_seen: household.last_seen,
    }
}

pub(super) fn birth_row(tables: &RegisterTables<'_>, index: u32, row: &CleanRow) -> BirthRow {
    let act = row.act.as_deref();
    let declared_on = act.and_then(|act| act.declared_on);
    let born_day = row.born.and_then(|born| born.known_day());
    let limit = born_day.and_then(|born| LegalPeriod::in_force(&tables.reference.legal_periods, born)?.limit_for(born));
    let person = person_of(tables, index);
    let first = person.act_row.filter(|first| *first != index);
    let child = tables.register.person_of_row[index as usize];
    let mother = tables.mothers.of(child).map(|mother| &tables.register.persons[mother as usize]);
    let (file, sheet, line) = place(tables.files, row.at);
    BirthRow {
        file,
        sheet,
        row: line,
        act: act.and_then(|act| act.act.as_ref()).map(|act| act.typed.clone()),
        person_id: person.id.to_string(),
        born_on: row.born.map(|born| born.first),
        declared_on,
        delay_days: declared_on.zip(born_day).map(|(declared, born)| (declared - born).num_days() as i32),
        limit_days: limit.map(|limit| limit.days as i32),
        timeliness: Timeliness::classify(&tables.reference.legal_periods, born_day, declared_on).code().to_owned(),
        category: act.map_or("unknown", |act| act.category.code()).to_owned(),
        quartier: quartier_name(tables.reference, row.quartier),
        duplicate_of: first.map(|first| {
            let (file, sheet, line) = place(tables.files, tables.rows[first as usize].at);
            format!("{file}!{sheet}!{line}")
        }),
        sex: row.sex.map(|sex| sex.code().to_owned()),
        born_on_precision: precision_code(row.born),
        birth_place: Some(row.birth_place.to_string()).filter(|place| !place.is_empty()),
        mother_id: mother.map(|mother| mother.id.to_string()),
        mother_age: mother.zip(born_day).and_then(|(mother, day)| mother_age(mother, day)),
        birth_order: tables.mothers.birth_order(child).map(|rank| rank as i32),
    }
}

pub(super) fn link_row(tables: &RegisterTables<'_>, link: &Link, with_comparisons: bool) -> LinkRow {
    let (file_a, sheet_a, row_a) = place(tables.files, tables.rows[link.a as usize].at);
    let (file_b, sheet_b, row_b) = place(tables.files, tables.rows[link.b as usize].at);
    LinkRow {
        file_a,
        sheet_a,
        row_a,
        file_b,
        sheet_b,
        row_b,
        match_weight: (link.score.weight * 1000.0).round() / 1000.0,
        match_probability: link.score.probability(),
        // Serializing numbers and fixed words can't fail.
        comparisons: serde_json::to_string(&ComparisonsJson { link, with_comparisons }).unwrap_or_default(),
        decided_by: decided_by(link).to_owned(),
        kept: i32::from(link.outcome == LinkOutcome::Linked),
    }
}

/// Serializes a pair's comparisons: a map from each comparison to its level and weight.
struct ComparisonsJson<'l> {
    link: &'l Link,
    with_comparisons: bool,
}

impl serde::Serialize for ComparisonsJson<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct LevelJson {
            level: &'static str,
            weight: f64,
        }
        static BY_NAME: LazyLock<Vec<usize>> = LazyLock::new(|| {
            let mut places: Vec<usize> = (0..COMPARISONS.len()).collect();
            places.sort_by_key(|place| COMPARISONS[*place].0);
            places
        });
        let scored = &self.link.score;
        serializer.collect_map(BY_NAME.iter().filter(|_| self.with_comparisons).map(|place| {
            let (name, levels) = COMPARISONS[*place];
            let level = levels.get(usize::from(scored.levels[*place])).copied().unwrap_or("missing");
            // Rounded to a thousandth of a bit, so that every machine writes the same.
            let weight = (scored.weights[*place] * 1000.0).round() / 1000.0;
            (name, LevelJson { level, weight })
        }))
    }
}

pub(super) fn decided_by(link: &Link) -> &'static str {
    match (link.decision, link.outcome) {
        (Some(_), _) | (_, LinkOutcome::DecidedApart) => "person",
        (None, fate) if fate.is_by_rule() => "rule",
        (None, _) => "score",
    }
}

pub(super) fn finding_row(files: &[FileContent], finding: &Finding) -> FindingRow {
    let (file, sheet, row) = place(files, finding.at.row);
    FindingRow {
        file,
        sheet,
        row,
        column: column_of(finding),
        rule: finding.rule.to_owned(),
        severity: finding.severity.code().to_owned(),
        value: finding.value.clone(),
        args: args_json(finding),
    }
}

fn column_of(finding: &Finding) -> Option<String> {
    finding.at.column.map(|column| column_letters(column).to_string())
}

fn args_json(finding: &Finding) -> String {
    let args: serde_json::Map<String, serde_json::Value> =
        finding.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone().into())).collect();
    serde_json::Value::Object(args).to_string()
}

/// Returns one row for each finding of a quarantined row, with the row as typed.
pub(super) fn quarantine(tables: &RegisterTables<'_>) -> Vec<QuarantineRow> {
    let mut rows = Vec::new();
    for file in tables.files {
        let mut of_row: BTreeMap<RowAt, Vec<&Finding>> = BTreeMap::new();
        for finding in &file.findings {
            of_row.entry(finding.at.row).or_default().push(finding);
        }
        for (place_in_file, read) in file.rows.iter().enumerate() {
            let Some((Outcome::Quarantined, rule)) = read.stopped() else { continue };
            let typed = file.raw_texts.range(place_in_file..place_in_file + 1).pop().unwrap_or_default();
            let findings = of_row.get(&read.at).map(Vec::as_slice).unwrap_or_default();
            let (path, sheet, line) = place(tables.files, read.at);
            let row = |finding: Option<&Finding>| QuarantineRow {
                file: path.clone(),
                sheet: sheet.clone(),
                row: line,
                column: finding.filter(|finding| finding.at.row == read.at).and_then(column_of),
                rule: finding.map_or(rule, |finding| finding.rule).to_owned(),
                severity: finding.map_or(Severity::Error, |finding| finding.severity).code().to_owned(),
                value: finding.map_or_else(String::new, |finding| finding.value.clone()),
                typed: typed.clone(),
                args: finding.map_or_else(|| "{}".to_owned(), args_json),
                corrected: corrected_json(file, read.at),
            };
            match findings {
                // One finding of the sheet is about all its rows.
                [] => {
                    let is_of_sheet = |own: &&Finding| own.rule == rule && own.at.row.sheet == read.at.sheet;
                    let of_file = || file.findings.iter().find(|own| own.rule == rule);
                    rows.push(row(file.findings.iter().find(is_of_sheet).or_else(of_file)));
                }
                some => rows.extend(some.iter().map(|finding| row(Some(finding)))),
            }
        }
    }
    rows
}

/// Returns the corrected cells of a row as the column `corrected` has them.
pub(super) fn corrected_json(file: &FileContent, at: RowAt) -> Option<String> {
    let cells = file.corrected_cells(at);
    if cells.is_empty() {
        return None;
    }
    let cell = |cell: &CorrectedCell| (column_letters(cell.column).to_string(), CorrectedText::of(cell));
    let by_column: BTreeMap<String, CorrectedText> = cells.iter().map(cell).collect();
    // Serializing texts to memory can't fail.
    serde_json::to_string(&by_column).ok()
}

/// Returns the findings of the files of typed corrections.
pub(super) fn correction_finding_rows(files: &[(String, Finding)]) -> Vec<FindingRow> {
    let row = |(file, finding): &(String, Finding)| FindingRow {
        file: file.clone(),
        sheet: String::new(),
        row: i64::from(finding.at.row.row),
        column: None,
        rule: finding.rule.to_owned(),
        severity: finding.severity.code().to_owned(),
        value: finding.value.clone(),
        args: args_json(finding),
    };
    files.iter().map(row).collect()
}

pub(super) fn aliases(register: &Register) -> Vec<AliasRow> {
    let alias = |alias: &Alias| AliasRow {
        old_id: alias.old_id.clone(),
        person_id: alias.person_id.clone(),
        reason: if alias.person_id.is_some() { "merged" } else { "withdrawn" }.to_owned(),
        registered_in: alias.registered_in,
        row_key: alias.founding_key.map(|key| format!("{key:016x}")),
    };
    register.aliases.iter().map(alias).collect()
}
