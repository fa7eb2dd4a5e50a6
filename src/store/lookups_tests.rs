//! Tests of the log of look-ups: every change of it is reported.

use proptest::prelude::*;

use super::*;
use crate::store::publish::tests::{publish, store as new_store};

fn line(asked: &str) -> LookUp {
    LookUp {
        n: 0,
        at: "2026-01-02T03:04:05+01:00".into(),
        who: "agent".into(),
        account: "ruth".into(),
        what: "find".into(),
        asked: asked.into(),
        shown: 2,
        why: "carte".into(),
        before: String::new(),
    }
}

fn store() -> (tempfile::TempDir, Store, PathBuf) {
    let (folder, store) = new_store();
    let path = store.root().join(FOLDER).join(FILE);
    (folder, store, path)
}

fn fault(store: &Store) -> Option<LogFault> {
    store.look_ups().expect("read").fault
}

/// Gives each line the number and the hash of its place, as a forger with the program's source can.
fn sealed_again(text: &str) -> String {
    let mut head = LogHead::default();
    let mut sealed = String::new();
    for line in text.lines() {
        let Ok(mut line) = serde_json::from_str::<LookUp>(line) else { continue };
        (line.n, line.before) = (head.n + 1, head.sha256);
        let text = serde_json::to_string(&line).expect("a line");
        head = LogHead { n: line.n, sha256: disk::sha256(text.as_bytes()) };
        sealed.push_str(&text);
        sealed.push('\n');
    }
    sealed
}

#[test]
fn lines_are_sealed_to_one_another_and_a_change_is_noticed() {
    let (_folder, store, path) = store();
    assert_eq!(store.look_ups().expect("none yet"), LookUps::default());
    for asked in ["a", "b", "c"] {
        store.log_look_up(line(asked)).expect("logged");
    }
    let log = store.look_ups().expect("read");
    assert_eq!((log.fault, log.head.n, log.lines.len()), (None, 3, 3));
    let text = std::fs::read_to_string(&path).expect("text");
    let without = |place: usize| -> String {
        text.lines().enumerate().filter(|(n, _)| *n != place).map(|(_, line)| format!("{line}\n")).collect()
    };
    let edited = text.replacen("\"asked\":\"b\"", "\"asked\":\"x\"", 1);
    for changed in [edited, without(0), without(1), without(2), String::new()] {
        for changed in [sealed_again(&changed), changed] {
            std::fs::write(&path, &changed).expect("written");
            assert!(fault(&store).is_some(), "{changed}");
        }
    }
    std::fs::remove_file(&path).expect("removed");
    assert_eq!(fault(&store), Some(LogFault::Missing(3)));
    std::fs::write(&path, text).expect("written");
    assert_eq!(fault(&store), None);
}

#[test]
fn a_line_cut_off_by_the_power_is_passed_over() {
    let (_folder, store, path) = store();
    store.log_look_up(line("a")).expect("logged");
    let (first, record) = (std::fs::read(&path).expect("text"), store.root().join("lookups-head.json"));
    let first_record = std::fs::read(&record).expect("the record");
    store.log_look_up(line("b")).expect("logged");
    let text = std::fs::read(&path).expect("text");
    // The record while the line is being written: the last line is the first, the next one the second.
    let read = |bytes: &[u8]| serde_json::from_slice::<LogRecord>(bytes).expect("a record");
    let next = read(&std::fs::read(&record).expect("the record")).heads.pop();
    let between = serde_json::to_vec(&LogRecord { next, ..read(&first_record) }).expect("a record");
    for cut in first.len()..=text.len() {
        std::fs::write(&path, &text[..cut]).expect("written");
        std::fs::write(&record, &between).expect("written");
        store.log_look_up(line("c")).expect("logged");
        let log = store.look_ups().expect("read");
        assert_eq!(log.fault, None, "cut at {cut}");
        assert_eq!(log.lines.last().map(|line| line.asked.as_str()), Some("c"));
    }
}

#[test]
fn a_line_that_no_look_up_wrote_is_reported_until_a_person_acknowledges_it() {
    let (_folder, store, path) = store();
    store.log_look_up(line("a")).expect("logged");
    let text = std::fs::read_to_string(&path).expect("text");
    let more = format!("{text}{}\n", serde_json::to_string(&line("forged")).expect("a line"));
    std::fs::write(&path, sealed_again(&more)).expect("written");
    assert_eq!(fault(&store), Some(LogFault::Added(2)));
    store.log_look_up(line("b")).expect("logged");
    assert_eq!(fault(&store), Some(LogFault::Added(2)));
    assert_eq!(store.acknowledge_log(line("")).expect("acknowledged"), LogFault::Added(2));
    assert_eq!(fault(&store), None);
}

