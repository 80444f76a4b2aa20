//! Element ids, made in one place so that label, hint and error cannot come apart.

use std::sync::atomic::{AtomicU32, Ordering};

static NEXT: AtomicU32 = AtomicU32::new(1);

/// The identity of one form field on the page.
///
/// A page that shows an error summary makes one for each field and hands it to both the field and the
/// [`Problem`](super::Problem). Elsewhere the field makes its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FieldId(Name);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Name {
    Named(&'static str),
    Counted(u32),
}

impl FieldId {
    /// A fresh identity.
    #[must_use]
    #[allow(
        clippy::new_without_default,
        reason = "two defaults would differ, which Default does not lead one to expect"
    )]
    pub fn new() -> Self {
        Self(Name::Counted(NEXT.fetch_add(1, Ordering::Relaxed)))
    }

    /// An identity with a name, for constants; the name is unique on its page and made of lower-case words and hyphens.
    #[must_use]
    pub const fn named(name: &'static str) -> Self {
        Self(Name::Named(name))
    }

    /// The id of the control that takes the focus: the input, the first radio, the day of a date.
    #[must_use]
    pub fn control(self) -> String {
        match self.0 {
            Name::Named(name) => format!("field-{name}"),
            Name::Counted(number) => format!("field-{number}"),
        }
    }

    /// The id of the hint.
    #[must_use]
    pub fn hint(self) -> String {
        self.part("hint")
    }

    /// The id of the error message.
    #[must_use]
    pub fn error(self) -> String {
        self.part("error")
    }

    /// The id of another part of the field.
    #[must_use]
    pub fn part(self, part: &str) -> String {
        format!("{}-{part}", self.control())
    }

    /// The id of a choice, counted from nought; the first one is the control itself.
    #[must_use]
    pub fn choice(self, index: usize) -> String {
        if index == 0 {
            self.control()
        } else {
            self.part(&(index + 1).to_string())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FieldId;

    #[test]
    fn ids_of_one_field_share_a_stem_and_differ_from_those_of_another() {
        let name = FieldId::named("name");
        assert_eq!(name.control(), "field-name");
        assert_eq!(name.hint(), "field-name-hint");
        assert_eq!(name.choice(0), name.control());
        assert_eq!(name.choice(1), "field-name-2");
        assert_ne!(FieldId::new(), FieldId::new());
    }
}
