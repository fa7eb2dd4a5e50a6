//! A value as a person types it in a decision -> the value.

use crate::record::{CellValue, MaritalStatus, RuledValue, Sex};

use super::{DateReading, Lists, clean, read_date, text};

/// Reads the value of a column of `persons`; `None` if it can't be read. A text may be empty: there is none.
#[must_use]
pub fn ruled_value(field: &str, typed: &str, lists: &Lists) -> Option<RuledValue> {
    let words = clean(typed);
    match field {
        "nom" => Some(RuledValue::Nom(words.to_uppercase())),
        "postnom" => Some(RuledValue::Postnom(words.to_uppercase())),
        "prenom" => Some(RuledValue::Prenom(words)),
        "sex" => Sex::from_code(&words.to_uppercase()).or_else(|| lists.codes.sex(&words)).map(RuledValue::Sex),
        "born_on" => match read_date(&CellValue::Text(typed.trim().into()), None) {
            DateReading::Read(date) if !text::is_placeholder(typed) => Some(RuledValue::BornOn(date)),
            _ => None,
        },
        "birth_place" => Some(RuledValue::BirthPlace(words)),
        "quartier" => match lists.quartiers.recognise(&words) {
            Some((id, true)) => Some(RuledValue::Quartier(id)),
            _ => None,
        },
        "marital_status" => MaritalStatus::from_code(&words.to_lowercase())
            .or_else(|| lists.codes.marital_status(&words))
            .map(RuledValue::MaritalStatus),
        "occupation" => Some(RuledValue::Occupation(words)),
        _ => None,
    }
}
