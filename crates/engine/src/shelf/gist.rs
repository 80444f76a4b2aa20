//! What lists, work, calendar and figures ask of a story, without the story.

use evenhand_domain::case::action::Action;
use evenhand_domain::case::state::{Case, Front};
use evenhand_domain::date::Day;
use evenhand_domain::family::Standing;
use evenhand_domain::ids::EventId;
use evenhand_policy::compliance::Shown;
use serde::{Deserialize, Serialize};

/// The gist of a story. It is made from the story alone, again after each of its events.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Gist {
    /// Everybody in it, in the order in which they are shown.
    pub(crate) people: Vec<Someone>,
    /// What is still to be done, in the order in which it was set.
    pub(crate) actions: Vec<(EventId, Action)>,
    /// What it shows of the case's duties.
    pub(crate) shown: Shown,
    /// Whether somebody's aim is noted, or why it is not known (LEI-25).
    pub(crate) aim_is_answered: bool,
}

/// Somebody in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Someone {
    pub(crate) name: String,
    pub(crate) is: Standing,
    pub(crate) is_service_user: bool,
    pub(crate) dob: Option<Day>,
    /// Telephone and e-mail.
    pub(crate) reached: Vec<String>,
}

impl Gist {
    pub(crate) fn of(story: &Case) -> Self {
        let user = story.service_user().map(|user| user.id);
        let people = story.people().into_iter().map(|party| Someone {
            name: party.name.clone(),
            is: party.is,
            is_service_user: Some(party.id) == user,
            dob: party.dob,
            reached: [&party.phone, &party.email].into_iter().flatten().cloned().collect(),
        });
        let actions = story.open_actions();
        Self {
            people: people.collect(),
            actions: actions.map(|kept| (kept.id, kept.now.action.clone())).collect(),
            shown: Shown::of(story),
            aim_is_answered: story.aim_is_answered(),
        }
    }

    /// What is to be done next.
    pub(crate) fn next(&self) -> Option<&Action> {
        self.actions
            .iter()
            .map(|(_, action)| action)
            .min_by_key(|action| action.due)
    }
}

pub(crate) const fn is_child(standing: Standing) -> bool {
    matches!(standing, Standing::Child | Standing::YoungPerson)
}

/// Whom a case is about: the child or young person first, else whoever asked.
pub(crate) fn who(front: &Front, gist: Option<&Gist>) -> String {
    if let Some(gist) = gist.filter(|gist| !gist.people.is_empty()) {
        let people = || gist.people.iter();
        let about = people().find(|one| is_child(one.is));
        let about = about.or_else(|| people().find(|one| one.is_service_user));
        return about.map(|one| one.name.clone()).unwrap_or_default();
    }
    let people = &front.family.people;
    let about = people.iter().find(|member| is_child(member.is));
    about
        .or_else(|| people.first())
        .map(|member| member.name.clone())
        .unwrap_or_default()
}

/// The first school, nursery or college of the family.
pub(crate) fn school(front: &Front) -> String {
    let mut schools = front.family.people.iter().filter_map(|member| member.school.as_ref());
    schools.next().map(|school| school.name.clone()).unwrap_or_default()
}
