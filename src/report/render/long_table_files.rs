//! Writes the long table (all figures, one a row) as CSV and as JSON, with all digits of each number.

use std::fmt::Write;

use crate::record::looks_like_formula;
use crate::report::Aggregate;

/// The header of the CSV.
pub(crate) const COLUMNS: [&str; 12] = [
    "indicator",
    "period",
    "area",
    "breakdown",
    "value",
    "numerator",
    "denominator",
    "area_code",
    "sdg",
    "status",
    "completeness",
    "release",
];

/// Returns the long table as CSV: UTF-8, comma, one header line. The column `status` says why a value is empty.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it.
pub(crate) fn csv(aggregates: &[Aggregate]) -> String {
    let mut out = COLUMNS.join(",");
    out.push('\n');
    for row in aggregates {
        let texts = [&row.indicator, &row.period, &row.area, &row.breakdown].map(|text| field(text));
        let numbers = [number(row.value), number(row.numerator), number(row.denominator)];
        // Writing to a String cannot fail.
        let last = [&row.area_code, &row.sdg, &row.status, &row.completeness, &row.release].map(|text| field(text));
        let _ = writeln!(out, "{},{},{}", texts.join(","), numbers.join(","), last.join(","));
    }
    out
}

/// Returns the long table as a JSON array of objects, `null` where a value is empty.
pub(crate) fn json(aggregates: &[Aggregate]) -> String {
    // Rows of texts and numbers always have a JSON value.
    format!("{:#}\n", serde_json::to_value(aggregates).unwrap_or_default())
}

fn number(n: Option<impl ToString>) -> String {
    n.map(|n| n.to_string()).unwrap_or_default()
}

fn field(text: &str) -> String {
    let safe = if looks_like_formula(text) { format!("'{text}") } else { text.to_owned() };
    if safe.contains([',', '"', '\n', '\r']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(area: &str, value: Option<f64>) -> Aggregate {
        let [indicator, period, area, breakdown] = ["rate", "2017", area, "all"].map(str::to_owned);
        Aggregate {
            indicator,
            period,
            area,
            breakdown,
            value,
            numerator: value.map(|_| 3),
            denominator: None,
            ..Aggregate::default()
        }
    }

    #[test]
    fn csv_escapes_formulas_and_leaves_hidden_figures_empty() {
        let text = csv(&[row("=1+1", Some(0.25)), row("a,\"b\"", None), row("@x", Some(12.0))]);
        let lines: Vec<&str> = text.lines().skip(1).collect();
        assert_eq!(
            lines,
            [
                "rate,2017,'=1+1,all,0.25,3,,,,,,",
                "rate,2017,\"a,\"\"b\"\"\",all,,,,,,,,",
                "rate,2017,'@x,all,12,3,,,,,,"
            ]
        );
    }

    #[test]
    fn json_has_the_same_figures() {
        let text = json(&[row("Boma", Some(0.25)), row("Boma", None)]);
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!((&read[0]["value"], &read[1]["value"]), (&serde_json::json!(0.25), &serde_json::Value::Null));
    }
}
