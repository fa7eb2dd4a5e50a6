//! The messages for users, from the Fluent files in `locales/` (French, Dutch, English).
//!
//! Code contains no sentences: a caller names a message and passes its arguments. The files are compiled into the
//! program. Numbers and dates are formatted in the style of the language.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::error::{Error, shown_path};
use crate::finding::Finding;

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

    fn files(self) -> [&'static str; 15] {
        macro_rules! files {
            ($lang:literal) => {
                files!(
                    $lang, "cli", "errors", "rules", "report", "words", "template", "corrections", "review", "changes",
                    "find", "history", "tables", "parcels", "desk", "course"
                )
            };
            ($lang:literal, $($file:literal),*) => {
                [$(include_str!(concat!("../locales/", $lang, "/", $file, ".ftl"))),*]
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

macro_rules! fact_from {
    ($($from:ty: |$value:ident| $fact:expr;)*) => {$(
        impl<'a> From<$from> for Fact<'a> {
            fn from($value: $from) -> Self {
                $fact
            }
        }
    )*};
}

fact_from! {
    &'a str: |text| Self::Text(Cow::Borrowed(text));
    &'a String: |text| Self::Text(Cow::Borrowed(text));
    String: |text| Self::Text(Cow::Owned(text));
    &Path: |path| Self::Text(Cow::Owned(shown_path(path)));
    &PathBuf: |path| Self::from(path.as_path());
    u64: |count| Self::Count(count);
    usize: |count| Self::Count(count as u64);
}

/// A message with its arguments, each a variable of its name or a value: `say!(messages, id, n, path = &out)`.
#[macro_export]
macro_rules! say {
    (@value $name:ident) => { $name };
    (@value $name:ident = $value:expr) => { $value };
    ($messages:expr, $id:expr $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $messages.say($id, &[$((stringify!($name), $crate::messages::Fact::from($crate::say!(@value $name $(= $value)?)))),*])
    };
}
pub use say;

/// An error in the words of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorText {
    /// What is wrong, and where.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

/// The message and the hint in one paragraph.
impl std::fmt::Display for ErrorText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.hint {
            Some(hint) => write!(f, "{} {hint}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

/// The messages of one language.
pub struct Messages {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    /// The sentence that names whom to call: the argument `support` of every message.
    support: String,
}

/// Returns the text of a message file with the separator of Windows in each path of the register.
fn with_backslashes(file: &str) -> String {
    const STARTS: [&str; 4] = ["data-raw/", "data-clean/", "tests/truth", "{ $path }/"];
    let is_end = |c: char| c.is_whitespace() || matches!(c, ',' | ')' | ':' | ';');
    let mut text = String::with_capacity(file.len());
    let mut rest = file;
    while let Some(start) = STARTS.iter().filter_map(|start| rest.find(start)).min() {
        let (before, path) = rest.split_at(start);
        // The placeholder holds blanks.
        let from = if path.starts_with('{') { path.find('}').unwrap_or(0) } else { 0 };
        let (path, after) = path.split_at(path[from..].find(is_end).map_or(path.len(), |end| from + end));
        text.push_str(before);
        text.push_str(&path.replace('/', "\\"));
        rest = after;
    }
    text + rest
}

impl Messages {
    /// Loads the messages of a language from the compiled-in files.
    ///
    /// Entries that Fluent cannot parse are skipped; a test rejects such files.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(lang.code().parse().into_iter().collect());
        bundle.set_use_isolating(false);
        for file in lang.files() {
            let file = if cfg!(windows) { with_backslashes(file) } else { file.to_owned() };
            let resource = FluentResource::try_new(file).unwrap_or_else(|(partial, _)| partial);
            // Of two messages with one id the first is used; a test rejects such files.
            let _ = bundle.add_resource(resource);
        }
        let mut messages = Self { lang, bundle, support: String::new() };
        messages.support = messages.text("support-unnamed");
        messages
    }

    /// Names the person to call, whom messages about a fault of the program show.
    pub fn set_support(&mut self, name: &str, telephone: &str) {
        let (name, telephone) = match (name.trim(), telephone.trim()) {
            ("", "") => return,
            ("", telephone) => (telephone, "none"),
            (name, "") => (name, "none"),
            both => both,
        };
        self.support = say!(self, "support-named", name = name, telephone = telephone);
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

    /// Returns the message `id` (`name` or `name.attribute`) with its arguments; the id itself if there is no such
    /// message.
    ///
    /// A count `n` reaches the message twice: `$n` chooses the plural, `$n_shown` is the number as the language writes
    /// it. Every message may use `$support`, the sentence that names whom to call.
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

    /// The message `<set>-<code>`, or the code itself where there is none.
    #[must_use]
    pub fn code(&self, set: &str, code: &str) -> String {
        let id = format!("{set}-{code}");
        if self.has(&id) { self.text(&id) } else { code.to_owned() }
    }

    /// A value of a column of the table `persons` in words; text that is no code stays as it is.
    ///
    /// A birth date may be followed by its precision in brackets, as changes and history write it.
    #[must_use]
    pub fn person_value(&self, column: &str, value: &str) -> String {
        match column {
            "sex" => self.code("template-sex", value),
            "relation" => self.code("template-relation", value),
            "marital_status" => self.code("template-marital_status", value),
            "status" => self.code("status", value),
            "born_on" => {
                let (day, precision) = value.split_once(" (").unwrap_or((value, "day)"));
                let day = day.parse::<NaiveDate>();
                day.map_or_else(|_| value.to_owned(), |day| self.birth_date(day, precision.trim_end_matches(')')))
            }
            _ => value.to_owned(),
        }
    }

    /// The word of a code of a person in the form of the sex, where it has one: `Fils`, not `Fils ou fille`.
    #[must_use]
    pub fn person_value_of(&self, column: &str, value: &str, sex: Option<&str>) -> String {
        let codes = if column == "status" { column.to_owned() } else { format!("template-{column}") };
        let id = sex.map(|sex| format!("{codes}-{value}.{sex}"));
        match id.filter(|id| self.has(id)) {
            Some(id) => self.text(&id),
            None => self.person_value(column, value),
        }
    }

    /// A birth date as precisely as it is known: `day`, `month`, `year`, `about`, or `unknown` (written as a year).
    #[must_use]
    pub fn birth_date(&self, day: NaiveDate, precision: &str) -> String {
        let year = day.format("%Y").to_string();
        match precision {
            "day" => self.date(day),
            "month" => day.format("%m/%Y").to_string(),
            "about" => say!(self, "show-about", year = year),
            _ => year,
        }
    }

    /// A text as it is shown: a day that a workbook holds as a date is written as the language writes dates. What was
    /// typed otherwise stays as it is: « 22-4-08 » is no day of the year 22.
    #[must_use]
    pub fn day_first(&self, text: &str) -> String {
        let is_sign =
            |(place, byte): (usize, u8)| if matches!(place, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
        let is_day_of_workbook = text.len() == 10 && text.bytes().enumerate().all(is_sign);
        let day = is_day_of_workbook.then(|| text.parse::<NaiveDate>().ok()).flatten();
        day.map_or_else(|| text.to_owned(), |day| self.date(day))
    }

    /// A value with its name before it, with the punctuation of the language.
    #[must_use]
    pub fn labelled(&self, what: &str, value: &str) -> String {
        say!(self, "labelled", what = what, value = value)
    }

    /// A value of a person that changed, the names of the columns and codes in words, in the form of the sex; "" is
    /// none.
    #[must_use]
    pub fn changed_value(&self, column: &str, before: &str, after: &str, sex: Option<&str>) -> String {
        let or_blank = |value: &str| match value {
            "" => self.text("changes-blank"),
            value => self.person_value_of(column, value, sex),
        };
        let what = self.text(&format!("changes-field-{column}"));
        say!(self, "changes-value", what = what, before = or_blank(before), after = or_blank(after))
    }

    /// Returns what an error says and what to do.
    #[must_use]
    pub fn error(&self, error: &Error) -> ErrorText {
        let id = format!("error-{}", error.code);
        let mut facts: Vec<(&str, Fact<'_>)> = error.args.iter().map(|(name, value)| (*name, fact(value))).collect();
        let cause = error.cause.as_deref().unwrap_or("");
        facts.push(("cause", cause.into()));
        // Where no file could be read, the cause is the code of the first file's error.
        let reason = format!("error-{cause}");
        if self.has(&reason) {
            let reason = self.say(&reason, &facts);
            facts.push(("reason", reason.into()));
        }
        let hint = format!("{id}.hint");
        ErrorText { message: self.say(&id, &facts), hint: self.has(&hint).then(|| self.say(&hint, &facts)) }
    }

    /// Returns the message of a finding.
    #[must_use]
    pub fn finding(&self, finding: &Finding) -> String {
        let text = self.say(&format!("rule-{}", finding.rule), &self.facts_of(finding));
        let fact = |name: &str| finding.args.iter().find(|(own, _)| *own == name).map(|(_, value)| value.as_str());
        match (fact("corrected_from"), fact("corrected_by")) {
            (Some(old), Some(author)) => {
                let facts = [("old", shortened(old).into()), ("author", author.into())];
                format!("{text} {}", self.say("finding-corrected", &facts))
            }
            // A fact is missing in a register of an earlier version.
            _ if text.contains("{$") || text.contains("{ $") => self.finding_part(finding, "title"),
            _ => text,
        }
    }

    /// Returns a part of a rule's message: its `title` of two or three words, `why` the fault matters, the remedy
    /// (`hint`).
    #[must_use]
    pub fn finding_part(&self, finding: &Finding, part: &str) -> String {
        self.say(&format!("rule-{}.{part}", finding.rule), &self.facts_of(finding))
    }

    /// Returns the arguments of the messages of a finding.
    fn facts_of<'f>(&self, finding: &'f Finding) -> Vec<(&'f str, Fact<'f>)> {
        let mut facts: Vec<(&str, Fact<'_>)> = vec![("value", self.day_first(&shortened(&finding.value)).into())];
        for (name, value) in &finding.args {
            let fact = match (*name, value.parse::<u64>()) {
                // A column's meaning is a code with a word of its own.
                ("field", _) => self.text(&format!("field-{value}")).into(),
                // Columns with their meanings: `B=nom F=sex`.
                ("fields", _) => self.columns_with_fields(value).into(),
                ("n" | "more", Ok(count)) => Fact::Count(count),
                ("place", _) => self.cell_in_words(value).into(),
                _ => self.day_first(value).into(),
            };
            facts.push((name, fact));
        }
        if finding.rule == "unreadable-date" {
            facts.push(("form", form_of_date(&finding.value).into()));
        }
        facts
    }

    /// Returns the words of a cell as a spreadsheet names it: `Feuil1!C7`, or `C7` in a CSV.
    fn cell_in_words(&self, place: &str) -> String {
        let is_cell = |text: &str| {
            let digits = text.trim_start_matches(|c: char| c.is_ascii_uppercase());
            digits.len() < text.len() && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
        };
        match place.rsplit_once('!') {
            Some((sheet, cell)) if is_cell(cell) => say!(self, "desk-correct-place-in", cell, sheet),
            None if is_cell(place) => say!(self, "desk-correct-place", cell = place),
            _ => place.to_owned(),
        }
    }

    /// Returns columns with their meanings in words: `B = nom, F = sexe` for `B=nom F=sex`.
    fn columns_with_fields(&self, list: &str) -> String {
        let in_words = |part: &str| {
            let (column, field) = part.split_once('=')?;
            Some(format!("{column} = {}", self.text(&format!("field-{field}"))))
        };
        list.split(' ').filter_map(in_words).collect::<Vec<_>>().join(", ")
    }
}

/// Whether a text below the heading of a date is the number of an age.
fn form_of_date(value: &str) -> &'static str {
    const OLDEST: u32 = 110;
    match value.trim().parse::<u32>() {
        Ok(age) if age <= OLDEST => "age",
        _ => "date",
    }
}

/// The argument of an error. A whole number chooses the plural of its message; text with a leading zero or a sign is no
/// count.
fn fact(value: &str) -> Fact<'_> {
    match value.parse::<u64>() {
        Ok(count) if !value.starts_with('0') || value == "0" => Fact::Count(count),
        _ => Fact::from(value),
    }
}

/// Shortens a value to 60 characters.
fn shortened(value: &str) -> String {
    const MAX_CHARS: usize = 60;
    if value.chars().count() <= MAX_CHARS {
        value.to_owned()
    } else {
        value.chars().take(MAX_CHARS).chain(['…']).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::with_backslashes;

    #[test]
    fn a_path_of_a_message_has_one_kind_of_separator_on_windows() {
        let text = "Mettez-le dans data-raw/reference/quartiers.csv, colonne jour/mois, ou { $path }/census (data-raw/events).";
        let expected = "Mettez-le dans data-raw\\reference\\quartiers.csv, colonne jour/mois, ou { $path }\\census (data-raw\\events).";
        assert_eq!(with_backslashes(text), expected);
        assert_eq!(with_backslashes("jj/mm/aaaa"), "jj/mm/aaaa");
    }
}
