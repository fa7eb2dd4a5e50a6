//! The dates of a row: date of birth (with the place, if they share a cell) and date of declaration.

use chrono::{Datelike, NaiveDate};

use crate::record::{
    CellText, CellValue, Doubt, DoubtKind, Field, Kind, PartialDate, Precision, RawCell, RawRow, Relation, Text, fold,
};

use super::dates::{
    Age, ColumnStyle, ColumnStyles, DateReading, YearLimits, date_and_place, is_age_against_year, read_age,
    read_date_in,
};
use super::month_and_year::{is_month_before_year, month_and_year, numbers_of_month_and_year};
use super::relative_days::{day_before, day_of_days_ago, weekday_with_day, weeks_or_months_ago};
use super::text::{clean, filled_text, is_placeholder};

/// Day, month and year of birth in columns of their own.
const BIRTH_PARTS: [Field; 3] = [Field::BirthDay, Field::BirthMonth, Field::BirthYear];
/// Day, month and year of declaration in columns of their own.
const DECLARED_PARTS: [Field; 3] = [Field::DeclaredDay, Field::DeclaredMonth, Field::DeclaredYear];

/// In a register and in a line of a child, a two-digit year that is up to this many years ahead is a slip, not a birth
/// a century ago.
const MAX_YEARS_AHEAD: i32 = 10;

/// The days before a declaration in which a day of the week just past lies.
const DAYS_OF_LAST_WEEK: i64 = 14;

/// A two-digit year of declaration is no older than this.
const MAX_REGISTER_YEARS: i32 = 80;

/// A date read from one cell, or from three.
struct DateCell<'r> {
    reading: DateReading,
    /// Column of the cell, or of the first of three.
    column: u16,
    typed: CellText<'r>,
}

/// Whether a survey's code for "not known" stands in the column of a year: 9999, 9998.
fn is_filler(typed: &str) -> bool {
    matches!(typed.trim(), "9999" | "9998" | "8888" | "999" | "998")
}

impl DateCell<'_> {
    fn doubt(self, kind: DoubtKind) -> Doubt {
        Doubt { kind, column: Some(self.column), value: self.typed.into_owned() }
    }
}

/// A row with what is needed to read its dates.
#[derive(Clone, Copy)]
pub(super) struct DatedRow<'r> {
    pub(super) raw: &'r RawRow,
    pub(super) kind: Kind,
    pub(super) columns: &'r ColumnStyles,
    /// Day of the census that a line above the row gives.
    pub(super) census_day: Option<NaiveDate>,
}

