//! Titles, lines between rows and names of sheets that say the sex of the rows below: `LISTE DES FILLES`, `HOMMES`,
//! `II. GARÇONS`, `6e A filles`.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use crate::finding::{Finding, Severity};
use crate::record::{CellAt, Context, Field, FileName, GridRow, RowAt, Sex, fold};

use super::context_lines::year_in;
use super::non_data_rows::is_count;
use super::table_columns::TableColumns;

/// The sex that titles, lines and names give the rows of a sheet, and the rows that took it.
#[derive(Debug, Default)]
pub(super) struct SexOfRows {
    /// What the name of the sheet, or that of the file, says.
    of_names: Option<SexSource>,
    current: Option<SexSource>,
    /// Whether a title gave the current sex and no row has taken it.
    is_fresh: bool,
    /// The texts that gave rows their sex, and the place of the first.
    texts: Vec<String>,
    first: Option<CellAt>,
    n_rows: u64,
    /// Rows of tables without a column of the sex to which no text gives one.
    n_without: u64,
}

#[derive(Debug, Clone)]
struct SexSource {
    sex: Sex,
    text: String,
    at: CellAt,
}

impl SexOfRows {
    /// Begins with what the name of the sheet, or that of the file, says.
    pub(super) fn of_names([sheet, file]: [&str; 2], at: RowAt) -> Self {
        let source = |text: &str| match sex_of_title(&text.replace(['_', '-'], " "))? {
            SexTitle::One(sex) => Some(SexSource { sex, text: text.to_owned(), at: at.cell(None) }),
            SexTitle::Both | SexTitle::OtherList => None,
        };
        let of_names = source(sheet).or_else(|| source(FileName::of(file).stem));
        Self { current: of_names.clone(), of_names, ..Self::default() }
    }

    /// Takes the sex in a title for the rows below. Two titles above one table that differ give none.
    pub(super) fn take_title(&mut self, row: &GridRow, at: RowAt) {
        let title = row.cells.iter().find_map(|(column, value)| {
            let text = value.to_text();
            let title = sex_of_title(&text).filter(|_| !is_count_of_persons(&text))?;
            Some((*column, text, title))
        });
        let Some((column, text, title)) = title else { return };
        let is_other = |source: &SexSource| title != SexTitle::One(source.sex);
        if self.is_fresh && self.current.as_ref().is_some_and(is_other) {
            if title != SexTitle::OtherList {
                self.current = None;
            }
            return;
        }
        self.set(title, &text, RowAt { row: row.row, ..at }.cell(Some(column)));
        self.is_fresh = true;
    }

    /// Takes the sex in a line between rows, such as `HOMMES`, for the rows below; returns whether the row is one.
    pub(super) fn take_line(&mut self, row: &GridRow, at: RowAt) -> bool {
        let text = row.cells.iter().map(|(_, value)| value.to_text()).collect::<Vec<_>>().join(" ");
        let Some(title) = sex_of_line(&text) else { return false };
        let column = row.cells.first().map(|(column, _)| *column);
        self.set(title, &text, RowAt { row: row.row, ..at }.cell(column));
        true
    }

    fn set(&mut self, title: SexTitle, text: &str, at: CellAt) {
        self.current = match title {
            SexTitle::One(sex) => Some(SexSource { sex, text: text.trim().to_owned(), at }),
            SexTitle::Both => None,
            SexTitle::OtherList => self.of_names.clone(),
        };
        self.is_fresh = false;
    }

    /// Enters the sex into the context of the next row of data, if its table has no column of the sex.
    pub(super) fn enter(&mut self, columns: Option<&TableColumns>, contexts: &mut Vec<Context>) {
        const SEXES: [Field; 3] = [Field::Sex, Field::SexMale, Field::SexFemale];
        let has_column = columns.is_none_or(|columns| columns.has_any(&SEXES));
        let sex = if has_column { None } else { self.of_row() };
        if let Some(context) = contexts.last().filter(|context| context.sex != sex) {
            let context = Context { sex, ..context.clone() };
            contexts.push(context);
        }
    }

    /// The sex of the next row of a table without a column of the sex.
    fn of_row(&mut self) -> Option<Sex> {
        self.is_fresh = false;
        let Some(source) = &self.current else {
            self.n_without += 1;
            return None;
        };
        self.n_rows += 1;
        self.first = self.first.or(Some(source.at));
        if self.texts.last() != Some(&source.text) && !self.texts.contains(&source.text) {
            self.texts.push(source.text.clone());
        }
        Some(source.sex)
    }

