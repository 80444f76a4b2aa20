//! A case is read from this device as soon as its link is pressed. The page changes when the press is let go, a tenth of a second later,
//! and finds the case ready.

use leptos::task::spawn_local;

use crate::platform::address;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// Takes each case out whose link is pressed, by mouse or pen, as opening it would. Nothing of it is shown. A case that this person may
/// not open, or whose question before opening waits (SPS-8), stays closed.
pub(in crate::workspace) fn foresee(session: Session) {
    address::on_press(move |fragment| {
        let Route::Case(id, _) = Route::parse(&fragment) else {
            return;
        };
        let is_new = session
            .desk()
            .filter(|desk| desk.may_open(id) && desk.at_hand(id).is_none());
        if let Some(desk) = is_new {
            spawn_local(async move {
                // Where it cannot be read, the page says so.
                let _ = desk.take_out(id).await;
            });
        }
    });
}
