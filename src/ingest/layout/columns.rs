//! The columns of a table: what a heading leaves open, or says wrongly, is settled by what stands below it.

use crate::finding::{Finding, Severity};
use crate::record::{Field, FieldReason, GridRow, Kind, RowAt, column_letters, fold};

use super::super::headers::Pin;
use super::carry::is_given_once;
use super::content::Profile;
use super::heading::Column;

/// Rows below a heading that are looked at.
pub(super) const SAMPLE: usize = 200;

/// A table's columns, settled.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) list: Vec<Column>,
    /// Fields by column.
    fields: Vec<Field>,
    /// Columns whose blanks stand for the value above.
    pub(super) given_once: Vec<(u16, Field)>,
    /// First column of a second table to the right of the first.
    pub(super) second_table_from: Option<u16>,
}

impl Columns {
    /// What a column holds.
    pub(super) fn field(&self, column: u16) -> Field {
        self.fields.get(usize::from(column)).copied().unwrap_or(Field::Other)
    }

    fn has(&self, field: Field) -> bool {
        self.list.iter().any(|column| column.field == field)
    }
}

/// A sheet while its columns are settled: what is found wrong is noted once.
pub(super) struct Settling<'s> {
    pub(super) at: RowAt,
    pub(super) kind: Kind,
    pub(super) pins: &'s [Pin],
    pub(super) findings: &'s mut Vec<Finding>,
}

