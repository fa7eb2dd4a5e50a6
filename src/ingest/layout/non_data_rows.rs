//! Recognises rows that are no data: titles, totals, notes, signatures, examples, unfilled rows, and lines that open a
//! summary or a small table of counts.

use crate::record::{CellValue, Field, GridRow, fold};

use super::context_lines::MAX_TITLE;
use super::heading::is_numbering;
use super::persons_outside::describes_row;
use super::table_columns::TableColumns;

/// The reason why a row below a heading is no data; `None` for a row of data.
pub(super) fn non_data_reason(row: &GridRow, field_of: impl Fn(u16) -> Field) -> Option<&'static str> {
    if is_example(row, &field_of) {
        return Some("example");
    }
    if is_hint(row, &field_of) {
        return Some("example");
    }
    if is_rule(row) || is_numbering(row) {
        return Some("unfilled");
    }
    if let Some(reason) = remark_reason(row, &field_of) {
        return Some(reason);
    }
    if is_count_in_cells(row, &field_of) {
        return Some("total");
    }
    if is_signature(row, &field_of) || is_remark_line(row, &field_of) {
        return Some("note");
    }
    // A formula that was never computed stands in the lines that a form has in store, beside their number.
    let is_prepared = |field: Field, value: &CellValue| {
        !field.is_name() && matches!(value, CellValue::Error(formula) if formula.starts_with('='))
    };
    let is_filled = |(column, value): &&(u16, CellValue)| {
        let field = field_of(*column);
        field.is_personal() && !is_prepared(field, value)
    };
    let n_personal = row.cells.iter().filter(is_filled).count();
    let is_text = |value: &CellValue| !matches!(value, CellValue::Error(_));
    let has_prose = || row.cells.iter().any(|(_, value)| is_text(value) && is_prose(&value.display_text()));
    match n_personal {
        0 if has_prose() => Some("note"),
        0 => Some("unfilled"),
        1 if row.cells.len() <= 2 && has_prose() && !is_row_in_name(row, &field_of) => Some("note"),
        _ => None,
    }
}

/// Whether the cell of a name holds a whole row: `NGOY Ruth F 5 ans fille`.
fn is_row_in_name(row: &GridRow, field_of: &impl Fn(u16) -> Field) -> bool {
    row.cells.iter().any(|(column, value)| field_of(*column).is_name() && describes_row(&value.display_text()))
}

/// "note" or "total" for a row of one or two texts that are remarks or counts, beside its number: `RAS`, `(a
/// déménagé)`, `2 hommes 3 femmes`.
fn remark_reason(row: &GridRow, field_of: &impl Fn(u16) -> Field) -> Option<&'static str> {
    const MOST_CELLS: usize = 3;
    if row.cells.len() > MOST_CELLS {
        return None;
    }
    let is_number = |column: u16| matches!(field_of(column), Field::Order | Field::Fiche | Field::ActNumber);
    let mut reason = None;
    for (column, value) in &row.cells {
        let CellValue::Text(text) = value else {
            if is_number(*column) {
                continue;
            }
            return None;
        };
        match () {
            () if is_remark(text) => reason = Some("note"),
            () if is_count(text) => reason = reason.or(Some("total")),
            () if is_number(*column) && text.bytes().all(|b| b.is_ascii_digit()) => {}
            () => return None,
        }
    }
    reason
}

/// Whether a text is a remark that fills the place of a person.
fn is_remark(text: &str) -> bool {
    const REMARKS: &str = "NEANT|RAS|R A S|FIN|FIN DE LISTE|FIN DE LA LISTE|VIDE|RIEN A SIGNALER|SUITE|SUITE AU VERSO|SUITE ET FIN|T S V P|TSVP\
        |A SUIVRE|VOIR VERSO|VOIR AU VERSO|VOIR SUITE|VOIR PAGE SUIVANTE|PAGE SUIVANTE|SUITE PAGE SUIVANTE|MENAGE SUIVANT|MENAGE PRECEDENT\
        |FICHE SUIVANTE|SUITE DU MENAGE|SUITE MENAGE|FIN DU MENAGE|FIN MENAGE|FIN DE PAGE|FIN DU REGISTRE";
    let text = text.trim();
    let is_in_parentheses = text.starts_with('(') && text.ends_with(')') && text.contains(' ');
    text.len() <= MAX_TITLE && (is_in_parentheses || REMARKS.split('|').any(|remark| remark == fold(text)))
}

