//! Finds names in the wrong columns: a known prénom under the nom or the post-nom, beside a word under the prénom that
//! the file has as a nom.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::record::{Doubt, DoubtKind, Field, RawCell, RawFile, RawRow, fold};

use super::CleanEntry;
use super::prenoms::is_prenom;
use super::text::is_placeholder;

/// How often a word stands under the prénom, and how often under the nom or the post-nom.
type WordCounts = HashMap<String, [u32; 2], FixedState>;

/// Adds a doubt to each row whose nom or post-nom is a prénom and whose prénom is none. `entries` are those of the rows
/// of data, in their order.
pub(super) fn note_swapped_names(file: &RawFile, entries: &mut [CleanEntry]) {
    let rows: Vec<&RawRow> = file.rows.iter().filter(|row| row.left_out.is_none()).collect();
    let mut counts = WordCounts::default();
    for row in &rows {
        for (cell, place) in [(row.cell(Field::Prenom), 0), (row.cell(Field::Nom), 1), (row.cell(Field::Postnom), 1)] {
            if let Some(word) = cell.and_then(only_word) {
                counts.entry(word).or_default()[place] += 1;
            }
        }
    }
    let swapped_sheets = swapped_sheets(&rows);
    for (row, entry) in rows.iter().zip(entries) {
        if let Some((_, first)) = swapped_sheets.iter().find(|(sheet, _)| *sheet == row.at.sheet) {
            entry.doubts.push(Doubt { kind: DoubtKind::NamesSwapped, column: None, value: first.clone() });
            continue;
        }
        if let Some(cell) = prenom_among_noms(row, &counts).or_else(|| postnom_before_prenom(row, &counts)) {
            entry.doubts.push(cell.doubt(DoubtKind::NamesSwapped));
            continue;
        }
        let Some(prenom) = row.cell(Field::Prenom) else { continue };
        let mut other = [Field::Nom, Field::Postnom].iter().filter_map(|field| row.cell(*field));
        let is_prenom_like = |cell: &RawCell, word: &str| is_given(word, &counts) || is_small_among_capitals(row, cell);
        let other = other.rfind(|cell| only_word(cell).is_some_and(|word| is_prenom_like(cell, &word)));
        let is_family = |given: &RawCell| {
            only_word(prenom)
                .is_some_and(|word| is_of_family(&word, &counts) || is_in_capitals_beside(prenom, given, &word))
        };
        if let Some(cell) = other.filter(|given| is_family(given)) {
            entry.doubts.push(cell.doubt(DoubtKind::NamesSwapped));
        }
    }
}

/// The cell of the nom that begins with a prénom, where the prénom is blank or the same as another word of the cell:
/// `Fiston BWALYA` beside a blank prénom, `Hervé MASAMBA` beside `MASAMBA`.
fn prenom_among_noms<'r>(row: &'r RawRow, counts: &WordCounts) -> Option<&'r RawCell> {
    let cell = row.cell(Field::Nom).or_else(|| row.cell(Field::NomPostnom))?;
    let folded = fold(&cell.value.display_text());
    let (first, rest) = folded.split_once(' ')?;
    let prenom = row.cell(Field::Prenom).and_then(only_word).unwrap_or_default();
    let is_blank = row.cell(Field::Prenom).is_none_or(|cell| is_placeholder(&cell.value.display_text()));
    // Beside blank cells the whole name is split as elsewhere.
    let has_postnom = row.cell(Field::Postnom).is_some() || cell.field == Field::NomPostnom;
    let begins = is_given(first, counts) && !rest.split(' ').any(is_prenom);
    (begins && (is_blank && has_postnom || rest.split(' ').any(|word| word == prenom))).then_some(cell)
}

/// The cell of the prénom that begins with a post-nom beside a blank one: `DISASHI ODETTE`.
fn postnom_before_prenom<'r>(row: &'r RawRow, counts: &WordCounts) -> Option<&'r RawCell> {
    let cell = row.cell(Field::Prenom)?;
    let is_blank = row.cell(Field::Postnom).is_none_or(|cell| is_placeholder(&cell.value.display_text()));
    let folded = fold(&cell.value.display_text());
    let (first, rest) = folded.split_once(' ')?;
    let has_capitals = !cell.value.display_text().contains(char::is_lowercase);
    (is_blank && has_capitals && is_of_family(first, counts) && rest.split(' ').all(is_prenom)).then_some(cell)
}

/// Whether a cell has small letters, and the other cells of the name have capitals alone.
fn is_small_among_capitals(row: &RawRow, cell: &RawCell) -> bool {
    const MIN_LETTERS: usize = 3;
    let has_small = |cell: &RawCell| cell.value.display_text().contains(char::is_lowercase);
    let mut others = row.cells.iter().filter(|other| other.field.is_name() && other.column != cell.column);
    let is_capital =
        |other: &RawCell| !has_small(other) && only_word(other).is_some_and(|word| word.len() >= MIN_LETTERS);
    has_small(cell) && others.clone().count() == 2 && others.all(is_capital)
}

/// The sheets whose columns of nom and prénom are exchanged, each with the first prénom under the nom.
fn swapped_sheets(rows: &[&RawRow]) -> Vec<(u16, String)> {
    const MIN_ROWS: usize = 4;
    let mut swapped = Vec::new();
    for sheet in rows.chunk_by(|above, below| above.at.sheet == below.at.sheet) {
        let both = |row: &&RawRow| {
            let (nom, prenom) = (row.cell(Field::Nom)?, row.cell(Field::Prenom)?);
            Some((is_prenom(&only_word(nom)?), is_prenom(&only_word(prenom)?), nom.value.to_text()))
        };
        let pairs: Vec<(bool, bool, String)> = sheet.iter().filter_map(both).collect();
        let n_in_nom = pairs.iter().filter(|(in_nom, _, _)| *in_nom).count();
        let n_in_prenom = pairs.iter().filter(|(_, in_prenom, _)| *in_prenom).count();
        if pairs.len() >= MIN_ROWS && n_in_nom * 2 >= pairs.len() && n_in_prenom * 4 <= pairs.len() {
            let first = pairs.into_iter().find(|(in_nom, _, _)| *in_nom);
            swapped.extend(first.map(|(_, _, nom)| (sheet[0].at.sheet, nom)));
        }
    }
    swapped
}

/// Whether a word under the prénom has capitals alone beside a prénom in small letters.
fn is_in_capitals_beside(prenom: &RawCell, given: &RawCell, folded: &str) -> bool {
    let has_small = |cell: &RawCell| cell.value.display_text().contains(char::is_lowercase);
    folded.len() >= 3 && !is_prenom(folded) && !has_small(prenom) && has_small(given)
}

/// The folded word of a cell that holds one word.
fn only_word(cell: &RawCell) -> Option<String> {
    let typed = cell.value.display_text();
    let folded = fold(&typed);
    (!folded.is_empty() && !folded.contains(' ') && !is_placeholder(&typed)).then_some(folded)
}

/// Whether a word is a prénom: in the list of prénoms, or mostly under the prénom in this file.
fn is_given(word: &str, counts: &WordCounts) -> bool {
    const MIN_COUNT: u32 = 3;
    let [given, family] = counts.get(word).copied().unwrap_or_default();
    is_prenom(word) && given + 2 >= family || given >= MIN_COUNT && given >= 4 * family
}

/// Whether a word is a nom or a post-nom: no prénom, and found under those as often as under the prénom.
fn is_of_family(word: &str, counts: &WordCounts) -> bool {
    let [given, family] = counts.get(word).copied().unwrap_or_default();
    !is_prenom(word) && family > 0 && given <= family
}
