//! Lines that give the rows below them their context: block lines, which hold only labels and their values, such as
//! `Quartier : Boma   Avenue : Lodja`, and titles.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use crate::record::{CellValue, Context, GridRow, fold, is_commune};

use super::address_lines::{Label, address_labels, avenue_alone};

/// The words of each label, folded.
const LABELS: [(Label, &str); 8] = [
    (Label::Fiche, "FICHE DE MENAGE|FICHE MENAGE|FICHE|MENAGE|N MENAGE|HOUSEHOLD|HUISHOUDEN"),
    (Label::Quartier, "QUARTIER|WIJK"),
    (Label::Avenue, "AVENUE|RUE|AV|LAAN|STRAAT|STREET"),
    (Label::Number, "PARCELLE|N PARCELLE|NUMERO|NO|N|N AVENUE|N DE PARCELLE|N DE LA PARCELLE|NUMERO PARCELLE|PERCEEL"),
    (
        Label::Year,
        "ANNEE|EXERCICE|RECENSEMENT|DENOMBREMENT|JAAR|YEAR|DATE DU PASSAGE|DATE DE PASSAGE|DATE DU RECENSEMENT|DATE DE RECENSEMENT\
         |DATE DE L ENQUETE|DATE D ENQUETE|DATE ENQUETE|DATE RECENSEMENT|PASSAGE|PASSAGE DU|PASSAGE LE",
    ),
    (
        Label::Head,
        "CHEF DE MENAGE|NOM DU CHEF DE MENAGE|NOMS DU CHEF DE MENAGE|NOM CHEF DE MENAGE|CHEF DU MENAGE|NOM DU CHEF\
         |NOMS DU CHEF|NOM DU RESPONSABLE|NOM DU CM|CHEF DE FAMILLE|RESPONSABLE DU MENAGE|CHEF|CM|RESPONSABLE|GEZINSHOOFD",
    ),
    (
        Label::Family,
        "FAMILLE|FAMILLE DE|FAMILLE DE LA VEUVE|FAMILLE DU VEUF|MENAGE DE|MENAGE DE LA VEUVE|MENAGE DU VEUF|MENAGE DE MR\
         |MENAGE DE M|MENAGE DE MME|MENAGE DE MADAME|MENAGE DE MONSIEUR|MENAGE DE PAPA|MENAGE DE MAMAN|MENAGE FAMILLE\
         |FOYER DE|LIBOTA YA",
    ),
    (Label::Ignored, "COMMUNE|CELLULE|BLOC|LOCALITE|PROVINCE|VILLE|DISTRICT|TELEPHONE|ADRESSE"),
];

/// The label that equals a text.
fn exact_label(text: &str) -> Option<Label> {
    /// Searched for every cell of text.
    static BY_WORD: LazyLock<HashMap<&str, Label, FixedState>> = LazyLock::new(|| {
        LABELS.iter().flat_map(|(label, words)| words.split('|').map(|word| (word, *label))).collect()
    });
    BY_WORD.get(fold(text).as_str()).copied()
}

/// The label and the value in a text with one label.
fn label_of(text: &str) -> Option<(Label, String)> {
    let (before, after) = text.split_once(':').unwrap_or((text, ""));
    if let Some(label) = exact_label(before) {
        // "Chef" alone may be a cell of a row of data.
        let is_label = text.contains(':') || !(is_short_head(before) || label == Label::Family);
        return is_label.then(|| (label, after.trim().to_owned()));
    }
    // Without a colon: "Quartier Batumona", "N° 26", "FICHE DE MENAGE N° 26".
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..words.len()).rev().find_map(|n| {
        let label = exact_label(&words[..n].join(" "))?;
        let value = words[n..].join(" ").trim_start_matches([':', ' ']).to_owned();
        // "Fiche de ménage du quartier Boma" is a title; the line of a fiche has a number.
        let is_label = match label {
            Label::Fiche => begins_with_number(&value),
            Label::Family => is_family_name(&value) || is_surname(&words[..n], &value),
            Label::Head => !is_short_head(&words[..n].join(" ")),
            _ => true,
        };
        is_label.then_some((label, value))
    })
}

