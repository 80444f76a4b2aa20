//! What falls due: each policy's intervals against the registers, and the days that entries name themselves.
//!
//! Nothing here reads a clock. The words of what is due name nobody, so that a calendar can carry them out of the house.

mod calendar;
mod rules;
mod term;

pub use calendar::calendar_file;

use std::collections::BTreeMap;

use evenhand_domain::date::Day;
use evenhand_domain::ids::{EventId, WorkerId};
use evenhand_domain::register::{Answer, Kept, Kind};
use evenhand_domain::worker::Role;

use self::rules::{RULES, Whom};
use self::term::Terms;
use crate::profile::{Cadence, Every, Interval, Policy, Profile};

/// The service as far as what is due depends on it. What is not in here, because it is not for this person's eyes, is owed by nobody
/// whom they are told of.
#[derive(Debug)]
pub struct Office<'a> {
    /// The policy.
    pub policy: Policy,
    /// The day it is.
    pub today: Day,
    /// The day on which the service began to be kept here.
    pub since: Day,
    /// Those who work here now and whose dues are asked for: who, in which role, since when.
    pub workers: Vec<(WorkerId, Role, Day)>,
    /// When each last declared their interests (CAM-20).
    pub declared: BTreeMap<WorkerId, Day>,
    /// Every entry of a register that counts.
    pub entries: Vec<&'a Kept>,
}

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueItem {
    /// What is to be done. It names nobody.
    pub what: &'static str,
    /// In which register it is done; none where it is the declaration of interests.
    pub kind: Option<Kind>,
    /// By which interval it is owed; none where an entry names the day itself.
    pub cadence: Option<Cadence>,
    /// The entry that names the day.
    pub entry: Option<EventId>,
    /// Whom it concerns.
    pub worker: Option<(WorkerId, Role)>,
    /// The day by which it is to be done.
    pub due: Day,
    /// When it was done last.
    pub last: Option<Day>,
    /// The clauses that ask for it; none where only an entry names the day and no clause of this policy is about its register.
    pub clauses: Vec<&'static str>,
    /// The policy itself is silent: a reminder from another one.
    pub borrowed: bool,
}

/// Everything that is due at some time, the earliest first.
#[must_use]
pub fn due(office: &Office<'_>) -> Vec<DueItem> {
    let terms = Terms::of(&office.entries, office.today);
    let mut found: Vec<DueItem> = Vec::new();
    for rule in RULES {
        let Some(interval) = office.policy.on(office.today).interval(rule.cadence) else {
            continue;
        };
        // A time that runs already is counted by what held when it began.
        let held = |since: Day| office.policy.on(since).interval(rule.cadence).unwrap_or(interval);
        let after = |last: Day| terms.after(last, held(last).every);
        let first = |begin: Day| terms.first(begin, held(begin));
        let item = |due, last| DueItem {
            what: rule.what,
            kind: rule.kind,
            cadence: Some(rule.cadence),
            entry: None,
            worker: None,
            due,
            last,
            clauses: interval.clauses.clone(),
            borrowed: interval.borrowed,
        };
        let counting = || {
            office
                .entries
                .iter()
                .filter(|kept| Some(kept.entry.kind) == rule.kind && (rule.counts)(kept))
        };
        match rule.whom {
            Whom::Each(is_meant) => {
                for (id, role, joined) in &office.workers {
                    let is_asked = is_meant(*role) && (!interval.volunteers || *role == Role::Volunteer);
                    if !is_asked || office.is_done(rule.cadence, interval, *id) {
                        continue;
                    }
                    let own = counting().filter(|kept| kept.entry.worker("who") == Some(*id));
                    let last = match rule.kind {
                        Some(_) => own.map(|kept| kept.about_day()).max(),
                        None => office.declared.get(id).copied(),
                    };
                    let due = match (last, rule.cadence) {
                        // A step taken does not put off the rest of an induction.
                        (Some(last), cadence) if cadence != Cadence::Induction => after(last),
                        _ => first(*joined),
                    };
                    found.push(DueItem {
                        worker: Some((*id, *role)),
                        ..item(due, last)
                    });
                }
            }
            Whom::Service => {
                let last = counting().map(|kept| kept.about_day()).max();
                let due = last.map_or_else(|| first(office.since), after);
                found.push(item(due, last));
            }
            Whom::Entries {
                since,
                ends,
                together,
                begin,
            } => {
                let mut each: Vec<DueItem> = counting()
                    .filter(|kept| kept.entry.text(ends).is_empty())
                    .map(|kept| {
                        let last = since.iter().find_map(|name| kept.entry.day(name)).unwrap_or(kept.on);
                        let counts = !interval.by_group || kept.entry.entry("meeting").is_some();
                        let due = if counts { after(last) } else { last };
                        DueItem {
                            entry: (!together).then_some(kept.id),
                            ..item(due, Some(last))
                        }
                    })
                    .collect();
                each.sort_by_key(|item| item.due);
                if each.is_empty() {
                    each.push(DueItem {
                        what: begin,
                        ..item(first(office.since), None)
                    });
                }
                each.truncate(if together { 1 } else { usize::MAX });
                found.append(&mut each);
            }
        }
    }
    for item in office.named_days() {
        let earlier = found
            .iter_mut()
            .find(|other| other.entry == item.entry && other.what == item.what);
        match earlier {
            Some(other) if item.due < other.due => other.due = item.due,
            Some(_) => {}
            None => found.push(item),
        }
    }
    found.sort_by(|a, b| (a.due, a.what, a.worker.map(|who| who.0)).cmp(&(b.due, b.what, b.worker.map(|who| who.0))));
    found
}

