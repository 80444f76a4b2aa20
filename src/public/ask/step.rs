//! One place on the person's way: a question, or something told.

use evenhand_domain::referral::Question;
use leptos::prelude::*;

use super::start::start;
use super::told::{gone, out_of_area, parents, together};
use crate::markup::Node;
use crate::public::journey::Journey;
use crate::public::question::AskQuestion;
use crate::public::route::Route;
use crate::view;

/// The page at a place, counted from one. Without the answers before it, it says that they are gone.
///
/// While `changing`, Continue and Back lead to the check page.
pub(in crate::public) fn step(at: u8, changing: bool) -> Node {
    let journey = Journey::here();
    if journey.can_seal() != Ok(true) {
        return start();
    }
    let Some(question) = journey.question_at(at) else {
        return gone();
    };
    let back = match at {
        _ if changing => Route::Check.href(),
        1 => Route::LeaveQuickly.href(),
        _ => Route::Step {
            at: at - 1,
            changing: false,
        }
        .href(),
    };
    match question {
        Question::Together => together(back),
        Question::OutOfArea => out_of_area(back),
        Question::Parents => parents(back, changing),
        question => view! { <AskQuestion question changing back=Signal::stored(back) /> },
    }
}