/// Whether a row counts persons, with the words and the numbers in cells of their own: `M | 30`, `Hommes | 20`,
/// `Hommes | 31 | Femmes | 29`.
fn is_count_in_cells(row: &GridRow, field_of: &impl Fn(u16) -> Field) -> bool {
    const MOST_CELLS: usize = 3;
    /// Words that stand in no name, so that a row may have several.
    const OF_MANY: &str = "PERSONNES HOMMES FEMMES GARCONS FILLES MENAGES HABITANTS MASCULIN FEMININ TOTAL POPULATION NBRE \
        NOMBRE EFFECTIF EFFECTIFS MAJEURS MINEURS ADULTES ELECTEURS NATIONAUX ETRANGERS VIEILLARDS JEUNES BEBES NOURRISSONS \
        PRESENTS ABSENTS DECEDES VIVANTS ORPHELINS VEUVES VEUFS JUMEAUX ACTES NAISSANCES DECES MARIAGES SOUS";
    use Field::{MaritalStatus, Occupation, Relation, Sex, SexFemale, SexMale};
    // There the word is one of a person: `3 | Enfant | 5` is a child of five years without a name.
    let is_of_person =
        |column: u16| matches!(field_of(column), Sex | SexMale | SexFemale | Relation | MaritalStatus | Occupation);
    let is_number = |value: &CellValue| {
        let text = value.display_text();
        text.trim().trim_end_matches('%').trim_end().parse::<f64>().is_ok_and(|number| number >= 0.0)
    };
    let words: Vec<_> = row.cells.iter().filter(|(_, value)| !is_number(value)).collect();
    let is_in = |list: &str, word: &str| list.split_whitespace().any(|own| own == word);
    let are_counts = |(column, value): &&(u16, CellValue)| {
        let folded = fold(&value.display_text());
        let is_digits = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
        let is_word = |word: &str| is_in(OF_MANY, word) || is_in(COUNTED, word);
        let is_counted = folded.split_whitespace().all(|word| is_word(word) || is_digits(word));
        is_counted && (is_of_person(*column) || folded.split_whitespace().any(|word| is_in(OF_MANY, word)))
    };
    // The number may stand in the cell of its word: "Présents : 20".
    let holds_digit = |(_, value): &&&(u16, CellValue)| value.display_text().bytes().any(|b| b.is_ascii_digit());
    let n_numbers = row.cells.len() - words.len() + words.iter().filter(holds_digit).count();
    // "G : | 17 | F : | 18".
    let are_pairs = || {
        let is_counted = |(_, value): &&(u16, CellValue)| is_in(COUNTED, &fold(&value.display_text()));
        words.len() >= 2 && n_numbers >= words.len() && words.iter().all(is_counted)
    };
    if words.iter().any(|(column, _)| !is_of_person(*column)) && are_pairs() {
        return true;
    }
    if n_numbers > 0 && words.iter().all(are_counts) && words.iter().any(|(column, _)| !is_of_person(*column)) {
        return true;
    }
    let [(column, CellValue::Text(word))] = words[..] else { return false };
    let folded = fold(word);
    (2..=MOST_CELLS).contains(&row.cells.len())
        && !is_of_person(*column)
        && COUNTED.split_whitespace().any(|counted| counted == folded)
}

/// The words of a count of persons.
const COUNTED: &str = "PERSONNES PERSONNE HOMMES HOMME FEMMES FEMME GARCONS GARCON FILLES FILLE ENFANTS ENFANT MEMBRES MENAGES \
    MENAGE HABITANTS M F G H T ET MASC FEM MASCULIN FEMININ TOTAL SOIT EN TOUT AMES SONT ILS PERS PRESENTS ABSENTS VIVANTS \
    ACTES ACTE NAISSANCES DONT AU NOMBRE DE";

/// Whether a text counts persons: `23 personnes`, `M = 11`, `G: 5  F: 6`.
pub(super) fn is_count(text: &str) -> bool {
    if text.len() > 60 || !text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let folded = fold(text);
    let (numbers, words): (Vec<&str>, Vec<&str>) =
        folded.split_whitespace().partition(|word| word.bytes().all(|b| b.is_ascii_digit()));
    let is_counted = |word: &&str| COUNTED.split_whitespace().any(|counted| counted == *word);
    !numbers.is_empty() && !words.is_empty() && words.iter().all(is_counted)
}

/// Whether a row is drawn as a line: each cell has three signs or more and no letter or digit.
fn is_rule(row: &GridRow) -> bool {
    let is_sign = |c: char| matches!(c, '*' | '-' | '_' | '=' | '.' | '~' | '#' | '–' | '—');
    let is_drawn = |value: &CellValue| matches!(value, CellValue::Text(text) if text.trim().len() >= 3 && text.trim().chars().all(is_sign));
    row.cells.iter().all(|(_, value)| is_drawn(value))
}

/// Whether the row is the example of a template: the word stands where other rows have a number.
fn is_example(row: &GridRow, field_of: impl Fn(u16) -> Field) -> bool {
    row.cells.iter().any(|(column, value)| {
        matches!(field_of(*column), Field::Order | Field::Fiche | Field::ActNumber | Field::Event)
            && is_example_word(&fold(&value.display_text()))
    })
}

fn is_example_word(folded: &str) -> bool {
    const WORDS: &str =
        "EXEMPLE|EX|P EX|PAR EXEMPLE|VOORBEELD|BV|BIJV|VB|EXAMPLE|E G|EG|EXEMPLO|MFANO|NDAKISA|MODELE|SPECIMEN";
    // "BV 1" and "EX 3" are numbers of fiches: only behind a whole word a number is that of the example.
    const NUMBERED: &str = "EXEMPLE|PAR EXEMPLE|VOORBEELD|EXAMPLE|EXEMPLO|MFANO|NDAKISA|MODELE|SPECIMEN";
    let without_number = folded.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    WORDS.split('|').any(|word| folded == word) || NUMBERED.split('|').any(|word| without_number == word)
}

