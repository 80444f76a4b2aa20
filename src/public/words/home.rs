//! Home, fairness, and the tasks that are done by telephone or post.

pub(in crate::public) const HEADING: &str = "Help with special educational needs and disabilities";
pub(in crate::public) const PROMISE: &str = "We are free, private and fair. We do not take sides.";
pub(in crate::public) const TASKS: &str = "What would you like to do?";
pub(in crate::public) const FOOTER: &str = "{funder} pays for this service. It cannot see your case.";
pub(in crate::public) const GET_HELP: &str = "Get help";
pub(in crate::public) const SKIP: &str = "Skip to main content";

/// A task: what it is called, and a line about it.
pub(in crate::public) struct TaskWords {
    pub(in crate::public) name: &'static str,
    pub(in crate::public) hint: &'static str,
}

pub(in crate::public) const ASK: TaskWords = TaskWords {
    name: "Ask us for help",
    hint: "Tell us what is happening. It takes about 10 minutes.",
};
pub(in crate::public) const FAIR: TaskWords = TaskWords {
    name: "How we stay fair",
    hint: "Who pays for us, who sees your answers, and what we never do.",
};
pub(in crate::public) const FEEDBACK: TaskWords = TaskWords {
    name: "Tell us how we did",
    hint: "You do not have to give your name.",
};
pub(in crate::public) const VIEWS: TaskWords = TaskWords {
    name: "Tell us your views",
    hint: "We pass on exactly what you tell us.",
};
pub(in crate::public) const RECORDS: TaskWords = TaskWords {
    name: "Ask to see your records",
    hint: "It is free. You do not need a reason.",
};
pub(in crate::public) const CHALLENGE: TaskWords = TaskWords {
    name: "Tell us if we were not fair",
    hint: "It will not change the help you get.",
};

pub(in crate::public) const FAIR_LEAD: &str =
    "We do not take sides. We tell you what the law says and what your choices are.";
pub(in crate::public) const NOT_YET_PUBLISHED: &str = "Call us or write to us, and we will tell you how we stay fair.";
pub(in crate::public) const CHANGED: &str = "What do you do in another way?";
pub(in crate::public) const CHANGED_LEAD: &str =
    "We took over the rules of another service and changed some of them. This is what we do:";
pub(in crate::public) const LAST_CHECKED: &str = "When we last looked at this";
pub(in crate::public) const OVERDUE: &str = "This check is late. You can ask us why.";
pub(in crate::public) const PRINT: &str = "Print this page";

pub(in crate::public) const FEEDBACK_LEAD: &str =
    "Tell us in the way that suits you. We want to hear what was good and what was not.";
pub(in crate::public) const FEEDBACK_MORE: &str = "If you write to us, you can leave your name out.";
pub(in crate::public) const VIEWS_LEAD: &str =
    "Tell us in the way that suits you. We will pass on exactly what you write.";
pub(in crate::public) const VIEWS_MORE: &str = "You choose if we say who you are.";
pub(in crate::public) const RECORDS_LEAD: &str = "You can ask to see what we hold about you at any time. It is free.";
pub(in crate::public) const RECORDS_MORE: &str =
    "Ask in the way that suits you. We must answer within one month. A child or young person can ask too.";
pub(in crate::public) const CHALLENGE_LEAD: &str =
    "You can tell the Chair of our group. The Chair does not work for us or take part in your case.";
pub(in crate::public) const CHALLENGE_MORE: &str =
    "You can make a formal complaint as well, or straight away. It will not change the help you get.";
pub(in crate::public) const CHALLENGE_NO_CHAIR: &str =
    "This page does not name a Chair yet. You can tell us, or make a formal complaint.";
pub(in crate::public) const CHALLENGE_NO_CHANGE: &str = "It will not change the help you get.";
pub(in crate::public) const CHAIR: &str = "How to reach the Chair";
pub(in crate::public) const REACH_US: &str = "How to reach us";

pub(in crate::public) const NOT_FOUND: &str = "We cannot find this page";
pub(in crate::public) const NOT_FOUND_BODY: &str =
    "The address may have a mistake in it. Go to the first page and choose what you need.";
pub(in crate::public) const TO_HOME: &str = "Go to the first page";

pub(in crate::public) const NEW_VERSION: &str = "There is a new version of this page";
pub(in crate::public) const NEW_VERSION_BODY: &str =
    "You can use it now. You have not told us anything yet, so nothing is lost.";
pub(in crate::public) const NEW_VERSION_USE: &str = "Use the new version";
pub(in crate::public) const NEW_VERSION_OTHERS: &str =
    "This page is open in another window too. Close it there first. Then try again.";

pub(in crate::public) const FAULT: &str = "This page has a fault";
pub(in crate::public) const FAULT_BODY: &str =
    "You have done nothing wrong. Part of this page cannot be shown. You can phone us or write to us.";
pub(in crate::public) const FAULT_STAFF: &str = "For the person who looks after this page:";

#[cfg(test)]
pub(super) const SENTENCES: &[&str] = &[
    PROMISE,
    FOOTER,
    ASK.hint,
    FAIR.hint,
    FEEDBACK.hint,
    VIEWS.hint,
    RECORDS.hint,
    CHALLENGE.hint,
    FAIR_LEAD,
    NOT_YET_PUBLISHED,
    CHANGED,
    CHANGED_LEAD,
    OVERDUE,
    FEEDBACK_LEAD,
    FEEDBACK_MORE,
    VIEWS_LEAD,
    VIEWS_MORE,
    RECORDS_LEAD,
    RECORDS_MORE,
    CHALLENGE_LEAD,
    CHALLENGE_MORE,
    CHALLENGE_NO_CHAIR,
    CHALLENGE_NO_CHANGE,
    NOT_FOUND_BODY,
    NEW_VERSION_BODY,
    NEW_VERSION_OTHERS,
    FAULT_BODY,
];
