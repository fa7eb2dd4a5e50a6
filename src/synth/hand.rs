//! One file's hand: its headings, its alphabet, how it writes names, sexes, dates, relations. A hand has habits and slips.

use chrono::{Datelike, NaiveDate};

use crate::record::{Category, MaritalStatus, Relation, Sex};

use super::book::{Cell, Kind};
use super::chance::Chance;
use super::commune::Commune;
use super::entry::{Born, Entry};
use super::layout::{Layout, What};

/// How a file is typed.
#[derive(Debug, Clone)]
pub(super) struct Hand {
    pub(super) layout: &'static Layout,
    pub(super) kind: Kind,
    pub(super) headings: Vec<&'static str>,
    /// The year of the round or of the register.
    pub(super) year: i32,
    letters: Letters,
    sexes: usize,
    dates: usize,
    has_real_dates: bool,
    is_short: bool,
    pads_numbers: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Letters {
    /// MBALA LEMA Bruno
    NomsInCapitals,
    /// MBALA LEMA BRUNO
    Capitals,
    /// mbala lema bruno
    Small,
    /// Mbala Lema Bruno
    First,
}

/// What stands around an entry on its row.
#[derive(Debug, Clone, Default)]
pub(super) struct Around {
    pub(super) order: u32,
    pub(super) fiche: Option<u32>,
    pub(super) quartier: String,
    pub(super) avenue: String,
    pub(super) parcel: String,
    pub(super) act: Option<Act>,
}

/// What only a birth register says.
#[derive(Debug, Clone)]
pub(super) struct Act {
    pub(super) number: u32,
    pub(super) declared: NaiveDate,
    pub(super) category: Category,
    pub(super) father: String,
    pub(super) mother: String,
}

/// Words for the sexes; a hand keeps to one line, but the last.
const SEXES: [[&str; 2]; 7] = [
    ["M", "F"],
    ["Masculin", "Féminin"],
    ["H", "F"],
    ["m", "f"],
    ["Masc.", "Fém."],
    ["MASCULIN", "FEMININ"],
    ["G", "F"],
];
/// How often each is a file's habit; the last weight: now this, now that.
const SEX_HABITS: [f64; 8] = [5.0, 2.0, 1.0, 1.0, 1.0, 1.0, 0.3, 1.5];
/// 05/03/1999 · 5/3/1999 · 05-03-1999 · 05.03.1999 · 5 mars 1999 · 05/03/99 · 1999-03-05
const DATE_HABITS: [f64; 7] = [6.0, 1.0, 1.2, 0.6, 0.8, 1.0, 0.4];

impl Hand {
    pub(super) fn of(commune: &Commune, layouts: &'static [Layout], year: i32, chance: &mut Chance) -> Self {
        let layout = &layouts[chance.below(layouts.len())];
        let is_by_program = layout.columns.iter().any(|(_, words, _)| words[0].contains('_'));
        // A program's exports are mostly CSV, unless none is wanted.
        let csv = commune.settings.layouts.csv;
        let csv = if is_by_program && csv > 0.0 { 0.85 } else { csv };
        let kind = if chance.is(csv) {
            Kind::Csv { separator: chance.one_of(b";;;,\t"), is_windows: chance.is(0.5), has_mark: chance.is(0.7) }
        } else {
            Kind::Workbook
        };
        let kind = match kind {
            Kind::Csv { separator, is_windows: true, .. } => Kind::Csv { separator, is_windows: true, has_mark: false },
            other => other,
        };
        let letters = [Letters::NomsInCapitals, Letters::Capitals, Letters::Small, Letters::First];
        Self {
            layout,
            kind,
            headings: layout.columns.iter().map(|(_, words, _)| chance.one_of(words)).collect(),
            year,
            letters: letters[chance.weighted(&[5.0, 2.5, 0.5, 1.0])],
            sexes: chance.weighted(&SEX_HABITS),
            dates: chance.weighted(&DATE_HABITS),
            has_real_dates: chance.is(commune.settings.layouts.real_dates),
            is_short: chance.is(0.4),
            pads_numbers: chance.is(0.2),
        }
    }

