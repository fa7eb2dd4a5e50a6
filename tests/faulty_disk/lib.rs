//! A library that simulates a faulty disk. It is preloaded (`LD_PRELOAD`) into the program under test and replaces the C
//! functions for files.
//!
//! The tests compile it with `rustc` alone. It counts the operations on files below one folder (create, write, flush, rename,
//! remove, truncate). At the n-th operation it fails as configured, or it logs all operations so that a test can replay a
//! power cut. It makes system calls directly: no function here may call a function that it replaces.
//!
//! Environment variables:
//!
//! - `FAULTY_UNDER`: the folder. Other files are not affected.
//! - `FAULTY_AT`, `FAULTY_HOW`: number of the operation, and the fault: `kill`; `full` (this write and all later ones fail);
//!   `full-once`; `error` (an input/output error, once); `error-on` (from there on); `read-only` (from there on); `short` (half
//!   of the bytes are written, once); `interrupted` (once).
//! - `FAULTY_LOG`: a file to log the operations in.
//! - `FAULTY_CLOCK`: seconds to add to the clock.
//! - `FAULTY_GROWS`: end of the name of a file that gets one more line while it is read.

#![allow(clippy::missing_safety_doc)]

use std::ffi::{CStr, c_char, c_int, c_long, c_uint, c_void};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering::SeqCst};

unsafe extern "C" {
    fn syscall(number: c_long, ...) -> c_long;
    fn getenv(name: *const c_char) -> *const c_char;
    fn __errno_location() -> *mut c_int;
}

#[cfg(target_arch = "x86_64")]
mod syscall_number {
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
    pub const FACCESSAT: i64 = 269;
}
#[cfg(target_arch = "aarch64")]
mod syscall_number {
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
    pub const FACCESSAT: i64 = 48;
}

/// Paths are relative to the working folder (`AT_FDCWD`).
const WORKING_FOLDER: c_int = -100;
const WRONLY: c_int = 1;
const CREAT: c_int = 0o100;
const TRUNC: c_int = 0o1000;
const REMOVEDIR: c_int = 0x200;
const APPEND: c_int = 0o2000;
const EIO: c_int = 5;
const EINTR: c_int = 4;
const ENOSPC: c_int = 28;
const EROFS: c_int = 30;
const N_FILES: usize = 4096;

/// Open files below the folder.
static WATCHED: [AtomicBool; N_FILES] = [const { AtomicBool::new(false) }; N_FILES];
/// Open files that grow while they are read.
static GROWING: [AtomicBool; N_FILES] = [const { AtomicBool::new(false) }; N_FILES];
static N_DONE: AtomicU64 = AtomicU64::new(0);
static LOG: AtomicI64 = AtomicI64::new(-2);
/// Whether a thread is writing a log entry. Other threads wait, so that entries don't mix.
static IS_LOGGING: AtomicBool = AtomicBool::new(false);

fn setting(name: &'static CStr) -> Option<&'static [u8]> {
    let value = unsafe { getenv(name.as_ptr()) };
    if value.is_null() { None } else { Some(unsafe { CStr::from_ptr(value) }.to_bytes()) }
}

fn number(name: &'static CStr) -> Option<i64> {
    std::str::from_utf8(setting(name)?).ok()?.parse().ok()
}

/// Counts an operation and applies the fault configured for it. Returns the error number to fail with, if any.
fn fault(is_write: bool, is_data: bool) -> Option<c_int> {
    let n = N_DONE.fetch_add(1, SeqCst) + 1;
    let at = number(c"FAULTY_AT")? as u64;
    let how = setting(c"FAULTY_HOW")?;
    match how {
        b"kill" if n == at => {
            unsafe { syscall(syscall_number::KILL, syscall(syscall_number::GETPID), 9) };
            None
        }
        b"full" if n >= at && is_write => Some(ENOSPC),
        b"full-once" if n == at && is_write => Some(ENOSPC),
        b"error" if n == at => Some(EIO),
        b"error-on" if n >= at => Some(EIO),
        b"read-only" if n >= at => Some(EROFS),
        // Only a write can be interrupted.
        b"interrupted" if n == at && is_data => Some(EINTR),
        _ => None,
    }
}

fn is_cut_short() -> bool {
    setting(c"FAULTY_HOW") == Some(b"short") && number(c"FAULTY_AT") == Some(N_DONE.load(SeqCst) as i64)
}

fn fail_with(error: c_int) -> c_int {
    unsafe { *__errno_location() = error };
    -1
}

/// Whether a path is below the folder.
fn is_below_folder(path: &[u8]) -> bool {
    setting(c"FAULTY_UNDER").is_some_and(|under| path.starts_with(under))
}

/// Writes the path of an open file into a buffer and returns its length.
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
    let length = unsafe { syscall(syscall_number::READLINKAT, WORKING_FOLDER, link.as_ptr(), into.as_mut_ptr(), into.len()) };
    usize::try_from(length).unwrap_or(0)
}

