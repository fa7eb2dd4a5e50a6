//! Judging pairs one after the other: the next pair for an agent, the judgement, its undoing, a second judge.
//!
//! A judgement is on disk when [`Judge::judge`] returns: rulings among the decisions, under the same rules as
//! [`decide`](super::decide()), other opinions beside them ([`opinions`]). Which pair an agent has before them is in
//! [`state`], so that two agents never get the same pair, and a session goes on after a power cut. A pair is found by
//! the keys of its rows, so that a session goes on when a run makes a new generation.

mod agreement;
mod cards;
mod choose;
mod earlier;
mod names;
mod opinions;
mod order;
mod state;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::ingest::{self, DecisionLine, Decisions, Reference};
use crate::normalise::ReferenceData;
use crate::record::{Decision, Fnv, fold};
use crate::store::{Generation, LineageRow, Store};

use super::access::Access;
use super::decide::{self, Signature};
use super::reader::{RegisterReader, read_current, scan};
use super::ruling_file;
use super::same_meaning::lists_of;

pub use agreement::{Agreement, Disagreement};
pub use cards::{CardField, JudgingCard, TypedCell};
pub use earlier::EarlierJudgement;
pub use names::NameChoice;
pub use order::{JudgedComparison, ORDER_PAIRS, order_pairs};

use names::NamesOfPair;
use opinions::{Opinion, OpinionReason};
use order::{OrderEntry, PairOrder, PairSide, pair_id};
use state::{JudgingState, PairInHand, moment};

/// Most pairs of rows in a register for which the order of its pairs is computed where only their number is asked.
const MOST_LINKS: u64 = 200_000;
/// Every pair of this number is one that another agent has judged.
const SECOND_EVERY: u32 = 20;

/// What a person says of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
    /// Both rows are one person.
    Same,
    /// They are two persons.
    Different,
    /// The judge does not know.
    Unknown,
}

impl Judgement {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Unknown => "unknown",
        }
    }

    /// The judgement of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Same, Self::Different, Self::Unknown].into_iter().find(|judgement| judgement.code() == code)
    }

    fn of_ruling(same: bool) -> Self {
        if same { Self::Same } else { Self::Different }
    }
}

/// A list of pairs to judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PairList {
    /// The pairs that are two persons in the register, the most useful to judge first.
    #[default]
    Open,
    /// The pairs that are one person by their score, the least certain first.
    LeastCertain,
}

impl PairList {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::LeastCertain => "uncertain",
        }
    }
}

/// A pair to judge, without the program's score.
#[derive(Debug, Clone, PartialEq)]
pub struct PairToJudge {
    /// The identifier by which it is judged.
    pub id: String,
    /// Its two rows.
    pub cards: [JudgingCard; 2],
    /// What keeps the two rows apart, as codes of levels.
    pub contradictions: Vec<String>,
    /// The answer to the pair before its rows were typed again. It does not hold unless it is given again.
    pub earlier: Option<EarlierJudgement>,
}

/// The next pair of an agent.
#[derive(Debug, Clone, PartialEq)]
pub struct NextPair {
    /// The pair; `None` if nothing is left to judge before the next run.
    pub pair: Option<PairToJudge>,
    /// Pairs of the list that nobody has judged yet, this one too. Without a pair: those that others have before them.
    pub n_left: u64,
    /// Rulings of the agent on this day.
    pub n_today: u64,
    /// What the agent judged last in this list on this day, now with what the program makes of it.
    pub last: Option<LastJudgement>,
    /// Whether there is a judgement of the agent to undo.
    pub can_undo: bool,
    /// The names of the pair judged last: which spelling is right is to be asked before the next pair.
    pub name_choice: Option<NameChoice>,
}

/// What an agent judged last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LastJudgement {
    /// The pair.
    pub pair: String,
    /// The judgement.
    pub judgement: Judgement,
    /// The probability that both rows are one person; `None` for a pair whose score is not at hand.
    pub probability: Option<f64>,
    /// Whether they are one person in the register.
    pub is_merged: bool,
    /// The comparisons of the two rows.
    pub comparisons: Vec<JudgedComparison>,
    /// The list from which the pair came.
    #[serde(default)]
    pub list: PairList,
    /// When it was judged, RFC 3339.
    #[serde(default)]
    pub at: String,
    /// The name of each row, as it was shown; "" if it was not.
    #[serde(default)]
    pub names: String,
}

