//! Finds the mark of generation in a name, the word that tells two namesakes of a family apart: père, fils, Senior, II.

use crate::record::{GenerationMark, PersonName, Text, fold};

use super::name_words::is_divine;
use super::text::capitalised;

/// A mark at the end of a text.
struct TrailingMark<'t> {
    mark: GenerationMark,
    /// The text before the mark; "" if the text is the mark alone.
    rest: &'t str,
    /// The mark as typed, with its article.
    word: &'t str,
    /// Whether the word is a given name, too.
    is_given_name: bool,
    /// Whether the word is a mark where it stands alone in its cell.
    stands_alone: bool,
}

/// A word that is a mark of generation.
struct MarkWord {
    mark: GenerationMark,
    /// Whether it is a given name, too.
    is_given_name: bool,
    /// Whether it is a mark where it stands alone in its cell.
    stands_alone: bool,
}

/// Returns the mark that a folded word is.
fn mark_of_word(folded: &str) -> Option<MarkWord> {
    let mark = GenerationMark::of_word(folded)?;
    let is_given_name = matches!(folded, "SENIOR" | "GRAND" | "PREMIER" | "I" | "JUNIOR" | "FILS" | "PETIT");
    let stands_alone = matches!(folded, "SR" | "SNR" | "JR" | "JNR" | "II" | "III" | "IV");
    Some(MarkWord { mark, is_given_name, stands_alone })
}

/// A mark of generation, and the word for it that the register shows behind the name.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ShownMark {
    pub(super) mark: GenerationMark,
    /// The word as typed; "" if the name shows it already, or if a doubt does.
    pub(super) word: String,
}

impl ShownMark {
    /// Writes the mark behind the last part of the name.
    pub(super) fn write_behind(&self, name: &mut PersonName) {
        if self.word.is_empty() {
            return;
        }
        if !name.prenom.is_empty() {
            // Roman numbers begin with I, other marks do not.
            let is_number = self.word.starts_with(['I', 'i']);
            let word = if is_number { self.word.to_uppercase().into() } else { capitalised(&self.word) };
            name.prenom = format!("{} {word}", name.prenom).into();
        } else if let Some(last) = [&mut name.postnom, &mut name.nom].into_iter().find(|part| !part.is_empty()) {
            *last = format!("{last} {}", self.word.to_uppercase()).into();
        }
    }
}

/// The Roman number of a mark that was typed as an ordinal.
pub(super) fn roman_of(mark: GenerationMark) -> &'static str {
    match mark {
        GenerationMark::Second => "II",
        GenerationMark::Third => "III",
        GenerationMark::Fourth => "IV",
        GenerationMark::Elder | GenerationMark::Younger => "I",
    }
}

/// Signs between a name and its mark: `MBALA - fils`.
const SIGNS: [char; 5] = ['-', '/', ',', '"', ' '];

/// Returns the mark at the end of a text whose words are separated by one space; a hyphen may join it to the name.
fn trailing_mark(text: &str) -> Option<TrailingMark<'_>> {
    const LONGEST: usize = 10;
    let text = text.trim_end_matches('"');
    let at = text.rfind([' ', '-', '/', ',']).map_or(0, |at| at + 1);
    let (rest, last) = text.split_at(at);
    // The first letters of all marks, and the quotation mark before one: other words need not be folded.
    if last.len() > LONGEST || !last.starts_with(|c: char| "SsJjPpFfIiAaCcLlVvGgDdTt\"".contains(c)) {
        return None;
    }
    let folded = fold(last);
    let abbreviation = |mark| MarkWord { mark, is_given_name: false, stands_alone: false };
    let word = match folded.as_str() {
        // Without the full stop they may be names.
        "SEN" if last.ends_with('.') => abbreviation(GenerationMark::Elder),
        "JUN" if last.ends_with('.') => abbreviation(GenerationMark::Younger),
        "SEN" | "JUN" => return None,
        // An initial has a full stop.
        "I" if last != "I" => return None,
        // `Dieu est grand` is a prénom.
        "GRAND" if rest.split(' ').any(is_divine) => return None,
        other => mark_of_word(other)?,
    };
    // `petit-fils`, `grand-père` and `beau-fils` are relations.
    let is_relation = rest.ends_with('-')
        && ["PETIT", "GRAND", "BEAU"].iter().any(|word| fold(rest).rsplit(' ').next() == Some(*word));
    if is_relation {
        return None;
    }
    let rest = rest.trim_end_matches(SIGNS);
    let is_article = |word: &str| word.eq_ignore_ascii_case("le") || word.eq_ignore_ascii_case("la");
    let without_article = match rest.rsplit_once(' ') {
        Some((before, article)) if is_article(article) => before,
        None if is_article(rest) => "",
        _ => rest,
    };
    let MarkWord { mark, is_given_name, stands_alone } = word;
    let typed_mark = text[without_article.len()..].trim_matches(SIGNS);
    Some(TrailingMark { mark, rest: without_article, word: typed_mark, is_given_name, stands_alone })
}

