//! Decides from all cells of a column how its dates are read: order of day and month, midnights of another zone, days
//! that stand for nothing, unit of ages. What was decided against the usual form is one doubt about the column.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::record::{
    CellValue, ColumnDoubt, ColumnDoubtKind, Field, Heading, Kind, RawCell, RawFile, RawRow, RowAt, fold,
};

use super::age::is_age;
use super::calendar_words::{AgeUnit, AgeWord, age_word};
use super::clock::{Clock, HOUR, without_time};
use super::column_style::{ColumnStyle, DateOrder, LATE, MIDNIGHT_HERE, NextDay, SwappedDates};
use super::date_reading::YearLimits;
use super::letter_digits::with_digits;
use super::numeric_date::NumericDate;
use super::read::seconds_of_day;

/// The styles of the date and age columns of a file.
#[derive(Default)]
pub(in super::super) struct ColumnStyles {
    /// By sheet: column and style.
    by_sheet: Vec<Vec<(u16, ColumnStyle)>>,
    /// What was decided against the usual form.
    pub(in super::super) doubts: Vec<ColumnDoubt>,
}

static DEFAULT: ColumnStyle = ColumnStyle::DEFAULT;

impl ColumnStyles {
    /// Decides the style of each column of dates and ages.
    pub(in super::super) fn new(file: &RawFile) -> Self {
        let sheets = sheets_of(file);
        let orders = orders_of(&sheets);
        let is_recent = file.contexts.iter().filter_map(|context| context.round_year()).all(|year| year >= 2000);
        let mut styles = Self { by_sheet: Vec::new(), doubts: Vec::new() };
        for ((sheet, evidence), orders) in (0..).zip(&sheets).zip(orders) {
            let mut of_sheet = Vec::new();
            for (column, order) in evidence.columns.iter().zip(orders) {
                let heading = column.heading(&file.headings, sheet);
                let (style, doubts) = column.style(order, is_recent, heading);
                let at = heading.map_or(RowAt { sheet, ..evidence.at }, |heading| heading.at).cell(Some(column.column));
                let text = heading.map(|heading| heading.text.clone()).unwrap_or_default();
                let doubt =
                    |(kind, n_cells, decided)| ColumnDoubt { kind, at, heading: text.clone(), n_cells, decided };
                styles.doubts.extend(doubts.into_iter().map(doubt));
                of_sheet.push((column.column, style));
            }
            styles.by_sheet.push(of_sheet);
        }
        styles
    }

    /// Returns the style of a column.
    pub(in super::super) fn of(&self, sheet: u16, column: u16) -> &ColumnStyle {
        let of_sheet = self.by_sheet.get(usize::from(sheet)).map_or(&[][..], Vec::as_slice);
        of_sheet.iter().find(|(other, _)| *other == column).map_or(&DEFAULT, |(_, style)| style)
    }
}

/// What the columns of a sheet show.
#[derive(Default)]
struct SheetEvidence {
    columns: Vec<ColumnEvidence>,
    /// Dates of birth and of declaration of one row, if both are three numbers.
    births: Vec<[NumericDate; 2]>,
    /// File and sheet.
    at: RowAt,
}

/// Numbers of days in a column from which a number is no slip of a year.
const MIN_SERIALS: usize = 3;
/// Rows of a sheet whose dates of birth and declaration are compared.
const MAX_BIRTHS: usize = 2000;

fn sheets_of(file: &RawFile) -> Vec<SheetEvidence> {
    let mut sheets: Vec<SheetEvidence> = Vec::new();
    for row in file.rows.iter().filter(|row| row.left_out.is_none()) {
        let sheet = usize::from(row.at.sheet);
        if sheet >= sheets.len() {
            sheets.resize_with(sheet + 1, SheetEvidence::default);
        }
        sheets[sheet].add(row, file.kind);
    }
    sheets
}

impl SheetEvidence {
    fn add(&mut self, row: &RawRow, kind: Kind) {
        self.at = RowAt { row: 0, ..row.at };
        let mut born_and_declared = [None; 2];
        for cell in &row.cells {
            let side = match cell.field {
                Field::BirthDate => Some(0),
                Field::DeclaredOn => Some(1),
                Field::BirthDatePlace | Field::EventDate | Field::BirthYear | Field::Age => None,
                _ => continue,
            };
            let date = self.column(cell).add(&cell.value);
            if let Some(side) = side {
                born_and_declared[side] = date;
            }
        }
        if let ([Some(born), Some(declared)], Kind::Birth) = (born_and_declared, kind)
            && self.births.len() < MAX_BIRTHS
        {
            self.births.push([born, declared]);
        }
    }

