//! What is true of each row, in the form that `evaluate` reads: written in parts beside the sheets, joined in order at the end.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

use super::entry::Entry;
use super::hand::prenom_of_register;

/// A table of truth: its name and heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    Census,
    Births,
    Twins,
    Flat,
}

impl Table {
    pub(super) const ALL: [Self; 4] = [Self::Census, Self::Births, Self::Twins, Self::Flat];

    pub(super) fn file(self) -> &'static str {
        match self {
            Self::Census => "census.csv",
            Self::Births => "births.csv",
            Self::Twins => "twins.csv",
            Self::Flat => "flat.csv",
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Census | Self::Births => "file,sheet,row,person,expect",
            Self::Twins => "person,twin",
            Self::Flat => "unique_id,person,fiche,quartier,avenue,parcel,nom,postnom,prenom,sex,dob,birth_place",
        }
    }
}

/// One part of a table, written by one hand.
pub(super) struct Part {
    path: PathBuf,
    records: csv::Writer<BufWriter<File>>,
}

impl Part {
    pub(super) fn create(folder: &Path, name: &str) -> Result<Self> {
        let path = folder.join(name);
        let file = File::create(&path).map_err(|e| Error::io(&path, &e))?;
        let records = csv::WriterBuilder::new().has_headers(false).from_writer(BufWriter::new(file));
        Ok(Self { path, records })
    }

    fn put(&mut self, fields: &[&str]) -> Result<()> {
        self.records.write_record(fields).map_err(|e| Error::new("io").at(&self.path).because(e))
    }

    /// A row of a sheet: whose it is and what must become of it.
    pub(super) fn row(&mut self, file: &str, sheet: &str, row: u32, person: u64, expect: &str) -> Result<()> {
        self.put(&[file, sheet, &row.to_string(), &person.to_string(), expect])
    }

    /// Two persons who are twins, each way.
    pub(super) fn twins(&mut self, a: u64, b: u64) -> Result<()> {
        let (a, b) = (a.to_string(), b.to_string());
        self.put(&[&a, &b])?;
        self.put(&[&b, &a])
    }

    /// A good row of a census sheet as a perfect reader would have read it. Its number is given when the parts are joined.
    pub(super) fn flat(
        &mut self,
        entry: &Entry,
        fiche: &str,
        quartier: u8,
        address: (&str, &str),
        round: i32,
    ) -> Result<()> {
        let sex = entry.sex.map_or("", |sex| sex.code());
        self.put(&[
            &entry.person.to_string(),
            fiche,
            &quartier.to_string(),
            address.0,
            address.1,
            &entry.nom,
            &entry.postnom,
            &prenom_of_register(&entry.prenom),
            sex,
            &entry.born.shown(round),
            &entry.place,
        ])
    }

    pub(super) fn finish(mut self) -> Result<PathBuf> {
        self.records.flush().map_err(|e| Error::io(&self.path, &e))?;
        Ok(self.path)
    }
}

/// Joins the parts of a table under its heading; the rows of the flat table get their running number.
pub(super) fn join(table: Table, parts: &[PathBuf], folder: &Path) -> Result<()> {
    let path = folder.join(table.file());
    let fault = |e: std::io::Error| Error::io(&path, &e);
    let mut out = BufWriter::new(File::create(&path).map_err(fault)?);
    writeln!(out, "{}", table.heading()).map_err(fault)?;
    let mut n: u64 = 0;
    for part in parts {
        let mut lines = BufReader::new(File::open(part).map_err(|e| Error::io(part, &e))?);
        if table != Table::Flat {
            std::io::copy(&mut lines, &mut out).map_err(fault)?;
            continue;
        }
        // No field of ours holds a line end.
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line).map_err(|e| Error::io(part, &e))? > 0 {
            write!(out, "{n},").and_then(|()| out.write_all(&line)).map_err(fault)?;
            line.clear();
            n += 1;
        }
    }
    out.flush().map_err(fault)
}
