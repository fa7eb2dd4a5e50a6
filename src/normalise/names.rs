//! Reads names: decides which words are nom, post-nom and prénom, and writes them in the register's style.

use crate::record::{Doubt, DoubtKind, Field, GenerationMark, PersonName, RawCell, RawRow, Text, fold};

use super::generation_mark::{ShownMark, split_whole_name, take_mark};
use super::name_cell::{name_in, read_name_cell};
use super::name_evidence::NameEvidence;
use super::name_words::is_infant_word;
use super::particles::words_of;
use super::prenoms::is_prenom;
use super::text::{capitalised, clean};

/// Particles before a Portuguese family name, which stands last.
const PORTUGUESE_PARTICLES: [&str; 4] = ["DA ", "DO ", "DOS ", "DAS "];
/// Portuguese prénoms that no French name has: behind one, `de Oliveira` is a family name.
const PORTUGUESE_PRENOMS: &str = "JOAO ANTONIO JOSE PEDRO PAULO FERNANDO FRANCISCO DOMINGOS MANUEL MIGUEL LUIS CARLOS JORGE AFONSO AUGUSTO \
    SEBASTIAO ALBERTO ANA TERESA ISABEL ROSA LUISA HELENA FERNANDA CATARINA MARGARIDA ESPERANCA CONCEICAO JOANA MARIA";

/// The name of a row, and what its cells say besides.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct RowName {
    pub(super) name: PersonName,
    /// The mark of generation that stood in its cells. The name shows it behind its last part.
    pub(super) generation: Option<GenerationMark>,
    /// Whether the name is marked as that of the head: `(C) MBALA LEMA`.
    pub(super) is_head: bool,
    /// Whether the person is called widow or widower.
    pub(super) is_widowed: bool,
}

/// Reads the name of a row. What is no part of it, and a whole name in one cell whose order contradicts its heading,
/// become doubts.
pub(super) fn name_of(raw: &RawRow, parts: &NameEvidence, doubts: &mut Vec<Doubt>) -> RowName {
    let mut row = RowName::default();
    let mut mark = None;
    let [mut nom, mut postnom, mut prenom] = [Field::Nom, Field::Postnom, Field::Prenom]
        .map(|field| row.read_cell(raw, field, &mut mark, doubts).unwrap_or_default());
    if let Some(repeated) = raw.cell(Field::Nom).filter(|_| !postnom.is_empty() || !prenom.is_empty()) {
        repeat_nom_alone(raw, repeated, &mut nom, doubts);
    }
    note_repeated_part(raw, doubts);
    // `idem NGOMA` under "Nom" beside a blank post-nom.
    if postnom.is_empty() && !prenom.is_empty() && has_repeated_part(raw, Field::Nom) {
        let words = words_of(&nom);
        let (first, rest) = words.split_at(words.len().min(1));
        (nom, postnom) = (first.concat(), rest.join(" "));
    }
    // Nobody bears the prénom of the person above because a mark says so.
    if let Some(ditto) =
        raw.cell(Field::Prenom).and_then(|used| raw.cells.iter().find(|own| is_replaced(raw, own, used)))
    {
        doubts.push(ditto.doubt(DoubtKind::PrenomDitto));
        prenom.clear();
    }
    split_parts(raw, parts, [&mut nom, &mut postnom, &mut prenom], doubts);
    if !prenom.is_empty() && !nom.is_empty() && postnom.is_empty() {
        postnom = infant_word(raw, Field::Postnom, doubts);
    } else if !prenom.is_empty() && nom.is_empty() && !postnom.is_empty() {
        nom = infant_word(raw, Field::Nom, doubts);
    }
    row.name = PersonName { nom: capitals(&nom), postnom: capitals(&postnom), prenom: capitalised(&prenom) };
    if let Some(text) = row.read_cell(raw, Field::NomPostnom, &mut mark, doubts) {
        let words = words_of(&text);
        // `PHANZU MAVUNGU Célestin` beside a blank prénom.
        let n_noms = words.len() - words.iter().rev().take_while(|word| is_known_prenom(word)).count();
        // `EKANGA Merveille` shows by its letters which is which.
        let shows_parts = || is_in_capitals(&words[0]) && !words[1..].iter().any(|word| is_in_capitals(word));
        let is_whole =
            row.name.prenom.is_empty() && (1..words.len()).contains(&n_noms) && (words.len() >= 3 || shows_parts());
        let (noms, prenoms) = words.split_at(if is_whole { n_noms } else { words.len() });
        (row.name.nom, row.name.postnom) = nom_and_postnom(noms);
        if is_whole {
            row.name.prenom = capitalised(&prenoms.join(" "));
            doubts.extend(raw.cell(Field::NomPostnom).map(|cell| cell.doubt(DoubtKind::NameInOneCell)));
        }
        // `LUBOYA` beside `BUKASA Gédéon`.
        if let Some((postnom, prenom)) = postnom_in_prenom(&prenom).filter(|_| words.len() == 1) {
            (row.name.postnom, row.name.prenom) = (capitals(&postnom), capitalised(&prenom));
            doubts.extend(raw.cell(Field::Prenom).map(|cell| cell.doubt(DoubtKind::NameInOneCell)));
        }
    }
    let whole = [(Field::FullName, false), (Field::PrenomFirst, true)].into_iter().find_map(|(field, prenom_first)| {
        Some((raw.cell(field)?, row.read_cell(raw, field, &mut mark, doubts)?, prenom_first))
    });
    if let Some((cell, text, prenom_first)) = whole {
        // A ditto mark that stands for a whole name: nobody has the name of the person above in all its parts.
        if let Some(ditto) = raw.cells.iter().find(|own| is_replaced(raw, own, cell) && !is_repeated_part(own, cell)) {
            doubts.push(ditto.doubt(DoubtKind::NameDitto));
        }
        let own_prenom = std::mem::take(&mut row.name.prenom);
        let (text, own_mark) = split_whole_name(&text);
        let (mut name, is_guess) = whole_name(text, prenom_first);
        // `LONGOMO Bolingo`, the child of BOLINGO Anne: the second word is a post-nom.
        let is_postnom = || parts.is_of_family(&name.prenom) || is_nom_of_parent(raw, &name.prenom);
        // Behind a comma stands the prénom.
        let is_divided = text.contains(',');
        if !prenom_first && !is_divided && name.postnom.is_empty() && !name.prenom.contains(' ') && is_postnom() {
            name.postnom = capitals(&std::mem::take(&mut name.prenom));
        }
        if is_guess {
            doubts.push(cell.doubt(DoubtKind::NameSplitGuessed));
        }
        row.name = name;
        mark = mark.or(own_mark);
        if !own_prenom.is_empty() {
            row.name.prenom = own_prenom;
        }
    }
    let taken = take_mark(&mut row.name);
    if let Some(shown) = mark.or(taken) {
        row.generation = Some(shown.mark);
        shown.write_behind(&mut row.name);
    }
    row
}

