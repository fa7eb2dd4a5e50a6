//! What a page gets: the request of an agent who was let in, with what belongs to the desk.

use std::sync::OnceLock;

use bato::app::{self, Access};
use bato::backup::RegisterPaths;
use bato::config::Config;
use bato::error::{Error, ErrorCode, Result};
use bato::messages::{Lang, Messages};
use oxhttp::model::{Body, StatusCode};

use super::agents::{Agents, Role};
use super::answer::Answer;
use super::deposit_checks::DepositChecks;
use super::form::Fields;
use super::instance::DeskFolder;
use super::job::Jobs;
use super::sessions::{Session, Sessions};
use crate::host;

/// What all requests share.
pub(super) struct Desk {
    /// The folders and the settings file of the register.
    pub(super) paths: RegisterPaths,
    /// Whether the settings file was named; else it need not exist.
    pub(super) names_config: bool,
    /// Address and port, as the header `Host` must have them.
    pub(super) address: String,
    /// The folder with what belongs to this account's desk.
    pub(super) folder: DeskFolder,
    /// Who has entered.
    pub(super) sessions: Sessions,
    /// Who may enter.
    pub(super) agents: Agents,
    /// Runs and backups.
    pub(super) jobs: Jobs,
    /// What was read of deposited files.
    pub(super) checks: DepositChecks,
    /// The language before one is chosen.
    pub(super) lang: Lang,
    /// The messages of each language, read when one first needs them.
    pub(super) messages: [OnceLock<Messages>; 3],
    /// The folder of the course that the register belongs to, if it is one of a course.
    pub(super) course: Option<std::path::PathBuf>,
    /// Ends the desk.
    pub(super) end: std::sync::mpsc::Sender<()>,
}

impl Desk {
    /// The messages of a language.
    pub(super) fn messages(&self, lang: Lang) -> &Messages {
        let place = Lang::ALL.iter().position(|own| *own == lang).unwrap_or(0);
        self.messages[place].get_or_init(|| Messages::new(lang))
    }

    /// The settings as they are now: they may have changed since the desk was started.
    ///
    /// # Errors
    /// Those of a settings file.
    pub(super) fn config(&self) -> Result<Config> {
        app::settings(self.names_config.then_some(self.paths.config.as_path()), &self.paths.raw)
    }
}

/// A request that passed all checks.
pub(super) struct Visit<'d> {
    pub(super) desk: &'d Desk,
    /// The session as it was when the request came.
    pub(super) session: Session,
    /// The role of the agent; that of reading where none is chosen.
    pub(super) role: Role,
    /// The parts of the path, decoded: `/personne/P-1` is `["personne", "P-1"]`.
    pub(super) path: Vec<String>,
    /// Whether a form was sent.
    pub(super) is_post: bool,
    /// What stands after `?`.
    pub(super) query: Fields,
    /// The fields of the form that was sent, unless it has files.
    pub(super) form: Fields,
    /// The content type of the request.
    pub(super) content_type: String,
    /// The body of a form with files, not read yet.
    pub(super) body: &'d mut Body,
}

/// What a page returns.
pub(super) type Answered = std::result::Result<Answer, PageFault>;

/// Why a page can't be shown.
#[derive(Debug)]
pub(super) struct PageFault {
    pub(super) status: StatusCode,
    pub(super) error: Error,
}

impl From<Error> for PageFault {
    fn from(error: Error) -> Self {
        let status = match error.code {
            ErrorCode::DeskNoPage | ErrorCode::IdUnknown | ErrorCode::NoRegister => StatusCode::NOT_FOUND,
            ErrorCode::DeskRole => StatusCode::FORBIDDEN,
            ErrorCode::RunUnderWay => StatusCode::CONFLICT,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        Self { status, error }
    }
}

impl Visit<'_> {
    /// The messages in the language of the session.
    pub(super) fn messages(&self) -> &Messages {
        self.desk.messages(self.session.lang)
    }

    /// Part `n` of the path; "" if there is none.
    pub(super) fn part(&self, n: usize) -> &str {
        self.path.get(n).map_or("", String::as_str)
    }

    /// The name of the agent.
    pub(super) fn agent(&self) -> &str {
        self.session.agent.as_deref().unwrap_or("")
    }

    /// Who looks at persons now, and why, for the log of look-ups.
    ///
    /// # Errors
    /// Those of [`Access::new`].
    pub(super) fn access(&self) -> Result<Access> {
        Access::new(host::now(), Some(self.agent()), Some(&self.session.why))
    }

    /// Who decides or corrects now, and why.
    pub(super) fn signature(&self, reason: &str) -> app::Signature {
        app::Signature { at: host::now(), author: self.agent().to_owned(), reason: reason.to_owned() }
    }

    /// Refuses an agent whose role is below `least`.
    ///
    /// # Errors
    /// `desk-role`.
    pub(super) fn require(&self, least: Role) -> Result<()> {
        if self.role >= least {
            return Ok(());
        }
        let role = self.messages().text(&format!("desk-role-{}", least.code()));
        Err(Error::new(ErrorCode::DeskRole).with("role", role))
    }

    /// Answers a form: look at this path, which will say `notice` once.
    pub(super) fn see_other(&self, path: impl Into<String>, notice: Option<String>) -> Answer {
        if notice.is_some() {
            self.desk.sessions.change(&self.session.cookie, |session| session.notice = notice);
        }
        Answer::SeeOther(path.into())
    }
}

/// The fault of a path that leads to no page.
pub(super) fn no_page() -> PageFault {
    Error::new(ErrorCode::DeskNoPage).into()
}
