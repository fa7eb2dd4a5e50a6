//! Computes from the journal of parcels which offices are trusted, what was sent and not yet acknowledged, what
//! arrived, and which numbers are missing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::error::Result;
use crate::record::fold;

use super::card::{CardKind, OfficeCard, OfficeId};
use super::journal::{Acknowledgement, Arrival, Dispatch, Journal, JournalEntry, JournalLine};
use super::manifest::{ParcelId, series_name};

/// Most parcels that are missing in a row. Where more numbers are skipped, a counter leapt: they are no parcels.
pub(crate) const MOST_MISSING: u64 = 1_000;

/// The state that the lines of a journal give.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Traffic {
    /// The cards that were accepted, in their order.
    pub(crate) cards: Vec<OfficeCard>,
    /// The moment and the reason of each revocation.
    pub(crate) revocations: BTreeMap<OfficeId, (String, String)>,
    /// The parcels sealed, with the moment.
    pub(crate) dispatches: Vec<(Dispatch, String)>,
    /// The parcels that have their place, with the moment.
    pub(crate) arrivals: Vec<(Arrival, String)>,
    /// Parcels that were about to get their place when the program was cut off.
    pub(crate) unfinished: Vec<Arrival>,
    /// Receipts that came.
    pub(crate) acknowledgements: Vec<(Acknowledgement, String)>,
}

/// What was exchanged with one office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeTraffic {
    /// The card.
    pub card: OfficeCard,
    /// Since when the office is revoked, and why.
    pub revocation: Option<(String, String)>,
    /// Parcels sealed for it.
    pub n_sent: u64,
    /// Names of those for which no receipt came.
    pub waiting: Vec<String>,
    /// Parcels that arrived from it.
    pub n_received: u64,
    /// Numbers that are missing, with the series: `KIMB 16`.
    pub missing: Vec<String>,
    /// When the last parcel was sent or arrived.
    pub last: String,
    /// Its last line of its log of look-ups, as receipts show it; "" if unknown.
    pub log: String,
    /// Earlier lines of that log that its parcels and receipts named, in the order in which they came.
    pub earlier_logs: Vec<String>,
}

impl Traffic {
    /// Returns the state after these lines.
    #[must_use]
    pub fn of(lines: &[JournalLine]) -> Self {
        let mut traffic = Self::default();
        for line in lines {
            let at = line.at.clone();
            match &line.entry {
                JournalEntry::Acceptance { card } => traffic.cards.push(card.clone()),
                JournalEntry::Revocation { office, reason } => {
                    traffic.revocations.entry(office.clone()).or_insert((at, reason.clone()));
                }
                JournalEntry::Dispatch(dispatch) => traffic.dispatches.push((dispatch.clone(), at)),
                JournalEntry::Arrival(arrival) => traffic.unfinished.push(arrival.clone()),
                JournalEntry::Delivery { parcel } => {
                    let place = traffic.unfinished.iter().rposition(|arrival| arrival.parcel == *parcel);
                    if let Some(place) = place {
                        let arrival = traffic.unfinished.remove(place);
                        // An earlier try that was cut off.
                        traffic.unfinished.retain(|other| other.parcel != *parcel);
                        traffic.arrivals.retain(|(before, _)| before.parcel != *parcel);
                        traffic.arrivals.push((arrival, at));
                    }
                }
                JournalEntry::Acknowledgement(receipt) => traffic.acknowledgements.push((receipt.clone(), at)),
                JournalEntry::Restoration(_) => {}
            }
        }
        traffic
    }

    /// Returns the state of a register; an empty one where there is no journal.
    ///
    /// # Errors
    /// `journal-damaged`; those of the file system.
    pub fn read(clean: &Path) -> Result<Self> {
        Ok(Self::of(&Journal::lines_of(clean)?))
    }

    /// Returns the card of an office that was accepted and not revoked.
    #[must_use]
    pub fn trusted(&self, id: &str) -> Option<&OfficeCard> {
        self.cards.iter().rfind(|card| card.id() == id && !self.revocations.contains_key(id))
    }

    /// Every card that is trusted.
    pub fn all_trusted(&self) -> impl Iterator<Item = &OfficeCard> {
        self.cards.iter().filter(|card| !self.revocations.contains_key(&card.id()))
    }

