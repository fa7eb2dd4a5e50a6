//! Gives columns a field by what they hold, where no heading says it: names by known prénoms, sexes, dates, ages,
//! quartiers.

use std::collections::HashSet;

use crate::record::{CellValue, Field, FieldReason, GridRow, Kind, fold};

use super::super::headers::{Headers, Rank};
use super::content_profile::ContentProfile;
use super::heading_column::HeadingColumn;
use super::list_kind::column_profiles;

/// Fewest rows by which columns without headings are recognised.
const MIN_ROWS: usize = 3;

/// The columns of rows without a heading. `None` if no column holds names, or none a sex, a date of birth or an age.
///
/// Of several columns of dates in a register of births none is taken: the parents' dates of birth and the days of the
/// declaration stand beside that of the child.
pub(super) fn columns_by_content(rows: &[&GridRow], headers: &Headers, kind: Kind) -> Option<Vec<HeadingColumn>> {
    if rows.len() < MIN_ROWS {
        return None;
    }
    let profiles = column_profiles(rows);
    let mut fields: Vec<(u16, Field)> = name_columns(&profiles, rows);
    let last_name = fields.iter().map(|(column, _)| *column).max()?;
    let is_free = |fields: &[(u16, Field)], column: u16| !fields.iter().any(|(other, _)| *other == column);
    let is_filled = |profile: &ContentProfile| profile.n() * 2 >= rows.len();
    for (column, profile) in profiles.iter().filter(|(_, profile)| is_filled(profile)) {
        if !is_free(&fields, *column) {
            continue;
        }
        let has = |field: Field| fields.iter().any(|(_, other)| *other == field);
        let texts = || rows.iter().filter_map(|row| row.value(*column)).map(CellValue::to_text);
        let share_of_quartiers =
            || texts().filter(|text| headers.is_quartier(text)).count() as f64 / profile.n().max(1) as f64;
        let field = match () {
            () if profile.share(|p| p.sexes) >= 0.9 && !has(Field::Sex) => Field::Sex,
            () if holds_sexes_with_ages(profile, *column, rows) && !has(Field::Sex) => Field::Sex,
            () if profile.share(|p| p.words) >= 0.8 && share_of_quartiers() >= 0.6 => Field::Quartier,
            () if holds_relations(texts()) && !has(Field::Relation) => Field::Relation,
            () => continue,
        };
        if !has(field) {
            fields.push((*column, field));
        }
    }
    let birth_year = || birth_year_column(&profiles, rows).filter(|column| is_free(&fields, *column));
    // Plain numbers below a word are amounts, not days that lost their form.
    let are_amounts = |column: u16| {
        let profile = ContentProfile::of_column(column, rows);
        profile.share(|p| p.serials) >= 0.5 && is_below_other_words(column, rows, headers)
    };
    let is_of_birth = |column: &u16| !is_below_other_date(*column, rows, headers) && !are_amounts(*column);
    let has_several = kind == Kind::Birth && profiles.iter().filter(|(_, own)| holds_dates(own, rows)).count() > 1;
    let birth_date = || birth_date_column(&profiles, rows).or_else(birth_year).filter(is_of_birth);
    match birth_date().filter(|_| !has_several) {
        None if has_several => fields.extend(birth_and_declaration(&profiles, rows)),
        Some(column) => fields.push((column, Field::BirthDate)),
        None => {
            let age = profiles.iter().find(|(column, profile)| {
                *column > last_name
                    && is_filled(profile)
                    && is_free(&fields, *column)
                    && is_age(*column, profile, rows)
                    && !is_below_other_words(*column, rows, headers)
            });
            fields.extend(age.map(|(column, _)| (*column, Field::Age)));
        }
    }
    let describes = |(_, field): &(u16, Field)| matches!(field, Field::Sex | Field::BirthDate | Field::Age);
    if !fields.iter().any(describes) {
        return None;
    }
    let column = |(column, field): (u16, Field)| HeadingColumn {
        column,
        row: 0,
        text: String::new(),
        field,
        why: FieldReason::Content,
        rank: Rank::Sure,
    };
    fields.sort_unstable();
    Some(fields.into_iter().map(column).collect())
}

