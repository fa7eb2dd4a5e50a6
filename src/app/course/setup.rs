//! Prepares the practice register of a lesson: what was there goes, the sheets of the plan are written, and what the
//! lesson is about happens.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use crate::backup::RegisterPaths;
use crate::config::Config;
use crate::course::{AfterSetup, PlannedSheet, PracticePlan, ProgressEvent};
use crate::error::{Error, ErrorCode, Result};
use crate::messages::{Lang, Messages};
use crate::parcel::{OfficeCard, ParcelKind};
use crate::run::{RemovalConsent, RunRequest, Silent};
use crate::store::{self, OutputPath, Store};

use super::super::access::Access;
use super::super::decide::{DecisionRequest, Signature, decide};
use super::super::office::{AcceptanceRequest, OfficeRequest, accept_office, new_office, new_safe};
use super::super::parcel::{SealRequest, seal_parcel};
use super::super::run::WORK_FOLDER;
use super::CourseRequest;
use super::folder::{CourseFolder, FOLDERS, OTHER_PC, SENDER_PC, STICK, known_lesson, refuse_foreign, write_settings};
use super::places::PracticeRegister;
use super::practice_sheets::write_sheet;

/// The passphrase of the keys of practice offices. It protects nothing.
pub const PRACTICE_PASSPHRASE: &str = "quatre mangues jaunes";
/// The colleague who rules wrongly in a lesson.
pub(super) const COLLEAGUE: &str = "Collègue";
/// The folder of parcels that arrived, and below it that of the pieces sent again.
pub(super) const ARRIVALS: &str = "arrivees";
pub(super) const SENT_AGAIN: &str = "deuxieme-envoi";
/// The piece that is lost.
const LOST_PIECE: usize = 1;
/// Bytes of a piece, and of the file in the parcel.
const PIECE_BYTES: u64 = 100_000;
const PARCEL_BYTES: usize = 240_000;
/// How often a run is started until it is cut off.
const MOST_CUTS: usize = 5;
/// How long a run may take to its first line.
const LONGEST_START: Duration = Duration::from_secs(60);

/// Prepares the practice register of a lesson. What the learner did in it before is gone; what they have passed stays.
///
/// # Errors
/// `course-lesson` for an unknown lesson; `course-foreign`, `course-not-practice` if the folder holds something that the
/// course did not make; `run-under-way`; `course-cut`; those of a run and of the file system.
pub fn prepare_lesson(course: &CourseFolder, lesson: &str, request: &CourseRequest<'_>) -> Result<()> {
    let lesson = known_lesson(lesson)?;
    let folder = &course.folder;
    refuse_foreign(folder)?;
    let paths = course.paths();
    if paths.clean.is_dir() {
        // A run under way would write into the new register.
        drop(Store::open(&paths.clean)?.lock()?);
    }
    let plan = PracticePlan::new(lesson, course.progress.seed())?;
    course.add(request.now, ProgressEvent::Preparation { lesson: lesson.id.clone() })?;
    for name in FOLDERS {
        remove_folder(&folder.join(name))?;
    }
    for kind in ["census", "births", "events"] {
        store::create_private_folder(&paths.raw.join(kind))?;
    }
    store::create_private_folder(&paths.clean)?;
    let config = course.config()?;
    let setup = Setup { course, plan: &plan, config: &config, request };
    let away = matches!(lesson.setup.after, Some(AfterSetup::PowerCut)).then(|| plan.sheets.len().saturating_sub(1));
    for sheet in plan.sheets.iter().take(away.unwrap_or(plan.sheets.len())) {
        write_sheet(&paths.raw, sheet)?;
    }
    if lesson.setup.recorded {
        setup.run()?;
    }
    match lesson.setup.after {
        None => {}
        Some(AfterSetup::WrongMerge) => setup.merge_wrongly()?,
        Some(AfterSetup::FileAway) => setup.take_file_away()?,
        Some(AfterSetup::PowerCut) => setup.cut_power()?,
        Some(AfterSetup::OtherPc) => setup.add_other_pc()?,
        Some(AfterSetup::Parcel) => setup.send_parcel()?,
    }
    course.add(request.now, ProgressEvent::Lesson { lesson: lesson.id.clone() })
}

/// Removes a folder that the course made, with all in it.
fn remove_folder(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(Error::io(folder, &e)),
        _ => Ok(()),
    }
}

/// The day of a moment.
pub(super) fn day_of(now: &str) -> NaiveDate {
    now.get(..10).and_then(|day| day.parse().ok()).unwrap_or_default()
}

