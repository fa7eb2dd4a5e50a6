//! Tests that the desk is hard to misuse: what a role may not see, what the log of look-ups holds, what the titles of
//! pages say, and that a register has one desk.

use std::process::Command;

use bato::store::{LookUp, PersonRow, Store};

use crate::deposit::Browser;
use crate::desk::Desk;
use crate::door::Commune;

const FILE: &str = "census/Q06 Boma_2017.csv";
const SHEET: &str = "/corriger/feuille?fichier=census%2FQ06+Boma_2017.csv";
const HEADING: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n";
const FICHE: &str = "7;Boma;Kasai;12;XIMUAMBA;MUYA;Zébédée;M;03/04/1970;Chef\n\
                     7;Boma;Kasai;12;KAPINGA;ZOLA;Xaverine;F;09/11/1975;Épouse\n\
                     7;Boma;Kasai;12;XIMUAMBA;DIA;Wivine;F;45/13/1999;Fille\n";

fn commune() -> Commune {
    let commune = Commune::empty();
    commune.write(FILE, format!("{HEADING}{FICHE}"));
    commune.run();
    commune
}

fn person(commune: &Commune, prenom: &str) -> PersonRow {
    commune.table::<PersonRow>().into_iter().find(|person| person.prenom == prenom).unwrap()
}

fn log(commune: &Commune) -> Vec<LookUp> {
    Store::open(&commune.clean()).unwrap().look_ups().unwrap().lines
}

/// The lines of the log that `act` adds: what was done and how many were shown.
fn logged<T>(commune: &Commune, act: impl FnOnce() -> T) -> Vec<(String, u64)> {
    let n = log(commune).len();
    act();
    log(commune).split_off(n).into_iter().map(|line| (line.what, line.shown)).collect()
}

#[test]
fn a_reader_takes_no_sheet_away_and_a_workbook_counts_its_persons() {
    let commune = commune();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    assert_eq!(ruth.post("/agents", "nom=Jean&role=reading").status, 303);
    let id = person(&commune, "Zébédée").person_id;
    assert!(ruth.get(&format!("/personne/{id}")).body.contains("href=\"/corriger/feuille"));
    let workbook = "/corriger/classeur?fichier=census%2FQ06+Boma_2017.csv";
    let lines = logged(&commune, || assert_eq!(ruth.get(workbook).status, 200));
    assert_eq!(lines, [("sheet".to_owned(), 3)], "three rows were given out");
    let lines = logged(&commune, || assert_eq!(ruth.get(SHEET).status, 200));
    assert_eq!(lines.len(), 1);
    ruth.post("/fermer", "quitter=1");
    assert_eq!(ruth.post("/qui", "nom=Jean&motif=x").status, 303);
    let lines = logged(&commune, || {
        for path in ["/corriger", SHEET, workbook, "/corriger/liste"] {
            assert_eq!(ruth.get(path).status, 403, "{path}");
        }
    });
    assert!(lines.is_empty(), "{lines:?}");
    // What a reader may do: look persons up and print.
    let page = ruth.get(&format!("/personne/{id}")).body;
    assert!(page.contains("Zébédée") && !page.contains("/corriger"), "{page}");
    assert_eq!(ruth.get(&format!("/personne/{id}/releve")).status, 200);
    let home = ruth.get("/").body;
    assert!(!home.contains("href=\"/corriger\""), "{home}");
}

/// The path of the only batch.
fn batch_path(browser: &Browser<'_>) -> String {
    let list = browser.get("/saisir").body;
    let id = list.split("href=\"/saisir/").nth(1).and_then(|rest| rest.split('"').next());
    format!("/saisir/{}", id.unwrap_or_else(|| panic!("{list}")))
}

