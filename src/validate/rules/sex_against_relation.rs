//! Finds a sex that does not fit the relation.
//! Why it matters: one of the two is wrong.
//! Example: `MBALA;LEMA;Ruth;M;28/02/1970;Épouse;Mariée`

use super::*;

pub(super) const RULE: Rule = Rule::warning("sex-against-relation", Check::Row(check));

const MALE: [&str; 12] =
    ["EPOUX", "MARI", "FILS", "PERE", "FRERE", "ONCLE", "NEVEU", "COUSIN", "GENDRE", "GARCON", "ECHTGENOOT", "ZOON"];
const FEMALE: [&str; 14] = [
    "EPOUSE",
    "EPSE",
    "FEMME",
    "FILLE",
    "MERE",
    "SOEUR",
    "TANTE",
    "NIECE",
    "COUSINE",
    "BRU",
    "VEUVE",
    "MWASI",
    "ECHTGENOTE",
    "DOCHTER",
];
/// After such a word follows somebody else: `femme du frère`.
const OWNER: [&str; 7] = ["DU", "DE", "DES", "D", "VAN", "YA", "CHEZ"];

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let sex = input.row.sex?;
    let cell = input.raw.cell(Field::Relation)?;
    let folded = fold(&cell.value.display_text());
    let words = folded.split(' ').take_while(|word| !OWNER.contains(word));
    let has = |list: &[&str]| words.clone().any(|word| list.contains(&word));
    let contrary = match (has(&MALE), has(&FEMALE)) {
        (true, false) => Sex::Female,
        (false, true) => Sex::Male,
        _ => return None,
    };
    (sex == contrary && input.row.relation.is_some()).then(|| {
        let hit = cell_hit(input, Field::Sex);
        RowHit { args: vec![("relation", cell.value.to_text())], ..hit }
    })
}
