//! Finds remarks, in any cell, that contradict a row: the person is dead or has left, the row is a double or was
//! cancelled, the child was born dead.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use serde::Deserialize;

use crate::record::{CellValue, Doubt, DoubtKind, Field, Kind, RawCell, RawRow, fold};

use super::name_words::is_divine;
use super::prenoms::is_prenom;
use super::text::is_placeholder;

/// What a remark says against its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Objection {
    Dead,
    Left,
    Double,
    Cancelled,
    Stillborn,
    /// A pregnancy ended without a living child.
    LostPregnancy,
}

impl Objection {
    /// Whether the child of the row was born dead.
    fn is_of_stillborn(self, kind: Kind) -> bool {
        self == Self::Stillborn || self == Self::LostPregnancy && kind == Kind::Birth
    }
}

/// The lists of `remark_words.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RemarkLists {
    dead: Vec<String>,
    stillborn: Vec<String>,
    stillborn_births: Vec<String>,
    stillborn_alone: Vec<String>,
    left: Vec<String>,
    left_alone: Vec<String>,
    double: Vec<String>,
    cancelled: Vec<String>,
    cancelled_alone: Vec<String>,
    nothing: Vec<String>,
    cancelled_in_name: Vec<String>,
    nobody: Vec<String>,
    companies: Vec<String>,
    filler: Vec<String>,
    sentence: Vec<String>,
    relative: Vec<String>,
    denial: Vec<String>,
    back: Vec<String>,
    corrects: Vec<String>,
}

/// The words of remarks by meaning.
#[derive(Default)]
struct RemarkWords {
    /// By the first word, the texts that begin with it.
    objections: HashMap<String, Vec<(String, Objection)>, FixedState>,
    relatives: HashSet<String, FixedState>,
    denials: Vec<String>,
    back: HashSet<String, FixedState>,
    stillborn_alone: HashSet<String, FixedState>,
    left_alone: HashSet<String, FixedState>,
    cancelled_alone: HashSet<String, FixedState>,
    nothing: HashSet<String, FixedState>,
    cancelled_in_name: HashSet<String, FixedState>,
    nobody: HashSet<String, FixedState>,
    companies: Vec<String>,
    filler: HashSet<String, FixedState>,
    sentence: HashSet<String, FixedState>,
    /// Each text with a space before and after it.
    corrects: Vec<String>,
}

static WORDS: LazyLock<RemarkWords> = LazyLock::new(|| {
    // A unit test reads the list.
    toml::from_str(include_str!("remark_words.toml")).map(RemarkWords::new).unwrap_or_default()
});

impl RemarkWords {
    fn new(lists: RemarkLists) -> Self {
        let mut words = Self {
            relatives: lists.relative.into_iter().collect(),
            denials: lists.denial.into_iter().map(|word| format!(" {word}")).collect(),
            back: lists.back.into_iter().collect(),
            stillborn_alone: lists.stillborn_alone.into_iter().collect(),
            left_alone: lists.left_alone.into_iter().collect(),
            cancelled_alone: lists.cancelled_alone.into_iter().collect(),
            nothing: lists.nothing.into_iter().collect(),
            cancelled_in_name: lists.cancelled_in_name.into_iter().collect(),
            nobody: lists.nobody.into_iter().collect(),
            companies: lists.companies,
            filler: lists.filler.into_iter().collect(),
            sentence: lists.sentence.into_iter().collect(),
            corrects: lists.corrects.into_iter().map(|text| format!(" {text} ")).collect(),
            ..Self::default()
        };
        let groups = [
            (lists.stillborn, Objection::Stillborn),
            (lists.stillborn_births, Objection::LostPregnancy),
            (lists.dead, Objection::Dead),
            (lists.left, Objection::Left),
            (lists.double, Objection::Double),
            (lists.cancelled, Objection::Cancelled),
        ];
        for (text, objection) in
            groups.into_iter().flat_map(|(list, objection)| list.into_iter().map(move |text| (text, objection)))
        {
            let first = text.split(' ').next().unwrap_or_default().to_owned();
            words.objections.entry(first).or_default().push((text, objection));
        }
        words
    }

