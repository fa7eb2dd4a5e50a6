//! The process of its own in which a workbook is read: what is hostile or broken can end it, and nothing else.
//!
//! calamine answers some broken files by asking for more memory than there is, and that ends the process. So the program
//! starts itself again, hands the file's bytes to the new process and takes the sheets back through [`super::wire`].
//! [`read`] is the side of the run, [`serve`] that of the worker. Neither writes a file, and what the worker says on its
//! standard error is heard by nobody: it could hold a name.

use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::error::{Error, Result};
use crate::record::Book;

use super::pieces::Binder;
use super::wire::{self, Unread};
use super::{Settings, read_workbook};

/// The word that makes the program a worker.
pub const READ_BOOK: &str = "read-book";

/// What holds the program's allocator, mimalloc, to what it reserves when it starts, and to nothing beyond. It
/// gives nothing back, for the worker ends with its workbook.
fn memory_limit(mib: u64) -> [(&'static str, String); 3] {
    [
        ("MIMALLOC_RESERVE_OS_MEMORY", format!("{mib}MiB")),
        ("MIMALLOC_DISALLOW_OS_ALLOC", "1".to_owned()),
        ("MIMALLOC_PURGE_DELAY", "-1".to_owned()),
    ]
}

/// Reads a workbook in a worker: `program` is the one to start.
///
/// # Errors
/// What the worker says; `file-too-slow` past the time limit, `file-too-heavy` if it ran out of memory, `file-damaged` if it
/// ended in any other way without having said all; `reader-not-started`.
pub(super) fn read(program: &Path, bytes: &[u8], settings: &Settings) -> Result<Book> {
    let not_started = |e: io::Error| Error::new("reader-not-started").at(program).because(e);
    let mut child = Command::new(program)
        .arg(READ_BOOK)
        .envs(memory_limit(settings.worker_memory_mb))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(not_started)?;
    let (to, from) = (child.stdin.take(), child.stdout.take());
    let seconds = settings.worker_seconds + bytes.len() as u64 / (1024 * 1024);
    let worker = Worker { child: Mutex::new(child) };
    std::thread::scope(|scope| {
        let thread = || std::thread::Builder::new();
        let feed = move || to.map_or(Ok(()), |to| hand_over(to, bytes, settings));
        // A worker that ends before it has read all says so on its own side.
        thread().spawn_scoped(scope, feed).map_err(not_started)?;
        let (over, is_over) = channel::<()>();
        let worker = &worker;
        let watch = move || {
            let is_late = is_over.recv_timeout(Duration::from_secs(seconds)) == Err(RecvTimeoutError::Timeout);
            if is_late {
                worker.kill();
            }
            is_late
        };
        let watch = thread().spawn_scoped(scope, watch).map_err(not_started)?;
        let mut binder = Binder::new(settings);
        let told = from.map_or(Err(Unread::Broken), |from| {
            wire::read(BufReader::with_capacity(1 << 16, from), &mut |piece| binder.take(piece))
        });
        // Only of a worker that left its tale unfinished it matters how it ended.
        let end = matches!(told, Err(Unread::Broken)).then(|| worker.end()).flatten();
        worker.kill();
        drop(over);
        let is_late = watch.join().unwrap_or(false);
        match told {
            Ok(()) => Ok(binder.finish()),
            Err(Unread::Fault(error)) => Err(error),
            Err(Unread::Broken) if is_late => Err(Error::new("file-too-slow").with("limit", seconds)),
            Err(Unread::Broken) if end.is_some_and(ran_out_of_memory) => {
                Err(Error::new("file-too-heavy").with("limit", settings.worker_memory_mb))
            }
            Err(Unread::Broken) => Err(Error::new("file-damaged")),
        }
    })
}

/// A started worker; it never outlives this.
struct Worker {
    child: Mutex<Child>,
}

impl Worker {
    fn child(&self) -> MutexGuard<'_, Child> {
        self.child.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn kill(&self) {
        // It fails only for a worker that has ended.
        let _ = self.child().kill();
    }

    /// Waits for its end without keeping the hand of who may have to kill it.
    fn end(&self) -> Option<ExitStatus> {
        loop {
            match self.child().try_wait() {
                Ok(None) => {}
                Ok(Some(status)) => return Some(status),
                Err(_) => return None,
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.kill();
        let _ = self.child().wait();
    }
}

/// A process that can't have the memory it asks for ends itself by a signal; so does the system when there is none left.
#[cfg(unix)]
fn ran_out_of_memory(status: ExitStatus) -> bool {
    // Abort, kill, a stack that can't grow.
    std::os::unix::process::ExitStatusExt::signal(&status).is_some_and(|signal| matches!(signal, 6 | 9 | 11))
}

/// Windows has no signals: an abort shows as this status.
#[cfg(not(unix))]
fn ran_out_of_memory(status: ExitStatus) -> bool {
    const FAST_FAIL: u32 = 0xC000_0409;
    status.code() == Some(FAST_FAIL as i32)
}

/// The settings and the number of bytes, a line each, then the bytes.
fn hand_over(mut to: impl Write, bytes: &[u8], settings: &Settings) -> io::Result<()> {
    let settings = serde_json::to_string(settings)?;
    to.write_all(format!("{settings}\n{}\n", bytes.len()).as_bytes())?;
    to.write_all(bytes)?;
    to.flush()
}

fn receive(input: &mut impl io::BufRead) -> io::Result<(Settings, Vec<u8>)> {
    let mut line = String::new();
    input.read_line(&mut line)?;
    let settings = serde_json::from_str(&line)?;
    line.clear();
    input.read_line(&mut line)?;
    let n_bytes: u64 = line.trim_end().parse().map_err(io::Error::other)?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(usize::try_from(n_bytes).map_err(io::Error::other)?)?;
    input.take(n_bytes).read_to_end(&mut bytes)?;
    if bytes.len() as u64 != n_bytes {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok((settings, bytes))
}

/// What a worker does: reads settings and a workbook from `input` and tells its sheets, or why not, on `output`.
///
/// Whoever started this process has limited its memory.
///
/// # Errors
/// Those of the two streams; a fault of the workbook is told on `output`.
pub fn serve(input: impl Read, output: impl Write) -> io::Result<()> {
    let (settings, bytes) = receive(&mut BufReader::new(input))?;
    let mut writer = wire::Writer::new(BufWriter::with_capacity(1 << 16, output))?;
    let mut broken = None;
    let read = read_workbook(&bytes, &settings, &mut |piece| {
        writer.piece(&piece).map_err(|e| {
            broken = Some(e);
            Error::new("output-closed")
        })
    });
    match (broken, read) {
        (Some(e), _) => Err(e),
        (None, Ok(())) => writer.whole(),
        (None, Err(error)) => writer.fault(&error),
    }
}
