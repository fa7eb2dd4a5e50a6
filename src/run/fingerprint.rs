//! The fingerprint of what a run would record: its inputs, decisions, settings and result as hashes, and a short code
//! of them all that a person can copy.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::error::Result;
use crate::ingest::{self, CellCorrections, Decisions};
use crate::store::{Generation, InputEntry, InputStatus, TableHashes, Tables};

use super::RunRequest;
use super::register_tables::RegisterTables;

/// A hash of the program's source: another program may record something else.
const PROGRAM: &str = env!("BATO_SOURCE_HASH");

/// Names with a hash or a value each.
type Hashes = BTreeMap<String, String>;

/// What a run would record, as hashes. Two runs with equal fingerprints record the same tables.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RunFingerprint {
    /// The program's source.
    program: String,
    /// Number and manifest of the generation in use; "" before the first.
    version: String,
    /// The input files that are read.
    inputs: Hashes,
    /// The files of decisions.
    decisions: Hashes,
    /// The files of corrections.
    corrections: Hashes,
    /// The reference files.
    reference: Hashes,
    /// The settings, each by its key.
    settings: Hashes,
    /// The tables of the new generation.
    tables: Hashes,
}

/// A part of a fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FingerprintPart {
    /// The program.
    Program,
    /// The generation in use.
    Version,
    /// The input files.
    Inputs,
    /// The files of decisions.
    Decisions,
    /// The files of corrections.
    Corrections,
    /// The reference files.
    Reference,
    /// The settings.
    Settings,
    /// The tables to be recorded.
    Result,
}

impl FingerprintPart {
    /// Every part, in the order in which differences are reported.
    pub const ALL: [Self; 8] = [
        Self::Program,
        Self::Version,
        Self::Inputs,
        Self::Decisions,
        Self::Corrections,
        Self::Reference,
        Self::Settings,
        Self::Result,
    ];

    /// Returns the stable code, the argument of the message that names differences.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Program => "program",
            Self::Version => "version",
            Self::Inputs => "inputs",
            Self::Decisions => "decisions",
            Self::Corrections => "corrections",
            Self::Reference => "reference",
            Self::Settings => "settings",
            Self::Result => "result",
        }
    }
}

/// Returns the fingerprint of a dry run and of a run that expects one; `None` for any other.
pub(super) fn of_run(
    request: &RunRequest,
    version: Option<&Generation>,
    inputs: &[InputEntry],
    (decisions, corrections): (&Decisions, &CellCorrections),
    register_tables: &RegisterTables<'_>,
    short_tables: &Tables,
) -> Result<Option<RunFingerprint>> {
    let is_needed = request.dry_run || request.expected.is_some();
    let of_corrections: Hashes =
        corrections.files.iter().map(|file| (file.path.clone(), file.sha256.clone())).collect();
    let files = (decisions.files.as_slice(), of_corrections);
    let compute = || RunFingerprint::new(request, version, inputs, files, register_tables, short_tables);
    is_needed.then(compute).transpose()
}

impl RunFingerprint {
    /// Computes the fingerprint of a run. `inputs` are those read, `decisions` and `corrections` the files of those,
    /// `version` the generation in use.
    fn new(
        request: &RunRequest,
        version: Option<&Generation>,
        inputs: &[InputEntry],
        (decisions, corrections): (&[(String, String)], Hashes),
        register_tables: &RegisterTables<'_>,
        short_tables: &Tables,
    ) -> Result<Self> {
        let version = version.map(|last| format!("{} {}", last.number, last.manifest_sha256)).unwrap_or_default();
        let of_input = |input: &InputEntry| {
            let is_read = input.status == InputStatus::Read;
            let hash = if is_read { input.sha256.clone() } else { format!("{} {:?}", input.sha256, input.error) };
            (input.path.clone(), hash)
        };
        Ok(Self {
            program: PROGRAM.to_owned(),
            version,
            inputs: inputs.iter().map(of_input).collect(),
            decisions: decisions.iter().cloned().collect(),
            corrections,
            reference: ingest::folder_hashes(&request.raw, "reference")?,
            settings: settings(&request.config),
            tables: table_hashes(register_tables, short_tables).into_map(),
        })
    }

    /// Returns the code of the fingerprint: the first 80 bits of its SHA-256 as four groups of four characters.
    ///
    /// By accident two fingerprints have the same code once in 2^80 (a million of millions of millions of millions)
    /// pairs. Nothing prevents somebody who can change the files from looking for one on purpose.
    #[must_use]
    pub fn code(&self) -> String {
        let text = serde_json::to_string(self).unwrap_or_default();
        let hash = Sha256::digest(text.as_bytes());
        let bits = hash.iter().take(10).fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        let digit = |place: u32| char::from(DIGITS[(bits >> (5 * (N_DIGITS - 1 - place)) & 31) as usize]);
        grouped((0..N_DIGITS).map(digit))
    }

