//! Reads addresses: avenue and parcel, from one cell or from two.

use crate::record::{Field, RawRow};

use super::text::{clean, is_placeholder};

pub(super) fn row_address(raw: &RawRow) -> (String, String) {
    match raw.cell(Field::Address) {
        Some(cell) => address(&cell.value.display_text()),
        None => (avenue(&raw.field_text(Field::Avenue)), parcel(&raw.field_text(Field::Parcel))),
    }
}

/// Avenue and parcel of cells that hold an address: of the one cell that holds both, else of the two.
pub(crate) fn house_of(whole: &str, avenue_cell: &str, parcel_cell: &str) -> (String, String) {
    if whole.is_empty() { (avenue(avenue_cell), parcel(parcel_cell)) } else { address(whole) }
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
    fn an_address_is_split_into_avenue_and_parcel() {
        for (typed, expected) in [
            ("Av. Kasa-Vubu n°58", ("Kasa-Vubu", "58")),
            ("Av. Dibaya n°156 bis", ("Dibaya", "156 bis")),
            ("12, rue Boma", ("12, rue Boma", "")),
            ("Avenue École 31 bis", ("École", "31 bis")),
            ("Lodja", ("Lodja", "")),
            ("", ("", "")),
            ("Av. 17 Mai n° 4", ("17 Mai", "4")),
        ] {
            assert_eq!(address(typed), (expected.0.to_owned(), expected.1.to_owned()), "{typed}");
        }
    }
}
