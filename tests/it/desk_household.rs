//! Tests of what the desk says of a household whose members die, move or are born: who goes along, where the head went,
//! who is a widow, which act and which parents a child has.

use bato::store::{EventRow, HouseholdRow, PersonRow};

use crate::deposit::Browser;
use crate::desk::Desk;
use crate::door::Commune;

const FICHES: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien;État civil\n\
    7;Boma;Kasai;12;XINSIMBA;LUVUMBU;André;M;03/04/1970;CM;Marié\n\
    7;Boma;Kasai;12;XIMBALA;BOKETSHU;Dorcas;F;09/11/1975;Épse;Mariée\n\
    7;Boma;Kasai;12;XINSIMBA;DIA;Wivine;F;02/02/1999;Fille;Célibataire\n\
    8;Boma;Kasai;14;XILUNGA;KENGE;Samuel;M;05/06/1980;CM;Marié\n\
    8;Boma;Kasai;14;XITSHILOMBO;MBOMBO;Mireille;F;07/08/1984;Épse;Mariée\n\
    8;Boma;Kasai;14;XILUNGA;KIESE;Cédric;M;01/03/2016;Fils;\n";
const ACTS: &str = "N° acte;Nom;Post-nom;Prénom;Sexe;Date de naissance;Date de déclaration;Nom du père;Nom de la mère\n\
    24;XILUNGA;KIESE;Cédric;M;01/03/2016;20/03/2016;XILUNGA KENGE Samuel;XITSHILOMBO MBOMBO Mireille\n\
    301/2017;XILUNGA;KENGE;Wisdom;M;01/02/2017;10/02/2017;Xilunga Kenge Samuel;XINZUZI Inconnue\n";

fn commune() -> Commune {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", FICHES);
    commune.write("births/naissances.csv", ACTS);
    commune.run();
    commune
}

fn person(commune: &Commune, prenom: &str) -> PersonRow {
    commune.table::<PersonRow>().into_iter().find(|person| person.prenom == prenom).unwrap()
}

