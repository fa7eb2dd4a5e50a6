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
