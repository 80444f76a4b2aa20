//! Why the workspace cannot be used on this device, and what to do.

use evenhand_engine::StoreOpenError;

use crate::workspace::session::Stage;

fn stopped(what: &str, advice: &str) -> Stage {
    Stage::Stopped {
        what: what.to_owned(),
        advice: advice.to_owned(),
    }
}

/// The browser has no locks between tabs.
pub(in crate::workspace) fn no_tab_lock() -> Stage {
    stopped(
        "This browser cannot keep two tabs apart.",
        "Use an up-to-date browser, and open this page by its address that begins with https. Nothing was changed.",
    )
}

/// The storage did not open.
pub(in crate::workspace) fn not_opened(error: &StoreOpenError) -> Stage {
    match error {
        StoreOpenError::Refused => stopped(
            "This browser does not let the page store anything.",
            "Private windows and some settings forbid it. Open the page in an ordinary window, or ask whoever looks after \
             this device to allow storage for this site.",
        ),
        StoreOpenError::BlockedByOtherTab => stopped(
            "Another tab still has an older version open.",
            "Close every other tab of this page, then try again. Nothing is lost.",
        ),
        StoreOpenError::NewerVersion => newer_here(),
        StoreOpenError::Damaged(why) => damaged(why),
        StoreOpenError::Other(why) => Stage::Stopped {
            what: "The browser did not open its storage.".to_owned(),
            advice: format!(
                "Close the browser, open it again and try once more. Nothing was changed. (The browser says: {why})"
            ),
        },
    }
}

/// A newer version wrote the records.
pub(super) fn newer_here() -> Stage {
    stopped(
        "A newer version of this software wrote the records on this device.",
        "Load the page again to get the newer version. The records were left as they are.",
    )
}

/// The records are damaged.
pub(super) fn damaged(why: &str) -> Stage {
    Stage::Stopped {
        what: "The records on this device are damaged.".to_owned(),
        advice: format!(
            "Nothing was changed. Restore your newest backup in another browser or on another device, and keep this one as \
             it is until that worked. (Found: {why})"
        ),
    }
}
