//! What the giver of a view gets: where it went, when, to whom, and what came of it.

use evenhand_domain::ids::ViewId;
use leptos::prelude::*;

use super::words::{answered, fingerprint, list, where_to};
use crate::components::{Button, ButtonLook, IconName};
use crate::layout::Page;
use crate::platform::print::print;
use crate::view;
use crate::workspace::not_found::NotFound;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// The receipt, to be printed on its own.
#[component]
pub(in crate::workspace) fn Receipt(
    /// Of which view.
    id: ViewId,
) -> impl IntoView {
    let session = Session::here();
    let read = untrack(|| {
        session.read(|desk| {
            let view = desk.view(id)?;
            let went: Vec<String> = view.went_out.iter().filter_map(|out| where_to(desk, out)).collect();
            let answers: Vec<String> = desk
                .answers_to(&view)
                .iter()
                .map(|answer| answered(desk, answer))
                .collect();
            Some((answers, went, view, desk.team().name))
        })
    });
    let Some((answers, went, view, service)) = read.flatten().filter(|(_, went, ..)| !went.is_empty()) else {
        return view! { <NotFound /> };
    };
    let given = view.view.about.day("on").unwrap_or(view.on).long();
    let answered = match answers.is_empty() {
        true => view! { <p>"Nothing was answered so far. We tell you when it is."</p> },
        false => list(answers),
    };
    view! {
        <Page title="Receipt for a view" heading="Receipt for the giver" back=Signal::stored(Route::View(id).href()) back_label="The view">
            <p class="muted">"It carries no name and none of the words. Only the receipt is printed."</p>
            <div><section class="stack slip">
                <h2>"Your view was passed on"</h2>
                <p>"You gave your view to " <bdi>{service}</bdi> " on " {given} ". It went out word for word, as you settled it. We changed nothing."</p>
                <h3>"Where it went"</h3>
                {list(went)}
                <h3>"What they answered"</h3>
                {answered}
                <p class="muted">"Fingerprint of your words (SHA-256): " <code dir="ltr">{fingerprint(view.view.hash)}</code></p>
                <Button label="Print the receipt" look=ButtonLook::Secondary icon=IconName::Printer on_press=print />
            </section></div>
        </Page>
    }
}