/// Makes a run of a practice register.
pub(super) fn run(paths: &RegisterPaths, config: &Config, who: &str, request: &CourseRequest<'_>) -> Result<()> {
    let wanted = RunRequest {
        raw: paths.raw.clone(),
        clean: paths.clean.clone(),
        config: config.clone(),
        removals: RemovalConsent::None,
        expected: None,
        dry_run: false,
        no_cache: false,
        worker: request.program(),
        today: config.run.today.unwrap_or_else(|| day_of(request.now)),
        now: request.now.to_owned(),
    };
    super::super::run::run(&wanted, &Access::new(request.now.to_owned(), Some(who), None)?, &Silent).map(drop)
}

/// A lesson that is being prepared.
struct Setup<'s> {
    course: &'s CourseFolder,
    plan: &'s PracticePlan,
    config: &'s Config,
    request: &'s CourseRequest<'s>,
}

impl Setup<'_> {
    fn run(&self) -> Result<()> {
        run(&self.course.paths(), self.config, COLLEAGUE, self.request)
    }

    fn access(&self) -> Result<Access> {
        Access::new(self.request.now.to_owned(), Some(COLLEAGUE), None)
    }

    /// A colleague rules that the two persons whom the lesson names are one.
    fn merge_wrongly(&self) -> Result<()> {
        let paths = self.course.paths();
        let register = PracticeRegister::read(&super::super::current(&paths.clean)?)?;
        let id = |place: usize| {
            let person = self.plan.persons.get(place).and_then(|at| register.person(self.plan, *at));
            person.map(|person| person.person_id.clone()).ok_or_else(|| Error::new(ErrorCode::IdUnknown))
        };
        let signature = Signature {
            at: self.request.now.to_owned(),
            author: COLLEAGUE.to_owned(),
            reason: Messages::new(self.lang()).text("course-wrong-reason"),
        };
        let wanted = DecisionRequest::Same(id(0)?, id(1)?);
        decide(&paths.clean, &paths.raw, self.config, &wanted, &signature, &self.access()?)?;
        self.run()
    }

    fn lang(&self) -> Lang {
        self.config.run.lang.as_deref().and_then(Lang::from_code).unwrap_or_default()
    }

    /// The last file of the register is on the stick.
    fn take_file_away(&self) -> Result<()> {
        let Some(sheet) = self.plan.sheets.last() else { return Ok(()) };
        let from = self.course.paths().raw.join(&sheet.path);
        let to = self.course.folder.join(STICK).join(file_name(sheet));
        store::create_private_folder(&self.course.folder.join(STICK))?;
        fs::rename(&from, &to).map_err(|e| Error::io(&from, &e))
    }

    /// Another file arrives, and the run that reads it is killed as soon as it has begun to read.
    fn cut_power(&self) -> Result<()> {
        let paths = self.course.paths();
        let last = super::super::version_in_use(&paths.clean);
        if let Some(sheet) = self.plan.sheets.last() {
            write_sheet(&paths.raw, sheet)?;
        }
        for number in 1..=MOST_CUTS {
            self.killed_run(number)?;
            if super::super::version_in_use(&paths.clean) == last {
                return Ok(());
            }
            // The run was faster: from the beginning.
            let sheet = self.plan.sheets.last().map(|sheet| paths.raw.join(&sheet.path));
            let aside = sheet.as_ref().map(|path| path.with_extension("away"));
            sheet
                .iter()
                .zip(&aside)
                .try_for_each(|(from, to)| fs::rename(from, to))
                .map_err(|e| Error::io(&paths.raw, &e))?;
            remove_folder(&paths.clean)?;
            store::create_private_folder(&paths.clean)?;
            self.run()?;
            sheet
                .iter()
                .zip(&aside)
                .try_for_each(|(to, from)| fs::rename(from, to))
                .map_err(|e| Error::io(&paths.raw, &e))?;
        }
        Err(Error::new(ErrorCode::CourseCut))
    }

    /// Starts a run as the desk does, its lines of progress in a file, and kills it.
    fn killed_run(&self, number: usize) -> Result<()> {
        let (paths, work) = (self.course.paths(), self.course.paths().clean.join(WORK_FOLDER));
        let program = self.request.program().ok_or_else(|| Error::new(ErrorCode::CourseCut))?;
        store::create_private_folder(&work)?;
        let digits: String = self.request.now.chars().take(19).filter(char::is_ascii_digit).collect();
        let lines = work.join(format!("run-{number:06}-{digits}.jsonl"));
        let out = fs::File::create(&lines).map_err(|e| Error::io(&lines, &e))?;
        let mut command = Command::new(&program);
        command.args(["run", "--progress-json", "--lang", self.lang().code()]);
        for (option, path) in [("--raw", &paths.raw), ("--clean", &paths.clean), ("--config", &paths.config)] {
            command.arg(option).arg(path);
        }
        command.stdin(Stdio::null()).stdout(out).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|e| Error::io(&program, &e))?;
        let started = Instant::now();
        let has_begun = || fs::read_to_string(&lines).is_ok_and(|text| text.contains("\"stage\""));
        while !has_begun() && started.elapsed() < LONGEST_START && matches!(child.try_wait(), Ok(None)) {
            std::thread::sleep(Duration::from_millis(1));
        }
        // It may have ended by itself.
        let _ = child.kill();
        child.wait().map(drop).map_err(|e| Error::io(&program, &e))
    }

    /// There is a stick, and another PC without a register.
    fn add_other_pc(&self) -> Result<()> {
        store::create_private_folder(&self.course.folder.join(STICK))?;
        let folder = self.course.folder.join(OTHER_PC);
        store::create_private_folder(&folder)?;
        write_settings(&folder, self.course.progress.name(), self.lang())
    }

    /// A quartier sends a parcel in pieces; one of them is lost and sent again later.
    fn send_parcel(&self) -> Result<()> {
        let messages = Messages::new(self.lang());
        let sender = self.course.paths_of(SENDER_PC);
        store::create_private_folder(&sender.raw.join("census"))?;
        write_settings(&self.course.folder.join(SENDER_PC), self.course.progress.name(), self.lang())?;
        let own =
            self.make_office(&self.course.paths(), &messages.text("course-office-commune"), "EXCOMM", &messages)?;
        let other = self.make_office(&sender, &messages.text("course-office-quartier"), "EXQUAR", &messages)?;
        self.accept(&self.course.paths(), &other)?;
        self.accept(&sender, &own)?;
        let scans = self.course.folder.join(SENDER_PC).join("fiches-scannees.jpg");
        fs::write(&scans, noise(self.course.progress.seed(), PARCEL_BYTES)).map_err(|e| Error::io(&scans, &e))?;
        let arrivals = self.course.folder.join(ARRIVALS);
        let out = OutputPath::own(&arrivals);
        let request = SealRequest {
            clean: &sender.clean,
            raw: &sender.raw,
            to: std::slice::from_ref(&own.code),
            kind: Some(ParcelKind::Course),
            files: std::slice::from_ref(&scans),
            out: &out,
            piece_bytes: Some(PIECE_BYTES),
            passphrase: PRACTICE_PASSPHRASE,
            now: self.request.now,
        };
        let mut made = seal_parcel(&request, &self.access()?)?;
        made.paths.sort();
        let lost = made.paths.get(LOST_PIECE).ok_or_else(|| Error::new(ErrorCode::ParcelEmpty))?;
        let again = arrivals.join(SENT_AGAIN);
        store::create_private_folder(&again)?;
        let to = again.join(lost.file_name().unwrap_or_default());
        fs::rename(lost, &to).map_err(|e| Error::io(lost, &e))
    }

    fn make_office(&self, paths: &RegisterPaths, name: &str, code: &str, messages: &Messages) -> Result<OfficeCard> {
        let access = self.access()?;
        let request = OfficeRequest { clean: &paths.clean, raw: &paths.raw, access: &access, now: self.request.now };
        let folder = paths.raw.parent().map(Path::to_path_buf).unwrap_or_default();
        let out = |card: &OfficeCard| Ok(OutputPath::own(&folder.join(STICK_OF_CARDS).join(card.file_name())));
        store::create_private_folder(&folder.join(STICK_OF_CARDS))?;
        let card = new_office(&request, name, Some(code), PRACTICE_PASSPHRASE, &out)?;
        let page = OutputPath::own(&folder.join(STICK_OF_CARDS).join("coffre.html"));
        let safe = messages.text("course-office-safe");
        new_safe(&request, &format!("{safe} {name}"), Some(&format!("Z{}", &code[2..])), &page, messages)?;
        Ok(card)
    }

    fn accept(&self, paths: &RegisterPaths, card: &OfficeCard) -> Result<()> {
        let access = self.access()?;
        let request = OfficeRequest { clean: &paths.clean, raw: &paths.raw, access: &access, now: self.request.now };
        let acceptance = AcceptanceRequest { card, words: Some(card.fingerprint()) };
        accept_office(&request, &acceptance, &|_| None).map(drop)
    }
}

/// The folder of the cards and key pages of a practice office, below `data-raw` so that a new lesson removes it.
const STICK_OF_CARDS: &str = "data-raw/offices-exercice";

/// The name of the file of a sheet.
pub(super) fn file_name(sheet: &PlannedSheet) -> PathBuf {
    Path::new(&sheet.path).file_name().map(PathBuf::from).unwrap_or_default()
}

/// Bytes that no packing makes smaller: a picture is such a file.
fn noise(seed: u64, n: usize) -> Vec<u8> {
    let mut state = seed | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 24) as u8
    };
    (0..n).map(|_| next()).collect()
}
