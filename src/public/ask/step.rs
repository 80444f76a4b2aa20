//! One place on the person's way: a question, or something told.

use evenhand_domain::referral::Question;
use leptos::prelude::*;

use super::Gone;
use super::told::{OutOfArea, Parents, Together};
use crate::public::journey::Journey;
use crate::public::question::AskQuestion;
use crate::public::route::Route;

/// The page at a place. Without the answers before it, it leads to the first open one, or says that they are gone.
#[component]
pub(in crate::public) fn Ask(
    /// Which page of the way, counted from one.
    at: u8,
    /// Whether Continue leads back to the check page.
    changing: bool,
) -> impl IntoView {
    let journey = Journey::here();
    if !journey.service(|service| service.can_receive()) {
        journey.replace(Route::Start);
    }
    let Some(question) = journey.question_at(at) else {
        return view! { <Gone /> }.into_any();
    };
    let back = Signal::stored(match at {
        _ if changing => Route::Check.href(),
        1 => Route::LeaveQuickly.href(),
        _ => Route::Step {
            at: at - 1,
            changing: false,
        }
        .href(),
    });
    match question {
        Question::Together => view! { <Together back /> }.into_any(),
        Question::OutOfArea => view! { <OutOfArea back /> }.into_any(),
        Question::Parents => view! { <Parents back changing /> }.into_any(),
        question => view! { <AskQuestion question changing back /> }.into_any(),
    }
}