/// The dates of birth and of declaration of a register without a heading: of two columns of dates, one whose days never
/// come after those of the other and lie close before them. A number that counts the rows is that of the act.
fn birth_and_declaration(profiles: &[(u16, ContentProfile)], rows: &[&GridRow]) -> Vec<(u16, Field)> {
    const MOST_YEARS_APART: i32 = 1;
    let dates: Vec<u16> =
        profiles.iter().filter(|(_, own)| holds_dates(own, rows)).map(|(column, _)| *column).collect();
    let [first, second] = dates[..] else { return Vec::new() };
    let day = |row: &GridRow, column: u16| match row.value(column)? {
        CellValue::DateSerial { serial, .. } => Some(*serial),
        CellValue::Text(text) => {
            let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse::<f64>().ok());
            let (day, month, year) = (numbers.next()?, numbers.next()?, numbers.next()?);
            (year > 1900.0).then_some(year * 372.0 + month * 31.0 + day)
        }
        _ => None,
    };
    let pairs: Vec<(f64, f64)> = rows.iter().filter_map(|row| Some((day(row, first)?, day(row, second)?))).collect();
    let n = |is: &dyn Fn(&(f64, f64)) -> bool| pairs.iter().filter(|pair| is(pair)).count();
    let are_close = n(&|(a, b)| (a - b).abs() <= f64::from(MOST_YEARS_APART) * 372.0) * 10 >= pairs.len() * 8;
    let (declared, born) = match () {
        () if n(&|(a, b)| a >= b) == pairs.len() && n(&|(a, b)| a > b) > 0 => (first, second),
        () if n(&|(a, b)| b >= a) == pairs.len() && n(&|(a, b)| b > a) > 0 => (second, first),
        () => return Vec::new(),
    };
    if pairs.len() < MIN_ROWS || !are_close {
        return Vec::new();
    }
    let counts = |column: u16| {
        let numbers = rows.iter().filter_map(|row| row.value(column)?.to_text().trim().parse::<i64>().ok());
        let numbers: Vec<i64> = numbers.collect();
        numbers.len() == rows.len() && numbers.windows(2).all(|two| two[1] == two[0] + 1)
    };
    let number = profiles.first().map(|(column, _)| *column).filter(|column| counts(*column));
    let order = number.map(|column| (column, Field::Order));
    [(born, Field::BirthDate), (declared, Field::DeclaredOn)].into_iter().chain(order).collect()
}

