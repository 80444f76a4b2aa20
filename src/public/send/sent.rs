//! After the person said that they sent it: their code, what happens next, and clearing the page.

use leptos::prelude::*;

use super::clear::ClearAll;
use super::not_locked::not_locked;
use crate::components::{Button, ButtonLook, IconName, Panel, Reference, Tone};
use crate::layout::QuestionPage;
use crate::markup::Node;
use crate::platform::{clock, print};
use crate::public::journey::Journey;
use crate::public::route::Route;
use crate::public::words::sending;
use crate::view;

/// The code, the day of the reply, and what to do if none comes.
pub(in crate::public) fn sent() -> Node {
    let journey = Journey::here();
    if !journey.is_said_sent() {
        return not_locked();
    }
    let Some(code) = journey.locked(|locked| locked.reference().replace(' ', "")) else {
        return not_locked();
    };
    let (reply_by, if_not) = journey.service(|service| {
        let day = service.reply_by(clock::today()).long_with_weekday();
        let contacts = &service.contacts;
        let if_not = match (&contacts.phone, &contacts.email) {
            (Some(phone), _) => sending::IF_NOT.replace("{phone}", phone),
            (None, Some(email)) => sending::IF_NOT_WRITE.replace("{email}", email),
            (None, None) => String::new(),
        };
        (sending::REPLY_BY.replace("{day}", &day), if_not)
    });
    view! {
        <QuestionPage title=sending::SENT back=Signal::stored(Route::Send.href())>
            <Panel heading=sending::SENT tone=Tone::Good>
                <Reference label=sending::REFERENCE code=Signal::stored(code) />
                <p>{sending::SENT_HONEST}</p>
            </Panel>
            <div class="prose">
                <h2>{sending::NEXT}</h2>
                <p>{reply_by}</p>
                <p>{if_not}</p>
                <p>{sending::RECORDS}</p>
                <Button label=sending::PRINT_PAGE on_press=print::print look=ButtonLook::Quiet icon=IconName::Printer />
                <h2>{sending::CLEAR_HEADING}</h2>
                <p>{sending::CLEAR_BODY}</p>
            </div>
            <ClearAll />
        </QuestionPage>
    }
}
