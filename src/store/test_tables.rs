//! A small register for the tests of the store. Every table has rows, and every check of `verify` passes.

use std::collections::BTreeMap;

use super::manifest::{InputEntry, InputStatus, Manifest, SheetEntry};
use super::tables::*;
use crate::record::{SheetCount, format_id};

/// Tables of `n` persons. Every person has a registered row, every fourth a merged row; some rows are quarantined or
/// ignored.
pub(super) fn test_tables(n: usize) -> Tables {
    let mut tables = Tables::default();
    for i in 0..n {
        add_lineage(&mut tables, i);
        tables.persons.push(PersonRow {
            person_id: person_id(i),
            nom: "MBALA".into(),
            prenom: if i.is_multiple_of(2) { "+Jean".into() } else { String::new() },
            sex: (i % 3 > 0).then(|| "F".to_owned()),
            born_on: chrono::NaiveDate::from_yo_opt(1890 + (i % 130) as i32, 1 + (i % 365) as u32),
            born_on_precision: "day".into(),
            household_id: Some("H-1".into()),
            status: "present".into(),
            first_seen: Some(2014),
            n_sources: 1 + i32::from(i.is_multiple_of(4)),
            ..Default::default()
        });
        if i.is_multiple_of(6) {
            add_birth_and_link(&mut tables, i);
        }
    }
    if n > 0 {
        add_single_rows(&mut tables, n);
    }
    tables
}

const TYPED: &str = r#"{"A":"1","B":"=MBALA; \"Jean\""}"#;