/// The names of both rows as they were typed, once if they are the same.
fn names_of(cards: &[JudgingCard; 2]) -> String {
    let name = |card: &JudgingCard| {
        let value = |code: &&str| card.fields.iter().find(|field| field.code == *code).map(|field| field.value.trim());
        let parts = ["nom", "postnom", "prenom"].iter().filter_map(value).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    };
    let [a, b] = cards.each_ref().map(name);
    if fold(&a) == fold(&b) { a } else { format!("{a} / {b}") }
}

/// A judgement that was undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoneJudgement {
    /// What it was.
    pub judgement: Judgement,
    /// The places of both rows.
    pub rows: String,
    /// The name of each row, as it was shown; "" if it is not known any more.
    pub names: String,
    /// Whether a version of the register holds it: the next run changes the register back.
    pub was_in_register: bool,
    /// The answer about a name that was undone, and not the judgement before it.
    pub name: Option<NameChoice>,
}

/// An agent who judges the pairs of a register.
#[derive(Debug, Clone)]
pub struct Judge<'r> {
    /// The folder of the register.
    pub clean: &'r Path,
    /// The raw folder.
    pub raw: &'r Path,
    /// The settings.
    pub config: &'r Config,
    /// This program, which is started again to compute the order of the pairs; `None` computes it in this process.
    pub worker: Option<PathBuf>,
    /// Who judges, and when.
    pub access: &'r Access,
    /// The reason that is written with each ruling.
    pub reason: &'r str,
}

