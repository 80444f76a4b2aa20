//! A view is given and sealed, translated, taken back.

use evenhand_domain::event::Event;
use evenhand_domain::family::{Family, FamilyMember, Standing};
use evenhand_domain::ids::{ViewId, WorkerId};
use evenhand_domain::register::{Fault, Kind, RegisterEntry};
use evenhand_domain::view::{KeptView, Left, THEMES, Translation, View, ViewEvent};
use evenhand_policy::identify::{Identified, Trace, identify, traces};
use evenhand_vault::digest::sha256;

use super::ViewError;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::draw;
use crate::now::Now;
use crate::space::Space;

/// What stays of what was noted with a view whose words were erased: enough to count it, and nothing that tells of the giver.
const KEPT_WHEN_ERASED: [&str; 4] = ["is", "asked", THEMES, "on"];

/// What a giver settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeRequest {
    /// The words, as they stand: nothing is trimmed.
    pub text: String,
    /// Who gives it, about what, whether named.
    pub about: RegisterEntry,
    /// Those who should not read it, as the giver says.
    pub not_for: Vec<WorkerId>,
    /// The view in whose place the giver gives this one.
    pub instead: Option<ViewId>,
}

/// The giver as the conflict check sees them: by the name that goes with the view, and by nothing where it goes without.
pub(super) fn giver(about: &RegisterEntry) -> Family {
    let name = about.text("name");
    let is = match about.text("is") {
        "child" => Standing::Child,
        "young_person" => Standing::YoungPerson,
        "parent" => Standing::Parent,
        _ => Standing::Other,
    };
    let one = FamilyMember {
        name: name.to_owned(),
        is,
        dob: None,
        phone: None,
        email: None,
        postcode: None,
        school: None,
    };
    Family {
        people: (!name.is_empty()).then_some(one).into_iter().collect(),
        ..Family::default()
    }
}

fn write(change: &mut Change, id: ViewId, event: ViewEvent) {
    change.add(Space::View(id), Event::View(event));
}

impl Desk {
    /// What in a text may tell others who gave it. It is shown to the giver, who alone decides (LEI-32).
    #[must_use]
    pub fn traces(&self, now: Now, text: &str) -> Vec<Trace> {
        let read = self.with(|open| traces(text, &open.book.known(now, open.me)));
        read.unwrap_or_default()
    }

    /// What is missing from what was noted with a view, as far as `asked` is about it.
    #[must_use]
    pub fn view_faults(&self, now: Now, about: &RegisterEntry) -> Vec<Fault> {
        let mut faults = about.faults(now.day());
        let named = self.with(|open| {
            let known = open.book.known(now, open.me);
            let named =
                ["through", "request"]
                    .into_iter()
                    .filter_map(|field| match identify(about.text(field), &known) {
                        Some(Identified::Named(what)) => Some((field, what)),
                        _ => None,
                    });
            named.collect::<Vec<_>>()
        });
        faults.extend(named.unwrap_or_default().into_iter().map(|(field, what)| Fault {
            field,
            what: format!("This names somebody of a case: {what}. It goes with the view, so take it out."),
        }));
        faults
    }

    /// Seals a view as it was given (LEI-32). Whoever takes it may read it, and the managers of whom nothing speaks against it.
    ///
    /// # Errors
    /// Without words, when an answer is missing, when the view that it stands for was taken back or passed from this person's sight,
    /// or when it could not be saved.
    pub async fn take_view(&self, now: Now, asked: TakeRequest) -> Result<ViewId, ViewError> {
        let TakeRequest {
            text,
            mut about,
            not_for,
            instead,
        } = asked;
        let me = self.me().map_err(SaveError::from)?;
        if about.text("named") != "yes" {
            about.values.remove("name");
        }
        if text.trim().is_empty() {
            return Err(ViewError::NoWords);
        }
        let faults = self.view_faults(now, &about);
        if about.kind != Kind::View || !faults.is_empty() {
            return Err(ViewError::Answers(faults));
        }
        let id = ViewId::new(draw::id());
        let mut change = Change::new();
        change.mint(Space::View(id), 1);
        if let Some(earlier) = instead {
            self.that_may_go(earlier)?;
            write(&mut change, earlier, ViewEvent::GivenAnew { view: id });
        }
        let readers = self.first_readers(now, &me, &about, &not_for)?;
        let hash = sha256(text.as_bytes());
        let view = View {
            text,
            hash,
            about,
            not_for,
        };
        write(&mut change, id, ViewEvent::Taken(Box::new(view)));
        for worker in readers {
            self.let_read_in(&mut change, id, worker)?;
        }
        self.save(now, change).await?;
        Ok(id)
    }