/// Whether a value is a number, with or without a number sign: `26`, `N° 26`. "Fiche collective des ménages - avril
/// 2022" is a title.
fn begins_with_number(value: &str) -> bool {
    const SIGNS: [&str; 7] = ["", "N", "NO", "NR", "NUM", "NUMERO", "NUMBER"];
    let mut words = value.split_whitespace().filter(|word| !SIGNS.contains(&fold(word).as_str()));
    words.next().is_some_and(|word| word.bytes().any(|b| b.is_ascii_digit()))
}

/// Whether a label of the head is one word, which may be a value.
fn is_short_head(label: &str) -> bool {
    exact_label(label) == Some(Label::Head) && !label.trim().contains(' ')
}

/// Whether a text is the name of a family or of its head: two to five words of letters, one of them in capitals, none a
/// place.
fn is_family_name(value: &str) -> bool {
    const PLACES: &str = "COMMUNE QUARTIER AVENUE VILLE ZONE PARCELLE RUE CELLULE BLOC";
    let words: Vec<&str> = value.split_whitespace().collect();
    let is_word = |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
    let is_place = |word: &&str| PLACES.split(' ').any(|place| place == fold(word));
    (2..=5).contains(&words.len())
        && words.iter().all(is_word)
        && words.iter().any(|word| word.chars().count() >= 3 && word.chars().all(char::is_uppercase))
        && !words.iter().any(is_place)
}

/// Whether the text behind "Famille" is a surname in capitals.
fn is_surname(label: &[&str], value: &str) -> bool {
    let is_capital = |c: char| c.is_uppercase() || matches!(c, ' ' | '-' | '\'');
    matches!(label, ["Famille" | "FAMILLE" | "famille"]) && value.len() >= 3 && value.chars().all(is_capital)
}

/// The labels and values of one cell: `Quartier : Boma Avenue : Lodja`, `Quartier Boma, Avenue Lodja, N° 12`, `FICHE N°
/// 26`.
fn labels_in(text: &str) -> Vec<(Label, String)> {
    if text.len() > MAX_TITLE {
        return Vec::new();
    }
    if let Some(labels) = address_labels(text).filter(|_| !is_avenue_before_number(text)) {
        return labels;
    }
    let by_colon = (text.matches(':').count() >= 2).then(|| labels_by_colon(text)).flatten();
    if let Some(labels) = by_colon {
        return labels;
    }
    let text = &*quartier_in_full(text);
    let parts = text.split([',', ';', '|', '–', '\t']).flat_map(|part| part.split(" - "));
    let parts: Vec<&str> = parts.flat_map(|part| part.split(" / ")).collect();
    let labels: Vec<(Label, String)> = parts.iter().filter_map(|part| label_of(part.trim())).collect();
    if parts.len() >= 2 && labels.len() == parts.len() { labels } else { label_of(text).into_iter().collect() }
}

/// Whether a text is an avenue and the number behind a sign and a comma: `Avenue Lodja, N° 12`.
fn is_avenue_before_number(text: &str) -> bool {
    let parts = text.split_once(',').map(|(first, rest)| [first, rest].map(|part| label_of(part.trim())));
    let is_number_alone = |number: String| !number.contains([',', '/', '(']);
    match parts {
        Some([Some((Label::Avenue, _)), Some((Label::Number, number))]) => is_number_alone(number),
        _ => false,
    }
}

/// The text with "Quartier" for "Q/" before a name: `Q/MABINDA`.
fn quartier_in_full(text: &str) -> Cow<'_, str> {
    let rest =
        ["Q/", "q/", "Q. ", "Q : ", "Q: ", "Qtier ", "Qter ", "Q/ "].iter().find_map(|sign| text.strip_prefix(sign));
    match rest.filter(|rest| rest.trim_start().starts_with(char::is_alphabetic)) {
        Some(rest) => Cow::Owned(format!("Quartier {}", rest.trim_start())),
        None => Cow::Borrowed(text),
    }
}

