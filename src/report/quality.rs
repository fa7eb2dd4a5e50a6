//! Measures the quality of the data: Whipple's index, Myers' blended index, sex ratios with intervals, numbers of pairs
//! to review.
//!
//! Ages are those of residents at their own round, the last that lists them: as typed where an age was typed.

use super::facts::Facts;
use super::heading::RowHeading;
use super::population::Population;
use super::statistics::sex_ratio;
use super::timeliness::Births;

/// Fewest persons for whom the indexes are shown.
const MIN_PERSONS: u64 = 100;

/// Whipple's index with its parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Whipple {
    /// Persons of 25, 30, 35… 60 years.
    pub(crate) heaped: u64,
    /// Persons of 23 to 62 years.
    pub(crate) persons: u64,
}

impl Whipple {
    /// Returns the index: 100 if ages ending in 0 and 5 are as frequent as others, 500 if there are no others.
    ///
    /// `100 * heaped / (persons / 5)`. Source: H. S. Shryock, J. S. Siegel and associates, The Methods and Materials of
    /// Demography (condensed edition, 1976), chapter 8.
    pub(crate) fn index(&self) -> f64 {
        500.0 * self.heaped as f64 / self.persons as f64
    }

    /// Returns the scale of the United Nations Demographic Yearbook: `very-accurate` below 105, `fairly-accurate` to
    /// 110, `approximate` to 125, `rough` to 175, else `very-rough`. Below 95 too few ages end in 0 or 5, and the scale
    /// says nothing: `too-few`.
    pub(crate) fn scale(&self) -> &'static str {
        match self.index() {
            index if index < 95.0 => "too-few",
            index if index < 105.0 => "very-accurate",
            index if index < 110.0 => "fairly-accurate",
            index if index < 125.0 => "approximate",
            index if index < 175.0 => "rough",
            _ => "very-rough",
        }
    }
}

/// Myers' blended index.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Myers {
    /// Persons of 10 to 89 years.
    pub(crate) persons: u64,
    /// The blended share of ages that end in each digit, 0 to 1; a tenth each if no digit is preferred.
    pub(crate) shares: [f64; 10],
}

impl Myers {
    /// Returns the last digits that no age has.
    pub(crate) fn empty_digits(&self) -> Vec<usize> {
        (0..10).filter(|digit| self.shares[*digit] == 0.0).collect()
    }

    /// Returns half the sum of the distances from 10 %: 0 if no digit is preferred, 90 if all ages end in one digit.
    ///
    /// Source: R. J. Myers, Errors and bias in the reporting of ages in census data, Transactions of the Actuarial
    /// Society of America 41 (1940), 395-415.
    pub(crate) fn index(&self) -> f64 {
        50.0 * self.shares.iter().map(|share| (share - 0.1).abs()).sum::<f64>()
    }
}

/// Males per 100 females of a row.
pub(crate) struct SexRatioRow {
    /// A band of ages, or all.
    pub(crate) heading: RowHeading,
    pub(crate) males: Option<u64>,
    pub(crate) females: Option<u64>,
    /// The ratio with its 95 % interval; `None` if a part is hidden or there is no female.
    pub(crate) ratio: Option<(f64, f64, f64)>,
}

/// Quality of ages and sexes; an index is `None` if persons are too few.
pub(crate) struct Quality {
    pub(crate) whipple: Option<Whipple>,
    pub(crate) myers: Option<Myers>,
    /// Sex ratios by age, the whole register last.
    pub(crate) sex_ratios: Vec<SexRatioRow>,
    pub(crate) at_birth: SexRatioRow,
}

/// Computes the indexes of residents' ages and the sex ratios of persons and acts.
pub(super) fn quality(facts: &Facts, births: &Births, population: &Population) -> Quality {
    let ages = age_counts(facts);
    let bands = population.by_age.iter().flat_map(|table| &table.rows).filter(|row| row.heading != RowHeading::Unknown);
    let ratios = bands
        .chain(population.by_age.iter().map(|table| &table.total))
        .map(|row| SexRatioRow::of(row.heading.clone(), row.cell(0), row.cell(1)));
    let of_sex = |sex| {
        let row = births.by_sex.rows.iter().find(|row| row.heading == RowHeading::Sex(sex));
        row.map_or(Some(0), |row| Some(row.judged? + row.unknown?))
    };
    Quality {
        whipple: whipple(&ages),
        myers: myers(&ages),
        sex_ratios: ratios.collect(),
        at_birth: SexRatioRow::of(
            RowHeading::All,
            of_sex(crate::record::Sex::Male),
            of_sex(crate::record::Sex::Female),
        ),
    }
}