    fn column(&mut self, cell: &RawCell) -> &mut ColumnEvidence {
        let at = self.columns.iter().position(|other| other.column == cell.column).unwrap_or_else(|| {
            self.columns.push(ColumnEvidence::new(cell));
            self.columns.len() - 1
        });
        &mut self.columns[at]
    }

    /// Returns the orders in which fewest births are declared before they take place, if the usual order has several.
    fn orders_by_births(&self, orders: &mut [DateOrder]) {
        let place = |field| self.columns.iter().position(|column| column.field == field);
        let (Some(born), Some(declared)) = (place(Field::BirthDate), place(Field::DeclaredOn)) else { return };
        let choices = |at: usize| match self.columns[at].numeric.is_undecided() {
            true => vec![DateOrder::DayFirst, DateOrder::MonthFirst],
            false => vec![orders[at]],
        };
        let faults = |orders: [DateOrder; 2]| self.births.iter().filter(|dates| is_fault(dates, orders)).count();
        let pairs =
            choices(born).into_iter().flat_map(|born| choices(declared).into_iter().map(move |other| [born, other]));
        let counts: Vec<(usize, [DateOrder; 2])> = pairs.map(|orders| (faults(orders), orders)).collect();
        let Some((usual, _)) = counts.first() else { return };
        if let Some((least, best)) = counts.iter().min_by_key(|(count, _)| *count)
            && *usual >= 2
            && least * 4 < *usual
        {
            (orders[born], orders[declared]) = (best[0], best[1]);
        }
    }
}

/// Whether a birth is declared before it takes place, or one of its dates does not exist.
fn is_fault(dates: &[NumericDate; 2], orders: [DateOrder; 2]) -> bool {
    let day = |at: usize| {
        let style = ColumnStyle { order: orders[at], ..ColumnStyle::DEFAULT };
        dates[at].read(&style, YearLimits::up_to(Some(2099))).date().and_then(|date| date.known_day())
    };
    match (day(0), day(1)) {
        (Some(born), Some(declared)) => declared < born,
        _ => true,
    }
}

/// Returns the order of each column of each sheet. A column whose cells fit both orders takes that of the other columns
/// of its sheet, else that of the same field in the other sheets.
fn orders_of(sheets: &[SheetEvidence]) -> Vec<Vec<DateOrder>> {
    let own = |sheet: &SheetEvidence| -> Vec<DateOrder> {
        let mut orders = sheet.columns.iter().map(ColumnEvidence::order).collect::<Vec<_>>();
        sheet.orders_by_births(&mut orders);
        orders
    };
    let orders: Vec<Vec<DateOrder>> = sheets.iter().map(own).collect();
    let decided = |only: &dyn Fn(usize, &ColumnEvidence) -> bool| -> Vec<DateOrder> {
        let columns = sheets.iter().zip(&orders).enumerate().flat_map(|(sheet, (evidence, orders))| {
            evidence.columns.iter().zip(orders).map(move |(column, order)| (sheet, column, *order))
        });
        let fits = columns.filter(|(sheet, column, order)| {
            only(*sheet, column) && (column.numeric.has_evidence() || *order == DateOrder::MonthFirst)
        });
        fits.map(|(_, _, order)| order).collect()
    };
    let is_month_first =
        |orders: Vec<DateOrder>| !orders.is_empty() && orders.iter().all(|order| *order == DateOrder::MonthFirst);
    let mut adopted = orders.clone();
    for (sheet, evidence) in sheets.iter().enumerate() {
        for (at, column) in evidence.columns.iter().enumerate() {
            if !column.numeric.is_undecided() || orders[sheet][at] != DateOrder::DayFirst {
                continue;
            }
            let beside = decided(&|other, _| other == sheet);
            let takes = if beside.is_empty() {
                is_month_first(decided(&|other, other_column| other != sheet && other_column.field == column.field))
            } else {
                is_month_first(beside)
            };
            if takes {
                adopted[sheet][at] = DateOrder::MonthFirst;
            }
        }
    }
    adopted
}

