//! Puts the evidence for and against a pair into words: the same in the workbook, on the terminal and in the page.

use crate::messages::{Messages, say};

use super::pair::{ComparisonWeight, RowPair};

/// The smallest weight, in bits, for or against, that is shown in words.
pub(crate) const STRENGTH_SHOWN_FROM: f64 = 0.5;

/// The evidence for and against two rows being one person, strongest first.
#[derive(Default)]
pub(super) struct Evidence {
    pub(super) speaks_for: Vec<String>,
    pub(super) against: Vec<String>,
}

pub(super) fn evidence(pair: &RowPair, messages: &Messages) -> Evidence {
    let mut comparisons: Vec<&ComparisonWeight> =
        pair.comparisons.iter().filter(|comparison| comparison.weight.abs() >= STRENGTH_SHOWN_FROM).collect();
    comparisons.sort_by(|x, y| y.weight.abs().total_cmp(&x.weight.abs()).then_with(|| x.comparison.cmp(y.comparison)));
    let mut evidence = Evidence::default();
    for comparison in comparisons {
        let (what, level) = comparison.in_words(messages);
        let text = say!(messages, "evidence", what, level, strength = messages.text(strength(comparison.weight)));
        if comparison.weight > 0.0 { evidence.speaks_for.push(text) } else { evidence.against.push(text) }
    }
    evidence
}

impl ComparisonWeight {
    /// Returns the names of the comparison and of its level.
    pub(super) fn in_words(&self, messages: &Messages) -> (String, String) {
        let word = |set: &str, code: &str| messages.text(&format!("{set}-{code}"));
        (word("compared", self.comparison), word("level", &self.level))
    }
}

/// Returns in words how strong a weight is and whether it is for or against.
pub(crate) fn strength_and_side(weight: f64, messages: &Messages) -> String {
    let id = if weight < 0.0 { "show-against" } else { "show-for" };
    say!(messages, id, strength = messages.text(strength(weight)))
}

/// Returns the message for the strength of a weight in bits: eight bits are odds of one to 256.
fn strength(weight: f64) -> &'static str {
    match weight.abs() {
        bits if bits >= 8.0 => "strength-very-strong",
        bits if bits >= 4.0 => "strength-strong",
        bits if bits >= 1.5 => "strength-fair",
        _ => "strength-weak",
    }
}
