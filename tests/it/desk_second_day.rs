//! Tests of what an agent does on the desk after the first import, by raw requests: a date in three columns, a quartier
//! that no list has, a column explained later, a newer version of a file, a file added by mistake, a fiche that is
//! finished.

use bato::store::{LineageRow, PersonRow};

use crate::deposit::Browser;
use crate::desk::{Desk, Reply};
use crate::door::Commune;

const DATES: &str = "N° ménage;Quartier;Nom;Post-nom;Prénom;Sexe;Jour de naissance;Mois de naissance;\
    Année de naissance;Lien\n12;Boma;XIKALALA;MBUYI;Benjamin;M;7;octobre;1962;Chef\n\
    //;Boma;XILUNGA;KIMPIATU;Dieudonné;M;30;2;1989;Fils\n";

fn place_of(reply: &Reply) -> String {
    assert_eq!(reply.status, 303, "{}", reply.body);
    reply.head.split("location: ").nth(1).unwrap().lines().next().unwrap().to_owned()
}

/// A page with plain blanks.
fn plain(page: &str) -> String {
    page.replace(['\u{a0}', '\u{202f}'], " ")
}

/// The fields of a cell of a file, with the text that is typed.
fn cell(file: &str, row: u32, column: &str, old: &str, new: &str) -> String {
    format!("fichier={file}&feuille=0&onglet=&ligne={row}&colonne={column}&ancien={old}&nouveau={new}&motif=fiche")
}

#[test]
fn a_whole_date_goes_into_three_cells_and_no_cell_is_open_after_the_last_fault() {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", DATES);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let sheet = "/corriger/feuille?fichier=census%2FQ06+Boma_2017.csv";
    let page = plain(&ruth.get(sheet).body);
    assert!(page.contains("Case G3") && page.contains("Écrivez ici la date entière"), "{page}");
    // The row is named by the number of its fiche, not by the mark that repeats it.
    assert!(page.contains("Ligne 3 : 12 · XILUNGA") && !page.contains(": // ·"), "{page}");
    let file = "census%2FQ06+Boma_2017.csv";
    let reply = ruth.post("/corriger/feuille", &cell(file, 3, "G", "30", "28%2F03%2F1990"));
    // Nothing is selected that the next text would replace.
    assert!(!place_of(&reply).contains("ligne="), "{}", reply.head);
    let page = plain(&ruth.get(sheet).body);
    assert!(page.contains("Case G3 : « 30 » → « 28 », case H3 : « 2 » → « 3 »"), "{page}");
    assert!(page.contains("case I3 : « 1989 » → « 1990 ». Enregistré.") && !page.contains("id=\"nouveau\""), "{page}");
    commune.run();
    let person = commune.table::<PersonRow>().into_iter().find(|person| person.prenom == "Dieudonné").unwrap();
    assert_eq!(person.born_on.map(|day| day.to_string()).as_deref(), Some("1990-03-28"));
    // A cell that was typed twice is one corrected cell.
    let again = cell(file, 3, "G", "28", "27");
    assert_eq!(ruth.post("/corriger/feuille", &again).status, 303);
    let list = ruth.get("/corriger").body;
    let row = list.split("<tr>").find(|row| row.contains("Q06 Boma_2017.csv")).unwrap();
    assert!(row.contains("<td class=\"number\">3</td>"), "{row}");
}

#[test]
fn a_quartier_that_the_list_lacks_is_answered_on_the_page() {
    let commune = Commune::empty();
    let rows = "QUARTIER : ATLANTIDE;;;\nAnnée : 2017;;;\nNom;Prénom;Sexe;Date de naissance\n\
                XIMBALA;Ruth;F;05/03/2005\nXINSIMBA;Jean;M;06/04/2006\n";
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let path = ruth.deposit("liste.csv", rows);
    let page = plain(&ruth.get(&path).body);
    assert!(page.contains("« ATLANTIDE », n’est pas dans la liste de la commune : choisissez"), "{page}");
    assert!(page.contains("id=\"quartier\"") && !page.contains("alt_spellings"), "{page}");
    ruth.post(&path, "faire=ajouter&type=census");
    let sheet = "/corriger/feuille?fichier=census%2Fliste.csv";
    let page = plain(&ruth.get(sheet).body);
    assert!(
        page.contains("id=\"quartier\"") && page.contains("« ATLANTIDE »") && !page.contains("alt_spellings"),
        "{page}"
    );
    let path = place_of(&ruth.post("/corriger/lieu", "fichier=census%2Fliste.csv&feuille=0&quartier=Boma"));
    let page = plain(&ruth.get(&path).body);
    assert!(!page.contains("Quartier inconnu"), "{page}");
    commune.run();
    assert!(commune.table::<PersonRow>().iter().all(|person| person.quartier.as_deref() == Some("Boma")));
}

