//! The answers read back, and the button that locks them.

use evenhand_domain::referral::{Field, Section, SummaryRow as Row, summary};
use evenhand_engine::form::SealReferralError;
use leptos::prelude::*;

use crate::components::{Announcer, Button, ButtonLook, IconName, LinkButton, Notice, SummaryList, SummaryRow, Tone};
use crate::layout::Page;
use crate::markup::Node;
use crate::public::ask::{KeyWords, gone};
use crate::public::journey::Journey;
use crate::public::route::Route;
use crate::public::words::{fill, sending};
use crate::view;

/// All answers with a way to change each, and what locking means.
pub(in crate::public) fn check() -> Node {
    let journey = Journey::here();
    if !journey.is_complete() {
        return gone();
    }
    let announcer = Announcer::here();
    let failed = RwSignal::new(None::<SealReferralError>);
    let pending = RwSignal::new(false);
    let lock = move || {
        failed.set(None);
        pending.set(true);
        // One frame, so that the button says what it does before the cipher takes the time it needs.
        request_animation_frame(move || {
            match journey.lock() {
                Ok(()) => journey.go(Route::Send),
                Err(fault) => {
                    failed.set(Some(fault));
                    announcer.alert(sending::LOCK_FAILED);
                }
            }
            pending.set(false);
        });
    };
    let (before, only) = journey.service(|service| (fill(sending::BEFORE_LOCK, service), fill(sending::ONLY, service)));
    let no_record = journey.with(|answers, _| answers.has(Field::KeepRecord, "no"));
    let other_inbox = journey.goes_elsewhere();
    let last = journey.with(|answers, setting| {
        evenhand_domain::referral::Question::path(answers, setting)
            .last()
            .copied()
    });
    let back = last.map_or(Route::Start, |last| journey.place_of(last, false));
    view! {
        <Page title=sending::CHECK heading=sending::CHECK back=Signal::stored(back.href())>
            {answer_sections(journey, true)}
            {no_record.then(|| view! { <Notice tone=Tone::Info><p>{sending::NO_RECORD}</p></Notice> })}
            <div class="prose">
                <p>{before}</p>
                {other_inbox.then(|| view! { <p>{sending::OTHER_PERSON}</p> })}
                <p><strong>{only}</strong></p>
                <KeyWords />
            </div>
            {move || failed.get().map(|fault| view! {
                <Notice tone=Tone::Danger title=sending::LOCK_FAILED>
                    <p>{sentence(&fault.to_string())}</p>
                    <p>{sending::LOCK_FAILED_DO}</p>
                    <LinkButton label=sending::PRINT_ANSWERS href=Signal::stored(Route::Print.href()) look=ButtonLook::Secondary icon=IconName::Printer />
                </Notice>
            })}
            <Button label=sending::LOCK on_press=lock icon=IconName::Lock pending pending_label=sending::LOCKING />
        </Page>
    }
}

/// The answers under their headings; with links to change them, or for paper without.
pub(super) fn answer_sections(journey: Journey, changes: bool) -> impl IntoView {
    let sections = journey.with(summary);
    sections
        .into_iter()
        .map(|Section { heading, rows }| {
            let rows = rows
                .into_iter()
                .map(|row| answer_row(journey, row, changes))
                .collect_view();
            view! { <h2>{heading}</h2> <SummaryList>{rows}</SummaryList> }
        })
        .collect_view()
}

fn answer_row(journey: Journey, row: Row, changes: bool) -> Node {
    let Row { question, key, values } = row;
    let what = question.title().trim_end_matches('?').to_lowercase();
    let values = if values.is_empty() {
        view! { <span class="muted">{sending::NOT_GIVEN}</span> }
    } else {
        let lines = values
            .into_iter()
            .map(|value| view! { <p class="as-typed" dir="auto">{value}</p> });
        Node::of(lines.collect_view())
    };
    if changes {
        let change_href = Signal::stored(journey.place_of(question, true).href());
        view! { <SummaryRow label=key change_href change_what=what>{values}</SummaryRow> }
    } else {
        view! { <SummaryRow label=key>{values}</SummaryRow> }
    }
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
