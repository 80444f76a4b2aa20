//! Locked files.
//!
//! Bytes: `"EVHL" | version u8 | suite u8 | kind u8 | key id 8 | encapsulation 1,120 | ciphertext 65,540 | tag 16`: always 66,691.
//! Plaintext: `length u32 | content | zeros`. What stands before the encapsulation is associated data.

use std::sync::OnceLock;

use sha2::{Digest, Sha256};
use thiserror::Error;
use zeroize::Zeroizing;

use super::armour;
use super::key::{InboxPublic, InboxSecret};
use crate::hazmat::binding::Binding;
use crate::hazmat::{SUITE_HYBRID, VERSION, hybrid, pad};

const MAGIC: &[u8; 4] = b"EVHL";
const HEAD: usize = 4 + 1 + 1 + 1 + 8;

/// What fits into a form, in bytes.
pub const FORM_CAPACITY: usize = 65_536;
/// The size of every locked file, in bytes.
pub const LOCKED_SIZE: usize = HEAD + hybrid::ENCAPSULATION_SIZE + 4 + FORM_CAPACITY + 16;

/// Which form was filled in. It stands in the clear, so that a file finds the person who holds the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormKind {
    /// Somebody asks for help.
    Referral,
    /// Views of a parent, child or young person.
    Views,
    /// How the service did.
    Feedback,
    /// Somebody asks to see their records.
    RecordsRequest,
    /// Somebody says that the service was not fair; goes to the Chair.
    Challenge,
}

impl FormKind {
    /// All kinds, in the order of their bytes.
    pub const ALL: [Self; 5] = [
        Self::Referral,
        Self::Views,
        Self::Feedback,
        Self::RecordsRequest,
        Self::Challenge,
    ];

    const fn byte(self) -> u8 {
        match self {
            Self::Referral => 1,
            Self::Views => 2,
            Self::Feedback => 3,
            Self::RecordsRequest => 4,
            Self::Challenge => 5,
        }
    }

    fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.byte() == byte)
    }
}

/// A locked file. Nothing in it is secret: it can lie in a mailbox.
#[derive(Clone, PartialEq, Eq)]
pub struct LockedFile {
    bytes: Vec<u8>,
    kind: FormKind,
    /// Worked out when it is first asked for: it takes as long as a good part of opening the file.
    digest: OnceLock<[u8; 32]>,
}

/// A form could not be locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SealFormError {
    /// There is more than fits.
    #[error("the form holds {size} bytes and {limit} fit")]
    TooLarge {
        /// The size of the form, in bytes.
        size: usize,
        /// What fits, in bytes.
        limit: usize,
    },
    /// The published key does not work.
    #[error("the published key cannot be used")]
    Key,
}

/// Bytes or text that are no locked file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LockedFileError {
    /// Something else.
    #[error("this is not a locked form")]
    NotALockedFile,
    /// Larger than any locked file.
    #[error("this is larger than a locked form ever is")]
    TooLarge,
    /// Cut off or altered on the way.
    #[error("this locked form has been cut off or altered on its way")]
    Damaged,
    /// A newer release wrote it.
    #[error("a newer release wrote this locked form (version {0})")]
    NewerVersion(u8),
    /// Locked in a way that this release does not know.
    #[error("this form is locked in a way that is not known (suite {0})")]
    UnknownSuite(u8),
    /// A kind of form that this release does not know.
    #[error("this is a kind of form that is not known ({0})")]
    UnknownKind(u8),
}

/// A locked file does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum OpenFormError {
    /// It is locked to another key.
    #[error("this form is locked to another key")]
    WrongKey,
    /// It is locked to this key but has been altered.
    #[error("this locked form has been altered and does not open")]
    Damaged,
}

fn info(public: &InboxPublic) -> Binding {
    Binding::new("evenhand/1/locked-form").slice(public.key())
}

