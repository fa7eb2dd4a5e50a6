//! Lists the report's figures as one long table: indicator, period, area, breakdown, value. No personal data.

use std::collections::BTreeMap;

use super::Aggregate;
use super::ReportTables;
use super::children::ChildRow;
use super::count_table::{CountRow, TableSpec, share};
use super::figure_place::FigurePlace;
use super::heading::{Breakdown, RowHeading};
use super::release::LEAST_WHOLE;
use super::sheets::RowOutcomes;
use super::timeliness::TimelinessRow;

/// Returns every figure of the report, in a fixed order.
#[must_use]
pub fn aggregates(tables: &ReportTables) -> Vec<Aggregate> {
    let is_release = tables.release.is_some();
    let mut table = LongTable { commune: &tables.commune, codes: &tables.quartier_codes, is_release, rows: Vec::new() };
    table.births(tables);
    table.population(tables);
    table.children(tables);
    table.coverage(tables);
    table.sheets(tables);
    table.quality(tables);
    table.events_and_pairs(tables);
    table.rows
}

struct LongTable<'a> {
    commune: &'a str,
    /// Postal codes of quartiers.
    codes: &'a BTreeMap<String, String>,
    /// Whether values are rounded to the tenth that pages show.
    is_release: bool,
    rows: Vec<Aggregate>,
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
        });
    }

    fn count(&mut self, indicator: &str, place: &FigurePlace, n: Option<u64>) {
        self.push(indicator, place, n.map(|n| n as f64), n, None);
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
    }

    /// Adds the counts of a row at their places, the row total last.
    fn count_row(&mut self, spec: &TableSpec, row: &CountRow) {
        if row.cells.len() > 1 {
            for (column, n) in row.cells.iter().enumerate() {
                let (indicator, place) = spec.place(&row.heading, column);
                self.count(indicator, &place, *n);
            }
        }
        let (indicator, place) = spec.place(&row.heading, row.cells.len());
        self.count(indicator, &place, row.total);
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
        if let Some(other) = &births.other_rule {
            for year in other.by_year.iter().chain([&other.total]) {
                let place = FigurePlace::of(Breakdown::DeclaredYear, &year.heading);
                self.rate("rate_on_time_other_rule", &place, year.on_time, year.judged);
            }
        }
        for row in &births.cohorts {
            let place = FigurePlace::of(Breakdown::BornYear, &RowHeading::Year(row.year));
            let estimates =
                [("births_acts_expected", row.expected), ("births_rate_on_time_expected", row.share_on_time)];
            for (indicator, estimate) in estimates {
                self.number(indicator, &place, estimate.map(|own| own.value));
                self.number(&format!("{indicator}_low"), &place, estimate.map(|own| own.low));
                self.number(&format!("{indicator}_high"), &place, estimate.map(|own| own.high));
            }
            self.count("births_acts_to_come", &place, row.to_come);
        }
        for year in &births.published_years {
            let place = FigurePlace::all().in_year(year.year);
            self.count("published_on_time", &place, Some(year.published_on_time));
            self.count("published_late", &place, Some(year.published_late));
        }
    }

    fn timeliness(&mut self, place: &FigurePlace, row: &TimelinessRow) {
        self.count("acts_on_time", place, row.on_time);
        self.count("acts_late", place, row.late);
        self.count("acts_delayed", place, row.delayed);
        self.count("acts_judged", place, row.judged);
        self.count("acts_delay_unknown", place, row.unknown);
        self.rate("rate_on_time", place, row.on_time, row.judged);
    }

    fn population(&mut self, tables: &ReportTables) {
        let population = &tables.population;
        self.count_row(&population.persons_by_quartier.spec, &population.total.persons);
        for row in &population.by_status.rows {
            self.count_row(&population.by_status.spec, row);
        }
        for row in population.by_quartier.iter().chain([&population.total]) {
            if row.persons.heading != RowHeading::All {
                self.count_row(&population.persons_by_quartier.spec, &row.persons);
            }
            let place = FigurePlace::of(Breakdown::Quartier, &row.persons.heading);
            self.count("households", &place, row.households);
            // Rounded and without numerator: members beside persons would disclose the number of persons known by an
            // act alone.
            let mean = row.mean_size().map(|mean| (mean * 10.0).round() / 10.0);
            let households = row.households.filter(|_| mean.is_some() || !self.is_release);
            self.push("mean_household_size", &place, mean, None, households);
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
        }
        for table in population.by_age.iter().chain([&population.by_size]) {
            for row in &table.rows {
                self.count_row(&table.spec, row);
            }
        }
        for (indicator, n) in [
            ("persons_deceased", population.deceased),
            ("persons_departed", population.departed),
            ("persons_likely_dead", population.likely_dead),
        ] {
            self.count(indicator, &FigurePlace::all(), n);
        }
    }

    fn children(&mut self, tables: &ReportTables) {
        let Some(children) = &tables.children else { return };
        let (by_year, by_quartier) = (&children.by_born_year, &children.by_quartier);
        for row in &by_year.rows {
            self.child(&by_year.spec, row);
        }
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
            self.rate("rate_under_five_with_act", &place, row.with_act(), row.counts.total);
            let (low, high) = row.interval_with().unzip();
            self.number("rate_under_five_with_act_low", &place, low);
            self.number("rate_under_five_with_act_high", &place, high);
        }
    }

    fn child(&mut self, spec: &TableSpec, row: &ChildRow) {
        self.count_row(spec, &row.counts);
        let place = FigurePlace::of(spec.by, &row.counts.heading);
        self.rate("rate_census_children_without_act", &place, row.without_act(), row.counts.total);
        self.number("rate_census_children_without_act_low", &place, row.interval.map(|(low, _)| low));
        self.number("rate_census_children_without_act_high", &place, row.interval.map(|(_, high)| high));
    }

    fn coverage(&mut self, tables: &ReportTables) {
        for row in &tables.coverage {
            let place = FigurePlace::all().in_year(row.year).and("population", row.scenario.code());
            self.count("population", &place, row.population);
            self.count("births_expected", &place, row.expected);
            for (indicator, births) in [("coverage_published", row.published), ("coverage_acts", row.held)] {
                let whole = births.and(row.expected).filter(|_| !row.is_incomparable(births));
                self.push(indicator, &place, row.share(births), births.filter(|_| whole.is_some()), whole);
            }
        }
    }

    fn sheets(&mut self, tables: &ReportTables) {
        let (sheets, all) = (&tables.sheets, FigurePlace::all());
        self.outcomes(&all.clone().and("kind", "census"), &sheets.census);
        self.outcomes(&all.clone().and("kind", "birth"), &sheets.births);
        self.outcomes(&all.clone().and("kind", "event"), &sheets.events);
        self.outcomes(&all, &sheets.all);
        // The row equation is checked before a register is published, so every row has an outcome.
        self.count("rows_read", &all, sheets.all.rows);
        self.count("rows_accounted", &all, sheets.all.rows.filter(|_| sheets.holds));
        for row in sheets.progress.iter().filter(|row| !matches!(row.counts.heading, RowHeading::Kind(_))) {
            self.count_row(&sheets.spec, &row.counts);
            let place = FigurePlace::of(Breakdown::Quartier, &row.counts.heading);
            self.count("census_sheets", &place, row.n_sheets);
            self.number("share_covered", &place, row.share_covered);
        }
        let total = &sheets.progress_total;
        self.count("rows_in_register", &all, total.counts.cell(0));
        self.count("rows_of_data", &all, total.counts.total);
        self.count("census_sheets", &all, total.n_sheets);
        self.count("files_read", &all, Some(sheets.n_files_read));
        self.count("files_unreadable", &all, Some(sheets.n_files_unreadable));
        self.count("quartiers", &all, Some(sheets.n_quartiers));
        self.count("quartiers_with_census", &all, Some(sheets.n_quartiers_censused));
        self.count("quartiers_up_to_date", &all, Some(sheets.n_quartiers_up_to_date));
        self.rate("quartiers_censused", &all, Some(sheets.n_quartiers_censused), Some(sheets.n_quartiers));
        for (year, n) in &sheets.censused_by_year {
            self.rate("quartiers_censused", &all.clone().in_year(*year), Some(*n), Some(sheets.n_quartiers));
        }
        for finding in &sheets.findings {
            let place = all.clone().and("rule", &finding.rule).and("severity", &finding.severity);
            self.count("findings", &place, finding.n);
            for (kind, n) in ["census", "birth", "event"].into_iter().zip(finding.by_kind) {
                self.count("findings", &place.clone().and("kind", kind), n);
            }
        }
    }

    fn outcomes(&mut self, place: &FigurePlace, outcomes: &RowOutcomes) {
        self.count("rows", place, outcomes.rows);
        self.count("rows_ignored", place, outcomes.ignored);
        self.count("rows_quarantined", place, outcomes.quarantined);
        self.count("rows_registered", place, outcomes.registered);
        self.count("rows_merged", place, outcomes.merged);
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
        self.ratio("sex_ratio_of_acts", &FigurePlace::all(), quality.at_birth.ratio);
    }

    fn ratio(&mut self, indicator: &str, place: &FigurePlace, ratio: Option<(f64, f64, f64)>) {
        self.number(indicator, place, ratio.map(|(ratio, ..)| ratio));
        self.number(&format!("{indicator}_low"), place, ratio.map(|(_, low, _)| low));
        self.number(&format!("{indicator}_high"), place, ratio.map(|(.., high)| high));
    }

    fn events_and_pairs(&mut self, tables: &ReportTables) {
        if let Some(events) = &tables.events {
            for row in events.rows.iter().chain([&events.total]) {
                self.count_row(&events.spec, row);
            }
        }
        let pairs = &tables.pairs;
        for (kind, n) in ["census-census", "act-act", "act-census"].into_iter().zip(pairs.to_review) {
            self.count("pairs_to_review", &FigurePlace::all().and("pair", kind), n);
        }
        for (ruling, n) in ["same", "different"].into_iter().zip(pairs.ruled) {
            self.count("pairs_ruled", &FigurePlace::all().and("ruling", ruling), n);
        }
    }
}
