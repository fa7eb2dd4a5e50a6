//! Tests of what the pages of the desk say, by raw requests: judging, households, events, changes, reports, backups.

use bato::app::PairList;
use bato::store::PersonRow;

use crate::deposit::Browser;
use crate::desk::Desk;
use crate::door::Commune;
use crate::release::register;

const FILE: &str = "census/Q06 Boma_2017.csv";
const HEADING: &str =
    "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien;État civil;Profession\n";
/// The head is not the first of the fiche, nor the oldest.
const FICHE: &str = "7;Boma;Kasai;12;XIMUAMBA;DIA;Wivine;F;03/04/1999;Fille;Célibataire;Élève\n\
                     7;Boma;Kasai;12;XIMUAMBA;MUYA;Zébédée;M;03/04/1970;Chef;Marié;Maçon\n\
                     7;Boma;Kasai;12;KAPINGA;ZOLA;Xaverine;F;09/11/1965;Épouse;Mariée;Ménagère\n";

fn commune() -> Commune {
    let commune = Commune::empty();
    commune.write(FILE, format!("{HEADING}{FICHE}"));
    commune.run();
    commune
}

fn person(commune: &Commune, prenom: &str) -> PersonRow {
    commune.table::<PersonRow>().into_iter().find(|person| person.prenom == prenom).unwrap()
}

/// The main part of a page.
fn main_of(page: &str) -> &str {
    page.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap_or(page)
}

#[test]
fn a_household_names_each_member_once_the_head_first_then_as_on_the_fiche() {
    let commune = commune();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let household = person(&commune, "Zébédée").household_id.unwrap();
    for path in [format!("/personne/{household}"), format!("/personne/{household}/releve")] {
        let page = ruth.get(&path).body;
        let places: Vec<usize> = ["Zébédée", "Wivine", "Xaverine"]
            .iter()
            .map(|name| {
                // The title of the page names the head, too.
                let table = page.split("<tbody>").nth(1).unwrap();
                assert_eq!(table.matches(name).count(), 1, "{path}: {name}: {page}");
                table.find(name).unwrap()
            })
            .collect();
        assert!(places.is_sorted(), "{path}: {page}");
        for value in ["Marié<", "Mariée<", "Fille<", "Épouse<", "Maçon", "Élève", "03/04/1999"] {
            assert!(page.contains(value), "{path}: {value}: {page}");
        }
    }
    let wivine = person(&commune, "Wivine").person_id;
    let page = ruth.get(&format!("/personne/{household}")).body;
    assert!(page.contains(&format!("<a href=\"/personne/{wivine}\">XIMUAMBA DIA Wivine</a>")), "{page}");
    // The page of a person leads to the others.
    let page = ruth.get(&format!("/personne/{}", person(&commune, "Zébédée").person_id)).body;
    assert!(page.contains(&format!("<a href=\"/personne/{wivine}\">")) && page.contains("profession"), "{page}");
}

