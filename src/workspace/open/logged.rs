//! An enquiry was logged: what it is called, and what can follow.

use evenhand_domain::ids::CaseId;
use leptos::prelude::*;

use crate::components::{Actions, Announcer, ButtonLook, LinkButton, Notice, Tone};
use crate::layout::Page;
use crate::view;
use crate::workspace::route::{CasePart, Route};
use crate::workspace::session::Session;

/// Says that an enquiry was logged.
#[component]
pub(super) fn Logged(
    /// Which.
    id: CaseId,
) -> impl IntoView {
    let session = Session::here();
    let now = session.now();
    let saved = format!("Saved on this device at {}", now.at.clock(now.offset_minutes));
    Announcer::here().status(saved.clone());
    let code = session
        .desk()
        .and_then(|desk| desk.front(id).ok())
        .map(|front| front.code.clone())
        .unwrap_or_default();
    let link = move |route: Route| Signal::stored(route.href());
    view! {
        <Page title="Enquiry logged" heading="Enquiry logged">
            <Notice tone=Tone::Good title=saved>
                <p>"Its code is " <a class="case-code" href=Route::Case(id, CasePart::Summary).href()>{code}</a> ". It names nobody."</p>
            </Notice>
            <p>"If they come back and want more than an answer, make it a case. The people are named then, and the check is made."</p>
            <Actions>
                <LinkButton label="Go to your work" href=link(Route::Work) />
                <LinkButton label="Make it a case" look=ButtonLook::Secondary href=link(Route::EnquiryToCase(id)) />
            </Actions>
        </Page>
    }
}
