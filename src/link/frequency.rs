//! How common each value of a column is: an agreement on a rare value weighs more (Winkler's frequency adjustment).

/// For each key how much more an agreement on it weighs than an agreement on a key of mean frequency.
#[derive(Debug, Default)]
pub(super) struct KeyFrequencies {
    /// In bits.
    rarity_of: Vec<f64>,
}

impl KeyFrequencies {
    /// Counts keys; 0 stands for a blank and is not counted.
    pub(super) fn new(keys: impl Iterator<Item = u32>) -> Self {
        let (mut counts, mut total) = (Vec::<u64>::new(), 0);
        for key in keys.filter(|key| *key != 0).map(|key| key as usize) {
            if counts.len() <= key {
                counts.resize(key + 1, 0);
            }
            counts[key] += 1;
            total += 1;
        }
        let squares: u64 = counts.iter().map(|count| count * count).sum();
        let total = rounded_count(total);
        // Whole quarters of a bit: one more row changes no weight.
        let chance = ((squares.max(1) as f64 / (total * total)).log2() * 4.0).round() / 4.0;
        let bits = |count: u64| if count == 0 { 0.0 } else { chance - (count as f64 / total).log2() };
        Self { rarity_of: counts.into_iter().map(bits).collect() }
    }

    /// Bits by which an agreement on this key weighs more than on a key of mean frequency; negative if it weighs less.
    pub(super) fn rarity(&self, key: u32) -> f64 {
        self.rarity_of.get(key as usize).copied().unwrap_or(0.0)
    }
}

/// A number of rows rounded to a quarter of a bit, so that one more row seldom changes it.
pub(super) fn rounded_count(n_rows: usize) -> f64 {
    (((n_rows.max(1) as f64).log2() * 4.0).round() / 4.0).exp2()
}
