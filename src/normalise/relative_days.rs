//! Days that a register counts from the day of declaration: `hier`, `le 4 du mois`, `il y a 3 jours`.

use chrono::{Datelike, Days, NaiveDate};

use crate::record::{PartialDate, fold};

use super::dates::to_digits;

/// Returns the day that a text of a register counts from the declaration: `le 4 du mois`, `4 courant`, `hier (04/04)`,
/// `avant-hier`. A day of the month is none after the declaration.
pub(super) fn day_before(text: &str, declared: NaiveDate) -> Option<NaiveDate> {
    let folded = fold(text.split('(').next().unwrap_or_default());
    let back = match folded.as_str() {
        "AUJOURD HUI" | "CE JOUR" | "CE MEME JOUR" | "CE MATIN" | "AUJOURD HUI MEME" | "VANDAAG" | "TODAY" => Some(0),
        "HIER" | "LA VEILLE" | "GISTEREN" | "YESTERDAY" => Some(1),
        "AVANT HIER" | "EERGISTEREN" => Some(2),
        _ => None,
    };
    if let Some(back) = back {
        return declared.checked_sub_days(Days::new(back));
    }
    let text = folded.strip_prefix("LE ").unwrap_or(&folded);
    let (number, rest) = text.split_once(' ')?;
    let day: u32 = number.parse().ok()?;
    let (year, month) = (declared.year(), declared.month());
    match rest {
        "DU MOIS" | "COURANT" | "DU COURANT" | "DU MOIS COURANT" | "CRT" | "CT" | "DE CE MOIS" | "CE MOIS"
        | "DEZER" => NaiveDate::from_ymd_opt(year, month, day).filter(|day| *day <= declared),
        "DU MOIS PASSE" | "DU MOIS DERNIER" | "DU MOIS PRECEDENT" | "DERNIER" | "DU MOIS ECOULE" | "ECOULE" => {
            let (year, month) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
            NaiveDate::from_ymd_opt(year, month, day)
        }
        _ => None,
    }
}

/// Returns the weekday and the day that stands behind it in brackets: `samedi passé (7/11)` is `samedi 7/11`.
pub(super) fn weekday_with_day(text: &str) -> Option<String> {
    let (before, inside) = text.trim().strip_suffix(')')?.split_once('(')?;
    let is_past = |word: &&str| matches!(fold(word).as_str(), "PASSE" | "DERNIER" | "ECOULE" | "VORIGE" | "LAST");
    let words: Vec<&str> = before.split_whitespace().collect();
    let [weekday] = words.iter().filter(|word| !is_past(word)).collect::<Vec<_>>()[..] else { return None };
    words.iter().any(is_past).then(|| format!("{weekday} {}", inside.trim()))
}

/// Returns the day that a text counts in days before the declaration: `il y a 3 jours`, `3 jours`. Eight and fifteen
/// days are said for one and two weeks, so that they are no day.
pub(super) fn day_of_days_ago(text: &str, declared: NaiveDate) -> Option<NaiveDate> {
    const MAX_DAYS: u64 = 31;
    if !text.contains(['j', 'J', 'd', 'D', 'm', 'M']) {
        return None;
    }
    let folded = to_digits(fold(text));
    let words = ["IL Y A ", "DEPUIS "].iter().find_map(|lead| folded.strip_prefix(lead)).unwrap_or(&folded);
    let (number, unit) = words.split_once(' ')?;
    let days: u64 = number.parse().ok()?;
    let is_unit = matches!(
        unit,
        "JOUR" | "JOURS" | "JRS" | "J" | "DAGEN" | "DAG" | "DAYS" | "DAY" | "DAYS AGO" | "DAGEN GELEDEN"
    );
    (is_unit && days <= MAX_DAYS && !matches!(days, 8 | 15))
        .then(|| declared.checked_sub_days(Days::new(days)))
        .flatten()
}

