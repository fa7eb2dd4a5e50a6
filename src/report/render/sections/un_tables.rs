//! The section on the tables that the United Nations recommend: which of them the report has, and why others are
//! lacking.

use super::*;
use crate::report::un_tables::{UN_TABLES, UnTable, UnTableState};

pub(super) fn section(tables: &ReportTables, labels: &Labels<'_>) -> Section {
    let count = |state: UnTableState| UN_TABLES.iter().filter(|own| own.state_of(tables) == state).count();
    let facts = [
        ("n", UN_TABLES.len().into()),
        ("have", count(UnTableState::Have).into()),
        ("part", count(UnTableState::Part).into()),
        ("lack", count(UnTableState::Lack).into()),
    ];
    let rows = UN_TABLES.iter().map(|own| row(own, tables, labels)).collect();
    let table = labels.table("t-un-tables", "un-caption", "un-column un-state un-ours un-why", rows);
    let blocks = vec![
        labels.paragraph("un-text", &facts),
        DocumentBlock::Table(table, Vec::new()),
        labels.paragraph("un-source", &[]),
    ];
    labels.section("un-tables", "un-title", vec![labels.part("un-part", blocks)])
}

fn row(own: &UnTable, tables: &ReportTables, labels: &Labels<'_>) -> DocumentRow {
    let text = |text: String| if text.is_empty() { DocumentCell::Nothing } else { DocumentCell::Text(text) };
    let titles: Vec<String> = own.titles(tables).into_iter().map(|id| labels.text(id)).collect();
    let why = own.why_of(tables);
    let why = if why.is_empty() { String::new() } else { labels.text(&format!("un-why-{why}")) };
    let state = labels.text(&format!("un-state-{}", own.state_of(tables).code()));
    let heading = labels.text(&format!("un-{}", own.code));
    DocumentRow::new(own.code, heading, vec![text(state), text(titles.join(" · ")), text(why)])
}
