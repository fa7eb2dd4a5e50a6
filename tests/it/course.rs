//! Tests of the course: each lesson fails untouched and passes with its solution, in three languages; nothing of it
//! touches a real register, and nothing of a real register touches it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use bato::course::{CheckResult, CourseProgress, LESSONS, ProgressEvent};
use bato::store::PersonRow;

use crate::door::{Commune, OfficeRegister, Said};

pub(crate) const HEADINGS: &str =
    "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n";
pub(crate) const SHEET: &str = "1;Boma;Kasai;12;XIMUAMBA;MUYA;Zébédée;M;03/04/1970;CM\n\
    1;Boma;Kasai;12;KAPINGA;ZOLA;Xaverine;F;09/11/1975;Épouse\n";

/// A learner's course in a folder of its own.
pub(crate) struct Learner {
    pub(crate) base: PathBuf,
    pub(crate) folder: PathBuf,
    pub(crate) lang: &'static str,
}

impl Learner {
    pub(crate) fn start(base: &Path, name: &str, seed: u64, lang: &'static str) -> Self {
        let mut learner = Self { base: base.to_owned(), folder: base.to_owned(), lang };
        let said = learner.bato(&["course", "start", "--name", name, "--seed", &seed.to_string()]);
        assert_eq!(said.status, 0, "{}{}", said.out, said.err);
        let mut folders = std::fs::read_dir(learner.base.join("cours")).unwrap().map(|entry| entry.unwrap().path());
        let is_own = |folder: &PathBuf| CourseProgress::read(folder).is_ok_and(|progress| progress.name() == name);
        learner.folder = folders.find(is_own).expect("a folder of the learner");
        learner
    }

    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("bato"));
        command.current_dir(&self.folder).args(words).args(["--lang", self.lang]);
        command
    }

    pub(crate) fn bato(&self, words: &[&str]) -> Said {
        Said::of(self.command(words).output().unwrap())
    }

    pub(crate) fn succeed(&self, words: &[&str]) -> String {
        let said = self.bato(words);
        assert_eq!(said.status, 0, "{words:?}: {}{}", said.out, said.err);
        said.out
    }

    pub(crate) fn progress(&self) -> CourseProgress {
        CourseProgress::read(&self.folder).unwrap()
    }
}

/// Every file below a folder with its bytes, but those of `without`.
fn files_below(folder: &Path, without: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let (mut files, mut open) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path == without {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else {
                let bytes = std::fs::read(&path).unwrap();
                files.insert(path, bytes);
            }
        }
    }
    files
}

/// Asserts that a text has neither the id of a message nor a variable without a value.
fn assert_is_text(text: &str, context: &str) {
    for line in text.lines() {
        assert!(!line.contains("{ $") && !line.contains("{$"), "{context}: {line}");
        let is_id = line.split_whitespace().any(|word| word.starts_with("course-") && !word.ends_with(".html"));
        assert!(!is_id, "{context}: {line}");
    }
}

/// Every lesson in a language: untouched it fails, with its solution it passes.
fn each_lesson(lang: &'static str, seed: u64) {
    let base = tempfile::tempdir().unwrap();
    let learner = Learner::start(base.path(), "Ruth Mwamba", seed, lang);
    for lesson in LESSONS.iter() {
        let id = lesson.id.as_str();
        let context = format!("{lang} {id} {seed}");
        learner.succeed(&["course", "reset", id]);
        let said = learner.bato(&["course", "check"]);
        assert_eq!(said.status, 1, "{context}: an untouched lesson passes\n{}", said.out);
        assert!(!learner.progress().has_passed(id), "{context}");
        assert_is_text(&learner.succeed(&["course", "status"]), &context);
        for _ in 0..3 {
            let hint = learner.succeed(&["course", "hint"]);
            assert!(hint.len() > 40, "{context}: {hint}");
            assert_is_text(&hint, &context);
        }
        assert_is_text(&learner.succeed(&["course", "solution"]), &context);
        learner.succeed(&["course", "solution", "--do"]);
        let said = learner.bato(&["course", "check"]);
        assert_eq!(said.status, 0, "{context}: the solution does not pass\n{}{}", said.out, said.err);
        let progress = learner.progress();
        assert!(progress.has_passed(id) && progress.was_solved(id), "{context}");
        assert_eq!(progress.n_hints(id), 3, "{context}");
    }
    let page = learner.folder.join("attestation.html");
    learner.succeed(&["course", "certificate"]);
    let page = std::fs::read_to_string(page).unwrap();
    assert!(page.contains("Ruth Mwamba") && page.contains(&seed.to_string()), "{page}");
    assert_is_text(&page, lang);
}