    /// Returns the first objection in a folded text, with its place.
    fn first_objection(&self, folded: &str) -> Option<(Objection, usize)> {
        let mut at = 0;
        for word in folded.split(' ') {
            let rest = &folded[at..];
            let starts =
                |text: &str| rest.strip_prefix(text).is_some_and(|after| after.is_empty() || after.starts_with(' '));
            let texts = self.objections.get(word);
            if let Some((_, objection)) = texts.and_then(|texts| texts.iter().find(|(text, _)| starts(text))) {
                return Some((*objection, at));
            }
            at += word.len() + 1;
        }
        None
    }

    fn objection(&self, typed: &str) -> Option<Objection> {
        let folded = fold(typed);
        if has_cross(typed) {
            return Some(Objection::Dead);
        }
        if self.stillborn_alone.contains(&folded) {
            return Some(Objection::Stillborn);
        }
        if self.cancelled_alone.contains(&folded) {
            return Some(Objection::Cancelled);
        }
        if self.left_alone.contains(&folded) {
            return Some(Objection::Left);
        }
        let (objection, at) = self.first_objection(&folded)?;
        let before = format!(" {}", folded[..at].trim_end());
        let is_of_person = !matches!(objection, Objection::Double | Objection::Cancelled);
        let is_denied = self.denials.iter().any(|denial| before.ends_with(denial.as_str()));
        let is_of_other = is_of_person && before.split(' ').any(|word| self.relatives.contains(word));
        let is_back = objection == Objection::Left && folded[at..].split(' ').any(|word| self.back.contains(word));
        (!(is_denied || is_of_other || is_back)).then_some(objection)
    }
}

/// Whether a text has the sign of the dead: `†`, `(+)`, or `+` alone.
fn has_cross(text: &str) -> bool {
    text.contains(['†', '✝']) || text.contains("(+)") || text.trim() == "+"
}

/// Adds a doubt if the remarks say something against the row.
pub(super) fn read_remarks(raw: &RawRow, kind: Kind, doubts: &mut Vec<Doubt>) {
    // In a list of events the remarks are about the event.
    if kind == Kind::Event {
        return;
    }
    // A date of death in a list of the living.
    let is_day = |cell: &&RawCell| match &cell.value {
        CellValue::DateSerial { serial, .. } => *serial >= 1.0,
        value => value.display_text().bytes().filter(|b| (b'1'..=b'9').contains(b)).count() >= 3,
    };
    let is_filler = |cell: &&RawCell| ["1899", "1900"].iter().any(|year| cell.value.display_text().contains(year));
    let of_death = raw.cells.iter().filter(|cell| cell.field == Field::EventDate).filter(is_day);
    let of_death = of_death.filter(|cell| !is_filler(cell));
    doubts.extend(of_death.map(|cell| cell.doubt(DoubtKind::RemarkAgainstRow)));
    for cell in &raw.cells {
        let CellValue::Text(text) = &cell.value else { continue };
        let kind = match cell.field {
            Field::Remarks => of_remark(WORDS.objection(text), kind)
                .or_else(|| corrects_row(text).then_some(DoubtKind::RemarkCorrects)),
            // A later heading may call the column of remarks otherwise.
            Field::JudgmentNumber if text.contains(char::is_alphabetic) => of_remark(WORDS.objection(text), kind)
                .or_else(|| corrects_row(text).then_some(DoubtKind::RemarkCorrects)),
            field if field.is_name() => in_name(text, kind),
            field if may_hold_remark(field) => in_other_cell(text, kind),
            _ => None,
        };
        let stands_for_nothing = || {
            let word = fold(text);
            let is_word = |other: &&RawCell| fold(&other.value.display_text()) == word;
            WORDS.nothing.contains(&word)
                && (has_own_answer(cell.field) || raw.cells.iter().filter(is_word).nth(1).is_some())
        };
        doubts.extend(kind.filter(|_| !stands_for_nothing()).map(|kind| cell.doubt(kind)));
    }
}

