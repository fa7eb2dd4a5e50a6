//! Keys of persons for a round between communes: HMAC-SHA256 over normalised parts, in several passes.
//!
//! A key never holds a name alone: a date of birth or a part of the household belongs to each. The parts are spelling
//! keys of names (some cut to four letters, so that a later slip does not matter), the sex, whole dates that many do
//! not bear, and the same of another member of the household.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::record::{Sex, same_name_key};
use crate::spelling::without_nasal;

use super::hmac::{hkdf, hmac};

/// Bytes of the secret of an office.
pub(crate) const SECRET_BYTES: usize = 32;
/// Number of passes.
pub(crate) const N_PASSES: usize = 5;
/// A key that more persons of a commune bear does not leave it: its frequency would say whose it is.
pub(crate) const MOST_BEARERS: usize = 3;
/// Most other members of a household that make keys of a person.
const MOST_OTHERS: usize = 8;
/// Letters of a name part that is cut.
const CUT: usize = 4;

/// The key of a round, made of the secrets of all offices.
pub(crate) struct RoundKey([u8; 32]);

/// A person as keys are made of them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct KeyedPerson<'p> {
    pub(crate) nom: &'p str,
    pub(crate) postnom: &'p str,
    pub(crate) prenom: &'p str,
    pub(crate) sex: Option<Sex>,
    /// The day of birth, where it is known.
    pub(crate) born_on: Option<NaiveDate>,
    /// The year of birth, where it is no guess.
    pub(crate) year: Option<i32>,
    /// Number of the household.
    pub(crate) household: Option<u32>,
}

/// A key of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct MatchKey {
    /// Pass, from 0.
    pub(crate) pass: u8,
    pub(crate) key: [u8; 16],
    /// Index of the person.
    pub(crate) person: u32,
}

impl RoundKey {
    /// Derives the key of a round from the secrets of the offices. Their order does not matter; each round has another
    /// key.
    pub(crate) fn new(round: &str, secrets: &[[u8; SECRET_BYTES]]) -> Self {
        let mut secrets = secrets.to_vec();
        secrets.sort_unstable();
        Self(hkdf(&secrets.concat(), b"bato match keys 1", round.as_bytes()))
    }

    /// A text that is equal for equal keys and says nothing about the key.
    pub(crate) fn check(&self) -> String {
        hmac(&self.0, &[b"check"])[..8].iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn key(&self, pass: u8, parts: &[&str]) -> [u8; 16] {
        // A separator that no part contains.
        let text = parts.join("\u{1f}");
        let mut key = [0; 16];
        key.copy_from_slice(&hmac(&self.0, &[&[pass], text.as_bytes()])[..16]);
        key
    }
}

/// The parts of a person from which keys are made.
#[derive(Default)]
struct KeyParts {
    /// Name parts by sound, sorted, if there are two or more.
    whole_name: Option<String>,
    /// The prénom, and nom and post-nom, by sound and cut.
    prenom: String,
    others: Vec<String>,
    sex: Option<&'static str>,
    day: Option<String>,
    year: Option<String>,
}

impl KeyParts {
    fn new(person: &KeyedPerson<'_>) -> Self {
        let sound = |part: &str| {
            let key = same_name_key(part);
            without_nasal(&key).to_owned()
        };
        let cut = |sound: &str| sound.chars().take(CUT).collect::<String>();
        let sounds = [person.nom, person.postnom, person.prenom].map(sound);
        let is_part = |sound: &&String| sound.chars().count() > 1;
        let mut whole: Vec<&str> = sounds.iter().filter(is_part).map(String::as_str).collect();
        whole.sort_unstable();
        whole.dedup();
        let day = person.born_on.filter(|day| !is_heaped(*day));
        Self {
            whole_name: (whole.len() > 1).then(|| whole.join(" ")),
            prenom: Some(&sounds[2]).filter(is_part).map(|sound| cut(sound)).unwrap_or_default(),
            others: sounds[..2].iter().filter(is_part).map(|sound| cut(sound)).collect(),
            sex: person.sex.map(Sex::code),
            day: day.map(|day| day.to_string()),
            year: person.year.map(|year| year.to_string()),
        }
    }

