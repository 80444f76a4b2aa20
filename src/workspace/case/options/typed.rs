//! What stands in the boxes of an explanation of options.

use evenhand_domain::case::options::{Choice, OptionSet};
use evenhand_domain::ids::PartyId;
use leptos::prelude::*;

use crate::components::{FieldId, Problem};
use crate::workspace::case::form_draft::Boxes;
use crate::workspace::case::near::trimmed;

pub(super) const MATTER: FieldId = FieldId::named("matter");
pub(super) const TO: FieldId = FieldId::named("to");

/// The option that is always there (SPS-1).
const NOTHING: &str = "Doing nothing for now";

/// The most options on one page; more than these nobody can weigh.
pub(super) const MOST: usize = 6;

/// One option while it is typed.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    pub(super) field: FieldId,
    pub(super) pros_field: FieldId,
    pub(super) cons_field: FieldId,
    pub(super) what: RwSignal<String>,
    pub(super) pros: RwSignal<String>,
    pub(super) cons: RwSignal<String>,
    pub(super) basis: RwSignal<String>,
}

/// Everything that is typed. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    pub(super) matter: RwSignal<String>,
    pub(super) to: RwSignal<Vec<String>>,
    pub(super) slots: StoredValue<Vec<Slot>>,
    /// The time limits, a line each.
    pub(super) limits: RwSignal<String>,
    /// How many options are in sight.
    pub(super) count: RwSignal<usize>,
}

impl Slot {
    fn new(what: &str) -> Self {
        let text = || RwSignal::new(String::new());
        let what = RwSignal::new(what.to_owned());
        Self {
            field: FieldId::new(),
            pros_field: FieldId::new(),
            cons_field: FieldId::new(),
            what,
            pros: text(),
            cons: text(),
            basis: text(),
        }
    }

    /// What stands in it.
    fn choice(self) -> Choice {
        Choice {
            what: trimmed(self.what),
            pros: trimmed(self.pros),
            cons: trimmed(self.cons),
            basis: trimmed(self.basis),
        }
    }

    /// Writes a choice into it, or empties it.
    fn set(self, choice: Option<&Choice>) {
        let text = |part: fn(&Choice) -> &String| choice.map(|choice| part(choice).clone()).unwrap_or_default();
        self.what.set(text(|choice| &choice.what));
        self.pros.set(text(|choice| &choice.pros));
        self.cons.set(text(|choice| &choice.cons));
        self.basis.set(text(|choice| &choice.basis));
    }

    fn is_empty(self) -> bool {
        [self.what, self.pros, self.cons, self.basis]
            .into_iter()
            .all(|text| text.with(|text| text.trim().is_empty()))
    }
}

impl Typed {
    /// Two options to begin with, of which one is to do nothing.
    pub(super) fn new() -> Self {
        let slots = (0..MOST)
            .map(|at| Slot::new(if at == 1 { NOTHING } else { "" }))
            .collect();
        Self {
            matter: RwSignal::new(String::new()),
            to: RwSignal::new(Vec::new()),
            slots: StoredValue::new(slots),
            limits: RwSignal::new(String::new()),
            count: RwSignal::new(2),
        }
    }

    /// Fills the boxes with the choices of a set. What was typed stays; what an earlier set filled in and nobody changed makes room.
    pub(super) fn fill(self, matter: &str, choices: &[Choice], before: Option<(&str, &[Choice])>) {
        let (old_matter, old) = before.unwrap_or_default();
        let is_untouched = |choice: &Choice| {
            old.contains(choice) || (choice.what == NOTHING && choice.pros.is_empty() && choice.cons.is_empty())
        };
        let slots = self.slots.get_value();
        let typed = slots.iter().filter(|slot| !slot.is_empty()).map(|slot| slot.choice());
        let typed: Vec<Choice> = typed.filter(|choice| !is_untouched(choice)).collect();
        let fresh = choices.iter().filter(|choice| !typed.contains(choice)).cloned();
        let all: Vec<Choice> = typed.iter().cloned().chain(fresh).take(MOST).collect();
        if [String::new(), old_matter.to_owned()].contains(&trimmed(self.matter)) {
            self.matter.set(matter.to_owned());
        }
        self.count.set(all.len().max(2));
        for (at, slot) in slots.into_iter().enumerate() {
            slot.set(all.get(at));
        }
    }

    /// Writes the time limits of a set, unless somebody has changed what was written before.
    pub(super) fn tell_limits(self, limits: &str, before: &str) {
        if [String::new(), before.trim().to_owned()].contains(&trimmed(self.limits)) {
            self.limits.set(limits.to_owned());
        }
    }

