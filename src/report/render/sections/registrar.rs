//! The registrar's page, in the commune's own report alone: what to look into.

use super::*;

pub(super) fn section(tables: &ReportTables, labels: &Labels<'_>) -> Section {
    let registrar = &tables.registrar;
    let findings = |rule: &str| {
        let own = tables.sheets.findings.iter().filter(|own| own.rule == rule);
        own.filter_map(|own| own.n).sum::<u64>()
    };
    let figures = [
        ("late-without-judgment", registrar.late_without_judgment),
        ("judgment-on-time", registrar.judgment_on_time),
        ("act-number-gap", findings("act-number-gap")),
        ("act-number-repeated", findings("act-number-repeated")),
        ("act-number-missing", findings("act-number-missing")),
        ("quartiers-without-act", registrar.quartiers_without_act.len() as u64),
    ];
    let rows = figures.map(|(code, n)| {
        DocumentRow::new(code, labels.text(&format!("registrar-{code}")), vec![DocumentCell::Count(n)])
    });
    let table = labels.table("t-registrar", "registrar-caption", "registrar-column registrar-n", rows.into());
    let mut blocks = vec![labels.paragraph("registrar-text", &[]), DocumentBlock::Table(table, Vec::new())];
    if !registrar.quartiers_without_act.is_empty() {
        let names = registrar.quartiers_without_act.join(", ");
        blocks.push(labels.paragraph("registrar-quartiers", &[("names", names.into())]));
    }
    let irregular = registrar.late_by_year.iter().map(|(year, [without, late])| {
        let share = DocumentCell::share(Some(*without as f64 / (*late).max(1) as f64), Some(*late));
        let cells = vec![DocumentCell::Count(*without), DocumentCell::Count(*late), share];
        DocumentRow::new(year.to_string(), year.to_string(), cells)
    });
    let columns = "declared-year-column registrar-late-without-judgment column-late share";
    let table = labels.table("t-irregular", "registrar-irregular-caption", columns, irregular.collect());
    blocks.push(DocumentBlock::Table(table, Vec::new()));
    labels.section("registrar", "registrar-title", vec![labels.part("registrar-part", blocks)])
}
