//! Tests of events (deaths, departures, arrivals, moves, marriages): how they are linked to a person and what they
//! change; and of the comparison of rounds.

use bato::store::{AbsenceRow, EventRow, HouseholdChangeRow, HouseholdRow, LikelyDeadRow, PersonRow, ResidenceRow};

use crate::door::{Commune, some_files};

const HEADINGS: &str =
    "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien;État civil\n";
const EVENTS: &str = "Événement;Date de l'événement;Identifiant;Nom;Post-nom;Prénom;Sexe;Date de naissance;Quartier;\
                      Nouveau quartier;Destination;Conjoint\n";
const FICHE: &str = "7;Boma;Kasai;12;XIMUAMBA;MUYA;Zébédée;M;03/04/1970;CM;Marié\n\
                     7;Boma;Kasai;12;KAPINGA;ZOLA;Xaverine;F;09/11/1975;Épouse;Mariée\n\
                     7;Boma;Kasai;12;XIMUAMBA;NSONA;Wilgeforte;F;12/01/1999;Fille;Célibataire\n\
                     7;Boma;Kasai;12;XIMUAMBA;LUTETE;Yvette;F;17/06/2001;Fille;Célibataire\n";

fn commune(events: &str) -> Commune {
    let commune = Commune::with(&some_files());
    commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{FICHE}"));
    commune.write("events/evenements_2018.csv", format!("{EVENTS}{events}"));
    commune.run();
    commune
}

fn person(commune: &Commune, prenom: &str) -> PersonRow {
    let persons: Vec<PersonRow> = commune.table();
    let mut found = persons.into_iter().filter(|person| person.prenom == prenom);
    let person = found.next().unwrap_or_else(|| panic!("{prenom}"));
    assert_eq!(found.count(), 0, "one {prenom}");
    person
}

#[test]
fn an_event_is_linked_to_its_person_and_changes_status_and_residence() {
    let commune = commune(
        "Décès;02/02/2018;;XIMWAMBA;MUYA;Zébédée;M;03/04/1970;Boma;;;\n\
         Départ;05/03/2018;;KAPINGA;ZOLA;Xaverine;F;09/11/1975;Boma;;Matadi;\n\
         Mariage;06/03/2018;;XIMUAMBA;NSONA;Wilgeforte;F;12/01/1999;Boma;;;YEMBA Noé\n\
         Déménagement;07/04/2018;;XIMUAMBA;LUTETE;Yvette;F;17/06/2001;Boma;Malonda;;\n\
         Arrivée;08/05/2018;;XOMBELE;UTENGO;Zéphyrine;F;01/02/1980;Salongo;;Lubumbashi;\n",
    );
    commune.assert_whole();
    let zebedee = person(&commune, "Zébédée");
    assert_eq!((zebedee.status.as_str(), zebedee.household_id, zebedee.n_sources), ("deceased", None, 2));
    assert_eq!(zebedee.status_since.unwrap().to_string(), "2018-02-02");
    assert_eq!(person(&commune, "Xaverine").status, "departed");
    let wilgeforte = person(&commune, "Wilgeforte");
    assert_eq!((wilgeforte.status.as_str(), wilgeforte.marital_status.as_deref()), ("resident", Some("married")));
    assert!(wilgeforte.household_id.is_some());
    let yvette = person(&commune, "Yvette");
    assert_eq!((yvette.status.as_str(), yvette.quartier.as_deref()), ("resident", Some("Malonda")));
    let arrived = person(&commune, "Zéphyrine");
    assert_eq!((arrived.status.as_str(), arrived.quartier.as_deref()), ("resident", Some("Salongo")));

    let events: Vec<EventRow> = commune.table();
    let effects: Vec<(&str, &str, i32)> =
        events.iter().map(|row| (row.event.as_str(), row.effect.as_str(), row.matched)).collect();
    assert_eq!(
        effects,
        [
            ("death", "holds", 1),
            ("departure", "holds", 1),
            ("marriage", "holds", 1),
            ("move", "holds", 1),
            ("arrival", "holds", 0)
        ]
    );
    assert_eq!(events[1].other.as_deref(), Some("Matadi"));
    // The dead and the departed are neither members nor head of the household.
    let homes: Vec<HouseholdRow> = commune.table();
    let home = homes.iter().find(|home| Some(&home.household_id) == wilgeforte.household_id.as_ref()).unwrap();
    assert_eq!((home.n_members, home.head_person_id.as_deref()), (1, None));
    let residences: Vec<ResidenceRow> = commune.table();
    let of_yvette: Vec<(&str, i32)> = residences
        .iter()
        .filter(|row| row.person_id == yvette.person_id)
        .map(|row| (row.why.as_str(), row.holds))
        .collect();
    assert_eq!(of_yvette, [("before-event", 0), ("event", 1)]);
    let output = commune.bato(&["show", &zebedee.person_id]);
    assert!(
        output.out.contains("décédé") && !output.out.contains("décédé(e)") && output.out.contains("Décès le"),
        "{}",
        output.out
    );
}

