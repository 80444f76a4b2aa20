//! How we stay fair: the policy in plain words (SPS-2, LEI-35, CAM-12).

use evenhand_engine::form::fairness;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::Tone;
use crate::markup::Node;
use crate::platform::clock;
use crate::platform::data_file::fetch_data_file;
use crate::public::journey::Journey;
use crate::public::route::{Route, Task};
use crate::public::telling::{Block, Telling, WayOn};
use crate::public::words::home;

/// The policy in plain words, with when it was last looked at. The words are fetched when somebody asks for them.
pub(in crate::public) fn fair() -> Node {
    let words = RwSignal::new(None);
    spawn_local(async move {
        let fetched = fetch_data_file("fairness").await.unwrap_or_default();
        // The page may be gone by now.
        let _ = words.try_set(Some(fetched));
    });
    let journey = Journey::here();
    Node::following(move || words.with(|words| page(journey, words.as_deref())))
}

/// The page with these words, or while they are on their way.
fn page(journey: Journey, words: Option<&str>) -> Node {
    let dates = journey.service(|service| service.policy);
    let mut blocks = vec![Block::Lead(home::FAIR_LEAD.to_owned())];
    if let Some(words) = words {
        let answers = journey.service(|service| fairness(words, service));
        if answers.is_empty() {
            blocks.push(Block::Text(home::NOT_YET_PUBLISHED.to_owned()));
        }
        blocks.extend(
            answers
                .into_iter()
                .map(|entry| Block::Answer(entry.question, entry.answer)),
        );
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