/// The same without the meeting that is owed, where one is planned by that day: the planned one is in the list already.
#[must_use]
pub fn without_planned(mut items: Vec<DueItem>) -> Vec<DueItem> {
    let is_planned = |item: &&DueItem| item.kind == Some(Kind::Meeting) && item.cadence.is_none();
    let planned = items.iter().filter(is_planned).map(|item| item.due).min();
    items
        .retain(|item| item.cadence != Some(Cadence::GroupMeeting) || planned.is_none_or(|planned| planned > item.due));
    items
}

/// The steps of induction that a worker has not done yet; none where the policy asks for no induction of this role (LEI-17, STA-10).
#[must_use]
pub fn missing_induction(profile: &'static Profile, entries: &[&Kept], who: WorkerId, role: Role) -> Vec<&'static str> {
    let Some(interval) = profile.interval(Cadence::Induction) else {
        return Vec::new();
    };
    if role == Role::Manager || (interval.volunteers && role != Role::Volunteer) {
        return Vec::new();
    }
    let is_done = |step: &str| {
        entries.iter().any(|kept| {
            kept.entry.kind == Kind::Induction
                && kept.struck.is_none()
                && kept.entry.worker("who") == Some(who)
                && kept.entry.text("step") == step
        })
    };
    interval.steps.iter().copied().filter(|step| !is_done(step)).collect()
}

/// Whether a volunteer may have no case until their induction is done (LEI-17).
#[must_use]
pub fn induction_bars(profile: &Profile, role: Role) -> bool {
    role == Role::Volunteer
        && profile
            .interval(Cadence::Induction)
            .is_some_and(|interval| interval.volunteers)
}

/// How many workers have done once and for all what an interval asks, and owe it no more.
#[must_use]
pub fn done_for_good(office: &Office<'_>, cadence: Cadence) -> usize {
    let Some(interval) = office.policy.on(office.today).interval(cadence) else {
        return 0;
    };
    let is_done = |who: &&(WorkerId, Role, Day)| office.is_done(cadence, interval, who.0);
    office.workers.iter().filter(is_done).count()
}

/// What is to be done by an interval, in words.
#[must_use]
pub fn what_of(cadence: Cadence) -> &'static str {
    let rule = RULES.iter().find(|rule| rule.cadence == cadence);
    rule.map_or("", |rule| rule.what)
}

/// Whether the newest entry that an interval counts says that it does not hold (STA-4, STA-5, CAM-12, WES-6).
#[must_use]
pub fn is_denied(office: &Office<'_>, cadence: Cadence) -> bool {
    let rule = RULES.iter().find(|rule| rule.cadence == cadence);
    let newest = rule.and_then(|rule| {
        let own = office.entries.iter().filter(|kept| Some(kept.entry.kind) == rule.kind);
        own.filter(|kept| (rule.counts)(kept))
            .max_by_key(|kept| (kept.about_day(), kept.at))
    });
    newest.is_some_and(|kept| kept.entry.text("holds") == "no")
}

impl Office<'_> {
    /// What is done once and for all by this worker.
    fn is_done(&self, cadence: Cadence, interval: &Interval, who: WorkerId) -> bool {
        let mine = |kind: Kind| {
            self.entries
                .iter()
                .filter(move |kept| kept.entry.kind == kind && kept.entry.worker("who") == Some(who))
        };
        match cadence {
            Cadence::LegalLevel => mine(Kind::Training).any(|kept| kept.entry.text("level") == "3"),
            Cadence::Induction => interval
                .steps
                .iter()
                .all(|step| mine(Kind::Induction).any(|kept| kept.entry.text("step") == *step)),
            _ => false,
        }
    }

    /// The days that entries name themselves: renew by, review on, do by.
    fn named_days(&self) -> impl Iterator<Item = DueItem> {
        self.entries.iter().flat_map(|kept| {
            let register = kept.entry.kind.register();
            register.fields.iter().filter_map(|field| {
                let Answer::Due { what, unless, same } = field.answer else {
                    return None;
                };
                let due = kept.entry.day(field.name)?;
                let is_over = !kept.entry.text(unless).is_empty() || self.is_followed(kept, same);
                let worker = kept.entry.worker("who");
                let worker = worker.and_then(|who| self.workers.iter().find(|(id, ..)| *id == who));
                (!is_over).then_some(DueItem {
                    what,
                    kind: Some(kept.entry.kind),
                    cadence: None,
                    entry: Some(kept.id),
                    worker: worker.map(|(id, role, _)| (*id, *role)),
                    due,
                    last: None,
                    clauses: self.policy.copied().own(register.clauses),
                    borrowed: false,
                })
            })
        })
    }

    /// Whether a later entry with the same answers took this one's place.
    fn is_followed(&self, kept: &Kept, same: &[&str]) -> bool {
        !same.is_empty()
            && self.entries.iter().any(|other| {
                other.entry.kind == kept.entry.kind
                    && (other.about_day(), other.at) > (kept.about_day(), kept.at)
                    && same.iter().all(|name| other.entry.text(name) == kept.entry.text(name))
            })
    }
}

impl Terms {
    /// By when it is owed for the first time, from the day on which it began to be owed.
    fn first(&self, begin: Day, interval: &Interval) -> Day {
        match interval.first.unwrap_or(interval.every) {
            Every::Term => self.end(begin),
            every => self.after(begin, every),
        }
    }

    /// By when it is owed again.
    fn after(&self, last: Day, every: Every) -> Day {
        match every {
            Every::Weeks(weeks) => last.plus_days(i64::from(weeks) * 7),
            Every::Months(months) => last.plus_months(i32::from(months)),
            Every::Term => self.end_of_next(last),
        }
    }
}

#[cfg(test)]
mod tests;
