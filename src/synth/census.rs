//! Writes the census sheets of one quartier in one round: titles, fiches, totals, blank lines, and the truth of each
//! row.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::error::Result;

use super::commune::{Commune, HouseholdNo, QuartierNo};
use super::fiches::{self, FichePlan, Round, SheetFiche};
use super::layout::{ColumnContent, LAYOUTS};
use super::random::{Purpose, RandomStream};
use super::sheet_file::{FileFormat, SheetCell, SheetFile};
use super::truth::TruthPart;
use super::typist::{SheetRowContext, Typist};

/// Most rows of a file, apart from those of its last fiche.
const MAX_ROWS: u32 = 200_000;

/// The files of a quartier in a round and the parts of their truth.
pub(super) struct CensusFiles {
    pub(super) names: Vec<String>,
    pub(super) census: PathBuf,
    pub(super) flat: PathBuf,
    pub(super) n_rows: u64,
}

/// Writes the sheets of a quartier in a round into `folder` and their truth into `parts`.
pub(super) fn write(
    commune: &Commune,
    quartier: QuartierNo,
    round: Round,
    folder: &Path,
    parts: &Path,
) -> Result<CensusFiles> {
    let name = format!("{}-{quartier:02}", round.year());
    let census = TruthPart::create(parts, &format!("census-{name}"))?;
    let flat = TruthPart::create(parts, &format!("flat-{name}"))?;
    let mut writer = QuartierWriter { commune, quartier, round, folder, census, flat, names: Vec::new(), n_rows: 0 };
    let (main, further) = fiches::plan_fiches(commune, quartier, round);
    let mut numbers = BTreeMap::new();
    writer.write_files(&main, "", &mut numbers)?;
    writer.write_files(&further, " suite", &mut numbers)?;
    let QuartierWriter { census, flat, names, n_rows, .. } = writer;
    Ok(CensusFiles { names, census: census.finish()?, flat: flat.finish()?, n_rows })
}

struct QuartierWriter<'c> {
    commune: &'c Commune,
    quartier: QuartierNo,
    round: Round,
    folder: &'c Path,
    census: TruthPart,
    flat: TruthPart,
    names: Vec<String>,
    n_rows: u64,
}

impl QuartierWriter<'_> {
    /// Writes fiches into as many files as needed. `numbers` holds the number of each household typed so far.
    fn write_files(
        &mut self,
        fiches: &[FichePlan],
        suffix: &str,
        numbers: &mut BTreeMap<HouseholdNo, u32>,
    ) -> Result<()> {
        let mut rest = fiches;
        let mut part = 1;
        let mut number = 0;
        while !rest.is_empty() {
            let suffix = if part == 1 { suffix.to_owned() } else { format!("{suffix} partie {part}") };
            let mut file = CensusFile::begin(self, &suffix, part)?;
            let mut n_taken = 0;
            for plan in rest {
                if file.n_rows >= MAX_ROWS {
                    break;
                }
                n_taken += 1;
                let Some(fiche) = plan.fiche(self.commune, self.quartier, self.round) else { continue };
                number += 1;
                // A fiche typed again mostly keeps its number.
                let first = numbers.get(&plan.household).copied().filter(|_| plan.is_again() && number % 4 != 0);
                let own = first.unwrap_or(number);
                numbers.entry(plan.household).or_insert(own);
                file.write_fiche(self, &fiche, own)?;
            }
            self.n_rows += u64::from(file.n_rows);
            file.end(self)?;
            rest = &rest[n_taken..];
            part += 1;
        }
        Ok(())
    }
}

struct CensusFile {
    file: SheetFile,
    typist: Typist,
    name: String,
    sheet: &'static str,
    /// The quartier as the file spells it.
    quartier: String,
    random: RandomStream,
    /// Rows of persons.
    n_rows: u32,
}

impl CensusFile {
    fn begin(of: &mut QuartierWriter<'_>, suffix: &str, part: u32) -> Result<Self> {
        let numbers = [u64::from(of.quartier), of.round as u64, u64::from(part), suffix.len() as u64];
        let mut random = of.commune.random(Purpose::File, &numbers);
        let typist = Typist::new(of.commune, &LAYOUTS.census, of.round.year(), &mut random);
        let own = of.commune.quartier(of.quartier);
        let quartier = own.spelling(&mut random, 0.35);
        let in_name = own.spelling(&mut random, 0.25);
        let (no, year) = (usize::from(of.quartier) + 1, of.round.year());
        let stem = match random.below(4) {
            0 => format!("Q{no:02} {in_name}{suffix}_{year}"),
            1 => format!("quartier_{no:02} {in_name}{suffix}_{year}"),
            2 => format!("RECENSEMENT {no:02} {in_name}{suffix}_{year}"),
            _ => format!("{no:02} {in_name} {year}{suffix}"),
        };
        let name = format!("{stem}.{}", typist.format.extension());
        let is_workbook = typist.format == FileFormat::Workbook;
        let sheet =
            if is_workbook { random.choose(&["Feuil1", "Recensement", "Sheet1", "RECENSEMENT", "Liste"]) } else { "" };
        let file = SheetFile::create(of.folder.join(&name), typist.format, sheet)?;
        of.names.push(name.clone());
        let mut begun = Self { file, typist, name, sheet, quartier, random, n_rows: 0 };
        begun.write_titles()?;
        if !begun.typist.layout.has_blocks {
            begun.typist.write_header(&mut begun.file)?;
        }
        Ok(begun)
    }

