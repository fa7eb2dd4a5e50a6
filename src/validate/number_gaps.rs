//! The numbers missing in a sequence, as text.

/// Returns the numbers missing between rising numbers, as ranges: `12–14, 30`. The list ends in `…` after 12 ranges.
pub(super) fn missing_between(numbers: &[u32]) -> String {
    const MAX_RANGES: usize = 12;
    let gaps: Vec<String> = numbers
        .windows(2)
        .filter(|two| two[1] > two[0] + 1)
        .map(|two| match (two[0] + 1, two[1] - 1) {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first}–{last}"),
        })
        .collect();
    let text = gaps.iter().take(MAX_RANGES).map(String::as_str).collect::<Vec<_>>().join(", ");
    if gaps.len() > MAX_RANGES { format!("{text}…") } else { text }
}
