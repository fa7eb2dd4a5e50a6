//! The words of exported tables: headings, codes and findings, from the message files of one language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::finding::{Finding, Severity, code};
use crate::messages::{Lang, Messages, say};
use crate::record::{CellAt, CorrectedText, RowAt};
use crate::review::{STRENGTH_SHOWN_FROM, strength_and_side};
use crate::store::{ColumnSpec, TableCell, TableSchema, TableWords};

use super::pairs::{cells_in_order, corrected_cells};
use super::person_words::corrected_cell;

/// Says why a row was quarantined or ignored, by the code of its outcome and its rule.
#[must_use]
pub fn row_reason(messages: &Messages, outcome: &str, rule: &str) -> String {
    MessageWords(messages).rule(outcome, rule)
}

/// Gives the words of tables from the messages of one language.
pub(super) struct MessageWords<'m>(pub(super) &'m Messages);

/// For each table, for `any` table and for a `breakdown`: column or key, and the set with which the ids of its codes
/// begin.
static CODE_SETS: LazyLock<BTreeMap<String, BTreeMap<String, String>>> =
    LazyLock::new(|| toml::from_str(include_str!("code_sets.toml")).unwrap_or_default());

/// The start of the message ids of a column's codes; `None` for a column without codes.
fn code_set(table: &str, column: &str) -> Option<&'static str> {
    let set = |table: &str| CODE_SETS.get(table)?.get(column).map(String::as_str);
    set("any").or_else(|| set(table))
}

impl TableWords for MessageWords<'_> {
    fn title(&self, schema: &TableSchema) -> String {
        self.0.text(&format!("table-{}", schema.name))
    }

    fn heading(&self, schema: &TableSchema, column: &ColumnSpec) -> String {
        self.0.text(&format!("table-{}.{}", schema.name, column.name))
    }

    fn text(&self, schema: &TableSchema, column: usize, cells: &[TableCell<'_>]) -> Option<String> {
        let name = schema.columns.get(column)?.name;
        let row = RowCells { schema, cells };
        let value = match cells.get(column)? {
            TableCell::Text(text) => (*text).to_owned(),
            TableCell::Int(number) => number.to_string(),
            // A date that is not known to the day can't be a date of a spreadsheet.
            TableCell::Date(day) if name == "born_on" && row.text("born_on_precision") != "day" => {
                return Some(self.0.birth_date(*day, row.text("born_on_precision")));
            }
            _ => return None,
        };
        if let Some(set) = code_set(schema.name, name) {
            return Some(self.0.code(set, &value));
        }
        match (schema.name, name) {
            (_, "rule") => Some(self.rule(row.text("outcome"), &value)),
            (_, "args") => Some(self.finding(&row, &value)),
            (_, "typed") => Some(typed(&value)),
            (_, "corrected") => Some(self.corrected(&value)),
            ("links", "comparisons") => Some(self.comparisons(&value)),
            ("history", "after") if row.text("field") == "withdrawn" => Some(self.0.code("withdrawn", &value)),
            ("history", "before" | "after") => Some(self.0.person_value(row.text("field"), &value)),
            ("aggregates", "breakdown") => Some(self.breakdown(&value)),
            ("aggregates", "period") if value == "all" => Some(self.0.text("report-all")),
            ("aggregates", "area") => Some(self.area(&value)),
            _ => None,
        }
    }

    fn date(&self, day: NaiveDate) -> String {
        self.0.date(day)
    }

    fn date_format(&self) -> &'static str {
        match self.0.lang() {
            Lang::Fr => "dd/mm/yyyy",
            Lang::Nl => "dd-mm-yyyy",
            Lang::En => "d mmmm yyyy",
        }
    }

    fn decimal_sign(&self) -> char {
        if self.0.lang() == Lang::En { '.' } else { ',' }
    }
}

