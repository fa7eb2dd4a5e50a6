//! The commands of the terminal: they read arguments, call a use case and print its result.
//!
//! Most have a file of their name. `country.rs` has what links several communes (`model`, `score`, `cluster`).
//! `person.rs` has `show`; `find.rs` has `log`, too, `report.rs` `compare`, `backup.rs` `restore`. `show.rs` has the
//! sentences that several commands print.

mod args;
mod backup;
mod changes;
mod check;
mod correct;
mod country;
mod course;
mod decide;
mod desk;
mod evaluate;
mod explain;
mod export;
mod find;
mod judge;
mod keys;
mod link;
mod office;
mod parcel;
mod parse;
mod passphrase;
mod person;
mod place;
mod progress;
mod progress_json;
mod read_book;
mod release;
mod report;
mod review;
mod rules;
mod run;
mod scores;
mod settings;
mod show;
mod synth;
mod template;
mod timings;
mod verify;

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::OnceLock;

use bato::app;
use bato::config::Config;
use bato::error::{Error, ErrorCode};
use bato::messages::{Lang, Messages, say};
use bato::record::is_unprintable;

use args::{Args, Command};

pub(crate) use crate::host::{now, today, worker};

/// Exit status: the command is done and every file was read.
pub(crate) const DONE: u8 = 0;
/// Exit status: the command is done, but a file could not be read or a check found errors.
pub(crate) const DONE_WITH_FAULTS: u8 = 1;
/// Exit status: nothing was done.
pub(crate) const NOT_DONE: u8 = 2;

/// Most bytes of an answer at the terminal.
const MOST_ANSWER_BYTES: u64 = 4096;

/// What every command needs beside its own arguments.
pub(crate) struct Terminal {
    pub(crate) messages: Messages,
    pub(crate) is_quiet: bool,
    /// The first error of standard output. Nothing more is printed after it.
    output_fault: OnceLock<io::Error>,
}

impl Terminal {
    pub(crate) fn new(messages: Messages, is_quiet: bool) -> Self {
        Self { messages, is_quiet, output_fault: OnceLock::new() }
    }

