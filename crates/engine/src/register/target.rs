//! What a target has come to: counted from what was written, never typed (LEI-2).

use evenhand_domain::case::party::Party;
use evenhand_domain::date::Day;
use evenhand_domain::event::{Entry, Tally};
use evenhand_domain::register::{Kept, Kind};
use evenhand_domain::worker::Role;

use crate::book::Book;
use crate::change::Change;
use crate::desk::Desk;
use crate::now::Now;

impl Book {
    /// How many tallies there are of a span of days, each for as many as `worth` says.
    fn tallied(&self, span: (Day, Day), worth: impl Fn(&Tally) -> usize) -> usize {
        let is_within = |entry: &&Entry<Tally>| span.0 <= entry.on && entry.on <= span.1;
        self.tallies
            .iter()
            .filter(is_within)
            .map(|entry| worth(&entry.event))
            .sum()
    }

    /// The entries of a register that are about a span of days, each for as many as `worth` says.
    fn entered(&self, span: (Day, Day), kind: Kind, worth: impl Fn(&Kept) -> usize) -> usize {
        let is_within =
            |kept: &&Kept| kept.entry.kind == kind && span.0 <= kept.about_day() && kept.about_day() <= span.1;
        self.entries().filter(is_within).map(worth).sum()
    }

    fn counted(&self, counts: &str, span: (Day, Day)) -> Option<usize> {
        let one = |_: &Kept| 1;
        let gate =
            |gates: &'static [&'static str]| move |tally: &Tally| usize::from(gates.contains(&tally.gate.as_str()));
        Some(match counts {
            "contacts" => self.tallied(span, |tally| usize::from(tally.contact || tally.gate == "enquiry")),
            "cases" => self.tallied(span, gate(&["case_opened", "enquiry"])),
            "young_people" => self.tallied(span, gate(&["own_right"])),
            "meetings" => self.tallied(span, |tally| {
                usize::from(tally.contact && tally.gate.ends_with(".meeting"))
            }),
            "feedback" => self.tallied(span, |tally| {
                usize::from(tally.gate == "feedback_offered" && tally.answer == "yes")
            }),
            "resources" => {
                let copies = |kept: &Kept| kept.entry.text("copies").parse().unwrap_or(1);
                let with_a_contact = |tally: &Tally| match tally.gate.as_str() {
                    "sent" => tally.answer.parse().unwrap_or(1),
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

    /// How many there were by today of what a target counts. None for what is sealed for the managers and each worker, where
    /// this person is no manager.
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
