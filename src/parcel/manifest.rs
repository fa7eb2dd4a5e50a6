//! The manifest of a parcel with its signature, which is verified here: who sends, to whom, which number, which files.
//! The receiver trusts nothing else.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, ErrorCode, Result};
use crate::record::is_unprintable;
use crate::store::{self, LogHead, OutputPath};

use super::card::{CardKind, OfficeCard, OfficeId, is_code};
use super::hex;
use super::keys::OfficeKey;

/// Version of the format. A newer one is refused.
const FORMAT: u32 = 1;
/// Name of the manifest in a parcel.
pub const MANIFEST: &str = "manifest.toml";
/// Name of its signature.
pub const SIGNATURE: &str = "manifest.toml.minisig";
/// Most bytes of a manifest.
pub(crate) const MOST_MANIFEST_BYTES: u64 = 2 * 1024 * 1024;
/// Most bytes of its signature.
pub(crate) const MOST_SIGNATURE_BYTES: u64 = 1024;
/// Most files of a parcel.
const MOST_FILES: usize = 2_000;
/// Most bytes of the files of a parcel.
const MOST_BYTES: u64 = 64 << 30;
/// Most bytes of the name of a file.
const LONGEST_NAME: usize = 200;
/// Most offices to which a parcel is addressed, and most safes.
const MOST_OFFICES: usize = 100;
const MOST_NUMBER: u64 = 999_999;
/// The trusted comment of every signature of a manifest: a signature of another thing is not taken for one.
const COMMENT: &str = "Bato parcel 1";

/// SHA-256 of a manifest, in hexadecimal.
pub type ParcelId = String;

/// What a parcel holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ParcelKind {
    /// Census sheets.
    Census,
    /// Birth registers.
    Births,
    /// Lists of events.
    Events,
    /// Rulings of persons.
    Decisions,
    /// A release.
    Release,
    /// A backup.
    Backup,
    /// A course.
    Course,
}

impl ParcelKind {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Census, Self::Births, Self::Events, Self::Decisions, Self::Release, Self::Backup, Self::Course];

    /// Returns the code, which is the name of its folder in the raw folder, too.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Census => "census",
            Self::Births => "births",
            Self::Events => "events",
            Self::Decisions => "decisions",
            Self::Release => "release",
            Self::Backup => "backup",
            Self::Course => "course",
        }
    }

    /// Returns the kind of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// An office to which a parcel is addressed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addressee {
    /// The office.
    pub office: OfficeId,
    /// Its code.
    pub code: String,
    /// Number of the parcel among those of the sender's PC to this office.
    pub number: u64,
    /// The parcel before among these; "" in the first.
    pub previous: ParcelId,
}

/// A file in a parcel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParcelFile {
    /// Its name, without a folder.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
}

/// The manifest of a parcel or of a signed release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParcelManifest {
    pub(crate) format: u32,
    /// Version of the program that made it.
    pub program: String,
    /// What it holds.
    pub kind: ParcelKind,
    /// When it was made, RFC 3339. It orders nothing: clocks may be wrong.
    pub made_at: String,
    /// 64 random bits: two parcels are never the same, even after a restored backup gave a number again.
    pub random: String,
    /// The PC of the sender: "" for the one that made the key, else four letters.
    pub pc: String,
    /// The last line of the sender's log of look-ups.
    pub lookups: LogHead,
    /// The card of the sender.
    pub sender: OfficeCard,
    /// All offices that it is addressed to; none for a signed release.
    #[serde(default)]
    pub recipients: Vec<Addressee>,
    /// The safes that can open it, too.
    #[serde(default)]
    pub safes: Vec<OfficeId>,
    /// The files, in their order.
    pub files: Vec<ParcelFile>,
}

/// A manifest with its signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedManifest {
    /// What it says.
    pub manifest: ParcelManifest,
    /// SHA-256 of its text.
    pub id: ParcelId,
    /// Its text, as it was signed.
    pub(crate) text: String,
    /// The signature.
    pub(crate) signature: String,
}

impl ParcelManifest {
    /// Returns a manifest without files.
    pub(crate) fn new(
        kind: ParcelKind,
        made_at: &str,
        pc: &str,
        lookups: LogHead,
        sender: &OfficeCard,
    ) -> Result<Self> {
        Ok(Self {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            kind,
            made_at: made_at.to_owned(),
            random: hex(&super::random::<8>()?),
            pc: pc.to_owned(),
            lookups,
            sender: sender.clone(),
            recipients: Vec::new(),
            safes: Vec::new(),
            files: Vec::new(),
        })
    }

