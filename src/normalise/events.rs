//! What a row of a list of events says beside the person.

use crate::record::{CellValue, Doubt, DoubtKind, EventKind, EventRow, Field, RawFile, RawRow};

use super::Lists;
use super::dates::read_date;
use super::places::{address, avenue, parcel};
use super::quartier::quartier_named;
use super::text::{clean, is_placeholder};

/// What a whole sheet says happened, by its place: for rows that do not say it themselves.
pub(super) struct OfSheets {
    of_sheet: Vec<Option<EventKind>>,
}

impl OfSheets {
    /// By the heading of the date ("Date du décès"), the sheet's name, the lines above its table, the file's name.
    pub(super) fn new(file: &RawFile, lists: &Lists) -> Self {
        let told = |text: &str| lists.codes.event_within(text);
        let name = file.source.path.rsplit('/').next().unwrap_or("");
        let of_sheet = (0..).zip(&file.source.sheets).map(|(index, sheet)| {
            let heading = file
                .headings
                .iter()
                .filter(|heading| heading.at.sheet == index && heading.field == Field::EventDate)
                .find_map(|heading| told(&heading.text));
            let title = || {
                let above = file.rows.iter().filter(|row| row.at.sheet == index && row.left_out.is_some()).take(10);
                above.flat_map(|row| &row.cells).find_map(|cell| told(&cell.value.text()))
            };
            heading.or_else(|| told(&sheet.name)).or_else(title).or_else(|| told(name))
        });
        Self { of_sheet: of_sheet.collect() }
    }

    fn of(&self, sheet: u16) -> Option<EventKind> {
        self.of_sheet.get(usize::from(sheet)).copied().flatten()
    }
}

/// Reads the event of a row; `year` is that of the register.
pub(super) fn event_of(
    raw: &RawRow,
    sheets: &OfSheets,
    year: Option<i32>,
    lists: &Lists,
    doubts: &mut Vec<Doubt>,
) -> EventRow {
    let typed = raw.cell(Field::Event).filter(|cell| !is_placeholder(&cell.value.text()));
    let event = match typed {
        Some(cell) => {
            let text = cell.value.shown();
            let event = lists.codes.event(&text).or_else(|| lists.codes.event_within(&text));
            if event.is_none() {
                doubts.push(Doubt { kind: DoubtKind::UnknownEvent, column: Some(cell.column), value: text });
            }
            event
        }
        None => {
            let event = sheets.of(raw.at.sheet);
            if event.is_none() {
                doubts.push(Doubt { kind: DoubtKind::UnknownEvent, column: None, value: String::new() });
            }
            event
        }
    };
    let on = raw.cell(Field::EventDate).filter(|cell| !is_placeholder(&cell.value.text())).and_then(|cell| {
        let day = read_date(&cell.value, year).date().and_then(|date| date.known_day());
        if day.is_none() {
            let value = cell.value.shown();
            doubts.push(Doubt { kind: DoubtKind::UnreadableEventDate, column: Some(cell.column), value });
        }
        day
    });
    let mut quartier = |field| quartier_named(raw, field, &lists.quartiers, doubts);
    let (own, mut from, mut to) =
        (quartier(Field::Quartier), quartier(Field::FromQuartier), quartier(Field::ToQuartier));
    match event {
        Some(EventKind::Arrival) => to = to.or(own),
        _ => from = from.or(own),
    }
    let (own_avenue, own_parcel) = match raw.cell(Field::Address) {
        Some(cell) => address(&cell.value.text()),
        None => (avenue(&raw.shown(Field::Avenue)), parcel(&raw.shown(Field::Parcel))),
    };
    let other = if event == Some(EventKind::Marriage) { Field::Spouse } else { Field::Elsewhere };
    EventRow {
        event,
        on,
        from,
        to,
        avenue: own_avenue.into(),
        parcel: own_parcel.into(),
        other: clean(&raw.shown(other)).into(),
        person_id: raw.shown(Field::PersonId).trim().into(),
    }
}

/// The year of an event's day, before anything else is read: ages are reckoned from it.
pub(super) fn year_of(raw: &RawRow, year: Option<i32>) -> Option<i32> {
    let typed: &CellValue = &raw.cell(Field::EventDate)?.value;
    read_date(typed, year).date().map(|date| date.year())
}
