//! Reads a workbook in a process of its own, so that a hostile or broken file can end that process only.
//!
//! calamine answers some broken files by asking for more memory than there is, and that ends the process. So the
//! program starts itself again, sends the file's bytes to the new process and receives the sheets through
//! [`super::worker_protocol`]. [`read`] is the side of the run, [`serve`] that of the worker. Neither writes a file.
//! The worker's stderr goes to /dev/null, because it could contain a name.

use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::Builder;
use std::time::Duration;

use crate::error::{Error, ErrorCode, Result};
use crate::record::Book;

use super::settings::IngestSettings;
use super::sheet_events::BookBuilder;
use super::workbook::inspect_and_read;
use super::worker_protocol::{EventWriter, ReadError, read_events};

/// The command-line argument that makes the program a worker.
pub const READ_BOOK: &str = "read-book";

/// The environment variables that limit the worker's allocator, mimalloc, to the memory it reserves at start. It
/// returns no memory to the system, for the worker ends with its workbook.
fn memory_limit(mib: u64) -> [(&'static str, String); 3] {
    [
        ("MIMALLOC_RESERVE_OS_MEMORY", format!("{mib}MiB")),
        ("MIMALLOC_DISALLOW_OS_ALLOC", "1".to_owned()),
        ("MIMALLOC_PURGE_DELAY", "-1".to_owned()),
    ]
}

/// Reads a workbook in a worker process, started from `program`.
///
/// # Errors
/// The error that the worker sends; `file-too-slow` past the time limit, `file-too-heavy` if the worker ran out of
/// memory, `file-damaged` if its stream ended early for another reason; `reader-not-started`.
pub(super) fn read(program: &Path, bytes: &[u8], settings: &IngestSettings) -> Result<Book> {
    let not_started = |e: io::Error| Error::new(ErrorCode::ReaderNotStarted).at(program).because(e);
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
        let send = move || to.map_or(Ok(()), |to| send_request(to, bytes, settings));
        // A failure here needs no report: the worker's stream then ends early.
        Builder::new().spawn_scoped(scope, send).map_err(not_started)?;
        let (end_sender, end_receiver) = channel::<()>();
        let worker = &worker;
        let watch = move || {
            let is_late = end_receiver.recv_timeout(Duration::from_secs(seconds)) == Err(RecvTimeoutError::Timeout);
            if is_late {
                worker.kill();
            }
            is_late
        };
        let watch = Builder::new().spawn_scoped(scope, watch).map_err(not_started)?;
        let mut builder = BookBuilder::new(settings);
        let result = from.map_or(Err(ReadError::Broken), |from| {
            read_events(BufReader::with_capacity(1 << 16, from), &mut |event| builder.add(event))
        });
        // How the worker ended matters only if its stream ended early.
        let status = matches!(result, Err(ReadError::Broken)).then(|| worker.wait()).flatten();
        worker.kill();
        drop(end_sender);
        let is_late = watch.join().unwrap_or(false);
        match result {
            Ok(()) => Ok(builder.finish()),
            Err(ReadError::Fault(error)) => Err(error),
            Err(ReadError::Broken) if is_late => Err(Error::new(ErrorCode::FileTooSlow).with("limit", seconds)),
            Err(ReadError::Broken) if status.is_some_and(ran_out_of_memory) => {
                Err(Error::new(ErrorCode::FileTooHeavy).with("limit", settings.worker_memory_mb))
            }
            Err(ReadError::Broken) => Err(Error::new(ErrorCode::FileDamaged)),
        }
    })
}

/// A started worker process; it is killed when this is dropped.
struct Worker {
    child: Mutex<Child>,
}

impl Worker {
    fn child(&self) -> MutexGuard<'_, Child> {
        self.child.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn kill(&self) {
        // This fails only if the worker has ended.
        let _ = self.child().kill();
    }

    /// Waits for the end of the process. The lock is released between polls, so that another thread can kill it.
    fn wait(&self) -> Option<ExitStatus> {
        loop {
            let state = self.child().try_wait();
            match state {
                Ok(None) => std::thread::sleep(Duration::from_millis(2)),
                ended => return ended.ok().flatten(),
            }
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.kill();
        let _ = self.child().wait();
    }
}

/// Whether a signal ended the process, as it does when memory runs out: the process aborts, or the system kills it.
#[cfg(unix)]
fn ran_out_of_memory(status: ExitStatus) -> bool {
    // SIGABRT, SIGKILL, SIGSEGV (a stack that can't grow).
    std::os::unix::process::ExitStatusExt::signal(&status).is_some_and(|signal| matches!(signal, 6 | 9 | 11))
}

/// Whether the process aborted. Windows has no signals: an abort shows as this exit status.
#[cfg(not(unix))]
fn ran_out_of_memory(status: ExitStatus) -> bool {
    const FAST_FAIL: u32 = 0xC000_0409;
    status.code() == Some(FAST_FAIL as i32)
}

/// Sends the settings and the number of bytes, a line each, then the bytes.
fn send_request(mut to: impl Write, bytes: &[u8], settings: &IngestSettings) -> io::Result<()> {
    let settings = serde_json::to_string(settings)?;
    to.write_all(format!("{settings}\n{}\n", bytes.len()).as_bytes())?;
    to.write_all(bytes)?;
    to.flush()
}

fn receive_request(input: &mut impl io::BufRead) -> io::Result<(IngestSettings, Vec<u8>)> {
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

/// Runs the worker: reads settings and a workbook from `input` and writes its sheets, or the error, to `output`.
///
/// # Errors
/// Those of the two streams; an error of the workbook is written to `output`.
pub fn serve(input: impl Read, output: impl Write) -> io::Result<()> {
    let (settings, bytes) = receive_request(&mut BufReader::new(input))?;
    let mut writer = EventWriter::new(BufWriter::with_capacity(1 << 16, output))?;
    let mut output_error = None;
    let read = inspect_and_read(&bytes, &settings, &mut |event| {
        writer.event(&event).map_err(|e| {
            output_error = Some(e);
            Error::new(ErrorCode::OutputClosed)
        })
    });
    match (output_error, read) {
        (Some(e), _) => Err(e),
        (None, Ok(())) => writer.end(),
        (None, Err(error)) => writer.fault(&error),
    }
}
