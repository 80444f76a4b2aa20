//! How a case begins: who took the call, or who brought the form in, and who has it.

use evenhand_domain::case::contact::Channel;

use super::{Author, ENQUIRY};
use crate::people::{BRONWEN, GRACE, HAZEL};
use crate::told::{Beginning, What};
use crate::twist::Twist;

/// How many cases in a hundred the manager gives out, and how many come as a locked form; the rest an officer takes on the telephone.
const GIVEN_OUT: usize = 14;
const BY_FORM: usize = 14;

impl Author<'_> {
    pub(super) fn begin(&mut self, twist: Twist) {
        let minute = 9 * 60 + 5 * self.draw.between(1, 20);
        let mut beginning = Beginning {
            worker: Some(self.worker),
            may_keep: twist != Twist::NoRecord,
            sibling: (twist == Twist::Younger).then_some(2),
            channel: Some(match self.draw.below(20) {
                0..=12 => Channel::Telephone,
                13..=16 => Channel::Email,
                17 => Channel::Letter,
                _ => Channel::FaceToFace,
            }),
        };
        let is_given_out = matches!(self.worker, HAZEL | GRACE)
            || matches!(twist, Twist::Overridden | Twist::KnownAfterAll | Twist::GivenToOfficer)
            || twist == Twist::None && !self.plan.is_large() && self.draw.in_hundred(GIVEN_OUT);
        let by_form = twist == Twist::SecondInbox
            || twist == Twist::None && !self.plan.is_large() && self.draw.in_hundred(BY_FORM);
        match twist {
            Twist::FromEnquiry => {
                let (topic, note) = (self.matter().asks.clone(), ENQUIRY.to_owned());
                self.note(
                    0,
                    minute,
                    self.worker,
                    What::Enquire {
                        topic,
                        note,
                        minutes: 12,
                    },
                );
                self.note(4, minute, self.worker, What::Named { worker: self.worker });
            }
            Twist::Waiting => {
                beginning.worker = None;
                self.note(0, minute, HAZEL, What::Open(beginning));
            }
            Twist::SecondInbox => {
                let story = self.story();
                let worker = Some(self.worker);
                self.note(0, minute, BRONWEN, What::BringIn { worker, story });
            }
            _ if by_form => {
                let story = self.story();
                let worker = Some(self.worker);
                self.note(0, minute, HAZEL, What::BringIn { worker, story });
                self.answer(minute);
            }
            _ if is_given_out => {
                if twist == Twist::Overridden {
                    beginning.worker = None;
                }
                self.note(0, minute, HAZEL, What::Open(beginning));
                if twist == Twist::Overridden {
                    let (to, handover) = (self.worker, "");
                    self.note(
                        0,
                        minute + 15,
                        HAZEL,
                        What::Allocate {
                            to,
                            handover,
                            over: true,
                        },
                    );
                }
                let waits = [Twist::GivenToOfficer, Twist::GivenToVolunteer, Twist::KnownAfterAll];
                if !waits.contains(&twist) {
                    self.answer(minute);
                }
                if twist == Twist::KnownAfterAll {
                    self.note(1, minute, self.worker, What::Answer { knows: true });
                    let handover = "Nothing was done yet. They would like to be rung before ten.";
                    self.worker = BRONWEN;
                    self.note(
                        1,
                        minute + 40,
                        HAZEL,
                        What::Allocate {
                            to: BRONWEN,
                            handover,
                            over: false,
                        },
                    );
                    self.note(1, minute + 90, BRONWEN, What::Answer { knows: false });
                }
            }
            _ => self.note(0, minute, self.worker, What::Open(beginning)),
        }
    }

    /// The worker answers the question before opening on the next working day; the manager, who opened it, has answered.
    fn answer(&mut self, minute: i64) {
        if self.worker != HAZEL {
            self.note(1, minute, self.worker, What::Answer { knows: false });
        }
    }

    /// What they write on the form.
    fn story(&mut self) -> String {
        let told = &self.library.matters[self.sheet.matter];
        let (feeling, said) = (
            self.draw.one_of(&told.feelings),
            self.draw.some_of_step(&told.said, 2, 0).join(" "),
        );
        self.fill(&format!("{said} {feeling}"))
    }
}
