//! The secret of an office: one age identity of 32 bytes. The key that signs is derived from it, so that one line on
//! paper, as 24 words or as a QR code, brings both back.
//!
//! On disk the identity stands under a passphrase, as an ordinary age file.

use std::io::{Read, Write};
use std::str::FromStr;

use age::secrecy::{ExposeSecret, SecretString};
use bech32::{Bech32, Hrp};
use bip39::{Language, Mnemonic};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, ErrorCode, Result};
use crate::record::fold;

/// The work of a passphrase: 2^15 blocks of 1 KB, 32 MB and under a second on an old PC. It is never measured on the
/// PC at hand: a key made on a fast one must open on a slow one.
const WORK_FACTOR: u8 = 15;
/// Most work that is done to open a key: a file that asks for more is none of ours.
const MOST_WORK_FACTOR: u8 = 18;
/// Fewest characters of a passphrase.
pub const SHORTEST_PASSPHRASE: usize = 10;
/// Most bytes of a file with a key.
pub(crate) const MOST_KEY_BYTES: u64 = 64 * 1024;
/// Length of an identity and of a seed, in bytes.
const N_BYTES: usize = 32;
/// Number of words of a key on paper.
pub const N_WORDS: usize = 24;
const SIGNING_LABEL: &[u8] = b"bato signing key 1\0";
const KEY_PREFIX: &str = "AGE-SECRET-KEY-";

/// The secret of an office or of a safe.
#[derive(Clone)]
pub struct OfficeKey {
    identity: age::x25519::Identity,
    bytes: [u8; N_BYTES],
}

impl std::fmt::Debug for OfficeKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OfficeKey")
    }
}

impl OfficeKey {
    /// Makes a new key from the random numbers of the system.
    ///
    /// # Errors
    /// `key-words` never happens: the identity that age makes has the form that it reads.
    pub fn generate() -> Result<Self> {
        Self::from_line(age::x25519::Identity::generate().to_string().expose_secret())
    }

    /// Reads a key as it stands on paper: 24 words, with or without accents, or the line `AGE-SECRET-KEY-1…`. Other
    /// lines that begin with `#` are comments.
    ///
    /// # Errors
    /// `key-words` if a word is unknown, missing or wrong.
    pub fn from_paper(text: &str) -> Result<Self> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let text = lines.collect::<Vec<_>>().join(" ");
        if let Some(start) = text.to_uppercase().find(KEY_PREFIX) {
            let line = text.get(start..).unwrap_or_default().split_whitespace().next().unwrap_or_default();
            return Self::from_line(&line.to_uppercase());
        }
        let wrong = || Error::new(ErrorCode::KeyWords);
        let words: Vec<&str> = text.split_whitespace().map(listed_word).collect::<Option<_>>().ok_or_else(wrong)?;
        let mnemonic = Mnemonic::parse_in_normalized(Language::French, &words.join(" ")).map_err(|_| wrong())?;
        let bytes: [u8; N_BYTES] = mnemonic.to_entropy().try_into().map_err(|_| wrong())?;
        let prefix = Hrp::parse(KEY_PREFIX).map_err(|_| wrong())?;
        let line = bech32::encode::<Bech32>(prefix, &bytes).map_err(|_| wrong())?;
        Self::from_line(&line.to_uppercase())
    }

    fn from_line(line: &str) -> Result<Self> {
        let wrong = || Error::new(ErrorCode::KeyWords);
        let identity = age::x25519::Identity::from_str(line).map_err(|_| wrong())?;
        let (_, bytes) = bech32::decode(line).map_err(|_| wrong())?;
        let bytes = bytes.try_into().map_err(|_| wrong())?;
        Ok(Self { identity, bytes })
    }

    /// Returns the key as 24 French words, with their accents.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        // 32 bytes are always 24 words.
        let mnemonic = Mnemonic::from_entropy_in(Language::French, &self.bytes);
        mnemonic.iter().flat_map(Mnemonic::words).map(|word| word.nfc().collect()).collect()
    }

    /// Returns the key as the line that stock age reads.
    #[must_use]
    pub fn line(&self) -> String {
        self.identity.to_string().expose_secret().to_owned()
    }

    /// The identity that opens what is sealed to this key.
    pub(crate) fn identity(&self) -> &age::x25519::Identity {
        &self.identity
    }

    /// The public half for age: `age1…`.
    pub(crate) fn recipient(&self) -> String {
        self.identity.to_public().to_string()
    }

    /// The key that signs: the SHA-256 of a label and the identity is its seed.
    fn signer(&self) -> ed25519_dalek::SigningKey {
        let mut hash = Sha256::new();
        hash.update(SIGNING_LABEL);
        hash.update(self.bytes);
        ed25519_dalek::SigningKey::from_bytes(&hash.finalize().into())
    }

    /// The public half for minisign: one line of base64.
    pub(crate) fn verifier(&self) -> Result<String> {
        Ok(public_key(&self.signer().verifying_key())?.to_base64())
    }

    /// Signs bytes as minisign does; `comment` is the trusted comment.
    pub(crate) fn sign(&self, bytes: &[u8], comment: &str) -> Result<String> {
        let failed = |e: minisign::PError| Error::new(ErrorCode::ParcelSignature).because(e);
        let signer = self.signer();
        let verifier = signer.verifying_key();
        let key_number = key_number(&verifier);
        // The layout of a secret key of minisign: algorithms, no passphrase, number, key, a checksum that only a file has.
        let layout: [&[u8]; 8] =
            [b"Ed", &[0; 2], b"B2", &[0; 48], &key_number, &signer.to_bytes(), verifier.as_bytes(), &[0; 32]];
        let key = minisign::SecretKey::from_bytes(&layout.concat()).map_err(failed)?;
        let own = public_key(&verifier)?;
        let signature = minisign::sign(Some(&own), &key, bytes, Some(comment), Some("Bato")).map_err(failed)?;
        Ok(signature.to_string())
    }

    /// Signs bytes in 64 bytes, without the form of minisign, for a receipt.
    pub(crate) fn sign_short(&self, bytes: &[u8]) -> [u8; 64] {
        use ed25519_dalek::Signer;
        self.signer().sign(bytes).to_bytes()
    }

    /// Returns the age file that holds the key under a passphrase.
    ///
    /// # Errors
    /// `passphrase-short`.
    pub fn under_passphrase(&self, passphrase: &str) -> Result<Vec<u8>> {
        if passphrase.chars().count() < SHORTEST_PASSPHRASE {
            return Err(Error::new(ErrorCode::PassphraseShort).with("low", SHORTEST_PASSPHRASE));
        }
        let failed = |e: &dyn std::fmt::Display| Error::new(ErrorCode::ParcelDamaged).because(e);
        let mut recipient = age::scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
        recipient.set_work_factor(WORK_FACTOR);
        let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
            .map_err(|e| failed(&e))?;
        let mut out = encryptor.wrap_output(Vec::new()).map_err(|e| failed(&e))?;
        writeln!(out, "{}", self.line()).map_err(|e| failed(&e))?;
        out.finish().map_err(|e| failed(&e))
    }

    /// Reads the file that [`Self::under_passphrase`] made.
    ///
    /// # Errors
    /// `passphrase-wrong`; `key-words` if the file is no key.
    pub fn from_passphrase(file: &[u8], passphrase: &str) -> Result<Self> {
        let mut identity = age::scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
        identity.set_max_work_factor(MOST_WORK_FACTOR);
        let wrong = || Error::new(ErrorCode::PassphraseWrong);
        let decryptor = age::Decryptor::new(file).map_err(|_| Error::new(ErrorCode::KeyWords))?;
        let reader = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(|_| wrong())?;
        let mut text = String::new();
        reader.take(MOST_KEY_BYTES).read_to_string(&mut text).map_err(|_| wrong())?;
        Self::from_paper(&text)
    }
}

