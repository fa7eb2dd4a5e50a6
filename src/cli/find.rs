//! `bato find` finds persons by name in any spelling, birth date or age, quartier, parent; `bato log` lists look-ups.

use bato::app::{self, PersonMatch};
use bato::config::Config;
use bato::error::{Error, ErrorCode};
use bato::find::{BirthQuery, Query};
use bato::messages::{Messages, say};
use bato::store::LogFault;
use chrono::{Datelike, NaiveDate};

use super::args::{Args, FindArgs};
use super::{DONE, DONE_WITH_FAULTS, Terminal, in_one_line};

pub(super) fn find(args: &Args, wanted: &FindArgs, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let query = Query {
        name: wanted.name.join(" "),
        born: born(wanted, super::today(config))?,
        quartier: wanted.quartier.clone(),
        parent: wanted.parent.clone(),
    };
    if query == Query::default() {
        return Err(Error::new(ErrorCode::FindNothingAsked));
    }
    app::check_quartier(&args.raw, &args.clean, query.quartier.as_deref())?;
    let found = app::find(&args.clean, &query, wanted.limit.max(1), &args.access(terminal)?)?;
    if wanted.json {
        let persons: Vec<serde_json::Value> = found.iter().map(json).collect();
        terminal.print(&serde_json::to_string_pretty(&persons).unwrap_or_default());
        return Ok(DONE);
    }
    if found.is_empty() {
        terminal.print(&messages.text("find-none"));
        return Ok(DONE);
    }
    terminal.print(&table(messages, &found));
    if !terminal.is_quiet {
        terminal.tell(&messages.text("find-next"));
    }
    Ok(DONE)
}

/// Prints the last lines of the log, the oldest first.
pub(super) fn log(args: &Args, last: usize, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let log = app::look_ups(&args.clean)?;
    if log.lines.is_empty() {
        terminal.print(&messages.text("log-empty"));
    }
    for line in log.lines.iter().skip(log.lines.len().saturating_sub(last)) {
        let (n, what, why) = (line.n.to_string(), &line.what, if line.why.is_empty() { "–" } else { &line.why });
        let (at, asked, shown) = (in_one_line(&line.at), in_one_line(&line.asked), line.shown);
        let (what, why) = (in_one_line(what), in_one_line(why));
        // A name that differs from that of the account is shown with it.
        let is_own = line.account.is_empty() || line.account == line.who;
        let who = if is_own { line.who.clone() } else { format!("{} ({})", line.who, line.account) };
        let who = in_one_line(&who);
        terminal.print(&say!(messages, "log-line", n, at, who, what, asked, shown, why));
    }
    let Some(fault) = &log.fault else { return Ok(DONE) };
    terminal.tell(&log_fault(messages, fault));
    Ok(DONE_WITH_FAULTS)
}

/// Acknowledges the fault of the log.
pub(super) fn acknowledge_log(args: &Args, terminal: &Terminal) -> Result<u8, Error> {
    let fault = app::acknowledge_log(&args.clean, &args.access(terminal)?)?;
    let messages = &terminal.messages;
    terminal.print(&say!(messages, "log-acknowledged", fault = log_fault_text(messages, &fault)));
    Ok(DONE)
}

/// Describes the fault of the log and what to do.
pub(super) fn log_fault(messages: &Messages, fault: &LogFault) -> String {
    format!("{}\n  {}", log_fault_text(messages, fault), messages.text("log-fault-hint"))
}

fn log_fault_text(messages: &Messages, fault: &LogFault) -> String {
    say!(messages, &format!("log-fault-{}", fault.code()), line = fault.line().to_string())
}

/// The highest age that can be looked for, in years.
const OLDEST: u32 = 130;

/// Reads a birth date (`1975`, `1975-11-09`, `09/11/1975`) or an age; a year or an age may be one year off.
fn born(wanted: &FindArgs, today: NaiveDate) -> Result<Option<BirthQuery>, Error> {
    if let Some(age) = wanted.age {
        if age > OLDEST {
            return Err(Error::new(ErrorCode::FindAge).with("age", age).with("high", OLDEST));
        }
        return Ok(Some(BirthQuery::Year { year: today.year() - age as i32, tolerance: 1 }));
    }
    let Some(text) = wanted.born.as_deref().map(str::trim) else { return Ok(None) };
    let born = BirthQuery::parse(text, today.year());
    born.map(Some).ok_or_else(|| Error::new(ErrorCode::FindBadDate).with("value", text))
}

fn table(messages: &Messages, found: &[PersonMatch]) -> String {
    let line = |cells: [&str; 6]| {
        let [id, name, sex, born, quartier, household] = cells;
        format!("{id:<13} {name:<34} {sex:<8} {born:<18} {quartier:<16} {household}").trim_end().to_owned()
    };
    let heading = ["find-id", "find-name", "find-sex", "find-born", "find-quartier", "find-household"]
        .map(|id| messages.text(id));
    let mut lines = vec![line(heading.each_ref().map(String::as_str))];
    for PersonMatch { person, withdrawn, .. } in found {
        let or_blank = |text: &Option<String>| text.clone().unwrap_or_default();
        let cells = [
            person.person_id.clone(),
            person.whole_name(),
            person.sex.as_ref().map(|sex| messages.person_value("sex", sex)).unwrap_or_default(),
            app::person_birth(person, messages).unwrap_or_default(),
            or_blank(&person.quartier),
            or_blank(&person.household_id),
        ];
        lines.push(line(cells.each_ref().map(String::as_str)));
        if let Some(gone) = withdrawn {
            lines.push(format!("              {}", app::withdrawal(&gone.reason, messages)));
        }
    }
    lines.join("\n")
}

fn json(found: &PersonMatch) -> serde_json::Value {
    let person = &found.person;
    serde_json::json!({
        "person_id": person.person_id, "nom": person.nom, "postnom": person.postnom, "prenom": person.prenom,
        "sex": person.sex, "born_on": person.born_on, "born_on_precision": person.born_on_precision,
        "quartier": person.quartier, "household_id": person.household_id, "status": person.status,
        "withdrawn": found.withdrawn.as_ref().map(|gone| gone.reason.clone()),
        "score": (f64::from(found.score) * 100.0).round() / 100.0,
    })
}
