//! Judging: one pair after the other by keys, the least certain merges, and where two agents disagree.

use askama::Template;
use bato::app::{
    self, Disagreement, EarlierJudgement, Judge, Judgement, JudgingCard, LastJudgement, PairList, TypedCell,
};
use bato::error::{Error, ErrorCode, Result};
use bato::messages::{Messages, say};

use super::frame::{self, PageFrame};
use super::visit::{Answered, Visit, no_page};
use super::words;
use crate::host;

/// Most disagreements on the page.
const MOST_DISAGREEMENTS: usize = 20;

#[derive(Template)]
#[template(path = "judge.html", config = "src/desk/askama.toml")]
struct JudgePage<'v> {
    frame: PageFrame<'v>,
    /// The path of the list.
    path: &'static str,
    is_uncertain: bool,
    fault: String,
    left: String,
    today: String,
    /// The answer to the pair before.
    last: String,
    /// What is said without a pair.
    none: String,
    can_undo: bool,
    pair: Option<PairSection>,
    /// What was answered to the pair before its rows were typed again, its code, and what the button does; "" if
    /// nothing was.
    earlier: String,
    earlier_code: &'static str,
    take_up: String,
    /// Which spelling of a part of a name is right: asked before the next pair.
    name_choice: Option<NameSection>,
    tabs: Tabs,
    help: Vec<String>,
}

/// A part of a name and what both rows say.
struct NameSection {
    field: String,
    question: String,
    texts: [String; 2],
}

/// What the three lists are called, each with how many wait in it.
struct Tabs {
    open: String,
    uncertain: String,
    disagreements: String,
}

impl Tabs {
    fn of(visit: &Visit<'_>) -> Result<Self> {
        let (paths, config, messages) = (&visit.desk.paths, visit.desk.config()?, visit.messages());
        let worker = host::worker();
        let (clean, raw) = (paths.clean.as_path(), paths.raw.as_path());
        let named = |id: &str, n: Option<u64>| match n {
            Some(n) => say!(messages, "desk-judge-tab", name = messages.text(id), n),
            None => messages.text(id),
        };
        let n_open = app::waiting_pairs(clean, raw, &config, worker.as_deref())?;
        let n_uncertain = app::waiting_merges(clean, raw, &config, worker.as_deref())?;
        let n_disagreements = with_judge(visit, |judge| judge.disagreements(MOST_DISAGREEMENTS))?.len();
        Ok(Self {
            open: named("desk-judge-open", Some(n_open)),
            uncertain: named("desk-judge-uncertain", n_uncertain),
            disagreements: named("desk-judge-disagreements", Some(n_disagreements as u64)),
        })
    }
}

#[derive(Template)]
#[template(path = "disagreements.html", config = "src/desk/askama.toml")]
struct DisagreementsPage<'v> {
    frame: PageFrame<'v>,
    fault: String,
    tabs: Tabs,
    /// The agreement in sentences.
    agreement: Vec<String>,
    pairs: Vec<DisagreementSection>,
}

/// A pair in words.
struct PairSection {
    id: String,
    /// Label, the values of both rows, and whether they differ.
    fields: Vec<(String, [String; 2], bool)>,
    /// What keeps the rows apart, or why the pair is to be judged.
    apart: Vec<String>,
    /// The company of both rows: each name, and whether the person stands on both sides.
    company: [Vec<(String, bool)>; 2],
    /// The kind of each row and its place.
    sides: [(String, String); 2],
    /// Label and texts as typed of both rows, one line for what both have.
    cells: Vec<(String, [String; 2])>,
}

struct DisagreementSection {
    first: String,
    second: String,
    pair: PairSection,
}

