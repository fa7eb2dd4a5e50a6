//! The offices between which parcels go: makes the key of this one, accepts and revokes the cards of others, prints
//! keys on paper.

use std::io::Read;
use std::path::Path;

use crate::backup::BackupContents;
use crate::error::{Error, ErrorCode, Result};
use crate::messages::Messages;
use crate::parcel::{
    CardKind, Journal, JournalEntry, KeyPage, MOST_CARD_BYTES, OfficeCard, OfficeFiles, OfficeKey, OfficeTraffic,
    Traffic, WaitingPieces, all_waiting, are_same_words, check_letters, look_alike_form, open_regular,
};
use crate::store::{OutputPath, Store, create_private_folder, replace_file, write_text};

use super::access::Access;

/// The journal of parcels in the folder of the register, and its name in a backup.
const JOURNAL: &str = "parcels/journal.jsonl";
const JOURNAL_IN_BACKUP: &str = "data-clean/parcels/journal.jsonl";
/// The folder of public cards, in the raw folder.
const CARDS: &str = "offices";

/// Where a register is, and who asks, when.
#[derive(Debug, Clone, Copy)]
pub struct OfficeRequest<'a> {
    /// The folder of the register.
    pub clean: &'a Path,
    /// The raw folder.
    pub raw: &'a Path,
    /// Who asks.
    pub access: &'a Access,
    /// The moment, RFC 3339.
    pub now: &'a str,
}

impl OfficeRequest<'_> {
    /// Writes a line to the log of look-ups: who can open what leaves this register is decided here. On a PC without a
    /// register and without a key no folder is created, which would be in the way of a restore.
    fn log(&self, what: &str, card: &OfficeCard) -> Result<()> {
        let is_there = |name: &str| self.clean.join(name).is_dir();
        if OfficeFiles::new(self.clean).own().is_err() && !is_there("generations") && !is_there("log") {
            return Ok(());
        }
        let kind = if card.kind == CardKind::Safe { "safe" } else { "office" };
        let asked = format!("{what} {kind} {} {} ({})", card.code, card.name, card.fingerprint());
        self.access.log(&Store::open(self.clean)?, "office", &asked, 0).map(drop)
    }
}

/// A card that a person accepts.
#[derive(Debug, Clone, Copy)]
pub struct AcceptanceRequest<'a> {
    /// The card.
    pub card: &'a OfficeCard,
    /// The six words as the office read them out; without them `confirm` is asked.
    pub words: Option<&'a str>,
}

/// The offices that a register knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offices {
    /// Its own card and the letters of this PC, if it has a key.
    pub own: Option<(OfficeCard, String)>,
    /// What was exchanged with each other office.
    pub others: Vec<OfficeTraffic>,
    /// The pieces of parcels that are not complete.
    pub pieces: Vec<WaitingPieces>,
}

/// Makes the key of this register's office, under a passphrase, and writes its public card to `out`.
///
/// # Errors
/// `office-exists` if there is a key; `office-name`, `office-code`, `office-code-taken`; those of the passphrase.
pub fn new_office(
    request: &OfficeRequest<'_>,
    name: &str,
    code: Option<&str>,
    passphrase: &str,
    out: &dyn Fn(&OfficeCard) -> Result<OutputPath>,
) -> Result<OfficeCard> {
    let key = OfficeKey::generate()?;
    let card = OfficeCard::new(CardKind::Office, name, code, &key)?;
    let journal = Journal::open(request.clean)?;
    check_code(&card, &Traffic::of(journal.lines()), None)?;
    let out = out(&card)?;
    request.log("new", &card)?;
    OfficeFiles::new(request.clean).set_own(&card, &key, passphrase, false)?;
    write_text(&card.text(), &out)?;
    Ok(card)
}

/// Takes the key of an office over from paper, with its card. This PC counts its parcels in a series of its own.
///
/// # Errors
/// `office-exists`, `key-words`, `key-other` if the key is not that of the card; those of the passphrase.
pub fn recover_office(request: &OfficeRequest<'_>, card: &OfficeCard, paper: &str, passphrase: &str) -> Result<()> {
    let key = OfficeKey::from_paper(paper)?;
    // The open journal is a lock: no other process changes the office meanwhile.
    let _journal = Journal::open(request.clean)?;
    request.log("recover", card)?;
    OfficeFiles::new(request.clean).set_own(card, &key, passphrase, true)
}

