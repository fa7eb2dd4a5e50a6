//! Reads the codes of a column of sexes together: 1 and 2, 0 and 1, H and M can't be read one by one.
//!
//! 1 is male and 2 is female by the usual code of statistics. Relations in the same rows (épouse, fils) confirm a code
//! or turn it around. A code that nothing decides is left out and reported once for the sheet.

use std::collections::{BTreeMap, BTreeSet};

use crate::record::{Doubt, DoubtKind, Field, RawCell, RawFile, RawRow, Sex, fold};

use super::codes::Codes;
use super::prenoms::is_prenom;
use super::text::is_placeholder;

/// The columns of sexes of a file, by sheet. A sheet whose words stand in the list of words has no entry.
#[derive(Debug, Default)]
pub(super) struct SexColumns {
    by_sheet: BTreeMap<u16, SexColumn>,
}

/// The codes of one sheet's column.
#[derive(Debug)]
struct SexColumn {
    /// By folded code; `None` for a code that means no sex.
    codes: BTreeMap<String, Option<Sex>>,
    /// The doubt that each cell of the column has: it is reported once.
    doubt: DoubtKind,
    /// The codes as typed, for the message.
    shown: String,
}

/// The numbers of rows with a code, and of those whose relation shows a sex.
#[derive(Debug, Default, Clone, Copy)]
struct CodeCount {
    n_rows: u32,
    n_male: u32,
    n_female: u32,
}

/// Most different codes of a column that are looked at. A column with more holds something else.
const MAX_CODES: usize = 12;

impl SexColumns {
    pub(super) fn new(file: &RawFile, codes: &Codes) -> Self {
        let mut by_sheet: BTreeMap<u16, BTreeMap<String, CodeCount>> = BTreeMap::new();
        for row in file.rows.iter().filter(|row| row.left_out.is_none()) {
            let Some(cell) = row.cell(Field::Sex) else { continue };
            let typed = cell.value.display_text();
            // A row that explains the codes is no row of a person.
            if typed.contains('=') && legend_in(&typed, codes).is_some() {
                continue;
            }
            let counts = by_sheet.entry(row.at.sheet).or_default();
            let code = code_of(&typed);
            if counts.len() > MAX_CODES && !matches!(code, "1" | "2") {
                continue;
            }
            let count = match counts.get_mut(code) {
                Some(count) => count,
                None => counts.entry(code.to_owned()).or_default(),
            };
            count.n_rows += 1;
            // Only numbers need the relations.
            let by_relation = code.bytes().all(|b| b.is_ascii_digit()).then(|| sex_by_relation(row)).flatten();
            match by_relation {
                Some(Sex::Male) => count.n_male += 1,
                Some(Sex::Female) => count.n_female += 1,
                None => {}
            }
        }
        by_sheet.values_mut().for_each(drop_stray_numbers);
        let legends = legends(file, codes);
        let mixed: BTreeSet<u16> =
            by_sheet.iter().filter(|(_, counts)| is_mixed(counts, codes)).map(|(sheet, _)| *sheet).collect();
        let in_mixed = if mixed.is_empty() { None } else { codes_among_words(file, &mixed, codes) };
        let column = |(sheet, counts): (u16, BTreeMap<String, CodeCount>)| {
            let by_legend = legends.get(&sheet).and_then(|legend| SexColumn::of_legend(legend, &counts));
            let among_words = || in_mixed.filter(|_| mixed.contains(&sheet)).map(SexColumn::among_words);
            Some((sheet, by_legend.or_else(|| SexColumn::new(&counts, codes)).or_else(among_words)?))
        };
        Self { by_sheet: by_sheet.into_iter().filter_map(column).collect() }
    }

    /// Returns the sex of a row whose column has codes of its own; `None` if the list of words applies.
    pub(super) fn sex_of(&self, raw: &RawRow, doubts: &mut Vec<Doubt>) -> Option<Option<Sex>> {
        let column = self.by_sheet.get(&raw.at.sheet)?;
        let cell = raw.cell(Field::Sex)?;
        let sex = *column.codes.get(code_of(&cell.value.display_text()))?;
        doubts.push(Doubt { kind: column.doubt, column: Some(cell.column), value: column.shown.clone() });
        Some(sex)
    }
}

