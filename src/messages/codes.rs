//! The words for values that the tables hold as codes: the same on the terminal, in pages and in exported tables.

use chrono::NaiveDate;

use super::{Fact, Messages};

impl Messages {
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

    /// A birth date as precisely as it is known: `day`, `month`, `year`, `about`, or `unknown` (written as a year).
    #[must_use]
    pub fn birth_date(&self, day: NaiveDate, precision: &str) -> String {
        let year = day.format("%Y").to_string();
        match precision {
            "day" => self.date(day),
            "month" => day.format("%m/%Y").to_string(),
            "about" => self.say("show-about", &[("year", Fact::from(year))]),
            _ => year,
        }
    }

    /// A value with its name before it, with the punctuation of the language.
    #[must_use]
    pub fn labelled(&self, what: &str, value: &str) -> String {
        self.say("labelled", &[("what", what.into()), ("value", value.into())])
    }

    /// A value of a person that changed, the names of the columns and codes in words; "" is none.
    #[must_use]
    pub fn changed_value(&self, column: &str, before: &str, after: &str) -> String {
        let or_blank = |value: &str| match value {
            "" => self.text("changes-blank"),
            value => self.person_value(column, value),
        };
        let facts = [
            ("what", Fact::from(self.text(&format!("changes-field-{column}")))),
            ("before", or_blank(before).into()),
            ("after", or_blank(after).into()),
        ];
        self.say("changes-value", &facts)
    }
}