/// Moves the parts of a name that stand together in the cell of one part: `MUKENGE MAFUTA Jonathan` under "Nom" beside
/// two blank cells, `YAMBA Deborah` under "Prénom" beside a blank post-nom. Each split becomes a doubt.
fn split_parts(raw: &RawRow, of_file: &NameEvidence, parts: [&mut String; 3], doubts: &mut Vec<Doubt>) {
    let [nom, postnom, prenom] = parts;
    let split = |text: &str| words_of(text);
    if postnom.is_empty() && prenom.is_empty() {
        let words = split(nom);
        let ends_in_prenom = words.last().is_some_and(|last| is_known_prenom(last) || has_small_end(&words, last));
        // `MBALA père` has a mark and no prénom.
        let has_mark = || split_whole_name(nom).1.is_some();
        if words.len() >= 3 || words.len() == 2 && ends_in_prenom && !has_mark() {
            let (name, _) = whole_name(nom, false);
            doubts.extend(raw.cell(Field::Nom).map(|cell| cell.doubt(DoubtKind::NameInOneCell)));
            (*nom, *postnom, *prenom) = (name.nom.to_string(), name.postnom.to_string(), name.prenom.to_string());
        }
    } else if postnom.is_empty() && !nom.is_empty() {
        if let Some((first, rest)) = postnom_in_prenom(prenom) {
            doubts.extend(raw.cell(Field::Prenom).map(|cell| cell.doubt(DoubtKind::NameInOneCell)));
            (*postnom, *prenom) = (first, rest);
        } else if nom.contains(' ') && of_file.has_one_word_noms(raw.at.sheet) {
            // `ILUNGA KALENGA` under "Nom" beside a blank post-nom, where the other noms have one word.
            let mut words = split(nom);
            if let ([_, second], Some(cell)) = (&words[..], raw.cell(Field::Nom))
                && GenerationMark::of_word(&fold(second)).is_none()
            {
                doubts.push(cell.doubt(DoubtKind::NameInOneCell));
                *postnom = words.pop().unwrap_or_default();
                *nom = words.concat();
            }
        }
    } else if postnom.is_empty() && raw.cell(Field::NomPostnom).is_none() && postnom_in_prenom(prenom).is_some() {
        // `KHONDE TSASA Samuel` under "Prénom" beside two blank cells.
        let (name, _) = whole_name(prenom, false);
        doubts.extend(raw.cell(Field::Prenom).map(|cell| cell.doubt(DoubtKind::NameInOneCell)));
        (*nom, *postnom, *prenom) = (name.nom.to_string(), name.postnom.to_string(), name.prenom.to_string());
    } else if prenom.is_empty() && !nom.is_empty() {
        // `Lita Joseph` under "Post-nom" beside a blank prénom.
        let words = split(postnom);
        let n = words.iter().rev().take_while(|word| is_known_prenom(word)).count();
        if n > 0 && n < words.len() {
            doubts.extend(raw.cell(Field::Postnom).map(|cell| cell.doubt(DoubtKind::NameInOneCell)));
            let at = words.len() - n;
            let first = words[..at].join(" ");
            (*postnom, *prenom) = (first.trim_end_matches([',', ' ']).to_owned(), words[at..].join(" "));
        }
    }
}

