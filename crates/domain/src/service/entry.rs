//! The parts of a [`ServiceFile`](super::ServiceFile).

use serde::Serialize;

use crate::date::Day;

/// A colour set whose contrast was tested; a service picks by name, never by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Accent {
    /// Deep green-blue.
    Petrol,
    /// Plum.
    Plum,
    /// Moss green.
    Moss,
    /// Clay.
    Clay,
}

impl Accent {
    /// All four with the word that names them.
    pub const ALL: [(&'static str, Self); 4] = [
        ("petrol", Self::Petrol),
        ("plum", Self::Plum),
        ("moss", Self::Moss),
        ("clay", Self::Clay),
    ];

    /// The word that names it, in `service.json` and in the style sheets.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, accent)| *accent == self)
            .map_or("petrol", |(word, _)| word)
    }
}

/// How the service stands to the authority (SPS-4, LEI-1, CAM-27).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Arrangement {
    /// Part of the authority, at arm's length.
    InHouse,
    /// Run by a host outside the authority.
    Hosted,
}

/// How to reach the service. A telephone number or an e-mail address is always there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contacts {
    /// Telephone, as it is to be shown.
    pub phone: Option<String>,
    /// A number for text messages.
    pub text: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Postal address, a line an entry; may be empty.
    pub address: Vec<String>,
}

/// When somebody answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hours {
    /// Which days, in words.
    pub days: String,
    /// From when to when, in words.
    pub open: String,
}

/// When the impartiality policy was reviewed (LEI-35, CAM-24).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PolicyDates {
    /// The last review.
    pub last_review: Day,
    /// When the next is due.
    pub next_review: Day,
}

/// What the service calls its group and who chairs it, where its policy calls them otherwise (CAM-10).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Called {
    /// The body that oversees the service.
    pub group: Option<String>,
    /// Who chairs it.
    pub chair: Option<String>,
}

/// Who hears a challenge before any complaint (SPS-19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chair {
    /// Name or office.
    pub name: String,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Postal address, a line an entry; may be empty.
    pub address: Vec<String>,
    /// The Chair's public key as text; without it the form is closed and the page shows the other ways.
    pub key: Option<String>,
}

/// An inbox that answers are sealed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Inbox {
    /// The public key as text. Whether it is one is found out by the vault, not here.
    pub key: String,
    /// Where the locked answers go by e-mail; the service's own address where there is none.
    pub email: Option<String>,
    /// Who opens this inbox, in words for the public page; may be empty.
    pub opened_by: String,
}

/// Help from somebody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OtherHelp {
    /// Its name.
    pub name: String,
    /// For whom, in a few words; may be empty.
    pub about: String,
    /// Telephone.
    pub phone: Option<String>,
    /// Web address; always begins with `https://`.
    pub web: Option<String>,
}
