//! Exports the figures of a release as data values of DHIS2 (`dataValueSets`). A map names the data elements and units.
//!
//! The map is a CSV with the columns `indicator,breakdown,area,data_element,org_unit,category_option_combo`. A row with
//! an indicator names its data element; one with an area and no indicator names its organisation unit; a row may do
//! both. A figure is exported if both are known. A figure that a release hides is left out, and is never 0.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::error::{Error, ErrorCode, Result};
use crate::report::{Aggregate, ReleaseLabel, compare};

use super::release_files;
use super::release_files::LABEL;

/// The values of a release, and how many of its mapped figures are hidden.
#[derive(Debug, Clone, PartialEq)]
pub struct DataValues {
    /// The JSON of `dataValueSets`.
    pub json: String,
    /// Number of values.
    pub n_values: u64,
    /// Mapped figures that the release hides.
    pub n_hidden: u64,
    /// The release.
    pub release: PathBuf,
}

/// A row of the map.
struct MapRow {
    indicator: String,
    breakdown: String,
    area: String,
    data_element: String,
    org_unit: String,
    option_combo: String,
}

/// Returns the data values of a release: of the folder named, else of the last release in `releases`.
///
/// # Errors
/// `no-aggregates` without a release, `not-a-release`, `release-changed`, `bad-map` with the line; those of the file
/// system.
pub fn data_values(map: &Path, release: Option<&Path>, releases: &Path) -> Result<DataValues> {
    let release = release.map_or_else(|| last_release(releases), |path| Ok(path.to_owned()))?;
    let label = label_of(&release)?;
    let path = release.join("aggregates.csv");
    release_files::check_figures(&path)?;
    let text = std::fs::read_to_string(&path).map_err(|e| Error::io(&path, &e))?;
    let figures = compare::read(&path.display().to_string(), &text)?.figures;
    let rows = read_map(map)?;
    let units: BTreeMap<&str, &str> = rows
        .iter()
        .filter(|row| row.indicator.is_empty() && !row.org_unit.is_empty())
        .map(|row| (row.area.as_str(), row.org_unit.as_str()))
        .collect();
    let (mut values, mut n_hidden) = (Vec::new(), 0);
    for row in rows.iter().filter(|row| !row.indicator.is_empty() && !row.data_element.is_empty()) {
        let is_mapped = |own: &&Aggregate| {
            let is_area = row.area.is_empty() || own.area == row.area;
            own.indicator == row.indicator && breakdown(own) == row.breakdown && is_area
        };
        for own in figures.iter().filter(is_mapped) {
            let unit =
                if row.org_unit.is_empty() { units.get(own.area.as_str()).copied() } else { Some(&*row.org_unit) };
            let Some(unit) = unit else { continue };
            let Some(value) = own.value else {
                n_hidden += 1;
                continue;
            };
            let mut entry = json!({
                "dataElement": row.data_element,
                "period": period(&own.period, &label.period),
                "orgUnit": unit,
                "value": value.to_string(),
            });
            if !row.option_combo.is_empty() {
                entry["categoryOptionCombo"] = json!(row.option_combo);
            }
            values.push(entry);
        }
    }
    let n_values = values.len() as u64;
    let json = format!("{:#}\n", json!({ "dataValues": Value::Array(values) }));
    Ok(DataValues { json, n_values, n_hidden, release })
}

/// Returns the breakdown without the part that only repeats the period; "" for none.
fn breakdown(own: &Aggregate) -> String {
    let parts = own.breakdown.split(';').filter(|part| {
        let of_period = part.split_once('=').is_some_and(|(_, code)| code == own.period);
        *part != "all" && !of_period
    });
    parts.collect::<Vec<_>>().join(";")
}

/// Returns a period as DHIS2 writes it: `2018`, `2018Q4`, `2018S2`, `201812`. A figure of all years is of the release.
fn period(own: &str, of_release: &str) -> String {
    let own = if own == "all" { of_release } else { own };
    match own.split_once('-') {
        None => own.to_owned(),
        Some((year, part)) => format!("{year}{}", part.replace('T', "Q")),
    }
}

fn label_of(release: &Path) -> Result<ReleaseLabel> {
    let not_one = || Error::new(ErrorCode::NotARelease).at(release);
    let bytes = std::fs::read(release.join(LABEL)).map_err(|_| not_one())?;
    serde_json::from_slice(&bytes).map_err(|_| not_one())
}

fn last_release(releases: &Path) -> Result<PathBuf> {
    let entries = std::fs::read_dir(releases).into_iter().flatten().flatten().map(|entry| entry.path());
    let numbered = entries.filter_map(|path| Some((label_of(&path).ok()?.number, path)));
    numbered.max().map(|(_, path)| path).ok_or_else(|| Error::new(ErrorCode::NoAggregates).at(releases))
}