#[test]
fn each_lesson_fails_untouched_and_passes_with_its_solution_in_french() {
    each_lesson("fr", 42);
}

#[test]
fn each_lesson_fails_untouched_and_passes_with_its_solution_in_dutch() {
    each_lesson("nl", 7);
}

#[test]
fn each_lesson_fails_untouched_and_passes_with_its_solution_in_english() {
    each_lesson("en", 310_000);
}

#[test]
fn a_course_and_a_real_register_on_one_pc_touch_each_other_in_nothing() {
    let real = Commune::empty();
    real.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{SHEET}"));
    real.run();
    let base = real.raw().parent().unwrap().to_owned();
    let before = files_below(&base, &base.join("cours"));
    let own = real.table::<PersonRow>().remove(0).person_id;
    assert!(own.starts_with("P-"));

    let learner = Learner::start(&base, "Ruth", 5, "fr");
    // A lesson with rows, a ruling and look-ups.
    learner.succeed(&["course", "reset", "separer"]);
    learner.succeed(&["course", "solution", "--do"]);
    learner.succeed(&["course", "check"]);
    assert_eq!(files_below(&base, &base.join("cours")), before, "the course changed something of the real register");

    let course = bato::app::CourseFolder::read(&learner.folder).unwrap();
    let register = bato::app::current(&course.paths().clean).unwrap();
    let persons: Vec<PersonRow> = register.read().unwrap();
    assert!(persons.len() > 30 && persons.iter().all(|person| person.person_id.starts_with("X-")));
    assert_eq!(learner.bato(&["verify"]).status, 0);
    let practice = persons[0].person_id.clone();
    learner.succeed(&["show", &practice]);

    // Each refuses the other's numbers as unknown.
    let in_course = files_below(&learner.folder, Path::new(""));
    for (said, id) in [(real.bato(&["show", &practice]), &practice), (learner.bato(&["show", &own]), &own)] {
        assert_eq!(said.status, 2, "{id}: {}", said.out);
        assert!(said.err.contains(id.as_str()), "{}", said.err);
    }
    // No command reads the one with the folders or the settings of the other.
    let at = |name: &str| learner.folder.join(name).to_str().unwrap().to_owned();
    for words in [
        vec!["run", "--clean", &at("data-clean")],
        vec!["run", "--raw", &at("data-raw")],
        vec!["run", "--raw", &at("data-raw"), "--clean", &at("data-clean")],
        vec!["run", "--config", &at("bato.toml")],
        vec!["find", "mwamba", "--clean", &at("data-clean")],
        vec!["decide", "list", "--raw", &at("data-raw")],
        vec!["backup", "x.zip", "--config", &at("bato.toml")],
        vec!["export", "persons", "--clean", &at("data-clean")],
    ] {
        let said = real.bato(&words);
        assert_eq!(said.status, 2, "{words:?}: {}", said.out);
        assert!(said.err.contains("d’un cours"), "{words:?}: {}", said.err);
    }
    assert_eq!(
        files_below(&learner.folder, Path::new("")),
        in_course,
        "a real command changed something of the course"
    );
    // The real register goes on as if there were no course: no row, no look-up but the refused one.
    real.run();
    real.assert_whole();
    assert_eq!(real.table::<PersonRow>().len(), 2);
    let log = std::fs::read_to_string(real.clean().join("log/lookups.jsonl")).unwrap_or_default();
    assert!(!log.contains("Ruth") && !log.contains("X-"), "{log}");
    // A number of the course in a list of events is a slip.
    let event = format!("Événement;Date de l’événement;N° de personne;Nom\nDécès;12/03/2018;{practice};XIMUAMBA\n");
    real.write("events/deces.csv", event);
    let said = real.bato(&["check", "data-raw/events/deces.csv"]);
    assert!(said.status == 1 && said.out.contains(&practice), "{}", said.out);
}

