//! Writes the truth tables that `evaluate` reads: in parts, which are joined in order at the end.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorCode, Result};

use super::entry::PersonEntry;
use super::typist::capitalise;

/// File and header of each truth table.
pub(super) const TABLES: [(&str, &str); 4] = [
    ("census.csv", ROW_HEADER),
    ("births.csv", ROW_HEADER),
    ("twins.csv", "person,twin"),
    ("flat.csv", "unique_id,person,fiche,quartier,avenue,parcel,nom,postnom,prenom,sex,dob,birth_place"),
];
/// The table of persons who live in another commune, too.
pub(super) const SHARED: &str = "shared.csv";
const ROW_HEADER: &str = "file,sheet,row,person,expect";

/// One part of a table, written by one thread.
pub(super) struct TruthPart {
    path: PathBuf,
    records: csv::Writer<BufWriter<File>>,
}

impl TruthPart {
    pub(super) fn create(folder: &Path, name: &str) -> Result<Self> {
        let path = folder.join(name);
        let file = File::create(&path).map_err(|e| Error::io(&path, &e))?;
        let records = csv::WriterBuilder::new().has_headers(false).from_writer(BufWriter::new(file));
        Ok(Self { path, records })
    }

    fn write(&mut self, fields: &[&str]) -> Result<()> {
        self.records.write_record(fields).map_err(|e| Error::new(ErrorCode::Io).at(&self.path).because(e))
    }

    /// Writes a row of a sheet: its person and its expected outcome.
    pub(super) fn write_row(&mut self, file: &str, sheet: &str, row: u32, person: u64, expect: &str) -> Result<()> {
        self.write(&[file, sheet, &row.to_string(), &person.to_string(), expect])
    }

    /// Writes two twins, in both orders.
    pub(super) fn write_twins(&mut self, a: u64, b: u64) -> Result<()> {
        let (a, b) = (a.to_string(), b.to_string());
        self.write(&[&a, &b])?;
        self.write(&[&b, &a])
    }

    /// Writes a good row of a census sheet with the values that a perfect reader would read. [`join`] adds its number.
    pub(super) fn write_flat(
        &mut self,
        entry: &PersonEntry,
        fiche: &str,
        quartier: u8,
        address: (&str, &str),
        round: i32,
    ) -> Result<()> {
        let (person, quartier) = (entry.person.to_string(), quartier.to_string());
        let (prenom, born) = (capitalise(&entry.prenom), entry.born.iso(round));
        let sex = entry.sex.map_or("", |sex| sex.code());
        let names = [&entry.nom, &entry.postnom, &prenom].map(String::as_str);
        let before = [person.as_str(), fiche, &quartier, address.0, address.1];
        self.write(&[&before[..], &names, &[sex, &born, &entry.place]].concat())
    }

    pub(super) fn finish(mut self) -> Result<PathBuf> {
        self.records.flush().map_err(|e| Error::io(&self.path, &e))?;
        Ok(self.path)
    }
}

/// Writes the table of persons who live in another commune, too.
pub(super) fn write_shared(path: &Path, persons: &[u64]) -> Result<()> {
    let lines: String = persons.iter().map(|person| format!("{person}\n")).collect();
    std::fs::write(path, format!("person\n{lines}")).map_err(|e| Error::io(path, &e))
}

/// Joins the parts of a table under its header and numbers the rows of the flat table.
pub(super) fn join(path: &Path, header: &str, parts: &[&PathBuf]) -> Result<()> {
    let fault = |e: std::io::Error| Error::io(path, &e);
    let mut out = BufWriter::new(File::create(path).map_err(fault)?);
    writeln!(out, "{header}").map_err(fault)?;
    let mut n: u64 = 0;
    for part in parts {
        let mut lines = BufReader::new(File::open(part).map_err(|e| Error::io(part, &e))?);
        if !header.starts_with("unique_id,") {
            std::io::copy(&mut lines, &mut out).map_err(fault)?;
            continue;
        }
        // No field holds a line end.
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line).map_err(|e| Error::io(part, &e))? > 0 {
            write!(out, "{n},").and_then(|()| out.write_all(&line)).map_err(fault)?;
            line.clear();
            n += 1;
        }
    }
    out.flush().map_err(fault)
}
