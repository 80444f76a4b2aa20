//! The title of the browser's tab.

use leptos::prelude::*;

use crate::components::{Problems, Words};

/// The name that ends every title: the service's, or "Workspace".
#[derive(Clone, Copy, Debug)]
pub struct SiteName(Signal<String>);

impl SiteName {
    /// Names the site for everything below.
    pub fn provide(name: impl Into<Signal<String>>) {
        provide_context(Self(name.into()));
    }

    fn here() -> Option<Self> {
        use_context()
    }
}

/// Keeps the tab's title as `Error: question – site`. A title never holds a name, a school or an answer.
pub(super) fn keep_title(question: impl Fn() -> String + 'static, problems: Option<Problems>) {
    let site = SiteName::here();
    let words = Words::here();
    Effect::new(move || {
        let mut title = String::new();
        if problems.is_some_and(Problems::any) {
            title.push_str(words.error);
        }
        title.push_str(&question());
        if let Some(SiteName(site)) = site {
            title.push_str(" – ");
            site.with(|site| title.push_str(site));
        }
        document().set_title(&title);
    });
}