/// Drops numbers other than 1 and 2 that stand in few rows of a column of 1 and 2: the sum below a list says nothing of
/// its codes. 0 and 9 are codes for what is not known.
fn drop_stray_numbers(counts: &mut BTreeMap<String, CodeCount>) {
    const LEAST_ROWS: u32 = 10;
    let n_of = |code: &str| counts.get(code).map_or(0, |count| count.n_rows);
    let (n, n_all) = (n_of("1").min(n_of("2")), counts.values().map(|count| count.n_rows).sum::<u32>());
    let n_usual = n_of("1") + n_of("2");
    if n > 0 && n_usual >= LEAST_ROWS && (n_all - n_usual) * 20 <= n_usual {
        let is_stray = |code: &str| !matches!(code, "0" | "1" | "2" | "9") && code.parse::<u32>().is_ok();
        counts.retain(|code, _| !is_stray(code));
    }
}

/// Whether a column has 1 or 2 among words for the sexes.
fn is_mixed(counts: &BTreeMap<String, CodeCount>, words: &Codes) -> bool {
    let is_number = |code: &String| !code.is_empty() && code.bytes().all(|b| b.is_ascii_digit());
    let mut numbers = counts.keys().filter(|code| is_number(code)).peekable();
    numbers.peek().is_some()
        && numbers.all(|code| matches!(code.as_str(), "1" | "2"))
        && counts.keys().any(|code| words.sex(code).is_some())
}

/// Returns the sex that 1 stands for in the sheets where 1 and 2 stand among words: the relations of these rows and the
/// sexes of the same prénoms in other rows of the file must agree.
fn codes_among_words(file: &RawFile, sheets: &BTreeSet<u16>, words: &Codes) -> Option<Sex> {
    const LEAST: u32 = 3;
    let rows = || file.rows.iter().filter(|row| row.left_out.is_none());
    let mut by_prenom: BTreeMap<String, [u32; 2]> = BTreeMap::new();
    for row in rows() {
        let Some(sex) = row.cell(Field::Sex).and_then(|cell| words.sex(&cell.value.display_text())) else { continue };
        for prenom in prenoms_of(row) {
            by_prenom.entry(prenom).or_default()[usize::from(sex == Sex::Female)] += 1;
        }
    }
    let sex_of_prenom = |prenom: &String| match by_prenom.get(prenom)? {
        [_, 0] => Some(Sex::Male),
        [0, _] => Some(Sex::Female),
        _ => None,
    };
    // How often 1 is male or 2 female, and how often it is the other way round.
    let (mut n_usual, mut n_other) = (0, 0);
    for row in rows().filter(|row| sheets.contains(&row.at.sheet)) {
        let Some(cell) = row.cell(Field::Sex) else { continue };
        let usual = match code_of(&cell.value.display_text()) {
            "1" => Sex::Male,
            "2" => Sex::Female,
            _ => continue,
        };
        let shown = sex_by_relation(row).or_else(|| prenoms_of(row).iter().find_map(sex_of_prenom));
        match shown {
            Some(sex) if sex == usual => n_usual += 1,
            Some(_) => n_other += 1,
            None => {}
        }
    }
    let is_certain = |n: u32, against: u32| n >= LEAST && against * 10 <= n;
    match (is_certain(n_usual, n_other), is_certain(n_other, n_usual)) {
        (true, _) => Some(Sex::Male),
        (_, true) => Some(Sex::Female),
        _ => None,
    }
}

/// The folded prénoms of a row: the words of the cell of the prénom, or the known ones of a whole name.
fn prenoms_of(row: &RawRow) -> Vec<String> {
    let words = |field: Field| fold(&row.field_text(field));
    let own = words(Field::Prenom);
    let whole = [Field::FullName, Field::PrenomFirst].map(words).join(" ");
    let known = whole.split(' ').filter(|word| is_prenom(word));
    own.split(' ').filter(|word| word.len() > 2).chain(known).map(str::to_owned).collect()
}

