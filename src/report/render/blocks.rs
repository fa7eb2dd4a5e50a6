//! Building blocks that several sections share: parts, charts, and what funnel plots add to a table.

use super::document::{Chart, ChartKind, DocumentBlock, DocumentCell, DocumentPart, DocumentTable};
use super::labels::Labels;
use crate::report::heading::RowHeading;
use crate::report::statistics::{FunnelPoint, n_beyond_limits};

/// A part titled `report-<title>`.
pub(super) fn part(labels: &Labels<'_>, title: &str, blocks: Vec<DocumentBlock>) -> DocumentPart {
    DocumentPart { title: labels.text(title), blocks }
}

/// A paragraph: the message `report-<id>`.
pub(super) fn text(labels: &Labels<'_>, id: &str) -> DocumentBlock {
    DocumentBlock::Text(labels.text(id))
}

/// A part of a paragraph and a table, with the messages `report-<name>-title` and `report-<name>-text`.
pub(super) fn text_and_table(
    labels: &Labels<'_>,
    name: &str,
    table: DocumentTable,
    charts: Vec<Chart>,
) -> DocumentPart {
    let blocks = vec![text(labels, &format!("{name}-text")), DocumentBlock::Table(table, charts)];
    part(labels, &format!("{name}-title"), blocks)
}

/// A chart with the messages `report-<id>-title`, `-description` and `-caption`.
pub(super) fn chart(labels: &Labels<'_>, id: &str, kind: ChartKind) -> Chart {
    let own = |what: &str| labels.text(&format!("{id}-{what}"));
    Chart { id: id.to_owned(), title: own("title"), description: own("description"), caption: own("caption"), kind }
}

/// The funnel plot of a table, given its columns of rates and denominators; none if there are fewer than three points.
pub(super) fn funnel_chart(
    labels: &Labels<'_>,
    id: &str,
    points: &[FunnelPoint],
    rate: usize,
    whole: usize,
) -> Option<Chart> {
    let centre = points.first().filter(|_| points.len() > 2)?.centre;
    Some(chart(labels, id, ChartKind::Funnel { rate, whole, centre }))
}

/// The position of a row in the funnel plot, in words.
pub(super) fn funnel_cell(labels: &Labels<'_>, points: &[FunnelPoint], heading: &RowHeading) -> DocumentCell {
    let point = points.iter().find(|point| point.heading == *heading);
    point.map_or(DocumentCell::Nothing, |point| {
        DocumentCell::Text(labels.text(&format!("chance-{}", point.position.code())))
    })
}

/// The sentence on how many quartiers lie beyond the limits of chance.
pub(super) fn beyond_chance(labels: &Labels<'_>, points: &[FunnelPoint]) -> DocumentBlock {
    DocumentBlock::Text(labels.message("beyond-chance", &[("n", n_beyond_limits(points).into())]))
}
