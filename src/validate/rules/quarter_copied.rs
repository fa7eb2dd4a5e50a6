//! Finds births of a quarter that repeat those of the same quarter a year before: same names, same days.
//! Why it matters: one year's register was likely copied as the other's.
//! Example: January to March 2016 typed again as 2017.

use super::*;

pub(super) const RULE: Rule = Rule::warning("quarter-copied", Check::Files(check));

/// Minimum number of births: fewer may agree by chance.
const MIN_BIRTHS: usize = 10;

/// A birth without its year: folded name, month, day.
type YearlessBirth = (String, u32, u32);

fn check(files: &[FileInput<'_>]) -> Vec<GroupHit> {
    let mut quarters: BTreeMap<(i32, u32), (u32, BTreeSet<YearlessBirth>)> = BTreeMap::new();
    for file in files {
        for row in &file.rows {
            let day = row.born.filter(|_| row.act.is_some()).and_then(|born| born.known_day());
            let Some(born) = day else { continue };
            let quarter =
                quarters.entry((born.year(), born.month0() / 3)).or_insert_with(|| (file.file, BTreeSet::new()));
            quarter.1.insert((folded_name(&row.name), born.month(), born.day()));
        }
    }
    let copied = quarters.iter().filter_map(|((year, quarter), (file, births))| {
        let (_, before) = quarters.get(&(year - 1, *quarter))?;
        let n = births.intersection(before).count();
        (n >= MIN_BIRTHS && n * 10 >= births.len() * 6).then(|| {
            let args = vec![
                ("n", n.to_string()),
                ("quarter", (quarter + 1).to_string()),
                ("year", year.to_string()),
                ("before", (year - 1).to_string()),
            ];
            file_hit(*file, args)
        })
    });
    copied.collect()
}
