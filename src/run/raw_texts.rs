//! The rows as typed, compressed in memory until the tables are written.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Texts without line breaks, in the order in which they were added.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct RawTexts {
    blocks: Vec<TextBlock>,
    n_texts: usize,
}

/// Compresses texts one after the other.
pub(super) struct RawTextWriter {
    texts: RawTexts,
    /// The texts of the block that is not full yet, a line each.
    open: String,
    /// `None` where zstd has no memory for a compressor: texts then stay as they are.
    compressor: Option<zstd::bulk::Compressor<'static>>,
}

/// Some texts, a line each, compressed together.
#[derive(Debug, Serialize, Deserialize)]
struct TextBlock {
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
    /// Length of the text when it is decompressed, in bytes.
    n_text_bytes: usize,
}

/// Texts in a block.
const BLOCK_TEXTS: usize = 256;
/// The fastest level of zstd: it compresses within a tenth of the best.
const LEVEL: i32 = 1;

impl RawTextWriter {
    pub(super) fn new() -> Self {
        let compressor = zstd::bulk::Compressor::new(LEVEL).ok();
        Self { texts: RawTexts::default(), open: String::new(), compressor }
    }

    pub(super) fn push(&mut self, text: &str) {
        self.open.push_str(text);
        self.open.push('\n');
        self.texts.n_texts += 1;
        if self.texts.n_texts.is_multiple_of(BLOCK_TEXTS) {
            self.close_block();
        }
    }

    pub(super) fn finish(mut self) -> RawTexts {
        self.close_block();
        self.texts.blocks.shrink_to_fit();
        self.texts
    }

    fn close_block(&mut self) {
        if self.open.is_empty() {
            return;
        }
        let text = self.open.as_bytes();
        let compressed = self.compressor.as_mut().and_then(|compressor| compressor.compress(text).ok());
        let mut bytes = compressed.unwrap_or_else(|| text.to_vec());
        bytes.shrink_to_fit();
        self.texts.blocks.push(TextBlock { n_text_bytes: text.len(), bytes });
        self.open.clear();
    }
}

impl RawTexts {
    /// Returns the texts at these places, from 0.
    pub(super) fn range(&self, places: Range<usize>) -> Vec<String> {
        let (first, last) = (places.start / BLOCK_TEXTS, places.end.div_ceil(BLOCK_TEXTS));
        let blocks = self.blocks.get(first..last).into_iter().flatten();
        let texts: Vec<String> = blocks.map(TextBlock::text).collect();
        let lines = texts.iter().flat_map(|text| text.lines());
        lines.skip(places.start - first * BLOCK_TEXTS).take(places.len()).map(str::to_owned).collect()
    }
}

impl TextBlock {
    fn text(&self) -> String {
        let bytes = zstd::bulk::decompress(&self.bytes, self.n_text_bytes).unwrap_or_else(|_| self.bytes.clone());
        String::from_utf8(bytes).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_range_of_texts_is_returned_as_added() {
        let text = |n: usize| format!("{{\"A\":\"{n}\",\"B\":\"Mbuyi {}\"}}", n % 7);
        let n_texts = 3 * BLOCK_TEXTS + 5;
        let mut writer = RawTextWriter::new();
        (0..n_texts).for_each(|n| writer.push(&text(n)));
        let texts = writer.finish();
        for range in [0..1, 0..n_texts, 250..260, BLOCK_TEXTS..BLOCK_TEXTS, n_texts - 1..n_texts, 700..n_texts] {
            assert_eq!(texts.range(range.clone()), range.map(text).collect::<Vec<_>>());
        }
    }
}
