//! Writes the sheets of a plan, and the workbook of corrections as an agent saves it.

use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::course::{PlannedSheet, PracticePlan};
use crate::error::{Error, ErrorCode, Result};
use crate::record::{CORRECTIONS_WRITER, FileName};
use crate::store::{self, OutputPath};

use super::super::entry_file::csv_text;

/// Writes a sheet of a plan as it was typed.
pub(super) fn write_sheet(raw: &Path, sheet: &PlannedSheet) -> Result<()> {
    let path = raw.join(&sheet.path);
    if let Some(folder) = path.parent() {
        store::create_private_folder(folder)?;
    }
    let rows: Vec<Vec<String>> = sheet.rows.iter().map(|row| row.typed.clone()).collect();
    let bytes = if sheet.is_workbook() {
        workbook(sheet, &rows).map_err(|e| Error::new(ErrorCode::Io).at(&path).because(e))?
    } else {
        format!("\u{feff}{}", csv_text(&sheet.headings, &rows)?).into_bytes()
    };
    store::replace_file(&OutputPath::own(&path), &bytes)
}

fn workbook(sheet: &PlannedSheet, rows: &[Vec<String>]) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed time, so that the same rows give the same bytes.
    let created = ExcelDateTime::from_ymd(2018, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let worksheet = workbook.add_worksheet().set_name(&sheet.name)?;
    for (row, cells) in std::iter::once(&sheet.headings).chain(rows).enumerate() {
        for (column, text) in cells.iter().enumerate() {
            worksheet.write_string(row as u32, column as u16, text)?;
        }
    }
    workbook.save_to_buffer()
}

/// Corrects the planted faults in a workbook of corrections, as an agent does who saves it in a spreadsheet program.
pub(super) fn save_corrected(workbook: &Path, sheet: &PlannedSheet) -> Result<()> {
    let fault = |e: &dyn std::fmt::Display| Error::new(ErrorCode::Io).at(workbook).because(e);
    let bytes = std::fs::read(workbook).map_err(|e| Error::io(workbook, &e))?;
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| fault(&e))?;
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut entry = from.by_index(index).map_err(|e| fault(&e))?;
        let name = entry.name().map_err(|e| fault(&e))?.into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(|e| fault(&e))?;
        if let Ok(mut text) = String::from_utf8(bytes.clone()) {
            if name == "docProps/app.xml" {
                text = text.replace(&format!(">{CORRECTIONS_WRITER}<"), ">Microsoft Excel<");
            } else if name.ends_with(".xml") {
                for row in &sheet.rows {
                    for (column, truth) in row.wrong_cells() {
                        text = text.replace(&format!(">{}<", row.typed[column]), &format!(">{truth}<"));
                    }
                }
            }
            bytes = text.into_bytes();
        }
        to.start_file(name, zip::write::SimpleFileOptions::default()).map_err(|e| fault(&e))?;
        to.write_all(&bytes).map_err(|e| fault(&e))?;
    }
    let bytes = to.finish().map_err(|e| fault(&e))?.into_inner();
    store::replace_file(&OutputPath::own(workbook), &bytes)
}

/// The workbook of corrections that `bato check` wrote beside a sheet.
pub(super) fn corrections_of(raw: &Path, plan: &PracticePlan) -> Option<(PathBuf, usize)> {
    let sheet = plan.sheets.iter().position(|sheet| sheet.faulty_rows().next().is_some())?;
    let path = raw.join(&plan.sheets[sheet].path);
    let stem = FileName::of(path.file_name()?.to_str()?).stem.to_owned();
    let folder = path.parent()?;
    let entries = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    let is_own = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with(&format!("{stem}.corrections"))
    };
    Some((entries.into_iter().find(is_own)?, sheet))
}
