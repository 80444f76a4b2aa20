//! What is known of a case at a glance, and what can be done next.

mod answers;
mod asked;
mod erase;
mod keeping;
mod missing;
mod others;
mod tasks;
mod wants;

use evenhand_domain::worker::Role;
use leptos::prelude::*;

use self::asked::Asked;
pub(super) use self::keeping::KeepFirst;
pub(crate) use self::keeping::Keeping;
use self::missing::Missing;
pub(super) use self::missing::place_of;
use self::others::Others;
pub(super) use self::others::tie_words;
pub(super) use self::tasks::SoonButtons;
use self::tasks::Tasks;
use self::wants::Wants;
use super::frame::CaseFrame;
use super::this::ThisCase;
use crate::components::{Actions, ButtonLook, IconName, LinkButton, Notice, Problems, Tone};
use crate::view;
use crate::workspace::route::{CasePart, Route};

/// The first page of a case.
#[component]
pub(super) fn Summary() -> impl IntoView {
    let problems = Problems::new();
    view! {
        <CaseFrame part=CasePart::Summary title="Case summary" problems>
            <div class="stack">
                <Keeping problems />
                <Doings />
                <Tasks problems />
                <Asked />
                <Wants />
                <Missing />
                <Others />
            </div>
        </CaseFrame>
    }
}

/// What can be done from here.
#[component]
fn Doings() -> impl IntoView {
    let this = ThisCase::here();
    let stands = Memo::new(move |_| {
        this.read(|file, story, _| (story.closing().is_some(), file.front.is_enquiry))
            .unwrap_or_default()
    });
    let options = Memo::new(move |_| this.read(|_, story, _| !story.options.is_empty()).unwrap_or_default());
    let explain = move || match options.get() {
        true => "Options and decisions",
        false => "Explain options",
    };
    // Nobody but a manager gives a case to somebody else; whoever holds one that nobody has may take it.
    let gives = untrack(|| {
        this.front(|file, desk| file.front.worker().is_none() || desk.me().map(|me| me.role) == Ok(Role::Manager))
    });
    let gives = gives.unwrap_or_default();
    move || match stands.get() {
        (true, _) => view! {
            <Notice tone=Tone::Info title="This case is closed">
                <p>"You can read it. To add to it, open it again."</p>
                <LinkButton label="See how it closed, or open it again" href=this.link(CasePart::Close) look=ButtonLook::Secondary />
            </Notice>
        },
        (false, true) => view! {
            <Actions>
                <LinkButton label="Make it a case" href=Signal::stored(Route::EnquiryToCase(this.id()).href()) icon=IconName::Plus />
                <LinkButton label="Close" href=this.link(CasePart::Close) look=ButtonLook::Secondary />
            </Actions>
        },
        (false, false) => view! {
            <Actions>
                <LinkButton label="Add a contact" href=this.link(CasePart::Contact) icon=IconName::Plus />
                <LinkButton label=explain href=this.link(CasePart::Options) look=ButtonLook::Secondary icon=IconName::Scale />
                {gives.then(|| view! {
                    <LinkButton label="Give to another worker" href=this.link(CasePart::Allocate) look=ButtonLook::Secondary icon=IconName::Users />
                })}
                <LinkButton
                    label="Start a brother’s or sister’s case"
                    href=Signal::stored(Route::NewSibling(this.id()).href())
                    look=ButtonLook::Quiet
                />
            </Actions>
        },
    }
}
