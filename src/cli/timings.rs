//! Measures the stages of a run for `bato run --timings`: wall time, CPU time, peak memory.
//!
//! CPU time and memory come from `/proc` of Linux and are `null` elsewhere. CPU time includes the reading processes.

use std::path::Path;
use std::sync::Mutex;
use std::time::Instant;

use bato::app::{Progress, Stage};
use bato::changes::Changes;
use bato::error::{Error, ErrorCode};
use serde::Serialize;

use super::progress::Bars;

/// A progress bar that also measures each stage, which lasts until the next one begins.
pub(super) struct Timings<'t> {
    bars: Bars<'t>,
    starts: Mutex<Vec<(&'static str, ResourceUse)>>,
}

/// The resources used by the process up to a moment.
#[derive(Debug, Clone, Copy)]
struct ResourceUse {
    at: Instant,
    cpu_s: Option<f64>,
    peak_mib: Option<f64>,
}

/// The cost of one stage.
#[derive(Debug, Serialize)]
struct StageCost {
    stage: &'static str,
    /// Wall time in seconds.
    wall_s: f64,
    /// CPU time in seconds, user and system, of the process and the reading processes.
    cpu_s: Option<f64>,
    /// Peak memory of the process itself up to the end of the stage, in MiB.
    peak_rss_mib: Option<f64>,
}

/// The cost of a run, stage by stage.
#[derive(Debug, Serialize)]
pub(super) struct RunCost {
    stages: Vec<StageCost>,
}

impl<'t> Timings<'t> {
    pub(super) fn new(bars: Bars<'t>) -> Self {
        Self { bars, starts: Mutex::new(vec![("start", ResourceUse::now())]) }
    }

    /// Removes the bar and returns the cost of each stage.
    pub(super) fn finish(self) -> RunCost {
        let mut starts = self.starts.into_inner().unwrap_or_default();
        starts.push(("end", ResourceUse::now()));
        let rounded = |value: f64| (value * 1000.0).round() / 1000.0;
        let costs = starts.windows(2).map(|two| {
            let ((stage, from), (_, to)) = (two[0], two[1]);
            StageCost {
                stage,
                wall_s: rounded((to.at - from.at).as_secs_f64()),
                cpu_s: to.cpu_s.zip(from.cpu_s).map(|(to, from)| rounded(to - from)),
                peak_rss_mib: to.peak_mib.map(rounded),
            }
        });
        RunCost { stages: costs.collect() }
    }
}

impl RunCost {
    pub(super) fn write(&self, path: &Path) -> Result<(), Error> {
        let text = serde_json::to_string_pretty(self).map_err(|e| Error::new(ErrorCode::Io).at(path).because(e))?;
        std::fs::write(path, text + "\n").map_err(|e| Error::io(path, &e))
    }
}

impl ResourceUse {
    fn now() -> Self {
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

impl Progress for Timings<'_> {
    fn begin(&self, stage: Stage, total: u64) {
        let name = match stage {
            Stage::Read => "read",
            Stage::Link => "link",
            Stage::Register => "register",
            Stage::Publish => "publish",
            Stage::Report => "report",
        };
        if let Ok(mut starts) = self.starts.lock() {
            starts.push((name, ResourceUse::now()));
        }
        self.bars.begin(stage, total);
    }

    fn advance(&self, by: u64) {
        self.bars.advance(by);
    }

    fn file_read(&self, n_rows: u64) {
        self.bars.file_read(n_rows);
    }

    fn end(&self) {
        self.bars.end();
    }

    fn changes(&self, changes: &Changes) -> Result<(), Error> {
        self.bars.changes(changes)
    }
}
