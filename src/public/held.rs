//! A person's answers, and what they were locked into.

use evenhand_domain::referral::Answers;
use evenhand_engine::form::LockedAnswers;

/// What is held of the person. A locked file belongs to the answers that it was made of, and to no others.
#[derive(Default)]
pub(super) struct Held {
    pub(super) answers: Answers,
    pub(super) locked: Option<LockedAnswers>,
    /// Whether the person said that they sent it.
    pub(super) sent: bool,
}

impl Held {
    /// Keeps the answers of a page. Where they are others than before, what was locked is out of date and goes, so that it
    /// cannot be sent any more.
    pub(super) fn keep(&mut self, answers: Answers) {
        if self.answers != answers {
            *self = Self {
                answers,
                ..Self::default()
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use evenhand_domain::referral::{Field, Setting};
    use evenhand_domain::service::{Inbox, ServiceFile};
    use evenhand_engine::form::seal_referral;

    use super::*;

    #[test]
    fn lei_31_a_file_locked_before_an_answer_was_changed_is_not_there_to_be_sent() {
        let mut service = ServiceFile::parse(include_str!("../../public/service.json")).unwrap();
        service.inbox = Some(Inbox {
            key: include_str!("../../tests/vectors/v1/inbox-public.txt")
                .trim()
                .to_owned(),
            email: None,
            opened_by: String::new(),
        });
        let setting = Setting {
            service: &service,
            practitioners_may_ask: false,
        };
        let mut answers = Answers::default();
        for (field, text) in [
            (Field::Device, "own"),
            (Field::Who, "child"),
            (Field::HelpWith, "not_sure"),
            (Field::ChildNameKept, "yes"),
            (Field::AgeKept, "yes"),
            (Field::School, "none"),
            (Field::Knows, "no"),
            (Field::ContactBy, "phone"),
            (Field::Phone, "07700 900461"),
            (Field::SafeMessage, "no"),
            (Field::KeepRecord, "no"),
        ] {
            answers.set(field, text);
        }
        let referral = answers.referral(setting, "2026-11-25".parse().unwrap(), "en").unwrap();
        let mut held = Held {
            answers: answers.clone(),
            locked: Some(seal_referral(&service, &referral).unwrap()),
            sent: true,
        };
        held.keep(answers.clone());
        assert!(
            held.locked.is_some() && held.sent,
            "the same answers leave what was locked"
        );
        answers.set(Field::Story, "It is worse now.");
        held.keep(answers);
        assert!(held.locked.is_none() && !held.sent);
        assert_eq!(held.answers.one(Field::Story), "It is worse now.");
    }
}
