//! Seals parcels for other offices. Opening one is in `parcel_open.rs`.

use std::path::{Path, PathBuf};

use crate::backup::RegisterPaths;
use crate::error::{Error, ErrorCode, Result};
use crate::parcel::{
    self, Addressee, CardKind, Dispatch, Journal, JournalEntry, OfficeCard, OfficeFiles, OfficeKey, ParcelFile,
    ParcelKind, ParcelManifest, SignedManifest, Traffic,
};
use crate::store::{self, LogHead, OutputPath, Store};

use super::access::Access;
use super::office::unknown;
use super::parcel_files::{check_no_register_file, described, kind_of, listed_files, log_lines};

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
/// `parcel-names-alike`, `parcel-register-file`; of a release `not-a-release`, `release-changed`; those of the file
/// system.
pub fn seal_parcel(request: &SealRequest<'_>, access: &Access) -> Result<ParcelOutput> {
    let paths = listed_files(request.files)?;
    let kind = match request.kind {
        Some(kind) => kind,
        None => kind_of(&paths, request.raw).ok_or_else(|| Error::new(ErrorCode::ParcelKind))?,
    };
    let entries = described(&paths)?;
    if kind == ParcelKind::Release {
        super::release_files::check_release(&Store::open(request.clean)?, &paths)?;
    } else {
        check_no_register_file((request.clean, request.raw), kind, &paths, &entries)?;
    }
    store::create_folder(request.out.path())?;
    let mut draft = Draft::open(request.clean, request.passphrase)?;
    draft.address(request.to, false)?;
    let name = draft.name();
    draft.log_and_sign(kind, (paths, entries), request.now, access)?;
    let copy = draft.files.copy_of(&name);
    draft.seal_to(&copy)?;
    draft.record(request.now, access)?;
    store::list_output_folder(request.clean, &request.out.path().join(&name));
    let paths = give_out(&copy, &name, request.piece_bytes, &[], request.out)?;
    Ok(draft.output(paths))
}

/// Writes a parcel that was sealed before, or some of its pieces, once more. The log has a line of it.
///
/// # Errors
/// `parcel-unknown`; `parcel-reader-revoked` if a key that opens it was revoked since; `parcel-copy-gone` if its
/// receipts came and the copy was removed.
pub fn resend_parcel(
    clean: &Path,
    name: &str,
    piece_bytes: Option<u64>,
    only: &[usize],
    out: &OutputPath,
    access: &Access,
) -> Result<Vec<PathBuf>> {
    let traffic = Traffic::read(clean)?;
    let dispatch = traffic.dispatches.iter().find(|(dispatch, _)| dispatch.name == name);
    let unknown = || Error::new(ErrorCode::ParcelUnknown).with("name", name);
    let dispatch = &dispatch.filter(|_| parcel::is_parcel_name(name)).ok_or_else(unknown)?.0;
    check_readers(dispatch, &traffic)?;
    let name = &dispatch.name;
    let copy = OfficeFiles::new(clean).copy_of(name);
    if !copy.is_file() {
        return Err(Error::new(ErrorCode::ParcelCopyGone).with("name", name));
    }
    // The line of the first time has the names of the files and their numbers.
    access.log(&Store::open(clean)?, "parcel", &format!("again {name} {}", dispatch.kind.code()), dispatch.files)?;
    store::create_folder(out.path())?;
    store::list_output_folder(clean, &out.path().join(name));
    give_out(&copy, name, piece_bytes, only, out)
}

/// Checks that no office or safe that can open a parcel was revoked since it was sealed.
fn check_readers(dispatch: &Dispatch, traffic: &Traffic) -> Result<()> {
    let mut readers = dispatch.to.iter().map(|to| &to.office).chain(&dispatch.safes);
    let Some((id, (at, reason))) = readers.find_map(|id| traffic.revocations.get_key_value(id)) else { return Ok(()) };
    let card = traffic.cards.iter().find(|card| card.id() == *id);
    let office = card.map(|card| card.name.clone()).unwrap_or_default();
    let error = Error::new(ErrorCode::ParcelReaderRevoked).with("name", &dispatch.name).with("office", office);
    Err(error.with("at", at).with("reason", reason))
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
    // The file is in the clear only until it is sealed: the log names the parcel and who can open it.
    let asked = format!("{name} {}", request.to);
    let own = OutputPath::own(&path);
    let written = super::backup::back_up_as(request.paths, request.commune, (&own, &asked), request.now, access)?;
    let entries = described(std::slice::from_ref(&path))?;
    draft.log_and_sign(ParcelKind::Backup, (vec![path], entries), request.now, access)?;
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

    /// Writes the lines of the log and signs the manifest, which names the last of them.
    fn log_and_sign(
        &mut self,
        kind: ParcelKind,
        (paths, entries): (Vec<PathBuf>, Vec<ParcelFile>),
        now: &str,
        access: &Access,
    ) -> Result<()> {
        for (line, n_files) in log_lines(&self.name(), kind, &self.readers(), &entries) {
            access.log(&self.store, "parcel", &line, n_files)?;
        }
        let mut manifest = ParcelManifest::new(kind, now, &self.pc, self.store.look_ups()?.head, &self.card)?;
        manifest.recipients.clone_from(&self.addressees);
        manifest.safes = self.traffic.safes().map(OfficeCard::id).collect();
        manifest.files = entries;
        self.paths = paths;
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
            contents: signed.manifest.files.clone(),
            safes: signed.manifest.safes.clone(),
            lookups: signed.manifest.lookups.clone(),
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
