//! Sizes, moments and meanings in words, as several pages show them.

use bato::app;
use bato::error::Error;
use bato::finding::Finding;
use bato::messages::{Messages, say};
use bato::record::{Kind, column_letters};
use chrono::NaiveDate;

/// A size in bytes, in the unit that suits it.
pub(super) fn size(messages: &Messages, n_bytes: u64) -> String {
    const MIB: u64 = 1 << 20;
    if n_bytes < MIB {
        say!(messages, "desk-size-kib", n = n_bytes.div_ceil(1024))
    } else {
        say!(messages, "desk-size-mib", n = n_bytes.div_ceil(MIB))
    }
}

/// A moment (RFC 3339) to the minute, without its zone, as the language writes dates.
pub(super) fn moment(messages: &Messages, at: &str) -> String {
    let (day, time) = (at.get(..10).unwrap_or(at), at.get(11..16).unwrap_or(""));
    let day = day.parse::<NaiveDate>().map_or_else(|_| day.to_owned(), |day| messages.date(day));
    format!("{day} {time}").trim_end().to_owned()
}

/// The class by which a page shows the status of a person, beside its word.
pub(super) fn status_class(status: &str) -> &'static str {
    match status {
        "resident" => "good",
        "deceased" | "withdrawn" => "bad",
        _ => "warn",
    }
}

/// A text that begins a line: its first letter is a capital.
pub(super) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

/// The place of a row in words: file, sheet, row.
pub(super) fn row_place(messages: &Messages, place: &app::RowPlace) -> String {
    let (file, row) = (file_words(messages, &place.file), place.row.to_string());
    match place.sheet.as_str() {
        "" => say!(messages, "desk-place-row", file, row),
        sheet => say!(messages, "desk-place-sheet-row", file, sheet, row),
    }
}

/// The name of an input file in words: of one that the desk writes itself, the page that wrote it.
pub(super) fn file_words(messages: &Messages, path: &str) -> String {
    let file = file_label(path);
    let Some(own) = file.strip_prefix("saisie/") else { return file };
    let kind = ["census", "births"].into_iter().find(|folder| path.starts_with(&format!("{folder}/")));
    let (what, who) = batch_and_author(own, kind.is_some());
    match kind {
        Some(folder) => say!(messages, &format!("desk-file-typed-{folder}"), what, who),
        None => say!(messages, "desk-file-counter", what, who),
    }
}

/// The quartier and year of a file that the desk wrote, and its author: `Boma 2025 Espérance-Nzuzi.csv`,
/// `2026-esperance-nzuzi.csv`.
fn batch_and_author(name: &str, is_batch: bool) -> (String, String) {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let divided = if is_batch { stem.rsplit_once(' ') } else { stem.split_once('-') };
    let (what, who) = divided.unwrap_or((stem, ""));
    let who: Vec<String> = who.split('-').filter(|word| !word.is_empty()).map(capitalised).collect();
    (what.to_owned(), if who.is_empty() { "–".to_owned() } else { who.join(" ") })
}

/// The path of an input file without the folder of its kind, which has an English name.
pub(super) fn file_label(path: &str) -> String {
    plain_paths(path)
}

/// A text in which the paths of input files stand without the folder of their kind.
pub(super) fn plain_paths(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let is_begin = !plain.ends_with(|c: char| c.is_alphanumeric() || c == '/');
        match ["census/", "births/", "events/"].into_iter().find(|folder| is_begin && rest.starts_with(folder)) {
            Some(folder) => rest = &rest[folder.len()..],
            None => {
                let n = rest.chars().next().map_or(1, char::len_utf8);
                plain.push_str(&rest[..n]);
                rest = &rest[n..];
            }
        }
    }
    plain
}

/// A text as the desk says it: the paths of input files without the folder of their kind, and without the command that
/// does the same, which stands in brackets after the words `desk-in-a-terminal`.
pub(super) fn without_commands(messages: &Messages, text: &str) -> String {
    let begin = format!(" ({}", messages.text("desk-in-a-terminal"));
    let mut text = plain_paths(text);
    while let Some(start) = text.find(&begin) {
        let mut depth = 0_i32;
        let end = text[start..].char_indices().find(|(_, c)| {
            depth += i32::from(*c == '(') - i32::from(*c == ')');
            *c == ')' && depth == 0
        });
        let Some((length, _)) = end else { break };
        text.replace_range(start..=start + length, "");
    }
    text
}

