//! The reasons why two rows cannot be one person, and the levels that show them in a review.
//! `commune/contradictions.rs` finds them.

/// Why two rows cannot be one person, whatever else agrees. Only a person's ruling joins them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contradiction {
    /// Two whole dates of birth have nothing in common.
    Dates,
    /// The ages are further apart than their precision allows, or one was born after the other was listed.
    Ages,
    /// The sexes differ and no household shows that one of them is a slip.
    Sexes,
    /// One is a head, a spouse, or a parent or grandparent of one; the other a child under twelve.
    HeadAndChild,
    /// The marks of generation (Senior, Junior) differ.
    GenerationMarks,
    /// Both are heads in one round, with no other member and no whole date of birth in common.
    TwoHeads,
    /// Both stand under one fiche number, and no other member is typed twice.
    OneFicheNumber,
}

/// Name and levels of the comparison that shows why a pair was kept apart. It stands after `relatives`.
pub(crate) const KEPT_APART: (&str, &[&str]) = (
    "kept_apart",
    &[
        "missing",
        "unlike_dates",
        "unlike_ages",
        "unlike_sexes",
        "head_and_young_child",
        "unlike_generations",
        "two_heads",
        "one_fiche_number",
        "thin_evidence",
        "perhaps_twins",
        "one_fiche",
        "other_rows_disagree",
        "another_row_fits",
    ],
);

/// Too little evidence to link two rows by score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WeakEvidence {
    /// Names, date and company agree too little.
    ThinEvidence,
    /// Two children of one day whose prénoms differ.
    PerhapsTwins,
}

impl WeakEvidence {
    /// The level of [`KEPT_APART`].
    pub(super) fn level(self) -> u8 {
        8 + self as u8
    }

    /// The most bits that such a pair may weigh.
    pub(super) fn most_weight(self) -> f64 {
        match self {
            Self::ThinEvidence => f64::INFINITY,
            Self::PerhapsTwins => -3.0,
        }
    }
}

impl Contradiction {
    /// The level of [`KEPT_APART`].
    pub(super) fn level(self) -> u8 {
        1 + self as u8
    }

    /// The most bits that a pair with this contradiction may weigh: how often such pairs are one person after all.
    pub(super) fn most_weight(self) -> f64 {
        match self {
            Self::Dates | Self::Ages | Self::HeadAndChild | Self::OneFicheNumber => -7.0,
            Self::GenerationMarks => -4.0,
            Self::Sexes | Self::TwoHeads => f64::INFINITY,
        }
    }

    /// The most bits that a pair may weigh of which other rows of the two persons have this contradiction.
    pub(super) fn most_weight_of_others(self) -> f64 {
        match self {
            Self::Sexes | Self::TwoHeads => 3.5,
            Self::Dates | Self::Ages | Self::HeadAndChild | Self::GenerationMarks | Self::OneFicheNumber => -3.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_contradiction_has_its_level() {
        assert_eq!(KEPT_APART.1[usize::from(Contradiction::Dates.level())], "unlike_dates");
        assert_eq!(KEPT_APART.1[usize::from(Contradiction::OneFicheNumber.level())], "one_fiche_number");
        assert_eq!(KEPT_APART.1[usize::from(WeakEvidence::ThinEvidence.level())], "thin_evidence");
        assert_eq!(KEPT_APART.1[usize::from(WeakEvidence::PerhapsTwins.level())], "perhaps_twins");
    }
}
