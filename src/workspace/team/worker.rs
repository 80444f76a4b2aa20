//! One worker: their details, and what they declared.

use evenhand_domain::ids::WorkerId;
use evenhand_domain::worker::{Role, Worker};
use leptos::prelude::*;

use super::details::Details;
use super::interests::Interests;
use super::leave::{Leave, Left};
use crate::components::Problems;
use crate::layout::Page;
use crate::view;
use crate::workspace::not_found::NotFound;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// Who looks at whom.
#[derive(Clone, Copy)]
pub(super) struct Looked {
    /// Who is looked at.
    pub(super) id: WorkerId,
    /// Whether that is oneself.
    pub(super) is_me: bool,
    /// Whether this person may see and change: themself, or the manager (CAM-19).
    pub(super) may: bool,
}

impl Looked {
    /// The worker as they are now.
    pub(super) fn worker(self, session: Session) -> Option<Worker> {
        session
            .read(|desk| desk.team().members.get(&self.id).map(|member| member.worker.clone()))
            .flatten()
    }
}

/// The page of one worker.
#[component]
pub(in crate::workspace) fn WorkerPage(
    /// Who.
    id: WorkerId,
) -> impl IntoView {
    let session = Session::here();
    let me = untrack(|| session.read(|desk| desk.me().ok()).flatten());
    let is_me = me.as_ref().is_some_and(|me| me.id == id);
    let looked = Looked {
        id,
        is_me,
        may: is_me || me.is_some_and(|me| me.role == Role::Manager),
    };
    if untrack(|| looked.worker(session)).is_none() {
        return view! { <NotFound /> };
    }
    let problems = Problems::new();
    let left = Memo::new(move |_| {
        let member = session.read(|desk| desk.team().members.get(&id).and_then(|member| member.left_on));
        member.flatten()
    });
    let has_left = Memo::new(move |_| left.get().is_some());
    let name = Memo::new(move |_| looked.worker(session).map(|worker| worker.name).unwrap_or_default());
    view! {
        <Page
            title=if is_me { "Your details" } else { "Colleague" }
            heading=name
            back=Signal::stored(Route::Team.href())
            back_label="Team"
            problems
        >
            {move || left.get().map(|day| view! { <Left looked day /> })}
            <Details looked problems has_left />
            {move || match looked.may {
                true => view! {
                    {(!has_left.get()).then(|| view! { <Interests looked problems /> })}
                    {(!has_left.get() && !is_me).then(|| view! { <Leave looked problems /> })}
                },
                false => view! {
                    <section class="stack">
                        <h2>"What they declared"</h2>
                        <p class="muted">"Only they and the manager see this."</p>
                    </section>
                },
            }}
        </Page>
    }
}
