//! An address that leads nowhere, and a page that was cleared.

use crate::markup::Node;
use crate::public::route::Route;
use crate::public::telling::{Block, Telling, WayOn};
use crate::public::words::{home, leaving};

/// An address that leads nowhere: says so, and leads to the first page.
pub(in crate::public) fn not_found() -> Node {
    Telling {
        blocks: vec![Block::Text(home::NOT_FOUND_BODY.to_owned())],
        ways_on: vec![WayOn::Next(home::TO_HOME, Route::Home.href())],
        ..Telling::new(home::NOT_FOUND)
    }
    .view()
}

/// After everything was cleared: what the page cannot clear itself.
pub(in crate::public) fn cleared() -> Node {
    let steps = leaving::CHECKLIST.map(str::to_owned).to_vec();
    Telling {
        blocks: vec![Block::Lead(leaving::CLEARED_LEAD.to_owned()), Block::Steps(steps)],
        ways_on: vec![WayOn::Other(home::TO_HOME, Route::Home.href())],
        ..Telling::new(leaving::CLEARED)
    }
    .view()
}
