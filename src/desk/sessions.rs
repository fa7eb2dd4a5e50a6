//! Who has entered the desk: one session for each browser, in memory alone. A desk that is started again asks again.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use bato::find::Query;
use bato::messages::Lang;

use super::key::{is_same_key, random_key};

/// Most sessions at a time; the oldest ends.
const MOST: usize = 16;
/// A session that is not used for so long ends.
const IDLE: Duration = Duration::from_secs(10 * 3600);
/// Most searches that a session remembers, so that the back button works.
const MOST_SEARCHES: usize = 20;
/// Wrong PINs in a row after which the desk makes one wait.
const MOST_WRONG: u32 = 5;
/// How long.
const WAIT: Duration = Duration::from_secs(60);

/// What was looked for: the query, and the text in the box as it was typed.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Search {
    pub(super) query: Query,
    pub(super) text: String,
}

/// A browser that was let in.
#[derive(Debug, Clone)]
pub(super) struct Session {
    /// The value of the cookie.
    pub(super) cookie: String,
    /// The value that each form of the session carries.
    pub(super) form_key: String,
    /// The name of the agent, once chosen.
    pub(super) agent: Option<String>,
    /// Why the agent looks persons up.
    pub(super) why: String,
    /// The language of its pages.
    pub(super) lang: Lang,
    /// A sentence for the next page: what the last form did.
    pub(super) notice: Option<String>,
    /// The batch that the agent types in.
    pub(super) batch_in_hand: Option<String>,
    /// The last searches, with their numbers.
    searches: Vec<(u64, Search)>,
    n_searches: u64,
    used: Instant,
}

/// All sessions of a desk, and the key that lets the next browser in.
#[derive(Debug)]
pub(super) struct Sessions {
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    entry_key: String,
    sessions: Vec<Session>,
    /// By agent: wrong PINs in a row and the last one's moment.
    wrong_pins: BTreeMap<String, (u32, Instant)>,
}

impl Sessions {
    /// No session yet; `entry_key` lets the first browser in.
    pub(super) fn new(entry_key: String) -> Self {
        Self { state: Mutex::new(State { entry_key, sessions: Vec::new(), wrong_pins: BTreeMap::new() }) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets a browser in by the key, which is then used up. Returns the new session and the next key; `None` for a
    /// wrong key.
    pub(super) fn enter(&self, key: &str, lang: Lang) -> Option<(Session, String)> {
        let mut state = self.state();
        if !is_same_key(key, &state.entry_key) {
            return None;
        }
        let (next, cookie, form_key) = (random_key()?, random_key()?, random_key()?);
        state.entry_key = next.clone();
        if state.sessions.len() >= MOST
            && let Some(oldest) = (0..state.sessions.len()).min_by_key(|place| state.sessions[*place].used)
        {
            state.sessions.remove(oldest);
        }
        let session = Session {
            cookie,
            form_key,
            agent: None,
            why: String::new(),
            lang,
            notice: None,
            batch_in_hand: None,
            searches: Vec::new(),
            n_searches: 0,
            used: Instant::now(),
        };
        state.sessions.push(session.clone());
        Some((session, next))
    }

    /// The session of a cookie.
    pub(super) fn of_cookie(&self, cookie: &str) -> Option<Session> {
        let mut state = self.state();
        state.sessions.retain(|session| session.used.elapsed() < IDLE);
        let session = state.sessions.iter_mut().find(|session| is_same_key(cookie, &session.cookie))?;
        session.used = Instant::now();
        Some(session.clone())
    }

    /// Changes a session.
    pub(super) fn change(&self, cookie: &str, change: impl FnOnce(&mut Session)) {
        if let Some(session) = self.state().sessions.iter_mut().find(|session| session.cookie == cookie) {
            change(session);
        }
    }

    /// Returns the notice for the next page and forgets it.
    pub(super) fn take_notice(&self, cookie: &str) -> Option<String> {
        self.state().sessions.iter_mut().find(|session| session.cookie == cookie)?.notice.take()
    }

    /// Remembers a search and returns its number.
    pub(super) fn add_search(&self, cookie: &str, search: Search) -> u64 {
        let mut number = 0;
        self.change(cookie, |session| {
            session.n_searches += 1;
            number = session.n_searches;
            session.searches.push((number, search));
            if session.searches.len() > MOST_SEARCHES {
                session.searches.remove(0);
            }
        });
        number
    }

    /// Whether this agent must wait after wrong PINs.
    pub(super) fn must_wait(&self, agent: &str) -> bool {
        let state = self.state();
        state.wrong_pins.get(agent).is_some_and(|(n, last)| *n >= MOST_WRONG && last.elapsed() < WAIT)
    }

    /// Counts a PIN that was right or wrong.
    pub(super) fn count_pin(&self, agent: &str, is_right: bool) {
        let mut state = self.state();
        if is_right {
            state.wrong_pins.remove(agent);
        } else {
            let entry = state.wrong_pins.entry(agent.to_owned()).or_insert((0, Instant::now()));
            // After the wait one counts anew.
            let n = if entry.0 >= MOST_WRONG { 0 } else { entry.0 };
            *entry = (n + 1, Instant::now());
        }
    }
}

impl Session {
    /// The search of a number, while the session remembers it.
    pub(super) fn search(&self, number: u64) -> Option<&Search> {
        self.searches.iter().find(|(n, _)| *n == number).map(|(_, search)| search)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_lets_one_browser_in() {
        let sessions = Sessions::new("a".repeat(32));
        assert!(sessions.enter(&"b".repeat(32), Lang::Fr).is_none());
        let (session, next) = sessions.enter(&"a".repeat(32), Lang::Fr).unwrap();
        assert!(sessions.enter(&"a".repeat(32), Lang::Fr).is_none(), "used up");
        assert!(sessions.of_cookie(&session.cookie).is_some());
        assert!(sessions.of_cookie(&session.form_key).is_none());
        assert!(sessions.enter(&next, Lang::Nl).is_some());
    }

    #[test]
    fn the_oldest_session_ends_when_there_are_too_many() {
        let mut key = "a".repeat(32);
        let sessions = Sessions::new(key.clone());
        let mut cookies = Vec::new();
        for _ in 0..=MOST {
            let (session, next) = sessions.enter(&key, Lang::Fr).unwrap();
            key = next;
            cookies.push(session.cookie);
        }
        assert!(sessions.of_cookie(&cookies[0]).is_none());
        assert!(cookies[1..].iter().all(|cookie| sessions.of_cookie(cookie).is_some()));
    }

    #[test]
    fn wrong_pins_make_one_wait_and_a_right_one_ends_it() {
        let sessions = Sessions::new(String::new());
        for _ in 0..MOST_WRONG {
            assert!(!sessions.must_wait("Ruth"));
            sessions.count_pin("Ruth", false);
        }
        assert!(sessions.must_wait("Ruth") && !sessions.must_wait("Jean"));
        sessions.count_pin("Ruth", true);
        assert!(!sessions.must_wait("Ruth"));
    }

    #[test]
    fn a_session_remembers_its_last_searches() {
        let sessions = Sessions::new("a".repeat(32));
        let (session, _) = sessions.enter(&"a".repeat(32), Lang::Fr).unwrap();
        let query = |name: &str| Search { text: name.to_owned(), ..Search::default() };
        for n in 0..=MOST_SEARCHES {
            sessions.add_search(&session.cookie, query(&n.to_string()));
        }
        let session = sessions.of_cookie(&session.cookie).unwrap();
        assert_eq!(session.search(1), None);
        assert_eq!(session.search(2), Some(&query("1")));
    }
}
