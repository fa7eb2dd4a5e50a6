//! The merged cells of a sheet by row, and the values that a row takes from the rows above it: merged cells, ditto
//! marks, and values written once for many rows.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::record::{CellValue, Field, GridRow, Merge, RawCell, RawRow, fold};

use super::content_profile::has_prenom;

/// Most cells that downward merges may fill in one sheet. More are a mistake of the file or an attack.
const MAX_FILLED: usize = 2_000_000;

#[derive(Debug, Default)]
pub(super) struct MergedCells {
    /// Merges over several columns, by their first row.
    across: BTreeMap<u32, Vec<Merge>>,
    /// Merges over several rows, by each of their rows below the first.
    down: BTreeMap<u32, Vec<Merge>>,
}

impl MergedCells {
    pub(super) fn new(merges: &[Merge], rows: &[GridRow]) -> Self {
        let mut by_row = Self::default();
        let mut n_filled = 0;
        for merge in merges {
            if merge.last_column > merge.first_column {
                by_row.across.entry(merge.first_row).or_default().push(*merge);
            }
            let first = rows.partition_point(|row| row.row <= merge.first_row);
            for row in rows[first..].iter().take_while(|row| row.row <= merge.last_row) {
                n_filled += 1;
                if n_filled <= MAX_FILLED {
                    by_row.down.entry(row.row).or_default().push(*merge);
                }
            }
        }
        by_row
    }

    /// The merges that cover a row and begin above it.
    pub(super) fn covering(&self, row: u32) -> &[Merge] {
        self.down.get(&row).map_or(&[], Vec::as_slice)
    }

    /// The last column of the merge that begins at `row` and `column`, if there is one.
    pub(super) fn last_column(&self, row: u32, column: u16) -> Option<u16> {
        let merge = self.across.get(&row)?.iter().find(|merge| merge.first_column == column)?;
        Some(merge.last_column)
    }
}

/// The columns in which a letter alone, `v`, is drawn as a mark of repetition: in three rows or more, with no other
/// letter alone. Elsewhere such a letter is an initial.
#[derive(Debug, Default)]
pub(super) struct LetterMarks {
    columns: HashSet<u16>,
}

impl LetterMarks {
    pub(super) fn new(rows: &[GridRow]) -> Self {
        const LEAST: u32 = 3;
        let mut letters: BTreeMap<u16, (u32, bool)> = BTreeMap::new();
        for (column, value) in rows.iter().flat_map(|row| &row.cells) {
            let CellValue::Text(text) = value else { continue };
            let text = text.trim();
            let is_letter = text.len() <= 2 && text.chars().count() == 1 && text.chars().all(char::is_alphabetic);
            if is_letter {
                let (n, has_other) = letters.entry(*column).or_default();
                match WORDS.for_names.contains(&fold(text)) {
                    true => *n += 1,
                    false => *has_other = true,
                }
            }
        }
        let is_mark = |(n, has_other): &(u32, bool)| *n >= LEAST && !has_other;
        Self { columns: letters.into_iter().filter(|(_, count)| is_mark(count)).map(|(column, _)| column).collect() }
    }
}

/// Fields that agents write once for several rows. In other fields a blank cell means no value.
const WRITTEN_ONCE: [Field; 5] = [Field::Quartier, Field::Year, Field::Volume, Field::Folio, Field::DeclaredOn];

/// Whether the blank cells of a column stand for the value above: the first row is filled, a third of the rows or more
/// is blank, and no two consecutive filled values are equal.
pub(super) fn blank_repeats_above(field: Field, column: u16, data: &[&GridRow]) -> bool {
    if !WRITTEN_ONCE.contains(&field) || data.len() < 5 || data[0].value(column).is_none() {
        return false;
    }
    let filled: Vec<String> = data.iter().filter_map(|row| row.value(column)).map(CellValue::to_text).collect();
    let n_blank = data.len() - filled.len();
    n_blank * 3 >= data.len() && filled.windows(2).all(|two| two[0] != two[1])
}

