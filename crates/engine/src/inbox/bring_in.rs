//! Bringing in a locked file: what cannot be opened says why, and the story waits until the conflict check is done.

use evenhand_domain::case::consent::{GivenHow, StorageAnswer};
use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::conflict::{ConflictCheck, ConflictOutcome};
use evenhand_domain::date::Day;
use evenhand_domain::event::{CaseEvent, Event, FrontEvent, Inbox, ServiceEvent};
use evenhand_domain::family::{Family, FamilyMember};
use evenhand_domain::ids::{CaseId, WorkerId};
use evenhand_domain::referral::{Referral, ReferralError};
use evenhand_policy::matching;
use evenhand_vault::inbox::{FormKind, InboxPublic, LockedFile, LockedFileError, OpenFormError};
use thiserror::Error;

use crate::book::CaseFile;
use crate::case::CaseError;
use crate::case::allocate::AllocateRequest;
use crate::case::answer::BeforeOpening;
use crate::case::check::Candidate;
use crate::case::keep::may_keep;
use crate::case::list::CaseLine;
use crate::case::open::OpenError;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::inbox::referral::{note_aim, note_tasks, opening};
use crate::now::Now;
use crate::space::Space;

/// Why a file was not opened. It stays where it is.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BringInError {
    /// It is no locked file at all.
    #[error("this is not a locked file")]
    NotALockedFile,
    /// It is larger than any locked file.
    #[error("this file is too large to be a locked file")]
    TooLarge,
    /// It is damaged: part of it is missing or was altered on the way.
    #[error("this locked file is damaged")]
    Damaged,
    /// A newer version of the page made it.
    #[error("this locked file was made by a newer version")]
    Newer,
    /// It was sealed to an older key of this service that this person does not hold.
    #[error("this file was locked with an older key")]
    OldKey,
    /// It was sealed to the other inbox, which this person does not hold.
    #[error("this file is for the other inbox")]
    OtherInbox {
        /// Who holds it.
        holders: Vec<String>,
    },
    /// It was not sealed to this service.
    #[error("this file is not for this service")]
    NotForThisService,
    /// It was brought in before.
    #[error("this file is already here")]
    AlreadyHere,
    /// It is locked for the Chair.
    #[error("this file is for the Chair")]
    ForTheChair,
    /// It is of another kind than a request for help.
    #[error("this file is not a request for help")]
    NotAReferral,
    /// What is inside cannot be read.
    #[error("what is inside this file cannot be read")]
    Unreadable,
    /// This person holds no inbox.
    #[error("you do not hold the inbox")]
    NoInbox,
    /// The workspace is locked.
    #[error("the workspace is locked")]
    Locked,
}

/// A locked file that was unlocked and waits: nobody has been checked against it yet, and nothing in it is shown.
pub struct Unlocked {
    referral: Referral,
    digest: [u8; 32],
    reference: String,
    inbox: Inbox,
}

impl Unlocked {
    /// The date that the family gave, so that what is urgent comes first.
    #[must_use]
    pub const fn key_date(&self) -> Option<Day> {
        self.referral.date.day
    }
}

/// A locked file that opened. The story in it is not shown before the check is done.
pub struct Incoming {
    file: Unlocked,
    family: Family,
    check: ConflictCheck,
    likely: Vec<CaseLine>,
}

/// What becomes of a file that was brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    clippy::large_enum_variant,
    reason = "one is made at a time, when a person decides; on the web it is smaller"
)]
pub enum TakeIn {
    /// A new case.
    NewCase {
        /// Whether whoever brings it in knows anyone here (SPS-8).
        knows: bool,
        /// Who is to have it; none leaves it to be allocated later.
        worker: Option<WorkerId>,
        /// Reason and override for that worker.
        request: AllocateRequest,
        /// Why possible matches are not the same person or place; empty where nobody looked.
        not_the_same: String,
    },
    /// The same request as one that is here already: it goes to that case, which opens again where it is closed.
    Duplicate {
        /// The case.
        of: CaseId,
    },
}

impl Incoming {
    /// The reference code that the family has.
    #[must_use]
    pub fn reference(&self) -> &str {
        &self.file.reference
    }

    /// Which inbox it came by.
    #[must_use]
    pub const fn inbox(&self) -> Inbox {
        self.file.inbox
    }

    /// Names, school and area: all that is shown before the question is answered.
    #[must_use]
    pub fn before_opening(&self) -> BeforeOpening {
        BeforeOpening::from(&self.family)
    }

    /// What the check of this person found.
    #[must_use]
    pub const fn check(&self) -> &ConflictCheck {
        &self.check
    }

    /// Cases that may be about the same child.
    #[must_use]
    pub fn likely_duplicates(&self) -> &[CaseLine] {
        &self.likely
    }

