//! What to say when a backup or a new way in does not work.

use evenhand_engine::backup::save::BackupError;
use evenhand_engine::device::passphrase::ChangePassphraseError;

use crate::workspace::device::words::{At, device, set_up};
use crate::workspace::words::save_error;

/// No backup was made.
pub(super) fn backup(error: &BackupError) -> String {
    match error {
        BackupError::Storage(why) => {
            format!("The browser could not read its storage, so no backup was made. Load the page again and try once more. (The browser says: {why})")
        }
        BackupError::NoRecoveryCode => {
            "You have no recovery code, so nobody could open the backup. Make one under Settings, Passphrase and recovery code, first."
                .to_owned()
        }
        BackupError::Save(error) => save_error(error),
    }
}

/// Where on the page of a new way in something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// The present name and passphrase.
    Present,
    /// The new ones.
    New(At),
}

/// A passphrase or recovery code was not changed: where, and in words.
pub(super) fn change(error: &ChangePassphraseError) -> (Where, String) {
    match error {
        ChangePassphraseError::PresentIsWrong => (
            Where::Present,
            "This is not your current sign-in name with its passphrase. Check both, and capital letters".to_owned(),
        ),
        ChangePassphraseError::New(error) => {
            let (at, message) = set_up(error);
            (Where::New(at), message)
        }
        ChangePassphraseError::Device(error) => {
            let (what, advice) = device(error);
            (Where::Present, format!("{what} {advice}"))
        }
        ChangePassphraseError::Save(error) => (Where::Present, save_error(error)),
    }
}
