//! Seals parcels for other offices and takes their receipts. Opening one is in `parcel_open.rs`.

use std::path::{Path, PathBuf};

use crate::backup::{self, RegisterPaths};
use crate::error::{Error, ErrorCode, Result};
use crate::parcel::{
    self, Acknowledgement, Addressee, CardKind, Dispatch, JOURNAL_HEAD, Journal, JournalEntry, OfficeCard, OfficeFiles,
    OfficeKey, ParcelFile, ParcelKind, ParcelManifest, Receipt, SignedManifest, Traffic,
};
use crate::store::{self, LogHead, OutputPath, Store, VerifyCheck};

use super::access::Access;
use super::office::unknown;

/// What to seal, and for whom.
#[derive(Debug, Clone, Copy)]
pub struct SealRequest<'a> {
    /// The folder of the register.
    pub clean: &'a Path,
    /// The raw folder.
    pub raw: &'a Path,
    /// Codes or names of the offices.
    pub to: &'a [String],
    /// What the files are; without it their place says so.
    pub kind: Option<ParcelKind>,
    /// The files, or one folder of files.
    pub files: &'a [PathBuf],
    /// The folder into which the parcel is written.
    pub out: &'a OutputPath,
    /// Most bytes of a piece; without it the parcel is one file.
    pub piece_bytes: Option<u64>,
    /// The passphrase of the office's key.
    pub passphrase: &'a str,
    /// The moment, RFC 3339.
    pub now: &'a str,
}

/// A parcel that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParcelOutput {
    /// Its name.
    pub name: String,
    /// Its files on disk: one, or its pieces.
    pub paths: Vec<PathBuf>,
    /// Number of files in it.
    pub n_files: u64,
    /// Their size in bytes.
    pub n_bytes: u64,
    /// Names of those that can open it.
    pub readers: Vec<String>,
}

/// Seals files for offices and for every safe, and writes the parcel or its pieces into a folder. A copy stays in the
/// register until its receipts came.
///
/// # Errors
/// `office-none`, `passphrase-wrong`, `office-unknown`, `parcel-no-safe`, `parcel-kind`, `parcel-empty`, `parcel-name`,
/// `parcel-names-alike`; of a release `not-a-release`, `release-changed`; those of the file system.
pub fn seal_parcel(request: &SealRequest<'_>, access: &Access) -> Result<ParcelOutput> {
    let paths = listed_files(request.files)?;
    let kind = match request.kind {
        Some(kind) => kind,
        None => kind_of(&paths, request.raw).ok_or_else(|| Error::new(ErrorCode::ParcelKind))?,
    };
    if kind == ParcelKind::Release {
        super::release_files::check_release(&Store::open(request.clean)?, &paths)?;
    }
    store::create_folder(request.out.path())?;
    let mut draft = Draft::open(request.clean, request.passphrase)?;
    draft.address(request.to, false)?;
    let name = draft.name();
    draft.log_and_sign(kind, &paths, request.now, access)?;
    let copy = draft.files.copy_of(&name);
    draft.seal_to(&copy)?;
    draft.record(request.now, access)?;
    store::list_output_folder(request.clean, &request.out.path().join(&name));
    let paths = give_out(&copy, &name, request.piece_bytes, &[], request.out)?;
    Ok(draft.output(paths))
}

/// Writes a parcel that was sealed before, or some of its pieces, once more.
///
/// # Errors
/// `parcel-unknown`; `parcel-copy-gone` if its receipts came and the copy was removed.
pub fn resend_parcel(
    clean: &Path,
    name: &str,
    piece_bytes: Option<u64>,
    only: &[usize],
    out: &OutputPath,
) -> Result<Vec<PathBuf>> {
    let traffic = Traffic::read(clean)?;
    let dispatch = traffic.dispatches.iter().find(|(dispatch, _)| dispatch.name == name);
    let unknown = || Error::new(ErrorCode::ParcelUnknown).with("name", name);
    let name = &dispatch.filter(|_| parcel::is_parcel_name(name)).ok_or_else(unknown)?.0.name;
    let copy = OfficeFiles::new(clean).copy_of(name);
    if !copy.is_file() {
        return Err(Error::new(ErrorCode::ParcelCopyGone).with("name", name));
    }
    store::create_folder(out.path())?;
    store::list_output_folder(clean, &out.path().join(name));
    give_out(&copy, name, piece_bytes, only, out)
}

