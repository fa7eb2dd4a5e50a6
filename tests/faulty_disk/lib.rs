//! A disk that fails when it is told to: preloaded into the program under test, it stands between it and the system.
//!
//! Compiled by the tests with `rustc` alone. It counts what is done to files below one folder (create, write, flush,
//! rename, remove, cut) and at the n-th does as it is told, or writes down all that was done so that a power cut can be
//! played back. It makes system calls itself: nothing here may call a function that it replaces.
//!
//! - `FAULTY_UNDER`: the folder. Nothing else is touched.
//! - `FAULTY_AT`, `FAULTY_HOW`: at which operation, and what: `kill`, `full` (this write and all later ones), `full-once`, `error`
//!   (an input/output error, once), `error-on` (from there on), `read-only` (from there on), `short` (half of it is written, once), `interrupted` (once).
//! - `FAULTY_LOG`: a file to write the operations down in.
//! - `FAULTY_CLOCK`: seconds by which the clock is wrong.
//! - `FAULTY_GROWS`: end of the name of a file that gets a line more while it is read.

#![allow(clippy::missing_safety_doc)]

use std::ffi::{CStr, c_char, c_int, c_long, c_uint, c_void};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering::SeqCst};

unsafe extern "C" {
    fn syscall(number: c_long, ...) -> c_long;
    fn getenv(name: *const c_char) -> *const c_char;
    fn __errno_location() -> *mut c_int;
}

#[cfg(target_arch = "x86_64")]
mod nr {
    pub const READ: i64 = 0;
    pub const WRITE: i64 = 1;
    pub const CLOSE: i64 = 3;
    pub const WRITEV: i64 = 20;
    pub const GETPID: i64 = 39;
    pub const KILL: i64 = 62;
    pub const FSYNC: i64 = 74;
    pub const FDATASYNC: i64 = 75;
    pub const FTRUNCATE: i64 = 77;
    pub const CLOCK_GETTIME: i64 = 228;
    pub const OPENAT: i64 = 257;
    pub const MKDIRAT: i64 = 258;
    pub const UNLINKAT: i64 = 263;
    pub const RENAMEAT: i64 = 264;
    pub const READLINKAT: i64 = 267;
}
#[cfg(target_arch = "aarch64")]
mod nr {
    pub const READ: i64 = 63;
    pub const WRITE: i64 = 64;
    pub const CLOSE: i64 = 57;
    pub const WRITEV: i64 = 66;
    pub const GETPID: i64 = 172;
    pub const KILL: i64 = 129;
    pub const FSYNC: i64 = 82;
    pub const FDATASYNC: i64 = 83;
    pub const FTRUNCATE: i64 = 46;
    pub const CLOCK_GETTIME: i64 = 113;
    pub const OPENAT: i64 = 56;
    pub const MKDIRAT: i64 = 34;
    pub const UNLINKAT: i64 = 35;
    pub const RENAMEAT: i64 = 38;
    pub const READLINKAT: i64 = 78;
}

const HERE: c_int = -100;
const WRONLY: c_int = 1;
const CREAT: c_int = 0o100;
const TRUNC: c_int = 0o1000;
const APPEND: c_int = 0o2000;
const EIO: c_int = 5;
const EINTR: c_int = 4;
const ENOSPC: c_int = 28;
const EROFS: c_int = 30;
const N_FILES: usize = 4096;

/// Open files below the folder.
static OURS: [AtomicBool; N_FILES] = [const { AtomicBool::new(false) }; N_FILES];
/// Open files that grow while they are read.
static GROWS: [AtomicBool; N_FILES] = [const { AtomicBool::new(false) }; N_FILES];
static N_DONE: AtomicU64 = AtomicU64::new(0);
static LOG: AtomicI64 = AtomicI64::new(-2);
/// Whether a thread is writing an operation down: others wait, so that none is written into another.
static IS_WRITING: AtomicBool = AtomicBool::new(false);

