//! The commands and their options, as clap parses them. The help texts are in `locales/*.ftl`, under `cli-`.

use std::path::{Path, PathBuf};

use bato::app::Access;
use bato::error::Error;
use bato::messages::Lang;
use bato::store::OutputRules;
use clap::builder::RangedU64ValueParser;
use clap::{Parser, Subcommand};

use super::Terminal;

/// The numbers of threads that a machine can bear.
fn thread_count() -> RangedU64ValueParser<usize> {
    RangedU64ValueParser::new().range(1..=1024)
}

/// Parses a share of a whole.
fn share(text: &str) -> Result<f64, String> {
    let share = text.replace(',', ".").parse::<f64>().map_err(|cause| cause.to_string())?;
    if (0.0..=1.0).contains(&share) { Ok(share) } else { Err(text.to_owned()) }
}

/// Version, commit, target and date of build.
pub(crate) const VERSION: &str = concat!(
    env!("CARGO_PKG_VERSION"),
    " (",
    env!("BATO_COMMIT"),
    ", ",
    env!("BATO_TARGET"),
    ", ",
    env!("BATO_BUILT_ON"),
    ")"
);

#[derive(Debug, Parser)]
#[command(name = "bato", version = VERSION, disable_help_subcommand = true, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[arg(long, global = true, value_name = "DIR", default_value = "data-raw")]
    pub(crate) raw: PathBuf,
    #[arg(long, global = true, value_name = "DIR", default_value = "data-clean")]
    pub(crate) clean: PathBuf,
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    #[arg(long, global = true, value_name = "fr|nl|en")]
    pub(crate) lang: Option<String>,
    #[arg(long, global = true)]
    pub(crate) quiet: bool,
    #[arg(long, global = true, value_name = "N", value_parser = thread_count())]
    pub(crate) threads: Option<usize>,
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) who: Option<String>,
    #[arg(long, global = true, value_name = "TEXT")]
    pub(crate) why: Option<String>,
    #[arg(long, global = true)]
    pub(crate) force: bool,
}

/// A value of the environment, where a program that starts this one puts what other accounts must not read.
fn of_environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}

impl Args {
    /// Returns who looks at persons now, and why, for the log of look-ups. If no reason is given, a person at the
    /// terminal is asked for it once; they may leave it out.
    pub(crate) fn access(&self, terminal: &Terminal) -> Result<Access, Error> {
        let asked = || if self.quiet { None } else { terminal.ask(&terminal.messages.text("ask-why")) };
        let why = self.why.clone().or_else(|| of_environment("BATO_WHY")).or_else(asked);
        Access::new(super::now(), self.who().as_deref(), why.as_deref())
    }

    /// Returns who looks at persons now, and why if they say it. Nobody is asked.
    pub(crate) fn access_unasked(&self, why: Option<&str>) -> Result<Access, Error> {
        let own = self.why.clone().or_else(|| of_environment("BATO_WHY"));
        Access::new(super::now(), self.who().as_deref(), own.as_deref().or(why))
    }

    /// The name that the person gives, or that the program gives which started this one.
    fn who(&self) -> Option<String> {
        self.who.clone().or_else(|| of_environment("BATO_WHO"))
    }

