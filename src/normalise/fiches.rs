//! Groups census rows by fiche: by block, by household number, else by address and head.

use crate::record::{CleanRow, Context, Fiche, Field, RawRow, Relation, fold};

use super::address::{address, avenue, parcel, row_address};
use super::text::clean;

/// Builds the list of fiches of one file, row by row.
#[derive(Debug, Default)]
pub(super) struct FicheBuilder {
    pub(super) list: Vec<Fiche>,
    last: Option<LastFiche>,
}

/// The fiche of the row above.
#[derive(Debug, Clone, Copy)]
struct LastFiche {
    sheet: u16,
    /// Index of the block's context, if the rows form a block.
    block: Option<u32>,
    /// Index in the list of fiches.
    fiche: u32,
    has_head: bool,
    /// Whether a row of the fiche says a relation to the head.
    has_relations: bool,
    /// Index of the row's context.
    context: u32,
    /// Whether the fiche has the number of its own that a row of it gave.
    has_own_number: bool,
}

impl FicheBuilder {
    /// Returns the fiche of a row; `None` if the sheet has no data on households.
    ///
    /// A row belongs to the fiche above if it has the same number, or no number and no other address. A second head
    /// starts a new fiche, even under the same number: the fiche was typed twice, or it lists two households.
    pub(super) fn fiche_of(&mut self, raw: &RawRow, context: &Context, row: &CleanRow) -> Option<u32> {
        let (typed_avenue, typed_parcel) = address_of(raw, context);
        let typed_own = clean(&raw.field_text(Field::Fiche));
        let [avenue, parcel, own] = [&typed_avenue, &typed_parcel, &typed_own].map(|text| without_suite(text));
        let goes_on = [(&typed_avenue, &avenue), (&typed_parcel, &parcel), (&typed_own, &own)];
        let goes_on = goes_on.iter().any(|(typed, bare)| typed != bare);
        let has_own_number = !own.is_empty();
        // The row's own number has priority over its block; so has the number of the row above, if this one has none.
        let above = self.last.filter(|last| last.sheet == raw.at.sheet && last.context == raw.context);
        let is_numbered = has_own_number || above.is_some_and(|last| last.has_own_number);
        let block = (context.is_block && !is_numbered).then_some(raw.context);
        let has_no_address =
            [Field::Avenue, Field::Parcel, Field::Address].iter().all(|field| raw.cell(*field).is_none());
        let number = match &context.fiche {
            Some(number) if block.is_some() => number.clone(),
            _ => own,
        };
        let is_head = row.relation == Some(Relation::Head);
        let last = self.last.filter(|last| last.sheet == raw.at.sheet && last.block == block);
        // "KITENGE (enfant)" in a list of names opens no household.
        let says_relation = row.relation.is_some() && (is_head || raw.cell(Field::Relation).is_some());
        let has_no_data =
            block.is_none() && number.is_empty() && avenue.is_empty() && parcel.is_empty() && !says_relation;
        if has_no_data && (last.is_none() || context.has_no_households) {
            return None;
        }
        // What the lines above say of the address holds for the household, whose own address has priority.
        let repeats = |last: &LastFiche| {
            last.context == raw.context && has_no_address && number.is_empty() && row.relation.is_some() && !is_head
        };
        let continued = last.filter(|last| {
            !(is_head && last.has_head)
                && (block.is_some() || repeats(last) || self.continues(last, &number, &avenue, &parcel, row.relation))
        });
        let is_further = goes_on && block.is_none() && continued.is_none() && !is_head;
        let resumed = self.fiche_above(raw.at.sheet, &number, &avenue, &parcel).filter(|_| is_further);
        let continued = continued.or_else(|| {
            let (sheet, context) = (raw.at.sheet, raw.context);
            resumed.map(|fiche| LastFiche {
                sheet,
                block,
                fiche,
                has_head: true,
                has_relations: true,
                context,
                has_own_number,
            })
        });
        let fiche = continued.map_or_else(
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
            |last| last.fiche,
        );
        let has_head = is_head || continued.is_some_and(|last| last.has_head);
        let has_relations = row.relation.is_some() || continued.is_some_and(|last| last.has_relations);
        let has_own_number = has_own_number || continued.is_some_and(|last| last.has_own_number);
        let (sheet, context) = (raw.at.sheet, raw.context);
        self.last = Some(LastFiche { sheet, block, fiche, has_head, has_relations, context, has_own_number });
        Some(fiche)
    }

