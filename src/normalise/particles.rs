//! Splits a name into words, each with the particle before it.

/// Words that belong to the word after them.
const PARTICLES: [&str; 14] = ["WA", "YA", "NA", "KWA", "MWA", "BA", "DE", "DI", "DA", "DU", "LA", "LE", "VAN", "DOS"];

/// The same behind another word: `António do Rosário`.
const INNER_PARTICLES: [&str; 2] = ["DO", "DAS"];

/// Splits a name into words; a particle stays with the word after it: `MBUYI WA KASONGO` gives `MBUYI`, `WA KASONGO`.
pub(super) fn words_of(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut particle = String::new();
    for word in text.split_whitespace() {
        // `Do` alone is a name, too.
        let is_inner = !words.is_empty() && INNER_PARTICLES.iter().any(|own| own.eq_ignore_ascii_case(word));
        if is_inner || PARTICLES.iter().any(|particle| particle.eq_ignore_ascii_case(word)) {
            particle = format!("{particle}{word} ");
        } else {
            words.push(format!("{particle}{word}"));
            particle.clear();
        }
    }
    if !particle.is_empty() {
        words.push(particle.trim_end().to_owned());
    }
    words
}
