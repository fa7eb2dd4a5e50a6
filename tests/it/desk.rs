//! The desk in the browser: who is let in, what is refused, and each task by keyboard alone.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use crate::door::{Commune, browser_tools, has, has_browser, project, some_files, succeed};

/// A desk that runs; it is killed when dropped.
pub(crate) struct Desk {
    child: Child,
    /// Address and port.
    pub(crate) address: String,
    /// The page that lets a browser in.
    pub(crate) entry_page: PathBuf,
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Desk {
    /// Starts the desk of a commune.
    pub(crate) fn start(commune: &Commune) -> Self {
        Self::of(Self::command(commune))
    }

    /// Starts a desk by its command.
    pub(crate) fn of(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let line = |from: &mut dyn Read| {
            let mut line = String::new();
            BufReader::new(from).read_line(&mut line).unwrap();
            line.trim().to_owned()
        };
        let address = line(child.stdout.as_mut().unwrap());
        let told = line(child.stderr.as_mut().unwrap());
        let address = address.strip_prefix("http://").unwrap_or_else(|| panic!("{address} {told}")).to_owned();
        let entry_page = PathBuf::from(told.rsplit(": ").next().unwrap().trim());
        Self { child, address, entry_page }
    }

    pub(crate) fn command(commune: &Commune) -> Command {
        let mut command = commune.command(&["desk", "--no-browser"]);
        command.env("XDG_STATE_HOME", commune.raw().with_file_name("state"));
        command
    }

    /// The key that lets one browser in.
    fn entry_key(&self) -> String {
        let page = std::fs::read_to_string(&self.entry_page).unwrap();
        page.split("cle=").nth(1).unwrap().chars().take_while(char::is_ascii_hexdigit).collect()
    }

    /// Sends a request and returns status, headers and body.
    fn ask(&self, request: &str) -> Reply {
        self.ask_bytes(request.as_bytes())
    }

    fn ask_bytes(&self, request: &[u8]) -> Reply {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request).unwrap();
        let mut text = Vec::new();
        stream.read_to_end(&mut text).unwrap();
        let text = String::from_utf8_lossy(&text).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Reply { status, head: head.to_lowercase(), body: body.to_owned() }
    }

    /// The number of its process.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn get(&self, path: &str, headers: &[&str]) -> Reply {
        let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{headers}\r\n", self.address))
    }

    pub(crate) fn post(&self, path: &str, headers: &[&str], form: &str) -> Reply {
        let headers = [&["Content-Type: application/x-www-form-urlencoded"], headers].concat();
        self.post_body(path, &headers, form.as_bytes())
    }

    /// Sends a body; its type is among the headers.
    pub(crate) fn post_body(&self, path: &str, headers: &[&str], body: &[u8]) -> Reply {
        let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
        let (address, n) = (&self.address, body.len());
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {n}\r\n{headers}\r\n"
        );
        self.ask_bytes(&[head.as_bytes(), body].concat())
    }

    /// Lets a browser in: its header with the cookie, and the key of its forms.
    pub(crate) fn enter(&self) -> (String, String) {
        let reply = self.get(&format!("/entrer?cle={}", self.entry_key()), &[]);
        assert_eq!(reply.status, 200, "{}", reply.body);
        let cookie = reply.head.split("set-cookie: ").nth(1).unwrap().split(';').next().unwrap();
        let cookie = format!("Cookie: {cookie}");
        let page = self.get("/qui", &[&cookie]).body;
        let key = page.split("name=\"cle\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        (cookie, key)
    }
}

pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

/// A commune with a register.
fn registered() -> Commune {
    let commune = Commune::with(&some_files());
    commune.run();
    commune
}

