//! Chance that is the same on every machine: a counter hashed by splitmix64, begun from what is decided and for whom.
//!
//! No state is shared: a household, an entry, a file each begin their own, so that the order of work and the number of
//! threads change nothing. Only sums, products and comparisons are made of the numbers: no function whose last digit
//! depends on the machine.

/// What is decided: each purpose has a course of its own, so that a further question changes no other answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// How many persons live in each quartier, and whether it is visited again.
    Quartier = 1,
    /// How many live in a household.
    Size = 2,
    /// Who lives in a household.
    Household = 3,
    /// What became of a household by the second round.
    Later = 4,
    /// Which fiches are typed again, and where.
    Repeat = 5,
    /// What the household said to the agent.
    Said = 6,
    /// What the agent typed.
    Typed = 7,
    /// How a file looks.
    File = 8,
    /// Which births are declared, and when.
    Act = 9,
    /// A full name that several persons of a quartier bear.
    Namesake = 10,
    /// Parents who live elsewhere.
    Parents = 11,
    /// Which fiches come one after the other.
    Order = 12,
}

/// A course of chance.
#[derive(Debug, Clone)]
pub(super) struct Chance {
    state: u64,
}

const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// The output function of splitmix64 (Steele, Lea, Flood 2014; public domain).
fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

impl Chance {
    /// The course of one purpose for what these numbers name.
    pub(super) fn of(seed: u64, purpose: Purpose, numbers: &[u64]) -> Self {
        let begin = mixed(seed ^ mixed(purpose as u64));
        let state = numbers.iter().fold(begin, |state, number| mixed(state.wrapping_add(STEP) ^ mixed(*number)));
        Self { state }
    }

    pub(super) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(STEP);
        mixed(self.state)
    }

    /// From 0 to below 1.
    pub(super) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Whether something of this probability happens.
    pub(super) fn is(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// From 0 to below `n`; 0 where there is nothing to choose from.
    pub(super) fn below(&mut self, n: usize) -> usize {
        // The high half of a product: no number is favoured by more than one in 2^40 for the sizes used here.
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }

    /// From `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i32, high: i32) -> i32 {
        low + self.below((high - low + 1).max(1) as usize) as i32
    }

    /// One of several.
    pub(super) fn one_of<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// A place in a list of weights.
    pub(super) fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut left = self.unit() * weights.iter().sum::<f64>();
        for (place, weight) in weights.iter().enumerate() {
            if left < *weight {
                return place;
            }
            left -= weight;
        }
        weights.len().saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_course_depends_on_seed_purpose_and_numbers_and_on_nothing_else() {
        let first = |seed, purpose, numbers: &[u64]| Chance::of(seed, purpose, numbers).next();
        let here = first(1, Purpose::Size, &[2, 3]);
        assert_eq!(here, first(1, Purpose::Size, &[2, 3]));
        for other in [
            first(2, Purpose::Size, &[2, 3]),
            first(1, Purpose::Household, &[2, 3]),
            first(1, Purpose::Size, &[3, 2]),
            first(1, Purpose::Size, &[2, 3, 0]),
        ] {
            assert_ne!(here, other);
        }
    }

    #[test]
    fn shares_are_what_they_are_called() {
        let mut chance = Chance::of(7, Purpose::File, &[]);
        let n = 20_000;
        let hits = (0..n).filter(|_| chance.is(0.3)).count();
        assert!((5_700..6_300).contains(&hits), "{hits}");
        let thirds = (0..n).filter(|_| chance.weighted(&[1.0, 2.0]) == 1).count();
        assert!((13_000..13_700).contains(&thirds), "{thirds}");
        assert!((0..n).all(|_| (3..=5).contains(&chance.between(3, 5))));
    }
}
