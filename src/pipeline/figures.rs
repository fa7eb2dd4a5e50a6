//! The tables of a generation -> the facts that reports count, and the long table back into the store.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::config::Config;
use crate::error::{Error, Result};
use crate::ingest::Reference;
use crate::record::{
    Category, EventKind, Kind, LegalPeriod, LimitUnit, Precision, Sex, SheetCount, Status, Timeliness,
};
use crate::report::{self, Earlier, Place, QuartierIndex, SheetsOfQuartier};
use crate::store::{AggregateRow, BirthRow, Generation, InputEntry, InputStatus, PersonRow, PublishedCountRow, Tables};

/// What the tables alone don't say.
pub(super) struct About<'a> {
    pub(super) config: &'a Config,
    pub(super) reference: &'a Reference,
    pub(super) generation: u64,
}

/// What the reports are made of, from the tables of a generation.
///
/// # Errors
/// Those of the store; `bad-indicators`, `setting-out-of-range` for another rule that is none.
pub fn facts_of_generation(generation: &Generation, config: &Config, reference: &Reference) -> Result<report::Facts> {
    let tables = Tables {
        persons: generation.read()?,
        households: generation.read()?,
        births: generation.read()?,
        findings: generation.read()?,
        lineage: generation.read()?,
        links: generation.read()?,
        events: generation.read()?,
        likely_dead: generation.read()?,
        residences: generation.read()?,
        published_counts: generation.read()?,
        ..Tables::default()
    };
    facts(&tables, &generation.manifest.inputs, &About { config, reference, generation: generation.number })
}