/// Logs an operation: a letter, the path preceded by its length, the bytes preceded by theirs.
fn log(letter: u8, path: &[u8], bytes: &[u8]) {
    let Some(file) = setting(c"FAULTY_LOG") else { return };
    while IS_LOGGING.swap(true, SeqCst) {
        std::hint::spin_loop();
    }
    if LOG.load(SeqCst) == -2 {
        let opened = unsafe { syscall(syscall_number::OPENAT, WORKING_FOLDER, file.as_ptr(), WRONLY | CREAT | APPEND, 0o600) };
        LOG.store(opened, SeqCst);
    }
    let out = LOG.load(SeqCst);
    let put = |bytes: &[u8]| unsafe { syscall(syscall_number::WRITE, out, bytes.as_ptr(), bytes.len()) };
    put(&[letter]);
    put(&(path.len() as u32).to_le_bytes());
    put(path);
    put(&(bytes.len() as u32).to_le_bytes());
    put(bytes);
    IS_LOGGING.store(false, SeqCst);
}

fn log_file(letter: u8, file: c_int, bytes: &[u8]) {
    if setting(c"FAULTY_LOG").is_some() {
        let mut path = [0; 4096];
        let length = path_of(file, &mut path);
        log(letter, &path[..length], bytes);
    }
}

fn is_watched(file: c_int) -> bool {
    usize::try_from(file).ok().and_then(|file| WATCHED.get(file)).is_some_and(|watched| watched.load(SeqCst))
}

