//! From the entries of a case to what its timeline shows.

use evenhand_domain::case::contact::{Contact, ContactWay};
use evenhand_domain::case::state::{Case, Recorded};
use evenhand_domain::date::{Day, Moment};
use evenhand_domain::event::{CaseEvent, Entry};
use evenhand_engine::book::CaseFile;
use evenhand_engine::desk::Desk;

use super::titles::{front_title, story_title};
use crate::components::IconName;
use crate::workspace::case::this::{ThisCase, name_in, worker_name};
use crate::workspace::case::words::{listed, way_words};

/// One thing that happened.
pub(super) struct Happened {
    /// The day it stands under.
    pub(super) day: Day,
    /// The time of day, for the order within the day.
    pub(super) clock: String,
    /// When it was recorded.
    pub(super) at: Moment,
    pub(super) title: String,
    pub(super) icon: IconName,
    pub(super) who: String,
    pub(super) what: What,
}

/// What stands below the title.
pub(super) enum What {
    Plain,
    Words(Vec<String>),
    Contact(Box<ShownContact>),
}

/// A contact with the names that it needs.
#[derive(Clone)]
pub(super) struct ShownContact {
    pub(super) kept: Recorded<Contact>,
    /// The name of each person who took part or spoke.
    pub(super) names: Vec<(evenhand_domain::ids::PartyId, String)>,
    /// Who corrected it, for each earlier text.
    pub(super) corrected_by: Vec<String>,
    /// The agreed content of the permission that it names.
    pub(super) consent: Option<String>,
    /// Whether it can still be corrected.
    pub(super) may_correct: bool,
    /// Whether its first words do, until somebody asks for the rest.
    pub(super) is_folded: bool,
}

/// Everything that happened and that a person would ask about; keys and counts are left out.
pub(super) fn happened(this: ThisCase, file: &CaseFile, story: &Case, desk: &Desk) -> Vec<Happened> {
    let offset = this.session().now().offset_minutes;
    let mut all = Vec::new();
    for entry in file.front_entries.iter() {
        if let Some((title, icon, lines)) = front_title(&entry.event, desk) {
            all.push(shown(entry, offset, desk, title, icon, lines));
        }
    }
    for entry in file.entries.iter() {
        if let CaseEvent::ContactRecorded(_) = &entry.event {
            all.extend(
                story
                    .contacts
                    .iter()
                    .find(|kept| kept.id == entry.id)
                    .map(|kept| contact(kept, offset, story, desk)),
            );
        } else if let Some((title, icon, lines)) = story_title(&entry.event, story, desk, entry.id) {
            all.push(shown(entry, offset, desk, title, icon, lines));
        }
    }
    all
}

fn shown<E>(entry: &Entry<E>, offset: i32, desk: &Desk, title: String, icon: IconName, lines: Vec<String>) -> Happened {
    let clock = entry.at.clock(offset);
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.trim().is_empty()).collect();
    Happened {
        day: entry.on,
        who: format!("{}, {clock}", worker_name(desk, entry.by)),
        clock,
        at: entry.at,
        title,
        icon,
        what: if lines.is_empty() {
            What::Plain
        } else {
            What::Words(lines)
        },
    }
}

fn contact(kept: &Recorded<Contact>, offset: i32, story: &Case, desk: &Desk) -> Happened {
    let now = &kept.now;
    let with: Vec<String> = now.with.iter().map(|party| name_in(story, *party)).collect();
    let title = match now.way {
        ContactWay::Meeting => format!("Meeting: {}", listed(&with)),
        way => format!("{} with {}", way_words(way), listed(&with)),
    };
    let worker = worker_name(desk, kept.by);
    // A time is shown where one is known, and where it was recorded on another day that is said.
    let time = now.at.clone().unwrap_or_default();
    let minutes = now.minutes.map(|minutes| format!("{minutes} minutes"));
    let later = (kept.on != now.on).then(|| format!("recorded on {}", kept.on.long()));
    let parts = [
        Some(worker),
        Some(time.clone()).filter(|time| !time.is_empty()),
        minutes,
        later,
    ];
    let parties = now.with.iter().chain(now.words.iter().map(|words| &words.party));
    Happened {
        day: now.on,
        clock: if time.is_empty() { kept.at.clock(offset) } else { time },
        at: kept.at,
        title,
        icon: icon_of(now),
        who: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
        what: What::Contact(Box::new(ShownContact {
            names: parties.map(|party| (*party, name_in(story, *party))).collect(),
            corrected_by: kept
                .earlier
                .iter()
                .map(|earlier| worker_name(desk, earlier.corrected_by))
                .collect(),
            consent: now.agency.as_ref().and_then(|talk| talk.consent).and_then(|consent| {
                let kept = story.consents.iter().find(|kept| kept.id == consent)?;
                Some(kept.now.consent.content.clone())
            }),
            may_correct: kept.in_error.is_none(),
            is_folded: false,
            kept: kept.clone(),
        })),
    }
}

const fn icon_of(contact: &Contact) -> IconName {
    match contact.way {
        ContactWay::Telephone => IconName::Phone,
        ContactWay::FaceToFace => IconName::Message,
        ContactWay::Meeting => IconName::Users,
        ContactWay::Letter => IconName::FileText,
        ContactWay::Email => IconName::Mail,
    }
}
