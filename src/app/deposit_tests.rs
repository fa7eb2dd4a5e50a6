//! Tests of deposited files.

use super::*;

const SIGNATURE: DepositSignature<'static> = DepositSignature { at: "2026-05-10T10:11:12+01:00", author: "Ruth" };

fn receive(raw: &Path, name: &str, bytes: &[u8]) -> Result<Deposit> {
    receive_deposit(raw, name, &mut &bytes[..], 1, SIGNATURE)
}

fn place(raw: &Path, id: &str, kind: DepositKind, same: &SameName) -> Result<DepositPlace> {
    place_deposit(raw, id, kind, same, &Config::default(), SIGNATURE)
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(below) = open.pop() {
        for entry in fs::read_dir(below).into_iter().flatten().flatten() {
            if entry.path().is_dir() {
                open.push(entry.path());
            } else {
                names.push(entry.path().strip_prefix(folder).unwrap().display().to_string().replace('\\', "/"));
            }
        }
    }
    names.sort();
    names
}

#[test]
fn names_of_any_browser_become_plain_names() {
    for (sent, plain) in [
        ("Q06 Boma_2017.xlsx", "Q06 Boma_2017.xlsx"),
        ("C:\\fakepath\\Q06.xlsx", "Q06.xlsx"),
        ("../../etc/passwd.csv", "passwd.csv"),
        ("recensement/2017/été.csv", "été.csv"),
        ("e\u{301}te\u{301}.csv", "été.csv"),
        ("a<b>|c?.csv", "a_b__c_.csv"),
        ("gsp\u{202e}vsc.xlsx", "gsp_vsc.xlsx"),
        ("CON.csv", "_CON.csv"),
        ("lpt1", "_lpt1"),
        (" Q06.xlsx. ", "Q06.xlsx"),
        (".caché.csv", "caché.csv"),
        ("<script>alert(1)</script>.csv", "script_.csv"),
    ] {
        assert_eq!(plain_name(sent).unwrap(), plain, "{sent}");
    }
    for sent in ["", " ", "..", "/", "a/", "~$Q06.xlsx", "README.txt", "notes.md", "Thumbs.db", "???"] {
        assert_eq!(plain_name(sent).unwrap_err().code, ErrorCode::DepositName, "{sent}");
    }
    let long = format!("{}.xlsx", "é".repeat(400));
    let short = plain_name(&long).unwrap();
    assert!(short.chars().count() == MOST_CHARS && short.ends_with("é.xlsx"), "{short}");
}

#[test]
fn a_file_waits_until_its_kind_is_chosen() {
    let dir = tempfile::tempdir().unwrap();
    let raw = dir.path();
    let deposit = receive(raw, "Q06.csv", b"Nom\nMBALA\n").unwrap();
    assert_eq!(waiting_deposits(raw).unwrap(), std::slice::from_ref(&deposit));
    assert_eq!(receive(raw, "autre.csv", b"Nom\nMBALA\n").unwrap().id, deposit.id, "the same content waits once");
    assert_eq!(waiting_deposits(raw).unwrap().len(), 1);
    let placed = place(raw, &deposit.id, DepositKind::Census, &SameName::Ask).unwrap();
    assert_eq!(placed.path, "census/autre.csv");
    assert_eq!(fs::read(raw.join("census/autre.csv")).unwrap(), b"Nom\nMBALA\n");
    assert_eq!(files(raw), ["census/autre.csv"], "nothing is left");
    assert_eq!(
        place(raw, &deposit.id, DepositKind::Census, &SameName::Ask).unwrap_err().code,
        ErrorCode::DepositUnknown
    );
}

#[test]
fn the_same_content_is_not_added_again_whatever_its_name_and_kind() {
    let dir = tempfile::tempdir().unwrap();
    let raw = dir.path();
    fs::create_dir_all(raw.join("census/2017")).unwrap();
    fs::write(raw.join("census/2017/Q06.csv"), "Nom\nMBALA\n").unwrap();
    let deposit = receive(raw, "copie.csv", b"Nom\nMBALA\n").unwrap();
    assert_eq!(same_content(raw, &deposit).unwrap().as_deref(), Some("census/2017/Q06.csv"));
    let placed = place(raw, &deposit.id, DepositKind::Births, &SameName::Ask).unwrap();
    assert!(placed.was_there && placed.path == "census/2017/Q06.csv");
    assert_eq!(files(raw), ["census/2017/Q06.csv"]);
}

