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
        for (field, place) in [(Field::Prenom, 0), (Field::Nom, 1), (Field::Postnom, 1)] {
            // What a mark repeats is no further word.
            let is_repeated = row.carried.iter().any(|cell| cell.field == field);
            if let Some(word) = row.cell(field).filter(|_| !is_repeated).and_then(only_word) {
                counts.entry(word).or_default()[place] += 1;
            }
        }
        let both = row.cells.iter().filter(|cell| cell.field == Field::NomPostnom).map(|cell| cell.value.to_text());
        for word in both.flat_map(|text| text.split_whitespace().map(fold).collect::<Vec<_>>()) {
            counts.entry(word).or_default()[1] += 1;
        }
    }
    let swapped_sheets = swapped_sheets(&rows);
    let mut repeated: Option<(u16, String)> = None;
    for (row, entry) in rows.iter().zip(entries) {
        if let Some((_, first)) = swapped_sheets.iter().find(|(sheet, _)| *sheet == row.at.sheet) {
            entry.doubts.push(Doubt { kind: DoubtKind::NamesSwapped, column: None, value: first.clone() });
            continue;
        }
        if let Some(cell) = prenom_among_noms(row, &counts).or_else(|| postnom_before_prenom(row, &counts)) {
            entry.doubts.push(cell.doubt(DoubtKind::NamesSwapped));
            continue;
        }
        // The mark below a prénom in the column of the nom repeats the slip.
        let nom_above = row.carried.iter().find(|cell| cell.field == Field::Nom);
        if let Some(cell) = nom_above.filter(|cell| is_repeated(cell, row, repeated.as_ref())) {
            entry.doubts.push(cell.doubt(DoubtKind::NamesSwapped));
            continue;
        }
        if let Some(cell) = prenom_before_noms(row, &counts) {
            entry.doubts.push(cell.doubt(DoubtKind::NamesSwapped));
            continue;
        }
        if let Some(cell) = prenom_as_nom(row, &counts) {
            repeated = Some((row.at.sheet, cell.value.to_text()));
            entry.doubts.push(cell.doubt(DoubtKind::NamesSwapped));
            continue;
        }
        if let Some(cell) = prenom_as_postnom(row, &counts) {
            entry.doubts.push(cell.doubt(DoubtKind::NamesSwapped));
            continue;
        }
        let Some(prenom) = row.cell(Field::Prenom).filter(|cell| !holds_prenom(cell)) else { continue };
        if let Some(cell) = prenoms_before_nom(row, &counts) {
            entry.doubts.push(cell.doubt(DoubtKind::NamesSwapped));
            continue;
        }
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

/// The nom that is a prénom beside a post-nom and a prénom of which neither is one: `Colette`, `BAZOLA`, `Nsona`. The
/// word under the prénom must stand there alone in the file.
fn prenom_as_nom<'r>(row: &'r RawRow, counts: &WordCounts) -> Option<&'r RawCell> {
    let [nom, postnom, prenom] = [Field::Nom, Field::Postnom, Field::Prenom].map(|field| row.cell(field));
    let (nom, postnom, prenom) = (nom?, postnom?, prenom?);
    let nom_word = only_word(nom).filter(|word| is_prenom(word)).or_else(|| joined_prenoms(nom))?;
    let [postnom_word, prenom_word] = [only_word(postnom)?, only_word(prenom)?];
    // Capitals for the nom and small letters for the prénom show that each stands in its place: `PAUL`, `LEMA`, `Noé`.
    let has_small = |cell: &RawCell| cell.value.display_text().contains(char::is_lowercase);
    if !has_small(nom) && has_small(prenom) {
        return None;
    }
    let [n_given, _] = counts.get(&prenom_word).copied().unwrap_or_default();
    let [_, n_family] = counts.get(&nom_word).copied().unwrap_or_default();
    // A prénom that the file has as a nom of several persons is a nom.
    // Behind a nom in small letters, a post-nom in capitals is a nom.
    let is_nom_second = has_small(nom) && !has_small(postnom) && n_family <= n_given.max(2);
    let is_rare = n_family <= 1 && n_given <= 1 || is_nom_second;
    let is_swapped = !is_given(&postnom_word, counts) && !is_prenom(&prenom_word);
    (is_rare && is_swapped && postnom_word.len() > 2 && prenom_word.len() > 2).then_some(nom)
}

