//! Choosing what to bring in: files, or a message that is pasted.

use evenhand_domain::worker::Role;
use leptos::prelude::*;

use super::sample_form::SampleForm;
use super::tray::{FILES, PASTED, Tray};
use crate::components::{
    Button, ButtonLook, ChosenFiles, FileInput, Form, LinkButton, Notice, Problem, TextArea, Tone,
};
use crate::layout::Page;
use crate::view;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// More bytes than any locked file has, so that a film is not read into memory.
const LARGEST: u32 = 8 * 1024 * 1024;

/// What this person can do with the inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holding {
    /// They hold it.
    Held,
    /// They manage the service and there is none that they hold.
    CanMake,
    /// Somebody else holds it.
    Others,
}

/// Chooses files or takes a pasted message.
#[component]
pub(super) fn ChooseFiles(
    /// The tray.
    tray: Tray,
) -> impl IntoView {
    let session = Session::here();
    let holding = Memo::new(move |_| {
        let found = session.read(|desk| {
            let is_manager = desk.me().is_ok_and(|me| me.role == Role::Manager);
            match (desk.holds_an_inbox(), is_manager) {
                (true, _) => Holding::Held,
                (false, true) => Holding::CanMake,
                (false, false) => Holding::Others,
            }
        });
        found.unwrap_or(Holding::Others)
    });
    let problems = tray.problems();
    let content = move || match holding.get() {
        Holding::Held => view! { <Ways tray /> },
        Holding::CanMake => view! {
            <Notice tone=Tone::Info title="You hold no inbox yet">
                <p>"Families can lock a form for this service once its inbox has a key."</p>
            </Notice>
            <LinkButton label="Make the inbox key" href=Signal::stored(Route::InboxKeys.href()) />
        },
        Holding::Others => view! {
            <Notice tone=Tone::Info title="You do not hold the inbox">
                <p>"If a family sent you a locked file, give it to the manager, who can bring it in. Only the service can open it, so it is safe on its way."</p>
            </Notice>
        },
    };
    view! {
        <Page title="Inbox" heading="Bring in a request for help" problems>
            {content}
        </Page>
    }
}

#[component]
fn Ways(tray: Tray) -> impl IntoView {
    let problems = tray.problems();
    let pasted = RwSignal::new(String::new());
    let take = move |files: ChosenFiles| tray.take(files);
    let open = move || {
        if pasted.with_untracked(|text| text.trim().is_empty()) {
            problems.set(vec![Problem::new(PASTED, "Paste the message that the family sent")]);
            return;
        }
        tray.take_text(&pasted.get_untracked());
    };
    view! {
        <p class="lead">"A family sent you a locked file or a message. It is opened here, checked for conflicts, and then becomes a case."</p>
        <FileInput
            label="Locked files"
            hint="Their names end in .locked. Of several, the one with the earliest date comes first."
            id=FILES
            error=problems.of(FILES)
            one_by_one=take
            accept=".locked"
            multiple=true
            largest=LARGEST
        />
        <Form on_submit=open>
            <TextArea
                label="Or a message"
                hint="Paste all of it, from the first line to the last"
                value=pasted id=PASTED error=problems.of(PASTED) rows=5
            />
            <Button label="Open the message" look=ButtonLook::Secondary />
        </Form>
        <SampleForm tray />
    }
}
