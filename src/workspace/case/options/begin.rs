//! Begin with the choices that are usually open at a step, with their law and time limits (SPS-1, STA-14).

use evenhand_domain::family::Standing;
use evenhand_engine::policy::options::{self, Stage};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::typed::Typed;
use crate::components::{Choice, DateInput, DateParts, Inset, Select, Width};
use crate::platform::data_file::fetch_data_file;
use crate::view;
use crate::workspace::case::this::ThisCase;
use crate::workspace::day;

fn stages() -> Vec<Choice> {
    let all = Stage::ALL.into_iter();
    all.map(|(_, word, shown)| Choice::new(word, shown)).collect()
}

/// The stage that the children of the case are most likely at, where it is the same for all.
fn likely(this: ThisCase) -> Option<Stage> {
    let found = this.read(|_, story, _| {
        let people = story.people().into_iter();
        let children = people.filter(|party| matches!(party.is, Standing::Child | Standing::YoungPerson));
        let mut stages = children.map(|party| Stage::likely(party.dob, party.age, this.today()));
        let first = stages.next().flatten();
        first.filter(|_| stages.all(|stage| stage == first))
    });
    found.flatten()
}

/// A choice of sets that fills the boxes below, to be changed as this family needs it. Where the sets cannot be had, the boxes are empty.
#[component]
pub(super) fn BeginWith(
    /// The boxes.
    typed: Typed,
) -> impl IntoView {
    let this = ThisCase::here();
    let data = RwSignal::new(String::new());
    let today = this.today();
    let known = untrack(|| likely(this));
    let stage = RwSignal::new(known.map_or("", Stage::word).to_owned());
    let sets = Memo::new(move |_| data.with(|text| options::Set::read(text, today, Stage::of(&stage.get()))));
    spawn_local(async move {
        let text = fetch_data_file("options").await.unwrap_or_default();
        // The page may be gone by now.
        let _ = data.try_set(text);
    });
    let (chosen, letter) = (RwSignal::new(String::new()), DateParts::empty());
    let set = Memo::new(move |_| {
        let chosen = chosen.get();
        sets.with(|sets| sets.iter().find(|set| set.id == chosen).cloned())
    });
    let limits = Memo::new(move |_| {
        let from = day::read(letter).ok().flatten();
        set.with(|set| set.as_ref().map(|set| set.limits_from(from)).unwrap_or_default())
    });
    Effect::new(move |before: Option<String>| {
        let limits = limits.get();
        untrack(|| typed.tell_limits(&limits, before.as_deref().unwrap_or_default()));
        limits
    });
    Effect::new(move |before: Option<Option<options::Set>>| {
        let before = before.flatten();
        let Some(set) = set.get() else { return before };
        let old = before.as_ref().map(|old| (old.matter.as_str(), old.choices.as_slice()));
        untrack(|| typed.fill(&set.matter, &set.choices, old));
        Some(set)
    });
    let choices = Signal::derive(move || {
        sets.with(|sets| {
            let all = sets.iter().map(|set| Choice::new(set.id.clone(), set.matter.clone()));
            all.collect::<Vec<_>>()
        })
    });
    let told = move || {
        let set = set.get()?;
        let limits: Vec<String> = limits.with(|limits| limits.lines().map(str::to_owned).collect());
        let checked = match &set.checked {
            Some((day, against)) => format!(
                "Checked on {} against {against}. The law may have changed since: look it up before you rely on it.",
                day.long()
            ),
            None => "Nobody has checked this against the law as it stands today: look it up before you rely on it."
                .to_owned(),
        };
        Some(view! {
            <Inset>
                <p>{set.law.clone()}</p>
                <ul>{limits.into_iter().map(|limit| view! { <li>{limit}</li> }).collect_view()}</ul>
                <p class="muted small">{checked}" It is the letter that counts: check the letter."</p>
            </Inset>
        })
    };
    let differs = move || {
        let chosen = Stage::of(&stage.get())?;
        let known = known.filter(|known| *known != chosen)?;
        let noted = format!("The record of the child points to another stage: {}.", known.shown());
        Some(view! { <p class="muted">{noted}</p> })
    };
    let counted =
        Signal::derive(move || set.with(|set| set.as_ref().map_or_else(String::new, |set| set.counted.clone())));
    let is_there = Memo::new(move |_| choices.with(|choices| !choices.is_empty()));
    move || {
        is_there.get().then(|| {
            view! {
                <Select
                    label="Stage of education"
                    hint="The steps and their law differ by it. It begins with what is known of the child."
                    choices=Signal::stored(stages())
                    placeholder="All stages"
                    value=stage
                />
                {differs}
                <Select label="Begin with the options of a step (optional)" choices placeholder="None of these" width=Width::Full value=chosen />
                {move || set.with(Option::is_some).then(|| view! {
                    <DateInput legend=move || format!("{} (optional)", counted.get()) value=letter />
                })}
                {told}
            }
        })
    }
}
