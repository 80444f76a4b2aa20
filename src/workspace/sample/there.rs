//! There is a sample on this device: open it, or remove it.

use evenhand_engine::AnyStore;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::{SamplePage, Standing};
use crate::components::{Actions, Button, ButtonLook, LinkButton, Notice, Tone};
use crate::layout::Page;
use crate::platform::sample;
use crate::view;

/// Opens it, or leads to its removal.
#[component]
pub(super) fn There(page: SamplePage) -> impl IntoView {
    view! {
        <Page title="Sample data" heading="There is a sample on this device">
            <p class="lead">"An invented service, apart from anything real. Go on with it, or remove it to make a new one."</p>
            <Actions>
                <LinkButton label="Open the sample" href=Signal::stored(sample::WORKSPACE.to_owned()) />
                <Button label="Remove it" on_press=move || page.standing.set(Standing::Remove) look=ButtonLook::Secondary />
            </Actions>
        </Page>
    }
}

/// Asks once, then removes it and everything in it.
#[component]
pub(super) fn Remove(page: SamplePage) -> impl IntoView {
    let (pending, failed) = (RwSignal::new(false), RwSignal::new(false));
    let remove = move || {
        pending.set(true);
        failed.set(false);
        page.let_go();
        spawn_local(async move {
            match AnyStore::delete(sample::NAME).await {
                Ok(()) => {
                    sample::forget_service_file();
                    sample::go_to(sample::OWN_WORKSPACE);
                }
                Err(_) => {
                    pending.set(false);
                    failed.set(true);
                }
            }
        });
    };
    view! {
        <Page title="Remove the sample" heading="Remove the sample?">
            <p class="lead">"The invented service goes, with whatever you did in it. The records of your own service are not touched."</p>
            {move || failed.get().then(|| view! {
                <Notice tone=Tone::Danger title="The sample is still there">
                    <p>"Another tab has it open. Close that tab, then try again."</p>
                </Notice>
            })}
            <Actions>
                <Button label="Remove the sample" on_press=remove look=ButtonLook::Danger pending pending_label="Removing…" />
                <LinkButton label="Keep it" href=Signal::stored(sample::WORKSPACE.to_owned()) look=ButtonLook::Secondary />
            </Actions>
        </Page>
    }
}
