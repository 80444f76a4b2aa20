//! Where the page of the inbox stands.

use evenhand_domain::ids::CaseId;

/// What the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Files are chosen.
    Choose,
    /// There are so many that unlocking them takes a while.
    Unlocking,
    /// A file lies open; the number tells one from the next.
    Decide(u32),
    /// A file became a case, or went to one.
    BroughtIn(BroughtIn),
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BroughtIn {
    /// A new case that this person can open.
    Case(CaseId),
    /// It went to a case that is here already.
    Added(CaseId),
    /// It went to somebody else.
    PassedOn,
}