    /// Whether a row with this number and address belongs to the fiche. A member may repeat the avenue without the
    /// parcel, which is written once. The rows of a list of voters or of tax payers that share an avenue alone, without
    /// a relation, are no household.
    fn continues(
        &self,
        above: &LastFiche,
        number: &str,
        avenue: &str,
        parcel: &str,
        relation: Option<Relation>,
    ) -> bool {
        let Some(last) = self.list.get(above.fiche as usize) else { return false };
        if !number.is_empty() {
            return is_same_text(&last.number, number);
        }
        if avenue.is_empty() && parcel.is_empty() {
            return true;
        }
        let has_dwelling = !parcel.is_empty() || !last.parcel.is_empty() || !last.number.is_empty();
        let is_member = relation.is_some_and(|relation| relation != Relation::Head);
        is_same_text(&last.avenue, avenue)
            && (has_dwelling || relation.is_some() || above.has_relations)
            && (is_same_text(&last.parcel, parcel) || (is_member && parcel.is_empty()))
    }

    /// The last fiche of a sheet with this number, or without a number with this address.
    fn fiche_above(&self, sheet: u16, number: &str, avenue: &str, parcel: &str) -> Option<u32> {
        let is_same = |fiche: &Fiche| {
            fiche.at.sheet == sheet
                && if number.is_empty() {
                    !avenue.is_empty() && is_same_text(&fiche.avenue, avenue) && is_same_text(&fiche.parcel, parcel)
                } else {
                    is_same_text(&fiche.number, number)
                }
        };
        self.list.iter().rposition(is_same).map(|index| index as u32)
    }
}

/// Returns the text without the word that says that the household above goes on: `suite Bongandanga`, `M05 (suite)`.
fn without_suite(text: &str) -> String {
    const WORDS: [&str; 2] = ["SUITE", "VERVOLG"];
    let is_suite = |word: &&str| WORDS.contains(&fold(word).as_str());
    if !text.split_whitespace().any(|word| is_suite(&word)) {
        return text.to_owned();
    }
    let bare = text.split_whitespace().filter(|word| !is_suite(word)).collect::<Vec<_>>().join(" ");
    bare.trim_matches([' ', ',', '-', '–']).to_owned()
}

/// Whether two texts are equal after folding.
fn is_same_text(a: &str, b: &str) -> bool {
    a == b || fold(a) == fold(b)
}

/// Returns avenue and parcel, from the row or else from its context.
fn address_of(raw: &RawRow, context: &Context) -> (String, String) {
    let (own_avenue, own_parcel) = row_address(raw);
    // A line "Avenue Lodja n° 12" above a block gives both.
    if own_avenue.is_empty()
        && own_parcel.is_empty()
        && context.parcel.is_none()
        && let Some(line) = &context.avenue
    {
        return address(line);
    }
    let own_or = |own: String, above: &Option<String>, read: fn(&str) -> String| {
        if own.is_empty() { above.as_deref().map(read).unwrap_or_default() } else { own }
    };
    // The number of a line above is not that of the row's own parcel.
    let avenue_of_line = |line: &str| match context.parcel {
        Some(_) => avenue(line),
        None => address(line).0,
    };
    let own_avenue = if own_avenue.is_empty() {
        context.avenue.as_deref().map(avenue_of_line).unwrap_or_default()
    } else {
        own_avenue
    };
    (own_avenue, own_or(own_parcel, &context.parcel, parcel))
}
