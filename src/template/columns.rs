//! The columns of each kind of sheet: header, width, check.

use crate::record::Kind;

use super::checks::Check;
use super::lists::List;

/// One column of the table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// Part of its message ids: `template-column-<id>` is the header, `template-column-<id>.prompt` the prompt.
    pub(super) id: &'static str,
    /// Width in characters.
    pub(super) width: f64,
    /// The check while typing.
    pub(super) check: Check,
}

const fn column(id: &'static str, width: f64, check: Check) -> Column {
    Column { id, width, check }
}

/// The widths of each kind add up to a landscape A4 page at about 80 % of its size.
const CENSUS: [Column; 13] = [
    column("order", 8.5, Check::None),
    column("fiche", 9.0, Check::None),
    column("avenue", 14.0, Check::None),
    column("parcel", 8.5, Check::None),
    column("nom", 13.0, Check::None),
    column("postnom", 13.0, Check::None),
    column("prenom", 13.0, Check::None),
    column("sex", 7.5, Check::List(List::Sex)),
    column("birth_date", 11.5, Check::Date),
    column("birth_place", 12.0, Check::None),
    column("relation", 20.0, Check::List(List::Relation)),
    column("marital_status", 14.0, Check::List(List::MaritalStatus)),
    column("occupation", 14.0, Check::None),
];

const BIRTHS: [Column; 14] = [
    column("act_number", 8.5, Check::None),
    column("declared_on", 11.5, Check::NotBefore("birth_date")),
    column("nom", 13.0, Check::None),
    column("postnom", 13.0, Check::None),
    column("prenom", 13.0, Check::None),
    column("sex", 7.5, Check::List(List::Sex)),
    column("birth_date", 11.5, Check::Date),
    column("birth_place", 12.0, Check::None),
    column("father", 17.0, Check::None),
    column("mother", 17.0, Check::None),
    column("quartier", 13.5, Check::List(List::Quartier)),
    column("category", 16.5, Check::List(List::Category)),
    column("judgment_date", 11.5, Check::Date),
    column("remarks", 15.0, Check::None),
];

const EVENTS: [Column; 14] = [
    column("event", 13.0, Check::List(List::Event)),
    column("event_date", 11.5, Check::NotBefore("birth_date")),
    column("person_id", 14.0, Check::None),
    column("nom", 13.0, Check::None),
    column("postnom", 13.0, Check::None),
    column("prenom", 13.0, Check::None),
    column("sex", 7.5, Check::List(List::Sex)),
    column("birth_date", 11.5, Check::Date),
    column("quartier", 13.5, Check::List(List::Quartier)),
    column("avenue", 14.0, Check::None),
    column("parcel", 8.5, Check::None),
    column("to_quartier", 13.5, Check::List(List::Quartier)),
    column("elsewhere", 14.0, Check::None),
    column("spouse", 15.0, Check::None),
];

/// The columns of a kind of sheet, from the left.
pub(super) fn columns_of(kind: Kind) -> &'static [Column] {
    match kind {
        Kind::Census => &CENSUS,
        Kind::Birth => &BIRTHS,
        Kind::Event => &EVENTS,
    }
}

/// Index of a column in its sheet.
pub(super) fn place_of(kind: Kind, id: &str) -> u16 {
    columns_of(kind).iter().position(|column| column.id == id).unwrap_or(0) as u16
}
