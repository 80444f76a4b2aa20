//! The one gate before anything is kept that says who somebody is (LEI-29, LEI-30).

use evenhand_domain::case::state::Case;
use evenhand_domain::ids::CaseId;
use evenhand_policy::profile::{Profile, Strength, Topic};

use crate::case::CaseError;
use crate::case::open::OpenRequest;
use crate::desk::Desk;
use crate::now::Now;

/// Whether something that says who somebody is may be kept in a case now.
///
/// A "no" counts under every policy, for the form promises it; the question and the telling wait only where the service's
/// own policy makes them.
pub(crate) fn may_keep(profile: &'static Profile, story: &Case) -> Result<(), CaseError> {
    // Who they are is gone already, so nothing waits any more.
    if story.is_anonymous {
        return Ok(());
    }
    let told = story
        .service_user()
        .is_some_and(|user| story.told.contains_key(&user.id));
    may_keep_of(profile, story.storage_agreed(), told)
}

/// The same for a case that is no case yet: whether they agreed, where they were asked, and whether they were told how to see
/// their record.
///
/// # Errors
/// What comes first.
pub fn may_keep_of(profile: &'static Profile, agreed: Option<bool>, told: bool) -> Result<(), CaseError> {
    let must = |topic| profile.rule(topic).strength >= Strength::Reason;
    match agreed {
        Some(false) => Err(CaseError::SaidNo),
        None if must(Topic::StorageAgreement) => Err(CaseError::StorageNotAnswered),
        _ if !told && must(Topic::RecordsTold) => Err(CaseError::AccessNotTold),
        _ => Ok(()),
    }
}

/// Whether a case may begin with what they want in their own words (LEI-25, LEI-29).
pub(crate) fn may_begin(profile: &'static Profile, asked: &OpenRequest) -> Result<(), CaseError> {
    if asked.aim.trim().is_empty() {
        return Ok(());
    }
    let agreed = asked.storage.map(|(agreed, _)| agreed);
    may_keep_of(profile, agreed, !asked.told_access.trim().is_empty())
}

impl Desk {
    /// Whether something that says who somebody is may be kept in a case now, and what waits where it may not (LEI-29, LEI-30).
    ///
    /// # Errors
    /// What comes first, or why the case cannot be read.
    pub fn may_keep(&self, now: Now, id: CaseId) -> Result<(), CaseError> {
        self.look_at_story(id, |policy, _, story| may_keep(policy.on(now.day()), story))?
    }
}
