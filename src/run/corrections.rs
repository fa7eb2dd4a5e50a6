//! Lists the typed corrections that belong to no file that was read, and counts all that were not applied.

use crate::finding::Finding;
use crate::ingest::CellCorrections;
use crate::record::RowAt;
use crate::store::Tables;

use super::file_content::FileContent;

/// The rules about corrections that were not applied.
const NOT_APPLIED: [&str; 5] = [
    "cell-correction-refused",
    "cell-corrections-outdated",
    "cell-corrections-no-file",
    "cell-correction-unreadable",
    "correction-not-applied",
];

/// Adds to each file a finding on the corrections of its earlier content. Returns the findings of the files of
/// corrections. `replaced` are the files that a corrections workbook replaces; `is_whole` says whether `files` are all
/// files of the raw folder.
pub(crate) fn note_unused(
    corrections: &CellCorrections,
    files: &mut [FileContent],
    replaced: &[(String, String)],
    is_whole: bool,
) -> Vec<(String, Finding)> {
    let read: Vec<(&str, &str)> =
        files.iter().map(|file| (file.source.path.as_str(), file.source.sha256.as_str())).collect();
    let unused = corrections.unused(&read, replaced, is_whole);
    for (index, mut finding) in unused.of_read {
        finding.at.row = RowAt { file: index as u32, ..finding.at.row };
        files[index].findings.push(finding);
    }
    let unreadable = corrections
        .files
        .iter()
        .flat_map(|file| file.findings.iter().map(|finding| (file.path.clone(), finding.clone())));
    let mut findings: Vec<(String, Finding)> = unreadable.chain(unused.of_corrections).collect();
    findings.sort_by(|a, b| (&a.0, a.1.at, a.1.rule).cmp(&(&b.0, b.1.at, b.1.rule)));
    findings
}

/// How many corrections the findings say were not applied.
pub(super) fn n_not_applied(tables: &Tables) -> u64 {
    let n_of = |args: &str| {
        let args: serde_json::Map<String, serde_json::Value> = serde_json::from_str(args).unwrap_or_default();
        args.get("n").and_then(|n| n.as_str()?.parse().ok()).unwrap_or(1)
    };
    let findings = tables.findings.iter().filter(|finding| NOT_APPLIED.contains(&finding.rule.as_str()));
    findings.map(|finding| n_of(&finding.args)).sum()
}
