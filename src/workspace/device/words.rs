//! What to say when something about this device or a way in does not work: what happened, and what to do.

use evenhand_engine::device::DeviceError;
use evenhand_engine::device::load::LoadError;
use evenhand_engine::device::set_up::SetUpError;
use evenhand_engine::device::unlock::UnlockError;
use evenhand_engine::{RecoveryCodeError, SignInNameError, Strength};

use super::stopped_words::{damaged, newer_here};
use crate::components::ReadFileError;
use crate::workspace::session::Stage;
use crate::workspace::words::save_error;

/// Where on a page of a new way in something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::workspace) enum At {
    /// The service's name.
    Service,
    /// The person's name.
    Person,
    /// The sign-in name.
    SignInName,
    /// The passphrase.
    Passphrase,
    /// The page as a whole.
    Page,
}

/// The device cannot be read: what happened, what to do.
pub(in crate::workspace) fn device(error: &DeviceError) -> (String, String) {
    let stage = match error {
        DeviceError::Storage(why) => Stage::Stopped {
            what: "The browser could not read its storage.".to_owned(),
            advice: format!(
                "Load the page again. If that does not help, close the browser and open it again. (The browser says: {why})"
            ),
        },
        DeviceError::Newer => newer_here(),
        DeviceError::Damaged(why) => damaged(why),
    };
    match stage {
        Stage::Stopped { what, advice } => (what, advice),
        _ => (String::new(), String::new()),
    }
}

fn device_line(error: &DeviceError) -> String {
    let (what, advice) = device(error);
    format!("{what} {advice}")
}

/// The records did not open.
pub(in crate::workspace) fn load(error: &LoadError) -> String {
    match error {
        LoadError::Storage(why) => device_line(&DeviceError::Storage(why.clone())),
        LoadError::KeysMissing => {
            "Your own keys on this device are missing or damaged, so your records cannot be opened \
             here. Restore your newest backup in another browser. Nothing was changed."
                .to_owned()
        }
        LoadError::Newer => device_line(&DeviceError::Newer),
        LoadError::Left => {
            "The manager noted that you left the service, so your way in here has ended. If that is wrong, ask the              manager to add you anew."
                .to_owned()
        }
        LoadError::Save(error) => save_error(error),
    }
}

/// Seconds in words.
pub(in crate::workspace) fn seconds(count: u32) -> String {
    match count {
        1 => "1 second".to_owned(),
        0..=119 => format!("{count} seconds"),
        _ => format!("{} minutes", count.div_ceil(60)),
    }
}

/// The workspace was not unlocked.
pub(super) fn unlock(error: &UnlockError) -> String {
    let wrong = "That name and passphrase did not open the workspace. Check capital letters.";
    match error {
        UnlockError::Wrong { wait_seconds: 0 } => wrong.to_owned(),
        UnlockError::Wrong { wait_seconds } => {
            format!(
                "{wrong} You can try again in {}. Nothing is ever deleted.",
                seconds(*wait_seconds)
            )
        }
        UnlockError::Wait { wait_seconds } => {
            format!(
                "It was tried too often. You can try again in {}. Nothing is ever deleted.",
                seconds(*wait_seconds)
            )
        }
        UnlockError::Empty => {
            "The records on this device are gone. Load the page again: there you can restore a backup.".to_owned()
        }
        UnlockError::Device(error) => device_line(error),
        UnlockError::Stretch(_) => no_memory(),
        UnlockError::Load(error) => load(error),
        UnlockError::Save(error) => save_error(error),
    }
}

fn no_memory() -> String {
    "This device has too little free memory for the passphrase. Close other tabs and programs, then try again."
        .to_owned()
}

/// A passphrase that cannot be used.
pub(super) fn weak(strength: Strength) -> String {
    match strength {
        Strength::TooShort => {
            "Make the passphrase at least 14 characters long. Several words are easy to remember".to_owned()
        }
        Strength::Weak | Strength::Fair | Strength::Strong => {
            "Choose a passphrase that is harder to guess: four or more words that do not belong together".to_owned()
        }
    }
}

/// Somebody could not be set up with a way in: where on the page, and in words.
pub(in crate::workspace) fn set_up(error: &SetUpError) -> (At, String) {
    match error {
        SetUpError::Device(error) => (At::Page, device_line(error)),
        SetUpError::NotEmpty => (
            At::Page,
            "There is a workspace on this device already. Load the page again to unlock it.".to_owned(),
        ),
        SetUpError::ServiceNotNamed => (At::Service, "Enter the service’s name".to_owned()),
        SetUpError::PersonNotNamed => (At::Person, "Enter the name".to_owned()),
        SetUpError::SignIn(SignInNameError::Empty) => (At::SignInName, "Enter a sign-in name".to_owned()),
        SetUpError::SignIn(SignInNameError::TooLong) => (At::SignInName, "Use a shorter sign-in name".to_owned()),
        SetUpError::PassphraseWeak(strength) => (At::Passphrase, weak(*strength)),
        SetUpError::Stretch(_) => (At::Page, no_memory()),
        SetUpError::Save(error) => (At::Page, save_error(error)),
    }
}

/// What was typed is no recovery code.
pub(in crate::workspace) fn code(error: RecoveryCodeError) -> String {
    match error {
        RecoveryCodeError::Length { found: 0 } => "Enter the recovery code".to_owned(),
        RecoveryCodeError::Length { found } => {
            format!("A recovery code has 56 letters and digits, and you typed {found}. Compare it with the paper")
        }
        RecoveryCodeError::Letter(letter) => {
            format!("A recovery code never holds “{letter}”. Compare that place with the paper")
        }
        RecoveryCodeError::Check => "One letter or digit is not as on the paper. Compare each group of four".to_owned(),
    }
}

/// A file could not be read.
pub(in crate::workspace) fn file(error: &ReadFileError) -> String {
    match error {
        ReadFileError::TooLarge { .. } => {
            "This file is too large to be read here. Check that it is the right file".to_owned()
        }
        ReadFileError::Unreadable => "The browser could not read this file. Choose it again".to_owned(),
    }
}
