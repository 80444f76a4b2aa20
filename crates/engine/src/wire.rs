//! How an event is written before it is sealed, and read after it was opened.

use evenhand_domain::date::Day;
use evenhand_domain::event::Event;
use evenhand_domain::json;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The version that this code writes.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Written<'a> {
    v: u32,
    on: Day,
    event: &'a Event,
}

#[derive(Deserialize)]
struct Version {
    v: u32,
}

#[derive(Deserialize)]
struct Read {
    v: u32,
    on: Day,
    event: Event,
}

/// An opened event that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(crate) enum WireError {
    /// A newer version of the software wrote it.
    #[error("this record was written by a newer version")]
    Newer,
    /// It is not an event.
    #[error("this record cannot be read: {0}")]
    Unreadable(String),
}

/// An event as bytes to be sealed.
pub(crate) fn write(on: Day, event: &Event) -> Result<Vec<u8>, WireError> {
    serde_json::to_vec(&Written { v: VERSION, on, event }).map_err(|error| WireError::Unreadable(error.to_string()))
}

/// The event that opened bytes hold, with the day it was done on.
pub(crate) fn read(bytes: &[u8]) -> Result<(Day, Event), WireError> {
    match json::read::<Read>(bytes) {
        Ok(read) if read.v <= VERSION => Ok((read.on, read.event)),
        Ok(_) => Err(WireError::Newer),
        // What cannot be read may have been written by a newer version. This is asked last, for nearly every event can be read.
        Err(error) => match json::read::<Version>(bytes) {
            Ok(version) if version.v > VERSION => Err(WireError::Newer),
            _ => Err(WireError::Unreadable(error.to_string())),
        },
    }
}
