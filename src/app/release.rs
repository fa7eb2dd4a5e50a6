//! Writes a release to its folder and adds it to the ledger. `report::release` decides what it shows.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::ingest::{self, Reference};
use crate::messages::{Lang, Messages};
use crate::record::fold;
use crate::report::earlier_release::EarlierRelease;
use crate::report::register_window::RegisterSummary;
use crate::report::release_state::ReleasedFacts;
use crate::report::{
    self, ActFact, Facts, ReleaseFingerprint, ReleaseLabel, ReleasePeriod, ReleaseSettings, ReportSettings,
    ReportTables,
};
use crate::run::facts_of_generation;
use crate::store::{
    OutputPath, ReleaseEntry, ReleaseRecord, RunLock, Store, TemporaryFolder, create_folder, list_output_folder,
    replace_file,
};

use super::release_files::{self, LABEL};
use super::{current, data_package};

/// What to release.
#[derive(Debug, Clone, Copy)]
pub struct ReleaseRequest<'a> {
    /// The folder of the register.
    pub clean: &'a Path,
    /// The raw folder, for its reference tables.
    pub raw: &'a Path,
    /// The folder in which releases lie.
    pub out: &'a OutputPath,
    /// The period: `2018`, `2018-S2`, `2018-T4` or `2018-12`; without one the quarter of the last declarations of the
    /// release, which are those of an earlier one where too few acts changed since.
    pub period: Option<&'a str>,
    /// Why a person makes a release although the ledger of releases is gone or damaged.
    pub without_ledger: Option<&'a str>,
    /// Why the settings that shape a release are no longer those of the last one.
    pub new_settings: Option<&'a str>,
    /// The settings.
    pub config: &'a Config,
    /// The moment, RFC 3339.
    pub now: &'a str,
    /// The day that counts as today.
    pub today: NaiveDate,
}

/// A release that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Its folder.
    pub folder: PathBuf,
    /// Its number.
    pub number: u64,
    /// Its period.
    pub period: String,
    /// Persons or acts that changed since the release before; `None` for the first.
    pub changes: Option<u64>,
    /// The generation that it was made from, if the ledger was empty although the register has a history.
    pub unlisted_generation: Option<u64>,
    /// The number of the release whose residents are shown again, since too few changed.
    pub residents_from_release: Option<u64>,
    /// The number of the release whose acts are shown again, since too few changed.
    pub acts_from_release: Option<u64>,
}

