//! Computes intervals of shares and ratios, and funnel plots: formulas with their sources.

use super::heading::RowHeading;
use super::possible_counts::RateCounts;

/// The standard normal deviate of a 95 % interval.
pub(crate) const Z95: f64 = 1.959_963_984_540_054;
/// The same for 99.8 %: one quartier of 46 falls outside by chance in fewer than one report of ten.
pub(crate) const Z998: f64 = 3.090_232_306_167_813;

/// Returns the interval of a share by Wilson's formula: `part` of `whole`, at `z` standard deviations. `None` if
/// `whole` is 0.
///
/// Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
/// Statistical Association 22 (1927), 209-212.
pub(crate) fn wilson(part: f64, whole: f64, z: f64) -> Option<(f64, f64)> {
    if whole <= 0.0 {
        return None;
    }
    let (p, z2) = (part / whole, z * z);
    let middle = p + z2 / (2.0 * whole);
    let half = z * (p * (1.0 - p) / whole + z2 / (4.0 * whole * whole)).sqrt();
    let scale = 1.0 + z2 / whole;
    Some((((middle - half) / scale).max(0.0), ((middle + half) / scale).min(1.0)))
}

/// Returns the 95 % interval of a rate: that of chance, around each rate that its counts can stand for.
pub(super) fn rate_interval(counts: &RateCounts) -> Option<(f64, f64)> {
    let of = |(part, whole): (u64, u64)| wilson(part as f64, whole as f64, Z95);
    counts.possible().into_iter().filter_map(of).reduce(|(low, high), own| (low.min(own.0), high.max(own.1)))
}

/// Returns the males per 100 females with its 95 % interval, computed from the interval of the males' share. `None`
/// without females.
pub(super) fn sex_ratio(males: u64, females: u64) -> Option<(f64, f64, f64)> {
    let ratio = |share: f64| if share < 1.0 { 100.0 * share / (1.0 - share) } else { f64::INFINITY };
    let (low, high) = wilson(males as f64, (males + females) as f64, Z95)?;
    (females > 0).then(|| (100.0 * males as f64 / females as f64, ratio(low), ratio(high)))
}

/// The position of a rate in a funnel plot around the rate of the commune.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FunnelPosition {
    /// Within the 95 % limits.
    Within,
    /// Outside the 95 % limits, within the 99.8 % limits.
    Near,
    /// Above the 99.8 % limits.
    Above,
    /// Below the 99.8 % limits.
    Below,
}

impl FunnelPosition {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::Near => "near",
            Self::Above => "above",
            Self::Below => "below",
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FunnelPoint {
    pub(crate) heading: RowHeading,
    pub(crate) part: u64,
    pub(crate) whole: u64,
    pub(crate) centre: f64,
    /// The lowest and the highest rate that its counts can stand for.
    pub(crate) possible: (f64, f64),
    pub(crate) position: FunnelPosition,
}

/// Returns the limits of a funnel plot at a denominator: the range of rates that chance alone gives around `centre`, at
/// `z` standard deviations, within 0 to 1.
///
/// Source: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005),
/// 1185-1202; limits of a score test, which hold for small numbers too (Wilson 1927).
pub(crate) fn funnel_limits(centre: f64, whole: f64, z: f64) -> (f64, f64) {
    let half = z * (centre * (1.0 - centre) / whole).sqrt();
    ((centre - half).max(0.0), (centre + half).min(1.0))
}

/// Returns the points of a funnel plot around the rate of all of them; without denominators of 0. A row of unknown
/// heading or of a hidden part is no point, and not in the rate.
///
/// A rounded rate lies outside the limits only if each rate does that its counts can stand for. The limits are those at
/// the denominator shown, as they are drawn.
pub(super) fn funnel_points(rates: impl Iterator<Item = (RowHeading, RateCounts)>) -> Vec<FunnelPoint> {
    let rates = rates.filter(|(heading, counts)| *heading != RowHeading::Unknown && counts.whole > 0);
    let rates: Vec<_> = rates.filter_map(|(heading, counts)| Some((heading, counts.part?, counts))).collect();
    let sums =
        |(parts, wholes), (_, part, counts): &(RowHeading, u64, RateCounts)| (parts + part, wholes + counts.whole);
    let (parts, wholes): (u64, u64) = rates.iter().fold((0, 0), sums);
    let centre = parts as f64 / (wholes as f64).max(1.0);
    // From -2, below the outer limits, to 2, above them.
    let place = |rate: f64, whole: u64| {
        let (low, high) = funnel_limits(centre, whole as f64, Z998);
        let (near_low, near_high) = funnel_limits(centre, whole as f64, Z95);
        i8::from(rate > near_high) + i8::from(rate > high) - i8::from(rate < near_low) - i8::from(rate < low)
    };
    let point = |(heading, part, counts): (RowHeading, u64, RateCounts)| {
        let shown = part as f64 / counts.whole as f64;
        let possible = counts.possible().into_iter().map(|(part, whole)| part as f64 / whole as f64);
        let possible = possible.fold((shown, shown), |(low, high), rate| (low.min(rate), high.max(rate)));
        let position = match (place(possible.0, counts.whole), place(possible.1, counts.whole)) {
            (2.., _) => FunnelPosition::Above,
            (_, ..=-2) => FunnelPosition::Below,
            (1.., _) | (_, ..=-1) => FunnelPosition::Near,
            _ => FunnelPosition::Within,
        };
        FunnelPoint { heading, part, whole: counts.whole, centre, possible, position }
    };
    rates.into_iter().map(point).collect()
}

/// Returns the number of points beyond the 99.8 % limits.
pub(super) fn n_beyond_limits(points: &[FunnelPoint]) -> u64 {
    let is_beyond = |point: &&FunnelPoint| matches!(point.position, FunnelPosition::Above | FunnelPosition::Below);
    points.iter().filter(is_beyond).count() as u64
}

#[cfg(test)]
mod tests {
    use super::super::possible_counts::{ROUNDING, possible_ratios};
    use super::*;

