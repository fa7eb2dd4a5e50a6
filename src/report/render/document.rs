//! A report in one language, before it is written as a page or a workbook: sections, which have parts, which have
//! blocks.
//!
//! Figures are still numbers: the page formats them as the language does, the workbook as Excel does. A chart has no
//! figures of its own: it draws columns of its table.

use std::collections::BTreeMap;

use crate::report::release::share;
use crate::report::since_last::rounded;

pub(super) struct Document {
    pub(super) lang: &'static str,
    pub(super) title: String,
    /// The name at the head of each printed page; "" for none.
    pub(super) commune: String,
    pub(super) subtitle: String,
    /// Who may see it; on each printed page and sheet.
    pub(super) mark: String,
    pub(super) skip: String,
    pub(super) contents: String,
    pub(super) figures_title: String,
    pub(super) figures: Vec<HeadlineFigure>,
    pub(super) legend: Vec<String>,
    pub(super) sections: Vec<Section>,
    pub(super) foot: String,
    /// The files of the same report in the same folder.
    pub(super) links: Vec<DocumentLink>,
    /// The beginning of the name of a saved picture: commune and release.
    pub(super) stem: String,
}

/// A file beside the page: the report in another language, as a workbook or as a table of figures.
pub(super) struct DocumentLink {
    pub(super) href: String,
    pub(super) text: String,
    /// The language of the text; "" for that of the page.
    pub(super) lang: &'static str,
}

pub(super) struct HeadlineFigure {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) note: String,
}

impl Document {
    /// Adds a note to the captions of tables and charts with a row of an incomplete period.
    pub(super) fn explain_incomplete(&mut self, note: &str) {
        let blocks = self.sections.iter_mut().flat_map(|section| &mut section.parts).flat_map(|part| &mut part.blocks);
        for block in blocks {
            let DocumentBlock::Table(table, charts) = block else { continue };
            if table.rows.iter().any(|row| row.is_incomplete) {
                let charts = charts.iter_mut().filter(|chart| !chart.is_published);
                let captions = charts.map(|chart| &mut chart.caption).chain([&mut table.caption]);
                captions.for_each(|caption| *caption = format!("{}. {note}", caption.trim_end_matches('.')));
            }
        }
    }

    /// Rounds every figure to the tenth that is shown: also in a workbook, where a cell may hold more.
    pub(super) fn round(&mut self) {
        let blocks = self.sections.iter_mut().flat_map(|section| &mut section.parts).flat_map(|part| &mut part.blocks);
        for block in blocks {
            let DocumentBlock::Table(table, _) = block else { continue };
            for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                match cell {
                    DocumentCell::Share(n) => *n = (*n * 1000.0).round() / 1000.0,
                    DocumentCell::Number(n, decimals) => {
                        let scale = 10_f64.powi(*decimals as i32);
                        *n = (*n * scale).round() / scale;
                    }
                    _ => {}
                }
            }
        }
    }
}

/// A section of the page; `id` is its anchor.
pub(super) struct Section {
    pub(super) id: &'static str,
    pub(super) title: String,
    pub(super) parts: Vec<DocumentPart>,
}

/// A part of a section; a sheet of the workbook.
pub(super) struct DocumentPart {
    pub(super) title: String,
    /// The name of its sheet, where the title is too long for one; "" for the title.
    pub(super) sheet: String,
    pub(super) blocks: Vec<DocumentBlock>,
}

impl DocumentPart {
    /// Says before the figures of the part, and in the captions of its tables, of which release they are.
    pub(super) fn of_release(mut self, note: Option<&str>) -> Self {
        let Some(note) = note.filter(|_| !self.blocks.is_empty()) else { return self };
        for block in &mut self.blocks {
            if let DocumentBlock::Table(table, charts) = block {
                let charts = charts.iter_mut().filter(|chart| !chart.is_published);
                let charts = charts.map(|chart| {
                    note.clone_into(&mut chart.origin);
                    &mut chart.caption
                });
                let captions = charts.chain([&mut table.caption]);
                captions.for_each(|caption| *caption = format!("{} – {note}", caption.trim_end_matches('.')));
            }
        }
        self.blocks.insert(0, DocumentBlock::Text(note.to_owned()));
        self
    }
}

pub(super) enum DocumentBlock {
    Text(String),
    List(Vec<String>),
    /// A table, preceded by charts of its columns.
    Table(DocumentTable, Vec<Chart>),
}

/// A table. The first of `columns` is the title of the row headings.
pub(super) struct DocumentTable {
    pub(super) id: String,
    pub(super) caption: String,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<DocumentRow>,
}

#[derive(Default)]
pub(super) struct DocumentRow {
    /// The stable code, the same in every language.
    pub(super) code: String,
    pub(super) heading: String,
    /// The heading on the axis of a chart where it is shorter; "" for the heading itself.
    pub(super) short: String,
    pub(super) cells: Vec<DocumentCell>,
    pub(super) is_total: bool,
    /// Whether charts omit the row.
    pub(super) is_uncharted: bool,
    /// Whether the row is set in grey: it is in no total.
    pub(super) is_aside: bool,
    /// Whether the registers do not have its period as a whole: its heading bears the mark.
    pub(super) is_incomplete: bool,
}

