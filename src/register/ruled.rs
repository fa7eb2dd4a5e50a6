//! Values that a person's word gives: they stand whatever the rows say.

use crate::record::RuledValue;

use super::Register;

impl Register {
    /// Gives the persons of rows the values that were decided for them.
    pub fn apply(&mut self, values: &[(u32, RuledValue)]) {
        for (row, value) in values {
            let person = &mut self.persons[self.person_of_row[*row as usize] as usize];
            match value.clone() {
                RuledValue::Nom(text) => person.nom = text.into(),
                RuledValue::Postnom(text) => person.postnom = text.into(),
                RuledValue::Prenom(text) => person.prenom = text.into(),
                RuledValue::Sex(sex) => person.sex = Some(sex),
                RuledValue::BornOn(born) => person.born = Some(born),
                RuledValue::BirthPlace(text) => person.birth_place = text.into(),
                RuledValue::Quartier(quartier) => person.quartier = Some(quartier),
                RuledValue::MaritalStatus(status) => person.marital_status = Some(status),
                RuledValue::Occupation(text) => person.occupation = text.into(),
            }
        }
    }
}
