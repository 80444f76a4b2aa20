//! What is filled in.

use leptos::prelude::*;

use super::{FAULTY, FAULTY_RADIOS, Part};
use crate::components::{
    Button, Checkboxes, Choice, ChosenFile, Combobox, DateInput, DateParts, FileInput, Form, PasswordInput, Problems,
    Radios, Select, Suggestion, TextArea, TextInput, TextKind, TextLine, Tick, Width,
};
use crate::view;

const SCHOOLS: [&str; 4] = [
    "Alder Bank Primary School",
    "Brackenholt High School",
    "Calderbrow College",
    "Hollin Beck Primary School",
];

/// Every input, empty, filled and with a problem.
#[component]
pub(super) fn Inputs(
    /// The problems of this page.
    problems: Problems,
) -> impl IntoView {
    let text = |words: &str| RwSignal::new(words.to_owned());
    let phone = text("");
    let contact = text("phone");
    let needs = RwSignal::new(vec!["interpreter".to_owned()]);
    let school = text("");
    let suggestions = Signal::derive(move || {
        let typed = school.get().to_lowercase();
        let fits = |name: &&str| !typed.is_empty() && name.to_lowercase().contains(&typed);
        let suggestion = |name: &str| Suggestion {
            value: name.to_owned(),
            label: name.to_owned(),
            hint: "Calderbrow".to_owned(),
        };
        SCHOOLS.iter().copied().filter(fits).map(suggestion).collect::<Vec<_>>()
    });
    let taken = RwSignal::new(String::new());
    let take = move |files: Vec<ChosenFile>| {
        taken.set(files.into_iter().map(|file| file.name).collect::<Vec<_>>().join(", "));
    };
    view! {
        <Part title="Text">
            <TextInput label="What is your name?" value=text("Róisín O’Connor-Đặng") autocomplete="name" spellcheck=false width=Width::Long />
            <TextInput
                label="Your email address"
                hint="We only use this to reply to you"
                value=text("")
                id=FAULTY
                error=problems.of(FAULTY)
                kind=TextKind::Email
                autocomplete="email"
                width=Width::Long
            />
            <Combobox label="Which school?" hint="Start typing, or write any name" value=school suggestions on_choose=|_: String| () />
            <TextInput label="How old are they?" value=text("9") kind=TextKind::Number width=Width::Tiny />
            <TextInput label="Postcode (optional)" value=text("") kind=TextKind::Code width=Width::Short />
            <TextInput
                label="The child’s first name"
                value=text("")
                error=Signal::stored(Some("Enter the child’s first name, or a name you call them".to_owned()))
                width=Width::Long
            />
            <PasswordInput label="Passphrase" value=text("four plain words here") />
            <TextLine label="What do they want?" hint="It grows with what is typed" value=text("To stay at the school where the friends are, with somebody who helps in the morning and at dinner") />
            <TextArea label="What was said" hint="The family’s words, as they said them" value=text("") rows=4 limit=120 />
        </Part>
        <Part title="Choices">
            <Radios
                legend="How should we contact you?"
                hint="We only use this to reply to you"
                id=FAULTY_RADIOS
                error=problems.of(FAULTY_RADIOS)
                value=contact
                choices=vec![
                    Choice::new("phone", "Phone").reveal(move || view! {
                        <TextInput label="Your phone number" value=phone kind=TextKind::Telephone autocomplete="tel" width=Width::Medium />
                    }),
                    Choice::new("email", "Email"),
                    Choice::new("trusted", "Through someone I trust").hint("For example a friend, a teacher or a family worker"),
                ]
            />
            <Radios
                legend="Did you say at the start that we are impartial?"
                value=text("yes")
                inline=true
                choices=vec![Choice::new("yes", "Yes"), Choice::new("no", "No"), Choice::new("later", "Not needed")]
            />
            <Checkboxes
                legend="What would help you talk with us? (optional)"
                value=needs
                choices=vec![
                    Choice::new("interpreter", "An interpreter"),
                    Choice::new("bsl", "British Sign Language").hint("We book the interpreter and pay for it"),
                    Choice::new("quiet", "A quiet place"),
                    Choice::new("none", "None of these").alone(),
                ]
            />
            <Tick label="I have told the family what I will pass on" value=RwSignal::new(false) />
            <Select
                label="Worker"
                value=text("")
                placeholder="Choose a worker"
                choices=vec![Choice::new("a", "Priya Raman"), Choice::new("b", "Tom Okafor"), Choice::new("c", "Morag Elliott")]
            />
        </Part>
        <Part title="Dates and files">
            <DateInput legend="When is the meeting?" hint="For example, 27 3 2026. A guess will do." value=DateParts::new("27", "Mar", "2026") />
            <DateInput
                legend="When did the letter come?"
                value=DateParts::new("31", "", "")
                error=Signal::stored(Some("Enter the month and the year as well".to_owned()))
            />
            <FileInput
                label="A locked form"
                hint="It ends in .locked"
                accept=".locked"
                on_files=take
            />
            <p class="muted small">{taken}</p>
            <Form on_submit=|| ()>
                <TextInput label="Search cases" value=text("") kind=TextKind::Search width=Width::Long />
                <Button label="Search" />
            </Form>
        </Part>
    }
}
