//! Words that several pages say: what went wrong when saving, and what it means to hold a case alone.

use evenhand_domain::worker::Role;
use evenhand_engine::change::SaveError;
use evenhand_engine::desk::Desk;

/// Why nothing was saved, and what to do about it.
pub(crate) fn save_error(error: &SaveError) -> String {
    let words = match error {
        SaveError::Locked => "The workspace was locked before this was saved. Unlock it and save again.",
        SaveError::OtherTab => "Another tab has the workspace open. Close it, reload this page and save again.",
        SaveError::NoKey => "This is not yours to write. Ask your manager who has this case.",
        SaveError::Full => {
            "This device has no room left. Free some space, then save again. Your text is still on this page."
        }
        SaveError::Gone => {
            "The records on this device were deleted or changed elsewhere. Copy your text, reload this page, and restore your newest backup if the records do not come back."
        }
        SaveError::Overtaken => {
            "Something else was saved at the same moment, so this was not. Look at the case again, then save once more. Your text is still on this page."
        }
        SaveError::Failed(_) => "The browser did not save this. Your text is still on this page. Try again.",
    };
    words.to_owned()
}

/// What it means that this person alone holds a case, and what to do about it, step by step (SPS-15). It names nobody: whoever may know
/// the family must not hear of it.
pub(crate) fn held_alone(desk: &Desk) -> (&'static str, &'static [&'static str]) {
    let means = "Nobody else can open what only you hold, for everybody else may know the family or may not have the case. If you lost both \
                 your passphrase and your recovery code, it would be lost to everybody. If you left, it would wait, locked, until you came back.";
    let steps: &[&str] = match desk.me().map(|me| me.role) {
        Ok(Role::Manager) => &[
            "Does a possible match with a colleague wait for a decision? Decide on it, on the page that gives the case to a worker.",
            "If no match waits, add another manager, under Team.",
            "Lock the workspace and unlock it once. The case then goes to that person too.",
            "Until then keep your recovery code where it is safe.",
        ],
        _ => &[
            "Tell the manager that another manager is needed for a case. Do not say which family it is.",
            "Once there is one, lock the workspace and unlock it once. The case then goes to that person too.",
            "Until then keep your recovery code where it is safe.",
        ],
    };
    (means, steps)
}