impl<'r> DatedRow<'r> {
    fn style(&self, column: u16) -> &'r ColumnStyle {
        self.columns.of(self.raw.at.sheet, column)
    }

    /// Reads the date of a cell.
    pub(super) fn date_of(&self, cell: &RawCell, years: YearLimits) -> DateReading {
        read_date_in(&cell.value, self.style(cell.column), years)
    }

    /// Reads the date of one cell, or of a day, a month and a year in three; `None` if no cell is filled.
    fn date_cell(&self, whole: Field, parts: [Field; 3], years: YearLimits) -> Option<DateCell<'r>> {
        let raw = self.raw;
        if let Some(cell) = raw.cell(whole) {
            let reading = self.date_of(cell, years);
            return Some(DateCell { reading, column: cell.column, typed: cell.value.display_text() });
        }
        let cells = parts.map(|part| raw.cell(part));
        let [day, month, year] = cells.map(|cell| {
            let typed = cell.map(|cell| cell.value.display_text()).unwrap_or_default();
            if is_placeholder(&typed) || is_filler(&typed) { None } else { Some(typed.trim().to_owned()) }
        });
        // "00" behind a day and a month is the year 2000 where the other years have two digits.
        let is_zero = || cells[2].is_some_and(|cell| matches!(cell.value.display_text().trim(), "00" | "0"));
        let has_short_years = || cells[2].is_some_and(|cell| self.style(cell.column).has_short_years);
        let year = year
            .or_else(|| (day.is_some() && month.is_some() && is_zero() && has_short_years()).then(|| "00".to_owned()));
        // "99" is a day or a month that is not known, and a year of two digits.
        let [day, month] = [day, month].map(|part| part.filter(|text| !matches!(text.as_str(), "98" | "99")));
        // `'09`, and a 3 whose 0 is lost.
        let year = year.map(|year| year.trim_start_matches(['\'', '’']).to_owned());
        let year = year.map(|year| if year.len() == 1 && has_short_years() { format!("0{year}") } else { year });
        let column = cells.iter().flatten().next()?.column;
        // Beside an age, a date without its year is no date.
        if year.is_none()
            && parts == BIRTH_PARTS
            && (raw.cell(Field::Age).is_some() || (day.is_none() && month.is_none()))
        {
            return None;
        }
        let typed = cells.iter().flatten().map(|cell| cell.value.to_text()).collect::<Vec<_>>().join("/");
        // A day without its month is ignored, unless it is a feast or a whole date.
        let day = day.filter(|day| month.is_some() || stands_without_month(day));
        let is_year_alone = day.is_none() && month.is_none();
        let filled: Vec<String> = [day, month, year].into_iter().flatten().collect();
        // The year stands in its own column: alone it may have two digits.
        let text = match &filled[..] {
            [year] if year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit()) => format!("01/01/{year}"),
            _ => filled.join(" "),
        };
        let reading = match read_date_in(&CellValue::Text(text.into()), &ColumnStyle::DEFAULT, years) {
            DateReading::Read(date) if is_year_alone && date.known_day().is_some() => {
                PartialDate::year_only(date.year(), false).map_or(DateReading::Unreadable, DateReading::Read)
            }
            reading => reading,
        };
        Some(DateCell { reading, column, typed: CellText::Owned(typed.into()) })
    }

    /// Reads date and place of birth, from columns of their own or from one cell that contains both.
    ///
    /// `base_year` is the year from which ages are counted; `is_known` if the row or its sheet gives it.
    pub(super) fn birth_date_and_place(
        &self,
        base_year: i32,
        is_known: bool,
        declared: Option<NaiveDate>,
        relation: Option<Relation>,
        doubts: &mut Vec<Doubt>,
    ) -> (Option<PartialDate>, Text) {
        let raw = self.raw;
        let age = self.age(base_year);
        let years = YearLimits {
            seen_on: declared.or(self.census_day.filter(|day| day.year() == base_year)),
            is_base_guessed: !is_known,
            ..self.years_of_birth(base_year, declared, relation, age)
        };
        let own_place = filled_text(raw, Field::BirthPlace);
        let (date, place) = match raw.cell(Field::BirthDatePlace) {
            None => (self.date_cell(Field::BirthDate, BIRTH_PARTS, years), own_place),
            Some(cell) => {
                let (reading, place) = match &cell.value {
                    CellValue::Text(text) if !is_placeholder(text) => {
                        date_and_place(text, self.style(cell.column), years)
                    }
                    _ => (self.date_of(cell, years), String::new()),
                };
                let place = if own_place.is_empty() { clean(&place) } else { own_place };
                (Some(DateCell { reading, column: cell.column, typed: cell.value.display_text() }), place)
            }
        };
        let (date, place) = self.with_place(date, place, years);
        let date = date.map(|cell| self.with_year_of(declared, cell));
        let date = date.map(|cell| with_year_of_child(relation, years, cell));
        let date = date.map(|cell| if is_known { self.with_register_year(base_year, cell) } else { cell });
        if let Some(cell) = date.as_ref().filter(|cell| is_known && is_age_against_year(&cell.typed, base_year)) {
            let value = cell.typed.to_string();
            doubts.push(Doubt { kind: DoubtKind::AgeAgainstDate, column: Some(cell.column), value });
        }
        let (born, has_date) = birth_date(date, doubts);
        let born = if has_date {
            if let (Some(born), true) = (born, is_known) {
                self.compare_with_age(born, age, base_year, doubts);
            }
            born
        } else {
            self.birth_from_age(age, base_year, years.seen_on, doubts)
        };
        (born, place.into())
    }

    /// Reads a date that cannot be read alone as one with a place: "né le 12 mars 1990 à Boma" in a column of dates.
    /// The date must be whole or fit the age, and the place a word without digits.
    fn with_place(
        &self,
        date: Option<DateCell<'r>>,
        own_place: String,
        years: YearLimits,
    ) -> (Option<DateCell<'r>>, String) {
        let cell = match date {
            Some(cell) if cell.reading == DateReading::Unreadable => cell,
            other => return (other, own_place),
        };
        let (reading, place) = date_and_place(&cell.typed, self.style(cell.column), years);
        // Without a day the age must give the same year.
        let says_born = says_born_at(&cell.typed);
        let is_certain = |date: PartialDate| date.known_day().is_some() || says_born || years.expects(date.year());
        let is_whole = reading.date().is_some_and(is_certain);
        let is_place = place.chars().any(char::is_alphabetic) && !place.bytes().any(|b| b.is_ascii_digit());
        if !(is_whole && is_place) {
            return (Some(cell), own_place);
        }
        let place = if own_place.is_empty() { clean(&place) } else { own_place };
        (Some(DateCell { reading, ..cell }), place)
    }

    /// Completes a birth without a year in a register, `28 déc`, by the day of its declaration: it is the last such day
    /// up to then.
    fn with_year_of(&self, declared: Option<NaiveDate>, cell: DateCell<'r>) -> DateCell<'r> {
        let Some(declared) = declared.filter(|_| self.kind == Kind::Birth) else { return cell };
        if let Some(day) = day_of_days_ago(&cell.typed, declared) {
            return DateCell { reading: DateReading::Read(PartialDate::day(day)), ..cell };
        }
        if let Some(date) = weeks_or_months_ago(&cell.typed, declared) {
            return DateCell { reading: DateReading::Read(date), ..cell };
        }
        if cell.reading != DateReading::Unreadable {
            return cell;
        }
        if let Some(day) = day_before(&cell.typed, declared) {
            // `hier (04/04)`: the day in brackets must be the same.
            let in_brackets = cell.typed.split_once('(').and_then(|(_, rest)| rest.split(')').next());
            let is_same = |text: &str| {
                let inside =
                    DateCell { reading: cell.reading, column: cell.column, typed: CellText::Owned(text.into()) };
                self.day_in_year(&inside, day.year()) == Some(day)
            };
            return match in_brackets.is_none_or(is_same) {
                true => DateCell { reading: DateReading::Read(PartialDate::day(day)), ..cell },
                false => cell,
            };
        }
        let month = || numbers_of_month_and_year(&cell.typed, declared);
        if let Some(month) = month_and_year(&cell.typed, declared.year()).or_else(month) {
            return DateCell { reading: DateReading::Read(month), ..cell };
        }
        let years = [declared.year(), declared.year() - 1];
        let with_weekday = weekday_with_day(&cell.typed);
        // "Samedi passé" was in the last two weeks.
        let most_days = if with_weekday.is_some() { DAYS_OF_LAST_WEEK } else { i64::MAX };
        let typed = with_weekday.unwrap_or_else(|| cell.typed.to_string());
        let dated = DateCell { reading: cell.reading, column: cell.column, typed: CellText::Owned(typed.into()) };
        let mut days = years.into_iter().filter_map(|year| self.day_in_year(&dated, year));
        match days.find(|day| *day <= declared && (declared - *day).num_days() <= most_days) {
            Some(day) => DateCell { reading: DateReading::Read(PartialDate::day(day)), ..cell },
            None => cell,
        }
    }

    /// Completes a birth without a year in a register by the year of the register.
    fn with_register_year(&self, year: i32, cell: DateCell<'r>) -> DateCell<'r> {
        if self.kind != Kind::Birth || cell.reading != DateReading::Unreadable {
            return cell;
        }
        match self.day_in_year(&cell, year) {
            Some(day) => DateCell { reading: DateReading::Read(PartialDate::day(day)), ..cell },
            None => cell,
        }
    }

    /// Reads a day and a month, `12 mars` or `1/3`, in a year; `None` for another text.
    fn day_in_year(&self, cell: &DateCell<'_>, year: i32) -> Option<NaiveDate> {
        const MAX_DIGITS: usize = 4;
        let text = cell.typed.trim();
        let n_digits = text.bytes().filter(u8::is_ascii_digit).count();
        if n_digits == 0 || n_digits > MAX_DIGITS || is_month_before_year(text, year) {
            return None;
        }
        let sign = text
            .chars()
            .find(|c| matches!(c, '/' | '-' | '.'))
            .filter(|_| text.ends_with(|c: char| c.is_ascii_digit()));
        let text = format!("{text}{}{year}", sign.unwrap_or(' '));
        let reading = read_date_in(&CellValue::Text(text.into()), self.style(cell.column), YearLimits::default());
        match reading {
            DateReading::Read(date) => date.known_day().filter(|day| day.year() == year),
            _ => None,
        }
    }

    /// Returns the years that a two-digit year of birth may mean.
    ///
    /// A register lists children, and so do the lines of children on a fiche: see [`MAX_YEARS_AHEAD`].
    fn years_of_birth(
        &self,
        base_year: i32,
        declared: Option<NaiveDate>,
        relation: Option<Relation>,
        age: Option<AgeCell<'_>>,
    ) -> YearLimits {
        let age = age.and_then(|cell| match cell.content {
            AgeContent::Age(age) => Some(age),
            AgeContent::Date(_) | AgeContent::Unreadable => None,
        });
        let last = declared.map_or(base_year, |day| day.year());
        let is_child =
            matches!(relation, Some(Relation::Child | Relation::Grandchild | Relation::Nephew | Relation::Ward));
        let is_young = self.kind == Kind::Birth || is_child && age.is_none();
        YearLimits {
            base: Some(base_year),
            first: None,
            last: Some(if is_young { last + MAX_YEARS_AHEAD } else { last }),
            expected: age.map(|age| base_year - age.whole_years()),
            ..YearLimits::default()
        }
    }

    /// Reads the cell of the age; `None` if it is blank or means "not known".
    fn age(&self, base_year: i32) -> Option<AgeCell<'r>> {
        let cell = self.raw.cell(Field::Age)?;
        let style = self.style(cell.column);
        if let Some(content) = self.age_with_unit(cell, style) {
            return Some(AgeCell { cell, content });
        }
        let content = match &cell.value {
            CellValue::Number(number) => age_of_number(*number, style)?,
            // An age in a cell that is formatted as a date.
            CellValue::DateSerial { serial, .. } if *serial <= 130.0 => age_of_number(*serial, style)?,
            CellValue::Text(text) => {
                // "0" is an age.
                let is_zero = text.trim().bytes().all(|b| b == b'0') && !text.trim().is_empty();
                if is_placeholder(text) && !is_zero {
                    return if text.to_uppercase().trim() == "NN" { Some(newborn(cell)) } else { None };
                }
                match text.trim().parse::<f64>() {
                    Ok(number) => age_of_number(number, style)?,
                    Err(_) => match read_age(text, style.age_unit) {
                        Some(age) => AgeContent::Age(age),
                        None => self.date_instead_of_age(cell, base_year)?,
                    },
                }
            }
            CellValue::DateSerial { .. } => self.date_instead_of_age(cell, base_year)?,
            CellValue::Error(_) => return None,
            CellValue::Bool(_) => AgeContent::Unreadable,
        };
        Some(AgeCell { cell, content })
    }

    /// Reads a number of the column of ages with the unit in the column beside it; `None` if one of them is missing.
    fn age_with_unit(&self, cell: &RawCell, style: &ColumnStyle) -> Option<AgeContent> {
        let unit = filled_text(self.raw, Field::AgeUnit);
        let number = cell.value.display_text();
        if unit.is_empty() || number.trim().parse::<f64>().is_err() {
            return None;
        }
        let age = read_age(&format!("{} {unit}", number.trim()), style.age_unit);
        Some(age.map_or(AgeContent::Unreadable, AgeContent::Age))
    }

    /// Reads a date in the column of ages; `None` if the text means "not known".
    fn date_instead_of_age(&self, cell: &RawCell, base_year: i32) -> Option<AgeContent> {
        match read_date_in(&cell.value, &ColumnStyle::DEFAULT, YearLimits::up_to(Some(base_year))) {
            DateReading::Missing => None,
            reading => Some(reading.date().map_or(AgeContent::Unreadable, AgeContent::Date)),
        }
    }

    /// Returns the approximate year of birth that an age gives, or the date that stands in its place.
    fn birth_from_age(
        &self,
        age: Option<AgeCell<'_>>,
        base_year: i32,
        seen_on: Option<NaiveDate>,
        doubts: &mut Vec<Doubt>,
    ) -> Option<PartialDate> {
        let age = age?;
        match age.content {
            AgeContent::Age(age) => age.birth_year_seen(base_year, seen_on),
            AgeContent::Date(date) => {
                let style = self.style(age.cell.column);
                if !style.holds_years && !style.holds_dates {
                    doubts.push(age.cell.doubt(DoubtKind::DateInsteadOfAge));
                }
                Some(date)
            }
            AgeContent::Unreadable => {
                doubts.push(age.cell.doubt(DoubtKind::UnreadableAge));
                None
            }
        }
    }

    /// Adds a doubt if the age does not fit the date of birth. An age is rounded, the more the higher it is.
    fn compare_with_age(&self, born: PartialDate, age: Option<AgeCell<'_>>, base_year: i32, doubts: &mut Vec<Doubt>) {
        let Some(AgeCell { cell, content }) = age else { return };
        let (years, slack) = match content {
            AgeContent::Age(age) => (age.whole_years(), 2.max(age.whole_years() / 10)),
            AgeContent::Date(date) => (base_year - date.year(), 1),
            AgeContent::Unreadable => return,
        };
        let slack = if born.precision == Precision::About { 10 } else { slack };
        if (base_year - born.year() - years).abs() > slack {
            doubts.push(cell.doubt(DoubtKind::AgeAgainstDate));
        }
    }

    /// Returns the day of declaration; a date that cannot be read to the day becomes a doubt.
    ///
    /// `year` is that of the register: a birth at its end may be declared in the next year. Without it a two-digit year
    /// is one of the last decades up to `this_year`.
    pub(super) fn declaration_date(
        &self,
        year: Option<i32>,
        this_year: i32,
        doubts: &mut Vec<Doubt>,
    ) -> Option<NaiveDate> {
        let years = match year {
            Some(year) => YearLimits { last: Some(year + 1), expected: Some(year), ..YearLimits::up_to(Some(year)) },
            None => YearLimits {
                first: Some(this_year - MAX_REGISTER_YEARS),
                last: Some(this_year),
                ..YearLimits::default()
            },
        };
        let Some(cell) = self.date_cell(Field::DeclaredOn, DECLARED_PARTS, years) else {
            return self.date_behind_number(years);
        };
        let cell = self.with_office(cell, years);
        let day = cell.reading.date().and_then(|date| date.known_day());
        let kind = match cell.reading {
            DateReading::Missing => return None,
            DateReading::OrderUnsure(_) => DoubtKind::DateOrderUnsure,
            DateReading::WrongWeekday(_) => DoubtKind::WrongWeekday,
            _ if day.is_none() => {
                let in_register = year.and_then(|year| self.day_in_year(&cell, year));
                if in_register.is_some() {
                    return in_register;
                }
                DoubtKind::UnreadableDeclarationDate
            }
            _ => return day,
        };
        doubts.push(cell.doubt(kind));
        day
    }
}

