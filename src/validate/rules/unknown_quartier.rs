//! Finds a quartier that is not in the commune's list.
//! Why it matters: the person is counted without a quartier.
//! Example: `1;Atlantide;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef;Marié`

use super::*;

pub(super) const RULE: Rule =
    Rule::warning("unknown-quartier", Check::Doubt(DoubtKind::UnknownQuartier)).once_per_word();
