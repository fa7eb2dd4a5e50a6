//! Restoring a backup where there is no register yet: the backups on the sticks that are plugged in, what one holds, and
//! the restore itself.

use std::path::{Path, PathBuf};

use bato::app::{self, BackupContents};
use bato::error::Result;
use bato::messages::{Messages, say};

use super::agents::Role;
use super::sticks::Stick;
use super::visit::Visit;
use super::words;

/// Most backups of a stick that are offered.
const MOST_OFFERED: usize = 20;

/// What the page of backups shows of a restore.
#[derive(Default)]
pub(super) struct RestoreView {
    /// The path of each backup on a stick, and what is said of it.
    pub(super) backups: Vec<(String, String)>,
    /// The file that is looked at, or was typed.
    pub(super) file: String,
    /// What the file holds: label and value; none before it is looked at.
    pub(super) contents: Vec<(String, String)>,
    /// What the agent confirms.
    pub(super) question: String,
    pub(super) fault: String,
}

/// The backups that can be restored, the newest first.
pub(super) fn offered(messages: &Messages, sticks: &[Stick]) -> RestoreView {
    let mut backups: Vec<(String, String)> = Vec::new();
    for stick in sticks {
        let files = std::fs::read_dir(&stick.path).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut files: Vec<PathBuf> = files.filter(|path| is_backup_name(path)).collect();
        files.sort_by_key(|path| std::cmp::Reverse(path.file_name().map(std::ffi::OsStr::to_owned)));
        for path in files.into_iter().take(MOST_OFFERED) {
            let size = path.metadata().map_or(0, |file| file.len());
            let text = format!("{} ({})", path.display(), words::size(messages, size));
            backups.push((path.display().to_string(), text));
        }
    }
    RestoreView { backups, ..RestoreView::default() }
}

/// Whether a file has the name that the desk gives a backup.
fn is_backup_name(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    name.starts_with("bato ") && name.ends_with(".zip")
}

/// Looks at a backup, or restores it. Returns what was restored, or what the page shows.
pub(super) fn act(visit: &Visit<'_>, offered: RestoreView) -> Result<std::result::Result<String, RestoreView>> {
    visit.require(Role::Manager)?;
    let (form, messages) = (&visit.form, visit.messages());
    let typed = form.get("fichier");
    let file = if typed.is_empty() { form.get("sauvegarde") } else { typed }.to_owned();
    if file.is_empty() {
        return Ok(Err(RestoreView { fault: messages.text("desk-restore-none-chosen"), ..offered }));
    }
    let path = PathBuf::from(&file);
    let is_confirmed = form.get("faire") == "remettre" && form.get("confirme") == "oui";
    let done = if is_confirmed { restore(visit, &path).map(Some) } else { Ok(None) };
    Ok(match done.and_then(|done| Ok((done, app::backup_contents(&path)?))) {
        Ok((Some(said), _)) => Ok(said),
        Ok((None, contents)) => Err(RestoreView {
            question: say!(messages, "desk-restore-sure", commune = &contents.commune),
            contents: contents_in_words(messages, &path, &contents),
            file,
            ..offered
        }),
        Err(fault) => Err(RestoreView { fault: words::error(messages, &fault), file, ..offered }),
    })
}

/// Restores a backup into the folders of this register, which hold none, and says what was restored.
fn restore(visit: &Visit<'_>, path: &Path) -> Result<String> {
    let (messages, paths, access) = (visit.messages(), &visit.desk.paths, visit.access()?);
    let commune = visit.desk.config()?.run.commune;
    let own = paths.config.is_file().then_some(commune.as_str());
    // The agent has seen the commune and the day of the backup.
    let restored = app::restore(path, paths, own, None, &|_| Some(true), Some(&access))?;
    let (n, at, generation) =
        (restored.files.len(), words::moment(messages, &restored.made_at), restored.generation.to_string());
    let mut said = vec![say!(messages, "desk-restore-done", commune = &restored.commune, n, at, generation)];
    if let Some(beside) = app::settings_beside(paths) {
        said.push(say!(messages, "restore-settings", path = &paths.config, beside = &beside));
    }
    let trusted = app::trusted_since_backup(&paths.clean, &restored)?;
    if !trusted.is_empty() {
        said.push(say!(messages, "office-look-over", n = trusted.len(), list = trusted.join(", ")));
    }
    Ok(said.join(" "))
}

fn contents_in_words(messages: &Messages, path: &Path, contents: &BackupContents) -> Vec<(String, String)> {
    let values = [
        ("desk-import-backup-file", path.display().to_string()),
        ("desk-restore-commune", contents.commune.clone()),
        ("desk-restore-made", words::moment(messages, &contents.made_at)),
        ("desk-home-version", contents.generation.to_string()),
        ("desk-import-backup-files", messages.count(contents.files.len() as u64)),
        ("desk-import-backup-size", words::size(messages, contents.n_bytes())),
    ];
    values.into_iter().map(|(id, value)| (messages.text(id), value)).collect()
}