    /// The cells of a row.
    pub(super) fn cells(&self, entry: &Entry, around: &Around, chance: &mut Chance) -> Vec<Cell> {
        self.layout.columns.iter().map(|(what, ..)| self.cell(*what, entry, around, chance)).collect()
    }

    fn cell(&self, what: What, entry: &Entry, around: &Around, chance: &mut Chance) -> Cell {
        let (nom, postnom) = (self.nom(&entry.nom), self.nom(&entry.postnom));
        let prenom = self.prenom(&entry.prenom);
        let act = around.act.as_ref();
        let declared = |part: fn(&NaiveDate) -> u32| act.map_or(Cell::Blank, |act| self.number(part(&act.declared)));
        match what {
            What::Order => self.number(around.order),
            What::Fiche => around.fiche.map_or(Cell::Blank, |number| self.padded(number, 3)),
            What::Quartier => Cell::text(around.quartier.as_str()),
            What::Avenue => Cell::text(around.avenue.as_str()),
            What::Parcel => self.maybe_number(&around.parcel),
            What::Address => address(around, chance),
            What::Nom => Cell::text(nom),
            What::Postnom => Cell::text(postnom),
            What::Prenom => Cell::text(prenom),
            What::NomPostnom => joined(&[&nom, &postnom]),
            What::FullName => joined(&[&nom, &postnom, &prenom]),
            What::PrenomFirst => joined(&[&prenom, &nom, &postnom]),
            What::Sex => Cell::text(self.sex(entry.sex, chance)),
            What::Male => cross(entry.sex == Some(Sex::Male), chance),
            What::Female => cross(entry.sex == Some(Sex::Female), chance),
            What::Born if self.layout.has(What::Age) && !matches!(entry.born, Born::Day(_) | Born::Bad(_)) => {
                Cell::Blank
            }
            What::Born => self.born(&entry.born, chance),
            What::BornAndPlace => self.born_and_place(entry, chance),
            What::Day | What::Month | What::Year => self.part_of_birth(what, &entry.born),
            What::Age => self.age(&entry.born),
            What::Place => Cell::text(entry.place.as_str()),
            What::Relation => Cell::text(entry.relation.map_or("", |r| relation(r, entry.sex, chance))),
            What::Marital => Cell::text(entry.marital.map_or("", |m| self.marital(m, entry.sex))),
            What::Job => Cell::text(entry.job.as_str()),
            What::Act => act.map_or(Cell::Blank, |act| self.act_number(act)),
            What::Volume => act.map_or(Cell::Blank, |act| self.number(1 + act.number / 2_136)),
            What::Folio => act.map_or(Cell::Blank, |act| self.number(1 + act.number % 2_136 / 4)),
            What::Declared => act.map_or(Cell::Blank, |act| self.day(act.declared, chance)),
            What::DeclaredDay => declared(|day| day.day()),
            What::DeclaredMonth => declared(|day| day.month()),
            What::DeclaredYear => declared(|day| day.year() as u32),
            What::Category => act.map_or(Cell::Blank, |act| Cell::text(category(act.category, chance))),
            What::Father => Cell::text(act.map_or(String::new(), |act| self.nom(&act.father))),
            What::Mother => Cell::text(act.map_or(String::new(), |act| self.nom(&act.mother))),
            What::Judgment => match act.filter(|act| act.category == Category::Judgment) {
                Some(act) => Cell::text(format!("RC {}", 100 + act.number % 700)),
                None => Cell::Blank,
            },
            What::Phone if chance.is(0.2) => Cell::text(format!("0810000{:03}", chance.below(1_000))),
            What::Religion if chance.is(0.5) => {
                Cell::text(chance.one_of(&["Catholique", "Protestant", "Kimbanguiste"]))
            }
            What::Nationality => Cell::text(chance.one_of(&["Congolaise", "Congolaise", "RDC", "Congolais"])),
            What::Phone | What::Religion => Cell::Blank,
        }
    }

