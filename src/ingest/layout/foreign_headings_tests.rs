//! Tests of the headings of lists that other offices typed: codes with a word in common, dates of something else,
//! months and years apart, second names.

use std::collections::BTreeMap;

use crate::record::{Context, Field, Grid, Kind, RowAt};

use super::super::headers::Headers;
use super::context_lines::tests::rows as context_rows;
use super::tests::{census, fields, read, reasons, rules};
use super::{SheetOptions, read_sheet};

/// The lines of a sheet: its heading, then its rows.
fn lines<'l>(heading: &'l str, rows: &[&'l str]) -> Vec<&'l str> {
    [&[heading], rows].concat()
}

#[test]
fn headings_that_share_a_word_mean_what_stands_beside_it() {
    let rows = &["1|MBALA|Ruth|2|31", "2|KANZA|Jean|1|12", "3|LEMA|Paul|1|45"];
    let sheet = census(&lines("P_LIGNE|P_NOM|P_PRENOM|P_SEXE|P_AGE", rows));
    assert_eq!(fields(&sheet), "order nom prenom sex age");
    let sheet = census(&lines("CODE_PAT|NOM_PAT|PRENOM_PAT|SEXE|AGE", rows));
    assert_eq!(fields(&sheet).split_once(' ').map(|(_, others)| others), Some("nom prenom sex age"));
}

#[test]
fn dates_of_something_else_are_no_births() {
    let days = ["02/09/1985", "13/04/1972", "21/12/1990", "05/06/1964", "30/01/1999"];
    let rows: Vec<String> = days.iter().map(|day| format!("MBALA|Ruth|F|{day}")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    for heading in ["Depuis le", "DATE_JUGT", "Réf.", "Date de délivrance", "Valable jusqu'au"] {
        let sheet = census(&lines(&format!("Nom|Prénom|Sexe|{heading}"), &rows));
        assert!(!fields(&sheet).contains("birth_date"), "{heading}: {}", fields(&sheet));
    }
    let sheet = census(&lines("Nom|Prénom|Sexe|DN", &rows));
    assert_eq!(fields(&sheet), "nom prenom sex birth_date");
    // A reference holds a year and is no date; beside it "Né(e) à" and "Le" are the birth.
    let acts: Vec<String> =
        (1..=6).map(|n| format!("AN/00{n}/2016|MBALA Ruth|F|Liège|1{n}/03/2016|0{n}/05/2016")).collect();
    let acts: Vec<&str> = acts.iter().map(String::as_str).collect();
    let sheet = read(Kind::Birth, &lines("Réf.|Noms de l'enfant|Sexe|Né(e) à|Le|Dressé le", &acts));
    assert!(!fields(&sheet).starts_with("birth_date"), "{}", fields(&sheet));
}

#[test]
fn the_day_of_the_list_is_no_day_of_birth() {
    let rows: Vec<String> = (0..6).map(|n| format!("{n}|KONE|Awa|F|Dakar|{}|12/10/2023", 20 + 5 * n)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let sheet = census(&lines("N°|NOM|PRENOM|SEXE|NAISSANCE|AGE|DATE", &rows));
    assert!(fields(&sheet).starts_with("order nom prenom sex birth_place age"), "{}", fields(&sheet));
}

#[test]
fn dates_in_words_are_the_births_and_the_place_stands_beside() {
    let months = ["mars", "avril", "mai", "juin", "juillet", "août"];
    let rows: Vec<String> =
        months.iter().map(|m| format!("le premier {m} deux mille dix-sept|à Tshikapa|F|MBALA Ruth")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let sheet = read(Kind::Birth, &lines("L'an, le|est né(e)|Sexe|Nom et prénoms", &rows));
    assert!(fields(&sheet).starts_with("birth_date birth_place sex"), "{}", fields(&sheet));
}

#[test]
fn a_month_and_a_year_without_a_day_are_those_of_the_birth() {
    let rows: Vec<String> =
        (0..6).map(|n| format!("MBALA Ruth|{}|{}|{}", 1 + n, 1960 + 7 * n, 2024 - (1960 + 7 * n))).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    for heading in
        ["Nom et prénoms|P05a. Mois|P05b. Année|P06. Age révolu", "Nom|Mois de naissance|Année de naissance|Age"]
    {
        let sheet = census(&lines(heading, &rows));
        assert!(fields(&sheet).ends_with("birth_month birth_year age"), "{heading}: {}", fields(&sheet));
    }
    // A year that gives one sum with the age is that of the birth; the year of the list is the same in each row.
    let alone: Vec<String> =
        (0..6).map(|n| format!("MBALA Ruth|F|{}|{}", 1960 + 7 * n, 2024 - (1960 + 7 * n))).collect();
    let alone: Vec<&str> = alone.iter().map(String::as_str).collect();
    let sheet = census(&lines("Nom|Sexe|Année|Age", &alone));
    assert!(fields(&sheet).contains("birth_year"), "{}", fields(&sheet));
}

#[test]
fn a_second_name_is_kept_as_the_postnom() {
    let rows = &["Ruth|MBALA|LEMA|F|12/03/1980", "Jean|KANZA|KIESE|M|13/04/1972", "Paul|LUKAU|NZITA|M|01/02/1990"];
    let sheet = census(&lines("first_name|last_name|surname|sex|birth_date", rows));
    assert_eq!(fields(&sheet), "prenom nom postnom sex birth_date");
    let rows = &["MBALA|LEMA|Ruth|F|12/03/1980", "KANZA|KIESE|Jean|M|13/04/1972", "LUKAU|NZITA|Paul|M|01/02/1990"];
    for heading in ["NM|PNM|PRN|SX|DN", "NOM_ELV|PNOM_ELV|PREN_ELV|SEX_ELV|DNAIS_ELV"] {
        assert_eq!(fields(&census(&lines(heading, rows))), "nom postnom prenom sex birth_date", "{heading}");
    }
    // The name of an agent is no second name.
    let of_agent =
        &["MBALA|Ruth|F|12/03/1980|KALALA", "KANZA|Jean|M|13/04/1972|KALALA", "LUKAU|Paul|M|01/02/1990|NGOY"];
    let sheet = census(&lines("personne.nom|personne.prenom|personne.sexe|personne.naissance|agent.nom", of_agent));
    assert!(fields(&sheet).starts_with("nom prenom sex") && !fields(&sheet).contains("postnom"), "{}", fields(&sheet));
    let sheet = census(&lines("Nom de jeune fille|Post-nom|Prénom|Sexe|Né le", rows));
    assert_eq!(fields(&sheet), "nom postnom prenom sex birth_date");
}

#[test]
fn the_birth_of_one_person_is_not_the_year_of_the_list() {
    for above in ["1|KALALA Jean|12/05/1973|M|Boma", "Date de naissance|12/05/1973", "KALALA Jean|12/05/1973"] {
        let sheet = census(&[above, "Nom|Post-nom|Sexe|Âge", "MBALA|LEMA|F|31", "KANZA|KIESE|M|9"]);
        assert!(!rules(&sheet).contains(&"year-guessed"), "{above}");
    }
    let sheet = census(&["Kinshasa, le 12/05/2018", "Nom|Post-nom|Sexe|Âge", "MBALA|LEMA|F|31", "KANZA|KIESE|M|9"]);
    assert!(rules(&sheet).contains(&"year-guessed"));
}

#[test]
fn the_delivered_child_has_no_name_and_the_woman_is_the_mother() {
    let rows: Vec<String> = (1..6).map(|n| format!("{n}|0{n}/01/2021|07h1{n}|MASUDI Joséphine|23|F|3120")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let heading = "N°|Date accouch.|Heure|Nom de la parturiente|Age|Sexe NN|Poids (g)";
    let sheet = read(Kind::Birth, &lines(heading, &rows));
    let found = fields(&sheet);
    assert!(found.contains("mother") && found.contains("birth_date") && found.contains("sex"), "{found}");
    assert!(!found.contains("full_name") && !found.contains("nom "), "{found}");
}

#[test]
fn the_earlier_of_two_unnamed_dates_is_the_birth() {
    let names =
        ["MBALA|LEMA|Ruth", "KANZA|KIESE|Jean", "LUKAU|NZITA|Paul", "KHONDE|PHUATI|Marie", "NSIMBA|MAVUNGU|Esther"];
    let row = |(n, name): (usize, &&str)| {
        let (engaged, born) = (1985 + 3 * n, 1960 + 4 * n);
        format!("0000{n}|04/03/{engaged}|{name}|{}|21/08/{born}|Boma", if n % 2 == 0 { "F" } else { "M" })
    };
    let rows: Vec<String> = names.iter().enumerate().map(row).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let sheet = census(&rows);
    let of_birth = sheet.headings.iter().find(|heading| heading.field.code() == "birth_date").map(|own| own.column);
    assert_eq!(of_birth, Some(6));
}

#[test]
fn the_year_in_the_heading_of_the_age_counts() {
    let sheet = census(&["Recensement 1984", "Nom|Prénom|Sexe|Age en 2010|Parenté", "MBALA|Ruth|F|31|Chef"]);
    assert_eq!(sheet.rows.last().and_then(|row| sheet.contexts[row.context as usize].year), Some(2010));
}

#[test]
fn a_bare_date_of_a_register_is_the_birth() {
    let acts: Vec<String> = (1..7).map(|n| format!("{n}|MBALA Ruth|F|Liège|1{n}/03/2016|0{n}/05/2016")).collect();
    let acts: Vec<&str> = acts.iter().map(String::as_str).collect();
    for heading in ["N°|Noms de l'enfant|Sexe|Né(e) à|Le|Dressé le", "N°|Noms|Sexe|Lieu de naissance|Date|Déclaration"]
    {
        let found = fields(&read(Kind::Birth, &lines(heading, &acts)));
        assert!(found.ends_with("birth_place birth_date declared_on"), "{heading}: {found}");
    }
}

#[test]
fn rows_of_two_persons_wait_unless_a_heading_says_whose_the_values_are() {
    let rows = &[
        "MBALA LEMA Ruth|KHONDE PHUATI Paul|M|12/03/1980",
        "KANZA KIESE Jean|NSIMBA MAVUNGU Marie|F|13/04/1972",
        "LUKAU NZITA Esther|BOLAMBA LOKWA Daniel|M|01/02/1990",
        "ILUNGA KALALA David|MATONDO LUSALA Sarah|F|05/06/1968",
    ];
    for heading in ["Avocat|Prévenu|Sexe|Né le", "Noms (militaire)|Post-nom|Sexe|Né le"] {
        let sheet = census(&lines(heading, rows));
        assert!(reasons(&sheet).iter().all(|reason| matches!(*reason, "header" | "tables-side-by-side")), "{heading}");
        assert!(rules(&sheet).contains(&"tables-side-by-side"), "{heading}");
    }
    let sheet = census(&lines("Maître artisan|Apprenti|Sexe apprenti|Date naissance apprenti", rows));
    assert_eq!(fields(&sheet), "unused full_name sex birth_date");
    let rows: Vec<String> = rows
        .iter()
        .map(|row| row.split('|').collect::<Vec<_>>())
        .map(|row| format!("{}|{}|{}|{}|M|03/04/1975", row[0], row[2], row[3], row[1]))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let sheet = census(&lines("Titulaire|Sexe|Né le|Suppléant|Sexe|Né le", &rows));
    assert!(reasons(&sheet).iter().all(|reason| *reason != "data"), "{:?}", reasons(&sheet));
    // Parents and witnesses are no second person of the row.
    let sheet =
        census(&lines("Père|Nom et prénoms|Sexe|Né le", &["MBALA LEMA Paul|KHONDE PHUATI Ruth|F|12/03/1980"; 3]));
    assert!(reasons(&sheet).contains(&"data"));
}

#[test]
fn names_in_steps_are_read_with_their_relation() {
    let sheet = census(&[
        "N°MEN|CHEF DE MENAGE|MEMBRES DU MENAGE|SEXE|AGE|LIEN DE PARENTE",
        "1|NSIMBA MUKUNA Pierre||M|68|",
        "||BISIMWA MUTOMBO Angélique|F|16|Enfant",
        "||MAKIESE LEMA Divine|F|31|Enfant",
        "2|LISASI MWAMBA Pierre||M|71|",
        "||NSIMBA BIKUMU Joseph|M|15|Enfant",
    ]);
    assert_eq!(fields(&sheet), "fiche full_name full_name sex age relation");
    let relations: Vec<String> =
        sheet.rows.iter().skip(1).map(|row| row.field_text(Field::Relation).to_string()).collect();
    assert_eq!(relations, ["Chef de ménage", "Enfant", "Enfant", "Chef de ménage", "Enfant"]);
    let stepped = census(&[
        "N°|NOM, POST-NOM ET PRENOM|||SEXE|AGE",
        "|DU CHEF DE MENAGE|DE LA FEMME|DES ENFANTS||",
        "1|NSIMBA MUKUNA Pierre|||M|68",
        "||KIALA LEMA Dorcas||F|63",
        "|||KATUNGU IYOLO Gédéon|M|10",
    ]);
    let of_data = stepped.rows.iter().filter(|row| row.left_out.is_none());
    let relations: Vec<String> = of_data.map(|row| row.field_text(Field::Relation).to_string()).collect();
    assert_eq!(relations, ["Chef de ménage", "Epouse", "Enfant"]);
    // Where a row fills both columns, they are two persons.
    let both = census(&[
        "N°|CHEF DE MENAGE|MEMBRES DU MENAGE|SEXE|AGE",
        "1|NSIMBA MUKUNA Pierre|KIALA LEMA Dorcas|F|63",
        "2|LISASI MWAMBA Pierre|BIKUMU LEMA Joseph|M|15",
        "3|MAKIESE MWAMBA Paul|KATUNGU LEMA Divine|F|12",
    ]);
    assert!(!both.rows.iter().any(|row| row.cell(Field::Relation).is_some()));
}

#[test]
fn the_rest_of_a_name_and_a_nom_under_other_words_are_kept() {
    let rows = &["LISASI|MULAMBA Samuel|M|1990", "LUSAMBA|BIKUMU Sylvie|F|1985", "LUKOKI|MUTOMBO Esther|F|1979"];
    assert_eq!(fields(&census(&lines("Nom|Suite|Sexe|Né en", rows))), "nom prenom sex birth_date");
    let rows = &["ILONGA|Hortense|F|22/01/1966", "KAHINDO|Hervé|M|09/08/1974", "NGALULA|Rachel|F|01/02/1980"];
    let sheet = census(&lines("Famille|Prénom|Sexe|Date nais", rows));
    assert_eq!(fields(&sheet), "nom prenom sex birth_date");
    assert!(rules(&sheet).contains(&"column-guessed"));
    let rows = &["PHAKA|NLANDU|Mamie|F|1990", "KIALA|MUTOMBO|Naomie|F|1985", "KITENGE|KAPINGA|Paul|M|1979"];
    let sheet = census(&lines("Jina|Jina la pili|Jina la ubatizo|Jinsia|Mwaka wa kuzaliwa", rows));
    assert!(fields(&sheet).starts_with("nom postnom prenom sex"), "{}", fields(&sheet));
}

#[test]
fn years_of_two_digits_under_annee_are_births() {
    let rows = &["MBALA Ruth|F|58", "KANZA Jean|M|'09", "LUKAU Paul|M|85", "KHONDE Marie|F|03", "NSIMBA Esther|F|71"];
    assert_eq!(fields(&census(&lines("Noms|Sexe|ANNEE", rows))), "full_name sex birth_year");
    let school = &["MBALA Ruth|F|1", "KANZA Jean|M|2", "LUKAU Paul|M|3", "KHONDE Marie|F|4", "NSIMBA Esther|F|6"];
    assert!(!fields(&census(&lines("Noms|Sexe|ANNEE", school))).contains("birth"));
}

#[test]
fn answers_tick_one_of_two_columns() {
    let rows = &["MBALA|Ruth|FAUX|VRAI|12/03/1980", "KANZA|Jean|VRAI|FAUX|13/04/1972", "LUKAU|Paul|VRAI|FAUX|1990"];
    let sheet = census(&lines("Nom|Prénom|Homme|Femme|Date de naissance", rows));
    assert_eq!(reasons(&sheet), ["header", "data", "data", "data"]);
}

#[test]
fn a_heading_beside_its_columns_is_moved() {
    let sheet = census(&[
        "N°||Noms||Sexe|Date de Naissance||Provenance",
        "|1||MBUYAMBA IYOLO Jean||M|16/04/1973||Uvira",
        "|2||YEMBA MWAMBA Ruth||F|02/04/1973||Uvira",
        "|3||EKANGA LANDU Paul||M|24/11/2009||Uvira",
    ]);
    let name = sheet.headings.iter().find(|heading| heading.field.is_name()).map(|heading| heading.column);
    assert_eq!(name, Some(3));
    assert!(rules(&sheet).contains(&"column-guessed"));
}

#[test]
fn of_two_dates_in_a_register_without_headings_the_later_is_the_declaration() {
    let sheet = read(
        Kind::Birth,
        &[
            "REGISTRE DES NAISSANCES – ANNEE 2016",
            "1|12/03/2016|NSIMBA LEMA Ruth|F|02/02/2016|Boma",
            "2|14/03/2016|KANZA KIESE Jean|M|10/03/2016|Boma",
            "3|20/03/2016|LUKAU NZITA Paul|M|01/03/2016|Boma",
            "4|21/03/2016|KHONDE PHUATI Marie|F|01/12/2015|Boma",
        ],
    );
    assert!(fields(&sheet).starts_with("act_number declared_on full_name sex birth_date"), "{}", fields(&sheet));
    // Of three columns of dates none is taken.
    let three = read(
        Kind::Birth,
        &[
            "1|12/03/2016|NSIMBA LEMA Ruth|F|02/02/2016|04/05/1980",
            "2|14/03/2016|KANZA KIESE Jean|M|10/03/2016|04/05/1981",
            "3|20/03/2016|LUKAU NZITA Paul|M|01/03/2016|04/05/1982",
        ],
    );
    assert!(!fields(&three).contains("birth_date"), "{}", fields(&three));
}

#[test]
fn a_list_of_the_living_with_a_few_dead_is_no_list_of_deaths() {
    let lines = [
        "Nom|Sexe|Né le|Situation",
        "MBALA Ruth|F|12/03/1980|Présente",
        "KANZA Jean|M|13/04/1972|Présent",
        "LUKAU Paul|M|01/02/1990|Décédé",
        "KHONDE Marie|F|01/02/1991|Absente",
    ];
    let title = "Situation décédé";
    let sheet = census(&[&[title][..], &lines].concat());
    assert!(!rules(&sheet).contains(&"other-list"));
    let acts = ["ACTES DE RECONNAISSANCE", "N° acte|Date de l'acte|Enfant|Né le|Père|Mère"];
    let row = "1|12/03/2016|NSIMBA LEMA Ruth|02/02/2016|NSIMBA Paul|LEMA Marie";
    assert!(rules(&read(Kind::Birth, &[acts[0], acts[1], row, row])).contains(&"other-list"));
}

#[test]
fn a_sheet_without_titles_takes_the_columns_of_the_register() {
    let first = read(
        Kind::Birth,
        &[
            "N°|Noms de l'enfant|Sx|Date naiss|Père|Mère|Date enreg.",
            "1|NSIMBA LEMA Ruth|F|02/02/2016|NSIMBA Paul|LEMA Marie|12/03/2016",
            "2|KANZA KIESE Jean|M|10/03/2016|KANZA Paul|KIESE Anne|14/03/2016",
        ],
    );
    let columns = first.columns.clone().expect("a table");
    let mut grid = Grid {
        rows: context_rows(&[
            "NAISSANCES DU MOIS DE FEVRIER",
            "3|LUKAU NZITA Paul|M|01/03/2016|LUKAU Jean|NZITA Ruth|20/03/2016",
            "4|KHONDE PHUATI Marie|F|01/12/2015|KHONDE Jean|PHUATI Eve|21/03/2016",
        ]),
        ..Grid::default()
    };
    let headers = Headers::new(&BTreeMap::new(), &[]).expect("sound");
    let options = SheetOptions {
        kind: Kind::Birth,
        headers: &headers,
        file: "births/x.xls",
        as_saved: None,
        keep_sensitive: false,
        this_year: Some(2026),
        columns_of_book: Some(&columns),
    };
    let sheet = read_sheet(&mut grid, RowAt::default(), &Context::default(), &options);
    assert_eq!(fields(&sheet), fields(&first));
    assert_eq!(reasons(&sheet), ["title", "data", "data"]);
}
