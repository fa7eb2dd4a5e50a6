//! Recognises a table whose rows name two persons and do not say whose the sex and the birth are: `Avocat | Prévenu |
//! Sexe`, `Titulaire | Sexe | Né le | Suppléant | Sexe | Né le`. The name of one with the birth of the other would be a
//! person who does not exist.

use crate::record::{Field, FieldReason, GridRow, fold};

use super::super::headers::Headers;
use super::super::heading_words::HeadingPerson;
use super::content_columns::share_distinct;
use super::content_profile::ContentProfile;
use super::heading_column::HeadingColumn;
use super::table_columns::TableColumns;

/// Fewest letters of a word in a heading.
const FEWEST_LETTERS: usize = 4;
/// Fields that are those of the person of the row.
const OWNED: [Field; 6] =
    [Field::Sex, Field::Age, Field::BirthDate, Field::BirthDatePlace, Field::BirthYear, Field::BirthPlace];

/// Settles which of two whole names in a row is the person: the one whose heading another heading repeats, `Apprenti`
/// beside `Sexe apprenti`. Returns whether it stays open.
pub(super) fn settle_two_persons(columns: &mut TableColumns, data: &[&GridRow], headers: &Headers) -> bool {
    if data.is_empty() {
        return false;
    }
    let holds_whole_names = |column: &HeadingColumn| {
        let profile = ContentProfile::of_column(column.column, data);
        profile.holds_names()
            && profile.n() * 2 >= data.len()
            && profile.share(|p| p.several_words) >= 0.6
            && share_distinct(column.column, data) >= 0.5
    };
    let list = &columns.list;
    let is_whole = |index: &usize| !list[*index].is_pinned() && holds_whole_names(&list[*index]);
    let of_name: Vec<usize> = (0..list.len()).filter(|index| list[*index].field.is_name()).collect();
    if of_name.iter().any(|index| list[*index].is_pinned()) {
        return false;
    }
    // A whole name as the nom and another as the post-nom or the prénom.
    if of_name.len() >= 2 && of_name.iter().filter(|index| is_whole(index)).count() >= 2 {
        return true;
    }
    let [own] = of_name[..] else { return false };
    let names_own = headers.reduced(&list[own].text).person == Some(HeadingPerson::Own);
    if list[own].why != FieldReason::Content || names_own || !is_whole(&own) {
        return false;
    }
    // A code such as "be" may be anything; a word would say that it is another person.
    let is_word = |index: usize| fold(&list[index].text).split(' ').any(|word| word.len() >= FEWEST_LETTERS);
    let is_unknown = |index: &usize| list[*index].field == Field::Other && is_word(*index) && is_whole(index);
    let repeats = |index: usize| {
        let heading = fold(&list[index].text);
        let is_repeated = |word: &str| {
            let has = |other: &HeadingColumn| fold(&other.text).split(' ').any(|own| own == word);
            list.iter().any(|other| OWNED.contains(&other.field) && has(other))
        };
        heading.split(' ').any(|word| word.len() >= FEWEST_LETTERS && is_repeated(word))
    };
    let others: Vec<usize> = (0..list.len()).filter(is_unknown).collect();
    if let [other] = others[..] {
        match (repeats(own), repeats(other)) {
            (true, _) => return false,
            (false, true) => {
                columns.list[own].field = Field::Unused;
                columns.set_by_content(other, Field::FullName);
                return false;
            }
            _ => return true,
        }
    }
    // The sex and the birth stand between the name of another person and this one.
    let is_of_other = |index: &usize| {
        let person = headers.reduced(&list[*index].text).person;
        list[*index].field == Field::Unused && matches!(person, Some(HeadingPerson::Other(_))) && is_whole(index)
    };
    let before = (0..own).rev().find(is_of_other);
    // Of two columns with one field the first counts.
    let owned: Vec<usize> =
        OWNED.iter().filter_map(|field| list.iter().position(|column| column.field == *field)).collect();
    let are_between = |before: usize| !owned.is_empty() && owned.iter().all(|at| before < *at && *at < own);
    !others.is_empty() || before.is_some_and(are_between)
}
