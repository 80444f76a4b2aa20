//! One case: what this person may see of it decides which page it is.

use evenhand_domain::ids::CaseId;
use evenhand_engine::desk::Desk;
use leptos::prelude::*;

use super::allocate::Allocate;
use super::close::CloseCase;
use super::contact::{AddContact, CorrectContact};
use super::fairness::Fairness;
use super::files::Files;
use super::frame::WhoseCase;
use super::options::Options;
use super::people::People;
use super::permissions::Permissions;
use super::summary::Summary;
use super::taken_out::TakenOut;
use super::this::{ThisCase, worker_name};
use super::timeline::CaseTimeline;
use crate::components::{LinkButton, Notice, Tone};
use crate::layout::Page;
use crate::markup::Node;
use crate::view;
use crate::workspace::open::PassedOn;
use crate::workspace::route::{CasePart, Route};
use crate::workspace::session::Session;

/// How much of a case this person may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Access {
    /// Nothing, and not even whether it is there.
    Nothing,
    /// Nothing, of a case that they held.
    PassedOn,
    /// The front sheet, and the question before opening waits (SPS-8).
    Asked,
    /// The front sheet alone.
    Front,
    /// All of it.
    Story,
}

fn access(desk: &Desk, id: CaseId) -> Access {
    let (Ok(file), Ok(me)) = (desk.case(id), desk.me()) else {
        return match desk.was_passed_on(id) {
            true => Access::PassedOn,
            false => Access::Nothing,
        };
    };
    let waits = file.front.holders.contains_key(&me.id) && !file.front.answers.contains_key(&me.id);
    match file.story {
        Some(_) => Access::Story,
        None if waits => Access::Asked,
        None => Access::Front,
    }
}

/// A page of a case, for every part but the question before opening.
#[component]
pub(crate) fn CasePage(
    /// Which case.
    id: CaseId,
    /// Which page of it.
    part: CasePart,
) -> impl IntoView {
    ThisCase::provide(id);
    view! {
        <TakenOut id>
            <Opened id part />
        </TakenOut>
    }
}

/// The page, of a case that is taken out.
#[component]
fn Opened(id: CaseId, part: CasePart) -> impl IntoView {
    let session = Session::here();
    let access = Memo::new(move |_| session.read(|desk| access(desk, id)).unwrap_or(Access::Nothing));
    move || match access.get() {
        Access::Nothing => view! { <NoSuchCase /> },
        Access::PassedOn => view! { <PassedOn /> },
        // The front sheet is enough to find a worker.
        Access::Front | Access::Asked if part == CasePart::Allocate => view! { <Allocate /> },
        Access::Asked => view! { <AnswerFirst /> },
        Access::Front => view! { <FrontOnly /> },
        Access::Story => story_page(part),
    }
}

fn story_page(part: CasePart) -> Node {
    match part {
        CasePart::Summary | CasePart::Before => view! { <Summary /> },
        CasePart::Timeline => view! { <CaseTimeline /> },
        CasePart::People => view! { <People /> },
        CasePart::Contact => view! { <AddContact /> },
        CasePart::Correct(of) => view! { <CorrectContact of /> },
        CasePart::Permissions => view! { <Permissions /> },
        CasePart::Options => view! { <Options /> },
        CasePart::Fairness => view! { <Fairness /> },
        CasePart::Files => view! { <Files /> },
        CasePart::Allocate => view! { <Allocate /> },
        CasePart::Close => view! { <CloseCase /> },
    }
}

/// The same words whether there is such a case for somebody else or not.
#[component]
fn NoSuchCase() -> impl IntoView {
    view! {
        <Page title="Case not found" heading="There is no such case here" back=Signal::stored(Route::Cases.href()) back_label="All cases">
            <p>"The address may be old or mistyped. Look for the case in your list."</p>
            <LinkButton label="See your cases" href=Route::Cases.href() />
        </Page>
    }
}

/// The question before opening comes first.
#[component]
fn AnswerFirst() -> impl IntoView {
    let this = ThisCase::here();
    view! {
        <Page title="Before you open this case" heading="Before you open this case" back=Signal::stored(Route::Cases.href()) back_label="All cases">
            <p>"Say first whether you know anybody in it or have any interest in what happens. Then its story opens."</p>
            <LinkButton label="Answer the question" href=this.link(CasePart::Before) />
        </Page>
    }
}

/// Who and where, and nothing of the story.
#[component]
fn FrontOnly() -> impl IntoView {
    let this = ThisCase::here();
    let worker = move || {
        this.front(|file, desk| match file.front.worker() {
            Some(worker) => format!("{} has this case.", worker_name(desk, worker)),
            None => "Nobody has this case yet.".to_owned(),
        })
    };
    view! {
        <Page title="Case front sheet" heading="You can see who this case is about, and no more" back=Signal::stored(Route::Cases.href()) back_label="All cases" above=|| view! { <WhoseCase /> }>
            <Notice tone=Tone::Info>
                <p>"What the family said and what was done is locked to those who work on the case. " {worker}</p>
            </Notice>
        </Page>
    }
}
