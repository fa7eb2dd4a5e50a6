//! Finds a relation to the head that is in no list of words.
//! Why it matters: the place of the person in the household is not known.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;zzz;Marié`

use super::*;

pub(super) const RULE: Rule =
    Rule::warning("unknown-relation", Check::Doubt(DoubtKind::UnknownRelation)).once_per_word();
