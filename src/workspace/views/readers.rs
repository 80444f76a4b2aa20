//! Who may read a view, and letting one more.

use evenhand_domain::ids::ViewId;
use evenhand_domain::view::KeptView;
use leptos::prelude::*;

use super::words::{list, show_error};
use crate::components::{Announcer, Button, ButtonLook, Choice, ErrorSummary, FieldId, Form, Problems, Select};
use crate::view;
use crate::workspace::case::near::say_saved;
use crate::workspace::command::Command;
use crate::workspace::session::Session;

const WHO: FieldId = FieldId::named("reader");

/// The readers of a view.
#[component]
pub(super) fn Readers(
    /// Which view.
    id: ViewId,
    /// It as it stands.
    kept: Memo<Option<KeptView>>,
) -> impl IntoView {
    let (session, announcer, command, problems) = (Session::here(), Announcer::here(), Command::new(), Problems::new());
    let names = move || {
        let read = session.read(|desk| {
            let (team, view) = (desk.team(), kept.get()?);
            let here = view.readers.keys().filter(|worker| !team.has_left(**worker));
            let mut names: Vec<String> = here.map(|worker| team.name_of(*worker).to_owned()).collect();
            names.sort();
            Some(names)
        });
        list(read.flatten().unwrap_or_default())
    };
    let not_for = move || {
        let read = session.read(|desk| {
            let (team, view) = (desk.team(), kept.get()?);
            let names: Vec<&str> = view.view.not_for.iter().map(|worker| team.name_of(*worker)).collect();
            (!names.is_empty()).then(|| format!("Not for {}, as the giver asked.", names.join(", ")))
        });
        read.flatten().map(|words| view! { <p>{words}</p> })
    };
    let choices = Signal::derive(move || {
        let free = session
            .read(|desk| desk.may_be_let_read(session.now(), id))
            .unwrap_or_default();
        let choices = free.into_iter().map(|one| Choice::new(one.id.to_string(), one.name));
        choices.collect::<Vec<_>>()
    });
    let who = RwSignal::new(String::new());
    let submit = move || {
        problems.clear();
        let Ok(worker) = who.with_untracked(|who| who.parse()) else {
            problems.set(vec![crate::components::Problem::new(WHO, "Choose a colleague")]);
            return;
        };
        command.run(
            move |desk, now| async move { desk.let_read(now, id, worker).await },
            move |done| match done {
                Ok(()) => {
                    who.set(String::new());
                    say_saved(session, announcer);
                }
                Err(error) => show_error(problems, WHO, &error),
            },
        );
    };
    view! {
        <section class="stack">
            <h2>"Who may read it"</h2>
            {names}
            {not_for}
            {move || (!choices.with(Vec::is_empty)).then(|| view! {
                <ErrorSummary problems />
                <Form on_submit=submit>
                    <Select
                        label="Let a colleague read it"
                        hint="Ask the giver first. It cannot be taken back from somebody who read it."
                        id=WHO choices value=who placeholder="Choose" error=problems.of(WHO)
                    />
                    <Button label="Let them read it" look=ButtonLook::Secondary pending=command.pending() pending_label="Saving…" />
                </Form>
            })}
        </section>
    }
}
