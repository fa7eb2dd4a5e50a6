//! Tests of events reported at the counter: what is refused, what is asked, and that a run reads what was written.

use bato::app::{self, Access, AddressStanding, Counter, EventCheck, EventOutcome, EventReport};
use bato::config::Config;
use bato::error::{ErrorCode, Result};
use bato::find::Query;
use bato::messages::{Lang, Messages};
use bato::record::EventKind;
use bato::store::{EventRow, FindingRow, PersonRow};

use crate::door::Commune;

const HEADINGS: &str =
    "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien;État civil\n";

fn commune() -> Commune {
    let commune = Commune::empty();
    let fiche = "7;Boma;Kasai;12;XIMUAMBA;MUYA;Zébédée;M;03/04/1970;CM;Marié\n\
                 7;Boma;Kasai;12;KAPINGA;ZOLA;Xaverine;F;09/11/1975;Épouse;Mariée\n\
                 7;Boma;Kasai;12;XIMUAMBA;DIA;Wivine;F;1999;Fille;Célibataire\n\
                 7;Boma;Kasai;12;XIMUAMBA;LEKO;Yvon;M;05/06/2010;Fils;Célibataire\n";
    commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{fiche}"));
    commune.run();
    commune
}

fn person(commune: &Commune, prenom: &str) -> PersonRow {
    commune.table::<PersonRow>().into_iter().find(|person| person.prenom == prenom).unwrap()
}

