//! Opens parcels that arrived. Files get their place in the raw folder only once the parcel was read and verified to
//! its last byte; a kill at any moment leaves it there whole, or not at all.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorCode, Result};
use crate::parcel::{
    self, Admission, Arrival, ArrivalDoubt, JoinedPieces, Journal, JournalEntry, OfficeCard, OfficeFiles, OfficeId,
    OfficeKey, ParcelKind, Receipt, SignedManifest, Traffic, WaitingPieces,
};
use crate::store::{self, OutputPath, Store};

use super::access::Access;
use super::parcel::PlainFolder;

/// What to open.
#[derive(Debug, Clone, Copy)]
pub struct OpenRequest<'a> {
    /// The folder of the register.
    pub clean: &'a Path,
    /// The raw folder.
    pub raw: &'a Path,
    /// A parcel or a piece of one.
    pub file: &'a Path,
    /// Whether a parcel whose folder was removed since it arrived is taken again.
    pub again: bool,
    /// The moment, RFC 3339.
    pub now: &'a str,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParcelOutcome {
    /// It completed a parcel, which has its place now.
    Whole(Box<OpenedParcel>),
    /// It is a piece, and others are missing.
    Waiting(WaitingPieces),
}

/// A parcel that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedParcel {
    /// Its name.
    pub name: String,
    /// The sender.
    pub sender: OfficeCard,
    /// What it holds.
    pub kind: ParcelKind,
    /// Names of its files.
    pub files: Vec<String>,
    /// Where they are.
    pub folder: PathBuf,
    /// What to say about it.
    pub doubts: Vec<ArrivalDoubt>,
    /// Names of files that an earlier parcel of this office brought with another content: name, parcel.
    pub replaced: Vec<(String, String)>,
    /// The receipt for the sender; "" for a parcel that was opened with a key on paper.
    pub receipt: String,
}

/// Opens a parcel, or takes a piece and opens the parcel if it is whole now. `unlock` returns the passphrase of the
/// office's key; it is called for a whole parcel alone.
///
/// # Errors
/// `parcel-not`, `parcel-damaged`, `parcel-not-for-us`, `parcel-readdressed`, `parcel-stranger`, `parcel-revoked`,
/// `parcel-signature`, `parcel-content`, `parcel-known`, `parcel-removed`, `piece-damaged`; those of the key and the
/// file system. Nothing is then in the raw folder.
pub fn open_parcel(
    request: &OpenRequest<'_>,
    unlock: &mut dyn FnMut() -> Result<String>,
    access: &Access,
) -> Result<ParcelOutcome> {
    let files = OfficeFiles::new(request.clean);
    files.own()?;
    let arrived = match take(request.file, &files.pieces())? {
        InputState::Waiting(waiting) => return Ok(ParcelOutcome::Waiting(waiting)),
        InputState::Whole(arrived) => arrived,
    };
    let (own, key) = files.unlock(&unlock()?)?;
    let mut journal = Journal::open(request.clean)?;
    finish_arrivals(&mut journal, request, access)?;
    let traffic = Traffic::of(journal.lines());
    let plain = PlainFolder::new(files.folder())?;
    let mut admission: Option<Admission> = None;
    let mut judge = |signed: &SignedManifest| -> Result<()> {
        let judged = parcel::admit(signed, &own.card, &traffic, request.raw, request.again);
        admission = Some(judged.map_err(|error| error.at(request.file))?);
        Ok(())
    };
    let signed = parcel::unpack(arrived.reader()?, request.file, &key, &plain.path(), &mut judge);
    let signed = match signed {
        // A whole set of pieces that gives no parcel is of no use: it must arrive anew.
        Err(fault)
            if matches!(fault.code, ErrorCode::ParcelDamaged | ErrorCode::ParcelNot | ErrorCode::ParcelKnown) =>
        {
            arrived.forget();
            return Err(fault);
        }
        other => other?,
    };
    let Some(admission) = admission else { return Err(Error::new(ErrorCode::ParcelDamaged).at(request.file)) };
    let arrival = arrival(&signed, &admission, &own.card, &key, request, access)?;
    files.keep_manifest(&signed)?;
    parcel::make_read_only(&signed, &plain.path())?;
    journal.append(request.now, access.who(), JournalEntry::Arrival(arrival.clone()))?;
    move_folder(&plain.path(), request.raw, &arrival.folder)?;
    let delivery = JournalEntry::Delivery { parcel: signed.id.clone() };
    journal.append(request.now, access.who(), delivery)?;
    arrived.forget();
    let folder = request.raw.join(&arrival.folder);
    let replaced = replaced_files(&signed, &traffic, &files);
    let opened = opened(&signed, folder, admission.doubts, replaced);
    Ok(ParcelOutcome::Whole(Box::new(OpenedParcel { receipt: arrival.receipt, ..opened })))
}