/// Whether a row below a heading says how to fill the columns: `en majuscules`, `M ou F`, `jj/mm/aaaa`.
fn is_hint(row: &GridRow, field_of: &impl Fn(u16) -> Field) -> bool {
    const DATES: &str =
        "JJ MM AAAA|JJ MM AA|JJMMAAAA|DD MM YYYY|DD MM JJJJ|DD MM AAAA|MM DD YYYY|YYYY MM DD|AAAA MM JJ";
    const OTHERS: &str = "M OU F|F OU M|H OU F|M F|F M|M OF V|M OR F|EN MAJUSCULES|MAJUSCULES|EN CAPITALES|EN LETTRES CAPITALES\
        |HOOFDLETTERS|IN HOOFDLETTERS|CAPITALS|IN CAPITALS|EM MAIUSCULAS";
    let is_one = |text: &str, words: &str| words.split('|').any(|word| word == text);
    let (mut n_hints, mut has_date) = (0, false);
    for (column, value) in &row.cells {
        let CellValue::Text(text) = value else { return false };
        if text.len() > MAX_TITLE || text.bytes().any(|b| b.is_ascii_digit()) {
            return false;
        }
        let folded = fold(text);
        has_date |= is_one(&folded, DATES) && field_of(*column) != Field::Remarks;
        n_hints += usize::from(is_one(&folded, DATES) || is_one(&folded, OTHERS));
    }
    has_date || n_hints >= 2
}

/// Whether a row has only one or two texts, as titles and notes between tables have.
pub(super) fn is_title_like(row: &GridRow) -> bool {
    row.cells.len() <= 2
        && row
            .cells
            .iter()
            .all(|(_, value)| matches!(value, CellValue::Text(text) if text.trim().parse::<f64>().is_err()))
}

/// Whether a row closes a table and announces a summary below it.
pub(super) fn opens_summary(row: &GridRow) -> bool {
    is_title_like(row) && row.cells.first().is_some_and(|(_, value)| is_summary(&value.display_text()))
}

/// Whether a title or a sheet's name announces sums instead of persons.
pub(crate) fn is_summary(text: &str) -> bool {
    const WORDS: [&str; 9] =
        ["RECAP", "SYNTHESE", "RESUME", "STATISTIQUE", "TABLEAU RECAP", "SOMMAIRE", "TOTAUX", "OVERZICHT", "SUMMARY"];
    let folded = if text.len() > MAX_TITLE { String::new() } else { fold(text) };
    WORDS.iter().any(|word| folded.starts_with(word))
}

/// Whether a row announces the name of who signs below.
pub(super) fn opens_signature(row: &GridRow) -> bool {
    const SIGNERS: &str = "LE CHEF|CHEF DE QUARTIER|L AGENT|AGENT RECENSEUR|LE BOURGMESTRE|L OFFICIER|SIGNATURE|POUR LE|LE PREPOSE\
        |LE RECENSEUR|FAIT A";
    is_title_like(row)
        && row.cells.last().is_some_and(|(_, value)| {
            let text = value.display_text();
            let folded = fold(&text);
            SIGNERS.split('|').any(|signer| folded.starts_with(signer)) || signer_in(&text).is_some()
        })
}

/// How a text names who signs or made the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Signer {
    /// A word that may be a surname: `Agent`.
    Word,
    /// A title, or a word with a colon behind it: `Chef de rue`, `Agent :`, `Fait le 3/3/2017`.
    Title,
}

