//! What happens in a case once it is there.

use std::rc::Rc;

use evenhand_domain::case::action::{Action, ActionKind};
use evenhand_domain::case::close::{FeedbackOffer, FeedbackWay};
use evenhand_domain::case::consent::{Consent, GivenHow};
use evenhand_domain::case::contact::{
    AgencyTalk, Contact, ContactWay, Enquiry, Place, Stated, Statement, Venue, Wording,
};
use evenhand_domain::case::options::{Choice, Decision, OptionSet};
use evenhand_domain::case::party::{OwnWords, Party, WordsKind};
use evenhand_domain::case::state::Case;
use evenhand_domain::family::Standing;
use evenhand_domain::ids::PartyId;
use evenhand_engine::case::close::{CloseError, CloseRequest};
use evenhand_engine::case::open::new_party;

use super::Turn;
use crate::library::AgencyKind;
use crate::make::{SampleError, failed};
use crate::told::{Talk, What};

/// How a worker knows that the statement was understood.
const UNDERSTOOD: &str = "Said it back in their own words";

impl Turn<'_> {
    pub(super) async fn play(mut self, what: &What) -> Result<(), SampleError> {
        let (now, id) = (self.now, self.case.id);
        match what {
            What::Enquire { topic, note, minutes } => self.enquire(topic, note, *minutes).await,
            What::Answer { knows } => {
                let answered = self.desk.answer_before_opening(now, id, *knows).await;
                answered.map_err(failed("answer the question before opening"))
            }
            What::Talk(talk) => self.talk(talk).await,
            What::Words { child, kind, words } => self.words(*child, *kind, words).await,
            What::Options => self.options().await,
            What::Decide { words } => self.decide(words).await,
            What::Consent => self.consent().await,
            What::Withdraw => {
                let Some(consent) = self.case.consent else {
                    return Ok(());
                };
                let how = "By text: they would rather speak with the school themselves";
                let withdrawn = self.desk.withdraw_consent(now, id, consent, how).await;
                withdrawn.map_err(failed("take a permission back"))
            }
            What::Agency { says } => self.agency(*says).await,
            What::Correct => self.correct().await,
            What::InError => {
                let newest = self.story()?.contacts.last().map(|kept| kept.id);
                let Some(newest) = newest else { return Ok(()) };
                let why = "Entered twice: the call is noted above";
                let marked = self.desk.mark_in_error(now, id, newest, why).await;
                marked.map_err(failed("mark an entry"))
            }
            What::Attach => {
                let attached = self
                    .desk
                    .attach(now, id, "letter.txt", "The letter they brought", LETTER.as_bytes())
                    .await;
                attached.map(drop).map_err(failed("attach a file"))
            }
            What::Task { what, due } => self.task(what, *due).await,
            What::Finish => self.finish().await,
            What::Close {
                outcome,
                view,
                feedback,
            } => self.close(outcome, view, *feedback).await,
            What::Reopen => {
                let why = "They rang: what was agreed has stopped";
                self.desk
                    .reopen_case(now, id, why)
                    .await
                    .map_err(failed("open a case again"))
            }
            What::Erase => self
                .desk
                .erase_identity(now, id)
                .await
                .map_err(failed("erase who they are")),
            // These begin a case or stand beside it, and are played by the stage.
            What::Open(_)
            | What::BringIn { .. }
            | What::Named { .. }
            | What::Allocate { .. }
            | What::Confirm
            | What::Register { .. }
            | What::SaveBackup => Ok(()),
        }
    }

    fn story(&self) -> Result<Rc<Case>, SampleError> {
        let file = self.desk.case(self.case.id).map_err(failed("read a case"))?;
        file.story
            .ok_or_else(|| failed("read a case")("its story is not there"))
    }

    fn fill(&self, text: &str) -> String {
        self.case.sheet.fill(text, self.case.is_named)
    }

    async fn enquire(&mut self, topic: &str, note: &str, minutes: u32) -> Result<(), SampleError> {
        let enquiry = Enquiry {
            topic: topic.to_owned(),
            minutes: Some(minutes),
            stated: Stated::Yes {
                wording: Wording::Plain,
                understood: UNDERSTOOD.to_owned(),
            },
            note: note.to_owned(),
        };
        let channel = evenhand_domain::case::contact::Channel::Telephone;
        let logged = self.desk.log_enquiry(self.now, channel, enquiry).await;
        self.case.id = logged.map_err(failed("answer an enquiry"))?;
        Ok(())
    }

    fn statement(&self, to: PartyId, not_stated: Option<&str>) -> Statement {
        let is_young = self.case.child == Some(to) || self.matter.own;
        let stated = match not_stated {
            Some(why) => Stated::No { why: why.to_owned() },
            None => Stated::Yes {
                wording: if is_young { Wording::YoungPerson } else { Wording::Plain },
                understood: UNDERSTOOD.to_owned(),
            },
        };
        Statement { to, stated }
    }

    async fn talk(&mut self, talk: &Talk) -> Result<(), SampleError> {
        let day = self.now.day();
        let mut with = vec![self.case.user];
        with.extend(self.case.child.filter(|_| talk.with_child));
        let aim = talk.aim.as_ref().filter(|_| self.case.is_named);
        let contact = Contact {
            on: day,
            at: Some(self.now.at.clock(self.now.offset_minutes)),
            way: talk.way,
            minutes: Some(talk.minutes),
            statements: with.iter().map(|to| self.statement(*to, talk.not_stated)).collect(),
            words: aim
                .map(|words| OwnWords {
                    party: self.case.user,
                    kind: WordsKind::Aim,
                    words: words.clone(),
                })
                .into_iter()
                .collect(),
            with,
            facts: talk.facts.clone(),
            their_words: talk.said.clone(),
            opinion: talk.opinion.clone(),
            agency: None,
            next: talk.next.as_ref().map(|(what, days)| Action {
                what: what.clone(),
                due: crate::plan::weekday(day.plus_days(*days)),
                who: None,
                kind: ActionKind::Next,
            }),
            venue: talk.way.is_in_person().then(|| venue(talk.place)),
            sent: Vec::new(),
            kept_wording: Vec::new(),
            explained: None,
            support: Vec::new(),
            heard: String::new(),
            without_aim: if aim.is_none() && talk.aim.is_some() {
                "They said no to a record".to_owned()
            } else {
                String::new()
            },
        };
        let recorded = self.desk.record_contact(self.now, self.case.id, contact).await;
        recorded.map(drop).map_err(failed("record a contact"))
    }

    async fn words(&mut self, child: bool, kind: WordsKind, words: &str) -> Result<(), SampleError> {
        let party = self.case.child.filter(|_| child).unwrap_or(self.case.user);
        let words = OwnWords {
            party,
            kind,
            words: words.to_owned(),
        };
        let noted = self.desk.note_words(self.now, self.case.id, words).await;
        noted.map_err(failed("note their words"))
    }

    async fn options(&mut self) -> Result<(), SampleError> {
        let told = &self.matter.options;
        let choices = told.choices.iter().map(|choice| Choice {
            what: self.fill(&choice.what),
            pros: self.fill(&choice.pros),
            cons: self.fill(&choice.cons),
            basis: choice.basis.clone(),
        });
        let options = OptionSet {
            matter: self.fill(&told.matter),
            to: vec![self.case.user],
            choices: choices.collect(),
            limits: self.fill(&told.limits),
        };
        let explained = self.desk.explain_options(self.now, self.case.id, options).await;
        self.case.options = Some(explained.map_err(failed("explain options"))?);
        Ok(())
    }

    async fn decide(&mut self, words: &str) -> Result<(), SampleError> {
        let Some(options) = self.case.options else {
            return Ok(());
        };
        let decision = Decision {
            options,
            party: self.case.user,
            words: words.to_owned(),
            risks_explained: self.fill(&self.matter.options.risks),
        };
        let made = self.desk.note_decision(self.now, self.case.id, decision).await;
        made.map(drop).map_err(failed("note a decision"))
    }

    async fn consent(&mut self) -> Result<(), SampleError> {
        let told = &self.matter.agency;
        let consent = Consent {
            party: self.case.user,
            agency: self.agency.clone(),
            content: self.fill(&told.content),
            purpose: self.fill(&told.purpose),
            how: GivenHow::Spoken,
            understood: "Told me what will be said, and that it can be taken back at any time".to_owned(),
            own_request: told.who == AgencyKind::Authority,
            until: Some(self.now.day().plus_months(6)),
            signed: None,
        };
        let given = self.desk.give_consent(self.now, self.case.id, consent).await;
        self.case.consent = Some(given.map_err(failed("keep a permission"))?);
        Ok(())
    }

    /// Somebody of the agency is named in the case, then spoken with. Without a permission nothing is said to them.
    async fn agency(&mut self, says: bool) -> Result<(), SampleError> {
        let to = match self.case.practitioner {
            Some(known) => known,
            None => {
                let party = Party {
                    agency: Some(self.agency.clone()),
                    ..new_party(practitioner(self.matter.agency.who), Standing::Practitioner, false)
                };
                let id = party.id;
                let put = self.desk.put_party(self.now, self.case.id, party).await;
                put.map_err(failed("add somebody to a case"))?;
                self.case.practitioner = Some(id);
                id
            }
        };
        let told = &self.matter.agency;
        let consent = self.case.consent.filter(|_| says);
        let facts = if says {
            "Rang, said that I pass on what I hear, and kept to what was agreed."
        } else {
            "They rang us and asked about the family. I said that I may not say whether we know somebody, and heard what they had to say."
        };
        let contact = Contact {
            on: self.now.day(),
            at: Some(self.now.at.clock(self.now.offset_minutes)),
            way: ContactWay::Telephone,
            minutes: Some(10),
            with: vec![to],
            statements: vec![self.statement(to, None)],
            words: Vec::new(),
            facts: facts.to_owned(),
            their_words: String::new(),
            opinion: String::new(),
            agency: Some(AgencyTalk {
                agency: self.agency.clone(),
                consent,
                said: if consent.is_some() {
                    self.fill(&told.said)
                } else {
                    String::new()
                },
                heard: self.fill(&told.heard),
                told_passed_on: true,
                why_not_told: String::new(),
                without_permission: None,
            }),
            next: None,
            venue: None,
            sent: Vec::new(),
            kept_wording: Vec::new(),
            explained: None,
            support: Vec::new(),
            heard: String::new(),
            without_aim: String::new(),
        };
        let recorded = self.desk.record_contact(self.now, self.case.id, contact).await;
        recorded.map(drop).map_err(failed("record a contact with an agency"))
    }

    async fn correct(&mut self) -> Result<(), SampleError> {
        let newest = self.story()?.contacts.last().map(|kept| (kept.id, kept.now.clone()));
        let Some((of, contact)) = newest else { return Ok(()) };
        let facts = format!(
            "{} The letter was dated the fourteenth, not the fifteenth.",
            contact.facts
        );
        let contact = Contact { facts, ..contact };
        let why = "The date of the letter was wrong";
        let corrected = self
            .desk
            .correct_contact(self.now, self.case.id, of, why, contact)
            .await;
        corrected.map_err(failed("correct a contact"))
    }

    async fn task(&mut self, what: &str, due: evenhand_domain::date::Day) -> Result<(), SampleError> {
        let action = Action {
            what: what.to_owned(),
            due,
            who: None,
            kind: ActionKind::Next,
        };
        let set = self.desk.set_action(self.now, self.case.id, action).await;
        set.map(drop).map_err(failed("set a task"))
    }

    /// Whatever is due by now is done, and a date that has passed is past.
    async fn finish(&mut self) -> Result<(), SampleError> {
        let open: Vec<_> = self.story()?.open_actions().map(|kept| kept.id).collect();
        for action in open {
            let done = self.desk.finish_action(self.now, self.case.id, action, "").await;
            done.map_err(failed("finish a task"))?;
        }
        Ok(())
    }

    async fn close(&mut self, outcome: &str, view: &str, way: FeedbackWay) -> Result<(), SampleError> {
        let why = if way == FeedbackWay::NotNow {
            "It was not the moment: they had bad news"
        } else {
            ""
        };
        let mut asked = CloseRequest {
            outcome: outcome.to_owned(),
            as_they_see_it: view.to_owned(),
            feedback: FeedbackOffer {
                way,
                why: why.to_owned(),
            },
            why_left_open: String::new(),
        };
        let closed = self.desk.close_case(self.now, self.case.id, asked.clone()).await;
        if closed == Err(CloseError::MissingNeedsReason) {
            "They had what they came for and wished to end here".clone_into(&mut asked.why_left_open);
            return self
                .desk
                .close_case(self.now, self.case.id, asked)
                .await
                .map_err(failed("close a case"));
        }
        closed.map_err(failed("close a case"))
    }
}

fn venue(place: Place) -> Venue {
    let is_neutral = place == Place::Neutral;
    let told = |words: &str| if is_neutral { String::new() } else { words.to_owned() };
    Venue {
        place,
        asked_by: told("The family"),
        why: told("Nobody could look after the younger ones"),
    }
}

/// Who speaks for an agency.
const fn practitioner(kind: AgencyKind) -> &'static str {
    match kind {
        AgencyKind::School => "SENCO",
        AgencyKind::Authority => "Case officer",
        AgencyKind::Health => "Therapies office",
    }
}

const LETTER: &str = "An invented letter.\n\nIt is here so that a file can be opened and saved. Nobody wrote it, and nobody received it.\n";
