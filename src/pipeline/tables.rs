//! What the stages made -> the rows the store writes, and back.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::find::NameIndex;
use crate::finding::Finding;
use crate::ingest::Reference;
use crate::link::{COMPARISONS, Link, LinkFate, Linked};
use crate::record::lasting_place;
use crate::record::{
    CellAt, CleanRow, Heading, LegalPeriod, Outcome, PartialDate, QuartierId, RowAt, SheetCount, Timeliness,
    column_letters,
};
use crate::register::{Previous, PreviousAlias, PreviousPerson, PreviousRow, Register, RowSays};
use crate::store::{
    AliasRow, BirthRow, ColumnRow, FindingRow, Generation, HouseholdRow, InputEntry, InputStatus, LineageRow, LinkRow,
    NameRowRow, NameWordRow, PersonRow, QuarantineRow, SheetEntry, StageEntry, Tables,
};

use super::reading::FileRead;

/// What the stages made.
pub(super) struct Made<'m> {
    pub(super) files: &'m [FileRead],
    pub(super) rows: &'m [CleanRow],
    pub(super) linked: &'m Linked,
    pub(super) register: &'m Register,
    pub(super) reference: &'m Reference,
}

/// What the store is given, aggregates excepted.
pub(super) struct ForStore {
    pub(super) tables: Tables,
    pub(super) inputs: Vec<InputEntry>,
    pub(super) stages: Vec<StageEntry>,
    /// For each file, for each sheet, its rows by outcome.
    pub(super) sheets: Vec<Vec<SheetCount>>,
}

/// File, sheet and row as the tables name them.
pub(super) fn place(files: &[FileRead], at: RowAt) -> (String, String, i64) {
    let source = &files[at.file as usize].source;
    let sheet = source.sheets.get(usize::from(at.sheet)).map(|sheet| sheet.name.clone()).unwrap_or_default();
    (source.path.clone(), sheet, i64::from(at.row))
}

/// The place by which a row is known again when a corrections workbook replaces its file.
pub(super) fn lasting((file, sheet, row): (String, String, i64)) -> (String, String, i64) {
    lasting_place(&file, &sheet, row)
}

pub(super) fn make(made: &Made<'_>) -> ForStore {
    // The two that take longest, side by side.
    let ((lineage, sheets), (persons, (name_words, name_rows))) = rayon::join(
        || lineage(made),
        || {
            let persons = persons(made);
            let index = name_index(&persons);
            (persons, index)
        },
    );
    let quarantine = quarantine(made);
    let tables = Tables {
        name_words,
        name_rows,
        persons,
        households: households(made),
        births: births(made),
        links: links(made),
        findings: made
            .files
            .iter()
            .flat_map(|file| &file.findings)
            .map(|finding| finding_row(made.files, finding))
            .collect(),
        aliases: aliases(made.register),
        columns: columns(made.files),
        lineage,
        quarantine,
        ..Tables::default()
    };
    let inputs = made.files.iter().zip(&sheets).map(|(file, counts)| input_entry(file, counts)).collect();
    ForStore { stages: stages(made, &sheets), tables, inputs, sheets }
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

/// A row of lineage for each row read; counted by sheet against what the reader counted.
fn lineage(made: &Made<'_>) -> (Vec<LineageRow>, Vec<Vec<SheetCount>>) {
    let index_of: BTreeMap<RowAt, u32> =
        made.rows.iter().enumerate().map(|(index, row)| (row.at, index as u32)).collect();
    let best = best_probability(made);
    let (mut lineage, mut sheets) = (Vec::new(), Vec::new());
    for file in made.files {
        // Rows as the reader counted them; outcomes as they are given below. Publishing checks that they agree.
        let mut counts: Vec<SheetCount> = file
            .source
            .sheets
            .iter()
            .map(|sheet| SheetCount { rows: u64::from(sheet.n_rows), ..SheetCount::default() })
            .collect();
        for read in &file.rows {
            let index = index_of.get(&read.at).copied().filter(|_| read.stopped.is_none());
            let (outcome, rule) = match (read.stopped, index) {
                (Some((outcome, rule)), _) => (outcome, Some(rule)),
                (None, Some(index)) if person_of(made, index).founding_row == index => (Outcome::Registered, None),
                (None, Some(_)) => (Outcome::Merged, None),
                // A row without a person has no outcome: the equation does not hold and nothing is published.
                (None, None) => continue,
            };
            if let Some(count) = counts.get_mut(usize::from(read.at.sheet)) {
                match outcome {
                    Outcome::Registered => count.registered += 1,
                    Outcome::Merged => count.merged += 1,
                    Outcome::Quarantined => count.quarantined += 1,
                    Outcome::Ignored => count.ignored += 1,
                }
            }
            let (path, sheet, row) = place(made.files, read.at);
            lineage.push(LineageRow {
                file: path,
                sheet,
                row,
                kind: file.kind.code().to_owned(),
                outcome: outcome.code().to_owned(),
                person_id: index.map(|index| person_of(made, index).id.clone()),
                rule: rule.map(str::to_owned),
                match_probability: index.and_then(|index| best.get(&index).copied()),
                row_key: read.clean.as_ref().map(|row| format!("{:016x}", row.key)),
                household_id: index.and_then(|index| household_id_of_row(made, index)),
                typed: read.typed.clone(),
                says: index.and_then(|index| says(&made.rows[index as usize], person_of(made, index))),
                founded_id: index.and_then(|index| made.register.founded_by_row[index as usize].clone()),
            });
        }
        sheets.push(counts);
    }
    (lineage, sheets)
}

/// What a row says, where its person is called or born otherwise.
fn says(row: &CleanRow, person: &crate::register::Person) -> Option<String> {
    let name = &row.name;
    let own = [&*name.nom, &*name.postnom, &*name.prenom];
    let born = row.born.map(|born| born.first);
    let is_the_same =
        own == [&person.nom, &person.postnom, &person.prenom] && born == person.born.map(|born| born.first);
    (!is_the_same).then(|| {
        let born = born.map(|day| day.to_string()).unwrap_or_default();
        format!("{}|{born}", own.join("|"))
    })
}

pub(super) fn person_of<'m>(made: &Made<'m>, row: u32) -> &'m crate::register::Person {
    &made.register.persons[made.register.person_of_row[row as usize] as usize]
}

