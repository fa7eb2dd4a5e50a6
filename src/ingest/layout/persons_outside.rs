//! Recognises persons who are named outside the columns of a table: in the column of numbers, in a line above the block
//! of a household, in a column of other persons.

use crate::record::{CellValue, Field, GridRow, Kind, fold};

use super::super::delimited::separator_within;
use super::super::headers::Headers;
use super::address_lines::Label;
use super::content_profile::{ContentProfile, has_prenom};
use super::context_lines::{MAX_TITLE, block_line};
use super::heading_column::HeadingColumn;
use super::table_columns::{ColumnNotes, TableColumns};

/// Rows below the line of a household among which its head is searched.
const MAX_BLOCK: usize = 60;
/// Words of titles, notes and signatures: a text with one of them names no person.
const NO_NAMES: &str = "FAIT SIGNATURE SIGNE CACHET SCEAU CHEF AGENT BOURGMESTRE OFFICIER RECENSEUR LISTE FICHE MENAGE MENAGES \
    FAMILLE FAMILLES QUARTIER AVENUE AV RUE COMMUNE VILLE PROVINCE TOTAL PAGE FEUILLE SUITE FIN ANNEE CLASSE ECOLE REGISTRE \
    NAISSANCE NAISSANCES ACTE ACTES VOIR VU NB NOTE NOTES PERSONNE PERSONNES HOMMES FEMMES ENFANTS GARCONS FILLES RECENSEMENT \
    REPUBLIQUE PARCELLE CELLULE BLOC LOCALITE ANNULE NEANT RAS DATE NUMERO CENTRE BUREAU SECTION GROUPE EQUIPE MOIS VOLUME \
    PAROISSE HOPITAL MATERNITE EGLISE PARTIE COPIE EXEMPLE AJOUTER AJOUT AJOUTS OUBLIE OUBLIES SUPPLEMENT";

/// Whether a text names a person: two words or more, all of letters, that are written as names or have a known prénom
/// among them; a number before them and particulars behind a comma do not count.
pub(super) fn names_person(text: &str) -> bool {
    name_in(text).is_some()
}

/// The words of the name in a text, folded; `None` if the text names no person.
fn name_in(text: &str) -> Option<Vec<String>> {
    const MOST_WORDS: usize = 5;
    if text.len() > MAX_TITLE {
        return None;
    }
    let is_mark = |c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '-' | '/' | '°' | ' ' | ':' | '*');
    let bare = text.trim().trim_start_matches(['n', 'N']).trim_start_matches(is_mark);
    let bare = if bare.len() + 1 < text.trim().len() { bare } else { text.trim() };
    let name = bare.split([',', ';', '(', ':']).next()?.trim();
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_word = |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
    if !(2..=MOST_WORDS).contains(&words.len()) || !words.iter().all(is_word) {
        return None;
    }
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    if folded.iter().any(|word| NO_NAMES.split_whitespace().any(|other| other == word)) {
        return None;
    }
    let is_capital = |word: &&&str| word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let n_capitals = words.iter().filter(is_capital).filter(|word| word.chars().count() >= 3).count();
    let is_named = has_prenom(name) || (n_capitals >= 1 && n_capitals < words.len());
    is_named.then_some(folded)
}

/// Whether a single text describes a person: a name behind a running number, or before a sex, a date, an age.
pub(super) fn describes_person(text: &str) -> bool {
    let text = text.trim();
    let has_number = text.starts_with(|c: char| c.is_ascii_digit());
    let has_particulars = text.contains(',')
        && text.split(',').skip(1).any(|part| {
            let folded = fold(part);
            matches!(folded.as_str(), "M" | "F" | "H") || folded.bytes().any(|b| b.is_ascii_digit())
        });
    (has_number || has_particulars) && names_person(text)
}

/// Words of sentences that stand in no name.
const OF_SENTENCES: &str = "EST SONT A ONT LE LA LES DU DES AVEC POUR PAR CE CETTE SON SA LEUR ET OU QUI QUE NE PAS";
/// Words for a relative and of a birth behind a name.
const KIN: &str = "FILS FILLE EPOUSE EPOUX EP EPSE FEMME MARI NEVEU NIECE COUSIN COUSINE FRERE SOEUR MERE PERE ENFANT \
    PETIT PETITE BEAU BELLE ONCLE TANTE CM NE NEE NES NEES ZOON DOCHTER SON DAUGHTER";

