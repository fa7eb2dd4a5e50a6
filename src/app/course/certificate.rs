//! The certificate of a learner, and the signature of the trainer's office under a result.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::course::LESSONS;
use crate::error::{Error, ErrorCode, Result};
use crate::messages::{Messages, say};
use crate::parcel::{MANIFEST, OfficeFiles, ParcelFile, ParcelKind, ParcelManifest, SignedManifest, describe};
use crate::store::{self, OutputPath, Store};

use super::folder::CourseFolder;
use super::results::{
    CourseResult, LessonCount, MOST_BYTES, RESULT_FOLDER, course_result, files_below, is_result_name, parse_result,
    read_result,
};
use super::texts::lesson_title;

/// How the name of a countersigned result begins.
const SIGNED: &str = "resultat-contresigne";
/// Format of a countersigned result.
const FORMAT: u32 = 1;

/// What stands on a certificate.
#[derive(Debug, Clone, PartialEq)]
pub struct Certificate {
    /// The learner.
    pub name: String,
    /// The totals.
    pub result: CourseResult,
    /// The office that signed the result; `None` for a certificate that is not countersigned.
    pub countersignature: Option<Countersignature>,
}

/// The signature of the trainer's office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Countersignature {
    /// The office.
    pub office: String,
    /// Its six words.
    pub words: String,
    /// When it signed, RFC 3339.
    pub at: String,
}

/// A result and the signature under it, in one file: a parcel brings it back to the learner.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SignedResult {
    /// Format of the file.
    format: u32,
    /// The name of the file of the result.
    name: String,
    /// The result as the learner wrote it.
    result: String,
    /// The manifest that names the result and its hash.
    manifest: String,
    /// The signature under the manifest.
    signature: String,
}

/// Returns the certificate of a learner who has passed every lesson. `signed` is the file or the folder that the
/// trainer gave back. Without it, one that lies beside the result or came by parcel is taken.
///
/// # Errors
/// `course-unfinished`; `course-result` if the folder holds the result of another; `parcel-signature`,
/// `parcel-content`.
pub fn certificate(course: &CourseFolder, signed: Option<&Path>) -> Result<Certificate> {
    let result = course_result(course, true);
    let n_open = LESSONS.len() - result.n_passed();
    if n_open > 0 {
        return Err(Error::new(ErrorCode::CourseUnfinished).with("n", n_open));
    }
    let countersignature = match signed {
        Some(path) => Some(countersignature(path, &result)?),
        None => places_of_signed(course).iter().find_map(|path| countersignature(path, &result).ok()),
    };
    Ok(Certificate { name: course.progress.name().to_owned(), result, countersignature })
}

/// Where a countersigned result of a learner may lie: beside the result, and where parcels arrive.
fn places_of_signed(course: &CourseFolder) -> Vec<PathBuf> {
    let mut places = vec![course.folder.join(RESULT_FOLDER)];
    if let Some(base) = course.folder.parent().and_then(Path::parent) {
        files_below(&base.join("data-raw").join(ParcelKind::Course.code()), &mut |path, name| {
            if is_signed_name(name) {
                places.push(path.to_owned());
            }
        });
    }
    places
}

fn is_signed_name(name: &str) -> bool {
    name.starts_with(SIGNED) && name.ends_with(".json")
}

/// Reads a signature and checks that it is under the result of this learner. `path` is a countersigned result, or a
/// folder with one, or a folder with a result and its signed manifest.
fn countersignature(path: &Path, own: &CourseResult) -> Result<Countersignature> {
    let (signed, result) = if path.is_dir() && path.join(MANIFEST).is_file() {
        let signed = SignedManifest::read_from(path)?;
        let file = only_file(&signed, path)?;
        let of_result = path.join(&file.name);
        if describe(&of_result, &file.name)? != *file {
            return Err(Error::new(ErrorCode::ParcelContent).at(path).with("file", &file.name));
        }
        let result = read_result(&of_result)?;
        (signed, result)
    } else if path.is_dir() {
        let mut found = None;
        files_below(path, &mut |path, name| {
            if is_signed_name(name) {
                found = Some(path.to_owned());
            }
        });
        read_signed(&found.ok_or_else(|| Error::new(ErrorCode::CourseResult).at(path))?)?
    } else {
        read_signed(path)?
    };
    let is_own = result.seed == own.seed && result.lessons == own.lessons && result.finished_on == own.finished_on;
    if !is_own || ![String::new(), own.name.clone()].contains(&result.name) {
        return Err(Error::new(ErrorCode::CourseResult).at(path));
    }
    let manifest = &signed.manifest;
    Ok(Countersignature {
        office: manifest.sender.name.clone(),
        words: manifest.sender.fingerprint().to_owned(),
        at: manifest.made_at.clone(),
    })
}

