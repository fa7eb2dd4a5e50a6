//! The census sheets of one quartier in one round: files of so many rows, their lines of title, totals, blanks; their truth.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::error::Result;

use super::book::{Book, Cell};
use super::chance::{Chance, Purpose};
use super::commune::{Commune, HouseholdNo, Quartier, QuartierNo};
use super::entry::Entry;
use super::fiches::{self, Fiche, Planned, Round};
use super::hand::{Around, Hand};
use super::layout::{CENSUS, What};
use super::truth::Part;

/// Rows of a file beyond which the agents begin another.
const MOST_ROWS: u32 = 200_000;

/// What was written of a quartier's round: names of the files and the parts of the truth.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) files: Vec<String>,
    pub(super) census: Vec<PathBuf>,
    pub(super) flat: Vec<PathBuf>,
    pub(super) n_rows: u64,
}

/// Writes the sheets of a quartier in a round into `folder` and their truth into `parts`.
pub(super) fn write(
    commune: &Commune,
    quartier: QuartierNo,
    round: Round,
    folder: &Path,
    parts: &Path,
) -> Result<Written> {
    let name = format!("{}-{quartier:02}", round.year());
    let mut sheets = Sheets {
        commune,
        quartier,
        round,
        folder,
        census: Part::create(parts, &format!("census-{name}"))?,
        flat: Part::create(parts, &format!("flat-{name}"))?,
        written: Written::default(),
    };
    let (here, other) = fiches::plan(commune, quartier, round);
    let mut numbers = BTreeMap::new();
    sheets.all(&here, "", &mut numbers)?;
    if !other.is_empty() {
        sheets.all(&other, " suite", &mut numbers)?;
    }
    let Sheets { census, flat, mut written, .. } = sheets;
    written.census.push(census.finish()?);
    written.flat.push(flat.finish()?);
    Ok(written)
}

struct Sheets<'c> {
    commune: &'c Commune,
    quartier: QuartierNo,
    round: Round,
    folder: &'c Path,
    census: Part,
    flat: Part,
    written: Written,
}

impl Sheets<'_> {
    /// Writes fiches into as many files as their rows need. `numbers` are those of the households already typed.
    fn all(&mut self, fiches: &[Planned], mark: &str, numbers: &mut BTreeMap<HouseholdNo, u32>) -> Result<()> {
        let mut rest = fiches;
        let mut part = 1;
        let mut number = 0;
        while !rest.is_empty() {
            let mark = if part == 1 { mark.to_owned() } else { format!("{mark} partie {part}") };
            let mut file = Sheet::begin(self, &mark, part)?;
            let mut n_taken = 0;
            for planned in rest {
                if file.n_data >= MOST_ROWS {
                    break;
                }
                n_taken += 1;
                let Some(fiche) = planned.typed(self.commune, self.quartier, self.round) else { continue };
                number += 1;
                // The same paper bears the same number, most of the time.
                let known =
                    numbers.get(&planned.household()).copied().filter(|_| planned.is_again() && number % 4 != 0);
                let own = known.unwrap_or(number);
                numbers.entry(planned.household()).or_insert(own);
                file.fiche(self, &fiche, own)?;
            }
            let n_data = file.n_data;
            file.end(self)?;
            self.written.n_rows += u64::from(n_data);
            rest = &rest[n_taken..];
            part += 1;
        }
        Ok(())
    }
}

/// One file while it is written.
struct Sheet {
    book: Book,
    hand: Hand,
    name: String,
    sheet: &'static str,
    quartier: String,
    chance: Chance,
    n_data: u32,
    /// Rows since the last total.
    since_total: u32,
    n_fiches: u32,
}