fn at_counter<T>(commune: &Commune, act: impl FnOnce(&Counter<'_>) -> T) -> T {
    let access = Access::new("2018-06-01T09:00:00+01:00".to_owned(), Some("A. Agent"), Some("guichet")).unwrap();
    let (clean, raw, config) = (commune.clean(), commune.raw(), Config::default());
    let today = chrono::NaiveDate::from_ymd_opt(2018, 6, 1).unwrap();
    act(&Counter { clean: &clean, raw: &raw, config: &config, today, access: &access })
}

fn report(person_id: &str, kind: EventKind, on: &str) -> EventReport {
    EventReport {
        person_id: person_id.to_owned(),
        kind,
        on: on.to_owned(),
        to_quartier: String::new(),
        to_avenue: String::new(),
        to_parcel: String::new(),
        elsewhere: String::new(),
        spouse: String::new(),
        document: String::new(),
    }
}

fn written(outcome: Result<EventOutcome>) -> std::path::PathBuf {
    match outcome.unwrap() {
        EventOutcome::Written(path) => path,
        EventOutcome::Refused(checks) => panic!("{checks:?}"),
    }
}

fn codes(check: &EventCheck) -> (Vec<&'static str>, Vec<&'static str>) {
    let codes = |doubts: &[bato::app::EventDoubt]| doubts.iter().map(|doubt| doubt.code).collect();
    (codes(&check.impossible), codes(&check.doubts))
}

#[test]
fn events_of_all_kinds_are_read_by_the_next_run_without_a_finding() {
    let commune = commune();
    let id = |prenom: &str| person(&commune, prenom).person_id;
    let [zeb, xav, wiv, yvon] = ["Zébédée", "Xaverine", "Wivine", "Yvon"].map(id);
    let n_findings = commune.table::<FindingRow>().len();
    let reports = [
        EventReport { document: "=12/2018".to_owned(), ..report(&zeb, EventKind::Death, "12/03/2018") },
        EventReport { to_quartier: "malonda".to_owned(), ..report(&xav, EventKind::Move, "1 avril 2018") },
        EventReport { spouse: "MBALA\nBruno".to_owned(), ..report(&wiv, EventKind::Marriage, "05/05/2018") },
        EventReport {
            elsewhere: "Matadi".to_owned(),
            ..report(&yvon.to_lowercase(), EventKind::Departure, "10/05/2018")
        },
    ];
    for report in &reports {
        let path = written(at_counter(&commune, |counter| counter.report(report, false)));
        assert!(path.ends_with("events/saisie/2018-a-agent.csv"), "{}", path.display());
    }
    let reported = at_counter(&commune, |counter| counter.reported(&zeb)).unwrap();
    assert_eq!((reported.len(), reported[0].is_in_register), (1, false));
    assert_eq!((reported[0].event.as_str(), reported[0].on.as_str()), ("Décès", "12/03/2018"));
    commune.run();
    commune.assert_whole();
    let events: Vec<EventRow> = commune.table();
    let of = |id: &str| events.iter().find(|event| event.person_id == id).unwrap().clone();
    for (id, kind, day) in [
        (&zeb, "death", "2018-03-12"),
        (&xav, "move", "2018-04-01"),
        (&wiv, "marriage", "2018-05-05"),
        (&yvon, "departure", "2018-05-10"),
    ] {
        let event = of(id);
        assert_eq!((event.event.as_str(), event.event_on.unwrap().to_string().as_str()), (kind, day));
        assert_eq!((event.effect.as_str(), event.matched), ("holds", 1), "{kind}");
    }
    assert_eq!(events.len(), 4);
    assert_eq!(person(&commune, "Zébédée").status, "deceased");
    assert_eq!(person(&commune, "Xaverine").quartier.as_deref(), Some("Malonda"));
    assert_eq!(person(&commune, "Wivine").marital_status.as_deref(), Some("married"));
    assert_eq!(person(&commune, "Yvon").status, "departed");
    assert_eq!(commune.table::<FindingRow>().len(), n_findings, "{:?}", commune.table::<FindingRow>().last());
    // What the register holds is no longer removed here, and a death is not reported twice in silence.
    let reported = at_counter(&commune, |counter| counter.reported(&zeb)).unwrap();
    assert!(reported[0].is_in_register);
    let refused = at_counter(&commune, |counter| counter.undo(&zeb, &reported[0].id)).unwrap_err();
    assert_eq!(refused.code, ErrorCode::EventInRegister);
    let check = at_counter(&commune, |counter| counter.check(&report(&zeb, EventKind::Death, "13/03/2018"))).unwrap();
    assert_eq!(codes(&check), (vec![], vec!["no-document", "dead"]));
}

#[test]
fn the_impossible_is_refused_and_the_doubtful_is_asked() {
    let commune = commune();
    let id = |prenom: &str| person(&commune, prenom).person_id;
    let [zeb, wiv, yvon] = ["Zébédée", "Wivine", "Yvon"].map(id);
    let with_quartier =
        |report: EventReport, quartier: &str| EventReport { to_quartier: quartier.to_owned(), ..report };
    let (death, departure, arrival, moved, marriage) =
        (EventKind::Death, EventKind::Departure, EventKind::Arrival, EventKind::Move, EventKind::Marriage);
    let cases: [(EventReport, &[&str], &[&str]); 14] = [
        (report(&zeb, death, "02/06/2018"), &["date-in-future"], &["no-document"]),
        (report(&zeb, death, "31/02/2018"), &["date-unreadable"], &["no-document"]),
        (report(&zeb, death, "2018"), &["date-unreadable"], &["no-document"]),
        (report(&zeb, death, "02/04/1970"), &["before-birth"], &["no-document", "before-round"]),
        (report(&zeb, death, "03/04/1970"), &[], &["long-ago", "no-document", "before-round"]),
        (report(&zeb, death, ""), &[], &["no-date", "no-document"]),
        (report(&zeb, death, "01/06/2018"), &[], &["no-document"]),
        (with_quartier(report(&zeb, moved, "01/05/2018"), "Bonga Yasa"), &["unknown-quartier"], &[]),
        (with_quartier(report(&zeb, moved, "01/05/2018"), "boma"), &[], &["same-quartier"]),
        (report(&zeb, moved, "01/05/2018"), &[], &["no-quartier"]),
        (with_quartier(report(&zeb, arrival, "01/05/2018"), "Malonda"), &[], &["resident"]),
        (report(&zeb, departure, "01/05/2018"), &[], &[]),
        (report(&zeb, marriage, "01/05/2018"), &[], &["married"]),
        (report(&yvon, marriage, "01/05/2018"), &[], &["under-age"]),
    ];
    for (report, impossible, doubts) in &cases {
        let check = at_counter(&commune, |counter| counter.check(report)).unwrap();
        assert_eq!(codes(&check), (impossible.to_vec(), doubts.to_vec()), "{report:?}");
        let outcome = at_counter(&commune, |counter| counter.report(report, !impossible.is_empty())).unwrap();
        if matches!(outcome, EventOutcome::Written(_)) {
            let event = at_counter(&commune, |counter| counter.reported(&report.person_id)).unwrap().remove(0);
            at_counter(&commune, |counter| counter.undo(&report.person_id, &event.id)).unwrap();
        }
        assert_eq!(
            matches!(outcome, EventOutcome::Written(_)),
            impossible.is_empty() && doubts.is_empty(),
            "{report:?}"
        );
    }
    let confirmed = report(&wiv, death, "");
    written(at_counter(&commune, |counter| counter.report(&confirmed, true)));
    // A waiting event is told with the next one, and both can be removed.
    let check = at_counter(&commune, |counter| counter.check(&report(&wiv, departure, "01/05/2018"))).unwrap();
    assert_eq!(codes(&check), (vec![], vec!["waiting"]));
    for event in at_counter(&commune, |counter| counter.reported(&wiv)).unwrap() {
        at_counter(&commune, |counter| counter.undo(&wiv, &event.id)).unwrap();
    }
    assert_eq!(std::fs::read_dir(commune.raw().join("events/saisie")).unwrap().count(), 0);
    let gone = at_counter(&commune, |counter| counter.undo(&wiv, "0")).unwrap_err();
    assert_eq!(gone.code, ErrorCode::EventGone);
    for (id, code) in [("P-0000-0000-J", ErrorCode::IdUnknown), ("P-3KM8", ErrorCode::IdUnknown)] {
        let fault = at_counter(&commune, |counter| counter.check(&report(id, death, "01/05/2018"))).unwrap_err();
        assert_eq!(fault.code, code, "{id}");
    }
}

#[test]
fn a_file_that_a_spreadsheet_has_saved_is_left_as_it_is() {
    let commune = commune();
    let id = person(&commune, "Yvon").person_id;
    let departure = report(&id, EventKind::Departure, "01/05/2018");
    let path = written(at_counter(&commune, |counter| counter.report(&departure, false)));
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.trim_start_matches('\u{feff}').replace(';', ",")).unwrap();
    let saved = std::fs::read(&path).unwrap();
    let other = written(at_counter(&commune, |counter| counter.report(&departure, true)));
    assert_ne!(other, path);
    assert_eq!(std::fs::read(&path).unwrap(), saved);
    commune.run();
    let events: Vec<EventRow> = commune.table();
    assert_eq!(events.iter().filter(|event| event.person_id == id).count(), 2);
    assert_eq!(person(&commune, "Yvon").status, "departed");
}

