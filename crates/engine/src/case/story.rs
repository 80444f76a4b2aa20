//! What is added to a case besides contacts: people, permissions, options, decisions, actions.

use evenhand_domain::case::action::Action;
use evenhand_domain::case::consent::{Consent, GivenHow, StorageAnswer};
use evenhand_domain::case::options::{Decision, OptionSet};
use evenhand_domain::case::party::{AccessTold, OwnWords, Party};
use evenhand_domain::case::signature::Signature;
use evenhand_domain::case::state::{Case, CaseStatus, Front};
use evenhand_domain::event::{CaseEvent, CaseTie, Event, FrontEvent};
use evenhand_domain::ids::{CaseId, EventId};
use evenhand_policy::profile::{Profile, Strength, Topic};
use thiserror::Error;

use crate::case::CaseError;
use crate::case::keep::may_keep;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::now::Now;
use crate::space::Space;

/// Why something was not added to a case. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoryError {
    /// The case cannot be worked on.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// Somebody has no name.
    #[error("somebody has no name")]
    NotNamed,
    /// Something that is asked for is empty.
    #[error("{what} is missing")]
    Missing {
        /// What is missing, in words.
        what: &'static str,
    },
    /// Options are at least two; doing nothing is one (SPS-1).
    #[error("there are always at least two options")]
    OneOptionOnly,
    /// Each option has something for it and something against it (SPS-1, WES-3).
    #[error("the good or the bad points of an option are missing")]
    NotExplained,
    /// How permission was understood is asked for (WES-5).
    #[error("how the permission was understood is missing")]
    UnderstandingMissing,
    /// Under this policy the parent asks for it themself (STA-9).
    #[error("the parent has to ask for it themself")]
    OwnRequestNeeded,
    /// The case is the service user's: they are not entered in error.
    #[error("this case is theirs")]
    ServiceUser,
    /// The consent was taken back already.
    #[error("this permission was taken back already")]
    AlreadyWithdrawn,
    /// It was done already.
    #[error("this was done already")]
    AlreadyDone,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

fn filled(text: &str, what: &'static str) -> Result<(), StoryError> {
    if text.trim().is_empty() {
        Err(StoryError::Missing { what })
    } else {
        Ok(())
    }
}

