//! What a learner does on the other PCs of a lesson, which have no desk of their own; and the ruling of a colleague.

use crate::error::{Error, ErrorCode, Result};
use crate::ingest::{self, DecisionLine};
use crate::record::Decision;

use super::super::access::Access;
use super::super::decide::{DecisionRequest, Signature, decide};
use super::super::parcel_receipts::{ReceiptOutcome, enter_receipt};
use super::CourseRequest;
use super::folder::{CourseFolder, OTHER_PC, SENDER_PC, STICK};
use super::setup::COLLEAGUE;

/// Restores the newest backup on the stick on the other PC.
///
/// # Errors
/// `not-found` if there is no backup on the stick; those of [`super::super::restore`].
pub fn restore_on_other_pc(course: &CourseFolder) -> Result<()> {
    let stick = course.folder.join(STICK);
    let files = std::fs::read_dir(&stick).into_iter().flatten().flatten().map(|entry| entry.path());
    let backups = files.filter_map(|path| Some((crate::backup::check(&path).ok()?.generation, path)));
    let (_, newest) = backups.max().ok_or_else(|| Error::new(ErrorCode::NotFound).at(&stick))?;
    let commune = course.config()?.run.commune;
    super::super::restore(&newest, &course.paths_of(OTHER_PC), Some(&commune), None, &|_| None, None).map(drop)
}

/// Enters a receipt on the PC of the sender.
///
/// # Errors
/// Those of [`enter_receipt`].
pub fn enter_receipt_at_sender(
    course: &CourseFolder,
    text: &str,
    request: &CourseRequest<'_>,
) -> Result<ReceiptOutcome> {
    enter_receipt(&course.paths_of(SENDER_PC).clean, text, course.progress.name(), request.now)
}

/// Returns the colleague's ruling that still holds.
///
/// # Errors
/// Those of reading.
pub fn ruling_of_colleague(course: &CourseFolder) -> Result<Option<(String, String, String)>> {
    let decisions = ingest::read_decisions(&course.paths().raw, &course.config()?.ingest)?;
    let of_colleague = |line: &DecisionLine| match line {
        DecisionLine::Pair(pair @ Decision { author, .. })
            if author == COLLEAGUE && !decisions.undone.contains(&pair.id) =>
        {
            Some((pair.id.clone(), pair.author.clone(), pair.reason.clone()))
        }
        _ => None,
    };
    Ok(decisions.lines.iter().find_map(of_colleague))
}

/// Undoes the colleague's ruling.
///
/// # Errors
/// `decide-unknown` if there is none; those of deciding.
pub fn undo_ruling_of_colleague(course: &CourseFolder, reason: &str, request: &CourseRequest<'_>) -> Result<()> {
    let ruling = ruling_of_colleague(course)?;
    let (id, ..) = ruling.ok_or_else(|| Error::new(ErrorCode::DecideUnknown).with("id", "D-"))?;
    let (paths, config) = (course.paths(), course.config()?);
    let author = course.progress.name().to_owned();
    let access = Access::new(request.now.to_owned(), Some(&author), Some(reason))?;
    let signature = Signature { at: request.now.to_owned(), author, reason: reason.to_owned() };
    decide(&paths.clean, &paths.raw, &config, &DecisionRequest::Undo(id), &signature, &access).map(drop)
}
