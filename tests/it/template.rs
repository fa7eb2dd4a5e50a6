//! Tests of the blank sheets in every language: empty, they register nobody; filled in, they are read without a
//! finding.

use std::collections::BTreeMap;

use bato::messages::{Lang, Messages};
use bato::record::{Category, EventKind, Kind, MaritalStatus, Quartier, Relation, Sex};
use bato::store::{BirthRow, EventRow, FindingRow, HouseholdRow, LineageRow, PersonRow};
use bato::template::{BlankSheet, workbook};

use crate::door::{Commune, with_part};

const KINDS: [Kind; 3] = [Kind::Census, Kind::Birth, Kind::Event];
const TABLE: &str = "xl/worksheets/sheet1.xml";

fn quartiers() -> Vec<Quartier> {
    ["Boma", "17 Mai", "Waya-Waya"]
        .map(|name| Quartier { name: name.to_owned(), code: String::new(), other_spellings: Vec::new() })
        .to_vec()
}

fn blank(kind: Kind, lang: Lang, quartiers: &[Quartier]) -> Vec<u8> {
    let blank = BlankSheet { kind, commune: "Kimbanseke", quartiers, n_rows: 30 };
    workbook(&blank, &Messages::new(lang)).unwrap()
}

/// Returns the text of a workbook's part.
fn part(book: &[u8], name: &str) -> String {
    let text = std::cell::RefCell::new(String::new());
    with_part(book, name, |part| {
        text.borrow_mut().clone_from(&part);
        part
    });
    text.into_inner()
}

/// Returns the sheet with some cells filled, as a spreadsheet program saves them: each keeps its format.
fn typed_in(book: &[u8], cells: &[(String, String)]) -> Vec<u8> {
    with_part(book, TABLE, |mut sheet| {
        for (cell, text) in cells {
            let start = sheet.find(&format!("<c r=\"{cell}\"")).unwrap();
            let end = start + sheet[start..].find("/>").unwrap();
            let value = match text.parse::<u32>() {
                // Only the cell of the year is a number; all others are text.
                Ok(year) if (1950..2100).contains(&year) && ["C3", "E3"].contains(&cell.as_str()) => {
                    format!("><v>{year}</v></c>")
                }
                _ => format!(" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
            };
            sheet.replace_range(end..end + 2, &value);
        }
        sheet
    })
}

/// Returns the cells of rows below the example, from texts with `|` between the cells.
fn rows(texts: &[String]) -> Vec<(String, String)> {
    let mut cells = Vec::new();
    for (row, text) in (6..).zip(texts) {
        for (column, value) in ('A'..).zip(text.split('|')) {
            if !value.is_empty() {
                cells.push((format!("{column}{row}"), value.to_owned()));
            }
        }
    }
    cells
}

fn path_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Census => "census/feuille.xlsx",
        Kind::Birth => "births/feuille.xlsx",
        Kind::Event => "events/feuille.xlsx",
    }
}

fn registered(kind: Kind, book: Vec<u8>) -> Commune {
    let commune = Commune::empty();
    commune.write(path_of(kind), book);
    commune.run();
    commune.assert_whole();
    commune
}

fn assert_no_finding(commune: &Commune, kind: Kind, lang: Lang) {
    let findings: Vec<FindingRow> = commune.table();
    let said: Vec<_> = findings.iter().map(|f| (&f.rule, &f.column, f.row, &f.value)).collect();
    assert!(said.is_empty(), "{} {}: {said:?}", kind.code(), lang.code());
    let said = commune.bato(&["check", &format!("data-raw/{}", path_of(kind))]);
    assert_eq!(said.status, 0, "{}", said.out);
    assert!(said.out.contains("Rien à corriger"), "{}", said.out);
}

#[test]
fn a_blank_sheet_registers_nobody_and_every_row_has_a_reason() {
    for kind in KINDS {
        for lang in Lang::ALL {
            let commune = registered(kind, blank(kind, lang, &quartiers()));
            let lineage: Vec<LineageRow> = commune.table();
            assert!(lineage.iter().all(|row| row.outcome == "ignored" && row.rule.is_some()), "{lineage:?}");
            let messages = Messages::new(lang);
            let table = messages.text(&format!("template-sheet-{}", kind.code()));
            let reasons: BTreeMap<i64, &str> = lineage
                .iter()
                .filter(|row| row.sheet == table)
                .map(|row| (row.row, row.rule.as_deref().unwrap_or("")))
                .collect();
            assert_eq!((reasons[&3], reasons[&4], reasons[&5]), ("section", "header", "example"), "{}", lang.code());
            assert_eq!(reasons.len(), 5, "{reasons:?}");
            assert_no_finding(&commune, kind, lang);
        }
    }
}

