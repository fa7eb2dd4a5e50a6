//! Finds a child born before the head of the household, its parent.
//! Why it matters: one of the two dates, or the relation, is wrong.
//! Example: head born in 1980, son born in 1975.

use super::*;

pub(super) const RULE: Rule = Rule::warning("child-older-than-parent", Check::Household(check));

fn check(household: &HouseholdInput<'_>) -> Vec<GroupHit> {
    let Some(born) = household.head().and_then(|head| head.row.born) else { return Vec::new() };
    let children = household.with_relation(Relation::Child);
    let older = children.filter(|child| child.row.born.is_some_and(|own| is_not_after(own, born)));
    older.map(|child| member_hit(child, Field::BirthDate, vec![("born", shown(born))])).collect()
}

/// The date as exactly as it is known: no month and no day is made up.
fn shown(born: PartialDate) -> String {
    born.known_day().map_or_else(|| born.year().to_string(), |day| day.to_string())
}

/// Whether a birth was certainly not after another: by the day if both are known, else by the year.
fn is_not_after(own: PartialDate, other: PartialDate) -> bool {
    // An age is wrong by some years.
    const SLACK: i32 = 5;
    if own.precision == Precision::About || other.precision == Precision::About {
        return own.year() + SLACK < other.year();
    }
    match (own.known_day(), other.known_day()) {
        (Some(own), Some(other)) => own <= other,
        _ => own.year() < other.year(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_alone_gets_no_day() {
        let day = chrono::NaiveDate::from_ymd_opt(1951, 1, 1).expect("a day");
        for (precision, expected) in [
            (Precision::Day, "1951-01-01"),
            (Precision::Year, "1951"),
            (Precision::About, "1951"),
            (Precision::Month, "1951"),
        ] {
            assert_eq!(shown(PartialDate { first: day, precision }), expected);
        }
    }
}
