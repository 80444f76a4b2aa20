//! What stands on every page of a case: whose it is, its links, and the heading.

use evenhand_domain::case::state::{Case, CaseStatus};
use evenhand_engine::book::CaseFile;
use evenhand_engine::desk::Desk;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::this::{ThisCase, age_on, worker_name};
use super::words::is_child;
use crate::components::{IdentityBar, IdentityFact, NavLink, Problems, SubNav, Tag, Tone};
use crate::layout::Page;
use crate::markup::Node;
use crate::view;
use crate::workspace::route::{CasePart, Route};

/// A page of a case.
#[component]
pub(super) fn CaseFrame(
    /// Which page.
    part: CasePart,
    /// What it is; never a name.
    #[prop(into)]
    title: TextProp,
    /// What is wrong with what was typed.
    #[prop(optional)]
    problems: Option<Problems>,
    /// The content.
    children: Children,
) -> impl IntoView {
    let above = move || view! { <WhoseCase /> <PartLinks part /> };
    let back = Signal::stored(Route::Cases.href());
    match problems {
        Some(problems) => view! {
            <Page title=title.clone() heading=title back back_label="All cases" above problems>{children()}</Page>
        },
        None => view! { <Page title=title.clone() heading=title back back_label="All cases" above>{children()}</Page> },
    }
}

#[component]
fn PartLinks(part: CasePart) -> impl IntoView {
    let this = ThisCase::here();
    let links = CasePart::LINKS
        .into_iter()
        .map(|link| NavLink::new(this.href(link), link_words(link)).current(link == stands_under(part)))
        .collect::<Vec<_>>();
    view! { <SubNav label="This case" links=Signal::stored(links) /> }
}

/// The link under which a page of a case stands.
const fn stands_under(part: CasePart) -> CasePart {
    match part {
        CasePart::Contact | CasePart::Correct(_) => CasePart::Timeline,
        CasePart::Options | CasePart::Allocate => CasePart::Summary,
        CasePart::Before => CasePart::Fairness,
        other => other,
    }
}

/// What a page of a case is called in its links.
const fn link_words(part: CasePart) -> &'static str {
    match part {
        CasePart::Summary => "Summary",
        CasePart::Timeline => "Timeline",
        CasePart::People => "People",
        CasePart::Permissions => "Permissions",
        CasePart::Fairness => "Fairness",
        CasePart::Files => "Files",
        CasePart::Contact => "Add a contact",
        CasePart::Correct(_) => "Correct a contact",
        CasePart::Options => "Options",
        CasePart::Allocate => "Worker",
        CasePart::Before => "Before you open it",
        CasePart::Close => "Close",
    }
}

/// Whose case it is, with what must not be overlooked.
#[component]
pub(super) fn WhoseCase() -> impl IntoView {
    let this = ThisCase::here();
    move || {
        this.front(|file, desk| {
            let facts = facts(this, file, desk);
            let rows = facts
                .into_iter()
                .map(|(label, text, tone)| view! { <IdentityFact label=label>{shown(text, tone)}</IdentityFact> })
                .collect_view();
            let who = Some(who(this, file, desk)).filter(|who| !who.is_empty());
            let name = who.unwrap_or_else(|| "An enquiry that names nobody".to_owned());
            view! { <IdentityBar code=file.front.code.clone() name=name>{rows}</IdentityBar> }
        })
    }
}

fn shown(text: String, tone: Option<Tone>) -> Node {
    match tone {
        Some(tone) => view! { <Tag text tone /> },
        None => view! { <bdi>{text}</bdi> },
    }
}

/// The preferred name, with the age where it is known.
fn who(this: ThisCase, file: &CaseFile, desk: &Desk) -> String {
    let name = desk.who(this.id()).unwrap_or_default();
    let party = file.story.as_ref().and_then(|story| {
        story
            .people()
            .into_iter()
            .find(|party| is_child(party.is))
            .or_else(|| story.service_user())
    });
    match party.and_then(|party| age_on(party, this.today())) {
        Some(age) if !name.is_empty() => format!("{name}, {age}"),
        _ => name,
    }
}

fn facts(this: ThisCase, file: &CaseFile, desk: &Desk) -> Vec<(&'static str, String, Option<Tone>)> {
    let worker = file.front.worker();
    let mut facts = vec![match worker {
        Some(worker) => ("Worker", worker_name(desk, worker), None),
        None => ("Worker", "Nobody yet".to_owned(), Some(Tone::Warning)),
    }];
    if file.front.status == CaseStatus::Closed {
        facts.push(("Case", "Closed".to_owned(), Some(Tone::Plain)));
    }
    if let Some(story) = &file.story {
        facts.extend(keeping(story, file.front.is_enquiry));
        facts.extend(reaching(story));
        let late = story.open_actions().filter(|kept| kept.now.action.due < this.today());
        match late.count() {
            0 => {}
            late => facts.push(("Actions", format!("{late} overdue"), Some(Tone::Danger))),
        }
    }
    facts
}

fn keeping(story: &Case, is_enquiry: bool) -> Option<(&'static str, String, Option<Tone>)> {
    let (words, tone) = match story.storage_agreed() {
        _ if story.is_anonymous => ("Who they are was erased", Tone::Plain),
        _ if is_enquiry => return None,
        Some(true) => ("Agreed to a record", Tone::Good),
        Some(false) => ("Said no to a record", Tone::Danger),
        None => ("Not asked yet", Tone::Warning),
    };
    Some(("Record", words.to_owned(), Some(tone)))
}

/// What helps them talk, and what is safe when reaching them.
fn reaching(story: &Case) -> Vec<(&'static str, String, Option<Tone>)> {
    let Some(user) = story.service_user() else {
        return Vec::new();
    };
    let mut facts = Vec::new();
    if !user.needs.is_empty() {
        facts.push(("Needs", user.needs.join(", "), None));
    }
    if !user.contact_note.trim().is_empty() {
        facts.push(("When you contact them", user.contact_note.clone(), None));
    }
    facts
}