#[test]
fn an_example_has_one_value_for_every_header() {
    for kind in KINDS {
        for lang in Lang::ALL {
            let example = Messages::new(lang).text(&format!("template-example-{}", kind.code()));
            let n_headings = if kind == Kind::Census { 13 } else { 14 };
            assert_eq!(example.split('|').count(), n_headings, "{} {example}", lang.code());
        }
    }
}

#[test]
fn two_households_with_words_of_the_lists_are_read_without_a_finding() {
    // Invented names that differ enough not to be linked.
    const NAMES: [&str; 18] = [
        "BAKALU", "DIMPETI", "FUKAMO", "GOLEMBI", "KAPUSI", "LOBETE", "MUKWANZO", "NDALISA", "PEMBOLO", "SAKITU",
        "TSHOVELA", "WANGITO", "YAMBUKE", "ZOLANA", "IBOKASI", "UTENGO", "ELEMBO", "OSAMBI",
    ];
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        let word = |list: &str, code: &str| messages.text(&format!("template-{list}-{code}"));
        let about = match lang {
            Lang::Fr => "vers 1950",
            Lang::Nl => "omstreeks 1950",
            Lang::En => "about 1950",
        };
        let mut texts = Vec::new();
        let mut expected = BTreeMap::new();
        for (place, relation) in Relation::ALL.iter().enumerate() {
            let sex = Sex::ALL[place % 2];
            let status = MaritalStatus::ALL[place % MaritalStatus::ALL.len()];
            // Each relation at an age it can have.
            let (born, first, precision) = match relation {
                Relation::Grandparent => (about, "1950-01-01".to_owned(), "about"),
                Relation::Parent | Relation::ParentInLaw => ("1955", "1955-01-01".to_owned(), "year"),
                Relation::Child | Relation::ChildInLaw => ("07/1994", "1994-07-01".to_owned(), "month"),
                Relation::Grandchild | Relation::Ward => ("02/11/2014", "2014-11-02".to_owned(), "day"),
                _ => ("05/03/1974", "1974-03-05".to_owned(), "day"),
            };
            let name = NAMES[place];
            texts.push(format!(
                "{}|1|Lodja|12/3|{name}|LEMA|Bruno|{}|{born}|Kinshasa|{}|{}|",
                place + 1,
                word("sex", sex.code()),
                word("relation", relation.code()),
                word("marital_status", status.code()),
            ));
            let about_them = [sex.code(), relation.code(), status.code(), first.as_str(), precision, "17 Mai"];
            expected.insert(name.to_owned(), about_them.map(str::to_owned));
        }
        // A second household; its second row has only the number of the household.
        texts.push(format!(
            "|2|Boma|7|KIMFUTA|NKOY|Rose|{}|1987|Boma|{}||",
            word("sex", "F"),
            word("relation", "head")
        ));
        texts.push(format!("|2|||MBELEKO||Noëlla|{}|12/05/2010||{}||", word("sex", "F"), word("relation", "child")));
        let mut cells = rows(&texts);
        cells.extend([("C3".to_owned(), "17 Mai".to_owned()), ("E3".to_owned(), "2017".to_owned())]);

        let commune = registered(Kind::Census, typed_in(&blank(Kind::Census, lang, &quartiers()), &cells));
        assert_no_finding(&commune, Kind::Census, lang);
        let persons: Vec<PersonRow> = commune.table();
        assert_eq!(persons.len(), texts.len(), "{}", lang.code());
        for person in persons.iter().filter(|person| expected.contains_key(&person.nom)) {
            let shown = |text: &Option<String>| text.clone().unwrap_or_default();
            let seen = [
                shown(&person.sex),
                shown(&person.relation),
                shown(&person.marital_status),
                person.born_on.unwrap().to_string(),
                person.born_on_precision.clone(),
                shown(&person.quartier),
            ];
            assert_eq!(seen, expected[&person.nom], "{} {}", lang.code(), person.nom);
            assert_eq!(person.first_seen, Some(2017), "{}", person.nom);
        }
        let mut households: Vec<(i32, Option<String>)> =
            commune.table::<HouseholdRow>().into_iter().map(|house| (house.n_members, house.parcel)).collect();
        households.sort();
        assert_eq!(households, [(2, Some("7".to_owned())), (18, Some("12/3".to_owned()))], "{}", lang.code());
    }
}