#[test]
fn a_column_that_is_not_understood_is_explained_at_its_heading() {
    let commune = Commune::empty();
    let rows = "Quartier;Nom;Prénom;Sexe;Date de naissance;Zzyx\nBoma;XIMBALA;Ruth;F;05/03/1985;Couturière\n\
                Boma;XINSIMBA;Jean;M;06/04/1976;Maçon\n";
    commune.write("census/Q06 Boma_2017.csv", rows);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let sheet = "/corriger/feuille?fichier=census%2FQ06+Boma_2017.csv";
    let page = plain(&ruth.get(sheet).body);
    assert!(page.contains("Titre de colonne « Zzyx » (case F1)"), "{page}");
    assert!(page.contains("action=\"/corriger/colonne\"") && !page.contains("Comparez quelques lignes"), "{page}");
    let form = "fichier=census%2FQ06+Boma_2017.csv&feuille=0&onglet=&colonne=F&titre=Zzyx&champ=occupation";
    let page = plain(&ruth.get(&place_of(&ruth.post("/corriger/colonne", form))).body);
    assert!(page.contains("est lue comme « profession »") && !page.contains("Colonne non reconnue"), "{page}");
    commune.run();
    let ruths: Vec<PersonRow> = commune.table();
    assert!(ruths.iter().any(|person| person.occupation.as_deref() == Some("Couturière")), "{ruths:?}");
}

const LIST: &str = "Nom;Post-nom;Prénom;Sexe;Date de naissance\nXIMBALA;LEMA;Ruth;F;05/03/2005\n\
                    XINSIMBA;KIESE;Jean;X;06/04/2006\n";

#[test]
fn a_newer_version_under_the_name_received_keeps_quartier_and_year_and_replaces_the_old_one() {
    let commune = Commune::empty();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let path = ruth.deposit("liste.csv", LIST);
    ruth.post(&path, "faire=nommer&quartier=Boma&annee=2017");
    assert_eq!(ruth.post(&path, "faire=ajouter&type=census&quartier=Boma&annee=2017").status, 303);
    let name = "census/liste – Boma_2017.csv";
    assert!(commune.raw().join(name).is_file());
    let file = "census%2Fliste+%E2%80%93+Boma_2017.csv";
    assert_eq!(ruth.post("/corriger/feuille", &cell(file, 3, "D", "X", "M")).status, 303);
    let newer = LIST.replace("Jean", "Jeannot");
    let path = ruth.deposit("liste.csv", &newer);
    let page = plain(&ruth.get(&path).body);
    assert!(page.contains("Le nouveau remplace") && page.contains("value=\"2017\""), "{page}");
    let form = format!("faire=ajouter&type=census&quartier=Boma&annee=2017&meme={file}");
    let page = plain(&ruth.get(&place_of(&ruth.post(&path, &form))).body);
    assert!(page.contains("1 case corrigée dans l’ancien fichier est à contrôler"), "{page}");
    assert!(!page.contains(".replaced"), "{page}");
    let text = std::fs::read_to_string(commune.raw().join(name)).unwrap();
    assert!(text.contains("Jeannot"));
    assert_eq!(std::fs::read_dir(commune.raw().join("census")).unwrap().count(), 1);
    // Without its year it is still the file of that name.
    let path = ruth.deposit("liste.csv", &LIST.replace("Jean", "Jeannette"));
    ruth.post(&path, "faire=nommer&quartier=&annee=");
    assert!(plain(&ruth.get(&path).body).contains("Le nouveau remplace"));
}