/// Splits the cell of the prénom that begins with a post-nom in capitals before known prénoms: `BUKASA Gédéon`.
fn postnom_in_prenom(prenom: &str) -> Option<(String, String)> {
    let words = words_of(prenom);
    let n = words.iter().take_while(|word| is_in_capitals(word) && !is_known_prenom(word)).count();
    let are_given = words[n..].iter().all(|word| !is_in_capitals(word) && is_known_prenom(word));
    (n > 0 && n < words.len() && are_given).then(|| (words[..n].join(" "), words[n..].join(" ")))
}

/// Whether the last word alone has small letters.
fn has_small_end(words: &[String], last: &str) -> bool {
    last.chars().any(char::is_lowercase) && words[..words.len() - 1].iter().all(|word| is_in_capitals(word))
}

impl RowName {
    /// Returns the name in the cell of a field and takes over what else the cell says; `None` without such a cell.
    fn read_cell(
        &mut self,
        raw: &RawRow,
        field: Field,
        mark: &mut Option<ShownMark>,
        doubts: &mut Vec<Doubt>,
    ) -> Option<String> {
        let mut cell = read_name_cell(raw.cell(field)?, doubts);
        self.is_head |= cell.is_head;
        self.is_widowed |= cell.is_widowed;
        *mark = mark.take().or(cell.generation.take());
        Some(cell.text)
    }
}

/// Takes off a prénom that is a word for a small child, `Bébé`: it has no prénom yet. An adult is called so.
pub(super) fn take_infant_prenom(raw: &RawRow, name: &mut PersonName, years: Option<i32>, doubts: &mut Vec<Doubt>) {
    const OLDEST: i32 = 3;
    let is_small = years.is_some_and(|years| (0..=OLDEST).contains(&years));
    if !is_small || !matches!(&*name.prenom, "Bébé" | "Bebe" | "Nourrisson" | "Enfant" | "Garçon" | "Fille") {
        return;
    }
    name.prenom = Text::default();
    let fields = [Field::Prenom, Field::FullName, Field::PrenomFirst];
    if let Some(cell) = fields.into_iter().find_map(|field| raw.cell(field)) {
        doubts.push(cell.doubt(DoubtKind::NotPartOfName));
    }
}

/// Returns a word for a child, such as `BEBE`, that stands in a column of its own, and removes its doubt: beside the
/// other parts of the name it is a name. "" if the cell holds another text.
fn infant_word(raw: &RawRow, field: Field, doubts: &mut Vec<Doubt>) -> String {
    let Some(cell) = raw.cell(field) else { return String::new() };
    let typed = clean(&cell.value.display_text());
    if !is_infant_word(&typed) {
        return String::new();
    }
    doubts.retain(|doubt| doubt.kind != DoubtKind::NotPartOfName || doubt.column != Some(cell.column));
    typed
}

/// Keeps the nom alone of a cell above that holds the whole name, beside other parts of the row's own: `id.` below
/// `MUNGALA NTUMBA Divine` stands for MUNGALA.
fn repeat_nom_alone(raw: &RawRow, repeated: &RawCell, nom: &mut String, doubts: &mut Vec<Doubt>) {
    let Some(own) = raw.cells.iter().find(|own| is_replaced(raw, own, repeated)) else { return };
    let words = words_of(nom);
    let ends_in_prenom = words.last().is_some_and(|last| is_known_prenom(last));
    if is_repeated_part(own, repeated) || words.len() < 2 || words.len() == 2 && !ends_in_prenom {
        return;
    }
    let (name, _) = whole_name(nom, false);
    *nom = name.nom.to_string();
    let value = format!("{} = {nom}", own.value.display_text().trim());
    doubts.push(Doubt { kind: DoubtKind::NameDittoRead, column: Some(own.column), value });
}

/// Adds a doubt for a cell whose mark was read as one part of the name above: `" NGOMA` is ILUNGA NGOMA. A prénom is
/// not what such a mark repeats.
fn note_repeated_part(raw: &RawRow, doubts: &mut Vec<Doubt>) {
    for field in [Field::Nom, Field::NomPostnom, Field::FullName] {
        let Some(used) = raw.cell(field) else { continue };
        let own = raw.cells.iter().find(|own| is_replaced(raw, own, used) && is_repeated_part(own, used));
        let Some(own) = own else { continue };
        let text = used.value.display_text();
        let is_of_prenom = text.split_whitespace().next().is_some_and(|first| is_prenom(&fold(first)));
        doubts.push(match is_of_prenom {
            true => own.doubt(DoubtKind::NameDitto),
            false => {
                let value = format!("{} = {}", own.value.display_text().trim(), text.trim());
                Doubt { kind: DoubtKind::NameDittoRead, column: Some(own.column), value }
            }
        });
    }
}