impl Judge<'_> {
    /// Returns the agent's next pair and keeps it from others. Until it is judged it is the same.
    ///
    /// # Errors
    /// `no-register`; those of the decisions, the store and the file system.
    pub fn next(&self, list: PairList) -> Result<NextPair> {
        if !self.clean.is_dir() {
            return Err(Error::new(ErrorCode::NoRegister).at(self.clean));
        }
        let _decisions = decide::lock_decisions(self.clean)?;
        let next = read_current(self.clean, |generation| self.next_in(generation, list))?;
        if let Some(pair) = &next.pair {
            let places = pair.cards.each_ref().map(|card| card.place.to_string()).join(" / ");
            self.access.log(&Store::open(self.clean)?, "judge", &places, 2)?;
        }
        Ok(next)
    }

    fn next_in(&self, generation: &Generation, list: PairList) -> Result<NextPair> {
        let known = self.known()?;
        let mut state = JudgingState::read(self.clean);
        let order = PairOrder::open(self.clean, generation, list, self.worker.as_deref())?;
        let reader = RegisterReader::new(generation)?;
        let of_others: HashSet<String> =
            state.pairs_of_others(self.access.who(), self.access.at()).into_iter().collect();
        let agent = state.agent(self.access.who());
        let has_place =
            |in_hand: &PairInHand| in_hand.is_second || in_hand.list == list && in_hand.generation == generation.number;
        let is_waiting =
            |in_hand: &&PairInHand| has_place(in_hand) && !known.is_done_by_own(&in_hand.entry.id(), in_hand.is_second);
        let mut next = None;
        if let Some(in_hand) = agent.in_hand.as_ref().filter(is_waiting) {
            next = self.pair_to_judge(&reader, &in_hand.entry)?.map(|pair| (in_hand.clone(), pair));
        }
        if next.is_none() && agent.n_since_second + 1 >= SECOND_EVERY {
            next = self.second_pair(&reader, &known, &order, list)?;
        }
        let waiting = || order.lines().filter(|(id, _)| !known.rulings.contains_key(*id));
        let n_waiting = waiting().count() as u64;
        let n_of_others = waiting().filter(|(id, _)| of_others.contains(*id)).count() as u64;
        // Pairs that the agent did not know come again when no other is left, the one longest ago first.
        let unknown = known.unknown_pairs();
        let free = || waiting().filter(|(id, _)| !of_others.contains(*id));
        let mut again: Vec<(usize, &str)> = free().filter_map(|(id, json)| Some((*unknown.get(id)?, json))).collect();
        again.sort_unstable();
        let fresh = free().filter(|(id, _)| !unknown.contains_key(*id)).map(|(_, json)| json);
        for json in fresh.chain(again.into_iter().map(|(_, json)| json)) {
            if next.is_some() {
                break;
            }
            let Ok(entry) = serde_json::from_str::<OrderEntry>(json) else { continue };
            let pair = self.pair_to_judge(&reader, &entry)?;
            next = pair.map(|pair| (self.in_hand(entry, list, generation.number, false), pair));
        }
        let (in_hand, mut pair) = next.map_or((None, None), |(in_hand, pair)| (Some(in_hand), Some(pair)));
        // Who judges second does not see the first answer.
        if let (Some(pair), Some(own)) = (&mut pair, in_hand.as_ref().filter(|own| !own.is_second)) {
            pair.earlier = self.earlier_judgement(&reader, &known.decisions, &own.entry)?;
        }
        let names = pair.as_ref().map(|pair: &PairToJudge| names_of(&pair.cards)).unwrap_or_default();
        agent.in_hand = in_hand.map(|in_hand| PairInHand { at: self.access.at().to_owned(), names, ..in_hand });
        let is_of_list = |last: &LastJudgement| last.list == list && last.at.starts_with(&known.today);
        let last = agent.last.clone().filter(is_of_list);
        let name_choice = agent.names.as_ref().filter(|_| last.is_some()).and_then(|names| names.next(list)).cloned();
        state.write(self.clean)?;
        // A pair that another agent has judged is none of those that wait. A row that left the register can't be shown.
        let n_left = if pair.is_some() { n_waiting.max(1) } else { n_of_others };
        Ok(NextPair { pair, n_left, n_today: known.n_today, last, can_undo: known.can_undo(), name_choice })
    }

    fn in_hand(&self, entry: OrderEntry, list: PairList, generation: u64, is_second: bool) -> PairInHand {
        PairInHand { entry, list, generation, is_second, at: self.access.at().to_owned(), names: String::new() }
    }

    fn pair_to_judge(&self, reader: &RegisterReader<'_>, entry: &OrderEntry) -> Result<Option<PairToJudge>> {
        let found = cards::cards_of(reader, entry.sides.each_ref(), &self.lists()?)?;
        let contradictions = cards::contradictions(entry);
        Ok(found.map(|(cards, _)| PairToJudge { id: entry.id(), cards, contradictions, earlier: None }))
    }

    fn earlier_judgement(
        &self,
        reader: &RegisterReader<'_>,
        known: &Decisions,
        entry: &OrderEntry,
    ) -> Result<Option<EarlierJudgement>> {
        let [a, b] = entry.sides.each_ref().map(|side| located(reader, side));
        let (Some(a), Some(b)) = (a?, b?) else { return Ok(None) };
        earlier::earlier_judgement(reader, &known.decisions, [&a, &b])
    }

    /// A pair on which another agent has ruled, and no second one has judged. The same agent gets the same first one.
    fn second_pair(
        &self,
        reader: &RegisterReader<'_>,
        known: &KnownJudgements,
        order: &PairOrder,
        list: PairList,
    ) -> Result<Option<(PairInHand, PairToJudge)>> {
        const MOST_TRIED: usize = 20;
        let who = fold(self.access.who());
        let mut others: Vec<(u64, &String)> = known
            .rulings
            .iter()
            .filter(|(id, rulings)| {
                let is_of_other = |ruling: &Decision| fold(&ruling.author) != who && !ruling.author.trim().is_empty();
                rulings.iter().all(is_of_other) && !known.seconds.contains(*id)
            })
            .map(|(id, _)| (Fnv::default().with(who.as_bytes()).with(id.as_bytes()).finish(), id))
            .collect();
        others.sort_unstable();
        for (_, id) in others.into_iter().take(MOST_TRIED) {
            let Some(ruling) = known.rulings[id].first() else { continue };
            let bare = |row| PairSide { says: String::new(), ..PairSide::from(row) };
            let sides = [bare(&ruling.a), bare(&ruling.b)];
            // The score is known only for pairs ruled since the last run.
            let entry = order.entry(id).unwrap_or(OrderEntry { sides, probability: -1.0, ..OrderEntry::default() });
            if let Some(pair) = self.pair_to_judge(reader, &entry)? {
                let in_hand = self.in_hand(entry, list, reader.generation.number, true);
                return Ok(Some((in_hand, pair)));
            }
        }
        Ok(None)
    }

    /// Writes the judgement on a pair. It is on disk when this returns. The same judgement twice is written once.
    ///
    /// # Errors
    /// `judging-pair` if the pair no longer waits for this agent; `judging-twice` if they judged it otherwise;
    /// `decide-author`; `decide-one-fiche`; `decisions-contradict`; those of reading and writing.
    pub fn judge(&self, pair: &str, judgement: Judgement) -> Result<()> {
        if self.access.who().trim().is_empty() {
            return Err(Error::new(ErrorCode::DecideAuthor));
        }
        if !self.clean.is_dir() {
            return Err(Error::new(ErrorCode::NoRegister).at(self.clean));
        }
        let _decisions = decide::lock_decisions(self.clean)?;
        let known = self.known()?;
        let mut state = JudgingState::read(self.clean);
        let agent = state.agent(self.access.who());
        if let Some(before) = known.own_judgement(pair) {
            // A form that is sent twice, and one that was sent before the power was cut.
            let may_change = before == Judgement::Unknown && !known.seconds.contains(pair);
            match before == judgement {
                _ if may_change => {}
                true => return Ok(()),
                false => return Err(Error::new(ErrorCode::JudgingTwice)),
            }
        }
        let in_hand = agent.in_hand.clone().filter(|in_hand| in_hand.entry.id() == pair);
        let generation = Store::open(self.clean)?.current_unchecked();
        let in_order = || {
            let generation = generation.as_ref()?;
            [PairList::Open, PairList::LeastCertain].into_iter().find_map(|list| {
                let order = PairOrder::open(self.clean, generation, list, self.worker.as_deref()).ok()?;
                Some(self.in_hand(order.entry(pair)?, list, generation.number, false))
            })
        };
        let in_hand = in_hand.or_else(in_order).ok_or_else(|| Error::new(ErrorCode::JudgingPair))?;
        let is_second = in_hand.is_second || known.rulings.contains_key(pair);
        self.write_judgement(&in_hand, judgement, is_second, &known)?;
        let is_one = judgement == Judgement::Same && !is_second;
        agent.names = if is_one { self.names_of_pair(&in_hand, &known.decisions)? } else { None };
        agent.n_since_second = if is_second { 0 } else { agent.n_since_second + 1 };
        let (list, names) = (in_hand.list, in_hand.names);
        let OrderEntry { probability, is_merged, comparisons, .. } = in_hand.entry;
        let probability = Some(probability).filter(|probability| *probability >= 0.0);
        let (pair, at) = (pair.to_owned(), self.access.at().to_owned());
        agent.last = Some(LastJudgement { pair, judgement, probability, is_merged, comparisons, list, at, names });
        agent.in_hand = None;
        state.write(self.clean)
    }

    /// What is to be asked about the names of a pair that was judged one person.
    fn names_of_pair(&self, in_hand: &PairInHand, decisions: &Decisions) -> Result<Option<NamesOfPair>> {
        let names = read_current(self.clean, |generation| {
            let reader = RegisterReader::new(generation)?;
            let cards = cards::cards_of(&reader, in_hand.entry.sides.each_ref(), &self.lists()?)?;
            Ok(cards.map(|(cards, _)| NamesOfPair::of(&cards, in_hand.list)))
        })?;
        let values_of = |rows: &[String], field: &str| {
            let rulings = decide::value_rulings(self.clean, rows, field, decisions)?;
            Ok(rulings.into_iter().map(|ruling| ruling.value).collect())
        };
        Ok(names.map(|names| names.without_decided(values_of)).transpose()?.flatten())
    }

    /// Writes a ruling or an opinion. The caller holds the lock of decisions.
    fn write_judgement(
        &self,
        in_hand: &PairInHand,
        judgement: Judgement,
        is_second: bool,
        known: &KnownJudgements,
    ) -> Result<()> {
        let (who, at) = (self.access.who(), self.access.at());
        let reason = if is_second { OpinionReason::Second } else { OpinionReason::Unknown };
        if is_second || judgement == Judgement::Unknown {
            let opinion = Opinion::new(reason, judgement, (who, at), in_hand.entry.sides.each_ref());
            let mut all = known.opinions.clone();
            // "I don't know" for the second time stands in the place of the first.
            let pair = in_hand.entry.id();
            all.retain(|other| {
                other.reason != OpinionReason::Unknown || fold(&other.author) != known.who || other.pair_id() != pair
            });
            all.push(opinion);
            return opinions::write(self.raw, &all);
        }
        read_current(self.clean, |generation| {
            let reader = RegisterReader::new(generation)?;
            let [a, b] = in_hand.entry.sides.each_ref().map(|side| located(&reader, side));
            let (Some(a), Some(b)) = (a?, b?) else { return Err(Error::new(ErrorCode::JudgingPair)) };
            let decision = Decision {
                same: judgement == Judgement::Same,
                a: a.row_ref(),
                b: b.row_ref(),
                decided_on: at.to_owned(),
                author: who.to_owned(),
                reason: self.reason.to_owned(),
                ..Decision::default()
            };
            decide::add_pair_ruling(self.raw, &reader, &known.decisions, decision).map(drop)
        })
    }

    /// Undoes the agent's last answer about a name, if it came after the last judgement; else that judgement, of this
    /// day. If no version of the register holds it, its line is removed; otherwise a further line undoes it, and the
    /// next run changes the register back.
    ///
    /// # Errors
    /// `judging-undo` if there is none; those of reading and writing.
    pub fn undo(&self) -> Result<UndoneJudgement> {
        if !self.clean.is_dir() {
            return Err(Error::new(ErrorCode::NoRegister).at(self.clean));
        }
        let _decisions = decide::lock_decisions(self.clean)?;
        let known = self.known()?;
        let mut state = JudgingState::read(self.clean);
        if let Some(choice) = self.undo_name(&mut state)? {
            let (names, name) = (choice.shown().join(" / "), Some(choice));
            let (judgement, rows) = (Judgement::Same, String::new());
            return Ok(UndoneJudgement { judgement, rows, names, was_in_register: false, name });
        }
        let last_pair = state.agent(self.access.who()).last.as_ref().map(|last| last.pair.clone());
        let ruling = known
            .own_rulings
            .iter()
            .max_by_key(|(place, ruling)| (moment(&ruling.decided_on), Some(pair_of(ruling)) == last_pair, *place));
        let own_opinions = known.opinions.iter().enumerate().filter(|(_, opinion)| known.is_own_today(opinion));
        let opinion = own_opinions
            .filter(|(_, opinion)| opinion.reason != OpinionReason::Settled)
            .max_by_key(|(place, opinion)| (moment(&opinion.at), Some(opinion.pair_id()) == last_pair, *place));
        let key_of_ruling = ruling.map(|(_, ruling)| (moment(&ruling.decided_on), Some(pair_of(ruling)) == last_pair));
        let key_of_opinion = opinion.map(|(_, opinion)| (moment(&opinion.at), Some(opinion.pair_id()) == last_pair));
        let undone = match (ruling, opinion) {
            (None, None) => return Err(Error::new(ErrorCode::JudgingUndo)),
            (Some((_, ruling)), _) if key_of_ruling >= key_of_opinion => self.undo_ruling(ruling, &known)?,
            (_, Some((place, opinion))) => {
                let mut left = known.opinions.clone();
                left.remove(place);
                opinions::write(self.raw, &left)?;
                let rows = opinion.sides().each_ref().map(|side| side.place().to_string()).join(" / ");
                UndoneJudgement {
                    judgement: opinion.judgement,
                    rows,
                    names: String::new(),
                    was_in_register: false,
                    name: None,
                }
            }
            (Some((_, ruling)), None) => self.undo_ruling(ruling, &known)?,
        };
        let agent = state.agent(self.access.who());
        // The pair judged last is the one that is undone.
        let names = agent.last.take().map(|last| last.names).filter(|names| !names.is_empty());
        let undone = UndoneJudgement { names: names.unwrap_or(undone.names), ..undone };
        // The pair comes again: it is the first of its list that is not judged.
        (agent.last, agent.in_hand, agent.names) = (None, None, None);
        agent.n_since_second = agent.n_since_second.saturating_sub(1);
        state.write(self.clean)?;
        Ok(undone)
    }

    /// Undoes a ruling. The caller holds the lock of decisions.
    fn undo_ruling(&self, ruling: &Decision, known: &KnownJudgements) -> Result<UndoneJudgement> {
        let store = Store::open(self.clean)?;
        // A run under way may have read the line.
        let run_lock = store.lock();
        let in_register = store.current_unchecked().map(|last| last.manifest.rulings.contains_key(&ruling.id));
        let is_untouched = run_lock.is_ok() && in_register == Some(false);
        if !(is_untouched && ruling_file::remove_line(self.raw, ruling)?) {
            let (at, author) = (self.access.at().to_owned(), self.access.who().to_owned());
            let signature = Signature { at, author, reason: self.reason.to_owned() };
            decide::add_undoing(self.raw, &ruling.id, &known.decisions, &signature)?;
        }
        Ok(UndoneJudgement {
            judgement: Judgement::of_ruling(ruling.same),
            rows: ruling.rows_text(),
            names: ruling.a.names(),
            was_in_register: in_register != Some(false),
            name: None,
        })
    }

    fn lists(&self) -> Result<ReferenceData> {
        lists_of(&Reference::read(&self.raw.join("reference"))?, self.config)
    }

    /// Reads all judgements. The caller holds the lock of decisions if it writes one.
    fn known(&self) -> Result<KnownJudgements> {
        let decisions = ingest::read_decisions(self.raw, &self.config.ingest)?;
        KnownJudgements::new(decisions, opinions::read(self.raw)?, self.access)
    }
}

