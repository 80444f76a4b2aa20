//! The keys that are open now: by space and epoch, and by the lane that marks their events in the log.

use std::collections::{BTreeMap, HashMap};

use evenhand_vault::ring::LABEL_SIZE;
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

    /// Every space of which a key is held.
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