impl<'r> DatedRow<'r> {
    /// Returns the day behind the number of an act: `N° 12 du 03/05/2019`.
    fn date_behind_number(&self, years: YearLimits) -> Option<NaiveDate> {
        let text = self.raw.field_text(Field::ActNumber);
        let (number, date) = [" du ", " DU ", " le "].iter().find_map(|of| text.split_once(*of))?;
        let reading = read_date_in(&CellValue::Text(date.trim().into()), &ColumnStyle::DEFAULT, years);
        let day = reading.date().and_then(|date| date.known_day());
        day.filter(|_| self.kind == Kind::Birth && number.contains(|c: char| c.is_ascii_digit()))
    }

    /// Reads a date of declaration with the place or the judgment beside it: `Kin, le 27/07/2017`, `jugement du
    /// 12/06/2012 RC 877`. The day must be whole, and no other number may be one.
    fn with_office(&self, cell: DateCell<'r>, years: YearLimits) -> DateCell<'r> {
        if cell.reading != DateReading::Unreadable {
            return cell;
        }
        // The number of a case, `4527/2012`, is no date.
        let is_part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let is_case = |word: &&str| word.split_once('/').is_some_and(|(number, year)| is_part(number) && is_part(year));
        let words: Vec<&str> = cell.typed.split_whitespace().filter(|word| !is_case(word)).collect();
        let (reading, _) = date_and_place(&words.join(" "), self.style(cell.column), years);
        match reading {
            DateReading::Read(date) if date.known_day().is_some() => DateCell { reading, ..cell },
            _ => cell,
        }
    }
}

/// The cell of an age and what it holds.
#[derive(Clone, Copy)]
struct AgeCell<'r> {
    cell: &'r RawCell,
    content: AgeContent,
}

