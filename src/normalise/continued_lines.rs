//! Finds lines that are no persons of their own, by the lines around them: a line that goes on with the line above, and
//! in a register a name beside values that every line has.

use crate::record::{Doubt, DoubtKind, Field, Kind, RawCell, RawFile, RawRow, fold};

use super::CleanEntry;
use super::text::is_placeholder;

/// Adds a doubt to each line of a file that goes on with the line above or has a name alone. `entries` are those of the
/// rows of data, in their order.
pub(super) fn note_continued_lines(file: &RawFile, entries: &mut [CleanEntry]) {
    if file.kind == Kind::Event {
        return;
    }
    let rows: Vec<&RawRow> = file.rows.iter().filter(|row| row.left_out.is_none()).collect();
    let mut start = 0;
    for sheet in rows.chunk_by(|above, below| above.at.sheet == below.at.sheet) {
        let usual = UsualFields::of(sheet, file.kind);
        for (index, row) in sheet.iter().enumerate() {
            let above = index.checked_sub(1).map(|above| sheet[above]);
            if let Some(doubt) = usual.doubt_of(row, above)
                && let Some(entry) = entries.get_mut(start + index)
            {
                entry.doubts.push(doubt);
            }
        }
        start += sheet.len();
    }
}

/// The fields that most rows of a sheet fill.
struct UsualFields {
    kind: Kind,
    has_number: bool,
    has_sex: bool,
    has_birth: bool,
}

impl UsualFields {
    fn of(rows: &[&RawRow], kind: Kind) -> Self {
        let is_usual = |is_field: fn(Field) -> bool| {
            rows.iter().filter(|row| own_cells(row).any(|cell| is_field(cell.field))).count() * 3 >= rows.len() * 2
        };
        Self { kind, has_number: is_usual(is_number), has_sex: is_usual(is_sex), has_birth: is_usual(is_birth) }
    }

    fn doubt_of(&self, row: &RawRow, above: Option<&RawRow>) -> Option<Doubt> {
        let has = |is_field: fn(Field) -> bool| own_cells(row).any(|cell| is_field(cell.field));
        if !(self.has_sex || self.has_birth) || has(is_sex) || has(is_birth) {
            return None;
        }
        let name = own_cells(row).find(|cell| cell.field.is_name());
        // A mark that repeats the nom above is no name of its own.
        let repeated = row.cells.iter().find(|cell| cell.field.is_name());
        let n_names = own_cells(row).filter(|cell| cell.field.is_name()).count();
        let parent = own_cells(row).find(|cell| matches!(cell.field, Field::Father | Field::Mother));
        let is_next = above.is_some_and(|above| row.at.row <= above.at.row + 2);
        let number = row.cells.iter().find(|cell| is_number(cell.field));
        let is_marked =
            number.is_some_and(|cell| fold(&cell.value.display_text()).split(' ').any(|word| word == "SUITE"));
        let is_unnumbered = self.has_number && !has(is_number) && !has(|field| field == Field::Relation);
        let is_of_act = self.kind == Kind::Birth && (parent.is_some() || n_names > 0);
        if is_next && (is_marked || is_unnumbered && is_of_act && !has(is_declared)) {
            let cell = name.or(parent).or(number)?;
            return Some(cell.doubt(DoubtKind::ContinuedLine));
        }
        let is_alone = self.kind == Kind::Birth && n_names <= 1 && parent.is_none() && self.has_sex && self.has_birth;
        name.or(repeated).filter(|_| is_alone).map(|cell| cell.doubt(DoubtKind::OnlyAName))
    }
}

/// The filled cells of a row that are no mark for the cell above.
fn own_cells(row: &RawRow) -> impl Iterator<Item = &RawCell> {
    let is_own = |cell: &&RawCell| !row.carried.iter().any(|carried| carried.column == cell.column);
    row.cells.iter().filter(is_own).filter(|cell| !is_placeholder(&cell.value.display_text()))
}

fn is_number(field: Field) -> bool {
    matches!(field, Field::ActNumber | Field::Order)
}

fn is_sex(field: Field) -> bool {
    matches!(field, Field::Sex | Field::SexMale | Field::SexFemale)
}

fn is_birth(field: Field) -> bool {
    matches!(field, Field::BirthDate | Field::BirthDatePlace | Field::BirthDay | Field::BirthMonth | Field::BirthYear)
        || field == Field::Age
}

fn is_declared(field: Field) -> bool {
    (Field::DeclaredOn..=Field::DeclaredYear).contains(&field)
}