#[test]
fn an_event_with_an_id_is_linked_even_if_the_name_differs() {
    let commune = commune("");
    let zebedee = person(&commune, "Zébédée");
    let row = format!("Décès;02/02/2018;{};WAZOLA;;Dieudonné;M;;Salongo;;;\n", zebedee.person_id.to_lowercase());
    let slip = "Décès;02/02/2018;P-0000-0000-1;WAZOLA;;Dieudonné;M;;Salongo;;;\n";
    let unknown = "Départ;02/02/2018;P-0000-0000-J;XAMBA;OTSHUDI;Quirin;M;01/01/1990;Salongo;;;\n";
    commune.write("events/evenements_2018.csv", format!("{EVENTS}{row}{slip}{unknown}"));
    let output = commune.bato(&["run"]);
    assert_eq!(output.status, 0, "{}", output.err);
    assert!(output.out.contains("P-0000-0000-J"), "an identifier that nobody has is effects: {}", output.out);
    let now = person(&commune, "Zébédée");
    assert_eq!((now.person_id.as_str(), now.status.as_str()), (zebedee.person_id.as_str(), "deceased"));
    assert_eq!(person(&commune, "Quirin").status, "departed");
    let events: Vec<EventRow> = commune.table();
    assert_eq!(events.len(), 2, "the id with a wrong check character is not in quarantine");
}

#[test]
fn an_event_with_the_number_of_another_person_is_named() {
    let commune = commune("");
    let zebedee = person(&commune, "Zébédée");
    let names = format!("{};{};{}", zebedee.nom, zebedee.postnom, zebedee.prenom);
    let of_nom = format!("{};;Zébédé Marie", zebedee.nom);
    for (names, sex, is_named) in [
        (names.as_str(), "M", false),
        (of_nom.as_str(), "", false),
        ("XAMBA;OTSHUDI;Quirin", "", true),
        (names.as_str(), "F", true),
    ] {
        let row = format!("Décès;02/02/2018;{};{names};{sex};;Salongo;;;\n", zebedee.person_id);
        commune.write("events/evenements_2018.csv", format!("{EVENTS}{row}"));
        let said = commune.bato(&["run"]);
        let said_so = said.err.contains("d’autres noms ou un autre sexe") && said.err.contains("evenements_2018!!");
        assert_eq!((said.status, said_so), (0, is_named), "{names} {sex}: {}", said.err);
        assert_eq!(person(&commune, "Zébédée").status, "deceased");
    }
}

#[test]
fn repeated_superseded_and_contradicted_events_stay_listed() {
    let commune = Commune::with(&some_files());
    commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{FICHE}"));
    let later = FICHE.replace("12;", "14;");
    commune.write("census/Q06 Boma_2019.csv", format!("{HEADINGS}{later}"));
    commune.write(
        "events/deces_2018.csv",
        "Date du décès;Nom;Post-nom;Prénom;Sexe;Date de naissance;Quartier\n\
         02/02/2018;XIMUAMBA;MUYA;Zébédée;M;03/04/1970;Boma\n",
    );
    commune.write(
        "events/mutations_2019.csv",
        format!(
            "{EVENTS}Déménagement;01/02/2019;;XIMUAMBA;NSONA;Wilgeforte;F;12/01/1999;Boma;Malonda;;\n\
             Déménagement;09/02/2019;;XIMUAMBA;NSONA;Wilgeforte;F;12/01/1999;Boma;Malonda;;\n\
             Déménagement;01/02/2016;;XIMUAMBA;LUTETE;Yvette;F;17/06/2001;Boma;Salongo;;\n"
        ),
    );
    commune.run();
    commune.assert_whole();
    let effects: Vec<(String, String)> =
        commune.table::<EventRow>().into_iter().map(|row| (row.event, row.effect)).collect();
    let effect = |event: &str, effect: &str| (event.to_owned(), effect.to_owned());
    assert_eq!(
        effects,
        [
            effect("death", "contradicted"),
            effect("move", "holds"),
            effect("move", "repeated"),
            effect("move", "superseded")
        ]
    );
    assert_eq!(person(&commune, "Zébédée").status, "resident", "a later round has him");
    assert_eq!(person(&commune, "Wilgeforte").quartier.as_deref(), Some("Malonda"));
    assert_eq!(person(&commune, "Yvette").quartier.as_deref(), Some("Boma"));
    let changes: Vec<HouseholdChangeRow> = commune.table();
    let moved = changes.iter().find(|change| change.from_address == "Boma, Kasai, 12").unwrap();
    assert_eq!((moved.change.as_str(), moved.round, moved.to_address.as_str()), ("moved", 2019, "Boma, Kasai, 14"));
}

