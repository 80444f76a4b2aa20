//! What the public sends: forms that are locked in the sender's browser to a published key of the service.
//!
//! Whoever sends is not known and proves nothing. Each key (the inbox, the second inbox for those who know somebody here, the Chair's)
//! is a pair of its own.

mod armour;
mod key;
mod locked;

pub use key::{InboxPublic, InboxPublicError, InboxSecret};
pub use locked::{
    FORM_CAPACITY, FormKind, LOCKED_SIZE, LockedFile, LockedFileError, OpenFormError, SealFormError, seal_form,
};
