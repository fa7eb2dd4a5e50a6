//! Reads the long tables of several communes from their releases and compares them, for `bato compare`.

use std::io::Read;
use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::ingest::{self, Reference};
use crate::messages::{Lang, Messages};
use crate::report::compare::{self, CommuneComparison, PublishedStatistics};
use crate::report::{ReleaseLabel, render};
use crate::store::{OutputPath, create_folder, replace_file};

use super::release_files::{self, LABEL};

/// A comparison and its page.
pub struct ComparisonReport {
    /// The communes side by side.
    pub comparison: CommuneComparison,
    /// Path of the page, if one was written.
    pub page: Option<PathBuf>,
}

/// Compares the communes with aggregates in `places` (folders or files). Pages and workbooks go to `out`.
///
/// # Errors
/// `no-aggregates` where a folder holds none; `not-a-release`, `release-changed`, `bad-aggregates`, `no-commune`; those
/// of the file system.
pub fn compare(
    places: &[PathBuf],
    out: Option<&OutputPath>,
    config: &Config,
    raw: &Path,
    langs: &[Lang],
) -> Result<ComparisonReport> {
    let reference = Reference::read(&raw.join("reference"))?;
    let communes = places.iter().map(|place| read(place)).collect::<Result<Vec<_>>>()?;
    let printed = PublishedStatistics {
        figures: &reference.commune_figures,
        source: &reference.commune_figures_source,
        series: &reference.published,
        series_source: reference.published_source.split(',').next().unwrap_or_default(),
        commune: &config.run.commune,
    };
    let comparison = compare::compare(communes, &printed);
    let mut page = None;
    if let Some(out) = out {
        let folder = out.path();
        create_folder(folder)?;
        let replace = |path: &Path, bytes: &[u8]| replace_file(&out.with_path(path.to_owned()), bytes);
        let version = env!("CARGO_PKG_VERSION");
        for lang in langs {
            let messages = Messages::new(*lang);
            let path = folder.join(format!("communes.{}.html", lang.code()));
            replace(&path, render::comparison_html(&comparison, version, &messages).as_bytes())?;
            replace(&path.with_extension("xlsx"), &render::comparison_xlsx(&comparison, version, &messages)?)?;
            page.get_or_insert(path);
        }
    }
    Ok(ComparisonReport { comparison, page })
}

/// Most bytes of the label of a release that are read.
const MOST_LABEL_BYTES: u64 = 1 << 20;

/// Reads the release of a commune: its folder, or the file of figures in it.
fn read(place: &Path) -> Result<compare::CommuneAggregates> {
    let names = ["aggregates.csv", "aggregates.json"];
    let path = match place.is_dir() {
        true => names.iter().map(|name| place.join(name)).find(|path| path.is_file()),
        false => Some(place.to_owned()),
    };
    let path = path.ok_or_else(|| Error::new(ErrorCode::NoAggregates).at(place))?;
    let mut bytes = Vec::new();
    ingest::open_regular(&path)?.read_to_end(&mut bytes).map_err(|e| Error::io(&path, &e))?;
    let not_one = || Error::new(ErrorCode::NotARelease).at(&path);
    let mut label = Vec::new();
    let opened = ingest::open_regular(&path.with_file_name(LABEL)).map_err(|_| not_one())?;
    opened.take(MOST_LABEL_BYTES).read_to_end(&mut label).map_err(|_| not_one())?;
    let label: ReleaseLabel = serde_json::from_slice(&label).map_err(|_| not_one())?;
    release_files::check_figures(&path)?;
    let figures = compare::read(&path.display().to_string(), &String::from_utf8_lossy(&bytes))?;
    Ok(compare::CommuneAggregates { label: Some(label), ..figures })
}
