//! How we stay fair: the policy in plain words (SPS-2, LEI-35, CAM-12).

use evenhand_engine::form::fairness;
use leptos::prelude::*;

use crate::components::Tone;
use crate::platform::clock;
use crate::public::journey::Journey;
use crate::public::route::{Route, Task};
use crate::public::telling::{Block, Telling, WayOn};
use crate::public::words::home;

/// The policy in plain words, with when it was last looked at.
pub(in crate::public) fn fair() -> AnyView {
    let journey = Journey::here();
    let answers = journey.service(fairness);
    let dates = journey.service(|service| service.policy);
    let mut blocks = vec![Block::Lead(home::FAIR_LEAD.to_owned())];
    if answers.is_empty() {
        blocks.push(Block::Text(home::NOT_YET_PUBLISHED.to_owned()));
    }
    for entry in answers {
        blocks.extend([Block::Heading(entry.question), Block::Text(entry.answer)]);
    }
    let changed = journey.service(|service| service.changed_rules.clone());
    if !changed.is_empty() {
        blocks.extend([
            Block::Heading(home::CHANGED),
            Block::Text(home::CHANGED_LEAD.to_owned()),
            Block::Points(changed),
        ]);
    }
    let checked = format!(
        "Last checked: {}. Next check: {}.",
        dates.last_review.long(),
        dates.next_review.long()
    );
    blocks.extend([Block::Heading(home::LAST_CHECKED), Block::Text(checked)]);
    if dates.next_review < clock::today() {
        blocks.push(Block::Notice(Tone::Warning, home::OVERDUE.to_owned()));
    }
    Telling {
        blocks,
        ways_on: vec![
            WayOn::Other(home::CHALLENGE.name, Route::Reach(Task::Challenge).href()),
            WayOn::Print(home::PRINT),
        ],
        ..Telling::new(home::FAIR.name)
    }
    .view()
}
