//! Integration tests: they run the program as a person does, and call the library where that tests more.

// Tests and their helpers fail by panicking, and may print that a test is skipped.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod bad_files;
mod cache;
mod changes;
mod corrections;
mod country;
mod cut_off;
mod dataset;
mod decide;
mod desk;
mod door;
mod evaluate;
mod events;
mod explain;
mod faults;
mod find;
mod formats;
mod history;
mod hostile;
mod identity;
mod kills;
mod layouts;
mod limits;
mod link_table;
mod messages;
mod misuse;
mod mutations;
mod release;
mod report;
mod review;
mod rounds;
mod rules;
mod same_bytes;
mod sample;
mod settings;
mod synth;
mod template;
mod tidy;
mod words;
mod year;
