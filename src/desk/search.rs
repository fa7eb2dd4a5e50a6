//! Looking persons up at the counter: one box for name, date of birth, age or number.
//!
//! What is looked for is sent as a form and kept in the session: in an address it would stay in the browser's history.

use askama::Template;
use bato::app::{self, PersonCard};
use bato::error::{Error, ErrorCode};
use bato::find::{BirthQuery, Query};
use bato::messages::{Messages, say};
use bato::record::parse_id;
use chrono::Datelike;

use super::frame::{self, PageFrame};
use super::sessions::Search;
use super::visit::{Answered, Visit};
use crate::host;

/// Most persons on a page.
const MOST: usize = 20;
/// The highest age that can be looked for, in years.
const OLDEST: i32 = 130;

#[derive(Template)]
#[template(path = "search.html", config = "src/desk/askama.toml")]
struct SearchPage<'v> {
    frame: PageFrame<'v>,
    text: String,
    quartier: String,
    parent: String,
    quartiers: Vec<String>,
    fault: String,
    is_answer: bool,
    found: String,
    cards: Vec<Card>,
}

struct Card {
    /// Whether an event was reported that no run has read.
    has_waiting_event: bool,
    id: String,
    name: String,
    status: String,
    status_class: &'static str,
    values: Vec<(String, String)>,
}

pub(super) fn page(visit: &mut Visit<'_>) -> Answered {
    if visit.is_post {
        return search(visit);
    }
    let Ok(number) = visit.part(1).parse::<u64>() else {
        if app::version_in_use(&visit.desk.paths.clean).is_none() {
            return Err(Error::new(ErrorCode::NoRegister).into());
        }
        return search_page(visit, &Search::default(), None, None);
    };
    // A search that the session has forgotten is begun anew.
    let Some(search) = visit.session.search(number).cloned() else {
        return Ok(visit.see_other("/chercher", Some(visit.messages().text("desk-search-forgotten"))));
    };
    let cards = app::find_cards(&visit.desk.paths.clean, &search.query, MOST, &visit.access()?)?;
    search_page(visit, &search, Some(cards), None)
}

/// Reads what was typed and leads on to the answer.
fn search(visit: &Visit<'_>) -> Answered {
    let text = visit.form.get("texte");
    if let Some(id) = parse_id(text) {
        return Ok(visit.see_other(format!("/personne/{id}"), None));
    }
    let config = visit.desk.config()?;
    let filled = |name: &str| Some(visit.form.get(name).to_owned()).filter(|text| !text.is_empty());
    let (name, born) = name_and_birth(text, host::today(&config).year());
    let query = Query { name, born, quartier: filled("quartier"), parent: filled("parent") };
    let paths = &visit.desk.paths;
    let checked = if query == Query::default() {
        Err(Error::new(ErrorCode::FindNothingAsked))
    } else {
        app::check_quartier(&paths.raw, &paths.clean, query.quartier.as_deref())
    };
    let search = Search { query, text: text.to_owned() };
    if let Err(error) = checked {
        return search_page(visit, &search, None, Some(&error));
    }
    let number = visit.desk.sessions.add_search(&visit.session.cookie, search);
    Ok(visit.see_other(format!("/chercher/{number}"), None))
}

/// Divides what was typed into the words of a name and a date of birth, a year, or an age (`32 ans`).
fn name_and_birth(text: &str, this_year: i32) -> (String, Option<BirthQuery>) {
    const YEARS: [&str; 5] = ["ans", "an", "jaar", "years", "year"];
    let words: Vec<&str> = text.split_whitespace().collect();
    let (mut name, mut born, mut at) = (Vec::new(), None, 0);
    while let Some(word) = words.get(at) {
        let unit = words.get(at + 1).is_some_and(|unit| YEARS.contains(&unit.to_lowercase().as_str()));
        let age = word.parse::<i32>().ok().filter(|age| unit && (0..=OLDEST).contains(age));
        if let Some(age) = age {
            born = Some(BirthQuery::Year { year: this_year - age, tolerance: 1 });
            at += 1;
        } else if let Some(birth) = BirthQuery::parse(word, this_year) {
            born = Some(birth);
        } else {
            name.push(*word);
        }
        at += 1;
    }
    (name.join(" "), born)
}

