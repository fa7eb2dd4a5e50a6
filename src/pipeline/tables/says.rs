//! What the rows of the long tables say, without the rows being made: by it a part of a table that is what it was is known.

use std::ops::Range;

use rayon::prelude::*;

use crate::link::LinkFate;
use crate::record::Outcome;
use crate::store::{Content, ContentHasher};

use super::{FileRead, Made, NONE, ReadRow, decided_by, household_id_of_row, person_of, person_row, says};
use crate::pipeline::recalled::hash_of;

impl Made<'_> {
    /// What the lineage of the rows read at these places says, without it being made. What was typed is told by the file it
    /// stands in: `under` tells what else reading depends on.
    pub(in crate::pipeline) fn lineage_says(&self, under: &str, places: Range<usize>) -> Content {
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
    pub(in crate::pipeline) fn person_hashes(&self) -> &[u64] {
        self.hashes.get_or_init(|| {
            let hash = |person| hash_of(&person_row(self, person));
            self.register.persons.par_iter().with_min_len(4096).map(hash).collect()
        })
    }

    /// What these persons' rows say.
    pub(in crate::pipeline) fn persons_say(&self, places: Range<usize>) -> Content {
        let mut content = ContentHasher::default();
        self.person_hashes()[places].iter().for_each(|hash| content.number(*hash));
        content.finish()
    }

    /// What these links' rows say, without them being made.
    pub(in crate::pipeline) fn links_say(&self, places: Range<usize>) -> Content {
        let mut content = ContentHasher::default();
        for link in self.links[places].iter().map(|link| &self.linked.links[*link as usize]) {
            for at in [link.a, link.b].map(|row| self.rows[row as usize].at) {
                let source = &self.files[at.file as usize].source;
                content.text(&source.path);
                content.text(source.sheets.get(usize::from(at.sheet)).map_or("", |sheet| &sheet.name));
                content.number(u64::from(at.row));
            }
            content.number(link.scored.weight.to_bits());
            link.scored.weights.iter().for_each(|weight| content.number(weight.to_bits()));
            link.scored.levels.iter().for_each(|level| content.number(u64::from(*level)));
            content.text(decided_by(link));
            content.number(u64::from(link.fate == LinkFate::Kept));
        }
        content.finish()
    }
}
