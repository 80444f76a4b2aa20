//! Who had the workspace open last in this tab, known by a mark that says nothing of them.

use gloo_storage::{SessionStorage, Storage};

/// Under what the mark is kept until the tab is closed.
const KEPT_AS: &str = "evenhand.last";

/// Keeps the mark of whoever has it open now. Tells whether it was somebody else before; where nothing is known, it was not.
#[must_use]
pub fn is_other_than_before(mark: &str) -> bool {
    let kept = SessionStorage::raw();
    let before = kept.get_item(KEPT_AS).ok().flatten();
    // A browser that keeps nothing for the tab shows the next person the page of the one before, as far as they may see it.
    let _ = kept.set_item(KEPT_AS, mark);
    before.is_some_and(|before| before != mark)
}
