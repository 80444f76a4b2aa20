//! What a referral becomes: people, contact notes, an aim and dates of a case.

use evenhand_domain::case::action::{Action, ActionKind};
use evenhand_domain::case::consent::GivenHow;
use evenhand_domain::case::contact::Channel;
use evenhand_domain::case::party::{OwnWords, Party, WordsKind};
use evenhand_domain::event::{CaseEvent, Event};
use evenhand_domain::family::{Family, Standing};
use evenhand_domain::ids::{CaseId, WorkerId};
use evenhand_domain::referral::Referral;

use crate::case::allocate::AllocateRequest;
use crate::case::open::{OpenRequest, new_party};
use crate::change::Change;
use crate::now::Now;
use crate::space::Space;

/// A new case as a referral asks for it.
pub(super) fn opening(
    referral: &Referral,
    family: &Family,
    knows: bool,
    worker: Option<WorkerId>,
    request: AllocateRequest,
) -> OpenRequest {
    OpenRequest {
        channel: Some(Channel::Form),
        parties: parties(referral, family),
        organisations: family.organisations.clone(),
        knows: family.knows.clone(),
        opener_knows: knows,
        worker,
        request,
        own_not_the_same: String::new(),
        not_the_same: String::new(),
        storage: Some((referral.keep_record, GivenHow::Form)),
        told_access: if referral.keep_record {
            "On the public form".to_owned()
        } else {
            String::new()
        },
        // Their own words come in as they stand on the form, whatever may be kept afterwards.
        aim: String::new(),
        linked: None,
    }
}

/// The people whom a referral names. The first of them is the service user: whoever asks for help.
fn parties(referral: &Referral, family: &Family) -> Vec<Party> {
    let asks = referral.asks_for_self();
    let mut parties: Vec<Party> = family
        .people
        .iter()
        .map(|member| {
            let named = if member.name.trim().is_empty() {
                word_for(member.is)
            } else {
                member.name.trim()
            };
            let mut party = new_party(named, member.is, false);
            party.phone.clone_from(&member.phone);
            party.email.clone_from(&member.email);
            party.postcode.clone_from(&member.postcode);
            party.school.clone_from(&member.school);
            if matches!(member.is, Standing::Child | Standing::YoungPerson) {
                party.age = referral.child.age;
            }
            party
        })
        .collect();
    if parties.is_empty() {
        parties.push(new_party(
            word_for(if asks { Standing::YoungPerson } else { Standing::Parent }),
            Standing::Other,
            false,
        ));
    }
    if let Some(user) = parties.first_mut() {
        user.service_user = true;
        user.contact_note = contact_note(referral);
        user.needs = referral.needs.list.iter().map(|need| need.label().to_owned()).collect();
        let languages = [
            &referral.needs.interpreter,
            &referral.needs.reading,
            &referral.needs.something_else,
        ];
        user.needs
            .extend(languages.into_iter().filter(|text| !text.trim().is_empty()).cloned());
        if referral.contact.by == evenhand_domain::referral::ContactBy::Post {
            user.address = Some(referral.contact.value.clone());
        }
    }
    parties
}

const fn word_for(standing: Standing) -> &'static str {
    match standing {
        Standing::Parent => "Parent",
        Standing::Carer => "Carer",
        Standing::Child => "Child",
        Standing::YoungPerson => "Young person",
        Standing::Practitioner => "Practitioner",
        Standing::Other => "Somebody who asked",
    }
}

fn contact_note(referral: &Referral) -> String {
    // A newer form may know a way of which this build has never heard.
    let by = referral.newer_word("contact.by").unwrap_or(referral.contact.by.word());
    let mut note = vec![format!("Contact by {}", by.replace('_', " "))];
    if !referral.contact.times.trim().is_empty() {
        note.push(referral.contact.times.trim().to_owned());
    }
    if !referral.contact.safe_message {
        note.push("Leave no message and do not say who is calling".to_owned());
    }
    note.join(". ")
}

/// The aim in their words.
pub(super) fn note_aim(change: &mut Change, id: CaseId, referral: &Referral) {
    let user = change.events.iter().find_map(|(_, _, event)| match event {
        Event::Case(CaseEvent::PartyAdded(party)) if party.service_user => Some(party.id),
        _ => None,
    });
    if let Some(party) = user
        && !referral.want.trim().is_empty()
    {
        let words = OwnWords {
            party,
            kind: WordsKind::Aim,
            words: referral.want.clone(),
        };
        change.add(Space::Case(id), Event::Case(CaseEvent::WordsNoted(words)));
    }
}

/// A reply to them, and the date that they gave where it is new, as work to be done.
pub(super) fn note_tasks(change: &mut Change, now: Now, id: CaseId, referral: &Referral, with_date: bool) {
    let reply = now.day().plus_working_days(1);
    let first = Action {
        what: "Reply to them".to_owned(),
        due: reply,
        who: None,
        kind: ActionKind::Next,
    };
    change.add(Space::Case(id), Event::Case(CaseEvent::ActionSet(first)));
    if let Some(due) = referral.date.day.filter(|_| with_date) {
        let what = if referral.date.what.trim().is_empty() {
            "A date they gave"
        } else {
            referral.date.what.trim()
        };
        let action = Action {
            what: what.to_owned(),
            due,
            who: None,
            kind: ActionKind::KeyDate,
        };
        change.add(Space::Case(id), Event::Case(CaseEvent::ActionSet(action)));
    }
}
