//! The answers on paper, for post or for whoever cannot send a file.

use leptos::prelude::*;

use super::check::answer_sections;
use crate::components::{Button, IconName, Notice, Tone};
use crate::layout::Page;
use crate::markup::Node;
use crate::platform::print;
use crate::public::ask::gone;
use crate::public::journey::Journey;
use crate::public::route::Route;
use crate::public::words::{fill, sending};
use crate::view;

/// Every answer as it was typed, where to post it, and Print.
pub(in crate::public) fn paper() -> Node {
    let journey = Journey::here();
    if !journey.is_complete() {
        return gone();
    }
    let (heading, address) =
        journey.service(|service| (fill(sending::PAPER, service), service.contacts.address.clone()));
    let is_locked = journey.locked(|_| ()).is_some();
    let back = if is_locked { Route::Send } else { Route::Check };
    let lines = address.into_iter().map(|line| view! { {line} <br /> });
    view! {
        <Page title=sending::PRINT_ANSWERS heading back=Signal::stored(back.href())>
            <Notice tone=Tone::Warning><p>{sending::POST_BODY}</p></Notice>
            <p>{sending::PAPER_BODY}</p>
            <address>{lines.collect_view()}</address>
            <Button label=sending::PRINT_ANSWERS on_press=print::print icon=IconName::Printer />
            {answer_sections(journey, false)}
        </Page>
    }
}
