//! Every rule, one file each, in the order in which they are tried: the first error names the quarantine.
//!
//! To add one: its file here and its line below, `rule-<id>` in `locales/*/rules.ftl`, `tests/rules/<id>.toml`.

mod act_number_gap;
mod act_number_missing;
mod act_number_repeated;
mod birth_date_missing;
mod born_after_round;
mod child_older_than_parent;
mod date_as_number;
mod declaration_date_missing;
mod declared_before_birth;
mod declared_in_future;
mod error_cell;
mod event_before_birth;
mod event_date_missing;
mod event_in_future;
mod event_unknown;
mod file_sent_twice;
mod future_date;
mod implausible_age;
mod impossible_date;
mod line_number_gap;
mod missing_name;
mod mother_too_young;
mod name_incomplete;
mod name_split_guessed;
mod no_head;
mod only_a_name;
mod person_id_slip;
mod quarter_copied;
mod quartier_guessed;
mod quartier_missing;
mod register_year;
mod row_typed_twice;
mod sex_missing;
mod spouse_under_age;
mod total_differs;
mod two_heads;
mod unknown_marital_status;
mod unknown_quartier;
mod unknown_relation;
mod unknown_sex;
mod unreadable_date;
mod unreadable_declaration_date;

use crate::finding::Severity;

use super::seen::{Seen, SeenAt};
use super::{Case, FileCase, Household, Sent};

/// One rule.
pub struct Rule {
    /// Kebab-case name of the fault; never reused.
    pub id: &'static str,
    /// What it does unless the settings say otherwise.
    pub severity: Severity,
    /// What it looks at.
    pub check: Check,
}

/// What a rule looks at, and how it sees its fault.
pub enum Check {
    /// One row.
    Row(fn(&Case<'_>) -> Option<Seen>),
    /// The rows of one fiche.
    Household(fn(&Household<'_>) -> Vec<SeenAt>),
    /// All rows of one file.
    File(fn(&FileCase<'_>) -> Vec<SeenAt>),
    /// The files of a run beside one another.
    Files(fn(&[Sent<'_>]) -> Vec<SeenAt>),
    /// The reader itself notes it, once per sheet.
    Reading,
}

impl Check {
    /// The word for what it looks at, as messages name it.
    #[must_use]
    pub fn scope(&self) -> &'static str {
        match self {
            Self::Row(_) => "row",
            Self::Household(_) => "household",
            Self::File(_) => "file",
            Self::Files(_) => "files",
            Self::Reading => "reading",
        }
    }
}

const fn reading(id: &'static str, severity: Severity) -> Rule {
    Rule { id, severity, check: Check::Reading }
}

/// Every rule.
pub const RULES: &[Rule] = &[
    missing_name::RULE,
    only_a_name::RULE,
    impossible_date::RULE,
    unreadable_date::RULE,
    future_date::RULE,
    implausible_age::RULE,
    declared_before_birth::RULE,
    declared_in_future::RULE,
    born_after_round::RULE,
    date_as_number::RULE,
    birth_date_missing::RULE,
    unreadable_declaration_date::RULE,
    declaration_date_missing::RULE,
    act_number_missing::RULE,
    event_unknown::RULE,
    event_in_future::RULE,
    event_before_birth::RULE,
    event_date_missing::RULE,
    person_id_slip::RULE,
    name_incomplete::RULE,
    name_split_guessed::RULE,
    unknown_sex::RULE,
    sex_missing::RULE,
    unknown_relation::RULE,
    unknown_marital_status::RULE,
    unknown_quartier::RULE,
    quartier_guessed::RULE,
    quartier_missing::RULE,
    error_cell::RULE,
    no_head::RULE,
    two_heads::RULE,
    child_older_than_parent::RULE,
    mother_too_young::RULE,
    spouse_under_age::RULE,
    row_typed_twice::RULE,
    act_number_repeated::RULE,
    act_number_gap::RULE,
    register_year::RULE,
    quarter_copied::RULE,
    total_differs::RULE,
    line_number_gap::RULE,
    file_sent_twice::RULE,
    reading("no-header", Severity::Error),
    reading("tables-side-by-side", Severity::Error),
    reading("hidden-sheet", Severity::Warning),
    reading("recap-sheet", Severity::Warning),
    reading("column-unrecognised", Severity::Warning),
    reading("column-missing", Severity::Warning),
    reading("column-content", Severity::Warning),
    reading("column-guessed", Severity::Warning),
    reading("column-repeated", Severity::Warning),
    reading("value-given-once", Severity::Warning),
    reading("sensitive-left-out", Severity::Warning),
    reading("sensitive-kept", Severity::Warning),
    reading("sheet-full", Severity::Warning),
    reading("chart-sheet", Severity::Warning),
    reading("macros", Severity::Warning),
    reading("doubtful-letters", Severity::Warning),
    reading("lone-quote", Severity::Warning),
    reading("cut-short", Severity::Warning),
];
