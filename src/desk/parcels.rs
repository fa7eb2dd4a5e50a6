//! Parcels: send files to another service, take what arrived, see what is missing, deal with receipts, cards and keys.
//! What is written lies in the folder `parcels` beside the raw folder, to be copied to a stick or sent.

use std::io::Read;
use std::path::{Path, PathBuf};

use askama::Template;
use bato::app::{self, AcceptanceRequest, OfficeRequest, OpenRequest, ParcelOutcome, SealRequest};
use bato::error::{Error, ErrorCode, Result, shown_path};
use bato::messages::say;
use bato::parcel::{CardKind, OfficeCard, OfficeTraffic, piece_size};
use bato::store::{OutputPath, OutputRules};

use super::agents::Role;
use super::answer::Answer;
use super::form::Parts;
use super::frame::{self, PageFrame};
use super::visit::{Answered, Visit, no_page};
use super::words;
use crate::host;

/// Most bytes of a field in a form with files.
const MOST_FIELD: u64 = 4096;
/// The page of all parcels and that of services.
const PARCELS: &str = "/colis";
const OFFICES: &str = "/colis/services";

#[derive(Template)]
#[template(path = "parcels.html", config = "src/desk/askama.toml")]
struct ParcelsPage<'v> {
    frame: PageFrame<'v>,
    faults: Vec<String>,
    has_key: bool,
    /// Where received files are sent: the key of the form stands in the path, for the body is read later.
    receive: String,
    /// Whether the form offers to put back a parcel whose folder was removed.
    may_put_back: bool,
    /// Code and name of each service that something can be sent to.
    offices: Vec<(String, String)>,
    has_safe: bool,
    files: Vec<String>,
    folder: String,
    /// Sentences on parcels that are missing.
    missing: Vec<String>,
    /// Name of each parcel of which pieces are missing, and which.
    incomplete: Vec<(String, String)>,
    /// Moment, name, service, state of each parcel sent; whether its receipt came.
    sent: Vec<(String, String, String, String, bool)>,
    /// Sizes of pieces: as the form sends them, and in words.
    sizes: Vec<(&'static str, String)>,
    /// Moment, name, folder, receipt of each parcel that arrived.
    received: Vec<(String, String, String, String)>,
}

#[derive(Template)]
#[template(path = "parcels_offices.html", config = "src/desk/askama.toml")]
struct OfficesPage<'v> {
    frame: PageFrame<'v>,
    faults: Vec<String>,
    is_manager: bool,
    own: Option<(String, String, String)>,
    accept: String,
    offices: Vec<OfficeLine>,
}

/// A service on the page.
struct OfficeLine {
    code: String,
    name: String,
    words: String,
    is_safe: bool,
    is_revoked: bool,
    facts: Vec<String>,
}

pub(super) fn page(visit: &mut Visit<'_>) -> Answered {
    let parts = [visit.part(1).to_owned(), visit.part(2).to_owned()];
    match (parts.each_ref().map(String::as_str), visit.is_post) {
        (["", ""], false) => parcels_page(visit, Vec::new()),
        (["envoyer", ""], true) => send(visit),
        (["renvoyer", ""], true) => send_again(visit),
        (["oublier", ""], true) => forget(visit),
        (["recevoir", ""], true) => receive(visit),
        (["recu", ""], true) => enter_receipt(visit),
        (["services", ""], false) => offices_page(visit, Vec::new()),
        (["services", action], true) => {
            visit.require(Role::Manager)?;
            match action {
                "nouveau" => new_office(visit),
                "accepter" => accept(visit),
                "revoquer" => revoke(visit),
                "coffre" => new_safe(visit),
                "imprimer" => print_key(visit),
                "carte" => write_card(visit),
                _ => Err(no_page()),
            }
        }
        _ => Err(no_page()),
    }
}

/// The folder of what is written for other services.
fn out_folder(visit: &Visit<'_>) -> PathBuf {
    visit.desk.paths.raw.parent().unwrap_or(Path::new("")).join("parcels")
}

fn rules(visit: &Visit<'_>) -> OutputRules {
    let paths = &visit.desk.paths;
    let folders = vec![paths.raw.clone(), paths.clean.clone()];
    OutputRules { folders, inputs: vec![paths.config.clone()], may_replace: false }
}

