//! What the service publishes about its fairness (SPS-2, LEI-35, CAM-12).

use evenhand_domain::profile::ProfileId;
use evenhand_domain::service::ServiceFile;
use evenhand_policy::publication::{PublicNames, Publication};

/// One question that families ask, with the service's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FairAnswer {
    /// The question.
    pub question: String,
    /// The answer, two or three sentences, with the service's own names in it.
    pub answer: String,
}

/// How a service stays fair, in plain words, as its policy profile has it: from the file of all public words, which the page fetches.
/// Empty where that file has none for it.
#[must_use]
pub fn fairness(words: &str, service: &ServiceFile) -> Vec<FairAnswer> {
    let (group, chair) = group_and_chair(service.profile);
    let names = PublicNames {
        service: &service.name,
        funder: &service.funder,
        host: service.host.as_deref().unwrap_or(&service.funder),
        group: service.called.group.as_deref().unwrap_or(group),
        chair: service.called.chair.as_deref().unwrap_or(chair),
    };
    let answers = Publication::read(words, service.profile).answers;
    let filled = answers.into_iter().map(|entry| FairAnswer {
        answer: entry.filled(&names),
        question: entry.question,
    });
    filled.collect()
}

/// Whether those who work with families may ask for themselves (CAM-8).
///
/// It and the names of the group stand here beside the profiles, and not in them, because the public page must not carry five
/// policies to a parent's telephone; a test holds them to the profiles.
#[must_use]
pub fn practitioners_may_ask(profile: ProfileId) -> bool {
    profile == ProfileId::Camden
}

fn group_and_chair(profile: ProfileId) -> (&'static str, &'static str) {
    match profile {
        ProfileId::Sps | ProfileId::Staffordshire => ("Advisory Group", "Chair of the Advisory Group"),
        ProfileId::Leicester => ("Advisory Board", "Chair of the Advisory Board"),
        ProfileId::Camden => ("Steering Group", "Chair of the Steering Group"),
        ProfileId::WestmorlandFurness => ("steering group", "Chair of the steering group"),
    }
}

#[cfg(test)]
mod tests {
    use evenhand_policy::profile::Profile;

    use super::*;

    #[test]
    fn cam_8_what_the_public_page_knows_of_a_profile_is_what_the_profile_says() {
        for id in ProfileId::ALL {
            let profile = Profile::of(id);
            assert_eq!(practitioners_may_ask(id), profile.practitioners_may_ask);
            assert_eq!(group_and_chair(id), (profile.words.group, profile.words.chair));
        }
    }

    #[test]
    fn sps_2_every_policy_has_something_to_publish() {
        let mut service = ServiceFile::parse(include_str!("../../../../public/service.json")).unwrap();
        for id in ProfileId::ALL {
            service.profile = id;
            let answers = fairness(Publication::OWN, &service);
            assert!(answers.len() == 8 && answers.iter().all(|entry| !entry.answer.contains('{')));
        }
    }
}
