//! The sheets of a lesson: the households come from the learner's seed, faults are planted, and the truth stands beside
//! each row. The same lesson and seed give the same plan.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::messages::{Lang, Messages};
use crate::record::{Fnv, MaritalStatus, Relation, Sex};
use crate::synth::{SampleHousehold, SamplePerson, SynthSettings, sample_households};

use super::lesson::{AfterSetup, FaultKind, Lesson, SYNTH, SheetFormat};

/// The headings of a census sheet, in the order of [`COLUMNS_OF_CENSUS`].
const CENSUS_HEADINGS: [&str; 11] = [
    "N° ménage",
    "Quartier",
    "Avenue",
    "Parcelle",
    "Nom",
    "Post-nom",
    "Prénom",
    "Sexe",
    "Date de naissance",
    "Lien de parenté",
    "État civil",
];
/// The columns of a census sheet.
pub const COLUMNS_OF_CENSUS: [&str; 11] = [
    "fiche",
    "quartier",
    "avenue",
    "parcel",
    "nom",
    "postnom",
    "prenom",
    "sex",
    "birth_date",
    "relation",
    "marital_status",
];
/// The headings of a birth register, in the order of [`COLUMNS_OF_ACTS`].
const ACT_HEADINGS: [&str; 12] = [
    "N° acte",
    "Date de déclaration",
    "Nom",
    "Post-nom",
    "Prénom",
    "Sexe",
    "Date de naissance",
    "Nom du père",
    "Nom de la mère",
    "Quartier",
    "Catégorie",
    "Date du jugement",
];
/// The columns of a birth register.
pub const COLUMNS_OF_ACTS: [&str; 12] = [
    "act_number",
    "declared_on",
    "nom",
    "postnom",
    "prenom",
    "sex",
    "birth_date",
    "father",
    "mother",
    "quartier",
    "category",
    "judgment_date",
];
/// Headings that no reader knows, in the place of those of nom, post-nom and prénom.
const UNKNOWN_HEADINGS: [&str; 3] = ["Rubrique 5", "Rubrique 6", "Rubrique 7"];
/// The columns below these headings: the content does not tell a nom from a post-nom.
const UNUSUAL_ORDER: [&str; 11] = [
    "fiche",
    "quartier",
    "avenue",
    "parcel",
    "postnom",
    "nom",
    "prenom",
    "sex",
    "birth_date",
    "relation",
    "marital_status",
];
/// The year of the first sheets and of the birth register.
const YEAR: i32 = 2017;
/// Days in which a birth is declared in time.
const DAYS_IN_TIME: u64 = 90;

/// The sort of a doubtful pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PairSort {
    /// One person who moved to another quartier with the family.
    Moved,
    /// A father and his son of the same name.
    FatherAndSon,
    /// A person and a young one who bears the name.
    NameHandedOn,
    /// Twins, each on another sheet.
    Twins,
    /// Two persons of one name and year in two quartiers.
    Namesakes,
}

impl PairSort {
    /// The kinds in the order in which a lesson plants them. Who always says "two persons" is wrong too often.
    const PLANTED: [Self; 8] = [
        Self::Moved,
        Self::Twins,
        Self::Moved,
        Self::Namesakes,
        Self::Moved,
        Self::FatherAndSon,
        Self::Twins,
        Self::Moved,
    ];

    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::FatherAndSon => "father-and-son",
            Self::NameHandedOn => "name-handed-on",
            Self::Twins => "twins",
            Self::Namesakes => "namesakes",
        }
    }
}

/// The sheets of a lesson.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PracticePlan {
    /// The sheets.
    pub sheets: Vec<PlannedSheet>,
    /// The persons whom the lesson names, by their rows.
    pub persons: Vec<RowOfPlan>,
    /// The days that the lesson names.
    pub days: Vec<NaiveDate>,
}

/// A row of a plan: the sheet and the row, both from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowOfPlan {
    /// The sheet.
    pub sheet: usize,
    /// The row.
    pub row: usize,
}

