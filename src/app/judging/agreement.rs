//! Measures how well two judges of the same pairs agree, and lists the pairs on which they do not.

use std::collections::HashSet;

use crate::error::{Error, ErrorCode, Result};
use crate::record::{Decision, fold};
use crate::report::{Z95, wilson};
use crate::store::Store;

use super::super::decide;
use super::super::reader::{RegisterReader, read_current};
use super::opinions::{self, Opinion, OpinionReason};
use super::order::PairSide;
use super::{Judge, Judgement, JudgingCard, KnownJudgements, cards};

/// How well two judges agree who did not see each other's judgement.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Agreement {
    /// Pairs on which both ruled.
    pub n: u64,
    /// Pairs on which both ruled the same.
    pub n_agree: u64,
    /// Pairs that the second judge did not know.
    pub n_unknown: u64,
    /// The share of agreement with its 95 % interval; `None` without a pair.
    pub share: Option<[f64; 3]>,
    /// Cohen's kappa with its 95 % interval; `None` where all judgements are the same.
    pub kappa: Option<[f64; 3]>,
}

impl Agreement {
    /// Computes the figures from the judgements: `counts[first][second]`, same person first.
    ///
    /// Source of the interval of kappa: J. L. Fleiss, J. Cohen and B. S. Everitt, Large sample standard errors of kappa
    /// and weighted kappa, Psychological Bulletin 72 (1969), 323-327.
    fn of_counts(counts: [[u64; 2]; 2], n_unknown: u64) -> Self {
        let n: u64 = counts.iter().flatten().sum();
        let n_agree = counts[0][0] + counts[1][1];
        if n == 0 {
            return Self { n_unknown, ..Self::default() };
        }
        let total = n as f64;
        let p = counts.map(|row| row.map(|count| count as f64 / total));
        let first = [p[0][0] + p[0][1], p[1][0] + p[1][1]];
        let second = [p[0][0] + p[1][0], p[0][1] + p[1][1]];
        let (observed, expected) = (p[0][0] + p[1][1], first[0] * second[0] + first[1] * second[1]);
        let kappa = (expected < 1.0).then(|| {
            let kappa = (observed - expected) / (1.0 - expected);
            let on: f64 = (0..2).map(|i| p[i][i] * (1.0 - (first[i] + second[i]) * (1.0 - kappa)).powi(2)).sum();
            let off: f64 = (0..2).map(|i| p[i][1 - i] * (second[i] + first[1 - i]).powi(2)).sum();
            let variance = on + (1.0 - kappa).powi(2) * off - (kappa - expected * (1.0 - kappa)).powi(2);
            let error = (variance.max(0.0) / total).sqrt() / (1.0 - expected);
            [kappa, (kappa - Z95 * error).max(-1.0), (kappa + Z95 * error).min(1.0)]
        });
        let share = wilson(n_agree as f64, total, Z95).map(|(low, high)| [observed, low, high]);
        Self { n, n_agree, n_unknown, share, kappa }
    }
}

/// A pair on which two judges disagree.
#[derive(Debug, Clone, PartialEq)]
pub struct Disagreement {
    /// The pair.
    pub id: String,
    /// The first judge and their judgement, which is the ruling that holds.
    pub first: (String, Judgement),
    /// The second judge and theirs.
    pub second: (String, Judgement),
    /// The two rows; `None` if one is no longer at its place.
    pub cards: Option<[JudgingCard; 2]>,
}

impl KnownJudgements {
    /// The second judgements, each with the ruling that holds on its pair.
    fn second_judgements(&self) -> Vec<(&Opinion, &Decision)> {
        let seconds = self.opinions.iter().filter(|opinion| opinion.reason == OpinionReason::Second);
        let with_ruling = seconds.filter_map(|opinion| {
            let rulings = self.rulings.get(&opinion.pair_id())?;
            let first = rulings.iter().find(|ruling| fold(&ruling.author) != fold(&opinion.author))?;
            Some((opinion, first))
        });
        with_ruling.collect()
    }

    /// The pairs on which a disagreement was looked at again.
    fn settled(&self) -> HashSet<String> {
        let settled = self.opinions.iter().filter(|opinion| opinion.reason == OpinionReason::Settled);
        settled.map(Opinion::pair_id).collect()
    }
}

