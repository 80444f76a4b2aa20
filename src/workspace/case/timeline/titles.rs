//! What each event is called on a timeline. Every kind is named here; none falls through.

use evenhand_domain::case::close::FeedbackWay;
use evenhand_domain::case::state::Case;
use evenhand_domain::event::{CaseEvent, FrontEvent};
use evenhand_domain::ids::EventId;
use evenhand_engine::desk::Desk;

use crate::components::IconName;
use crate::workspace::case::summary::tie_words;
use crate::workspace::case::this::{name_in, worker_name};
use crate::workspace::case::words::{channel_words, given_words};

/// A title, an icon, and lines below it.
type Title = (String, IconName, Vec<String>);

fn title(words: impl Into<String>, icon: IconName) -> Option<Title> {
    Some((words.into(), icon, Vec::new()))
}

fn with(words: impl Into<String>, icon: IconName, lines: &[&str]) -> Option<Title> {
    Some((
        words.into(),
        icon,
        lines.iter().map(|line| (*line).to_owned()).collect(),
    ))
}

/// An event of the front sheet; none for those that say nothing to a person, or that the story says better.
pub(super) fn front_title(event: &FrontEvent, desk: &Desk) -> Option<Title> {
    match event {
        FrontEvent::CaseOpened { channel, enquiry, .. } => {
            let what = if *enquiry {
                "An enquiry came"
            } else {
                "A case was opened: they got in touch"
            };
            title(format!("{what} {}", channel_words(*channel)), IconName::Inbox)
        }
        FrontEvent::EnquiryBecameCase => title("The enquiry became a case", IconName::Folder),
        FrontEvent::MatchLookedAt { worker, is_same, why } => {
            let found = if *is_same {
                "is the same"
            } else {
                "is somebody or somewhere else"
            };
            let words = format!(
                "A possible match with {} was looked at: it {found}",
                worker_name(desk, *worker)
            );
            with(words, IconName::Search, &[why])
        }
        FrontEvent::InterestAnswered { worker, knows } => {
            let answer = if *knows {
                "they know somebody here or have an interest"
            } else {
                "they know nobody here"
            };
            title(
                format!("{} said before opening that {answer}", worker_name(desk, *worker)),
                IconName::ShieldCheck,
            )
        }
        FrontEvent::CaseAllocated { worker, reason, over } => {
            let mut lines = Vec::new();
            lines.extend(reason.as_deref());
            if let Some(over) = over {
                lines.extend([over.reason.as_str(), &over.told_how, &over.alternatives, &over.answer]);
                lines.extend(over.more.iter().flat_map(|more| [more.question.as_str(), &more.answer]));
            }
            with(
                format!("Given to {}", worker_name(desk, *worker)),
                IconName::User,
                &lines,
            )
        }
        FrontEvent::HolderRemoved { worker, why, .. } => with(
            format!("{} can no longer open this case", worker_name(desk, *worker)),
            IconName::Lock,
            &[why],
        ),
        FrontEvent::FamilyNoted { .. }
        | FrontEvent::ConflictChecked { .. }
        | FrontEvent::HolderAdded { .. }
        | FrontEvent::EpochBegun { .. }
        | FrontEvent::Closed
        | FrontEvent::Reopened => None,
    }
}

