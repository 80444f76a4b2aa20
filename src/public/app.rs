//! The public page as a whole: the frame, and one match on the place.

use evenhand_domain::service::ServiceFile;
use leptos::mount::mount_to;
use leptos::prelude::*;

use super::ask::{leave_quickly, start as start_asking, step};
use super::exit::ExitByKeys;
use super::fault::Fault;
use super::frame::Frame;
use super::journey::Journey;
use super::pages::{Home, cleared, fair, not_found, reach};
use super::route::Route;
use super::send::{check, keep, paper, send, sent};
use crate::components::{Announcer, Theme};
use crate::layout::{self, SiteName};
use crate::platform::release::Release;
use crate::platform::service_file::service_file_at_start;
use crate::platform::{address, leave, sample, still};
use crate::view;

/// Fetches and checks `service.json`, then shows the page. A fault leaves the static page in sight and says what is wrong.
pub async fn start() {
    Theme::kept().show();
    let read = match service_file_at_start().await {
        Ok(text) => ServiceFile::parse(&text).map_err(|fault| fault.to_string()),
        // There is no sample on this device, so it is made first.
        Err(_) if sample::is_asked() => return sample::go_to(sample::MAKE),
        Err(fault) => Err(fault.to_string()),
    };
    match read {
        Ok(service) => layout::start(move || view! { <App service /> }),
        Err(fault) => {
            if let Some(main) = still::still_main() {
                mount_to(main, move || view! { <Fault fault /> }).forget();
            }
        }
    }
}

/// The public page of a service.
#[component]
pub fn App(
    /// What the service says of itself.
    service: ServiceFile,
) -> impl IntoView {
    let name = service.name.clone();
    SiteName::provide(Signal::stored(name));
    Announcer::provide();
    Release::provide();
    let journey = Journey::provide(service);
    address::on_change(move |fragment| journey.route().set(Route::parse(&fragment)));
    leave::guard(move || journey.is_unsent());
    leave::forget_on_return();
    let route = journey.route();
    let place = Memo::new(move |_| route.get());
    view! {
        <ExitByKeys />
        <Frame>
            {move || match place.get() {
                Route::Home => view! { <Home /> },
                Route::Fair => fair(),
                Route::Start => start_asking(),
                Route::LeaveQuickly => leave_quickly(),
                Route::Step { at, changing } => step(at, changing),
                Route::Check => check(),
                Route::Send => send(),
                Route::Keep => keep(),
                Route::Print => paper(),
                Route::Sent => sent(),
                Route::Cleared => cleared(),
                Route::Reach(task) => reach(task),
                Route::NotFound => not_found(),
            }}
        </Frame>
    }
}