/// The only file of the signed manifest of a result.
fn only_file<'m>(signed: &'m SignedManifest, path: &Path) -> Result<&'m ParcelFile> {
    let manifest = &signed.manifest;
    let file = manifest.files.first().filter(|_| manifest.kind == ParcelKind::Course && manifest.files.len() == 1);
    file.ok_or_else(|| Error::new(ErrorCode::CourseResult).at(path))
}

/// Reads a countersigned result: the signature is right, and the result is the one that was signed.
fn read_signed(path: &Path) -> Result<(SignedManifest, CourseResult)> {
    let not_one = || Error::new(ErrorCode::CourseResult).at(path);
    let is_short = std::fs::metadata(path).is_ok_and(|meta| meta.is_file() && meta.len() <= 4 * MOST_BYTES);
    let bytes = if is_short { std::fs::read(path).map_err(|e| Error::io(path, &e))? } else { return Err(not_one()) };
    let file: SignedResult = serde_json::from_slice(&bytes).map_err(|_| not_one())?;
    if file.format != FORMAT {
        return Err(not_one());
    }
    let signed = SignedManifest::read(file.manifest.as_bytes(), file.signature.as_bytes())?;
    let folder = tempfile::tempdir().map_err(|e| Error::io(path, &e))?;
    let copy = folder.path().join("result");
    std::fs::write(&copy, &file.result).map_err(|e| Error::io(&copy, &e))?;
    if describe(&copy, &file.name)? != *only_file(&signed, path)? {
        return Err(Error::new(ErrorCode::ParcelContent).at(path).with("file", &file.name));
    }
    let result = parse_result(file.result.as_bytes(), path)?;
    Ok((signed, result))
}

/// The office that countersigns: its register and its passphrase.
#[derive(Clone, Copy)]
pub struct CountersigningOffice<'o> {
    /// The folder of the register.
    pub clean: &'o Path,
    /// The raw folder, from which parcels are sent.
    pub raw: &'o Path,
    /// The passphrase of the office's key.
    pub passphrase: &'o str,
    /// The moment, RFC 3339.
    pub now: &'o str,
}

impl CountersigningOffice<'_> {
    /// Signs the result in a folder with the key of the office: the manifest and its signature are added beside it,
    /// and a file with both is written among the files that can be sent by parcel. Returns the result and that file.
    ///
    /// # Errors
    /// `course-result` if the folder holds none; `office-none`, `passphrase-wrong`; those of the file system.
    pub fn sign_folder(&self, folder: &Path) -> Result<(CourseResult, PathBuf)> {
        let not_one = || Error::new(ErrorCode::CourseResult).at(folder);
        let entries = std::fs::read_dir(folder).map_err(|e| Error::io(folder, &e))?;
        let mut paths = entries.flatten().map(|entry| entry.path());
        let name_of = |path: &Path| path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let path = paths.find(|path| is_result_name(&name_of(path))).ok_or_else(not_one)?;
        let (signed, result, file) = self.sign(&path)?;
        if folder.join(MANIFEST).is_file() {
            // Of a parcel or an earlier signature: it is replaced.
            std::fs::remove_file(folder.join(MANIFEST)).map_err(|e| Error::io(folder, &e))?;
        }
        signed.write_into(folder)?;
        Ok((result, file))
    }

    /// Signs a result: a file with the result and the signature is written among the files that can be sent by parcel.
    ///
    /// # Errors
    /// Those of [`Self::sign_folder`].
    pub fn sign_file(&self, path: &Path) -> Result<(CourseResult, PathBuf)> {
        self.sign(path).map(|(_, result, file)| (result, file))
    }

    fn sign(&self, path: &Path) -> Result<(SignedManifest, CourseResult, PathBuf)> {
        let result = read_result(path)?;
        let (own, key) = OfficeFiles::new(self.clean).unlock(self.passphrase)?;
        let log = Store::open(self.clean)?.look_ups()?.head;
        let mut manifest = ParcelManifest::new(ParcelKind::Course, self.now, &own.pc, log, &own.card)?;
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let file = describe(path, &name)?;
        let target = signed_path(self.raw, &result, &file);
        manifest.files = vec![file];
        let signed = manifest.sign(&key)?;
        let text = std::fs::read_to_string(path).map_err(|e| Error::io(path, &e))?;
        let (manifest, signature) = (signed.text.clone(), signed.signature.clone());
        let whole = SignedResult { format: FORMAT, name, result: text, manifest, signature };
        let text = serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n";
        if let Some(folder) = target.parent() {
            store::create_private_folder(folder)?;
        }
        store::replace_file(&OutputPath::own(&target), text.as_bytes())?;
        Ok((signed, result, target))
    }
}

