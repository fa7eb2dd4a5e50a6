//! `bato judge` shows the pairs to judge one after the other and reads the answers from standard input. `order-pairs`
//! is the hidden command that computes the order of the pairs in a process of its own.

use std::io::BufRead;
use std::path::Path;

use bato::app::{self, Agreement, Disagreement, Judge, Judgement, JudgingCard, LastJudgement, PairList, PairToJudge};
use bato::config::Config;
use bato::error::{Error, ErrorCode};
use bato::messages::{Messages, say};

use super::args::{Args, JudgeArgs};
use super::{DONE, NOT_DONE, Terminal, show};

/// Most disagreements shown at once.
const MOST_DISAGREEMENTS: usize = 50;

/// Computes the order of the pairs of the register in a folder; returns the exit status.
pub(super) fn order_pairs(clean: &Path) -> u8 {
    app::order_pairs(clean).map_or(NOT_DONE, |()| DONE)
}

pub(super) fn judge(args: &Args, wanted: &JudgeArgs, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    if wanted.agreement {
        let (agreement, disagreements) = with_judge(args, config, messages, |judge| {
            Ok((judge.agreement()?, judge.disagreements(MOST_DISAGREEMENTS)?))
        })?;
        terminal.print(&agreement_text(messages, &agreement));
        disagreements.iter().for_each(|pair| terminal.print(&disagreement_text(messages, pair)));
        return Ok(DONE);
    }
    let list = if wanted.uncertain { PairList::LeastCertain } else { PairList::Open };
    let mut answers = std::io::stdin().lock().lines();
    terminal.tell(&messages.text("judge-keys"));
    loop {
        let next = with_judge(args, config, messages, |judge| judge.next(list))?;
        if let Some(last) = &next.last {
            terminal.print(&last_text(messages, last));
        }
        let Some(pair) = &next.pair else {
            terminal.print(&messages.text("judge-none"));
            return Ok(DONE);
        };
        terminal.print(&say!(messages, "judge-left", n = next.n_left));
        terminal.print(&pair_text(messages, pair));
        loop {
            let Some(Ok(answer)) = answers.next() else { return Ok(DONE) };
            let judgement = match answer.trim() {
                "1" => Judgement::Same,
                "2" => Judgement::Different,
                "3" => Judgement::Unknown,
                "q" => return Ok(DONE),
                "u" => {
                    let undone = with_judge(args, config, messages, |judge| judge.undo()).map(|undone| {
                        if let Some(choice) = undone.name {
                            return say!(messages, "desk-judge-name-undone", names = choice.texts.join(" / "));
                        }
                        let id = if undone.was_in_register { "judge-undone-later" } else { "judge-undone" };
                        let judgement = messages.text(&format!("review-{}", undone.judgement.code()));
                        say!(messages, id, judgement, rows = undone.rows)
                    });
                    terminal.print(&undone.unwrap_or_else(|error| show::error(messages, &error)));
                    break;
                }
                _ => {
                    terminal.tell(&messages.text("judge-keys"));
                    continue;
                }
            };
            match with_judge(args, config, messages, |judge| judge.judge(&pair.id, judgement)) {
                Ok(()) => terminal.print(&say!(messages, "judge-written", pair = &pair.id)),
                Err(error) if is_of_pair(error.code) => terminal.tell(&show::error(messages, &error)),
                Err(error) => return Err(error),
            }
            break;
        }
    }
}

/// Whether another answer, or another pair, may be accepted.
fn is_of_pair(code: ErrorCode) -> bool {
    use ErrorCode::{DecideOneFiche, DecisionsContradict, JudgingPair, JudgingTwice};
    matches!(code, DecideOneFiche | DecisionsContradict | JudgingPair | JudgingTwice)
}

fn with_judge<T>(
    args: &Args,
    config: &Config,
    messages: &Messages,
    act: impl FnOnce(&Judge<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    let reason = messages.text("judge-reason");
    let access = args.access_unasked(Some(&reason))?;
    let (clean, raw) = (args.clean.as_path(), args.raw.as_path());
    act(&Judge { clean, raw, config, worker: super::worker(), access: &access, reason: &reason })
}

/// Both cards side by side; a value that differs is marked.
fn pair_text(messages: &Messages, pair: &PairToJudge) -> String {
    let mut lines = cards_lines(messages, &pair.cards);
    let levels = pair.contradictions.iter().map(|level| messages.text(&format!("level-{level}")));
    lines.extend(levels.map(|level| say!(messages, "judge-apart", level)));
    lines.join("\n")
}

fn cards_lines(messages: &Messages, cards: &[JudgingCard; 2]) -> Vec<String> {
    let line = |label: &str, [a, b]: [&str; 2], differs: bool| {
        let mark = if differs { '≠' } else { ' ' };
        format!("  {label:<22} {mark} {a:<34} {b}").trim_end().to_owned()
    };
    let mut lines = Vec::new();
    for (a, b) in cards[0].fields.iter().zip(&cards[1].fields) {
        let label = messages.text(&format!("template-column-{}", a.code));
        let values = [a, b].map(|field| field.in_words(messages));
        lines.push(line(&label, [&values[0], &values[1]], a.differs));
    }
    let company = app::company_of_both(cards.each_ref().map(|card| card.company.as_slice()));
    let company = company.map(|company| company_text(messages, &company));
    let places = cards.each_ref().map(|card| card.place.to_string());
    for (label, texts) in [("review-column-company", company), ("review-column-source", places)] {
        lines.push(format!("  {}", messages.text(label)));
        lines.extend(texts.iter().map(|text| format!("    {text}")));
    }
    lines
}

/// The names of the company of a row, each person of both sides with a mark; a dash for nobody.
fn company_text(messages: &Messages, company: &[(String, bool)]) -> String {
    let text = app::company_text(company, messages);
    if text.is_empty() { "–".to_owned() } else { text }
}

/// What the agent judged last and what the program makes of it.
fn last_text(messages: &Messages, last: &LastJudgement) -> String {
    let judgement = messages.text(&format!("review-{}", last.judgement.code()));
    match last.probability {
        Some(probability) => say!(messages, "judge-last", judgement, probability = messages.percent(probability)),
        None => say!(messages, "judge-last-unscored", judgement),
    }
}

fn agreement_text(messages: &Messages, agreement: &Agreement) -> String {
    let Agreement { n, n_agree, n_unknown, share, kappa } = *agreement;
    let mut lines = vec![say!(messages, "judge-agreement", n, agree = n_agree, unknown = n_unknown)];
    if let Some([share, low, high]) = share.map(|three| three.map(|share| messages.percent(share))) {
        lines.push(say!(messages, "judge-agreement-share", share, low, high));
    }
    if let Some([kappa, low, high]) = kappa.map(|three| three.map(|kappa| messages.decimal(kappa, 2))) {
        lines.push(say!(messages, "judge-agreement-kappa", kappa, low, high));
    }
    lines.join("\n")
}

fn disagreement_text(messages: &Messages, pair: &Disagreement) -> String {
    let says = |(who, judgement): &(String, Judgement)| {
        messages.labelled(who, &messages.text(&format!("review-{}", judgement.code())))
    };
    let (first, second) = (says(&pair.first), says(&pair.second));
    let mut lines = vec![say!(messages, "judge-disagreement", first, second)];
    lines.extend(pair.cards.iter().flat_map(|cards| cards_lines(messages, cards)));
    lines.join("\n")
}
