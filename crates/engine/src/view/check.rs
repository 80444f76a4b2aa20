//! A pack that came back, or was found again, is held against what was sealed: text by text (LEI-32).

use evenhand_domain::ids::{EventId, ViewId};
use evenhand_domain::register::Kind;
use evenhand_domain::view::read_pack;
use evenhand_vault::digest::sha256;

use super::ViewError;
use super::pass_on::hex;
use crate::desk::Desk;

/// How one text of a file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// Byte for byte as it was sealed.
    AsSealed,
    /// It bears out the fingerprint beside it; the view itself is not for this person to read, so that is all that can be told.
    OnlyByFile,
    /// It was altered.
    Altered,
    /// It went out in this pack and is not in the file.
    Missing,
    /// It is in the file and did not go out in this pack.
    Added,
}

/// What a file was found to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Which pack.
    pub pack: EventId,
    /// How many views went out in it.
    pub went_out: usize,
    /// Whether the file as a whole is the one that was made, by the fingerprint that everybody reads in the register.
    pub is_same_file: bool,
    /// Each text: of which view, which translation (nought for the words themselves), and how it stands.
    pub texts: Vec<(ViewId, usize, Found)>,
}

impl Checked {
    /// How the file stands: as its worst text, and as one from which a text is missing where fewer views are in it than went out.
    #[must_use]
    pub fn worst(&self) -> Found {
        let words = self
            .texts
            .iter()
            .filter(|(_, translation, _)| *translation == 0)
            .count();
        let worst = self.texts.iter().map(|(.., found)| *found).max();
        match worst.unwrap_or(Found::Missing) {
            Found::AsSealed | Found::OnlyByFile if words != self.went_out => Found::Missing,
            worst => worst,
        }
    }
}

impl Desk {
    /// Holds a file against what was passed on.
    ///
    /// # Errors
    /// When it is no pack, or none that this service passed on.
    pub fn check_pack(&self, file: &[u8]) -> Result<Checked, ViewError> {
        let read = read_pack(file).map_err(|_| ViewError::NotAPack)?;
        let noted = self.register_entry(read.pack);
        let noted = noted
            .filter(|kept| kept.entry.kind == Kind::ViewsPack)
            .ok_or(ViewError::NotAPack)?;
        let went_out = noted.entry.text("count").parse().unwrap_or(0);
        let views = self.views_of_pack(read.pack);
        let reads_all = views.len() == went_out;
        let is_same_file = noted.entry.text("file") == hex(&sha256(file));
        // What should be there, as far as this person may read it.
        let mut expected: Vec<(ViewId, usize, &str)> = Vec::new();
        for (kept, translations) in &views {
            let attached = kept.translations.iter().take(*translations);
            let texts = std::iter::once(&kept.view.text).chain(attached.map(|(other, _)| &other.text));
            expected.extend(texts.enumerate().map(|(number, text)| (kept.id, number, text.as_str())));
        }
        let mut texts = Vec::new();
        for piece in &read.pieces {
            let is_this =
                |(view, number, _): &(ViewId, usize, &str)| (*view, *number) == (piece.view, piece.translation);
            let found = match expected.iter().position(is_this) {
                Some(place) => match expected.remove(place).2.as_bytes() == piece.bytes {
                    true => Found::AsSealed,
                    false => Found::Altered,
                },
                None if is_same_file => Found::AsSealed,
                None if reads_all => Found::Added,
                None if piece.is_whole && sha256(piece.bytes) == piece.hash => Found::OnlyByFile,
                None => Found::Altered,
            };
            texts.push((piece.view, piece.translation, found));
        }
        let missing = expected.into_iter();
        texts.extend(missing.map(|(view, number, _)| (view, number, Found::Missing)));
        Ok(Checked {
            pack: read.pack,
            went_out,
            is_same_file,
            texts,
        })
    }
}
