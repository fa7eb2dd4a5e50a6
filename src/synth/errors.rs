//! Makes errors in names: respellings and typos.
//!
//! A **respelling** is another spelling that someone hears or believes right (u/w, y/yi/ie/i, a doubled consonant). A
//! **typo** is an error in typing. The rules follow measured lists of names and keyboards, not what the linker
//! folds or compares.

use super::random::RandomStream;
use super::words::WORDS;

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'A' | b'E' | b'I' | b'O' | b'U')
}

/// Returns another spelling of a nom or post-nom in capitals, or `None` if no rule applies.
///
/// A weight is the number of pairs of that kind among 18,238 noms and post-noms of Kinshasa.
pub(super) fn respell_nom(random: &mut RandomStream, name: &str) -> Option<String> {
    let letters = name.as_bytes();
    let is_plain = letters.iter().all(u8::is_ascii_uppercase);
    if !is_plain || letters.len() < 4 {
        return None;
    }
    let mut spellings: Vec<(f64, String)> = Vec::new();
    let mut add = |weight: f64, changed: String| spellings.push((weight, changed));
    let put = |at: usize, n: usize, with: &str| format!("{}{with}{}", &name[..at], &name[at + n..]);
    for (at, two) in letters.windows(2).enumerate() {
        let before_vowel = is_vowel(two[1]);
        match two[0] {
            b'U' if before_vowel && at > 0 => add(170.0, put(at, 1, "W")),
            b'W' if before_vowel && at > 0 => add(170.0, put(at, 1, "U")),
            b'I' if before_vowel && at > 0 => add(37.0, put(at, 1, "Y")),
            b'Y' if before_vowel && at > 0 && !is_vowel(letters[at - 1]) => add(37.0, put(at, 1, "I")),
            _ => {}
        }
        match two {
            [b'S' | b'L' | b'N' | b'T' | b'M', _] if two[0] == two[1] => add(160.0, put(at, 1, "")),
            [b'O', b'U'] => add(50.0, put(at, 2, "U")),
            [b'D', b'J'] => add(8.0, put(at, 2, "J")),
            [b'P', b'H'] => add(8.0, put(at, 2, "F")),
            _ => {}
        }
    }
    for (at, three) in letters.windows(3).enumerate() {
        match three {
            [a, b'S' | b'L' | b'T', c] if is_vowel(*a) && is_vowel(*c) => {
                add(20.0, put(at + 1, 0, &name[at + 1..at + 2]));
            }
            [a, b'U', c] if !is_vowel(*a) && !is_vowel(*c) => add(6.0, put(at + 1, 1, "OU")),
            b"TSH" => {
                add(40.0, put(at, 3, "TCH"));
                if letters.get(at + 3) == Some(&b'I') {
                    add(40.0, put(at, 3, "C"));
                }
            }
            b"TCH" => add(40.0, put(at, 3, "TSH")),
            _ => {}
        }
    }
    match letters {
        [.., a, b'Y', b'I'] if is_vowel(*a) => {
            add(113.0, name[..name.len() - 1].to_owned());
            add(20.0, put(name.len() - 2, 2, "IE"));
        }
        [.., b'I', b'E'] => add(113.0, put(name.len() - 2, 2, "I")),
        [.., a, b'Y'] if is_vowel(*a) => {
            add(100.0, format!("{name}I"));
            add(13.0, put(name.len() - 1, 1, "IE"));
        }
        [.., b'D' | b'L' | b'N' | b'S', b'I'] => add(12.0, format!("{name}E")),
        _ => {}
    }
    match letters {
        [b'N', b'D' | b'G' | b'Z' | b'S' | b'L' | b'K' | b'T', ..] if letters.len() > 4 => {
            add(190.0, name[1..].to_owned());
            if letters[1] == b'S' || letters[1] == b'L' {
                add(10.0, put(1, 0, "'"));
            }
        }
        [b'M', b'B' | b'P' | b'V' | b'F', ..] if letters.len() > 4 => add(115.0, name[1..].to_owned()),
        [b'L' | b'T' | b'Z' | b'D' | b'K', second, ..] => {
            add(25.0, format!("N{name}"));
            if letters[0] == b'K' && *second == b'A' {
                add(9.0, format!("C{}", &name[1..]));
            }
        }
        [b'P' | b'B' | b'V', ..] => add(25.0, format!("M{name}")),
        [b'C', b'I', ..] => add(17.0, format!("TSHI{}", &name[2..])),
        [b'J', b'U' | b'A', ..] => add(4.0, format!("D{name}")),
        _ => {}
    }
    choose_spelling(random, spellings)
}