/// Copies a sealed parcel, or its pieces, into a folder.
fn give_out(
    copy: &Path,
    name: &str,
    piece_bytes: Option<u64>,
    only: &[usize],
    out: &OutputPath,
) -> Result<Vec<PathBuf>> {
    if let Some(size) = piece_bytes {
        return parcel::split(copy, name, size, only, out);
    }
    let path = out.path().join(format!("{name}.bato"));
    let mut file = store::temporary_in(out.path())?;
    let mut source = std::fs::File::open(copy).map_err(|e| Error::io(copy, &e))?;
    std::io::copy(&mut source, &mut file).map_err(|e| Error::io(&path, &e))?;
    file.as_file().sync_all().map_err(|e| Error::io(&path, &e))?;
    store::persist(file, &out.with_path(path.clone()))?;
    Ok(vec![path])
}

/// The paths of a register that is backed up, and its commune.
#[derive(Debug, Clone, Copy)]
pub struct BackupParcel<'a> {
    /// The folders and the settings.
    pub paths: &'a RegisterPaths,
    /// The commune's name.
    pub commune: &'a str,
    /// Code or name of the office or the safe.
    pub to: &'a str,
    /// The passphrase of the office's key.
    pub passphrase: &'a str,
    /// The moment, RFC 3339.
    pub now: &'a str,
}

/// Backs a register up into a parcel for an office or a safe. `out` returns the path for the name of the parcel. No
/// copy stays in the register.
///
/// # Errors
/// Those of [`super::back_up`] and [`seal_parcel`].
pub fn back_up_sealed(
    request: &BackupParcel<'_>,
    out: &dyn Fn(&str) -> Result<OutputPath>,
    access: &Access,
) -> Result<ParcelOutput> {
    let clean = request.paths.clean.as_path();
    let generation = super::current(clean)?.number;
    let mut draft = Draft::open(clean, request.passphrase)?;
    draft.address(&[request.to.to_owned()], true)?;
    let name = draft.name();
    let out = out(&name)?;
    let plain = PlainFolder::new(draft.files.folder())?;
    let path = plain.path().join(format!("bato-{generation:06}.zip"));
    let written = super::back_up(request.paths, request.commune, &OutputPath::own(&path), request.now, access)?;
    draft.log_and_sign(ParcelKind::Backup, &[path], request.now, access)?;
    store::list_output_folder(clean, out.path());
    let file = draft.seal_beside(out.path())?;
    draft.record(request.now, access)?;
    store::persist(file, &out)?;
    let output = draft.output(vec![out.path().to_owned()]);
    Ok(ParcelOutput { n_files: written.files.len() as u64, n_bytes: written.n_bytes(), ..output })
}

/// A folder for files that are not sealed or not verified yet, below the folder of parcels. It goes when it is dropped;
/// if the program is killed, with the next command.
pub(super) struct PlainFolder {
    // Dropped first: Windows removes no folder with an open file.
    _lock: std::fs::File,
    folder: tempfile::TempDir,
}

impl PlainFolder {
    pub(super) fn new(parent: &Path) -> Result<Self> {
        store::create_private_folder(parent)?;
        let fault = |e: std::io::Error| Error::io(parent, &e);
        let folder = tempfile::Builder::new().prefix(".bato-").tempdir_in(parent).map_err(fault)?;
        let mut lock = std::fs::File::create(folder.path().join("lock")).map_err(fault)?;
        let _ = lock.try_lock();
        // A lock file with a byte is known to be locked, or left by a program that was killed.
        std::io::Write::write_all(&mut lock, b"\n").map_err(fault)?;
        std::fs::create_dir(folder.path().join("files")).map_err(fault)?;
        Ok(Self { _lock: lock, folder })
    }

    /// The folder for the files.
    pub(super) fn path(&self) -> PathBuf {
        self.folder.path().join("files")
    }
}

/// A parcel in the making. The journal is locked meanwhile: no other command takes the same number.
struct Draft {
    journal: Journal,
    traffic: Traffic,
    store: Store,
    files: OfficeFiles,
    card: OfficeCard,
    pc: String,
    key: OfficeKey,
    recipients: Vec<OfficeCard>,
    addressees: Vec<Addressee>,
    paths: Vec<PathBuf>,
    signed: Option<SignedManifest>,
}

impl Draft {
    fn open(clean: &Path, passphrase: &str) -> Result<Self> {
        let files = OfficeFiles::new(clean);
        let (own, key) = files.unlock(passphrase)?;
        let journal = Journal::open(clean)?;
        let traffic = Traffic::of(journal.lines());
        Ok(Self {
            journal,
            traffic,
            store: Store::open(clean)?,
            files,
            card: own.card,
            pc: own.pc,
            key,
            recipients: Vec::new(),
            addressees: Vec::new(),
            paths: Vec::new(),
            signed: None,
        })
    }

