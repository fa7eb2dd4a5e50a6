//! The desk of a register on this computer: its lock, its address, and the page by which the browser is let in.
//!
//! The address and the page lie in a folder that only the account can read, one for each register: outside of the
//! register, which may stand on a stick that everyone can read. The lock stands beside the folder of the register:
//! whoever starts a second desk finds it, whatever account or environment it is started from.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Write;
use std::net::{Ipv4Addr, SocketAddrV4, TcpListener};
use std::path::{Path, PathBuf};

use bato::error::{Error, ErrorCode, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::key;

/// The first port that is tried.
const FIRST_PORT: u16 = 8157;
/// How many ports are tried.
const PORTS: u16 = 100;
/// Addresses that are tried before `127.0.0.1`.
const MOST_ADDRESSES: u32 = 4;

/// The page that lets the browser in, by a key that is good for one time.
const ENTRY_PAGE: &str = "bato.html";

/// What a desk tells the next one that is started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Running {
    /// Number of the process.
    pub(super) pid: u32,
    /// Address and port.
    pub(super) address: String,
    /// The program: version and commit.
    pub(super) program: String,
    /// The computer.
    #[serde(default)]
    pub(super) computer: String,
    /// The page that lets the browser in.
    #[serde(default)]
    pub(super) entry_page: PathBuf,
}

/// The place of a register's lock: beside its folder, which a restore replaces. Where nothing can be written there, it
/// is in the folder.
#[derive(Debug, Clone)]
pub(super) struct RegisterLock {
    lock: PathBuf,
    /// The file that describes the desk which holds the lock. It is another file, for Windows lets nobody read a locked
    /// one.
    description: PathBuf,
}

/// The folder of the desk of one register.
#[derive(Debug, Clone)]
pub(super) struct DeskFolder(PathBuf);

/// The lock of a desk. The system frees it when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct DeskLock(#[expect(dead_code, reason = "held, never read")] File);

impl RegisterLock {
    /// The lock of the register in this folder.
    pub(super) fn of(clean: &Path) -> Self {
        let clean = canonical(clean);
        let name = clean.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        Self {
            lock: clean.with_file_name(format!(".{name}.desk-lock")),
            description: clean.with_file_name(format!(".{name}.desk.json")),
        }
    }

    /// The same lock in the folder of the register.
    fn inside(clean: &Path) -> Self {
        let clean = canonical(clean);
        Self { lock: clean.join("desk-lock"), description: clean.join("desk.json") }
    }

    /// Takes the lock of a register; `Err` with its place if a desk of the register runs.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn take(clean: &Path) -> Result<std::result::Result<(Self, DeskLock), Self>> {
        let beside = Self::of(clean);
        let (place, taken) = match take_lock(&beside.lock) {
            // A folder in which this account can write nothing, or a medium that can't be written.
            Err(_) if clean.is_dir() && !beside.lock.exists() => {
                let inside = Self::inside(clean);
                let taken = take_lock(&inside.lock)?;
                (inside, taken)
            }
            taken => (beside, taken?),
        };
        Ok(taken.map_or_else(|| Err(place.clone()), |lock| Ok((place.clone(), lock))))
    }

    /// The desk that holds the lock, as it described itself.
    pub(super) fn running(&self) -> Option<Running> {
        serde_json::from_slice(&fs::read(&self.description).ok()?).ok()
    }

    /// Describes the desk that runs now.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn announce(&self, running: &Running) -> Result<()> {
        write_private(&self.description, &serde_json::to_vec(running).unwrap_or_default())
    }

    /// Removes the description of a desk that ends.
    pub(super) fn forget_running(&self) {
        let _ = fs::remove_file(&self.description);
    }
}

