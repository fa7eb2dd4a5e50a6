//! Tests of what the pages of the desk let an agent do, by raw requests: a quartier given later, a stick, a date that
//! does not exist, a row left out, a name chosen after a judgement, a head who died, counts that agree, what comes
//! next.

use bato::store::{LineageRow, PersonRow};

use crate::deposit::Browser;
use crate::desk::{Desk, Reply};
use crate::door::Commune;

const HEADING: &str =
    "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien;État civil;Profession\n";
const FICHE: &str = "7;Boma;Kasai;12;XIMUAMBA;MUYA;Zébédée;M;03/04/1970;Chef;Marié;Maçon\n\
                     7;Boma;Kasai;12;KAPINGA;ZOLA;Xaverine;F;09/11/1972;Épouse;Mariée;Ménagère\n\
                     7;Boma;Kasai;12;XIMUAMBA;DIA;Wivine;F;03/04/1999;Fille;Célibataire;Élève\n";
const FILE: &str = "census/Q06 Boma_2017.csv";
const SHEET: &str = "/corriger/feuille?fichier=census%2FQ06+Boma_2017.csv";

fn commune_of(rows: &str) -> Commune {
    let commune = Commune::empty();
    commune.write(FILE, format!("{HEADING}{rows}"));
    commune.run();
    commune
}

fn person(commune: &Commune, prenom: &str) -> PersonRow {
    commune.table::<PersonRow>().into_iter().find(|person| person.prenom == prenom).unwrap()
}

fn place_of(reply: &Reply) -> String {
    assert_eq!(reply.status, 303, "{}", reply.body);
    reply.head.split("location: ").nth(1).unwrap().lines().next().unwrap().to_owned()
}

