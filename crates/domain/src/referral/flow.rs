//! Which question comes when: the tracks, the way on and the way back.

use super::answers::{Answers, Field};
use super::choice::{Sure, Who};
use crate::service::ServiceFile;

/// What the form depends on beside its answers.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The service whose form it is.
    pub service: &'a ServiceFile,
    /// Whether its profile lets those who work with families ask (CAM-8).
    pub practitioners_may_ask: bool,
}

/// A track: the questions put to one kind of person, in words for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Track {
    /// Parents and carers.
    Parent,
    /// Young people of 16 to 25 (SPS-3).
    YoungPerson,
    /// Children under 16: fewer pages (SPS-20).
    Child,
    /// Somebody who helps another.
    Helper,
    /// Somebody who works with a family (CAM-8).
    Practitioner,
}

impl Track {
    /// All five.
    pub const ALL: [Self; 5] = [
        Self::Parent,
        Self::YoungPerson,
        Self::Child,
        Self::Helper,
        Self::Practitioner,
    ];

    /// The track of somebody.
    #[must_use]
    pub fn of(who: Who) -> Self {
        match who {
            Who::Parent | Who::Carer => Self::Parent,
            Who::YoungPerson => Self::YoungPerson,
            Who::Child => Self::Child,
            Who::Helper => Self::Helper,
            Who::Practitioner => Self::Practitioner,
        }
    }

    /// Whether the child or young person asks for themself.
    #[must_use]
    pub fn is_own(self) -> bool {
        matches!(self, Self::YoungPerson | Self::Child)
    }
}

/// One page of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Whose telephone or computer this is.
    Device,
    /// Who they are.
    Who,
    /// A stop: families ask for themselves; it can be filled in together.
    Together,
    /// Told to young people: we do not tell your parents.
    Parents,
    /// Whether they live here or the school is here.
    Area,
    /// A stop: who helps elsewhere.
    OutOfArea,
    /// What they want help with.
    HelpWith,
    /// What is happening.
    Story,
    /// What they would like to happen.
    Want,
    /// A date that matters.
    Date,
    /// The child's first name, or what to call them.
    ChildName,
    /// Age or school year.
    Age,
    /// Where the child learns.
    School,
    /// Postcode.
    Postcode,
    /// Whether they know anyone here.
    Knows,
    /// Their name.
    Name,
    /// How to reach them.
    Contact,
    /// What would help them talk.
    Needs,
    /// Whether a record may be kept.
    KeepRecord,
}

/// Where the way leads from a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Onward {
    /// To another question.
    Ask(Question),
    /// To the page where answers are checked.
    Check,
}

impl Question {
    /// Every page of every track.
    pub const ALL: [Self; 19] = [
        Self::Device,
        Self::Who,
        Self::Together,
        Self::Parents,
        Self::Area,
        Self::OutOfArea,
        Self::HelpWith,
        Self::Story,
        Self::Want,
        Self::Date,
        Self::ChildName,
        Self::Age,
        Self::School,
        Self::Postcode,
        Self::Knows,
        Self::Name,
        Self::Contact,
        Self::Needs,
        Self::KeepRecord,
    ];

    /// Whether the journey ends here, with other help in place of a question.
    #[must_use]
    pub fn is_stop(self) -> bool {
        matches!(self, Self::Together | Self::OutOfArea)
    }

    /// The pages that these answers lead through, in order.
    #[must_use]
    pub fn path(answers: &Answers, setting: Setting<'_>) -> Vec<Self> {
        let mut path = vec![Self::Device, Self::Who];
        let Some(track) = answers.track() else {
            return path;
        };
        match track {
            Track::Practitioner if !setting.practitioners_may_ask => {
                path.push(Self::Together);
                return path;
            }
            Track::Child => {
                path.extend([Self::HelpWith, Self::Story, Self::ChildName]);
                path.extend([Self::School, Self::Postcode, Self::Knows]);
                path.extend([Self::Contact, Self::Needs, Self::KeepRecord]);
                return path;
            }
            Track::YoungPerson => path.push(Self::Parents),
            Track::Parent | Track::Helper | Track::Practitioner => {}
        }
        path.push(Self::Area);
        if answers.sure(Field::Area) == Some(Sure::No) {
            path.push(Self::OutOfArea);
            return path;
        }
        path.extend([
            Self::HelpWith,
            Self::Story,
            Self::Want,
            Self::Date,
            Self::ChildName,
            Self::Age,
        ]);
        path.extend([Self::School, Self::Postcode, Self::Knows, Self::Name]);
        path.extend([Self::Contact, Self::Needs, Self::KeepRecord]);
        path
    }

    /// Where the way leads on from here; none from a stop, from a page these answers do not lead to, or where the answer
    /// that decides it is missing.
    #[must_use]
    pub fn next(self, answers: &Answers, setting: Setting<'_>) -> Option<Onward> {
        let path = Self::path(answers, setting);
        let at = path.iter().position(|question| *question == self)?;
        match path.get(at + 1) {
            Some(question) => Some(Onward::Ask(*question)),
            None if self == Self::KeepRecord => Some(Onward::Check),
            None => None,
        }
    }

    /// The page before this one; none before the first, or where these answers do not lead here.
    #[must_use]
    pub fn previous(self, answers: &Answers, setting: Setting<'_>) -> Option<Self> {
        let path = Self::path(answers, setting);
        let at = path.iter().position(|question| *question == self)?;
        path.get(at.checked_sub(1)?).copied()
    }

    /// Where to go after an answer was changed from the check page: to the first question that is still open, else back.
    #[must_use]
    pub fn after_change(answers: &Answers, setting: Setting<'_>) -> Onward {
        let open = |question: &Self| question.is_stop() || !question.validate(answers, setting).is_empty();
        Self::path(answers, setting)
            .into_iter()
            .find(open)
            .map_or(Onward::Check, Onward::Ask)
    }

    /// Whether this page can be shown: these answers lead here and everything before it is answered.
    #[must_use]
    pub fn is_reachable(self, answers: &Answers, setting: Setting<'_>) -> bool {
        let path = Self::path(answers, setting);
        let before: Vec<Self> = path.iter().copied().take_while(|question| *question != self).collect();
        path.contains(&self)
            && before
                .iter()
                .all(|question| question.validate(answers, setting).is_empty())
    }
}