#[test]
fn nobody_is_let_in_but_by_the_key_of_the_account() {
    let desk_of = registered();
    let desk = Desk::start(&desk_of);
    let own = format!("Origin: http://{}", desk.address);
    for path in ["/", "/qui", "/chercher", "/personne/P-1", "/fermer", "/nowhere"] {
        let reply = desk.get(path, &[]);
        assert_eq!(reply.status, 403, "{path}");
        assert!(reply.body.contains("icône"), "{}", reply.body);
        assert_eq!(desk.post(path, &[&own], "cle=0").status, 403, "{path}");
    }
    for key in ["", "0", &"0".repeat(32)] {
        assert_eq!(desk.get(&format!("/entrer?cle={key}"), &[]).status, 403);
    }
    let first = desk.entry_key();
    let (cookie, key) = desk.enter();
    assert_eq!(desk.get(&format!("/entrer?cle={first}"), &[]).status, 403, "a key is good for one time");
    assert_ne!(desk.entry_key(), first);
    assert_eq!(desk.get("/qui", &[&cookie]).status, 200);
    // Without a name there is no page but this one.
    assert_eq!(desk.get("/chercher", &[&cookie]).status, 303);
    let who = format!("cle={key}&nom=Ruth+Mwamba&motif=Contr%C3%B4le");
    assert_eq!(desk.post("/qui", &[&cookie, &own], &who).status, 303);
    assert_eq!(desk.get("/chercher", &[&cookie]).status, 200);
    assert_eq!(desk.get("/nowhere", &[&cookie]).status, 404);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&desk.entry_page), mode(desk.entry_page.parent().unwrap())), (0o600, 0o700));
    }
}

#[test]
fn what_another_page_or_name_sends_is_refused() {
    let commune = registered();
    let desk = Desk::start(&commune);
    let (cookie, key) = desk.enter();
    let own = format!("Origin: http://{}", desk.address);
    let form = format!("cle={key}&nom=Ruth&motif=x");
    // A name that was made to lead to this computer.
    for host in ["evil.example", "localhost:8157", "127.0.0.1", &desk.address.replace(':', ".evil.example:")] {
        let reply = desk.ask(&format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{cookie}\r\n\r\n"));
        assert_eq!(reply.status, 421, "{host}");
    }
    // A page on another port, in a frame without an origin, or of another site.
    let port = format!("Origin: http://{}", desk.address.replace(":8", ":9"));
    for origin in [port.as_str(), "Origin: null", "Origin: https://evil.example", "X-Other: 1"] {
        assert_eq!(desk.post("/qui", &[&cookie, origin], &form).status, 403, "{origin}");
    }
    for site in ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Sec-Fetch-Site: none"] {
        assert_eq!(desk.post("/qui", &[&cookie, &own, site], &form).status, 403, "{site}");
    }
    assert_eq!(desk.get("/chercher", &[&cookie, "Sec-Fetch-Site: cross-site"]).status, 403);
    assert_eq!(desk.get("/desk.css", &["Sec-Fetch-Site: cross-site"]).status, 403);
    // A form without the key, with that of another session, and without a cookie.
    assert_eq!(desk.post("/qui", &[&cookie, &own], "nom=Ruth&motif=x").status, 403);
    let (_, other) = desk.enter();
    assert_eq!(desk.post("/qui", &[&cookie, &own], &form.replace(&key, &other)).status, 403);
    assert_eq!(desk.post("/qui", &[&own], &form).status, 403);
    for method in ["PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"] {
        let reply = desk
            .ask(&format!("{method} / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{cookie}\r\n\r\n", desk.address));
        assert_eq!(reply.status, 405, "{method}");
    }
    // A browser that can't show the pages is told which can.
    let old = desk.get("/qui", &[&cookie, "User-Agent: Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko"]);
    assert!(old.status == 400 && old.body.contains("Firefox 115"), "{}", old.body);
    // None of it chose a name; the own page does.
    assert_eq!(desk.get("/chercher", &[&cookie]).status, 303);
    let reply = desk.post("/qui", &[&cookie, &own, "Sec-Fetch-Site: same-origin"], &form);
    assert_eq!(reply.status, 303, "{}", reply.body);
    for path in ["/", "/desk.css", "/nowhere", "/entrer?cle=1"] {
        let head = desk.get(path, &[&cookie]).head;
        for header in [
            "content-security-policy: default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
            "referrer-policy: no-referrer",
            "x-content-type-options: nosniff",
            "cache-control: no-store",
        ] {
            assert!(head.contains(header), "{path}: {header}: {head}");
        }
    }
}

