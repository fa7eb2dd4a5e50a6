//! Makes clusters of pairs that an engine found and `bato score` scored, and gives persons of several communes national
//! aliases.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorCode, Result};
use crate::link::LinkOutcome;
use crate::link::table::{ListModel, link_pairs};
use crate::record::{Fnv, Table, format_id};
use crate::store::{self, APART, AliasOfPersonRow, OutputPath, PERSON, WeighedPair};

use super::export_keys::compared_columns;
use super::link_table::{beside, read_date, write_rows_and_pairs};
use super::model::read_whole_model;

/// Pairs to make clusters of.
#[derive(Debug, Clone)]
pub struct ClusterRequest<'a> {
    /// The model with which the pairs were scored.
    pub model: &'a Path,
    /// Parquet files of scored pairs, or folders of them.
    pub pairs: &'a [PathBuf],
    /// The persons of each commune, as `bato export keys` writes them.
    pub persons: &'a [PathBuf],
    /// National aliases of an earlier time: they live on.
    pub aliases: Option<&'a Path>,
    /// The file of rows with their clusters. The files of pairs and aliases go beside it.
    pub out: &'a OutputPath,
}

/// The result in numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClusterSummary {
    /// Pairs read.
    pub n_pairs: u64,
    /// Persons of whom a pair was read.
    pub n_persons: u64,
    /// Clusters of two persons and more.
    pub n_clusters: u64,
    /// Persons in them.
    pub n_linked: u64,
    /// The files written: rows, pairs, aliases.
    pub files: [PathBuf; 3],
}

/// Makes clusters and writes them.
///
/// Only persons of whom a pair is given are in memory, once each file of persons is read.
///
/// # Errors
/// Those of the model, of reading and of writing; `pairs-unknown-person`, `person-twice`; `pairs-other-score` if a pair
/// was scored with another model or from other values.
pub fn cluster(request: &ClusterRequest<'_>) -> Result<ClusterSummary> {
    let model = read_whole_model(request.model)?;
    let mut pairs: Vec<WeighedPair> = Vec::new();
    for path in request.pairs {
        pairs.extend(store::read_scored_pairs(path)?);
    }
    let in_pairs: HashSet<&str> = pairs.iter().flat_map(|(a, b, _)| [a.as_str(), b.as_str()]).collect();
    let mut tables = Vec::new();
    for path in request.persons {
        tables.push(read_persons(path, &model, request.model, &in_pairs)?);
    }
    let ids: Vec<String> = tables.iter().flat_map(|table| texts(table, PERSON)).collect();
    let mut row_of = HashMap::with_capacity(ids.len());
    for (row, id) in (0_u32..).zip(&ids) {
        if row_of.insert(id.as_str(), row).is_some() {
            return Err(Error::new(ErrorCode::PersonTwice).with("person", id));
        }
    }
    let rows = row_pairs(&pairs, &row_of)?;
    let linked = link_pairs(&tables, &model, &rows, &read_date).map_err(|fault| {
        let [a, b] = [fault.a, fault.b].map(|row| ids[row as usize].clone());
        let error = Error::new(ErrorCode::PairsOtherScore).with("a", a).with("b", b);
        error.with("given", fault.given).with("own", fault.own)
    })?;
    let (out, pairs_file, aliases_file) = (request.out, beside(request.out, "pairs"), beside(request.out, "aliases"));
    write_rows_and_pairs(&tables, &linked, &ids, [out, &out.with_path(pairs_file.clone())])?;
    let earlier = request.aliases.map(read_aliases).transpose()?.unwrap_or_default();
    let aliases = national_aliases(&ids, &linked.cluster_of, &earlier);
    store::write_rows(&aliases, &out.with_path(aliases_file.clone()))?;
    debug_assert!(linked.links.iter().all(|link| link.outcome != LinkOutcome::DecidedApart));
    let mut clusters: Vec<&str> = aliases.iter().map(|row| row.alias.as_str()).collect();
    clusters.sort_unstable();
    clusters.dedup();
    Ok(ClusterSummary {
        n_pairs: rows.len() as u64,
        n_persons: ids.len() as u64,
        n_clusters: clusters.len() as u64,
        n_linked: aliases.len() as u64,
        files: [out.path().to_owned(), pairs_file, aliases_file],
    })
}

