//! Shares of births that survive to 1, 2, 3, 4 and 5 years, by Coale and Demeny's model life tables West.
//!
//! Source: A. Coale, P. Demeny and B. Vaughan, *Regional Model Life Tables and Stable Populations*, 2nd edition (1983),
//! as the function `cdmltw` of the R package demogR computes them: the probabilities of death from the life expectancy
//! at ten years of each level, and the mean age of those who die between one and five years. The ages between follow
//! from a risk that falls evenly (exponentially) and keeps that mean. Both sexes, 105 boys for 100 girls at birth.
//!
//! The level is the one at which as many children die before five years as a survey found.

/// Shares that survive to 1, 2, 3, 4 and 5 years, by level from the first to the last.
const SURVIVORS: [[f64; 5]; LEVELS] = [
    [0.8402, 0.8035, 0.7818, 0.7688, 0.7609],
    [0.8556, 0.8225, 0.8030, 0.7912, 0.7841],
    [0.8703, 0.8413, 0.8242, 0.8139, 0.8077],
    [0.8842, 0.8595, 0.8449, 0.8361, 0.8308],
    [0.8968, 0.8758, 0.8632, 0.8557, 0.8511],
    [0.9091, 0.8915, 0.8809, 0.8745, 0.8706],
    [0.9208, 0.9067, 0.8980, 0.8925, 0.8891],
    [0.9322, 0.9212, 0.9142, 0.9097, 0.9069],
    [0.9430, 0.9348, 0.9295, 0.9261, 0.9239],
    [0.9534, 0.9478, 0.9441, 0.9417, 0.9401],
    [0.9636, 0.9602, 0.9578, 0.9563, 0.9552],
    [0.9730, 0.9709, 0.9694, 0.9684, 0.9677],
];
const FIRST_LEVEL: f64 = 11.0;
const LEVELS: usize = 12;

/// A model life table, up to five years.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct WestLifeTable {
    /// The level, between two published ones if need be.
    pub(crate) level: f64,
    /// Shares of births that survive to 1, 2, 3, 4 and 5 years.
    pub(crate) survivors: [f64; 5],
}

impl WestLifeTable {
    /// Returns the table in which this number of 1,000 births die before five years; the first or last level beyond
    /// them.
    pub(crate) fn of_deaths(under_five_per_1000: f64) -> Self {
        let wanted = 1.0 - under_five_per_1000 / 1000.0;
        let above = SURVIVORS.iter().position(|own| own[4] >= wanted).unwrap_or(LEVELS - 1);
        let below = above.saturating_sub(1);
        let (a, b) = (&SURVIVORS[below], &SURVIVORS[above]);
        let part = if above == below { 0.0 } else { ((wanted - a[4]) / (b[4] - a[4])).clamp(0.0, 1.0) };
        let survivors = std::array::from_fn(|age| a[age] + part * (b[age] - a[age]));
        Self { level: FIRST_LEVEL + below as f64 + part, survivors }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the probability of death at a life expectancy at ten years: linear, exponential, or the mean of both.
    fn probability(e10: f64, [a, b, log_a, log_b]: [f64; 4]) -> f64 {
        let (linear, exponential) = (a + b * e10, 10_f64.powf(log_a + log_b * e10) / 10_000.0);
        if linear > exponential {
            return (linear + exponential) / 2.0;
        }
        let is_steep = b / log_b / exponential / 10_f64.ln() >= 1.0;
        if is_steep { exponential } else { linear }
    }

    #[test]
    fn survivors_to_one_and_five_follow_the_published_regressions() {
        // Level 17: life expectancy at ten years of women and men, coefficients before one year and from one to five.
        let women = (57.16274, [[0.53774, -0.008_044, 5.8992, -0.05406], [0.39368, -0.006_162, 7.4576, -0.08834]]);
        let men = (54.49441, [[0.63726, -0.009_958, 5.8061, -0.05338], [0.40548, -0.006_653, 7.1062, -0.08559]]);
        let survivors = |(e10, [infant, child]): (f64, [[f64; 4]; 2])| {
            let to_one = 1.0 - probability(e10, infant);
            [to_one, to_one * (1.0 - probability(e10, child))]
        };
        let boys = 105.0 / 205.0;
        let (of_women, of_men) = (survivors(women), survivors(men));
        let both = [0, 1].map(|age| boys * of_men[age] + (1.0 - boys) * of_women[age]);
        let own = SURVIVORS[6];
        assert!((own[0] - both[0]).abs() < 1e-4 && (own[4] - both[1]).abs() < 1e-4, "{own:?} {both:?}");
    }

    #[test]
    fn the_level_is_that_of_the_deaths_before_five() {
        let of = WestLifeTable::of_deaths;
        assert!((of(104.0).level - 17.4).abs() < 0.05, "{:?}", of(104.0));
        assert!((of(104.0).survivors[4] - 0.896).abs() < 1e-9);
        assert!((of(70.0).survivors[4] - 0.93).abs() < 1e-9 && of(70.0).level > 19.0);
        assert_eq!((of(900.0).level, of(0.0).level), (11.0, 22.0));
        for table in [of(900.0), of(104.0), of(0.0)] {
            assert!(table.survivors.windows(2).all(|pair| pair[0] > pair[1]), "{table:?}");
        }
    }
}
