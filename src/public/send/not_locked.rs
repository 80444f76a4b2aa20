//! What a page after the lock shows when nothing is locked.

use crate::markup::Node;
use crate::public::ask::gone;
use crate::public::journey::Journey;
use crate::public::route::Route;

/// Back to the check page where the answers are still here; else they are gone, and it says so.
pub(super) fn not_locked() -> Node {
    let journey = Journey::here();
    if journey.is_complete() {
        journey.replace(Route::Check);
    }
    gone()
}
