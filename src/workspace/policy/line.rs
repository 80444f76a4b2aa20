//! One rule as a line: what it asks, by which clauses, how firmly, and where it is changed.

use evenhand_engine::policy::profile::{Policy, Profile, Setting};
use leptos::prelude::*;

use crate::components::{Tag, Tone};
use crate::view;
use crate::workspace::route::Route;

/// One rule of the policy.
pub(super) struct Line {
    /// What it asks.
    pub(super) what: String,
    /// The clauses it rests on, or why there are none.
    pub(super) by: String,
    /// How firmly, how often.
    pub(super) how: String,
    /// Whether nothing goes on without it.
    pub(super) is_firm: bool,
    /// What changes it, where something does.
    pub(super) setting: Option<Setting>,
}

/// The rules that are shown, and whether whoever reads them changes them.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub(super) policy: Policy,
    /// Those of today.
    pub(super) now: &'static Profile,
    pub(super) may_change: bool,
}

impl Shown {
    fn line(self, line: Line) -> impl IntoView {
        let tone = if line.is_firm { Tone::Info } else { Tone::Plain };
        let what = line.what.clone();
        let links = line.setting.map(|setting| self.links(setting, &what));
        view! {
            <li class="clause">
                <p class="clause__what"><span class="clause__title">{line.what}</span><span class="muted">{line.by}</span></p>
                <p class="clause__state"><Tag text=line.how tone /></p>
                {links}
            </li>
        }
    }

    /// What was changed in it, and the way to change it.
    pub(super) fn links(self, setting: Setting, what: &str) -> impl IntoView + use<> {
        let about = what.to_owned();
        let changed = self.now.changed_by(setting).map(|entry| {
            let href = Route::Entry(setting.kind(), entry).href();
            view! { <a href=href>"Changed by us"<span class="visually-hidden">{about.clone()}</span></a> }
        });
        let change = (self.may_change && setting.can_be_changed(self.policy.copied())).then(|| {
            let href = Route::ChangeSetting(setting).href();
            view! { <a href=href>"Change"<span class="visually-hidden">{about.clone()}</span></a> }
        });
        (changed.is_some() || change.is_some())
            .then(|| view! { <p class="clause__evidence cluster small">{changed}{change}</p> })
    }

    /// Lines under a heading; nothing where there are none.
    pub(super) fn part(self, heading: &'static str, about: &'static str, lines: Vec<Line>) -> Option<impl IntoView> {
        (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(|line| self.line(line)).collect_view();
            view! {
                <section class="stack">
                    <h2>{heading}</h2>
                    <p class="muted">{about}</p>
                    <ul class="clauses">{lines}</ul>
                </section>
            }
        })
    }
}