#[test]
fn a_file_that_was_added_by_mistake_is_taken_out_and_its_persons_leave_with_the_import() {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", LIST);
    let others = "Nom;Post-nom;Prénom;Sexe;Date de naissance\nWOTSHI;DIKUMBA;Quitterie;F;17/11/1950\n\
                  ZOLANA;TEKASALA;Barnabé;M;28/09/1948\n";
    commune.write("census/Q07 Malonda_2017.csv", others);
    commune.run();
    let n_persons = commune.table::<PersonRow>().len();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let page = ruth.get("/corriger/feuille?fichier=census%2FQ07+Malonda_2017.csv").body;
    assert!(page.contains("action=\"/corriger/retirer\""), "{page}");
    let form = "fichier=census%2FQ07+Malonda_2017.csv";
    ruth.post("/corriger/retirer", form);
    assert!(commune.raw().join("census/Q07 Malonda_2017.csv").is_file(), "it asks first");
    let path = place_of(&ruth.post("/corriger/retirer", &format!("{form}&confirme=oui")));
    let page = plain(&ruth.get(&path).body);
    assert!(page.contains("Q07 Malonda_2017.csv est retiré"), "{page}");
    assert!(!commune.raw().join("census/Q07 Malonda_2017.csv").exists());
    let aside = std::fs::read_dir(commune.raw().join(".replaced/census")).unwrap().count();
    assert_eq!(aside, 1, "the file is kept");
    assert_eq!(commune.bato(&["run", "--accept-removals"]).status, 0);
    assert_eq!(commune.table::<PersonRow>().len(), n_persons - 2);
    assert_eq!(commune.table::<LineageRow>().len(), 3, "the heading and two persons");
    // What was typed on the desk is no deposit, and no path leads out of the folder.
    for path in ["census%2Fsaisie%2Fx.csv", "..%2Fx", "reference%2Fquartiers.csv"] {
        assert_eq!(ruth.post("/corriger/retirer", &format!("fichier={path}&confirme=oui")).status, 422, "{path}");
    }
}