fn search_page(visit: &Visit<'_>, search: &Search, cards: Option<Vec<PersonCard>>, fault: Option<&Error>) -> Answered {
    let messages = visit.messages();
    let n = cards.as_ref().map_or(0, Vec::len);
    let found = match n {
        0 => messages.text("find-none"),
        MOST => say!(messages, "desk-search-many", n),
        _ => say!(messages, "desk-search-found", n),
    };
    let ids: Vec<&str> = cards.iter().flatten().map(|card| card.found.person.person_id.as_str()).collect();
    let waiting = super::event::with_waiting_event(visit, &ids)?;
    frame::page(&SearchPage {
        frame: visit.frame("desk-task-search", "bato find"),
        text: search.text.clone(),
        quartier: search.query.quartier.clone().unwrap_or_default(),
        parent: search.query.parent.clone().unwrap_or_default(),
        quartiers: app::quartier_names(&visit.desk.paths.raw).unwrap_or_default(),
        fault: fault.map(|error| messages.error(error).to_string()).unwrap_or_default(),
        is_answer: cards.is_some(),
        found,
        cards: cards.iter().flatten().map(|card| card_in_words(card, &waiting, messages)).collect(),
    })
}

/// What the head of the household or the spouse is: relations of a household are those to its head.
fn parent_label(messages: &Messages, relation: &str, own: Option<&str>) -> String {
    match (relation, own) {
        ("father" | "mother", _) => messages.text(&format!("field-{relation}")),
        ("spouse", own) if own != Some("head") => messages.text("desk-search-spouse-of-head"),
        _ => messages.person_value("relation", relation),
    }
}

fn card_in_words(card: &PersonCard, waiting: &[String], messages: &Messages) -> Card {
    let person = &card.found.person;
    let sex = person.sex.as_ref().map(|sex| messages.person_value("sex", sex));
    let mut values = vec![
        (messages.text("show-sex"), sex.unwrap_or_default()),
        (messages.text("show-born"), app::person_birth(person, messages).unwrap_or_default()),
        (app::address_label(&card.address, messages), app::address_text(&card.address, messages)),
    ];
    let own = person.relation.as_deref();
    let parents = card.parents.iter().map(|(relation, name)| (parent_label(messages, relation, own), name.clone()));
    values.extend(parents);
    values.push((messages.text("show-act"), app::act_text(person.birth_act.as_ref(), card.act_year, messages)));
    if let Some(gone) = &card.found.withdrawn {
        values.push((String::new(), app::withdrawal(&gone.reason, messages)));
    }
    values.retain(|(_, value)| !value.is_empty());
    Card {
        id: person.person_id.clone(),
        name: person.whole_name(),
        status: messages.person_value_of("status", &person.status, person.sex.as_deref()),
        status_class: super::words::status_class(&person.status),
        has_waiting_event: waiting.contains(&person.person_id),
        values,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wife_of_the_head_is_not_said_to_be_the_wife_of_his_son() {
        let messages = Messages::new(bato::messages::Lang::Fr);
        let label = |own: &str| parent_label(&messages, "spouse", Some(own));
        assert_eq!(label("child"), "Époux ou épouse du chef");
        assert_eq!(label("spouse"), "Époux ou épouse du chef");
        assert_eq!(label("head"), messages.person_value("relation", "spouse"));
        assert_eq!(parent_label(&messages, "head", None), messages.person_value("relation", "head"));
    }

    #[test]
    fn one_box_takes_a_name_with_a_date_a_year_or_an_age() {
        let year = |year| Some(BirthQuery::Year { year, tolerance: 1 });
        let day = chrono::NaiveDate::from_ymd_opt(1987, 3, 12).map(BirthQuery::Day);
        let read = |text: &str| name_and_birth(text, 2026);
        assert_eq!(read("Mbuyi  Kalala"), ("Mbuyi Kalala".into(), None));
        assert_eq!(read("Mbuyi 12/03/1987 Kalala"), ("Mbuyi Kalala".into(), day));
        assert_eq!(read("1987-03-12"), (String::new(), day));
        assert_eq!(read("Mbuyi 1987"), ("Mbuyi".into(), year(1987)));
        assert_eq!(read("Mbuyi 39 ans"), ("Mbuyi".into(), year(1987)));
        assert_eq!(read("Mbuyi 39 jaar").1, year(1987));
        // No age without its unit, and no age that nobody reaches.
        assert_eq!(read("Jean 23"), ("Jean 23".into(), None));
        assert_eq!(read("Jean 400 ans"), ("Jean 400 ans".into(), None));
    }
}
