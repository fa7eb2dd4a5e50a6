//! What a reader of a release knows of persons, households, children and events, and the rows of them that are
//! withheld.

use super::ReportTables;
use super::count_table::{CountRow, CountTable};
use super::coverage::BirthScenario;
use super::disclosure::{Cell, ReadTable, Reader, read_table};
use super::heading::RowHeading;
use super::release_limits::{LEAST_COUNT, STEP};
use crate::record::Sex;

/// The persons whom a release counts in totals alone: how many a reader can take them for at most; `None` for nobody,
/// which the findings of the release tell.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct FoldedPersons {
    /// Persons of unknown sex.
    quartiers: Option<i64>,
    /// Residents of unknown sex.
    ages: Option<i64>,
    /// Residents of unknown sex or age.
    groups: Option<i64>,
    /// Residents of known sex and unknown age.
    no_age: Option<i64>,
    /// Children under five of unknown sex.
    children: Option<i64>,
}

impl FoldedPersons {
    /// Counts them in exact tables.
    pub(super) fn of(tables: &ReportTables) -> Self {
        let population = &tables.population;
        let last = |row: &CountRow| row.cells.last().copied().flatten();
        let unknown = |row: &&CountRow| row.heading == RowHeading::Unknown;
        let [ages, groups] = [&population.by_age, &population.by_group].map(Option::as_ref);
        let no_age = ages.and_then(|own| own.rows.iter().find(unknown)).and_then(|row| Some(row.total? - last(row)?));
        let children = tables.children.as_ref().map(|own| own.under_five_by_sex.rows.iter().map(|row| &row.counts));
        Self {
            quartiers: at_most(last(&population.persons_by_quartier.total)),
            ages: at_most(ages.and_then(|own| last(&own.total))),
            groups: at_most(groups.and_then(|own| last(&own.total))),
            no_age: at_most(no_age),
            children: at_most(children.and_then(|mut rows| rows.find(unknown)?.total)),
        }
    }
}

/// Returns the most that a count can be by its rounded number; `None` for 0.
fn at_most(n: Option<u64>) -> Option<i64> {
    let n = n.filter(|n| *n > 0)? as i64;
    let (least, step) = (LEAST_COUNT as i64, STEP as i64);
    Some(if n < least { least - 1 } else { (n + step / 2) / step * step + step / 2 })
}

/// Where a reader has the counts of persons and events.
pub(super) struct ReadPersons {
    pub(super) persons: Option<Cell>,
    pub(super) deceased: Cell,
    pub(super) departed: Cell,
    /// All events; `None` without a list of them.
    pub(super) events: Option<Cell>,
}

/// Returns what a reader knows of persons, households and events.
pub(super) fn persons_as_read(tables: &ReportTables, folded: &FoldedPersons) -> Reader {
    let mut reader = Reader::default();
    read_persons(&mut reader, tables, folded);
    reader
}