/// The cells that a row takes from rows above it in its table. `repeated` are the columns whose blank cells stand for
/// the value above.
pub(super) fn fill_down(
    row: &GridRow,
    above: &[RawRow],
    (merges, letters): (&MergedCells, &LetterMarks),
    repeated: &[u16],
    field_of: impl Fn(u16) -> Field,
) -> Vec<RawCell> {
    let mut filled = Vec::new();
    for (column, value) in &row.cells {
        let field = field_of(*column);
        if is_ditto(value, field, letters.columns.contains(column)) {
            let nearest = nearest_value(above, *column, letters);
            let blank = || RawCell { column: *column, field, value: CellValue::Text("".into()) };
            if describes_one_person(field) && is_blank_above(above, *column, letters) {
                // A sex or a relation that only a mark gives is a finding.
                let is_word = matches!(field, Field::Sex | Field::Relation);
                filled.extend((!is_word).then(blank));
            } else {
                // Nor is a mark below no value at all a place or an occupation.
                let means_blank = matches!(field, Field::BirthPlace | Field::BirthDatePlace | Field::Occupation);
                filled.extend(nearest.or_else(|| means_blank.then(blank)));
            }
        } else if let Some(place) = place_before_ditto(value, field) {
            let nearest = nearest_value(above, *column, letters);
            let date = nearest.and_then(|above| Some(date_within(&above.value.display_text())?.to_owned()));
            let value = date.map(|date| CellValue::Text(format!("{place}, {date}").into()));
            filled.extend(value.map(|value| RawCell { column: *column, field, value }));
        } else if let Some(date) = date_behind_ditto(value, field) {
            let nearest = nearest_value(above, *column, letters);
            let place = nearest.and_then(|above| Some(place_within(&above.value.display_text())?.to_owned()));
            let value = place.map(|place| CellValue::Text(format!("{place}, {date}").into()));
            filled.extend(value.map(|value| RawCell { column: *column, field, value }));
        } else if let Some(part) = ditto_part(value, field) {
            let nearest = nearest_value(above, *column, letters);
            let name = nearest.and_then(|above| part.with_name_above(&above.value.display_text()));
            filled.extend(name.map(|name| RawCell { column: *column, field, value: CellValue::Text(name.into()) }));
        }
    }
    for merge in merges.covering(row.row) {
        if row.value(merge.first_column).is_none() && field_of(merge.first_column) != Field::Order {
            let from = above.iter().rev().find(|above| above.at.row == merge.first_row);
            filled.extend(from.and_then(|from| cell_in(from, merge.first_column)));
        }
    }
    for column in repeated {
        if row.value(*column).is_none() && !filled.iter().any(|cell| cell.column == *column) {
            filled.extend(nearest_value(above, *column, letters));
        }
    }
    filled
}

/// Whether a field says something of one person that the next person need not share: a blank cell above a mark is no
/// sign for the value above it.
fn describes_one_person(field: Field) -> bool {
    (Field::Sex..=Field::Occupation).contains(&field)
}

/// Whether the row of data above has no value in a column: the mark repeats a blank cell or a dash.
fn is_blank_above(above: &[RawRow], column: u16, letters: &LetterMarks) -> bool {
    let Some(row) =
        above.iter().rev().take_while(|row| row.left_out != Some("header")).find(|row| row.left_out.is_none())
    else {
        return false;
    };
    let is_value = |cell: &RawCell| match &cell.value {
        CellValue::Text(text) => {
            is_blank_form(text, cell.field)
                || text.contains(char::is_alphanumeric)
                || is_ditto(&cell.value, cell.field, letters.columns.contains(&column))
        }
        _ => true,
    };
    !cell_in(row, column).is_some_and(|cell| is_value(&cell))
}

/// The place before a mark for the date above, in a cell of date and place: `Kin, même jour`.
fn place_before_ditto(value: &CellValue, field: Field) -> Option<&str> {
    let CellValue::Text(text) = value else { return None };
    if field != Field::BirthDatePlace || text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let (place, mark) = text.rsplit_once(',')?;
    let mark = CellValue::Text(mark.trim().into());
    let is_same =
        matches!(&mark, CellValue::Text(text) if fold(text).ends_with("JOUR") || fold(text).ends_with("DATE"));
    (is_same && is_ditto(&mark, field, false) && place.contains(char::is_alphabetic)).then(|| place.trim())
}

/// The date in a text of date and place, from its first digit to its last.
fn date_within(text: &str) -> Option<&str> {
    let is_digit = |c: char| c.is_ascii_digit();
    let (first, last) = (text.find(is_digit)?, text.rfind(is_digit)?);
    (last > first).then(|| &text[first..=last])
}

