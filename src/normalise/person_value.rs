//! Reads the value that a person typed in a decision.

use crate::record::{CellValue, MaritalStatus, PersonValue, Sex};

use super::ReferenceData;
use super::dates::{DateReading, read_date};
use super::text::{clean, is_placeholder};

/// Reads a value of a column of `persons`; `None` if it cannot be read. An empty text means that the person has none.
pub fn read_person_value(field: &str, typed: &str, reference: &ReferenceData) -> Option<PersonValue> {
    let (text, codes) = (clean(typed), &reference.codes);
    match field {
        "nom" => Some(PersonValue::Nom(text.to_uppercase())),
        "postnom" => Some(PersonValue::Postnom(text.to_uppercase())),
        "prenom" => Some(PersonValue::Prenom(text)),
        "sex" => Sex::from_code(&text.to_uppercase()).or_else(|| codes.sex(&text)).map(PersonValue::Sex),
        "born_on" => match read_date(&CellValue::Text(typed.trim().into()), None) {
            DateReading::Read(date) if !is_placeholder(typed) => Some(PersonValue::BornOn(date)),
            _ => None,
        },
        "birth_place" => Some(PersonValue::BirthPlace(text)),
        "quartier" => match reference.quartiers.recognise(&text) {
            Some((id, true)) => Some(PersonValue::Quartier(id)),
            _ => None,
        },
        "marital_status" => MaritalStatus::from_code(&text.to_lowercase())
            .or_else(|| codes.marital_status(&text))
            .map(PersonValue::MaritalStatus),
        "occupation" => Some(PersonValue::Occupation(text)),
        _ => None,
    }
}
