//! What the giver settles before their view is sealed: the words, whether they are named, who should not read it (LEI-32).

use evenhand_domain::register::{Kind, RegisterEntry};
use leptos::prelude::*;

use super::words::{list, said};
use crate::components::{Checkboxes, Choice, Notice, Problems, TextInput, Tone, Width, WordForWord};
use crate::view;
use crate::workspace::registers::{Typed, draw};
use crate::workspace::session::Session;

/// The second step.
#[component]
pub(super) fn Settle(
    /// What is asked about the view.
    typed: Typed,
    /// The words.
    text: RwSignal<String>,
    /// Those who should not read it.
    not_for: RwSignal<Vec<String>>,
    /// What is wrong with the answers.
    problems: Problems,
) -> impl IntoView {
    let session = Session::here();
    let found = untrack(|| session.read(|desk| text.with(|text| desk.traces(session.now(), text))));
    let found = found.unwrap_or_default();
    let traces = match found.is_empty() {
        true => view! {
            <Notice tone=Tone::Info title="Nothing was found that tells who they are">
                <p>"You and they may still see something: a story that only one family has, or words that only they use."</p>
            </Notice>
        },
        false => {
            let lines = found
                .into_iter()
                .map(|trace| view! { <li>{trace.what}": "<strong><bdi>{trace.words}</bdi></strong></li> });
            view! {
                <Notice tone=Tone::Warning title="This may tell others who they are">
                    <ul>{lines.collect_view()}</ul>
                    <p>"Show it to them, or read it out. They decide whether it stays. A story that only one family has tells it too."</p>
                </Notice>
            }
        }
    };
    let beside = untrack(|| typed.read()).map(|values| {
        beside(RegisterEntry {
            kind: Kind::View,
            values,
        })
    });
    let beside = list(beside.unwrap_or_default());
    let of = move |name: &'static str| {
        let one = typed.boxes().into_iter().find(|one| one.field.name == name);
        one.map(|one| draw(session, Kind::View, one, problems))
    };
    let text_of = move |name: &'static str| {
        let one = typed.boxes().into_iter().find(|one| one.field.name == name);
        one.map(|one| (one.id(), one.text))
    };
    let named = text_of("named").map(|(_, text)| text);
    let is_named = Memo::new(move |_| named.is_some_and(|named| named.with(|named| named == "yes")));
    // It has to be there once they are named, so it is not drawn as what may stay open.
    let name = move || {
        let (id, value) = text_of("name").filter(|_| is_named.get())?;
        Some(
            view! { <TextInput label="The name that goes with it" value id error=problems.of(id) width=Width::Long /> },
        )
    };
    let colleagues = untrack(|| {
        session.read(|desk| {
            let me = desk.me().ok().map(|me| me.id);
            let team = desk.team();
            let others = team.current().into_iter().filter(|one| Some(one.id) != me);
            let choices = others.map(|one| Choice::new(one.id.to_string(), one.name.clone()));
            choices.collect::<Vec<_>>()
        })
    });
    let colleagues = colleagues.unwrap_or_default();
    view! {
        <p>"Read the words out or show them. Once they are sealed, nobody can change them, and they go out just so."</p>
        <WordForWord whose="The words as they would be sealed" text />
        <p>"This goes out with them:"</p>
        {beside}
        {traces}
        {of("named")}
        {name}
        {of("reach")}
        {(!colleagues.is_empty()).then(|| view! {
            <Checkboxes
                legend="Is there anybody here who should not read it? (optional)"
                hint="You can read it, and so can the managers. Nobody else can, unless one of you lets them."
                choices=colleagues
                value=not_for
            />
        })}
        {of("settled")}
    }
}

/// What stands above the words of a view when it goes out, besides the name.
fn beside(about: RegisterEntry) -> Vec<String> {
    let all = [
        ("Given by", "is"),
        ("Through", "through"),
        ("Did we ask for it", "asked"),
        ("About", "request"),
        ("Language", "language"),
    ];
    let told = all.into_iter().map(|(label, name)| (label, said(&about, name)));
    let told = told.filter(|(_, words)| !words.is_empty());
    told.map(|(label, words)| format!("{label}: {words}")).collect()
}
