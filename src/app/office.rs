//! The offices between which parcels go: makes the key of this one, accepts and revokes the cards of others, prints
//! keys on paper.

use std::io::Read;
use std::path::Path;

use crate::error::{Error, ErrorCode, Result};
use crate::messages::Messages;
use crate::parcel::{
    CardKind, Journal, JournalEntry, KeyPage, MOST_CARD_BYTES, OfficeCard, OfficeFiles, OfficeKey, OfficeTraffic,
    Traffic, WaitingPieces, all_waiting, are_same_words,
};
use crate::record::fold;
use crate::store::{OutputPath, create_private_folder, replace_file, write_text};

/// The folder of public cards, in the raw folder.
const CARDS: &str = "offices";

/// Where a register is, and who asks, when.
#[derive(Debug, Clone, Copy)]
pub struct OfficeRequest<'a> {
    /// The folder of the register.
    pub clean: &'a Path,
    /// The raw folder.
    pub raw: &'a Path,
    /// The name that the user gave.
    pub who: &'a str,
    /// The moment, RFC 3339.
    pub now: &'a str,
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
    check_code(&card, &Traffic::of(journal.lines()))?;
    let out = out(&card)?;
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
    check_code(&card, &Traffic::of(journal.lines()))?;
    write_text(&KeyPage::html(&card, &key, messages), page)?;
    add_card(request, &mut journal, &card)?;
    Ok(card)
}

/// Writes the key of this register's office to a page to print. The page holds the secret.
///
/// # Errors
/// `office-none`, `passphrase-wrong`; those of the file system.
pub fn print_key(clean: &Path, passphrase: &str, page: &OutputPath, messages: &Messages) -> Result<OfficeCard> {
    let (own, key) = OfficeFiles::new(clean).unlock(passphrase)?;
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
    let file = std::fs::File::open(path).map_err(|e| Error::io(path, &e))?;
    let read = file.take(MOST_CARD_BYTES).read_to_string(&mut text);
    let not_text = |_| Error::new(ErrorCode::OfficeCard).at(path);
    read.map_err(not_text)?;
    OfficeCard::parse(&text).map_err(|error| error.at(path))
}

/// Accepts the card of an office, once its six words were compared: those given, else `confirm` is asked, which returns
/// `None` if nobody can be asked. Returns false if it was accepted before.
///
/// # Errors
/// `office-words` if the words differ; `office-not-confirmed`; `office-revoked`; `office-code-taken`,
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
    check_code(card, &traffic)?;
    let own = OfficeFiles::new(request.clean).own();
    if own.is_ok_and(|own| own.card.code == card.code) {
        return Err(Error::new(ErrorCode::OfficeCodeTaken).with("value", &card.code).with("office", &card.name));
    }
    match acceptance.words {
        Some(words) if are_same_words(words, card.fingerprint()) => {}
        Some(_) => return Err(Error::new(ErrorCode::OfficeWords).with("office", &card.name)),
        None if confirm(card) == Some(true) => {}
        None => return Err(Error::new(ErrorCode::OfficeNotConfirmed).with("office", &card.name)),
    }
    add_card(request, &mut journal, card)?;
    Ok(true)
}

/// Writes a card into the raw folder and the journal.
fn add_card(request: &OfficeRequest<'_>, journal: &mut Journal, card: &OfficeCard) -> Result<()> {
    let folder = request.raw.join(CARDS);
    create_private_folder(&folder)?;
    replace_file(&OutputPath::own(&folder.join(card.file_name())), card.text().as_bytes())?;
    journal.append(request.now, request.who, JournalEntry::Acceptance { card: card.clone() })
}

/// Checks that no other trusted office has the code of a card, one that looks like it, or its name.
fn check_code(card: &OfficeCard, traffic: &Traffic) -> Result<()> {
    let of_other =
        |code: ErrorCode, is_alike: &dyn Fn(&OfficeCard) -> bool| match traffic.all_trusted().find(|c| is_alike(c)) {
            Some(other) => {
                Err(Error::new(code).with("value", &card.code).with("office", &other.name).with("other", &other.code))
            }
            None => Ok(()),
        };
    of_other(ErrorCode::OfficeCodeTaken, &|other| other.code == card.code)?;
    let name = fold(&card.name);
    of_other(ErrorCode::OfficeLooksAlike, &|other| {
        look_alike_form(&other.code) == look_alike_form(&card.code)
            || look_alike_form(&fold(&other.name)) == look_alike_form(&name)
    })
}

/// Returns the text with one sign for each group of signs that look alike, so that texts that look alike become equal.
fn look_alike_form(text: &str) -> String {
    let sign = |c: char| match c {
        '0' | 'Q' => 'O',
        '1' | 'L' => 'I',
        '2' => 'Z',
        '5' => 'S',
        '8' => 'B',
        other => other,
    };
    text.chars().map(sign).collect()
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
    let entry = JournalEntry::Revocation { office: card.id(), reason };
    journal.append(request.now, request.who, entry)?;
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
