//! Views are passed on: a file that holds each byte for byte, and the record of to whom, when and how many (LEI-32, CAM-13).

use std::collections::BTreeMap;

use evenhand_domain::event::Event;
use evenhand_domain::ids::{EventId, ViewId};
use evenhand_domain::register::{Fault, Field, Kind, RegisterEntry, RegisterEvent};
use evenhand_domain::view::{Given, Head, KeptView, Piece, ViewEvent, read_pack, write_pack};
use evenhand_policy::identify::Identified;
use evenhand_vault::digest::sha256;

use super::ViewError;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::draw;
use crate::now::Now;
use crate::space::Space;

/// A pack that was made and noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Its entry in the register.
    pub pack: EventId,
    /// How many views went in and came out.
    pub count: usize,
    /// The file.
    pub file: Vec<u8>,
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// What an answer of a register says, in words.
fn said(entry: &RegisterEntry, name: &str) -> String {
    let answer = |field: &Field| field.answer.shown(entry.text(name));
    let shown = entry.kind.register().field(name).and_then(answer);
    shown.unwrap_or_else(|| entry.text(name)).to_owned()
}

/// What stands above the words of a view: nothing by which the giver could be told, unless they are named.
fn given(kept: &KeptView, translations: usize) -> Given<'_> {
    let view = &kept.view;
    let about = &view.about;
    let name = match about.text("name") {
        "" => "They go without a name".to_owned(),
        name => name.to_owned(),
    };
    let piece = |text, hash| Piece { text, hash };
    let attached = kept.translations.iter().take(translations);
    Given {
        view: kept.id,
        lines: vec![
            ("Given by", said(about, "is")),
            ("Through", about.text("through").to_owned()),
            ("Name", name),
            ("Was it asked for", said(about, "asked")),
            ("About", about.text("request").to_owned()),
            ("Language", about.text("language").to_owned()),
        ],
        words: piece(&view.text, view.hash),
        translations: attached
            .map(|(other, _)| {
                let what = format!("into {}, by {}", other.into, other.made_by);
                (what, piece(&other.text, other.hash))
            })
            .collect(),
    }
}

/// The file of some views, read back and held against them before anybody gets it.
fn file_of(
    service: &str,
    pack: EventId,
    asked: &RegisterEntry,
    views: &[(KeptView, usize)],
) -> Result<Vec<u8>, ViewError> {
    for (number, (kept, translations)) in (1..).zip(views) {
        let is_same = |text: &str, hash| sha256(text.as_bytes()) == hash;
        let mut attached = kept.translations.iter().take(*translations);
        if !Desk::is_as_sealed(kept) || !attached.all(|(other, _)| is_same(&other.text, other.hash)) {
            return Err(ViewError::Altered(number));
        }
    }
    let day = asked.day("on").map(|day| day.long()).unwrap_or_default();
    let head = Head {
        pack,
        lines: vec![
            ("Passed on by", service.to_owned()),
            ("To", format!("{}: {}", said(asked, "to_is"), asked.text("to"))),
            ("On", day),
            ("In answer to", asked.text("asked").to_owned()),
        ],
    };
    let given: Vec<Given<'_>> = views
        .iter()
        .map(|(kept, translations)| given(kept, *translations))
        .collect();
    let file = write_pack(&head, &given).into_bytes();
    let read = read_pack(&file).map_err(|_| ViewError::NotTheSame)?;
    let came_out = read
        .pieces
        .iter()
        .map(|piece| (piece.view, piece.bytes, piece.hash, piece.is_whole));
    let put_in = given.iter().flat_map(|given| {
        let others = given.translations.iter().map(|(_, other)| other);
        let all = std::iter::once(&given.words).chain(others);
        all.map(|piece| (given.view, piece.text.as_bytes(), piece.hash, true))
    });
    match read.count == views.len() && came_out.eq(put_in) {
        true => Ok(file),
        false => Err(ViewError::NotTheSame),
    }
}

