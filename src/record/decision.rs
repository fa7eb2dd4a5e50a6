//! Decisions of a person about two rows or about a value. They are rows of input and outrank every score.

use std::borrow::Cow;

use chrono::Datelike;

use super::{Fnv, MaritalStatus, PartialDate, Place, QuartierId, Sex};

/// A reference from a decision to a row of a sheet, by content and by place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct RowRef {
    /// Hash of the row as typed, 16 hexadecimal digits; it stays the same when files are renamed and rows moved.
    pub key: String,
    /// File, relative to the raw folder.
    pub file: String,
    /// Sheet; "" for a CSV.
    pub sheet: String,
    /// Row number as the spreadsheet shows it.
    pub row: i64,
    /// Nom, post-nom, prénom and day of birth of the person at the time of the decision, separated by `|`; "" if not
    /// recorded. They identify a row that was corrected and moved since.
    pub name_and_birth: String,
}

/// A decision that a person's value is right, whatever the rows contain.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct ValueDecision {
    /// Identifier; a later row of decisions undoes the decision by it.
    pub id: String,
    /// One of the person's rows.
    pub row: RowRef,
    /// Column of `persons`, one of [`PersonValue::FIELDS`].
    pub field: String,
    /// The value as typed; "" means that the person has none.
    pub value: String,
    /// Time of the decision, as typed; "" if none.
    pub decided_on: String,
    /// Author; "" if not signed.
    pub author: String,
    /// Reason; "" if none is given.
    pub reason: String,
    /// File of decisions and row number in it, for messages.
    pub from: (String, u32),
}

/// A value of one column of `persons` that a decision can set.
#[derive(Debug, Clone, PartialEq)]
pub enum PersonValue {
    Nom(String),
    Postnom(String),
    Prenom(String),
    Sex(Sex),
    BornOn(PartialDate),
    BirthPlace(String),
    Quartier(QuartierId),
    MaritalStatus(MaritalStatus),
    Occupation(String),
}

impl PersonValue {
    /// The columns of `persons` that a decision can set.
    pub const FIELDS: [&str; 9] =
        ["nom", "postnom", "prenom", "sex", "born_on", "birth_place", "quartier", "marital_status", "occupation"];
}

/// A decision whether two rows are one person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Decision {
    /// Identifier; a later row of decisions undoes the decision by it.
    pub id: String,
    pub same: bool,
    pub a: RowRef,
    pub b: RowRef,
    /// The further rows of the person of `a` and of `b` at the time of a decision that two persons are one.
    pub further: [Vec<RowRef>; 2],
    /// The identifiers of the persons of `a` and of `b` at that time; "" if not recorded.
    pub persons: [String; 2],
    // As in `ValueDecision`.
    pub decided_on: String,
    pub author: String,
    pub reason: String,
    pub from: (String, u32),
}

/// A pair of a random sample, and the ruling on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct SampledPair {
    pub layer: SampleLayer,
    /// File, sheet and row of both rows.
    pub places: [(String, String, i64); 2],
    /// Whether they are one person; `None` if nobody ruled.
    pub same: Option<bool>,
}

/// The layer of a register's pairs that a sampled pair was drawn from. It holds what an estimate needs to know of the
/// register, so that the estimate stays possible when the register has changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct SampleLayer {
    /// Number of the generation.
    pub generation: u64,
    /// `merged-…` or `apart-…`: whether the pairs are one person in the register, and the lowest probability.
    pub name: String,
    /// Pairs of the layer in the register.
    pub n_pairs: u64,
    /// Pairs of the whole register that are one person because a person ruled so. They are not sampled.
    pub n_ruled: u64,
}

impl SampleLayer {
    /// The columns that a file of decisions has for the pairs of a sample, after [`Decision::COLUMNS`].
    pub const COLUMNS: [&str; 4] = ["sample_generation", "sample_layer", "sample_pairs", "sample_ruled"];

    /// Returns the values of the columns.
    #[must_use]
    pub fn cells(&self) -> [String; 4] {
        [self.generation.to_string(), self.name.clone(), self.n_pairs.to_string(), self.n_ruled.to_string()]
    }