/// All rulings and opinions on pairs, seen by one agent.
struct KnownJudgements {
    who: String,
    /// The day, `yyyy-mm-dd`.
    today: String,
    decisions: Decisions,
    opinions: Vec<Opinion>,
    /// The rulings that hold, by pair.
    rulings: HashMap<String, Vec<Decision>>,
    /// The pairs that a second judge has judged.
    seconds: HashSet<String>,
    /// The agent's rulings of this day that hold, each with its place among all lines.
    own_rulings: Vec<(usize, Decision)>,
    n_today: u64,
}

impl KnownJudgements {
    fn new(decisions: Decisions, opinions: Vec<Opinion>, access: &Access) -> Result<Self> {
        let who = fold(access.who());
        let today: String = access.at().chars().take(10).collect();
        let mut rulings: HashMap<String, Vec<Decision>> = HashMap::new();
        for decision in &decisions.decisions {
            rulings.entry(pair_of(decision)).or_default().push(decision.clone());
        }
        let is_own = |ruling: &Decision| fold(&ruling.author) == who && ruling.decided_on.starts_with(&today);
        let own_rulings: Vec<(usize, Decision)> = decisions
            .lines
            .iter()
            .enumerate()
            .filter_map(|(place, line)| match line {
                DecisionLine::Pair(ruling) => Some((place, ruling)),
                _ => None,
            })
            .filter(|(_, ruling)| is_own(ruling) && !decisions.undone.contains(&ruling.id))
            .map(|(place, ruling)| (place, ruling.clone()))
            .collect();
        let seconds = opinions.iter().filter(|opinion| opinion.reason == OpinionReason::Second);
        let seconds = seconds.map(Opinion::pair_id).collect();
        let n_today = own_rulings.len() as u64;
        Ok(Self { who, today, decisions, opinions, rulings, seconds, own_rulings, n_today })
    }