/// The nom that is a prénom beside a blank post-nom and, under the prénom, the nom and the post-nom: `Héritier | LUBOYA
/// BUKASA`.
fn prenom_before_noms<'r>(row: &'r RawRow, counts: &WordCounts) -> Option<&'r RawCell> {
    let nom = row.cell(Field::Nom).or_else(|| row.cell(Field::NomPostnom))?;
    let prenom = row.cell(Field::Prenom)?;
    let is_blank = row.cell(Field::Postnom).is_none_or(|cell| is_placeholder(&cell.value.display_text()));
    let has_small = |cell: &RawCell| cell.value.display_text().contains(char::is_lowercase);
    if !is_blank || !has_small(nom) && has_small(prenom) || is_placeholder(&prenom.value.display_text()) {
        return None;
    }
    let (given, family) = (fold(&nom.value.display_text()), fold(&prenom.value.display_text()));
    let are_noms = family.split(' ').count() >= 2
        && family.split(' ').all(|word| word.len() > 2 && !is_prenom(word) && !is_given(word, counts));
    (are_noms && given.split(' ').all(|word| is_given(word, counts) && is_prenom(word))).then_some(nom)
}

/// The cell of nom and post-nom that holds prénoms alone beside a nom under the prénom: `Jean | MBUYI`.
fn prenoms_before_nom<'r>(row: &'r RawRow, counts: &WordCounts) -> Option<&'r RawCell> {
    let (noms, prenom) = (row.cell(Field::NomPostnom)?, row.cell(Field::Prenom)?);
    let word = only_word(prenom).filter(|word| !is_prenom(word) && word.len() > 2)?;
    let folded = fold(&noms.value.display_text());
    let are_given = !folded.is_empty() && folded.split(' ').all(|word| is_prenom(word) && is_given(word, counts));
    (are_given && (is_of_family(&word, counts) || is_in_capitals_beside(prenom, noms, &word))).then_some(noms)
}

/// The folded prénoms of a cell that joins two by a hyphen: `Jean-Marie`.
fn joined_prenoms(cell: &RawCell) -> Option<String> {
    let typed = cell.value.display_text();
    let is_joined = typed.contains('-') && !typed.trim().contains(' ');
    let folded = is_joined.then(|| fold(&typed))?;
    folded.split(' ').all(is_prenom).then_some(folded)
}

/// The post-nom that is a prénom in small letters beside a blank prénom: `TSHIBANDA`, `Odette`.
fn prenom_as_postnom<'r>(row: &'r RawRow, counts: &WordCounts) -> Option<&'r RawCell> {
    let (nom, postnom) = (row.cell(Field::Nom)?, row.cell(Field::Postnom)?);
    let has_prenom = row.cell(Field::Prenom).is_some_and(|cell| !is_placeholder(&cell.value.display_text()));
    let has_small = |cell: &RawCell| cell.value.display_text().contains(char::is_lowercase);
    if has_prenom || !has_small(postnom) || has_small(nom) {
        return None;
    }
    let word = only_word(postnom)?;
    (is_prenom(&word) && is_given(&word, counts)).then_some(postnom)
}

/// Whether a nom filled down is the one last reported in its sheet.
fn is_repeated(cell: &RawCell, row: &RawRow, reported: Option<&(u16, String)>) -> bool {
    let own = row.cells.iter().find(|own| own.column == cell.column);
    own.is_some()
        && reported
            .is_some_and(|(sheet, nom)| *sheet == row.at.sheet && cell.value.display_text().starts_with(nom.as_str()))
}

