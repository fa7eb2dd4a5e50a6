//! The checks of a request, in this order: its method, its host, its session, and for a form its origin and its key.
//!
//! The server is bound to an address of this computer, so other computers can't reach it. Other programs and web pages
//! on this computer can: each check keeps one of their ways out.

use oxhttp::model::header::{CONTENT_TYPE, COOKIE, HOST, HeaderMap, HeaderName, ORIGIN};
use oxhttp::model::{Body, Method, Request, StatusCode};

use super::form::Fields;
use super::key::is_same_key;
use super::sessions::{Session, Sessions};

/// The name of the cookie.
pub(super) const COOKIE_NAME: &str = "bato";
/// The field of a form that carries the key of the session.
pub(super) const KEY_FIELD: &str = "cle";

/// Why a request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Neither a page is asked for nor a form sent.
    Method,
    /// The request is for another host: a name that was made to lead here.
    Host,
    /// The browser was not let in.
    NotEntered,
    /// Another page sent the request.
    Origin,
    /// The form lacks the key of the session: it is of an earlier one, or made by another page.
    FormKey,
    /// The browser is too old to show the pages.
    Browser,
    /// The form is too long or breaks off.
    Body,
}

impl Refusal {
    /// The status of the answer.
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Host => StatusCode::MISDIRECTED_REQUEST,
            Self::NotEntered | Self::Origin | Self::FormKey => StatusCode::FORBIDDEN,
            Self::Browser | Self::Body => StatusCode::BAD_REQUEST,
        }
    }

    /// The code of its message.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Method => "method",
            Self::Host => "host",
            Self::NotEntered => "not-entered",
            Self::Origin => "origin",
            Self::FormKey => "form-key",
            Self::Browser => "browser",
            Self::Body => "body",
        }
    }
}

/// A header that occurs once; "" if it does not occur, `None` if it occurs twice or is no text.
fn single(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Some(""),
        (Some(value), None) => value.to_str().ok(),
        _ => None,
    }
}

/// Checks method and host, which hold for every path.
///
/// # Errors
/// Why the request is refused.
pub(super) fn check_target(request: &Request<Body>, address: &str) -> Result<(), Refusal> {
    if ![Method::GET, Method::HEAD, Method::POST].contains(request.method()) {
        return Err(Refusal::Method);
    }
    // The whole of it: a prefix or another port is another host. A request line may name a host, too.
    let of_uri = request.uri().authority().map_or(address, |authority| authority.as_str());
    if single(request.headers(), HOST) != Some(address) || of_uri != address {
        return Err(Refusal::Host);
    }
    Ok(())
}

/// Returns the session of the request's cookie.
///
/// # Errors
/// `NotEntered` without one.
pub(super) fn session_of(request: &Request<Body>, sessions: &Sessions) -> Result<Session, Refusal> {
    let cookies = single(request.headers(), COOKIE).ok_or(Refusal::NotEntered)?;
    let cookie = cookies.split(';').find_map(|cookie| cookie.trim().strip_prefix(COOKIE_NAME)?.strip_prefix('='));
    cookie.and_then(|cookie| sessions.of_cookie(cookie)).ok_or(Refusal::NotEntered)
}

/// Checks where the request comes from.
///
/// # Errors
/// `Origin` for the request of another page.
pub(super) fn check_origin(request: &Request<Body>, address: &str) -> Result<(), Refusal> {
    let headers = request.headers();
    let site = single(headers, HeaderName::from_static("sec-fetch-site")).ok_or(Refusal::Origin)?;
    if request.method() != Method::POST {
        // A link that was typed or kept has `none`; a page of another site must not even read a picture.
        return if ["", "none", "same-origin"].contains(&site) { Ok(()) } else { Err(Refusal::Origin) };
    }
    let origin = single(headers, ORIGIN).ok_or(Refusal::Origin)?;
    let is_own = origin.strip_prefix("http://") == Some(address) && ["", "same-origin"].contains(&site);
    if is_own { Ok(()) } else { Err(Refusal::Origin) }
}

