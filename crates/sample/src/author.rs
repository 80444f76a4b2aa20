//! Writes what happens in a case, from the first call to the closing, as far as today.

mod begin;
mod besides;
mod life;

pub(crate) use self::besides::{add_tasks, enquiry};

use evenhand_domain::date::{Day, Moment};

use crate::draw::Draw;
use crate::family::Sheet;
use crate::library::{Library, Matter};
use crate::people::{BRONWEN, GRACE, HAZEL, IMRAN, SAMUEL, Who, is_tied_to};
use crate::plan::{Plan, weekday};
use crate::told::{CaseTold, Entry, What};
use crate::twist::Twist;

/// Somebody who writes one case.
struct Author<'a> {
    plan: &'a Plan,
    library: &'a Library,
    draw: Draw,
    sheet: Sheet,
    worker: Who,
    opened: Day,
    entries: Vec<Entry>,
    named: bool,
    /// How many contacts were told so far.
    talks: usize,
}

/// Writes the case of a number.
pub(crate) fn case(plan: &Plan, library: &Library, draw: &Draw, number: usize) -> CaseTold {
    let mut draw = draw.branch(number);
    let twist = Twist::of(plan, number);
    let days_ago = twist.days_ago().unwrap_or_else(|| {
        // A third of them began in the last four months, so that a good part is open.
        if draw.in_hundred(35) {
            draw.between(2, 120)
        } else {
            draw.between(120, 700)
        }
    });
    let opened = weekday(plan.days_ago(days_ago));
    let sheet = Sheet::draw(library, &mut draw, number, opened, twist.given());
    let worker = twist.worker().unwrap_or_else(|| worker(plan, &mut draw, &sheet));
    let mut author = Author {
        plan,
        library,
        draw,
        sheet,
        worker,
        opened,
        entries: Vec::new(),
        named: twist != Twist::NoRecord,
        talks: 0,
    };
    author.begin(twist);
    match twist {
        Twist::Waiting | Twist::GivenToOfficer | Twist::GivenToVolunteer => {}
        Twist::NoRecord => author.without_record(),
        Twist::Long => author.for_years(),
        _ if plan.is_large() => author.in_short(),
        _ => author.at_length(twist),
    }
    let mut entries = author.entries;
    // What would lie after now has not happened yet.
    entries.retain(|entry| entry.now.at < plan.now.at);
    CaseTold {
        sheet: author.sheet,
        worker: author.worker,
        entries,
    }
}

/// Somebody who is not tied to the school.
fn worker(plan: &Plan, draw: &mut Draw, sheet: &Sheet) -> Who {
    // Whoever is given a case by somebody else signs in anew to see it, which takes its time in a large sample.
    let volunteers = if plan.is_large() { 3 } else { 90 };
    if draw.below(1000) < volunteers {
        return GRACE;
    }
    if draw.in_hundred(5) {
        return HAZEL;
    }
    let officers: Vec<Who> = [IMRAN, BRONWEN, SAMUEL]
        .into_iter()
        .filter(|who| !is_tied_to(*who, &sheet.school))
        .collect();
    officers[draw.below(officers.len())]
}

impl Author<'_> {
    fn matter(&self) -> &Matter {
        &self.library.matters[self.sheet.matter]
    }

    fn fill(&self, text: &str) -> String {
        self.sheet.fill(text, self.named)
    }

    /// Notes what somebody does so many days after the beginning, at a time of day in minutes.
    fn note(&mut self, after: i64, minute: i64, by: Who, what: What) {
        let day = weekday(self.opened.plus_days(after));
        let mut now = self.plan.at(day, minute);
        // Nothing is done before what it follows from: two days of one weekend are one Monday.
        if let Some(before) = self.entries.last().map(|entry| entry.now.at.millis() + 5 * 60_000) {
            now.at = now.at.max(Moment::from_millis(before));
        }
        self.entries.push(Entry { now, by, what });
    }

    /// What the worker does, at a time of the working day that is drawn.
    fn work(&mut self, after: i64, what: What) {
        let minute = 9 * 60 + 10 * self.draw.between(3, 40);
        self.note(after, minute, self.worker, what);
    }
}

/// What is noted of an enquiry.
const ENQUIRY: &str =
    "Asked what can be done and who decides. Explained the first steps and where to read more. No names were given.";
