//! The layouts of sheets: columns, possible headers, lines around the table. They are data in `layouts.toml`.
//!
//! `typist` decides how values are written, `entry` which values they are.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) enum ColumnContent {
    Order,
    FicheNumber,
    Quartier,
    Avenue,
    Parcel,
    Address,
    Nom,
    Postnom,
    Prenom,
    NomPostnom,
    FullName,
    PrenomFirst,
    Sex,
    Male,
    Female,
    BirthDate,
    BirthDateAndPlace,
    BirthDay,
    BirthMonth,
    BirthYear,
    Age,
    BirthPlace,
    Relation,
    Marital,
    Occupation,
    ActNumber,
    Volume,
    Folio,
    DeclarationDate,
    DeclarationDay,
    DeclarationMonth,
    DeclarationYear,
    Category,
    Father,
    Mother,
    Judgment,
    // Columns that no register uses.
    Phone,
    Nationality,
    Religion,
}

/// A layout. `layouts.toml` explains its fields.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Layout {
    pub(super) columns: Vec<ColumnContent>,
    headers: BTreeMap<ColumnContent, Vec<String>>,
    titles: BTreeMap<ColumnContent, String>,
    pub(super) has_titles: bool,
    pub(super) has_blocks: bool,
    pub(super) has_address_once: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct Layouts {
    headers: BTreeMap<ColumnContent, Vec<String>>,
    pub(super) census: Vec<Layout>,
    pub(super) births: Vec<Layout>,
}

pub(super) static LAYOUTS: LazyLock<Layouts> =
    LazyLock::new(|| toml::from_str(include_str!("layouts.toml")).expect("the built-in layouts are sound"));

impl Layout {
    /// Returns the possible headers of a column.
    pub(super) fn headers(&'static self, column: ColumnContent) -> &'static [String] {
        self.headers.get(&column).unwrap_or_else(|| &LAYOUTS.headers[&column])
    }

    /// Returns the title above a column; "" if none.
    pub(super) fn title(&self, column: ColumnContent) -> &str {
        self.titles.get(&column).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_a_layout_has_headers() {
        assert_eq!((LAYOUTS.census.len(), LAYOUTS.births.len()), (10, 4));
        for layout in LAYOUTS.census.iter().chain(&LAYOUTS.births) {
            assert!(layout.columns.iter().all(|column| !layout.headers(*column).is_empty()), "{layout:?}");
            assert!(layout.titles.keys().chain(layout.headers.keys()).all(|column| layout.columns.contains(column)));
        }
    }
}
