//! Help with the wording of what a worker writes, and the phrases that the service allows (SPS-5, LEI-3, CAM-11).

use evenhand_domain::ids::EventId;
use evenhand_domain::register::{Kind, RegisterEntry};
use evenhand_domain::worker::Role;
use evenhand_policy::recording::{Checks, Mark};

use crate::book::Book;
use crate::desk::Desk;
use crate::now::Now;
use crate::register::RegisterError;

/// In how many days a manager is asked to answer.
const ANSWER_WITHIN: i64 = 7;

impl Book {
    /// The phrases of which a manager said that the service allows them.
    fn allowed_phrases(&self) -> impl Iterator<Item = &str> {
        self.registers
            .standing(Kind::Phrase)
            .filter(|kept| {
                let last = kept.changed.map_or(kept.by, |(who, _)| who);
                let role = self.team.members.get(&last).map(|member| member.worker.role);
                kept.entry.text("allowed") == "yes" && role == Some(Role::Manager)
            })
            .map(|kept| kept.entry.text("phrase"))
            .filter(|phrase| !phrase.is_empty())
    }
}

/// Whether a phrase stands in a text so that these words are a part of it. Large and small letters count as the same.
fn covers(phrase: &str, text: &str, mark: &Mark) -> bool {
    let mut places = text.as_bytes().windows(phrase.len()).enumerate();
    places.any(|(at, place)| {
        at <= mark.span.start && mark.span.end <= at + phrase.len() && place.eq_ignore_ascii_case(phrase.as_bytes())
    })
}

impl Desk {
    /// What a worker may want to look at again in a text of their own. What the service allows is not among it; none while locked.
    #[must_use]
    pub fn look_at_wording(&self, checks: &Checks, text: &str) -> Vec<Mark> {
        let mut marks = checks.check(text);
        let allowed = self.read(|book| {
            marks.retain(|mark| !book.allowed_phrases().any(|phrase| covers(phrase, text, mark)));
        });
        allowed.map_or_else(|_| Vec::new(), |()| marks)
    }

    /// Asks the manager to allow words for the whole service. They name nobody, for everybody reads them.
    ///
    /// # Errors
    /// When the words or the reason are missing, when they name somebody of a case, or when it could not be saved.
    pub async fn ask_to_allow(&self, now: Now, words: &str, why: &str) -> Result<EventId, RegisterError> {
        let entry = RegisterEntry::new(Kind::Phrase)
            .with("phrase", words)
            .with("why", why)
            .with("by", now.day().plus_days(ANSWER_WITHIN));
        self.enter(now, entry).await
    }
}
