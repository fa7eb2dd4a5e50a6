//! The tables of a register: every column with its type, unit and meaning.
//!
//! Column names and their order are a contract with the notebooks and the exports: a change raises the version.

use chrono::NaiveDate;

use super::schema::{Row, TableSchema, table};
use crate::error::Result;

table! {
    /// A row for each non-blank row read, with its one outcome.
    "lineage", version 2 => LineageRow {
        /// Input file, relative to the raw folder, `/` on every system.
        file: String,
        /// Sheet name; "" for a CSV.
        sheet: String,
        /// Row as the spreadsheet shows it, from 1; the line of the record in a CSV.
        row: i64,
        /// `census`, `birth` or `event`; "" where the file's kind is not known.
        kind: String,
        /// `registered` (brought the person in), `merged` (a further row of the person), `quarantined` or `ignored`.
        outcome: String,
        /// The person the row belongs to; null for a quarantined or ignored row.
        person_id: Option<String>,
        /// Why the row was quarantined or ignored; null otherwise.
        rule: Option<String>,
        /// Probability, 0 to 1, that the row belongs to its person; null where nothing was compared.
        match_probability: Option<f64>,
        /// Hash of the row's content, 16 hexadecimal digits; null for an ignored row.
        row_key: Option<String>,
        /// The household the row's fiche became; null for acts and rows outside the register.
        household_id: Option<String>,
        /// The row as typed: a JSON object, column letters to text.
        typed: String,
        /// The identifier that the row brought into the register, kept when the row merges with another person's; null for
        /// a row that never brought one in.
        founded_id: Option<String>,
        /// Nom, post-nom, prénom and day of birth as the row has them, between bars, where they are not the person's; null
        /// where they are.
        says: Option<String>,
    }
}

table! {
    /// A row for each person of the register.
    "persons", version 2 => PersonRow {
        /// The person's identifier for life, with its check character.
        person_id: String,
        /// Nom; "" if none.
        nom: String,
        /// Post-nom; "" if none.
        postnom: String,
        /// Prénom; "" if none.
        prenom: String,
        /// `M` or `F`; null if unknown.
        sex: Option<String>,
        /// Day of birth, the first it can be where month or day is not known; null if unknown.
        born_on: Option<NaiveDate>,
        /// What is known of the birth date: `day`, `month`, `year`, `about` or `unknown`.
        born_on_precision: String,
        /// Place of birth; null if unknown.
        birth_place: Option<String>,
        /// Quartier of residence; null if unknown.
        quartier: Option<String>,
        /// The person's household; null for one known from acts alone.
        household_id: Option<String>,
        /// Relation to the head of the household, as a code; null if unknown.
        relation: Option<String>,
        /// Marital status, as a code; null if unknown.
        marital_status: Option<String>,
        /// Occupation; null if unknown.
        occupation: Option<String>,
        /// Birth act as the register writes it; null if none was found.
        birth_act: Option<String>,
        /// The person's standing in the register: `resident`, `birth_only` (known by an act alone), `event_only`, `deceased`
        /// or `departed`. Persons whose rows are gone stand in the table `withdrawn`.
        status: String,
        /// First year a source saw the person; null if no source is dated.
        first_seen: Option<i32>,
        /// Last year a source saw the person; null if no source is dated.
        last_seen: Option<i32>,
        /// Number of rows that speak of the person, from 1.
        n_sources: i32,
        /// Generation in which the identifier entered the register.
        registered_in: i32,
        /// Day of the event that gave the status or the residence; null where no event did, or it bears no date.
        status_since: Option<NaiveDate>,
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
        /// The head of the household; null if none is named.
        head_person_id: Option<String>,
        /// Number of persons in the household.
        n_members: i32,
        /// First year a fiche saw the household; null if none is dated.
        first_seen: Option<i32>,
        /// Last year a fiche saw the household; null if none is dated.
        last_seen: Option<i32>,
    }
}

table! {
    /// A row for each birth act of the register.
    "births", version 1 => BirthRow {
        /// Input file, relative to the raw folder.
        file: String,
        /// Sheet name; "" for a CSV.
        sheet: String,
        /// Row as the spreadsheet shows it, from 1.
        row: i64,
        /// The act's number as the register writes it; null if missing.
        act: Option<String>,
        /// The person born.
        person_id: String,
        /// Day of birth, the first it can be where month or day is not known; null if unknown.
        born_on: Option<NaiveDate>,
        /// Day of declaration; null if unknown.
        declared_on: Option<NaiveDate>,
        /// Days from birth to declaration, the day after birth being day 1; null if either is not known to the day.
        delay_days: Option<i32>,
        /// Days the law allowed for this birth; null if the day of birth is not known.
        limit_days: Option<i32>,
        /// `on_time`, `late` or `unknown`.
        timeliness: String,
        /// `direct`, `proxy`, `judgment` or `unknown`.
        category: String,
        /// Quartier of the parents' residence; null if unknown.
        quartier: Option<String>,
        /// `file!sheet!row` of the person's first act where this is a further one; null otherwise.
        duplicate_of: Option<String>,
        /// `M` or `F`; null if unknown.
        sex: Option<String>,
        /// What is known of the birth date: `day`, `month`, `year`, `about` or `unknown`.
        born_on_precision: String,
    }
}

