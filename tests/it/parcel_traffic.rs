//! A week of made-up traffic between a quartier, its commune and Brussels, with losses, doubles, old parcels, renamed
//! pieces and a stolen key: nothing enters twice or unverified, every gap is named, and both journals agree.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use bato::parcel::Traffic;

use crate::door::{Chance, OfficeRegister};

/// One way from an office to another.
struct Way<'o> {
    from: &'o OfficeRegister,
    to: &'o OfficeRegister,
    /// Every parcel sent so far: its files on disk.
    sent: Vec<Vec<PathBuf>>,
    /// Numbers of those that arrived.
    arrived: BTreeSet<usize>,
}

impl<'o> Way<'o> {
    fn new(from: &'o OfficeRegister, to: &'o OfficeRegister) -> Self {
        Self { from, to, sent: Vec::new(), arrived: BTreeSet::new() }
    }

    /// Seals a sheet, in pieces or whole.
    fn send(&mut self, text: &str, is_in_pieces: bool) {
        let n = self.sent.len() + 1;
        let name = format!("{}-{n}.csv", self.from.code);
        self.from.commune.write(&format!("census/{name}"), text);
        let sheet = format!("data-raw/census/{name}");
        let out = self.from.at(&format!("to-{}/{n}", self.to.code));
        let mut words = vec!["parcel", "seal", &sheet, "--to", &self.to.code, "-o", out.to_str().unwrap()];
        if is_in_pieces {
            words.extend(["--pieces", "100kB"]);
        }
        let said = self.from.succeed(&words);
        self.sent.push(said.lines().skip(1).map(PathBuf::from).collect());
    }

    /// Gives the receiver a parcel, its pieces shuffled, renamed and one of them twice. Returns what it said.
    fn arrive(&mut self, n: usize, chance: &mut Chance) -> String {
        let mut files: Vec<PathBuf> = Vec::new();
        for path in &self.sent[n - 1] {
            let renamed = self.to.at(&format!("stick/{}.dat", chance.below(1_000_000_000)));
            std::fs::create_dir_all(renamed.parent().unwrap()).unwrap();
            std::fs::copy(path, &renamed).unwrap();
            files.insert(chance.below(files.len() + 1), renamed);
        }
        if files.len() > 1 {
            files.insert(0, files[files.len() / 2].clone());
        }
        let words: Vec<&str> =
            ["parcel", "open"].into_iter().chain(files.iter().map(|path| path.to_str().unwrap())).collect();
        let said = self.to.bato(&words);
        if self.arrived.insert(n) {
            assert_eq!(said.status, 0, "{n}: {}{}", said.out, said.err);
        } else {
            assert!(said.err.contains("a déjà été reçu"), "{n}: {}{}", said.out, said.err);
        }
        format!("{}{}", said.out, said.err)
    }

    /// Enters every receipt of the receiver at the sender.
    fn return_receipts(&self) {
        for line in self.to.succeed(&["parcel", "receipt"]).lines().filter(|line| line.starts_with("BATO1")) {
            if line.starts_with(&format!("BATO1 {} ", self.from.code)) {
                self.from.succeed(&["parcel", "receipt", "--enter", line]);
            }
        }
    }

    /// The journals of both sides must agree, and the raw folder must hold each parcel once.
    fn assert_agreement(&self) {
        let offices = |office: &OfficeRegister| Traffic::read(&office.commune.clean()).unwrap().offices();
        let sent = offices(self.from).into_iter().find(|office| office.card.code == self.to.code).unwrap();
        let received = offices(self.to).into_iter().find(|office| office.card.code == self.from.code).unwrap();
        assert_eq!(sent.n_sent, self.sent.len() as u64);
        assert_eq!(received.n_received, self.arrived.len() as u64);
        assert_eq!(sent.waiting.len(), self.sent.len() - self.arrived.len());
        let highest = self.arrived.iter().max().copied().unwrap_or(0);
        let missing: Vec<usize> = (1..=highest).filter(|n| !self.arrived.contains(n)).collect();
        assert_eq!(numbers(&received.missing), missing);
        let own = format!("{}/", self.from.code);
        let files: Vec<String> =
            self.to.received().into_iter().map(|(name, _)| name).filter(|name| name.starts_with(&own)).collect();
        let expected: Vec<String> =
            self.arrived.iter().map(|n| format!("{own}{n:06}/{}-{n}.csv", self.from.code)).collect();
        assert_eq!(files, expected);
        assert!(self.to.bato(&["parcel", "list"]).status == 0);
    }
}

/// Reads `KIMB 3–5`, `KIMB 7` as numbers.
fn numbers(ranges: &[String]) -> Vec<usize> {
    let range = |text: &String| {
        let text = text.rsplit(' ').next().unwrap();
        let (from, to) = text.split_once('–').unwrap_or((text, text));
        from.parse::<usize>().unwrap()..=to.parse().unwrap()
    };
    ranges.iter().flat_map(range).collect()
}

