//! The public page as a whole: the frame, and one match on the place.

use evenhand_domain::service::ServiceFile;
use leptos::mount::mount_to_body;
use leptos::prelude::*;

use super::ask::{Ask, LeaveQuickly, Start};
use super::exit::ExitByKeys;
use super::fault::Fault;
use super::frame::Frame;
use super::journey::Journey;
use super::pages::{Cleared, Fair, Home, NotFound, Reach};
use super::route::Route;
use super::send::{Check, Keep, PrintAnswers, Send, Sent};
use crate::components::{Announcer, Theme};
use crate::layout::{self, SiteName};
use crate::platform::service_file::fetch_service_file;
use crate::platform::{address, crash, leave};

/// Fetches and checks `service.json`, then shows the page. A fault leaves the static page in sight and says what is wrong.
pub async fn start() {
    crash::tell_the_shell();
    Theme::kept().show();
    let read = match fetch_service_file().await {
        Ok(text) => ServiceFile::parse(&text).map_err(|fault| fault.to_string()),
        Err(fault) => Err(fault.to_string()),
    };
    match read {
        Ok(service) => layout::start(move || view! { <App service /> }),
        Err(fault) => mount_to_body(move || view! { <Fault fault /> }),
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
                Route::Home => view! { <Home /> }.into_any(),
                Route::Fair => view! { <Fair /> }.into_any(),
                Route::Start => view! { <Start /> }.into_any(),
                Route::LeaveQuickly => view! { <LeaveQuickly /> }.into_any(),
                Route::Step { at, changing } => view! { <Ask at changing /> }.into_any(),
                Route::Check => view! { <Check /> }.into_any(),
                Route::Send => view! { <Send /> }.into_any(),
                Route::Keep => view! { <Keep /> }.into_any(),
                Route::Print => view! { <PrintAnswers /> }.into_any(),
                Route::Sent => view! { <Sent /> }.into_any(),
                Route::Cleared => view! { <Cleared /> }.into_any(),
                Route::Reach(task) => view! { <Reach task /> }.into_any(),
                Route::NotFound => view! { <NotFound /> }.into_any(),
            }}
        </Frame>
    }
}