/// Returns what the headings of the sexes, or a line above the table, say of their codes, by sheet.
fn legends(file: &RawFile, codes: &Codes) -> BTreeMap<u16, BTreeMap<String, Sex>> {
    let of_headings =
        file.headings.iter().filter(|own| own.field == Field::Sex).map(|own| (own.at.sheet, own.text.clone()));
    let speaks_of_sex = |text: &str| {
        fold(text)
            .split(' ')
            .any(|word| matches!(word, "SEXE" | "SEX" | "GENRE" | "GENDER" | "GESLACHT" | "SEXO" | "JINSIA"))
    };
    let sheets = file.rows.chunk_by(|above, below| above.at.sheet == below.at.sheet);
    let above_tables = sheets.flat_map(|rows| rows.iter().take_while(|row| row.left_out.is_some()));
    let titles = above_tables.flat_map(|row| {
        row.cells.iter().map(|cell| (row.at.sheet, cell.value.to_text())).filter(|(_, text)| speaks_of_sex(text))
    });
    let explains = |cell: &&RawCell| cell.field == Field::Sex && cell.value.display_text().contains('=');
    let in_columns = file
        .rows
        .iter()
        .filter(|row| row.left_out.is_none())
        .flat_map(|row| row.cells.iter().filter(explains).map(|cell| (row.at.sheet, cell.value.to_text())));
    let below = file.rows.iter().filter(|row| row.left_out.is_some()).flat_map(|row| {
        let texts = row.cells.iter().map(|cell| (row.at.sheet, cell.value.to_text()));
        texts.filter(|(_, text)| text.contains('=') && speaks_of_sex(text))
    });
    let mut legends = BTreeMap::new();
    for (sheet, text) in of_headings.chain(titles).chain(in_columns).chain(below) {
        if let Some(legend) = legend_in(&text, codes) {
            legends.entry(sheet).or_insert(legend);
        }
    }
    legends
}

/// Returns the codes that a text explains: `Sexe (1 = Féminin, 2 = Masculin)`, `M=1 F=2`. Both sexes must have one.
fn legend_in(text: &str, codes: &Codes) -> Option<BTreeMap<String, Sex>> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_code = |word: &str| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    let pairs = |code_first: bool| -> BTreeMap<String, Sex> {
        let two = words.windows(2).filter_map(|two| {
            let (code, word) = if code_first { (two[0], two[1]) } else { (two[1], two[0]) };
            is_code(code).then(|| Some((code_of(code).to_owned(), codes.sex(word)?))).flatten()
        });
        two.collect()
    };
    let has_both = |legend: &BTreeMap<String, Sex>| {
        [Sex::Male, Sex::Female].iter().all(|sex| legend.values().any(|other| other == sex))
    };
    [true, false].into_iter().map(pairs).find(has_both)
}

/// Returns the code in a cell without signs, leading zeros and decimals: `01` and `1.0` are `1`.
fn code_of(typed: &str) -> &str {
    let bare = typed.trim_matches(|c: char| !c.is_alphanumeric());
    let bare = match bare.split_once(['.', ',']) {
        Some((whole, decimals)) if !whole.is_empty() && decimals.bytes().all(|b| b == b'0') => whole,
        _ => bare,
    };
    match bare.trim_start_matches('0') {
        "" if !bare.is_empty() => "0",
        code if code.bytes().all(|b| b.is_ascii_digit()) => code,
        _ => bare,
    }
}

/// Returns the sex that the relation of a row shows.
fn sex_by_relation(row: &RawRow) -> Option<Sex> {
    const MALE: [&str; 9] = ["EPOUX", "MARI", "FILS", "PERE", "FRERE", "NEVEU", "ONCLE", "GENDRE", "PETIT FILS"];
    const FEMALE: [&str; 9] = ["EPOUSE", "FEMME", "FILLE", "MERE", "SOEUR", "NIECE", "TANTE", "BRU", "PETITE FILLE"];
    let cell = row.cell(Field::Relation)?;
    let folded = fold(&cell.value.display_text());
    if MALE.contains(&folded.as_str()) {
        return Some(Sex::Male);
    }
    if FEMALE.contains(&folded.as_str()) {
        return Some(Sex::Female);
    }
    // `Sa femme`, `belle soeur`, `nièce du chef`: the first word that names a sex; of `fils/fille` none.
    let own = folded.split(" DU ").next().unwrap_or_default();
    let names = |list: &[&str]| own.split(' ').any(|word| list.contains(&word));
    let more_male = ["BEAU", "COUSIN", "GARCON", "GRANDPERE", "PETITFILS"];
    let more_female = ["BELLE", "COUSINE", "EPSE", "MME", "GRANDMERE", "PETITEFILLE"];
    match (names(&MALE) || names(&more_male), names(&FEMALE) || names(&more_female)) {
        (true, false) => Some(Sex::Male),
        (false, true) => Some(Sex::Female),
        _ => None,
    }
}

