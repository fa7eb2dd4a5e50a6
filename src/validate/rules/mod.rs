//! The list of rules, one file each, in the order in which they are checked: the first error of a row is its reason of
//! quarantine.
//!
//! To add a rule: a file here, its `mod` line and its place in `all_rules!` below, `rule-<id>` in
//! `locales/*/rules.ftl`, `tests/rules/<id>.toml`. A rule file imports what this file imports.

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

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use super::rule::{Check, FileInput, FileRows, GroupHit, HouseholdInput, RowHit, RowInput, Rule};
use super::rule::{cell_hit, doubt_hit, file_hit, folded_name, member_hit, missing_between, sheet_hit};
use crate::record::{
    CellValue, DoubtKind, Field, Kind, PartialDate, Precision, RawCell, Relation, Sex, fold, parse_id,
};

/// Declares [`RULES`]: first the rules with a file here, then those whose findings come from the reader.
macro_rules! all_rules {
    ({ $($rule:ident)+ } reader errors { $($error:literal)+ } reader warnings { $($warning:literal)+ }) => {
        /// All rules.
        pub const RULES: &[Rule] = &[
            $($rule::RULE,)+
            $(Rule::error($error, Check::Reader),)+
            $(Rule::warning($warning, Check::Reader),)+
        ];
    };
}

all_rules! {
    {
        missing_name only_a_name
        impossible_date unreadable_date future_date implausible_age
        declared_before_birth declared_in_future born_after_round date_as_number birth_date_missing
        unreadable_declaration_date declaration_date_missing act_number_missing
        event_unknown event_in_future event_before_birth event_date_missing person_id_slip
        name_incomplete name_split_guessed unknown_sex sex_missing unknown_relation unknown_marital_status
        unknown_quartier quartier_guessed quartier_missing error_cell
        no_head two_heads child_older_than_parent mother_too_young spouse_under_age row_typed_twice
        act_number_repeated act_number_gap register_year quarter_copied total_differs line_number_gap
        file_sent_twice
    }
    reader errors { "no-header" "tables-side-by-side" }
    reader warnings {
        "hidden-sheet" "recap-sheet" "column-unrecognised" "column-missing" "column-content" "column-guessed"
        "column-repeated" "value-given-once" "sensitive-left-out" "sensitive-kept" "sheet-full" "chart-sheet" "macros"
        "doubtful-letters" "lone-quote" "cut-short" "correction-not-applied"
    }
}
