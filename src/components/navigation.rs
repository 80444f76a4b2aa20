//! Links to the parts of the workspace and of a case.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, IconName};
use crate::view;

/// A link of a navigation.
#[derive(Clone)]
pub struct NavLink {
    href: String,
    label: TextProp,
    icon: Option<IconName>,
    count: Option<usize>,
    current: bool,
}

impl NavLink {
    /// A link.
    pub fn new(href: impl Into<String>, label: impl Into<TextProp>) -> Self {
        Self {
            href: href.into(),
            label: label.into(),
            icon: None,
            count: None,
            current: false,
        }
    }

    /// With an icon, for the primary navigation.
    #[must_use]
    pub const fn icon(mut self, icon: IconName) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With how many wait there; nothing is shown for none.
    #[must_use]
    pub const fn count(mut self, count: usize) -> Self {
        self.count = if count == 0 { None } else { Some(count) };
        self
    }

    /// Marked when it leads to where the person is.
    #[must_use]
    pub const fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }
}

/// The links of the workspace: a rail beside the page, a row that wraps on a telephone.
#[component]
pub fn PrimaryNav(
    /// What the list of links is called.
    #[prop(into)]
    label: TextProp,
    /// The links.
    #[prop(into)]
    links: Signal<Vec<NavLink>>,
) -> impl IntoView {
    view! { <Links class="primary-nav" label links /> }
}

/// The links inside a case or a section.
#[component]
pub fn SubNav(
    /// What the list of links is called: "This case".
    #[prop(into)]
    label: TextProp,
    /// The links.
    #[prop(into)]
    links: Signal<Vec<NavLink>>,
) -> impl IntoView {
    view! { <Links class="sub-nav" label links /> }
}

#[component]
fn Links(class: &'static str, label: TextProp, links: Signal<Vec<NavLink>>) -> impl IntoView {
    let items = move || {
        links
            .get()
            .into_iter()
            .map(|link| {
                let NavLink {
                    href,
                    label,
                    icon,
                    count,
                    current,
                } = link;
                view! {
                    <li>
                        <a href=href aria-current=current.then_some("page")>
                            {icon.map(|name| view! { <Icon name /> })}
                            <span>{move || label.get()}</span>
                            {count.map(|count| view! { <span class="count">{count}</span> })}
                        </a>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <nav class=class aria-label=move || label.get()>
            <ul>{items}</ul>
        </nav>
    }
}
