//! The text of scores against a truth: lines, then aligned tables, at most 100 columns wide.

use bato::evaluate::differences::Difference;
use bato::evaluate::errors::{ErrorKind, TruthPlace};
use bato::evaluate::pairs::{Bin, Calibration, ClusterScores, PairScores, ThresholdScores};
use bato::evaluate::register::{LinkScores, Scores};
use bato::messages::{Messages, say};

const DECIMALS: usize = 4;
/// Differences on one line, which must not exceed 100 columns.
const DIFFERENCES_A_LINE: usize = 2;
/// The text shown where there is no figure.
const NONE: &str = "–";

pub(super) fn text(messages: &Messages, scores: &Scores) -> String {
    let parts = [
        lines(messages, scores),
        by_threshold(messages, &scores.links),
        reliability(messages, &scores.links.calibration),
        errors(messages, scores),
    ];
    parts.map(|lines| lines.join("\n")).join("\n\n")
}

fn lines(messages: &Messages, scores: &Scores) -> Vec<String> {
    let share = |n: u64, of: u64| {
        if of == 0 { NONE.to_owned() } else { messages.decimal(n as f64 / of as f64 * 100.0, 2) }
    };
    let line = |id: &str, n: u64, of: u64| say!(messages, id, n, total = of, share = share(n, of));
    // A score that the truth does not allow has no line.
    let known = |id: &str, n: Option<u64>, of: Option<u64>| Some(line(id, n?, of?));
    let rows = scores.good_rows + scores.bad_rows;
    let all = [
        Some(line("evaluate-no-outcome", scores.rows_without_outcome, rows)),
        known("evaluate-no-data", scores.no_data_registered, Some(rows)),
        Some(line("evaluate-good", scores.good_rows_kept, scores.good_rows)),
        Some(line("evaluate-bad", scores.bad_rows_quarantined, scores.bad_rows)),
        Some(line("evaluate-bad-rule", scores.bad_rows_by_the_right_rule, scores.bad_rows)),
        Some(pairs(messages, "evaluate-census", &scores.census_pairs)),
        scores.act_pairs.map(|scores| pairs(messages, "evaluate-acts", &scores)),
        scores.act_census_pairs.map(|scores| pairs(messages, "evaluate-act-census", &scores)),
        known("evaluate-twins", scores.twins_merged, scores.twins),
        Some(line("evaluate-persons", scores.persons_found, scores.persons_true)),
        known("evaluate-timeliness", scores.acts_classed_otherwise, scores.acts),
        Some(String::new()),
        Some(clusters(messages, "evaluate-clusters-census", &scores.census_clusters)),
        scores.act_pairs.map(|_| clusters(messages, "evaluate-clusters-all", &scores.clusters)),
    ];
    all.into_iter().flatten().collect()
}

fn score(messages: &Messages, value: f64) -> String {
    messages.decimal(value, DECIMALS)
}

pub(super) fn pairs(messages: &Messages, id: &str, scores: &PairScores) -> String {
    let [precision, recall, f1] = [scores.precision, scores.recall, scores.f1].map(|value| score(messages, value));
    say!(messages, id, precision, recall, f1, truth = scores.truth, found = scores.found)
}

pub(super) fn clusters(messages: &Messages, id: &str, scores: &ClusterScores) -> String {
    let whole = &scores.clusters;
    let several = &scores.clusters_of_several;
    let three = |id, scores: [f64; 3]| {
        let [precision, recall, f1] = scores.map(|value| score(messages, value));
        say!(messages, id, precision, recall, f1)
    };
    let (truth, found, right) = (whole.truth, whole.found, whole.both);
    [
        say!(messages, id, truth, found, right, share = messages.decimal(whole.recall * 100.0, 2)),
        three("evaluate-clusters-rows", [scores.b_cubed.precision, scores.b_cubed.recall, scores.b_cubed.f1]),
        three("evaluate-clusters-several", [several.precision, several.recall, several.f1]),
        say!(messages, "evaluate-clusters-largest", n = scores.largest_found, total = scores.largest_true),
    ]
    .join("\n")
}

pub(super) fn by_threshold(messages: &Messages, links: &LinkScores) -> Vec<String> {
    let mut rows = vec![headings(messages, ["threshold", "precision", "recall", "f1", "found", "false", "missed"])];
    rows.extend(links.by_threshold.iter().map(|ThresholdScores { threshold, pairs }| {
        vec![
            messages.decimal(*threshold, 3),
            score(messages, pairs.precision),
            score(messages, pairs.recall),
            score(messages, pairs.f1),
            messages.count(pairs.found),
            messages.count(pairs.found.saturating_sub(pairs.both)),
            messages.count(pairs.truth.saturating_sub(pairs.both)),
        ]
    }));
    let mut lines = vec![messages.text("evaluate-thresholds")];
    lines.extend(aligned(&rows));
    lines.push(say!(messages, "evaluate-stored-from", from = messages.decimal(links.stored_from, 2)));
    lines
}

pub(super) fn reliability(messages: &Messages, calibration: &Calibration) -> Vec<String> {
    let some = |value: Option<f64>| value.map_or_else(|| NONE.to_owned(), |value| score(messages, value));
    let mut rows = vec![headings(messages, ["from", "to", "pairs", "announced", "true", "low", "high"])];
    let row = |bin: &Bin| {
        vec![
            messages.decimal(bin.from, 3),
            messages.decimal(bin.to, 3),
            messages.count(bin.pairs),
            some(bin.mean_probability),
            some(bin.share_true),
            some(bin.share_low),
            some(bin.share_high),
        ]
    };
    rows.extend(calibration.bins.iter().filter(|bin| bin.pairs > 0).map(row));
    let (brier, error) = (some(calibration.brier), some(calibration.expected_error));
    let mut lines = vec![messages.text("evaluate-reliability")];
    lines.extend(aligned(&rows));
    lines.push(say!(messages, "evaluate-calibration", brier, error));
    lines
}

