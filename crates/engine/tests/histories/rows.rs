//! The keys that the stored rows give to somebody, read without the engine.

use std::cell::RefCell;
use std::collections::BTreeSet;

use evenhand_domain::ids::{CaseId, WorkerId};
use evenhand_domain::team::Team;
use evenhand_engine::AnyStore;
use evenhand_store::Table;
use evenhand_vault::grant::Channel;
use evenhand_vault::ids::VaultId;
use evenhand_vault::pack::open_pack;
use evenhand_vault::person::{PersonCard, PersonKeys, PersonRoot};
use evenhand_vault::ring::{LABEL_SIZE, Ring};

use crate::calder_vale::run;
use crate::calder_vale::stored::{part_of_snapshot, root_of, stored_search};

/// The labels of a case's front sheet and of its story.
const FRONT: u8 = 4;
const STORY: u8 = 5;

/// Somebody's own keys, kept by whoever was once let in: a way in that ended does not take them back.
pub(crate) struct Own {
    vault: VaultId,
    root: PersonRoot,
    keys: PersonKeys,
    /// The rings of the channels that were opened to this person, in the order of the team's channels: accepting one takes long.
    rings: RefCell<Vec<Option<Ring>>>,
}

/// One key of a case: which case, whether it is of the story, which epoch.
pub(crate) type Wrap = (CaseId, bool, u32);

impl Own {
    pub(crate) fn of(store: &AnyStore, name: &str) -> Self {
        let (vault, root) = root_of(store, name);
        let row = root.row("person-keys");
        let sealed = run(store.read(Table::Keys, &row.bytes())).unwrap().unwrap();
        let keys = PersonKeys::open_under(&root, vault, row, &sealed).unwrap();
        let rings = RefCell::default();
        Self {
            vault,
            root,
            keys,
            rings,
        }
    }

    /// Every key of every case that this person can open from the stored rows, over whichever ring.
    pub(crate) fn wraps(&self, store: &AnyStore, team: &Team, me: WorkerId) -> BTreeSet<Wrap> {
        let mut wraps = self.on(store, &self.root.ring(self.vault));
        let mut rings = self.rings.borrow_mut();
        let known = rings.len();
        rings.extend(team.channels[known..].iter().map(|(from, to, encapsulation)| {
            let card = PersonCard::decode(&team.members[from].card).unwrap();
            let is_mine = *to == me;
            is_mine.then(|| {
                Channel::accept(&self.keys, encapsulation, &card, self.vault)
                    .unwrap()
                    .ring()
            })
        }));
        wraps.extend(rings.iter().flatten().flat_map(|ring| self.on(store, ring)));
        wraps.extend(self.in_snapshot(store));
        wraps
    }

    /// The keys in this person's snapshot, where they have one.
    fn in_snapshot(&self, store: &AnyStore) -> BTreeSet<Wrap> {
        let Some((row, purpose, sealed)) = part_of_snapshot(store, (self.vault, &self.root), [0, 1]) else {
            return BTreeSet::new();
        };
        let keys = open_pack(&self.root, (&purpose, self.vault, row), &sealed).unwrap();
        let wraps: BTreeSet<Wrap> = keys.iter().filter_map(|key| wrap(&key.label)).collect();
        assert!(!keys.is_empty());
        wraps
    }

    /// Whether what a search finds by, in this person's snapshot, tells of a case.
    pub(crate) fn finds(&self, store: &AnyStore, case: CaseId) -> bool {
        let found = stored_search(store, (self.vault, &self.root));
        found.is_some_and(|found| found.contains(&case.to_string()))
    }

    fn on(&self, store: &AnyStore, ring: &Ring) -> BTreeSet<Wrap> {
        let rows = run(store.read_prefix(Table::Grants, &ring.mark())).unwrap();
        let labels = rows.iter().map(|row| ring.open(&row.key, &row.value).unwrap().label);
        labels.filter_map(|label| wrap(&label)).collect()
    }
}

fn wrap(label: &[u8; LABEL_SIZE]) -> Option<Wrap> {
    let case = CaseId::new(label[1..17].try_into().unwrap());
    let epoch = u32::from_le_bytes(label[17..].try_into().unwrap());
    matches!(label[0], FRONT | STORY).then_some((case, label[0] == STORY, epoch))
}