/// Labels that are each followed by a colon; the value stands between the colon and the next label.
fn labels_by_colon(text: &str) -> Option<Vec<(Label, String)>> {
    let parts: Vec<&str> = text.split(':').collect();
    let (last, labelled) = parts.split_last()?;
    let mut labels = Vec::new();
    for (index, part) in labelled.iter().enumerate() {
        let words: Vec<&str> = part.split_whitespace().collect();
        let first = usize::from(index > 0).min(words.len());
        let (label, at) = (first..words.len()).find_map(|at| Some((exact_label(&words[at..].join(" "))?, at)))?;
        if let Some((_, value)) = labels.last_mut() {
            *value = words[..at].join(" ");
        } else if at > 0 {
            return None;
        }
        labels.push((label, String::new()));
    }
    if let Some((_, value)) = labels.last_mut() {
        *value = last.trim().to_owned();
    }
    Some(labels)
}

/// The labels and values of a block line; `None` for a row with other cells.
pub(super) fn block_line(row: &GridRow) -> Option<Vec<(Label, String)>> {
    if row.cells.len() > 12 {
        return None;
    }
    let mut labels: Vec<(Label, String)> = Vec::new();
    for (_, value) in &row.cells {
        let text = value.display_text();
        let own = if matches!(value, CellValue::Text(_)) { labels_in(&text) } else { Vec::new() };
        if own.is_empty() {
            match labels.last_mut() {
                Some((_, value)) if value.is_empty() => *value = text.into_owned(),
                _ => return None,
            }
        }
        for (label, value) in own {
            match labels.last_mut() {
                // "N°" after a fiche is the fiche's number, elsewhere the parcel's.
                Some((Label::Fiche, number)) if label == Label::Number && number.is_empty() => *number = value,
                _ => labels.push((label, value)),
            }
        }
    }
    let only_number = labels.iter().all(|(label, _)| *label == Label::Number);
    (!labels.is_empty() && !only_number).then_some(labels)
}

/// The number behind a number sign: `26` of `N° 26`.
pub(super) fn number_in(text: &str) -> Option<String> {
    label_of(text).filter(|(label, _)| *label == Label::Number).map(|(_, number)| number)
}

/// What the block lines since the last row of data have given.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct BlockState {
    has_fiche: bool,
    has_address: bool,
    /// Whether the current avenue belongs to one household's block and not to a section of many households.
    avenue_is_of_block: bool,
}

impl BlockState {
    /// Records that a row of data was read: the next block line begins a new block.
    pub(super) fn end_block(&mut self) {
        (self.has_fiche, self.has_address) = (false, false);
    }

    /// Ends the household of the block above at the address of another one.
    fn end_household(&self, context: &mut Context, is_same: impl Fn(&Context) -> bool) {
        if !self.has_fiche && !self.has_address && !is_same(context) {
            context.fiche = None;
        }
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
                Label::Quartier if !value.is_empty() => context.quartier = Some(place_alone(&value)),
                Label::Avenue => {
                    self.end_household(&mut context, |above| above.avenue.as_ref() == Some(&value));
                    context.avenue = Some(value);
                    context.parcel = None;
                    (self.has_address, self.avenue_is_of_block) = (true, self.has_fiche);
                }
                Label::Number => {
                    context.parcel = Some(value);
                    self.has_address = true;
                }
                Label::Parcel => {
                    self.end_household(&mut context, |above| above.parcel.as_ref() == Some(&value));
                    context.avenue = context.avenue.map(|line| avenue_alone(&line).to_owned());
                    context.parcel = Some(value);
                    self.has_address = true;
                }
                Label::Year => context.year = year_in(&value).or_else(|| year_of_short_date(&value)).or(context.year),
                Label::Family => {
                    (context.fiche, context.is_block) = (Some(value), true);
                    self.has_fiche = true;
                }
                Label::Quartier | Label::Head | Label::Ignored => {}
            }
        }
        context
    }
}

/// The text without the word that says that the block above goes on: `Ménage 5 (suite)`, `suite Bongandanga 5`; `None`
/// if it has no such word.
pub(super) fn without_suite(text: &str) -> Option<String> {
    const WORDS: [&str; 4] = ["SUITE", "VERVOLG", "CONTINUED", "CONT"];
    let words = || text.split_whitespace();
    let is_suite = |word: &&str| WORDS.contains(&fold(word).as_str());
    let without: Vec<&str> = words().filter(|word| !is_suite(word)).collect();
    (without.len() < words().count()).then(|| without.join(" ").trim_end_matches(['-', '–', ' ', ',']).to_owned())
}