/// How a text names who signs or made the list, if it does.
fn signer_in(text: &str) -> Option<Signer> {
    const WORDS: &str = "AGENT|OFFICIER|PREPOSE|SECRETAIRE|VISA|CACHET|SCEAU|SIGNE|CONTROLEUR|COMMIS|ENCODEUR|OPERATEUR|REDACTEUR|POINTEUR";
    const TITLES: &str = "ENQUETEUR|ENQUETRICE|ENQUETEURS|ENQUETEUSE|RECENSEUR|RECENSEUSE|RECENSEURS|AGENT RECENSEUR|AGENT ENQUETEUR|AGENT DE SAISIE\
        |AGENT DENOMBREUR|DENOMBREUR|SUPERVISEUR|SUPERVISEUSE|SUPERVISEURS|CHEF DE RUE|CHEF D AVENUE|CHEF DE L AVENUE|CHEF AVENUE|CHEF RUE\
        |CHEF DE QUARTIER|CHEF DU QUARTIER|CHEF QUARTIER|CHEF DE LOCALITE|CHEF DE BLOC|CHEF BLOC|CHEF DE CELLULE|CHEF CELLULE\
        |CHEF D EQUIPE|CHEF DE BUREAU|CHEF DU BUREAU|CHEF DE SERVICE|BOURGMESTRE|BOURGMESTRE ADJOINT|OFFICIER DE L ETAT CIVIL|OFFICIER D ETAT CIVIL\
        |PREPOSE DE L ETAT CIVIL|PREPOSE A L ETAT CIVIL|SIGNATURE|SIGNATURES|SIGNATAIRE|OPERATEUR DE SAISIE|OPERATRICE DE SAISIE\
        |ENUMERATOR|SUPERVISOR|HANDTEKENING|WIJKHOOFD|FAIT PAR|ETABLI PAR|DRESSE PAR|SAISI PAR|REMPLI PAR|VERIFIE PAR|CONTROLE PAR\
        |RECENSE PAR|ENQUETE PAR|APPROUVE PAR|POUR COPIE CONFORME|POUR LE BOURGMESTRE";
    // With an article these are titles, whatever follows: "Le Président du bureau".
    const POSTS: &str = "PRESIDENT|PRESIDENTE|CURE|PASTEUR|DIRECTEUR|DIRECTRICE|INFIRMIER|INFIRMIERE|SAGE FEMME|MEDECIN|TITULAIRE|TRESORIER\
        |TRESORIERE|COMPTABLE|RAPPORTEUR|RAPPORTEUSE|NOTABLE|GERANT|GERANTE|AGENT|OFFICIER|PREPOSE|SECRETAIRE|CONTROLEUR|GREFFIER\
        |COORDONNATEUR|COORDINATEUR|CATECHISTE|SACRISTAIN|DIACRE|EVEQUE|RECTEUR|DOYEN|MONITEUR|MONITRICE|PREFET|PROVISEUR|ENSEIGNANT|ENSEIGNANTE|ASSISTANT|ASSISTANTE";
    if text.len() > MAX_TITLE {
        return None;
    }
    let has_colon = text.contains(':');
    let folded = fold(text.split(':').next().unwrap_or(text));
    let bare = ["LE ", "LA ", "L ", "LES ", "NOM DE L ", "NOM DU ", "NOMS DE L ", "NOMS DU "]
        .iter()
        .find_map(|article| folded.strip_prefix(article))
        .unwrap_or(&folded);
    let begins = |title: &str| bare.strip_prefix(title).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    match () {
        () if closes_list(&fold(text)) || is_place_and_day(text) || is_made_by(&fold(text)) => Some(Signer::Title),
        // A title of one word with a name behind it may be a whole name.
        () if TITLES.split('|').any(|title| bare == title || (title.contains(' ') && begins(title))) => {
            Some(Signer::Title)
        }
        () if (bare != folded || has_colon) && POSTS.split('|').any(begins) => Some(Signer::Title),
        () if WORDS.split('|').any(|word| bare == word) => Some(if has_colon { Signer::Title } else { Signer::Word }),
        () => None,
    }
}

/// Whether a folded text begins as the line that closes a list: `CLOS LE 31 12 2012`, `FAIT A KINSHASA`.
fn closes_list(folded: &str) -> bool {
    const STARTS: &str = "FAIT A|FAIT LE|FAITE A|FAITE LE|DRESSE A|DRESSE LE|ARRETE A|ARRETE AU|ARRETE LE|ARRETE LA|ARRETE LES|ARRETEE A|ARRETEE LE\
        |ARRETEE AU|ARRETE CE|CLOS LE|CLOS CE|CLOS A|CLOTURE LE|CLOTURE A|CLOTURE DU|CLOTURE CE|CLOTUREE LE|VU ET|VU POUR|AINSI FAIT\
        |LU ET APPROUVE|GEDAAN TE|OPGEMAAKT TE|OPGEMAAKT OP|AFGESLOTEN OP|DONE AT|DONE ON|CLOSED ON";
    let begins = |start: &str| folded.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    STARTS.split('|').any(begins)
}

/// Whether a folded text says by whom the list was made or checked: `CONTROLE PAR LUBOYA JEAN`.
fn is_made_by(folded: &str) -> bool {
    const STARTS: &str = "FAIT PAR|ETABLI PAR|ETABLIE PAR|DRESSE PAR|DRESSEE PAR|SAISI PAR|SAISIE PAR|REMPLI PAR|REMPLIE PAR|VERIFIE PAR|CONTROLE PAR\
        |RECENSE PAR|ENQUETE PAR|APPROUVE PAR|SIGNE PAR|VALIDE PAR|SUPERVISE PAR";
    let begins = |start: &str| folded.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    STARTS.split('|').any(begins)
}

