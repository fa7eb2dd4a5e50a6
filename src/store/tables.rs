//! The tables of a generation, and the two that `bato link` writes: each column with its type, unit and meaning.
//!
//! Names and order of the columns are a contract with the notebooks and the exports. A change raises the table's
//! version.

use chrono::NaiveDate;

use super::schema::{TableRow, TableSchema, table};
use crate::error::Result;

table! {
    /// A row for each non-blank input row, with its outcome.
    "lineage", version 3 => LineageRow {
        /// Input file, relative to the raw folder, `/` on every system.
        file: String,
        /// Sheet name; "" for a CSV.
        sheet: String,
        /// Row as the spreadsheet shows it, from 1; the line of the record in a CSV.
        row: i64,
        /// `census`, `birth` or `event`; "" if the kind of the file is unknown.
        kind: String,
        /// `registered` (the first row of a person), `merged` (a further row of the person), `quarantined` or
        /// `ignored`.
        outcome: String,
        /// The row's person; null for a quarantined or ignored row.
        person_id: Option<String>,
        /// The rule by which the row was quarantined or ignored; null otherwise.
        rule: Option<String>,
        /// Probability, 0 to 1, that the row belongs to its person; null if the row was not compared.
        match_probability: Option<f64>,
        /// Hash of the row's content, 16 hexadecimal digits; null for an ignored row.
        row_key: Option<String>,
        /// The household of the row's fiche; null for acts and rows outside the register.
        household_id: Option<String>,
        /// The row as typed: a JSON object from column letters to text.
        typed: String,
        /// The identifier to which the row returns if its person proves to be two: the one first given to a person for
        /// this row, or the one of its person before merging with another; null if there was none,
        /// "" if the row came in while its person was two.
        founded_id: Option<String>,
        /// Nom, post-nom, prénom and day of birth of the row, separated by `|`; null if they are those of the person.
        says: Option<String>,
        /// The cells of the row that were read with a typed correction, or whose text was confirmed: a JSON object from
        /// column letters to the text of the sheet (`sheet`), the text read (`text`), `author` and `at`; for a
        /// text that somebody confirmed also who did, and when. Null if there are none.
        corrected: Option<String>,
    }
}

table! {
    /// A row for each person of the register.
    "persons", version 3 => PersonRow {
        /// The person's permanent identifier, with its check character.
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
        /// Precision of the birth date: `day`, `month`, `year`, `about` or `unknown`.
        born_on_precision: String,
        /// Place of birth; null if unknown.
        birth_place: Option<String>,
        /// Quartier of residence; null if unknown.
        quartier: Option<String>,
        /// The person's household; null for a person known from acts only.
        household_id: Option<String>,
        /// Relation to the head of the household, as a code; null if unknown.
        relation: Option<String>,
        /// Marital status, as a code; null if unknown.
        marital_status: Option<String>,
        /// Occupation; null if unknown.
        occupation: Option<String>,
        /// Number of the birth act as written in the birth register; null if no act was found.
        birth_act: Option<String>,
        /// Status in the register: `resident`, `birth_only` (known from an act only), `event_only`, `deceased` or
        /// `departed`. Persons whose rows are gone are in the table `withdrawn`.
        status: String,
        /// First year in which a source names the person; null if no source is dated.
        first_seen: Option<i32>,
        /// Last year in which a source names the person; null if no source is dated.
        last_seen: Option<i32>,
        /// Number of rows of the person, from 1.
        n_sources: i32,
        /// Generation in which the identifier entered the register.
        registered_in: i32,
        /// Day of the event that gave the status or the residence; null if there is no such event or it has no date.
        status_since: Option<NaiveDate>,
        /// Year of the last census round that lists the person; null for a person on no dated fiche.
        census_year: Option<i32>,
        /// Age in years at that round: as typed where the fiche has an age, else at the end of the year; null if
        /// unknown.
        census_age: Option<i32>,
    }
}

table! {
    /// A row for each household.
    "households", version 1 => HouseholdRow {
        /// The household's identifier, with its check character.
        household_id: String,
        /// Quartier; null if unknown.
        quartier: Option<String>,
        /// Avenue or street; null if unknown.
        avenue: Option<String>,
        /// Parcel number; null if unknown.
        parcel: Option<String>,
        /// The head of the household; null if unknown.
        head_person_id: Option<String>,
        /// Number of persons in the household.
        n_members: i32,
        /// First year of a fiche of the household; null if none is dated.
        first_seen: Option<i32>,
        /// Last year of a fiche of the household; null if none is dated.
        last_seen: Option<i32>,
    }
}

