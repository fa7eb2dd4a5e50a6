//! Reports a marital status that is in no list of words, once for each word.
//! Why it matters: the person is registered without a marital status.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef;zzz`

use super::*;

pub(super) const RULE: Rule =
    Rule::warning("unknown-marital-status", Check::Doubt(DoubtKind::UnknownMaritalStatus)).once_per_word();
