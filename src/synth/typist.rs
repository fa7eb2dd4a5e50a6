//! The habits of one file: layout, headers, letter case, spelling of sexes, dates and relations.

use chrono::{Datelike, NaiveDate};

use crate::error::Result;
use crate::record::{Category, MaritalStatus, Relation, Sex};

use super::commune::Commune;
use super::entry::{BirthEntry, PersonEntry};
use super::layout::{ColumnContent, ColumnContent as C, Layout};
use super::random::RandomStream;
use super::sheet_file::{FileFormat, SheetCell, SheetFile};
use super::words::WORDS;

pub(super) struct Typist {
    pub(super) layout: &'static Layout,
    pub(super) format: FileFormat,
    pub(super) headers: Vec<&'static str>,
    /// The year of the round or of the register.
    pub(super) year: i32,
    letter_case: LetterCase,
    sex_habit: usize,
    date_habit: usize,
    has_real_dates: bool,
    is_short: bool,
    pads_numbers: bool,
}

#[derive(Clone, Copy)]
enum LetterCase {
    /// MBALA LEMA Bruno
    NomsInCapitals,
    /// MBALA LEMA BRUNO
    Capitals,
    /// mbala lema bruno
    Small,
    /// Mbala Lema Bruno
    First,
}

/// The values of a row that do not come from the person.
#[derive(Default)]
pub(super) struct SheetRowContext {
    pub(super) order: u32,
    pub(super) fiche: Option<u32>,
    pub(super) quartier: String,
    pub(super) avenue: String,
    pub(super) parcel: String,
    pub(super) act: Option<ActValues>,
}

pub(super) struct ActValues {
    pub(super) number: u32,
    pub(super) declared: NaiveDate,
    pub(super) category: Category,
    pub(super) father: String,
    pub(super) mother: String,
}

/// Weights of the words for the sexes; the last one is for a file that mixes them.
const SEX_HABITS: [f64; 8] = [5.0, 2.0, 1.0, 1.0, 1.0, 1.0, 0.3, 1.5];
/// Weights of the forms of [`date_text`]: 05/03/1999 · 5/3/1999 · 05-03-1999 · 05.03.1999 · 5 mars 1999 · 05/03/99 ·
/// 1999-03-05.
const DATE_HABITS: [f64; 7] = [6.0, 1.0, 1.2, 0.6, 0.8, 1.0, 0.4];

impl Typist {
    pub(super) fn new(commune: &Commune, layouts: &'static [Layout], year: i32, random: &mut RandomStream) -> Self {
        let layout = &layouts[random.below(layouts.len())];
        let is_by_program = layout.columns.iter().any(|column| layout.headers(*column)[0].contains('_'));
        // Exports of a program are mostly CSV, unless the settings exclude CSV.
        let csv = commune.settings.layouts.csv;
        let csv = if is_by_program && csv > 0.0 { 0.85 } else { csv };
        let format = if random.happens(csv) {
            let (separator, is_windows) = (random.choose(b";;;,\t"), random.happens(0.5));
            FileFormat::Csv { separator, is_windows, has_bom: random.happens(0.7) && !is_windows }
        } else {
            FileFormat::Workbook
        };
        let cases = [LetterCase::NomsInCapitals, LetterCase::Capitals, LetterCase::Small, LetterCase::First];
        Self {
            layout,
            format,
            headers: layout.columns.iter().map(|column| random.choose_word(layout.headers(*column))).collect(),
            year,
            letter_case: cases[random.weighted_index(&[5.0, 2.5, 0.5, 1.0])],
            sex_habit: random.weighted_index(&SEX_HABITS),
            date_habit: random.weighted_index(&DATE_HABITS),
            has_real_dates: random.happens(commune.settings.layouts.real_dates),
            is_short: random.happens(0.4),
            pads_numbers: random.happens(0.2),
        }
    }

    pub(super) fn cells(
        &self,
        entry: &PersonEntry,
        context: &SheetRowContext,
        random: &mut RandomStream,
    ) -> Vec<SheetCell> {
        self.layout.columns.iter().map(|column| self.cell(*column, entry, context, random)).collect()
    }