    /// Every box with a name of its own, for the draft.
    pub(super) fn boxes(self, people: Vec<String>) -> Boxes {
        let mut texts = vec![("matter".to_owned(), self.matter), ("limits".to_owned(), self.limits)];
        for (at, slot) in self.slots.get_value().into_iter().enumerate() {
            let parts = [
                ("what", slot.what),
                ("pros", slot.pros),
                ("cons", slot.cons),
                ("basis", slot.basis),
            ];
            texts.extend(parts.into_iter().map(|(name, text)| (format!("{at}.{name}"), text)));
        }
        Boxes::new(texts, vec![self.to], people)
    }

    /// Brings into sight whatever a draft has filled.
    pub(super) fn show_filled(self) {
        let last = self
            .slots
            .with_value(|slots| slots.iter().rposition(|slot| !slot.is_empty()));
        let needed = last.map_or(2, |last| last + 1);
        if self.count.with_untracked(|count| *count < needed) {
            self.count.set(needed);
        }
    }

    /// The options, or every problem in the order of the page. Where the policy asks, each has something for it and against it.
    pub(super) fn gather(self, must_explain: bool) -> Result<OptionSet, Vec<Problem>> {
        let mut found = Vec::new();
        let matter = trimmed(self.matter);
        if matter.is_empty() {
            found.push(Problem::new(MATTER, "Enter what is to be decided"));
        }
        let to: Vec<PartyId> = self
            .to
            .with(|all| all.iter().filter_map(|party| party.parse().ok()).collect());
        if to.is_empty() {
            found.push(Problem::new(TO, "Select whom you explained it to"));
        }
        let slots = self.slots.get_value();
        let filled: Vec<Slot> = slots.iter().copied().filter(|slot| !slot.is_empty()).collect();
        for slot in filled.iter().filter(|slot| trimmed(slot.what).is_empty()) {
            found.push(Problem::new(slot.field, "Enter what the option is"));
        }
        for slot in filled.iter().filter(|_| must_explain) {
            if trimmed(slot.pros).is_empty() {
                found.push(Problem::new(slot.pros_field, "Enter a good point of this option"));
            }
            if trimmed(slot.cons).is_empty() {
                found.push(Problem::new(slot.cons_field, "Enter a bad point of this option"));
            }
        }
        if filled.len() < 2 {
            let empty = slots
                .iter()
                .find(|slot| slot.is_empty())
                .map_or(MATTER, |slot| slot.field);
            found.push(Problem::new(
                empty,
                "Enter at least two options. Doing nothing for now is one.",
            ));
        }
        if !found.is_empty() {
            return Err(found);
        }
        let choices = filled.into_iter().map(Slot::choice).collect();
        let limits = trimmed(self.limits);
        Ok(OptionSet {
            matter,
            to,
            choices,
            limits,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(what: &str, pros: &str) -> Choice {
        Choice {
            what: what.to_owned(),
            pros: pros.to_owned(),
            cons: String::new(),
            basis: String::new(),
        }
    }

    #[test]
    fn sta_14_a_set_fills_the_boxes_and_nothing_that_was_typed_is_lost() {
        Owner::new().with(|| {
            let typed = Typed::new();
            let whats = || {
                let slots = typed.slots.get_value();
                let all = slots.iter().map(|slot| slot.what.get()).filter(|what| !what.is_empty());
                all.collect::<Vec<_>>()
            };
            let (first, second) = (
                [choice("Appeal", "Free"), choice(NOTHING, "Calm")],
                [choice("Mediate", "Quick")],
            );
            typed.fill("Refusal", &first, None);
            assert_eq!(
                (whats(), typed.matter.get().as_str()),
                (vec!["Appeal".to_owned(), NOTHING.to_owned()], "Refusal")
            );
            typed.slots.get_value()[0].pros.set("Free and slow".to_owned());
            typed.fill("Draft", &second, Some(("Refusal", &first)));
            assert_eq!(
                (whats(), typed.matter.get().as_str()),
                (vec!["Appeal".to_owned(), "Mediate".to_owned()], "Draft")
            );
            typed.matter.set("Own words".to_owned());
            typed.fill("Refusal", &first, Some(("Draft", &second)));
            assert_eq!(typed.matter.get(), "Own words");
            assert_eq!(whats(), ["Appeal", "Appeal", NOTHING]);
        });
    }

    #[test]
    fn sps_1_time_limits_follow_the_letter_until_somebody_changes_them() {
        Owner::new().with(|| {
            let typed = Typed::new();
            typed.tell_limits("Within 2 months: appeal.", "");
            typed.tell_limits("By 15 December 2026: appeal.", "Within 2 months: appeal.");
            assert_eq!(typed.limits.get(), "By 15 December 2026: appeal.");
            typed
                .limits
                .set("By 14 December 2026, the letter says: appeal.".to_owned());
            typed.tell_limits("By 16 December 2026: appeal.", "By 15 December 2026: appeal.");
            assert_eq!(typed.limits.get(), "By 14 December 2026, the letter says: appeal.");
        });
    }
}