impl Sheet {
    fn begin(of: &mut Sheets<'_>, mark: &str, part: u32) -> Result<Self> {
        let numbers = [u64::from(of.quartier), of.round as u64, u64::from(part), mark.len() as u64];
        let mut chance = Chance::of(of.commune.seed, Purpose::File, &numbers);
        let hand = Hand::of(of.commune, CENSUS, of.round.year(), &mut chance);
        let known = &of.commune.quartiers[usize::from(of.quartier)];
        let quartier = spelling(known, &mut chance, 0.35);
        let of_name = spelling(known, &mut chance, 0.25);
        let (no, year) = (usize::from(of.quartier) + 1, of.round.year());
        let stem = match chance.below(4) {
            0 => format!("Q{no:02} {of_name}{mark}_{year}"),
            1 => format!("quartier_{no:02} {of_name}{mark}_{year}"),
            2 => format!("RECENSEMENT {no:02} {of_name}{mark}_{year}"),
            _ => format!("{no:02} {of_name} {year}{mark}"),
        };
        let name = format!("{stem}.{}", hand.kind.ending());
        let is_workbook = hand.kind == super::book::Kind::Workbook;
        let sheet =
            if is_workbook { chance.one_of(&["Feuil1", "Recensement", "Sheet1", "RECENSEMENT", "Liste"]) } else { "" };
        let book = Book::create(of.folder.join(&name), hand.kind, sheet)?;
        of.written.files.push(name.clone());
        let mut sheet = Self { book, hand, name, sheet, quartier, chance, n_data: 0, since_total: 0, n_fiches: 0 };
        sheet.titles()?;
        if !sheet.hand.layout.has_blocks {
            sheet.headings()?;
        }
        Ok(sheet)
    }

    fn titles(&mut self) -> Result<()> {
        if !self.hand.layout.has_titles {
            return Ok(());
        }
        let n = self.hand.layout.columns.len();
        if self.chance.is(0.5) {
            self.line(&["RÉPUBLIQUE DÉMOCRATIQUE DU CONGO"])?;
            self.line(&["COMMUNE DE KIMBANSEKE"])?;
        }
        let year = self.hand.year.to_string();
        let quartier = self.quartier.clone();
        match self.chance.below(3) {
            0 => {
                self.line(&["", &format!("RECENSEMENT DU QUARTIER {} {year}", quartier.to_uppercase())])?;
            }
            1 => {
                self.line(&["RECENSEMENT DE LA POPULATION"])?;
                self.line(&[&format!("Quartier : {quartier}"), "", "", &format!("Année : {year}")])?;
            }
            _ => {
                self.line(&["Recensement", &year])?;
                self.line(&["Quartier", &quartier])?;
            }
        }
        if self.chance.is(0.6) {
            self.book.blank(n)?;
        }
        Ok(())
    }

    fn line(&mut self, texts: &[&str]) -> Result<u32> {
        let cells: Vec<Cell> = texts.iter().map(|text| Cell::text(*text)).collect();
        self.book.row(&cells)
    }

    /// The headings, over two rows where some columns have a title above.
    fn headings(&mut self) -> Result<()> {
        headings(&mut self.book, &self.hand)
    }

    fn fiche(&mut self, of: &mut Sheets<'_>, fiche: &Fiche, number: u32) -> Result<()> {
        let layout = self.hand.layout;
        self.n_fiches += 1;
        let rates = &of.commune.settings;
        let often = (rates.errors.no_number * rates.errors.scale).min(0.9);
        let is_numbered = layout.has_blocks || layout.says_once || !self.chance.is(often);
        let mut around = Around {
            fiche: Some(number).filter(|_| is_numbered),
            quartier: self.quartier.clone(),
            avenue: fiche.avenue.clone(),
            parcel: fiche.parcel.clone(),
            ..Around::default()
        };
        if layout.has_blocks {
            self.block(fiche, number)?;
        }
        for (place, entry) in fiche.entries.iter().enumerate() {
            self.n_data += 1;
            self.since_total += 1;
            around.order = if layout.has_blocks { place as u32 + 1 } else { self.n_data };
            if place > 0 && layout.says_once {
                (around.fiche, around.avenue, around.parcel) = (None, String::new(), String::new());
            }
            let mut cells = self.hand.cells(entry, &around, &mut self.chance);
            if entry.expect == "only_a_name" {
                self.only_name(&mut cells);
            }
            let row = self.book.row(&cells)?;
            self.true_row(of, entry, fiche, number, row)?;
        }
        if layout.has_blocks {
            if self.chance.is(rates.layouts.total) {
                self.line(&["", "Total", &fiche.entries.len().to_string()])?;
            }
            self.book.blank(layout.columns.len())?;
        } else if self.chance.is(rates.layouts.blank_line) {
            self.book.blank(layout.columns.len())?;
            if layout.has_titles && self.chance.is(0.3) {
                self.headings()?;
            }
        }
        Ok(())
    }

