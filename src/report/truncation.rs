//! Estimates for each year of birth the acts still to come: how many there will be in the end, and which share of them
//! is on time.
//!
//! Late declarations of recent births have not happened yet, so the share on time of the recent years is too high
//! (right truncation). A delay `T` is seen only if `T <= C`, the days from the birth to the last day of the registers.
//! The product-limit estimator of the reverse-time hazard gives the distribution of delays from such data:
//!
//! ```text
//! G(t) = product over s > t of (1 - d(s) / n(s))
//! d(s) = acts with T = s        n(s) = acts with T <= s <= C
//! ```
//!
//! Of the births of a day, `G(C)` of the acts have been declared; the acts of a month are divided by the mean of `G(C)`
//! over its days. The intervals of shares are percentiles of a Poisson bootstrap over acts, with fixed seeds. That of
//! the acts in the end has the acts so far as they are: of each sample it takes the ratio of the acts in the end to
//! those so far, and adds the chance of the acts to come; it begins with the acts so far. Acts of more than
//! [`HORIZON_DAYS`] are counted as they are: a year of birth as old as that is left untouched. Births before the first
//! register are no cohort (left truncation). Sources: J. D. Kalbfleisch and J. F. Lawless, Inference based on
//! retrospective ascertainment, Journal of the American Statistical Association 84 (1989), 360-372; J. F. Lawless,
//! Adjustments for reporting delays and the prediction of occurred but not reported events, Canadian Journal of
//! Statistics 22 (1994), 15-31.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rayon::prelude::*;

use super::facts::ActFact;
use super::register_window::RegisterWindow;
use super::statistics::Z95;
use crate::record::{LegalPeriod, Timeliness};

/// Days after birth from which a cohort is taken as whole: ten years.
pub(super) const HORIZON_DAYS: i64 = 3650;
/// Number of samples of the bootstrap.
const SAMPLES: u64 = 200;
/// A month of which a smaller share of the acts is expected to be declared says too little.
const LEAST_SHARE: f64 = 0.05;

/// An estimate with the interval of its bootstrap, 95 %.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Estimate {
    pub(crate) value: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

/// The acts of the births of one year: so far, and in the end.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CohortRow {
    pub(crate) year: i32,
    /// Acts of known delay so far, and those on time; `None` if hidden.
    pub(crate) so_far: Option<u64>,
    pub(crate) on_time_so_far: Option<u64>,
    /// Acts in the end, of the births up to the last day of the registers; `None` if too few of them are declared.
    pub(crate) expected: Option<Estimate>,
    /// Acts still to come; `None` if hidden or too few are declared.
    pub(crate) to_come: Option<u64>,
    /// Share on time of the acts in the end.
    pub(crate) share_on_time: Option<Estimate>,
}

/// An act of a cohort, in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Delay {
    /// Month of the birth: index of its block.
    block: u32,
    /// Days from birth to declaration.
    days: u32,
    /// Days from birth to the last day of the registers.
    most: u32,
    is_on_time: bool,
}

/// The births of a month.
#[derive(Debug, Clone)]
struct Block {
    year: i32,
    /// For each day of the month: days to the last day of the registers, and days that the law allows.
    days: Vec<(u32, u32)>,
}

/// Returns the cohorts of the years of registers read, the earliest first.
pub(super) fn cohorts(acts: &[&ActFact], window: &RegisterWindow, legal: &[LegalPeriod]) -> Vec<CohortRow> {
    let Some(as_of) = window.as_of else { return Vec::new() };
    let (blocks, index_of) = blocks(window, as_of, legal);
    let mut delays: Vec<Delay> = acts
        .iter()
        .filter(|act| act.timeliness != Timeliness::Unknown)
        .filter_map(|act| {
            let (born, declared) = act.born_on.zip(act.declared_on)?;
            let block = *index_of.get(&(born.year(), born.month()))?;
            let days = u32::try_from((declared - born).num_days()).ok()?;
            // Of a declaration after the last day it is not known whether all of that day are there.
            let most = u32::try_from((as_of - born).num_days()).ok().filter(|most| days <= *most)?;
            Some(Delay { block, days, most, is_on_time: act.timeliness == Timeliness::OnTime })
        })
        .collect();
    // The samples must not depend on the order of the files.
    delays.sort_unstable();
    let whole = Cohorts::count(&blocks, delays.iter().map(|delay| (delay, 1)));
    let samples: Vec<Cohorts> = (1..=SAMPLES)
        .into_par_iter()
        .map(|seed| {
            let mut random = SplitMix(seed);
            Cohorts::count(&blocks, delays.iter().map(|delay| (delay, random.poisson())))
        })
        .collect();
    whole.rows(&samples)
}