    fn cell(
        &self,
        content: ColumnContent,
        entry: &PersonEntry,
        context: &SheetRowContext,
        random: &mut RandomStream,
    ) -> SheetCell {
        let (nom, postnom) = (self.nom(&entry.nom), self.nom(&entry.postnom));
        let prenom = self.prenom(&entry.prenom);
        let has_age = self.layout.columns.contains(&C::Age);
        let act = context.act.as_ref();
        let of_act = |cell: &dyn Fn(&ActValues) -> SheetCell| act.map_or(SheetCell::Blank, cell);
        match content {
            C::Order => self.number(context.order),
            C::FicheNumber => context.fiche.map_or(SheetCell::Blank, |number| self.padded(number, 3)),
            C::Quartier => SheetCell::text(context.quartier.as_str()),
            C::Avenue => SheetCell::text(context.avenue.as_str()),
            C::Parcel => self.maybe_number(&context.parcel),
            C::Address => address(context, random),
            C::Nom => SheetCell::text(nom),
            C::Postnom => SheetCell::text(postnom),
            C::Prenom => SheetCell::text(prenom),
            C::NomPostnom => joined_names(&[&nom, &postnom]),
            C::FullName => joined_names(&[&nom, &postnom, &prenom]),
            C::PrenomFirst => joined_names(&[&prenom, &nom, &postnom]),
            C::Sex => SheetCell::text(self.sex(entry.sex, random)),
            C::Male => cross(entry.sex == Some(Sex::Male), random),
            C::Female => cross(entry.sex == Some(Sex::Female), random),
            C::BirthDate if has_age && !matches!(entry.born, BirthEntry::Day(_) | BirthEntry::Bad(_)) => {
                SheetCell::Blank
            }
            C::BirthDate => self.birth_date(&entry.born, random),
            C::BirthDateAndPlace => self.birth_date_and_place(entry, random),
            C::BirthDay | C::BirthMonth | C::BirthYear => self.birth_part(content, &entry.born),
            C::Age => self.age(&entry.born),
            C::BirthPlace => SheetCell::text(entry.place.as_str()),
            C::Relation => SheetCell::text(entry.relation.map_or("", |r| relation(r, entry.sex, random))),
            C::Marital => SheetCell::text(entry.marital.map_or("", |m| self.marital(m, entry.sex))),
            C::Occupation => SheetCell::text(entry.job.as_str()),
            C::ActNumber => of_act(&|act| self.act_number(act)),
            C::Volume => of_act(&|act| self.number(1 + act.number / 2_136)),
            C::Folio => of_act(&|act| self.number(1 + act.number % 2_136 / 4)),
            C::DeclarationDate => act.map_or(SheetCell::Blank, |act| self.day(act.declared, random)),
            C::DeclarationDay => of_act(&|act| self.number(act.declared.day())),
            C::DeclarationMonth => of_act(&|act| self.number(act.declared.month())),
            C::DeclarationYear => of_act(&|act| self.number(act.declared.year() as u32)),
            C::Category => act.map_or(SheetCell::Blank, |act| SheetCell::text(category(act.category, random))),
            C::Father => of_act(&|act| SheetCell::text(self.nom(&act.father))),
            C::Mother => of_act(&|act| SheetCell::text(self.nom(&act.mother))),
            C::Judgment => of_act(&|act| match act.category {
                Category::Judgment => SheetCell::text(format!("RC {}", 100 + act.number % 700)),
                _ => SheetCell::Blank,
            }),
            C::Phone if random.happens(0.2) => SheetCell::text(format!("0810000{:03}", random.below(1_000))),
            C::Religion if random.happens(0.5) => {
                SheetCell::text(random.choose(&["Catholique", "Protestant", "Kimbanguiste"]))
            }
            C::Nationality => SheetCell::text(random.choose(&["Congolaise", "Congolaise", "RDC", "Congolais"])),
            C::Phone | C::Religion => SheetCell::Blank,
        }
    }

    /// Writes the header of a table, over two rows if some columns have a title above.
    pub(super) fn write_header(&self, file: &mut SheetFile) -> Result<()> {
        let titles: Vec<&str> = self.layout.columns.iter().map(|column| self.layout.title(*column)).collect();
        if titles.iter().all(|title| title.is_empty()) {
            let cells: Vec<SheetCell> = self.headers.iter().map(|header| SheetCell::text(*header)).collect();
            file.row(&cells)?;
            return Ok(());
        }
        let mut groups: Vec<(u16, u16, &str)> = Vec::new();
        let mut below = vec![SheetCell::Blank; titles.len()];
        for (place, (title, header)) in titles.iter().zip(&self.headers).enumerate() {
            let at = place as u16;
            if title.is_empty() {
                groups.push((at, at, header));
                continue;
            }
            below[place] = SheetCell::text(*header);
            match groups.last_mut() {
                Some((_, last, text)) if text == title && *last + 1 == at => *last = at,
                _ => groups.push((at, at, title)),
            }
        }
        file.merged_row(&groups, titles.len())?;
        file.row(&below)?;
        Ok(())
    }

