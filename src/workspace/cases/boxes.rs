//! The boxes that narrow the list of cases, and what it is narrowed by.

use leptos::prelude::*;

use super::filter::{Filter, NARROWED, ORDERS};
use crate::components::{
    Button, ButtonLook, Choice, Disclosure, FieldId, Form, IconName, Select, TextInput, TextKind, Width, focus_soon,
};
use crate::view;
use crate::workspace::session::Session;

fn choices(words: &[(&'static str, &'static str)]) -> Vec<Choice> {
    words.iter().map(|(word, label)| Choice::new(*word, *label)).collect()
}

/// Search and order, which the list follows at once, and the panel, which narrows it when that is asked for.
#[component]
pub(super) fn FilterBoxes(
    /// The filter.
    filter: Filter,
) -> impl IntoView {
    let session = Session::here();
    let team = session.desk().map(|desk| desk.team()).unwrap_or_default();
    let people = team.current().into_iter();
    let people: Vec<_> = people
        .map(|worker| Choice::new(worker.id.to_string(), worker.name.clone()))
        .collect();
    let ways = NARROWED.iter().zip(filter.boxes).map(|((label, words), value)| {
        let mut all = choices(words);
        if *label == "Worker" {
            all.extend(people.iter().cloned());
        }
        view! { <Select label=*label choices=all value width=Width::Medium /> }
    });
    let ways = ways.collect_view();
    let apply = || view! { <Button label="Apply filters" look=ButtonLook::Secondary /> };
    view! {
        <search class="filter">
            <div class="filter__boxes">
                <TextInput
                    label="Find a case"
                    hint="A name, a school, a code, a telephone number, or words from the record"
                    value=filter.typed
                    kind=TextKind::Search
                />
                <Select label="Sort by" choices=choices(&ORDERS) value=filter.order width=Width::Medium />
            </div>
            <Disclosure label="Filter">
                <Form on_submit=move || filter.apply()>
                    {apply()}
                    <div class="filter__boxes">{ways}</div>
                    {apply()}
                </Form>
            </Disclosure>
        </search>
    }
}

/// What the list is narrowed by, each with the button that takes it away.
#[component]
pub(super) fn Narrowed(
    /// The filter.
    filter: Filter,
    /// The heading of the list, which takes the focus when a button goes.
    heading: FieldId,
) -> impl IntoView {
    let session = Session::here();
    let chosen = Memo::new(move |_| session.read(|desk| filter.narrowed(desk)).unwrap_or_default());
    let remove = move |way: usize| {
        filter.remove(way);
        focus_soon(heading.control());
    };
    move || {
        let rows = chosen.get().into_iter().map(|(way, words)| {
            view! {
                <li><Button label=words about="– remove this filter" look=ButtonLook::Quiet icon=IconName::X on_press=move || remove(way) /></li>
            }
        });
        chosen
            .with(|chosen| !chosen.is_empty())
            .then(|| view! { <ul class="list-plain cluster" aria-label="Filters in use">{rows.collect_view()}</ul> })
    }
}
