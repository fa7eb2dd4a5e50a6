//! Cleans one row as typed: returns the clean row with its doubts.

use chrono::Datelike;

use crate::record::{
    ActRef, ActRow, Category, CellValue, CleanRow, Context, Doubt, DoubtKind, Field, Fnv, Kind, MaritalStatus, RawCell,
    RawFile, RawRow, Relation, Sex, fold,
};

use super::codes::Codes;
use super::dates::{YearLimits, is_month_name, with_number_digits};
use super::events;
use super::kin_words::without_kin_words;
use super::labelled::without_labels;
use super::name_with_parts::with_parts_of_name;
use super::names::{self, RowName};
use super::relation_codes::RelationCodes;
use super::remarks::{read_remarks, remark_as_name, says_against, without_deaths};
use super::row_dates::DatedRow;
use super::row_quartier::{ContextQuartier, quartier_of};
use super::sex_and_age::with_sex_and_age;
use super::text::{clean, filled_cell, filled_text, is_placeholder};
use super::twin_mark::twin_mark;
use super::two_persons::find_two_persons;
use super::{ReferenceData, SheetReadings};

/// A clean row and its doubts.
#[derive(Debug, Clone)]
pub struct CleanEntry {
    pub row: CleanRow,
    /// The values that could not be read or were guessed.
    pub doubts: Vec<Doubt>,
}

/// Whether a register marks categories, so that an act without a mark was declared by a parent.
pub(super) fn marks_categories(file: &RawFile, codes: &Codes) -> bool {
    file.kind == Kind::Birth && file.rows.iter().any(|row| category(row, codes) != Category::Unknown)
}

/// Returns the category: judgment if the act has a judgment's number or date, else by its own column or the remarks.
fn category(raw: &RawRow, codes: &Codes) -> Category {
    if [Field::JudgmentNumber, Field::JudgmentDate].iter().any(|field| filled_cell(raw, *field).is_some()) {
        return Category::Judgment;
    }
    let in_field = |field| codes.category(&raw.field_text(field));
    // `jugement du 12/06/2012` may stand in the place of the day of declaration.
    let has_words = || raw.field_text(Field::DeclaredOn).bytes().any(|b| b.is_ascii_alphabetic());
    let of_judgment =
        || has_words().then(|| in_field(Field::DeclaredOn)).flatten().filter(|own| *own == Category::Judgment);
    let of_case = || names_case(&raw.field_text(Field::Remarks)).then_some(Category::Judgment);
    let by_remark = || in_field(Field::Remarks).or_else(of_case);
    in_field(Field::Category).or_else(by_remark).or_else(of_judgment).unwrap_or(Category::Unknown)
}

/// Whether a remark is the number of a case at a court, also behind a mark that repeats the words above: `-//- RC
/// 1235`.
fn names_case(remark: &str) -> bool {
    let folded = fold(remark);
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let mut words = folded.split(' ');
    let is_roll = matches!(words.next(), Some("RC" | "RCE" | "RCJ" | "RPNC"));
    let mut numbers = words.peekable();
    is_roll && numbers.peek().is_some() && numbers.all(is_number)
}

