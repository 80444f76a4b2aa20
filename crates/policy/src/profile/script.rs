//! The words with which a worker states their role (SPS-11, SPS-12, CAM-15, WES-8).

use serde::{Deserialize, Serialize};

use super::Profile;

/// When the role is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// At the start of a first call or talk.
    FirstCall,
    /// At the start of a meeting with others present.
    Meeting,
    /// With a child or young person on their own.
    YoungPersonAlone,
    /// In an e-mail, a letter or a message.
    Letter,
}

impl Occasion {
    /// All four.
    pub const ALL: [Self; 4] = [Self::FirstCall, Self::Meeting, Self::YoungPersonAlone, Self::Letter];
}

/// For whom the words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reader {
    /// Anybody, in plain words.
    Plain,
    /// A child or young person.
    Young,
    /// Somebody for whom Easy Read is best: one idea to a line.
    EasyRead,
}

impl Reader {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Young, Self::EasyRead];
}

/// One reader's words for each occasion.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Default)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct Script {
    first_call: Vec<&'static str>,
    meeting: Vec<&'static str>,
    young_person_alone: Vec<&'static str>,
    letter: Vec<&'static str>,
}

/// The words of one profile.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Default)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(super) struct Scripts {
    plain: Script,
    young: Script,
    easy_read: Script,
    /// To an agency, before anything else is said (LEI-27).
    pub(super) agency: Vec<&'static str>,
}

impl Scripts {
    fn of(&self, reader: Reader) -> &Script {
        match reader {
            Reader::Plain => &self.plain,
            Reader::Young => &self.young,
            Reader::EasyRead => &self.easy_read,
        }
    }

    pub(super) const fn words_mut(&mut self, occasion: Occasion, reader: Reader) -> &mut Vec<&'static str> {
        let script = match reader {
            Reader::Plain => &mut self.plain,
            Reader::Young => &mut self.young,
            Reader::EasyRead => &mut self.easy_read,
        };
        match occasion {
            Occasion::FirstCall => &mut script.first_call,
            Occasion::Meeting => &mut script.meeting,
            Occasion::YoungPersonAlone => &mut script.young_person_alone,
            Occasion::Letter => &mut script.letter,
        }
    }
}

impl Profile {
    /// The statement as sentences with `{service}` and `{worker}` left open: joined by spaces to be read out, one to a line in Easy Read.
    #[must_use]
    pub fn script(&self, occasion: Occasion, reader: Reader) -> &[&'static str] {
        let script = self.scripts.of(reader);
        match occasion {
            Occasion::FirstCall => &script.first_call,
            Occasion::Meeting => &script.meeting,
            Occasion::YoungPersonAlone => &script.young_person_alone,
            Occasion::Letter => &script.letter,
        }
    }

    /// What an agency is told before anything else: for whom the worker speaks, and that what it says is passed on (LEI-27).
    #[must_use]
    pub fn agency_notice(&self, service: &str, worker: &str) -> Vec<String> {
        filled(&self.scripts.agency, service, worker)
    }

    /// The statement with the names of the service and the worker filled in, a sentence each.
    #[must_use]
    pub fn statement(&self, occasion: Occasion, reader: Reader, service: &str, worker: &str) -> Vec<String> {
        filled(self.script(occasion, reader), service, worker)
    }
}

fn filled(script: &[&'static str], service: &str, worker: &str) -> Vec<String> {
    script
        .iter()
        .map(|sentence| sentence.replace("{service}", service).replace("{worker}", worker))
        .collect()
}
