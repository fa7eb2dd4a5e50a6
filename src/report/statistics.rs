//! Intervals and what chance alone would give. Formulas with their sources; no table is known here.

use super::heading::Heading;

/// The standard normal deviate of a 95 % interval.
pub const Z95: f64 = 1.959_963_984_540_054;
/// The same for 99.8 %: one quartier of 46 falls outside by chance in fewer than one report of ten.
pub const Z998: f64 = 3.090_232_306_167_813;

/// The interval of a share by Wilson's formula: `part` of `whole`, at `z` standard deviations. `None` for a share of nothing.
///
/// Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
/// Statistical Association 22 (1927), 209-212.
#[must_use]
pub fn wilson(part: f64, whole: f64, z: f64) -> Option<(f64, f64)> {
    if whole <= 0.0 {
        return None;
    }
    let (p, z2) = (part / whole, z * z);
    let middle = p + z2 / (2.0 * whole);
    let half = z * (p * (1.0 - p) / whole + z2 / (4.0 * whole * whole)).sqrt();
    let scale = 1.0 + z2 / whole;
    Some((((middle - half) / scale).max(0.0), ((middle + half) / scale).min(1.0)))
}

/// Males per 100 females with its 95 % interval: that of the males' share, turned into a ratio. `None` without females.
#[must_use]
pub(super) fn sex_ratio(males: u64, females: u64) -> Option<(f64, f64, f64)> {
    let ratio = |share: f64| if share < 1.0 { 100.0 * share / (1.0 - share) } else { f64::INFINITY };
    let (low, high) = wilson(males as f64, (males + females) as f64, Z95)?;
    (females > 0).then(|| (100.0 * males as f64 / females as f64, ratio(low), ratio(high)))
}

/// How a rate stands to what chance alone would give around the commune's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chance {
    /// As far from the commune's rate as chance takes it in 95 cases of 100.
    Within,
    /// Farther, but not beyond 998 cases of 1,000.
    Near,
    /// Above what chance explains.
    Above,
    /// Below what chance explains.
    Below,
}

impl Chance {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::Near => "near",
            Self::Above => "above",
            Self::Below => "below",
        }
    }
}

/// A rate in a funnel plot.
#[derive(Debug, Clone, PartialEq)]
pub struct FunnelPoint {
    /// What it is the rate of.
    pub heading: Heading,
    /// Its part.
    pub part: u64,
    /// Its whole, above 0.
    pub whole: u64,
    /// The rate of all.
    pub centre: f64,
    /// Where it stands.
    pub chance: Chance,
}

impl FunnelPoint {
    /// Part / whole.
    #[must_use]
    pub fn rate(&self) -> f64 {
        self.part as f64 / self.whole as f64
    }
}

/// The limits of a funnel: how far chance takes a rate of `whole` from `centre`, at `z` standard deviations, from 0 to 1.
///
/// Source: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005),
/// 1185-1202; limits of a score test, which hold for small numbers too (Wilson 1927).
#[must_use]
pub fn funnel_limits(centre: f64, whole: f64, z: f64) -> (f64, f64) {
    let half = z * (centre * (1.0 - centre) / whole).sqrt();
    ((centre - half).max(0.0), (centre + half).min(1.0))
}

/// Rates against that of all, `centre`; wholes of 0 are left out. Nothing where the rate of all is hidden.
#[must_use]
pub(super) fn funnel(rates: impl Iterator<Item = (Heading, u64, u64)>, centre: Option<f64>) -> Vec<FunnelPoint> {
    let Some(centre) = centre else { return Vec::new() };
    let rates: Vec<_> = rates.filter(|(_, _, whole)| *whole > 0).collect();
    let point = |(heading, part, whole): (Heading, u64, u64)| {
        let rate = part as f64 / whole as f64;
        let (low, high) = funnel_limits(centre, whole as f64, Z998);
        let (near_low, near_high) = funnel_limits(centre, whole as f64, Z95);
        let chance = match rate {
            rate if rate > high => Chance::Above,
            rate if rate < low => Chance::Below,
            rate if rate > near_high || rate < near_low => Chance::Near,
            _ => Chance::Within,
        };
        FunnelPoint { heading, part, whole, centre, chance }
    };
    rates.into_iter().map(point).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(pair: (f64, f64)) -> (f64, f64) {
        ((pair.0 * 1e4).round() / 1e4, (pair.1 * 1e4).round() / 1e4)
    }

    #[test]
    fn intervals_are_those_of_the_formula() {
        // Newcombe, Statistics in Medicine 17 (1998), table I: 81/263, 15/148, 0/20, 1/29 (method 3).
        let cases = [
            ((81, 263), (0.2553, 0.3662)),
            ((15, 148), (0.0624, 0.1605)),
            ((0, 20), (0.0, 0.1611)),
            ((1, 29), (0.0061, 0.1718)),
        ];
        for ((part, whole), interval) in cases {
            assert_eq!(wilson(f64::from(part), f64::from(whole), Z95).map(round), Some(interval), "{part}/{whole}");
        }
        assert_eq!(wilson(0.0, 0.0, Z95), None);
    }

    #[test]
    fn a_ratio_has_an_interval_that_holds_it() {
        let (ratio, low, high) = sex_ratio(103, 100).unwrap();
        assert!((ratio - 103.0).abs() < 1e-9 && low < 100.0 && high > 106.0, "{ratio} {low} {high}");
        assert_eq!(sex_ratio(5, 0), None);
    }

    #[test]
    fn a_funnel_marks_what_chance_does_not_explain_and_not_what_it_does() {
        let heading = |n: i32| Heading::Year(n);
        let rates = [
            (heading(1), 90, 100),
            (heading(2), 900, 1000),
            (heading(3), 60, 100),
            (heading(4), 4, 5),
            (heading(5), 0, 0),
        ];
        let points = funnel(rates.into_iter(), Some(0.875));
        let chances: Vec<_> = points.iter().map(|point| point.chance).collect();
        assert_eq!(chances, [Chance::Within, Chance::Near, Chance::Below, Chance::Within]);
        assert_eq!(funnel([(heading(1), 1, 2)].into_iter(), None), []);
    }
}
