//! A chart as a file of its own, which a link of the page saves.

use std::fmt::Write;

use super::chart::{WIDTH, text};

/// The margin of a saved picture beside the drawing.
const MARGIN: f64 = 14.0;

/// Rules of the page for a drawing alone, without its colours; the first line of the page's styles names them.
const PAGE_STYLES: &str = include_str!("page.css");

/// Returns the SVG of a chart as a file of its own: with styles, white ground, title and a foot, such as its origin and
/// what its signs mean. Title and foot are broken into lines that fit.
pub(super) fn picture(drawn: &str, title: &str, foot: &[String]) -> String {
    // Characters of a line, at the size of the title and of the foot.
    let title = lines_of(title, 72);
    let foot: Vec<String> = foot.iter().flat_map(|line| lines_of(line, 104)).collect();
    let above = 24.0 + 20.0 * title.len() as f64;
    let below = 14.0 + 16.0 * foot.len() as f64;
    let (head, body) = drawn.split_once("</desc>").unwrap_or((drawn, ""));
    let height: f64 = head.split('"').nth(1).and_then(|own| own.split(' ').nth(3)?.parse().ok()).unwrap_or(300.0);
    let (_, names) = head.split_once("role=").unwrap_or(("", ""));
    let (all, wide) = (height + above + below, WIDTH + 2.0 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{all}\" viewBox=\"-{MARGIN} -{above} {wide} \
         {all}\" role={names}</desc><style>{}</style>\
         <rect class=\"ground\" x=\"-{MARGIN}\" y=\"-{above}\" width=\"{wide}\" height=\"{all}\"/>",
        picture_styles()
    );
    for (place, line) in title.iter().enumerate() {
        text(&mut svg, "title", (0.0, 22.0 - above + 20.0 * place as f64), line);
    }
    for (place, line) in foot.iter().enumerate() {
        text(&mut svg, "tick", (0.0, height + 20.0 + 16.0 * place as f64), line);
    }
    svg + body
}

/// Breaks a text into lines of at most `most` characters, between words.
fn lines_of(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Returns the page's rules for drawings, with the colours of paper in place of their names.
fn picture_styles() -> String {
    let colours = PAGE_STYLES.lines().next().and_then(|line| line.strip_prefix(":root{")?.strip_suffix('}'));
    let rules = PAGE_STYLES.lines().take_while(|line| !line.starts_with("@media print"));
    let mut styles =
        "svg{font-family:sans-serif}.ground{fill:#fff}svg .title{font-size:16px;font-weight:600}".to_owned();
    styles.extend(rules.filter(|line| line.starts_with("svg ")));
    for (name, colour) in colours.unwrap_or_default().split(';').filter_map(|own| own.split_once(':')) {
        styles = styles.replace(&format!("var({name})"), colour);
    }
    styles
}

/// Returns a drawing as the address of a file that a link can save.
pub(super) fn data_address(svg: &str) -> String {
    let mut address = "data:image/svg+xml,".to_owned();
    for byte in svg.bytes() {
        let is_plain = byte.is_ascii_alphanumeric() || b"-_.,;()/= +{}".contains(&byte);
        if is_plain {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::super::chart::svg;
    use super::super::document::ChartKind;
    use super::super::labels::Labels;
    use super::*;
    use crate::messages::{Lang, Messages};

    #[test]
    fn the_foot_of_a_saved_picture_is_broken_into_lines_that_fit() {
        let labels = Labels { messages: &Messages::new(Lang::Nl) };
        let table = labels.table("t", "title", "", Vec::new());
        let drawn = svg(&labels.chart("age-chart", ChartKind::Columns(vec![0])), &table, &labels);
        let long = vec!["Kimbanseke: bevolking en aangegeven geboorten · publicatie nr. 2 · ".repeat(4)];
        let picture = picture(&drawn, &"Aandeel tijdig van de geboorten ".repeat(4), &long);
        let texts = || picture.split("<text ").skip(1);
        let shown: Vec<&str> = texts().filter_map(|text| text.split('>').nth(1)?.split('<').next()).collect();
        assert!(shown.iter().all(|line| line.chars().count() <= 104), "{shown:?}");
        let joined = shown.join(" ");
        assert_eq!((joined.matches("publicatie nr. 2").count(), joined.matches("Aandeel").count()), (4, 4));
        // The last line is within the picture.
        let number = |name: &str, of: &str| of.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse().ok();
        let view: Vec<f64> = picture.split('"').nth(7).unwrap().split(' ').map(|n| n.parse().unwrap()).collect();
        let lowest = texts().filter_map(|text| number(" y", text)).fold(0.0, f64::max);
        assert!(lowest + 6.0 <= view[1] + view[3], "{lowest} {view:?}");
    }
}
