//! An open file: names, school and area alone, the check, and who will have the case. The story is not shown here.

use std::rc::Rc;

use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::event::Inbox;
use evenhand_engine::case::open::OpenError;
use evenhand_engine::inbox::bring_in::{Incoming, TakeIn};
use leptos::prelude::*;

use super::duplicates::{Duplicates, NEW, SAME_REQUEST, chosen};
use super::stage::BroughtIn;
use super::tray::Tray;
use crate::components::{Actions, Button, ButtonLook, Form, Notice, Problem, Problems, Tone};
use crate::layout::Page;
use crate::view;
use crate::workspace::command::Command;
use crate::workspace::open::{FairCheck, FairCheckPart, KnownBefore, WORKER, open_error};
use crate::workspace::session::Session;

/// Decides what becomes of an open file.
#[component]
pub(super) fn Decide(
    /// The tray.
    tray: Tray,
    /// The file.
    incoming: Rc<Incoming>,
) -> impl IntoView {
    let session = Session::here();
    let check = session.desk().and_then(|desk| {
        let me = desk.me().ok()?;
        let candidates = desk.candidates_to_take(session.now(), &incoming);
        Some(FairCheck::new(
            incoming.check().clone(),
            candidates,
            &me,
            desk.policy().on(session.now().day()),
        ))
    });
    let problems = Problems::new();
    let shown = incoming.before_opening();
    let (reference, key_date) = (incoming.reference().to_owned(), incoming.key_date());
    let second = (incoming.inbox() == Inbox::Second).then(|| {
        view! {
            <Notice tone=Tone::Info title="It came by the second inbox">
                <p>"The family chose it because they know somebody who works here."</p>
            </Notice>
        }
    });
    let caption = move || match tray.left().get() {
        0 => "Request for help".to_owned(),
        left => format!("Request for help; {left} more wait"),
    };
    let answer = check.map(|check| view! { <Answer tray incoming check problems /> });
    view! {
        <Page title="Before you open it" heading="Can you take this request?" caption problems>
            {second}
            <KnownBefore shown reference key_date />
            {answer}
        </Page>
    }
}

#[component]
fn Answer(tray: Tray, incoming: Rc<Incoming>, check: FairCheck, problems: Problems) -> impl IntoView {
    let command = Command::new();
    let likely = incoming.likely_duplicates().to_vec();
    let may_add = incoming.check().outcome < ConflictOutcome::Look && likely.iter().any(|line| line.may_open);
    let asks_same = !likely.is_empty() && may_add;
    let same = RwSignal::new(if asks_same { String::new() } else { NEW.to_owned() });
    let is_new = Memo::new(move |_| same.with(|same| same == NEW));
    let duplicates = (!likely.is_empty()).then(|| view! { <Duplicates likely value=same problems may_add /> });
    let kept = check.keep(&format!("inbox/{}", incoming.reference()), "");
    let incoming = StoredValue::new_local(incoming);
    let send = move || {
        let (how, became) = match read(same, check) {
            Ok(read) => read,
            Err(found) => {
                problems.set(found);
                return;
            }
        };
        problems.clear();
        let incoming = incoming.get_value();
        command.of(kept).run(
            move |desk, now| async move { desk.take_in(now, &incoming, &how).await },
            move |done: Result<_, OpenError>| match done {
                Ok(id) => tray.put_away(match became {
                    Became::NewCase => BroughtIn::Case(id),
                    Became::Added => BroughtIn::Added(id),
                    Became::PassedOn => BroughtIn::PassedOn,
                }),
                Err(error) => {
                    problems.set(vec![Problem::new(WORKER, open_error(&error))]);
                }
            },
        );
    };
    let to_manager = Memo::new(move |_| is_new.get() && check.goes_to_manager());
    view! {
        <Form on_submit=send>
            {duplicates}
            {move || is_new.get().then(|| view! { <FairCheckPart check problems /> })}
            <Actions>
                <Button
                    label=move || if to_manager.get() { "Pass it on to a manager" } else { "Bring it in" }
                    pending=command.pending()
                    pending_label="Saving…"
                />
                <Button label="Not now: leave the file as it is" look=ButtonLook::Secondary on_press=move || tray.skip() />
            </Actions>
        </Form>
    }
}

/// What the file becomes for this person.
#[derive(Debug, Clone, Copy)]
enum Became {
    NewCase,
    Added,
    PassedOn,
}

fn read(same: RwSignal<String>, check: FairCheck) -> Result<(TakeIn, Became), Vec<Problem>> {
    let same = same.get_untracked();
    if same.is_empty() {
        return Err(vec![Problem::new(
            SAME_REQUEST,
            "Select whether it is the same request as one that is here",
        )]);
    }
    if let Some(of) = chosen(&same) {
        return Ok((TakeIn::Duplicate { of }, Became::Added));
    }
    let cleared = check.read()?;
    let became = if cleared.may_open {
        Became::NewCase
    } else {
        Became::PassedOn
    };
    let how = TakeIn::NewCase {
        knows: cleared.knows,
        worker: cleared.worker,
        request: cleared.request,
        own_not_the_same: cleared.own_not_the_same,
        not_the_same: cleared.not_the_same,
    };
    Ok((how, became))
}
