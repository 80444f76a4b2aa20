//! The service's published key, and the six words by which people know it.

use evenhand_domain::service::{Chair, Inbox, ServiceFile};
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

/// Whether answers can be sealed here at all, and to whichever inbox they turn out to need: asked before the first question, so
/// that nobody answers them all and then cannot lock.
///
/// # Errors
/// When the key of either inbox is no key.
pub fn can_seal(service: &ServiceFile) -> Result<bool, InboxKeyError> {
    for inbox in service.inbox.iter().chain(&service.second_inbox) {
        read(inbox)?;
    }
    Ok(service.can_receive())
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

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = include_str!("../../../../tests/vectors/v1/inbox-public.txt");

    #[test]
    fn lei_31_a_second_inbox_without_a_usable_key_is_found_before_the_first_question() {
        let inbox = |key: &str| {
            Some(Inbox {
                key: key.trim().to_owned(),
                email: None,
                opened_by: String::new(),
            })
        };
        let mut service = ServiceFile::parse(include_str!("../../../../public/service.json")).unwrap();
        for (first, second, can) in [
            (None, None, Ok(false)),
            (inbox(KEY), None, Ok(true)),
            (inbox(KEY), inbox(KEY), Ok(true)),
            (inbox("no key"), None, Err(InboxKeyError)),
            (inbox(KEY), inbox("no key"), Err(InboxKeyError)),
        ] {
            (service.inbox, service.second_inbox) = (first, second);
            assert_eq!(can_seal(&service), can);
        }
    }
}