/// Makes a safe: a key that is written to a page to print and nowhere else. From now on everything is sealed to it,
/// too.
///
/// # Errors
/// `office-name`, `office-code`, `office-code-taken`; those of the file system.
pub fn new_safe(
    request: &OfficeRequest<'_>,
    name: &str,
    code: Option<&str>,
    page: &OutputPath,
    messages: &Messages,
) -> Result<OfficeCard> {
    let key = OfficeKey::generate()?;
    let card = OfficeCard::new(CardKind::Safe, name, code, &key)?;
    let mut journal = Journal::open(request.clean)?;
    check_code(&card, &Traffic::of(journal.lines()), own_card(request.clean).ok().as_ref())?;
    request.log("new", &card)?;
    write_text(&KeyPage::html(&card, &key, messages), page)?;
    add_card(request, &mut journal, &card)?;
    Ok(card)
}

/// Writes the key of this register's office to a page to print. The page holds the secret.
///
/// # Errors
/// `office-none`, `passphrase-wrong`; those of the file system.
pub fn print_key(
    request: &OfficeRequest<'_>,
    passphrase: &str,
    page: &OutputPath,
    messages: &Messages,
) -> Result<OfficeCard> {
    let (own, key) = OfficeFiles::new(request.clean).unlock(passphrase)?;
    request.log("print", &own.card)?;
    write_text(&KeyPage::html(&own.card, &key, messages), page)?;
    Ok(own.card)
}

/// Returns the card of this register's office.
///
/// # Errors
/// `office-none`.
pub fn own_card(clean: &Path) -> Result<OfficeCard> {
    Ok(OfficeFiles::new(clean).own()?.card)
}

/// Reads the card of an office.
///
/// # Errors
/// `office-card` if it is none or damaged; those of the file system.
pub fn read_card(path: &Path) -> Result<OfficeCard> {
    let mut text = String::new();
    let read = open_regular(path)?.take(MOST_CARD_BYTES).read_to_string(&mut text);
    let not_text = |_| Error::new(ErrorCode::OfficeCard).at(path);
    read.map_err(not_text)?;
    OfficeCard::parse(&text).map_err(|error| error.at(path))
}

/// Most bytes of a file with a key as it stands on paper.
const MOST_PAPER_BYTES: u64 = 64 * 1024;

/// Reads a file with a key as it stands on paper: 24 words or a line.
///
/// # Errors
/// `not-regular` for a pipe or a device; `key-words` if it is no text; those of the file system.
pub fn read_paper_key(path: &Path) -> Result<String> {
    let mut bytes = Vec::new();
    open_regular(path)?.take(MOST_PAPER_BYTES).read_to_end(&mut bytes).map_err(|e| Error::io(path, &e))?;
    String::from_utf8(bytes).map_err(|_| Error::new(ErrorCode::KeyWords))
}

/// Accepts the card of an office, once its six words were compared: those given, else `confirm` is asked, which returns
/// `None` if nobody can be asked. Returns false if it was accepted before.
///
/// # Errors
/// `office-words` if the words differ; `office-not-confirmed`; `office-revoked`; `office-letters`, `office-code-taken`,
/// `office-looks-alike`.
pub fn accept_office(
    request: &OfficeRequest<'_>,
    acceptance: &AcceptanceRequest<'_>,
    confirm: &dyn Fn(&OfficeCard) -> Option<bool>,
) -> Result<bool> {
    let card = acceptance.card;
    card.check()?;
    let mut journal = Journal::open(request.clean)?;
    let traffic = Traffic::of(journal.lines());
    let id = card.id();
    if traffic.trusted(&id).is_some() {
        return Ok(false);
    }
    if traffic.revocations.contains_key(&id) {
        return Err(Error::new(ErrorCode::OfficeRevoked).with("office", &card.name));
    }
    check_letters(&card.name)?;
    check_code(card, &traffic, own_card(request.clean).ok().as_ref())?;
    match acceptance.words {
        Some(words) if are_same_words(words, card.fingerprint()) => {}
        Some(_) => return Err(Error::new(ErrorCode::OfficeWords).with("office", &card.name)),
        None if confirm(card) == Some(true) => {}
        None => return Err(Error::new(ErrorCode::OfficeNotConfirmed).with("office", &card.name)),
    }
    request.log("accept", card)?;
    add_card(request, &mut journal, card)?;
    Ok(true)
}

