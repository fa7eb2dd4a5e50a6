//! Finds the mark of generation at the end of a name: père, fils, Senior, Junior, II.

use crate::record::{GenerationMark, PersonName, Text, fold};

/// A mark at the end of a text.
struct TrailingMark<'t> {
    mark: GenerationMark,
    /// The text before the mark; "" if the text is the mark alone.
    rest: &'t str,
    /// Whether the word is a given name, too.
    is_given_name: bool,
    /// Whether the word is a mark where it stands alone in its cell.
    stands_alone: bool,
}

/// Returns the mark at the end of a text whose words are separated by one space.
fn trailing_mark(text: &str) -> Option<TrailingMark<'_>> {
    use GenerationMark::{Elder, Fourth, Second, Third, Younger};
    const LONGEST: usize = 8;
    let (rest, last) = text.rsplit_once(' ').unwrap_or(("", text));
    if last.len() > LONGEST
        || !last.starts_with(['S', 's', 'J', 'j', 'P', 'p', 'F', 'f', 'I', 'A', 'a', 'C', 'c', 'l', 'L'])
    {
        return None;
    }
    let (mark, is_given_name, stands_alone) = match fold(last).as_str() {
        "SENIOR" => (Elder, true, false),
        "JUNIOR" | "FILS" => (Younger, true, false),
        "SR" | "SNR" => (Elder, false, true),
        "JR" | "JNR" => (Younger, false, true),
        "PERE" | "AINE" | "L AINE" => (Elder, false, false),
        "JEUNE" | "CADET" | "LE JEUNE" => (Younger, false, false),
        "II" => (Second, false, true),
        "III" => (Third, false, true),
        "IV" => (Fourth, false, true),
        _ => return None,
    };
    let is_article = |word: &str| word.eq_ignore_ascii_case("le");
    let without_article = match rest.rsplit_once(' ') {
        Some((before, article)) if is_article(article) => before,
        None if is_article(rest) => "",
        _ => rest,
    };
    Some(TrailingMark { mark, rest: without_article, is_given_name, stands_alone })
}

/// Splits a whole name at the mark at its end. A mark that is also a given name stays with the name.
pub(super) fn split_whole_name(text: &str) -> (&str, Option<GenerationMark>) {
    match trailing_mark(text) {
        Some(TrailingMark { mark, rest, is_given_name: false, .. }) if !rest.is_empty() => (rest, Some(mark)),
        _ => (text, None),
    }
}

/// Takes the marks off the ends of the parts of a name and returns the first.
///
/// Fils, Junior and Senior are given names, too: they are marks only if the person has another prénom.
pub(super) fn take_mark(name: &mut PersonName) -> Option<GenerationMark> {
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
            taken = taken.or(Some(found.mark));
            *text = found.rest.into();
        }
    }
    taken
}

/// Returns the mark that a folded text in brackets is. A father or a son in brackets may be a relation.
pub(super) fn mark_in_brackets(folded: &str) -> Option<GenerationMark> {
    let mark = trailing_mark(folded).filter(|mark| mark.rest.is_empty())?;
    (!matches!(folded, "PERE" | "FILS")).then_some(mark.mark)
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
            (["MBALA", "LEMA", "Junior Pierre"], ["MBALA", "LEMA", "Junior Pierre"], None),
            (["MBALA", "LEMA", "Sarah"], ["MBALA", "LEMA", "Sarah"], None),
        ] {
            let mut own = name(typed);
            assert_eq!((take_mark(&mut own), own), (mark, name(expected)), "{typed:?}");
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
            assert_eq!(split_whole_name(typed), (expected, mark), "{typed}");
        }
    }
}
