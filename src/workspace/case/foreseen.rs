//! A case is read from this device as soon as somebody is about to open it. They let the press go, or press Enter, a tenth of a second
//! later, and find the case ready.

use leptos::task::spawn_local;

use crate::platform::address;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// Takes each case out whose link is pressed or has the keyboard's focus, as opening it would.
pub(in crate::workspace) fn foresee(session: Session) {
    address::on_approach(move |fragment| read_ahead(session, &fragment));
}

/// Takes the case out to whose page a place leads. Nothing of it is shown. A case that this person may not open, or whose question
/// before opening waits (SPS-8), stays closed.
pub(in crate::workspace) fn read_ahead(session: Session, place: &str) {
    let Route::Case(id, _) = Route::parse(place) else {
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
}