/// Longest text that may be a title, a label or a total, in bytes. A longer text is prose.
pub(super) const MAX_TITLE: usize = 400;

/// Adds the year and the quartier in a title row to the context of the rows below. Returns the title whose year was
/// only guessed to be that of the list.
pub(super) fn add_title(context: &mut Context, row: &GridRow, this_year: Option<i32>) -> Option<String> {
    let mut guessed = None;
    let may_guess = !describes_one_person(row);
    for (_, value) in &row.cells {
        let text = value.display_text();
        context.year = year_in_title(&text).or(context.year);
        if context.round_year().is_none() && may_guess {
            context.year = year_of_list(&text, this_year);
            guessed = context.year.map(|_| text.to_string()).or(guessed);
        }
        context.quartier = context.quartier.take().or_else(|| quartier_in_title(&text));
        drop_commune_of_file(context, &text);
    }
    // "Quartier | Kingabwa | Date : | 3/8/2014": the label and its value stand in two cells.
    if context.quartier.is_none() && row.cells.iter().any(|(_, value)| value.display_text().contains(':')) {
        let text = row.cells.iter().map(|(_, value)| value.to_text()).collect::<Vec<_>>().join("  ");
        context.quartier = quartier_in_title(&text);
        context.year = year_in_title(&text).or(context.year);
    }
    guessed
}

/// Whether a row with a date may be of one person, whose heading is not known: it has many cells, a word for the birth,
/// or words beside a bare date. The date is not that of the list.
fn describes_one_person(row: &GridRow) -> bool {
    const MOST_CELLS: usize = 3;
    let text = |value: &CellValue| value.display_text().into_owned();
    let is_of_birth = |value: &CellValue| {
        let folded = fold(&text(value));
        folded.split(' ').any(|word| word.starts_with("NAISS") || matches!(word, "NE" | "NEE" | "DN" | "DDN" | "DOB"))
    };
    let is_bare = |value: &CellValue| !text(value).contains(char::is_alphabetic);
    let has = |is_wanted: &dyn Fn(&CellValue) -> bool| row.cells.iter().any(|(_, value)| is_wanted(value));
    let has_label = has(&|value| text(value).contains(':'));
    row.cells.len() > MOST_CELLS || has(&is_of_birth) || row.cells.len() > 1 && has(&is_bare) && !has_label
}

/// Drops the quartier of the file's name if a line names the commune so: `COMMUNE DE KASA-VUBU`.
fn drop_commune_of_file(context: &mut Context, text: &str) {
    const LONGEST: usize = 3;
    let Some(of_file) = context.quartier_of_file.as_deref().filter(|_| text.len() <= MAX_TITLE) else { return };
    let folded = fold(text);
    let of_file = format!(" {} ", fold(of_file));
    let words: Vec<&str> = folded.split(' ').collect();
    let names = words.iter().enumerate().filter(|(_, word)| **word == "COMMUNE").map(|(at, _)| {
        let rest = &words[at + 1..];
        &rest[usize::from(rest.first().is_some_and(|word| *word == "DE"))..]
    });
    let is_of_file = |name: &[&str]| {
        let has = |n: usize| {
            let some = name.get(..n).unwrap_or_default();
            is_commune(&some.concat())
                && [" ", ""].iter().any(|sign| of_file.contains(&format!(" {} ", some.join(sign))))
        };
        (1..=LONGEST).any(has)
    };
    if names.into_iter().any(is_of_file) {
        context.quartier_of_file = None;
    }
}

