//! Scores pairs of persons that an engine found: an Arrow stream in, an Arrow stream out.

use std::io::{Read, Write};
use std::path::Path;

use crate::error::{Error, ErrorCode, Result};
use crate::link::table::PairScorer;
use crate::store::{PairReader, PairWriter};

use super::link_table::read_date;
use super::model::read_whole_model;

/// Scores each pair of a stream with a model and writes the pairs with their scores, in the same batches and order.
/// Returns the number of pairs.
///
/// The score of a pair depends on its values and the model alone. One batch is in memory at a time. If an error is
/// returned, the output has no end mark: nobody takes it for whole.
///
/// # Errors
/// Those of the model; `pair-stream` and `pair-column` of the input; `output-closed`, errors of the file system.
pub fn score(model: &Path, input: &mut dyn Read, output: &mut dyn Write) -> Result<u64> {
    let read_model = read_whole_model(model)?;
    let scorer = PairScorer::new(&read_model).ok_or_else(|| Error::new(ErrorCode::BadModel).at(model))?;
    let mut reader = PairReader::new(input, &scorer.columns())?;
    let mut writer = PairWriter::new(output)?;
    let mut n_pairs = 0;
    while let Some(batch) = reader.next_batch()? {
        let scores = scorer.score(batch.values, &read_date);
        n_pairs += scores.len() as u64;
        let weights = scores.iter().map(|score| score.weight).collect();
        let probabilities = scores.iter().map(|score| score.probability).collect();
        writer.write(&batch.persons, [weights, probabilities])?;
    }
    writer.finish()?;
    Ok(n_pairs)
}