table! {
    /// A row for each pair of rows that was compared and scored.
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
        /// Sum of the comparisons' weights, in bits (base 2 logarithm of the odds' ratio).
        match_weight: f64,
        /// Probability, 0 to 1, that both rows are one person.
        match_probability: f64,
        /// A JSON object: comparison to its level and weight.
        comparisons: String,
        /// `score`, `rule` or `person`.
        decided_by: String,
        /// 1 if both rows ended in one person, else 0.
        kept: i32,
    }
}

table! {
    /// A row for each finding of a quarantined row.
    "quarantine", version 1 => QuarantineRow {
        /// Input file, relative to the raw folder.
        file: String,
        /// Sheet name; "" for a CSV.
        sheet: String,
        /// Row as the spreadsheet shows it, from 1; 0 for the whole sheet.
        row: i64,
        /// Column letters; null where the finding is about the whole row.
        column: Option<String>,
        /// The rule that found it.
        rule: String,
        /// `error` or `warning`.
        severity: String,
        /// The value seen, as typed; "" where a value is missing.
        value: String,
        /// The row as typed: a JSON object, column letters to text.
        typed: String,
        /// Further facts for the message: a JSON object.
        args: String,
    }
}

table! {
    /// A row for each finding, warnings too.
    "findings", version 1 => FindingRow {
        /// Input file, relative to the raw folder.
        file: String,
        /// Sheet name; "" for a CSV or the whole file.
        sheet: String,
        /// Row as the spreadsheet shows it, from 1; 0 for the whole sheet.
        row: i64,
        /// Column letters; null where the finding is about the whole row or sheet.
        column: Option<String>,
        /// The rule that found it.
        rule: String,
        /// `error` or `warning`.
        severity: String,
        /// The value seen, as typed; "" where a value is missing.
        value: String,
        /// Further facts for the message: a JSON object.
        args: String,
    }
}

table! {
    /// A row for each cell of a heading: what its column holds in the rows below, up to the sheet's next heading.
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
        /// What the column was taken to hold, as a code; `other` where it was not recognised.
        field: String,
    }
}

table! {
    /// A row for each published count or rate; no personal data.
    "aggregates", version 1 => AggregateRow {
        /// The indicator's code.
        indicator: String,
        /// The year or period it is about.
        period: String,
        /// The commune or quartier it is about.
        area: String,
        /// How it is broken down; "" for the whole.
        breakdown: String,
        /// The value: a count, or a fraction (not a percentage); null where hidden or not defined.
        value: Option<f64>,
        /// The count above the line; null where hidden or the value is no ratio.
        numerator: Option<i64>,
        /// The count below the line; null where hidden or the value is no ratio.
        denominator: Option<i64>,
    }
}

table! {
    /// A row for each count of the reports up to this generation's, so that two reports side by side give nothing away.
    "published_counts", version 1 => PublishedCountRow {
        /// The indicator's code.
        indicator: String,
        /// The year or period it is about.
        period: String,
        /// The commune or quartier it is about.
        area: String,
        /// How it is broken down.
        breakdown: String,
        /// The count last shown; null if none ever was.
        count: Option<i64>,
        /// 1 if the last of these reports hid it, else 0.
        is_hidden: i32,
    }
}

table! {
    /// A row for each identifier that no longer stands for a person of its own.
    "aliases", version 2 => AliasRow {
        /// The identifier once given.
        old_id: String,
        /// The person it stands for now; null when withdrawn.
        person_id: Option<String>,
        /// `merged` or `withdrawn`.
        reason: String,
        /// Generation in which the identifier entered the register; null if not known.
        registered_in: Option<i32>,
    }
}

table! {
    /// A row for each person whose rows are gone: no longer in the register, still found, with the reason.
    "withdrawn", version 1 => WithdrawnRow {
        /// The person's identifier; it is given to nobody else.
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
        /// What is known of the birth date: `day`, `month`, `year`, `about` or `unknown`.
        born_on_precision: String,
        /// Last quartier of residence; null if unknown.
        quartier: Option<String>,
        /// Generation in which the identifier entered the register.
        registered_in: i32,
        /// First generation without the person.
        withdrawn_in: i32,
        /// Why: `file-gone`, `file-unreadable`, `file-replaced`, `row-gone` or `row-quarantined`.
        reason: String,
        /// File of the row that had brought the person in.
        file: String,
        /// Its sheet; "" for a CSV.
        sheet: String,
        /// Its row, from 1.
        row: i64,
    }
}

