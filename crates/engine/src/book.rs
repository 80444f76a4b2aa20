//! The open book: everything that this person may read, folded. It lives only while the workspace is unlocked.

use std::collections::BTreeMap;

use evenhand_domain::case::state::{Case, Front};
use evenhand_domain::event::{CaseEvent, DeclarationEvent, Entry, Event, FrontEvent, ServiceEvent, Tally};
use evenhand_domain::ids::{CaseId, EventId, WorkerId};
use evenhand_domain::register::{Kept, Kepts, RegisterEntry, Sealed};
use evenhand_domain::team::{Declarations, Team};

use crate::case::search::Haystack;
use crate::space::Space;

/// One case as this person may see it.
#[derive(Debug, Clone, Default)]
pub struct CaseFile {
    /// Its front sheet.
    pub front: Front,
    /// Its story; none for those who hold the front sheet alone.
    pub story: Option<Case>,
    /// Everything that happened to the front sheet, in order.
    pub front_entries: Vec<Entry<FrontEvent>>,
    /// Everything that happened in the story, in order.
    pub entries: Vec<Entry<CaseEvent>>,
    pub(crate) haystack: Haystack,
}

/// Everything this person may read.
#[derive(Debug, Default)]
pub(crate) struct Book {
    pub(crate) team: Team,
    pub(crate) declarations: BTreeMap<WorkerId, Declarations>,
    pub(crate) cases: BTreeMap<CaseId, CaseFile>,
    pub(crate) tallies: Vec<Entry<Tally>>,
    /// Registers that everybody reads.
    pub(crate) registers: Kepts,
    /// Registers of one worker's practice.
    pub(crate) practice: BTreeMap<WorkerId, Kepts>,
}

impl Book {
    /// The book after one more event of a space. An event in the wrong kind of space is passed over: whoever can write
    /// there must not be able to speak for another space.
    pub(crate) fn apply(&mut self, space: Space, entry: Entry<Event>) {
        let Entry { id, by, at, on, event } = entry;
        match (space, event) {
            (Space::Service, Event::Service(event)) => self.apply_service(&Entry { id, by, at, on, event }),
            (Space::Tally, Event::Tally(event)) => self.tallies.push(Entry { id, by, at, on, event }),
            (Space::Declarations(worker), Event::Declaration(event)) => {
                self.apply_declaration(worker, &Entry { id, by, at, on, event });
            }
            (Space::Front(case), Event::Front(event)) => self.apply_front(case, Entry { id, by, at, on, event }),
            (Space::Service, Event::Register(event)) => {
                let takes = |entry: &RegisterEntry| space_of(entry) == Some(space);
                self.registers.apply(Entry { id, by, at, on, event }, takes);
            }
            (Space::Practice(worker), Event::Register(event)) => {
                let takes = |entry: &RegisterEntry| space_of(entry) == Some(space);
                let kepts = self.practice.entry(worker).or_default();
                kepts.apply(Entry { id, by, at, on, event }, takes);
            }
            (Space::Case(case), Event::Case(event)) => self.apply_story(case, Entry { id, by, at, on, event }),
            _ => {}
        }
    }

    fn apply_service(&mut self, entry: &Entry<ServiceEvent>) {
        self.team.apply(entry);
    }

    fn apply_declaration(&mut self, worker: WorkerId, entry: &Entry<DeclarationEvent>) {
        self.declarations.entry(worker).or_default().apply(entry);
    }

    fn apply_front(&mut self, case: CaseId, entry: Entry<FrontEvent>) {
        let file = self.cases.entry(case).or_default();
        file.front.apply(&entry);
        file.front_entries.push(entry);
        file.haystack.forget();
    }

    fn apply_story(&mut self, case: CaseId, entry: Entry<CaseEvent>) {
        let file = self.cases.entry(case).or_default();
        file.story.get_or_insert_default().apply(&entry);
        file.entries.push(entry);
        file.haystack.forget();
    }

    /// Drops what this person may no longer read.
    pub(crate) fn forget(&mut self, space: Space) {
        match space {
            Space::Front(case) => {
                self.cases.remove(&case);
            }
            Space::Case(case) => {
                if let Some(file) = self.cases.get_mut(&case) {
                    file.story = None;
                    file.entries.clear();
                    file.haystack.forget();
                }
            }
            Space::Declarations(worker) => {
                self.declarations.remove(&worker);
            }
            Space::Practice(worker) => {
                self.practice.remove(&worker);
            }
            Space::Service | Space::Tally | Space::Inbox(_) | Space::PassedOn(_) => {}
        }
    }
}

/// Where an entry belongs: whoever can write elsewhere must not be able to speak there. None where it does not say whose it is.
pub(crate) fn space_of(entry: &RegisterEntry) -> Option<Space> {
    match entry.kind.register().sealed {
        Sealed::Service => Some(Space::Service),
        Sealed::Worker(name) => entry.worker(name).map(Space::Practice),
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

impl CaseFile {
    pub(crate) fn has_entry(&self, id: EventId) -> bool {
        self.entries.iter().any(|entry| entry.id == id) || self.front_entries.iter().any(|entry| entry.id == id)
    }

    /// Folds anew without one event.
    pub(crate) fn forget_entry(&mut self, id: EventId) {
        self.entries.retain(|entry| entry.id != id);
        self.front_entries.retain(|entry| entry.id != id);
        self.front = Front::default();
        self.front_entries.iter().for_each(|entry| self.front.apply(entry));
        if let Some(story) = &mut self.story {
            *story = Case::default();
            self.entries.iter().for_each(|entry| story.apply(entry));
        }
        self.haystack.forget();
    }
}