/// How many dates of three numbers fit which order.
#[derive(Default)]
struct OrderCounts {
    /// `25/03/1990`.
    day_first: usize,
    /// `03/25/1990`.
    month_first: usize,
    /// `04/05/1990`.
    either: usize,
    /// `87/05/13`.
    year_first: usize,
    /// The year can't stand first.
    year_last: usize,
    /// `1990-25-03`.
    iso_day_first: usize,
    /// `1990-03-25`.
    iso_month_first: usize,
}

impl OrderCounts {
    fn add(&mut self, date: &NumericDate) {
        let [a, b, c] = date.numbers;
        if date.has_year_first {
            self.iso_day_first += usize::from(b > 12 && b <= 31 && c <= 12);
            self.iso_month_first += usize::from(c > 12 && c <= 31 && b <= 12);
            return;
        }
        let may_be_year_first = date.may_be_year_first() && c <= 31;
        if may_be_year_first && a > 31 && b <= 12 {
            self.year_first += 1;
            return;
        }
        self.year_last += usize::from(!may_be_year_first);
        match (a, b) {
            (13..=31, 1..=12) => self.day_first += 1,
            (1..=12, 13..=31) => self.month_first += 1,
            (1..=12, 1..=12) if a != b => self.either += 1,
            _ => {}
        }
    }

    /// Whether a cell shows the order.
    fn has_evidence(&self) -> bool {
        self.day_first + self.month_first + self.year_first > 0
    }

    fn is_undecided(&self) -> bool {
        !self.has_evidence() && self.either > 0
    }

    /// A single cell against the others is a slip; the column is mixed if several are, or if it has few cells.
    fn order(&self) -> DateOrder {
        let (days, months) = (self.day_first, self.month_first);
        let fewer = days.min(months);
        if self.year_first > 0 && self.year_last == 0 && months == 0 {
            DateOrder::YearFirst
        } else if months == 0 {
            DateOrder::DayFirst
        } else if days == 0 && months >= 2 {
            DateOrder::MonthFirst
        } else if months == 1 && days >= 1 && (days >= 2 || self.either >= 4) {
            // Agents write the day first: one date of a month 13 among others is a slip.
            DateOrder::DayFirst
        } else if days + months <= 3 || fewer >= 2 && fewer * 10 >= days + months {
            DateOrder::Mixed
        } else if days > months {
            DateOrder::DayFirst
        } else {
            DateOrder::MonthFirst
        }
    }
}

/// How many times of day beside the dates may be midnights of another zone.
#[derive(Default)]
struct ClockCounts {
    midnight: usize,
    late: usize,
    /// Of the late ones: on the hour, in the time of Greenwich.
    late_of_greenwich: usize,
    /// In the time of Greenwich, when the next day has begun in Kinshasa.
    after_midnight_here: usize,
    other: usize,
    /// Of the others: in the time of Greenwich.
    other_of_greenwich: usize,
    /// The different late times, as seconds since midnight; few are kept.
    late_times: Vec<u32>,
}

impl ClockCounts {
    /// The greatest number of different times that are midnights: winter time, summer time, an old local time.
    const MAX_TIMES: usize = 3;

    fn add(&mut self, clock: Clock) {
        let Clock { seconds, is_utc } = clock;
        match seconds {
            0 | 86_400 => self.midnight += 1,
            LATE..86_400 => {
                self.late += 1;
                self.late_of_greenwich += usize::from(is_utc && seconds % HOUR == 0);
                self.after_midnight_here += usize::from(is_utc && seconds >= MIDNIGHT_HERE);
                if self.late_times.len() <= Self::MAX_TIMES && !self.late_times.contains(&seconds) {
                    self.late_times.push(seconds);
                }
            }
            _ => {
                self.other += 1;
                self.other_of_greenwich += usize::from(is_utc);
            }
        }
    }

    /// Returns which late times belong to the next day, and their number.
    fn next_day(&self) -> (NextDay, usize) {
        let are_few = self.late > 0 && self.late_times.len() <= Self::MAX_TIMES;
        if are_few && self.late_of_greenwich == self.late && self.other_of_greenwich == 0 {
            (NextDay::OfGreenwich, self.late)
        } else if are_few && self.other == 0 && self.late >= 3 && self.midnight * 9 <= self.late {
            (NextDay::All, self.late)
        } else if self.after_midnight_here > 0 {
            (NextDay::FromMidnightHere, self.after_midnight_here)
        } else {
            (NextDay::Never, 0)
        }
    }
}

