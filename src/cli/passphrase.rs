//! Reads the passphrase of an office's key: from a file or a variable of the environment, else from the person at the
//! terminal, who types it unseen.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use bato::error::{Error, ErrorCode};

use super::Terminal;

/// Names a file whose first line is the passphrase.
const FILE_VARIABLE: &str = "BATO_PASSPHRASE_FILE";
/// Holds the passphrase.
const VARIABLE: &str = "BATO_PASSPHRASE";

/// Returns the passphrase of the key that is there.
pub(super) fn known(terminal: &Terminal) -> Result<String, Error> {
    match given()? {
        Some(passphrase) => Ok(passphrase),
        None => typed(terminal, "passphrase-ask"),
    }
}

/// Returns the passphrase for a new key: at the terminal it is typed twice.
pub(super) fn new(terminal: &Terminal) -> Result<String, Error> {
    if let Some(passphrase) = given()? {
        return Ok(passphrase);
    }
    let first = typed(terminal, "passphrase-ask-new")?;
    if typed(terminal, "passphrase-ask-again")? == first {
        Ok(first)
    } else {
        Err(Error::new(ErrorCode::PassphraseDiffers))
    }
}

fn given() -> Result<Option<String>, Error> {
    if let Some(path) = std::env::var_os(FILE_VARIABLE).map(PathBuf::from) {
        let text = std::fs::read_to_string(&path).map_err(|e| Error::io(&path, &e))?;
        return Ok(Some(text.lines().next().unwrap_or_default().to_owned()));
    }
    Ok(std::env::var(VARIABLE).ok().filter(|text| !text.is_empty()))
}

fn typed(terminal: &Terminal, question: &str) -> Result<String, Error> {
    let missing = || Error::new(ErrorCode::PassphraseMissing);
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Err(missing());
    }
    rpassword::prompt_password(format!("{} ", terminal.messages.text(question))).map_err(|_| missing())
}
