//! Tests of ids for life: ids are kept when files are added or corrected, and persons vanish only with
//! `--accept-removals`.

use std::collections::BTreeMap;

use bato::store::{AliasRow, HouseholdRow, LineageRow, PersonRow};

use crate::door::{Commune, sample_files, some_files};

/// Returns the person of each founding row, by the place of the row.
fn founders(commune: &Commune) -> BTreeMap<(String, String, i64), String> {
    let rows = commune.table::<LineageRow>().into_iter().filter(|row| row.outcome == "registered");
    rows.map(|row| ((row.file, row.sheet, row.row), row.person_id.unwrap())).collect()
}

fn living(commune: &Commune) -> BTreeMap<String, PersonRow> {
    commune.table::<PersonRow>().into_iter().map(|person| (person.person_id.clone(), person)).collect()
}

#[test]
fn ids_are_kept_when_further_files_are_added() {
    let files = sample_files();
    let (half, rest): (Vec<_>, Vec<_>) = files.iter().cloned().enumerate().partition(|(place, _)| place % 2 == 0);
    let commune = Commune::with(&half.into_iter().map(|(_, file)| file).collect::<Vec<_>>());
    commune.run();
    let before = founders(&commune);
    let households: Vec<String> =
        commune.table::<HouseholdRow>().into_iter().map(|household| household.household_id).collect();
    rest.iter().for_each(|(_, file)| commune.take(file, file));
    commune.run();
    commune.assert_whole();
    let after: BTreeMap<_, _> =
        commune.table::<LineageRow>().into_iter().map(|row| ((row.file, row.sheet, row.row), row.person_id)).collect();
    let (persons, aliases) = (living(&commune), commune.table::<AliasRow>());
    let mut kept = 0;
    for (place, id) in &before {
        // If two persons were merged, the id is an alias that leads to the person of the row.
        let now = after[place].as_ref().unwrap();
        match aliases.iter().find(|alias| alias.old_id == *id) {
            Some(alias) => assert_eq!(alias.person_id.as_ref(), Some(now), "{id}"),
            None => {
                assert_eq!(id, now, "{place:?}");
                assert!(persons.contains_key(id));
                kept += 1;
            }
        }
    }
    assert!(kept * 100 >= before.len() * 99, "{kept} of {}", before.len());
    let now: std::collections::BTreeSet<String> =
        commune.table::<HouseholdRow>().into_iter().map(|household| household.household_id).collect();
    let kept = households.iter().filter(|id| now.contains(*id)).count();
    assert!(kept * 100 >= households.len() * 95, "households {kept} of {}", households.len());
}

#[test]
fn a_corrected_row_keeps_its_person() {
    let commune = Commune::empty();
    let sheet = |rows: &str| {
        format!("N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n{rows}")
    };
    let file = "census/Q06 Boma_2017.csv";
    commune.write(file, sheet("1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef\n1;Boma;Lodja;12;NSIMBA;KIESE;Noella;F;28/02/1970;Épouse\n"));
    commune.run();
    let before = living(&commune);
    // Correct a name and a date, and insert a row before all others.
    commune.write(
        file,
        sheet("2;Boma;Lodja;14;PANZU;DIA;Ruth;F;01/01/1980;Chef\n1;Boma;Lodja;12;MBALA;LEMBA;Bruno;M;08/10/1961;Chef\n1;Boma;Lodja;12;NSIMBA;KIESE;Noella;F;28/02/1971;Épouse\n"),
    );
    commune.run();
    let after = living(&commune);
    assert_eq!(after.len(), 3);
    for (id, person) in &before {
        assert_eq!(after[id].prenom, person.prenom);
    }
}