/// What the cells of a column show.
struct ColumnEvidence {
    column: u16,
    field: Field,
    n_cells: usize,
    numeric: OrderCounts,
    /// Real dates whose day may be a month, and those whose day may not.
    small_days: usize,
    large_days: usize,
    clocks: ClockCounts,
    /// Number of 1 January by year.
    new_years: BTreeMap<i32, usize>,
    /// Number of bare years.
    bare_years: usize,
    /// Number of years of two digits alone.
    short_years: usize,
    /// Number of days since 1900.
    serials: usize,
    /// Number of ages with their unit.
    ages: usize,
    /// The dates of declaration in the order of the rows; few are kept.
    declarations: Vec<NumericDate>,
}

impl ColumnEvidence {
    fn new(cell: &RawCell) -> Self {
        Self {
            column: cell.column,
            field: cell.field,
            n_cells: 0,
            numeric: OrderCounts::default(),
            small_days: 0,
            large_days: 0,
            clocks: ClockCounts::default(),
            new_years: BTreeMap::new(),
            bare_years: 0,
            short_years: 0,
            serials: 0,
            ages: 0,
            declarations: Vec::new(),
        }
    }

    /// Adds a cell; returns its date if it is three numbers.
    fn add(&mut self, value: &CellValue) -> Option<NumericDate> {
        self.n_cells += 1;
        match value {
            CellValue::Text(text) => self.add_text(text),
            CellValue::DateSerial { serial, from_1904 } => {
                self.add_serial(*serial, *from_1904);
                None
            }
            CellValue::Number(number) => {
                self.add_year(*number);
                None
            }
            CellValue::Bool(_) | CellValue::Error(_) => None,
        }
    }

    fn add_year(&mut self, number: f64) {
        self.serials += usize::from((5_000.0..60_000.0).contains(&number));
        self.short_years += usize::from(number.fract() == 0.0 && (1.0..100.0).contains(&number));
        if number.fract() == 0.0 && (1900.0..=2100.0).contains(&number) {
            self.bare_years += 1;
            if number == 1900.0 {
                *self.new_years.entry(1900).or_default() += 1;
            }
        }
    }

    fn add_serial(&mut self, serial: f64, from_1904: bool) {
        let Some(day) = CellValue::day_of_serial(serial, from_1904) else { return };
        if day.ordinal() == 1 {
            *self.new_years.entry(day.year()).or_default() += 1;
        }
        // A first of the month and a January are often typed for an unknown day.
        match (day.day(), day.month()) {
            (13.., _) => self.large_days += 1,
            (number, month) if number > 1 && month > 1 && number != month => self.small_days += 1,
            _ => {}
        }
        self.clocks.add(Clock { seconds: seconds_of_day(serial), is_utc: false });
    }

    fn add_text(&mut self, text: &str) -> Option<NumericDate> {
        if let Some(date) = NumericDate::parse(text) {
            self.add_numeric(&date);
            return Some(date);
        }
        if matches!(text.len(), 2 | 4 | 5) && text.bytes().all(|b| b.is_ascii_digit()) {
            self.add_year(text.parse().unwrap_or(0.0));
            return None;
        }
        self.ages += usize::from(is_age(text));
        let (rest, clock) = without_time(text);
        if let Some(clock) = clock {
            self.clocks.add(clock);
        }
        // A weekday or a place may stand beside the date, and letters for its digits.
        let date = NumericDate::parse(&rest)
            .or_else(|| rest.split([' ', ',']).find_map(NumericDate::parse))
            .or_else(|| NumericDate::parse(&with_digits(&rest)))?;
        self.add_numeric(&date);
        Some(date)
    }

    fn add_numeric(&mut self, date: &NumericDate) {
        self.numeric.add(date);
        if self.field == Field::DeclaredOn && self.declarations.len() < MAX_BIRTHS {
            self.declarations.push(*date);
        }
        match date.numbers {
            [1, 1, year] | [year, 1, 1] if date.year_digits == 4 => {
                *self.new_years.entry(year as i32).or_default() += 1;
            }
            _ => {}
        }
    }

