//! Tests of whole sheets: the field of each column and the outcome of each row.

use std::collections::BTreeMap;

use crate::record::{Context, Field, Grid, Kind, RowAt};

use super::super::headers::Headers;
use super::context_lines::tests::rows;
use super::sheet_reader::SheetRows;
use super::{SheetOptions, read_sheet};

pub(super) fn read(kind: Kind, lines: &[&str]) -> SheetRows {
    let mut grid = Grid { rows: rows(lines), ..Grid::default() };
    let headers = Headers::new(&BTreeMap::new(), &[]).expect("sound");
    let options = SheetOptions {
        kind,
        headers: &headers,
        file: "census/x.csv",
        as_saved: None,
        keep_sensitive: false,
        this_year: Some(2026),
        columns_of_book: None,
    };
    read_sheet(&mut grid, RowAt::default(), &Context::default(), &options)
}

pub(super) fn census(lines: &[&str]) -> SheetRows {
    read(Kind::Census, lines)
}

pub(super) fn fields(read: &SheetRows) -> String {
    read.headings.iter().map(|heading| heading.field.code()).collect::<Vec<_>>().join(" ")
}

pub(super) fn rules(read: &SheetRows) -> Vec<&'static str> {
    read.findings.iter().map(|finding| finding.rule).collect()
}

pub(super) fn reasons(read: &SheetRows) -> Vec<&'static str> {
    read.rows.iter().map(|row| row.left_out.unwrap_or("data")).collect()
}

#[test]
fn swapped_headings_are_detected_by_content() {
    let sheet = census(&[
        "Nom|Sexe|Date de naissance|Lieu",
        "MBALA|M|Boma|12/05/1987",
        "LEMA|F|Kinshasa|03/05/1990",
        "KANZA|M|Matadi|1971",
        "NLANDU|F|Boma|28/02/1984",
        "KIESE|F|Kikwit|01/01/2001",
    ]);
    assert_eq!(fields(&sheet), "nom sex birth_place birth_date");
    assert_eq!(rules(&sheet).iter().filter(|rule| **rule == "column-content").count(), 2);
}

#[test]
fn the_first_row_of_a_short_list_without_headings_is_no_heading() {
    for lines in [
        ["Chef|MBALA LEMA Ruth|F|12/03/1990|Boma", "Enfant|KANZA Jean|M|03/05/2008|Boma"],
        ["Chef|MBALA LEMA Ruth|Boma", "Enfant|KANZA Jean|Boma"],
        ["MBALA Ruth|F|Élève|Enfant", "KANZA Jean|M|Menuisier|Chef"],
        ["Responsable|MBALA|F|1990-03-12|Ménagère", "Enfant|KANZA|F|2008-05-03|Élève"],
    ] {
        assert!(!reasons(&census(&lines)).contains(&"header"), "{lines:?}: {:?}", reasons(&census(&lines)));
    }
    // Sexes ticked with their own letter, a date among the headings, a name among them.
    for lines in [
        ["Nom|M|F|Âge", "MBALA|M||31", "LEMA||F|28"],
        ["Nom|Sexe|12/03/2018|19/03/2018", "MBALA|M|x|x", "LEMA|F||x"],
        ["Nom|Sexe|Marie Reine|Âge", "MBALA|M|oui|31", "LEMA|F|non|28"],
    ] {
        assert_eq!(reasons(&census(&lines))[0], "header", "{lines:?}");
    }
}

#[test]
fn relations_of_guardians_are_no_relations_to_a_head() {
    let guardians = ["Père", "Oncle", "Frère", "Mère", "Oncle", "Père"];
    let household = ["Chef", "Épouse", "Fils", "Fille", "", "Frère"];
    let without_head = ["", "Épouse", "Fils", "Fille", "Neveu", "Frère"];
    for (relations, expected) in [(guardians, "other"), (household, "relation"), (without_head, "relation")] {
        let line = |(n, relation): (usize, &&str)| format!("MBALA|Ruth|{}|{relation}|0{n}/05/1987", ["M", "F"][n % 2]);
        for heading in ["Attache", ""] {
            let lines: Vec<String> = std::iter::once(format!("Nom|Prénom|Sexe|{heading}|Date de naissance"))
                .chain(relations.iter().enumerate().map(|(n, relation)| line((n + 1, relation))))
                .collect();
            let sheet = census(&lines.iter().map(String::as_str).collect::<Vec<_>>());
            let has = fields(&sheet).split(' ').any(|field| field == "relation");
            assert_eq!(has, expected == "relation", "{heading} {relations:?}: {}", fields(&sheet));
        }
    }
}