/// A file in that folder.
fn out_file(visit: &Visit<'_>, name: &str) -> Result<OutputPath> {
    let folder = out_folder(visit);
    app::create_output_folder(&folder)?;
    rules(visit).file(&folder.join(name))
}

fn parcels_page(visit: &Visit<'_>, faults: Vec<String>) -> Answered {
    parcels_page_with(visit, faults, false)
}

fn parcels_page_with(visit: &Visit<'_>, faults: Vec<String>, may_put_back: bool) -> Answered {
    let (messages, paths) = (visit.messages(), &visit.desk.paths);
    let known = app::offices(&paths.clean)?;
    let list = app::parcels(&paths.clean)?;
    let usable = || known.others.iter().filter(|office| office.revocation.is_none());
    let of_kind = |kind: CardKind| usable().filter(move |office| office.card.kind == kind);
    let incomplete = list.pieces.iter().map(|set| (set.name.clone(), app::pieces_missing(set, messages))).collect();
    let gap = |office: &&OfficeTraffic| !office.missing.is_empty();
    let missing = usable().filter(gap).map(|office| {
        let list = office.missing.join(", ");
        messages.labelled(&office.card.name, say!(messages, "office-line-missing", list).trim())
    });
    let sent = list.sent.iter().rev().map(|sent| {
        let state = match &sent.receipt_at {
            Some(at) => say!(messages, "parcel-line-receipt", at = words::moment(messages, at)),
            None => messages.text("parcel-line-waiting"),
        };
        (words::moment(messages, &sent.at), sent.name.clone(), sent.office.clone(), state, sent.receipt_at.is_some())
    });
    let received = list.received.into_iter().rev();
    frame::page(&ParcelsPage {
        frame: visit.frame("desk-task-parcels", "bato parcel list"),
        faults,
        has_key: known.own.is_some(),
        may_put_back,
        receive: format!("{PARCELS}/recevoir?{}={}", super::guard::KEY_FIELD, visit.session.form_key),
        offices: of_kind(CardKind::Office).map(|o| (o.card.code.clone(), o.card.name.clone())).collect(),
        has_safe: of_kind(CardKind::Safe).next().is_some(),
        files: app::files_to_send(&paths.raw),
        folder: shown_path(&out_folder(visit)),
        missing: missing.collect(),
        incomplete,
        sent: sent.collect(),
        sizes: [("9MB", 9_u64), ("60MB", 60)].map(|(code, n)| (code, words::size(messages, n << 20))).into(),
        received: received.map(|one| (words::moment(messages, &one.at), one.name, one.folder, one.receipt)).collect(),
    })
}

/// Seals the chosen files. Each must be one that the page lists.
fn send(visit: &Visit<'_>) -> Answered {
    let paths = &visit.desk.paths;
    let listed = app::files_to_send(&paths.raw);
    let chosen: Vec<PathBuf> = visit
        .form
        .all("fichier")
        .filter(|name| listed.iter().any(|own| own == name))
        .map(|name| paths.raw.join(name))
        .collect();
    let to: Vec<String> = visit.form.all("service").map(str::to_owned).collect();
    if chosen.is_empty() || to.is_empty() {
        let text = visit.messages().text("desk-parcels-nothing-chosen");
        return parcels_page(visit, vec![text]);
    }
    let folder = out_folder(visit);
    app::create_output_folder(&folder)?;
    let out = rules(visit).folder(&folder)?;
    let request = SealRequest {
        clean: &paths.clean,
        raw: &paths.raw,
        to: &to,
        kind: None,
        files: &chosen,
        out: &out,
        piece_bytes: size_of_pieces(visit)?,
        passphrase: visit.form.raw("phrase"),
        now: &host::now(),
    };
    let made = match app::seal_parcel(&request, &visit.access()?) {
        Err(fault) if is_of_form(&fault) => return parcels_page(visit, vec![words::error(visit.messages(), &fault)]),
        other => other?,
    };
    Ok(written(visit, "desk-parcels-sealed", &made.name, &made.paths))
}

/// Returns the chosen size of pieces, in bytes; `None` for a parcel in one file.
fn size_of_pieces(visit: &Visit<'_>) -> Result<Option<u64>> {
    Some(visit.form.get("morceaux")).filter(|size| !size.is_empty()).map(piece_size).transpose()
}

