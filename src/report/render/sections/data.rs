//! How good the data is: rows and their outcomes, progress by quartier, findings, ages, sexes, duplicates.

use super::super::document::{Block, Cell, Chart, Kind, Part, Row, Section};
use super::super::words::Words;
use super::{chart, part};
use crate::messages::Messages;
use crate::report::{Breakdown, Heading, Outcomes, ProgressRow, RuleCount, SexRatioRow, Tables};

pub(super) fn section(tables: &Tables, words: &Words<'_>) -> Section {
    let parts = vec![
        rows(tables, words),
        progress(tables, words),
        findings(tables, words),
        ages(tables, words),
        sexes(tables, words),
        duplicates(tables, words),
    ];
    Section { id: "sheets", title: words.text("sheets-title"), parts }
}

fn rows(tables: &Tables, words: &Words<'_>) -> Part {
    let sheets = &tables.sheets;
    let row = |code: &str, outcomes: &Outcomes| {
        let counts =
            [outcomes.rows, Some(outcomes.ignored), outcomes.quarantined, outcomes.registered, outcomes.merged];
        Row {
            code: code.to_owned(),
            heading: words.text(&format!("rows-{code}")),
            cells: counts.map(Cell::count).into(),
            is_total: code == "all",
            is_uncharted: false,
        }
    };
    let mut rows = vec![row("census", &sheets.census), row("births", &sheets.births)];
    if tables.events.is_some() {
        rows.push(row("events", &sheets.events));
    }
    rows.push(row("all", &sheets.all));
    let columns = ["rows-column", "rows-read", "rows-ignored", "rows-quarantined", "rows-registered", "rows-merged"];
    let files =
        words.say("files", &[("read", sheets.n_files_read.into()), ("unreadable", sheets.n_files_unreadable.into())]);
    let blocks = vec![
        Block::Text(words.text(if sheets.holds { "rows-text" } else { "rows-broken" })),
        Block::Table(words.table("t-rows", "rows-caption", &columns, rows), Vec::new()),
        Block::Text(files),
        Block::Text(words.text("rows-what-to-do")),
    ];
    part(words, "rows-title", blocks)
}

fn progress(tables: &Tables, words: &Words<'_>) -> Part {
    let sheets = &tables.sheets;
    let is_told = |row: &&ProgressRow| row.heading != Heading::Unknown || row.rows != Some(0);
    let shown = sheets.progress.iter().filter(is_told).chain([&sheets.progress_total]).map(|row| {
        let rounds: Vec<String> = row.rounds.iter().map(i32::to_string).collect();
        let share = row.in_register.zip(row.rows).filter(|(_, rows)| *rows > 0).map(|(n, rows)| n as f64 / rows as f64);
        let cells = vec![
            if rounds.is_empty() { Cell::Nothing } else { Cell::Text(rounds.join(", ")) },
            row.n_sheets.map_or(Cell::Nothing, Cell::Count),
            Cell::count(row.rows),
            Cell::count(row.in_register),
            Cell::count(row.quarantined),
            Cell::share(share.filter(|_| row.quarantined.is_some()), row.rows),
        ];
        words.row(Breakdown::Quartier, &row.heading, cells)
    });
    let columns =
        ["quartier-column", "rounds", "sheets", "rows-of-data", "rows-in-register", "rows-quarantined", "rows-share"];
    let rows = shown.collect();
    let by_year = sheets.censused_by_year.iter().map(|(year, n)| {
        let (year, of) = (year.to_string(), sheets.n_quartiers);
        let cells = vec![Cell::Count(*n), Cell::share(Some(*n as f64 / of.max(1) as f64), Some(of))];
        Row { code: year.clone(), heading: year, cells, ..Row::default() }
    });
    let columns_by_year = ["declared-year-column", "progress-quartiers", "share"];
    let by_year = words.table("t-censused", "censused-caption", &columns_by_year, by_year.collect());
    let facts = [("n", sheets.n_quartiers_censused.into()), ("of", sheets.n_quartiers.into())];
    let blocks = vec![
        Block::Text(words.say("progress-text", &facts)),
        Block::Table(by_year, Vec::new()),
        Block::Table(words.table("t-progress", "progress-caption", &columns, rows), Vec::new()),
    ];
    part(words, "progress-title", blocks)
}

fn findings(tables: &Tables, words: &Words<'_>) -> Part {
    let findings = &tables.sheets.findings;
    if findings.is_empty() {
        return part(words, "findings-title", vec![Block::Text(words.text("findings-none"))]);
    }
    let rows = findings.iter().map(|finding| finding_row(finding, words)).collect();
    let columns = ["findings-column", "findings-severity", "rows-census", "rows-births", "rows-events", "findings-n"];
    let table = words.table("t-findings", "findings-caption", &columns, rows);
    part(words, "findings-title", vec![Block::Text(words.text("findings-text")), Block::Table(table, Vec::new())])
}

