//! Spaces: what is sealed under one key, and so opens for the same people.

use evenhand_domain::ids::{CaseId, ViewId, WorkerId};

/// Something with keys of its own. Whoever holds no key of a space reads nothing in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Space {
    /// The service: its workers, inboxes and settings. Everybody holds its key.
    Service,
    /// Counts without cases, for those who read reports.
    Tally,
    /// What one worker declares. The worker and the managers hold its key.
    Declarations(WorkerId),
    /// A case's front sheet: names, school, district (SPS-8).
    Front(CaseId),
    /// A case's story.
    Case(CaseId),
    /// What opens an inbox.
    Inbox(InboxSpace),
    /// A worker's practice: supervision, observation. The worker and the managers hold its key, and nobody besides (LEI-18).
    Practice(WorkerId),
    /// That somebody held a case and holds it no more. Its key goes to that person alone, and nothing is sealed under it: that it is
    /// held is what it says (SPS-15).
    PassedOn(CaseId),
    /// One view. Whoever took it holds its key, and those to whom it was given, of whom the giver said nothing against it (LEI-32).
    View(ViewId),
}

/// Which inbox's secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InboxSpace {
    /// The first.
    First,
    /// The second, for those who know somebody here.
    Second,
}

/// Bytes of a space's label.
pub(crate) const LABEL: usize = 17;

impl Space {
    /// The label under which a key is kept: the kind, then the identifier. It is sealed with the key.
    pub(crate) fn label(self) -> [u8; LABEL] {
        let (kind, id) = match self {
            Self::Service => (1, [0; 16]),
            Self::Tally => (2, [0; 16]),
            Self::Declarations(worker) => (3, worker.bytes()),
            Self::Front(case) => (4, case.bytes()),
            Self::Case(case) => (5, case.bytes()),
            Self::Inbox(InboxSpace::First) => (6, [0; 16]),
            Self::Inbox(InboxSpace::Second) => (7, [0; 16]),
            Self::Practice(worker) => (8, worker.bytes()),
            Self::PassedOn(case) => (9, case.bytes()),
            Self::View(view) => (10, view.bytes()),
        };
        let mut label = [kind; LABEL];
        label[1..].copy_from_slice(&id);
        label
    }

    /// The space of a label; none for a kind that this version does not know.
    pub(crate) fn of_label(label: &[u8]) -> Option<Self> {
        let (kind, id) = label.split_first()?;
        let id: [u8; 16] = id.try_into().ok()?;
        match kind {
            1 => Some(Self::Service),
            2 => Some(Self::Tally),
            3 => Some(Self::Declarations(WorkerId::new(id))),
            4 => Some(Self::Front(CaseId::new(id))),
            5 => Some(Self::Case(CaseId::new(id))),
            6 => Some(Self::Inbox(InboxSpace::First)),
            7 => Some(Self::Inbox(InboxSpace::Second)),
            8 => Some(Self::Practice(WorkerId::new(id))),
            9 => Some(Self::PassedOn(CaseId::new(id))),
            10 => Some(Self::View(ViewId::new(id))),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_names_its_space_and_no_other() {
        let id = [9; 16];
        let all = [
            Space::Service,
            Space::Tally,
            Space::Declarations(WorkerId::new(id)),
            Space::Front(CaseId::new(id)),
            Space::Case(CaseId::new(id)),
            Space::Inbox(InboxSpace::First),
            Space::Inbox(InboxSpace::Second),
            Space::Practice(WorkerId::new(id)),
            Space::PassedOn(CaseId::new(id)),
            Space::View(ViewId::new(id)),
        ];
        for space in all {
            assert_eq!(Space::of_label(&space.label()), Some(space));
        }
        assert_eq!(Space::of_label(&[99; 17]), None);
        assert_eq!(Space::of_label(&[1; 3]), None);
    }
}
