//! Tests of the message files: each exists in every language, can be parsed, and has every message that the code uses.

use std::collections::BTreeSet;

use bato::error::ErrorCode;
use bato::messages::{Lang, Messages};

use crate::door::project;

/// Returns the names of all files in `locales/<lang>`.
fn files(lang: Lang) -> BTreeSet<String> {
    let entries = std::fs::read_dir(project().join("locales").join(lang.code())).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn text_of(lang: Lang, file: &str) -> String {
    std::fs::read_to_string(project().join("locales").join(lang.code()).join(file)).unwrap()
}

/// Returns the ids (`name` and `name.attribute`) of a message file, in order.
fn ids(text: &str) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    let mut name = String::new();
    for line in text.lines() {
        if let Some((id, _)) = line
            .split_once(" =")
            .filter(|(id, _)| !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)))
        {
            name = id.to_owned();
            ids.push(name.clone());
        } else if let Some((attribute, _)) = line.trim_start().strip_prefix('.').and_then(|rest| rest.split_once(" ="))
        {
            ids.push(format!("{name}.{attribute}"));
        }
    }
    ids
}

#[test]
fn the_three_languages_have_the_same_files() {
    let french = files(Lang::Fr);
    assert!(french.len() > 10 && french.iter().all(|file| file.ends_with(".ftl")), "{french:?}");
    assert_eq!(files(Lang::Nl), french, "locales/nl and locales/fr");
    assert_eq!(files(Lang::En), french, "locales/en and locales/fr");
}

#[test]
fn the_three_languages_have_the_same_messages() {
    for file in files(Lang::Fr) {
        let of = |lang| ids(&text_of(lang, &file)).into_iter().collect::<BTreeSet<_>>();
        let french = of(Lang::Fr);
        for lang in [Lang::Nl, Lang::En] {
            let other = of(lang);
            let differ: Vec<_> = french.symmetric_difference(&other).collect();
            assert!(differ.is_empty(), "{file} differs between fr and {}: {differ:?}", lang.code());
        }
    }
}

#[test]
fn every_message_can_be_parsed_is_loaded_and_has_a_unique_id() {
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        let mut seen = BTreeSet::new();
        for file in files(lang) {
            let text = text_of(lang, &file);
            assert!(fluent_bundle::FluentResource::try_new(text.clone()).is_ok(), "{} {file}", lang.code());
            for id in ids(&text) {
                assert!(messages.has(&id), "{} {id}", lang.code());
                assert!(seen.insert(id.clone()), "{} {id} twice", lang.code());
            }
        }
    }
}

/// Returns all files of `src` as one text.
fn sources() -> String {
    fn walk(folder: &std::path::Path, all: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, all);
            } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "html") {
                all.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut all = String::new();
    walk(&project().join("src"), &mut all);
    all
}

/// Returns the words between `before` and the next quotation mark.
fn quoted_after<'s>(sources: &'s str, before: &str) -> BTreeSet<&'s str> {
    sources
        .split(before)
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(word, _)| word)
        .filter(|word| !word.contains(['{', ' ']))
        .collect()
}

#[test]
fn no_two_rules_have_one_title() {
    for lang in Lang::ALL {
        let text = text_of(lang, "rules.ftl");
        let titles: Vec<&str> = text.lines().filter_map(|line| line.trim().strip_prefix(".title = ")).collect();
        let unique: BTreeSet<&str> = titles.iter().copied().collect();
        let doubled = unique.iter().find(|title| titles.iter().filter(|own| own == title).count() > 1);
        assert!(titles.len() > 50 && doubled.is_none(), "{lang:?}: {doubled:?}");
    }
}

#[test]
fn every_error_code_has_a_message_and_a_remedy() {
    for messages in Lang::ALL.map(Messages::new) {
        for code in ErrorCode::ALL {
            assert!(messages.has(&format!("error-{code}")), "error-{code}");
            assert!(messages.has(&format!("error-{code}.hint")), "error-{code}.hint");
        }
    }
}

#[test]
fn every_message_named_in_the_code_exists() {
    let sources = sources();
    let messages = Messages::new(Lang::Fr);
    let named: BTreeSet<&str> = ["messages.text(\"", "messages.say(\"", "say!(messages, \""]
        .iter()
        .flat_map(|before| quoted_after(&sources, before))
        .collect();
    assert!(named.len() > 20, "too few messages found in the sources: {named:?}");
    for id in named {
        assert!(messages.has(id), "{id}");
    }
}

#[test]
fn numbers_and_dates_have_the_format_of_each_language() {
    let day = chrono::NaiveDate::from_ymd_opt(2017, 3, 5).unwrap();
    let of = |lang| {
        let messages = Messages::new(lang);
        [messages.count(1_234_567), messages.decimal(-1234.5, 1), messages.percent(0.869), messages.date(day)]
    };
    assert_eq!(of(Lang::Fr), ["1\u{202f}234\u{202f}567", "\u{2212}1\u{202f}234,5", "86,9\u{a0}%", "05/03/2017"]);
    assert_eq!(of(Lang::Nl), ["1.234.567", "\u{2212}1.234,5", "86,9\u{a0}%", "05-03-2017"]);
    assert_eq!(of(Lang::En), ["1,234,567", "\u{2212}1,234.5", "86.9%", "5 March 2017"]);
}