impl MessageWords<'_> {
    /// The title of a rule, or the reason why a row was left out.
    fn rule(&self, outcome: &str, rule: &str) -> String {
        let (title, reason) = (format!("rule-{rule}.title"), format!("reason-{rule}"));
        let ids = if outcome == "ignored" { [reason, title] } else { [title, reason] };
        ids.iter().find(|id| self.0.has(id)).map_or_else(|| rule.to_owned(), |id| self.0.text(id))
    }

    /// What a finding says and what to do about it; `args` are its facts as JSON.
    fn finding(&self, row: &RowCells<'_>, args: &str) -> String {
        let args: serde_json::Map<String, serde_json::Value> = serde_json::from_str(args).unwrap_or_default();
        let text_of = |value: serde_json::Value| match value {
            serde_json::Value::String(text) => text,
            other => other.to_string(),
        };
        let finding = Finding {
            rule: code::intern(row.text("rule")),
            // The text of the finding depends on neither severity nor position.
            severity: Severity::Warning,
            at: CellAt { row: RowAt { file: 0, sheet: 0, row: 0 }, column: None },
            value: row.text("value").to_owned(),
            args: args.into_iter().map(|(name, value)| (code::intern(&name), text_of(value))).collect(),
        };
        format!("{} {} {}", self.0.finding(&finding), self.0.text("word-hint"), self.0.finding_part(&finding, "hint"))
    }

    /// The corrected cells of a row, in the order of the sheet.
    fn corrected(&self, json: &str) -> String {
        let cell = |(column, cell): (String, CorrectedText)| {
            let text = corrected_cell(self.0, &cell);
            self.0.labelled(&column, &text)
        };
        corrected_cells(Some(json)).into_iter().map(cell).collect::<Vec<_>>().join("; ")
    }

    /// Each comparison of a pair whose weight is large enough to show, in the order of names.
    fn comparisons(&self, json: &str) -> String {
        let all: BTreeMap<String, serde_json::Value> = serde_json::from_str(json).unwrap_or_default();
        let in_words = |(comparison, one): (&String, &serde_json::Value)| {
            let weight = one.get("weight")?.as_f64().filter(|weight| weight.abs() >= STRENGTH_SHOWN_FROM)?;
            let (what, strength) = (self.0.code("compared", comparison), strength_and_side(weight, self.0));
            let level = self.0.code("level", one.get("level")?.as_str()?);
            Some(say!(self.0, "evidence", what, level, strength))
        };
        all.iter().filter_map(in_words).collect::<Vec<_>>().join("; ")
    }

    /// `category=proxy;sex=M` in words.
    fn breakdown(&self, breakdown: &str) -> String {
        let in_words = |part: &str| match part.split_once('=') {
            Some((key, code)) => self.0.labelled(&self.0.code("breakdown", key), &self.heading_of(key, code)),
            None if part == "all" => self.0.text("report-all"),
            None => part.to_owned(),
        };
        breakdown.split(';').map(in_words).collect::<Vec<_>>().join("; ")
    }

    /// The heading of a row or column of the report, by the code that the aggregates have for it.
    fn heading_of(&self, key: &str, code: &str) -> String {
        let set = CODE_SETS.get("breakdown").and_then(|sets| sets.get(key));
        match (key, code) {
            (key, "unknown") if key != "category" => self.0.text("report-unknown"),
            (key, "all") if key != "category" => self.0.text("report-all"),
            ("rule", code) => self.rule("", code),
            ("declared_month", code) => self.0.code("report-month", code.trim_start_matches('0')),
            (_, code) => match (set, code.strip_prefix("before_")) {
                (Some(set), _) => self.0.code(set, code),
                (None, Some(year)) => say!(self.0, "report-before-year", year),
                (None, None) => code.to_owned(),
            },
        }
    }

    fn area(&self, area: &str) -> String {
        match area.split_once('/') {
            Some((commune, "unknown")) => format!("{commune} / {}", self.0.text("report-quartier-unknown")),
            Some((commune, quartier)) => format!("{commune} / {quartier}"),
            None => area.to_owned(),
        }
    }
}

/// One row with the schema of its table.
struct RowCells<'r> {
    schema: &'r TableSchema,
    cells: &'r [TableCell<'r>],
}

impl RowCells<'_> {
    /// The text of a column; "" where there is none.
    fn text(&self, column: &str) -> &str {
        let place = self.schema.columns.iter().position(|spec| spec.name == column);
        match place.and_then(|place| self.cells.get(place)) {
            Some(TableCell::Text(text)) => text,
            _ => "",
        }
    }
}