/// Reads the form and checks its key. The key of a form with files stands after `?`: the files are read later.
///
/// # Errors
/// `FormKey`, `Body`.
pub(super) fn checked_form(request: &mut Request<Body>, query: &Fields, session: &Session) -> Result<Fields, Refusal> {
    let content_type = single(request.headers(), CONTENT_TYPE).unwrap_or("").to_owned();
    let (form, key) = if content_type.starts_with("application/x-www-form-urlencoded") {
        let form = Fields::read(request.body_mut()).ok_or(Refusal::Body)?;
        let key = form.raw(KEY_FIELD).to_owned();
        (form, key)
    } else {
        (Fields::default(), query.raw(KEY_FIELD).to_owned())
    };
    if is_same_key(&key, &session.form_key) { Ok(form) } else { Err(Refusal::FormKey) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bato::messages::Lang;

    const ADDRESS: &str = "127.9.8.7:8157";

    fn request(method: &str, headers: &[(&str, &str)]) -> Request<Body> {
        let mut request = Request::builder().method(method).uri("/juger");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(Body::empty()).unwrap()
    }

    #[test]
    fn another_host_or_method_is_refused() {
        assert_eq!(check_target(&request("GET", &[("host", ADDRESS)]), ADDRESS), Ok(()));
        for host in ["127.9.8.7", "127.9.8.7:81570", "127.9.8.7:8158", "evil.example:8157", "localhost:8157", ""] {
            assert_eq!(check_target(&request("GET", &[("host", host)]), ADDRESS), Err(Refusal::Host), "{host}");
        }
        let twice = request("GET", &[("host", ADDRESS), ("host", "evil.example")]);
        assert_eq!(check_target(&twice, ADDRESS), Err(Refusal::Host));
        for method in ["PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "PATCH"] {
            assert_eq!(check_target(&request(method, &[("host", ADDRESS)]), ADDRESS), Err(Refusal::Method));
        }
        let mut other = request("GET", &[("host", ADDRESS)]);
        *other.uri_mut() = "http://evil.example/juger".parse().unwrap();
        assert_eq!(check_target(&other, ADDRESS), Err(Refusal::Host));
    }

    #[test]
    fn a_form_needs_the_origin_of_the_desk() {
        let own = format!("http://{ADDRESS}");
        let check = |method: &str, headers: &[(&str, &str)]| check_origin(&request(method, headers), ADDRESS);
        assert_eq!(check("POST", &[("origin", &own)]), Ok(()));
        assert_eq!(check("POST", &[("origin", &own), ("sec-fetch-site", "same-origin")]), Ok(()));
        for origin in ["null", "", "http://127.9.8.7", "http://127.9.8.7:8158", "https://127.9.8.7:8157"] {
            assert_eq!(check("POST", &[("origin", origin)]), Err(Refusal::Origin), "{origin}");
        }
        assert_eq!(check("POST", &[]), Err(Refusal::Origin));
        for site in ["cross-site", "same-site", "none"] {
            assert_eq!(check("POST", &[("origin", &own), ("sec-fetch-site", site)]), Err(Refusal::Origin), "{site}");
        }
        assert_eq!(check("GET", &[("sec-fetch-site", "none")]), Ok(()));
        for site in ["cross-site", "same-site"] {
            assert_eq!(check("GET", &[("sec-fetch-site", site)]), Err(Refusal::Origin), "{site}");
        }
    }

    #[test]
    fn a_session_needs_its_cookie_and_a_form_its_key() {
        let sessions = Sessions::new("a".repeat(32));
        let (session, _) = sessions.enter(&"a".repeat(32), Lang::Fr).unwrap();
        let cookie = format!("other=1; bato={}", session.cookie);
        assert!(session_of(&request("GET", &[("cookie", &cookie)]), &sessions).is_ok());
        for wrong in ["", "bato=", "bato=0", "xbato=1", &format!("bato={}", session.form_key)] {
            let refused = session_of(&request("GET", &[("cookie", wrong)]), &sessions);
            assert_eq!(refused.err(), Some(Refusal::NotEntered), "{wrong}");
        }
        let form = |text: &str, content_type: &str| {
            let mut request = request("POST", &[("content-type", content_type)]);
            *request.body_mut() = Body::from(text.to_owned());
            checked_form(&mut request, &Fields::default(), &session)
        };
        let urlencoded = "application/x-www-form-urlencoded";
        assert!(form(&format!("a=1&cle={}", session.form_key), urlencoded).is_ok());
        assert_eq!(form("a=1", urlencoded), Err(Refusal::FormKey));
        assert_eq!(form(&format!("cle={}", session.cookie), urlencoded), Err(Refusal::FormKey));
        // A page of another site can send this type without being asked.
        assert_eq!(form(&format!("cle={}", session.form_key), "text/plain"), Err(Refusal::FormKey));
        let long = format!("cle={}&a={}", session.form_key, "x".repeat(2 << 20));
        assert_eq!(form(&long, urlencoded), Err(Refusal::Body));
    }
}
