//! Tables of linking and counting between communes. They are no part of a generation.

use chrono::NaiveDate;

use super::schema::table;

table! {
    /// A row for each person who is one with a person of another commune, or with another of their own.
    "national_aliases", version 1 => AliasOfPersonRow {
        /// The person, as the commune's export names them: `COMMUNE/ID`.
        person: String,
        /// The alias that all rows of this person share. The ids of communes do not change.
        alias: String,
    }
}

table! {
    /// A row for each person of a round between communes. It does not leave the commune.
    "round_numbers", version 1 => NumberOfPersonRow {
        /// The person's number in this round, drawn at random.
        number: i32,
        /// The person's identifier in the register.
        person_id: String,
        /// For an invented commune the true person; null otherwise.
        true_person: Option<String>,
    }
}

table! {
    /// A row for each pair of two communes that is of one of them.
    "pair_numbers", version 1 => PairNumberRow {
        /// Number of the pair, the same for both communes.
        pair: i32,
        /// The person's number in this round.
        number: i32,
    }
}

table! {
    /// A row for each pair of two communes, with the person of this commune.
    "pair_persons", version 1 => PairPersonRow {
        /// Number of the pair, the same for both communes.
        pair: String,
        /// The person's identifier in the register.
        person_id: String,
        /// Nom; "" if none.
        nom: String,
        /// Post-nom; "" if none.
        postnom: String,
        /// Prénom; "" if none.
        prenom: String,
        /// `M` or `F`; null if unknown.
        sex: Option<String>,
        /// Day of birth; the first possible day if month or day is unknown; null if the year is unknown.
        born_on: Option<NaiveDate>,
        /// Precision of the birth date, as in `persons`.
        born_on_precision: String,
        /// Quartier of residence; null if unknown.
        quartier: Option<String>,
    }
}

table! {
    /// A row for each two communes of a round: how many persons are in both registers. Counts are rounded to 5; one
    /// under 10 is hidden.
    "overlaps", version 1 => OverlapRow {
        /// One commune.
        commune_a: String,
        /// The other.
        commune_b: String,
        /// Persons found in both; null if under 10.
        found: Option<i64>,
        /// Pairs left out because another person fits as well.
        ambiguous: Option<i64>,
        /// Lower end of the interval.
        low: Option<i64>,
        /// Estimate of the persons in both.
        estimate: Option<i64>,
        /// Upper end of the interval.
        high: Option<i64>,
    }
}