/// Makes a release of the current generation. A part of the register in which too few persons or acts changed is shown
/// as in the last release. The same content asked again has the number that it had.
///
/// # Errors
/// `no-register`, `run-under-way`; `bad-period`; `release-too-soon` while too few persons or acts changed since an
/// earlier one; `release-settings` if joined quartiers or legal rules are not those of the last one and no reason is
/// given; `ledger-damaged`, `ledger-gone`; those of the store and the file system. Nothing is then written.
pub fn release(request: &ReleaseRequest<'_>) -> Result<Release> {
    let generation = current(request.clean)?;
    let (store, config) = (Store::open(request.clean)?, request.config);
    let lock = store.lock()?;
    let reference = Reference::read(&request.raw.join("reference"))?;
    let mut facts = facts_of_generation(&generation, config, &reference)?;
    facts.sample = report::last_sample(&ingest::read_decisions(request.raw, &config.ingest)?.samples);
    let folder = request.out.path();
    let earlier = numbers_in(folder);
    let last_number = store.last_release_number().max(earlier.iter().copied().max().unwrap_or(0));
    let ledger = Ledger::read(&store, request, last_number)?;
    let joined = joined_quartiers(&facts, config, &reference)?;
    let settings = settings_hash(&facts, config, &joined, &reference);
    let settings_reason = ledger.reason_for(&settings, request.new_settings)?;
    let mut repeated = ledger.repeat_parts(&mut facts, &store, config)?;
    let released = ReleasedFacts::of(&facts);
    let period = match request.period {
        Some(text) => ReleasePeriod::parse(text).ok_or_else(|| Error::new(ErrorCode::BadPeriod).with("value", text))?,
        None => report::release::period_of(&facts).unwrap_or(quarter(request.today)?),
    };
    if let Some(acts) = repeated.acts_of_persons.take() {
        facts.registers_of_persons = Some(RegisterSummary::of_acts(acts, period.last, &facts, &config.report));
    }
    let state = ReleaseFingerprint::of(&facts);
    report::release::select(
        &mut facts,
        &period,
        &ReleaseSettings { joined_quartiers: joined, ..config.release.clone() },
    );
    let mut state = state.with_period(&facts);
    ledger.check_period(&state, config.release.min_changes)?;
    let number = ledger.entries.iter().map(|entry| entry.number).chain([last_number]).max().unwrap_or(0) + 1;
    let mut label = label(&facts, config, &period, number, request.today);
    ledger.name_repeated(&mut label, &repeated);
    let tables = report::tables(&facts, &config.report);
    let released = released.with_registers(tables.registers_of_persons.clone());
    let earlier = ledger.earlier(&store)?;
    let mut tables = report::release::protect_beside(tables, label, &earlier);
    state.exact_years = Some(report::release::exact_years(&tables));
    let figures = report::render::csv(&report::aggregates(&tables));
    // A release of the same figures and period as an earlier one is that release: it keeps its number and its folder.
    let same = ledger.same(&figures, &period.code).cloned();
    if let Some(same) = &same {
        if folder.join(&same.folder).is_dir() {
            return Err(too_soon(0, same, config.release.min_changes));
        }
        let made_on = same.made_at.get(..10).and_then(|day| day.parse().ok());
        if let Some(label) = &mut tables.release {
            (label.number, label.made_on) = (same.number, made_on.unwrap_or(label.made_on));
        }
    }
    // Neither a person nor an act has changed: a file more, or a row that waits, makes no release.
    let last = ledger.entries.last().filter(|last| last.period == period.code);
    if let Some(last) = last.filter(|_| same.is_none() && repeated.changes == Some(0) && settings_reason.is_empty()) {
        return Err(too_soon(0, last, config.release.min_changes));
    }
    let number = same.as_ref().map_or(number, |same| same.number);
    ledger.compare_with_last(&mut tables, &store, number, &settings)?;
    let name = same.as_ref().map_or_else(|| free_name(folder, &period.code), |same| same.folder.clone());
    create_folder(folder)?;
    let to = folder.join(&name);
    list_output_folder(request.clean, &to);
    let beside = TemporaryFolder::beside(&to)?;
    write(&request.out.with_path(beside.path().to_owned()), &tables, &config.release.licence)?;
    let changes = same.as_ref().map_or(repeated.changes, |same| same.changes);
    if same.is_none() {
        let entry = ReleaseEntry {
            number,
            period: period.code.clone(),
            folder: name.clone(),
            made_at: request.now.to_owned(),
            generation: generation.number,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            changes,
            package: release_files::hash_of(&beside.path().join(data_package::FILE))?,
            residents_of: repeated.residents_of,
            acts_of: repeated.acts_of,
            reason: ledger.reason.clone(),
            settings,
            settings_reason,
            ..ReleaseEntry::default()
        };
        ledger.add(&store, &lock, entry, (&figures, &state, &released))?;
    }
    beside.persist(&to)?;
    let has_history = ledger.entries.is_empty() && (generation.number > 1 || !earlier.is_empty());
    let unlisted_generation = has_history.then_some(generation.number);
    Ok(Release {
        folder: to,
        number,
        period: period.code,
        changes,
        unlisted_generation,
        residents_from_release: repeated.residents_of,
        acts_from_release: repeated.acts_of,
    })
}

/// The releases made so far, each with what it counted.
struct Ledger {
    entries: Vec<ReleaseEntry>,
    states: Vec<ReleaseFingerprint>,
    /// Why it is begun anew; "" if it is not.
    reason: String,
}

/// The parts that a release repeats from an earlier one, by the number of that release, and how much changed since the
/// last.
#[derive(Default)]
struct RepeatedParts {
    changes: Option<u64>,
    residents_of: Option<u64>,
    acts_of: Option<u64>,
    /// The acts with which the persons were linked, where those of an earlier release are shown.
    acts_of_persons: Option<Vec<ActFact>>,
}

impl Ledger {
    /// Reads the ledger. One that is gone or damaged is refused, unless a person says why there is none.
    fn read(store: &Store, request: &ReleaseRequest<'_>, last_number: u64) -> Result<Self> {
        let sound = || -> Result<Self> {
            let entries = store.releases()?;
            if entries.is_empty() && last_number > 0 {
                return Err(Error::new(ErrorCode::LedgerGone).at(request.clean));
            }
            let state = |entry| -> Result<ReleaseFingerprint> {
                let damaged = |e| Error::new(ErrorCode::LedgerDamaged).at(request.clean).because(e);
                serde_json::from_slice(&store.released_state(entry)?).map_err(damaged)
            };
            let states = entries.iter().map(state).collect::<Result<Vec<_>>>()?;
            Ok(Self { entries, states, reason: String::new() })
        };
        let reason = request.without_ledger.map(str::trim).filter(|reason| !reason.is_empty());
        sound().or_else(|e| {
            let reason = reason.ok_or(e)?.to_owned();
            Ok(Self { entries: Vec::new(), states: Vec::new(), reason })
        })
    }