    /// Signs the manifest.
    ///
    /// # Errors
    /// Those of [`Self::check`]; `parcel-signature`.
    pub(crate) fn sign(self, key: &OfficeKey) -> Result<SignedManifest> {
        self.check()?;
        let text = toml::to_string(&self).map_err(|e| Error::new(ErrorCode::ParcelDamaged).because(e))?;
        let signature = key.sign(text.as_bytes(), COMMENT)?;
        Ok(SignedManifest { manifest: self, id: id_of(&text), text, signature })
    }

    /// Checks that every field has its form.
    ///
    /// # Errors
    /// `parcel-newer` for a newer format; `parcel-name` and `parcel-names-alike` with the file; `parcel-damaged` for all
    /// else.
    fn check(&self) -> Result<()> {
        if self.format > FORMAT {
            return Err(Error::new(ErrorCode::ParcelNewer).with("format", self.format));
        }
        let damaged = |what: &str| Err(Error::new(ErrorCode::ParcelDamaged).because(what));
        self.sender.check()?;
        if self.format != FORMAT || self.sender.kind != CardKind::Office {
            return damaged("sender");
        }
        let is_hex = |text: &str, length: usize| {
            text.len() == length && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        };
        let is_text = |text: &str| text.len() <= 64 && !text.contains(is_unprintable);
        let is_log = match self.lookups.n {
            0 => self.lookups.sha256.is_empty(),
            _ => is_hex(&self.lookups.sha256, 64),
        };
        let is_pc = self.pc.is_empty() || is_hex(&self.pc, 4);
        if !is_text(&self.program) || !is_text(&self.made_at) || !is_hex(&self.random, 16) || !is_pc || !is_log {
            return damaged("heading");
        }
        let offices: BTreeSet<&str> = self.recipients.iter().map(|to| to.office.as_str()).collect();
        let codes: BTreeSet<&str> = self.recipients.iter().map(|to| to.code.as_str()).collect();
        let n = self.recipients.len();
        let is_addressee = |to: &Addressee| {
            let is_first_or_after = to.previous.is_empty() || is_hex(&to.previous, 64);
            is_hex(&to.office, 64) && is_code(&to.code) && (1..=MOST_NUMBER).contains(&to.number) && is_first_or_after
        };
        if n > MOST_OFFICES || offices.len() != n || codes.len() != n || !self.recipients.iter().all(is_addressee) {
            return damaged("recipients");
        }
        if self.safes.len() > MOST_OFFICES || !self.safes.iter().all(|safe| is_hex(safe, 64)) {
            return damaged("safes");
        }
        check_names(self.files.iter().map(|file| file.name.as_str()))?;
        let sum = self.files.iter().try_fold(0_u64, |sum, file| sum.checked_add(file.bytes));
        let is_sound = self.files.iter().all(|file| is_hex(&file.sha256, 64));
        if self.files.is_empty() || self.files.len() > MOST_FILES || !is_sound || sum.is_none_or(|sum| sum > MOST_BYTES)
        {
            return damaged("files");
        }
        Ok(())
    }

    /// Size of all files in bytes.
    #[must_use]
    pub fn n_bytes(&self) -> u64 {
        self.files.iter().fold(0, |sum, file| sum.saturating_add(file.bytes))
    }

    /// Returns the name of the parcel without an ending: `KIMB-BRUX-000017`, after its first recipient.
    #[must_use]
    pub fn name(&self) -> String {
        let to = self.recipients.first();
        let (code, number) = to.map_or(("", 0), |to| (to.code.as_str(), to.number));
        format!("{}-{code}-{number:06}", series_name(&self.sender.code, &self.pc))
    }
}

/// The name of the parcels of one PC of an office: `KIMB`, or `KIMB.a7f2` for a PC that took the key over.
pub(crate) fn series_name(code: &str, pc: &str) -> String {
    if pc.is_empty() { code.to_owned() } else { format!("{code}.{pc}") }
}

