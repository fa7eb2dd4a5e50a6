//! The message of a finding, for the terminal and for the corrections workbook.

use crate::finding::Finding;

use super::{Fact, Messages};

impl Messages {
    /// Returns the message of a finding.
    #[must_use]
    pub fn finding(&self, finding: &Finding) -> String {
        self.say(&format!("rule-{}", finding.rule), &self.facts_of(finding))
    }

    /// Returns the title of the rule, two or three words.
    #[must_use]
    pub fn finding_title(&self, finding: &Finding) -> String {
        self.say(&format!("rule-{}.title", finding.rule), &self.facts_of(finding))
    }

    /// Returns the reason why the fault matters.
    #[must_use]
    pub fn finding_why(&self, finding: &Finding) -> String {
        self.say(&format!("rule-{}.why", finding.rule), &self.facts_of(finding))
    }

    /// Returns the remedy.
    #[must_use]
    pub fn finding_hint(&self, finding: &Finding) -> String {
        self.say(&format!("rule-{}.hint", finding.rule), &self.facts_of(finding))
    }

    /// Returns the arguments of the messages of a finding.
    fn facts_of<'f>(&self, finding: &'f Finding) -> Vec<(&'f str, Fact<'f>)> {
        let mut facts: Vec<(&str, Fact<'_>)> = vec![("value", shortened(&finding.value).into())];
        for (name, value) in &finding.args {
            let fact = match (*name, value.parse::<u64>()) {
                // A column's meaning is a code with a word of its own.
                ("field", _) => self.text(&format!("field-{value}")).into(),
                ("n", Ok(count)) => Fact::Count(count),
                _ => value.as_str().into(),
            };
            facts.push((name, fact));
        }
        facts
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
