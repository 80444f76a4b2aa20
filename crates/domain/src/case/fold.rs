//! From events to state. The same events in the same order always come to the same state.

use crate::case::consent::Consent;
use crate::case::party::OwnWords;
use crate::case::state::{
    ActionState, Allocation, Case, CaseStatus, ConsentState, Earlier, Front, Recorded, WorkerCheck,
};
use crate::date::Day;
use crate::event::{CaseEvent, Entry, FrontEvent};
use crate::ids::EventId;

impl<T> Recorded<T> {
    fn new<E>(entry: &Entry<E>, now: T) -> Self {
        Self {
            id: entry.id,
            by: entry.by,
            at: entry.at,
            on: entry.on,
            now,
            earlier: Vec::new(),
            in_error: None,
        }
    }

    fn correct<E>(&mut self, entry: &Entry<E>, why: &str, now: T) {
        let was = std::mem::replace(&mut self.now, now);
        self.earlier.push(Earlier {
            was,
            why: why.to_owned(),
            corrected_by: entry.by,
            corrected_on: entry.on,
        });
    }
}

fn find<T>(list: &mut [Recorded<T>], id: EventId) -> Option<&mut Recorded<T>> {
    list.iter_mut().find(|kept| kept.id == id)
}

/// Marks what an entry brought as not belonging here, or takes the mark away.
fn mark<T>(list: &mut [Recorded<T>], of: EventId, why: Option<&String>) {
    for kept in list.iter_mut().filter(|kept| kept.id == of) {
        kept.in_error = why.cloned();
    }
}

impl Front {
    /// The front after one more event. Events come in the order of the log.
    pub fn apply(&mut self, entry: &Entry<FrontEvent>) {
        match &entry.event {
            FrontEvent::CaseOpened {
                code, channel, enquiry, ..
            } => {
                self.code.clone_from(code);
                self.channel = Some(*channel);
                self.is_enquiry = *enquiry;
                self.opened_on = Some(entry.on);
            }
            FrontEvent::EnquiryBecameCase => {
                self.is_enquiry = false;
                // Whoever said that they know nobody said it of an enquiry that named nobody: they are asked again (SPS-8).
                self.answers.retain(|_, knows| *knows);
            }
            FrontEvent::FamilyNoted { family } => self.family = family.clone(),
            FrontEvent::ConflictChecked { worker, check } => {
                // A dismissed pair stays dismissed while the check finds the same.
                let looked_at = self
                    .checks
                    .remove(worker)
                    .filter(|before| before.check.findings == check.findings)
                    .and_then(|before| before.looked_at);
                self.checks.insert(
                    *worker,
                    WorkerCheck {
                        on: entry.on,
                        check: check.clone(),
                        looked_at,
                    },
                );
            }
            FrontEvent::MatchLookedAt { worker, is_same, why } => {
                if let Some(check) = self.checks.get_mut(worker) {
                    check.looked_at = Some((*is_same, why.clone()));
                }
            }
            FrontEvent::InterestAnswered { worker, knows } => {
                self.answers.insert(*worker, *knows);
            }
            FrontEvent::CaseAllocated { worker, reason, over } => {
                self.removed.remove(worker);
                self.ruled_out.remove(worker);
                // Whoever gave it to them looked.
                self.since.insert(*worker, entry.at);
                let found = self.checks.get(worker).map(|check| check.check.findings.clone());
                let allowed = found.filter(|_| over.is_some()).unwrap_or_default();
                self.allowed.insert(*worker, allowed);
                self.allocations.push(Allocation {
                    worker: *worker,
                    on: entry.on,
                    reason: reason.clone(),
                    over: over.clone(),
                });
                if self.status == CaseStatus::Intake {
                    self.status = CaseStatus::Open;
                }
            }
            FrontEvent::HolderAdded { worker, rows, .. } => {
                self.removed.remove(worker);
                // Whoever holds it goes on: new keys may come from somebody who could not look at what they declared.
                if !self.holders.contains_key(worker) {
                    self.since.insert(*worker, entry.at);
                }
                self.holders.entry(*worker).or_default().extend(rows.iter().cloned());
            }
            FrontEvent::HolderRemoved { worker, rule, .. } => {
                if rule.is_some() {
                    // What was allowed was allowed by another rule.
                    self.allowed.remove(worker);
                    self.ruled_out.insert(*worker);
                }
                self.holders.remove(worker);
                self.removed.insert(*worker);
                self.owes_new_epoch = true;
            }
            FrontEvent::EpochBegun { epoch } => {
                self.epoch = self.epoch.max(*epoch);
                self.begun_by = Some(entry.by);
                self.owes_new_epoch = false;
            }
            FrontEvent::Closed => self.status = CaseStatus::Closed,
            FrontEvent::Reopened => {
                self.status = if self.worker().is_some() {
                    CaseStatus::Open
                } else {
                    CaseStatus::Intake
                };
            }
        }
    }
}