/// A page with plain blanks.
fn plain(page: &str) -> String {
    page.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_move_asks_who_goes_along_and_writes_an_event_for_each() {
    let commune = commune();
    let [andre, dorcas, wivine] = ["André", "Dorcas", "Wivine"].map(|prenom| person(&commune, prenom));
    let stranger = person(&commune, "Samuel").person_id;
    let (id, household) = (andre.person_id.clone(), andre.household_id.unwrap());
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let page = plain(&ruth.get(&format!("/evenement?person={id}&nature=move")).body);
    assert!(page.contains("C’est le chef du ménage") && page.contains("Qui part aussi ?"), "{page}");
    for member in [&dorcas, &wivine] {
        assert!(page.contains(&format!("name=\"avec\" value=\"{}\"", member.person_id)), "{page}");
    }
    assert!(!page.contains(&stranger), "{page}");
    // Nobody goes along with the dead.
    let page = plain(&ruth.get(&format!("/evenement?person={id}&nature=death")).body);
    assert!(!page.contains("name=\"avec\""), "{page}");
    // A doubt about one of them keeps all back; the ticks stay.
    let along = format!("avec={}", dorcas.person_id);
    let form = format!("personne={id}&nature=move&date=15/01/1975&quartier=malonda&{along}");
    let page = plain(&ruth.post("/evenement", &form).body);
    assert!(page.contains("XIMBALA BOKETSHU Dorcas : La personne est née le 09/11/1975"), "{page}");
    assert!(page.contains(&format!("value=\"{}\" checked", dorcas.person_id)), "{page}");
    assert!(!commune.raw().join("events/saisie").exists() || commune.table::<EventRow>().is_empty());
    // Who is of another household does not go along.
    let form = format!("personne={id}&nature=move&date=15/11/2017&quartier=malonda");
    assert_ne!(ruth.post("/evenement", &format!("{form}&avec={stranger}&confirme=oui")).status, 303);
    let reply = ruth.post("/evenement", &format!("{form}&{along}&confirme=oui"));
    assert_eq!(reply.status, 303, "{}", reply.body);
    let page = plain(&ruth.get(&format!("/personne/{}", dorcas.person_id)).body);
    // The quartier stands as the commune writes it.
    assert!(page.contains("Déménagement 15/11/2017 vers Malonda"), "{page}");
    // Who takes back the event of one hears that the others' stay.
    let event =
        page.split("name=\"annuler\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    let back = ruth.post("/evenement", &format!("personne={}&annuler={event}&retour=personne", dorcas.person_id));
    assert_eq!(back.status, 303, "{}", back.body);
    let page = plain(&ruth.get(&format!("/personne/{}", dorcas.person_id)).body);
    assert!(page.contains("pour cette personne seulement") && page.contains("XINSIMBA LUVUMBU André reste"), "{page}");
    let again = format!("personne={}&nature=move&date=15/11/2017&quartier=malonda&confirme=oui", dorcas.person_id);
    assert_eq!(ruth.post("/evenement", &again).status, 303);
    commune.run();
    let moved: Vec<String> = commune.table::<EventRow>().into_iter().map(|event| event.person_id).collect();
    assert_eq!(moved.len(), 2, "{moved:?}");
    assert!(moved.contains(&id) && moved.contains(&dorcas.person_id));
    // The household of who stayed names where the head went, and so does the page of the daughter.
    let said = "Chef déménagé vers Malonda le 15/11/2017 : XINSIMBA LUVUMBU André ; nouveau chef : à désigner.";
    for path in [
        format!("/personne/{household}"),
        format!("/personne/{household}/releve"),
        format!("/personne/{}", wivine.person_id),
        format!("/personne/{}/releve", wivine.person_id),
    ] {
        let page = plain(&ruth.get(&path).body);
        assert!(page.contains(said), "{path}: {page}");
    }
    let page = plain(&ruth.get(&format!("/personne/{household}")).body);
    assert!(page.contains("Était chef de ménage") && page.contains("Déménagement vers Malonda (15/11/2017)"), "{page}");
}

#[test]
fn a_household_that_moves_as_a_whole_stays_one_at_its_new_address() {
    let commune = commune();
    let [andre, dorcas, wivine] = ["André", "Dorcas", "Wivine"].map(|prenom| person(&commune, prenom));
    let (id, household) = (andre.person_id.clone(), andre.household_id.clone().unwrap());
    let n_homes = commune.table::<HouseholdRow>().len();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let page = plain(&ruth.get(&format!("/evenement?person={id}&nature=move")).body);
    assert!(page.contains("Tout le ménage (3 personnes)") && page.contains("name=\"parcelle\""), "{page}");
    let form = format!("personne={id}&nature=move&date=15/11/2017&quartier=malonda&avenue=Av. Luozi&parcelle=4 bis");
    let reply = ruth.post("/evenement", &format!("{form}&tous=oui&confirme=oui"));
    assert_eq!(reply.status, 303, "{}", reply.body);
    let page = plain(&ruth.get(&format!("/personne/{id}")).body);
    assert!(page.contains("Déménagement 15/11/2017 vers Malonda, Av. Luozi, 4 bis"), "{page}");
    assert!(page.contains("Retirer pour les 3 personnes"), "{page}");
    let event =
        |page: &str| page.split("name=\"annuler-tous\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let back = ruth.post("/evenement", &format!("personne={id}&annuler-tous={}&retour=personne", event(&page)));
    assert_eq!(back.status, 303, "{}", back.body);
    for own in [&andre, &dorcas, &wivine] {
        let page = plain(&ruth.get(&format!("/personne/{}", own.person_id)).body);
        assert!(!page.contains("Déménagement 15/11/2017"), "{page}");
    }
    let reply = ruth.post("/evenement", &format!("{form}&tous=oui&confirme=oui"));
    assert_eq!(reply.status, 303, "{}", reply.body);
    commune.run();
    commune.assert_whole();
    for own in [&andre, &dorcas, &wivine] {
        let now = person(&commune, &own.prenom);
        assert_eq!((&now.household_id, &now.relation), (&own.household_id, &own.relation));
        assert_eq!(now.quartier.as_deref(), Some("Malonda"));
    }
    let homes = commune.table::<HouseholdRow>();
    let home = homes.iter().find(|home| home.household_id == household).unwrap();
    assert_eq!((homes.len(), home.n_members, home.head_person_id.as_ref()), (n_homes, 3, Some(&id)));
    assert_eq!(
        [&home.quartier, &home.avenue, &home.parcel].map(|part| part.as_deref().unwrap()),
        ["Malonda", "Luozi", "4 bis"]
    );
    let said = "Malonda, Luozi, 4 bis, depuis le déménagement (avant : Boma, Kasai, 12)";
    for path in [format!("/personne/{household}"), format!("/personne/{id}"), format!("/personne/{}", wivine.person_id)]
    {
        let page = plain(&ruth.get(&path).body);
        assert!(page.contains(said) && !page.contains("à désigner"), "{path}: {page}");
        assert!(!page.contains("Une autre adresse"), "{path}: {page}");
    }
    let paper = plain(&ruth.get(&format!("/personne/{household}/releve")).body);
    assert!(paper.contains("quartier Malonda, avenue Luozi, n° 4 bis, depuis le déménagement"), "{paper}");
    assert!(paper.contains("Chef de ménage"), "{paper}");
    let reply = ruth.post("/chercher", "texte=XINSIMBA+DIA");
    let path = reply.head.split("location: ").nth(1).unwrap().lines().next().unwrap().to_owned();
    let card = plain(&ruth.get(&path).body);
    assert!(card.contains(said) && card.contains("XIMBALA BOKETSHU Dorcas"), "{card}");
}

#[test]
fn a_household_that_all_left_is_not_counted() {
    let commune = commune();
    let [samuel, mireille, cedric] = ["Samuel", "Mireille", "Cédric"].map(|prenom| person(&commune, prenom).person_id);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let count = |page: &str| page.split("Ménages</dt><dd>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    assert_eq!(count(&ruth.get("/").body), "2");
    let form = format!("personne={samuel}&nature=departure&date=15/11/2017&avec={mireille}&avec={cedric}&confirme=oui");
    assert_eq!(ruth.post("/evenement", &form).status, 303);
    commune.run();
    assert_eq!(count(&ruth.get("/").body), "1");
    let household = commune.table::<HouseholdRow>().into_iter().find(|home| home.n_members == 0).unwrap().household_id;
    for path in [format!("/personne/{household}"), format!("/personne/{household}/releve")] {
        let page = plain(&ruth.get(&path).body);
        assert!(page.contains("Plus personne n’est compté dans ce ménage") && page.contains("Kasai"), "{path}: {page}");
    }
}

#[test]
fn the_paper_of_a_widow_says_that_the_husband_died() {
    let commune = commune();
    let [andre, dorcas, wivine] = ["André", "Dorcas", "Wivine"].map(|prenom| person(&commune, prenom).person_id);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let form = format!("personne={andre}&nature=death&date=12/11/2017&document=5&confirme=oui");
    assert_eq!(ruth.post("/evenement", &form).status, 303);
    commune.run();
    let said = "XINSIMBA LUVUMBU André, décès le 12/11/2017, d’après l’événement";
    for path in [format!("/personne/{dorcas}"), format!("/personne/{dorcas}/releve")] {
        let page = plain(&ruth.get(&path).body);
        assert!(page.contains(said) && page.contains("Mariée"), "{path}: {page}");
    }
    let page = plain(&ruth.get(&format!("/personne/{wivine}")).body);
    assert!(!page.contains("d’après l’événement") && page.contains("Chef décédé le 12/11/2017"), "{page}");
}

#[test]
fn a_child_has_the_year_of_the_act_and_the_parents_whom_it_names() {
    let commune = commune();
    let [samuel, mireille, cedric, wisdom] =
        ["Samuel", "Mireille", "Cédric", "Wisdom"].map(|prenom| person(&commune, prenom).person_id);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let page = plain(&ruth.get(&format!("/personne/{cedric}")).body);
    assert!(page.contains("<dd>24 (2016)</dd>"), "{page}");
    for parent in [&samuel, &mireille] {
        assert!(page.contains(&format!("<a href=\"/personne/{parent}\">XI")), "{page}");
    }
    let paper = plain(&ruth.get(&format!("/personne/{cedric}/releve")).body);
    assert!(paper.contains("24 (2016)") && paper.contains("XITSHILOMBO MBOMBO Mireille"), "{paper}");
    // Of a child known by an act alone, too; a parent who is not in the register is named without a link.
    let page = plain(&ruth.get(&format!("/personne/{wisdom}")).body);
    assert!(page.contains("<dd>301/2017</dd>") && page.contains("<dd>XINZUZI Inconnue</dd>"), "{page}");
    assert!(page.contains(&format!("<a href=\"/personne/{samuel}\">Xilunga Kenge Samuel</a>")), "{page}");
    let reply = ruth.post("/chercher", "texte=XILUNGA+KIESE");
    let path = reply.head.split("location: ").nth(1).unwrap().lines().next().unwrap().to_owned();
    let page = plain(&ruth.get(&path).body);
    assert!(page.contains("24 (2016)"), "{page}");
}

#[test]
fn a_pair_shows_the_name_that_a_sign_repeats_and_the_address_of_the_act() {
    let commune = Commune::empty();
    let fiche = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n\
        7;Boma;Luozi;8;XIKIALA;LUVUMBU;Samuel;M;03/04/1980;CM\n\
        7;Boma;Luozi;8;\";KIESE;Héritier;M;05/06/2016;Fils\n7;Boma;Luozi;8;\";DIA;Wivine;F;02/02/2012;Fille\n";
    commune.write("census/Q06 Boma_2017.csv", fiche);
    let acts = "N° acte;Nom;Post-nom;Prénom;Sexe;Date de naissance;Date de déclaration;Nom du père;Nom de la mère;Adresse\n\
        24;XIKIALA;KIESE;Héritier;M;05/06/2016;20/06/2016;XIKIALA LUVUMBU Samuel;XIMBALA Ruth;\"Luozi 8, Q/Boma\"\n";
    commune.write("births/naissances.csv", acts);
    commune.run();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let page = plain(&ruth.get("/juger/incertains").body);
    let line = |label: &str| {
        let rows = page.split("<tr").filter(|row| row.contains(&format!("{label}</th>")));
        let row = rows.map(|row| row.split("</tr>").next().unwrap_or_default()).next().unwrap_or_default();
        row.split("<td>").skip(1).map(|cell| cell.split("</td>").next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(line("Nom"), ["XIKIALA", "XIKIALA"], "{page}");
    assert_eq!(line("Avenue"), ["Luozi", "Luozi"], "{page}");
    assert_eq!((line("Quartier"), line("N° parcelle")), (vec!["Boma".into(); 2], vec!["8".into(); 2]), "{page}");
    assert!(page.contains("XIKIALA DIA Wivine"), "{page}");
    assert!(plain(&ruth.get("/").body).contains("réunion à vérifier"), "{}", ruth.get("/").body);
    // The rows as they were typed keep the sign.
    assert!(page.contains("&#34;") || page.contains("&quot;"), "{page}");
}

#[test]
fn a_family_with_two_addresses_is_settled_by_a_button() {
    let commune = commune();
    // The same fiche, typed again with another parcel, which stands in the first row alone.
    let lines: Vec<&str> = FICHES.lines().take(4).collect();
    let again = lines.join("\n").replacen(";12;XINSIMBA", ";21;XINSIMBA", 1).replace(";12;", ";;");
    commune.write("census/Q06 Boma saisie 2_2017.csv", again);
    commune.run();
    let andre = person(&commune, "André");
    let household = andre.household_id.clone().unwrap();
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let path = format!("/personne/{household}");
    let page = plain(&ruth.get(&path).body);
    assert!(page.contains("Une autre adresse est écrite"), "{page}");
    for address in ["Boma, Kasai, 12", "Boma, Kasai, 21"] {
        let choice = format!("« {address} » est juste pour le ménage de ");
        assert!(page.contains(&choice) && page.contains("(3 personnes)"), "{page}");
    }
    let sheet = page
        .split("href=\"/corriger/feuille")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .replace("&#38;", "&")
        .replace("&amp;", "&");
    let open = plain(&ruth.get(&format!("/corriger/feuille{sheet}")).body);
    assert!(open.contains("avenue</h2>") && !open.contains("nom</h2>"), "{open}");
    let reply = ruth.post(&path, "adresse=Boma|Kasai|21");
    assert_eq!(reply.status, 303, "{}", reply.body);
    let page = plain(&ruth.get(&path).body);
    assert!(page.contains("L’adresse est corrigée"), "{page}");
    commune.run();
    commune.assert_whole();
    let home = commune.table::<HouseholdRow>().into_iter().find(|home| home.household_id == household).unwrap();
    assert_eq!((home.avenue.as_deref(), home.parcel.as_deref(), home.n_members), (Some("Kasai"), Some("21"), 3));
    let page = plain(&ruth.get(&path).body);
    assert!(!page.contains("Une autre adresse est écrite"), "{page}");
}

#[test]
fn a_person_with_two_days_of_birth_is_settled_by_a_button() {
    let commune = commune();
    let lines: Vec<&str> = FICHES.lines().take(4).collect();
    let again = lines.join("\n");
    let born = person(&commune, "André").born_on.unwrap();
    let (old, new) =
        (born.format("%d/%m/%Y").to_string(), (born + chrono::Months::new(12)).format("%d/%m/%Y").to_string());
    assert!(again.contains(&old), "{again}");
    commune.write("census/Q06 Boma saisie 2_2017.csv", again.replace(&old, &new));
    commune.run();
    let andre = person(&commune, "André");
    let path = format!("/personne/{}", andre.person_id);
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let page = plain(&ruth.get(&path).body);
    assert!(page.contains("Une autre date de naissance est écrite") && page.contains("Demandez laquelle"), "{page}");
    assert!([&old, &new].iter().all(|day| page.contains(&format!("« {day} » est juste"))), "{page}");
    let right = if andre.born_on == Some(born) { born + chrono::Months::new(12) } else { born };
    assert_eq!(ruth.post(&path, &format!("naissance={right}")).status, 303);
    let page = plain(&ruth.get(&path).body);
    assert!(!page.contains("Une autre date de naissance") && page.contains("est décidée"), "{page}");
    commune.run();
    let found = person(&commune, "André");
    assert_eq!((found.person_id, found.born_on), (andre.person_id, Some(right)));
}

#[test]
fn rows_of_another_quartier_in_the_title_are_left_out_when_the_address_is_settled() {
    let commune = commune();
    let lines: Vec<String> = FICHES.lines().take(4).map(|line| line.replacen(";Boma", "", 1)).collect();
    let again = lines.join("\n").replacen(";Quartier", "", 1).replace(";Kasai;12;", ";Luozi;3;");
    commune.write("census/Malonda_2017.csv", format!("Quartier : Malonda\nAnnée : 2017\n{again}"));
    commune.run();
    let household = person(&commune, "André").household_id.unwrap();
    let path = format!("/personne/{household}");
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let page = plain(&ruth.get(&path).body);
    let choices: Vec<&str> =
        page.split("name=\"adresse\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(choices.len(), 2, "{page}");
    // The one that the register has now is wrong.
    let right: Vec<&str> = choices[1].split('|').collect();
    assert_eq!(ruth.post(&path, &format!("adresse={}", choices[1])).status, 303);
    let page = plain(&ruth.get(&path).body);
    assert!(page.contains("3 lignes qui disent l’autre adresse") || page.contains("L’adresse est corrigée"), "{page}");
    commune.run();
    commune.assert_whole();
    let andre = person(&commune, "André");
    let homes = commune.table::<HouseholdRow>();
    let home = homes.iter().find(|home| Some(&home.household_id) == andre.household_id.as_ref()).unwrap();
    assert_eq!([&home.quartier, &home.avenue, &home.parcel].map(|part| part.as_deref().unwrap()), right[..]);
    assert_eq!(home.n_members, 3);
}

#[test]
fn a_child_known_by_the_act_alone_has_its_address_and_stands_with_the_household_of_the_mother() {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", FICHES);
    let acts = "N° acte;Nom;Post-nom;Prénom;Sexe;Date de naissance;Date de déclaration;Nom du père;Nom de la mère;Adresse\n\
        31;XILUNGA;NSIMBA;Ketsia;F;01/02/2018;10/02/2018;XILUNGA KENGE Samuel;XITSHILOMBO MBOMBO Mireille;\
        Q/Malonda Av Kimbangu n°15\n32;WOTSHI;LEMA;Zoé;F;02/02/2018;10/02/2018;WOTSHI Paul;KAPINGA Ida;\n\
        33;WOTSHI;KIESE;Luc;M;03/02/2018;10/02/2018;WOTSHI Jean;KAPINGA Rose;Q/Zzyx Av Kimbangu n°7\n";
    commune.write("births/naissances_2018.csv", acts);
    commune.run();
    let [ketsia, zoe, luc] = ["Ketsia", "Zoé", "Luc"].map(|prenom| person(&commune, prenom));
    let household = person(&commune, "Mireille").household_id.unwrap();
    assert_eq!((ketsia.quartier.as_deref(), ketsia.household_id), (Some("Malonda"), None));
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let page = plain(&ruth.get(&format!("/personne/{}", ketsia.person_id)).body);
    assert!(page.contains("adresse à l’acte</dt><dd>Malonda, Kimbangu, 15</dd>"), "{page}");
    assert!(page.contains("connue par un acte de naissance seul"), "{page}");
    let home = format!("<a href=\"/personne/{household}\">XILUNGA KENGE Samuel, Boma, Kasai, 14, {household}</a>");
    assert!(page.contains(&home), "{page}");
    let page = plain(&ruth.get(&format!("/personne/{}", luc.person_id)).body);
    assert!(page.contains("<dd>Zzyx, Kimbangu, 7</dd>") && !page.contains("ménage de la mère"), "{page}");
    let page = plain(&ruth.get(&format!("/personne/{}", zoe.person_id)).body);
    assert!(!page.contains("adresse à l’acte"), "{page}");
    // The household shows and prints the child, and does not count it.
    for path in ["", "/releve"] {
        let page = plain(&ruth.get(&format!("/personne/{household}{path}")).body);
        assert!(page.contains("XILUNGA NSIMBA Ketsia") && page.contains("enfant, par son acte seul"), "{page}");
        assert!(!page.contains("WOTSHI"), "{page}");
    }
    let home = commune.table::<HouseholdRow>().into_iter().find(|own| own.household_id == household).unwrap();
    assert_eq!(home.n_members, 3);
    // The rows name their quartiers: nothing is asked for the file, and an answer would not hold against a row.
    assert!(!plain(&ruth.get("/").body).contains("dont le quartier"), "{}", ruth.get("/").body);
    let sheet = "/corriger/feuille?fichier=births%2Fnaissances_2018.csv";
    let page = plain(&ruth.get(sheet).body);
    assert!(!page.contains("n’est écrit nulle part") && page.contains("Ligne 3"), "{page}");
}

#[test]
fn a_quartier_of_a_move_that_is_spelt_wrongly_is_marked_and_proposed() {
    let commune = commune();
    let id = person(&commune, "André").person_id;
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    let form = format!("personne={id}&nature=move&date=15/01/2018&quartier=Mallonda&avenue=Inga&parcelle=77");
    let page = plain(&ruth.post("/evenement", &form).body);
    assert!(page.contains("Est-ce « Malonda » ?"), "{page}");
    let field = |name: &str| page.split("<input").find(|own| own.contains(&format!("id=\"{name}\""))).unwrap();
    assert!(field("quartier").contains("aria-invalid=\"true\" autofocus"), "{page}");
    assert!(!field("date").split('>').next().unwrap().contains("autofocus"), "{page}");
}
