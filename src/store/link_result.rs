//! The tables that `bato link` writes: a row for each input row, and a row for each pair scored.

use super::schema::table;

table! {
    /// A row for each row of the tables linked, in their order.
    "linked", version 1 => LinkedRow {
        /// Number of the row's table, from 1.
        table: i32,
        /// Row as the spreadsheet shows it, from 1; the line of the record in a CSV.
        row: i64,
        /// The row's value in the column `id`, else its row number, preceded by the table's number if there are two tables.
        id: String,
        /// The `id` of the first row of its cluster. Rows of one cluster are one person.
        cluster: String,
        /// Probability, 0 to 1, of the best link of the row within its cluster; null if it is alone.
        match_probability: Option<f64>,
    }
}

table! {
    /// A row for each pair at or above the review threshold.
    "linked_pairs", version 1 => LinkedPairRow {
        /// The first row.
        id_a: String,
        /// The second row.
        id_b: String,
        /// Match weight: the sum of the comparisons' weights and the prior, in bits.
        match_weight: f64,
        /// Probability, 0 to 1, that both rows are one person.
        match_probability: f64,
        /// 1 if both rows ended in one cluster, else 0.
        kept: i32,
        /// `score` or `rule`.
        decided_by: String,
        /// A JSON object: level and weight by comparison.
        comparisons: String,
    }
}