/// The pairs by the numbers of their rows, the lower first, sorted, each once.
fn row_pairs(pairs: &[WeighedPair], row_of: &HashMap<&str, u32>) -> Result<Vec<((u32, u32), f64)>> {
    let row =
        |id: &str| row_of.get(id).copied().ok_or_else(|| Error::new(ErrorCode::PairsUnknownPerson).with("person", id));
    let mut rows = Vec::with_capacity(pairs.len());
    for (a, b, weight) in pairs {
        let (a, b) = (row(a)?, row(b)?);
        if a != b {
            rows.push(((a.min(b), a.max(b)), *weight));
        }
    }
    rows.sort_unstable_by(|x, y| x.0.cmp(&y.0).then(x.1.total_cmp(&y.1)));
    rows.dedup_by_key(|(pair, weight)| (*pair, weight.to_bits()));
    Ok(rows)
}

/// Reads the persons of a commune of whom there are pairs.
fn read_persons(path: &Path, model: &ListModel, model_path: &Path, in_pairs: &HashSet<&str>) -> Result<Table> {
    store::refuse_file_of_register(path)?;
    let compared = compared_columns(model, model_path)?;
    let apart = model.settings.apart.as_deref();
    let own: Vec<&str> = compared.iter().copied().filter(|name| Some(*name) != apart).collect();
    let mut columns = vec![PERSON];
    columns.extend(&own);
    columns.extend(apart.map(|_| APART));
    // A column may be compared and keep rows apart.
    columns.extend(compared_and_apart(model));
    let mut table = store::read_parquet(path, &columns)?;
    let person = table.column(PERSON).cloned().unwrap_or_default();
    let is_needed: Vec<bool> = person.values.iter().map(|id| in_pairs.contains(&**id)).collect();
    let is_in = |row: usize| is_needed[person.of_row[row] as usize];
    for column in &mut table.columns {
        let mut row = 0..;
        column.of_row.retain(|_| row.next().is_some_and(is_in));
        if column.name == APART
            && let Some(apart) = apart
        {
            column.name = apart.to_owned();
        }
    }
    let mut row = 0..;
    table.rows.retain(|_| row.next().is_some_and(is_in));
    // The values that no row needs any more are dropped with the copy.
    let columns: Vec<_> = table
        .columns
        .iter()
        .map(|column| store::coded_column(&column.name, (0..table.rows.len()).map(|row| column.text(row))))
        .collect();
    Ok(Table { columns, ..table })
}

fn compared_and_apart(model: &ListModel) -> Option<&str> {
    let apart = model.settings.apart.as_deref()?;
    let mut compared = model.settings.comparison.iter().flat_map(|comparison| &comparison.columns);
    compared.any(|column| column == apart).then_some(apart)
}

fn texts(table: &Table, column: &str) -> Vec<String> {
    let column = table.column(column);
    (0..table.rows.len()).map(|row| column.map_or("", |column| column.text(row)).to_owned()).collect()
}

/// Aliases of an earlier time, by person.
fn read_aliases(path: &Path) -> Result<BTreeMap<String, String>> {
    let columns = ["person", "alias"];
    let table = match path.extension() {
        Some(ending) if ending.eq_ignore_ascii_case("parquet") => store::read_parquet(path, &columns)?,
        _ => crate::ingest::read_table(path, &columns, None, &crate::ingest::IngestSettings::default())?,
    };
    Ok(texts(&table, "person").into_iter().zip(texts(&table, "alias")).collect())
}