#[test]
fn rounds_give_absences_likely_deaths_and_split_households() {
    let commune = Commune::with(&some_files());
    let fiche = |number: u32, parcel: u32, names: &[(&str, &str, &str, &str)]| -> String {
        let line = |(name, prenom, born, relation): &(&str, &str, &str, &str)| {
            format!("{number};Salongo;Mbuji;{parcel};{name};ZUKA;{prenom};F;{born};{relation};Célibataire\n")
        };
        names.iter().map(line).collect()
    };
    let first = [
        ("XAMUNDELE", "Zita", "01/02/1960", "CM"),
        ("XAMUNDELE", "Oda", "03/04/1985", "Fille"),
        ("XAMUNDELE", "Pélagie", "05/06/1987", "Fille"),
        ("XAMUNDELE", "Ursule", "07/08/1935", "Mère"),
    ];
    let old = [("WOTSHI", "Quitterie", "02/03/1912", "CM")];
    let others = [("YAKOMBA", "Ilda", "02/03/1962", "CM"), ("YAKOMBA", "Edwige", "12/03/1992", "Fille")];
    let then = [fiche(1, 3, &first), fiche(2, 5, &old), fiche(3, 6, &others)].concat();
    let now = [fiche(1, 3, &first[..2]), fiche(9, 44, &first[2..3]), fiche(2, 5, &old), fiche(3, 6, &others)].concat();
    commune.write("census/Salongo_2015.csv", format!("{HEADINGS}{then}"));
    commune.write("census/Salongo_2018.csv", format!("{HEADINGS}{now}"));
    commune.run();
    commune.assert_whole();
    let id = |prenom: &str| person(&commune, prenom).person_id;
    let absences: Vec<AbsenceRow> = commune.table();
    let of_salongo: Vec<&AbsenceRow> = absences.iter().filter(|row| row.person_id == id("Ursule")).collect();
    assert_eq!(of_salongo.len(), 1, "{absences:?}");
    assert_eq!((of_salongo[0].round, of_salongo[0].last_seen, of_salongo[0].whole_household), (2018, 2015, 0));
    assert!(!absences.iter().any(|row| row.person_id == id("Pélagie")));
    let likely: Vec<LikelyDeadRow> = commune.table();
    let why = |prenom: &str| likely.iter().find(|row| row.person_id == id(prenom)).map(|row| row.reason.clone());
    assert_eq!(why("Ursule").as_deref(), Some("age-and-absence"));
    assert_eq!(why("Quitterie").as_deref(), Some("age"));
    assert_eq!(why("Zita"), None);
    assert_eq!(person(&commune, "Ursule").status, "resident", "likely dead, but still a resident");
    let changes: Vec<HouseholdChangeRow> = commune.table();
    let split: Vec<(&str, i32)> = changes
        .iter()
        .filter(|change| Some(&change.household_id) == person(&commune, "Zita").household_id.as_ref())
        .map(|change| (change.change.as_str(), change.n_persons))
        .collect();
    assert_eq!(split, [("split", 1)]);
    let residences: Vec<ResidenceRow> = commune.table();
    let of_split: Vec<(&str, i32)> = residences
        .iter()
        .filter(|row| row.person_id == id("Pélagie"))
        .map(|row| (row.why.as_str(), row.holds))
        .collect();
    assert_eq!(of_split, [("later-round", 1), ("earlier-round", 0)]);
}
