//! The inputs of the rules: one row, one household, one file, one file among others.

use chrono::NaiveDate;

use crate::record::{CleanRow, Doubt, DoubtKind, Fiche, PersonName, RawFile, RawRow, Relation, fold};

/// A row as typed, as cleaned, and its doubts.
#[derive(Debug, Clone, Copy)]
pub(in crate::validate) struct RowInput<'r> {
    /// The row as typed.
    pub(in crate::validate) raw: &'r RawRow,
    /// The clean row.
    pub(in crate::validate) row: &'r CleanRow,
    /// The doubts of normalising.
    pub(in crate::validate) doubts: &'r [Doubt],
    /// Day of the run; later dates are in the future.
    pub(in crate::validate) today: NaiveDate,
    /// Greatest plausible age, in years.
    pub(in crate::validate) max_age_years: i32,
}

impl RowInput<'_> {
    /// Whether normalising noted a doubt of this kind.
    pub(in crate::validate) fn has_doubt(&self, kind: DoubtKind) -> bool {
        self.doubts.iter().any(|doubt| doubt.kind == kind)
    }
}

/// The rows of one fiche.
pub(in crate::validate) struct HouseholdInput<'r> {
    /// The fiche.
    pub(in crate::validate) fiche: &'r Fiche,
    /// Its rows, in the sheet's order.
    pub(in crate::validate) members: Vec<&'r RowInput<'r>>,
    /// Smallest plausible difference between the birth years of mother and child.
    pub(in crate::validate) min_years_mother_child: i32,
    /// Legal age of marriage, in years.
    pub(in crate::validate) marriage_age: i32,
}

impl<'r> HouseholdInput<'r> {
    /// Returns the members with this relation to the head.
    pub(in crate::validate) fn with_relation(&self, relation: Relation) -> impl Iterator<Item = &'r RowInput<'r>> + '_ {
        self.members.iter().copied().filter(move |member| member.row.relation == Some(relation))
    }

    /// Returns the head, if the fiche names one.
    pub(in crate::validate) fn head(&self) -> Option<&'r RowInput<'r>> {
        self.with_relation(Relation::Head).next()
    }
}

/// All rows of one file.
pub(in crate::validate) struct FileRows<'r> {
    /// The file as read, with its titles and totals.
    pub(in crate::validate) raw: &'r RawFile,
    /// Its rows of data, in order.
    pub(in crate::validate) rows: Vec<&'r RowInput<'r>>,
    /// Its fiches, in order.
    pub(in crate::validate) households: Vec<HouseholdInput<'r>>,
}

impl<'r> FileRows<'r> {
    /// Returns the rows of data of each sheet.
    pub(in crate::validate) fn sheets(&self) -> impl Iterator<Item = &[&'r RowInput<'r>]> {
        self.rows.chunk_by(|above, below| above.raw.at.sheet == below.raw.at.sheet)
    }
}

/// One file among those of a run.
pub(crate) struct FileInput<'r> {
    /// Index in the run.
    pub(crate) file: u32,
    /// Path.
    pub(crate) path: &'r str,
    /// SHA-256 of the bytes.
    pub(crate) sha256: &'r str,
    /// Rows of data.
    pub(crate) rows: Vec<&'r CleanRow>,
}

/// Returns the whole name, folded, so that spellings with other case or accents are equal.
pub(in crate::validate) fn folded_name(name: &PersonName) -> String {
    fold(&format!("{} {} {}", name.nom, name.postnom, name.prenom))
}
