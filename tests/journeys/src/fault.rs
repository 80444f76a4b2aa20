//! Why a journey ended early.

use std::io;

use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use xtask::serve::ServeError;

/// What a journey returns.
pub type Outcome = Result<(), Fault>;

/// Why a journey ended early.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The browser or its driver refused.
    #[error("the browser refused: {0}")]
    Driver(#[from] WebDriverError),
    /// The browser or its driver is not there, or did not start.
    #[error("{program} did not start: {reason}. `cargo xtask setup` says what is missing")]
    NotStarted {
        /// Which program.
        program: String,
        /// What the system said.
        reason: io::Error,
    },
    /// A file could not be read or written.
    #[error("{path}: {reason}")]
    File {
        /// Which file.
        path: String,
        /// What the system said.
        reason: io::Error,
    },
    /// The site could not be served.
    #[error(transparent)]
    Serve(#[from] ServeError),
    /// Nothing on the page has this role and name.
    #[error("no {role} is named {name:?}; those in sight are {there:?}")]
    NotFound {
        /// The role that was looked for.
        role: String,
        /// The name that was looked for.
        name: String,
        /// The names of what has the role.
        there: Vec<String>,
    },
    /// Something did not come about in time.
    #[error("{what} did not come about within {seconds} seconds; the page says:\n{page}")]
    TooLate {
        /// What was waited for.
        what: String,
        /// How long.
        seconds: u64,
        /// The page's text.
        page: String,
    },
    /// The page has faults of accessibility.
    #[error("{place} has faults that shut people out:\n{list}")]
    Axe {
        /// Which page or state.
        place: String,
        /// One fault a line.
        list: String,
    },
    /// This browser cannot be made to do that; see [`crate::Kind`].
    #[error("this browser cannot {0}")]
    Unsupported(&'static str),
    /// Something is not as the journey expects.
    #[error("{0}")]
    Unexpected(String),
}

impl Fault {
    /// Whether the page was just drawn anew, and what was found stands there no more: a person presses what stands there now.
    pub(crate) fn is_stale(&self) -> bool {
        matches!(self, Self::Driver(fault) if matches!(fault.as_inner(), WebDriverErrorInner::StaleElementReference(_)))
    }

    /// Whether the page was left while it was asked: the next one can be asked again.
    pub(crate) fn is_left(&self) -> bool {
        matches!(self, Self::Driver(fault) if matches!(fault.as_inner(), WebDriverErrorInner::JavascriptError(_))
            && fault.to_string().contains("unloaded"))
    }

    pub(crate) fn file(path: &std::path::Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.display().to_string();
        move |reason| Self::File { path, reason }
    }
}