/// The date behind a mark for the place above, in a cell of date and place: `id. 9 nov 2003`, `- // - 02-1996`.
fn date_behind_ditto(value: &CellValue, field: Field) -> Option<String> {
    const MOST_WORDS_OF_MARK: usize = 3;
    let CellValue::Text(text) = value else { return None };
    if field != Field::BirthDatePlace {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_mark = |words: &[&str]| is_ditto(&CellValue::Text(words.join(" ").into()), field, false);
    let has_digit = |words: &[&str]| words.iter().any(|word| word.contains(|c: char| c.is_ascii_digit()));
    let lengths = 1..=MOST_WORDS_OF_MARK.min(words.len().saturating_sub(1));
    let length = lengths.rev().find(|length| is_mark(&words[..*length]))?;
    let date = &words[length..];
    has_digit(date).then(|| date.join(" "))
}

/// The place in a text of date and place: the words before its first digit, else those behind its last one.
fn place_within(text: &str) -> Option<&str> {
    const SHORTEST: usize = 3;
    let is_digit = |c: char| c.is_ascii_digit();
    let (Some(first), Some(last)) = (text.find(is_digit), text.rfind(is_digit)) else {
        return text.contains(char::is_alphabetic).then(|| text.trim());
    };
    let names_place = |part: &&str| {
        let folded = fold(part);
        folded.split(' ').any(|word| word.len() >= SHORTEST && !matches!(word, "NEE" | "VERS" | "ENV" | "ANS"))
    };
    let sides = [&text[..first], &text[last + 1..]];
    sides.into_iter().find(names_place).map(|place| place.trim_matches([' ', ',', ';', '-', '/', '.']))
}

/// The value of a column in the nearest row of data above that has one.
fn nearest_value(above: &[RawRow], column: u16, letters: &LetterMarks) -> Option<RawCell> {
    const MAX_ROWS: usize = 1000;
    let in_table = above.iter().rev().take(MAX_ROWS).take_while(|row| row.left_out != Some("header"));
    // A sign that is no mark is no value either: the next mark stands for the value above it. A blank form is one, and
    // the mark repeats it.
    let has_value = |cell: &RawCell| {
        let least = if cell.field.is_name() { 2 } else { 1 };
        let is_text = matches!(cell.value, CellValue::Text(_));
        let n = cell.value.display_text().chars().filter(|c| c.is_alphanumeric()).count();
        let is_form = matches!(&cell.value, CellValue::Text(text) if is_blank_form(text, cell.field));
        let is_mark = is_ditto(&cell.value, cell.field, letters.columns.contains(&column));
        is_form || !is_mark && (n >= least || !is_text)
    };
    let nearest =
        in_table.filter(|row| row.left_out.is_none()).filter_map(|row| cell_in(row, column)).find(has_value)?;
    // A mark beside a name is no part of what the next mark repeats.
    match ditto_part(&nearest.value, nearest.field) {
        Some(part) => Some(RawCell { value: CellValue::Text(part.words.into()), ..nearest }),
        None => Some(nearest),
    }
}

/// A mark beside words in the cell of a name: `" NGOMA`, `idem KALALA Jolie`, `LUSALA idem`.
struct DittoPart {
    words: String,
    field: Field,
    /// Whether the mark stands before the words, for the nom.
    leads: bool,
    /// Whether two marks, or one drawn over the whole width, stand before the words: for the nom and the post-nom.
    is_double: bool,
}

/// Reads a mark that repeats one part of the name above; `None` if the cell has no mark or words on both its sides.
fn ditto_part(value: &CellValue, field: Field) -> Option<DittoPart> {
    const LONGEST: usize = 80;
    const MOST_WORDS_OF_MARK: usize = 3;
    let CellValue::Text(text) = value else { return None };
    if !matches!(field, Field::Nom | Field::NomPostnom | Field::FullName) || text.len() > LONGEST {
        return None;
    }
    // Most names have no mark at either end.
    let may_be_mark = |word: &str| !word.starts_with(char::is_alphanumeric) || is_mark_word(word);
    let (first, last) = (text.split_whitespace().next()?, text.split_whitespace().next_back()?);
    let (starts, ends) = (may_be_mark(first), may_be_mark(last));
    if starts == ends {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    // Arrows and strokes before names count lines.
    let counts_lines = |mark: &str| mark.contains(['→', '=', '|', '~', '^', '<', '>']) || matches!(mark, "/" | "\\");
    let is_mark = |words: &[&str]| {
        let mark = words.join(" ");
        !counts_lines(&mark) && is_ditto(&CellValue::Text(mark.into()), field, false)
    };
    // `idem chef` names nobody.
    let is_name = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    let has_name = |words: &[&str]| words.iter().any(|word| is_name(word) && !WORDS.titles.contains(&fold(word)));
    let lengths = 1..=MOST_WORDS_OF_MARK.min(words.len() - 1);
    let part = |words: &[&str]| DittoPart { words: words.join(" "), field, leads: starts, is_double: false };
    if !starts {
        let length = lengths.rev().find(|length| is_mark(&words[words.len() - length..]))?;
        let words = &words[..words.len() - length];
        return has_name(words).then(|| part(words));
    }
    // `idem idem Emerance`, `" " Béni`: one mark for each part.
    let n_marks = words.iter().take_while(|word| is_mark(&[**word])).count().min(words.len() - 1);
    if field == Field::FullName && n_marks >= 2 {
        return has_name(&words[n_marks..]).then(|| DittoPart { is_double: true, ..part(&words[n_marks..]) });
    }
    let length = lengths.rev().find(|length| is_mark(&words[..*length])).or_else(|| {
        // Two dashes before a single word are drawn for the name above; a single one counts lines.
        (words.len() == 2 && matches!(words[0], "--" | "---" | "—" | "——")).then_some(1)
    })?;
    let (mark, rest) = words.split_at(length);
    let is_double = field == Field::FullName && rest.len() == 1 && is_wide(mark);
    has_name(rest).then(|| DittoPart { is_double, ..part(rest) })
}

/// Whether a mark of signs is drawn over the whole width of the noms: `-----" -----`.
fn is_wide(mark: &[&str]) -> bool {
    const FEWEST_DASHES: usize = 8;
    mark.iter().flat_map(|word| word.chars()).filter(|c| matches!(c, '-' | '–' | '—' | '_')).count() >= FEWEST_DASHES
}

/// Whether a word may begin or end a mark of words: `idem`, `id.`, `même nom`.
fn is_mark_word(word: &str) -> bool {
    const LONGEST: usize = 8;
    const STARTS: [&[u8; 2]; 10] = [b"id", b"di", b"ib", b"me", b"m\xc3", b"pa", b"ze", b"he", b"de", b"sa"];
    let two = word.as_bytes().get(..2).map(<[u8]>::to_ascii_lowercase);
    if matches!(word, "d°" | "D°" | "dº" | "Dº") {
        return true;
    }
    if !two.is_some_and(|two| two == b"do" || STARTS.iter().any(|start| two == *start)) {
        return false;
    }
    let folded = if word.len() <= LONGEST { fold(word) } else { return false };
    WORDS.anywhere.contains(&folded) || matches!(folded.as_str(), "DO" if word.starts_with('d'))
}

impl DittoPart {
    /// Returns the whole name; `None` if the name above does not show which of its parts is repeated.
    fn with_name_above(&self, above: &str) -> Option<String> {
        let names: Vec<&str> = above.split_whitespace().collect();
        let is_capital = |word: &str| word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        let first = names.first()?.trim_end_matches([',', ';']);
        let is_title = |word: &str| WORDS.titles.contains(&fold(word));
        let is_name = first.starts_with(char::is_alphabetic) && first.chars().count() >= 2 && !is_title(first);
        // `André BOSEKO ZOLA`: the prénom leads.
        let leads_prenom = !is_capital(first) && names[1..].iter().any(|word| word.len() > 2 && is_capital(word));
        if !is_name || leads_prenom {
            return None;
        }
        if self.leads && self.is_double {
            let n = n_noms(&names)?;
            let noms = names[..n].join(" ");
            return Some(format!("{} {}", noms.trim_end_matches([',', ';']), self.words));
        }
        if self.leads {
            let n_nom = if WORDS.particles.contains(&fold(first)) { names.len().min(2) } else { 1 };
            let nom = names[..n_nom].join(" ");
            return Some(format!("{} {}", nom.trim_end_matches([',', ';']), self.words));
        }
        let is_one_word = !self.words.contains(' ');
        (self.field == Field::NomPostnom && is_one_word && names.len() >= 2)
            .then(|| format!("{} {}", self.words, names[1..].join(" ")))
    }
}

/// Returns the number of words of a whole name that are its nom and post-nom, with their particles; the nom alone where
/// a prénom follows it.
fn n_noms(names: &[&str]) -> Option<usize> {
    let is_capital = |word: &str| word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let is_particle = |word: &str| WORDS.particles.contains(&fold(word));
    let end_of_part = |from: usize| (from..names.len()).find(|at| !is_particle(names[*at])).map(|at| at + 1);
    let nom = end_of_part(0)?;
    let Some(both) = end_of_part(nom) else { return Some(nom) };
    let second = names[both - 1];
    // Behind a nom in capitals, a last word in small letters is the prénom.
    let is_last = names.len() == both && is_capital(names[nom - 1]) && !is_capital(second);
    Some(if is_last || has_prenom(second) { nom } else { both })
}

/// A row's cell in a column, taken from above or its own.
fn cell_in(row: &RawRow, column: u16) -> Option<RawCell> {
    let own = || row.cells.iter().find(|cell| cell.column == column);
    row.carried.iter().find(|cell| cell.column == column).or_else(own).cloned()
}

/// The words of `ditto_words.toml`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct DittoWords {
    anywhere: HashSet<String>,
    for_addresses: HashSet<String>,
    for_names: HashSet<String>,
    particles: HashSet<String>,
    titles: HashSet<String>,
}

static WORDS: LazyLock<DittoWords> =
    LazyLock::new(|| toml::from_str(include_str!("ditto_words.toml")).unwrap_or_default());

/// Whether a value is a mark that repeats the cell above: `"`, `''`, `〃`, `-//-`, `idem`, `même nom`… A
/// letter alone is one only where its column has such marks.
pub(super) fn is_ditto(value: &CellValue, field: Field, has_letter_marks: bool) -> bool {
    const LONGEST: usize = 30;
    let CellValue::Text(text) = value else { return false };
    if text.len() > LONGEST {
        return false;
    }
    let bare: String = text.trim().chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '–' | '—' | '_')).collect();
    if is_blank_form(text, field) {
        return false;
    }
    if !bare.is_empty() && bare.chars().all(is_ditto_sign) {
        // An apostrophe or a comma alone is a slip, and so is half an arrow.
        return !matches!(bare.as_str(), "'" | "’" | "," | "`" | "´") && !matches!(text.trim(), "<" | ">");
    }
    // `DO` in capitals may be a name.
    if matches!(bare.as_str(), "do" | "d°" | "D°" | "dº" | "Dº") || bare == "mm" && field.is_name() {
        return true;
    }
    if is_of_address(field) && is_ditto_of_address(text) {
        return true;
    }
    let folded = fold(text);
    let takes_letter = matches!(field, Field::Nom | Field::Postnom | Field::NomPostnom);
    let is_letter = has_letter_marks && takes_letter && !text.contains('.') && WORDS.for_names.contains(&folded);
    is_letter || WORDS.anywhere.contains(&folded) || WORDS.anywhere.contains(&fold(&bare))
}