/// The pages of judging: `/juger`, `/juger/incertains`, `/juger/desaccords`.
pub(super) fn page(visit: &mut Visit<'_>) -> Answered {
    let visit = &*visit;
    if visit.path.len() > 2 {
        return Err(no_page());
    }
    let (list, path) = match visit.part(1) {
        "" => (PairList::Open, "/juger"),
        "incertains" => (PairList::LeastCertain, "/juger/incertains"),
        "desaccords" => return disagreements(visit),
        _ => return Err(no_page()),
    };
    if !visit.is_post {
        return judge_page(visit, list, path, String::new());
    }
    match answer(visit) {
        Ok(notice) => Ok(visit.see_other(path, notice)),
        Err(fault) if is_of_pair(fault.code) => {
            judge_page(visit, list, path, visit.messages().error(&fault).to_string())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Whether another answer, or another pair, may be accepted.
fn is_of_pair(code: ErrorCode) -> bool {
    use ErrorCode::{DecideOneFiche, DecisionsContradict, JudgingPair, JudgingTwice, JudgingUndo};
    matches!(code, DecideOneFiche | DecisionsContradict | JudgingPair | JudgingTwice | JudgingUndo)
}

fn with_judge<T>(visit: &Visit<'_>, act: impl FnOnce(&Judge<'_>) -> Result<T>) -> Result<T> {
    let (access, config) = (visit.access()?, visit.desk.config()?);
    let (paths, reason) = (&visit.desk.paths, visit.messages().text("judge-reason"));
    let (clean, raw) = (paths.clean.as_path(), paths.raw.as_path());
    act(&Judge { clean, raw, config: &config, worker: host::worker(), access: &access, reason: &reason })
}

/// Writes an answer, or undoes the last one and says so.
fn answer(visit: &Visit<'_>) -> Result<Option<String>> {
    let (pair, word) = (visit.form.get("paire"), visit.form.get("reponse"));
    if word == "undo" {
        let undone = with_judge(visit, |judge| judge.undo())?;
        if let Some(choice) = undone.name {
            return Ok(Some(say!(
                visit.messages(),
                "desk-judge-name-undone",
                names = choice.shown().map(|text| visit.messages().day_first(&text)).join(" / ")
            )));
        }
        let id = if undone.was_in_register { "judge-undone-later" } else { "judge-undone" };
        let judgement = visit.messages().text(&format!("desk-judge-{}", undone.judgement.code()));
        return Ok(Some(match undone.names.as_str() {
            "" => say!(visit.messages(), id, judgement, rows = words::plain_paths(&undone.rows)),
            names => say!(visit.messages(), &format!("desk-{id}"), judgement, names),
        }));
    }
    let field = visit.form.get("nom");
    if !field.is_empty() {
        let side = match word {
            "1" => Some(0),
            "2" => Some(1),
            _ => None,
        };
        with_judge(visit, |judge| judge.choose_name(field, side))?;
        return Ok(None);
    }
    let judgement = Judgement::from_code(word).ok_or_else(|| Error::new(ErrorCode::JudgingPair))?;
    with_judge(visit, |judge| judge.judge(pair, judgement))?;
    Ok(None)
}

fn judge_page(visit: &Visit<'_>, list: PairList, path: &'static str, fault: String) -> Answered {
    let next = with_judge(visit, |judge| judge.next(list))?;
    let messages = visit.messages();
    let is_uncertain = list == PairList::LeastCertain;
    let title = if is_uncertain { "desk-judge-uncertain" } else { "desk-judge-title" };
    let command = if is_uncertain { "bato judge --uncertain" } else { "bato judge" };
    let name_choice = next.name_choice.as_ref().map(|choice| NameSection {
        question: match choice.field.as_str() {
            "order" | "born_on" => messages.text(&format!("desk-judge-which-{}", choice.field)),
            field => {
                let part = messages.text(&format!("template-column-{field}"));
                say!(messages, "desk-judge-which-name", part)
            }
        },
        field: choice.field.clone(),
        texts: choice.shown().map(|text| messages.day_first(&text)),
    });
    // The next pair waits until the names of the last one are settled.
    let pair = next.pair.as_ref().filter(|_| name_choice.is_none()).map(|pair| {
        let apart = pair.contradictions.iter().map(|level| apart_text(messages, level)).collect();
        pair_section(messages, &pair.id, &pair.cards, apart)
    });
    let earlier = next.pair.as_ref().filter(|_| pair.is_some()).and_then(|pair| pair.earlier.as_ref());
    frame::page(&JudgePage {
        earlier: earlier.map(|earlier| earlier_text(messages, earlier)).unwrap_or_default(),
        earlier_code: earlier.map_or("", |earlier| earlier.judgement.code()),
        take_up: earlier
            .map(|earlier| say!(messages, "desk-judge-take-up", judgement = judged(messages, earlier.judgement)))
            .unwrap_or_default(),
        frame: visit.frame(title, command),
        path,
        is_uncertain,
        fault,
        left: if pair.is_some() { say!(messages, "judge-left", n = next.n_left) } else { String::new() },
        today: if next.n_today > 0 { say!(messages, "desk-judge-today", n = next.n_today) } else { String::new() },
        none: match next.n_left {
            _ if name_choice.is_some() => String::new(),
            0 => messages.text("judge-none"),
            n => say!(messages, "desk-judge-held", n),
        },
        can_undo: next.can_undo,
        last: next.last.as_ref().map(|last| last_text(messages, last)).unwrap_or_default(),
        pair,
        name_choice,
        tabs: Tabs::of(visit)?,
        help: messages.text("desk-judge-help-text").lines().map(str::to_owned).collect(),
    })
}

/// What the agent judged last, now with what the program makes of it.
fn last_text(messages: &Messages, last: &LastJudgement) -> String {
    let judgement = messages.text(&format!("desk-judge-{}", last.judgement.code()));
    let names = last.names.as_str();
    let answer = match names {
        "" => say!(messages, "judge-last-unscored", judgement),
        _ => say!(messages, "desk-judge-last", names, judgement),
    };
    let opinion = last.probability.map(|probability| opinion_text(messages, probability));
    [Some(answer), opinion].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What an agent answered before the rows of the pair were typed again.
fn earlier_text(messages: &Messages, earlier: &EarlierJudgement) -> String {
    let (who, judgement) = (earlier.author.as_str(), judged(messages, earlier.judgement));
    let who = if who.is_empty() { "–" } else { who };
    say!(messages, "desk-judge-earlier", who, judgement, at = words::moment(messages, &earlier.at))
}

fn judged(messages: &Messages, judgement: Judgement) -> String {
    messages.text(&format!("desk-judge-{}", judgement.code()))
}

/// What keeps two rows apart. That too little is known separates nobody: it is why the pair is to be judged.
fn apart_text(messages: &Messages, level: &str) -> String {
    const WHY_ASKED: [&str; 2] = ["thin_evidence", "perhaps_twins"];
    let label = if WHY_ASKED.contains(&level) { "desk-judge-why-asked" } else { "desk-judge-apart" };
    format!("{} {}", messages.text(label), messages.text(&format!("level-{level}")))
}

/// What the program makes of a pair, in plain words: of ten such pairs, how many are one person.
fn opinion_text(messages: &Messages, probability: f64) -> String {
    let n = (probability * 10.0).round() as u64;
    match n {
        0 => messages.text("desk-judge-opinion-different"),
        10 => messages.text("desk-judge-opinion-same"),
        _ => say!(messages, "desk-judge-opinion", n),
    }
}

fn pair_section(messages: &Messages, id: &str, cards: &[JudgingCard; 2], apart: Vec<String>) -> PairSection {
    let [a, b] = cards;
    let mut fields: Vec<(String, [String; 2], bool)> = Vec::new();
    for (one, other) in a.fields.iter().zip(&b.fields) {
        let label = messages.text(&format!("template-column-{}", one.code));
        let values = [one, other].map(|field| messages.day_first(&field.in_words(messages)));
        fields.push((label, values, one.differs));
    }
    let side = |card: &JudgingCard| {
        (messages.text(&format!("desk-judge-{}", card.kind)), words::row_place(messages, &card.place))
    };
    let cells = typed_lines(messages, [&a.cells, &b.cells]);
    let company = app::company_of_both(cards.each_ref().map(|card| card.company.as_slice()));
    PairSection { id: id.to_owned(), fields, apart, company, sides: cards.each_ref().map(side), cells }
}

/// The cells of both rows as typed: those of one meaning on one line.
fn typed_lines(messages: &Messages, [a, b]: [&[TypedCell]; 2]) -> Vec<(String, [String; 2])> {
    let label = |cell: &TypedCell| {
        let column = say!(messages, "desk-judge-column", column = &cell.letters);
        if cell.field.is_empty() { column } else { messages.text(&format!("field-{}", cell.field)) }
    };
    let mut left: Vec<&TypedCell> = b.iter().collect();
    let mut lines = Vec::new();
    for cell in a {
        let is_same = |other: &&TypedCell| !cell.field.is_empty() && other.field == cell.field;
        let other = left.iter().position(is_same).map(|place| left.remove(place).text.clone());
        lines.push((
            cell.rank,
            label(cell),
            [cell.text.clone(), other.unwrap_or_default()].map(|text| messages.day_first(&text)),
        ));
    }
    lines
        .extend(left.into_iter().map(|cell| (cell.rank, label(cell), [String::new(), messages.day_first(&cell.text)])));
    lines.sort_by_key(|(rank, ..)| *rank);
    lines.into_iter().map(|(_, label, texts)| (label, texts)).collect()
}

fn disagreements(visit: &Visit<'_>) -> Answered {
    let mut fault = String::new();
    if visit.is_post {
        let (pair, word) = (visit.form.get("paire"), visit.form.get("reponse"));
        let judgement = Judgement::from_code(word).ok_or_else(|| Error::new(ErrorCode::JudgingPair))?;
        match with_judge(visit, |judge| judge.settle(pair, judgement)) {
            Ok(()) => {
                let notice = visit.messages().text("desk-judge-settled");
                return Ok(visit.see_other("/juger/desaccords", Some(notice)));
            }
            Err(error) if is_of_pair(error.code) => fault = visit.messages().error(&error).to_string(),
            Err(error) => return Err(error.into()),
        }
    }
    let (agreement, pairs) =
        with_judge(visit, |judge| Ok((judge.agreement()?, judge.disagreements(MOST_DISAGREEMENTS)?)))?;
    let messages = visit.messages();
    let mut sentences = vec![say!(
        messages,
        "judge-agreement",
        n = agreement.n,
        agree = agreement.n_agree,
        unknown = agreement.n_unknown
    )];
    if let Some([share, low, high]) = agreement.share.map(|three| three.map(|share| messages.percent(share))) {
        sentences.push(say!(messages, "judge-agreement-share", share, low, high));
    }
    if let Some([kappa, low, high]) = agreement.kappa.map(|three| three.map(|kappa| messages.decimal(kappa, 2))) {
        sentences.push(say!(messages, "judge-agreement-kappa", kappa, low, high));
    }
    let says = |(who, judgement): &(String, Judgement)| {
        messages.labelled(who, &messages.text(&format!("desk-judge-{}", judgement.code())))
    };
    let section = |pair: &Disagreement| {
        let cards = pair.cards.as_ref()?;
        let pair_words = pair_section(messages, &pair.id, cards, Vec::new());
        Some(DisagreementSection { first: says(&pair.first), second: says(&pair.second), pair: pair_words })
    };
    frame::page(&DisagreementsPage {
        pairs: pairs.iter().filter_map(section).collect(),
        frame: visit.frame("desk-judge-disagreements", "bato judge --agreement"),
        fault,
        tabs: Tabs::of(visit)?,
        agreement: sentences,
    })
}
