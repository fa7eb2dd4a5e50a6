//! Distinguishes the numbers of judgments from the remarks in a column of judgments.
//!
//! A clerk writes every remark in the column of remarks, whatever its heading: `père`, `prénom à donner`, `décédée le
//! 15/04/17` below "Jugement n°" make no act one that a judgment ordered.

use crate::record::{CellValue, Field, RawCell, fold};

use super::content_profile::ContentProfile;

/// Gives the cells of a column of judgments that hold nothing of one the field of remarks. A mark that repeats the cell
/// above has the field of that cell; `carried` are the cells above.
pub(super) fn remarks_below_judgment(cells: &mut [RawCell], carried: &mut [RawCell]) {
    if !cells.iter().any(|cell| cell.field == Field::JudgmentNumber) {
        return;
    }
    for cell in cells.iter_mut().filter(|cell| cell.field == Field::JudgmentNumber) {
        let above = carried.iter_mut().find(|other| other.column == cell.column);
        let value = above.as_ref().map_or(&cell.value, |above| &above.value);
        if !holds_judgment(value) {
            cell.field = Field::Remarks;
            above.into_iter().for_each(|above| above.field = Field::Remarks);
        }
    }
}

/// Whether a cell below the heading of a judgment holds one: its number, its date, its court, the word, a tick.
fn holds_judgment(value: &CellValue) -> bool {
    const WORDS: &str = "RC RCE RCJ RA JS TGI TP TPE TC TRIPAIX TRIBUNAL TRIB COUR GREFFE PARQUET JUGE JUGEMENT JUGEMENTS JUGT JGT JUG \
        JUGMT JUGEM SUPPLETIF SUPPLETIFS SUPPLETOIRE SUPPL ORDONNANCE ARRET DISPOSITIF VONNIS RECHTBANK JUDGMENT COURT";
    /// Words that stand beside the number of a judgment.
    const BESIDE: &str = "JANVIER FEVRIER MARS AVRIL JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE JANV FEVR SEPT NUMERO DATE \
        KINSHASA GOMBE KALAMU NDJILI MATETE PAIX";
    const LONGEST_SIGN: usize = 3;
    let CellValue::Text(text) = value else { return !matches!(value, CellValue::Bool(false) | CellValue::Error(_)) };
    let profile = ContentProfile::of_value(value);
    if profile.crosses > 0 || (profile.dates > 0 && profile.words == 0) {
        return true;
    }
    let folded = fold(text);
    let is_in = |list: &str, word: &str| list.split_whitespace().any(|own| own == word);
    // `RC887` has its number in the same word, `J.S` its letters in two.
    let letters = |word: &str| word.trim_matches(|c: char| c.is_ascii_digit()).to_owned();
    let words: Vec<String> = folded.split(' ').map(letters).filter(|word| !word.is_empty()).collect();
    if words.iter().any(|word| is_in(WORDS, word)) || words.windows(2).any(|two| two[0] == "J" && two[1] == "S") {
        return true;
    }
    let is_beside = |word: &String| word.len() <= LONGEST_SIGN || is_in(BESIDE, word);
    folded.bytes().any(|b| b.is_ascii_digit()) && words.iter().all(is_beside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_below_the_heading_of_a_judgment_is_none() {
        for (text, expected) in [
            ("RC 887/19", true),
            ("RC887", true),
            ("n° 4527/2012", true),
            ("18", true),
            ("du 12 mars 2018", true),
            ("12/03/2018", true),
            ("jgt TGI Kalamu", true),
            ("JS tardif", true),
            ("J.S.", true),
            ("jugement", true),
            ("oui", true),
            ("x", true),
            ("non", false),
            ("père", false),
            ("prénom à donner", false),
            ("sexe à vérifier", false),
            ("décédée le 15/04/17", false),
            ("jumeau du n°54", false),
            ("jumeaux", false),
            ("rectif: lire Oceanne", false),
        ] {
            assert_eq!(holds_judgment(&CellValue::Text(text.into())), expected, "{text}");
        }
    }

    #[test]
    fn a_mark_of_repetition_has_the_field_of_the_cell_above() {
        let cell =
            |text: &str| RawCell { column: 4, field: Field::JudgmentNumber, value: CellValue::Text(text.into()) };
        for (above, expected) in [("RC 12", Field::JudgmentNumber), ("père", Field::Remarks)] {
            let (mut cells, mut carried) = ([cell("\"")], [cell(above)]);
            remarks_below_judgment(&mut cells, &mut carried);
            assert_eq!([cells[0].field, carried[0].field], [expected; 2], "{above}");
        }
    }
}
