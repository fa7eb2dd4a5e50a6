//! Finds a quartier that was recognised by its nearest spelling.
//! Why it matters: the spelling is not in the list, so the quartier may be another one.
//! Example: `1;Biyella;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef;Marié`

use super::*;

pub(super) const RULE: Rule =
    Rule::warning("quartier-guessed", Check::Doubt(DoubtKind::QuartierGuessed)).once_per_word();
