//! Tests of the desk's pages that deposit files, import them and learn settings, by raw requests and with kills.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::desk::{Desk, Reply};
use crate::door::{Commune, browser_tools, has_browser, is_long, succeed, table_bytes};

const CENSUS: &str = "\
N°;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien
1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;05/03/1987;Chef
1;Boma;Lodja;12;NSIMBA;KIESE;Rose;F;03/07/1989;yango wana
1;Boma;Lodja;12;MBALA;KIESE;Noëlla;F;05/03/2017;Fille
";
const OTHER: &str = "\
N°;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien
7;Boma;Lodja;99;ILUNGA;MASENGO;Paul;M;11/11/1979;Chef
";

/// A browser that was let in.
pub(crate) struct Browser<'d> {
    desk: &'d Desk,
    cookie: String,
    key: String,
    own: String,
}

impl<'d> Browser<'d> {
    pub(crate) fn enter(desk: &'d Desk, name: &str) -> Self {
        let (cookie, key) = desk.enter();
        let own = format!("Origin: http://{}", desk.address);
        let browser = Self { desk, cookie, key, own };
        assert_eq!(browser.post("/qui", &format!("nom={name}&motif=essai")).status, 303);
        browser
    }

    pub(crate) fn get(&self, path: &str) -> Reply {
        self.desk.get(path, &[&self.cookie])
    }

    pub(crate) fn post(&self, path: &str, form: &str) -> Reply {
        self.desk.post(path, &[&self.cookie, &self.own], &format!("cle={}&{form}", self.key))
    }

