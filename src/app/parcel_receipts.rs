//! Takes the receipts of other offices and lists those that this register gave.

use std::path::Path;

use crate::error::{Error, ErrorCode, Result};
use crate::parcel::{
    self, Acknowledgement, Dispatch, Journal, JournalEntry, JournalLine, OfficeFiles, Receipt, Traffic,
};

use super::office::unknown;

/// A receipt that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptOutcome {
    /// Name of the parcel.
    pub name: String,
    /// Name of the office that received it.
    pub office: String,
    /// Whether the receipt was there already.
    pub is_known: bool,
    /// What the receipt says about the office's log of look-ups, beside earlier receipts and parcels.
    pub log_doubt: Option<LogDoubt>,
}

/// What a receipt says about the log of look-ups of the office that signed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogDoubt {
    /// Another receipt or parcel of the office names another line under the same number: lines were changed.
    Changed,
    /// The log had more lines before the parcel of this receipt was sealed: line then, line now.
    Shorter(u64, u64),
    /// The log had more lines at a parcel of a lower number: lines were removed, unless the office opened the parcels in
    /// another order. Line then, line now.
    OtherOrder(u64, u64),
}

/// Takes the text of a receipt: it closes the line of its parcel. The copy of the parcel goes once all receipts came.
///
/// # Errors
/// `receipt-not`, `office-unknown`, `receipt-signature`; `receipt-unknown` if no such parcel was sent; `receipt-other`
/// if another parcel was sent under its number.
pub fn enter_receipt(clean: &Path, text: &str, who: &str, now: &str) -> Result<ReceiptOutcome> {
    let receipt = Receipt::parse(text)?;
    let mut journal = Journal::open(clean)?;
    let traffic = Traffic::of(journal.lines());
    let card = traffic.by_code(&receipt.receiver).ok_or_else(|| unknown(&receipt.receiver, &traffic))?;
    receipt.verify(card)?;
    let own = OfficeFiles::new(clean).own()?;
    let is_to = |dispatch: &Dispatch| {
        let series = parcel::series_name(&own.card.code, &dispatch.pc);
        series == receipt.series
            && dispatch.to.iter().any(|to| to.code == receipt.receiver && to.number == receipt.number)
    };
    let mut of_number = traffic.dispatches.iter().map(|(dispatch, _)| dispatch).filter(|dispatch| is_to(dispatch));
    let facts = |code| {
        let error = Error::new(code).with("number", receipt.number).with("office", &card.name);
        error.with("value", &receipt.series)
    };
    let mut is_sent = false;
    let dispatch = of_number.find(|dispatch| {
        is_sent = true;
        receipt.is_for(&dispatch.parcel)
    });
    let unknown = || facts(if is_sent { ErrorCode::ReceiptOther } else { ErrorCode::ReceiptUnknown });
    let dispatch = dispatch.ok_or_else(unknown)?;
    let of_office = || traffic.acknowledgements.iter().map(|(other, _)| other).filter(|other| other.code == card.code);
    let is_known = of_office().any(|other| other.parcel == dispatch.parcel);
    let log_doubt = log_doubt(&receipt, dispatch, &card.code, journal.lines(), &traffic);
    if !is_known {
        let (parcel, code, receipt) = (dispatch.parcel.clone(), card.code.clone(), receipt.text());
        journal.append(now, who, JournalEntry::Acknowledgement(Acknowledgement { parcel, code, receipt }))?;
        if Traffic::of(journal.lines()).is_closed(dispatch) {
            let _ = std::fs::remove_file(OfficeFiles::new(clean).copy_of(&dispatch.name));
        }
    }
    Ok(ReceiptOutcome { name: dispatch.name.clone(), office: card.name.clone(), is_known, log_doubt })
}

/// Compares the line of the log of look-ups that a receipt names with those that the office named before. Its parcels
/// count where it has one PC: each PC has a log of its own.
fn log_doubt(
    receipt: &Receipt,
    dispatch: &Dispatch,
    code: &str,
    lines: &[JournalLine],
    traffic: &Traffic,
) -> Option<LogDoubt> {
    let (now, hash) = (receipt.log.0, &receipt.log.1);
    let (mut of_lower, mut is_sealed, mut doubt) = (0, false, None);
    let is_one_pc = traffic.arrivals.iter().all(|(arrival, _)| arrival.code != code || arrival.pc.is_empty());
    for line in lines {
        match &line.entry {
            JournalEntry::Dispatch(sent) if sent.parcel == dispatch.parcel => is_sealed = true,
            JournalEntry::Acknowledgement(acknowledgement) if acknowledgement.code == code => {
                let Ok(other) = Receipt::parse(&acknowledgement.receipt) else { continue };
                let then = other.log.0;
                if then == now && other.log.1 != *hash {
                    return Some(LogDoubt::Changed);
                }
                if acknowledgement.parcel == dispatch.parcel {
                    continue;
                }
                // A receipt that came before this parcel was sealed was given before this one.
                if !is_sealed && then >= now {
                    doubt = Some(LogDoubt::Shorter(then, now));
                }
                if other.number < receipt.number && other.series == receipt.series {
                    of_lower = of_lower.max(then);
                }
            }
            JournalEntry::Arrival(arrival)
                if is_one_pc
                    && arrival.code == code
                    && arrival.lookups.n == now
                    && parcel::short_log(&arrival.lookups).is_ok_and(|line| line != receipt.log_line()) =>
            {
                return Some(LogDoubt::Changed);
            }
            _ => {}
        }
    }
    doubt.or((of_lower >= now && of_lower > 0).then_some(LogDoubt::OtherOrder(of_lower, now)))
}

/// Returns the receipts of the parcels that arrived, with their names: those named, else all.
///
/// # Errors
/// `parcel-unknown`; `journal-damaged`.
pub fn receipts(clean: &Path, names: &[String]) -> Result<Vec<(String, Receipt)>> {
    let traffic = Traffic::read(clean)?;
    let unknown = |name: &&String| !traffic.arrivals.iter().any(|(arrival, _)| arrival.name == **name);
    if let Some(name) = names.iter().find(unknown) {
        return Err(Error::new(ErrorCode::ParcelUnknown).with("name", name));
    }
    let wanted = traffic.arrivals.iter().filter(|(arrival, _)| names.is_empty() || names.contains(&arrival.name));
    wanted.map(|(arrival, _)| Ok((arrival.name.clone(), Receipt::parse(&arrival.receipt)?))).collect()
}