    /// Returns what no output of a command may touch; `inputs` are the files that the command reads.
    pub(crate) fn outputs<'p>(&self, inputs: impl IntoIterator<Item = &'p Path>) -> OutputRules {
        let config = self.config.clone().unwrap_or_else(|| PathBuf::from("bato.toml"));
        let inputs = inputs.into_iter().map(Path::to_path_buf).chain([config]).collect();
        OutputRules { folders: vec![self.raw.clone(), self.clean.clone()], inputs, may_replace: self.force }
    }

    /// Returns the languages of pages and workbooks: the one of `--lang`, else all. The first is the one named on the
    /// terminal.
    pub(crate) fn langs(&self) -> Vec<Lang> {
        self.lang.as_deref().and_then(Lang::from_code).map_or(Lang::ALL.to_vec(), |lang| vec![lang])
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Run(RunArgs),
    Diff(DiffArgs),
    Check(CheckArgs),
    Report {
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    Release {
        #[arg(long, value_name = "PERIOD")]
        period: Option<String>,
        #[arg(long, value_name = "WHY")]
        without_ledger: Option<String>,
        #[arg(long, value_name = "WHY")]
        new_settings: Option<String>,
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    Compare {
        #[arg(required = true, value_name = "DIR")]
        communes: Vec<PathBuf>,
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    Export(ExportArgs),
    Rules {
        #[arg(value_name = "ID")]
        rule: Option<String>,
    },
    Verify {
        #[arg(long)]
        full: bool,
        #[arg(long, value_name = "N")]
        generation: Option<u64>,
    },
    Backup {
        #[arg(value_name = "FILE", required_unless_present = "to")]
        out: Option<PathBuf>,
        #[arg(long, value_name = "OFFICE")]
        to: Option<String>,
    },
    #[command(subcommand)]
    Office(OfficeCommand),
    #[command(subcommand)]
    Parcel(ParcelCommand),
    Restore {
        #[arg(value_name = "FILE", required_unless_present = "generation")]
        file: Option<PathBuf>,
        #[arg(long, value_name = "N", conflicts_with = "file")]
        generation: Option<u64>,
        #[arg(long, value_name = "NAME", conflicts_with = "generation")]
        commune: Option<String>,
    },
    Correct(CorrectArgs),
    Course(CourseArgs),
    Decide(DecideArgs),
    Desk {
        #[arg(long)]
        no_browser: bool,
    },
    Template(TemplateArgs),
    Settings(SettingsArgs),
    Review(ReviewArgs),
    Judge(JudgeArgs),
    Find(FindArgs),
    Log {
        #[arg(long, value_name = "N", default_value_t = 50)]
        last: usize,
        #[arg(long)]
        acknowledge: bool,
        #[arg(long, value_name = "LINE", conflicts_with = "acknowledge")]
        holds: Option<String>,
    },
    Show(ShowArgs),
    Link(LinkArgs),
    Model(ModelArgs),
    Score {
        #[arg(long, value_name = "FILE")]
        model: PathBuf,
    },
    Cluster(ClusterArgs),
    Keys(KeysArgs),
    Overlap(OverlapArgs),
    Synth(SynthArgs),
    Evaluate {
        #[arg(long, value_name = "DIR", default_value = "tests/truth")]
        truth: PathBuf,
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum OfficeCommand {
    New {
        name: String,
        #[arg(long, value_name = "CODE")]
        code: Option<String>,
        #[arg(short = 'o', long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    Safe {
        name: String,
        #[arg(long, value_name = "CODE")]
        code: Option<String>,
        #[arg(short = 'o', long, value_name = "FILE")]
        out: PathBuf,
    },
    Card {
        #[arg(short = 'o', long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    Print {
        #[arg(short = 'o', long, value_name = "FILE")]
        out: PathBuf,
    },
    Recover {
        #[arg(value_name = "FILE")]
        card: PathBuf,
        #[arg(long, value_name = "FILE")]
        key_file: Option<PathBuf>,
    },
    Accept {
        #[arg(value_name = "FILE")]
        card: PathBuf,
        #[arg(long, value_name = "TEXT")]
        words: Option<String>,
    },
    List,
    Revoke {
        #[arg(value_name = "OFFICE")]
        office: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum ParcelCommand {
    Seal(SealArgs),
    Open(OpenArgs),
    List {
        #[arg(long, value_name = "PARCEL")]
        forget: Option<String>,
    },
    Receipt {
        #[arg(value_name = "PARCEL")]
        names: Vec<String>,
        #[arg(long, value_name = "TEXT", conflicts_with = "names")]
        enter: Option<String>,
        #[arg(long, value_name = "FILE", conflicts_with = "enter")]
        html: Option<PathBuf>,
    },
}

#[derive(Debug, clap::Args)]
pub(crate) struct SealArgs {
    #[arg(value_name = "FILE", required_unless_present = "again")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, value_name = "OFFICE", required_unless_present = "again")]
    pub(crate) to: Vec<String>,
    #[arg(long, value_name = "KIND", value_parser = bato::parcel::ParcelKind::ALL.map(bato::parcel::ParcelKind::code), hide_possible_values = true)]
    pub(crate) kind: Option<String>,
    #[arg(long, value_name = "SIZE")]
    pub(crate) pieces: Option<String>,
    #[arg(long, value_name = "PARCEL", conflicts_with_all = ["files", "to", "kind"])]
    pub(crate) again: Option<String>,
    #[arg(long, value_name = "N", value_delimiter = ',', requires = "again", requires = "pieces")]
    pub(crate) only: Vec<usize>,
    #[arg(short = 'o', long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct OpenArgs {
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, conflicts_with = "paper")]
    pub(crate) again: bool,
    #[arg(long, requires = "out")]
    pub(crate) paper: bool,
    #[arg(long, value_name = "FILE", requires = "paper")]
    pub(crate) key_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "paper")]
    pub(crate) card: Option<PathBuf>,
    #[arg(short = 'o', long, value_name = "DIR", requires = "paper")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "TEXT", requires = "paper")]
    pub(crate) words: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct RunArgs {
    /// Without a number every removal is accepted.
    #[arg(long, value_name = "N", num_args = 0..=1, require_equals = true)]
    pub(crate) accept_removals: Option<Option<u64>>,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long, value_name = "CODE", conflicts_with = "dry_run")]
    pub(crate) expect: Option<String>,
    #[arg(long)]
    pub(crate) progress_json: bool,
    #[arg(long)]
    pub(crate) no_cache: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) timings: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct DiffArgs {
    pub(crate) from: Option<u64>,
    #[arg(requires = "from")]
    pub(crate) to: Option<u64>,
    #[arg(long)]
    pub(crate) all: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) explain: bool,
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ExportArgs {
    pub(crate) table: String,
    #[arg(long, value_name = "csv|parquet|xlsx|jsonl", default_value = "csv")]
    pub(crate) format: String,
    #[arg(long)]
    pub(crate) words: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) map: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) release: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "model")]
    pub(crate) list: Option<PathBuf>,
    #[arg(long, value_name = "NAME", requires = "model")]
    pub(crate) commune: Option<String>,
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "N")]
    pub(crate) generation: Option<u64>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct CorrectArgs {
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<String>,
    #[arg(value_name = "SHEET", requires = "column")]
    pub(crate) sheet: Option<String>,
    #[arg(value_name = "ROW", value_parser = clap::value_parser!(u32).range(1..=1_048_576))]
    pub(crate) row: Option<u32>,
    #[arg(value_name = "COLUMN", requires = "new")]
    pub(crate) column: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "column", allow_hyphen_values = true)]
    pub(crate) new: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "new", allow_hyphen_values = true)]
    pub(crate) old: Option<String>,
    #[arg(long, value_name = "ID", conflicts_with = "file")]
    pub(crate) undo: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) author: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct CourseArgs {
    #[command(subcommand)]
    pub(crate) command: CourseCommand,
    #[arg(long = "name", global = true, value_name = "NAME")]
    pub(crate) learner: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum CourseCommand {
    Start {
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..1_000_000))]
        seed: Option<u64>,
    },
    Status,
    Check,
    Hint,
    Next,
    Reset {
        #[arg(value_name = "LESSON")]
        lesson: Option<String>,
    },
    Answer {
        #[arg(required = true, value_name = "TEXT")]
        text: Vec<String>,
        #[arg(long, value_name = "N")]
        question: Option<usize>,
    },
    Solution {
        #[arg(long = "do")]
        carry_out: bool,
    },
    Certificate {
        #[arg(short = 'o', long, value_name = "FILE")]
        out: Option<PathBuf>,
        #[arg(long, value_name = "DIR")]
        signed: Option<PathBuf>,
    },
    Result {
        #[arg(short = 'o', long, value_name = "DIR")]
        out: Option<PathBuf>,
        #[arg(long)]
        with_name: bool,
    },
    Sign {
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    Results {
        #[arg(value_name = "DIR")]
        folders: Vec<PathBuf>,
    },
}

