//! What lies beside the cases: enquiries that name nobody, and what is to be done about now.

use evenhand_domain::case::close::FeedbackWay;
use evenhand_domain::date::Moment;
use evenhand_engine::now::Now;

use super::ENQUIRY;
use crate::draw::Draw;
use crate::family::Sheet;
use crate::library::Library;
use crate::people::{BRONWEN, GRACE, HAZEL, IMRAN, SAMUEL};
use crate::plan::{Plan, weekday};
use crate::told::{CaseTold, Entry, What};
use crate::twist::Twist;

/// What is to be done where all that belongs to the matter was done.
const LETTER: &str = "Send {parent} a letter with what was said";

/// Writes an enquiry that names nobody.
pub(crate) fn enquiry(plan: &Plan, library: &Library, draw: &Draw, number: usize) -> CaseTold {
    let mut draw = draw.branch(number);
    let opened = weekday(plan.days_ago(draw.between(4, 700)));
    let sheet = Sheet::draw(library, &mut draw, number, opened, Twist::None.given());
    let topic = library.matters[sheet.matter].asks.clone();
    let worker = [IMRAN, BRONWEN, SAMUEL][draw.below(3)];
    let minutes = u32::try_from(draw.between(4, 25)).unwrap_or(10);
    let asked = What::Enquire {
        topic,
        note: ENQUIRY.to_owned(),
        minutes,
    };
    let answered = What::Close {
        outcome: "What they asked was answered.".to_owned(),
        view: String::new(),
        feedback: FeedbackWay::Link,
    };
    let at = 9 * 60 + 15 * draw.between(1, 24);
    let mut entries: Vec<Entry> = Vec::new();
    for (minute, what) in [(at, asked), (at + 5, answered)] {
        let now = plan.at(opened, minute);
        entries.push(Entry { now, by: worker, what });
    }
    // Of some nobody has said yet that they are answered.
    entries.truncate(if number.is_multiple_of(4) { 1 } else { 2 });
    CaseTold { sheet, worker, entries }
}

/// What is to be done about now, so that every list of work has something late, something for today and something for this week: it
/// is set with the newest contact, and is due some days from now.
pub(crate) fn add_tasks(plan: &Plan, library: &Library, draw: &Draw, told: &mut [CaseTold]) {
    let mut draw = draw.branch(usize::MAX);
    for who in [HAZEL, IMRAN, BRONWEN, SAMUEL, GRACE] {
        let mut left: Vec<&mut CaseTold> = told.iter_mut().filter(|case| case.worker == who).collect();
        for days in [-3, 0, 2, 6, 13] {
            let due = plan.now.day().plus_days(days);
            let newest = |case: &CaseTold| {
                let talk = case
                    .entries
                    .last()
                    .filter(|entry| matches!(entry.what, What::Talk(_)))?;
                let at = Moment::from_millis(talk.now.at.millis() + 20 * 60_000);
                let now = Now { at, ..plan.now };
                (talk.by == who && at < plan.now.at && now.day() <= due).then_some(now)
            };
            let Some((at, now)) = left.iter().enumerate().find_map(|(at, case)| Some((at, newest(case)?))) else {
                continue;
            };
            let case = left.swap_remove(at);
            let tasks = &library.matters[case.sheet.matter].tasks;
            // What a contact set already is not set once more.
            let set: Vec<String> = case
                .entries
                .iter()
                .filter_map(|entry| match &entry.what {
                    What::Talk(talk) => talk.next.as_ref().map(|(what, _)| what.clone()),
                    _ => None,
                })
                .collect();
            let talks = case.entries.iter();
            let later = talks.filter(|entry| matches!(entry.what, What::Talk(_))).count() > 3;
            let drawn = draw.one_of_half(tasks, later);
            let all = [drawn].into_iter().chain(tasks.iter().rev().map(String::as_str));
            let what = all
                .map(|task| case.sheet.fill(task, true))
                .find(|task| !set.contains(task))
                .unwrap_or_else(|| case.sheet.fill(LETTER, true));
            case.entries.push(Entry {
                now,
                by: who,
                what: What::Task { what, due },
            });
        }
    }
}
