//! The closed choices of the form, with the words that stand for them in JSON.

use serde::{Deserialize, Serialize};

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// A parent.
    Parent,
    /// Somebody else who brings the child up.
    Carer,
    /// A young person of 16 to 25, in their own right (SPS-3).
    YoungPerson,
    /// A child under 16, in their own right (SPS-20).
    Child,
    /// Somebody who helps another to ask.
    Helper,
    /// Somebody who works with a family, where the profile lets them ask (CAM-8).
    Practitioner,
}

/// Whose telephone or computer the form was filled in on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Device {
    /// Their own.
    Own,
    /// Somebody else's, or a public one.
    Shared,
    /// They are not sure.
    NotSure,
}

/// Yes, no, or not sure: every question that sorts people offers all three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sure {
    /// Yes.
    Yes,
    /// No.
    No,
    /// They are not sure.
    NotSure,
}

/// By what means to reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactBy {
    /// A telephone call.
    Phone,
    /// A text message.
    Text,
    /// E-mail.
    Email,
    /// A letter.
    Post,
    /// Through somebody they trust.
    Trusted,
}

/// A choice that is written as one word, and read back from it.
trait Word: Sized + Copy + 'static {
    const ALL: &'static [(&'static str, Self)];
}

macro_rules! words {
    ($name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl Word for $name {
            const ALL: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];
        }

        impl $name {
            /// The word that stands for it in the form and in JSON.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            /// The choice that a word stands for.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                <Self as Word>::ALL.iter().find(|(known, _)| *known == word).map(|(_, choice)| *choice)
            }
        }
    };
}

words!(Who { Parent = "parent", Carer = "carer", YoungPerson = "young_person", Child = "child", Helper = "helper", Practitioner = "practitioner" });
words!(Device { Own = "own", Shared = "shared", NotSure = "not_sure" });
words!(Sure { Yes = "yes", No = "no", NotSure = "not_sure" });
words!(ContactBy { Phone = "phone", Text = "text", Email = "email", Post = "post", Trusted = "trusted" });

macro_rules! listed {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $word:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(from = "String", into = "String")]
        pub enum $name {
            $($(#[$of])* $variant,)+
            /// A choice that only a later form lists, as its word.
            Later(String),
        }

        impl $name {
            /// Every choice with its word and its label, in the order in which they are offered.
            pub const LISTED: &'static [(&'static str, &'static str)] = &[$(($word, $label)),+];

            /// The word that stands for it in the form and in JSON.
            #[must_use]
            pub fn word(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Later(word) => word,
                }
            }

            /// What a person reads; for a choice of a later form, its word.
            #[must_use]
            pub fn label(&self) -> &str {
                match self {
                    $(Self::$variant => $label,)+
                    Self::Later(word) => word,
                }
            }
        }

        impl From<String> for $name {
            fn from(word: String) -> Self {
                match word.as_str() {
                    $($word => Self::$variant,)+
                    _ => Self::Later(word),
                }
            }
        }

        impl From<$name> for String {
            fn from(choice: $name) -> Self {
                choice.word().to_owned()
            }
        }
    };
}

listed!(
    /// Something that people want help with.
    Topic {
        /// Help in lessons, at play, at school as a whole.
        School = "help_at_school", "Help at school";
        /// Asking for a plan, or what a plan says.
        Plan = "plan", "An education, health and care plan (EHC plan)";
        /// The yearly look at a plan.
        Review = "review", "A review of a plan";
        /// Suspension, exclusion, being fetched early.
        SentHome = "sent_home", "Being sent home or excluded";
        /// Not able to go in.
        Attendance = "attendance", "Not being able to go to school";
        /// Getting a place, or getting there.
        Place = "place", "A school place or transport";
        /// Therapy, nursing and care.
        Health = "health", "Speech therapy, health or care";
        /// An appeal, mediation, a complaint.
        Decision = "decision", "A decision I do not agree with";
        /// Getting ready for a meeting, or company in it.
        Meeting = "meeting", "A meeting";
        /// They are not sure.
        NotSure = "not_sure", "I am not sure";
        /// Told in their own words.
        SomethingElse = "something_else", "Something else";
    }
);

listed!(
    /// Something that would help a person talk with the service (WES-1).
    Need {
        /// An interpreter; the language is told.
        Interpreter = "interpreter", "An interpreter";
        /// Letters in another language; the language is told.
        Reading = "reading", "To read in another language";
        /// British Sign Language.
        Bsl = "bsl", "British Sign Language (BSL)";
        /// Relay UK.
        Relay = "relay", "Relay UK";
        /// Easy Read.
        EasyRead = "easy_read", "Easy Read";
        /// Large print.
        LargePrint = "large_print", "Large print";
        /// A quiet place.
        Quiet = "quiet", "A quiet place";
        /// No steps.
        StepFree = "step_free", "A place with no steps";
        /// Company.
        Someone = "someone", "Someone with me";
        /// Told in their own words.
        SomethingElse = "something_else", "Something else";
    }
);