/// The file of a result that this office countersigned. Two results of one number have two names.
fn signed_path(raw: &Path, result: &CourseResult, file: &ParcelFile) -> PathBuf {
    let hash: String = file.sha256.chars().take(6).collect();
    raw.join(ParcelKind::Course.code()).join(format!("{SIGNED}-{}-{hash}.json", result.seed))
}

/// Whether this office has countersigned the result in a file.
#[must_use]
pub fn is_countersigned(raw: &Path, path: &Path, result: &CourseResult) -> bool {
    describe(path, "").is_ok_and(|file| signed_path(raw, result, &file).is_file())
}

/// The page of a certificate, to print.
#[must_use]
pub fn certificate_page(certificate: &Certificate, messages: &Messages) -> String {
    let Certificate { name, result, countersignature } = certificate;
    let none = || messages.text("course-certificate-no-agreement");
    let share = result.agreement().map_or_else(none, |share| messages.percent(share));
    let day = result.finished_on.parse().map_or_else(|_| result.finished_on.clone(), |day| messages.date(day));
    let facts = [
        ("course-certificate-lessons", result.n_passed().to_string()),
        ("course-certificate-agreement", share),
        ("course-certificate-seed", result.seed.to_string()),
        ("course-certificate-day", day),
        ("course-certificate-program", format!("Bato {}", result.program)),
    ];
    let fact = |(id, value): &(&str, String)| {
        format!("<tr><th scope=\"row\">{}</th><td>{}</td></tr>", escaped(&messages.text(id)), escaped(value))
    };
    let lesson = |lesson: &LessonCount| {
        let solved = if lesson.was_solved { messages.text("course-with-solution") } else { String::new() };
        let title = lesson_title(messages, &lesson.id);
        format!("<li>{} {}</li>", escaped(&title), escaped(&solved))
    };
    let signature = match countersignature {
        Some(Countersignature { office, words, at }) => {
            let day =
                at.get(..10).and_then(|day| day.parse().ok()).map_or_else(|| at.clone(), |day| messages.date(day));
            say!(messages, "course-certificate-signed", office, words, day)
        }
        None => messages.text("course-not-countersigned"),
    };
    let title = messages.text("course-certificate-title");
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{title}</title><style>\
         body{{font:1.1rem/1.5 serif;max-width:44rem;margin:3rem auto;padding:2rem;border:3px double #14532d}}\
         h1{{text-align:center}}th{{text-align:left;padding-right:2rem}}.name{{font-size:1.6rem;text-align:center}}\
         .sign{{margin-top:2rem;border-top:1px solid #666;padding-top:1rem}}.line{{margin-bottom:5rem}}\
         @media print{{body{{margin:0}}}}\
         </style></head><body><main><h1>{title}</h1><p class=\"name\">{name}</p><p>{text}</p><table>{facts}</table>\
         <ol>{lessons}</ol><p class=\"sign\">{signature}</p><p class=\"line\">{line}</p></main></body></html>\n",
        lang = messages.lang().code(),
        title = escaped(&title),
        name = escaped(name),
        text = escaped(&messages.text("course-certificate-text")),
        facts = facts.iter().map(fact).collect::<String>(),
        lessons = result.lessons.iter().map(lesson).collect::<String>(),
        signature = escaped(&signature),
        line = escaped(&messages.text("course-certificate-line")),
    )
}

/// A text as a page shows it.
fn escaped(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}