/// Adds the year and the quartier that a block line gives behind no label: `COMMUNE DE LIMETE  Quartier MOSOSO`,
/// `QUARTIER KINGABWA   RECENSEMENT DE MARS 2017`. Above the first table, a year without a word is taken as in
/// [`add_title`]; the text that gave it is returned.
pub(super) fn add_unlabelled(
    context: &mut Context,
    row: &GridRow,
    labels: &[(Label, String)],
    this_year: Option<i32>,
    has_table: bool,
) -> Option<String> {
    let has = |wanted: Label| labels.iter().any(|(label, value)| *label == wanted && !value.trim().is_empty());
    let text = row.cells.iter().map(|(_, value)| value.to_text()).collect::<Vec<_>>().join("  ");
    if !has(Label::Quartier) {
        context.quartier = quartier_in_title(&text).or(context.quartier.take());
    }
    if !labels.iter().any(|(label, value)| *label == Label::Year && year_in(value).is_some()) {
        context.year = year_in_title(&text).or(context.year);
    }
    drop_commune_of_file(context, &text);
    let may_guess = !has_table && has(Label::Quartier) && context.round_year().is_none();
    context.year = context.year.or_else(|| year_of_list(&text, this_year).filter(|_| may_guess));
    (may_guess && context.year.is_some()).then_some(text)
}

/// The quartier that a title names: `RECENSEMENT DU QUARTIER BOMA 2017`. "Chef de quartier" is followed by a person.
fn quartier_in_title(text: &str) -> Option<String> {
    const WORDS: [&str; 6] = ["QUARTIER", "QUART", "QTIER", "QTER", "QRT", "WIJK"];
    let folded: Vec<(String, &str)> = text.split_whitespace().map(|word| (fold(word), word)).collect();
    if text.len() > MAX_TITLE {
        return None;
    }
    let is_of_chief = |at: usize| {
        let above = &folded[at.saturating_sub(2)..at];
        above.iter().any(|(word, _)| matches!(word.as_str(), "CHEF" | "CHEFFE" | "CHEFS" | "LECHEF"))
    };
    let is_label = |at: &usize| WORDS.contains(&folded[*at].0.as_str()) && !is_of_chief(*at);
    let at = (0..folded.len()).find(is_label)?;
    let rest: Vec<&str> = folded[at + 1..].iter().skip_while(|(word, _)| word.is_empty()).map(|own| own.1).collect();
    let place = place_alone(&rest.join(" "));
    place.contains(char::is_alphanumeric).then_some(place)
}

/// The name of a place without what follows it in its line: another label, the year, the commune.
fn place_alone(text: &str) -> String {
    const STOPS: &str = "RECENSEMENT DENOMBREMENT ENQUETE ANNEE EXERCICE COMMUNE AVENUE RUE CELLULE VILLE FICHE FICHES REGISTRE DATE MOIS \
        PROVINCE PARCELLE NAISSANCES NAISSANCE MENAGES LISTE SUITE PAGE FEUILLE";
    const MONTHS: &str = "JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE";
    const LINKS: [&str; 8] = ["DE", "DU", "DES", "D", "LE", "EN", "LA", "AU"];
    let text = text.split([',', ';', '(', '–', ':', '|']).map(str::trim).find(|part| !part.is_empty());
    let is_in = |list: &str, word: &str| list.split_whitespace().any(|own| own == word);
    let mut is_cut = false;
    let words = text.unwrap_or_default().split_whitespace().take_while(|word| {
        let folded = fold(word);
        is_cut = year_in(word).is_some() || folded.split(' ').next().is_some_and(|first| is_in(STOPS, first));
        !is_cut
    });
    let mut words: Vec<&str> = words.collect();
    if let Some(sign) = words.iter().position(|word| fold(word).is_empty())
        && is_commune(&words[sign + 1..].join(" "))
    {
        words.truncate(sign);
    }
    while is_cut && words.len() >= 2 {
        let last = fold(words[words.len() - 1]);
        let before = fold(words[words.len() - 2]);
        let is_number = |word: &str| matches!(word.len(), 1 | 2) && word.bytes().all(|b| b.is_ascii_digit());
        // "17 Mai" is a quartier.
        let is_date = is_in(MONTHS, &last) && (!is_number(&before) || words.len() >= 3);
        if is_date && is_number(&before) {
            words.pop();
        }
        if !(is_date || last.is_empty() || LINKS.contains(&last.as_str())) {
            break;
        }
        words.pop();
    }
    while words.last().is_some_and(|word| fold(word).is_empty()) {
        words.pop();
    }
    words.join(" ")
}

