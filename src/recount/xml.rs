//! Counts the rows of a workbook by searching its XML for tags, without a library that reads cells.

use std::io::{Cursor, Read};

/// The sheets of a file: name ("" for a text) and number of rows that are not blank.
pub(super) type SheetTotals = Vec<(String, u64)>;

/// Most bytes read of a part.
const MAX_BYTES: u64 = 2 << 30;

/// Returns the sheets of an `.xlsx` or `.ods` with their rows; `None` for any other or a malformed file.
pub(super) fn sheets(bytes: &[u8]) -> Option<SheetTotals> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut part = |name: &str| -> Option<String> {
        let file = archive.by_name(name).ok()?;
        let mut bytes = Vec::new();
        file.take(MAX_BYTES).read_to_end(&mut bytes).ok()?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    };
    if let Some(content) = part("content.xml") {
        return Some(ods_sheets(&content));
    }
    let book = part("xl/workbook.xml")?;
    let targets = part("xl/_rels/workbook.xml.rels")?;
    let strings = part("xl/sharedStrings.xml").unwrap_or_default();
    // Whether each shared string holds more than white space.
    let shared: Vec<bool> = tags(&strings, "si").map(|tag| has_text(tag.inside)).collect();
    let mut sheets = Vec::new();
    for sheet in tags(&book, "sheet") {
        let (name, id) = (attribute(sheet.head, "name")?, attribute(sheet.head, "id")?);
        let target = tags(&targets, "Relationship").find(|tag| attribute(tag.head, "Id").as_ref() == Some(&id))?;
        if !attribute(target.head, "Type")?.ends_with("/worksheet") {
            continue;
        }
        let target = attribute(target.head, "Target")?;
        let path = match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("xl/{}", target.strip_prefix("./").unwrap_or(&target)),
        };
        let text = part(&path)?;
        let rows = tags(&text, "row").filter(|row| tags(row.inside, "c").any(|cell| is_filled(&cell, &shared)));
        sheets.push((name, rows.count() as u64));
    }
    Some(sheets)
}

/// Whether a cell of an `.xlsx` holds more than white space, or a formula that was never computed.
fn is_filled(cell: &Tag<'_>, shared: &[bool]) -> bool {
    let value = tags(cell.inside, "v").next().map(|tag| tag.inside);
    let kind = attribute(cell.head, "t");
    let is_computed = value.is_some_and(|text| !text.is_empty() || kind.as_deref() == Some("str"));
    if !is_computed && tags(cell.inside, "f").any(|tag| !tag.inside.is_empty() || is_shared(&tag)) {
        return true;
    }
    match kind.as_deref() {
        Some("s") => {
            let number = value.and_then(|number| number.trim().parse::<usize>().ok());
            number.and_then(|number| shared.get(number)).is_some_and(|has_text| *has_text)
        }
        Some("inlineStr") => tags(cell.inside, "is").any(|tag| has_text(tag.inside)),
        Some("str") => value.is_some_and(|text| !is_blank(text)),
        _ => value.is_some_and(|text| !text.trim().is_empty()),
    }
}

fn is_shared(formula: &Tag<'_>) -> bool {
    attribute(formula.head, "t").as_deref() == Some("shared")
}

/// Whether any `<t>` holds more than white space. Phonetic text (`<rPh>`) does not count.
fn has_text(inside: &str) -> bool {
    let phonetic: Vec<std::ops::Range<*const u8>> =
        tags(inside, "rPh").map(|tag| tag.inside.as_bytes().as_ptr_range()).collect();
    let is_phonetic = |text: &str| phonetic.iter().any(|range| range.contains(&text.as_ptr()));
    tags(inside, "t").any(|tag| !is_phonetic(tag.inside) && !is_blank(tag.inside))
}

fn ods_sheets(content: &str) -> SheetTotals {
    let of_table = |table: Tag<'_>| {
        let name = attribute(table.head, "name").unwrap_or_default();
        let rows = tags(table.inside, "table-row").map(|row| {
            let is_filled = ["table-cell", "covered-table-cell"].iter().any(|cell| {
                tags(row.inside, cell)
                    .any(|cell| tags(cell.inside, "p").any(|text| !is_blank(&without_tags(text.inside))))
            });
            let n = attribute(row.head, "number-rows-repeated").and_then(|n| n.parse().ok()).unwrap_or(1);
            if is_filled { n } else { 0_u64 }
        });
        (name, rows.sum())
    };
    tags(content, "table").map(of_table).collect()
}