#[test]
fn what_is_sent_badly_ends_nothing() {
    let commune = registered();
    let desk = Desk::start(&commune);
    let (cookie, key) = desk.enter();
    let own = format!("Origin: http://{}", desk.address);
    let address = &desk.address;
    // Half a request is left standing; others are answered meanwhile.
    let mut half = TcpStream::connect(address).unwrap();
    half.write_all(format!("POST /qui HTTP/1.1\r\nHost: {address}\r\n").as_bytes()).unwrap();
    for bad in [
        "\r\n\r\n".to_owned(),
        "GET\r\n\r\n".to_owned(),
        format!("GET / HTTP/9.9\r\nHost: {address}\r\n\r\n"),
        format!("GET /{} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n", "a".repeat(20_000)),
        format!("GET / HTTP/1.1\r\nHost: {address}\r\nHost: {address}\r\nConnection: close\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: {address}\r\nCookie: bato=\u{1}\r\nConnection: close\r\n\r\n"),
    ] {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(bad.as_bytes()).unwrap();
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut reply = Vec::new();
        let _ = stream.read_to_end(&mut reply);
        assert!(!String::from_utf8_lossy(&reply).contains(" 200 "), "{bad:?}");
    }
    let long = format!("cle={key}&nom={}", "x".repeat(2 << 20));
    assert_eq!(desk.post("/qui", &[&cookie, &own], &long).status, 400);
    // Markup in a name is text.
    let markup = format!("cle={key}&nom=%3Cscript%3Ealert(1)%3C%2Fscript%3E&motif=x");
    assert_eq!(desk.post("/qui", &[&cookie, &own], &markup).status, 303);
    let page = desk.get("/", &[&cookie]).body;
    assert!(page.contains("alert(1)") && !page.contains("<script>"), "{page}");
    for path in ["/%2e%2e/%2e%2e/etc/passwd", "/personne/..%2f..%2fbato.toml", "/personne/%00", "//evil.example/"] {
        assert_eq!(desk.get(path, &[&cookie]).status, 404, "{path}");
    }
    // The language leads back to a page of the desk alone.
    for elsewhere in ["//evil.example", "https://evil.example", "/\\evil.example", ""] {
        let reply = desk.post("/langue", &[&cookie, &own], &format!("cle={key}&langue=nl&de={elsewhere}"));
        assert!(reply.head.contains("location: /\r\n"), "{elsewhere}: {}", reply.head);
    }
}

#[test]
fn a_second_start_shows_the_first_desk_and_a_killed_one_is_taken_over() {
    let commune = registered();
    let mut desk = Desk::start(&commune);
    let second = Desk::command(&commune).output().unwrap();
    assert!(second.status.success());
    assert_eq!(String::from_utf8_lossy(&second.stdout).trim(), format!("http://{}", desk.address));
    let (cookie, _) = desk.enter();
    desk.child.kill().unwrap();
    desk.child.wait().unwrap();
    let third = Desk::start(&commune);
    // Its address stays, so a page that was left open finds it again, and says that one must enter.
    assert_eq!(third.address.split(':').next(), desk.address.split(':').next());
    assert_eq!(third.get("/", &[&cookie]).status, 403);
    let (cookie, key) = third.enter();
    let own = format!("Origin: http://{}", third.address);
    third.post("/qui", &[&cookie, &own], &format!("cle={key}&nom=Ruth&motif=x"));
    assert_eq!(third.post("/fermer", &[&cookie, &own], &format!("cle={key}&fermer=1")).status, 200);
    let mut third = third;
    assert!(third.child.wait().unwrap().success());
    assert!(!third.entry_page.exists());
}