    /// The date that the family gave, so that what is urgent is seen at once.
    #[must_use]
    pub const fn key_date(&self) -> Option<Day> {
        self.file.key_date()
    }
}

impl From<LockedFileError> for BringInError {
    fn from(error: LockedFileError) -> Self {
        match error {
            LockedFileError::NotALockedFile => Self::NotALockedFile,
            LockedFileError::TooLarge => Self::TooLarge,
            LockedFileError::Damaged => Self::Damaged,
            LockedFileError::NewerVersion(_) | LockedFileError::UnknownSuite(_) | LockedFileError::UnknownKind(_) => {
                Self::Newer
            }
        }
    }
}

impl Desk {
    /// Opens a locked file as bytes or as pasted text, and checks this person against the family in it. Nothing is kept.
    ///
    /// # Errors
    /// What is wrong with the file, or why this person cannot open it.
    pub fn read_file(&self, now: Now, bytes: &[u8]) -> Result<Incoming, BringInError> {
        self.check_file(now, self.unlock_file(bytes)?)
    }

    /// Unlocks a locked file, given as bytes or as pasted text, and no more: so that of many files those that cannot be opened are
    /// known at once. Nothing is kept.
    ///
    /// # Errors
    /// As [`Desk::read_file`].
    pub fn unlock_file(&self, bytes: &[u8]) -> Result<Unlocked, BringInError> {
        let file = parse(bytes)?;
        if !self.holds_an_inbox() {
            return Err(BringInError::NoInbox);
        }
        match file.kind() {
            FormKind::Referral => {}
            FormKind::Challenge => return Err(BringInError::ForTheChair),
            FormKind::Views | FormKind::Feedback | FormKind::RecordsRequest => return Err(BringInError::NotAReferral),
        }
        let digest = file.digest();
        self.is_new(&digest)?;
        let (inbox, plain) = self.open_file(&file)?;
        let referral = crate::form::open_referral(&plain).map_err(|error| match error {
            ReferralError::Newer { .. } => BringInError::Newer,
            _ => BringInError::Unreadable,
        })?;
        Ok(Unlocked {
            referral,
            digest,
            reference: file.reference(),
            inbox,
        })
    }

    /// Checks this person against the family in a file, and looks for a case about the same child.
    ///
    /// # Errors
    /// When the file was brought in since it was unlocked, or the workspace is locked.
    pub fn check_file(&self, now: Now, file: Unlocked) -> Result<Incoming, BringInError> {
        self.is_new(&file.digest)?;
        let family = file.referral.family();
        let me = self.me().map_err(|_| BringInError::Locked)?.id;
        let check = self
            .read(|book| book.check(me, &family, now.day()))
            .map_err(|_| BringInError::Locked)?;
        let check = check.map_err(|_| BringInError::Locked)?;
        let likely = self.likely(&family);
        Ok(Incoming {
            file,
            family,
            check,
            likely,
        })
    }

    fn is_new(&self, digest: &[u8; 32]) -> Result<(), BringInError> {
        match self.read(|book| book.team.files.contains(digest)) {
            Ok(false) => Ok(()),
            Ok(true) => Err(BringInError::AlreadyHere),
            Err(_) => Err(BringInError::Locked),
        }
    }

    fn open_file(&self, file: &LockedFile) -> Result<(Inbox, Vec<u8>), BringInError> {
        let opened = self.with(|open| {
            let mut damaged = false;
            for (inbox, secret) in open.inboxes.iter().rev() {
                match file.open(secret) {
                    Ok(plain) => return Ok((*inbox, plain.to_vec())),
                    Err(OpenFormError::Damaged) => damaged = true,
                    Err(OpenFormError::WrongKey) => {}
                }
            }
            Err(damaged)
        });
        match opened.map_err(|_| BringInError::Locked)? {
            Ok(opened) => Ok(opened),
            Err(true) => Err(BringInError::Damaged),
            Err(false) => Err(self.whose(file)),
        }
    }

    /// Whose key a file was sealed to, where it is none of this person's.
    fn whose(&self, file: &LockedFile) -> BringInError {
        let team = self.team();
        let known = team
            .inboxes
            .iter()
            .find(|open| InboxPublic::decode(&open.public).is_ok_and(|public| public.key_id() == file.key_id()));
        let Some(known) = known else {
            return BringInError::NotForThisService;
        };
        let is_newest = team.inboxes.iter().rev().find(|open| open.inbox == known.inbox) == Some(known);
        if is_newest {
            let holders = known
                .holders
                .iter()
                .filter(|holder| !team.has_left(**holder))
                .map(|holder| team.name_of(*holder).to_owned())
                .collect();
            BringInError::OtherInbox { holders }
        } else {
            BringInError::OldKey
        }
    }

