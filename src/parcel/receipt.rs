//! A receipt: one line of text that fits an SMS or a QR code and is signed by the office that received a parcel.
//!
//! `BATO1 KIMB BRUX 17 <parcel> <log> <signature>`: sender, receiver, number, the first 96 bits of the parcel's
//! identifier, the receiver's last line of its log of look-ups (its number and 72 bits of its hash), and 64 bytes of
//! Ed25519 over all before.

use crate::error::{Error, ErrorCode, Result};
use crate::store::LogHead;

use super::card::{OfficeCard, is_code};
use super::keys::OfficeKey;
use super::manifest::ParcelId;

const START: &str = "BATO1";
/// Most characters of an SMS of one part.
pub const LONGEST: usize = 160;
/// Characters of base64 for the parcel: 96 bits.
const PARCEL_LETTERS: usize = 16;
/// Characters of base64 for the line of the log: 72 bits.
const LOG_LETTERS: usize = 12;

/// A receipt for a parcel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The series of the parcel: code of the sender, and of its PC.
    pub series: String,
    /// Code of the receiver, who signs.
    pub receiver: String,
    /// Number of the parcel.
    pub number: u64,
    /// The beginning of the parcel's identifier, in base64.
    pub parcel: String,
    /// Number of lines of the receiver's log of look-ups, and the beginning of the last one's hash, in base64.
    pub log: (u64, String),
    signature: String,
}

impl Receipt {
    /// Makes and signs a receipt.
    ///
    /// # Errors
    /// `receipt-not` if the parcel's identifier is no hash.
    pub(crate) fn new(
        key: &OfficeKey,
        receiver: &str,
        series: &str,
        number: u64,
        parcel: &ParcelId,
        log: &LogHead,
    ) -> Result<Self> {
        let log = (log.n, if log.n == 0 { String::new() } else { short_hash(&log.sha256, LOG_LETTERS)? });
        let mut receipt = Self {
            series: series.to_owned(),
            receiver: receiver.to_owned(),
            number,
            parcel: short_hash(parcel, PARCEL_LETTERS)?,
            log,
            signature: String::new(),
        };
        receipt.signature = encode(&key.sign_short(receipt.signed_text().as_bytes()));
        Ok(receipt)
    }

    /// The text before the signature.
    fn signed_text(&self) -> String {
        let (n, hash) = &self.log;
        let Self { series, receiver, number, parcel, .. } = self;
        format!("{START} {series} {receiver} {number} {parcel} {n}.{hash}")
    }

    /// Returns the line of text.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{} {}", self.signed_text(), self.signature)
    }

    /// Reads a receipt. The form alone is checked. Line breaks and text around it do not matter.
    ///
    /// # Errors
    /// `receipt-not` if there is none in the text.
    pub fn parse(text: &str) -> Result<Self> {
        let not = || Error::new(ErrorCode::ReceiptNot);
        let start = text.find(START).ok_or_else(not)?;
        let words: Vec<&str> = text[start..].split_whitespace().take(7).collect();
        let [START, series, receiver, number, parcel, log, signature] = words[..] else { return Err(not()) };
        let (n, hash) = log.split_once('.').ok_or_else(not)?;
        let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        let is_series = is_code(series.split('.').next().unwrap_or_default()) && series.len() <= 11;
        let n_bytes = decode(signature).ok_or_else(not)?.len();
        let is_form = is_series && is_code(receiver) && is_plain(parcel) && is_plain(hash) && n_bytes == 64;
        if !is_form || parcel.len() != PARCEL_LETTERS || ![0, LOG_LETTERS].contains(&hash.len()) {
            return Err(not());
        }
        let receipt = Self {
            series: series.to_owned(),
            receiver: receiver.to_owned(),
            number: number.parse().map_err(|_| not())?,
            parcel: parcel.to_owned(),
            log: (n.parse().map_err(|_| not())?, hash.to_owned()),
            signature: signature.to_owned(),
        };
        Ok(receipt)
    }

    /// The receiver's last line of its log of look-ups, as lists show it: `123.Ab3…`.
    pub(crate) fn log_line(&self) -> String {
        format!("{}.{}", self.log.0, self.log.1)
    }

    /// Checks the signature by the card of the receiver.
    ///
    /// # Errors
    /// `receipt-signature`.
    pub(crate) fn verify(&self, card: &OfficeCard) -> Result<()> {
        let signature = decode(&self.signature).and_then(|bytes| <[u8; 64]>::try_from(bytes).ok());
        let is_signed = signature.is_some_and(|bytes| card.is_short_signature(self.signed_text().as_bytes(), &bytes));
        if is_signed { Ok(()) } else { Err(Error::new(ErrorCode::ReceiptSignature).with("office", &card.name)) }
    }

    /// Whether it is for this parcel.
    pub(crate) fn is_for(&self, parcel: &ParcelId) -> bool {
        short_hash(parcel, PARCEL_LETTERS).as_ref() == Ok(&self.parcel)
    }
}

