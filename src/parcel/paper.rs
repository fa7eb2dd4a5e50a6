//! Pages to print: a key as 24 words and a QR code, and receipts as QR codes. A page has no script and makes no request.

use askama::Template;
use qrcode::QrCode;
use qrcode::render::svg;

use crate::messages::Messages;

use super::card::{CardKind, OfficeCard};
use super::keys::OfficeKey;
use super::receipt::Receipt;

/// Smallest side of a QR code in pixels.
const SIDE: u32 = 220;

/// The page of a key.
#[derive(Template)]
#[template(path = "paper_key.html", config = "src/parcel/askama.toml")]
pub struct KeyPage<'p> {
    messages: &'p Messages,
    card: &'p OfficeCard,
    words: Vec<String>,
    line: String,
    qr: String,
}

impl<'p> KeyPage<'p> {
    /// Returns the page as HTML. It holds the secret.
    #[must_use]
    pub fn html(card: &'p OfficeCard, key: &OfficeKey, messages: &'p Messages) -> String {
        let line = key.line();
        let page = Self { messages, card, words: key.words(), qr: qr_code(&line), line };
        // Writing to a string does not fail.
        page.render().unwrap_or_default()
    }

    fn purpose(&self) -> String {
        self.messages.text(if self.card.kind == CardKind::Safe { "paper-safe" } else { "paper-office" })
    }
}

/// The page of receipts.
#[derive(Template)]
#[template(path = "paper_receipts.html", config = "src/parcel/askama.toml")]
pub struct ReceiptPage<'p> {
    messages: &'p Messages,
    /// Name of the parcel, text of the receipt, QR code.
    receipts: Vec<(String, String, String)>,
}

impl<'p> ReceiptPage<'p> {
    /// Returns the page as HTML.
    #[must_use]
    pub fn html(receipts: &[(String, Receipt)], messages: &'p Messages) -> String {
        let entry = |(name, receipt): &(String, Receipt)| (name.clone(), receipt.text(), qr_code(&receipt.text()));
        Self { messages, receipts: receipts.iter().map(entry).collect() }.render().unwrap_or_default()
    }
}

/// Returns a text as a QR code in SVG; "" for a text that is too long for one.
fn qr_code(text: &str) -> String {
    let code = QrCode::new(text.as_bytes());
    let svg = code.map(|code| code.render::<svg::Color<'_>>().min_dimensions(SIDE, SIDE).build()).unwrap_or_default();
    // Within a page, an SVG has no XML heading.
    svg.find("<svg").map(|start| svg[start..].to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;

    #[test]
    fn the_page_of_a_key_brings_it_back_by_its_words_and_its_line() {
        let key = OfficeKey::generate().expect("a key");
        let card = OfficeCard::of_other_program(CardKind::Safe, "Coffre <b>", "COF", &key);
        for messages in Lang::ALL.map(Messages::new) {
            let html = KeyPage::html(&card, &key, &messages);
            let words: Vec<&str> =
                html.split("<li>").skip(1).filter_map(|rest| Some(rest.split_once("</li>")?.0)).collect();
            assert_eq!(OfficeKey::from_paper(&words.join(" ")).expect("a key").line(), key.line());
            assert!(html.contains(&key.line()) && html.contains("<svg") && !html.contains("Coffre <b>"));
            assert!(html.contains(card.fingerprint()));
        }
    }
}