/// The doubt that a remark gives.
fn of_remark(objection: Option<Objection>, kind: Kind) -> Option<DoubtKind> {
    match objection? {
        Objection::Cancelled => Some(DoubtKind::RowCancelled),
        Objection::Stillborn => Some(DoubtKind::Stillborn),
        Objection::LostPregnancy => (kind == Kind::Birth).then_some(DoubtKind::Stillborn),
        Objection::Left if kind == Kind::Birth => None,
        Objection::Dead | Objection::Left | Objection::Double => Some(DoubtKind::RemarkAgainstRow),
    }
}

/// Whether a remark corrects a value of its row or doubts one: `lire F`, `sexe à vérifier`, `prénom = Luc`.
fn corrects_row(text: &str) -> bool {
    const SHORTEST: usize = 4;
    if text.len() < SHORTEST {
        return false;
    }
    // `lire 02/02/2018` begins the remark or a part of it; `sait lire` does not.
    let is_reading = |part: &str| {
        let folded = fold(part);
        folded.strip_prefix("LIRE ").is_some_and(|rest| !rest.starts_with("ET ") && !rest.is_empty())
            || part.contains('=')
                && matches!(folded.split(' ').next(), Some("NOM" | "POSTNOM" | "PRENOM" | "SEXE" | "DATE" | "AGE"))
    };
    text.split([',', ';', ':', '(']).any(is_reading) || {
        let padded = format!(" {} ", fold(text));
        WORDS.corrects.iter().any(|word| padded.contains(word.as_str()))
    }
}

/// Whether agents write over the cells of a field that the row does not count.
fn may_hold_remark(field: Field) -> bool {
    use Field::{
        ActNumber, BirthPlace, Category, Father, Fiche, MaritalStatus, Mother, Occupation, Order, Relation, Sex,
    };
    use Field::{Age, BirthDate, BirthDatePlace, DeclaredOn};
    matches!(field, ActNumber | BirthPlace | Category | Father | Fiche | MaritalStatus | Mother | Occupation | Order)
        || matches!(field, Relation | Sex | Age | BirthDate | BirthDatePlace | DeclaredOn)
}

/// Whether "none" answers what the column asks: the person has no occupation, the father is not known.
fn has_own_answer(field: Field) -> bool {
    use Field::{BirthPlace, Category, Father, Fiche, MaritalStatus, Mother, Occupation};
    matches!(field, BirthPlace | Category | Father | Fiche | MaritalStatus | Mother | Occupation)
}

/// Reads a cell other than that of a name or of remarks: `annulé`, `mort-né Hôp. de Kingasani`, `~~~`.
fn in_other_cell(text: &str, kind: Kind) -> Option<DoubtKind> {
    const MOST_WORDS: usize = 4;
    // Most cells begin with other letters than these words.
    if text.len() < 3 || text.bytes().all(|b| b.is_ascii_digit() || b"/-. :".contains(&b)) {
        return None;
    }
    if is_struck(text) {
        return Some(DoubtKind::RowCancelled);
    }
    match WORDS.objection(text)? {
        objection if objection.is_of_stillborn(kind) => Some(DoubtKind::Stillborn),
        Objection::Cancelled if fold(text).split(' ').count() <= MOST_WORDS => Some(DoubtKind::RowCancelled),
        _ => None,
    }
}

