//! One view: the words as they were sealed, and everything that became of them. Nothing on this page can change them.

use evenhand_domain::ids::ViewId;
use evenhand_domain::register::Kind;
use evenhand_domain::view::{KeptView, THEMES};
use evenhand_engine::desk::Desk;
use leptos::prelude::*;

use super::more::More;
use super::readers::Readers;
use super::words::{answered, called, facts, fingerprint, list, shown, where_to};
use crate::components::{
    Actions, ButtonLook, IconName, LinkButton, Notice, SummaryList, SummaryRow, Tone, WordForWord,
};
use crate::layout::Page;
use crate::view;
use crate::workspace::case::near::as_typed;
use crate::workspace::not_found::NotFound;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// The page of one view.
#[component]
pub(in crate::workspace) fn OneView(
    /// Which.
    id: ViewId,
) -> impl IntoView {
    let session = Session::here();
    let kept = Memo::new(move |_| session.read(|desk| desk.view(id)).flatten());
    let Some(first) = kept.get_untracked() else {
        return view! { <NotFound /> };
    };
    let not_sealed = (!first.is_erased() && !Desk::is_as_sealed(&first)).then(|| {
        view! {
            <Notice tone=Tone::Danger title="These are not the words that were sealed">
                <p>"It cannot be passed on. Restore your newest backup, and tell the manager."</p>
            </Notice>
        }
    });
    let first = StoredValue::new(first);
    let now = move || kept.get().unwrap_or_else(|| first.get_value());
    let words = move || {
        let view = now();
        let whose = match (view.is_erased(), Desk::is_as_sealed(&view)) {
            (true, _) => {
                return view! {
                    <Notice tone=Tone::Plain title="The words were erased">
                        <p>"The giver took this view back before it was passed on."</p>
                    </Notice>
                };
            }
            (_, true) => format!(
                "Word for word, as it was sealed on {}. It has not been changed since.",
                view.on.long()
            ),
            (_, false) => "This is not what was sealed".to_owned(),
        };
        view! { <WordForWord whose text=Signal::stored(view.view.text) /> }
    };
    let translations = move || {
        let all = kept.get().map(|view| view.translations).unwrap_or_default().into_iter();
        let shown = all.map(|(other, on)| {
            let whose = format!(
                "A translation, not their own words: into {}, by {}, {}",
                other.into,
                other.made_by,
                on.long()
            );
            view! { <WordForWord whose text=Signal::stored(other.text) /> }
        });
        shown.collect_view()
    };
    let rows = move || {
        let rows = kept
            .with(|view| view.as_ref().map(facts))
            .unwrap_or_default()
            .into_iter();
        rows.map(|(label, words)| view! { <SummaryRow label>{as_typed(words)}</SummaryRow> })
            .collect_view()
    };
    let hash = move || {
        let view = now();
        (!view.is_erased()).then(|| {
            let hash = fingerprint(view.view.hash);
            view! { <SummaryRow label="Fingerprint (SHA-256)"><code dir="ltr">{hash}</code></SummaryRow> }
        })
    };
    let happened = move || {
        list(
            session
                .read(|desk| kept.get().map(|view| happened(desk, &view)))
                .flatten()
                .unwrap_or_default(),
        )
    };
    let went_out = move || kept.with(|view| view.as_ref().is_some_and(|view| !view.went_out.is_empty()));
    let anew = move || {
        let anew = kept.with(|view| view.as_ref().and_then(|view| view.anew))?;
        let href = Route::View(anew).href();
        Some(view! { <p><a href=href>"The view in other words"</a></p> })
    };
    view! {
        <Page title="View" heading=Signal::derive(move || called(&now())) back=Signal::stored(Route::Views.href()) back_label="Views">
            {not_sealed}
            {words}
            {translations}
            {move || went_out().then(|| view! {
                <Actions>
                    <LinkButton
                        label="Receipt for the giver"
                        look=ButtonLook::Secondary
                        href=Signal::stored(Route::ViewReceipt(id).href())
                        icon=IconName::FileText
                    />
                </Actions>
            })}
            <section class="stack">
                <h2>"What became of it"</h2>
                {happened}
                {anew}
            </section>
            <More id kept />
            <section class="stack">
                <h2>"About it"</h2>
                <SummaryList>
                    {rows}
                    {hash}
                </SummaryList>
            </section>
            {move || (!now().is_erased()).then(|| view! { <Readers id kept /> })}
        </Page>
    }
}

fn happened(desk: &Desk, view: &KeptView) -> Vec<String> {
    let team = desk.team();
    let mut lines = vec![format!("Sealed by {} on {}.", team.name_of(view.by), view.on.long())];
    lines.extend(view.sorted.iter().map(|(before, by, on)| {
        let before = shown(Kind::View, THEMES, before);
        format!(
            "Themes corrected by {} on {}. Before: {before}.",
            team.name_of(*by),
            on.long()
        )
    }));
    let went = view.went_out.iter().filter_map(|out| where_to(desk, out));
    lines.extend(went.map(|words| format!("Passed on to {words}.")));
    let answers = desk.answers_to(view);
    lines.extend(
        answers
            .iter()
            .map(|answer| format!("Answered by {}", answered(desk, answer))),
    );
    if let Some((on, how)) = &view.taken_back {
        lines.push(match how.is_empty() {
            true => format!("Taken back by the giver on {}.", on.long()),
            false => format!("Taken back by the giver on {}: {how}", on.long()),
        });
    }
    lines
}