impl Desk {
    /// Passes views on: makes the file, proves that it holds each of them byte for byte and as many as were chosen, and notes to whom
    /// it goes. Nothing is noted where one of them is not as it was sealed.
    ///
    /// # Errors
    /// When none is chosen, when one was taken back or is not as it was sealed, when an answer is missing, or when it could not be saved.
    pub async fn pass_on_views(
        &self,
        now: Now,
        ids: &[ViewId],
        values: BTreeMap<String, String>,
    ) -> Result<Sent, ViewError> {
        let mut views = Vec::new();
        for id in ids {
            let kept = self.that_may_go(*id)?;
            if views.iter().all(|(other, _): &(KeptView, usize)| other.id != *id) {
                let translations = kept.translations.len();
                views.push((kept, translations));
            }
        }
        if views.is_empty() {
            return Err(ViewError::NoneChosen);
        }
        let kind = Kind::ViewsPack;
        let mut entry = RegisterEntry { kind, values }
            .with("count", views.len())
            .with("file", "-");
        for theme in views
            .iter()
            .flat_map(|(kept, _)| kept.view.about.text("themes").split_whitespace())
        {
            let before: usize = entry.text(theme).parse().unwrap_or(0);
            entry = entry.with(theme, before + 1);
        }
        let faults = entry.faults(now.day());
        if !faults.is_empty() {
            return Err(ViewError::Answers(faults));
        }
        let found = self.with(|open| open.book.identified(now, open.me, &entry));
        if let Some((field, Identified::Named(what))) = found.map_err(SaveError::from)? {
            let what = format!("This names somebody of a case: {what}. Everybody here reads it, so take it out.");
            return Err(ViewError::Answers(vec![Fault { field, what }]));
        }
        let pack = EventId::new(draw::id());
        let file = file_of(&self.team().name, pack, &entry, &views)?;
        let entry = entry.with("file", hex(&sha256(&file)));
        let mut change = Change::new();
        let noted = Event::Register(RegisterEvent::Entered(entry));
        change.events.push((pack, Space::Service, noted));
        for (place, (kept, translations)) in (1..).zip(&views) {
            let event = ViewEvent::PassedOn {
                pack,
                place,
                translations: u32::try_from(*translations).unwrap_or(u32::MAX),
                hash: kept.view.hash,
            };
            change.add(Space::View(kept.id), Event::View(event));
        }
        self.save(now, change).await?;
        let count = views.len();
        Ok(Sent { pack, count, file })
    }

    /// The views of a pack that this person may read, in their order, each with how many translations went with it.
    pub(super) fn views_of_pack(&self, pack: EventId) -> Vec<(KeptView, usize)> {
        let all = self.views().into_iter().filter_map(|kept| {
            let out = kept.went_out.iter().find(|out| out.pack == pack).copied()?;
            Some((out.place, kept, usize::try_from(out.translations).unwrap_or(usize::MAX)))
        });
        let mut found: Vec<_> = all.collect();
        found.sort_by_key(|(place, ..)| *place);
        found
            .into_iter()
            .map(|(_, kept, translations)| (kept, translations))
            .collect()
    }

    /// Makes the file of a pack once more: the same, byte for byte.
    ///
    /// # Errors
    /// When there is no such pack, when this person may not read all its views, or when one of them is not as it was sealed.
    pub fn pack_again(&self, pack: EventId) -> Result<Vec<u8>, ViewError> {
        let noted = self
            .register_entry(pack)
            .filter(|kept| kept.entry.kind == Kind::ViewsPack);
        let noted = noted.ok_or(ViewError::NotAPack)?;
        let views = self.views_of_pack(pack);
        if noted.entry.text("count") != views.len().to_string() {
            return Err(ViewError::NotAll);
        }
        let file = file_of(&self.team().name, pack, &noted.entry, &views)?;
        match noted.entry.text("file") == hex(&sha256(&file)) {
            true => Ok(file),
            false => Err(ViewError::NotTheSame),
        }
    }
}
