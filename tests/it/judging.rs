//! Tests of judging pairs one after the other: order, undo, "I don't know", the second judge, two agents at once, a new
//! generation meanwhile, and kills.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

use bato::app::{Access, Judge, Judgement, NextPair, PairList, UndoneJudgement};
use bato::config::Config;
use bato::error::{ErrorCode, Result};
use bato::store::{AliasRow, LinkRow, PersonRow};

use crate::desk::Desk;
use crate::door::{Chance, Commune, browser_tools, has_browser, is_long, succeed};

const HEADINGS: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n";

/// A commune of 30 households of four persons, whom two rounds list: 120 merges. Some persons have no day of birth in
/// the second round, and some heads have a namesake in another quartier, who is an open pair.
pub(crate) fn commune() -> Commune {
    let commune = Commune::empty();
    let name = |n: usize| {
        let syllable = |n: usize| ["MBA", "NSI", "KAN", "LU", "TSHI", "MAYE", "ZO", "DIA", "WE", "PU"][n % 10];
        format!("{}{}{}", syllable(n), syllable(n / 10 + 3), syllable(n / 100 + n + 7))
    };
    let fiches = |year: usize| {
        let member = |fiche: usize, place: usize| {
            let n = fiche * 4 + place;
            let (nom, postnom, prenom) = (name(n), name(n + 131), name(n + 257));
            let (sex, relation) = [("M", "Chef"), ("F", "Épouse"), ("M", "Fils"), ("F", "Fille")][place];
            let born = 1950 + fiche + [0, 3, 30, 32][place];
            let day = format!("{:02}/{:02}/{born}", n % 28 + 1, n % 12 + 1);
            let born = if year == 2018 && n.is_multiple_of(7) { born.to_string() } else { day };
            format!("{fiche};Boma;Kasai;{fiche};{nom};{postnom};{prenom};{sex};{born};{relation}\n")
        };
        (0..30).flat_map(|fiche| (0..4).map(move |place| member(fiche, place))).collect::<String>()
    };
    for year in [2017, 2018] {
        commune.write(&format!("census/Q06 Boma_{year}.csv"), format!("{HEADINGS}{}", fiches(year)));
    }
    let namesake = |n: usize| {
        let (nom, postnom, prenom, born) = (name(n * 4), name(n * 4 + 131), name(n * 4 + 257), 1950 + n);
        format!("{n};Malonda;Kenge;{n};{nom};{postnom};{prenom};M;{born};Chef\n")
    };
    let namesakes: String = (1..6).map(namesake).collect();
    commune.write("census/Malonda_2018.csv", format!("{HEADINGS}{namesakes}"));
    commune.run();
    commune
}

/// Acts as an agent at a minute of the day.
fn as_agent<T>(commune: &Commune, who: &str, minute: u32, act: impl FnOnce(&Judge<'_>) -> T) -> T {
    let at = format!("2026-05-04T{:02}:{:02}:00+01:00", 8 + minute / 60, minute % 60);
    let access = Access::new(at, Some(who), None).unwrap();
    let (clean, raw, config) = (commune.clean(), commune.raw(), Config::default());
    act(&Judge { clean: &clean, raw: &raw, config: &config, worker: None, access: &access, reason: "jugé" })
}

fn next(commune: &Commune, who: &str, minute: u32, list: PairList) -> NextPair {
    as_agent(commune, who, minute, |judge| judge.next(list)).unwrap()
}

fn next_id(commune: &Commune, who: &str, minute: u32, list: PairList) -> String {
    next(commune, who, minute, list).pair.expect("a pair").id
}

fn judge(commune: &Commune, who: &str, minute: u32, pair: &str, judgement: Judgement) -> Result<()> {
    as_agent(commune, who, minute, |judge| judge.judge(pair, judgement))
}

fn undo(commune: &Commune, who: &str, minute: u32) -> Result<UndoneJudgement> {
    as_agent(commune, who, minute, |judge| judge.undo())
}

/// The files of decisions with their bytes; opinions too.
fn decisions(commune: &Commune) -> BTreeMap<String, Vec<u8>> {
    let folder = commune.raw().join("decisions");
    let of =
        |folder: std::path::PathBuf| std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    let files = of(folder.clone()).chain(of(folder.join("opinions"))).filter(|path| path.is_file());
    files.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap())).collect()
}

