//! Notes a permission: who gave it, for which agency, and what exactly may be said.

use evenhand_domain::case::party::Party;
use evenhand_domain::family::Standing;
use leptos::prelude::*;

use super::sign::{Sign, service};
use super::typed::{AGENCY, CONTENT, HOW, OWN, PARTY, Typed, UNDERSTOOD, UNTIL, problem, ways};
use crate::components::{
    Actions, Announcer, Button, ButtonLook, Choice, DateInput, Form, Problems, Radios, SaveState, TextArea, TextInput,
    TextLine, Tick, Width, focus_soon,
};
use crate::view;
use crate::workspace::case::near::{one_problem, say_saved};
use crate::workspace::case::this::ThisCase;
use crate::workspace::case::words::{given_words, standing_words};
use crate::workspace::command::Command;

/// The form for one permission.
#[component]
pub(super) fn PermissionForm(
    /// The problems of the page.
    problems: Problems,
    /// Called when it was saved or is not wanted.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let typed = Typed::empty();
    let kept = typed.boxes().keep(&format!("permission/{}", this.id()));
    let save = move || {
        let Some(profile) = untrack(|| this.profile()) else {
            return;
        };
        let consent = match untrack(|| typed.gather(profile, &service(this))) {
            Ok(consent) => consent,
            Err(found) => {
                problems.set(found);
                return;
            }
        };
        problems.clear();
        let id = this.id();
        command.of(kept).run(
            move |desk, now| async move { desk.give_consent(now, id, consent).await },
            move |done| match done {
                Ok(_) => {
                    say_saved(this.session(), announcer);
                    on_done.run(());
                }
                Err(error) => {
                    let (field, words) = problem(&error);
                    one_problem(problems, field, words);
                }
            },
        );
    };
    let escape = move || {
        problems.clear();
        on_done.run(());
    };
    let leave = move || {
        kept.drop();
        escape();
    };
    let people = untrack(|| {
        this.read(|_, story, _| {
            let family = story
                .people()
                .into_iter()
                .filter(|party| party.is != Standing::Practitioner || party.service_user);
            let choice =
                |party: &Party| Choice::new(party.id.to_string(), party.name.clone()).hint(standing_words(party.is));
            family.map(choice).collect::<Vec<_>>()
        })
    });
    let ways = ways()
        .map(|(word, how)| Choice::new(word, given_words(how)))
        .collect::<Vec<_>>();
    let is_signed = Memo::new(move |_| typed.is_signed());
    focus_soon(PARTY.control());
    view! {
        <section class="stack">
            <h2>"Note a permission"</h2>
            <Form on_submit=save on_escape=escape>
                <Radios legend="Who gave it?" hint="A young person gives their own" choices=people.unwrap_or_default() value=typed.party id=PARTY error=problems.of(PARTY) />
                <TextInput label="Which agency may you talk to?" hint="One at a time: the school, the council, a health service" value=typed.agency id=AGENCY error=problems.of(AGENCY) width=Width::Long spellcheck=false />
                <TextArea label="What exactly may you tell them?" hint="As agreed with them, so that it can be held against what you say" value=typed.content id=CONTENT error=problems.of(CONTENT) rows=3 />
                <TextLine label="What for? (optional)" value=typed.purpose />
                <Radios legend="How did they give it?" choices=ways value=typed.how id=HOW error=problems.of(HOW) />
                <TextArea label="How do you know that they understood it?" hint="For example: said back in their own words what you may say" value=typed.understood id=UNDERSTOOD error=problems.of(UNDERSTOOD) rows=2 />
                <Tick label="They asked for this themselves, before I suggested it" value=typed.own id=OWN error=problems.of(OWN) />
                <DateInput legend="Until when? (optional)" hint="Leave it empty if it holds until they take it back" value=typed.until id=UNTIL error=problems.of(UNTIL) />
                {move || is_signed.get().then(|| view! { <Sign typed problems /> })}
                <Actions>
                    <Button label="Save this permission" pending=command.pending() pending_label="Saving…" />
                    <Button label="Cancel" look=ButtonLook::Quiet on_press=leave />
                </Actions>
                <SaveState draft=kept.state() />
            </Form>
        </section>
    }
}