fn opened(
    signed: &SignedManifest,
    folder: PathBuf,
    doubts: Vec<ArrivalDoubt>,
    replaced: Vec<(String, String)>,
) -> OpenedParcel {
    let manifest = &signed.manifest;
    OpenedParcel {
        name: manifest.name(),
        sender: manifest.sender.clone(),
        kind: manifest.kind,
        files: manifest.files.iter().map(|file| file.name.clone()).collect(),
        folder,
        doubts,
        replaced,
        receipt: String::new(),
    }
}

/// Writes the line of the log of look-ups and makes the line of the journal with the receipt, which names that line.
fn arrival(
    signed: &SignedManifest,
    admission: &Admission,
    own: &OfficeCard,
    key: &OfficeKey,
    request: &OpenRequest<'_>,
    access: &Access,
) -> Result<Arrival> {
    let (manifest, store) = (&signed.manifest, Store::open(request.clean)?);
    let (name, n_files) = (manifest.name(), manifest.files.len() as u64);
    access.log(&store, "parcel", &format!("open {name}"), n_files)?;
    let series = parcel::series_name(&manifest.sender.code, &manifest.pc);
    let log = store.look_ups()?.head;
    let receipt = Receipt::new(key, &own.code, &series, admission.number, &signed.id, &log)?;
    Ok(Arrival {
        parcel: signed.id.clone(),
        name,
        kind: manifest.kind,
        from: manifest.sender.id(),
        code: manifest.sender.code.clone(),
        pc: manifest.pc.clone(),
        number: admission.number,
        previous: admission.previous.clone(),
        folder: admission.folder.clone(),
        files: n_files,
        lookups: manifest.lookups.clone(),
        receipt: receipt.text(),
    })
}

/// Finishes the journal of parcels that had got their place when the program was cut off.
fn finish_arrivals(journal: &mut Journal, request: &OpenRequest<'_>, access: &Access) -> Result<()> {
    for arrival in Traffic::of(journal.lines()).unfinished {
        if request.raw.join(&arrival.folder).is_dir() {
            let delivery = JournalEntry::Delivery { parcel: arrival.parcel };
            journal.append(request.now, access.who(), delivery)?;
        }
    }
    Ok(())
}

/// Returns the files that an earlier parcel of the sender brought under the same name with another content, with the
/// name of that parcel.
fn replaced_files(signed: &SignedManifest, traffic: &Traffic, files: &OfficeFiles) -> Vec<(String, String)> {
    let manifest = &signed.manifest;
    let earlier = traffic.arrivals.iter().map(|(arrival, _)| arrival);
    let earlier = earlier.filter(|arrival| arrival.code == manifest.sender.code && arrival.kind == manifest.kind);
    let mut replaced = Vec::new();
    for arrival in earlier {
        let Some(before) = files.manifest(&arrival.parcel) else { continue };
        for file in &before.manifest.files {
            let is_other = manifest.files.iter().any(|new| new.name == file.name && new.sha256 != file.sha256);
            if is_other {
                replaced.retain(|(name, _)| *name != file.name);
                replaced.push((file.name.clone(), arrival.name.clone()));
            }
        }
    }
    replaced
}

/// A key on paper, and the card of that key if the user has it at hand.
#[derive(Debug, Clone, Copy)]
pub struct PaperKey<'a> {
    /// The 24 words or the line.
    pub text: &'a str,
    /// The card.
    pub card: Option<&'a OfficeCard>,
}

