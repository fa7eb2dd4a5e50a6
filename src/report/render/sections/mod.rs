//! Builds the document of the report, section by section.

mod births;
mod brief;
mod children;
mod data_quality;
mod indicators;
mod parcels;
mod population;
mod registrar;
mod un_tables;

// The sections import these through `super::*`.
use super::document::{
    Chart, ChartKind, Document, DocumentBlock, DocumentCell, DocumentPart, DocumentRow, DocumentTable, HeadlineFigure,
    Section,
};
use super::labels::Labels;
use chrono::Datelike;

use crate::messages::Messages;
use crate::report::ReportTables;
use crate::report::heading::{Breakdown, RowHeading};
use crate::report::release_limits::{LEAST_COUNT, LEAST_PERSONS, LEAST_ROWS, LEAST_WHOLE, STEP};
use crate::report::timeliness::{OtherYear, TimelinessRow};

/// Returns the report in the language of the messages.
pub(super) fn document(tables: &ReportTables, messages: &Messages) -> Document {
    let labels = Labels { messages };
    let (mark, foot, legend) = signs(tables, &labels);
    let mut document = Document {
        lang: messages.lang().code(),
        title: labels.message("title", &[("commune", tables.commune.as_str().into())]),
        commune: tables.commune.clone(),
        subtitle: subtitle(tables, &labels),
        mark,
        skip: labels.text("skip"),
        contents: labels.text("contents"),
        figures_title: labels.text("figures"),
        figures: figures(tables, &labels),
        legend,
        sections: vec![
            brief::section(tables, &labels),
            births::section(tables, &labels),
            children::section(tables, &labels),
            indicators::section(tables, &labels),
            population::section(tables, &labels),
            data_quality::section(tables, &labels),
            un_tables::section(tables, &labels),
            method(tables, &labels),
        ],
        foot,
        // The commune's own report is read on the desk, where no file lies beside it.
        links: tables.release.iter().flat_map(|_| labels.links("release", Some("aggregates.csv"))).collect(),
        stem: stem(tables),
    };
    document.explain_incomplete(&labels.text("incomplete-note"));
    match &tables.release {
        Some(_) => document.round(),
        // Before the recommended tables and the method.
        None => {
            let own = [Some(registrar::section(tables, &labels)), parcels::section(tables, &labels)];
            let place = document.sections.len() - 2;
            document.sections.splice(place..place, own.into_iter().flatten());
        }
    }
    document
}

