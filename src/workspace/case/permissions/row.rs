//! One permission, and the button that takes it back: as easy as giving it.

use evenhand_domain::case::state::{ConsentState, Recorded};
use leptos::prelude::*;

use super::sign::Signed;
use crate::components::{
    Announcer, Button, ButtonLook, FieldId, IconName, Problems, SummaryList, SummaryRow, Tag, Tone,
};
use crate::view;
use crate::workspace::case::entered_in_error::EnteredInError;
use crate::workspace::case::near::{as_typed, one_problem, say_saved};
use crate::workspace::case::this::ThisCase;
use crate::workspace::case::words::{given_words, story_error};
use crate::workspace::command::Command;

/// One permission as it stands.
#[component]
pub(super) fn PermissionRow(
    /// The permission.
    kept: Recorded<ConsentState>,
    /// Who gave it.
    who: String,
    /// Whether the case is open, so that it can be changed.
    is_open: Memo<bool>,
    /// The problems of the page.
    problems: Problems,
) -> impl IntoView {
    let this = ThisCase::here();
    let announcer = Announcer::here();
    let command = Command::new();
    let field = FieldId::new();
    let today = this.today();
    let holds = kept.in_error.is_none() && kept.now.holds_on(today);
    let (words, tone) = standing(&kept, holds);
    let (id, consent) = (kept.id, kept.now.consent.clone());
    let (agency, about) = (consent.agency.clone(), format!("the permission for {}", consent.agency));
    let asked = if consent.own_request {
        "They asked for it themselves"
    } else {
        ""
    };
    let is_back = kept.now.withdrawn.is_some();
    let signed = consent.signed.clone();
    let rows = [
        (
            if is_back {
                "What could be said"
            } else {
                "What may be said"
            },
            consent.content.clone(),
        ),
        ("What for", consent.purpose.clone()),
        (
            "Who agreed",
            format!("{who}, {}, {}", given_words(consent.how).to_lowercase(), kept.on.long()),
        ),
        ("How we know that it was understood", consent.understood.clone()),
        ("Whose idea it was", asked.to_owned()),
        (
            if is_back { "Was given until" } else { "Until" },
            match consent.until {
                Some(day) => day.long(),
                None if is_back => String::new(),
                None => "They take it back".to_owned(),
            },
        ),
        (
            "How they took it back",
            kept.now.withdrawn.map(|(_, how)| how).unwrap_or_default(),
        ),
    ];
    let rows = rows.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let rows = rows
        .map(|(label, text)| view! { <SummaryRow label=label>{as_typed(text)}</SummaryRow> })
        .collect_view();
    let withdraw = move || {
        problems.clear();
        let case = this.id();
        command.run(
            move |desk, now| async move { desk.withdraw_consent(now, case, id, "").await },
            move |done| match done {
                Ok(()) => say_saved(this.session(), announcer),
                Err(error) => one_problem(problems, field, story_error(&error)),
            },
        );
    };
    let may_mark = kept.in_error.is_none();
    let mistaken = about.clone();
    view! {
        <section class="stack" id=field.control() tabindex="-1">
            <h2><bdi>{agency}</bdi></h2>
            <p><Tag text=words tone /></p>
            <SummaryList>{rows}</SummaryList>
            {signed.map(|signature| view! { <Signed signature /> })}
            {move || (holds && is_open.get()).then(|| view! {
                <Button
                    label="Take back"
                    about=about.clone()
                    look=ButtonLook::Secondary
                    icon=IconName::Undo
                    on_press=withdraw
                    pending=command.pending()
                    pending_label="Saving…"
                />
            })}
            {move || (may_mark && is_open.get()).then(|| view! { <EnteredInError of=id about=mistaken.clone() problems /> })}
        </section>
    }
}

fn standing(kept: &Recorded<ConsentState>, holds: bool) -> (String, Tone) {
    if let Some(why) = &kept.in_error {
        return (format!("Entered in error: {why}"), Tone::Plain);
    }
    match (&kept.now.withdrawn, kept.now.consent.until) {
        (Some((on, _)), _) => (format!("Taken back on {}", on.long()), Tone::Warning),
        (None, Some(until)) if !holds => (format!("Ended on {}", until.long()), Tone::Warning),
        (None, _) => ("Holds now".to_owned(), Tone::Good),
    }
}
