//! Starts the desk and answers requests until it is ended.

use std::net::SocketAddrV4;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use bato::app;
use bato::backup::RegisterPaths;
use bato::error::{Error, ErrorCode, Result};
use bato::messages::{Lang, Messages};
use oxhttp::Server;
use oxhttp::model::header::{CONTENT_TYPE, HeaderMap, HeaderName, USER_AGENT};
use oxhttp::model::{Body, Method, Request, Response};

use super::agents::{Agents, Role};
use super::answer::{Answer, set};
use super::browser;
use super::deposit_checks::DepositChecks;
use super::form::Fields;
use super::frame;
use super::guard::{self, COOKIE_NAME, Refusal};
use super::instance::{DeskFolder, RegisterLock, Running};
use super::job::Jobs;
use super::key::random_key;
use super::routes;
use super::sessions::Sessions;
use super::visit::{Desk, Visit};

/// A request or an answer may stand still for so long.
const TIMEOUT: Duration = Duration::from_secs(30);
/// Most connections at a time: a browser opens six.
const CONNECTIONS: usize = 64;
/// How long the last answer has to reach the browser.
const LAST_ANSWER: Duration = Duration::from_millis(300);

/// The path that lets a browser in.
const ENTRY: &str = "entrer";

/// The register that a desk works on, and how it begins.
pub(crate) struct DeskPlace {
    /// The folders and the settings file.
    pub(crate) paths: RegisterPaths,
    /// Whether the settings file was named.
    pub(crate) names_config: bool,
    /// The language of the first pages.
    pub(crate) lang: Lang,
    /// The program, as it describes itself.
    pub(crate) program: &'static str,
}

/// Serves the desk until it is ended. Before that it calls `announce` with its address, the page that the browser is to
/// be opened on, and whether the desk ran already: then it returns at once.
///
/// # Errors
/// `desk-elsewhere` if another account or computer has the desk of the register open; `desk-no-port`,
/// `desk-no-chance`, `desk-folder`, `desk-agents`; those of the file system.
pub(crate) fn serve(place: DeskPlace, announce: impl FnOnce(&str, &Path, bool)) -> Result<()> {
    app::hash_files_once();
    let (register, lock) = match RegisterLock::take(&place.paths.clean)? {
        Ok(taken) => taken,
        Err(held) => {
            let running = held.running().ok_or_else(|| Error::new(ErrorCode::DeskStarting))?;
            // Only the account of that desk, on its computer, can read the page.
            if running.computer != computer() || std::fs::File::open(&running.entry_page).is_err() {
                let Running { address, computer, .. } = running;
                return Err(Error::new(ErrorCode::DeskElsewhere).with("address", address).with("computer", computer));
            }
            announce(&running.address, &running.entry_page, true);
            return Ok(());
        }
    };
    // That of a desk that was killed.
    register.forget_running();
    let folder = DeskFolder::of(&place.paths.clean)?;
    let agents = Agents::read(folder.clone())?;
    let entry_key = random_key().ok_or_else(|| Error::new(ErrorCode::DeskNoChance))?;
    let (listener, socket) = folder.listen()?;
    let address = socket.to_string();
    let (end, ended) = mpsc::channel();
    let jobs = jobs_of(&place)?;
    let desk = Desk {
        course: app::course_root(&place.paths.clean),
        paths: place.paths,
        names_config: place.names_config,
        address: address.clone(),
        folder: folder.clone(),
        sessions: Sessions::new(entry_key.clone()),
        agents,
        jobs,
        checks: DepositChecks::default(),
        lang: place.lang,
        messages: Default::default(),
        end,
    };
    // The server binds the address itself.
    drop(listener);
    start(desk, socket).map_err(|e| Error::new(ErrorCode::DeskNoPort).with("first", socket.port()).because(e))?;
    write_entry_page(&folder, &Messages::new(place.lang), &address, &entry_key)?;
    let running = Running {
        pid: std::process::id(),
        address: address.clone(),
        program: place.program.to_owned(),
        computer: computer(),
        entry_page: folder.entry_page(),
    };
    register.announce(&running)?;
    announce(&address, &folder.entry_page(), false);
    // Fails only if the server is gone.
    let _ = ended.recv();
    std::thread::sleep(LAST_ANSWER);
    folder.forget_entry_page();
    register.forget_running();
    drop(lock);
    Ok(())
}

/// The name of this computer; "" if it has none.
fn computer() -> String {
    whoami::hostname().unwrap_or_default()
}

/// The work of the register: its runs are of this program, on the same folders.
fn jobs_of(place: &DeskPlace) -> Result<Jobs> {
    let program = std::env::current_exe().map_err(|e| Error::io(Path::new("bato"), &e))?;
    let paths = &place.paths;
    let mut options = vec![PathBuf::from("--raw"), paths.raw.clone(), PathBuf::from("--clean"), paths.clean.clone()];
    if place.names_config {
        options.extend([PathBuf::from("--config"), paths.config.clone()]);
    }
    Ok(Jobs::new(program, &paths.clean, options))
}

fn start(desk: Desk, socket: SocketAddrV4) -> std::io::Result<()> {
    let answer = move |request: &mut Request<Body>| {
        let answered = catch_unwind(AssertUnwindSafe(|| answer(&desk, request)));
        let mut response = answered.unwrap_or_else(|_| frame::failure(&desk)).into_response();
        add_headers(&mut response);
        if request.method() == Method::HEAD {
            *response.body_mut() = Body::empty();
        }
        response
    };
    Server::new(answer)
        .bind(socket)
        .with_global_timeout(TIMEOUT)
        .with_max_concurrent_connections(CONNECTIONS)
        .spawn()
        .map(drop)
}

