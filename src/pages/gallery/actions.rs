//! What is pressed.

use leptos::prelude::*;

use super::{HERE, Part};
use crate::components::{
    Actions, Announcer, BackLink, Button, ButtonLook, CardLink, Cards, CopyButton, Dialog, Disclosure, IconName,
    LinkButton, Problems, ReadAloud,
};
use crate::view;

/// Buttons, links, cards, what opens in place and what asks first.
#[component]
pub(super) fn Buttons(
    /// Finds problems with the fields below.
    #[prop(into)]
    ask: Callback<()>,
    /// Those problems.
    problems: Problems,
) -> impl IntoView {
    let pending = RwSignal::new(false);
    let open = RwSignal::new(false);
    view! {
        <Part title="Buttons and links">
            <BackLink href=HERE label="All cases" />
            <Actions>
                <Button label="Save contact" on_press=move || Announcer::here().done("Saved on this device at 10:42") />
                <Button label="Add a person" look=ButtonLook::Secondary icon=IconName::Plus on_press=|| () />
                <Button label="Cancel" look=ButtonLook::Quiet on_press=|| () />
                <Button label="Withdraw consent" look=ButtonLook::Danger on_press=|| () about="for Elm School" />
            </Actions>
            <Actions>
                <Button
                    label="Unlock"
                    icon=IconName::LockOpen
                    pending=pending
                    pending_label="Unlocking…"
                    on_press=move || pending.set(true)
                />
                <Button label="Waiting" pending=Signal::stored(true) pending_label="Locking your answers…" on_press=|| () />
                <LinkButton label="Start now" href=HERE onward=true />
                <LinkButton label="Print this page" href=HERE look=ButtonLook::Secondary icon=IconName::Printer />
            </Actions>
            <Actions>
                <Button label="Find problems below" look=ButtonLook::Secondary on_press=move || ask.run(()) />
                <Button label="Take them away" look=ButtonLook::Quiet on_press=move || problems.clear() />
                <CopyButton label="Copy the message" text="A locked message" />
            </Actions>
        </Part>
        <Part title="Cards">
            <Cards>
                <CardLink title="Ask us for help" href=HERE hint="It takes about 10 minutes" icon=IconName::HeartHandshake lead=true />
                <CardLink title="How we stay fair" href=HERE hint="What impartial means, and who can see what" icon=IconName::Scale />
                <CardLink title="Tell us how we did" href=HERE hint="You do not have to give your name" icon=IconName::Message />
                <CardLink title="Tell us your views" href=HERE hint="We pass on exactly what you write" icon=IconName::Megaphone />
                <CardLink title="Ask to see your records" href=HERE hint="It is free and you need no reason" icon=IconName::FileText />
                <CardLink title="Tell us if we were not fair" href=HERE hint="Only the Chair can read it" icon=IconName::Flag />
            </Cards>
        </Part>
        <Part title="What opens">
            <Disclosure label="Why we ask about the school">
                <p>"So that nobody who works or helps at that school deals with you."</p>
            </Disclosure>
            <Disclosure label="An open one" open=RwSignal::new(true)>
                <p>"It is a button, because people who speak to their computer can press one by its name."</p>
            </Disclosure>
            <ReadAloud label="Say this at the start" open=RwSignal::new(true)>
                <p>"Before we begin: we do not take sides."</p>
                <p>"We tell you what the law says and what your choices are. You decide."</p>
            </ReadAloud>
            <Actions>
                <Button label="Delete the draft" look=ButtonLook::Danger on_press=move || open.set(true) />
            </Actions>
            <Dialog open heading="Delete this draft?">
                <p>"What you wrote since 10:20 is lost. It cannot be brought back."</p>
                <Actions>
                    <Button label="Keep the draft" on_press=move || open.set(false) />
                    <Button label="Delete the draft" look=ButtonLook::Danger on_press=move || open.set(false) />
                </Actions>
            </Dialog>
        </Part>
    }
}
