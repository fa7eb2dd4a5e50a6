//! The terminal: arguments in, words out. One short file a command.

mod args;
mod backup;
mod changes;
mod check;
mod compare;
mod decide;
mod evaluate;
mod explain;
mod export;
mod find;
mod help;
mod link;
mod person;
mod progress;
mod read_book;
mod report;
mod review;
mod rules;
mod run;
mod scores;
mod show;
mod synth;
mod template;
mod timings;
mod verify;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use bato::config::Config;
use bato::error::{Error, ErrorCode};
use bato::messages::{Lang, Messages};

use args::{Args, Command};

/// This program, to be started again as the worker that reads workbooks.
pub(crate) fn worker() -> Option<PathBuf> {
    std::env::current_exe().ok()
}

/// This moment, RFC 3339, to the second.
pub(crate) fn now() -> String {
    chrono::Local::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}

/// Done; every file was read.
pub(crate) const DONE: u8 = 0;
/// Done, but a file could not be read, or a check found errors.
pub(crate) const DONE_WITH_FAULTS: u8 = 1;
/// Nothing was done.
pub(crate) const NOT_DONE: u8 = 2;

/// What every command needs beside its own arguments.
pub(crate) struct Terminal {
    pub(crate) messages: Messages,
    pub(crate) is_quiet: bool,
}

impl Terminal {
    /// Data: to standard output. A reader that has gone away (`| head`) ends the program quietly.
    pub(crate) fn print(&self, text: &str) {
        let mut out = std::io::stdout().lock();
        if out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n")).is_err() {
            std::process::exit(i32::from(DONE));
        }
    }

    /// A message: to standard error.
    pub(crate) fn tell(&self, text: &str) {
        // Nobody is left to be told if this fails.
        let _ = writeln!(std::io::stderr().lock(), "{text}");
    }
}

/// Parses, runs the command, turns what it says into an exit status.
pub(crate) fn main(words: Vec<OsString>) -> ExitCode {
    if matches!(words.as_slice(), [_, word] if word == bato::ingest::READ_BOOK) {
        return ExitCode::from(read_book::read_book());
    }
    let lang = help::language(&words);
    let messages = Messages::new(lang);
    let args = match help::parse(&words, &messages) {
        Ok(args) => args,
        Err(code) => return ExitCode::from(code),
    };
    let mut terminal = Terminal { messages, is_quiet: args.quiet };
    let done = settings(&args).and_then(|config| {
        let support = &config.run.support;
        terminal.messages.set_support(&support.name, &support.telephone);
        dispatch(&args, &config, &terminal)
    });
    ExitCode::from(done.unwrap_or_else(|error| {
        if error.code == ErrorCode::OutputClosed {
            // Whoever read our output has enough (`| head`).
            return DONE;
        }
        terminal.tell(&show::error(&terminal.messages, &error));
        NOT_DONE
    }))
}

fn settings(args: &Args) -> Result<Config, Error> {
    if let Some(lang) = &args.lang
        && Lang::from_code(lang).is_none()
    {
        return Err(Error::new(ErrorCode::UnknownLanguage).with("value", lang));
    }
    if let Some(threads) = args.threads {
        // Fails only if the pool was built before; nothing has used it yet.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(threads.max(1)).build_global();
    }
    Config::read(args.config.as_deref())
}

fn dispatch(args: &Args, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    match &args.command {
        Command::Run { accept_removals, dry_run, no_cache, timings } => run::run(
            args,
            &run::RunArgs {
                accept_removals: *accept_removals,
                dry_run: *dry_run,
                no_cache: *no_cache,
                timings: timings.as_deref(),
            },
            config,
            terminal,
        ),
        Command::Diff { from, to, all } => changes::diff(args, *from, *to, *all, terminal),
        Command::Check { files, explain, out } => check::check(args, files, *explain, out.as_deref(), config, terminal),
        Command::Compare { communes, out } => compare::compare(args, communes, out.as_deref(), config, terminal),
        Command::Report { out } => report::report(args, out.as_deref(), config, terminal),
        Command::Export { table, format, words, out, generation } => {
            let out = out.as_deref();
            let wanted = export::ExportArgs { table, format, in_words: *words, out, generation: *generation };
            export::export(args, &wanted, config, terminal)
        }
        Command::Template { kind, out, rows, force } => {
            let wanted = template::TemplateArgs { kind, out: out.as_deref(), n_rows: *rows, may_replace: *force };
            template::template(args, &wanted, config, terminal)
        }
        Command::Rules { rule } => rules::rules(rule.as_deref(), config, terminal),
        Command::Verify { full, generation } => verify::verify(args, *full, *generation, terminal),
        Command::Backup { out } => backup::back_up(args, out, terminal),
        Command::Restore { file, generation } => backup::restore(args, file.as_deref(), *generation, terminal),
        Command::Decide { what, words, author, reason } => {
            let (author, reason) = (author.as_deref(), reason.as_deref());
            decide::decide(args, &decide::DecideArgs { what, words, author, reason }, config, terminal)
        }
        Command::Review { export, import, author } => {
            let (export, import, author) = (export.as_deref(), import.as_deref(), author.as_deref());
            review::review(args, &review::ReviewArgs { export, import, author }, config, terminal)
        }
        Command::Find { name, born, age, quartier, parent, limit, json } => {
            let wanted = find::FindArgs {
                name,
                born: born.as_deref(),
                age: *age,
                quartier: quartier.as_deref(),
                parent: parent.as_deref(),
                limit: *limit,
                as_json: *json,
            };
            find::find(args, &wanted, config, terminal)
        }
        Command::Log { last } => find::log(args, *last, terminal),
        Command::Show { id, html, history, details, generation } => {
            let html = html.as_deref();
            let wanted = person::ShowArgs { id, html, history: *history, generation: *generation, details: *details };
            person::show(args, &wanted, terminal)
        }
        Command::Link { settings, inputs, out, truth, model, json } => {
            let (truth, model) = (truth.as_deref(), model.as_deref());
            link::link(args, &link::LinkArgs { settings, inputs, out, truth, model, as_json: *json }, config, terminal)
        }
        Command::Synth { persons, seed, out, errors, settings, print_settings, force } => {
            let wanted = synth::SynthArgs {
                n_persons: *persons,
                seed: *seed,
                out: out.as_deref(),
                errors: errors.as_deref(),
                settings: settings.as_deref(),
                prints_settings: *print_settings,
                may_replace: *force,
            };
            synth::synth(&wanted, terminal)
        }
        Command::Evaluate { truth, json } => evaluate::evaluate(args, truth, *json, terminal),
    }
}
