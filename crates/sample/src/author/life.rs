//! A case from its first contact to its end: short for measuring, at full length to be looked at.

use evenhand_domain::case::close::FeedbackWay;
use evenhand_domain::case::contact::{ContactWay, Place};
use evenhand_domain::case::party::WordsKind;

use super::Author;
use crate::people::{HAZEL, IMRAN};
use crate::told::{Talk, What};
use crate::twist::Twist;

/// A contact's facts: of the story those that are next, and around them what may come between, each as seldom as there are enough.
fn facts(story: &[String], between: &[String], count: usize, step: usize) -> String {
    let own = match step {
        0 => story.get(..3),
        _ => story.get(2 * step + 1..(2 * step + 3).min(story.len())),
    };
    let own = own.unwrap_or_default();
    let besides = between.iter().cycle().skip(4 * step).take(count - own.len());
    let all: Vec<&str> = own.iter().chain(besides).map(String::as_str).collect();
    all.join(" ")
}

/// What is left to do where a story has no task of its own any more.
const ASK_AGAIN: &str = "Ring {parent} and ask how things are";

impl Author<'_> {
    /// A contact in words: some facts, what they said, and most times what the worker thinks.
    fn talk(&mut self, way: ContactWay, first: bool) -> Talk {
        let told = &self.library.matters[self.sheet.matter];
        // A story goes on from contact to contact: what comes first is not said again at its end.
        let step = self.talks;
        let later = step > 2;
        self.talks += 1;
        let draw = &mut self.draw;
        let count = if draw.in_hundred(55) { 4 } else { 5 };
        // It takes as much of the stream as a choice, so that what is drawn after it stays.
        let _ = draw.some_of_step(&told.facts, count, step);
        let facts = facts(&told.facts, &self.library.between, count, step);
        let count = 1 + draw.below(3);
        let said = draw.some_of_step(&told.said, count, step).join(" ");
        let opinion = if draw.in_hundred(80) {
            draw.one_of_half(&told.opinions, later)
        } else {
            ""
        };
        let aim = if first { draw.one_of(&told.aims) } else { "" };
        // Each task once, in their order; the stream goes on as above.
        let _ = draw.one_of_half(&told.tasks, later);
        let task = told.tasks.get(step).map_or(ASK_AGAIN, String::as_str);
        let days = draw.between(5, 21);
        let minutes = u32::try_from(5 * draw.between(2, 14)).unwrap_or(30);
        let not_stated = (!first && draw.in_hundred(7)).then(|| NOT_STATED[draw.below(NOT_STATED.len())]);
        let place = if draw.in_hundred(80) {
            Place::Neutral
        } else {
            Place::Home
        };
        Talk {
            way,
            minutes,
            facts: self.fill(facts.as_str()),
            said: self.fill(said.as_str()),
            opinion: self.fill(opinion),
            aim: first.then(|| self.fill(aim)),
            not_stated,
            next: Some((self.fill(task), days)),
            with_child: way.is_in_person(),
            place,
        }
    }

    fn contact(&mut self, after: i64, way: ContactWay) {
        self.work(after, What::Finish);
        let talk = self.talk(way, false);
        self.work(after, What::Talk(Box::new(talk)));
    }

    fn first_contact(&mut self) {
        let begun = self.entries.last().map_or(self.opened, |entry| entry.now.day());
        let after = begun.days_since(self.opened);
        let talk = self.talk(ContactWay::Telephone, true);
        self.note(after, 14 * 60 + 30, self.worker, What::Talk(Box::new(talk)));
    }

    fn close(&mut self, after: i64) {
        let told = &self.library.matters[self.sheet.matter];
        let outcome = self.draw.one_of(&told.outcomes);
        let view = self.draw.one_of(&told.views);
        let feedback = match self.draw.below(10) {
            0..=3 => FeedbackWay::Link,
            4..=6 => FeedbackWay::Slip,
            7 => FeedbackWay::Device,
            8 => FeedbackWay::Declined,
            _ => FeedbackWay::NotNow,
        };
        let (outcome, view) = (self.fill(outcome), self.fill(view));
        self.work(after, What::Finish);
        self.work(
            after,
            What::Close {
                outcome,
                view,
                feedback,
            },
        );
    }

    /// A case for measuring: a call, what they want, options or a second call, and its end.
    pub(super) fn in_short(&mut self) {
        self.first_contact();
        let length = self.draw.between(20, 260);
        self.contact(length / 3, ContactWay::Telephone);
        if self.draw.in_hundred(50) {
            self.work(length / 3 + 1, What::Options);
        } else {
            self.contact(length / 2, ContactWay::Email);
        }
        self.close(length);
    }

    /// A case for measuring that goes on and on, with a call or a mail every week.
    pub(super) fn for_years(&mut self) {
        self.first_contact();
        for week in 1..100 {
            let way = if self.draw.in_hundred(60) {
                ContactWay::Telephone
            } else {
                ContactWay::Email
            };
            self.contact(week * 7, way);
        }
    }

    /// Somebody who is not kept: what is left names nobody.
    pub(super) fn without_record(&mut self) {
        self.note(0, 12 * 60, self.worker, What::Erase);
        let talk = self.talk(ContactWay::Telephone, true);
        self.note(
            0,
            12 * 60 + 20,
            self.worker,
            What::Talk(Box::new(Talk { next: None, ..talk })),
        );
        self.close(1);
    }

    /// A case at its full length.
    pub(super) fn at_length(&mut self, twist: Twist) {
        self.first_contact();
        let told = &self.library.matters[self.sheet.matter];
        let (wish, feeling, decision) = (
            self.draw.one_of(&told.wishes),
            self.draw.one_of(&told.feelings),
            self.draw.one_of(&told.options.decisions),
        );
        let (wish, feeling, decision) = (self.fill(wish), self.fill(feeling), self.fill(decision));
        let mut day = self.draw.between(3, 8);
        self.contact(day, ContactWay::FaceToFace);
        self.work(
            day,
            What::Words {
                child: true,
                kind: WordsKind::Wish,
                words: wish,
            },
        );
        self.work(
            day,
            What::Words {
                child: false,
                kind: WordsKind::Feeling,
                words: feeling,
            },
        );
        day += self.draw.between(4, 10);
        self.work(day, What::Options);
        if self.draw.in_hundred(85) {
            day += self.draw.between(1, 6);
            self.work(day, What::Decide { words: decision });
        }
        let speaks = self.draw.in_hundred(60);
        if twist == Twist::NotAllowed {
            self.work(day + 1, What::Agency { says: false });
            self.contact(day + 2, ContactWay::Telephone);
        } else if speaks || twist == Twist::Withdrawn {
            self.work(day, What::Consent);
            self.work(day + 2, What::Agency { says: true });
            self.contact(day + 4, ContactWay::Telephone);
            day += 4;
        }
        if twist == Twist::Withdrawn {
            self.work(day + 9, What::Withdraw);
        }
        self.particular(twist, day + 10);
        day += self.draw.between(14, 30);
        if self.draw.in_hundred(45) {
            self.contact(day, ContactWay::Meeting);
        }
        let length = match twist {
            // These are open still.
            Twist::Walled
            | Twist::Younger
            | Twist::Withdrawn
            | Twist::NotAllowed
            | Twist::Mended
            | Twist::PassedOn
            | Twist::Attached
            | Twist::Own => 400,
            _ => day + self.draw.between(20, 150),
        };
        while day + 12 < length {
            day += self.draw.between(16, 34);
            let way = if self.draw.in_hundred(60) {
                ContactWay::Telephone
            } else {
                ContactWay::Email
            };
            self.contact(day, way);
        }
        self.close(length.max(day + 3));
        if twist == Twist::Reopened {
            let after = length.max(day + 3) + 25;
            self.work(after, What::Reopen);
            self.contact(after + 2, ContactWay::Telephone);
            self.close(after + 30);
        }
    }

    /// What is particular about this case.
    fn particular(&mut self, twist: Twist, after: i64) {
        match twist {
            Twist::FeltBias => {
                let mut talk = self.talk(ContactWay::Telephone, false);
                talk.facts = self.fill(FELT_BIAS);
                talk.said = self.fill(FELT_BIAS_SAID);
                talk.opinion = self.fill(FELT_BIAS_OPINION);
                self.work(after, What::Talk(Box::new(talk)));
            }
            Twist::Mended => {
                self.work(after, What::Correct);
                let talk = self.talk(ContactWay::Email, false);
                self.work(after + 1, What::Talk(Box::new(Talk { next: None, ..talk })));
                self.note(after + 1, 17 * 60, self.worker, What::InError);
            }
            Twist::Attached => self.work(after, What::Attach),
            Twist::PassedOn => {
                let handover =
                    "The review is next. They prefer to be rung in the evening and will have the reports by then.";
                self.note(
                    after,
                    16 * 60 + 30,
                    HAZEL,
                    What::Allocate {
                        to: IMRAN,
                        handover,
                        over: false,
                    },
                );
                self.worker = IMRAN;
                self.note(after + 1, 9 * 60, IMRAN, What::Answer { knows: false });
            }
            _ => {}
        }
    }
}

const NOT_STATED: [&str; 3] = [
    "The call was cut short",
    "They were in distress and it was not the moment",
    "I forgot, and will say it at the next call",
];

const FELT_BIAS: &str = "{parent} felt that I had taken the school's side, because I read out what the Code of Practice lets a school \
decide by itself. We went through it once more. The procedure at {school} is the one in its published SEN information report, and it was \
followed. I explained where it comes from and what {parent} can do if it is not fair. {parent} was told that the Chair can be spoken to, \
and by what means. Somebody other than me will note what kind of concern this is.";
const FELT_BIAS_SAID: &str =
    "It sounded as if you were on their side. Now I see that it is the rule, and that you would tell them the same.";
const FELT_BIAS_OPINION: &str =
    "My view: I should have said first what {parent} can do, and then what the school may do.";
