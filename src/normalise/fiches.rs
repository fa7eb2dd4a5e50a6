//! Which rows are of one fiche: by block, by household number, else by address and head.

use crate::record::{CleanRow, Context, Fiche, Field, RawRow, Relation, fold};

use super::places::{address, avenue, parcel};
use super::text::clean;

/// The fiches of one file, found row by row.
#[derive(Debug, Default)]
pub(super) struct Fiches {
    pub(super) list: Vec<Fiche>,
    /// Sheet, block and place in the list of the fiche above, and whether its head was seen.
    above: Option<Above>,
}

#[derive(Debug, Clone, Copy)]
struct Above {
    sheet: u16,
    block: Option<u32>,
    fiche: u32,
    has_head: bool,
}

impl Fiches {
    /// The fiche of a row, or `None` where the sheet says nothing of households.
    ///
    /// A row goes on with the fiche above if it bears the same number, or none and no other address. A second head
    /// begins a fiche again, even under the same number: the same sheet typed twice, or two households on one sheet.
    pub(super) fn of(&mut self, raw: &RawRow, context: &Context, row: &CleanRow) -> Option<u32> {
        let (avenue, parcel) = address_of(raw, context);
        let own = clean(&raw.shown(Field::Fiche));
        // A number of its own outranks the block it stands in.
        let block = (context.is_block && own.is_empty()).then_some(raw.context);
        let number = match &context.fiche {
            Some(number) if block.is_some() => number.clone(),
            _ => own,
        };
        let is_head = row.relation == Some(Relation::Head);
        let above = self.above.filter(|above| above.sheet == raw.at.sheet && above.block == block);
        let says_nothing =
            block.is_none() && number.is_empty() && avenue.is_empty() && parcel.is_empty() && row.relation.is_none();
        if says_nothing && above.is_none() {
            return None;
        }
        let goes_on = above.filter(|above| {
            !(is_head && above.has_head) && (block.is_some() || self.continues(above.fiche, &number, &avenue, &parcel))
        });
        let fiche = goes_on.map_or_else(
            || {
                self.list.push(Fiche {
                    at: raw.at,
                    number: number.into(),
                    quartier: row.quartier,
                    avenue: avenue.into(),
                    parcel: parcel.into(),
                    round: row.seen_in,
                });
                self.list.len() as u32 - 1
            },
            |above| above.fiche,
        );
        let has_head = is_head || goes_on.is_some_and(|above| above.has_head);
        self.above = Some(Above { sheet: raw.at.sheet, block, fiche, has_head });
        Some(fiche)
    }

    fn continues(&self, fiche: u32, number: &str, avenue: &str, parcel: &str) -> bool {
        let Some(last) = self.list.get(fiche as usize) else { return false };
        if !number.is_empty() {
            return reads_alike(&last.number, number);
        }
        (avenue.is_empty() && parcel.is_empty())
            || (reads_alike(&last.avenue, avenue) && reads_alike(&last.parcel, parcel))
    }
}

fn reads_alike(a: &str, b: &str) -> bool {
    a == b || fold(a) == fold(b)
}

fn address_of(raw: &RawRow, context: &Context) -> (String, String) {
    let (own_avenue, own_parcel) = match raw.cell(Field::Address) {
        Some(cell) => address(&cell.value.text()),
        None => (avenue(&raw.shown(Field::Avenue)), parcel(&raw.shown(Field::Parcel))),
    };
    // "Avenue Lodja n° 12" above a block holds both.
    if own_avenue.is_empty()
        && own_parcel.is_empty()
        && context.parcel.is_none()
        && let Some(told) = &context.avenue
    {
        return address(told);
    }
    let told = |own: String, above: &Option<String>, read: fn(&str) -> String| {
        if own.is_empty() { above.as_deref().map(read).unwrap_or_default() } else { own }
    };
    (told(own_avenue, &context.avenue, avenue), told(own_parcel, &context.parcel, parcel))
}
