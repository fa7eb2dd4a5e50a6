//! Tests that a file that can't be used is left out with a reason and a remedy; the others are read.

use std::io::Write;

use crate::door::{Commune, project, some_files};
use crate::hostile::{ole_of, swelling_ods, zip_of};

/// Returns a workbook protected by a password: an OLE container with one encrypted stream.
fn encrypted() -> Vec<u8> {
    ole_of("/EncryptedPackage", &[7; 4096])
}

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(project().join("data-raw").join(name)).unwrap()
}

fn workbook() -> Vec<u8> {
    sample("census/Q15 Kikimi_2017.xlsx")
}

#[test]
fn encrypted_truncated_and_foreign_files_are_left_out_and_the_others_read() {
    let commune = Commune::with(&some_files());
    commune.write("census/secret.xlsx", encrypted());
    let whole = workbook();
    commune.write("census/enorme.ods", swelling_ods());
    commune.write("census/coupe.xlsx", &whole[..whole.len() / 2]);
    commune.write("census/~$secret.xlsx", "the lock of an open workbook");
    commune.write("census/README.md", "a note");
    commune.write("births/photo.png", [&[0x89, b'P', b'N', b'G', 13, 10, 26, 10][..], &[0; 500]].concat());
    let output = commune.bato(&["run"]);
    assert_eq!(output.status, 1, "{}{}", output.out, output.err);
    for (file, reason, remedy) in [
        ("secret.xlsx", "mot de passe", "retirez le mot de passe"),
        ("coupe.xlsx", "endommagé", "Recopiez-le"),
        ("enorme.ods", "trop de mémoire", "dans un nouveau classeur"),
        ("photo.png", "pas un fichier de tableur", "retirez ce fichier"),
    ] {
        let at = output.out.find(file).unwrap_or_else(|| panic!("{file} is not named:\n{}", output.out));
        let message = &output.out[at..];
        assert!(message.contains(reason) && message.contains(remedy), "{file}:\n{message}");
    }
    commune.assert_whole();
    let manifest = commune.current().manifest;
    assert_eq!(manifest.inputs.iter().filter(|input| input.error.is_some()).count(), 4);
    assert!(commune.table::<bato::store::PersonRow>().len() > 500, "the other files are read");
}

#[test]
fn every_kind_of_broken_file_is_named_with_its_reason() {
    let commune = Commune::empty();
    let whole = workbook();
    let mut flipped = whole.clone();
    // Inside the compressed cells: the checksum of the part no longer fits.
    let middle = flipped.len() / 3;
    flipped[middle] ^= 0x10;
    let mut zero_tail = whole.clone();
    let cut = zero_tail.len() - 2000;
    zero_tail[cut..].fill(0);
    for (name, bytes, reason) in [
        ("vide.xlsx", Vec::new(), "vide"),
        ("zeros.xls", vec![0; 4096], "vide"),
        ("bit.xlsx", flipped, "endommagé"),
        ("queue.xlsx", zero_tail, "endommagé"),
        (
            "page.xls",
            b"<html><body><table><tr><td>Nom</td></tr></table></body></html>".to_vec(),
            "pas un fichier de tableur",
        ),
        ("acte.pdf.csv", b"%PDF-1.7 ...".to_vec(), "pas un fichier de tableur"),
        ("compte.xlsx", false_count_workbook(), "trop grand quand"),
        ("bombe.xlsx", bomb(), "trop grand quand"),
        ("note.csv", b"Bonjour, voici la liste promise.\n".to_vec(), "aucun tableau"),
        ("coupe.xls", std::fs::read(project().join("tests/fixtures/small.xls")).unwrap()[..2500].to_vec(), "endommagé"),
        ("secret.xls", encrypted(), "mot de passe"),
        ("vieux.xls", [&[9, 2, 6, 0, 0, 0, 16, 0][..], &[0; 64]].concat(), "trop ancien"),
        ("enorme.ods", swelling_ods(), "trop de mémoire"),
        ("~$menage.xlsx", b"l'agent".to_vec(), "pendant qu’il est ouvert"),
        ("large.csv", format!("{}x", ";".repeat(20_000)).into_bytes(), "la colonne XFD"),
    ] {
        commune.write(name, bytes);
        let path = commune.raw().join(name);
        let output = commune.bato(&["check", path.to_str().unwrap()]);
        assert_eq!(output.status, 1, "{name}: {}{}", output.out, output.err);
        assert!(output.out.contains(reason) && output.out.contains("Que faire"), "{name}: {}", output.out);
        assert!(output.err.is_empty(), "{name}: {}", output.err);
    }
}

/// Returns a workbook whose shared string table claims four billion strings.
fn false_count_workbook() -> Vec<u8> {
    let strings = br#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="4294967295"><si><t>a</t></si></sst>"#;
    zip_of(&[("xl/worksheets/sheet1.xml", b"<worksheet/>".as_slice()), ("xl/sharedStrings.xml", strings)])
}

/// Returns 600 MB of one letter in some 600 kB.
fn bomb() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let block = vec![b'A'; 1 << 20];
    (0..600).for_each(|_| zip.write_all(&block).unwrap());
    zip.finish().unwrap().into_inner()
}

#[test]
fn when_no_file_can_be_read_nothing_is_published() {
    let commune = Commune::empty();
    commune.write("census/secret.xlsx", encrypted());
    let said = commune.bato(&["run"]);
    assert_eq!(said.status, 2, "{}", said.out);
    assert!(said.err.contains("Rien n’a été enregistré"), "{}", said.err);
    assert!(!commune.clean().join("CURRENT").exists());
}

#[test]
fn a_doubtful_or_incomplete_text_is_read_with_a_warning() {
    let commune = Commune::empty();
    let text = "Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\nMBALA;LEMA;Bruno;M;08/10/1961;Chef\n";
    let more = "PANZU;DIA;Ruth;F;01/01/1980;Épouse\n".repeat(3);
    for (name, bytes, warning) in [
        ("dos.csv", text.replace('é', "\u{1}").bytes().map(|b| if b == 1 { 0x82 } else { b }).collect(), "accents"),
        ("guillemet.csv", format!("{text}\"{more}").into_bytes(), "guillemet"),
        ("coupe.csv", text.as_bytes()[..text.len() - 9].to_vec(), "coupé à la fin"),
    ] as [(&str, Vec<u8>, &str); 3]
    {
        commune.write(name, &bytes);
        let path = commune.raw().join(name);
        let output = commune.bato(&["check", path.to_str().unwrap()]);
        assert!(
            output.out.contains(warning) && output.out.contains("Que faire"),
            "{name}: {}{}",
            output.out,
            output.err
        );
        let n_lines = bytes.split(|b| *b == b'\n').filter(|line| !line.is_empty()).count();
        assert!(output.out.contains(&format!("Lignes lues : {n_lines} ")), "{name}: {}", output.out);
    }
}
