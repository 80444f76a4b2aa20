//! The people who work for the service, and what they may hold.

use serde::{Deserialize, Serialize};

use crate::ids::WorkerId;

/// What somebody is in the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs the service: holds the inbox and the interests register, allocates cases.
    Manager,
    /// Employed to give information, advice and support.
    Officer,
    /// Gives their time; trained, supervised, and offered cases outside their own area (SPS-16).
    Volunteer,
}

/// Somebody with a sign-in on this device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worker {
    /// Who.
    pub id: WorkerId,
    /// The name colleagues and families use.
    pub name: String,
    /// What they are in the service.
    pub role: Role,
    /// The postcode district they live in, where they gave one (SPS-16).
    #[serde(default)]
    pub home_district: Option<String>,
    /// Their own telephone, where given: it finds a family that is their own.
    #[serde(default)]
    pub phone: Option<String>,
    /// Their own e-mail address, where given.
    #[serde(default)]
    pub email: Option<String>,
}
