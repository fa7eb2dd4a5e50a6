//! Reads addresses: avenue and parcel, from one cell or from two.

use crate::record::{Field, RawRow, fold};

use super::text::{clean, is_placeholder};

pub(super) fn row_address(raw: &RawRow) -> (String, String) {
    match raw.cell(Field::Address) {
        Some(cell) => address(&cell.value.display_text()),
        None => of_two_cells(&raw.field_text(Field::Avenue), &raw.field_text(Field::Parcel)),
    }
}

/// Avenue and parcel of cells that hold an address: of the one cell that holds both, else of the two.
pub(crate) fn house_of(whole: &str, avenue_cell: &str, parcel_cell: &str) -> (String, String) {
    if whole.is_empty() { of_two_cells(avenue_cell, parcel_cell) } else { address(whole) }
}

/// Avenue and parcel of two cells. The cell of the parcel may hold both: `Av. Kimbondo n° 23`, `3 Av. Yolo`.
fn of_two_cells(avenue_cell: &str, parcel_cell: &str) -> (String, String) {
    let avenue = avenue(avenue_cell);
    match avenue.is_empty() && names_avenue(parcel_cell) {
        true => address(parcel_cell),
        false => (avenue, parcel(parcel_cell)),
    }
}

/// Whether a text has the word "avenue" or "rue" before a name.
fn names_avenue(text: &str) -> bool {
    const LONGEST: usize = 100;
    text.len() <= LONGEST && fold(text).split(' ').any(|word| matches!(word, "AV" | "AVE" | "AVENUE" | "RUE"))
}

/// The name behind the word "quartier" in an address, `Luozi 8, Q/Mikondo`, and the address without both.
pub(crate) fn labelled_quartier(typed: &str) -> Option<(String, String)> {
    const LABELS: [&str; 8] = ["quartier", "qtier", "qrtier", "quart.", "qrt", "qt", "q/", "q."];
    let cleaned = clean(typed);
    let lower = cleaned.to_lowercase();
    if lower.len() != cleaned.len() {
        return None;
    }
    let starts = (0..lower.len()).filter(|at| lower.is_char_boundary(*at));
    let (start, end) = starts.filter(|at| !lower[..*at].ends_with(char::is_alphanumeric)).find_map(|at| {
        let label = LABELS.iter().find(|label| lower[at..].starts_with(**label))?;
        let rest = &lower[at + label.len()..];
        let is_word = label.ends_with(['/', '.']) || rest.starts_with([' ', '/', '.', ':']);
        is_word.then(|| (at, lower.len() - rest.trim_start_matches([' ', '/', '.', ':']).len()))
    })?;
    let name = cleaned[end..].split([',', ';', '(']).next().unwrap_or_default();
    // "Q/Mikondo Av Kimbangu n°15" and "Q/Boma - Kasa 3" have the house behind the quartier.
    let house = [" - ", " av ", " av.", " av/", " avenue ", " rue ", " n°", " nº", " no ", " parcelle "];
    let cut = house.iter().filter_map(|word| lower[end..end + name.len()].find(word)).min();
    let name = cut.map_or(name, |cut| &name[..cut]);
    let before = cleaned[..start].trim_end_matches([' ', ',', ';', '-', '/']);
    let after = cleaned[end + name.len()..].trim_start_matches([' ', ',', ';', '-']);
    let without = [before, after].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    (!name.trim().is_empty()).then(|| (name.trim().to_owned(), without))
}

/// Splits an address in one cell into avenue and parcel: `Av. Kasa-Vubu n°58 bis` is `Kasa-Vubu`, `58 bis`. A quartier
/// in it is left out.
pub(super) fn address(typed: &str) -> (String, String) {
    let cleaned = labelled_quartier(typed).map_or_else(|| clean(typed), |(_, without)| without);
    // "12/5" is the number of a parcel.
    if !cleaned.contains(char::is_alphabetic) {
        return (String::new(), parcel(&cleaned));
    }
    if let Some((number, street)) = number_before_avenue(&cleaned) {
        return (avenue(street), parcel(number));
    }
    let lower = cleaned.to_lowercase();
    let cut = ["n°", "nº", " no ", " n. ", " numéro ", " numero ", " num "]
        .iter()
        .filter_map(|mark| lower.find(mark).map(|at| (at, at + mark.len())))
        .min()
        .filter(|(_, end)| lower.is_char_boundary(*end) && cleaned.is_char_boundary(*end))
        .or_else(|| {
            // Without a mark, the parcel begins at the first number after a space, a comma or a slash.
            let is_start = |at: &usize| lower[..*at].ends_with([' ', ',', '/']);
            let mut digits = lower.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at);
            digits.find(is_start).map(|at| (at, at))
        });
    match cut {
        Some((start, end)) if lower.len() == cleaned.len() => (avenue(&cleaned[..start]), parcel(&cleaned[end..])),
        _ => (avenue(&cleaned), String::new()),
    }
}

