//! What a person needs to have a way in: a root key, key pairs, two slots, and a log.

use evenhand_domain::event::{Event, ServiceEvent, WrapRow};
use evenhand_domain::ids::WorkerId;
use evenhand_domain::worker::Worker;
use evenhand_store::Table;
use evenhand_vault::device::DeviceHeader;
use evenhand_vault::ids::{RowId, VaultId};
use evenhand_vault::person::{LogKey, PersonKeys, PersonRoot};
use evenhand_vault::phrase::{Passphrase, RecoveryCode, SignInName, Strength};
use evenhand_vault::slot::{SlotKind, SlotSecret, seal_slot, stretch};

use crate::change::Change;
use crate::device::set_up::SetUpError;
use crate::save::purpose_of;
use crate::space::Space;

/// A sign-in name and a passphrase as typed.
pub struct SignIn {
    /// The name.
    pub name: String,
    /// The passphrase.
    pub passphrase: String,
}

/// Purposes of the rows that are a person's own.
pub(crate) const KEYS: &str = "person-keys";
pub(crate) const WHO: &str = "worker";
pub(crate) const SLOTS: &str = "slots";
pub(crate) const LOG: &str = "log-key";

/// How well a passphrase holds, in one word.
#[must_use]
pub fn judge_passphrase(typed: &str) -> Strength {
    Passphrase::from_input(typed.to_owned()).strength()
}

/// Six random words with which somebody may sign in.
#[must_use]
pub fn offer_passphrase() -> String {
    evenhand_vault::phrase::make_phrase().to_string()
}

/// A way in, stretched and ready to be sealed into a slot.
pub(crate) struct WayIn {
    secret: SlotSecret,
}

impl WayIn {
    pub(crate) fn make(header: &DeviceHeader, sign_in: SignIn) -> Result<Self, SetUpError> {
        let name = SignInName::from_input(sign_in.name)?;
        let passphrase = Passphrase::from_input(sign_in.passphrase);
        let strength = passphrase.strength();
        if strength < Strength::Fair {
            return Err(SetUpError::PassphraseWeak(strength));
        }
        Ok(Self {
            secret: stretch(&name, &passphrase, header)?,
        })
    }

    /// The row and bytes of the slot that this way in opens.
    pub(crate) fn slot(&self, root: &PersonRoot, vault: VaultId) -> (RowId, Vec<u8>) {
        let row = RowId::make();
        (row, seal_slot(&self.secret, root, SlotKind::Passphrase, vault, row))
    }
}

/// Somebody about to join.
pub(crate) struct NewPerson {
    pub(crate) root: PersonRoot,
    pub(crate) keys: PersonKeys,
    pub(crate) log_key: LogKey,
    header: DeviceHeader,
    who: WorkerId,
    slots: [(RowId, Vec<u8>); 2],
}

impl NewPerson {
    pub(crate) fn make(
        who: WorkerId,
        header: &DeviceHeader,
        sign_in: SignIn,
        recovery: &RecoveryCode,
    ) -> Result<Self, SetUpError> {
        let root = PersonRoot::make();
        let way_in = WayIn::make(header, sign_in)?;
        let row = RowId::make();
        let secret = SlotSecret::from_recovery(recovery, header.vault());
        let spare = seal_slot(&secret, &root, SlotKind::Recovery, header.vault(), row);
        let slots = [way_in.slot(&root, header.vault()), (row, spare)];
        Ok(Self {
            root,
            keys: PersonKeys::make(),
            log_key: LogKey::make(header.device()),
            header: *header,
            who,
            slots,
        })
    }

    /// Adds the rows and events by which this person joins. Keys are handed to them besides.
    pub(crate) fn join(&self, change: &mut Change, worker: &Worker) {
        let vault = self.header.vault();
        for (row, sealed) in &self.slots {
            change.put(Table::Slots, row.bytes().to_vec(), sealed.clone());
        }
        put_slots(change, &self.root, vault, self.slots[0].0, self.slots[1].0);
        let row = self.root.row(WHO);
        let who = self.root.seal(WHO, vault, row, &self.who.bytes());
        change.put(Table::Keys, row.bytes().to_vec(), who);
        let row = self.root.row(KEYS);
        change.put(
            Table::Keys,
            row.bytes().to_vec(),
            self.keys.seal_under(&self.root, vault, row),
        );
        put_log_key(change, &self.root, vault, &self.log_key);
        let card = self.keys.card().encode();
        change.add(
            Space::Service,
            Event::Service(ServiceEvent::WorkerJoined {
                worker: worker.clone(),
                card,
            }),
        );
        change.add(Space::Service, ways_in(worker.id, self.slots[0].0, self.slots[1].0));
        change.add(Space::Service, begun(worker.id, &self.keys, &self.log_key, vault));
    }
}

/// Remembers which slots are this person's: the passphrase's, then the recovery code's.
pub(crate) fn put_slots(change: &mut Change, root: &PersonRoot, vault: VaultId, passphrase: RowId, recovery: RowId) {
    let row = root.row(SLOTS);
    let both = [passphrase.bytes(), recovery.bytes()].concat();
    change.put(Table::Keys, row.bytes().to_vec(), root.seal(SLOTS, vault, row, &both));
}

/// Which slots are a worker's, said to everybody: a backup keeps the one, and both are taken away when they leave.
pub(crate) fn ways_in(worker: WorkerId, passphrase: RowId, recovery: RowId) -> Event {
    Event::Service(ServiceEvent::RecoverySet {
        worker,
        slot: recovery.bytes(),
        sign_in: Some(WrapRow(passphrase.bytes().to_vec())),
    })
}

pub(crate) fn put_log_key(change: &mut Change, root: &PersonRoot, vault: VaultId, log_key: &LogKey) {
    let row = root.row(&purpose_of(LOG, &log_key.device().bytes()));
    change.put(Table::Keys, row.bytes().to_vec(), log_key.seal_under(root, vault, row));
}

/// A log began: who signs it is certified by their identity.
pub(crate) fn begun(worker: WorkerId, keys: &PersonKeys, log_key: &LogKey, vault: VaultId) -> Event {
    let certificate = keys.certify(vault, log_key);
    Event::Service(ServiceEvent::LogBegun {
        worker,
        key: log_key.author(),
        certificate,
    })
}
