//! An error that stops the run or the reading of one file. Faults in the data are [`crate::finding::Finding`]s instead.
//!
//! An error contains no sentence: its code names a message in `locales/*/errors.ftl`, and named arguments fill in the
//! message in the language of the user.

mod code;

use std::fmt;
use std::path::Path;

pub use code::ErrorCode;

/// The reason why the run, or the reading of one file, stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// Code in kebab case; the message is `error-<code>`, its remedy `error-<code>.hint`.
    pub code: ErrorCode,
    /// Arguments of the message, by name (`path`, `key`, `value`…).
    pub args: Vec<(&'static str, String)>,
    /// Message of the operating system or of a library.
    pub cause: Option<String>,
}

/// The library's result type.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Returns an error with this code and no arguments.
    #[must_use]
    pub fn new(code: ErrorCode) -> Self {
        Self { code, args: Vec::new(), cause: None }
    }

    /// Adds a named argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// The error for a disk that became full when the register was already saved: it does not say that the old one
    /// stands.
    #[must_use]
    pub fn after_saving(self) -> Self {
        if self.code == ErrorCode::DiskFull { Self { code: ErrorCode::DiskFullAfter, ..self } } else { self }
    }

    /// Adds the path of the file or folder concerned, as the argument `path`.
    #[must_use]
    pub fn at(self, path: &Path) -> Self {
        self.with("path", shown_path(path))
    }

    /// Adds the message of the operating system or of a library.
    #[must_use]
    pub fn because(mut self, cause: impl fmt::Display) -> Self {
        self.cause = Some(cause.to_string());
        self
    }

    /// Converts a file system error at `path`. The code says what the system found: `disk-full`,
    /// `no-permission`, `not-found`, `is-folder`, `in-use`, `disk-failed`…, or else `io`.
    #[must_use]
    pub fn io(path: &Path, cause: &std::io::Error) -> Self {
        let code = match cause.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => ErrorCode::DiskFull,
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => ErrorCode::NoPermission,
            std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => ErrorCode::NotFound,
            std::io::ErrorKind::IsADirectory => ErrorCode::IsFolder,
            std::io::ErrorKind::InvalidFilename => ErrorCode::NameTooLong,
            std::io::ErrorKind::InvalidData => ErrorCode::NotText,
            std::io::ErrorKind::ResourceBusy | std::io::ErrorKind::ExecutableFileBusy => ErrorCode::InUse,
            _ => code_of_system(cause.raw_os_error()),
        };
        Self::new(code).at(path).because(cause)
    }
}

/// Returns a path for the screen, with the one separator of the system: on Windows `data-raw\census`, never
/// `data-raw/census`.
#[must_use]
pub fn shown_path(path: &Path) -> String {
    let path = path.display().to_string();
    if cfg!(windows) { path.replace('/', "\\") } else { path }
}

/// The code for the number of an error of the operating system.
fn code_of_system(number: Option<i32>) -> ErrorCode {
    #[cfg(windows)]
    return match number {
        // Sharing and lock violations.
        Some(32 | 33) => ErrorCode::InUse,
        // Device not ready, seek, CRC, I/O; network paths.
        Some(21..=31 | 51..=67 | 483 | 1006 | 1117 | 1167 | 1231) => ErrorCode::DiskFailed,
        _ => ErrorCode::Io,
    };
    #[cfg(not(windows))]
    match number {
        // EIO, ENXIO, ENODEV, ESTALE, EREMOTEIO, EHOSTDOWN, EHOSTUNREACH: the same numbers on Linux alone.
        Some(5 | 6 | 19) => ErrorCode::DiskFailed,
        #[cfg(target_os = "linux")]
        Some(112 | 113 | 116 | 121) => ErrorCode::DiskFailed,
        #[cfg(target_os = "linux")]
        Some(40) => ErrorCode::LinkLoop,
        _ => ErrorCode::Io,
    }
}

impl fmt::Display for Error {
    /// Writes the code and the arguments, for developers. Users see the message of the code instead.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.text())?;
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
