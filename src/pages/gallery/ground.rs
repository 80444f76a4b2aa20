//! Type, colours by role, accents, icons.

use leptos::prelude::*;

use super::Part;
use crate::components::{Icon, IconName, Mark, ThemeChoice, Wordmark};
use crate::view;

/// The roles that a colour can have, each shown as a square with its name.
const ROLES: [&str; 14] = [
    "paper", "surface", "sunken", "ink", "muted", "edge", "line", "primary", "tint", "link", "danger", "good",
    "warning", "lamp",
];

/// What everything stands on.
#[component]
pub(super) fn Ground() -> impl IntoView {
    let swatches = ROLES
        .map(|role| {
            view! {
                <li class="swatch" data-role=role>
                    <span class="swatch__colour" aria-hidden="true"></span>
                    <span>{role}</span>
                </li>
            }
        })
        .collect_view();
    let icons = IconName::ALL
        .iter()
        .map(|name| view! { <li class="swatch swatch--icon"><Icon name=*name /><span>{name.slug()}</span></li> })
        .collect_view();
    view! {
        <Part title="Type">
            <p class="lead">"We are free, private and fair. We do not take sides."</p>
            <p>
                "Body text in Atkinson Hyperlegible Next, made for eyes that tire: I l 1, 0 O, rn m. "
                <strong>"Some words weigh more."</strong> " A " <a href=super::HERE>"link says where it leads"</a> ", and nothing is set in italics."
            </p>
            <h3>"A heading of the third level"</h3>
            <p class="small muted">"Small and quiet: who wrote this, and when."</p>
            <ul>
                <li>"One line of a list"</li>
                <li>"Another, with zażółć gęślą jaźń from the extended Latin"</li>
            </ul>
        </Part>
        <Part title="Mark">
            <div class="cluster"><Mark /> <Wordmark name="Evenhand" /> <Wordmark name="Calder Vale SENDIASS" /></div>
        </Part>
        <Part title="Colours by role">
            <ul class="swatches">{swatches}</ul>
            <ThemeChoice
                legend="Light or dark"
                labels=["Same as this device".into(), "Light".into(), "Dark".into()]
            />
        </Part>
        <Part title="Icons">
            <ul class="swatches">{icons}</ul>
        </Part>
    }
}
