//! The registrar's page, in the commune's own report alone: what to look into.

use super::*;
use crate::report::registrar::{LEAST_ACTS, Registrar};

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
    let cells = |[without, unknown, late]: [u64; 3]| {
        // The share is of the late acts whose category is known.
        let known = late - unknown;
        let share = DocumentCell::share((known > 0).then(|| without as f64 / known as f64), Some(known));
        let counts = [late, unknown, without].map(DocumentCell::Count);
        counts.into_iter().chain([share]).collect::<Vec<_>>()
    };
    let irregular = registrar
        .late_by_year
        .iter()
        .map(|(year, counts)| DocumentRow::new(year.to_string(), year.to_string(), cells(*counts)));
    let total = labels.row(Breakdown::DeclaredYear, &RowHeading::All, cells(registrar.late));
    let rows = irregular.chain([total]).collect();
    let columns = "declared-year-column column-late registrar-late-unknown registrar-late-without-judgment \
                   registrar-late-share";
    let table = labels.table("t-irregular", "registrar-irregular-caption", columns, rows);
    blocks.push(DocumentBlock::Table(table, Vec::new()));
    let parts = vec![labels.part("registrar-part", blocks), places(registrar, labels)];
    labels.section("registrar", "registrar-title", parts)
}

/// Returns the acts by place of delivery, with the share by proxy of each.
fn places(registrar: &Registrar, labels: &Labels<'_>) -> DocumentPart {
    let row = |code: &str, heading: &str, [acts, proxy]: [u64; 2]| {
        let share = DocumentCell::share(Some(proxy as f64 / acts.max(1) as f64), Some(acts));
        DocumentRow::new(code, heading, vec![DocumentCell::Count(acts), DocumentCell::Count(proxy), share])
    };
    if registrar.places.is_empty() && registrar.other_places[0] == 0 {
        return labels.part("places-title", vec![labels.paragraph("places-none", &[])]);
    }
    let named = registrar.places.iter().map(|(place, counts)| row(place, place, *counts));
    let rest = [("other", "places-others", registrar.other_places), ("unknown", "places-unknown", registrar.no_place)];
    let rest = rest.into_iter().filter(|(.., counts)| counts[0] > 0);
    let rows = named.chain(rest.map(|(code, id, counts)| row(code, &labels.text(id), counts))).collect();
    let table = labels.table("t-places", "places-caption", "places-column places-acts places-proxy places-share", rows);
    let text = labels.paragraph("places-text", &[("least", LEAST_ACTS.into())]);
    labels.part("places-title", vec![text, DocumentBlock::Table(table, Vec::new())])
}
