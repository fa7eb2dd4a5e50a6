//! Profiles of a commune's rows: their values as small numbers in arrays, every distinct spelling once.

use chrono::{Datelike, NaiveDate};

use crate::link::comparison::KeyFrequencies;
use crate::record::{GenerationMark, PartialDate, Precision, QuartierId, Relation, Sex, TwinMark};
use crate::spelling::{SpellingId, SpellingRef, SpellingTable};

pub(super) const NO_LIST: u32 = u32::MAX;
pub(super) const NO_QUARTIER: u16 = u16::MAX;

/// The values of one row that every comparison reads, in one line of a processor's cache: rows are visited in random
/// order, and fetching a line takes longer than comparing what it holds.
#[repr(align(64))]
pub(super) struct RowProfile {
    pub(super) nom: SpellingRef,
    pub(super) postnom: SpellingRef,
    pub(super) prenom: SpellingRef,
    pub(super) birth_place: SpellingId,
    pub(super) avenue: SpellingId,
    pub(super) parcel: SpellingId,
    /// Index of its list in [`RowProfiles::members`]; [`NO_LIST`] for none.
    pub(super) list: u32,
    pub(super) extra: ExtraIndex,
    /// Number of the quartier; [`NO_QUARTIER`] for none.
    pub(super) quartier: u16,
    pub(super) sex: Option<Sex>,
    pub(super) relation: Option<Relation>,
    pub(super) born: BirthDate,
    /// Year in which it was listed or declared.
    pub(super) seen: ObservedYear,
    pub(super) generation: Option<GenerationMark>,
    /// Hash of the row as typed.
    pub(super) hash: u64,
}

const _: () = assert!(size_of::<RowProfile>() == 64);

/// A date of birth in five bytes instead of the eight of an optional [`PartialDate`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(Rust, packed)]
pub(super) struct BirthDate {
    first: Option<NaiveDate>,
    precision: Precision,
}

impl BirthDate {
    pub(super) fn new(date: Option<PartialDate>) -> Self {
        let precision = date.map_or(Precision::Day, |date| date.precision);
        Self { first: date.map(|date| date.first), precision }
    }

    pub(super) fn date(self) -> Option<PartialDate> {
        Some(PartialDate { first: self.first?, precision: self.precision })
    }
}

/// A year from 1900 to 2154, or none, in a byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ObservedYear(u8);

impl ObservedYear {
    pub(super) fn new(year: Option<i32>) -> Self {
        Self(year.and_then(|year| u8::try_from(year - 1899).ok()).unwrap_or(0))
    }

    pub(super) fn year(self) -> Option<i32> {
        (self.0 != 0).then(|| i32::from(self.0) + 1899)
    }
}

/// Index of a row's [`RowExtra`], and in the two lowest bits what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ExtraIndex(u32);

impl ExtraIndex {
    pub(super) const NONE: Self = Self(0);
    const ACT: u32 = 1;
    const OTHER_READING: u32 = 2;

    pub(super) fn new(index: usize, is_act: bool, has_other_reading: bool) -> Self {
        let kind = u32::from(is_act) * Self::ACT + u32::from(has_other_reading) * Self::OTHER_READING;
        Self((index as u32) << 2 | kind)
    }

    fn index(self) -> Option<usize> {
        (self != Self::NONE).then_some((self.0 >> 2) as usize)
    }

    /// The index with so many entries inserted before it.
    pub(super) fn shifted(self, n_before: usize) -> Self {
        self.index().map_or(self, |_| Self(self.0 + ((n_before as u32) << 2)))
    }
}