    /// Returns the parts that differ from another fingerprint, each with the names that differ: files, keys of
    /// settings.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<(FingerprintPart, Vec<String>)> {
        let differs = |part: FingerprintPart| {
            let (own, others) = (self.part(part), other.part(part));
            let names: Vec<String> = own
                .iter()
                .filter(|(name, hash)| others.get(*name) != Some(hash))
                .map(|(name, _)| name.clone())
                .chain(others.keys().filter(|name| !own.contains_key(*name)).cloned())
                .collect();
            (!names.is_empty()).then_some((part, names))
        };
        FingerprintPart::ALL.into_iter().filter_map(differs).collect()
    }

    fn part(&self, part: FingerprintPart) -> Hashes {
        let single =
            |text: &String| Hashes::from([(text.split(' ').next().unwrap_or_default().to_owned(), text.clone())]);
        match part {
            FingerprintPart::Program => single(&self.program),
            FingerprintPart::Version => single(&self.version),
            FingerprintPart::Inputs => self.inputs.clone(),
            FingerprintPart::Decisions => self.decisions.clone(),
            FingerprintPart::Corrections => self.corrections.clone(),
            FingerprintPart::Reference => self.reference.clone(),
            FingerprintPart::Settings => self.settings.clone(),
            FingerprintPart::Result => self.tables.clone(),
        }
    }
}

/// The digits of a code: no letter that is read as another one (I, L, O) and no U.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Digits of a code.
const N_DIGITS: u32 = 16;

/// Returns a code as [`RunFingerprint::code`] writes it, from what a person has copied: small letters, spaces, O for 0.
/// `None` if it is no code.
#[must_use]
pub(crate) fn read_fingerprint_code(text: &str) -> Option<String> {
    let letters = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‑' | '–'));
    let digits: Vec<char> = letters
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .collect();
    let is_code = digits.len() == N_DIGITS as usize
        && digits.iter().all(|digit| u8::try_from(*digit).is_ok_and(|digit| DIGITS.contains(&digit)));
    is_code.then(|| grouped(digits.into_iter()))
}

fn grouped(digits: impl Iterator<Item = char>) -> String {
    let mut text = String::new();
    for (place, digit) in digits.enumerate() {
        if place > 0 && place % 4 == 0 {
            text.push('-');
        }
        text.push(digit);
    }
    text
}

/// Returns the keys of the settings whose values are not those of an earlier run. A setting that the program of that
/// run did not know counts only if it has another value than the built-in one.
pub(super) fn changed_settings(before: &Value, config: &Config) -> Vec<String> {
    let flat = |value: &Value| {
        let mut all = Hashes::new();
        add_settings("", value, &mut all);
        all
    };
    let (before, now) = (flat(before), flat(&serde_json::to_value(config).unwrap_or_default()));
    let built_in = flat(&serde_json::to_value(Config::default()).unwrap_or_default());
    let is_changed = |key: &String| match (before.get(key), now.get(key)) {
        (Some(before), now) => now != Some(before),
        (None, now) => now != built_in.get(key),
    };
    let keys: std::collections::BTreeSet<&String> = before.keys().chain(now.keys()).collect();
    keys.into_iter().filter(|key| is_changed(key)).cloned().collect()
}

/// Adds each setting in a value by its key (`link.accept`), its value as JSON.
fn add_settings(key: &str, value: &Value, all: &mut Hashes) {
    match value {
        Value::Object(table) => {
            for (name, value) in table {
                add_settings(&if key.is_empty() { name.clone() } else { format!("{key}.{name}") }, value, all);
            }
        }
        value => {
            all.insert(key.to_owned(), value.to_string());
        }
    }
}

/// Returns each setting by its key (`link.accept`), its value as JSON.
fn settings(config: &Config) -> Hashes {
    let mut all = Hashes::new();
    add_settings("", &serde_json::to_value(config).unwrap_or_default(), &mut all);
    if let Some(model) = &config.link.model {
        all.insert("link.model (file)".to_owned(), ingest::sha256_of_file(model).unwrap_or_default());
    }
    all
}

