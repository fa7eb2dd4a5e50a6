//! Answers from functions that Windows has since version 5.

use windows_sys::Win32::Foundation::{CloseHandle, STILL_ACTIVE};
use windows_sys::Win32::System::SystemInformation::{GlobalMemoryStatusEx, MEMORYSTATUSEX};
use windows_sys::Win32::System::Threading::{GetExitCodeProcess, OpenProcess, PROCESS_QUERY_LIMITED_INFORMATION};

/// Returns the memory of the machine and the memory that is available.
pub(crate) fn memory() -> Option<(u64, u64)> {
    let mut status = MEMORYSTATUSEX { dwLength: size_of::<MEMORYSTATUSEX>() as u32, ..MEMORYSTATUSEX::default() };
    // SAFETY: the structure is ours and has the length that it states.
    let is_known = unsafe { GlobalMemoryStatusEx(&mut status) } != 0;
    is_known.then_some((status.ullTotalPhys, status.ullAvailPhys))
}

/// Windows has no control groups.
pub(crate) fn group_memory() -> Option<(u64, u64)> {
    None
}

pub(crate) fn is_alive(pid: u32) -> bool {
    // SAFETY: the handle is checked, used while it is open, and closed once.
    unsafe {
        let process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, 0, pid);
        if process.is_null() {
            return false;
        }
        let mut code = 0;
        let is_known = GetExitCodeProcess(process, &mut code) != 0;
        CloseHandle(process);
        is_known && code == STILL_ACTIVE as u32
    }
}