/// Opens a parcel with a key on paper into a new folder below `out`, named after the parcel. Nothing enters the
/// register. If the sender is no office that was accepted here, `confirm` is asked whether its six words are right. The
/// parcel must name the key among its recipients or safes; where no card of the key is known that can't be checked,
/// which is a doubt.
///
/// # Errors
/// Those of [`open_parcel`]; `key-words`; `key-other` if the card is not that of the key; `parcel-stranger` without a
/// confirmation; `output-exists` if the folder is there.
pub fn open_with_paper(
    request: &OpenRequest<'_>,
    paper: &PaperKey<'_>,
    out: &OutputPath,
    confirm: &dyn Fn(&OfficeCard) -> Option<bool>,
    access: &Access,
) -> Result<ParcelOutcome> {
    let key = OfficeKey::from_paper(paper.text)?;
    if let Some(card) = paper.card.filter(|card| !card.is_of(&key)) {
        return Err(Error::new(ErrorCode::KeyOther).with("office", &card.name));
    }
    let files = OfficeFiles::new(request.clean);
    let arrived = match take(request.file, &files.pieces())? {
        InputState::Waiting(waiting) => return Ok(ParcelOutcome::Waiting(waiting)),
        InputState::Whole(arrived) => arrived,
    };
    let traffic = Traffic::read(request.clean)?;
    let own = files.own().ok();
    let of_key = cards_of_key(&key, paper.card, own.as_ref().map(|own| &own.card), &traffic);
    store::create_folder(out.path())?;
    store::list_output_folder(request.clean, &out.path().join("parcel"));
    let plain = PlainFolder::new(out.path())?;
    let mut judge = |signed: &SignedManifest| -> Result<()> {
        let sender = &signed.manifest.sender;
        let is_own = own.as_ref().is_some_and(|own| own.card == *sender);
        if !is_own && traffic.trusted(&sender.id()).is_none() {
            // A person is about to compare the words: the name must be one that can be read.
            parcel::check_letters(&sender.name).map_err(|error| error.at(request.file))?;
        }
        match parcel::check_sender(&signed.manifest, &traffic) {
            Err(fault) if fault.code == ErrorCode::ParcelStranger && (is_own || confirm(sender) == Some(true)) => {}
            other => other.map_err(|error| error.at(request.file))?,
        }
        if of_key.is_empty() {
            return Ok(());
        }
        parcel::check_reader(&signed.manifest, &of_key).map_err(|error| error.at(request.file))
    };
    let signed = parcel::unpack(arrived.reader()?, request.file, &key, &plain.path(), &mut judge)?;
    let name = signed.manifest.name();
    let to = out.path().join(&name);
    if to.exists() {
        return Err(Error::new(ErrorCode::OutputForeign).at(&to));
    }
    // On a PC without a register no folder is created, which would be in the way of a restore.
    if own.is_some() || request.clean.join("generations").is_dir() {
        access.log(
            &Store::open(request.clean)?,
            "parcel",
            &format!("open {name}"),
            signed.manifest.files.len() as u64,
        )?;
    }
    store::retry_while_open(|| std::fs::rename(plain.path(), &to)).map_err(|e| Error::io(&to, &e))?;
    arrived.forget();
    let codes = signed.manifest.recipients.iter().map(|to| to.code.clone()).collect();
    let doubts = if of_key.is_empty() { vec![ArrivalDoubt::KeyUnknown(codes)] } else { Vec::new() };
    Ok(ParcelOutcome::Whole(Box::new(opened(&signed, to, doubts, Vec::new()))))
}

/// The identifiers of the cards that a key has: the one at hand, that of this register's office, those accepted here.
fn cards_of_key(
    key: &OfficeKey,
    at_hand: Option<&OfficeCard>,
    own: Option<&OfficeCard>,
    traffic: &Traffic,
) -> Vec<OfficeId> {
    let known = at_hand.into_iter().chain(own).chain(&traffic.cards);
    known.filter(|card| card.is_of(key)).map(OfficeCard::id).collect()
}

/// A folder whose signature was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedFolder {
    /// Who signed.
    pub sender: OfficeCard,
    /// Number of files.
    pub n_files: u64,
    /// The signer's last line of its log of look-ups, as receipts show it.
    pub log: String,
}

/// Checks a signed release in its folder: signature, signer, every file and no file more.
///
/// # Errors
/// `parcel-signature`, `parcel-stranger`, `parcel-revoked`, `parcel-content` with the file; `not-a-release` if the
/// manifest is that of a parcel of another kind, `parcel-readdressed` if it is that of a parcel for others; those of
/// the file system.
pub fn check_signed_folder(clean: &Path, folder: &Path) -> Result<SignedFolder> {
    let signed = SignedManifest::read_from(folder)?;
    let traffic = Traffic::read(clean)?;
    let own = OfficeFiles::new(clean).own().ok().map(|own| own.card);
    if own.as_ref() != Some(&signed.manifest.sender) {
        parcel::check_sender(&signed.manifest, &traffic).map_err(|error| error.at(folder))?;
    }
    // The manifest of any parcel is signed, too: its receiver could pass the files on as the sender's.
    if signed.manifest.kind != ParcelKind::Release {
        return Err(Error::new(ErrorCode::NotARelease).at(folder));
    }
    if !signed.manifest.recipients.is_empty() || !signed.manifest.safes.is_empty() {
        let own: Vec<OfficeId> = own.iter().map(OfficeCard::id).collect();
        parcel::check_reader(&signed.manifest, &own).map_err(|error| error.at(folder))?;
    }
    let content = |name: &str| Error::new(ErrorCode::ParcelContent).at(folder).with("file", name);
    for entry in std::fs::read_dir(folder).map_err(|e| Error::io(folder, &e))? {
        let name = entry.map_err(|e| Error::io(folder, &e))?.file_name().to_string_lossy().into_owned();
        let is_own = name == parcel::MANIFEST || name == parcel::SIGNATURE;
        if !is_own && !signed.manifest.files.iter().any(|file| file.name == name) {
            return Err(content(&name));
        }
    }
    for file in &signed.manifest.files {
        let path = folder.join(&file.name);
        if !path.is_file() || parcel::describe(&path, &file.name)? != *file {
            return Err(content(&file.name));
        }
    }
    let log = parcel::short_log(&signed.manifest.lookups)?;
    Ok(SignedFolder { n_files: signed.manifest.files.len() as u64, log, sender: signed.manifest.sender })
}