/// Adds what a reader knows of persons, households and events. Rows are numbered in the order of [`person_rows`].
pub(super) fn read_persons(reader: &mut Reader, tables: &ReportTables, folded: &FoldedPersons) -> ReadPersons {
    let index = &mut (0..);
    let population = &tables.population;
    let mut of_children = None;
    if let Some(children) = &tables.children {
        let mut read = |table: &super::children::ChildTable, rest| {
            let rows = table.rows.iter().map(|row| &row.counts);
            read_table(reader, index, rows, &table.total.counts, [None, rest])
        };
        let [years, quartiers] = [&children.by_born_year, &children.by_quartier].map(|table| read(table, None));
        // A child of unknown sex is in no row.
        let young = [(&children.under_five_by_sex, folded.children), (&children.under_five_by_quartier, None)];
        let [by_sex, by_quartier] = young.map(|(table, rest)| read(table, rest));
        for (a, b) in years.total.iter().zip(&quartiers.total).chain(by_sex.total.iter().zip(&by_quartier.total)) {
            reader.sum(*a, &[*b], false);
        }
        for (heading, cells) in &by_quartier.rows {
            let all = quartiers.rows.iter().find(|(own, _)| own == heading);
            for (young, all) in cells.iter().zip(all.iter().flat_map(|(_, all)| all)) {
                reader.sum(*all, &[*young], true);
            }
        }
        of_children = Some((quartiers, by_sex, by_quartier));
    }
    let quartiers = population.by_quartier.iter().map(|row| &row.persons);
    let persons = read_table(reader, index, quartiers, &population.total.persons, [folded.quartiers, None]);
    // The households of a quartier are withheld with its persons.
    let first = persons_first_row(tables);
    let mut households = Vec::new();
    for (place, row) in population.by_quartier.iter().enumerate() {
        households.push(reader.add_shown(row.households, Some(first + place), row.persons.is_withheld, false));
    }
    let all_households = population.total.households;
    let total = first + population.by_quartier.len();
    let all_households = reader.add_shown(all_households, Some(total), population.total.persons.is_withheld, false);
    reader.sum(all_households, &households, false);
    let mut read = |table: &CountTable, rest| read_table(reader, index, table.rows.iter(), &table.total, [rest, None]);
    let by_age = population.by_age.as_ref().map(|table| read(table, folded.ages));
    let by_group = population.by_group.as_ref().map(|table| read(table, folded.groups));
    let [sizes, statuses] = [&population.by_size, &population.by_status].map(|table| read(table, None));
    let events = tables.events.as_ref().and_then(|table| read(table, None).total());
    let residents = statuses.row_total(&RowHeading::Status(crate::record::Status::Resident));
    let pairs = [
        (sizes.total(), Some(all_households)),
        (statuses.total(), persons.total()),
        (residents, by_age.as_ref().and_then(ReadTable::total)),
        (residents, by_group.as_ref().and_then(ReadTable::total)),
    ];
    for (whole, same) in pairs.into_iter().filter_map(|(whole, same)| whole.zip(same)) {
        reader.sum(whole, &[same], false);
    }
    // Men and boys are the males of all ages, women and girls the females.
    for (ages, groups) in by_age.iter().zip(&by_group) {
        for (sex, parts) in [(0, [0, 2]), (1, [1, 3])] {
            let Some(of_sex) = ages.total.get(sex).filter(|_| ages.total.len() > 2) else { continue };
            let parts: Vec<Cell> = parts.iter().filter_map(|part| groups.total.get(*part).copied()).collect();
            reader.sum(*of_sex, &parts, folded.no_age.is_some());
        }
    }
    // The women from whom births are expected are those of seven age bands.
    let women = tables.coverage.iter().find(|row| row.scenario == BirthScenario::Women).map(|row| row.population);
    if let Some((n, ages)) = women.zip(by_age.as_ref()) {
        let is_fertile = |heading: &RowHeading| matches!(heading, RowHeading::Age(from) if (15..50).contains(from));
        let bands = ages.rows.iter().filter(|(heading, _)| is_fertile(heading));
        let bands: Vec<Cell> =
            bands.filter_map(|(_, cells)| cells.get(1).filter(|_| cells.len() > 2).copied()).collect();
        let shown = n.filter(|n| *n >= LEAST_COUNT).map(|n| (n + STEP / 2) / STEP * STEP);
        let women = reader.add_shown(shown, None, false, false);
        reader.is_hidden[women] = false;
        reader.sum(women, &bands, false);
    }
    if let Some(groups) = &by_group {
        let all = (&RowHeading::All, &groups.total);
        for (heading, cells) in groups.rows.iter().map(|(heading, cells)| (heading, cells)).chain([all]) {
            add_minors(reader, heading, cells, of_children.as_ref(), folded);
            let own = persons.rows.iter().find(|(own, _)| own == heading).map_or(&persons.total, |(_, own)| own);
            // Residents are among the persons, sex by sex.
            for (of_sex, parts) in own.iter().zip([[0, 2], [1, 3]]).filter(|_| own.len() > 2) {
                let parts: Vec<Cell> = parts.iter().filter_map(|part| cells.get(*part).copied()).collect();
                reader.sum(*of_sex, &parts, true);
            }
        }
    }
    for (ages, (_, by_sex, _)) in by_age.iter().zip(&of_children) {
        // Children under five with a register are among the residents of that age.
        let first = ages.rows.iter().find(|(heading, _)| *heading == RowHeading::Age(0));
        for ((heading, young), (_, own)) in by_sex.rows.iter().flat_map(|young| first.map(|own| (young, own))) {
            let column = match heading {
                RowHeading::Sex(Sex::Male) => 0,
                RowHeading::Sex(Sex::Female) => 1,
                _ => continue,
            };
            let pair = own.get(column).filter(|_| own.len() > 2).zip(young.last());
            pair.into_iter().for_each(|(own, young)| reader.sum(*own, &[*young], true));
        }
    }
    for (heading, cells) in by_group.iter().flat_map(|table| &table.rows) {
        let pair = persons.row_total(heading).zip(cells.last());
        pair.into_iter().for_each(|(all, residents)| reader.sum(all, &[*residents], true));
    }
    // Without a list of events nobody is known to have died or left.
    let of_events = |n: Option<u64>| if tables.events.is_none() { Some(0) } else { n };
    let [deceased, departed] =
        [population.deceased, population.departed].map(|n| reader.add_shown(of_events(n), None, false, false));
    ReadPersons { persons: persons.total(), deceased, departed, events }
}

