//! Collects the facts that reports count, from the tables of a generation or of a run. No name or id leaves this file.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::Datelike;
use foldhash::fast::FixedState;

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::ingest::Reference;
use crate::record::{
    Category, EventKind, Kind, LegalPeriod, LimitUnit, Outcome, Precision, Sex, SheetCount, Status, Timeliness,
};
use crate::report::{self, QuartierIndex, SheetsOfQuartier};
use crate::store::{
    AggregateRow, BirthRow, Generation, HouseholdRow, InputEntry, InputStatus, LineageRow, LinkRow, PersonRow,
    TableRow, Tables,
};

/// What the facts need beside the tables.
pub(super) struct RunInfo<'a> {
    pub(super) config: &'a Config,
    pub(super) reference: &'a Reference,
    pub(super) generation: u64,
    /// Moment at which the register was made, RFC 3339.
    pub(super) made_at: &'a str,
}

/// A source of the long tables: calls `see` with every row of a table and keeps none.
pub(super) trait FactSource {
    fn lineage(&self, see: &mut dyn FnMut(LineageFacts<'_>)) -> Result<()>;
    fn persons(&self, see: &mut dyn FnMut(PersonFacts<'_>)) -> Result<()>;
    fn households(&self, see: &mut dyn FnMut(HouseholdRow)) -> Result<()>;
    fn births(&self, see: &mut dyn FnMut(BirthRow)) -> Result<()>;
    /// The column `comparisons` may be empty.
    fn links(&self, see: &mut dyn FnMut(LinkRow)) -> Result<()>;
}

/// The columns that reports need of `lineage`.
pub(super) struct LineageFacts<'r> {
    pub(super) file: &'r str,
    pub(super) sheet: &'r str,
    pub(super) row: i64,
    /// `None` where the kind of the file is not known.
    pub(super) kind: Option<Kind>,
    pub(super) is_quarantined: bool,
    pub(super) person_id: Option<&'r str>,
    pub(super) household_id: Option<&'r str>,
    pub(super) match_probability: Option<f64>,
}

/// The columns that reports need of `persons`.
pub(super) struct PersonFacts<'r> {
    pub(super) person_id: &'r str,
    pub(super) quartier: Option<&'r str>,
    pub(super) sex: Option<Sex>,
    pub(super) born_year: Option<i32>,
    pub(super) status: Option<Status>,
    pub(super) last_seen: Option<i32>,
    pub(super) census_year: Option<i32>,
    pub(super) census_age: Option<i32>,
}

impl FactSource for Generation {
    fn lineage(&self, see: &mut dyn FnMut(LineageFacts<'_>)) -> Result<()> {
        visit_rows(self, &mut |row: LineageRow| {
            see(LineageFacts {
                file: &row.file,
                sheet: &row.sheet,
                row: row.row,
                kind: Kind::from_code(&row.kind),
                is_quarantined: row.outcome == Outcome::Quarantined.code(),
                person_id: row.person_id.as_deref(),
                household_id: row.household_id.as_deref(),
                match_probability: row.match_probability,
            });
        })
    }

    fn persons(&self, see: &mut dyn FnMut(PersonFacts<'_>)) -> Result<()> {
        visit_rows(self, &mut |person: PersonRow| {
            see(PersonFacts {
                person_id: &person.person_id,
                quartier: person.quartier.as_deref(),
                sex: person.sex.as_deref().and_then(Sex::from_code),
                born_year: person.born_on.map(|day| day.year()),
                status: Status::from_code(&person.status),
                last_seen: person.last_seen,
                census_year: person.census_year,
                census_age: person.census_age,
            });
        })
    }

    fn households(&self, see: &mut dyn FnMut(HouseholdRow)) -> Result<()> {
        visit_rows(self, see)
    }

    fn births(&self, see: &mut dyn FnMut(BirthRow)) -> Result<()> {
        visit_rows(self, see)
    }

    fn links(&self, see: &mut dyn FnMut(LinkRow)) -> Result<()> {
        visit_rows(self, see)
    }
}

fn visit_rows<R: TableRow>(generation: &Generation, see: &mut dyn FnMut(R)) -> Result<()> {
    let shown = generation.each(|row: R| {
        see(row);
        Ok(())
    });
    shown.map(|_| ())
}

/// Returns the facts of a generation's reports.
///
/// # Errors
/// Those of the store; `bad-indicators`, `setting-out-of-range` for an invalid other rule.
pub fn facts_of_generation(generation: &Generation, config: &Config, reference: &Reference) -> Result<report::Facts> {
    let tables = Tables {
        findings: generation.read()?,
        events: generation.read()?,
        likely_dead: generation.read()?,
        residences: generation.read()?,
        ..Tables::default()
    };
    let made_at = &generation.manifest.published_at;
    let info = RunInfo { config, reference, generation: generation.number, made_at };
    facts(generation, &tables, &generation.manifest.inputs, &info)
}

/// Returns the facts of the reports. `tables` holds the short tables; `inputs` counts the rows of each file's sheets.
pub(super) fn facts(
    source: &dyn FactSource,
    tables: &Tables,
    inputs: &[InputEntry],
    info: &RunInfo<'_>,
) -> Result<report::Facts> {
    let (reference, config) = (info.reference, info.config);
    let mut quartiers = QuartierNames::new(reference.quartiers.iter().map(|quartier| quartier.name.clone()));
    let mut listed = ListedPersons::default();
    let (mut households, mut quartier_of_household) = (Vec::new(), ValueById::default());
    source.households(&mut |household| {
        let quartier = household.quartier.as_deref().map(|name| quartiers.index(name));
        let n_members = household.n_members.unsigned_abs();
        if let Some(quartier) = quartier {
            listed.see(quartier, [household.first_seen, household.last_seen], u64::from(n_members));
            quartier_of_household.insert(household.household_id, quartier);
        }
        // A household whose members all left it for another is none.
        if n_members > 0 {
            households.push(report::HouseholdFact { quartier, n_members });
        }
    })?;
    let mut pairs = PairFacts::default();
    source.links(&mut |link| pairs.see(link))?;
    let mut acts = ActsByPerson::default();
    source.births(&mut |act| {
        acts.found.insert(act.person_id, 0.0);
    })?;
    let mut kinds: BTreeMap<String, Kind> = BTreeMap::new();
    let mut sheets = SheetFacts::default();
    source.lineage(&mut |row| {
        if let Some(kind) = row.kind.filter(|_| !kinds.contains_key(row.file)) {
            kinds.insert(row.file.to_owned(), kind);
        }
        acts.see(&row);
        pairs.see_side(&row);
        sheets.see(&row, &quartier_of_household);
    })?;
    drop(quartier_of_household);
    acts.doubtful = pairs.doubtful();
    let mut rows = [SheetCount::default(); 3];
    for input in inputs {
        let count = &mut rows[kind_of(&kinds, &input.path) as usize];
        input.sheets.iter().for_each(|sheet| count.add(&sheet.count()));
    }
    let mut named: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for residence in tables.residences.iter().filter(|residence| residence.why == "same-round") {
        if let Some(quartier) = &residence.quartier {
            named.entry(&residence.person_id).or_default().push(quartier);
        }
    }
    let mut persons = Vec::new();
    source.persons(&mut |person| {
        if let (Some(name), true) = (person.quartier, acts.found.contains_key(person.person_id)) {
            acts.quartier_of_child.insert(person.person_id.to_owned(), quartiers.index(name));
        }
        let also = named.get(person.person_id).map(Vec::as_slice).unwrap_or_default();
        persons.push(person_fact(&person, &acts, also, &mut quartiers));
    })?;
    let (born, places_of_delivery) = act_facts(source, &acts, &mut quartiers)?;
    // Figures published for another commune are not compared with this register.
    let is_own = |commune: &str| commune.is_empty() || commune == config.run.commune;
    let indicators = reference.indicators.as_deref().unwrap_or(report::indicators::BUILT_IN);
    Ok(report::Facts {
        registers_of_persons: None,
        commune: config.run.commune.clone(),
        acts: born,
        places_of_delivery,
        persons,
        households,
        quartiers: quartiers.names,
        quartier_codes: reference.quartiers.iter().map(|own| (own.name.clone(), own.code.clone())).collect(),
        quartiers_censused: listed.covering_rounds(config.rounds.covered_share),
        shares_covered: listed.shares(),
        sheets_of_quartier: sheets.by_quartier(),
        census_rows: rows[0],
        birth_rows: rows[1],
        event_rows: rows[2],
        n_files_read: inputs.iter().filter(|input| input.status == InputStatus::Read).count() as u64,
        n_files_unreadable: inputs.iter().filter(|input| input.status != InputStatus::Read).count() as u64,
        findings: finding_counts(tables, &kinds),
        events: event_counts(tables),
        has_events: kinds.values().any(|kind| *kind == Kind::Event),
        n_likely_dead: tables.likely_dead.len() as u64,
        pairs_to_review: pairs.to_review(),
        pairs_ruled: pairs.ruled,
        // The caller reads the decisions.
        sample: None,
        parcels: Vec::new(),
        published: reference.published.iter().filter(|own| is_own(&own.commune)).cloned().collect(),
        published_source: reference.published_source.clone(),
        populations: reference.populations.iter().filter(|own| is_own(&own.commune)).cloned().collect(),
        legal: reference.legal_periods.clone(),
        other_rule: other_rule(&config.report.other_rule)?,
        indicators: report::indicators::read(indicators)?,
        generation: info.generation,
        made_on: config.run.today.or_else(|| info.made_at.get(..10)?.parse().ok()),
        program_version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

/// Returns the numbers of findings by rule and severity, in each kind of file.
fn finding_counts(tables: &Tables, kinds: &BTreeMap<String, Kind>) -> BTreeMap<(String, String), [u64; 3]> {
    let mut findings: BTreeMap<(String, String), [u64; 3]> = BTreeMap::new();
    for finding in &tables.findings {
        let counts = findings.entry((finding.rule.clone(), finding.severity.clone())).or_default();
        counts[kind_of(kinds, &finding.file) as usize] += 1;
    }
    findings
}

/// Returns the numbers of events by kind and year, without repetitions.
fn event_counts(tables: &Tables) -> BTreeMap<(EventKind, Option<i32>), u64> {
    let mut events: BTreeMap<(EventKind, Option<i32>), u64> = BTreeMap::new();
    for event in tables.events.iter().filter(|event| event.effect != "repeated") {
        if let Some(kind) = EventKind::from_code(&event.event) {
            *events.entry((kind, event.event_on.map(|day| day.year()))).or_default() += 1;
        }
    }
    events
}

/// A value for each id or name. It is only looked up, never iterated.
type ValueById<T> = HashMap<String, T, FixedState>;

/// Indexes of quartiers: those of the commune first, others in the order in which they appear.
struct QuartierNames {
    names: Vec<String>,
    index_of: BTreeMap<String, QuartierIndex>,
}

impl QuartierNames {
    fn new(names: impl Iterator<Item = String>) -> Self {
        let names: Vec<String> = names.collect();
        let index_of = names.iter().enumerate().map(|(index, name)| (name.clone(), index as QuartierIndex)).collect();
        Self { names, index_of }
    }

    fn index(&mut self, name: &str) -> QuartierIndex {
        if let Some(index) = self.index_of.get(name) {
            return *index;
        }
        let index = self.names.len() as QuartierIndex;
        self.names.push(name.to_owned());
        self.index_of.insert(name.to_owned(), index);
        index
    }
}

/// Returns the kind of a file; a file without a row of data has that of its folder.
fn kind_of(kinds: &BTreeMap<String, Kind>, file: &str) -> Kind {
    kinds.get(file).copied().unwrap_or_else(|| match file.split('/').next() {
        Some("births") => Kind::Birth,
        Some("events") => Kind::Event,
        _ => Kind::Census,
    })
}

/// The persons whom census rounds list, by quartier.
#[derive(Default)]
struct ListedPersons {
    /// By quartier and round: the members of households of that round.
    by_round: BTreeMap<QuartierIndex, BTreeMap<i32, u64>>,
    /// By quartier: the members of all households.
    residents: BTreeMap<QuartierIndex, u64>,
}

impl ListedPersons {
    /// A round that lists fewer persons than this share of the median quartier covers no quartier: these are stray
    /// rows.
    const LEAST_OF_MEDIAN: f64 = 0.1;

    fn see(&mut self, quartier: QuartierIndex, years: [Option<i32>; 2], n_members: u64) {
        *self.residents.entry(quartier).or_default() += n_members;
        let years: BTreeSet<i32> = years.into_iter().flatten().collect();
        for year in years {
            *self.by_round.entry(quartier).or_default().entry(year).or_default() += n_members;
        }
    }

    /// Returns the rounds that list at least a share of a quartier's residents, and more persons than stray rows do.
    fn covering_rounds(&self, share: f64) -> BTreeMap<QuartierIndex, BTreeSet<i32>> {
        let mut sizes: Vec<u64> = self.residents.values().copied().filter(|n| *n > 0).collect();
        sizes.sort_unstable();
        let median = sizes.get(sizes.len() / 2).copied().unwrap_or(0) as f64;
        let mut covering: BTreeMap<QuartierIndex, BTreeSet<i32>> = BTreeMap::new();
        for (quartier, rounds) in &self.by_round {
            let residents = self.residents.get(quartier).copied().unwrap_or(0) as f64;
            for (year, n) in rounds.iter().map(|(year, n)| (*year, *n as f64)) {
                if n > 0.0 && n >= share * residents && n >= Self::LEAST_OF_MEDIAN * median {
                    covering.entry(*quartier).or_default().insert(year);
                }
            }
        }
        covering
    }

    /// Returns for each quartier the share of its residents whom its last round lists.
    fn shares(&self) -> BTreeMap<QuartierIndex, f64> {
        let share = |(quartier, rounds): (&QuartierIndex, &BTreeMap<i32, u64>)| {
            let residents = self.residents.get(quartier).copied().filter(|n| *n > 0)?;
            Some((*quartier, *rounds.last_key_value()?.1 as f64 / residents as f64))
        };
        self.by_round.iter().filter_map(share).collect()
    }
}

/// The persons who have an act, with its probability.
#[derive(Default)]
struct ActsByPerson {
    /// For each person with an act its probability; the greatest of several.
    found: ValueById<f64>,
    /// For a person without an act the probability that a doubtful pair is theirs.
    doubtful: ValueById<f64>,
    /// The quartier of residence of the persons with an act.
    quartier_of_child: ValueById<QuartierIndex>,
}

impl ActsByPerson {
    fn see(&mut self, row: &LineageFacts<'_>) {
        if row.kind == Some(Kind::Birth)
            && let Some(best) = row.person_id.and_then(|id| self.found.get_mut(id))
        {
            // A row that was not compared is certain: a person ruled on it, or it is the only row.
            *best = best.max(row.match_probability.unwrap_or(1.0));
        }
    }
}

/// The pairs that wait for a person, and those that a person ruled on.
#[derive(Default)]
struct PairFacts {
    ruled: [u64; 2],
    /// The pairs of two persons: those that wait, and those that a person ruled to be two.
    apart: Vec<PairApart>,
    /// For each row number the file, sheet and pair (index in `apart`) of the sides on it.
    of_row: HashMap<i64, Vec<(String, String, usize)>, FixedState>,
    /// For each pair its sides: whether it is an act, and the person.
    sides: BTreeMap<usize, Vec<(bool, String)>>,
}

/// A pair of rows of two persons.
#[derive(Debug, Clone, Copy)]
struct PairApart {
    /// The probability that both are one person; `None` if the score did not decide.
    probability: Option<f64>,
    /// Whether a person ruled that they are two.
    is_ruled: bool,
}

impl PairFacts {
    fn see(&mut self, link: LinkRow) {
        if link.decided_by == "person" {
            self.ruled[usize::from(link.kept == 0)] += 1;
        }
        if link.kept != 0 {
            return;
        }
        let probability = (link.decided_by == "score").then_some(link.match_probability);
        let index = self.apart.len();
        self.apart.push(PairApart { probability, is_ruled: link.decided_by == "person" });
        for (file, sheet, row) in [(link.file_a, link.sheet_a, link.row_a), (link.file_b, link.sheet_b, link.row_b)] {
            self.of_row.entry(row).or_default().push((file, sheet, index));
        }
    }

    fn see_side(&mut self, row: &LineageFacts<'_>) {
        let Some(of_row) = row.person_id.and_then(|id| Some((id, self.of_row.get(&row.row)?))) else { return };
        let (id, places) = of_row;
        for (_, _, index) in places.iter().filter(|(file, sheet, _)| file == row.file && sheet == row.sheet) {
            self.sides.entry(*index).or_default().push((row.kind == Some(Kind::Birth), id.to_owned()));
        }
    }

    /// Returns the pairs to review: of two census rows, of two acts, of one each. Rows of two persons of whom another
    /// pair was ruled apart wait for nobody.
    fn to_review(&self) -> [u64; 3] {
        let persons = |sides: &[(bool, String)]| match sides {
            [(_, a), (_, b)] if a < b => Some([a.clone(), b.clone()]),
            [(_, a), (_, b)] => Some([b.clone(), a.clone()]),
            _ => None,
        };
        let of = |is_ruled: bool| self.sides.iter().filter(move |(index, _)| self.apart[**index].is_ruled == is_ruled);
        let ruled: HashSet<[String; 2]> = of(true).filter_map(|(_, sides)| persons(sides)).collect();
        let mut to_review = [0; 3];
        for (_, sides) in of(false) {
            let n_acts = sides.iter().filter(|(is_act, _)| *is_act).count();
            let is_open = persons(sides).is_some_and(|pair| !ruled.contains(&pair));
            to_review[[0, 2, 1][n_acts.min(2)]] += u64::from(is_open);
        }
        to_review
    }

    /// Returns for each person the probability that the act of a doubtful pair is theirs.
    fn doubtful(&self) -> ValueById<f64> {
        let mut best: ValueById<f64> = ValueById::default();
        for (index, sides) in &self.sides {
            let Some(of_pair) = self.apart[*index].probability else { continue };
            // One of the two sides is an act.
            if sides.iter().any(|(is_act, _)| *is_act) {
                for (_, id) in sides.iter().filter(|(is_act, _)| !is_act) {
                    let probability = best.entry(id.clone()).or_default();
                    *probability = probability.max(of_pair);
                }
            }
        }
        best
    }
}

/// Returns the facts of a person. `named` are the quartiers of all fiches of the round that gives the residence, where
/// there are several.
fn person_fact(
    person: &PersonFacts<'_>,
    acts: &ActsByPerson,
    named: &[&str],
    quartiers: &mut QuartierNames,
) -> report::PersonFact {
    let mut also: Vec<&str> = named.iter().copied().filter(|name| Some(*name) != person.quartier).collect();
    also.sort_unstable();
    also.dedup();
    let found = acts.found.get(person.person_id).copied();
    let status = person.status.unwrap_or(Status::Resident);
    // A resident by an arrival is on no fiche.
    let own_year = person.census_year.or(person.last_seen.filter(|_| status == Status::Resident));
    report::PersonFact {
        quartier: person.quartier.map(|name| quartiers.index(name)),
        sex: person.sex,
        born_year: person.born_year,
        census_age: person.census_age.or_else(|| Some(own_year? - person.born_year?)),
        census_year: own_year,
        status,
        has_act: found.is_some(),
        act_probability: found.unwrap_or_else(|| acts.doubtful.get(person.person_id).copied().unwrap_or(0.0)),
        also_named_in: also.into_iter().map(|name| quartiers.index(name)).collect(),
    }
}

/// The acts, and their numbers by place of delivery: all, and by proxy.
type ActFacts = (Vec<report::ActFact>, BTreeMap<String, [u64; 2]>);

fn act_facts(source: &dyn FactSource, acts: &ActsByPerson, quartiers: &mut QuartierNames) -> Result<ActFacts> {
    let (mut facts, mut places) = (Vec::new(), PlacesOfDelivery::default());
    source.births(&mut |act| {
        places.see(&act);
        facts.push(act_fact(&act, acts, quartiers));
    })?;
    Ok((facts, places.counts()))
}

fn act_fact(act: &BirthRow, acts: &ActsByPerson, quartiers: &mut QuartierNames) -> report::ActFact {
    let own = act.quartier.as_deref().map(|name| quartiers.index(name));
    let of_child = acts.quartier_of_child.get(&act.person_id).copied().filter(|_| own.is_none());
    report::ActFact {
        born_on: act.born_on.filter(|_| act.born_on_precision == Precision::Day.code()),
        declared_on: act.declared_on,
        delay_days: act.delay_days,
        timeliness: Timeliness::from_code(&act.timeliness).unwrap_or(Timeliness::Unknown),
        category: Category::from_code(&act.category).unwrap_or(Category::Unknown),
        quartier: own.or(of_child),
        has_quartier_of_child: of_child.is_some(),
        sex: act.sex.as_deref().and_then(Sex::from_code),
        is_duplicate: act.duplicate_of.is_some(),
        mother_age: act.mother_age,
        birth_order: act.birth_order,
    }
}

/// The acts by place of delivery; accents and case make no difference.
#[derive(Default)]
struct PlacesOfDelivery {
    /// For each folded place its spellings, the acts, and those by proxy.
    of_place: BTreeMap<String, (BTreeMap<String, u64>, [u64; 2])>,
}

impl PlacesOfDelivery {
    fn see(&mut self, act: &BirthRow) {
        if act.duplicate_of.is_some() {
            return;
        }
        let place = act.birth_place.as_deref().unwrap_or_default();
        let (spellings, counts) = self.of_place.entry(crate::record::fold(place)).or_default();
        *spellings.entry(place.to_owned()).or_default() += 1;
        counts[0] += 1;
        counts[1] += u64::from(act.category == Category::Proxy.code());
    }

    /// Returns the acts and those by proxy of each place, in its most frequent spelling.
    fn counts(self) -> BTreeMap<String, [u64; 2]> {
        let usual = |spellings: BTreeMap<String, u64>| {
            spellings.into_iter().max_by_key(|(text, n)| (*n, std::cmp::Reverse(text.clone()))).unwrap_or_default().0
        };
        self.of_place.into_values().map(|(spellings, counts)| (usual(spellings), counts)).collect()
    }
}

/// Rows of each census sheet, with the quartiers of their households.
#[derive(Default)]
struct SheetFacts {
    of_file: BTreeMap<String, BTreeMap<String, SheetVotes>>,
}

#[derive(Default)]
struct SheetVotes {
    votes: BTreeMap<QuartierIndex, u64>,
    in_register: u64,
    quarantined: u64,
}

impl SheetFacts {
    fn see(&mut self, row: &LineageFacts<'_>, quartier_of_household: &ValueById<QuartierIndex>) {
        if row.kind != Some(Kind::Census) || !row.is_quarantined && row.person_id.is_none() {
            return;
        }
        if !self.of_file.get(row.file).is_some_and(|sheets| sheets.contains_key(row.sheet)) {
            self.of_file.entry(row.file.to_owned()).or_default().insert(row.sheet.to_owned(), SheetVotes::default());
        }
        let sheet = self.of_file.get_mut(row.file).and_then(|sheets| sheets.get_mut(row.sheet));
        let Some(sheet) = sheet else { return };
        if row.is_quarantined {
            sheet.quarantined += 1;
        } else {
            sheet.in_register += 1;
        }
        if let Some(quartier) = row.household_id.and_then(|id| quartier_of_household.get(id)) {
            *sheet.votes.entry(*quartier).or_default() += 1;
        }
    }

    /// Counts each sheet for the quartier of most of its rows.
    fn by_quartier(&self) -> BTreeMap<Option<QuartierIndex>, SheetsOfQuartier> {
        let mut counts: BTreeMap<Option<QuartierIndex>, SheetsOfQuartier> = BTreeMap::new();
        for sheet in self.of_file.values().flat_map(BTreeMap::values) {
            let most =
                sheet.votes.iter().max_by_key(|(index, n)| (**n, std::cmp::Reverse(**index))).map(|(index, _)| *index);
            let own = counts.entry(most).or_default();
            own.n_sheets += 1;
            own.in_register += sheet.in_register;
            own.quarantined += sheet.quarantined;
        }
        counts
    }
}

/// Returns the periods of the other legal rule, sorted by day.
fn other_rule(periods: &[report::OtherPeriod]) -> Result<Vec<LegalPeriod>> {
    let period = |own: &report::OtherPeriod| {
        let unit = match own.unit.as_str() {
            "days" => LimitUnit::Days,
            "months" => LimitUnit::Months,
            _ => return Err(Error::new(ErrorCode::BadSetting).with("line", "report.other_rule").because(&own.unit)),
        };
        if own.limit == 0 {
            return Err(Error::new(ErrorCode::BadSetting).with("line", "report.other_rule").because("limit = 0"));
        }
        Ok(LegalPeriod { born_from: own.born_from, limit: own.limit, unit, law: String::new() })
    };
    let mut periods = periods.iter().map(period).collect::<Result<Vec<_>>>()?;
    periods.sort_by_key(|period| period.born_from);
    Ok(periods)
}

pub(super) fn aggregates(aggregates: &[report::Aggregate]) -> Vec<AggregateRow> {
    let row = |aggregate: &report::Aggregate| AggregateRow {
        indicator: aggregate.indicator.clone(),
        period: aggregate.period.clone(),
        area: aggregate.area.clone(),
        breakdown: aggregate.breakdown.clone(),
        value: aggregate.value,
        numerator: aggregate.numerator,
        denominator: aggregate.denominator,
    };
    aggregates.iter().map(row).collect()
}
