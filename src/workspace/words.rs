//! What went wrong when saving, in words that say what to do.

use evenhand_engine::change::SaveError;

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
        SaveError::Failed(_) => "The browser did not save this. Your text is still on this page. Try again.",
    };
    words.to_owned()
}
