//! The first rows of a table at once, the others when the page has come to rest.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::Cell;

/// So many rows are made at once; the others when the page has come to rest, so that typing into a search above never waits for rows
/// that the next letter throws away.
pub(super) const FIRST: usize = 8;
/// How long nothing changes before the other rows are made: longer than somebody who types takes from one letter to the next.
const REST: Duration = Duration::from_millis(150);

/// The rows after the first, once nothing changed for a moment.
pub(super) fn rows_after(rows: Signal<Vec<Vec<Cell>>>) -> RwSignal<Vec<Vec<Cell>>> {
    let later = RwSignal::new(Vec::new());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(handle)) = waiting.try_get_value() {
            handle.clear();
        }
    };
    on_cleanup(stop);
    Effect::new(move || {
        stop();
        let rest: Vec<_> = rows.with(|rows| rows.iter().skip(FIRST).cloned().collect());
        if later.with_untracked(|later| !later.is_empty()) {
            later.set(Vec::new());
        }
        if !rest.is_empty() {
            waiting.set_value(set_timeout_with_handle(move || later.set(rest), REST).ok());
        }
    });
    later
}
