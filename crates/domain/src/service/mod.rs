//! `service.json`: all that a service edits to make the software its own. Read here, with a fault that names the field.

mod entry;
mod fault;
mod read;

use serde::Serialize;

pub use self::entry::{Accent, Arrangement, Called, Chair, Contacts, Hours, Inbox, OtherHelp, PolicyDates};
pub use self::fault::{ServiceFileError, Want};
use crate::date::Day;
use crate::profile::ProfileId;
use crate::school::{School, folded, like};

/// The newest layout of `service.json` that this build reads.
pub const FORMAT: u64 = 1;

/// What a service says of itself, as its `service.json` has it.
///
/// Text is plain: it is shown, never taken for markup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServiceFile {
    /// The layout of the file; [`FORMAT`].
    pub format: u64,
    /// What the service is called (STA-5).
    pub name: String,
    /// One line under its name; may be empty (STA-5).
    pub strapline: String,
    /// One or two sentences on what it does.
    pub what_we_do: String,
    /// Which of the four tested colour sets it wears.
    pub accent: Accent,
    /// A picture beside the page, as a file name; none shows the name alone (STA-5).
    pub logo: Option<String>,
    /// Which of the five policies it works under.
    pub profile: ProfileId,
    /// The place whose families it helps, as people say it.
    pub area: String,
    /// Whether it is part of the authority or runs under a host (SPS-4, LEI-1).
    pub arrangement: Arrangement,
    /// Who pays for it (LEI-1, WES-17).
    pub funder: String,
    /// The host, where it has one (LEI-1).
    pub host: Option<String>,
    /// How to reach it (CAM-1, CAM-4).
    pub contacts: Contacts,
    /// When somebody answers (CAM-4).
    pub hours: Vec<Hours>,
    /// The first day it is open again, where it is closed for a while.
    pub closed_until: Option<Day>,
    /// In how many working days it replies; from 1 to 60.
    pub reply_working_days: u32,
    /// How long records are kept, in a sentence or two (LEI-28).
    pub retention: String,
    /// The languages of the public page, as codes such as `en`; never empty (WES-1).
    pub languages: Vec<String>,
    /// When the impartiality policy was looked at, and when it will be (LEI-35).
    pub policy: PolicyDates,
    /// What the service changed in the policy that it copied, a sentence each, as families read it (CAM-10).
    pub changed_rules: Vec<String>,
    /// What it calls its group and who chairs it, where not as its policy does (CAM-10).
    pub called: Called,
    /// The Chair of its group, where it names one (SPS-19).
    pub chair: Option<Chair>,
    /// The key that answers are sealed to. Without one the page says how to reach the service instead.
    pub inbox: Option<Inbox>,
    /// The key for those who know somebody here.
    pub second_inbox: Option<Inbox>,
    /// The settings of the area, so that a name can be tied to its number.
    pub schools: Vec<School>,
    /// Services next door, for families who live elsewhere.
    pub neighbours: Vec<OtherHelp>,
    /// Help for families anywhere.
    pub national: Vec<OtherHelp>,
}

impl ServiceFile {
    /// Reads the text of a `service.json`.
    ///
    /// Fields it does not know are passed over, so that a newer file still serves an older page.
    ///
    /// # Errors
    /// When the text is not JSON, is of a newer layout, or a field is missing or not of its kind. The error names the field.
    pub fn parse(text: &str) -> Result<Self, ServiceFileError> {
        read::service(text)
    }

    /// Whether answers can be sealed and sent at all.
    #[must_use]
    pub fn can_receive(&self) -> bool {
        self.inbox.is_some()
    }

    /// The inbox for somebody who does, or does not, know somebody at the service.
    ///
    /// The second inbox where they do and the service has one; else the first; none where it has none.
    #[must_use]
    pub fn inbox_for(&self, knows_somebody: bool) -> Option<&Inbox> {
        let second = self.second_inbox.as_ref().filter(|_| knows_somebody);
        second.or(self.inbox.as_ref())
    }

    /// The schools whose name holds every word of what was typed, in the file's order; at most `most` of them.
    #[must_use]
    pub fn schools_like(&self, typed: &str, most: usize) -> Vec<&School> {
        like(&self.schools, |school| &school.name, typed, most)
    }

    /// The one school of the area that bears just this name, letter case and stops aside.
    #[must_use]
    pub fn school_named(&self, typed: &str) -> Option<&School> {
        let wanted = folded(typed);
        let mut same = self.schools.iter().filter(|school| folded(&school.name) == wanted);
        same.next().filter(|_| same.next().is_none())
    }

    /// The day by which a reply is promised to what is sent on `sent_on`, weekends left out.
    #[must_use]
    pub fn reply_by(&self, sent_on: Day) -> Day {
        let from = self.closed_until.filter(|open| *open > sent_on).unwrap_or(sent_on);
        from.plus_working_days(self.reply_working_days)
    }
}

#[cfg(test)]
mod tests;