/// Whether a column holds a sex with an age in each cell: two sexes, and ages of two digits. Codes such as `G0`, `G1`
/// are none.
pub(super) fn holds_sexes_with_ages(profile: &ContentProfile, column: u16, rows: &[&GridRow]) -> bool {
    const FEWEST: usize = 3;
    if profile.n() < FEWEST || !profile.shows(|p| p.sexes_with_age) {
        return false;
    }
    let texts = || rows.iter().filter_map(|row| row.value(column)).map(|value| fold(&value.to_text()));
    let parts = |text: &str, is_part: fn(char) -> bool| {
        text.split(move |c| !is_part(c)).filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let has_age = |text: String| parts(&text, |c| c.is_ascii_digit()).iter().any(|number| number.len() == 2);
    let letters = texts().flat_map(|text| parts(&text, |c| c.is_ascii_alphabetic()));
    let sexes: HashSet<String> = letters.filter(|word| ContentProfile::of_text(word).sexes > 0).collect();
    sexes.len() >= 2 && texts().any(has_age)
}

/// The columns of names: one of whole names, or a column of prénoms with those of the nom and the post-nom beside it.
pub(super) fn name_columns(profiles: &[(u16, ContentProfile)], rows: &[&GridRow]) -> Vec<(u16, Field)> {
    let is_filled = |profile: &ContentProfile| profile.n() * 2 >= rows.len();
    let is_of_words = |(column, profile): &&(u16, ContentProfile)| {
        is_filled(profile)
            && profile.share(|p| p.words) >= 0.8
            && profile.share(|p| p.codes) <= 0.1
            && share_distinct(*column, rows) >= 0.5
    };
    let words: Vec<&(u16, ContentProfile)> = profiles.iter().filter(is_of_words).collect();
    let Some(at) = words.iter().position(|(_, profile)| profile.holds_names()) else { return Vec::new() };
    let (column, profile) = words[at];
    // Two words, then a prénom in a column of its own: nom and post-nom, prénom.
    let holds_several = |profile: &ContentProfile| profile.share(|p| p.several_words) >= 0.6;
    let column_at = |wanted: i32| words.iter().copied().find(|other| i32::from(other.0) == wanted);
    let holds_prenoms = |profile: &ContentProfile| !holds_several(profile) && profile.share(|p| p.with_prenom) >= 0.5;
    if holds_several(profile)
        && profile.share(|p| p.with_prenom) < 0.5
        && let Some(right) = column_at(i32::from(*column) + 1).filter(|(_, profile)| holds_prenoms(profile))
    {
        return vec![(*column, Field::NomPostnom), (right.0, Field::Prenom)];
    }
    if holds_prenoms(profile)
        && let Some(left) = column_at(i32::from(*column) - 1).filter(|(_, profile)| holds_several(profile))
    {
        return vec![(left.0, Field::NomPostnom), (*column, Field::Prenom)];
    }
    if profile.share(|p| p.several_words) >= 0.6 && profile.share(|p| p.with_prenom) < 0.95 {
        return vec![(*column, Field::FullName)];
    }
    let is_single = |(_, profile): &(u16, ContentProfile)| profile.share(|p| p.several_words) < 0.6;
    let beside = |from: u16, step: i32| {
        let wanted = i32::from(from) + step;
        words.iter().copied().find(|other| i32::from(other.0) == wanted && is_single(other) && !other.1.holds_names())
    };
    if let Some(left) = beside(*column, -1) {
        let mut fields = vec![(*column, Field::Prenom)];
        match beside(left.0, -1) {
            Some(nom) => fields.extend([(nom.0, Field::Nom), (left.0, Field::Postnom)]),
            None => fields.push((left.0, Field::Nom)),
        }
        return fields;
    }
    match beside(*column, 1) {
        Some(right) => vec![(*column, Field::Prenom), (right.0, Field::Nom)],
        None => vec![(*column, Field::FullName)],
    }
}

/// The share of different texts among the filled cells of a column.
pub(super) fn share_distinct(column: u16, rows: &[&GridRow]) -> f64 {
    let texts: Vec<String> =
        rows.iter().filter_map(|row| row.value(column)).map(|value| fold(&value.to_text())).collect();
    let distinct: HashSet<&String> = texts.iter().collect();
    distinct.len() as f64 / texts.len().max(1) as f64
}

/// Whether most cells of a column are dates and not years alone.
fn holds_dates(profile: &ContentProfile, rows: &[&GridRow]) -> bool {
    // Plain numbers may be amounts.
    profile.n() * 2 >= rows.len()
        && profile.share(|p| p.dates) >= 0.8
        && profile.share(|p| p.years) < 0.7
        && profile.share(|p| p.serials) < 0.3
}

/// The number of different texts in a column.
pub(super) fn n_distinct(column: u16, data: &[&GridRow]) -> usize {
    let mut texts: Vec<String> =
        data.iter().filter_map(|row| row.value(column)).map(|value| fold(&value.display_text())).collect();
    texts.sort_unstable();
    texts.dedup();
    texts.len()
}

/// The column of dates that are spread over five years or more: days of birth are, days of a survey are not. Of several
/// such columns it is the one whose dates come first in nearly all rows, else the most spread: who was hired was born
/// before.
pub(super) fn birth_date_column(profiles: &[(u16, ContentProfile)], rows: &[&GridRow]) -> Option<u16> {
    const LEAST_YEARS: i32 = 5;
    const LEAST_OF_CLASS: i32 = 3;
    let dates = profiles.iter().filter(|(_, profile)| holds_dates(profile, rows));
    let spreads: Vec<(i32, u16)> = dates.map(|(column, _)| (spread_of_years(*column, rows), *column)).collect();
    // Those of one class lie close together, behind their places.
    if let [(years, column)] = spreads[..]
        && (LEAST_OF_CLASS..LEAST_YEARS).contains(&years)
        && is_behind_places(column, profiles)
    {
        return Some(column);
    }
    let spread: Vec<(i32, u16)> = spreads.into_iter().filter(|(years, _)| *years >= LEAST_YEARS).collect();
    let comes_first = |column: u16| {
        let year = |row: &GridRow, column: u16| row.value(column).and_then(year_of);
        let others = || spread.iter().map(|(_, other)| *other).filter(move |other| *other != column);
        let is_first = |row: &&&GridRow| {
            let own = year(row, column);
            own.is_some_and(|own| others().filter_map(|other| year(row, other)).all(|other| own <= other))
        };
        let n = rows.iter().filter(|row| year(row, column).is_some()).count();
        n > 0 && rows.iter().filter(is_first).count() * 10 >= n * 9
    };
    let first = spread.iter().map(|(_, column)| *column).find(|column| spread.len() > 1 && comes_first(*column));
    first.or_else(|| {
        let most = spread.iter().map(|(years, column)| (*years, std::cmp::Reverse(*column))).max();
        most.map(|(_, column)| column.0)
    })
}

/// Whether words that are no names stand left of a column.
fn is_behind_places(column: u16, profiles: &[(u16, ContentProfile)]) -> bool {
    let left = profiles.iter().find(|(other, _)| Some(*other) == column.checked_sub(1));
    left.is_some_and(|(_, profile)| {
        profile.share(|p| p.words) >= 0.9 && profile.share(|p| p.several_words) < 0.5 && !profile.holds_names()
    })
}

/// The first column of years that lie ten years or more apart.
fn birth_year_column(profiles: &[(u16, ContentProfile)], rows: &[&GridRow]) -> Option<u16> {
    let holds_years = |(column, profile): &&(u16, ContentProfile)| {
        profile.n() * 2 >= rows.len()
            && profile.share(|p| p.years) >= 0.9
            && spread_of_years(*column, rows) >= 10
            && share_distinct(*column, rows) >= 0.3
    };
    profiles.iter().find(holds_years).map(|(column, _)| *column)
}

/// The years between the earliest and the latest date of a column, without the extreme tenth on each side.
pub(super) fn spread_of_years(column: u16, rows: &[&GridRow]) -> i32 {
    let mut years: Vec<i32> = rows.iter().filter_map(|row| year_of(row.value(column)?)).collect();
    years.sort_unstable();
    let cut = years.len() / 10;
    match years.get(cut..years.len().saturating_sub(cut)) {
        Some([first, .., last]) => last - first,
        _ => 0,
    }
}

/// The year in a cell that holds a date.
fn year_of(value: &CellValue) -> Option<i32> {
    const DAYS_A_YEAR: f64 = 365.25;
    match value {
        CellValue::DateSerial { serial, from_1904 } => {
            Some(if *from_1904 { 1904 } else { 1900 } + (serial / DAYS_A_YEAR) as i32)
        }
        CellValue::Number(number) if (1850.0..2101.0).contains(number) => Some(*number as i32),
        CellValue::Number(number) if (5_000.0..60_000.0).contains(number) => Some(1900 + (number / DAYS_A_YEAR) as i32),
        CellValue::Number(number) if (1e7..1e8).contains(number) => Some((number / 1e4) as i32),
        CellValue::Text(text) => {
            let mut numbers =
                text.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4 || word.len() == 8);
            let number =
                numbers.find_map(|word| word.get(..4)?.parse().ok().filter(|year| (1850..2101).contains(year)));
            number.or_else(|| {
                let last = text.rsplit(|c: char| !c.is_ascii_digit()).find(|word| word.len() == 2)?;
                last.parse().ok().map(|year: i32| if year > 30 { 1900 + year } else { 2000 + year })
            })
        }
        _ => None,
    }
}