#[test]
fn a_batch_that_is_opened_again_leaves_a_line_and_typing_leaves_none() {
    let commune = commune();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let begun = ruth.post("/saisir", "genre=census&quartier=Boma&annee=2018");
    assert_eq!(begun.status, 303, "{}", begun.body);
    let path = batch_path(&ruth);
    let row = "avant=0&c-quartier=Boma&c-avenue=Kasai&c-parcel=1&c-fiche=1&c-nom=XIMBALA&c-prenom=Noella&c-sex=F";
    let lines = logged(&commune, || {
        ruth.get(&path);
        assert_eq!(ruth.post(&path, row).status, 303);
        assert!(ruth.get(&path).body.contains("XIMBALA"));
    });
    assert!(lines.is_empty(), "what is typed now is not looked up: {lines:?}");
    // From the list it is opened again.
    let lines = logged(&commune, || {
        ruth.get("/saisir");
        assert!(ruth.get(&path).body.contains("XIMBALA"));
        ruth.get(&path);
    });
    assert_eq!(lines, [("typing".to_owned(), 1)]);
    // So it is by a desk that was started again, or after somebody else has worked.
    ruth.post("/fermer", "quitter=1");
    ruth.post("/qui", "nom=Ruth&motif=x");
    let lines = logged(&commune, || assert!(ruth.get(&path).body.contains("XIMBALA")));
    assert_eq!(lines, [("typing".to_owned(), 1)]);
}

#[test]
fn a_page_of_a_deposited_file_leaves_a_line() {
    let commune = commune();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let page = ruth.deposit("Q07 Malonda_2018.csv", &format!("{HEADING}{FICHE}"));
    let lines = logged(&commune, || assert!(ruth.get(&page).body.contains("KAPINGA")));
    assert_eq!(lines, [("deposit".to_owned(), 3)]);
}

/// The title of a page, which the browser writes into its history.
fn title(page: &str) -> &str {
    page.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or_else(|| panic!("{page}"))
}

#[test]
fn titles_of_pages_name_nobody() {
    let commune = commune();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let zebedee = person(&commune, "Zébédée");
    let (id, household) = (zebedee.person_id, zebedee.household_id.unwrap());
    ruth.post("/saisir", "genre=census&quartier=Boma&annee=2018");
    let waiting = ruth.deposit("Famille XIMUAMBA_2018.csv", &format!("{HEADING}{FICHE}"));
    assert_eq!(ruth.post("/chercher", "texte=Zebedee").status, 303);
    let batch = batch_path(&ruth);
    let pages = [
        format!("/personne/{id}"),
        format!("/personne/{id}/releve"),
        format!("/personne/{household}"),
        format!("/personne/{household}/releve"),
        format!("/evenement?person={id}"),
        batch,
        format!("{SHEET}&feuille=0&ligne=2&colonne=E"),
        "/personne/Zebedee".to_owned(),
        "/chercher/1".to_owned(),
        waiting,
    ];
    for path in pages {
        let page = ruth.get(&path).body;
        let title = title(&page);
        for name in ["Zébédée", "Zebedee", "XIMUAMBA", "KAPINGA", "Ruth"] {
            assert!(!title.contains(name), "{path}: {title}");
        }
    }
    assert!(title(&ruth.get(&format!("/personne/{id}")).body).contains(&id));
    assert!(ruth.get(&format!("/personne/{id}")).body.contains("<h1>XIMUAMBA MUYA Zébédée</h1>"));
}

#[test]
fn a_register_has_one_desk_wherever_it_is_started_from() {
    let commune = commune();
    let desk = Desk::start(&commune);
    let from = |state: &str| -> Command {
        let mut command = Desk::command(&commune);
        command.env("XDG_STATE_HOME", commune.raw().with_file_name(state));
        command
    };
    let second = from("other state").output().unwrap();
    assert!(second.status.success(), "{}", String::from_utf8_lossy(&second.stderr));
    assert_eq!(String::from_utf8_lossy(&second.stdout).trim(), format!("http://{}", desk.address));
    let told = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(told.contains(desk.entry_page.to_str().unwrap()), "{told}");
    // Where the page of the first desk can't be read, as under another account, the second is refused.
    let hidden = desk.entry_page.with_extension("hidden");
    std::fs::rename(&desk.entry_page, &hidden).unwrap();
    let refused = from("third state").output().unwrap();
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(2), "{told}");
    assert!(told.contains(&desk.address) && told.contains("Que faire"), "{told}");
    std::fs::rename(hidden, &desk.entry_page).unwrap();
    drop(desk);
    let next = Desk::of(from("other state"));
    next.enter();
}