    fn round(pair: (f64, f64)) -> (f64, f64) {
        ((pair.0 * 1e4).round() / 1e4, (pair.1 * 1e4).round() / 1e4)
    }

    #[test]
    fn wilson_intervals_equal_published_ones() {
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
    fn the_exact_counts_are_among_the_possible_ones_and_the_rate_within_its_interval() {
        let shown = |n: u64| (n >= 10).then_some((n + 2) / 5 * 5);
        for (part, whole) in (20..=60_u64).flat_map(|whole| (10..=whole).map(move |part| (part, whole))) {
            let rest = shown(whole - part);
            let (Some(part_shown), Some(whole_shown)) = (shown(part), shown(whole)) else { continue };
            let own = RateCounts { part: Some(part_shown), rest, whole: whole_shown, slack: ROUNDING };
            assert!(own.possible().contains(&(part, whole)), "{part} of {whole}");
            let (low, high) = rate_interval(&own).unwrap();
            let exact = wilson(part as f64, whole as f64, Z95).unwrap();
            assert!(low <= exact.0 && exact.1 <= high, "{part} of {whole}");
            let rate = (part_shown as f64 / whole_shown as f64).min(1.0);
            assert!(low <= rate && rate <= high + 1e-12, "{part} of {whole}: {rate}");
            let (low, high) = possible_ratios(part_shown, whole_shown);
            let rate = part as f64 / whole as f64;
            assert!(low <= rate && rate <= high, "{part} of {whole}");
        }
    }

    #[test]
    fn the_interval_of_a_sex_ratio_contains_it() {
        let (ratio, low, high) = sex_ratio(103, 100).unwrap();
        assert!((ratio - 103.0).abs() < 1e-9 && low < 100.0 && high > 106.0, "{ratio} {low} {high}");
        assert_eq!(sex_ratio(5, 0), None);
    }

    #[test]
    fn funnel_points_are_classed_by_the_limits() {
        let of = |part: u64, whole: u64| RateCounts { part: Some(part), rest: None, whole, slack: 0 };
        let rates = [(90, 100), (905, 1000), (60, 100), (4, 5), (0, 0)].map(|(n, all)| (RowHeading::All, of(n, all)));
        // A quarter of the acts have no quartier: they are no point and do not move the centre.
        let unknown = [(RowHeading::Unknown, of(10, 400))];
        let points = funnel_points(rates.into_iter().chain(unknown));
        let positions: Vec<_> = points.iter().map(|point| point.position.code()).collect();
        assert_eq!(positions, ["within", "near", "below", "within"]);
        assert!((points[0].centre - 1059.0 / 1205.0).abs() < 1e-12, "{}", points[0].centre);
    }

    #[test]
    fn a_quartier_is_beyond_chance_only_if_rounding_alone_cannot_make_it_so() {
        // 17 of 22 on time, beside a commune where 94 of 100 are: shown as 15 of 20, below the outer limit.
        let rounded = |part, rest, whole| RateCounts { part: Some(part), rest, whole, slack: 2 };
        let commune = rounded(9400, Some(600), 10_000);
        let of = |own: RateCounts| {
            funnel_points([commune, own].map(|own| (RowHeading::All, own)).into_iter())[1].position.code()
        };
        let exact = |part, whole| RateCounts { part: Some(part), rest: None, whole, slack: 0 };
        assert_eq!([of(exact(15, 20)), of(exact(17, 22))], ["below", "below"]);
        // 17 of 18 agree with the same figures.
        assert_eq!(of(rounded(15, None, 20)), "within");
        assert_eq!(of(rounded(10, Some(10), 20)), "below");
        assert_eq!(of(rounded(300, Some(100), 400)), "below");
        assert_eq!(of(rounded(395, None, 400)), of(exact(391, 400)));
    }

    #[test]
    fn a_point_is_beyond_the_limits_exactly_where_the_picture_draws_its_whole_line_beyond_them() {
        let of = |part, rest, whole| RateCounts { part: Some(part), rest, whole, slack: ROUNDING };
        let whole = (4..90).map(|n| 5 * n);
        let counts = whole.flat_map(|whole| {
            let parts = (2..=whole / 5).map(|n| 5 * n);
            parts.map(move |part| of(part, (whole - part >= 10).then_some(whole - part), whole))
        });
        let commune = of(9400, Some(600), 10_000);
        let rates = std::iter::once(commune).chain(counts).map(|own| (RowHeading::All, own));
        let (mut n_beyond, points) = (0, funnel_points(rates));
        for point in &points {
            let (low, high) = funnel_limits(point.centre, point.whole as f64, Z998);
            let is_beyond = matches!(point.position, FunnelPosition::Above | FunnelPosition::Below);
            assert_eq!(is_beyond, point.possible.1 < low || point.possible.0 > high, "{point:?}");
            n_beyond += u32::from(is_beyond);
        }
        assert!(n_beyond > 100 && points.len() > 1000, "{n_beyond}");
    }
}
