//! What stands in the boxes of the form, as it was typed or chosen.

use super::choice::{ContactBy, Device, Sure, Who};
use super::flow::Track;
use super::typed::newlines;

/// One box, or one set of boxes, of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each names the box that the question of the same name shows")]
pub enum Field {
    Device,
    Who,
    Carer,
    Area,
    HelpWith,
    HelpElse,
    Story,
    Want,
    DateHas,
    DateWhat,
    DateDay,
    DateMonth,
    DateYear,
    DateRough,
    ChildName,
    ChildNameKept,
    Age,
    SchoolYear,
    AgeKept,
    School,
    SchoolName,
    SchoolUrn,
    Postcode,
    Knows,
    KnowsWho,
    Name,
    NameKept,
    WorksAt,
    ContactBy,
    Phone,
    TextNumber,
    Email,
    Address,
    Trusted,
    SafeMessage,
    Times,
    Needs,
    Interpreter,
    Reading,
    NeedsElse,
    KeepRecord,
}

impl Field {
    /// A name for it that is unique on a page, in lower-case words and hyphens; it says nothing of the answer.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Who => "who",
            Self::Carer => "carer",
            Self::Area => "area",
            Self::HelpWith => "help-with",
            Self::HelpElse => "help-else",
            Self::Story => "story",
            Self::Want => "want",
            Self::DateHas => "date-has",
            Self::DateWhat => "date-what",
            Self::DateDay => "date-day",
            Self::DateMonth => "date-month",
            Self::DateYear => "date-year",
            Self::DateRough => "date-rough",
            Self::ChildName => "child-name",
            Self::ChildNameKept => "child-name-kept",
            Self::Age => "age",
            Self::SchoolYear => "school-year",
            Self::AgeKept => "age-kept",
            Self::School => "school",
            Self::SchoolName => "school-name",
            Self::SchoolUrn => "school-urn",
            Self::Postcode => "postcode",
            Self::Knows => "knows",
            Self::KnowsWho => "knows-who",
            Self::Name => "name",
            Self::NameKept => "name-kept",
            Self::WorksAt => "works-at",
            Self::ContactBy => "contact-by",
            Self::Phone => "phone",
            Self::TextNumber => "text-number",
            Self::Email => "email",
            Self::Address => "address",
            Self::Trusted => "trusted",
            Self::SafeMessage => "safe-message",
            Self::Times => "times",
            Self::Needs => "needs",
            Self::Interpreter => "interpreter",
            Self::Reading => "reading",
            Self::NeedsElse => "needs-else",
            Self::KeepRecord => "keep-record",
        }
    }
}

/// Everything typed or chosen so far. It lives in memory alone, and goes when the page does.
///
/// It has no `Debug`, so that no answer can reach a log. It is a list in the order of the fields: of so few, a map finds none sooner, and
/// its code would be loaded by every telephone.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Answers(Vec<(Field, Vec<String>)>);

impl Answers {
    /// What a box holds; empty when nothing.
    #[must_use]
    pub fn one(&self, field: Field) -> &str {
        self.many(field).first().map_or("", String::as_str)
    }

    /// All that was ticked of a set of boxes, in the order of ticking.
    #[must_use]
    pub fn many(&self, field: Field) -> &[String] {
        let held = self.0.iter().find(|(held, _)| *held == field);
        held.map_or(&[], |(_, words)| words.as_slice())
    }

    /// Whether that word was chosen or ticked.
    #[must_use]
    pub fn has(&self, field: Field, word: &str) -> bool {
        self.many(field).iter().any(|chosen| chosen == word)
    }

    /// Puts a text or a choice into a box, by the newline rule; an empty one empties it.
    pub fn set(&mut self, field: Field, text: &str) {
        let text = newlines(text);
        self.set_many(field, if text.is_empty() { Vec::new() } else { vec![text] });
    }

    /// Ticks just these of a set of boxes.
    pub fn set_many(&mut self, field: Field, words: Vec<String>) {
        self.0.retain(|(held, _)| *held != field);
        if !words.is_empty() {
            let at = self.0.iter().take_while(|(held, _)| *held < field).count();
            self.0.insert(at, (field, words));
        }
    }

    /// Whether nothing has been answered yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Who asks; none until they have said.
    #[must_use]
    pub fn who(&self) -> Option<Who> {
        match Who::from_word(self.one(Field::Who))? {
            Who::Parent if self.has(Field::Carer, "yes") => Some(Who::Carer),
            who => Some(who),
        }
    }

    /// Which track of questions they are on; none until they have said who they are.
    #[must_use]
    pub fn track(&self) -> Option<Track> {
        self.who().map(Track::of)
    }

    /// Whose device it is; none until they have said.
    #[must_use]
    pub fn device(&self) -> Option<Device> {
        Device::from_word(self.one(Field::Device))
    }

    /// Yes, no or not sure, for the questions that are answered so.
    #[must_use]
    pub fn sure(&self, field: Field) -> Option<Sure> {
        Sure::from_word(self.one(field))
    }

    /// By what means to reach them; none until they have said.
    #[must_use]
    pub fn contact_by(&self) -> Option<ContactBy> {
        ContactBy::from_word(self.one(Field::ContactBy))
    }
}