/// The number that stands before the word "avenue" or "rue", and the rest: `3 Av. Yolo`, `12 bis, rue Boma`.
fn number_before_avenue(text: &str) -> Option<(&str, &str)> {
    const SHORTEST: [&str; 4] = ["avenue ", "av. ", "av ", "rue "];
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    let is_start = |at: &usize| lower[..*at].ends_with([' ', ',', '/']) && text.is_char_boundary(*at);
    let at = SHORTEST.iter().filter_map(|word| lower.find(word)).filter(is_start).min()?;
    let number = text[..at].trim_matches([' ', ',', '/', '-']);
    let bare = number.trim_start_matches(['n', 'N', '°', 'º', ' ', '.']);
    let is_number = bare.starts_with(|c: char| c.is_ascii_digit()) && bare.len() <= 10;
    // "30 Juin" is a name.
    let last = text[at..].split_whitespace().next_back().unwrap_or_default();
    let has_other =
        text[at..].bytes().any(|b| b.is_ascii_digit()) && (last.len() < 4 || !last.contains(char::is_alphabetic));
    (is_number && !has_other).then(|| (number, &text[at..]))
}

/// Returns the name of an avenue without the word "avenue" or "rue".
pub(super) fn avenue(typed: &str) -> String {
    let cleaned = clean(typed);
    if is_placeholder(&cleaned) {
        return String::new();
    }
    let trimmed = cleaned.trim_matches([',', '.', ' ', '/', '-']);
    let bare = [
        "avenue ", "av. ", "av ", "av.", "rue ", "Avenue ", "Av. ", "Av ", "Av.", "AVENUE ", "AV. ", "AV ", "AV.",
        "Rue ", "RUE ",
    ]
    .iter()
    .find_map(|word| trimmed.strip_prefix(word))
    .unwrap_or(trimmed);
    bare.trim().to_owned()
}

/// Returns the number of a parcel without the sign "n°".
pub(super) fn parcel(typed: &str) -> String {
    let cleaned = clean(typed);
    if is_placeholder(&cleaned) {
        return String::new();
    }
    cleaned.trim_start_matches(['n', 'N', '°', 'º', '.', ':', ' ', ',']).trim_end_matches([',', '.', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quartier_in_an_address_is_told_from_the_avenue() {
        for (typed, expected) in [
            ("Luozi 8, Q/Mikondo", Some(("Mikondo", "Luozi", "8"))),
            ("Mbanza-Ngungu 8, Q. Boma", Some(("Boma", "Mbanza-Ngungu", "8"))),
            ("Q/Biyela", Some(("Biyela", "", ""))),
            ("Quartier Boma, av. Lodja n° 3", Some(("Boma", "Lodja", "3"))),
            (
                "av. Lodja 3 - Quartier : Kimbanseke Boma (près du marché)",
                Some(("Kimbanseke Boma", "Lodja", "3 (près du marché)")),
            ),
            ("Qt Boma", Some(("Boma", "", ""))),
            ("Q/Mikondo Av Kimbangu n°15", Some(("Mikondo", "Kimbangu", "15"))),
            ("Q/ Disasi, Av. Ngufu 29", Some(("Disasi", "Ngufu", "29"))),
            ("Quartier Kimbanseke Boma avenue Lodja no 3 bis", Some(("Kimbanseke Boma", "Lodja", "3 bis"))),
            ("Q/Avenir", Some(("Avenir", "", ""))),
            ("Av. Quartiers-Unis 4", None),
            ("Av. Que Dieu n° 4", None),
            ("Q/", None),
        ] {
            let found = labelled_quartier(typed).map(|(name, _)| (name, address(typed)));
            let expected = expected.map(|(name, avenue, parcel): (&str, &str, &str)| {
                (name.to_owned(), (avenue.to_owned(), parcel.to_owned()))
            });
            assert_eq!(found, expected, "{typed}");
        }
    }

    #[test]
    fn a_parcel_cell_may_hold_the_avenue_too() {
        for (avenue, parcel, expected) in [
            ("", "Av. Kimbondo n° 23", ("Kimbondo", "23")),
            ("", "3 Av. Yolo", ("Yolo", "3")),
            ("", "23 bis", ("", "23 bis")),
            ("Lodja", "3 Av. Yolo", ("Lodja", "3 Av. Yolo")),
        ] {
            assert_eq!(house_of("", avenue, parcel), (expected.0.to_owned(), expected.1.to_owned()), "{parcel}");
        }
    }

    #[test]
    fn an_address_is_split_into_avenue_and_parcel() {
        for (typed, expected) in [
            ("Av. Kasa-Vubu n°58", ("Kasa-Vubu", "58")),
            ("Av. Dibaya n°156 bis", ("Dibaya", "156 bis")),
            ("12, rue Boma", ("Boma", "12")),
            ("3 Av. Yolo", ("Yolo", "3")),
            ("12/5", ("", "12/5")),
            ("Saio 9", ("Saio", "9")),
            ("N° 12 bis, avenue Kasa-Vubu", ("Kasa-Vubu", "12 bis")),
            ("3 Av. 30 Juin", ("30 Juin", "3")),
            ("Avenue École 31 bis", ("École", "31 bis")),
            ("Lodja", ("Lodja", "")),
            ("", ("", "")),
            ("Av. 17 Mai n° 4", ("17 Mai", "4")),
        ] {
            assert_eq!(address(typed), (expected.0.to_owned(), expected.1.to_owned()), "{typed}");
        }
    }
}