/// The public key as minisign writes it. Its number is derived from the key, so that it holds no byte of free choice.
fn public_key(key: &ed25519_dalek::VerifyingKey) -> Result<minisign::PublicKey> {
    let layout: [&[u8]; 3] = [b"Ed", &key_number(key), key.as_bytes()];
    minisign::PublicKey::from_bytes(&layout.concat()).map_err(|e| Error::new(ErrorCode::OfficeCard).because(e))
}

fn key_number(key: &ed25519_dalek::VerifyingKey) -> [u8; 8] {
    let hash: [u8; 32] = Sha256::digest(key.as_bytes()).into();
    let mut number = [0; 8];
    number.copy_from_slice(&hash[..8]);
    number
}

/// Reads a public key of minisign.
///
/// # Errors
/// `office-card` if it is none, if its number is not that of the key, or if anybody could sign for it (a weak key).
pub(crate) fn read_verifier(text: &str) -> Result<(minisign::PublicKey, ed25519_dalek::VerifyingKey)> {
    let damaged = || Error::new(ErrorCode::OfficeCard);
    let key = minisign::PublicKey::from_base64(text).map_err(|_| damaged())?;
    let bytes = key.to_bytes();
    let (algorithm, own) = (bytes.get(..2), bytes.get(10..42).and_then(|own| <[u8; 32]>::try_from(own).ok()));
    let own = own.ok_or_else(damaged)?;
    let short = ed25519_dalek::VerifyingKey::from_bytes(&own).map_err(|_| damaged())?;
    let is_sound = algorithm == Some(b"Ed") && key.keynum() == key_number(&short) && !short.is_weak();
    if is_sound { Ok((key, short)) } else { Err(damaged()) }
}

/// The word of the list that a typed word means. Accents and capitals do not matter.
fn listed_word(typed: &str) -> Option<&'static str> {
    let typed = fold(typed);
    Language::French.word_list().iter().find(|word| fold(word) == typed).copied()
}