/// What to do about a finding, as the desk offers it. `page` is where it is shown: `deposit` or `correct`; where the
/// desk offers nothing else, the hint of the rule holds.
pub(super) fn hint(messages: &Messages, finding: &Finding, page: &str) -> String {
    // The page asks for the quartier of a whole sheet, whatever is written above its table.
    let rule = if app::asks_quartier(finding) { "quartier-missing" } else { finding.rule };
    let own = [format!("desk-{page}-hint-{rule}"), format!("desk-hint-{rule}")];
    match own.iter().find(|id| messages.has(id)) {
        Some(id) => messages.text(id),
        None => without_commands(messages, &messages.finding_part(finding, "hint")),
    }
}

/// A text that speaks of the paper form, for a sheet that was typed from other papers.
pub(super) fn of_paper(messages: &Messages, kind: Kind, text: &str) -> String {
    let mut text = text.to_owned();
    for number in ["many", "one"] {
        let of = |kind: Kind| messages.text(&format!("desk-paper-{number}-{}", kind.code()));
        text = text.replace(&of(Kind::Census), &of(kind));
    }
    text
}

/// Why a date that was typed does not exist, or can't be read; `None` where nothing can be said of it.
pub(super) fn why_no_date(messages: &Messages, typed: &str) -> Option<String> {
    let parts: Vec<&str> = typed.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (day, year) = if first.len() == 4 { (*last, *first) } else { (*first, *last) };
    let [n_day, n_month, n_year] = [day, month, year].map(|part| part.parse::<u32>().ok());
    let (n_day, n_month, n_year) = (n_day?, n_month?, n_year?);
    let days = match n_month {
        _ if n_year == 0 => return Some(say!(messages, "desk-why-year-zero", year)),
        0 | 13.. => return Some(say!(messages, "desk-why-no-month", month = *month)),
        _ if n_day == 0 || n_day > 31 => return Some(say!(messages, "desk-why-no-day", day)),
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    if n_day > days {
        return Some(say!(messages, "desk-why-month-ends", month = *month, days = days.to_string()));
    }
    let is_in_no_leap_year = n_month == 2 && n_day == 29 && n_year.to_string().len() == 4;
    let id = "desk-why-month-of-year-ends";
    is_in_no_leap_year.then(|| say!(messages, id, year, month = *month, days = "28"))
}

/// The address of the sheets of a file, on the page that corrects them.
pub(super) fn file_path(file: &str) -> String {
    format!("/corriger/feuille?fichier={}", encoded(file))
}

/// The address of a sheet, of a row in it and of a cell.
pub(super) fn sheet_path(file: &str, sheet: usize, row: Option<u32>, column: Option<u16>) -> String {
    let row = row.map(|row| format!("&ligne={row}")).unwrap_or_default();
    let column = column.map(|column| format!("&colonne={}", column_letters(column))).unwrap_or_default();
    format!("{}&feuille={sheet}{row}{column}", file_path(file))
}

/// A text in a part of an address after `?`.
pub(super) fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// A cell as the pages name it.
pub(super) fn cell_place(messages: &Messages, sheet: &str, row: u32, column: u16) -> String {
    let cell = format!("{}{row}", column_letters(column));
    match sheet {
        "" => say!(messages, "desk-correct-place", cell),
        sheet => say!(messages, "desk-correct-place-in", cell, sheet),
    }
}

/// A fault as the desk says it.
pub(super) fn error(messages: &Messages, fault: &Error) -> String {
    without_commands(messages, &messages.error(fault).to_string())
}

/// The meanings of columns, with their words.
pub(super) fn meanings(messages: &Messages, with_events: bool) -> Vec<(&'static str, String)> {
    app::column_meanings(with_events).into_iter().map(|code| (code, meaning(messages, code))).collect()
}

/// The meaning of a column in words; one that the register does not use says so as the page does.
pub(super) fn meaning(messages: &Messages, code: &str) -> String {
    match code {
        "other" => messages.text("desk-deposit-column-unknown"),
        "unused" => messages.text("desk-deposit-column-unused"),
        code => messages.text(&format!("field-{code}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bato::messages::Lang;

    /// What only a terminal or the machine of an expert has.
    const OF_MACHINES: [&str; 10] = [
        "data-raw",
        "data-clean",
        "bato ",
        ".toml",
        "alt_spellings",
        "informatique",
        "informaticien",
        "informatica",
        "informaticus",
        "computers",
    ];

    #[test]
    fn no_rule_sends_an_agent_to_a_folder_a_command_or_an_expert() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for rule in bato::validate::RULES {
                let row = bato::record::RowAt { row: 3, ..Default::default() };
                let finding = Finding {
                    rule: rule.id,
                    severity: bato::finding::Severity::Warning,
                    at: row.cell(None),
                    value: "x".into(),
                    args: Vec::new(),
                };
                for page in ["deposit", "correct"] {
                    let hint = hint(&messages, &finding, page);
                    let word = OF_MACHINES.into_iter().find(|word| hint.contains(word));
                    assert_eq!(word, None, "{}: {hint}", rule.id);
                }
            }
        }
    }

    #[test]
    fn no_rule_sends_who_reads_a_register_of_births_to_the_paper_form() {
        let words = [
            (Lang::Fr, "fiche papier"),
            (Lang::Fr, "fiches papier"),
            (Lang::Nl, "papieren fiche"),
            (Lang::En, "paper form"),
        ];
        for (lang, word) in words {
            let messages = Messages::new(lang);
            for rule in bato::validate::RULES {
                let finding = Finding {
                    rule: rule.id,
                    severity: bato::finding::Severity::Warning,
                    at: bato::record::RowAt { row: 3, ..Default::default() }.cell(None),
                    value: "x".into(),
                    args: Vec::new(),
                };
                let hint = of_paper(&messages, Kind::Birth, &hint(&messages, &finding, "correct"));
                assert!(!hint.contains(word), "{}: {hint}", rule.id);
            }
        }
    }

    #[test]
    fn a_date_that_does_not_exist_says_why() {
        let messages = Messages::new(Lang::Fr);
        let why = |typed: &str| why_no_date(&messages, typed).unwrap_or_default().replace('\u{a0}', " ");
        assert_eq!(why("31/06/1990"), "Le mois 06 n’a que 30 jours.");
        assert_eq!(why("30 2 1989"), "Le mois 2 n’a que 29 jours.");
        assert_eq!(why("29/02/2001"), "En 2001, le mois 02 n’a que 28 jours.");
        assert_eq!(why("12/13/2001"), "Il n’y a pas de mois 13 : une année en a 12.");
        assert_eq!(why("45/12/2001"), "Aucun mois n’a de jour 45.");
        assert_eq!(why("1990-06-31"), "Le mois 06 n’a que 30 jours.");
        assert!(why("7/10/00").starts_with("L’année « 00 » ne dit pas"));
        assert_eq!(why("vers mars"), "");
    }

    #[test]
    fn moments_and_sizes_are_those_of_the_language() {
        let messages = Messages::new(Lang::Fr);
        assert_eq!(moment(&messages, "2026-05-10T09:08:07+01:00"), "10/05/2026 09:08");
        assert_eq!(moment(&messages, "2026-05-10"), "10/05/2026");
        assert_eq!(moment(&messages, "?"), "?");
        assert_eq!(messages.day_first("2026-05-10"), "10/05/2026");
        for typed in ["22-4-08", "2-3-25", "8-7-05", "2022-4-8", "+022-04-08", "22-04-2008", "2026-13-40", ""] {
            assert_eq!(messages.day_first(typed), typed);
        }
        assert_eq!(
            plain_paths("census/a.csv:3 « births/b.xlsx », precensus/c, data/events/d"),
            "a.csv:3 « b.xlsx », precensus/c, data/events/d"
        );
        let hint =
            "Écrivez M. Sinon, « Réglages » (dans un terminal : bato settings word sex F \"(x)\", ou M). Fin (ici).";
        assert_eq!(without_commands(&messages, hint), "Écrivez M. Sinon, « Réglages ». Fin (ici).");
        assert_eq!(file_words(&messages, "census/a/Q06.csv"), "a/Q06.csv");
        assert!(file_words(&messages, "events/saisie/2018-ruth.csv").contains("guichet"));
        let typed = |path: &str| file_words(&messages, path).replace('\u{a0}', " ");
        assert_eq!(typed("births/saisie/2026 Espérance-Nzuzi.csv"), "actes tapés ici (2026, Espérance Nzuzi)");
        assert_eq!(typed("census/saisie/Boma 2025 Ruth.csv"), "fiches tapées ici (Boma 2025, Ruth)");
        assert_eq!(typed("events/saisie/2018-ruth-mbala.csv"), "événements signalés au guichet (2018, Ruth Mbala)");
        assert_eq!(size(&messages, 1), "1\u{a0}Ko");
        assert_eq!(size(&messages, 3 << 20), "3\u{a0}Mo");
    }
}