table! {
    /// A row for each value of a person that a generation changed, since the first.
    "history", version 1 => HistoryRow {
        /// The person.
        person_id: String,
        /// The generation that changed it.
        generation: i32,
        /// The column of `persons`; `merged` where the person took in another's rows, `withdrawn`, `back`.
        field: String,
        /// The value before; null if there was none.
        before: Option<String>,
        /// The value since; null if there is none.
        after: Option<String>,
        /// File of the row that says so; null where no row does.
        file: Option<String>,
        /// Its sheet; "" for a CSV.
        sheet: Option<String>,
        /// Its row, from 1.
        row: Option<i64>,
        /// The column of the cell; null where several hold it.
        column: Option<String>,
    }
}

table! {
    /// A row for each event registered: a death, a departure, an arrival, a move, a marriage.
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
        /// The person it happened to.
        person_id: String,
        /// Where the person lived before, a quartier of the commune; null if unknown or elsewhere.
        from_quartier: Option<String>,
        /// Where the person lives since, a quartier of the commune; null if unknown or elsewhere.
        to_quartier: Option<String>,
        /// The other commune or town, or the spouse's name, as written; null if none.
        other: Option<String>,
        /// What it does: `holds` (it gives the status or residence), `superseded` (a later event or round does),
        /// `repeated` (said before) or `after-death`.
        effect: String,
        /// 1 if a census row or an act speaks of the person too, 0 if the event alone does.
        matched: i32,
    }
}

table! {
    /// A row for each household that the rounds or an event name as a person's, where they name more than one.
    "residences", version 1 => ResidenceRow {
        /// The person.
        person_id: String,
        /// The round, or the year of the event.
        round: Option<i32>,
        /// The household; null for an event.
        household_id: Option<String>,
        /// The quartier; null if unknown.
        quartier: Option<String>,
        /// 1 for the residence that holds, else 0.
        holds: i32,
        /// Why it holds or not: `later-round`, `event`, `same-round` (the fiche whose row is first by its key), `earlier-round`,
        /// `before-event`.
        why: String,
    }
}

table! {
    /// A row for each resident whom a round of their quartier did not see.
    "absences", version 1 => AbsenceRow {
        /// The person.
        person_id: String,
        /// The quartier where the person was last seen.
        quartier: String,
        /// The round that has fiches of the quartier and none that names the person.
        round: i32,
        /// Year in which the person was last seen before it.
        last_seen: i32,
        /// 1 if nobody of the household was seen in the round, else 0.
        whole_household: i32,
    }
}

table! {
    /// A row for each resident who may be dead: listed for a visit, never removed.
    "likely_dead", version 1 => LikelyDeadRow {
        /// The person.
        person_id: String,
        /// Quartier of residence; null if unknown.
        quartier: Option<String>,
        /// Age in years at the end of the last round.
        age_years: i32,
        /// Year in which the person was last seen; null if no source is dated.
        last_seen: Option<i32>,
        /// Rounds of the quartier since that did not see the person.
        rounds_missed: i32,
        /// `age` (older than people are) or `age-and-absence`.
        reason: String,
    }
}

table! {
    /// A row for each change that a round saw in a household.
    "household_changes", version 1 => HouseholdChangeRow {
        /// The household, as the earlier round knew it.
        household_id: String,
        /// The later round.
        round: i32,
        /// `moved` (another address), `split` (members in another household), `joined` (all members in another household).
        change: String,
        /// The other household, of a split or a joining; null for a move.
        other_household_id: Option<String>,
        /// Address before: quartier, avenue, parcel.
        from_address: String,
        /// Address since.
        to_address: String,
        /// How many persons the change concerns.
        n_persons: i32,
    }
}

table! {
    /// A row for each distinct word of the names of the register, in their order: the index that looking up goes by.
    "name_words", version 1 => NameWordRow {
        /// The word: capitals, no accents, no signs.
        word: String,
        /// The key under which spellings of the same name meet.
        key: String,
        /// How many of the next rows of `name_rows` are its own.
        n: i32,
    }
}

table! {
    /// A row for each word of each name: which person bears it, word by word as `name_words` has them.
    "name_rows", version 1 => NameRowRow {
        /// Row of the table `persons`, from 0.
        person: i32,
    }
}

table! {
    /// A row for every 64th household and every 64th person, in the order of their identifiers: where to look for an identifier.
    "id_index", version 1 => IdIndexRow {
        /// The identifier of a household or a person.
        id: String,
        /// Its row in the table `households` or `persons`, from 0.
        place: i32,
    }
}

