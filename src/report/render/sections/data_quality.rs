//! The section on data quality: rows and their outcomes, progress by quartier, findings, ages, sexes, pairs.

use super::*;
use crate::record::Kind;
use crate::report::quality::SexRatioRow;
use crate::report::sheets::{ProgressRow, RowOutcomes, RuleCount};
use crate::report::{RegisterSample, ShareEstimate};

pub(super) fn section(tables: &ReportTables, labels: &Labels<'_>) -> Section {
    let note = labels.of_release("persons-of-release", tables.persons_of());
    // The rows of fiches and lists are those of the persons, the rows of registers those of the acts.
    let of_acts = labels.of_release("birth-rows-of-release", tables.acts_of());
    let of_rows = [labels.of_release("census-rows-of-release", tables.persons_of()), of_acts];
    let of_rows = of_rows.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let rows_note = (!of_rows.is_empty()).then_some(of_rows);
    let parts = vec![
        rows(tables, labels).of_release(rows_note.as_deref()),
        progress(tables, labels).of_release(note.as_deref()),
        findings(tables, labels),
        ages(tables, labels).of_release(note.as_deref()),
        sexes(tables, labels).of_release(note.as_deref()),
        duplicates(tables, labels).of_release(rows_note.as_deref()),
    ];
    labels.section("sheets", "sheets-title", parts)
}

/// Returns the part with the rows of the sheets by outcome.
fn rows(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let sheets = &tables.sheets;
    let row = |code: &str, outcomes: &RowOutcomes| {
        // Rows of lists of events are events.
        let cell = if code == "events" { DocumentCell::count_of_row } else { DocumentCell::rows_of_row };
        let cells = outcomes.counts().map(|(n, is_withheld)| cell(n, is_withheld)).into();
        DocumentRow { is_total: code == "all", ..DocumentRow::new(code, labels.text(&format!("rows-{code}")), cells) }
    };
    let mut rows = vec![row("census", &sheets.census), row("births", &sheets.births)];
    if tables.events.is_some() {
        rows.push(row("events", &sheets.events));
    }
    rows.push(row("all", &sheets.all));
    let columns = "rows-column rows-read rows-ignored rows-quarantined rows-registered rows-merged";
    let files = [("read", sheets.n_files_read.into()), ("unreadable", sheets.n_files_unreadable.into())];
    let mut blocks = vec![
        labels.paragraph(if sheets.holds { "rows-text" } else { "rows-broken" }, &[]),
        DocumentBlock::Table(labels.table("t-rows", "rows-caption", columns, rows), Vec::new()),
        labels.paragraph("files", &files),
    ];
    // Whoever gets a release corrects no sheet.
    if tables.release.is_none() {
        blocks.push(labels.paragraph("rows-what-to-do", &[]));
    }
    labels.part("rows-title", blocks)
}