    /// Reads the values of the columns; `None` if they are not of a sample.
    #[must_use]
    pub fn from_cells(cells: [&str; 4]) -> Option<Self> {
        let [generation, name, n_pairs, n_ruled] = cells;
        let number = |text: &str| text.trim().parse().ok();
        let layer = Self {
            generation: number(generation)?,
            name: name.trim().to_owned(),
            n_pairs: number(n_pairs)?,
            n_ruled: number(n_ruled)?,
        };
        (layer.is_merged() || layer.name.starts_with("apart-")).then_some(layer)
    }

    /// Returns the values in one text, for a cell of a workbook.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.cells().join(" ")
    }

    /// Reads the text of [`SampleLayer::to_text`].
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let cells: Vec<&str> = text.split_whitespace().collect();
        Self::from_cells(cells.try_into().ok()?)
    }

    /// Whether the pairs of the layer are one person in the register.
    #[must_use]
    pub fn is_merged(&self) -> bool {
        self.name.starts_with("merged-")
    }
}

impl Decision {
    /// The columns of a file of decisions, in order.
    pub const COLUMNS: [&str; 17] = [
        "decision",
        "key_a",
        "file_a",
        "sheet_a",
        "row_a",
        "key_b",
        "file_b",
        "sheet_b",
        "row_b",
        "decided_on",
        "author",
        "reason",
        "field",
        "value",
        "undoes",
        "says_a",
        "says_b",
    ];

    /// Number of leading columns in a file that holds only decisions about pairs.
    pub const N_PAIR_COLUMNS: usize = 12;

    /// Returns the rows of both persons.
    pub fn rows(&self) -> [Vec<&RowRef>; 2] {
        let [a, b] = &self.further;
        [std::iter::once(&self.a).chain(a).collect(), std::iter::once(&self.b).chain(b).collect()]
    }

    /// Returns the text of persons and further rows for the column `value` of a file of decisions; "" if there are
    /// none.
    pub fn further_text(&self) -> String {
        if self.further.iter().all(Vec::is_empty) && self.persons.iter().all(String::is_empty) {
            return String::new();
        }
        let rows = ["a", "b"].into_iter().zip(&self.further).flat_map(|(side, rows)| {
            rows.iter().map(move |row| {
                let number = row.row.to_string();
                [side, &row.key, &row.file, &row.sheet, &number, &row.name_and_birth].map(escaped).join("|")
            })
        });
        let persons = self.persons.each_ref().map(|id| escaped(id)).join("|");
        std::iter::once(persons).chain(rows).collect::<Vec<_>>().join("~")
    }

    /// Reads the text of [`Decision::further_text`]; `None` if it is none.
    #[must_use]
    pub fn further_from_text(text: &str) -> Option<([String; 2], [Vec<RowRef>; 2])> {
        if text.is_empty() {
            return Some(Default::default());
        }
        let mut parts = text.split('~').map(|part| part.split('|').map(unescaped).collect::<Option<Vec<String>>>());
        let persons: [String; 2] = parts.next()??.try_into().ok()?;
        let mut further: [Vec<RowRef>; 2] = Default::default();
        for part in parts {
            let [side, key, file, sheet, row, name_and_birth]: [String; 6] = part?.try_into().ok()?;
            let side = ["a", "b"].iter().position(|own| *own == side)?;
            further[side].push(RowRef { key, file, sheet, row: row.parse().ok()?, name_and_birth });
        }
        Some((persons, further))
    }

    /// Returns the file of decisions and the row in it, as `file, row`.
    pub fn source_text(&self) -> String {
        format!("{}, {}", self.from.0, self.from.1)
    }

    /// Returns the places of both rows as text for messages.
    pub fn rows_text(&self) -> String {
        format!("{} / {}", self.a.to_text(), self.b.to_text())
    }
}

/// Signs that part the text of further rows, or at which a spreadsheet or a person may divide or change a line.
const ESCAPED: [char; 9] = ['%', '|', '~', ',', ';', '"', '\t', '\n', '\r'];

