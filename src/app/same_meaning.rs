//! Decides whether two texts of one field mean the same: `M` and `Masc.`, `21 janvier 2012` and `21/01/2012`.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::config::Config;
use crate::error::Result;
use crate::ingest::Reference;
use crate::normalise::{self, Codes, Quartiers, ReferenceData};
use crate::record::{
    CellValue, CleanRow, Context, Fiche, Field, Kind, PartialDate, PersonName, Precision, RawCell, RawFile, RawRow,
    RowAt, SourceFile, fold,
};

use super::pairs::PairRow;

/// Years by which an age and a date of birth may differ.
const YEARS_OF_AGE: i32 = 2;

/// The lists by which two texts are compared.
pub(super) fn lists_of(reference: &Reference, config: &Config) -> Result<ReferenceData> {
    Ok(ReferenceData {
        quartiers: Quartiers::new(&reference.quartiers),
        codes: Codes::new(&config.words)?,
        today: chrono::NaiveDate::MAX,
    })
}

/// Whether two texts of a field (`nom`, `birth_date`…) mean the same.
pub(super) fn mean_the_same(field: &str, one: &str, other: &str, lists: &ReferenceData) -> bool {
    if fold(one) == fold(other) {
        return true;
    }
    if field == "relation" {
        let [one, other] = [one, other].map(|text| lists.codes.relation(text));
        return one.is_some() && one == other;
    }
    let column = match field {
        "birth_date" | "declared_on" | "judgment_date" | "event_date" => "born_on",
        "sex" | "marital_status" | "quartier" => field,
        _ => return false,
    };
    if one.is_empty() || other.is_empty() {
        return false;
    }
    let [one, other] = [one, other].map(|text| normalise::read_person_value(column, text, lists));
    one.is_some() && one == other
}

/// Whether two texts have the same letters and digits, whatever their case, accents, signs and order of words.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String { fold(text).chars().filter(|c| c.is_alphanumeric()).collect() };
    let words = |text: &str| {
        let folded = fold(text);
        let mut words: Vec<String> = folded.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
        words.retain(|word| !word.is_empty());
        words.sort_unstable();
        words
    };
    letters(one) == letters(other) || words(one) == words(other)
}

/// Whether two dates may be the same day: a less exact one agrees with every day that it allows.
fn may_be_one_day(one: PartialDate, other: PartialDate) -> bool {
    match one.precision.max(other.precision) {
        Precision::Day => one.first == other.first,
        Precision::Month => (one.year(), one.first.month()) == (other.year(), other.first.month()),
        Precision::Year => one.year() == other.year(),
        Precision::About => (one.year() - other.year()).abs() <= YEARS_OF_AGE,
    }
}

/// What a row says, as far as it is read from its cells alone.
pub(super) struct RowMeaning {
    row: Option<CleanRow>,
    /// Avenue and parcel as the row's own cells give them: an act is on no fiche.
    house: (String, String),
    fiche: Option<Fiche>,
}

impl RowMeaning {
    /// Reads a row: its texts by the code of their column. `year` is that of the round, from which ages are counted;
    /// the names of the sheet and the file may hold the quartier.
    pub(super) fn of(
        typed: &BTreeMap<String, String>,
        kind: &str,
        year: Option<i32>,
        (file, sheet): (&str, &str),
        lists: &ReferenceData,
    ) -> Self {
        let cells = (0..).zip(typed).filter_map(|(column, (code, text))| {
            Some(RawCell { column, field: Field::from_code(code)?, value: CellValue::Text(text.as_str().into()) })
        });
        let row =
            RawRow { at: RowAt::default(), context: 0, cells: cells.collect(), carried: Vec::new(), left_out: None };
        let file = RawFile {
            source: SourceFile { path: String::new(), sha256: String::new(), n_bytes: 0, sheets: Vec::new() },
            kind: Kind::from_code(kind).unwrap_or(Kind::Census),
            rows: vec![row],
            contexts: vec![Context {
                year,
                sheet_name: Some(sheet.to_owned()),
                quartier_of_file: stem(file),
                ..Context::default()
            }],
            headings: Vec::new(),
            corrected: Vec::new(),
            merges: Vec::new(),
        };
        let mut clean = normalise::clean_file(&file, lists);
        let cell = |code: &str| typed.get(code).map(String::as_str).unwrap_or_default();
        let house = normalise::house_of(cell("address"), cell("avenue"), cell("parcel"));
        Self { row: clean.rows.pop().map(|entry| entry.row), house, fiche: clean.fiches.pop() }
    }

