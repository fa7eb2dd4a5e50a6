//! What happens to a person between two censuses: a death, a departure, an arrival, a move, a marriage.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::person::codes;
use super::{QuartierId, Text};

codes! {
    /// What happened.
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
    /// What an event does to what the register says.
    Effect {
        /// It gives the status, the residence or the marital status.
        Holds = "holds",
        /// A later event or round does.
        Superseded = "superseded",
        /// It was said before.
        Repeated = "repeated",
        /// A round saw the person after their death: one of the two is wrong.
        Contradicted = "contradicted",
        /// It is dated after the person's death.
        AfterDeath = "after-death",
    }
}

codes! {
    /// A person's standing in the register.
    Status {
        /// Lives in the commune, as a fiche or an arrival says.
        Resident = "resident",
        /// Known by a birth act alone.
        BirthOnly = "birth_only",
        /// Known by a marriage alone.
        EventOnly = "event_only",
        /// Has died.
        Deceased = "deceased",
        /// Has left the commune.
        Departed = "departed",
    }
}

/// What a row of events says beside the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventRow {
    /// What happened; `None` where the row does not say.
    pub event: Option<EventKind>,
    /// The day.
    #[serde(with = "super::date::number_of_day::maybe")]
    pub on: Option<NaiveDate>,
    /// Where the person lived before, in the commune.
    pub from: Option<QuartierId>,
    /// Where the person lives since, in the commune.
    pub to: Option<QuartierId>,
    /// Avenue before, clean; "" if none.
    pub avenue: Text,
    /// Parcel before, clean; "" if none.
    pub parcel: Text,
    /// The other commune or town, or the spouse, as typed; "" if none.
    pub other: Text,
    /// The person's identifier as typed; "" if none.
    pub person_id: Text,
}

impl EventRow {
    /// The year: of the day, else that of the register.
    #[must_use]
    pub fn year(&self, seen_in: Option<i32>) -> Option<i32> {
        self.on.map(|day| chrono::Datelike::year(&day)).or(seen_in)
    }
}
