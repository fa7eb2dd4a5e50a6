//! A table of text with its own columns, as any program writes it: the input of `bato link`.

/// A table of text, stored by column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Table {
    /// File name, for messages.
    pub(crate) name: String,
    /// The columns read, in the order of the file.
    pub(crate) columns: Vec<Column>,
    /// Row numbers as the spreadsheet shows them; the line of the record in a CSV.
    pub(crate) rows: Vec<u32>,
}

/// A column of a [`Table`]; each distinct value is stored once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// Distinct values; the first is "".
    pub(crate) values: Vec<Box<str>>,
    /// Index into `values` for each row.
    pub(crate) of_row: Vec<u32>,
}

impl Table {
    pub(crate) fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}

impl Column {
    /// Returns the text of a row; "" beyond the last row.
    pub(crate) fn text(&self, row: usize) -> &str {
        self.of_row.get(row).and_then(|value| self.values.get(*value as usize)).map_or("", |text| text)
    }
}