/// Returns the months of birth of the cohorts, and the index of each. A last month that is not over is joined with the
/// one before.
fn blocks(window: &RegisterWindow, as_of: NaiveDate, legal: &[LegalPeriod]) -> (Vec<Block>, BTreeMap<(i32, u32), u32>) {
    let mut blocks: Vec<Block> = Vec::new();
    let mut index_of = BTreeMap::new();
    for year in &window.years {
        for month in 1..=12 {
            let first = NaiveDate::from_ymd_opt(*year, month, 1);
            let days = first.into_iter().flat_map(|first| first.iter_days()).take_while(|day| day.month() == month);
            let day = |day: NaiveDate| {
                let most = u32::try_from((as_of - day).num_days()).ok()?;
                let limit = LegalPeriod::in_force(legal, day).and_then(|period| period.limit_for(day));
                Some((most, limit.map_or(0, |limit| limit.days as u32)))
            };
            let days: Vec<(u32, u32)> = days.filter_map(day).collect();
            if days.is_empty() {
                break;
            }
            let is_over = days.len() >= 28;
            match blocks.last_mut().filter(|last| last.year == *year && !is_over) {
                Some(last) => last.days.extend(days),
                None => blocks.push(Block { year: *year, days }),
            }
            index_of.insert((*year, month), blocks.len() as u32 - 1);
        }
    }
    (blocks, index_of)
}

/// The figures of every cohort of one set of acts.
struct Cohorts {
    /// By year: acts so far, on time so far, acts in the end, on time in the end. The last two are `None` if too few
    /// are declared.
    years: BTreeMap<i32, ([u64; 2], Option<[f64; 2]>)>,
}