/// A page with plain blanks.
fn plain(page: &str) -> String {
    page.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_file_that_was_added_gets_its_quartier_and_year_on_its_page_and_loses_them_again() {
    let commune = Commune::empty();
    let rows = "Nom;Post-nom;Prénom;Sexe;Date de naissance\nXIMBALA;LEMA;Ruth;F;05/03/2005\n\
                XINSIMBA;KIESE;Jean;M;06/04/2006\n";
    commune.write("census/eleves.csv", rows);
    commune.run();
    assert_eq!(person(&commune, "Ruth").quartier, None);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    assert!(ruth.get("/corriger").body.contains("quartier ou année à dire"), "{}", ruth.get("/corriger").body);
    let page = ruth.get("/corriger/feuille?fichier=census%2Feleves.csv").body;
    assert!(page.contains("action=\"/corriger/lieu\"") && page.contains("id=\"annee\""), "{page}");
    assert!(!page.contains("responsable informatique"), "{page}");
    let form = "fichier=census%2Feleves.csv&feuille=0&quartier=Boma&annee=17";
    let refused = ruth.get(&place_of(&ruth.post("/corriger/lieu", form))).body;
    assert!(refused.contains("class=\"notice\"") && commune.raw().join("census/eleves.csv").is_file(), "{refused}");
    ruth.post("/corriger/lieu", "fichier=census%2Feleves.csv&feuille=0&quartier=Boma&annee=2017");
    let new = "census/eleves – Boma_2017.csv";
    assert!(commune.raw().join(new).is_file() && !commune.raw().join("census/eleves.csv").exists());
    commune.run();
    let known = person(&commune, "Ruth");
    assert_eq!((known.quartier.as_deref(), known.census_year), (Some("Boma"), Some(2017)));
    // It can be changed on the page, stands among the settings, and is undone there.
    let page = ruth.get(&format!("/corriger/feuille?fichier={}", new.replace(' ', "+").replace('–', "%E2%80%93"))).body;
    assert!(page.contains("name=\"quartier\" list=\"quartiers\" value=\"Boma\""), "{page}");
    let page = ruth.get("/reglages").body;
    assert!(page.contains("eleves – Boma_2017.csv") && page.contains("Boma, 2017"), "{page}");
    let id = page.split("name=\"annuler\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(ruth.post("/reglages", &format!("annuler={id}")).status, 303);
    assert!(commune.raw().join("census/eleves.csv").is_file() && !commune.raw().join(new).exists());
}

#[test]
fn saving_has_a_page_of_its_own_and_says_beside_the_box_what_is_wrong() {
    let commune = commune_of(FICHE);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let home = ruth.get("/").body;
    assert!(home.matches("href=\"/sauvegarde\"").count() == 2, "in the menu and beside the last backup: {home}");
    assert!(!ruth.get("/importer").body.contains("name=\"autre\""));
    for (form, text) in [("autre=USB", "il n’y a pas de dossier « USB »"), ("autre=", "choisissez une clé")] {
        let page = plain(&ruth.post("/sauvegarde", form).body);
        let field = page.find("name=\"autre\"").unwrap();
        let fault = page.find("id=\"faute\"").unwrap_or_else(|| panic!("{page}"));
        let button = page.find("value=\"sauver\"").unwrap();
        assert!(field < fault && fault < button && page[fault..button].contains(text), "{text}: {page}");
    }
}

#[test]
fn a_date_that_does_not_exist_is_kept_or_gives_its_year_and_the_remark_names_the_person() {
    let commune = commune_of(FICHE);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let path = place_of(&ruth.post("/saisir", "genre=census&quartier=Boma&annee=2018"));
    let form = "avant=0&c-order=2&c-fiche=302&c-quartier=Boma&c-avenue=Lodja&c-parcel=14&c-nom=TSHIBANGU\
                &c-prenom=Junior&c-sex=M&c-birth_date=30%2F02%2F2011&c-relation=petit-fils&c-year=2018";
    ruth.post(&path, form);
    let page = plain(&ruth.get(&path).body);
    assert!(page.contains("Enregistré : TSHIBANGU Junior (fiche 302, n° 2)"), "{page}");
    let doubt = page.split("id=\"doute\"").nth(1).unwrap_or_else(|| panic!("{page}"));
    let link = doubt.split("<a href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&");
    let link = link.replace("&amp;", "&");
    for text in ["TSHIBANGU Junior (fiche 302, n° 2)", "gardée telle quelle", "Garder l’année seule : 2011"] {
        assert!(doubt.contains(text), "{text}: {doubt}");
    }
    assert!(!doubt.contains("Ligne 2"), "{doubt}");
    // It leads to the field, which is marked.
    let form = ruth.get(&link).body;
    let field = form.split("id=\"c-birth_date\"").nth(1).unwrap().split('>').next().unwrap();
    assert!(field.contains("aria-invalid") && field.contains("autofocus"), "{link}: {field}");
    // Kept as it is, the row waits and is lost to nobody; with the year alone the person enters.
    commune.run();
    assert!(commune.table::<PersonRow>().iter().all(|person| person.prenom != "Junior"));
    let row = link.split("ligne=").nth(1).unwrap().split('&').next().unwrap();
    ruth.post(&path, &format!("faire=annee&ligne={row}&annee=2011"));
    commune.run();
    let junior = person(&commune, "Junior");
    assert_eq!((junior.born_on_precision.as_str(), junior.relation.as_deref()), ("year", Some("grandchild")));
}

#[test]
fn the_lines_of_each_fiche_begin_at_one_and_a_count_that_differs_names_the_fiches() {
    let commune = commune_of(FICHE);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let path = place_of(&ruth.post("/saisir", "genre=census&quartier=Boma&annee=2018"));
    let row = |n: u32, order: u32, nom: &str, act: &str| {
        format!("faire={act}&avant={n}&c-order={order}&c-fiche=301&c-quartier=Boma&c-nom={nom}&c-sex=F&c-year=2018")
    };
    let next = place_of(&ruth.post(&path, &row(0, 1, "MBALA", "suivante")));
    assert!(ruth.get(&next).body.contains("name=\"c-order\" value=\"2\""));
    let next = place_of(&ruth.post(&path, &row(1, 2, "LEMA", "nouvelle")));
    let page = ruth.get(&next).body;
    assert!(page.contains("name=\"c-order\" value=\"1\"") && page.contains("name=\"c-fiche\" value=\"302\""), "{page}");
    let page = plain(&ruth.post(&path, "faire=fermer&papier=2").body);
    assert!(page.contains("Il en manque dans le lot") && page.contains("Numéros dans le lot : 301."), "{page}");
    let page = plain(&ruth.post(&path, "faire=fermer&papier=0").body);
    assert!(page.contains("Il y en a trop dans le lot"), "{page}");
}

#[test]
fn a_row_typed_twice_is_left_out_by_a_button_and_counted_again() {
    let twice = FICHE.lines().last().unwrap();
    let commune = commune_of(&format!("{FICHE}{twice}\n"));
    assert_eq!(commune.table::<PersonRow>().len(), 4);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let page = ruth.get(SHEET).body;
    assert!(page.contains("Ne pas compter cette ligne") && !page.contains("Effacez"), "{page}");
    let form = |act: &str| format!("faire={act}&fichier=census%2FQ06+Boma_2017.csv&feuille=0&ligne=5");
    assert_eq!(ruth.post("/corriger/ligne", &form("ecarter")).status, 303);
    let page = ruth.get(&format!("{SHEET}&feuille=0&ligne=5&champ=nom")).body;
    assert!(page.contains("La compter de nouveau"), "{page}");
    // That somebody is no longer counted needs its tick, as always.
    assert_eq!(commune.bato(&["run", "--accept-removals"]).status, 0);
    assert_eq!(commune.table::<PersonRow>().len(), 3, "nobody is counted twice");
    let rows: Vec<LineageRow> = commune.table();
    assert_eq!((rows.len(), rows.iter().filter(|row| row.outcome == "ignored").count()), (5, 2), "no row is lost");
    assert_eq!(ruth.post("/corriger/ligne", &form("compter")).status, 303);
    assert!(ruth.get(SHEET).body.contains("Ne pas compter cette ligne"));
    commune.run();
    assert_eq!(commune.table::<PersonRow>().len(), 4);
}

#[test]
fn the_numbers_of_a_sheet_agree_and_errors_come_before_warnings() {
    // A warning in row 2, an error in row 3: the error is the first fault.
    let rows = FICHE.replace("03/04/1970", "").replace("09/11/1972", "45/13/1972");
    let commune = commune_of(&rows);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let page = plain(&ruth.get(SHEET).body);
    let number = |text: &str, before: &str| -> usize {
        let words: Vec<&str> = text.split(before).next().unwrap().split(|c: char| !c.is_ascii_digit()).collect();
        words.into_iter().rfind(|word| !word.is_empty()).unwrap().parse().unwrap()
    };
    let left = page.split("<p><strong>").nth(1).unwrap().split("</strong>").next().unwrap();
    let (errors, warnings) = (number(left, " erreur"), number(left, " avertissement"));
    let of_sheet = if left.contains("dont") { number(left, " sur toute la feuille") } else { 0 };
    let counter = page.split("<span>faute").nth(1).unwrap_or_else(|| panic!("{page}")).split("</span>").next().unwrap();
    assert!(counter.starts_with(" 1 sur ") && errors == 1, "{left}: {counter}");
    assert_eq!(number(&format!("{counter}."), "."), errors + warnings - of_sheet, "{left}: {counter}");
    assert!(page.contains("case I3") || page.contains("Case I3"), "the error is open: {page}");
    // The last error is corrected: the page says that one may import.
    let form = "fichier=census%2FQ06+Boma_2017.csv&feuille=0&onglet=&ligne=3&colonne=I&ancien=45%2F13%2F1972\
                &nouveau=09%2F11%2F1972&motif=fiche";
    assert_eq!(ruth.post("/corriger/feuille", form).status, 303);
    let page = plain(&ruth.get(SHEET).body);
    let said = page.split("Plus d’erreur dans ce fichier : importez").nth(1).unwrap_or_else(|| panic!("{page}"));
    assert!(said.split("</p>").next().unwrap().contains("href=\"/importer\""), "{said}");
}

/// Two heads under one number, whose name is spelled otherwise.
const TWO_HEADS: &str = "11;Boma;Kisantu;18;XIMALENGE;MAKANGA;Divine;F;15/01/1963;Chef;Divorcée;Maçon\n\
                         11;Boma;Kisantu;18;XIMBLENGE;MAKANGA;Divine;F;± 1963;Chef;Divorcée;Maçon\n";

#[test]
fn after_a_judgement_the_right_name_is_chosen_undone_and_chosen_again() {
    let commune = commune_of(&format!("{FICHE}{TWO_HEADS}"));
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    // The warning says where the agent will judge.
    let page = ruth.get(&format!("{SHEET}&feuille=0&ligne=6&colonne=J")).body;
    assert!(page.contains("Deux chefs") && page.contains("vous la jugerez sous"), "{page}");
    let list = ["/juger", "/juger/incertains"].into_iter().find(|path| ruth.get(path).body.contains("XIMBLENGE"));
    let list = list.expect("the pair is open or merged");
    let page = ruth.get(list).body;
    assert!(plain(&page).contains(" (1)</a>"), "the tab has its number: {page}");
    let pair = page.split("name=\"paire\" value=\"").nth(1).unwrap()[..16].to_owned();
    ruth.post(list, &format!("paire={pair}&reponse=same"));
    let page = plain(&ruth.get(list).body);
    assert!(page.contains("Nom : lequel est juste ?"), "{page}");
    assert!(page.contains("<kbd>a</kbd> XIM") && page.contains("<kbd>b</kbd> XIM"), "{page}");
    assert!(!page.contains("name=\"paire\"") && !page.contains("Plus aucune paire"), "before the next pair: {page}");
    let key = |page: &str| if page.contains("<kbd>a</kbd> XIMALENGE") { 1 } else { 2 };
    let answer = format!("nom=nom&reponse={}", key(&page));
    assert_eq!(ruth.post(list, &answer).status, 303);
    let decided = || std::fs::read_to_string(commune.raw().join("decisions/decided.csv")).unwrap();
    assert!(decided().lines().any(|line| line.starts_with("value") && line.contains("XIMALENGE")), "{}", decided());
    assert!(!ruth.get(list).body.contains("lequel est juste"));
    // It is undone alone, and the question comes back; a second undoing takes the judgement.
    ruth.post(list, "reponse=undo");
    assert!(plain(&ruth.get(list).body).contains("Nom : lequel est juste ?"));
    assert_eq!(ruth.post(list, "nom=nom&reponse=3").status, 303);
    ruth.post(list, "reponse=undo");
    ruth.post(list, "reponse=undo");
    assert!(ruth.get(list).body.contains("name=\"paire\""), "the pair is back");
    ruth.post(list, &format!("paire={pair}&reponse=same"));
    assert_eq!(ruth.post(list, &answer).status, 303);
    commune.run();
    assert_eq!(person(&commune, "Divine").nom, "XIMALENGE");
    // What was judged is no longer open.
    let page = ruth.get(SHEET).body;
    assert!(!page.contains("Deux chefs"), "{page}");
    let row = plain(&ruth.get("/corriger").body);
    assert!(row.contains("Q06 Boma_2017.csv"), "{row}");
    let id = person(&commune, "Divine").person_id;
    let page = ruth.get(&format!("/personne/{id}")).body;
    assert!(page.contains("Corriger ce nom") && page.contains("/corriger/feuille?fichier="), "{page}");
    let form = "faire=nom&nom=XIMALENGI&postnom=MAKANGA&prenom=Divine&motif=carte";
    // One who was chosen before says otherwise: it is undone first.
    let page = ruth.post(&format!("/personne/{id}"), form);
    assert!(page.status == 303 || page.body.contains("class=\"fault\""), "{}", page.body);
}

#[test]
fn a_name_is_corrected_on_the_page_of_the_person_and_its_rows_lead_to_their_cells() {
    let commune = commune_of(FICHE);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let id = person(&commune, "Zébédée").person_id;
    let form = |nom: &str| format!("faire=nom&nom={nom}&postnom=MUYA&prenom=Z%C3%A9b%C3%A9d%C3%A9e&motif=carte");
    assert_eq!(ruth.post(&format!("/personne/{id}"), &form("XIMUAMBA")).status, 303);
    assert!(!ruth.get(&format!("/personne/{id}")).body.contains("Décisions des agents"), "nothing was changed");
    assert_eq!(ruth.post(&format!("/personne/{id}"), &form("XIMWAMBA")).status, 303);
    let page = ruth.get(&format!("/personne/{id}")).body;
    assert!(page.contains("Décisions des agents") && page.contains("XIMWAMBA"), "{page}");
    let link = page.split("<a href=\"/corriger/feuille").nth(1).unwrap().split('"').next().unwrap();
    let link = format!("/corriger/feuille{}", link.replace("&#38;", "&").replace("&amp;", "&"));
    let sheet = ruth.get(&link).body;
    assert!(sheet.contains("Case E2") && sheet.contains("value=\"XIMUAMBA\""), "{link}: {sheet}");
    commune.run();
    assert_eq!(person(&commune, "Zébédée").nom, "XIMWAMBA");
}

#[test]
fn a_head_who_died_is_named_and_the_fiche_asks_for_another() {
    let commune = commune_of(FICHE);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let (id, household) = (person(&commune, "Zébédée").person_id, person(&commune, "Zébédée").household_id.unwrap());
    let page = ruth.get(&format!("/evenement?person={id}&nature=death")).body;
    assert!(page.contains("C’est le chef du ménage") && !page.contains("12/03/2018"), "{page}");
    assert!(!page.contains("nature=arrival\""), "who lives here does not arrive: {page}");
    // A date without a document is remarked on.
    let page = ruth.post("/evenement", &format!("personne={id}&nature=death&date=01/02/2018")).body;
    assert!(page.contains("Aucun document n’est nommé"), "{page}");
    let form = format!("personne={id}&nature=death&date=01/02/2018&document=Certificat+12&confirme=oui");
    assert_eq!(ruth.post("/evenement", &form).status, 303);
    commune.run();
    for path in [format!("/personne/{household}"), format!("/personne/{household}/releve")] {
        let page = plain(&ruth.get(&path).body);
        let said = "Chef décédé le 01/02/2018 : XIMUAMBA MUYA Zébédée ; nouveau chef : à désigner.";
        assert!(page.contains(said), "{path}: {page}");
        let table = page.split("<tbody>").nth(1).unwrap();
        assert!(table.contains("Zébédée") && table.contains("(01/02/2018)"), "the dead person is named: {table}");
    }
    let home = plain(&ruth.get("/").body);
    assert!(home.contains("<dd>2, et 1 décédée ou partie</dd>"), "as the report counts: {home}");
}

#[test]
fn the_menu_follows_the_work_and_each_step_leads_to_the_next() {
    let commune = Commune::empty();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let home = ruth.get("/").body;
    let menu = home.split("<nav").nth(1).unwrap().split("</nav>").next().unwrap();
    let paths: Vec<&str> = menu.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let work = ["/", "/chercher", "/deposer", "/corriger", "/importer", "/juger", "/saisir", "/sauvegarde"];
    assert_eq!(paths[..work.len()], work);
    let main = home.split("<main").nth(1).unwrap();
    assert!(main.contains("class=\"button main\" href=\"/deposer\"") && !main.contains("id=\"texte\""), "{main}");
    commune.write(FILE, format!("{HEADING}{FICHE}"));
    commune.write("census/eleves.csv", "Nom;Prénom;Sexe;Date de naissance\nXIPOLO;Ruth;F;05/03/2005\n");
    assert!(ruth.get("/importer").body.contains("Importer\u{a0}: voir ce qui change"));
    let page = ruth.trial();
    ruth.record(&page, "");
    let page = plain(&ruth.import_page());
    let next = page.split("Et maintenant ?").nth(1).unwrap_or_else(|| panic!("{page}")).split("</section>").next();
    let next = next.unwrap();
    assert!(next.contains("href=\"/sauvegarde\"") && next.contains("eleves.csv"), "{next}");
    // What an agent types is counted apart from what was received.
    let path = place_of(&ruth.post("/saisir", "genre=census&quartier=Boma&annee=2018"));
    ruth.post(&path, "avant=0&c-fiche=9&c-quartier=Boma&c-nom=MBALA&c-prenom=Lea&c-sex=F&c-year=2018");
    let page = plain(&ruth.trial());
    assert!(page.contains("<dt>Fichiers reçus, lus</dt><dd>2</dd>"), "{page}");
}

#[test]
fn a_file_says_what_is_to_be_checked_and_one_without_persons_is_removed_first() {
    let commune = Commune::empty();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let rows = "Nom;Prénom;Sexe;Date de naissance;Zzyx\nMBALA;Ruth;F;05/03/1987;bleu\nNSIMBA;Jean;M;06/04/1983;vert\n";
    let page = plain(&ruth.get(&ruth.deposit("eleves.csv", rows)).body);
    assert!(page.contains("À vérifier : quartier et année à dire, 1 colonne pas comprise"), "{page}");
    assert!(page.contains("Le quartier et l’année ne sont écrits nulle part"), "{page}");
    // One adds a file after what is to be said of it.
    assert!(page.find("id=\"annee\"").unwrap() < page.find("value=\"ajouter\"").unwrap(), "{page}");
    let page = plain(&ruth.get(&ruth.deposit("actes 2017.csv", &rows.replace("Zzyx", "Profession"))).body);
    assert!(page.contains("Le quartier n’est écrit nulle part") && !page.contains("id=\"annee\""), "{page}");
    let totals = "Quartier;Hommes;Femmes;Total\nBoma;120;130;250\nLuila;90;80;170\n";
    let page = plain(&ruth.get(&ruth.deposit("totaux des quartiers.csv", totals)).body);
    let remove = page.find("value=\"ecarter\"").unwrap();
    assert!(remove < page.find("value=\"ajouter\"").unwrap() && page.contains("personne n’entrerait"), "{page}");
    assert!(!page.contains("écrivez une ligne de titres"), "{page}");
    // Where all rows wait, nothing says that persons are registered.
    let names = "Nom\nMBALA\nNSIMBA\n";
    let page = plain(&ruth.get(&ruth.deposit("Q06 Boma_2018.csv", names)).body);
    assert!(!page.contains("les personnes sont inscrites"), "{page}");
}
