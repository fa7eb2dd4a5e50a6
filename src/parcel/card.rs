//! The public card of an office: its name, its code, both public keys, and a fingerprint of six words to read out by
//! telephone. A safe has a card without a key that signs: it can only open.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, ErrorCode, Result};
use crate::record::{fold, is_acted_on};

use super::hex;
use super::keys::{self, OfficeKey};

/// Version of the format of a card.
const FORMAT: u32 = 1;
/// Ending of the name of a card's file.
pub const CARD_ENDING: &str = "bato-office";
/// Most bytes of a card.
pub(crate) const MOST_CARD_BYTES: u64 = 16 * 1024;
/// Most characters of an office's name.
const LONGEST_NAME: usize = 60;
/// Fewest and most characters of a code.
const CODE_LENGTH: std::ops::RangeInclusive<usize> = 2..=6;

/// Letters of the two signatures in a signature of minisign: 74 and 64 bytes in base64.
const SIGNATURE_LETTERS: usize = 100;
const COMMENT_SIGNATURE_LETTERS: usize = 88;

/// What a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CardKind {
    /// An office that sends and receives.
    Office,
    /// A key on paper that opens every parcel, if another key is lost.
    Safe,
}

/// The public card of an office or a safe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeCard {
    format: u32,
    /// What its key is for.
    pub kind: CardKind,
    /// Name of the office, e.g. `Commune de Kimbanseke`.
    pub name: String,
    /// Its code in the names of parcels: 2 to 6 capital letters and digits.
    pub code: String,
    /// Public key of age.
    age: String,
    /// Public key of minisign; "" on the card of a safe.
    minisign: String,
    /// Six words derived from all the rest.
    fingerprint: String,
}

/// SHA-256 of a card, in hexadecimal: by it parcels and the journal name an office.
pub type OfficeId = String;

impl OfficeCard {
    /// Returns the card of a key.
    ///
    /// # Errors
    /// `office-name`, `office-letters`, `office-code`.
    pub fn new(kind: CardKind, name: &str, code: Option<&str>, key: &OfficeKey) -> Result<Self> {
        let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect();
        let code = code.map_or_else(|| code_of(&name), str::to_owned);
        let minisign = if kind == CardKind::Office { key.verifier()? } else { String::new() };
        let age = key.recipient();
        let mut card = Self { format: FORMAT, kind, name, code, age, minisign, fingerprint: String::new() };
        card.fingerprint = keys::six_words(&card.hash());
        card.check()?;
        super::check_letters(&card.name)?;
        Ok(card)
    }

    /// Returns a card whose name another program let pass.
    #[cfg(test)]
    pub(crate) fn of_other_program(kind: CardKind, name: &str, code: &str, key: &OfficeKey) -> Self {
        let mut card = Self::new(kind, "Office", Some(code), key).expect("a card");
        card.name = name.to_owned();
        card.fingerprint = keys::six_words(&card.hash());
        card
    }

    /// Reads a card. Its fingerprint must be that of its content.
    ///
    /// # Errors
    /// `office-card` if it is none or damaged.
    pub fn parse(text: &str) -> Result<Self> {
        let card: Self = toml::from_str(text).map_err(|e| Error::new(ErrorCode::OfficeCard).because(e.message()))?;
        card.check()?;
        Ok(card)
    }

    /// Checks that every field has its form and that the fingerprint is that of the card.
    pub(crate) fn check(&self) -> Result<()> {
        let n = self.name.chars().count();
        let is_plain = self.name == self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        if n == 0 || n > LONGEST_NAME || !is_plain || self.name.contains(is_acted_on) {
            return Err(Error::new(ErrorCode::OfficeName).with("high", LONGEST_NAME));
        }
        if !is_code(&self.code) {
            return Err(Error::new(ErrorCode::OfficeCode).with("value", &self.code));
        }
        let damaged = || Error::new(ErrorCode::OfficeCard);
        let recipient = self.recipient()?;
        match self.kind {
            CardKind::Office => keys::read_verifier(&self.minisign).map(drop)?,
            CardKind::Safe if self.minisign.is_empty() => {}
            CardKind::Safe => return Err(damaged()),
        }
        let is_right = self.format == FORMAT
            && recipient.to_string() == self.age
            && self.fingerprint == keys::six_words(&self.hash());
        if is_right { Ok(()) } else { Err(damaged()) }
    }

    /// Returns the card's file.
    #[must_use]
    pub fn text(&self) -> String {
        // Text fields always become TOML.
        toml::to_string(self).unwrap_or_default()
    }

    fn hash(&self) -> [u8; 32] {
        let kind = if self.kind == CardKind::Office { "office" } else { "safe" };
        let lines = ["bato-office 1", kind, &self.code, &self.name, &self.age, &self.minisign];
        Sha256::digest(lines.join("\n")).into()
    }

