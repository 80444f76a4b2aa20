//! The open book: everything that this person may read, folded. It lives only while the workspace is unlocked.

use std::collections::BTreeMap;
use std::rc::Rc;

use evenhand_domain::case::state::{Case, Front};
use evenhand_domain::date::Day;
use evenhand_domain::event::{CaseEvent, DeclarationEvent, Entry, Event, FrontEvent, ServiceEvent, Tally};
use evenhand_domain::ids::{CaseId, EventId, WorkerId};
use evenhand_domain::register::{Kept, Kepts, RegisterEntry, RegisterEvent, Sealed};
use evenhand_domain::team::{Declarations, Team};
use evenhand_domain::view::Views;
use evenhand_domain::worker::Role;
use evenhand_policy::profile::KINDS;

use crate::case::search::Index;
use crate::shelf::{Place, Shelved};
use crate::space::Space;

/// One case as this person may see it. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct CaseFile {
    /// Its front sheet.
    pub front: Rc<Front>,
    /// Its story; none for those who hold the front sheet alone.
    pub story: Option<Rc<Case>>,
    /// Everything that happened to the front sheet, in order.
    pub front_entries: Rc<Vec<Entry<FrontEvent>>>,
    /// Everything that happened in the story, in order.
    pub entries: Rc<Vec<Entry<CaseEvent>>>,
}

/// Everything this person may read.
#[derive(Default)]
pub(crate) struct Book {
    pub(crate) team: Team,
    pub(crate) declarations: BTreeMap<WorkerId, Declarations>,
    pub(crate) cases: BTreeMap<CaseId, Shelved>,
    /// What was counted without its case: by month, role, gate and answer, how often.
    pub(crate) tallies: Tallies,
    /// Registers that everybody reads.
    pub(crate) registers: Kepts,
    /// Registers of one worker's practice.
    pub(crate) practice: BTreeMap<WorkerId, Kepts>,
    /// Views, word for word.
    pub(crate) views: Views,
    /// What a search looks at.
    pub(crate) index: Index,
}

/// Counts by month, role, gate and answer.
pub(crate) type Tallies = BTreeMap<(Day, Role, String, String), u32>;

impl Book {
    /// The book after one more event of a space. An event in the wrong kind of space is passed over: whoever can write
    /// there must not be able to speak for another space.
    pub(crate) fn apply(&mut self, space: Space, entry: Entry<Event>, place: Place) {
        let Entry { id, by, at, on, event } = entry;
        match (space, event) {
            (Space::Service, Event::Service(event)) => self.apply_service(&Entry { id, by, at, on, event }),
            (Space::Tally, Event::Tally(event)) => self.apply_tally(event),
            (Space::Declarations(worker), Event::Declaration(event)) => {
                self.apply_declaration(worker, &Entry { id, by, at, on, event });
            }
            (Space::Front(case), Event::Front(event)) => {
                let shelved = self.cases.entry(case).or_insert_with(Shelved::begun);
                shelved.apply_front(Entry { id, by, at, on, event }, place);
            }
            (Space::Service, Event::Register(event)) => {
                let takes = |entry: &RegisterEntry| space_of(entry) == Some(space);
                self.registers.apply(Entry { id, by, at, on, event }, takes);
            }
            (Space::Practice(worker), Event::Register(event)) => {
                let takes = |entry: &RegisterEntry| space_of(entry) == Some(space);
                let kepts = self.practice.entry(worker).or_default();
                kepts.apply(Entry { id, by, at, on, event }, takes);
            }
            (Space::Case(case), Event::Case(event)) => {
                let shelved = self.cases.entry(case).or_insert_with(Shelved::begun);
                shelved.apply_story(Entry { id, by, at, on, event }, place);
            }
            (Space::View(view), Event::View(event)) => self.views.apply(view, Entry { id, by, at, on, event }),
            _ => {}
        }
    }

    /// Whether somebody may write such an event. The policy is the managers' to change; what else is sealed under a key is open to
    /// whoever holds that key.
    pub(crate) fn may_write(&self, by: WorkerId, event: &Event) -> bool {
        let is_of_policy = |entry: &RegisterEntry| KINDS.contains(&entry.kind);
        let of_policy = |of: &EventId| self.registers.get(*of).is_some_and(|kept| is_of_policy(&kept.entry));
        let is_policy = match event {
            Event::Service(event) => return self.team.may_write(by, event),
            Event::Register(RegisterEvent::Entered(entry)) => is_of_policy(entry),
            Event::Register(RegisterEvent::Changed { of, .. } | RegisterEvent::Struck { of, .. }) => of_policy(of),
            _ => false,
        };
        let role = self.team.members.get(&by).map(|member| member.worker.role);
        !is_policy || role == Some(Role::Manager)
    }

    fn apply_service(&mut self, entry: &Entry<ServiceEvent>) {
        self.team.apply(entry);
    }

    fn apply_declaration(&mut self, worker: WorkerId, entry: &Entry<DeclarationEvent>) {
        self.declarations.entry(worker).or_default().apply(entry);
    }

    fn apply_tally(&mut self, tally: Tally) {
        let Tally {
            month,
            role,
            gate,
            answer,
        } = tally;
        *self.tallies.entry((month, role, gate, answer)).or_default() += 1;
    }

    /// Puts right what lists ask of the cases in which something happened.
    pub(crate) fn freshen(&mut self) {
        self.cases.values_mut().for_each(Shelved::freshen);
    }

    /// The same of one case.
    pub(crate) fn freshen_one(&mut self, id: CaseId) {
        if let Some(shelved) = self.cases.get_mut(&id) {
            shelved.freshen();
        }
    }

    /// Drops what this person may no longer read.
    pub(crate) fn forget(&mut self, space: Space) {
        match space {
            Space::Front(case) => {
                self.cases.remove(&case);
            }
            Space::Case(case) => {
                if let Some(shelved) = self.cases.get_mut(&case) {
                    shelved.forget_story();
                }
            }
            Space::Declarations(worker) => {
                self.declarations.remove(&worker);
            }
            Space::Practice(worker) => {
                self.practice.remove(&worker);
            }
            Space::View(view) => self.views.forget(view),
            Space::Service | Space::Tally | Space::Inbox(_) | Space::PassedOn(_) => {}
        }
    }
}

/// Where an entry belongs: whoever can write elsewhere must not be able to speak there. None where it does not say whose it is.
pub(crate) fn space_of(entry: &RegisterEntry) -> Option<Space> {
    match entry.kind.register().sealed {
        Sealed::Service => Some(Space::Service),
        Sealed::Worker(name) => entry.worker(name).map(Space::Practice),
        // It stands in the event by which its view was taken.
        Sealed::View => None,
    }
}

impl Book {
    /// Every entry of every register that this person may read and that counts.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &Kept> {
        let of_practice = self.practice.values().flat_map(Kepts::iter);
        let all = self.registers.iter().chain(of_practice);
        all.filter(|kept| kept.struck.is_none())
    }
}
