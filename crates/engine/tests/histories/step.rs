//! What may happen in a service, each step by somebody who unlocks, acts and locks.

use proptest::prelude::*;

/// Somebody, counted among those who work here now; a case, counted among those that were opened.
pub(crate) type Who = usize;
pub(crate) type Which = usize;

#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// A worker declares an interest, or their manager does for them.
    Declare { by: Who, worker: Who, interest: usize },
    /// A worker has nothing to declare.
    Nothing { worker: Who },
    /// An interest of a worker ends so many days from today.
    End { worker: Who, interest: usize, days: i64 },
    /// A worker is called something else.
    Rename { worker: Who, name: usize },
    /// A case of a family is opened.
    Open {
        by: Who,
        family: usize,
        worker: Option<Who>,
        knows: bool,
        over: bool,
        dismissed: bool,
    },
    /// An enquiry that names nobody is logged.
    Enquire { by: Who },
    /// An enquiry becomes a case of a family.
    Become {
        by: Who,
        case: Which,
        family: usize,
        worker: Option<Who>,
        knows: bool,
    },
    /// The question before opening, or saying later that one knows them.
    Answer { by: Who, case: Which, knows: bool },
    /// Somebody looks at a match.
    Look {
        by: Who,
        worker: Who,
        case: Which,
        is_same: bool,
    },
    /// A case goes to a worker.
    Allocate {
        by: Who,
        case: Which,
        worker: Who,
        over: bool,
    },
    /// The child's school changes, or somebody comes into the family.
    Change {
        by: Who,
        case: Which,
        to: usize,
        comes: bool,
    },
    /// Somebody leaves.
    Leave { by: Who, worker: Who },
    /// Somebody leaves, and in the same breath the manager notes what another told them.
    Depart {
        by: Who,
        worker: Who,
        other: Who,
        interest: usize,
    },
    /// Somebody joins.
    Join { by: Who, is_manager: bool },
    /// A request is sent again: it may name another school, and somebody who works here.
    SendAgain {
        by: Who,
        case: Which,
        family: usize,
        school: usize,
        named: usize,
    },
    /// A tie comes to something else from so many days on: it becomes a bar, or is as it was copied again.
    Rule {
        by: Who,
        tie: usize,
        is_bar: bool,
        days: i64,
    },
    /// In what happens next one save fails: when somebody unlocks, or after so many that go through.
    Fail { after: u32, at_unlock: bool },
    /// A case is closed, or opened again.
    Close { by: Who, case: Which, again: bool },
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
    let who = || 0..6_usize;
    let which = || 0..4_usize;
    prop_oneof![
        8 => (who(), who(), 0..6_usize).prop_map(|(by, worker, interest)| Step::Declare { by, worker, interest }),
        1 => who().prop_map(|worker| Step::Nothing { worker }),
        1 => (who(), 0..3_usize, prop_oneof![Just(-400), Just(-30), Just(30)])
            .prop_map(|(worker, interest, days)| Step::End { worker, interest, days }),
        1 => (who(), 0..4_usize).prop_map(|(worker, name)| Step::Rename { worker, name }),
        6 => (who(), 0..5_usize, prop::option::of(who()), prop::bool::weighted(0.15), any::<bool>(), any::<bool>())
            .prop_map(|(by, family, worker, knows, over, dismissed)| {
                Step::Open { by, family, worker, knows, over, dismissed }
            }),
        2 => who().prop_map(|by| Step::Enquire { by }),
        2 => (who(), which(), 0..5_usize, prop::option::of(who()), prop::bool::weighted(0.3))
            .prop_map(|(by, case, family, worker, knows)| Step::Become { by, case, family, worker, knows }),
        4 => (who(), which(), prop::bool::weighted(0.4)).prop_map(|(by, case, knows)| Step::Answer { by, case, knows }),
        2 => (who(), who(), which(), any::<bool>())
            .prop_map(|(by, worker, case, is_same)| Step::Look { by, worker, case, is_same }),
        4 => (who(), which(), who(), any::<bool>())
            .prop_map(|(by, case, worker, over)| Step::Allocate { by, case, worker, over }),
        3 => (who(), which(), 0..4_usize, any::<bool>())
            .prop_map(|(by, case, to, comes)| Step::Change { by, case, to, comes }),
        1 => (0..2_usize, who()).prop_map(|(by, worker)| Step::Leave { by, worker }),
        1 => (0..2_usize, who(), who(), 0..6_usize)
            .prop_map(|(by, worker, other, interest)| Step::Depart { by, worker, other, interest }),
        1 => (0..2_usize, any::<bool>()).prop_map(|(by, is_manager)| Step::Join { by, is_manager }),
        3 => (who(), which(), 0..5_usize, 0..2_usize, 0..4_usize).prop_map(|(by, case, family, school, named)| {
            Step::SendAgain { by, case, family, school, named }
        }),
        3 => (0..2_usize, 0..3_usize, prop::bool::weighted(0.7), 0..2_i64)
            .prop_map(|(by, tie, is_bar, days)| Step::Rule { by, tie, is_bar, days }),
        2 => (0..3_u32, any::<bool>()).prop_map(|(after, at_unlock)| Step::Fail { after, at_unlock }),
        1 => (who(), which(), any::<bool>()).prop_map(|(by, case, again)| Step::Close { by, case, again }),
    ]
}
