//! Registers as they stand: a fold over their events.

use std::collections::{BTreeMap, BTreeSet};

use super::{Kind, RegisterEntry, RegisterEvent};
use crate::date::{Day, Moment};
use crate::event::Entry;
use crate::ids::{EventId, WorkerId};

/// An entry as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Which.
    pub id: EventId,
    /// Who wrote it.
    pub by: WorkerId,
    /// When.
    pub at: Moment,
    /// The day it was written.
    pub on: Day,
    /// What it says now.
    pub entry: RegisterEntry,
    /// Who changed it last, and on which day.
    pub changed: Option<(WorkerId, Day)>,
    /// Why it counts no more.
    pub struck: Option<String>,
}

impl Kept {
    /// The day that the entry is about: the one it names, else the one it was written on.
    #[must_use]
    pub fn about_day(&self) -> Day {
        self.entry.day(self.entry.kind.register().on).unwrap_or(self.on)
    }
}

/// The entries of one space.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kepts {
    all: BTreeMap<EventId, Kept>,
    /// Which are of a register: one register is asked for at each step, and it holds few of them.
    of_kind: BTreeMap<Kind, BTreeSet<EventId>>,
}

impl Kepts {
    /// The entries after one more event. Where `takes` refuses an entry, so does the fold: what is sealed for few must not be
    /// written where many read, nor the other way round.
    pub fn apply(&mut self, entry: Entry<RegisterEvent>, takes: impl Fn(&RegisterEntry) -> bool) {
        let Entry { id, by, at, on, event } = entry;
        match event {
            RegisterEvent::Entered(entry) if takes(&entry) => {
                let kept = Kept {
                    id,
                    by,
                    at,
                    on,
                    entry,
                    changed: None,
                    struck: None,
                };
                self.of_kind.entry(kept.entry.kind).or_default().insert(id);
                self.all.insert(id, kept);
            }
            RegisterEvent::Changed { of, values } => {
                if let Some(kept) = self.all.get_mut(&of) {
                    let changed = RegisterEntry {
                        kind: kept.entry.kind,
                        values,
                    };
                    if takes(&changed) {
                        kept.entry = changed;
                        kept.changed = Some((by, on));
                    }
                }
            }
            RegisterEvent::Struck { of, why } => {
                if let Some(kept) = self.all.get_mut(&of) {
                    kept.struck = Some(why);
                }
            }
            RegisterEvent::Entered(_) => {}
        }
    }

    /// The entry of this identifier.
    #[must_use]
    pub fn get(&self, id: EventId) -> Option<&Kept> {
        self.all.get(&id)
    }

    /// Every entry, in no order that means anything.
    pub fn iter(&self) -> impl Iterator<Item = &Kept> {
        self.all.values()
    }

    /// The entries of one register that count.
    pub fn standing(&self, kind: Kind) -> impl Iterator<Item = &Kept> {
        let own = self.of_kind.get(&kind).into_iter().flatten();
        own.filter_map(|id| self.all.get(id))
            .filter(|kept| kept.struck.is_none())
    }
}