impl DeskFolder {
    /// Creates the folder of a register's desk, if it is not there.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn of(clean: &Path) -> Result<Self> {
        let hash = Sha256::digest(canonical(clean).as_os_str().as_encoded_bytes());
        let folder = state_folder().join(format!("desk-{}", key::hexadecimal(&hash[..8])));
        create_private(&folder)?;
        Ok(Self(folder))
    }

    /// A file of the folder.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The page that the browser is opened on.
    pub(super) fn entry_page(&self) -> PathBuf {
        self.file(ENTRY_PAGE)
    }

    /// Writes the page that opens the desk with this key.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn write_entry_page(&self, page: &str) -> Result<()> {
        self.write(ENTRY_PAGE, page.as_bytes())
    }

    /// Removes the page that lets a browser in.
    pub(super) fn forget_entry_page(&self) {
        let _ = fs::remove_file(self.entry_page());
    }

    /// Replaces a file that only the account can read.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        write_private(&self.file(name), bytes)
    }

    /// Returns a listener at the register's own address, which is drawn at the first start: cookies are kept apart by
    /// the address, not by the port. Where another program holds the port there, a new address is drawn: a browser
    /// would give the desk's cookie to that program, too. Where a system has one such address only, it is `127.0.0.1`.
    ///
    /// # Errors
    /// `desk-no-port` if no port is free; `desk-no-chance` if the system gives no random numbers.
    pub(super) fn listen(&self) -> Result<(TcpListener, SocketAddrV4)> {
        let bind = |address: Ipv4Addr, port: u16| {
            let socket = SocketAddrV4::new(address, port);
            TcpListener::bind(socket).ok().map(|listener| (listener, socket))
        };
        let mut address = self.address()?;
        for _ in 0..MOST_ADDRESSES {
            if let Some(found) = bind(address, FIRST_PORT) {
                return Ok(found);
            }
            address = self.draw_address()?;
        }
        if let Some(found) = (FIRST_PORT..FIRST_PORT + PORTS).find_map(|port| bind(Ipv4Addr::LOCALHOST, port)) {
            return Ok(found);
        }
        Err(Error::new(ErrorCode::DeskNoPort).with("first", FIRST_PORT.to_string()))
    }

    fn address(&self) -> Result<Ipv4Addr> {
        let path = self.file("address");
        let kept = fs::read_to_string(&path).ok().and_then(|text| text.trim().parse::<Ipv4Addr>().ok());
        if let Some(address) = kept.filter(Ipv4Addr::is_loopback) {
            return Ok(address);
        }
        self.draw_address()
    }

    fn draw_address(&self) -> Result<Ipv4Addr> {
        let mut parts = [0_u8; 3];
        getrandom::fill(&mut parts).map_err(|_| Error::new(ErrorCode::DeskNoChance))?;
        // Neither the address of the network nor that of all its computers.
        let address = Ipv4Addr::new(127, parts[0], parts[1], parts[2].clamp(2, 254));
        self.write("address", address.to_string().as_bytes())?;
        Ok(address)
    }
}

/// The path of a folder without links, as far as it is there.
fn canonical(folder: &Path) -> PathBuf {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    fs::canonicalize(&absolute).unwrap_or_else(|_| {
        let (parent, name) = (absolute.parent().and_then(|parent| parent.canonicalize().ok()), absolute.file_name());
        parent.zip(name).map_or_else(|| absolute.clone(), |(parent, name)| parent.join(name))
    })
}

/// Takes a lock file; `None` if another process holds it. The file is created, readable by its owner alone.
fn take_lock(path: &Path) -> Result<Option<DeskLock>> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path).map_err(|e| Error::io(path, &e))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Ok(None),
        // A file system without locks is no reason not to work.
        _ => Ok(Some(DeskLock(file))),
    }
}

/// Replaces a file in one step. Only its owner can read it.
fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
    let write = || -> std::io::Result<()> {
        // A temporary file is readable by its owner alone, and keeps that.
        let mut file = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(Path::new(".")))?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(path).map(drop).map_err(|e| e.error)
    };
    write().map_err(|e| Error::io(path, &e))
}