impl Settling<'_> {
    /// Settles the columns of a heading by the rows of data below it.
    pub(super) fn settle(&mut self, list: Vec<Column>, data: &[&GridRow]) -> Columns {
        let mut columns = Columns { list, ..Columns::default() };
        columns.second_table_from = second_table(&columns.list);
        self.pin(&mut columns.list);
        self.events(&mut columns);
        act_numbers(&mut columns, self.kind);
        dates_in_three(&mut columns, data, self.kind);
        crosses(&mut columns, data);
        names_in_one(&mut columns, data);
        let profiles: Vec<Profile> = columns.list.iter().map(|column| profile(column.column, data)).collect();
        self.confirm(&mut columns, &profiles);
        self.repeated(&mut columns);
        let widest = columns.list.iter().map(|column| column.column).max().unwrap_or(0);
        columns.fields = vec![Field::Other; usize::from(widest) + 1];
        for column in &columns.list {
            columns.fields[usize::from(column.column)] = column.field;
            if is_given_once(column.field, column.column, data) {
                columns.given_once.push((column.column, column.field));
                self.note("value-given-once", column, Vec::new());
            }
        }
        columns
    }

    /// What the settings say outranks what is guessed.
    fn pin(&mut self, list: &mut Vec<Column>) {
        for pin in self.pins {
            match list.iter_mut().find(|column| column.column == pin.column) {
                Some(column) => (column.field, column.why) = (pin.field, FieldReason::Pinned),
                None => list.push(Column {
                    column: pin.column,
                    row: self.at.row,
                    text: String::new(),
                    field: pin.field,
                    why: FieldReason::Pinned,
                }),
            }
        }
        list.sort_by_key(|column| column.column);
    }

    /// What only a list of events has means nothing elsewhere; there, "Date" alone is that of the event.
    fn events(&mut self, columns: &mut Columns) {
        if self.kind != Kind::Event {
            for column in columns.list.iter_mut().filter(|column| column.field.is_of_events()) {
                column.field = Field::Unused;
            }
            return;
        }
        if !columns.has(Field::EventDate) {
            let is_date = |column: &&mut Column| {
                matches!(column.field, Field::Other | Field::DeclaredOn | Field::Unused)
                    && (fold(&column.text) == "DATE" || column.field == Field::DeclaredOn)
            };
            if let Some(column) = columns.list.iter_mut().find(is_date) {
                (column.field, column.why) = (Field::EventDate, FieldReason::Content);
            }
        }
    }

    /// Dates under "Lieu", places under "Date": the columns are taken for what they hold, and it is said.
    fn confirm(&mut self, columns: &mut Columns, profiles: &[Profile]) {
        let is_free = |column: &Column| column.why != FieldReason::Pinned;
        let mut dateless = None;
        for (index, profile) in profiles.iter().enumerate().filter(|(_, profile)| profile.is_telling()) {
            let Some(column) = columns.list.get_mut(index).filter(|column| is_free(column)) else { continue };
            match column.field {
                Field::BirthDate | Field::BirthPlace if profile.dates_with_place() >= 0.5 => {
                    (column.field, column.why) = (Field::BirthDatePlace, FieldReason::Content);
                }
                Field::BirthDate | Field::DeclaredOn | Field::JudgmentDate
                    if profile.dates() < 0.2 && profile.words() >= 0.7 =>
                {
                    dateless = dateless.or(Some(index));
                }
                _ => {}
            }
        }
        let takes_dates = |field: Field| {
            matches!(
                field,
                Field::BirthDate
                    | Field::BirthDatePlace
                    | Field::BirthYear
                    | Field::DeclaredOn
                    | Field::DeclaredYear
                    | Field::JudgmentDate
                    | Field::EventDate
                    | Field::Year
                    | Field::Remarks
                    | Field::ActNumber
                    | Field::Unused
                    | Field::Sensitive
            )
        };
        let holds_dates = |profile: &Profile| profile.is_telling() && profile.dates() >= 0.7 && profile.years() < 0.7;
        for (index, _) in profiles.iter().enumerate().filter(|(_, profile)| holds_dates(profile)) {
            let Some(column) = columns.list.get(index).filter(|column| is_free(column) && !takes_dates(column.field))
            else {
                continue;
            };
            let (column, was) = (column.clone(), column.field);
            if let Some(other) = dateless.take() {
                // The two headings were swapped.
                let meant = columns.list[other].field;
                self.note("column-content", &columns.list[other].clone(), vec![("field", was.code().to_owned())]);
                (columns.list[other].field, columns.list[other].why) = (was, FieldReason::Content);
                (columns.list[index].field, columns.list[index].why) = (meant, FieldReason::Content);
                self.note("column-content", &column, vec![("field", meant.code().to_owned())]);
            } else if was == Field::Other && !columns.has(Field::BirthDate) && !columns.has(Field::BirthDatePlace) {
                (columns.list[index].field, columns.list[index].why) = (Field::BirthDate, FieldReason::Content);
                self.note("column-guessed", &column, vec![("field", Field::BirthDate.code().to_owned())]);
            } else if was != Field::Other {
                self.note("column-content", &column, vec![("field", Field::BirthDate.code().to_owned())]);
            }
        }
        self.guess_sex(columns, profiles);
    }

    fn guess_sex(&mut self, columns: &mut Columns, profiles: &[Profile]) {
        if columns.has(Field::Sex) || columns.has(Field::SexMale) {
            return;
        }
        let tells = |profile: &&Profile| profile.is_telling() && profile.sexes() >= 0.9;
        for (index, _) in profiles.iter().enumerate().filter(|(_, profile)| tells(profile)) {
            if let Some(column) = columns.list.get_mut(index).filter(|column| column.field == Field::Other) {
                (column.field, column.why) = (Field::Sex, FieldReason::Content);
                let column = column.clone();
                return self.note("column-guessed", &column, vec![("field", Field::Sex.code().to_owned())]);
            }
        }
    }

    /// The same meaning twice: the first column keeps it.
    fn repeated(&mut self, columns: &mut Columns) {
        let mut seen: Vec<Field> = Vec::new();
        for index in 0..columns.list.len() {
            let column = &mut columns.list[index];
            let is_single = !matches!(column.field, Field::Other | Field::Unused | Field::Sensitive);
            if is_single && seen.contains(&column.field) {
                let field = column.field;
                (column.field, column.why) = (Field::Other, FieldReason::Repeated);
                if columns.second_table_from.is_none() && field != Field::Order {
                    let column = columns.list[index].clone();
                    self.note("column-repeated", &column, vec![("field", field.code().to_owned())]);
                }
            } else {
                seen.push(column.field);
            }
        }
    }

    /// Says which headings were not recognised and which columns are not there; each once per sheet.
    pub(super) fn note_missing(&mut self, columns: &Columns) {
        for column in
            columns.list.iter().filter(|column| column.why == FieldReason::Unknown && !fold(&column.text).is_empty())
        {
            self.note("column-unrecognised", column, Vec::new());
        }
        let has = |fields: &[Field]| columns.list.iter().any(|column| fields.contains(&column.field));
        let births: &[Field] = &[Field::BirthDate, Field::BirthYear, Field::BirthDatePlace];
        let expected: &[(&str, &[Field])] = match self.kind {
            Kind::Census => &[
                ("birth_date", &[Field::BirthDate, Field::BirthYear, Field::BirthDatePlace, Field::Age]),
                ("sex", &[Field::Sex, Field::SexMale]),
                ("relation", &[Field::Relation]),
            ],
            Kind::Birth => &[
                ("birth_date", births),
                ("declared_on", &[Field::DeclaredOn, Field::DeclaredYear]),
                ("sex", &[Field::Sex, Field::SexMale]),
            ],
            Kind::Event => &[("event_date", &[Field::EventDate]), ("birth_date", births)],
        };
        for (code, _) in expected.iter().filter(|(_, fields)| !has(fields)) {
            self.push(Finding {
                rule: "column-missing",
                severity: Severity::Warning,
                at: self.at.cell(None),
                value: String::new(),
                args: vec![("field", (*code).to_owned())],
            });
        }
    }

    fn note(&mut self, rule: &'static str, column: &Column, args: Vec<(&'static str, String)>) {
        let value =
            if column.text.is_empty() { column_letters(column.column).to_string() } else { column.text.clone() };
        let at = RowAt { row: column.row, ..self.at }.cell(Some(column.column));
        self.push(Finding { rule, severity: Severity::Warning, at, value, args });
    }

    /// A sheet's fault is said once, however many tables it has.
    fn push(&mut self, finding: Finding) {
        let said = self.findings.iter().any(|told| {
            (told.rule, &told.value, &told.args, told.at.row.sheet)
                == (finding.rule, &finding.value, &finding.args, finding.at.row.sheet)
        });
        if !said {
            self.findings.push(finding);
        }
    }
}