#[test]
fn after_a_move_page_card_and_paper_say_the_new_quartier_and_what_is_not_known() {
    let commune = commune();
    let (moved, dead) = (person(&commune, "Xaverine").person_id, person(&commune, "Zébédée").person_id);
    let to = EventReport { to_quartier: "malonda".to_owned(), ..report(&moved, EventKind::Move, "01/04/2018") };
    written(at_counter(&commune, |counter| counter.report(&to, true)));
    written(at_counter(&commune, |counter| counter.report(&report(&dead, EventKind::Death, "12/03/2018"), true)));
    commune.run();
    let access = Access::new("2018-06-01T09:00:00+01:00".to_owned(), Some("A. Agent"), Some("guichet")).unwrap();
    let messages = Messages::new(Lang::Fr);
    let expected = "Malonda, maison non connue depuis le déménagement (avant\u{a0}: Boma, Kasai, 12)";
    let shown = app::show(&commune.clean(), &moved, None, &access).unwrap().remove(0);
    assert_eq!(app::address_text(&shown.address, &messages), expected);
    assert!(shown.company.is_empty(), "{:?}", shown.company);
    let values = app::person_values(&shown, &messages);
    assert!(values.iter().any(|(_, value)| value.contains("Malonda") && value.contains("01/04/2018")), "{values:?}");
    let paper = app::extract(&commune.clean(), &moved, &access).unwrap().0.remove(0);
    let paper = app::printed_address(&paper.address, &messages);
    assert!(paper.starts_with("quartier Malonda, maison non connue") && paper.contains("avenue Kasai, n°"), "{paper}");
    let card = |name: &str| {
        let query = Query { name: name.to_owned(), ..Query::default() };
        app::find_cards(&commune.clean(), &query, 5, &access).unwrap().remove(0)
    };
    assert_eq!(app::address_text(&card("Xaverine").address, &messages), expected);
    // Card and page agree on the last address of the dead, too.
    let last = app::show(&commune.clean(), &dead, None, &access).unwrap().remove(0).address;
    assert_eq!(
        (last.standing, app::address_text(&last, &messages).as_str()),
        (AddressStanding::Last, "Boma, Kasai, 12")
    );
    assert_eq!(card("Zébédée").address, last);
}
