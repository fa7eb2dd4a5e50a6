//! How names are spelt otherwise and what slips of the pen do to them.
//!
//! Two kinds, kept apart: a **spelling** is what someone hears or believes right (u/w, y/yi/ie/i, a doubled consonant);
//! a **slip** is what a finger does. Both are rules of their own, written from measured lists and keyboards and not from
//! what the linker folds or compares.

use super::chance::Chance;

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'A' | b'E' | b'I' | b'O' | b'U')
}

/// Another spelling of a nom or post-nom in capitals, or `None` if it knows none.
///
/// Weights: how many pairs of each kind 18,238 noms and post-noms of Kinshasa hold.
pub(super) fn respelt_nom(chance: &mut Chance, name: &str) -> Option<String> {
    let letters = name.as_bytes();
    let is_plain = letters.iter().all(u8::is_ascii_uppercase);
    if !is_plain || letters.len() < 4 {
        return None;
    }
    let mut ways: Vec<(f64, String)> = Vec::new();
    let mut add = |weight: f64, changed: String| ways.push((weight, changed));
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
    chosen(chance, ways)
}

/// Another spelling of a prénom in capitals.
pub(super) fn respelt_prenom(chance: &mut Chance, name: &str) -> Option<String> {
    const PAIRS: [(&str, &str); 17] = [
        ("PH", "F"),
        ("TH", "T"),
        ("CH", "SH"),
        ("KS", "X"),
        ("LL", "L"),
        ("SS", "S"),
        ("NN", "N"),
        ("Y", "I"),
        ("CK", "K"),
        ("QU", "K"),
        ("JE", "GE"),
        ("GE", "JE"),
        ("C", "K"),
        ("H", ""),
        ("KE", "KHE"),
        ("RR", "R"),
        ("DI", "DY"),
    ];
    if name.len() < 4 || !name.is_ascii() {
        return None;
    }
    let mut ways: Vec<(f64, String)> = Vec::new();
    for (from, to) in PAIRS {
        if let Some(at) = name.find(from) {
            ways.push((2.0, format!("{}{to}{}", &name[..at], &name[at + from.len()..])));
        }
    }
    let doubled = name.bytes().enumerate().skip(1).filter(|(_, letter)| matches!(letter, b'S' | b'L' | b'N' | b'T'));
    ways.extend(doubled.map(|(at, _)| (0.5, format!("{}{}", &name[..=at], &name[at..]))));
    for (end, other) in [("IE", "I"), ("I", "IE"), ("E", ""), ("A", "AH"), ("AH", "A"), ("L", "LLE"), ("EE", "E")] {
        if let Some(head) = name.strip_suffix(end).filter(|head| head.len() >= 3) {
            ways.push((2.0, format!("{head}{other}")));
        }
    }
    chosen(chance, ways)
}

fn chosen(chance: &mut Chance, mut ways: Vec<(f64, String)>) -> Option<String> {
    let weights: Vec<f64> = ways.iter().map(|(weight, _)| *weight).collect();
    (!ways.is_empty()).then(|| ways.swap_remove(chance.weighted(&weights)).1)
}

/// Keys beside each other on the French keyboard (AZERTY), row by row.
const KEYS: [&str; 3] = ["AZERTYUIOP", "QSDFGHJKLM", "WXCVBN"];

fn neighbour_key(chance: &mut Chance, letter: char) -> char {
    let row = KEYS.iter().find_map(|row| Some((row, row.find(letter)?)));
    let Some((row, at)) = row else { return letter };
    let places = [at.checked_sub(1), Some(at + 1).filter(|at| *at < row.len())];
    let beside: Vec<char> = places.into_iter().flatten().filter_map(|at| row[at..].chars().next()).collect();
    if beside.is_empty() { letter } else { chance.one_of(&beside) }
}

/// A slip of the pen in a name: a letter changed, missing, added, typed on the key beside, two neighbours swapped.
pub(super) fn slip(chance: &mut Chance, name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    if letters.len() < 3 {
        return name.to_owned();
    }
    let at = chance.below(letters.len());
    match chance.weighted(&[0.15, 0.25, 0.20, 0.20, 0.20]) {
        0 => letters[at] = char::from(b'A' + chance.below(26) as u8),
        1 => {
            letters.remove(at);
        }
        2 => {
            // Most letters added are the one before typed twice.
            let added = if chance.is(0.6) { letters[at] } else { char::from(b'A' + chance.below(26) as u8) };
            letters.insert(at, added);
        }
        3 => letters[at] = neighbour_key(chance, letters[at]),
        _ => {
            let first = at.min(letters.len() - 2);
            letters.swap(first, first + 1);
        }
    }
    let slipped: String = letters.into_iter().collect();
    // What is left must still be a name: a blank at its rim or doubled would be no slip that anyone sees.
    slipped.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::chance::Purpose;
    use super::*;

    #[test]
    fn the_measured_spellings_are_among_those_made() {
        let mut chance = Chance::of(1, Purpose::Said, &[]);
        for (name, other) in [
            ("MWAMBA", "MUAMBA"),
            ("BUANGA", "BWANGA"),
            ("NGOY", "NGOYI"),
            ("NGOYI", "NGOY"),
            ("MASSAMBA", "MASAMBA"),
            ("NLANDU", "LANDU"),
            ("MPEMBA", "PEMBA"),
            ("MUKANYA", "MUKANIA"),
            ("NSELE", "N'SELE"),
            ("MATOU", "MATU"),
            ("TSHIMANGA", "CIMANGA"),
            ("DJUMA", "JUMA"),
            ("MUSAPHIRI", "MUSAFIRI"),
        ] {
            assert!((0..400).any(|_| respelt_nom(&mut chance, name).as_deref() == Some(other)), "{name} {other}");
        }
        for (name, other) in [("JEMIMA", "GEMIMA"), ("PLAMEDI", "PLAMEDIE")] {
            let made: std::collections::BTreeSet<_> =
                (0..400).filter_map(|_| respelt_prenom(&mut chance, name)).collect();
            assert!(made.contains(other), "{name}: {made:?}");
        }
        assert_eq!(respelt_nom(&mut chance, "DIA"), None);
    }

    #[test]
    fn a_slip_changes_one_letter_and_leaves_a_name() {
        let mut chance = Chance::of(2, Purpose::Typed, &[]);
        for _ in 0..2_000 {
            let slipped = slip(&mut chance, "MAKIESE");
            assert!((6..=8).contains(&slipped.len()) && strsim::osa_distance(&slipped, "MAKIESE") <= 1, "{slipped}");
        }
    }
}