    /// Nothing of the person but the name: columns that a hand fills for everybody are left blank, too.
    fn only_name(&self, cells: &mut [Cell]) {
        for (cell, (what, ..)) in cells.iter_mut().zip(self.hand.layout.columns) {
            if matches!(what, What::Nationality | What::Religion | What::Phone) {
                *cell = Cell::Blank;
            }
        }
    }

    fn true_row(&mut self, of: &mut Sheets<'_>, entry: &Entry, fiche: &Fiche, number: u32, row: u32) -> Result<()> {
        of.census.row(&self.name, self.sheet, row, entry.person, entry.expect)?;
        if entry.expect.is_empty() {
            let which = format!("{}:{number}", self.name);
            of.flat.flat(entry, &which, of.quartier, (&fiche.avenue, &fiche.parcel), self.hand.year)?;
        }
        Ok(())
    }

    /// The lines above a household's block.
    fn block(&mut self, fiche: &Fiche, number: u32) -> Result<()> {
        let quartier = self.quartier.clone();
        let (avenue, parcel) = (fiche.avenue.as_str(), fiche.parcel.as_str());
        self.line(&[&format!("FICHE DE MÉNAGE N° {number}")])?;
        if self.hand.headings.len().is_multiple_of(2) {
            self.line(&["Quartier", &quartier, "", "Avenue", avenue, "", "N°", parcel])?;
        } else {
            self.line(&[&format!("Quartier : {quartier}   Avenue : {avenue}   N° : {parcel}")])?;
        }
        self.headings()
    }

    fn end(mut self, of: &mut Sheets<'_>) -> Result<()> {
        let layouts = &of.commune.settings.layouts;
        if self.hand.layout.has_titles && !self.hand.layout.has_blocks && self.chance.is(layouts.total) {
            self.line(&["", "Total", &self.since_total.to_string()])?;
        }
        if self.hand.layout.has_titles && self.chance.is(0.3) {
            self.book.blank(self.hand.layout.columns.len())?;
            self.line(&[&format!("Fait à Kimbanseke, le 12 novembre {}", self.hand.year)])?;
            self.line(&["", "Le chef de quartier"])?;
        }
        self.book.finish()
    }
}

/// Writes a table's headings, over two rows where some columns have a title above.
pub(super) fn headings(book: &mut Book, hand: &Hand) -> Result<()> {
    let columns = hand.layout.columns;
    if columns.iter().all(|(.., above)| above.is_empty()) {
        let cells: Vec<Cell> = hand.headings.iter().map(|heading| Cell::text(*heading)).collect();
        book.row(&cells)?;
        return Ok(());
    }
    let mut groups: Vec<(u16, u16, &str)> = Vec::new();
    let mut below = vec![Cell::Blank; columns.len()];
    for (place, ((.., above), heading)) in columns.iter().zip(&hand.headings).enumerate() {
        let at = place as u16;
        if above.is_empty() {
            groups.push((at, at, heading));
            continue;
        }
        below[place] = Cell::text(*heading);
        match groups.last_mut() {
            Some((_, last, text)) if text == above && *last + 1 == at => *last = at,
            _ => groups.push((at, at, above)),
        }
    }
    book.merged_row(&groups, columns.len())?;
    book.row(&below)?;
    Ok(())
}

/// A quartier's name as agents write it: the usual one, or another that is met.
pub(super) fn spelling(quartier: &Quartier, chance: &mut Chance, others: f64) -> String {
    let is_other = !quartier.other_spellings.is_empty() && chance.is(others);
    let name =
        if is_other { &quartier.other_spellings[chance.below(quartier.other_spellings.len())] } else { &quartier.name };
    match chance.below(6) {
        0 => name.to_uppercase(),
        _ => name.clone(),
    }
}
