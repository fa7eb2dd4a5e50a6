//! Says the evidence for and against a pair in words: the same in the workbook, on the terminal and in the page.

use crate::messages::{Fact, Messages};

use super::pair::{ComparisonWeight, RowPair};

/// The smallest weight, in bits, for or against, that is shown in words.
pub(crate) const STRENGTH_SHOWN_FROM: f64 = 0.5;

/// The evidence for and against two rows being one person, strongest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// For.
    pub speaks_for: Vec<String>,
    /// Against.
    pub against: Vec<String>,
}

/// The evidence of a pair.
#[must_use]
pub fn evidence(pair: &RowPair, messages: &Messages) -> Evidence {
    let mut comparisons: Vec<&ComparisonWeight> =
        pair.comparisons.iter().filter(|comparison| comparison.weight.abs() >= STRENGTH_SHOWN_FROM).collect();
    comparisons.sort_by(|x, y| y.weight.abs().total_cmp(&x.weight.abs()).then_with(|| x.comparison.cmp(y.comparison)));
    let mut evidence = Evidence::default();
    for comparison in comparisons {
        let facts = [
            ("what", Fact::from(messages.text(&format!("compared-{}", comparison.comparison)))),
            ("level", messages.text(&format!("level-{}", comparison.level)).into()),
            ("strength", messages.text(strength(comparison.weight)).into()),
        ];
        let text = messages.say("evidence", &facts);
        if comparison.weight > 0.0 { evidence.speaks_for.push(text) } else { evidence.against.push(text) }
    }
    evidence
}

/// How strong a weight is and whether it speaks for or against, in words.
#[must_use]
pub(crate) fn strength_and_side(weight: f64, messages: &Messages) -> String {
    let id = if weight < 0.0 { "show-against" } else { "show-for" };
    messages.say(id, &[("strength", messages.text(strength(weight)).into())])
}

/// The message that says how strong a weight is, in bits: eight bits are odds of one to 256.
#[must_use]
pub fn strength(weight: f64) -> &'static str {
    match weight.abs() {
        bits if bits >= 8.0 => "strength-very-strong",
        bits if bits >= 4.0 => "strength-strong",
        bits if bits >= 1.5 => "strength-fair",
        _ => "strength-weak",
    }
}
