//! What the policy asks and is not there yet, each with a link to where it is done.

use evenhand_engine::policy::duty::CaseDuty;
use evenhand_engine::policy::profile::Topic;
use leptos::prelude::*;

use crate::view;
use crate::workspace::case::this::ThisCase;
use crate::workspace::route::CasePart;

/// Where a duty is met.
pub(crate) const fn place_of(topic: Topic) -> CasePart {
    match topic {
        Topic::QuestionBeforeOpening | Topic::VolunteerArea => CasePart::Allocate,
        Topic::StorageAgreement | Topic::RecordsTold => CasePart::Summary,
        Topic::StatementAtContact
        | Topic::StatementAtMeeting
        | Topic::StatementUnderstood
        | Topic::AgencyNotice
        | Topic::Venue
        | Topic::DecisionExplained
        | Topic::ViewsUnaltered
        | Topic::ChallengeToChair => CasePart::Timeline,
        Topic::Aim | Topic::Wishes => CasePart::Contact,
        Topic::Options | Topic::RisksApart | Topic::LegalBasis => CasePart::Options,
        Topic::AgencyConsent | Topic::ConsentUnderstood | Topic::AuthorityRequest => CasePart::Permissions,
        Topic::Feedback => CasePart::Close,
    }
}

/// What is missing now; feedback is asked at the end and is no gap before it.
#[component]
pub(super) fn Missing() -> impl IntoView {
    let this = ThisCase::here();
    let missing = move || {
        let duties = this.read(|file, story, desk| {
            let is_open = story.closing().is_none() && !file.front.is_enquiry;
            if is_open {
                desk.duties(this.session().now(), this.id()).unwrap_or_default()
            } else {
                Vec::new()
            }
        });
        let is_gap = |duty: &CaseDuty| duty.is_missing() && !duty.rule.borrowed && duty.topic != Topic::Feedback;
        duties
            .unwrap_or_default()
            .into_iter()
            .filter(is_gap)
            .collect::<Vec<_>>()
    };
    move || {
        let rows: Vec<_> = missing()
            .into_iter()
            .map(|duty| {
                let clauses = duty.rule.clauses.join(", ");
                view! { <li><a href=this.href(place_of(duty.topic))>{duty.topic.words()}</a>" " <span class="muted">{clauses}</span></li> }
            })
            .collect();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="stack">
                    <h2>"What our policy still asks"</h2>
                    <ul>{rows.into_iter().collect_view()}</ul>
                    <p><a href=this.href(CasePart::Fairness)>"See everything that the policy asks"</a></p>
                </section>
            }
        })
    }
}