/// A sheet of a lesson.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedSheet {
    /// The file, relative to the raw folder.
    pub path: String,
    /// The name of the sheet; "" for a text file.
    pub name: String,
    /// The headings.
    pub headings: Vec<String>,
    /// The columns, by the ids of the template's columns.
    pub columns: &'static [&'static str],
    /// The rows below the headings.
    pub rows: Vec<PlannedRow>,
}

/// A row of a planned sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedRow {
    /// Number of the person among all persons of the plan.
    pub person: usize,
    /// The cells as the paper has them.
    pub truth: Vec<String>,
    /// The cells as they are typed.
    pub typed: Vec<String>,
    /// The fault that is planted in the row.
    pub fault: Option<FaultKind>,
    /// The sort of the doubtful pair of which the row is the second.
    pub pair: Option<PairSort>,
}

impl PlannedSheet {
    /// Returns the row as a spreadsheet shows it.
    #[must_use]
    pub fn row_number(place: usize) -> u32 {
        u32::try_from(place + 2).unwrap_or(u32::MAX)
    }

    /// Returns the place of a column.
    #[must_use]
    pub fn column(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|own| *own == id)
    }

    /// Whether it is a workbook.
    #[must_use]
    pub fn is_workbook(&self) -> bool {
        self.path.ends_with(".xlsx")
    }

    /// Returns the rows with a planted fault, with their places.
    pub fn faulty_rows(&self) -> impl Iterator<Item = (usize, &PlannedRow)> {
        self.rows.iter().enumerate().filter(|(_, row)| row.fault.is_some())
    }
}

impl PlannedRow {
    /// Changes a cell, on the paper and as typed.
    fn set(&mut self, column: usize, text: String) {
        self.truth[column].clone_from(&text);
        self.typed[column] = text;
    }

    /// Returns the cells in which the typed text is not that of the paper: the place of the column and the right text.
    pub fn wrong_cells(&self) -> impl Iterator<Item = (usize, &str)> {
        let cells = self.truth.iter().zip(&self.typed).enumerate();
        cells.filter(|(_, (truth, typed))| truth != typed).map(|(place, (truth, _))| (place, truth.as_str()))
    }
}

impl PracticePlan {
    /// Returns the plan of a lesson for a learner's seed.
    ///
    /// # Errors
    /// Those of the settings of `bato synth` in `course.toml`.
    pub fn new(lesson: &Lesson, seed: u64) -> Result<Self> {
        let setup = &lesson.setup;
        // Each lesson has persons of its own.
        let seed = Fnv::default().with(&seed.to_le_bytes()).with(lesson.id.as_bytes()).finish();
        let settings = SynthSettings::parse(&SYNTH, None)?;
        let n_households = setup.households.max(setup.pairs).max(if setup.acts > 0 { setup.acts } else { 0 });
        let quartiers = sample_households(seed, settings, setup.quartiers.max(1) + 1, n_households.max(1));
        let mut builder = PlanBuilder { words: Messages::new(Lang::Fr), seed, n_persons: 0, plan: Self::default() };
        for households in quartiers.iter().take(setup.quartiers) {
            builder.add_census(households.iter().take(setup.households), YEAR, setup.format);
        }
        if setup.acts > 0 {
            builder.add_acts(&quartiers[0], setup.acts);
        }
        if setup.pairs > 0 {
            builder.add_pairs(&quartiers[0], &quartiers[1], setup.pairs);
        }
        builder.plant(&setup.faults);
        if setup.unknown_headings
            && let Some(first) = builder.plan.sheets.first_mut()
        {
            first.headings[4..7].clone_from_slice(&UNKNOWN_HEADINGS.map(str::to_owned));
            first.columns = &UNUSUAL_ORDER;
            for row in &mut first.rows {
                row.truth.swap(4, 5);
                row.typed.swap(4, 5);
            }
        }
        builder.name_persons(setup.after);
        Ok(builder.plan)
    }