    /// Finds the cards of the recipients and gives the parcel its numbers. `may_be_safe`: a safe may be named.
    fn address(&mut self, to: &[String], may_be_safe: bool) -> Result<()> {
        for name in to {
            let card = self.traffic.by_name(name).ok_or_else(|| unknown(name, &self.traffic))?;
            if card.kind == CardKind::Safe && !may_be_safe {
                return Err(Error::new(ErrorCode::OfficeSafe).with("office", &card.name));
            }
            if self.recipients.contains(card) {
                continue;
            }
            let (number, previous) = self.traffic.next_number(&self.pc, &card.code);
            self.addressees.push(Addressee { office: card.id(), code: card.code.clone(), number, previous });
            self.recipients.push(card.clone());
        }
        if self.traffic.safes().next().is_none() {
            return Err(Error::new(ErrorCode::ParcelNoSafe));
        }
        Ok(())
    }

    fn name(&self) -> String {
        let first = self.addressees.first();
        let (code, number) = first.map_or(("", 0), |to| (to.code.as_str(), to.number));
        format!("{}-{code}-{number:06}", parcel::series_name(&self.card.code, &self.pc))
    }

    /// Writes the line of the log, describes the files and signs the manifest, which names that line.
    fn log_and_sign(&mut self, kind: ParcelKind, paths: &[PathBuf], now: &str, access: &Access) -> Result<()> {
        let entries = described(paths)?;
        let n = entries.len() as u64;
        access.log(&self.store, "parcel", &format!("seal {}", self.name()), n)?;
        let mut manifest = ParcelManifest::new(kind, now, &self.pc, self.store.look_ups()?.head, &self.card)?;
        manifest.recipients.clone_from(&self.addressees);
        manifest.safes = self.traffic.safes().map(OfficeCard::id).collect();
        manifest.files = entries;
        self.paths = paths.to_vec();
        self.signed = Some(manifest.sign(&self.key)?);
        Ok(())
    }

    /// Those that can open the parcel: its recipients and the safes.
    fn readers(&self) -> Vec<&OfficeCard> {
        let safes = self.traffic.safes().filter(|safe| !self.recipients.contains(safe));
        self.recipients.iter().chain(safes).collect()
    }

    fn seal_beside(&self, path: &Path) -> Result<tempfile::NamedTempFile> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = store::temporary_in(folder)?;
        let signed = self.signed.as_ref().ok_or_else(|| Error::new(ErrorCode::ParcelEmpty))?;
        parcel::seal(file.as_file(), path, signed, &self.readers(), &self.paths)?;
        Ok(file)
    }

    fn seal_to(&self, path: &Path) -> Result<()> {
        if let Some(folder) = path.parent() {
            store::create_private_folder(folder)?;
        }
        store::persist(self.seal_beside(path)?, &OutputPath::own(path))
    }

    /// Records the parcel. From here on its number is taken.
    fn record(&mut self, now: &str, access: &Access) -> Result<()> {
        let Some(signed) = &self.signed else { return Ok(()) };
        let dispatch = Dispatch {
            parcel: signed.id.clone(),
            name: signed.manifest.name(),
            kind: signed.manifest.kind,
            pc: self.pc.clone(),
            to: self.addressees.clone(),
            files: signed.manifest.files.len() as u64,
            bytes: signed.manifest.n_bytes(),
        };
        self.journal.append(now, access.who(), JournalEntry::Dispatch(dispatch))
    }

    fn output(&self, paths: Vec<PathBuf>) -> ParcelOutput {
        let manifest = self.signed.as_ref().map(|signed| &signed.manifest);
        ParcelOutput {
            name: self.name(),
            paths,
            n_files: manifest.map_or(0, |manifest| manifest.files.len() as u64),
            n_bytes: manifest.map_or(0, ParcelManifest::n_bytes),
            readers: self.readers().into_iter().map(|card| card.name.clone()).collect(),
        }
    }
}

/// Returns the files to seal: those named, or those of a folder. A folder in a folder is refused.
fn listed_files(named: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let entries = std::fs::read_dir(path).map_err(|e| Error::io(path, &e))?;
        let mut of_folder = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|e| Error::io(path, &e))?.path();
            if entry.is_dir() {
                return Err(Error::new(ErrorCode::IsFolder).at(&entry));
            }
            // The manifest of a signed release: the parcel has its own.
            let is_manifest = [parcel::MANIFEST, parcel::SIGNATURE].iter().any(|own| entry.ends_with(own));
            if !is_manifest {
                of_folder.push(entry);
            }
        }
        of_folder.sort();
        files.extend(of_folder);
    }
    if files.is_empty() { Err(Error::new(ErrorCode::ParcelEmpty)) } else { Ok(files) }
}

