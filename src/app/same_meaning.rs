//! Whether two texts of one field mean the same: `M` and `Masc.`, `21 janvier 2012` and `21/01/2012`.

use crate::config::Config;
use crate::error::Result;
use crate::ingest::Reference;
use crate::normalise::{self, Codes, Quartiers, ReferenceData};
use crate::record::fold;

/// The lists by which two texts are compared.
pub(super) fn lists_of(reference: &Reference, config: &Config) -> Result<ReferenceData> {
    Ok(ReferenceData {
        quartiers: Quartiers::new(&reference.quartiers),
        codes: Codes::new(&config.words)?,
        today: chrono::NaiveDate::MAX,
    })
}

/// Whether two texts of a field (`nom`, `birth_date`…) mean the same.
pub(super) fn mean_the_same(field: &str, one: &str, other: &str, lists: &ReferenceData) -> bool {
    if fold(one) == fold(other) {
        return true;
    }
    if field == "relation" {
        let [one, other] = [one, other].map(|text| lists.codes.relation(text));
        return one.is_some() && one == other;
    }
    let column = match field {
        "birth_date" | "declared_on" | "judgment_date" | "event_date" => "born_on",
        "sex" | "marital_status" | "quartier" => field,
        _ => return false,
    };
    if one.is_empty() || other.is_empty() {
        return false;
    }
    let [one, other] = [one, other].map(|text| normalise::read_person_value(column, text, lists));
    one.is_some() && one == other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_spelling_of_a_value_means_the_same() {
        let lists = ReferenceData {
            quartiers: Quartiers::new(&[]),
            codes: Codes::new(&Default::default()).unwrap(),
            today: chrono::NaiveDate::MAX,
        };
        for (field, one, other, expected) in [
            ("sex", "Masc.", "m", true),
            ("sex", "F", "M", false),
            ("birth_date", "21 janvier 2012", "2012-01-21", true),
            ("declared_on", "1/3/2012", "01/03/2012", true),
            ("birth_date", "1948-11-12", "1948", false),
            ("birth_date", "1948", "", false),
            ("nom", "MBALA", "Mbala", true),
            ("prenom", "Kethia", "Ketshia", false),
            ("prenom", "", "", true),
            ("relation", "Fils", "enfant", true),
            ("relation", "Fils", "Neveu", false),
            ("relation", "", "Neveu", false),
        ] {
            assert_eq!(mean_the_same(field, one, other, &lists), expected, "{field}: {one} / {other}");
        }
    }
}
