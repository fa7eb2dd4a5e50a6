//! Finds the USB sticks and other drives that are plugged in, to save the register on one of them.

use std::path::{Path, PathBuf};

/// A drive to save on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stick {
    /// Its folder: `E:\`, or where it is mounted.
    pub(super) path: PathBuf,
    /// Its name; "" if it has none.
    pub(super) name: String,
    /// Bytes that are free; `None` if the system does not say.
    pub(super) n_free: Option<u64>,
}

/// The drives that are plugged in, those that can be taken away first. That of the register is none of them: a copy
/// there is lost with it.
pub(super) fn plugged_in(register: &Path) -> Vec<Stick> {
    let register = register.canonicalize().unwrap_or_else(|_| register.to_owned());
    #[cfg(windows)]
    {
        on_windows(&register)
    }
    #[cfg(not(windows))]
    {
        on_unix(&register)
    }
}

#[cfg(windows)]
fn on_windows(register: &Path) -> Vec<Stick> {
    use std::path::{Component, Prefix};
    let letter_of = |component: Component<'_>| match component {
        Component::Prefix(prefix) => match prefix.kind() {
            Prefix::Disk(letter) | Prefix::VerbatimDisk(letter) => Some(char::from(letter).to_ascii_uppercase()),
            _ => None,
        },
        _ => None,
    };
    let own = register.components().next().and_then(letter_of);
    let mut drives = windows_desktop::drives();
    drives.retain(|drive| Some(drive.letter) != own);
    drives.sort_by_key(|drive| (!drive.is_removable, drive.letter));
    let stick = |drive: windows_desktop::Drive| Stick {
        path: PathBuf::from(format!("{}:\\", drive.letter)),
        name: drive.name,
        n_free: Some(drive.n_free),
    };
    drives.into_iter().map(stick).collect()
}

#[cfg(not(windows))]
fn on_unix(register: &Path) -> Vec<Stick> {
    use std::os::unix::fs::MetadataExt;
    let device_of = |path: &Path| path.metadata().ok().map(|data| data.dev());
    let own = device_of(register);
    let mounts = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    let mut paths = mount_points(&mounts);
    // On a Mac.
    paths.extend(std::fs::read_dir("/Volumes").into_iter().flatten().flatten().map(|entry| entry.path()));
    paths.retain(|path| path.is_dir() && device_of(path).is_some_and(|device| Some(device) != own));
    let stick = |path: PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let free = rustix::fs::statvfs(&path).ok();
        Stick { name, n_free: free.map(|free| free.f_bavail.saturating_mul(free.f_frsize)), path }
    };
    // Where nothing fits, nothing is saved.
    let has_room = |stick: &Stick| stick.n_free.is_none_or(|n_free| n_free >= LEAST_FREE);
    paths.into_iter().map(stick).filter(has_room).collect()
}

/// Bytes that a place must have free to be offered.
#[cfg(not(windows))]
const LEAST_FREE: u64 = 1 << 20;

/// The places below `/media`, `/run/media` and `/mnt` at which something is mounted to be written to, in the
/// order of their names.
#[cfg(not(windows))]
fn mount_points(mounts: &str) -> Vec<PathBuf> {
    const PARENTS: [&str; 3] = ["/media", "/run/media", "/mnt"];
    // A blank in a path is written as its number in base 8.
    let plain = |text: &str| text.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
    let point = |line: &str| {
        let parts: Vec<&str> = line.split(' ').collect();
        let is_read_only = parts.get(3).is_some_and(|options| options.split(',').any(|option| option == "ro"));
        parts.get(1).filter(|_| !is_read_only).map(|path| plain(path))
    };
    let points = mounts.lines().filter_map(point);
    let is_of_stick = |path: &PathBuf| PARENTS.iter().any(|parent| path.starts_with(parent));
    let mut paths: Vec<PathBuf> = points.map(PathBuf::from).filter(is_of_stick).collect();
    paths.sort();
    paths.dedup();
    paths
}

#[cfg(all(test, not(windows)))]
mod tests {
    use super::*;

    #[test]
    fn sticks_are_what_is_mounted_where_sticks_are() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /run/media/ruth/CLE\\040BLEUE vfat rw 0 0\n\
                      /dev/sdc1 /media/ruth/E ext4 rw 0 0\ntmpfs /run tmpfs rw 0 0\n/dev/sdd1 /mnt vfat rw 0 0\n\
                      proc /media-x proc rw 0 0\n/dev/sr0 /media/ruth/CD iso9660 ro,nosuid 0 0\n";
        let paths = ["/media/ruth/E", "/mnt", "/run/media/ruth/CLE BLEUE"].map(PathBuf::from);
        assert_eq!(mount_points(mounts), paths);
        let own = std::env::temp_dir();
        assert!(plugged_in(&own).iter().all(|stick| stick.path.is_dir()));
    }
}