table! {
    /// A row for each birth act of the register.
    "births", version 3 => BirthRow {
        /// Input file, relative to the raw folder.
        file: String,
        /// Sheet name; "" for a CSV.
        sheet: String,
        /// Row as the spreadsheet shows it, from 1.
        row: i64,
        /// Number of the act as written in the birth register; null if missing.
        act: Option<String>,
        /// The child.
        person_id: String,
        /// Day of birth; the first possible day if month or day is unknown; null if the year is unknown.
        born_on: Option<NaiveDate>,
        /// Day of declaration; null if unknown.
        declared_on: Option<NaiveDate>,
        /// Days from birth to declaration (1 for the day after birth); null if one of the days is unknown.
        delay_days: Option<i32>,
        /// Legal period for the declaration of this birth, in days; null if the day of birth is unknown.
        limit_days: Option<i32>,
        /// `on_time`, `late` or `unknown`.
        timeliness: String,
        /// `direct`, `proxy`, `judgment` or `unknown`.
        category: String,
        /// Quartier of the parents' residence; null if unknown.
        quartier: Option<String>,
        /// `file!sheet!row` of the person's first act if this is a further one; null otherwise.
        duplicate_of: Option<String>,
        /// `M` or `F`; null if unknown.
        sex: Option<String>,
        /// Precision of the birth date: `day`, `month`, `year`, `about` or `unknown`.
        born_on_precision: String,
        /// Place of birth as written on the act; null if missing.
        birth_place: Option<String>,
        /// The mother, a person of the register; null if not known.
        mother_id: Option<String>,
        /// Age of the mother at the birth in whole years; null if not known. It is counted from 1 July if only the year
        /// of her birth is known.
        mother_age: Option<i32>,
        /// Rank of the child among the mother's known children, from 1; null if not known.
        birth_order: Option<i32>,
    }
}

table! {
    /// A row for each candidate pair that was scored.
    "links", version 1 => LinkRow {
        /// Input file of the first row.
        file_a: String,
        /// Sheet of the first row.
        sheet_a: String,
        /// Number of the first row, from 1.
        row_a: i64,
        /// Input file of the second row.
        file_b: String,
        /// Sheet of the second row.
        sheet_b: String,
        /// Number of the second row, from 1.
        row_b: i64,
        /// Match weight: the sum of the comparisons' weights, in bits (base 2 logarithm of the odds ratio).
        match_weight: f64,
        /// Probability, 0 to 1, that both rows are one person.
        match_probability: f64,
        /// A JSON object: level and weight by comparison.
        comparisons: String,
        /// `score`, `rule` or `person`.
        decided_by: String,
        /// 1 if both rows belong to one person in the end, else 0.
        kept: i32,
    }
}

table! {
    /// A row for each finding of a quarantined row.
    "quarantine", version 2 => QuarantineRow {
        /// Input file, relative to the raw folder.
        file: String,
        /// Sheet name; "" for a CSV.
        sheet: String,
        /// Row as the spreadsheet shows it, from 1; 0 for the whole sheet.
        row: i64,
        /// Column letters; null if the finding is about the whole row.
        column: Option<String>,
        /// The rule of the finding.
        rule: String,
        /// `error` or `warning`.
        severity: String,
        /// The value as typed; "" if it is missing.
        value: String,
        /// The row as typed: a JSON object from column letters to text.
        typed: String,
        /// Further values for the message: a JSON object.
        args: String,
        /// The cells of the row that were read with a typed correction: a JSON object from column letters to the text
        /// of the sheet (`sheet`), the text read (`text`), `author` and `at`; null if there are none.
        corrected: Option<String>,
    }
}

table! {
    /// A row for each finding, errors and warnings.
    "findings", version 1 => FindingRow {
        /// Input file, relative to the raw folder.
        file: String,
        /// Sheet name; "" for a CSV or the whole file.
        sheet: String,
        /// Row as the spreadsheet shows it, from 1; 0 for the whole sheet.
        row: i64,
        /// Column letters; null if the finding is about the whole row or sheet.
        column: Option<String>,
        /// The rule of the finding.
        rule: String,
        /// `error` or `warning`.
        severity: String,
        /// The value as typed; "" if it is missing.
        value: String,
        /// Further values for the message: a JSON object.
        args: String,
    }
}

