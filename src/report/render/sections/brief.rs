//! The first page, for who has one minute: five sentences, what changed since the last release, a map of the quartiers,
//! small charts by quartier. The rest of the report is the annex.

use super::births::shares;
use super::*;
use crate::report::coverage;
use crate::report::since_last::{
    CountChange, CountSince, FigureSince, PeriodSince, QUARTIERS, RateSince, ReleasedCount, ReleasedRate, SinceLast,
};
use crate::report::statistics::{FunnelPoint, FunnelPosition, Z95};
use crate::report::timeliness::TimelinessRow;

/// The least share of the expected births, or of the published population, of which a sentence speaks.
const LEAST_SHARE_SAID: f64 = 0.005;

pub(super) fn section(tables: &ReportTables, labels: &Labels<'_>) -> Section {
    let mut parts = vec![labels.part("brief-sentences-title", vec![DocumentBlock::List(sentences(tables, labels))])];
    // The first printed page ends with the map.
    let note = labels.of_release("acts-of-release", tables.acts_of());
    parts.push(map(tables, labels).of_release(note.as_deref()));
    parts.extend(tables.since_last.as_ref().map(|since| since_last(since, labels)));
    parts.push(by_quartier(tables, labels).of_release(note.as_deref()));
    labels.section("brief", "brief-title", parts)
}

/// Returns five sentences with their figures; those whose figures do not exist are left out.
fn sentences(tables: &ReportTables, labels: &Labels<'_>) -> Vec<String> {
    let percent = |share: f64| labels.messages.percent(share);
    let count = |n: Option<u64>| labels.cell(&DocumentCell::count(n));
    let births = &tables.births.totals.all;
    let on_time = births.rate().map(|rate| {
        let other = tables.births.other_rule.as_ref().and_then(|other| other.total.rate());
        let (low, high) = other.map_or((rate, rate), |other| (rate.min(other), rate.max(other)));
        let facts = [("low", percent(low).into()), ("high", percent(high).into()), ("n", count(births.judged).into())];
        labels.message(if percent(low) == percent(high) { "brief-on-time" } else { "brief-on-time-range" }, &facts)
    });
    // Registers of a few births say nothing of a commune.
    let coverage = coverage::range(&tables.coverage).filter(|own| own.high >= LEAST_SHARE_SAID);
    let coverage = coverage.map(|own| {
        let [low, high] = [own.low, own.high].map(|share| labels.messages.decimal(100.0 * share, 0));
        let id = if low == high { "brief-coverage-one" } else { "brief-coverage" };
        let facts = [("year", own.year.to_string().into()), ("low", low.into()), ("high", high.into())];
        labels.message(id, &facts)
    });
    let young = tables.children.as_ref().and_then(|children| {
        let total = &children.under_five_by_quartier.total;
        let ((low, high), share) = (total.interval_with()?, total.rate_with()?);
        let facts = [("share", percent(share).into()), ("low", percent(low).into()), ("high", percent(high).into())];
        Some(labels.message("brief-under-five", &facts))
    });
    let sheets = &tables.sheets;
    let facts = [
        ("n", sheets.n_quartiers_censused.into()),
        ("of", sheets.n_quartiers.into()),
        ("rows", labels.cell(&DocumentCell::rows(sheets.all.quarantined)).into()),
    ];
    let join = |parts: [Option<String>; 2]| {
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    };
    let of_acts = labels.of_release("acts-of-release", tables.acts_of());
    let of_persons = labels.of_release("persons-of-release", tables.persons_of());
    let and = |sentence: Option<String>, note: &Option<String>| join([Some(sentence?), note.clone()]);
    // How much was read stands beside what it says.
    let on_time = join([on_time, births_read(tables, labels)]);
    let quartiers =
        join([Some(labels.message("brief-quartiers", &facts)), and(persons_read(tables, labels), &of_persons)]);
    let quartiers = join([quartiers, quartiers_behind(tables, labels)]);
    let coverage = and(coverage, &of_persons);
    [and(on_time, &of_acts), and(trend(tables, labels), &of_acts), coverage, and(young, &of_persons), quartiers]
        .into_iter()
        .flatten()
        .collect()
}

/// Fewest acts of a year whose rate is compared with that of another.
const FEWEST_OF_TREND: u64 = 10;

