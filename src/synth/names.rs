//! Which names people bear: lists of single tokens with their counts, and names that hardly anyone bears.
//!
//! `names/*.txt` hold tokens seen at least twice in a public list of 24,746 Kinshasa names, no full name among them (first
//! line of each). A third of the names of that list occur once: such ones are made here from the beginning of one name
//! and the end of another, so that they stand in no list that the reader of the sheets may know.

use std::sync::LazyLock;

use crate::record::Sex;

use super::chance::Chance;

/// Tokens and their running sum of counts.
struct List {
    tokens: Vec<&'static str>,
    sums: Vec<f64>,
}

impl List {
    /// Lines `TOKEN<tab>count…`; `weight` gives the weight of a line's further columns.
    fn of(text: &'static str, weight: impl Fn(&[&str]) -> f64) -> Self {
        let mut list = Self { tokens: Vec::new(), sums: Vec::new() };
        let mut sum = 0.0;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            // A letter, accent or sign that a name bears is the typist's, not the list's.
            let is_plain = columns[0].bytes().all(|b| b.is_ascii_uppercase()) && columns[0].len() >= 3;
            if is_plain && !NO_NAMES.contains(&columns[0]) {
                sum += weight(&columns);
                list.tokens.push(columns[0]);
                list.sums.push(sum);
            }
        }
        list
    }

    fn pick(&self, chance: &mut Chance) -> &'static str {
        let wanted = chance.unit() * self.sums.last().copied().unwrap_or(0.0);
        let place = self.sums.partition_point(|sum| *sum <= wanted);
        self.tokens[place.min(self.tokens.len() - 1)]
    }
}

/// Words of the lists that a sheet can't tell from a line of its own, or that are half of a compound.
const NO_NAMES: [&str; 6] = ["TOTAL", "NOTE", "POUR", "REPORT", "INCONNU", "NEANT"];

fn number(columns: &[&str], place: usize) -> f64 {
    columns.get(place).and_then(|text| text.parse().ok()).unwrap_or(0.0)
}

/// A nom's count, divided between the sexes as the whole country bears it.
fn nom_weight(columns: &[&str], sex: usize) -> f64 {
    let (men, women) = (number(columns, 2), number(columns, 3));
    let share = if men + women > 0.0 { [men, women][sex] / (men + women) } else { 0.5 };
    number(columns, 1) * share
}

static NOMS: LazyLock<[List; 2]> =
    LazyLock::new(|| [0, 1].map(|sex| List::of(include_str!("names/noms.txt"), |columns| nom_weight(columns, sex))));
static POSTNOMS: LazyLock<List> = LazyLock::new(|| List::of(include_str!("names/postnoms.txt"), |c| number(c, 1)));
static PRENOMS: LazyLock<[List; 2]> = LazyLock::new(|| {
    [include_str!("names/prenoms_m.txt"), include_str!("names/prenoms_f.txt")]
        .map(|text| List::of(text, |c| number(c, 1)))
});

/// First- and second-born twins' names by people. The same table as the linker's: it is what is known of the world.
const TWIN_NAMES: &str = include_str!("../link/commune/twins.csv");
static TWINS: LazyLock<Vec<(String, String, bool)>> = LazyLock::new(|| {
    let lines = TWIN_NAMES.lines().filter(|line| !line.starts_with('#')).skip(1);
    let columns = lines.map(|line| line.split(',').collect::<Vec<_>>()).filter(|columns| columns.len() == 4);
    columns.map(|c| (c[1].to_uppercase(), c[2].to_uppercase(), c[3] == "M")).collect()
});

fn place(sex: Sex) -> usize {
    usize::from(sex == Sex::Female)
}

pub(super) fn nom(chance: &mut Chance, sex: Sex, rare: f64) -> String {
    let list = &NOMS[place(sex)];
    if chance.is(rare) { blended(chance, list) } else { list.pick(chance).to_owned() }
}

pub(super) fn postnom(chance: &mut Chance, rare: f64, particle: f64) -> String {
    let name = if chance.is(rare) { blended(chance, &POSTNOMS) } else { POSTNOMS.pick(chance).to_owned() };
    if chance.is(particle) { format!("WA {name}") } else { name }
}

pub(super) fn prenom(chance: &mut Chance, sex: Sex, rare: f64, two: f64) -> String {
    let list = &PRENOMS[place(sex)];
    let first = if chance.is(rare) { blended(chance, list) } else { list.pick(chance).to_owned() };
    match first.as_str() {
        // Halves of compounds: the list was cut into tokens.
        "DIEU" => chance.one_of(&["DIEU MERCI", "DIEU-MERCI", "DIEU DONNE", "DIEU-LE-VEUT"]).to_owned(),
        "CHRIST" => chance.one_of(&["CHRIST-VIE", "CHRIST VIE", "CHRIST-ROI"]).to_owned(),
        "JEAN" => chance.one_of(&["JEAN", "JEAN PAUL", "JEAN-PIERRE", "JEAN CLAUDE", "JEAN-BAPTISTE"]).to_owned(),
        _ if chance.is(two) => {
            let sign = chance.one_of(&[" ", "-"]);
            format!("{first}{sign}{}", list.pick(chance))
        }
        _ => first,
    }
}

/// The names of a pair of twins, first-born and second-born; some are for boys alone.
pub(super) fn of_twins(chance: &mut Chance, are_boys: bool) -> (&'static str, &'static str) {
    // Half of Kinshasa's twins bear the Kongo names, the first of the table.
    let any = |chance: &mut Chance| if chance.is(0.5) { 0 } else { chance.below(TWINS.len()) };
    let (mut first, mut second) = ("", "");
    while first.is_empty() {
        let pair = &TWINS[any(chance)];
        if are_boys || !pair.2 {
            (first, second) = (&pair.0, &pair.1);
        }
    }
    (first, second)
}

