//! What waits to be counted by the next version: files, corrections and decisions, as the first page and the page of an
//! import name it.

use bato::app::{self, FileFaults, Overview};
use bato::error::Result;
use bato::messages::{Messages, say};

use super::visit::Visit;
use super::words;
use crate::host;

/// Most files named in a line.
const MOST_FILES: usize = 5;

/// Returns what no version holds yet, in words, each with the path of the task.
pub(super) fn to_import(visit: &Visit<'_>, overview: Option<&Overview>) -> Result<Vec<(String, &'static str)>> {
    let (messages, paths) = (visit.messages(), &visit.desk.paths);
    let settings = visit.desk.config()?.ingest;
    let mut waiting = Vec::new();
    let n_deposits = app::waiting_deposits(&paths.raw)?.len();
    if n_deposits > 0 {
        waiting.push((say!(messages, "desk-home-deposits", n = n_deposits), "/deposer"));
    }
    let files = app::waiting_files(&paths.raw, overview, &settings)?;
    for (id, list) in [("new", &files.new), ("changed", &files.changed), ("gone", &files.gone)] {
        if !list.is_empty() {
            let names = named_files(visit, list);
            waiting.push((say!(messages, &format!("desk-home-files-{id}"), n = list.len(), names), "/importer"));
        }
    }
    if overview.is_some() {
        let typed = app::typed_since(&paths.clean, &paths.raw, &settings)?;
        for (id, n) in [("corrections", typed.corrections), ("rulings", typed.rulings)] {
            if n > 0 {
                waiting.push((say!(messages, &format!("desk-home-{id}"), n), "/importer"));
            }
        }
    }
    Ok(waiting)
}

/// The names of the first files of a list.
fn named_files(visit: &Visit<'_>, list: &[String]) -> String {
    let first = list.iter().take(MOST_FILES).map(|path| words::file_words(visit.messages(), path));
    let more = (list.len() > MOST_FILES).then(|| "…".to_owned());
    first.chain(more).collect::<Vec<_>>().join(", ")
}

/// The merges that the program is not sure of, in words; `None` if there are none or their number is not known.
pub(super) fn merges_to_check(visit: &Visit<'_>) -> Result<Option<(String, String)>> {
    let (paths, config) = (&visit.desk.paths, visit.desk.config()?);
    let n = app::waiting_merges(&paths.clean, &paths.raw, &config, host::worker().as_deref())?;
    let line = |n: u64| (say!(visit.messages(), "desk-home-merges", n), "/juger/incertains".to_owned());
    Ok(n.filter(|n| *n > 0).map(line))
}

/// The files of which the quartier or the year is not known, in words; the only one leads to its page.
pub(super) fn without_place(messages: &Messages, files: &[FileFaults]) -> Option<(String, String)> {
    let lacking: Vec<&FileFaults> = files.iter().filter(|file| file.lacks_place).collect();
    let path = match lacking.as_slice() {
        [] => return None,
        [only] => words::file_path(&only.name),
        _ => "/corriger".to_owned(),
    };
    let names: Vec<String> = lacking.iter().map(|file| words::file_words(messages, &file.name)).collect();
    Some((say!(messages, "desk-import-without-place", n = lacking.len(), names = names.join(", ")), path))
}