    pub(super) fn nom(&self, name: &str) -> String {
        match self.letter_case {
            LetterCase::NomsInCapitals | LetterCase::Capitals => name.to_owned(),
            LetterCase::Small => name.to_lowercase(),
            LetterCase::First => capitalise(name),
        }
    }

    fn prenom(&self, name: &str) -> String {
        match self.letter_case {
            LetterCase::Capitals => name.to_owned(),
            LetterCase::Small => name.to_lowercase(),
            LetterCase::First | LetterCase::NomsInCapitals => capitalise(name),
        }
    }

    fn number(&self, number: u32) -> SheetCell {
        SheetCell::Number(f64::from(number))
    }

    fn padded(&self, number: u32, width: usize) -> SheetCell {
        if self.pads_numbers { SheetCell::text(format!("{number:0width$}")) } else { self.number(number) }
    }

    fn maybe_number(&self, text: &str) -> SheetCell {
        text.parse().map_or_else(|_| SheetCell::text(text), SheetCell::Number)
    }

    fn sex(&self, sex: Option<Sex>, random: &mut RandomStream) -> &'static str {
        let n = WORDS.sexes.len();
        let habit = if self.sex_habit < n { self.sex_habit } else { random.below(n - 1) };
        sex.map_or("", |sex| &WORDS.sexes[habit][usize::from(sex == Sex::Female)])
    }

    fn day(&self, day: NaiveDate, random: &mut RandomStream) -> SheetCell {
        // Workbooks have no dates before 1900, and an agent's program may hold dates as text.
        if self.format == FileFormat::Workbook && self.has_real_dates && day.year() >= 1901 && !random.happens(0.03) {
            return SheetCell::Day(day);
        }
        let habit = if random.happens(0.05) { random.weighted_index(&DATE_HABITS) } else { self.date_habit };
        SheetCell::text(date_text(day, habit, self.year))
    }

    fn birth_date(&self, born: &BirthEntry, random: &mut RandomStream) -> SheetCell {
        match born {
            BirthEntry::Day(day) => self.day(*day, random),
            BirthEntry::Month(year, month) => SheetCell::text(match random.below(2) {
                0 => format!("{month:02}/{year}"),
                _ => format!("{} {year}", WORDS.months[*month as usize - 1]),
            }),
            BirthEntry::Year(year) => match random.below(8) {
                0 => SheetCell::text(format!("Né{} en {year}", ["", "(e)"][random.below(2)])),
                1 => SheetCell::text(format!("00/00/{year}")),
                _ => SheetCell::Number(f64::from(*year)),
            },
            BirthEntry::About(year) => {
                SheetCell::text(format!("{} {year}", random.choose(&["vers", "Vers", "±", "env."])))
            }
            BirthEntry::Age(years) => SheetCell::text(format!("{years} ans")),
            BirthEntry::Missing if random.happens(0.3) => SheetCell::text(random.choose(&["-", "ND", "?", "inconnu"])),
            BirthEntry::Missing => SheetCell::Blank,
            BirthEntry::Bad(text) => SheetCell::text(text.as_str()),
        }
    }

    fn age(&self, born: &BirthEntry) -> SheetCell {
        let years = |year: i32| self.number((self.year - year).max(0) as u32);
        match born {
            BirthEntry::Month(year, _) | BirthEntry::Year(year) | BirthEntry::About(year) => years(*year),
            BirthEntry::Age(age) => self.number((*age).max(0) as u32),
            BirthEntry::Day(_) | BirthEntry::Missing | BirthEntry::Bad(_) => SheetCell::Blank,
        }
    }

    fn birth_part(&self, content: ColumnContent, born: &BirthEntry) -> SheetCell {
        let part = match content {
            C::BirthDay => 0,
            C::BirthMonth => 1,
            _ => 2,
        };
        match born {
            BirthEntry::Day(day) => self.number([day.day(), day.month(), day.year() as u32][part]),
            BirthEntry::Month(year, month) if part > 0 => self.number([0, *month, *year as u32][part]),
            BirthEntry::Year(year) if part == 2 => self.number(*year as u32),
            BirthEntry::About(year) if part == 2 => SheetCell::text(format!("vers {year}")),
            BirthEntry::Age(age) if part == 2 => self.number((self.year - age) as u32),
            BirthEntry::Bad(text) => match (part, &text.split('/').collect::<Vec<_>>()[..]) {
                (2, [.., year]) => self.maybe_number(year),
                (_, parts @ [_, _, _]) => self.maybe_number(parts[part]),
                _ => SheetCell::Blank,
            },
            _ => SheetCell::Blank,
        }
    }

    fn birth_date_and_place(&self, entry: &PersonEntry, random: &mut RandomStream) -> SheetCell {
        let date = match &entry.born {
            BirthEntry::Day(day) => date_text(*day, self.date_habit, self.year),
            other => match self.birth_date(other, random) {
                SheetCell::Text(text) => text,
                SheetCell::Number(year) => year.to_string(),
                _ => String::new(),
            },
        };
        let place = entry.place.as_str();
        let is_day = matches!(entry.born, BirthEntry::Day(_));
        SheetCell::text(match (date.as_str(), place) {
            (date, "") => date.to_owned(),
            ("" | "-" | "ND" | "?" | "inconnu", place) => place.to_owned(),
            (date, _) if matches!(entry.born, BirthEntry::Bad(_)) => date.to_owned(),
            (date, place) if self.is_short => format!("{date} à {place}"),
            (date, place) if is_day => format!("{place}, le {date}"),
            (date, place) => format!("{place} {date}"),
        })
    }

    fn marital(&self, status: MaritalStatus, sex: Option<Sex>) -> &'static str {
        let form = if self.is_short { 0 } else { 1 + usize::from(sex == Some(Sex::Female)) };
        &WORDS.marital[&status][form]
    }

    fn act_number(&self, act: &ActValues) -> SheetCell {
        match (self.pads_numbers, self.is_short) {
            (true, _) => SheetCell::text(format!("{:05}/{}", act.number, self.year)),
            (false, true) => SheetCell::text(format!("{}/{}", act.number, self.year)),
            (false, false) => self.number(act.number),
        }
    }
}