/// A name that hardly anyone else bears: the beginning of one and the end of another, cut behind a vowel.
fn blended(chance: &mut Chance, list: &List) -> String {
    let is_vowel = |b: u8| matches!(b, b'A' | b'E' | b'I' | b'O' | b'U');
    for _ in 0..8 {
        let (a, b) = (list.pick(chance), list.pick(chance));
        // Behind the second vowel of the first, behind the first vowel of the other.
        let vowels = |name: &str| -> Vec<usize> {
            name.bytes().enumerate().filter(|(_, letter)| is_vowel(*letter)).map(|(at, _)| at + 1).collect()
        };
        let (of_a, of_b) = (vowels(a), vowels(b));
        let Some(from) = of_b.first() else { continue };
        let Some(until) = of_a.get(usize::from(chance.is(0.6))).or(of_a.first()) else { continue };
        let name = format!("{}{}", &a[..*until], &b[*from..]);
        let begins_with_consonant = b[*from..].bytes().next().is_some_and(|letter| !is_vowel(letter));
        if begins_with_consonant && (4..=12).contains(&name.len()) && name != a && name != b {
            return name;
        }
    }
    list.pick(chance).to_owned()
}

/// Words that bear an accent where the typist takes the trouble.
pub(super) fn with_accents(prenom: &str) -> String {
    const ACCENTED: [(&str, &str); 40] = [
        ("EXAUCE", "EXAUCÉ"),
        ("EXAUCEE", "EXAUCÉE"),
        ("JOSUE", "JOSUÉ"),
        ("JEREMIE", "JÉRÉMIE"),
        ("GEDEON", "GÉDÉON"),
        ("MOISE", "MOÏSE"),
        ("NOEL", "NOËL"),
        ("NOELLA", "NOËLLA"),
        ("NOE", "NOÉ"),
        ("ELIE", "ÉLIE"),
        ("THERESE", "THÉRÈSE"),
        ("GRACE", "GRÂCE"),
        ("ANDRE", "ANDRÉ"),
        ("HELENE", "HÉLÈNE"),
        ("LEA", "LÉA"),
        ("DEBORAH", "DÉBORAH"),
        ("BENEDICTE", "BÉNÉDICTE"),
        ("KERENE", "KÉRÈNE"),
        ("JOEL", "JOËL"),
        ("RAPHAEL", "RAPHAËL"),
        ("ISRAEL", "ISRAËL"),
        ("JOSE", "JOSÉ"),
        ("SIMEON", "SIMÉON"),
        ("OSEE", "OSÉE"),
        ("MICHEE", "MICHÉE"),
        ("JEPHTE", "JEPHTÉ"),
        ("GAEL", "GAËL"),
        ("EMMANUELLA", "EMMANUËLLA"),
        ("CELESTIN", "CÉLESTIN"),
        ("CECILE", "CÉCILE"),
        ("IRENE", "IRÈNE"),
        ("CLEMENCE", "CLÉMENCE"),
        ("HENOCK", "HÉNOCK"),
        ("BENIE", "BÉNIE"),
        ("BENI", "BÉNI"),
        ("REBECCA", "RÉBECCA"),
        ("ESAIE", "ÉSAÏE"),
        ("ELISEE", "ÉLISÉE"),
        ("MECHACK", "MÉCHACK"),
        ("ZEPHANIE", "ZÉPHANIE"),
    ];
    let accented = |word: &str| {
        ACCENTED
            .iter()
            .find(|(plain, _)| *plain == word)
            .map_or_else(|| word.to_owned(), |(_, with)| (*with).to_owned())
    };
    prenom.split(' ').map(accented).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::chance::Purpose;
    use super::*;

    #[test]
    fn names_are_as_common_as_the_list_says_and_fit_the_sex() {
        let mut chance = Chance::of(1, Purpose::Household, &[]);
        let of = |chance: &mut Chance, sex| -> Vec<String> { (0..20_000).map(|_| nom(chance, sex, 0.0)).collect() };
        let (men, women) = (of(&mut chance, Sex::Male), of(&mut chance, Sex::Female));
        let count = |names: &[String], name: &str| names.iter().filter(|n| n.as_str() == name).count();
        assert!((150..500).contains(&count(&men, "NSIMBA")), "{}", count(&men, "NSIMBA"));
        assert!(count(&men, "MUKENDI") > 5 * count(&women, "MUKENDI"));
        assert!(men.iter().chain(&women).all(|name| name.len() >= 3));
    }

    #[test]
    fn rare_names_are_rare_and_can_be_said() {
        let mut chance = Chance::of(2, Purpose::Household, &[]);
        let names: std::collections::BTreeSet<String> = (0..5_000).map(|_| postnom(&mut chance, 1.0, 0.0)).collect();
        assert!(names.len() > 3_500, "{}", names.len());
        assert!(names.iter().all(|name| (3..=12).contains(&name.len()) && name.bytes().any(|b| b"AEIOU".contains(&b))));
    }

    #[test]
    fn twins_bear_the_two_names_of_a_pair() {
        let mut chance = Chance::of(3, Purpose::Household, &[]);
        let pairs: std::collections::BTreeSet<_> = (0..500).map(|_| of_twins(&mut chance, false)).collect();
        assert!(pairs.contains(&("NSIMBA", "NZUZI")) && !pairs.contains(&("NKOSI", "MAKANZU")) && pairs.len() > 8);
    }
}
