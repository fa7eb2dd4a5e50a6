//! Tests of verification: each kind of damage and each wrong reference between tables fails its own check.

use std::fs;

use super::*;
use crate::store::generation::Store;
use crate::store::publish::tests::store;
use crate::store::tables::Tables;
use crate::store::test_tables::{test_draft, test_tables};

fn publish(store: &Store, tables: &Tables) -> Generation {
    store.publish(&store.lock().unwrap(), tables, test_draft(tables)).unwrap()
}

/// Returns the ids of the checks that fail after `spoil` has changed the tables of a sound register.
fn failed(spoil: impl FnOnce(&mut Tables)) -> Vec<&'static str> {
    let (_dir, store) = store();
    let mut tables = test_tables(20);
    spoil(&mut tables);
    let report = verify(&publish(&store, &tables)).unwrap();
    ids(&report)
}

fn ids(report: &VerifyReport) -> Vec<&'static str> {
    report.checks.iter().filter(|check| !check.ok).map(|check| check.id).collect()
}

#[test]
fn a_sound_register_passes_every_check() {
    assert!(failed(|_| {}).is_empty());
    assert!(failed(|tables| *tables = Tables::default()).is_empty());
}

#[test]
fn each_wrong_reference_between_tables_fails_its_own_check() {
    assert_eq!(
        failed(|t| t.persons[3].person_id = "P-0000-0000-X".into()),
        ["row-person", "registered-once", "person-id-check"]
    );
    let twice = |t: &mut Tables| {
        t.persons.push(t.persons[1].clone());
        // The index has both rows.
        t.person_index.push(PersonIndexRow { lineage_end: t.person_lineage.len() as i32 + 1, links_end: 1 });
        t.person_lineage.push(PersonLineageRow { place: 0 });
    };
    assert_eq!(failed(twice), ["person-id-once"]);
    assert_eq!(failed(|t| t.person_index[3].lineage_end += 1), ["register-index"]);
    assert_eq!(failed(|t| t.person_index.truncate(7)), ["register-index"]);
    assert_eq!(failed(|t| t.person_lineage[0].place = -1), ["register-index"]);
    assert_eq!(failed(|t| t.person_links[0].place = 900), ["register-index"]);
    assert_eq!(failed(|t| t.household_members.truncate(3)), ["register-index"]);
    assert_eq!(failed(|t| t.withdrawn[0].person_id = t.persons[2].person_id.clone()), ["withdrawn-gone"]);
    assert_eq!(failed(|t| t.events[0].person_id = "P-1".into()), ["named-person"]);
    assert_eq!(failed(|t| t.absences[0].person_id = t.withdrawn[0].person_id.clone()), ["named-person"]);
    assert_eq!(failed(|t| t.name_rows[0].person = 20), ["name-index"]);
    assert_eq!(failed(|t| t.name_words[0].n = 2), ["name-index"]);
    assert_eq!(failed(|t| t.households[0].head_person_id = Some("P-1".into())), ["household-head"]);
    assert_eq!(failed(|t| t.births[0].person_id = String::new()), ["birth-person"]);
    assert_eq!(failed(|t| t.aliases[0].person_id = Some(t.withdrawn[0].person_id.clone())), ["alias-person"]);
    assert_eq!(failed(|t| t.quarantine.truncate(1)), ["quarantine-reason"]);
    assert_eq!(failed(|t| t.lineage[1].person_id = None), ["row-person"]);
    assert_eq!(failed(|t| t.lineage[1].outcome = "registered".into()), ["registered-once"]);
    assert_eq!(failed(|t| t.lineage.push(t.lineage[1].clone())), ["row-once"]);
}

#[test]
fn a_finding_about_the_whole_sheet_or_file_is_a_reason_for_quarantine() {
    for (sheet, row) in [("", 0), ("Feuil1", 0)] {
        let failed = failed(|tables| {
            let file = tables.quarantine[1].file.clone();
            tables.quarantine.retain(|q| q.file != file);
            let error = FindingRow { file, sheet: sheet.into(), row, severity: "error".into(), ..Default::default() };
            tables.findings.push(error);
        });
        assert!(failed.is_empty(), "{failed:?}");
    }
}