    /// Sends files as a form does.
    fn send(&self, files: &[(&str, &[u8])]) -> Reply {
        let mut body = Vec::new();
        for (name, bytes) in files {
            let head =
                format!("--x1\r\nContent-Disposition: form-data; name=\"fichiers\"; filename=\"{name}\"\r\n\r\n");
            body.extend(head.as_bytes());
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--x1--\r\n");
        self.desk.post_body(
            &format!("/deposer?cle={}", self.key),
            &[&self.cookie, &self.own, "Content-Type: multipart/form-data; boundary=x1"],
            &body,
        )
    }

    /// Deposits a file and returns the path of its page.
    pub(crate) fn deposit(&self, name: &str, text: &str) -> String {
        let reply = self.send(&[(name, text.as_bytes())]);
        assert_eq!(reply.status, 303, "{}", reply.body);
        location(&reply)
    }

    /// Waits until no run is under way, and returns the page of the import.
    pub(crate) fn import_page(&self) -> String {
        let start = Instant::now();
        loop {
            let state = self.get("/importer/avancement?since=0");
            assert!(state.body.len() < 1024, "{}", state.body);
            if !state.body.contains("\"running\"") {
                return self.get("/importer").body;
            }
            assert!(start.elapsed() < Duration::from_secs(120), "{}", state.body);
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    pub(crate) fn trial(&self) -> String {
        assert_eq!(self.post("/importer", "faire=essai").status, 303);
        self.import_page()
    }

    /// Records what a trial has shown.
    pub(crate) fn record(&self, page: &str, more: &str) -> Reply {
        self.post("/importer", &format!("faire=enregistrer&code={}{more}", code(page)))
    }
}

fn location(reply: &Reply) -> String {
    reply.head.split("location: ").nth(1).unwrap_or_else(|| panic!("{}", reply.head)).lines().next().unwrap().to_owned()
}

fn code(page: &str) -> String {
    let after = page.split("name=\"code\" value=\"").nth(1).unwrap_or_else(|| panic!("no code: {page}"));
    after.split('"').next().unwrap().to_owned()
}

#[test]
fn a_file_is_deposited_explained_added_and_recorded() {
    let commune = Commune::empty();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let file = ruth.deposit("C:\\fakepath\\Q06 <Boma>.csv", CENSUS);
    let page = ruth.get(&file).body;
    assert!(page.contains("Q06 _Boma_.csv") && page.contains("yango wana"), "{page}");
    assert!(!page.contains("<Boma>"), "markup in a name is text");
    // The word is explained once: the sheet is read again with it.
    let learnt =
        ruth.post(&file, "faire=apprendre&type=census&texte-0=yango+wana&mot-0=spouse&colonne-0-0=A&champ-0-0=order");
    assert_eq!(learnt.status, 303, "{}", learnt.body);
    assert!(!ruth.get(&file).body.contains("texte-0"), "the word is known");
    assert!(ruth.get("/reglages").body.contains("yango wana"));
    assert_eq!(ruth.post(&file, "faire=ajouter&type=census").status, 303);
    assert!(ruth.get("/deposer").body.contains("Q06 _Boma_.csv est ajouté"));
    assert!(commune.raw().join("census/Q06 _Boma_.csv").is_file());

    let page = ruth.trial();
    assert!(commune.clean().join("generations").read_dir().map_or(0, Iterator::count) == 0, "nothing is recorded yet");
    assert_eq!(ruth.record(&page, "").status, 303);
    let page = ruth.import_page();
    assert!(page.contains("C’est enregistré.") && page.contains("/importer/rapport.html"), "{page}");
    assert_eq!(commune.current().number, 1);
    let report = ruth.get("/importer/rapport.html");
    assert!(report.head.contains("attachment; filename=\"rapport.html\"") && report.body.contains("<html"));
    let persons: Vec<bato::store::PersonRow> = commune.table();
    let rose = persons.iter().find(|person| person.prenom == "ROSE" || person.prenom == "Rose").unwrap();
    assert_eq!(rose.relation.as_deref(), Some("spouse"));
    let log = commune.bato(&["log"]).out;
    assert!(!log.contains("BATO"), "{log}");
}

#[test]
fn a_sheet_says_what_it_lacks_before_it_is_added() {
    const PUPILS: &str = "Matricule;Nom;Post-nom;Prénom;Sexe;Date de naissance\nE1;MBALA;LEMA;Ruth;F;05/03/2012\n\
        E2;NSIMBA;KIESE;Jean;M;06/04/2013\nE3;ILUNGA;ZOLA;Paul;M;07/05/2012\n";
    let commune = Commune::empty();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let page = ruth.get(&ruth.deposit("eleves.csv", PUPILS)).body;
    assert!(!page.contains("tout est lu"), "{page}");
    for lack in ["quartier", "année"] {
        let of_sheet = page.split("<div class=\"warn\">").nth(1).unwrap_or_else(|| panic!("{page}"));
        assert!(of_sheet.split("</div>").next().unwrap().to_lowercase().contains(lack), "{lack}: {page}");
    }
    // A sheet that lacks nothing is still in order.
    let page = ruth.get(&ruth.deposit("Q06 Boma_2018.csv", OTHER)).body;
    assert!(page.contains("tout est lu"), "{page}");
}

#[test]
fn what_was_chosen_on_the_page_is_read_before_a_file_is_added() {
    let commune = Commune::empty();
    commune.take("reference/quartiers.csv", "reference/quartiers.csv");
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let file = ruth.deposit("membres.csv", "Nom;Prénom;Sexe;Né;Xyz\nMBALA;Ruth;F;1990;a\nKANZA;Jean;M;1988;b\n");
    for (choice, notice) in [
        ("colonne-0-4=E&champ-0-4=occupation", "1 réglage est retenu"),
        ("quartier=Boma&annee=2017", "membres – Boma_2017.csv"),
    ] {
        let added = ruth.post(&file, &format!("faire=ajouter&type=census&{choice}"));
        assert!(added.status == 303 && added.head.contains(&file), "{}", added.head);
        let n_added = std::fs::read_dir(commune.raw().join("census")).map_or(0, Iterator::count);
        assert_eq!(n_added, 0, "{choice}");
        let page = ruth.get(&file).body;
        assert!(page.contains(notice) && page.contains("pas encore ajouté"), "{choice}: {page}");
    }
    // A name that is no quartier is said so, and is not taken for one.
    let page = |quartier: &str| {
        ruth.post(&file, &format!("faire=nommer&type=census&quartier={quartier}&annee=2017"));
        ruth.get(&file).body
    };
    assert!(page("Bomma").contains("«\u{a0}Bomma\u{a0}» n’est pas un quartier connu"));
    assert!(!page("Boma").contains("n’est pas un quartier connu"));
    // Nothing is left to keep: the same page adds the file.
    let same = "colonne-0-4=E&champ-0-4=occupation&quartier=Boma&annee=2017";
    assert_eq!(ruth.post(&file, &format!("faire=ajouter&type=census&{same}")).status, 303);
    assert!(commune.raw().join("census/membres – Boma_2017.csv").is_file());
}

#[test]
fn each_column_shows_the_meaning_it_has() {
    // The day of a death is no choice for a column of a register of births, but what the program read.
    let commune = Commune::empty();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let acts = "N° Acte;Nom;Prénom;Sexe;Né(e) le;Décédé(e) le;Déclaré le;Père;Mère\n\
        1;MBALA;Ruth;F;05/03/2012;NEANT;07/03/2012;MBALA Jean;LEMA Rose\n\
        2;KIESE;Noé;M;06/03/2012;NEANT;08/03/2012;KIESE Paul;ZOLA Anne\n";
    let page = ruth.get(&ruth.deposit("actes.csv", acts)).body;
    let columns: Vec<&str> = page.split("<select id=\"champ-").skip(1).collect();
    assert_eq!(columns.len(), 9, "{page}");
    for column in &columns {
        assert_eq!(column.split("</select>").next().unwrap().matches(" selected").count(), 1, "{column}");
    }
    assert!(columns[5].contains("<option value=\"event_date\" selected>"), "{}", columns[5]);
}

#[test]
fn the_same_content_and_the_same_name_are_noticed_and_removals_need_their_number() {
    let commune = Commune::empty();
    commune.write("census/Q06.csv", CENSUS);
    commune.run();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let same = ruth.deposit("copie.csv", CENSUS);
    assert!(ruth.get(&same).body.contains("Ce contenu est déjà là"));
    assert_eq!(ruth.post(&same, "faire=ajouter&type=census").status, 303);
    assert!(!commune.raw().join("census/copie.csv").exists());

    let other = ruth.deposit("q06.CSV", OTHER);
    let asked = ruth.post(&other, "faire=ajouter&type=census");
    assert!(asked.status == 200 && asked.body.contains("census/Q06.csv"), "it is asked: {}", asked.body);
    assert_eq!(std::fs::read_to_string(commune.raw().join("census/Q06.csv")).unwrap(), CENSUS);
    for path in ["../Q06.csv", "census/../../bato.toml", "births/Q06.csv", "/etc/passwd"] {
        let reply = ruth.post(&other, &format!("faire=ajouter&type=census&meme={path}"));
        assert_eq!(reply.status, 200, "{path}");
    }
    assert_eq!(ruth.post(&other, "faire=ajouter&type=census&meme=census/Q06.csv").status, 303);
    assert_eq!(std::fs::read_to_string(commune.raw().join("census/Q06.csv")).unwrap(), OTHER);
    let aside = std::fs::read_dir(commune.raw().join(".replaced/census")).unwrap().next().unwrap().unwrap().path();
    assert_eq!(std::fs::read_to_string(aside).unwrap(), CENSUS);

    let page = ruth.trial();
    assert!(page.contains("fichier modifié") && page.contains("MBALA KIESE Noëlla"), "{page}");
    for more in ["", "&accepter=1", "&accepter=1&nombre=2", "&nombre=3", "&accepter=1&nombre=x"] {
        let reply = ruth.record(&page, more);
        assert!(reply.status == 200 && reply.body.contains("role=\"alert\""), "{more}: {}", reply.body);
        assert_eq!(commune.current().number, 1, "{more}");
    }
    assert_eq!(ruth.record(&page, "&accepter=1&nombre=3").status, 303);
    let page = ruth.import_page();
    assert!(page.contains("C’est enregistré."), "{page}");
    assert_eq!(commune.current().number, 2);
}

#[test]
fn something_that_changed_since_the_trial_is_not_recorded() {
    let commune = Commune::empty();
    commune.write("census/Q06.csv", CENSUS);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let page = ruth.trial();
    commune.write("census/Q07.csv", OTHER);
    assert_eq!(ruth.record(&page, "").status, 303);
    let page = ruth.import_page();
    assert!(page.contains("Quelque chose a changé") && page.contains("census/Q07.csv"), "{page}");
    assert!(!commune.clean().join("CURRENT").exists());
    // A version that somebody else records meanwhile makes a trial old.
    ruth.trial();
    commune.run();
    let page = ruth.get("/importer").body;
    assert!(page.contains("Le registre a changé depuis cet essai") && !page.contains("name=\"code\""), "{page}");
}

#[test]
fn bad_uploads_leave_nothing_and_are_named() {
    let commune = Commune::empty();
    std::fs::write(commune.raw().with_file_name("bato.toml"), "[ingest]\nmax_deposit_mb = 1\n").unwrap();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let large = vec![b'x'; 3 << 20];
    let reply = ruth.send(&[("grand.zip", &large), ("bon.csv", OTHER.as_bytes()), ("vide.csv", b"")]);
    assert!(reply.status == 200 && reply.body.contains("grand.zip dépasse 1\u{a0}Mo"), "{}", reply.body);
    assert!(reply.body.contains("vide.csv est vide") && reply.body.contains("bon.csv"), "the good one arrived");
    assert_eq!(ruth.send(&[("README.md", b"x")]).status, 200);
    assert_eq!(ruth.send(&[("", b"")]).status, 200, "no file was chosen");
    assert_eq!(ruth.post("/deposer", "faire=rien").status, 200);
    for path in ["/deposer/x", "/deposer/0123456789abcdef", "/deposer/..%2f..%2fbato.toml"] {
        assert_ne!(ruth.get(path).status, 200, "{path}");
    }
    // A file that no run can read is not added.
    let photo = ruth.send(&[("photo.jpg", &[0xff, 0xd8, 0xff, 0xe0, 0, 1])]);
    let reply = ruth.post(&location(&photo), "faire=ajouter&type=census");
    assert!(reply.status == 200 && reply.body.contains("tableur"), "{}", reply.body);
    assert_eq!(ruth.post(&location(&photo), "faire=ecarter").status, 303);
    assert!(std::fs::read_dir(commune.raw().join("census")).unwrap().next().is_none());
    // Without the key in the path nothing is taken.
    let body = b"--x1\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.csv\"\r\n\r\nx\r\n--x1--\r\n";
    let headers = [ruth.cookie.as_str(), &ruth.own, "Content-Type: multipart/form-data; boundary=x1"];
    assert_eq!(desk.post_body("/deposer", &headers, body).status, 403);
    let waiting = commune.raw().join(".deposit").read_dir().unwrap().count();
    assert_eq!(waiting, 2, "a file and what is known of it");
}

#[test]
fn rulings_come_in_as_a_review_workbook_or_a_csv_and_reference_files_must_be_readable() {
    let commune = Commune::with(&crate::door::some_files());
    commune.run();
    let review = commune.raw().with_file_name("paires.xlsx");
    assert_eq!(commune.bato(&["review", "--export", "paires.xlsx"]).status, 0);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let page = location(&ruth.send(&[("paires jugées.xlsx", &std::fs::read(&review).unwrap())]));
    assert!(ruth.get(&page).body.contains("value=\"decisions\" checked"), "{}", ruth.get(&page).body);
    let reply = ruth.post(&page, "faire=ajouter&type=decisions");
    assert_eq!(reply.status, 303, "{}", reply.body);
    assert!(ruth.get("/deposer").body.contains("0 décision"));
    let bad = ruth.deposit("population.csv", "a,b\n1,2\n");
    assert!(ruth.get(&bad).body.contains("value=\"reference\" checked"));
    let reply = ruth.post(&bad, "faire=ajouter&type=reference");
    assert!(reply.status == 200 && reply.body.contains("population.csv"), "{}", reply.body);
    assert!(!commune.raw().join("reference").exists());
    let good = std::fs::read(crate::door::project().join("data-raw/reference/population.csv")).unwrap();
    let good = location(&ruth.send(&[("population.csv", &good)]));
    assert_eq!(ruth.post(&good, "faire=ajouter&type=reference").status, 303);
    assert!(commune.raw().join("reference/population.csv").is_file());
}

#[test]
fn roles_hold_for_deposits_imports_and_settings() {
    let commune = Commune::empty();
    commune.write("census/Q06.csv", CENSUS);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    assert_eq!(ruth.post("/agents", "nom=Jean&role=entry").status, 303);
    assert_eq!(ruth.post("/agents", "nom=Paul&role=reading").status, 303);
    let jean = Browser::enter(&desk, "Jean");
    let page = jean.trial();
    assert!(page.contains("Un responsable doit enregistrer") && !page.contains("name=\"code\""), "{page}");
    assert_eq!(jean.post("/sauvegarde", "autre=/tmp").status, 403);
    for form in ["faire=enregistrer&code=0000-0000-0000-0000", "faire=publier"] {
        assert_eq!(jean.post("/importer", form).status, 403, "{form}");
    }
    assert_eq!(jean.post("/reglages", "mot=x&code=relation:spouse").status, 403);
    let paul = Browser::enter(&desk, "Paul");
    for path in ["/deposer", "/importer", "/reglages"] {
        assert_eq!(paul.get(path).status, 403, "{path}");
    }
    assert_eq!(paul.send(&[("a.csv", b"x")]).status, 403);
}

#[test]
fn a_setting_is_added_undone_and_changes_what_a_run_records() {
    let commune = Commune::empty();
    commune.write("census/Q06.csv", CENSUS);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let page = ruth.trial();
    assert_eq!(ruth.post("/reglages", "mot=yango+wana&code=relation:spouse").status, 303);
    // The trial was made without it.
    ruth.record(&page, "");
    assert!(ruth.import_page().contains("words.relation.spouse"), "{}", ruth.get("/importer").body);
    let said = commune.bato(&["check", "data-raw/census/Q06.csv"]);
    assert!(!said.out.contains("yango"), "{}", said.out);
    let page = ruth.get("/reglages").body;
    let id = page.split("name=\"annuler\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(ruth.post("/reglages", &format!("annuler={id}")).status, 303);
    assert!(ruth.get("/reglages").body.contains("annulé le"));
    assert!(commune.bato(&["check", "data-raw/census/Q06.csv"]).out.contains("yango"));
    for form in ["annuler=S-0", "mot=x&code=relation:cousine", "mot=&code=relation:spouse", "titre=x&champ=x"] {
        let reply = ruth.post("/reglages", form);
        assert!(reply.status == 200 && reply.body.contains("role=\"alert\""), "{form}");
    }
    assert_eq!(ruth.post("/reglages", "titre=Petit+nom&champ=prenom").status, 303);
}

#[test]
fn a_backup_is_written_and_its_age_is_told() {
    let commune = Commune::empty();
    commune.write("census/Q06.csv", CENSUS);
    commune.run();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    assert!(ruth.get("/").body.contains("jamais été sauvegardé"));
    let stick = commune.raw().with_file_name("clé USB");
    let refused = ruth.post("/sauvegarde", &format!("autre={}", stick.display()));
    assert_eq!(refused.status, 200, "the stick is not there");
    std::fs::create_dir(&stick).unwrap();
    let form = format!("faire=sauver&autre={}", stick.display().to_string().replace(' ', "+"));
    assert_eq!(ruth.post("/sauvegarde", &form).status, 303);
    let start = Instant::now();
    while ruth.get("/sauvegarde/avancement?since=0").body.contains("\"running\"") {
        assert!(start.elapsed() < Duration::from_secs(60));
        std::thread::sleep(Duration::from_millis(30));
    }
    let page = ruth.get("/").body;
    assert!(page.contains("Dernière sauvegarde") && page.contains("aujourd’hui"), "{page}");
    let file = std::fs::read_dir(&stick).unwrap().next().unwrap().unwrap().path();
    assert!(bato::backup::check(&file).unwrap().files.contains_key("data-raw/census/Q06.csv"));
    let in_register = ruth.post("/sauvegarde", &format!("autre={}", commune.raw().display()));
    assert_eq!(in_register.status, 200, "not into the register");
}

#[test]
fn settings_are_listed_added_and_undone_in_a_terminal() {
    let commune = Commune::empty();
    commune.write("census/Q06.csv", CENSUS);
    assert!(commune.bato(&["settings"]).out.contains("Aucun mot"));
    let said = commune.bato(&["settings", "word", "relation", "spouse", "yango wana", "--who", "Ruth"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let listed = commune.bato(&["settings"]).out;
    assert!(listed.contains("Ruth") && listed.contains("« yango wana » veut dire Époux ou épouse"), "{listed}");
    assert!(!commune.bato(&["check", "data-raw/census/Q06.csv"]).out.contains("yango"));
    assert_eq!(commune.bato(&["settings", "column", "unused", "Q06.csv", "G"]).status, 0);
    assert!(commune.bato(&["check", "--explain", "data-raw/census/Q06.csv"]).out.contains("fixé"));
    assert_eq!(commune.bato(&["settings", "heading", "prenom", "Petit nom"]).status, 0);
    let id = listed.split_whitespace().next().unwrap();
    assert_eq!(commune.bato(&["settings", "undo", id]).status, 0);
    assert!(commune.bato(&["check", "data-raw/census/Q06.csv"]).out.contains("yango"));
    for wrong in [&["settings", "undo", id][..], &["settings", "word", "x"], &["settings", "heading", "x", "y"]] {
        assert_eq!(commune.bato(wrong).status, 2, "{wrong:?}");
    }
}

/// Kills the desk or its run at many moments of an import: the register is the old one or the new one, and a desk that
/// is started again says how it ended.
#[test]
fn an_import_that_is_killed_at_any_moment_loses_nothing() {
    let commune = Commune::empty();
    commune.write("census/Q06.csv", CENSUS);
    commune.run();
    let old = table_bytes(&commune.current());
    let n_kills = if is_long() { 20 } else { 6 };
    let mut n_new = 0;
    for kill in 0..n_kills {
        commune.write("census/Q07.csv", format!("{OTHER}{kill};Boma;Lodja;99;TSHALA;{kill};Jo;M;12/11/1989;Fils\n"));
        let before = commune.current().number;
        let desk = Desk::start(&commune);
        let ruth = Browser::enter(&desk, "Ruth");
        let page = ruth.trial();
        assert_eq!(ruth.record(&page, "").status, 303);
        std::thread::sleep(Duration::from_millis(20 * kill));
        if kill % 2 == 0 {
            let progress = std::fs::read_dir(commune.clean().join("work")).unwrap();
            let mut files: Vec<_> = progress.map(|entry| entry.unwrap().path()).collect();
            files.retain(|path| path.extension().is_some_and(|ending| ending == "jsonl"));
            files.sort();
            let text = std::fs::read_to_string(files.last().unwrap()).unwrap();
            let pid = text
                .split("\"pid\":")
                .nth(1)
                .map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
            if let Some(pid) = pid {
                let _ = Command::new("kill").args(["-9", &pid]).output();
            }
        }
        // The desk dies with or without its run.
        drop(desk);
        let desk = Desk::start(&commune);
        let ruth = Browser::enter(&desk, "Ruth");
        let page = ruth.import_page();
        let now = commune.current().number;
        assert!(now == before || now == before + 1, "{kill}");
        n_new += usize::from(now > before);
        let is_told = page.contains("C’est enregistré.") || page.contains("interrompu");
        assert!(is_told, "{kill}: {page}");
        assert_eq!(
            page.contains("Rien n’a changé dans le registre"),
            page.contains("interrompu") && now == before,
            "{kill}"
        );
        commune.assert_whole();
        if now == before {
            let page = ruth.trial();
            ruth.record(&page, "");
            assert!(ruth.import_page().contains("C’est enregistré."), "{kill}");
        }
    }
    println!("{n_new} of {n_kills} were recorded in spite of the kill");
    assert_ne!(table_bytes(&commune.current()), old);
}

#[test]
fn a_kill_while_a_file_is_sent_or_added_leaves_the_old_or_the_new_one() {
    let commune = Commune::empty();
    commune.write("census/Q06.csv", CENSUS);
    let large: String =
        (0..40_000).map(|n| format!("{n};Boma;Lodja;{n};ILUNGA;M{n};Paul;M;11/11/1979;Chef\n")).collect();
    let large = format!("{}\n{large}", CENSUS.lines().next().unwrap());
    for kill in 0..8_u64 {
        let desk = Desk::start(&commune);
        let ruth = Browser::enter(&desk, "Ruth");
        let text = format!("{large}{kill};;;;;;;;;\n");
        let sent = std::thread::scope(|scope| {
            let sent = scope.spawn(|| {
                let place = location(&ruth.send(&[("Q06.csv", text.as_bytes())]));
                ruth.post(&place, "faire=ajouter&type=census&meme=census/Q06.csv").status == 303
            });
            std::thread::sleep(Duration::from_millis(15 * kill * kill));
            let pid = desk.pid().to_string();
            let _ = Command::new("kill").args(["-9", &pid]).output();
            sent.join().unwrap_or(false)
        });
        drop(desk);
        let now = std::fs::read_to_string(commune.raw().join("census/Q06.csv")).unwrap();
        let is_old = now.lines().next() == CENSUS.lines().next() && now.ends_with('\n');
        assert!(is_old, "{kill}: whole lines");
        assert!(now == CENSUS || now.len() >= large.len(), "{kill}: the old one or a whole new one");
        assert!(!sent || now == text, "{kill}: what was confirmed is there");
        // Nothing but whole files waits, and what was left is removed.
        std::thread::sleep(Duration::from_millis(50));
        commune.bato(&["rules"]);
        let waiting = commune.raw().join(".deposit");
        for entry in std::fs::read_dir(&waiting).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.extension().is_some_and(|ending| ending == "file") {
                assert!(std::fs::metadata(&path).unwrap().len() as usize >= large.len(), "{kill}");
            }
        }
    }
}

#[test]
fn deposit_import_and_settings_work_in_a_browser_by_keyboard_alone() {
    if !has_browser() {
        return;
    }
    let tools = browser_tools();
    for lang in ["fr", "nl", "en"] {
        let commune = Commune::empty();
        commune.write("census/Q06.csv", CENSUS);
        commune.run();
        let folder = commune.raw().with_file_name("received");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("Q06.csv"), CENSUS.replace("Noëlla", "Noëlle").replace("yango wana", "zango wana"))
            .unwrap();
        std::fs::write(folder.join("Q07.csv"), OTHER).unwrap();
        let out = std::env::var_os("BATO_PICTURES").map_or_else(|| folder.clone(), std::path::PathBuf::from);
        std::fs::create_dir_all(&out).unwrap();
        let desk = Desk::start(&commune);
        let mut script = Command::new("node");
        script.arg("desk/deposit.mjs").arg(&desk.entry_page).arg(&desk.address).arg(&out).arg(lang).arg(&folder);
        println!("{}", succeed(script.current_dir(&tools)));
        assert_eq!(commune.current().number, 2, "{lang}");
        commune.assert_whole();
    }
}
