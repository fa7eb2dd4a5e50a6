//! A table of text as any program writes it, for linking.

/// A table of text, each distinct value of a column kept once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// File name, for messages.
    pub name: String,
    /// The columns kept, in the order of the file.
    pub columns: Vec<Column>,
    /// Row as the spreadsheet shows it; the line of the record in a CSV.
    pub rows: Vec<u32>,
}

/// A column of a [`Table`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// As headed.
    pub name: String,
    /// Distinct values; the first is "".
    pub values: Vec<Box<str>>,
    /// For each row, which of them.
    pub of_row: Vec<u32>,
}

impl Table {
    /// A column by its heading.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}

impl Column {
    /// The text of a row.
    #[must_use]
    pub fn text(&self, row: usize) -> &str {
        self.of_row.get(row).and_then(|value| self.values.get(*value as usize)).map_or("", |text| text)
    }
}