#[test]
fn a_file_of_the_same_name_is_replaced_only_when_chosen_and_is_never_lost() {
    let dir = tempfile::tempdir().unwrap();
    let raw = dir.path();
    fs::create_dir_all(raw.join("census/2017")).unwrap();
    fs::write(raw.join("census/2017/Q06 Boma.CSV"), "old").unwrap();
    let deposit = receive(raw, "q06 boma.csv", b"new").unwrap();
    let replaces = place(raw, &deposit.id, DepositKind::Census, &SameName::Ask).unwrap_err();
    assert_eq!(replaces.code, ErrorCode::DepositReplaces);
    assert!(replaces.args.contains(&("path", "census/2017/Q06 Boma.CSV".to_owned())));
    let other = SameName::Replace("births/x.csv".to_owned());
    assert!(place(raw, &deposit.id, DepositKind::Census, &other).is_err(), "a path that is no file of this name");
    let replace = SameName::Replace("census/2017/Q06 Boma.CSV".to_owned());
    let placed = place(raw, &deposit.id, DepositKind::Census, &replace).unwrap();
    assert_eq!(placed.path, "census/2017/Q06 Boma.CSV");
    assert_eq!(fs::read(raw.join(&placed.path)).unwrap(), b"new");
    let aside = placed.replaced.unwrap();
    assert!(
        aside.starts_with(".replaced/census/2017/Q06 Boma 2026-05-10T10.11.12 ") && aside.ends_with(".CSV"),
        "{aside}"
    );
    assert_eq!(fs::read(raw.join(&aside)).unwrap(), b"old");
    // A run reads the new one alone.
    let inputs =
        ingest::list_input_files(raw, &ingest::CellCorrections::default(), &Config::default().ingest).unwrap().inputs;
    assert_eq!(inputs.iter().map(|input| input.name.as_str()).collect::<Vec<_>>(), ["census/2017/Q06 Boma.CSV"]);
    let both = receive(raw, "Q06 Boma.csv", b"third").unwrap();
    let placed = place(raw, &both.id, DepositKind::Census, &SameName::KeepBoth).unwrap();
    assert_eq!((placed.path.as_str(), placed.replaced), ("census/Q06 Boma (2).csv", None));
}

#[test]
fn what_is_too_large_empty_or_cut_leaves_nothing() {
    struct Cut(u8);
    impl Read for Cut {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            self.0 -= 1;
            into.fill(1);
            if self.0 == 0 { Err(std::io::ErrorKind::ConnectionReset.into()) } else { Ok(into.len()) }
        }
    }
    let dir = tempfile::tempdir().unwrap();
    let raw = dir.path();
    let mut endless = std::io::repeat(7);
    let code = |result: Result<Deposit>| result.unwrap_err().code;
    assert_eq!(code(receive_deposit(raw, "a.zip", &mut endless, 2, SIGNATURE)), ErrorCode::DepositTooLarge);
    assert_eq!(code(receive_deposit(raw, "a.csv", &mut Cut(5), 2, SIGNATURE)), ErrorCode::DepositCut);
    assert_eq!(code(receive(raw, "a.csv", b"")), ErrorCode::DepositEmpty);
    assert!(files(raw).is_empty(), "{:?}", files(raw));
    let whole = vec![7; 1 << 20];
    assert!(receive(raw, "a.csv", &whole).is_ok(), "exactly the limit");
}

