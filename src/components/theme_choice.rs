//! Light, dark, or as the device has it.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Choice, Radios};
use crate::view;

/// The name under which the choice is kept; `boot.js` reads the same before the first paint.
const KEPT_AS: &str = "evenhand.theme";

/// Light or dark, kept on this device. It says nothing about a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Device,
    /// Dark ink on paper.
    Light,
    /// Light ink on dark.
    Dark,
}

impl Theme {
    /// The word that is kept.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads a kept word; what it does not know is the device's choice.
    #[must_use]
    pub fn from_slug(slug: &str) -> Self {
        match slug {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Device,
        }
    }

    /// What was chosen on this device.
    #[must_use]
    pub fn kept() -> Self {
        // A text that is kept stands between quotation marks; the public page does without what reads any other.
        let kept = LocalStorage::raw().get_item(KEPT_AS).ok().flatten();
        kept.map_or(Self::Device, |kept| Self::from_slug(kept.trim_matches('"')))
    }

    /// Shows the page in it.
    pub fn show(self) {
        if let Some(root) = document().document_element() {
            // Setting an attribute with a fixed, proper name does not fail.
            let _ = match self {
                Self::Device => root.remove_attribute("data-theme"),
                other => root.set_attribute("data-theme", other.slug()),
            };
        }
    }

    /// Keeps it on this device. A browser that keeps nothing still shows it until the page is closed.
    pub fn keep(self) {
        let _ = LocalStorage::set(KEPT_AS, self.slug());
    }
}

/// A choice of light and dark that takes effect at once.
#[component]
pub fn ThemeChoice(
    /// What is asked.
    #[prop(into)]
    legend: TextProp,
    /// The words for: as this device, light, dark.
    labels: [TextProp; 3],
) -> impl IntoView {
    let value = RwSignal::new(Theme::kept().slug().to_owned());
    let [device, light, dark] = labels;
    let choices = vec![
        Choice::new("device", device),
        Choice::new("light", light),
        Choice::new("dark", dark),
    ];
    Effect::new(move |first: Option<()>| {
        let theme = value.with(|slug| Theme::from_slug(slug));
        if first.is_some() {
            theme.show();
            theme.keep();
        }
    });
    view! { <Radios legend choices value inline=true /> }
}

#[cfg(test)]
mod tests {
    use super::Theme;

    #[test]
    fn what_is_kept_is_read_back_and_the_unknown_is_the_device() {
        for theme in [Theme::Device, Theme::Light, Theme::Dark] {
            assert_eq!(Theme::from_slug(theme.slug()), theme);
        }
        assert_eq!(Theme::from_slug("<svg>"), Theme::Device);
    }
}
