//! The tray: files that wait to be opened, one after the other, and the one that lies open.

use std::collections::VecDeque;
use std::rc::Rc;

use evenhand_domain::ids::CaseId;
use evenhand_engine::inbox::bring_in::Incoming;
use leptos::prelude::*;

use super::words::{bring_in_error, read_file_error};
use crate::components::{ChosenFile, FieldId, Problem, Problems};
use crate::workspace::session::Session;

/// The button that chooses files.
pub(super) const FILES: FieldId = FieldId::named("files");
/// The box for a pasted message.
pub(super) const PASTED: FieldId = FieldId::named("pasted");

/// What the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Files are chosen.
    Choose,
    /// A file lies open; the number tells one from the next.
    Decide(u32),
    /// A file became a case, or went to one.
    BroughtIn(BroughtIn),
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BroughtIn {
    /// A new case that this person can open.
    Case(CaseId),
    /// It went to a case that is here already.
    Added(CaseId),
    /// It went to somebody else.
    PassedOn,
}

/// A file that waits, with the box it came from.
struct Waiting {
    name: String,
    from: FieldId,
    bytes: Vec<u8>,
}

/// Files on their way in. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Tray {
    session: Session,
    waiting: StoredValue<VecDeque<Waiting>>,
    left: RwSignal<usize>,
    open: StoredValue<Option<Rc<Incoming>>, LocalStorage>,
    stage: RwSignal<Stage>,
    opened: StoredValue<u32>,
    problems: Problems,
}

impl Tray {
    /// An empty tray.
    pub(super) fn new() -> Self {
        Self {
            session: Session::here(),
            waiting: StoredValue::new(VecDeque::new()),
            left: RwSignal::new(0),
            open: StoredValue::new_local(None),
            stage: RwSignal::new(Stage::Choose),
            opened: StoredValue::new(0),
            problems: Problems::new(),
        }
    }

    pub(super) const fn stage(self) -> RwSignal<Stage> {
        self.stage
    }

    /// What was wrong with the files of the last choice.
    pub(super) const fn problems(self) -> Problems {
        self.problems
    }

    /// How many files wait.
    pub(super) fn left(self) -> Signal<usize> {
        self.left.into()
    }

    /// The file that lies open.
    pub(super) fn open(self) -> Option<Rc<Incoming>> {
        self.open.get_value()
    }

    /// Takes chosen files and opens the first that opens.
    pub(super) fn take(self, files: Vec<ChosenFile>) {
        let mut found = Vec::new();
        for ChosenFile { name, bytes } in files {
            match bytes {
                Ok(bytes) => self.waiting.update_value(|waiting| {
                    waiting.push_back(Waiting {
                        name,
                        from: FILES,
                        bytes,
                    })
                }),
                Err(error) => found.push(Problem::new(FILES, format!("{name}: {}", read_file_error(&error)))),
            }
        }
        self.go_on(found);
    }

    /// Takes a pasted message.
    pub(super) fn take_text(self, text: &str) {
        let bytes = text.trim().as_bytes().to_vec();
        let name = "Your pasted message".to_owned();
        self.waiting.update_value(|waiting| {
            waiting.push_back(Waiting {
                name,
                from: PASTED,
                bytes,
            })
        });
        self.go_on(Vec::new());
    }

    /// Opens the next file that opens. Those that do not are named with why, once none is left.
    pub(super) fn next(self) {
        let before = self.problems.all().get_untracked();
        self.go_on(before);
    }

    fn go_on(self, mut found: Vec<Problem>) {
        self.open.set_value(None);
        let mut next = None;
        while next.is_none() {
            let Some(waiting) = self.waiting.try_update_value(VecDeque::pop_front).flatten() else {
                break;
            };
            let Some(desk) = self.session.desk() else { break };
            match desk.read_file(self.session.now(), &waiting.bytes) {
                Ok(incoming) => next = Some(incoming),
                Err(error) => found.push(Problem::new(
                    waiting.from,
                    format!("{}: {}", waiting.name, bring_in_error(&error)),
                )),
            }
        }
        self.left.set(self.waiting.with_value(VecDeque::len));
        self.problems.set(found);
        let Some(incoming) = next else {
            return self.stage.set(Stage::Choose);
        };
        self.open.set_value(Some(Rc::new(incoming)));
        self.opened.update_value(|opened| *opened = opened.wrapping_add(1));
        self.stage.set(Stage::Decide(self.opened.get_value()));
    }

    /// The open file became something: it is put away.
    pub(super) fn put_away(self, became: BroughtIn) {
        self.open.set_value(None);
        self.stage.set(Stage::BroughtIn(became));
    }

    /// Leaves the open file as it is and goes to the next.
    pub(super) fn skip(self) {
        self.next();
    }
}
