//! What can be gone to: one list, for whoever is signed in and the case in front of them.

use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::ids::CaseId;
use evenhand_domain::register::Kind;
use evenhand_domain::worker::Role;
use evenhand_engine::case::find::Found;
use evenhand_engine::case::search::Search;
use evenhand_engine::desk::Desk;

use crate::components::Suggestion;
use crate::workspace::case::words::standing_words;
use crate::workspace::route::{CasePart, Route};

/// The most lines in sight.
pub(super) const MOST: usize = 30;
/// What is handed over where a line is no place: lock the workspace.
pub(super) const LOCK: &str = "lock";

/// Places for everybody: where, what they are called on the page, and what else people call them.
const PLACES: [(Route, &str, &str); 15] = [
    (Route::Work, "Work", "tasks actions due overdue home"),
    (Route::Cases, "Cases", "families list"),
    (Route::NewContact, "New contact", "call telephone enquiry case"),
    (Route::Inbox, "Inbox", "bring in locked file request referral"),
    (Route::Team, "Team", "workers colleagues"),
    (Route::Registers, "Registers", "policy supervision training group"),
    (Route::Calendar, "Calendar", "due dates months ics"),
    (Route::Compliance, "Compliance", "policy clauses met evidence standards"),
    (Route::Views, "Views", "word for word pack pass on receipt translation"),
    (Route::TakeView(None), "Record a view", "views words seal"),
    (Route::Schools, "Schools", "register urn trust nursery college"),
    (Route::Policy, "Our policy", "rules statement words review profile"),
    (Route::Settings, "Settings", "display dark light keyboard"),
    (Route::Backup, "Backup", "save copy"),
    (Route::Passphrase, "Passphrase and recovery code", "password sign-in"),
];

/// Places for the manager.
const MANAGED: [(Route, &str, &str); 2] = [
    (Route::AddWorker, "Add somebody to the team", "new worker colleague"),
    (Route::InboxKeys, "Inbox keys and the public page", "service file"),
];

/// The pages of a case.
const PAGES: [(CasePart, &str, &str); 7] = [
    (CasePart::Summary, "Summary", "actions next"),
    (CasePart::Timeline, "Timeline", "history contacts notes"),
    (CasePart::People, "People", "family"),
    (CasePart::Permissions, "Permissions", "consent agency"),
    (CasePart::Fairness, "Fairness", "policy impartiality"),
    (CasePart::Files, "Files", "documents letters"),
    (CasePart::Close, "Close", "end open again"),
];

/// What can be done with a case that is not closed.
const ACTS: [(CasePart, &str, &str); 3] = [
    (CasePart::Contact, "Add a contact", "note call meeting letter"),
    (CasePart::Options, "Explain options", "decision choices"),
    (CasePart::Allocate, "Give to another worker", "allocate hand over"),
];

/// What is shown, and how many were found besides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lines {
    pub(super) shown: Vec<Suggestion>,
    left_out: usize,
}

impl Lines {
    /// Everything that fits what was typed: cases that were open lately, what can be done with the case in front, places, and for
    /// what was typed cases and people.
    pub(super) fn find(desk: &Desk, place: Route, recent: &[CaseId], typed: &str) -> Self {
        let search = Search::typed(typed);
        let in_front = match place {
            Route::Case(id, _) => Some(id),
            _ => None,
        };
        let mut all = Gathered {
            search: &search,
            shown: Vec::new(),
        };
        for id in recent.iter().filter(|id| Some(**id) != in_front) {
            all.recent(desk, *id);
        }
        if let Some(id) = in_front {
            all.case(desk, id);
        }
        all.places(desk);
        let mut left_out = 0;
        if !search.is_empty() {
            let finds = desk.find(&search, MOST);
            left_out = finds.count - finds.best.len();
            finds.best.into_iter().for_each(|found| all.found(found));
            all.team(desk);
            all.registers();
        }
        let mut shown = all.shown;
        // What begins with just this is what was meant.
        let just_this = typed.trim().to_lowercase();
        shown.sort_by_key(|line| !line.label.to_lowercase().starts_with(&just_this));
        left_out += shown.len().saturating_sub(MOST);
        shown.truncate(MOST);
        Self { shown, left_out }
    }

