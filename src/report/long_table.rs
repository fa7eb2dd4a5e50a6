//! Lists the report's figures as one long table: indicator, period, area, breakdown, value. No personal data.

use std::collections::BTreeMap;

use super::Aggregate;
use super::ReportTables;
use super::children::ChildRow;
use super::count_table::{CountRow, TableSpec, share};
use super::figure_place::FigurePlace;
use super::heading::{Breakdown, RowHeading};
use super::release_limits::LEAST_WHOLE;
use super::sheets::RowOutcomes;
use super::timeliness::TimelinessRow;
use crate::record::Status;

/// Returns every figure of the report, in a fixed order.
#[must_use]
pub fn aggregates(tables: &ReportTables) -> Vec<Aggregate> {
    let is_release = tables.release.is_some();
    let number = |of: Option<(u64, _)>| of.map(|(number, _)| number.to_string()).unwrap_or_default();
    let [of_acts, of_persons] = [number(tables.acts_of()), number(tables.persons_of())];
    let (commune, codes) = (tables.commune.as_str(), &tables.quartier_codes);
    let mut table =
        LongTable { commune, codes, is_release, release: of_acts.clone(), completeness: "", rows: Vec::new() };
    table.births(tables);
    table.ratio("sex_ratio_of_acts", &FigurePlace::all(), tables.quality.at_birth.ratio);
    table.release = of_persons;
    table.population(tables);
    table.children(tables);
    table.coverage(tables);
    table.progress(tables);
    table.quality(tables);
    table.events(tables);
    table.release = String::new();
    table.sheets(tables);
    // Findings and pairs are of all that was read.
    table.release = String::new();
    table.pairs(tables);
    table.rows
}

/// What other sources published: figures of no release.
const PUBLISHED: [&str; 3] = ["published_on_time", "published_late", "population_stated"];

struct LongTable<'a> {
    commune: &'a str,
    /// Postal codes of quartiers.
    codes: &'a BTreeMap<String, String>,
    /// Whether values are rounded to the tenth that pages show.
    is_release: bool,
    /// Number of the release of which the figures are shown again; "" for none.
    release: String,
    /// Whether the registers have the period of the figures as a whole, as in the column.
    completeness: &'static str,
    rows: Vec<Aggregate>,
}

/// The column `completeness` of a period.
fn completeness(is_incomplete: bool) -> &'static str {
    if is_incomplete { "incomplete" } else { "complete" }
}

/// Whether a heading is a period.
fn is_period(heading: &RowHeading) -> bool {
    matches!(heading, RowHeading::Year(_) | RowHeading::Quarter(..) | RowHeading::Half(..))
}