/// Locks a form to a published key. Every locked file has the same size.
///
/// # Errors
/// [`SealFormError`].
pub fn seal_form(public: &InboxPublic, kind: FormKind, plaintext: &[u8]) -> Result<LockedFile, SealFormError> {
    let too_large = SealFormError::TooLarge {
        size: plaintext.len(),
        limit: FORM_CAPACITY,
    };
    let padded = pad::pad_to(plaintext, FORM_CAPACITY + 4).ok_or(too_large)?;
    let mut bytes = Vec::with_capacity(LOCKED_SIZE);
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&[VERSION, SUITE_HYBRID, kind.byte()]);
    bytes.extend_from_slice(&public.key_id());
    let (encapsulation, ciphertext) =
        hybrid::seal_to(public.key(), &info(public), &bytes, &padded).map_err(|_| SealFormError::Key)?;
    bytes.extend_from_slice(&encapsulation);
    bytes.extend_from_slice(&ciphertext);
    Ok(LockedFile {
        bytes,
        kind,
        digest: OnceLock::new(),
    })
}

impl LockedFile {
    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// [`LockedFileError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, LockedFileError> {
        if !bytes.starts_with(MAGIC) {
            return Err(LockedFileError::NotALockedFile);
        }
        let Some(&[version, suite, kind]) = bytes.get(4..7) else {
            return Err(LockedFileError::Damaged);
        };
        if version != VERSION {
            return Err(LockedFileError::NewerVersion(version));
        }
        if suite != SUITE_HYBRID {
            return Err(LockedFileError::UnknownSuite(suite));
        }
        let kind = FormKind::from_byte(kind).ok_or(LockedFileError::UnknownKind(kind))?;
        match bytes.len() {
            LOCKED_SIZE => Ok(Self {
                bytes: bytes.to_vec(),
                kind,
                digest: OnceLock::new(),
            }),
            0..LOCKED_SIZE => Err(LockedFileError::Damaged),
            _ => Err(LockedFileError::TooLarge),
        }
    }

    /// Reads a message that holds a locked form as text, however the mail wrapped or quoted it.
    ///
    /// # Errors
    /// [`LockedFileError`].
    pub fn from_text(text: &str) -> Result<Self, LockedFileError> {
        Self::parse(&armour::take_off(text)?)
    }

    /// Whether a text claims to hold a locked form.
    #[must_use]
    pub fn looks_like_text(text: &str) -> bool {
        armour::is_armoured(text)
    }

    /// The bytes of the file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The file as lines of text for a message.
    #[must_use]
    pub fn to_text(&self) -> String {
        armour::put_on(&self.bytes)
    }

    /// Which form it is.
    #[must_use]
    pub const fn kind(&self) -> FormKind {
        self.kind
    }

    /// Which key it is locked to.
    #[must_use]
    pub fn key_id(&self) -> [u8; 8] {
        self.bytes[7..HEAD].try_into().unwrap_or_default()
    }

    /// SHA-256 over the file: the same file twice is the same form twice.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        *self.digest.get_or_init(|| Sha256::digest(&self.bytes).into())
    }

    /// The reference that the sender notes and the service sees: six letters and digits, such as `K7M 2QX`, without 0, O, 1, I and L.
    #[must_use]
    pub fn reference(&self) -> String {
        let letters = self.reference_letters();
        let (front, back) = letters.split_at(3);
        format!("{front} {back}")
    }

    /// The name of the file, such as `form-K7M2QX.locked`: it says nothing about anybody.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("form-{}.locked", self.reference_letters())
    }

    fn reference_letters(&self) -> String {
        const LETTERS: &[u8; 31] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";
        let digest = self.digest();
        let mut number = digest[..8]
            .iter()
            .fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        let mut letters = String::with_capacity(6);
        for _ in 0..6 {
            let place = usize::try_from(number % 31).unwrap_or_default();
            letters.push(char::from(LETTERS[place]));
            number /= 31;
        }
        letters
    }

    /// Opens the form.
    ///
    /// # Errors
    /// [`OpenFormError::WrongKey`] when it is locked to another key, [`OpenFormError::Damaged`] when it was altered.
    pub fn open(&self, secret: &InboxSecret) -> Result<Zeroizing<Vec<u8>>, OpenFormError> {
        if self.key_id() != secret.public().key_id() {
            return Err(OpenFormError::WrongKey);
        }
        let (head, rest) = self.bytes.split_at(HEAD);
        let (encapsulation, ciphertext) = rest.split_at(hybrid::ENCAPSULATION_SIZE);
        let info = info(secret.public());
        let padded = secret.receiver().open(encapsulation, &info, head, ciphertext);
        pad::unpad(padded.map_err(|_| OpenFormError::Damaged)?).ok_or(OpenFormError::Damaged)
    }
}