/// Returns a date in one of the forms of [`DATE_HABITS`].
fn date_text(day: NaiveDate, habit: usize, year: i32) -> String {
    let (d, m, y) = (day.day(), day.month(), day.year());
    match habit {
        1 => format!("{d}/{m}/{y}"),
        2 => format!("{d:02}-{m:02}-{y}"),
        3 => format!("{d:02}.{m:02}.{y}"),
        4 => format!("{d}{} {} {y}", if d == 1 { "er" } else { "" }, WORDS.months[m as usize - 1]),
        // Two digits of the year are ambiguous for very old persons.
        5 if year - y < 90 => format!("{d:02}/{m:02}/{:02}", y % 100),
        6 => format!("{y}-{m:02}-{d:02}"),
        _ => format!("{d:02}/{m:02}/{y}"),
    }
}

fn joined_names(parts: &[&String]) -> SheetCell {
    let parts: Vec<&str> = parts.iter().map(|part| part.as_str()).filter(|part| !part.is_empty()).collect();
    SheetCell::text(parts.join(" "))
}

/// Returns a name with a capital at the start of each part, as a register holds prénoms.
pub(super) fn capitalise(name: &str) -> String {
    let mut at_start = true;
    let mut cased = String::with_capacity(name.len());
    for letter in name.chars() {
        match at_start {
            true => cased.extend(letter.to_uppercase()),
            false => cased.extend(letter.to_lowercase()),
        }
        at_start = !letter.is_alphabetic();
    }
    cased
}

fn cross(is_ticked: bool, random: &mut RandomStream) -> SheetCell {
    if is_ticked { SheetCell::text(random.choose(&["X", "X", "x"])) } else { SheetCell::Blank }
}

fn address(context: &SheetRowContext, random: &mut RandomStream) -> SheetCell {
    if context.avenue.is_empty() {
        return SheetCell::Blank;
    }
    let word = random.choose(&["Av. ", "Av. ", "Avenue ", "av. "]);
    let sign = random.choose(&[" n°", " n° ", " N° "]);
    SheetCell::text(format!("{word}{}{sign}{}", context.avenue, context.parcel))
}

fn category(category: Category, random: &mut RandomStream) -> &'static str {
    WORDS.categories.get(&category).map_or("", |words| random.choose_word(words))
}

/// Returns a word for a relation. It follows the sex even if the sheet omits the sex; the default is the word for men.
fn relation(relation: Relation, sex: Option<Sex>, random: &mut RandomStream) -> &'static str {
    random.choose_word(&WORDS.relations[&relation][usize::from(sex == Some(Sex::Female))])
}
