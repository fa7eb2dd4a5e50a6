//! How measured quality looks on a terminal: clusters, thresholds, reliability.

use bato::evaluate::{Bin, ClusterScores, PairScores, ThresholdScores};
use bato::messages::{Fact, Messages};

/// Precision, recall and F1 of pairs, under the words of `id`.
pub(super) fn pairs(messages: &Messages, id: &str, scores: &PairScores) -> String {
    let shown = |value: f64| Fact::from(messages.decimal(value, 4));
    let facts = [
        ("precision", shown(scores.precision)),
        ("recall", shown(scores.recall)),
        ("f1", shown(scores.f1)),
        ("truth", scores.truth.into()),
        ("found", scores.found.into()),
    ];
    messages.say(id, &facts)
}

/// The clusters on two lines.
pub(super) fn clusters(messages: &Messages, scores: &ClusterScores) -> String {
    let [precision, recall, f1] = scores.b_cubed.map(|value| Fact::from(messages.decimal(value, 4)));
    let facts = [
        ("precision", precision),
        ("recall", recall),
        ("f1", f1),
        ("found", scores.found.into()),
        ("truth", scores.truth.into()),
        ("exact", scores.exact.into()),
        ("largest", scores.largest.into()),
    ];
    messages.say("scores-clusters", &facts)
}

/// The pairs by threshold, a line each.
pub(super) fn by_threshold(messages: &Messages, scores: &[ThresholdScores]) -> String {
    let mut text = messages.text("scores-thresholds");
    for at in scores {
        let [precision, recall, f1] =
            [at.pairs.precision, at.pairs.recall, at.pairs.f1].map(|value| messages.decimal(value, 4));
        let threshold = messages.decimal(at.threshold, 3);
        text.push_str(&format!("\n  {threshold:>8}  {precision:>9}  {recall:>9}  {f1:>9}  {:>10}", at.pairs.found));
    }
    text
}

/// What probabilities say and what is true, a line a bin.
pub(super) fn reliability(messages: &Messages, bins: &[Bin]) -> String {
    let mut text = messages.text("scores-reliability");
    for bin in bins {
        let range = format!("{} – {}", messages.decimal(bin.from, 3), messages.decimal(bin.to, 3));
        let [said, is_true, low, high] =
            [bin.said, bin.is_true, bin.interval[0], bin.interval[1]].map(|value| messages.decimal(value, 3));
        text.push_str(&format!("\n  {range:>15}  {:>8}  {said:>8}  {is_true:>8}  [{low}; {high}]", bin.n));
    }
    text
}
