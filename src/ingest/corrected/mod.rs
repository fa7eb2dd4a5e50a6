//! Finds the corrections workbooks among the input files, under any name and in any folder, and decides how each is
//! read.
//!
//! A workbook that a person saved beside its unchanged original is read in its place. In every other case (the original
//! was sent again, the workbook has another name or lies elsewhere, several persons corrected) the original is read
//! with the corrections of the workbooks, cell by cell, and of the workbooks only the rows that a person added. Without
//! an original, its newest workbook is read with the corrections of the others.

mod column_map;
mod row_pairs;
mod workbook_edits;

use std::collections::BTreeMap;
use std::sync::Arc;

use memchr::memmem;
use sha2::{Digest, Sha256};

use crate::error::Result;
use crate::record::{Book, CORRECTIONS_SHEETS, CellValue, FileName, OriginalCells};

use super::cell_corrections::{CellCorrections, CorrectedBook};
use super::input_files::{Input, InputFiles, InputRole, LastWriter, RoleHash, last_writer};
use super::read_book::{book_of, hexadecimal, load_file, read_part_of_zip, read_within_limit, sha256_of_file};
use super::settings::IngestSettings;

pub(crate) use workbook_edits::{WorkbookEdits, cells_of};

/// Formats beside those of the program in which a person may save a corrections workbook.
const OTHER_FORMATS: [&str; 5] = ["csv", "ods", "tsv", "xls", "xlsb"];
/// Most bytes of the list of sheets of a workbook that are searched for the summary sheet.
const MOST_LIST_BYTES: u64 = 16 * 1024 * 1024;

/// A corrections workbook among the inputs.
struct Workbook {
    /// Its place among the inputs.
    place: usize,
    /// Number in its file name, from 1; 0 for another name.
    number: u32,
    /// Its content, if it can be read.
    content: Option<WorkbookContent>,
    is_untouched: bool,
}

struct WorkbookContent {
    book: Book,
    sha256: String,
    /// Name of the original, as the summary sheet gives it; "" without that sheet.
    original_name: String,
    /// The cells of the original, if the summary sheet has them.
    original: Option<OriginalCells>,
}

/// Leaves out corrections workbooks that nobody has saved, and gives each other file its role.
///
/// The corrections that people typed are in the workbooks and the originals before they are compared.
pub(crate) fn with_corrections(
    inputs: Vec<Input>,
    corrections: &CellCorrections,
    settings: &IngestSettings,
) -> InputFiles {
    let (workbooks, originals) = find_workbooks(&inputs, corrections, settings);
    let mut files = Roles::new(inputs, corrections, settings);
    let mut groups: BTreeMap<GroupKey, Vec<Workbook>> = BTreeMap::new();
    for workbook in workbooks {
        groups.entry(files.original_of(&workbook, &originals)).or_default().push(workbook);
    }
    for (key, group) in groups {
        let (untouched, mut saved): (Vec<Workbook>, Vec<Workbook>) = group.into_iter().partition(|w| w.is_untouched);
        // A workbook that can't be read stands for nothing: it is read like any input, and reported.
        saved.retain(|workbook| workbook.content.is_some());
        saved.sort_by_key(|workbook| workbook.order());
        match (key, saved.is_empty()) {
            // Without its original, a workbook that nobody saved is read, unless a file of another name has its rows.
            (GroupKey::None(_), true) => {
                let has_newer = |workbook: &&Workbook| files.has_newer_original(workbook, &originals);
                let left_out: Vec<usize> = untouched.iter().filter(has_newer).map(|workbook| workbook.place).collect();
                left_out.into_iter().for_each(|place| files.leave_out(place));
                continue;
            }
            (GroupKey::None(_), false) => files.apply_without_original(saved),
            (GroupKey::Original(original), false) => {
                let copies = files.copies_of(original, &originals, &saved);
                let counting = files.apply(original, saved);
                copies.into_iter().for_each(|copy| files.correct_copy(copy, &counting));
            }
            (GroupKey::Original(_), true) | (GroupKey::Several, _) => {}
        }
        untouched.iter().for_each(|workbook| files.leave_out(workbook.place));
    }
    files.finish()
}