#[test]
fn a_hostile_name_stays_below_the_courses_and_is_text() {
    let base = tempfile::tempdir().unwrap();
    let names = ["../x", "CON", "<b>Ruth</b> & \"Co\"", "..", "a/b\\c", "Éric", "Eric", "名前", "nul.txt"];
    for name in names {
        let learner = Learner::start(base.path(), name, 3, "fr");
        assert_eq!(learner.folder.parent(), Some(base.path().join("cours").as_path()), "{name}");
        let folder = learner.folder.file_name().unwrap().to_str().unwrap().to_owned();
        let stem = folder.split('.').next().unwrap().to_uppercase();
        assert!(!["CON", "NUL", "", ".."].contains(&stem.as_str()), "{name}: {folder}");
        assert!(learner.succeed(&["course", "status"]).contains(name), "{name}");
        // The same name goes on with the same course.
        let again = Learner::start(base.path(), name, 4, "fr");
        assert_eq!((again.progress().seed(), again.folder), (3, learner.folder), "{name}");
    }
    let mut entries = std::fs::read_dir(base.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(entries.next().is_some_and(|only| only == "cours") && entries.next().is_none());
    assert_eq!(std::fs::read_dir(base.path().join("cours")).unwrap().count(), names.len());
    let commune = Commune::empty();
    for wrong in ["", "  ", &"x".repeat(61)] {
        assert_eq!(commune.bato(&["course", "start", "--name", wrong]).status, 2, "{wrong}");
    }
    let said = commune.bato(&["course", "start", "--name", "Ruth\u{1b}[2J\nMwamba"]);
    assert!(said.status == 0 && !said.out.contains('\u{1b}'), "{}", said.out);
}

#[cfg(unix)]
#[test]
fn a_folder_that_the_course_did_not_make_is_never_touched() {
    let real = Commune::empty();
    real.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{SHEET}"));
    real.run();
    let base = real.raw().parent().unwrap().to_owned();
    // A register lies where the course of Ruth would be.
    let taken = base.join("cours/ruth");
    std::fs::create_dir_all(&taken).unwrap();
    for name in ["data-raw", "data-clean"] {
        assert!(Command::new("cp").arg("-r").arg(base.join(name)).arg(&taken).status().unwrap().success());
    }
    let before = files_below(&taken, Path::new(""));
    let learner = Learner::start(&base, "Ruth", 5, "fr");
    assert_eq!(learner.folder, base.join("cours/ruth-2"));
    assert_eq!(files_below(&taken, Path::new("")), before);
    // A link to the real register in the place of the practice register.
    let clean = learner.folder.join("data-clean");
    let real_files = files_below(&real.clean(), Path::new(""));
    std::fs::remove_dir_all(&clean).unwrap();
    std::os::unix::fs::symlink(real.clean(), &clean).unwrap();
    let said = learner.bato(&["course", "reset", "2"]);
    assert_eq!(said.status, 2, "{}", said.out);
    std::fs::remove_file(&clean).unwrap();
    // A copy of the real register there.
    assert!(Command::new("cp").arg("-r").arg(real.clean()).arg(&clean).status().unwrap().success());
    let said = learner.bato(&["course", "reset", "2"]);
    assert!(said.status == 2 && said.err.contains("vrai registre"), "{}", said.err);
    assert_eq!(files_below(&real.clean(), Path::new("")), real_files);
    assert!(clean.join("generations/000001").is_dir());
}

#[test]
fn a_wrong_answer_says_which_goal_is_open_and_a_preparation_cut_off_is_repeated() {
    let base = tempfile::tempdir().unwrap();
    let learner = Learner::start(base.path(), "Ruth", 9, "fr");
    learner.succeed(&["course", "reset", "sortie"]);
    learner.succeed(&["release"]);
    learner.succeed(&["course", "answer", "A"]);
    let said = learner.bato(&["course", "check"]);
    assert_eq!(
        (said.status, said.out.matches("[x]").count(), said.out.matches("[ ]").count()),
        (1, 1, 2),
        "{}",
        said.out
    );
    learner.succeed(&["course", "answer", "b"]);
    learner.succeed(&["course", "answer", " c ", "--question", "2"]);
    learner.succeed(&["course", "check"]);
    // Answers to another lesson are refused.
    learner.succeed(&["course", "reset", "page"]);
    assert_eq!(learner.bato(&["course", "answer", "1"]).status, 2);
    assert_eq!(learner.bato(&["course", "reset", "nowhere"]).status, 2);
    // The power is cut while a lesson is prepared.
    let cut = ProgressEvent::Preparation { lesson: "importer".to_owned() };
    CourseProgress::add(&learner.folder, "2026-05-04T08:00:00+01:00", cut).unwrap();
    std::fs::remove_dir_all(learner.folder.join("data-raw")).unwrap();
    learner.succeed(&["course", "status"]);
    let progress = learner.progress();
    assert_eq!((progress.lesson(), progress.unfinished_preparation()), (Some("importer"), None));
    assert_eq!(std::fs::read_dir(learner.folder.join("data-raw/census")).unwrap().count(), 2);
}

#[test]
fn corrections_and_pairs_that_are_wrong_come_out_of_the_results() {
    let base = tempfile::tempdir().unwrap();
    let learner = Learner::start(base.path(), "Ruth Mwamba", 9, "fr");
    learner.succeed(&["course", "reset", "page"]);
    let plan = bato::course::PracticePlan::new(bato::course::lesson("page").unwrap(), 9).unwrap();
    let sheet = &plan.sheets[0];
    let (place, row) = sheet.faulty_rows().next().unwrap();
    let number = bato::course::PlannedSheet::row_number(place).to_string();
    let words = ["correct", &sheet.path, "", &number, "I", "--new", "01/01/2001", "--author", "Ruth", "--reason", "x"];
    learner.succeed(&words);
    learner.succeed(&["run"]);
    assert_eq!(learner.bato(&["course", "check"]).status, 1);
    let rule = row.fault.unwrap().rule().to_owned();
    let of_progress = learner.progress();
    assert_eq!(of_progress.first_work("page").unwrap().wrong_corrections, std::slice::from_ref(&rule));
    // The result has totals alone, and a name only if the learner agrees.
    learner.succeed(&["course", "result", "-o", "sans"]);
    learner.succeed(&["course", "result", "-o", "avec", "--with-name"]);
    let read = |folder: &str| std::fs::read_to_string(learner.folder.join(folder).join("resultat-cours.json")).unwrap();
    assert!(!read("sans").contains("Ruth") && read("avec").contains("Ruth Mwamba"));
    assert!(read("sans").contains(&rule) && !read("sans").contains("2001"));
    let trainer = Commune::empty();
    let folder = learner.folder.join("sans");
    let said = trainer.bato(&["course", "results", folder.to_str().unwrap()]);
    assert!(said.status == 0 && said.out.contains("Apprenant n° 9") && !said.out.contains("Ruth"), "{}", said.out);
    assert_eq!(trainer.bato(&["course", "results", trainer.raw().to_str().unwrap()]).status, 2);
}

/// Writes down that every lesson is passed.
pub(crate) fn pass_all(learner: &Learner) {
    for (minute, lesson) in LESSONS.iter().enumerate() {
        let check = CheckResult { lesson: lesson.id.clone(), ..CheckResult::default() };
        let at = format!("2026-05-04T08:{minute:02}:00+01:00");
        CourseProgress::add(&learner.folder, &at, ProgressEvent::Check(check)).unwrap();
    }
}

#[test]
fn a_certificate_is_countersigned_by_the_office_that_signed_this_result() {
    let base = tempfile::tempdir().unwrap();
    let learner = Learner::start(base.path(), "Ruth <b>Mwamba</b>", 9, "fr");
    assert_eq!(learner.bato(&["course", "certificate"]).status, 2, "no lesson is passed");
    pass_all(&learner);
    assert!(learner.succeed(&["course", "certificate"]).contains("n’est pas contresignée"));
    let page = || std::fs::read_to_string(learner.folder.join("attestation.html")).unwrap();
    assert!(page().contains("Ruth &lt;b&gt;Mwamba") && !page().contains("<b>Mwamba"), "{}", page());
    learner.succeed(&["course", "result"]);
    let folder = learner.folder.join("resultat");
    let trainer = OfficeRegister::new("Formation", "FORM");
    trainer.succeed(&["course", "sign", folder.to_str().unwrap()]);
    let said = learner.succeed(&["course", "certificate", "--signed", "resultat", "--force"]);
    assert!(said.contains("Formation") && said.contains(&trainer.words()), "{said}");
    assert!(page().contains("Formation"), "{}", page());
    // Another learner's certificate is not signed by it, and a result that was changed is no longer signed.
    let other = Learner::start(base.path(), "Jean", 10, "fr");
    pass_all(&other);
    assert_eq!(other.bato(&["course", "certificate", "--signed", folder.to_str().unwrap()]).status, 2);
    let result = folder.join("resultat-cours.json");
    let text = std::fs::read_to_string(&result).unwrap();
    std::fs::write(&result, text.replace("\"n_pairs\": 0", "\"n_pairs\": 40")).unwrap();
    let said = learner.bato(&["course", "certificate", "--signed", "resultat", "--force"]);
    assert_eq!(said.status, 2, "{}", said.out);
}
