//! Draws names: tokens from lists with counts, and rare names made of two tokens.
//!
//! `names/*.txt` hold tokens that occur at least twice in a public list of 24,746 Kinshasa names, and no full name
//! (source in the first line of each). A third of the names of that list occur once. Such names are made here from the
//! beginning of one token and the end of another, so that no list of the reader contains them.

use std::sync::LazyLock;

use crate::record::Sex;

use super::random::RandomStream;
use super::words::WORDS;

/// Tokens with the running sums of their weights.
struct NameList {
    tokens: Vec<&'static str>,
    sums: Vec<f64>,
}

impl NameList {
    /// Reads lines `TOKEN<tab>count…`; `weight` gives the weight of a line.
    fn of(text: &'static str, weight: impl Fn(&[&str]) -> f64) -> Self {
        let mut list = Self { tokens: Vec::new(), sums: Vec::new() };
        let mut sum = 0.0;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            // Only plain tokens: the typist adds accents and signs.
            let is_plain = columns[0].bytes().all(|b| b.is_ascii_uppercase()) && columns[0].len() >= 3;
            if is_plain && !NOT_NAMES.contains(&columns[0]) {
                sum += weight(&columns);
                list.tokens.push(columns[0]);
                list.sums.push(sum);
            }
        }
        list
    }

    fn by_count(text: &'static str) -> Self {
        Self::of(text, |columns| number(columns, 1))
    }

    fn pick(&self, random: &mut RandomStream) -> &'static str {
        let point = random.unit() * self.sums.last().copied().unwrap_or(0.0);
        let place = self.sums.partition_point(|sum| *sum <= point);
        self.tokens[place.min(self.tokens.len() - 1)]
    }

    /// Returns a token or, with probability `rare`, a rare name.
    fn pick_or_blend(&self, random: &mut RandomStream, rare: f64) -> String {
        if random.happens(rare) { self.blend(random) } else { self.pick(random).to_owned() }
    }

    /// Returns a rare name: the beginning of one token and the end of another, cut after a vowel.
    fn blend(&self, random: &mut RandomStream) -> String {
        let is_vowel = |b: u8| matches!(b, b'A' | b'E' | b'I' | b'O' | b'U');
        for _ in 0..8 {
            let (a, b) = (self.pick(random), self.pick(random));
            // After the second vowel of the first, after the first vowel of the second.
            let vowels = |name: &str| -> Vec<usize> {
                name.bytes().enumerate().filter(|(_, letter)| is_vowel(*letter)).map(|(at, _)| at + 1).collect()
            };
            let (of_a, of_b) = (vowels(a), vowels(b));
            let Some(from) = of_b.first() else { continue };
            let Some(until) = of_a.get(usize::from(random.happens(0.6))).or(of_a.first()) else { continue };
            let name = format!("{}{}", &a[..*until], &b[*from..]);
            let begins_with_consonant = b[*from..].bytes().next().is_some_and(|letter| !is_vowel(letter));
            if begins_with_consonant && (4..=12).contains(&name.len()) && name != a && name != b {
                return name;
            }
        }
        self.pick(random).to_owned()
    }
}

/// Tokens that look like a line of a sheet, such as a total.
const NOT_NAMES: [&str; 6] = ["TOTAL", "NOTE", "POUR", "REPORT", "INCONNU", "NEANT"];

fn number(columns: &[&str], place: usize) -> f64 {
    columns.get(place).and_then(|text| text.parse().ok()).unwrap_or(0.0)
}

/// Returns a nom's count times the share of a sex among the bearers in the whole country.
fn nom_weight(columns: &[&str], sex: usize) -> f64 {
    let (men, women) = (number(columns, 2), number(columns, 3));
    let share = if men + women > 0.0 { [men, women][sex] / (men + women) } else { 0.5 };
    number(columns, 1) * share
}

static NOMS: LazyLock<[NameList; 2]> = LazyLock::new(|| {
    [0, 1].map(|sex| NameList::of(include_str!("names/noms.txt"), |columns| nom_weight(columns, sex)))
});
static POSTNOMS: LazyLock<NameList> = LazyLock::new(|| NameList::by_count(include_str!("names/postnoms.txt")));
static PRENOMS: LazyLock<[NameList; 2]> = LazyLock::new(|| {
    [include_str!("names/prenoms_m.txt"), include_str!("names/prenoms_f.txt")].map(NameList::by_count)
});