/// Reads the cell of a name: `Yvette ANNULÉ`, `Pascaline mort-née`, `xxxx NDOMBE`, `NGOMA (double)`.
fn in_name(text: &str, kind: Kind) -> Option<DoubtKind> {
    let is_crossed = |word: &str| word.len() >= 4 && word.bytes().all(|b| matches!(b, b'x' | b'X'));
    // Alone, `xxxx` is a name that is not known.
    let is_word = |word: &str| word.contains(char::is_alphabetic) && !is_crossed(word);
    if is_struck(text) || text.split(' ').any(is_crossed) && text.split(' ').any(is_word) {
        return Some(DoubtKind::RowCancelled);
    }
    let bracketed =
        text.split_once('(').and_then(|(_, rest)| rest.split(')').next()).map(|inside| WORDS.objection(inside));
    match bracketed.flatten() {
        Some(Objection::Cancelled | Objection::Double) => return Some(DoubtKind::RowCancelled),
        Some(objection) if objection.is_of_stillborn(kind) => return Some(DoubtKind::Stillborn),
        _ => {}
    }
    let folded = fold(text);
    // The word alone is no name; behind one it is about the mother.
    let is_of_stillborn = |(objection, at): (Objection, usize)| {
        objection.is_of_stillborn(kind) || objection == Objection::LostPregnancy && at == 0
    };
    if WORDS.first_objection(&folded).is_some_and(is_of_stillborn) {
        return Some(DoubtKind::Stillborn);
    }
    let mut words = folded.split(' ');
    if words.any(|word| WORDS.cancelled_in_name.contains(word)) {
        return Some(DoubtKind::RowCancelled);
    }
    // So it does before a name: `rayé KABEYA`, `barrée erreur Kabasele`.
    if starts_with_cancellation(text) {
        return Some(DoubtKind::RowCancelled);
    }
    // Behind a name with a capital, a remark stands in small letters: `Léa rayée`, `Léa déjà recensée`.
    let small = text.find(' ').map(|at| text[at..].trim()).filter(|rest| {
        text.starts_with(char::is_uppercase) && !rest.is_empty() && !rest.contains(char::is_uppercase)
    })?;
    let is_against = matches!(WORDS.objection(small), Some(Objection::Cancelled | Objection::Double));
    is_against.then_some(DoubtKind::RowCancelled)
}

/// Whether a text begins with a remark in small letters before a name with a capital.
fn starts_with_cancellation(text: &str) -> bool {
    if !text.starts_with(|c: char| matches!(c, 'a'..='z' | '(' | '[')) {
        return false;
    }
    let starts_name = |word: &str| word.starts_with(char::is_uppercase);
    let end: usize = text.split_inclusive(' ').take_while(|word| !starts_name(word)).map(str::len).sum();
    end > 0 && end < text.len() && matches!(WORDS.objection(&text[..end]), Some(Objection::Cancelled))
}

/// Whether a text is drawn over: `---NSEKA---`, `~~LEMA~~`, letters with a stroke.
fn is_struck(text: &str) -> bool {
    if text.contains(['\u{335}', '\u{336}', '\u{337}', '\u{338}']) {
        return true;
    }
    let has_letters = |text: &str| text.chars().any(char::is_alphabetic);
    let is_sign = |c: char| matches!(c, '-' | '=' | '~' | '_' | '/' | '*' | '—');
    let inside = text.trim().trim_matches(is_sign);
    let n_before = text.trim().chars().take_while(|c| is_sign(*c)).count();
    let n_after = text.trim().chars().rev().take_while(|c| is_sign(*c)).count();
    n_before >= 2 && n_after >= 2 && has_letters(inside)
}

/// What the objections of a word that is no code say: `Fils décédé`, `décédé` in the column of the marital status.
pub(super) fn says_against(text: &str) -> bool {
    matches!(WORDS.objection(text), Some(Objection::Dead | Objection::Left))
}

/// The cell that holds a remark where the name of a person should stand: `Parcelle vide`, `Page annulée`. A row with a
/// sex and a date of birth or an age is that of a person, whatever the name.
pub(super) fn remark_as_name(raw: &RawRow) -> Option<&RawCell> {
    let is_own = |cell: &&RawCell| !raw.carried.iter().any(|carried| carried.column == cell.column);
    let own = || raw.cells.iter().filter(is_own);
    let is_filled = |cell: &&RawCell| !is_placeholder(&cell.value.display_text());
    let has = |fields: &[Field]| own().filter(is_filled).any(|cell| fields.contains(&cell.field));
    use Field::{Age, BirthDate, BirthDatePlace, BirthYear, Sex, SexFemale, SexMale};
    if has(&[Sex, SexMale, SexFemale]) && has(&[BirthDate, BirthDatePlace, BirthYear, Age]) {
        return None;
    }
    let first = own().find(|cell| cell.field.is_name())?;
    let texts: Vec<String> =
        own().filter(|cell| cell.field.is_name()).map(|cell| cell.value.display_text().into_owned()).collect();
    let is_dated = has(&[BirthDate, BirthDatePlace, BirthYear, Age]);
    let is_company = is_dated && !has(&[Sex, SexMale, SexFemale]) && names_company(&texts.join(" "));
    (is_company || is_remark(&texts.join(" "))).then_some(first)
}