/// A tag and the text inside the element.
struct Tag<'t> {
    head: &'t str,
    inside: &'t str,
}

/// Returns all elements with a local name, except those inside one another.
fn tags<'t>(text: &'t str, name: &'static str) -> impl Iterator<Item = Tag<'t>> + 't {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text[at..].find('<')?;
            let end = start + text[start..].find('>')?;
            let head = &text[start + 1..end];
            at = end + 1;
            if local_name(head) != name {
                continue;
            }
            if head.ends_with('/') {
                return Some(Tag { head, inside: "" });
            }
            // The closing tag has the same prefix.
            let own = head.split([' ', '\t', '\n', '\r']).next().unwrap_or(head);
            let close = format!("</{own}>");
            let length = text[at..].find(&close)?;
            let inside = &text[at..at + length];
            at += length + close.len();
            return Some(Tag { head, inside });
        }
    })
}

fn local_name(head: &str) -> &str {
    let own = head.split([' ', '\t', '\n', '\r', '/']).next().unwrap_or(head);
    own.rsplit(':').next().unwrap_or(own)
}

/// Returns an attribute by its local name.
fn attribute(head: &str, name: &str) -> Option<String> {
    let mut rest = head;
    while let Some(equals) = rest.find('=') {
        let own = rest[..equals].trim_end().rsplit([' ', '\t', '\n', '\r']).next()?;
        let after = rest[equals + 1..].trim_start();
        let mark = after.chars().next().filter(|c| *c == '"' || *c == '\'')?;
        let length = after[1..].find(mark)?;
        if own.rsplit(':').next() == Some(name) {
            return Some(decoded(&after[1..=length]));
        }
        rest = &after[length + 2..];
    }
    None
}

/// Whether a text is white space after its entities are decoded.
fn is_blank(text: &str) -> bool {
    decoded(text).chars().all(|c| c.is_whitespace() || ['\u{feff}', '\u{200b}'].contains(&c))
}

fn without_tags(text: &str) -> String {
    text.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, after)| after)).collect()
}

/// Returns a text with its entities decoded.
fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        out.push_str(&rest[..start]);
        let Some(end) = rest[start..].find(';') else { break };
        let entity = &rest[start + 1..start + end];
        let number = entity
            .strip_prefix("#x")
            .and_then(|hex| u32::from_str_radix(hex, 16).ok())
            .or_else(|| entity.strip_prefix('#')?.parse().ok());
        match (entity, number.and_then(char::from_u32)) {
            ("amp", _) => out.push('&'),
            ("lt", _) => out.push('<'),
            ("gt", _) => out.push('>'),
            ("quot", _) => out.push('"'),
            ("apos", _) => out.push('\''),
            (_, Some(letter)) => out.push(letter),
            _ => out.push_str(&rest[start..=start + end]),
        }
        rest = &rest[start + end + 1..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_attributes_are_found_under_any_prefix() {
        let text = r#"<x:row r="1"><x:c t="s"><x:v>0</x:v></x:c></x:row><x:row r="2"/><x:rows/>"#;
        assert_eq!(tags(text, "row").count(), 2);
        let cell = tags(text, "c").next().unwrap();
        assert!(is_filled(&cell, &[true]) && !is_filled(&cell, &[false]));
        assert_eq!(attribute(r#"sheet name="A &amp; B" r:id='rId1'"#, "id").as_deref(), Some("rId1"));
        assert_eq!(attribute(r#"sheet name="A &amp; B" r:id='rId1'"#, "name").as_deref(), Some("A & B"));
        for (string, expected) in [("<t> </t>", false), ("<r><t>x</t></r>", true), ("<rPh><t>y</t></rPh>", false)] {
            assert_eq!(has_text(string), expected, "{string}");
        }
        assert!(is_blank(" &#160;\n") && !is_blank("&#65;"));
    }

    #[test]
    fn repeated_rows_of_an_ods_are_counted() {
        let content = r#"<table:table table:name="Fiches"><table:table-row table:number-rows-repeated="3"><table:table-cell>
            <text:p><text:span>a</text:span></text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="1048573"><table:table-cell/></table:table-row></table:table>"#;
        assert_eq!(ods_sheets(content), [("Fiches".to_owned(), 3)]);
    }
}