#[test]
fn a_fault_stays_until_a_person_acknowledges_it_which_is_itself_a_line() {
    let (_folder, store, path) = store();
    assert_eq!(store.acknowledge_log(line("")).expect_err("sound").code, ErrorCode::LogSound);
    for asked in ["a", "b", "c"] {
        store.log_look_up(line(asked)).expect("logged");
    }
    let text = std::fs::read_to_string(&path).expect("text");
    std::fs::write(&path, text.lines().take(2).map(|line| format!("{line}\n")).collect::<String>()).expect("cut");
    store.log_look_up(line("d")).expect("logged");
    assert_eq!(fault(&store), Some(LogFault::Missing(3)));
    assert_eq!(store.acknowledge_log(line("")).expect("acknowledged"), LogFault::Missing(3));
    let log = store.look_ups().expect("read");
    let last = log.lines.last().expect("a line");
    assert_eq!((log.fault, &*last.what, &*last.asked), (None, "acknowledge", "missing 3"));
    // The acknowledging line can't be cut, and what it covers can't be changed.
    let text = std::fs::read_to_string(&path).expect("text");
    for changed in [text.lines().take(3).map(|line| format!("{line}\n")).collect(), text.replace("\"a\"", "\"z\"")] {
        for changed in [sealed_again(&changed), changed] {
            std::fs::write(&path, changed).expect("written");
            assert!(fault(&store).is_some());
        }
    }
}

/// A step of the game between the program, a person and someone who can write to the log alone.
#[derive(Debug, Clone)]
enum Step {
    LookUp(u8),
    Publish,
    Acknowledge,
    Cut(u8),
    Delete(u8),
    Edit(u8),
    SealAgain,
    Remove,
    Forge,
    /// Puts back the log of an earlier step.
    PutBack(u8),
    /// Cuts some bytes off, in the middle of a line.
    CutBytes(u8),
    /// Repeats a line.
    Repeat(u8),
    /// Adds a line that is none.
    Garbage,
    /// Moves a line to the end.
    Move(u8),
    /// Puts a folder in the place of the file.
    Folder,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        5 => any::<u8>().prop_map(Step::LookUp),
        2 => Just(Step::Publish),
        1 => Just(Step::Acknowledge),
        2 => (1..4_u8).prop_map(Step::Cut),
        2 => any::<u8>().prop_map(Step::Delete),
        1 => any::<u8>().prop_map(Step::Edit),
        3 => Just(Step::SealAgain),
        1 => Just(Step::Remove),
        1 => Just(Step::Forge),
        1 => any::<u8>().prop_map(Step::PutBack),
        1 => (1..90_u8).prop_map(Step::CutBytes),
        1 => any::<u8>().prop_map(Step::Repeat),
        1 => Just(Step::Garbage),
        1 => any::<u8>().prop_map(Step::Move),
        1 => Just(Step::Folder),
    ]
}