/// What the workbooks of a group have in common.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum GroupKey {
    /// The place of their original among the inputs.
    Original(usize),
    /// No original is there; the key of the workbooks.
    None(String),
    /// Several files may be the original, so that all are read.
    Several,
}

impl Workbook {
    /// The order in which workbooks of one original are applied.
    fn order(&self) -> (u32, u32, usize) {
        (self.depth(), self.number, self.place)
    }

    /// Whether another workbook of the same original was made from this one, or has its corrections.
    fn is_superseded_by(&self, newer: &Self) -> bool {
        let Some((own, newer)) = self.content.as_ref().zip(newer.content.as_ref()) else { return true };
        let Some((own_original, original)) = own.original.as_ref().zip(newer.original.as_ref()) else { return true };
        original.parents.contains(&own.sha256)
            || workbook_edits::is_covered((&own.book, own_original), (&newer.book, original))
    }

    /// How many workbooks there are from the original to this one.
    fn depth(&self) -> u32 {
        let original = self.content.as_ref().and_then(|content| content.original.as_ref());
        original.map_or(self.number, |original| original.depth)
    }
}

/// Finds the workbooks, and the places of all other inputs.
fn find_workbooks(
    inputs: &[Input],
    corrections: &CellCorrections,
    settings: &IngestSettings,
) -> (Vec<Workbook>, Vec<usize>) {
    let (mut workbooks, mut originals) = (Vec::new(), Vec::new());
    for (place, input) in inputs.iter().enumerate() {
        if input.fault.is_some() {
            originals.push(place);
            continue;
        }
        let FileName { correction: number, extension, .. } = FileName::of(&input.name);
        let is_zip = matches!(extension.to_lowercase().as_str(), "xlsx" | "xlsm");
        let content = may_be_workbook(input, settings).then(|| read_workbook(input, corrections, settings)).flatten();
        // The program writes corrections in no other format. A file of another format that only has the name is one if
        // it is a sheet, else it is an input like any other.
        let writer =
            if is_zip && (number > 0 || content.is_some()) { last_writer(&input.path) } else { LastWriter::Another };
        let is_sheet = OTHER_FORMATS.contains(&extension.to_lowercase().as_str());
        let content = content.or_else(|| {
            let without_summary = number > 0 && (is_zip && writer == LastWriter::Another || is_sheet);
            without_summary.then(|| read_workbook(input, corrections, settings)).flatten()
        });
        let is_workbook = content.is_some() || number > 0 && is_zip && writer != LastWriter::Unknown;
        if is_workbook {
            workbooks.push(Workbook { place, number, content, is_untouched: writer == LastWriter::Bato });
        } else {
            originals.push(place);
        }
    }
    (workbooks, originals)
}

/// Returns the code of the office whose parcel brought an input: `BOMA` for
/// `census/received/BOMA.a7f2/000007/Q06.xlsx`.
fn sender_of(name: &str) -> Option<&str> {
    let mut parts = name.split('/').skip(1);
    if parts.next() != Some("received") {
        return None;
    }
    parts.next().and_then(|series| series.split('.').next())
}

/// Whether a file may have the summary sheet, by the names of its sheets.
fn may_be_workbook(input: &Input, settings: &IngestSettings) -> bool {
    let names = CORRECTIONS_SHEETS.iter().flat_map(|name| {
        [name.as_bytes().to_vec(), name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()]
    });
    let names: Vec<Vec<u8>> = names.collect();
    let has_name = |bytes: &[u8]| names.iter().any(|name| memmem::find(bytes, name).is_some());
    for part in ["xl/workbook.xml", "xl/workbook.bin", "content.xml"] {
        if let Some(bytes) = read_part_of_zip(&input.path, part, MOST_LIST_BYTES) {
            return has_name(&bytes);
        }
    }
    let is_xls = FileName::of(&input.name).extension.eq_ignore_ascii_case("xls");
    is_xls && read_within_limit(&input.path, settings).is_ok_and(|bytes| has_name(&bytes))
}

