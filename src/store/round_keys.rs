//! Writes and reads the file of keyed hashes that leaves a commune to be counted with others: pass, key, number of the
//! person.

use std::path::Path;

use polars::error::PolarsError;
use polars::prelude::{Column, Int32Chunked};

use super::key_tables::{bytes_column, frame_of, read_columns, unreadable, write_frames};
use super::output_path::OutputPath;
use crate::error::{Error, ErrorCode, Result};

/// A key: its pass, 16 bytes, the number of the person in this round.
pub(crate) type RoundKeyRow = (u8, [u8; 16], i32);

/// Writes keys in their order. Returns their number.
pub(crate) fn write_round_keys(output: &OutputPath, keys: &[RoundKeyRow]) -> Result<u64> {
    const ROWS_AT_A_TIME: usize = 1 << 20;
    let frame = |keys: &[RoundKeyRow]| {
        let columns = vec![
            Column::new("pass".into(), keys.iter().map(|(pass, _, _)| i32::from(*pass)).collect::<Vec<_>>()),
            bytes_column("key", keys.iter().map(|(_, key, _)| &key[..])),
            Column::new("number".into(), keys.iter().map(|(_, _, number)| *number).collect::<Vec<_>>()),
        ];
        frame_of(keys.len(), columns)
    };
    write_frames(output, &frame(&[])?, |take| keys.chunks(ROWS_AT_A_TIME).try_for_each(|keys| take(frame(keys)?)))
}

/// Reads keys, sorted. Passes are from 0 to below `n_passes`.
///
/// # Errors
/// `table-unreadable` for a file that holds anything else; `table-no-column`; errors of the file system.
pub(crate) fn read_round_keys(path: &Path, n_passes: usize) -> Result<Vec<RoundKeyRow>> {
    let frame = read_columns(path, &["pass", "key", "number"])?;
    let fault = |cause: PolarsError| unreadable(path, &cause);
    let number = |name: &str| -> std::result::Result<Int32Chunked, PolarsError> { frame.column(name)?.i32().cloned() };
    let (passes, numbers) = (number("pass").map_err(fault)?, number("number").map_err(fault)?);
    let column = frame.column("key").and_then(|column| column.binary().cloned()).map_err(fault)?;
    let mut keys = Vec::with_capacity(frame.height());
    for ((pass, key), number) in passes.iter().zip(column.iter()).zip(numbers.iter()) {
        let pass = pass.and_then(|pass| u8::try_from(pass).ok()).filter(|pass| usize::from(*pass) < n_passes);
        let key: Option<[u8; 16]> = key.and_then(|key| key.try_into().ok());
        let (Some(pass), Some(key), Some(number)) = (pass, key, number) else {
            return Err(Error::new(ErrorCode::TableUnreadable).at(path).with("table", "keys"));
        };
        keys.push((pass, key, number));
    }
    keys.sort_unstable();
    keys.dedup();
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_written_and_read() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("keys.parquet");
        let keys: Vec<RoundKeyRow> = (0..3000_i32).map(|n| ((n % 5) as u8, [n as u8; 16], n)).collect();
        assert_eq!(write_round_keys(&OutputPath::own(&path), &keys).unwrap(), 3000);
        let mut sorted = keys;
        sorted.sort_unstable();
        assert_eq!(read_round_keys(&path, 5).unwrap(), sorted);
        assert_eq!(read_round_keys(&path, 4).unwrap_err().code, ErrorCode::TableUnreadable);
        std::fs::write(&path, b"PAR1").unwrap();
        assert_eq!(read_round_keys(&path, 5).unwrap_err().code, ErrorCode::TableUnreadable);
    }
}
