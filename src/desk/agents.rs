//! The agents of a desk: name, role, and a PIN if they want one.
//!
//! The boundary that protects the register is the account of the computer. Roles and PINs keep colleagues from doing by
//! mistake, or under another's name, what is not theirs to do.

use std::sync::{Mutex, MutexGuard, PoisonError};

use argon2::{Algorithm, Argon2, Params, Version};
use bato::error::{Error, ErrorCode, Result};
use serde::{Deserialize, Serialize};

use super::instance::DeskFolder;
use super::key;

/// What an agent may do; each role may do what the one before may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Role {
    /// Look persons up and print.
    #[default]
    Reading,
    /// Put files in, correct, judge, type, report events.
    Entry,
    /// Record a version, restore, export names, change settings and agents.
    Manager,
}

impl Role {
    pub(super) const ALL: [Self; 3] = [Self::Reading, Self::Entry, Self::Manager];

    /// Returns the stable code, as in forms and messages.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Entry => "entry",
            Self::Manager => "manager",
        }
    }

    /// Returns the role of a code.
    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// An agent of this desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Agent {
    /// The name under which decisions and look-ups are recorded.
    pub(super) name: String,
    /// What the agent may do.
    pub(super) role: Role,
    /// The hash of the PIN, with its salt; `None` without a PIN.
    #[serde(default)]
    pin: Option<PinHash>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct PinHash {
    salt: String,
    hash: String,
}

impl Agent {
    /// Whether a PIN is asked of this agent.
    pub(super) fn has_pin(&self) -> bool {
        self.pin.is_some()
    }
}

/// Most letters of a name.
const MAX_NAME: usize = 80;
/// Fewest and most characters of a PIN.
const PIN_LENGTHS: std::ops::RangeInclusive<usize> = 4..=64;
/// The list's file in the folder of the desk.
const FILE: &str = "agents.json";

/// The agents of a desk, in the order in which they were added.
#[derive(Debug)]
pub(super) struct Agents {
    folder: DeskFolder,
    list: Mutex<Vec<Agent>>,
}

impl Agents {
    /// Reads the list.
    ///
    /// # Errors
    /// `desk-agents` if the list is damaged: an empty one would let anybody in as the first.
    pub(super) fn read(folder: DeskFolder) -> Result<Self> {
        let path = folder.file(FILE);
        let list = match std::fs::read(&path) {
            Ok(bytes) => {
                serde_json::from_slice(&bytes).map_err(|e| Error::new(ErrorCode::DeskAgents).at(&path).because(e))?
            }
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            Err(e) => return Err(Error::io(&path, &e)),
        };
        Ok(Self { folder, list: Mutex::new(list) })
    }

    fn list(&self) -> MutexGuard<'_, Vec<Agent>> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All agents.
    pub(super) fn all(&self) -> Vec<Agent> {
        self.list().clone()
    }

    /// The agent of this name.
    pub(super) fn named(&self, name: &str) -> Option<Agent> {
        self.list().iter().find(|agent| agent.name == name).cloned()
    }

    /// Adds an agent or changes their role; an empty PIN leaves the one there is. The first agent is a manager.
    ///
    /// # Errors
    /// `desk-agent-name`, `desk-pin`, `desk-last-manager` if nobody could manage the desk any more; those of the file
    /// system.
    pub(super) fn set(&self, name: &str, role: Role, pin: &str) -> Result<Agent> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if !name.chars().any(char::is_alphabetic)
            || name.chars().count() > MAX_NAME
            || name.chars().any(char::is_control)
        {
            return Err(Error::new(ErrorCode::DeskAgentName).with("most", MAX_NAME.to_string()));
        }
        let hash = if pin.is_empty() { None } else { Some(PinHash::of(pin)?) };
        let mut list = self.list();
        let mut changed = list.clone();
        let role = if list.is_empty() { Role::Manager } else { role };
        let place = changed.iter().position(|agent| agent.name == name).unwrap_or_else(|| {
            changed.push(Agent { name: name.clone(), role, pin: None });
            changed.len() - 1
        });
        changed[place].role = role;
        if hash.is_some() {
            changed[place].pin = hash;
        }
        let agent = changed[place].clone();
        self.save(&mut list, changed)?;
        Ok(agent)
    }

    /// Removes an agent.
    ///
    /// # Errors
    /// `desk-last-manager`; those of the file system.
    pub(super) fn remove(&self, name: &str) -> Result<()> {
        let mut list = self.list();
        let changed = list.iter().filter(|agent| agent.name != name).cloned().collect();
        self.save(&mut list, changed)
    }

    fn save(&self, list: &mut Vec<Agent>, changed: Vec<Agent>) -> Result<()> {
        if !changed.iter().any(|agent| agent.role == Role::Manager) {
            return Err(Error::new(ErrorCode::DeskLastManager));
        }
        self.folder.write(FILE, &serde_json::to_vec_pretty(&changed).unwrap_or_default())?;
        *list = changed;
        Ok(())
    }

    /// Whether this is the agent's PIN. Without one every answer is right.
    pub(super) fn is_pin(agent: &Agent, pin: &str) -> bool {
        agent.pin.as_ref().is_none_or(|kept| kept.is_of(pin))
    }
}

impl PinHash {
    /// Hashes a PIN with a new salt.
    fn of(pin: &str) -> Result<Self> {
        if !PIN_LENGTHS.contains(&pin.chars().count()) {
            return Err(Error::new(ErrorCode::DeskPin).with("fewest", PIN_LENGTHS.start().to_string()));
        }
        let salt = key::random_key().ok_or_else(|| Error::new(ErrorCode::DeskNoChance))?;
        let hash = Self::hash(pin, &salt).ok_or_else(|| Error::new(ErrorCode::DeskNoChance))?;
        Ok(Self { salt, hash })
    }

    fn is_of(&self, pin: &str) -> bool {
        Self::hash(pin, &self.salt).is_some_and(|hash| key::is_same_key(&hash, &self.hash))
    }

    /// Argon2id with 19 MiB, two passes and one thread: the least that OWASP's Password Storage Cheat Sheet recommends.
    fn hash(pin: &str, salt: &str) -> Option<String> {
        let params = Params::new(19 * 1024, 2, 1, Some(32)).ok()?;
        let mut hash = [0_u8; 32];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(pin.as_bytes(), salt.as_bytes(), &mut hash)
            .ok()?;
        Some(key::hexadecimal(&hash))
    }
}
