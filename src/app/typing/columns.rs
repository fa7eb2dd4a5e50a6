//! The columns of a typed sheet: those of the template, with quartier and year in each row, and the lists to choose from.

use std::collections::HashMap;

use crate::messages::{Lang, Messages};
use crate::record::Kind;
use crate::template;

/// Most words of a list that is made from the rows.
const MOST_WORDS: usize = 200;
/// The columns whose list is what the batch holds so far, the most frequent word first.
const SEEN_COLUMNS: [&str; 4] = ["avenue", "birth_place", "occupation", "parcel"];
/// The columns whose list is what the household holds so far.
const HOUSEHOLD_COLUMNS: [&str; 2] = ["nom", "postnom"];

/// A column of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypingColumn {
    /// Its code: `nom`, `birth_date`…
    pub id: &'static str,
    /// The words to choose from by their first letters; any other text may be typed.
    pub words: Vec<String>,
}

/// The codes of the columns of a kind of sheet, in the order of the file.
pub(super) fn column_ids(kind: Kind) -> Vec<&'static str> {
    let mut ids = template::column_ids(kind);
    if let Some(place) = ids.iter().position(|id| *id == "fiche") {
        ids.insert(place + 1, "quartier");
    }
    ids.push("year");
    ids
}

/// The headings of a file. They are French in every file, as the reader knows them.
pub(super) fn headings(kind: Kind) -> Vec<String> {
    let french = Messages::new(Lang::Fr);
    let heading = |id: &&str| match *id {
        "year" => "Année".to_owned(),
        id => french.text(&format!("template-column-{id}")),
    };
    column_ids(kind).iter().map(heading).collect()
}

/// The place of a column.
pub(super) fn place_of(kind: Kind, id: &str) -> usize {
    column_ids(kind).iter().position(|own| *own == id).unwrap_or(usize::MAX)
}

/// The columns with their lists. `fiche` are the rows of the household that is being typed.
pub(super) fn columns(
    kind: Kind,
    quartiers: &[String],
    rows: &[Vec<String>],
    fiche: &[&Vec<String>],
) -> Vec<TypingColumn> {
    let french = Messages::new(Lang::Fr);
    let column = |(place, id): (usize, &'static str)| {
        let words = match id {
            "quartier" => quartiers.to_vec(),
            id if SEEN_COLUMNS.contains(&id) => by_frequency(rows.iter().filter_map(|row| row.get(place))),
            id if HOUSEHOLD_COLUMNS.contains(&id) => by_frequency(fiche.iter().filter_map(|row| row.get(place))),
            id => template::list_words(kind, id, &french),
        };
        TypingColumn { id, words }
    };
    column_ids(kind).into_iter().enumerate().map(column).collect()
}

fn by_frequency<'w>(words: impl Iterator<Item = &'w String>) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in words.filter(|word| !word.is_empty()) {
        *counts.entry(word).or_default() += 1;
    }
    let mut words: Vec<(&str, usize)> = counts.into_iter().collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    words.into_iter().take(MOST_WORDS).map(|(word, _)| word.to_owned()).collect()
}

/// What the last row and its household already say of the next one.
pub(super) fn carried_down(
    kind: Kind,
    (quartier, year): (&str, i32),
    last: Option<&Vec<String>>,
    is_new_fiche: bool,
) -> Vec<String> {
    let number_after = |text: &str| text.trim().parse::<u64>().map_or_else(|_| String::new(), |n| (n + 1).to_string());
    let ids = column_ids(kind);
    let of_last = |id: &str| {
        let place = ids.iter().position(|own| *own == id);
        last.zip(place).and_then(|(row, place)| row.get(place)).cloned().unwrap_or_default()
    };
    let value = |id: &&str| match *id {
        "quartier" if kind == Kind::Census || last.is_none() => quartier.to_owned(),
        "year" => year.to_string(),
        "fiche" if last.is_none() => "1".to_owned(),
        // On paper the lines of each fiche begin at 1.
        "order" if last.is_none() || is_new_fiche => "1".to_owned(),
        "order" | "act_number" => number_after(&of_last(id)),
        "fiche" if is_new_fiche => number_after(&of_last("fiche")),
        "parcel" if is_new_fiche => String::new(),
        "fiche" | "avenue" | "parcel" | "declared_on" | "quartier" => of_last(id),
        _ => String::new(),
    };
    ids.iter().map(value).collect()
}

