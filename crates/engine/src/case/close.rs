//! Closing a case: what is missing under the policy is named, feedback is offered, and closing again is possible.

use evenhand_domain::case::action::ActionKind;
use evenhand_domain::case::close::{Closing, FeedbackOffer, FeedbackWay};
use evenhand_domain::case::state::{Case, CaseStatus};
use evenhand_domain::event::{CaseEvent, Event, FrontEvent};
use evenhand_domain::ids::CaseId;
use thiserror::Error;

use crate::case::CaseError;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::now::Now;
use crate::space::Space;
use evenhand_policy::duty;
use evenhand_policy::profile::{Strength, Topic};

/// Why a case was not closed or reopened. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CloseError {
    /// The case cannot be worked on.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// What came of it is missing.
    #[error("what came of it is missing")]
    OutcomeMissing,
    /// Why feedback was not offered is missing (LEI-33, WES-16).
    #[error("why feedback was not offered is missing")]
    FeedbackNeedsReason,
    /// The policy asks for more, and no reason was given to close without it.
    #[error("why the case closes with something missing is not answered")]
    MissingNeedsReason,
    /// A reason is asked for.
    #[error("a reason is missing")]
    ReasonMissing,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// What closing asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloseRequest {
    /// What came of it, factually.
    pub outcome: String,
    /// How the person sees it, in their words (SPS-21).
    pub as_they_see_it: String,
    /// How feedback was offered, and why not where it was not.
    pub feedback: FeedbackOffer,
    /// Why it closes with something missing, where something is.
    pub why_left_open: String,
}

/// What agencies said and nobody has passed on yet (LEI-27).
/// What is still to be done, parted into what an agency said and nobody passed on yet (LEI-27), and the rest with its day.
fn still_open(story: &Case) -> (Vec<String>, Vec<String>) {
    let open = story.open_actions().map(|kept| &kept.now.action);
    let (to_pass_on, rest): (Vec<_>, Vec<_>) = open.partition(|action| action.kind == ActionKind::PassOn);
    let rest = rest
        .into_iter()
        .map(|action| format!("{}, by {}", action.what, action.due.long()));
    (
        to_pass_on.into_iter().map(|action| action.what.clone()).collect(),
        rest.collect(),
    )
}

impl Desk {
    /// Closes a case. What the policy asks and is not there, and what an agency said and nobody passed on, is kept with the closing.
    ///
    /// # Errors
    /// When the outcome or a reason is missing, or when it could not be saved.
    pub async fn close_case(&self, now: Now, id: CaseId, asked: CloseRequest) -> Result<(), CloseError> {
        if asked.outcome.trim().is_empty() {
            return Err(CloseError::OutcomeMissing);
        }
        if asked.feedback.way == FeedbackWay::NotNow && asked.feedback.why.trim().is_empty() {
            return Err(CloseError::FeedbackNeedsReason);
        }
        let (status, missing, (to_pass_on, still_open), must_pass_on) = self
            .read_story(id, |policy, front, story| {
                // A closing says who they are as much as a contact does.
                if story.is_refused() {
                    return Err(CaseError::SaidNo);
                }

                // The feedback that is offered with this closing counts.
                let mut story = story.clone();
                story.apply(&evenhand_domain::event::Entry {
                    id: evenhand_domain::ids::EventId::new([0; 16]),
                    by: evenhand_domain::ids::WorkerId::new([0; 16]),
                    at: now.at.max(self.newest_entry()),
                    on: now.day(),
                    event: CaseEvent::FeedbackOffered(asked.feedback.clone()),
                });
                // An enquiry names nobody, so nothing is owed to anybody by name.
                let duties = if front.is_enquiry {
                    Vec::new()
                } else {
                    duty::duties(policy, front, &story, now.day())
                };
                let missing: Vec<_> = duties.into_iter().filter(duty::CaseDuty::is_missing).collect();
                let must_pass_on = policy.on(now.day()).rule(Topic::AgencyNotice).strength >= Strength::Reason;
                Ok((front.status, missing, still_open(&story), must_pass_on))
            })
            .await??;
        if status == CaseStatus::Closed {
            return Err(CaseError::Closed.into());
        }
        // Why nobody was asked for feedback is answered beside that question.
        let asks_why = |duty: &duty::CaseDuty| duty.needs_reason() && duty.topic != Topic::Feedback;
        let needs_reason = missing.iter().any(asks_why) || must_pass_on && !to_pass_on.is_empty();
        if needs_reason && asked.why_left_open.trim().is_empty() {
            return Err(CloseError::MissingNeedsReason);
        }
        let duties = missing
            .iter()
            .map(|duty| format!("{}: {}", duty.rule.clauses.join(", "), duty.topic.words()));
        let left_open = duties
            .chain(to_pass_on.iter().map(|what| format!("LEI-27: {what}")))
            .chain(still_open.iter().map(|what| format!("Still to be done: {what}")))
            .collect();
        let mut change = Change::new();
        let offered = if matches!(asked.feedback.way, FeedbackWay::NotNow) {
            "no"
        } else {
            "yes"
        };
        self.count(&mut change, now, "feedback_offered", offered);
        change.add(Space::Case(id), Event::Case(CaseEvent::FeedbackOffered(asked.feedback)));
        let closing = Closing {
            outcome: asked.outcome.trim().to_owned(),
            as_they_see_it: asked.as_they_see_it.trim().to_owned(),
            left_open,
            why_left_open: asked.why_left_open.trim().to_owned(),
        };
        change.add(Space::Case(id), Event::Case(CaseEvent::CaseClosed(closing)));
        change.add(Space::Front(id), Event::Front(FrontEvent::Closed));
        self.count(&mut change, now, "case_closed", "yes");
        self.save(now, change).await?;
        Ok(())
    }

    /// Opens a closed case again. What the register of schools says today is told to it, so that nobody goes on with it whom that bars
    /// (SPS-14).
    ///
    /// # Errors
    /// When the case is not closed, no reason is given, or it could not be saved.
    pub async fn reopen_case(&self, now: Now, id: CaseId, why: &str) -> Result<(), CloseError> {
        if why.trim().is_empty() {
            return Err(CloseError::ReasonMissing);
        }
        let status = self.read_story(id, |_, front, _| front.status).await?;
        if status != CaseStatus::Closed {
            return Err(CaseError::NotClosed.into());
        }
        let mut change = Change::new();
        let event = CaseEvent::CaseReopened {
            why: why.trim().to_owned(),
        };
        change.add(Space::Case(id), Event::Case(event));
        change.add(Space::Front(id), Event::Front(FrontEvent::Reopened));
        self.count(&mut change, now, "case_reopened", "yes");
        self.save(now, change).await?;
        self.tell_case(now, id).await;
        Ok(())
    }
}