    fn write_titles(&mut self) -> Result<()> {
        if !self.typist.layout.has_titles {
            return Ok(());
        }
        let n = self.typist.layout.columns.len();
        if self.random.happens(0.5) {
            self.write_line(&["RÉPUBLIQUE DÉMOCRATIQUE DU CONGO"])?;
            self.write_line(&["COMMUNE DE KIMBANSEKE"])?;
        }
        let year = self.typist.year.to_string();
        let quartier = self.quartier.clone();
        match self.random.below(3) {
            0 => self.write_line(&["", &format!("RECENSEMENT DU QUARTIER {} {year}", quartier.to_uppercase())])?,
            1 => {
                self.write_line(&["RECENSEMENT DE LA POPULATION"])?;
                self.write_line(&[&format!("Quartier : {quartier}"), "", "", &format!("Année : {year}")])?
            }
            _ => {
                self.write_line(&["Recensement", &year])?;
                self.write_line(&["Quartier", &quartier])?
            }
        };
        if self.random.happens(0.6) {
            self.file.blank_row(n)?;
        }
        Ok(())
    }

    fn write_line(&mut self, texts: &[&str]) -> Result<u32> {
        let cells: Vec<SheetCell> = texts.iter().map(|text| SheetCell::text(*text)).collect();
        self.file.row(&cells)
    }

    fn write_fiche(&mut self, of: &mut QuartierWriter<'_>, fiche: &SheetFiche, number: u32) -> Result<()> {
        let layout = self.typist.layout;
        let settings = &of.commune.settings;
        let is_numbered = layout.has_blocks
            || layout.has_address_once
            || !self.random.happens(settings.errors.scaled(settings.errors.no_number));
        let mut context = SheetRowContext {
            fiche: Some(number).filter(|_| is_numbered),
            quartier: self.quartier.clone(),
            avenue: fiche.avenue.clone(),
            parcel: fiche.parcel.clone(),
            ..SheetRowContext::default()
        };
        if layout.has_blocks {
            self.write_block_header(fiche, number)?;
        }
        for (place, entry) in fiche.entries.iter().enumerate() {
            self.n_rows += 1;
            context.order = if layout.has_blocks { place as u32 + 1 } else { self.n_rows };
            if place > 0 && layout.has_address_once {
                (context.fiche, context.avenue, context.parcel) = (None, String::new(), String::new());
            }
            let mut cells = self.typist.cells(entry, &context, &mut self.random);
            if entry.expect == "only_a_name" {
                self.keep_only_name(&mut cells);
            }
            let row = self.file.row(&cells)?;
            of.census.write_row(&self.name, self.sheet, row, entry.person, entry.expect)?;
            if entry.expect.is_empty() {
                let fiche_id = format!("{}:{number}", self.name);
                let address = (fiche.avenue.as_str(), fiche.parcel.as_str());
                of.flat.write_flat(entry, &fiche_id, of.quartier, address, self.typist.year)?;
            }
        }
        if layout.has_blocks {
            if self.random.happens(settings.layouts.total) {
                self.write_line(&["", "Total", &fiche.entries.len().to_string()])?;
            }
            self.file.blank_row(layout.columns.len())?;
        } else if self.random.happens(settings.layouts.blank_line) {
            self.file.blank_row(layout.columns.len())?;
            if layout.has_titles && self.random.happens(0.3) {
                self.typist.write_header(&mut self.file)?;
            }
        }
        Ok(())
    }

    /// Blanks the columns that a typist fills for everybody, so that only the name is left.
    fn keep_only_name(&self, cells: &mut [SheetCell]) {
        for (cell, column) in cells.iter_mut().zip(&self.typist.layout.columns) {
            if matches!(column, ColumnContent::Nationality | ColumnContent::Religion | ColumnContent::Phone) {
                *cell = SheetCell::Blank;
            }
        }
    }

    /// Writes the lines above the block of a household.
    fn write_block_header(&mut self, fiche: &SheetFiche, number: u32) -> Result<()> {
        let quartier = self.quartier.clone();
        let (avenue, parcel) = (fiche.avenue.as_str(), fiche.parcel.as_str());
        self.write_line(&[&format!("FICHE DE MÉNAGE N° {number}")])?;
        if self.typist.headers.len().is_multiple_of(2) {
            self.write_line(&["Quartier", &quartier, "", "Avenue", avenue, "", "N°", parcel])?;
        } else {
            self.write_line(&[&format!("Quartier : {quartier}   Avenue : {avenue}   N° : {parcel}")])?;
        }
        self.typist.write_header(&mut self.file)
    }

    fn end(mut self, of: &QuartierWriter<'_>) -> Result<()> {
        let total = of.commune.settings.layouts.total;
        if self.typist.layout.has_titles && !self.typist.layout.has_blocks && self.random.happens(total) {
            self.write_line(&["", "Total", &self.n_rows.to_string()])?;
        }
        if self.typist.layout.has_titles && self.random.happens(0.3) {
            self.file.blank_row(self.typist.layout.columns.len())?;
            self.write_line(&[&format!("Fait à Kimbanseke, le 12 novembre {}", self.typist.year)])?;
            self.write_line(&["", "Le chef de quartier"])?;
        }
        self.file.finish()
    }
}
