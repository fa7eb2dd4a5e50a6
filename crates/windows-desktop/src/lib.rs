//! Calls of Windows about its console, crash reports, folders and drives, as safe functions. On other systems they do nothing.

use std::path::PathBuf;

/// Asks Windows not to keep memory of this program, nor of the programs it starts, when one of them crashes, and to
/// show no window about it: the memory holds names.
pub fn keep_no_memory_of_crashes() {
    #[cfg(windows)]
    // SAFETY: both functions take flags alone and change this process alone.
    unsafe {
        use windows_sys::Win32::System::Diagnostics::Debug::{
            SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SetErrorMode,
        };
        use windows_sys::Win32::System::ErrorReporting::{WER_FAULT_REPORTING_FLAG_NOHEAP, WerSetFlags};
        SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
        WerSetFlags(WER_FAULT_REPORTING_FLAG_NOHEAP);
    }
}

/// Returns the folder of the user's documents, on Windows.
#[must_use]
pub fn documents() -> Option<PathBuf> {
    #[cfg(windows)]
    {
        use std::os::windows::ffi::OsStringExt;
        use windows_sys::Win32::UI::Shell::{CSIDL_PERSONAL, SHGFP_TYPE_CURRENT, SHGetFolderPathW};
        // The function writes at most MAX_PATH letters.
        let mut path = [0_u16; 260];
        let (folder, current) = (CSIDL_PERSONAL as i32, SHGFP_TYPE_CURRENT as u32);
        // SAFETY: the array has the length that the function asks for.
        let result =
            unsafe { SHGetFolderPathW(std::ptr::null_mut(), folder, std::ptr::null_mut(), current, path.as_mut_ptr()) };
        let length = path.iter().position(|letter| *letter == 0)?;
        (result == 0 && length > 0).then(|| std::ffi::OsString::from_wide(&path[..length]).into())
    }
    #[cfg(not(windows))]
    None
}

/// Opens a file with the program that Windows opens it with. Returns whether that was begun.
#[must_use]
pub fn open(file: &std::path::Path) -> bool {
    #[cfg(windows)]
    {
        use std::os::windows::ffi::OsStrExt;
        use windows_sys::Win32::UI::Shell::ShellExecuteW;
        use windows_sys::Win32::UI::WindowsAndMessaging::SW_SHOWNORMAL;
        let wide = |text: &std::ffi::OsStr| text.encode_wide().chain([0]).collect::<Vec<u16>>();
        let (verb, file, none) = (wide("open".as_ref()), wide(file.as_os_str()), std::ptr::null());
        // SAFETY: both texts end with a zero and live until the call returns; the other pointers may be null.
        let instance = unsafe {
            ShellExecuteW(std::ptr::null_mut(), verb.as_ptr(), file.as_ptr(), none, none, SW_SHOWNORMAL)
        };
        // Up to 32 is the number of an error.
        instance as usize > 32
    }
    #[cfg(not(windows))]
    {
        let _ = file;
        false
    }
}

/// A drive of the computer that is ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drive {
    /// Its letter.
    pub letter: char,
    /// Whether it can be taken away, as a USB stick.
    pub is_removable: bool,
    /// The name that was given to it; "" for none.
    pub name: String,
    /// Bytes that are free on it.
    pub n_free: u64,
}

/// Returns the removable drives, disks and drives of the network that are ready, in the order of their letters. A reader
/// without a card is none.
#[must_use]
pub fn drives() -> Vec<Drive> {
    #[cfg(windows)]
    {
        ('A'..='Z').filter_map(drive).collect()
    }
    #[cfg(not(windows))]
    Vec::new()
}

#[cfg(windows)]
fn drive(letter: char) -> Option<Drive> {
    use std::os::windows::ffi::OsStringExt;
    use windows_sys::Win32::Storage::FileSystem::{GetDiskFreeSpaceExW, GetDriveTypeW, GetVolumeInformationW};
    // The numbers of Windows for these kinds of drives.
    const REMOVABLE: u32 = 2;
    const FIXED: u32 = 3;
    const REMOTE: u32 = 4;
    let root: Vec<u16> = format!("{letter}:\\").encode_utf16().chain([0]).collect();
    // SAFETY: the text ends with a zero and lives until the call returns.
    let kind = unsafe { GetDriveTypeW(root.as_ptr()) };
    if ![REMOVABLE, FIXED, REMOTE].contains(&kind) {
        return None;
    }
    let (mut n_free, none) = (0_u64, std::ptr::null_mut());
    // SAFETY: as above; the number is ours, and the other pointers may be null.
    let is_ready = unsafe { GetDiskFreeSpaceExW(root.as_ptr(), &mut n_free, none, none) } != 0;
    // The function writes at most MAX_PATH letters and a zero.
    let mut name = [0_u16; 261];
    // SAFETY: as above; the length is that of the array.
    let has_name = unsafe {
        let (length, nothing) = (name.len() as u32, std::ptr::null_mut());
        GetVolumeInformationW(root.as_ptr(), name.as_mut_ptr(), length, nothing, nothing, nothing, nothing.cast(), 0)
    } != 0;
    let length = name.iter().position(|letter| *letter == 0).filter(|_| has_name).unwrap_or(0);
    let name = std::ffi::OsString::from_wide(&name[..length]).to_string_lossy().into_owned();
    is_ready.then_some(Drive { letter, is_removable: kind == REMOVABLE, name, n_free })
}

/// Whether the window was opened for this program alone, as by a double click. It closes when the program ends.
#[must_use]
pub fn is_own_window() -> bool {
    #[cfg(windows)]
    {
        let mut processes = [0; 2];
        // SAFETY: the pointer and the length are those of the array.
        let n = unsafe { windows_sys::Win32::System::Console::GetConsoleProcessList(processes.as_mut_ptr(), 2) };
        n == 1
    }
    #[cfg(not(windows))]
    false
}

/// While it lives, a click into the window selects no text: a selection stops a program at its next line of output.
#[derive(Debug)]
#[must_use]
pub struct NoSelection {
    /// The mode to set again.
    #[cfg(windows)]
    mode: Option<u32>,
}

impl NoSelection {
    /// Switches the selection of text by mouse off, in a window that has it.
    pub fn begin() -> Self {
        #[cfg(windows)]
        {
            use windows_sys::Win32::System::Console::{
                ENABLE_EXTENDED_FLAGS, ENABLE_QUICK_EDIT_MODE, GetConsoleMode, GetStdHandle, STD_INPUT_HANDLE,
                SetConsoleMode,
            };
            // SAFETY: the handle is that of this process; the mode is ours. Both functions fail for what is no console.
            let mode = unsafe {
                let (input, mut mode) = (GetStdHandle(STD_INPUT_HANDLE), 0);
                let is_set = GetConsoleMode(input, &mut mode) != 0
                    && mode & ENABLE_QUICK_EDIT_MODE != 0
                    && SetConsoleMode(input, (mode & !ENABLE_QUICK_EDIT_MODE) | ENABLE_EXTENDED_FLAGS) != 0;
                is_set.then_some(mode | ENABLE_EXTENDED_FLAGS)
            };
            Self { mode }
        }
        #[cfg(not(windows))]
        Self {}
    }
}

impl Drop for NoSelection {
    fn drop(&mut self) {
        #[cfg(windows)]
        if let Some(mode) = self.mode {
            use windows_sys::Win32::System::Console::{GetStdHandle, STD_INPUT_HANDLE, SetConsoleMode};
            // SAFETY: as above.
            unsafe { SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), mode) };
        }
    }
}
