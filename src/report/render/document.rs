//! A report in the words of one language, before it becomes a page or a workbook: sections of parts of blocks.
//!
//! Figures are still numbers here, so that the page writes them as the language does and the workbook as Excel does. A chart
//! holds no figure of its own: it draws columns of the table it stands beside.

/// A report.
pub(super) struct Document {
    pub(super) lang: &'static str,
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) skip: String,
    pub(super) contents: String,
    pub(super) figures_title: String,
    /// The figures to begin with.
    pub(super) figures: Vec<Figure>,
    pub(super) legend: Vec<String>,
    pub(super) sections: Vec<Section>,
    pub(super) foot: String,
}

/// A headline figure: the number, what it counts, and of what.
pub(super) struct Figure {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) note: String,
}

/// A section with its anchor.
pub(super) struct Section {
    pub(super) id: &'static str,
    pub(super) title: String,
    pub(super) parts: Vec<Part>,
}

/// A titled part of a section; a sheet of the workbook.
pub(super) struct Part {
    pub(super) title: String,
    pub(super) blocks: Vec<Block>,
}

/// What a part is made of.
pub(super) enum Block {
    /// A paragraph.
    Text(String),
    /// A list.
    List(Vec<String>),
    /// A table, with charts of its columns before it.
    Table(Table, Vec<Chart>),
}

/// A table whose first column heads its rows.
pub(super) struct Table {
    pub(super) id: String,
    pub(super) caption: String,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// A row.
#[derive(Default)]
pub(super) struct Row {
    /// Its stable code, the same in every language.
    pub(super) code: String,
    pub(super) heading: String,
    pub(super) cells: Vec<Cell>,
    pub(super) is_total: bool,
    /// Whether charts leave it out.
    pub(super) is_uncharted: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// A count.
    Count(u64),
    /// A difference, with its sign.
    Change(i64),
    /// A fraction, shown as a percentage.
    Share(f64),
    /// A number with so many decimals.
    Number(f64, usize),
    /// Words.
    Text(String),
    /// A hidden figure.
    Hidden,
    /// A figure that does not exist: a rate of nothing.
    Nothing,
}

impl Cell {
    /// A count that may be hidden.
    pub(super) fn count(n: Option<u64>) -> Self {
        n.map_or(Self::Hidden, Self::Count)
    }

    /// A rate: nothing for a rate of nothing, hidden where a part is.
    pub(super) fn share(rate: Option<f64>, whole: Option<u64>) -> Self {
        Self::or_nothing(rate.map(Self::Share), whole)
    }

    /// A mean with one decimal, likewise.
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

    /// The number in it, for a chart.
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Count(n) => Some(*n as f64),
            Self::Change(n) => Some(*n as f64),
            Self::Share(n) | Self::Number(n, _) => Some(*n),
            Self::Text(_) | Self::Hidden | Self::Nothing => None,
        }
    }
}

/// A chart of a table's rows, sums and rows left out excepted.
pub(super) struct Chart {
    /// Unique in the report.
    pub(super) id: String,
    pub(super) title: String,
    /// What it shows, for who can't see it.
    pub(super) description: String,
    pub(super) caption: String,
    pub(super) kind: Kind,
}

/// How a chart draws its table; columns are counted from 0, the heading left out.
pub(super) enum Kind {
    /// Upright columns, the series on top of one another.
    Columns(Vec<usize>),
    /// Lying bars, the series behind one another; a line after so many rows, with its words.
    Bars(Vec<usize>, Vec<(usize, String)>),
    /// A pyramid: the first series to the left, the second to the right, the first row at the foot.
    Pyramid([usize; 2]),
    /// A rate (column) against the number it is the rate of (column), with the limits of chance around a rate.
    Funnel { rate: usize, whole: usize, centre: f64 },
    /// A line of rates over the rows, with its interval's two columns where there is one.
    Line { rate: usize, interval: Option<[usize; 2]>, level: Option<f64> },
    /// A small chart of a rate with its interval for each heading, over the words of the first column (years).
    Multiples { rate: usize, interval: [usize; 2] },
}