/// Pairs of a list that wait.
pub(crate) fn n_left(commune: &Commune, list: PairList) -> u64 {
    next(commune, "Nobody", 0, list).n_left
}

/// The pairs of places in a file of decisions, each with how often it is ruled.
fn ruled(commune: &Commune) -> BTreeMap<[String; 2], u32> {
    let mut ruled = BTreeMap::new();
    let Ok(mut reader) = csv::Reader::from_path(commune.raw().join("decisions/decided.csv")) else { return ruled };
    for record in reader.records() {
        let record = record.unwrap();
        let place = |from: usize| [&record[from], &record[from + 1], &record[from + 2]].join("!");
        let mut places = [place(2), place(6)];
        places.sort();
        *ruled.entry(places).or_default() += 1;
    }
    ruled
}

#[test]
fn a_judgement_is_on_disk_and_its_undoing_leaves_nothing() {
    let commune = commune();
    let before = decisions(&commune);
    let first = next(&commune, "Ruth", 0, PairList::LeastCertain);
    let pair = first.pair.unwrap();
    assert!(first.last.is_none() && first.n_left > 100, "{}", first.n_left);
    // The least certain first.
    let links: Vec<LinkRow> = commune.table();
    let merged = links.iter().filter(|link| link.kept == 1);
    let least = merged.min_by(|a, b| a.match_weight.total_cmp(&b.match_weight)).unwrap();
    let places: BTreeSet<(&str, i64)> =
        pair.cards.iter().map(|card| (card.place.file.as_str(), card.place.row)).collect();
    assert_eq!(places, BTreeSet::from([(least.file_a.as_str(), least.row_a), (least.file_b.as_str(), least.row_b)]));
    assert!(pair.cards.iter().all(|card| card.fields.len() > 4 && card.cells.len() > 4));
    // Until it is judged it is the same.
    assert_eq!(next_id(&commune, "Ruth", 1, PairList::LeastCertain), pair.id);
    judge(&commune, "Ruth", 2, &pair.id, Judgement::Different).unwrap();
    // A form that is sent twice.
    judge(&commune, "Ruth", 2, &pair.id, Judgement::Different).unwrap();
    assert_eq!(ruled(&commune).into_values().collect::<Vec<_>>(), [1]);
    let twice = judge(&commune, "Ruth", 2, &pair.id, Judgement::Same).unwrap_err();
    assert_eq!(twice.code, ErrorCode::JudgingTwice);
    let second = next(&commune, "Ruth", 3, PairList::LeastCertain);
    let last = second.last.unwrap();
    assert_eq!((last.pair.as_str(), last.judgement, last.is_merged), (pair.id.as_str(), Judgement::Different, true));
    assert!(last.probability.is_some() && second.n_left == first.n_left - 1 && second.n_today == 1);
    assert!(second.can_undo && !first.can_undo);
    assert!(next(&commune, "Ruth", 3, PairList::Open).last.is_none(), "the answer is that of the other list");
    let other = second.pair.unwrap().id;
    judge(&commune, "Ruth", 4, &other, Judgement::Same).unwrap();
    for (undone, judgement) in [(&other, Judgement::Same), (&pair.id, Judgement::Different)] {
        let result = undo(&commune, "Ruth", 5).unwrap();
        assert_eq!((result.judgement, result.was_in_register), (judgement, false));
        assert_eq!(next_id(&commune, "Ruth", 6, PairList::LeastCertain), *undone);
    }
    assert_eq!(undo(&commune, "Ruth", 7).unwrap_err().code, ErrorCode::JudgingUndo);
    assert_eq!(decisions(&commune), before);
}

