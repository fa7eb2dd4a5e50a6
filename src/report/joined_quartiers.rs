//! Counts small quartiers together, by the setting `release.joined_quartiers`.

use super::census_coverage;
use super::facts::{Facts, QuartierIndex};

/// Counts the quartiers of each group as one, which has the names of all. The first stands for them. The names are those
/// of the facts.
pub(super) fn join_quartiers(facts: &mut Facts, groups: &[Vec<String>]) {
    for group in groups {
        let index_of = |name: &String| facts.quartiers.iter().position(|own| own == name);
        let members: Vec<QuartierIndex> =
            group.iter().filter_map(index_of).map(|index| index as QuartierIndex).collect();
        let [first, others @ ..] = members.as_slice() else { continue };
        join_sheets(facts, *first, others);
        let joined = |own: &mut Option<QuartierIndex>| {
            if own.is_some_and(|own| others.contains(&own)) {
                *own = Some(*first);
            }
        };
        facts.acts.iter_mut().for_each(|act| joined(&mut act.quartier));
        facts.persons.iter_mut().for_each(|person| joined(&mut person.quartier));
        facts.households.iter_mut().for_each(|household| joined(&mut household.quartier));
        let name = group.join(" + ");
        let together = census_coverage::joined(&facts.populations, group, &name);
        facts.populations.retain(|own| !group.contains(&own.quartier));
        facts.populations.extend(together);
        facts.quartiers[usize::from(*first)] = name;
        for other in others {
            facts.quartiers[usize::from(*other)].clear();
        }
    }
}

/// Counts the sheets of the other quartiers with those of the first, unites their rounds, and takes the mean of their
/// shares covered, weighted by their residents.
fn join_sheets(facts: &mut Facts, first: QuartierIndex, others: &[QuartierIndex]) {
    let n_residents = |facts: &Facts, own: QuartierIndex| {
        facts.persons.iter().filter(|person| person.is_resident() && person.quartier == Some(own)).count() as f64
    };
    let members: Vec<QuartierIndex> = [first].into_iter().chain(others.iter().copied()).collect();
    let shares: Vec<(f64, f64)> = members
        .iter()
        .filter_map(|own| Some((facts.shares_covered.get(own).copied()?, n_residents(facts, *own))))
        .collect();
    let residents: f64 = shares.iter().map(|(_, n)| n).sum();
    if residents > 0.0 {
        let covered: f64 = shares.iter().map(|(share, n)| share * n).sum();
        facts.shares_covered.insert(first, covered / residents);
    }
    let rounds: Vec<i32> =
        members.iter().filter_map(|own| facts.quartiers_censused.get(own)).flatten().copied().collect();
    if !rounds.is_empty() {
        facts.quartiers_censused.entry(first).or_default().extend(rounds);
    }
    for other in others {
        let Some(own) = facts.sheets_of_quartier.remove(&Some(*other)) else { continue };
        let all = facts.sheets_of_quartier.entry(Some(first)).or_default();
        all.n_sheets += own.n_sheets;
        all.in_register += own.in_register;
        all.quarantined += own.quarantined;
    }
}

#[cfg(test)]
mod tests {
    use super::super::example_commune::commune;
    use super::super::facts::SheetsOfQuartier;
    use super::*;

    #[test]
    fn joined_quartiers_count_the_sheets_and_the_rounds_of_all() {
        let mut facts = commune();
        let [first, second] = [2, 3].map(|index| facts.quartiers[index].clone());
        let sheets = |n_sheets, in_register, quarantined| SheetsOfQuartier { n_sheets, in_register, quarantined };
        facts.sheets_of_quartier.insert(Some(2), sheets(1, 40, 2));
        facts.sheets_of_quartier.insert(Some(3), sheets(2, 90, 3));
        facts.quartiers_censused.insert(2, [2017].into());
        facts.quartiers_censused.insert(3, [2018].into());
        facts.shares_covered = [(2, 0.5), (3, 1.0)].into();
        let n = |own: u16| {
            facts.persons.iter().filter(|person| person.is_resident() && person.quartier == Some(own)).count() as f64
        };
        let share = (0.5 * n(2) + n(3)) / (n(2) + n(3));
        join_quartiers(&mut facts, &[vec![first.clone(), second.clone()]]);
        assert_eq!(facts.quartiers[2], format!("{first} + {second}"));
        assert_eq!(facts.sheets_of_quartier[&Some(2)], sheets(3, 130, 5));
        assert!(!facts.sheets_of_quartier.contains_key(&Some(3)));
        assert_eq!(facts.quartiers_censused[&2], [2017, 2018].into());
        assert!((facts.shares_covered[&2] - share).abs() < 1e-9);
    }
}
