//! What the rows of the long tables say, without the rows being made: by it a part of a table that is what it was is known;
//! and how the longest is cut, so that its parts stay what they were.

use std::ops::Range;

use rayon::prelude::*;

use crate::link::LinkOutcome;
use crate::record::Outcome;
use crate::store::{Content, ContentHasher, ROW_GROUP};

use super::{FileRead, Made, NONE, ReadRow, decided_by, household_id_of_row, person_of, person_row, says};
use crate::run::previous::hash_of;

/// Fewest rows of a file that stands apart from those before and after it.
const FEWEST_APART: usize = ROW_GROUP / 4;

/// The row groups of files of so many rows, one after the other. A file of many rows begins a group and ends one, so that a
/// row more in it moves no group of another; files of few rows share theirs.
fn groups_of_files(files: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut groups = Vec::new();
    let (mut first, mut end, mut before) = (0, 0, 0);
    for n_rows in files.filter(|n_rows| *n_rows > 0) {
        if end > first && [end - first, n_rows, before].iter().any(|n| *n >= FEWEST_APART) {
            groups.push(first..end);
            first = end;
        }
        (end, before) = (end + n_rows, n_rows);
        while end - first > ROW_GROUP {
            groups.push(first..first + ROW_GROUP);
            first += ROW_GROUP;
        }
    }
    groups.extend((end > first).then_some(first..end));
    groups
}

impl Made<'_> {
    /// The row groups of the lineage.
    pub(in crate::run) fn lineage_groups(&self) -> Vec<Range<usize>> {
        groups_of_files(self.files.iter().map(|file| file.rows.len()))
    }

    /// What the lineage of the rows read at these places says, without it being made. What was typed is told by the file it
    /// stands in: `under` tells what else reading depends on.
    pub(in crate::run) fn lineage_says(&self, under: &str, places: Range<usize>) -> Content {
        let mut content = ContentHasher::default();
        let first = self.first_of_file.partition_point(|first| *first <= places.start).saturating_sub(1);
        for (file, first) in self.files.iter().zip(&self.first_of_file).skip(first) {
            let own = places.start.max(*first)..places.end.min(first + file.rows.len());
            if own.is_empty() {
                continue;
            }
            [under, &file.source.path, &file.source.sha256, file.kind.code()]
                .iter()
                .for_each(|text| content.text(text));
            for (read, fit) in file.rows[own.start - first..own.end - first].iter().zip(&self.fit_of_read[own]) {
                self.lineage_row_says(file, read, *fit, &mut content);
            }
        }
        content.finish()
    }

    fn lineage_row_says(&self, file: &FileRead, read: &ReadRow, fit: u32, content: &mut ContentHasher) {
        content.text(file.source.sheets.get(usize::from(read.at.sheet)).map_or("", |sheet| &sheet.name));
        content.number(u64::from(read.at.row));
        content.optional(self.outcome(read, fit).map(Outcome::code));
        content.optional(read.stopped().map(|(_, rule)| rule));
        content.optional_number(read.key);
        if fit == NONE || read.stopped.is_some() {
            return content.number(0);
        }
        let person = person_of(self, fit);
        content.text(&person.id);
        content.number(self.best[fit as usize].to_bits());
        content.optional(household_id_of_row(self, fit));
        content.optional(self.register.founded_by_row[fit as usize].as_deref());
        content.optional(says(&self.rows[fit as usize], person).as_deref());
    }

    /// For each person what tells whether their row is another's; reckoned once.
    pub(in crate::run) fn person_hashes(&self) -> &[u64] {
        self.hashes.get_or_init(|| {
            let hash = |person| hash_of(&person_row(self, person));
            self.register.persons.par_iter().with_min_len(4096).map(hash).collect()
        })
    }

    /// What these persons' rows say.
    pub(in crate::run) fn persons_say(&self, places: Range<usize>) -> Content {
        let mut content = ContentHasher::default();
        self.person_hashes()[places].iter().for_each(|hash| content.number(*hash));
        content.finish()
    }

    /// What these links' rows say, without them being made.
    pub(in crate::run) fn links_say(&self, places: Range<usize>) -> Content {
        let mut content = ContentHasher::default();
        for link in self.links[places].iter().map(|link| &self.linked.links[*link as usize]) {
            for at in [link.a, link.b].map(|row| self.rows[row as usize].at) {
                let source = &self.files[at.file as usize].source;
                content.text(&source.path);
                content.text(source.sheets.get(usize::from(at.sheet)).map_or("", |sheet| &sheet.name));
                content.number(u64::from(at.row));
            }
            content.number(link.score.weight.to_bits());
            link.score.weights.iter().for_each(|weight| content.number(weight.to_bits()));
            link.score.levels.iter().for_each(|level| content.number(u64::from(*level)));
            content.text(decided_by(link));
            content.number(u64::from(link.outcome == LinkOutcome::Linked));
        }
        content.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_more_in_a_file_moves_no_group_of_another() {
        let groups_of = |files: &[usize]| groups_of_files(files.iter().copied());
        let files = [40_000, 3, 0, 5, 20_000, 100, 16_384, 4_096, 7, 9];
        let groups = groups_of(&files);
        assert_eq!(groups.first().map(|group| group.start), Some(0));
        assert!(groups.windows(2).all(|two| two[0].end == two[1].start));
        assert_eq!(groups.last().map(|group| group.end), Some(files.iter().sum()));
        assert!(groups.iter().all(|group| !group.is_empty() && group.len() <= ROW_GROUP));
        assert_eq!(
            groups.iter().map(Range::len).collect::<Vec<_>>(),
            [16_384, 16_384, 7_232, 8, 16_384, 3_616, 100, 16_384, 4_096, 16]
        );
        for (place, n_rows) in files.iter().enumerate().filter(|(_, n_rows)| **n_rows > 4_096) {
            let mut more = files;
            more[place] += 1;
            let before: usize = files[..place].iter().sum();
            let others = |groups: Vec<Range<usize>>, end: usize| {
                groups.into_iter().filter(|g| g.end <= before || g.start >= end).map(|g| g.len()).collect::<Vec<_>>()
            };
            assert_eq!(others(groups_of(&more), before + n_rows + 1), others(groups.clone(), before + n_rows));
        }
        assert!(groups_of(&[]).is_empty());
        // Many files of few rows share their groups.
        assert!(groups_of(&[300; 100]).iter().all(|group| group.len() >= FEWEST_APART || group.end == 30_000));
    }
}