/// Whether a word that means no age stands above the numbers of a column: `Nb fiches remises`.
fn is_below_other_words(column: u16, rows: &[&GridRow], headers: &Headers) -> bool {
    let first = rows.first().and_then(|row| row.value(column)).map(CellValue::to_text).unwrap_or_default();
    first.contains(char::is_alphabetic) && headers.meaning(&first).is_none_or(|meaning| meaning.field != Field::Age)
}

/// Whether a heading that means no birth stands above the dates of a column: `Date acquisition`, `Année de création`.
fn is_below_other_date(column: u16, rows: &[&GridRow], headers: &Headers) -> bool {
    use Field::{BirthDate, BirthDatePlace, BirthYear, Other};
    let first = rows.first().and_then(|row| row.value(column)).map(CellValue::to_text).unwrap_or_default();
    let meaning = headers.meaning(&first).map_or(Other, |meaning| meaning.field);
    first.contains(char::is_alphabetic) && !matches!(meaning, BirthDate | BirthDatePlace | BirthYear | Other)
}

/// Whether a column holds ages: numbers up to 110 that do not count the rows.
fn is_age(column: u16, profile: &ContentProfile, rows: &[&GridRow]) -> bool {
    if profile.share(|p| p.ages) < 0.9 {
        return false;
    }
    let numbers: Vec<f64> =
        rows.iter().filter_map(|row| row.value(column)?.to_text().trim().parse::<f64>().ok()).collect();
    let n_next = numbers.windows(2).filter(|two| two[1] - two[0] == 1.0).count();
    let distinct: HashSet<u64> = numbers.iter().map(|number| number.to_bits()).collect();
    n_next * 2 < numbers.len() && distinct.len() >= MIN_ROWS && numbers.iter().any(|number| *number >= 12.0)
}

