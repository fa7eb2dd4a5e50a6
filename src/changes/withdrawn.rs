//! Makes the table of withdrawn persons: who was withdrawn, since which generation and why.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::store::{InputStatus, LineageRow, WithdrawnRow};

use super::{Changes, FileChange, FileFate, PersonFate, RegisterState};

impl Changes {
    /// All withdrawn persons, sorted by id: those withdrawn earlier who are not back (`so_far`), and those who are gone
    /// now.
    #[must_use]
    pub(crate) fn withdrawn(
        &self,
        before: RegisterState<'_>,
        after: RegisterState<'_>,
        so_far: Vec<WithdrawnRow>,
        generation: i32,
    ) -> Vec<WithdrawnRow> {
        let mut all: BTreeMap<String, WithdrawnRow> =
            so_far.into_iter().map(|row| (row.person_id.clone(), row)).collect();
        for person in after.persons {
            all.remove(&person.person_id);
        }
        for alias in after.aliases.iter().filter(|alias| alias.person_id.is_some()) {
            all.remove(&alias.old_id);
        }
        let gone = self.persons.iter().filter(|person| person.fate == PersonFate::Gone);
        let gone: BTreeSet<&str> = gone.map(|person| person.id.as_str()).collect();
        if gone.is_empty() {
            return all.into_values().collect();
        }
        let reasons = WithdrawalReasons::new(self, after);
        let registered = before.lineage.iter().filter(|row| row.outcome == "registered");
        let founding: HashMap<&str, &LineageRow> = registered
            .filter_map(|row| Some((row.person_id.as_deref().filter(|id| gone.contains(id))?, row)))
            .collect();
        for person in before.persons.iter().filter(|person| gone.contains(person.person_id.as_str())) {
            let Some(row) = founding.get(person.person_id.as_str()) else { continue };
            let withdrawn = WithdrawnRow {
                person_id: person.person_id.clone(),
                nom: person.nom.clone(),
                postnom: person.postnom.clone(),
                prenom: person.prenom.clone(),
                sex: person.sex.clone(),
                born_on: person.born_on,
                born_on_precision: person.born_on_precision.clone(),
                quartier: person.quartier.clone(),
                registered_in: person.registered_in,
                withdrawn_in: generation,
                reason: reasons.of(row).to_owned(),
                file: row.file.clone(),
                sheet: row.sheet.clone(),
                row: row.row,
            };
            all.insert(withdrawn.person_id.clone(), withdrawn);
        }
        all.into_values().collect()
    }
}

/// The facts that decide why a row is gone.
struct WithdrawalReasons<'s> {
    /// The files of the later state with their status.
    files: BTreeMap<&'s str, InputStatus>,
    /// Changed files that lost more rows than they still have in the register.
    replaced: BTreeSet<&'s str>,
    /// Quarantined rows: file, sheet, row.
    quarantined: BTreeSet<(&'s str, &'s str, i64)>,
}

impl<'s> WithdrawalReasons<'s> {
    fn new(changes: &'s Changes, after: RegisterState<'s>) -> Self {
        let is_replaced = |fate: &FileFate| matches!(fate, FileFate::Changed | FileFate::OlderCopy { .. });
        let mut n_rows: HashMap<&str, u64> = HashMap::new();
        for row in after.lineage.iter().filter(|row| row.person_id.is_some()) {
            *n_rows.entry(&row.file).or_default() += 1;
        }
        let mostly_gone = |file: &&FileChange| file.rows.removed > n_rows.get(&*file.path).copied().unwrap_or(0);
        let replaced = changes.files.iter().filter(|file| is_replaced(&file.fate)).filter(mostly_gone);
        let quarantined = after.lineage.iter().filter(|row| row.outcome == "quarantined");
        Self {
            files: after.inputs.iter().map(|input| (input.path.as_str(), input.status)).collect(),
            replaced: replaced.map(|file| file.path.as_str()).collect(),
            quarantined: quarantined.map(|row| (row.file.as_str(), row.sheet.as_str(), row.row)).collect(),
        }
    }

    /// The reason code of a row that is gone.
    fn of(&self, row: &LineageRow) -> &'static str {
        match self.files.get(row.file.as_str()) {
            None => "file-gone",
            Some(InputStatus::Unreadable) => "file-unreadable",
            Some(_) if self.quarantined.contains(&(row.file.as_str(), row.sheet.as_str(), row.row)) => {
                "row-quarantined"
            }
            Some(_) if self.replaced.contains(row.file.as_str()) => "file-replaced",
            Some(_) => "row-gone",
        }
    }
}
