//! Measures what the households of two rows say about them: who else of the one fiche is found in the other, and whose
//! child an act declares. It gives the level of the comparison `company`.

use arrayvec::ArrayVec;

use crate::link::names::{ALIKE, agrees, part_level};
use crate::record::{Relation, Sex};
use crate::spelling::SpellingRef;

use super::comparisons::{
    ANOTHER_FITS, NAME_OF_COMPANION, ONE_COMPANION, OTHER_PARENTS, OTHER_QUARTIER, SAME_ADDRESS, SAME_AVENUE,
    SAME_QUARTIER, SEVERAL_COMPANIONS,
};
use super::households::{HouseholdEvidence, Households};
use super::profile::{RowProfile, RowProfiles};

/// The evidence of a pair. The pair itself does not count as evidence.
pub(super) fn household_evidence(profiles: &RowProfiles, households: &Households, a: u32, b: u32) -> HouseholdEvidence {
    let (x, y) = (profiles.row(a), profiles.row(b));
    let in_household = households.match_of(profiles, a, b);
    match (x.is_act(), y.is_act()) {
        _ if in_household == HouseholdEvidence::MatchedElsewhere => in_household,
        (false, false) => in_household,
        (true, true) => parents_of_two_acts(profiles, x, y),
        (true, false) => parents_in_fiche(profiles, x, y),
        (false, true) => parents_in_fiche(profiles, y, x),
    }
}

/// The level of the comparison `company`: the household, else the address.
pub(super) fn company_level(a: &RowProfile, b: &RowProfile, evidence: HouseholdEvidence) -> u8 {
    match evidence {
        HouseholdEvidence::Companions(2..) => return SEVERAL_COMPANIONS,
        HouseholdEvidence::Companions(1) => return ONE_COMPANION,
        HouseholdEvidence::NameOfCompanion => return NAME_OF_COMPANION,
        HouseholdEvidence::OtherParents => return OTHER_PARENTS,
        HouseholdEvidence::MatchedElsewhere => return ANOTHER_FITS,
        _ => {}
    }
    let (Some(p), Some(q)) = (a.quartier(), b.quartier()) else { return 0 };
    let is_same_avenue = a.avenue != 0 && a.avenue == b.avenue;
    match () {
        () if p != q => OTHER_QUARTIER,
        () if is_same_avenue && a.parcel != 0 && a.parcel == b.parcel => SAME_ADDRESS,
        () if is_same_avenue => SAME_AVENUE,
        () => SAME_QUARTIER,
    }
}

fn parents_of_two_acts(profiles: &RowProfiles, a: &RowProfile, b: &RowProfile) -> HouseholdEvidence {
    let agree =
        |x: &[SpellingRef], y: &[SpellingRef]| (!x.is_empty() && !y.is_empty()).then(|| is_one_name(profiles, x, y));
    let (Some(a), Some(b)) = (profiles.act(a), profiles.act(b)) else { return HouseholdEvidence::Unknown };
    evidence_of_parents([agree(a.father(), b.father()), agree(a.mother(), b.mother())])
}

/// How a parent named in an act stands in the fiche of the child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ParentInFiche {
    /// The head or the spouse of that sex has another name.
    Another,
    /// One word of several agrees.
    InPart,
    /// The only word of one of the two names agrees, or one word agrees and another is alike.
    ByOneWord,
    /// Two words agree.
    Found,
}