#[test]
fn three_acts_with_words_of_the_lists_are_read_without_a_finding() {
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        let word = |list: &str, code: &str| messages.text(&format!("template-{list}-{code}"));
        let (boy, girl) = (word("sex", "M"), word("sex", "F"));
        let texts = [
            format!(
                "1|20/03/2017|BAKALU|LEMA|Bruno|{boy}|05/03/2017|Kinshasa|FUKAMO LEMA|NDALISA Rose|17 Mai|{}||",
                word("category", "direct")
            ),
            format!(
                "2|21/03/2017|DIMPETI|NKOY|Rose|{girl}|18/03/2017|Kinshasa|GOLEMBI|PEMBOLO|Boma|{}||",
                word("category", "proxy")
            ),
            format!(
                "3/2017|22/03/2017|KAPUSI|ZOLA|Noëlla|{girl}|07/10/2010|Boma|LOBETE|SAKITU|Waya-Waya|{}|12/01/2017|RC 12",
                word("category", "judgment")
            ),
        ];
        let mut cells = rows(&texts);
        cells.push(("C3".to_owned(), "2017".to_owned()));

        let commune = registered(Kind::Birth, typed_in(&blank(Kind::Birth, lang, &quartiers()), &cells));
        assert_no_finding(&commune, Kind::Birth, lang);
        let mut acts: Vec<BirthRow> = commune.table();
        acts.sort_by_key(|act| act.row);
        let seen: Vec<String> = acts
            .iter()
            .map(|act| {
                let (born, declared) = (act.born_on.unwrap(), act.declared_on.unwrap());
                let (sex, quartier) = (act.sex.as_deref().unwrap(), act.quartier.as_deref().unwrap());
                format!("{} {sex} {born} {declared} {quartier} {}", act.row, act.category)
            })
            .collect();
        assert_eq!(
            seen,
            [
                "6 M 2017-03-05 2017-03-20 17 Mai direct",
                "7 F 2017-03-18 2017-03-21 Boma proxy",
                "8 F 2010-10-07 2017-03-22 Waya-Waya judgment",
            ],
            "{}",
            lang.code()
        );
    }
}

#[test]
fn each_event_with_a_word_of_the_list_is_read_without_a_finding() {
    const NAMES: [&str; 5] = ["BAKALU", "DIMPETI", "FUKAMO", "GOLEMBI", "KAPUSI"];
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        let word = |list: &str, code: &str| messages.text(&format!("template-{list}-{code}"));
        let texts: Vec<String> = EventKind::ALL
            .iter()
            .zip(NAMES)
            .map(|(event, name)| {
                let (event, sex) = (word("event", event.code()), word("sex", "F"));
                format!("{event}|12/03/2017||{name}|LEMA|Rose|{sex}|05/03/1987|Boma|Lodja|12|17 Mai|Tshuapa|7|Lemba|MUKWANZO Noé")
            })
            .collect();
        let mut cells = rows(&texts);
        cells.push(("C3".to_owned(), "2017".to_owned()));
        let commune = registered(Kind::Event, typed_in(&blank(Kind::Event, lang, &quartiers()), &cells));
        assert_no_finding(&commune, Kind::Event, lang);
        let seen: Vec<(String, String, Option<String>, Option<String>)> = commune
            .table::<EventRow>()
            .into_iter()
            .map(|row| (row.event, row.event_on.unwrap().to_string(), row.to_quartier, row.other))
            .collect();
        let codes: Vec<&str> = seen.iter().map(|(event, ..)| event.as_str()).collect();
        assert_eq!(codes, EventKind::ALL.iter().map(|event| event.code()).collect::<Vec<_>>(), "{}", lang.code());
        assert!(seen.iter().all(|(_, on, to, _)| on == "2017-03-12" && to.as_deref() == Some("17 Mai")), "{seen:?}");
        assert_eq!(seen[0].3.as_deref(), Some("Lemba"));
        assert_eq!(seen[4].3.as_deref(), Some("MUKWANZO Noé"));
    }
}