#[test]
fn a_judgement_that_a_run_has_read_is_undone_by_the_next_run() {
    let commune = commune();
    let persons = || commune.table::<PersonRow>().len();
    let n_before = persons();
    let pair = next_id(&commune, "Ruth", 0, PairList::LeastCertain);
    judge(&commune, "Ruth", 1, &pair, Judgement::Different).unwrap();
    commune.run();
    assert_eq!(persons(), n_before + 1);
    let undone = undo(&commune, "Ruth", 2).unwrap();
    assert!(undone.was_in_register);
    commune.run();
    commune.assert_whole();
    assert_eq!(persons(), n_before);
    assert!(commune.table::<AliasRow>().iter().all(|alias| alias.reason != "withdrawn"));
}

#[test]
fn a_pair_that_an_agent_does_not_know_waits_for_others() {
    let commune = commune();
    let n = next(&commune, "Ruth", 0, PairList::Open).n_left;
    assert!((2..=20).contains(&n), "{n} open pairs");
    let mut shown = Vec::new();
    for minute in 0..n as u32 {
        let pair = next_id(&commune, "Ruth", minute, PairList::Open);
        judge(&commune, "Ruth", minute, &pair, Judgement::Unknown).unwrap();
        shown.push(pair);
    }
    assert_eq!(shown.iter().collect::<BTreeSet<_>>().len(), shown.len(), "each pair once");
    assert!(ruled(&commune).is_empty(), "no ruling");
    // Another agent gets the first one, and this agent the one longest ago.
    assert_eq!(next_id(&commune, "Paul", 90, PairList::Open), shown[0]);
    assert_eq!(next_id(&commune, "Ruth", 90, PairList::Open), shown[1]);
    judge(&commune, "Ruth", 91, &shown[1], Judgement::Unknown).unwrap();
    judge(&commune, "Paul", 91, &shown[0], Judgement::Different).unwrap();
    let again = next(&commune, "Ruth", 92, PairList::Open);
    assert_eq!(again.n_left, n - 1);
    assert_ne!(again.pair.unwrap().id, shown[0]);
    commune.run();
}

#[test]
fn two_agents_at_once_never_get_the_same_pair() {
    let commune = commune();
    let judged: Vec<Vec<String>> = std::thread::scope(|scope| {
        let agent = |who: &'static str| {
            let commune = &commune;
            scope.spawn(move || {
                let mut judged = Vec::new();
                for minute in 0..15 {
                    let pair = next_id(commune, who, minute, PairList::LeastCertain);
                    judge(commune, who, minute, &pair, Judgement::Same).unwrap();
                    judged.push(pair);
                }
                judged
            })
        };
        let agents = ["Ruth", "Paul", "Esther"].map(agent);
        agents.map(|agent| agent.join().unwrap()).into()
    });
    let all: Vec<&String> = judged.iter().flatten().collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 45, "no pair twice");
    let ruled = ruled(&commune);
    assert!(ruled.len() == 45 && ruled.values().all(|n| *n == 1), "none lost: {}", ruled.len());
    commune.run();
}

