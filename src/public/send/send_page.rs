//! Locked, and not sent yet: the page on which most can go wrong.

use leptos::prelude::*;

use super::not_locked::not_locked;
use super::ways::Ways;
use crate::components::{Actions, Button, ButtonLook, LinkButton, Panel, Reference, Step, Steps, Tone};
use crate::layout::QuestionPage;
use crate::markup::Node;
use crate::public::ask::KeyWords;
use crate::public::journey::Journey;
use crate::public::route::Route;
use crate::public::words::{fill, sending};
use crate::view;

/// Two steps: choose how to send, then say that it is sent. Nothing here is green before the person says so.
pub(in crate::public) fn send() -> Node {
    let journey = Journey::here();
    let Some(code) = journey.locked(|locked| locked.reference().replace(' ', "")) else {
        return not_locked();
    };
    let only = journey.service(|service| fill(sending::ONLY, service));
    view! {
        <QuestionPage title=sending::NOT_SENT back=Signal::stored(Route::Check.href())>
            <Panel heading=sending::NOT_SENT tone=Tone::Warning>
                <p>{sending::NOT_SENT_LEAD}</p>
                <Reference label=sending::REFERENCE code=Signal::stored(code) />
                <p>{only}</p>
            </Panel>
            <Steps>
                <Step heading=sending::STEP_ONE><Ways /></Step>
                <Step heading=sending::STEP_TWO>
                    <p>{sending::STEP_TWO_BODY}</p>
                    <Actions>
                        <Button label=sending::I_SENT on_press=move || journey.say_sent() />
                        <LinkButton label=sending::CANNOT href=Signal::stored(Route::Keep.href()) look=ButtonLook::Secondary />
                    </Actions>
                </Step>
            </Steps>
            <KeyWords />
        </QuestionPage>
    }
}
