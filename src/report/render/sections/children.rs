//! The section on children of the census with and without an act, and on expected births.

use super::*;
use crate::report::ReportSettings;
use crate::report::children::{CHILD_YEARS, ChildRow, ChildTable, Children};
use crate::report::coverage::{self, BirthScenario};
use crate::report::west_life_table::WestLifeTable;

pub(super) fn section(tables: &ReportTables, labels: &Labels<'_>) -> Section {
    let mut parts = Vec::new();
    match (&tables.children, tables.population.age_year) {
        (Some(children), Some(year)) => {
            parts.push(under_five(children, labels));
            parts.push(by_born_year(children, year, tables, labels));
            parts.push(by_quartier(children, labels));
        }
        _ => parts.push(labels.part("children-title", vec![labels.paragraph("children-none", &[])])),
    }
    parts.push(expected_births(tables, labels));
    let note = labels.of_release("persons-of-release", tables.persons_of());
    let parts = parts.into_iter().map(|part| part.of_release(note.as_deref())).collect();
    labels.section("children", "children-section", parts)
}

/// With an act, without one, all, a share and its interval.
fn cells(row: &ChildRow, rate: Option<f64>, interval: Option<(f64, f64)>) -> Vec<DocumentCell> {
    let share = |share: Option<f64>| DocumentCell::share(share, row.counts.total).of_row(row.counts.is_withheld);
    let (low, high) = interval.unzip();
    let count = |n| DocumentCell::count_of_row(n, row.counts.is_withheld);
    vec![count(row.with_act()), count(row.without_act()), count(row.counts.total), share(rate), share(low), share(high)]
}

fn without(row: &ChildRow) -> Vec<DocumentCell> {
    cells(row, row.rate_without(), row.interval)
}

fn is_shown(row: &&ChildRow) -> bool {
    row.counts.heading != RowHeading::Unknown || row.counts.total != Some(0)
}

/// Returns the part on SDG indicator 16.9.1: children under five whose birth is registered, by sex and quartier.
fn under_five(children: &Children, labels: &Labels<'_>) -> DocumentPart {
    let rows = |of: &ChildTable| {
        let row = |row: &ChildRow| {
            labels.row(of.spec.by, &row.counts.heading, cells(row, row.rate_with(), row.interval_with()))
        };
        of.rows.iter().filter(is_shown).chain([&of.total]).map(row).collect()
    };
    let columns = "children-with children-without under-five-all under-five-rate linking-low linking-high";
    let (by_sex, by_quartier) = (&children.under_five_by_sex, &children.under_five_by_quartier);
    let by_sex = labels.table("t-under-five", "under-five-caption", &format!("sex-column {columns}"), rows(by_sex));
    let columns = format!("quartier-column {columns}");
    let by_quartier = labels.table("t-under-five-quartier", "under-five-quartier-caption", &columns, rows(by_quartier));
    let blocks = vec![
        labels.paragraph("under-five-text", &[]),
        labels.paragraph("under-five-sexes", &[]),
        DocumentBlock::Table(by_sex, Vec::new()),
        DocumentBlock::Table(by_quartier, Vec::new()),
    ];
    labels.part("under-five-title", blocks)
}

/// Returns the children by year of birth; years of which no register was read stand aside.
fn by_born_year(children: &Children, year: i32, tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let heading = |born: i32, id: &str, is_incomplete: bool| {
        let age = u64::from(year.abs_diff(born));
        labels.message(id, &[("year", labels.period(born.to_string(), is_incomplete).into()), ("age", age.into())])
    };
    let mut by_year: Vec<(i32, DocumentRow)> = Vec::new();
    for (born, n) in &children.n_uncovered {
        let mut cells = vec![DocumentCell::Nothing; 6];
        cells[2] = DocumentCell::count(*n);
        let row = DocumentRow::new(born.to_string(), heading(*born, "children-no-register", false), cells);
        by_year.push((*born, DocumentRow { is_aside: true, is_uncharted: true, ..row }));
    }
    for row in &children.by_born_year.rows {
        if let RowHeading::Year(born) = row.counts.heading {
            let is_incomplete = tables.registers_of_persons.born_in(born).is_some_and(|own| own.is_incomplete);
            let heading = heading(born, "children-of-age", is_incomplete);
            let shown = labels.row(Breakdown::BornYear, &row.counts.heading, without(row));
            by_year.push((born, DocumentRow { heading, is_incomplete, ..shown }));
        }
    }
    by_year.sort_by_key(|(born, _)| *born);
    let total = &children.by_born_year.total;
    let total = labels.row(Breakdown::BornYear, &total.counts.heading, without(total));
    let rows = by_year.into_iter().map(|(_, row)| row).chain([total]).collect();
    let columns = "born-year-column children-with children-without children-all children-rate linking-low linking-high";
    let table = labels.table("t-children", "children-caption", columns, rows);
    let facts = [
        ("year", year.to_string().into()),
        ("oldest", (CHILD_YEARS - 1).to_string().into()),
        ("missed", labels.messages.percent(tables.settings.missed_links_share).into()),
    ];
    let line = ChartKind::Line { rate: 3, interval: Some([4, 5]), level: None };
    let blocks = vec![
        labels.paragraph("children-text", &facts),
        labels.paragraph("children-interval", &facts),
        DocumentBlock::Table(table, vec![labels.chart("children-chart", line)]),
    ];
    labels.part("children-title", blocks)
}

