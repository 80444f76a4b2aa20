//! First run: policy, names, way in, recovery code, and then the service is there. Nothing is kept before the last step.

mod code;
mod differ;
mod names;
mod policy;
mod policy_words;
mod way_in;

use evenhand_domain::profile::ProfileId;
use evenhand_engine::device::set_up::{self as first_run, SetUpError};
use evenhand_engine::persist;
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::code::{PrintCode, TypeCode};
use self::names::Names;
use self::policy::Policy;
use self::way_in::WayIn;
use super::words::{self, At};
use super::{NewCode, NewSignIn};
use crate::components::{Button, ButtonLook, IconName, Problem, Problems};
use crate::view;
use crate::workspace::command::Command;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// How far the first run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Policy,
    Names,
    WayIn,
    Print,
    TypeBack,
}

impl Stop {
    const ALL: [Self; 5] = [Self::Policy, Self::Names, Self::WayIn, Self::Print, Self::TypeBack];

    fn place(self) -> usize {
        Self::ALL.iter().position(|stop| *stop == self).unwrap_or_default()
    }

    fn caption(self) -> String {
        format!("Step {} of {}", self.place() + 1, Self::ALL.len())
    }
}

/// What the first run asks, in memory until the last step.
#[derive(Clone, Copy)]
struct Asked {
    stop: RwSignal<Stop>,
    profile: RwSignal<Option<ProfileId>>,
    service: RwSignal<String>,
    manager: RwSignal<String>,
    sign_in: NewSignIn,
    code: NewCode,
    problems: Problems,
    command: Command,
    session: Session,
}

impl Asked {
    /// Whose recovery code it is, for the paper.
    fn whose(self) -> String {
        let (manager, service) = (self.manager.get_untracked(), self.service.get_untracked());
        format!("{}, {}", manager.trim(), service.trim())
    }

    /// Goes on when nothing is wrong with this step.
    fn go_on(self, problems: Vec<Problem>) {
        if self.problems.set(problems)
            && let Some(next) = Stop::ALL.get(self.stop.get_untracked().place() + 1)
        {
            self.stop.set(*next);
        }
    }

    /// The last step: everything is kept, or nothing.
    fn finish(self) {
        let (Some(store), Some(profile)) = (self.session.store(), self.profile.get_untracked()) else {
            return;
        };
        let asked = first_run::SetUp {
            profile,
            service_name: self.service.get_untracked(),
            manager_name: self.manager.get_untracked(),
            sign_in: self.sign_in.typed(),
        };
        let (now, code) = (self.session.now(), self.code.code());
        spawn_local(async {
            // A browser may ask the person first and wait for ever. What it promises is shown in Settings; this goes on meanwhile.
            let _ = persist::ask_persist().await;
        });
        let work = async move { first_run::set_up(&store, now, asked, &code).await };
        self.command.start(work, move |done| match done {
            Ok(desk) => {
                self.session.go(Route::Work);
                self.session.open(desk);
            }
            Err(error) => self.tell(&error),
        });
    }

    /// Shows what was wrong at the step where it can be mended.
    fn tell(self, error: &SetUpError) {
        let (at, message) = words::set_up(error);
        let (stop, field) = match at {
            At::Service => (Stop::Names, names::SERVICE),
            At::Person => (Stop::Names, names::MANAGER),
            At::SignInName | At::Passphrase => (Stop::WayIn, NewSignIn::field(at)),
            At::Page => (Stop::TypeBack, NewCode::field()),
        };
        self.stop.set(stop);
        self.problems.set(vec![Problem::new(field, message)]);
    }
}

/// The steps of the first run.
#[component]
pub(super) fn SetUp(
    /// Leaves the first run.
    #[prop(into)]
    back: Callback<()>,
) -> impl IntoView {
    let asked = Asked {
        stop: RwSignal::new(Stop::Policy),
        profile: RwSignal::new(None),
        service: RwSignal::new(String::new()),
        manager: RwSignal::new(String::new()),
        sign_in: NewSignIn::new(),
        code: NewCode::make(),
        problems: Problems::new(),
        command: Command::new(),
        session: Session::here(),
    };
    provide_context(BackStep(Callback::new(move |()| {
        asked.problems.clear();
        match asked
            .stop
            .get_untracked()
            .place()
            .checked_sub(1)
            .and_then(|before| Stop::ALL.get(before))
        {
            Some(before) => asked.stop.set(*before),
            None => back.run(()),
        }
    })));
    move || match asked.stop.get() {
        Stop::Policy => view! { <Policy asked /> },
        Stop::Names => view! { <Names asked /> },
        Stop::WayIn => view! { <WayIn asked /> },
        Stop::Print => view! { <PrintCode asked /> },
        Stop::TypeBack => view! { <TypeCode asked /> },
    }
}

/// How a step goes back.
#[derive(Clone, Copy)]
struct BackStep(Callback<()>);

/// One step back. What was typed stays.
#[component]
fn GoBack() -> impl IntoView {
    let BackStep(back) = expect_context();
    view! { <Button label="Back" on_press=back look=ButtonLook::Quiet icon=IconName::ArrowLeft /> }
}
