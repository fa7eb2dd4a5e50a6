//! Describes the files of a release or of a dataset as a Data Package (Frictionless, version 2): types, units, meaning
//! in three languages, hash, licence.

use std::path::Path;

use serde_json::{Value, json};

use crate::error::{Error, Result};
use crate::messages::{Lang, Messages};
use crate::report::ReleaseLabel;
use crate::store::{ColumnType, Store, TableSchema, partition_name};

/// Name of the description, in the folder that it describes.
pub(super) const FILE: &str = "datapackage.json";
const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// Returns the description of a release, of the files in its folder.
///
/// # Errors
/// Those of the file system.
pub(super) fn of_release(folder: &Path, label: &ReleaseLabel, licence: &str) -> Result<Value> {
    let fields = [
        ("indicator", "string"),
        ("period", "string"),
        ("area", "string"),
        ("breakdown", "string"),
        ("value", "number"),
        ("numerator", "integer"),
        ("denominator", "integer"),
        ("area_code", "string"),
        ("sdg", "string"),
        ("status", "string"),
        ("completeness", "string"),
        ("release", "string"),
    ];
    let field = |(name, kind): (&str, &str)| field(name, kind, &|messages| messages.text(&format!("data-{name}")));
    let schema = json!({
        "fields": fields.map(field),
        "primaryKey": ["indicator", "period", "area", "breakdown"],
        "missingValues": [""],
    });
    let mut figures = resource(folder, "aggregates.csv", "table")?;
    figures["schema"] = schema;
    let mut resources = vec![figures, resource(folder, "aggregates.json", "")?, resource(folder, "release.json", "")?];
    for lang in Lang::ALL {
        for ending in ["html", "xlsx"] {
            resources.push(resource(folder, &format!("release.{}.{ending}", lang.code()), "")?);
        }
    }
    let mut package = package(&label.commune, licence);
    package["name"] = json!(slug(&format!("bato-{}-{}-{}", label.commune, label.period, label.number)));
    package["version"] = json!(label.number.to_string());
    package["created"] = json!(format!("{}T00:00:00Z", label.made_on));
    package["resources"] = json!(resources);
    Ok(package)
}

/// Returns the description of the tables of a commune in a dataset of Parquet files.
///
/// # Errors
/// Those of the file system.
pub(super) fn of_dataset(folder: &Path, commune: &str, schemas: &[&TableSchema], licence: &str) -> Result<Value> {
    let mut resources = Vec::new();
    for schema in schemas {
        let kind = |column: ColumnType| match column {
            ColumnType::Date => "date",
            ColumnType::Int32 | ColumnType::Int64 => "integer",
            ColumnType::Float64 => "number",
            ColumnType::Text => "string",
        };
        let fields: Vec<Value> = schema
            .columns
            .iter()
            .map(|column| {
                let id = format!("table-{}.{}", schema.name, column.name);
                let mut own = field(column.name, kind(column.kind), &|messages| messages.text(&id));
                own["description"] = json!(column.doc);
                own
            })
            .collect();
        let own = folder.join(schema.name).join(partition_name("commune", Some(commune)));
        let files = files_below(&own)?;
        let paths: Vec<String> = files
            .iter()
            .filter_map(|file| Some(file.strip_prefix(folder).ok()?.to_string_lossy().replace('\\', "/")))
            .collect();
        let hashes = files.iter().map(|file| hash_of(file)).collect::<Result<Vec<_>>>()?;
        resources.push(json!({
            "name": schema.name,
            "path": paths,
            "type": "table",
            "format": "parquet",
            "hashes": hashes,
            "schema": { "fields": fields },
        }));
    }
    let mut package = package(commune, licence);
    package["name"] = json!(slug(&format!("bato-dataset-{commune}")));
    package["resources"] = json!(resources);
    Ok(package)
}

fn package(commune: &str, licence: &str) -> Value {
    let texts = |id: &str| -> Value {
        Lang::ALL.iter().map(|lang| (lang.code().to_owned(), json!(Messages::new(*lang).text(id)))).collect()
    };
    json!({
        "$schema": PROFILE,
        "title": commune,
        "description": texts("data-package"),
        "licenses": [{ "name": licence }],
        "sources": [{ "title": "Bato", "version": env!("CARGO_PKG_VERSION") }],
    })
}

/// Returns a column: name, type, unit, meaning in three languages.
fn field(name: &str, kind: &str, meaning: &dyn Fn(&Messages) -> String) -> Value {
    let meanings: Value =
        Lang::ALL.iter().map(|lang| (lang.code().to_owned(), json!(meaning(&Messages::new(*lang))))).collect();
    let mut own =
        json!({ "name": name, "type": kind, "title": meaning(&Messages::new(Lang::Fr)), "meaning": meanings });
    if let Some(unit) = unit(name) {
        own["unit"] = json!(unit);
    }
    own
}

/// Returns the unit of a column.
fn unit(name: &str) -> Option<&'static str> {
    match name {
        "value" => Some("count, or fraction (1 = 100 %)"),
        "numerator" | "denominator" | "n_members" | "n_sources" => Some("count"),
        "delay_days" | "limit_days" => Some("day"),
        "first_seen" | "last_seen" | "census_year" | "census_age" | "mother_age" => Some("year"),
        _ => None,
    }
}

fn resource(folder: &Path, name: &str, kind: &str) -> Result<Value> {
    let path = folder.join(name);
    let format = name.rsplit('.').next().unwrap_or_default();
    let (mediatype, is_text) = match format {
        "csv" => ("text/csv", true),
        "json" => ("application/json", true),
        "html" => ("text/html", true),
        _ => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false),
    };
    let bytes = std::fs::metadata(&path).map_err(|e| Error::io(&path, &e))?.len();
    let mut own = json!({
        "name": slug(name),
        "path": name,
        "format": format,
        "mediatype": mediatype,
        "bytes": bytes,
        "hash": hash_of(&path)?,
    });
    if is_text {
        own["encoding"] = json!("utf-8");
    }
    if !kind.is_empty() {
        own["type"] = json!(kind);
    }
    Ok(own)
}

fn hash_of(path: &Path) -> Result<String> {
    let bytes = std::fs::read(path).map_err(|e| Error::io(path, &e))?;
    Ok(format!("sha256:{}", Store::sha256_hex(&bytes)))
}

/// Returns the files below a folder, sorted.
fn files_below(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).map_err(|e| Error::io(&next, &e))? {
            let path = entry.map_err(|e| Error::io(&next, &e))?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

/// Returns a name of small letters, digits and hyphens.
fn slug(text: &str) -> String {
    let plain = crate::record::fold(text).to_lowercase();
    let letters = plain.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' });
    letters.collect::<String>().trim_matches('-').to_owned()
}
