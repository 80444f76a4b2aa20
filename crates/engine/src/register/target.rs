//! What a target has come to: counted from what was written, never typed (LEI-2).

use evenhand_domain::case::party::Party;
use evenhand_domain::date::Day;
use evenhand_domain::register::{Kept, Kind};
use evenhand_domain::worker::Role;

use crate::book::Book;
use crate::change::Change;
use crate::desk::Desk;
use crate::now::Now;

/// What is counted once with each contact.
const CONTACTS: [&str; 5] = [
    "statement.contact",
    "contact",
    "statement.meeting",
    "contact.meeting",
    "enquiry",
];
const MEETINGS: [&str; 2] = ["statement.meeting", "contact.meeting"];

impl Book {
    /// What was counted in the months of a span, each for as much as `worth` says of its gate and its answer. A count has no day.
    fn tallied(&self, span: (Day, Day), worth: impl Fn(&str, &str) -> usize) -> usize {
        let months = span.0.month_begins()..=span.1.month_begins();
        let counts = self.tallies.iter().filter(|((month, ..), _)| months.contains(month));
        let worths =
            counts.map(|((_, _, gate, answer), count)| worth(gate, answer) * usize::try_from(*count).unwrap_or(0));
        worths.sum()
    }

    /// The entries of a register that are about the months of a span, each for as many as `worth` says.
    fn entered(&self, span: (Day, Day), kind: Kind, worth: impl Fn(&Kept) -> usize) -> usize {
        let months = span.0.month_begins()..=span.1.month_begins();
        let is_within = |kept: &&Kept| kept.entry.kind == kind && months.contains(&kept.about_day().month_begins());
        self.entries().filter(is_within).map(worth).sum()
    }

    fn counted(&self, counts: &str, span: (Day, Day)) -> Option<usize> {
        let one = |_: &Kept| 1;
        let gates = |gates: &'static [&'static str]| move |gate: &str, _: &str| usize::from(gates.contains(&gate));
        Some(match counts {
            "contacts" => self.tallied(span, gates(&CONTACTS)),
            "cases" => self.tallied(span, gates(&["case_opened", "enquiry"])),
            "young_people" => self.tallied(span, gates(&["own_right"])),
            "meetings" => self.tallied(span, gates(&MEETINGS)),
            "feedback" => self.tallied(span, |gate, answer| {
                usize::from(gate == "feedback_offered" && answer == "yes")
            }),
            "resources" => {
                let copies = |kept: &Kept| kept.entry.text("copies").parse().unwrap_or(1);
                let with_a_contact = |gate: &str, answer: &str| match gate {
                    "sent" => answer.parse().unwrap_or(1),
                    _ => 0,
                };
                self.entered(span, Kind::Sent, copies) + self.tallied(span, with_a_contact)
            }
            "outreach" => self.entered(span, Kind::Outreach, one),
            "training" => self.entered(span, Kind::Training, one),
            "supervisions" => self.entered(span, Kind::Supervision, one),
            _ => return None,
        })
    }
}

impl Desk {
    /// Counts a case that was opened, and whether a child or young person is helped in their own right.
    pub(crate) fn count_opened(&self, change: &mut Change, now: Now, channel: &str, parties: &[Party]) {
        self.count(change, now, "case_opened", channel);
        if parties.iter().any(|party| party.service_user && party.is.is_young()) {
            self.count(change, now, "own_right", "yes");
        }
    }

    /// How many there were, in whole months and up to today, of what a target counts. None for what is sealed for the managers and
    /// each worker, where this person is no manager.
    #[must_use]
    pub fn counted(&self, target: &Kept, today: Day) -> Option<usize> {
        let (counts, from, to) = (
            target.entry.text("counts"),
            target.entry.day("from")?,
            target.entry.day("to")?,
        );
        let is_manager = self.me().is_ok_and(|me| me.role == Role::Manager);
        if !is_manager && counts == "supervisions" {
            return None;
        }
        self.read(|book| book.counted(counts, (from, to.min(today)))).ok()?
    }
}