#[test]
fn persons_vanish_only_if_accepted_and_get_their_ids_back() {
    let files = some_files();
    let commune = Commune::with(&files);
    commune.run();
    let before = living(&commune);
    let gone = files.iter().find(|file| file.starts_with("census/")).unwrap();
    std::fs::remove_file(commune.raw().join(gone)).unwrap();

    let output = commune.bato(&["run"]);
    assert_eq!(output.status, 2);
    assert!(output.err.contains("--accept-removals") && output.err.contains("P-"), "{}", output.err);
    assert_eq!(living(&commune), before, "the register changed");

    let output = commune.bato(&["run", "--accept-removals"]);
    assert_eq!(output.status, 0, "{}", output.err);
    commune.assert_whole();
    let withdrawn: Vec<String> = commune
        .table::<AliasRow>()
        .into_iter()
        .filter(|alias| alias.reason == "withdrawn")
        .map(|alias| alias.old_id)
        .collect();
    assert!(!withdrawn.is_empty());
    assert!(output.out.contains("Personnes retirées"), "{}", output.out);

    commune.take(gone, gone);
    commune.run();
    let after = living(&commune);
    assert_eq!(after.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
    assert!(commune.table::<AliasRow>().iter().all(|alias| !withdrawn.contains(&alias.old_id)));
}

const HEADINGS: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n";
const JOLIE: &str = "1;Boma;Lodja;12;XIMBALA;MAYUMA;Jolie;F;08/10/1961;Chef\n";
const ABEL: &str = "4;Boma;Kasai;31;WOTSHI;MATONDO;Abel;M;28/02/1990;Chef\n";

const OTHER: &str = "9;Boma;Kasai;44;PANZU;DIA;Ruth;F;01/01/1980;Chef\n";

/// A commune with Jolie in one file, and Abel in two others.
fn jolie_and_abel() -> Commune {
    let commune = Commune::empty();
    commune.write("census/Jolie_2017.csv", format!("{HEADINGS}{JOLIE}"));
    commune.write("census/Abel_2017.csv", format!("{HEADINGS}{OTHER}{ABEL}"));
    commune.write("census/Abel_2018.csv", format!("{HEADINGS}{ABEL}"));
    commune.run();
    assert_eq!(living(&commune).len(), 3);
    commune
}

/// Returns the id that a person has now, by the given name.
fn id_of(commune: &Commune, prenom: &str) -> Option<String> {
    commune.table::<PersonRow>().into_iter().find(|person| person.prenom == prenom).map(|person| person.person_id)
}

fn ruled(commune: &Commune, words: &[&str]) -> String {
    let output = commune.bato(&[&["decide"], words, &["--author", "A. Agent", "--reason", "vu"]].concat());
    assert_eq!(output.status, 0, "{}", output.err);
    output.out.split_whitespace().find(|word| word.starts_with("D-")).unwrap().to_owned()
}

fn run_with_removals(commune: &Commune) {
    let output = commune.bato(&["run", "--accept-removals"]);
    assert_eq!(output.status, 0, "{}", output.err);
    commune.assert_whole();
}

#[test]
fn a_ruling_on_two_persons_joins_all_their_rows_and_its_undoing_parts_them() {
    let commune = jolie_and_abel();
    let (jolie, abel) = (id_of(&commune, "Jolie").unwrap(), id_of(&commune, "Abel").unwrap());
    let before = commune.table::<PersonRow>();
    let ruling = ruled(&commune, &["same", &jolie, &abel]);
    commune.run();
    commune.assert_whole();
    assert_eq!(living(&commune).len(), 2, "both rows of Abel are Jolie's now");
    ruled(&commune, &["undo", &ruling]);
    commune.run();
    assert_eq!(commune.table::<PersonRow>(), before);
}

#[test]
fn an_undone_ruling_gives_the_ids_back_whosever_rows_left_meanwhile() {
    for (gone, prenom) in [("census/Abel_2017.csv", "Abel"), ("census/Jolie_2017.csv", "Jolie")] {
        for is_back_first in [false, true] {
            let commune = jolie_and_abel();
            let first = [id_of(&commune, "Jolie"), id_of(&commune, "Abel")];
            let [Some(jolie), Some(abel)] = &first else { panic!("both are there") };
            let ruling = ruled(&commune, &["same", jolie, abel]);
            commune.run();
            let text = std::fs::read_to_string(commune.raw().join(gone)).unwrap();
            std::fs::remove_file(commune.raw().join(gone)).unwrap();
            run_with_removals(&commune);
            if is_back_first {
                commune.write(gone, &text);
                commune.run();
                ruled(&commune, &["undo", &ruling]);
            } else {
                ruled(&commune, &["undo", &ruling]);
                commune.run();
                let other = if prenom == "Jolie" { ("Abel", abel) } else { ("Jolie", jolie) };
                assert_eq!(id_of(&commune, other.0).as_ref(), Some(other.1), "{gone}");
                commune.write(gone, &text);
            }
            commune.run();
            commune.assert_whole();
            assert_eq!([id_of(&commune, "Jolie"), id_of(&commune, "Abel")], first, "{gone}, {is_back_first}");
            assert!(commune.table::<AliasRow>().iter().all(|alias| ![jolie, abel].contains(&&alias.old_id)));
        }
    }
}

#[test]
fn a_line_removed_while_its_person_was_another_takes_its_id_along() {
    let commune = jolie_and_abel();
    std::fs::remove_file(commune.raw().join("census/Abel_2018.csv")).unwrap();
    run_with_removals(&commune);
    let (jolie, abel) = (id_of(&commune, "Jolie").unwrap(), id_of(&commune, "Abel").unwrap());
    let ruling = ruled(&commune, &["same", &jolie, &abel]);
    commune.run();
    commune.write("census/Abel_2017.csv", format!("{HEADINGS}{OTHER}"));
    commune.run();
    ruled(&commune, &["undo", &ruling]);
    commune.run();
    commune.assert_whole();
    assert_eq!(id_of(&commune, "Jolie"), Some(jolie.clone()));
    let aliases = commune.table::<AliasRow>();
    let withdrawn = aliases.iter().find(|alias| alias.old_id == abel).unwrap();
    assert_eq!((withdrawn.person_id.as_deref(), withdrawn.reason.as_str()), (None, "withdrawn"));
    commune.write("census/Abel_2017.csv", format!("{HEADINGS}{OTHER}{ABEL}"));
    commune.run();
    assert_eq!((id_of(&commune, "Jolie"), id_of(&commune, "Abel")), (Some(jolie), Some(abel)));
}

#[test]
fn a_fiche_of_which_every_row_waits_is_no_household() {
    let commune = Commune::empty();
    let heading = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n";
    let waiting = |n: usize| format!("{n};Boma;Lodja;{n};;;;M;31/02/1980;Chef\n");
    let good = "9001;Boma;Kasa;3;KANZA;LUZOLO;Paul;M;04/05/1980;Chef\n";
    // Ids were tried one after the other for such fiches: 20,000 of them took over a minute.
    let sheet = heading.to_owned() + &(1..=20_000).map(waiting).collect::<String>() + good;
    commune.write("census/Q06 Boma_2017.csv", sheet);
    commune.run();
    let households = commune.table::<bato::store::HouseholdRow>();
    assert_eq!(households.len(), 1);
    assert_eq!((households[0].n_members, commune.table::<PersonRow>().len()), (1, 1));
    commune.assert_whole();
}
