//! Leaving quickly, and clearing the page.

pub(in crate::public) const BUTTON: &str = "Exit this page";
pub(in crate::public) const LINK: &str = "Exit this page quickly";
pub(in crate::public) const HEADING: &str = "You can leave this page fast";
pub(in crate::public) const WHAT: [&str; 4] = [
    "Each page from here has a button called 'Exit this page'. It opens a weather page in its place.",
    "You can also press the Shift key 3 times.",
    "This will close the page and clear your answers. It will not clear your browsing history.",
    "To come back, open this site again and choose 'Ask us for help'. You will need to start again.",
];
pub(in crate::public) const GO_ON: &str = "Continue";

pub(in crate::public) const CLEARED: &str = "Everything is cleared from this page";
pub(in crate::public) const CLEARED_LEAD: &str = "If other people use this phone or computer, do these things now.";
pub(in crate::public) const CHECKLIST: [&str; 5] = [
    "Delete the locked file from your downloads.",
    "Empty the bin.",
    "Sign out of your email.",
    "Clear the browsing history if you are allowed to.",
    "Close this window.",
];

#[cfg(test)]
pub(super) const SENTENCES: &[&str] = &[
    WHAT[0],
    WHAT[1],
    WHAT[2],
    WHAT[3],
    CLEARED_LEAD,
    CHECKLIST[0],
    CHECKLIST[1],
    CHECKLIST[2],
    CHECKLIST[3],
    CHECKLIST[4],
];
