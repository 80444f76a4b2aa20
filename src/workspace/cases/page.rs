//! The list of cases: found while typing, sorted, the first of them shown.

use std::time::Duration;

use leptos::prelude::*;

use super::boxes::{FilterBoxes, Narrowed};
use super::filter::{Filter, ORDERS};
use super::rows::{COLUMNS, column_of, columns, row};
use crate::components::{
    Actions, Announcer, Button, ButtonLook, Cell, EmptyState, FieldId, IconName, LinkButton, Sorted, Table,
};
use crate::layout::Page;
use crate::view;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// How many rows are shown at first, and how many more each time.
const AT_ONCE: usize = 50;
/// The heading of the list, with how many there are.
const HEADING: FieldId = FieldId::named("cases-found");
/// How long a person pauses before the count is said aloud.
const PAUSE: Duration = Duration::from_millis(900);

/// The list of cases.
#[component]
pub(crate) fn CasesPage() -> impl IntoView {
    let session = Session::here();
    let filter = Filter::new();
    let way = RwSignal::new(Sorted::Up);
    let shown = RwSignal::new(AT_ONCE);
    let lines = Memo::new(move |_| {
        let (today, is_down) = (session.now().day(), way.get() == Sorted::Down);
        let found = session.read(|desk| filter.found(desk, today, is_down, shown.get()));
        found.unwrap_or_default()
    });
    let count = Memo::new(move |_| lines.with(|(_, count)| *count));
    let heading = Memo::new(move |_| filter.heading(count.get()));
    say_when_paused(heading);
    Effect::new(move || {
        filter.track();
        // Where as many are shown already, the list is not looked through once more.
        if shown.get_untracked() != AT_ONCE {
            shown.set(AT_ONCE);
        }
    });
    // Whoever reads the rows reads those that were made once; of new lines they are always new.
    let made = move |_: Option<&Vec<Vec<Cell>>>| {
        let today = session.now().day();
        lines.with(|(lines, _)| lines.iter().map(|line| row(line.clone(), today)).collect())
    };
    let rows = Memo::new_with_compare(made, |_, _| true);
    let sorted = Signal::derive(move || {
        filter
            .order
            .with(|order| column_of(order))
            .map(|column| (column, way.get()))
    });
    let announcer = Announcer::here();
    let on_sort = move |column: usize| {
        let Some((order, _)) = COLUMNS.get(column) else { return };
        let is_same = filter.order.with_untracked(|now| now == order);
        way.set(if is_same && way.get_untracked() == Sorted::Up {
            Sorted::Down
        } else {
            Sorted::Up
        });
        filter.order.set((*order).to_owned());
        announcer.status(sorted_words(order, way.get_untracked()));
    };
    let is_empty = Memo::new(move |_| count.get() == 0);
    let list = move || {
        if is_empty.get() {
            view! { <Nothing filter /> }
        } else {
            view! { <div class="by-name"><Table caption="Cases" columns=columns() rows sorted on_sort quiet_caption=true /></div> }
        }
    };
    let more = move || {
        let hidden = count.get().saturating_sub(shown.get());
        (hidden > 0).then(|| {
            view! {
                <p class="muted">{format!("The first {} of {} are shown.", shown.get(), count.get())}</p>
                <Button
                    label=format!("Show {} more", hidden.min(AT_ONCE))
                    look=ButtonLook::Secondary
                    on_press=move || shown.update(|shown| *shown += AT_ONCE)
                />
            }
        })
    };
    view! {
        <Page title="Cases" heading="Cases">
            <Actions>
                <LinkButton label="New contact" href=Signal::stored(Route::NewContact.href()) icon=IconName::Phone />
            </Actions>
            <FilterBoxes filter />
            <h2 id=HEADING.control() tabindex="-1">{move || heading.get()}</h2>
            <Narrowed filter heading=HEADING />
            {list}
            {more}
        </Page>
    }
}

fn sorted_words(order: &str, way: Sorted) -> String {
    let label = ORDERS
        .iter()
        .find(|(word, _)| *word == order)
        .map_or("", |(_, label)| label);
    match way {
        Sorted::Up => format!("Sorted by {}", label.to_lowercase()),
        Sorted::Down => format!("Sorted by {}, the other way round", label.to_lowercase()),
    }
}

/// Says the heading once it has stood still for a moment, and not when the page opens.
fn say_when_paused(heading: Memo<String>) {
    let announcer = Announcer::here();
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(handle)) = waiting.try_get_value() {
            handle.clear();
        }
    };
    on_cleanup(stop);
    Effect::new(move |before: Option<String>| {
        let now = heading.get();
        if before.is_some_and(|before| before != now) {
            stop();
            let said = now.clone();
            waiting.set_value(set_timeout_with_handle(move || announcer.status(said), PAUSE).ok());
        }
        now
    });
}

/// Nothing passes the filter, or there is nothing yet.
#[component]
fn Nothing(filter: Filter) -> impl IntoView {
    let session = Session::here();
    let has_any = session.desk().is_some_and(|desk| desk.has_cases());
    if !has_any {
        return view! {
            <EmptyState title="You have no cases yet">
                <p>"A case begins with a locked file from a family, or with a new contact."</p>
            </EmptyState>
        };
    }
    if !filter.is_asked() {
        return view! {
            <EmptyState title="No case of yours is open">
                <p>"Closed ones are still here: open ‘Filter’ and choose ‘All’ as the status."</p>
            </EmptyState>
        };
    }
    view! {
        <EmptyState title="No case was found">
            <ul>
                <li>"Type less: the beginning of a name is enough"</li>
                <li>"Open ‘Filter’ and choose ‘All’ as the status, in case it is closed"</li>
                <li>"Check the spelling, or search for the school or a telephone number instead"</li>
            </ul>
            <Button label="Clear the search" look=ButtonLook::Secondary on_press=move || filter.clear() />
        </EmptyState>
    }
}