#[test]
fn every_damage_of_every_file_fails_a_check_without_a_panic() {
    let (_dir, store) = store();
    let older = publish(&store, &test_tables(4));
    let generation = publish(&store, &test_tables(30));
    let files: Vec<String> =
        SCHEMAS.iter().map(|schema| schema.file_name()).chain(["manifest.json".to_owned()]).collect();
    let mut n_faults = 0;
    for name in files {
        let path = generation.dir.join(&name);
        let sound = fs::read(&path).unwrap();
        let mut damages: Vec<Vec<u8>> = (0..8).map(|part| sound[..sound.len() * part / 8].to_vec()).collect();
        for part in 0..8 {
            let mut flipped = sound.clone();
            flipped[sound.len() * part / 8] ^= 1 << part;
            let mut zero_tail = sound.clone();
            zero_tail[sound.len() * part / 8..].fill(0);
            damages.extend([flipped, zero_tail]);
        }
        damages.push(fs::read(older.dir.join(&name)).unwrap());
        for damage in damages.into_iter().filter(|damage| *damage != sound) {
            fs::write(&path, &damage).unwrap();
            // Opened before the damage.
            assert!(!verify(&generation).unwrap().ok(), "{name}");
            // Opened after it.
            let recovered = store.current().unwrap().unwrap();
            let report = verify(&recovered).unwrap();
            // Even a changed text in the manifest, which leaves a generation that looks sound and newer, is found.
            assert_eq!((recovered.number, ids(&report)[0]), (1, "current"), "{name}");
            n_faults += 1;
        }
        fs::remove_file(&path).unwrap();
        assert!(!verify(&generation).unwrap().ok(), "{name} missing");
        fs::write(&path, &sound).unwrap();
    }
    assert!(n_faults > 200);
    assert!(verify(&generation).unwrap().ok());
}

#[test]
fn a_check_that_needs_a_damaged_table_is_reported_as_unread() {
    let (_dir, store) = store();
    let generation = publish(&store, &test_tables(10));
    fs::write(generation.dir.join("persons.parquet"), "").unwrap();
    let report = verify(&generation).unwrap();
    let head = report.checks.iter().find(|check| check.id == "household-head").unwrap();
    assert_eq!((head.ok, head.message().as_str()), (false, "verify-unread"));
    assert!(head.facts.contains(&("unread", "persons".to_owned())));
    let equation = report.checks.iter().find(|check| check.id == "row-equation").unwrap();
    assert!(equation.ok, "it needs the lineage only");
}

#[test]
fn a_current_set_back_to_an_older_generation_is_found() {
    let (_dir, store) = store();
    publish(&store, &test_tables(4));
    let path = store.root().join("CURRENT");
    let old_line = fs::read(&path).unwrap();
    publish(&store, &test_tables(5));
    fs::write(&path, old_line).unwrap();
    let generation = store.current().unwrap().unwrap();
    // The newer one answers, and the check says so.
    assert_eq!((generation.number, generation.recovered()), (2, Some((2, RecoveryCause::Replaced))));
    assert_eq!(ids(&verify(&generation).unwrap()), ["current"]);
    // Without its mark the later generation was cut off before the switch, which is no fault.
    fs::remove_file(store.root().join("generations/000002/published")).unwrap();
    let generation = store.current().unwrap().unwrap();
    assert_eq!((generation.number, generation.recovered()), (1, None));
    assert!(verify(&generation).unwrap().ok());
}

#[test]
fn a_missing_current_is_found_unless_the_first_run_was_cut_off_before_it() {
    let (_dir, store) = store();
    publish(&store, &test_tables(4));
    fs::remove_file(store.root().join("CURRENT")).unwrap();
    let reopened = || verify(&store.current().unwrap().unwrap()).unwrap();
    assert_eq!(ids(&reopened()), ["current"]);
    fs::remove_file(store.root().join("generations/000001/published")).unwrap();
    assert!(reopened().ok());
}
