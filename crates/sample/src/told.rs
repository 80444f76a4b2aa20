//! What a case is made of before anything is played: each entry with its day, its author and its words.

use evenhand_domain::case::close::FeedbackWay;
use evenhand_domain::case::contact::{Channel, ContactWay, Place};
use evenhand_domain::case::party::WordsKind;
use evenhand_domain::date::Day;
use evenhand_engine::now::Now;

use crate::family::Sheet;
use crate::people::Who;

/// A case as it is told.
#[derive(Debug, Clone)]
pub(crate) struct CaseTold {
    pub(crate) sheet: Sheet,
    /// Who has it at the end.
    pub(crate) worker: Who,
    pub(crate) entries: Vec<Entry>,
}

/// One thing that somebody does.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) now: Now,
    pub(crate) by: Who,
    pub(crate) what: What,
}

/// How a case begins.
#[derive(Debug, Clone, Default)]
pub(crate) struct Beginning {
    pub(crate) channel: Option<Channel>,
    /// Who is to have it; none leaves it for the manager to give out.
    pub(crate) worker: Option<Who>,
    /// The case of a brother or sister, by its number.
    pub(crate) sibling: Option<usize>,
    /// Whether a record may be kept (LEI-29).
    pub(crate) may_keep: bool,
}

/// A contact in words.
#[derive(Debug, Clone)]
pub(crate) struct Talk {
    pub(crate) way: ContactWay,
    pub(crate) minutes: u32,
    pub(crate) facts: String,
    pub(crate) said: String,
    pub(crate) opinion: String,
    /// What they want, where this contact is the first (LEI-25).
    pub(crate) aim: Option<String>,
    /// Why impartiality was not stated, where it was not.
    pub(crate) not_stated: Option<&'static str>,
    /// What is to be done next, and after how many days.
    pub(crate) next: Option<(String, i64)>,
    /// Whether the child took part.
    pub(crate) with_child: bool,
    pub(crate) place: Place,
}

/// What somebody does.
#[derive(Debug, Clone)]
pub(crate) enum What {
    /// A case begins by telephone, in person, by letter or e-mail.
    Open(Beginning),
    /// A locked form is brought in.
    BringIn { worker: Option<Who>, story: String },
    /// An enquiry that names nobody is answered.
    Enquire { topic: String, note: String, minutes: u32 },
    /// The enquiry becomes a case.
    Named { worker: Who },
    /// The manager gives the case to somebody.
    Allocate {
        to: Who,
        handover: &'static str,
        over: bool,
    },
    /// The worker answers the question before opening (SPS-8).
    Answer { knows: bool },
    /// A contact with the family.
    Talk(Box<Talk>),
    /// Words of the child, or of whoever asks.
    Words {
        child: bool,
        kind: WordsKind,
        words: String,
    },
    /// Options are explained (SPS-1).
    Options,
    /// They decide.
    Decide { words: String },
    /// They allow something to be said to the agency of the matter (LEI-26).
    Consent,
    /// They take it back.
    Withdraw,
    /// The agency is spoken with; without `says`, it calls and nothing is disclosed.
    Agency { says: bool },
    /// The newest contact is corrected.
    Correct,
    /// The newest contact does not belong here.
    InError,
    /// A file is attached.
    Attach,
    /// Something is to be done by a day.
    Task { what: String, due: Day },
    /// Everything that is to be done is done.
    Finish,
    /// The case is closed.
    Close {
        outcome: String,
        view: String,
        feedback: FeedbackWay,
    },
    /// It is opened again.
    Reopen,
    /// Who they are is erased, because they said no to a record (LEI-29).
    Erase,
    /// An entry of a register is written: the one at this place of the list. It belongs to no case.
    Register { place: usize },
    /// Somebody says that there is nothing else to declare, as each does once a year (CAM-20). It belongs to no case.
    Confirm,
    /// A backup of everything is saved. It belongs to no case.
    SaveBackup,
}
