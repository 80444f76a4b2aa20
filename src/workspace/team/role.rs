//! What somebody is in the service, in the words of its policy.

use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::Role;
use evenhand_engine::desk::Desk;
use evenhand_engine::policy::profile::Profile;

/// The service's policy; the first where the workspace is just being locked.
pub(super) fn profile_of(desk: &Desk) -> &'static Profile {
    Profile::of(desk.team().profile.unwrap_or(ProfileId::Sps))
}

/// The role as a label: "Operational Lead", "Officer".
pub(super) fn role_word(profile: &Profile, role: Role) -> String {
    let word = match role {
        Role::Manager => profile.words.manager,
        Role::Officer => profile.words.officer,
        Role::Volunteer => profile.words.volunteer,
    };
    let mut letters = word.chars();
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
