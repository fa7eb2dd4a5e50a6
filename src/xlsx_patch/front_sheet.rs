//! Renders the first sheet as a worksheet part.

use std::fmt::Write as _;

use crate::record::column_letters;

use super::markup::escaped;
use super::request::{FrontRow, FrontSheet, FrontStyle};
use super::styles::FrontSheetStyles;

/// Returns the area of the list, for the filter: `$A$8:$F$20`.
pub(super) fn list_area(sheet: &FrontSheet) -> String {
    format!("$A${}:${}${}", sheet.header_row, last_column(sheet), sheet.last_list_row)
}

/// Returns the rows printed on every page: `$8:$8`.
pub(super) fn print_rows(sheet: &FrontSheet) -> String {
    format!("${0}:${0}", sheet.header_row)
}

fn last_column(sheet: &FrontSheet) -> crate::record::ColumnLetters {
    column_letters(sheet.widths.len().saturating_sub(1) as u16)
}

pub(super) fn worksheet(sheet: &FrontSheet, styles: &FrontSheetStyles) -> String {
    let (mut rows, mut links) = (String::new(), String::new());
    let link_column = column_letters(sheet.link_column);
    for row in &sheet.rows {
        add_row(&mut rows, row, styles);
        if let Some((target, (target_row, column))) = &row.link {
            let target = format!("'{}'!{}{target_row}", target.replace('\'', "''"), column_letters(*column));
            let number = row.number;
            let _ = write!(links, "<hyperlink ref=\"{link_column}{number}\" location=\"{}\"/>", escaped(&target));
        }
    }
    let mut columns: String = (1..)
        .zip(&sheet.widths)
        .map(|(n, width)| format!("<col min=\"{n}\" max=\"{n}\" width=\"{width}\" customWidth=\"1\"/>"))
        .collect();
    if sheet.hides_other_columns {
        let first = sheet.widths.len() + 1;
        let _ = write!(columns, "<col min=\"{first}\" max=\"16384\" width=\"9\" hidden=\"1\" customWidth=\"1\"/>");
    }
    let merge = |(row, first, last): &(usize, u16, u16)| {
        format!("<mergeCell ref=\"{}{row}:{}{row}\"/>", column_letters(*first), column_letters(*last))
    };
    let merges: String = sheet.merges.iter().map(merge).collect();
    let links = if links.is_empty() { links } else { format!("<hyperlinks>{links}</hyperlinks>") };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
        <worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
        <sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
        <sheetViews><sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\">\
        <pane ySplit=\"{header}\" topLeftCell=\"A{below}\" activePane=\"bottomLeft\" state=\"frozen\"/>\
        <selection pane=\"bottomLeft\" activeCell=\"{link_column}{below}\" sqref=\"{link_column}{below}\"/>\
        </sheetView></sheetViews>\
        <sheetFormatPr defaultRowHeight=\"15\"/><cols>{columns}</cols><sheetData>{rows}</sheetData>\
        <autoFilter ref=\"A{header}:{last_column}{last_row}\"/>\
        <mergeCells count=\"{n_merges}\">{merges}</mergeCells>{links}\
        <pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>\
        <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>\
        <headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>",
        header = sheet.header_row,
        below = sheet.header_row + 1,
        last_column = last_column(sheet),
        last_row = sheet.last_list_row,
        n_merges = sheet.merges.len(),
    )
}

fn add_row(rows: &mut String, row: &FrontRow, styles: &FrontSheetStyles) {
    let number = row.number;
    let height = row.height_points.map(|points| format!(" ht=\"{points}\" customHeight=\"1\"")).unwrap_or_default();
    let _ = write!(rows, "<row r=\"{number}\"{height}>");
    for (column, cell) in (0_u16..).zip(&row.cells) {
        // An inline string is never read as a formula, whatever its first character.
        let _ = write!(
            rows,
            "<c r=\"{}{number}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            column_letters(column),
            styles.get(&cell.style).copied().unwrap_or(styles[&FrontStyle::Cell]),
            escaped(&cell.text)
        );
    }
    rows.push_str("</row>");
}
