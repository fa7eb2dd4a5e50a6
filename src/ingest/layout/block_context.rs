//! Adds the values of block lines to the context of the rows below, and ends the address of a household's block where the
//! next household begins.

use crate::record::Context;

use super::block_labels::{Label, number_in};
use super::titles::year_in;

/// What the block lines since the last row of data have given.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct BlockState {
    has_fiche: bool,
    has_address: bool,
    /// Whether the current avenue belongs to one household's block and not to a section of many households.
    avenue_is_of_block: bool,
}

impl BlockState {
    /// Notes a row of data: the next block line begins a new block.
    pub(super) fn end_block(&mut self) {
        (self.has_fiche, self.has_address) = (false, false);
    }

    /// The context with the values of a block line added.
    pub(super) fn add_labels(&mut self, mut context: Context, labels: &[(Label, String)]) -> Context {
        for (label, value) in labels {
            let value = value.trim().trim_start_matches([':', '.', ' ']).to_owned();
            match label {
                Label::Fiche => {
                    // A new household: the address of the last household's block ends here.
                    if !self.has_address {
                        context.parcel = None;
                        context.avenue = context.avenue.filter(|_| !self.avenue_is_of_block);
                    }
                    context.fiche = Some(number_in(&value).unwrap_or(value));
                    context.is_block = true;
                    self.has_fiche = true;
                }
                Label::Quartier if !value.is_empty() => context.quartier = Some(value),
                Label::Avenue => {
                    context.avenue = Some(value);
                    context.parcel = None;
                    (self.has_address, self.avenue_is_of_block) = (true, self.has_fiche);
                }
                Label::Number => {
                    context.parcel = Some(value);
                    self.has_address = true;
                }
                Label::Year => context.year = year_in(&value).or(context.year),
                Label::Quartier | Label::Ignored => {}
            }
        }
        context
    }
}

#[cfg(test)]
mod tests {
    use super::super::block_labels::tests::labels;
    use super::*;

    #[test]
    fn a_sections_avenue_holds_for_all_its_households_and_a_blocks_own_for_one() {
        let line = |text: &str| labels(&[text]).expect("a block line");
        let mut block = BlockState::default();
        let section = block.add_labels(Context::default(), &line("AVENUE KASAVUBU"));
        let first = block.add_labels(section, &line("Ménage N° 1"));
        block.end_block();
        let second = block.add_labels(first, &line("Ménage N° 2"));
        assert_eq!(second.avenue.as_deref(), Some("KASAVUBU"));

        let mut block = BlockState::default();
        let first = block.add_labels(Context::default(), &line("Ménage N° 1"));
        let first = block.add_labels(first, &line("Avenue Lodja, N° 12"));
        assert_eq!((first.avenue.as_deref(), first.parcel.as_deref()), (Some("Lodja"), Some("12")));
        block.end_block();
        let second = block.add_labels(first, &line("Ménage N° 2"));
        assert_eq!((second.avenue, second.parcel), (None, None));
    }
}
