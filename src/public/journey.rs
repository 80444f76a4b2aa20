//! What the page holds of a person, in memory alone: their answers, and what they were locked into.

use evenhand_domain::referral::{Answers, Field, Onward, Question, Setting};
use evenhand_domain::service::{Inbox, ServiceFile};
use evenhand_engine::form::{
    InboxKeyError, LockedAnswers, SealReferralError, can_seal, fingerprint, practitioners_may_ask, seal_referral,
};
use leptos::prelude::*;

use super::held::Held;
use super::route::Route;
use crate::platform::{address, clock, reload};

/// The language in which the page is read.
const LANGUAGE: &str = "en";

/// A handle to it all; it can be copied about.
#[derive(Clone, Copy)]
pub(super) struct Journey {
    service: StoredValue<ServiceFile>,
    can_seal: Result<bool, InboxKeyError>,
    held: StoredValue<Held>,
    route: RwSignal<Route>,
    /// Whether all was cleared: nothing may be written after that.
    forgotten: StoredValue<bool>,
}

impl Journey {
    /// Begins with nothing, and hands itself to everything below.
    pub(super) fn provide(service: ServiceFile) -> Self {
        let journey = Self {
            can_seal: can_seal(&service),
            service: StoredValue::new(service),
            held: StoredValue::new(Held::default()),
            route: RwSignal::new(Route::parse(&address::fragment())),
            forgotten: StoredValue::new(false),
        };
        provide_context(journey);
        journey
    }

    /// The journey of the page. A page outside the app is a programming error.
    pub(super) fn here() -> Self {
        expect_context()
    }

    /// Something of the service's own file.
    pub(super) fn service<T>(self, read: impl FnOnce(&ServiceFile) -> T) -> T {
        self.service.with_value(read)
    }

    /// Whether answers can be locked here, to whichever inbox they need.
    pub(super) const fn can_seal(self) -> Result<bool, InboxKeyError> {
        self.can_seal
    }

    /// Where the page is.
    pub(super) const fn route(self) -> RwSignal<Route> {
        self.route
    }

    /// Goes on to another place.
    pub(super) fn go(self, route: Route) {
        address::go(&route.href());
    }

    /// Puts another place where this one is.
    pub(super) fn replace(self, route: Route) {
        address::replace(&route.href());
        self.route.set(route);
    }

    /// The answers as they stand, with what they depend on. It does not follow later changes.
    pub(super) fn with<T>(self, read: impl FnOnce(&Answers, Setting<'_>) -> T) -> T {
        self.service.with_value(|service| {
            let setting = Setting {
                service,
                practitioners_may_ask: practitioners_may_ask(service.profile),
            };
            self.held.with_value(|held| read(&held.answers, setting))
        })
    }

    /// A copy of the answers, worked on. None once they were cleared and the page that worked on them is going.
    pub(super) fn with_answers(self, work: impl FnOnce(Answers) -> Option<Answers>) -> Option<Answers> {
        if self.forgotten.get_value() {
            None
        } else {
            work(self.held.with_value(|held| held.answers.clone()))
        }
    }

    /// Keeps the answers of a page.
    pub(super) fn keep(self, answers: Answers) {
        self.held.update_value(|held| held.keep(answers));
    }

    /// Whether nothing was answered.
    pub(super) fn is_empty(self) -> bool {
        self.held.with_value(|held| held.answers.is_empty())
    }

    /// Whether there are answers that the person has not said they sent.
    pub(super) fn is_unsent(self) -> bool {
        !self.is_empty() && !self.is_said_sent()
    }

    /// Whether the device is the person's own, so that it may fill in their own details.
    pub(super) fn is_own_device(self) -> bool {
        self.with(|answers, _| answers.has(Field::Device, "own"))
    }

    /// The place of a question on the person's way; the start where it is not on it.
    pub(super) fn place_of(self, question: Question, changing: bool) -> Route {
        let at = self.with(|answers, setting| {
            Question::path(answers, setting)
                .iter()
                .position(|page| *page == question)
        });
        let at = at.and_then(|at| u8::try_from(at + 1).ok());
        at.map_or(Route::Start, |at| Route::Step { at, changing })
    }

    /// The question at a place; none where the way does not lead there or something before it is open.
    pub(super) fn question_at(self, at: u8) -> Option<Question> {
        self.with(|answers, setting| {
            let question = Question::path(answers, setting)
                .get(usize::from(at).checked_sub(1)?)
                .copied()?;
            question.is_reachable(answers, setting).then_some(question)
        })
    }

    /// The place of what comes next, once a question is answered.
    pub(super) fn after(self, question: Question, changing: bool) -> Option<Route> {
        let onward = self.with(|answers, setting| {
            if changing {
                Some(Question::after_change(answers, setting))
            } else {
                question.next(answers, setting)
            }
        })?;
        Some(match onward {
            Onward::Check => Route::Check,
            Onward::Ask(question) => self.place_of(question, changing),
        })
    }

    /// Whether every question on the way is answered.
    pub(super) fn is_complete(self) -> bool {
        self.with(|answers, setting| Question::after_change(answers, setting) == Onward::Check)
    }

    /// Locks the answers to the service's key. They stay on the page.
    pub(super) fn lock(self) -> Result<(), SealReferralError> {
        let locked = self.with(|answers, setting| {
            let referral = answers
                .referral(setting, clock::today(), LANGUAGE)
                .ok_or(SealReferralError::Failed)?;
            seal_referral(setting.service, &referral)
        })?;
        self.held.update_value(|held| {
            held.locked = Some(locked);
            held.sent = false;
        });
        Ok(())
    }

    /// Something of the locked answers; none while nothing is locked.
    pub(super) fn locked<T>(self, read: impl FnOnce(&LockedAnswers) -> T) -> Option<T> {
        self.held.with_value(|held| held.locked.as_ref().map(read))
    }

    /// Whether the answers go to another person than most: they know somebody here, or may (LEI-31).
    pub(super) fn goes_elsewhere(self) -> bool {
        self.with(|answers, setting| setting.service.second_inbox.is_some() && answers.knows_somebody(setting))
    }

    /// The six words of the key that the answers were locked to, or will be; none where there is no key to trust.
    pub(super) fn key_words(self) -> Option<String> {
        let locked = self.locked(|locked| locked.fingerprint().to_owned());
        locked.or_else(|| {
            let inbox: Option<Inbox> =
                self.with(|answers, setting| setting.service.inbox_for(answers.knows_somebody(setting)).cloned());
            fingerprint(&inbox?).ok()
        })
    }

    /// Where locked answers go by e-mail: to the inbox's own address, or to the service's.
    pub(super) fn inbox_email(self) -> Option<String> {
        let inbox = self.locked(|locked| locked.inbox().email.clone()).flatten();
        inbox.or_else(|| self.service(|service| service.contacts.email.clone()))
    }

    /// The person says that they sent it. Nobody can see from here whether they did.
    pub(super) fn say_sent(self) {
        self.held.update_value(|held| held.sent = true);
        self.go(Route::Sent);
    }

    /// Whether the person said that they sent it.
    pub(super) fn is_said_sent(self) -> bool {
        self.held.with_value(|held| held.sent)
    }

    /// Empties everything, for good: the page is left or loaded anew right after.
    pub(super) fn forget(self) {
        self.forgotten.set_value(true);
        self.held.set_value(Held::default());
    }

    /// Empties everything and loads the page anew, so that its memory goes too; then says what to do on a shared computer.
    pub(super) fn clear(self) {
        self.forget();
        address::replace(&Route::Cleared.href());
        reload::reload();
    }
}