/// Whether the value of a field was composed of a part of the name above and the row's own words.
fn has_repeated_part(raw: &RawRow, field: Field) -> bool {
    let Some(used) = raw.cell(field) else { return false };
    raw.cells.iter().any(|own| is_replaced(raw, own, used) && is_repeated_part(own, used))
}

/// Whether the value used has a word of the row's own cell: the cell holds a mark and a part of the name.
fn is_repeated_part(own: &RawCell, used: &RawCell) -> bool {
    let (own, used) = (own.value.display_text(), used.value.display_text());
    let is_name = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    own.split_whitespace().filter(is_name).any(|word| used.split_whitespace().any(|other| other == word))
}

/// Whether the value of a row's own cell was replaced by one from the rows above.
fn is_replaced(raw: &RawRow, own: &RawCell, used: &RawCell) -> bool {
    let is_carried = raw.carried.iter().any(|carried| std::ptr::eq(carried, used));
    is_carried && own.column == used.column && !own.value.display_text().trim().is_empty()
}

/// Splits a whole name in one cell: at a comma, else by known prénoms, else by capitals, else by the heading's order.
/// Also returns whether its order differs from the heading's.
fn whole_name(typed: &str, prenom_first: bool) -> (PersonName, bool) {
    if let Some(parts) = three_parts(typed) {
        return parts;
    }
    let by_comma = typed.split_once(',').map(|(noms, prenoms)| (words_of(noms), words_of(&prenoms.replace(',', " "))));
    let (noms, prenoms, is_guess) = match by_comma.filter(|(noms, prenoms)| !noms.is_empty() && !prenoms.is_empty()) {
        Some((mut noms, mut prenoms)) => {
            noms.extend(prenoms.drain(..n_postnoms(&prenoms)));
            let n_own = n_before_postnoms(&prenoms);
            noms.extend(prenoms.drain(n_own..));
            (noms, prenoms, false)
        }
        None => {
            let words = words_of(&typed.replace(',', " "));
            match portuguese_surname(&words) {
                true => (words[words.len() - 1..].to_vec(), words[..words.len() - 1].to_vec(), !prenom_first),
                false => split_words(words, prenom_first),
            }
        }
    };
    let (nom, postnom) = nom_and_postnom(&noms);
    (PersonName { nom, postnom, prenom: capitalised(&prenoms.join(" ")) }, is_guess)
}

/// Splits a whole name at two commas: `LUBAKI, Nsona, Jean-Baptiste`, or with the prénom first. `None` unless nom and
/// post-nom are one word each and no known prénoms: `MBALA, Ruth, Divine` has two prénoms.
fn three_parts(typed: &str) -> Option<(PersonName, bool)> {
    let (first, rest) = typed.split_once(',')?;
    let (second, third) = rest.split_once(',')?;
    let parts = [first, second, third.trim_end_matches([',', ' '])].map(words_of);
    let is_part = |words: &[String]| matches!(words, [only] if !is_known_prenom(only));
    let [first, second, third] = &parts;
    let (noms, prenoms) = match () {
        () if is_part(first) && is_part(second) && !third.is_empty() => ([first, second], third),
        () if !first.is_empty()
            && first.iter().all(|word| is_known_prenom(word))
            && is_part(second)
            && is_part(third) =>
        {
            ([second, third], first)
        }
        () => return None,
    };
    let [nom, postnom] = noms.map(|words| capitals(&words.concat()));
    let is_guess = std::ptr::eq(prenoms, first);
    Some((PersonName { nom, postnom, prenom: capitalised(&prenoms.join(" ")) }, is_guess))
}

/// Whether the last word is a Portuguese family name behind prénoms: `João Manuel da Silva`.
fn portuguese_surname(words: &[String]) -> bool {
    const MOST_WORDS: usize = 5;
    let [first, .., last] = words else { return false };
    let (first, last) = (fold(first), fold(last));
    let is_portuguese = PORTUGUESE_PRENOMS.split_whitespace().any(|prenom| prenom == first);
    let has_small_letters = words[0].chars().any(char::is_lowercase);
    let has_particle = PORTUGUESE_PARTICLES.iter().any(|particle| last.starts_with(particle));
    words.len() <= MOST_WORDS
        && (has_particle && (is_portuguese || has_small_letters || is_prenom(&first))
            || last.starts_with("DE ") && last != "DE DIEU" && is_portuguese)
}