fn read_map(path: &Path) -> Result<Vec<MapRow>> {
    let text = std::fs::read_to_string(path).map_err(|e| Error::io(path, &e))?;
    let bad = |line: u64, why: String| Error::new(ErrorCode::BadMap).at(path).with("line", line).because(why);
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .trim(csv::Trim::All)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let headings = reader.headers().map_err(|e| bad(1, e.to_string()))?.clone();
    let index = |name: &str| headings.iter().position(|heading| heading == name);
    if let Some(missing) =
        ["indicator", "area", "data_element", "org_unit"].into_iter().find(|name| index(name).is_none())
    {
        return Err(bad(1, missing.to_owned()));
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| bad(e.position().map_or(0, csv::Position::line), e.to_string()))?;
        let cell = |name: &str| index(name).and_then(|at| record.get(at)).unwrap_or_default().to_owned();
        rows.push(MapRow {
            indicator: cell("indicator"),
            breakdown: Some(cell("breakdown")).filter(|own| own != "all").unwrap_or_default(),
            area: cell("area"),
            data_element: cell("data_element"),
            org_unit: cell("org_unit"),
            option_combo: cell("category_option_combo"),
        });
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_figures_are_left_out_and_periods_are_those_of_dhis2() {
        let folder = tempfile::tempdir().expect("a folder");
        let release = folder.path().join("releases/2018-T4");
        std::fs::create_dir_all(&release).expect("a folder");
        let label = json!({
            "number": 3, "period": "2018-T4", "commune": "K", "made_on": "2019-01-02", "program": "0", "as_of": null,
            "register_years": [2018], "legal_rule": [], "other_rule": [], "rounding": "10-5",
        });
        std::fs::write(release.join(LABEL), label.to_string()).expect("written");
        let figures = "indicator,period,area,breakdown,value,numerator,denominator,area_code,sdg\n\
                       acts_on_time,2018,K,declared_year=2018,871,871,,,\n\
                       acts_on_time,2018-T4,K,declared_quarter=2018-T4,215,215,,,\n\
                       acts_late,all,K/Boma,all,,,,1008060,\n\
                       acts_late,all,K/Kutu,all,25,25,,1008190,\n";
        std::fs::write(release.join("aggregates.csv"), figures).expect("written");
        let described = |name: &str| {
            let hash = release_files::hash_of(&release.join(name)).expect("read");
            json!({ "path": name, "hash": format!("sha256:{hash}") })
        };
        let package = json!({ "resources": [described("aggregates.csv"), described(LABEL)] });
        std::fs::write(release.join("datapackage.json"), package.to_string()).expect("written");
        let map = folder.path().join("map.csv");
        let text = "indicator,breakdown,area,data_element,org_unit,category_option_combo\n\
                    acts_on_time,,,deOnTime,,coc\n\
                    acts_late,,,deLate,,\n,,K,,ouK,\n,,K/Boma,,ouBoma,\n,,K/Kutu,,ouKutu,\n";
        std::fs::write(&map, text).expect("written");
        let values = data_values(&map, None, &folder.path().join("releases")).expect("values");
        assert_eq!((values.n_values, values.n_hidden), (3, 1));
        let read: Value = serde_json::from_str(&values.json).expect("JSON");
        let of = |n: usize, key: &str| read["dataValues"][n][key].as_str().unwrap_or_default().to_owned();
        let shown = |n| [of(n, "dataElement"), of(n, "period"), of(n, "orgUnit"), of(n, "value")].join(" ");
        assert_eq!(
            [shown(0), shown(1), shown(2)],
            ["deOnTime 2018 ouK 871", "deOnTime 2018Q4 ouK 215", "deLate 2018Q4 ouKutu 25"]
        );
        assert_eq!(of(0, "categoryOptionCombo"), "coc");
        assert!(!values.json.contains("ouBoma"));
        let own = std::fs::read_to_string(&map).expect("read");
        std::fs::write(release.join("aggregates.csv"), figures.replace("871,871", "971,971")).expect("written");
        assert_eq!(
            data_values(&map, Some(&release), folder.path()).expect_err("changed").code,
            ErrorCode::ReleaseChanged
        );
        assert!(own.contains("deLate"));
        std::fs::write(release.join("aggregates.csv"), figures).expect("written");
        std::fs::write(&map, "indicator,area\n").expect("written");
        assert_eq!(data_values(&map, Some(&release), folder.path()).expect_err("no map").code, ErrorCode::BadMap);
    }
}