fn read_workbook(input: &Input, corrections: &CellCorrections, settings: &IngestSettings) -> Option<WorkbookContent> {
    let file = load_file(&input.path, &input.name, settings).ok()?;
    let mut book = book_of(&file.bytes, settings).ok()?;
    CorrectedBook::apply(corrections.of(&file.source.sha256), &mut book);
    let summary = book.grids.iter().find(|grid| grid.is_corrections());
    if summary.is_none() && FileName::of(&input.name).correction == 0 {
        return None;
    }
    let original = summary.and_then(OriginalCells::of_summary);
    let title = summary.and_then(|summary| summary.rows.first()?.value(0)).map(CellValue::to_text).unwrap_or_default();
    let named = title.split_once(':').map_or("", |(_, name)| name.rsplit('/').next().unwrap_or(name).trim()).to_owned();
    let original_name = original.as_ref().map_or(named, |original| original.name.clone());
    Some(WorkbookContent { original_name, original, book, sha256: file.source.sha256 })
}

/// The inputs with the roles given so far.
struct Roles<'s> {
    inputs: Vec<Option<Input>>,
    corrections: &'s CellCorrections,
    settings: &'s IngestSettings,
    files: InputFiles,
}

impl<'s> Roles<'s> {
    fn new(inputs: Vec<Input>, corrections: &'s CellCorrections, settings: &'s IngestSettings) -> Self {
        let inputs = inputs.into_iter().map(Some).collect();
        Self { inputs, corrections, settings, files: InputFiles::default() }
    }

    fn leave_out(&mut self, place: usize) {
        self.inputs[place] = None;
    }

    fn name(&self, place: usize) -> &str {
        self.inputs[place].as_ref().map_or("", |input| &input.name)
    }

    fn finish(mut self) -> InputFiles {
        self.files.inputs = self.inputs.into_iter().flatten().collect();
        self.files.inputs.sort_by(|a, b| a.name.cmp(&b.name));
        self.files.replaced.sort();
        self.files.corrected.sort();
        self.files
    }

    /// Finds the original of a workbook: by its name in the same folder if it has most of its rows, by its bytes, by
    /// its name in the same folder alone, by its name elsewhere, by the name of the workbook. Elsewhere, a file of the
    /// name is it only if most of its rows are those of the original. A workbook that an office sent corrects the
    /// sheets of that office alone.
    fn original_of(&self, workbook: &Workbook, originals: &[usize]) -> GroupKey {
        let own = self.name(workbook.place);
        let sender = sender_of(own);
        let is_allowed = |place: &usize| self.may_correct(workbook, *place);
        let (folder, FileName { stem, .. }) = (folder_of(own), FileName::of(own));
        let content = workbook.content.as_ref();
        let wanted = content.map(|content| content.original_name.to_lowercase()).filter(|name| !name.is_empty());
        let is_named = |place: usize| {
            let name = self.name(place).to_lowercase();
            wanted.as_ref().is_some_and(|wanted| name.rsplit('/').next() == Some(wanted))
        };
        let has_bytes = |place: usize| {
            let original = content.and_then(|content| content.original.as_ref());
            original.is_some_and(|original| self.has_bytes(place, original))
        };
        let in_folder = |place: usize| folder_of(self.name(place)) == folder;
        let has_stem = |place: usize| workbook.number > 0 && FileName::of(self.name(place)).stem == stem;
        // Another sheet may come under the name of the original: where the original lies under another name, its bytes
        // tell.
        let tests: [&dyn Fn(usize) -> bool; 7] = [
            &|place| in_folder(place) && is_named(place) && has_bytes(place),
            &|place| in_folder(place) && is_named(place) && self.has_most_rows(place, content),
            &has_bytes,
            &|place| in_folder(place) && is_named(place),
            &|place| is_named(place) && self.has_most_rows(place, content),
            &|place| in_folder(place) && has_stem(place),
            &|place| content.is_some() && has_stem(place) && self.has_most_rows(place, content),
        ];
        for test in tests {
            let found = originals.iter().copied().filter(is_allowed).filter(|place| test(*place));
            match found.collect::<Vec<_>>()[..] {
                [] => {}
                [only] => return GroupKey::Original(only),
                // Copies of one file: each of them is the original.
                [first, ref others @ ..] if others.iter().all(|other| self.are_copies(first, *other)) => {
                    return GroupKey::Original(first);
                }
                _ => return GroupKey::Several,
            }
        }
        let sha256 = content.and_then(|content| Some(content.original.as_ref()?.sha256.clone()));
        let name = wanted.unwrap_or_else(|| stem.to_lowercase());
        let sender = sender.unwrap_or_default();
        GroupKey::None(format!("{sender}/{}", sha256.unwrap_or_else(|| format!("{folder}/{name}"))))
    }