/// A row as typed, a JSON object of column letters: `A=12 | B=MBALA`.
fn typed(json: &str) -> String {
    cells_in_order(json).iter().map(|(column, text)| format!("{column}={text}")).collect::<Vec<_>>().join(" | ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Category, EventKind, MaritalStatus, Relation, Sex, Status};
    use crate::store::SCHEMAS;
    use crate::validate::RULES;

    fn backticked(doc: &str) -> impl Iterator<Item = &str> {
        doc.split('`').skip(1).step_by(2)
    }

    #[test]
    fn every_table_column_and_code_has_its_words_in_every_language() {
        // Names in backticks that are no codes of the column.
        const NAMES: [&str; 16] = [
            "persons",
            "households",
            "lineage",
            "links",
            "name_rows",
            "name_words",
            "person_lineage",
            "person_links",
            "household_members",
            "sheet",
            "text",
            "author",
            "at",
            "file!sheet!row",
            "/",
            "|",
        ];
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            let has = |id: String| assert!(messages.has(&id), "{} {id}", lang.code());
            for schema in SCHEMAS {
                has(format!("table-{}", schema.name));
                let title = messages.text(&format!("table-{}", schema.name));
                assert!(
                    title.chars().count() <= 28 && !title.contains([':', '/', '?', '*', '[', ']', '\\']),
                    "{title}"
                );
                for column in schema.columns {
                    has(format!("table-{}.{}", schema.name, column.name));
                    let codes: Vec<&str> = backticked(column.doc).filter(|code| !NAMES.contains(code)).collect();
                    let set = code_set(schema.name, column.name);
                    assert!(codes.is_empty() || set.is_some(), "{}.{}: {codes:?}", schema.name, column.name);
                    codes.iter().for_each(|code| has(format!("{}-{code}", set.unwrap_or_default())));
                    if set == Some("yes-no") {
                        ["0", "1"].iter().for_each(|code| has(format!("yes-no-{code}")));
                    }
                }
            }
            Relation::ALL.iter().for_each(|code| has(format!("template-relation-{}", code.code())));
            MaritalStatus::ALL.iter().for_each(|code| has(format!("template-marital_status-{}", code.code())));
            Sex::ALL.iter().for_each(|code| has(format!("template-sex-{}", code.code())));
            Category::ALL.iter().for_each(|code| has(format!("report-category-{}", code.code())));
            EventKind::ALL.iter().for_each(|code| has(format!("template-event-{}", code.code())));
            Status::ALL.iter().for_each(|code| has(format!("status-{}", code.code())));
            RULES.iter().for_each(|rule| has(format!("rule-{}.title", rule.id)));
        }
    }

    fn shown(lang: Lang, table: &str, column: &str, row: &[(&str, TableCell<'_>)]) -> String {
        let messages = Messages::new(lang);
        let schema = crate::store::schema_of(table).expect("a table");
        let cells: Vec<TableCell<'_>> = schema
            .columns
            .iter()
            .map(|spec| row.iter().find(|(name, _)| *name == spec.name).map_or(TableCell::Null, |(_, cell)| *cell))
            .collect();
        let place = schema.columns.iter().position(|spec| spec.name == column).expect("a column");
        MessageWords(&messages).text(schema, place, &cells).expect("words")
    }

    #[test]
    fn codes_findings_and_comparisons_are_said_in_words() {
        let text = |text| TableCell::Text(text);
        assert_eq!(shown(Lang::Fr, "persons", "relation", &[("relation", text("child"))]), "Fils ou fille");
        assert_eq!(shown(Lang::Nl, "births", "timeliness", &[("timeliness", text("on_time"))]), "tijdig");
        assert_eq!(shown(Lang::En, "links", "kept", &[("kept", TableCell::Int(1))]), "yes");
        let finding = [
            ("rule", text("declared-before-birth")),
            ("args", text("{\"born\":\"05/03/2017\",\"declared\":\"01/03/2017\"}")),
        ];
        let said = shown(Lang::Fr, "findings", "args", &finding);
        assert!(said.starts_with("La naissance est déclarée le 01/03/2017") && said.contains("Que faire :"), "{said}");
        let day = NaiveDate::from_ymd_opt(1975, 1, 1).expect("a day");
        let born = [("born_on", TableCell::Date(day)), ("born_on_precision", text("year"))];
        assert_eq!(shown(Lang::Fr, "persons", "born_on", &born), "1975");
        let compared =
            text("{\"nom\":{\"level\":\"same\",\"weight\":9.1},\"sex\":{\"level\":\"same\",\"weight\":0.1}}");
        let said = shown(Lang::Fr, "links", "comparisons", &[("comparisons", compared)]);
        assert_eq!(said, "nom : le même (très fort, pour)");
        let breakdown = [("breakdown", text("declared_month=03;sex=F"))];
        assert_eq!(shown(Lang::Fr, "aggregates", "breakdown", &breakdown), "mois de déclaration : Mars; sexe : F");
        let typed = [("typed", text("{\"A\":\"1\",\"AA\":\"z\",\"B\":\"MBALA\"}"))];
        assert_eq!(shown(Lang::Fr, "quarantine", "typed", &typed), "A=1 | B=MBALA | AA=z");
        let history = [("field", text("status")), ("after", text("birth_only"))];
        assert_eq!(shown(Lang::Fr, "history", "after", &history), "connu(e) par un acte de naissance seul");
    }
}