fn household_id_of_row(made: &Made<'_>, row: u32) -> Option<String> {
    let fiche = made.rows[row as usize].fiche?;
    Some(made.register.households[made.register.household_of_fiche[fiche as usize] as usize].id.clone())
}

/// For each row the probability of the best link that holds it in its person.
fn best_probability(made: &Made<'_>) -> BTreeMap<u32, f64> {
    let mut best: BTreeMap<u32, f64> = BTreeMap::new();
    for link in made.linked.links.iter().filter(|link| link.fate == LinkFate::Kept) {
        for row in [link.a, link.b] {
            let probability = best.entry(row).or_insert(0.0);
            *probability = probability.max(link.scored.probability());
        }
    }
    best
}

pub(super) fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

pub(super) fn quartier_name(reference: &Reference, id: Option<QuartierId>) -> Option<String> {
    reference.quartiers.get(usize::from(id?.0)).map(|quartier| quartier.name.clone())
}

fn precision_code(born: Option<PartialDate>) -> String {
    born.map_or("unknown", |born| born.precision.code()).to_owned()
}

fn persons(made: &Made<'_>) -> Vec<PersonRow> {
    let person_row = |person: &crate::register::Person| {
        let act = person
            .act_row
            .and_then(|row| made.rows[row as usize].act.as_ref()?.act.as_ref())
            .map(|act| act.typed.clone());
        PersonRow {
            person_id: person.id.clone(),
            nom: person.nom.clone(),
            postnom: person.postnom.clone(),
            prenom: person.prenom.clone(),
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
    };
    made.register.persons.iter().map(person_row).collect()
}

fn name_index(persons: &[PersonRow]) -> (Vec<NameWordRow>, Vec<NameRowRow>) {
    let index = NameIndex::of(persons.iter().map(|person| [person.nom.as_str(), &person.postnom, &person.prenom]));
    let words = index.words.into_iter().map(|word| NameWordRow { word: word.word, key: word.key, n: word.n as i32 });
    (words.collect(), index.rows.into_iter().map(|row| NameRowRow { person: row as i32 }).collect())
}

fn households(made: &Made<'_>) -> Vec<HouseholdRow> {
    let household_row = |household: &crate::register::Household| HouseholdRow {
        household_id: household.id.clone(),
        quartier: quartier_name(made.reference, household.quartier),
        avenue: filled(&household.avenue),
        parcel: filled(&household.parcel),
        head_person_id: household.head.map(|head| made.register.persons[head as usize].id.clone()),
        n_members: household.n_members as i32,
        first_seen: household.first_seen,
        last_seen: household.last_seen,
    };
    made.register.households.iter().map(household_row).collect()
}

fn births(made: &Made<'_>) -> Vec<BirthRow> {
    let mut births: Vec<BirthRow> = made
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.act.is_some())
        .map(|(index, row)| birth_row(made, index as u32, row))
        .collect();
    births.sort_by(|a, b| (&a.file, &a.sheet, a.row).cmp(&(&b.file, &b.sheet, b.row)));
    births
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
        person_id: person.id.clone(),
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

fn links(made: &Made<'_>) -> Vec<LinkRow> {
    let mut links: Vec<LinkRow> = made
        .linked
        .links
        .iter()
        .map(|link| {
            let (file_a, sheet_a, row_a) = place(made.files, made.rows[link.a as usize].at);
            let (file_b, sheet_b, row_b) = place(made.files, made.rows[link.b as usize].at);
            let comparisons: serde_json::Map<String, serde_json::Value> = COMPARISONS
                .iter()
                .enumerate()
                .map(|(place, (name, levels))| {
                    let level = levels.get(usize::from(link.scored.levels[place])).copied().unwrap_or("missing");
                    // Thousandths of a bit: what a person can read, and the same on every machine.
                    let weight = (link.scored.weights[place] * 1000.0).round() / 1000.0;
                    ((*name).to_owned(), serde_json::json!({ "level": level, "weight": weight }))
                })
                .collect();
            LinkRow {
                file_a,
                sheet_a,
                row_a,
                file_b,
                sheet_b,
                row_b,
                match_weight: (link.scored.weight * 1000.0).round() / 1000.0,
                match_probability: link.scored.probability(),
                comparisons: serde_json::Value::Object(comparisons).to_string(),
                decided_by: decided_by(link).to_owned(),
                kept: i32::from(link.fate == LinkFate::Kept),
            }
        })
        .collect();
    links.sort_by(|a, b| {
        (&a.file_a, &a.sheet_a, a.row_a, &a.file_b, &a.sheet_b, a.row_b)
            .cmp(&(&b.file_a, &b.sheet_a, b.row_a, &b.file_b, &b.sheet_b, b.row_b))
    });
    links
}

fn decided_by(link: &Link) -> &'static str {
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
        column: finding.at.column.map(column_letters),
        rule: finding.rule.to_owned(),
        severity: finding.severity.code().to_owned(),
        value: finding.value.clone(),
        args: args_json(finding),
    }
}