/// Writes a card into the raw folder and the journal.
fn add_card(request: &OfficeRequest<'_>, journal: &mut Journal, card: &OfficeCard) -> Result<()> {
    let folder = request.raw.join(CARDS);
    create_private_folder(&folder)?;
    replace_file(&OutputPath::own(&folder.join(card.file_name())), card.text().as_bytes())?;
    journal.append(request.now, request.access.who(), JournalEntry::Acceptance { card: card.clone() })
}

/// Checks that no other trusted office, and not this one, has the code of a card, its name, or one that looks like them.
fn check_code(card: &OfficeCard, traffic: &Traffic, own: Option<&OfficeCard>) -> Result<()> {
    let of_other = |code: ErrorCode, is_alike: &dyn Fn(&OfficeCard) -> bool| match traffic
        .all_trusted()
        .chain(own)
        .find(|c| is_alike(c))
    {
        Some(other) => {
            Err(Error::new(code).with("value", &card.code).with("office", &other.name).with("other", &other.code))
        }
        None => Ok(()),
    };
    of_other(ErrorCode::OfficeCodeTaken, &|other| other.code == card.code)?;
    let (code, name) = (look_alike_form(&card.code), look_alike_form(&card.name));
    of_other(ErrorCode::OfficeLooksAlike, &|other| {
        look_alike_form(&other.code) == code || look_alike_form(&other.name) == name
    })
}

/// Revokes an office or a safe: nothing is taken from it or sealed to it any more. Its card is removed from the raw
/// folder.
///
/// # Errors
/// `office-unknown`; `office-reason` without a reason.
pub fn revoke_office(request: &OfficeRequest<'_>, name: &str, reason: &str) -> Result<OfficeCard> {
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if reason.is_empty() {
        return Err(Error::new(ErrorCode::OfficeReason));
    }
    let mut journal = Journal::open(request.clean)?;
    let traffic = Traffic::of(journal.lines());
    let card = traffic.by_name(name).ok_or_else(|| unknown(name, &traffic))?;
    request.log("revoke", card)?;
    let entry = JournalEntry::Revocation { office: card.id(), reason };
    journal.append(request.now, request.access.who(), entry)?;
    let _ = std::fs::remove_file(request.raw.join(CARDS).join(card.file_name()));
    Ok(card.clone())
}

/// The error of an office that nobody accepted.
pub(super) fn unknown(name: &str, traffic: &Traffic) -> Error {
    let known: Vec<&str> = traffic.all_trusted().map(|card| card.code.as_str()).collect();
    Error::new(ErrorCode::OfficeUnknown).with("value", name).with("known", known.join(", "))
}

/// Returns the offices that a register knows, and what was exchanged with each.
///
/// # Errors
/// `journal-damaged`; those of the file system.
pub fn offices(clean: &Path) -> Result<Offices> {
    let files = OfficeFiles::new(clean);
    let own = match files.own() {
        Ok(own) => Some((own.card, own.pc)),
        Err(none) if none.code == ErrorCode::OfficeNone => None,
        Err(fault) => return Err(fault),
    };
    let others = Traffic::read(clean)?.offices();
    Ok(Offices { own, others, pieces: all_waiting(&files.pieces()) })
}

/// Returns the offices and safes that are trusted here, as `Name (CODE)`: after a restore a person looks them over,
/// because the journal of a backup does not know who was revoked since.
///
/// # Errors
/// `journal-damaged`; those of the file system.
pub fn trusted_offices(clean: &Path) -> Result<Vec<String>> {
    let traffic = Traffic::read(clean)?;
    Ok(traffic.all_trusted().map(|card| format!("{} ({})", card.name, card.code)).collect())
}

