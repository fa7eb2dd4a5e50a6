//! Which quartier a row is of: by its own cell, else by the lines above it, the sheet's name, the file's.

use std::cell::OnceCell;

use crate::record::{Context, Doubt, DoubtKind, Field, QuartierId, RawRow};

use super::places::Quartiers;
use super::text::is_placeholder;

/// The quartier that a cell of a field names.
pub(super) fn quartier_named(
    raw: &RawRow,
    field: Field,
    quartiers: &Quartiers,
    doubts: &mut Vec<Doubt>,
) -> Option<QuartierId> {
    let cell = raw.cell(field).filter(|cell| !is_placeholder(&cell.value.text()))?;
    quartier_said(&cell.value.text(), Some(cell.column), quartiers, doubts)
}

/// The quartier that a text names; one that is guessed or unknown is a doubt.
fn quartier_said(
    text: &str,
    column: Option<u16>,
    quartiers: &Quartiers,
    doubts: &mut Vec<Doubt>,
) -> Option<QuartierId> {
    let found = quartiers.recognise(text);
    let mut doubt = |kind| doubts.push(Doubt { kind, column, value: text.to_owned() });
    match found {
        Some((_, true)) => {}
        Some(_) => doubt(DoubtKind::QuartierGuessed),
        None => doubt(DoubtKind::UnknownQuartier),
    }
    found.map(|(id, _)| id)
}

/// What stands above rows, and the quartier it names, found once for all of them.
pub(super) struct Surroundings<'c> {
    pub(super) context: &'c Context,
    quartier: OnceCell<(Option<QuartierId>, Vec<Doubt>)>,
}

impl<'c> Surroundings<'c> {
    pub(super) fn new(context: &'c Context) -> Self {
        Self { context, quartier: OnceCell::new() }
    }

    /// The quartier by the lines above, else the sheet's name, else the file's.
    fn quartier(&self, quartiers: &Quartiers) -> &(Option<QuartierId>, Vec<Doubt>) {
        self.quartier.get_or_init(|| {
            let said = |text: &'c Option<String>| text.as_deref().filter(|text| !is_placeholder(text));
            let mut doubts = Vec::new();
            if let Some(text) = said(&self.context.quartier)
                && let Some(id) = quartier_said(text, None, quartiers, &mut doubts)
            {
                return (Some(id), doubts);
            }
            // The name of a sheet or a file need not hold a quartier.
            for text in [&self.context.sheet_name, &self.context.quartier_of_file].into_iter().filter_map(said) {
                if let Some((id, is_known)) = quartiers.within(text) {
                    let guessed = || Doubt { kind: DoubtKind::QuartierGuessed, column: None, value: text.to_owned() };
                    doubts.extend((!is_known).then(guessed));
                    return (Some(id), doubts);
                }
            }
            (None, doubts)
        })
    }
}

/// The quartier by the row's own cell, else by what stands above it.
pub(super) fn quartier_of(
    raw: &RawRow,
    told: &Surroundings<'_>,
    quartiers: &Quartiers,
    doubts: &mut Vec<Doubt>,
) -> Option<QuartierId> {
    quartier_named(raw, Field::Quartier, quartiers, doubts).or_else(|| {
        let (quartier, heard) = told.quartier(quartiers);
        doubts.extend_from_slice(heard);
        *quartier
    })
}