/// Returns the mark that an ordinal or a number is: `1er`, `2ème`, `N°2`.
pub(super) fn mark_of_ordinal(word: &str) -> Option<GenerationMark> {
    let folded = fold(word);
    let number = folded.trim_start_matches("NO").trim_start_matches(['N', ' ']);
    let is_numbered = number.len() < folded.len();
    let ending = number.get(1..)?;
    let is_ordinal = matches!(ending, "ER" | "ERE" | "E" | "EME" | "ND" | "NDE") || ending.is_empty() && is_numbered;
    match number.as_bytes().first()? {
        b'1' if is_ordinal => Some(GenerationMark::Elder),
        b'2' if is_ordinal => Some(GenerationMark::Second),
        b'3' if is_ordinal => Some(GenerationMark::Third),
        b'4' if is_ordinal => Some(GenerationMark::Fourth),
        _ => None,
    }
}

/// Returns the mark that stands before or between other prénoms: `Junior Paul`. It may be a given name and stays there.
fn mark_among_prenoms(prenom: &str) -> Option<GenerationMark> {
    let is_candidate = |word: &&str| word.starts_with(['S', 's', 'J', 'j']);
    let mut words = prenom.split([' ', '-']);
    let is_alone = prenom.find([' ', '-']).is_none();
    words.by_ref().filter(is_candidate).filter(|_| !is_alone).find_map(|word| match fold(word).as_str() {
        "SENIOR" | "SNR" => Some(GenerationMark::Elder),
        "JUNIOR" | "JR" | "JNR" => Some(GenerationMark::Younger),
        _ => None,
    })
}

/// Splits a whole name at the mark at its end. A mark that is also a given name stays with the name.
pub(super) fn split_whole_name(text: &str) -> (&str, Option<ShownMark>) {
    match trailing_mark(text) {
        Some(TrailingMark { mark, rest, word, is_given_name: false, .. }) if !rest.is_empty() => {
            (rest, Some(ShownMark { mark, word: word.to_owned() }))
        }
        _ => (text, None),
    }
}

/// Takes the marks off the ends of the parts of a name and returns the first.
///
/// Fils, Junior and Senior are given names, too: they are marks only if the person has another prénom.
pub(super) fn take_mark(name: &mut PersonName) -> Option<ShownMark> {
    let mut taken = None;
    for part in 0..3 {
        let has_other_part = match part {
            0 => !name.nom.is_empty() || !name.postnom.is_empty(),
            1 => !name.nom.is_empty() || !name.prenom.is_empty(),
            _ => !name.postnom.is_empty() || !name.prenom.is_empty(),
        };
        let has_prenom = !name.prenom.is_empty();
        let text: &mut Text = match part {
            0 => &mut name.prenom,
            1 => &mut name.postnom,
            _ => &mut name.nom,
        };
        let Some(found) = trailing_mark(text) else { continue };
        let is_mark = if found.rest.is_empty() {
            found.stands_alone && has_other_part
        } else {
            // In the column of the prénom, the prénom stands before the mark.
            !found.is_given_name || has_prenom
        };
        if is_mark {
            let shown = ShownMark { mark: found.mark, word: found.word.to_owned() };
            taken = taken.or(Some(shown));
            *text = found.rest.into();
        }
    }
    let among = || Some(ShownMark { mark: mark_among_prenoms(&name.prenom)?, word: String::new() });
    taken.or_else(among)
}