/// Whether a text begins with a word for a company, behind which its name stands: `SARL KIN MARKET`.
fn names_company(text: &str) -> bool {
    let folded = fold(text);
    let begins = |word: &String| folded.strip_prefix(word.as_str()).is_some_and(|rest| rest.starts_with(' '));
    WORDS.companies.iter().any(begins)
}

/// Whether a text in the place of a name names nobody.
fn is_remark(text: &str) -> bool {
    const MIN_WORDS: usize = 3;
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let is_nobody = |word: &&str| WORDS.nobody.contains(*word);
    let is_filler = |word: &&str| is_number(word) || WORDS.filler.contains(*word);
    let is_lone_prenom = words.len() == 1 && is_prenom(words[0]);
    if !is_lone_prenom && words.iter().any(is_nobody) && words.iter().all(|word| is_nobody(word) || is_filler(word)) {
        return true;
    }
    let is_small = text.split_whitespace().skip(1).all(|word| !word.contains(char::is_uppercase));
    let has_joint = words.iter().any(|word| WORDS.sentence.contains(*word));
    // `Dieu est grand` is a prénom.
    let is_of_name = |word: &&str| is_prenom(word) || is_divine(word);
    words.len() >= MIN_WORDS && is_small && has_joint && !words.iter().any(is_of_name)
}

/// Returns the row without what its cells of the date of birth say about a death: `12/05/1987 † 2016`, `décédé`. What
/// stands after the word or sign is the date of the death. Each such cell becomes a doubt.
pub(super) fn without_deaths<'r>(raw: &'r RawRow, kind: Kind, doubts: &mut Vec<Doubt>) -> Cow<'r, RawRow> {
    let mut row = Cow::Borrowed(raw);
    if kind == Kind::Event {
        return row;
    }
    let is_date = |cell: &RawCell| matches!(cell.field, Field::BirthDate | Field::BirthDatePlace);
    for (at, cell) in raw.cells.iter().enumerate().filter(|(_, cell)| is_date(cell)) {
        let CellValue::Text(text) = &cell.value else { continue };
        let Some(birth) = before_death(text) else { continue };
        doubts.push(cell.doubt(DoubtKind::RemarkAgainstRow));
        row.to_mut().cells[at].value = CellValue::Text(birth.into());
    }
    row
}

/// Returns the text before the word or the sign of a death; `None` without one.
fn before_death(text: &str) -> Option<&str> {
    let end = death_at(text)?;
    Some(text[..end].trim_end_matches([' ', '(', '[', ',', ';', '-', '/', '+']))
}

/// Returns the place of the word or the sign of a death.
fn death_at(text: &str) -> Option<usize> {
    let is_plain = |b: u8| b.is_ascii_digit() || matches!(b, b'/' | b'-' | b'.' | b' ');
    if text.bytes().all(is_plain) {
        return None;
    }
    let cross = text.find(['†', '✝']).or_else(|| text.find("(+)"));
    let plus = text.trim_start().strip_prefix('+').filter(|rest| !rest.starts_with(['/', '-']));
    let word = || {
        let mut at = 0;
        text.split_inclusive(|c: char| !c.is_alphabetic()).find_map(|word| {
            let start = at;
            at += word.len();
            (may_be_dead(word) && is_dead(word)).then_some(start)
        })
    };
    cross.or_else(|| plus.map(|_| 0)).or_else(word)
}

/// A quick test by the first letter and the length.
fn may_be_dead(word: &str) -> bool {
    word.len() >= 3 && word.starts_with(['m', 'M', 'd', 'D', 'a', 'A', 'r', 'R', 'o', 'O', 's', 'S'])
}

