//! The rules of one row, in the order in which they are tried: the first error names the quarantine.

use chrono::Datelike;

use crate::finding::Severity;
use crate::record::{CellValue, DoubtKind, Field, Kind};

use super::Case;

/// One rule.
pub struct Rule {
    /// Kebab-case name of the fault; never reused.
    pub id: &'static str,
    /// What it does unless the settings say otherwise.
    pub severity: Severity,
    /// What it sees in a row, if the fault is there.
    pub check: fn(&Case<'_>) -> Option<Seen>,
}

/// Where a rule saw its fault.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Seen {
    /// Column, from 0, if one cell is at fault.
    pub column: Option<u16>,
    /// The value, as typed.
    pub value: String,
    /// Whether the fault is the sheet's, told once for all its rows.
    pub of_sheet: bool,
    /// Further facts for the message.
    pub args: Vec<(&'static str, String)>,
}

/// Every rule of one row.
pub const ROW_RULES: &[Rule] = &[
    Rule { id: "missing-name", severity: Severity::Error, check: missing_name },
    Rule { id: "only-a-name", severity: Severity::Error, check: only_a_name },
    Rule {
        id: "impossible-date",
        severity: Severity::Error,
        check: |case| doubted(case, DoubtKind::ImpossibleBirthDate),
    },
    Rule {
        id: "unreadable-date",
        severity: Severity::Error,
        check: |case| doubted(case, DoubtKind::UnreadableBirthDate),
    },
    Rule { id: "future-date", severity: Severity::Error, check: future_date },
    Rule { id: "implausible-age", severity: Severity::Error, check: implausible_age },
    Rule { id: "declared-before-birth", severity: Severity::Error, check: declared_before_birth },
    Rule { id: "declared-in-future", severity: Severity::Warning, check: declared_in_future },
    Rule { id: "born-after-round", severity: Severity::Warning, check: born_after_round },
    Rule {
        id: "date-as-number",
        severity: Severity::Warning,
        check: |case| doubted(case, DoubtKind::BirthDateAsNumber),
    },
    Rule { id: "birth-date-missing", severity: Severity::Warning, check: birth_date_missing },
    Rule {
        id: "unreadable-declaration-date",
        severity: Severity::Warning,
        check: |case| doubted(case, DoubtKind::UnreadableDeclarationDate),
    },
    Rule { id: "declaration-date-missing", severity: Severity::Warning, check: declaration_date_missing },
    Rule { id: "act-number-missing", severity: Severity::Warning, check: act_number_missing },
    Rule { id: "name-incomplete", severity: Severity::Warning, check: name_incomplete },
    Rule { id: "unknown-sex", severity: Severity::Warning, check: |case| doubted(case, DoubtKind::UnknownSex) },
    Rule { id: "sex-missing", severity: Severity::Warning, check: sex_missing },
    Rule {
        id: "unknown-relation",
        severity: Severity::Warning,
        check: |case| doubted(case, DoubtKind::UnknownRelation),
    },
    Rule {
        id: "unknown-marital-status",
        severity: Severity::Warning,
        check: |case| doubted(case, DoubtKind::UnknownMaritalStatus),
    },
    Rule {
        id: "unknown-quartier",
        severity: Severity::Warning,
        check: |case| doubted(case, DoubtKind::UnknownQuartier),
    },
    Rule {
        id: "quartier-guessed",
        severity: Severity::Warning,
        check: |case| doubted(case, DoubtKind::QuartierGuessed),
    },
    Rule { id: "quartier-missing", severity: Severity::Warning, check: quartier_missing },
    Rule { id: "error-cell", severity: Severity::Warning, check: |case| doubted(case, DoubtKind::ErrorCell) },
];

fn doubted(case: &Case<'_>, kind: DoubtKind) -> Option<Seen> {
    let doubt = case.doubts.iter().find(|doubt| doubt.kind == kind)?;
    let value = doubt.value.clone();
    Some(Seen { column: doubt.column, value, of_sheet: doubt.column.is_none(), args: Vec::new() })
}

/// The fault seen in the cell of a field, or in the row where the sheet has no such cell filled.
fn in_cell(case: &Case<'_>, field: Field) -> Seen {
    let cell = case.raw.cell(field);
    Seen {
        column: cell.map(|cell| cell.column),
        value: cell.map(|cell| cell.value.shown()).unwrap_or_default(),
        ..Seen::default()
    }
}

fn missing_name(case: &Case<'_>) -> Option<Seen> {
    case.row.name.is_empty().then(Seen::default)
}

/// A name and nothing else of a person is a title in the wrong column more often than a person.
fn only_a_name(case: &Case<'_>) -> Option<Seen> {
    let is_more = |field: Field| field.is_personal() && !field.is_name();
    let says_more = case.raw.cells.iter().any(|cell| is_more(cell.field));
    let name = case.raw.cells.iter().find(|cell| cell.field.is_name())?;
    (!says_more).then(|| Seen { column: Some(name.column), value: name.value.shown(), ..Seen::default() })
}

fn name_incomplete(case: &Case<'_>) -> Option<Seen> {
    let name = &case.row.name;
    (name.nom.is_empty() && !name.is_empty()).then(Seen::default)
}

fn future_date(case: &Case<'_>) -> Option<Seen> {
    (case.row.born?.first > case.today).then(|| in_cell(case, Field::BirthDate))
}

/// The age on the day of declaration, else at the end of the round's year, else on the day of the run.
fn implausible_age(case: &Case<'_>) -> Option<Seen> {
    let born = case.row.born?;
    let declared = case.row.act.as_ref().and_then(|act| act.declared_on);
    let end_of_round = case.row.seen_in.and_then(|year| chrono::NaiveDate::from_ymd_opt(year, 12, 31));
    let age = born.age_on(declared.or(end_of_round).unwrap_or(case.today));
    (age > case.max_age_years).then(|| Seen {
        args: vec![("age", age.to_string()), ("limit", case.max_age_years.to_string())],
        ..in_cell(case, Field::BirthDate)
    })
}

fn declared_before_birth(case: &Case<'_>) -> Option<Seen> {
    let declared = case.row.act.as_ref()?.declared_on?;
    let born = case.row.born?;
    let args = || vec![("born", case.raw.shown(Field::BirthDate)), ("declared", case.raw.shown(Field::DeclaredOn))];
    (declared < born.first).then(|| Seen { args: args(), ..in_cell(case, Field::DeclaredOn) })
}

fn declared_in_future(case: &Case<'_>) -> Option<Seen> {
    (case.row.act.as_ref()?.declared_on? > case.today).then(|| in_cell(case, Field::DeclaredOn))
}

fn born_after_round(case: &Case<'_>) -> Option<Seen> {
    let (born, round) = (case.row.born?, case.row.seen_in?);
    let after = case.row.kind() == Kind::Census && born.first.year() > round && born.first <= case.today;
    after.then(|| Seen { args: vec![("year", round.to_string())], ..in_cell(case, Field::BirthDate) })
}

fn birth_date_missing(case: &Case<'_>) -> Option<Seen> {
    let doubted = case
        .doubts
        .iter()
        .any(|doubt| matches!(doubt.kind, DoubtKind::ImpossibleBirthDate | DoubtKind::UnreadableBirthDate));
    (case.row.born.is_none() && !doubted).then(|| in_cell(case, Field::BirthDate))
}

fn declaration_date_missing(case: &Case<'_>) -> Option<Seen> {
    let act = case.row.act.as_ref()?;
    let doubted = case.doubts.iter().any(|doubt| doubt.kind == DoubtKind::UnreadableDeclarationDate);
    (act.declared_on.is_none() && !doubted).then(|| in_cell(case, Field::DeclaredOn))
}

fn act_number_missing(case: &Case<'_>) -> Option<Seen> {
    case.row.act.as_ref()?.act.is_none().then(|| in_cell(case, Field::ActNumber))
}

fn sex_missing(case: &Case<'_>) -> Option<Seen> {
    let doubted = case.doubts.iter().any(|doubt| doubt.kind == DoubtKind::UnknownSex);
    (case.row.sex.is_none() && !doubted).then(|| in_cell(case, Field::Sex))
}

fn quartier_missing(case: &Case<'_>) -> Option<Seen> {
    let doubted = case.doubts.iter().any(|doubt| doubt.kind == DoubtKind::UnknownQuartier);
    let has_column =
        case.raw.cells.iter().any(|cell| cell.field == Field::Quartier && !matches!(cell.value, CellValue::Error(_)));
    (case.row.quartier.is_none() && !doubted).then(|| Seen { of_sheet: !has_column, ..in_cell(case, Field::Quartier) })
}
