//! Parses the command line and chooses the language. Help texts and errors about arguments are translated from those of
//! clap.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use bato::config::Config;
use bato::messages::{Lang, Messages, say};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, CommandFactory, FromArgMatches};

use super::args::Args;
use super::{DONE, NOT_DONE, Terminal};

/// Returns the language of messages: that of `--lang`, else of the settings, else of the system, else French.
pub(super) fn language(words: &[OsString]) -> Lang {
    let value_of = |flag: &str| {
        let mut words = words.iter().filter_map(|word| word.to_str());
        while let Some(word) = words.next() {
            if word == flag {
                return words.next().map(str::to_owned);
            }
            if let Some(value) = word.strip_prefix(flag).and_then(|rest| rest.strip_prefix('=')) {
                return Some(value.to_owned());
            }
        }
        None
    };
    let of_settings = || {
        let named = value_of("--config").map(PathBuf::from);
        Config::read(named.as_deref()).ok()?.run.lang.as_deref().and_then(Lang::from_code)
    };
    let of_system = || {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty())?;
        Lang::from_code(&set)
    };
    // Windows has no such variables.
    let of_system = || of_system().or_else(|| Lang::from_code(&sys_locale::get_locale()?));
    value_of("--lang").as_deref().and_then(Lang::from_code).or_else(of_settings).or_else(of_system).unwrap_or_default()
}

/// Whether a word is the name of a command.
pub(super) fn is_command(word: &str) -> bool {
    Args::command().find_subcommand(word).is_some()
}

/// Parses the command line. The raw folder, the folder of the register and the settings lie in `folder`, where it is
/// given, unless an option names another.
///
/// # Errors
/// The exit status, after the help or the version was printed, or an error about the arguments.
pub(super) fn parse(words: &[OsString], messages: &Messages, folder: Option<&Path>) -> Result<Args, u8> {
    let mut command = localised(Args::command(), "cli", messages);
    if let Some(folder) = folder {
        for (option, name) in [("raw", "data-raw"), ("clean", "data-clean"), ("config", "bato.toml")] {
            let path = folder.join(name);
            if option != "config" || path.exists() {
                command = command.mut_arg(option, |arg| arg.default_value(path.into_os_string()));
            }
        }
    }
    let parsed = command.try_get_matches_from(words).and_then(|matches| Args::from_arg_matches(&matches));
    parsed.map_err(|error| {
        let terminal = Terminal::new(Messages::new(messages.lang()), false);
        match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                // clap has no setting for this word of the usage line.
                let options = format!("[{}]", messages.text("cli-word-options"));
                terminal.print(error.to_string().replacen("[OPTIONS]", &options, 1).trim_end());
                DONE
            }
            _ => {
                terminal.tell(&error_text(&error, messages));
                NOT_DONE
            }
        }
    })
}

/// Returns the command with the texts of the message files in the place of those of clap.
fn localised(command: clap::Command, id: &str, messages: &Messages) -> clap::Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let [usage, commands, arguments, options] =
        ["usage", "commands", "arguments", "options"].map(|word| messages.text(&format!("cli-heading-{word}")));
    let mut template = format!("{{about}}\n\n{usage} {{usage}}\n");
    if !names.is_empty() {
        template.push_str(&format!("\n{commands}\n{{subcommands}}\n"));
    }
    if command.get_positionals().next().is_some() {
        template.push_str(&format!("\n{arguments}\n{{positionals}}\n"));
    }
    template.push_str(&format!("\n{options}\n{{options}}"));
    let flag = |name: &'static str, short, action| {
        clap::Arg::new(name).short(short).long(name).action(action).help(messages.text(&format!("cli-arg-{name}")))
    };
    let mut command = command
        .about(messages.text(id))
        .help_template(template)
        .subcommand_value_name(messages.text("cli-word-command"))
        .disable_help_flag(true)
        .arg(flag("help", 'h', ArgAction::Help));
    if id == "cli" {
        command = command.disable_version_flag(true).arg(flag("version", 'V', ArgAction::Version));
    }
    let args: Vec<String> = command
        .get_arguments()
        .map(|arg| arg.get_id().to_string())
        .filter(|arg| arg != "help" && arg != "version")
        .collect();
    for arg in args {
        let own = format!("{id}-arg-{arg}");
        let text = messages.text(&if messages.has(&own) { own } else { format!("cli-arg-{arg}") });
        command = command.mut_arg(arg, |arg| {
            let takes_value = arg.get_action().takes_values();
            let word = arg.get_value_names().and_then(|names| names.first()).map(|name| format!("cli-word-{name}"));
            let arg = match word.filter(|word| messages.has(word)) {
                Some(word) => arg.value_name(messages.text(&word)),
                None => arg,
            };
            arg.help(text).hide_default_value(takes_value)
        });
    }
    for name in names {
        command = command.mut_subcommand(&name, |sub| localised(sub, &format!("{id}-{name}"), messages));
    }
    command
}

fn error_text(error: &clap::Error, messages: &Messages) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let id = match error.kind() {
        ErrorKind::UnknownArgument => "cli-wrong-argument",
        ErrorKind::InvalidSubcommand => "cli-wrong-command",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "cli-no-command",
        ErrorKind::MissingRequiredArgument => "cli-missing-argument",
        _ => "cli-wrong-value",
    };
    let argument = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand]
        .into_iter()
        .map(context)
        .find(|text| !text.is_empty())
        .unwrap_or_default();
    let text = say!(messages, id, argument, value = context(ContextKind::InvalidValue));
    format!("{} {text}\n\n{}", messages.text("word-error"), messages.text("cli-see-help"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Adds the ids of the messages that the help of a command and of its commands needs and that do not exist.
    fn add_missing(command: &clap::Command, id: &str, messages: &Messages, missing: &mut Vec<String>) {
        let mut need = |ids: [String; 2]| {
            if !ids.iter().any(|id| messages.has(id)) {
                missing.push(format!("{} {}", messages.lang().code(), ids[0]));
            }
        };
        need([id.to_owned(), String::new()]);
        for arg in command.get_arguments() {
            need([format!("{id}-arg-{}", arg.get_id()), format!("cli-arg-{}", arg.get_id())]);
            let names = arg.get_value_names().filter(|_| arg.get_action().takes_values());
            // A name in small letters is the list of the values themselves.
            for name in names.into_iter().flatten().filter(|name| !name.contains(char::is_lowercase)) {
                need([format!("cli-word-{name}"), String::new()]);
            }
        }
        for sub in command.get_subcommands() {
            add_missing(sub, &format!("{id}-{}", sub.get_name()), messages, missing);
        }
    }

    #[test]
    fn every_command_argument_and_value_has_words_in_each_language() {
        let mut missing = Vec::new();
        for lang in Lang::ALL {
            add_missing(&Args::command(), "cli", &Messages::new(lang), &mut missing);
        }
        assert!(missing.is_empty(), "{missing:#?}");
    }
}
