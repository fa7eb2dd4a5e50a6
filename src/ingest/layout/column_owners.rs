//! Decides whose a column is that says only "Sexe", "Âge" or "Date de naissance" beside the name of another person: of
//! the mother, the guardian, the head. What is another person's is not used.

use crate::record::{Field, GridRow, Kind, fold};

use super::super::headers::{Headers, Rank};
use super::super::heading_words::HeadingPerson;
use super::content_columns::spread_of_years;
use super::content_profile::ContentProfile;
use super::heading_column::HeadingColumn;
use super::table_columns::{ColumnNotes, TableColumns};

/// Fields that a person has, whoever it is.
const OWNED: [Field; 8] = [
    Field::Sex,
    Field::Age,
    Field::BirthDate,
    Field::BirthDatePlace,
    Field::BirthPlace,
    Field::BirthDay,
    Field::BirthMonth,
    Field::BirthYear,
];

/// The least median of the ages of adults.
const ADULT: f64 = 18.0;
/// The least median of ages that are no newborn's.
const NO_NEWBORN: f64 = 10.0;

/// A column that names a person.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Anchor {
    /// The person of the row.
    Own,
    /// The father, the mother or the spouse: the heading gives their sex.
    Relative,
    /// Another person: a guardian, a declarant, the head.
    Other,
}

/// Leaves out the columns of other persons, with a finding where the heading does not say whose they are.
pub(super) fn settle_owners(
    columns: &mut TableColumns,
    data: &[&GridRow],
    kind: Kind,
    headers: &Headers,
    notes: &mut ColumnNotes<'_>,
) {
    let anchors = anchors(columns, data, headers);
    if !anchors.iter().any(|anchor| matches!(anchor, Some(Anchor::Relative | Anchor::Other))) {
        return;
    }
    let table = Owners { columns, data, kind, headers, anchors: &anchors };
    let others: Vec<(usize, usize)> =
        (0..columns.list.len()).filter_map(|index| Some((index, table.other_owner(index)?))).collect();
    for (index, owner) in others {
        let is_given_twice = {
            let field = columns.list[index].field;
            columns.list.iter().enumerate().any(|(at, column)| at != index && column.field == field)
        };
        columns.list[index].field = Field::Unused;
        if !is_given_twice {
            let other = columns.list[owner].text.clone();
            notes.warn("column-of-other", &columns.list[index], vec![("other", other)]);
        }
    }
}

/// What each column names.
fn anchors(columns: &TableColumns, data: &[&GridRow], headers: &Headers) -> Vec<Option<Anchor>> {
    let holds_names =
        |column: &HeadingColumn| data.is_empty() || ContentProfile::of_column(column.column, data).holds_names();
    let is_named = |column: &HeadingColumn| {
        column.field.is_name() && (column.rank <= Rank::Weak || column.rank == Rank::Person && holds_names(column))
    };
    let has_own = columns.list.iter().any(is_named);
    // Without another name the head or the agent is the person of the row.
    let is_own = |column: &HeadingColumn| {
        let is_of_role = matches!(column.rank, Rank::Agent | Rank::Head);
        is_named(column) || !has_own && column.field.is_name() && is_of_role && holds_names(column)
    };
    let anchor = |column: &HeadingColumn| {
        if column.is_pinned() {
            return column.field.is_name().then_some(Anchor::Own);
        }
        if is_own(column) {
            return Some(Anchor::Own);
        }
        let reduced = headers.reduced(&column.text);
        let is_name = || {
            let is_of_name =
                |word: &String| matches!(word.as_str(), "NOM" | "PRENOM" | "POSTNOM" | "IDENTITE" | "NAME");
            (reduced.words.is_empty() || reduced.words.iter().all(is_of_name))
                && ContentProfile::of_column(column.column, data).share(|p| p.words) >= 0.8
        };
        match (column.field, reduced.person) {
            (Field::Father | Field::Mother | Field::Spouse, _) => Some(Anchor::Relative),
            (Field::Unused, Some(HeadingPerson::Other(_))) if is_name() => Some(Anchor::Other),
            (field, Some(HeadingPerson::Head)) if has_own && field.is_name() => Some(Anchor::Other),
            _ => None,
        }
    };
    columns.list.iter().map(anchor).collect()
}

/// The columns of a table with the persons that they name.
struct Owners<'t> {
    columns: &'t TableColumns,
    data: &'t [&'t GridRow],
    kind: Kind,
    headers: &'t Headers,
    anchors: &'t [Option<Anchor>],
}

