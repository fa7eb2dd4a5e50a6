//! Reads the abbreviations of a column of relations together: `F` is a child where boys have it too, `E` an enfant or
//! an épouse. An abbreviation that nothing decides stays unknown.

use std::collections::{BTreeMap, BTreeSet};

use crate::record::{Field, RawFile, RawRow, Relation, Sex, fold};

use super::codes::Codes;
use super::relation_legend::RelationLegends;
use super::text::is_placeholder;

/// The abbreviations of a file's columns of relations, by sheet and letter.
#[derive(Debug, Default)]
pub(super) struct RelationCodes {
    by_sheet: BTreeMap<(u16, u8), Relation>,
    /// The sheets that call the head Père and the wife Mère.
    of_parents: BTreeSet<u16>,
    /// What the sheets say of their numbers.
    legends: RelationLegends,
}

/// What the rows with one abbreviation show.
#[derive(Debug, Default)]
struct CodeRows {
    n_male: u32,
    n_female: u32,
    /// Households with several rows of the abbreviation.
    n_shared: u32,
    /// Rows that follow the head at once.
    n_behind_head: u32,
    /// The last household that has one.
    household: Option<u32>,
    /// Whether the sheet calls sons `Fs`.
    has_sons: bool,
    /// Whether it has a word for a wife or a husband.
    has_spouses: bool,
}

/// The abbreviation `Fe`, for fille or femme.
const FE: u8 = b'f';
/// The abbreviation `EF`, for enfant.
const EF: u8 = b'e';

/// The abbreviation in a text, as a capital: F for fils and fille, E for enfant and épouse, G for garçon. Numbers count
/// the children: `E1`, `E2`.
fn code_in(typed: &str) -> Option<u8> {
    let bare = typed.trim().trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
    if bare.eq_ignore_ascii_case("fe") {
        return Some(FE);
    }
    if bare.eq_ignore_ascii_case("ef") {
        return Some(EF);
    }
    let [letter] = bare.as_bytes() else { return None };
    let letter = letter.to_ascii_uppercase();
    matches!(letter, b'F' | b'E' | b'G').then_some(letter)
}

impl RelationCodes {
    pub(super) fn new(file: &RawFile, codes: &Codes) -> Self {
        let is_code =
            |row: &RawRow| row.cell(Field::Relation).is_some_and(|cell| code_in(&cell.value.display_text()).is_some());
        let read = Self {
            by_sheet: BTreeMap::new(),
            of_parents: sheets_of_parents(file, codes),
            legends: RelationLegends::new(file, codes),
        };
        if !file.rows.iter().any(|row| row.left_out.is_none() && is_code(row)) {
            return read;
        }
        let mut found: BTreeMap<(u16, u8), CodeRows> = BTreeMap::new();
        let (mut household, mut is_behind_head) = (0, false);
        for row in file.rows.iter().filter(|row| row.left_out.is_none()) {
            let typed = row.field_text(Field::Relation);
            let Some(code) = code_in(&typed) else {
                let is_head = !typed.is_empty() && codes.relation(&typed) == Some(Relation::Head);
                household += u32::from(is_head);
                is_behind_head = is_head;
                continue;
            };
            let rows = found.entry((row.at.sheet, code)).or_default();
            match sex_of(row, codes) {
                Some(Sex::Male) => rows.n_male += 1,
                Some(Sex::Female) => rows.n_female += 1,
                None => {}
            }
            rows.n_shared += u32::from(rows.household == Some(household));
            rows.n_behind_head += u32::from(is_behind_head);
            rows.household = Some(household);
            is_behind_head = false;
        }
        for (key, rows) in found.iter_mut().filter(|((_, code), _)| matches!(*code, FE | b'E')) {
            let is_son = |row: &RawRow| fold(&row.field_text(Field::Relation)) == "FS";
            let is_spouse = |row: &RawRow| codes.relation(&row.field_text(Field::Relation)) == Some(Relation::Spouse);
            let of_sheet = || file.rows.iter().filter(|row| row.at.sheet == key.0 && row.left_out.is_none());
            (rows.has_sons, rows.has_spouses) = (of_sheet().any(is_son), of_sheet().any(is_spouse));
        }
        let decided = found.into_iter().filter_map(|(key, rows)| {
            let relation = rows.relation(key.1)?;
            Some((key, relation))
        });
        Self { by_sheet: decided.collect(), ..read }
    }

    /// Returns the relation of a father or a mother in a sheet that calls the head and the wife so.
    pub(super) fn of_parent(&self, sheet: u16, typed: &str) -> Option<Relation> {
        if !self.of_parents.contains(&sheet) {
            return None;
        }
        match fold(typed).as_str() {
            "PERE" | "PAPA" => Some(Relation::Head),
            "MERE" | "MAMAN" => Some(Relation::Spouse),
            _ => None,
        }
    }

    /// Returns the relation of an abbreviation of a sheet.
    pub(super) fn of(&self, sheet: u16, typed: &str) -> Option<Relation> {
        if let Some(relation) = self.legends.of(sheet, typed) {
            return Some(relation);
        }
        if self.by_sheet.is_empty() {
            return None;
        }
        self.by_sheet.get(&(sheet, code_in(typed)?)).copied()
    }
}