impl SexColumn {
    /// Returns the codes of a column; `None` if each of its words is in the list of words and means one thing.
    fn new(counts: &BTreeMap<String, CodeCount>, words: &Codes) -> Option<Self> {
        let filled: BTreeMap<&str, CodeCount> = counts
            .iter()
            .filter(|(code, _)| code.as_str() == "0" || !is_placeholder(code))
            .map(|(code, count)| (code.as_str(), *count))
            .collect();
        let shown = filled.keys().copied().collect::<Vec<_>>().join(", ");
        let numbers: BTreeSet<&str> =
            filled.keys().copied().filter(|code| code.bytes().all(|b| b.is_ascii_digit())).collect();
        if !numbers.is_empty() && numbers.len() == filled.len() && filled.len() <= MAX_CODES {
            return Some(Self::of_numbers(&filled, &numbers, shown));
        }
        Self::of_letters(&filled, words, shown)
    }

    /// Reads a column by its legend; `None` if one of its codes is no number.
    fn of_legend(legend: &BTreeMap<String, Sex>, counts: &BTreeMap<String, CodeCount>) -> Option<Self> {
        let filled = || counts.keys().filter(|code| code.as_str() == "0" || !is_placeholder(code));
        let is_number = |code: &String| code.bytes().all(|b| b.is_ascii_digit());
        if !filled().all(is_number) || !filled().any(|code| legend.contains_key(code)) {
            return None;
        }
        let codes: BTreeMap<String, Option<Sex>> =
            filled().map(|code| (code.clone(), legend.get(code).copied())).collect();
        let shown = with_meaning(&codes);
        Some(Self { codes, doubt: DoubtKind::SexCoded, shown })
    }

    /// The codes 1 and 2 among words; `one` is the sex of 1.
    fn among_words(one: Sex) -> Self {
        let two = if one == Sex::Male { Sex::Female } else { Sex::Male };
        let codes = BTreeMap::from([("1".to_owned(), Some(one)), ("2".to_owned(), Some(two))]);
        let shown = with_meaning(&codes);
        Self { codes, doubt: DoubtKind::SexCoded, shown }
    }

    fn of_numbers(filled: &BTreeMap<&str, CodeCount>, numbers: &BTreeSet<&str>, shown: String) -> Self {
        let by_relation = |code: &str| filled.get(code).copied().and_then(CodeCount::sex_by_relation);
        let holds = |code: &str| numbers.contains(code);
        // 1 and 2, with 0 or 9 for a sex that is not known.
        let is_usual = holds("2") && numbers.iter().all(|code| matches!(*code, "0" | "1" | "2" | "3" | "9"));
        let usual = |code: &str| match code {
            "1" => Some(Sex::Male),
            "2" => Some(Sex::Female),
            _ => None,
        };
        let two: [&str; 2] = if is_usual { ["1", "2"] } else { ["0", "1"] };
        let is_pair = numbers.iter().all(|code| two.contains(code)) || is_usual;
        // What the relations show of one code settles the other.
        let shown_by_relation = two.iter().find_map(|code| Some((*code, by_relation(code)?)));
        let codes = numbers.iter().map(|code| {
            let sex = match shown_by_relation.filter(|_| is_pair && two.contains(code)) {
                Some((settled, sex)) if settled == *code => Some(sex),
                Some((_, Sex::Male)) => Some(Sex::Female),
                Some((_, Sex::Female)) => Some(Sex::Male),
                None => usual(code).filter(|_| is_usual),
            };
            ((*code).to_owned(), sex)
        });
        let codes: BTreeMap<String, Option<Sex>> = codes.collect();
        let is_read = two.iter().any(|code| codes.get(*code).is_some_and(Option::is_some));
        let shown = if is_read { with_meaning(&codes) } else { shown };
        Self { codes, doubt: if is_read { DoubtKind::SexCoded } else { DoubtKind::SexCodesUnclear }, shown }
    }

