//! What a page gives back to the browser.

use oxhttp::model::header::{
    CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION, SET_COOKIE,
};
use oxhttp::model::{Body, Response, StatusCode};

/// Returns what the page of a report may do: show its own styles and pictures, and run the script of reports, which
/// saves charts. It has no other script and no form, and the sandbox gives it an origin of its own, apart from the
/// session of the desk.
fn report_policy() -> String {
    let script = bato::app::report_script_source();
    format!(
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src {script}; frame-ancestors 'none'; \
         base-uri 'none'; form-action 'none'; sandbox allow-modals allow-downloads allow-scripts"
    )
}

/// An answer without the headers that all answers have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    /// A page.
    Page(String),
    /// A page with a status of its own, such as 404.
    Fault(StatusCode, String),
    /// A page, with the cookie of a new session.
    Entered(String, String),
    /// What every form answers: look at this path.
    SeeOther(String),
    /// Data for the script of a page.
    Json(String),
    /// A file of the program: its content type and text.
    Asset(&'static str, &'static str),
    /// A page that this program wrote with styles of its own: it is shown without any other script than that of
    /// reports, and apart from all pages.
    Report(Vec<u8>),
    /// A file to save, under a fixed name.
    Download(&'static str, Vec<u8>),
}

impl Answer {
    /// The answer as HTTP sends it.
    pub(super) fn into_response(self) -> Response<Body> {
        const HTML: &str = "text/html; charset=utf-8";
        let with = |status: StatusCode, content_type: &str, body: Body| {
            let mut response = Response::new(body);
            *response.status_mut() = status;
            set(&mut response, CONTENT_TYPE, content_type);
            response
        };
        match self {
            Self::Page(html) => with(StatusCode::OK, HTML, Body::from(html)),
            Self::Fault(status, html) => with(status, HTML, Body::from(html)),
            Self::Entered(cookie, html) => {
                let mut response = with(StatusCode::OK, HTML, Body::from(html));
                set(&mut response, SET_COOKIE, &cookie);
                response
            }
            Self::SeeOther(path) => {
                let mut response = with(StatusCode::SEE_OTHER, HTML, Body::empty());
                set(&mut response, LOCATION, &path);
                response
            }
            Self::Json(json) => with(StatusCode::OK, "application/json", Body::from(json)),
            Self::Asset(content_type, text) => with(StatusCode::OK, content_type, Body::from(text)),
            Self::Report(bytes) => {
                let mut response = with(StatusCode::OK, HTML, Body::from(bytes));
                set(&mut response, CONTENT_SECURITY_POLICY, &report_policy());
                // A browser refuses a page that has a sandbox and asks to be alone with its opener.
                set(&mut response, HeaderName::from_static("cross-origin-opener-policy"), "unsafe-none");
                response
            }
            Self::Download(name, bytes) => {
                let mut response = with(StatusCode::OK, "application/octet-stream", Body::from(bytes));
                set(&mut response, CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\""));
                response
            }
        }
    }
}

/// Sets a header. A value that HTTP can't carry is left out.
pub(super) fn set(response: &mut Response<Body>, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}
