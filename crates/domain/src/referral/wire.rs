//! The shape in which a referral travels: JSON, version 1. Whatever a newer form says besides is kept, and hides nothing of the rest.

use serde_json::{Map, Value};
use thiserror::Error;

use super::choice::{ContactBy, Device, Sure, Who};
use super::{Referral, VERSION};

/// Why bytes are not a referral that this build can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ReferralError {
    /// A later form wrote it.
    #[error(
        "this form was filled in on a newer page (version {found}). Load the newest workspace, then bring it in again."
    )]
    Newer {
        /// The version it names.
        found: u16,
    },
    /// It is no referral, or it was damaged before it was sealed.
    #[error("what was locked in this file is not a request for help.")]
    NotAReferral,
}

/// A closed choice: where it stands, the word that claims least, and whether a word is known.
type Closed = (&'static str, &'static str, fn(&str) -> bool);

/// Every closed choice of the form.
const CLOSED: [Closed; 7] = [
    ("/who", "helper", |word| Who::from_word(word).is_some()),
    ("/device", "not_sure", |word| Device::from_word(word).is_some()),
    ("/area", "not_sure", is_sure),
    ("/date/has", "not_sure", is_sure),
    ("/knows/answer", "not_sure", is_sure),
    ("/contact/by", "trusted", |word| ContactBy::from_word(word).is_some()),
    ("/child/school/kind", "not_said", |word| {
        ["named", "none", "home", "not_said"].contains(&word)
    }),
];

fn is_sure(word: &str) -> bool {
    Sure::from_word(word).is_some()
}

/// Puts the word that claims least in place of a word that only a newer form knows, and keeps that word under `who.word`.
fn stand_in(sent: &mut Value, kept: &mut Map<String, Value>) {
    for (place, least, is_known) in CLOSED {
        if let Some(word) = sent.pointer_mut(place)
            && word.as_str().is_some_and(|word| !is_known(word))
        {
            let name = place.trim_start_matches('/').replace('/', ".");
            kept.insert(format!("{name}.word"), std::mem::replace(word, least.into()));
        }
    }
}

/// Keeps what was sent inside a part of the form and is not known there, under `part.name`.
fn keep_unknown(path: &str, sent: &Value, known: &Value, kept: &mut Map<String, Value>) {
    let Value::Object(sent) = sent else { return };
    for (name, value) in sent.iter().filter(|(_, value)| !value.is_null()) {
        let path = if path.is_empty() {
            name.clone()
        } else {
            format!("{path}.{name}")
        };
        match known.get(name) {
            Some(known) => keep_unknown(&path, value, known, kept),
            None => {
                kept.insert(path, value.clone());
            }
        }
    }
}

impl Referral {
    /// The bytes to seal: JSON, UTF-8.
    ///
    /// # Errors
    /// [`ReferralError::NotAReferral`] where it cannot be written; a referral built by the form always can.
    pub fn to_bytes(&self) -> Result<Vec<u8>, ReferralError> {
        serde_json::to_vec(self).map_err(|_| ReferralError::NotAReferral)
    }

    /// The same bytes, for the page on which the form is filled in: there no later form has added anything, and less code writes them.
    ///
    /// # Errors
    /// [`ReferralError::NotAReferral`] where a later form added what is not written here.
    pub fn to_form(&self) -> Result<String, ReferralError> {
        crate::json::write_plain(self).map_err(|_| ReferralError::NotAReferral)
    }

    /// Reads what was sealed. What a newer form added anywhere is kept in [`rest`](Self::rest), and a choice that this build
    /// does not know makes nothing else unreadable (LEI-31).
    ///
    /// # Errors
    /// When it is of a newer shape, or no referral. Neither error carries any of the text.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ReferralError> {
        let none = |_| ReferralError::NotAReferral;
        let mut sent: Value = serde_json::from_slice(bytes).map_err(none)?;
        let version = sent.get("version").and_then(Value::as_u64);
        match version.and_then(|version| u16::try_from(version).ok()) {
            Some(found) if found > VERSION => return Err(ReferralError::Newer { found }),
            Some(_) => {}
            None => return Err(ReferralError::NotAReferral),
        }
        let mut kept = Map::new();
        stand_in(&mut sent, &mut kept);
        // By way of bytes, so that a referral is read and written by one code alone.
        let mended = serde_json::to_vec(&sent).map_err(none)?;
        let mut read: Self = crate::json::read(&mended).map_err(none)?;
        let known: Value = serde_json::from_slice(&read.to_bytes()?).map_err(none)?;
        keep_unknown("", &sent, &known, &mut kept);
        read.rest.append(&mut kept);
        Ok(read)
    }

    /// The word of a newer form at a place such as `contact.by`, where this build knows no such choice.
    #[must_use]
    pub fn newer_word(&self, place: &str) -> Option<&str> {
        self.rest.get(&format!("{place}.word"))?.as_str()
    }
}
