//! Finds a line of totals whose number is not the number of rows above it.
//! Why it matters: a row was forgotten, added or miscounted.
//! Example: `Total ; 12` below 11 persons.

use super::*;

pub(super) const RULE: Rule = Rule::warning("total-differs", Check::File(check));

/// The rows counted so far on a sheet.
#[derive(Default)]
struct RowCounts {
    since_total: u64,
    since_heading: u64,
    since_section: u64,
    /// The rows with the last number of a household.
    of_household: u64,
    in_sheet: u64,
    /// The number of the last total, which the next page carries forward.
    last_total: u64,
    /// The sum of the totals of pages.
    of_pages: u64,
}

impl RowCounts {
    fn count_row(&mut self) {
        let Self { since_total, since_heading, since_section, of_household, in_sheet, .. } = self;
        for count in [since_total, since_heading, since_section, of_household, in_sheet] {
            *count += 1;
        }
    }

    /// Whether a total counts the rows since the last total, heading or block line, or from the top of the sheet; or
    /// carries the last total forward, with or without the rows below it.
    fn accepts(&self, total: u64) -> bool {
        let carried = self.last_total > 0 && [self.last_total, self.last_total + self.since_total].contains(&total);
        let own = [self.since_total, self.since_heading, self.since_section, self.of_household, self.in_sheet];
        own.contains(&total) || carried || self.of_pages > 0 && total == self.of_pages
    }

    fn take_total(&mut self, total: Option<u64>) {
        if let Some(total) = total {
            self.of_pages += if self.since_total > 0 { total } else { 0 };
            self.last_total = total;
        }
        self.since_total = 0;
    }
}

/// A line with several numbers (men, women, all) is not checked. Rows that wait in quarantine are rows, too. The start
/// of a page is not known: the total of a page is reported only if it is greater than the number of rows since the last
/// total.
fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    let mut hits = Vec::new();
    let mut sheet = None;
    let mut counts = RowCounts::default();
    let mut household = String::new();
    for row in &file.raw.rows {
        if sheet != Some(row.at.sheet) {
            (sheet, counts) = (Some(row.at.sheet), RowCounts::default());
        }
        match row.left_out {
            None => {
                let number = row.field_text(Field::Fiche);
                if !number.is_empty() && *number != *household {
                    household = number.to_string();
                    counts.of_household = 0;
                }
                counts.count_row();
            }
            Some("header") => counts.since_heading = 0,
            // "Ménage 5 (suite)" on the next page goes on with the rows above.
            Some("section") if row.cells.iter().any(has_word_suite) => {}
            Some("section") => counts.since_section = 0,
            Some("total") => {
                let numbers: Vec<(u16, u64)> = row.cells.iter().filter_map(whole_number).collect();
                let is_of_page = row.cells.iter().any(has_word_page);
                let total = match numbers[..] {
                    [only] => Some(only),
                    _ => None,
                };
                if let Some((column, n)) = total
                    && !row.cells.iter().any(is_of_one_sex)
                    && !(is_of_page && n < counts.since_total)
                    && !counts.accepts(n)
                {
                    let is_of_all = row.cells.iter().any(has_word_general);
                    let n_rows = if is_of_all { counts.in_sheet } else { counts.since_total };
                    let args = vec![("said", n.to_string()), ("n", n_rows.to_string())];
                    hits.push(GroupHit { at: row.at.cell(Some(column)), value: n.to_string(), args });
                }
                counts.take_total(total.map(|(_, n)| n).or_else(|| row.cells.iter().find_map(number_in_words)));
            }
            Some(reason) if waits(reason) => counts.count_row(),
            Some(_) => {}
        }
    }
    hits
}

/// Returns the last number in a text: 35 in `Page 1 : 35 personnes`.
fn number_in_words(cell: &RawCell) -> Option<u64> {
    let text = cell.value.to_text();
    let mut digits = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    digits.next_back()?.parse().ok()
}

/// Whether a cell says that the total is that of one sex.
fn is_of_one_sex(cell: &RawCell) -> bool {
    const WORDS: [&str; 14] = [
        "M", "F", "H", "G", "HOMMES", "FEMMES", "GARCONS", "FILLES", "HOMME", "FEMME", "MASCULIN", "FEMININ", "MASC",
        "FEM",
    ];
    fold(&cell.value.to_text()).split(' ').any(|word| WORDS.contains(&word))
}

/// Whether a cell says that the block above goes on.
fn has_word_suite(cell: &RawCell) -> bool {
    fold(&cell.value.to_text()).split(' ').any(|word| matches!(word, "SUITE" | "VERVOLG"))
}

/// Whether a cell says that the total is that of the whole list: `Total général`.
fn has_word_general(cell: &RawCell) -> bool {
    const WORDS: [&str; 5] = ["GENERAL", "GENERALE", "GLOBAL", "ALGEMEEN", "GRAND"];
    fold(&cell.value.to_text()).split(' ').any(|word| WORDS.contains(&word))
}

/// Whether a cell contains the word "page".
fn has_word_page(cell: &RawCell) -> bool {
    fold(&cell.value.to_text()).split(' ').any(|word| word == "PAGE")
}

/// Returns column and value of a cell that is a whole number.
fn whole_number(cell: &RawCell) -> Option<(u16, u64)> {
    Some((cell.column, cell.value.to_text().trim().parse().ok()?))
}
