//! The people of a new contact, the second step.

use leptos::prelude::*;

use super::details_part::DetailsPart;
use super::intake::{Intake, Purpose, Step, begun};
use crate::components::{Notice, Problems, Tone};
use crate::layout::Page;
use crate::view;

/// Asks who it is about.
#[component]
pub(super) fn Who(intake: Intake) -> impl IntoView {
    let problems = Problems::new();
    let details = intake.details;
    let submit = move || {
        if problems.set(details.problems()) {
            intake.step.set(Step::Check);
        }
    };
    let from_enquiry = matches!(intake.purpose, Purpose::FromEnquiry(_));
    let unnamed = matches!(intake.purpose, Purpose::New).then(|| {
        Callback::new(move |()| {
            intake.unnamed.set("yes".to_owned());
            intake.step.set(Step::How);
        })
    });
    let (caption, back) = begun(intake.purpose);
    let on_back = (!from_enquiry).then(|| Callback::new(move |()| intake.step.set(Step::How)));
    let note = matches!(intake.purpose, Purpose::Sibling(_)).then(|| {
        view! {
            <Notice tone=Tone::Info title="Taken from the other case">
                <p>"Check what is there already with the family, then add the brother or sister."</p>
            </Notice>
        }
    });
    view! {
        <Page title="The people" heading="Who is it about?" caption back=Signal::stored(back.href()) problems>
            {note}
            <DetailsPart details problems draft=intake.draft unnamed on_back on_submit=submit />
        </Page>
    }
}