fn finding_row(finding: &RuleCount, words: &Words<'_>) -> Row {
    let mut cells = vec![Cell::Text(words.text(&format!("severity-{}", finding.severity)))];
    cells.extend(finding.by_kind.iter().chain([&finding.n]).map(|n| Cell::count(*n)));
    Row {
        code: format!("{} {}", finding.rule, finding.severity),
        heading: rule_title(&finding.rule, words.messages),
        cells,
        ..Row::default()
    }
}

/// The rule's title (`rule-<rule>.title`) if the messages have one, else its code.
fn rule_title(rule: &str, messages: &Messages) -> String {
    let id = format!("rule-{rule}.title");
    if messages.has(&id) { messages.text(&id) } else { rule.to_owned() }
}

fn ages(tables: &Tables, words: &Words<'_>) -> Part {
    let quality = &tables.quality;
    let mut blocks = vec![Block::Text(words.text("heaping-text"))];
    blocks.push(Block::Text(match &quality.whipple {
        Some(own) => words.say(
            "whipple",
            &[
                ("index", words.messages.decimal(own.index(), 1).into()),
                ("scale", words.text(&format!("whipple-{}", own.scale())).into()),
                ("heaped", own.heaped.into()),
                ("persons", own.persons.into()),
            ],
        ),
        None => words.text("whipple-none"),
    }));
    let Some(myers) = &quality.myers else {
        blocks.push(Block::Text(words.text("myers-none")));
        return part(words, "heaping-title", blocks);
    };
    blocks.push(Block::Text(words.say("myers", &[("index", words.messages.decimal(myers.index(), 1).into())])));
    let rows = myers.shares.iter().enumerate().map(|(digit, share)| Row {
        code: digit.to_string(),
        heading: digit.to_string(),
        cells: vec![Cell::Share(*share), Cell::Number(100.0 * (share - 0.1), 1)],
        ..Row::default()
    });
    let columns = ["digit-column", "digit-share", "digit-points"];
    let digits: Vec<Chart> =
        vec![chart(words, "digit-chart", Kind::Line { rate: 0, interval: None, level: Some(0.1) })];
    blocks.push(Block::Table(words.table("t-digits", "digits-caption", &columns, rows.collect()), digits));
    part(words, "heaping-title", blocks)
}

fn sexes(tables: &Tables, words: &Words<'_>) -> Part {
    let quality = &tables.quality;
    let cells = |row: &SexRatioRow| {
        let number = |n: Option<f64>| match n {
            Some(n) if n.is_finite() => Cell::Number(n, 1),
            Some(_) => Cell::Nothing,
            None if row.males.is_some() && row.females.is_some() => Cell::Nothing,
            None => Cell::Hidden,
        };
        vec![
            Cell::count(row.males),
            Cell::count(row.females),
            number(row.ratio.map(|(ratio, ..)| ratio)),
            number(row.ratio.map(|(_, low, _)| low)),
            number(row.ratio.map(|(.., high)| high)),
        ]
    };
    let mut rows: Vec<Row> =
        quality.sex_ratios.iter().map(|row| words.row(Breakdown::Age, &row.heading, cells(row))).collect();
    let at_birth = Row {
        code: "acts".to_owned(),
        heading: words.text("sex-ratio-acts"),
        cells: cells(&quality.at_birth),
        is_uncharted: true,
        is_total: false,
    };
    rows.push(at_birth);
    let columns = ["age-column", "males", "females", "sex-ratio", "interval-low", "interval-high"];
    let table = words.table("t-sex-ratio", "sex-ratio-caption", &columns, rows);
    part(words, "sex-ratio-title", vec![Block::Text(words.text("sex-ratio-text")), Block::Table(table, Vec::new())])
}

fn duplicates(tables: &Tables, words: &Words<'_>) -> Part {
    let (sheets, duplicates) = (&tables.sheets, &tables.duplicates);
    let figures = [
        ("merged-census", sheets.census.merged),
        ("merged-births", sheets.births.merged),
        ("acts-twice", tables.births.totals.duplicates),
        ("review-census", duplicates.to_review[0]),
        ("review-acts", duplicates.to_review[1]),
        ("review-act-census", duplicates.to_review[2]),
        ("ruled-same", duplicates.ruled[0]),
        ("ruled-different", duplicates.ruled[1]),
    ];
    let rows = figures.map(|(code, n)| Row {
        code: code.to_owned(),
        heading: words.text(&format!("duplicates-{code}")),
        cells: vec![Cell::count(n)],
        ..Row::default()
    });
    let table = words.table("t-duplicates", "duplicates-caption", &["duplicates-column", "duplicates-n"], rows.into());
    part(words, "duplicates-title", vec![Block::Text(words.text("duplicates-text")), Block::Table(table, Vec::new())])
}