/// Cleans a row. The fiche is left open: it depends on the rows above.
pub(super) fn clean_row(
    typed: &RawRow,
    context_quartier: &ContextQuartier<'_>,
    kind: Kind,
    sheets: &SheetReadings,
    reference: &ReferenceData,
) -> CleanEntry {
    let (context, codes) = (context_quartier.context, &reference.codes);
    let mut doubts = error_cells(typed);
    read_remarks(typed, kind, &mut doubts);
    let unlabelled = without_labels(typed);
    let lettered = sheets.letters.mended(unlabelled, &mut doubts);
    let lettered = match kind {
        Kind::Census => without_kin_words(lettered, codes, &mut doubts),
        _ => lettered,
    };
    let divided = with_sex_and_age(&lettered, &sheets.sexes_with_ages, codes, &mut doubts);
    let divided = with_parts_of_name(divided, codes);
    let raw = &*without_deaths(&divided, kind, &mut doubts);
    let census_day = sheets.days.above(raw.at).filter(|_| kind == Kind::Census);
    let dates = DatedRow { raw, kind, columns: &sheets.columns, census_day };
    let year = raw
        .cell(Field::Year)
        .and_then(|cell| dates.date_of(cell, YearLimits::default()).date())
        .map(|date| date.year())
        .or(context.round_year());
    let act_number = if kind == Kind::Birth { act_ref(raw, year) } else { None };
    let register_year = year.or(act_number.as_ref().and_then(|act| act.year));
    let declared = dates.declaration_date(register_year, reference.today.year(), &mut doubts);
    let year = if kind == Kind::Event { events::year_of(&dates, year).or(year) } else { year };
    let known_year = year.or(declared.map(|day| day.year()));
    let base_year = known_year.unwrap_or(reference.today.year());
    let event =
        (kind == Kind::Event).then(|| Box::new(events::event_of(&dates, &sheets.events, year, reference, &mut doubts)));
    let RowName { mut name, generation, is_head, is_widowed } = names::name_of(raw, &sheets.names, &mut doubts);
    if kind == Kind::Event {
        // A list of deaths may call the dead dead.
        doubts.retain(|doubt| doubt.kind != DoubtKind::NameSaysDead);
    } else {
        find_two_persons(raw, codes, &mut doubts);
        doubts.extend(remark_as_name(raw).map(|cell| cell.doubt(DoubtKind::RemarkAsName)));
    }
    let relation =
        relation_of(raw, codes, &sheets.relations, &mut doubts).or_else(|| is_head.then_some(Relation::Head));
    let act = (kind == Kind::Birth).then(|| {
        Box::new(ActRow {
            act: act_number,
            declared_on: declared,
            category: category(raw, codes),
            father: names::person_in_one_cell(raw, Field::Father),
            mother: names::person_in_one_cell(raw, Field::Mother),
            twin: twin_mark(typed),
        })
    });
    let (born, place) = dates.birth_date_and_place(base_year, known_year.is_some(), declared, relation, &mut doubts);
    let years = born.map(|born| declared.map_or(base_year, |day| day.year()) - born.year());
    names::take_infant_prenom(raw, &mut name, years, &mut doubts);
    let row = CleanRow {
        at: raw.at,
        key: row_key(typed, context, kind),
        fiche: None,
        name,
        generation,
        sex: match doubtful_sex(raw) {
            Some(cell) => {
                doubts.push(cell.doubt(DoubtKind::UnknownSex));
                None
            }
            None => sex_in_columns(raw, sheets, codes, &mut doubts, context.sex),
        },
        born,
        birth_place: place,
        quartier: match &event {
            // The quartier before the event, as a census would have found the person; after an arrival, the new one.
            Some(event) => event.from.or(event.to),
            None => quartier_of(raw, context_quartier, &reference.quartiers, &mut doubts),
        },
        relation,
        marital_status: code_of(raw, Field::MaritalStatus, DoubtKind::UnknownMaritalStatus, &mut doubts, |text| {
            codes.marital_status(text)
        })
        .or_else(|| is_widowed.then_some(MaritalStatus::Widowed)),
        occupation: filled_text(raw, Field::Occupation).into(),
        seen_in: match &act {
            Some(act) => act.declared_on.map(|day| day.year()).or(year),
            None => year,
        },
        act,
        event,
    };
    settle_doubts(&mut doubts);
    CleanEntry { row, doubts }
}

/// Removes the doubts about words of a cell whose row waits because of the whole cell.
fn settle_doubts(doubts: &mut Vec<Doubt>) {
    use DoubtKind::{
        NameInOneCell, NameSaysDead, NotPartOfName, PerhapsTwoPersons, RemarkAgainstRow, RemarkAsName, RowCancelled,
    };
    use DoubtKind::{Stillborn, UnknownMaritalStatus, UnknownRelation, UnknownSex, UnreadableAge, UnreadableBirthDate};
    let is_of_cell = |kind| matches!(kind, RowCancelled | Stillborn | RemarkAsName);
    let columns: Vec<Option<u16>> =
        doubts.iter().filter(|doubt| is_of_cell(doubt.kind)).map(|doubt| doubt.column).collect();
    if columns.is_empty() {
        return;
    }
    let is_of_word = |kind| {
        matches!(kind, NameInOneCell | NameSaysDead | NotPartOfName | PerhapsTwoPersons | RemarkAgainstRow)
            || matches!(kind, UnknownMaritalStatus | UnknownRelation | UnknownSex | UnreadableAge | UnreadableBirthDate)
    };
    doubts.retain(|doubt| !(is_of_word(doubt.kind) && columns.contains(&doubt.column)));
}

