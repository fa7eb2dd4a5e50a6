//! Values that a person's word gives: they stand whatever the rows say.

use crate::record::PersonValue;

use super::Register;

impl Register {
    /// Gives the persons of rows the values that were decided for them.
    pub fn apply(&mut self, values: &[(u32, PersonValue)]) {
        for (row, value) in values {
            let person = &mut self.persons[self.person_of_row[*row as usize] as usize];
            match value.clone() {
                PersonValue::Nom(text) => person.nom = text.into(),
                PersonValue::Postnom(text) => person.postnom = text.into(),
                PersonValue::Prenom(text) => person.prenom = text.into(),
                PersonValue::Sex(sex) => person.sex = Some(sex),
                PersonValue::BornOn(born) => person.born = Some(born),
                PersonValue::BirthPlace(text) => person.birth_place = text.into(),
                PersonValue::Quartier(quartier) => person.quartier = Some(quartier),
                PersonValue::MaritalStatus(status) => person.marital_status = Some(status),
                PersonValue::Occupation(text) => person.occupation = text.into(),
            }
        }
    }
}
