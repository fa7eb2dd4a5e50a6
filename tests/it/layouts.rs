//! Tests of sheets in further layouts (`tests/layouts`), each with its truth: every row has the true outcome and
//! values.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write as _};

use bato::record::fold;
use bato::store::{BirthRow, FindingRow, LineageRow, PersonRow};

use crate::door::{Commune, project};

/// An input file of a layout.
#[derive(Default)]
struct LayoutFile {
    /// Its path in the raw folder.
    path: String,
    /// The encoding of a text file whose lines are written as they stand; "" for a file that is made of cells.
    encoding: String,
    sheets: Vec<Sheet>,
    /// Beginnings of rule ids, and how many findings of these rules the file has.
    findings: Vec<(String, usize)>,
}

#[derive(Default)]
struct Sheet {
    name: String,
    is_hidden: bool,
    merges: Vec<String>,
    /// The truth and the cells of each row; a line of a text file is one cell.
    rows: Vec<(String, Vec<String>)>,
}

/// A cell of a workbook, by what the fixture's text stands for.
enum FixtureCell<'t> {
    Number(f64),
    /// `@1990-05-12`: a date as a spreadsheet stores it.
    Day(&'t str),
    Text(&'t str),
}

impl<'t> FixtureCell<'t> {
    fn of(text: &'t str) -> Self {
        if let Some(day) = text.strip_prefix('@') {
            return Self::Day(day);
        }
        match text.parse::<f64>() {
            Ok(number) if !text.starts_with('0') || text == "0" => Self::Number(number),
            _ => Self::Text(text.strip_prefix('\'').unwrap_or(text)),
        }
    }
}

fn read_layout(text: &str) -> Vec<LayoutFile> {
    let mut files: Vec<LayoutFile> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some(path) = line.strip_prefix("file: ") {
            files.push(LayoutFile { path: path.to_owned(), ..LayoutFile::default() });
            continue;
        }
        let file = files.last_mut().unwrap();
        if let Some(encoding) = line.strip_prefix("encoding: ") {
            file.encoding = encoding.to_owned();
        } else if let Some(finding) = line.strip_prefix("finding: ") {
            let (rule, n) = finding.split_once(' ').unwrap_or((finding, "1"));
            file.findings.push((rule.to_owned(), n.parse().unwrap()));
        } else if let Some(name) = line.strip_prefix("sheet: ") {
            let (name, is_hidden) = name.strip_suffix(" hidden").map_or((name, false), |name| (name, true));
            file.sheets.push(Sheet { name: name.to_owned(), is_hidden, ..Sheet::default() });
        } else if let Some(merges) = line.strip_prefix("merge: ") {
            file.sheets.last_mut().unwrap().merges = merges.split(' ').map(str::to_owned).collect();
        } else {
            file.add_row(line);
        }
    }
    files
}

impl LayoutFile {
    fn is_text(&self) -> bool {
        !self.encoding.is_empty()
    }

    fn add_row(&mut self, line: &str) {
        if self.sheets.is_empty() {
            self.sheets.push(Sheet::default());
        }
        let is_csv = self.path.ends_with(".csv") && !self.is_text();
        let (truth, cells) = line.split_once(if is_csv && line.starts_with('.') { ';' } else { '|' }).unwrap();
        let cells = match (self.is_text(), is_csv) {
            (true, _) => vec![cells.replace("\\t", "\t").replace("\\n", "\n")],
            (_, true) => cells.split(';').map(str::to_owned).collect(),
            _ => cells.split('|').map(|cell| cell.replace("\\n", "\n")).collect(),
        };
        self.sheets.last_mut().unwrap().rows.push((truth.to_owned(), cells));
    }

    fn bytes(&self) -> Vec<u8> {
        let lines = |separator: &str| -> Vec<String> {
            self.sheets[0].rows.iter().map(|(_, cells)| cells.join(separator)).collect()
        };
        if self.is_text() {
            return encoded(&(lines("").join("\r\n") + "\r\n"), &self.encoding);
        }
        match self.path.rsplit('.').next().unwrap() {
            "csv" => lines(";").join("\r\n").into_bytes(),
            "ods" => self.open_document(),
            _ => self.workbook(),
        }
    }

