//! Which of the five policies the service works under.

use evenhand_domain::profile::ProfileId;
use evenhand_engine::policy::profile::Profile;
use leptos::prelude::*;

use super::differ::Differences;
use super::policy_words::in_short;
use super::{Asked, GoBack, Stop};
use crate::components::{Actions, Button, Choice, FieldId, Form, Problem, Radios};
use crate::layout::QuestionPage;
use crate::view;

const POLICY: FieldId = FieldId::named("policy");
const QUESTION: &str = "Which policy does the service work under?";

/// Five policies, each with what sets it apart.
#[component]
pub(super) fn Policy(asked: Asked) -> impl IntoView {
    let place = |id: ProfileId| ProfileId::ALL.iter().position(|known| *known == id);
    let kept = asked.profile.get_untracked().and_then(place);
    let chosen = RwSignal::new(kept.map(|place| place.to_string()).unwrap_or_default());
    let choices = ProfileId::ALL.iter().enumerate().map(|(place, id)| {
        let profile = Profile::of(*id);
        Choice::new(place.to_string(), profile.name).hint(in_short(profile))
    });
    let submit = move || {
        let id = chosen
            .with(|place| place.parse::<usize>().ok())
            .and_then(|place| ProfileId::ALL.get(place).copied());
        asked.profile.set(id);
        let missing = id
            .is_none()
            .then(|| Problem::new(POLICY, "Choose the policy your service works under"));
        asked.go_on(missing.into_iter().collect());
    };
    view! {
        <QuestionPage title=QUESTION caption=Stop::Policy.caption() problems=asked.problems>
            <Form on_submit=submit>
                <Radios
                    legend=QUESTION
                    hint="The software asks for what the policy asks for. It cannot be changed later without a new set-up."
                    choices=choices.collect()
                    value=chosen
                    id=POLICY
                    error=asked.problems.of(POLICY)
                    heading=true
                />
                <Differences />
                <Actions><Button label="Continue" /> <GoBack /></Actions>
            </Form>
        </QuestionPage>
    }
}