/// Adds: the children of the census of a quartier, and those under five, are among its boys, girls and residents of
/// unknown sex or age.
fn add_minors(
    reader: &mut Reader,
    heading: &RowHeading,
    groups: &[Cell],
    of_children: Option<&(ReadTable, ReadTable, ReadTable)>,
    folded: &FoldedPersons,
) {
    let Some((quartiers, _, under_five)) = of_children.filter(|_| groups.len() > 4) else { return };
    for table in [quartiers, under_five] {
        let is_all = *heading == RowHeading::All;
        let children = if is_all { table.total() } else { table.row_total(heading) };
        let Some(children) = children else { continue };
        let unknown = folded.groups.map(|most| reader.add((0, most), None, false));
        let minors: Vec<Cell> = groups[2..4].iter().copied().chain(unknown).collect();
        reader.equal(&[children], &minors, true);
    }
}

/// Returns the number of the first row of a quartier's persons.
fn persons_first_row(tables: &ReportTables) -> usize {
    let children = tables.children.iter().flat_map(|children| children.tables());
    children.map(|table| table.rows.len() + 1).sum()
}

/// Returns the rows of persons, households and events, the total of each table after its rows.
fn person_rows(tables: &mut ReportTables) -> Vec<&mut CountRow> {
    let population = &mut tables.population;
    let children = tables.children.iter_mut().flat_map(|children| children.tables_mut());
    let children = children.flat_map(|table| table.rows.iter_mut().chain([&mut table.total]));
    let quartiers = population.by_quartier.iter_mut().chain([&mut population.total]).map(|row| &mut row.persons);
    let others = population.by_age.iter_mut().chain(population.by_group.iter_mut());
    let others = others.chain([&mut population.by_size, &mut population.by_status]).chain(tables.events.iter_mut());
    let others = others.flat_map(|table| table.rows.iter_mut().chain([&mut table.total]));
    children.map(|row| &mut row.counts).chain(quartiers).chain(others).collect()
}

/// Withholds the rows of persons, households and events that would give a hidden count back.
pub(super) fn withhold_persons(tables: &mut ReportTables, folded: &FoldedPersons) {
    loop {
        let mut reader = persons_as_read(tables, folded);
        reader.narrow();
        let withheld = reader.rows_to_withhold();
        if withheld.is_empty() {
            break;
        }
        for (index, row) in person_rows(tables).into_iter().enumerate() {
            if withheld.contains(&index) {
                row.withhold();
            }
        }
        let population = &mut tables.population;
        for row in population.by_quartier.iter_mut().chain([&mut population.total]) {
            if row.persons.is_withheld {
                (row.households, row.members) = (None, None);
            }
        }
    }
    // The same persons stand in another table.
    let population = &mut tables.population;
    let same = &mut population.persons_by_quartier;
    for own in population.by_quartier.iter().chain([&population.total]).filter(|own| own.persons.is_withheld) {
        let rows = same.rows.iter_mut().chain([&mut same.total]);
        rows.filter(|row| row.heading == own.persons.heading).for_each(CountRow::withhold);
    }
}