/// Whether a field says where a household lives, or which it is.
fn is_of_address(field: Field) -> bool {
    matches!(field, Field::Avenue | Field::Parcel | Field::Address | Field::Fiche)
}

/// Whether a text repeats the address above, with a remark in brackets or all in brackets: `Idem (loc.)`, `(suite n°
/// précéd.)`.
fn is_ditto_of_address(text: &str) -> bool {
    let text = text.trim();
    let whole = text.strip_prefix('(').and_then(|inside| inside.strip_suffix(')'));
    if WORDS.for_addresses.contains(&fold(whole.unwrap_or(text))) {
        return true;
    }
    let before = text.strip_suffix(')').and_then(|text| text.split_once('(')).map(|(before, _)| before.trim());
    before.is_some_and(|before| WORDS.anywhere.contains(&fold(before)) || WORDS.for_addresses.contains(&fold(before)))
}

/// Whether a text says in this field that nothing is to be written: the form of a date that nobody filled in,
/// `__/__/____` or `/ /`, and a single stroke.
fn is_blank_form(text: &str, field: Field) -> bool {
    let is_stroke = |c: char| matches!(c, '/' | '\\' | '|');
    let is_gap = |c: char| matches!(c, '_' | '.' | '…' | '-' | '–' | '—') || c.is_whitespace();
    if !text.contains(is_stroke) || !text.chars().all(|c| is_stroke(c) || is_gap(c)) {
        return false;
    }
    let parts: Vec<&str> = text.trim().split(is_stroke).collect();
    match parts[..] {
        // Two strokes side by side are a mark.
        [_, between, _] => field.is_date() && !between.is_empty(),
        [_, _] => !field.is_name(),
        _ => false,
    }
}

