//! Checking, locking, sending.

pub(in crate::public) const CHECK: &str = "Check your answers before you lock them";
pub(in crate::public) const NOT_GIVEN: &str = "Not given";
pub(in crate::public) const NO_RECORD: &str = "We can still talk to you. We will not write down who you are.";
pub(in crate::public) const BEFORE_LOCK: &str = "When you choose 'Lock my answers', we turn them into a code that only {service} can open. You will then send it to us.";
pub(in crate::public) const ONLY: &str = "Only {service} can open this. The council cannot.";
pub(in crate::public) const OTHER_PERSON: &str =
    "You may know someone here. So this goes to a different person from the one who reads most answers.";
pub(in crate::public) const LOCK: &str = "Lock my answers";
pub(in crate::public) const LOCKING: &str = "Locking your answers…";
pub(in crate::public) const LOCK_FAILED: &str = "Your answers are not locked";
pub(in crate::public) const LOCK_FAILED_DO: &str =
    "They are still on this page. Try again, or phone us. You can also print them and post them to us.";
pub(in crate::public) const PRINT_ANSWERS: &str = "Print my answers";

pub(in crate::public) const NOT_SENT: &str = "Your answers are not sent yet";
pub(in crate::public) const NOT_SENT_LEAD: &str = "They are locked. Now you send them to us. There are two steps.";
pub(in crate::public) const REFERENCE: &str = "Your code";
pub(in crate::public) const STEP_ONE: &str = "Choose how to send";
pub(in crate::public) const WHICH_WAY: &str = "Which way is best for you?";
pub(in crate::public) const STEP_TWO: &str = "Tell us when you have sent it";
pub(in crate::public) const STEP_TWO_BODY: &str =
    "We cannot see from here if it arrived. So tell this page when you have sent it.";
pub(in crate::public) const I_SENT: &str = "I have sent it";
pub(in crate::public) const CANNOT: &str = "I cannot send it now";
pub(in crate::public) const SHARE: &str = "Share the locked file";
pub(in crate::public) const SHARE_BODY: &str = "Choose your email app or a message app. Then send the file to us.";
pub(in crate::public) const BY_FILE: &str = "Save the file and email it";
pub(in crate::public) const BY_TEXT: &str = "Copy it as a message";
pub(in crate::public) const BY_POST: &str = "Print it and post it";
pub(in crate::public) const SAVE: &str = "Save the locked file";
pub(in crate::public) const SAVED: &str = "Locked file saved to your device. It is not sent yet.";
pub(in crate::public) const NOT_SAVED: &str = "This browser did not save the file. Choose another way to send.";
pub(in crate::public) const WRITE_EMAIL: &str = "Write the email";
pub(in crate::public) const ADD_FILE: &str = "Add the file called {file} to an email to {email}.";
pub(in crate::public) const BY_FILE_ALONE: &str = "Save the file and send it";
pub(in crate::public) const ADD_FILE_ALONE: &str = "Phone us and ask where to send the file. It is called {file}.";
pub(in crate::public) const COPY: &str = "Copy the locked message";
pub(in crate::public) const COPY_BODY: &str =
    "It is long, and it looks like random letters. Paste all of it into an email to {email}.";
pub(in crate::public) const COPY_BODY_ALONE: &str =
    "It is long, and it looks like random letters. Phone us and ask where to send it. Then paste all of it there.";
pub(in crate::public) const POST_BODY: &str = "On paper your answers are not locked. Put them in an envelope.";
pub(in crate::public) const EMAIL_SUBJECT: &str = "Message for {service}";
pub(in crate::public) const EMAIL_BODY: &str = "I have added a locked file. It is called {file}.";

pub(in crate::public) const SENT: &str = "You said you sent it";
pub(in crate::public) const SENT_HONEST: &str = "We cannot see from here if it arrived.";
pub(in crate::public) const NEXT: &str = "What happens next";
pub(in crate::public) const REPLY_BY: &str = "We will reply by {day}.";
pub(in crate::public) const IF_NOT: &str = "If you have not heard by then, phone {phone} and say this code.";
pub(in crate::public) const IF_NOT_WRITE: &str = "If you have not heard by then, write to {email} with this code.";
pub(in crate::public) const RECORDS: &str = "You can ask to see what we hold about you at any time. It is free.";
pub(in crate::public) const CLEAR_HEADING: &str = "Clear this page";
pub(in crate::public) const CLEAR_BODY: &str =
    "Your answers are still on this page. Clear them if other people use this phone or computer.";
pub(in crate::public) const CLEAR: &str = "Clear everything from this page";
pub(in crate::public) const PRINT_PAGE: &str = "Print this page";

pub(in crate::public) const KEEP: &str = "Keep the locked file and send it later";
pub(in crate::public) const KEEP_STEPS: [&str; 3] = [
    "Save the locked file. Nobody but us can open it.",
    "Send it to {email} when you can. It is called {file}.",
    "Then come back here and clear the page. You cannot change your answers after that.",
];
pub(in crate::public) const PAPER: &str = "My answers for {service}";
pub(in crate::public) const PAPER_BODY: &str = "Post this to:";

#[cfg(test)]
pub(super) const SENTENCES: &[&str] = &[
    NO_RECORD,
    BEFORE_LOCK,
    ONLY,
    OTHER_PERSON,
    LOCK_FAILED_DO,
    NOT_SENT_LEAD,
    STEP_TWO_BODY,
    SHARE_BODY,
    SAVED,
    NOT_SAVED,
    ADD_FILE,
    ADD_FILE_ALONE,
    COPY_BODY,
    COPY_BODY_ALONE,
    POST_BODY,
    EMAIL_BODY,
    SENT_HONEST,
    REPLY_BY,
    IF_NOT,
    IF_NOT_WRITE,
    RECORDS,
    CLEAR_BODY,
    KEEP_STEPS[0],
    KEEP_STEPS[1],
    KEEP_STEPS[2],
];
