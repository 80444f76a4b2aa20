//! Journeys through the finished site: the release in `dist/`, the production headers, a real browser.
//!
//! A journey begins with [`stage::journey`], which starts a server, takes a browser, hands both to the journey, and leaves a
//! picture of the page in the build folder when the journey fails. `EVENHAND_BROWSER` chooses `chromium` (the default), `firefox` or `webkit`;
//! `EVENHAND_DIST` another site than `dist/`, `EVENHAND_PICTURES` a folder for pictures of each state that is judged.
//!
//! Elements are found as people find them: by role and accessible name ([`find`]).

#![warn(missing_docs)]

pub mod act;
pub mod axe;
pub mod browser;
pub mod driver;
mod engine;
pub mod fault;
pub mod find;
pub mod folder;
pub mod look;
pub mod server;
pub mod stage;

pub use browser::Browser;
pub use driver::Kind;
pub use fault::{Fault, Outcome};
pub use find::Role;
pub use server::{ChromiumAlone, Setting, Site};
pub use stage::{Stage, journey, journey_with};
pub use thirtyfour::{Key, TypingData, WebElement};
