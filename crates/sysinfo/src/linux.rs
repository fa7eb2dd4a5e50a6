//! Answers from the files of `/proc` and of the control group (version 2).

use std::fs::read_to_string;
use std::path::Path;

/// Returns the memory of the machine and the memory that is available.
pub(crate) fn memory() -> Option<(u64, u64)> {
    let lines = read_to_string("/proc/meminfo").ok()?;
    let of = |name: &str| {
        let value = lines.lines().find_map(|line| line.strip_prefix(name))?;
        Some(value.split_whitespace().next()?.parse::<u64>().ok()? * 1024)
    };
    Some((of("MemTotal:")?, of("MemAvailable:")?))
}

/// Returns the limit of the control group and what it uses; `None` without a limit.
pub(crate) fn group_memory() -> Option<(u64, u64)> {
    let own = read_to_string("/proc/self/cgroup").ok()?;
    let group = own.lines().find_map(|line| line.strip_prefix("0::/"))?;
    let folder = Path::new("/sys/fs/cgroup").join(group);
    let number = |name: &str| read_to_string(folder.join(name)).ok()?.trim().parse::<u64>().ok();
    Some((number("memory.max")?, number("memory.current")?))
}

pub(crate) fn is_alive(pid: u32) -> bool {
    Path::new("/proc").join(pid.to_string()).exists()
}
