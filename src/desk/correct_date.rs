//! A whole date that is typed into the cell of a day, a month or a year: each part goes into its own cell.

use bato::app::{self, CellPlace, CorrectionRequest, SheetReading, SheetRequest, SheetWindow, WindowColumn};
use bato::error::Result;
use bato::record::column_of_letters;

use super::visit::Visit;

/// The columns of day, month and year.
const PARTS: [[&str; 3]; 2] =
    [["birth_day", "birth_month", "birth_year"], ["declared_day", "declared_month", "declared_year"]];

/// Whether a column with this meaning holds the day, the month or the year of a date alone, as long as the day has a
/// column.
pub(super) fn is_part(code: &str, window: &SheetWindow) -> bool {
    let has_column =
        |code: &str| window.columns.iter().any(|column| column.field.is_some_and(|own| own.code() == code));
    PARTS.iter().any(|fields| fields.contains(&code) && fields.iter().all(|field| has_column(field)))
}

/// The corrections that put a whole date into its three cells; `None` for another text, or in another column.
pub(super) fn in_three_cells(
    visit: &Visit<'_>,
    reading: &SheetReading<'_>,
    place: &CellPlace,
    text: &str,
) -> Result<Option<Vec<CorrectionRequest>>> {
    let Some(parts) = app::date_in_three_cells(text) else { return Ok(None) };
    let sheet = visit.form.get("feuille").parse().ok();
    let request = SheetRequest { file: place.file.clone(), sheet, row: Some(place.row) };
    let window = app::sheet_view(reading, &request, &visit.access()?)?;
    let own = column_of_letters(&place.column);
    let code = |column: &WindowColumn| column.field.map(|field| field.code());
    let own = window.columns.iter().find(|column| Some(column.column) == own).and_then(code);
    let Some(fields) = PARTS.iter().find(|fields| own.is_some_and(|own| fields.contains(&own))) else {
        return Ok(None);
    };
    let columns = fields.map(|field| window.columns.iter().find(|column| code(column) == Some(field)));
    let [Some(day), Some(month), Some(year)] = columns else { return Ok(None) };
    let row = window.rows.iter().find(|row| row.row == place.row);
    let text_at = |column: u16| {
        let cell = row.and_then(|row| row.cells.iter().find(|cell| cell.column == column));
        cell.map(|cell| cell.text.clone()).unwrap_or_default()
    };
    let mut requests = Vec::new();
    for (column, new) in [day, month, year].into_iter().zip(parts) {
        let old = text_at(column.column);
        if !is_same_part(&old, &new) {
            let place = CellPlace { column: column.letters.clone(), ..place.clone() };
            requests.push(CorrectionRequest { place, old: Some(old), new });
        }
    }
    Ok(Some(requests).filter(|requests| !requests.is_empty()))
}

/// Whether a cell holds this number already: with a zero before it, or as the name of a month.
fn is_same_part(old: &str, new: &str) -> bool {
    let number = |text: &str| text.trim().parse::<u32>().ok();
    let of_month = || app::date_in_three_cells(&format!("1 {} 2000", old.trim())).map(|[_, month, _]| month);
    match number(old) {
        Some(number) => new.parse() == Ok(number),
        None => of_month().is_some_and(|month| month == new),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_holds_the_part_of_a_date_already_is_left_as_it_is() {
        for (old, new, is_same) in [
            ("02", "2", true),
            ("2", "2", true),
            ("février", "2", true),
            ("fév.", "2", true),
            ("mars", "2", false),
            ("30", "28", false),
            ("", "2", false),
            ("?", "2", false),
        ] {
            assert_eq!(is_same_part(old, new), is_same, "{old} / {new}");
        }
    }
}