/// What a cell of the column of ages holds.
#[derive(Clone, Copy)]
enum AgeContent {
    Age(Age),
    /// A year or a date.
    Date(PartialDate),
    Unreadable,
}

fn newborn(cell: &RawCell) -> AgeCell<'_> {
    AgeCell { cell, content: AgeContent::Age(Age::Months(0.0)) }
}

/// Reads a number in the column of ages; `None` if it stands for "not known".
fn age_of_number(number: f64, style: &ColumnStyle) -> Option<AgeContent> {
    // Codes of questionnaires.
    if [-1.0, -99.0, 998.0, 999.0, 9998.0, 9999.0].contains(&number) {
        return None;
    }
    let year = || {
        let is_year = number.fract() == 0.0 && (1850.0..=2100.0).contains(&number);
        is_year.then(|| PartialDate::year_only(number as i32, false)).flatten()
    };
    let age = Age::of(number, style.age_unit).map(AgeContent::Age);
    Some(age.or_else(|| year().map(AgeContent::Date)).unwrap_or(AgeContent::Unreadable))
}

/// Whether the cell of a day says more than a day: `Noël`, `12/4/1988`.
fn stands_without_month(day: &str) -> bool {
    const FEWEST_LETTERS: usize = 3;
    let n_letters = day.chars().filter(|c| c.is_alphabetic()).count();
    n_letters >= FEWEST_LETTERS || day.matches(['/', '-', '.']).count() == 2
}

