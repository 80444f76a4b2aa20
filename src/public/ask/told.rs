//! Pages that tell in place of asking.

use evenhand_domain::referral::Question;

use crate::markup::Node;
use crate::public::journey::Journey;
use crate::public::pages;
use crate::public::route::Route;
use crate::public::telling::{Block, Telling, WayOn};
use crate::public::words::{asking, fill};

fn told(question: Question, back: String, blocks: Vec<Block>, way_on: Option<WayOn>) -> Node {
    let heading = Journey::here().with(|answers, setting| question.heading(answers.track(), setting));
    Telling {
        heading,
        caption: question.caption(None),
        back,
        blocks,
        ways_on: way_on.into_iter().collect(),
        ..Telling::new(question.title())
    }
    .view()
}

fn texts(lines: &[&str]) -> Vec<Block> {
    lines.iter().map(|line| Block::Text((*line).to_owned())).collect()
}

/// "Will you tell my parents?" (SPS-3).
pub(super) fn parents(back: String, changing: bool) -> Node {
    let onward = Journey::here()
        .after(Question::Parents, changing)
        .unwrap_or(Route::Start);
    let way_on = WayOn::Next(asking::CONTINUE, onward.href());
    told(Question::Parents, back, texts(&asking::PARENTS_BODY), Some(way_on))
}

/// For those who work with a family, where the profile does not let them ask themselves (LEI-31, CAM-8).
pub(super) fn together(back: String) -> Node {
    let way_on = WayOn::Other(asking::TOGETHER_BACK, back.clone());
    told(Question::Together, back, texts(&asking::TOGETHER_BODY), Some(way_on))
}

/// For those who live elsewhere: who helps there.
pub(super) fn out_of_area(back: String) -> Node {
    let blocks = Journey::here().service(|service| {
        let mut blocks = vec![Block::Text(fill(asking::OUT_OF_AREA_BODY, service))];
        for (heading, others) in [
            (asking::NEAR, &service.neighbours),
            (asking::NATIONAL, &service.national),
        ] {
            if !others.is_empty() {
                blocks.extend([Block::Heading(heading), pages::other_services(others)]);
            }
        }
        blocks
    });
    told(Question::OutOfArea, back, blocks, None)
}

/// A page in the middle of the journey that was opened without the answers before it: says that they are gone and why.
pub(in crate::public) fn gone() -> Node {
    Telling {
        blocks: texts(&[asking::GONE_BODY]),
        ways_on: vec![WayOn::Next(asking::START_AGAIN, Route::Start.href())],
        ..Telling::new(asking::GONE)
    }
    .view()
}