    /// Returns a row.
    #[must_use]
    pub fn row(&self, place: RowOfPlan) -> &PlannedRow {
        &self.sheets[place.sheet].rows[place.row]
    }

    /// Returns the whole name of a person as a sheet has it.
    #[must_use]
    pub fn name_of(&self, place: RowOfPlan) -> String {
        let sheet = &self.sheets[place.sheet];
        let cells = ["nom", "postnom", "prenom"].into_iter().filter_map(|id| sheet.column(id));
        cells.map(|column| sheet.rows[place.row].truth[column].clone()).collect::<Vec<_>>().join(" ")
    }

    /// Returns the rows that stand on the paper beside the lesson: those with a planted fault, or the first ones where
    /// the columns are to be found.
    #[must_use]
    pub fn paper(&self) -> Vec<(&PlannedSheet, usize)> {
        if let Some(sheet) = self.sheets.iter().find(|sheet| sheet.columns == UNUSUAL_ORDER) {
            return (0..3.min(sheet.rows.len())).map(|place| (sheet, place)).collect();
        }
        let of_sheet = |sheet| PlannedSheet::faulty_rows(sheet).map(move |(place, _)| (sheet, place));
        self.sheets.iter().flat_map(of_sheet).collect()
    }
}

/// Whether a household of the first sheet can make a pair of a sort: a son of its head must be grown up himself.
fn can_make(kind: PairSort, household: &SampleHousehold) -> bool {
    const LAST_BIRTH_OF_A_FATHER: i32 = 1970;
    let head = &household.members[0];
    match kind {
        PairSort::Moved => household.members.len() > 1,
        PairSort::FatherAndSon => head.sex == Sex::Male && head.born.year() <= LAST_BIRTH_OF_A_FATHER,
        _ => true,
    }
}

/// The members of a household who can live with another head: no spouse of the head's own sex, no child who is as old
/// as the head.
fn members_beside<'h>(head: &SamplePerson, household: &'h SampleHousehold) -> Vec<&'h SamplePerson> {
    const LEAST_YEARS: i32 = 14;
    let fits = |member: &&SamplePerson| match member.relation {
        Relation::Head => false,
        Relation::Spouse => member.sex != head.sex && member.born.year() <= 1998,
        Relation::Child => member.born.year() >= head.born.year() + LEAST_YEARS,
        _ => true,
    };
    household.members.iter().filter(fits).take(3).collect()
}

/// The person on the second sheet who makes a doubtful pair with the head of a household of the first.
fn other_person(kind: PairSort, head: &SamplePerson) -> SamplePerson {
    let mut other = head.clone();
    match kind {
        PairSort::Moved | PairSort::Namesakes => {}
        PairSort::FatherAndSon => other.born = head.born + Days::new(365 * 24 + 40),
        PairSort::NameHandedOn => {
            other.born = NaiveDate::from_ymd_opt(2012, head.born.month(), 9).unwrap_or(head.born);
            (other.relation, other.marital) = (Relation::Child, MaritalStatus::Single);
        }
        PairSort::Twins => {
            // Prénoms that begin alike.
            let start: String = head.name[2].chars().take(4).collect();
            other.name[2] = format!("{start}{}", if head.sex == Sex::Male { "in" } else { "ine" });
        }
    }
    other
}

struct PlanBuilder {
    words: Messages,
    seed: u64,
    n_persons: usize,
    plan: PracticePlan,
}

fn day(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

fn sex(sex: Sex) -> &'static str {
    if sex == Sex::Male { "M" } else { "F" }
}

impl PlanBuilder {
    /// A number from 0 to below `n` that the seed and `purpose` decide.
    fn below(&self, purpose: &str, n: usize) -> usize {
        let hash = Fnv::default().with(&self.seed.to_le_bytes()).with(purpose.as_bytes()).finish();
        (hash % n.max(1) as u64) as usize
    }

    fn row(&mut self, truth: Vec<String>) -> PlannedRow {
        self.n_persons += 1;
        PlannedRow { person: self.n_persons - 1, typed: truth.clone(), truth, fault: None, pair: None }
    }