/// Whether a text says where somebody was born, and about when: `né vers 1977 à Bandundu`.
fn says_born_at(text: &str) -> bool {
    let folded = fold(text);
    let mut words = folded.split(' ');
    let is_birth = matches!(words.next(), Some("NE" | "NEE" | "VERS" | "GEBOREN" | "BORN"));
    is_birth && words.any(|word| matches!(word, "A" | "AU" | "TE" | "IN" | "AT"))
}

/// Reads two digits as the year of birth of a child, a grandchild or a nephew of the head who can't be so old: `94`.
fn with_year_of_child(relation: Option<Relation>, years: YearLimits, cell: DateCell<'_>) -> DateCell<'_> {
    const OLDEST_CHILD: u32 = 60;
    use Relation::{Child, Grandchild, Nephew, Ward};
    let typed = cell.typed.trim();
    let is_number = typed.len() == 2 && typed.bytes().all(|b| b.is_ascii_digit());
    let is_child = matches!(relation, Some(Child | Grandchild | Nephew | Ward));
    if cell.reading != DateReading::Unreadable || !is_number || !is_child {
        return cell;
    }
    let number = typed.parse().ok().filter(|number| *number > OLDEST_CHILD);
    let year = number.and_then(|number| years.full_year(number, 2));
    match year.and_then(|year| PartialDate::year_only(year, true)) {
        Some(date) => DateCell { reading: DateReading::AgeOrYear(date), ..cell },
        None => cell,
    }
}

/// Returns the date of birth and whether the cell has one; a date that cannot be read becomes a doubt.
fn birth_date(date: Option<DateCell<'_>>, doubts: &mut Vec<Doubt>) -> (Option<PartialDate>, bool) {
    let Some(cell) = date else { return (None, false) };
    let born = cell.reading.date();
    let doubt = match cell.reading {
        DateReading::Missing => return (None, false),
        DateReading::Read(_) => return (born, true),
        DateReading::FromNumber(_) => DoubtKind::BirthDateAsNumber,
        DateReading::WrongWeekday(_) => DoubtKind::WrongWeekday,
        DateReading::OrderUnsure(_) => DoubtKind::DateOrderUnsure,
        DateReading::AgeOrYear(_) => DoubtKind::AgeOrYear,
        DateReading::Impossible => DoubtKind::ImpossibleBirthDate,
        DateReading::Unreadable => DoubtKind::UnreadableBirthDate,
    };
    doubts.push(cell.doubt(doubt));
    (born, true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::RowAt;

    #[test]
    fn two_digits_behind_a_month_may_be_a_day() {
        let at = RowAt::default();
        let raw = RawRow { at, context: 0, cells: Vec::new(), carried: Vec::new(), left_out: None };
        let columns = ColumnStyles::default();
        let row = DatedRow { raw: &raw, kind: Kind::Birth, columns: &columns, census_day: None };
        for typed in ["mars 19", "mars-19"] {
            let cell = DateCell { reading: DateReading::Unreadable, column: 0, typed: CellText::Owned(typed.into()) };
            let declared = NaiveDate::from_ymd_opt(2018, 4, 20);
            let born = row.with_year_of(declared, cell).reading.date().and_then(|date| date.known_day());
            assert_eq!(born, NaiveDate::from_ymd_opt(2018, 3, 19), "{typed}");
        }
    }

    #[test]
    fn a_day_without_a_month_may_be_a_feast_or_a_whole_date() {
        let columns = ColumnStyles::default();
        for (day, year, born) in [
            ("Noël", "1995", Some(("1995-01-01", Precision::About))),
            ("12/4/1988", "", Some(("1988-04-12", Precision::Day))),
            ("12", "1988", Some(("1988-01-01", Precision::Year))),
            ("3O", "1988", Some(("1988-01-01", Precision::Year))),
        ] {
            let cells = [(1, Field::BirthDay, day), (3, Field::BirthYear, year)].into_iter();
            let cells = cells.filter(|(.., text)| !text.is_empty()).map(|(column, field, text)| RawCell {
                column,
                field,
                value: CellValue::Text(text.into()),
            });
            let at = RowAt::default();
            let raw = RawRow { at, context: 0, cells: cells.collect(), carried: Vec::new(), left_out: None };
            let row = DatedRow { raw: &raw, kind: Kind::Census, columns: &columns, census_day: None };
            let (date, _) = row.birth_date_and_place(2017, true, None, None, &mut Vec::new());
            let born = born.map(|(first, precision)| (first.to_owned(), precision));
            assert_eq!(date.map(|date| (date.first.to_string(), date.precision)), born, "{day} {year}");
        }
    }

    #[test]
    fn two_digits_are_the_year_of_a_child_who_cannot_be_so_old() {
        let years = YearLimits::up_to(Some(2017));
        for (typed, relation, year) in [
            ("94", Relation::Child, Some(1994)),
            ("97", Relation::Grandchild, Some(1997)),
            ("45", Relation::Child, None),
            ("94", Relation::Head, None),
            ("12/17", Relation::Child, None),
        ] {
            let cell = DateCell { reading: DateReading::Unreadable, column: 0, typed: CellText::Owned(typed.into()) };
            let reading = with_year_of_child(Some(relation), years, cell).reading;
            assert_eq!(reading.date().map(|date| date.year()), year, "{typed}");
        }
    }

    #[test]
    fn a_date_in_the_column_of_ages_may_have_a_year_of_two_digits() {
        let columns = ColumnStyles::default();
        for (typed, born) in [("12/4/82", Some("1982-04-12")), ("12/04/2011", Some("2011-04-12")), ("32/4/82", None)] {
            let cell = RawCell { column: 1, field: Field::Age, value: CellValue::Text(typed.into()) };
            let at = RowAt::default();
            let raw = RawRow { at, context: 0, cells: vec![cell], carried: Vec::new(), left_out: None };
            let row = DatedRow { raw: &raw, kind: Kind::Census, columns: &columns, census_day: None };
            let (date, _) = row.birth_date_and_place(2020, true, None, None, &mut Vec::new());
            assert_eq!(date.map(|date| date.first.to_string()).as_deref(), born, "{typed}");
        }
    }

    #[test]
    fn a_day_counted_from_the_declaration_agrees_with_the_day_in_brackets() {
        let declared = NaiveDate::from_ymd_opt(2017, 3, 6).expect("a day");
        let at = RowAt::default();
        let raw = RawRow { at, context: 0, cells: Vec::new(), carried: Vec::new(), left_out: None };
        let columns = ColumnStyles::default();
        let row = DatedRow { raw: &raw, kind: Kind::Birth, columns: &columns, census_day: None };
        for (typed, day) in [
            ("hier (05/03)", Some("2017-03-05")),
            ("hier (04/03)", None),
            ("samedi passé (4/3)", Some("2017-03-04")),
            ("samedi passé (5/3)", None),
        ] {
            let cell = DateCell { reading: DateReading::Unreadable, column: 0, typed: CellText::Owned(typed.into()) };
            let born = row.with_year_of(Some(declared), cell).reading.date().and_then(|date| date.known_day());
            assert_eq!(born.map(|day| day.to_string()).as_deref(), day, "{typed}");
        }
        assert!(says_born_at("né vers 1977 à Bandundu") && !says_born_at("Bandundu 1977") && !says_born_at("né 1977"));
    }

    #[test]
    fn the_number_of_an_act_may_end_with_its_day() {
        let columns = ColumnStyles::default();
        for (typed, day) in [
            ("N° 12 du 03/05/2019", Some("2019-05-03")),
            ("12/2019 le 3 mai 2019", Some("2019-05-03")),
            ("12/2019", None),
            ("acte du 03/05/2019", None),
        ] {
            let cell = RawCell { column: 1, field: Field::ActNumber, value: CellValue::Text(typed.into()) };
            let at = RowAt::default();
            let raw = RawRow { at, context: 0, cells: vec![cell], carried: Vec::new(), left_out: None };
            let row = DatedRow { raw: &raw, kind: Kind::Birth, columns: &columns, census_day: None };
            let declared = row.declaration_date(Some(2019), 2020, &mut Vec::new()).map(|day| day.to_string());
            assert_eq!(declared.as_deref(), day, "{typed}");
        }
    }

    #[test]
    fn a_day_of_declaration_is_read_beside_a_place_or_a_judgment() {
        let columns = ColumnStyles::default();
        for (typed, day) in [
            ("Kin, le 27/07/2017", Some("2017-07-27")),
            ("25/052017", Some("2017-05-25")),
            ("ce 8 janvier 2017", Some("2017-01-08")),
            ("jugement du 12/06/2017 RC 877", Some("2017-06-12")),
            ("Jugement RC 4527/2016 du 12/06/2017", Some("2017-06-12")),
            ("9 courant", None),
            ("Kinshasa", None),
            ("le 3 ou le 4 mars 2017", None),
        ] {
            let cell = RawCell { column: 1, field: Field::DeclaredOn, value: CellValue::Text(typed.into()) };
            let at = RowAt::default();
            let raw = RawRow { at, context: 0, cells: vec![cell], carried: Vec::new(), left_out: None };
            let row = DatedRow { raw: &raw, kind: Kind::Birth, columns: &columns, census_day: None };
            let mut doubts = Vec::new();
            let declared = row.declaration_date(Some(2017), 2018, &mut doubts).map(|day| day.to_string());
            assert_eq!((declared.as_deref(), doubts.len()), (day, usize::from(day.is_none())), "{typed}");
        }
    }
}