#[test]
fn every_twentieth_pair_is_one_that_another_agent_judged() {
    let commune = commune();
    let first = next_id(&commune, "Ruth", 0, PairList::LeastCertain);
    judge(&commune, "Ruth", 0, &first, Judgement::Different).unwrap();
    for minute in 1..20 {
        let pair = next_id(&commune, "Paul", minute, PairList::LeastCertain);
        assert_ne!(pair, first);
        judge(&commune, "Paul", minute, &pair, Judgement::Same).unwrap();
    }
    assert_eq!(next_id(&commune, "Paul", 20, PairList::LeastCertain), first);
    judge(&commune, "Paul", 21, &first, Judgement::Same).unwrap();
    assert_eq!(ruled(&commune).len(), 20, "a second judgement is no ruling");
    let agreement = as_agent(&commune, "Paul", 22, |judge| judge.agreement()).unwrap();
    assert_eq!((agreement.n, agreement.n_agree), (1, 0));
    let disagreements = as_agent(&commune, "Esther", 23, |judge| judge.disagreements(10)).unwrap();
    assert_eq!(disagreements.len(), 1);
    assert_eq!(disagreements[0].first, ("Ruth".to_owned(), Judgement::Different));
    assert_eq!(disagreements[0].second, ("Paul".to_owned(), Judgement::Same));
    assert!(disagreements[0].cards.is_some());
    // The run is not stopped, and the next pair of the agent is a new one.
    commune.run();
    assert_ne!(next_id(&commune, "Paul", 24, PairList::LeastCertain), first);
    let said = commune.bato(&["judge", "--agreement"]);
    assert!(
        said.status == 0 && said.out.contains("Désaccord") && said.out.contains("Ruth"),
        "{}{}",
        said.out,
        said.err
    );
    as_agent(&commune, "Esther", 25, |judge| judge.settle(&disagreements[0].id, Judgement::Same)).unwrap();
    assert!(as_agent(&commune, "Esther", 26, |judge| judge.disagreements(10)).unwrap().is_empty());
    // Settled, they disagreed all the same.
    let agreement = as_agent(&commune, "Esther", 27, |judge| judge.agreement()).unwrap();
    assert_eq!((agreement.n, agreement.n_agree), (1, 0));
    commune.run();
}

#[test]
fn a_new_generation_meanwhile_does_not_lose_the_pair() {
    let commune = commune();
    let pair = next(&commune, "Ruth", 0, PairList::LeastCertain).pair.unwrap();
    // Another file comes, and the rows of this one move down while the pair is on the screen.
    let path = commune.raw().join(&pair.cards[0].place.file);
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, format!("Recensement de Boma\n{text}")).unwrap();
    commune.write(
        "census/Salongo_2018.csv",
        format!("{HEADINGS}9;Salongo;Mbuji;3;WOTSHI;LEMA;Quitterie;F;02/03/1950;CM\n"),
    );
    commune.run();
    judge(&commune, "Ruth", 1, &pair.id, Judgement::Different).unwrap();
    let n_before = commune.table::<PersonRow>().len();
    commune.run();
    assert_eq!(commune.table::<PersonRow>().len(), n_before + 1);
    // A pair of which a row is gone is refused, and another is shown.
    let gone = next(&commune, "Ruth", 2, PairList::LeastCertain).pair.unwrap();
    std::fs::remove_file(commune.raw().join(&gone.cards[0].place.file)).unwrap();
    let said = commune.bato(&["run", "--accept-removals"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let refused = judge(&commune, "Ruth", 3, &gone.id, Judgement::Same).unwrap_err();
    assert_eq!(refused.code, ErrorCode::JudgingPair);
    assert!(next(&commune, "Ruth", 4, PairList::LeastCertain).pair.is_none_or(|pair| pair.id != gone.id));
}

#[test]
fn an_answer_to_rows_that_were_typed_again_is_offered_at_the_same_pair_and_nowhere_else() {
    let commune = commune();
    let ids = |commune: &Commune| {
        let mut seen: Vec<_> = Vec::new();
        let mut minute = 10;
        // Without an answer the pair stays: one after the other is put back as not known.
        while let Some(pair) = next(commune, "Nobody", minute, PairList::Open).pair {
            if seen.iter().any(|own: &bato::app::PairToJudge| own.id == pair.id) {
                break;
            }
            judge(commune, "Nobody", minute, &pair.id, Judgement::Unknown).unwrap();
            seen.push(pair);
            minute += 1;
        }
        seen
    };
    let pair = next(&commune, "Ruth", 0, PairList::Open).pair.unwrap();
    assert_eq!(pair.earlier, None);
    judge(&commune, "Ruth", 0, &pair.id, Judgement::Different).unwrap();
    commune.run();
    assert!(ids(&commune).iter().all(|pair| pair.earlier.is_none()));
    // The years of birth of this person are typed again, in all files.
    let name = pair.cards[0].name.clone();
    for file in ["Q06 Boma_2017.csv", "Q06 Boma_2018.csv", "Malonda_2018.csv"] {
        let path = commune.raw().join("census").join(file);
        let again = |line: &str| match name.iter().all(|part| line.contains(&format!(";{};", part.to_uppercase()))) {
            true => line.replacen(";195", ";193", 1).replacen("/195", "/193", 1),
            false => line.to_owned(),
        };
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text.lines().map(again).collect::<Vec<_>>().join("\n") + "\n").unwrap();
    }
    commune.run();
    let waiting = ids(&commune);
    let offered: Vec<_> = waiting.iter().filter(|pair| pair.earlier.is_some()).collect();
    assert!(!offered.is_empty(), "{waiting:?}");
    for offered in offered {
        let earlier = offered.earlier.as_ref().unwrap();
        assert_eq!((earlier.judgement, earlier.author.as_str()), (Judgement::Different, "Ruth"));
        assert!(offered.cards.iter().all(|card| card.name == name), "{offered:?}");
    }
}

