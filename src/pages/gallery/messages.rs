//! What the page says.

use leptos::prelude::*;

use super::{HERE, Part};
use crate::components::{
    Actions, Draft, EmptyState, Icon, IconName, Inset, LinkButton, Notice, Progress, Reference, SaveState, Step, Steps,
    Tag, Tone, WordForWord,
};
use crate::view;

const VIEW: &str =
    "He loves the trains.\nHe does not “refuse” school — the bell hurts his ears.\n\nPlease tell them that.";

/// Notices, panels, tags, states, somebody's own words.
#[component]
pub(super) fn Messages() -> impl IntoView {
    view! {
        <Part title="Notices">
            <Notice title="We reply in about 5 working days"><p>"If it is urgent, phone us."</p></Notice>
            <Notice tone=Tone::Info title="This service is free"><p>"The council pays for it and cannot see your case."</p></Notice>
            <Notice tone=Tone::Good title="Case closed on 16 June 2026"><p>"Feedback was offered on paper."</p></Notice>
            <Notice tone=Tone::Warning title="Possible conflict"><p>"Tom is a governor of the school that this child goes to."</p></Notice>
            <Notice tone=Tone::Danger title="You cannot open this case"><p>"You declared that you know this family."</p></Notice>
        </Part>
        <Part title="Panel">
            <div class="panel" data-tone="warning">
                <h3 class="panel__heading">"Your answers are not sent yet"</h3>
                <div class="panel__body">
                    <p>"They are locked. Only Calder Vale SENDIASS can open them. Now send them to us."</p>
                    <Reference label="Your reference code" code="7F3K29" />
                </div>
            </div>
            <div class="panel" data-tone="good">
                <h3 class="panel__heading">"You said you sent it"</h3>
                <div class="panel__body"><p>"We will reply by Tuesday 2 December. We cannot see from here if it arrived."</p></div>
            </div>
        </Part>
        <Part title="Steps">
            <Steps>
                <Step heading="Choose how to send"><p>"Save the file and email it, or copy it as a message."</p></Step>
                <Step heading="Tell us when you have sent it"><p>"Then we can say what happens next."</p></Step>
            </Steps>
        </Part>
        <Part title="Tags and drafts">
            <div class="cluster">
                <Tag text="Open" /> <Tag text="New" tone=Tone::Info /> <Tag text="Consent given" tone=Tone::Good />
                <Tag text="Due on Friday" tone=Tone::Warning /> <Tag text="Overdue by 3 days" tone=Tone::Danger />
            </div>
            <SaveState draft=Signal::stored(Draft::NotSavedYet) />
            <SaveState draft=Signal::stored(Draft::Keeping) />
            <SaveState draft=Signal::stored(Draft::Kept { at: "10:42".to_owned() }) />
            <SaveState draft=Signal::stored(Draft::Failed) />
            <Progress label="Reading 3 of 12 files" done=Signal::stored(0.25) />
        </Part>
        <Part title="Words of others">
            <WordForWord whose="Word for word from the family, not changed" text=VIEW />
            <Inset><p>"Sometimes we will say that the school or council followed the rules. That does not mean we are on their side."</p></Inset>
        </Part>
        <Part title="Nothing here">
            <EmptyState title="You have nothing due today">
                <p>"New forms wait in the inbox."</p>
                <Actions><LinkButton label="Open the inbox" href=HERE /></Actions>
            </EmptyState>
            <p class="cluster muted"><Icon name=IconName::ShieldCheck /> <span>"An icon never stands without words."</span></p>
        </Part>
    }
}
