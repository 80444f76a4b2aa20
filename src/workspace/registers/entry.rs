//! One entry, whole, with ways to change it or to strike it out.

use evenhand_domain::ids::EventId;
use evenhand_domain::register::{Answer, Kind};
use evenhand_engine::policy::profile::KINDS;
use leptos::prelude::*;

use super::drawn::DrawnCases;
use super::words;
use crate::components::{
    Actions, Announcer, Button, ButtonLook, FieldId, Form, IconName, LinkButton, Notice, Problems, SummaryList,
    SummaryRow, TextInput, Tone, Width,
};
use crate::layout::Page;
use crate::markup::Node;
use crate::view;
use crate::workspace::case::near::{as_typed, one_problem, say_saved, trimmed};
use crate::workspace::command::Command;
use crate::workspace::not_found::NotFound;
use crate::workspace::route::Route;
use crate::workspace::session::Session;
use crate::workspace::views::PackFile;

const WHY: FieldId = FieldId::named("strike-why");

/// The page of one entry.
#[component]
pub(in crate::workspace) fn EntryPage(
    /// Of which register.
    kind: Kind,
    /// Which.
    id: EventId,
) -> impl IntoView {
    let (session, problems, striking) = (Session::here(), Problems::new(), RwSignal::new(false));
    let kept = move || session.read(|desk| desk.register_entry(id)).flatten();
    let Some(first) = untrack(kept).filter(|kept| kept.entry.kind == kind) else {
        return view! { <NotFound /> };
    };
    let register = kind.register();
    let writes = untrack(|| session.read(|desk| desk.writes_in(kind))).unwrap_or_default();
    let heading = untrack(|| session.read(|desk| words::name(desk, &first))).unwrap_or_default();
    let titled = StoredValue::new(heading.clone());
    let may_change = Memo::new(move |_| session.read(|desk| desk.may_change_entry(id)).unwrap_or_default());
    let answers = move || {
        let kept = kept()?;
        let rows = session.read(|desk| {
            let told = register
                .fields
                .iter()
                .map(|field| (field, words::shown(desk, field, &kept.entry)));
            // What the heading says already is not said again; nor is a number that stands in "Every 24 months".
            let is_new =
                |words: &str| !words.is_empty() && titled.with_value(|title| words.trim_end_matches('.') != title);
            told.filter(|(field, words)| is_new(words) && (kind != Kind::OwnInterval || field.name != "number"))
                .collect::<Vec<_>>()
        })?;
        let rows = rows.into_iter().map(|(field, words)| {
            let shown = match field.answer {
                Answer::Some(_) | Answer::All(_) if words.contains('\n') => {
                    let each = words.lines().map(|line| view! { <li>{line.to_owned()}</li> });
                    view! { <ul>{each.collect_view()}</ul> }
                }
                _ if field.name == "file" => view! { <code dir="ltr">{in_groups(&words)}</code> },
                _ => Node::of(as_typed(words)),
            };
            view! { <SummaryRow label=field.label>{shown}</SummaryRow> }
        });
        Some(view! { <SummaryList>{rows.collect_view()}</SummaryList> })
    };
    let written = move || {
        let kept = kept()?;
        session.read(|desk| {
            let team = desk.team();
            let first = format!("Written by {} on {}.", team.name_of(kept.by), kept.on.long());
            match kept.changed {
                Some((who, on)) => format!("{first} Changed by {} on {}.", team.name_of(who), on.long()),
                None => first,
            }
        })
    };
    let struck = move || {
        let why = kept()?.struck?;
        Some(
            view! { <Notice tone=Tone::Warning title="Struck out: this counts no more"><p><bdi>{why}</bdi></p></Notice> },
        )
    };
    let ways = move || match (may_change.get(), striking.get()) {
        // What holds in our policy is never changed back in time.
        (false, _) if writes && KINDS.contains(&kind) && kept().is_some_and(|kept| kept.struck.is_none()) => view! {
            <p class="muted">"It already applies, so it can no longer be changed. To alter it, add a new one from a later day."</p>
        },
        (false, _) => Node::nothing(),
        (true, true) => view! { <Strike id problems striking /> },
        (true, false) => view! {
            <Actions>
                <LinkButton label="Change" href=Signal::stored(Route::ChangeEntry(kind, id).href()) icon=IconName::Pencil />
                <Button label="Strike out" on_press=move || striking.set(true) look=ButtonLook::Secondary icon=IconName::Eraser />
            </Actions>
        },
    };
    view! {
        <Page
            title=register.title
            heading
            back=Signal::stored(Route::Register(kind).href())
            back_label=register.title
            problems
        >
            {struck}
            {answers}
            <p class="muted">{written}</p>
            {(kind == Kind::ViewsPack).then(|| view! { <PackFile id /> })}
            {(kind == Kind::Draw && writes).then(|| view! { <DrawnCases id /> })}
            {ways}
        </Page>
    }
}

/// A fingerprint to be read: groups of eight.
fn in_groups(hash: &str) -> String {
    let letters: Vec<char> = hash.chars().collect();
    let groups = letters.chunks(8).map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join(" ")
}

#[component]
fn Strike(id: EventId, problems: Problems, striking: RwSignal<bool>) -> impl IntoView {
    let (session, announcer, command) = (Session::here(), Announcer::here(), Command::new());
    let why = RwSignal::new(String::new());
    let stop = move || {
        problems.clear();
        striking.set(false);
    };
    let submit = move || {
        problems.clear();
        let why = trimmed(why);
        command.run(
            move |desk, now| async move { desk.strike_entry(now, id, &why).await },
            move |done| match done {
                Ok(()) => {
                    say_saved(session, announcer);
                    striking.set(false);
                }
                Err(error) => one_problem(problems, WHY, words::register_error(&error)),
            },
        );
    };
    view! {
        <Form on_submit=submit on_escape=stop>
            <TextInput
                label="Why is it struck out?"
                hint="It still shows, with this reason, and counts no more."
                value=why
                id=WHY
                error=problems.of(WHY)
                width=Width::Long
            />
            <Actions>
                <Button label="Strike it out" pending=command.pending() pending_label="Saving…" />
                <Button label="Leave it" on_press=stop look=ButtonLook::Quiet />
            </Actions>
        </Form>
    }
}
