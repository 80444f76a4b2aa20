//! What is done beside the work while the workspace is open: the search is made ready, and a snapshot is kept for the next unlock.

use std::time::Duration;

use leptos::task::spawn_local;

use super::session::Session;
use crate::platform::clock;

/// So many cases are made ready before the page may breathe.
const AT_A_TIME: usize = 50;
/// A snapshot is not the first thing that whoever unlocked waits for.
const AFTER_UNLOCK: Duration = Duration::from_secs(3);
/// How often it is looked whether one is due.
const BETWEEN: Duration = Duration::from_secs(60);

/// Makes the search ready, and keeps a snapshot whenever one is due, until the workspace locks.
pub(super) fn keep_ready(session: Session) {
    spawn_local(async move {
        while session.desk().is_some_and(|desk| desk.prepare_search(AT_A_TIME)) {
            clock::next_paint().await;
        }
        if let Some(desk) = session.desk()
            && !desk.is_search_ready()
            // Where it cannot be read, a search goes on finding cases by their names.
            && desk.load_search().await == Ok(true)
        {
            session.touch();
        }
        clock::pause(AFTER_UNLOCK).await;
        while let Some(desk) = session.desk() {
            if desk.owes_snapshot() {
                // It is a cache: where it cannot be kept, unlocking reads everything, and it is tried again later.
                let _ = desk.keep_snapshot(clock::next_turn).await;
            }
            clock::pause(BETWEEN).await;
        }
    });
}