/// What the reports are made of. `inputs` counts the rows of each file's sheets.
pub(super) fn facts(tables: &Tables, inputs: &[InputEntry], about: &About<'_>) -> Result<report::Facts> {
    let (reference, config) = (about.reference, about.config);
    let mut quartiers = QuartierNames::new(reference.quartiers.iter().map(|quartier| quartier.name.clone()));
    let kinds = kinds_of_files(tables);
    let mut rows = [SheetCount::default(); 3];
    for input in inputs {
        let count = &mut rows[kind_of(&kinds, &input.path) as usize];
        input.sheets.iter().for_each(|sheet| count.add(&sheet.count()));
    }
    let mut quartiers_censused: BTreeMap<QuartierIndex, BTreeSet<i32>> = BTreeMap::new();
    for household in &tables.households {
        if let Some(quartier) = &household.quartier {
            let years = [household.first_seen, household.last_seen].into_iter().flatten();
            quartiers_censused.entry(quartiers.index(quartier)).or_default().extend(years);
        }
    }
    let mut findings: BTreeMap<(String, String), [u64; 3]> = BTreeMap::new();
    for finding in &tables.findings {
        let counts = findings.entry((finding.rule.clone(), finding.severity.clone())).or_default();
        counts[kind_of(&kinds, &finding.file) as usize] += 1;
    }
    let mut events: BTreeMap<(EventKind, Option<i32>), u64> = BTreeMap::new();
    for event in tables.events.iter().filter(|event| event.effect != "repeated") {
        if let Some(kind) = EventKind::from_code(&event.event) {
            *events.entry((kind, event.event_on.map(|day| day.year()))).or_default() += 1;
        }
    }
    let acts = Acts::new(tables);
    let pairs = pairs(tables, &kinds);
    let mut named: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for residence in tables.residences.iter().filter(|residence| residence.why == "same-round") {
        if let Some(quartier) = &residence.quartier {
            named.entry(&residence.person_id).or_default().push(quartier);
        }
    }
    let person = |person: &PersonRow| {
        let also = named.get(person.person_id.as_str()).map(Vec::as_slice).unwrap_or_default();
        person_fact(person, &acts, also, &mut quartiers)
    };
    let persons = tables.persons.iter().map(person).collect();
    let born = tables.births.iter().map(|act| act_fact(act, &mut quartiers)).collect();
    let households = tables.households.iter().map(|household| report::HouseholdFact {
        quartier: household.quartier.as_deref().map(|name| quartiers.index(name)),
        n_members: household.n_members.unsigned_abs(),
    });
    let households = households.collect();
    let sheets_of_quartier = sheets_of_quartier(tables, &mut quartiers);
    // What was printed of another commune is not held against this one.
    let is_own = |commune: &str| commune.is_empty() || commune == config.run.commune;
    let indicators = reference.indicators.as_deref().unwrap_or(report::indicators::BUILT_IN);
    Ok(report::Facts {
        commune: config.run.commune.clone(),
        acts: born,
        persons,
        households,
        quartiers: quartiers.names,
        quartiers_censused,
        sheets_of_quartier,
        census_rows: rows[0],
        birth_rows: rows[1],
        event_rows: rows[2],
        n_files_read: inputs.iter().filter(|input| input.status == InputStatus::Read).count() as u64,
        n_files_unreadable: inputs.iter().filter(|input| input.status != InputStatus::Read).count() as u64,
        findings,
        events,
        has_events: kinds.values().any(|kind| *kind == Kind::Event),
        n_likely_dead: tables.likely_dead.len() as u64,
        pairs_to_review: pairs.to_review,
        pairs_ruled: pairs.ruled,
        published: reference.published.iter().filter(|own| is_own(&own.commune)).cloned().collect(),
        published_source: reference.published_source.clone(),
        populations: reference.populations.iter().filter(|own| is_own(&own.commune)).cloned().collect(),
        legal: reference.legal_periods.clone(),
        other_rule: other_rule(&config.report.other_rule)?,
        indicators: report::indicators::read(indicators)?,
        earlier: earlier(&tables.published_counts, &config.run.commune),
        generation: about.generation,
        as_of: tables.persons.iter().filter_map(|person| person.last_seen).max(),
        program_version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

/// Quartiers by index: those of the commune first, others as they are met.
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

fn kinds_of_files(tables: &Tables) -> BTreeMap<&str, Kind> {
    let kind = |code: &str| [Kind::Census, Kind::Birth, Kind::Event].into_iter().find(|kind| kind.code() == code);
    let mut kinds = BTreeMap::new();
    for row in &tables.lineage {
        if let Some(kind) = kind(&row.kind) {
            kinds.entry(row.file.as_str()).or_insert(kind);
        }
    }
    kinds
}

/// What a file holds; one without a row of data is known by its folder.
fn kind_of(kinds: &BTreeMap<&str, Kind>, file: &str) -> Kind {
    kinds.get(file).copied().unwrap_or_else(|| match file.split('/').next() {
        Some("births") => Kind::Birth,
        Some("events") => Kind::Event,
        _ => Kind::Census,
    })
}

/// Who has an act, and with what probability.
struct Acts<'t> {
    /// The probability of each person's act; the greatest of several.
    found: BTreeMap<&'t str, f64>,
    /// Of a person without one, that a doubtful pair makes one theirs.
    doubtful: BTreeMap<&'t str, f64>,
}

impl<'t> Acts<'t> {
    fn new(tables: &'t Tables) -> Self {
        let mut found: BTreeMap<&str, f64> = tables.births.iter().map(|act| (act.person_id.as_str(), 0.0)).collect();
        for row in tables.lineage.iter().filter(|row| row.kind == Kind::Birth.code()) {
            if let Some(best) = row.person_id.as_deref().and_then(|id| found.get_mut(id)) {
                // Where nothing was compared, a person ruled or the row stands alone.
                *best = best.max(row.match_probability.unwrap_or(1.0));
            }
        }
        Self { found, doubtful: doubtful(tables) }
    }
}

/// What is to be judged, and what was.
struct Pairs {
    to_review: [u64; 3],
    ruled: [u64; 2],
}

fn pairs(tables: &Tables, kinds: &BTreeMap<&str, Kind>) -> Pairs {
    let mut pairs = Pairs { to_review: [0; 3], ruled: [0; 2] };
    for link in tables.links.iter().filter(|link| link.kept == 0 || link.decided_by == "person") {
        if link.decided_by == "person" {
            pairs.ruled[usize::from(link.kept == 0)] += 1;
            continue;
        }
        let is_act = |file: &str| kind_of(kinds, file) == Kind::Birth;
        let pair = match (is_act(&link.file_a), is_act(&link.file_b)) {
            (false, false) => 0,
            (true, true) => 1,
            _ => 2,
        };
        pairs.to_review[pair] += 1;
    }
    pairs
}

/// For each person without an act of their own the probability that a doubtful pair makes one theirs.
fn doubtful(tables: &Tables) -> BTreeMap<&str, f64> {
    let mut of_place: BTreeMap<(&str, &str, i64), Vec<usize>> = BTreeMap::new();
    let open: Vec<_> = tables.links.iter().filter(|link| link.kept == 0 && link.decided_by == "score").collect();
    for (index, link) in open.iter().enumerate() {
        for place in [(&link.file_a, &link.sheet_a, link.row_a), (&link.file_b, &link.sheet_b, link.row_b)] {
            of_place.entry((place.0, place.1, place.2)).or_default().push(index);
        }
    }
    let mut sides: BTreeMap<usize, Vec<(bool, &str)>> = BTreeMap::new();
    for row in &tables.lineage {
        if let (Some(links), Some(id)) =
            (of_place.get(&(row.file.as_str(), row.sheet.as_str(), row.row)), &row.person_id)
        {
            for index in links {
                sides.entry(*index).or_default().push((row.kind == Kind::Birth.code(), id));
            }
        }
    }
    let mut best: BTreeMap<&str, f64> = BTreeMap::new();
    for (index, sides) in sides {
        // A pair of an act and a census row of two persons.
        if sides.iter().any(|(is_act, _)| *is_act) {
            for (_, id) in sides.iter().filter(|(is_act, _)| !is_act) {
                let probability = best.entry(*id).or_default();
                *probability = probability.max(open[index].match_probability);
            }
        }
    }
    best
}

/// `named`: the quartiers of all fiches of the round that gives the residence, where there are several.
fn person_fact(
    person: &PersonRow,
    acts: &Acts<'_>,
    named: &[&str],
    quartiers: &mut QuartierNames,
) -> report::PersonFact {
    let mut also: Vec<&str> = named.iter().copied().filter(|name| Some(*name) != person.quartier.as_deref()).collect();
    also.sort_unstable();
    also.dedup();
    let found = acts.found.get(person.person_id.as_str()).copied();
    report::PersonFact {
        quartier: person.quartier.as_deref().map(|name| quartiers.index(name)),
        sex: person.sex.as_deref().and_then(Sex::from_code),
        born_year: person.born_on.map(|day| day.year()),
        status: Status::from_code(&person.status).unwrap_or(Status::Resident),
        has_act: found.is_some(),
        act_probability: found.unwrap_or_else(|| acts.doubtful.get(person.person_id.as_str()).copied().unwrap_or(0.0)),
        also_named_in: also.into_iter().map(|name| quartiers.index(name)).collect(),
    }
}

fn act_fact(act: &BirthRow, quartiers: &mut QuartierNames) -> report::ActFact {
    report::ActFact {
        born_on: act.born_on.filter(|_| act.born_on_precision == Precision::Day.code()),
        declared_on: act.declared_on,
        delay_days: act.delay_days,
        timeliness: Timeliness::from_code(&act.timeliness).unwrap_or(Timeliness::Unknown),
        category: Category::from_code(&act.category).unwrap_or(Category::Unknown),
        quartier: act.quartier.as_deref().map(|name| quartiers.index(name)),
        sex: act.sex.as_deref().and_then(Sex::from_code),
        is_duplicate: act.duplicate_of.is_some(),
    }
}

/// Census sheets by the quartier that most of their rows name, rows that became a household's.
fn sheets_of_quartier(
    tables: &Tables,
    quartiers: &mut QuartierNames,
) -> BTreeMap<Option<QuartierIndex>, SheetsOfQuartier> {
    let mut of_household: BTreeMap<&str, QuartierIndex> = BTreeMap::new();
    for household in &tables.households {
        if let Some(name) = &household.quartier {
            of_household.insert(household.household_id.as_str(), quartiers.index(name));
        }
    }
    #[derive(Default)]
    struct Sheet {
        votes: BTreeMap<QuartierIndex, u64>,
        in_register: u64,
        quarantined: u64,
    }
    let mut sheets: BTreeMap<(&str, &str), Sheet> = BTreeMap::new();
    for row in tables.lineage.iter().filter(|row| row.kind == Kind::Census.code()) {
        let is_quarantined = row.outcome == "quarantined";
        if !is_quarantined && row.person_id.is_none() {
            continue;
        }
        let sheet = sheets.entry((row.file.as_str(), row.sheet.as_str())).or_default();
        if is_quarantined {
            sheet.quarantined += 1;
        } else {
            sheet.in_register += 1;
        }
        if let Some(quartier) = row.household_id.as_deref().and_then(|id| of_household.get(id)) {
            *sheet.votes.entry(*quartier).or_default() += 1;
        }
    }
    let mut counts: BTreeMap<Option<QuartierIndex>, SheetsOfQuartier> = BTreeMap::new();
    for sheet in sheets.values() {
        let most =
            sheet.votes.iter().max_by_key(|(index, n)| (**n, std::cmp::Reverse(**index))).map(|(index, _)| *index);
        let own = counts.entry(most).or_default();
        own.n_sheets += 1;
        own.in_register += sheet.in_register;
        own.quarantined += sheet.quarantined;
    }
    counts
}

/// The periods of the other rule, sorted.
fn other_rule(periods: &[report::OtherPeriod]) -> Result<Vec<LegalPeriod>> {
    let period = |own: &report::OtherPeriod| {
        let unit = match own.unit.as_str() {
            "days" => LimitUnit::Days,
            "months" => LimitUnit::Months,
            other => {
                return Err(Error::new("bad-setting").with("line", "report.other_rule").because(other.to_owned()));
            }
        };
        Ok(LegalPeriod { born_from: own.born_from, limit: own.limit, unit, law: String::new() })
    };
    let mut periods = periods.iter().map(period).collect::<Result<Vec<_>>>()?;
    periods.sort_by_key(|period| period.born_from);
    Ok(periods)
}

/// What the reports up to this one showed, for the next to be held against.
pub(super) fn published_counts(
    before: &[PublishedCountRow],
    figures: &[report::Aggregate],
    commune: &str,
) -> Vec<PublishedCountRow> {
    let mut earlier = earlier(before, commune);
    // Rates follow from counts.
    for own in figures.iter().filter(|own| own.denominator.is_none()) {
        let place = place_of(&own.area, &own.period, &own.breakdown, commune);
        earlier.add(&own.indicator, place, own.numerator.map(i64::unsigned_abs));
    }
    let rows = earlier.said().map(|(indicator, place, count, is_hidden)| PublishedCountRow {
        indicator: indicator.to_owned(),
        period: place.period.clone(),
        area: place.area(commune),
        breakdown: place.breakdown.clone(),
        count: count.map(|n| n as i64),
        is_hidden: i32::from(is_hidden),
    });
    rows.collect()
}

fn earlier(rows: &[PublishedCountRow], commune: &str) -> Earlier {
    let mut earlier = Earlier::default();
    for row in rows {
        let place = place_of(&row.area, &row.period, &row.breakdown, commune);
        earlier.set(&row.indicator, place, row.count.map(i64::unsigned_abs), row.is_hidden == 1);
    }
    earlier
}

fn place_of(area: &str, period: &str, breakdown: &str, commune: &str) -> Place {
    let quartier = area.strip_prefix(commune).and_then(|rest| rest.strip_prefix('/'));
    Place { period: period.to_owned(), quartier: quartier.map(str::to_owned), breakdown: breakdown.to_owned() }
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