table! {
    /// A row for each cell of a heading: the field of its column in the rows below, up to the sheet's next heading.
    "columns", version 1 => ColumnRow {
        /// Input file, relative to the raw folder.
        file: String,
        /// Sheet name; "" for a CSV.
        sheet: String,
        /// The heading's row, from 1.
        row: i64,
        /// Column letters.
        column: String,
        /// The heading as typed.
        heading: String,
        /// The field that the column was recognised as, as a code; `other` if it was not recognised.
        field: String,
    }
}

table! {
    /// A row for each count or rate of the commune's own report: exact, for the commune alone.
    "aggregates", version 1 => AggregateRow {
        /// The indicator's code.
        indicator: String,
        /// The year or period.
        period: String,
        /// The commune or quartier.
        area: String,
        /// The category of the breakdown; "" for the total.
        breakdown: String,
        /// The value: a count, or a fraction (not a percentage); null if undefined.
        value: Option<f64>,
        /// The numerator, or the count; null if the value is neither.
        numerator: Option<i64>,
        /// The denominator; null if the value is no ratio.
        denominator: Option<i64>,
    }
}

table! {
    /// A row for each identifier that is no longer a person's own.
    "aliases", version 3 => AliasRow {
        /// The old identifier.
        old_id: String,
        /// The person it refers to now; null if withdrawn.
        person_id: Option<String>,
        /// `merged` or `withdrawn`.
        reason: String,
        /// Generation in which the identifier entered the register; null if unknown.
        registered_in: Option<i32>,
        /// Hash of the row that founded the identifier, as it last was, 16 hexadecimal digits; null if unknown.
        row_key: Option<String>,
    }
}

table! {
    /// A row for each person withdrawn from the register because all their rows are gone. `bato find` still finds them.
    "withdrawn", version 1 => WithdrawnRow {
        /// The person's identifier; it is not given to another person.
        person_id: String,
        /// Nom, as last known; "" if none.
        nom: String,
        /// Post-nom, as last known; "" if none.
        postnom: String,
        /// Prénom, as last known; "" if none.
        prenom: String,
        /// `M` or `F`; null if unknown.
        sex: Option<String>,
        /// Day of birth as last known; null if unknown.
        born_on: Option<NaiveDate>,
        /// Precision of the birth date: `day`, `month`, `year`, `about` or `unknown`.
        born_on_precision: String,
        /// Last quartier of residence; null if unknown.
        quartier: Option<String>,
        /// Generation in which the identifier entered the register.
        registered_in: i32,
        /// First generation without the person.
        withdrawn_in: i32,
        /// Why: `file-gone`, `file-unreadable`, `file-replaced`, `row-gone` or `row-quarantined`.
        reason: String,
        /// File of the row that registered the person.
        file: String,
        /// Its sheet; "" for a CSV.
        sheet: String,
        /// Its row, from 1.
        row: i64,
    }
}

table! {
    /// A row for each change of a person's value in any generation so far.
    "history", version 1 => HistoryRow {
        /// The person.
        person_id: String,
        /// The generation of the change.
        generation: i32,
        /// The column of `persons`; or `merged` (another person's rows were merged in), `withdrawn`, `back`.
        field: String,
        /// The value before; null if there was none.
        before: Option<String>,
        /// The value after; null if there is none.
        after: Option<String>,
        /// File of the row that the value comes from; null if there is no such row.
        file: Option<String>,
        /// Its sheet; "" for a CSV.
        sheet: Option<String>,
        /// Its row, from 1.
        row: Option<i64>,
        /// The column of the cell; null if the value comes from several.
        column: Option<String>,
    }
}

table! {
    /// A row for each registered event: a death, a departure, an arrival, a move, a marriage.
    "events", version 1 => EventRow {
        /// Input file, relative to the raw folder.
        file: String,
        /// Sheet name; "" for a CSV.
        sheet: String,
        /// Row as the spreadsheet shows it, from 1.
        row: i64,
        /// `death`, `departure`, `arrival`, `move` or `marriage`.
        event: String,
        /// Day of the event; null if unknown.
        event_on: Option<NaiveDate>,
        /// The person concerned.
        person_id: String,
        /// Quartier of residence before the event; null if unknown or outside the commune.
        from_quartier: Option<String>,
        /// Quartier of residence after the event; null if unknown or outside the commune.
        to_quartier: Option<String>,
        /// The other commune or town, or the spouse's name, as written; null if none.
        other: Option<String>,
        /// `holds` (the event gives the status or residence), `superseded` (a later event or round does), `repeated`
        /// (declared before) or `after-death`.
        effect: String,
        /// 1 if the person also has a census row or an act, 0 if the event is the only source.
        matched: i32,
    }
}