/// Returns the change of the share on time between the last two whole years, and whether chance alone would give it.
fn trend(tables: &ReportTables, labels: &Labels<'_>) -> Option<String> {
    let rows = &tables.births.by_declared_year.rows;
    // A rate of a few acts is none to compare.
    let has_acts = |row: &TimelinessRow| row.judged.is_none_or(|n| n >= FEWEST_OF_TREND);
    let is_read =
        |row: &TimelinessRow| matches!(row.heading, RowHeading::Year(year) if tables.births.window.covers(year));
    let is_whole = |row: &&TimelinessRow| is_read(row) && !row.is_incomplete && has_acts(row);
    let incomplete = labels.incomplete_reasons(&tables.births.incomplete, Breakdown::DeclaredYear);
    let incomplete: Vec<&str> = incomplete.iter().map(String::as_str).collect();
    let facts = [("years", labels.join(&incomplete).into())];
    let note = (!incomplete.is_empty()).then(|| labels.message("brief-trend-incomplete", &facts));
    let mut whole = rows.iter().rev().filter(is_whole).filter(|row| row.rate().is_some());
    let Some((last, before)) = whole.next().zip(whole.next()) else { return note };
    let (now, then) = (last.rate()?, before.rate()?);
    let is_sure = is_beyond_chance([(now, last.judged?), (then, before.judged?)]);
    let id = match (is_sure, now > then) {
        (false, _) => "brief-trend-chance",
        (true, true) => "brief-trend-up",
        (true, false) => "brief-trend-down",
    };
    let facts = [
        ("year", last.heading.code().into()),
        ("before", before.heading.code().into()),
        ("now", labels.messages.percent(now).into()),
        ("then", labels.messages.percent(then).into()),
    ];
    let change = labels.message(id, &facts);
    Some(note.map_or_else(|| change.clone(), |note| format!("{change} {note}")))
}

/// Returns how many of the published births are in the registers that were read.
fn births_read(tables: &ReportTables, labels: &Labels<'_>) -> Option<String> {
    let window = &tables.births.window;
    // A release may hide how many acts of a year are held: that year is then in neither sum. Late ones alone that are
    // hidden are few.
    let years = tables.births.published_years.iter().filter(|own| window.covers(own.year));
    let years: Vec<_> = years.filter(|own| own.held_on_time.is_some()).collect();
    let held: u64 = years.iter().filter_map(|own| Some(own.held_on_time? + own.held_late.unwrap_or(0))).sum();
    let published: u64 = years.iter().map(|own| own.published_on_time + own.published_late).sum();
    years.first().zip(years.last()).filter(|_| published > 0).map(|(first, last)| {
        let share = labels.messages.percent(held as f64 / published as f64);
        let facts =
            [("share", share.into()), ("first", first.year.to_string().into()), ("last", last.year.to_string().into())];
        labels.message("brief-read-births", &facts)
    })
}

/// Returns the quartiers that lie behind the commune by more than chance gives: fewer acts on time, more children
/// without an act.
fn quartiers_behind(tables: &ReportTables, labels: &Labels<'_>) -> Option<String> {
    let names = |points: &[FunnelPoint], position: FunnelPosition| {
        let behind = points.iter().filter(|point| point.position == position);
        behind.map(|point| point.heading.code()).collect::<Vec<_>>().join(", ")
    };
    let late = names(&tables.births.funnel_points, FunnelPosition::Below);
    let of_children = tables.children.as_ref().map(|children| children.funnel_points.as_slice()).unwrap_or_default();
    let children = names(of_children, FunnelPosition::Above);
    if tables.births.funnel_points.is_empty() && of_children.is_empty() {
        return None;
    }
    let facts = [("late", late.as_str().into()), ("children", children.as_str().into())];
    let id = match (late.is_empty(), children.is_empty()) {
        (true, true) => "brief-behind-none",
        (false, true) => "brief-behind-late",
        (true, false) => "brief-behind-children",
        (false, false) => "brief-behind-both",
    };
    let sentence = labels.message(id, &facts);
    let n = |n: usize| labels.messages.count(n as u64).into();
    let of = tables.sheets.n_quartiers as usize;
    let facts = [("acts", n(tables.births.funnel_points.len())), ("children", n(of_children.len())), ("of", n(of))];
    Some(format!("{sentence} {}", labels.message("brief-compared", &facts)))
}

/// Returns how many of the published population the census that was read has counted.
fn persons_read(tables: &ReportTables, labels: &Labels<'_>) -> Option<String> {
    let of_commune = tables.census_coverage.iter().filter(|row| row.heading == RowHeading::All);
    let shares: Vec<f64> = of_commune.filter_map(|row| row.share()).collect();
    let low = shares.iter().copied().reduce(f64::min);
    let range = low.zip(shares.iter().copied().reduce(f64::max)).filter(|(_, high)| *high >= LEAST_SHARE_SAID);
    range.map(|(low, high)| {
        let [low, high] = [low, high].map(|share| labels.messages.percent(share).into());
        labels.message("brief-read-persons", &[("low", low), ("high", high)])
    })
}

/// Whether two shares, each of a number of acts, differ by more than chance gives in 95 cases of 100.
fn is_beyond_chance([(a, n_a), (b, n_b)]: [(f64, u64); 2]) -> bool {
    let (n_a, n_b) = (n_a as f64, n_b as f64);
    let both = (a * n_a + b * n_b) / (n_a + n_b);
    (a - b).abs() > Z95 * (both * (1.0 - both) * (1.0 / n_a + 1.0 / n_b)).sqrt()
}