fn by_quartier(children: &Children, labels: &Labels<'_>) -> DocumentPart {
    let rows = children.by_quartier.rows.iter().filter(is_shown).chain([&children.by_born_year.total]).map(|row| {
        let mut cells = without(row);
        cells.push(labels.funnel_cell(&children.funnel_points, &row.counts.heading));
        labels.row(Breakdown::Quartier, &row.counts.heading, cells)
    });
    let columns = "quartier-column children-with children-without children-all children-rate linking-low linking-high \
                   chance-column";
    let table = labels.table("t-children-quartier", "children-quartier-caption", columns, rows.collect());
    let funnel = labels.funnel_chart("children-funnel", &children.funnel_points, 2).into_iter().collect();
    let headings = children.by_quartier.rows.iter().map(|row| &row.counts.heading);
    let blocks = vec![
        labels.paragraph("children-quartier-text", &[]),
        labels.beyond_chance(&children.funnel_points, headings),
        DocumentBlock::Table(table, funnel),
    ];
    labels.part("children-quartier-title", blocks)
}

/// Returns where the shares of births that survive come from: the level of the model life table and why, or the source
/// that the settings name.
fn survival_source(settings: &ReportSettings, labels: &Labels<'_>) -> String {
    if !settings.survival.is_empty() {
        return settings.survival_source.clone();
    }
    let table = WestLifeTable::of_deaths(settings.under_five_deaths);
    let facts = [
        ("level", labels.messages.decimal(table.level, 1).into()),
        ("deaths", labels.messages.decimal(settings.under_five_deaths, 0).into()),
        ("source", settings.under_five_deaths_source.as_str().into()),
    ];
    labels.message("survival-west", &facts)
}

/// Returns the name of a way to expect births.
fn scenario_name(scenario: &BirthScenario, labels: &Labels<'_>) -> String {
    match scenario {
        BirthScenario::Published { source, .. } => source.clone(),
        own => labels.text(&format!("coverage-{}", own.code())),
    }
}

/// Returns the births expected in each way beside those registered; the range first.
fn expected_births(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let left_out = coverage::left_out(&tables.coverage);
    let rows = tables.coverage.iter().map(|row| {
        let registered = |n: Option<u64>, is_known: bool| match row.share(n) {
            Some(share) => [DocumentCell::count(n), DocumentCell::Share(share)],
            None if row.is_incomparable(n) => {
                [DocumentCell::count(n), DocumentCell::Text(labels.text("coverage-incomparable"))]
            }
            None if is_known => [DocumentCell::count(n), DocumentCell::Hidden.of_row(row.is_withheld)],
            None => [DocumentCell::Nothing, DocumentCell::Nothing],
        };
        let scenario = scenario_name(&row.scenario, labels);
        let count = |n| DocumentCell::count_of_row(n, row.is_withheld);
        let mut cells = vec![DocumentCell::Text(scenario), count(row.population), count(row.expected)];
        cells.extend(registered(row.published, row.published.is_some()));
        cells.extend(registered(row.held, row.is_held));
        let class = row.class().filter(|_| !left_out.contains(&row.scenario));
        cells.push(class.map_or(DocumentCell::Nothing, |class| DocumentCell::Text(class.to_owned())));
        let code = format!("{} {}", row.year, row.scenario.code());
        labels.of_period(DocumentRow::new(code, row.year.to_string(), cells), row.is_incomplete)
    });
    let columns = "coverage-year coverage-population-of coverage-population coverage-expected coverage-published \
                   coverage-published-share coverage-held coverage-held-share coverage-class";
    let settings = &tables.settings;
    let facts = [
        ("rate", labels.messages.decimal(settings.births_per_1000, 1).into()),
        ("source", settings.births_per_1000_source.as_str().into()),
        ("per_woman", labels.messages.decimal(settings.births_per_woman, 1).into()),
        ("woman_source", settings.births_per_woman_source.as_str().into()),
        ("survival_source", survival_source(settings, labels).into()),
    ];
    let range = coverage::range(&tables.coverage).map(|own| {
        let [low, high] = [own.low, own.high].map(|share| labels.messages.percent(share));
        let id = if low == high { "coverage-range-one" } else { "coverage-range" };
        labels.paragraph(id, &[("year", own.year.to_string().into()), ("low", low.into()), ("high", high.into())])
    });
    let names: Vec<String> = left_out.iter().map(|own| scenario_name(own, labels)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let omitted =
        (!names.is_empty()).then(|| labels.paragraph("coverage-left-out", &[("names", labels.join(&names).into())]));
    let sheets = &tables.sheets;
    let part = (sheets.n_quartiers_censused < sheets.n_quartiers).then(|| {
        let facts = [("n", sheets.n_quartiers_censused.into()), ("of", sheets.n_quartiers.into())];
        labels.paragraph("coverage-part", &facts)
    });
    let table = labels.table("t-coverage", "coverage-caption", columns, rows.collect());
    let text = labels.paragraph("coverage-text", &facts);
    let table = DocumentBlock::Table(table, Vec::new());
    labels.part("coverage-title", range.into_iter().chain(omitted).chain([text]).chain(part).chain([table]).collect())
}