/// Says which files of a parcel were written, and where.
fn written(visit: &Visit<'_>, message: &'static str, name: &str, paths: &[PathBuf]) -> Answer {
    let names: Vec<String> =
        paths.iter().filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned())).collect();
    let (n, path) = (names.len(), shown_path(&out_folder(visit)));
    let notice = say!(visit.messages(), message, name, n, path, list = names.join(", "));
    visit.see_other(PARCELS, Some(notice))
}

/// Writes a parcel whose receipt has not come once more, or the pieces of it that the receiver asks for.
fn send_again(visit: &Visit<'_>) -> Answered {
    let (name, wanted, size) = (visit.form.get("colis"), visit.form.get("numeros"), size_of_pieces(visit)?);
    let numbers = || wanted.split(|c: char| !c.is_alphanumeric()).filter(|number| !number.is_empty());
    let only: Vec<usize> = numbers().filter_map(|number| number.parse().ok()).collect();
    if only.len() != numbers().count() || !only.is_empty() && size.is_none() {
        return parcels_page(visit, vec![visit.messages().text("desk-parcels-which-pieces")]);
    }
    let folder = out_folder(visit);
    app::create_output_folder(&folder)?;
    let out = rules(visit).folder(&folder)?;
    match app::resend_parcel(&visit.desk.paths.clean, name, size, &only, &out, &visit.access()?) {
        Err(fault) if is_of_form(&fault) => parcels_page(visit, vec![words::error(visit.messages(), &fault)]),
        other => Ok(written(visit, "desk-parcels-sent-again", name, &other?)),
    }
}

/// Removes the pieces of a parcel that will not come whole.
fn forget(visit: &Visit<'_>) -> Answered {
    let name = visit.form.get("colis");
    match app::forget_pieces(&visit.desk.paths.clean, name) {
        Err(fault) if is_of_form(&fault) => parcels_page(visit, vec![words::error(visit.messages(), &fault)]),
        other => {
            other?;
            Ok(visit.see_other(PARCELS, Some(say!(visit.messages(), "parcel-pieces-forgotten", name))))
        }
    }
}

/// Whether a fault is one of what was typed or chosen, and the form is shown again with it.
fn is_of_form(fault: &Error) -> bool {
    !matches!(fault.code, ErrorCode::Io | ErrorCode::DiskFull | ErrorCode::DiskFailed | ErrorCode::NoPermission)
}

/// Takes the files of a form: parcels and pieces, in any order. The passphrase comes before them.
fn receive(visit: &mut Visit<'_>) -> Answered {
    let (access, paths, now) = (visit.access()?, visit.desk.paths.clone(), host::now());
    let content_type = visit.content_type.clone();
    let (mut passphrase, mut lines, mut faults) = (String::new(), Vec::new(), Vec::new());
    let (mut again, mut is_removed) = (false, false);
    let lang_messages = visit.desk.messages(visit.session.lang);
    let cut = |e: std::io::Error| Error::new(ErrorCode::DepositCut).with("file", "").because(e);
    if let Some(mut parts) = Parts::new(&content_type, &mut *visit.body) {
        while let Some(part) = parts.next().map_err(cut)? {
            let Some(name) = part.file else {
                if part.name == "phrase" {
                    passphrase = field(&mut parts.content())?;
                }
                again |= part.name == "remettre";
                continue;
            };
            if name.is_empty() {
                continue;
            }
            let arrived = app::receive_file(&paths.clean, &mut parts.content())?;
            let file = &arrived.path();
            let request = OpenRequest { clean: &paths.clean, raw: &paths.raw, file, again, now: &now };
            match app::open_parcel(&request, &mut || Ok(passphrase.clone()), &access) {
                Ok(outcome) => lines.push(outcome),
                Err(mut fault) => {
                    is_removed |= fault.code == ErrorCode::ParcelRemoved;
                    // The path of a temporary file says nothing to the agent.
                    let paths = fault.args.iter_mut().filter(|(arg, _)| *arg == "path");
                    paths.for_each(|(_, path)| path.clone_from(&name));
                    faults.push(words::error(lang_messages, &fault));
                }
            }
        }
    }
    let messages = visit.messages();
    // Pieces that are missing stand on the page, once for each parcel: they are no success.
    let of_outcome = |outcome: &ParcelOutcome| match outcome {
        ParcelOutcome::Whole(parcel) => {
            let notes = app::parcel_notes(parcel, messages);
            Some([vec![app::parcel_opened(parcel, messages)], notes].concat().join(" "))
        }
        ParcelOutcome::Waiting(_) => None,
    };
    let notice = lines.iter().filter_map(of_outcome).collect::<Vec<_>>().join(" ");
    if faults.is_empty() && lines.is_empty() {
        return parcels_page(visit, vec![messages.text("desk-deposit-none-chosen")]);
    }
    if faults.is_empty() {
        return Ok(visit.see_other(PARCELS, Some(notice).filter(|notice| !notice.is_empty())));
    }
    let done = Some(notice).filter(|notice| !notice.is_empty());
    parcels_page_with(visit, done.into_iter().chain(faults).collect(), is_removed)
}

