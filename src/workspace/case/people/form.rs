//! Adds somebody to a case, or changes what is known of them.

use evenhand_domain::case::party::Party;
use evenhand_domain::family::Standing;
use leptos::prelude::*;

use super::details::{AGE, BORN, Details, NAME, STANDING, STANDINGS};
use crate::components::{
    Actions, Announcer, Button, ButtonLook, Choice, DateInput, Form, Problems, Radios, SaveState, TextArea, TextInput,
    TextKind, TextLine, Width, focus_soon,
};
use crate::view;
use crate::workspace::case::near::{one_problem, say_saved};
use crate::workspace::case::this::ThisCase;
use crate::workspace::case::words::{standing_words, story_error};
use crate::workspace::command::Command;
use crate::workspace::schools::SchoolBox;

/// The form for one person. Everybody who was checked before is checked again when it is saved.
#[component]
pub(super) fn PartyForm(
    /// Whom it changes; without one it adds somebody.
    #[prop(optional)]
    party: Option<Party>,
    /// The problems of the page.
    problems: Problems,
    /// Called when it was saved or is not wanted.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let heading = match &party {
        Some(party) => format!("Change details of {}", party.name),
        None => "Add somebody".to_owned(),
    };
    let whose = party
        .as_ref()
        .map_or_else(|| "new".to_owned(), |party| party.id.to_string());
    let details = Details::new(party);
    let kept = details.boxes().keep(&format!("person/{}/{whose}", this.id()));
    let save = move || {
        let party = match untrack(|| details.gather(this.today())) {
            Ok(party) => party,
            Err(found) => {
                problems.set(found);
                return;
            }
        };
        problems.clear();
        let id = this.id();
        command.of(kept).run(
            move |desk, now| async move { desk.put_party(now, id, party).await },
            move |done| match done {
                Ok(()) => {
                    say_saved(this.session(), announcer);
                    on_done.run(());
                }
                Err(error) => one_problem(problems, NAME, story_error(&error)),
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
    let standings = STANDINGS
        .iter()
        .map(|(word, is)| Choice::new(*word, standing_words(*is)))
        .collect::<Vec<_>>();
    let is_practitioner = Memo::new(move |_| details.chosen() == Some(Standing::Practitioner));
    focus_soon(NAME.control());
    view! {
        <section class="stack">
            <h2>{heading}</h2>
            <Form on_submit=save on_escape=escape>
                <TextInput label="Name" hint="What they want to be called is enough" value=details.name id=NAME error=problems.of(NAME) width=Width::Long spellcheck=false />
                <Radios legend="Who are they?" choices=standings value=details.standing id=STANDING error=problems.of(STANDING) />
                {move || is_practitioner.get().then(|| view! {
                    <TextInput label="Whom do they work for?" hint="The school, the council, a health service" value=details.agency width=Width::Long spellcheck=false />
                })}
                <DateInput legend="Date of birth (optional)" hint="For example, 27 3 2016" value=details.born id=BORN error=problems.of(BORN) />
                <TextInput label="Age in years (optional)" value=details.age id=AGE error=problems.of(AGE) kind=TextKind::Number width=Width::Tiny />
                <SchoolBox label="School, nursery or college (optional)" hint="Type a few letters and choose it, or write any name" value=details.school />
                <TextInput label="Phone (optional)" value=details.phone kind=TextKind::Telephone width=Width::Medium />
                <TextInput label="Email (optional)" value=details.email kind=TextKind::Email width=Width::Long />
                <TextInput label="Postcode (optional)" value=details.postcode kind=TextKind::Code width=Width::Short />
                <TextArea label="Postal address (optional)" value=details.address rows=3 />
                <TextLine label="How to contact them safely (optional)" hint="For example: text only, leave no message" value=details.contact_note />
                <TextArea label="What helps them talk with us? (optional)" hint="One thing a line: an interpreter, British Sign Language, Easy Read, a quiet place" value=details.needs rows=2 />
                <Actions>
                    <Button label="Save these details" pending=command.pending() pending_label="Saving…" />
                    <Button label="Cancel" look=ButtonLook::Quiet on_press=leave />
                </Actions>
                <SaveState draft=kept.state() />
            </Form>
        </section>
    }
}