/// Returns another spelling of a prénom in capitals, or `None` if no rule applies.
pub(super) fn respell_prenom(random: &mut RandomStream, name: &str) -> Option<String> {
    if name.len() < 4 || !name.is_ascii() {
        return None;
    }
    let mut spellings: Vec<(f64, String)> = Vec::new();
    for [from, to] in &WORDS.prenom_parts {
        if let Some(at) = name.find(from.as_str()) {
            spellings.push((2.0, format!("{}{to}{}", &name[..at], &name[at + from.len()..])));
        }
    }
    let doubled = name.bytes().enumerate().skip(1).filter(|(_, letter)| matches!(letter, b'S' | b'L' | b'N' | b'T'));
    spellings.extend(doubled.map(|(at, _)| (0.5, format!("{}{}", &name[..=at], &name[at..]))));
    for [end, other] in &WORDS.prenom_ends {
        if let Some(head) = name.strip_suffix(end.as_str()).filter(|head| head.len() >= 3) {
            spellings.push((2.0, format!("{head}{other}")));
        }
    }
    choose_spelling(random, spellings)
}

/// Returns one of the weighted spellings, if there are any.
fn choose_spelling(random: &mut RandomStream, mut spellings: Vec<(f64, String)>) -> Option<String> {
    let weights: Vec<f64> = spellings.iter().map(|(weight, _)| *weight).collect();
    (!spellings.is_empty()).then(|| spellings.swap_remove(random.weighted_index(&weights)).1)
}

/// The rows of the French keyboard (AZERTY).
const KEYS: [&str; 3] = ["AZERTYUIOP", "QSDFGHJKLM", "WXCVBN"];

fn neighbour_key(random: &mut RandomStream, letter: char) -> char {
    let row = KEYS.iter().find_map(|row| Some((row, row.find(letter)?)));
    let Some((row, at)) = row else { return letter };
    let places = [at.checked_sub(1), Some(at + 1).filter(|at| *at < row.len())];
    let beside: Vec<char> = places.into_iter().flatten().filter_map(|at| row[at..].chars().next()).collect();
    if beside.is_empty() { letter } else { random.choose(&beside) }
}

/// Returns a name with one typo: a letter replaced, missing, added, typed on the next key, or two neighbours swapped.
pub(super) fn typo(random: &mut RandomStream, name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    if letters.len() < 3 {
        return name.to_owned();
    }
    let at = random.below(letters.len());
    let before_last = letters.len() - 2;
    let any_letter = |random: &mut RandomStream| char::from(b'A' + random.below(26) as u8);
    match random.weighted_index(&[0.15, 0.25, 0.20, 0.20, 0.20]) {
        0 => letters[at] = any_letter(random),
        1 => {
            letters.remove(at);
        }
        // Most added letters repeat the one before.
        2 if random.happens(0.6) => letters.insert(at, letters[at]),
        2 => letters.insert(at, any_letter(random)),
        3 => letters[at] = neighbour_key(random, letters[at]),
        _ => letters[at.min(before_last)..].swap(0, 1),
    }
    let slipped: String = letters.into_iter().collect();
    // A blank at the rim or a double blank would be an invisible typo.
    slipped.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::random::Purpose;
    use super::*;

    #[test]
    fn the_measured_spellings_occur() {
        let mut random = RandomStream::new(1, Purpose::Answer, &[]);
        let pairs = "MWAMBA MUAMBA, BUANGA BWANGA, NGOY NGOYI, NGOYI NGOY, MASSAMBA MASAMBA, NLANDU LANDU, MPEMBA PEMBA, \
            MUKANYA MUKANIA, NSELE N'SELE, MATOU MATU, TSHIMANGA CIMANGA, DJUMA JUMA, MUSAPHIRI MUSAFIRI";
        for (name, other) in pairs.split(", ").filter_map(|pair| pair.split_once(' ')) {
            assert!((0..400).any(|_| respell_nom(&mut random, name).as_deref() == Some(other)), "{name} {other}");
        }
        for (name, other) in [("JEMIMA", "GEMIMA"), ("PLAMEDI", "PLAMEDIE")] {
            let spellings: std::collections::BTreeSet<_> =
                (0..400).filter_map(|_| respell_prenom(&mut random, name)).collect();
            assert!(spellings.contains(other), "{name}: {spellings:?}");
        }
        assert_eq!(respell_nom(&mut random, "DIA"), None);
    }

    #[test]
    fn a_typo_changes_one_letter() {
        let mut random = RandomStream::new(2, Purpose::Typing, &[]);
        for _ in 0..2_000 {
            let name = typo(&mut random, "MAKIESE");
            assert!((6..=8).contains(&name.len()) && strsim::osa_distance(&name, "MAKIESE") <= 1, "{name}");
        }
    }
}