/// Whether agents draw a mark of repetition with this sign.
fn is_ditto_sign(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '´' | '’' | '‘' | '″' | '′' | '〃' | '”' | '“' | '„' | '»' | '«' | '‹' | '›')
        || matches!(c, '/' | '\\' | '~' | '|' | '=' | ',' | '<' | '>' | '^')
        || matches!(c, '↓' | '↑' | '⇓' | '⇑' | '⬇' | '▼' | '→' | '⇩')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_stands_beside_the_mark_of_an_address() {
        for (text, is_mark) in [
            ("Idem (loc.)", true),
            ("(suite n° précéd.)", true),
            ("suite", true),
            ("12 (loc.)", false),
            ("Suite Bongandanga", false),
            ("(loc.)", false),
        ] {
            let is = |field| is_ditto(&CellValue::Text(text.into()), field, false);
            assert_eq!(is(Field::Parcel), is_mark, "{text}");
            assert!(!is(Field::Nom), "{text}");
        }
    }

    #[test]
    fn a_ditto_mark_is_no_dash_and_no_name() {
        assert!(toml::from_str::<DittoWords>(include_str!("ditto_words.toml")).is_ok());
        let is_mark = |text: &str, field| is_ditto(&CellValue::Text(text.into()), field, true);
        for mark in [
            "\"",
            "''",
            "-//-",
            "idem",
            "Idem",
            "- \" -",
            "〃",
            "↓",
            "~",
            "′′",
            "-do-",
            "Ditto",
            "ibid.",
            "d°",
            "⇓",
            "«",
            "<<",
            "// //",
            "-->",
            "^",
            "même nom",
            "Le même",
            "pareil",
            "Ndenge moko",
            "comme ci-dessus",
            "zelfde",
            "same as above",
            "idem nom",
        ] {
            assert!(is_mark(mark, Field::Nom), "{mark}");
            assert!(is_mark(mark, Field::Relation), "{mark}");
        }
        assert!(is_mark("mm", Field::Nom) && !is_mark("MM", Field::Nom) && !is_mark("mm", Field::Occupation));
        for other in ["-", "--", "", "MBALA", "N/A", "IDRISS", "DO", "Do", "V", "…", "'", "*", "x", ">", "<"] {
            assert!(!is_mark(other, Field::Sex), "{other}");
        }
        for form in
            ["__/__/____", "../../....", "   /   /   ", "/ /", "- / - / -", "…/…/…", "__\\__\\____", "__/____", "/"]
        {
            assert!(!is_mark(form, Field::BirthDate), "{form}");
        }
        for mark in ["//", "-//-", " // ", "/ / / /", "\"", "=", ",,"] {
            assert!(is_mark(mark, Field::BirthDate), "{mark}");
        }
        assert!(!is_mark("/", Field::Occupation) && !is_mark("- / -", Field::Occupation) && is_mark("/", Field::Nom));
        assert!(is_mark("v", Field::Nom) && is_mark("V", Field::Postnom) && !is_mark("V.", Field::Nom));
    }

    #[test]
    fn a_mark_beside_words_repeats_the_nom_or_the_post_nom_above() {
        let name = |typed: &str, field: Field, above: &str| {
            ditto_part(&CellValue::Text(typed.into()), field)?.with_name_above(above)
        };
        for (typed, field, above, expected) in [
            ("\" NGOMA", Field::NomPostnom, "ILUNGA KASONGO", Some("ILUNGA NGOMA")),
            ("« idem » ESALE", Field::NomPostnom, "ILUNGA KASONGO", Some("ILUNGA ESALE")),
            ("〃 DIAKIESE", Field::NomPostnom, "Lusamba", Some("Lusamba DIAKIESE")),
            ("\" KALALA Jolie", Field::FullName, "TSHOMBA MAVINGA Paul", Some("TSHOMBA KALALA Jolie")),
            ("-//- Tshala", Field::NomPostnom, "WA NGOY KABEYA", Some("WA NGOY Tshala")),
            ("id. Rose", Field::FullName, "BOSEKO, Ruth", Some("BOSEKO Rose")),
            ("même nom KENA", Field::NomPostnom, "LUSALA Bope", Some("LUSALA KENA")),
            ("-- Titi", Field::FullName, "EYENGA Mboyo Annie", Some("EYENGA Titi")),
            ("Lusala idem", Field::NomPostnom, "LUSALA Bope", Some("Lusala Bope")),
            ("Lusala \"", Field::NomPostnom, "LUSALA Bope", Some("Lusala Bope")),
            ("do Rosine", Field::FullName, "MBALA Jean", Some("MBALA Rosine")),
            ("d° MBAYA Ruth", Field::FullName, "MBALA Jean", Some("MBALA MBAYA Ruth")),
            ("Idem, MBAYA Dan", Field::FullName, "MBALA Jean", Some("MBALA MBAYA Dan")),
            ("idem idem Emerance", Field::FullName, "LOFOMBO NTALA Eve", Some("LOFOMBO NTALA Emerance")),
            ("-id- -id- Josaphat", Field::FullName, "MALONGA NSUNDI Eve", Some("MALONGA NSUNDI Josaphat")),
            ("\" \" Béni", Field::FullName, "MALONGA WA NSUNDI Eve", Some("MALONGA WA NSUNDI Béni")),
            ("« « Davino", Field::FullName, "KUDIA Vangu Davina", Some("KUDIA Vangu Davino")),
            ("'' '' Zyb Zab", Field::FullName, "MBALA LEMA", Some("MBALA LEMA Zyb Zab")),
            ("// // Noé", Field::FullName, "MBALA Eve", Some("MBALA Noé")),
            ("-----\" ----- Gracieuse", Field::FullName, "NSIMBA NZUZI Eve", Some("NSIMBA NZUZI Gracieuse")),
            ("-----\" ----- KALALA Jolie", Field::FullName, "NSIMBA NZUZI Eve", Some("NSIMBA KALALA Jolie")),
            ("- \" - Jolie", Field::FullName, "NSIMBA NZUZI Eve", Some("NSIMBA Jolie")),
            ("\" Jolie", Field::FullName, "NSIMBA NZUZI Eve", Some("NSIMBA Jolie")),
            ("Lusala \"", Field::FullName, "LUSALA Bope Jean", None),
            ("\" KALALA", Field::FullName, "André BOSEKO ZOLA", None),
            ("\" KALALA", Field::FullName, "Veuve BOSEKO", None),
            ("\" KALALA", Field::FullName, "2. BOSEKO", None),
            ("\" KALALA \"", Field::NomPostnom, "BOSEKO", None),
            ("« KALALA »", Field::NomPostnom, "BOSEKO", None),
            ("-- KALALA Jean", Field::FullName, "BOSEKO ZOLA", None),
            ("idem chef", Field::NomPostnom, "BOSEKO ZOLA", None),
            ("→ KALALA Ruth", Field::FullName, "BOSEKO ZOLA", None),
            ("= KALALA", Field::FullName, "BOSEKO ZOLA", None),
            ("- KALALA", Field::FullName, "BOSEKO ZOLA", None),
            ("1. KALALA", Field::FullName, "BOSEKO ZOLA", None),
            ("KALALA (2)", Field::FullName, "BOSEKO ZOLA", None),
            ("DO ROSARIO", Field::FullName, "BOSEKO ZOLA", None),
            ("KALALA", Field::NomPostnom, "BOSEKO", None),
            ("\" KALALA", Field::Prenom, "BOSEKO", None),
        ] {
            assert_eq!(name(typed, field, above).as_deref(), expected, "{typed} below {above}");
        }
    }

    #[test]
    fn a_mark_for_the_date_above_stands_behind_a_place() {
        let place =
            |text: &str| place_before_ditto(&CellValue::Text(text.into()), Field::BirthDatePlace).map(str::to_owned);
        assert_eq!(place("Kin, même jour").as_deref(), Some("Kin"));
        assert_eq!(place("Boma, la même date").as_deref(), Some("Boma"));
        assert_eq!([place("Kin, 1987"), place("Kin"), place("Kin, idem"), place("même jour")], [const { None }; 4]);
        assert_eq!(date_within("Kin, le 19 déc. 2008"), Some("19 déc. 2008"));
        assert_eq!([date_within("Kin"), date_within("Kin 2")], [None; 2]);
    }

    #[test]
    fn a_mark_for_the_place_above_stands_before_a_date() {
        let date = |text: &str| date_behind_ditto(&CellValue::Text(text.into()), Field::BirthDatePlace);
        for (text, expected) in [
            ("id. 9 nov 2003", Some("9 nov 2003")),
            ("-id-  05-2012", Some("05-2012")),
            ("- // -   02-1996", Some("02-1996")),
            ("\"    5 mai 64", Some("5 mai 64")),
            ("\" 1999 ou 2000", Some("1999 ou 2000")),
            ("Kin 1987", None),
            ("12/05/1987", None),
            ("idem", None),
            ("- 1987", None),
        ] {
            assert_eq!(date(text).as_deref(), expected, "{text}");
        }
        assert_eq!(place_within("Kalemie, le 12/03/1990"), Some("Kalemie, le"));
        assert_eq!(place_within("12/03/1990 à Kin"), Some("à Kin"));
        assert_eq!(
            [place_within("Boma"), place_within("12/03/1990"), place_within("né en 1990")],
            [Some("Boma"), None, None]
        );
    }

    #[test]
    fn a_mark_below_a_blank_cell_is_blank() {
        let row = |row, occupation: Option<&str>, sex: &str| RawRow {
            at: crate::record::RowAt { row, ..Default::default() },
            context: 0,
            cells: [(1, Field::Occupation, occupation), (2, Field::Sex, Some(sex))]
                .into_iter()
                .filter_map(|(column, field, text)| {
                    Some(RawCell { column, field, value: CellValue::Text(text?.into()) })
                })
                .collect(),
            carried: Vec::new(),
            left_out: None,
        };
        let field_of = |column| if column == 1 { Field::Occupation } else { Field::Sex };
        let marks = GridRow { row: 9, cells: [1, 2].map(|column| (column, CellValue::Text("\"".into()))).to_vec() };
        let carried = |above: &[RawRow]| -> Vec<String> {
            let (merges, letters) = (MergedCells::default(), LetterMarks::default());
            let filled = fill_down(&marks, above, (&merges, &letters), &[], field_of);
            filled.iter().map(|cell| cell.value.to_text()).collect()
        };
        let head = || row(1, Some("Retraité"), "M");
        assert_eq!(carried(&[head()]), ["Retraité", "M"]);
        assert_eq!(carried(&[head(), row(2, None, "F")]), ["", "F"]);
        assert_eq!(carried(&[head(), row(2, Some("-"), "")]), [""]);
        assert_eq!(carried(&[head(), row(2, Some("néant"), "F")]), ["néant", "F"]);
    }

    #[test]
    fn a_letter_is_a_mark_only_in_a_column_of_such_marks() {
        let is_of_marks = |cells: &[&str]| {
            let row = |(row, text): (u32, &&str)| GridRow { row, cells: vec![(1, CellValue::Text((*text).into()))] };
            LetterMarks::new(&(1..).zip(cells).map(row).collect::<Vec<_>>()).columns.contains(&1)
        };
        assert!(is_of_marks(&["MBALA", "v", "v", "LEMA", "V"]) && is_of_marks(&["MBALA", "I", "I", "I"]));
        for initials in [&["MBALA", "I", "V"][..], &["MBALA", "V", "I", "V", "K"], &["MBALA", "K", "L", "M"]] {
            assert!(!is_of_marks(initials), "{initials:?}");
        }
        let is_mark = |text: &str| is_ditto(&CellValue::Text(text.into()), Field::Postnom, false);
        assert!(!is_mark("I") && !is_mark("V") && is_mark("idem") && is_mark("\""));
    }
}
