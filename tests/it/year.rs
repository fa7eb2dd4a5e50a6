//! Tests of a simulated year: sheets arrive in batches and in random order; rows are corrected and withdrawn; decisions
//! are made and undone. Ids must stay, and the final register must equal the one built at once from the final sheets.

use std::collections::{BTreeMap, BTreeSet};

use bato::store::{LineageRow, PersonRow};

use crate::door::{Chance, Commune, project};

const HEADINGS: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n";

impl Chance {
    fn name(&mut self, n_syllables: usize) -> String {
        const FIRST: [&str; 14] = ["B", "D", "F", "G", "K", "L", "M", "N", "P", "S", "T", "V", "W", "Z"];
        const THEN: [&str; 9] = ["a", "e", "i", "o", "u", "amba", "ungu", "andi", "olo"];
        (0..n_syllables).map(|_| format!("{}{}", FIRST[self.below(14)], THEN[self.below(9)])).collect()
    }
}

/// A line of a fiche, with its true person.
#[derive(Clone)]
struct Line {
    person: usize,
    fiche: usize,
    avenue: String,
    nom: String,
    postnom: String,
    prenom: String,
    sex: char,
    born: (u32, u32, u32),
    relation: &'static str,
}

impl Line {
    fn text(&self, quartier: &str) -> String {
        let (year, month, day) = self.born;
        format!(
            "{};{quartier};{};{};{};{};{};{};{day:02}/{month:02}/{year};{}\n",
            self.fiche + 1,
            self.avenue,
            self.fiche * 3 + 7,
            self.nom,
            self.postnom,
            self.prenom,
            self.sex,
            self.relation
        )
    }
}

/// The current sheets by file name: quartier and lines.
type Sheets = BTreeMap<String, (String, Vec<Line>)>;

fn write(commune: &Commune, name: &str, (quartier, lines): &(String, Vec<Line>)) {
    let text: String = lines.iter().map(|line| line.text(quartier)).collect();
    commune.write(name, format!("{HEADINGS}{text}"));
}

/// Returns the names in a list of quartiers, without comments and header.
fn names_of(list: &str) -> Vec<&str> {
    let lines = list.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines.map(|line| line.split(',').next().unwrap()).collect()
}

/// Returns the sheets of 12 quartiers in two rounds; one person in twelve is missing from the second.
fn synthetic_sheets(chance: &mut Chance) -> Sheets {
    let list = std::fs::read_to_string(project().join("data-raw/reference/quartiers.csv")).unwrap();
    let quartiers: Vec<&str> = names_of(&list).into_iter().take(12).collect();
    let mut sheets = Sheets::new();
    let mut n_persons = 0;
    for (number, quartier) in quartiers.iter().enumerate() {
        let mut lines = Vec::new();
        for fiche in 0..12 {
            let (family, avenue) = (chance.name(3).to_uppercase(), chance.name(2));
            for relation in ["CM", "Épouse", "Fils", "Fille", "Fille"] {
                let is_parent = matches!(relation, "CM" | "Épouse");
                lines.push(Line {
                    person: n_persons,
                    fiche,
                    avenue: avenue.clone(),
                    nom: if relation == "Épouse" { chance.name(3).to_uppercase() } else { family.clone() },
                    postnom: chance.name(3).to_uppercase(),
                    prenom: chance.name(3),
                    sex: if matches!(relation, "CM" | "Fils") { 'M' } else { 'F' },
                    born: (
                        if is_parent { 1955 + chance.below(20) as u32 } else { 1994 + chance.below(16) as u32 },
                        1 + chance.below(12) as u32,
                        1 + chance.below(28) as u32,
                    ),
                    relation,
                });
                n_persons += 1;
            }
        }
        let again: Vec<Line> = lines.iter().filter(|_| chance.below(12) > 0).cloned().collect();
        sheets.insert(format!("census/Q{number:02}_2015.csv"), ((*quartier).to_owned(), lines));
        sheets.insert(format!("census/Q{number:02}_2018.csv"), ((*quartier).to_owned(), again));
    }
    sheets
}

/// Returns the id of each row, by file and line.
fn ids(commune: &Commune) -> BTreeMap<(String, i64), String> {
    let rows = commune.table::<LineageRow>().into_iter();
    rows.filter_map(|row| Some(((row.file, row.row), row.person_id?))).collect()
}

/// Returns the ids of each true person.
fn ids_of_persons(commune: &Commune, sheets: &Sheets) -> BTreeMap<usize, BTreeSet<String>> {
    let ids = ids(commune);
    let mut of_persons: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for (file, (_, lines)) in sheets {
        for (row, line) in (2..).zip(lines) {
            if let Some(id) = ids.get(&(file.clone(), row)) {
                of_persons.entry(line.person).or_default().insert(id.clone());
            }
        }
    }
    of_persons
}