    /// Adds the keys of a person; `household` are the other members.
    fn add_keys(&self, household: &[&Self], round: &RoundKey, take: &mut dyn FnMut(u8, [u8; 16])) {
        let Some(sex) = self.sex else { return };
        let mut add = |pass: u8, parts: &[&str]| take(pass, round.key(pass, parts));
        // The whole name and the day of birth.
        if let (Some(name), Some(day)) = (&self.whole_name, &self.day) {
            add(0, &[name, day, sex]);
        }
        for other in household.iter().filter(|other| !other.prenom.is_empty()) {
            // The whole name, and the name of another member.
            if let (Some(name), Some(part)) = (&self.whole_name, other.others.first()) {
                add(1, &[name, sex, &other.prenom, part]);
            }
            // The day of birth, and that of another member.
            // A twin's day adds nothing.
            let other_day = other.day.as_ref().filter(|day| Some(*day) != self.day.as_ref());
            if let (Some(day), Some(other_day), Some(letter)) = (&self.day, other_day, self.prenom.get(..1)) {
                add(2, &[day, sex, letter, other_day, &other.prenom]);
            }
            if self.prenom.is_empty() {
                continue;
            }
            for part in &self.others {
                // A part of the name with the day of birth, and the prénom of another member.
                if let Some(day) = &self.day {
                    add(3, &[&self.prenom, part, day, sex, &other.prenom]);
                }
                // KeyParts of two names with the years of birth.
                if let (Some(year), Some(other_year), Some(other_part)) =
                    (&self.year, &other.year, other.others.first())
                {
                    add(4, &[&self.prenom, part, year, sex, &other.prenom, other_part, other_year]);
                }
            }
        }
    }
}

/// Whether a day is often written where only the year is known: many bear it.
fn is_heaped(day: NaiveDate) -> bool {
    matches!((day.month(), day.day()), (1, 1) | (6, 30) | (7, 1) | (12, 31))
}

/// The keys of all persons of a commune, sorted by pass and key. Keys that more than [`MOST_BEARERS`] persons bear are
/// left out.
pub(crate) fn match_keys(persons: &[KeyedPerson<'_>], round: &RoundKey) -> Vec<MatchKey> {
    let parts: Vec<KeyParts> = persons.par_iter().map(KeyParts::new).collect();
    let mut members: HashMap<u32, Vec<u32>, FixedState> = HashMap::default();
    for (index, person) in (0_u32..).zip(persons) {
        if let Some(household) = person.household {
            members.entry(household).or_default().push(index);
        }
    }
    // The same members in both communes, whatever the order of their registers.
    let order = |member: &u32| {
        let own = &parts[*member as usize];
        (own.year.clone(), own.prenom.clone(), own.others.clone())
    };
    members.par_iter_mut().for_each(|(_, members)| members.sort_by_cached_key(order));
    let keys_of = |index: usize| {
        let mut keys = Vec::new();
        let household = persons[index].household.and_then(|household| members.get(&household));
        let others: Vec<&KeyParts> = household
            .into_iter()
            .flatten()
            .filter(|other| **other as usize != index)
            .take(MOST_OTHERS)
            .map(|other| &parts[*other as usize])
            .collect();
        parts[index].add_keys(&others, round, &mut |pass, key| {
            keys.push(MatchKey { pass, key, person: index as u32 });
        });
        keys
    };
    let mut keys: Vec<MatchKey> = (0..persons.len()).into_par_iter().flat_map_iter(keys_of).collect();
    keys.par_sort_unstable();
    keys.dedup();
    let is_rare = |same: &&[MatchKey]| same.len() <= MOST_BEARERS;
    keys.chunk_by(|a, b| (a.pass, a.key) == (b.pass, b.key)).filter(is_rare).flatten().copied().collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    const SECRETS: [[u8; 32]; 2] = [[7; 32], [9; 32]];

    fn person<'p>(nom: &'p str, postnom: &'p str, prenom: &'p str, born: &str, household: u32) -> KeyedPerson<'p> {
        let born_on: Option<NaiveDate> = born.parse().ok();
        let year = born_on.map(|day| day.year());
        KeyedPerson { nom, postnom, prenom, sex: Some(Sex::Female), born_on, year, household: Some(household) }
    }

