//! The words of the form: headings, captions, and why each question is asked. Reading age nine to eleven.

use super::flow::{Question, Setting, Track};

impl Question {
    /// The heading of the page, which is the question itself.
    #[must_use]
    pub fn heading(self, track: Option<Track>, setting: Setting<'_>) -> String {
        let own = track.is_some_and(Track::is_own);
        let child = track == Some(Track::Child);
        match self {
            Self::Device => "Whose phone or computer is this?",
            Self::Who => "Who are you?",
            Self::Together => "Families ask us for help themselves",
            Self::Parents => "Will you tell my parents?",
            Self::Area if own => {
                return format!(
                    "Do you live in {}, or is your school or college there?",
                    setting.service.area
                );
            }
            Self::Area => return format!("Do you live in {}, or is the school there?", setting.service.area),
            Self::OutOfArea => "Another service can help you",
            Self::HelpWith => "What do you want help with?",
            Self::Story if child => "Tell us what is happening",
            Self::Story => "Tell us a bit more",
            Self::Want => "What would you like to happen?",
            Self::Date => "Is there a date we need to know about?",
            Self::ChildName if own => "What should we call you?",
            Self::ChildName => "What is the child's first name?",
            Self::Age if own => "How old are you?",
            Self::Age => "How old are they?",
            Self::School if own => "Which school, nursery or college do you go to?",
            Self::School => "Which school, nursery or college?",
            Self::Postcode => "What is your postcode?",
            Self::Knows => "Do you know anyone who works or volunteers here?",
            Self::Name => "What is your name?",
            Self::Contact => "How should we contact you?",
            Self::Needs => "What would help you talk with us?",
            Self::KeepRecord => "Can we keep your details?",
        }
        .to_owned()
    }

    /// The question for the title of the tab, which the browser's history keeps: the same for everybody, whoever asks.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Device => "Whose phone or computer is this?",
            Self::Who => "Who are you?",
            Self::Together => "Families and people who work with them",
            Self::Parents => "Your privacy",
            Self::Area => "Where you live",
            Self::OutOfArea => "Other services",
            Self::HelpWith => "What do you want help with?",
            Self::Story => "Tell us a bit more",
            Self::Want => "What would you like to happen?",
            Self::Date => "Is there a date we need to know about?",
            Self::ChildName => "First name",
            Self::Age => "Age",
            Self::School => "School, nursery or college",
            Self::Postcode => "What is your postcode?",
            Self::Knows => "Do you know anyone who works or volunteers here?",
            Self::Name => "What is your name?",
            Self::Contact => "How should we contact you?",
            Self::Needs => "What would help you talk with us?",
            Self::KeepRecord => "Can we keep your details?",
        }
    }

    /// The line above the heading: which part of the form this is.
    #[must_use]
    pub fn caption(self, track: Option<Track>) -> &'static str {
        match self {
            Self::Device | Self::Who | Self::Together | Self::Area | Self::OutOfArea => "Before we begin",
            Self::Parents => "You come first",
            Self::HelpWith | Self::Story | Self::Want | Self::Date => "What you need",
            Self::ChildName | Self::Age | Self::School if track.is_some_and(Track::is_own) => "About you",
            Self::ChildName | Self::Age | Self::School => "About the child",
            Self::Postcode | Self::Knows => "So that we are fair",
            Self::Name | Self::Contact | Self::Needs => "About you",
            Self::KeepRecord => "Your choice",
        }
    }

    /// Whether the question as a whole may be passed over.
    #[must_use]
    pub fn is_optional(self, track: Option<Track>) -> bool {
        match self {
            Self::Want | Self::Postcode | Self::Needs => true,
            Self::Story => track != Some(Track::Child),
            _ => false,
        }
    }

    /// Why it is asked, in a line below the heading; may be empty.
    #[must_use]
    pub fn why(self, track: Option<Track>, setting: Setting<'_>) -> String {
        let own = track.is_some_and(Track::is_own);
        match self {
            Self::Device => "So we can help you keep your answers private.",
            Self::Who => "So we can ask the right questions.",
            Self::Area => return format!("We can only help families in {}.", setting.service.area),
            Self::HelpWith => "Choose all that apply.",
            Self::Story => "You do not have to tell us everything now.",
            Self::Want => "We will help you work towards what you want. We will not decide for you.",
            Self::Date => "Some things, like an appeal, have a time limit.",
            Self::ChildName if own => "A nickname is fine.",
            Self::ChildName => "A nickname or a first letter is fine.",
            Self::Age => "You can give an age or a school year. We do not need a date of birth.",
            Self::School if own => "We ask so that nobody who works or helps at your school deals with you.",
            Self::School => "We ask so that nobody who works or helps at that school deals with you.",
            Self::Postcode => "We ask so that a helper who lives near you does not deal with you.",
            Self::Knows => "If you do, someone else will help you.",
            Self::Name => "Any name you use is fine.",
            Self::Contact => "We only use this to reply to you.",
            Self::Needs => "Choose all that apply. We will try to have this ready.",
            Self::KeepRecord => "The council cannot see our records. You can ask to see yours at any time.",
            Self::Together | Self::Parents | Self::OutOfArea => "",
        }
        .to_owned()
    }
}