/// An event of the story; none for contacts and corrections, which are shown with the contact itself.
pub(super) fn story_title(event: &CaseEvent, story: &Case, desk: &Desk, id: EventId) -> Option<Title> {
    let name = |party| name_in(story, party);
    let error = story.why_in_error(id);
    let shown = match event {
        CaseEvent::ReferralReceived { reference, .. } => {
            let is_again = story.sent_again.iter().any(|kept| kept.id == id);
            let what = if is_again {
                "They sent their request again"
            } else {
                "They asked us for help"
            };
            title(format!("{what}: reference {reference}"), IconName::Send)
        }
        CaseEvent::EnquiryAnswered(enquiry) => with("An enquiry was answered", IconName::Message, &[&enquiry.topic]),
        CaseEvent::PartyAdded(party) => title(format!("{} was added to this case", party.name), IconName::User),
        CaseEvent::PartyChanged(party) => title(format!("Details of {} changed", party.name), IconName::Pencil),
        CaseEvent::StorageAnswered(answer) => {
            let words = if answer.agreed {
                "agreed to our keeping a record"
            } else {
                "said no to a record"
            };
            with(
                format!("{} {words}", name(answer.party)),
                IconName::Handshake,
                &[given_words(answer.how)],
            )
        }
        CaseEvent::AccessTold(told) => with(
            format!("{} was told how to see their record", name(told.party)),
            IconName::BookOpen,
            &[&told.how],
        ),
        CaseEvent::WordsNoted(words) => with(
            format!("{} said, word for word", name(words.party)),
            IconName::Quote,
            &[&words.words],
        ),
        CaseEvent::OptionsExplained(options) => {
            let choices: Vec<&str> = options.choices.iter().map(|choice| choice.what.as_str()).collect();
            with(
                format!("Options were explained: {}", options.matter),
                IconName::Scale,
                &choices,
            )
        }
        CaseEvent::DecisionMade(decision) => with(
            format!("{} decided, word for word", name(decision.party)),
            IconName::Flag,
            &[&decision.words],
        ),
        CaseEvent::ConsentGiven(consent) => with(
            format!("{} agreed that we talk to {}", name(consent.party), consent.agency),
            IconName::Handshake,
            &[&consent.content],
        ),
        CaseEvent::ConsentWithdrawn { consent, how } => {
            let kept = story.consents.iter().find(|kept| kept.id == *consent);
            let agency = kept.map_or("an agency", |kept| kept.now.consent.agency.as_str());
            with(
                format!("The permission to talk to {agency} was taken back"),
                IconName::Undo,
                &[how],
            )
        }
        CaseEvent::ActionSet(action) => title(
            format!("To be done by {}: {}", action.due.long(), action.what),
            IconName::ListChecks,
        ),
        CaseEvent::ActionDone { action, note } => {
            let kept = story.actions.iter().find(|kept| kept.id == *action);
            let what = kept.map_or("an action", |kept| kept.now.action.what.as_str());
            with(format!("Done: {what}"), IconName::Check, &[note])
        }
        CaseEvent::ActionReopened { action } => {
            let kept = story.actions.iter().find(|kept| kept.id == *action);
            let what = kept.map_or("an action", |kept| kept.now.action.what.as_str());
            title(format!("Not done after all: {what}"), IconName::Undo)
        }
        CaseEvent::AttachmentAdded(file) => with(
            format!("A file was added: {}", file.name),
            IconName::FileText,
            &[&file.about],
        ),
        CaseEvent::AttachmentErased { why, .. } => with("A file was erased", IconName::Eraser, &[why]),
        CaseEvent::EntryRestored { of } => with(
            "Marked as entered in error by mistake: it counts again",
            IconName::Undo,
            &[&entry_words(story, *of)],
        ),
        CaseEvent::CaseLinked { tie, .. } => {
            title(format!("Linked: {}", tie_words(*tie).to_lowercase()), IconName::Share)
        }
        CaseEvent::HandedOver {
            to, note, without_aim, ..
        } => {
            let aim = Some(without_aim).filter(|why| !why.trim().is_empty());
            let aim = aim.map_or_else(String::new, |why| format!("Why it was not known what they want: {why}"));
            with(
                format!("Handed over to {}", worker_name(desk, *to)),
                IconName::Users,
                &[note, &aim],
            )
        }
        CaseEvent::FeedbackOffered(offer) => {
            let words = match offer.way {
                FeedbackWay::Slip => "Feedback was asked for on a paper slip",
                FeedbackWay::Link => "Feedback was asked for with the link to our public page",
                FeedbackWay::Device => "Feedback was asked for on a device in the office",
                FeedbackWay::Declined => "Feedback was asked for, and they did not want to give any",
                FeedbackWay::NotNow => "Feedback was not asked for",
            };
            with(words, IconName::Megaphone, &[&offer.why])
        }
        CaseEvent::CaseClosed(closing) => with("The case was closed", IconName::Archive, &[&closing.outcome]),
        CaseEvent::CaseReopened { why } => with("The case was opened again", IconName::LockOpen, &[why]),
        CaseEvent::IdentityErased => title("Who they are was erased, because they asked", IconName::Eraser),
        CaseEvent::ContactRecorded(_) | CaseEvent::Corrected { .. } | CaseEvent::EnteredInError { .. } => None,
    };
    shown.map(|(words, icon, mut lines)| match error {
        Some(why) => {
            lines.push(format!("Entered in error: {why}"));
            (words, icon, lines)
        }
        None => (words, icon, lines),
    })
}

/// What an entry is, for the line below what became of it.
fn entry_words(story: &Case, of: EventId) -> String {
    let consent = story.consents.iter().find(|kept| kept.id == of);
    let options = story.options.iter().find(|kept| kept.id == of);
    let contact = story.contacts.iter().find(|kept| kept.id == of);
    let file = story.attachments.iter().find(|kept| kept.id == of);
    let person = story.brought_in_by(of).and_then(|party| story.parties.get(&party));
    consent
        .map(|kept| format!("The permission to talk to {}", kept.now.consent.agency))
        .or_else(|| options.map(|kept| format!("The options about {}", kept.now.matter)))
        .or_else(|| contact.map(|kept| format!("The contact of {}", kept.now.on.long())))
        .or_else(|| file.map(|kept| format!("The file {}", kept.now.name)))
        .or_else(|| person.map(|party| format!("{} is part of this case", party.name)))
        .unwrap_or_default()
}