impl Owners<'_> {
    /// The nearest column left of this one that names a person.
    fn anchor_before(&self, index: usize) -> Option<(usize, Anchor)> {
        (0..index).rev().find_map(|at| Some((at, self.anchors[at]?)))
    }

    /// The column of the other person whose value a column holds, if it is not that of the row's person.
    fn other_owner(&self, index: usize) -> Option<usize> {
        let column = &self.columns.list[index];
        let is_bare = OWNED.contains(&column.field)
            && !column.is_pinned()
            && self.headers.reduced(&column.text).person.is_none()
            && !self.headers.is_of_births_alone(&column.text);
        if !is_bare {
            return None;
        }
        let (owner, anchor) = self.anchor_before(index)?;
        if anchor == Anchor::Own {
            // In a register of births no newborn is a mother's age.
            let mother = self.columns.list.iter().position(|other| other.field == Field::Mother);
            return mother.filter(|_| self.is_age_of_no_newborn(column));
        }
        let is_of_other = self.repeats_own(index)
            || self.is_age_of_no_newborn(column)
            || self.says_its_own(column)
            || self.is_before_own(index, owner, anchor)
            || self.is_beside_parent_of_child(index, owner);
        is_of_other.then_some(owner)
    }

    /// Whether the person of the row has another column of this field.
    fn repeats_own(&self, index: usize) -> bool {
        let field = self.columns.list[index].field;
        self.columns.list.iter().enumerate().any(|(at, column)| {
            let is_own = || match self.headers.reduced(&column.text).person {
                Some(HeadingPerson::Own) => true,
                None => self.anchor_before(at).is_some_and(|(_, anchor)| anchor == Anchor::Own),
                Some(_) => false,
            };
            at != index && column.field == field && is_own()
        })
    }

    fn is_age_of_no_newborn(&self, column: &HeadingColumn) -> bool {
        self.kind == Kind::Birth && column.field == Field::Age && self.median_age(column) >= NO_NEWBORN
    }

    /// "Son âge" is that of the person whom the column before names.
    fn says_its_own(&self, column: &HeadingColumn) -> bool {
        ["SON ", "SA ", "HIS ", "HER ", "ZIJN ", "HAAR "].iter().any(|word| fold(&column.text).starts_with(word))
    }

    /// Whether a column stands between the name of another person and the first name of the row's own.
    fn is_before_own(&self, index: usize, owner: usize, anchor: Anchor) -> bool {
        let is_own = |anchor: &Option<Anchor>| *anchor == Some(Anchor::Own);
        if self.anchors[..owner].iter().any(is_own) || !self.anchors[index..].iter().any(is_own) {
            return false;
        }
        let column = &self.columns.list[index];
        match (column.field, anchor) {
            (Field::Age, _) => self.median_age(column) >= ADULT,
            (_, Anchor::Relative) => false,
            // The births of one register lie close together.
            (Field::BirthDate, _) => self.kind != Kind::Birth || spread_of_years(column.column, self.data) > 3,
            _ => true,
        }
    }

    /// Whether ages of adults stand right of the name of a parent, in a list of children.
    fn is_beside_parent_of_child(&self, index: usize, owner: usize) -> bool {
        const CHILDREN: [&str; 18] = [
            "ENFANT",
            "ENFANTS",
            "ELEVE",
            "ELEVES",
            "BEBE",
            "NOURRISSON",
            "NN",
            "NOUVEAU",
            "MWANA",
            "CHILD",
            "PUPIL",
            "KIND",
            "LEERLING",
            "CRIANCA",
            "ALUNO",
            "ALUNA",
            "MTOTO",
            "APPRENANT",
        ];
        let column = &self.columns.list[index];
        let is_of_child = |(other, anchor): (&HeadingColumn, &Option<Anchor>)| {
            *anchor == Some(Anchor::Own) && fold(&other.text).split(' ').any(|word| CHILDREN.contains(&word))
        };
        index == owner + 1
            && column.field == Field::Age
            && self.columns.list.iter().zip(self.anchors).any(is_of_child)
            && self.median_age(column) >= ADULT
    }

    /// The median of the ages in a column; 0 without any.
    fn median_age(&self, column: &HeadingColumn) -> f64 {
        let digits = |text: String| {
            text.trim().split(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse::<f64>().ok())
        };
        let values = self.data.iter().filter_map(|row| row.value(column.column));
        let mut ages: Vec<f64> = values.filter_map(|value| digits(value.to_text())).collect();
        ages.sort_unstable_by(f64::total_cmp);
        ages.get(ages.len() / 2).copied().unwrap_or(0.0)
    }
}
