//! Finds the planned rows of a lesson in its practice register.

use std::collections::HashMap;

use crate::course::{PracticePlan, RowOfPlan};
use crate::error::Result;
use crate::record::stable_place;
use crate::store::{BirthRow, Generation, LineageRow, PersonRow};

/// A row of a sheet by file without ending, sheet and number: a workbook of corrections has the place of its original.
type SheetRowKey = (String, String, i64);

/// The rows and persons of a generation.
pub(super) struct PracticeRegister {
    lineage: HashMap<SheetRowKey, LineageRow>,
    persons: HashMap<String, PersonRow>,
    births: HashMap<SheetRowKey, BirthRow>,
}

impl PracticeRegister {
    pub(super) fn read(generation: &Generation) -> Result<Self> {
        let place = |row: &LineageRow| stable_place(&row.file, &row.sheet, row.row);
        let lineage = generation.read::<LineageRow>()?.into_iter().map(|row| (place(&row), row)).collect();
        let persons = generation.read::<PersonRow>()?.into_iter().map(|row| (row.person_id.clone(), row)).collect();
        let births = generation.read::<BirthRow>()?.into_iter();
        let births = births.map(|row| (stable_place(&row.file, &row.sheet, row.row), row)).collect();
        Ok(Self { lineage, persons, births })
    }

    /// The row of a plan, as the register has it.
    pub(super) fn line(&self, plan: &PracticePlan, at: RowOfPlan) -> Option<&LineageRow> {
        self.lineage.get(&place_of(plan, at))
    }

    /// The person of a row.
    pub(super) fn person(&self, plan: &PracticePlan, at: RowOfPlan) -> Option<&PersonRow> {
        self.persons.get(self.line(plan, at)?.person_id.as_deref()?)
    }

    /// The act of a row.
    pub(super) fn birth(&self, plan: &PracticePlan, at: RowOfPlan) -> Option<&BirthRow> {
        self.births.get(&place_of(plan, at))
    }
}

/// The place of a planned row.
pub(super) fn place_of(plan: &PracticePlan, at: RowOfPlan) -> SheetRowKey {
    let sheet = &plan.sheets[at.sheet];
    stable_place(&sheet.path, &sheet.name, i64::from(crate::course::PlannedSheet::row_number(at.row)))
}

/// The planned row at a place.
pub(super) fn row_at(plan: &PracticePlan, file: &str, sheet: &str, row: i64) -> Option<RowOfPlan> {
    let wanted = stable_place(file, sheet, row);
    all_rows(plan).find(|at| place_of(plan, *at) == wanted)
}

/// Every row of a plan.
pub(super) fn all_rows(plan: &PracticePlan) -> impl Iterator<Item = RowOfPlan> + '_ {
    let of_sheet = |(sheet, planned): (usize, &crate::course::PlannedSheet)| {
        (0..planned.rows.len()).map(move |row| RowOfPlan { sheet, row })
    };
    plan.sheets.iter().enumerate().flat_map(of_sheet)
}