/// The last year from 1950 to 2099 that stands as a word of its own.
pub(crate) fn year_in(text: &str) -> Option<i32> {
    let words = text.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4);
    words.filter_map(|word| word.parse().ok()).rfind(|year| (1950..2100).contains(year))
}

/// The year in a title of a census or a register.
fn year_in_title(text: &str) -> Option<i32> {
    let folded = if text.len() > MAX_TITLE { String::new() } else { fold(text) };
    let words = ["RECENSEMENT", "REGISTRE", "ANNEE", "NAISSANCES", "EXERCICE", "DENOMBREMENT"];
    let is_of_title = || words.iter().any(|word| folded.contains(word)) || has_dated_label(&folded, text);
    year_in(text).filter(|_| is_of_title()).or_else(|| year_of_short_date(text).filter(|_| is_of_title()))
}

/// Whether a title has the word "Date" with a colon behind it. The date of a birth is not that of the list.
fn has_dated_label(folded: &str, text: &str) -> bool {
    let mut words = folded.split(' ').skip_while(|word| *word != "DATE");
    words.next().is_some() && text.contains(':') && !words.take(2).any(|word| word.starts_with("NAISS"))
}

/// The year of a date with two digits for it: `15/03/19`.
fn year_of_short_date(text: &str) -> Option<i32> {
    const LAST: i32 = 49;
    let date = |word: &str| {
        let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
        let [day, month, year] = parts[..] else { return None };
        let number = |part: &str| if matches!(part.len(), 1 | 2) { part.parse::<i32>().ok() } else { None };
        let is_date = (1..=31).contains(&number(day)?) && (1..=12).contains(&number(month)?) && year.len() == 2;
        number(year).filter(|year| is_date && *year <= LAST).map(|year| 2000 + year)
    };
    text.split([' ', ',', ';', ':', '(', ')']).find_map(date)
}