/// The text with each of these signs as `%` and its number in two hexadecimal digits.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if ESCAPED.contains(&c) { out.push_str(&format!("%{:02X}", c as u32)) } else { out.push(c) }
    }
    out
}

/// The text before [`escaped`]; `None` if it is none of that form.
fn unescaped(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut out = parts.next()?.to_owned();
    for part in parts {
        let (code, rest) = (part.get(..2)?, part.get(2..)?);
        out.push(char::from(u8::from_str_radix(code, 16).ok()?));
        out.push_str(rest);
    }
    Some(out)
}

/// Returns the identifier of a decision, a hash of all cells of its row: the same in every run, with or without the
/// guards of the cells.
pub(crate) fn decision_id<'t>(cells: impl Iterator<Item = &'t str>) -> String {
    let hash = Decision::COLUMNS.iter().zip(cells).fold(Fnv::default(), |hash, (column, cell)| {
        let cell = super::unguarded(cell.trim());
        let cell = if *column == "decided_on" { day_as_written(cell) } else { Cow::Borrowed(cell) };
        hash.with(cell.as_bytes()).with(&[0])
    });
    super::format_id('D', hash.finish())
}

/// Turns a day as a spreadsheet saves it (`30/11/2026`, `30-11-2026`, with 00:00:00 behind it) back into the one that
/// the program wrote. Any other text stays.
fn day_as_written(text: &str) -> Cow<'_, str> {
    let (day, time) = text.split_once(' ').unwrap_or((text, ""));
    let mut parts = day.split(['/', '-', '.']).map(str::parse::<u32>);
    let numbers = [parts.next(), parts.next(), parts.next()];
    let [Some(Ok(day)), Some(Ok(month)), Some(Ok(year @ 1800..))] = numbers else { return Cow::Borrowed(text) };
    let is_whole_day = parts.next().is_none() && time.chars().all(|c| matches!(c, '0' | ':'));
    let day = chrono::NaiveDate::from_ymd_opt(year as i32, month, day).filter(|_| is_whole_day);
    day.map_or(Cow::Borrowed(text), |day| Cow::Owned(day.to_string()))
}

impl RowRef {
    /// The names of the row, without the birth.
    #[must_use]
    pub fn names(&self) -> String {
        self.name_and_birth.split('|').take(3).collect::<Vec<_>>().join(" ").trim().to_owned()
    }

    /// Whether a row with these names and this day of birth may be the referenced row: at most one of the recorded
    /// values differs, at least two agree, and first name and day of birth may be ones that were corrected: names are
    /// handed on from grandfather to grandson, and brothers share the others. A reference without recorded values
    /// matches every row if it has no key, and else none: the row of the key is gone, and nothing shows that another
    /// one is the same person.
    pub fn may_match(&self, names: [&str; 3], born: Option<chrono::NaiveDate>) -> bool {
        let recorded: Vec<&str> = self.name_and_birth.split('|').map(str::trim).collect();
        if recorded.iter().all(|part| part.is_empty()) {
            return self.key.trim().is_empty();
        }
        let born_before = recorded.get(3).and_then(|day| day.parse::<chrono::NaiveDate>().ok());
        let first_name = recorded.get(2).copied().unwrap_or_default();
        if super::births_differ(born_before, born) || super::first_names_differ(first_name, names[2]) {
            return false;
        }
        // Without a first name to compare, the other names are those of the whole family.
        let lacks_first_name = first_name.is_empty() != names[2].trim().is_empty();
        if lacks_first_name && (born.is_none() || born != born_before) {
            return false;
        }
        let born = born.map(|day| day.to_string()).unwrap_or_default();
        let current = [names[0], names[1], names[2], &born];
        let agree = |(old, new): &(&&str, &str)| !old.is_empty() && super::fold(old) == super::fold(new);
        let n_agree = recorded.iter().zip(current).filter(agree).count();
        n_agree >= recorded.iter().filter(|part| !part.is_empty()).count().saturating_sub(1).max(2)
    }