/// Whether a text is the place and the day of a signature: `Kinshasa, le 14 mars 2017`.
fn is_place_and_day(text: &str) -> bool {
    const MOST_WORDS: usize = 3;
    let Some((place, day)) = text.split_once(',') else { return false };
    let is_place = place.split_whitespace().count() <= MOST_WORDS
        && place.contains(char::is_alphabetic)
        && !place.contains(|c: char| c.is_ascii_digit());
    let day = fold(day);
    is_place && day.strip_prefix("LE ").is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a row without a number begins with words that ask or remark something about the list: `Prière de compléter |
/// 2017`, `Observations générales | RAS | bon`. With a sex and a relation it is that of a person.
fn is_remark_line(row: &GridRow, field_of: &impl Fn(u16) -> Field) -> bool {
    use Field::{ActNumber, Fiche, Order, Relation, Sex, SexFemale, SexMale};
    const STARTS: &str = "PRIERE DE|PRIERE D|OBSERVATION GENERALE|OBSERVATIONS GENERALES|OBSERVATIONS|REMARQUE GENERALE|REMARQUES GENERALES\
        |REMARQUES|VEUILLEZ|MERCI DE|BIEN VOULOIR|OPMERKINGEN|GENERAL REMARKS|REMARKS";
    const MOST_CELLS: usize = 5;
    let Some((first, value)) = row.cells.first() else { return false };
    let folded = fold(&value.display_text());
    let begins = |start: &str| folded.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let is_numbered = || {
        row.cells.iter().any(|(column, value)| {
            matches!(field_of(*column), Order | Fiche | ActNumber)
                && value.display_text().bytes().any(|b| b.is_ascii_digit())
        })
    };
    let has = |fields: &[Field]| row.cells.iter().any(|(column, _)| fields.contains(&field_of(*column)));
    let is_sex = |(column, value): &(u16, CellValue)| {
        field_of(*column) == Sex
            && matches!(fold(&value.display_text()).as_str(), "M" | "F" | "H" | "G" | "MASC" | "FEM")
    };
    let is_person = || (row.cells.iter().any(is_sex) || has(&[SexMale, SexFemale])) && has(&[Relation]);
    row.cells.len() <= MOST_CELLS
        && !matches!(field_of(*first), Field::Remarks)
        && STARTS.split('|').any(begins)
        && !is_numbered()
        && !is_person()
}

/// Whether a row names who signs or made the list: `Enquêteur | KITOKO Robert | M`. A row with a running number, a
/// birth or a relation is that of a person, whose surname may be such a word.
fn is_signature(row: &GridRow, field_of: &impl Fn(u16) -> Field) -> bool {
    use Field::{
        ActNumber, Age, BirthDate, BirthDatePlace, BirthYear, Father, Fiche, Mother, Occupation, Order, Relation,
    };
    const MOST_CELLS: usize = 6;
    const MOST_COLUMNS: u16 = 80;
    let is_own = |(column, _): &&(u16, CellValue)| {
        !matches!(field_of(*column), Relation | Field::MaritalStatus | Occupation | Field::Remarks)
    };
    let Some((first, value)) = row.cells.iter().find(is_own) else { return false };
    let Some(signer) = signer_in(&value.display_text()) else { return false };
    let (text, field) = (value.display_text(), field_of(*first));
    let is_sure = text.contains(':') || closes_list(&fold(&text)) || is_made_by(&fold(&text));
    // In a list of staff, a column without a known heading may hold the posts: "Chef de bureau".
    let may_hold = field.is_name()
        || matches!(
            field,
            Order | Fiche | ActNumber | Field::Quartier | Field::Avenue | Field::Parcel | Field::Address
        );
    let is_numbered = row.cells.iter().any(|(column, value)| {
        column != first
            && matches!(field_of(*column), Order | Fiche | ActNumber)
            && value.display_text().bytes().any(|b| b.is_ascii_digit())
    });
    // A name or a letter below the age is no age: the row is not written in the columns of the table.
    let has_digit = |value: &CellValue| value.display_text().bytes().any(|b| b.is_ascii_digit());
    let describes = |field: Field, value: &CellValue| match field {
        Age | BirthDate | BirthYear => has_digit(value),
        Field::Sex => false,
        // "L'agent : KIALA" below the relation is no relation.
        field => field.is_personal() && !field.is_name() && signer_in(&value.display_text()).is_none(),
    };
    let others =
        || row.cells.iter().filter(|(column, _)| column != first).map(|(column, value)| (field_of(*column), value));
    let is_described = others().any(|(field, value)| describes(field, value));
    let has_relation_or_age = others().any(|(field, value)| matches!(field, Age | Relation) && describes(field, value));
    // In a list of names alone no cell tells a person from who signs.
    let of_person = [Age, BirthDate, BirthDatePlace, BirthYear, Father, Mother, Occupation, Order, Relation];
    let has_columns = || (0..MOST_COLUMNS).any(|column| of_person.contains(&field_of(column)));
    row.cells.len() <= MOST_CELLS
        && !is_numbered
        && (may_hold || is_sure)
        && match signer {
            // A person is not only dated: the date may be that of the signature.
            Signer::Title => !is_described || (is_sure && !has_relation_or_age),
            Signer::Word => !is_described && has_columns(),
        }
}

/// Whether a row names several who sign, or one with the name: `Le Chef de Quartier | Le Recenseur`, `L'Officier de l'état
/// civil | MUKUNA Pierre`. At the end of a table it is no person.
pub(super) fn are_signers(row: &GridRow) -> bool {
    const MOST_CELLS: usize = 4;
    if !(2..=MOST_CELLS).contains(&row.cells.len()) || !are_words(row) {
        return false;
    }
    let texts: Vec<String> = row.cells.iter().map(|(_, value)| value.to_text()).collect();
    let is_title = |text: &String| signer_in(text) == Some(Signer::Title);
    texts.iter().all(|text| signer_in(text).is_some()) || texts.len() == 2 && is_title(&texts[0])
}

/// Whether the cells of a row are words without digits, as the names of those who sign are.
pub(super) fn are_words(row: &GridRow) -> bool {
    row.cells.iter().all(|(_, value)| {
        matches!(value, CellValue::Text(text) if text.contains(char::is_alphabetic) && !text.contains(|c: char| c.is_ascii_digit()))
    })
}

/// Whether a row holds the parts of one name and nothing else of a person, save the sex.
pub(super) fn is_name_alone(row: &GridRow, field_of: impl Fn(u16) -> Field) -> bool {
    const MOST_CELLS: usize = 3;
    let may_stand = |(column, value): &(u16, CellValue)| {
        let field = field_of(*column);
        matches!(value, CellValue::Text(_)) && (field.is_name() || field == Field::Sex || !field.is_personal())
    };
    row.cells.len() <= MOST_CELLS && row.cells.iter().all(may_stand)
}

/// Words over the columns and beside the rows of a small table of counts.
const COUNT_HEADINGS: &str = "HOMMES FEMMES GARCONS FILLES TOTAL TOTAUX EFFECTIF EFFECTIFS MASCULIN FEMININ ENSEMBLE NOMBRE NBRE H F M G T HOMME FEMME \
    GARCON FILLE MASC FEM POURCENTAGE";

/// Whether a row is the heading of a small table of counts below a list: `Récap | Hommes | Femmes | Total`, `Mois |
/// Garçons | Filles`.
pub(super) fn opens_counts(row: &GridRow) -> bool {
    const OF_MANY: &str = "HOMMES FEMMES GARCONS FILLES TOTAL TOTAUX EFFECTIF EFFECTIFS ENSEMBLE MASCULIN FEMININ";
    const FIRST: &str = "RECAP|RECAPITULATIF|RECAPITULATION|SYNTHESE|RESUME|MOIS|AGE|AGES|TRANCHE D AGE|TRANCHES D AGE|GROUPE D AGE|CATEGORIE\
        |CATEGORIES|RUBRIQUE|DESIGNATION|LIBELLE|SEXE|AVENUE|AVENUES|RUE|QUARTIER|QUARTIERS|LOCALITE|ANNEE|TRIMESTRE|SEMAINE|STATISTIQUE|STATISTIQUES\
        |POPULATION|ETAT CIVIL|NATIONALITE|N|NO";
    const FEWEST: usize = 2;
    let texts: Vec<String> = row.cells.iter().map(|(_, value)| fold(&value.display_text())).collect();
    let is_in = |list: &str, text: &str| list.split_whitespace().any(|own| own == text);
    let is_first = |text: &str| FIRST.split('|').any(|own| own == text) || is_summary(text);
    let (counts, others): (Vec<&String>, Vec<&String>) = texts.iter().partition(|text| is_in(COUNT_HEADINGS, text));
    // "Récapitulation | H | F | Total" says by its first word what it is.
    let is_said = texts.first().is_some_and(|text| is_summary(text));
    row.cells.iter().all(|(_, value)| matches!(value, CellValue::Text(_)))
        && counts.len() >= FEWEST
        && (is_said || counts.iter().filter(|text| is_in(OF_MANY, text)).count() >= FEWEST)
        && others.len() <= 2
        && others.iter().all(|text| is_first(text))
}

/// Whether a row may be one of a small table of counts: one text and numbers.
pub(super) fn is_row_of_counts(row: &GridRow) -> bool {
    let is_number = |value: &CellValue| {
        let text = value.display_text();
        text.trim().trim_end_matches('%').trim_end().parse::<f64>().is_ok() || matches!(text.trim(), "-" | "–" | "/")
    };
    let n_texts = row.cells.iter().filter(|(_, value)| !is_number(value)).count();
    n_texts <= 1 && row.cells.len() > n_texts
}

/// Whether a row that begins like a total is that of a person of this surname: another part of the name, a sex and what
/// a total has not stand in their columns.
pub(super) fn is_person_called_total(row: &GridRow, columns: &TableColumns) -> bool {
    use Field::{Age, BirthDate, BirthDatePlace, Occupation, Relation};
    const SURNAMES: [&str; 4] = ["TOTAL", "REPORT", "SOMME", "EFFECTIF"];
    let text_of = |wanted: &dyn Fn(Field) -> bool| {
        let cell = row.cells.iter().find(|(column, _)| wanted(columns.field(*column)))?;
        Some(fold(&cell.1.display_text()))
    };
    let names: Vec<String> = row
        .cells
        .iter()
        .filter(|(column, _)| columns.field(*column).is_name())
        .flat_map(|(_, value)| fold(&value.display_text()).split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let is_counted = |word: &String| COUNTED.split_whitespace().any(|counted| counted == word);
    let is_word = |word: &String| word.len() >= 2 && !word.bytes().any(|b| b.is_ascii_digit()) && !is_counted(word);
    let has_name =
        names.first().is_some_and(|first| SURNAMES.contains(&first.as_str())) && names[1..].iter().any(is_word);
    let has_sex =
        text_of(&|field| field == Field::Sex).is_some_and(|sex| matches!(sex.as_str(), "M" | "F" | "H" | "G"));
    let is_described = text_of(&|field| matches!(field, Age | BirthDate | BirthDatePlace | Occupation | Relation));
    has_name && has_sex && is_described.is_some_and(|text| !text.is_empty())
}

/// Whether a text is a sentence, a signature or a stamp, and no name.
fn is_prose(text: &str) -> bool {
    const STARTS: &str = "FAIT A|SIGNATURE|CACHET|LE BOURGMESTRE|LE CHEF DE QUARTIER|CHEF DE QUARTIER|L AGENT\
        |AGENT RECENSEUR|SIGNATURES|NB|NOTE|NOTES|VU|POUR";
    if text.len() > MAX_TITLE {
        return true;
    }
    let folded = fold(text);
    // "NBALA" and "NOTEMBO" are names.
    let begins = |start: &str| folded.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    STARTS.split('|').any(begins)
        || closes_list(&folded)
        || folded.split(' ').count() >= 6
        || text.trim_end().ends_with(':')
}

/// Whether a row is a line of totals: it begins with such a word and has few cells.
pub(super) fn is_total(row: &GridRow) -> bool {
    const WORDS: [&str; 16] = [
        "ENSEMBLE",
        "TOTAL",
        "TOTAUX",
        "SOUS TOTAL",
        "S TOTAL",
        "S T",
        "TOT",
        "REPORT",
        "A REPORTER",
        "TOTAAL",
        "EFFECTIF",
        "NOMBRE DE PERSONNES",
        "NOMBRE TOTAL",
        "NBRE DE PERSONNES",
        "NBRE TOTAL",
        "SOMME",
    ];
    let is_word = |value: &CellValue| matches!(value, CellValue::Text(text) if text.trim().parse::<f64>().is_err());
    let n_texts = row.cells.iter().filter(|(_, value)| is_word(value)).count();
    let are_counts = || {
        let mut others = row.cells.iter().filter(|(_, value)| is_word(value)).skip(1);
        others.all(|(_, value)| is_count(&value.display_text()))
    };
    if row.cells.len() > 8 || (n_texts > 3 && !are_counts()) {
        return false;
    }
    let first_text = row.cells.iter().find_map(|(_, value)| match value {
        CellValue::Text(text) if text.len() > MAX_TITLE => Some(String::new()),
        CellValue::Text(text) => Some(fold(text)),
        _ => None,
    });
    let is_sum = |text: &str, word: &str| {
        let rest = text.strip_prefix(word).filter(|rest| rest.is_empty() || rest.starts_with(' '));
        // "S T" may be initials, and "Ensemble" begins titles: numbers alone must follow.
        rest.is_some_and(|rest| {
            !matches!(word, "S T" | "ENSEMBLE") || (rest.is_empty() && n_texts == 1 && row.cells.len() > 1)
        })
    };
    first_text.is_some_and(|text| WORDS.iter().any(|word| is_sum(&text, word)))
}

/// Whether a row has words in a column from this one on.
pub(super) fn has_words_from(row: &GridRow, from: u16) -> bool {
    row.cells.iter().any(|(column, value)| *column >= from && matches!(value, CellValue::Text(_)))
}

#[cfg(test)]
mod tests {
    use super::super::context_lines::tests::rows;
    use super::*;

    #[test]
    fn totals_and_notes_are_no_data_and_a_person_called_totala_is() {
        for (line, is_a_total) in [
            ("TOTAL PAGE 2|||60", true),
            ("|TOTAL GENERAL|194", true),
            ("1|TOTALA|MBALA|Bruno|M", false),
            ("S/T|8", true),
            ("Total H|8|Total F|8", true),
            ("S.T|MBALA|Bruno", false),
            ("Nombre de personnes : 24", true),
            ("Total|110 actes|G: 52|F: 58", true),
            ("Total|MBALA|Bruno|M", false),
        ] {
            assert_eq!(is_total(&rows(&[line])[0]), is_a_total, "{line}");
        }
        let fields = [Field::Order, Field::Nom, Field::Prenom, Field::Sex];
        let field_of = |column: u16| fields.get(usize::from(column)).copied().unwrap_or(Field::Other);
        for (line, reason) in [
            ("Fait à Kimbanseke, le 12 novembre 2017", Some("note")),
            ("12", Some("unfilled")),
            ("Exemple|MBALA|Bruno|M", Some("example")),
            ("Ex.|MBALA|Bruno|M", Some("example")),
            ("Exemple 2|MBALA|Bruno|M", Some("example")),
            ("BV 1|MBALA|Bruno|M", None),
            ("EX 3|MBALA|Bruno|M", None),
            ("EG4|MBALA|Bruno|M", None),
            ("VB 12|MBALA|Bruno|M", None),
            ("Hommes :|31|Femmes :|29", Some("total")),
            ("Nbre H.|12|Nbre F.|11", Some("total")),
            ("|Hommes|12|M", Some("total")),
            ("|Population|23", Some("total")),
            ("4|Enfant Paul|8|M", None),
            ("5|Masculin MBALA|12|M", None),
            ("|Enquêteur|KITOKO Robert|M", Some("note")),
            ("|Chef de rue : MBALA|Jean|M", Some("note")),
            ("|Agent : KITOKO|Robert", Some("note")),
            ("|AGENT|Robert|M", Some("note")),
            ("7|AGENT|Robert|M", None),
            ("7|ENQUETEUR|Robert|M", None),
            ("|Signature|Robert", Some("note")),
            ("Fait le 3/3/2017|KITOKO|Robert|M", Some("note")),
            ("clos le 31/12/2012", Some("note")),
            ("Arrêté le présent registre à 110 actes", Some("note")),
            ("|Ménage suivant", Some("note")),
            ("|Présents : 20||M", Some("total")),
            ("|sont 6 personnes", Some("total")),
            ("Majeurs|5|6|11", Some("total")),
            ("|CLOSE|Robert|M", None),
            ("|Le curé|Abbé Jean", Some("note")),
            ("|Infirmier titulaire : MOKE|Jean", Some("note")),
            ("Le Président du bureau||Le Secrétaire", Some("note")),
            ("|G :|17|F :|18", Some("total")),
            ("|Chef : MOKE|Jean|M", None),
            ("|en majuscules|en majuscules|M ou F", Some("example")),
            ("(1)|(2)|(3)|(4)", Some("unfilled")),
            ("12|||F", None),
            ("|(a déménagé en 2015)", Some("note")),
            ("|néant", Some("note")),
            ("M = 11|F = 13", Some("total")),
            ("|2 hommes 3 femmes", Some("total")),
            ("|23 personnes", Some("total")),
            ("*****|*****|*****", Some("unfilled")),
            ("3|RASSI", None),
            ("3|Kanyinda Ntumba Joël F 2013 fille", None),
            ("|ngoy ruth fille née en 2013", None),
            ("|Prière de compléter|2017", Some("note")),
            ("|Kinshasa, le 14 mars 2017|Signature", Some("note")),
            ("3|Prière|Ruth|F", None),
            ("3|LEMA 2", None),
            ("|Hommes|20", Some("total")),
            ("3|KANZA|20", None),
            ("3|||F", None),
        ] {
            assert_eq!(non_data_reason(&rows(&[line])[0], field_of), reason, "{line}");
        }
        for (line, is_heading) in [
            ("Récap|Hommes|Femmes|Total", true),
            ("Mois|Garçons|Filles", true),
            ("Tranche d'âge|M|F|Total|Ensemble", true),
            ("Hommes|Femmes", true),
            ("3|MBALA|M|F", false),
            ("MBALA|Femme|Total", false),
        ] {
            assert_eq!(opens_counts(&rows(&[line])[0]), is_heading, "{line}");
        }
        let formula = || CellValue::Error("=IF(C4=\"\",\"\",2018-YEAR(C4))".into());
        let field_of_form = |column: u16| [Field::Order, Field::Nom, Field::Age][usize::from(column)];
        for (cells, reason) in [
            (vec![(2, formula())], Some("unfilled")),
            (vec![(0, CellValue::Number(3.0)), (2, formula())], Some("unfilled")),
            (vec![(0, CellValue::Number(3.0)), (1, formula())], None),
            (vec![(1, CellValue::Text("MBALA".into())), (2, formula())], None),
            (vec![(2, CellValue::Error("#N/A".into()))], None),
        ] {
            assert_eq!(non_data_reason(&GridRow { row: 4, cells: cells.clone() }, field_of_form), reason, "{cells:?}");
        }
        let fields = [Field::Order, Field::Nom, Field::Relation, Field::Age, Field::Occupation];
        let field_of = |column: u16| fields.get(usize::from(column)).copied().unwrap_or(Field::Other);
        for (line, reason) in
            [("3||Enfant|5", None), ("4||Femme|31", None), ("5|||12|Enfant", None), ("|Enfants|5", Some("total"))]
        {
            assert_eq!(non_data_reason(&rows(&[line])[0], field_of), reason, "{line}");
        }
        let fields = [Field::Nom, Field::Postnom, Field::Sex, Field::BirthDate, Field::Relation];
        let field_of = |column: u16| fields.get(usize::from(column)).copied().unwrap_or(Field::Other);
        for (line, reason) in [
            ("Fait à Kinshasa le 20 juillet 2018||||L'agent: KIALA Joseph", Some("note")),
            ("Kinshasa, le 14 mars 2017||||Signature", Some("note")),
            ("Observations générales|RAS|||bon", Some("note")),
            ("Contrôlé par LUBOYA Jean|||le 3/8/2018|superviseur", Some("note")),
            ("Prière de compléter|||2017", Some("note")),
            ("Observation|MBALA|F|1990|fille", None),
            ("Observations|MBALA|F|1990|fille", None),
            ("PRIERE|MBALA|F|1990|fille", None),
        ] {
            assert_eq!(non_data_reason(&rows(&[line])[0], field_of), reason, "{line}");
        }
    }
}
