//! What each interval counts, and of whom it is asked.

use evenhand_domain::register::{Kept, Kind};
use evenhand_domain::worker::Role;

use crate::profile::Cadence;

/// Of whom it is asked.
pub(super) enum Whom {
    /// Of each worker in such a role.
    Each(fn(Role) -> bool),
    /// Of the service as a whole.
    Service,
    /// For each entry: since the first of these days that it names, until this field is answered.
    Entries {
        since: &'static [&'static str],
        ends: &'static str,
        /// One for all of them, by the one that waits longest.
        together: bool,
        /// What is to be done where there is none yet.
        begin: &'static str,
    },
}

/// One interval as it is counted.
pub(super) struct DueRule {
    pub(super) cadence: Cadence,
    /// The register; none for the declaration of interests.
    pub(super) kind: Option<Kind>,
    pub(super) whom: Whom,
    pub(super) what: &'static str,
    /// Which entries count.
    pub(super) counts: fn(&Kept) -> bool,
}

fn all(_: &Kept) -> bool {
    true
}

fn everybody(_: Role) -> bool {
    true
}

/// The manager's own practice is looked at by whoever manages the manager, outside this workspace.
fn those_who_are_managed(role: Role) -> bool {
    role != Role::Manager
}

const fn each(
    cadence: Cadence,
    kind: Kind,
    is_meant: fn(Role) -> bool,
    what: &'static str,
    counts: fn(&Kept) -> bool,
) -> DueRule {
    DueRule {
        cadence,
        kind: Some(kind),
        whom: Whom::Each(is_meant),
        what,
        counts,
    }
}

const fn service(cadence: Cadence, kind: Kind, what: &'static str, counts: fn(&Kept) -> bool) -> DueRule {
    DueRule {
        cadence,
        kind: Some(kind),
        whom: Whom::Service,
        what,
        counts,
    }
}

const fn entries(
    cadence: Cadence,
    kind: Kind,
    what: &'static str,
    since: &'static [&'static str],
    ends: &'static str,
    together: bool,
    begin: &'static str,
) -> DueRule {
    DueRule {
        cadence,
        kind: Some(kind),
        whom: Whom::Entries {
            since,
            ends,
            together,
            begin,
        },
        what,
        counts: all,
    }
}

fn is_regular(kept: &Kept) -> bool {
    kept.entry.text("way") == "regular"
}

pub(super) static RULES: &[DueRule] = &[
    each(
        Cadence::SupervisionOfficer,
        Kind::Supervision,
        |role| role == Role::Officer,
        "Supervision",
        is_regular,
    ),
    each(
        Cadence::SupervisionVolunteer,
        Kind::Supervision,
        |role| role == Role::Volunteer,
        "Supervision",
        is_regular,
    ),
    service(
        Cadence::GroupSupport,
        Kind::GroupSupport,
        "Group support for volunteers",
        all,
    ),
    each(
        Cadence::ImpartialityTraining,
        Kind::Training,
        everybody,
        "Training in impartiality",
        |kept| kept.entry.text("topic") == "impartiality",
    ),
    each(
        Cadence::LawTraining,
        Kind::Training,
        everybody,
        "Training in law",
        |kept| kept.entry.text("topic") == "law",
    ),
    each(
        Cadence::PartnershipTraining,
        Kind::Training,
        everybody,
        "Training in partnership",
        |kept| kept.entry.text("topic") == "partnership",
    ),
    each(Cadence::AnyTraining, Kind::Training, everybody, "Training", all),
    each(
        Cadence::LegalLevel,
        Kind::Training,
        everybody,
        "Next level of legal training",
        |kept| !kept.entry.text("level").is_empty(),
    ),
    each(
        Cadence::Induction,
        Kind::Induction,
        those_who_are_managed,
        "Finish induction",
        all,
    ),
    each(
        Cadence::Observation,
        Kind::Observation,
        those_who_are_managed,
        "Observation of practice",
        all,
    ),
    each(
        Cadence::Acknowledgement,
        Kind::Acknowledgement,
        everybody,
        "Confirm confidentiality and impartiality",
        // Nobody confirms for somebody else (CAM-7).
        |kept| kept.entry.worker("who") == Some(kept.by),
    ),
    DueRule {
        cadence: Cadence::Interests,
        kind: None,
        whom: Whom::Each(everybody),
        what: "Declare interests, or that there are none",
        counts: all,
    },
    entries(
        Cadence::PolicyReview,
        Kind::Policy,
        "Review a policy",
        &["reviewed"],
        "withdrawn",
        false,
        "Put the policies into the library",
    ),
    entries(
        Cadence::Plan,
        Kind::Plan,
        "Review the development plan",
        &["reviewed", "on"],
        "closed",
        false,
        "Write the development plan",
    ),
    service(
        Cadence::Premises,
        Kind::StandingApart,
        "Declare that the offices are separate",
        |kept| kept.entry.text("what") == "premises",
    ),
    service(
        Cadence::Identity,
        Kind::StandingApart,
        "Declare the service’s own identity",
        |kept| kept.entry.text("what") == "identity",
    ),
    service(
        Cadence::ArmsLength,
        Kind::StandingApart,
        "Declare the relationship with the council",
        |kept| kept.entry.text("what") == "arms_length",
    ),
    service(
        Cadence::Independence,
        Kind::StandingApart,
        "Declare the manager’s independence",
        |kept| kept.entry.text("what") == "manager",
    ),
    entries(
        Cadence::Membership,
        Kind::Member,
        "Review who sits in the advisory group",
        &["asked", "from"],
        "to",
        true,
        "Note who sits in the advisory group",
    ),
    service(Cadence::Terms, Kind::Terms, "Review the terms of reference", all),
    service(
        Cadence::GroupMeeting,
        Kind::Meeting,
        "Hold a meeting of the advisory group",
        |kept| kept.entry.text("held") == "yes",
    ),
];
