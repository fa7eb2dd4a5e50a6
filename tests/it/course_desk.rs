//! Tests of the course in the browser: how it begins, what the page of a lesson says and checks, how a result reaches the
//! trainer and comes back countersigned, and every lesson taken by keyboard alone.

use std::path::{Path, PathBuf};
use std::process::Command;

use bato::course::LESSONS;

use crate::course::{HEADINGS, Learner, SHEET, pass_all};
use crate::desk::{Desk, Reply};
use crate::door::{Commune, OfficeRegister, browser_tools, has_browser, succeed};

/// The desk of a learner's course, with a browser that was let in.
struct PracticeDesk {
    desk: Desk,
    cookie: String,
    key: String,
}

impl PracticeDesk {
    fn start(learner: &Learner, state: &Path) -> Self {
        let mut command = learner.command(&["desk", "--no-browser"]);
        command.env("XDG_STATE_HOME", state);
        Self::of(Desk::of(command))
    }

    fn of(desk: Desk) -> Self {
        let (cookie, key) = desk.enter();
        Self { desk, cookie, key }
    }

    fn get(&self, path: &str) -> Reply {
        self.desk.get(path, &[&self.cookie])
    }

    fn post(&self, path: &str, form: &str) -> Reply {
        let own = format!("Origin: http://{}", self.desk.address);
        self.desk.post(path, &[&self.cookie, &own], &format!("cle={}&{form}", self.key))
    }

    /// Sends a form of the page of the lesson and returns that page.
    fn send(&self, form: &str) -> String {
        let reply = self.post("/cours", form);
        assert_eq!(reply.status, 303, "{form}: {}", reply.body);
        self.get("/cours").body
    }
}

/// The path to which an answer leads.
fn location(reply: &Reply) -> &str {
    reply.head.split("location: ").nth(1).and_then(|rest| rest.lines().next()).unwrap_or_default()
}

#[test]
fn the_desk_of_a_course_says_so_on_each_page_and_leads_through_a_lesson() {
    let real = Commune::empty();
    real.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{SHEET}"));
    real.run();
    let base = real.raw().parent().unwrap().to_owned();
    let learner = Learner::start(&base, "Ruth <i>Mwamba", 5, "fr");
    learner.succeed(&["course", "reset", "importer"]);
    let practice = PracticeDesk::start(&learner, &base.join("state"));
    // The learner is not asked for the name again, and the lessons come first.
    assert_eq!(location(&practice.get("/")), "/cours");
    for path in ["/", "/cours", "/chercher", "/corriger", "/importer", "/juger", "/deposer", "/nowhere", "/fermer"] {
        let page = practice.get(path).body;
        assert!(page.contains("class=\"banner\"") && page.contains("Ruth &#60;i&#62;Mwamba"), "{path}: {page}");
        assert!(!page.contains("<i>Mwamba"), "{path}");
    }
    assert!(practice.desk.get("/", &[]).body.contains("Exercice"), "also before one has entered");
    let page = practice.get("/cours").body;
    assert_eq!(page.matches("pas encore</span>").count(), 3, "{page}");
    assert!(page.contains("rien n’est encore enregistré") || !page.contains("il en reste"), "{page}");
    assert!(practice.send("faire=indice").contains("<ol><li>"));
    let page = practice.send("faire=solution");
    assert!(page.contains("<li>Page Importer") && page.contains("<code>bato run</code>"), "{page}");
    // Both questions are answered at once; a wrong answer is said where it stands, and stays.
    let reply = practice.post("/cours", "faire=repondre&reponse-1=7&reponse-2=8");
    assert_eq!((reply.status, location(&reply)), (303, "/cours#question-1"));
    let page = practice.get("/cours").body;
    assert_eq!(page.matches("ce n’est pas encore cela").count(), 2, "{page}");
    assert!(page.contains("value=\"7\"") && page.contains("value=\"8\""), "{page}");
    practice.send("faire=executer");
    assert!(practice.get("/cours").body.contains("Leçon réussie"), "it is checked by itself");
    assert!(learner.progress().has_passed("importer"));
    let n_lines = learner.progress().lines.len();
    practice.get("/cours");
    assert_eq!(learner.progress().lines.len(), n_lines, "a check without a change is not written down");
    let page = practice.send("faire=suivante");
    assert!(page.contains("Leçon 5 sur 14"), "{page}");
    // A lesson that is passed and opened again shows hints and the solution again.
    let page = practice.send("faire=ouvrir&lecon=importer");
    assert!(page.contains("déjà réussi cette leçon") && !page.contains("id=\"solution\""), "{page}");
    assert!(
        practice.send("faire=indice").contains("<ol><li>")
            && practice.send("faire=solution").contains("id=\"solution\"")
    );
    assert!(practice.send("faire=ouvrir&lecon=sortie").contains("Leçon 13 sur 14"));
    assert!(practice.get("/cours").body.contains("type=\"radio\" id=\"reponse-1-B\""));
    assert!(practice.send("faire=repondre&reponse-1=B").contains("juste</span>"));
    assert_eq!(practice.get("/cours/resultats").status, 404);
    // Who leaves is asked for the name.
    assert_eq!(location(&practice.post("/fermer", "quitter=1")), "/qui");
    drop(practice);

    // The desk of the real register has no banner; it shows the learners and the trainer's table.
    let desk = Desk::start(&real);
    let own = format!("Origin: http://{}", desk.address);
    let (cookie, key) = desk.enter();
    let who = format!("cle={key}&nom=Ruth&motif=Exercice");
    assert_eq!(desk.post("/qui", &[&cookie, &own], &who).status, 303);
    let page = desk.get("/cours", &[&cookie]).body;
    assert!(!page.contains("class=\"banner\"") && page.contains("1 / 14"), "{page}");
    assert!(desk.get("/cours/resultats", &[&cookie]).body.contains("Ruth &#60;i&#62;Mwamba"));
}

