//! Who joins, and their own way in.

use evenhand_domain::worker::Role;
use leptos::prelude::*;

use super::Asked;
use crate::components::{Button, Choice, FieldId, Form, Radios, TextInput, TextKind, Width};
use crate::view;
use crate::workspace::device::NewSignInFields;
use crate::workspace::session::Session;
use crate::workspace::team::role::{ROLES, profile_of, role_word};

pub(super) const NAME: FieldId = FieldId::named("worker-name");
pub(super) const ROLE: FieldId = FieldId::named("worker-role");
const WHY: &str = "So that a family with the same number or address is found.";

/// Name, role, what finds their own family, sign-in.
#[component]
pub(super) fn Who(asked: Asked) -> impl IntoView {
    let session = Session::here();
    let profile = untrack(|| session.read(profile_of));
    let choices = ROLES.into_iter().filter_map(|(value, role)| {
        let profile = profile.filter(|profile| profile.volunteers || role != Role::Volunteer)?;
        let hint = match role {
            Role::Manager => "Runs the service too: holds the inbox, sees what everybody declares, gives out cases",
            Role::Officer => "Works with families",
            Role::Volunteer => "Gives their time, and works with families under supervision",
        };
        Some(Choice::new(value, role_word(profile, role)).hint(hint))
    });
    let choices: Vec<Choice> = choices.collect();
    view! {
        <Form on_submit=move || asked.leave_who()>
            <TextInput label="Name" value=asked.name id=NAME error=asked.problems.of(NAME) width=Width::Long />
            <Radios legend="Role" choices value=asked.role id=ROLE error=asked.problems.of(ROLE) />
            <TextInput
                label="Home postcode district (optional)"
                hint="The first half of the postcode, such as LA9. Cases in that district go to others first."
                value=asked.district
                width=Width::Short
                spellcheck=false
            />
            <TextInput label="Own telephone (optional)" hint=WHY value=asked.phone kind=TextKind::Telephone width=Width::Medium />
            <TextInput label="Own email (optional)" hint=WHY value=asked.email kind=TextKind::Email width=Width::Long />
            <h2>"Their own way in"</h2>
            <p>"Hand the keyboard to the person who joins. They type the next two themselves, so that nobody else knows them."</p>
            <NewSignInFields sign_in=asked.sign_in problems=asked.problems />
            <Button label="Continue" />
        </Form>
    }
}
