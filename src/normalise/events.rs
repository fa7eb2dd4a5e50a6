//! Reads the columns of a list of events that are not about the person: kind, day, quartiers, other place or spouse.

use crate::record::{Doubt, DoubtKind, EventKind, EventRow, Field, RawFile};

use super::ReferenceData;
use super::address::{house_of, row_address};
use super::codes::Codes;
use super::dates::{DateReading, YearLimits};
use super::row_dates::DatedRow;
use super::row_quartier::quartier_in_field;
use super::text::{clean, filled_cell};

/// The kind of event of each sheet, for rows without a kind of their own.
pub(super) struct SheetEvents {
    by_sheet: Vec<Option<EventKind>>,
}

impl SheetEvents {
    /// Takes the kind from the heading of the date ("Date du décès"), else the sheet's name, else the lines above its
    /// table, else the file's name.
    pub(super) fn new(file: &RawFile, codes: &Codes) -> Self {
        let event_in = |text: &str| codes.event_within(text);
        let name = file.source.path.rsplit('/').next().unwrap_or("");
        let by_sheet = (0..).zip(&file.source.sheets).map(|(index, sheet)| {
            let heading = file
                .headings
                .iter()
                .filter(|heading| heading.at.sheet == index && heading.field == Field::EventDate)
                .find_map(|heading| event_in(&heading.text));
            let title = || {
                let above = file.rows.iter().filter(|row| row.at.sheet == index && row.left_out.is_some()).take(10);
                above.flat_map(|row| &row.cells).find_map(|cell| event_in(&cell.value.display_text()))
            };
            heading.or_else(|| event_in(&sheet.name)).or_else(title).or_else(|| event_in(name))
        });
        Self { by_sheet: by_sheet.collect() }
    }

    fn of(&self, sheet: u16) -> Option<EventKind> {
        self.by_sheet.get(usize::from(sheet)).copied().flatten()
    }
}

/// Reads the event of a row; `year` is the year of the register.
pub(super) fn event_of(
    dates: &DatedRow<'_>,
    sheets: &SheetEvents,
    year: Option<i32>,
    reference: &ReferenceData,
    doubts: &mut Vec<Doubt>,
) -> EventRow {
    let raw = dates.raw;
    let cell = filled_cell(raw, Field::Event);
    let text = cell.map(|cell| cell.value.to_text());
    let event = match &text {
        Some(text) => reference.codes.event(text).or_else(|| reference.codes.event_within(text)),
        None => sheets.of(raw.at.sheet),
    };
    if event.is_none() {
        let column = cell.map(|cell| cell.column);
        doubts.push(Doubt { kind: DoubtKind::UnknownEvent, column, value: text.unwrap_or_default() });
    }
    let on = filled_cell(raw, Field::EventDate).and_then(|cell| {
        let reading = dates.date_of(cell, years_of_event(year));
        let day = reading.date().and_then(|date| date.known_day());
        let doubt = match reading {
            DateReading::OrderUnsure(_) => Some(DoubtKind::DateOrderUnsure),
            DateReading::WrongWeekday(_) => Some(DoubtKind::WrongWeekday),
            _ => day.is_none().then_some(DoubtKind::UnreadableEventDate),
        };
        doubts.extend(doubt.map(|kind| cell.doubt(kind)));
        day
    });
    let quartier = |field| quartier_in_field(raw, field, &reference.quartiers, doubts);
    let [own, mut from, mut to] = [Field::Quartier, Field::FromQuartier, Field::ToQuartier].map(quartier);
    match event {
        Some(EventKind::Arrival) => to = to.or(own),
        _ => from = from.or(own),
    }
    let (avenue, parcel) = row_address(raw);
    let (to_avenue, to_parcel) = house_of("", &raw.field_text(Field::ToAvenue), &raw.field_text(Field::ToParcel));
    let other = if event == Some(EventKind::Marriage) { Field::Spouse } else { Field::Elsewhere };
    EventRow {
        event,
        on,
        from,
        to,
        avenue: avenue.into(),
        parcel: parcel.into(),
        to_avenue: to_avenue.into(),
        to_parcel: to_parcel.into(),
        other: clean(&raw.field_text(other)).into(),
        person_id: raw.field_text(Field::PersonId).trim().into(),
    }
}

/// Returns the year of the event's day. It is read first, because ages are counted from it.
pub(super) fn year_of(dates: &DatedRow<'_>, year: Option<i32>) -> Option<i32> {
    let cell = dates.raw.cell(Field::EventDate)?;
    dates.date_of(cell, years_of_event(year)).date().map(|date| date.year())
}

/// Returns the years that a two-digit year of an event may mean: an event of December may be listed in the next year.
fn years_of_event(year: Option<i32>) -> YearLimits {
    YearLimits { last: year.map(|year| year + 1), expected: year, ..YearLimits::up_to(year) }
}