impl Cohorts {
    fn count<'d>(blocks: &[Block], delays: impl Iterator<Item = (&'d Delay, u32)>) -> Self {
        let horizon = HORIZON_DAYS as usize;
        let mut at: Vec<u32> = vec![0; horizon + 1];
        let mut at_risk: Vec<i64> = vec![0; horizon + 2];
        // By block: acts within the horizon, of them on time, acts beyond it.
        let mut of_block = vec![[0_u64; 3]; blocks.len()];
        for (delay, n) in delays.filter(|(_, n)| *n > 0) {
            let own = &mut of_block[delay.block as usize];
            if delay.days as usize > horizon {
                own[2] += u64::from(n);
                continue;
            }
            own[0] += u64::from(n);
            own[1] += u64::from(delay.is_on_time) * u64::from(n);
            at[delay.days as usize] += n;
            at_risk[delay.days as usize] += i64::from(n);
            at_risk[(delay.most as usize).min(horizon) + 1] -= i64::from(n);
        }
        let declared = distribution(&at, &at_risk);
        let mut years: BTreeMap<i32, ([u64; 2], Option<[f64; 2]>)> = BTreeMap::new();
        for (block, [n, on_time, beyond]) in blocks.iter().zip(of_block) {
            let of_days = |share: &dyn Fn(f64, f64) -> f64| {
                let shares = block.days.iter().map(|(most, limit)| {
                    let up_to = |days: u32| declared[(days as usize).min(horizon)];
                    share(up_to(*most), up_to(*limit))
                });
                shares.sum::<f64>() / block.days.len() as f64
            };
            let share = of_days(&|most, _| most);
            // On time acts are all there once the period is over.
            let share_on_time = of_days(&|most, limit| if limit > 0.0 { (most / limit).min(1.0) } else { 1.0 });
            let end = (share >= LEAST_SHARE && share_on_time >= LEAST_SHARE)
                .then(|| [n as f64 / share + beyond as f64, on_time as f64 / share_on_time]);
            let own = years.entry(block.year).or_insert(([0, 0], Some([0.0, 0.0])));
            own.0[0] += n + beyond;
            own.0[1] += on_time;
            own.1 = own.1.zip(end).map(|(sum, end)| [sum[0] + end[0], sum[1] + end[1]]);
        }
        Self { years }
    }

    /// Returns the rows, with intervals from the samples.
    fn rows(&self, samples: &[Self]) -> Vec<CohortRow> {
        let row = |(year, (so_far, end)): (&i32, &([u64; 2], Option<[f64; 2]>))| {
            let of_sample = |sample: &Self| sample.years.get(year).and_then(|own| Some((own.0[0], own.1?)));
            let of_samples: Vec<(u64, [f64; 2])> =
                samples.iter().filter_map(of_sample).filter(|(_, end)| end[0] > 0.0).collect();
            let estimate = |figure: &dyn Fn(u64, [f64; 2]) -> f64| {
                let mut all: Vec<f64> = of_samples.iter().map(|(so_far, end)| figure(*so_far, *end)).collect();
                all.sort_by(f64::total_cmp);
                let percentile = |p: f64| all.get(((all.len() as f64 - 1.0).max(0.0) * p).round() as usize).copied();
                let value = end.filter(|end| end[0] > 0.0).map(|end| figure(so_far[0], end))?;
                Some(Estimate { value, low: percentile(0.025)?.min(value), high: percentile(0.975)?.max(value) })
            };
            let known = so_far[0] as f64;
            let in_the_end =
                estimate(&|so_far, end| if so_far > 0 { known * end[0].max(end[1]) / so_far as f64 } else { known });
            let expected = in_the_end.map(|own| with_chance_of_coming(own, known));
            CohortRow {
                year: *year,
                so_far: Some(so_far[0]),
                on_time_so_far: Some(so_far[1]),
                to_come: expected.map(|own| (own.value.round() as u64).saturating_sub(so_far[0])),
                expected,
                share_on_time: estimate(&|_, end| (end[1] / end[0]).min(1.0)),
            }
        };
        self.years.iter().map(row).collect()
    }
}

/// Returns the acts in the end with the chance of those still to come in their interval, which begins with those so
/// far.
fn with_chance_of_coming(own: Estimate, so_far: f64) -> Estimate {
    let coming = Z95 * Z95 * (own.value - so_far).max(0.0);
    let side = |length: f64| (length * length + coming).sqrt();
    Estimate {
        value: own.value,
        low: (own.value - side(own.value - own.low)).max(so_far.min(own.value)),
        high: own.value + side(own.high - own.value),
    }
}

/// Returns G: for each number of days the share of acts with at most this delay. `at_risk` holds the steps of n.
fn distribution(at: &[u32], at_risk: &[i64]) -> Vec<f64> {
    let mut n = 0;
    let at_risk: Vec<i64> = at_risk
        .iter()
        .take(at.len())
        .map(|step| {
            n += step;
            n
        })
        .collect();
    let mut share = 1.0;
    let mut declared = vec![1.0; at.len()];
    for days in (1..at.len()).rev() {
        if at[days] > 0 {
            share *= 1.0 - f64::from(at[days]) / at_risk[days] as f64;
        }
        declared[days - 1] = share;
    }
    declared
}

/// The generator SplitMix64: the same numbers on every machine.
struct SplitMix(u64);