fn since_last(since: &SinceLast, labels: &Labels<'_>) -> DocumentPart {
    let rows = since.figures.iter().map(|FigureSince { indicator, before, now, is_repeated }| {
        let is_of_rows = indicator.starts_with("rows");
        let cell = |n: &Option<u64>| if is_of_rows { DocumentCell::rows(*n) } else { DocumentCell::count(*n) };
        // Of the sums of all years a part is rounded; the years beside show which are exact.
        let is_rounded = *indicator != QUARTIERS;
        let change = before.zip(*now).map(|(before, now)| DocumentCell::change(now as i64 - before as i64, is_rounded));
        let change = change.unwrap_or(DocumentCell::Hidden);
        let change = if *is_repeated { DocumentCell::Nothing } else { change };
        let heading = labels.text(&format!("since-{}", indicator.replace('_', "-")));
        DocumentRow::new(*indicator, heading, vec![cell(before), cell(now), change])
    });
    let table =
        labels.table("t-since", "since-caption", "since-column since-before since-now difference", rows.collect());
    let facts = [("number", since.number.to_string().into()), ("period", since.period.as_str().into())];
    let (text, table) = (labels.paragraph("since-text", &facts), DocumentBlock::Table(table, Vec::new()));
    let note = if since.is_comparable { "since-rates-text" } else { "since-rates-other" };
    let [rates, quartiers] = rates_since(since, labels);
    let periods = [("t-since-years", "years", &since.years), ("t-since-quarters", "quarters", &since.quarters)];
    let periods = periods.into_iter().filter(|(.., rows)| !rows.is_empty());
    let periods: Vec<DocumentBlock> = periods.map(|(id, name, rows)| periods_since(id, name, rows, labels)).collect();
    let blocks = [text, table].into_iter().chain([labels.paragraph("since-periods-text", &[])]).chain(periods);
    let more = since
        .quartiers
        .map(|(before, now)| labels.paragraph("since-quartiers", &[("before", before.into()), ("now", now.into())]));
    let blocks = blocks.chain([labels.paragraph(note, &[])]).chain(more).chain([rates, quartiers]);
    labels.part("since-title", blocks.collect())
}

/// Returns the table of the acts declared in each period, of the two releases.
fn periods_since(id: &str, name: &str, periods: &[PeriodSince], labels: &Labels<'_>) -> DocumentBlock {
    let count = |count: ReleasedCount| match count {
        ReleasedCount::Shown(n, _) => DocumentCell::Count(n),
        ReleasedCount::Few => DocumentCell::Few,
        ReleasedCount::Withheld => DocumentCell::Withheld,
        ReleasedCount::Missing => DocumentCell::Nothing,
    };
    let change = |of: &CountSince| match of.change() {
        CountChange::Exact(n) => DocumentCell::change(n, false),
        CountChange::Rounded(n) => DocumentCell::change(n, true),
        CountChange::Hidden => DocumentCell::Hidden,
        CountChange::Missing => DocumentCell::Nothing,
    };
    let by = if name == "years" { Breakdown::DeclaredYear } else { Breakdown::DeclaredQuarter };
    let rows = periods.iter().map(|own| {
        let counts = [&own.on_time, &own.late].into_iter();
        let counts = counts.flat_map(|own| [count(own.before), count(own.now), change(own)]);
        let cells = counts.chain([points_since(&own.rate)]).collect();
        labels.of_period(labels.row(by, &own.heading, cells), own.is_incomplete)
    });
    let columns = [if name == "years" { "declared-year-column" } else { "quarter-column" }].into_iter().chain([
        "since-on-time-before",
        "since-on-time-now",
        "difference",
        "since-late-before",
        "since-late-now",
        "difference",
        "since-rate-points",
    ]);
    let columns = columns.collect::<Vec<_>>().join(" ");
    DocumentBlock::Table(labels.table(id, &format!("since-{name}-caption"), &columns, rows.collect()), Vec::new())
}

/// Returns a rate as a release shows it.
fn released_rate(rate: ReleasedRate, of: fn(f64) -> DocumentCell) -> DocumentCell {
    match rate {
        ReleasedRate::Shown(rate, _) => of(rate),
        ReleasedRate::Rounding => DocumentCell::Rounding,
        ReleasedRate::Hidden => DocumentCell::Hidden,
        ReleasedRate::Withheld => DocumentCell::Withheld,
        ReleasedRate::Missing => DocumentCell::Nothing,
    }
}

/// Returns the change of a rate in percentage points.
fn points_since(rate: &RateSince) -> DocumentCell {
    released_rate(rate.points(), |points| DocumentCell::Number(points, 1))
}

