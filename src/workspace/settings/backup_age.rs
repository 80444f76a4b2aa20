//! How old the newest backup is, in words, always in sight.

use evenhand_domain::date::Moment;
use evenhand_engine::now::Now;
use leptos::prelude::*;

use crate::components::{Tag, Tone};
use crate::view;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// Days after which a backup is old, and after which it is far too old.
const OLD: i64 = 7;
const FAR_TOO_OLD: i64 = 14;

/// The age of the newest backup in words, and how grave it is.
pub(super) fn age(last: Option<Moment>, now: Now) -> (String, Tone) {
    let Some(last) = last else {
        return ("No backup yet".to_owned(), Tone::Warning);
    };
    let days = now.day().days_since(last.day(now.offset_minutes));
    let words = match days {
        ..=0 => "Last backup: today".to_owned(),
        1 => "Last backup: yesterday".to_owned(),
        _ => format!("Last backup: {days} days ago"),
    };
    let tone = match days {
        ..OLD => Tone::Good,
        OLD..FAR_TOO_OLD => Tone::Warning,
        _ => Tone::Danger,
    };
    (words, tone)
}

/// The age as a link to the page where a backup is made.
#[component]
pub(in crate::workspace) fn BackupAge() -> impl IntoView {
    let session = Session::here();
    let told = Memo::new(move |_| {
        let (words, tone) = age(session.read(|desk| desk.team().last_backup).flatten(), session.now());
        (words, tone.slug())
    });
    view! {
        <a class="backup-age" data-tone=move || told.get().1 href=Route::Backup.href()>{move || told.get().0}</a>
    }
}

/// The age as a tag.
#[component]
pub(super) fn BackupAgeTag() -> impl IntoView {
    let session = Session::here();
    move || {
        let (text, tone) = age(session.read(|desk| desk.team().last_backup).flatten(), session.now());
        view! { <Tag text tone /> }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_age_is_told_in_words_and_grows_graver() {
        let now = Now {
            at: Moment::from_millis(100 * 86_400_000),
            offset_minutes: 0,
        };
        let of = |days: i64| age(Some(Moment::from_millis((100 - days) * 86_400_000)), now);
        assert_eq!(of(0), ("Last backup: today".to_owned(), Tone::Good));
        assert_eq!(of(-3).0, "Last backup: today");
        assert_eq!(of(1).0, "Last backup: yesterday");
        assert_eq!(of(6).1, Tone::Good);
        assert_eq!(of(7), ("Last backup: 7 days ago".to_owned(), Tone::Warning));
        assert_eq!(of(14).1, Tone::Danger);
        assert_eq!(age(None, now).1, Tone::Warning);
    }
}
