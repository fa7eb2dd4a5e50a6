//! The commands of the terminal, one in each file: they read arguments, call a use case and print its result.

mod args;
mod backup;
mod changes;
mod check;
mod decide;
mod evaluate;
mod explain;
mod export;
mod find;
mod link;
mod parse;
mod person;
mod progress;
mod read_book;
mod release;
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

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use bato::app;
use bato::config::Config;
use bato::error::{Error, ErrorCode};
use bato::messages::{Lang, Messages};
use bato::record::is_unprintable;

use args::{Args, Command};

/// The path of this program, which is started again as the worker that reads workbooks.
pub(crate) fn worker() -> Option<PathBuf> {
    std::env::current_exe().ok()
}

/// Returns the present moment as RFC 3339, to the second.
pub(crate) fn now() -> String {
    chrono::Local::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}

/// The day that counts as today: that of the settings, else of the clock.
pub(crate) fn today(config: &Config) -> chrono::NaiveDate {
    config.run.today.unwrap_or_else(|| chrono::Local::now().date_naive())
}

/// Exit status: the command is done and every file was read.
pub(crate) const DONE: u8 = 0;
/// Exit status: the command is done, but a file could not be read or a check found errors.
pub(crate) const DONE_WITH_FAULTS: u8 = 1;
/// Exit status: nothing was done.
pub(crate) const NOT_DONE: u8 = 2;

/// What every command needs beside its own arguments.
pub(crate) struct Terminal {
    pub(crate) messages: Messages,
    pub(crate) is_quiet: bool,
}

impl Terminal {
    /// Prints data to standard output. If that is closed (`| head`), the program ends without an error.
    pub(crate) fn print(&self, text: &str) {
        let (mut out, text) = (std::io::stdout().lock(), printable(text));
        if out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n")).is_err() {
            std::process::exit(i32::from(DONE));
        }
    }

    /// Prints a message to standard error.
    pub(crate) fn tell(&self, text: &str) {
        // If this fails, the failure can't be shown either.
        let _ = writeln!(std::io::stderr().lock(), "{}", printable(text));
    }
}

/// The text with each character that a terminal would act on shown by its code: `␛` for an escape.
fn printable(text: &str) -> Cow<'_, str> {
    let is_acted_on = |c: char| c != '\n' && c != '\t' && is_unprintable(c);
    if !text.contains(is_acted_on) {
        return Cow::Borrowed(text);
    }
    let shown = |c: char| match c {
        c if !is_acted_on(c) => c,
        // Unicode has a picture for each of these.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        _ => '\u{fffd}',
    };
    Cow::Owned(text.chars().map(shown).collect())
}

/// Parses the arguments, runs the command and returns its exit status.
pub(crate) fn main(words: Vec<OsString>) -> ExitCode {
    if matches!(words.as_slice(), [_, word] if word == bato::ingest::READ_BOOK) {
        return ExitCode::from(read_book::read_book());
    }
    let lang = parse::language(&words);
    let messages = Messages::new(lang);
    let args = match parse::parse(&words, &messages) {
        Ok(args) => args,
        Err(code) => return ExitCode::from(code),
    };
    let config = args.config.clone().unwrap_or_else(|| PathBuf::from("bato.toml"));
    app::sweep_temporaries(&args.raw, &args.clean, &config);
    let mut terminal = Terminal { messages, is_quiet: args.quiet };
    let done = settings(&args).and_then(|config| {
        let support = &config.run.support;
        terminal.messages.set_support(&support.name, &support.telephone);
        let done = dispatch(&args, &config, &terminal);
        if let Some((generation, cause)) = app::take_recovered() {
            terminal.tell(&show::recovered(&terminal.messages, generation, cause));
        }
        done
    });
    ExitCode::from(done.unwrap_or_else(|error| {
        if error.code == ErrorCode::OutputClosed {
            // The program that reads the output has closed it (`| head`).
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
        Command::Run(wanted) => run::run(args, wanted, config, terminal),
        Command::Diff(wanted) => changes::diff(args, wanted, terminal),
        Command::Check(wanted) => check::check(args, wanted, config, terminal),
        Command::Compare { communes, out } => report::compare(args, communes, out.as_deref(), config, terminal),
        Command::Release { period, out } => release::release(args, period.as_deref(), out.as_deref(), config, terminal),
        Command::Report { out } => report::report(args, out.as_deref(), config, terminal),
        Command::Export(wanted) => export::export(args, wanted, config, terminal),
        Command::Template(wanted) => template::template(args, wanted, config, terminal),
        Command::Rules { rule } => rules::rules(rule.as_deref(), config, terminal),
        Command::Verify { full, generation } => verify::verify(args, *full, *generation, terminal),
        Command::Backup { out } => backup::back_up(args, out, terminal),
        Command::Restore { file, generation } => backup::restore(args, file.as_deref(), *generation, config, terminal),
        Command::Decide(wanted) => decide::decide(args, wanted, config, terminal),
        Command::Review(wanted) => review::review(args, wanted, config, terminal),
        Command::Find(wanted) => find::find(args, wanted, config, terminal),
        Command::Log { acknowledge: true, .. } => find::acknowledge_log(args, terminal),
        Command::Log { last, .. } => find::log(args, *last, terminal),
        Command::Show(wanted) => person::show(args, wanted, terminal),
        Command::Link(wanted) => link::link(args, wanted, config, terminal),
        Command::Synth(wanted) => synth::synth(args, wanted, terminal),
        Command::Evaluate { truth, json } => evaluate::evaluate(args, truth, *json, terminal),
    }
}