    fn own_opinions(&self, pair: &str) -> impl Iterator<Item = &Opinion> {
        self.opinions.iter().filter(move |opinion| fold(&opinion.author) == self.who && opinion.pair_id() == pair)
    }

    /// Whether the agent has judged something on this day that can be undone.
    fn can_undo(&self) -> bool {
        let is_undoable = |opinion: &Opinion| opinion.reason != OpinionReason::Settled && self.is_own_today(opinion);
        !self.own_rulings.is_empty() || self.opinions.iter().any(is_undoable)
    }

    fn is_own_today(&self, opinion: &Opinion) -> bool {
        fold(&opinion.author) == self.who && opinion.at.starts_with(&self.today)
    }

    /// The pairs of which the agent said that they don't know, each with the place of the opinion.
    fn unknown_pairs(&self) -> HashMap<String, usize> {
        let own = self
            .opinions
            .iter()
            .enumerate()
            .filter(|(_, opinion)| opinion.reason == OpinionReason::Unknown && fold(&opinion.author) == self.who);
        own.map(|(place, opinion)| (opinion.pair_id(), place)).collect()
    }

    /// Whether the agent has nothing more to say of a pair that they have before them.
    fn is_done_by_own(&self, pair: &str, is_second: bool) -> bool {
        let is_answer = |opinion: &Opinion| is_second == (opinion.reason == OpinionReason::Second);
        let is_ruled = self
            .rulings
            .get(pair)
            .is_some_and(|rulings| !is_second || rulings.iter().any(|ruling| fold(&ruling.author) == self.who));
        is_ruled || self.own_opinions(pair).any(is_answer)
    }