impl SignedManifest {
    /// Reads a manifest and checks its form and its signature by the key of the sender's card. Whether that card is one
    /// to trust, the caller decides.
    ///
    /// # Errors
    /// `parcel-damaged`, `parcel-newer`, `parcel-name`, `parcel-names-alike`, `parcel-signature`.
    pub fn read(text: &[u8], signature: &[u8]) -> Result<Self> {
        let damaged = || Error::new(ErrorCode::ParcelDamaged).because(MANIFEST);
        let text = str::from_utf8(text).map_err(|_| damaged())?;
        let signature = str::from_utf8(signature).map_err(|_| damaged())?;
        let manifest: ParcelManifest = toml::from_str(text).map_err(|_| match format_of(text) {
            Some(format) if format > FORMAT => Error::new(ErrorCode::ParcelNewer).with("format", format),
            _ => damaged(),
        })?;
        manifest.check()?;
        manifest.sender.verify(text.as_bytes(), signature, COMMENT)?;
        Ok(Self { manifest, id: id_of(text), text: text.to_owned(), signature: signature.to_owned() })
    }

    /// Reads the manifest and the signature in a folder, as [`Self::write_into`] wrote them.
    ///
    /// # Errors
    /// `not-found` and others of the file system; those of [`Self::read`].
    pub(crate) fn read_from(folder: &Path) -> Result<Self> {
        let read = |name: &str, most: u64| -> Result<Vec<u8>> {
            let (path, mut bytes) = (folder.join(name), Vec::new());
            super::open_regular(&path)?.take(most).read_to_end(&mut bytes).map_err(|e| Error::io(&path, &e))?;
            Ok(bytes)
        };
        let (text, signature) = (read(MANIFEST, MOST_MANIFEST_BYTES)?, read(SIGNATURE, MOST_SIGNATURE_BYTES)?);
        Self::read(&text, &signature).map_err(|error| error.at(folder))
    }

    /// Writes the manifest and its signature into a folder.
    ///
    /// # Errors
    /// Those of the file system.
    pub(crate) fn write_into(&self, folder: &Path) -> Result<()> {
        let write = |name: &str, text: &str| store::replace_file(&OutputPath::own(&folder.join(name)), text.as_bytes());
        write(MANIFEST, &self.text)?;
        write(SIGNATURE, &self.signature)
    }
}

fn id_of(text: &str) -> ParcelId {
    hex(&Sha256::digest(text.as_bytes()))
}

/// The version of the format, of a manifest that can't be read otherwise.
fn format_of(text: &str) -> Option<u32> {
    toml::from_str::<toml::Table>(text).ok()?.get("format")?.as_integer()?.try_into().ok()
}

/// Checks the names of the files of a parcel: plain names that every system can hold, no two that differ in capital
/// letters alone.
///
/// # Errors
/// `parcel-name`, `parcel-names-alike` with the name.
pub(crate) fn check_names<'n>(names: impl Iterator<Item = &'n str>) -> Result<()> {
    let mut folded = BTreeSet::new();
    for name in names {
        if !is_plain_name(name) {
            return Err(Error::new(ErrorCode::ParcelName).with("file", name));
        }
        if !folded.insert(name.to_uppercase().to_lowercase()) {
            return Err(Error::new(ErrorCode::ParcelNamesAlike).with("file", name));
        }
    }
    Ok(())
}

