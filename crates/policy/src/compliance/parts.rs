//! What the registers show.

use evenhand_domain::date::Day;
use evenhand_domain::register::{Answer, Kept, Kind};

use super::{Evidence, Place, Records, State};
use crate::clause::clauses;
use crate::due::{DueItem, done_for_good, is_denied};
use crate::group::{chair_fault, composition};
use crate::profile::Cadence;

/// What is due within so many days is due soon.
const SOON: i64 = 14;

/// Those of the group's functions that are its own nine (LEI-13); the register names more, of other policies.
const NINE: usize = 9;

impl Records<'_> {
    fn standing(&self, kind: Kind) -> impl Iterator<Item = &Kept> {
        let all = self.office.entries.iter().copied();
        all.filter(move |kept| kept.entry.kind == kind)
    }

    fn year_ago(&self) -> Day {
        self.office.today.plus_months(-12)
    }

    /// Held in the last year.
    fn meetings(&self) -> impl Iterator<Item = &Kept> {
        let held = |kept: &&Kept| kept.entry.text("held") == "yes" && kept.about_day() >= self.year_ago();
        self.standing(Kind::Meeting).filter(held)
    }

    /// The state of what falls due: the earliest of it decides.
    fn by_day(&self, items: &[&DueItem]) -> Option<(State, usize)> {
        let today = self.office.today;
        let late = items.iter().filter(|item| item.due < today).count();
        let earliest = items.iter().map(|item| item.due).min()?;
        let state = match earliest.days_since(today) {
            ..0 => State::Overdue,
            0..=SOON => State::DueSoon,
            _ => State::Met,
        };
        Some((state, late))
    }

    pub(super) fn due(&self, cadence: Cadence) -> Evidence {
        let items: Vec<&DueItem> = self.due.iter().filter(|item| item.cadence == Some(cadence)).collect();
        let done = done_for_good(self.office, cadence);
        let Some((state, late)) = self.by_day(&items) else {
            return match done {
                0 => Evidence::not_known(
                    "Nobody owes it so far.",
                    "It is asked for as soon as there is somebody who owes it.",
                )
                .silent(),
                done => Evidence {
                    state: State::Met,
                    words: format!("Done once and for all by {done} of {done}."),
                    places: Vec::new(),
                    since: None,
                    to_do: String::new(),
                    is_silent: false,
                },
            };
        };
        let first = items
            .iter()
            .min_by_key(|item| item.due)
            .map_or((self.office.today, ""), |item| (item.due, item.what));
        let (day, what) = first;
        let last = items.iter().filter_map(|item| item.last).max();
        let never = items.iter().filter(|item| item.last.is_none()).count();
        let place = items
            .iter()
            .find_map(|item| item.kind)
            .map_or(Place::Team, Place::Register);
        let denied = is_denied(self.office, cadence);
        // What was never done is not met because its day has not come.
        let state = match state {
            _ if denied => State::NotMet,
            State::Met if never > 0 => State::NotKnown,
            state => state,
        };
        let ahead = format!("next by {}", day.long());
        let words = match (state, last) {
            (State::NotMet, _) => format!("{what}: the newest one says that it does not hold."),
            (State::Overdue, _) => format!(
                "{what}: {late} of {} overdue, the oldest since {}.",
                items.len(),
                day.long()
            ),
            (_, Some(last)) if never == 0 => format!("{what}: done last on {}, {ahead}.", last.long()),
            _ => format!("{what}: {never} of {} not done yet, {ahead}.", items.len()),
        };
        let since = match state {
            State::Overdue => Some(day.plus_days(1)),
            State::DueSoon => Some(day.plus_days(-SOON)),
            State::Met | State::NotMet => last,
            State::NotKnown => None,
        };
        let to_do = match state {
            State::Met => String::new(),
            State::NotMet => format!("{what} anew, once it holds."),
            State::Overdue => format!("{what}: do it and note it."),
            _ => format!("{what} by {}.", day.long()),
        };
        Evidence {
            state,
            words,
            places: vec![place],
            since,
            to_do,
            is_silent: false,
        }
    }

    pub(super) fn kept(&self, kind: Kind, field: &str, words: &[&str]) -> Evidence {
        let register = kind.register();
        let counts = |kept: &&Kept| {
            let mut said = kept.entry.text(field).split_whitespace();
            kept.about_day() <= self.office.today && (words.is_empty() || said.any(|word| words.contains(&word)))
        };
        let newest = self
            .standing(kind)
            .filter(counts)
            .map(|kept| kept.about_day().max(kept.on))
            .max();
        let named: Vec<&DueItem> = self
            .due
            .iter()
            .filter(|item| item.kind == Some(kind) && item.entry.is_some() && item.cadence.is_none())
            .collect();
        let asked = match words {
            [] => String::new(),
            words => {
                let answer = register.field(field).map(|field| field.answer);
                let shown = words
                    .iter()
                    .filter_map(|word| answer.and_then(|answer| answer.shown(word)));
                format!(" that says: {}", shown.collect::<Vec<_>>().join("; or "))
            }
        };
        let to_do = format!("Add {} to “{}”{asked}.", register.one, register.title);
        let Some(newest) = newest else {
            let words = format!("“{}” holds nothing so far{asked}.", register.title);
            return Evidence::not_known(words, to_do).at(Place::Register(kind));
        };
        let by_day = self.by_day(&named).filter(|_| kind != Kind::Meeting);
        if newest < self.year_ago() && by_day.is_none() {
            let words = format!(
                "“{}” holds nothing of the last year{asked}. The newest is of {}.",
                register.title,
                newest.long()
            );
            return Evidence::not_known(words, to_do).at(Place::Register(kind));
        }
        let (state, late) = by_day.unwrap_or((State::Met, 0));
        let count = self.standing(kind).filter(counts).count();
        let late_words = match late {
            0 => String::new(),
            late => format!(" {late} of what they name is overdue."),
        };
        Evidence {
            state,
            words: format!(
                "“{}” holds {count}, the newest of {}.{late_words}",
                register.title,
                newest.long()
            ),
            places: vec![Place::Register(kind)],
            since: Some(newest).filter(|_| state == State::Met),
            to_do: match state {
                State::Met => String::new(),
                _ => "Do what these entries name, and note it with them.".to_owned(),
            },
            is_silent: false,
        }
    }

    pub(super) fn sectors(&self, lists: &[&[&str]]) -> Evidence {
        let register = Place::Register(Kind::Member);
        let members: Vec<&Kept> = self
            .standing(Kind::Member)
            .filter(|kept| kept.entry.text("to").is_empty())
            .collect();
        if members.is_empty() {
            return Evidence::not_known(
                "Nobody is noted as a member of the group.",
                "Note who sits in the group.",
            )
            .at(register);
        }
        let sector = Kind::Member.register().field("sector").map(|field| field.answer);
        let is_there = |word: &&str| members.iter().any(|kept| kept.entry.text("sector") == *word);
        let lacking = lists.iter().filter(|words| !words.iter().any(|word| is_there(&word)));
        let lacking: Vec<String> = lacking
            .map(|words| {
                let shown = words
                    .iter()
                    .filter_map(|word| sector.and_then(|answer: Answer| answer.shown(word)));
                shown.collect::<Vec<_>>().join(" or ")
            })
            .collect();
        self.of_group(
            format!("{} members.", members.len()),
            lacking.is_empty(),
            format!("Nobody speaks for: {}.", lacking.join("; ")),
        )
    }

    pub(super) fn chair(&self) -> Evidence {
        let register = Place::Register(Kind::Member);
        let members = || {
            self.standing(Kind::Member)
                .filter(|kept| kept.entry.text("to").is_empty())
        };
        let group = composition(self.office.profile, members());
        if !group.has_chair {
            return Evidence::not_known("Nobody is noted as the Chair.", "Note who sits in the Chair.").at(register);
        }
        let fault = members().find_map(|kept| chair_fault(self.office.profile, &kept.entry));
        let majority = "Most of the members are not parents and carers.".to_owned();
        let (is_met, fault) = match (fault, group.lacks_majority) {
            (None, false) => (true, String::new()),
            (None, true) => (false, majority),
            (Some((why, _)), _) => (false, format!("{why}.")),
        };
        let words = format!(
            "Somebody sits in the Chair. {} of {} members are parents and carers.",
            group.parents, group.members
        );
        self.of_group(words, is_met, fault)
    }

    /// What the group's membership shows.
    fn of_group(&self, words: String, is_met: bool, fault: String) -> Evidence {
        let changed = self
            .standing(Kind::Member)
            .map(|kept| kept.changed.map_or(kept.on, |(_, on)| on))
            .max();
        Evidence {
            state: if is_met { State::Met } else { State::NotMet },
            words: if is_met { words } else { format!("{words} {fault}") },
            places: vec![Place::Register(Kind::Member)],
            since: changed,
            to_do: if is_met {
                String::new()
            } else {
                "Change who sits in the group, and note it.".to_owned()
            },
            is_silent: false,
        }
    }

    pub(super) fn functions(&self) -> Evidence {
        let register = Place::Register(Kind::Meeting);
        let Some(Answer::Some(all)) = Kind::Meeting.register().field("functions").map(|field| field.answer) else {
            return Evidence::not_known("", "");
        };
        if self.meetings().next().is_none() {
            let to_do = "Note a meeting of the group, with what it did.";
            return Evidence::not_known("No meeting of the last year is noted as held.", to_do).at(register);
        }
        let is_touched = |word: &str| {
            self.meetings()
                .any(|kept| kept.entry.text("functions").split_whitespace().any(|one| one == word))
        };
        let nine = &all[..NINE.min(all.len())];
        let untouched: Vec<&str> = nine
            .iter()
            .filter(|(word, _)| !is_touched(word))
            .map(|(_, shown)| *shown)
            .collect();
        let touched = format!(
            "{} of {} functions in the last year.",
            nine.len() - untouched.len(),
            nine.len()
        );
        let is_met = untouched.is_empty();
        Evidence {
            state: if is_met { State::Met } else { State::NotMet },
            words: match is_met {
                true => touched,
                false => format!("{touched} Untouched: {}.", untouched.join("; ")),
            },
            places: vec![register],
            since: self.meetings().map(Kept::about_day).max(),
            to_do: if is_met {
                String::new()
            } else {
                "Put what is untouched on the agenda.".to_owned()
            },
            is_silent: false,
        }
    }

    pub(super) fn library(&self, matters: &[&str]) -> Evidence {
        let register = Place::Register(Kind::Policy);
        let about = Kind::Policy.register().field("about").map(|field| field.answer);
        let in_force = || {
            self.standing(Kind::Policy)
                .filter(|kept| kept.entry.text("withdrawn").is_empty())
        };
        let is_there = |word: &&&str| in_force().any(|kept| kept.entry.text("about") == **word);
        let lacking: Vec<&str> = matters
            .iter()
            .filter(|word| !is_there(word))
            .filter_map(|word| about.and_then(|answer| answer.shown(word)))
            .collect();
        if !lacking.is_empty() {
            let words = format!("The library has no policy on: {}.", lacking.join("; "));
            return Evidence::not_known(words, "Put it into the policy library.").at(register);
        }
        Evidence {
            state: State::Met,
            words: format!(
                "The library has a policy on {} of {} matters.",
                matters.len(),
                matters.len()
            ),
            places: vec![register],
            since: in_force().map(Kept::about_day).max(),
            to_do: String::new(),
            is_silent: false,
        }
    }

    pub(super) fn procedures(&self) -> Evidence {
        let register = Place::Register(Kind::Policy);
        let in_force = || {
            self.standing(Kind::Policy)
                .filter(|kept| kept.entry.text("withdrawn").is_empty())
        };
        let is_named = |id: &str| {
            let is_id = |word: &str| word.trim_matches([',', ';', '.']).eq_ignore_ascii_case(id);
            in_force().any(|kept| kept.entry.text("clauses").split_whitespace().any(is_id))
        };
        let all = clauses(self.office.profile.id).count();
        let without: Vec<&str> = clauses(self.office.profile.id)
            .map(|one| one.id)
            .filter(|id| !is_named(id))
            .collect();
        let to_do = "Name in the policy library which clauses each procedure carries out.";
        if without.len() == all {
            return Evidence::not_known("No procedure names a clause so far.", to_do).at(register);
        }
        let words = format!("{} of {all} clauses have a procedure.", all - without.len());
        let is_met = without.is_empty();
        Evidence {
            state: if is_met { State::Met } else { State::NotMet },
            words: match is_met {
                true => words,
                false => format!("{words} Without one: {}.", without.join(", ")),
            },
            places: vec![register],
            since: in_force().map(Kept::about_day).max(),
            to_do: if is_met { String::new() } else { to_do.to_owned() },
            is_silent: false,
        }
    }

    pub(super) fn attested(&self, clause: &str) -> Evidence {
        let said = self
            .standing(Kind::Attestation)
            .filter(|kept| kept.entry.text("clause") == clause);
        let Some(kept) = said.max_by_key(|kept| (kept.about_day(), kept.at)) else {
            let to_do = "Somebody says by name how it is met, and until when that can be relied on.";
            return Evidence::not_known("Nobody has said so far how it is met.", to_do)
                .at(Place::Register(Kind::Attestation));
        };
        let (on, today) = (kept.about_day(), self.office.today);
        let until = kept.entry.day("until").unwrap_or(on);
        let (state, words, since) = match until.days_since(today) {
            _ if kept.entry.text("holds") == "no" => (State::NotMet, "It is said that it is not met, on", on),
            ..0 => (
                State::Overdue,
                "What was said has run out. It was said on",
                until.plus_days(1),
            ),
            0..=SOON => (State::DueSoon, "Attested on", until.plus_days(-SOON)),
            _ => (State::Met, "Attested on", on),
        };
        Evidence {
            state,
            words: format!("{words} {}, to be relied on until {}.", on.long(), until.long()),
            places: vec![Place::Entry(Kind::Attestation, kept.id)],
            since: Some(since),
            to_do: match state {
                State::Met => String::new(),
                _ => "Attest it anew, once it is so.".to_owned(),
            },
            is_silent: false,
        }
    }
}