    /// What the agent judged of a pair, if they did.
    fn own_judgement(&self, pair: &str) -> Option<Judgement> {
        let mut rulings = self.rulings.get(pair).into_iter().flatten();
        let own = rulings.find(|ruling| fold(&ruling.author) == self.who);
        own.map(|ruling| Judgement::of_ruling(ruling.same))
            .or_else(|| self.own_opinions(pair).last().map(|opinion| opinion.judgement))
    }
}

/// Returns the number of open pairs that wait for a ruling: those of the version in use without those ruled since.
///
/// # Errors
/// `no-register`; those of the decisions, the store and the file system.
pub fn waiting_pairs(clean: &Path, raw: &Path, config: &Config, worker: Option<&Path>) -> Result<u64> {
    let n_open = super::review::review_count(clean)?.open;
    let decisions = ingest::read_decisions(raw, &config.ingest)?.decisions;
    read_current(clean, |generation| {
        let n_links = generation.manifest.tables.get("links").map_or(0, |links| links.rows);
        let order = match n_links {
            _ if n_open == 0 => None,
            0..=MOST_LINKS => Some(PairOrder::open(clean, generation, PairList::Open, worker)?),
            _ => PairOrder::read(clean, generation, PairList::Open)?,
        };
        let Some(order) = order else { return Ok(n_open) };
        let ruled: HashSet<String> = decisions.iter().map(pair_of).collect();
        let (n_pairs, n_ruled) = order
            .lines()
            .fold((0, 0), |(n_pairs, n_ruled), (id, _)| (n_pairs + 1, n_ruled + usize::from(ruled.contains(id))));
        // The order of a large register holds its first pairs alone.
        let n_all = if n_pairs < order::MOST_PAIRS { n_pairs as u64 } else { n_open };
        Ok(n_all.saturating_sub(n_ruled as u64))
    })
}