    /// Whether a row with this day of birth elsewhere in the file may be the referenced row after it moved: the years
    /// of birth are the same, if both are known.
    pub fn may_have_moved(&self, born: Option<chrono::NaiveDate>) -> bool {
        let before = self.name_and_birth.split('|').nth(3).and_then(|day| day.trim().parse::<chrono::NaiveDate>().ok());
        before.zip(born).is_none_or(|(before, now)| before.year() == now.year())
    }

    /// Returns the row's place as text: `file:row` or `file:sheet!row`.
    pub fn to_text(&self) -> String {
        let sheet = if self.sheet.is_empty() { String::new() } else { format!("{}!", self.sheet) };
        format!("{}:{sheet}{}", self.file, self.row)
    }

    /// Returns the row's place in the form that stays the same when its file is corrected, see [`super::stable_place`].
    pub fn stable_place(&self) -> Place {
        let (file, sheet, row) = super::stable_place(&self.file, &self.sheet, self.row);
        (file.into(), sheet.into(), row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ruling_moves_to_nobody_else() {
        let day = |text: &str| Some(text.parse::<chrono::NaiveDate>().expect("a day"));
        let names = ["KASAI", "LEMA", "Paulin"];
        let of = |key: &str, says: &str| RowRef {
            key: key.to_owned(),
            name_and_birth: says.to_owned(),
            ..RowRef::default()
        };
        let grandson = of("1f", "KASAI|LEMA|Paulin|1990-03-12");
        assert!(!grandson.may_match(names, day("1935-05-05")), "his grandfather bears the same name");
        for corrected in ["1990-03-12", "1990-03-21", "1991-04-12", "1960-03-12"] {
            assert!(grandson.may_match(names, day(corrected)), "{corrected}");
        }
        assert!(!grandson.may_match(["KASAI", "LEMA", "Pierre"], day("1990-03-12")), "his twin");
        assert!(
            !grandson.may_match(["KASAI", "LEMA", ""], None)
                && grandson.may_match(["KASAI", "LEMA", ""], day("1990-03-12"))
        );
        let without_birth = of("1f", "KASAI|LEMA|Paulin|");
        assert!(!without_birth.may_match(["KASAI", "LEMA", "Marie"], None), "his sister");
        assert!(without_birth.may_match(["KASAI", "LEMBA", "Paulin"], None));
        let year_alone = of("1f", "KASAI|LEMA|Paulin|1990-01-01");
        assert!(!year_alone.may_match(names, day("1935-01-01")), "his grandfather");
        assert!(grandson.may_match(names, None) && grandson.may_have_moved(None));
        assert!(grandson.may_have_moved(day("1990-01-01")) && !grandson.may_have_moved(day("1991-04-12")));
        // Nothing recorded: a row that is gone by its key is nobody else, a place without a key means who stands there.
        assert!(!of("1f", "").may_match(names, None) && !of("1f", "|||").may_match(names, None));
        assert!(of("", "").may_match(names, None));
    }

    #[test]
    fn persons_and_further_rows_are_read_back_from_a_line_whatever_divides_it() {
        let row = |file: &str, row: i64| RowRef {
            key: "k1".to_owned(),
            file: file.to_owned(),
            sheet: "Feuil 1; 50 % | ~".to_owned(),
            row,
            name_and_birth: "MBALA|LEMA|\"Bruno\", Jr|1961-10-08".to_owned(),
        };
        let own = Decision {
            persons: ["P-1".to_owned(), String::new()],
            further: [vec![row("census/a, b.csv", 3), row("é;\t.csv", 4)], Vec::new()],
            ..Decision::default()
        };
        let text = own.further_text();
        assert!(!text.contains([',', ';', '"', '\n', '\t']), "{text}");
        assert_eq!(Decision::further_from_text(&text), Some((own.persons.clone(), own.further.clone())));
        assert_eq!(Decision::further_from_text(""), Some(Default::default()));
        for bad in ["x", "P-1|P-2~a|k", "P-1|P-2~c|k|f|s|1|n", "P-1|P-2~a|k|f|s|x|n", "P-1|%Z"] {
            assert_eq!(Decision::further_from_text(bad), None, "{bad}");
        }
    }
}
