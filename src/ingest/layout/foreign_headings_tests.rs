//! Tests of the headings of lists that other offices typed: codes with a word in common, dates of something else,
//! months and years apart, second names.

use crate::record::Kind;

use super::tests::{census, fields, read, reasons, rules};

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
