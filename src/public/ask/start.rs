//! Before the first question: what it is for, what becomes of the answers, and how to leave quickly.

use crate::components::Tone;
use crate::markup::Node;
use crate::public::journey::Journey;
use crate::public::pages;
use crate::public::route::Route;
use crate::public::telling::{Block, Telling, WayOn};
use crate::public::words::{asking, fill, home, leaving};

/// What asking for help is like; or, where the service takes no answers here, how to reach it.
pub(in crate::public) fn start() -> Node {
    match Journey::here().can_seal() {
        Ok(true) => before(),
        Ok(false) => no_key(None),
        Err(fault) => no_key(Some(fault.to_string())),
    }
}

fn before() -> Node {
    let steps = Journey::here().service(|service| asking::HAPPENS_STEPS.map(|step| fill(step, service)));
    let text = |text: &str| Block::Text(text.to_owned());
    Telling {
        blocks: vec![
            Block::Lead(asking::START_LEAD.to_owned()),
            text(asking::DIAGNOSIS),
            text(asking::STOP),
            text(asking::TO_HAND),
            Block::Heading(asking::HAPPENS),
            Block::Points(steps.to_vec()),
            text(asking::PRIVATE),
            Block::KeyWords,
            Block::Heading(asking::OTHER_WAYS),
            text(asking::OTHER_WAYS_BODY),
        ],
        ways_on: vec![WayOn::Next(asking::BEGIN, Route::LeaveQuickly.href())],
        ..Telling::new(asking::START)
    }
    .view()
}

/// How to reach the service, with what is wrong with its key where it has one.
fn no_key(fault: Option<String>) -> Node {
    let contacts = Journey::here().service(|service| pages::service(&service.contacts));
    let text = |text: &str| Block::Text(text.to_owned());
    let mut blocks = vec![
        Block::Lead(asking::NO_KEY_BODY.to_owned()),
        contacts,
        text(asking::NO_KEY_TELL),
        text(asking::NO_KEY_EMAIL),
        text(asking::PRIVATE),
    ];
    blocks.extend(fault.map(|fault| Block::Notice(Tone::Warning, format!("{} {fault}", home::FAULT_STAFF))));
    Telling {
        blocks,
        ..Telling::new(asking::NO_KEY)
    }
    .view()
}

/// How to leave quickly, what that clears and what it does not: told once before the button first appears.
pub(in crate::public) fn leave_quickly() -> Node {
    if Journey::here().can_seal() != Ok(true) {
        return start();
    }
    let first = Route::Step { at: 1, changing: false };
    Telling {
        back: Route::Start.href(),
        blocks: vec![Block::Points(leaving::WHAT.map(str::to_owned).to_vec())],
        ways_on: vec![WayOn::Next(leaving::GO_ON, first.href())],
        ..Telling::new(leaving::HEADING)
    }
    .view()
}
