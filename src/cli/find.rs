//! `bato find`: a person by name however spelt, birth date or age, quartier, parent; and `bato log`: who looked.

use bato::app::{self, PersonMatch};
use bato::config::Config;
use bato::error::{Error, ErrorCode};
use bato::find::{BirthQuery, Query};
use bato::messages::{Fact, Messages};
use chrono::{Datelike, NaiveDate};

use super::args::Args;
use super::{DONE, DONE_WITH_FAULTS, Terminal};

/// The arguments of `bato find`.
pub(super) struct FindArgs<'a> {
    pub(super) name: &'a [String],
    pub(super) born: Option<&'a str>,
    pub(super) age: Option<u32>,
    pub(super) quartier: Option<&'a str>,
    pub(super) parent: Option<&'a str>,
    pub(super) limit: usize,
    pub(super) as_json: bool,
}

pub(super) fn find(args: &Args, options: &FindArgs<'_>, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let today = config.run.today.unwrap_or_else(|| chrono::Local::now().date_naive());
    let query = Query {
        name: options.name.join(" "),
        born: born(options, today)?,
        quartier: options.quartier.map(str::to_owned),
        parent: options.parent.map(str::to_owned),
    };
    if query == Query::default() {
        return Err(Error::new(ErrorCode::FindNothingAsked));
    }
    let found = app::find(&args.clean, &query, options.limit.max(1), &args.access()?)?;
    if options.as_json {
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

/// The last lines of the log, the oldest first.
pub(super) fn log(args: &Args, last: usize, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let log = app::look_ups(&args.clean)?;
    if log.lines.is_empty() {
        terminal.print(&messages.text("log-empty"));
    }
    for line in log.lines.iter().skip(log.lines.len().saturating_sub(last)) {
        let facts = [
            ("n", Fact::from(line.n.to_string())),
            ("at", line.at.as_str().into()),
            ("who", line.who.as_str().into()),
            ("what", line.what.as_str().into()),
            ("asked", line.asked.as_str().into()),
            ("shown", line.shown.into()),
            ("why", if line.why.is_empty() { "–" } else { line.why.as_str() }.into()),
        ];
        terminal.print(&messages.say("log-line", &facts));
    }
    let Some(line) = log.broken else { return Ok(DONE) };
    terminal.tell(&messages.say("log-broken", &[("line", Fact::from(line.to_string()))]));
    Ok(DONE_WITH_FAULTS)
}

/// `1975`, `1975-11-09`, `09/11/1975`; or an age, give or take a year.
fn born(options: &FindArgs<'_>, today: NaiveDate) -> Result<Option<BirthQuery>, Error> {
    if let Some(age) = options.age {
        return Ok(Some(BirthQuery::Year { year: today.year() - age as i32, tolerance: 1 }));
    }
    let Some(text) = options.born.map(str::trim) else { return Ok(None) };
    if let Ok(year) = text.parse::<i32>()
        && (1800..=today.year()).contains(&year)
    {
        return Ok(Some(BirthQuery::Year { year, tolerance: 1 }));
    }
    let day = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
        .into_iter()
        .find_map(|format| NaiveDate::parse_from_str(text, format).ok());
    day.map(|day| Some(BirthQuery::Day(day))).ok_or_else(|| Error::new(ErrorCode::FindBadDate).with("value", text))
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
        let born = super::person::born(person, messages).unwrap_or_default();
        let cells = [
            person.person_id.clone(),
            person.whole_name(),
            person.sex.as_ref().map(|sex| messages.person_value("sex", sex)).unwrap_or_default(),
            born,
            or_blank(&person.quartier),
            or_blank(&person.household_id),
        ];
        lines.push(line(cells.each_ref().map(String::as_str)));
        if let Some(gone) = withdrawn {
            lines.push(format!("              {}", super::person::withdrawal(&gone.reason, messages)));
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