    /// What stands below the list.
    pub(super) fn words(&self) -> String {
        match (self.shown.len(), self.left_out) {
            (0, _) => "Nothing was found. Type the beginning of a name, a code or a word from the record.".to_owned(),
            (_, 0) => String::new(),
            (_, more) => format!("{more} more were found. Type another letter."),
        }
    }
}

/// The lines so far.
struct Gathered<'a> {
    search: &'a Search,
    shown: Vec<Suggestion>,
}

impl Gathered<'_> {
    /// Adds a place or an act, if what was typed is in its words.
    fn add(&mut self, route: Route, label: &str, also: &str, hint: &str) {
        if self.search.is_in(&[label, also].join(" ")) {
            self.push(route.href(), label.to_owned(), hint.to_owned());
        }
    }

    /// Adds a line, unless there is one that leads there already.
    fn push(&mut self, value: String, label: String, hint: String) {
        if self.shown.iter().all(|line| line.value != value) {
            self.shown.push(Suggestion { value, label, hint });
        }
    }

    /// A case that was open lately, if it is still there for this person.
    fn recent(&mut self, desk: &Desk, id: CaseId) {
        if let (Ok(front), Ok(who)) = (desk.front(id), desk.who(id)) {
            let code = &front.code;
            let label = if who.is_empty() { code } else { &who };
            let hint = format!("Open lately, {code}");
            self.add(Route::Case(id, CasePart::Summary), label, code, &hint);
        }
    }

    /// The pages of the case in front and what can be done with it, once its story is open to this person (SPS-8).
    fn case(&mut self, desk: &Desk, id: CaseId) {
        let Ok(front) = desk.front(id) else { return };
        if !desk.may_open(id) {
            return;
        }
        const HINT: &str = "This case";
        if front.status != CaseStatus::Closed && front.is_enquiry {
            self.add(Route::EnquiryToCase(id), "Make it a case", "", HINT);
        } else if front.status != CaseStatus::Closed {
            for (part, label, also) in ACTS {
                self.add(Route::Case(id, part), label, also, HINT);
            }
            let label = "Start a brother’s or sister’s case";
            self.add(Route::NewSibling(id), label, "sibling", HINT);
        }
        for (part, label, also) in PAGES {
            self.add(Route::Case(id, part), label, also, HINT);
        }
    }

    fn places(&mut self, desk: &Desk) {
        const HINT: &str = "Go to";
        let Ok(me) = desk.me() else { return };
        let managed: &[_] = if me.role == Role::Manager { &MANAGED } else { &[] };
        for (route, label, also) in PLACES.iter().chain(managed) {
            self.add(*route, label, also, HINT);
        }
        self.add(Route::Worker(me.id), "What you declared", "interest conflict", HINT);
        if self.search.is_in("Lock") {
            self.push(LOCK.to_owned(), "Lock".to_owned(), "Lock the workspace".to_owned());
        }
    }

    fn found(&mut self, found: Found) {
        let Found { case, code, name, is } = found;
        let (part, hint) = match is {
            Some(standing) => (CasePart::People, format!("{}, {code}", standing_words(standing))),
            None => (CasePart::Summary, format!("Case {code}")),
        };
        let label = if name.is_empty() { code } else { name };
        self.push(Route::Case(case, part).href(), label, hint);
    }

    /// The registers, which are too many to be offered before anything is typed.
    fn registers(&mut self) {
        for kind in Kind::ALL {
            self.add(Route::Register(kind), kind.register().title, "register", "Register");
        }
    }

    /// Those who work here.
    fn team(&mut self, desk: &Desk) {
        for worker in desk.team().current() {
            self.add(Route::Worker(worker.id), &worker.name, "", "Works here");
        }
    }
}