impl Case {
    /// The case after one more event. Events come in the order of the log.
    pub fn apply(&mut self, entry: &Entry<CaseEvent>) {
        match &entry.event {
            CaseEvent::ReferralReceived { referral, reference } => {
                let received = ((**referral).clone(), reference.clone());
                if self.referral.is_none() {
                    self.referral = Some(received);
                } else {
                    self.sent_again.push(Recorded::new(entry, received));
                }
            }
            CaseEvent::EnquiryAnswered(enquiry) => self.enquiry = Some(enquiry.clone()),
            CaseEvent::PartyAdded(party) | CaseEvent::PartyChanged(party) => {
                if let std::collections::btree_map::Entry::Vacant(first) = self.added.entry(party.id) {
                    first.insert(entry.id);
                    self.came.push(party.id);
                }
                self.mistaken.remove(&party.id);
                self.parties.insert(party.id, party.clone());
            }
            CaseEvent::StorageAnswered(answer) => {
                self.storage.insert(answer.party, Recorded::new(entry, answer.clone()));
            }
            CaseEvent::AccessTold(told) => {
                self.told.insert(told.party, Recorded::new(entry, told.clone()));
            }
            CaseEvent::WordsNoted(words) => self.words.push(Recorded::new(entry, words.clone())),
            CaseEvent::ContactRecorded(contact) => {
                self.contacts.push(Recorded::new(entry, (**contact).clone()));
                self.words.extend(
                    contact
                        .words
                        .iter()
                        .map(|words: &OwnWords| Recorded::new(entry, words.clone())),
                );
                if let Some(next) = &contact.next {
                    self.set_action(entry, next.clone());
                }
            }
            CaseEvent::OptionsExplained(options) => self.options.push(Recorded::new(entry, options.clone())),
            CaseEvent::DecisionMade(decision) => self.decisions.push(Recorded::new(entry, decision.clone())),
            CaseEvent::ConsentGiven(consent) => {
                self.consents.push(Recorded::new(entry, Self::given(consent, entry.on)))
            }
            CaseEvent::ConsentWithdrawn { consent, how } => {
                if let Some(kept) = find(&mut self.consents, *consent) {
                    kept.now.withdrawn = Some((entry.on, how.clone()));
                }
            }
            CaseEvent::ActionSet(action) => self.set_action(entry, action.clone()),
            CaseEvent::ActionDone { action, note } => {
                if let Some(kept) = find(&mut self.actions, *action) {
                    kept.now.done = Some((entry.on, note.clone()));
                }
            }
            CaseEvent::ActionReopened { action } => {
                if let Some(kept) = find(&mut self.actions, *action) {
                    kept.now.done = None;
                }
            }
            CaseEvent::AttachmentAdded(attachment) => self.attachments.push(Recorded::new(entry, attachment.clone())),
            CaseEvent::AttachmentErased { attachment, why } => {
                if let Some(kept) = find(&mut self.attachments, *attachment) {
                    kept.in_error = Some(why.clone());
                    self.erased.insert(*attachment);
                }
            }
            CaseEvent::Corrected { of, why, with } => self.correct(entry, *of, why, with),
            CaseEvent::EnteredInError { of, why } => self.mark_in_error(*of, why),
            CaseEvent::EntryRestored { of } => self.restore(*of),
            CaseEvent::CaseLinked { case, tie } => {
                if !self.links.contains(&(*case, *tie)) {
                    self.links.push((*case, *tie));
                }
            }
            CaseEvent::HandedOver {
                from,
                to,
                note,
                without_aim,
            } => {
                if !without_aim.trim().is_empty() {
                    self.without_aim.push(Recorded::new(entry, without_aim.clone()));
                }
                self.handovers.push(Recorded::new(entry, (*from, *to, note.clone())));
            }
            CaseEvent::FeedbackOffered(offer) => self.feedback.push(Recorded::new(entry, offer.clone())),
            CaseEvent::CaseClosed(closing) => self.closings.push(Recorded::new(entry, closing.clone())),
            CaseEvent::CaseReopened { why } => self.reopenings.push(Recorded::new(entry, why.clone())),
            CaseEvent::IdentityErased => self.erase_identity(),
        }
    }

    fn given(consent: &Consent, from: Day) -> ConsentState {
        ConsentState {
            consent: consent.clone(),
            from,
            withdrawn: None,
        }
    }