    /// Adds one finding on the texts that gave rows their sex. No column of the sex is missing if each row took one.
    pub(super) fn add_finding(&self, findings: &mut Vec<Finding>) {
        const MOST_SHOWN: usize = 6;
        let Some(at) = self.first else { return };
        let is_of_missing = |finding: &Finding| {
            finding.rule == "column-missing"
                && finding.args.iter().any(|(name, value)| (*name, value.as_str()) == ("field", "sex"))
        };
        if self.n_without == 0 {
            findings.retain(|finding| !is_of_missing(finding));
        }
        let value = self.texts.iter().take(MOST_SHOWN).cloned().collect::<Vec<_>>().join(", ");
        let args = vec![("n", self.n_rows.to_string())];
        findings.push(Finding { rule: "sex-of-title", severity: Severity::Warning, at, value, args });
    }
}

/// Whether a text counts persons: `Filles : 12`. A year is no count.
fn is_count_of_persons(text: &str) -> bool {
    is_count(text) && year_in(text).is_none()
}

/// What a title says of the sex of the rows below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SexTitle {
    One(Sex),
    /// Men and women.
    Both,
    /// A list whose title says nothing of a sex: what a title above said no longer holds.
    OtherList,
}

/// The words for one sex, folded: of several persons, or as an adjective.
const MALE: &str = "GARCON GARCONS HOMME HOMMES MASCULIN MASCULINS MALE MALES MASC PAPAS MESSIEURS JONGENS MANNEN MANNELIJK BOYS RAPAZES \
    HOMENS MENINOS MASCULINO MASCULINOS MIBALI BABALI BABAKALA BALUME WANAUME WAVULANA";
const FEMALE: &str = "FILLE FILLES FEMME FEMMES FEMININ FEMININS FEMININE FEMININES FEMELLE FEMELLES FEM DAMES MAMANS MEISJES VROUWEN \
    VROUWELIJK GIRLS WOMEN FEMALE FEMALES MULHERES RAPARIGAS MENINAS FEMININO FEMININA FEMININAS BASI BANKENTO BAKAJI \
    WANAWAKE WASICHANA";
/// The words that may stand before a sex.
const BEFORE: &str = "LISTE LISTES LIST LIJST LISTA ORODHA MOKANDA LISTING NOMINATIVE NOMINATIF NOMINALE ALPHABETIQUE COMPLETE DEFINITIVE \
    PROVISOIRE GENERALE ACTUALISEE DES DE DU D LES LA LE L VAN DOS DAS YA WA OF THE ELEVES ELEVE ENFANTS ENFANT JEUNES JEUNE \
    ETUDIANTS CANDIDATS BENEFICIAIRES NAISSANCES PERSONNES PERSONNE PERSONNEL AGENTS MEMBRES POPULATION SEXE SEX GENRE GESLACHT SEXO JINSIA GROUPE SECTION \
    EQUIPE CATEGORIE CLASSE COTE PARTIE FEUILLE SUITE PAGE NOMS NOM RECENSEMENT REGISTRE ETAT RELEVE TABLEAU SENIORS SENIOR \
    JUNIORS JUNIOR CADETS CADETTES MINIMES ANNEE PRIMAIRE SECONDAIRE MATERNELLE";
/// Words behind a sex that make the text say something else.
const BEHIND: &str = "ET OU POUR AVEC SANS CONTRE LEURS LEUR SES SON ENFANT ENFANTS MENAGE MENAGES FAMILLE FAMILLES CHEF CHEFS EPOUX EPOUSE EPOUSES \
    MARI MARIS DROIT DROITS ACTION DEVELOPPEMENT SOLIDARITE PROMOTION PARITE";
/// Words for both sexes.
const BOTH: &str = "MIXTE MIXTES";
/// Words of a list, whose title ends what an earlier title said.
const LISTS: &str = "LISTE LISTES LIST LIJST LISTA ORODHA LISTING REGISTRE";

#[derive(Clone, Copy, PartialEq, Eq)]
enum TitleWord {
    Sex(Sex),
    Before,
    Both,
}

static WORDS: LazyLock<HashMap<&str, TitleWord, FixedState>> = LazyLock::new(|| {
    let of = |words: &'static str, word: TitleWord| words.split_whitespace().map(move |text| (text, word));
    of(BEFORE, TitleWord::Before)
        .chain(of(BOTH, TitleWord::Both))
        .chain(of(MALE, TitleWord::Sex(Sex::Male)))
        .chain(of(FEMALE, TitleWord::Sex(Sex::Female)))
        .collect()
});

