//! The workspace of the staff: unlock, inbox, cases, people, settings.

mod app;
mod calendar;
mod case;
mod cases;
mod command;
mod compliance;
mod day;
mod device;
mod draft;
mod frame;
mod inbox;
mod not_found;
mod open;
mod paced;
mod palette;
mod policy;
mod prompts;
mod ready;
mod registers;
mod route;
pub mod sample;
mod schools;
mod session;
mod settings;
mod team;
mod told;
mod undo;
mod views;
mod wording;
mod words;
mod work;

pub use app::start;