/// Words for the head of a household, in a column of relations.
const HEADS: &str = "CHEF|CHEF DE MENAGE|CHEF DE FAMILLE|CHEF MENAGE|C|CM|RESPONSABLE|HEAD|JEFE|CHEFE|HOOFD";
/// Those for a child and for a spouse of the head.
const CHILDREN: &str = "ENFANT|ENFANTS|FILS|FILLE|CHILD|SON|DAUGHTER|HIJO|HIJA|FILHO|FILHA|KIND|ZOON|DOCHTER";
const SPOUSES: &str =
    "EPOUSE|EPOUX|CONJOINT|CONJOINTE|FEMME|MARI|SPOUSE|WIFE|HUSBAND|ESPOSA|ESPOSO|ECHTGENOOT|ECHTGENOTE";
/// Those for the other members.
const OTHER_RELATIONS: &str = "NIETO|NIETA|NETO|NETA|FRERE|SOEUR|NEVEU|NIECE|PERE|MERE|PETIT FILS|PETITE FILLE|COUSIN|\
     COUSINE|ONCLE|TANTE|BROTHER|SISTER|FATHER|MOTHER|BROER|ZUS|VADER|MOEDER";

/// Whether a column holds relations to the head of the household: most of its values are, and a head, or a child and a
/// spouse, is among them. The relations of guardians ("Père", "Oncle", "Frère") are no relations to a head.
pub(super) fn holds_relations(texts: impl Iterator<Item = String>) -> bool {
    let is_of = |folded: &str, words: &str| words.split('|').any(|word| word.trim() == folded);
    let (mut n, mut n_relations, mut found, mut parents) = (0, 0, [false; 3], [false; 2]);
    for text in texts {
        let folded = fold(&text);
        let group = [HEADS, CHILDREN, SPOUSES].iter().position(|words| is_of(&folded, words));
        n += 1;
        n_relations += usize::from(group.is_some() || is_of(&folded, OTHER_RELATIONS));
        group.into_iter().for_each(|group| found[group] = true);
        ["PERE", "MERE"].iter().position(|parent| folded == *parent).into_iter().for_each(|at| parents[at] = true);
    }
    let [has_head, has_child, has_spouse] = found;
    // "Père", "Mère" and "Enfants" are a family; those of guardians alone are not.
    let has_family = has_child && parents == [true; 2];
    n_relations * 10 >= n * 7 && (has_head || has_child && has_spouse || has_family)
}
