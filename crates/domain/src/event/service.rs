//! What happens to the service itself: its people, its logs, its inboxes, its backups.

use serde::{Deserialize, Serialize};

use super::WrapRow;
use crate::case::attachment::Attachment;
use crate::ids::WorkerId;
use crate::profile::ProfileId;
use crate::worker::Worker;

/// What happens to the service as a whole. Every worker of the service can read these.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ServiceEvent {
    /// The service began to be kept on this device.
    SetUp {
        /// Its name as families know it.
        name: String,
        /// The policy it works under.
        profile: ProfileId,
    },
    /// Somebody joined, with a sign-in of their own.
    WorkerJoined {
        /// Who they are.
        worker: Worker,
        /// Their public card, by which keys are wrapped to them and their log is recognised.
        #[serde(with = "crate::bytes")]
        card: Vec<u8>,
    },
    /// A worker's ways in are these: the row of their printed recovery code's slot, so that a backup holds it, and that of
    /// their passphrase's.
    RecoverySet {
        /// Whose.
        worker: WorkerId,
        /// The row of the recovery code's slot.
        #[serde(with = "crate::bytes")]
        slot: [u8; 16],
        /// The row of the passphrase's slot, so that it can be taken away when they leave.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sign_in: Option<WrapRow>,
    },
    /// A worker's details changed; their role and identity stay.
    WorkerChanged {
        /// Who, with the details as they are now.
        worker: Worker,
    },
    /// A log began: the key that signs it, certified by its worker's identity.
    LogBegun {
        /// Whose log.
        worker: WorkerId,
        /// The public key that signs it.
        #[serde(with = "crate::bytes")]
        key: [u8; 32],
        /// The certificate.
        #[serde(with = "crate::bytes")]
        certificate: Vec<u8>,
    },
    /// A worker left: their ways in are set aside, and no key is wrapped to them from here on.
    WorkerLeft {
        /// Who.
        worker: WorkerId,
        /// Their ways in, which opened nothing from here on. Nothing of them is destroyed: a case that they held alone, and that
        /// nobody else may know of, would be lost with them (SPS-15).
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        ways_in: Vec<WayIn>,
    },
    /// Somebody who left may unlock again, with the ways in that were set aside: to hand on what they alone hold, or to stay.
    WorkerCameBack {
        /// Who.
        worker: WorkerId,
    },
    /// A worker can now wrap keys to another: the encapsulation that both sides share, signed by the sender.
    ChannelOpened {
        /// Who wraps.
        from: WorkerId,
        /// To whom.
        to: WorkerId,
        /// The signed encapsulation.
        #[serde(with = "crate::bytes")]
        encapsulation: Vec<u8>,
    },
    /// An inbox was made: from here on its public key may be published.
    InboxOpened {
        /// First inbox, or the second for those who know somebody here.
        inbox: Inbox,
        /// The public key, as published.
        #[serde(with = "crate::bytes")]
        public: Vec<u8>,
        /// Those who hold its secret.
        holders: Vec<WorkerId>,
    },
    /// Somebody who joined later was handed the secrets of an inbox.
    InboxHolderAdded {
        /// Which inbox.
        inbox: Inbox,
        /// To whom.
        worker: WorkerId,
        /// Which of its keys, counted from 1 in the order in which they were made.
        keys: Vec<u32>,
    },
    /// A sealed backup was saved.
    BackupSaved,
    /// A backup was restored: logs go on as new logs.
    BackupRestored,
    /// The settings of the national register in the service's areas were kept, in place of those that were kept before (SPS-14).
    SchoolsKept {
        /// Where they lie sealed (`docs/format.md`).
        file: Attachment,
        /// The local authorities or districts that were asked for.
        areas: Vec<String>,
        /// How many settings.
        count: u32,
    },
    /// A locked file was brought in; its digest tells a duplicate.
    FileBroughtIn {
        /// SHA-256 of the locked file.
        #[serde(with = "crate::bytes")]
        digest: [u8; 32],
    },
}

/// The slot of a passphrase or a recovery code, as it is stored: without the one or the other it opens nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayIn {
    /// Its row.
    pub row: WrapRow,
    /// What is in it, sealed.
    #[serde(with = "crate::bytes")]
    pub slot: Vec<u8>,
}

/// Which of a service's inboxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inbox {
    /// Where answers go.
    First,
    /// Where answers go from somebody who knows a person here, so that this person does not read them.
    Second,
}

/// What opens an inbox. Those who hold the inbox can read this.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InboxEvent {
    /// The secret of an inbox was made.
    SecretMade {
        /// The secret; it lies only inside this sealed event.
        #[serde(with = "crate::bytes")]
        secret: [u8; 32],
    },
}

/// The secret is left out: a debug line must open nothing.
impl std::fmt::Debug for InboxEvent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretMade")
    }
}