/// Returns the number of words in capitals before prénoms in small letters: `LEMA Ruth` behind the comma of `MBALA,
/// LEMA Ruth`.
fn n_postnoms(words: &[String]) -> usize {
    let n = words.iter().take_while(|word| is_in_capitals(word) && !is_known_prenom(word)).count();
    if n < words.len() && words[n..].iter().all(|word| !is_in_capitals(word)) { n } else { 0 }
}

/// Returns the number of prénoms in small letters before words in capitals: `Trésor MBUYI` behind the comma of
/// `OTSHUDI, Trésor MBUYI`.
fn n_before_postnoms(words: &[String]) -> usize {
    let n = words.iter().take_while(|word| !is_in_capitals(word)).count();
    let are_postnoms = words[n..].iter().all(|word| is_in_capitals(word) && !is_known_prenom(word));
    if n > 0 && are_postnoms { n } else { words.len() }
}

/// Whether a word of two letters or more has capitals alone.
fn is_in_capitals(word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    letters().count() >= 2 && letters().all(char::is_uppercase)
}

/// Returns the first word as the nom and the others as the post-nom.
fn nom_and_postnom(words: &[String]) -> (Text, Text) {
    let (nom, postnom) = words.split_at(words.len().min(1));
    (capitals(&nom.concat()), capitals(&postnom.join(" ")))
}

/// Splits words into noms and prénoms; also returns whether their order differs from the heading's.
///
/// Beside a known prénom, words with small letters are prénoms too if two words or more in capitals are left.
fn split_words(words: Vec<String>, prenom_first: bool) -> (Vec<String>, Vec<String>, bool) {
    let n = words.len();
    if n <= 1 {
        return (words, Vec::new(), false);
    }
    if let (false, Some((noms, prenoms))) = (prenom_first, capitals_last(&words)) {
        return (noms, prenoms, true);
    }
    let leading = words.iter().take_while(|word| is_known_prenom(word)).count().min(n - 1);
    let trailing = words.iter().rev().take_while(|word| is_known_prenom(word)).count().min(n - 1);
    // In `wa KABILA` the particle alone has small letters.
    let lower = |word: &&String| word.rsplit(' ').next().is_some_and(|last| last.chars().any(char::is_lowercase));
    let with_small_letters = |n_known: usize, n_lower: usize| {
        let n_capitals = words.iter().filter(|word| !lower(word)).count();
        if n_known > 0 && n_capitals >= 2 && n_lower + n_capitals == n { n_known.max(n_lower) } else { n_known }
    };
    let leading = with_small_letters(leading, words.iter().take_while(lower).count());
    let trailing = with_small_letters(trailing, words.iter().rev().take_while(lower).count());
    let (at, prenoms_lead) = match (prenom_first, leading, trailing) {
        (true, 1.., _) | (false, 1.., 0) => (leading, true),
        (false, _, 1..) | (true, 0, 1..) => (n - trailing, false),
        // Without a known prénom, words with small letters are the prénoms, if others are in capitals. Else the heading
        // decides, with two words as noms.
        (true, 0, 0) => {
            let n_lower = words.iter().take_while(lower).count();
            (if n_lower > 0 && n_lower < n { n_lower } else { n.saturating_sub(2).max(1) }, true)
        }
        // `Zzyzxa MBALA LEMA`: the capitals show where the noms begin.
        (false, 0, 0) if words[1..].iter().all(|word| is_in_capitals(word)) && !is_in_capitals(&words[0]) => (1, true),
        (false, 0, 0) => {
            let n_lower = words.iter().rev().take_while(lower).count();
            let n_prenoms = if n == 2 && n_lower == 1 { 1 } else { n.saturating_sub(2) };
            (n - n_prenoms, false)
        }
    };
    let (first, second) = words.split_at(at);
    let (noms, prenoms) = if prenoms_lead { (second, first) } else { (first, second) };
    (noms.to_vec(), prenoms.to_vec(), prenoms_lead != prenom_first)
}

/// Splits words of which the last alone are in capitals, behind a word with small letters that is no known prénom and
/// one that is: `Mobonda Glody MUNGANGA` is the nom MUNGANGA, the post-nom Mobonda and the prénom Glody.
fn capitals_last(words: &[String]) -> Option<(Vec<String>, Vec<String>)> {
    let n_small = words.iter().take_while(|word| !is_in_capitals(word)).count();
    let (small, noms) = words.split_at(n_small);
    let n_given = small.iter().rev().take_while(|word| is_known_prenom(word)).count();
    let (postnoms, prenoms) = small.split_at(n_small - n_given);
    let are_postnoms = !postnoms.is_empty() && !postnoms.iter().any(|word| is_known_prenom(word));
    let are_noms = !noms.is_empty() && noms.iter().all(|word| is_in_capitals(word) && !is_known_prenom(word));
    (are_postnoms && are_noms && n_given > 0).then(|| ([noms, postnoms].concat(), prenoms.to_vec()))
}

