//! What can be wrong with a `service.json`, said so that whoever edits it can mend it.

use std::fmt;

use thiserror::Error;

/// Why a `service.json` was refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ServiceFileError {
    /// The text is not JSON.
    #[error(
        "service.json is not JSON: look at line {line}, column {column}. A comma or a quotation mark is often missing there."
    )]
    NotJson {
        /// The line of the fault, counted from one.
        line: usize,
        /// Its column, counted from one.
        column: usize,
    },
    /// A later release wrote it.
    #[error(
        "service.json has format {found}, and this page reads format {known}. Load the newest release of the page."
    )]
    Newer {
        /// The format that the file names.
        found: u64,
        /// The newest format that this build reads.
        known: u64,
    },
    /// A field that must be there is not.
    #[error("service.json: the field \"{field}\" is missing. Give {want}.")]
    Missing {
        /// The path of the field, for example `contacts.phone` or `hours[1].days`.
        field: String,
        /// What belongs there.
        want: Want,
    },
    /// A field holds something else than it may.
    #[error("service.json: the field \"{field}\" is not as it must be. Give {want}.")]
    Unfit {
        /// The path of the field, for example `contacts.phone` or `hours[1].days`.
        field: String,
        /// What belongs there.
        want: Want,
    },
}

impl ServiceFileError {
    /// The path of the field at fault, where it is one field.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Missing { field, .. } | Self::Unfit { field, .. } => Some(field),
            Self::NotJson { .. } | Self::Newer { .. } => None,
        }
    }
}

/// What belongs in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// A text that is not empty.
    Text,
    /// A text, or null.
    TextOrNull,
    /// A group of fields in braces.
    Group,
    /// A list in brackets.
    List,
    /// A list with something in it.
    FullList,
    /// A day such as 2026-11-23.
    Day,
    /// A whole number within bounds.
    Number {
        /// The least.
        least: u64,
        /// The most.
        most: u64,
    },
    /// One word of a closed list.
    OneOf(&'static str),
    /// A telephone number or an e-mail address.
    PhoneOrEmail,
    /// A web address.
    WebAddress,
    /// The name of a file beside the page.
    FileName,
    /// A day that does not come before the last review.
    LaterReview,
}

impl fmt::Display for Want {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str("a text in quotation marks"),
            Self::TextOrNull => f.write_str("a text in quotation marks, or null"),
            Self::Group => f.write_str("a group of fields in braces { }"),
            Self::List => f.write_str("a list in brackets [ ]"),
            Self::FullList => f.write_str("a list in brackets [ ] with at least one entry"),
            Self::Day => f.write_str("a day written year-month-day, for example \"2026-11-23\""),
            Self::Number { least, most } => write!(f, "a whole number from {least} to {most}, without quotation marks"),
            Self::OneOf(words) => write!(f, "one of these: {words}"),
            Self::PhoneOrEmail => f.write_str("at least a phone or an email"),
            Self::WebAddress => f.write_str("a web address that begins with https://"),
            Self::FileName => f.write_str("the name of a picture file beside the page, for example \"logo.svg\""),
            Self::LaterReview => f.write_str("a day that does not come before last_review"),
        }
    }
}
