//! Recognises tables that are no list of persons or births: deaths, marriages, numbers, persons in columns.
//!
//! Among census sheets and birth registers such a table is set aside as a whole, with a finding.

use crate::record::{CellValue, Field, GridRow, fold};

use super::super::headers::{Headers, Rank};
use super::super::heading_words::HeadingPerson;
use super::content_profile::ContentProfile;
use super::heading_column::HeadingColumn;

/// A list of events of another sort than births.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum EventList {
    Deaths,
    Marriages,
}

impl EventList {
    /// The code in messages.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Deaths => "deaths",
            Self::Marriages => "marriages",
        }
    }
}

const OF_DEATHS: &str = "DECES DECEDE DECEDEE DECEDES DEFUNT DEFUNTE DEFUNTS DECEASED DEATH DEATHS DIED MORT MORTE MORTS \
    NECROLOGIE INHUMATION INHUMATIONS OVERLIJDEN OVERLIJDENS OVERLEDEN OVERLEDENE";
const OF_DECEASED: &str = "DECEDE DECEDEE DEFUNT DEFUNTE DECEASED OVERLEDENE MORT";
const OF_MARRIAGES: &str = "MARIAGE MARIAGES MARRIAGE MARRIAGES HUWELIJK HUWELIJKEN";
const HUSBANDS: &str = "EPOUX MARI GROOM HUSBAND CONJOINT FUTUR FIANCE BRUIDEGOM ECHTGENOOT";
const WIVES: &str = "EPOUSE BRIDE WIFE CONJOINTE FUTURE FIANCEE FEMME BRUID ECHTGENOTE";

/// Whether a text has one of these words.
fn has_word(text: &str, words: &str) -> bool {
    let folded = fold(text);
    folded.split(' ').any(|word| words.split_whitespace().any(|other| other == word))
}

/// Whether a heading has a word for a death.
pub(super) fn speaks_of_death(text: &str) -> bool {
    has_word(text, OF_DEATHS)
}

/// The sort of events that headings alone announce: the name of a deceased; the names of both spouses.
pub(super) fn is_list_of_events(columns: &[HeadingColumn], headers: &Headers) -> Option<EventList> {
    let is_of_deceased = |column: &HeadingColumn| {
        has_word(&column.text, OF_DECEASED)
            && !headers.reduced(&column.text).is_of_other_event
            && column.field.is_name()
    };
    if columns.iter().any(is_of_deceased) {
        return Some(EventList::Deaths);
    }
    let n_with = |words: &str| columns.iter().filter(|column| has_word(&column.text, words)).count();
    let has_own_name = columns.iter().any(|column| column.field.is_name() && column.rank == Rank::Sure);
    let has_both = n_with(HUSBANDS) > 0 && n_with(WIVES) > 0 && n_with(HUSBANDS) + n_with(WIVES) >= 2;
    (has_both && !has_own_name).then_some(EventList::Marriages)
}

/// Whether a heading with a word for a death speaks of other deaths than that of the person: those of the mother's
/// earlier children, their number, the last of them.
fn is_of_other_death(text: &str, headers: &Headers) -> bool {
    const OTHER: &str = "NOMBRE NBRE NB NUMBER DERNIER DERNIERE LAST PRECEDENT PRECEDENTS ANTERIEUR ANTERIEURS ENFANTS CHILDREN \
        FOETAL FOETAUX FOETALE FRERES SOEURS PARENTS";
    has_word(text, OTHER) || matches!(headers.reduced(text).person, Some(HeadingPerson::Other(_)))
}

/// The sort of events that a table lists: by its headings, by a date of death in half of its rows or more, or by the
/// name of its sheet or file.
pub(super) fn list_of_events(
    columns: &[HeadingColumn],
    rows: &[&GridRow],
    names: [&str; 2],
    headers: &Headers,
) -> Option<EventList> {
    let of_death = |column: &&HeadingColumn| {
        has_word(&column.text, OF_DEATHS)
            && !column.field.is_name()
            && column.field != Field::Remarks
            && !is_of_other_death(&column.text, headers)
    };
    let is_filled = |column: &HeadingColumn| {
        let profile = ContentProfile::of_column(column.column, rows);
        let is_cause = has_word(&column.text, "CAUSE CAUSES");
        let n = if is_cause { profile.words } else { profile.dates };
        n > 0 && n * 2 >= rows.len()
    };
    if columns.iter().filter(of_death).any(is_filled) {
        return Some(EventList::Deaths);
    }
    is_list_of_events(columns, headers).or_else(|| {
        // "naissances et décès 2017" may hold births.
        let is_of_stillborn = |name: &&&str| {
            let folded = fold(name);
            ["MORT NE", "MORTS NE", "MORTINAISSANCE", "STILLBIRTH"].iter().any(|words| folded.contains(words))
        };
        if names.iter().any(|name| is_of_stillborn(&name)) {
            return Some(EventList::Deaths);
        }
        let is_of_births =
            names.iter().any(|name| has_word(name, "NAISSANCE NAISSANCES NAISS NAIS NES BIRTH BIRTHS GEBOORTEN"));
        names.iter().filter(|_| !is_of_births).find_map(|name| match () {
            () if has_word(name, OF_DEATHS) => Some(EventList::Deaths),
            () if has_word(name, OF_MARRIAGES) => Some(EventList::Marriages),
            () => None,
        })
    })
}

const BIRTHS_IN_COLUMN: &str = "N NAISSANCE NAISSANCES NAISS BIRTH GEBOORTE";
const DEATHS_IN_COLUMN: &str = "D DECES DEATH OVERLIJDEN";
const OTHERS_IN_COLUMN: &str = "M MARIAGE MARIAGES MARRIAGE HUWELIJK V DIVERS DIVORCE DIVORCES RECONNAISSANCE ADOPTION";

