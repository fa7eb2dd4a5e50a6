//! Tests of the comparison on small invented states.

use super::*;
use crate::store::{AliasRow, InputEntry, LineageRow, PersonRow};

fn input(path: &str, sha256: &str) -> InputEntry {
    InputEntry { path: path.into(), sha256: sha256.into(), ..Default::default() }
}

fn row(file: &str, row: i64, key: &str, person: &str) -> LineageRow {
    LineageRow {
        file: file.into(),
        row,
        row_key: Some(key.into()),
        person_id: Some(person.into()),
        outcome: "registered".into(),
        ..LineageRow::default()
    }
}

fn person(id: &str, prenom: &str) -> PersonRow {
    PersonRow { person_id: id.into(), prenom: prenom.into(), status: "resident".into(), ..PersonRow::default() }
}

#[test]
fn rows_are_added_removed_corrected_and_moved() {
    let (old_inputs, new_inputs) = (
        [input("a", "1"), input("b", "2"), input("c", "3"), input("d", "4")],
        [input("a", "9"), input("b", "2"), input("e", "3")],
    );
    let before = [
        row("a", 2, "same", "P1"),
        row("a", 3, "typo", "P2"),
        row("a", 4, "gone", "P3"),
        row("b", 2, "untouched", "P4"),
        row("c", 2, "renamed", "P5"),
        row("d", 2, "moved", "P6"),
    ];
    let after = [
        row("a", 3, "same", "P1"),
        row("a", 9, "corrected", "P2"),
        row("a", 10, "moved", "P6"),
        row("a", 11, "new", "P7"),
        row("b", 2, "untouched", "P4"),
        row("e", 2, "renamed", "P5"),
    ];
    let changes = Changes::between(
        RegisterState { inputs: &old_inputs, lineage: &before, ..Default::default() },
        RegisterState { inputs: &new_inputs, lineage: &after, ..Default::default() },
    );
    let fates: Vec<(&str, &str)> = changes.files.iter().map(|file| (file.path.as_str(), file.fate.code())).collect();
    assert_eq!(fates, [("a", "changed"), ("d", "gone"), ("e", "renamed")]);
    assert_eq!(changes.files[0].rows, RowChangeCounts { added: 1, removed: 1, corrected: 1, moved: 1 });
    assert_eq!(changes.rows(), changes.files[0].rows, "the renamed file changes nothing");
}

#[test]
fn persons_are_new_changed_merged_gone_and_back() {
    let alias = |old: &str, now: Option<&str>| {
        let person_id = now.map(str::to_owned);
        AliasRow { old_id: old.into(), person_id, ..Default::default() }
    };
    let before = [person("P1", "Ruth"), person("P2", "Noé"), person("P3", "Ève"), person("P4", "Luc")];
    let after = [person("P1", "Ruth"), person("P2", "Noël"), person("P5", "Ida"), person("P6", "Max")];
    let changes = Changes::between(
        RegisterState { persons: &before, aliases: &[alias("P6", None)], ..Default::default() },
        RegisterState { persons: &after, aliases: &[alias("P3", Some("P1")), alias("P4", None)], ..Default::default() },
    );
    let fates: Vec<(&str, &str)> =
        changes.persons.iter().map(|person| (person.id.as_str(), person.fate.code())).collect();
    assert_eq!(fates, [("P4", "gone"), ("P3", "merged"), ("P6", "back"), ("P2", "changed"), ("P5", "new")]);
    let PersonFate::Changed { fields } = &changes.persons[3].fate else { panic!("a value changed") };
    assert_eq!((fields[0].field, fields[0].before.as_str(), fields[0].after.as_str()), ("prenom", "Noé", "Noël"));
}

