//! The page that asks who is in a new case.

use leptos::prelude::*;

use super::details::{AGE, CHILD, Details, NAME, STANDING};
use super::storage::Storage;
use crate::components::{
    Actions, Button, ButtonLook, Choice, Form, Notice, Problems, Radios, SaveState, TextArea, TextInput, TextKind,
    Tone, Width,
};
use crate::view;
use crate::workspace::draft::DraftKeeper;
use crate::workspace::schools::SchoolBox;
use crate::workspace::session::Session;

/// The people of a new case, and whether they may be kept.
#[component]
pub(super) fn DetailsPart(
    /// What is typed.
    details: Details,
    /// The problems of the page.
    problems: Problems,
    /// The draft of what is typed.
    draft: DraftKeeper,
    /// Logs it as an enquiry instead, because they want no record; none where it is an enquiry already.
    #[prop(optional_no_strip)]
    unnamed: Option<Callback<()>>,
    /// Goes back to how it came; none where that is not asked.
    #[prop(optional_no_strip)]
    on_back: Option<Callback<()>>,
    /// Goes on to the check.
    #[prop(into)]
    on_submit: Callback<()>,
) -> impl IntoView {
    let session = Session::here();
    let practitioners = session
        .desk()
        .is_some_and(|desk| desk.policy().copied().practitioners_may_ask);
    let profile = session.read(|desk| desk.policy().on(session.now().day()));
    let may_note = Memo::new(move |_| profile.is_some_and(|profile| details.may_note(profile)));
    let for_self = Memo::new(move |_| details.asks_for_self());
    let mut who = vec![
        Choice::new("parent", "A parent"),
        Choice::new("carer", "A carer, or somebody else who brings the child up"),
        Choice::new("young_person", "A young person aged 16 to 25, for themself"),
        Choice::new("child", "A child under 16, for themself"),
    ];
    if practitioners {
        who.push(Choice::new("practitioner", "Somebody who works with the family"));
    }
    who.push(Choice::new("other", "Somebody else"));
    view! {
        {move || draft.restored().get().then(|| view! {
            <Notice tone=Tone::Info title="What you had typed is back"><p>"None of it is saved as a case yet."</p></Notice>
        })}
        <Form on_submit>
            <h2>"Who asked for help"</h2>
            <Radios legend="Who are they?" choices=who value=details.standing id=STANDING error=problems.of(STANDING) />
            <TextInput
                label="Their name" hint="What they want to be called is enough"
                value=details.name id=NAME error=problems.of(NAME) width=Width::Long spellcheck=false
            />
            <TextInput label="Phone (optional)" value=details.phone kind=TextKind::Telephone width=Width::Medium />
            <TextInput label="Email (optional)" value=details.email kind=TextKind::Email width=Width::Long />
            <TextInput label="Postcode (optional)" value=details.postcode kind=TextKind::Code width=Width::Short />
            <TextInput
                label="How to contact them safely (optional)"
                hint="For example: text only, leave no message, not before 10am"
                value=details.contact_note
            />
            {move || (!for_self.get()).then(|| view! {
                <h2>"The child or young person"</h2>
                <TextInput
                    label="The child’s name" hint="A first name is enough"
                    value=details.child id=CHILD error=problems.of(CHILD) width=Width::Long spellcheck=false
                />
            })}
            <TextInput
                label="Age in years (optional)"
                value=details.age id=AGE error=problems.of(AGE) kind=TextKind::Number width=Width::Tiny
            />
            <SchoolBox
                label="School, nursery or college (optional)"
                hint="It is checked, so that nobody who works or helps there deals with the case"
                value=details.school
            />
            <h2>"So that we stay fair"</h2>
            <TextArea
                label="Do they know anyone who works or volunteers here? (optional)"
                hint="Names in their words. Leave it empty if they know nobody."
                value=details.knows rows=2
            />
            <TextInput
                label="Groups or organisations tied to the family (optional)"
                hint="With a comma between them"
                value=details.organisations spellcheck=false
            />
            <Storage details problems unnamed />
            {move || may_note.get().then(|| view! {
                <h2>"What they want"</h2>
                <TextArea
                    label="What do they want to happen? (optional)"
                    hint="Their own words, unaltered. You see them again when you add the first contact."
                    value=details.aim rows=2
                />
            })}
            <Actions>
                <Button label="Continue to the check" />
                {on_back.map(|on_back| view! {
                    <Button label="Back" look=ButtonLook::Secondary on_press=move || on_back.run(()) />
                })}
                <SaveState draft=draft.state() />
            </Actions>
        </Form>
    }
}
