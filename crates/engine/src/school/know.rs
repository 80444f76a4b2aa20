//! Reads the settings, and completes one that was named.

use std::rc::Rc;

use evenhand_domain::family::Family;
use evenhand_domain::register::Kind;
use evenhand_domain::school::{Listed, School, Schools};
use evenhand_store::Table;
use evenhand_vault::ids::BlobId;
use evenhand_vault::space::{BlobKey, open_chunks};

use crate::desk::Desk;

/// What a place of the service's own is, in words.
fn kind_of(word: &str) -> &'static str {
    let asked = Kind::Place.register().field("what");
    asked.and_then(|field| field.answer.shown(word)).unwrap_or_default()
}

impl Desk {
    /// Reads the settings that are kept, unless that was done. A page that names a school calls it first: nothing of them is read
    /// when the workspace opens. Where they do not open there are none, and a name is a name.
    pub async fn load_schools(&self) -> Rc<Schools> {
        let Some(kept) = self.team().schools.map(|kept| kept.file) else {
            return Rc::default();
        };
        if let Some((_, schools)) = self.0.schools.borrow().as_ref().filter(|(id, _)| *id == kept.id) {
            return Rc::clone(schools);
        }
        let sealed = self.0.store.read(Table::Blob, &kept.id.bytes()).await.ok().flatten();
        let opened = sealed.zip(BlobKey::from_event(&kept.key)).and_then(|(sealed, key)| {
            let opened = open_chunks(&key, BlobId::new(kept.id.bytes()), &sealed).ok()?;
            String::from_utf8(opened.to_vec()).ok()
        });
        let schools = Rc::new(opened.map(|text| Schools::read(&text)).unwrap_or_default());
        *self.0.schools.borrow_mut() = Some((kept.id, Rc::clone(&schools)));
        schools
    }

    /// The settings that were read, and the places that the service added itself, which have no number.
    #[must_use]
    pub fn schools(&self) -> Schools {
        let known = self.known();
        let places = self
            .register(Kind::Place)
            .into_iter()
            .filter(|kept| kept.struck.is_none());
        let places = places.map(|kept| Listed {
            school: School::named(kept.entry.text("name")),
            kind: kind_of(kept.entry.text("what")).to_owned(),
            place: kept.entry.text("where").to_owned(),
        });
        Schools {
            listed: known.listed.iter().cloned().chain(places).collect(),
        }
    }

    fn known(&self) -> Rc<Schools> {
        let known = self.0.schools.borrow();
        known
            .as_ref()
            .map(|(_, schools)| Rc::clone(schools))
            .unwrap_or_default()
    }

    /// A setting with its number, its trust, and what it was or became, where the settings that were read know it (SPS-14).
    #[must_use]
    pub fn complete(&self, school: School) -> School {
        self.known().complete(school)
    }

    pub(crate) fn complete_family(&self, mut family: Family) -> Family {
        let schools = family.people.iter_mut().filter_map(|member| member.school.as_mut());
        schools.for_each(|school| *school = self.complete(std::mem::take(school)));
        family
    }
}
