//! The texts of a report in one language: messages, headings, figures as the language writes them, and the blocks that
//! several sections build of them.

use chrono::Datelike;

use super::document::{
    Chart, ChartKind, ChartMark, DocumentBlock, DocumentCell, DocumentLink, DocumentPart, DocumentRow, DocumentTable,
    Section,
};
use crate::messages::{Fact, Lang, Messages};
use crate::record::{Kind, LegalPeriod, LimitUnit};
use crate::report::heading::{Breakdown, LARGEST_HOUSEHOLD, OLDEST_BAND, RowHeading, delay_bucket};
use crate::report::incomplete_periods::{IncompletePeriods, IncompleteReason};
use crate::report::statistics::{FunnelPoint, n_beyond_limits};
use crate::report::timeliness::AppliedLimit;

pub(super) struct Labels<'a> {
    pub(super) messages: &'a Messages,
}

impl Labels<'_> {
    /// Returns the message `report-<id>`.
    pub(super) fn text(&self, id: &str) -> String {
        self.message(id, &[])
    }

    /// Returns the message `report-<id>` with its arguments.
    pub(super) fn message(&self, id: &str, facts: &[(&str, Fact<'_>)]) -> String {
        self.messages.say(&format!("report-{id}"), facts)
    }

    /// Returns a section titled `report-<title>`; `id` is its anchor.
    pub(super) fn section(&self, id: &'static str, title: &str, parts: Vec<DocumentPart>) -> Section {
        Section { id, title: self.text(title), parts }
    }

    /// Returns a part titled `report-<title>`. Its sheet is named `report-<title>.sheet`, if there is such a name.
    pub(super) fn part(&self, title: &str, blocks: Vec<DocumentBlock>) -> DocumentPart {
        let sheet = format!("report-{title}.sheet");
        let sheet = if self.messages.has(&sheet) { self.messages.text(&sheet) } else { String::new() };
        DocumentPart { title: self.text(title), sheet, blocks }
    }

    /// Returns a part of a paragraph and a table, with the messages `report-<name>-title`, `-text` and `-caption`.
    pub(super) fn text_and_table(&self, name: &str, id: &str, columns: &str, rows: Vec<DocumentRow>) -> DocumentPart {
        let table = DocumentBlock::Table(self.table(id, &format!("{name}-caption"), columns, rows), Vec::new());
        self.part(&format!("{name}-title"), vec![self.paragraph(&format!("{name}-text"), &[]), table])
    }

    /// Returns a paragraph: the message `report-<id>` with its arguments.
    pub(super) fn paragraph(&self, id: &str, facts: &[(&str, Fact<'_>)]) -> DocumentBlock {
        DocumentBlock::Text(self.message(id, facts))
    }

    /// Returns a table; caption and columns are message ids, the columns separated by spaces.
    pub(super) fn table(&self, id: &str, caption: &str, columns: &str, rows: Vec<DocumentRow>) -> DocumentTable {
        let columns = columns.split_whitespace().map(|column| self.text(column)).collect();
        DocumentTable { id: id.to_owned(), caption: self.text(caption), columns, rows }
    }

    /// Returns a chart with the messages `report-<id>-title`, `-description` and `-caption`.
    pub(super) fn chart(&self, id: &str, kind: ChartKind) -> Chart {
        let [title, description, caption] =
            ["title", "description", "caption"].map(|what| self.text(&format!("{id}-{what}")));
        let id = id.to_owned();
        let (total, marks, origin) = (None, Vec::new(), String::new());
        Chart { id, title, description, caption, kind, total, marks, origin, is_published: false }
    }

    /// Returns the chart of a table by year, with a line on the day of each change of the law.
    pub(super) fn chart_of_years(
        &self,
        id: &str,
        kind: ChartKind,
        rows: &[DocumentRow],
        legal: &[LegalPeriod],
    ) -> Chart {
        Chart { marks: self.law_marks(rows, legal), ..self.chart(id, kind) }
    }

    /// Returns the days on which a new law came into force, within the years of these rows.
    pub(super) fn law_marks(&self, rows: &[DocumentRow], legal: &[LegalPeriod]) -> Vec<ChartMark> {
        let is_charted = |row: &&DocumentRow| !row.is_total && !row.is_uncharted;
        let charted: Vec<&DocumentRow> = rows.iter().filter(is_charted).collect();
        let mark = |period: &LegalPeriod| {
            let year = period.born_from.year().to_string();
            let place = charted.iter().position(|row| row.code == year)? as f64;
            let at = place + f64::from(period.born_from.ordinal0()) / 365.25;
            let label =
                if period.law.is_empty() { self.messages.date(period.born_from) } else { self.law(&period.law) };
            Some(ChartMark { at, day: period.born_from, label })
        };
        legal.iter().skip(1).filter_map(mark).collect()
    }

    /// Returns texts in a row, with the semicolon as the language writes it.
    pub(super) fn join(&self, texts: &[&str]) -> String {
        texts.join(if self.messages.lang() == Lang::Fr { "\u{a0}; " } else { "; " })
    }

    /// Returns the sentence on the change of the law that charts mark, and on those that change no limit of the rule
    /// applied; `None` if they mark none.
    pub(super) fn law_note(&self, marks: &[ChartMark], legal: &[LegalPeriod]) -> Option<DocumentBlock> {
        let laws: Vec<&str> = marks.iter().map(|mark| mark.label.as_str()).collect();
        let note = (!laws.is_empty()).then(|| self.message("law-note", &[("laws", self.join(&laws).into())]))?;
        let mut changes = legal.windows(2).filter(|own| marks.iter().any(|mark| mark.day == own[1].born_from));
        let is_same = |own: &[LegalPeriod]| (own[0].limit, own[0].unit) == (own[1].limit, own[1].unit);
        let limit = legal.last().map(|own| self.limit(own.limit, own.unit));
        let limit = limit.filter(|_| changes.all(is_same));
        let same = limit.map(|limit| self.message("law-same-limit", &[("limit", limit.into())]));
        Some(DocumentBlock::Text([Some(note), same].into_iter().flatten().collect::<Vec<_>>().join(" ")))
    }

    /// Returns the name of a law in the language. Laws of the country are written in French; others as they are.
    fn law(&self, law: &str) -> String {
        let translated = self.translated_law(law).filter(|_| self.messages.lang() != Lang::Fr);
        translated.unwrap_or_else(|| law.to_owned())
    }

    fn translated_law(&self, law: &str) -> Option<String> {
        const KINDS: [(&str, &str); 3] = [("Loi ", "act"), ("Décret ", "decree"), ("Ordonnance-loi ", "ordinance-law")];
        let (name, article) = law.split_once(", art. ").map_or((law, None), |(name, article)| (name, Some(article)));
        let act = KINDS.iter().find_map(|(kind, id)| Some((name.strip_prefix(kind)?, id)));
        let name = match (act, name.strip_prefix("Code de la famille ")) {
            (Some((rest, id)), _) => {
                let (number, day) = rest.split_once(" du ")?;
                let mut words = day.split(' ');
                let (day, month, year) = (words.next()?, words.next()?, words.next()?);
                let day: u32 = day.trim_end_matches("er").parse().ok()?;
                let french = Messages::new(Lang::Fr);
                let month = (1..=12).find(|n| french.text(&format!("report-month-{n}")).to_lowercase() == month)?;
                let month = self.text(&format!("month-{month}"));
                // English writes the names of months with a capital, the other two do not.
                let month = if self.messages.lang() == Lang::En { month } else { month.to_lowercase() };
                let day = format!("{day} {month} {year}");
                self.message(&format!("law-{id}"), &[("number", number.into()), ("day", day.into())])
            }
            (None, Some(year)) => self.message("law-family-code", &[("year", year.into())]),
            (None, None) => return None,
        };
        let article = article.map(|article| self.message("law-article", &[("article", article.into())]));
        Some([Some(name), article].into_iter().flatten().collect::<Vec<_>>().join(", "))
    }

    /// Returns the funnel plot of a table: rates in the column after that of their denominators. None for fewer than
    /// three points.
    pub(super) fn funnel_chart(&self, id: &str, points: &[FunnelPoint], whole: usize) -> Option<Chart> {
        let centre = points.first().filter(|_| points.len() > 2)?.centre;
        let possible = points.iter().map(|point| (point.heading.code(), point.possible)).collect();
        Some(self.chart(id, ChartKind::Funnel { rate: whole + 1, whole, centre, possible }))
    }

    /// Returns the position of a row in the funnel plot, in words.
    pub(super) fn funnel_cell(&self, points: &[FunnelPoint], heading: &RowHeading) -> DocumentCell {
        let point = points.iter().find(|point| point.heading == *heading);
        let position = point.map(|point| self.text(&format!("chance-{}", point.position.code())));
        position.map_or(DocumentCell::Nothing, DocumentCell::Text)
    }

    /// Returns why the share of the funnel's line is not that of the commune; `None` if both are written alike.
    pub(super) fn centre_note(&self, id: &str, shares: Option<(f64, f64)>) -> Option<DocumentBlock> {
        let [centre, all] = shares.map(|(centre, all)| [centre, all].map(|share| self.messages.percent(share)))?;
        (centre != all).then(|| self.paragraph(id, &[("centre", centre.into()), ("all", all.into())]))
    }

    /// Returns the sentence on how many quartiers lie beyond the limits of chance, and on those of `headings` that are
    /// not compared.
    pub(super) fn beyond_chance<'h>(
        &self,
        points: &[FunnelPoint],
        headings: impl Iterator<Item = &'h RowHeading>,
    ) -> DocumentBlock {
        let is_beyond = |own: &&FunnelPoint| matches!(own.position.code(), "above" | "below");
        let names: Vec<String> = points.iter().filter(is_beyond).map(|own| own.heading.code()).collect();
        let facts = [("n", n_beyond_limits(points).into()), ("names", names.join(", ").into())];
        let verdict = self.message("beyond-chance", &facts);
        let is_left = |own: &&RowHeading| {
            matches!(own, RowHeading::Quartier(_)) && !points.iter().any(|point| point.heading == **own)
        };
        let left: Vec<String> = headings.filter(is_left).map(RowHeading::code).collect();
        let facts = [("n", left.len().into()), ("names", left.join(", ").into())];
        let left = (!left.is_empty()).then(|| self.message("not-compared", &facts));
        DocumentBlock::Text([Some(verdict), left].into_iter().flatten().collect::<Vec<_>>().join(" "))
    }

    /// Returns the line that stands for a long table until it is opened.
    pub(super) fn folded(&self, table: &DocumentTable) -> String {
        self.message(
            "folded",
            &[("caption", table.caption.trim_end_matches('.').into()), ("n", table.rows.len().into())],
        )
    }

    /// Returns the line that stands on paper for a table that is too long to print.
    pub(super) fn not_printed(&self, table: &DocumentTable) -> String {
        self.message("not-printed", &[("n", table.rows.len().into())])
    }

    /// Returns the links to the files of a report in one folder: its pages in other languages, its workbook, and its
    /// figures, if a file has them.
    pub(super) fn links(&self, stem: &str, figures: Option<&str>) -> Vec<DocumentLink> {
        let own = self.messages.lang();
        let pages = Lang::ALL.iter().filter(|lang| **lang != own).map(|lang| DocumentLink {
            href: format!("{stem}.{}.html", lang.code()),
            text: Labels { messages: &Messages::new(*lang) }.text("language"),
            lang: lang.code(),
        });
        let file = |href: String, id: &str| DocumentLink { href, text: self.text(id), lang: "" };
        let workbook = file(format!("{stem}.{}.xlsx", own.code()), "workbook");
        pages.chain([workbook]).chain(figures.map(|name| file(name.to_owned(), "figures-file"))).collect()
    }

    /// Returns the text of a cell: the figure as the language writes it, a mark if it is hidden, a dash if it does not
    /// exist.
    pub(super) fn cell(&self, cell: &DocumentCell) -> String {
        match cell {
            DocumentCell::Count(n) => self.messages.count(*n),
            DocumentCell::Change(n) if *n > 0 => format!("+{}", self.messages.decimal(*n as f64, 0)),
            DocumentCell::Change(n) => self.messages.decimal(*n as f64, 0),
            DocumentCell::RoundedChange(n) => {
                format!("{}\u{a0}{}", self.text("rounding-mark"), self.cell(&DocumentCell::Change(*n)))
            }
            DocumentCell::Share(share) => self.messages.percent(*share),
            DocumentCell::Number(n, decimals) => self.messages.decimal(*n, *decimals),
            DocumentCell::Text(text) => text.clone(),
            DocumentCell::Few => self.text("few-mark"),
            DocumentCell::FewRows => self.text("few-rows-mark"),
            DocumentCell::Hidden => self.text("hidden-mark"),
            DocumentCell::Withheld => self.text("withheld-mark"),
            DocumentCell::Rounding => self.text("rounding-mark"),
            DocumentCell::Nothing => self.text("no-rate"),
        }
    }

    /// Returns what a screen reader says of a hidden figure.
    pub(super) fn spoken(&self, cell: &DocumentCell) -> String {
        match cell {
            DocumentCell::Few => self.text("few-spoken"),
            DocumentCell::FewRows => self.text("few-rows-spoken"),
            DocumentCell::Withheld => self.text("withheld-spoken"),
            DocumentCell::Rounding => self.text("rounding-spoken"),
            _ => self.text("hidden-spoken"),
        }
    }

    /// Returns the incomplete periods of a table with the reason of each: `2017, T3 et T4 : …`.
    pub(super) fn incomplete_reasons(&self, incomplete: &IncompletePeriods, by: Breakdown) -> Vec<String> {
        let text = |((year, reason), quarters): ((i32, IncompleteReason), Vec<u32>)| {
            let quarters = quarters.iter().map(|n| format!("{}{n}", self.text("quarter-letter"))).collect::<Vec<_>>();
            let period = if quarters.len() == 4 { year.to_string() } else { format!("{year} {}", quarters.join(", ")) };
            let reason = self.text(&format!("incomplete-{}", reason.code()));
            self.message("incomplete-reason", &[("period", period.into()), ("reason", reason.into())])
        };
        incomplete.reasons(by).into_iter().map(text).collect()
    }

    /// Returns the heading of a period, with the mark if the registers do not have it as a whole.
    pub(super) fn period(&self, heading: String, is_incomplete: bool) -> String {
        if is_incomplete { self.message("incomplete", &[("year", heading.into())]) } else { heading }
    }

    /// Returns a row with the mark of an incomplete period, if it is one.
    pub(super) fn of_period(&self, row: DocumentRow, is_incomplete: bool) -> DocumentRow {
        DocumentRow { heading: self.period(row.heading, is_incomplete), is_incomplete, ..row }
    }

    /// Returns the sentence that names the release of which the persons, or the acts, are shown again.
    pub(super) fn of_release(&self, id: &str, of: Option<(u64, Option<chrono::NaiveDate>)>) -> Option<String> {
        let (number, made_on) = of?;
        let day = made_on.map_or_else(|| self.text("no-rate"), |day| self.messages.date(day));
        Some(self.message(id, &[("number", number.to_string().into()), ("day", day.into())]))
    }

    pub(super) fn row(&self, by: Breakdown, heading: &RowHeading, cells: Vec<DocumentCell>) -> DocumentRow {
        DocumentRow {
            code: heading.code(),
            heading: self.heading(by, heading),
            short: self.short(heading),
            cells,
            is_total: *heading == RowHeading::All,
            is_uncharted: matches!(heading, RowHeading::All | RowHeading::Unknown | RowHeading::Kind(_)),
            ..DocumentRow::default()
        }
    }

    /// Returns the short heading for the axis of a chart: of months and of the largest households.
    fn short(&self, heading: &RowHeading) -> String {
        match heading {
            RowHeading::Month(month) => self.text(&format!("month-short-{month}")),
            RowHeading::Size(LARGEST_HOUSEHOLD) => heading.code(),
            _ => String::new(),
        }
    }

    pub(super) fn heading(&self, by: Breakdown, heading: &RowHeading) -> String {
        match heading {
            RowHeading::Before(year) => self.message("before-year", &[("year", year.to_string().into())]),
            RowHeading::Year(year) => year.to_string(),
            RowHeading::Quarter(year, n) => self.part_of_year("quarter-of-year", *year, *n),
            RowHeading::Half(year, n) => self.part_of_year("half-of-year", *year, *n),
            RowHeading::Quartier(name) => name.clone(),
            RowHeading::Sex(sex) => self.text(&format!("sex-{}", sex.code().to_lowercase())),
            RowHeading::Category(category) => self.text(&format!("category-{}", category.code())),
            RowHeading::Month(month) => self.text(&format!("month-{month}")),
            RowHeading::Delay(bucket) => self.delay(*bucket),
            RowHeading::Age(OLDEST_BAND) => self.message("age-from", &[("from", OLDEST_BAND.to_string().into())]),
            RowHeading::Age(from) => {
                self.message("from-to", &[("from", from.to_string().into()), ("to", (from + 4).to_string().into())])
            }
            RowHeading::Size(LARGEST_HOUSEHOLD) => {
                self.message("size-from", &[("from", LARGEST_HOUSEHOLD.to_string().into())])
            }
            RowHeading::Size(n) => n.to_string(),
            RowHeading::Status(status) => self.text(&format!("status-{}", status.code().replace('_', "-"))),
            RowHeading::Kind(Kind::Census) => self.text("rows-census"),
            RowHeading::Kind(Kind::Birth) => self.text("rows-births"),
            RowHeading::Kind(Kind::Event) => self.text("rows-events"),
            RowHeading::Unknown if by == Breakdown::Quartier => self.text("quartier-unknown"),
            RowHeading::Unknown => self.text("unknown"),
            RowHeading::All => self.text("all"),
        }
    }

    /// Returns the period of a release in words, from its code.
    pub(super) fn release_period(&self, code: &str) -> String {
        let of = |letter: &str| {
            let (year, n) = code.split_once(letter)?;
            Some((year.parse().ok()?, n.parse().ok()?))
        };
        match (of("-T"), of("-S")) {
            (Some((year, n)), _) => self.part_of_year("quarter-of-year", year, n),
            (None, Some((year, n))) => self.part_of_year("half-of-year", year, n),
            (None, None) => code.to_owned(),
        }
    }

    fn part_of_year(&self, id: &str, year: i32, n: u32) -> String {
        let n = u64::from(n);
        self.message(id, &[("year", year.to_string().into()), ("part", n.to_string().into()), ("n", n.into())])
    }

    /// Returns the text of a delay bucket: days up to a year, then years.
    fn delay(&self, bucket: usize) -> String {
        let years = |days: i32| (f64::from(days) / 365.25).round().to_string();
        match delay_bucket(bucket) {
            Some((from, Some(to))) if to <= 365 => {
                self.message("delay-days", &[("from", from.to_string().into()), ("to", to.to_string().into())])
            }
            Some((from, Some(to))) => {
                self.message("delay-years", &[("from", years(from).into()), ("to", years(to).into())])
            }
            Some((from, None)) => self.message("delay-years-from", &[("from", years(from).into())]),
            None => self.text("unknown"),
        }
    }

    /// Returns a length of time, e.g. `90 jours`.
    pub(super) fn limit(&self, limit: u32, unit: LimitUnit) -> String {
        let id = if unit == LimitUnit::Days { "limit-days" } else { "limit-months" };
        self.message(id, &[("n", u64::from(limit).into())])
    }

    /// Returns the label of a legal period in the chart of delays.
    pub(super) fn limit_label(&self, applied: &AppliedLimit) -> String {
        let limit = self.limit(applied.limit, applied.unit).into();
        match applied.born_before {
            Some(day) => {
                self.message("limit-label-until", &[("limit", limit), ("day", self.messages.date(day).into())])
            }
            None => self.message("limit-label", &[("limit", limit)]),
        }
    }

    /// Returns a legal period in one line: first day of birth, length, law.
    pub(super) fn legal_period(&self, period: &LegalPeriod) -> String {
        let facts = [
            ("from", self.messages.date(period.born_from).into()),
            ("limit", self.limit(period.limit, period.unit).into()),
            ("law", self.law(&period.law).into()),
        ];
        self.message(if period.law.is_empty() { "other-period" } else { "legal-period" }, &facts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laws_are_named_in_the_language_of_the_page() {
        let (fr, nl, en) = (Messages::new(Lang::Fr), Messages::new(Lang::Nl), Messages::new(Lang::En));
        let names = |law: &str| [&fr, &nl, &en].map(|messages| Labels { messages }.law(law));
        let of_2016 = "Loi 16/008 du 15 juillet 2016";
        assert_eq!(names(of_2016), [of_2016, "Wet 16/008 van 15 juli 2016", "Law 16/008 of 15 July 2016"]);
        let [_, dutch, english] = names("Loi 09/001 du 10 janvier 2009, art. 16");
        assert_eq!(
            [dutch.as_str(), english.as_str()],
            ["Wet 09/001 van 10 januari 2009, art. 16", "Law 09/001 of 10 January 2009, art. 16"]
        );
        assert_eq!(names("Ordonnance-loi 23/010 du 1er août 2023")[1], "Ordonnantiewet 23/010 van 1 augustus 2023");
        assert!(
            names("Code de la famille 1987, art. 116")[1].starts_with("Familiewetboek (Code de la famille) 1987, art.")
        );
        // A name of another form stays as it is written.
        assert_eq!(names("Circulaire du gouverneur")[1], "Circulaire du gouverneur");
        assert_eq!(names("Loi 16/008 du 15 brumaire 2016")[2], "Loi 16/008 du 15 brumaire 2016");
    }
}
