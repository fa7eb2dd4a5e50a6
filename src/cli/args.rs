//! The commands and their options, as clap parses them. The help texts are in `locales/*.ftl`, under `cli-`.

use std::path::PathBuf;

use bato::app::Access;
use bato::error::Error;
use bato::messages::Lang;
use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(name = "bato", version, disable_help_subcommand = true, max_term_width = 100)]
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
    #[arg(long, global = true, value_name = "N")]
    pub(crate) threads: Option<usize>,
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) who: Option<String>,
    #[arg(long, global = true, value_name = "TEXT")]
    pub(crate) why: Option<String>,
}

impl Args {
    /// Returns who looks at persons now, and why, for the log of look-ups.
    pub(crate) fn access(&self) -> Result<Access, Error> {
        Access::new(super::now(), self.who.as_deref(), self.why.as_deref())
    }

    /// Returns the languages of pages and workbooks: the one of `--lang`, else all. The first is the one named on the terminal.
    pub(crate) fn langs(&self) -> Vec<Lang> {
        self.lang.as_deref().and_then(Lang::from_code).map_or(Lang::ALL.to_vec(), |lang| vec![lang])
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Run {
        #[arg(long)]
        accept_removals: bool,
        #[arg(long)]
        dry_run: bool,
        #[arg(long)]
        no_cache: bool,
        #[arg(long, value_name = "FILE")]
        timings: Option<PathBuf>,
    },
    Diff {
        #[arg(value_name = "FROM")]
        from: Option<u64>,
        #[arg(value_name = "TO", requires = "from")]
        to: Option<u64>,
        #[arg(long)]
        all: bool,
    },
    Check {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[arg(long)]
        explain: bool,
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    Report {
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    Compare {
        #[arg(required = true, value_name = "DIR")]
        communes: Vec<PathBuf>,
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    Export {
        #[arg(value_name = "TABLE")]
        table: String,
        #[arg(long, value_name = "csv|parquet|xlsx|jsonl", default_value = "csv")]
        format: String,
        #[arg(long)]
        words: bool,
        #[arg(short = 'o', long, value_name = "FILE")]
        out: Option<PathBuf>,
        #[arg(long, value_name = "N")]
        generation: Option<u64>,
    },
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
        #[arg(value_name = "FILE")]
        out: PathBuf,
    },
    Restore {
        #[arg(value_name = "FILE", required_unless_present = "generation")]
        file: Option<PathBuf>,
        #[arg(long, value_name = "N", conflicts_with = "file")]
        generation: Option<u64>,
    },
    Decide {
        #[arg(value_name = "same|different|value|undo|list", value_parser = ["same", "different", "value", "undo", "list"], hide_possible_values = true)]
        what: String,
        #[arg(value_name = "ID")]
        words: Vec<String>,
        #[arg(long, value_name = "NAME")]
        author: Option<String>,
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    Template {
        #[arg(value_name = "census|births|events", value_parser = ["census", "births", "events"], hide_possible_values = true)]
        kind: String,
        #[arg(short = 'o', long, value_name = "FILE")]
        out: Option<PathBuf>,
        #[arg(long, value_name = "N", default_value_t = 500, value_parser = clap::value_parser!(u32).range(1..=20_000))]
        rows: u32,
        #[arg(long)]
        force: bool,
    },
    Review {
        #[arg(long, value_name = "FILE", conflicts_with = "import")]
        export: Option<PathBuf>,
        #[arg(long, value_name = "FILE")]
        import: Option<PathBuf>,
        #[arg(long, value_name = "NAME", requires = "import")]
        author: Option<String>,
    },
    Find {
        #[arg(value_name = "TEXT")]
        name: Vec<String>,
        #[arg(long, value_name = "DATE", conflicts_with = "age")]
        born: Option<String>,
        #[arg(long, value_name = "N")]
        age: Option<u32>,
        #[arg(long, value_name = "TEXT")]
        quartier: Option<String>,
        #[arg(long, value_name = "NAME")]
        parent: Option<String>,
        #[arg(long, value_name = "N", default_value_t = 20)]
        limit: usize,
        #[arg(long)]
        json: bool,
    },
    Log {
        #[arg(long, value_name = "N", default_value_t = 50)]
        last: usize,
    },
    Show {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(long, value_name = "FILE")]
        html: Option<PathBuf>,
        #[arg(long)]
        history: bool,
        #[arg(long)]
        details: bool,
        #[arg(long, value_name = "N")]
        generation: Option<u64>,
    },
    Link {
        #[arg(value_name = "SETTINGS")]
        settings: PathBuf,
        #[arg(required = true, num_args = 1..=2, value_name = "INPUT")]
        inputs: Vec<PathBuf>,
        #[arg(short = 'o', long, value_name = "FILE")]
        out: PathBuf,
        #[arg(long, value_name = "COLUMN")]
        truth: Option<String>,
        #[arg(long, value_name = "FILE")]
        model: Option<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    Synth {
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(bato::synth::MIN_PERSONS..=bato::synth::MAX_PERSONS))]
        persons: Option<u64>,
        #[arg(long, value_name = "N", default_value_t = 1)]
        seed: u64,
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        #[arg(long, value_name = "light|usual|heavy", value_parser = ["light", "usual", "heavy"], hide_possible_values = true)]
        errors: Option<String>,
        #[arg(long, value_name = "FILE")]
        settings: Option<PathBuf>,
        #[arg(long)]
        print_settings: bool,
        #[arg(long)]
        force: bool,
    },
    Evaluate {
        #[arg(long, value_name = "DIR", default_value = "tests/truth")]
        truth: PathBuf,
        #[arg(long)]
        json: bool,
    },
}
