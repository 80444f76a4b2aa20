//! A half-written form of many boxes, kept as one sealed text.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::components::DateParts;
use crate::workspace::draft::{DraftKeeper, use_draft};

/// The boxes of a form, each with a name of its own. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Boxes {
    texts: StoredValue<Vec<(String, RwSignal<String>)>>,
    ticks: StoredValue<Vec<RwSignal<Vec<String>>>>,
    /// Single ticks, each with a name of its own.
    flags: StoredValue<Vec<(&'static str, RwSignal<bool>)>>,
    /// What the form was filled in about: a draft about anything else is not brought back.
    about: StoredValue<String>,
    /// What can be ticked: whatever a draft holds besides is dropped, for it has left the page since.
    known: StoredValue<Vec<String>>,
}

#[derive(Serialize, Deserialize)]
struct Packed {
    ticks: Vec<Vec<String>>,
    texts: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    flags: BTreeMap<String, bool>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    about: String,
}

/// The boxes of a date, each with a name of its own.
pub(crate) fn date_boxes(name: &str, date: DateParts) -> [(String, RwSignal<String>); 3] {
    [("day", date.day), ("month", date.month), ("year", date.year)].map(|(part, text)| (format!("{name}.{part}"), text))
}

impl Boxes {
    /// The boxes of a form: lines of text, lists of ticks, and what can be ticked.
    pub(crate) fn new(
        texts: Vec<(String, RwSignal<String>)>,
        ticks: Vec<RwSignal<Vec<String>>>,
        known: Vec<String>,
    ) -> Self {
        Self {
            texts: StoredValue::new(texts),
            ticks: StoredValue::new(ticks),
            known: StoredValue::new(known),
            flags: StoredValue::new(Vec::new()),
            about: StoredValue::new(String::new()),
        }
    }

    /// The same with one more line of text.
    pub(crate) fn and(self, name: &str, text: RwSignal<String>) -> Self {
        self.texts.update_value(|all| all.push((name.to_owned(), text)));
        self
    }

    /// The same with one more list of ticks, and what can be ticked in it.
    pub(crate) fn and_ticks(self, ticks: RwSignal<Vec<String>>, known: Vec<String>) -> Self {
        self.ticks.update_value(|all| all.push(ticks));
        self.known.update_value(|all| all.extend(known));
        self
    }

    /// The same with a single tick.
    pub(crate) fn and_tick(self, name: &'static str, tick: RwSignal<bool>) -> Self {
        self.flags.update_value(|all| all.push((name, tick)));
        self
    }

    /// The same, for answers that hold for one thing alone, such as what a check found: a draft about another is left. What is
    /// given twice counts together.
    pub(crate) fn about(self, about: &str) -> Self {
        self.about.update_value(|all| all.push_str(about));
        self
    }

    fn pack(self) -> String {
        let packed = Packed {
            ticks: self.ticks.with_value(|all| all.iter().map(RwSignal::get).collect()),
            texts: self
                .texts
                .with_value(|all| all.iter().map(|(name, text)| (name.clone(), text.get())).collect()),
            flags: self.flags.with_value(|all| {
                all.iter()
                    .map(|(name, tick)| ((*name).to_owned(), tick.get()))
                    .collect()
            }),
            about: self.about.get_value(),
        };
        // Texts alone: this cannot fail, and if it did there would be no draft rather than a wrong one.
        serde_json::to_string(&packed).unwrap_or_default()
    }

    fn unpack(self, packed: &str) {
        let Ok(mut packed) = serde_json::from_slice::<Packed>(packed.as_bytes()) else {
            return;
        };
        if self.about.with_value(|about| *about != packed.about) {
            return;
        }
        for (ticks, kept) in self.ticks.get_value().into_iter().zip(packed.ticks) {
            ticks.set(
                kept.into_iter()
                    .filter(|tick| self.known.with_value(|known| known.contains(tick)))
                    .collect(),
            );
        }
        for (name, text) in self.texts.get_value() {
            if let Some(kept) = packed.texts.remove(&name) {
                text.set(kept);
            }
        }
        for (name, tick) in self.flags.get_value() {
            if let Some(kept) = packed.flags.get(name) {
                tick.set(*kept);
            }
        }
    }

    /// Keeps the form as a draft under a place's name, and brings an earlier one back.
    pub(crate) fn keep(self, place: &str) -> DraftKeeper {
        let packed = RwSignal::new(untrack(|| self.pack()));
        let keeper = use_draft(place, vec![("form", packed)]);
        Effect::new(move || {
            let now = self.pack();
            if packed.with_untracked(|before| *before != now) {
                packed.set(now);
            }
        });
        Effect::new(move |before: Option<()>| {
            let brought = packed.get();
            if before.is_some() && untrack(|| self.pack()) != brought {
                self.unpack(&brought);
            }
        });
        keeper
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> RwSignal<String> {
        RwSignal::new(words.to_owned())
    }

    #[test]
    fn what_was_typed_and_ticked_comes_back_and_only_for_what_it_was_about() {
        Owner::new().with(|| {
            let boxes = |about: &str, why: RwSignal<String>, own: RwSignal<bool>| {
                Boxes::new(Vec::new(), Vec::new(), Vec::new())
                    .and("why", why)
                    .and_tick("own", own)
                    .about(about)
            };
            let packed = boxes("a match", text("another Priya"), RwSignal::new(true)).pack();
            let (why, own) = (text(""), RwSignal::new(false));
            boxes("another match", why, own).unpack(&packed);
            assert_eq!((why.get(), own.get()), (String::new(), false));
            boxes("a match", why, own).unpack(&packed);
            assert_eq!((why.get(), own.get()), ("another Priya".to_owned(), true));
        });
    }

    #[test]
    fn a_draft_of_an_earlier_release_still_opens() {
        Owner::new().with(|| {
            let why = text("");
            let boxes = Boxes::new(vec![("why".to_owned(), why)], Vec::new(), Vec::new());
            boxes.unpack(r#"{"ticks":[],"texts":{"why":"kept"}}"#);
            assert_eq!(why.get(), "kept");
        });
    }
}
