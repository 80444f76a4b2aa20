//! How many clauses were met, month by month.

use evenhand_engine::register::{Compliance, Met};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{Bar, Chart};
use crate::platform::clock;
use crate::workspace::calendar::month_name;
use crate::workspace::session::Session;

/// The months as bars, the table of which says the same. What is met now is kept for this month, once the page is painted.
#[component]
pub(super) fn History(found: Memo<Compliance>) -> impl IntoView {
    let session = Session::here();
    let (met, of) = found.with_untracked(|found| (found.met(), found.clauses.len()));
    let kept = RwSignal::new(Vec::<Met>::new());
    if let Some(desk) = session.desk() {
        spawn_local(async move {
            clock::next_paint().await;
            let now = session.now();
            // Where it cannot be saved, the history lacks this month and nothing else; the next look keeps it.
            let _ = desk.note_compliance(now, met, of).await;
            let _ = kept.try_set(desk.compliance_history(now));
        });
    }
    let bars = Signal::derive(move || {
        let months = kept.get().into_iter();
        let bars = months.map(|month| Bar {
            label: month_name(month.month),
            value: month.met.and_then(|met| u32::try_from(met).ok()).map(f64::from),
            shown: match month.met {
                Some(met) => format!("{met} of {}", month.of),
                None => "No manager looked".to_owned(),
            },
        });
        bars.collect::<Vec<_>>()
    });
    move || {
        (!kept.with(Vec::is_empty)).then(|| {
            view! {
                <Chart
                    caption="Clauses met or due soon, month by month, as they stood when a manager looked last"
                    label_title="Month"
                    value_title="Met"
                    bars
                />
            }
        })
    }
}
