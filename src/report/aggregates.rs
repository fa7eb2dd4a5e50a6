//! The report's figures as one long table: indicator, period, area, breakdown, value. No personal data.

use super::Tables;
use super::heading::{Breakdown, Heading};
use super::population::{ChildRow, PersonRow};
use super::rows::Outcomes;
use super::timeliness::{TimelinessRow, TimelinessTable};

/// One figure. Value, numerator and denominator are `None` where it is hidden, or for a rate of nothing.
#[derive(Debug, Clone, PartialEq)]
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
    let births = &tables.births;
    long.timeliness(&Place::all(), &births.totals.all);
    long.count("acts_duplicate", &Place::all(), births.totals.duplicates);
    for table in [
        &births.by_declared_year,
        &births.by_born_year,
        &births.by_quartier,
        &births.by_sex,
        &births.by_category,
        &births.by_month,
        &births.by_delay,
    ] {
        long.table(table);
    }
    if let Some((on_time, judged)) = births.other_rule.as_ref().and_then(|other| other.on_time_of_judged) {
        long.rate("rate_on_time_other_rule", &Place::all(), Some(on_time), Some(judged));
    }
    for year in &births.compared {
        let place = Place { period: year.year.to_string(), ..Place::all() };
        long.count("published_on_time", &place, Some(year.published_on_time));
        long.count("published_late", &place, Some(year.published_late));
    }
    long.population(tables);
    long.sheets(tables);
    long.rows
}

/// Where a figure stands.
#[derive(Clone)]
struct Place {
    period: String,
    quartier: Option<String>,
    breakdown: String,
}

impl Place {
    fn all() -> Self {
        Self { period: "all".to_owned(), quartier: None, breakdown: "all".to_owned() }
    }

    fn of(by: Breakdown, heading: &Heading) -> Self {
        match by {
            Breakdown::Quartier => Self { quartier: Some(heading.code()), ..Self::all() },
            _ => Self { breakdown: format!("{}={}", by.code(), heading.code()), ..Self::all() },
        }
        .in_year(heading)
    }

    fn in_year(self, heading: &Heading) -> Self {
        match heading {
            Heading::Year(year) => Self { period: year.to_string(), ..self },
            _ => self,
        }
    }
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
        let area = match &place.quartier {
            Some(quartier) => format!("{}/{quartier}", self.commune),
            None => self.commune.to_owned(),
        };
        self.rows.push(Aggregate {
            indicator: indicator.to_owned(),
            period: place.period.clone(),
            area,
            breakdown: place.breakdown.clone(),
            value,
            numerator: numerator.map(|n| n as i64),
            denominator: denominator.map(|n| n as i64),
        });
    }

    fn count(&mut self, indicator: &str, place: &Place, n: Option<u64>) {
        self.push(indicator, place, n.map(|n| n as f64), n, None);
    }

    /// A rate shows its parts only where both are shown.
    fn rate(&mut self, indicator: &str, place: &Place, part: Option<u64>, whole: Option<u64>) {
        let both = part.zip(whole);
        let value = both.filter(|(_, whole)| *whole > 0).map(|(part, whole)| part as f64 / whole as f64);
        self.push(indicator, place, value, both.map(|(part, _)| part), both.map(|(_, whole)| whole));
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
        for row in population.by_quartier.iter().chain([&population.total]) {
            let place = match &row.persons.heading {
                Heading::All => Place::all(),
                heading => Place::of(Breakdown::Quartier, heading),
            };
            self.persons(&place, &row.persons);
            self.count("households", &place, row.households);
            // Rounded and without its numerator: members beside persons would count those known by an act alone.
            let mean = row.mean_size().map(|mean| (mean * 10.0).round() / 10.0);
            self.push("mean_household_size", &place, mean, None, row.households);
        }
        for row in &population.by_age {
            let period = population.age_year.map_or_else(|| "all".to_owned(), |year| year.to_string());
            self.persons(&Place { period, ..Place::of(Breakdown::Age, &row.heading) }, row);
        }
        for row in population.children.iter().chain([&population.children_total]) {
            let place = match &row.heading {
                Heading::All => Place::all(),
                heading => Place::of(Breakdown::BornYear, heading),
            };
            self.children(&place, row);
        }
        self.rate(
            "quartiers_censused",
            &Place::all(),
            Some(population.n_quartiers_censused),
            Some(population.n_quartiers),
        );
    }

    fn persons(&mut self, place: &Place, row: &PersonRow) {
        let by_sex = [("M", row.males), ("F", row.females), ("unknown", row.sex_unknown)];
        for (sex, n) in by_sex {
            let breakdown =
                if place.breakdown == "all" { format!("sex={sex}") } else { format!("{};sex={sex}", place.breakdown) };
            self.count("persons", &Place { breakdown, ..place.clone() }, n);
        }
        self.count("persons", place, row.persons);
    }

    fn children(&mut self, place: &Place, row: &ChildRow) {
        self.count("census_children_with_act", place, row.with_act);
        self.count("census_children_without_act", place, row.without_act);
        self.rate("rate_census_children_without_act", place, row.with_act.and(row.without_act), row.children);
    }

    fn sheets(&mut self, tables: &Tables) {
        let sheets = &tables.sheets;
        for (kind, outcomes) in [("kind=census", &sheets.census), ("kind=birth", &sheets.births), ("all", &sheets.all)]
        {
            self.outcomes(&Place { breakdown: kind.to_owned(), ..Place::all() }, outcomes);
        }
        self.count("files_read", &Place::all(), Some(sheets.n_files_read));
        self.count("files_unreadable", &Place::all(), Some(sheets.n_files_unreadable));
        for finding in &sheets.findings {
            let breakdown = format!("rule={};severity={}", finding.rule, finding.severity);
            self.count("findings", &Place { breakdown, ..Place::all() }, finding.n);
        }
    }

    fn outcomes(&mut self, place: &Place, outcomes: &Outcomes) {
        self.count("rows", place, outcomes.rows);
        self.count("rows_ignored", place, outcomes.ignored);
        self.count("rows_quarantined", place, outcomes.quarantined);
        self.count("rows_registered", place, outcomes.registered);
        self.count("rows_merged", place, outcomes.merged);
    }
}
