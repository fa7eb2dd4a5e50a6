//! The certificate of a learner, and the signature of the trainer's office under a result.

use std::path::Path;

use crate::course::LESSONS;
use crate::error::{Error, ErrorCode, Result};
use crate::messages::{Messages, say};
use crate::parcel::{MANIFEST, OfficeFiles, ParcelKind, ParcelManifest, SignedManifest, describe};
use crate::store::Store;

use super::folder::CourseFolder;
use super::results::{CourseResult, LessonCount, course_result, read_result};
use super::texts::lesson_title;

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

/// Returns the certificate of a learner who has passed every lesson. `signed` is the folder that the trainer gave back.
///
/// # Errors
/// `course-unfinished`; `course-result` if the folder holds the result of another; `parcel-signature`, `parcel-content`.
pub fn certificate(course: &CourseFolder, signed: Option<&Path>) -> Result<Certificate> {
    let result = course_result(course, true);
    let n_open = LESSONS.len() - result.n_passed();
    if n_open > 0 {
        return Err(Error::new(ErrorCode::CourseUnfinished).with("n", n_open));
    }
    let countersignature = signed.map(|folder| countersignature(folder, &result)).transpose()?;
    Ok(Certificate { name: course.progress.name().to_owned(), result, countersignature })
}

/// Reads the signature in a folder and checks that it is under the result of this learner.
fn countersignature(folder: &Path, own: &CourseResult) -> Result<Countersignature> {
    let signed = SignedManifest::read_from(folder)?;
    let manifest = &signed.manifest;
    let file = manifest.files.first().filter(|_| manifest.kind == ParcelKind::Course && manifest.files.len() == 1);
    let file = file.ok_or_else(|| Error::new(ErrorCode::CourseResult).at(folder))?;
    let path = folder.join(&file.name);
    if describe(&path, &file.name)? != *file {
        return Err(Error::new(ErrorCode::ParcelContent).at(folder).with("file", &file.name));
    }
    let result = read_result(&path)?;
    let is_own = result.seed == own.seed && result.lessons == own.lessons && result.finished_on == own.finished_on;
    if !is_own || ![String::new(), own.name.clone()].contains(&result.name) {
        return Err(Error::new(ErrorCode::CourseResult).at(folder));
    }
    Ok(Countersignature {
        office: manifest.sender.name.clone(),
        words: manifest.sender.fingerprint().to_owned(),
        at: manifest.made_at.clone(),
    })
}

/// Signs the result in a folder with the key of the trainer's office: the manifest and its signature are added beside it.
///
/// # Errors
/// `course-result` if the folder holds none; `office-none`, `passphrase-wrong`; those of the file system.
pub fn countersign(clean: &Path, folder: &Path, passphrase: &str, now: &str) -> Result<CourseResult> {
    let not_one = || Error::new(ErrorCode::CourseResult).at(folder);
    let mut results = std::fs::read_dir(folder).map_err(|e| Error::io(folder, &e))?.flatten().map(|entry| entry.path());
    let path = results.find(|path| path.extension().is_some_and(|ending| ending == "json")).ok_or_else(not_one)?;
    let result = read_result(&path)?;
    let (own, key) = OfficeFiles::new(clean).unlock(passphrase)?;
    let log = Store::open(clean)?.look_ups()?.head;
    let mut manifest = ParcelManifest::new(ParcelKind::Course, now, &own.pc, log, &own.card)?;
    let name = path.file_name().and_then(|name| name.to_str()).ok_or_else(not_one)?;
    manifest.files = vec![describe(&path, name)?];
    if folder.join(MANIFEST).is_file() {
        // Of a parcel or an earlier signature: it is replaced.
        std::fs::remove_file(folder.join(MANIFEST)).map_err(|e| Error::io(folder, &e))?;
    }
    manifest.sign(&key)?.write_into(folder)?;
    Ok(result)
}

/// The page of a certificate, to print.
#[must_use]
pub fn certificate_page(certificate: &Certificate, messages: &Messages) -> String {
    let Certificate { name, result, countersignature } = certificate;
    let share = result.agreement().map_or_else(|| "–".to_owned(), |share| messages.percent(share));
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
         .sign{{margin-top:2rem;border-top:1px solid #666;padding-top:1rem}}@media print{{body{{margin:0}}}}\
         </style></head><body><main><h1>{title}</h1><p class=\"name\">{name}</p><p>{text}</p><table>{facts}</table>\
         <ol>{lessons}</ol><p class=\"sign\">{signature}</p></main></body></html>\n",
        lang = messages.lang().code(),
        title = escaped(&title),
        name = escaped(name),
        text = escaped(&messages.text("course-certificate-text")),
        facts = facts.iter().map(fact).collect::<String>(),
        lessons = result.lessons.iter().map(lesson).collect::<String>(),
        signature = escaped(&signature),
    )
}

/// A text as a page shows it.
fn escaped(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}
