//! Reads year, quartier and avenue out of the names of files and sheets, for all their rows.

use crate::record::{Context, FileName, fold};

use super::layout::year_in;

/// The context that a file's name gives: its year, and as quartier the words left without numbers and usual words.
pub(super) fn context_of_file_name(path: &str) -> Context {
    let stem = FileName::of(path).stem.replace('_', " ");
    Context { year_of_file: year_in(&stem), quartier_of_file: quartier_in_file_name(&stem), ..Context::default() }
}

/// The file's context with what the sheet's name adds.
pub(super) fn context_of_sheet(file: &Context, sheet: &str) -> Context {
    let is_avenue = ["AV ", "AVENUE ", "RUE "].iter().any(|word| fold(sheet).starts_with(word));
    Context {
        year: year_in(sheet),
        sheet_name: Some(sheet.to_owned()).filter(|name| !name.is_empty()),
        avenue: is_avenue.then(|| sheet.to_owned()),
        ..file.clone()
    }
}

/// The quartier in `Q03 Batumona 2017`, `RECENSEMENT 16 Kimbunda 2017` or `quartier 23 17 Mai 2017`: the words left without
/// the usual words, the quartier's number and the year.
fn quartier_in_file_name(stem: &str) -> Option<String> {
    let is_usual = |word: &str| {
        let folded = fold(word);
        ["QUARTIER", "RECENSEMENT", "FICHE", "FICHES", "MENAGE", "MENAGES", "CENSUS", "COPIE", "DE", "DU", "Q", "FINAL"]
            .contains(&folded.as_str())
            || folded.strip_prefix('Q').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
    };
    let mut words: Vec<&str> = stem.split_whitespace().filter(|word| !is_usual(word)).collect();
    while words.last().is_some_and(|word| year_in(word).is_some()) {
        words.pop();
    }
    // A leading number of one or two digits is the quartier's, unless only "17 Mai" would be cut to "Mai".
    if words.len() >= 2
        && words[0].len() <= 2
        && words[0].bytes().all(|b| b.is_ascii_digit())
        && fold(words[1]) != "MAI"
    {
        words.remove(0);
    }
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_gives_quartier_and_year() {
        for (name, quartier) in [
            ("census/Q03 Batumona_2017.xlsx", "Batumona"),
            ("census/RECENSEMENT 46 Waya Waya_2018.xlsx", "Waya Waya"),
            ("census/quartier_23 17 Mai_2017.xlsx", "17 Mai"),
            ("census/quartier_17 Mai_2017.xlsx", "17 Mai"),
            ("census/Q03 Batumona_2017.corrections-2.xlsx", "Batumona"),
        ] {
            let context = context_of_file_name(name);
            assert_eq!(context.quartier_of_file.as_deref(), Some(quartier), "{name}");
            assert!(context.year_of_file.is_some());
        }
        assert_eq!(context_of_file_name("x.csv").round_year(), None);
    }
}
