//! Somebody joins: the manager says who, the person types their own way in, and takes their own recovery code.

mod who;

use evenhand_domain::worker::Role;
use evenhand_engine::people::add::JoinRequest;
use leptos::prelude::*;

use self::who::{NAME, ROLE, Who};
use super::role::ROLES;
use super::words;
use crate::components::{Actions, Button, ButtonLook, Form, IconName, LinkButton, Notice, Problem, Problems, Tone};
use crate::layout::Page;
use crate::view;
use crate::workspace::command::Command;
use crate::workspace::device::words::At;
use crate::workspace::device::{CodeSheet, CodeTypedBack, NewCode, NewSignIn};
use crate::workspace::route::Route;
use crate::workspace::session::Session;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Who,
    Print,
    TypeBack,
    Joined,
}

/// What is asked of somebody who joins.
#[derive(Clone, Copy)]
struct Asked {
    stop: RwSignal<Stop>,
    name: RwSignal<String>,
    role: RwSignal<String>,
    district: RwSignal<String>,
    phone: RwSignal<String>,
    email: RwSignal<String>,
    sign_in: NewSignIn,
    code: NewCode,
    problems: Problems,
    command: Command,
}

impl Asked {
    /// Whose recovery code it is, for the paper.
    fn whose(self) -> String {
        let service = untrack(|| Session::here().read(|desk| desk.team().name.clone()));
        let name = self.name.with_untracked(|name| name.trim().to_owned());
        format!("{name}, {}", service.unwrap_or_default())
    }

    fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            stop: RwSignal::new(Stop::Who),
            name: text(),
            role: text(),
            district: text(),
            phone: text(),
            email: text(),
            sign_in: NewSignIn::new(),
            code: NewCode::make(),
            problems: Problems::new(),
            command: Command::new(),
        }
    }

    fn role(self) -> Option<Role> {
        self.role
            .with_untracked(|chosen| ROLES.iter().find(|(value, _)| value == chosen).map(|(_, role)| *role))
    }

    fn leave_who(self) {
        let mut found = Vec::new();
        if self.name.with_untracked(|name| name.trim().is_empty()) {
            found.push(Problem::new(NAME, "Enter the name"));
        }
        if self.role().is_none() {
            found.push(Problem::new(ROLE, "Choose the role"));
        }
        found.extend(self.sign_in.problems());
        if self.problems.set(found) {
            self.stop.set(Stop::Print);
        }
    }

    fn join(self) {
        let Some(role) = self.role() else {
            return self.stop.set(Stop::Who);
        };
        if !self.problems.set(self.code.problems()) {
            return;
        }
        let request = JoinRequest {
            name: self.name.get_untracked(),
            role,
            home_district: self.district.get_untracked(),
            phone: self.phone.get_untracked(),
            email: self.email.get_untracked(),
            sign_in: self.sign_in.typed(),
        };
        let code = self.code.code();
        self.command.run(
            move |desk, now| async move { desk.add_worker(now, request, &code).await },
            move |joined| match joined {
                Ok(_) => {
                    self.sign_in.clear();
                    self.stop.set(Stop::Joined);
                }
                Err(error) => {
                    let (at, message) = words::join(&error);
                    let (stop, field) = match at {
                        At::Person => (Stop::Who, NAME),
                        At::SignInName | At::Passphrase => (Stop::Who, NewSignIn::field(at)),
                        At::Service | At::Page => (Stop::TypeBack, NewCode::field()),
                    };
                    self.stop.set(stop);
                    self.problems.set(vec![Problem::new(field, message)]);
                }
            },
        );
    }
}

/// The steps by which somebody joins.
#[component]
pub(in crate::workspace) fn AddWorker() -> impl IntoView {
    let session = Session::here();
    let asked = Asked::new();
    let manages = untrack(|| session.read(|desk| desk.me().map(|me| me.role) == Ok(Role::Manager))).unwrap_or_default();
    let heading = move || match asked.stop.get() {
        Stop::Who => "Add somebody",
        Stop::Print => "Their recovery code",
        Stop::TypeBack => "Type the recovery code back",
        Stop::Joined => "They have joined",
    };
    view! {
        <Page title=heading heading back=Signal::stored(Route::Team.href()) back_label="Team" problems=asked.problems>
            {move || match (manages, asked.stop.get()) {
                (false, _) => view! {
                    <Notice tone=Tone::Info title="Only the manager adds people">
                        <p>"Ask the manager to unlock the workspace on this device and add them."</p>
                    </Notice>
                },
                (true, Stop::Who) => view! { <Who asked /> },
                (true, Stop::Print) => view! {
                    <p>"Now the person who joins: this code is theirs alone, as is the paper."</p>
                    <CodeSheet code=asked.code whose=asked.whose() />
                    <Actions>
                        <Button label="They have it on paper" on_press=move || asked.stop.set(Stop::TypeBack) />
                        <Button label="Back" on_press=move || asked.stop.set(Stop::Who) look=ButtonLook::Quiet icon=IconName::ArrowLeft />
                    </Actions>
                },
                (true, Stop::TypeBack) => view! { <TypeBack asked /> },
                (true, Stop::Joined) => view! { <Joined asked /> },
            }}
        </Page>
    }
}

#[component]
fn TypeBack(asked: Asked) -> impl IntoView {
    view! {
        <Form on_submit=move || asked.join()>
            <CodeTypedBack code=asked.code problems=asked.problems />
            <Actions>
                <Button label="Join the service" pending=asked.command.pending() pending_label="Adding…" />
                <Button label="Back" on_press=move || asked.stop.set(Stop::Print) look=ButtonLook::Quiet icon=IconName::ArrowLeft />
            </Actions>
        </Form>
    }
}

#[component]
fn Joined(asked: Asked) -> impl IntoView {
    let session = Session::here();
    view! {
        <Notice tone=Tone::Good title="Saved">
            <p><bdi dir="auto">{asked.name}</bdi> " can unlock the workspace on this device with their own sign-in name and passphrase."</p>
        </Notice>
        <p>"You are still signed in yourself. Next: lock, and let them unlock. They open Team, then What you declared, and say what ties them to schools, people and bodies here. Save a backup today, so that it holds their way in."</p>
        <Actions>
            <Button label="Lock, so that they can unlock" on_press=move || session.lock() icon=IconName::Lock />
            <LinkButton label="Save a backup" href=Signal::stored(Route::Backup.href()) look=ButtonLook::Secondary />
        </Actions>
    }
}