    /// Attaches a translation (LEI-32). The words that were given stay what is passed on.
    ///
    /// # Errors
    /// Without words, when it is not said into which language and by whom, when there is no such view, or when it could not be saved.
    pub async fn translate_view(
        &self,
        now: Now,
        id: ViewId,
        text: String,
        into: &str,
        made_by: &str,
    ) -> Result<(), ViewError> {
        let fault = |field, what: &str| {
            let what = what.to_owned();
            ViewError::Answers(vec![Fault { field, what }])
        };
        if text.trim().is_empty() {
            return Err(ViewError::NoWords);
        }
        if into.trim().is_empty() {
            return Err(fault("into", "Enter the language of the translation"));
        }
        if made_by.trim().is_empty() {
            return Err(fault("made_by", "Enter who translated it"));
        }
        self.that_may_go(id)?;
        let translation = Translation {
            hash: sha256(text.as_bytes()),
            text,
            into: into.trim().to_owned(),
            made_by: made_by.trim().to_owned(),
        };
        let mut change = Change::new();
        write(&mut change, id, ViewEvent::Translated(translation));
        self.save(now, change).await?;
        Ok(())
    }

    /// Says that a view is about other themes than was ticked when it was taken (LEI-36). Once it went out it is counted under them.
    ///
    /// # Errors
    /// Without any theme, when it was passed on already, when there is no such view, or when it could not be saved.
    pub async fn sort_view(&self, now: Now, id: ViewId, themes: &str) -> Result<(), ViewError> {
        let kept = self.that_may_go(id)?;
        if !kept.went_out.is_empty() {
            return Err(ViewError::WentOut);
        }
        let about = kept.view.about.with(THEMES, themes.trim());
        let mut faults = self.view_faults(now, &about);
        faults.retain(|fault| fault.field == THEMES);
        if !faults.is_empty() {
            return Err(ViewError::Answers(faults));
        }
        let mut change = Change::new();
        let themes = themes.trim().to_owned();
        write(&mut change, id, ViewEvent::Sorted { themes });
        self.save(now, change).await?;
        Ok(())
    }

    /// Notes that the giver took a view back: its words and translations are erased from the log, and that it was given and taken back
    /// stays (LEI-29). How they said so may stay open. This cannot be undone.
    ///
    /// # Errors
    /// When it was passed on already, when there is no such view, or when it could not be saved.
    pub async fn take_back_view(&self, now: Now, id: ViewId, how: &str) -> Result<(), ViewError> {
        let kept = self.that_may_go(id)?;
        if !kept.went_out.is_empty() {
            return Err(ViewError::WentOut);
        }
        let mut change = Change::new();
        let erased = self.with(|open| {
            let own = open.beside.iter().filter(|(space, ..)| *space == Space::View(id));
            let words = own.filter(|(_, entry, _)| {
                matches!(entry.event, Event::View(ViewEvent::Taken(_) | ViewEvent::Translated(_)))
            });
            words.map(|(_, entry, _)| entry.id).collect()
        });
        change.erased = erased.map_err(SaveError::from)?;
        let mut about = kept.view.about;
        about.values.retain(|name, _| KEPT_WHEN_ERASED.contains(&name.as_str()));
        let left = Left {
            by: kept.by,
            at: kept.at,
            on: kept.on,
            about,
            not_for: kept.view.not_for,
            readers: kept.readers.into_iter().collect(),
            how: how.trim().to_owned(),
        };
        write(&mut change, id, ViewEvent::Erased(Box::new(left)));
        self.save(now, change).await?;
        Ok(())
    }

    /// A view that was neither taken back nor given in other words.
    pub(super) fn that_may_go(&self, id: ViewId) -> Result<KeptView, ViewError> {
        let kept = self.view(id).ok_or(ViewError::NoSuchView)?;
        Some(kept).filter(KeptView::may_go).ok_or(ViewError::MayNotGo)
    }
}