#[test]
fn a_type_outside_a_birth_register_is_no_kind_of_declaration() {
    let lines = ["Nom|Prénom|Sexe|Type", "MBALA|Ruth|F|Membre", "LEMA|Noé|M|Visiteur", "KIESE|Anne|F|Membre"];
    assert_eq!(fields(&census(&lines)), "nom prenom sex other");
    assert_eq!(fields(&read(Kind::Birth, &lines)), "nom prenom sex category");
    let lines = lines.map(|line| line.replace("Type", "Type de déclaration"));
    assert_eq!(fields(&census(&lines.each_ref().map(String::as_str))), "nom prenom sex unused");
}

#[test]
fn a_date_over_three_columns_needs_one_heading() {
    let sheet = census(&[
        "Nom|Prénom|Date de naissance|||Sexe|",
        "MBALA|Bruno|12|5|1987|X|",
        "LEMA|Ruth|3|mai|1990||X",
        "KANZA|Noé|31|12|1971|X|",
        "NLANDU|Ève|28|2|1984||X",
        "KIESE|Anne|1|1|2001||X",
    ]);
    assert_eq!(fields(&sheet), "nom prenom birth_day birth_month birth_year sex_male sex_female");
}

#[test]
fn a_year_of_birth_beside_a_day_and_a_month_is_part_of_the_date() {
    let sheet = census(&[
        "Nom|Prénom|Jour de naissance|Mois de naissance|Année naissance",
        "MBALA|Bruno|12|5|1987",
        "LEMA|Ruth|3|10|1990",
        "KANZA|Noé||12|1971",
    ]);
    assert_eq!(fields(&sheet), "nom prenom birth_day birth_month birth_year");
}

#[test]
fn ditto_marks_and_values_written_once_are_filled_down() {
    let sheet = census(&[
        "Quartier|Nom|Prénom|Sexe",
        "Boma|MBALA|Bruno|M",
        "|\"|Ruth|F",
        "|-//-|Noé|M",
        "Malonda|LEMA|Ève|F",
        "|idem|Anne|F",
    ]);
    let texts = |field| sheet.rows[1..].iter().map(|row| row.field_text(field).into_owned()).collect::<Vec<_>>();
    assert_eq!(texts(Field::Nom), ["MBALA", "MBALA", "MBALA", "LEMA", "LEMA"]);
    assert_eq!(texts(Field::Quartier), ["Boma", "Boma", "Boma", "Malonda", "Malonda"]);
    assert!(rules(&sheet).contains(&"value-given-once"));
}

#[test]
fn titles_between_tables_and_summaries_below_them_are_no_data() {
    let sheet = census(&[
        "Recensement 2017",
        "N°|Nom|Prénom|Sexe",
        "1|MBALA|Bruno|M",
        "Deuxième partie",
        "N°|Nom|Prénom|Sexe|Date de naissance",
        "1|LEMA|Ruth|F|1987",
        "Total|1",
        "Récapitulatif",
        "Hommes|12|Femmes|14",
    ]);
    let expected = ["section", "header", "data", "title", "header", "data", "total", "title", "recap"];
    assert_eq!(reasons(&sheet), expected);
}

#[test]
fn rows_of_two_tables_side_by_side_go_to_quarantine_with_one_finding() {
    let sheet = census(&["Nom|Prénom|Sexe||Nom|Prénom|Sexe", "MBALA|Bruno|M||LEMA|Ruth|F", "KANZA|Noé|M"]);
    assert_eq!(reasons(&sheet), ["header", "tables-side-by-side", "data"]);
    assert_eq!(rules(&sheet).iter().filter(|rule| **rule == "tables-side-by-side").count(), 1);
}

#[test]
fn sensitive_cells_are_left_out_and_counted() {
    let sheet = census(&["Nom|Prénom|Sexe|Religion", "MBALA|Bruno|M|Kimbanguiste", "KANZA|Noé|M"]);
    assert!(sheet.rows.iter().skip(1).all(|row| row.cells.iter().all(|cell| cell.column < 3)));
    let finding = sheet.findings.iter().find(|finding| finding.rule == "sensitive-left-out").expect("a finding");
    assert_eq!(finding.args, [("n", "1".to_owned())]);
}