    /// Two letters that mean the same sex in the list of words (H and M, V and F) contradict each other: a column whose
    /// rows all have one of them would hold one sex alone.
    fn of_letters(filled: &BTreeMap<&str, CodeCount>, words: &Codes, shown: String) -> Option<Self> {
        const MIN_ROWS: u32 = 2;
        let is_letter = |code: &str| code.chars().count() == 1;
        let frequent: Vec<&str> =
            filled.iter().filter(|(_, count)| count.n_rows >= MIN_ROWS).map(|(code, _)| *code).collect();
        let folded: BTreeSet<String> = frequent.iter().map(|code| fold(code)).collect();
        let sexes: BTreeSet<Sex> = frequent.iter().filter_map(|code| words.sex(code)).collect();
        let is_unclear = folded.len() == 2 && sexes.len() == 1 && frequent.iter().all(|code| is_letter(code));
        if !is_unclear || !frequent.iter().all(|code| words.sex(code).is_some()) {
            return None;
        }
        let codes = filled.keys().map(|code| ((*code).to_owned(), None)).collect();
        Some(Self { codes, doubt: DoubtKind::SexCodesUnclear, shown })
    }
}

/// Writes codes with their meaning: `1 = M, 2 = F`.
fn with_meaning(codes: &BTreeMap<String, Option<Sex>>) -> String {
    let written = codes.iter().filter_map(|(code, sex)| Some(format!("{code} = {}", (*sex)?.code())));
    written.collect::<Vec<_>>().join(", ")
}

