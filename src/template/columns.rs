//! The columns of each kind of sheet: header, width, check.

use crate::record::Kind;

use super::checks::ColumnCheck;
use super::lists::WordList;

/// One column of the table.
#[derive(Debug, Clone, Copy)]
pub(super) struct TemplateColumn {
    /// Part of its message ids: `template-column-<id>` is the header, `template-column-<id>.prompt` the prompt.
    pub(super) id: &'static str,
    /// Width in characters.
    pub(super) width: f64,
    /// The check while typing.
    pub(super) check: ColumnCheck,
}

const fn column(id: &'static str, width: f64, check: ColumnCheck) -> TemplateColumn {
    TemplateColumn { id, width, check }
}

/// The widths of each kind add up to a landscape A4 page at about 80 % of its size.
const CENSUS: [TemplateColumn; 13] = [
    column("order", 8.5, ColumnCheck::None),
    column("fiche", 9.0, ColumnCheck::None),
    column("avenue", 14.0, ColumnCheck::None),
    column("parcel", 8.5, ColumnCheck::None),
    column("nom", 13.0, ColumnCheck::None),
    column("postnom", 13.0, ColumnCheck::None),
    column("prenom", 13.0, ColumnCheck::None),
    column("sex", 7.5, ColumnCheck::WordList(WordList::Sex)),
    column("birth_date", 11.5, ColumnCheck::Date),
    column("birth_place", 12.0, ColumnCheck::None),
    column("relation", 20.0, ColumnCheck::WordList(WordList::Relation)),
    column("marital_status", 14.0, ColumnCheck::WordList(WordList::MaritalStatus)),
    column("occupation", 14.0, ColumnCheck::None),
];

const BIRTHS: [TemplateColumn; 14] = [
    column("act_number", 8.5, ColumnCheck::None),
    column("declared_on", 11.5, ColumnCheck::NotBefore("birth_date")),
    column("nom", 13.0, ColumnCheck::None),
    column("postnom", 13.0, ColumnCheck::None),
    column("prenom", 13.0, ColumnCheck::None),
    column("sex", 7.5, ColumnCheck::WordList(WordList::Sex)),
    column("birth_date", 11.5, ColumnCheck::Date),
    column("birth_place", 12.0, ColumnCheck::None),
    column("father", 17.0, ColumnCheck::None),
    column("mother", 17.0, ColumnCheck::None),
    column("quartier", 13.5, ColumnCheck::WordList(WordList::Quartier)),
    column("category", 16.5, ColumnCheck::WordList(WordList::Category)),
    column("judgment_date", 11.5, ColumnCheck::Date),
    column("remarks", 15.0, ColumnCheck::None),
];

const EVENTS: [TemplateColumn; 14] = [
    column("event", 13.0, ColumnCheck::WordList(WordList::Event)),
    column("event_date", 11.5, ColumnCheck::NotBefore("birth_date")),
    column("person_id", 14.0, ColumnCheck::None),
    column("nom", 13.0, ColumnCheck::None),
    column("postnom", 13.0, ColumnCheck::None),
    column("prenom", 13.0, ColumnCheck::None),
    column("sex", 7.5, ColumnCheck::WordList(WordList::Sex)),
    column("birth_date", 11.5, ColumnCheck::Date),
    column("quartier", 13.5, ColumnCheck::WordList(WordList::Quartier)),
    column("avenue", 14.0, ColumnCheck::None),
    column("parcel", 8.5, ColumnCheck::None),
    column("to_quartier", 13.5, ColumnCheck::WordList(WordList::Quartier)),
    column("elsewhere", 14.0, ColumnCheck::None),
    column("spouse", 15.0, ColumnCheck::None),
];

/// The columns of a kind of sheet, from the left.
pub(super) fn columns_of(kind: Kind) -> &'static [TemplateColumn] {
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
