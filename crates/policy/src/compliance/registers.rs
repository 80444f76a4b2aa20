//! What the registers show.

use evenhand_domain::date::Day;
use evenhand_domain::register::{Kept, Kind};

use super::{Evidence, Place, Records, State};
use crate::clause::clauses;
use crate::due::{DueItem, done_for_good, is_denied, what_of};
use crate::profile::Cadence;

/// What is due within so many days is due soon.
const SOON: i64 = 14;

impl Records<'_> {
    pub(super) fn standing(&self, kind: Kind) -> impl Iterator<Item = &Kept> {
        let all = self.office.entries.iter().copied();
        all.filter(move |kept| kept.entry.kind == kind)
    }

    pub(super) fn year_ago(&self) -> Day {
        self.office.today.plus_months(-12)
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
                0 => Evidence::not_known(format!("{}: nobody owes it so far.", what_of(cadence)), "").silent(),
                _ => Evidence {
                    state: State::Met,
                    words: format!("{}: done once and for all by everybody who owes it.", what_of(cadence)),
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
        let alone = items.len() == 1;
        let of = |count: usize, words: &str| match alone {
            true => format!("{what}: {words}"),
            false => format!("{what}: {count} of {} {words}", items.len()),
        };
        let words = match (state, last) {
            (State::NotMet, _) => format!("{what}: the newest entry says that it does not hold."),
            (State::Overdue, _) => {
                let oldest = if alone { "" } else { "the oldest " };
                format!("{}, {oldest}since {}.", of(late, "overdue"), day.long())
            }
            (_, Some(last)) if never == 0 => format!("{what}: done last on {}, next by {}.", last.long(), day.long()),
            _ => format!("{}, to be done by {}.", of(never, "not done yet"), day.long()),
        };
        let since = match state {
            State::Overdue => Some(day.plus_days(1)),
            State::DueSoon => Some(day.plus_days(-SOON)),
            State::Met | State::NotMet => last,
            State::NotKnown => None,
        };
        let to_do = match state {
            State::Met => String::new(),
            State::NotMet => format!("“{what}” anew, once it holds."),
            State::Overdue => format!("“{what}” is done and noted."),
            _ => format!("“{what}” is done and noted by {}.", day.long()),
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
        // What the library holds does not grow old by lying there; its own day says how old it is.
        let lasts = kind == Kind::Resource;
        if newest < self.year_ago() && by_day.is_none() && !lasts {
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
            since: (state == State::Met).then_some(newest),
            to_do: match state {
                State::Met => String::new(),
                _ => "Do what these entries name, and note it with them.".to_owned(),
            },
            is_silent: false,
        }
    }

    pub(super) fn never(&self, kind: Kind, field: &str, word: &str) -> Evidence {
        let register = kind.register();
        let of_the_year = || {
            let own = self.standing(kind).filter(|kept| !kept.entry.text(field).is_empty());
            own.filter(|kept| kept.about_day() >= self.year_ago())
        };
        let count = of_the_year().count();
        if count == 0 {
            return Evidence::not_known(format!("“{}”: nothing of the last year.", register.title), "").silent();
        }
        let such: Vec<&Kept> = of_the_year().filter(|kept| kept.entry.text(field) == word).collect();
        let shown = register.field(field).and_then(|field| field.answer.shown(word));
        let shown = shown.unwrap_or_default();
        Evidence {
            state: if such.is_empty() { State::Met } else { State::NotMet },
            words: format!("{} of {count} of the last year say: “{shown}”.", such.len()),
            places: such.iter().map(|kept| Place::Entry(kind, kept.id)).collect(),
            since: of_the_year().map(Kept::about_day).max(),
            to_do: match such.is_empty() {
                true => String::new(),
                false => "Find another way, so that it does not happen again. Each counts for a year.".to_owned(),
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
        let all = clauses(self.office.policy.copied().id).count();
        let without: Vec<&str> = clauses(self.office.policy.copied().id)
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