    /// Returns the order of the column's dates. Acts are written day by day: of two orders that stand in a column of
    /// declarations, the one is meant in which the days follow one another.
    fn order(&self) -> DateOrder {
        let order = self.numeric.order();
        if order != DateOrder::Mixed {
            return order;
        }
        const FEWEST: usize = 6;
        let are_many = self.declarations.len() >= FEWEST;
        let is_less = |fewer: usize, more: usize| more >= 2 && fewer * 4 <= more || are_many && fewer == 0 && more > 0;
        let n_steps_back = |order: DateOrder| {
            let style = ColumnStyle { order, ..ColumnStyle::DEFAULT };
            let read = |date: &NumericDate| date.read(&style, YearLimits::up_to(Some(2099))).date();
            let days: Vec<_> = self.declarations.iter().filter_map(read).filter_map(|date| date.known_day()).collect();
            days.windows(2).filter(|two| two[1] < two[0]).count()
        };
        let [by_day, by_month] = [DateOrder::DayFirst, DateOrder::MonthFirst].map(n_steps_back);
        match () {
            () if is_less(by_day, by_month) => DateOrder::DayFirst,
            () if is_less(by_month, by_day) => DateOrder::MonthFirst,
            () => DateOrder::Mixed,
        }
    }

    /// Returns the first heading of the column.
    fn heading<'h>(&self, headings: &'h [Heading], sheet: u16) -> Option<&'h Heading> {
        let is_own = |heading: &&Heading| heading.at.sheet == sheet && heading.column == self.column;
        headings.iter().find(|heading| is_own(heading) && heading.field == self.field)
    }

    /// Returns the style of the column and what was decided against the usual form.
    fn style(&self, order: DateOrder, is_recent: bool, heading: Option<&Heading>) -> (ColumnStyle, Vec<Decision>) {
        let mut style = ColumnStyle::DEFAULT;
        let mut decisions = Vec::new();
        if self.field == Field::Age {
            style.age_unit = heading.map_or(AgeUnit::Years, |heading| unit_of_heading(&heading.text));
            style.holds_dates = heading.is_some_and(|heading| asks_for_dates(&heading.text));
            style.holds_years = self.n_cells >= 5 && self.bare_years * 2 > self.n_cells;
            if style.holds_years {
                decisions.push((ColumnDoubtKind::YearsInsteadOfAges, self.bare_years, String::new()));
            }
            return (style, decisions);
        }
        style.has_serials = self.serials >= MIN_SERIALS;
        style.holds_ages = self.ages > self.bare_years + self.short_years;
        style.has_short_years = self.field == Field::BirthYear && self.short_years > self.bare_years;
        let numeric = &self.numeric;
        style.order = order;
        style.iso_day_first = numeric.iso_day_first >= 2 && numeric.iso_month_first == 0;
        let order = match order {
            DateOrder::MonthFirst => Some(("month-day-year", numeric.month_first + numeric.either)),
            DateOrder::YearFirst => Some(("year-month-day", numeric.year_first + numeric.day_first + numeric.either)),
            DateOrder::Mixed => Some(("mixed", numeric.month_first + numeric.either)),
            DateOrder::DayFirst if style.iso_day_first => Some(("year-day-month", numeric.iso_day_first)),
            DateOrder::DayFirst => None,
        };
        decisions.extend(order.map(|(code, n)| (ColumnDoubtKind::DateOrder, n, code.to_owned())));
        style.swapped = self.swapped();
        if style.swapped == SwappedDates::Yes {
            decisions.push((ColumnDoubtKind::SwappedDates, self.small_days, String::new()));
        }
        let (next_day, n_late) = self.clocks.next_day();
        style.next_day = next_day;
        if next_day != NextDay::Never {
            decisions.push((ColumnDoubtKind::ShiftedMidnight, n_late, String::new()));
        }
        style.filler_years = self.filler_years(is_recent);
        let fillers = style.filler_years.iter().map(|year| {
            let n = self.new_years.get(year).copied().unwrap_or(0);
            (ColumnDoubtKind::FillerDate, n, format!("01/01/{year}"))
        });
        decisions.extend(fillers);
        (style, decisions)
    }

    /// Whether a spreadsheet took the cells that fit its own order for dates, with day and month exchanged, and left
    /// the others as text. Then all real dates have a day up to 12, and no text has.
    fn swapped(&self) -> SwappedDates {
        let n_text = self.numeric.day_first + self.numeric.month_first;
        if n_text == 0 || self.small_days == 0 || self.large_days > 0 || self.numeric.either > 0 {
            return SwappedDates::No;
        }
        // By chance a day is above 12 in 60 of 100 texts, and up to 12 in 39 of 100 dates.
        let chance = 0.6_f64.powf(n_text as f64) * 0.39_f64.powf(self.small_days as f64);
        match chance {
            ..0.005 => SwappedDates::Yes,
            ..0.15 => SwappedDates::Perhaps,
            _ => SwappedDates::No,
        }
    }

    /// Returns the years whose 1 January stands for no date: day 1 of spreadsheets, and the first days of the counts of
    /// computers where far more cells have them than the years around.
    fn filler_years(&self, is_recent: bool) -> Vec<i32> {
        let n = |year: i32| self.new_years.get(&year).copied().unwrap_or(0);
        let is_frequent = |year: &i32| {
            let around = (1..=3).flat_map(|step| [n(year - step), n(year + step)]).max().unwrap_or(0);
            n(*year) >= 5 && n(*year) > 4 * around + 4
        };
        let is_filler = |year: &i32| match year {
            1900 => n(1900) > 0 && (is_recent || n(1900) >= 5),
            _ => is_frequent(year),
        };
        [1900, 1901, 1904, 1970, 1980, 2000].into_iter().filter(is_filler).collect()
    }
}

