//! A case is read from this device as soon as its link is pressed. The page changes when the press is let go, a tenth of a second later,
//! and finds the case ready.

use leptos::task::spawn_local;

use crate::platform::address;
use crate::workspace::route::{CasePart, Route};
use crate::workspace::session::Session;

/// Takes each case out whose link is pressed, by mouse, pen or finger. Nothing is shown by it, and whoever has no key finds nothing.
pub(in crate::workspace) fn foresee(session: Session) {
    address::on_press(move |fragment| {
        let Route::Case(id, part) = Route::parse(&fragment) else {
            return;
        };
        let desk = session.desk().filter(|_| part != CasePart::Before);
        if let Some(desk) = desk.filter(|desk| desk.at_hand(id).is_none()) {
            spawn_local(async move {
                // Where it cannot be read, the page says so.
                let _ = desk.take_out(id).await;
            });
        }
    });
}
