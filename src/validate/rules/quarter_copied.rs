//! The births of a quarter that repeat those of the same quarter a year before: same names, same days, another year.
//!
//! Example: January to March 2016 typed again as 2017.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::finding::Severity;
use crate::record::{RowAt, fold};

use super::super::Sent;
use super::super::seen::SeenAt;
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "quarter-copied", severity: Severity::Warning, check: Check::Files(seen) };

/// Fewer births may be alike by chance.
const FEWEST: usize = 10;

/// A birth without its year: name, month and day.
type Yearless = (String, u32, u32);

fn seen(files: &[Sent<'_>]) -> Vec<SeenAt> {
    let mut quarters: BTreeMap<(i32, u32), (u32, BTreeSet<Yearless>)> = BTreeMap::new();
    for file in files {
        for row in &file.rows {
            let day = row.born.filter(|_| row.act.is_some()).and_then(|born| born.known_day());
            let Some(born) = day else { continue };
            let name = &row.name;
            let whole = fold(&format!("{} {} {}", name.nom, name.postnom, name.prenom));
            let quarter =
                quarters.entry((born.year(), born.month0() / 3)).or_insert_with(|| (file.file, BTreeSet::new()));
            quarter.1.insert((whole, born.month(), born.day()));
        }
    }
    let copied = quarters.iter().filter_map(|((year, quarter), (file, births))| {
        let (_, before) = quarters.get(&(year - 1, *quarter))?;
        let n = births.intersection(before).count();
        (n >= FEWEST && n * 10 >= births.len() * 6).then(|| {
            let args = vec![
                ("n", n.to_string()),
                ("quarter", (quarter + 1).to_string()),
                ("year", year.to_string()),
                ("before", (year - 1).to_string()),
            ];
            SeenAt { at: RowAt { file: *file, ..RowAt::default() }.cell(None), value: String::new(), args }
        })
    });
    copied.collect()
}