/// Returns the text after a step of the forger.
fn forged(text: &str, step: &Step, earlier: &[String]) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let joined = |lines: &[&str]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    let place = |n: u8| (!lines.is_empty()).then(|| usize::from(n) % lines.len());
    Some(match step {
        Step::Cut(n) => joined(&lines[..lines.len().saturating_sub(usize::from(*n))]),
        Step::Delete(n) => joined(&[&lines[..place(*n)?], &lines[place(*n)? + 1..]].concat()),
        Step::Edit(n) => {
            let edited = lines[place(*n)?].replacen("carte", "autre", 1);
            joined(&[&lines[..place(*n)?], &[edited.as_str()], &lines[place(*n)? + 1..]].concat())
        }
        Step::SealAgain => sealed_again(text),
        Step::Forge => sealed_again(&format!("{text}{}\n", serde_json::to_string(&line("forged")).ok()?)),
        Step::CutBytes(n) => {
            let end = text.len().saturating_sub(usize::from(*n));
            (0..=end).rev().find(|end| text.is_char_boundary(*end)).map(|end| text[..end].to_owned())?
        }
        Step::Repeat(n) => joined(&[&lines[..=place(*n)?], &lines[place(*n)?..]].concat()),
        Step::Garbage => format!("{text}{{}}\nnothing\n"),
        Step::Move(n) => joined(&[&lines[..place(*n)?], &lines[place(*n)? + 1..], &[lines[place(*n)?]]].concat()),
        Step::PutBack(n) => earlier.get(usize::from(*n) % earlier.len().max(1))?.clone(),
        _ => return None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_steps_makes_a_look_up_unseen(steps in proptest::collection::vec(step(), 1..14)) {
        let (_folder, store, path) = store();
        let (mut written, mut earlier): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let mut is_touched = false;
        for step in &steps {
            let before = std::fs::read_to_string(&path).unwrap_or_default();
            match step {
                Step::LookUp(n) => {
                    // What can't be logged is not shown.
                    if store.log_look_up(line(&n.to_string())).is_ok() {
                        let text = std::fs::read_to_string(&path).expect("text");
                        written.extend(text.lines().last().map(str::to_owned));
                    }
                }
                Step::Publish => {
                    // A run whose log can't be read is refused.
                    if store.look_ups().is_ok() {
                        publish(&store, 1);
                    }
                }
                Step::Folder => {
                    let _ = std::fs::remove_file(&path);
                    is_touched |= std::fs::create_dir_all(&path).is_ok();
                }
                Step::Acknowledge => {
                    if store.acknowledge_log(line("")).is_ok() {
                        let text = std::fs::read_to_string(&path).expect("text");
                        (written, is_touched) = (text.lines().map(str::to_owned).collect(), false);
                    }
                }
                Step::Remove => {
                    is_touched |= std::fs::remove_file(&path).or_else(|_| std::fs::remove_dir(&path)).is_ok();
                }
                other => {
                    if let Some(text) = forged(&before, other, &earlier).filter(|text| *text != before) {
                        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                        let _ = std::fs::remove_dir(&path);
                        std::fs::write(&path, text).expect("written");
                        is_touched = true;
                    }
                }
            }
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let has_all = written.iter().all(|line| text.lines().any(|other| other == line));
            let log = store.look_ups();
            let n_lines = log.as_ref().map_or(0, |log| log.lines.len());
            let read = log.map(|log| log.fault);
            let is_said = !matches!(read, Ok(None));
            prop_assert!(has_all || is_said, "a line is missing and nothing is said: {steps:?}");
            prop_assert!(n_lines <= written.len() || is_said, "a line too many and nothing is said: {steps:?}");
            prop_assert!(is_touched || !is_said, "a fault without a forger: {read:?}, {steps:?}");
            earlier.push(text);
        }
    }
}

#[test]
fn two_power_cuts_in_a_row_make_no_line_a_foreign_one() {
    let (_folder, store, path) = store();
    store.log_look_up(line("a")).expect("logged");
    let text = std::fs::read(&path).expect("text");
    let record = LogRecord::read(store.root()).expect("read").expect("a record");
    store.log_look_up(line("b")).expect("logged");
    // The line was written, and power failed before its record; then the next one's record, and not its line.
    let next = store.look_ups().expect("read").head;
    LogRecord { next: Some(next), ..record }.write(store.root()).expect("written");
    let so_far = store.read_log(&std::fs::read(&path).expect("text")).expect("read");
    so_far.record_before(LogHead { n: 3, sha256: "c".into() }).write(store.root()).expect("written");
    assert_eq!(fault(&store), None);
    store.log_look_up(line("d")).expect("logged");
    assert_eq!(fault(&store), None);
    // A cut line is still noticed.
    std::fs::write(&path, text).expect("written");
    assert!(fault(&store).is_some());
}

#[test]
fn a_missing_line_is_named_before_one_in_the_wrong_place_and_both_are_acknowledged_by_name() {
    let (_folder, store, path) = store();
    for asked in ["a", "b", "c", "secret"] {
        store.log_look_up(line(asked)).expect("logged");
    }
    let text = std::fs::read_to_string(&path).expect("text");
    let first = text.lines().next().expect("a line");
    // The last line is cut, and the first stands twice.
    let hidden: String = text.lines().take(3).map(|line| format!("{line}\n")).collect();
    std::fs::write(&path, format!("{first}\n{hidden}")).expect("written");
    assert_eq!(fault(&store), Some(LogFault::Missing(4)));
    store.acknowledge_log(line("")).expect("acknowledged");
    let log = store.look_ups().expect("read");
    let place = format!("missing 4; broken 2 {} {}", named(1, first), named(1, first));
    assert_eq!((log.fault, log.lines.last().map(|line| line.asked.as_str())), (None, Some(place.as_str())));
}

#[test]
fn a_forged_last_number_stops_no_look_up() {
    let (_folder, store, path) = store();
    store.log_look_up(line("a")).expect("logged");
    let forged = LookUp { n: u64::MAX, ..line("forged") };
    let text = std::fs::read_to_string(&path).expect("text") + &serde_json::to_string(&forged).expect("a line") + "\n";
    std::fs::write(&path, text).expect("written");
    store.log_look_up(line("b")).expect("logged");
    assert!(fault(&store).is_some());
    store.acknowledge_log(line("")).expect("acknowledged");
    store.log_look_up(line("c")).expect("logged");
    assert_eq!(fault(&store), None);
}

#[test]
fn a_record_that_calls_a_line_acknowledged_proves_nothing_without_the_line_that_says_so() {
    let (_folder, store, path) = store();
    for asked in ["a", "secret"] {
        store.log_look_up(line(asked)).expect("logged");
    }
    publish(&store, 3);
    let head = store.look_ups().expect("read").head;
    std::fs::write(&path, "").expect("written");
    LogRecord { waived: vec![head], ..LogRecord::default() }.write(store.root()).expect("written");
    assert_eq!(fault(&store), Some(LogFault::Missing(2)));
    store.acknowledge_log(line("")).expect("acknowledged");
    assert_eq!(fault(&store), None);
}

#[test]
fn a_line_cut_from_the_middle_is_named_beside_one_that_stands_twice() {
    let (_folder, store, path) = store();
    for asked in ["a", "b", "secret", "d", "e"] {
        store.log_look_up(line(asked)).expect("logged");
    }
    let text = std::fs::read_to_string(&path).expect("text");
    let lines: Vec<&str> = text.lines().collect();
    let hidden = [lines[0], lines[0], lines[1], lines[3], lines[4]].map(|line| format!("{line}\n")).concat();
    std::fs::write(&path, hidden).expect("written");
    assert_eq!(fault(&store), Some(LogFault::Missing(3)));
    store.acknowledge_log(line("")).expect("acknowledged");
    let log = store.look_ups().expect("read");
    let asked = log.lines.last().map(|line| line.asked.as_str());
    let [one, two, four] = [1, 2, 4].map(|n| named(n, lines[n - 1]));
    let faults = format!("missing 3; broken 2 {one} {one}; broken 4 {two} {four}");
    assert_eq!((log.fault, asked), (None, Some(faults.as_str())));
}

/// Returns a line beside a break as an acknowledging line names it.
fn named(n: usize, line: &str) -> String {
    format!("{n}.{}", &disk::sha256(line.as_bytes())[..32])
}

/// Rewrites the log and what the record says of its acknowledged beginning, as who can write to both can.
fn write_with_record(store: &Store, path: &std::path::Path, lines: &[String]) {
    let text = |lines: &[String]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    std::fs::write(path, text(lines)).expect("written");
    let mut record = LogRecord::read(store.root()).expect("read").expect("a record");
    let is_last = |line: &String| line.contains("\"what\":\"acknowledge\"");
    let n = lines.iter().rposition(is_last).expect("an acknowledging line") + 1;
    let acknowledged = record.acknowledged.as_mut().expect("acknowledged");
    let beginning = text(&lines[..n]);
    (acknowledged.n_bytes, acknowledged.sha256) = (beginning.len() as u64, disk::sha256(beginning.as_bytes()));
    let head: LookUp = serde_json::from_str(&lines[n - 1]).expect("a line");
    acknowledged.head = LogHead { n: head.n, sha256: disk::sha256(lines[n - 1].as_bytes()) };
    record.write(store.root()).expect("written");
}

#[test]
fn an_acknowledged_gap_can_not_be_widened_and_the_lines_beside_it_can_not_be_replaced() {
    // Lines lost by accident; the lines taken out later; the number that is named as missing, 0 for a break alone.
    for (lost, taken_out, named) in
        [(5..6, 6..9, 6), (5..6, 4..5, 4), (3..6, 6..7, 6), (3..6, 2..3, 2), (1..3, 3..5, 3)]
    {
        let (_folder, store, path) = store();
        for n in 1..=9 {
            store.log_look_up(line(&format!("a{n}"))).expect("logged");
        }
        let text = std::fs::read_to_string(&path).expect("text");
        let left = (1..).zip(text.lines()).filter(|(n, _)| !lost.contains(n)).map(|(_, line)| format!("{line}\n"));
        std::fs::write(&path, left.collect::<String>()).expect("written");
        assert_eq!(fault(&store), Some(LogFault::Missing(lost.start)), "{lost:?}");
        store.acknowledge_log(line("")).expect("acknowledged");
        store.log_look_up(line("b")).expect("logged");
        publish(&store, 1);
        assert_eq!(fault(&store), None);
        let lines: Vec<String> = std::fs::read_to_string(&path).expect("text").lines().map(str::to_owned).collect();
        let number = |line: &str| serde_json::from_str::<LookUp>(line).expect("a line").n;
        let kept = |line: &&String| !taken_out.contains(&number(line));
        write_with_record(&store, &path, &lines.iter().filter(kept).cloned().collect::<Vec<_>>());
        assert_eq!(fault(&store), Some(LogFault::Missing(named)), "{lost:?} {taken_out:?}");
        // All lines before the break are others, in as many lines.
        if lost.start > 1 {
            let n_before = lost.start as usize - 1;
            let before = sealed_again(&lines[..n_before].join("\n").replace("agent", "other"));
            let mut others: Vec<String> = before.lines().map(str::to_owned).collect();
            others.extend_from_slice(&lines[n_before..]);
            write_with_record(&store, &path, &others);
            assert_eq!(fault(&store), Some(LogFault::Broken(lost.start)), "{lost:?}");
        }
        write_with_record(&store, &path, &lines);
        assert_eq!(fault(&store), None);
    }
}

#[test]
fn a_line_of_an_older_program_acknowledges_the_numbers_that_it_names_and_no_others() {
    let (_folder, store, path) = store();
    for n in 1..=9 {
        store.log_look_up(line(&format!("a{n}"))).expect("logged");
    }
    let text = std::fs::read_to_string(&path).expect("text");
    let without = |lost: std::ops::Range<u64>| -> Vec<String> {
        (1..).zip(text.lines()).filter(|(n, _)| !lost.contains(n)).map(|(_, line)| line.to_owned()).collect()
    };
    std::fs::write(&path, without(5..6).iter().map(|line| format!("{line}\n")).collect::<String>()).expect("written");
    store.acknowledge_log(line("")).expect("acknowledged");
    let last = std::fs::read_to_string(&path).expect("text").lines().last().expect("a line").to_owned();
    let by_place = |lost: std::ops::Range<u64>, named: &str| {
        let last: LookUp = serde_json::from_str(&last).expect("a line");
        let last = serde_json::to_string(&LookUp { asked: named.to_owned(), ..last }).expect("a line");
        write_with_record(&store, &path, &[without(lost), vec![last.clone()]].concat());
        let head = LogHead { n: 10, sha256: disk::sha256(last.as_bytes()) };
        let record = LogRecord::read(store.root()).expect("read").expect("a record");
        LogRecord { heads: vec![head], ..record }.write(store.root()).expect("written");
        fault(&store)
    };
    assert_eq!(by_place(5..6, "missing 5; broken 5"), None);
    assert_eq!(by_place(5..9, "missing 5; broken 5"), Some(LogFault::Missing(6)));
    assert_eq!(by_place(5..7, "missing 5; missing 6; broken 5"), None);
    assert_eq!(by_place(4..6, "missing 5; broken 5"), Some(LogFault::Missing(4)));
}

#[test]
fn a_forged_acknowledgement_of_what_is_left_hides_no_line() {
    let (_folder, store, path) = store();
    for asked in ["secret", "secret too", "c", "d"] {
        store.log_look_up(line(asked)).expect("logged");
    }
    let text = std::fs::read_to_string(&path).expect("text");
    let left: String = text.lines().skip(2).map(|line| format!("{line}\n")).collect();
    let head = store.look_ups().expect("read").head;
    let forged = |left: &str, head: &LogHead| {
        std::fs::write(&path, left).expect("written");
        let (n_bytes, sha256) = (left.len() as u64, disk::sha256(left.as_bytes()));
        let acknowledged = Some(AcknowledgedLog { n_bytes, sha256, head: head.clone() });
        let record = LogRecord { heads: vec![head.clone()], acknowledged, ..LogRecord::default() };
        record.write(store.root()).expect("written");
    };
    forged(&left, &head);
    assert_eq!(fault(&store), Some(LogFault::Missing(1)));
    // Nor does one whose line names another place.
    let last: LookUp = serde_json::from_str(left.lines().last().expect("a line")).expect("a look-up");
    let before = disk::sha256(left.lines().last().expect("a line").as_bytes());
    let other = LookUp { what: ACKNOWLEDGE.to_owned(), asked: "missing 9".to_owned(), n: last.n + 1, before, ..last };
    let other = serde_json::to_string(&other).expect("a line");
    let head = LogHead { n: 5, sha256: disk::sha256(other.as_bytes()) };
    forged(&format!("{left}{other}\n"), &head);
    assert_eq!(fault(&store), Some(LogFault::Missing(1)));
    store.acknowledge_log(line("")).expect("acknowledged");
    assert_eq!(fault(&store), None);
    store.log_look_up(line("e")).expect("logged");
    assert_eq!(fault(&store), None);
}
