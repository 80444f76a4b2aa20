//! What the group shows: who sits in it, who chairs it, and what it did.

use evenhand_domain::register::{Answer, Kept, Kind};

use super::{Evidence, Place, Records, State};
use crate::group::{chair_fault, composition};

/// Those of the group's functions that are its own nine (LEI-13); the register names more, of other policies.
const NINE: usize = 9;

impl Records<'_> {
    /// Held in the last year.
    fn meetings(&self) -> impl Iterator<Item = &Kept> {
        let held = |kept: &&Kept| kept.entry.text("held") == "yes" && kept.about_day() >= self.year_ago();
        self.standing(Kind::Meeting).filter(held)
    }

    pub(super) fn sectors(&self, lists: &[&[&str]]) -> Evidence {
        let register = Place::Register(Kind::Member);
        let members: Vec<&Kept> = self
            .standing(Kind::Member)
            .filter(|kept| kept.entry.text("to").is_empty())
            .collect();
        if members.is_empty() {
            return Evidence::not_known(
                "Nobody is noted as a member of the advisory group.",
                "Note who sits in the advisory group.",
            )
            .at(register);
        }
        let sector = Kind::Member.register().field("sector").map(|field| field.answer);
        let is_there = |word: &&str| members.iter().any(|kept| kept.entry.text("sector") == *word);
        let lacking = lists.iter().filter(|words| !words.iter().any(is_there));
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
        let group = composition(self.office.policy.on(self.office.today), members());
        if !group.has_chair {
            return Evidence::not_known("Nobody is noted as the Chair.", "Note who sits in the Chair.").at(register);
        }
        let fault = members().find_map(|kept| chair_fault(self.office.policy.on(self.office.today), &kept.entry));
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
                "Change who sits in the advisory group, and note it.".to_owned()
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
            let to_do = "Note a meeting of the advisory group, with what it did.";
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
}
