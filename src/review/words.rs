//! What was compared, in words: the same in the workbook, on the terminal and in the page.

use crate::messages::{Fact, Messages};

use super::{Pair, Weighed};

/// The smallest weight, for or against, that is shown in words: below it a comparison says nothing.
pub const STRENGTH_SHOWN_FROM: f64 = 0.5;

/// What speaks for and what against two rows being one person, strongest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// For.
    pub speaks_for: Vec<String>,
    /// Against.
    pub against: Vec<String>,
}

/// The evidence of a pair.
#[must_use]
pub fn evidence(pair: &Pair, messages: &Messages) -> Evidence {
    let mut weighed: Vec<&Weighed> =
        pair.weighed.iter().filter(|one| one.weight.abs() >= STRENGTH_SHOWN_FROM).collect();
    weighed.sort_by(|x, y| y.weight.abs().total_cmp(&x.weight.abs()).then_with(|| x.comparison.cmp(&y.comparison)));
    let mut evidence = Evidence::default();
    for one in weighed {
        let facts = [
            ("what", Fact::from(messages.text(&format!("compared-{}", one.comparison)))),
            ("level", messages.text(&format!("level-{}", one.level)).into()),
            ("strength", messages.text(strength(one.weight)).into()),
        ];
        let said = messages.say("evidence", &facts);
        if one.weight > 0.0 { evidence.speaks_for.push(said) } else { evidence.against.push(said) }
    }
    evidence
}

/// How strong a weight is and whether it speaks for or against, in words.
#[must_use]
pub fn strength_and_side(weight: f64, messages: &Messages) -> String {
    let id = if weight < 0.0 { "show-against" } else { "show-for" };
    messages.say(id, &[("strength", messages.text(strength(weight)).into())])
}

/// The word for how much a weight says, in bits: eight of them make odds of one to 256.
#[must_use]
pub fn strength(weight: f64) -> &'static str {
    match weight.abs() {
        bits if bits >= 8.0 => "strength-very-strong",
        bits if bits >= 4.0 => "strength-strong",
        bits if bits >= 1.5 => "strength-fair",
        _ => "strength-weak",
    }
}
