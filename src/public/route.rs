//! Every place of the public page and its address. A question's address is its number, which tells no answer.

/// A place of the public page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Route {
    /// The six tasks.
    Home,
    /// How we stay fair.
    Fair,
    /// What asking for help is like, before it begins.
    Start,
    /// How to leave quickly, told before the button first appears.
    LeaveQuickly,
    /// A question, counted from one on the person's own way; `changing` when it came from the check page.
    Step {
        /// Which page of the way.
        at: u8,
        /// Whether Continue leads back to the check page.
        changing: bool,
    },
    /// The answers read back.
    Check,
    /// Locked, and not sent yet.
    Send,
    /// Locked, and not to be sent today.
    Keep,
    /// The answers on paper.
    Print,
    /// Said to be sent.
    Sent,
    /// Cleared, with what to do on a shared computer.
    Cleared,
    /// A task that this page does not take by form.
    Reach(Task),
    /// No such page.
    NotFound,
}

/// A task that is done by telephone, e-mail or post until the service takes it here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Task {
    /// Tell us how we did.
    Feedback,
    /// Tell us your views.
    Views,
    /// Ask to see your records.
    Records,
    /// Tell us if we were not fair.
    Challenge,
}

impl Task {
    /// All of them, in the order in which home shows them.
    pub(super) const ALL: [Self; 4] = [Self::Feedback, Self::Views, Self::Records, Self::Challenge];

    const fn slug(self) -> &'static str {
        match self {
            Self::Feedback => "feedback",
            Self::Views => "views",
            Self::Records => "records",
            Self::Challenge => "not-fair",
        }
    }
}

impl Route {
    /// The place that a fragment names.
    pub(super) fn parse(fragment: &str) -> Self {
        let path = fragment.strip_prefix('#').unwrap_or(fragment);
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => Self::Home,
            ["fair"] => Self::Fair,
            ["ask"] => Self::Start,
            ["ask", "leave-quickly"] => Self::LeaveQuickly,
            ["ask", "check"] => Self::Check,
            ["ask", "send"] => Self::Send,
            ["ask", "keep"] => Self::Keep,
            ["ask", "print"] => Self::Print,
            ["ask", "sent"] => Self::Sent,
            ["cleared"] => Self::Cleared,
            ["ask", number] => step(number, false),
            ["ask", number, "change"] => step(number, true),
            [slug] => Task::ALL
                .into_iter()
                .find(|task| task.slug() == *slug)
                .map_or(Self::NotFound, Self::Reach),
            _ => Self::NotFound,
        }
    }

    /// The address of this place.
    pub(super) fn href(self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Fair => "#/fair".to_owned(),
            Self::Start => "#/ask".to_owned(),
            Self::LeaveQuickly => "#/ask/leave-quickly".to_owned(),
            Self::Step { at, changing: false } => format!("#/ask/{at}"),
            Self::Step { at, changing: true } => format!("#/ask/{at}/change"),
            Self::Check => "#/ask/check".to_owned(),
            Self::Send => "#/ask/send".to_owned(),
            Self::Keep => "#/ask/keep".to_owned(),
            Self::Print => "#/ask/print".to_owned(),
            Self::Sent => "#/ask/sent".to_owned(),
            Self::Cleared => "#/cleared".to_owned(),
            Self::Reach(task) => format!("#/{}", task.slug()),
            Self::NotFound => "#/not-found".to_owned(),
        }
    }

    /// Whether it belongs to the journey that has the exit button.
    pub(super) const fn has_exit(self) -> bool {
        matches!(
            self,
            Self::LeaveQuickly | Self::Step { .. } | Self::Check | Self::Send | Self::Keep | Self::Print | Self::Sent
        )
    }
}

fn step(number: &str, changing: bool) -> Route {
    let at = number
        .parse()
        .ok()
        .filter(|at| *at > 0 && !number.starts_with(['0', '+']));
    at.map_or(Route::NotFound, |at| Route::Step { at, changing })
}

#[cfg(test)]
mod tests {
    use super::{Route, Task};

    fn all() -> Vec<Route> {
        let mut all = vec![
            Route::Home,
            Route::Fair,
            Route::Start,
            Route::LeaveQuickly,
            Route::Check,
            Route::Send,
        ];
        all.extend([Route::Keep, Route::Print, Route::Sent, Route::Cleared, Route::NotFound]);
        all.extend(Task::ALL.map(Route::Reach));
        for at in [1, 9, 17, 255] {
            all.extend([false, true].map(|changing| Route::Step { at, changing }));
        }
        all
    }

    #[test]
    fn every_address_leads_back_to_its_place() {
        for route in all() {
            assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn what_is_no_address_is_not_found_and_never_a_panic() {
        for fragment in [
            "#/ask/0",
            "#/ask/256",
            "#/ask/-1",
            "#/ask/01",
            "#/ask/1/2",
            "#/<script>",
            "#/ask/1/change/x",
            "#x",
        ] {
            assert_eq!(Route::parse(fragment), Route::NotFound, "{fragment}");
        }
        for fragment in ["", "#", "#/", "#//"] {
            assert_eq!(Route::parse(fragment), Route::Home);
        }
    }
}
