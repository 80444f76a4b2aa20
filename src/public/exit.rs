//! Leaving the page quickly: a button, a hidden link, and the Shift key three times.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::journey::Journey;
use super::words::leaving;
use crate::components::{Announcer, Icon, IconName};
use crate::platform::leave::{ELSEWHERE, leave_at_once};
use crate::view;

/// How long three presses of Shift may take from the first to the last.
const PATIENCE: Duration = Duration::from_secs(5);
/// How many presses leave the page.
const PRESSES: u8 = 3;

/// Empties the memory, takes the guard away with it, blanks the page and leaves.
fn exit(journey: Journey) {
    journey.forget();
    leave_at_once();
}

/// The button that stands in the same place on every page of the journey. It is a link, so that it works whatever fails.
#[component]
pub(super) fn ExitButton() -> impl IntoView {
    let journey = Journey::here();
    view! {
        <a
            class="exit"
            href=ELSEWHERE
            rel="nofollow noreferrer"
            on:click=move |event| {
                event.prevent_default();
                exit(journey);
            }
        >
            <Icon name=IconName::DoorOpen />
            <span>{leaving::BUTTON}</span>
        </a>
    }
}

/// The same for those who go by Tab, near the top of the page, in sight when it has the focus.
#[component]
pub(super) fn ExitLink() -> impl IntoView {
    let journey = Journey::here();
    view! {
        <a
            class="skip-link"
            href=ELSEWHERE
            rel="nofollow noreferrer"
            on:click=move |event| {
                event.prevent_default();
                exit(journey);
            }
        >
            {leaving::LINK}
        </a>
    }
}

/// What the keyboard did of late.
#[derive(Clone, Copy, Default)]
struct Shift {
    presses: u8,
    with_another_key: bool,
}

impl Shift {
    /// Another key went down: whatever was counted is undone, and a Shift that is held with it makes a capital.
    fn other_key(&mut self, held: bool) {
        *self = Self {
            presses: 0,
            with_another_key: held,
        };
    }

    /// Shift came up; the presses so far when this one counts.
    fn released(&mut self) -> Option<u8> {
        if std::mem::take(&mut self.with_another_key) {
            return None;
        }
        self.presses += 1;
        Some(self.presses)
    }
}

/// Hears Shift pressed three times by itself, on the journey alone.
#[component]
pub(super) fn ExitByKeys() -> impl IntoView {
    let journey = Journey::here();
    let announcer = Announcer::here();
    let shift = StoredValue::new(Shift::default());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let down = window_event_listener(ev::keydown, move |event| {
        if event.key() != "Shift" {
            shift.update_value(|shift| shift.other_key(event.shift_key()));
        }
    });
    let up = window_event_listener(ev::keyup, move |event| {
        if event.key() != "Shift" || !journey.route().get_untracked().has_exit() {
            return;
        }
        match shift.try_update_value(Shift::released).flatten() {
            Some(presses) if presses >= PRESSES => exit(journey),
            Some(presses) => {
                if let Some(handle) = waiting.get_value() {
                    handle.clear();
                }
                let over = set_timeout_with_handle(move || shift.set_value(Shift::default()), PATIENCE);
                waiting.set_value(over.ok());
                announcer.status(match PRESSES - presses {
                    1 => "Shift, press 1 more time to exit".to_owned(),
                    left => format!("Shift, press {left} more times to exit"),
                });
            }
            None => {}
        }
    });
    on_cleanup(move || {
        down.remove();
        up.remove();
    });
}

#[cfg(test)]
mod tests {
    use super::Shift;

    #[test]
    fn shift_by_itself_counts_and_a_capital_letter_does_not() {
        let mut shift = Shift::default();
        assert_eq!(
            (shift.released(), shift.released(), shift.released()),
            (Some(1), Some(2), Some(3))
        );
        let mut shift = Shift::default();
        assert_eq!(shift.released(), Some(1));
        shift.other_key(true);
        assert_eq!(shift.released(), None, "that Shift made a capital");
        assert_eq!(shift.released(), Some(1), "and counting began anew");
    }
}
