//! The messages for users, from the Fluent files in `locales/` (French, Dutch, English).
//!
//! Code contains no sentences: a caller names a message and passes its arguments. The files are compiled into the
//! program. Numbers and dates are formatted in the style of the language.

mod codes;
mod finding;

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// French.
    #[default]
    Fr,
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Lang {
    /// Every language, French first.
    pub const ALL: [Self; 3] = [Self::Fr, Self::Nl, Self::En];

    /// Returns the two-letter code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// Returns the language of a code or of a locale such as `nl_BE.UTF-8`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| code.get(..2).is_some_and(|two| two.eq_ignore_ascii_case(lang.code())))
    }

    fn id(self) -> LanguageIdentifier {
        match self {
            Self::Fr => langid!("fr"),
            Self::Nl => langid!("nl"),
            Self::En => langid!("en"),
        }
    }

    fn files(self) -> [&'static str; 12] {
        macro_rules! files {
            ($lang:literal) => {
                [
                    include_str!(concat!("../locales/", $lang, "/cli.ftl")),
                    include_str!(concat!("../locales/", $lang, "/errors.ftl")),
                    include_str!(concat!("../locales/", $lang, "/rules.ftl")),
                    include_str!(concat!("../locales/", $lang, "/report.ftl")),
                    include_str!(concat!("../locales/", $lang, "/words.ftl")),
                    include_str!(concat!("../locales/", $lang, "/template.ftl")),
                    include_str!(concat!("../locales/", $lang, "/corrections.ftl")),
                    include_str!(concat!("../locales/", $lang, "/review.ftl")),
                    include_str!(concat!("../locales/", $lang, "/changes.ftl")),
                    include_str!(concat!("../locales/", $lang, "/find.ftl")),
                    include_str!(concat!("../locales/", $lang, "/history.ftl")),
                    include_str!(concat!("../locales/", $lang, "/tables.ftl")),
                ]
            };
        }
        match self {
            Self::Fr => files!("fr"),
            Self::Nl => files!("nl"),
            Self::En => files!("en"),
        }
    }
}

/// An argument of a message.
#[derive(Debug, Clone)]
pub enum Fact<'a> {
    /// Text, inserted unchanged.
    Text(Cow<'a, str>),
    /// A count, with the digit grouping of the language; it also selects singular or plural.
    Count(u64),
}

impl<'a> From<&'a str> for Fact<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Fact<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<u64> for Fact<'_> {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Fact<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

/// The messages of one language.
pub struct Messages {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    /// Whom to call: the fact `support` of every message.
    support: String,
}

impl Messages {
    /// Loads the messages of a language from the compiled-in files.
    ///
    /// Entries that Fluent cannot parse are skipped; a test rejects such files.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.id()]);
        bundle.set_use_isolating(false);
        for file in lang.files() {
            let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(partial, _)| partial);
            // Of two messages with one id the first is used; a test rejects such files.
            let _ = bundle.add_resource(resource);
        }
        let mut messages = Self { lang, bundle, support: String::new() };
        messages.support = messages.text("support-unnamed");
        messages
    }

    /// Names the person that messages about a fault of the program tell the reader to call.
    pub fn set_support(&mut self, name: &str, telephone: &str) {
        let (name, telephone) = match (name.trim(), telephone.trim()) {
            ("", "") => return,
            ("", telephone) => (telephone, "none"),
            (name, "") => (name, "none"),
            both => both,
        };
        self.support = self.say("support-named", &[("name", name.into()), ("telephone", telephone.into())]);
    }

    /// Returns the language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether a message with this id (`name` or `name.attribute`) exists.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        match id.split_once('.') {
            Some((name, attribute)) => {
                self.bundle.get_message(name).is_some_and(|m| m.get_attribute(attribute).is_some())
            }
            None => self.bundle.get_message(id).is_some_and(|m| m.value().is_some()),
        }
    }

    /// Returns the message `id` (`name` or `name.attribute`), which takes no arguments.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.say(id, &[])
    }

    /// Returns the message `id` (`name` or `name.attribute`) with its arguments; the id itself if there is no such message.
    ///
    /// A count `n` reaches the message twice: `$n` chooses the plural, `$n_shown` is the number as the language writes it.
    /// Every message may use `$support`, the sentence that names whom to call.
    #[must_use]
    pub fn say(&self, id: &str, facts: &[(&str, Fact<'_>)]) -> String {
        let (name, attribute) = match id.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (id, None),
        };
        let pattern = self.bundle.get_message(name).and_then(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|a| a.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else { return id.to_owned() };
        let mut args = FluentArgs::new();
        args.set("support", FluentValue::from(self.support.as_str()));
        for (fact, value) in facts {
            match value {
                Fact::Text(text) => args.set(fact.to_string(), FluentValue::from(text.to_string())),
                Fact::Count(count) => {
                    args.set(format!("{fact}_shown"), FluentValue::from(self.count(*count)));
                    args.set(fact.to_string(), FluentValue::from(*count as f64));
                }
            }
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }

    /// Formats a whole number with groups of three digits: `12 841` (narrow no-break space), `12.841`, `12,841`.
    #[must_use]
    pub fn count(&self, number: u64) -> String {
        let separator = match self.lang {
            Lang::Fr => '\u{202f}',
            Lang::Nl => '.',
            Lang::En => ',',
        };
        let digits = number.to_string();
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// Formats a number with this number of decimals and the decimal sign of the language.
    #[must_use]
    pub fn decimal(&self, number: f64, decimals: usize) -> String {
        let rounded = format!("{:.decimals$}", number.abs());
        let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, ""));
        let mut text = String::new();
        if number < 0.0 && rounded.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
            text.push('\u{2212}');
        }
        text.push_str(&self.count(whole.parse().unwrap_or(0)));
        if !fraction.is_empty() {
            text.push(if self.lang == Lang::En { '.' } else { ',' });
            text.push_str(fraction);
        }
        text
    }

    /// Formats a fraction as a percentage with one decimal: `94,3 %`, `94,3 %`, `94.3%`.
    #[must_use]
    pub fn percent(&self, fraction: f64) -> String {
        let number = self.decimal(fraction * 100.0, 1);
        match self.lang {
            Lang::Fr | Lang::Nl => format!("{number}\u{a0}%"),
            Lang::En => format!("{number}%"),
        }
    }

    /// Formats a date: `05/03/2017`, `05-03-2017`, `5 March 2017`.
    #[must_use]
    pub fn date(&self, day: NaiveDate) -> String {
        match self.lang {
            Lang::Fr => day.format("%d/%m/%Y").to_string(),
            Lang::Nl => day.format("%d-%m-%Y").to_string(),
            Lang::En => format!("{} {} {}", day.day(), day.format("%B"), day.year()),
        }
    }
}