    /// Whether a workbook may correct a file: one that an office sent corrects the sheets of that office alone.
    fn may_correct(&self, workbook: &Workbook, place: usize) -> bool {
        let sender = sender_of(self.name(workbook.place));
        sender.is_none() || sender_of(self.name(place)) == sender
    }

    /// Whether two inputs have the same bytes.
    fn are_copies(&self, one: usize, other: usize) -> bool {
        let [Some(one), Some(other)] = [one, other].map(|place| self.inputs[place].as_ref()) else { return false };
        let hash = |input: &Input| sha256_of_file(&input.path).ok();
        one.n_bytes == other.n_bytes && hash(one).is_some_and(|own| hash(other) == Some(own))
    }

    /// Returns the places of the copies of an original that its workbooks may correct.
    fn copies_of(&self, original: usize, originals: &[usize], saved: &[Workbook]) -> Vec<usize> {
        let may_correct = |place: usize| saved.iter().any(|workbook| self.may_correct(workbook, place));
        let others = originals.iter().copied().filter(|place| *place != original && may_correct(*place));
        others.filter(|place| self.are_copies(original, *place)).collect()
    }

    /// Has a copy of an original read with the same corrections, so that nobody stands there as before the correction.
    fn correct_copy(&mut self, copy: usize, saved: &[Workbook]) {
        let is_plain = self.inputs[copy].as_ref().is_some_and(|input| input.role == InputRole::Plain);
        let Some((_, edits, hash)) = self.edits_of(copy, saved).ok().filter(|_| is_plain) else { return };
        let edits: Vec<WorkbookEdits> = edits.into_iter().filter(|edits| !edits.is_empty()).collect();
        if edits.is_empty() {
            return;
        }
        let name = self.name(copy).to_owned();
        self.files.corrected.extend(edits.iter().map(|edits| (name.clone(), edits.workbook.clone())));
        if let Some(input) = &mut self.inputs[copy] {
            input.role = InputRole::Corrected(Arc::new(edits), hash);
        }
    }

    /// Whether a file has most rows of the original that a workbook was made from. It has if the workbook does not know
    /// them.
    fn has_most_rows(&self, place: usize, content: Option<&WorkbookContent>) -> bool {
        let Some(original) = content.and_then(|content| content.original.as_ref()) else { return true };
        let Some(input) = &self.inputs[place] else { return false };
        let book =
            load_file(&input.path, &input.name, self.settings).and_then(|file| book_of(&file.bytes, self.settings));
        // A file that can't be read now is reported as the original.
        book.map_or(true, |book| workbook_edits::has_most_rows(&book, original))
    }