impl DocumentRow {
    /// A charted row that is no total.
    pub(super) fn new(code: impl Into<String>, heading: impl Into<String>, cells: Vec<DocumentCell>) -> Self {
        Self { code: code.into(), heading: heading.into(), cells, ..Self::default() }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum DocumentCell {
    Count(u64),
    /// A difference, with its sign.
    Change(i64),
    /// The same of rounded counts, itself rounded.
    RoundedChange(i64),
    /// A fraction, shown as a percentage.
    Share(f64),
    /// A number and its decimals.
    Number(f64, usize),
    Text(String),
    /// A count under 10, which a release hides.
    Few,
    /// A count of rows, sheets or pairs from 1 to 4, which a release does not round to 0 or 5.
    FewRows,
    /// A rate or another figure of too few, or of a hidden count.
    Hidden,
    /// A figure of a row that a release withholds, since it would give a hidden count back.
    Withheld,
    /// A change that rounding alone can make.
    Rounding,
    /// A figure that does not exist, such as a rate with denominator 0.
    Nothing,
}

impl DocumentCell {
    /// Returns a count; under 10 if `None`.
    pub(super) fn count(n: Option<u64>) -> Self {
        n.map_or(Self::Few, Self::Count)
    }

    /// Returns a count of a row, which a release may withhold as a whole.
    pub(super) fn count_of_row(n: Option<u64>, is_withheld: bool) -> Self {
        if is_withheld && n.is_none() { Self::Withheld } else { Self::count(n) }
    }

    /// Returns the figure of a row, withheld if the row is and the figure is not shown.
    pub(super) fn of_row(self, is_withheld: bool) -> Self {
        if is_withheld && self == Self::Hidden { Self::Withheld } else { self }
    }

    /// Returns a difference of two counts of which one is rounded, or none.
    pub(super) fn change(n: i64, is_rounded: bool) -> Self {
        if is_rounded { Self::RoundedChange(rounded(n)) } else { Self::Change(n) }
    }

    /// Returns the difference of two shares in percentage points: that of the shares as they are shown.
    pub(super) fn points(before: f64, now: f64) -> Self {
        Self::Number(100.0 * (share(now) - share(before)), 1)
    }

    /// Returns a count of rows, sheets or pairs; under 5 if `None`.
    pub(super) fn rows(n: Option<u64>) -> Self {
        n.map_or(Self::FewRows, Self::Count)
    }

    /// Returns the same of a row, which a release may withhold as a whole.
    pub(super) fn rows_of_row(n: Option<u64>, is_withheld: bool) -> Self {
        if is_withheld { Self::Withheld } else { Self::rows(n) }
    }

    /// Whether a release hides the figure.
    pub(super) fn is_hidden(&self) -> bool {
        matches!(self, Self::Few | Self::FewRows | Self::Hidden | Self::Withheld | Self::Rounding)
    }

    /// Returns a rate; nothing if the denominator is 0, hidden if a part is.
    pub(super) fn share(rate: Option<f64>, whole: Option<u64>) -> Self {
        Self::or_nothing(rate.map(Self::Share), whole)
    }

    /// Returns a mean with one decimal; nothing if the denominator is 0, hidden if a part is.
    pub(super) fn mean(mean: Option<f64>, whole: Option<u64>) -> Self {
        Self::or_nothing(mean.map(|mean| Self::Number(mean, 1)), whole)
    }

    fn or_nothing(shown: Option<Self>, whole: Option<u64>) -> Self {
        match shown {
            Some(cell) => cell,
            None if whole == Some(0) => Self::Nothing,
            None => Self::Hidden,
        }
    }

    /// Returns the number, for a chart.
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Count(n) => Some(*n as f64),
            Self::Change(n) | Self::RoundedChange(n) => Some(*n as f64),
            Self::Share(n) | Self::Number(n, _) => Some(*n),
            Self::Text(_)
            | Self::Few
            | Self::FewRows
            | Self::Hidden
            | Self::Withheld
            | Self::Rounding
            | Self::Nothing => None,
        }
    }
}

/// A chart of a table's rows, except totals and uncharted rows.
pub(super) struct Chart {
    /// Unique in the report.
    pub(super) id: String,
    pub(super) title: String,
    /// What it shows, for screen readers.
    pub(super) description: String,
    pub(super) caption: String,
    pub(super) kind: ChartKind,
    /// The column of the sum of the series, for the labels; `None` to add them up.
    pub(super) total: Option<usize>,
    /// Days on the axis of years.
    pub(super) marks: Vec<ChartMark>,
    /// The earlier release that its figures are of, in a sentence; "" for none.
    pub(super) origin: String,
    /// Whether it draws what another source published: no period of the registers and no release is its own.
    pub(super) is_published: bool,
}

/// A day that a vertical line marks on the axis of years, such as that of a new law.
pub(super) struct ChartMark {
    /// Its place: charted rows before its year, and the part of the year before the day.
    pub(super) at: f64,
    pub(super) day: chrono::NaiveDate,
    pub(super) label: String,
}

/// A kind of chart with the columns it draws, counted from 0 without the heading.
pub(super) enum ChartKind {
    /// Vertical bars, the series stacked.
    Columns(Vec<usize>),
    /// Horizontal bars, the series stacked; limit lines, each after a number of rows, with a label.
    Bars(Vec<usize>, Vec<(usize, String)>),
    /// A pyramid: the first series on the left, the second on the right, the first row at the bottom.
    Pyramid([usize; 2]),
    /// A funnel plot: a column of rates against a column of denominators, with limits around `centre`; by the code of
    /// a row, the lowest and the highest rate that its counts can stand for.
    Funnel { rate: usize, whole: usize, centre: f64, possible: BTreeMap<String, (f64, f64)> },
    /// A line of rates over the rows, with the two columns of its interval and a reference level, if any.
    Line { rate: usize, interval: Option<[usize; 2]>, level: Option<f64> },
    /// A map with a tile for each row. It is shaded by a column of rates; where those are of rounded counts, by whether
    /// a row differs from the commune at all.
    Tiles { rate: usize, is_rounded: bool },
    /// A small line chart of a rate with its interval for each row heading, over the texts of the first column (years).
    Multiples { rate: usize, interval: [usize; 2] },
}