    /// A nom or post-nom as the hand writes it.
    pub(super) fn nom(&self, name: &str) -> String {
        match self.letters {
            Letters::NomsInCapitals | Letters::Capitals => name.to_owned(),
            Letters::Small => name.to_lowercase(),
            Letters::First => capitalised(name),
        }
    }

    fn prenom(&self, name: &str) -> String {
        match self.letters {
            Letters::Capitals => name.to_owned(),
            Letters::Small => name.to_lowercase(),
            Letters::First | Letters::NomsInCapitals => capitalised(name),
        }
    }

    fn number(&self, number: u32) -> Cell {
        Cell::Number(f64::from(number))
    }

    fn padded(&self, number: u32, width: usize) -> Cell {
        if self.pads_numbers { Cell::text(format!("{number:0width$}")) } else { self.number(number) }
    }

    fn maybe_number(&self, text: &str) -> Cell {
        text.parse().map_or_else(|_| Cell::text(text), Cell::Number)
    }

    fn sex(&self, sex: Option<Sex>, chance: &mut Chance) -> &'static str {
        let habit = if self.sexes < SEXES.len() { self.sexes } else { chance.below(SEXES.len() - 1) };
        sex.map_or("", |sex| SEXES[habit][usize::from(sex == Sex::Female)])
    }

    fn day(&self, day: NaiveDate, chance: &mut Chance) -> Cell {
        // Workbooks know no day before 1900; an agent's program may hold dates as text.
        if self.kind == Kind::Workbook && self.has_real_dates && day.year() >= 1901 && !chance.is(0.03) {
            return Cell::Day(day);
        }
        let habit = if chance.is(0.05) { chance.weighted(&DATE_HABITS) } else { self.dates };
        Cell::text(written(day, habit, self.year))
    }

    fn born(&self, born: &Born, chance: &mut Chance) -> Cell {
        match born {
            Born::Day(day) => self.day(*day, chance),
            Born::Month(year, month) => Cell::text(match chance.below(2) {
                0 => format!("{month:02}/{year}"),
                _ => format!("{} {year}", MONTHS[*month as usize - 1]),
            }),
            Born::Year(year) => match chance.below(8) {
                0 => Cell::text(format!("Né{} en {year}", ["", "(e)"][chance.below(2)])),
                1 => Cell::text(format!("00/00/{year}")),
                _ => Cell::Number(f64::from(*year)),
            },
            Born::About(year) => Cell::text(format!("{} {year}", chance.one_of(&["vers", "Vers", "±", "env."]))),
            Born::Age(years) => Cell::text(format!("{years} ans")),
            Born::Missing if chance.is(0.3) => Cell::text(chance.one_of(&["-", "ND", "?", "inconnu"])),
            Born::Missing => Cell::Blank,
            Born::Bad(text) => Cell::text(text.as_str()),
        }
    }

    fn age(&self, born: &Born) -> Cell {
        let years = |year: i32| self.number((self.year - year).max(0) as u32);
        match born {
            Born::Month(year, _) | Born::Year(year) | Born::About(year) => years(*year),
            Born::Age(age) => self.number((*age).max(0) as u32),
            Born::Day(_) | Born::Missing | Born::Bad(_) => Cell::Blank,
        }
    }

