//! Rows as they were typed, packed while they wait to be written: the bulk of what a run holds, looked at once.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Texts without line breaks, by their place.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Typed {
    packs: Vec<Pack>,
    /// Not packed yet.
    open: String,
    n: usize,
}

/// So many texts, a line each.
#[derive(Debug, Serialize, Deserialize)]
struct Pack {
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
    /// What they unpack to.
    n_bytes: usize,
}

/// Texts of a pack.
const OF_PACK: usize = 256;
/// Speed counts more than the last tenth of size.
const LEVEL: i32 = 1;

impl Typed {
    /// Adds a text.
    pub(super) fn push(&mut self, text: &str) {
        self.open.push_str(text);
        self.open.push('\n');
        self.n += 1;
        if self.n.is_multiple_of(OF_PACK) {
            self.close();
        }
    }

    /// No further text comes.
    pub(super) fn finish(mut self) -> Self {
        self.close();
        self.packs.shrink_to_fit();
        self
    }

    fn close(&mut self) {
        if self.open.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.open);
        // Packing in memory does not fail; if it did, the text itself is kept.
        let bytes = zstd::bulk::compress(text.as_bytes(), LEVEL).unwrap_or_else(|_| text.as_bytes().to_vec());
        self.packs.push(Pack { n_bytes: text.len(), bytes: bytes.into_boxed_slice().into_vec() });
        self.open = String::with_capacity(text.len());
    }

    /// The texts at these places.
    pub(super) fn range(&self, places: Range<usize>) -> Vec<String> {
        let (first, last) = (places.start / OF_PACK, places.end.div_ceil(OF_PACK));
        let texts: Vec<String> = self.packs.get(first..last).into_iter().flatten().map(Pack::text).collect();
        let lines = texts.iter().flat_map(|text| text.lines());
        lines.skip(places.start - first * OF_PACK).take(places.len()).map(str::to_owned).collect()
    }
}

impl Pack {
    fn text(&self) -> String {
        let bytes = zstd::bulk::decompress(&self.bytes, self.n_bytes).unwrap_or_else(|_| self.bytes.clone());
        String::from_utf8(bytes).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_in_comes_out_from_any_place() {
        let mut typed = Typed::default();
        let texts: Vec<String> = (0..2 * OF_PACK + 7).map(|n| format!("{{\"A\":\"{n}\"}}")).collect();
        texts.iter().for_each(|text| typed.push(text));
        let typed = typed.finish();
        for range in [0..3, 0..texts.len(), OF_PACK - 1..OF_PACK + 1, 2 * OF_PACK + 6..2 * OF_PACK + 7, 5..5] {
            assert_eq!(typed.range(range.clone()), texts[range]);
        }
    }
}