/// Whether a cell holds one known prénom.
fn holds_prenom(cell: &RawCell) -> bool {
    only_word(cell).is_some_and(|word| is_prenom(&word))
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

/// Whether a cell has one capital before small letters, and the other cells of the name have capitals alone. A word in
/// small letters alone, `matondo`, says nothing.
fn is_small_among_capitals(row: &RawRow, cell: &RawCell) -> bool {
    const MIN_LETTERS: usize = 3;
    let has_small = |cell: &RawCell| cell.value.display_text().contains(char::is_lowercase);
    let mut others = row.cells.iter().filter(|other| other.field.is_name() && other.column != cell.column);
    let is_capital =
        |other: &RawCell| !has_small(other) && only_word(other).is_some_and(|word| word.len() >= MIN_LETTERS);
    let typed = cell.value.display_text();
    let mut letters = typed.chars().filter(|c| c.is_alphabetic());
    let is_capitalised = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
    is_capitalised && others.clone().count() == 2 && others.all(is_capital)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{CellValue, RowAt};

    /// Returns the cells that are reported of rows of nom, post-nom and prénom.
    fn reported(names: &[[&str; 3]]) -> Vec<(u32, String)> {
        let file = RawFile::of_texts([Field::Nom, Field::Postnom, Field::Prenom], names);
        let counts = {
            let mut counts = WordCounts::default();
            for row in &file.rows {
                for (field, place) in [(Field::Prenom, 0), (Field::Nom, 1), (Field::Postnom, 1)] {
                    if let Some(word) = row.cell(field).and_then(only_word) {
                        counts.entry(word).or_default()[place] += 1;
                    }
                }
            }
            counts
        };
        let cells = file.rows.iter().filter_map(|row| {
            let cell = prenom_as_nom(row, &counts)?;
            Some((row.at.row, cell.value.to_text()))
        });
        cells.collect()
    }

    #[test]
    fn a_prenom_in_the_place_of_the_nom_is_reported() {
        let rows = [
            ["MBALA", "LEMA", "Bruno"],
            ["Colette", "BAZOLA", "Nsona"],
            ["Jean", "Moke", "Lita"],
            ["KASONGO", "matondo", "CÉDRIC"],
            ["MARTIN", "LEMA", "Ruth"],
            ["PAUL", "LEMA", "Zyb"],
            ["NGOY", "KALA", "Plamedi"],
            ["Luc", "LEMA", "Plamedi"],
            ["Jérémie", "MUKENDI", "Kalala"],
            ["Jean-Marie", "MUKENDI", "Kalala"],
            ["Kasongo", "LEMA", "Kalala"],
        ];
        let expected = [(2, "Colette"), (3, "Jean"), (9, "Jérémie"), (10, "Jean-Marie")];
        assert_eq!(reported(&rows), expected.map(|(row, text)| (row, text.to_owned())));
    }

    #[test]
    fn a_prenom_before_the_nom_and_the_postnom_is_reported() {
        let rows = [
            ["Jean", "", "LUBOYA BUKASA"],
            ["Marie-Claire", "", "NDAYA MUSAU"],
            ["LUBOYA", "", "Jean"],
            ["JEAN", "", "Luboya Bukasa"],
            ["LUBOYA", "", "Jean Paul"],
        ];
        for field in [Field::Nom, Field::NomPostnom] {
            let file = RawFile::of_texts([field, Field::Postnom, Field::Prenom], &rows);
            let is_found = |row: &RawRow| prenom_before_noms(row, &WordCounts::default()).is_some();
            assert_eq!(file.rows.iter().map(is_found).collect::<Vec<_>>(), [true, true, false, false, false]);
        }
    }

    #[test]
    fn prenoms_in_the_cell_of_nom_and_postnom_are_reported() {
        let rows = [
            ["Jean", "MBUYI"],
            ["Exaucé Trésor", "Matondo"],
            ["JEAN", "Matondo"],
            ["Jean", "Zyb"],
            ["MBUYI", "Jean"],
            ["Jean", "Pierre"],
        ];
        let file = RawFile::of_texts([Field::NomPostnom, Field::Prenom], &rows);
        let counts: WordCounts = [("MATONDO".to_owned(), [1, 3])].into_iter().collect();
        let is_found = |row: &RawRow| prenoms_before_nom(row, &counts).is_some();
        let found: Vec<bool> = file.rows.iter().map(is_found).collect();
        assert_eq!(found, [true, true, true, false, false, false]);
    }

    #[test]
    fn small_letters_alone_are_no_sign_of_a_prenom() {
        let cell = |column, field, text: &str| RawCell { column, field, value: CellValue::Text(text.into()) };
        for (typed, expected) in [("Glody", true), ("matondo", false), ("MASlALA", false)] {
            let cells =
                vec![cell(0, Field::Nom, "KAZADI"), cell(1, Field::Postnom, typed), cell(2, Field::Prenom, "MULUMBA")];
            let row = RawRow { at: RowAt::default(), context: 0, cells, carried: Vec::new(), left_out: None };
            assert_eq!(is_small_among_capitals(&row, &row.cells[1]), expected, "{typed}");
        }
    }
}
