//! Is the text of our policy up to date? It is pasted or brought in as a file, looked at on this page, and not kept: a copy here would go stale beside the real
//! one, and the policy library says where that lies (docs/adr/0018-policy-as-data.md).

use evenhand_engine::policy::currency::{Remark, currency, text_of};
use leptos::prelude::*;

use crate::components::{
    Announcer, Button, ButtonLook, ChosenFile, FieldId, FileInput, Form, Problem, Problems, TextArea,
};
use crate::view;
use crate::workspace::case::near::as_typed;
use crate::workspace::session::Session;

const TEXT: FieldId = FieldId::named("policy-text");
const FILE: FieldId = FieldId::named("policy-file");
/// The most bytes that are read: no policy is as long.
const LARGEST: u32 = 2 * 1024 * 1024;

/// A box for the text, and what is out of date in it.
#[component]
pub(super) fn Age(
    /// The problems of the page.
    problems: Problems,
) -> impl IntoView {
    let (session, announcer) = (Session::here(), Announcer::here());
    let text = RwSignal::new(String::new());
    let found = RwSignal::new(None::<Vec<Remark>>);
    let look = move || {
        problems.clear();
        if text.with_untracked(|text| text.trim().is_empty()) {
            found.set(None);
            problems.set(vec![Problem::new(TEXT, "Paste the text of a policy, then check it")]);
            return;
        }
        let name = untrack(|| session.read(|desk| desk.team().name)).unwrap_or_default();
        let remarks = text.with_untracked(|text| currency(text, &[&name], session.now().day()));
        announcer.status(said(remarks.len()));
        found.set(Some(remarks));
    };
    let take = move |files: Vec<ChosenFile>| {
        let read = files.into_iter().next().and_then(|file| text_of(&file.bytes.ok()?));
        match read {
            Some(read) => {
                text.set(read);
                look();
            }
            None => {
                found.set(None);
                let what = "This file is no plain text, or it is larger than 2 MB. Copy the text out of Word or the PDF, and paste it";
                problems.set(vec![Problem::new(FILE, what)]);
            }
        }
    };
    let shown = move || found.get().map(shown);
    view! {
        <section class="stack">
            <h2>"Is the text up to date?"</h2>
            <FileInput
                label="Bring in the text of a policy"
                hint="A text file, .txt or .md. From Word or a PDF, copy the text and paste it below."
                on_files=take
                id=FILE
                error=problems.of(FILE)
                accept=".txt,.md,text/plain"
                largest=LARGEST
            />
            <Form on_submit=look>
                <TextArea
                    label="Or paste the text of a policy"
                    hint="We look for out-of-date review dates, old terms and another service’s name, here on this device. The text is not kept."
                    value=text
                    id=TEXT
                    error=problems.of(TEXT)
                    rows=6
                />
                <Button label="Check the text" look=ButtonLook::Secondary />
            </Form>
            {shown}
        </section>
    }
}

fn said(count: usize) -> String {
    match count {
        0 => "Nothing that is out of date was found".to_owned(),
        1 => "1 thing to change was found".to_owned(),
        more => format!("{more} things to change were found"),
    }
}

fn shown(remarks: Vec<Remark>) -> impl IntoView {
    let heading = said(remarks.len());
    let is_fresh = remarks.is_empty();
    let remarks = remarks.into_iter().map(|remark| {
        let quote = (!remark.quote.is_empty())
            .then(|| view! { <blockquote>{as_typed(format!("“{}”", remark.quote))}</blockquote> });
        view! {
            <li class="clause">
                <p class="clause__what"><span class="clause__title">{remark.what}</span></p>
                <div class="clause__evidence"><p>{remark.change}</p>{quote}</div>
            </li>
        }
    });
    let remarks = remarks.collect_view();
    view! {
        <h3>{heading}</h3>
        {is_fresh.then(|| view! { <p>"Dates of reviews, terms and names were looked at. Whether it is a good policy, only people can say."</p> })}
        {(!is_fresh).then(|| view! { <ul class="clauses">{remarks}</ul> })}
    }
}
