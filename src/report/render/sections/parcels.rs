//! The parcels exchanged with other offices, in the commune's own report alone.

use super::*;
use crate::report::ParcelCount;

/// Returns the section; `None` if no office was accepted.
pub(super) fn section(tables: &ReportTables, labels: &Labels<'_>) -> Option<Section> {
    let offices = &tables.parcels;
    if offices.is_empty() {
        return None;
    }
    let cells = |counts: [u64; 3], missing: String, last: String| {
        let mut cells: Vec<DocumentCell> = counts.map(DocumentCell::Count).into();
        let text = |text: String| if text.is_empty() { DocumentCell::Nothing } else { DocumentCell::Text(text) };
        cells.extend([text(missing), text(last)]);
        cells
    };
    let row = |office: &ParcelCount| {
        let counts = [office.n_sent, office.n_waiting, office.n_received];
        let name = format!("{} ({})", office.name, office.code);
        DocumentRow::new(office.code.as_str(), name, cells(counts, office.missing.join(", "), office.last.clone()))
    };
    let mut rows: Vec<DocumentRow> = offices.iter().map(row).collect();
    let sum = |of: fn(&ParcelCount) -> u64| offices.iter().map(of).sum::<u64>();
    let sums = [sum(|office| office.n_sent), sum(|office| office.n_waiting), sum(|office| office.n_received)];
    let total = DocumentRow::new("all", labels.text("parcels-all"), cells(sums, String::new(), String::new()));
    rows.push(DocumentRow { is_total: true, ..total });
    let n_of = |of: fn(&ParcelCount) -> bool| offices.iter().filter(|office| of(office)).count() as u64;
    let facts = [
        ("n", (offices.len() as u64).into()),
        ("received", n_of(|office| office.n_received > 0).into()),
        ("waiting", n_of(|office| office.n_waiting > 0).into()),
        ("missing", n_of(|office| !office.missing.is_empty()).into()),
    ];
    let columns = "parcels-office parcels-sent parcels-waiting parcels-received parcels-missing parcels-last";
    let table = DocumentBlock::Table(labels.table("t-parcels", "parcels-caption", columns, rows), Vec::new());
    let part = labels.part("parcels-part", vec![labels.paragraph("parcels-text", &facts), table]);
    Some(labels.section("parcels", "parcels-title", vec![part]))
}
