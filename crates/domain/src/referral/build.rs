//! From what stands in the boxes to what is sent.

use serde_json::Map;

use super::answers::{Answers, Field};
use super::ask::school_of;
use super::choice::{ContactBy, Device, Need, Topic, Who};
use super::flow::{Onward, Question, Setting, Track};
use super::typed::{self, Boxes};
use super::{Child, Contact, Help, KeyDate, Knows, Needs, Person, Referral, SchoolAnswer, VERSION};
use crate::date::Day;

impl Answers {
    /// The referral that these answers make on `today`, read in `language`.
    ///
    /// Only what was asked and could be seen goes in. None while a question on the way is still open.
    #[must_use]
    pub fn referral(&self, setting: Setting<'_>, today: Day, language: &str) -> Option<Referral> {
        if Question::after_change(self, setting) != Onward::Check {
            return None;
        }
        let asked = Asked {
            answers: self,
            fields: Question::in_play(self, setting),
        };
        Some(Referral {
            version: VERSION,
            who: self.who()?,
            device: self.device().unwrap_or(Device::NotSure),
            area: asked.one(Field::Area).and_then(super::Sure::from_word),
            help: asked.help(),
            story: asked.text(Field::Story),
            want: asked.text(Field::Want),
            date: asked.date(),
            child: asked.child(setting),
            postcode: asked.text(Field::Postcode),
            knows: asked.knows(),
            person: asked.person(),
            contact: asked.contact()?,
            needs: asked.needs(),
            keep_record: asked.has(Field::KeepRecord, "yes"),
            language: language.to_owned(),
            sent_on: Some(today),
            rest: Map::new(),
        })
    }

    /// Whether these answers go to the second inbox, where the service has one. It is what the referral will say of itself, so
    /// that the page names the right inbox before anything is locked.
    #[must_use]
    pub fn knows_somebody(&self, setting: Setting<'_>) -> bool {
        let asked = Asked {
            answers: self,
            fields: Question::in_play(self, setting),
        };
        asked.knows().somebody()
    }
}

/// The answers to what was asked, and to nothing else.
struct Asked<'a> {
    answers: &'a Answers,
    fields: Vec<Field>,
}

impl Asked<'_> {
    fn one(&self, field: Field) -> Option<&str> {
        self.fields.contains(&field).then(|| self.answers.one(field))
    }

    fn text(&self, field: Field) -> String {
        self.one(field).unwrap_or_default().to_owned()
    }

    /// A text, unless the person ticked that they would rather not say.
    fn text_unless(&self, field: Field, kept: Field) -> String {
        if self.has(kept, "yes") {
            String::new()
        } else {
            self.text(field)
        }
    }

    fn has(&self, field: Field, word: &str) -> bool {
        self.fields.contains(&field) && self.answers.has(field, word)
    }

    /// The ticked words of a list, in the form's order.
    fn listed<T: From<String>>(&self, field: Field, list: &[(&str, &str)]) -> Vec<T> {
        let ticked = list.iter().filter(|(word, _)| self.has(field, word));
        ticked.map(|(word, _)| T::from((*word).to_owned())).collect()
    }

    fn knows(&self) -> Knows {
        Knows {
            answer: self.one(Field::Knows).and_then(super::Sure::from_word),
            words: self.text(Field::KnowsWho),
        }
    }

    fn help(&self) -> Help {
        Help {
            topics: self.listed(Field::HelpWith, Topic::LISTED),
            something_else: self.text(Field::HelpElse),
        }
    }

    fn date(&self) -> KeyDate {
        let [day, month, year] = [Field::DateDay, Field::DateMonth, Field::DateYear].map(|field| self.text(field));
        let rough = self.text(Field::DateRough);
        let (day, rough) = match typed::boxes(&day, &month, &year) {
            Boxes::Day(day) => (Some(day), rough),
            Boxes::Rough(guess) if rough.trim().is_empty() => (None, guess),
            Boxes::Rough(guess) => (None, format!("{guess}, {rough}")),
            Boxes::Empty | Boxes::NotADate => (None, rough),
        };
        KeyDate {
            has: self.one(Field::DateHas).and_then(super::Sure::from_word),
            what: self.text(Field::DateWhat),
            day,
            rough,
        }
    }

    fn child(&self, setting: Setting<'_>) -> Child {
        let kept = self.has(Field::AgeKept, "yes");
        Child {
            first_name: self.text_unless(Field::ChildName, Field::ChildNameKept),
            age: self.one(Field::Age).filter(|_| !kept).and_then(typed::age),
            school_year: self.text_unless(Field::SchoolYear, Field::AgeKept),
            school: match self.one(Field::School) {
                Some("named") => SchoolAnswer::Named(school_of(self.answers, setting)),
                Some("none") => SchoolAnswer::None,
                Some("home") => SchoolAnswer::Home,
                _ => SchoolAnswer::NotSaid,
            },
        }
    }

    /// A child is asked for one name; it is theirs as the person who asks, too.
    fn person(&self) -> Person {
        let name = if self.answers.track() == Some(Track::Child) {
            self.text_unless(Field::ChildName, Field::ChildNameKept)
        } else {
            self.text_unless(Field::Name, Field::NameKept)
        };
        Person {
            name,
            works_at: if self.answers.who() == Some(Who::Practitioner) {
                self.text(Field::WorksAt)
            } else {
                String::new()
            },
        }
    }

    fn contact(&self) -> Option<Contact> {
        let by = self.answers.contact_by()?;
        let value = match by {
            ContactBy::Phone => Field::Phone,
            ContactBy::Text => Field::TextNumber,
            ContactBy::Email => Field::Email,
            ContactBy::Post => Field::Address,
            ContactBy::Trusted => Field::Trusted,
        };
        Some(Contact {
            by,
            value: self.text(value),
            safe_message: self.has(Field::SafeMessage, "yes"),
            times: self.text(Field::Times),
        })
    }

    fn needs(&self) -> Needs {
        Needs {
            list: self.listed(Field::Needs, Need::LISTED),
            interpreter: self.text(Field::Interpreter),
            reading: self.text(Field::Reading),
            something_else: self.text(Field::NeedsElse),
        }
    }
}
