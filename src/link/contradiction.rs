//! Contradictions: what two rows say that cannot be true of one person.

use super::interface::LinkOutcome;

/// Why two rows cannot be one person, whatever else agrees. Only a person's ruling joins them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contradiction {
    /// Two whole dates of birth have nothing in common.
    Dates,
    /// The ages are further apart than their precision allows, or one was born after the other was listed.
    Ages,
    /// The sexes differ and no household shows that one of them is a slip.
    Sexes,
    /// One is a head or a spouse, the other a child under twelve.
    HeadAndChild,
    /// The marks of generation (Senior, Junior) differ.
    Generations,
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
pub(super) enum Doubt {
    /// Names, date and company agree too little.
    ThinEvidence,
    /// Two children of one day whose prénoms differ.
    PerhapsTwins,
}

/// Bits that a pair weighs at most if a rule for all rows of two persons keeps it apart: about one in five is true.
const MOST_BY_RULE: f64 = -2.0;

/// The level of [`KEPT_APART`] for an outcome, and the most bits that the pair may weigh; `None` for other outcomes.
pub(super) fn reason(outcome: LinkOutcome) -> Option<(u8, f64)> {
    match outcome {
        LinkOutcome::OneFiche => Some((10, MOST_BY_RULE)),
        LinkOutcome::ClustersDisagree => Some((11, MOST_BY_RULE)),
        LinkOutcome::AnotherFits => Some((12, MOST_BY_RULE)),
        LinkOutcome::Contradicted(contradiction) => Some((contradiction.level(), MOST_BY_RULE)),
        _ => None,
    }
}

impl Doubt {
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
            Self::Generations => -4.0,
            Self::Sexes | Self::TwoHeads => f64::INFINITY,
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
        assert_eq!(KEPT_APART.1[usize::from(Doubt::ThinEvidence.level())], "thin_evidence");
        assert_eq!(KEPT_APART.1[usize::from(Doubt::PerhapsTwins.level())], "perhaps_twins");
        for (outcome, name) in [
            (LinkOutcome::OneFiche, "one_fiche"),
            (LinkOutcome::ClustersDisagree, "other_rows_disagree"),
            (LinkOutcome::AnotherFits, "another_row_fits"),
        ] {
            assert_eq!(reason(outcome).map(|(level, _)| KEPT_APART.1[usize::from(level)]), Some(name));
        }
    }
}
