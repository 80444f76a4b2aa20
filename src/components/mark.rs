//! Our mark: two hands, even, with room for one person.

use leptos::prelude::*;

use crate::view;

/// Two equal quarters cupped below a circle. It is decoration: the name stands beside it.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
            <circle class="mark__person" cx="24" cy="13" r="7" />
            <path class="mark__hand" d="M5 24h17v17A17 17 0 0 1 5 24z" />
            <path class="mark__hand" d="M43 24H26v17a17 17 0 0 0 17-17z" />
        </svg>
    }
}

/// The mark and a name beside it, or the service's own picture with the name as its text.
#[component]
pub fn Wordmark(
    /// The name: the service's own, or Evenhand.
    #[prop(into)]
    name: Signal<String>,
    /// The service's own picture, as the name of a file beside the page; it stands for mark and name (STA-5).
    #[prop(optional)]
    logo: Option<String>,
) -> impl IntoView {
    match logo {
        Some(logo) => {
            view! { <img class="wordmark__logo" src=format!("./{logo}") alt=move || name.get() /> }
        }
        None => view! {
            <span class="wordmark">
                <Mark />
                <span class="wordmark__name">{move || name.get()}</span>
            </span>
        },
    }
}