impl CodeCount {
    /// Returns the sex that nine tenths or more of the relations show, if there are three.
    fn sex_by_relation(self) -> Option<Sex> {
        let n = self.n_male + self.n_female;
        if n < 3 {
            return None;
        }
        let is_nearly_all = |part: u32| part * 10 >= n * 9;
        if is_nearly_all(self.n_male) {
            return Some(Sex::Male);
        }
        is_nearly_all(self.n_female).then_some(Sex::Female)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::CodeWords;
    use crate::record::{CellValue, RawCell, RowAt};

    fn column(codes: &[(&str, u32, u32)]) -> Option<(DoubtKind, String)> {
        let words = Codes::new(&CodeWords::default()).expect("the built-in lists are valid");
        let count = |(code, n_male, n_female): &(&str, u32, u32)| {
            let count = CodeCount { n_rows: 5, n_male: *n_male, n_female: *n_female };
            ((*code).to_owned(), count)
        };
        SexColumn::new(&codes.iter().map(count).collect(), &words).map(|column| (column.doubt, column.shown))
    }

    #[test]
    fn the_codes_of_a_column_are_read_together() {
        use DoubtKind::{SexCoded, SexCodesUnclear};
        for (codes, expected) in [
            (&[("M", 0, 0), ("F", 0, 0)][..], None),
            (&[("G", 0, 0), ("F", 0, 0)], None),
            (&[("M", 0, 0), ("V", 0, 0)], None),
            (&[("M", 0, 0), ("Féminin", 0, 0), ("1", 0, 0)], None),
            (&[("1", 0, 0), ("2", 0, 0)], Some((SexCoded, "1 = M, 2 = F"))),
            (&[("1", 0, 5), ("2", 4, 0)], Some((SexCoded, "1 = F, 2 = M"))),
            (&[("0", 0, 0), ("1", 0, 0), ("2", 0, 0)], Some((SexCoded, "1 = M, 2 = F"))),
            (&[("0", 0, 0), ("1", 0, 0)], Some((SexCodesUnclear, "0, 1"))),
            (&[("0", 0, 4), ("1", 0, 0)], Some((SexCoded, "0 = F, 1 = M"))),
            (&[("1", 0, 0)], Some((SexCodesUnclear, "1"))),
            (&[("7", 0, 0), ("8", 0, 0)], Some((SexCodesUnclear, "7, 8"))),
            (&[("H", 0, 0), ("M", 0, 0)], Some((SexCodesUnclear, "H, M"))),
            (&[("V", 0, 0), ("F", 0, 0)], Some((SexCodesUnclear, "F, V"))),
        ] {
            let expected = expected.map(|(kind, shown): (DoubtKind, &str)| (kind, shown.to_owned()));
            assert_eq!(column(codes), expected, "{codes:?}");
        }
    }

    /// Returns the sexes of rows of sex, relation and prénom.
    fn sexes(rows: &[[&str; 3]]) -> Vec<Option<Sex>> {
        let words = Codes::new(&CodeWords::default()).expect("the built-in lists are valid");
        let file = RawFile::of_texts([Field::Sex, Field::Relation, Field::Prenom], rows);
        let columns = SexColumns::new(&file, &words);
        file.rows.iter().map(|row| columns.sex_of(row, &mut Vec::new()).flatten()).collect()
    }

    #[test]
    fn a_sum_below_a_column_of_codes_leaves_the_codes() {
        let codes = ["1", "2"].iter().cycle().take(24).map(|code| [*code, "", ""]);
        let rows: Vec<[&str; 3]> = codes.chain([["73", "", ""]]).collect();
        let found = sexes(&rows);
        assert_eq!((found[0], found[1], found[24]), (Some(Sex::Male), Some(Sex::Female), None));
        let of_ages: Vec<[&str; 3]> =
            ["1", "2", "31", "45", "7"].iter().cycle().take(25).map(|n| [*n, "", ""]).collect();
        assert!(sexes(&of_ages).iter().all(Option::is_none));
    }

    #[test]
    fn numbers_among_words_are_read_where_relations_and_prenoms_agree() {
        let (male, female) = (Some(Sex::Male), Some(Sex::Female));
        let words = [["M", "Chef", "Paul"], ["F", "Femme", "Ruth"], ["F", "Fille", "Sarah"]];
        let with = |more: &[[&str; 3]]| sexes(&[&words[..], more].concat())[3..].to_vec();
        assert_eq!(
            with(&[["1", "Fils", "Luc"], ["2", "Sa femme", "Eve"], ["2", "", "Ruth"], ["1", "", "Zed"]]),
            [male, female, female, male]
        );
        // The other way round.
        assert_eq!(
            with(&[["2", "Fils", "Luc"], ["1", "nièce du chef", "Eve"], ["1", "", "Ruth"]]),
            [male, female, female]
        );
        // Too little, and a contradiction.
        assert_eq!(with(&[["1", "Fils", "Luc"], ["2", "Fille", "Eve"]]), [None, None]);
        let contradicted = [["1", "Fils", "Luc"], ["2", "Fils", "Dan"], ["2", "", "Ruth"], ["1", "Fils", "Noé"]];
        assert_eq!(with(&contradicted), [None; 4]);
    }

    #[test]
    fn a_legend_explains_the_codes() {
        let words = Codes::new(&CodeWords::default()).expect("the built-in lists are valid");
        for (text, codes) in [
            ("Sexe (1 = Féminin, 2 = Masculin)", Some("1F 2M")),
            ("Sexe (1=M 2=F)", Some("1M 2F")),
            ("HL4. Sexe [M=1, F=2, NSP=9]", Some("1M 2F")),
            ("Sexe : 0 femme ; 1 homme", Some("0F 1M")),
            ("Sexe (M/F)", None),
            ("Sexe", None),
        ] {
            let shown = legend_in(text, &words).map(|legend| {
                legend.iter().map(|(code, sex)| format!("{code}{}", sex.code())).collect::<Vec<_>>().join(" ")
            });
            assert_eq!(shown.as_deref(), codes, "{text}");
        }
    }

    #[test]
    fn each_sheet_has_the_legend_of_its_own_titles() {
        let words = Codes::new(&CodeWords::default()).expect("the built-in lists are valid");
        let row = |sheet: u16, row: u32, field: Field, text: &str| RawRow {
            at: RowAt { sheet, row, ..RowAt::default() },
            context: 0,
            cells: vec![RawCell { column: 3, field, value: CellValue::Text(text.into()) }],
            carried: Vec::new(),
            left_out: (field == Field::Other).then_some("title"),
        };
        let title = |sheet| row(sheet, 1, Field::Other, "Sexe : 1 = Féminin, 2 = Masculin");
        let data = |sheet, at, sex| row(sheet, at, Field::Sex, sex);
        // The third sheet has no legend.
        let rows = vec![
            title(0),
            data(0, 2, "1"),
            data(0, 3, "2"),
            title(1),
            data(1, 2, "1"),
            data(1, 3, "2"),
            data(2, 2, "1"),
            data(2, 3, "2"),
        ];
        let file = RawFile::of_rows(rows);
        let columns = SexColumns::new(&file, &words);
        let sexes: Vec<_> = file.rows.iter().filter_map(|row| columns.sex_of(row, &mut Vec::new())).collect();
        let (male, female) = (Some(Sex::Male), Some(Sex::Female));
        assert_eq!(sexes, [female, male, female, male, male, female]);
    }

    #[test]
    fn a_code_has_no_signs_and_no_leading_zeros() {
        assert_eq!(["01", "0", " 2.", "(F)", "00", "M"].map(code_of), ["1", "0", "2", "F", "0", "M"]);
        assert_eq!(["1.0", "2,00", "1.5"].map(code_of), ["1", "2", "1.5"]);
    }
}