unsafe fn open_it(path: *const c_char, flags: c_int, mode: c_uint) -> c_int {
    let name = unsafe { CStr::from_ptr(path) }.to_bytes();
    let is_below = is_below_folder(name);
    let changes = is_below && flags & (CREAT | TRUNC) != 0;
    if changes && let Some(error) = fault(flags & CREAT != 0, false) {
        return fail_with(error);
    }
    let file = unsafe { syscall(syscall_number::OPENAT, WORKING_FOLDER, path, flags, mode) } as c_int;
    if let Some(known) = usize::try_from(file).ok().filter(|file| *file < N_FILES) {
        WATCHED[known].store(is_below, SeqCst);
        let grows = setting(c"FAULTY_GROWS").is_some_and(|end| name.ends_with(end));
        GROWING[known].store(grows, SeqCst);
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
    if let Some(watched) = usize::try_from(file).ok().and_then(|file| WATCHED.get(file)) {
        watched.store(false, SeqCst);
    }
    unsafe { syscall(syscall_number::CLOSE, file) as c_int }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn read(file: c_int, into: *mut c_void, length: usize) -> isize {
    let grows = usize::try_from(file).ok().and_then(|file| GROWING.get(file));
    if grows.is_some_and(|grows| grows.swap(false, SeqCst)) {
        let mut path = [0_u8; 4096];
        let n = path_of(file, &mut path);
        path[n] = 0;
        unsafe {
            let other = syscall(syscall_number::OPENAT, WORKING_FOLDER, path.as_ptr(), WRONLY | APPEND, 0);
            let line = b"zz;added;while;read\n";
            syscall(syscall_number::WRITE, other, line.as_ptr(), line.len());
            syscall(syscall_number::CLOSE, other);
        }
    }
    unsafe { syscall(syscall_number::READ, file, into, length) as isize }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn write(file: c_int, bytes: *const c_void, length: usize) -> isize {
    let mut length = length;
    if is_watched(file) {
        if let Some(error) = fault(true, true) {
            return fail_with(error) as isize;
        }
        if is_cut_short() && length > 1 {
            length /= 2;
        }
    }
    let written = unsafe { syscall(syscall_number::WRITE, file, bytes, length) as isize };
    if is_watched(file) && written > 0 {
        log_file(b'w', file, unsafe { std::slice::from_raw_parts(bytes.cast::<u8>(), written as usize) });
    }
    written
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn writev(file: c_int, pieces: *const c_void, n: c_int) -> isize {
    if is_watched(file) {
        // The program writes its files with `write` alone; `writev` would have to be logged piece by piece.
        return fail_with(EIO) as isize;
    }
    unsafe { syscall(syscall_number::WRITEV, file, pieces, n) as isize }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn fsync(file: c_int) -> c_int {
    if is_watched(file) {
        if let Some(error) = fault(false, false) {
            return fail_with(error);
        }
        log_file(b's', file, &[]);
    }
    unsafe { syscall(syscall_number::FSYNC, file) as c_int }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn fdatasync(file: c_int) -> c_int {
    if is_watched(file) {
        if let Some(error) = fault(false, false) {
            return fail_with(error);
        }
        log_file(b's', file, &[]);
    }
    unsafe { syscall(syscall_number::FDATASYNC, file) as c_int }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn ftruncate64(file: c_int, length: i64) -> c_int {
    if is_watched(file) && let Some(error) = fault(true, false) {
        return fail_with(error);
    }
    unsafe { syscall(syscall_number::FTRUNCATE, file, length) as c_int }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn rename(from: *const c_char, to: *const c_char) -> c_int {
    let (old, new) = unsafe { (CStr::from_ptr(from).to_bytes(), CStr::from_ptr(to).to_bytes()) };
    if is_below_folder(new) {
        if let Some(error) = fault(true, false) {
            return fail_with(error);
        }
        log(b'r', old, new);
    }
    unsafe { syscall(syscall_number::RENAMEAT, WORKING_FOLDER, from, WORKING_FOLDER, to) as c_int }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn unlink(path: *const c_char) -> c_int {
    let name = unsafe { CStr::from_ptr(path) }.to_bytes();
    if is_below_folder(name) {
        if let Some(error) = fault(false, false) {
            return fail_with(error);
        }
        log(b'u', name, &[]);
    }
    unsafe { syscall(syscall_number::UNLINKAT, WORKING_FOLDER, path, 0) as c_int }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn unlinkat(folder: c_int, path: *const c_char, flags: c_int) -> c_int {
    let name = unsafe { CStr::from_ptr(path) }.to_bytes();
    let mut whole = [0_u8; 4096];
    let mut length = if folder == WORKING_FOLDER { 0 } else { path_of(folder, &mut whole) };
    if length > 0 {
        whole[length] = b'/';
        length += 1;
    }
    let end = (length + name.len()).min(whole.len());
    whole[length..end].copy_from_slice(&name[..end - length]);
    if is_below_folder(&whole[..end]) {
        if let Some(error) = fault(false, false) {
            return fail_with(error);
        }
        log(b'u', &whole[..end], &[]);
    }
    unsafe { syscall(syscall_number::UNLINKAT, folder, path, flags) as c_int }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn rmdir(path: *const c_char) -> c_int {
    unsafe { unlinkat(WORKING_FOLDER, path, REMOVEDIR) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn mkdir(path: *const c_char, mode: c_uint) -> c_int {
    let name = unsafe { CStr::from_ptr(path) }.to_bytes();
    // A folder that is there already is no operation.
    let is_new = unsafe { syscall(syscall_number::FACCESSAT, WORKING_FOLDER, path, 0) } != 0;
    if is_below_folder(name) && is_new {
        if let Some(error) = fault(true, false) {
            return fail_with(error);
        }
    }
    let made = unsafe { syscall(syscall_number::MKDIRAT, WORKING_FOLDER, path, mode) as c_int };
    if made == 0 && is_below_folder(name) {
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
    let result = unsafe { syscall(syscall_number::CLOCK_GETTIME, clock, moment) as c_int };
    if clock == 0 && result == 0 && let Some(wrong) = number(c"FAULTY_CLOCK") {
        unsafe { (*moment).seconds += wrong };
    }
    result
}
