//! What somebody is in the service, in the words of its policy.

use evenhand_domain::worker::Role;
use evenhand_engine::desk::Desk;
use evenhand_engine::policy::profile::Profile;

use crate::platform::clock;

/// The service's policy as it holds today.
pub(super) fn profile_of(desk: &Desk) -> &'static Profile {
    desk.policy().on(clock::today())
}

/// The role as a label: "Operational Lead", "Officer".
pub(super) fn role_word(profile: &Profile, role: Role) -> String {
    let mut letters = profile.words.role(role).chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The roles with the values under which a form keeps them.
pub(super) const ROLES: [(&str, Role); 3] = [
    ("manager", Role::Manager),
    ("officer", Role::Officer),
    ("volunteer", Role::Volunteer),
];