    /// Cases of this person that may be about the same child: an alike name and the same school, telephone or e-mail.
    fn likely(&self, family: &Family) -> Vec<CaseLine> {
        let alike = |file: &CaseFile| {
            let known = file.front.family.people.iter();
            known
                .flat_map(|one| family.people.iter().map(move |other| (one, other)))
                .any(|(one, other)| is_likely_same(one, other))
        };
        self.with(|open| open.book.lines(open.me, alike)).unwrap_or_default()
    }

    /// Takes in a file that opened: as a new case, or with a case that is here already.
    ///
    /// # Errors
    /// When a rule is in the way, or when it could not be saved. The file can be brought in again then.
    pub async fn take_in(&self, now: Now, incoming: &Incoming, how: &TakeIn) -> Result<CaseId, OpenError> {
        let mut change = Change::new();
        let id = match how {
            TakeIn::NewCase {
                knows,
                worker,
                request,
                not_the_same,
            } => {
                let mut asked = opening(&incoming.file.referral, *knows, *worker, request.clone());
                asked.not_the_same.clone_from(not_the_same);
                self.begin_case(&mut change, now, &asked)?
            }
            TakeIn::Duplicate { of } => {
                if incoming.check.outcome >= ConflictOutcome::Look {
                    return Err(OpenError::PassItOn(Box::new(incoming.check.clone())));
                }
                self.note_resend(&mut change, now, *of, &incoming.file.referral)?;
                *of
            }
        };
        let received = CaseEvent::ReferralReceived {
            referral: Box::new(incoming.file.referral.clone()),
            reference: incoming.file.reference.clone(),
        };
        change.add(Space::Case(id), Event::Case(received));
        if matches!(how, TakeIn::NewCase { .. }) {
            note_aim(&mut change, id, &incoming.file.referral);
            note_tasks(&mut change, now, id, &incoming.file.referral, true);
        }
        let digest = ServiceEvent::FileBroughtIn {
            digest: incoming.file.digest,
        };
        change.add(Space::Service, Event::Service(digest));
        self.save(now, change).await?;
        Ok(id)
    }

    /// What comes with a request that was sent again: a closed case opens, a "no" to a record counts from now, and somebody
    /// replies.
    fn note_resend(&self, change: &mut Change, now: Now, of: CaseId, referral: &Referral) -> Result<(), OpenError> {
        let (status, user, known) = self.read_story(of, |profile, front, story| {
            may_keep(profile, story)?;
            // Somebody who is not kept is not brought back by a file.
            if story.is_anonymous {
                return Err(CaseError::SaidNo);
            }
            let dates = story.actions.iter().map(|kept| kept.now.action.due).collect::<Vec<_>>();
            Ok((front.status, story.service_user().map(|user| user.id), dates))
        })??;
        if status == CaseStatus::Closed {
            let why = "They sent their request again".to_owned();
            change.add(Space::Case(of), Event::Case(CaseEvent::CaseReopened { why }));
            change.add(Space::Front(of), Event::Front(FrontEvent::Reopened));
            self.count(change, now, "case_reopened", "yes");
        }
        if let Some(party) = user.filter(|_| !referral.keep_record) {
            let answer = StorageAnswer {
                party,
                agreed: false,
                how: GivenHow::Form,
            };
            change.add(Space::Case(of), Event::Case(CaseEvent::StorageAnswered(answer)));
        }
        let is_new = referral.date.day.is_some_and(|day| !known.contains(&day));
        note_tasks(change, now, of, referral, is_new);
        Ok(())
    }

    /// Checks every worker whom this person can check against the family of a file that opened.
    #[must_use]
    pub fn candidates_to_take(&self, now: Now, incoming: &Incoming) -> Vec<Candidate> {
        self.candidates_for(now, &incoming.family)
    }
}

fn parse(bytes: &[u8]) -> Result<LockedFile, BringInError> {
    let text = std::str::from_utf8(bytes)
        .ok()
        .filter(|text| LockedFile::looks_like_text(text));
    Ok(match text {
        Some(text) => LockedFile::from_text(text)?,
        None => LockedFile::parse(bytes)?,
    })
}

fn is_likely_same(one: &FamilyMember, other: &FamilyMember) -> bool {
    let both = |one: &Option<String>, other: &Option<String>, same: fn(&str, &str) -> bool| matches!((one, other), (Some(one), Some(other)) if same(one, other));
    let same_school =
        matches!((&one.school, &other.school), (Some(one), Some(other)) if matching::same_school(one, other));
    both(&one.phone, &other.phone, matching::same_phone)
        || both(&one.email, &other.email, matching::same_email)
        || (same_school && matching::may_be_same_person(&one.name, &other.name))
}

impl From<SaveError> for BringInError {
    fn from(_: SaveError) -> Self {
        Self::Locked
    }
}