    /// Reads a row of the register with the address of its fiche.
    pub(super) fn of_row(side: &PairRow, year: Option<i32>, lists: &ReferenceData) -> Self {
        let mut typed = side.row.typed.clone();
        typed.extend(side.row.typed_address.clone());
        Self::of(&typed, &side.line.kind, year, (&side.line.file, &side.line.sheet), lists)
    }

    /// The nom, the post-nom and the prénom of the row, however its columns hold them.
    pub(super) fn name(&self) -> [String; 3] {
        let name = self.row.as_ref().map(|row| &row.name);
        let part = |of: fn(&PersonName) -> String| name.map(of).unwrap_or_default();
        [part(|name| name.nom.to_string()), part(|name| name.postnom.to_string()), part(|name| name.prenom.to_string())]
    }

    /// Quartier, avenue and parcel as read: of an event, those before it. "" for a part that the row does not give.
    pub(super) fn address(&self, lists: &ReferenceData) -> [String; 3] {
        let Some(row) = &self.row else { return Default::default() };
        let quartier = row.quartier.and_then(|id| lists.quartiers.name(id)).unwrap_or_default().to_owned();
        let (avenue, parcel) = match (&row.event, &self.fiche) {
            (Some(event), _) => (event.avenue.to_string(), event.parcel.to_string()),
            (None, Some(fiche)) => (fiche.avenue.to_string(), fiche.parcel.to_string()),
            (None, None) => self.house.clone(),
        };
        [quartier, avenue, parcel]
    }

    /// The whole day of birth; `None` if the row gives none.
    pub(super) fn born_day(&self) -> Option<NaiveDate> {
        self.row.as_ref().and_then(|row| row.born)?.known_day()
    }

    /// Whether the values of a field mean the same in both rows. `texts` are those shown.
    pub(super) fn agrees(&self, other: &Self, field: &str, texts: (&str, &str), lists: &ReferenceData) -> bool {
        let (one_text, other_text) = texts;
        let is_same_text = mean_the_same(field, one_text, other_text, lists) || same_words(one_text, other_text);
        let (false, Some(one), Some(other)) = (is_same_text, &self.row, &other.row) else { return is_same_text };
        let act = |row: &CleanRow| row.act.as_ref().and_then(|act| act.act.clone());
        let declared_on = |row: &CleanRow| row.act.as_ref().and_then(|act| act.declared_on);
        match field {
            "nom" | "postnom" | "prenom" => name_part(&one.name, field) == name_part(&other.name, field),
            "sex" => one.sex.is_some() && one.sex == other.sex,
            "birth_date" => one.born.zip(other.born).is_some_and(|(one, other)| may_be_one_day(one, other)),
            "declared_on" => declared_on(one).is_some() && declared_on(one) == declared_on(other),
            "act_number" => act(one).zip(act(other)).is_some_and(|(one, other)| {
                one.number == other.number && (one.year == other.year || one.year.is_none() || other.year.is_none())
            }),
            // A name that lacks a part is no other name.
            "father" | "mother" => has_words_of(one_text, other_text) || has_words_of(other_text, one_text),
            _ => false,
        }
    }
}

/// Whether every word of a name is one of another, longer name.
fn has_words_of(name: &str, longer: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let folded = fold(text);
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let longer = words(longer);
    let words = words(name);
    !words.is_empty() && words.iter().all(|word| longer.contains(word))
}

/// The name of a file without its folders and its ending.
fn stem(file: &str) -> Option<String> {
    std::path::Path::new(file).file_stem().map(|stem| stem.to_string_lossy().into_owned())
}