#[test]
fn an_event_asks_for_what_it_has_and_shows_on_the_page_of_the_person() {
    let commune = commune();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let id = person(&commune, "Xaverine").person_id;
    let names = |kind: &str| -> Vec<&'static str> {
        let page = ruth.get(&format!("/evenement?person={id}&nature={kind}")).body;
        let fields = ["date", "quartier", "ailleurs", "conjoint", "document"];
        fields.into_iter().filter(|name| page.contains(&format!("<input id=\"{name}\""))).collect()
    };
    assert!(names("").is_empty(), "the kind is chosen first");
    assert_eq!(names("death"), ["date", "document"]);
    assert_eq!(names("departure"), ["date", "ailleurs", "document"]);
    assert_eq!(names("arrival"), ["date", "quartier", "ailleurs", "document"]);
    assert_eq!(names("move"), ["date", "quartier", "document"]);
    assert_eq!(names("marriage"), ["date", "conjoint", "document"]);
    let reply = ruth.post("/evenement", &format!("personne={id}&nature=death&date=02/02/2018&confirme=oui"));
    assert_eq!(reply.status, 303, "{}", reply.body);
    let page = ruth.get(&format!("/personne/{id}")).body;
    assert!(page.contains("Décès 02/02/2018") && page.contains("à la prochaine importation"), "{page}");
    // It is taken back from there, as long as no run has read it.
    let event = page.split("name=\"annuler\" value=\"").nth(1).unwrap_or_else(|| panic!("{page}"));
    let undo = format!("personne={id}&retour=personne&annuler={}", event.split('"').next().unwrap());
    let reply = ruth.post("/evenement", &undo);
    // A reply's head is in small letters.
    assert!(reply.head.contains(&format!("location: /personne/{}", id.to_lowercase())), "{}", reply.head);
    assert!(!ruth.get(&format!("/personne/{id}")).body.contains("Décès 02/02/2018"));
    let reply = ruth.post("/evenement", &format!("personne={id}&nature=death&date=02/02/2018&confirme=oui"));
    assert_eq!(reply.status, 303, "{}", reply.body);
    // What the form did is said once.
    ruth.get(&format!("/personne/{id}"));
    commune.run();
    let page = ruth.get(&format!("/personne/{id}")).body;
    let events = page.split("Événements signalés").nth(1).unwrap().split("</ul>").next().unwrap();
    assert!(events.contains("déjà au registre") && !events.contains("à la prochaine importation"), "{page}");
    // No kind, no event.
    let reply = ruth.post("/evenement", &format!("personne={id}&date=02/02/2018&confirme=oui"));
    assert_eq!(reply.status, 200);
}