/// Whether the agent has typed something that is not carried down.
pub(super) fn has_person(kind: Kind, cells: &[String]) -> bool {
    const CARRIED: [&str; 8] = ["order", "fiche", "quartier", "avenue", "parcel", "year", "act_number", "declared_on"];
    column_ids(kind).iter().zip(cells).any(|(id, cell)| !CARRIED.contains(id) && !cell.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(kind: Kind, cells: &[(&str, &str)]) -> Vec<String> {
        let value = |id: &&str| cells.iter().find(|(own, _)| own == id).map_or("", |(_, value)| value).to_owned();
        column_ids(kind).iter().map(value).collect()
    }

    #[test]
    fn the_next_person_of_a_household_has_its_address_and_the_next_household_has_not() {
        let last = row(
            Kind::Census,
            &[("order", "7"), ("fiche", "3"), ("avenue", "Lodja"), ("parcel", "12"), ("nom", "MBALA")],
        );
        let next = |is_new_fiche| carried_down(Kind::Census, ("Boma", 2017), Some(&last), is_new_fiche);
        let of = |cells: &[(&str, &str)]| row(Kind::Census, cells);
        let address = [
            ("order", "8"),
            ("fiche", "3"),
            ("quartier", "Boma"),
            ("avenue", "Lodja"),
            ("parcel", "12"),
            ("year", "2017"),
        ];
        assert_eq!(next(false), of(&address));
        assert_eq!(
            next(true),
            of(&[("order", "1"), ("fiche", "4"), ("quartier", "Boma"), ("avenue", "Lodja"), ("year", "2017")])
        );
        let first = carried_down(Kind::Census, ("Boma", 2017), None, false);
        assert_eq!(first, of(&[("order", "1"), ("fiche", "1"), ("quartier", "Boma"), ("year", "2017")]));
        assert!(!has_person(Kind::Census, &first) && has_person(Kind::Census, &last));
    }

    #[test]
    fn the_next_act_has_the_next_number_and_the_day_of_the_last() {
        let last = row(Kind::Birth, &[("act_number", "41"), ("declared_on", "20/03/2017"), ("father", "MBALA")]);
        let next = carried_down(Kind::Birth, ("", 2017), Some(&last), true);
        assert_eq!(next, row(Kind::Birth, &[("act_number", "42"), ("declared_on", "20/03/2017"), ("year", "2017")]));
        let odd = row(Kind::Birth, &[("act_number", "41 bis")]);
        assert_eq!(carried_down(Kind::Birth, ("", 2017), Some(&odd), false)[place_of(Kind::Birth, "act_number")], "");
    }

    #[test]
    fn lists_hold_the_words_of_the_template_and_of_the_rows() {
        let rows: Vec<Vec<String>> =
            ["Lodja", "Kasa", "Kasa"].map(|avenue| row(Kind::Census, &[("avenue", avenue), ("nom", "MBALA")])).into();
        let columns = columns(Kind::Census, &["Boma".to_owned()], &rows, &[&rows[0]]);
        let words = |id: &str| columns.iter().find(|column| column.id == id).unwrap().words.clone();
        assert_eq!(words("avenue"), ["Kasa", "Lodja"]);
        assert_eq!((words("quartier"), words("nom")), (vec!["Boma".to_owned()], vec!["MBALA".to_owned()]));
        assert!(words("relation").contains(&"Chef de ménage".to_owned()) && words("sex") == ["M", "F"]);
        assert!(words("birth_date").is_empty());
    }
}