/// Writes the page that the browser is opened on: the key never stands on a command line, which others can read.
fn write_entry_page(folder: &DeskFolder, messages: &Messages, address: &str, key: &str) -> Result<()> {
    folder.write_entry_page(&frame::leading_on(messages, &format!("http://{address}/{ENTRY}?cle={key}")))
}

/// Adds what every answer says to the browser: nothing from elsewhere, no frame around it, nothing kept.
fn add_headers(response: &mut Response<Body>) {
    const HEADERS: [(&str, &str); 7] = [
        (
            "content-security-policy",
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
        ),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("cache-control", "no-store"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ];
    for (name, value) in HEADERS {
        let name = HeaderName::from_static(name);
        // A report has a policy of its own.
        if !response.headers().contains_key(&name) {
            set(response, name, value);
        }
    }
}

/// The language that the browser asks for, if the desk has it.
fn preferred_lang(headers: &HeaderMap) -> Option<Lang> {
    Lang::from_code(headers.get("accept-language")?.to_str().ok()?)
}

fn answer(desk: &Desk, request: &mut Request<Body>) -> Answer {
    let lang = preferred_lang(request.headers()).unwrap_or(desk.lang);
    checked_answer(desk, request).unwrap_or_else(|refusal| frame::refusal(desk, lang, refusal))
}

/// Checks a request and answers it.
fn checked_answer(desk: &Desk, request: &mut Request<Body>) -> std::result::Result<Answer, Refusal> {
    guard::check_target(request, &desk.address)?;
    let user_agent = request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or("");
    if browser::is_too_old(user_agent) {
        return Err(Refusal::Browser);
    }
    let path: Vec<String> = parts_of(request.uri().path());
    let query = Fields::parse(request.uri().query().unwrap_or("").as_bytes());
    let is_post = request.method() == Method::POST;
    if path.first().is_some_and(|first| first == ENTRY) && !is_post {
        return enter(desk, request, query.raw("cle"));
    }
    guard::check_origin(request, &desk.address)?;
    if let (Some(asset), false) = (asset(&path), is_post) {
        return Ok(asset);
    }
    let session = guard::session_of(request, &desk.sessions)?;
    let form = if is_post { guard::checked_form(request, &query, &session)? } else { Fields::default() };
    let content_type =
        request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("").to_owned();
    // An agent who was removed from the list meanwhile has no role.
    let role = session.agent.as_ref().and_then(|name| desk.agents.named(name)).map(|agent| agent.role);
    let mut session = session;
    if role.is_none() {
        session.agent = None;
    }
    let mut visit = Visit {
        desk,
        session,
        role: role.unwrap_or(Role::Reading),
        path,
        is_post,
        query,
        form,
        content_type,
        body: request.body_mut(),
    };
    Ok(routes::answer(&mut visit).unwrap_or_else(|fault| frame::fault(&visit, &fault)))
}

/// The parts of a path, decoded.
fn parts_of(path: &str) -> Vec<String> {
    let decoded = |part: &str| {
        // `+` is a blank in forms alone.
        let field = format!("x={}", part.replace('+', "%2B").replace('&', "%26"));
        Fields::parse(field.as_bytes()).raw("x").to_owned()
    };
    path.split('/').filter(|part| !part.is_empty()).map(decoded).collect()
}

/// Lets a browser in by the key of the entry page.
fn enter(desk: &Desk, request: &Request<Body>, key: &str) -> std::result::Result<Answer, Refusal> {
    if guard::session_of(request, &desk.sessions).is_ok() {
        // The browser is in already: it went back to this page, or the icon was clicked again.
        return Ok(Answer::Page(frame::leading_on(desk.messages(desk.lang), "/")));
    }
    let (session, next_key) = desk.sessions.enter(key, desk.lang).ok_or(Refusal::NotEntered)?;
    let messages = desk.messages(desk.lang);
    // If it can't be written, the desk must be started again to let another browser in.
    let _ = write_entry_page(&desk.folder, messages, &desk.address, &next_key);
    let cookie = format!("{COOKIE_NAME}={}; Path=/; HttpOnly; SameSite=Strict", session.cookie);
    // The browser sends the cookie with a request that a page of the desk begins, not with one that a file begins.
    Ok(Answer::Entered(cookie, frame::leading_on(messages, "/")))
}

/// The files that pages need.
fn asset(path: &[String]) -> Option<Answer> {
    match path {
        [name] if name == "desk.css" => Some(Answer::Asset("text/css; charset=utf-8", include_str!("pages/desk.css"))),
        [name] if name == "desk.js" => {
            Some(Answer::Asset("text/javascript; charset=utf-8", include_str!("pages/desk.js")))
        }
        [name] if name == "favicon.ico" => Some(Answer::Asset("image/svg+xml", include_str!("pages/icon.svg"))),
        _ => None,
    }
}

/// Opens the browser on a file. Where there is none, the address on the screen is all.
pub(crate) fn open_browser(page: &Path) -> bool {
    if cfg!(windows) {
        return windows_desktop::open(page);
    }
    let programs = if cfg!(target_os = "macos") { &["open"][..] } else { &["xdg-open", "gio"][..] };
    programs.iter().any(|program| {
        let mut command = std::process::Command::new(program);
        if *program == "gio" {
            command.arg("open");
        }
        let null = std::process::Stdio::null;
        command.arg(absolute(page)).stdin(null()).stdout(null()).stderr(null()).spawn().is_ok()
    })
}

fn absolute(page: &Path) -> PathBuf {
    std::path::absolute(page).unwrap_or_else(|_| page.to_owned())
}