/// Returns the offices and safes that a restored backup trusts, if the journal of parcels is that of the backup but for
/// the line of the restore: the revocations since are not in it.
///
/// # Errors
/// Those of [`trusted_offices`].
pub fn trusted_since_backup(clean: &Path, backup: &BackupContents) -> Result<Vec<String>> {
    let of_backup = backup.files.get(JOURNAL_IN_BACKUP).map_or(0, |(n_bytes, _)| *n_bytes);
    let here = std::fs::read(clean.join(JOURNAL)).unwrap_or_default();
    let Some(since) = usize::try_from(of_backup).ok().and_then(|n| here.get(n..)) else { return Ok(Vec::new()) };
    let n_since = since.iter().filter(|byte| **byte == b'\n').count();
    let lines = Journal::lines_of(clean)?;
    let mut since = lines.iter().rev().take(n_since);
    let is_of_backup = since.all(|line| matches!(line.entry, JournalEntry::Restoration(_)));
    if is_of_backup { trusted_offices(clean) } else { Ok(Vec::new()) }
}

/// Writes a public card.
///
/// # Errors
/// Those of the file system.
pub fn write_card(card: &OfficeCard, out: &OutputPath) -> Result<()> {
    write_text(&card.text(), out)
}

/// Whether these are the six words of a card.
#[must_use]
pub fn are_words_of(card: &OfficeCard, words: &str) -> bool {
    are_same_words(words, card.fingerprint())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cards that another program made: the name is no obstacle there.
    #[test]
    fn a_card_that_looks_like_another_is_refused_with_its_reason() {
        let folder = tempfile::tempdir().unwrap();
        let (clean, raw) = (folder.path().join("clean"), folder.path().join("raw"));
        let access = Access::new("2026".to_owned(), Some("Ruth"), None).unwrap();
        let request = OfficeRequest { clean: &clean, raw: &raw, access: &access, now: "2026" };
        let accept = |kind: CardKind, name: &str, code: &str| {
            let key = OfficeKey::generate().unwrap();
            let card = OfficeCard::of_other_program(kind, name, code, &key);
            let acceptance = AcceptanceRequest { card: &card, words: Some(card.fingerprint()) };
            accept_office(&request, &acceptance, &|_| None).map_err(|fault| fault.code)
        };
        let out = |_: &OfficeCard| Ok(OutputPath::own(&folder.path().join("card")));
        new_office(&request, "Commune de Kimbanseke", Some("KIMB"), "trois pirogues", &out).unwrap();
        assert_eq!(accept(CardKind::Safe, "Coffre de Kimbanseke", "COFK"), Ok(true));
        assert_eq!(accept(CardKind::Office, "Quartier Boma", "BOMA"), Ok(true));
        for (kind, name, code, fault) in [
            (CardKind::Safe, "Coffre d\u{435} Kimbanseke", "COFX", ErrorCode::OfficeLetters),
            (CardKind::Office, "Quartier B\u{43e}ma", "BMA", ErrorCode::OfficeLetters),
            (CardKind::Office, "Quartier Bo\u{200b}ma", "BMA", ErrorCode::OfficeLetters),
            (CardKind::Office, "Quartier Boma\u{3164}", "BMA", ErrorCode::OfficeLetters),
            (CardKind::Office, "Quartier Borna", "BMA", ErrorCode::OfficeLooksAlike),
            (CardKind::Safe, "Coffre cle Kirnbanseke", "COFX", ErrorCode::OfficeLooksAlike),
            (CardKind::Office, "Commune de Kirnbanseke", "KMB", ErrorCode::OfficeLooksAlike),
            (CardKind::Office, "Kimbanseke", "K1MB", ErrorCode::OfficeLooksAlike),
            (CardKind::Office, "Quartier Kutu", "B0MA", ErrorCode::OfficeLooksAlike),
            (CardKind::Office, "Quartier Kutu", "KIMB", ErrorCode::OfficeCodeTaken),
        ] {
            assert_eq!(accept(kind, name, code), Err(fault), "{name} {code}");
        }
        assert_eq!(accept(CardKind::Office, "Quartier Kutu", "KUTU"), Ok(true));
        let log = Store::open(&clean).unwrap().look_ups().unwrap().lines;
        let asked: Vec<String> =
            log.iter().map(|line| line.asked.split(' ').take(3).collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(asked, ["accept safe COFK", "accept office BOMA", "accept office KUTU"]);
        assert!(log.iter().all(|line| line.what == "office" && line.who == "Ruth"));
    }
}
