//! Finds the cells that a finding compares. It is shown at one of them, which may be right; the wrong one is one of
//! these cells.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Finding;
use crate::record::{Field, RowAt};
use crate::run::FileContent;

use super::{WindowColumn, WindowRow};

/// How far a rule looks: the rows that it compares.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RuleReach {
    /// Those of the household.
    Household,
    /// The row of the finding, and the one that its argument `row` names.
    Named,
}

/// A rule that compares several cells.
struct ComparingRule {
    id: &'static str,
    rows: RuleReach,
    /// The columns in which the wrong cell may be.
    fields: &'static [Field],
    /// Whether the cell at which the finding is shown is hardly ever the wrong one.
    is_right: bool,
}

const fn rule(id: &'static str, rows: RuleReach, fields: &'static [Field], is_right: bool) -> ComparingRule {
    ComparingRule { id, rows, fields, is_right }
}

const COMPARING_RULES: &[ComparingRule] = &[
    rule("no-head", RuleReach::Household, &[Field::Relation], true),
    rule("two-heads", RuleReach::Household, &[Field::Fiche, Field::Relation], true),
    rule("row-typed-twice", RuleReach::Household, &[Field::Nom, Field::Prenom, Field::BirthDate], true),
    rule("child-older-than-parent", RuleReach::Household, &[Field::BirthDate, Field::Relation], false),
    rule("mother-too-young", RuleReach::Household, &[Field::BirthDate, Field::Relation], false),
    rule("spouse-under-age", RuleReach::Household, &[Field::BirthDate, Field::Relation], false),
    rule("act-number-repeated", RuleReach::Named, &[Field::ActNumber], false),
    rule("sex-against-relation", RuleReach::Named, &[Field::Sex, Field::Relation], false),
    rule("age-against-date", RuleReach::Named, &[Field::Age, Field::BirthDate], false),
    rule("declared-before-birth", RuleReach::Named, &[Field::BirthDate, Field::DeclaredOn], false),
    rule("event-before-birth", RuleReach::Named, &[Field::BirthDate, Field::EventDate], false),
];

/// The cells among which the wrong one of a finding is.
#[derive(Debug, Clone)]
pub struct RelatedCells {
    /// The rule of the finding.
    pub rule: &'static str,
    /// Whether the cell at which the finding is shown is hardly ever the wrong one.
    pub is_right: bool,
    /// The rows, in the order of the sheet.
    pub rows: Vec<WindowRow>,
    /// The columns, in the order of the rule.
    pub columns: Vec<WindowColumn>,
}

fn comparing_rule(finding: &Finding) -> Option<&'static ComparingRule> {
    COMPARING_RULES.iter().find(|rule| rule.id == finding.rule)
}

/// The rule of the worst finding that compares several cells.
pub(super) fn rule_of<'f>(findings: impl Iterator<Item = &'f Finding>) -> Option<&'static str> {
    let comparing = findings.filter(|finding| comparing_rule(finding).is_some());
    comparing.max_by_key(|finding| finding.severity).map(|finding| finding.rule)
}

/// The related cells of a rule. `columns` are those of the sheet.
pub(super) fn cells(rule: &'static str, rows: Vec<WindowRow>, columns: &[WindowColumn]) -> Option<RelatedCells> {
    let own = COMPARING_RULES.iter().find(|own| own.id == rule)?;
    let column = |field: &Field| {
        let others: &[Field] = match field {
            Field::BirthDate => &[Field::BirthDatePlace, Field::BirthYear, Field::Age],
            Field::DeclaredOn => &[Field::DeclaredYear],
            Field::Sex => &[Field::SexMale, Field::SexFemale],
            Field::Nom => &[Field::NomPostnom, Field::FullName, Field::PrenomFirst],
            _ => &[],
        };
        let with_field = |field: &Field| columns.iter().find(|column| column.field == Some(*field));
        std::iter::once(field).chain(others).find_map(with_field).cloned()
    };
    let columns = own.fields.iter().filter_map(column).collect();
    Some(RelatedCells { rule, is_right: own.is_right, rows, columns })
}

/// The rows of each fiche of a file.
pub(super) struct FicheRows {
    fiche_of: BTreeMap<(u16, u32), u32>,
    rows: BTreeMap<u32, Vec<(u16, u32)>>,
}

impl FicheRows {
    pub(super) fn of(content: &FileContent) -> Self {
        let mut own = Self { fiche_of: BTreeMap::new(), rows: BTreeMap::new() };
        for (at, fiche) in content.clean.iter().filter_map(|row| Some((row.at, row.fiche?))) {
            own.fiche_of.insert((at.sheet, at.row), fiche);
            own.rows.entry(fiche).or_default().push((at.sheet, at.row));
        }
        own
    }

    /// The numbers of the rows that a finding compares; none for a finding about one cell.
    pub(super) fn compared(&self, finding: &Finding) -> BTreeSet<u32> {
        let Some(rule) = comparing_rule(finding) else { return BTreeSet::new() };
        let RowAt { sheet, row, .. } = finding.at.row;
        let named = finding.args.iter().find(|(name, _)| *name == "row").and_then(|(_, number)| number.parse().ok());
        let rows = std::iter::once(row).chain(named);
        if rule.rows == RuleReach::Named {
            return rows.collect();
        }
        let fiches = rows.filter_map(|row| self.fiche_of.get(&(sheet, row)));
        let members = fiches.filter_map(|fiche| self.rows.get(fiche)).flatten();
        members.filter(|(own, _)| *own == sheet).map(|(_, row)| *row).collect()
    }
}
