//! The case whose pages are open, for every part of them.

use evenhand_domain::case::party::Party;
use evenhand_domain::case::state::Case;
use evenhand_domain::date::Day;
use evenhand_domain::ids::{CaseId, PartyId, WorkerId};
use evenhand_engine::book::CaseFile;
use evenhand_engine::case::CaseError;
use evenhand_engine::desk::Desk;
use evenhand_engine::policy::profile::{Policy, Profile};
use leptos::prelude::*;

use crate::workspace::route::{CasePart, Route};
use crate::workspace::session::Session;

/// The case whose pages are open. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct ThisCase {
    id: CaseId,
    session: Session,
}

impl ThisCase {
    /// Provides it to the pages of this case.
    pub(crate) fn provide(id: CaseId) -> Self {
        let this = Self {
            id,
            session: Session::here(),
        };
        provide_context(this);
        this
    }

    /// The case whose pages are open. Below `CasePage` there is always one.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// Which.
    pub(crate) const fn id(self) -> CaseId {
        self.id
    }

    /// The session.
    pub(crate) const fn session(self) -> Session {
        self.session
    }

    /// Reads the case's story, again after each save. None while this person may not read it.
    pub(crate) fn read<T>(self, read: impl FnOnce(&CaseFile, &Case, &Desk) -> T) -> Option<T> {
        self.front(|file, desk| file.story.as_ref().map(|story| read(file, story, desk)))
            .flatten()
    }

    /// Reads what this person may see of the case, again after each save.
    pub(crate) fn front<T>(self, read: impl FnOnce(&CaseFile, &Desk) -> T) -> Option<T> {
        self.session
            .read(|desk| desk.case(self.id).ok().map(|file| read(&file, desk)))
            .flatten()
    }

    /// The policy that the service works under, day by day.
    pub(crate) fn policy(self) -> Option<Policy> {
        self.session.read(Desk::policy)
    }

    /// The rules of today.
    pub(crate) fn profile(self) -> Option<&'static Profile> {
        self.policy().map(|policy| policy.on(self.today()))
    }

    /// Whether something that says who somebody is may be kept now, and what waits where it may not (LEI-29).
    pub(crate) fn may_keep(self) -> Option<Result<(), CaseError>> {
        self.session.read(|desk| desk.may_keep(self.session.now(), self.id))
    }

    /// The address of a part of it.
    pub(crate) fn href(self, part: CasePart) -> String {
        Route::Case(self.id, part).href()
    }

    /// The address of a part of it, for a link.
    pub(crate) fn link(self, part: CasePart) -> Signal<String> {
        Signal::stored(self.href(part))
    }

    /// Goes to a part of it.
    pub(crate) fn go(self, part: CasePart) {
        self.session.go(Route::Case(self.id, part));
    }

    /// Today, here.
    pub(crate) fn today(self) -> Day {
        self.session.now().day()
    }
}

/// Somebody's name in a case, or a word where they are not known.
pub(crate) fn name_in(story: &Case, party: PartyId) -> String {
    let mistaken = story.mistaken.get(&party).map(|(party, _)| party);
    story
        .parties
        .get(&party)
        .or(mistaken)
        .map_or_else(|| "somebody".to_owned(), |party| party.name.clone())
}

/// A worker's name.
pub(crate) fn worker_name(desk: &Desk, worker: WorkerId) -> String {
    desk.team().name_of(worker).to_owned()
}

/// How old somebody is on a day, where it is known.
pub(crate) fn age_on(party: &Party, today: Day) -> Option<i32> {
    party
        .dob
        .map(|dob| today.years_since(dob))
        .or_else(|| party.age.map(i32::from))
}