    /// Returns the identifier.
    #[must_use]
    pub fn id(&self) -> OfficeId {
        hex(&self.hash())
    }

    /// Returns the six words to read out by telephone.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// Returns the name of the card's file.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}.{CARD_ENDING}", self.code)
    }

    /// The public key for age.
    pub(crate) fn recipient(&self) -> Result<age::x25519::Recipient> {
        self.age.parse().map_err(|_| Error::new(ErrorCode::OfficeCard))
    }

    /// Whether a key is the one of this card.
    pub(crate) fn is_of(&self, key: &OfficeKey) -> bool {
        key.recipient() == self.age && (self.kind == CardKind::Safe || key.verifier().as_ref() == Ok(&self.minisign))
    }

    /// Checks a signature of minisign with its trusted comment.
    ///
    /// # Errors
    /// `parcel-signature`.
    pub(crate) fn verify(&self, bytes: &[u8], signature: &str, comment: &str) -> Result<()> {
        let wrong = || Error::new(ErrorCode::ParcelSignature).with("office", &self.name);
        let (key, _) = keys::read_verifier(&self.minisign).map_err(|_| wrong())?;
        // The crate panics on a signature of the comment of less than 64 bytes.
        let lengths: Vec<usize> = signature.lines().map(str::len).collect();
        if !matches!(lengths[..], [_, SIGNATURE_LETTERS, _, COMMENT_SIGNATURE_LETTERS]) {
            return Err(wrong());
        }
        let signature = minisign::SignatureBox::from_string(signature).map_err(|_| wrong())?;
        let is_comment = signature.trusted_comment().is_ok_and(|own| own == comment);
        minisign::verify(&key, &signature, std::io::Cursor::new(bytes), true, false, false).map_err(|_| wrong())?;
        if is_comment { Ok(()) } else { Err(wrong()) }
    }

    /// Whether 64 bytes are the short signature of a text.
    pub(crate) fn is_short_signature(&self, bytes: &[u8], signature: &[u8; 64]) -> bool {
        let signature = ed25519_dalek::Signature::from_bytes(signature);
        keys::read_verifier(&self.minisign).is_ok_and(|(_, key)| key.verify_strict(bytes, &signature).is_ok())
    }
}

/// Whether a text is a code of an office.
pub(crate) fn is_code(code: &str) -> bool {
    CODE_LENGTH.contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// The code of an office that names none: the first four letters of the last word of its name.
fn code_of(name: &str) -> String {
    let word = name.split(|c: char| !c.is_alphanumeric()).rfind(|word| word.chars().count() > 1).unwrap_or_default();
    fold(word).to_uppercase().chars().filter(char::is_ascii_alphanumeric).take(4).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(name: &str) -> OfficeCard {
        OfficeCard::new(CardKind::Office, name, None, &OfficeKey::generate().expect("a key")).expect("a card")
    }

    #[test]
    fn a_card_is_read_back_and_a_changed_one_refused() {
        let card = card("Commune de Kimbanseke");
        assert_eq!((card.code.as_str(), card.fingerprint().split(' ').count()), ("KIMB", 6));
        let text = card.text();
        assert_eq!(OfficeCard::parse(&text).expect("a card"), card);
        for (from, to) in [("Kimbanseke", "Kimbanseka"), ("KIMB", "KINB"), ("\"office\"", "\"safe\""), ("= 1", "= 2")] {
            assert!(OfficeCard::parse(&text.replacen(from, to, 1)).is_err(), "{from}");
        }
        assert!(OfficeCard::parse(&format!("{text}more = 1\n")).is_err());
        assert!(OfficeCard::parse("").is_err());
    }

    #[test]
    fn codes_are_short_and_plain() {
        for code in ["", "K", "KIMBANS", "kimb", "KI/B", "..", "É1"] {
            assert!(!is_code(code), "{code}");
        }
        assert!(is_code("KIMB") && is_code("Q06") && is_code("BRUX"));
        assert_eq!(code_of("Quartier Boma"), "BOMA");
        assert_eq!(code_of("Élan-Été"), "ETE");
        assert_eq!(code_of("Q06"), "Q06");
    }

    #[test]
    fn names_that_a_screen_would_act_on_are_refused() {
        let key = OfficeKey::generate().expect("a key");
        for name in ["", "a\u{202e}b", "a\u{1b}[31m", &"x".repeat(61)] {
            let made = OfficeCard::new(CardKind::Office, name, Some("KIMB"), &key);
            assert_eq!(made.expect_err("refused").code, ErrorCode::OfficeName, "{name}");
        }
    }
}