/// Reads the files and returns their entries in a manifest. Names are checked before a file is read.
fn described(paths: &[PathBuf]) -> Result<Vec<ParcelFile>> {
    use unicode_normalization::UnicodeNormalization;
    let name = |path: &PathBuf| -> Result<String> {
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.ok_or_else(|| Error::new(ErrorCode::ParcelName).with("file", path.display()))?;
        // macOS decomposes accents in the names that it gives.
        Ok(name.nfc().collect())
    };
    let names = paths.iter().map(name).collect::<Result<Vec<_>>>()?;
    parcel::check_names(names.iter().map(String::as_str))?;
    paths.iter().zip(&names).map(|(path, name)| parcel::describe(path, name)).collect()
}

/// Returns what files are by their place: a folder of the raw folder, a release, a backup. All must be of one kind.
fn kind_of(paths: &[PathBuf], raw: &Path) -> Option<ParcelKind> {
    let raw = raw.canonicalize().unwrap_or_else(|_| raw.to_owned());
    if paths.iter().any(|path| path.file_name().is_some_and(|name| name == "release.json")) {
        return Some(ParcelKind::Release);
    }
    let is_result =
        |path: &PathBuf| path.file_name().and_then(|name| name.to_str()).is_some_and(super::course::is_result_name);
    if !paths.is_empty() && paths.iter().all(is_result) {
        return Some(ParcelKind::Course);
    }
    let kind = |path: &PathBuf| {
        let path = path.canonicalize().ok()?;
        let in_raw = path.strip_prefix(&raw).ok().and_then(|below| below.iter().next()?.to_str());
        match in_raw {
            Some(folder) => ParcelKind::from_code(folder),
            None => backup::contents_and_settings(&path).is_ok().then_some(ParcelKind::Backup),
        }
    };
    let mut kinds = paths.iter().map(kind);
    let first = kinds.next()??;
    kinds.all(|kind| kind == Some(first)).then_some(first)
}

/// A receipt that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptOutcome {
    /// Name of the parcel.
    pub name: String,
    /// Name of the office that received it.
    pub office: String,
    /// Whether the receipt was there already.
    pub is_known: bool,
    /// Whether another receipt of the office names another line of its log under the same number: lines were removed.
    pub is_log_cut: bool,
}

/// Takes the text of a receipt: it closes the line of its parcel. The copy of the parcel goes once all receipts came.
///
/// # Errors
/// `receipt-not`, `office-unknown`, `receipt-signature`; `receipt-unknown` if no such parcel was sent; `receipt-other`
/// if another parcel was sent under its number.
pub fn enter_receipt(clean: &Path, text: &str, who: &str, now: &str) -> Result<ReceiptOutcome> {
    let receipt = Receipt::parse(text)?;
    let mut journal = Journal::open(clean)?;
    let traffic = Traffic::of(journal.lines());
    let card = traffic.by_code(&receipt.receiver).ok_or_else(|| unknown(&receipt.receiver, &traffic))?;
    receipt.verify(card)?;
    let own = OfficeFiles::new(clean).own()?;
    let is_to = |dispatch: &Dispatch| {
        let series = parcel::series_name(&own.card.code, &dispatch.pc);
        series == receipt.series
            && dispatch.to.iter().any(|to| to.code == receipt.receiver && to.number == receipt.number)
    };
    let mut of_number = traffic.dispatches.iter().map(|(dispatch, _)| dispatch).filter(|dispatch| is_to(dispatch));
    let facts = |code| {
        let error = Error::new(code).with("number", receipt.number).with("office", &card.name);
        error.with("value", &receipt.series)
    };
    let mut is_sent = false;
    let dispatch = of_number.find(|dispatch| {
        is_sent = true;
        receipt.is_for(&dispatch.parcel)
    });
    let unknown = || facts(if is_sent { ErrorCode::ReceiptOther } else { ErrorCode::ReceiptUnknown });
    let dispatch = dispatch.ok_or_else(unknown)?;
    let of_office = || traffic.acknowledgements.iter().map(|(other, _)| other).filter(|other| other.code == card.code);
    let is_known = of_office().any(|other| other.parcel == dispatch.parcel);
    let is_cut = |other: &Acknowledgement| {
        let other = Receipt::parse(&other.receipt).ok();
        other.is_some_and(|other| other.log.0 == receipt.log.0 && other.log.1 != receipt.log.1)
    };
    let is_log_cut = of_office().any(is_cut);
    if !is_known {
        let (parcel, code, receipt) = (dispatch.parcel.clone(), card.code.clone(), receipt.text());
        journal.append(now, who, JournalEntry::Acknowledgement(Acknowledgement { parcel, code, receipt }))?;
        if Traffic::of(journal.lines()).is_closed(dispatch) {
            let _ = std::fs::remove_file(OfficeFiles::new(clean).copy_of(&dispatch.name));
        }
    }
    Ok(ReceiptOutcome { name: dispatch.name.clone(), office: card.name.clone(), is_known, is_log_cut })
}