/// The column that says what each row records, where births stand in it and deaths or marriages too: N, D, M, V or the
/// words. `rows` are all rows of the table; the first `n_sample` of them must agree.
pub(super) fn column_of_records(rows: &[&GridRow], n_sample: usize, own_fields: &[u16]) -> Option<u16> {
    let sample = &rows[..rows.len().min(n_sample)];
    let is_one = |text: &str, words: &str| words.split_whitespace().any(|word| word == text);
    let has = |rows: &[&GridRow], column: u16, words: &[&str]| {
        let texts = rows.iter().filter_map(|row| row.value(column)).map(|value| fold(&value.display_text()));
        texts.into_iter().any(|text| words.iter().any(|words| is_one(&text, words)))
    };
    let holds_records = |column: &u16| {
        let values: Vec<String> = sample
            .iter()
            .filter_map(|row| row.value(*column))
            .take_while(|value| matches!(value, CellValue::Text(text) if text.len() <= 16))
            .map(|value| fold(&value.display_text()))
            .collect();
        let all = [BIRTHS_IN_COLUMN, DEATHS_IN_COLUMN, OTHERS_IN_COLUMN];
        values.len() * 10 >= sample.len() * 9 && values.iter().all(|text| all.iter().any(|words| is_one(text, words)))
    };
    let mut columns: Vec<u16> = sample.first()?.cells.iter().map(|(column, _)| *column).collect();
    columns.retain(|column| !own_fields.contains(column));
    columns.into_iter().filter(holds_records).find(|column| {
        has(rows, *column, &[BIRTHS_IN_COLUMN]) && has(rows, *column, &[DEATHS_IN_COLUMN, OTHERS_IN_COLUMN])
    })
}

/// The sort of events that a cell of such a column names; `None` for a birth.
pub(super) fn record_in(value: &CellValue) -> Option<EventList> {
    let text = fold(&value.display_text());
    let is_one = |words: &str| words.split_whitespace().any(|word| word == text);
    match () {
        () if is_one(DEATHS_IN_COLUMN) => Some(EventList::Deaths),
        () if is_one(OTHERS_IN_COLUMN) => Some(EventList::Marriages),
        () => None,
    }
}

/// Whether rows are a table of numbers: more than half of the cells are numbers, and no column holds names, sexes or
/// dates.
pub(super) fn is_statistics(rows: &[&GridRow]) -> bool {
    // The headings are words.
    let has_number =
        |row: &&GridRow| row.cells.iter().any(|(column, _)| ContentProfile::of_column(*column, &[row]).is_numeric());
    let rows = rows.iter().copied().filter(|row| row.cells.len() >= 2);
    let rows: Vec<&GridRow> = rows.skip_while(|row| !has_number(row)).collect();
    let columns = column_profiles(&rows);
    let n_cells: usize = columns.iter().map(|(_, profile)| profile.n()).sum();
    let n_numbers: usize = columns.iter().map(|(_, profile)| profile.numbers).sum();
    let is_of_persons = |profile: &ContentProfile| {
        profile.n() * 2 >= rows.len()
            && (profile.holds_names()
                || profile.share(|p| p.sexes) >= 0.8
                || (profile.share(|p| p.dates) >= 0.8 && profile.share(|p| p.numbers) < 0.5))
    };
    rows.len() >= 2 && n_numbers * 2 >= n_cells && !columns.iter().any(|(_, profile)| is_of_persons(profile))
}

/// Whether a table with columns for men and women counts them instead of ticking one for each person.
pub(super) fn counts_men_and_women(columns: &[HeadingColumn], rows: &[&GridRow]) -> bool {
    // Beside the sex of each person the numbers are those of its household.
    let has_sexes = |column: &HeadingColumn| {
        column.field == Field::Sex && ContentProfile::of_column(column.column, rows).share(|p| p.sexes) >= 0.8
    };
    if columns.iter().any(has_sexes) {
        return false;
    }
    [Field::SexMale, Field::SexFemale].iter().all(|field| {
        columns.iter().find(|column| column.field == *field).is_some_and(|column| {
            let profile = ContentProfile::of_column(column.column, rows);
            profile.is_numeric() && profile.share(|p| p.crosses) < 0.5
        })
    })
}

/// Whether the titles stand down the first column and the persons in the columns beside it: three titles or more, a
/// name among them.
pub(super) fn has_persons_in_columns(rows: &[&GridRow], headers: &Headers) -> bool {
    let mut fields = Vec::new();
    for row in rows.iter().filter(|row| row.cells.len() >= 2) {
        let Some((_, label)) = row.cells.first() else { continue };
        let text = label.to_text();
        let meaning = headers.meaning(text.trim().trim_end_matches([':', ' '])).filter(|m| m.rank <= Rank::Weak);
        let field = meaning.map(|meaning| meaning.field);
        fields.extend(field.filter(|field| field.is_personal() && !fields.contains(field)));
    }
    fields.len() >= 3 && fields.iter().any(|field| field.is_name())
}

/// The columns of rows, each with what its cells look like.
pub(super) fn column_profiles(rows: &[&GridRow]) -> Vec<(u16, ContentProfile)> {
    let mut columns: Vec<u16> = rows.iter().flat_map(|row| row.cells.iter().map(|(column, _)| *column)).collect();
    columns.sort_unstable();
    columns.dedup();
    columns.into_iter().map(|column| (column, ContentProfile::of_column(column, rows))).collect()
}