fn headings<const N: usize>(messages: &Messages, names: [&str; N]) -> Vec<String> {
    names.map(|name| messages.text(&format!("evaluate-column-{name}"))).to_vec()
}

/// Formats rows with their columns aligned to the right.
fn aligned(rows: &[Vec<String>]) -> Vec<String> {
    let width = |place: usize| rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.chars().count()).max();
    let line = |row: &Vec<String>| {
        let cells = row.iter().enumerate().map(|(place, cell)| format!("  {cell:>0$}", width(place).unwrap_or(0)));
        cells.collect()
    };
    rows.iter().map(line).collect()
}

fn errors(messages: &Messages, scores: &Scores) -> Vec<String> {
    let errors = &scores.errors;
    let mut lines = vec![say!(messages, "evaluate-errors", n = errors.false_pairs, missed = errors.missed_pairs)];
    for (side, kinds) in [("evaluate-false", &errors.false_kinds), ("evaluate-missed", &errors.missed_kinds)] {
        for kind in kinds.iter().filter(|kind| kind.pairs > 0) {
            lines.extend(error_kind(messages, side, kind));
        }
    }
    lines
}

fn error_kind(messages: &Messages, side: &str, kind: &ErrorKind) -> Vec<String> {
    let cause = messages.text(&format!("evaluate-cause-{}", kind.cause.code()));
    let differ = |(difference, n): (&Difference, &u64)| {
        let difference = messages.text(&format!("evaluate-difference-{}", difference.code()));
        say!(messages, "evaluate-differing-one", difference, n = *n)
    };
    let mut lines = vec![format!("  {}", say!(messages, side, cause, n = kind.pairs))];
    let differing: Vec<String> = kind.differing.iter().map(differ).collect();
    for some in differing.chunks(DIFFERENCES_A_LINE) {
        lines.push(format!("    {}", say!(messages, "evaluate-differing", differing = some.join(" · "))));
    }
    for example in &kind.examples {
        lines.push(format!("    - {}", place(messages, &example.a)));
        lines.push(format!("      {}", place(messages, &example.b)));
    }
    lines
}

fn place(messages: &Messages, place: &TruthPlace) -> String {
    let row = place.row.to_string();
    let row = match place.sheet.as_str() {
        "" => say!(messages, "place-line", row),
        sheet => say!(messages, "place-sheet-row", sheet, row),
    };
    messages.labelled(&place.file, &row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use bato::evaluate::errors::{Cause, Example};
    use bato::evaluate::register::{RegisterView, evaluate};
    use bato::evaluate::truth::Truth;
    use bato::messages::Lang;
    use bato::store::LinkRow;

    /// The scores of an empty register, with every kind of error and difference added in large numbers.
    fn scores() -> Scores {
        let links: [LinkRow; 0] = [];
        let register = RegisterView { lineage: &[], persons: &[], births: &[], links: &links, links_from: 0.1 };
        let truth = Truth::Commune { census: Vec::new(), births: Some(Vec::new()), twins: Some(Vec::new()) };
        let mut scores = evaluate(&truth, &register);
        let large = PairScores::new(1_234_567, 1_234_567, 1_234_560);
        (scores.census_pairs, scores.act_census_pairs) = (large, Some(large));
        (scores.clusters.clusters, scores.census_clusters.clusters) = (large, large);
        let place = |row| TruthPlace { file: "Q31 Mokali_2018.csv".into(), sheet: String::new(), row };
        let example = Example { a: place(41), b: place(66), differs: Difference::Moved, pairs: 3 };
        let kind = |cause: &Cause| ErrorKind {
            cause: *cause,
            pairs: 1_234_567,
            differing: Difference::ALL.iter().map(|difference| (*difference, 176_367)).collect(),
            examples: vec![example.clone()],
        };
        scores.errors.false_kinds = Cause::FALSE.iter().map(kind).collect();
        scores.errors.missed_kinds = Cause::MISSED.iter().map(kind).collect();
        scores
    }

    #[test]
    fn every_message_exists_and_lines_fit_in_100_columns() {
        for lang in Lang::ALL {
            let text = text(&Messages::new(lang), &scores());
            assert!(!text.contains("evaluate-"), "{text}");
            assert_eq!(text.matches("Q31 Mokali_2018.csv").count(), 18, "{text}");
            for line in text.lines() {
                assert!(line.chars().count() <= 100, "{} {line}", lang.code());
            }
        }
    }

    #[test]
    fn scores_without_truth_are_left_out() {
        let truth = Truth::Commune { census: Vec::new(), births: None, twins: None };
        let register = RegisterView { lineage: &[], persons: &[], births: &[], links: &[], links_from: 0.1 };
        let text = text(&Messages::new(Lang::En), &evaluate(&truth, &register));
        for part in ["Records", "records", "twins"] {
            assert!(!text.contains(part), "{part}: {text}");
        }
        assert!(text.contains("Persons of the forms"), "{text}");
    }

    #[test]
    fn columns_are_aligned_to_the_right() {
        let rows = [["a", "bcd"], ["1\u{202f}234", "5"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(aligned(&rows), ["      a  bcd", "  1\u{202f}234    5"]);
    }
}
