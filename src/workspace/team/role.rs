//! What somebody is in the service, in the words of its policy.

use evenhand_domain::worker::Role;
use evenhand_engine::desk::Desk;
use evenhand_engine::policy::profile::Profile;

use crate::platform::clock;

/// The service's policy as it holds today.
pub(super) fn profile_of(desk: &Desk) -> &'static Profile {
    desk.policy().on(clock::today())
}

/// The role as a label: "Officer"; where the policy has a word of its own, with the one that every page uses: "Operational Lead
/// (manager)".
pub(in crate::workspace) fn role_word(profile: &Profile, role: Role) -> String {
    let own = profile.words.role(role);
    let common = match role {
        Role::Manager => "manager",
        Role::Officer => "officer",
        Role::Volunteer => "volunteer",
    };
    let mut letters = own.chars();
    let first = letters.next().map(char::to_uppercase);
    let label: String = first.into_iter().flatten().chain(letters).collect();
    match own.to_lowercase().contains(common) {
        true => label,
        false => format!("{label} ({common})"),
    }
}

/// The roles with the values under which a form keeps them.
pub(super) const ROLES: [(&str, Role); 3] = [
    ("manager", Role::Manager),
    ("officer", Role::Officer),
    ("volunteer", Role::Volunteer),
];