    /// Whether a file under any name has most rows of the original that a workbook was made from.
    fn has_newer_original(&self, workbook: &Workbook, originals: &[usize]) -> bool {
        let content = workbook.content.as_ref().filter(|content| content.original.is_some());
        let kind =
            |place: usize| self.inputs[place].as_ref().filter(|input| input.fault.is_none()).map(|input| input.kind);
        let is_newer = |place: usize| {
            let is_of_kind = kind(place).is_some() && kind(place) == kind(workbook.place);
            is_of_kind && self.may_correct(workbook, place) && self.is_readable_with_rows(place, content)
        };
        content.is_some() && originals.iter().any(|place| is_newer(*place))
    }

    fn is_readable_with_rows(&self, place: usize, content: Option<&WorkbookContent>) -> bool {
        let Some(original) = content.and_then(|content| content.original.as_ref()) else { return false };
        let Some(input) = &self.inputs[place] else { return false };
        let book =
            load_file(&input.path, &input.name, self.settings).and_then(|file| book_of(&file.bytes, self.settings));
        book.is_ok_and(|book| workbook_edits::has_most_rows(&book, original))
    }

    fn has_bytes(&self, place: usize, original: &OriginalCells) -> bool {
        let Some(input) = self.inputs[place].as_ref().filter(|input| input.n_bytes == original.n_bytes) else {
            return false;
        };
        let file = load_file(&input.path, &input.name, self.settings);
        file.is_ok_and(|file| file.source.sha256 == original.sha256)
    }

    /// Gives the saved workbooks of an original that is not there, in their order, their roles.
    fn apply_without_original(&mut self, mut saved: Vec<Workbook>) {
        self.drop_superseded(&mut saved);
        let newest = saved.iter().enumerate().max_by_key(|(_, workbook)| (workbook.number, workbook.order()));
        let Some((newest, _)) = newest else { return };
        let is_known = |workbook: &Workbook| workbook.content.as_ref().is_some_and(|own| own.original.is_some());
        if saved.len() > 1 && saved.iter().all(is_known) {
            let base = saved.remove(newest);
            self.apply_edits(base.place, &saved);
        } else {
            self.replace(None, &saved);
        }
    }

    /// Gives an original and its saved workbooks, in their order, their roles. Returns the workbooks that count.
    fn apply(&mut self, original: usize, mut saved: Vec<Workbook>) -> Vec<Workbook> {
        if self.inputs[original].is_none() {
            self.replace(Some(original), &saved);
            return saved;
        }
        self.drop_superseded(&mut saved);
        let may_replace = matches!(saved.as_slice(), [only] if self.may_replace(original, only));
        if may_replace {
            self.replace(Some(original), &saved);
        } else {
            self.apply_edits(original, &saved);
        }
        saved
    }

    /// Leaves out each workbook from which a newer one was made, or of which a newer one has every correction.
    fn drop_superseded(&mut self, saved: &mut Vec<Workbook>) {
        let depth = saved.iter().map(Workbook::depth).max().unwrap_or(0);
        let (older, newest): (Vec<Workbook>, Vec<Workbook>) =
            std::mem::take(saved).into_iter().partition(|workbook| workbook.depth() < depth);
        let by = newest.last().map(|workbook| self.name(workbook.place).to_owned()).unwrap_or_default();
        for workbook in older {
            if newest.iter().any(|newer| workbook.is_superseded_by(newer)) {
                self.drop_replaced(&[workbook.place], &by);
            } else {
                saved.push(workbook);
            }
        }
        saved.extend(newest);
    }

    /// Has a file read with the corrections of workbooks. A file that can't be read is reported, and the newest
    /// workbook is read whole.
    fn apply_edits(&mut self, original: usize, saved: &[Workbook]) {
        if self.inputs[original].is_none() {
            return;
        }
        match self.edits_of(original, saved) {
            Err(_) => self.replace(None, saved),
            Ok((_, edits, _)) if edits.is_empty() => {}
            Ok((applied, edits, hash)) => self.give_roles(original, &applied, edits, &hash),
        }
    }