/// Names of first- and second-born twins by people, from the linker's table of facts.
const TWIN_NAMES: &str = include_str!("../link/commune/twins.csv");
static TWINS: LazyLock<Vec<(String, String, bool)>> = LazyLock::new(|| {
    let lines = TWIN_NAMES.lines().filter(|line| !line.starts_with('#')).skip(1);
    let columns = lines.map(|line| line.split(',').collect::<Vec<_>>()).filter(|columns| columns.len() == 4);
    columns.map(|c| (c[1].to_uppercase(), c[2].to_uppercase(), c[3] == "M")).collect()
});

pub(super) fn nom(random: &mut RandomStream, sex: Sex, rare: f64) -> String {
    NOMS[usize::from(sex == Sex::Female)].pick_or_blend(random, rare)
}

pub(super) fn postnom(random: &mut RandomStream, rare: f64, particle: f64) -> String {
    let name = POSTNOMS.pick_or_blend(random, rare);
    if random.happens(particle) { format!("WA {name}") } else { name }
}

pub(super) fn prenom(random: &mut RandomStream, sex: Sex, rare: f64, two: f64) -> String {
    let list = &PRENOMS[usize::from(sex == Sex::Female)];
    let first = list.pick_or_blend(random, rare);
    match first.as_str() {
        // Halves of compounds, which the list of tokens has cut.
        "DIEU" => random.choose(&["DIEU MERCI", "DIEU-MERCI", "DIEU DONNE", "DIEU-LE-VEUT"]).to_owned(),
        "CHRIST" => random.choose(&["CHRIST-VIE", "CHRIST VIE", "CHRIST-ROI"]).to_owned(),
        "JEAN" => random.choose(&["JEAN", "JEAN PAUL", "JEAN-PIERRE", "JEAN CLAUDE", "JEAN-BAPTISTE"]).to_owned(),
        _ if random.happens(two) => {
            let sign = random.choose(&[" ", "-"]);
            format!("{first}{sign}{}", list.pick(random))
        }
        _ => first,
    }
}

/// Returns the names of two twins, first-born and second-born. Some pairs are for boys only.
pub(super) fn of_twins(random: &mut RandomStream, are_boys: bool) -> (&'static str, &'static str) {
    // Half of the pairs are the Kongo names, the first of the table.
    let any = |random: &mut RandomStream| if random.happens(0.5) { 0 } else { random.below(TWINS.len()) };
    let (mut first, mut second) = ("", "");
    while first.is_empty() {
        let pair = &TWINS[any(random)];
        if are_boys || !pair.2 {
            (first, second) = (&pair.0, &pair.1);
        }
    }
    (first, second)
}

pub(super) fn with_accents(prenom: &str) -> String {
    let accented = |word| WORDS.accented.get(word).map_or(word, String::as_str);
    prenom.split(' ').map(accented).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::random::Purpose;
    use super::*;

    #[test]
    fn names_are_as_frequent_as_in_the_list_and_fit_the_sex() {
        let mut random = RandomStream::new(1, Purpose::Household, &[]);
        let of =
            |random: &mut RandomStream, sex| -> Vec<String> { (0..20_000).map(|_| nom(random, sex, 0.0)).collect() };
        let (men, women) = (of(&mut random, Sex::Male), of(&mut random, Sex::Female));
        let count = |names: &[String], name: &str| names.iter().filter(|n| n.as_str() == name).count();
        assert!((150..500).contains(&count(&men, "NSIMBA")), "{}", count(&men, "NSIMBA"));
        assert!(count(&men, "MUKENDI") > 5 * count(&women, "MUKENDI"));
        assert!(men.iter().chain(&women).all(|name| name.len() >= 3));
    }

    #[test]
    fn rare_names_are_rare_and_pronounceable() {
        let mut random = RandomStream::new(2, Purpose::Household, &[]);
        let names: std::collections::BTreeSet<String> = (0..5_000).map(|_| postnom(&mut random, 1.0, 0.0)).collect();
        assert!(names.len() > 3_500, "{}", names.len());
        assert!(names.iter().all(|name| (3..=12).contains(&name.len()) && name.bytes().any(|b| b"AEIOU".contains(&b))));
    }

    #[test]
    fn twins_get_the_two_names_of_a_pair() {
        let mut random = RandomStream::new(3, Purpose::Household, &[]);
        let pairs: std::collections::BTreeSet<_> = (0..500).map(|_| of_twins(&mut random, false)).collect();
        assert!(pairs.contains(&("NSIMBA", "NZUZI")) && !pairs.contains(&("NKOSI", "MAKANZU")) && pairs.len() > 8);
    }
}
