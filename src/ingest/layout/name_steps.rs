//! Recognises names in steps: the head of a household in one column, the wife and the children each in the next, or the
//! head in one column and the members in another. Each row fills one of them, which says who it is.

use crate::record::{CellValue, Field, GridRow, RawCell, fold};

use super::super::headers::Rank;
use super::content_profile::ContentProfile;
use super::table_columns::{NameStep, TableColumns};

/// The words of a heading that name a step, with the relation; none for the members, who may have any.
const STEPS: [(&str, Option<&str>); 14] = [
    ("CHEF", Some("Chef de ménage")),
    ("RESPONSABLE", Some("Chef de ménage")),
    ("CM", Some("Chef de ménage")),
    ("FEMME", Some("Epouse")),
    ("FEMMES", Some("Epouse")),
    ("EPOUSE", Some("Epouse")),
    ("EPOUSES", Some("Epouse")),
    ("CONJOINT", Some("Conjoint")),
    ("CONJOINTE", Some("Conjoint")),
    ("ENFANT", Some("Enfant")),
    ("ENFANTS", Some("Enfant")),
    ("MEMBRE", None),
    ("MEMBRES", None),
    ("DEPENDANTS", None),
];

/// Takes the columns of names in steps for the whole names of their rows: two or more, one of them that of the head, and
/// each row fills one of them.
pub(super) fn names_in_steps(columns: &mut TableColumns, data: &[&GridRow]) {
    let found: Vec<(usize, NameStep)> =
        (0..columns.list.len()).filter_map(|index| Some((index, step_of(columns, index, data)?))).collect();
    let n_heads = found.iter().filter(|(_, step)| step.relation == Some("Chef de ménage")).count();
    let has_other_name = columns.list.iter().enumerate().any(|(index, column)| {
        column.field.is_name() && column.rank <= Rank::Weak && !found.iter().any(|(own, _)| *own == index)
    });
    if found.len() < 2 || n_heads != 1 || has_other_name {
        return;
    }
    let n_filled = |row: &&&GridRow| found.iter().filter(|(_, step)| row.value(step.column).is_some()).count();
    let n_with_one = data.iter().filter(|row| n_filled(row) == 1).count();
    if data.iter().any(|row| n_filled(&row) > 1) || n_with_one * 10 < data.len() * 8 {
        return;
    }
    for (index, step) in found {
        columns.set_by_content(index, Field::FullName);
        columns.list[index].rank = Rank::Sure;
        columns.steps.push(step);
    }
}

/// The step that a column of whole names is by its heading.
fn step_of(columns: &TableColumns, index: usize, data: &[&GridRow]) -> Option<NameStep> {
    let column = &columns.list[index];
    let leaf = fold(column.text.rsplit(" / ").next().unwrap_or_default());
    let of_word = |word: &str| STEPS.iter().find(|(step, _)| *step == word).map(|(_, relation)| *relation);
    let relation = leaf.split(' ').find_map(of_word)?;
    let profile = ContentProfile::of_column(column.column, data);
    let holds_names = profile.n() > 0
        && profile.share(|p| p.words) >= 0.9
        && profile.share(|p| p.codes) <= 0.1
        && profile.share(|p| p.several_words) >= 0.5;
    let may_be_name = column.field.is_name() || matches!(column.field, Field::Spouse | Field::Unused | Field::Other);
    (holds_names && may_be_name && !column.is_pinned()).then_some(NameStep { column: column.column, relation })
}

/// The relation that the step of a row gives, in the column of relations where the row leaves it blank.
pub(super) fn relation_of_step(row: &GridRow, columns: &TableColumns) -> Option<RawCell> {
    let step = columns.steps.iter().find(|step| row.value(step.column).is_some())?;
    let own = columns.list.iter().find(|column| column.field == Field::Relation).map(|column| column.column);
    if own.is_some_and(|own| row.value(own).is_some()) {
        return None;
    }
    let column = own.or_else(|| columns.last_column()?.checked_add(1))?;
    Some(RawCell { column, field: Field::Relation, value: CellValue::Text(step.relation?.into()) })
}