/// Reads the relation to the head, with or without a remark behind it: `Fils décédé`, `Fille (absente)`.
fn relation_of(raw: &RawRow, codes: &Codes, of_file: &RelationCodes, doubts: &mut Vec<Doubt>) -> Option<Relation> {
    // A mark of repetition below an empty cell says that somebody left out a relation.
    doubts.extend(
        raw.cell(Field::Relation).filter(|cell| is_lone_mark(cell)).map(|cell| cell.doubt(DoubtKind::UnknownRelation)),
    );
    let cell = filled_cell(raw, Field::Relation)?;
    let typed = cell.value.display_text();
    if let Some(relation) = of_file.of_parent(raw.at.sheet, &typed) {
        return Some(relation);
    }
    if let Some(relation) = codes.relation(&typed).or_else(|| of_file.of(raw.at.sheet, &typed)) {
        return Some(relation);
    }
    let ends = typed.char_indices().filter(|(_, c)| matches!(c, ' ' | '(' | ',' | '-' | '/')).map(|(at, _)| at);
    let mut parts = ends.collect::<Vec<_>>().into_iter().rev().map(|at| typed.split_at(at));
    let found = parts.find_map(|(word, rest)| Some((codes.relation(word)?, rest)));
    let is_said = doubts.iter().any(|doubt| doubt.column == Some(cell.column) && doubt.kind == DoubtKind::TwoPersons);
    match found {
        Some((relation, rest)) if says_against(rest) => {
            doubts.push(cell.doubt(DoubtKind::RemarkAgainstRow));
            Some(relation)
        }
        // What stands in brackets or behind a comma is a remark.
        Some((relation, rest)) if rest.trim_start().starts_with(['(', ',']) => Some(relation),
        _ => {
            doubts.extend((!is_said).then(|| cell.doubt(DoubtKind::UnknownRelation)));
            None
        }
    }
}

/// Whether a cell holds a mark that repeats the cell above, and nothing else.
fn is_lone_mark(cell: &RawCell) -> bool {
    let CellValue::Text(text) = &cell.value else { return false };
    let text = text.trim();
    matches!(text, "\"" | "''" | "«" | "»" | "”" | "“" | "〃" | "″" | "//" | "-//-" | "- // -" | "\"\"" | "« »" | "↓")
}

/// Returns a doubt for each cell with a formula error.
fn error_cells(raw: &RawRow) -> Vec<Doubt> {
    let errors = raw.cells.iter().filter(|cell| matches!(cell.value, CellValue::Error(_)));
    errors.map(|cell| cell.doubt(DoubtKind::ErrorCell)).collect()
}

/// Hashes the row as typed and its context.
///
/// The running number, the position and what the file's name says are left out, so that a row keeps its key when other
/// rows are inserted above it or its file is renamed.
fn row_key(raw: &RawRow, context: &Context, kind: Kind) -> u64 {
    let mut hash = Fnv::default().with(kind.code().as_bytes());
    for text in [&context.quartier, &context.avenue, &context.parcel, &context.fiche] {
        hash = hash.with(text.as_deref().unwrap_or("").as_bytes());
    }
    hash = hash.with(context.year.map(|year| year.to_string()).unwrap_or_default().as_bytes());
    for cell in raw.cells.iter().chain(&raw.carried).filter(|cell| cell.field != Field::Order) {
        hash = hash.with(&cell.column.to_le_bytes()).with(cell.value.display_text().as_bytes());
    }
    hash.finish()
}

/// Reads the code in a cell; a text that is in no list of words becomes a doubt.
fn code_of<T>(
    raw: &RawRow,
    field: Field,
    kind: DoubtKind,
    doubts: &mut Vec<Doubt>,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let cell = filled_cell(raw, field)?;
    let typed = cell.value.display_text();
    let value = read(&typed);
    if value.is_none() {
        let is_dead = kind == DoubtKind::UnknownMaritalStatus && says_against(&typed);
        doubts.push(cell.doubt(if is_dead { DoubtKind::RemarkAgainstRow } else { kind }));
    }
    value
}

/// The cell of a sex that its typist doubts: `M ?`.
fn doubtful_sex(raw: &RawRow) -> Option<&RawCell> {
    let cell = filled_cell(raw, Field::Sex)?;
    let CellValue::Text(text) = &cell.value else { return None };
    (text.contains('?') && text.contains(char::is_alphanumeric)).then_some(cell)
}

/// Reads the sex by the codes of its column, else by the list of words. A title gives the sex where the table has no
/// column of it.
fn sex_in_columns(
    raw: &RawRow,
    sheets: &SheetReadings,
    codes: &Codes,
    doubts: &mut Vec<Doubt>,
    of_title: Option<Sex>,
) -> Option<Sex> {
    match sheets.sexes.sex_of(raw, doubts) {
        Some(sex) => sex,
        None => sex_of(raw, codes, doubts).or(of_title),
    }
}

