//! What a finding says: the same words on the terminal and in a corrections workbook.

use crate::finding::Finding;

use super::{Fact, Messages};

impl Messages {
    /// What a finding says.
    #[must_use]
    pub fn finding(&self, finding: &Finding) -> String {
        self.say(&format!("rule-{}", finding.rule), &self.facts_of(finding))
    }

    /// The fault in two or three words.
    #[must_use]
    pub fn finding_title(&self, finding: &Finding) -> String {
        self.say(&format!("rule-{}.title", finding.rule), &self.facts_of(finding))
    }

    /// Why it counts.
    #[must_use]
    pub fn finding_why(&self, finding: &Finding) -> String {
        self.say(&format!("rule-{}.why", finding.rule), &self.facts_of(finding))
    }

    /// What to do about it.
    #[must_use]
    pub fn finding_hint(&self, finding: &Finding) -> String {
        self.say(&format!("rule-{}.hint", finding.rule), &self.facts_of(finding))
    }

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

fn shortened(value: &str) -> String {
    const LONGEST: usize = 60;
    if value.chars().count() <= LONGEST {
        value.to_owned()
    } else {
        value.chars().take(LONGEST).chain(['…']).collect()
    }
}
