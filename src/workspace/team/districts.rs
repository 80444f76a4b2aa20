//! Where families live and where volunteers do, as a picture with its table (SPS-16).

use evenhand_domain::worker::Role;
use evenhand_engine::desk::Desk;
use leptos::prelude::*;

use crate::components::{Bar, Chart};
use crate::view;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

fn bars(desk: &Desk) -> Vec<Bar> {
    if desk.me().map(|me| me.role) != Ok(Role::Manager) {
        return Vec::new();
    }
    let districts = desk.districts().into_iter();
    let bars = districts.map(|(name, district)| Bar {
        label: match district.volunteers.is_empty() {
            true => name,
            false => format!("{name}: {} here", lives(&district.volunteers)),
        },
        value: u32::try_from(district.families).ok().map(f64::from),
        shown: district.families.to_string(),
    });
    bars.collect()
}

fn lives(names: &[String]) -> String {
    let verb = if names.len() == 1 { "lives" } else { "live" };
    format!("{} {verb}", names.join(" and "))
}

/// For the manager. Nothing where no volunteer's district is known.
#[component]
pub(super) fn Districts() -> impl IntoView {
    let session = Session::here();
    let bars = Signal::derive(move || session.read(bars).unwrap_or_default());
    move || {
        (!bars.with(Vec::is_empty)).then(|| {
            view! {
                <section class="stack">
                    <h2>"Where families and volunteers live"</h2>
                    <p class="muted">"Counted are the open cases that you may open. What a volunteer’s own district leads to stands under " <a href=Route::Policy.href()>"Our policy"</a> "."</p>
                    <Chart caption="Open cases by the family’s postcode district" label_title="District" value_title="Open cases" bars />
                </section>
            }
        })
    }
}