/// Returns the part with the data rows by quartier, and quartiers with a census round by year.
fn progress(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let sheets = &tables.sheets;
    let is_shown = |row: &&ProgressRow| row.counts.heading != RowHeading::Unknown || row.counts.total != Some(0);
    let shown = sheets.progress.iter().filter(is_shown).chain([&sheets.progress_total]).map(|row| {
        let is_of_quartier = !matches!(row.counts.heading, RowHeading::Kind(_));
        let rounds: Vec<String> = row.rounds.iter().map(i32::to_string).collect();
        // Without a round there is no share; else a release hides it.
        let has_share = !row.rounds.is_empty() && matches!(row.counts.heading, RowHeading::Quartier(_));
        let not_covered = if has_share { DocumentCell::Hidden } else { DocumentCell::Nothing };
        let is_withheld = row.counts.is_withheld;
        let is_of_events = row.counts.heading == RowHeading::Kind(Kind::Event);
        let shown = if is_of_events { DocumentCell::count_of_row } else { DocumentCell::rows_of_row };
        let rows_of = |n| shown(n, is_withheld);
        let cells = vec![
            if rounds.is_empty() { DocumentCell::Nothing } else { DocumentCell::Text(rounds.join(", ")) },
            if is_of_quartier { DocumentCell::rows(row.n_sheets) } else { DocumentCell::Nothing },
            rows_of(row.counts.total),
            rows_of(row.counts.cell(0)),
            rows_of(row.counts.cell(1)),
            DocumentCell::share(row.counts.share(0), row.counts.total).of_row(is_withheld),
            row.share_covered.map_or(not_covered.of_row(is_withheld), DocumentCell::Share),
        ];
        labels.row(Breakdown::Quartier, &row.counts.heading, cells)
    });
    let columns =
        "quartier-column rounds sheets rows-of-data rows-in-register rows-quarantined rows-share share-covered";
    let rows = shown.collect();
    let by_year = sheets.censused_by_year.iter().map(|(year, n)| {
        let (year, of) = (year.to_string(), sheets.n_quartiers);
        let cells = vec![DocumentCell::Count(*n), DocumentCell::share(Some(*n as f64 / of.max(1) as f64), Some(of))];
        DocumentRow::new(year.as_str(), year.as_str(), cells)
    });
    let columns_by_year = "declared-year-column progress-quartiers share";
    let by_year = labels.table("t-censused", "censused-caption", columns_by_year, by_year.collect());
    let facts = [("n", sheets.n_quartiers_censused.into()), ("of", sheets.n_quartiers.into())];
    let blocks = vec![
        labels.paragraph("progress-text", &facts),
        DocumentBlock::Table(by_year, Vec::new()),
        DocumentBlock::Table(labels.table("t-progress", "progress-caption", columns, rows), Vec::new()),
    ];
    labels.part("progress-title", blocks)
}

/// Returns the part with the findings by rule.
fn findings(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let findings = &tables.sheets.findings;
    if findings.is_empty() {
        return labels.part("findings-title", vec![labels.paragraph("findings-none", &[])]);
    }
    let rows = findings.iter().map(|finding| finding_row(finding, labels)).collect();
    let columns = "findings-column findings-severity rows-census rows-births rows-events findings-n";
    labels.text_and_table("findings", "t-findings", columns, rows)
}

fn finding_row(finding: &RuleCount, labels: &Labels<'_>) -> DocumentRow {
    let mut cells = vec![DocumentCell::Text(labels.text(&format!("severity-{}", finding.severity)))];
    let counts = finding.by_kind.iter().chain([&finding.n]);
    cells.extend(counts.map(|n| DocumentCell::count_of_row(*n, finding.is_withheld)));
    let code = format!("{} {}", finding.rule, finding.severity);
    DocumentRow::new(code, rule_title(&finding.rule, labels.messages), cells)
}

/// Returns the title of a rule (`rule-<rule>.title`) if there is one, else its code.
fn rule_title(rule: &str, messages: &Messages) -> String {
    let id = format!("rule-{rule}.title");
    if messages.has(&id) { messages.text(&id) } else { rule.to_owned() }
}

/// Returns the part with Whipple's and Myers' index.
fn ages(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let quality = &tables.quality;
    let whipple = quality.whipple.map(|own| {
        let facts = [
            ("index", labels.messages.decimal(own.index(), 1).into()),
            ("scale", labels.text(&format!("whipple-{}", own.scale())).into()),
            ("heaped", own.heaped.into()),
            ("persons", own.persons.into()),
        ];
        labels.paragraph("whipple", &facts)
    });
    let whipple = whipple.unwrap_or_else(|| labels.paragraph("whipple-none", &[]));
    let mut blocks = vec![labels.paragraph("heaping-text", &[]), whipple];
    let Some(myers) = &quality.myers else {
        blocks.push(labels.paragraph("myers-none", &[]));
        return labels.part("heaping-title", blocks);
    };
    blocks.push(labels.paragraph("myers", &[("index", labels.messages.decimal(myers.index(), 1).into())]));
    let empty: Vec<String> = myers.empty_digits().iter().map(usize::to_string).collect();
    if !empty.is_empty() {
        blocks.push(labels.paragraph("myers-empty", &[("digits", empty.join(", ").into())]));
    }
    let rows = myers.shares.iter().enumerate().map(|(digit, share)| {
        let cells = vec![DocumentCell::Share(*share), DocumentCell::Number(100.0 * (share - 0.1), 1)];
        DocumentRow::new(digit.to_string(), digit.to_string(), cells)
    });
    let columns = "digit-column digit-share digit-points";
    let chart = labels.chart("digit-chart", ChartKind::Line { rate: 0, interval: None, level: Some(0.1) });
    let table = labels.table("t-digits", "digits-caption", columns, rows.collect());
    blocks.push(DocumentBlock::Table(table, vec![chart]));
    labels.part("heaping-title", blocks)
}

