//! What passed with an agency: only what a permission covers is said, and what the agency says is passed on (LEI-26, LEI-27).

use evenhand_domain::case::state::Case;
use leptos::prelude::*;

use super::agency_answers::{AgencyAnswers, NOTHING_SAID};
use super::agency_said::choose;
use super::door::WithoutPermissionDoor;
use super::script::AgencyScript;
use crate::components::{
    ButtonLook, Choice, Combobox, FieldId, LinkButton, Notice, Problems, Radios, Suggestion, TextArea, TextLine, Tone,
};
use crate::markup::Node;
use crate::view;
use crate::workspace::case::this::{ThisCase, name_in};
use crate::workspace::day;
use crate::workspace::route::CasePart;
use crate::workspace::wording::WordingHelp;

pub(super) const WAS: FieldId = FieldId::named("agency");
pub(super) const NAME: FieldId = FieldId::named("agency-name");
pub(super) const CONSENT: FieldId = FieldId::named("agency-consent");
pub(super) const SAID: FieldId = FieldId::named("agency-said");
pub(super) const TOLD: FieldId = FieldId::named("agency-told");
pub(super) const WHY: FieldId = FieldId::named("agency-why");

/// Agencies that the case knows of: those with a permission, schools, and those whom people in it work for.
fn known(story: &Case) -> Vec<String> {
    let consents = story.consents.iter().map(|kept| kept.now.consent.agency.clone());
    let schools = story
        .people()
        .into_iter()
        .filter_map(|party| party.school.as_ref().map(|school| school.name.clone()));
    let agencies = story.people().into_iter().filter_map(|party| party.agency.clone());
    let mut all: Vec<String> = consents.chain(schools).chain(agencies).collect();
    all.sort();
    all.dedup();
    all
}

/// Whether an agency was part of the contact, and what passed with it.
#[component]
pub(super) fn Agency(agency: AgencyAnswers, problems: Problems) -> impl IntoView {
    let yes = Choice::new("yes", "Yes").reveal(move || view! { <Talk agency problems /> });
    view! {
        <h2>"Agencies"</h2>
        <Radios
            legend="Did an agency take part in this contact?"
            hint="A school, the council, a health service"
            choices=vec![yes, Choice::new("no", "No")]
            value=agency.was
            id=WAS
            error=problems.of(WAS)
        />
    }
}

#[component]
fn Talk(agency: AgencyAnswers, problems: Problems) -> impl IntoView {
    let this = ThisCase::here();
    let suggestions = Signal::derive(move || {
        let typed = agency.name.get().trim().to_lowercase();
        let names = this.read(|_, story, _| known(story)).unwrap_or_default();
        let fits = |name: &String| name.to_lowercase().contains(&typed) && name.to_lowercase() != typed;
        let suggestion = |name: String| Suggestion {
            value: name.clone(),
            label: name,
            hint: String::new(),
        };
        names.into_iter().filter(fits).map(suggestion).collect::<Vec<_>>()
    });
    let told_no = Choice::new("no", "No").reveal(move || {
        view! {
            <TextLine label="Why did you not tell them?" value=agency.why id=WHY error=problems.of(WHY) />
            <WordingHelp text=agency.why field=WHY name="Why you did not tell them" />
        }
    });
    view! {
        <Combobox
            label="Which agency?"
            value=agency.name
            suggestions
            on_choose=|_: String| ()
            id=NAME
            error=problems.of(NAME)
        />
        <AgencyScript />
        <Permission agency problems />
        <WithoutPermissionDoor agency problems />
        <TextArea
            label="What they told you (optional)"
            hint="You pass this on to the service user. A task for it is set when you save."
            value=agency.heard
            rows=3
        />
        <Radios
            legend="Did you tell them that you pass on what they say to the service user?"
            choices=vec![Choice::new("yes", "Yes"), told_no]
            value=agency.told
            id=TOLD
            error=problems.of(TOLD)
        />
    }
}

/// The permissions that hold for this agency on the day, and what was said under one of them.
#[component]
fn Permission(agency: AgencyAnswers, problems: Problems) -> impl IntoView {
    let this = ThisCase::here();
    let named = Memo::new(move |_| agency.name.get().trim().to_owned());
    // A permission covers what was said on the day of the contact, whenever that is written down.
    let on = Memo::new(move |_| {
        let today = this.today();
        day::read(agency.on).ok().flatten().map_or(today, |on| on.min(today))
    });
    let holding = Memo::new(move |_| {
        let held = this.read(|_, story, _| {
            let name = named.get();
            let held = story.consents_for(&name, on.get());
            held.map(|kept| {
                (
                    kept.id,
                    name_in(story, kept.now.consent.party),
                    kept.now.consent.clone(),
                )
            })
            .collect::<Vec<_>>()
        });
        held.unwrap_or_default()
    });
    // What was said to one agency was not said to another. A draft that comes back fills an empty name and loses nothing.
    Effect::new(move |before: Option<String>| {
        let name = named.get();
        if before.is_some_and(|before| !before.is_empty() && before != name) {
            agency.consent.set(String::new());
            agency.said.set(String::new());
        }
        name
    });
    // A permission that did not hold on that day is not chosen; what was typed waits for another.
    Effect::new(move || {
        let held = holding.get();
        let chosen = agency.consent.get();
        let is_held = held.iter().any(|(id, _, _)| id.to_string() == chosen);
        if !is_held && !chosen.is_empty() && chosen != NOTHING_SAID {
            agency.consent.set(String::new());
        }
    });
    move || {
        let name = named.get();
        match holding.get() {
            _ if name.is_empty() => Node::nothing(),
            held if held.is_empty() => no_permission(this, &name),
            held => choose(agency, problems, held),
        }
    }
}

fn no_permission(this: ThisCase, name: &str) -> Node {
    view! {
        <Notice tone=Tone::Warning title=format!("You do not have permission to talk to {name} about this")>
            <p>"Say nothing about the family. You can note what they told you."</p>
            <LinkButton label="Ask the family" href=this.link(CasePart::Permissions) look=ButtonLook::Secondary />
        </Notice>
    }
}