    fn household() -> Vec<KeyedPerson<'static>> {
        vec![
            person("MBALA", "ILUNGA", "Ruth", "1990-05-12", 1),
            person("NGOYI", "", "Esther", "2011-03-04", 1),
            person("KAPINGA", "LEMA", "Dorcas", "2014-11-23", 1),
        ]
    }

    fn keys(persons: &[KeyedPerson<'_>], round: &str, secrets: &[[u8; 32]]) -> Vec<MatchKey> {
        match_keys(persons, &RoundKey::new(round, secrets))
    }

    /// The passes in which a person of one commune and of another have a common key.
    fn common(a: &[MatchKey], b: &[MatchKey], of: u32) -> Vec<u8> {
        let b: HashSet<_> = b.iter().map(|key| (key.pass, key.key)).collect();
        let own = a.iter().filter(|key| key.person == of && b.contains(&(key.pass, key.key)));
        let mut passes: Vec<u8> = own.map(|key| key.pass).collect();
        passes.dedup();
        passes
    }

    #[test]
    fn a_slip_of_name_or_date_leaves_other_passes() {
        let own = keys(&household(), "2026-1", &SECRETS);
        let with = |change: &dyn Fn(&mut Vec<KeyedPerson<'static>>)| {
            let mut other = household();
            change(&mut other);
            common(&own, &keys(&other, "2026-1", &SECRETS), 0)
        };
        assert_eq!(with(&|_| {}), [0, 1, 2, 3, 4]);
        assert_eq!(with(&|all| all.reverse()), [0, 1, 2, 3, 4], "the order of rows does not matter");
        assert_eq!(with(&|all| all[0].nom = "MBALLA"), [0, 1, 2, 3, 4], "another spelling");
        assert_eq!(with(&|all| all[0].nom = "MWALA"), [2, 3, 4]);
        assert_eq!(with(&|all| all[0].born_on = NaiveDate::from_ymd_opt(1990, 12, 5)), [1, 4]);
        assert!(with(&|all| all[0].sex = None).is_empty());
        // Alone in another household.
        assert_eq!(with(&|all| all.truncate(1)), [0]);
    }

    #[test]
    fn a_name_alone_makes_no_key() {
        let mut alone = person("MBALA", "ILUNGA", "Ruth", "", 1);
        assert!(keys(&[alone], "2026-1", &SECRETS).is_empty());
        // A day that stands for a year is no date.
        alone = person("MBALA", "ILUNGA", "Ruth", "1990-01-01", 1);
        assert!(keys(&[alone], "2026-1", &SECRETS).is_empty());
    }

    #[test]
    fn what_many_bear_does_not_leave_the_commune() {
        let same = |n: usize| vec![KeyedPerson { household: None, ..household()[0] }; n];
        assert_eq!(keys(&same(3), "2026-1", &SECRETS).len(), 3);
        assert!(keys(&same(4), "2026-1", &SECRETS).is_empty());
    }

    #[test]
    fn without_the_secrets_or_in_another_round_no_key_is_found() {
        let own = keys(&household(), "2026-1", &SECRETS);
        let all = |keys: &[MatchKey]| keys.iter().map(|key| key.key).collect::<HashSet<_>>();
        assert!(!own.is_empty());
        for (round, secrets) in [
            ("2026-2", &SECRETS[..]),
            ("2026-1", &[SECRETS[0], [8; 32]]),
            ("2026-1", &SECRETS[..1]),
            ("2026-1", &[[0; 32], [0; 32]]),
        ] {
            assert!(all(&own).is_disjoint(&all(&keys(&household(), round, secrets))), "{round}");
            assert_ne!(RoundKey::new("2026-1", &SECRETS).check(), RoundKey::new(round, secrets).check());
        }
        // The order of the offices does not matter.
        assert_eq!(own, keys(&household(), "2026-1", &[SECRETS[1], SECRETS[0]]));
    }
}
