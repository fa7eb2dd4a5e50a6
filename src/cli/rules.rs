//! `bato rules`: lists the rules with the severities in force, or explains one rule.

use bato::config::Config;
use bato::error::{Error, ErrorCode};
use bato::finding::Severity;
use bato::messages::{Fact, say};
use bato::validate::{RULES, Rule, Rules};

use super::{DONE, Terminal};

pub(super) fn rules(named: Option<&str>, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let today = super::today(config);
    let in_force = Rules::new(&config.validate, today)?;
    match named {
        None => RULES.iter().for_each(|rule| terminal.print(&line(terminal, &in_force, rule))),
        Some(id) => {
            let unknown = || Error::new(ErrorCode::UnknownRule).with("value", id);
            let rule = RULES.iter().find(|rule| rule.id == id).ok_or_else(unknown)?;
            terminal.print(&explanation(terminal, &in_force, rule));
        }
    }
    Ok(DONE)
}

/// A rule in one line: id, severity, title and scope.
fn line(terminal: &Terminal, in_force: &Rules, rule: &Rule) -> String {
    let messages = &terminal.messages;
    let severity = messages.text(&format!("severity-{}", in_force.severity(rule).code()));
    let title = messages.text(&format!("rule-{}.title", rule.id));
    let scope = messages.text(&format!("rules-scope-{}", rule.scope()));
    format!("{:<28} {severity}  {title} ({scope})", rule.id)
}

/// Explains a rule: why it counts, what to do, and how to change its severity.
fn explanation(terminal: &Terminal, in_force: &Rules, rule: &Rule) -> String {
    let messages = &terminal.messages;
    // The value, year… of a finding: none is at hand here.
    let facts = ["value", "year"].map(|name| (name, Fact::from("…")));
    let part = |part: &str| messages.say(&format!("rule-{}.{part}", rule.id), &facts);
    let other = if in_force.severity(rule) == Severity::Error { "warning" } else { "error" };
    let setting = format!("{} = \"{other}\"", rule.id);
    [
        line(terminal, in_force, rule),
        format!("  {}", part("why")),
        format!("  {} {}", messages.text("word-hint"), part("hint")),
        format!("  {}", say!(messages, "rules-setting", setting)),
    ]
    .join("\n")
}