/// Returns a line of the log of look-ups as a receipt shows it: `123.Ab3…`.
pub(crate) fn short_log(head: &LogHead) -> Result<String> {
    let hash = if head.n == 0 { String::new() } else { short_hash(&head.sha256, LOG_LETTERS)? };
    Ok(format!("{}.{hash}", head.n))
}

/// The beginning of a hash in hexadecimal, as so many letters of base64.
fn short_hash(hash: &str, n_letters: usize) -> Result<String> {
    let byte = |at: usize| u8::from_str_radix(hash.get(at * 2..at * 2 + 2)?, 16).ok();
    let bytes: Option<Vec<u8>> = (0..n_letters * 3 / 4).map(byte).collect();
    Ok(encode(&bytes.ok_or_else(|| Error::new(ErrorCode::ReceiptNot))?))
}

fn encode(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::prelude::BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

fn decode(text: &str) -> Option<Vec<u8>> {
    use base64::Engine;
    base64::prelude::BASE64_URL_SAFE_NO_PAD.decode(text).ok()
}

#[cfg(test)]
mod tests {
    use super::super::card::CardKind;
    use super::*;

    fn receipt(key: &OfficeKey) -> Receipt {
        let log = LogHead { n: 9_999_999, sha256: "b".repeat(64) };
        Receipt::new(key, "BRUXEL", "KIMBAN.a7f2", 999_999, &"a".repeat(64), &log).expect("a receipt")
    }

    #[test]
    fn the_longest_receipt_fits_an_sms() {
        let key = OfficeKey::generate().expect("a key");
        let text = receipt(&key).text();
        assert!(text.len() <= LONGEST && text.is_ascii(), "{} characters", text.len());
        let parsed = Receipt::parse(&format!("Reçu : {text}\nMerci")).expect("a receipt");
        assert_eq!(parsed, receipt(&key));
        assert!(parsed.is_for(&"a".repeat(64)) && !parsed.is_for(&"b".repeat(64)));
    }

    #[test]
    fn no_letter_of_a_receipt_can_change() {
        let key = OfficeKey::generate().expect("a key");
        let card = OfficeCard::new(CardKind::Office, "Bruxelles", Some("BRUXEL"), &key).expect("a card");
        let text = receipt(&key).text();
        assert!(Receipt::parse(&text).and_then(|receipt| receipt.verify(&card)).is_ok());
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            let other = String::from_utf8_lossy(&bytes).into_owned();
            let is_whole = Receipt::parse(&other).and_then(|receipt| receipt.verify(&card)).is_ok();
            assert!(!is_whole, "letter {at}: {other}");
        }
        let stranger = OfficeKey::generate().expect("a key");
        let stranger = OfficeCard::new(CardKind::Office, "Bruxelles", Some("BRUXEL"), &stranger).expect("a card");
        let refused = Receipt::parse(&text).and_then(|receipt| receipt.verify(&stranger));
        assert_eq!(refused.expect_err("a stranger").code, ErrorCode::ReceiptSignature);
    }
}
