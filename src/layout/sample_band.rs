//! The band above every page of the sample.

use leptos::prelude::*;

use crate::platform::sample;
use crate::view;

/// Says that nobody here is real, and leads to where the sample is removed. On a page that is not of the sample it is not there.
#[component]
pub fn SampleBand() -> impl IntoView {
    sample::is_asked().then(|| {
        view! {
            <aside class="band" aria-label="Sample data">
                <div class="banner__inner">
                    <p><strong>"Sample data."</strong> " Nobody here is real. Do not enter anything real."</p>
                    <a href=sample::REMOVE>"Remove the sample"</a>
                </div>
            </aside>
        }
    })
}