/// The folder in which the account's programs keep their state.
fn state_folder() -> PathBuf {
    let of = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = if cfg!(windows) {
        of("LOCALAPPDATA").map(|folder| folder.join("Bato"))
    } else {
        of("XDG_STATE_HOME").or_else(|| of("HOME").map(|home| home.join(".local/state"))).map(|f| f.join("bato"))
    };
    folder.unwrap_or_else(|| std::env::temp_dir().join("bato"))
}

/// Creates a folder that only the account can open. On Windows it inherits that from the account's own folder.
fn create_private(folder: &Path) -> Result<()> {
    let io = |e: std::io::Error| Error::io(folder, &e);
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
        builder.mode(0o700).create(folder).map_err(io)?;
        let about = fs::symlink_metadata(folder).map_err(io)?;
        // In a folder for everybody another account could have made it, or a link in its place.
        let own = fs::metadata("/proc/self").map(|process| process.uid()).unwrap_or_else(|_| about.uid());
        if !about.is_dir() || about.uid() != own {
            return Err(Error::new(ErrorCode::DeskFolder).at(folder));
        }
        if about.permissions().mode() & 0o077 != 0 {
            fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(io)?;
        }
    }
    #[cfg(not(unix))]
    builder.create(folder).map_err(io)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(dir: &Path) -> DeskFolder {
        let folder = dir.join("desk");
        create_private(&folder).unwrap();
        DeskFolder(folder)
    }

    #[test]
    fn a_second_desk_finds_the_first_and_takes_over_from_a_dead_one() {
        let dir = tempfile::tempdir().unwrap();
        let clean = dir.path().join("data-clean");
        let (place, lock) = RegisterLock::take(&clean).unwrap().unwrap();
        let running = Running {
            pid: 7,
            address: "127.1.2.3:8157".into(),
            program: "0.1.0".into(),
            computer: "PC-1".into(),
            entry_page: dir.path().join("bato.html"),
        };
        place.announce(&running).unwrap();
        // The folder of the register may be made, and reached by another path, meanwhile.
        fs::create_dir(&clean).unwrap();
        for path in [clean.clone(), dir.path().join("data-clean/../data-clean")] {
            let held = RegisterLock::take(&path).unwrap().unwrap_err();
            assert_eq!(held.running().as_ref(), Some(&running));
        }
        assert!(fs::read_dir(&clean).unwrap().next().is_none(), "nothing stands in the way of a restore");
        drop(lock);
        assert!(RegisterLock::take(&clean).unwrap().is_ok());
    }

    #[test]
    fn a_description_of_an_older_program_is_read() {
        let text = r#"{"pid":7,"address":"127.1.2.3:8157","program":"0.1.0"}"#;
        let running: Running = serde_json::from_str(text).unwrap();
        assert_eq!((running.pid, running.computer.as_str()), (7, ""));
    }

    #[test]
    fn an_address_is_drawn_once_and_is_of_this_computer_alone() {
        let dir = tempfile::tempdir().unwrap();
        let folder = folder(dir.path());
        let first = folder.address().unwrap();
        assert!(first.is_loopback() && first != Ipv4Addr::LOCALHOST);
        assert_eq!(folder.address().unwrap(), first);
        // An address of a network is never served.
        folder.write("address", b"0.0.0.0").unwrap();
        assert!(folder.address().unwrap().is_loopback());
        let (held, socket) = folder.listen().unwrap();
        let (_, next) = folder.listen().unwrap();
        assert_eq!(held.local_addr().unwrap().port(), socket.port());
        // Where the port is held, a browser would give the cookie to whoever holds it.
        assert!(next.ip() != socket.ip());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let folder = folder(dir.path());
        folder.write_entry_page("key").unwrap();
        for (path, mode) in [(folder.0.clone(), 0o700), (folder.entry_page(), 0o600)] {
            assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, mode);
        }
        fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o755)).unwrap();
        create_private(&folder.0).unwrap();
        assert_eq!(fs::metadata(&folder.0).unwrap().permissions().mode() & 0o777, 0o700);
    }
}
