//! `bato find`: a person by name however spelt, birth date or age, quartier, parent; and `bato log`: who looked.

use bato::app::{self, PersonMatch};
use bato::config::Config;
use bato::error::Error;
use bato::find::{Born, Query};
use bato::messages::{Fact, Messages};
use bato::store::LookUp;
use chrono::{Datelike, NaiveDate};

use super::args::Args;
use super::{DONE, DONE_WITH_FAULTS, Terminal, now};

/// What was typed after the command.
pub(super) struct Wanted<'a> {
    pub(super) name: &'a [String],
    pub(super) born: Option<&'a str>,
    pub(super) age: Option<u32>,
    pub(super) quartier: Option<&'a str>,
    pub(super) parent: Option<&'a str>,
    pub(super) limit: usize,
    pub(super) why: Option<&'a str>,
    pub(super) as_json: bool,
}

pub(super) fn find(args: &Args, wanted: &Wanted<'_>, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let today = config.run.today.unwrap_or_else(|| chrono::Local::now().date_naive());
    let query = Query {
        name: wanted.name.join(" "),
        born: born(wanted, today)?,
        quartier: wanted.quartier.map(str::to_owned),
        parent: wanted.parent.map(str::to_owned),
    };
    if query == Query::default() {
        return Err(Error::new("find-nothing-asked"));
    }
    let found = app::find(&args.clean, &query, wanted.limit.max(1))?;
    logged(args, "find", &asked(&query), found.len() as u64, wanted.why)?;
    if wanted.as_json {
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

/// Writes down who looked at what, before it is shown.
pub(super) fn logged(args: &Args, what: &str, asked: &str, shown: u64, why: Option<&str>) -> Result<(), Error> {
    let who = user();
    app::log_look_up(
        &args.clean,
        LookUp {
            n: 0,
            at: now(),
            who: who.unwrap_or_default(),
            account: String::new(),
            what: what.to_owned(),
            asked: asked.to_owned(),
            shown,
            why: why.unwrap_or_default().to_owned(),
            before: String::new(),
        },
    )
}

/// Who sits at the machine, as the system knows them.
pub(super) fn user() -> Option<String> {
    ["USER", "USERNAME", "LOGNAME"].into_iter().find_map(|name| std::env::var(name).ok())
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
fn born(wanted: &Wanted<'_>, today: NaiveDate) -> Result<Option<Born>, Error> {
    if let Some(age) = wanted.age {
        return Ok(Some(Born::In { year: today.year() - age as i32, give: 1 }));
    }
    let Some(text) = wanted.born.map(str::trim) else { return Ok(None) };
    if let Ok(year) = text.parse::<i32>()
        && (1800..=today.year()).contains(&year)
    {
        return Ok(Some(Born::In { year, give: 1 }));
    }
    let day = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
        .into_iter()
        .find_map(|format| NaiveDate::parse_from_str(text, format).ok());
    day.map(|day| Some(Born::On(day))).ok_or_else(|| Error::new("find-bad-date").with("value", text))
}

/// What was asked, in one line, for the log.
fn asked(query: &Query) -> String {
    let born = query.born.map(|born| match born {
        Born::On(day) => format!("born={day}"),
        Born::In { year, .. } => format!("born~{year}"),
    });
    let of = |name: &str, value: &Option<String>| value.as_ref().map(|value| format!("{name}={value}"));
    let name = Some(query.name.clone()).filter(|name| !name.is_empty());
    [name, born, of("quartier", &query.quartier), of("parent", &query.parent)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

fn table(messages: &Messages, found: &[PersonMatch]) -> String {
    let line = |cells: [&str; 6]| {
        let [id, name, sex, born, quartier, household] = cells;
        format!("{id:<13} {name:<34} {sex:<1} {born:<18} {quartier:<16} {household}").trim_end().to_owned()
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
            or_blank(&person.sex),
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