/// Returns the register without ids: rows and values of each person.
fn without_ids(commune: &Commune) -> BTreeSet<String> {
    let persons: BTreeMap<String, PersonRow> =
        commune.table::<PersonRow>().into_iter().map(|person| (person.person_id.clone(), person)).collect();
    let mut rows: BTreeMap<String, BTreeSet<(String, i64)>> = BTreeMap::new();
    for (place, id) in ids(commune) {
        rows.entry(id).or_default().insert(place);
    }
    rows.into_iter()
        .map(|(id, places)| {
            let person =
                PersonRow { person_id: String::new(), household_id: None, registered_in: 0, ..persons[&id].clone() };
            format!("{places:?} {person:?}")
        })
        .collect()
}

#[test]
fn ids_stay_over_a_year_and_the_register_equals_one_built_at_once() {
    let mut chance = Chance(46);
    let all = synthetic_sheets(&mut chance);
    let mut order: Vec<&String> = all.keys().collect();
    for place in (1..order.len()).rev() {
        order.swap(place, chance.below(place + 1));
    }
    let commune = Commune::empty();
    let mut sheets = Sheets::new();
    let mut first_id: BTreeMap<usize, String> = BTreeMap::new();
    let mut ever: BTreeMap<usize, String> = BTreeMap::new();
    let mut merged_with: BTreeMap<usize, usize> = BTreeMap::new();
    let mut in_force: Vec<(String, usize, usize)> = Vec::new();
    let (mut n_corrected, mut n_withdrawn, mut n_decided, mut n_undone, mut n_parted) = (0, 0, 0, 0, 0);
    let n_rows: usize = all.values().map(|(_, lines)| lines.len()).sum();
    for batch in order.chunks(all.len() / 12) {
        for name in batch {
            sheets.insert((*name).clone(), all[*name].clone());
        }
        // Over the year 5 % of the rows are corrected and 2 % withdrawn.
        for (_, lines) in sheets.values_mut() {
            lines.retain(|_| {
                let stays = chance.below(270) > 0;
                n_withdrawn += usize::from(!stays);
                stays
            });
            for line in lines {
                if chance.below(120) > 0 {
                    continue;
                }
                n_corrected += 1;
                match chance.below(3) {
                    0 => line.born.2 = 1 + line.born.2 % 28,
                    1 => line.prenom = chance.name(3),
                    _ => line.postnom = chance.name(3).to_uppercase(),
                }
            }
        }
        sheets.iter().for_each(|(name, sheet)| write(&commune, name, sheet));
        let output = commune.bato(&["run", "--quiet", "--accept-removals"]);
        assert_eq!(output.status, 0, "{}", output.err);

        let touched: BTreeSet<usize> = in_force.iter().flat_map(|(_, a, b)| [*a, *b]).collect();
        let living = ids_of_persons(&commune, &sheets);
        // Persons without rows are skipped until they come back.
        first_id.retain(|person, _| living.contains_key(person));
        for (person, ids) in &living {
            if touched.contains(person) {
                continue;
            }
            // A row with too many corrections may become a person of its own; the person's first id must stay.
            n_parted += ids.len() - 1;
            let id = first_id.entry(*person).or_insert_with(|| ids.first().unwrap().clone());
            // A person who was merged with one whose rows are gone keeps the id of the two.
            let partner = merged_with.get(person).filter(|partner| !living.contains_key(partner));
            if let Some(shared) = partner.and_then(|partner| ever.get(partner)).filter(|shared| ids.contains(*shared)) {
                id.clone_from(shared);
            }
            ever.insert(*person, id.clone());
            assert!(ids.contains(id), "the id of person {person} was {id} and is {ids:?}");
        }
        // Wrong decisions join different persons; most of them are undone later.
        let free: Vec<usize> = living.keys().copied().filter(|person| !touched.contains(person)).collect();
        for _ in 0..5 {
            let (a, b) = (free[chance.below(free.len())], free[chance.below(free.len())]);
            let is_used = |person| in_force.iter().any(|(_, x, y)| *x == person || *y == person);
            if a == b || is_used(a) || is_used(b) || n_decided == 50 {
                continue;
            }
            let output = commune.bato(&[
                "decide",
                "same",
                &first_id[&a],
                &first_id[&b],
                "--author",
                "A. Agent",
                "--reason",
                "essai",
            ]);
            // Two members of one fiche are never ruled one person.
            let is_refused = output.err.contains("deux membres d’une même fiche");
            assert_eq!(output.status, if is_refused { 2 } else { 0 }, "{}", output.err);
            let number =
                output.out.split_whitespace().find(|word| word.starts_with("D-")).unwrap_or_default().to_owned();
            in_force.push((number, a, b));
            merged_with.extend([(a, b), (b, a)]);
            n_decided += 1;
        }
        while n_undone < 30 && in_force.len() > 5 {
            let (number, ..) = in_force.remove(chance.below(in_force.len()));
            n_undone += 1;
            if number.is_empty() {
                continue;
            }
            let output =
                commune.bato(&["decide", "undo", &number, "--author", "A. Agent", "--reason", "deux personnes"]);
            assert_eq!(output.status, 0, "{}", output.err);
        }
    }
    assert_eq!(commune.bato(&["run", "--quiet", "--accept-removals"]).status, 0);
    commune.assert_whole();
    println!(
        "{n_rows} rows, {n_corrected} corrections, {n_withdrawn} rows withdrawn, {n_decided} decisions, {n_undone} undone, \
         {n_parted} times two ids for one person"
    );
    assert!(n_parted < 60, "{n_parted}");
    assert!(
        n_corrected > 60 && n_withdrawn > 15 && n_decided >= 45 && n_undone == 30,
        "{n_corrected} {n_withdrawn} {n_decided}"
    );
    // Persons not joined by a decision in force have their first id.
    let touched: BTreeSet<usize> = in_force.iter().flat_map(|(_, a, b)| [*a, *b]).collect();
    for (person, ids) in ids_of_persons(&commune, &sheets).iter().filter(|(person, _)| !touched.contains(person)) {
        assert!(ids.contains(&ever[person]), "person {person}: {ids:?}");
    }
    // Build the same register at once.
    let anew = Commune::empty();
    sheets.iter().for_each(|(name, sheet)| write(&anew, name, sheet));
    std::fs::create_dir_all(anew.raw().join("decisions")).unwrap();
    std::fs::copy(commune.raw().join("decisions/decided.csv"), anew.raw().join("decisions/decided.csv")).unwrap();
    anew.run();
    let (lived, at_once) = (without_ids(&commune), without_ids(&anew));
    let differ: Vec<&String> = lived.symmetric_difference(&at_once).take(4).collect();
    assert!(differ.is_empty(), "{differ:#?}");
}

