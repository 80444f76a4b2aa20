//! The offer of a newer release. It is never forced: somebody may be in the middle of a sentence.

use leptos::prelude::*;

use crate::components::{Announcer, Button, ButtonLook, Notice, Tone};
use crate::markup::Node;
use crate::platform::release::{Release, Standing};
use crate::view;

/// The offer, in sight and aloud, while a newer release waits.
#[component]
pub fn NewVersion(
    /// What is known of it.
    release: Release,
    /// That it is there.
    title: &'static str,
    /// When to use it.
    body: &'static str,
    /// What the button says.
    label: &'static str,
    /// What to do where another window has the old one open.
    others_open: &'static str,
    /// Whether it can be offered now; always, unless said otherwise.
    #[prop(into, default = Signal::stored(true))]
    offered: Signal<bool>,
    /// Uses it.
    #[prop(into)]
    on_accept: Callback<()>,
) -> impl IntoView {
    let announcer = Announcer::here();
    let standing = Memo::new(move |_| {
        if offered.get() {
            release.standing()
        } else {
            Standing::Newest
        }
    });
    Effect::new(move || match standing.get() {
        Standing::Newest => {}
        Standing::Waiting => announcer.status(title),
        Standing::OthersOpen => announcer.alert(others_open),
    });
    Node::following(move || {
        let standing = standing.get();
        (standing != Standing::Newest).then(|| {
            let said = if standing == Standing::OthersOpen {
                others_open
            } else {
                body
            };
            view! {
                <section aria-label=title>
                    <Notice tone=Tone::Info title>
                        <p>{said}</p>
                        <Button label look=ButtonLook::Secondary on_press=move || on_accept.run(()) />
                    </Notice>
                </section>
            }
        })
    })
}
