//! Axes of charts, with round steps.

/// An axis of counts from 0 with round steps.
pub(super) struct CountAxis {
    pub(super) step: u64,
    pub(super) end: u64,
}

impl CountAxis {
    pub(super) fn up_to(most: u64) -> Self {
        let rough = most.div_ceil(4).max(1);
        let power = 10_u64.pow(rough.ilog10());
        let step = [1, 2, 5, 10].into_iter().map(|n| n * power).find(|step| *step >= rough).unwrap_or(rough);
        Self { step, end: most.div_ceil(step).max(1) * step }
    }

    pub(super) fn ticks(&self) -> impl Iterator<Item = u64> {
        let (step, end) = (self.step, self.end);
        (0..=end / step).map(move |n| n * step)
    }
}

/// An axis of shares with round steps; it starts at 0 unless all shares are far from 0.
pub(super) struct ShareAxis {
    start: f64,
    end: f64,
    step: f64,
}

impl ShareAxis {
    pub(super) fn between(low: f64, high: f64) -> Self {
        let low = if low < (high - low) * 2.0 { 0.0 } else { low };
        let rough = ((high - low) / 4.0).max(0.0025);
        let steps = [0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25];
        let step = steps.into_iter().find(|step| *step >= rough).unwrap_or(0.25);
        Self { start: (low / step + 1e-9).floor() * step, end: (high / step - 1e-9).ceil().max(1.0) * step, step }
    }

    pub(super) fn place(&self, share: f64) -> f64 {
        (share - self.start) / (self.end - self.start).max(1e-9)
    }

    pub(super) fn ticks(&self) -> impl Iterator<Item = f64> {
        let (start, step) = (self.start, self.step);
        (0..=((self.end - start) / step).round() as usize).map(move |n| start + n as f64 * step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_have_round_steps_and_include_the_largest_value() {
        for (most, step, end) in [(0, 1, 1), (1, 1, 1), (7, 2, 8), (100, 50, 100), (17_331, 5_000, 20_000)] {
            let scale = CountAxis::up_to(most);
            assert_eq!((scale.step, scale.end), (step, end), "{most}");
        }
        for (low, high, start, end) in [(0.0, 1.0, 0.0, 1.0), (0.83, 0.98, 0.8, 1.0), (0.01, 0.03, 0.0, 0.03)] {
            let scale = ShareAxis::between(low, high);
            let error = (scale.start - start).abs().max((scale.end - end).abs());
            assert!(error < 1e-9, "{low} {high} {}", scale.start);
        }
    }
}