/// Returns the tables of the headline rates of the two releases: of the commune, and of each quartier.
fn rates_since(since: &SinceLast, labels: &Labels<'_>) -> [DocumentBlock; 2] {
    let share = |rate| released_rate(rate, DocumentCell::Share);
    let of_commune = since.rates.iter().filter(|(heading, _)| *heading == RowHeading::All);
    let of_commune = of_commune.flat_map(|(_, rates)| ["on-time", "late", "under-five"].into_iter().zip(rates));
    let of_commune = of_commune.map(|(code, rate)| {
        let cells = vec![share(rate.before), share(rate.now), points_since(rate)];
        DocumentRow::new(code, labels.text(&format!("since-rate-{code}")), cells)
    });
    let columns = "since-rate-column since-before since-now since-points";
    let rates = labels.table("t-since-rates", "since-rates-caption", columns, of_commune.collect());
    let quartiers = since.rates.iter().filter(|(heading, _)| *heading != RowHeading::All).map(|(heading, rates)| {
        let cells = rates.iter().flat_map(|rate| [share(rate.before), share(rate.now), points_since(rate)]).collect();
        labels.row(Breakdown::Quartier, heading, cells)
    });
    let columns = "quartier-column since-on-time-before since-on-time-now since-points since-late-before \
                   since-late-now since-points since-under-five-before since-under-five-now since-points";
    let quartiers = labels.table("t-since-quartiers", "since-quartiers-caption", columns, quartiers.collect());
    [rates, quartiers].map(|table| DocumentBlock::Table(table, Vec::new()))
}

const TILES: &str = "quartier-column column-judged column-rate interval-low interval-high chance-column";

/// Returns the map of the quartiers, a tile each.
fn map(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let births = &tables.births;
    let rows = births.by_quartier.rows.iter().filter(|row| row.heading != RowHeading::Unknown).map(|row| {
        let [rate, low, high] = shares(row);
        let judged = DocumentCell::count_of_row(row.judged, row.is_withheld);
        let cells = vec![judged, rate, low, high, labels.funnel_cell(&births.funnel_points, &row.heading)];
        labels.row(Breakdown::Quartier, &row.heading, cells)
    });
    // In the order of the postal codes; a quartier without one comes last.
    let mut rows: Vec<DocumentRow> = rows.collect();
    let code_of = |row: &DocumentRow| tables.quartier_codes.get(&row.code).filter(|code| !code.is_empty());
    rows.sort_by_key(|row| (code_of(row).is_none(), code_of(row).cloned()));
    let table = labels.table("t-tiles", "tiles-caption", TILES, rows);
    // Rounding alone makes the rates of a release differ.
    let is_rounded = tables.release.is_some();
    let id = if is_rounded { "tiles-release" } else { "tiles" };
    let charts = if table.rows.is_empty() {
        Vec::new()
    } else {
        vec![labels.chart(id, ChartKind::Tiles { rate: 1, is_rounded })]
    };
    // A saved picture stands alone: its title says what it shows.
    let charts = charts
        .into_iter()
        .map(|chart| Chart { title: table.caption.clone(), id: "tiles".to_owned(), ..chart })
        .collect();
    labels.part("tiles-title", vec![labels.paragraph(&format!("{id}-text"), &[]), DocumentBlock::Table(table, charts)])
}

/// Returns the share on time by quartier and year, a small chart for each quartier.
fn by_quartier(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let rows = tables.births.by_quartier_year.iter().flat_map(|(quartier, years)| {
        years.iter().map(move |row| {
            let [rate, low, high] = shares(row);
            let cells = vec![
                DocumentCell::Text(labels.period(row.heading.code(), row.is_incomplete)),
                DocumentCell::count_of_row(row.judged, row.is_withheld),
                rate,
                low,
                high,
            ];
            let shown = DocumentRow::new(format!("{quartier} {}", row.heading.code()), quartier.as_str(), cells);
            DocumentRow { is_incomplete: row.is_incomplete, ..shown }
        })
    });
    let columns = "quartier-column declared-year-column column-judged column-rate-acts interval-low interval-high";
    let table = labels.table("t-quartier-years", "quartier-years-caption", columns, rows.collect());
    let kind = ChartKind::Multiples { rate: 2, interval: [3, 4] };
    let charts = if table.rows.is_empty() { Vec::new() } else { vec![labels.chart("quartier-years", kind)] };
    labels.part(
        "quartier-years-title",
        vec![labels.paragraph("quartier-years-text", &[]), DocumentBlock::Table(table, charts)],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_sure_only_beyond_chance() {
        assert!(!is_beyond_chance([(0.90, 100), (0.85, 100)]));
        assert!(is_beyond_chance([(0.90, 10_000), (0.85, 10_000)]));
    }
}