fn columns(files: &[FileRead]) -> Vec<ColumnRow> {
    let indexed =
        files.iter().zip(0_u32..).flat_map(|(file, index)| file.headings.iter().map(move |heading| (index, heading)));
    let column_row = |(file, heading): (u32, &Heading)| {
        let (path, sheet, row) = place(files, RowAt { file, ..heading.at });
        ColumnRow {
            file: path,
            sheet,
            row,
            column: column_letters(heading.column),
            heading: heading.text.clone(),
            field: heading.field.code().to_owned(),
        }
    };
    indexed.map(column_row).collect()
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
        for read in &file.rows {
            let Some((Outcome::Quarantined, rule)) = read.stopped else { continue };
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
                typed: read.typed.clone(),
                args,
            };
            if found.is_empty() {
                rows.push(row(None, rule, "error", "", "{}".to_owned()));
            }
            rows.extend(found.into_iter().map(|finding| {
                row(
                    finding.at.column.map(column_letters),
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

fn stages(made: &Made<'_>, sheets: &[Vec<SheetCount>]) -> Vec<StageEntry> {
    let mut all = SheetCount::default();
    sheets.iter().flatten().for_each(|sheet| all.add(sheet));
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

/// What [`says`] wrote.
fn read_says(text: &str) -> RowSays {
    let mut parts = text.split('|').map(str::to_owned);
    let names = std::array::from_fn(|_| parts.next().unwrap_or_default());
    RowSays { names, born_on: parts.next().and_then(|day| day.parse().ok()) }
}

/// What the last generation knew, as the register needs it.
pub(super) fn previous(generation: &Generation) -> Result<Previous> {
    let persons = generation.read::<PersonRow>()?.into_iter().map(|row| {
        let says = RowSays { names: [row.nom, row.postnom, row.prenom], born_on: row.born_on };
        let person = PreviousPerson { registered_in: row.registered_in, says };
        (row.person_id, person)
    });
    let rows = generation.read::<LineageRow>()?.into_iter().filter_map(|row| {
        let person_id = row.person_id?;
        let is_founding = row.outcome == "registered";
        Some(PreviousRow {
            key: u64::from_str_radix(&row.row_key?, 16).ok()?,
            household_id: row.household_id,
            // The register of an older program does not say it.
            founded_id: row.founded_id.or_else(|| is_founding.then(|| person_id.clone())),
            is_founding,
            person_id,
            says: row.says.as_deref().map(read_says).map(Box::new),
            place: lasting((row.file, row.sheet, row.row)),
        })
    });
    let aliases = generation
        .read::<AliasRow>()?
        .into_iter()
        .map(|row| (row.old_id, PreviousAlias { person_id: row.person_id, registered_in: row.registered_in }));
    Ok(Previous { rows: rows.collect(), persons: persons.collect(), aliases: aliases.collect() })
}
