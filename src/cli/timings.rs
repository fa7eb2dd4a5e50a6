//! Measures the stages of a run for `bato run --timings`: wall time, CPU time, peak memory.
//!
//! CPU time and memory come from `/proc` of Linux and are `null` elsewhere. CPU time includes the reading processes.

use std::path::Path;
use std::time::Instant;

use bato::error::{Error, ErrorCode};
use serde::Serialize;

/// The resources used by the process up to a moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct ResourceUse {
    at: Instant,
    cpu_s: Option<f64>,
    peak_mib: Option<f64>,
}

#[derive(Debug, Serialize)]
struct StageCost {
    stage: &'static str,
    wall_s: f64,
    /// CPU time in seconds, user and system, of the process and the reading processes.
    cpu_s: Option<f64>,
    /// Peak memory of the process itself up to the end of the stage, in MiB.
    peak_rss_mib: Option<f64>,
}

#[derive(Debug, Serialize)]
pub(super) struct RunCost {
    stages: Vec<StageCost>,
}

impl RunCost {
    /// The cost of each stage from the name and the resources used at its start.
    pub(super) fn new(starts: &[(&'static str, ResourceUse)]) -> Self {
        let rounded = |value: f64| (value * 1000.0).round() / 1000.0;
        let ends = starts.iter().skip(1).map(|(_, end)| *end).chain([ResourceUse::now()]);
        let costs = starts.iter().zip(ends).map(|((stage, from), to)| StageCost {
            stage,
            wall_s: rounded((to.at - from.at).as_secs_f64()),
            cpu_s: to.cpu_s.zip(from.cpu_s).map(|(to, from)| rounded(to - from)),
            peak_rss_mib: to.peak_mib.map(rounded),
        });
        Self { stages: costs.collect() }
    }

    pub(super) fn write(&self, path: &Path) -> Result<(), Error> {
        let text = serde_json::to_string_pretty(self).map_err(|e| Error::new(ErrorCode::Io).at(path).because(e))?;
        std::fs::write(path, text + "\n").map_err(|e| Error::io(path, &e))
    }
}

impl ResourceUse {
    pub(super) fn now() -> Self {
        Self { at: Instant::now(), cpu_s: cpu_s(), peak_mib: peak_mib() }
    }
}

/// `utime`, `stime` of the process and of its children that have ended, fields 14 to 17 of `/proc/self/stat` (proc(5)).
fn cpu_s() -> Option<f64> {
    // Ticks are a hundredth of a second on every Linux that Rust knows (`getconf CLK_TCK`).
    const TICKS: f64 = 100.0;
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The second field, the program's name, may hold spaces; it ends with the last bracket.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = fields.get(11..15)?.iter().map(|field| field.parse::<f64>()).sum::<Result<f64, _>>().ok()?;
    Some(ticks / TICKS)
}

/// `VmHWM` of `/proc/self/status` (proc(5)).
fn peak_mib() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<f64>().ok()? / 1024.0)
}