/// Looks for father and mother among the members of the child's fiche: the head, the spouse, or anyone with two words of
/// their name. A parent in whose place nobody stands is no evidence.
pub(super) fn parents_in_fiche(profiles: &RowProfiles, act: &RowProfile, row: &RowProfile) -> HouseholdEvidence {
    let Some(members) = row.fiche().and_then(|fiche| profiles.members.get(fiche as usize)) else {
        return HouseholdEvidence::Unknown;
    };
    let Some(act) = profiles.act(act) else { return HouseholdEvidence::Unknown };
    let is_child = matches!(row.relation, Some(Relation::Child));
    let others = || members.iter().map(|member| profiles.row(*member)).filter(|member| !std::ptr::eq(*member, row));
    let in_fiche = |parent: &[SpellingRef], other_sex: Sex| {
        let in_place = |member: &RowProfile| {
            let is_adult = matches!(member.relation, Some(Relation::Head | Relation::Spouse)) || !is_child;
            is_adult && member.sex != Some(other_sex)
        };
        let best = others().filter_map(|member| {
            let found = match shared_words(profiles, parent, [member.nom, member.postnom]) {
                SharedWords::Several => ParentInFiche::Found,
                _ if !in_place(member) => return None,
                SharedWords::OneOfOne | SharedWords::OneAndAlike => ParentInFiche::ByOneWord,
                SharedWords::One => ParentInFiche::InPart,
                SharedWords::None => ParentInFiche::Another,
            };
            Some(found)
        });
        // The parents of the head's nephew or tenant live elsewhere: their absence is no evidence.
        best.max().filter(|found| is_child || *found >= ParentInFiche::ByOneWord)
    };
    let parents = [(act.father(), Sex::Female), (act.mother(), Sex::Male)];
    let parents =
        parents.map(|(parent, other_sex)| (!parent.is_empty()).then(|| in_fiche(parent, other_sex)).flatten());
    let n_found = parents.iter().flatten().filter(|parent| **parent >= ParentInFiche::ByOneWord).count() as u32;
    match n_found {
        1 if !parents.contains(&Some(ParentInFiche::Found)) => HouseholdEvidence::NameOfCompanion,
        1.. => HouseholdEvidence::Companions(n_found),
        0 if parents.contains(&Some(ParentInFiche::InPart)) => HouseholdEvidence::Unknown,
        0 if parents.contains(&Some(ParentInFiche::Another)) => HouseholdEvidence::OtherParents,
        0 => HouseholdEvidence::Unknown,
    }
}

/// Evidence of father and mother, each found (`true`), another (`false`) or unknown.
fn evidence_of_parents(parents: [Option<bool>; 2]) -> HouseholdEvidence {
    let n_found = parents.iter().filter(|is_found| **is_found == Some(true)).count() as u32;
    match (n_found, parents.contains(&Some(false))) {
        (0, true) => HouseholdEvidence::OtherParents,
        (0, false) => HouseholdEvidence::Unknown,
        (n, _) => HouseholdEvidence::Companions(n),
    }
}

/// What the words of two names share, in any order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SharedWords {
    None,
    /// One word of several.
    One,
    /// One word of several, and another is alike.
    OneAndAlike,
    /// The only word of one of the two.
    OneOfOne,
    Several,
}

fn shared_words(profiles: &RowProfiles, a: &[SpellingRef], b: [SpellingRef; 2]) -> SharedWords {
    // An empty part agrees with nothing.
    let n_words = a.len().min(b.iter().filter(|part| part.id != 0).count());
    let table = &profiles.spellings;
    let words_agree = |x: SpellingRef, y: SpellingRef| table.could_be_slip(x, y) && agrees(part_level(table, x, y));
    let agreeing: ArrayVec<SpellingRef, 2> = b.into_iter().filter(|y| a.iter().any(|x| words_agree(*x, *y))).collect();
    let is_alike = |y: &SpellingRef| !agreeing.contains(y) && a.iter().any(|x| part_level(table, *x, *y) == ALIKE);
    match agreeing.len() {
        0 => SharedWords::None,
        1 if n_words < 2 => SharedWords::OneOfOne,
        1 if b.iter().any(is_alike) => SharedWords::OneAndAlike,
        1 => SharedWords::One,
        _ => SharedWords::Several,
    }
}

/// Whether two names agree in two words or more, in any order; one word is enough where a name has only one.
fn is_one_name(profiles: &RowProfiles, a: &[SpellingRef], b: &[SpellingRef]) -> bool {
    // An empty part agrees with nothing.
    let n_words = b.iter().filter(|part| part.id != 0).count();
    let table = &profiles.spellings;
    let words_agree = |x: SpellingRef, y: SpellingRef| table.could_be_slip(x, y) && agrees(part_level(table, x, y));
    let is_in_b = |x: &SpellingRef| b.iter().any(|y| words_agree(*x, *y));
    let needed = 2.min(a.len()).min(n_words).max(1);
    let mut n_agreeing = 0;
    for (n_left, x) in (0..a.len()).rev().zip(a) {
        n_agreeing += usize::from(is_in_b(x));
        if n_agreeing >= needed || n_agreeing + n_left < needed {
            break;
        }
    }
    n_agreeing >= needed
}