fn profile(column: u16, data: &[&GridRow]) -> Profile {
    let mut profile = Profile::default();
    data.iter().filter_map(|row| row.value(column)).for_each(|value| profile.add(value));
    profile
}

/// Where a second table begins to the right: a name and two more fields come again.
fn second_table(list: &[Column]) -> Option<u16> {
    let again = |from: usize| {
        let first: Vec<Field> = list[..from].iter().map(|column| column.field).collect();
        let n_again = list[from..]
            .iter()
            .filter(|column| first.contains(&column.field) && !matches!(column.field, Field::Other | Field::Unused))
            .count();
        n_again >= 3 && n_again * 2 >= list.len() - from
    };
    let name = list.iter().position(|column| column.field.is_name())?;
    let second = (name + 1..list.len()).find(|index| list[*index].field == list[name].field && again(*index))?;
    // The second table begins with what the first begins with.
    let shift = (0..=name).rev().find(|back| {
        second >= name + back && (0..*back).all(|step| list[second - 1 - step].field == list[name - 1 - step].field)
    });
    Some(list[second - shift.unwrap_or(0)].column)
}

/// In a birth register the number of the line is the number of the act, where no column is.
fn act_numbers(columns: &mut Columns, kind: Kind) {
    let is_births = kind == Kind::Birth || columns.has(Field::DeclaredOn);
    if is_births && !columns.has(Field::ActNumber) {
        for column in
            columns.list.iter_mut().filter(|column| column.field == Field::Order && column.why != FieldReason::Pinned)
        {
            column.field = Field::ActNumber;
        }
    }
}