/// Whether a word, or a part of a hyphenated word, is a known prénom or an initial.
fn is_known_prenom(word: &str) -> bool {
    let folded = fold(word);
    let is_initial = folded.len() == 1 && word.ends_with('.') || are_initials(word);
    is_initial || folded.split(' ').any(|part| is_prenom(part) || is_feminine_prenom(part))
}

/// Whether a word is the initials of a double prénom: `J-P`, `J.P.`.
fn are_initials(word: &str) -> bool {
    let bytes = word.trim_end_matches('.').as_bytes();
    matches!(bytes, [first, b'-' | b'.', second] if first.is_ascii_uppercase() && second.is_ascii_uppercase())
}

/// Whether a folded word is a known prénom with the ending of a woman's: `NORBERTE`.
fn is_feminine_prenom(folded: &str) -> bool {
    const SHORTEST: usize = 7;
    let stem = folded.strip_suffix('E').filter(|stem| stem.len() + 1 >= SHORTEST);
    stem.is_some_and(|stem| !stem.ends_with(['A', 'E', 'I', 'O', 'U', 'Y']) && is_prenom(stem))
}

/// Reads a person named in one cell (father, mother): clean, in capitals.
pub(super) fn person_in_one_cell(raw: &RawRow, field: Field) -> Text {
    capitals(&name_in(&raw.field_text(field), field).text)
}

/// Whether a word begins the name of the father or the mother in an act: it is a nom, even where it is a prénom
/// elsewhere.
fn is_nom_of_parent(raw: &RawRow, word: &str) -> bool {
    let is_it = |field: Field| {
        let text = raw.field_text(field);
        text.split_once(' ').is_some_and(|(nom, _)| nom.len() == word.len() && fold(nom) == fold(word))
    };
    !word.is_empty() && (is_it(Field::Mother) || is_it(Field::Father))
}