impl LongTable<'_> {
    fn push(
        &mut self,
        indicator: &str,
        place: &FigurePlace,
        value: Option<f64>,
        numerator: Option<u64>,
        denominator: Option<u64>,
    ) {
        let round = |value: f64| {
            let is_share = indicator.starts_with("coverage") || value.abs() <= 1.0;
            let scale = if is_share { 1000.0 } else { 10.0 };
            (value * scale).round() / scale
        };
        let value = if self.is_release { value.map(round) } else { value };
        self.rows.push(Aggregate {
            indicator: indicator.to_owned(),
            period: place.period.clone(),
            area: place.area(self.commune),
            breakdown: place.breakdown.clone(),
            value,
            numerator: numerator.map(|n| n as i64),
            denominator: denominator.map(|n| n as i64),
            area_code: place.quartier.as_ref().and_then(|name| self.codes.get(name)).cloned().unwrap_or_default(),
            sdg: if indicator.contains("under_five") { "16.9.1".to_owned() } else { String::new() },
            status: match value {
                Some(_) => "shown",
                None if self.is_release => "hidden",
                None => "none",
            }
            .to_owned(),
            completeness: self.completeness.to_owned(),
            release: if PUBLISHED.contains(&indicator) { String::new() } else { self.release.clone() },
        });
    }

    /// Sets the status of the last row of a release, if it has no value. The commune's own report hides nothing.
    fn set_status(&mut self, status: &str) {
        if let Some(row) = self.rows.last_mut().filter(|row| row.value.is_none() && self.is_release) {
            row.status = status.to_owned();
        }
    }

    /// Sets the status of the last row of a release, if its row of the table is withheld.
    fn set_withheld(&mut self, is_withheld: bool) {
        if is_withheld {
            self.set_status("withheld");
        }
    }

    /// Sets the completeness of the figures that follow, of a period.
    fn of_period(&mut self, heading: &RowHeading, is_incomplete: bool) {
        self.completeness = if is_period(heading) { completeness(is_incomplete) } else { "" };
    }

    fn count(&mut self, indicator: &str, place: &FigurePlace, n: Option<u64>) {
        self.push(indicator, place, n.map(|n| n as f64), n, None);
        self.set_status("under-10");
    }

    /// Adds a count of rows, sheets or pairs.
    fn row_count(&mut self, indicator: &str, place: &FigurePlace, n: Option<u64>) {
        self.count(indicator, place, n);
        self.set_status("under-5");
    }

    fn number(&mut self, indicator: &str, place: &FigurePlace, n: Option<f64>) {
        self.push(indicator, place, n, None, None);
    }

    /// Adds a rate; its parts are shown only if both are.
    fn rate(&mut self, indicator: &str, place: &FigurePlace, part: Option<u64>, whole: Option<u64>) {
        let least = if self.is_release { LEAST_WHOLE } else { 1 };
        // The parts of a rate that a release hides are not shown as such.
        let both = part.zip(whole).filter(|(_, whole)| !self.is_release || *whole >= least);
        self.push(
            indicator,
            place,
            share(part, whole, least),
            both.map(|(part, _)| part),
            both.map(|(_, whole)| whole),
        );
        self.set_none(whole);
    }

    /// Sets the status of the last row, a rate or a mean, if there is nobody of whom it could be.
    fn set_none(&mut self, whole: Option<u64>) {
        if whole == Some(0) {
            self.set_status("none");
        }
    }

    /// Adds the counts of persons or acts of a row at their places, the row total last.
    fn count_row(&mut self, spec: &TableSpec, row: &CountRow) {
        self.counts(spec, row, Self::count);
    }

    /// Adds the counts of rows of sheets of a row at their places.
    fn row_counts(&mut self, spec: &TableSpec, row: &CountRow) {
        self.counts(spec, row, Self::row_count);
    }

    fn counts(&mut self, spec: &TableSpec, row: &CountRow, add: fn(&mut Self, &str, &FigurePlace, Option<u64>)) {
        if row.cells.len() > 1 {
            for (column, n) in row.cells.iter().enumerate() {
                let (indicator, place) = spec.place(&row.heading, column);
                add(self, indicator, &place, *n);
                self.set_withheld(row.is_withheld);
            }
        }
        let (indicator, place) = spec.place(&row.heading, row.cells.len());
        add(self, indicator, &place, row.total);
        self.set_withheld(row.is_withheld);
    }

    fn births(&mut self, tables: &ReportTables) {
        let births = &tables.births;
        self.timeliness(&FigurePlace::all(), &births.totals.all);
        self.count("acts_duplicate", &FigurePlace::all(), births.totals.duplicates);
        for table in births.tables() {
            for row in &table.rows {
                self.timeliness(&FigurePlace::of(table.by, &row.heading), row);
            }
        }
        for row in births.by_mother.rows.iter().chain([&births.by_mother.total]) {
            self.count_row(&births.by_mother.spec, row);
        }
        if let Some(other) = &births.other_rule {
            for year in other.by_year.iter().chain([&other.total]) {
                self.of_period(&year.heading, births.incomplete.has(Breakdown::DeclaredYear, &year.heading));
                let place = FigurePlace::of(Breakdown::DeclaredYear, &year.heading);
                self.rate("rate_on_time_other_rule", &place, year.on_time, year.judged);
            }
        }
        for row in &births.cohorts {
            let heading = RowHeading::Year(row.year);
            self.of_period(&heading, births.incomplete.has(Breakdown::BornYear, &heading));
            let place = FigurePlace::of(Breakdown::BornYear, &heading);
            let estimates =
                [("births_acts_expected", row.expected), ("births_rate_on_time_expected", row.share_on_time)];
            for (indicator, estimate) in estimates {
                self.number(indicator, &place, estimate.map(|own| own.value));
                self.number(&format!("{indicator}_low"), &place, estimate.map(|own| own.low));
                self.number(&format!("{indicator}_high"), &place, estimate.map(|own| own.high));
            }
            self.count("births_acts_to_come", &place, row.to_come);
        }
        self.completeness = "";
        for year in &births.published_years {
            let place = FigurePlace::all().in_year(year.year);
            self.count("published_on_time", &place, Some(year.published_on_time));
            self.count("published_late", &place, Some(year.published_late));
        }
    }

    fn timeliness(&mut self, place: &FigurePlace, row: &TimelinessRow) {
        self.of_period(&row.heading, row.is_incomplete);
        for (indicator, n) in [
            ("acts_on_time", row.on_time),
            ("acts_late", row.late),
            ("acts_delayed", row.delayed),
            ("acts_judged", row.judged),
            ("acts_delay_unknown", row.unknown),
        ] {
            self.count(indicator, place, n);
            self.set_withheld(row.is_withheld);
        }
        self.rate("rate_on_time", place, row.on_time, row.rate_whole());
        self.set_withheld(row.is_withheld);
        let (low, high) = row.interval().unzip();
        for (indicator, end) in [("rate_on_time_low", low), ("rate_on_time_high", high)] {
            self.number(indicator, place, end);
            self.set_none(row.judged);
            self.set_withheld(row.is_withheld);
        }
        self.completeness = "";
    }

    fn population(&mut self, tables: &ReportTables) {
        let population = &tables.population;
        self.count_row(&population.persons_by_quartier.spec, &population.total.persons);
        for row in &population.by_status.rows {
            self.count_row(&population.by_status.spec, row);
            // Without a list of events nobody is known by one alone.
            if tables.events.is_none() && row.heading == RowHeading::Status(Status::EventOnly) {
                self.set_status("none");
            }
        }
        for row in population.by_quartier.iter().chain([&population.total]) {
            if row.persons.heading != RowHeading::All {
                self.count_row(&population.persons_by_quartier.spec, &row.persons);
            }
            let place = FigurePlace::of(Breakdown::Quartier, &row.persons.heading);
            self.count("households", &place, row.households);
            self.set_withheld(row.persons.is_withheld);
            // Rounded and without numerator: members beside persons would disclose the number of persons known by an
            // act alone.
            let mean = row.mean_size().map(|mean| (mean * 10.0).round() / 10.0);
            let households = row.households.filter(|_| mean.is_some() || !self.is_release);
            self.push("mean_household_size", &place, mean, None, households);
            self.set_none(row.households);
            self.set_withheld(row.persons.is_withheld);
        }
        if let Some(table) = &population.by_group {
            for row in table.rows.iter().chain([&table.total]) {
                self.count_row(&table.spec, row);
            }
        }
        for row in &tables.census_coverage {
            let Some(stated) = &row.stated else { continue };
            let place = FigurePlace::of(Breakdown::Quartier, &row.heading).in_year(stated.year);
            let place = place.and("population", &stated.id);
            let (counted, whole) = (row.counted, Some(stated.population));
            self.count("population_stated", &place, whole);
            let whole = whole.filter(|_| row.share().is_some());
            self.push("coverage_census", &place, row.share(), counted.filter(|_| whole.is_some()), whole);
            self.set_withheld(row.is_withheld);
            if !row.is_censused {
                self.set_status("none");
            }
        }
        for table in population.by_age.iter().chain([&population.by_size]) {
            for row in &table.rows {
                self.count_row(&table.spec, row);
            }
        }
        // Males and females of all ages; all residents are the sum of the quartiers.
        if let Some(ages) = &population.by_age {
            for (column, n) in ages.total.cells.iter().enumerate() {
                let (indicator, place) = ages.spec.place(&ages.total.heading, column);
                self.count(indicator, &place, *n);
                self.set_withheld(ages.total.is_withheld);
            }
        }
        for (indicator, n) in [
            ("persons_deceased", population.deceased),
            ("persons_departed", population.departed),
            ("persons_likely_dead", population.likely_dead),
        ] {
            self.count(indicator, &FigurePlace::all(), n);
            // Without a list of events nobody is known to have died or left.
            if tables.events.is_none() && indicator != "persons_likely_dead" {
                self.set_status("none");
            }
        }
    }

    fn children(&mut self, tables: &ReportTables) {
        let Some(children) = &tables.children else { return };
        let (by_year, by_quartier) = (&children.by_born_year, &children.by_quartier);
        for row in &by_year.rows {
            let born = match row.counts.heading {
                RowHeading::Year(year) => tables.registers_of_persons.born_in(year),
                _ => None,
            };
            self.of_period(&row.counts.heading, born.is_some_and(|own| own.is_incomplete));
            self.child(&by_year.spec, row);
        }
        self.completeness = "";
        for row in by_quartier.rows.iter().chain([&by_year.total]) {
            self.child(&by_quartier.spec, row);
        }
        for (year, n) in &children.n_uncovered {
            let place = FigurePlace::of(Breakdown::BornYear, &RowHeading::Year(*year));
            self.count("census_children_no_register", &place, *n);
        }
        let (by_sex, by_quartier) = (&children.under_five_by_sex, &children.under_five_by_quartier);
        for (table, row) in by_sex
            .rows
            .iter()
            .map(|row| (by_sex, row))
            .chain(by_quartier.rows.iter().chain([&by_quartier.total]).map(|row| (by_quartier, row)))
        {
            self.count_row(&table.spec, &row.counts);
            let place = FigurePlace::of(table.spec.by, &row.counts.heading);
            self.rate("rate_under_five_with_act", &place, row.with_act(), row.rate_whole());
            self.set_withheld(row.counts.is_withheld);
            let (low, high) = row.interval_with().unzip();
            for (indicator, end) in [("rate_under_five_with_act_low", low), ("rate_under_five_with_act_high", high)] {
                self.number(indicator, &place, end);
                self.set_none(row.counts.total);
                self.set_withheld(row.counts.is_withheld);
            }
        }
    }

    fn child(&mut self, spec: &TableSpec, row: &ChildRow) {
        self.count_row(spec, &row.counts);
        let place = FigurePlace::of(spec.by, &row.counts.heading);
        self.rate("rate_census_children_without_act", &place, row.without_act(), row.rate_whole());
        self.set_withheld(row.counts.is_withheld);
        let (low, high) = row.interval.unzip();
        for (indicator, end) in
            [("rate_census_children_without_act_low", low), ("rate_census_children_without_act_high", high)]
        {
            self.number(indicator, &place, end);
            self.set_none(row.counts.total);
            self.set_withheld(row.counts.is_withheld);
        }
    }

    fn coverage(&mut self, tables: &ReportTables) {
        for row in &tables.coverage {
            self.completeness = completeness(row.is_incomplete);
            let place = FigurePlace::all().in_year(row.year).and("population", row.scenario.code());
            for (indicator, n) in [("population", row.population), ("births_expected", row.expected)] {
                self.count(indicator, &place, n);
                self.set_withheld(row.is_withheld);
            }
            for (indicator, births) in [("coverage_published", row.published), ("coverage_acts", row.held)] {
                let whole = births.and(row.expected).filter(|_| !row.is_incomparable(births));
                self.push(indicator, &place, row.share(births), births.filter(|_| whole.is_some()), whole);
                self.set_withheld(row.is_withheld);
                let is_known = if indicator == "coverage_acts" { row.is_held } else { births.is_some() };
                if !is_known || row.is_incomparable(births) {
                    self.set_status("none");
                }
            }
        }
        self.completeness = "";
    }

    /// Adds the progress of the census: sheets and rows by quartier, quartiers with a round.
    fn progress(&mut self, tables: &ReportTables) {
        let (sheets, all) = (&tables.sheets, FigurePlace::all());
        for row in sheets.progress.iter().filter(|row| !matches!(row.counts.heading, RowHeading::Kind(_))) {
            self.row_counts(&sheets.spec, &row.counts);
            let place = FigurePlace::of(Breakdown::Quartier, &row.counts.heading);
            self.row_count("census_sheets", &place, row.n_sheets);
            self.number("share_covered", &place, row.share_covered);
            if row.rounds.is_empty() {
                self.set_status("none");
            }
        }
        self.count("quartiers", &all, Some(sheets.n_quartiers));
        self.count("quartiers_with_census", &all, Some(sheets.n_quartiers_censused));
        self.count("quartiers_up_to_date", &all, Some(sheets.n_quartiers_up_to_date));
        self.rate("quartiers_censused", &all, Some(sheets.n_quartiers_censused), Some(sheets.n_quartiers));
        for (year, n) in &sheets.censused_by_year {
            self.rate("quartiers_censused", &all.clone().in_year(*year), Some(*n), Some(sheets.n_quartiers));
        }
    }

    fn sheets(&mut self, tables: &ReportTables) {
        let (sheets, all) = (&tables.sheets, FigurePlace::all());
        // Rows of fiches and lists are those of the persons shown, rows of registers those of the acts. A sum names the
        // release of any part.
        let number = |of: Option<(u64, _)>| of.map(|(number, _)| number.to_string());
        let [of_persons, of_acts] = [number(tables.persons_of()), number(tables.acts_of())];
        let row_count: fn(&mut Self, &str, &FigurePlace, Option<u64>) = Self::row_count;
        for (kind, outcomes, of, add) in [
            ("census", &sheets.census, &of_persons, row_count),
            ("birth", &sheets.births, &of_acts, row_count),
            // Rows of lists of events are events.
            ("event", &sheets.events, &of_persons, Self::count),
        ] {
            self.release = of.clone().unwrap_or_default();
            self.outcomes(&all.clone().and("kind", kind), outcomes, add);
        }
        self.release = of_persons.or(of_acts).unwrap_or_default();
        self.outcomes(&all, &sheets.all, Self::row_count);
        // The row equation is checked before a register is published, so every row has an outcome.
        self.row_count("rows_read", &all, sheets.all.rows);
        self.set_withheld(sheets.all.is_withheld);
        self.row_count("rows_accounted", &all, sheets.all.rows.filter(|_| sheets.holds));
        self.set_withheld(sheets.all.is_withheld);
        let total = &sheets.progress_total;
        self.row_count("rows_in_register", &all, total.counts.cell(0));
        self.set_withheld(total.counts.is_withheld);
        self.row_count("rows_of_data", &all, total.counts.total);
        self.set_withheld(total.counts.is_withheld);
        self.row_count("census_sheets", &all, total.n_sheets);
        self.release = String::new();
        self.count("files_read", &all, Some(sheets.n_files_read));
        self.count("files_unreadable", &all, Some(sheets.n_files_unreadable));
        for finding in &sheets.findings {
            let place = all.clone().and("rule", &finding.rule).and("severity", &finding.severity);
            self.count("findings", &place, finding.n);
            self.set_withheld(finding.is_withheld);
            for (kind, n) in ["census", "birth", "event"].into_iter().zip(finding.by_kind) {
                self.count("findings", &place.clone().and("kind", kind), n);
                self.set_withheld(finding.is_withheld);
            }
        }
    }

    fn outcomes(
        &mut self,
        place: &FigurePlace,
        outcomes: &RowOutcomes,
        add: fn(&mut Self, &str, &FigurePlace, Option<u64>),
    ) {
        let indicators = ["rows", "rows_ignored", "rows_quarantined", "rows_registered", "rows_merged"];
        for (indicator, (n, is_withheld)) in indicators.into_iter().zip(outcomes.counts()) {
            add(self, indicator, place, n);
            self.set_withheld(is_withheld);
        }
    }

    fn quality(&mut self, tables: &ReportTables) {
        let quality = &tables.quality;
        let place = FigurePlace::all();
        let whipple = quality.whipple;
        let (heaped, persons) = (whipple.map(|own| own.heaped), whipple.map(|own| own.persons));
        self.push("whipple_index", &place, whipple.map(|own| own.index()), heaped, persons);
        self.number("myers_index", &place, quality.myers.map(|own| own.index()));
        for digit in 0..10 {
            let share = quality.myers.map(|own| own.shares[digit]);
            self.number("age_digit_share", &place.clone().and("digit", &digit.to_string()), share);
        }
        for row in &quality.sex_ratios {
            self.ratio("sex_ratio", &FigurePlace::of(Breakdown::Age, &row.heading), row.ratio);
        }
    }

    fn ratio(&mut self, indicator: &str, place: &FigurePlace, ratio: Option<(f64, f64, f64)>) {
        self.number(indicator, place, ratio.map(|(ratio, ..)| ratio));
        self.number(&format!("{indicator}_low"), place, ratio.map(|(_, low, _)| low));
        self.number(&format!("{indicator}_high"), place, ratio.map(|(.., high)| high));
    }

    fn events(&mut self, tables: &ReportTables) {
        if let Some(events) = &tables.events {
            for row in events.rows.iter().chain([&events.total]) {
                let year_under_way = tables.births.incomplete.year_under_way.map(RowHeading::Year);
                self.of_period(&row.heading, year_under_way.as_ref() == Some(&row.heading));
                self.count_row(&events.spec, row);
            }
        }
        self.completeness = "";
    }

    fn pairs(&mut self, tables: &ReportTables) {
        let pairs = &tables.pairs;
        for (kind, n) in ["census-census", "act-act", "act-census"].into_iter().zip(pairs.to_review) {
            self.row_count("pairs_to_review", &FigurePlace::all().and("pair", kind), n);
        }
        for (ruling, n) in ["same", "different"].into_iter().zip(pairs.ruled) {
            self.row_count("pairs_ruled", &FigurePlace::all().and("ruling", ruling), n);
        }
    }
}