impl Judge<'_> {
    /// Measures how well second judges agree with the first.
    ///
    /// # Errors
    /// Those of reading.
    pub fn agreement(&self) -> Result<Agreement> {
        let known = self.known()?;
        let settled = known.settled();
        let (mut counts, mut n_unknown) = ([[0; 2]; 2], 0);
        let mut add = |first: Judgement, second: Judgement| match second {
            Judgement::Unknown => n_unknown += 1,
            _ => counts[usize::from(first != Judgement::Same)][usize::from(second != Judgement::Same)] += 1,
        };
        for (opinion, ruling) in known.second_judgements() {
            if !settled.contains(&opinion.pair_id()) {
                add(Judgement::of_ruling(ruling.same), opinion.judgement);
            }
        }
        // Settling may have changed the ruling: the two judges disagreed all the same.
        for opinion in known.opinions.iter().filter(|opinion| opinion.reason == OpinionReason::Second) {
            if settled.contains(&opinion.pair_id()) {
                add(Judgement::of_ruling(opinion.judgement != Judgement::Same), opinion.judgement);
            }
        }
        Ok(Agreement::of_counts(counts, n_unknown))
    }

    /// Returns the pairs on which two judges disagree and that nobody has settled, the oldest first, at most `most`.
    ///
    /// # Errors
    /// `no-register`; those of reading.
    pub fn disagreements(&self, most: usize) -> Result<Vec<Disagreement>> {
        let known = self.known()?;
        let settled = known.settled();
        let open: Vec<(&Opinion, &Decision)> = known
            .second_judgements()
            .into_iter()
            .filter(|(opinion, ruling)| {
                let second = opinion.judgement;
                second != Judgement::Unknown
                    && second != Judgement::of_ruling(ruling.same)
                    && !settled.contains(&opinion.pair_id())
            })
            .take(most)
            .collect();
        if open.is_empty() {
            return Ok(Vec::new());
        }
        let lists = self.lists()?;
        let found = read_current(self.clean, |generation| {
            let reader = RegisterReader::new(generation)?;
            let disagreement = |(opinion, ruling): &(&Opinion, &Decision)| -> Result<Disagreement> {
                let sides = opinion.sides();
                Ok(Disagreement {
                    id: opinion.pair_id(),
                    first: (ruling.author.clone(), Judgement::of_ruling(ruling.same)),
                    second: (opinion.author.clone(), opinion.judgement),
                    cards: cards::cards_of(&reader, sides.each_ref(), &lists)?.map(|(cards, _)| cards),
                })
            };
            open.iter().map(disagreement).collect::<Result<Vec<_>>>()
        })?;
        self.access.log(&Store::open(self.clean)?, "judge", "disagreements", 2 * found.len() as u64)?;
        Ok(found)
    }

    /// Settles a disagreement: the judgement becomes the ruling. The second judgement stays as it was.
    ///
    /// # Errors
    /// `judging-pair` if there is no such disagreement; those of a ruling.
    pub fn settle(&self, pair: &str, judgement: Judgement) -> Result<()> {
        let _decisions = decide::lock_decisions(self.clean)?;
        let known = self.known()?;
        let gone = || Error::new(ErrorCode::JudgingPair);
        let open = known.second_judgements().into_iter().find(|(opinion, _)| opinion.pair_id() == pair);
        let (_, ruling) = open.filter(|_| !known.settled().contains(pair)).ok_or_else(gone)?;
        let (who, at) = (self.access.who().to_owned(), self.access.at().to_owned());
        // "I don't know" leaves the ruling as it is.
        if judgement != Judgement::Unknown && judgement != Judgement::of_ruling(ruling.same) {
            let same = judgement == Judgement::Same;
            let (decided_on, author, reason) = (at.clone(), who.clone(), self.reason.to_owned());
            let new = Decision { same, decided_on, author, reason, ..ruling.clone() };
            read_current(self.clean, |generation| {
                let reader = RegisterReader::new(generation)?;
                decide::replace_pair_ruling(self.raw, &reader, &known.decisions, ruling, new.clone()).map(drop)
            })?;
        }
        let sides = [PairSide::from(&ruling.a), PairSide::from(&ruling.b)];
        let mut all = known.opinions.clone();
        all.push(Opinion::new(OpinionReason::Settled, judgement, (&who, &at), sides.each_ref()));
        opinions::write(self.raw, &all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kappa_and_its_interval_equal_a_worked_example() {
        // Two raters of 50 proposals (20 both yes, 15 both no, 5 and 10 apart): kappa is 0.4, its standard error 0.1266.
        let agreement = Agreement::of_counts([[20, 5], [10, 15]], 3);
        let [kappa, low, high] = agreement.kappa.unwrap();
        assert!((kappa - 0.4).abs() < 1e-9, "{kappa}");
        assert!((low - 0.1518).abs() < 0.005 && (high - 0.6482).abs() < 0.005, "{low} {high}");
        assert_eq!((agreement.n, agreement.n_agree, agreement.n_unknown), (50, 35, 3));
        let [share, low, high] = agreement.share.unwrap();
        assert!((share - 0.7).abs() < 1e-9 && low < 0.6 && high > 0.8);
    }

    #[test]
    fn without_two_classes_there_is_no_kappa() {
        assert_eq!(Agreement::of_counts([[9, 0], [0, 0]], 0).kappa, None);
        assert_eq!(Agreement::of_counts([[0, 0], [0, 0]], 1).share, None);
        let perfect = Agreement::of_counts([[5, 0], [0, 5]], 0).kappa.unwrap();
        assert!((perfect[0] - 1.0).abs() < 1e-9 && (perfect[1] - 1.0).abs() < 1e-9);
    }
}