/// Hashes the tables that publishing would write, without those that follow from them: the figures and the indexes,
/// which `short_tables` does not hold yet.
fn table_hashes(tables: &RegisterTables<'_>, short_tables: &Tables) -> TableHashes {
    let mut hashes = TableHashes::default();
    hashes.add(tables.accepted_of_read.len(), &|places| tables.lineage_at(places));
    hashes.add(tables.register.persons.len(), &|places| tables.persons_at(places));
    hashes.add(tables.register.households.len(), &|places| tables.households_at(places));
    hashes.add(tables.acts.len(), &|places| tables.births_at(places));
    hashes.add(tables.links.len(), &|places| tables.links_at(places, true));
    hashes.add(tables.headings.len(), &|places| tables.columns_at(places));
    hashes.add_others(short_tables);
    hashes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fingerprint() -> RunFingerprint {
        RunFingerprint {
            program: "a".to_owned(),
            version: "3 ab".to_owned(),
            inputs: Hashes::from([("census/Q06.xlsx".to_owned(), "12".to_owned())]),
            settings: settings(&Config::default()),
            ..RunFingerprint::default()
        }
    }

    #[test]
    fn a_code_is_read_as_people_copy_it() {
        let code = fingerprint().code();
        assert_eq!(code.len(), 19);
        let copied =
            [code.clone(), code.to_lowercase(), code.replace('-', ""), format!(" {} ", code.replace('-', " "))];
        for text in copied {
            assert_eq!(read_fingerprint_code(&text).as_ref(), Some(&code), "{text}");
        }
        assert_eq!(read_fingerprint_code("OIL0-0000-0000-0000").as_deref(), Some("0110-0000-0000-0000"));
        for text in ["", "0000-0000-0000-000", "0000-0000-0000-00000", "U000-0000-0000-0000", "é000-0000-0000-0000"] {
            assert_eq!(read_fingerprint_code(text), None, "{text}");
        }
    }

    #[test]
    fn settings_that_are_no_longer_those_of_an_earlier_run_are_named() {
        let before = |config: &Config| serde_json::to_value(config).unwrap();
        let own = Config::default();
        assert_eq!(changed_settings(&before(&own), &own), [""; 0]);
        let mut other = own.clone();
        other.ingest.headings.insert("prenom".to_owned(), vec!["petit nom".to_owned()]);
        other.link.accept = 0.8;
        assert_eq!(changed_settings(&before(&other), &own), ["ingest.headings.prenom", "link.accept"]);
        assert_eq!(changed_settings(&before(&own), &other), ["ingest.headings.prenom", "link.accept"]);
        // A setting that the earlier program did not know.
        let mut of_earlier = before(&own);
        of_earlier["link"].as_object_mut().unwrap().remove("accept");
        assert_eq!(changed_settings(&of_earlier, &own), [""; 0]);
    }

    #[test]
    fn every_part_changes_the_code_and_is_named() {
        let old = fingerprint();
        let one = |name: &str| Hashes::from([(name.to_owned(), "1".to_owned())]);
        let mut config = Config::default();
        config.link.accept = 0.8;
        let all = [
            (RunFingerprint { program: "b".to_owned(), ..old.clone() }, FingerprintPart::Program, "b"),
            (RunFingerprint { version: "4 cd".to_owned(), ..old.clone() }, FingerprintPart::Version, "4"),
            (
                RunFingerprint { inputs: one("census/Q06.xlsx"), ..old.clone() },
                FingerprintPart::Inputs,
                "census/Q06.xlsx",
            ),
            (
                RunFingerprint { decisions: one("decisions/a.csv"), ..old.clone() },
                FingerprintPart::Decisions,
                "decisions/a.csv",
            ),
            (
                RunFingerprint { corrections: one("corrections/a"), ..old.clone() },
                FingerprintPart::Corrections,
                "corrections/a",
            ),
            (
                RunFingerprint { reference: one("reference/a"), ..old.clone() },
                FingerprintPart::Reference,
                "reference/a",
            ),
            (RunFingerprint { settings: settings(&config), ..old.clone() }, FingerprintPart::Settings, "link.accept"),
            (RunFingerprint { tables: one("persons"), ..old.clone() }, FingerprintPart::Result, "persons"),
        ];
        assert_eq!(all.len(), FingerprintPart::ALL.len());
        for (new, part, name) in all {
            assert_ne!(new.code(), old.code(), "{part:?}");
            let differences = new.differences(&old);
            assert_eq!(differences.len(), 1, "{differences:?}");
            assert_eq!((differences[0].0, differences[0].1[0].as_str()), (part, name));
        }
        assert!(old.differences(&old.clone()).is_empty());
    }
}
