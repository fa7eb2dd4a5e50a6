//! Shows a person withdrawn with the values that the register last held.

use crate::store::{PersonRow, WithdrawnRow};

/// Status of a person whose rows are gone.
pub(super) const WITHDRAWN: &str = "withdrawn";

/// The row of `persons` of a person withdrawn.
pub(super) fn as_person(row: &WithdrawnRow) -> PersonRow {
    PersonRow {
        person_id: row.person_id.clone(),
        nom: row.nom.clone(),
        postnom: row.postnom.clone(),
        prenom: row.prenom.clone(),
        sex: row.sex.clone(),
        born_on: row.born_on,
        born_on_precision: row.born_on_precision.clone(),
        quartier: row.quartier.clone(),
        status: WITHDRAWN.to_owned(),
        registered_in: row.registered_in,
        ..PersonRow::default()
    }
}