/// Returns the part with the sex ratios by age and of the acts.
fn sexes(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let quality = &tables.quality;
    // A release rounds ratios to units.
    let decimals = usize::from(tables.release.is_none());
    let is_withheld = |row: &SexRatioRow| {
        let mut ages = tables.population.by_age.iter().flat_map(|table| table.rows.iter().chain([&table.total]));
        ages.any(|own| own.is_withheld && own.heading == row.heading)
    };
    let cells = |row: &SexRatioRow| {
        let number = |n: Option<f64>| match n {
            Some(n) if n.is_finite() => DocumentCell::Number(n, decimals),
            Some(_) => DocumentCell::Nothing,
            None if tables.release.is_none() => DocumentCell::Nothing,
            // A release has no index of few persons.
            None => DocumentCell::Hidden,
        };
        vec![
            DocumentCell::count_of_row(row.males, is_withheld(row)),
            DocumentCell::count_of_row(row.females, is_withheld(row)),
            number(row.ratio.map(|(ratio, ..)| ratio)),
            number(row.ratio.map(|(_, low, _)| low)),
            number(row.ratio.map(|(.., high)| high)),
        ]
    };
    let mut rows: Vec<DocumentRow> =
        quality.sex_ratios.iter().map(|row| labels.row(Breakdown::Age, &row.heading, cells(row))).collect();
    let at_birth = DocumentRow::new("acts", labels.text("sex-ratio-acts"), cells(&quality.at_birth));
    rows.push(DocumentRow { is_uncharted: true, ..at_birth });
    let columns = "age-column males females sex-ratio interval-low interval-high";
    labels.text_and_table("sex-ratio", "t-sex-ratio", columns, rows)
}

/// Returns the part with merged rows, pairs to review and decided pairs.
fn duplicates(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let (sheets, pairs) = (&tables.sheets, &tables.pairs);
    let figures = [
        ("merged-census", sheets.census.merged),
        ("merged-births", sheets.births.merged),
        ("acts-twice", tables.births.totals.duplicates),
        ("review-census", pairs.to_review[0]),
        ("review-acts", pairs.to_review[1]),
        ("review-act-census", pairs.to_review[2]),
        ("ruled-same", pairs.ruled[0]),
        ("ruled-different", pairs.ruled[1]),
    ];
    let rows = figures.map(|(code, n)| {
        // Acts written twice are acts, the others rows or pairs.
        let cell = match code {
            "acts-twice" => DocumentCell::count(n),
            "merged-census" => DocumentCell::rows_of_row(n, sheets.census.is_withheld),
            "merged-births" => DocumentCell::rows_of_row(n, sheets.births.is_withheld),
            _ => DocumentCell::rows(n),
        };
        DocumentRow::new(code, labels.text(&format!("duplicates-{code}")), vec![cell])
    });
    let mut part = labels.text_and_table("duplicates", "t-duplicates", "duplicates-column duplicates-n", rows.into());
    if let Some(sample) = &tables.sample {
        part.blocks.extend(sampled_pairs(sample, labels));
    }
    part
}

/// Returns the precision and recall of the register by its last random sample.
fn sampled_pairs(sample: &RegisterSample, labels: &Labels<'_>) -> [DocumentBlock; 2] {
    let row = |code: &str, of: &ShareEstimate| {
        let cells = [of.share, of.low, of.high].map(DocumentCell::Share).into();
        DocumentRow::new(code, labels.text(&format!("sample-{code}")), cells)
    };
    let rows = vec![row("precision", &sample.estimate.precision), row("recall", &sample.estimate.recall)];
    let facts = [("generation", sample.generation.into()), ("n", sample.n_judged.into())];
    let table = labels.table("t-sample", "sample-caption", "sample-column share interval-low interval-high", rows);
    [labels.paragraph("sample-text", &facts), DocumentBlock::Table(table, Vec::new())]
}
