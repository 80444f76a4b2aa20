//! The frame of the public page.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{GetHelp, HelpContact, SampleBand, SkipLink};
use crate::components::{LiveRegions, Wordmark};
use crate::view;

/// The frame of the public page, in the order that never changes.
#[component]
pub fn PublicShell(
    /// The service's name.
    #[prop(into)]
    service: Signal<String>,
    /// Its own picture, as the name of a file beside the page (STA-5).
    #[prop(into)]
    logo: Option<String>,
    /// Where its name leads.
    #[prop(into)]
    home: Signal<String>,
    /// "Skip to main content".
    #[prop(into)]
    skip: TextProp,
    /// A second hidden link, the language navigation: what stands in the banner after the name.
    #[prop(into, optional)]
    banner: Option<ViewFn>,
    /// The button that leaves quickly, on the journeys that have it.
    #[prop(into, optional)]
    exit: Option<ViewFn>,
    /// "Get help".
    #[prop(into)]
    help_heading: TextProp,
    /// How to reach the service.
    #[prop(into)]
    contact: Signal<HelpContact>,
    /// Who pays, and what they cannot see.
    #[prop(into, optional)]
    footer: Option<ViewFn>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let wordmark = match logo {
        Some(logo) => view! { <Wordmark name=service logo /> },
        None => view! { <Wordmark name=service /> },
    };
    view! {
        <div class="shell shell--public">
            <SkipLink label=skip />
            <SampleBand />
            <header class="banner">
                <div class="banner__inner">
                    <a class="banner__name" href=move || home.get()>{wordmark}</a>
                    {banner.map(|banner| banner.run())}
                    {exit.map(|exit| view! { <div class="exit-place">{exit.run()}</div> })}
                </div>
            </header>
            <div class="column">
                {children()}
                <GetHelp heading=help_heading contact />
            </div>
            {footer.map(|footer| view! {
                <footer class="footer"><div class="footer__inner">{footer.run()}</div></footer>
            })}
            <LiveRegions />
        </div>
    }
}