    fn part_of_birth(&self, what: What, born: &Born) -> Cell {
        let whole = |day: u32, month: u32, year: i32| match what {
            What::Day => self.number(day),
            What::Month => self.number(month),
            _ => self.number(year as u32),
        };
        match born {
            Born::Day(day) => whole(day.day(), day.month(), day.year()),
            Born::Month(year, month) if what != What::Day => whole(0, *month, *year),
            Born::Year(year) if what == What::Year => whole(0, 0, *year),
            Born::About(year) if what == What::Year => Cell::text(format!("vers {year}")),
            Born::Age(age) if what == What::Year => whole(0, 0, self.year - age),
            Born::Bad(text) => {
                let parts: Vec<&str> = text.split('/').collect();
                match (what, &parts[..]) {
                    (What::Day, [day, _, _]) => self.maybe_number(day),
                    (What::Month, [_, month, _]) => self.maybe_number(month),
                    (What::Year, [.., year]) => self.maybe_number(year),
                    _ => Cell::Blank,
                }
            }
            _ => Cell::Blank,
        }
    }

    fn born_and_place(&self, entry: &Entry, chance: &mut Chance) -> Cell {
        let date = match &entry.born {
            Born::Day(day) => written(*day, self.dates, self.year),
            other => match self.born(other, chance) {
                Cell::Text(text) => text,
                Cell::Number(year) => year.to_string(),
                _ => String::new(),
            },
        };
        let place = entry.place.as_str();
        let is_day = matches!(entry.born, Born::Day(_));
        Cell::text(match (date.as_str(), place) {
            (date, "") => date.to_owned(),
            ("" | "-" | "ND" | "?" | "inconnu", place) => place.to_owned(),
            (date, _) if matches!(entry.born, Born::Bad(_)) => date.to_owned(),
            (date, place) if self.is_short => format!("{date} à {place}"),
            (date, place) if is_day => format!("{place}, le {date}"),
            (date, place) => format!("{place} {date}"),
        })
    }

    fn marital(&self, status: MaritalStatus, sex: Option<Sex>) -> &'static str {
        let is_woman = sex == Some(Sex::Female);
        match (status, self.is_short) {
            (MaritalStatus::Single, true) => "C",
            (MaritalStatus::Married, true) => "M",
            (MaritalStatus::Widowed, true) => "V",
            (MaritalStatus::Divorced, true) => "D",
            (MaritalStatus::Separated, true) => "S",
            (MaritalStatus::FreeUnion, _) => "Union libre",
            (MaritalStatus::Single, false) => "Célibataire",
            (MaritalStatus::Married, false) if is_woman => "Mariée",
            (MaritalStatus::Married, false) => "Marié",
            (MaritalStatus::Widowed, false) if is_woman => "Veuve",
            (MaritalStatus::Widowed, false) => "Veuf",
            (MaritalStatus::Divorced, false) if is_woman => "Divorcée",
            (MaritalStatus::Divorced, false) => "Divorcé",
            (MaritalStatus::Separated, false) if is_woman => "Séparée",
            (MaritalStatus::Separated, false) => "Séparé",
        }
    }

    fn act_number(&self, act: &Act) -> Cell {
        match (self.pads_numbers, self.is_short) {
            (true, _) => Cell::text(format!("{:05}/{}", act.number, self.year)),
            (false, true) => Cell::text(format!("{}/{}", act.number, self.year)),
            (false, false) => self.number(act.number),
        }
    }
}

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

fn written(day: NaiveDate, habit: usize, year: i32) -> String {
    let (d, m, y) = (day.day(), day.month(), day.year());
    match habit {
        1 => format!("{d}/{m}/{y}"),
        2 => format!("{d:02}-{m:02}-{y}"),
        3 => format!("{d:02}.{m:02}.{y}"),
        4 => format!("{} {} {y}", if d == 1 { "1er".to_owned() } else { d.to_string() }, MONTHS[m as usize - 1]),
        // Two digits can't say which century of two: nobody writes them for the very old.
        5 if year - y < 90 => format!("{d:02}/{m:02}/{:02}", y % 100),
        6 => format!("{y}-{m:02}-{d:02}"),
        _ => format!("{d:02}/{m:02}/{y}"),
    }
}

