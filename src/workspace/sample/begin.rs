//! What will be made, and under which policy.

use evenhand_domain::profile::ProfileId;
use evenhand_engine::policy::profile::Profile;
use leptos::prelude::*;

use super::app::{SamplePage, Standing};
use crate::components::{Actions, Button, ButtonLook, Choice, FieldId, Form, LinkButton, Radios};
use crate::layout::Page;
use crate::platform::sample;
use crate::view;

const POLICY: FieldId = FieldId::named("policy");
/// The one of the five under which every kind of answer to a conflict can be seen.
const OFFERED: ProfileId = ProfileId::Staffordshire;

/// The five policies by name; the value of a choice is its place among them.
fn choices() -> Vec<Choice> {
    let choice = |(place, id): (usize, &ProfileId)| {
        let choice = Choice::new(place.to_string(), Profile::of(*id).name);
        match *id {
            OFFERED => {
                choice.hint("Here the manager can let a worker help a family that they know, so it shows the most.")
            }
            _ => choice,
        }
    };
    ProfileId::ALL.iter().enumerate().map(choice).collect()
}

/// Says what a sample is, and asks for a policy.
#[component]
pub(super) fn Begin(page: SamplePage) -> impl IntoView {
    let offered = ProfileId::ALL.iter().position(|id| *id == OFFERED).unwrap_or_default();
    let chosen = RwSignal::new(offered.to_string());
    let make = move || {
        let place = chosen.with(|place| place.parse::<usize>().ok());
        let profile = place.and_then(|place| ProfileId::ALL.get(place)).copied();
        page.standing.set(Standing::Making(profile.unwrap_or(OFFERED)));
    };
    view! {
        <Page title="Sample data" heading="Try it with sample data">
            <div class="prose">
                <p class="lead">"An invented service is made here, in this browser. Nobody in it is real, and nothing is sent anywhere."</p>
                <ul>
                    <li>"Five people who work there: a manager, three officers and a volunteer, each with what they declared."</li>
                    <li>"More than sixty cases over two years, with contacts, permissions, options and decisions."</li>
                    <li>"A family that the volunteer knows, so that you can see what a wall looks like from each side."</li>
                    <li>"A public page of its own, so that you can send a form to it and bring that in."</li>
                </ul>
                <p>"It lies apart from the records of your service, with a band above each page, and goes away in one step."</p>
            </div>
            <Form on_submit=make>
                <Radios legend="Under which policy?" choices=choices() value=chosen id=POLICY />
                <Actions>
                    <Button label="Make the sample" />
                    <LinkButton label="Go back" href=Signal::stored(sample::OWN_WORKSPACE.to_owned()) look=ButtonLook::Quiet />
                </Actions>
            </Form>
        </Page>
    }
}
