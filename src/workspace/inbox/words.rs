//! Why a locked file was not opened, and what to do. Nothing is lost: the file stays where it is.

use evenhand_engine::inbox::bring_in::BringInError;

use crate::components::ReadFileError;

/// Why a file was not opened, and what to do.
pub(super) fn bring_in_error(error: &BringInError) -> String {
    let words = match error {
        BringInError::NotALockedFile => {
            "This is not a locked file. Choose the file that the family sent; its name ends in .locked. If it came as a message, paste the whole message."
        }
        BringInError::TooLarge => {
            "This is too large to be a locked file. Choose the file that the family sent; its name ends in .locked."
        }
        BringInError::Damaged => {
            "This file was damaged on its way, so it cannot be opened. Ask the family to send it again, or to send the message instead of the file."
        }
        BringInError::Newer => {
            "A newer version of our page made this file. Reload this page to get the newer version, then bring it in again."
        }
        BringInError::OldKey => {
            "This file was locked with an older key that you do not hold. Ask the manager, or whoever held the inbox before, to bring it in."
        }
        BringInError::OtherInbox { holders } => return other_inbox(holders),
        BringInError::NotForThisService => {
            "This file was not locked for this service. Ask the family where they meant to send it, and give them our page’s address."
        }
        BringInError::AlreadyHere => "This file is here already. Look for its case in the list of cases.",
        BringInError::ForTheChair => {
            "This is for the Chair. You cannot open it. Pass the file on to the Chair, and delete it here."
        }
        BringInError::NotAReferral => {
            "This is not a request for help: it holds feedback, views or a request to see records. Keep the file. This version opens requests for help alone."
        }
        BringInError::Unreadable => {
            "The file was opened, but what is inside cannot be read. Keep it, and ask the family to fill in the form again."
        }
        BringInError::NoInbox => "You do not hold the inbox. Give the file to the manager, who can bring it in.",
        BringInError::Locked => "The workspace was locked. Unlock it and bring the file in again.",
    };
    words.to_owned()
}

fn other_inbox(holders: &[String]) -> String {
    if holders.is_empty() {
        return "This file is for the other inbox. Give it to whoever holds that one.".to_owned();
    }
    format!(
        "This file is for the other inbox, so you cannot open it. Give the file to {}.",
        holders.join(" or ")
    )
}

/// Why the browser gave no bytes, and what to do.
pub(super) fn read_file_error(error: &ReadFileError) -> &'static str {
    match error {
        ReadFileError::TooLarge { .. } => {
            "This is too large to be a locked file. Choose the file that the family sent; its name ends in .locked."
        }
        ReadFileError::Unreadable => {
            "The browser could not read this file. If it was moved or deleted, choose it again."
        }
    }
}