#[derive(Debug, clap::Args)]
pub(crate) struct DecideArgs {
    #[arg(value_name = "same|different|value|undo|list", value_parser = ["same", "different", "value", "undo", "list"], hide_possible_values = true)]
    pub(crate) what: String,
    #[arg(value_name = "ID")]
    pub(crate) words: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) author: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct SettingsArgs {
    #[arg(
        value_name = "list|word|heading|column|undo",
        value_parser = ["list", "word", "heading", "column", "undo"],
        hide_possible_values = true,
        default_value = "list"
    )]
    pub(crate) what: String,
    #[arg(value_name = "TEXT")]
    pub(crate) words: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct TemplateArgs {
    #[arg(value_name = "census|births|events", value_parser = ["census", "births", "events"], hide_possible_values = true)]
    pub(crate) kind: String,
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "N", default_value_t = 500, value_parser = clap::value_parser!(u32).range(1..=20_000))]
    pub(crate) rows: u32,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ReviewArgs {
    #[arg(long, value_name = "FILE", conflicts_with = "import")]
    pub(crate) export: Option<PathBuf>,
    #[arg(long, value_name = "N", default_value_t = 2_000, value_parser = clap::value_parser!(u32).range(1..=250_000))]
    pub(crate) most: u32,
    #[arg(
        long,
        value_name = "N",
        num_args = 0..=1,
        default_missing_value = "300",
        conflicts_with = "import",
        value_parser = clap::value_parser!(u32).range(100..=20_000)
    )]
    pub(crate) sample: Option<u32>,
    #[arg(long, value_name = "FILE")]
    pub(crate) import: Option<PathBuf>,
    #[arg(long, value_name = "NAME", requires = "import")]
    pub(crate) author: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct JudgeArgs {
    #[arg(long)]
    pub(crate) uncertain: bool,
    #[arg(long, conflicts_with = "uncertain")]
    pub(crate) agreement: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct FindArgs {
    #[arg(value_name = "TEXT")]
    pub(crate) name: Vec<String>,
    #[arg(long, value_name = "DATE", conflicts_with = "age")]
    pub(crate) born: Option<String>,
    #[arg(long, value_name = "N")]
    pub(crate) age: Option<u32>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) quartier: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) parent: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) limit: usize,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ShowArgs {
    pub(crate) id: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    #[arg(long)]
    pub(crate) history: bool,
    #[arg(long)]
    pub(crate) details: bool,
    #[arg(long, value_name = "N")]
    pub(crate) generation: Option<u64>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct LinkArgs {
    pub(crate) settings: PathBuf,
    #[arg(required = true, num_args = 1..=2, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    #[arg(long, value_name = "COLUMN")]
    pub(crate) truth: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
    #[arg(long, requires = "model")]
    pub(crate) by_keys: bool,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ModelArgs {
    #[arg(value_name = "merge", value_parser = ["merge"], hide_possible_values = true)]
    pub(crate) what: String,
    #[arg(required = true, value_name = "FILE")]
    pub(crate) models: Vec<PathBuf>,
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ClusterArgs {
    #[arg(long, value_name = "FILE")]
    pub(crate) model: PathBuf,
    #[arg(long, required = true, value_name = "FILE")]
    pub(crate) pairs: Vec<PathBuf>,
    #[arg(required = true, value_name = "FILE")]
    pub(crate) persons: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) aliases: Option<PathBuf>,
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct KeysArgs {
    #[arg(long, value_name = "TEXT")]
    pub(crate) round: Option<String>,
    #[arg(long, value_name = "FILE", requires = "round")]
    pub(crate) secret: Vec<PathBuf>,
    #[arg(long, value_name = "NAME", requires = "round")]
    pub(crate) commune: Option<String>,
    #[arg(long, value_name = "DIR", requires = "round")]
    pub(crate) truth: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["round", "pairs"])]
    pub(crate) new_secret: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "numbers", conflicts_with = "round")]
    pub(crate) pairs: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "pairs")]
    pub(crate) numbers: Option<PathBuf>,
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct OverlapArgs {
    #[arg(required = true, value_name = "DIR")]
    pub(crate) communes: Vec<PathBuf>,
    #[arg(short = 'o', long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) truth: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct SynthArgs {
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(bato::synth::MIN_PERSONS..=bato::synth::MAX_PERSONS))]
    pub(crate) persons: Option<u64>,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    #[arg(long, value_name = "N")]
    pub(crate) shared_with: Option<u64>,
    #[arg(long, value_name = "SHARE", default_value_t = 0.02, requires = "shared_with", value_parser = share)]
    pub(crate) shared: f64,
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    #[arg(
        long,
        alias = "errors",
        value_name = "light|usual|heavy",
        value_parser = ["light", "usual", "heavy"],
        hide_possible_values = true
    )]
    pub(crate) difficulty: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) settings: Option<PathBuf>,
    #[arg(long)]
    pub(crate) print_settings: bool,
}