/// The alias of each person who shares a cluster with another, in the order of persons.
///
/// A cluster keeps the earlier alias of its first member that has one; of two clusters with one earlier alias the first
/// keeps it. A new alias is derived from the first member of the cluster. The first is the one whose id comes first in
/// the order of the alphabet.
fn national_aliases(ids: &[String], cluster_of: &[u32], earlier: &BTreeMap<String, String>) -> Vec<AliasOfPersonRow> {
    let mut members: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for (id, cluster) in ids.iter().zip(cluster_of) {
        members.entry(*cluster).or_default().push(id);
    }
    let mut clusters: Vec<Vec<&str>> = members.into_values().filter(|members| members.len() > 1).collect();
    clusters.iter_mut().for_each(|members| members.sort_unstable());
    clusters.sort_unstable();
    let mut taken: HashSet<String> = HashSet::new();
    let mut alias_of: Vec<Option<String>> = Vec::with_capacity(clusters.len());
    for members in &clusters {
        let own = members.iter().filter_map(|member| earlier.get(*member)).find(|alias| !taken.contains(*alias));
        taken.extend(own.cloned());
        alias_of.push(own.cloned());
    }
    // An alias that was given once is never given to others.
    taken.extend(earlier.values().cloned());
    let mut rows = Vec::new();
    for (members, alias) in clusters.iter().zip(alias_of) {
        let alias = alias.unwrap_or_else(|| {
            let hash = |n: u64| Fnv::default().with(members[0].as_bytes()).with(&n.to_be_bytes()).finish();
            // The alphabet of identifiers has room for every number: one is free.
            let free = (0..).map(|n| format_id('N', hash(n))).find(|alias| !taken.contains(alias));
            free.unwrap_or_default()
        });
        taken.insert(alias.clone());
        rows.extend(
            members.iter().map(|member| AliasOfPersonRow { person: (*member).to_owned(), alias: alias.clone() }),
        );
    }
    rows.sort_by(|a, b| a.person.cmp(&b.person));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aliases(ids: &[&str], cluster_of: &[u32], earlier: &[(&str, &str)]) -> Vec<(String, String)> {
        let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        let earlier = earlier.iter().map(|(person, alias)| ((*person).to_owned(), (*alias).to_owned())).collect();
        national_aliases(&ids, cluster_of, &earlier).into_iter().map(|row| (row.person, row.alias)).collect()
    }

    #[test]
    fn an_alias_lives_on_and_is_never_given_to_others() {
        let first = aliases(&["b/2", "a/1", "c/3", "a/9"], &[0, 0, 2, 2], &[]);
        assert_eq!(first.len(), 4);
        let [one, three] = [&first[0].1, &first[3].1];
        assert_eq!((&first[0].0[..], &first[2].0[..]), ("a/1", "b/2"));
        assert!(one != three && one.starts_with("N-") && first[2].1 == *one);
        // The order of persons changes nothing.
        assert_eq!(aliases(&["a/9", "c/3", "a/1", "b/2"], &[0, 0, 2, 2], &[]), first);
        // A person more: the alias stays, though another comes first now.
        let earlier: Vec<(&str, &str)> = first.iter().map(|(person, alias)| (&person[..], &alias[..])).collect();
        let more = aliases(&["b/2", "a/1", "a/0"], &[0, 0, 0], &earlier);
        assert!(more.iter().all(|(_, alias)| alias == one));
        // The cluster is divided: one part keeps the alias, the other gets one that nobody had.
        let divided = aliases(&["b/2", "x/1", "a/1", "x/2"], &[0, 0, 2, 2], &earlier);
        assert_eq!(divided.iter().filter(|(_, alias)| alias == one).count(), 2);
        let new = divided.iter().find(|(_, alias)| alias != one).unwrap();
        assert!(first.iter().all(|(_, alias)| *alias != new.1));
    }
}
