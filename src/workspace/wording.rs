//! Help with the wording of what a worker writes: quiet, below the text, after a pause, and never in the way (SPS-13, LEI-3, CAM-11).

mod help;
mod kept;
mod mark;

pub(crate) use help::WordingHelp;
pub(crate) use kept::{keep, reasons};

use std::rc::Rc;

use evenhand_engine::policy::recording::{Checks, Label};
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::mark::Marked;
use super::session::Session;
use crate::platform::clock;
use crate::platform::data_file::fetch_data_file;

/// The words and rules, fetched when the first form opens. One for the whole page.
#[derive(Clone, Copy)]
pub(crate) struct Wording {
    checks: StoredValue<Option<Rc<Checks>>, LocalStorage>,
    is_wanted: StoredValue<bool>,
    is_here: RwSignal<bool>,
}

impl Wording {
    /// Provides it at the root.
    pub(crate) fn provide() {
        provide_context(Self {
            checks: StoredValue::new_local(None),
            is_wanted: StoredValue::new(false),
            is_here: RwSignal::new(false),
        });
    }

    /// The one of the page, which fetches the words and rules unless they are here. Where they cannot be had there is no help, and the
    /// next form asks again.
    fn wanted() -> Self {
        let this: Self = expect_context();
        if !this.is_wanted.get_value() {
            this.is_wanted.set_value(true);
            spawn_local(async move {
                let text = fetch_data_file("wording").await;
                // They are read while nobody waits for the form.
                clock::next_paint().await;
                let checks = text.and_then(|text| Checks::read(&text)).map(Rc::new);
                this.is_wanted.set_value(checks.is_some());
                this.is_here.set(checks.is_some());
                this.checks.set_value(checks);
            });
        }
        this
    }

    /// What a worker may want to look at again, each wording once.
    fn look(self, session: Session, text: &str, spared: Option<Label>) -> Vec<Marked> {
        let (Some(checks), Some(desk)) = (self.checks.get_value(), session.desk()) else {
            return Vec::new();
        };
        let mut found: Vec<Marked> = Vec::new();
        for mark in desk.look_at_wording(&checks, text) {
            let words = text.get(mark.span.clone()).unwrap_or_default();
            let is_known = found.iter().any(|known| known.words == words);
            if !is_known && spared != Some(mark.label) {
                found.push(Marked {
                    words: words.to_owned(),
                    reason: mark.reason,
                    instead: mark.instead,
                });
            }
        }
        found
    }
}