    fn census_cells(&self, fiche: usize, household: &SampleHousehold, person: &SamplePerson) -> Vec<String> {
        let word = |set: &str, code: &str| self.words.text(&format!("template-{set}-{code}"));
        let [nom, postnom, prenom] = person.name.clone();
        vec![
            fiche.to_string(),
            household.quartier.clone(),
            household.avenue.clone(),
            household.parcel.clone(),
            nom,
            postnom,
            prenom,
            sex(person.sex).to_owned(),
            day(person.born),
            word("relation", person.relation.code()),
            word("marital_status", person.marital.code()),
        ]
    }

    fn add_census<'h>(
        &mut self,
        households: impl Iterator<Item = &'h SampleHousehold>,
        year: i32,
        format: SheetFormat,
    ) {
        let households: Vec<&SampleHousehold> = households.collect();
        let Some(first) = households.first() else { return };
        let (ending, name) = if format == SheetFormat::Xlsx { ("xlsx", "Recensement") } else { ("csv", "") };
        let path = format!("census/{}_{year}.{ending}", first.quartier);
        let mut rows = Vec::new();
        for (fiche, household) in households.iter().enumerate() {
            for person in &household.members {
                let cells = self.census_cells(fiche + 1, household, person);
                rows.push(self.row(cells));
            }
        }
        self.plan.sheets.push(PlannedSheet {
            path,
            name: name.to_owned(),
            headings: CENSUS_HEADINGS.map(str::to_owned).to_vec(),
            columns: &COLUMNS_OF_CENSUS,
            rows,
        });
    }

    /// Adds a birth register: the acts in the order of their declaration, most of them in time.
    fn add_acts(&mut self, households: &[SampleHousehold], n: usize) {
        let n_late = 1 + self.below("late", 4);
        let start = NaiveDate::from_ymd_opt(YEAR, 1, 2).unwrap_or_default();
        let mut acts: Vec<(NaiveDate, Vec<String>)> = Vec::new();
        for (place, household) in households.iter().take(n).enumerate() {
            let Some(child) = household.members.last() else { continue };
            let father = household.members.iter().find(|p| p.sex == Sex::Male && p.relation != Relation::Child);
            let mother = household.members.iter().find(|p| p.sex == Sex::Female && p.relation != Relation::Child);
            let named = |parent: Option<&SamplePerson>| parent.map(|p| p.name[..2].join(" ")).unwrap_or_default();
            let born = start + Days::new(place as u64 * 8 + self.below(&format!("born {place}"), 8) as u64);
            let late = if place < 3 + n_late { 12 + place as u64 * 6 } else { 0 };
            let delay = match place {
                0 => DAYS_IN_TIME,
                1 => DAYS_IN_TIME + 1,
                2 => 170,
                _ if late > 0 => DAYS_IN_TIME + late,
                _ => 5 + self.below(&format!("delay {place}"), 40) as u64,
            };
            let declared = born + Days::new(delay);
            let (category, judged) = match place {
                2 => ("judgment", day(declared - Days::new(20))),
                _ => ("direct", String::new()),
            };
            let [nom, postnom, prenom] = child.name.clone();
            let cells = vec![
                String::new(),
                day(declared),
                nom,
                postnom,
                prenom,
                sex(child.sex).to_owned(),
                day(born),
                named(father),
                named(mother),
                household.quartier.clone(),
                self.words.text(&format!("report-category-{category}")),
                judged,
            ];
            acts.push((declared, cells));
        }
        acts.sort_by_key(|(declared, _)| *declared);
        let mut rows = Vec::new();
        for (number, (_, mut cells)) in acts.into_iter().enumerate() {
            cells[0] = format!("{:05}/{YEAR}", number + 1);
            rows.push(self.row(cells));
        }
        self.plan.sheets.push(PlannedSheet {
            path: format!("births/naissances_{YEAR}.csv"),
            name: String::new(),
            headings: ACT_HEADINGS.map(str::to_owned).to_vec(),
            columns: &COLUMNS_OF_ACTS,
            rows,
        });
    }

    /// Adds the sheet of another quartier, a year later: one person of each fiche makes a doubtful pair with a head of
    /// the first sheet.
    fn add_pairs(&mut self, first: &[SampleHousehold], second: &[SampleHousehold], n: usize) {
        let mut rows = Vec::new();
        let mut head_rows = Vec::new();
        let mut next_row = 0;
        for household in first {
            head_rows.push(next_row);
            next_row += household.members.len();
        }
        let mut free: Vec<usize> = (0..first.len()).collect();
        for (place, to) in second.iter().take(n).enumerate() {
            let planned = match PairSort::PLANTED[place % PairSort::PLANTED.len()] {
                PairSort::FatherAndSon if place >= PairSort::PLANTED.len() => PairSort::NameHandedOn,
                planned => planned,
            };
            let found = |kind| free.iter().position(|from| can_make(kind, &first[*from])).map(|at| (kind, at));
            let Some((kind, at)) = found(planned).or_else(|| found(PairSort::NameHandedOn)) else { break };
            let from = free.remove(at);
            let fiche = self.pair_fiche(place + 1, kind, (&first[from], head_rows[from]), to);
            rows.extend(fiche);
        }
        let quartier = second.first().map(|household| household.quartier.clone()).unwrap_or_default();
        self.plan.sheets.push(PlannedSheet {
            path: format!("census/{quartier}_{}.csv", YEAR + 1),
            name: String::new(),
            headings: CENSUS_HEADINGS.map(str::to_owned).to_vec(),
            columns: &COLUMNS_OF_CENSUS,
            rows,
        });
    }

    /// The fiche of a doubtful pair on the second sheet. `from` is the household of the first sheet and the row of its
    /// head.
    fn pair_fiche(
        &mut self,
        fiche: usize,
        kind: PairSort,
        (from, head_row): (&SampleHousehold, usize),
        to: &SampleHousehold,
    ) -> Vec<PlannedRow> {
        let cells = |builder: &Self, person: &SamplePerson| builder.census_cells(fiche, to, person);
        let mut person = other_person(kind, &from.members[0]);
        let beside = members_beside(&person, to);
        if beside.iter().any(|member| member.relation == Relation::Spouse) {
            person.marital = MaritalStatus::Married;
        }
        let mut other = self.row(cells(self, &person));
        // Nobody remembered the day of birth.
        let year = other.truth[8][6..].to_owned();
        other.set(8, year);
        other.pair = Some(kind);
        match kind {
            PairSort::Moved => {
                // The family came along. The agent did not ask for the post-nom of the one and the prénom of the other.
                other.person = head_row;
                other.set(5, String::new());
                let companion = &from.members[1];
                let mut row = self.row(cells(self, companion));
                row.person = head_row + 1;
                row.set(6, format!("{}.", companion.name[2].chars().next().unwrap_or('X')));
                row.set(8, String::new());
                vec![other, row]
            }
            PairSort::NameHandedOn => {
                let mut rows: Vec<PlannedRow> = Vec::new();
                for member in to.members.iter().take(3) {
                    let cells = cells(self, member);
                    rows.push(self.row(cells));
                }
                rows.insert(1.min(rows.len()), other);
                rows
            }
            _ => {
                let mut rows = vec![other];
                for member in beside {
                    let cells = cells(self, member);
                    rows.push(self.row(cells));
                }
                rows
            }
        }
    }

    /// Plants each fault in a row of its own on the first sheet.
    fn plant(&mut self, faults: &[FaultKind]) {
        let n_rows = self.plan.sheets.first().map_or(0, |sheet| sheet.rows.len());
        for (place, fault) in faults.iter().enumerate() {
            if *fault == FaultKind::DeclarationLeftOut {
                self.leave_declarations_out();
                continue;
            }
            // One row of each part of the sheet.
            let part = n_rows / faults.len().max(1);
            let row = part * place + self.below(&format!("fault {place}"), part.max(1));
            let Some(sheet) = self.plan.sheets.first_mut() else { return };
            let Some(column) = sheet.column("birth_date") else { return };
            let Some(row) = sheet.rows.get_mut(row) else { return };
            let truth = row.truth[column].clone();
            let (day, month, year) = (&truth[..2], &truth[3..5], &truth[6..]);
            row.typed[column] = match fault {
                FaultKind::ImpossibleDate => format!("31/02/{year}"),
                FaultKind::FutureDate => format!("{day}/{month}/29{}", &year[2..]),
                FaultKind::UnreadableDate => format!("{day}?{month}!?"),
                FaultKind::ImplausibleAge => format!("{day}/{month}/18{}", &year[2..]),
                FaultKind::DeclarationLeftOut => String::new(),
            };
            row.fault = Some(*fault);
        }
    }

    /// Leaves out the days of declaration of three acts: the last day in time, the day after, and a judgment.
    fn leave_declarations_out(&mut self) {
        let late_word = self.words.text("report-category-judgment");
        let Some(sheet) = self.plan.sheets.iter_mut().find(|sheet| sheet.columns == COLUMNS_OF_ACTS) else { return };
        let read = |text: &str| NaiveDate::parse_from_str(text, "%d/%m/%Y").unwrap_or_default();
        for row in &mut sheet.rows {
            let delay = (read(&row.truth[1]) - read(&row.truth[6])).num_days();
            let is_judgment = row.truth[10] == late_word;
            if is_judgment || [DAYS_IN_TIME as i64, DAYS_IN_TIME as i64 + 1].contains(&delay) {
                row.typed[1].clear();
                row.fault = Some(FaultKind::DeclarationLeftOut);
            }
            if is_judgment {
                row.typed[10].clear();
                row.typed[11].clear();
            }
        }
    }

    /// Gives a person the name and the sex of another.
    fn give_name(&mut self, from: usize, to: usize) {
        let Some(sheet) = self.plan.sheets.first_mut() else { return };
        let columns = ["nom", "postnom", "prenom", "sex"].map(|id| sheet.column(id));
        for column in columns.into_iter().flatten() {
            let text = sheet.rows[from].truth[column].clone();
            sheet.rows[to].set(column, text);
        }
    }

    /// Chooses the persons and the days that the lesson names.
    fn name_persons(&mut self, after: Option<AfterSetup>) {
        let Some(sheet) = self.plan.sheets.first().filter(|sheet| sheet.columns == COLUMNS_OF_CENSUS) else { return };
        let Some(relation) = sheet.column("relation") else { return };
        let head_word = self.words.text("template-relation-head");
        let heads: Vec<usize> =
            sheet.rows.iter().enumerate().filter(|(_, row)| row.truth[relation] == head_word).map(|(n, _)| n).collect();
        if heads.len() < 4 {
            return;
        }
        let first = self.below("person", heads.len() / 2);
        let second = heads.len() / 2 + self.below("other person", heads.len() / 2);
        let at = |row: usize| RowOfPlan { sheet: 0, row };
        // The second person is a head of the same name, or the member after a head, who is no head.
        let is_merged = after == Some(AfterSetup::WrongMerge);
        let (first_row, other) = (heads[first], if is_merged { heads[second] } else { heads[second] + 1 });
        if is_merged {
            self.give_name(first_row, other);
        }
        self.plan.persons = vec![at(heads[first]), at(other)];
        let date = |month, n: usize| NaiveDate::from_ymd_opt(YEAR + 1, month, 1 + n as u32).unwrap_or_default();
        self.plan.days = vec![date(3, self.below("day", 28)), date(4, self.below("other day", 28))];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::{LESSONS, lesson};

    /// The rows of a fiche of a sheet.
    fn fiche<'p>(sheet: &'p PlannedSheet, row: &PlannedRow) -> Vec<&'p PlannedRow> {
        sheet.rows.iter().filter(|other| other.truth[0] == row.truth[0]).collect()
    }

    #[test]
    fn who_looks_at_the_households_judges_every_pair_rightly_and_its_persons_make_sense() {
        let words = Messages::new(Lang::Fr);
        let word = |code: &str| words.text(&format!("template-relation-{code}"));
        let (head, spouse, child) = (word("head"), word("spouse"), word("child"));
        let year = |row: &PlannedRow| row.truth[8].get(row.truth[8].len().saturating_sub(4)..)?.parse::<i32>().ok();
        for seed in 1..60 {
            let plan = PracticePlan::new(lesson("paires").unwrap(), seed).unwrap();
            let [first, second] = &plan.sheets[..] else { panic!("{seed}: two sheets") };
            let mut n_asked = 0;
            for row in second.rows.iter().filter(|row| row.pair.is_some()) {
                let sort = row.pair.unwrap();
                // The person of the first sheet who has the name: the post-nom may be left out.
                let has_name = |other: &&PlannedRow| {
                    let is_same =
                        |column: usize| row.truth[column].is_empty() || other.truth[column] == row.truth[column];
                    other.truth[9] == head && (4..6).all(is_same) && (sort == PairSort::Twins || is_same(6))
                };
                let own = first.rows.iter().find(has_name).unwrap_or_else(|| panic!("{seed}: {:?}", row.truth));
                let beside = |sheet, of: &PlannedRow| -> Vec<(String, String)> {
                    let others = fiche(sheet, of).into_iter().filter(|other| other.truth != of.truth);
                    others.map(|other| (other.truth[4].clone(), other.truth[5].clone())).collect()
                };
                let (there, here) = (beside(first, own), beside(second, row));
                let n_common = here.iter().filter(|name| there.contains(name)).count();
                assert_eq!(n_common > 0, sort == PairSort::Moved, "{seed} {sort:?}: {here:?} {there:?}");
                assert_eq!(row.person == own.person, sort == PairSort::Moved, "{seed}");
                n_asked += usize::from(!matches!(sort, PairSort::FatherAndSon | PairSort::NameHandedOn));
            }
            assert!(n_asked >= 14, "{seed}: {n_asked}");
            for row in &second.rows {
                let is_adult = year(row).is_none_or(|year| year <= 2000);
                assert!(is_adult || ![&head, &spouse].contains(&&row.truth[9]), "{seed}: {:?}", row.truth);
                if row.truth[9] != head {
                    continue;
                }
                for other in fiche(second, row) {
                    let is_couple = other.truth[9] == spouse && other.truth[7] == row.truth[7];
                    let is_old = other.truth[9] == child && year(other) < year(row) && year(other).is_some();
                    assert!(!is_couple && !is_old, "{seed}: {:?} {:?}", row.truth, other.truth);
                }
            }
        }
    }

    #[test]
    fn a_plan_is_the_learners_own_and_always_the_same() {
        for lesson in LESSONS.iter() {
            let plan = |seed| PracticePlan::new(lesson, seed).unwrap();
            assert_eq!(plan(1), plan(1), "{}", lesson.id);
            assert_ne!(plan(1), plan(2), "{}", lesson.id);
            for seed in 1..40 {
                let plan = plan(seed);
                let n_faults = plan.sheets.iter().flat_map(PlannedSheet::faulty_rows).count();
                let is_acts = lesson.setup.faults == [FaultKind::DeclarationLeftOut];
                assert_eq!(n_faults, if is_acts { 3 } else { lesson.setup.faults.len() }, "{} {seed}", lesson.id);
                for (sheet, place) in plan.paper() {
                    // The fiches of a sheet whose columns are to be found have no fault.
                    let is_right = sheet.columns == UNUSUAL_ORDER;
                    assert!(is_right || sheet.rows[place].wrong_cells().next().is_some(), "{} {seed}", lesson.id);
                }
                let paths: std::collections::BTreeSet<&String> = plan.sheets.iter().map(|sheet| &sheet.path).collect();
                assert_eq!(paths.len(), plan.sheets.len(), "{} {seed}", lesson.id);
            }
        }
    }
}
