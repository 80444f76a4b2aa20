//! Making an inbox: its secret stays here, sealed; its public key goes into `service.json`.

use evenhand_domain::event::{Event, Inbox, InboxEvent, ServiceEvent};
use evenhand_domain::ids::WorkerId;
use evenhand_domain::worker::Role;
use evenhand_vault::inbox::{InboxPublic, InboxSecret};
use thiserror::Error;

use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::now::Now;
use crate::space::{InboxSpace, Space};

/// Why an inbox was not made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OpenInboxError {
    /// Only the manager makes inboxes.
    #[error("only the manager makes inboxes")]
    ManagerOnly,
    /// There is no such worker.
    #[error("there is no such worker")]
    NoSuchWorker,
    /// The second inbox needs a holder other than those of the first, and the first one other than those of the second.
    #[error("the second inbox needs another holder than the first")]
    SameHolder,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// An inbox as it is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedInbox {
    /// The public key, as text for `service.json`.
    pub key: String,
    /// Six words by which the key is known.
    pub fingerprint: String,
}

impl PublishedInbox {
    /// The key as published, from its bytes.
    #[must_use]
    pub fn of(public: &[u8]) -> Option<Self> {
        let public = InboxPublic::decode(public).ok()?;
        Some(Self {
            key: public.to_text(),
            fingerprint: public.fingerprint(),
        })
    }
}

impl From<Inbox> for InboxSpace {
    fn from(inbox: Inbox) -> Self {
        match inbox {
            Inbox::First => Self::First,
            Inbox::Second => Self::Second,
        }
    }
}

impl Desk {
    /// Makes an inbox, or a new key for one. Older keys still open what was sent to them.
    ///
    /// # Errors
    /// When this person does not manage the service, when the holder cannot hold it, or when it could not be saved.
    pub async fn open_inbox(&self, now: Now, inbox: Inbox, holder: WorkerId) -> Result<PublishedInbox, OpenInboxError> {
        let me = self.me().map_err(SaveError::from)?;
        if me.role != Role::Manager {
            return Err(OpenInboxError::ManagerOnly);
        }
        let team = self.team();
        if team.members.get(&holder).is_none_or(|member| member.left_on.is_some()) {
            return Err(OpenInboxError::NoSuchWorker);
        }
        let other = match inbox {
            Inbox::First => Inbox::Second,
            Inbox::Second => Inbox::First,
        };
        if team.opens_inbox(other, holder) {
            return Err(OpenInboxError::SameHolder);
        }
        let space = Space::Inbox(inbox.into());
        let mut change = Change::new();
        // Each key has an epoch of its own, so that whoever holds an older one does not open what a newer one opens.
        let epoch = self.read(|book| book.team.inboxes.iter().filter(|open| open.inbox == inbox).count());
        let epoch = u32::try_from(epoch.map_err(SaveError::from)?)
            .unwrap_or(u32::MAX)
            .saturating_add(1);
        let secret = InboxSecret::make();
        let public = secret.public();
        change.mint(space, epoch);
        self.grant_epoch(&mut change, space, epoch, holder)?;
        let event = InboxEvent::SecretMade {
            secret: *secret.expose_for_event(),
        };
        change.add(space, Event::Inbox(event));
        let published = PublishedInbox {
            key: public.to_text(),
            fingerprint: public.fingerprint(),
        };
        let opened = ServiceEvent::InboxOpened {
            inbox,
            public: public.encode(),
            holders: vec![holder],
        };
        change.add(Space::Service, Event::Service(opened));
        self.save(now, change).await?;
        Ok(published)
    }

    /// Whether this person can open what was sent to the service.
    #[must_use]
    pub fn holds_an_inbox(&self) -> bool {
        self.with(|open| !open.inboxes.is_empty()).unwrap_or(false)
    }
}