/// Returns about when a birth was that a text counts in weeks or months before the declaration, `2 semaines`, `il y a
/// un mois`: the month, or the year where the weeks may reach into another month.
pub(super) fn weeks_or_months_ago(text: &str, declared: NaiveDate) -> Option<PartialDate> {
    const MOST: u64 = 60;
    const DAYS_OF_MONTH: u64 = 30;
    if text.len() > 40 || !text.contains(['s', 'S', 'm', 'M', 'w', 'W']) {
        return None;
    }
    let folded = to_digits(fold(text));
    let words = ["IL Y A ", "DEPUIS ", "AGE DE ", "AGEE DE "].iter().find_map(|lead| folded.strip_prefix(lead));
    let (number, unit) = words.unwrap_or(&folded).split_once(' ')?;
    let number: u64 = number.parse().ok().filter(|number| (1..=MOST).contains(number))?;
    let days = match unit {
        "SEMAINE" | "SEMAINES" | "SEM" | "SEMS" | "WEKEN" | "WEEK" | "WEEKS" => 7 * number,
        "MOIS" | "MAAND" | "MAANDEN" | "MONTH" | "MONTHS" => DAYS_OF_MONTH * number,
        _ => return None,
    };
    // A week is a few days more or less, a month half a month.
    let slack = if days == 7 * number { 3 } else { 0 };
    let around = |days: u64| declared.checked_sub_days(Days::new(days));
    let (first, day, last) = (around(days + slack)?, around(days)?, around(days.saturating_sub(slack))?);
    let is_sure = slack > 0 && (first.year(), first.month()) == (last.year(), last.month());
    if is_sure { PartialDate::month(day.year(), day.month()) } else { PartialDate::year_only(day.year(), true) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weekday_of_last_week_may_have_its_day_in_brackets() {
        for (typed, meant) in [
            ("samedi passé (7/11)", Some("samedi 7/11")),
            ("lundi dernier ( 3 avril )", Some("lundi 3 avril")),
            ("samedi (7/11)", None),
            ("samedi passé", None),
        ] {
            assert_eq!(weekday_with_day(typed).as_deref(), meant, "{typed}");
        }
    }

    #[test]
    fn weeks_are_counted_from_the_declaration_to_the_month() {
        let declared = NaiveDate::from_ymd_opt(2018, 1, 4).expect("a day");
        for (typed, known) in [
            ("2 semaines", Some((2017, Some(12)))),
            ("il y a 3 sem", Some((2017, Some(12)))),
            ("un mois", Some((2017, None))),
            ("5 semaines", Some((2017, None))),
            ("semaine", None),
            ("2 mars", None),
        ] {
            let read = weeks_or_months_ago(typed, declared).map(|date| (date.year(), date.known_month()));
            assert_eq!(read, known, "{typed}");
        }
    }

    #[test]
    fn a_day_is_counted_from_the_declaration() {
        let declared = NaiveDate::from_ymd_opt(2017, 3, 6).expect("a day");
        for (typed, day) in [
            ("le 4 du mois", Some("2017-03-04")),
            ("4 courant", Some("2017-03-04")),
            ("2 ct", Some("2017-03-02")),
            ("28 du mois passé", Some("2017-02-28")),
            ("hier", Some("2017-03-05")),
            ("avant-hier", Some("2017-03-04")),
            ("hier (05/03)", Some("2017-03-05")),
            ("ce jour", Some("2017-03-06")),
            ("ce matin", Some("2017-03-06")),
            ("cette nuit", None),
            ("le 8 du mois", None),
            ("31 du mois passé", None),
            ("4", None),
            ("4 mars", None),
        ] {
            assert_eq!(day_before(typed, declared).map(|day| day.to_string()).as_deref(), day, "{typed}");
        }
        for (typed, day) in [
            ("il y a 3 jours", Some("2017-03-03")),
            ("il y a trois jours", Some("2017-03-03")),
            ("Il y a 10 jrs", Some("2017-02-24")),
            ("3 jours", Some("2017-03-03")),
            ("27 j", Some("2017-02-07")),
            ("il y a 8 jours", None),
            ("quinze jours", None),
            ("il y a 2 mois", None),
            ("il y a longtemps", None),
            ("3 janvier", None),
            ("3 d", None),
        ] {
            assert_eq!(day_of_days_ago(typed, declared).map(|day| day.to_string()).as_deref(), day, "{typed}");
        }
    }
}