    /// Puts back into the facts the residents, or the acts, of the last release if fewer than `min` changed since an
    /// earlier release, but more than none.
    fn repeat_parts(&self, facts: &mut Facts, store: &Store, config: &Config) -> Result<RepeatedParts> {
        let min = config.release.min_changes;
        let Some((last, before)) = self.entries.last().zip(self.states.last()) else {
            return Ok(RepeatedParts::default());
        };
        let state = ReleaseFingerprint::of(facts);
        let is_few = |n: u64| n > 0 && n < min;
        let parts = || self.states.iter().map(|before| state.changes_of_parts(before));
        let few_residents = parts().map(|own| own.residents).filter(|n| is_few(*n)).min();
        let few_acts = parts().map(|own| own.acts).filter(|n| is_few(*n)).min();
        let since = state.changes_of_parts(before);
        let shown = [since.residents * u64::from(few_residents.is_none()), since.acts * u64::from(few_acts.is_none())];
        let changes = shown[0].max(shown[1]);
        if let Some(n) = few_residents.max(few_acts).filter(|_| changes == 0) {
            return Err(too_soon(n, last, min));
        }
        let residents_of = few_residents.map(|_| last.residents_of.unwrap_or(last.number));
        let mut acts_of_persons = None;
        let has_same_residents = since.residents == 0;
        if few_residents.or(few_acts).is_some() || has_same_residents {
            let damaged = |e| Error::new(ErrorCode::LedgerDamaged).at(store.root()).because(e);
            let mut released: ReleasedFacts = serde_json::from_slice(&store.released_facts()?).map_err(damaged)?;
            if let Some(number) = residents_of {
                // A ledger of an older program: the registers are those of the acts up to the end of the period.
                if released.registers.is_none() {
                    let entry = self.entries.iter().find(|entry| entry.number == number).unwrap_or(last);
                    let period = ReleasePeriod::parse(&entry.period);
                    let of_acts = |own: ReleasePeriod| {
                        RegisterSummary::of_acts(released.acts(facts), own.last, facts, &config.report)
                    };
                    released.registers = period.map(of_acts);
                }
                released.restore_persons(facts);
            } else if has_same_residents {
                released.restore_households(facts);
            }
            if few_acts.is_some() {
                acts_of_persons = few_residents.is_none().then(|| std::mem::take(&mut facts.acts));
                released.restore_acts(facts);
            }
        }
        let acts_of = few_acts.map(|_| last.acts_of.unwrap_or(last.number));
        Ok(RepeatedParts { changes: Some(changes), residents_of, acts_of, acts_of_persons })
    }

    /// Names in the label the releases of which parts are shown again, and the days on which they were made.
    fn name_repeated(&self, label: &mut ReleaseLabel, repeated: &RepeatedParts) {
        let made_on = |number: Option<u64>| {
            let entry = self.entries.iter().find(|entry| Some(entry.number) == number)?;
            entry.made_at.get(..10)?.parse().ok()
        };
        (label.residents_of, label.acts_of) = (repeated.residents_of, repeated.acts_of);
        (label.residents_made_on, label.acts_made_on) = (made_on(label.residents_of), made_on(label.acts_of));
    }

    /// Adds a release: its figures as shown, the cells of its tables, and what it counted.
    fn add(
        &self,
        store: &Store,
        lock: &RunLock,
        entry: ReleaseEntry,
        (figures, state, released): (&str, &ReleaseFingerprint, &ReleasedFacts),
    ) -> Result<()> {
        let fault = |e: serde_json::Error| Error::new(ErrorCode::Io).at(store.root()).because(e);
        let (state, facts) = (serde_json::to_vec(state).map_err(fault)?, serde_json::to_vec(released).map_err(fault)?);
        if !self.reason.is_empty() {
            store.put_ledger_aside(lock)?;
        }
        store.add_release(lock, entry, ReleaseRecord { figures: figures.as_bytes(), state: &state, facts: &facts })
    }

