//! A contact that came without a file: first how it came, then who it is, then the check.

use evenhand_domain::ids::CaseId;
use leptos::prelude::*;

use super::check_step::CheckStep;
use super::details::Details;
use super::enquiry::EnquiryForm;
use super::how_it_came::{HowItCame, UNNAMED, channel_problem};
use super::intake::{Intake, Purpose, Step, begun};
use super::logged::Logged;
use super::passed_on::PassedOn;
use super::who::Who;
use crate::components::{Button, Form, Problem, Problems};
use crate::layout::Page;
use crate::view;
use crate::workspace::case::TakenOut;
use crate::workspace::draft::use_draft;
use crate::workspace::route::Route;
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
    // Whose brother or sister it is has a name already.
    let named = if matches!(purpose, Purpose::Sibling(_)) {
        "no"
    } else {
        ""
    };
    let (channel, unnamed) = (RwSignal::new(String::new()), RwSignal::new(named.to_owned()));
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
    let other = code_of_sibling(intake.purpose);
    let is_sibling = other.is_some();
    let (channel, unnamed) = (intake.channel, intake.unnamed);
    let stays_unnamed = Memo::new(move |_| unnamed.with(|unnamed| unnamed == "yes"));
    let go_on = move || {
        let mut found: Vec<Problem> = untrack(|| intake.channel())
            .is_none()
            .then(channel_problem)
            .into_iter()
            .collect();
        if !is_sibling && unnamed.with_untracked(String::is_empty) {
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
    let back_label = other
        .as_ref()
        .map_or_else(|| "Work".to_owned(), |code| format!("Case {code}"));
    let lead = if let Some(code) = other {
        view! { <p class="lead">"The family is taken from the case " {code.replace('-', "\u{2011}")} ", so you need not type it again."</p> }
    } else {
        view! {
            <p class="lead">"For somebody who telephoned, came in or wrote. What came through our page goes to " <a href=Route::Inbox.href()>"the inbox"</a> "."</p>
        }
    };
    view! {
        <Page title=heading heading back=Signal::stored(back.href()) back_label problems>
            {lead}
            <HowItCame channel unnamed=(!is_sibling).then_some(unnamed) problems />
            {rest}
        </Page>
    }
}

/// The code of the case that a brother's or sister's belongs with.
fn code_of_sibling(purpose: Purpose) -> Option<String> {
    let Purpose::Sibling(other) = purpose else { return None };
    let code = Session::here().read(|desk| desk.front(other).map(|front| front.code.clone()));
    Some(code.and_then(Result::ok).unwrap_or_default())
}