fn capitals(text: &str) -> Text {
    text.to_uppercase().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{CellValue, RawFile, RowAt};

    fn row(cells: &[(Field, &str)]) -> RawRow {
        let cells = cells.iter().enumerate().map(|(column, (field, text))| RawCell {
            column: column as u16,
            field: *field,
            value: CellValue::Text((*text).into()),
        });
        RawRow { at: RowAt::default(), context: 0, cells: cells.collect(), carried: Vec::new(), left_out: None }
    }

    fn parts(name: &PersonName) -> [&str; 3] {
        [&name.nom, &name.postnom, &name.prenom]
    }

    #[test]
    fn a_name_is_read_from_one_two_or_three_columns() {
        for (cells, expected) in [
            (
                vec![(Field::Nom, "Mbala"), (Field::Postnom, " lema"), (Field::Prenom, "BRUNO")],
                ["MBALA", "LEMA", "Bruno"],
            ),
            (vec![(Field::NomPostnom, "KANZA MBALA"), (Field::Prenom, "dieu-merci")], ["KANZA", "MBALA", "Dieu-Merci"]),
            (vec![(Field::NomPostnom, "KIAKU"), (Field::Prenom, "J.")], ["KIAKU", "", "J."]),
            (vec![(Field::NomPostnom, "LUBOYA"), (Field::Prenom, "BUKASA Ruth")], ["LUBOYA", "BUKASA", "Ruth"]),
            (vec![(Field::NomPostnom, "EKANGA Ruth")], ["EKANGA", "", "Ruth"]),
            (vec![(Field::NomPostnom, "EKANGA RUTH")], ["EKANGA", "RUTH", ""]),
            (vec![(Field::Prenom, "KHONDE TSASA Ruth")], ["KHONDE", "TSASA", "Ruth"]),
            (vec![(Field::FullName, "MBALA J-P")], ["MBALA", "", "J-P"]),
            (vec![(Field::NomPostnom, "MBUYI wa KASONGO"), (Field::Prenom, "ND")], ["MBUYI", "WA KASONGO", ""]),
            (vec![(Field::FullName, "(C) MBALA LEMA Jean Paul")], ["MBALA", "LEMA", "Jean Paul"]),
            (vec![(Field::FullName, "MBALA LEMA")], ["MBALA", "LEMA", ""]),
            (vec![(Field::FullName, "MALU MALU Christ")], ["MALU", "MALU", "Christ"]),
            (vec![(Field::FullName, "MAMPUYA MAMBA Jphet Henock")], ["MAMPUYA", "MAMBA", "Jphet Henock"]),
            (vec![(Field::PrenomFirst, "Christ Vie KIFUMBI IBEMO")], ["KIFUMBI", "IBEMO", "Christ Vie"]),
            (vec![(Field::FullName, "KANZA Mbala Ruth")], ["KANZA", "MBALA", "Ruth"]),
            (vec![(Field::FullName, "Mobonda Glody MUNGANGA")], ["MUNGANGA", "MOBONDA", "Glody"]),
            (
                vec![(Field::FullName, "NGOY'A MWANA wa KABILA Jean de Dieu")],
                ["NGOY'A", "MWANA WA KABILA", "Jean De Dieu"],
            ),
            (vec![(Field::Nom, "-"), (Field::Prenom, "Noëlla")], ["", "", "Noëlla"]),
            (vec![(Field::Nom, "MBALA"), (Field::Postnom, "BEBE"), (Field::Prenom, "Ruth")], ["MBALA", "BEBE", "Ruth"]),
            (vec![(Field::Nom, "MBALA"), (Field::Postnom, "bébé"), (Field::Prenom, "")], ["MBALA", "", ""]),
            (vec![(Field::Nom, "MBALA"), (Field::Postnom, "SANS"), (Field::Prenom, "Ruth")], ["MBALA", "", "Ruth"]),
            (vec![], ["", "", ""]),
        ] {
            assert_eq!(
                parts(&name_of(&row(&cells), &NameEvidence::default(), &mut Vec::new()).name),
                expected,
                "{cells:?}"
            );
        }
    }

    #[test]
    fn a_word_that_is_the_nom_of_a_parent_is_a_post_nom() {
        let name = |name: &str, mother: &str| {
            let cells = [(Field::FullName, name), (Field::Father, "LONGOMO Eric"), (Field::Mother, mother)];
            name_of(&row(&cells), &NameEvidence::default(), &mut Vec::new()).name
        };
        let read = |mother: &str| name("LONGOMO Bolingo", mother);
        assert_eq!(parts(&read("BOLINGO Anne")), ["LONGOMO", "BOLINGO", ""]);
        assert_eq!(parts(&name("LONGOMO, Bolingo", "BOLINGO Anne")), ["LONGOMO", "", "Bolingo"]);
        assert_eq!(parts(&read("LEMA Bolingo")), ["LONGOMO", "", "Bolingo"]);
    }

    #[test]
    fn a_word_for_a_small_child_is_no_prenom() {
        for (prenom, years, expected) in [
            ("Bébé", Some(0), ""),
            ("BEBE", Some(3), ""),
            ("Bébé", Some(43), "Bébé"),
            ("Bébé", None, "Bébé"),
            ("Ruth", Some(0), "Ruth"),
        ] {
            let row = row(&[(Field::Nom, "MBALA"), (Field::Prenom, prenom)]);
            let mut doubts = Vec::new();
            let mut name = name_of(&row, &NameEvidence::default(), &mut doubts).name;
            take_infant_prenom(&row, &mut name, years, &mut doubts);
            assert_eq!(
                (&*name.prenom, doubts.len()),
                (expected, usize::from(expected.is_empty())),
                "{prenom} {years:?}"
            );
        }
    }

    #[test]
    fn the_nom_and_the_postnom_of_one_cell_are_split_where_the_other_noms_have_one_word() {
        let rows = [
            ["KABEYA", "MBUYI", "Rose"],
            ["MBALA", "LEMA", "Luc"],
            ["WA ILUNGA", "NGOY", "Jean"],
            ["ILUNGA KALENGA", "", "Zyb"],
            ["MASENGO WA ILUNGA", "-", "Zyb"],
            ["MBO ZA MPANGI", "", "Zyb"],
            ["WA ILUNGA", "", "Zyb"],
            ["BOSENGE Jr", "", "Zyb"],
        ];
        let file = RawFile::of_texts([Field::Nom, Field::Postnom, Field::Prenom], &rows);
        let of_file = NameEvidence::new(&file);
        let mut doubts = Vec::new();
        let names: Vec<PersonName> =
            file.rows[3..].iter().map(|row| name_of(row, &of_file, &mut doubts).name).collect();
        let shown: Vec<String> =
            names.iter().map(|name| format!("{}/{}/{}", name.nom, name.postnom, name.prenom)).collect();
        let expected =
            ["ILUNGA/KALENGA/Zyb", "MASENGO/WA ILUNGA/Zyb", "MBO ZA MPANGI//Zyb", "WA ILUNGA//Zyb", "BOSENGE//Zyb Jr"];
        assert_eq!(shown, expected);
        assert_eq!(doubts.iter().map(|doubt| doubt.kind).collect::<Vec<_>>(), [DoubtKind::NameInOneCell; 2]);
    }

    #[test]
    fn two_whole_names_on_two_lines_are_two_persons() {
        for (typed, is_two) in [
            ("MBALA LEMA Bruno\nKANZA MBALA Ruth", true),
            ("MBALA LEMA\nBruno", false),
            ("MBALA LEMA\n", false),
            ("MBALA\nLEMA\nBruno", false),
        ] {
            let mut doubts = Vec::new();
            name_of(&row(&[(Field::FullName, typed)]), &NameEvidence::default(), &mut doubts);
            assert_eq!(doubts.iter().any(|doubt| doubt.kind == DoubtKind::TwoPersons), is_two, "{typed}");
        }
    }

    #[test]
    fn a_ditto_mark_for_a_whole_name_is_no_name() {
        let mut typed = row(&[(Field::FullName, "idem")]);
        typed.carried = row(&[(Field::FullName, "MBALA LEMA Bruno")]).cells;
        let mut doubts = Vec::new();
        name_of(&typed, &NameEvidence::default(), &mut doubts);
        assert_eq!(doubts.iter().map(|doubt| doubt.kind).collect::<Vec<_>>(), [DoubtKind::NameDitto]);
    }

    #[test]
    fn a_whole_name_in_one_cell_is_split_and_a_guess_becomes_a_doubt() {
        for (field, typed, expected, is_guess) in [
            (Field::FullName, "MBALA LEMA Bruno", ["MBALA", "LEMA", "Bruno"], false),
            (Field::FullName, "MBALA Bruno", ["MBALA", "", "Bruno"], false),
            (Field::FullName, "mbala lema", ["MBALA", "LEMA", ""], false),
            (Field::FullName, "Mvula Norberte", ["MVULA", "", "Norberte"], false),
            (Field::FullName, "MBALA Ruth Divine", ["MBALA", "", "Ruth Divine"], false),
            (Field::FullName, "MBALA LEMA, Ruth", ["MBALA", "LEMA", "Ruth"], false),
            (Field::FullName, "Ruth MBALA LEMA", ["MBALA", "LEMA", "Ruth"], true),
            (Field::FullName, "Zzyzxa MBALA LEMA", ["MBALA", "LEMA", "Zzyzxa"], true),
            (Field::FullName, "MBALA, LEMA Zzyzxa", ["MBALA", "LEMA", "Zzyzxa"], false),
            (Field::FullName, "LUBAKI, Nsona, Jean-Baptiste", ["LUBAKI", "NSONA", "Jean-Baptiste"], false),
            (Field::FullName, "Mbuyi,wa Kasongo,Zzyzxa Ruth", ["MBUYI", "WA KASONGO", "Zzyzxa Ruth"], false),
            (Field::FullName, "Ruth, MBALA, LEMA", ["MBALA", "LEMA", "Ruth"], true),
            (Field::FullName, "MBALA, Ruth, Divine", ["MBALA", "", "Ruth Divine"], false),
            (Field::FullName, "MBALA LEMA, Ruth, Divine", ["MBALA", "LEMA", "Ruth Divine"], false),
            (Field::FullName, "MBALA.LEMA.Bruno", ["MBALA", "LEMA", "Bruno"], false),
            (Field::FullName, "MBUYI WA KASONGO RUTH", ["MBUYI", "WA KASONGO", "Ruth"], false),
            (Field::PrenomFirst, "Ruth MBALA LEMA", ["MBALA", "LEMA", "Ruth"], false),
            (Field::PrenomFirst, "Jean-Paul MBALA", ["MBALA", "", "Jean-Paul"], false),
            (Field::PrenomFirst, "MBALA LEMA Ruth", ["MBALA", "LEMA", "Ruth"], true),
            (Field::PrenomFirst, "Zzyzxa MBALA LEMA", ["MBALA", "LEMA", "Zzyzxa"], false),
            (Field::PrenomFirst, "Zzyzxa Wyz MBALA LEMA", ["MBALA", "LEMA", "Zzyzxa Wyz"], false),
            (Field::PrenomFirst, "erne kadi mongasi", ["KADI", "MONGASI", "Erne"], false),
            (Field::PrenomFirst, "erne kadi", ["KADI", "", "Erne"], false),
            (Field::PrenomFirst, "ERNE OLO KADI MONGASI", ["KADI", "MONGASI", "Erne Olo"], false),
            (Field::FullName, "João Manuel da Silva", ["DA SILVA", "", "João Manuel"], true),
            (Field::PrenomFirst, "TERESA DA COSTA", ["DA COSTA", "", "Teresa"], false),
            (Field::FullName, "António do Rosário", ["DO ROSÁRIO", "", "António"], true),
            (Field::FullName, "António José de Oliveira", ["DE OLIVEIRA", "", "António José"], true),
            (Field::FullName, "MBALA DA COSTA Ruth", ["MBALA", "DA COSTA", "Ruth"], false),
            (Field::FullName, "MBALA Jean de Dieu", ["MBALA", "", "Jean De Dieu"], false),
        ] {
            let mut doubts = Vec::new();
            assert_eq!(
                parts(&name_of(&row(&[(field, typed)]), &NameEvidence::default(), &mut doubts).name),
                expected,
                "{typed}"
            );
            assert_eq!(!doubts.is_empty(), is_guess, "{typed}");
        }
    }
}