fn is_dead(word: &str) -> bool {
    let folded = fold(word);
    let texts = WORDS.objections.get(&folded);
    texts.is_some_and(|texts| texts.contains(&(folded, Objection::Dead)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::RowAt;

    #[test]
    fn a_remark_against_its_row_is_found_and_one_about_others_is_not() {
        assert!(toml::from_str::<RemarkLists>(include_str!("remark_words.toml")).is_ok());
        use Objection::{Cancelled, Dead, Double, Left, Stillborn};
        for (typed, objection) in [
            ("décédé 2016", Some(Dead)),
            ("mort", Some(Dead)),
            ("Mort-né", Some(Stillborn)),
            ("MN", Some(Stillborn)),
            ("née sans vie", Some(Stillborn)),
            ("frère mort-né", None),
            ("DCD le 13/3", Some(Dead)),
            ("(+)", Some(Dead)),
            ("†", Some(Dead)),
            ("partie en Angola 2015", Some(Left)),
            ("a déménagé", Some(Left)),
            ("n'habite plus ici", Some(Left)),
            ("sorti de la parcelle", Some(Left)),
            ("sorti", Some(Left)),
            ("sorti de prison", None),
            ("doublon avec n° 3", Some(Double)),
            ("double", Some(Cancelled)),
            ("nul", Some(Cancelled)),
            ("déjà inscrite", Some(Double)),
            ("à supprimer", Some(Cancelled)),
            ("Annulé", Some(Cancelled)),
            ("acte annulé", Some(Cancelled)),
            ("ne compte pas", Some(Cancelled)),
            ("ne plus compter", Some(Cancelled)),
            ("faux nom", Some(Cancelled)),
            ("déjà compté chez sa tante", Some(Double)),
            ("déjà comptée", Some(Double)),
            ("père décédé", None),
            ("orphelin, mère décédée", None),
            ("pas mort", None),
            ("en partie payé", None),
            ("double nationalité", None),
            ("parti en 2015, revenu en 2016", None),
            ("parents partis en Angola", None),
            ("+243 81 000 00 00", None),
            ("par procuration", None),
            ("", None),
        ] {
            assert_eq!(WORDS.objection(typed), objection, "{typed}");
        }
    }

    #[test]
    fn a_remark_that_corrects_its_row_is_found() {
        for typed in [
            "lire 02/02/2018",
            "Lire F",
            "date erronée, lire 02/02/2018",
            "corr: fille",
            "rectif: lire Oceanne",
            "sexe à vérifier",
            "à vérifier",
            "prénom = Tshilombo",
            "prénom au début!!",
            "erreur age",
            "c'est une fille",
            "né en 2010 selon sa mère",
        ] {
            assert!(corrects_row(typed), "{typed}");
        }
        for typed in
            ["sait lire", "sait lire et écrire", "lire et écrire", "vérifié", "au chômage", "jumeau du n°54", "oui"]
        {
            assert!(!corrects_row(typed), "{typed}");
        }
    }

    #[test]
    fn a_name_that_was_cancelled_or_is_a_remark_is_found_and_a_name_is_not() {
        use DoubtKind::{RowCancelled, Stillborn};
        for (typed, doubt) in [
            ("Yvette ANNULÉ", Some(RowCancelled)),
            ("xxxx NDOMBE", Some(RowCancelled)),
            ("Patrick xxxx", Some(RowCancelled)),
            ("---NSEKA---", Some(RowCancelled)),
            ("~~ LEMA ~~", Some(RowCancelled)),
            ("N\u{336}O\u{336}", Some(RowCancelled)),
            ("NGOMA (double)", Some(RowCancelled)),
            ("Léa (erreur)", Some(RowCancelled)),
            ("Léa rayée", Some(RowCancelled)),
            ("rayé KABEYA", Some(RowCancelled)),
            ("rayé erreur  Kabasele", Some(RowCancelled)),
            ("barrée Léa", Some(RowCancelled)),
            ("(rayé) LEMA", Some(RowCancelled)),
            ("barre mbala", None),
            ("mbala LEMA", None),
            ("wa RAYE", None),
            ("Léa déjà recensée", Some(RowCancelled)),
            ("Pascaline mort-née", Some(Stillborn)),
            ("Mort-né", Some(Stillborn)),
            ("Léa Double", None),
            ("DOUBLE", None),
            ("NUL", None),
            ("BARRE MBALA", None),
            ("- LEMA -", None),
            ("— LEMA —", None),
            ("—— LEMA ——", Some(RowCancelled)),
            ("MBALA LEMA Bruno", None),
            ("XXX", None),
            ("xxxx", None),
            ("XXXX xxxxx", None),
        ] {
            assert_eq!(in_name(typed, Kind::Census), doubt, "{typed}");
        }
        for remark in [
            "Parcelle vide",
            "ABSENT",
            "Refus",
            "Page annulée",
            "voir page 3",
            "registre clos",
            "suite",
            "Suite page 2",
            "rien à signaler",
            "Acte non signé, parents absents",
            "Clôture du mois",
            "Réservé",
            "Blanc",
            "néant",
            "la maison est fermée",
            "personne dans la parcelle",
            "Leegstaand",
            "Page cancelled",
            "Feuille manquante",
            "gardien non recensé par l'agent",
        ] {
            assert!(is_remark(remark), "{remark}");
        }
        for company in ["SARL KIN MARKET", "Ets La Grâce", "BOULANGERIE NOUVELLE"] {
            assert!(
                names_company(company) && !names_company(company.split(' ').next().unwrap_or_default()),
                "{company}"
            );
        }
        for name in [
            "MBALA LEMA",
            "SUITE Jean",
            "Dieu Merci",
            "PLUS MBALA",
            "Kasongo wa Mbuyi",
            "MBALA DE LA ROSE",
            "Espoir",
            "Blanche",
            "Dieu est grand",
        ] {
            assert!(!is_remark(name), "{name}");
        }
    }

    #[test]
    fn a_word_for_nothing_or_about_the_person_cancels_no_row() {
        use DoubtKind::{RowCancelled, Stillborn};
        use Field::{Father, MaritalStatus, Mother, Occupation, Order, Remarks};
        let doubts = |kind: Kind, cells: &[(Field, &str)]| {
            let cell = |(column, (field, text)): (usize, &(Field, &str))| RawCell {
                column: column as u16,
                field: *field,
                value: CellValue::Text((*text).into()),
            };
            let cells = cells.iter().enumerate().map(cell).collect();
            let raw = RawRow { at: RowAt::default(), context: 0, cells, carried: Vec::new(), left_out: None };
            let mut doubts = Vec::new();
            read_remarks(&raw, kind, &mut doubts);
            doubts.into_iter().map(|doubt| doubt.kind).collect::<Vec<_>>()
        };
        for (kind, cells, expected) in [
            (Kind::Census, &[(Occupation, "Invalide")][..], &[][..]),
            (Kind::Census, &[(Occupation, "Retraité, invalide")], &[]),
            (Kind::Census, &[(Remarks, "invalide")], &[]),
            (Kind::Birth, &[(Remarks, "acte invalide")], &[RowCancelled]),
            (Kind::Census, &[(Occupation, "Nul")], &[]),
            (Kind::Census, &[(MaritalStatus, "Nulle")], &[]),
            (Kind::Birth, &[(Father, "Nul")], &[]),
            (Kind::Birth, &[(Father, "NUL"), (Mother, "Nulle")], &[]),
            (Kind::Birth, &[(Order, "Nul")], &[RowCancelled]),
            (Kind::Census, &[(Occupation, "annulé")], &[RowCancelled]),
            (Kind::Census, &[(Remarks, "fausse couche en 2016")], &[]),
            (Kind::Census, &[(Remarks, "Avortement")], &[]),
            (Kind::Birth, &[(Remarks, "fausse couche")], &[Stillborn]),
            (Kind::Census, &[(Remarks, "mort-né")], &[Stillborn]),
        ] {
            assert_eq!(doubts(kind, cells), expected, "{cells:?}");
        }
    }

    #[test]
    fn the_date_of_a_death_is_no_date_of_birth() {
        for (typed, birth) in [
            ("† 2016", Some("")),
            ("+ 2016", Some("")),
            ("mort en 2016", Some("")),
            ("décédé", Some("")),
            ("12/05/1987 †", Some("12/05/1987")),
            ("12/05/1987 (mort)", Some("12/05/1987")),
            ("12/05/1987 - DCD 2016", Some("12/05/1987")),
            ("Kin, 12/05/1987 décédée le 3/4/2016", Some("Kin, 12/05/1987")),
            ("12/05/1987", None),
            ("12 mars 1987", None),
            ("Mortsel 1987", None),
            ("+/- 1950", None),
        ] {
            assert_eq!(before_death(typed), birth, "{typed}");
        }
    }
}
