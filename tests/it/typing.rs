//! Tests of typing sheets from paper: rows on disk, rules while typing, closing, the second entry of a sample, and that
//! a run reads what was typed and nothing else.

use bato::app::{Access, DifferenceKind, Typing};
use bato::config::Config;
use bato::error::{ErrorCode, Result};
use bato::record::Kind;
use bato::store::{BirthRow, FindingRow, HouseholdRow, PersonRow};

use crate::door::Commune;

fn as_agent<T>(commune: &Commune, who: &str, act: impl FnOnce(&Typing<'_>) -> T) -> T {
    let access = Access::new("2026-05-04T09:00:00+01:00".to_owned(), Some(who), None).unwrap();
    let mut config = Config::default();
    config.typing.second_entry_fiches = 3;
    let (clean, raw) = (commune.clean(), commune.raw());
    let today = chrono::NaiveDate::from_ymd_opt(2026, 5, 4).unwrap();
    let batch_in_hand = None;
    act(&Typing { clean: &clean, raw: &raw, config: &config, today, access: &access, batch_in_hand })
}

/// A row with these cells; the others as they are carried down.
fn row(typing: &Typing<'_>, id: &str, is_new_fiche: bool, cells: &[(&str, &str)]) -> (usize, Vec<String>) {
    let view = typing.view(id, is_new_fiche).unwrap();
    let mut row = view.next;
    for (column, value) in cells {
        let place = view.columns.iter().position(|own| own.id == *column).unwrap();
        row[place] = (*value).to_owned();
    }
    (view.summary.n_rows as usize, row)
}

fn add(commune: &Commune, id: &str, is_new_fiche: bool, cells: &[(&str, &str)]) -> Result<()> {
    as_agent(commune, "Ruth", |typing| {
        let (n, row) = row(typing, id, is_new_fiche, cells);
        typing.add_row(id, n, &row)
    })
}

/// A batch of four fiches of two persons.
fn batch(commune: &Commune) -> String {
    let id = as_agent(commune, "Ruth", |typing| typing.open(Kind::Census, "boma", 2017)).unwrap().id;
    for (n, nom) in ["MBALA", "NSIMBA", "KANZA", "MAYELE"].iter().enumerate() {
        let (parcel, year) = (format!("{n}"), format!("0{}/03/197{n}", n + 1));
        add(
            commune,
            &id,
            true,
            &[
                ("avenue", "Lodja"),
                ("parcel", &parcel),
                ("nom", nom),
                ("postnom", "LEMA"),
                ("prenom", "Bruno"),
                ("sex", "M"),
                ("birth_date", &year),
                ("relation", "Chef de ménage"),
                ("marital_status", "Marié(e)"),
            ],
        )
        .unwrap();
        add(
            commune,
            &id,
            false,
            &[("nom", "KIESE"), ("prenom", "Noella"), ("sex", "F"), ("birth_date", "1980"), ("relation", "Épouse")],
        )
        .unwrap();
    }
    id
}

#[test]
fn a_typed_sheet_is_an_ordinary_csv_that_a_run_reads_while_it_is_open() {
    let commune = Commune::empty();
    let id = batch(&commune);
    assert_eq!(id, "census-boma-2017-ruth");
    let path = commune.raw().join("census/saisie/Boma 2017 Ruth.csv");
    let text = std::fs::read_to_string(&path).unwrap();
    let mut lines = text.lines();
    assert_eq!(
        lines.next().unwrap(),
        "\u{feff}N°;N° ménage;Quartier;Avenue;N° parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lieu de naissance;\
         Lien de parenté;État civil;Profession;Année"
    );
    assert_eq!(lines.next().unwrap(), "1;1;Boma;Lodja;0;MBALA;LEMA;Bruno;M;01/03/1970;;Chef de ménage;Marié(e);;2017");
    assert_eq!(lines.next().unwrap(), "2;1;Boma;Lodja;0;KIESE;;Noella;F;1980;;Épouse;;;2017");
    commune.run();
    commune.assert_whole();
    let persons: Vec<PersonRow> = commune.table();
    assert_eq!(persons.len(), 8);
    assert!(persons.iter().all(|person| person.quartier.as_deref() == Some("Boma") && person.last_seen == Some(2017)));
    assert_eq!(commune.table::<HouseholdRow>().len(), 4);
    let findings: Vec<String> = commune.table::<FindingRow>().into_iter().map(|finding| finding.rule).collect();
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn rows_are_changed_until_the_batch_is_closed_with_the_count_of_the_paper() {
    let commune = Commune::empty();
    let id = batch(&commune);
    let rows = as_agent(&commune, "Ruth", |typing| typing.view(&id, false)).unwrap().rows;
    let mut changed = rows[0].cells.clone();
    changed[6] = "LEMBA\u{202e}\n ZOLA".to_owned();
    as_agent(&commune, "Ruth", |typing| typing.change_row(&id, &rows[0].id, &changed)).unwrap();
    // The same form again.
    as_agent(&commune, "Ruth", |typing| typing.change_row(&id, &rows[0].id, &changed)).unwrap();
    as_agent(&commune, "Ruth", |typing| typing.remove_row(&id, &rows[7].id)).unwrap();
    let gone = as_agent(&commune, "Ruth", |typing| typing.remove_row(&id, &rows[7].id)).unwrap_err();
    assert_eq!(gone.code, ErrorCode::TypingRow);
    let text = std::fs::read_to_string(commune.raw().join("census/saisie/Boma 2017 Ruth.csv")).unwrap();
    assert!(text.contains(";LEMBA ZOLA;") && text.lines().count() == 8, "{text}");
    // A form that is sent twice adds one row; one for another number of rows is refused.
    let (n, row) = as_agent(&commune, "Ruth", |typing| row(typing, &id, false, &[("nom", "WIVINE")]));
    for _ in 0..2 {
        as_agent(&commune, "Ruth", |typing| typing.add_row(&id, n, &row)).unwrap();
    }
    let code = |result: Result<()>| result.unwrap_err().code;
    let stale = [row.clone(), vec![String::new()]].concat();
    assert_eq!(code(as_agent(&commune, "Ruth", |typing| typing.add_row(&id, n - 1, &stale))), ErrorCode::TypingChanged);
    assert_eq!(code(add(&commune, &id, false, &[])), ErrorCode::TypingBlank);
    assert_eq!(code(as_agent(&commune, "Paul", |typing| typing.add_row(&id, n + 1, &row))), ErrorCode::TypingAuthor);
    let told = as_agent(&commune, "Ruth", |typing| typing.close(&id, 5, false)).unwrap().unwrap();
    assert_eq!((told.n_on_paper, told.n_typed), (5, 4));
    assert!(as_agent(&commune, "Ruth", |typing| typing.close(&id, 5, true)).unwrap().is_none());
    assert_eq!(code(add(&commune, &id, false, &[("nom", "MBALA")])), ErrorCode::TypingClosed);
    as_agent(&commune, "Ruth", |typing| typing.reopen(&id)).unwrap();
    add(&commune, &id, false, &[("nom", "MBALA")]).unwrap();
    let all = as_agent(&commune, "Paul", |typing| typing.batches()).unwrap();
    assert_eq!((all.len(), all[0].n_rows, all[0].n_units), (1, 9, 4));
    for (id, code) in
        [("../census-boma", ErrorCode::TypingBatch), ("", ErrorCode::TypingBatch), ("x", ErrorCode::TypingBatch)]
    {
        assert_eq!(as_agent(&commune, "Ruth", |typing| typing.view(id, false)).unwrap_err().code, code);
    }
    let refused = |quartier: &str, year| {
        as_agent(&commune, "Ruth", |typing| typing.open(Kind::Census, quartier, year)).unwrap_err().code
    };
    assert_eq!((refused("Nulle Part", 2017), refused("Boma", 17)), (ErrorCode::TypingQuartier, ErrorCode::TypingYear));
    assert_eq!(refused("", 2017), ErrorCode::TypingQuartier);
}

#[test]
fn rules_are_told_while_typing_and_never_forced() {
    let commune = Commune::empty();
    let id = batch(&commune);
    let doubts = || as_agent(&commune, "Ruth", |typing| typing.view(&id, false)).unwrap().doubts;
    assert!(doubts().is_empty(), "{:?}", doubts());
    add(
        &commune,
        &id,
        false,
        &[("nom", "LEKO"), ("sex", "X"), ("birth_date", "31/02/2010"), ("relation", "cousin germain du voisin")],
    )
    .unwrap();
    let found: Vec<(usize, Option<&str>, &str)> =
        doubts().iter().map(|doubt| (doubt.line, doubt.column, doubt.finding.rule)).collect();
    for expected in [
        (10, Some("sex"), "unknown-sex"),
        (10, Some("birth_date"), "impossible-date"),
        (10, Some("relation"), "unknown-relation"),
    ] {
        assert!(found.contains(&expected), "{expected:?} is not in {found:?}");
    }
    add(&commune, &id, false, &[("nom", "DIA"), ("birth_date", "2015"), ("relation", "Chef de ménage")]).unwrap();
    assert!(doubts().iter().any(|doubt| doubt.finding.rule == "two-heads"), "{:?}", doubts());
    // Of the next fiche only its own.
    add(
        &commune,
        &id,
        true,
        &[("nom", "MBALA"), ("prenom", "Ruth"), ("sex", "F"), ("birth_date", "1980"), ("relation", "Chef de ménage")],
    )
    .unwrap();
    assert!(doubts().iter().all(|doubt| doubt.line == 12), "{:?}", doubts());
}

#[test]
fn births_are_typed_act_by_act() {
    let commune = Commune::empty();
    let id = as_agent(&commune, "Ruth", |typing| typing.open(Kind::Birth, "", 2017)).unwrap().id;
    let act = |number: &str, prenom: &str, declared: &str| {
        add(
            &commune,
            &id,
            true,
            &[
                ("act_number", number),
                ("declared_on", declared),
                ("nom", "MBALA"),
                ("prenom", prenom),
                ("sex", "F"),
                ("birth_date", "05/03/2017"),
                ("mother", "NSIMBA Rose"),
                ("quartier", "Boma"),
                ("category", "Directe"),
            ],
        )
        .unwrap();
    };
    act("41", "Noëlla", "20/03/2017");
    act("42", "Wivine", "01/02/2017");
    let view = as_agent(&commune, "Ruth", |typing| typing.view(&id, true)).unwrap();
    assert_eq!(view.doubts.iter().map(|doubt| doubt.finding.rule).collect::<Vec<_>>(), ["declared-before-birth"]);
    assert_eq!((view.next[0].as_str(), view.next[1].as_str()), ("43", "01/02/2017"));
    act("43", "Esther", "06/03/2017");
    commune.run();
    let births: Vec<BirthRow> = commune.table();
    assert_eq!(births.len(), 2, "the act that was declared before the birth is in quarantine");
    assert_eq!(births[0].timeliness, "on_time");
}

#[test]
fn a_second_entry_of_a_sample_measures_and_corrects_the_first() {
    let commune = Commune::empty();
    let id = batch(&commune);
    let code = |result: Result<()>| result.unwrap_err().code;
    assert_eq!(as_agent(&commune, "Paul", |typing| typing.draw_second(&id)).unwrap_err().code, ErrorCode::TypingOpen);
    as_agent(&commune, "Ruth", |typing| typing.close(&id, 4, false)).unwrap();
    let units = as_agent(&commune, "Paul", |typing| typing.draw_second(&id)).unwrap();
    assert_eq!(units.len(), 3);
    assert_eq!(as_agent(&commune, "Esther", |typing| typing.draw_second(&id)).unwrap(), units, "drawn once");
    let own = as_agent(&commune, "Ruth", |typing| typing.second_rows(&id, &units[0])).unwrap_err();
    assert_eq!(own.code, ErrorCode::TypingSecondAuthor);
    let of_other = as_agent(&commune, "Paul", |typing| typing.view(&id, false)).unwrap();
    assert!(!of_other.is_own && of_other.rows.is_empty() && of_other.doubts.is_empty());
    let first = as_agent(&commune, "Ruth", |typing| typing.view(&id, false)).unwrap();
    let place = |column: &str| first.columns.iter().position(|own| own.id == column).unwrap();
    let of_first = |unit: &str| {
        first.rows.iter().filter(|row| row.cells[1] == unit).map(|row| row.cells.clone()).collect::<Vec<_>>()
    };
    for (n, unit) in units.iter().enumerate() {
        let (rows, next) = as_agent(&commune, "Paul", |typing| typing.second_rows(&id, unit)).unwrap();
        assert!(rows.is_empty() && next.iter().all(|cell| !cell.contains("MBALA")), "blind");
        let mut typed = of_first(unit);
        match n {
            0 => typed[0][place("birth_date")] = "01/03/1999".to_owned(),
            // Another spelling of the same value is no difference.
            1 => typed[1][place("sex")] = "féminin".to_owned(),
            _ => {
                let mut third = typed[1].clone();
                third[place("nom")] = "ZOLA".to_owned();
                third[place("prenom")] = "Xaverine".to_owned();
                third[place("birth_date")] = "2012".to_owned();
                third[place("sex")] = String::new();
                third[place("relation")] = "Fille".to_owned();
                typed.push(third);
            }
        }
        for (n, row) in typed.iter().enumerate() {
            as_agent(&commune, "Paul", |typing| typing.add_second_row(&id, n, row)).unwrap();
        }
        if n < 2 {
            let fault = as_agent(&commune, "Paul", |typing| typing.finish_second(&id)).unwrap_err();
            assert_eq!(fault.code, ErrorCode::TypingNotAll);
        }
    }
    assert_eq!(
        code(as_agent(&commune, "Esther", |typing| typing.add_second_row(&id, 0, &first.next))),
        ErrorCode::TypingSecondAuthor
    );
    // The second entry is no input.
    commune.run();
    assert_eq!(commune.table::<PersonRow>().len(), 8);
    let errors = as_agent(&commune, "Paul", |typing| typing.finish_second(&id)).unwrap();
    // Per fiche 8 fields of the head and 7 of the spouse; one date differs, and a person of 6 fields is missing.
    let (_, second) = as_agent(&commune, "Paul", |typing| typing.second_entry(&id)).unwrap();
    let kinds: Vec<DifferenceKind> = second.differences.iter().map(|difference| difference.kind).collect();
    assert_eq!(kinds, [DifferenceKind::Field, DifferenceKind::MissingInFirst], "{:?}", second.differences);
    let n_missing = second.differences[1].second.split(' ').count() as u64;
    assert_eq!(errors.n_different, 1 + n_missing);
    let [share, low, high] = errors.share.unwrap();
    assert!(low < share && share < high && (share - errors.n_different as f64 / errors.n as f64).abs() < 1e-9);
    as_agent(&commune, "Esther", |typing| typing.judge_difference(&id, 0, "01/03/1999")).unwrap();
    as_agent(&commune, "Esther", |typing| typing.judge_difference(&id, 1, "oui")).unwrap();
    assert_eq!(
        code(as_agent(&commune, "Esther", |typing| typing.judge_difference(&id, 1, "oui"))),
        ErrorCode::TypingRow
    );
    let text = std::fs::read_to_string(commune.raw().join("census/saisie/Boma 2017 Ruth.csv")).unwrap();
    assert!(text.contains(";01/03/1999;") && text.contains(";ZOLA;"), "{text}");
    commune.run();
    assert_eq!(commune.table::<PersonRow>().len(), 9);
    // The rate stays that of the first comparison.
    assert_eq!(as_agent(&commune, "Paul", |typing| typing.finish_second(&id)).unwrap(), errors);
}

#[test]
#[cfg(unix)]
fn what_was_typed_is_readable_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let commune = Commune::empty();
    let id = batch(&commune);
    as_agent(&commune, "Ruth", |typing| typing.close(&id, 4, false)).unwrap();
    let units = as_agent(&commune, "Paul", |typing| typing.draw_second(&id)).unwrap();
    let (_, mut next) = as_agent(&commune, "Paul", |typing| typing.second_rows(&id, &units[0])).unwrap();
    next[5] = "MBALA".to_owned();
    as_agent(&commune, "Paul", |typing| typing.add_second_row(&id, 0, &next)).unwrap();
    for (path, mode) in [
        ("census/saisie/Boma 2017 Ruth.csv", 0o600),
        ("typing", 0o700),
        ("typing/census-boma-2017-ruth.json", 0o600),
        ("typing/census-boma-2017-ruth.second.csv", 0o600),
    ] {
        assert_eq!(std::fs::metadata(commune.raw().join(path)).unwrap().permissions().mode() & 0o777, mode, "{path}");
    }
}