    /// Returns the trusted card of a code. No two trusted cards have one code.
    #[must_use]
    pub fn by_code(&self, code: &str) -> Option<&OfficeCard> {
        self.all_trusted().find(|card| card.code == code)
    }

    /// Returns the trusted card of a code or, if there is none, of a name, however it is spelt. A name that two cards
    /// bear is nobody's: an office can't receive what is sealed for another by taking its name, or its code as a name.
    #[must_use]
    pub fn by_name(&self, text: &str) -> Option<&OfficeCard> {
        let wanted = fold(text);
        let of_code = self.all_trusted().find(|card| fold(&card.code) == wanted);
        of_code.or_else(|| {
            let mut of_name = self.all_trusted().filter(|card| fold(&card.name) == wanted);
            of_name.next().filter(|_| of_name.next().is_none())
        })
    }

    /// The safes to which everything is sealed.
    pub(crate) fn safes(&self) -> impl Iterator<Item = &OfficeCard> {
        self.all_trusted().filter(|card| card.kind == CardKind::Safe)
    }

    /// Returns the number of the next parcel of a PC to an office, and the parcel before. Numbers go on when an office
    /// gets a new key.
    pub(crate) fn next_number(&self, pc: &str, code: &str) -> (u64, ParcelId) {
        let of_series = |(dispatch, _): &(Dispatch, String)| {
            let to = dispatch.to.iter().find(|to| to.code == code && dispatch.pc == pc)?;
            Some((to.number, dispatch.parcel.clone()))
        };
        let last = self.dispatches.iter().filter_map(of_series).max_by_key(|(number, _)| *number);
        last.map_or((1, String::new()), |(number, parcel)| (number + 1, parcel))
    }