/// Values that few rows have.
#[derive(Debug, Clone, Default)]
pub(super) struct RowExtra {
    /// The name read in other ways ([`profile_builder`](super::profile_builder)).
    pub(super) other_readings: Box<[[SpellingRef; 3]]>,
    /// Words of the father's name, then of the mother's, of an act.
    pub(super) parents: Box<[SpellingRef]>,
    pub(super) n_of_father: u32,
    pub(super) declaration: Option<Declaration>,
    /// The mark of a twin in the act.
    pub(super) twin: Option<TwinMark>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Declaration {
    pub(super) day: NaiveDate,
    /// Number of the act.
    pub(super) number: u32,
}

pub(super) struct RowProfiles {
    pub(super) rows: Vec<RowProfile>,
    pub(super) extras: Vec<RowExtra>,
    pub(super) spellings: SpellingTable,
    /// Frequencies of noms and post-noms together.
    pub(super) noms: KeyFrequencies,
    pub(super) prenoms: KeyFrequencies,
    pub(super) birth_places: KeyFrequencies,
    /// Frequencies of whole dates of birth, by [`day_key`], and of years of birth where the day is not known.
    pub(super) birth_days: KeyFrequencies,
    pub(super) birth_years: KeyFrequencies,
    /// Rows of each fiche, then of each group of acts declared together.
    pub(super) members: Vec<Vec<u32>>,
    /// For each fiche a number that it shares with the other fiches of its sheet and quartier under the same fiche
    /// number; 0 if there are none.
    pub(super) fiche_numbers: Vec<u32>,
}

/// The key of a day: days from 1850 on; 0 before.
pub(super) fn day_key(day: NaiveDate) -> u32 {
    const DAYS_BEFORE_1850: i32 = 675_333;
    u32::try_from(day.num_days_from_ce() - DAYS_BEFORE_1850).unwrap_or(0)
}

/// The key of a year: years from 1850 on; 0 before.
pub(super) fn year_key(date: PartialDate) -> u32 {
    u32::try_from(date.year() - 1850).unwrap_or(0)
}

impl RowProfile {
    pub(super) fn is_act(&self) -> bool {
        self.extra.0 & ExtraIndex::ACT != 0
    }

    pub(super) fn has_other_reading(&self) -> bool {
        self.extra.0 & ExtraIndex::OTHER_READING != 0
    }

    pub(super) fn born(&self) -> Option<PartialDate> {
        self.born.date()
    }

    pub(super) fn is_head(&self) -> bool {
        self.relation == Some(Relation::Head)
    }

    /// Whether it is a head or a spouse, or a parent or grandparent of one.
    pub(super) fn is_adult_by_relation(&self) -> bool {
        use Relation::{Grandparent, Head, Parent, ParentInLaw, Spouse};
        matches!(self.relation, Some(Head | Spouse | Parent | ParentInLaw | Grandparent))
    }

    pub(super) fn fiche(&self) -> Option<u32> {
        self.list().filter(|_| !self.is_act())
    }

    /// Index in [`RowProfiles::members`] of its fiche, or of the group of acts declared with it.
    pub(super) fn list(&self) -> Option<u32> {
        (self.list != NO_LIST).then_some(self.list)
    }

    pub(super) fn quartier(&self) -> Option<QuartierId> {
        (self.quartier != NO_QUARTIER).then_some(QuartierId(self.quartier))
    }

    /// Nom, post-nom and prénom in the first reading.
    pub(super) fn name(&self) -> [SpellingRef; 3] {
        [self.nom, self.postnom, self.prenom]
    }
}

impl RowExtra {
    pub(super) fn father(&self) -> &[SpellingRef] {
        self.parents.get(..self.n_of_father as usize).unwrap_or_default()
    }

    pub(super) fn mother(&self) -> &[SpellingRef] {
        self.parents.get(self.n_of_father as usize..).unwrap_or_default()
    }
}

impl RowProfiles {
    /// Makes each group of acts a list of its own, as the rows of a fiche are.
    pub(super) fn add_act_groups(&mut self, groups: Vec<Vec<u32>>) {
        for acts in groups {
            let list = self.members.len() as u32;
            acts.iter().for_each(|act| self.rows[*act as usize].list = list);
            self.members.push(acts);
        }
    }

    /// Whether two fiches of one sheet have the same number.
    pub(super) fn share_fiche_number(&self, a: u32, b: u32) -> bool {
        let number = |fiche: u32| self.fiche_numbers.get(fiche as usize).copied().unwrap_or(0);
        number(a) != 0 && number(a) == number(b)
    }

    pub(super) fn row(&self, row: u32) -> &RowProfile {
        &self.rows[row as usize]
    }

    fn extra(&self, row: &RowProfile) -> Option<&RowExtra> {
        self.extras.get(row.extra.index()?)
    }

    /// The values that only an act has.
    pub(super) fn act(&self, row: &RowProfile) -> Option<&RowExtra> {
        self.extra(row).filter(|_| row.is_act())
    }

    /// Day of declaration and number of an act.
    pub(super) fn declaration(&self, row: &RowProfile) -> Option<Declaration> {
        self.act(row)?.declaration
    }

    /// The mark of a twin in an act.
    pub(super) fn twin(&self, row: &RowProfile) -> Option<TwinMark> {
        self.act(row)?.twin
    }

    /// Every reading of its name, the first reading first.
    pub(super) fn readings(&self, row: &RowProfile) -> impl Iterator<Item = [SpellingRef; 3]> + Clone {
        let extra = self.extra(row).filter(|_| row.has_other_reading());
        std::iter::once(row.name()).chain(extra.into_iter().flat_map(|extra| extra.other_readings.iter().copied()))
    }
}