/// Reads the sex from its column, or from the one of two columns that is marked.
fn sex_of(raw: &RawRow, codes: &Codes, doubts: &mut Vec<Doubt>) -> Option<Sex> {
    // A check mark is no letter.
    let is_checked = |cell: &&RawCell| cell.value.display_text().contains(['✓', '✔', '☑', '✗', '✘', '☒', '√', '×']);
    // VRAI and FAUX, oui and non are the two answers of a form.
    let is_no = |cell: &RawCell| match &cell.value {
        CellValue::Bool(answer) => !answer,
        CellValue::Text(text) => matches!(
            fold(text).as_str(),
            "FAUX" | "FALSE" | "NON" | "NO" | "ONWAAR" | "NEE" | "FALSO" | "NAO" | "HAPANA"
        ),
        _ => false,
    };
    let ticked = |field| {
        let cell = filled_cell(raw, field).or_else(|| raw.cell(field).filter(is_checked));
        cell.filter(|cell| !is_no(cell))
    };
    match (ticked(Field::SexMale), ticked(Field::SexFemale)) {
        (None, None) => code_of(raw, Field::Sex, DoubtKind::UnknownSex, doubts, |text| codes.sex(text)),
        (Some(_), None) => Some(Sex::Male),
        (None, Some(_)) => Some(Sex::Female),
        // In a form with yes and no, one column has a tick and the other a cross.
        (Some(male), Some(female)) if is_yes_and_no(male, female) => Some(Sex::Male),
        (Some(male), Some(female)) if is_yes_and_no(female, male) => Some(Sex::Female),
        (Some(male), Some(female)) => {
            let value = format!("{} + {}", male.value.to_text(), female.value.to_text());
            doubts.push(Doubt { kind: DoubtKind::UnknownSex, column: Some(male.column), value });
            None
        }
    }
}

/// Whether one cell holds a tick and the other a cross.
fn is_yes_and_no(yes: &RawCell, no: &RawCell) -> bool {
    let has = |cell: &RawCell, signs: [char; 4]| cell.value.display_text().contains(signs);
    has(yes, ['✓', '✔', '☑', '√']) && has(no, ['✗', '✘', '☒', '×'])
}

/// Reads the number of an act: `00012/2015`, `12`, `12/3/2015` (number, folio or volume, year).
///
/// The first number, which may be Roman, is that of the act; the last one from 1900 to 2099 is its year. Folio and
/// volume from columns of their own are appended to the text: number / folio / volume.
fn act_ref(raw: &RawRow, year: Option<i32>) -> Option<ActRef> {
    let cell = raw.cell(Field::ActNumber)?;
    // A number that the spreadsheet made a date is lost.
    if matches!(cell.value, CellValue::DateSerial { .. }) {
        return None;
    }
    let typed = clean(&cell.value.display_text());
    if is_date_in_text(&typed) {
        return None;
    }
    let typed = with_number_digits(&typed).into_owned();
    let roman = typed.split(|c: char| !c.is_ascii_alphanumeric()).find(|word| !word.is_empty()).and_then(roman_number);
    let digits = typed.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let arabic: Vec<u32> = digits.map_while(|digits| digits.parse().ok()).collect();
    // Beside other numbers than a year, the letters are a series: `C/12`.
    let roman = roman.filter(|_| matches!(arabic[..], [] | [1900..2100]));
    let numbers: Vec<u32> = roman.into_iter().chain(arabic).collect();
    let number = *numbers.first()?;
    let own_year = numbers.iter().skip(1).rev().find(|n| (1900..2100).contains(*n)).map(|n| *n as i32);
    let further = [Field::Folio, Field::Volume].map(|field| clean(&raw.field_text(field)));
    let typed = further.into_iter().filter(|part| !is_placeholder(part)).fold(typed, |all, part| all + "/" + &part);
    Some(ActRef { number, year: own_year.or(year), typed })
}

/// Whether a number that the spreadsheet made a date stands as text, as in a CSV file: `oct-16`, `16-oct`. Spreadsheets
/// write no month in capitals: `MAR-14` is a series of an office.
fn is_date_in_text(typed: &str) -> bool {
    let is_month = |part: &str| part.len() >= 3 && part.contains(char::is_lowercase) && is_month_name(part);
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    typed.split_once('-').is_some_and(|(first, second)| {
        let second = second.trim_end_matches('.');
        is_month(first.trim_end_matches('.')) && is_number(second) || is_number(first) && is_month(second)
    })
}