#[test]
fn roles_and_pins_hold() {
    let commune = registered();
    let desk = Desk::start(&commune);
    let (cookie, key) = desk.enter();
    let own = format!("Origin: http://{}", desk.address);
    let post = |path: &str, form: &str| desk.post(path, &[&cookie, &own], &format!("cle={key}&{form}"));
    assert_eq!(post("/qui", "nom=Ruth&motif=x&pin=12").status, 200, "too short");
    assert_eq!(post("/qui", "nom=Ruth&motif=x&pin=1234").status, 303);
    assert_eq!(post("/agents", "nom=Jean&role=reading").status, 303);
    assert_eq!(post("/agents", "nom=Ruth&retirer=1").status, 200, "the last manager stays");
    // The next one chooses a name: Ruth needs her PIN, Jean may not change the list.
    post("/fermer", "quitter=1");
    assert_eq!(post("/qui", "nom=Ruth&motif=x&pin=4321").status, 200);
    assert_eq!(post("/qui", "nom=Nobody&motif=x").status, 200);
    assert_eq!(post("/qui", "nom=Jean&motif=").status, 200, "no reason");
    assert_eq!(post("/qui", "nom=Jean&motif=x").status, 303);
    assert_eq!(desk.get("/agents", &[&cookie]).status, 403);
    assert_eq!(post("/agents", "nom=Jean&role=manager").status, 403);
    // Whoever looks somebody up is in the log under that name, with the reason.
    assert_eq!(post("/chercher", "texte=Kabongo").status, 303);
    assert_eq!(desk.get("/chercher/1", &[&cookie]).status, 200);
    let log = commune.bato(&["log"]).out;
    assert!(log.contains("Jean") && log.contains("find") && log.contains("Kabongo"), "{log}");
    // Wrong PINs in a row make one wait, even with the right one.
    post("/fermer", "quitter=1");
    for _ in 0..5 {
        post("/qui", "nom=Ruth&motif=x&pin=0000");
    }
    assert_eq!(post("/qui", "nom=Ruth&motif=x&pin=1234").status, 200);
    let list = std::fs::read_to_string(desk.entry_page.with_file_name("agents.json")).unwrap();
    assert!(list.contains("Ruth") && !list.contains("1234"), "a PIN is kept as its hash: {list}");
}

#[test]
fn every_task_works_in_a_browser_by_keyboard_alone() {
    if !has_browser() {
        return;
    }
    let commune = registered();
    let tools = browser_tools();
    let out = std::env::var_os("BATO_PICTURES").map_or_else(|| commune.raw().with_file_name("seen"), PathBuf::from);
    std::fs::create_dir_all(&out).unwrap();
    for lang in ["fr", "nl", "en"] {
        let desk = Desk::start(&commune);
        let mut script = Command::new("node");
        script.arg("desk/desk.mjs").arg(&desk.entry_page).arg(&desk.address).arg(&out).arg(lang).current_dir(&tools);
        println!("{}", succeed(&mut script));
    }
}

#[test]
fn the_desk_works_in_firefox() {
    let geckodriver = std::env::var("GECKODRIVER").unwrap_or_else(|_| "geckodriver".to_owned());
    let python = project().join("target/notebooks/bin/python");
    let is_there = has("firefox-esr", "firefox-esr")
        && has(&geckodriver, "geckodriver, made by: cargo install geckodriver")
        && has(python.to_str().unwrap(), "target/notebooks with tests/desk/requirements.txt");
    if !is_there {
        return;
    }
    let commune = registered();
    let desk = Desk::start(&commune);
    let mut script = Command::new(python);
    script.arg(project().join("tests/desk/firefox.py")).arg(&desk.entry_page).args([&desk.address, &geckodriver]);
    println!("{}", succeed(&mut script));
}