impl Desk {
    async fn tell(
        &self,
        now: Now,
        id: CaseId,
        event: CaseEvent,
        check: impl FnOnce(&'static Profile, &Front, &Case) -> Result<(), StoryError>,
    ) -> Result<EventId, StoryError> {
        self.read_story(id, |policy, front, story| {
            if front.status == CaseStatus::Closed {
                return Err(CaseError::Closed.into());
            }
            check(policy.on(now.day()), front, story)
        })
        .await??;
        let mut change = Change::new();
        let added = change.add(Space::Case(id), Event::Case(event));
        self.save(now, change).await?;
        Ok(added)
    }

    /// Adds somebody to a case, or changes what is known of them. The family on the front sheet follows, so that the next
    /// conflict check sees them.
    ///
    /// # Errors
    /// When the case cannot be worked on, a name is missing, or it could not be saved.
    pub async fn put_party(&self, now: Now, id: CaseId, mut party: Party) -> Result<(), StoryError> {
        filled(&party.name, "the name").map_err(|_| StoryError::NotNamed)?;
        if let Some(school) = party.school.take() {
            party.school = Some(self.load_schools().await.complete(school));
        }
        let (is_new, family) = self
            .read_story(id, |policy, front, story| {
                if front.status == CaseStatus::Closed {
                    return Err(CaseError::Closed);
                }
                may_keep(policy.on(now.day()), story)?;
                let is_new = !story.parties.contains_key(&party.id);
                let people = story.people_with(&party).into_iter();
                Ok((is_new, self.family_of(front, story, people)))
            })
            .await??;
        let mut change = Change::new();
        let event = if is_new {
            CaseEvent::PartyAdded(party)
        } else {
            CaseEvent::PartyChanged(party)
        };
        change.add(Space::Case(id), Event::Case(event));
        change.add(Space::Front(id), Event::Front(FrontEvent::FamilyNoted { family }));
        self.check_again(&mut change, now, id);
        self.save(now, change).await?;
        Ok(())
    }

    /// Checks everybody who has been checked before against the family as it becomes with this change.
    pub(crate) fn check_again(&self, change: &mut Change, now: Now, id: CaseId) {
        let family = change.events.iter().rev().find_map(|(_, _, event)| match event {
            Event::Front(FrontEvent::FamilyNoted { family }) => Some(family.clone()),
            _ => None,
        });
        let Some(family) = family else { return };
        // A family that was put together before another save may lack somebody whom that one named.
        change.after = change.after.or(self.with(|open| open.saves).ok());
        let checks = self.read_front(id, |book, file| {
            let known = file.front.checks.keys().copied();
            known
                .filter_map(|worker| Some((worker, book.check(worker, &family, now.day()).ok()?)))
                .collect::<Vec<_>>()
        });
        for (worker, check) in checks.unwrap_or_default() {
            change.add(
                Space::Front(id),
                Event::Front(FrontEvent::ConflictChecked { worker, check }),
            );
        }
    }

    /// Keeps whether the service user may be kept (LEI-29). After a "no" nothing more that says who they are is kept, and the
    /// duty stays not met until it is erased: see [`Desk::erase_identity`].
    ///
    /// # Errors
    /// When the case cannot be worked on, or it could not be saved.
    pub async fn answer_storage(&self, now: Now, id: CaseId, answer: StorageAnswer) -> Result<(), StoryError> {
        let party = answer.party;
        self.tell(now, id, CaseEvent::StorageAnswered(answer), |_, _, story| {
            known(story, party)
        })
        .await
        .map(|_| ())
    }

    /// Keeps that somebody was told how to see their record (LEI-30).
    ///
    /// # Errors
    /// When how is missing, the case cannot be worked on, or it could not be saved.
    pub async fn tell_access(&self, now: Now, id: CaseId, told: AccessTold) -> Result<(), StoryError> {
        filled(&told.how, "how they were told")?;
        let party = told.party;
        self.tell(now, id, CaseEvent::AccessTold(told), |_, _, story| known(story, party))
            .await
            .map(|_| ())
    }

    /// Keeps somebody's aim, wish or feeling, word for word (LEI-25, SPS-7, WES-2).
    ///
    /// # Errors
    /// When there are no words, the case cannot be worked on, or it could not be saved.
    pub async fn note_words(&self, now: Now, id: CaseId, words: OwnWords) -> Result<(), StoryError> {
        filled(&words.words, "what they said")?;
        let party = words.party;
        self.tell(now, id, CaseEvent::WordsNoted(words), |profile, _, story| {
            may_keep(profile, story)?;
            known(story, party)
        })
        .await
        .map(|_| ())
    }

    /// Keeps the options that were explained: two at the least, each with its good and bad points (SPS-1, WES-3).
    ///
    /// # Errors
    /// When there are fewer than two, something is missing, or it could not be saved.
    pub async fn explain_options(&self, now: Now, id: CaseId, mut options: OptionSet) -> Result<EventId, StoryError> {
        filled(&options.matter, "what is to be decided")?;
        options.choices.retain(|choice| !choice.what.trim().is_empty());
        if options.choices.len() < 2 {
            return Err(StoryError::OneOptionOnly);
        }
        if options.to.is_empty() {
            return Err(StoryError::Missing {
                what: "to whom they were explained",
            });
        }
        let is_explained = options.is_explained();
        self.read_story(id, |policy, front, story| {
            let profile = policy.on(now.day());
            if front.status == CaseStatus::Closed {
                return Err(CaseError::Closed.into());
            }
            may_keep(profile, story)?;
            if !is_explained && profile.rule(Topic::Options).strength >= Strength::Reason {
                return Err(StoryError::NotExplained);
            }
            Ok(())
        })
        .await??;
        let mut change = Change::new();
        let added = change.add(Space::Case(id), Event::Case(CaseEvent::OptionsExplained(options)));
        let answer = if is_explained { "explained" } else { "not_explained" };
        self.count(&mut change, now, "options", answer);
        self.save(now, change).await?;
        Ok(added)
    }

    /// Keeps the person's own decision (SPS-1, LEI-24).
    ///
    /// # Errors
    /// When the words are missing, or the risks where the policy asks for them; when there are no such options, or it could not be saved.
    pub async fn note_decision(&self, now: Now, id: CaseId, decision: Decision) -> Result<EventId, StoryError> {
        filled(&decision.words, "the decision in their words")?;
        let (options, party) = (decision.options, decision.party);
        let risks = decision.risks_explained.clone();
        self.tell(now, id, CaseEvent::DecisionMade(decision), |profile, _, story| {
            may_keep(profile, story)?;
            known(story, party)?;
            if profile.rule(Topic::RisksApart).strength >= Strength::Reason {
                filled(&risks, "which risks you explained, or that there were none")?;
            }
            let is_there = story
                .options
                .iter()
                .any(|kept| kept.id == options && kept.in_error.is_none());
            if is_there {
                Ok(())
            } else {
                Err(CaseError::NoSuchEntry.into())
            }
        })
        .await
    }

    /// Keeps a permission to speak with an agency about agreed content (LEI-26, WES-5, STA-9).
    ///
    /// # Errors
    /// When something that the policy asks is missing, or it could not be saved.
    pub async fn give_consent(&self, now: Now, id: CaseId, consent: Consent) -> Result<EventId, StoryError> {
        filled(&consent.agency, "the agency")?;
        filled(&consent.content, "what may be said")?;
        let is_signed = consent.signed.as_ref().is_some_and(Signature::is_signed);
        if is_signed != (consent.how == GivenHow::Signed) {
            return Err(StoryError::Missing { what: "the signature" });
        }
        let (party, understood, own_request) = (
            consent.party,
            !consent.understood.trim().is_empty(),
            consent.own_request,
        );
        let is_authority = is_authority(&consent.agency);
        self.tell(now, id, CaseEvent::ConsentGiven(consent), |profile, _, story| {
            may_keep(profile, story)?;
            known(story, party)?;
            let must = |topic: Topic| profile.rule(topic).strength >= Strength::Reason;
            if !understood && must(Topic::ConsentUnderstood) {
                return Err(StoryError::UnderstandingMissing);
            }
            let stricter = profile.rule(Topic::AuthorityRequest).clauses.contains(&"STA-9");
            if is_authority && !own_request && stricter && must(Topic::AuthorityRequest) {
                return Err(StoryError::OwnRequestNeeded);
            }
            Ok(())
        })
        .await
    }

    /// Takes a permission back: one action, and later sharing stops (LEI-26).
    ///
    /// # Errors
    /// When there is no such permission, it was taken back already, or it could not be saved.
    pub async fn withdraw_consent(&self, now: Now, id: CaseId, consent: EventId, how: &str) -> Result<(), StoryError> {
        let event = CaseEvent::ConsentWithdrawn {
            consent,
            how: how.trim().to_owned(),
        };
        self.tell(now, id, event, |_, _, story| {
            let kept = story
                .consents
                .iter()
                .find(|kept| kept.id == consent)
                .ok_or(CaseError::NoSuchEntry)?;
            if kept.now.withdrawn.is_some() {
                Err(StoryError::AlreadyWithdrawn)
            } else {
                Ok(())
            }
        })
        .await
        .map(|_| ())
    }

    /// Sets something to be done.
    ///
    /// # Errors
    /// When what is missing, or it could not be saved.
    pub async fn set_action(&self, now: Now, id: CaseId, action: Action) -> Result<EventId, StoryError> {
        filled(&action.what, "what is to be done")?;
        self.tell(now, id, CaseEvent::ActionSet(action), |_, _, _| Ok(())).await
    }

    /// Marks something as done.
    ///
    /// # Errors
    /// When there is no such action, it was done already, or it could not be saved.
    pub async fn finish_action(&self, now: Now, id: CaseId, action: EventId, note: &str) -> Result<(), StoryError> {
        let event = CaseEvent::ActionDone {
            action,
            note: note.trim().to_owned(),
        };
        self.tell(now, id, event, |_, _, story| {
            let kept = story
                .actions
                .iter()
                .find(|kept| kept.id == action)
                .ok_or(CaseError::NoSuchEntry)?;
            if kept.now.done.is_some() {
                Err(StoryError::AlreadyDone)
            } else {
                Ok(())
            }
        })
        .await
        .map(|_| ())
    }

    /// Takes back that something was done: it is to be done again. That it was marked as done still shows.
    ///
    /// # Errors
    /// When there is no such action that was done, or it could not be saved.
    pub async fn reopen_action(&self, now: Now, id: CaseId, action: EventId) -> Result<(), StoryError> {
        let is_done = |story: &Case| {
            story
                .actions
                .iter()
                .any(|kept| kept.id == action && kept.now.done.is_some())
        };
        self.tell(now, id, CaseEvent::ActionReopened { action }, |_, _, story| {
            if is_done(story) {
                Ok(())
            } else {
                Err(CaseError::NoSuchEntry.into())
            }
        })
        .await
        .map(|_| ())
    }

    /// Notes in both cases that they belong together.
    ///
    /// # Errors
    /// When one of them is not this person's to open, or it could not be saved.
    pub async fn link_cases(&self, now: Now, id: CaseId, other: CaseId, tie: CaseTie) -> Result<(), StoryError> {
        self.read_story(id, |_, _, _| ()).await?;
        let mut change = Change::new();
        self.link(&mut change, id, other, tie)?;
        self.save(now, change).await?;
        Ok(())
    }
}

fn known(story: &Case, party: evenhand_domain::ids::PartyId) -> Result<(), StoryError> {
    if story.parties.contains_key(&party) {
        Ok(())
    } else {
        Err(CaseError::NoSuchParty.into())
    }
}

/// Whether an agency is the authority: its named case goes there under stricter rules in one of the policies (STA-9).
fn is_authority(agency: &str) -> bool {
    let agency = agency.to_lowercase();
    ["council", "authority", "send team", "county", "borough"]
        .iter()
        .any(|word| agency.contains(word))
        || agency
            .split(|letter: char| !letter.is_alphanumeric())
            .any(|word| word == "la")
}
