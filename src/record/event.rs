//! Events in a person's life between two censuses: death, departure, arrival, move, marriage.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::{QuartierId, Text};

codes! {
    /// The kind of an event.
    EventKind {
        /// Décès.
        Death = "death",
        /// Départ de la commune.
        Departure = "departure",
        /// Arrivée dans la commune.
        Arrival = "arrival",
        /// Déménagement d'un quartier à un autre.
        Move = "move",
        /// Mariage.
        Marriage = "marriage",
    }
}

codes! {
    /// The effect of an event on the register.
    Effect {
        /// The event gives the person's status, residence or marital status.
        Holds = "holds",
        /// A later event or round gives it instead.
        Superseded = "superseded",
        /// An earlier row reported the same event.
        Repeated = "repeated",
        /// A round listed the person after their death: one of the two is wrong.
        Contradicted = "contradicted",
        /// The event is dated after the person's death.
        AfterDeath = "after-death",
    }
}

codes! {
    /// A person's status in the register.
    Status {
        /// Lives in the commune, according to a fiche or an arrival.
        Resident = "resident",
        /// Appears in a birth act only.
        BirthOnly = "birth_only",
        /// Appears in a marriage only.
        EventOnly = "event_only",
        /// Has died.
        Deceased = "deceased",
        /// Has left the commune.
        Departed = "departed",
    }
}

/// The columns that only a row of an event list has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventRow {
    /// Kind of the event; `None` if unknown.
    pub event: Option<EventKind>,
    /// Day of the event.
    #[serde(with = "super::date::day_number::optional")]
    pub on: Option<NaiveDate>,
    /// Quartier of residence before the event, if in the commune.
    pub from: Option<QuartierId>,
    /// Quartier of residence since the event, if in the commune.
    pub to: Option<QuartierId>,
    /// Avenue before the event, clean; "" if none.
    pub avenue: Text,
    /// Parcel before the event, clean; "" if none.
    pub parcel: Text,
    /// The other commune or town, or the spouse, as typed; "" if none.
    pub other: Text,
    /// The person's identifier as typed; "" if none.
    pub person_id: Text,
}

impl EventRow {
    /// Returns the year of the event's day, else the year of the register.
    #[must_use]
    pub fn year(&self, seen_in: Option<i32>) -> Option<i32> {
        self.on.map(|day| chrono::Datelike::year(&day)).or(seen_in)
    }
}
