//! What the act of birth of a person says of itself: its number with the year of its register, and the parents.

use std::collections::HashMap;

use chrono::Datelike;

use crate::error::Result;
use crate::messages::{Messages, say};
use crate::store::{BirthRow, LineageRow, PersonRow};

use super::pairs;
use super::reader::{RegisterReader, scan};

/// A parent whom the act of a person names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ActParent {
    /// `father` or `mother`.
    pub relation: String,
    /// The name as typed.
    pub name: String,
    /// The identifier of the only person of the register who has this whole name and may be this parent; `None` if there
    /// is none, or more than one.
    pub person_id: Option<String>,
}

/// The father and the mother whom an act names.
pub(super) fn parents_of_act(reader: &RegisterReader<'_>, act: LineageRow) -> Result<Vec<ActParent>> {
    let cells = pairs::cells_as_read(&act);
    let acts = [act];
    let fields = pairs::fields_of(&pairs::sheet_columns(reader.generation, &acts)?, &acts[0]);
    let parent = |(letters, name): (String, String)| {
        let relation = fields.get(&letters).filter(|field| matches!(field.as_str(), "father" | "mother"))?;
        let name = name.trim().to_owned();
        pairs::names_something(&name).then(|| ActParent { relation: relation.clone(), name, person_id: None })
    };
    Ok(cells.into_iter().filter_map(parent).filter(|parent| parent.name.contains(char::is_alphabetic)).collect())
}

/// The year of the register of births by the identifier of the child, for those of these persons who have an act.
pub(super) fn act_years<'p>(
    reader: &RegisterReader<'_>,
    persons: impl Iterator<Item = &'p PersonRow>,
) -> Result<HashMap<String, i32>> {
    const UNUSED: [&str; 14] = [
        "file",
        "sheet",
        "act",
        "born_on",
        "delay_days",
        "limit_days",
        "timeliness",
        "category",
        "quartier",
        "sex",
        "born_on_precision",
        "birth_place",
        "mother_age",
        "birth_order",
    ];
    let with_act: HashMap<&str, &PersonRow> =
        persons.filter(|person| person.birth_act.is_some()).map(|person| (person.person_id.as_str(), person)).collect();
    if with_act.is_empty() {
        return Ok(HashMap::new());
    }
    let is_wanted = |act: &BirthRow| act.duplicate_of.is_none() && with_act.contains_key(act.person_id.as_str());
    let acts = scan(reader.generation, &UNUSED, &is_wanted)?;
    let year = |act: BirthRow| {
        let person = with_act.get(act.person_id.as_str())?;
        // A person known by an act alone was first seen in its register.
        let of_register = person.first_seen.filter(|_| person.status == "birth_only");
        Some((act.person_id, act.declared_on.map(|day| day.year()).or(of_register)?))
    };
    Ok(acts.into_iter().filter_map(|act| year(act.row)).collect())
}

/// The number of an act with the year of its register: numbers begin anew each year. A number that holds a year stands
/// alone; "" for no act.
#[must_use]
pub fn act_text(act: Option<&String>, year: Option<i32>, messages: &Messages) -> String {
    let Some(act) = act else { return String::new() };
    // "16/2014" has the year of its register, whenever the birth was declared.
    let has_year = |year: i32| {
        let short = year.rem_euclid(100);
        let is_year = |part: &str| part.len() == 4 && part.parse().is_ok_and(|year| (1850..2100).contains(&year));
        let mut parts = act.split(|c: char| !c.is_ascii_digit());
        act.contains(|c: char| !c.is_ascii_digit()) && parts.any(|part| is_year(part) || part == format!("{short:02}"))
    };
    match year.filter(|year| !has_year(*year)) {
        Some(year) => say!(messages, "act-with-year", act, year = year.to_string()),
        None => act.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;

    #[test]
    fn an_act_is_named_with_its_year_once() {
        let messages = Messages::new(Lang::Fr);
        let text = |act: &str, year| act_text(Some(&act.to_owned()), year, &messages);
        assert_eq!(text("24", Some(2025)), "24 (2025)");
        assert_eq!(text("20", Some(2020)), "20 (2020)");
        for act in ["1/2025", "1/25", "2025-7"] {
            assert_eq!(text(act, Some(2025)), act);
        }
        assert_eq!(text("24", None), "24");
        assert_eq!(act_text(None, Some(2025), &messages), "");
        assert_eq!(text("16/2014", Some(2015)), "16/2014");
    }
}
