//! Finds a day of declaration that cannot be read as a full date.
//! Why it matters: the delay of the declaration cannot be computed.
//! Example: `00001/2017;mars 2017;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma`

use super::*;

pub(super) const RULE: Rule =
    Rule::warning("unreadable-declaration-date", Check::Doubt(DoubtKind::UnreadableDeclarationDate));
