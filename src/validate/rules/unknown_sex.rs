//! Finds a sex that is in no list of words.
//! Why it matters: the person is registered without a sex.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;Q;08/10/1961;Chef;Marié`

use super::*;

pub(super) const RULE: Rule = Rule::warning("unknown-sex", Check::Doubt(DoubtKind::UnknownSex)).once_per_word();