/// Most bytes of a parcel or a piece that comes through the desk.
const MOST_RECEIVED: u64 = 8 << 30;

/// A file that the desk received, until it is dropped.
pub struct ReceivedFile(PlainFolder);

impl ReceivedFile {
    /// Returns its path.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.0.path().join("received")
    }
}

/// Writes what a browser sends to a temporary file beside the journal of parcels.
///
/// # Errors
/// `file-too-large`; those of the file system.
pub fn receive_file(clean: &Path, content: &mut dyn Read) -> Result<ReceivedFile> {
    let file = ReceivedFile(PlainFolder::new(OfficeFiles::new(clean).folder())?);
    let path = file.path();
    let mut out = File::create(&path).map_err(|e| Error::io(&path, &e))?;
    let n = std::io::copy(&mut content.take(MOST_RECEIVED + 1), &mut out).map_err(|e| Error::io(&path, &e))?;
    if n > MOST_RECEIVED {
        return Err(Error::new(ErrorCode::FileTooLarge).at(&path).with("limit", MOST_RECEIVED / 1_000_000));
    }
    Ok(file)
}

/// Creates the folder of what is written for other offices.
///
/// # Errors
/// Those of the file system.
pub fn create_output_folder(folder: &Path) -> Result<()> {
    store::create_private_folder(folder)
}

/// A file that arrived: a whole parcel, or the folder of its pieces and their number.
enum ArrivedFile {
    File(PathBuf),
    Pieces(PathBuf, usize),
}

enum InputState {
    Whole(ArrivedFile),
    Waiting(WaitingPieces),
}

/// Takes a file: a piece is copied to the others of its parcel.
fn take(path: &Path, pieces: &Path) -> Result<InputState> {
    if !std::fs::metadata(path).map_err(|e| Error::io(path, &e))?.is_file() {
        return Err(Error::new(ErrorCode::NotRegular).at(path));
    }
    if !parcel::is_piece(path)? {
        return Ok(InputState::Whole(ArrivedFile::File(path.to_owned())));
    }
    let folder = parcel::collect(path, pieces)?;
    let waiting = parcel::waiting(&folder)?;
    if waiting.missing.is_empty() {
        Ok(InputState::Whole(ArrivedFile::Pieces(folder, waiting.n)))
    } else {
        Ok(InputState::Waiting(waiting))
    }
}

impl ArrivedFile {
    fn reader(&self) -> Result<Box<dyn Read>> {
        match self {
            Self::File(path) => Ok(Box::new(File::open(path).map_err(|e| Error::io(path, &e))?)),
            Self::Pieces(folder, n) => Ok(Box::new(JoinedPieces::new(folder, *n))),
        }
    }

    /// Removes the pieces. A file that a person named stays.
    fn forget(&self) {
        if let Self::Pieces(folder, _) = self {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

/// Gives a folder its place below the raw folder in one step.
fn move_folder(from: &Path, raw: &Path, place: &str) -> Result<()> {
    let to = raw.join(place);
    let parent = to.parent().unwrap_or(raw);
    store::create_private_folder(parent)?;
    let fault = |e: std::io::Error| Error::io(&to, &e);
    match store::retry_while_open(|| std::fs::rename(from, &to)) {
        // The raw folder is on another disk: the folder is copied beside its place first.
        Err(e) if e.kind() == std::io::ErrorKind::CrossesDevices => {
            let beside = PlainFolder::new(raw)?;
            for entry in std::fs::read_dir(from).map_err(fault)? {
                let path = entry.map_err(fault)?.path();
                let copy = beside.path().join(path.file_name().unwrap_or_default());
                std::fs::copy(&path, &copy).map_err(|e| Error::io(&copy, &e))?;
                File::open(&copy).and_then(|file| file.sync_all()).map_err(|e| Error::io(&copy, &e))?;
            }
            store::retry_while_open(|| std::fs::rename(beside.path(), &to)).map_err(fault)?;
        }
        renamed => renamed.map_err(fault)?,
    }
    store::sync_folder(&to)?;
    store::sync_folder(parent)
}
