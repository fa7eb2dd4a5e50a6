//! Which page each path leads to, and the role that it needs.

use super::agents::Role;
use super::visit::{Answered, Visit, no_page};
use super::{
    backup, correct, course, deposit, entry, event, home, import, judge, parcels, person, search, settings, typing,
};

/// The page of a path.
struct Route {
    /// The first part of the path.
    first: &'static str,
    /// Who may see it.
    sees: Role,
    /// Who may send its forms.
    sends: Role,
    page: fn(&mut Visit<'_>) -> Answered,
}

const fn route(first: &'static str, sees: Role, sends: Role, page: fn(&mut Visit<'_>) -> Answered) -> Route {
    Route { first, sees, sends, page }
}

/// Every page but those of [`entry`]. A page answers for all paths below its own.
const ROUTES: &[Route] = &[
    route("", Role::Reading, Role::Reading, home::page),
    route("chercher", Role::Reading, Role::Reading, search::page),
    route("corriger", Role::Entry, Role::Entry, correct::page),
    route("personne", Role::Reading, Role::Entry, person::page),
    route("evenement", Role::Entry, Role::Entry, event::page),
    route("saisir", Role::Entry, Role::Entry, typing::page),
    route("deposer", Role::Entry, Role::Entry, deposit::page),
    route("juger", Role::Entry, Role::Entry, judge::page),
    route("importer", Role::Entry, Role::Entry, import::page),
    route("sauvegarde", Role::Manager, Role::Manager, backup::page),
    route("colis", Role::Entry, Role::Entry, parcels::page),
    route("cours", Role::Reading, Role::Reading, course::page),
    route("reglages", Role::Entry, Role::Manager, settings::page),
    route("agents", Role::Manager, Role::Manager, entry::agents),
    route("fermer", Role::Reading, Role::Reading, entry::end),
];

/// The answer to a request of a browser that was let in.
pub(super) fn answer(visit: &mut Visit<'_>) -> Answered {
    match visit.part(0) {
        "qui" => return entry::who(visit),
        "langue" => return entry::language(visit),
        _ if visit.session.agent.is_none() && visit.desk.course.is_some() => return course::enter(visit),
        _ if visit.session.agent.is_none() => return Ok(visit.see_other("/qui", None)),
        _ => {}
    }
    let route = ROUTES.iter().find(|route| route.first == visit.part(0)).ok_or_else(no_page)?;
    visit.require(if visit.is_post { route.sends } else { route.sees })?;
    (route.page)(visit)
}
