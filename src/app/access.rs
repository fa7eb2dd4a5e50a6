//! Records who looks at persons and why: every use case that names persons writes this to the log of look-ups first.

use crate::error::{Error, ErrorCode, Result};
use crate::record::is_unprintable;
use crate::store::{LogFault, LookUp, Store};

/// Most letters of a name or a reason.
const MAX_LETTERS: usize = 500;

/// A look at persons: who looks, when and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    at: String,
    who: String,
    account: String,
    why: String,
}

impl Access {
    /// An access at a moment (RFC 3339). `who` is the name that the person gives; without one it is the name of their
    /// account on this computer, which the log records in any case. `why` is the reason; it may be empty.
    ///
    /// # Errors
    /// `look-up-who` if the name given has no letter that can be seen, or none is given and the account has none.
    pub fn new(at: String, who: Option<&str>, why: Option<&str>) -> Result<Self> {
        let account = whoami::username().map(|name| one_line(&name)).unwrap_or_default();
        let account = if account.is_empty() { account_number() } else { account };
        let who = who.map_or_else(|| account.clone(), one_line);
        if !who.chars().any(is_visible_letter) {
            return Err(Error::new(ErrorCode::LookUpWho));
        }
        // A reason without a letter that can be seen is none.
        let why = why.map(one_line).filter(|why| why.chars().any(is_visible_letter)).unwrap_or_default();
        Ok(Self { at, who, account, why })
    }

    /// The name given, or that of the account.
    #[must_use]
    pub fn who(&self) -> &str {
        &self.who
    }

    /// The moment, RFC 3339.
    #[must_use]
    pub fn at(&self) -> &str {
        &self.at
    }

    /// Adds a line to the log: the command, its arguments and how many persons or rows it is about to show. Returns the
    /// number of the line.
    ///
    /// # Errors
    /// Those of the file system. What can't be logged must not be shown.
    pub(super) fn log(&self, store: &Store, what: &str, asked: &str, shown: u64) -> Result<u64> {
        store.log_look_up(self.line(what, asked, shown))
    }

    /// Adds a line that acknowledges the fault of the log.
    ///
    /// # Errors
    /// `log-reason` without a reason; those of [`Store::acknowledge_log`].
    pub(super) fn acknowledge_log(&self, store: &Store) -> Result<LogFault> {
        if self.why.is_empty() {
            return Err(Error::new(ErrorCode::LogReason));
        }
        store.acknowledge_log(self.line("", "", 0))
    }

    fn line(&self, what: &str, asked: &str, shown: u64) -> LookUp {
        LookUp {
            n: 0,
            at: self.at.clone(),
            who: self.who.clone(),
            account: self.account.clone(),
            what: what.to_owned(),
            asked: one_line(asked),
            shown,
            why: self.why.clone(),
            before: String::new(),
        }
    }
}

/// Whether a character is a letter or digit that can be seen: the Hangul fillers are letters without a shape.
fn is_visible_letter(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}

/// The number of the account, for one that the system has no name for; "" where accounts have no number.
fn account_number() -> String {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        // A new file belongs to the account that runs the program.
        let own = tempfile::tempfile().and_then(|file| file.metadata());
        own.map(|meta| format!("uid {}", meta.uid())).unwrap_or_default()
    }
    #[cfg(not(unix))]
    String::new()
}

/// The text on one line, without control characters, cut at [`MAX_LETTERS`].
fn one_line(text: &str) -> String {
    let clean: String = text.chars().map(|c| if is_unprintable(c) { ' ' } else { c }).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(MAX_LETTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_name_is_refused_and_none_is_that_of_the_account() {
        let access = |who: Option<&str>| Access::new("2026-01-02T03:04:05+01:00".to_owned(), who, None);
        for blank in [" \n", "\u{200b}", "\u{3164}", "\u{2800}", "\u{ad}", "…"] {
            assert_eq!(access(Some(blank)).unwrap_err().code, ErrorCode::LookUpWho, "{blank:?}");
        }
        let own = access(None).unwrap();
        assert_eq!(own.who, own.account);
        assert!(!own.account.is_empty());
        let named = access(Some("Ruth")).unwrap();
        assert_eq!((named.who.as_str(), named.account.as_str()), ("Ruth", own.account.as_str()));
    }

    #[test]
    fn a_reason_has_one_line_and_no_escape_sequence() {
        let why = "carte\nd\u{1b}[31m’électeur\t";
        let access = Access::new(String::new(), Some("Ruth"), Some(why)).unwrap();
        assert_eq!(access.why, "carte d [31m’électeur");
        // A letter that nobody sees does not make another name look like this one.
        for hidden in
            "\u{200b}\u{2060}\u{fe0f}\u{ad}\u{61c}\u{180e}\u{34f}\u{3164}\u{2800}\u{feff}\u{200d}\u{e0041}".chars()
        {
            let access = Access::new(String::new(), Some(&format!("R{hidden}uth")), Some(&format!("ra{hidden}ison")));
            let access = access.unwrap();
            assert_eq!((access.who(), access.why.as_str()), ("R uth", "ra ison"), "{hidden:?}");
        }
        for blank in [" \n", "\u{200b}", "\u{3164}", "\u{2800}", "."] {
            assert_eq!(Access::new(String::new(), Some("Ruth"), Some(blank)).unwrap().why, "", "{blank:?}");
        }
    }
}
