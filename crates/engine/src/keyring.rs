//! The keys that are open now: by space and epoch, and by the lane that marks their events in the log.

use std::collections::{BTreeMap, HashMap};

use evenhand_domain::ids::WorkerId;
use evenhand_vault::ring::{LABEL_SIZE, Ring};
use evenhand_vault::space::SpaceKey;

use crate::space::{LABEL, Space};

const _: () = assert!(
    LABEL + size_of::<u32>() == LABEL_SIZE,
    "a label is a space and an epoch"
);

/// The label of a key on a ring: its space, then its epoch.
pub(crate) fn label(space: Space, epoch: u32) -> [u8; LABEL_SIZE] {
    let mut label = [0; LABEL_SIZE];
    label[..LABEL].copy_from_slice(&space.label());
    label[LABEL..].copy_from_slice(&epoch.to_le_bytes());
    label
}

/// The space and epoch of a label; none for one that this version does not know.
pub(crate) fn of_label(label: &[u8; LABEL_SIZE]) -> Option<(Space, u32)> {
    let (space, epoch) = label.split_at(LABEL);
    Some((Space::of_label(space)?, u32::from_le_bytes(epoch.try_into().ok()?)))
}

/// Every key that this person holds while the workspace is open.
#[derive(Default)]
pub(crate) struct Keyring {
    keys: BTreeMap<(Space, u32), SpaceKey>,
    lanes: HashMap<[u8; 16], (Space, u32)>,
}

impl Keyring {
    pub(crate) fn add(&mut self, space: Space, epoch: u32, key: SpaceKey) {
        self.lanes.insert(key.lane(), (space, epoch));
        self.keys.insert((space, epoch), key);
    }

    /// Adds a key that was packed with its lane.
    pub(crate) fn add_packed(&mut self, space: Space, epoch: u32, lane: [u8; 16], key: SpaceKey) {
        self.lanes.insert(lane, (space, epoch));
        self.keys.insert((space, epoch), key);
    }

    /// Opens a row of a ring and adds its key; gives which it is. A key of a kind that is not known is left where it is.
    pub(crate) fn open(&mut self, ring: &Ring, row: &[u8], sealed: &[u8]) -> Option<(Space, u32)> {
        let opened = ring.open(row, sealed).ok()?;
        let (space, epoch) = of_label(&opened.label)?;
        self.add(space, epoch, opened.key);
        Some((space, epoch))
    }

    /// Every key with its label and its lane.
    pub(crate) fn packed(&self) -> Vec<([u8; LABEL_SIZE], [u8; 16], &SpaceKey)> {
        let lanes = self.lanes.iter();
        let packed =
            lanes.filter_map(|(lane, (space, epoch))| Some((label(*space, *epoch), *lane, self.get(*space, *epoch)?)));
        packed.collect()
    }

    pub(crate) fn get(&self, space: Space, epoch: u32) -> Option<&SpaceKey> {
        self.keys.get(&(space, epoch))
    }

    /// The space whose events bear this lane.
    pub(crate) fn of_lane(&self, lane: &[u8; 16]) -> Option<(Space, u32, &SpaceKey)> {
        let (space, epoch) = *self.lanes.get(lane)?;
        Some((space, epoch, self.keys.get(&(space, epoch))?))
    }

    /// The key under which new events of a space are sealed.
    pub(crate) fn newest(&self, space: Space) -> Option<(u32, &SpaceKey)> {
        self.of(space).next_back()
    }

    /// Every key of a space, oldest first.
    pub(crate) fn of(&self, space: Space) -> impl DoubleEndedIterator<Item = (u32, &SpaceKey)> {
        self.keys
            .range((space, 0)..=(space, u32::MAX))
            .map(|((_, epoch), key)| (*epoch, key))
    }

    /// Every worker whose declarations this person may read. It looks at those keys alone: each save asks, and a service comes
    /// to hold a key for each of thousands of cases.
    pub(crate) fn registers(&self) -> impl Iterator<Item = WorkerId> {
        let of = |byte| Space::Declarations(WorkerId::new([byte; 16]));
        let held = self.keys.range((of(0), 0)..=(of(u8::MAX), u32::MAX));
        held.filter_map(|((space, _), _)| match space {
            Space::Declarations(worker) => Some(*worker),
            _ => None,
        })
    }

    /// Every space of which a key is held, once for each epoch. It walks all keys, so it is for what is seldom done.
    pub(crate) fn spaces(&self) -> impl Iterator<Item = Space> {
        self.keys.keys().map(|(space, _)| *space)
    }

    pub(crate) fn holds(&self, space: Space) -> bool {
        self.newest(space).is_some()
    }

    /// Lays down every key of a space.
    pub(crate) fn lay_down(&mut self, space: Space) {
        self.keys.retain(|(held, _), _| *held != space);
        self.lanes.retain(|_, (held, _)| *held != space);
    }
}

#[cfg(test)]
mod tests {
    use evenhand_domain::ids::CaseId;

    use super::*;
    use crate::space::InboxSpace;

    #[test]
    fn registers_are_found_among_all_keys_the_first_and_the_last_too_and_nothing_else_is() {
        let mut ring = Keyring::default();
        for space in [
            Space::Service,
            Space::Tally,
            Space::Front(CaseId::new([0; 16])),
            Space::Case(CaseId::new([255; 16])),
            Space::Inbox(InboxSpace::First),
        ] {
            ring.add(space, 1, SpaceKey::make());
        }
        assert_eq!(ring.registers().count(), 0);
        let workers = [[0; 16], [7; 16], [255; 16]].map(WorkerId::new);
        for worker in workers {
            ring.add(Space::Declarations(worker), u32::MAX, SpaceKey::make());
        }
        assert_eq!(ring.registers().collect::<Vec<_>>(), workers);
    }
}