/// Whether a name is one that a file of a parcel may have.
fn is_plain_name(name: &str) -> bool {
    let is_own = [MANIFEST, SIGNATURE].iter().any(|own| name.eq_ignore_ascii_case(own));
    !is_own
        && name.len() <= LONGEST_NAME
        && !name.starts_with(['.', '~'])
        && !name.contains(is_unprintable)
        && name.nfc().eq(name.chars())
        && store::is_name_on_windows(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn manifest(key: &OfficeKey) -> ParcelManifest {
        let sender = OfficeCard::new(CardKind::Office, "Quartier Boma", None, key).expect("a card");
        let mut manifest =
            ParcelManifest::new(ParcelKind::Census, "2026-11-29T18:00:00+01:00", "", LogHead::default(), &sender)
                .expect("a manifest");
        manifest.recipients =
            vec![Addressee { office: "0".repeat(64), code: "KIMB".to_owned(), number: 17, previous: String::new() }];
        manifest.files = vec![ParcelFile { name: "Q06 Boma.csv".to_owned(), bytes: 3, sha256: "a".repeat(64) }];
        manifest
    }

    #[test]
    fn a_signed_manifest_is_read_back_and_no_byte_of_it_can_change() {
        let key = OfficeKey::generate().expect("a key");
        let signed = manifest(&key).sign(&key).expect("signed");
        assert_eq!(signed.manifest.name(), "BOMA-KIMB-000017");
        let read = |text: &[u8], signature: &[u8]| SignedManifest::read(text, signature);
        assert_eq!(read(signed.text.as_bytes(), signed.signature.as_bytes()).expect("sound"), signed);
        for at in 0..signed.text.len() {
            let mut text = signed.text.clone().into_bytes();
            text[at] ^= 1;
            assert!(read(&text, signed.signature.as_bytes()).is_err(), "byte {at}");
        }
        // Of the signature, the first line is a comment that nothing depends on.
        let start = signed.signature.find('\n').expect("lines") + 1;
        for at in start..signed.signature.len() {
            let mut signature = signed.signature.clone().into_bytes();
            signature[at] ^= 1;
            let read = read(signed.text.as_bytes(), &signature);
            let is_padding = signature[at] == b'\n' || signed.signature.as_bytes()[at] == b'\n';
            assert!(read.is_err() || is_padding, "byte {at}");
        }
        for cut in 0..signed.signature.len() - 1 {
            assert!(read(signed.text.as_bytes(), &signed.signature.as_bytes()[..cut]).is_err(), "cut {cut}");
        }
        let other = OfficeKey::generate().expect("a key");
        assert_eq!(
            manifest(&key)
                .sign(&other)
                .and_then(|signed| read(signed.text.as_bytes(), signed.signature.as_bytes()))
                .expect_err("a stranger")
                .code,
            ErrorCode::ParcelSignature
        );
    }

    #[test]
    fn a_signature_of_another_purpose_is_refused() {
        let key = OfficeKey::generate().expect("a key");
        let signed = manifest(&key).sign(&key).expect("signed");
        let signature = key.sign(signed.text.as_bytes(), "another purpose").expect("signed");
        let read = SignedManifest::read(signed.text.as_bytes(), signature.as_bytes());
        assert_eq!(read.expect_err("refused").code, ErrorCode::ParcelSignature);
    }

    #[test]
    fn a_newer_format_is_named() {
        let key = OfficeKey::generate().expect("a key");
        let signed = manifest(&key).sign(&key).expect("signed");
        let text = signed.text.replacen("format = 1", "format = 2\nmore = 1", 1);
        let read = SignedManifest::read(text.as_bytes(), signed.signature.as_bytes());
        assert_eq!(read.expect_err("newer").code, ErrorCode::ParcelNewer);
    }

    #[test]
    fn only_plain_names_are_files_of_a_parcel() {
        let code = |names: &[&str]| check_names(names.iter().copied()).map_err(|fault| fault.code).err();
        for name in [
            "",
            ".",
            "..",
            "../x",
            "/x",
            "a/b",
            "a\\b",
            "C:x",
            "nul",
            "CON.csv",
            ".bato-abcdef",
            "~$x.xlsx",
            "x ",
            "x.",
            "x\n",
            "a\u{202e}b",
            "Manifest.TOML",
            "manifest.toml.minisig",
            "e\u{301}.csv",
            &"x".repeat(201),
        ] {
            assert_eq!(code(&[name]), Some(ErrorCode::ParcelName), "{name:?}");
        }
        assert_eq!(code(&["Été 2018.csv", "Q06 Boma_2017.xlsx"]), None);
        assert_eq!(code(&["É.csv", "é.csv"]), Some(ErrorCode::ParcelNamesAlike));
        assert_eq!(code(&["a.csv", "a.csv"]), Some(ErrorCode::ParcelNamesAlike));
    }

    #[test]
    fn numbers_and_sums_out_of_range_are_refused() {
        let key = OfficeKey::generate().expect("a key");
        let refused = |change: &dyn Fn(&mut ParcelManifest)| {
            let mut manifest = manifest(&key);
            change(&mut manifest);
            manifest.check().is_err()
        };
        assert!(!refused(&|_| {}));
        assert!(refused(&|m| m.recipients[0].number = 0));
        assert!(refused(&|m| m.recipients[0].number = MOST_NUMBER + 1));
        assert!(refused(&|m| m.recipients[0].code = "../x".to_owned()));
        assert!(refused(&|m| m.recipients.push(m.recipients[0].clone())));
        assert!(refused(&|m| m.pc = "../x".to_owned()));
        assert!(refused(&|m| m.files.clear()));
        assert!(refused(&|m| {
            m.files[0].bytes = u64::MAX;
            m.files.push(ParcelFile { name: "b".to_owned(), ..m.files[0].clone() });
        }));
    }
}