#[test]
fn a_fiche_that_is_finished_stays_so_whatever_else_is_changed_on_the_page() {
    let commune = Commune::empty();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let path = place_of(&ruth.post("/saisir", "genre=census&quartier=Boma&annee=2018"));
    let row =
        "c-fiche=301&c-quartier=Boma&c-parcel=14&c-nom=MBALA&c-prenom=Lea&c-sex=F&c-birth_date=30/02/2013&c-year=2018";
    let next = place_of(&ruth.post(&path, &format!("faire=nouvelle&avant=0&c-order=1&{row}")));
    let fiche =
        |page: &str| page.split("name=\"c-fiche\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let page = ruth.get(&next).body;
    assert_eq!(fiche(&page), "302");
    let id = page.split("?ligne=").nth(1).unwrap().split(['"', '&']).next().unwrap().to_owned();
    // The year alone, a count that differs, a look at a row: the next row is still the first of fiche 302.
    let changed = place_of(&ruth.post(&path, &format!("faire=annee&ligne={id}&annee=2013")));
    let page = plain(&ruth.get(&changed).body);
    assert!(fiche(&page) == "302" && page.contains("MBALA") && page.contains("la ligne est changée"), "{page}");
    let page = ruth.post(&path, "faire=fermer&papier=7").body;
    assert_eq!(fiche(&page), "302");
    ruth.get(&format!("{path}?ligne={id}"));
    let page = ruth.get(&path).body;
    assert_eq!(fiche(&page), "302");
    // So it is when the batch is opened again, in another session.
    assert_eq!(fiche(&Browser::enter(&desk, "Ruth").get(&path).body), "302");
    // The agent may go on with the fiche before.
    assert!(page.contains("?fiche=suite"), "{page}");
    assert_eq!(fiche(&ruth.get(&format!("{path}?fiche=suite")).body), "301");
    assert_eq!(fiche(&ruth.get(&path).body), "301");
}

#[test]
fn a_move_says_where_to_and_a_birth_is_typed_into_the_register_of_births() {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", LIST);
    commune.run();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let id = commune.table::<PersonRow>().into_iter().find(|person| person.prenom == "Ruth").unwrap().person_id;
    let page = ruth.get(&format!("/evenement?person={id}")).body;
    assert!(page.contains("/saisir?genre=birth&amp;annee="), "{page}");
    assert!(ruth.get("/saisir?genre=birth&annee=2018").body.contains("<option value=\"birth\" selected>"));
    let form = format!("personne={id}&nature=move&date=02/02/2018&quartier=Malonda&document=1&confirme=oui");
    assert_eq!(ruth.post("/evenement", &form).status, 303);
    let page = plain(&ruth.get(&format!("/personne/{id}")).body);
    assert!(page.contains("02/02/2018 vers Malonda"), "{page}");
}

#[test]
fn every_answer_on_the_page_of_a_file_goes_with_either_button() {
    let commune = Commune::empty();
    let rows = "N° ménage;Nom;Prénom;Sexe;Date de naissance;Lien\n1;XIMBALA;Ruth;F;05/03/1985;Chef\n\
                1;XINSIMBA;Jean;M;06/04/2006;Zozoté\n";
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    for (name, button) in [("liste.csv", "nommer"), ("autre.csv", "apprendre")] {
        let rows = rows.replace("Jean", name);
        let path = ruth.deposit(name, &rows.replace("Zozoté", &format!("Zozoté {name}")));
        let word = form_urlencoded::byte_serialize(format!("Zozoté {name}").as_bytes()).collect::<String>();
        let answers = format!("type=census&quartier=Boma&annee=2017&texte-0={word}&mot-0=sibling&meme=garder");
        let reply = ruth.post(&path, &format!("faire={button}&{answers}"));
        let next = place_of(&reply);
        assert!(next.ends_with("?type=census&meme=garder"), "{next}");
        let page = plain(&ruth.get(&next).body);
        assert!(page.contains("1 réglage est retenu") && page.contains("_2017.csv »"), "{button}: {page}");
        assert!(!page.contains("Mots inconnus"), "{button}: {page}");
    }
}

#[test]
fn the_question_of_the_same_name_stands_above_the_columns() {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", DATES);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let path = ruth.deposit("Q06 Boma_2017.csv", &DATES.replace("Benjamin", "Benoît"));
    let page = plain(&ruth.get(&path).body);
    let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
    assert!(place("Il y a déjà un fichier de ce nom") < place("Qu’est-ce que c’est ?"), "{page}");
    let page = plain(&ruth.get(&format!("{path}?meme=garder")).body);
    assert!(page.contains("value=\"garder\" checked"), "{page}");
}

#[test]
fn what_was_typed_for_the_same_person_is_offered_in_a_newer_version_and_counted_once() {
    let commune = Commune::empty();
    let rows = "N° ménage;Nom;Post-nom;Prénom;Sexe;Date de naissance\n1;XIMBALA;LEMA;Ruth;F;05/03/2005\n\
                1;XINSIMBA;KIESE;Jean;M;45/13/2001\n1;XILUNGA;DIA;Rose;F;45/13/2001\n";
    let name = "Q06 Boma_2017.csv";
    commune.write(&format!("census/{name}"), rows);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let file = "census%2FQ06+Boma_2017.csv";
    assert_eq!(ruth.post("/corriger/feuille", &cell(file, 3, "F", "45/13/2001", "01/01/2004")).status, 303);
    commune.run();
    // A row is inserted above: the same text now stands one row further down.
    let newer = rows.replace("1;XINSIMBA", "1;XINZUZI;LEMA;Marc;M;06/07/2008\n1;XINSIMBA");
    let path = ruth.deposit(name, &newer);
    let reply = ruth.post(&path, &format!("faire=ajouter&type=census&meme={file}"));
    let page = plain(&ruth.get(&place_of(&reply)).body);
    assert!(page.contains("1 case corrigée dans l’ancien fichier est à contrôler"), "{page}");
    // The list and the page of the file count the same.
    let list = ruth.get("/corriger").body;
    let row = list.split("<tr>").find(|row| row.contains("Q06 Boma_2017.csv")).unwrap();
    assert!(row.contains("<td class=\"number\">0</td><td>"), "{row}");
    let sheet = format!("/corriger/feuille?fichier={file}");
    let page = plain(&ruth.get(&sheet).body);
    assert!(page.contains("0 case corrigée"), "{page}");
    assert!(page.contains("Case F4") && page.contains("Dans la version d’avant (ligne 3), Ruth avait écrit"), "{page}");
    assert!(page.contains("Reprendre « 01/01/2004 »"), "{page}");
    assert!(page.contains("case F3") && !page.contains("corrections/"), "{page}");
    // Another person with the same text gets no offer.
    let other = plain(&ruth.get(&format!("{sheet}&ligne=5&colonne=F")).body);
    assert!(other.contains("Case F5") && !other.contains("Reprendre «"), "{other}");
    assert_eq!(ruth.post("/corriger/feuille", &cell(file, 4, "F", "45/13/2001", "01/01/2004")).status, 303);
    let page = plain(&ruth.get(&format!("{sheet}&ligne=4&colonne=F")).body);
    assert!(!page.contains("Reprendre «") && page.contains("1 case corrigée"), "{page}");
    // Why this date does not exist, and not why another does not.
    assert!(other.contains("une année n’a que 12 mois"), "{other}");
    let list = plain(&ruth.get("/corriger/liste").body);
    assert!(list.contains("ne vaut plus : le fichier a été remplacé") && !list.contains("ce contenu"), "{list}");
}
