//! Records who looks at persons and why: every use case that names persons writes this to the log of look-ups first.

use crate::error::{Error, ErrorCode, Result};
use crate::record::is_unprintable;
use crate::store::{LogFault, LookUp, Store};

/// Most letters of a name or a reason.
const MAX_LETTERS: usize = 500;
/// The end of a text that was cut.
const CUT: char = '…';
/// What stands between the names of two sheets.
const SHEETS_BETWEEN: &str = ", ";

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

    /// Adds as many lines to the log as the names of these sheets need, each name with the rows that are about to be
    /// shown. `before` stands before the names.
    ///
    /// # Errors
    /// Those of the file system. What can't be logged must not be shown.
    pub(super) fn log_sheets(
        &self,
        store: &Store,
        (what, before): (&str, &str),
        sheets: &[(String, u64)],
    ) -> Result<()> {
        let mut lines: Vec<(String, u64)> = Vec::new();
        for (name, n_rows) in sheets {
            match lines.last_mut() {
                Some((line, n))
                    if line.chars().count() + SHEETS_BETWEEN.len() + name.chars().count() <= MAX_LETTERS =>
                {
                    line.push_str(SHEETS_BETWEEN);
                    line.push_str(name);
                    *n += n_rows;
                }
                _ => lines.push((format!("{before}{name}"), *n_rows)),
            }
        }
        lines.iter().try_for_each(|(line, n)| self.log(store, what, line, *n).map(drop))
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

/// The text on one line, without control characters. One of more than [`MAX_LETTERS`] is cut, and ends in "…".
fn one_line(text: &str) -> String {
    let clean: String = text.chars().map(|c| if is_unprintable(c) { ' ' } else { c }).collect();
    let line = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MAX_LETTERS {
        return line;
    }
    line.chars().take(MAX_LETTERS - 1).chain([CUT]).collect()
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
    fn a_text_that_is_cut_says_so() {
        let why = |n: usize| Access::new(String::new(), Some("Ruth"), Some(&"a".repeat(n))).unwrap().why;
        assert_eq!(why(500), "a".repeat(500));
        assert_eq!(why(501), "a".repeat(499) + "…");
    }

    #[test]
    fn every_sheet_is_named_whole_however_many_there_are() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let access = Access::new("2026-01-02T03:04:05+01:00".to_owned(), Some("Ruth"), None).unwrap();
        let sheets: Vec<(String, u64)> =
            (1..=60).map(|n| (format!("census/quartier_{n:02} Esanga_é.csv"), n)).collect();
        access.log_sheets(&store, ("export", "keys "), &sheets).unwrap();
        let lines = store.look_ups().unwrap().lines;
        let names: Vec<&str> =
            lines.iter().flat_map(|line| line.asked.strip_prefix("keys ").unwrap().split(", ")).collect();
        assert_eq!(names, sheets.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>());
        assert_eq!(lines.iter().map(|line| line.shown).sum::<u64>(), (1..=60).sum::<u64>());
        assert!(lines.len() > 1 && lines.iter().all(|line| line.asked.chars().count() <= MAX_LETTERS));
        for line in &lines {
            let own = sheets.iter().filter(|(name, _)| line.asked.contains(name.as_str()));
            assert_eq!(own.map(|(_, n)| n).sum::<u64>(), line.shown);
        }
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
