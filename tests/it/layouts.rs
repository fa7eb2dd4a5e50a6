//! Tests of sheets in further layouts (`tests/layouts`), each with its truth: every row has the true outcome and
//! values.

use std::collections::BTreeMap;

use bato::store::{LineageRow, PersonRow};

use crate::door::{Commune, project};

/// A file of `tests/layouts`.
struct Layout {
    /// Its path in the raw folder.
    file: String,
    sheets: Vec<Sheet>,
}

#[derive(Default)]
struct Sheet {
    name: String,
    is_hidden: bool,
    merges: Vec<String>,
    /// The truth and the cells of each row.
    rows: Vec<(String, Vec<String>)>,
}

fn read_layout(text: &str) -> Layout {
    let mut layout = Layout { file: String::new(), sheets: Vec::new() };
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some(file) = line.strip_prefix("file: ") {
            layout.file = file.to_owned();
        } else if let Some(name) = line.strip_prefix("sheet: ") {
            let (name, is_hidden) = name.strip_suffix(" hidden").map_or((name, false), |name| (name, true));
            layout.sheets.push(Sheet { name: name.to_owned(), is_hidden, ..Sheet::default() });
        } else if let Some(merges) = line.strip_prefix("merge: ") {
            layout.sheets.last_mut().unwrap().merges = merges.split(' ').map(str::to_owned).collect();
        } else {
            if layout.sheets.is_empty() {
                layout.sheets.push(Sheet::default());
            }
            let is_csv = layout.file.ends_with(".csv");
            let (truth, cells) = line.split_once(if is_csv && line.starts_with('.') { ';' } else { '|' }).unwrap();
            let cells = cells.split(if is_csv { ';' } else { '|' }).map(str::to_owned).collect();
            layout.sheets.last_mut().unwrap().rows.push((truth.to_owned(), cells));
        }
    }
    layout
}

impl Layout {
    /// Returns the workbook or CSV of the layout.
    fn bytes(&self) -> Vec<u8> {
        if self.file.ends_with(".csv") {
            let lines: Vec<String> = self.sheets[0].rows.iter().map(|(_, cells)| cells.join(";")).collect();
            return lines.join("\r\n").into_bytes();
        }
        let mut book = rust_xlsxwriter::Workbook::new();
        for source in &self.sheets {
            let sheet = book.add_worksheet();
            sheet.set_name(&source.name).unwrap().set_hidden(source.is_hidden);
            for merge in &source.merges {
                let (from, to) = merge.split_once(':').unwrap();
                let ((first_row, first), (last_row, last)) = (position(from), position(to));
                if (first_row, first) != (last_row, last) {
                    let plain = rust_xlsxwriter::Format::new();
                    sheet.merge_range(first_row, first, last_row, last, "", &plain).unwrap();
                }
            }
            for (row, (_, cells)) in (0_u32..).zip(&source.rows) {
                for (column, text) in (0_u16..).zip(cells).filter(|(_, text)| !text.is_empty()) {
                    match text.parse::<f64>() {
                        Ok(number) if !text.starts_with('0') => sheet.write(row, column, number).unwrap(),
                        _ => sheet.write(row, column, text).unwrap(),
                    };
                }
            }
        }
        book.save_to_buffer().unwrap()
    }
}

/// Returns the row and column of a cell such as `B3`, from 0.
fn position(cell: &str) -> (u32, u16) {
    let letters = cell.trim_end_matches(|c: char| c.is_ascii_digit());
    let row: u32 = cell[letters.len()..].parse().unwrap();
    (row - 1, bato::record::column_of_letters(letters).unwrap())
}

/// Returns a person's birth date in the notation of the truth.
fn born(person: &PersonRow) -> String {
    let day = person.born_on.map(|day| day.to_string()).unwrap_or_default();
    match person.born_on_precision.as_str() {
        "day" => day,
        "month" => day[..7].to_owned(),
        "year" => day[..4].to_owned(),
        "about" => format!("~{}", &day[..4]),
        _ => String::new(),
    }
}

/// Runs a layout and lists the differences from its truth, row by row.
fn differences(name: &str, layout: &Layout) -> Vec<String> {
    let mut differences = Vec::new();
    let mut expect = |at: &str, actual: &str, truth: &str| {
        if actual != truth {
            differences.push(format!("{at}: {actual:?}, not {truth:?}"));
        }
    };
    let commune = Commune::empty();
    commune.write(&layout.file, layout.bytes());
    commune.run();
    commune.assert_whole();
    let lineage: Vec<LineageRow> = commune.table();
    let persons: BTreeMap<String, PersonRow> =
        commune.table::<PersonRow>().into_iter().map(|person| (person.person_id.clone(), person)).collect();
    let mut households: BTreeMap<&str, Option<String>> = BTreeMap::new();
    for sheet in &layout.sheets {
        for (row, (truth, cells)) in (1_i64..).zip(&sheet.rows) {
            let at = format!("{name} {} row {row}: {cells:?}", sheet.name);
            let line = lineage.iter().find(|line| line.sheet == sheet.name && line.row == row);
            let Some(line) = line else {
                let is_blank = cells.iter().all(String::is_empty);
                expect(&at, if is_blank { "blank" } else { "lost" }, "blank");
                continue;
            };
            let rule = line.rule.clone().unwrap_or_default();
            match truth.split_at(1) {
                (".", _) => expect(&at, &line.outcome, "ignored"),
                ("!", true_rule) => {
                    expect(&at, &format!("{} {rule}", line.outcome), &format!("quarantined {true_rule}"));
                }
                (_, true_person) => {
                    let Some(person) = line.person_id.as_ref().map(|id| &persons[id]) else {
                        expect(&at, &format!("{} {rule}", line.outcome), "registered");
                        continue;
                    };
                    let (values, household) = true_person.rsplit_once(';').unwrap();
                    let sex = person.sex.clone().unwrap_or_default();
                    let quartier = person.quartier.clone().unwrap_or_default();
                    let born_on = born(person);
                    let actual = [&person.nom, &person.postnom, &person.prenom, &sex, &born_on, &quartier];
                    expect(&at, &actual.map(String::as_str).join(";"), values);
                    if !household.is_empty() {
                        let first = households.entry(household).or_insert_with(|| line.household_id.clone());
                        expect(&at, &format!("{:?}", line.household_id), &format!("{first:?}"));
                    }
                }
            }
        }
    }
    let distinct: std::collections::BTreeSet<&Option<String>> = households.values().collect();
    expect(name, &format!("{} households", distinct.len()), &format!("{} households", households.len()));
    differences
}

#[test]
fn every_row_of_every_layout_has_its_true_outcome_and_values() {
    let mut n_layouts = 0;
    let mut found = Vec::new();
    for entry in std::fs::read_dir(project().join("tests/layouts")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            let text = std::fs::read_to_string(&path).unwrap();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            found.extend(differences(&name, &read_layout(&text)));
            n_layouts += 1;
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(n_layouts >= 14, "{n_layouts}");
}
