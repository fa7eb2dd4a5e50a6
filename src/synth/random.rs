//! Reproducible random numbers: splitmix64, seeded by the commune's seed, a purpose and the numbers of a subject.
//!
//! No state is shared: each household, entry and file begins its own stream, so the order of work and the number of
//! threads change nothing. The numbers are only added, multiplied and compared, because the last digit of other
//! functions may differ between machines.

/// What a stream decides. Each purpose has its own stream, so that a new purpose changes no other stream. The
/// number of a purpose must not change.
#[derive(Clone, Copy)]
pub(super) enum Purpose {
    Quartier = 1,
    Size = 2,
    Household = 3,
    SecondRound = 4,
    /// Which fiches are typed again, and where.
    Repeat = 5,
    Answer = 6,
    Typing = 7,
    File = 8,
    Act = 9,
    /// A full name that several persons of a quartier bear.
    Namesake = 10,
    Parents = 11,
    Order = 12,
    /// Names handed on in a family, men of two homes, heirs.
    Kinship = 13,
    /// Ages said in fives and tens.
    Heaping = 14,
    /// Households that live in another commune, too.
    Shared = 15,
}

pub(super) struct RandomStream {
    state: u64,
}

const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// Applies the output function of splitmix64 (Steele, Lea, Flood 2014; public domain).
fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

impl RandomStream {
    /// Returns the stream of a purpose for the subject with these numbers.
    pub(super) fn new(seed: u64, purpose: Purpose, numbers: &[u64]) -> Self {
        let start = mix(seed ^ mix(purpose as u64));
        let state = numbers.iter().fold(start, |state, number| mix(state.wrapping_add(STEP) ^ mix(*number)));
        Self { state }
    }

    pub(super) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(STEP);
        mix(self.state)
    }

    /// Returns a number from 0 to below 1.
    pub(super) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Whether an event of this probability happens.
    pub(super) fn happens(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// Returns a number from 0 to below `n`; 0 if `n` is 0.
    pub(super) fn below(&mut self, n: usize) -> usize {
        // The high half of a product: the bias is below 1 in 2^40 for the sizes used here.
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }

    /// Returns a number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i32, high: i32) -> i32 {
        low + self.below((high - low + 1).max(1) as usize) as i32
    }

    pub(super) fn choose<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    pub(super) fn choose_word<'w>(&mut self, of: &'w [String]) -> &'w str {
        &of[self.below(of.len())]
    }

    /// Returns an index into a list of weights.
    pub(super) fn weighted_index(&mut self, weights: &[f64]) -> usize {
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
    fn a_stream_depends_on_seed_purpose_and_numbers_only() {
        let first = |seed, purpose, numbers: &[u64]| RandomStream::new(seed, purpose, numbers).next();
        let number = first(1, Purpose::Size, &[2, 3]);
        assert_eq!(number, first(1, Purpose::Size, &[2, 3]));
        assert_ne!(number, first(2, Purpose::Size, &[2, 3]));
        assert_ne!(number, first(1, Purpose::Household, &[2, 3]));
        assert_ne!(number, first(1, Purpose::Size, &[3, 2]));
        assert_ne!(number, first(1, Purpose::Size, &[2, 3, 0]));
    }

    #[test]
    fn frequencies_match_their_probabilities() {
        let mut random = RandomStream::new(7, Purpose::File, &[]);
        let n = 20_000;
        let hits = (0..n).filter(|_| random.happens(0.3)).count();
        assert!((5_700..6_300).contains(&hits), "{hits}");
        let thirds = (0..n).filter(|_| random.weighted_index(&[1.0, 2.0]) == 1).count();
        assert!((13_000..13_700).contains(&thirds), "{thirds}");
        assert!((0..n).all(|_| (3..=5).contains(&random.between(3, 5))));
    }
}
