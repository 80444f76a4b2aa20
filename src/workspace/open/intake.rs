//! A new contact while it is typed: what it is for, and how far it has come.

use evenhand_domain::case::contact::Channel;
use evenhand_domain::ids::CaseId;
use leptos::prelude::*;

use super::details::Details;
use super::how_it_came::channel_of;
use crate::workspace::draft::DraftKeeper;
use crate::workspace::route::{CasePart, Route};

/// What the new case is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A case of its own.
    New,
    /// A brother's or sister's case.
    Sibling(CaseId),
    /// An enquiry becomes a case.
    FromEnquiry(CaseId),
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// How did they get in touch?
    How,
    /// Who is it?
    Details,
    /// The check, and who will have it.
    Check,
    /// An enquiry was logged.
    Logged(CaseId),
    /// It went to somebody else.
    PassedOn,
}

/// A new contact while it is typed. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Intake {
    /// What it is for.
    pub(super) purpose: Purpose,
    pub(super) step: RwSignal<Step>,
    pub(super) channel: RwSignal<String>,
    pub(super) details: Details,
    pub(super) draft: DraftKeeper,
    pub(super) unnamed: RwSignal<String>,
    /// The name under which the draft is kept.
    pub(super) place: StoredValue<String>,
}

impl Intake {
    /// How it came, once that is answered.
    pub(super) fn channel(self) -> Option<Channel> {
        self.channel.with(|channel| channel_of(channel))
    }
}

/// What is begun, and where it began.
pub(super) const fn begun(purpose: Purpose) -> (&'static str, Route) {
    match purpose {
        Purpose::New => ("New contact", Route::Work),
        Purpose::Sibling(other) => ("A brother’s or sister’s case", Route::Case(other, CasePart::Summary)),
        Purpose::FromEnquiry(id) => ("Make it a case", Route::Case(id, CasePart::Summary)),
    }
}