fn person_id(i: usize) -> String {
    format_id('P', (i as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// Returns the file of the person's rows and the number of the first.
fn file_and_row(i: usize) -> (String, i64) {
    (format!("census/quartier {}.xlsx", i % 3), 10 * i as i64 + 2)
}

fn add_lineage(tables: &mut Tables, i: usize) {
    let (file, row) = file_and_row(i);
    let sheet = if i.is_multiple_of(3) { "" } else { "Feuil1" };
    let lineage_row = |row: i64, outcome: &str, person_id: Option<String>, rule: Option<&str>| LineageRow {
        file: file.clone(),
        sheet: sheet.into(),
        row,
        kind: "census".into(),
        outcome: outcome.into(),
        match_probability: (outcome == "merged").then_some(0.987),
        row_key: Some(format!("{i:016x}")),
        household_id: person_id.is_some().then(|| "H-1".to_owned()),
        rule: rule.map(str::to_owned),
        founded_id: person_id.clone().filter(|_| outcome == "registered"),
        person_id,
        says: None,
        typed: TYPED.to_owned(),
        corrected: (outcome == "merged").then(|| "{}".to_owned()),
    };
    tables.lineage.push(lineage_row(row, "registered", Some(person_id(i)), None));
    if i.is_multiple_of(4) {
        tables.lineage.push(lineage_row(row + 1, "merged", Some(person_id(i)), None));
    }
    if i.is_multiple_of(5) {
        tables.lineage.push(lineage_row(row + 2, "quarantined", None, Some("no-name")));
        tables.quarantine.push(QuarantineRow {
            file: file.clone(),
            sheet: sheet.into(),
            row: row + 2,
            column: Some("B".into()),
            rule: "no-name".into(),
            severity: "error".into(),
            value: String::new(),
            typed: TYPED.to_owned(),
            args: "{}".into(),
            corrected: None,
        });
    }
    if i.is_multiple_of(7) {
        tables.lineage.push(lineage_row(row + 3, "ignored", None, Some("total")));
    }
}

fn add_birth_and_link(tables: &mut Tables, i: usize) {
    let (file, row) = file_and_row(i);
    tables.births.push(BirthRow {
        file: "births/2017.ods".into(),
        sheet: "Registre".into(),
        row,
        person_id: person_id(i),
        delay_days: Some(-(i as i32)),
        timeliness: "late".into(),
        category: "direct".into(),
        born_on_precision: "day".into(),
        ..Default::default()
    });
    tables.links.push(LinkRow {
        file_a: file.clone(),
        row_a: row,
        file_b: file,
        row_b: row + 1,
        match_weight: -1.5 + i as f64,
        match_probability: 1.0 / (i + 2) as f64,
        comparisons: r#"{"nom":{"level":2,"weight":3.5}}"#.into(),
        decided_by: "score".into(),
        kept: 1,
        ..Default::default()
    });
}

/// Adds one or two rows to each of the other tables.
fn add_single_rows(tables: &mut Tables, n: usize) {
    let first_id = || person_id(0);
    let (file, _) = file_and_row(0);
    let (household_id, head_person_id) = ("H-1".into(), Some(first_id()));
    tables.households.push(HouseholdRow { household_id, head_person_id, n_members: n as i32, ..Default::default() });
    tables.withdrawn.push(WithdrawnRow {
        person_id: person_id(n),
        born_on_precision: "unknown".into(),
        reason: "row-gone".into(),
        file: file.clone(),
        row: 3,
        ..Default::default()
    });
    tables.history.push(HistoryRow { person_id: first_id(), generation: 2, field: "nom".into(), ..Default::default() });
    let (event, effect) = ("death".into(), "holds".into());
    tables.events.push(EventRow { file, row: 2, event, person_id: first_id(), effect, ..Default::default() });
    tables.residences.push(ResidenceRow { person_id: first_id(), why: "later-round".into(), ..Default::default() });
    tables.absences.push(AbsenceRow { person_id: first_id(), round: 2017, ..Default::default() });
    tables.likely_dead.push(LikelyDeadRow { person_id: first_id(), age_years: 117, ..Default::default() });
    tables.household_changes.push(HouseholdChangeRow { household_id: "H-1".into(), ..Default::default() });
    tables.name_words.push(NameWordRow { word: "MBALA".into(), key: "MBALA".into(), n: 1 });
    tables.name_rows.push(NameRowRow { person: 0 });
    add_index(tables);
    let alias = |old_id, person_id, reason: &str, registered_in| {
        let reason = reason.to_owned();
        AliasRow { old_id, person_id, reason, registered_in, row_key: registered_in.map(|_| "0123456789abcdef".into()) }
    };
    tables.aliases.push(alias(person_id(n + 1), Some(first_id()), "merged", None));
    tables.aliases.push(alias(person_id(n), None, "withdrawn", Some(1)));
    let (value, numerator, denominator) = (Some(0.25), Some(1), Some(4));
    let on_time = AggregateRow { indicator: "on-time".into(), value, numerator, denominator, ..Default::default() };
    tables.aggregates.push(on_time);
    tables.aggregates.push(AggregateRow { indicator: "hidden".into(), ..Default::default() });
    let births = || "births/2017.ods".to_owned();
    let (column, heading, field) = ("C".into(), "Né(e) le".into(), "birth_date".into());
    tables.columns.push(ColumnRow { file: births(), row: 2, column, heading, field, ..Default::default() });
    let (rule, severity) = ("act-gap".into(), "warning".into());
    tables.findings.push(FindingRow { file: births(), rule, severity, ..Default::default() });
}

/// Fills the index by person and household.
fn add_index(tables: &mut Tables) {
    tables.id_index = vec![
        IdIndexRow { id: "M-1".into(), place: 0 },
        IdIndexRow { id: tables.persons[0].person_id.clone(), place: 0 },
    ];
    for person in &tables.persons {
        let is_own = |row: &LineageRow| row.person_id.as_ref() == Some(&person.person_id);
        let own = (0..).zip(&tables.lineage).filter(|(_, row)| is_own(row));
        tables.person_lineage.extend(own.map(|(place, _)| PersonLineageRow { place }));
        let lineage_end = tables.person_lineage.len() as i32;
        tables.person_index.push(PersonIndexRow { lineage_end, links_end: 1 });
    }
    tables.person_links.push(PersonLinkRow { place: 0 });
    let n_persons = tables.persons.len() as i32;
    tables.household_index.push(HouseholdIndexRow { members_end: n_persons });
    tables.household_members = (0..n_persons).map(|place| HouseholdMemberRow { place }).collect();
}

/// Returns a manifest draft whose inputs count the lineage rows of the tables.
pub(super) fn test_draft(tables: &Tables) -> Manifest {
    let mut sheets: BTreeMap<(&str, &str), SheetCount> = BTreeMap::new();
    for row in &tables.lineage {
        let count = sheets.entry((&row.file, &row.sheet)).or_default();
        count.rows += 1;
        match row.outcome.as_str() {
            "registered" => count.registered += 1,
            "merged" => count.merged += 1,
            "quarantined" => count.quarantined += 1,
            _ => count.ignored += 1,
        }
    }
    let mut inputs: Vec<InputEntry> = Vec::new();
    for ((file, sheet), count) in sheets {
        let (sha256, sheets) = ("00".repeat(32), vec![SheetEntry::new(sheet, &count)]);
        inputs.push(InputEntry { path: file.into(), sha256, n_bytes: 1, sheets, ..Default::default() });
    }
    let (status, error) = (InputStatus::Unreadable, Some("not-a-workbook".into()));
    inputs.push(InputEntry { path: "broken.xls".into(), status, error, ..Default::default() });
    let (program, published_at) = ("0.1.0".into(), "2017-04-18T10:00:00+01:00".into());
    Manifest { program, published_at, inputs, settings: serde_json::json!({"seed": 1}), ..Manifest::blank() }
}
