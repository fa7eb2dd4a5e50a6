//! The report's figures as one long table: indicator, period, area, breakdown, value. No personal data.

use super::Tables;
use super::children::ChildRow;
use super::heading::{Breakdown, Heading};
use super::place::Place;
use super::sheets::Outcomes;
use super::tally::{CountedRow, Plan};
use super::timeliness::{TimelinessRow, TimelinessTable};

/// One figure. Value, numerator and denominator are `None` where it is hidden, or for a rate of nothing.
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
pub struct Aggregate {
    /// What is measured: `acts_on_time`, `rate_on_time`, `persons`…
    pub indicator: String,
    /// Year it speaks of, or `all`.
    pub period: String,
    /// The commune, or `commune/quartier` (`unknown` where no quartier is given).
    pub area: String,
    /// Kind of heading and heading, `category=proxy`; several joined by `;`; `all` for none.
    pub breakdown: String,
    /// The count, or the rate as a fraction.
    pub value: Option<f64>,
    /// The count; of a rate, the part.
    pub numerator: Option<i64>,
    /// Of a rate, the whole; `None` for a count.
    pub denominator: Option<i64>,
}

/// Every protected figure of the report, in a fixed order.
#[must_use]
pub fn aggregates(tables: &Tables) -> Vec<Aggregate> {
    let mut long = Long { commune: &tables.commune, rows: Vec::new() };
    long.births(tables);
    long.population(tables);
    long.children(tables);
    long.coverage(tables);
    long.sheets(tables);
    long.quality(tables);
    long.changes(tables);
    long.rows
}

struct Long<'a> {
    commune: &'a str,
    rows: Vec<Aggregate>,
}

