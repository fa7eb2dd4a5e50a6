//! The tasks of the agent, as all pages list them.

use super::agents::Role;

/// A task of the agent, as the pages list them.
pub(super) struct Task {
    /// Its name in messages.
    pub(super) name: &'static str,
    /// Its path.
    pub(super) path: &'static str,
    /// Who may see it.
    pub(super) least: Role,
}

/// The tasks, in the order of the work and of the guide.
const TASKS: &[Task] = &[
    Task { name: "home", path: "/", least: Role::Reading },
    Task { name: "search", path: "/chercher", least: Role::Reading },
    Task { name: "deposit", path: "/deposer", least: Role::Entry },
    Task { name: "correct", path: "/corriger", least: Role::Entry },
    Task { name: "import", path: "/importer", least: Role::Entry },
    Task { name: "judge", path: "/juger", least: Role::Entry },
    Task { name: "typing", path: "/saisir", least: Role::Entry },
    Task { name: "backup", path: "/sauvegarde", least: Role::Manager },
    Task { name: "parcels", path: "/colis", least: Role::Entry },
    Task { name: "course", path: "/cours", least: Role::Reading },
    Task { name: "settings", path: "/reglages", least: Role::Entry },
];

/// The tasks of a role.
pub(super) fn tasks(role: Role) -> impl Iterator<Item = &'static Task> {
    TASKS.iter().filter(move |task| role >= task.least)
}
