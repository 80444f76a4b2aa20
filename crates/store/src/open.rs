//! Opening: why a store may refuse to open.

/// Why the browser's storage could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The browser allows this page no storage: a private window, a setting, a policy of the organisation, or no browser at all.
    #[error("this browser does not allow the page to store anything")]
    Refused,
    /// Another tab holds an older version open and has not let go. Closing the other tabs and opening again helps.
    #[error("another tab still holds an older version open")]
    BlockedByOtherTab,
    /// A newer release has written here; this one would not understand it and leaves it untouched. Reloading the page helps.
    #[error("the stored data was written by a newer version")]
    NewerVersion,
    /// Something is there but it is not a store that can be used. Holds what the browser said.
    #[error("the stored data is damaged: {0}")]
    Damaged(String),
    /// Anything else. Holds what the browser said.
    #[error("the storage could not be opened: {0}")]
    Other(String),
}
