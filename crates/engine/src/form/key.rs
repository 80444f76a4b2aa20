//! The service's published key, and the six words by which people know it.

use evenhand_domain::service::{Chair, Inbox};
use evenhand_vault::inbox::InboxPublic;
use thiserror::Error;

/// The text in `service.json` is no key that this build can seal to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the key in service.json cannot be used. Copy it again from the workspace: Settings, Public page.")]
pub struct InboxKeyError;

pub(super) fn read(inbox: &Inbox) -> Result<InboxPublic, InboxKeyError> {
    InboxPublic::from_text(&inbox.key).map_err(|_| InboxKeyError)
}

/// The six words of an inbox key, to be compared with the service's leaflet.
///
/// # Errors
/// When the text is no key.
pub fn fingerprint(inbox: &Inbox) -> Result<String, InboxKeyError> {
    read(inbox).map(|key| key.fingerprint())
}

/// The six words of the Chair's key; none where the Chair has no key (SPS-19).
///
/// # Errors
/// When there is a text and it is no key.
pub fn chair_fingerprint(chair: &Chair) -> Result<Option<String>, InboxKeyError> {
    let Some(key) = &chair.key else {
        return Ok(None);
    };
    InboxPublic::from_text(key)
        .map(|key| Some(key.fingerprint()))
        .map_err(|_| InboxKeyError)
}