/// Reads a field of a form with files.
fn field(content: &mut impl Read) -> Result<String> {
    let mut text = String::new();
    let cut = |e: std::io::Error| Error::new(ErrorCode::DepositCut).with("file", "").because(e);
    content.take(MOST_FIELD).read_to_string(&mut text).map_err(cut)?;
    Ok(text)
}

fn enter_receipt(visit: &Visit<'_>) -> Answered {
    let access = visit.access()?;
    let taken = app::enter_receipt(&visit.desk.paths.clean, visit.form.get("recu"), access.who(), &host::now());
    let messages = visit.messages();
    let taken = match taken {
        Err(fault) => {
            // `BATO1 BOMA KIMB 17 …`: KIMB writes it and sends it to BOMA.
            let receiver = visit.form.get("recu").split_whitespace().nth(2).unwrap_or_default().to_uppercase();
            let own = app::offices(&visit.desk.paths.clean)?.own.map(|(own, _)| own.code);
            let text = match own {
                Some(own) if own == receiver => messages.text("desk-parcels-own-receipt"),
                _ => words::error(visit.messages(), &fault),
            };
            return parcels_page(visit, vec![text]);
        }
        Ok(taken) => taken,
    };
    let (name, office) = (&taken.name, &taken.office);
    let mut notice = say!(messages, if taken.is_known { "receipt-known" } else { "receipt-taken" }, name, office);
    if let Some(note) = app::receipt_note(&taken, messages) {
        notice = format!("{notice} {note}");
    }
    Ok(visit.see_other(PARCELS, Some(notice)))
}

fn offices_page(visit: &Visit<'_>, faults: Vec<String>) -> Answered {
    let messages = visit.messages();
    let known = app::offices(&visit.desk.paths.clean)?;
    let line = |office: &OfficeTraffic| {
        let mut facts = Vec::new();
        if let Some((at, reason)) = &office.revocation {
            facts.push(say!(messages, "office-line-revoked", at = words::moment(messages, at), reason = reason));
        }
        if office.card.kind == CardKind::Office {
            let (sent, waiting) = (office.n_sent, office.waiting.len());
            let (received, missing) = (office.n_received, office.missing.len());
            facts.push(say!(messages, "office-line-traffic", sent, waiting, received, missing));
        }
        if !office.log.is_empty() {
            facts.push(say!(messages, "office-line-log", value = &office.log));
        }
        if !office.earlier_logs.is_empty() {
            facts.push(say!(messages, "office-line-log-earlier", list = office.earlier_logs.join(", ")));
        }
        OfficeLine {
            code: office.card.code.clone(),
            name: office.card.name.clone(),
            words: office.card.fingerprint().to_owned(),
            is_safe: office.card.kind == CardKind::Safe,
            is_revoked: office.revocation.is_some(),
            facts,
        }
    };
    frame::page(&OfficesPage {
        frame: visit.frame("desk-parcels-offices", "bato office list"),
        faults,
        is_manager: visit.role >= Role::Manager,
        own: known.own.map(|(card, _)| (card.name.clone(), card.code.clone(), card.fingerprint().to_owned())),
        accept: format!("{OFFICES}/accepter?{}={}", super::guard::KEY_FIELD, visit.session.form_key),
        offices: known.others.iter().map(line).collect(),
    })
}

/// Runs an action on services; a fault of what was typed shows the page again.
fn act(visit: &Visit<'_>, action: impl FnOnce(&OfficeRequest<'_>) -> Result<String>) -> Answered {
    let (access, now, paths) = (visit.access()?, host::now(), &visit.desk.paths);
    let request = OfficeRequest { clean: &paths.clean, raw: &paths.raw, access: &access, now: &now };
    match action(&request) {
        Ok(notice) => Ok(visit.see_other(OFFICES, Some(notice))),
        Err(fault) if is_of_form(&fault) => offices_page(visit, vec![words::error(visit.messages(), &fault)]),
        Err(fault) => Err(fault.into()),
    }
}

