//! Finds the parents whom an act of birth names among the persons of the register.

use chrono::Datelike;

use crate::error::Result;
use crate::find::Query;
use crate::record::fold;
use crate::store::PersonRow;

use super::birth_act::ActParent;
use super::find::find_in;
use super::reader::RegisterReader;

/// Most persons of similar names that are compared with the name of a parent.
const MOST_NAMESAKES: usize = 50;
/// Fewest years between the births of a parent and a child.
const FEWEST_YEARS: i32 = 12;

/// Finds each parent of a child among the persons of the register.
pub(super) fn find_parents(
    reader: &RegisterReader<'_>,
    child: &PersonRow,
    mut parents: Vec<ActParent>,
) -> Result<Vec<ActParent>> {
    for parent in &mut parents {
        let query = Query { name: parent.name.clone(), ..Query::default() };
        let found = find_in(reader.generation, &query, MOST_NAMESAKES)?;
        let fitting = found.iter().filter(|own| own.withdrawn.is_none() && may_be_parent(&own.person, parent, child));
        let ids: Vec<&String> = fitting.map(|own| &own.person.person_id).collect();
        parent.person_id = match ids.as_slice() {
            [only] if found.len() < MOST_NAMESAKES => Some((*only).clone()),
            _ => None,
        };
    }
    Ok(parents)
}

/// Whether a person has the whole name of a parent, and neither the sex nor the year of birth says otherwise.
fn may_be_parent(person: &PersonRow, parent: &ActParent, child: &PersonRow) -> bool {
    let words = |name: &str| {
        let mut words: Vec<String> = fold(name).split_whitespace().map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    let is_of_sex = person.sex.as_deref().is_none_or(|sex| (sex == "M") == (parent.relation == "father"));
    let years = person.born_on.zip(child.born_on).map(|(parent, child)| child.year() - parent.year());
    person.person_id != child.person_id
        && is_of_sex
        && years.is_none_or(|years| years >= FEWEST_YEARS)
        && words(&person.whole_name()) == words(&parent.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parent_has_the_whole_name_the_sex_and_the_years() {
        let person = |nom: &str, postnom: &str, prenom: &str, sex: &str, born: &str| PersonRow {
            person_id: prenom.into(),
            nom: nom.into(),
            postnom: postnom.into(),
            prenom: prenom.into(),
            sex: Some(sex.into()).filter(|sex: &String| !sex.is_empty()),
            born_on: born.parse().ok(),
            ..PersonRow::default()
        };
        let child = person("XILUNGA", "KENGE", "Zoé", "F", "2020-03-01");
        let father = ActParent { relation: "father".into(), name: "Xilunga Kengé SAMUEL".into(), person_id: None };
        let fits = |own: &PersonRow| may_be_parent(own, &father, &child);
        assert!(fits(&person("XILUNGA", "KENGE", "Samuel", "M", "1990-01-01")));
        assert!(fits(&person("XILUNGA", "KENGE", "Samuel", "", "")));
        assert!(!fits(&person("XILUNGA", "KENGE", "Samuel", "F", "1990-01-01")));
        assert!(!fits(&person("XILUNGA", "KENGE", "Samuel", "M", "2015-01-01")));
        assert!(!fits(&person("XILUNGA", "", "Samuel", "M", "1990-01-01")));
    }
}