#[test]
fn a_name_and_one_more_field_make_a_heading_whatever_stands_beside_them() {
    let sheet = census(&[
        "id|projet|nom|doc|statut|mail|code|url|2017|grade|lot|age",
        "1|18|MBALA|x.pdf|SANS|a@b|P1|http|x|G|L1|33",
        "2|18|KANZA|x.pdf|SANS|a@b|P1|http|x|G|L1|12",
    ]);
    assert_eq!(reasons(&sheet), ["header", "data", "data"]);
    assert_eq!(sheet.rows[1].field_text(Field::Nom).into_owned(), "MBALA");
    assert_eq!(sheet.rows[1].field_text(Field::Age).into_owned(), "33");
    // A row of persons, a form and a table of places are no headings.
    for lines in [
        &["Chef de ménage|MBALA|Sexe|M", "Avenue|Lodja|Parcelle|12"][..],
        &["Nom|MBALA|Sexe|M", "Prénom|Ruth|Âge|12", "Lieu|Boma|Lien|Chef"],
        &["Nom de la commune|Code", "Boma|12", "Mokali|13"],
    ] {
        let sheet = census(lines);
        assert!(!sheet.has_table, "{lines:?}");
    }
}

#[test]
fn a_role_names_the_person_only_where_no_other_column_does() {
    let patients = census(&["Patient|Sexe|Hôpital|Médecin", "Ruth MBALA|F|Boma|X", "Bruno KANZA|M|Boma|Y"]);
    assert_eq!(fields(&patients), "full_name sex unused unused");
    let members =
        census(&["Nom du chef de ménage|Nom|Prénom|Sexe", "KANZA Noé|MBALA|Ruth|F", "KANZA Noé|LEMA|Bruno|M"]);
    assert_eq!(fields(&members), "unused nom prenom sex");
    let named_twice = census(&[
        "name|last_name|Nom & Prénoms|sexe",
        "MBALA|RUTH|MBALA RUTH|F",
        "KANZA|NOE ALAIN|KANZA NOE ALAIN|M",
        "LEMA|ANNE|LEMA ANNE|F",
    ]);
    assert_eq!(fields(&named_twice), "nom prenom unused sex");
    let unnamed = census(&["id|ep|sex|age", "1|MBALA RUTH|F|33", "2|KANZA BRUNO|M|44", "3|LEMA ANNE|F|12"]);
    assert_eq!(fields(&unnamed), "unused full_name sex age");
    assert!(rules(&unnamed).contains(&"column-guessed"));
}

#[test]
fn columns_without_a_heading_are_recognised_by_their_content() {
    let sheet = census(&[
        "1|MBALA KIESE RUTH|61|Lodja",
        "2|KANZA BRUNO|34|Lodja",
        "3|LEMA ANNE|38|Kasaï",
        "4|NSIMBA LANDU ALAIN|18|Kasaï",
    ]);
    assert_eq!(fields(&sheet), "full_name age");
    assert_eq!(reasons(&sheet), ["data"; 4]);
    assert_eq!(rules(&sheet).iter().filter(|rule| **rule == "column-guessed").count(), 2);
    let unreadable = census(&["Zorg|Blip|Kwa", "Foo|Bar|Baz", "Aaa|Bbb|Ccc"]);
    assert_eq!(reasons(&unreadable), ["no-header"; 3]);
    assert_eq!(rules(&unreadable), ["no-header"]);
}

#[test]
fn tables_of_other_things_are_set_aside_whole() {
    for (kind, lines, reason) in [
        (Kind::Census, &["Code|Nom du quartier|Population", "1|Boma|20 641", "2|Mokali|3 301"][..], "statistics"),
        (
            Kind::Birth,
            &["Deed number|Deceased's surname|Deceased's first name|Age", "1|MBALA|Ruth|62", "2|KANZA|Noé|39"],
            "other-list",
        ),
        (
            Kind::Birth,
            &["N° acte|Nom de l'époux|Nom de l'épouse|Date", "1|MBALA|KANZA|12/05/2017", "2|LEMA|NZUZI|13/05/2017"],
            "other-list",
        ),
        (Kind::Census, &["Nom|MBALA|KANZA", "Prénom|Ruth|Noé", "Sexe|F|M", "Âge|12|13"], "persons-in-columns"),
    ] {
        let sheet = read(kind, lines);
        assert!(reasons(&sheet).iter().all(|found| *found == reason || *found == "header"), "{lines:?}");
        assert!(rules(&sheet).contains(&reason), "{lines:?}");
    }
}