#[test]
fn every_list_has_a_defined_name_and_a_drop_down_and_prompts_are_in_the_sheet() {
    for kind in KINDS {
        for lang in Lang::ALL {
            let book = blank(kind, lang, &quartiers());
            let (sheet, names) = (part(&book, TABLE), part(&book, "xl/workbook.xml"));
            let lists = match kind {
                Kind::Census => ["quartier", "sex", "relation", "marital_status"].to_vec(),
                Kind::Birth => ["quartier", "sex", "category"].to_vec(),
                Kind::Event => ["quartier", "sex", "event"].to_vec(),
            };
            for list in lists {
                assert!(sheet.contains(&format!("<formula1>bato_{list}</formula1>")), "{list}");
                assert!(names.contains(&format!("<definedName name=\"bato_{list}\">")), "{list}");
            }
            assert!(names.contains("state=\"hidden\"") && names.contains("_xlnm.Print_Titles"), "{names}");
            let messages = Messages::new(lang);
            let birth_date = messages.text("template-column-birth_date.prompt");
            assert!(sheet.contains(&format!("prompt=\"{birth_date}\"")), "{birth_date}");
            assert!(sheet.contains("<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\""));
            // A spreadsheet shows at most 255 characters of a prompt.
            for text in sheet.split("prompt=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(text.chars().count() <= 255, "{text}");
            }
            let words = part(&book, "xl/sharedStrings.xml");
            let category = messages.text(&format!("template-category-{}", Category::Judgment.code()));
            assert_eq!(words.contains(&category), kind == Kind::Birth, "{category}");
        }
    }
}

#[test]
fn a_sheet_without_a_list_of_quartiers_has_no_drop_down_for_them() {
    for kind in KINDS {
        let book = blank(kind, Lang::Fr, &[]);
        assert!(!part(&book, TABLE).contains("bato_quartier"));
        assert!(part(&book, TABLE).contains("bato_sex"));
    }
}

#[test]
fn the_same_lists_give_the_same_bytes() {
    for kind in KINDS {
        assert_eq!(blank(kind, Lang::Nl, &quartiers()), blank(kind, Lang::Nl, &quartiers()));
    }
}

#[test]
fn an_existing_file_is_replaced_only_with_force() {
    let commune = Commune::empty();
    let said = commune.bato(&["template", "census", "--rows", "3"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.contains("modele-recensement.xlsx") && said.out.contains("bato check"), "{}", said.out);
    let path = commune.raw().parent().unwrap().join("modele-recensement.xlsx");
    let first = std::fs::read(&path).unwrap();
    assert!(part(&first, TABLE).contains("<c r=\"M8\"") && !part(&first, TABLE).contains("<c r=\"M9\""));

    let said = commune.bato(&["template", "births", "-o", "modele-recensement.xlsx"]);
    assert_eq!(said.status, 2, "{}", said.out);
    assert!(said.err.contains("--force"), "{}", said.err);
    assert_eq!(std::fs::read(&path).unwrap(), first);

    let said = commune.bato(&["template", "births", "-o", "modele-recensement.xlsx", "--force"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert_ne!(std::fs::read(&path).unwrap(), first);
}

#[test]
fn another_extension_and_an_unknown_kind_are_refused() {
    let commune = Commune::empty();
    for words in [&["template", "census", "-o", "modele.csv"][..], &["template", "deaths"], &["template"]] {
        let said = commune.bato(words);
        assert_eq!(said.status, 2, "{words:?}");
        assert!(said.err.starts_with("Erreur"), "{}", said.err);
    }
    let left = std::fs::read_dir(commune.raw().parent().unwrap()).unwrap().count();
    assert_eq!(left, 1, "only data-raw");
}

#[test]
fn the_list_of_quartiers_comes_from_the_reference_table() {
    let commune = Commune::empty();
    std::fs::create_dir_all(commune.raw().join("reference")).unwrap();
    commune.write("reference/quartiers.csv", "name\nLa Source\n");
    let said = commune.bato(&["template", "census", "-o", "a.xlsx"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let book = std::fs::read(commune.raw().parent().unwrap().join("a.xlsx")).unwrap();
    let words = part(&book, "xl/sharedStrings.xml");
    assert!(words.contains("La Source") && !words.contains("Waya-Waya"));
}
