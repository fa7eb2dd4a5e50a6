//! Events in a person's life between two censuses: death, departure, arrival, move, marriage.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::{QuartierId, Text};

codes! {
    /// The kind of an event.
    EventKind {
        Death = "death": "Décès.",
        Departure = "departure": "Départ de la commune.",
        Arrival = "arrival": "Arrivée dans la commune.",
        Move = "move": "Déménagement d'un quartier à un autre.",
        Marriage = "marriage": "Mariage.",
    }
}

codes! {
    /// The effect of an event on the register.
    Effect {
        Holds = "holds": "The event gives the person's status, residence or marital status.",
        Superseded = "superseded": "A later event or round gives it instead.",
        Repeated = "repeated": "An earlier row reported the same event.",
        Contradicted = "contradicted": "A round listed the person after their death: one of the two is wrong.",
        AfterDeath = "after-death": "The event is dated after the person's death.",
    }
}

codes! {
    /// A person's status in the register.
    Status {
        Resident = "resident": "Lives in the commune, according to a fiche or an arrival.",
        BirthOnly = "birth_only": "Appears in a birth act only.",
        EventOnly = "event_only": "Appears in a marriage only.",
        Deceased = "deceased": "Has died.",
        Departed = "departed": "Has left the commune.",
    }
}

/// The columns that only a row of an event list has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventRow {
    pub event: Option<EventKind>,
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
    /// Avenue since the event, clean; "" if none.
    pub to_avenue: Text,
    /// Parcel since the event, clean; "" if none.
    pub to_parcel: Text,
    /// The other commune or town, or the spouse, as typed; "" if none.
    pub other: Text,
    /// The person's identifier as typed; "" if none.
    pub person_id: Text,
}

impl EventRow {
    /// Returns the year of the event's day, else the year of the register.
    pub fn year(&self, seen_in: Option<i32>) -> Option<i32> {
        self.on.map(|day| chrono::Datelike::year(&day)).or(seen_in)
    }
}
