//! Reads what a sheet says of the codes of its relations: `Lien : 1 = Chef ; 2 = Conjoint`, `0=CM 1=Epoux(se)` in a
//! heading, in a line above, below or between the rows, or in a sheet of codes and their words.

use std::collections::BTreeMap;

use crate::record::{Field, RawFile, RawRow, Relation, fold};

use super::codes::Codes;

/// The relations by code.
type Legend = BTreeMap<String, Relation>;

/// The legends of a file: of its sheets, and one that holds for the others.
#[derive(Debug, Default)]
pub(super) struct RelationLegends {
    by_sheet: BTreeMap<u16, Legend>,
    of_file: Legend,
}

/// Most characters of a code.
const LONGEST_CODE: usize = 3;
/// Longest text that explains codes.
const LONGEST_TEXT: usize = 400;

impl RelationLegends {
    pub(super) fn new(file: &RawFile, codes: &Codes) -> Self {
        // Only numbers need a legend.
        let is_number = |row: &RawRow| {
            row.left_out.is_none()
                && row.cell(Field::Relation).is_some_and(|cell| is_code_number(&code_of(&cell.value.display_text())))
        };
        if !file.rows.iter().any(is_number) {
            return Self::default();
        }
        let mut by_sheet: BTreeMap<u16, Legend> = BTreeMap::new();
        let of_headings = file
            .headings
            .iter()
            .filter(|heading| heading.field == Field::Relation)
            .map(|heading| (heading.at.sheet, heading.text.clone()));
        let is_text = |row: &&RawRow| row.left_out.is_some();
        let outside = file
            .rows
            .iter()
            .filter(is_text)
            .flat_map(|row| row.cells.iter().map(|cell| (row.at.sheet, cell.value.to_text())));
        let in_column = file.rows.iter().filter(|row| row.left_out.is_none()).filter_map(|row| {
            let typed = row.field_text(Field::Relation);
            typed.contains('=').then(|| (row.at.sheet, typed.to_string()))
        });
        for (sheet, text) in of_headings.chain(outside).chain(in_column) {
            if let Some(legend) = legend_in(&text, codes) {
                by_sheet.entry(sheet).or_insert(legend);
            }
        }
        let mut of_file = Legend::default();
        for rows in file.rows.chunk_by(|above, below| above.at.sheet == below.at.sheet) {
            if let Some(legend) = legend_of_rows(rows, codes).filter(|_| of_file.is_empty()) {
                of_file = legend;
            }
        }
        Self { by_sheet, of_file }
    }

    /// Returns the relation of a code in a sheet.
    pub(super) fn of(&self, sheet: u16, typed: &str) -> Option<Relation> {
        if self.by_sheet.is_empty() && self.of_file.is_empty() {
            return None;
        }
        self.by_sheet.get(&sheet).unwrap_or(&self.of_file).get(&code_of(typed)).copied()
    }
}

/// A code without signs, decimals and leading zeros.
fn code_of(typed: &str) -> String {
    let bare = typed.trim_matches(|c: char| !c.is_alphanumeric());
    let bare = bare.strip_suffix(".0").or_else(|| bare.strip_suffix(",0")).unwrap_or(bare);
    match bare.trim_start_matches('0') {
        "" if !bare.is_empty() => "0".to_owned(),
        code => fold(code),
    }
}

fn is_code_number(code: &str) -> bool {
    (1..=LONGEST_CODE).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit())
}

/// The relation that a word of a legend names: `Epoux(se)`, `Fils/fille`, `Chef de ménage`.
fn relation_of(word: &str, codes: &Codes) -> Option<Relation> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
    let first = word.split(['(', '/']).next().unwrap_or(word);
    codes.relation(word).or_else(|| codes.relation(first))
}

/// Whether a legend explains relations: a head and another one.
fn is_legend(legend: &Legend) -> bool {
    legend.len() >= 2 && legend.values().any(|relation| *relation == Relation::Head)
}

/// The codes that a text explains.
fn legend_in(text: &str, codes: &Codes) -> Option<Legend> {
    if text.len() > LONGEST_TEXT || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let legend = |sign: char| -> Legend {
        let parts: Vec<&str> = text.split(sign).collect();
        let pairs = parts.windows(2).filter_map(|two| {
            let code = two[0].trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().map(code_of)?;
            // The word ends before the next code.
            let word = two[1].split([';', ',', '|', '\n']).next().unwrap_or_default();
            let word =
                word.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '.'));
            is_code_number(&code).then(|| Some((code, relation_of(word, codes)?))).flatten()
        });
        pairs.collect()
    };
    ['=', ':', '-', ')', '.'].into_iter().map(legend).find(is_legend)
}

/// The codes of a sheet that lists them with their words: `1 | Chef de ménage`.
fn legend_of_rows(rows: &[RawRow], codes: &Codes) -> Option<Legend> {
    const MOST_CELLS: usize = 4;
    let pair = |row: &RawRow| {
        let texts: Vec<String> = row.cells.iter().map(|cell| cell.value.to_text()).collect();
        let code = texts.iter().position(|text| is_code_number(&code_of(text)))?;
        let relation = texts.get(code + 1).and_then(|word| relation_of(word, codes))?;
        (row.left_out.is_some() && texts.len() <= MOST_CELLS).then(|| (code_of(&texts[code]), relation))
    };
    Some(rows.iter().filter_map(pair).collect::<Legend>()).filter(is_legend)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::CodeWords;

    #[test]
    fn a_legend_gives_each_code_its_relation() {
        let codes = Codes::new(&CodeWords::default()).expect("the built-in lists are valid");
        let read = |text: &str| {
            let legend = legend_in(text, &codes)?;
            let shown = legend.iter().map(|(code, relation)| format!("{code} {}", relation.code()));
            Some(shown.collect::<Vec<_>>().join(", "))
        };
        for (text, expected) in [
            ("Lien : 1 = Chef ; 2 = Conjoint ; 3 = Enfant ; 4 = Autre", Some("1 head, 2 spouse, 3 child, 4 unrelated")),
            ("0=CM 1=Epoux(se) 2=Fils/fille 3=Autre", Some("0 head, 1 spouse, 2 child, 3 unrelated")),
            ("1: Chef, 2: Epouse, 3: Enfant", Some("1 head, 2 spouse, 3 child")),
            ("1-Chef 2-Conjoint 3-Enfant", Some("1 head, 2 spouse, 3 child")),
            ("Lien (01=CM, 02=Epouse)", Some("1 head, 2 spouse")),
            ("1 = Masculin ; 2 = Féminin", None),
            ("12 chefs, 30 enfants", None),
        ] {
            assert_eq!(read(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_code_is_read_by_the_legend_of_its_sheet() {
        let codes = Codes::new(&CodeWords::default()).expect("the built-in lists are valid");
        let rows = [["1", "M"], ["02", "F"], ["3.0", "F"], ["0=CM 1=Chef 2=Epouse 3=Enfant", ""]];
        let file = RawFile::of_texts([Field::Relation, Field::Sex], &rows);
        let legends = RelationLegends::new(&file, &codes);
        assert_eq!(legends.of(0, "1"), Some(Relation::Head));
        assert_eq!(legends.of(0, "02"), Some(Relation::Spouse));
        assert_eq!(legends.of(0, "3.0"), Some(Relation::Child));
        assert_eq!(legends.of(0, "7"), None);
    }
}