proptest::proptest! {
    #[test]
    fn every_row_has_an_outcome_whatever_is_typed(texts in proptest::collection::vec(proptest::collection::vec("\\PC{0,12}|Nom|Sexe|N°|M|F|Quartier|TOTAL|Naissance|Date|\"|1|2", 1..8), 0..12)) {
        let lines: Vec<String> = texts.iter().map(|texts| texts.join("|")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let read = read(Kind::Birth, &lines);
        proptest::prop_assert_eq!(read.rows.len(), rows(&lines).len());
        proptest::prop_assert!(read.rows.iter().all(|row| (row.context as usize) < read.contexts.len()));
    }
}

#[test]
fn the_name_of_an_agent_and_ticks_under_mume_and_mke_make_no_list_of_couples() {
    let heading = "Nom|Post-nom|Prénom|Sexe|Date de naissance";
    for title in [
        "Agent : MABALA Pierre",
        "Chef de quartier : LIWA Pierre",
        "Agent recenseur :|MABALA Pierre",
        "Recenseur : MORT Paul",
    ] {
        let sheet = census(&[title, heading, "MBALA|LEMA|Ruth|F|12/03/1990", "KANZA|LEMA|Jean|M|03/05/2008"]);
        assert_eq!(reasons(&sheet)[2..], ["data", "data"], "{title}: {:?}", rules(&sheet));
    }
    let sheet = census(&["Chef de quartier : MBALA|Registre des décès", heading, "MBALA|LEMA|Ruth|F|12/03/1990"]);
    assert_eq!(reasons(&sheet)[2], "other-list");
    let sheet = census(&["Name|Mume|Mke|Age", "MBALA Ruth||x|31", "KANZA Jean|x||9", "LEMA Anne||x|52"]);
    assert_eq!(reasons(&sheet)[1..], ["data", "data", "data"], "{:?}", rules(&sheet));
    let sheet =
        census(&["N°|Mume|Mke|Date", "1|KANZA Jean|MBALA Ruth|12/03/2010", "2|LEMA Paul|KIESE Anne|12/03/2011"]);
    assert!(rules(&sheet).contains(&"other-list"), "{:?}", rules(&sheet));
}

#[test]
fn a_sheet_of_names_and_telephones_lists_no_choices() {
    let lines = [
        "Nom|Post-nom|Prénom|Téléphone",
        "MBALA|LEMA|Ruth|0811111111",
        "KANZA|KIESE|Jean|0822222222",
        "NSEKA|NLANDU|Anne",
    ];
    let mut grid = Grid { name: "Liste".to_owned(), rows: rows(&lines), ..Grid::default() };
    let headers = Headers::new(&BTreeMap::new(), &[]).expect("sound");
    let options = SheetOptions {
        kind: Kind::Census,
        headers: &headers,
        file: "census/x.xlsx",
        as_saved: None,
        keep_sensitive: false,
        this_year: Some(2026),
        columns_of_book: None,
    };
    let sheet = read_sheet(&mut grid, RowAt::default(), &Context::default(), &options);
    assert_eq!(reasons(&sheet), ["header", "data", "data", "data"], "{:?}", rules(&sheet));
}

#[test]
fn a_blank_form_and_an_initial_take_nothing_from_the_row_above() {
    let sheet = census(&[
        "Nom|Post-nom|Prénom|Sexe|Date de naissance|Profession",
        "KABANGU|MBALA|Jean|M|12/03/1980|Maçon",
        "KABANGU|I|Simon|M|__/__/____|/",
        "KABANGU|V|Ruth|F|../../....|\"",
        "KABANGU|\"|Marc|M|\"|-",
    ]);
    let carried: Vec<Vec<(u16, String)>> = sheet.rows[1..]
        .iter()
        .map(|row| row.carried.iter().map(|cell| (cell.column, cell.value.to_text())).collect())
        .collect();
    let cell = |column, text: &str| (column, text.to_owned());
    let last = vec![cell(1, "MBALA"), cell(4, "../../....")];
    assert_eq!(carried, [vec![], vec![], vec![cell(5, "/")], last]);
}

#[test]
fn a_year_that_a_title_only_seems_to_give_is_reported() {
    let year_of = |title: &str| {
        let sheet = census(&[title, "Nom|Post-nom|Sexe|Âge", "MBALA|LEMA|F|31", "KANZA|KIESE|M|9"]);
        let year = sheet.rows.last().and_then(|row| sheet.contexts[row.context as usize].year);
        let is_reported = rules(&sheet).contains(&"year-guessed");
        (year, is_reported)
    };
    assert_eq!(year_of("Population 1984 : archives"), (Some(1984), true));
    assert_eq!(year_of("Liste des élèves 2018"), (Some(2018), true));
    assert_eq!(year_of("Recensement 2018"), (Some(2018), false));
    assert_eq!(year_of("Objectifs du programme 2025-2030"), (None, false));
    assert_eq!(year_of("Liste des élèves"), (None, false));
}

#[test]
fn a_fiche_written_downwards_waits_with_the_names_that_it_has() {
    let table = ["N°|Noms|Sexe|Âge", "1|LUZOLO Jean|M|12", "2|LUZOLO Ruth|F|9"];
    for fiche in [
        ["Fiche 12", "Nom :|MAVINGA", "Post-nom :|LUZOLO", "Sexe :|M"],
        ["Fiche 12", "Nom : MAVINGA", "Prénom : Donatien", "Sexe : M"],
    ] {
        let sheet = census(&[&fiche[..], &table[..]].concat());
        let found = reasons(&sheet);
        assert_eq!(found[1..3], ["name-outside-table"; 2], "{fiche:?}: {found:?}");
        assert!(rules(&sheet).contains(&"name-outside-table") && found.ends_with(&["data", "data"]));
    }
}

#[test]
fn ages_with_their_unit_under_the_two_sexes_are_persons() {
    let sheet = census(&[
        "N°|Nom & Postnom|Prénom|Age M|Age F|Lien",
        "1|KABASELE Ngandu|Emmanuel|52||CM",
        "2|ODIA Mbelu|Thérèse||47|Epouse",
        "3|KABASELE Banza|Elie||4 ans|Fille",
    ]);
    assert_eq!(reasons(&sheet), ["header", "data", "data", "data"]);
}

#[test]
fn a_line_of_all_is_a_sum() {
    let sheet = census(&["N°|Noms|Sexe|Âge", "1|LUZOLO Jean|M|12", "2|LUZOLO Ruth|F|9", "|Ensemble|73|"]);
    assert_eq!(reasons(&sheet).last(), Some(&"total"));
}

#[test]
fn who_signs_side_by_side_and_a_summary_are_no_persons() {
    let list = ["N°|Noms|Sexe|Âge|Lien", "1|LUZOLO Jean|M|41|Chef", "2|LUZOLO Ruth|F|9|Enfant"];
    for (end, expected) in [
        (
            &["|Le Chef de Quartier|Le Recenseur", "|ILUNGA WA ILUNGA Dieudonné|MPUTU Rosette"][..],
            &["note", "note"][..],
        ),
        (&["|Signature||Cachet"], &["note"]),
        (&["|L'agent|Le superviseur"], &["note"]),
        (&["|L'Officier de l'état civil||MUKUNA Pierre"], &["note"]),
        (&["|RECAPITULATION|H|F|Total", "|Boma|1|1|2"], &["recap", "recap"]),
    ] {
        let sheet = census(&[&list[..], end].concat());
        assert_eq!(reasons(&sheet)[3..], *expected, "{end:?}");
    }
    // A person in the middle of a list whose surname is such a word stays.
    let sheet = census(&[list[0], "1|SECRETAIRE|F||Enfant", list[1], list[2]]);
    assert_eq!(reasons(&sheet)[1], "data");
}

#[test]
fn a_line_in_one_cell_gives_the_address_of_the_rows_below() {
    let family = ["1|MBALA LEMA Jean|M|1970|CM", "2|KIESE Ruth|F|1972|épse"];
    let heading = "N°|Noms complets|S|Naissance|Qualité";
    let mut lines = vec!["QUARTIER BOMA — RECENSEMENT 20/07/2018", heading];
    let blocks = [
        ("PARCELLE 69 Av. BOKUNGU — Ménage 1", "BOKUNGU n° 69", "", "1"),
        ("Ménage 15 : av. Lukula 3/C", "Lukula n° 3/C", "", "15"),
        ("Parcelle 16", "Lukula", "16", ""),
        ("PARC. 17 / AV. SAIO", "SAIO n° 17", "", ""),
        ("21 bis, Saio", "Saio n° 21 bis", "", ""),
        ("Av. de la Mission n°98 / ménage 2", "de la Mission n° 98", "", "2"),
    ];
    for (line, ..) in &blocks {
        lines.push(line);
        lines.extend(family);
    }
    let sheet = census(&lines);
    let rows: Vec<_> = sheet.rows.iter().filter(|row| row.left_out.is_none()).collect();
    assert_eq!(rows.len(), 2 * blocks.len(), "{:?}", reasons(&sheet));
    for (family, (line, avenue, parcel, fiche)) in rows.chunks(2).zip(blocks) {
        for row in family {
            let context = &sheet.contexts[row.context as usize];
            let of = |text: &Option<String>| text.clone().unwrap_or_default();
            let found = [&context.avenue, &context.parcel, &context.fiche].map(of);
            assert_eq!(found, [avenue, parcel, fiche].map(str::to_owned), "{line}");
        }
    }
}

#[test]
fn a_table_of_counts_beside_the_list_gives_no_address() {
    let lines = [
        "N°|Noms complets|S|Naissance|Qualité||Avenue|Hab.",
        "1|MBALA LEMA Jean|M|1970|CM||Lukula|22",
        "2|KIESE Ruth|F|1972|épse||Saio|14",
        "3|MBALA Luc|M|1999|fils||TOTAL|36",
        "1|KANZA Noé|M|1970|CM",
        "2|NLANDU Rose|F|1975|épse",
        "3|KANZA Paul|M|1999|fils",
    ];
    let sheet = census(&lines);
    assert!(!fields(&sheet).contains("avenue"), "{}", fields(&sheet));
    assert!(reasons(&sheet)[1..].iter().all(|reason| *reason == "data"), "{:?}", reasons(&sheet));
    // An avenue of every row is the address, whatever stands beside it.
    let address = lines.map(|line| {
        if line.ends_with("épse") || line.ends_with("CM") || line.ends_with("fils") {
            format!("{line}||Lukula|22")
        } else {
            line.to_owned()
        }
    });
    let address: Vec<&str> = address.iter().map(String::as_str).collect();
    assert!(fields(&census(&address)).contains("avenue"));
}

#[test]
fn the_name_and_the_birth_of_two_persons_are_set_aside() {
    let sheet = census(&[
        "Dossier|Avocat|Prévenu|Âge|Sexe|Infraction",
        "RP0|KATUNGU LUBOYA Trésor|TSHIBANGU BAKAJIKA Hélène|39|F|Vol",
        "RP1|MOKONZI TSHISEKA Joseph|MAVINGA ELONGO Emmanuel|20|M|Vol",
        "RP2|KITENGE MULAMBA Augustin|BOLAMBA NLANDU Plamedi|31|M|Viol",
        "RP3|LUKOKI LUBOYA Angélique|LOKADI TSHISEKA Mamie|44|F|Vol",
        "RP4|MBALA LEMA Ruth|KIESE NSONA Paul|52|M|Vol",
    ]);
    assert!(reasons(&sheet)[1..].iter().all(|reason| *reason == "tables-side-by-side"), "{:?}", reasons(&sheet));
}

#[test]
fn a_relation_of_several_persons_holds_for_the_rows_below_it() {
    let sheet = census(&[
        "Qualité|Nom et prénom|Date de naissance",
        "Père|MBALA LEMA Jean|14/07/1971",
        "Mère|KIESE Ruth|03/06/1975",
        "Enfants|MBALA Luc|08/03/2012",
        "|MBALA Rose|09/05/2014",
        "|MBALA Noé|25/05/2017",
        "Neveu|KANZA Paul|25/05/2001",
        "|KANZA Marc|25/05/2003",
    ]);
    let relations: Vec<String> =
        sheet.rows[1..].iter().map(|row| row.field_text(Field::Relation).to_string()).collect();
    assert_eq!(relations, ["Père", "Mère", "Enfants", "Enfants", "Enfants", "Neveu", ""]);
}

#[test]
fn the_dates_of_one_class_behind_their_places_are_births() {
    let lines = [
        "1|KIALA ELONGO Clarisse|F|Matadi|27/05/1998|84 %",
        "2|MAVINGA AMISI Dorcas|F|Boma|16/04/1999|54 %",
        "3|MBALA LEMA Jean|M|Kananga|22/01/2002|78 %",
        "4|KIESE NSONA Ruth|F|Boma|20/06/2000|64 %",
        "5|KANZA DIA Noé|M|Kikwit|20/06/2001|64 %",
    ];
    assert!(fields(&census(&lines)).contains("birth_date"), "{}", fields(&census(&lines)));
    let paid =
        lines.map(|line| line.replace("|Matadi|", "|12|").replace("|Boma|", "|13|").replace("|Kananga|", "|15|"));
    let paid: Vec<&str> = paid.iter().map(String::as_str).collect();
    assert!(!fields(&census(&paid)).contains("birth_date"));
}