#[test]
fn each_change_has_its_reason_beside_it() {
    let commune = commune();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let said =
        commune.bato(&["correct", FILE, "", "2", "I", "--new", "04/04/1999", "--reason", "fiche", "--who", "Jean"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let zebedee = person(&commune, "Zébédée").person_id;
    let said =
        commune.bato(&["decide", "value", &zebedee, "occupation", "Pasteur", "--author", "Esther", "--reason", "vu"]);
    let has_ruling = said.status == 0;
    commune.write("census/Q07.csv", format!("{HEADING}1;Boma;Lodja;3;WOTSHI;LEMA;Quitterie;F;02/03/1950;Chef;;\n"));
    let page = ruth.trial().replace('\u{a0}', " ");
    let page = main_of(&page);
    for (name, reason) in [
        ("XIMUAMBA DIA Wivine", "correction tapée par"),
        ("WOTSHI LEMA Quitterie", "nouveau fichier : Q07.csv, ligne 2"),
        ("XIMUAMBA MUYA Zébédée", "Esther a décidé une valeur"),
    ] {
        if name.contains("MUYA") && !has_ruling {
            continue;
        }
        let row = page.split("<tr>").find(|row| row.contains(name)).unwrap_or_else(|| panic!("{name}: {page}"));
        assert!(row.contains(reason), "{name}: {reason}: {row}");
    }
    assert!(!page.contains("census/"), "{page}");
}

#[test]
fn the_page_of_an_import_opens_on_what_waits() {
    let commune = commune();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let page = ruth.trial();
    assert!(page.contains("name=\"faire\" value=\"enregistrer\""), "{page}");
    assert_eq!(ruth.record(&page, "").status, 303);
    assert!(ruth.import_page().contains("<p class=\"good\">"), "nothing waits");
    // A file, a correction: the old "saved" would say that these are saved.
    commune.write("census/Q07.csv", format!("{HEADING}1;Boma;Lodja;3;WOTSHI;LEMA;Quitterie;F;02/03/1950;Chef;;\n"));
    let said = commune.bato(&["correct", FILE, "", "2", "D", "--new", "59", "--reason", "fiche", "--who", "Jean"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let page = ruth.get("/importer").body.replace('\u{a0}', " ");
    let page = main_of(&page);
    assert!(page.contains("Ce qui attend d’être importé") && !page.contains("<p class=\"good\">"), "{page}");
    assert!(page.contains("1 fichier n’est pas encore dans le registre : Q07.csv"), "{page}");
    assert!(page.contains("1 correction tapée depuis la version en usage"), "{page}");
    // The trial shows the house; one line stands for a household in which the same changes.
    let page = ruth.trial().replace('\u{a0}', " ");
    assert!(page.contains("n° de parcelle :") && page.contains("→ 59"), "{page}");
    assert!(page.contains("class=\"main big\" name=\"faire\" value=\"enregistrer\""), "{page}");
}

#[test]
fn judging_counts_what_waits_now_and_shows_the_last_answer_of_its_list_alone() {
    let commune = crate::judging::commune();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let pair = |page: &str| page.split("name=\"paire\" value=\"").nth(1).map(|rest| rest[..16].to_owned());
    let home = || ruth.get("/").body.replace('\u{a0}', " ");
    let n_open = crate::judging::n_left(&commune, PairList::Open);
    assert!(home().contains(&format!("{n_open} paires douteuses à juger")), "{}", home());
    let first = ruth.get("/juger").body;
    assert!(!first.contains("value=\"undo\"") && !first.contains("vous avez répondu"), "nothing to undo yet: {first}");
    ruth.post("/juger", &format!("paire={}&reponse=different", pair(&first).unwrap()));
    let next = ruth.get("/juger").body;
    assert!(next.contains("vous avez répondu") && next.contains("value=\"undo\""), "{next}");
    // It is not taken for an answer to the pair that is shown: it stands below it, with the names.
    assert!(next.find("class=\"pair\"").unwrap() < next.find("vous avez répondu").unwrap(), "{next}");
    assert!(!ruth.get("/juger/incertains").body.contains("vous avez répondu"), "the answer is that of the other list");
    assert!(!home().contains(&format!("{n_open} paires")), "{}", home());
    // Until none is left.
    for _ in 1..n_open {
        let page = ruth.get("/juger").body;
        ruth.post("/juger", &format!("paire={}&reponse=different", pair(&page).unwrap()));
    }
    let page = ruth.get("/juger").body;
    assert!(pair(&page).is_none() && page.contains("Plus aucune paire n’attend"), "{page}");
    assert!(!page.contains("paire attend") && !page.contains("paires attendent"), "{page}");
    assert!(!home().contains("à juger"), "{}", home());
}

#[test]
fn the_report_is_read_on_the_desk_under_a_policy_of_its_own() {
    let commune = commune();
    let desk = Desk::start(&commune);
    assert_eq!(desk.get("/importer/rapport", &[]).status, 403, "nobody was let in");
    let ruth = Browser::enter(&desk, "Ruth");
    let reply = ruth.get("/importer/rapport");
    assert_eq!(reply.status, 200, "{}", reply.body);
    assert!(reply.body.contains("<style>") && !reply.head.contains("attachment"), "{}", reply.head);
    let policy = reply.head.lines().find(|line| line.starts_with("content-security-policy")).unwrap();
    assert_eq!(reply.head.matches("content-security-policy").count(), 1, "{}", reply.head);
    for part in ["default-src 'none'", "sandbox", "frame-ancestors 'none'", "form-action 'none'"] {
        assert!(policy.contains(part), "{part}: {policy}");
    }
    // The script of reports, known by its hash, and no other.
    assert!(policy.matches("script-src 'sha256-").count() == 1 && policy.matches("sha256-").count() == 1, "{policy}");
    assert!(!policy.contains("'unsafe-eval'") && policy.matches("'unsafe-inline'").count() == 1, "{policy}");
    assert!(!policy.contains("allow-same-origin"), "{policy}");
    for header in ["referrer-policy: no-referrer", "x-content-type-options: nosniff", "cache-control: no-store"] {
        assert!(reply.head.contains(header), "{header}: {}", reply.head);
    }
    assert_eq!(ruth.post("/importer/rapport", "").status, 404);
    // It is a click away whenever there is one, and so is each release.
    for path in ["/", "/importer"] {
        assert!(ruth.get(path).body.contains("href=\"/importer/rapport\""), "{path}");
    }
    let release = commune.clean().with_file_name("releases").join("2018-T4");
    std::fs::create_dir_all(&release).unwrap();
    std::fs::write(release.join("release.fr.html"), "<p>Sortie</p>").unwrap();
    assert!(ruth.get("/importer").body.contains("href=\"/importer/sortie/2018-T4\""));
    let reply = ruth.get("/importer/sortie/2018-T4");
    assert!(reply.status == 200 && reply.body == "<p>Sortie</p>" && reply.head.contains("sandbox"), "{}", reply.head);
    for name in ["2018-T3", "..", "..%2F..", "2018-T4%2F.."] {
        assert_eq!(ruth.get(&format!("/importer/sortie/{name}")).status, 404, "{name}");
    }
}

#[test]
fn a_release_without_its_ledger_asks_for_a_reason() {
    let commune = Commune::empty();
    register(&commune, "naissances_2017", 1, 100);
    commune.run();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let field = "name=\"raison\"";
    assert!(!ruth.get("/importer").body.contains(field), "a sound ledger needs no reason");
    assert_eq!(ruth.post("/importer", "faire=publier&periode=").status, 303);
    let ledger = commune.clean().join("releases/ledger.jsonl");
    register(&commune, "naissances_2017_suite", 101, 100);
    commune.run();
    let releases = || std::fs::read_dir(commune.clean().with_file_name("releases")).unwrap().count();
    // The page says what is missing, asks, and keeps what was typed.
    let refused = |reason: &str, said: &str| {
        let n_before = releases();
        let reply = ruth.post("/importer", &format!("faire=publier&periode=2017-T4&raison={reason}"));
        let page = main_of(&reply.body).to_owned();
        for part in [said, field, "Pourquoi", "d’une sauvegarde", "value=\"2017-T4\""] {
            assert!(reply.status == 200 && page.contains(part), "{part}: {page}");
        }
        assert!(!page.contains("--without-ledger"), "{page}");
        assert_eq!(releases(), n_before);
    };
    std::fs::remove_dir_all(commune.clean().join("releases")).unwrap();
    refused("", "Le cahier des sorties manque");
    refused("++", "Le cahier des sorties manque");
    let reply = ruth.post("/importer", "faire=publier&periode=2017-T4&raison=disque+perdu");
    assert_eq!(reply.status, 303, "{}", reply.body);
    let text = std::fs::read_to_string(&ledger).unwrap();
    assert!(text.contains("\"reason\":\"disque perdu\"") && text.contains("\"number\":2"), "{text}");
    // What the terminal says of it, the page says, too.
    assert!(ruth.get("/importer").body.contains("aucun cahier des sorties n’a été trouvé"));
    assert!(!ruth.get("/importer").body.contains(field), "the new ledger is sound");
    std::fs::write(&ledger, text.replace("2017-T4", "2017-T3") + &text).unwrap();
    refused("", "Le cahier des sorties est abîmé");
}

#[test]
fn a_backup_says_its_file_folder_size_and_check() {
    let commune = commune();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let stick = commune.raw().with_file_name("cle");
    std::fs::create_dir_all(&stick).unwrap();
    let reply = ruth.post("/sauvegarde", &format!("autre={}", stick.display()));
    assert_eq!(reply.status, 303, "{}", reply.body);
    let start = std::time::Instant::now();
    while ruth.get("/sauvegarde/avancement?since=0").body.contains("\"running\"") {
        assert!(start.elapsed().as_secs() < 60);
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let file = std::fs::read_dir(&stick).unwrap().next().unwrap().unwrap();
    // It stays: the page is loaded twice.
    for _ in 0..2 {
        let page = ruth.get("/sauvegarde").body;
        let part = page.split("id=\"sauvegarde\"").nth(1).unwrap();
        for text in [&file.file_name().to_string_lossy(), &*stick.display().to_string(), "Ko", "bato restore", "relue"]
        {
            assert!(part.contains(text), "{text}: {part}");
        }
    }
    std::fs::remove_file(file.path()).unwrap();
    assert!(ruth.get("/sauvegarde").body.contains("le fichier n’est plus là"));
}

#[test]
fn a_backup_is_restored_on_the_desk_where_no_register_is_and_nowhere_else() {
    let commune = commune();
    let zip = commune.raw().with_file_name("bato copie.zip");
    let said = commune.bato(&["backup", &zip.display().to_string()]);
    assert_eq!(said.status, 0, "{}", said.err);
    let ids = |commune: &Commune| commune.table::<PersonRow>().into_iter().map(|own| own.person_id).collect::<Vec<_>>();
    // The folders of sheets are there, and empty, as the program makes them.
    let other = Commune::empty();
    let desk = Desk::start(&other);
    let ruth = Browser::enter(&desk, "Ruth");
    assert!(ruth.get("/chercher").body.contains("href=\"/sauvegarde\""));
    assert!(ruth.get("/sauvegarde").body.contains("name=\"fichier\""));
    let file = format!("fichier={}", zip.display());
    let page = ruth.post("/sauvegarde", &format!("faire=voir&{file}")).body;
    assert!(page.contains("Kimbanseke") && page.contains("value=\"remettre\""), "{page}");
    for wrong in ["faire=voir&fichier=/nowhere.zip".to_owned(), "faire=voir".to_owned()] {
        assert!(ruth.post("/sauvegarde", &wrong).body.contains("role=\"alert\""), "{wrong}");
    }
    // Without the tick nothing is restored.
    assert_eq!(ruth.post("/sauvegarde", &format!("faire=remettre&{file}")).status, 200);
    assert!(!other.clean().join("CURRENT").exists());
    let reply = ruth.post("/sauvegarde", &format!("faire=remettre&confirme=oui&{file}"));
    assert_eq!(reply.status, 303, "{}", reply.body);
    assert!(ruth.get("/").body.contains("Le registre de Kimbanseke est remis"));
    assert_eq!(ids(&other), ids(&commune));
    other.assert_whole();
    let log = std::fs::read_to_string(other.clean().join("log/lookups.jsonl")).unwrap();
    assert!(log.lines().any(|line| line.contains("\"restore\"") && line.contains("Ruth")), "{log}");
    // Where a register is, nothing is offered, and nothing is overwritten.
    assert!(!ruth.get("/sauvegarde").body.contains("name=\"fichier\""));
    std::fs::write(other.raw().join("census/neu.csv"), "Nom;Sexe\nMBALA;M\n").unwrap();
    assert_ne!(ruth.post("/sauvegarde", &format!("faire=remettre&confirme=oui&{file}")).status, 303);
    assert!(other.raw().join("census/neu.csv").exists());
}

#[test]
fn a_column_that_is_not_understood_is_told_from_one_that_is_not_needed() {
    let commune = Commune::empty();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let sheet = "N°;Nom;Prénom;Sexe;Date de naissance;Téléphone;Zzyx\n\
                 1;MBALA;Ruth;F;05/03/1987;0812345678;bleu\n2;NSIMBA;Jean;M;06/04/1983;0823456789;vert\n";
    let page = ruth.get(&ruth.deposit("Q06 Boma_2017.csv", sheet)).body;
    let row = |heading: &str| {
        let found = page.split("<tr").find(|row| row.contains(&format!(">{heading}<")));
        found.unwrap_or_else(|| panic!("{heading}: {page}")).to_owned()
    };
    // The list of meanings in each row has the same words; the mark says what becomes of the column.
    for (heading, mark) in [
        ("Nom", "<span class=\"tag good\">utilisée</span>"),
        ("Téléphone", "<span class=\"tag muted\">comprise, pas utilisée</span>"),
        ("Zzyx", "<span class=\"tag warn\">pas comprise</span>"),
    ] {
        assert!(row(heading).contains(mark), "{heading}: {}", row(heading));
    }
    assert!(row("Zzyx").contains("choisissez"), "{}", row("Zzyx"));
}

#[test]
fn typing_follows_the_paper_and_begins_at_its_first_blank_field() {
    let commune = commune();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let reply = ruth.post("/saisir", "genre=census&quartier=Boma&annee=2018");
    let path = reply.head.split("location: ").nth(1).unwrap().lines().next().unwrap().to_owned();
    let page = ruth.get(&path).body;
    let ids: Vec<&str> = page.split("<input id=\"c-").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let paper = [
        "quartier",
        "avenue",
        "parcel",
        "fiche",
        "year",
        "order",
        "nom",
        "postnom",
        "prenom",
        "sex",
        "birth_place",
        "birth_date",
        "relation",
    ];
    assert_eq!(ids[..paper.len()], paper);
    let first = page.split("autofocus").next().unwrap();
    assert!(first.rsplit("<input").next().unwrap().contains("c-avenue"), "{page}");
    // The number of the fiche is that of the paper: none is made up.
    assert!(page.contains("Fiche n°") && page.contains("name=\"c-fiche\" value=\"\""), "{page}");
}

#[test]
fn a_household_without_head_shows_where_to_choose_one() {
    let commune = Commune::empty();
    let fiche = FICHE.replace(";Chef;", ";Frère;");
    commune.write(FILE, format!("{HEADING}{fiche}"));
    commune.run();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let page = ruth.get("/corriger/feuille?fichier=census%2FQ06+Boma_2017.csv").body;
    let panel = page.split("class=\"related\"").nth(1).unwrap_or_else(|| panic!("{page}"));
    let panel = panel.split("</div></div>").next().unwrap();
    assert!(panel.contains("Choisissez le chef"), "{panel}");
    for (row, relation) in [(2, "Fille"), (3, "Frère"), (4, "Épouse")] {
        assert!(
            panel.contains(&format!("&amp;ligne={row}&amp;colonne=J\">{relation}</a>"))
                || panel.contains(&format!("&#38;ligne={row}&#38;colonne=J\">{relation}</a>")),
            "{row}: {panel}"
        );
    }
    // The right value is not offered for change at once.
    let form = page.split("Corriger quand même").next().unwrap();
    assert!(!form.contains("id=\"nouveau\""), "{form}");
    // The cell that was chosen can be written.
    let page = ruth.get("/corriger/feuille?fichier=census%2FQ06+Boma_2017.csv&feuille=0&ligne=3&colonne=J").body;
    assert!(page.contains("id=\"nouveau\"") && !page.contains("Corriger quand même"), "{page}");
}

#[test]
fn a_warning_is_confirmed_shown_and_taken_back() {
    let commune = Commune::empty();
    // The wife is under age in the year of the round: a warning at her date of birth.
    commune.write(FILE, format!("{HEADING}{}", FICHE.replace("09/11/1965", "09/11/2001")));
    commune.run();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let sheet = "/corriger/feuille?fichier=census%2FQ06+Boma_2017.csv";
    let cell = format!("{sheet}&feuille=0&ligne=4&colonne=I");
    let page = ruth.get(&cell).body;
    assert!(page.contains("value=\"confirmer\"") && page.contains("Époux trop jeune"), "{page}");
    let form = "faire=confirmer&fichier=census%2FQ06+Boma_2017.csv&feuille=0&onglet=&ligne=4&colonne=I\
                &ancien=09%2F11%2F2001&motif=fiche+papier";
    assert_eq!(ruth.post("/corriger/feuille", form).status, 303);
    // A form that is sent twice confirms once.
    assert_eq!(ruth.post("/corriger/feuille", form).status, 303);
    let page = ruth.get(&cell).body;
    assert!(!page.contains("Époux trop jeune") && page.contains("juste ainsi (Ruth"), "{page}");
    commune.run();
    let xaverine = person(&commune, "Xaverine");
    assert_eq!(xaverine.born_on.map(|day| day.to_string()).as_deref(), Some("2001-11-09"), "the value is as it was");
    let shown = commune.bato(&["show", &xaverine.person_id]).out;
    assert!(shown.contains("juste ainsi (Ruth"), "{shown}");
    let findings: Vec<bato::store::FindingRow> = commune.table();
    assert!(findings.iter().all(|finding| finding.rule != "spouse-under-age"), "{findings:?}");
    // It is a row of the corrections, and another text in the cell is warned of again.
    let list = ruth.get("/corriger/liste").body;
    let id = list.split("name=\"numero\" value=\"").nth(1).unwrap_or_else(|| panic!("{list}"));
    let id = id.split('"').next().unwrap();
    assert!(list.contains("juste ainsi"), "{list}");
    assert_eq!(ruth.post("/corriger/annuler", &format!("numero={id}")).status, 303);
    let page = ruth.get(&cell).body;
    assert!(page.contains("Époux trop jeune"), "{page}");
    assert_eq!(ruth.post("/corriger/annuler", &format!("numero={id}")).status, 422, "it is taken back already");
    assert_eq!(ruth.post("/corriger/feuille", form).status, 303);
    let said = commune.bato(&["correct", FILE, "", "4", "I", "--new", "09/11/2002", "--reason", "fiche"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(ruth.get(&cell).body.contains("Époux trop jeune"));
    // An error can't be confirmed.
    let said = commune.bato(&["correct", FILE, "", "2", "I", "--new", "31/02/1999", "--reason", "fiche"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let page = ruth.get(&format!("{sheet}&feuille=0&ligne=2&colonne=I")).body;
    assert!(page.contains("31/02/1999") && !page.contains("value=\"confirmer\""), "{page}");
}

#[test]
fn a_death_without_date_and_document_says_that_nothing_shows_it() {
    let commune = commune();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let id = person(&commune, "Xaverine").person_id;
    let page = ruth.get(&format!("/evenement?person={id}&nature=death")).body;
    assert!(page.contains("Date du décès") && page.contains("Signaler le décès"), "{page}");
    let page = ruth.post("/evenement", &format!("personne={id}&nature=death")).body;
    for text in ["Aucune date n’est écrite", "Aucun document n’est nommé", "Je n’ai ni date ni document"] {
        assert!(page.contains(text), "{text}: {page}");
    }
    let page = ruth.post("/evenement", &format!("personne={id}&nature=death&document=12/2018")).body;
    assert!(page.contains("Aucune date") && !page.contains("Aucun document n’est nommé"), "{page}");
}

#[test]
fn before_there_is_a_register_each_page_says_what_to_do_first() {
    let commune = Commune::empty();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    for (path, text) in
        [("/juger", "Rien à juger"), ("/chercher", "Personne à chercher"), ("/corriger", "Rien à corriger")]
    {
        let reply = ruth.get(path);
        assert_eq!(reply.status, 200, "{path}: {}", reply.body);
        assert!(reply.body.contains(text) && reply.body.contains("href=\"/deposer\""), "{path}: {}", reply.body);
        let main = main_of(&reply.body);
        assert!(!main.contains("bato run") && !main.contains("Cela n’a pas été fait"), "{path}: {main}");
    }
    commune.write(FILE, format!("{HEADING}{FICHE}"));
    let page = ruth.get("/juger").body;
    assert!(main_of(&page).contains("href=\"/importer\""), "{page}");
    // The first import names its files, and its rows add up.
    let page = ruth.trial().replace('\u{a0}', " ");
    let main = main_of(&page);
    assert!(main.contains("Q06 Boma_2017.csv") && main.contains("toutes les personnes sont nouvelles"), "{main}");
    let sum = "Lignes lues : 4 = écartées : 1 + en quarantaine : 0 + inscrites : 3 + rattachées : 0";
    assert!(main.contains(sum), "{main}");
}

#[test]
fn a_correction_that_is_still_wrong_stays_open_and_says_so() {
    let commune = Commune::empty();
    commune.write(FILE, format!("{HEADING}{}", FICHE.replace("03/04/1999", "45/13/1999")));
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    // A file that no run has read is counted on the list.
    let page = ruth.get("/corriger").body;
    let row = page.split("<tr>").find(|row| row.contains("Q06 Boma_2017.csv")).unwrap();
    assert!(row.contains("<td class=\"number\">1</td>"), "{row}");
    let form = |old: &str, new: &str| {
        format!(
            "fichier=census%2FQ06+Boma_2017.csv&feuille=0&onglet=&ligne=2&colonne=I&ancien={old}&nouveau={new}\
             &motif=fiche"
        )
    };
    let reply = ruth.post("/corriger/feuille", &form("45/13/1999", "31/02/1999"));
    // A reply's head is in small letters.
    assert!(reply.head.contains("&ligne=2&colonne=i&encore=1"), "{}", reply.head);
    let sheet = "/corriger/feuille?fichier=census%2FQ06+Boma_2017.csv&feuille=0&ligne=2&colonne=I";
    let page = ruth.get(&format!("{sheet}&encore=1")).body;
    assert!(page.contains("pas encore juste") && !page.contains("class=\"notice\""), "{page}");
    let reply = ruth.post("/corriger/feuille", &form("31/02/1999", "28/02/1999"));
    assert!(reply.status == 303 && !reply.head.contains("encore"), "{}", reply.head);
    let page = ruth.get(sheet).body;
    assert!(page.contains("Case I2") && !page.contains("pas encore juste"), "{page}");
}

#[test]
fn the_wife_of_the_head_is_not_shown_as_the_wife_of_a_child() {
    let commune = commune();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let reply = ruth.post("/chercher", "texte=Wivine");
    let path = reply.head.split("location: ").nth(1).unwrap().lines().next().unwrap().to_owned();
    let page = ruth.get(&path).body;
    assert!(page.contains("Époux ou épouse du chef"), "{page}");
    let page = ruth.get(&format!("/personne/{}", person(&commune, "Wivine").person_id)).body;
    assert!(page.contains("lien avec le chef"), "{page}");
}

#[test]
fn a_ruling_shows_on_the_page_of_the_person_and_is_taken_back_there() {
    let commune = commune();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let id = person(&commune, "Zébédée").person_id;
    let ruling = ["decide", "value", &id, "occupation", "Pasteur", "--author", "Esther", "--reason", "carte vue"];
    let said = commune.bato(&ruling);
    assert_eq!(said.status, 0, "{}", said.err);
    let page = ruth.get(&format!("/personne/{id}")).body;
    let part = page.split("Décisions des agents").nth(1).unwrap_or_else(|| panic!("{page}"));
    assert!(part.contains("Pasteur") && part.contains("Esther, carte vue"), "{part}");
    let number = part.split("name=\"numero\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let refused = ruth.post(&format!("/personne/{id}"), &format!("numero={number}&motif="));
    assert!(refused.status == 200 && refused.body.contains("class=\"fault\""), "no reason: {}", refused.body);
    assert_eq!(ruth.post(&format!("/personne/{id}"), &format!("numero={number}&motif=erreur")).status, 303);
    assert!(!ruth.get(&format!("/personne/{id}")).body.contains("Décisions des agents"));
}

#[test]
fn the_register_is_checked_by_a_button() {
    let commune = commune();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    assert_eq!(ruth.post("/", "").status, 303);
    assert!(ruth.get("/").body.contains("Le registre est intact"));
}
