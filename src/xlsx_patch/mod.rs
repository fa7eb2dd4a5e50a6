//! Changes cells, styles and comments of an .xlsx part by part, and copies every other part as it is.
//!
//! [`patch()`] gives cells a fill colour and a comment, removes those of an earlier patch, and adds a first sheet or
//! writes the earlier one again. It works on bytes and opens no file. Texts, colours and names come from the caller.

mod comment_boxes;
mod comments;
mod front_sheet;
mod markup;
mod package;
mod patch;
mod request;
mod sheet_patch;
mod styles;
mod workbook;
mod worksheet;

#[cfg(test)]
mod tests;

pub(crate) use markup::PatchError;
#[cfg(test)]
pub(crate) use package::Package;
pub(crate) use patch::patch;
pub(crate) use request::{
    CellMark, CellMarks, CellTexts, FillColour, FrontCell, FrontRow, FrontSheet, FrontStyle, PatchRequest,
    PatchSignature,
};
#[cfg(test)]
pub(crate) use styles::Styles;
