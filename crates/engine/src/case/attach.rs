//! Files kept with a case: sealed in pieces, at most ten megabytes, never shown inline.

use evenhand_domain::case::attachment::Attachment;
use evenhand_domain::event::{CaseEvent, Event};
use evenhand_domain::ids::{AttachmentId, CaseId, EventId};
use evenhand_store::Table;
use evenhand_vault::ids::BlobId;
use evenhand_vault::space::{BlobKey, open_chunks, seal_chunks};
use thiserror::Error;

use crate::case::CaseError;
use crate::case::keep::may_keep;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::draw;
use crate::now::Now;
use crate::space::Space;

/// The largest file that can be attached, in bytes.
pub const LARGEST: usize = 10 * 1024 * 1024;

/// Why a file was not attached, opened or erased.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AttachError {
    /// The case cannot be worked on.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// It is larger than ten megabytes.
    #[error("this file is larger than ten megabytes")]
    TooLarge,
    /// There is nothing in it.
    #[error("this file is empty")]
    Empty,
    /// Its bytes are missing or damaged.
    #[error("this file is missing or damaged")]
    Damaged,
    /// Why it is erased is missing.
    #[error("a reason is missing")]
    ReasonMissing,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl Desk {
    /// Attaches a file to a case.
    ///
    /// # Errors
    /// When it is too large or empty, the case cannot be worked on, or it could not be saved.
    pub async fn attach(
        &self,
        now: Now,
        id: CaseId,
        name: &str,
        about: &str,
        bytes: &[u8],
    ) -> Result<EventId, AttachError> {
        self.read_story(id, |policy, _, story| may_keep(policy.on(now.day()), story))
            .await??;
        if bytes.is_empty() {
            return Err(AttachError::Empty);
        }
        if bytes.len() > LARGEST {
            return Err(AttachError::TooLarge);
        }
        let attachment = AttachmentId::new(draw::id());
        let key = BlobKey::make();
        let sealed = seal_chunks(&key, BlobId::new(attachment.bytes()), bytes);
        let mut change = Change::new();
        change.put(Table::Blob, attachment.bytes().to_vec(), sealed);
        let added = change.add(
            Space::Case(id),
            Event::Case(CaseEvent::AttachmentAdded(Attachment {
                id: attachment,
                name: name.trim().to_owned(),
                size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
                about: about.trim().to_owned(),
                key: *key.expose_for_event(),
            })),
        );
        self.save(now, change).await?;
        Ok(added)
    }

    /// Opens an attached file, to be saved on the device.
    ///
    /// # Errors
    /// When there is no such file for this person, or its bytes are damaged.
    pub async fn open_attachment(&self, id: CaseId, of: EventId) -> Result<(String, Vec<u8>), AttachError> {
        let attachment = self
            .read_story(id, |_, _, story| {
                let kept = story
                    .attachments
                    .iter()
                    .find(|kept| kept.id == of && kept.in_error.is_none());
                kept.map(|kept| kept.now.clone())
            })
            .await?;
        let attachment = attachment.ok_or(CaseError::NoSuchEntry)?;
        let found = self.0.store.read(Table::Blob, &attachment.id.bytes()).await;
        let sealed = found.ok().flatten().ok_or(AttachError::Damaged)?;
        let key = BlobKey::from_event(&attachment.key).ok_or(AttachError::Damaged)?;
        let opened = open_chunks(&key, BlobId::new(attachment.id.bytes()), &sealed);
        Ok((attachment.name, opened.map_err(|_| AttachError::Damaged)?.to_vec()))
    }

    /// Erases an attached file's bytes; that it was there, and why it went, still shows.
    ///
    /// # Errors
    /// When no reason is given, there is no such file, or it could not be saved.
    pub async fn erase_attachment(&self, now: Now, id: CaseId, of: EventId, why: &str) -> Result<(), AttachError> {
        if why.trim().is_empty() {
            return Err(AttachError::ReasonMissing);
        }
        let blob = self
            .read_story(id, |_, _, story| {
                story
                    .attachments
                    .iter()
                    .find(|kept| kept.id == of)
                    .map(|kept| kept.now.id)
            })
            .await?;
        let blob = blob.ok_or(CaseError::NoSuchEntry)?;
        let mut change = Change::new();
        change.delete(Table::Blob, blob.bytes().to_vec());
        let event = CaseEvent::AttachmentErased {
            attachment: of,
            why: why.trim().to_owned(),
        };
        change.add(Space::Case(id), Event::Case(event));
        self.save(now, change).await?;
        Ok(())
    }
}