impl SexRatioRow {
    pub(super) fn of(heading: RowHeading, males: Option<u64>, females: Option<u64>) -> Self {
        let ratio = males.zip(females).and_then(|(males, females)| sex_ratio(males, females));
        Self { heading, males, females, ratio }
    }
}

/// Returns the residents by age in years at their own round, 0 to 99.
fn age_counts(facts: &Facts) -> [u64; 100] {
    let mut counts = [0; 100];
    let residents = facts.persons.iter().filter(|person| person.is_resident());
    let ages = residents.filter_map(|person| usize::try_from(person.census_age?).ok());
    ages.filter(|age| *age < 100).for_each(|age| counts[age] += 1);
    counts
}

/// Returns Whipple's index; `None` if persons are too few.
fn whipple(ages: &[u64; 100]) -> Option<Whipple> {
    let persons = ages[23..=62].iter().sum();
    let heaped = (25..=60).step_by(5).map(|age| ages[age]).sum();
    (persons >= MIN_PERSONS).then_some(Whipple { heaped, persons })
}

/// Returns Myers' index: ages 10 to 79 with weight digit + 1, ages 20 to 89 with weight 9 - digit. `None` if persons
/// are too few.
fn myers(ages: &[u64; 100]) -> Option<Myers> {
    let of_digit =
        |digit: usize, tens: std::ops::RangeInclusive<usize>| tens.map(|ten| ages[10 * ten + digit]).sum::<u64>();
    let blended: [u64; 10] = std::array::from_fn(|digit| {
        let weight = digit as u64;
        (weight + 1) * of_digit(digit, 1..=7) + (9 - weight) * of_digit(digit, 2..=8)
    });
    let (persons, all): (u64, u64) = (ages[10..=89].iter().sum(), blended.iter().sum());
    (persons >= MIN_PERSONS).then(|| Myers { persons, shares: blended.map(|n| n as f64 / all.max(1) as f64) })
}

/// Numbers of pairs to review and of decided pairs; none of them enters a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PairCounts {
    /// Pairs to review: of two census rows, of two acts, of an act and a census row.
    pub(crate) to_review: [Option<u64>; 3],
    /// Pairs decided by a person: the same, different.
    pub(crate) ruled: [Option<u64>; 2],
}

pub(super) fn pair_counts(facts: &Facts) -> PairCounts {
    PairCounts { to_review: facts.pairs_to_review.map(Some), ruled: facts.pairs_ruled.map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn even_ages_give_whipple_100_and_myers_0_and_few_persons_no_index() {
        assert_eq!(whipple(&[1; 100]), None);
        let even = [10; 100];
        let index = whipple(&even).unwrap();
        assert!((index.index() - 100.0).abs() < 1e-9 && index.scale() == "very-accurate");
        assert!(myers(&even).unwrap().index() < 1e-9);
    }

    #[test]
    fn ages_that_all_end_in_0_or_5_give_whipple_500() {
        let mut ages = [0; 100];
        (0..100).step_by(5).for_each(|age| ages[age] = 50);
        let index = whipple(&ages).map(|whipple| whipple.index());
        assert_eq!(index, Some(500.0));
        let own = myers(&ages).unwrap();
        assert_eq!(own.empty_digits(), [1, 2, 3, 4, 6, 7, 8, 9]);
        let shares = own.shares;
        assert!((shares[0] + shares[5] - 1.0).abs() < 1e-12);
    }

    #[test]
    fn myers_index_equals_a_calculation_by_hand() {
        // 100 persons at each age, 200 at ages that end in 0: digit 0 has 7 x 200 x 1 + 7 x 200 x 9 = 14,000 of 77,000.
        let mut ages = [100; 100];
        (0..100).step_by(10).for_each(|age| ages[age] = 200);
        let myers = myers(&ages).unwrap();
        assert!((myers.shares[0] - 14_000.0 / 77_000.0).abs() < 1e-12, "{:?}", myers.shares);
        assert!((myers.index() - 100.0 * (14_000.0 / 77_000.0 - 0.1)).abs() < 1e-9);
    }
}