    /// The parcels that arrived from a PC of an office.
    pub(crate) fn series<'t>(&'t self, code: &'t str, pc: &'t str) -> impl Iterator<Item = &'t (Arrival, String)> {
        self.arrivals.iter().filter(move |(arrival, _)| arrival.code == code && arrival.pc == pc)
    }

    /// Returns the numbers below the highest one of a series that did not arrive, as ranges. A range of more than
    /// [`MOST_MISSING`] is left out: it was said when the parcel above it arrived.
    pub(crate) fn missing(&self, code: &str, pc: &str) -> Vec<(u64, u64)> {
        let numbers: BTreeSet<u64> = self.series(code, pc).map(|(arrival, _)| arrival.number).collect();
        let (mut ranges, mut next) = (Vec::new(), 1);
        for number in numbers {
            if number > next && number - next <= MOST_MISSING {
                ranges.push((next, number - 1));
            }
            next = number + 1;
        }
        ranges
    }

    /// Whether a receipt came from an office for a parcel.
    fn is_acknowledged(&self, parcel: &ParcelId, code: &str) -> bool {
        self.acknowledgements.iter().any(|(receipt, _)| receipt.parcel == *parcel && receipt.code == code)
    }

    /// Whether every recipient of a parcel sent its receipt.
    pub(crate) fn is_closed(&self, dispatch: &Dispatch) -> bool {
        dispatch.to.iter().all(|to| self.is_acknowledged(&dispatch.parcel, &to.code))
    }

    /// Returns what was exchanged with each office, in the order of codes. Safes have no traffic. A card that was
    /// replaced by a new one is left out.
    #[must_use]
    pub fn offices(&self) -> Vec<OfficeTraffic> {
        let latest: BTreeMap<&str, &OfficeCard> = self.cards.iter().map(|card| (card.code.as_str(), card)).collect();
        latest.into_values().map(|card| self.with_office(card)).collect()
    }

    fn with_office(&self, card: &OfficeCard) -> OfficeTraffic {
        let code = card.code.as_str();
        let sent: Vec<&(Dispatch, String)> =
            self.dispatches.iter().filter(|(dispatch, _)| dispatch.to.iter().any(|to| to.code == code)).collect();
        let is_office = card.kind == CardKind::Office;
        let is_waiting = |dispatch: &Dispatch| is_office && !self.is_acknowledged(&dispatch.parcel, code);
        let received: Vec<&(Arrival, String)> =
            self.arrivals.iter().filter(|(arrival, _)| arrival.code == code).collect();
        let pcs: BTreeSet<&str> = received.iter().map(|(arrival, _)| arrival.pc.as_str()).collect();
        let ranges = |pc: &&str| -> Vec<String> {
            let text = |(from, to): (u64, u64)| if from == to { from.to_string() } else { format!("{from}–{to}") };
            self.missing(code, pc)
                .into_iter()
                .map(|range| format!("{} {}", series_name(code, pc), text(range)))
                .collect()
        };
        let moments = sent.iter().map(|(_, at)| at).chain(received.iter().map(|(_, at)| at));
        let log = received.last().and_then(|(arrival, _)| super::receipt::short_log(&arrival.lookups).ok());
        let log = log.unwrap_or_default();
        OfficeTraffic {
            card: card.clone(),
            revocation: self.revocations.get(&card.id()).cloned(),
            n_sent: sent.len() as u64,
            waiting: sent.iter().filter(|(dispatch, _)| is_waiting(dispatch)).map(|(d, _)| d.name.clone()).collect(),
            n_received: received.len() as u64,
            missing: pcs.iter().flat_map(ranges).collect(),
            last: moments.max().cloned().unwrap_or_default(),
            earlier_logs: self.lines_of_log(code).into_iter().filter(|line| *line != log).collect(),
            log,
        }
    }

    /// The lines of its log of look-ups that an office named, in its parcels and then in its receipts.
    fn lines_of_log(&self, code: &str) -> Vec<String> {
        let parcels = self.arrivals.iter().map(|(arrival, _)| arrival).filter(|arrival| arrival.code == code);
        let parcels = parcels.filter_map(|arrival| super::receipt::short_log(&arrival.lookups).ok());
        let receipts = self.acknowledgements.iter().map(|(receipt, _)| receipt).filter(|receipt| receipt.code == code);
        let receipts = receipts.filter_map(|receipt| Some(super::Receipt::parse(&receipt.receipt).ok()?.log_line()));
        let mut named = BTreeSet::new();
        parcels.chain(receipts).filter(|line| !line.starts_with("0.") && named.insert(line.clone())).collect()
    }

    /// The line of the own log of look-ups that a line of a journal names, as receipts show it: that of a parcel that
    /// was sealed, of a receipt that was given, or of a backup that was restored.
    pub(crate) fn own_line_of_log(line: &JournalLine) -> Option<String> {
        let named = match &line.entry {
            JournalEntry::Dispatch(sent) => super::receipt::short_log(&sent.lookups).ok(),
            JournalEntry::Arrival(arrival) => Some(super::Receipt::parse(&arrival.receipt).ok()?.log_line()),
            JournalEntry::Restoration(restored) => super::receipt::short_log(&restored.lookups).ok(),
            _ => None,
        };
        named.filter(|line| !line.starts_with("0."))
    }
}

#[cfg(test)]
mod tests {
    use super::super::card::CardKind;
    use super::super::keys::OfficeKey;
    use super::super::manifest::{Addressee, ParcelKind};
    use super::*;
    use crate::store::LogHead;

    fn arrival(number: u64, parcel: &str, folder: &str) -> Arrival {
        Arrival {
            parcel: parcel.to_owned(),
            name: format!("BOMA-KIMB-{number:06}"),
            kind: ParcelKind::Census,
            from: String::new(),
            code: "BOMA".to_owned(),
            pc: String::new(),
            number,
            previous: String::new(),
            folder: folder.to_owned(),
            files: 1,
            lookups: LogHead::default(),
            receipt: String::new(),
        }
    }

    fn lines(entries: Vec<JournalEntry>) -> Vec<JournalLine> {
        let line = |(n, entry)| JournalLine {
            n,
            at: format!("2026-11-{n:02}"),
            who: String::new(),
            entry,
            before: String::new(),
        };
        (1..).zip(entries).map(line).collect()
    }

    fn delivery(parcel: &str) -> JournalEntry {
        JournalEntry::Delivery { parcel: parcel.to_owned() }
    }

    #[test]
    fn numbers_below_the_highest_that_did_not_arrive_are_missing() {
        let entries =
            [1, 4, 9, 5].map(|n| [JournalEntry::Arrival(arrival(n, &n.to_string(), "")), delivery(&n.to_string())]);
        let traffic = Traffic::of(&lines(entries.concat()));
        assert_eq!(traffic.missing("BOMA", ""), [(2, 3), (6, 8)]);
        assert_eq!(traffic.missing("BOMA", "a7f2"), []);
    }

