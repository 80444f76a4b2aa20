//! Everybody in a case.

mod details;
mod form;

use evenhand_domain::case::party::Party;
use evenhand_domain::family::Standing;
use evenhand_domain::ids::PartyId;
use leptos::prelude::*;

use self::form::PartyForm;
use super::entered_in_error::EnteredInError;
use super::frame::CaseFrame;
use super::summary::KeepFirst;
use super::this::{ThisCase, age_on};
use super::words::standing_words;
use crate::components::{Button, ButtonLook, IconName, Problems, SummaryList, SummaryRow, Tag, Tone};
use crate::markup::Node;
use crate::view;
use crate::workspace::case::near::as_typed;
use crate::workspace::route::CasePart;

/// What the page shows below its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Nothing,
    Adding,
    Changing(PartyId),
}

/// The people of a case, and the form that adds or changes one.
#[component]
pub(super) fn People() -> impl IntoView {
    let this = ThisCase::here();
    let problems = Problems::new();
    let doing = RwSignal::new(Doing::Nothing);
    let is_open = Memo::new(move |_| this.read(|_, story, _| story.closing().is_none()).unwrap_or(false));
    let people = Memo::new(move |_| {
        let people = this.read(|_, story, _| story.people().into_iter().cloned().collect::<Vec<Party>>());
        people.unwrap_or_default()
    });
    let cards = move || {
        people
            .get()
            .into_iter()
            .map(|party| view! { <PersonCard party doing is_open problems /> })
            .collect_view()
    };
    let mistaken = move || {
        this.read(|_, story, _| {
            let mistaken = story.came.iter().filter_map(|id| story.mistaken.get(id));
            let rows = mistaken.map(|(party, why)| {
                view! {
                    <p class="struck"><bdi>{party.name.clone()}</bdi></p>
                    <p><Tag text=format!("Entered in error: {why}") tone=Tone::Warning /></p>
                }
            });
            rows.collect_view()
        })
    };
    let below = move || {
        match doing.get() {
        Doing::Nothing => Node::of(is_open.get().then(|| view! {
            <Button label="Add somebody" look=ButtonLook::Secondary icon=IconName::Plus on_press=move || doing.set(Doing::Adding) />
        })),
        Doing::Adding => view! { <PartyForm problems on_done=move || doing.set(Doing::Nothing) /> },
        Doing::Changing(id) => {
            let party = people.with_untracked(|all| all.iter().find(|party| party.id == id).cloned());
            Node::of(party.map(|party| view! { <PartyForm party problems on_done=move || doing.set(Doing::Nothing) /> }))
        }
    }
    };
    view! {
        <CaseFrame part=CasePart::People title="People" problems>
            <div class="stack">
                <KeepFirst problems />
                {move || people.with(Vec::is_empty).then(|| view! { <p>"Nobody is named in this case."</p> })}
                {cards}
                {mistaken}
                {below}
            </div>
        </CaseFrame>
    }
}

#[component]
fn PersonCard(party: Party, doing: RwSignal<Doing>, is_open: Memo<bool>, problems: Problems) -> impl IntoView {
    let this = ThisCase::here();
    let added = untrack(|| this.read(|_, story, _| story.added.get(&party.id).copied())).flatten();
    let added = added.filter(|_| !party.service_user);
    let age = age_on(&party, this.today()).map(|age| age.to_string());
    let (id, name) = (party.id, party.name.clone());
    let mistake = format!("that {name} is part of this case");
    // From then on what is theirs to decide is asked of them (Children and Families Act 2014, section 83).
    let is_young = matches!(party.is, Standing::Child | Standing::YoungPerson);
    let rights = party.dob.filter(|_| is_young).map(|dob| dob.rights_begin().long());
    let rows = [
        ("Age", age.unwrap_or_default()),
        ("Has own rights from", rights.unwrap_or_default()),
        ("Phone", party.phone.clone().unwrap_or_default()),
        ("Email", party.email.clone().unwrap_or_default()),
        ("Postcode", party.postcode.clone().unwrap_or_default()),
        ("Address", party.address.clone().unwrap_or_default()),
        (
            "School",
            party.school.clone().map(|school| school.name).unwrap_or_default(),
        ),
        ("Works for", party.agency.clone().unwrap_or_default()),
        ("When you contact them", party.contact_note.clone()),
        ("What helps them talk with us", party.needs.join("\n")),
    ];
    let rows = rows.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let rows = rows
        .map(|(label, text)| view! { <SummaryRow label=label>{as_typed(text)}</SummaryRow> })
        .collect_view();
    view! {
        <section class="stack">
            <h2><bdi>{name.clone()}</bdi></h2>
            <p class="cluster">
                {standing_words(party.is)}
                {party.service_user.then(|| view! { <Tag text="Service user" tone=Tone::Info /> })}
            </p>
            <SummaryList>{rows}</SummaryList>
            {move || is_open.get().then(|| view! {
                <Button label="Change" about=format!("details of {name}") look=ButtonLook::Quiet icon=IconName::Pencil on_press=move || doing.set(Doing::Changing(id)) />
                {added.map(|of| view! { <EnteredInError of about=mistake.clone() problems /> })}
            })}
        </section>
    }
}