/// Whether a heading of ages names a date of birth, too: "Âge / date", "Âge ou date de naissance".
fn asks_for_dates(heading: &str) -> bool {
    let is_date =
        |word| matches!(word, "DATE" | "DATES" | "NAISSANCE" | "NAISS" | "NE" | "NEE" | "BIRTH" | "DATUM" | "DDN");
    fold(heading).split(' ').any(is_date)
}

/// What was decided about a column, for how many cells, and how.
type Decision = (ColumnDoubtKind, usize, String);

/// Returns the unit that a heading of ages names: "Âge (mois)".
fn unit_of_heading(heading: &str) -> AgeUnit {
    let folded = fold(heading);
    let units = folded.split(' ').filter(|word| word.len() >= 2).filter_map(age_word).filter_map(|word| match word {
        AgeWord::Unit(unit) => Some(unit),
        _ => None,
    });
    // "Âge (ans ou mois)" has no unit for all cells.
    let units: Vec<AgeUnit> = units.collect();
    match units[..] {
        [unit] => unit,
        _ => AgeUnit::Years,
    }
}

#[cfg(test)]
mod tests {
    use super::super::read::read_date_in;
    use super::*;

    /// Reads a column of dates of birth; a date is `~year` if only its year is known.
    fn read(cells: &[CellValue]) -> Vec<String> {
        let mut sheet = SheetEvidence::default();
        for value in cells {
            let cell = RawCell { column: 0, field: Field::BirthDate, value: value.clone() };
            let row =
                RawRow { at: RowAt::default(), context: 0, cells: vec![cell], carried: Vec::new(), left_out: None };
            sheet.add(&row, Kind::Census);
        }
        let sheets = [sheet];
        let order = orders_of(&sheets)[0][0];
        let (style, _) = sheets[0].columns[0].style(order, true, None);
        let read_cell = |value: &CellValue| {
            let reading = read_date_in(value, &style, YearLimits::up_to(Some(2017)));
            match reading.date() {
                Some(date) if date.known_day().is_some() => date.first.to_string(),
                Some(date) => format!("~{}", date.year()),
                None => format!("{reading:?}"),
            }
        };
        cells.iter().map(read_cell).collect()
    }

    fn texts(texts: &[&str]) -> Vec<CellValue> {
        texts.iter().map(|text| CellValue::Text((*text).into())).collect()
    }

    #[test]
    fn a_column_decides_the_order_of_its_dates() {
        let months = ["05/13/1987", "11/03/1990", "02/25/1991", "04/05/79"];
        assert_eq!(read(&texts(&months)), ["1987-05-13", "1990-11-03", "1991-02-25", "1979-04-05"]);
        let both = ["25/02/1991", "02/25/1991", "04/05/1979", "06/06/1980"];
        assert_eq!(read(&texts(&both)), ["1991-02-25", "1991-02-25", "~1979", "1980-06-06"]);
        let a_slip = ["25/02/1991", "26/03/1991", "27/03/1991", "02/25/1991", "04/05/1979"];
        assert_eq!(read(&texts(&a_slip)), ["1991-02-25", "1991-03-26", "1991-03-27", "~1991", "1979-05-04"]);
        let one_of_three = ["25/02/1991", "26/03/1991", "05/13/1999", "04/05/1979"];
        assert_eq!(read(&texts(&one_of_three)), ["1991-02-25", "1991-03-26", "~1999", "1979-05-04"]);
        let one_of_two = ["13/o5/l999", "05/13/1999", "04/05/1979", "1/6/1985", "1/7/1990", "2/7/1991"];
        let expected = ["1999-05-13", "~1999", "1979-05-04", "1985-06-01", "1990-07-01", "1991-07-02"];
        assert_eq!(read(&texts(&one_of_two)), expected);
        assert_eq!(read(&texts(&["87/05/13", "05/06/07"])), ["1987-05-13", "2005-06-07"]);
        assert_eq!(
            read(&texts(&["1987-13-05", "1990-25-11", "1991-03-04"])),
            ["1987-05-13", "1990-11-25", "1991-04-03"]
        );
        assert_eq!(read(&texts(&["04/05/1979", "03/04/1980"])), ["1979-05-04", "1980-04-03"]);
    }