fn joined(parts: &[&String]) -> Cell {
    Cell::text(parts.iter().filter(|part| !part.is_empty()).map(|part| part.as_str()).collect::<Vec<_>>().join(" "))
}

fn capitalised(name: &str) -> String {
    let mut starts = true;
    let mut cased = String::with_capacity(name.len());
    for letter in name.chars() {
        if starts {
            cased.extend(letter.to_uppercase());
        } else {
            cased.extend(letter.to_lowercase());
        }
        starts = !letter.is_alphabetic();
    }
    cased
}

/// A prénom as a register holds it: the first letter of each part a capital.
pub(super) fn prenom_of_register(name: &str) -> String {
    capitalised(name)
}

fn cross(is_ticked: bool, chance: &mut Chance) -> Cell {
    if is_ticked { Cell::text(chance.one_of(&["X", "X", "x"])) } else { Cell::Blank }
}

fn address(around: &Around, chance: &mut Chance) -> Cell {
    if around.avenue.is_empty() {
        return Cell::Blank;
    }
    let word = chance.one_of(&["Av. ", "Av. ", "Avenue ", "av. "]);
    let sign = chance.one_of(&[" n°", " n° ", " N° "]);
    Cell::text(format!("{word}{}{sign}{}", around.avenue, around.parcel))
}

fn category(category: Category, chance: &mut Chance) -> &'static str {
    match category {
        Category::Direct => chance.one_of(&["Direct", "Directe", "Dans le délai"]),
        Category::Proxy => chance.one_of(&["Procuration", "Par procuration"]),
        Category::Judgment => chance.one_of(&["Jugement supplétif", "Jug. suppl.", "JS"]),
        Category::Unknown => "",
    }
}

/// How agents write a relation; where the sex is not written, the word still follows it, or is the man's.
fn relation(relation: Relation, sex: Option<Sex>, chance: &mut Chance) -> &'static str {
    let words: [&[&'static str]; 2] = match relation {
        Relation::Head => [
            &["Chef", "CM", "Chef de ménage", "Responsable", "(C)"],
            &["Chef", "CM", "Chef de ménage", "Responsable", "(C)"],
        ],
        Relation::Spouse => [&["Époux", "Mari", "Conjoint"], &["Épouse", "Femme", "Epouse", "Conjointe"]],
        Relation::Child => [&["fils", "Fils", "Enfant"], &["fille", "Fille", "Enfant"]],
        Relation::Grandchild => [&["Petit-fils", "petit fils"], &["Petite-fille", "petite fille"]],
        Relation::Parent => [&["Père", "Papa"], &["Mère", "Maman"]],
        Relation::ParentInLaw => [&["Beau-père"], &["Belle-mère"]],
        Relation::Sibling => [&["Frère", "frère", "Petit frère"], &["Sœur", "Soeur", "Petite sœur"]],
        Relation::SiblingInLaw => [&["Beau-frère"], &["Belle-sœur", "Belle soeur"]],
        Relation::ChildInLaw => [&["Gendre", "Beau-fils"], &["Belle-fille", "Bru"]],
        Relation::Nephew => [&["Neveu", "neveu"], &["Nièce", "nièce"]],
        Relation::Cousin => [&["Cousin"], &["Cousine"]],
        Relation::Uncle => [&["Oncle"], &["Tante"]],
        Relation::Grandparent => [&["Grand-père"], &["Grand-mère"]],
        Relation::Guardian => [&["Tuteur"], &["Tutrice"]],
        Relation::Ward => [&["Pupille"], &["Pupille"]],
        Relation::Tenant => [&["Locataire", "locataire"], &["Locataire", "locataire"]],
        Relation::Domestic => [&["Domestique", "Sentinelle"], &["Domestique", "Bonne"]],
        Relation::Unrelated => [&["Ami", "Visiteur", "Autre"], &["Amie", "Visiteuse", "Autre"]],
    };
    chance.one_of(words[usize::from(sex == Some(Sex::Female))])
}
