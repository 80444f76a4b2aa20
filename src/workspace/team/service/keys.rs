//! What of this service goes into `service.json`: its keys, its policy, what it changed of it.

use evenhand_domain::date::Day;
use evenhand_domain::event::Inbox;
use evenhand_domain::service::Called;
use evenhand_engine::desk::Desk;
use evenhand_engine::inbox::open::PublishedInbox;
use evenhand_engine::policy::profile::Profile;

use super::file::Keys;
use crate::workspace::team::role::profile_of;

/// The newest key of an inbox with the name of who opens it.
fn key_of(desk: &Desk, inbox: Inbox) -> Option<(String, String)> {
    let team = desk.team();
    let newest = team.inboxes.iter().rev().find(|open| open.inbox == inbox)?;
    let holder = newest
        .holders
        .first()
        .map(|holder| team.name_of(*holder).to_owned())
        .unwrap_or_default();
    Some((PublishedInbox::of(&newest.public)?.key, holder))
}

/// Everything of this service that goes into the file; none before there is a first inbox.
pub(super) fn keys(desk: &Desk, today: Day) -> Option<Keys> {
    let first = key_of(desk, Inbox::First)?;
    let profile = profile_of(desk).id;
    let (own, copied) = (&desk.policy().on(today).words, &Profile::of(profile).words);
    let differs = |own: &str, copied: &str| (own != copied).then(|| own.to_owned());
    Some(Keys {
        profile,
        first,
        second: key_of(desk, Inbox::Second),
        changed_rules: desk.policy().differs(today),
        called: Called {
            group: differs(own.group, copied.group),
            chair: differs(own.chair, copied.chair),
        },
    })
}
