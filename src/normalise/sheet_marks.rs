//! Removes what a spreadsheet or another program wrote around a value: `'MBUNGA`, `="00123"`, `12.0`, `Ã©` for `é`.
//!
//! Only what is certain is removed. The raw row keeps the text as typed.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

use crate::record::{CellValue, Field, RawCell, RawRow};

/// Returns the row with values as their author meant them.
pub(super) fn without_sheet_marks(raw: &RawRow) -> Cow<'_, RawRow> {
    if !raw.cells.iter().chain(&raw.carried).any(may_be_marked) {
        return Cow::Borrowed(raw);
    }
    let mut clean = raw.clone();
    for cell in clean.cells.iter_mut().chain(&mut clean.carried) {
        if let CellValue::Text(text) = &cell.value
            && let Some(meant) = value_meant(text, cell.field)
        {
            cell.value = CellValue::Text(meant.into());
        }
    }
    Cow::Owned(clean)
}

/// A quick test: whether the text may need a closer look.
fn may_be_marked(cell: &RawCell) -> bool {
    let CellValue::Text(text) = &cell.value else { return false };
    let bytes = text.as_bytes();
    matches!(bytes.first(), Some(b'\'' | b'=' | b'"' | b'+'))
        || bytes.ends_with(b".0")
        || (!text.is_ascii() && text.contains(['Ã', 'Â', 'â', '♂', '♀']))
}

/// Returns the value that a marked text stands for; `None` if it stands for itself.
fn value_meant(text: &str, field: Field) -> Option<String> {
    if field == Field::Sex {
        match text.trim() {
            "♂" | "♂\u{fe0f}" => return Some("M".to_owned()),
            "♀" | "♀\u{fe0f}" => return Some("F".to_owned()),
            _ => {}
        }
    }
    let bare = without_formula(text.trim()).unwrap_or(text);
    let fixed = without_mojibake(bare);
    let is_number = is_numbered(field)
        && fixed
            .strip_suffix(".0")
            .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()));
    let meant = if is_number { &fixed[..fixed.len() - 2] } else { &*fixed };
    (meant != text).then(|| meant.to_owned())
}

/// Returns the text in `="…"`, `=T("…")` or after a leading apostrophe.
fn without_formula(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix('\'') {
        // `''` alone is a ditto mark.
        return (!rest.is_empty() && !rest.starts_with('\'')).then(|| rest.strip_suffix('\'').unwrap_or(rest));
    }
    let formula = text.strip_prefix(['=', '+'])?.trim();
    let formula = match formula.get(..2) {
        Some(call) if call.eq_ignore_ascii_case("T(") => formula[2..].strip_suffix(')')?.trim(),
        _ => formula,
    };
    let inside = formula.strip_prefix('"')?.strip_suffix('"')?;
    (!inside.contains('"')).then_some(inside)
}

/// Returns the letters that were written in UTF-8 and read as Windows-1252.
fn without_mojibake(text: &str) -> Cow<'_, str> {
    if !text.contains(['Ã', 'Â', 'â']) {
        return Cow::Borrowed(text);
    }
    let (bytes, _, has_other_letters) = WINDOWS_1252.encode(text);
    match std::str::from_utf8(&bytes) {
        Ok(fixed) if !has_other_letters => Cow::Owned(fixed.to_owned()),
        _ => Cow::Borrowed(text),
    }
}

/// Whether a column holds whole numbers, which some programs write with a decimal.
fn is_numbered(field: Field) -> bool {
    use Field::{ActNumber, Age, BirthDay, BirthMonth, BirthYear, DeclaredDay, DeclaredMonth, DeclaredYear};
    use Field::{Fiche, Folio, Order, Parcel, Sex, Volume, Year};
    matches!(field, ActNumber | Age | BirthDay | BirthMonth | BirthYear | DeclaredDay | DeclaredMonth | DeclaredYear)
        || matches!(field, Fiche | Folio | Order | Parcel | Sex | Volume | Year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_a_spreadsheet_are_removed_where_they_are_certain() {
        for (typed, field, meant) in [
            ("'MBUNGA", Field::Nom, Some("MBUNGA")),
            ("=\"KITOKO\"", Field::Nom, Some("KITOKO")),
            ("=T(\"KITOKO\")", Field::Nom, Some("KITOKO")),
            ("=\"00123\"", Field::ActNumber, Some("00123")),
            ("KOKOÃ©", Field::Nom, Some("KOKOé")),
            ("BÃ‰ATRICE", Field::Prenom, Some("BÉATRICE")),
            ("Nâ€™SELE", Field::BirthPlace, Some("N’SELE")),
            ("12.0", Field::Fiche, Some("12")),
            ("12.0", Field::Occupation, None),
            ("♀", Field::Sex, Some("F")),
            ("JOÃO", Field::Prenom, None),
            ("''", Field::Nom, None),
            ("N'SELE", Field::Nom, None),
            ("=A1&B1", Field::Nom, None),
            ("Béatrice", Field::Prenom, None),
        ] {
            assert_eq!(value_meant(typed, field).as_deref(), meant, "{typed}");
        }
    }
}
