//! The form of an entry, for every register the same.

use evenhand_domain::ids::{EventId, WorkerId};
use evenhand_domain::register::{Kind, RegisterEntry, Sealed, Writer};
use evenhand_engine::policy::profile::Setting;
use evenhand_engine::register::RegisterError;
use leptos::prelude::*;

use super::field::draw;
use super::typed::Typed;
use super::words;
use crate::components::{Actions, Announcer, Button, ButtonLook, FieldId, Form, Problem, Problems, SaveState};
use crate::layout::Page;
use crate::view;
use crate::workspace::case::near::say_saved;
use crate::workspace::command::Command;
use crate::workspace::not_found::NotFound;
use crate::workspace::prompts::Prompts;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// The page on which an entry is written.
#[component]
pub(in crate::workspace) fn AddEntry(
    /// Of which register.
    kind: Kind,
    /// About whom, where that is known.
    who: Option<WorkerId>,
) -> impl IntoView {
    let session = Session::here();
    if !untrack(|| session.read(|desk| desk.writes_in(kind)).unwrap_or_default()) {
        return view! { <NotFound /> };
    }
    let me = untrack(|| session.read(|desk| desk.me().ok()).flatten());
    let own = me
        .filter(|_| kind.register().writer == Writer::OfThemself)
        .map(|me| me.id);
    let first = who.or(own).filter(|_| kind.register().field("who").is_some());
    let entry = first.map_or(RegisterEntry::new(kind), |who| {
        RegisterEntry::new(kind).with("who", who)
    });
    let heading = format!("Add {}", kind.register().one);
    view! { <EntryForm entry of=None heading /> }
}

/// The page on which something in the policy is changed, begun with what holds now.
#[component]
pub(in crate::workspace) fn ChangeSetting(
    /// What.
    setting: Setting,
) -> impl IntoView {
    let session = Session::here();
    let kind = setting.kind();
    let begun = untrack(|| {
        session.read(|desk| {
            let policy = desk.policy();
            let may_change = desk.writes_in(kind) && setting.can_be_changed(policy.copied());
            may_change.then(|| policy.on(session.now().day()).change_of(setting))
        })
    });
    match begun.flatten() {
        Some(entry) => {
            let heading = format!("Add {}", kind.register().one);
            view! { <EntryForm entry of=None heading /> }
        }
        None => view! { <NotFound /> },
    }
}

/// The page on which an entry is changed.
#[component]
pub(in crate::workspace) fn ChangeEntry(
    /// Of which register.
    kind: Kind,
    /// Which.
    id: EventId,
) -> impl IntoView {
    let session = Session::here();
    let kept = untrack(|| session.read(|desk| desk.register_entry(id).filter(|_| desk.may_change_entry(id)))).flatten();
    match kept.filter(|kept| kept.entry.kind == kind) {
        Some(kept) => {
            let heading = format!("Change {}", kind.register().one);
            view! { <EntryForm entry=kept.entry of=Some(id) heading /> }
        }
        None => view! { <NotFound /> },
    }
}

#[component]
fn EntryForm(entry: RegisterEntry, of: Option<EventId>, heading: String) -> impl IntoView {
    let (session, announcer, problems) = (Session::here(), Announcer::here(), Problems::new());
    let kind = entry.kind;
    let register = kind.register();
    let typed = Typed::of(register, &entry);
    // A draft of what the entry said before is not laid over what it says now.
    let about = format!("{:?}", entry.values);
    let which = of.map_or_else(|| "new".to_owned(), |id| id.to_string());
    let kept = typed
        .draft()
        .about(&about)
        .keep(&format!("register/{}/{which}", register.slug));
    let command = Command::new().of(kept);
    let back = match of {
        Some(id) => Route::Entry(kind, id),
        None => Route::Register(kind),
    };
    let first = register.fields.first().map_or("entry", |field| field.name);
    let then = move |done: Result<(), RegisterError>| match done {
        Ok(()) => {
            kept.drop();
            say_saved(session, announcer);
            session.go(back);
        }
        Err(RegisterError::Answers(faults)) => {
            let found = faults
                .into_iter()
                .map(|fault| Problem::new(FieldId::named(fault.field), fault.what));
            problems.set(found.collect());
        }
        Err(error) => {
            problems.set(vec![Problem::new(FieldId::named(first), words::register_error(&error))]);
        }
    };
    let save = move || {
        let values = match typed.read() {
            Ok(values) => values,
            Err(found) => {
                problems.set(found);
                return;
            }
        };
        problems.clear();
        let doing = move |desk: evenhand_engine::desk::Desk, now| async move {
            match of {
                Some(id) => desk.change_entry(now, id, values).await,
                None => desk.enter(now, RegisterEntry { kind, values }).await.map(drop),
            }
        };
        command.run(doing, then);
    };
    let leave = move || {
        kept.drop();
        session.go(back);
    };
    // Whose it is stays: the entry is sealed for them.
    let fixed = match (register.sealed, of) {
        (Sealed::Worker(name), Some(_)) => name,
        _ => "",
    };
    let whose = (!fixed.is_empty()).then(|| {
        let name = untrack(|| session.read(|desk| entry.worker(fixed).map(|who| desk.team().name_of(who).to_owned())));
        view! { <p>"About " <bdi>{name.flatten().unwrap_or_default()}</bdi></p> }
    });
    let fields = typed
        .boxes()
        .into_iter()
        .filter(|one| one.field.name != fixed)
        .map(|one| {
            let asked = Memo::new(move |_| typed.is_asked(one));
            move || asked.get().then(|| draw(session, kind, one, problems))
        })
        .collect_view();
    view! {
        <Page
            title=heading.clone()
            heading
            back=Signal::stored(back.href())
            back_label=register.title
            problems
        >
            <p class="muted">{register.about}</p>
            {whose}
            {(kind == Kind::PerceivedBias).then(|| view! { <Prompts of="bias" /> })}
            <Form on_submit=save on_escape=move || session.go(back)>
                {fields}
                <Actions>
                    <Button label="Save" pending=command.pending() pending_label="Saving…" />
                    <Button label="Cancel" on_press=leave look=ButtonLook::Quiet />
                </Actions>
                <SaveState draft=kept.state() />
            </Form>
        </Page>
    }
}
