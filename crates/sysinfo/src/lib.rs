//! Size of memory and whether a process is alive: the part of the public crate `sysinfo` that Polars uses.
//!
//! Types and functions have the names and meanings of the public crate, version 0.39. Sizes are in bytes. What the
//! system does not tell is 0, as there.

#![cfg_attr(not(windows), forbid(unsafe_code))]

#[cfg_attr(windows, path = "windows.rs")]
#[cfg_attr(not(windows), path = "linux.rs")]
mod system;

/// The system, as of its last refresh.
#[derive(Debug, Default)]
pub struct System {
    total: u64,
    available: u64,
    alive: Vec<Pid>,
}

/// The limits of memory of the control group that this process belongs to.
#[derive(Debug, Clone, Copy)]
pub struct CGroupLimits {
    /// Memory that the group may use.
    pub total_memory: u64,
    /// Memory that the group does not use yet.
    pub free_memory: u64,
}

/// The number of a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pid(u32);

/// A process that is alive.
#[derive(Debug)]
pub struct Process(());

/// Which memory to ask for.
#[derive(Debug, Clone, Copy)]
pub struct MemoryRefreshKind(());

/// What to ask of a process.
#[derive(Debug, Clone, Copy)]
pub struct ProcessRefreshKind(());

/// When to ask for a value again.
#[derive(Debug, Clone, Copy)]
pub enum UpdateKind {
    /// Never.
    Never,
}

/// Which processes to look at.
#[derive(Debug, Clone, Copy)]
pub enum ProcessesToUpdate<'p> {
    /// These alone.
    Some(&'p [Pid]),
}

impl Pid {
    /// Returns the process of this number.
    #[must_use]
    pub const fn from_u32(number: u32) -> Self {
        Self(number)
    }
}

impl MemoryRefreshKind {
    /// Returns a request for nothing.
    #[must_use]
    pub const fn nothing() -> Self {
        Self(())
    }

    /// Adds the memory of the machine.
    #[must_use]
    pub const fn with_ram(self) -> Self {
        self
    }
}

impl ProcessRefreshKind {
    /// Returns a request for nothing but the presence of the process.
    #[must_use]
    pub const fn nothing() -> Self {
        Self(())
    }

    /// Leaves the command line out, whatever `when` says.
    #[must_use]
    pub const fn with_cmd(self, _when: UpdateKind) -> Self {
        self
    }
}

impl System {
    /// Returns a system of which nothing is known yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks the system for its memory.
    pub fn refresh_memory(&mut self) {
        (self.total, self.available) = system::memory().unwrap_or_default();
    }

    /// As [`System::refresh_memory`].
    pub fn refresh_memory_specifics(&mut self, _what: MemoryRefreshKind) {
        self.refresh_memory();
    }

    /// Returns the memory of the machine.
    #[must_use]
    pub fn total_memory(&self) -> u64 {
        self.total
    }

    /// Returns the memory that a program can get.
    #[must_use]
    pub fn available_memory(&self) -> u64 {
        self.available
    }

    /// Returns the limits of the control group, if it has any.
    #[must_use]
    pub fn cgroup_limits(&self) -> Option<CGroupLimits> {
        let (total, used) = system::group_memory()?;
        let total_memory = if self.total == 0 { total } else { total.min(self.total) };
        Some(CGroupLimits { total_memory, free_memory: total_memory.saturating_sub(used) })
    }

    /// Looks which of these processes are alive. Returns how many were looked at.
    pub fn refresh_processes_specifics(
        &mut self,
        which: ProcessesToUpdate<'_>,
        _remove_dead: bool,
        _what: ProcessRefreshKind,
    ) -> usize {
        let ProcessesToUpdate::Some(pids) = which;
        self.alive.retain(|pid| !pids.contains(pid));
        self.alive.extend(pids.iter().filter(|pid| system::is_alive(pid.0)));
        pids.len()
    }

    /// Returns the process if it was alive at the last refresh.
    #[must_use]
    pub fn process(&self, pid: Pid) -> Option<&Process> {
        const ALIVE: &Process = &Process(());
        self.alive.contains(&pid).then_some(ALIVE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_has_memory_and_this_process_is_alive() {
        let mut system = System::new();
        system.refresh_memory();
        assert!(system.total_memory() >= system.available_memory() && system.available_memory() > 1 << 20);
        let own = Pid::from_u32(std::process::id());
        let none = Pid::from_u32(u32::MAX - 1);
        let what = ProcessRefreshKind::nothing().with_cmd(UpdateKind::Never);
        assert_eq!(system.refresh_processes_specifics(ProcessesToUpdate::Some(&[own, none]), true, what), 2);
        assert!(system.process(own).is_some() && system.process(none).is_none());
        if let Some(limits) = system.cgroup_limits() {
            assert!(limits.total_memory <= system.total_memory() && limits.free_memory <= limits.total_memory);
        }
    }
}