    /// Returns why the settings that shape a release differ from those of the last one; "" if they do not.
    fn reason_for(&self, settings: &str, given: Option<&str>) -> Result<String> {
        let last = self.entries.iter().rfind(|entry| !entry.settings.is_empty());
        let Some(last) = last.filter(|last| last.settings != settings) else { return Ok(String::new()) };
        match given.map(str::trim).filter(|reason| !reason.is_empty()) {
            Some(reason) => Ok(reason.to_owned()),
            None => Err(Error::new(ErrorCode::ReleaseSettings).with("number", last.number)),
        }
    }

    /// Refuses a period whose acts differ by a few from those of an earlier release.
    fn check_period(&self, state: &ReleaseFingerprint, min: u64) -> Result<()> {
        for (entry, before) in self.entries.iter().zip(&self.states).rev() {
            let n = state.changes_of_parts(before).period;
            if n > 0 && n < min {
                return Err(too_soon(n, entry, min));
            }
        }
        Ok(())
    }

    /// Returns what each release showed of the acts by year of declaration.
    fn earlier(&self, store: &Store) -> Result<Vec<EarlierRelease>> {
        let of = |(entry, state): (&ReleaseEntry, &ReleaseFingerprint)| {
            let figures = store.released_figures(entry.number).unwrap_or_default();
            let exact = state.exact_years.clone();
            let is_known = exact.is_some() && figures.is_empty();
            let read = || report::compare::read("ledger", &String::from_utf8_lossy(&figures));
            let figures = if is_known { Vec::new() } else { read()?.figures };
            // A release of an older program showed every year exactly.
            let exact = exact.unwrap_or_else(|| report::release::all_years(&figures));
            Ok(EarlierRelease::of(exact, ReleasePeriod::parse(&entry.period).map(|own| own.last), &figures))
        };
        self.entries.iter().zip(&self.states).map(of).collect()
    }

    /// Adds to the tables what changed since the release before. One that is written again is compared with the one
    /// before it, which is not the last of the ledger.
    fn compare_with_last(&self, tables: &mut ReportTables, store: &Store, number: u64, settings: &str) -> Result<()> {
        let last = self.entries.iter().rfind(|entry| entry.number < number);
        if let Some((last, figures)) = last.and_then(|last| Some((last, store.released_figures(last.number)?))) {
            let before = report::compare::read("ledger", &String::from_utf8_lossy(&figures))?.figures;
            let has_same_settings = last.settings == settings;
            report::since_last::compare_with(tables, (last.number, &last.period), &before, has_same_settings);
        }
        Ok(())
    }

    /// Returns the release of the same period and figures.
    fn same(&self, figures: &str, period: &str) -> Option<&ReleaseEntry> {
        let hash = Store::sha256_hex(figures.as_bytes());
        self.entries.iter().rfind(|entry| entry.sha256 == hash && entry.period == period)
    }
}

fn too_soon(n: u64, entry: &ReleaseEntry, min: u64) -> Error {
    let error = Error::new(ErrorCode::ReleaseTooSoon).with("n", n).with("min", min);
    error.with("number", entry.number).with("period", &entry.period)
}

/// Returns the joined quartiers by their names in the register; those of the settings can be typed in other letters, or
/// in a spelling of the reference table.
fn joined_quartiers(facts: &Facts, config: &Config, reference: &Reference) -> Result<Vec<Vec<String>>> {
    let own_name = |typed: &String| {
        let is_named = |name: &String| fold(name) == fold(typed);
        let listed =
            reference.quartiers.iter().find(|own| is_named(&own.name) || own.other_spellings.iter().any(is_named));
        let name = listed.map_or_else(|| facts.quartiers.iter().find(|name| is_named(name)), |own| Some(&own.name));
        let error = Error::new(ErrorCode::SettingNoQuartier).with("key", "release.joined_quartiers");
        name.cloned().ok_or_else(|| error.with("value", typed))
    };
    let groups: Vec<Vec<String>> = config
        .release
        .joined_quartiers
        .iter()
        .map(|group| group.iter().map(own_name).collect())
        .collect::<Result<_>>()?;
    let mut seen = BTreeSet::new();
    match groups.iter().flatten().find(|name| !seen.insert(*name)) {
        Some(twice) => Err(Error::new(ErrorCode::SettingTwice)
            .at(Path::new("bato.toml"))
            .with("key", "release.joined_quartiers")
            .with("value", twice)),
        None => Ok(groups),
    }
}