fn of_card(visit: &Visit<'_>, id: &str, card: &OfficeCard) -> String {
    say!(visit.messages(), id, office = &card.name, code = &card.code, words = card.fingerprint())
}

fn new_office(visit: &Visit<'_>) -> Answered {
    let (form, code) = (&visit.form, visit.form.get("code"));
    act(visit, |request| {
        if form.raw("phrase") != form.raw("phrase2") {
            return Err(Error::new(ErrorCode::PassphraseDiffers));
        }
        let code = Some(code).filter(|code| !code.is_empty());
        let out = |card: &OfficeCard| out_file(visit, &card.file_name());
        let card = app::new_office(request, form.get("nom"), code, form.raw("phrase"), &out)?;
        let path = shown_path(&out_folder(visit).join(card.file_name()));
        let written = say!(visit.messages(), "office-card-written", path);
        Ok(format!("{} {written}", of_card(visit, "office-made", &card)))
    })
}

fn new_safe(visit: &Visit<'_>) -> Answered {
    let (form, code) = (&visit.form, visit.form.get("code"));
    act(visit, |request| {
        let page = out_file(visit, "coffre.html")?;
        let code = Some(code).filter(|code| !code.is_empty());
        let card = app::new_safe(request, form.get("nom"), code, &page, visit.messages())?;
        app::write_card(&card, &out_file(visit, &card.file_name())?)?;
        let (path, file) = (page.path(), shown_path(&out_folder(visit).join(card.file_name())));
        let next = say!(visit.messages(), "office-safe-next", path, card = file);
        Ok(format!("{} {next}", of_card(visit, "office-safe-made", &card)))
    })
}

fn print_key(visit: &Visit<'_>) -> Answered {
    let form = &visit.form;
    act(visit, |request| {
        let page = out_file(visit, "cle.html")?;
        app::print_key(request, form.raw("phrase"), &page, visit.messages())?;
        Ok(say!(visit.messages(), "office-printed", path = page.path()))
    })
}

fn write_card(visit: &Visit<'_>) -> Answered {
    act(visit, |request| {
        let card = app::own_card(request.clean)?;
        let path = out_file(visit, &card.file_name())?;
        app::write_card(&card, &path)?;
        Ok(say!(visit.messages(), "office-card-written", path = path.path()))
    })
}

fn revoke(visit: &Visit<'_>) -> Answered {
    let form = &visit.form;
    act(visit, |request| {
        let card = app::revoke_office(request, form.get("service"), form.get("raison"))?;
        Ok(of_card(visit, "office-revoked", &card))
    })
}

/// Accepts a card: the agent types the six words that the service read out by telephone.
fn accept(visit: &mut Visit<'_>) -> Answered {
    let content_type = visit.content_type.clone();
    let (mut typed, mut card) = (String::new(), None);
    let cut = |e: std::io::Error| Error::new(ErrorCode::DepositCut).with("file", "").because(e);
    if let Some(mut parts) = Parts::new(&content_type, &mut *visit.body) {
        while let Some(part) = parts.next().map_err(cut)? {
            match (part.file, part.name.as_str()) {
                (None, "mots") => typed = field(&mut parts.content())?,
                (Some(name), _) if !name.is_empty() => {
                    let text = String::from_utf8_lossy(&bytes_of_field(&mut parts.content())?).into_owned();
                    card = Some(OfficeCard::parse(&text));
                }
                _ => {}
            }
        }
    }
    act(visit, |request| {
        let card = card.unwrap_or_else(|| Err(Error::new(ErrorCode::OfficeCard)))?;
        let acceptance = AcceptanceRequest { card: &card, words: Some(&typed) };
        let is_new = app::accept_office(request, &acceptance, &|_| None)?;
        let id = match (is_new, card.kind) {
            (false, _) => "office-accepted-before",
            (true, CardKind::Office) => "office-accepted",
            (true, CardKind::Safe) => "office-safe-accepted",
        };
        Ok(of_card(visit, id, &card))
    })
}

fn bytes_of_field(content: &mut impl Read) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let cut = |e: std::io::Error| Error::new(ErrorCode::DepositCut).with("file", "").because(e);
    content.take(MOST_FIELD).read_to_end(&mut bytes).map_err(cut)?;
    Ok(bytes)
}
