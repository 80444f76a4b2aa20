//! The tray: files that wait to be opened, one after the other, and the one that lies open.

use std::collections::VecDeque;
use std::rc::Rc;

use evenhand_engine::inbox::bring_in::{Incoming, Unlocked};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::stage::{BroughtIn, Stage};
use super::words::{bring_in_error, read_file_error};
use crate::components::{ChosenFile, ChosenFiles, FieldId, Problem, Problems};
use crate::platform::clock;
use crate::workspace::session::Session;

/// Milliseconds of work after which the browser gets its turn.
const TURN: i64 = 40;
/// Milliseconds after which it is told anew how many are unlocked: drawing it takes time from unlocking.
const TOLD: i64 = 200;

/// The button that chooses files.
pub(super) const FILES: FieldId = FieldId::named("files");
/// The box for a pasted message.
pub(super) const PASTED: FieldId = FieldId::named("pasted");

/// A file that is unlocked and waits, with the box it came from.
struct Waiting {
    name: String,
    from: FieldId,
    file: Unlocked,
}

/// Files on their way in. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Tray {
    session: Session,
    waiting: StoredValue<VecDeque<Waiting>>,
    left: RwSignal<usize>,
    unlocked: RwSignal<(usize, usize)>,
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
            unlocked: RwSignal::new((0, 0)),
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

    /// How many of the chosen files are unlocked, and how many were chosen.
    pub(super) fn unlocked(self) -> Signal<(usize, usize)> {
        self.unlocked.into()
    }

    /// Takes chosen files and opens the first of those that open. All are unlocked first, so that the one with the earliest date is
    /// decided first however many there are, and the page stays awake meanwhile.
    pub(super) fn take(self, mut files: ChosenFiles) {
        let of = files.len();
        spawn_local(async move {
            self.load_schools().await;
            let (mut found, mut opened) = (Vec::new(), Vec::new());
            let mut turned = clock::now().at.millis();
            let mut told = None;
            while let Some(file) = files.next().await {
                let now = clock::now().at.millis();
                if now - turned >= TURN {
                    if told.is_none_or(|told| now - told >= TOLD) {
                        self.unlocked.try_set((opened.len() + found.len(), of));
                        self.stage.try_set(Stage::Unlocking);
                        told = Some(now);
                    }
                    clock::next_turn().await;
                    turned = clock::now().at.millis();
                }
                match self.unlock(FILES, file) {
                    Some(Ok(waiting)) => opened.push(waiting),
                    Some(Err(why)) => found.push(why),
                    None => return,
                }
            }
            opened.sort_by_key(|waiting| waiting.file.key_date().map_or((true, None), |day| (false, Some(day))));
            self.waiting.update_value(|waiting| waiting.extend(opened));
            self.go_on(found);
        });
    }

    /// Takes a pasted message.
    pub(super) fn take_text(self, text: &str) {
        let pasted = ChosenFile {
            name: "Your pasted message".to_owned(),
            bytes: Ok(text.trim().as_bytes().to_vec()),
        };
        spawn_local(async move {
            self.load_schools().await;
            match self.unlock(PASTED, pasted) {
                Some(Ok(waiting)) => {
                    self.waiting.update_value(|all| all.push_back(waiting));
                    self.go_on(Vec::new());
                }
                Some(Err(why)) => self.go_on(vec![why]),
                None => {}
            }
        });
    }

    /// Opens the next file that opens. Those that do not are named with why, once none is left.
    pub(super) fn next(self) {
        let before = self.problems.all().get_untracked();
        self.go_on(before);
    }

    /// The check finds a school by what the register knows of it.
    async fn load_schools(self) {
        if let Some(desk) = self.session.desk() {
            desk.load_schools().await;
        }
    }

    /// Unlocks a file, or says why it does not open. A page that was left, or a workspace that was locked, takes nothing more.
    fn unlock(self, from: FieldId, ChosenFile { name, bytes }: ChosenFile) -> Option<Result<Waiting, Problem>> {
        let desk = self.stage.try_get_untracked().and_then(|_| self.session.desk())?;
        let bytes = bytes.map_err(|error| read_file_error(&error).to_owned());
        let file = bytes.and_then(|bytes| desk.unlock_file(&bytes).map_err(|error| bring_in_error(&error)));
        Some(match file {
            Ok(file) => Ok(Waiting { name, from, file }),
            Err(why) => Err(Problem::new(from, format!("{name}: {why}"))),
        })
    }

    fn go_on(self, mut found: Vec<Problem>) {
        self.open.set_value(None);
        let mut next = None;
        while next.is_none() {
            let Some(waiting) = self.waiting.try_update_value(VecDeque::pop_front).flatten() else {
                break;
            };
            let Some(desk) = self.session.desk() else { break };
            match desk.check_file(self.session.now(), waiting.file) {
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
