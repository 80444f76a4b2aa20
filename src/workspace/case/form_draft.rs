//! A half-written form of many boxes, kept as one sealed text.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::components::DateParts;
use crate::workspace::draft::{DraftKeeper, use_draft};

/// The boxes of a form, each with a name of its own. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Boxes {
    texts: StoredValue<Vec<(String, RwSignal<String>)>>,
    ticks: StoredValue<Vec<RwSignal<Vec<String>>>>,
    /// What can be ticked: whatever a draft holds besides is dropped, for it has left the page since.
    known: StoredValue<Vec<String>>,
}

#[derive(Serialize, Deserialize)]
struct Packed {
    ticks: Vec<Vec<String>>,
    texts: BTreeMap<String, String>,
}

/// The boxes of a date, each with a name of its own.
pub(super) fn date_boxes(name: &str, date: DateParts) -> [(String, RwSignal<String>); 3] {
    [("day", date.day), ("month", date.month), ("year", date.year)].map(|(part, text)| (format!("{name}.{part}"), text))
}

impl Boxes {
    /// The boxes of a form: lines of text, lists of ticks, and what can be ticked.
    pub(super) fn new(
        texts: Vec<(String, RwSignal<String>)>,
        ticks: Vec<RwSignal<Vec<String>>>,
        known: Vec<String>,
    ) -> Self {
        Self {
            texts: StoredValue::new(texts),
            ticks: StoredValue::new(ticks),
            known: StoredValue::new(known),
        }
    }

    fn pack(self) -> String {
        let packed = Packed {
            ticks: self.ticks.with_value(|all| all.iter().map(RwSignal::get).collect()),
            texts: self
                .texts
                .with_value(|all| all.iter().map(|(name, text)| (name.clone(), text.get())).collect()),
        };
        // Texts alone: this cannot fail, and if it did there would be no draft rather than a wrong one.
        serde_json::to_string(&packed).unwrap_or_default()
    }

    fn unpack(self, packed: &str) {
        let Ok(mut packed) = serde_json::from_str::<Packed>(packed) else {
            return;
        };
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
    }

    /// Keeps the form as a draft under a place's name, and brings an earlier one back.
    pub(super) fn keep(self, place: &str) -> DraftKeeper {
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