    /// Returns the corrections of workbooks for a file: the places of the workbooks, their corrections, a hash of both.
    /// Those of a workbook that was made from another one come first: where both correct a cell, the later text counts.
    fn edits_of(&self, place: usize, saved: &[Workbook]) -> Result<(Vec<usize>, Vec<WorkbookEdits>, RoleHash)> {
        let Some(input) = &self.inputs[place] else { return Ok(Default::default()) };
        let file = load_file(&input.path, &input.name, self.settings)?;
        let mut now = book_of(&file.bytes, self.settings)?;
        CorrectedBook::apply(self.corrections.of(&file.source.sha256), &mut now);
        let (mut applied, mut edits) = (Vec::new(), Vec::new());
        let mut hash = Sha256::new_with_prefix(&file.source.sha256);
        let mut latest_first: Vec<&Workbook> = saved.iter().collect();
        latest_first.sort_by_key(|workbook| std::cmp::Reverse(workbook.depth()));
        for workbook in latest_first {
            let Some(content) = &workbook.content else { continue };
            let name = self.name(workbook.place);
            let Some(of_workbook) = WorkbookEdits::of(name, &content.book, content.original.as_ref(), Some(&now))
            else {
                continue;
            };
            let n_rows = content.book.grids.iter().map(|grid| grid.rows.len()).sum();
            // It has the name of a workbook and other rows: both files are read.
            if content.original.is_none() && !of_workbook.fits(n_rows) {
                continue;
            }
            hash.update(name);
            hash.update(&content.sha256);
            hash.update(&self.corrections.of(&content.sha256).hash);
            applied.push(workbook.place);
            edits.push(of_workbook);
        }
        Ok((applied, edits, hexadecimal(&hash.finalize())))
    }

    /// `places` are those of the workbooks of `edits`.
    fn give_roles(&mut self, original: usize, places: &[usize], edits: Vec<WorkbookEdits>, hash: &str) {
        for (place, of_workbook) in places.iter().zip(&edits) {
            if of_workbook.is_empty() {
                self.leave_out(*place);
                continue;
            }
            self.files.corrected.push((self.name(original).to_owned(), of_workbook.workbook.clone()));
            let kind = self.inputs[original].as_ref().map(|input| input.kind);
            if let Some(input) = &mut self.inputs[*place] {
                input.kind = kind.unwrap_or(input.kind);
                input.role = InputRole::Corrections(Arc::new(vec![of_workbook.clone()]), hash.to_owned());
            }
        }
        if let Some(input) = &mut self.inputs[original] {
            input.role = InputRole::Corrected(Arc::new(edits), hash.to_owned());
        }
    }

    /// Whether a workbook stands for its original: it lies beside it under the name that the program gave it, and the
    /// original has not changed. An original with typed corrections is read itself, or those would be lost.
    fn may_replace(&self, original: usize, workbook: &Workbook) -> bool {
        let (own, other) = (self.name(workbook.place), self.name(original));
        let is_beside = folder_of(own) == folder_of(other) && FileName::of(own).stem == FileName::of(other).stem;
        let original_cells = workbook.content.as_ref().and_then(|content| content.original.as_ref());
        let is_unchanged = |cells: &OriginalCells| {
            self.has_bytes(original, cells) && self.corrections.of(&cells.sha256).corrections.is_empty()
        };
        workbook.number > 0 && is_beside && original_cells.is_some_and(is_unchanged)
    }

    /// The newest workbook is read whole, in place of its original and of the other workbooks.
    fn replace(&mut self, original: Option<usize>, saved: &[Workbook]) {
        let Some(newest) = saved.iter().max_by_key(|workbook| (workbook.number, workbook.order())) else { return };
        let name = self.name(newest.place).to_owned();
        let others = saved.iter().map(|workbook| workbook.place).filter(|place| *place != newest.place);
        let replaced: Vec<usize> = others.chain(original).collect();
        self.drop_replaced(&replaced, &name);
    }

    fn drop_replaced(&mut self, places: &[usize], by: &str) {
        for place in places {
            self.files.replaced.push((self.name(*place).to_owned(), by.to_owned()));
            self.leave_out(*place);
        }
    }
}

fn folder_of(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}