/// Reads a Roman number in capitals, from 1 to 3999; `None` for another text.
fn roman_number(text: &str) -> Option<u32> {
    const DIGITS: [(&str, u32); 13] = [
        ("M", 1000),
        ("CM", 900),
        ("D", 500),
        ("CD", 400),
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ];
    let (mut rest, mut number) = (text, 0);
    for (digit, value) in DIGITS {
        let mut n = 0;
        while let Some(after) = rest.strip_prefix(digit) {
            (rest, number, n) = (after, number + value, n + 1);
            if n > 3 {
                return None;
            }
        }
    }
    (rest.is_empty() && number > 0).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::CodeWords;
    use crate::record::RowAt;

    #[test]
    fn a_tick_beside_a_cross_is_the_sex() {
        let codes = Codes::new(&CodeWords::default()).expect("the built-in lists are valid");
        let sex = |male: &str, female: &str| {
            let cell = |column, field, text: &str| RawCell { column, field, value: CellValue::Text(text.into()) };
            let cells = vec![cell(1, Field::SexMale, male), cell(2, Field::SexFemale, female)];
            let raw = RawRow { at: RowAt::default(), context: 0, cells, carried: Vec::new(), left_out: None };
            let mut doubts = Vec::new();
            (sex_of(&raw, &codes, &mut doubts), doubts.len())
        };
        assert_eq!(sex("VRAI", "FAUX"), (Some(Sex::Male), 0));
        assert_eq!(sex("non", "oui"), (Some(Sex::Female), 0));
        assert_eq!(sex("FAUX", "FAUX"), (None, 0));
        assert_eq!(sex("✓", "✗"), (Some(Sex::Male), 0));
        assert_eq!(sex("×", "✔"), (Some(Sex::Female), 0));
        assert_eq!((sex("✓", "✓"), sex("✗", "×")), ((None, 1), (None, 1)));
    }

    #[test]
    fn a_sex_with_a_question_mark_is_in_doubt() {
        for (typed, is_doubtful) in [("M ?", true), ("F?", true), ("1 ?", true), ("?", false), ("M", false)] {
            let cells = vec![RawCell { column: 1, field: Field::Sex, value: CellValue::Text(typed.into()) }];
            let raw = RawRow { at: RowAt::default(), context: 0, cells, carried: Vec::new(), left_out: None };
            assert_eq!(doubtful_sex(&raw).is_some(), is_doubtful, "{typed}");
        }
    }

    #[test]
    fn a_mark_below_no_relation_is_a_doubt() {
        let codes = Codes::new(&crate::normalise::CodeWords::default()).expect("the built-in lists are valid");
        for (typed, n_doubts) in [("\"", 1), ("-//-", 1), ("-", 0), ("", 0), ("fils", 0)] {
            let cells = vec![RawCell { column: 1, field: Field::Relation, value: CellValue::Text(typed.into()) }];
            let raw = RawRow { at: RowAt::default(), context: 0, cells, carried: Vec::new(), left_out: None };
            let mut doubts = Vec::new();
            relation_of(&raw, &codes, &RelationCodes::default(), &mut doubts);
            assert_eq!(doubts.len(), n_doubts, "{typed}");
        }
    }

    #[test]
    fn a_remark_may_be_the_number_of_a_case() {
        for (remark, expected) in [
            ("-//- RC 1235", true),
            ("RC 1235/2017", true),
            ("RCE 12", true),
            ("RC", false),
            ("RC Kinshasa 12", false),
            ("12", false),
        ] {
            assert_eq!(names_case(remark), expected, "{remark}");
        }
    }

    #[test]
    fn an_act_number_with_a_series_is_no_month() {
        for (typed, is_date) in [
            ("oct-16", true),
            ("Oct-16", true),
            ("16-oct", true),
            ("15-mars", true),
            ("avr.-17", true),
            ("15-DEC-2018", false),
            ("MAR-14", false),
            ("12-2018", false),
            ("A-12", false),
        ] {
            assert_eq!(is_date_in_text(typed), is_date, "{typed}");
        }
    }

    #[test]
    fn roman_numbers_are_read() {
        let read = ["I", "IV", "XII", "XCIX", "MMXVII", "", "12", "IIII", "ACTE"].map(roman_number);
        assert_eq!(read, [Some(1), Some(4), Some(12), Some(99), Some(2017), None, None, None, None]);
    }
}
