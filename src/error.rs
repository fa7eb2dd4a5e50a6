//! A fault of the run: it cannot go on. Faults of the data are [`crate::finding::Finding`]s.
//!
//! An error holds no sentence: its code names a message in `locales/*/errors.ftl`, and the facts
//! that message needs travel as named arguments, so that it can be said in any language.

use std::fmt;
use std::path::Path;

/// Why the run, or the reading of one file, stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// Kebab-case name of the fault; the message is `error-<code>`, its remedy `error-<code>.hint`.
    pub code: &'static str,
    /// What the message needs to know, by name (`path`, `key`, `value`…).
    pub args: Vec<(&'static str, String)>,
    /// What the system or a library said, in its own words.
    pub cause: Option<String>,
}

/// The library's result type.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error of this code, without arguments yet.
    #[must_use]
    pub fn new(code: &'static str) -> Self {
        Self { code, args: Vec::new(), cause: None }
    }

    /// Adds one named fact for the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Adds the path the fault is about, under the name `path`.
    #[must_use]
    pub fn at(self, path: &Path) -> Self {
        self.with("path", path.display())
    }

    /// Adds what the system or a library said.
    #[must_use]
    pub fn because(mut self, cause: impl fmt::Display) -> Self {
        self.cause = Some(cause.to_string());
        self
    }

    /// An error of the file system at `path`; a full disk and a refused permission have their own code.
    #[must_use]
    pub fn io(path: &Path, cause: &std::io::Error) -> Self {
        let code = match cause.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => "disk-full",
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => "no-permission",
            std::io::ErrorKind::NotFound => "not-found",
            _ => "io",
        };
        Self::new(code).at(path).because(cause)
    }
}

impl fmt::Display for Error {
    /// The code and its facts, for a developer; a person is shown the message of the code.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)?;
        for (name, value) in &self.args {
            write!(f, " {name}={value:?}")?;
        }
        match &self.cause {
            Some(cause) => write!(f, ": {cause}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {}
