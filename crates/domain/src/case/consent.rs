//! Permission: to keep a record (LEI-29), and to speak with an agency (LEI-26, WES-5).

use serde::{Deserialize, Serialize};

use crate::case::signature::Signature;
use crate::date::Day;
use crate::ids::PartyId;

/// How permission was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GivenHow {
    /// Spoken.
    Spoken,
    /// In a text message or e-mail.
    Text,
    /// In writing on paper.
    Written,
    /// On the public form.
    Form,
    /// Signed on the worker's screen.
    Signed,
}

/// Whether somebody's details may be kept (LEI-29).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StorageAnswer {
    /// Who answered.
    pub party: PartyId,
    /// Whether a record may be kept.
    pub agreed: bool,
    /// How the answer was given.
    pub how: GivenHow,
}

/// Permission to speak with one agency about agreed content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Who gave it.
    pub party: PartyId,
    /// Which agency.
    pub agency: String,
    /// What exactly may be said.
    pub content: String,
    /// What for.
    #[serde(default)]
    pub purpose: String,
    /// How it was given.
    pub how: GivenHow,
    /// How the worker knows that it was understood (WES-5).
    #[serde(default)]
    pub understood: String,
    /// Whether they asked for it themselves, rather than agreeing when asked (STA-9).
    #[serde(default)]
    pub own_request: bool,
    /// The last day it holds; none while it is not taken back.
    #[serde(default)]
    pub until: Option<Day>,
    /// The signature and the words above it, where it was signed on the screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<Signature>,
}
