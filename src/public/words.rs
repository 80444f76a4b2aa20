//! What the public page says, beside the questions of the form. Reading age nine to eleven: short sentences, one idea each.
//!
//! `{service}`, `{area}` and `{funder}` are filled in by [`fill`].

pub(super) mod asking;
pub(super) mod home;
pub(super) mod leaving;
pub(super) mod sending;

#[cfg(test)]
mod reading_age;
#[cfg(test)]
mod syllables;

use evenhand_domain::service::ServiceFile;

/// Puts the service's own names into a text.
pub(super) fn fill(text: &str, service: &ServiceFile) -> String {
    text.replace("{service}", &service.name)
        .replace("{area}", &service.area)
        .replace("{funder}", &service.funder)
}