#[test]
fn who_lives_in_another_house_is_changed() {
    let of =
        |household: Option<&str>, person: PersonRow| PersonRow { household_id: household.map(str::to_owned), ..person };
    let home = |id: &str, avenue: &str, parcel: &str, head: &str| {
        let [id, avenue, parcel, head] = [id, avenue, parcel, head].map(str::to_owned);
        ComparedHousehold { id, avenue, parcel, head }
    };
    let before = [
        of(Some("M1"), person("P1", "Ruth")),
        of(Some("M1"), person("P2", "Noé")),
        of(Some("M2"), person("P3", "Ida")),
        of(None, person("P4", "Luc")),
    ];
    let after = [
        of(Some("M1"), person("P1", "Ruth")),
        of(None, person("P2", "Noé")),
        of(Some("M1"), person("P3", "Ida")),
        of(None, person("P4", "Luc")),
    ];
    let homes = [home("M1", "Lukula", "27", "Ruth"), home("M2", "Lukula", "59", "Ida")];
    let homes_after = [home("M1", "Lukula", "59", "Ruth")];
    let moved_to = [("P2".to_owned(), ["Inga".to_owned(), "77".to_owned()])];
    let changes = Changes::between(
        RegisterState { persons: &before, households: &homes, ..Default::default() },
        RegisterState { persons: &after, households: &homes_after, moved_to: &moved_to, ..Default::default() },
    );
    let values = |change: &PersonChange| {
        let PersonFate::Changed { fields } = &change.fate else { panic!("a value changed") };
        let text = |field: &FieldChange| {
            let [before, after] = changes.shown(field);
            format!("{}: {before} > {after}", field.field)
        };
        (change.id.clone(), fields.iter().map(text).collect::<Vec<_>>().join(", "))
    };
    let all: Vec<(String, String)> = changes.persons.iter().map(values).collect();
    let expected = [
        ("P1", "parcel: 27 > 59"),
        ("P2", "household_id: Ruth (M1) > , avenue: Lukula > Inga, parcel: 27 > 77"),
        ("P3", "household_id: Ida (M2) > Ruth (M1)"),
    ];
    assert_eq!(all, expected.map(|(id, values)| (id.to_owned(), values.to_owned())));
}

#[test]
fn nothing_changes_in_the_same_state() {
    let (inputs, lineage, persons) = ([input("a", "1")], [row("a", 2, "k", "P1")], [person("P1", "Ruth")]);
    let state = RegisterState { inputs: &inputs, lineage: &lineage, persons: &persons, ..Default::default() };
    assert!(Changes::between(state, state).is_empty());
}

