//! What the policy asks for again and again, on Work: overdue, in the next seven days, later.

use evenhand_domain::register::Kind;
use evenhand_engine::policy::due::DueItem;
use leptos::prelude::*;

use crate::view;
use crate::workspace::registers::DueList;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// What is further away than this stands in the calendar alone.
const AHEAD: i64 = 42;

const GROUPS: [(&str, std::ops::RangeInclusive<i64>); 3] = [
    ("Overdue", i64::MIN..=-1),
    ("Next 7 days", 0..=7),
    ("Next 6 weeks", 8..=AHEAD),
];

/// What is owed of the registers. Nothing where nothing is.
#[component]
pub(super) fn Owed(
    /// What is due, the earliest first.
    due: Memo<Vec<DueItem>>,
) -> impl IntoView {
    let session = Session::here();
    let me = untrack(|| session.read(|desk| desk.me().ok()))
        .flatten()
        .map(|me| me.id);
    // What one confirms oneself stands above, word for word.
    let is_above =
        move |item: &DueItem| item.kind == Some(Kind::Acknowledgement) && item.worker.map(|(who, _)| who) == me;
    move || {
        let today = session.now().day();
        let groups = GROUPS
            .into_iter()
            .filter_map(|(heading, days)| {
                let own: Vec<DueItem> = due.with(|due| {
                    let near = due.iter().filter(|item| days.contains(&item.due.days_since(today)));
                    near.filter(|item| !is_above(item)).cloned().collect()
                });
                (!own.is_empty()).then(|| view! { <h3>{heading}</h3> <DueList items=own /> })
            })
            .collect_view();
        (!groups.is_empty()).then(|| {
            view! {
                <section class="work-group stack">
                    <h2>"What is due in the registers"</h2>
                    {groups}
                    <p><a href=Route::Calendar.href()>"See everything in the calendar"</a></p>
                </section>
            }
        })
    }
}