fn name_part(name: &PersonName, part: &str) -> String {
    fold(match part {
        "nom" => &name.nom,
        "postnom" => &name.postnom,
        _ => &name.prenom,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_rows_agree_in_a_field_however_it_is_typed() {
        let lists = ReferenceData {
            quartiers: Quartiers::new(&[]),
            codes: Codes::new(&Default::default()).unwrap(),
            today: chrono::NaiveDate::MAX,
        };
        let row = |cells: &[(&str, &str)]| {
            let typed = cells.iter().map(|(code, text)| ((*code).to_owned(), (*text).to_owned())).collect();
            RowMeaning::of(&typed, "census", Some(2017), ("", ""), &lists)
        };
        for (field, one, other, expected) in [
            ("birth_date", ("birth_date", "15.01.1963"), ("birth_date", "15 janvier 1963"), true),
            ("birth_date", ("birth_date", "15.01.1963"), ("birth_date", "± 1963"), true),
            ("birth_date", ("birth_date", "15.01.1963"), ("birth_date", "1964"), false),
            ("birth_date", ("birth_date", "15.01.1963"), ("age", "54 ans"), true),
            ("birth_date", ("birth_date", "15.01.1963"), ("age", "44"), false),
            ("birth_date", ("birth_date_place", "Kananga, le 15/01/1963"), ("birth_date", "1963-01-15"), true),
            ("nom", ("nom_postnom", "MBALA LEMA"), ("nom", "Mbala"), true),
            ("nom", ("nom", "MBALA"), ("nom", "MBALE"), false),
            ("sex", ("sex", "F"), ("sex", "Féminin"), true),
            ("sex", ("sex_male", "x"), ("sex", "M"), true),
            ("birth_place", ("birth_place", "KINSHASA"), ("birth_place", "Kinshasa "), true),
            ("occupation", ("occupation", "Élève"), ("occupation", "eleve"), true),
            ("parcel", ("parcel", "18A"), ("parcel", "18 a"), true),
            ("father", ("father", "KABONGO Jean"), ("father", "Jean Kabongo"), true),
            ("father", ("father", "MAKIESE TSHIALA Joseph"), ("father", "MAKIESE TSHIALA"), true),
            ("father", ("father", "MAKIESE TSHIALA Joseph"), ("father", "MAKIESE KIALA"), false),
            ("avenue", ("avenue", "Kisantu"), ("avenue", "Lodja"), false),
            ("marital_status", ("marital_status", "D"), ("marital_status", "Divorcé"), true),
        ] {
            let (a, b) = (row(&[one, ("prenom", "Divine")]), row(&[other, ("prenom", "Divine")]));
            assert_eq!(a.agrees(&b, field, (one.1, other.1), &lists), expected, "{field}: {one:?} / {other:?}");
            assert_eq!(b.agrees(&a, field, (other.1, one.1), &lists), expected, "{field}: {other:?} / {one:?}");
        }
    }

    #[test]
    fn another_spelling_of_a_value_means_the_same() {
        let lists = ReferenceData {
            quartiers: Quartiers::new(&[]),
            codes: Codes::new(&Default::default()).unwrap(),
            today: chrono::NaiveDate::MAX,
        };
        for (field, one, other, expected) in [
            ("sex", "Masc.", "m", true),
            ("sex", "F", "M", false),
            ("birth_date", "21 janvier 2012", "2012-01-21", true),
            ("declared_on", "1/3/2012", "01/03/2012", true),
            ("birth_date", "1948-11-12", "1948", false),
            ("birth_date", "1948", "", false),
            ("nom", "MBALA", "Mbala", true),
            ("prenom", "Kethia", "Ketshia", false),
            ("prenom", "", "", true),
            ("relation", "Fils", "enfant", true),
            ("relation", "Fils", "Neveu", false),
            ("relation", "", "Neveu", false),
        ] {
            assert_eq!(mean_the_same(field, one, other, &lists), expected, "{field}: {one} / {other}");
        }
    }
}