    #[test]
    fn a_leap_of_the_counter_is_no_parcel_that_is_missing() {
        let numbers = [1, 3, 4 + MOST_MISSING, 999_999];
        let entries =
            numbers.map(|n| [JournalEntry::Arrival(arrival(n, &n.to_string(), "")), delivery(&n.to_string())]);
        assert_eq!(Traffic::of(&lines(entries.concat())).missing("BOMA", ""), [(2, 2), (4, 3 + MOST_MISSING)]);
    }

    #[test]
    fn a_try_that_was_cut_off_does_not_come_back_after_the_next_one() {
        let traffic = Traffic::of(&lines(vec![
            JournalEntry::Arrival(arrival(1, "p", "census/received/BOMA/000001")),
            JournalEntry::Arrival(arrival(1, "p", "census/received/BOMA/000001")),
            delivery("p"),
            JournalEntry::Arrival(arrival(2, "q", "census/received/BOMA/000002")),
        ]));
        assert_eq!((traffic.arrivals.len(), traffic.unfinished.len()), (1, 1));
        assert_eq!(traffic.unfinished[0].parcel, "q");
    }

    #[test]
    fn an_office_that_takes_the_code_of_another_as_its_name_receives_nothing_for_it() {
        let card = |name: &str, code: &str| {
            OfficeCard::new(CardKind::Office, name, Some(code), &OfficeKey::generate().expect("a key")).expect("a card")
        };
        let cards = [card("KIMB", "XXXX"), card("Kimbanseke", "KIMB"), card("Boma", "BOMA"), card("Boma", "BOM2")];
        let accepted = cards.clone().map(|card| JournalEntry::Acceptance { card });
        let traffic = Traffic::of(&lines(accepted.into()));
        let code = |text: &str| traffic.by_name(text).map(|card| card.code.as_str());
        assert_eq!((code("kimb"), code("Kimbanseke"), code("xxxx")), (Some("KIMB"), Some("KIMB"), Some("XXXX")));
        assert_eq!((code("Boma"), code("BOM2")), (Some("BOMA"), Some("BOM2")));
        assert_eq!(code("none"), None);
        let twins = [card("Kasa", "KAS1"), card("Kasa", "KAS2")].map(|card| JournalEntry::Acceptance { card });
        assert_eq!(Traffic::of(&lines(twins.into())).by_name("Kasa"), None);
    }

    #[test]
    fn numbers_go_on_by_code_and_a_receipt_closes_a_line() {
        let dispatch = |number: u64, pc: &str| Dispatch {
            parcel: format!("{pc}{number}"),
            name: format!("BOMA-KIMB-{number:06}"),
            kind: ParcelKind::Census,
            pc: pc.to_owned(),
            to: vec![Addressee {
                office: "old key".to_owned(),
                code: "KIMB".to_owned(),
                number,
                previous: String::new(),
            }],
            files: 1,
            bytes: 1,
            contents: Vec::new(),
            safes: Vec::new(),
            lookups: LogHead::default(),
        };
        let key = OfficeKey::generate().expect("a key");
        let card = OfficeCard::new(CardKind::Office, "Kimbanseke", Some("KIMB"), &key).expect("a card");
        let traffic = Traffic::of(&lines(vec![
            JournalEntry::Acceptance { card },
            JournalEntry::Dispatch(dispatch(1, "")),
            JournalEntry::Dispatch(dispatch(2, "")),
            JournalEntry::Dispatch(dispatch(1, "a7f2")),
            JournalEntry::Acknowledgement(Acknowledgement {
                parcel: "2".to_owned(),
                code: "KIMB".to_owned(),
                receipt: String::new(),
            }),
        ]));
        assert_eq!(traffic.next_number("", "KIMB"), (3, "2".to_owned()));
        assert_eq!(traffic.next_number("a7f2", "KIMB"), (2, "a7f21".to_owned()));
        assert_eq!(traffic.next_number("", "BRUX"), (1, String::new()));
        let office = &traffic.offices()[0];
        assert_eq!((office.n_sent, office.waiting.len()), (3, 2));
        assert!(traffic.is_closed(&traffic.dispatches[1].0) && !traffic.is_closed(&traffic.dispatches[0].0));
    }
}
