//! Before the questions, and the pages that tell in place of asking.

pub(in crate::public) const START: &str = "Before you start";
pub(in crate::public) const START_LEAD: &str =
    "Answer some questions, and we will get in touch with you. It takes about 10 minutes.";
pub(in crate::public) const DIAGNOSIS: &str = "You do not need a diagnosis. You do not need a school to ask for you.";
pub(in crate::public) const STOP: &str = "You can stop at any time. You can skip a question that says it is optional.";
pub(in crate::public) const TO_HAND: &str = "If you have letters with dates on them, keep them near you.";
pub(in crate::public) const HAPPENS: &str = "What happens to your answers";
pub(in crate::public) const HAPPENS_STEPS: [&str; 3] = [
    "They stay on this page until you lock them.",
    "They are locked so that only {service} can open them. The council cannot.",
    "They are not sent until you send them. At the end you will have a locked file or message to send.",
];
pub(in crate::public) const PRIVATE: &str =
    "We keep what you say private. The only time we must tell someone is if we think a person is in danger.";
pub(in crate::public) const OTHER_WAYS: &str = "Other ways to ask";
pub(in crate::public) const OTHER_WAYS_BODY: &str =
    "You can get in touch with us in another way. Someone you trust can fill this in with you.";
pub(in crate::public) const BEGIN: &str = "Start";
pub(in crate::public) const KEY: &str = "Our key words";
pub(in crate::public) const KEY_BODY: &str =
    "These six words are also on our leaflet. If they are not the same there, phone us before you send anything.";
pub(in crate::public) const KEY_SECOND: &str = "Your answers go to another person. These are their key words. They are also on our leaflet. If they are not the same there, phone us before you send anything.";
pub(in crate::public) const GONE: &str = "Your answers are not on this page any more";
pub(in crate::public) const GONE_BODY: &str = "We do not keep a copy, so that nobody else can read them. This happens when a page is loaded again. You can start again here.";

pub(in crate::public) const NO_KEY: &str = "How to ask us for help";
pub(in crate::public) const NO_KEY_BODY: &str =
    "You cannot ask us on this page yet. Phone us, email us or write to us.";
pub(in crate::public) const NO_KEY_TELL: &str = "Tell us your name and how to reach you. Tell us which school it is about. Say if you know anyone who works or volunteers here.";
pub(in crate::public) const NO_KEY_EMAIL: &str =
    "Other people may be able to read an email. Do not put private things in it.";

pub(in crate::public) const PARENTS_BODY: [&str; 3] = [
    "Not unless you say yes, or we think someone is in danger.",
    "You can ask us for help yourself. You get the same help that a parent gets.",
    "What you tell us is your own record. Your parents cannot see it.",
];
pub(in crate::public) const TOGETHER_BODY: [&str; 2] = [
    "We hear from families in their own words. You can fill this in together with a parent or a young person.",
    "Give them our number, or sit with them while they answer. They choose what to say.",
];
pub(in crate::public) const TOGETHER_BACK: &str = "Fill this in together";
pub(in crate::public) const OUT_OF_AREA_BODY: &str =
    "We can only help families in {area}. Each area of England has a service like ours. They are free and private too.";
pub(in crate::public) const NEAR: &str = "Services near us";
pub(in crate::public) const NATIONAL: &str = "Help anywhere in England";
pub(in crate::public) const START_AGAIN: &str = "Start again";
pub(in crate::public) const CONTINUE: &str = "Continue";

#[cfg(test)]
pub(super) const SENTENCES: &[&str] = &[
    START_LEAD,
    DIAGNOSIS,
    STOP,
    TO_HAND,
    HAPPENS_STEPS[0],
    HAPPENS_STEPS[1],
    HAPPENS_STEPS[2],
    PRIVATE,
    OTHER_WAYS_BODY,
    KEY_BODY,
    KEY_SECOND,
    GONE_BODY,
    NO_KEY_BODY,
    NO_KEY_TELL,
    NO_KEY_EMAIL,
    PARENTS_BODY[0],
    PARENTS_BODY[1],
    PARENTS_BODY[2],
    TOGETHER_BODY[0],
    TOGETHER_BODY[1],
    OUT_OF_AREA_BODY,
];
