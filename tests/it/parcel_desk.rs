//! Parcels on the desk: a key, a card, a parcel that arrives, one that goes out, a receipt, by keyboard alone.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::desk::Desk;
use crate::door::{Commune, OfficeRegister, browser_tools, has_browser, succeed};

/// Waits until the script in the browser has done its part.
fn wait_for(path: &Path) {
    for _ in 0..600 {
        if path.exists() {
            return;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("{} did not come", path.display());
}

/// A text that can't be made smaller.
fn sha_text(n: u32) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(n.to_le_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn parcels_go_both_ways_in_a_browser_by_keyboard_alone() {
    if !has_browser() {
        return;
    }
    let tools = browser_tools();
    for lang in ["fr", "nl", "en"] {
        let commune = Commune::empty();
        commune.write("census/Q06 Boma_2017.csv", "Quartier;Nom;Sexe\nBoma;MBALA;M\n");
        let other = OfficeRegister::new("Kimbanseke", "KIMB");
        let folder = commune.raw().with_file_name("folder");
        std::fs::create_dir_all(&folder).unwrap();
        let at = |name: &str| folder.join(name);
        let out = std::env::var_os("BATO_PICTURES").map_or_else(|| folder.clone(), std::path::PathBuf::from);
        std::fs::create_dir_all(&out).unwrap();
        let desk = Desk::start(&commune);
        let mut script = Command::new("node");
        script.arg("desk/parcels.mjs").arg(&desk.entry_page).arg(&desk.address).arg(&out).arg(lang).arg(&folder);
        script.current_dir(&tools);
        std::thread::scope(|scope| {
            let browser = scope.spawn(|| succeed(&mut script));
            wait_for(&at("key"));
            let parcels = commune.raw().with_file_name("parcels");
            let page = std::fs::read_to_string(parcels.join("coffre.html")).unwrap();
            assert!(page.contains("AGE-SECRET-KEY-1"));
            let card = parcels.join("BOMA.bato-office");
            let words = std::fs::read_to_string(&card).unwrap();
            let words = words.split_once("fingerprint = \"").unwrap().1.split('"').next().unwrap().to_owned();
            other.succeed(&["office", "accept", card.to_str().unwrap(), "--words", &words]);
            other.commune.write("census/reponse.csv", "Nom;Sexe\nZOLA;F\n");
            other.succeed(&["parcel", "seal", "data-raw/census/reponse.csv", "--to", "BOMA", "-o", "out"]);
            std::fs::copy(other.at("out/KIMB-BOMA-000001.bato"), at("parcel.bato")).unwrap();
            // A sheet of a megabyte makes a parcel of two pieces, of which one arrives.
            let long: String = (0..20_000).map(|n| format!("ZOLA {n};{}\n", sha_text(n))).collect();
            other.commune.write("census/longue.csv", format!("Nom;Sexe\n{long}"));
            let words =
                ["parcel", "seal", "data-raw/census/longue.csv", "--to", "BOMA", "--pieces", "1MB", "-o", "out"];
            let said = other.succeed(&words);
            std::fs::copy(other.at(said.lines().nth(1).unwrap()), at("piece.bato")).unwrap();
            std::fs::copy(other.at("card.bato-office"), at("card.bato-office")).unwrap();
            std::fs::write(at("words.tmp"), other.words()).unwrap();
            std::fs::rename(at("words.tmp"), at("words.txt")).unwrap();
            wait_for(&at("sealed"));
            let said = other.open(&parcels.join("BOMA-KIMB-000001.bato"));
            assert_eq!(said.status, 0, "{}", said.err);
            std::fs::write(at("receipt.tmp"), said.out.lines().last().unwrap()).unwrap();
            std::fs::rename(at("receipt.tmp"), at("receipt.txt")).unwrap();
            println!("{}", browser.join().unwrap());
        });
        let arrived = commune.raw().join("census/received/KIMB/000001/reponse.csv");
        assert!(arrived.is_file(), "{lang}");
        let name = "BOMA-KIMB-000001";
        let parcels = commune.raw().with_file_name("parcels");
        assert!(parcels.join(format!("{name}.1-1.bato")).is_file(), "{lang}");
        assert_eq!(other.received().len(), 1, "{lang}");
    }
}