/// Returns the number of merges of little certainty that nobody has ruled on; `None` where a large register would have
/// to be ordered for it.
///
/// # Errors
/// Those of [`waiting_pairs`].
pub fn waiting_merges(clean: &Path, raw: &Path, config: &Config, worker: Option<&Path>) -> Result<Option<u64>> {
    /// Most pairs of rows in a register whose merges are put in order for their number alone.
    const MOST_MERGES: u64 = 20_000;
    let decisions = ingest::read_decisions(raw, &config.ingest)?.decisions;
    read_current(clean, |generation| {
        let n_links = generation.manifest.tables.get("links").map_or(0, |links| links.rows);
        let order = match n_links {
            0..=MOST_MERGES => Some(PairOrder::open(clean, generation, PairList::LeastCertain, worker)?),
            _ => PairOrder::read(clean, generation, PairList::LeastCertain)?,
        };
        let ruled: HashSet<String> = decisions.iter().map(pair_of).collect();
        Ok(order.map(|order| order.lines().filter(|(id, _)| !ruled.contains(*id)).count() as u64))
    })
}

fn pair_of(ruling: &Decision) -> String {
    pair_id([&PairSide::from(&ruling.a), &PairSide::from(&ruling.b)])
}

/// The row of a side in the generation in use: at its place, else wherever a row has its key.
fn located(reader: &RegisterReader<'_>, side: &PairSide) -> Result<Option<PairSide>> {
    let has_key = |row: &LineageRow| row.row_key.as_deref() == Some(&side.key);
    let at_place = reader.row_at(&side.file, &side.sheet, side.row)?.filter(has_key);
    let line = match at_place {
        Some(line) => Some(line),
        None => scan(reader.generation, &["typed"], &has_key)?.into_iter().next().map(|found| found.row),
    };
    let Some(line) = line else { return Ok(None) };
    let person = line.person_id.as_deref().map(|id| reader.person(id)).transpose()?.flatten();
    Ok(Some(PairSide::from(&decide::decided_row(&line, person.as_ref()))))
}