/// Day, month and year in three columns, named so or without a heading of their own.
fn dates_in_three(columns: &mut Columns, data: &[&GridRow], kind: Kind) {
    // A second such three are the declaration's.
    let mut seen = Vec::new();
    for column in &mut columns.list {
        let again = seen.contains(&column.field);
        seen.push(column.field);
        let later = match column.field {
            Field::BirthDay => Field::DeclaredDay,
            Field::BirthMonth => Field::DeclaredMonth,
            Field::BirthYear => Field::DeclaredYear,
            _ => continue,
        };
        if again && kind == Kind::Birth && column.why != FieldReason::Pinned {
            column.field = later;
        }
    }
    for index in 1..columns.list.len() {
        if columns.list[index].field == Field::Year {
            match columns.list[index - 1].field {
                Field::BirthMonth => columns.list[index].field = Field::BirthYear,
                Field::DeclaredMonth => columns.list[index].field = Field::DeclaredYear,
                _ => {}
            }
        }
    }
    // "Date de naissance" over three columns, the other two without a heading.
    let three = [
        (Field::BirthDate, [Field::BirthDay, Field::BirthMonth, Field::BirthYear]),
        (Field::DeclaredOn, [Field::DeclaredDay, Field::DeclaredMonth, Field::DeclaredYear]),
    ];
    for (whole, parts) in three {
        // "Année de naissance" is the whole date where it stands alone, and the year beside a day and a month.
        if columns.has(parts[0]) && columns.has(parts[1]) && !columns.has(parts[2]) {
            let years =
                columns.list.iter_mut().find(|column| column.field == whole && column.why != FieldReason::Pinned);
            if let Some(column) = years.filter(|column| profile(column.column, data).years() >= 0.5) {
                column.field = parts[2];
            }
        }
        let Some(place) =
            columns.list.iter().position(|column| column.field == whole && column.why != FieldReason::Pinned)
        else {
            continue;
        };
        let first = columns.list[place].column;
        let at = [first, first.saturating_add(1), first.saturating_add(2)];
        let named = |column: u16| columns.list.iter().any(|known| known.column == column);
        let [days, months, years] = at.map(|column| profile(column, data));
        let is_three = !named(at[1])
            && !named(at[2])
            && days.is_telling()
            && days.days() >= 0.8
            && months.months() >= 0.8
            && years.years() >= 0.8;
        if is_three {
            let heading = columns.list[place].clone();
            columns.list[place].field = parts[0];
            columns.list[place].why = FieldReason::Content;
            for step in 1..3 {
                let column =
                    Column { column: at[step], field: parts[step], why: FieldReason::Content, ..heading.clone() };
                columns.list.insert(place + step, column);
            }
        }
    }
}

/// Two columns to tick are a sex; one alone called `M` is not. "Sexe" over two columns of crosses: men first.
fn crosses(columns: &mut Columns, data: &[&GridRow]) {
    let both = columns.has(Field::SexMale) && columns.has(Field::SexFemale);
    for column in &mut columns.list {
        if matches!(column.field, Field::SexMale | Field::SexFemale) && !both && column.why != FieldReason::Pinned {
            (column.field, column.why) = (Field::Other, FieldReason::Unknown);
        }
    }
    let Some(place) = columns.list.iter().position(|column| column.field == Field::Sex) else { return };
    let own = columns.list[place].column;
    let next = own.saturating_add(1);
    let is_bare = !columns.list.iter().any(|column| column.column == next);
    let ticks = |profile: &Profile| profile.n > 0 && profile.crosses() >= 0.9;
    if is_bare && ticks(&profile(own, data)) && ticks(&profile(next, data)) {
        let heading = columns.list[place].clone();
        (columns.list[place].field, columns.list[place].why) = (Field::SexMale, FieldReason::Content);
        let female = Column { column: next, field: Field::SexFemale, why: FieldReason::Content, ..heading };
        columns.list.insert(place + 1, female);
    }
}

/// "Nom" alone over two or three words holds the post-nom too, or the whole name; so does "Nom et post-nom" without a prénom.
fn names_in_one(columns: &mut Columns, data: &[&GridRow]) {
    if columns.has(Field::Postnom) {
        // "Nom de l'enfant" beside "Post-nom" is the nom alone.
        let is_nom = |column: &&mut Column| column.field == Field::NomPostnom && column.why != FieldReason::Pinned;
        if !columns.has(Field::Nom)
            && let Some(column) = columns.list.iter_mut().find(is_nom)
        {
            column.field = Field::Nom;
        }
        return;
    }
    let has_prenom = columns.has(Field::Prenom);
    let becomes = if has_prenom { Field::NomPostnom } else { Field::FullName };
    let may_hold_more = |column: &Column| {
        column.why != FieldReason::Pinned
            && (column.field == Field::Nom || (column.field == Field::NomPostnom && !has_prenom))
    };
    let Some(place) = columns.list.iter().position(may_hold_more) else { return };
    let n_words = if columns.list[place].field == Field::NomPostnom { 3 } else { 2 };
    let at = columns.list[place].column;
    let texts: Vec<String> = data.iter().filter_map(|row| row.value(at)).map(|value| value.to_text()).collect();
    let several = texts.iter().filter(|text| text.split_whitespace().count() >= n_words).count();
    if several * 2 > texts.len() {
        let column = &mut columns.list[place];
        (column.field, column.why) = (becomes, FieldReason::Content);
    }
}
