//! Unlocking a locked file: what cannot be opened says why.

use evenhand_domain::date::Day;
use evenhand_domain::event::Inbox;
use evenhand_domain::referral::{Referral, ReferralError};
use evenhand_vault::inbox::{FormKind, InboxPublic, LockedFile, LockedFileError, OpenFormError};
use thiserror::Error;

use crate::change::SaveError;
use crate::desk::Desk;

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
    pub(super) referral: Referral,
    pub(super) digest: [u8; 32],
    pub(super) reference: String,
    pub(super) inbox: Inbox,
}

impl Unlocked {
    /// The date that the family gave, so that what is urgent comes first.
    #[must_use]
    pub const fn key_date(&self) -> Option<Day> {
        self.referral.date.day
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

    pub(super) fn is_new(&self, digest: &[u8; 32]) -> Result<(), BringInError> {
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

impl From<SaveError> for BringInError {
    fn from(_: SaveError) -> Self {
        Self::Locked
    }
}
