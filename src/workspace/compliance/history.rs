//! How many clauses were met, month by month.

use evenhand_engine::register::{Compliance, Met};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{Bar, Chart};
use crate::platform::clock;
use crate::view;
use crate::workspace::calendar::month_name;
use crate::workspace::session::Session;

/// The months as bars, the table of which says the same. What a manager sees now is kept for this month, once the page is painted.
#[component]
pub(super) fn History(found: Memo<Compliance>) -> impl IntoView {
    let session = Session::here();
    let sees = Memo::new(move |_| found.with(|found| found.is_manager.then(|| (found.met(), found.clauses.len()))));
    if let Some((desk, (met, of))) = session.desk().zip(sees.get_untracked()) {
        spawn_local(async move {
            clock::next_paint().await;
            // Where it cannot be saved, the line of months lacks this look and nothing else; the next one keeps it.
            let _ = desk.note_compliance(session.now(), met, of).await;
        });
    }
    let bars = Signal::derive(move || {
        let months = session.read(|desk| desk.compliance_history(session.now(), sees.get()));
        months.unwrap_or_default().into_iter().map(bar).collect::<Vec<_>>()
    });
    let full = Signal::derive(move || found.with(|found| u32::try_from(found.clauses.len()).map_or(1.0, f64::from)));
    move || {
        (!bars.with(Vec::is_empty)).then(|| {
            view! {
                <Chart
                    caption="Clauses met, month by month, as a manager last saw it"
                    label_title="Month"
                    value_title="Met"
                    bars
                    full
                />
            }
        })
    }
}

fn bar(month: Met) -> Bar {
    Bar {
        label: month_name(month.month),
        value: month.met.and_then(|met| u32::try_from(met).ok()).map(f64::from),
        shown: match month.met {
            Some(met) => format!("{met} of {}", month.of),
            None => "nobody looked".to_owned(),
        },
    }
}
