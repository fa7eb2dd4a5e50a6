//! What linking any table gives: a row for each row, a row for each pair.

use super::schema::table;

table! {
    /// A row for each row of the tables linked, in their order.
    "linked", version 1 => LinkedRow {
        /// Which table the row is of, from 1.
        table: i32,
        /// Row as the spreadsheet shows it, from 1; the line of the record in a CSV.
        row: i64,
        /// What names the row: its value in the column `id`, else its row, after the table's number where there are two.
        id: String,
        /// The `id` of the first row of its cluster: rows that share it are one person.
        cluster: String,
        /// Probability, 0 to 1, of the best link that holds the row in its cluster; null if it stands alone.
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
        /// Sum of the comparisons' weights and of the odds before them, in bits.
        match_weight: f64,
        /// Probability, 0 to 1, that both rows are one person.
        match_probability: f64,
        /// 1 if both rows ended in one cluster, else 0.
        kept: i32,
        /// `score` or `rule`.
        decided_by: String,
        /// A JSON object: comparison to its level and weight.
        comparisons: String,
    }
}