impl SplitMix {
    /// Returns how often an act is in a sample: a Poisson number of mean 1.
    fn poisson(&mut self) -> u32 {
        /// Shares of at most 0, 1, 2… in 2^64.
        const UP_TO: [u64; 8] = [
            6_786_177_901_268_885_274,
            13_572_355_802_537_770_548,
            16_965_444_753_172_213_185,
            18_096_474_403_383_694_064,
            18_379_231_815_936_564_283,
            18_435_783_298_447_138_327,
            18_445_208_545_532_234_001,
            18_446_555_009_401_533_383,
        ];
        let z = self.next();
        UP_TO.iter().take_while(|up_to| z >= **up_to).count() as u32
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::super::example_commune::{act, legal};
    use super::*;
    use crate::record::Category;

    impl SplitMix {
        /// Returns a number below n: the high half of a product.
        fn below(&mut self, n: u64) -> usize {
            ((u128::from(self.next()) * u128::from(n)) >> 64) as usize
        }
    }

    /// The true share on time.
    const TRUTH: f64 = 0.87;

    /// Returns the acts that registers up to June 2018 hold, of births of which 87 % are declared in time and the
    /// others after months or years.
    fn registers(per_year: u64, seed: u64) -> Vec<ActFact> {
        let mut random = SplitMix(seed);
        let as_of: NaiveDate = "2018-06-30".parse().unwrap();
        let mut acts = Vec::new();
        for year in 2011..=2018 {
            for _ in 0..per_year {
                let born = NaiveDate::from_yo_opt(year, 1 + random.below(365) as u32).unwrap();
                let delay = if random.below(100) < 87 {
                    random.below(91)
                } else {
                    // Years to the declaration: most come within three, some within eight.
                    91 + random.below(400) * (1 + random.below(6)) * (1 + random.below(2)) / 2
                };
                let declared = born + chrono::Days::new(delay as u64);
                if declared <= as_of {
                    acts.push(act(declared, delay as u64, Category::Direct));
                }
            }
        }
        acts
    }

    fn estimate(acts: &[ActFact]) -> Vec<CohortRow> {
        let window = RegisterWindow::of(acts.iter().filter_map(ActFact::days));
        cohorts(&acts.iter().collect::<Vec<_>>(), &window, &legal())
    }

    #[test]
    fn the_share_on_time_of_each_year_is_the_true_one_although_that_so_far_rises() {
        let rows = estimate(&registers(15_000, 7));
        assert_eq!(rows.len(), 8);
        let so_far = |row: &CohortRow| row.on_time_so_far.unwrap() as f64 / row.so_far.unwrap() as f64;
        assert!(so_far(&rows[0]) < 0.88 && so_far(&rows[7]) > 0.93, "{rows:?}");
        for row in &rows {
            let (share, expected) = (row.share_on_time.unwrap(), row.expected.unwrap());
            assert!((share.value - TRUTH).abs() < 0.01, "{row:?}");
            assert!(share.low < share.value && share.value < share.high && share.high - share.low < 0.05, "{row:?}");
            let births = if row.year == 2018 { 15_000.0 * 181.0 / 365.0 } else { 15_000.0 };
            assert!((expected.value / births - 1.0).abs() < 0.05, "{row:?}");
            assert!(expected.low >= row.so_far.unwrap() as f64 && expected.high >= expected.value, "{row:?}");
        }
        // The same acts give the same bytes.
        assert_eq!(rows, estimate(&registers(15_000, 7)));
    }

    #[test]
    fn the_interval_covers_the_truth() {
        let (mut n_covered, mut n) = (0, 0);
        for seed in 0..40 {
            for row in estimate(&registers(250, 1000 + seed)) {
                let share = row.share_on_time.unwrap();
                n_covered += usize::from((share.low..=share.high).contains(&TRUTH));
                n += 1;
            }
        }
        assert!(n_covered * 100 >= n * 93, "{n_covered} of {n}");
    }

    #[test]
    fn a_year_of_birth_ten_years_back_is_untouched() {
        // Registers of twelve years; births of the first year are more than ten years old at the end.
        let mut acts = registers(300, 3);
        let late = |act: &ActFact| act.born_on.is_some_and(|born| born.year() == 2011) && act.delay_days > Some(300);
        let n_late = acts.iter().filter(|act| late(act)).count();
        for act in &mut acts {
            // Seven years earlier, and a last register of 2018.
            let earlier = |day: Option<NaiveDate>| day?.with_day(1)?.with_year(day?.year() - 7);
            if act.born_on.is_some_and(|born| born.year() < 2017) {
                (act.born_on, act.declared_on) = (earlier(act.born_on), earlier(act.declared_on));
            }
        }
        let rows = estimate(&acts);
        let old: Vec<_> = rows.iter().filter(|row| row.year <= 2007).collect();
        assert!(n_late > 10 && old.len() >= 3);
        for row in old {
            assert_eq!(row.expected.map(|own| own.value), row.so_far.map(|n| n as f64), "{row:?}");
            assert_eq!(row.to_come, Some(0));
        }
    }
}