#[test]
fn a_week_of_traffic_loses_nothing_and_takes_nothing_twice() {
    let [quartier, commune, brussels] = [("Quartier Boma", "BOMA"), ("Kimbanseke", "KIMB"), ("Bruxelles", "BRUX")]
        .map(|(name, code)| OfficeRegister::new(name, code));
    for (one, other) in [(&quartier, &commune), (&commune, &quartier), (&commune, &brussels), (&brussels, &commune)] {
        one.accept(other);
    }
    let mut chance = Chance(20_180_702);
    let mut ways = [Way::new(&quartier, &commune), Way::new(&commune, &brussels), Way::new(&brussels, &commune)];
    let long: String = (0..30_000_u64).map(|n| format!("{};{}\n", n, n * 2_654_435_761 % 4_294_967_296)).collect();
    for day in 1..=7 {
        for way in &mut ways {
            way.send(&format!("Nom;Sexe\nMBALA{day};M\n"), false);
            if day % 3 == 0 {
                way.send(&long, true);
            }
            // Each parcel of the last days arrives, is lost for now, or arrives again.
            for n in 1..=way.sent.len() {
                if chance.below(3) == 0 {
                    let said = way.arrive(n, &mut chance);
                    let lower = (1..n).filter(|lower| !way.arrived.contains(lower)).max();
                    // A gap right below a parcel that is new is named.
                    if lower == Some(n - 1) && !said.contains("a déjà été reçu") {
                        assert!(said.contains("n’est pas arrivé") || said.contains("ne sont pas arrivés"), "{said}");
                    }
                }
            }
            way.return_receipts();
            way.assert_agreement();
        }
    }
    // The sender sends what is missing once more; what has a receipt is sent by nobody again.
    for way in &mut ways {
        let missing: Vec<usize> = (1..=way.sent.len()).filter(|n| !way.arrived.contains(n)).collect();
        for n in missing {
            let name = format!("{}-{}-{n:06}", way.from.code, way.to.code);
            let out = way.from.at("again");
            let said = way.from.succeed(&["parcel", "seal", "--again", &name, "-o", out.to_str().unwrap()]);
            way.sent[n - 1] = said.lines().map(PathBuf::from).collect();
            way.arrive(n, &mut chance);
        }
        way.return_receipts();
        way.assert_agreement();
        assert_eq!(way.arrived.len(), way.sent.len());
        let list = way.from.succeed(&["parcel", "list"]);
        assert!(!list.contains("pas de reçu") || way.from.code == "KIMB", "{list}");
    }
    stolen_key(&quartier, &commune);
}

/// The key of the quartier is stolen: what the thief seals is taken until the commune hears of it, and refused from
/// then on; the quartier goes on with a new key.
fn stolen_key(quartier: &OfficeRegister, commune: &OfficeRegister) {
    let thief = OfficeRegister { commune: quartier.commune.copy(), code: "BOMA".to_owned() };
    let early = thief.send(commune, "forged-1.csv", "Nom;Sexe\nFAUX;M\n");
    let late = thief.send(commune, "forged-2.csv", "Nom;Sexe\nFAUX;M\n");
    assert_eq!(commune.open(&early).status, 0);
    commune.succeed(&["office", "revoke", "BOMA", "--why", "PC volé"]);
    let n = commune.received().len();
    let refused = |path: &Path| {
        let said = commune.open(path);
        assert!(said.status == 2 && said.err.contains("révoquée"), "{}", said.err);
    };
    refused(&late);
    refused(&early);
    let honest = quartier.send(commune, "ancien.csv", "Nom;Sexe\nZOLA;F\n");
    refused(&honest);
    assert_eq!(commune.received().len(), n);
    // A new key under the same code; the thief can't make it.
    let renewed = OfficeRegister::new("Quartier Boma", "BOMA");
    renewed.accept(commune);
    commune.accept(&renewed);
    let parcel = renewed.send(commune, "nouveau.csv", "Nom;Sexe\nZOLA;F\n");
    let said = commune.open(&parcel);
    assert_eq!(said.status, 0, "{}", said.err);
    assert_eq!(commune.received().len(), n + 1);
    refused(&late);
    // What is sealed from now on is sealed for the new key: the thief opens nothing.
    let answer = commune.send(&renewed, "reponse.csv", "Nom;Sexe\nZOLA;F\n");
    assert_eq!(thief.open(&answer).status, 2);
    assert_eq!(renewed.open(&answer).status, 0);
    assert_eq!(commune.bato(&["parcel", "list"]).status, 0);
}