    /// Prints data to standard output. If that is closed (`| head`) or full, the command goes on to its end: its work
    /// does not depend on who reads its output.
    pub(crate) fn print(&self, text: &str) {
        if self.output_fault.get().is_some() {
            return;
        }
        let (mut out, text) = (io::stdout().lock(), printable(text));
        let printed = out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush());
        if let Err(cause) = printed {
            let _ = self.output_fault.set(cause);
        }
    }

    /// Returns the error of standard output, unless its reader has closed it: that is no error.
    fn output_fault(&self) -> Option<Error> {
        let cause = self.output_fault.get().filter(|cause| cause.kind() != io::ErrorKind::BrokenPipe)?;
        Some(Error::new(ErrorCode::OutputIncomplete).because(cause))
    }

    /// Asks a person at the terminal a question and returns the answer; `None` if standard input or standard error is
    /// no terminal.
    pub(crate) fn ask(&self, question: &str) -> Option<String> {
        if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
            return None;
        }
        let _ = write!(io::stderr().lock(), "{} ", printable(question));
        let mut answer = String::new();
        io::stdin().lock().take(MOST_ANSWER_BYTES).read_line(&mut answer).ok()?;
        Some(answer.trim().to_owned())
    }

    /// Prints a message to standard error.
    pub(crate) fn tell(&self, text: &str) {
        // If this fails, the failure can't be shown either.
        let _ = writeln!(io::stderr().lock(), "{}", printable(text));
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

/// A text that others wrote, in one line: a line break in it is shown as a sign.
fn in_one_line(text: &str) -> String {
    text.replace('\n', "\u{2424}").replace('\t', "\u{2409}")
}

/// Parses the arguments, runs the command and returns its exit status. A window that Windows opened for the program
/// alone stays until its user has read it.
pub(crate) fn main(words: Vec<OsString>) -> ExitCode {
    if matches!(words.as_slice(), [_, word] if word == bato::ingest::READ_BOOK) {
        return ExitCode::from(read_book::read_book());
    }
    if let [_, word, clean] = words.as_slice()
        && word == app::ORDER_PAIRS
    {
        return ExitCode::from(judge::order_pairs(Path::new(clean)));
    }
    let is_own_window = windows_desktop::is_own_window();
    let words = place::with_command(words, is_own_window, &parse::is_command);
    let messages = Messages::new(parse::language(&words));
    let close = messages.text("cli-close-window");
    let status = run_command(&words, messages);
    if is_own_window {
        let _ = writeln!(std::io::stderr().lock(), "\n{close}");
        let _ = std::io::stdin().read_line(&mut String::new());
    }
    ExitCode::from(status)
}

fn run_command(words: &[OsString], messages: Messages) -> u8 {
    let folder = place::register_folder();
    let args = match parse::parse(words, &messages, folder.as_deref()) {
        Ok(args) => args,
        Err(code) => return code,
    };
    let mut terminal = Terminal::new(messages, args.quiet);
    if let Some(folder) = folder.filter(|folder| args.raw.starts_with(folder)) {
        // If it can't be created, the command says what is missing.
        let is_new = place::create(&folder).unwrap_or(false);
        let id = if is_new { "cli-register-folder-new" } else { "cli-register-folder" };
        if is_new || !args.quiet {
            terminal.tell(&say!(&terminal.messages, id, path = &folder));
        }
    }
    let config = args.config.clone().unwrap_or_else(|| PathBuf::from("bato.toml"));
    // Commands without a register work beside a restore that can't be finished.
    let swept = app::sweep_temporaries(&args.raw, &args.clean, &config);
    let swept = if has_no_register(&args.command) { Ok(()) } else { swept };
    let done = swept.and_then(|()| settings(&args)).and_then(|config| {
        let support = &config.run.support;
        terminal.messages.set_support(&support.name, &support.telephone);
        let done = dispatch(&args, &config, &terminal);
        if let Some((generation, cause)) = app::take_recovered() {
            terminal.tell(&show::recovered(&terminal.messages, generation, cause));
        }
        done
    });
    if matches!(&args.command, Command::Run(wanted) if wanted.progress_json) {
        progress_json::end(&terminal, &done);
    }
    let status = done.unwrap_or_else(|error| {
        if error.code == ErrorCode::OutputClosed {
            // The program that reads the output has closed it (`| head`).
            return DONE;
        }
        terminal.tell(&show::error(&terminal.messages, &error));
        NOT_DONE
    });
    // The command did its work, but what it printed is incomplete.
    match terminal.output_fault() {
        Some(error) if status == DONE => {
            terminal.tell(&show::error(&terminal.messages, &error));
            DONE_WITH_FAULTS
        }
        _ => status,
    }
}

fn settings(args: &Args) -> Result<Config, Error> {
    if let Some(lang) = &args.lang
        && Lang::from_code(lang).is_none()
    {
        return Err(Error::new(ErrorCode::UnknownLanguage).with("value", lang));
    }
    if let Some(threads) = args.threads {
        // Fails only if the pool was built before; nothing has used it yet.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
    }
    app::settings(args.config.as_deref(), &args.raw)
}

/// Whether a command has no register of its own, or is the course, which looks for its own folder.
fn has_no_register(command: &Command) -> bool {
    matches!(
        command,
        Command::Course(_)
            | Command::Compare { .. }
            | Command::Link(_)
            | Command::Rules { .. }
            | Command::Synth(_)
            | Command::Template(_)
    )
}

fn dispatch(args: &Args, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    if !has_no_register(&args.command) {
        app::refuse_mixed(&args.raw, &args.clean, config)?;
        app::refuse_nested(&args.raw, &args.clean)?;
    }
    match &args.command {
        Command::Run(wanted) => run::run(args, wanted, config, terminal),
        Command::Diff(wanted) => changes::diff(args, wanted, terminal),
        Command::Check(wanted) => check::check(args, wanted, config, terminal),
        Command::Compare { communes, out } => report::compare(args, communes, out.as_deref(), config, terminal),
        Command::Release { period, out, without_ledger, new_settings } => {
            let reasons = [without_ledger.as_deref(), new_settings.as_deref()];
            release::release(args, period.as_deref(), reasons, out.as_deref(), config, terminal)
        }
        Command::Report { out } => report::report(args, out.as_deref(), config, terminal),
        Command::Export(wanted) => export::export(args, wanted, config, terminal),
        Command::Settings(wanted) => settings::settings(args, wanted, terminal),
        Command::Template(wanted) => template::template(args, wanted, config, terminal),
        Command::Rules { rule } => rules::rules(rule.as_deref(), config, terminal),
        Command::Verify { full, generation } => verify::verify(args, *full, *generation, terminal),
        Command::Backup { out, to } => backup::back_up(args, out.as_deref(), to.as_deref(), config, terminal),
        Command::Office(wanted) => office::office(args, wanted, terminal),
        Command::Parcel(wanted) => parcel::parcel(args, wanted, terminal),
        Command::Restore { generation: Some(number), .. } => {
            backup::restore_generation(args, *number, config, terminal)
        }
        Command::Restore { file, commune, .. } => {
            let file = file.as_deref().unwrap_or(Path::new(""));
            backup::restore(args, file, commune.as_deref(), config, terminal)
        }
        Command::Correct(wanted) => correct::correct(args, wanted, config, terminal),
        Command::Course(wanted) => course::course(args, wanted, terminal),
        Command::Desk { no_browser } => desk::desk(args, *no_browser, terminal),
        Command::Decide(wanted) => decide::decide(args, wanted, config, terminal),
        Command::Review(wanted) => review::review(args, wanted, config, terminal),
        Command::Judge(wanted) => judge::judge(args, wanted, config, terminal),
        Command::Find(wanted) => find::find(args, wanted, config, terminal),
        Command::Log { holds: Some(line), .. } => parcel::log_holds(args, line, terminal),
        Command::Log { acknowledge: true, .. } => find::acknowledge_log(args, terminal),
        Command::Log { last, .. } => find::log(args, *last, terminal),
        Command::Show(wanted) => person::show(args, wanted, terminal),
        Command::Link(wanted) => link::link(args, wanted, config, terminal),
        Command::Model(wanted) => country::merge(args, wanted, terminal),
        Command::Score { model } => country::score(model, terminal),
        Command::Cluster(wanted) => country::cluster(args, wanted, terminal),
        Command::Keys(wanted) => keys::keys(args, wanted, config, terminal),
        Command::Overlap(wanted) => keys::overlap(args, wanted, terminal),
        Command::Synth(wanted) => synth::synth(args, wanted, terminal),
        Command::Evaluate { truth, json } => evaluate::evaluate(args, truth, *json, terminal),
    }
}
