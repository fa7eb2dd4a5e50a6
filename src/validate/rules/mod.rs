//! The list of rules, one file each, in the order in which they are checked: the first error of a row is its reason of
//! quarantine.
//!
//! To add a rule: a file here, its two lines below, `rule-<id>` in `locales/*/rules.ftl`, `tests/rules/<id>.toml`.

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
use crate::validate::rule::{Check, Rule};

/// A rule whose findings come from the reader.
const fn reader_rule(id: &'static str, severity: Severity) -> Rule {
    Rule { id, severity, check: Check::Reader }
}

/// All rules.
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
    reader_rule("no-header", Severity::Error),
    reader_rule("tables-side-by-side", Severity::Error),
    reader_rule("hidden-sheet", Severity::Warning),
    reader_rule("recap-sheet", Severity::Warning),
    reader_rule("column-unrecognised", Severity::Warning),
    reader_rule("column-missing", Severity::Warning),
    reader_rule("column-content", Severity::Warning),
    reader_rule("column-guessed", Severity::Warning),
    reader_rule("column-repeated", Severity::Warning),
    reader_rule("value-given-once", Severity::Warning),
    reader_rule("sensitive-left-out", Severity::Warning),
    reader_rule("sensitive-kept", Severity::Warning),
    reader_rule("sheet-full", Severity::Warning),
    reader_rule("chart-sheet", Severity::Warning),
    reader_rule("macros", Severity::Warning),
    reader_rule("doubtful-letters", Severity::Warning),
    reader_rule("lone-quote", Severity::Warning),
    reader_rule("cut-short", Severity::Warning),
];