/// The sheets whose households have a father, a mother and children, and no head by name.
fn sheets_of_parents(file: &RawFile, codes: &Codes) -> BTreeSet<u16> {
    const FEWEST: usize = 2;
    let mut found = BTreeSet::new();
    for rows in file.rows.chunk_by(|above, below| above.at.sheet == below.at.sheet) {
        let texts = rows.iter().filter(|row| row.left_out.is_none()).map(|row| fold(&row.field_text(Field::Relation)));
        let (mut n_fathers, mut n_mothers, mut n_children, mut n_heads) = (0, 0, 0, 0);
        for text in texts {
            match text.as_str() {
                "PERE" | "PAPA" => n_fathers += 1,
                "MERE" | "MAMAN" => n_mothers += 1,
                text => match codes.relation(text) {
                    Some(Relation::Child) => n_children += 1,
                    Some(Relation::Head | Relation::Spouse) => n_heads += 1,
                    _ => {}
                },
            }
        }
        if n_heads == 0 && n_fathers >= FEWEST && n_mothers >= FEWEST && n_children >= FEWEST {
            found.extend(rows.first().map(|row| row.at.sheet));
        }
    }
    found
}

impl CodeRows {
    fn relation(&self, code: u8) -> Option<Relation> {
        let n = self.n_male + self.n_female;
        match code {
            // No boy is a wife, and no household has several.
            b'F' if self.n_male > 0 || self.n_shared > 0 => Some(Relation::Child),
            // `Fs` and `Fe` are fils and fille.
            EF if self.n_shared > 0 || self.n_male > 0 => Some(Relation::Child),
            FE if self.has_sons || self.n_shared > 0 => Some(Relation::Child),
            b'G' if self.n_male > 0 && self.n_female == 0 => Some(Relation::Child),
            b'E' if self.n_male > 0 && (self.n_shared > 0 || self.n_female > 0) => Some(Relation::Child),
            // Beside `Fs` and `Fe` it is no child.
            b'E' if self.has_sons && !self.has_spouses && self.n_male == 0 && self.n_shared == 0 => {
                Some(Relation::Spouse)
            }
            // Women alone, one in a household, and behind its head.
            b'E' if n >= 2 && self.n_male == 0 && self.n_shared == 0 && self.n_behind_head == n => {
                Some(Relation::Spouse)
            }
            _ => None,
        }
    }
}

/// The sex in the column of sexes or in the marked one of two; 1 and 2 have their usual meaning.
fn sex_of(row: &RawRow, codes: &Codes) -> Option<Sex> {
    let is_marked = |field| row.cell(field).is_some_and(|cell| !is_placeholder(&cell.value.display_text()));
    match (is_marked(Field::SexMale), is_marked(Field::SexFemale)) {
        (true, false) => return Some(Sex::Male),
        (false, true) => return Some(Sex::Female),
        _ => {}
    }
    let typed = row.field_text(Field::Sex);
    match typed.trim() {
        "1" => Some(Sex::Male),
        "2" => Some(Sex::Female),
        text => codes.sex(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::CodeWords;

    #[test]
    fn an_abbreviation_means_what_the_rows_of_its_column_show() {
        let codes = Codes::new(&CodeWords::default()).expect("the built-in lists are valid");
        let read = |rows: &[[&str; 2]], code: &str| {
            let file = RawFile::of_texts([Field::Relation, Field::Sex], rows);
            RelationCodes::new(&file, &codes).of(0, code)
        };
        let child = Some(Relation::Child);
        assert_eq!(read(&[["CM", "M"], ["épouse", "F"], ["f", "M"], ["f.", "F"]], "F"), child);
        assert_eq!(read(&[["CM", "M"], ["épouse", "F"], ["f", "F"], ["f", "F"]], "f"), child);
        assert_eq!(read(&[["CM", "M"], ["F", "F"], ["Fils", "M"]], "F"), None);
        assert_eq!(read(&[["Resp.", "1"], ["Epouse", "2"], ["E", "1"], ["E", "2"], ["E", "1"]], "E"), child);
        assert_eq!(
            read(&[["CM", "M"], ["E", "F"], ["Fils", "M"], ["CM", "M"], ["E", "F"]], "E"),
            Some(Relation::Spouse)
        );
        assert_eq!(read(&[["CM", "M"], ["E", "F"], ["Fils", "M"]], "E"), None);
        assert_eq!(read(&[["CM", "M"], ["G", "M"], ["Fille", "F"]], "G"), child);
        assert_eq!(read(&[["CM", "M"], ["C", "F"]], "C"), None);
        assert_eq!(read(&[["CM", "M"], ["EP", "F"], ["EF", "M"], ["EF", "F"]], "EF"), child);
        let family = [["Père", "M"], ["Mère", "F"], ["Enfants", "F"], ["Père", "M"], ["Mère", "F"], ["Fils", "M"]];
        let file = RawFile::of_texts([Field::Relation, Field::Sex], &family);
        let relations = RelationCodes::new(&file, &codes);
        assert_eq!(relations.of_parent(0, "Père"), Some(Relation::Head));
        assert_eq!(relations.of_parent(0, "mère"), Some(Relation::Spouse));
        let with_head = RawFile::of_texts([Field::Relation, Field::Sex], &[&family[..], &[["CM", "M"]]].concat());
        assert_eq!(RelationCodes::new(&with_head, &codes).of_parent(0, "Père"), None);
        assert_eq!(read(&[["CM", "M"], ["E1", "M"], ["E2", "F"]], "E2"), child);
        assert_eq!(read(&[["C", "M"], ["E", "F"], ["Fs", "M"], ["Fe", "F"]], "Fe"), child);
        assert_eq!(read(&[["C", "M"], ["Fe", "F"], ["Fils", "M"]], "Fe"), None);
        assert_eq!(read(&[["C", "M"], ["E", "F"], ["Fs", "M"], ["Fe", "F"]], "E"), Some(Relation::Spouse));
        assert_eq!(read(&[["C", "M"], ["ép", "F"], ["E", "F"], ["Fs", "M"]], "E"), None);
    }
}
