//! The desk: an agent's work as pages in the browser. It serves this computer alone and has no rule of its own: each
//! page calls a use case of the library.
//!
//! # Files
//!
//! `serve` starts the server; `instance` finds its address and a desk that runs already; `guard` checks each request in
//! order; `sessions` knows who has entered and `agents` who may; `routes` names the page of each path and the role that
//! it needs, `tasks` the tasks that pages list. `visit` is what a page gets, `answer` what it gives back, `frame` what all
//! pages have around them. `job` does what takes long beside the pages. Each other file is one task of the agent.

mod agents;
mod answer;
mod backup;
mod browser;
mod correct;
mod correct_cell;
mod correct_date;
mod correct_list;
mod correct_place;
mod course;
mod deposit;
mod deposit_answers;
mod deposit_checks;
mod entry;
mod event;
mod form;
mod frame;
mod guard;
mod home;
mod import;
mod instance;
mod job;
mod judge;
mod key;
mod parcels;
mod person;
mod release;
mod restore;
mod routes;
mod search;
mod serve;
mod sessions;
mod settings;
mod sticks;
mod tasks;
mod typing;
mod visit;
mod waiting;
mod words;

pub(crate) use serve::{DeskPlace, open_browser, serve};
