//! What each stage of a run took, for whoever measures: wall time, CPU time, peak memory.
//!
//! CPU and memory are those that Linux tells of the process and of the readers that it started; `null` elsewhere.

use std::path::Path;
use std::sync::Mutex;
use std::time::Instant;

use bato::app::{Progress, Stage};
use bato::changes::Changes;
use bato::error::Error;
use serde::Serialize;

use super::progress::Bars;

/// A progress bar that looks at the clock: a stage lasts until the next one begins.
pub(super) struct Timings<'t> {
    bars: Bars<'t>,
    begun: Mutex<Vec<(&'static str, Moment)>>,
}

/// What was spent up to a moment.
#[derive(Debug, Clone, Copy)]
struct Moment {
    at: Instant,
    cpu_s: Option<f64>,
    peak_mib: Option<f64>,
}

/// One stage of a run.
#[derive(Debug, Serialize)]
struct Taken {
    stage: &'static str,
    /// Seconds that passed.
    wall_s: f64,
    /// Seconds of CPU, user and system, of the process and the readers that it started.
    cpu_s: Option<f64>,
    /// The most memory that the process itself ever held up to the end of the stage, in MiB.
    peak_rss_mib: Option<f64>,
}

/// What a run took.
#[derive(Debug, Serialize)]
pub(super) struct TakenByAll {
    stages: Vec<Taken>,
}

impl<'t> Timings<'t> {
    pub(super) fn new(bars: Bars<'t>) -> Self {
        Self { bars, begun: Mutex::new(vec![("start", Moment::now())]) }
    }

    /// Takes the bar away and reckons up.
    pub(super) fn finish(self) -> TakenByAll {
        let mut begun = self.begun.into_inner().unwrap_or_default();
        begun.push(("end", Moment::now()));
        let rounded = |value: f64| (value * 1000.0).round() / 1000.0;
        let taken = begun.windows(2).map(|two| {
            let ((stage, from), (_, to)) = (two[0], two[1]);
            Taken {
                stage,
                wall_s: rounded((to.at - from.at).as_secs_f64()),
                cpu_s: to.cpu_s.zip(from.cpu_s).map(|(to, from)| rounded(to - from)),
                peak_rss_mib: to.peak_mib.map(rounded),
            }
        });
        TakenByAll { stages: taken.collect() }
    }
}

impl TakenByAll {
    pub(super) fn write(&self, path: &Path) -> Result<(), Error> {
        let text = serde_json::to_string_pretty(self).map_err(|e| Error::new("io").at(path).because(e))?;
        std::fs::write(path, text + "\n").map_err(|e| Error::io(path, &e))
    }
}

impl Moment {
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
        if let Ok(mut begun) = self.begun.lock() {
            begun.push((name, Moment::now()));
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