#[test]
fn each_person_has_the_reasons_of_their_own_rows() {
    let corrected = |row: LineageRow, new: &str| LineageRow {
        corrected: Some(format!(r#"{{"I":{{"sheet":"x","text":"{new}","author":"Jean","at":"2026"}}}}"#)),
        ..row
    };
    let waiting = |row: LineageRow| LineageRow { person_id: None, outcome: "quarantined".into(), ..row };
    let ids = ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"];
    let before = [
        row("a", 2, "k2", "P1"),
        row("a", 3, "k3", "P2"),
        row("a", 4, "k4", "P3"),
        row("gone", 2, "k5", "P4"),
        row("a", 6, "k6", "P5"),
        row("a", 7, "k7", "P6"),
        row("a", 8, "k8", "P7"),
        waiting(row("a", 9, "k9", "")),
        row("a", 10, "k10", "P8"),
    ];
    let after = [
        corrected(row("a", 2, "new2", "P1"), "y"),
        row("a", 3, "other3", "P2"),
        waiting(row("a", 4, "k4", "")),
        row("a", 6, "k6", "P6"),
        row("a", 7, "k7", "P6"),
        row("a", 8, "k8", "P7"),
        row("a", 9, "k9", "P7"),
        row("a", 10, "k10", "P8"),
        row("b", 2, "k11", "P9"),
        row("a", 12, "k12", "P10"),
    ];
    let of = |ids: &[&str], prenom: &str| ids.iter().map(|id| person(id, prenom)).collect::<Vec<_>>();
    let (old, new) = (of(&ids, "Ruth"), of(&["P1", "P2", "P6", "P7", "P8", "P9", "P10"], "Rut"));
    let (inputs_before, inputs_after) = ([input("a", "1"), input("gone", "2")], [input("a", "3"), input("b", "4")]);
    let before = RegisterState { inputs: &inputs_before, lineage: &before, persons: &old, ..Default::default() };
    let after = RegisterState { inputs: &inputs_after, lineage: &after, persons: &new, ..Default::default() };
    let reasons = |rulings: &[NewRuling]| -> Vec<(String, String)> {
        let changes = Changes::between(before, after).with_reasons(before, after, rulings, false);
        let text = |reason: &ChangeReason| {
            format!("{} {}:{} {}", reason.kind.code(), reason.place.0, reason.place.2, reason.who).trim_end().to_owned()
        };
        let of_person =
            |person: &PersonChange| (person.id.clone(), person.reasons.iter().map(text).collect::<Vec<_>>().join(", "));
        changes.persons.iter().map(of_person).collect()
    };
    let all = reasons(&[]);
    let of = |id: &str| all.iter().find(|(own, _)| own == id).map(|(_, text)| text.clone()).unwrap_or_default();
    for (id, expected) in [
        ("P1", "corrected a:2 Jean"),
        ("P2", "row-changed a:3"),
        ("P3", "quarantined a:4"),
        ("P4", "file-gone gone:2"),
        ("P5", "regrouped a:6 Rut (P6)"),
        ("P6", "regrouped a:6 Ruth (P5)"),
        ("P7", "released a:9"),
        ("P8", "consequence :0"),
        ("P9", "file-new b:2"),
        ("P10", "row-new a:12"),
    ] {
        assert_eq!(of(id), expected, "{id}");
    }
    let rows =
        vec![("k6".to_owned(), "a".to_owned(), String::new(), 6), ("k7".to_owned(), String::new(), String::new(), 0)];
    let ruling = NewRuling { kind: ReasonKind::RuledSame, author: "Ruth".into(), rows };
    let ruled = reasons(&[ruling]);
    for id in ["P5", "P6"] {
        let (_, text) = ruled.iter().find(|(own, _)| own == id).unwrap();
        assert!(text.starts_with("ruled-same a:") && !text.contains("regrouped"), "{id}: {text}");
    }
    // Who was never joined with another does not change because somebody rules that they are two.
    let rows = ["k10", "k8"].map(|key| (key.to_owned(), String::new(), String::new(), 0)).to_vec();
    let apart = NewRuling { kind: ReasonKind::RuledDifferent, author: "Ruth".into(), rows };
    assert_eq!(reasons(&[apart]), reasons(&[]));
}

#[test]
fn who_has_the_same_rows_is_told_what_else_changed() {
    let at_home = |person: PersonRow| PersonRow { household_id: Some("M1".into()), ..person };
    let before = [at_home(person("P1", "Ruth")), at_home(person("P2", "Noé")), person("P3", "Ida")];
    let after =
        [at_home(person("P1", "Rut")), at_home(person("P2", "Noël")), person("P3", "Idda"), person("P4", "Max")];
    let rows = |head: &str| [row("a", 2, head, "P1"), row("a", 3, "k3", "P2"), row("a", 4, "k4", "P3")];
    let total = LineageRow { person_id: None, row_key: None, outcome: "ignored".into(), ..row("a", 5, "", "") };
    let (mut rows_before, mut rows_after) = (rows("old").to_vec(), rows("new").to_vec());
    rows_before.push(total);
    rows_after.push(row("a", 5, "k5", "P4"));
    let (inputs_before, inputs_after) = ([input("a", "1")], [input("a", "2")]);
    let before =
        RegisterState { inputs: &inputs_before, lineage: &rows_before, persons: &before, ..Default::default() };
    let after = RegisterState { inputs: &inputs_after, lineage: &rows_after, persons: &after, ..Default::default() };
    let reasons = |is_setting_changed| -> Vec<String> {
        let changes = Changes::between(before, after).with_reasons(before, after, &[], is_setting_changed);
        let text = |reason: &ChangeReason| format!("{} {}", reason.kind.code(), reason.who).trim_end().to_owned();
        changes.persons.iter().map(|person| text(&person.reasons[0])).collect()
    };
    // The row of P4 stands where the total stood: it is a new one.
    assert_eq!(reasons(true), ["row-changed", "household Rut", "setting", "row-new"]);
    assert_eq!(reasons(false), ["row-changed", "household Rut", "consequence", "row-new"]);
}