table! {
    /// A row for each row of `persons`, in its order: which rows of `person_lineage` and of `person_links` are the person's.
    "person_index", version 1 => PersonIndexRow {
        /// Row of `person_lineage`, from 0, after the person's last; the person's first follows the last of the person before.
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

impl PersonRow {
    /// Nom, post-nom and prénom as one text.
    #[must_use]
    pub fn whole_name(&self) -> String {
        let parts = [&self.nom, &self.postnom, &self.prenom];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
    }
}

/// Something to do with each table, whatever its rows are.
pub trait TableVisitor {
    /// Takes one table.
    ///
    /// # Errors
    /// Whatever stops the visit.
    fn table<R: Row>(&mut self, rows: &[R]) -> Result<()>;
}

macro_rules! tables {
    ($($(#[doc = $doc:literal])+ $table:ident: $row:ident),+ $(,)?) => {
        /// All tables of a generation; rows are written in the order they stand in.
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct Tables {
            $($(#[doc = $doc])+ pub $table: Vec<$row>),+
        }

        /// The schema of every table.
        pub static SCHEMAS: &[TableSchema] = &[$($row::SCHEMA),+];

        impl Tables {
            /// Visits every table in the order of [`SCHEMAS`].
            ///
            /// # Errors
            /// The first error of the visitor.
            pub fn each(&self, visitor: &mut impl TableVisitor) -> Result<()> {
                $(visitor.table::<$row>(&self.$table)?;)+
                Ok(())
            }
        }
    };
}

tables! {
    /// What became of each row read.
    lineage: LineageRow,
    /// The register.
    persons: PersonRow,
    /// The households.
    households: HouseholdRow,
    /// The birth acts.
    births: BirthRow,
    /// The scored pairs.
    links: LinkRow,
    /// The findings of quarantined rows.
    quarantine: QuarantineRow,
    /// All findings.
    findings: FindingRow,
    /// What each column was taken to hold.
    columns: ColumnRow,
    /// The published figures.
    aggregates: AggregateRow,
    /// What earlier reports showed.
    published_counts: PublishedCountRow,
    /// Identifiers merged or withdrawn.
    aliases: AliasRow,
    /// Persons whose rows are gone.
    withdrawn: WithdrawnRow,
    /// What each generation changed.
    history: HistoryRow,
    /// Events registered.
    events: EventRow,
    /// Persons of several residences.
    residences: ResidenceRow,
    /// Persons whom a round missed.
    absences: AbsenceRow,
    /// Residents who may be dead.
    likely_dead: LikelyDeadRow,
    /// Households that moved, split or joined.
    household_changes: HouseholdChangeRow,
    /// The words of names.
    name_words: NameWordRow,
    /// Who bears them.
    name_rows: NameRowRow,
    /// Where to look for an identifier.
    id_index: IdIndexRow,
    /// Where the places of each person's rows and links stand.
    person_index: PersonIndexRow,
    /// The places of persons' rows.
    person_lineage: PersonLineageRow,
    /// The places of persons' links.
    person_links: PersonLinkRow,
    /// Where the places of each household's members stand.
    household_index: HouseholdIndexRow,
    /// The places of households' members.
    household_members: HouseholdMemberRow,
}

/// The schema of the table of this name.
#[must_use]
pub fn schema_of(name: &str) -> Option<&'static TableSchema> {
    SCHEMAS.iter().find(|schema| schema.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::schema::{Cell, ColumnType};

    #[test]
    fn the_first_columns_of_the_contract_stand_in_their_order() {
        let names = |table| -> Vec<&str> { schema_of(table).unwrap().columns.iter().map(|c| c.name).collect() };
        let lineage = ["file", "sheet", "row", "kind", "outcome", "person_id", "rule", "match_probability"];
        assert_eq!(names("lineage")[..8], lineage);
        assert_eq!(
            names("aggregates"),
            ["indicator", "period", "area", "breakdown", "value", "numerator", "denominator"]
        );
        assert_eq!(names("quarantine")[3], "column");
        assert_eq!(SCHEMAS.len(), 26);
    }

    #[test]
    fn every_column_says_its_meaning_and_has_a_name_of_its_own() {
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
    fn a_row_turns_into_cells_and_back() {
        let row = HouseholdRow {
            household_id: "H-1".into(),
            avenue: Some("Kasavubu".into()),
            n_members: 3,
            ..Default::default()
        };
        let cells: Vec<Cell<'_>> = row.cells().collect();
        assert_eq!(cells[1], Cell::Null);
        assert_eq!(cells[5], Cell::Int(3));
        assert_eq!(HouseholdRow::from_cells(cells.iter().copied()).as_ref(), Some(&row));
        assert_eq!(HouseholdRow::from_cells(cells[..5].iter().copied()), None);
        assert_eq!(HouseholdRow::from_cells(std::iter::repeat_n(Cell::Null, 8)), None);
        assert_eq!(PersonRow::SCHEMA.columns[5].kind, ColumnType::Date);
    }
}