/// The years, the last day and the incomplete years of the registers, below the title.
fn subtitle(tables: &ReportTables, labels: &Labels<'_>) -> String {
    let window = &tables.births.window;
    let years = window.years.first().zip(window.years.last()).map(|(first, last)| {
        let [first, last] = [first, last].map(i32::to_string);
        if first == last {
            labels.message("subtitle-year", &[("year", first.into())])
        } else {
            labels.message("subtitle-years", &[("first", first.into()), ("last", last.into())])
        }
    });
    // A release says nothing of single acts.
    let is_later = |row: &TimelinessRow| {
        let last = window.as_of.map_or(i32::MAX, |day| day.year());
        matches!(row.heading, RowHeading::Year(year) if year > last)
            && [row.judged, row.unknown].into_iter().flatten().any(|n| n > 0)
    };
    let has_later = tables.release.is_none() && tables.births.by_declared_year.rows.iter().any(is_later);
    let id = if has_later { "subtitle-as-of-later" } else { "subtitle-as-of" };
    let as_of = window.as_of.map(|day| labels.message(id, &[("day", labels.messages.date(day).into())]));
    let of_acts = labels.of_release("subtitle-acts-of", tables.acts_of());
    let as_of = as_of.map(|own| [Some(own), of_acts].into_iter().flatten().collect::<Vec<_>>().join(" "));
    let incomplete: Vec<String> = tables.births.incomplete.years().iter().map(i32::to_string).collect();
    let incomplete = (!incomplete.is_empty())
        .then(|| labels.message("subtitle-incomplete", &[("years", incomplete.join(", ").into())]));
    let parts = [Some(labels.text("subtitle")), years, as_of, incomplete];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What every page is marked with, its foot, and the legend of its signs.
fn signs(tables: &ReportTables, labels: &Labels<'_>) -> (String, String, Vec<String>) {
    let made = tables.release.as_ref().map(|release| release.made_on).or(tables.made_on);
    let made = made.map(|day| labels.message("subtitle-made-on", &[("day", labels.messages.date(day).into())]));
    let made_on = tables.made_on.map_or_else(|| labels.text("no-rate"), |day| labels.messages.date(day));
    let foot = [
        ("generation", tables.generation.to_string().into()),
        ("version", tables.program_version.as_str().into()),
        ("day", made_on.into()),
    ];
    let (mark, foot, of_release) = match &tables.release {
        None => (labels.text("mark-internal"), labels.message("foot", &foot), Vec::new()),
        Some(release) => {
            let facts = [
                ("number", release.number.into()),
                ("period", labels.release_period(&release.period).into()),
                ("day", labels.messages.date(release.made_on).into()),
                ("version", tables.program_version.as_str().into()),
            ];
            let rounding = [
                ("least", LEAST_COUNT.into()),
                ("step", STEP.into()),
                ("rows", LEAST_ROWS.into()),
                ("whole", LEAST_WHOLE.into()),
                ("persons", LEAST_PERSONS.into()),
            ];
            let few = labels.message("legend-too-few", &[("min", release.min_changes.into())]);
            let is_again = tables.persons_of().or(tables.acts_of()).is_some();
            let again = [
                labels.of_release("legend-residents-of", tables.persons_of()),
                labels.of_release("legend-acts-of", tables.acts_of()),
                Some(few).filter(|_| is_again),
            ];
            let legend = again.into_iter().flatten().chain([exact_note(tables, labels)]);
            let legend = legend.chain([labels.message("legend-release", &rounding)]);
            let legend = vec![legend.collect::<Vec<_>>().join(" "), labels.message("legend-signs", &rounding)];
            (labels.message("mark-release", &facts), labels.message("foot-release", &facts), legend)
        }
    };
    let duplicates = match tables.births.totals.duplicates {
        Some(n) => labels.message("legend-duplicates", &[("n", n.into())]),
        None => labels.text("legend-duplicates-hidden"),
    };
    let legend = of_release.into_iter().chain([labels.text("legend-rate"), duplicates]).collect();
    let mark = [Some(mark), made].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    (mark, foot, legend)
}

/// Returns the sentence on which numbers of a release are exact.
fn exact_note(tables: &ReportTables, labels: &Labels<'_>) -> String {
    let years = tables.release.iter().flat_map(|release| &release.exact_years);
    let years: Vec<String> = years.map(i32::to_string).collect();
    let id = match (years.is_empty(), tables.births.by_declared_year.total.is_exact) {
        (true, _) => "legend-exact-none",
        (false, true) => "legend-exact-all",
        (false, false) => "legend-exact-years",
    };
    labels.message(id, &[("years", years.join(", ").into())])
}

/// Returns the beginning of the name of a saved picture: the commune and the release, in plain letters.
fn stem(tables: &ReportTables) -> String {
    let commune = crate::record::fold(&tables.commune).to_lowercase().replace(' ', "-");
    match &tables.release {
        Some(release) => format!("{commune}-{}-n{}", release.period.to_lowercase(), release.number),
        None => format!("{commune}-interne"),
    }
}

fn figures(tables: &ReportTables, labels: &Labels<'_>) -> Vec<HeadlineFigure> {
    let (population, rows) = (&tables.population, &tables.sheets.all);
    let figure = |value, label: &str, note| HeadlineFigure { value, label: labels.text(label), note };
    let count = |n: Option<u64>| labels.cell(&DocumentCell::count(n));
    let percent = |rate: Option<f64>, whole: Option<u64>| labels.cell(&DocumentCell::share(rate, whole));
    let with = |note: String, of: Option<String>| [Some(note), of].into_iter().flatten().collect::<Vec<_>>().join(". ");
    let of_acts = labels.of_release("acts-of-release", tables.acts_of());
    let of_persons = labels.of_release("persons-of-release", tables.persons_of());
    let again = |note: String| with(note, of_persons.clone());
    let figures = births_figures(tables, labels).into_iter();
    let mut figures: Vec<HeadlineFigure> =
        figures.map(|own| HeadlineFigure { note: with(own.note, of_acts.clone()), ..own }).collect();
    if let Some(children) = &tables.children {
        let all = &children.by_born_year.total;
        let range = all.interval.map(|(low, high)| {
            let [low, high] = [low, high].map(|share| labels.messages.percent(share).into());
            let years = tables.registers_of_persons.window.year_ranges();
            labels.message("figure-children-note", &[("years", years.into()), ("low", low), ("high", high)])
        });
        let young = &children.under_five_by_quartier.total;
        let young_range = young.interval_with().map(|(low, high)| {
            let [low, high] = [low, high].map(|share| labels.messages.percent(share).into());
            labels.message("figure-under-five-note", &[("low", low), ("high", high)])
        });
        let young_share = percent(young.rate_with(), young.counts.total);
        // A share of nobody does not exist: the note says why.
        let none = |id: &str, total: Option<u64>| {
            let years = tables.registers_of_persons.window.year_ranges();
            let id = if years.is_empty() { "figure-no-years".to_owned() } else { format!("{id}-none") };
            (total == Some(0)).then(|| labels.message(&id, &[("years", years.into())]))
        };
        let young_note = none("figure-under-five", young.counts.total).or(young_range).unwrap_or_default();
        figures.push(figure(young_share, "figure-under-five", again(young_note)));
        let share = percent(all.rate_without(), all.counts.total);
        let note = none("figure-children", all.counts.total).or(range).unwrap_or_default();
        figures.push(figure(share, "figure-children", again(note)));
    }
    let n_quartiers = [("n", tables.sheets.n_quartiers_censused.into()), ("of", tables.sheets.n_quartiers.into())];
    let n_quartiers = labels.message("figure-quartiers-value", &n_quartiers);
    let no_quarantine = rows.quarantined == Some(0);
    // Whoever gets a release corrects no sheet.
    let quarantine = match (no_quarantine, &tables.release) {
        (true, _) => labels.text("figure-quarantine-none"),
        (false, Some(_)) => labels.text("figure-quarantine-release"),
        (false, None) => labels.text("figure-quarantine-note"),
    };
    figures.extend([
        figure(count(population.total.persons.total), "figure-persons", again(labels.text("figure-persons-note"))),
        figure(n_quartiers, "figure-quartiers", again(labels.text("figure-quartiers-note"))),
        figure(labels.cell(&DocumentCell::rows(rows.quarantined)), "figure-quarantine", quarantine),
    ]);
    figures
}

/// Returns the share on time and the late acts. Where the law in force is an open question, they are ranges of both
/// rules.
fn births_figures(tables: &ReportTables, labels: &Labels<'_>) -> [HeadlineFigure; 2] {
    let births = &tables.births.totals.all;
    let figure = |value, label: &str, note| HeadlineFigure { value, label: labels.text(label), note };
    let acts = |n: Option<u64>| labels.cell(&DocumentCell::count_of_row(n, births.is_withheld));
    let rate_facts = [
        ("years", tables.births.window.year_ranges().into()),
        ("on_time", acts(births.on_time).into()),
        ("judged", acts(births.rate_whole()).into()),
    ];
    let late_note = match births.unknown {
        Some(0) => labels.text("figure-late-none"),
        unknown => labels.message("figure-late-note", &[("unknown", acts(unknown).into())]),
    };
    let own = labels.cell(&DocumentCell::share(births.rate(), births.judged).of_row(births.is_withheld));
    let is_shown = |cell: &DocumentCell| matches!(cell, DocumentCell::Share(_));
    let share = |other: &OtherYear| DocumentCell::share(other.rate(), other.judged);
    let other = tables.births.other_rule.as_ref().map(|other| &other.total);
    let other =
        other.filter(|other| is_shown(&share(other)) && is_shown(&DocumentCell::share(births.rate(), births.judged)));
    let other = other.map(|other| (labels.cell(&share(other)), other)).filter(|(shown, _)| *shown != own);
    let range = |own: String, other: String, is_other_first: bool| {
        let (low, high) = if is_other_first { (other, own) } else { (own, other) };
        labels.message("figure-rate-range", &[("low", low.into()), ("high", high.into())])
    };
    let late_other = other.as_ref().and_then(|(_, other)| Some(other.judged?.saturating_sub(other.on_time?)));
    // A release shows no count under 10.
    let late_other = late_other.filter(|n| tables.release.is_none() || *n >= LEAST_COUNT);
    let late = match births.late.zip(late_other) {
        Some((late, late_other)) => {
            let facts = [("late", acts(births.late).into()), ("note", late_note.into())];
            let value =
                range(acts(births.late), labels.cell(&DocumentCell::count(Some(late_other))), late_other < late);
            figure(value, "figure-late", labels.message("figure-late-open", &facts))
        }
        None => figure(acts(births.late), "figure-late", late_note),
    };
    let rate = match other {
        Some((other, _)) => {
            let note = labels.message("figure-rate-note", &rate_facts);
            let value = range(own, other, tables.other_rule_is_stricter());
            figure(value, "figure-rate", labels.message("figure-rate-open", &[("note", note.into())]))
        }
        None => figure(own, "figure-rate", labels.message("figure-rate-note", &rate_facts)),
    };
    [rate, late]
}

/// Returns the section on method: the law applied, notes on the figures, sources of the formulas.
fn method(tables: &ReportTables, labels: &Labels<'_>) -> Section {
    let legal = vec![
        labels.paragraph("legal-text", &[]),
        DocumentBlock::List(tables.legal.iter().map(|period| labels.legal_period(period)).collect()),
        labels.paragraph("legal-before", &[]),
    ];
    let settings = &tables.settings;
    // Each incomplete period has its reason.
    let reasons = |by, id: &str| {
        let reasons = labels.incomplete_reasons(&tables.births.incomplete, by);
        let reasons: Vec<&str> = reasons.iter().map(String::as_str).collect();
        (!reasons.is_empty()).then(|| labels.message(id, &[("periods", labels.join(&reasons).into())]))
    };
    let reasons = [
        reasons(Breakdown::DeclaredYear, "note-incomplete-declared"),
        reasons(Breakdown::BornYear, "note-incomplete-born"),
    ];
    let notes = [
        labels.text("note-rate"),
        labels.text("legend-interval"),
        labels.text("note-duplicates"),
        labels.text("note-incomplete"),
        labels.message("note-cohorts", &[("n", u64::from(settings.recent_cohort_days).into())]),
        labels.text("note-published"),
        labels.text("note-children"),
        labels.text("note-registration"),
        labels.message("note-up-to-date", &[("n", u64::from(settings.up_to_date_years).into())]),
    ];
    let notes = notes.into_iter().chain(reasons.into_iter().flatten()).collect();
    let formulas =
        ["formula-wilson", "formula-funnel", "formula-whipple", "formula-myers", "formula-children", "formula-cohorts"];
    let formulas = formulas.map(|id| labels.text(id)).into();
    let parts = vec![
        labels.part("legal-title", legal),
        labels.part("notes-title", vec![DocumentBlock::List(notes)]),
        labels.part("formulas-title", vec![DocumentBlock::List(formulas)]),
    ];
    labels.section("method", "method-title", parts)
}