impl Long<'_> {
    fn push(
        &mut self,
        indicator: &str,
        place: &Place,
        value: Option<f64>,
        numerator: Option<u64>,
        denominator: Option<u64>,
    ) {
        self.rows.push(Aggregate {
            indicator: indicator.to_owned(),
            period: place.period.clone(),
            area: place.area(self.commune),
            breakdown: place.breakdown.clone(),
            value,
            numerator: numerator.map(|n| n as i64),
            denominator: denominator.map(|n| n as i64),
        });
    }

    fn count(&mut self, indicator: &str, place: &Place, n: Option<u64>) {
        self.push(indicator, place, n.map(|n| n as f64), n, None);
    }

    fn number(&mut self, indicator: &str, place: &Place, n: Option<f64>) {
        self.push(indicator, place, n, None, None);
    }

    /// A rate shows its parts only where both are shown.
    fn rate(&mut self, indicator: &str, place: &Place, part: Option<u64>, whole: Option<u64>) {
        let both = part.zip(whole);
        let value = both.filter(|(_, whole)| *whole > 0).map(|(part, whole)| part as f64 / whole as f64);
        self.push(indicator, place, value, both.map(|(part, _)| part), both.map(|(_, whole)| whole));
    }

    /// The counts of a row where the plan puts them, its sum last.
    fn counted(&mut self, plan: &Plan, row: &CountedRow) {
        if row.cells.len() > 1 {
            for (column, n) in row.cells.iter().enumerate() {
                let (indicator, place) = plan.place(&row.heading, column);
                self.count(indicator, &place, *n);
            }
        }
        let (indicator, place) = plan.place(&row.heading, row.cells.len());
        self.count(indicator, &place, row.total);
    }

    fn births(&mut self, tables: &Tables) {
        let births = &tables.births;
        self.timeliness(&Place::all(), &births.totals.all);
        self.count("acts_duplicate", &Place::all(), births.totals.duplicates);
        for table in births.tables() {
            self.table(table);
        }
        if let Some(other) = &births.other_rule {
            for year in other.by_year.iter().chain([&other.total]) {
                let (on_time, judged) = year.on_time_of_judged.unzip();
                self.rate(
                    "rate_on_time_other_rule",
                    &Place::of(Breakdown::DeclaredYear, &year.heading),
                    on_time,
                    judged,
                );
            }
        }
        for year in &births.compared {
            let place = Place::all().in_year(year.year);
            self.count("published_on_time", &place, Some(year.published_on_time));
            self.count("published_late", &place, Some(year.published_late));
        }
    }

    fn table(&mut self, table: &TimelinessTable) {
        for row in &table.rows {
            self.timeliness(&Place::of(table.by, &row.heading), row);
        }
    }

    fn timeliness(&mut self, place: &Place, row: &TimelinessRow) {
        self.count("acts_on_time", place, row.on_time);
        self.count("acts_late", place, row.late);
        self.count("acts_judged", place, row.judged);
        self.count("acts_delay_unknown", place, row.unknown);
        self.rate("rate_on_time", place, row.late.and(row.on_time), row.judged);
    }

    fn population(&mut self, tables: &Tables) {
        let population = &tables.population;
        self.counted(&population.persons_by_quartier.plan, &population.total.persons);
        for row in &population.by_status.rows {
            self.counted(&population.by_status.plan, row);
        }
        for row in population.by_quartier.iter().chain([&population.total]) {
            if row.persons.heading != Heading::All {
                self.counted(&population.persons_by_quartier.plan, &row.persons);
            }
            let place = Place::of(Breakdown::Quartier, &row.persons.heading);
            self.count("households", &place, row.households);
            // Rounded and without its numerator: members beside persons would count those known by an act alone.
            let mean = row.mean_size().map(|mean| (mean * 10.0).round() / 10.0);
            self.push("mean_household_size", &place, mean, None, row.households);
        }
        for table in population.by_age.iter().chain([&population.by_size]) {
            for row in &table.rows {
                self.counted(&table.plan, row);
            }
        }
        for (indicator, n) in [
            ("persons_deceased", population.deceased),
            ("persons_departed", population.departed),
            ("persons_likely_dead", population.likely_dead),
        ] {
            self.count(indicator, &Place::all(), n);
        }
    }

    fn children(&mut self, tables: &Tables) {
        let Some(children) = &tables.children else { return };
        let [of_year, of_quartier] = &children.plans;
        for row in &children.by_born_year {
            self.child(of_year, row);
        }
        for row in children.by_quartier.iter().chain([&children.total]) {
            self.child(of_quartier, row);
        }
    }

    fn child(&mut self, plan: &Plan, row: &ChildRow) {
        self.counted(plan, &row.counts);
        let place = Place::of(plan.by, &row.counts.heading);
        self.rate("rate_census_children_without_act", &place, row.with_act().and(row.without_act()), row.counts.total);
        self.number("rate_census_children_without_act_low", &place, row.interval.map(|(low, _)| low));
        self.number("rate_census_children_without_act_high", &place, row.interval.map(|(_, high)| high));
    }

    fn coverage(&mut self, tables: &Tables) {
        for row in &tables.coverage {
            let place = Place::all().in_year(row.year).and("population", row.source.code());
            self.count("population", &place, row.population);
            self.count("births_expected", &place, row.expected);
            self.rate("coverage_published", &place, row.published.filter(|_| row.expected.is_some()), row.expected);
            self.rate("coverage_acts", &place, row.held.filter(|_| row.expected.is_some()), row.expected);
        }
    }

    fn sheets(&mut self, tables: &Tables) {
        let sheets = &tables.sheets;
        let kinds =
            [("census", &sheets.census), ("birth", &sheets.births), ("event", &sheets.events), ("all", &sheets.all)];
        for (kind, outcomes) in kinds {
            self.outcomes(&if kind == "all" { Place::all() } else { Place::all().and("kind", kind) }, outcomes);
        }
        // What becomes of the rows is checked when the register is published: none is without an outcome.
        self.count("rows_read", &Place::all(), sheets.all.rows);
        self.count("rows_accounted", &Place::all(), sheets.all.rows.filter(|_| sheets.holds));
        for row in sheets.progress.iter().chain([&sheets.progress_total]) {
            let counts = CountedRow {
                heading: row.heading.clone(),
                cells: vec![row.in_register, row.quarantined],
                total: row.rows,
            };
            if row.heading != Heading::All && !matches!(row.heading, Heading::Kind(_)) {
                self.counted(&sheets.plan, &counts);
                self.count("census_sheets", &Place::of(Breakdown::Quartier, &row.heading), row.n_sheets);
            }
        }
        self.count("rows_in_register", &Place::all(), sheets.progress_total.in_register);
        self.count("rows_of_data", &Place::all(), sheets.progress_total.rows);
        self.count("census_sheets", &Place::all(), sheets.progress_total.n_sheets);
        self.count("files_read", &Place::all(), Some(sheets.n_files_read));
        self.count("files_unreadable", &Place::all(), Some(sheets.n_files_unreadable));
        self.count("quartiers", &Place::all(), Some(sheets.n_quartiers));
        self.count("quartiers_with_census", &Place::all(), Some(sheets.n_quartiers_censused));
        self.count("quartiers_up_to_date", &Place::all(), Some(sheets.n_quartiers_up_to_date));
        self.rate("quartiers_censused", &Place::all(), Some(sheets.n_quartiers_censused), Some(sheets.n_quartiers));
        for (year, n) in &sheets.censused_by_year {
            self.rate("quartiers_censused", &Place::all().in_year(*year), Some(*n), Some(sheets.n_quartiers));
        }
        for finding in &sheets.findings {
            let place = Place::all().and("rule", &finding.rule).and("severity", &finding.severity);
            self.count("findings", &place, finding.n);
            for (kind, n) in ["census", "birth", "event"].into_iter().zip(finding.by_kind) {
                self.count("findings", &place.clone().and("kind", kind), n);
            }
        }
    }

    fn outcomes(&mut self, place: &Place, outcomes: &Outcomes) {
        self.count("rows", place, outcomes.rows);
        self.count("rows_ignored", place, Some(outcomes.ignored));
        self.count("rows_quarantined", place, outcomes.quarantined);
        self.count("rows_registered", place, outcomes.registered);
        self.count("rows_merged", place, outcomes.merged);
    }

    fn quality(&mut self, tables: &Tables) {
        let quality = &tables.quality;
        let year = tables.population.age_year;
        let place = year.map_or_else(Place::all, |year| Place::all().in_year(year));
        let whipple = quality.whipple;
        let (heaped, persons) = (whipple.map(|own| own.heaped), whipple.map(|own| own.persons));
        self.push("whipple_index", &place, whipple.map(|own| own.index()), heaped, persons);
        self.number("myers_index", &place, quality.myers.map(|own| own.index()));
        for digit in 0..10 {
            let share = quality.myers.map(|own| own.shares[digit]);
            self.number("age_digit_share", &place.clone().and("digit", &digit.to_string()), share);
        }
        for row in &quality.sex_ratios {
            let place = match (&row.heading, year) {
                (Heading::All, _) => Place::all(),
                (heading, Some(year)) => Place::of(Breakdown::Age, heading).in_year(year),
                (heading, None) => Place::of(Breakdown::Age, heading),
            };
            self.ratio("sex_ratio", &place, row.ratio);
        }
        self.ratio("sex_ratio_of_acts", &Place::all(), quality.at_birth.ratio);
    }

    fn ratio(&mut self, indicator: &str, place: &Place, ratio: Option<(f64, f64, f64)>) {
        self.number(indicator, place, ratio.map(|(ratio, ..)| ratio));
        self.number(&format!("{indicator}_low"), place, ratio.map(|(_, low, _)| low));
        self.number(&format!("{indicator}_high"), place, ratio.map(|(.., high)| high));
    }

    fn changes(&mut self, tables: &Tables) {
        if let Some(events) = &tables.events {
            for row in events.rows.iter().chain([&events.total]) {
                self.counted(&events.plan, row);
            }
        }
        let duplicates = &tables.duplicates;
        for (kind, n) in ["census-census", "act-act", "act-census"].into_iter().zip(duplicates.to_review) {
            self.count("pairs_to_review", &Place::all().and("pair", kind), n);
        }
        for (ruling, n) in ["same", "different"].into_iter().zip(duplicates.ruled) {
            self.count("pairs_ruled", &Place::all().and("ruling", ruling), n);
        }
    }
}