table! {
    /// A row for each residence of a person for whom rounds and events name more than one.
    "residences", version 1 => ResidenceRow {
        /// The person.
        person_id: String,
        /// The round, or the year of the event.
        round: Option<i32>,
        /// The household; null for an event.
        household_id: Option<String>,
        /// The quartier; null if unknown.
        quartier: Option<String>,
        /// 1 for the residence in the register, else 0.
        holds: i32,
        /// The reason: `later-round`, `event`, `same-round` (the fiche whose row has the lowest key), `earlier-round`,
        /// `before-event`.
        why: String,
    }
}

table! {
    /// A row for each resident missing from a round of their quartier.
    "absences", version 1 => AbsenceRow {
        /// The person.
        person_id: String,
        /// The quartier of the person's last round.
        quartier: String,
        /// The round, which has fiches of the quartier but none that names the person.
        round: i32,
        /// Last year before it in which a source names the person.
        last_seen: i32,
        /// 1 if the round names nobody of the household, else 0.
        whole_household: i32,
    }
}

table! {
    /// A row for each resident who may be dead. They are listed for a visit and never removed.
    "likely_dead", version 1 => LikelyDeadRow {
        /// The person.
        person_id: String,
        /// Quartier of residence; null if unknown.
        quartier: Option<String>,
        /// Age in years at the end of the last round.
        age_years: i32,
        /// Last year in which a source names the person; null if no source is dated.
        last_seen: Option<i32>,
        /// Number of later rounds of the quartier that do not name the person.
        rounds_missed: i32,
        /// `age` (above the age limit) or `age-and-absence`.
        reason: String,
    }
}

table! {
    /// A row for each change of a household between two rounds.
    "household_changes", version 1 => HouseholdChangeRow {
        /// The household of the earlier round.
        household_id: String,
        /// The later round.
        round: i32,
        /// `moved` (another address), `split` (members in another household), `joined` (all members in another
        /// household).
        change: String,
        /// The other household of a split or joining; null for a move.
        other_household_id: Option<String>,
        /// Address before: quartier, avenue, parcel.
        from_address: String,
        /// Address after.
        to_address: String,
        /// Number of persons concerned.
        n_persons: i32,
    }
}

table! {
    /// A row for each distinct word of the names in the register, in alphabetical order: the index for `bato find`.
    "name_words", version 1 => NameWordRow {
        /// The word, in capitals, without accents and signs.
        word: String,
        /// The key shared by the spellings of one name.
        key: String,
        /// Number of its rows in `name_rows`, which follow those of the word before.
        n: i32,
    }
}

table! {
    /// A row for each person and word of their name, in the order of the words in `name_words`.
    "name_rows", version 1 => NameRowRow {
        /// Row of the person in the table `persons`, from 0.
        person: i32,
    }
}

table! {
    /// A row for every 64th household and every 64th person, in the order of their identifiers: where to look for an
    /// identifier.
    "id_index", version 1 => IdIndexRow {
        /// The identifier of a household or a person.
        id: String,
        /// Its row in the table `households` or `persons`, from 0.
        place: i32,
    }
}

table! {
    /// A row for each row of `persons`, in its order: which rows of `person_lineage` and of `person_links` are the
    /// person's.
    "person_index", version 1 => PersonIndexRow {
        /// Row of `person_lineage`, from 0, after the person's last; the person's first follows the last of the person
        /// before.
        lineage_end: i32,
        /// Row of `person_links`, from 0, after the person's last.
        links_end: i32,
    }
}

table! {
    /// A row for each row of `lineage` that belongs to a person, person by person.
    "person_lineage", version 1 => PersonLineageRow {
        /// Row of the table `lineage`, from 0.
        place: i32,
    }
}

table! {
    /// A row for each link of a person's rows, person by person; a link of two persons stands there twice.
    "person_links", version 1 => PersonLinkRow {
        /// Row of the table `links`, from 0.
        place: i32,
    }
}

table! {
    /// A row for each row of `households`, in its order: which rows of `household_members` are the household's.
    "household_index", version 1 => HouseholdIndexRow {
        /// Row of `household_members`, from 0, after the household's last.
        members_end: i32,
    }
}

table! {
    /// A row for each person of a household, household by household.
    "household_members", version 1 => HouseholdMemberRow {
        /// Row of the table `persons`, from 0.
        place: i32,
    }
}