fn setting(name: &'static CStr) -> Option<&'static [u8]> {
    let value = unsafe { getenv(name.as_ptr()) };
    if value.is_null() { None } else { Some(unsafe { CStr::from_ptr(value) }.to_bytes()) }
}

fn number(name: &'static CStr) -> Option<i64> {
    std::str::from_utf8(setting(name)?).ok()?.parse().ok()
}

/// Does as it was told at an operation; the error to give back, if any.
fn fault(is_write: bool, is_data: bool) -> Option<c_int> {
    let n = N_DONE.fetch_add(1, SeqCst) + 1;
    let at = number(c"FAULTY_AT")? as u64;
    let how = setting(c"FAULTY_HOW")?;
    match how {
        b"kill" if n == at => {
            unsafe { syscall(nr::KILL, syscall(nr::GETPID), 9) };
            None
        }
        b"full" if n >= at && is_write => Some(ENOSPC),
        b"full-once" if n == at && is_write => Some(ENOSPC),
        b"error" if n == at => Some(EIO),
        b"error-on" if n >= at => Some(EIO),
        b"read-only" if n >= at => Some(EROFS),
        // Only a write can be interrupted half-way.
        b"interrupted" if n == at && is_data => Some(EINTR),
        _ => None,
    }
}

fn is_cut_short() -> bool {
    setting(c"FAULTY_HOW") == Some(b"short") && number(c"FAULTY_AT") == Some(N_DONE.load(SeqCst) as i64)
}

fn refused(error: c_int) -> c_int {
    unsafe { *__errno_location() = error };
    -1
}

/// Whether a path is below the folder.
fn is_ours(path: &[u8]) -> bool {
    setting(c"FAULTY_UNDER").is_some_and(|under| path.starts_with(under))
}

/// The path of an open file.
fn path_of(file: c_int, into: &mut [u8; 4096]) -> usize {
    let mut link = *b"/proc/self/fd/0000000000\0";
    let (mut at, mut left) = (link.len() - 1, file);
    let first = b"/proc/self/fd/".len();
    let mut digits = [0_u8; 10];
    let mut n = 0;
    loop {
        digits[n] = b'0' + (left % 10) as u8;
        n += 1;
        left /= 10;
        if left == 0 {
            break;
        }
    }
    for (place, digit) in digits[..n].iter().rev().enumerate() {
        link[first + place] = *digit;
        at = first + place + 1;
    }
    link[at] = 0;
    let length = unsafe { syscall(nr::READLINKAT, HERE, link.as_ptr(), into.as_mut_ptr(), into.len()) };
    usize::try_from(length).unwrap_or(0)
}

/// Writes an operation down: a letter, the path with its length, the bytes with theirs.
fn log(letter: u8, path: &[u8], bytes: &[u8]) {
    let Some(file) = setting(c"FAULTY_LOG") else { return };
    while IS_WRITING.swap(true, SeqCst) {
        std::hint::spin_loop();
    }
    if LOG.load(SeqCst) == -2 {
        let opened = unsafe { syscall(nr::OPENAT, HERE, file.as_ptr(), WRONLY | CREAT | APPEND, 0o600) };
        LOG.store(opened, SeqCst);
    }
    let out = LOG.load(SeqCst);
    let put = |bytes: &[u8]| unsafe { syscall(nr::WRITE, out, bytes.as_ptr(), bytes.len()) };
    put(&[letter]);
    put(&(path.len() as u32).to_le_bytes());
    put(path);
    put(&(bytes.len() as u32).to_le_bytes());
    put(bytes);
    IS_WRITING.store(false, SeqCst);
}

fn log_file(letter: u8, file: c_int, bytes: &[u8]) {
    if setting(c"FAULTY_LOG").is_some() {
        let mut path = [0; 4096];
        let length = path_of(file, &mut path);
        log(letter, &path[..length], bytes);
    }
}

fn ours(file: c_int) -> bool {
    usize::try_from(file).ok().and_then(|file| OURS.get(file)).is_some_and(|ours| ours.load(SeqCst))
}

unsafe fn open_it(path: *const c_char, flags: c_int, mode: c_uint) -> c_int {
    let name = unsafe { CStr::from_ptr(path) }.to_bytes();
    let mine = is_ours(name);
    let changes = mine && flags & (CREAT | TRUNC) != 0;
    if changes && let Some(error) = fault(flags & CREAT != 0, false) {
        return refused(error);
    }
    let file = unsafe { syscall(nr::OPENAT, HERE, path, flags, mode) } as c_int;
    if let Some(known) = usize::try_from(file).ok().filter(|file| *file < N_FILES) {
        OURS[known].store(mine, SeqCst);
        let grows = setting(c"FAULTY_GROWS").is_some_and(|end| name.ends_with(end));
        GROWS[known].store(grows, SeqCst);
        if changes {
            log(if flags & TRUNC != 0 { b't' } else { b'c' }, name, &[]);
        }
    }
    file
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn open(path: *const c_char, flags: c_int, mode: c_uint) -> c_int {
    unsafe { open_it(path, flags, mode) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn open64(path: *const c_char, flags: c_int, mode: c_uint) -> c_int {
    unsafe { open_it(path, flags, mode) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn close(file: c_int) -> c_int {
    if let Some(ours) = usize::try_from(file).ok().and_then(|file| OURS.get(file)) {
        ours.store(false, SeqCst);
    }
    unsafe { syscall(nr::CLOSE, file) as c_int }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn read(file: c_int, into: *mut c_void, length: usize) -> isize {
    let grows = usize::try_from(file).ok().and_then(|file| GROWS.get(file));
    if grows.is_some_and(|grows| grows.swap(false, SeqCst)) {
        let mut path = [0_u8; 4096];
        let n = path_of(file, &mut path);
        path[n] = 0;
        unsafe {
            let other = syscall(nr::OPENAT, HERE, path.as_ptr(), WRONLY | APPEND, 0);
            let line = b"zz;added;while;read\n";
            syscall(nr::WRITE, other, line.as_ptr(), line.len());
            syscall(nr::CLOSE, other);
        }
    }
    unsafe { syscall(nr::READ, file, into, length) as isize }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn write(file: c_int, bytes: *const c_void, length: usize) -> isize {
    let mut length = length;
    if ours(file) {
        if let Some(error) = fault(true, true) {
            return refused(error) as isize;
        }
        if is_cut_short() && length > 1 {
            length /= 2;
        }
    }
    let written = unsafe { syscall(nr::WRITE, file, bytes, length) as isize };
    if ours(file) && written > 0 {
        log_file(b'w', file, unsafe { std::slice::from_raw_parts(bytes.cast::<u8>(), written as usize) });
    }
    written
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn writev(file: c_int, pieces: *const c_void, n: c_int) -> isize {
    if ours(file) {
        // Our own files are written in one piece each; several would have to be logged as such.
        return refused(EIO) as isize;
    }
    unsafe { syscall(nr::WRITEV, file, pieces, n) as isize }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn fsync(file: c_int) -> c_int {
    if ours(file) {
        if let Some(error) = fault(false, false) {
            return refused(error);
        }
        log_file(b's', file, &[]);
    }
    unsafe { syscall(nr::FSYNC, file) as c_int }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn fdatasync(file: c_int) -> c_int {
    if ours(file) {
        if let Some(error) = fault(false, false) {
            return refused(error);
        }
        log_file(b's', file, &[]);
    }
    unsafe { syscall(nr::FDATASYNC, file) as c_int }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn ftruncate64(file: c_int, length: i64) -> c_int {
    if ours(file) && let Some(error) = fault(true, false) {
        return refused(error);
    }
    unsafe { syscall(nr::FTRUNCATE, file, length) as c_int }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn rename(from: *const c_char, to: *const c_char) -> c_int {
    let (old, new) = unsafe { (CStr::from_ptr(from).to_bytes(), CStr::from_ptr(to).to_bytes()) };
    if is_ours(new) {
        if let Some(error) = fault(true, false) {
            return refused(error);
        }
        log(b'r', old, new);
    }
    unsafe { syscall(nr::RENAMEAT, HERE, from, HERE, to) as c_int }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn unlink(path: *const c_char) -> c_int {
    let name = unsafe { CStr::from_ptr(path) }.to_bytes();
    if is_ours(name) {
        if let Some(error) = fault(false, false) {
            return refused(error);
        }
        log(b'u', name, &[]);
    }
    unsafe { syscall(nr::UNLINKAT, HERE, path, 0) as c_int }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn unlinkat(folder: c_int, path: *const c_char, flags: c_int) -> c_int {
    let name = unsafe { CStr::from_ptr(path) }.to_bytes();
    let mut whole = [0_u8; 4096];
    let mut length = if folder == HERE { 0 } else { path_of(folder, &mut whole) };
    if length > 0 {
        whole[length] = b'/';
        length += 1;
    }
    let end = (length + name.len()).min(whole.len());
    whole[length..end].copy_from_slice(&name[..end - length]);
    if is_ours(&whole[..end]) {
        if let Some(error) = fault(false, false) {
            return refused(error);
        }
        log(b'u', &whole[..end], &[]);
    }
    unsafe { syscall(nr::UNLINKAT, folder, path, flags) as c_int }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn mkdir(path: *const c_char, mode: c_uint) -> c_int {
    let name = unsafe { CStr::from_ptr(path) }.to_bytes();
    if is_ours(name) {
        if let Some(error) = fault(true, false) {
            return refused(error);
        }
    }
    let made = unsafe { syscall(nr::MKDIRAT, HERE, path, mode) as c_int };
    if made == 0 && is_ours(name) {
        log(b'm', name, &[]);
    }
    made
}

#[repr(C)]
pub struct Moment {
    seconds: i64,
    nanoseconds: i64,
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn clock_gettime(clock: c_int, moment: *mut Moment) -> c_int {
    let told = unsafe { syscall(nr::CLOCK_GETTIME, clock, moment) as c_int };
    if clock == 0 && told == 0 && let Some(wrong) = number(c"FAULTY_CLOCK") {
        unsafe { (*moment).seconds += wrong };
    }
    told
}