#[test]
fn a_number_leads_to_a_waiting_file_alone() {
    let dir = tempfile::tempdir().unwrap();
    let raw = dir.path();
    fs::create_dir_all(raw.join("census")).unwrap();
    fs::write(raw.join("census/x.csv"), "x").unwrap();
    let deposit = receive(raw, "a.csv", b"y").unwrap();
    for id in ["", "../census/x", "0123456789abcdef", "0123456789abcde/", &deposit.id[1..]] {
        assert_eq!(waiting_deposit(raw, id).unwrap_err().code, ErrorCode::DepositUnknown, "{id}");
    }
    // A name that somebody put there by hand leads nowhere else.
    let about = serde_json::to_string(&Deposit { name: "../x.csv".into(), ..deposit.clone() }).unwrap();
    fs::write(raw.join(WAITING).join(format!("{}.json", deposit.id)), about).unwrap();
    assert_eq!(waiting_deposit(raw, &deposit.id).unwrap_err().code, ErrorCode::DepositUnknown);
    let deposit = receive(raw, "a.csv", b"y").unwrap();
    discard_deposit(raw, &deposit.id).unwrap();
    assert_eq!(files(raw), ["census/x.csv"]);
}

#[test]
fn a_reference_file_and_a_file_of_decisions_must_be_usable() {
    let dir = tempfile::tempdir().unwrap();
    let raw = dir.path();
    let code = |name: &str, bytes: &[u8], kind| {
        let deposit = receive(raw, name, bytes).unwrap();
        let result = place(raw, &deposit.id, kind, &SameName::Ask).map_err(|error| error.code);
        let _ = discard_deposit(raw, &deposit.id);
        result.err()
    };
    assert_eq!(code("quartiers 2.csv", b"id,name\n", DepositKind::Reference), Some(ErrorCode::DepositReferenceName));
    assert_eq!(code("population.csv", b"a,b\n1,2\n", DepositKind::Reference), Some(ErrorCode::BadReference));
    let population = include_bytes!("../../data-raw/reference/population.csv");
    assert_eq!(code("population.csv", population, DepositKind::Reference), None);
    assert!(code("a.csv", b"Nom;Sexe\nMBALA;M\n", DepositKind::Decisions).is_some());
    assert!(code("a.xlsx", b"Nom;Sexe\nMBALA;M\n", DepositKind::Decisions).is_some());
    assert_eq!(files(raw), ["reference/population.csv"]);
}

#[test]
fn quartier_and_year_are_added_to_the_name_and_can_be_changed() {
    let dir = tempfile::tempdir().unwrap();
    let raw = dir.path();
    let deposit = receive(raw, "eleves_ecole.csv", b"Nom;Sexe\nMBALA;M\n").unwrap();
    let named = |quartier: &str, year: &str| add_quartier_and_year(raw, &deposit.id, quartier, year);
    let named_as = |quartier: &str, year: &str| named(quartier, year).unwrap().name;
    assert_eq!(named_as("Boma", "2017"), "eleves_ecole – Boma_2017.csv");
    assert_eq!(named_as(" Malonda ", ""), "eleves_ecole – Malonda.csv");
    assert_eq!(named_as("", "2018"), "eleves_ecole_2018.csv");
    assert_eq!(named_as("../a/b", "2018"), "eleves_ecole – a b_2018.csv");
    assert_eq!(named_as("", ""), "eleves_ecole.csv");
    assert_eq!(waiting_deposit(raw, &deposit.id).unwrap().name_before, None);
    for year in ["18", "3018", "20180", "x"] {
        assert_eq!(named("Boma", year).unwrap_err().code, ErrorCode::DepositYear, "{year}");
    }
    assert_eq!(named_as("Boma", "2017"), "eleves_ecole – Boma_2017.csv");
    let placed = place(raw, &deposit.id, DepositKind::Census, &SameName::Ask).unwrap();
    assert_eq!(placed.path, "census/eleves_ecole – Boma_2017.csv");
    assert_eq!(fs::read(raw.join(&placed.path)).unwrap(), b"Nom;Sexe\nMBALA;M\n", "its content is as it was");
    let long = receive(raw, &format!("{}.csv", "x".repeat(300)), b"Nom\nX\n").unwrap();
    let name = add_quartier_and_year(raw, &long.id, "Boma", "2017").unwrap().name;
    assert!(name.ends_with("x – Boma_2017.csv") && name.chars().count() <= MOST_CHARS, "{name}");
}