#[test]
fn a_click_on_the_real_desk_opens_the_exercise_of_the_agent() {
    let real = Commune::empty();
    let base = real.raw().parent().unwrap().to_owned();
    let desk = Desk::start(&real);
    let own = format!("Origin: http://{}", desk.address);
    let (cookie, key) = desk.enter();
    let who = format!("cle={key}&nom=Ruth+Mwamba&motif=Exercice");
    assert_eq!(desk.post("/qui", &[&cookie, &own], &who).status, 303);
    let page = desk.get("/cours", &[&cookie]).body;
    // The form has the agent's name, and its answer comes in another tab.
    assert!(page.contains("target=\"_blank\"") && page.contains("name=\"nom\" value=\"Ruth Mwamba\""), "{page}");
    let begin = || {
        let reply = desk.post("/cours", &[&cookie, &own], &format!("cle={key}&nom=Ruth+Mwamba"));
        assert_eq!((reply.status, location(&reply)), (303, "/cours/exercice/ruth-mwamba"), "{}", reply.body);
        let page = desk.get(location(&reply), &[&cookie]).body;
        page.split("href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let first = begin();
    assert!(first.starts_with("http://127.") && !first.contains(&desk.address), "{first}");
    // The practice desk that was started runs: this shows its address.
    let learner = Learner { base: base.clone(), folder: base.join("cours/ruth-mwamba"), lang: "fr" };
    let practice = PracticeDesk::start(&learner, &base.join("state"));
    assert!(first.contains(&practice.desk.address), "{first}");
    assert_eq!(location(&practice.get("/")), "/cours");
    assert!(practice.get("/cours").body.contains("Leçon 1 sur 14"));
    // A second click opens the same desk with a new key: the first was used.
    let second = begin();
    assert!(second.contains(&practice.desk.address) && second != first, "{second}");
    let again = PracticeDesk::of(practice.desk);
    assert_eq!(location(&again.get("/")), "/cours");
    assert_eq!(desk.get("/cours/exercice/nobody", &[&cookie]).status, 422);
    assert_eq!(again.post("/fermer", "fermer=1").status, 200);
}

#[test]
fn the_pages_of_the_lessons_name_pages_and_not_commands_or_folders_of_the_program() {
    let base = tempfile::tempdir().unwrap();
    for (seed, lang) in [(5, "fr"), (6, "nl"), (7, "en")] {
        let learner = Learner::start(base.path(), &format!("Ruth {lang}"), seed, lang);
        let practice = PracticeDesk::start(&learner, &base.path().join("state"));
        practice.get("/");
        for lesson in LESSONS.iter() {
            practice.send(&format!("faire=ouvrir&lecon={}", lesson.id));
            for _ in 0..3 {
                practice.send("faire=indice");
            }
            let page = practice.send("faire=solution");
            let context = format!("{lang} {}", lesson.id);
            let mut shown = page.split("</header>").nth(1).unwrap().split("<footer>").next().unwrap().to_owned();
            // What does the same in a terminal is folded.
            while let Some(start) = shown.find("<details>") {
                let end = shown[start..].find("</details>").unwrap();
                shown.replace_range(start..start + end, "");
            }
            // On another PC there is no desk yet.
            let shown = shown.replace("“bato restore”", "").replace("«\u{a0}bato restore\u{a0}»", "");
            for word in [
                "«\u{a0}bato ",
                "“bato ",
                ">bato ",
                "(bato ",
                ": bato ",
                "census/",
                "births/",
                "data-raw",
                "data-clean",
            ] {
                assert!(!shown.contains(word), "{context}: {word}: {shown}");
            }
            assert!(!shown.contains("{ $") && !shown.contains(">course-"), "{context}: {shown}");
            let paper = practice.get("/cours/papier").body;
            assert!(paper.contains("<main") && !paper.contains("{ $"), "{context}");
        }
    }
}

#[test]
fn wrong_answers_on_pairs_are_counted_shown_and_taken_back() {
    let base = tempfile::tempdir().unwrap();
    let learner = Learner::start(base.path(), "Ruth", 11, "fr");
    learner.succeed(&["course", "reset", "paires"]);
    let practice = PracticeDesk::start(&learner, &base.path().join("state"));
    practice.get("/");
    let judge = |answer: &str| {
        let page = practice.get("/juger").body;
        let pair = page.split("name=\"paire\" value=\"").nth(1)?.split('"').next()?.to_owned();
        let reply = practice.post("/juger", &format!("paire={pair}&reponse={answer}"));
        (reply.status == 303).then_some(())
    };
    for _ in 0..11 {
        judge("different").unwrap();
    }
    // How many are right is said when enough are judged, so that nobody answers by trial.
    let page = practice.get("/cours").body;
    assert!(page.contains("jugées\u{a0}: 11") && !page.contains("justes\u{a0}:"), "{page}");
    judge("different").unwrap();
    let page = practice.get("/cours").body;
    assert!(page.contains("jugées\u{a0}: 12\u{a0}; justes\u{a0}:") && !page.contains("name=\"decision\""), "{page}");
    let first = learner.progress().first_work("paires").cloned().unwrap();
    assert!(first.n_pairs == 12 && first.wrong_pairs.contains(&"moved".to_owned()), "{first:?}");
    // After the last hint the wrong answers are named, and each can be given anew.
    for _ in 0..3 {
        practice.send("faire=indice");
    }
    let mut page = practice.get("/cours").body;
    let n_wrong = page.matches("name=\"decision\"").count();
    assert_eq!(n_wrong, first.wrong_pairs.len(), "{page}");
    while let Some(rest) = page.split("name=\"decision\" value=\"").nth(1) {
        let ruling = rest.split('"').next().unwrap().to_owned();
        page = practice.send(&format!("faire=retirer&decision={ruling}"));
    }
    // What was judged wrongly comes again, and the pairs that are left; now each is judged rightly.
    let plan = bato::course::PracticePlan::new(bato::course::lesson("paires").unwrap(), 11).unwrap();
    let moved = plan.sheets[1].rows.iter().filter(|row| row.pair.is_some_and(|sort| sort.code() == "moved"));
    let moved: Vec<[String; 2]> =
        moved.map(|row| [4, 6].map(|column| format!("<td>{}</td>", row.truth[column]))).collect();
    loop {
        let page = practice.get("/juger").body;
        let has_initial =
            page.split("<td>").any(|cell| cell.chars().nth(1) == Some('.') && cell.chars().nth(2) == Some('<'));
        let is_same = has_initial || moved.iter().any(|names| names.iter().all(|name| page.contains(name)));
        if judge(if is_same { "same" } else { "different" }).is_none() {
            break;
        }
    }
    let page = practice.get("/cours").body;
    let count = |label: &str| -> String {
        let rest = page.split(label).nth(1).unwrap_or_else(|| panic!("{label}: {page}"));
        rest.trim_start_matches(['\u{a0}', ':', ' ']).chars().take_while(char::is_ascii_digit).collect()
    };
    assert_eq!(count("(jugées"), count("justes"), "{page}");
    assert!(!learner.progress().has_passed("paires"), "nothing is recorded yet");
    learner.succeed(&["run"]);
    assert!(practice.get("/cours").body.contains("Leçon réussie"));
    // The result has what was judged before the hints.
    learner.succeed(&["course", "result"]);
    let result = std::fs::read_to_string(learner.folder.join("resultat/resultat-cours.json")).unwrap();
    assert!(result.contains(&format!("\"moved\": {n_wrong}")), "{result}");
}

#[test]
fn a_result_goes_to_the_trainer_by_parcel_and_comes_back_countersigned() {
    let (learners, trainer) = (OfficeRegister::new("Commune Boma", "BOMA"), OfficeRegister::new("Formation", "FORM"));
    learners.accept(&trainer);
    trainer.accept(&learners);
    let base = learners.commune.raw().parent().unwrap().to_owned();
    let learner = Learner::start(&base, "Ruth Mwamba", 9, "fr");
    pass_all(&learner);
    learner.succeed(&["course", "result"]);
    let enter = |desk: &Desk| {
        let (cookie, key) = desk.enter();
        let own = format!("Origin: http://{}", desk.address);
        assert_eq!(desk.post("/qui", &[&cookie, &own], &format!("cle={key}&nom=Jean&motif=Cours")).status, 303);
        (cookie, key)
    };
    let send = |from: &OfficeRegister, to: &OfficeRegister, file: &Path| {
        // The kind is known by the folder or by the name.
        let out = from.at("colis");
        let words = ["parcel", "seal", file.to_str().unwrap(), "--to", &to.code, "-o", out.to_str().unwrap()];
        let said = from.succeed(&words);
        let said = to.open(Path::new(said.lines().last().unwrap()));
        assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    };

    // The learner's desk makes the result ready to be sent.
    let desk = Desk::start(&learners.commune);
    let (cookie, key) = enter(&desk);
    let own = format!("Origin: http://{}", desk.address);
    let reply = desk.post("/cours", &[&cookie, &own], &format!("cle={key}&envoyer=ruth-mwamba"));
    assert_eq!((reply.status, location(&reply)), (303, "/colis"), "{}", reply.body);
    let result = learners.commune.raw().join("course/resultat-cours-9.json");
    assert!(desk.get("/colis", &[&cookie]).body.contains("course/resultat-cours-9.json"));
    drop(desk);
    send(&learners, &trainer, &result);

    // The trainer sees it and countersigns it.
    let desk = Desk::start(&trainer.commune);
    let (cookie, key) = enter(&desk);
    let own = format!("Origin: http://{}", desk.address);
    let page = desk.get("/cours/resultats", &[&cookie]).body;
    assert!(page.contains("Apprenant n° 9") && page.contains("14 / 14") && page.contains("pas contresigné"), "{page}");
    assert!(!page.contains("Ruth"), "the name stays with the learner: {page}");
    let sign =
        |phrase: &str| desk.post("/cours/resultats", &[&cookie, &own], &format!("cle={key}&dossier=&phrase={phrase}"));
    assert!(sign("une+autre+phrase").body.contains("role=\"alert\""));
    assert_eq!(sign("trois+pirogues+bleues").status, 303);
    let page = desk.get("/cours/resultats", &[&cookie]).body;
    assert!(page.contains("1 résultat contresigné") && !page.contains("pas contresigné"), "{page}");
    drop(desk);
    let signed = std::fs::read_dir(trainer.commune.raw().join("course")).unwrap().map(|entry| entry.unwrap().path());
    let signed = signed.into_iter().find(|path| path.is_file()).expect("a countersigned result");
    assert!(learner.succeed(&["course", "certificate"]).contains("n’est pas contresignée"));
    send(&trainer, &learners, &signed);

    // It has arrived: the certificate has the signature.
    let said = learner.succeed(&["course", "certificate", "--force"]);
    assert!(said.contains("Formation") && said.contains(&trainer.words()), "{said}");
    let practice = PracticeDesk::start(&learner, &base.join("state"));
    practice.get("/");
    assert!(practice.get("/cours").body.contains("Contresignée par Formation"));
    let page = practice.get("/cours/attestation.html").body;
    assert!(page.contains("Ruth Mwamba") && page.contains(&trainer.words()), "{page}");
    // A certificate of another learner, and one after a change of the signed result, is not countersigned.
    let other = Learner::start(&base, "Jean", 10, "fr");
    pass_all(&other);
    assert!(other.succeed(&["course", "certificate"]).contains("n’est pas contresignée"));
    let text = std::fs::read_to_string(&signed).unwrap().replace("\\\"n_pairs\\\": 0", "\\\"n_pairs\\\": 40");
    let changed = base.join("change.json");
    std::fs::write(&changed, &text).unwrap();
    assert!(text.contains("40"));
    let said = learner.bato(&["course", "certificate", "--signed", changed.to_str().unwrap(), "--force"]);
    assert_eq!(said.status, 2, "{}", said.out);
}

#[test]
fn lessons_are_taken_in_the_browser_alone() {
    if !has_browser() {
        return;
    }
    let base = tempfile::tempdir().unwrap();
    let tools = browser_tools();
    let out = std::env::var_os("BATO_PICTURES").map_or_else(|| base.path().join("seen"), PathBuf::from);
    std::fs::create_dir_all(&out).unwrap();
    let some = ["importer", "separer", "sauvegarde"];
    // All lessons in French, some in each other language.
    for (seed, lang, lessons) in [(21, "fr", &[][..]), (22, "nl", &some), (23, "en", &some)] {
        let learner = Learner::start(base.path(), &format!("Ruth {lang}"), seed, lang);
        let mut command = learner.command(&["desk", "--no-browser"]);
        command.env("XDG_STATE_HOME", base.path().join("state"));
        let desk = Desk::of(command);
        let work = base.path().join(lang);
        std::fs::create_dir_all(&work).unwrap();
        let mut script = Command::new("node");
        script.arg("desk/course.mjs").arg(&desk.entry_page).arg(&desk.address).arg(&out).arg(lang).arg(&work);
        script.args(lessons).current_dir(&tools);
        println!("{}", succeed(&mut script));
        let progress = learner.progress();
        for lesson in LESSONS.iter().filter(|lesson| lessons.is_empty() || lessons.contains(&&*lesson.id)) {
            assert!(progress.has_passed(&lesson.id), "{lang} {}", lesson.id);
        }
    }
}

#[test]
fn the_course_begins_in_a_tab_of_its_own_in_the_browser() {
    if !has_browser() {
        return;
    }
    let real = Commune::empty();
    let tools = browser_tools();
    let out = std::env::var_os("BATO_PICTURES").map_or_else(|| real.raw().with_file_name("seen"), PathBuf::from);
    std::fs::create_dir_all(&out).unwrap();
    let desk = Desk::start(&real);
    let mut script = Command::new("node");
    script.arg("desk/course_begin.mjs").arg(&desk.entry_page).arg(&desk.address).arg(&out).arg("fr");
    println!("{}", succeed(script.current_dir(&tools)));
}