/// The year in a title of any other list: `LISTE DES ELEVES 2018`, `Au 31/12/2018`, `Kinshasa, le 12/05/2018`. The year
/// of a law, of a foundation or of births is none, nor is one that is yet to come.
fn year_of_list(text: &str, this_year: Option<i32>) -> Option<i32> {
    const OTHERS: &str = "LOI CONSTITUTION ORDONNANCE DECRET ARTICLE DEPUIS FONDE FONDEE CREE CREEE NE NEE NES NEES GENERATION VERSION MODELE \
        FORMULAIRE TEL TELEPHONE BP ENTRE AVANT APRES PROMOTION LAW SINCE BORN FOUNDED WET SINDS GEBOREN LEI DESDE NASCIDOS";
    let folded = if text.len() > MAX_TITLE { String::new() } else { fold(text) };
    let is_of_other = folded.split(' ').any(|word| OTHERS.split(' ').any(|other| other == word))
        || folded.contains("ARRETE N")
        || folded.strip_prefix("ARRETE ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        || folded.contains("ARRETE MINISTERIEL");
    let is_past = |year: &i32| this_year.is_none_or(|this_year| *year <= this_year);
    year_in(text).filter(is_past).filter(|_| !folded.is_empty() && !is_of_other)
}

/// The year in a line that closes a list: `Fait à Kinshasa, le 12/05/2018`, `Arrêtée au 31/12/2018`.
pub(super) fn year_of_closing(text: &str) -> Option<i32> {
    const STARTS: &str = "FAIT A |FAIT LE |FAITE A |DRESSE A |DRESSE LE |DRESSEE |ARRETE A |ARRETE AU |ARRETE LE |ARRETEE |CLOS LE \
        |CLOTURE |GEDAAN |OPGEMAAKT |DONE AT |DONE ON |FEITO |IMETOLEWA |ESALEMI ";
    let folded = if text.len() > MAX_TITLE { String::new() } else { fold(text) };
    let is_closing = STARTS.split('|').any(|start| folded.starts_with(start.trim_end_matches(['\n'])));
    year_in(text).filter(|_| is_closing)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The rows of a sheet from lines with cells divided by `|`; a cell that parses as a number is one. The first row
    /// is 1.
    pub(in super::super) fn rows(lines: &[&str]) -> Vec<GridRow> {
        let value = |text: &str| text.parse().map_or_else(|_| CellValue::Text(text.into()), CellValue::Number);
        let row = |(line, row): (&&str, u32)| {
            let cells = line.split('|').map(str::trim).enumerate().filter(|(_, text)| !text.is_empty());
            GridRow { row, cells: cells.map(|(column, text)| (column as u16, value(text))).collect() }
        };
        lines.iter().zip(1..).map(row).filter(|row| !row.cells.is_empty()).collect()
    }

    #[test]
    fn a_block_line_has_labels_and_a_row_of_data_has_none() {
        use Label::{Avenue, Family, Fiche, Head, Ignored, Number, Quartier, Year};
        let address = [(Quartier, "17 Mai"), (Avenue, "Lodja"), (Number, "164")];
        for (line, expected) in [
            ("FICHE DE MÉNAGE||N° 26", &[(Fiche, "26")][..]),
            ("Quartier|17 Mai|Avenue|Lodja|N°|164", &address),
            ("Quartier : 17 Mai   Avenue : Lodja   N° : 164", &address),
            ("Quartier 17 Mai, Avenue Lodja, N° 164", &address),
            ("Quartier :|Malonda||Année :|2017", &[(Quartier, "Malonda"), (Year, "2017")]),
            ("Fiche de ménage du quartier Boma", &[]),
            ("Fiche collective des ménages - avril 2022", &[]),
            ("Fiche des ménages 2022", &[]),
            ("FICHE DE MENAGE - Quartier Salongo, avril 2022", &[]),
            ("Ménage - 12", &[(Fiche, "12")]),
            ("Ménage numéro 12 bis", &[(Fiche, "numéro 12 bis")]),
            ("1|MBALA|LEMA|Bruno", &[]),
            ("MBALA|LEMA|Bruno", &[]),
            ("Av. Kasa-Vubu n°58|MBALA|LEMA", &[]),
            ("Chef : VETO SANA Marc", &[(Head, "VETO SANA Marc")]),
            ("Chef|VETO SANA Marc", &[]),
            ("Famille VETO SANA Marc", &[(Family, "VETO SANA Marc")]),
            ("Ménage de la veuve NZUZI Thérèse", &[(Family, "NZUZI Thérèse")]),
            ("Fiche de ménage|||date du passage: 14/09/2018", &[(Fiche, ""), (Year, "14/09/2018")]),
            ("Commune de Kimbanseke / Quartier Boma", &[(Ignored, "de Kimbanseke"), (Quartier, "Boma")]),
            ("Q/MABINDA", &[(Quartier, "MABINDA")]),
        ] {
            let labels = block_line(&rows(&[line])[0]).unwrap_or_default();
            let expected: Vec<(Label, String)> =
                expected.iter().map(|(label, value)| (*label, (*value).into())).collect();
            assert_eq!(labels, expected, "{line}");
        }
    }

    #[test]
    fn a_sections_avenue_holds_for_all_its_households_and_a_blocks_own_for_one() {
        for (first_lines, first_place, second_place) in [
            (["AVENUE KASAVUBU", "Ménage N° 1"], [Some("KASAVUBU"), None], [Some("KASAVUBU"), None]),
            (["Ménage N° 1", "Avenue Lodja, N° 12"], [Some("Lodja"), Some("12")], [None, None]),
        ] {
            let mut block = BlockState::default();
            let add = |block: &mut BlockState, context, line| {
                block.add_labels(context, &block_line(&rows(&[line])[0]).expect("a block line"))
            };
            let first =
                first_lines.into_iter().fold(Context::default(), |context, line| add(&mut block, context, line));
            assert_eq!([first.avenue.as_deref(), first.parcel.as_deref()], first_place);
            block.end_block();
            let second = add(&mut block, first, "Ménage N° 2");
            assert_eq!([second.avenue.as_deref(), second.parcel.as_deref()], second_place);
        }
    }

    #[test]
    fn a_title_or_a_closing_line_gives_the_year_and_a_law_does_not() {
        for (title, year) in [
            ("LISTE DES ELEVES 2018", Some(2018)),
            ("Année scolaire 2017-2018", Some(2018)),
            ("Liste arrêtée au 31/12/2018", Some(2018)),
            ("du 12 au 15 mars 2018", Some(2018)),
            ("Loi n° 16 du 20 juillet 2011", None),
            ("Enfants nés en 2012", None),
            ("École fondée en 1956", None),
            ("Constitution du 18 février 2006", None),
            ("Arrêté 008 du 12 mars 2011", None),
            ("Objectifs du programme 2025-2030", None),
            ("Projet PNUD 2030", None),
            ("Liste de mars 2026", Some(2026)),
        ] {
            assert_eq!(year_of_list(title, Some(2026)), year, "{title}");
        }
        assert_eq!(year_of_closing("Fait à Kinshasa, le 12/05/2018"), Some(2018));
        assert_eq!(year_of_closing("Naissance le 12/05/2018"), None);
    }

    #[test]
    fn a_title_names_its_quartier() {
        for (title, quartier) in [
            ("RECENSEMENT DU QUARTIER BOMA 2017", Some("BOMA")),
            ("COMMUNE DE KIMBANSEKE - QUARTIER 17 MAI - ANNEE 2017", Some("17 MAI")),
            ("Quartier : Waya-Waya", Some("Waya-Waya")),
            ("RECENSEMENT 2017", None),
            ("VILLE DE KINSHASA  COMMUNE DE LIMETE  Quartier MOSOSO", Some("MOSOSO")),
            ("Le chef de quartier : MUKALA Edouard", None),
            ("Chef de quartier MUKALA, quartier Boma", Some("Boma")),
        ] {
            assert_eq!(quartier_in_title(title).as_deref(), quartier, "{title}");
        }
    }

    #[test]
    fn a_line_of_several_labels_gives_quartier_and_year_in_any_order() {
        for (line, quartier, year) in [
            ("Q/ Ngilima  - commune de Kasa-Vubu - dénombrement juillet 2018", "Ngilima", 2018),
            ("COMMUNE DE NGABA  -  QUARTIER  MPILA   -   DENOMBREMENT AOUT 2014", "MPILA", 2014),
            ("QUARTIER KINGABWA   RECENSEMENT DE MARS 2017", "KINGABWA", 2017),
            ("Quartier Kingabwa, dénombrement août 2014", "Kingabwa", 2014),
            ("COMMUNE DE LIMETE    QUARTIER : KINGABWA    DATE : 3/8/2014", "KINGABWA", 2014),
            ("DENOMBREMENT DE JUIN 2016 QUARTIER MPILA", "MPILA", 2016),
            ("VILLE DE KINSHASA / COMMUNE DE LIMETE / QUARTIER MOSOSO / RECENSEMENT 12.3.19", "MOSOSO", 2019),
            ("VILLE DE KINSHASA COMMUNE DE LIMETE QUARTIER MOSOSO AVENUE LODJA ANNEE 2018", "MOSOSO", 2018),
            ("Recensement août 2014 du quartier Kingabwa", "Kingabwa", 2014),
            ("Quartier 17 Mai 2017", "17 Mai", 2017),
            ("Quartier Boma 17 mai 2017", "Boma", 2017),
            ("Quartier Mbanza Lemba 2015", "Mbanza Lemba", 2015),
            ("Quartier : Kingabwa - Limete|Recensement|août 2014", "Kingabwa", 2014),
            ("Quartier|Kingabwa|Date :|3/8/2014", "Kingabwa", 2014),
        ] {
            let row = &rows(&[line])[0];
            let mut context = Context::default();
            match block_line(row) {
                Some(labels) => {
                    context = BlockState::default().add_labels(context, &labels);
                    add_unlabelled(&mut context, row, &labels, Some(2026), false);
                }
                None => drop(add_title(&mut context, row, Some(2026))),
            }
            assert_eq!((context.quartier.as_deref(), context.year), (Some(quartier), Some(year)), "{line}");
        }
    }
}