/// Longest title that is read, in bytes.
const MAX_LENGTH: usize = 160;

/// What a title says of a sex; `None` if it says nothing.
///
/// The sex must be the first word that carries meaning in a part of the title: "Lycée de jeunes filles" and "Promotion
/// de la femme" say nothing of the persons below.
fn sex_of_title(text: &str) -> Option<SexTitle> {
    if text.len() > MAX_LENGTH || !text.contains(char::is_alphabetic) {
        return None;
    }
    let folded = fold(text);
    let words = || folded.split(' ').filter_map(|word| WORDS.get(word).copied());
    let has_sex = |sex: Sex| words().any(|word| word == TitleWord::Sex(sex));
    if words().any(|word| word == TitleWord::Both) || has_sex(Sex::Male) && has_sex(Sex::Female) {
        return Some(SexTitle::Both);
    }
    let parts = text.split([':', ',', ';', '(', ')', '–', '—', '|', '\n']).flat_map(|part| part.split(" - "));
    if let Some(sex) = parts.filter_map(sex_of_part).next() {
        return Some(SexTitle::One(sex));
    }
    let is_list = LISTS.split_whitespace().any(|list| folded.split(' ').next() == Some(list));
    is_list.then_some(SexTitle::OtherList)
}

/// The sex that begins a part of a title.
fn sex_of_part(part: &str) -> Option<Sex> {
    let folded = fold(part);
    let mut words = folded.split(' ').filter(|word| !word.is_empty());
    let sex = loop {
        let word = words.next()?;
        match WORDS.get(word) {
            Some(TitleWord::Sex(sex)) => break *sex,
            Some(TitleWord::Before) => {}
            _ if is_number_or_class(word) => {}
            _ => return None,
        }
    };
    let is_behind = |word: &str| BEHIND.split_whitespace().any(|behind| behind == word);
    (!words.any(is_behind)).then_some(sex)
}

/// Whether a word is a number, a Roman number, a letter or a class: `II`, `A`, `6EME`, `CM2`.
fn is_number_or_class(word: &str) -> bool {
    let is_roman = word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let has_digit = word.bytes().any(|b| b.is_ascii_digit());
    word.len() == 1 || is_roman || has_digit && word.len() <= 6
}

/// Whether a line between rows, all of it, names a sex. Counts of persons, `Filles : 12`, do not.
fn sex_of_line(text: &str) -> Option<SexTitle> {
    const MOST_WORDS: usize = 8;
    let folded = fold(text);
    let words = || folded.split(' ').filter(|word| !word.is_empty());
    let has_sex = words().any(|word| matches!(WORDS.get(word), Some(TitleWord::Sex(_) | TitleWord::Both)));
    if !has_sex || words().count() > MOST_WORDS || is_count_of_persons(text) {
        return None;
    }
    sex_of_title(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_one_sex_or_says_nothing_of_it() {
        use SexTitle::{Both, One, OtherList};
        let (male, female) = (Some(One(Sex::Male)), Some(One(Sex::Female)));
        for (titles, expected) in [
            (
                &[
                    "Liste des garçons",
                    "GARCONS",
                    "I. HOMMES",
                    "6e A garçons",
                    "Sexe : masculin",
                    "Seniors hommes",
                    "Wanaume",
                ][..],
                male,
            ),
            (
                &[
                    "Liste des filles inscrites en 2e secondaire - 2017/2018",
                    "LISTE NOMINATIVE DES FEMMES",
                    "EP MALULA : LISTE DES FILLES",
                    "liste_filles_3e_annee",
                    "Jeunes filles de 15 à 20 ans",
                    "Personnel féminin",
                    "B) Femmes enceintes",
                ],
                female,
            ),
            (&["Liste des garçons et filles", "Hommes / Femmes", "École mixte : élèves"], Some(Both)),
            (&["LISTE DES ENSEIGNANTS", "Liste établie le 12/03/2018"], Some(OtherList)),
            (
                &[
                    "Lycée de jeunes filles",
                    "Promotion de la femme",
                    "Femmes pour le développement",
                    "Les femmes et leurs enfants",
                    "MBALA LEMA",
                    "Femmes chefs de ménage et leurs familles",
                    "Quartier Boma",
                ],
                None,
            ),
        ] {
            for title in titles {
                assert_eq!(sex_of_title(&title.replace('_', " ")), expected, "{title}");
            }
        }
        assert_eq!(sex_of_line("LISTE DES ENSEIGNANTS"), None);
    }
}
