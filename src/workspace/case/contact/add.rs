//! Add a contact.

use leptos::prelude::*;

use super::answers::Answers;
use super::form::ContactForm;
use super::gather::gather;
use super::words::problem;
use crate::components::{Announcer, LinkButton, Notice, Problems, Tone};
use crate::view;
use crate::workspace::case::frame::CaseFrame;
use crate::workspace::case::near::say_saved;
use crate::workspace::case::summary::Keeping;
use crate::workspace::case::this::ThisCase;
use crate::workspace::command::Command;
use crate::workspace::route::CasePart;

/// The page that adds a contact; a closed case is opened again first.
#[component]
pub(in crate::workspace::case) fn AddContact() -> impl IntoView {
    let this = ThisCase::here();
    let problems = Problems::new();
    let is_closed = untrack(|| this.read(|_, story, _| story.closing().is_some()).unwrap_or(true));
    view! {
        <CaseFrame part=CasePart::Contact title="Add a contact" problems>
            {if is_closed {
                view! {
                    <Notice tone=Tone::Info title="This case is closed">
                        <p>"Open it again first. Then you can add to it."</p>
                        <LinkButton label="Open it again" href=this.link(CasePart::Close) />
                    </Notice>
                }
            } else {
                view! { <div class="stack"><Keeping problems /><NewContact problems /></div> }
            }}
        </CaseFrame>
    }
}

#[component]
fn NewContact(problems: Problems) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let answers = untrack(|| this.read(|_, story, _| Answers::new(story, this.today())));
    answers.map(|answers| {
        let kept = answers.boxes().keep(&format!("contact/{}", this.id()));
        let save = move || {
            let Some(policy) = untrack(|| this.policy()) else {
                return;
            };
            let contact = match untrack(|| gather(answers, policy, this.today())) {
                Ok(contact) => contact,
                Err(found) => {
                    problems.set(found);
                    return;
                }
            };
            problems.clear();
            let id = this.id();
            command.of(kept).run(
                move |desk, now| async move { desk.record_contact(now, id, contact).await },
                move |done| match done {
                    Ok(_) => {
                        say_saved(this.session(), announcer);
                        this.go(CasePart::Timeline);
                    }
                    Err(error) => {
                        problems.set(vec![problem(answers, &error)]);
                    }
                },
            );
        };
        view! {
            <ContactForm
                answers
                problems
                label="Save contact"
                on_save=save
                pending=command.pending()
                draft=kept.state()
                restored=kept.restored()
            />
        }
    })
}