/// Whether a single text holds a whole row: a name, and behind it two or more of a sex, a number, and a relation or a
/// birth. `NGOY Ruth F 5 ans fille`, `ILUNGA;KALALA;Ruth;F;2011;fille`.
pub(super) fn describes_row(text: &str) -> bool {
    const MOST_WORDS: usize = 12;
    const MOST_NAMES: usize = 5;
    if text.len() > MAX_TITLE || text.contains(['(', ':']) {
        return false;
    }
    let is_in = |list: &str, word: &str| list.split_whitespace().any(|other| other == word);
    let bare =
        text.trim().trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '-' | '°' | ' ' | ';'));
    let words: Vec<&str> = bare.split([' ', ',', ';', '\t', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let kind_of = |word: &str| {
        let folded = fold(word);
        match () {
            () if word.starts_with(|c: char| c.is_ascii_digit()) => Some(0),
            () if is_in("M F H G MASC FEM MASCULIN FEMININ", &folded) => Some(1),
            () if is_in(KIN, &folded) => Some(2),
            () => None,
        }
    };
    let n_names = words.iter().take_while(|word| kind_of(word).is_none()).count();
    if words.len() > MOST_WORDS || !(1..=MOST_NAMES).contains(&n_names) {
        return false;
    }
    let (names, others) = words.split_at(n_names);
    let is_name = |word: &&str| {
        let folded = fold(word);
        let is_word = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
        is_word && !is_in(NO_NAMES, &folded) && !is_in(OF_SENTENCES, &folded)
    };
    let n_kinds = (0..3).filter(|kind| others.iter().any(|word| kind_of(word) == Some(*kind))).count();
    let has_capitals = || {
        let is_capital = |word: &&&str| word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        names.iter().filter(is_capital).any(|word| word.chars().count() >= 3)
    };
    names.iter().all(is_name)
        && match n_kinds {
            3 => has_prenom(&names.join(" ")) || has_capitals() || n_names >= 2,
            2 => n_names >= 2 && (has_prenom(&names.join(" ")) || has_capitals()),
            _ => false,
        }
}

/// The only text of a row beside its number, if it holds a whole row outside the columns of names, with a separator
/// between its cells, or with an age in words: `NGOY Ruth F 5 ans fille`, whose sex would become a part of the name.
pub(super) fn row_in_other_cell(row: &GridRow, field_of: impl Fn(u16) -> Field) -> Option<String> {
    let is_number = |column: u16| matches!(field_of(column), Field::Order | Field::Fiche | Field::ActNumber);
    let (column, text) = match &row.cells[..] {
        [(column, CellValue::Text(text))] => (column, text),
        [(number, _), (column, CellValue::Text(text))] if is_number(*number) => (column, text),
        _ => return None,
    };
    let has_age = || fold(text).split(' ').any(|word| matches!(word, "AN" | "ANS" | "MOIS"));
    let is_apart = !field_of(*column).is_name() || text.contains(';') || has_age();
    (is_apart && describes_row(text)).then(|| text.trim().to_owned())
}

/// The only text of a row, if it holds the cells of a whole row of the table with a separator between them: they were
/// pasted into one cell.
pub(super) fn row_in_one_cell(row: &GridRow, n_columns: usize) -> Option<String> {
    let [(_, CellValue::Text(text))] = &row.cells[..] else { return None };
    separator_within(text, n_columns.saturating_sub(1))?;
    Some(text.trim().to_owned())
}

/// The name of a person in a row whose columns hold nothing of a person: in the column of numbers, or in the first
/// cell.
pub(super) fn name_among_numbers(row: &GridRow, field_of: impl Fn(u16) -> Field) -> Option<String> {
    let may_hold = |column: u16| matches!(field_of(column), Field::Order | Field::Fiche | Field::ActNumber);
    row.cells.iter().filter(|(column, _)| may_hold(*column)).find_map(|(_, value)| match value {
        CellValue::Text(text) if names_person(text) => Some(text.trim().to_owned()),
        _ => None,
    })
}

/// The name behind its label in a line outside a table: `Nom : MAVINGA` in one cell or in two. A fiche that is written
/// downwards names a person so.
pub(super) fn name_behind_label(row: &GridRow, headers: &Headers) -> Option<String> {
    const MOST_WORDS: usize = 5;
    let text = |at: usize| match row.cells.get(at).map(|(_, value)| value) {
        Some(CellValue::Text(text)) => Some(text.trim()),
        _ => None,
    };
    let (label, value) = match row.cells.len() {
        1 => text(0)?.split_once(':')?,
        2 => (text(0)?.trim_end_matches([':', ' ']), text(1)?),
        _ => return None,
    };
    let value = value.trim();
    let is_name = value.contains(char::is_alphabetic)
        && !value.contains(|c: char| c.is_ascii_digit() || c == ':')
        && value.split_whitespace().count() <= MOST_WORDS
        && headers.meaning(value).is_none();
    (is_name && headers.exact(label.trim()).is_some_and(Field::is_name)).then(|| value.to_owned())
}

/// The head of a household whom a line names and who has no row in the block below it.
pub(super) fn head_without_row(labels: &[(Label, String)], below: &[GridRow]) -> Option<String> {
    let (_, name) = labels.iter().find(|(label, _)| matches!(label, Label::Head | Label::Family))?;
    let words = name_in(name)?;
    let is_of_block =
        |row: &&GridRow| block_line(row).is_none_or(|labels| !labels.iter().any(|(label, _)| *label == Label::Fiche));
    let has_name = |row: &GridRow| {
        let texts: Vec<String> = row.cells.iter().map(|(_, value)| fold(&value.display_text())).collect();
        words.iter().all(|word| texts.iter().any(|text| text.split(' ').any(|other| other == word)))
    };
    let is_listed = below.iter().take(MAX_BLOCK).take_while(is_of_block).any(has_name);
    (!is_listed).then(|| name.clone())
}

/// Words over a column of other persons of the household.
const OTHERS: &str = "ENFANT ENFANTS CHILDREN CONJOINT CONJOINTE EPOUX EPOUSE EPOUSES MARI FEMME FEMMES SPOUSE WIFE HUSBAND \
    KINDEREN MEMBRES DEPENDANTS BANA";

/// Warns of columns that name other persons of the household; in a table of their own, right of a blank column, they
/// are a second table.
pub(super) fn note_other_persons(
    columns: &mut TableColumns,
    data: &[&GridRow],
    kind: Kind,
    notes: &mut ColumnNotes<'_>,
) {
    if kind != Kind::Census {
        return;
    }
    let is_of_others = |column: &&HeadingColumn| {
        let folded = fold(&column.text);
        matches!(column.field, Field::Unused | Field::Other | Field::Spouse)
            && !column.is_pinned()
            && folded.split(' ').any(|word| OTHERS.split_whitespace().any(|other| other == word))
            && !folded.split(' ').any(|word| matches!(word, "NOMBRE" | "NBRE" | "NB" | "NUMBER"))
    };
    let named = |column: u16| {
        let texts = data.iter().filter_map(|row| row.value(column)).map(CellValue::to_text);
        texts.filter(|text| names_person(text) || has_prenom(text)).count()
    };
    let mut second = None;
    for column in columns.list.iter().filter(is_of_others) {
        let n = named(column.column);
        if n == 0 || ContentProfile::of_column(column.column, data).is_numeric() {
            continue;
        }
        let is_behind_blank = column.column > 0 && !columns.has_heading(column.column - 1);
        if is_behind_blank && columns.second_table_from.is_none() {
            second = second.or(Some(column.column));
        }
        notes.warn("other-persons-named", column, vec![("n", n.to_string())]);
    }
    if let Some(from) = second {
        columns.second_table_from = Some(from);
        for column in columns.list.iter_mut().filter(|column| column.column >= from && !column.is_pinned()) {
            column.field = Field::Unused;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::context_lines::tests::rows;
    use super::*;

    #[test]
    fn a_name_is_two_words_of_letters_and_no_title() {
        for name in [
            "KOLO BETA Rose",
            "2 KOLO BETA Rose",
            "4 LUSA PEMBE Anne, F, 1979",
            "Ilunga Joseph",
            "VETO SANA Marc, né en 1960",
            "1. TOLO MALA Jean, M, né le 12/03/1969, CM",
        ] {
            assert!(names_person(name), "{name}");
        }
        for other in [
            "Fait à Kimbanseke, le 12 novembre 2017",
            "12",
            "2 bis",
            "Le chef de quartier",
            "Liste du ménage 7, avenue Lukunga 8",
            "Page 2",
            "23 personnes",
            "AVENUE KASAVUBU",
            "MAT-3",
            "A12 B",
        ] {
            assert!(!names_person(other), "{other}");
        }
        for (text, expected) in [
            ("Kanyinda Ntumba Joël F 2013 fille", true),
            ("NGOY Ruth F 5 ans fille", true),
            ("ngoy ruth fille née en 2013", true),
            ("155 ILUNGA Ruth F 2011 fille", true),
            ("ILUNGA;KALALA;Ruth;F;2011;fille", true),
            ("KANYINDA NTUMBA Joel, M, né le 3/4/1990, neveu", true),
            ("Fait à Kinshasa le 20 juillet 2018 F", false),
            ("La famille est partie avec sa fille en 2013", false),
            ("Jean est le fils de Paul, né en 2010", false),
            ("Ménage 3 ILUNGA Ruth F 2011 fille", false),
            ("Avenue Lukunga 8 fille", false),
            ("5 hommes 6 femmes 2018", false),
            ("KOLO BETA Rose", false),
        ] {
            assert_eq!(describes_row(text), expected, "{text}");
        }
        let fields = [Field::Order, Field::FullName, Field::Sex];
        let field_of = |column: u16| fields.get(usize::from(column)).copied().unwrap_or(Field::Other);
        for (line, expected) in [
            ("155 ILUNGA Ruth F 2011 fille", true),
            ("|ILUNGA;KALALA;Ruth;F;2011;fille", true),
            ("10|NGOY Ruth F 5 ans fille", true),
            ("10|NGOY Ruth F 2013 fille", false),
            ("10|NGOY Ruth|F", false),
        ] {
            assert_eq!(row_in_other_cell(&rows(&[line])[0], field_of).is_some(), expected, "{line}");
        }
        assert!(describes_person("1. TOLO MALA Jean, M, né le 12/03/1969, CM"));
        assert!(!describes_person("Ilunga Joseph"));
    }
}
