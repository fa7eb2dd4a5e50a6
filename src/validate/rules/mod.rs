//! The list of rules, one file each, in the order in which they are checked: the first error of a row is its reason of
//! quarantine.
//!
//! To add a rule: a file here, its `mod` line and its place in `all_rules!` below, `rule-<id>` in
//! `locales/*/rules.ftl`, `tests/rules/<id>.toml`. The values of an example stand in the order of the headings of that
//! file. A rule file imports what this file imports.

mod act_number_gap;
mod act_number_missing;
mod act_number_repeated;
mod age_against_date;
mod age_or_year;
mod birth_date_missing;
mod born_after_round;
mod child_older_than_parent;
mod continued_line;
mod date_as_number;
mod date_instead_of_age;
mod date_order;
mod date_order_unsure;
mod dates_swapped;
mod declaration_date_missing;
mod declared_before_birth;
mod declared_in_future;
mod error_cell;
mod event_before_birth;
mod event_date_missing;
mod event_in_future;
mod event_unknown;
mod file_sent_twice;
mod filler_date;
mod future_date;
mod household_missing;
mod implausible_age;
mod impossible_date;
mod leading_zeros_lost;
mod line_number_gap;
mod look_alike_letter;
mod midnight_shifted;
mod missing_name;
mod mother_too_young;
mod name_ditto;
mod name_ditto_read;
mod name_in_one_cell;
mod name_incomplete;
mod name_one_letter;
mod name_says_dead;
mod name_split_guessed;
mod names_swapped;
mod no_head;
mod no_names;
mod not_part_of_name;
mod number_became_date;
mod number_rounded;
mod only_a_name;
mod parent_too_young;
mod person_id_slip;
mod prenom_ditto;
mod quarter_copied;
mod quartier_guessed;
mod quartier_missing;
mod register_year;
mod register_year_far;
mod remark_against_row;
mod remark_as_name;
mod remark_corrects;
mod row_cancelled;
mod row_typed_twice;
mod sex_against_relation;
mod sex_coded;
mod sex_codes_unclear;
mod sex_missing;
mod spouse_of_same_sex;
mod spouse_under_age;
mod stillborn;
mod text_cut;
mod total_differs;
mod two_dates;
mod two_heads;
mod two_persons;
mod two_persons_perhaps;
mod unknown_marital_status;
mod unknown_quartier;
mod unknown_relation;
mod unknown_sex;
mod unreadable_age;
mod unreadable_date;
mod unreadable_declaration_date;
mod very_old;
mod weekday_differs;
mod year_missing;
mod years_instead_of_ages;

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use super::rule::{Check, FileInput, FileRows, GroupHit, HouseholdInput, RowHit, RowInput, Rule};
use super::rule::{
    ColumnHits, cancelled_numbers, cell_hit, column_hits, doubt_hits, file_hit, folded_name, member_hit,
    missing_between, second_numbers, sheet_hit, waiting_numbers, waits,
};
use crate::record::{
    CellValue, ColumnDoubtKind, DoubtKind, Field, Kind, PartialDate, Precision, RawCell, Relation, RowAt, Sex, fold,
    parse_id,
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
        no_names row_cancelled stillborn remark_as_name continued_line missing_name only_a_name two_persons
        name_ditto
        impossible_date unreadable_date two_dates future_date implausible_age very_old
        declared_before_birth declared_in_future born_after_round date_as_number age_or_year date_order_unsure weekday_differs
        birth_date_missing unreadable_age date_instead_of_age age_against_date
        unreadable_declaration_date declaration_date_missing act_number_missing
        event_unknown event_in_future event_before_birth event_date_missing person_id_slip
        name_incomplete name_one_letter name_ditto_read name_in_one_cell name_split_guessed names_swapped prenom_ditto
        two_persons_perhaps
        look_alike_letter not_part_of_name name_says_dead remark_against_row remark_corrects
        sex_coded sex_codes_unclear unknown_sex sex_missing sex_against_relation unknown_relation unknown_marital_status
        unknown_quartier quartier_guessed quartier_missing error_cell
        no_head two_heads spouse_of_same_sex child_older_than_parent parent_too_young
        mother_too_young spouse_under_age row_typed_twice
        act_number_repeated act_number_gap register_year_far register_year quarter_copied total_differs line_number_gap
        number_became_date number_rounded leading_zeros_lost text_cut
        date_order dates_swapped midnight_shifted filler_date years_instead_of_ages year_missing household_missing
        file_sent_twice
    }
    reader errors {
        "no-header" "tables-side-by-side" "persons-in-columns" "other-list" "columns-moved" "name-outside-table"
        "row-struck"
    }
    reader warnings {
        "hidden-sheet" "recap-sheet" "column-unrecognised" "column-missing" "column-content" "column-guessed"
        "column-repeated" "column-of-other" "value-given-once" "sex-of-title" "sensitive-left-out" "sensitive-kept" "sheet-full" "chart-sheet" "macros"
        "doubtful-letters" "lone-quote" "cut-short" "hidden-rows" "hidden-columns" "formula-not-computed"
        "statistics" "columns-moved-guessed" "cells-beside-table" "titles-unread" "rows-above-heading" "year-guessed" "household-sheet" "other-persons-named" "correction-not-applied"
        "cell-correction-refused" "cell-corrections-outdated" "cell-corrections-no-file" "cell-correction-unreadable"
    }
}