    #[test]
    fn acts_that_follow_one_another_decide_the_order_of_their_days() {
        let order = |texts: &[&str]| {
            let cell = RawCell { column: 0, field: Field::DeclaredOn, value: CellValue::Text("".into()) };
            let mut column = ColumnEvidence::new(&cell);
            for text in texts {
                column.add(&CellValue::Text((*text).into()));
            }
            column.order()
        };
        let by_day = ["6/1/2020", "7/1/2020", "10/1/2020", "1/2/2020", "3/2/2020", "2/3/2020", "10/13/2020"];
        assert_eq!(order(&by_day), DateOrder::DayFirst);
        let by_month = ["1/6/2020", "1/7/2020", "1/10/2020", "2/1/2020", "2/3/2020", "3/2/2020", "10/13/2020"];
        assert_eq!(order(&by_month), DateOrder::MonthFirst);
        assert_eq!(order(&["6/1/2020", "7/1/2020", "10/13/2020"]), DateOrder::Mixed);
    }

    #[test]
    fn midnights_of_another_zone_are_the_next_day() {
        let of_greenwich = ["1980-12-31T23:00:00.000Z", "1981-07-01T22:00:00Z", "12/05/1987"];
        assert_eq!(read(&texts(&of_greenwich)), ["1981-01-01", "1981-07-02", "1987-05-12"]);
        let times = ["1980-12-31T23:00:00Z", "1981-07-01T08:15:00Z", "1981-07-01T22:00:00Z", "12/05/1987 23:10"];
        assert_eq!(read(&texts(&times)), ["1981-01-01", "1981-07-01", "1981-07-01", "1987-05-12"]);
        assert_eq!(read(&texts(&["1980-12-31 23:00", "1981-07-01 08:15"])), ["1980-12-31", "1981-07-01"]);
        let serials = [29_586.958_333, 29_951.958_333, 30_132.916_667];
        let serials = serials.map(|serial| CellValue::DateSerial { serial, from_1904: false });
        assert_eq!(read(&serials), ["1981-01-01", "1982-01-01", "1982-07-01"]);
    }

    #[test]
    fn real_dates_that_a_spreadsheet_exchanged_are_turned_back() {
        // 2 May 1987, 11 September 1990, 3 June 1985, 10 July 2001, 12 August 1999.
        let taken = [31_899.0, 33_127.0, 31_201.0, 37_082.0, 36_384.0];
        let taken = taken.map(|serial| CellValue::DateSerial { serial, from_1904: false });
        let left = texts(&["13/05/1987", "25/11/1990", "30/06/1985", "21/03/2001"]);
        let read_all = read(&[&taken[..], &left].concat());
        assert_eq!(read_all[..5], ["1987-02-05", "1990-11-09", "1985-03-06", "2001-10-07", "1999-12-08"]);
        assert_eq!(read_all[5..], ["1987-05-13", "1990-11-25", "1985-06-30", "2001-03-21"]);
    }

    #[test]
    fn a_day_that_stands_for_no_date_is_missing() {
        let first = ["01/01/1900", "1900", "12/05/1987"];
        assert_eq!(read(&texts(&first)), ["Missing", "Missing", "1987-05-12"]);
        let many = [["1970-01-01"; 9].as_slice(), &["1968-01-01"]].concat();
        assert_eq!(read(&texts(&many))[8..], ["Missing", "1968-01-01"]);
        assert_eq!(read(&texts(&["01/01/1970", "01/01/1969"])), ["1970-01-01", "1969-01-01"]);
    }
}