    fn workbook(&self) -> Vec<u8> {
        let mut book = rust_xlsxwriter::Workbook::new();
        let day_format = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
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
                    match FixtureCell::of(text) {
                        FixtureCell::Number(number) => sheet.write(row, column, number).unwrap(),
                        FixtureCell::Text(text) => sheet.write(row, column, text).unwrap(),
                        FixtureCell::Day(day) => {
                            let day = rust_xlsxwriter::ExcelDateTime::parse_from_str(day).unwrap();
                            sheet.write_with_format(row, column, &day, &day_format).unwrap()
                        }
                    };
                }
            }
        }
        book.save_to_buffer().unwrap()
    }

    /// Returns the file as an OpenDocument spreadsheet.
    fn open_document(&self) -> Vec<u8> {
        let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
        let typed = |kind: &str, value: &str, shown: &str| {
            format!(
                r#"<table:table-cell office:value-type="{kind}"{value}><text:p>{shown}</text:p></table:table-cell>"#
            )
        };
        let cell = |text: &String| match FixtureCell::of(text) {
            FixtureCell::Text("") => "<table:table-cell/>".to_owned(),
            FixtureCell::Number(n) => typed("float", &format!(r#" office:value="{n}""#), &n.to_string()),
            FixtureCell::Day(day) => typed("date", &format!(r#" office:date-value="{day}""#), day),
            FixtureCell::Text(text) => typed("string", "", &escaped(text)),
        };
        let row = |(_, cells): &(String, Vec<String>)| {
            format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
        };
        let table = |sheet: &Sheet| {
            let rows: String = sheet.rows.iter().map(row).collect();
            format!(r#"<table:table table:name="{}">{rows}</table:table>"#, escaped(&sheet.name))
        };
        let tables: String = self.sheets.iter().map(table).collect();
        let of = "urn:oasis:names:tc:opendocument:xmlns";
        let spaces = ["office", "table", "text"].map(|name| format!(r#" xmlns:{name}="{of}:{name}:1.0""#)).concat();
        let body = format!("<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>");
        let content = format!("<office:document-content{spaces}>{body}</office:document-content>");
        let mime = "application/vnd.oasis.opendocument.spreadsheet";
        let entry = |path: &str, kind: &str| {
            format!(r#"<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>"#)
        };
        let entries = entry("/", mime) + &entry("content.xml", "text/xml");
        let manifest =
            format!(r#"<manifest:manifest xmlns:manifest="{of}:manifest:1.0">{entries}</manifest:manifest>"#);
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, part) in [("mimetype", mime), ("META-INF/manifest.xml", &manifest), ("content.xml", &content)] {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(part.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    match encoding {
        "utf-8" => text.as_bytes().to_vec(),
        "utf-8-bom" => [&b"\xef\xbb\xbf"[..], text.as_bytes()].concat(),
        "windows-1252" => encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
        "utf-16" => [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
        _ => panic!("unknown encoding {encoding}"),
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

/// Returns the folded words of a name in alphabetical order.
fn sorted_words(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    words.sort_unstable();
    words.join(" ")
}

/// A sheet beside the files of a layout in which no row must be registered: without a person no register is published.
const OTHER_SHEET: &str = "Nom;Prénom;Sexe;Date de naissance\r\nLUYEYE;Josué;M;04/05/1970\r\n";

/// The register of a layout.
struct LayoutRegister {
    lineage: Vec<LineageRow>,
    persons: BTreeMap<String, PersonRow>,
    births: Vec<BirthRow>,
    findings: Vec<FindingRow>,
}

impl LayoutRegister {
    /// Runs the program on the files. A file without a list of persons gives status 1.
    fn of(files: &[LayoutFile]) -> Self {
        let commune = Commune::empty();
        for file in files {
            commune.write(&file.path, file.bytes());
        }
        let mut rows = files.iter().flat_map(|file| &file.sheets).flat_map(|sheet| &sheet.rows);
        if !rows.any(|(truth, _)| truth.starts_with('+')) {
            commune.write("census/autre feuille 2017.csv", OTHER_SHEET);
        }
        let said = commune.bato(&["run"]);
        assert!(said.status <= 1, "{}: {}{}", files[0].path, said.out, said.err);
        commune.assert_whole();
        let persons: Vec<PersonRow> = commune.table();
        Self {
            lineage: commune.table(),
            persons: persons.into_iter().map(|person| (person.person_id.clone(), person)).collect(),
            births: commune.table(),
            findings: commune.table(),
        }
    }

    /// Returns the values of a row's person and act. Values that the truth leaves open are written as in the truth.
    fn values(&self, line: &LineageRow, truth: &[&str]) -> String {
        let person = &self.persons[line.person_id.as_ref().unwrap()];
        let birth = self.births.iter().find(|birth| is_at(line, &birth.file, &birth.sheet, birth.row));
        let declared = birth.and_then(|birth| birth.declared_on).map(|day| day.to_string());
        let mut actual = vec![
            person.nom.clone(),
            person.postnom.clone(),
            person.prenom.clone(),
            person.sex.clone().unwrap_or_default(),
            born(person),
            person.quartier.clone().unwrap_or_default(),
        ];
        let place = person.birth_place.clone().unwrap_or_default();
        actual.extend([declared.unwrap_or_default(), place].into_iter().take(truth.len().saturating_sub(6)));
        if let Some(name) = truth[0].strip_prefix('=') {
            let whole = actual[..3].join(" ");
            let is_same = sorted_words(&whole) == sorted_words(name);
            actual[0] = if is_same { truth[0].to_owned() } else { format!("={whole}") };
            (actual[1], actual[2]) = (truth[1].to_owned(), truth[2].to_owned());
        }
        for (index, (actual, truth)) in actual.iter_mut().zip(truth).enumerate() {
            let is_same_place = index == 7 && fold(actual) == fold(truth);
            if *truth == "*" || is_same_place {
                *actual = (*truth).to_owned();
            }
        }
        actual.join(";")
    }
}

fn is_at(line: &LineageRow, file: &str, sheet: &str, row: i64) -> bool {
    line.file == file && line.sheet == sheet && line.row == row
}

/// The reasons of ignored rows that hold no data.
const NO_DATA: [&str; 8] = ["title", "header", "section", "total", "note", "unfilled", "recap", "recap-sheet"];

/// The differences of a layout's register from its truth.
struct Comparison<'r> {
    register: &'r LayoutRegister,
    /// The household of each letter.
    households: BTreeMap<String, Option<String>>,
    differences: Vec<String>,
}

impl Comparison<'_> {
    fn expect(&mut self, at: &str, actual: &str, truth: &str) {
        if actual != truth {
            self.differences.push(format!("{at}: {actual:?}, not {truth:?}"));
        }
    }

    fn compare_row(&mut self, at: &str, line: &LineageRow, truth: &str) {
        let rule = line.rule.clone().unwrap_or_default();
        let actual = format!("{} {rule}", line.outcome);
        let is_quarantined = line.outcome == "quarantined";
        match truth.split_at(1) {
            (".", _) => self.expect(at, &line.outcome, "ignored"),
            ("!", "") if is_quarantined => {}
            ("!", true_rule) => self.expect(at, &actual, format!("quarantined {true_rule}").trim_end()),
            ("-", "") if is_quarantined || line.outcome == "ignored" => {}
            ("-", "!") if is_quarantined || line.outcome == "ignored" && !NO_DATA.contains(&rule.as_str()) => {}
            ("-", "!") => self.expect(at, &actual, "set aside and said"),
            ("-", _) => self.expect(at, &actual, "set aside"),
            ("?", _) if is_quarantined => {}
            (_, true_person) => self.compare_person(at, line, true_person.trim_start_matches('+')),
        }
    }

    fn compare_person(&mut self, at: &str, line: &LineageRow, truth: &str) {
        if line.person_id.is_none() {
            let actual = format!("{} {}", line.outcome, line.rule.clone().unwrap_or_default());
            return self.expect(at, &actual, "registered");
        }
        let mut values: Vec<&str> = truth.split(';').collect();
        let household = values.remove(6);
        let actual = self.register.values(line, &values);
        self.expect(at, &actual, &values.join(";"));
        if !household.is_empty() {
            let id = line.household_id.clone();
            let first = self.households.entry(household.to_owned()).or_insert_with(|| id.clone()).clone();
            self.expect(at, &format!("{id:?}"), &format!("{first:?}"));
        }
    }

    fn compare_file(&mut self, name: &str, file: &LayoutFile) {
        for sheet in &file.sheets {
            let mut row = 1_i64;
            for (truth, cells) in &sheet.rows {
                let at = format!("{name} {} {} row {row}: {cells:?}", file.path, sheet.name);
                let register = self.register;
                match register.lineage.iter().find(|line| is_at(line, &file.path, &sheet.name, row)) {
                    Some(line) => self.compare_row(&at, line, truth),
                    None => {
                        let is_blank = cells.iter().all(|cell| cell.chars().all(|c| ";,\t\" \n".contains(c)));
                        self.expect(&at, if is_blank { "blank" } else { "lost" }, "blank");
                    }
                }
                row += 1;
                if file.is_text() {
                    row += cells[0].matches('\n').count() as i64;
                }
            }
        }
        for (rule, n) in &file.findings {
            let findings = &self.register.findings;
            let is_one = |finding: &&FindingRow| finding.file == file.path && finding.rule.starts_with(rule.as_str());
            let found = findings.iter().filter(is_one).count();
            self.expect(&format!("{name} {} findings of {rule}", file.path), &found.to_string(), &n.to_string());
        }
    }
}

/// Runs a layout and lists the differences from its truth, row by row.
fn differences(name: &str, files: &[LayoutFile]) -> Vec<String> {
    let register = LayoutRegister::of(files);
    let mut comparison = Comparison { register: &register, households: BTreeMap::new(), differences: Vec::new() };
    for file in files {
        comparison.compare_file(name, file);
    }
    let distinct: BTreeSet<Option<String>> = comparison.households.values().cloned().collect();
    let n_true = comparison.households.len();
    comparison.expect(name, &format!("{} households", distinct.len()), &format!("{n_true} households"));
    comparison.differences
}

#[test]
fn every_row_of_every_layout_has_its_true_outcome_and_values() {
    let mut n_layouts = 0;
    let mut found = Vec::new();
    let only = std::env::var("BATO_LAYOUT").unwrap_or_default();
    for entry in std::fs::read_dir(project().join("tests/layouts")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            n_layouts += 1;
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            if name.starts_with(&only) {
                let text = std::fs::read_to_string(&path).unwrap();
                found.extend(differences(&name, &read_layout(&text)));
            }
        }
    }
    found.sort();
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(n_layouts >= 60, "{n_layouts}");
}