/// Returns the first 66 bits of a hash as six French words, with their accents.
pub(crate) fn six_words(hash: &[u8; 32]) -> String {
    let list = Language::French.word_list();
    let bit = |at: usize| usize::from(hash[at / 8] >> (7 - at % 8) & 1);
    let word = |n: usize| list[(n * 11..n * 11 + 11).fold(0, |index, at| index * 2 + bit(at))];
    (0..6).map(|n| word(n).nfc().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// Whether two lists of words are the same. Accents, capitals and punctuation do not matter.
pub(crate) fn are_same_words(one: &str, other: &str) -> bool {
    let plain = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| c.is_whitespace() || ",;.-".contains(c));
        words.filter(|word| !word.is_empty()).map(fold).collect()
    };
    plain(one) == plain(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_the_line_and_the_passphrase_give_the_same_key() {
        let key = OfficeKey::generate().expect("a key");
        let words = key.words();
        assert_eq!(words.len(), N_WORDS);
        let from = |text: &str| OfficeKey::from_paper(text).map(|key| key.line());
        assert_eq!(from(&words.join(" ")), Ok(key.line()));
        assert_eq!(from(&words.join("\n").to_uppercase()), Ok(key.line()));
        assert_eq!(from(&format!("# clé\n{}\n", key.line())), Ok(key.line()));
        let file = key.under_passphrase("trois pirogues").expect("long enough");
        assert_eq!(OfficeKey::from_passphrase(&file, "trois pirogues").map(|key| key.line()), Ok(key.line()));
        let wrong = OfficeKey::from_passphrase(&file, "deux pirogues !").expect_err("wrong");
        assert_eq!(wrong.code, ErrorCode::PassphraseWrong);
        assert_eq!(key.under_passphrase("court").expect_err("short").code, ErrorCode::PassphraseShort);
    }

    #[test]
    fn a_wrong_word_is_no_other_key() {
        let key = OfficeKey::generate().expect("a key");
        let words = key.words();
        let mut n_refused = 0;
        for n in 0..N_WORDS {
            let mut typed = words.clone();
            typed[n] = if words[n] == "abaisser" { "abandon".to_owned() } else { "abaisser".to_owned() };
            n_refused += usize::from(OfficeKey::from_paper(&typed.join(" ")).is_err());
        }
        // The checksum has 8 bits: one slip of 256 passes it, and then opens nothing.
        assert!(n_refused >= N_WORDS - 3, "{n_refused}");
        assert!(OfficeKey::from_paper(&words[1..].join(" ")).is_err());
        assert!(OfficeKey::from_paper("").is_err());
    }

    #[test]
    fn words_differ_without_their_accents() {
        let list = Language::French.word_list();
        let plain: std::collections::BTreeSet<String> = list.iter().map(|word| fold(word)).collect();
        assert_eq!(plain.len(), list.len());
        assert!(are_same_words("Éligible, abaisser", "eligible ABAISSER"));
        assert!(!are_same_words("abaisser abandon", "abandon abaisser"));
    }

    #[test]
    fn minisign_and_the_short_form_verify_with_the_public_key() {
        let key = OfficeKey::generate().expect("a key");
        let (verifier, short) = read_verifier(&key.verifier().expect("a key")).expect("sound");
        let text = key.sign(b"manifest", "bato").expect("signed");
        let signature = minisign::SignatureBox::from_string(&text).expect("a signature");
        let verify = |bytes: &[u8]| {
            minisign::verify(&verifier, &signature, std::io::Cursor::new(bytes), true, false, false).is_ok()
        };
        assert!(verify(b"manifest") && !verify(b"manifest2"));
        let signature = ed25519_dalek::Signature::from_bytes(&key.sign_short(b"text"));
        assert!(short.verify_strict(b"text", &signature).is_ok() && short.verify_strict(b"tex", &signature).is_err());
    }

    #[test]
    fn a_weak_key_and_a_foreign_number_are_refused() {
        let key = OfficeKey::generate().expect("a key");
        let good = minisign::PublicKey::from_base64(&key.verifier().expect("a key")).expect("a key").to_bytes();
        let line = |bytes: &[u8]| minisign::PublicKey::from_bytes(bytes).expect("a layout").to_base64();
        assert!(read_verifier(&line(&good)).is_ok());
        let mut other = good.clone();
        other[3] ^= 1;
        assert!(read_verifier(&line(&other)).is_err());
        // A point of small order: a signature of it can be made without a secret.
        let weak = ed25519_dalek::VerifyingKey::from_bytes(&[0; 32]).expect("a point");
        assert!(weak.is_weak());
        assert!(public_key(&weak).and_then(|key| read_verifier(&key.to_base64())).is_err());
    }

    #[test]
    fn the_key_that_signs_is_that_of_rfc_8032_for_its_seed() {
        // Test 1 of RFC 8032, section 7.1.
        let hex = |text: &str| -> Vec<u8> {
            (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).expect("hex")).collect()
        };
        let seed: [u8; 32] =
            hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60").try_into().expect("32 bytes");
        let public = hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assert_eq!(ed25519_dalek::SigningKey::from_bytes(&seed).verifying_key().as_bytes().to_vec(), public);
    }
}