/// Returns the mark that a folded text in brackets is.
pub(super) fn mark_in_brackets(folded: &str) -> Option<GenerationMark> {
    let mark = trailing_mark(folded).filter(|mark| mark.rest.is_empty()).map(|mark| mark.mark);
    mark.or_else(|| mark_of_ordinal(folded))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name([nom, postnom, prenom]: [&str; 3]) -> PersonName {
        PersonName { nom: nom.into(), postnom: postnom.into(), prenom: prenom.into() }
    }

    #[test]
    fn a_mark_is_taken_out_of_the_name_and_a_given_name_is_not() {
        use GenerationMark::{Elder, Second, Third, Younger};
        for (typed, expected, mark) in [
            (["MBALA", "LEMA", "Pierre Junior"], ["MBALA", "LEMA", "Pierre"], Some(Younger)),
            (["MBALA", "LEMA", "Pierre Senior"], ["MBALA", "LEMA", "Pierre"], Some(Elder)),
            (["MBALA", "LEMA", "Pierre Le Jeune"], ["MBALA", "LEMA", "Pierre"], Some(Younger)),
            (["MBALA", "LEMA", "Pierre L'Aîné"], ["MBALA", "LEMA", "Pierre"], Some(Elder)),
            (["MBALA", "LEMA FILS", "Pierre"], ["MBALA", "LEMA", "Pierre"], Some(Younger)),
            (["MBALA JUNIOR", "", "Pierre"], ["MBALA", "", "Pierre"], Some(Younger)),
            (["MBALA PÈRE", "", ""], ["MBALA", "", ""], Some(Elder)),
            (["MBALA", "LEMA", "Jr."], ["MBALA", "LEMA", ""], Some(Younger)),
            (["MBALA", "II", "Paul"], ["MBALA", "", "Paul"], Some(Second)),
            (["MBALA III", "LEMA", "Paul"], ["MBALA", "LEMA", "Paul"], Some(Third)),
            (["MBALA", "LEMA", "Junior"], ["MBALA", "LEMA", "Junior"], None),
            (["MBALA", "LEMA", "Fils"], ["MBALA", "LEMA", "Fils"], None),
            (["MBALA FILS", "", ""], ["MBALA FILS", "", ""], None),
            (["MBALA", "", "Senior"], ["MBALA", "", "Senior"], None),
            (["II", "", ""], ["II", "", ""], None),
            (["MBALA", "LEMA", "Junior Pierre"], ["MBALA", "LEMA", "Junior Pierre"], Some(Younger)),
            (["MBALA", "LEMA", "Jr Paul"], ["MBALA", "LEMA", "Jr Paul"], Some(Younger)),
            (["MBALA", "LEMA", "Paul Senior David"], ["MBALA", "LEMA", "Paul Senior David"], Some(Elder)),
            (["MBALA", "LEMA", "Paul-Junior"], ["MBALA", "LEMA", "Paul"], Some(Younger)),
            (["MBALA", "LEMA", "Paul Sén."], ["MBALA", "LEMA", "Paul"], Some(Elder)),
            (["MBALA", "LEMA JUN.", "Paul"], ["MBALA", "LEMA", "Paul"], Some(Younger)),
            (["MBALA", "LEMA JUN", "Paul"], ["MBALA", "LEMA JUN", "Paul"], None),
            (["MBALA - FILS", "LEMA", "Paul"], ["MBALA", "LEMA", "Paul"], Some(Younger)),
            (["MBALA -PÈRE", "LEMA", "Paul"], ["MBALA", "LEMA", "Paul"], Some(Elder)),
            (["MBALA, FILS", "LEMA", "Paul"], ["MBALA", "LEMA", "Paul"], Some(Younger)),
            (["MBALA FS", "LEMA", "Paul"], ["MBALA", "LEMA", "Paul"], Some(Younger)),
            (["MBALA", "LEMA", "Anne Aînée"], ["MBALA", "LEMA", "Anne"], Some(Elder)),
            (["MBALA", "LEMA", "Anne La Cadette"], ["MBALA", "LEMA", "Anne"], Some(Younger)),
            (["MBALA", "LEMA", "Paul Grand"], ["MBALA", "LEMA", "Paul"], Some(Elder)),
            (["MBALA PETIT", "LEMA", "Paul"], ["MBALA", "LEMA", "Paul"], Some(Younger)),
            (["MBALA", "PETIT", "Paul"], ["MBALA", "PETIT", "Paul"], None),
            (["MBALA", "LEMA VIEUX", "Paul"], ["MBALA", "LEMA", "Paul"], Some(Elder)),
            (["MBALA I", "LEMA", "Paul"], ["MBALA", "LEMA", "Paul"], Some(Elder)),
            (["MBALA", "LEMA", "Paul I."], ["MBALA", "LEMA", "Paul I."], None),
            (["MBALA IIE", "LEMA", "Paul"], ["MBALA", "LEMA", "Paul"], Some(Second)),
            (["MBALA", "LEMA", "Paul Premier"], ["MBALA", "LEMA", "Paul"], Some(Elder)),
            (["MBALA", "LEMA", "Paul Deuxième"], ["MBALA", "LEMA", "Paul"], Some(Second)),
            (["MBALA PETIT-FILS", "LEMA", "Paul"], ["MBALA PETIT-FILS", "LEMA", "Paul"], None),
            (["MBALA", "LEMA", "Jean-Paul"], ["MBALA", "LEMA", "Jean-Paul"], None),
            (["MBALA", "LEMA", "Sarah"], ["MBALA", "LEMA", "Sarah"], None),
        ] {
            let mut own = name(typed);
            let taken = take_mark(&mut own);
            assert_eq!((taken.as_ref().map(|own| own.mark), &own), (mark, &name(expected)), "{typed:?}");
            // What is written behind the name is taken off again.
            if let Some(shown) = taken.filter(|shown| !shown.word.is_empty()) {
                shown.write_behind(&mut own);
                assert_eq!(own.without_mark(), expected.map(|part| part), "{typed:?}");
                assert_ne!(own, name(expected), "{typed:?}");
            }
        }
    }

    #[test]
    fn the_mark_stays_visible_behind_the_name() {
        for (typed, shown) in [
            (["KABEYA", "NGOY", "Honoré Junior"], ["KABEYA", "NGOY", "Honoré Junior"]),
            (["BOSENGE JR", "", "Jacques"], ["BOSENGE", "", "Jacques Jr"]),
            (["MBALA", "II", "Paul"], ["MBALA", "", "Paul II"]),
            (["MBALA", "LEMA FILS", "Paul"], ["MBALA", "LEMA", "Paul Fils"]),
            (["MBALA", "LEMA", "Anne La Cadette"], ["MBALA", "LEMA", "Anne La Cadette"]),
            (["MBALA PÈRE", "", ""], ["MBALA PÈRE", "", ""]),
            (["MBALA", "LEMA", "Jr."], ["MBALA", "LEMA JR.", ""]),
            (["MBALA", "LEMA", "Junior Pierre"], ["MBALA", "LEMA", "Junior Pierre"]),
        ] {
            let mut own = name(typed);
            take_mark(&mut own).expect("a mark").write_behind(&mut own);
            assert_eq!(own, name(shown), "{typed:?}");
        }
    }

    #[test]
    fn an_ordinal_is_a_mark_and_another_number_is_not() {
        use GenerationMark::{Elder, Second, Third};
        for (typed, mark) in [
            ("1er", Some(Elder)),
            ("2e", Some(Second)),
            ("2ème", Some(Second)),
            ("3ÈME", Some(Third)),
            ("N°1", Some(Elder)),
            ("n° 2", Some(Second)),
            ("2", None),
            ("12", None),
            ("N°12", None),
            ("NOE", None),
        ] {
            assert_eq!(mark_of_ordinal(typed), mark, "{typed}");
        }
    }

    #[test]
    fn a_whole_name_is_split_at_a_mark_that_is_no_given_name() {
        for (typed, expected, mark) in [
            ("MBALA LEMA Pierre père", "MBALA LEMA Pierre", Some(GenerationMark::Elder)),
            ("MBALA LEMA Pierre II", "MBALA LEMA Pierre", Some(GenerationMark::Second)),
            ("MBALA Junior", "MBALA Junior", None),
            ("II", "II", None),
        ] {
            let (rest, shown) = split_whole_name(typed);
            assert_eq!((rest, shown.map(|own| own.mark)), (expected, mark), "{typed}");
        }
    }
}