/// Returns the receipts of the parcels that arrived, with their names: those named, else all.
///
/// # Errors
/// `parcel-unknown`; `journal-damaged`.
pub fn receipts(clean: &Path, names: &[String]) -> Result<Vec<(String, Receipt)>> {
    let traffic = Traffic::read(clean)?;
    let unknown = |name: &&String| !traffic.arrivals.iter().any(|(arrival, _)| arrival.name == **name);
    if let Some(name) = names.iter().find(unknown) {
        return Err(Error::new(ErrorCode::ParcelUnknown).with("name", name));
    }
    let wanted = traffic.arrivals.iter().filter(|(arrival, _)| names.is_empty() || names.contains(&arrival.name));
    wanted.map(|(arrival, _)| Ok((arrival.name.clone(), Receipt::parse(&arrival.receipt)?))).collect()
}

/// Signs a release in its folder: its files with their hashes, and the last line of the log of look-ups. The manifest
/// and its signature are added to the folder.
///
/// # Errors
/// `office-none`, `passphrase-wrong`, `not-a-release`; those of the file system.
pub fn sign_release(clean: &Path, folder: &Path, passphrase: &str, now: &str) -> Result<()> {
    let (own, key) = OfficeFiles::new(clean).unlock(passphrase)?;
    let paths = listed_files(&[folder.to_owned()])?;
    if !folder.join(super::release_files::LABEL).is_file() {
        return Err(Error::new(ErrorCode::NotARelease).at(folder));
    }
    let log: LogHead = Store::open(clean)?.look_ups()?.head;
    let mut manifest = ParcelManifest::new(ParcelKind::Release, now, &own.pc, log, &own.card)?;
    manifest.files = described(&paths)?;
    manifest.sign(&key)?.write_into(folder)
}

/// Whether the log of look-ups holds a line as a receipt or a list of offices shows it: `123.Ab3…`.
///
/// # Errors
/// `receipt-not` if the text is no such line; those of the file system.
pub fn log_holds(clean: &Path, line: &str) -> Result<bool> {
    let wrong = || Error::new(ErrorCode::ReceiptNot);
    let n: u64 = line.split_once('.').and_then(|(n, _)| n.parse().ok()).ok_or_else(wrong)?;
    let head = Store::open(clean)?.look_up_head_at(n)?;
    Ok(head.is_some_and(|head| parcel::short_log(&head).is_ok_and(|own| own == line.trim())))
}

/// Checks the journal of parcels: its chain, its last line, and the signed manifest of everything that arrived. `None`
/// if there is no journal.
///
/// # Errors
/// Those of the file system; damage is a failed check.
pub fn check_parcels(clean: &Path) -> Result<Option<VerifyCheck>> {
    let files = OfficeFiles::new(clean);
    let failed = |n: u64, first: String| VerifyCheck {
        id: "parcels",
        ok: false,
        facts: vec![("n", n.to_string()), ("first", first)],
    };
    let lines = match Journal::lines_of(clean) {
        Ok(lines) if lines.is_empty() && !clean.join(JOURNAL_HEAD).is_file() => return Ok(None),
        Ok(lines) => lines,
        Err(fault) if fault.code == ErrorCode::JournalDamaged => {
            let line = fault.args.into_iter().find(|(name, _)| *name == "line").map(|(_, line)| line);
            return Ok(Some(failed(1, line.unwrap_or_default())));
        }
        Err(fault) => return Err(fault),
    };
    let traffic = Traffic::of(&lines);
    let lost: Vec<&str> = traffic
        .arrivals
        .iter()
        .filter(|(arrival, _)| files.manifest(&arrival.parcel).is_none())
        .map(|(arrival, _)| arrival.name.as_str())
        .collect();
    if let Some(first) = lost.first() {
        return Ok(Some(failed(lost.len() as u64, (*first).to_owned())));
    }
    Ok(Some(VerifyCheck { id: "parcels", ok: true, facts: vec![("n", lines.len().to_string())] }))
}