    fn set_action(&mut self, entry: &Entry<CaseEvent>, action: crate::case::action::Action) {
        self.actions.push(Recorded::new(
            entry,
            ActionState {
                action,
                set_by: entry.id,
                done: None,
            },
        ));
    }

    fn correct(&mut self, entry: &Entry<CaseEvent>, of: EventId, why: &str, with: &CaseEvent) {
        match with {
            CaseEvent::ContactRecorded(contact) => {
                if let Some(kept) = find(&mut self.contacts, of) {
                    kept.correct(entry, why, (**contact).clone());
                    // What the contact brought with it is corrected with it, and no more than that.
                    self.words.retain(|words| words.id != of);
                    let rewritten = contact.words.iter().map(|words| Recorded {
                        id: of,
                        ..Recorded::new(entry, words.clone())
                    });
                    self.words.extend(rewritten);
                    self.correct_next_action(entry, of, why, contact.next.as_ref());
                }
            }
            CaseEvent::OptionsExplained(options) => {
                if let Some(kept) = find(&mut self.options, of) {
                    kept.correct(entry, why, options.clone());
                }
            }
            CaseEvent::DecisionMade(decision) => {
                if let Some(kept) = find(&mut self.decisions, of) {
                    kept.correct(entry, why, decision.clone());
                }
            }
            CaseEvent::WordsNoted(words) => {
                if let Some(kept) = find(&mut self.words, of) {
                    kept.correct(entry, why, words.clone());
                }
            }
            CaseEvent::ActionSet(action) => self.correct_next_action(entry, of, why, Some(action)),
            CaseEvent::CaseClosed(closing) => {
                if let Some(kept) = find(&mut self.closings, of) {
                    kept.correct(entry, why, closing.clone());
                }
            }
            // The rest is not corrected but changed, withdrawn or done, each by an event of its own.
            _ => {}
        }
    }

    fn correct_next_action(
        &mut self,
        entry: &Entry<CaseEvent>,
        of: EventId,
        why: &str,
        action: Option<&crate::case::action::Action>,
    ) {
        match (find(&mut self.actions, of), action) {
            (Some(kept), Some(action)) if kept.now.action != *action => {
                let now = ActionState {
                    action: action.clone(),
                    ..kept.now.clone()
                };
                kept.correct(entry, why, now);
            }
            (Some(kept), None) => kept.in_error = Some(why.to_owned()),
            (None, Some(action)) => {
                let now = ActionState {
                    action: action.clone(),
                    set_by: of,
                    done: None,
                };
                self.actions.push(Recorded {
                    id: of,
                    ..Recorded::new(entry, now)
                });
            }
            _ => {}
        }
    }

    fn mark_in_error(&mut self, of: EventId, why: &str) {
        let why = why.to_owned();
        mark(&mut self.contacts, of, Some(&why));
        mark(&mut self.options, of, Some(&why));
        mark(&mut self.decisions, of, Some(&why));
        mark(&mut self.words, of, Some(&why));
        mark(&mut self.consents, of, Some(&why));
        self.mark_file(of, Some(&why));
        // An action that a correction took out before stays out for that reason.
        for kept in self.actions.iter_mut().filter(|kept| kept.id == of) {
            kept.in_error.get_or_insert_with(|| why.clone());
        }
        if let Some(party) = self.brought_in_by(of).and_then(|party| self.parties.remove(&party)) {
            self.mistaken.insert(party.id, (party, why));
        }
    }

    /// What was erased stays so: no mark brings its bytes back, and why it went stays in sight.
    fn mark_file(&mut self, of: EventId, why: Option<&String>) {
        if !self.erased.contains(&of) {
            mark(&mut self.attachments, of, why);
        }
    }

    /// Takes the mark away again, and with it all that the mark did.
    fn restore(&mut self, of: EventId) {
        let with_contact = find(&mut self.contacts, of).map(|kept| kept.in_error.take());
        mark(&mut self.options, of, None);
        mark(&mut self.decisions, of, None);
        mark(&mut self.words, of, None);
        mark(&mut self.consents, of, None);
        self.mark_file(of, None);
        for kept in self.actions.iter_mut().filter(|kept| kept.id == of) {
            if with_contact.as_ref().is_none_or(|why| *why == kept.in_error) {
                kept.in_error = None;
            }
        }
        if let Some((party, _)) = self.brought_in_by(of).and_then(|party| self.mistaken.remove(&party)) {
            self.parties.insert(party.id, party);
        }
    }

    /// The events that identified them are gone from the log; what this fold still holds of them goes too.
    fn erase_identity(&mut self) {
        self.is_anonymous = true;
        self.referral = None;
        self.sent_again.clear();
        self.mistaken.clear();
        for party in self.parties.values_mut() {
            party.forget();
        }
    }
}