/// Returns a hash of the settings that shape a release: joined quartiers in whatever order, legal rules, and the list
/// of quartiers with their spellings, which can join them, too. Two releases of the same facts under other settings can
/// show, put side by side, what neither shows alone.
fn settings_hash(facts: &Facts, config: &Config, joined: &[Vec<String>], reference: &Reference) -> String {
    let rules = report::release::rules_of(facts);
    let quartiers =
        reference.quartiers.iter().map(|own| (&own.name, own.other_spellings.iter().collect::<BTreeSet<_>>()));
    let quartiers: BTreeMap<&String, BTreeSet<&String>> = quartiers.collect();
    let names = |group: &Vec<String>| -> BTreeSet<String> { group.iter().map(|name| fold(name)).collect() };
    let joined: BTreeSet<BTreeSet<String>> = joined.iter().map(names).collect();
    // Births are expected from exact persons by these factors. The usual ones add nothing to the hash.
    let factors = |own: &ReportSettings| {
        let rates = [own.births_per_woman, own.births_per_1000, own.under_five_deaths];
        (own.survival.clone(), rates.map(f64::to_bits))
    };
    let (own, usual) = (factors(&config.report), factors(&ReportSettings::default()));
    let text = if own == usual {
        serde_json::to_vec(&(joined, rules, quartiers))
    } else {
        serde_json::to_vec(&(joined, rules, quartiers, serde_json::json!([config.report.survival, own.1])))
    };
    Store::sha256_hex(&text.unwrap_or_default())
}

fn quarter(day: NaiveDate) -> Result<ReleasePeriod> {
    ReleasePeriod::quarter_of(day).ok_or_else(|| Error::new(ErrorCode::BadPeriod).with("value", day))
}

fn label(
    facts: &report::Facts,
    config: &Config,
    period: &ReleasePeriod,
    number: u64,
    today: NaiveDate,
) -> ReleaseLabel {
    let (legal_rule, other_rule) = report::release::rules_of(facts);
    let (register_years, as_of) = report::release::window_of(facts);
    ReleaseLabel {
        number,
        period: period.code.clone(),
        commune: config.run.commune.clone(),
        made_on: today,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        as_of,
        register_years,
        legal_rule,
        other_rule,
        rounding: "10-5".to_owned(),
        exact_years: Vec::new(),
        min_changes: config.release.min_changes,
        residents_of: None,
        residents_made_on: None,
        acts_of: None,
        acts_made_on: None,
    }
}

/// Returns the numbers of the releases in a folder.
fn numbers_in(folder: &Path) -> Vec<u64> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let labels = entries.filter_map(|entry| std::fs::read(entry.path().join(LABEL)).ok());
    labels.filter_map(|bytes| Some(serde_json::from_slice::<ReleaseLabel>(&bytes).ok()?.number)).collect()
}

/// Returns a name that no folder has: nothing is added to a release that was made.
fn free_name(folder: &Path, period: &str) -> String {
    let names = std::iter::once(period.to_owned()).chain((2..).map(|n| format!("{period}-{n}")));
    names.into_iter().find(|name| !folder.join(name).exists()).unwrap_or_else(|| period.to_owned())
}

fn write(output: &OutputPath, tables: &ReportTables, licence: &str) -> Result<()> {
    // The ledger has no changes: they are those between two of its entries.
    let since = tables.since_last.as_ref();
    let since = since.map(|since| since.aggregates(&tables.commune, &tables.quartier_codes)).unwrap_or_default();
    let figures: Vec<report::Aggregate> = report::aggregates(tables).into_iter().chain(since).collect();
    let folder = output.path();
    let replace = |name: &str, bytes: &[u8]| replace_file(&output.with_path(folder.join(name)), bytes);
    let page = |lang: &Lang| -> Result<()> {
        let messages = Messages::new(*lang);
        let code = lang.code();
        replace(&format!("release.{code}.html"), report::render::html(tables, &messages).as_bytes())?;
        replace(&format!("release.{code}.xlsx"), &report::render::xlsx(tables, &messages)?)
    };
    Lang::ALL.par_iter().map(page).collect::<Result<Vec<()>>>()?;
    replace("aggregates.csv", report::render::csv(&figures).as_bytes())?;
    replace("aggregates.json", report::render::json(&figures).as_bytes())?;
    let label = serde_json::to_string_pretty(&tables.release).unwrap_or_default() + "\n";
    replace(LABEL, label.as_bytes())?;
    let Some(label) = &tables.release else { return Ok(()) };
    let package = data_package::of_release(folder, label, licence)?;
    replace(data_package::FILE, format!("{package:#}\n").as_bytes())
}
