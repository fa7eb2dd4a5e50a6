//! The files of parcels in the folder of the register: the office's own card and key, copies of what was sent, pieces
//! that wait, manifests of what arrived.

use std::io::Read;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::store::{self, OutputPath};

use super::card::{CardKind, MOST_CARD_BYTES, OfficeCard};
use super::journal::JOURNAL_FOLDER;
use super::keys::{MOST_KEY_BYTES, OfficeKey};
use super::manifest::{ParcelId, SignedManifest};
use super::{hex, open_regular, random};

const OFFICE: &str = "office.toml";
const KEY: &str = "key.age";

/// The folder `parcels` of a register.
#[derive(Debug, Clone)]
pub(crate) struct OfficeFiles {
    folder: PathBuf,
}

/// The office whose register this is, on this PC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnOffice {
    /// "" on the PC on which the key was made; else four letters, drawn when the key was taken over from paper. A backup
    /// does not hold it: two PCs never count in one series.
    pub(crate) pc: String,
    pub(crate) card: OfficeCard,
}

impl OfficeFiles {
    /// The files below a folder of a register. Nothing is created.
    pub(crate) fn new(clean: &Path) -> Self {
        Self { folder: clean.join(JOURNAL_FOLDER) }
    }

    /// Returns the office of this register.
    ///
    /// # Errors
    /// `office-none` if no key was made here; `office-card` if the file is damaged.
    pub(crate) fn own(&self) -> Result<OwnOffice> {
        let path = self.folder.join(OFFICE);
        if !path.exists() {
            return Err(Error::new(ErrorCode::OfficeNone));
        }
        let mut text = String::new();
        let file = open_regular(&path)?.take(MOST_CARD_BYTES);
        std::io::BufReader::new(file).read_to_string(&mut text).map_err(|e| Error::io(&path, &e))?;
        let own: OwnOffice =
            toml::from_str(&text).map_err(|e| Error::new(ErrorCode::OfficeCard).at(&path).because(e.message()))?;
        own.card.check().map(|()| own).map_err(|error| error.at(&path))
    }

    /// Writes the key under a passphrase, then the card. `is_taken_over`: the key comes from paper.
    ///
    /// # Errors
    /// `office-exists`; `key-other` if the key is not that of the card; those of the passphrase and the file system.
    pub(crate) fn set_own(
        &self,
        card: &OfficeCard,
        key: &OfficeKey,
        passphrase: &str,
        is_taken_over: bool,
    ) -> Result<()> {
        match self.own() {
            Err(none) if none.code == ErrorCode::OfficeNone => {}
            Ok(own) => return Err(Error::new(ErrorCode::OfficeExists).with("office", own.card.name)),
            Err(fault) => return Err(fault),
        }
        if card.kind != CardKind::Office || !card.is_of(key) {
            return Err(Error::new(ErrorCode::KeyOther).with("office", &card.name));
        }
        let pc = if is_taken_over { hex(&random::<2>()?) } else { String::new() };
        let text = toml::to_string(&OwnOffice { pc, card: card.clone() })
            .map_err(|e| Error::new(ErrorCode::OfficeCard).because(e))?;
        store::create_private_folder(&self.folder)?;
        let write = |name: &str, bytes: &[u8]| store::replace_file(&OutputPath::own(&self.folder.join(name)), bytes);
        let bytes = key.under_passphrase(passphrase)?;
        self.put_key_aside()?;
        write(KEY, &bytes)?;
        write(OFFICE, text.as_bytes())
    }

    /// Renames a key whose card is gone: what was sealed to it can be opened with nothing else.
    fn put_key_aside(&self) -> Result<()> {
        let key = self.folder.join(KEY);
        if !key.exists() {
            return Ok(());
        }
        let mut names = (1..).map(|n| self.folder.join(format!("key.before-{n}.age")));
        let free = names.find(|name: &std::path::PathBuf| !name.exists()).unwrap_or_else(|| key.clone());
        store::retry_while_open(|| std::fs::rename(&key, &free)).map_err(|e| Error::io(&key, &e))
    }

    /// Unlocks the key of this register's office.
    ///
    /// # Errors
    /// `office-none`, `passphrase-wrong`, `key-other`; those of the file system.
    pub(crate) fn unlock(&self, passphrase: &str) -> Result<(OwnOffice, OfficeKey)> {
        let own = self.own()?;
        let path = self.folder.join(KEY);
        let mut bytes = Vec::new();
        open_regular(&path)?.take(MOST_KEY_BYTES).read_to_end(&mut bytes).map_err(|e| Error::io(&path, &e))?;
        let key = OfficeKey::from_passphrase(&bytes, passphrase).map_err(|error| error.at(&path))?;
        if own.card.is_of(&key) {
            Ok((own, key))
        } else {
            Err(Error::new(ErrorCode::KeyOther).with("office", own.card.name))
        }
    }

    /// The folder of parcels.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The copy of a parcel that waits for its receipt.
    pub(crate) fn copy_of(&self, name: &str) -> PathBuf {
        self.folder.join("sent").join(format!("{name}.bato"))
    }

    /// The folder of pieces that wait for others.
    pub(crate) fn pieces(&self) -> PathBuf {
        self.folder.join("pieces")
    }

    /// Writes the manifest of a parcel that arrived, with its signature: what proves who sent it.
    ///
    /// # Errors
    /// Those of the file system.
    pub(crate) fn keep_manifest(&self, signed: &SignedManifest) -> Result<()> {
        let folder = self.manifest_folder(&signed.id);
        store::create_private_folder(&folder)?;
        signed.write_into(&folder)
    }

    /// Returns the manifest of a parcel that arrived, if it is there, unchanged and signed.
    pub(crate) fn manifest(&self, id: &ParcelId) -> Option<SignedManifest> {
        SignedManifest::read_from(&self.manifest_folder(id)).ok().filter(|signed| signed.id == *id)
    }

    fn manifest_folder(&self, id: &ParcelId) -> PathBuf {
        self.folder.join("manifests").join(id)
    }
}