table! {
    /// A row for each row of the tables linked, in their order.
    "linked", version 1 => LinkedRow {
        /// Number of the row's table, from 1.
        table: i32,
        /// Row as the spreadsheet shows it, from 1; the line of the record in a CSV.
        row: i64,
        /// The row's value in the column `id`, else its row number, preceded by the table's number if there are two
        /// tables.
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

impl PersonRow {
    /// Returns nom, post-nom and prénom, separated by spaces.
    #[must_use]
    pub fn whole_name(&self) -> String {
        let parts = [&self.nom, &self.postnom, &self.prenom];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
    }
}

/// An operation on each table, generic over its rows.
pub(super) trait TableVisitor {
    fn table<R: TableRow>(&mut self, rows: &[R]) -> Result<()>;
}

macro_rules! tables {
    ($($table:ident: $row:ident),+ $(,)?) => {
        /// All tables of a generation, in memory. Rows are written in their order.
        #[derive(Debug, Clone, PartialEq, Default)]
        pub(crate) struct Tables {
            $(pub $table: Vec<$row>),+
        }

        /// The schema of every table.
        pub static SCHEMAS: &[TableSchema] = &[$($row::SCHEMA),+];

        impl Tables {
            /// Calls the visitor with every table, in the order of [`SCHEMAS`], until its first error.
            pub(super) fn each(&self, visitor: &mut impl TableVisitor) -> Result<()> {
                $(visitor.table::<$row>(&self.$table)?;)+
                Ok(())
            }
        }
    };
}

tables! {
    lineage: LineageRow,
    persons: PersonRow,
    households: HouseholdRow,
    births: BirthRow,
    links: LinkRow,
    quarantine: QuarantineRow,
    findings: FindingRow,
    columns: ColumnRow,
    aggregates: AggregateRow,
    aliases: AliasRow,
    withdrawn: WithdrawnRow,
    history: HistoryRow,
    events: EventRow,
    residences: ResidenceRow,
    absences: AbsenceRow,
    likely_dead: LikelyDeadRow,
    household_changes: HouseholdChangeRow,
    name_words: NameWordRow,
    name_rows: NameRowRow,
    id_index: IdIndexRow,
    person_index: PersonIndexRow,
    person_lineage: PersonLineageRow,
    person_links: PersonLinkRow,
    household_index: HouseholdIndexRow,
    household_members: HouseholdMemberRow,
}

/// Returns the schema of the table of this name.
#[must_use]
pub fn schema_of(name: &str) -> Option<&'static TableSchema> {
    SCHEMAS.iter().find(|schema| schema.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::schema::{ColumnType, TableCell};

    #[test]
    fn contract_columns_have_their_names_and_order() {
        let names = |table| -> Vec<&str> { schema_of(table).unwrap().columns.iter().map(|c| c.name).collect() };
        let lineage = ["file", "sheet", "row", "kind", "outcome", "person_id", "rule", "match_probability"];
        assert_eq!(names("lineage")[..8], lineage);
        let aggregates = ["indicator", "period", "area", "breakdown", "value", "numerator", "denominator"];
        assert_eq!(names("aggregates"), aggregates);
        assert_eq!(names("quarantine")[3], "column");
        assert_eq!(SCHEMAS.len(), 25);
    }

    #[test]
    fn every_column_has_a_meaning_and_a_unique_name() {
        for schema in SCHEMAS {
            let mut names: Vec<&str> = schema.columns.iter().map(|c| c.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), schema.columns.len(), "{}", schema.name);
            for column in schema.columns {
                assert!(column.doc.ends_with('.') && !column.doc.starts_with(' '), "{}.{}", schema.name, column.name);
            }
        }
    }

    #[test]
    fn a_row_is_converted_to_cells_and_back() {
        let row = HouseholdRow {
            household_id: "H-1".into(),
            avenue: Some("Kasavubu".into()),
            n_members: 3,
            ..Default::default()
        };
        let cells: Vec<TableCell<'_>> = row.cells().collect();
        assert_eq!(cells[1], TableCell::Null);
        assert_eq!(cells[5], TableCell::Int(3));
        assert_eq!(HouseholdRow::from_cells(cells.iter().copied()).as_ref(), Some(&row));
        assert_eq!(HouseholdRow::from_cells(cells[..5].iter().copied()), None);
        assert_eq!(HouseholdRow::from_cells(std::iter::repeat_n(TableCell::Null, 8)), None);
        assert_eq!(PersonRow::SCHEMA.columns[5].kind, ColumnType::Date);
    }
}
