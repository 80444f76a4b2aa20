//! The new case that typed details make.

use evenhand_domain::case::contact::Channel;
use evenhand_domain::date::Day;
use evenhand_domain::event::CaseTie;
use evenhand_domain::family::Standing;
use evenhand_domain::ids::CaseId;
use evenhand_domain::school::School;
use evenhand_engine::case::open::{OpenRequest, new_party};
use evenhand_engine::desk::Desk;
use leptos::prelude::*;

use super::details::Details;
use super::typed_words::{given_how, is_pupil, standing_of};

impl Details {
    /// The new case that this makes. The check and the worker come after it.
    pub(super) fn request(
        self,
        channel: Option<Channel>,
        linked: Option<CaseId>,
        desk: Option<&Desk>,
        today: Day,
    ) -> OpenRequest {
        let profile = desk.map(|desk| desk.policy().on(today));
        let given = |field: RwSignal<String>| {
            field.with_untracked(|text| Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
        };
        let standing = self.standing.with_untracked(|word| standing_of(word));
        let mut user = new_party(&given(self.name).unwrap_or_default(), standing, true);
        user.phone = given(self.phone);
        user.email = given(self.email);
        user.postcode = given(self.postcode);
        user.contact_note = given(self.contact_note).unwrap_or_default();
        let mut parties = vec![user];
        if let Some(child) = given(self.child).filter(|_| !untrack(|| self.asks_for_self())) {
            let is = if self.age_read() >= Some(16) {
                Standing::YoungPerson
            } else {
                Standing::Child
            };
            parties.push(new_party(&child, is, false));
        }
        if let Some(pupil) = parties.last_mut().filter(|pupil| is_pupil(pupil)) {
            pupil.age = self.age_read();
            pupil.school = given(self.school)
                .map(School::named)
                .map(|school| desk.map_or(school.clone(), |desk| desk.complete(school)));
        }
        let organisations = given(self.organisations).unwrap_or_default();
        let organisations = organisations
            .split(',')
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty());
        let (agreed, told_access) = untrack(|| self.keeping());
        let may_note = untrack(|| profile.is_some_and(|profile| self.may_note(profile)));
        OpenRequest {
            channel,
            parties,
            organisations: organisations.collect(),
            knows: given(self.knows),
            storage: agreed.map(|agreed| (agreed, self.how.with_untracked(|how| given_how(how)))),
            told_access,
            aim: given(self.aim).filter(|_| may_note).unwrap_or_default(),
            linked: linked.map(|other| (other, CaseTie::Sibling)),
            ..OpenRequest::default()
        }
    }
}
