//! The frame of the workspace.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{GetHelp, HelpContact, SampleBand, SkipLink};
use crate::components::{LiveRegions, NavLink, PrimaryNav, Wordmark};
use crate::view;

/// The frame of the workspace. Without links it is the locked workspace: no rail, nothing about anybody.
#[component]
pub fn WorkspaceShell(
    /// The service's name.
    #[prop(into)]
    service: Signal<String>,
    /// Where its name leads.
    #[prop(into)]
    home: Signal<String>,
    /// "Skip to main content".
    #[prop(into)]
    skip: TextProp,
    /// What the navigation is called.
    #[prop(into)]
    nav_label: TextProp,
    /// The links of the rail; none while locked.
    #[prop(into, optional)]
    nav: Signal<Vec<NavLink>>,
    /// What stands at the end of the banner: who works here, search, Lock.
    #[prop(into, optional)]
    banner: Option<ViewFn>,
    /// "Get help".
    #[prop(into)]
    help_heading: TextProp,
    /// Who helps the staff.
    #[prop(into)]
    contact: Signal<HelpContact>,
    /// Where else the staff find help; may be empty.
    #[prop(default = Signal::stored(""))]
    help_note: Signal<&'static str>,
    /// The last line of every page.
    #[prop(into, optional)]
    footer: Option<ViewFn>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let open = Memo::new(move |_| nav.with(|nav| !nav.is_empty()));
    view! {
        <div class="shell shell--workspace" data-nav=move || open.get().then_some("open")>
            <SkipLink label=skip />
            <SampleBand />
            <header class="banner">
                <div class="banner__inner">
                    <a class="banner__name" href=move || home.get()><Wordmark name=service /></a>
                    {banner.map(|banner| view! { <div class="banner__end">{banner.run()}</div> })}
                </div>
            </header>
            <div class="frame">
                {move || {
                    let nav_label = nav_label.clone();
                    open.get().then(|| view! { <PrimaryNav label=nav_label links=nav /> })
                }}
                <div class="column">
                    {children()}
                    <GetHelp heading=help_heading contact note=help_note />
                </div>
            </div>
            {footer.map(|footer| view! {
                <footer class="footer"><div class="footer__inner">{footer.run()}</div></footer>
            })}
            <LiveRegions />
        </div>
    }
}
