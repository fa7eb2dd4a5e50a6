//! Stores which pair each agent has before them, in `agents.json` beside the order of the pairs. If the file is lost,
//! the next pair is chosen anew: no judgement is in it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::ingest;
use crate::record::fold;
use crate::store::{self, OutputPath};

use super::names::NamesOfPair;
use super::order::OrderEntry;
use super::{LastJudgement, PairList};

/// Minutes after which a pair that an agent left is shown to others.
const MINUTES_IN_HAND: i64 = 30;

/// The pair that an agent has before them. No other agent gets it meanwhile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct PairInHand {
    pub(super) entry: OrderEntry,
    pub(super) list: PairList,
    pub(super) generation: u64,
    /// Whether another agent has ruled on the pair.
    pub(super) is_second: bool,
    pub(super) at: String,
    /// The name of each row, as it was shown.
    #[serde(default)]
    pub(super) names: String,
}

/// An agent's pair, and what is known of the pairs before.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct AgentState {
    #[serde(rename = "claim")]
    pub(super) in_hand: Option<PairInHand>,
    /// Pairs judged since the last one that another agent had judged.
    pub(super) n_since_second: u32,
    pub(super) last: Option<LastJudgement>,
    /// What is asked about the names of the pair judged last, and what was answered.
    pub(super) names: Option<NamesOfPair>,
}

/// The state of all agents, by their folded names.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct JudgingState {
    agents: BTreeMap<String, AgentState>,
}

impl JudgingState {
    /// Reads the state; a file that is missing or damaged is an empty state.
    pub(super) fn read(clean: &Path) -> Self {
        let text = ingest::read_text_file(&path_of(clean)).ok().flatten().unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    pub(super) fn write(&self, clean: &Path) -> Result<()> {
        let path = path_of(clean);
        let text = serde_json::to_string(self).map_err(|e| Error::new(ErrorCode::Io).because(e))?;
        if let Some(folder) = path.parent() {
            store::create_private_folder(folder)?;
        }
        store::write_text(&text, &OutputPath::own(&path))
    }

    pub(super) fn agent(&mut self, who: &str) -> &mut AgentState {
        self.agents.entry(fold(who)).or_default()
    }

    /// The identifiers of the pairs that other agents have before them.
    pub(super) fn pairs_of_others(&self, who: &str, now: &str) -> Vec<String> {
        let own = fold(who);
        let others =
            self.agents.iter().filter(|(name, _)| **name != own).filter_map(|(_, agent)| agent.in_hand.as_ref());
        others.filter(|in_hand| is_fresh(&in_hand.at, now)).map(|in_hand| in_hand.entry.id()).collect()
    }
}

fn path_of(clean: &Path) -> PathBuf {
    clean.join("work/judging/agents.json")
}

/// The moment of a text, RFC 3339.
pub(super) fn moment(text: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(text).ok()
}

/// Whether a pair was shown less than [`MINUTES_IN_HAND`] minutes ago; also if a clock was set back meanwhile.
fn is_fresh(at: &str, now: &str) -> bool {
    let Some((at, now)) = moment(at).zip(moment(now)) else { return false };
    (now - at).num_minutes().abs() < MINUTES_IN_HAND
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_in_hand_is_hidden_from_others_for_half_an_hour() {
        let mut state = JudgingState::default();
        let in_hand = PairInHand {
            entry: OrderEntry::default(),
            list: PairList::Open,
            generation: 1,
            is_second: false,
            at: "2026-01-02T10:00:00+01:00".to_owned(),
            names: String::new(),
        };
        let id = in_hand.entry.id();
        state.agent("Ruth").in_hand = Some(in_hand);
        assert_eq!(state.pairs_of_others("Paul", "2026-01-02T10:29:00+01:00"), [id]);
        assert!(state.pairs_of_others("RUTH", "2026-01-02T10:29:00+01:00").is_empty());
        assert!(state.pairs_of_others("Paul", "2026-01-02T10:31:00+01:00").is_empty());
    }
}
