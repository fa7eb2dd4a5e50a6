//! The quartier of a row: from its own cell, else from its address, the lines above it, the sheet's name, the file's
//! name.

use std::cell::OnceCell;

use crate::record::{Context, Doubt, DoubtKind, Field, QuartierId, RawRow};

use super::address::labelled_quartier;
use super::quartiers::Quartiers;
use super::text::{filled_cell, is_placeholder};

/// What stands in the name of a file before the quartier that an agent gave it.
const GIVEN: &str = "– ";

/// Reads the quartier in the cell of a field.
pub(super) fn quartier_in_field(
    raw: &RawRow,
    field: Field,
    quartiers: &Quartiers,
    doubts: &mut Vec<Doubt>,
) -> Option<QuartierId> {
    let cell = filled_cell(raw, field)?;
    quartier_in_text(&cell.value.display_text(), Some(cell.column), quartiers, doubts)
}

/// Reads the quartier that an address names: `Luozi 8, Q/Mikondo`. One that the commune does not have is that of
/// another commune, and no doubt.
fn quartier_in_address(raw: &RawRow, quartiers: &Quartiers) -> Option<QuartierId> {
    let cell = filled_cell(raw, Field::Address)?;
    let (name, _) = labelled_quartier(&cell.value.display_text())?;
    quartiers.recognise(&name).filter(|(_, is_known)| *is_known).map(|(id, _)| id)
}

/// Reads the quartier that a text names; a guessed or unknown one becomes a doubt.
fn quartier_in_text(
    text: &str,
    column: Option<u16>,
    quartiers: &Quartiers,
    doubts: &mut Vec<Doubt>,
) -> Option<QuartierId> {
    let found = quartiers.recognise(text);
    let kind = if found.is_some() { DoubtKind::QuartierGuessed } else { DoubtKind::UnknownQuartier };
    if !matches!(found, Some((_, true))) {
        doubts.push(Doubt { kind, column, value: text.to_owned() });
    }
    found.map(|(id, _)| id)
}

/// A context and the quartier that it names, computed once for all rows of the context.
pub(super) struct ContextQuartier<'c> {
    pub(super) context: &'c Context,
    quartier: OnceCell<(Option<QuartierId>, Vec<Doubt>)>,
}

impl<'c> ContextQuartier<'c> {
    pub(super) fn new(context: &'c Context) -> Self {
        Self { context, quartier: OnceCell::new() }
    }

    /// Returns the quartier from the lines above, else from the sheet's name, else from the file's name.
    fn quartier(&self, quartiers: &Quartiers) -> &(Option<QuartierId>, Vec<Doubt>) {
        self.quartier.get_or_init(|| {
            let given = |text: &'c Option<String>| text.as_deref().filter(|text| !is_placeholder(text));
            let mut doubts = Vec::new();
            if let Some(text) = given(&self.context.quartier)
                && let Some(id) = quartier_in_text(text, None, quartiers, &mut doubts)
            {
                return (Some(id), doubts);
            }
            // The quartier that an agent gave the file answers a title that names none of the list.
            let answer = given(&self.context.quartier_of_file).and_then(|text| text.rsplit_once(GIVEN));
            if let Some((id, true)) = answer.and_then(|(_, name)| quartiers.recognise(name)) {
                return (Some(id), Vec::new());
            }
            // The name of a sheet or a file need not contain a quartier: if it has none, that is no doubt.
            for text in [&self.context.sheet_name, &self.context.quartier_of_file].into_iter().filter_map(given) {
                if let Some((id, is_known)) = quartiers.within(text) {
                    // A title that says the same quartier among other words is understood.
                    let title = given(&self.context.quartier).and_then(|title| quartiers.within(title));
                    if is_known && title == Some((id, true)) {
                        return (Some(id), Vec::new());
                    }
                    let guessed = || Doubt { kind: DoubtKind::QuartierGuessed, column: None, value: text.to_owned() };
                    doubts.extend((!is_known).then(guessed));
                    return (Some(id), doubts);
                }
            }
            (None, doubts)
        })
    }
}

/// Returns the quartier from the row's own cell, else from its context.
pub(super) fn quartier_of(
    raw: &RawRow,
    context: &ContextQuartier<'_>,
    quartiers: &Quartiers,
    doubts: &mut Vec<Doubt>,
) -> Option<QuartierId> {
    let own = quartier_in_field(raw, Field::Quartier, quartiers, doubts);
    own.or_else(|| quartier_in_address(raw, quartiers)).or_else(|| {
        let (quartier, context_doubts) = context.quartier(quartiers);
        doubts.extend_from_slice(context_doubts);
        *quartier
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Quartier;

    #[test]
    fn the_quartier_given_to_a_file_answers_a_title_that_names_none_of_the_list() {
        let quartier = |name: &str| Quartier { code: String::new(), name: name.into(), other_spellings: Vec::new() };
        let quartiers = Quartiers::new(&[quartier("Boma"), quartier("Biyela")]);
        for (title, file, id, n_doubts) in [
            ("Atlantide", "liste", None, 1),
            ("Atlantide", "liste – Boma", Some(0), 0),
            ("BIYELA RECENSEMENT 2026", "BIYELA", Some(1), 0),
            // A title that says another quartier stays a doubt.
            ("Atlantide", "Boma", Some(0), 1),
            ("BIYELA RECENSEMENT", "Boma", Some(0), 1),
            ("Atlantide", "liste – Roma", None, 1),
            ("Biyela", "liste – Boma", Some(1), 0),
        ] {
            let context =
                Context { quartier: Some(title.into()), quartier_of_file: Some(file.into()), ..Context::default() };
            let context = ContextQuartier::new(&context);
            let (found, doubts) = context.quartier(&quartiers);
            assert_eq!((found.map(|id| id.0), doubts.len()), (id, n_doubts), "{title} / {file}");
        }
    }
}