#[test]
fn a_run_stops_if_any_of_46_sheets_is_deleted_emptied_or_outdated() {
    let list = std::fs::read_to_string(project().join("data-raw/reference/quartiers.csv")).unwrap();
    let quartiers = names_of(&list);
    assert_eq!(quartiers.len(), 46);
    let mut chance = Chance(2017);
    let commune = Commune::empty();
    let mut texts: Vec<(String, String, String)> = Vec::new();
    for (number, quartier) in quartiers.iter().enumerate() {
        let fiche = |chance: &mut Chance, fiche: usize| -> String {
            let line = |relation: &str, sex: char, born: u32, chance: &mut Chance| {
                let (nom, prenom) = (chance.name(4).to_uppercase(), chance.name(3));
                let postnom = chance.name(3).to_uppercase();
                format!("{fiche};{quartier};Lodja;{fiche};{nom};{postnom};{prenom};{sex};05/03/{born};{relation}\n")
            };
            [line("CM", 'M', 1960, chance), line("Épouse", 'F', 1963, chance), line("Fille", 'F', 1999, chance)]
                .concat()
        };
        let last_years: String = (1..4).map(|n| fiche(&mut chance, n)).collect();
        // One new household, and one that left.
        let (_, kept) = last_years.split_at(last_years.match_indices('\n').nth(2).unwrap().0 + 1);
        let now = format!("{HEADINGS}{kept}{}", fiche(&mut chance, 9));
        let name = format!("census/Q{number:02} {quartier}_2018.csv");
        commune.write(&name, &now);
        texts.push((name, now, format!("{HEADINGS}{last_years}")));
    }
    commune.run();
    let n_persons = commune.table::<PersonRow>().len();
    assert_eq!(n_persons, 46 * 9);
    for (name, now, last_years) in &texts {
        let path = commune.raw().join(name);
        for what in ["deleted", "emptied", "last year's"] {
            match what {
                "deleted" => std::fs::remove_file(&path).unwrap(),
                "emptied" => std::fs::write(&path, "").unwrap(),
                _ => std::fs::write(&path, last_years).unwrap(),
            }
            let output = commune.bato(&["run", "--quiet"]);
            assert_eq!(output.status, 2, "{name} {what}: {}{}", output.out, output.err);
            assert!(output.err.contains("--accept-removals"), "{name} {what}: {}", output.err);
            assert_eq!(commune.current().number, 1, "{name} {what}");
            std::fs::write(&path, now).unwrap();
        }
    }
    commune.assert_whole();
    // With --accept-removals the persons of the missing sheet are withdrawn and all others stay.
    std::fs::remove_file(commune.raw().join(&texts[7].0)).unwrap();
    assert_eq!(commune.bato(&["run", "--quiet", "--accept-removals"]).status, 0);
    assert_eq!(commune.table::<PersonRow>().len(), n_persons - 9);
    assert_eq!(commune.table::<bato::store::WithdrawnRow>().len(), 9);
}