#[test]
fn a_contradiction_is_refused_before_anything_is_written() {
    let commune = Commune::empty();
    let fiche = |n: u32, avenue: &str| {
        format!(
            "{n};Boma;{avenue};12;XIMUAMBA;MUYA;Zébédée;M;03/04/1970;CM\n{n};Boma;{avenue};12;KAPINGA;ZOLA;Xaverine;F;09/11/1975;Épouse\n"
        )
    };
    for (name, n) in [("Q06 Boma_2016", 1), ("Q06 Boma_2017", 2), ("Q06 Boma_2018", 3)] {
        commune.write(&format!("census/{name}.csv"), format!("{HEADINGS}{}", fiche(n, "Kasai")));
    }
    commune.run();
    // Two of the three pairs of one person's rows are asked, and the third is ruled on the terminal.
    let place = |pair: &bato::app::PairToJudge, side: usize| {
        let place = &pair.cards[side].place;
        format!("{}!{}", place.file, place.row)
    };
    let first = next(&commune, "Ruth", 0, PairList::LeastCertain).pair.unwrap();
    judge(&commune, "Ruth", 0, &first.id, Judgement::Same).unwrap();
    let (mut second, mut minute) = (next(&commune, "Ruth", 1, PairList::LeastCertain).pair.unwrap(), 1);
    while !(0..2).any(|side| (0..2).any(|other| place(&first, side) == place(&second, other))) {
        judge(&commune, "Ruth", minute, &second.id, Judgement::Unknown).unwrap();
        minute += 1;
        second = next(&commune, "Ruth", minute, PairList::LeastCertain).pair.unwrap();
    }
    let rows: BTreeSet<String> = [&first, &second].iter().flat_map(|pair| [place(pair, 0), place(pair, 1)]).collect();
    let shared =
        (0..2).map(|side| place(&first, side)).find(|own| (0..2).any(|side| place(&second, side) == *own)).unwrap();
    let ends: Vec<&String> = rows.iter().filter(|row| **row != shared).collect();
    let said = commune.bato(&["decide", "different", ends[0], ends[1], "--author", "Paul", "--reason", "vu"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let before = decisions(&commune);
    let refused = judge(&commune, "Ruth", 30, &second.id, Judgement::Same).unwrap_err();
    assert_eq!(refused.code, ErrorCode::DecisionsContradict);
    assert_eq!(decisions(&commune), before);
    // The pair still waits, and another answer is taken.
    assert_eq!(next_id(&commune, "Ruth", 31, PairList::LeastCertain), second.id);
    judge(&commune, "Ruth", 31, &second.id, Judgement::Different).unwrap();
    commune.run();
}

#[test]
fn the_terminal_shows_the_score_only_after_the_answer() {
    let commune = commune();
    let mut command = commune.command(&["judge", "--uncertain", "--who", "Ruth"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"x\n2\nu\nq\n").unwrap();
    let said = child.wait_with_output().unwrap();
    let out = String::from_utf8(said.stdout).unwrap();
    let (before, after) = out.split_once("Réponse enregistrée").unwrap();
    assert!(!before.contains('%') && before.contains("Prénom"), "{before}");
    assert!(after.contains("Le programme estime") && after.contains("Il n’en reste rien"), "{after}");
    assert!(decisions(&commune).is_empty());
}

#[test]
fn after_sixty_kills_no_judgement_is_lost_or_there_twice() {
    let commune = commune();
    let n_pairs = next(&commune, "Ruth", 0, PairList::LeastCertain).n_left as usize;
    let (mut chance, mut confirmed, mut n_kills, mut n_answers) = (Chance(26), 0, 0, 0);
    let n_rounds = if is_long() { 60 } else { 12 };
    for round in 0..n_rounds {
        let who = ["Ruth", "Paul"][round % 2];
        let mut command = commune.command(&["judge", "--uncertain", "--who", who]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (said, answers) = std::sync::mpsc::channel();
        let reader = std::thread::spawn(move || {
            let answers = lines.map_while(std::io::Result::ok).filter(|line| line.contains("Réponse enregistrée"));
            answers.filter(|_| said.send(()).is_ok()).count()
        });
        let _ = stdin.write_all("1\n2\n1\n".repeat(40).as_bytes());
        // Some answers, then a moment within the next one.
        for _ in 0..chance.below(3) {
            let _ = answers.recv_timeout(Duration::from_secs(20));
        }
        std::thread::sleep(Duration::from_millis(chance.below(120) as u64));
        child.kill().unwrap();
        n_kills += usize::from(!child.wait().unwrap().success());
        drop(stdin);
        let n_said = reader.join().unwrap();
        n_answers += n_said;
        let ruled = ruled(&commune);
        let opinions =
            decisions(&commune).get("opinions.csv").map_or(0, |bytes| bytes.split(|b| *b == b'\n').count() - 2);
        let n_written = ruled.len() + opinions;
        assert!(ruled.values().all(|n| *n == 1), "round {round}: a pair is ruled twice");
        // One answer may have been written before it could be confirmed.
        assert!(
            (confirmed + n_said..=confirmed + n_said + 1).contains(&n_written),
            "round {round}: {n_written} written"
        );
        confirmed = n_written;
        if n_pairs - ruled.len() < 20 {
            std::fs::remove_dir_all(commune.raw().join("decisions")).unwrap();
            confirmed = 0;
        }
    }
    println!("{n_kills} kills, {n_answers} answers confirmed, none lost, none twice");
    assert!(n_kills + 2 > n_rounds && n_answers >= n_rounds / 2, "{n_kills} kills, {n_answers} answers");
    commune.run();
}

/// Lets a browser in as Ruth; returns its headers and the key of its forms.
fn entered(desk: &Desk) -> (Vec<String>, String) {
    let (cookie, key) = desk.enter();
    let headers = vec![cookie, format!("Origin: http://{}", desk.address)];
    let headers_of: Vec<&str> = headers.iter().map(String::as_str).collect();
    assert_eq!(desk.post("/qui", &headers_of, &format!("cle={key}&nom=Ruth&motif=x")).status, 303);
    (headers, key)
}

#[test]
fn a_desk_that_is_killed_shows_the_same_pair_again() {
    let commune = commune();
    let pair_on = |desk: &Desk, headers: &[String]| {
        let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
        let page = desk.get("/juger/incertains", &headers).body;
        page.split("name=\"paire\" value=\"").nth(1).expect("a pair").split('"').next().unwrap().to_owned()
    };
    let mut shown = None;
    for round in 0..4 {
        // The desk is killed when it is dropped.
        let desk = Desk::start(&commune);
        let (headers, key) = entered(&desk);
        let pair = pair_on(&desk, &headers);
        assert!(shown.is_none_or(|shown| shown == pair), "round {round}: another pair");
        let headers_of: Vec<&str> = headers.iter().map(String::as_str).collect();
        let form = format!("cle={key}&paire={pair}&reponse=different");
        for _ in 0..2 {
            assert_eq!(desk.post("/juger/incertains", &headers_of, &form).status, 303);
        }
        assert_eq!(ruled(&commune).len(), round + 1);
        shown = Some(pair_on(&desk, &headers));
        assert_ne!(shown.as_ref(), Some(&pair));
    }
    assert!(ruled(&commune).values().all(|n| *n == 1));
    // Whoever may only read does not judge.
    let desk = Desk::start(&commune);
    let (headers, key) = entered(&desk);
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    let post = |path: &str, form: &str| desk.post(path, &headers, &format!("cle={key}&{form}")).status;
    assert_eq!(post("/agents", "nom=Jean&role=reading"), 303);
    post("/fermer", "quitter=1");
    assert_eq!(post("/qui", "nom=Jean&motif=x"), 303);
    for path in ["/juger", "/saisir", "/evenement"] {
        assert_eq!(desk.get(path, &headers).status, 403, "{path}");
        assert_eq!(post(path, "reponse=same"), 403, "{path}");
    }
}

#[test]
fn judging_typing_and_events_work_in_a_browser_by_keyboard_alone() {
    if !has_browser() {
        return;
    }
    let tools = browser_tools();
    for lang in ["fr", "nl", "en"] {
        let commune = commune();
        let folder = commune.raw().with_file_name("seen");
        let out = std::env::var_os("BATO_PICTURES").map_or(folder, std::path::PathBuf::from);
        std::fs::create_dir_all(&out).unwrap();
        let name = commune.table::<PersonRow>()[0].whole_name();
        let desk = Desk::start(&commune);
        let mut script = Command::new("node");
        script.arg("desk/entry.mjs").arg(&desk.entry_page).arg(&desk.address).arg(&out).arg(lang).arg(name);
        println!("{}", succeed(script.current_dir(&tools)));
        commune.run();
        commune.assert_whole();
    }
}

#[test]
fn a_pair_shows_its_fiches_as_typed_and_who_stands_on_both_sides() {
    let commune = Commune::empty();
    let head = "XIMUAMBA;MUYA;Zébédée;M;03/04/1970";
    let wife = "KAPINGA;ZOLA;Xaverine;F;09/11/1975";
    let daughter = "XIMUAMBA;DIA;Wivine;F;03/04/1999";
    let fiche =
        format!("7;Boma;Kasai;12;{head};Chef\n7;Boma;Kasai;12;{wife};Épouse\n7;Boma;Kasai;12;{daughter};Fille\n");
    commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{fiche}"));
    // The wife lives elsewhere a year later: her person is one of another household now.
    let later =
        format!("7;Boma;Kasai;12;{head};Chef\n7;Boma;Kasai;12;{daughter};Fille\n9;Malonda;Kenge;3;{wife};Chef\n");
    commune.write("census/Q06 Boma_2018.csv", format!("{HEADINGS}{later}"));
    commune.run();
    let is_head = |pair: &bato::app::PairToJudge| {
        pair.cards.iter().all(|card| card.fields.iter().any(|field| field.value == "Zébédée"))
    };
    let mut minute = 0;
    let pair = loop {
        let pair = next(&commune, "Ruth", minute, PairList::LeastCertain).pair.expect("the pair of the head");
        if is_head(&pair) {
            break pair;
        }
        judge(&commune, "Ruth", minute, &pair.id, Judgement::Same).unwrap();
        minute += 1;
    };
    let company = bato::app::company_of_both(pair.cards.each_ref().map(|card| card.company.as_slice()));
    for (card, names) in pair.cards.iter().zip(&company) {
        let mut expected = vec![("XIMUAMBA DIA Wivine".to_owned(), true)];
        if card.place.file.contains("2017") {
            expected.insert(0, ("KAPINGA ZOLA Xaverine".to_owned(), false));
        }
        assert_eq!(names, &expected, "{}", card.place);
    }
}
