//! A contact that came without a file: first how it came, then who it is, then the check.

use evenhand_domain::ids::CaseId;
use leptos::prelude::*;

use super::check_step::CheckStep;
use super::details::Details;
use super::details_part::DetailsPart;
use super::enquiry::EnquiryForm;
use super::how_it_came::{HowItCame, UNNAMED, channel_problem};
use super::intake::{Intake, Purpose, Step};
use super::logged::Logged;
use super::passed_on::PassedOn;
use crate::components::{Button, Form, Notice, Problem, Problems, Tone};
use crate::layout::Page;
use crate::view;
use crate::workspace::case::TakenOut;
use crate::workspace::draft::use_draft;
use crate::workspace::route::{CasePart, Route};
use crate::workspace::session::Session;

/// A contact that came without a file.
#[component]
pub(crate) fn NewContact() -> impl IntoView {
    view! { <Steps purpose=Purpose::New /> }
}

/// A new case that belongs with another: a brother's or sister's.
#[component]
pub(crate) fn SiblingCase(
    /// The other case.
    id: CaseId,
) -> impl IntoView {
    view! {
        <TakenOut id>
            <Steps purpose=Purpose::Sibling(id) />
        </TakenOut>
    }
}

/// An enquiry becomes a case: the people are named now.
#[component]
pub(crate) fn CaseFromEnquiry(
    /// The enquiry.
    id: CaseId,
) -> impl IntoView {
    view! { <Steps purpose=Purpose::FromEnquiry(id) /> }
}

#[component]
fn Steps(purpose: Purpose) -> impl IntoView {
    let session = Session::here();
    let details = Details::empty();
    if let (Purpose::Sibling(other), Some(desk)) = (purpose, session.desk()) {
        details.of_sibling(&desk, other);
    }
    let (channel, unnamed) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let place = match purpose {
        Purpose::New => "new".to_owned(),
        Purpose::Sibling(other) => format!("new/with/{other}"),
        Purpose::FromEnquiry(id) => format!("new/from/{id}"),
    };
    let fields = details
        .fields()
        .into_iter()
        .chain([("channel", channel), ("unnamed", unnamed)])
        .collect();
    let draft = use_draft(&place, fields);
    let first = if matches!(purpose, Purpose::FromEnquiry(_)) {
        Step::Details
    } else {
        Step::How
    };
    let intake = Intake {
        purpose,
        step: RwSignal::new(first),
        channel,
        details,
        draft,
        unnamed,
        place: StoredValue::new(place),
    };
    move || match intake.step.get() {
        Step::How => view! { <How intake /> },
        Step::Details => view! { <Who intake /> },
        Step::Check => view! { <CheckStep intake /> },
        Step::Logged(id) => view! { <Logged id /> },
        Step::PassedOn => view! { <PassedOn /> },
    }
}

#[component]
fn How(intake: Intake) -> impl IntoView {
    let problems = Problems::new();
    let is_sibling = matches!(intake.purpose, Purpose::Sibling(_));
    let (channel, unnamed) = (intake.channel, intake.unnamed);
    let stays_unnamed = Memo::new(move |_| unnamed.with(|unnamed| unnamed == "yes"));
    let go_on = move || {
        let mut found: Vec<Problem> = untrack(|| intake.channel())
            .is_none()
            .then(channel_problem)
            .into_iter()
            .collect();
        if unnamed.with_untracked(String::is_empty) {
            found.push(Problem::new(UNNAMED, "Select whether they want to stay unnamed"));
        }
        if problems.set(found) {
            intake.step.set(Step::Details);
        }
    };
    let logged = move |id: CaseId| {
        intake.draft.drop();
        intake.step.set(Step::Logged(id));
    };
    let rest = move || {
        if stays_unnamed.get() {
            view! {
                <EnquiryForm
                    channel=Signal::derive(move || intake.channel())
                    problems
                    channel_problem=channel_problem()
                    on_logged=logged
                />
            }
        } else {
            view! { <Form on_submit=go_on><Button label="Continue" /></Form> }
        }
    };
    let (heading, back) = begun(intake.purpose);
    let lead = if is_sibling {
        view! { <p class="lead">"The family is taken from the other case, so you need not type it again."</p> }
    } else {
        view! {
            <p class="lead">"For somebody who telephoned, came in or wrote. What came through our page goes to " <a href=Route::Inbox.href()>"the inbox"</a> "."</p>
        }
    };
    let back_label = if is_sibling { "The other case" } else { "Work" };
    view! {
        <Page title=heading heading back=Signal::stored(back.href()) back_label problems>
            {lead}
            <HowItCame channel unnamed problems />
            {rest}
        </Page>
    }
}

/// What is begun, and where it began.
const fn begun(purpose: Purpose) -> (&'static str, Route) {
    match purpose {
        Purpose::New => ("New contact", Route::Work),
        Purpose::Sibling(other) => ("A brother’s or sister’s case", Route::Case(other, CasePart::Summary)),
        Purpose::FromEnquiry(id) => ("Make it a case", Route::Case(id, CasePart::Summary)),
    }
}

#[component]
fn Who(intake: Intake) -> impl IntoView {
    let problems = Problems::new();
    let details = intake.details;
    let submit = move || {
        if problems.set(details.problems()) {
            intake.step.set(Step::Check);
        }
    };
    let from_enquiry = matches!(intake.purpose, Purpose::FromEnquiry(_));
    let unnamed = (!from_enquiry).then(|| {
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
