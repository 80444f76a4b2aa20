//! Options with the good and bad points of each, and what the person decided (SPS-1, LEI-24, STA-1, WES-3).

mod begin;
mod decide;
mod explain;
mod sheet;
mod shown;
mod typed;

use evenhand_domain::ids::EventId;
use leptos::prelude::*;

use self::decide::DecisionForm;
use self::explain::ExplainForm;
use self::sheet::Sheet;
use self::shown::OptionsShown;
use super::frame::CaseFrame;
use super::summary::KeepFirst;
use super::this::ThisCase;
use crate::components::{Actions, Button, ButtonLook, IconName, Problems};
use crate::markup::Node;
use crate::view;
use crate::workspace::route::CasePart;

/// What the page asks at the moment; one form at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Nothing,
    Explaining,
    Deciding(EventId),
    Printing(EventId),
}

/// The options of a case.
#[component]
pub(super) fn Options() -> impl IntoView {
    let this = ThisCase::here();
    let problems = Problems::new();
    let is_open = Memo::new(move |_| this.read(|_, story, _| story.closing().is_none()).unwrap_or(false));
    let sets = Memo::new(move |_| {
        this.read(|_, story, _| story.options.iter().map(|kept| kept.id).collect::<Vec<_>>())
            .unwrap_or_default()
    });
    let first = if untrack(|| sets.with(Vec::is_empty)) {
        Doing::Explaining
    } else {
        Doing::Nothing
    };
    let doing = RwSignal::new(first);
    let done = move || doing.set(Doing::Nothing);
    let explained = move || {
        sets.get()
            .into_iter()
            .rev()
            .map(|id| {
                view! {
                    <OptionsShown id is_open problems>
                        {move || match (is_open.get(), doing.get()) {
                            (true, Doing::Deciding(of)) if of == id => view! { <DecisionForm of=id problems on_done=done /> },
                            (_, Doing::Printing(of)) if of == id => view! { <Sheet of=id on_done=done /> },
                            (is_open, Doing::Nothing) if stands(this, id) => view! {
                                <Actions>
                                    {is_open.then(|| view! {
                                        <Button
                                            label=if is_decided(this, id) { "Note another decision" } else { "Note what they decided" }
                                            about=matter(this, id)
                                            look=ButtonLook::Secondary
                                            icon=IconName::Flag
                                            on_press=move || doing.set(Doing::Deciding(id))
                                        />
                                    })}
                                    <Button
                                        label="A sheet for the family"
                                        about=matter(this, id)
                                        look=ButtonLook::Secondary
                                        icon=IconName::Printer
                                        on_press=move || doing.set(Doing::Printing(id))
                                    />
                                </Actions>
                            },
                            _ => Node::nothing(),
                        }}
                    </OptionsShown>
                }
            })
            .collect_view()
    };
    view! {
        <CaseFrame part=CasePart::Options title="Options" problems>
            <div class="stack">
                <KeepFirst problems />
                <p class="prose">"Explain what is possible, with the good and the bad of each. The family decides."</p>
                {move || match (is_open.get(), doing.get()) {
                    (true, Doing::Explaining) => view! { <ExplainForm problems on_done=done /> },
                    (true, Doing::Nothing) => view! {
                        <Button label="Explain options" icon=IconName::Scale on_press=move || doing.set(Doing::Explaining) />
                    },
                    _ => Node::nothing(),
                }}
                {explained}
            </div>
        </CaseFrame>
    }
}

/// Whether they were not entered in error, so that somebody can decide among them.
fn stands(this: ThisCase, id: EventId) -> bool {
    let stands = this.read(|_, story, _| {
        story
            .options
            .iter()
            .any(|kept| kept.id == id && kept.in_error.is_none())
    });
    stands.unwrap_or_default()
}

/// Whether somebody decided among them already.
fn is_decided(this: ThisCase, id: EventId) -> bool {
    let decided = this.read(|_, story, _| {
        let mut decisions = story.decisions.iter();
        decisions.any(|made| made.now.options == id && made.in_error.is_none())
    });
    decided.unwrap_or_default()
}

fn matter(this: ThisCase, id: EventId) -> String {
    let matter = this.read(|_, story, _| {
        story
            .options
            .iter()
            .find(|kept| kept.id == id)
            .map(|kept| format!("about {}", kept.now.matter))
    });
    matter.flatten().unwrap_or_default()
}
