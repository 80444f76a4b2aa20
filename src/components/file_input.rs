//! A file from this device.

mod reading;

use leptos::prelude::*;
use leptos::text_prop::TextProp;
use thiserror::Error;
use wasm_bindgen_futures::{JsFuture, spawn_local};

pub use self::reading::ChosenFiles;
use super::field::{described_by, invalid};
use super::{Field, FieldId, Icon, IconName, Words};
use crate::view;

/// Why a chosen file has no bytes to give.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadFileError {
    /// It is larger than the page takes.
    #[error("the file is larger than {largest} bytes")]
    TooLarge {
        /// The most that is taken, in bytes.
        largest: u32,
    },
    /// The browser could not read it: it was moved, changed or taken away.
    #[error("the file could not be read")]
    Unreadable,
}

/// A file that was chosen, dropped and read.
#[derive(Clone, Debug)]
pub struct ChosenFile {
    /// Its name on this device.
    pub name: String,
    /// What it holds, or why that is not known.
    pub bytes: Result<Vec<u8>, ReadFileError>,
}

/// Bytes of a piece.
const PIECE: f64 = 1_048_576.0;

/// A chosen file that is read piece by piece, because all of it would be too much to hold at once.
#[derive(Clone, Debug)]
pub struct FilePieces {
    file: web_sys::File,
    at: f64,
}

impl FilePieces {
    /// Its name on this device.
    #[must_use]
    pub fn name(&self) -> String {
        self.file.name()
    }

    /// How many bytes it has.
    #[must_use]
    pub fn size(&self) -> f64 {
        self.file.size()
    }

    /// How far it is read, from 0 to 1.
    #[must_use]
    pub fn done(&self) -> f64 {
        self.at / self.file.size().max(1.0)
    }

    /// The next piece; none at the end.
    ///
    /// # Errors
    /// When the browser could not read it.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, ReadFileError> {
        let (from, to) = (self.at, (self.at + PIECE).min(self.file.size()));
        if from >= to {
            return Ok(None);
        }
        let piece = self
            .file
            .slice_with_f64_and_f64(from, to)
            .map_err(|_| ReadFileError::Unreadable)?;
        let buffer = JsFuture::from(piece.array_buffer())
            .await
            .map_err(|_| ReadFileError::Unreadable)?;
        self.at = to;
        Ok(Some(js_sys::Uint8Array::new(&buffer).to_vec()))
    }
}

/// Who takes the files: all of them whole, one by one, or piece by piece.
#[derive(Clone, Copy)]
struct Taker {
    largest: u32,
    whole: Option<Callback<(Vec<ChosenFile>,)>>,
    one_by_one: Option<UnsyncCallback<(ChosenFiles,)>>,
    in_pieces: Option<Callback<(Vec<FilePieces>,)>>,
}

fn read_all(list: Option<web_sys::FileList>, taker: Taker) {
    let Some(list) = list else { return };
    let files: Vec<_> = (0..list.length()).filter_map(|index| list.get(index)).collect();
    if files.is_empty() {
        return;
    }
    if let Some(give) = taker.in_pieces {
        give.run((files.into_iter().map(|file| FilePieces { file, at: 0.0 }).collect(),));
        return;
    }
    let files = ChosenFiles::new(files, taker.largest);
    if let Some(give) = taker.one_by_one {
        give.run((files,));
        return;
    }
    let Some(give) = taker.whole else { return };
    spawn_local(async move {
        let files = files.all().await;
        // The page may have gone while the files were read.
        let _ = give.try_run((files,));
    });
}

/// A button that opens the device's own file list, inside a zone that takes dropped files too.
///
/// The files are read and then handed over; nothing is kept here, and choosing the same file again hands it over again.
#[component]
pub fn FileInput(
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// Takes the files whole.
    #[prop(into, optional)]
    on_files: Option<Callback<(Vec<ChosenFile>,)>>,
    /// Takes very many of them, each whole, while the next are being read.
    #[prop(into, optional)]
    one_by_one: Option<UnsyncCallback<(ChosenFiles,)>>,
    /// Takes them to be read piece by piece, however large.
    #[prop(into, optional)]
    in_pieces: Option<Callback<(Vec<FilePieces>,)>>,
    /// The field, when the page has an error summary.
    #[prop(default = FieldId::new())]
    id: FieldId,
    /// Help that stays in sight.
    #[prop(into, optional)]
    hint: Option<TextProp>,
    /// What is wrong, if anything.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
    /// The endings to offer, such as `.locked`; others can still be chosen on some systems.
    #[prop(optional)]
    accept: Option<&'static str>,
    /// True when several files make sense.
    #[prop(optional)]
    multiple: bool,
    /// The most bytes a file may have.
    #[prop(default = 64 * 1024 * 1024)]
    largest: u32,
) -> impl IntoView {
    let words = Words::here();
    let described = described_by(id, hint.is_some(), error, None);
    let over = RwSignal::new(false);
    let taker = Taker {
        largest,
        whole: on_files,
        one_by_one,
        in_pieces,
    };
    view! {
        <Field id label hint error heading=false>
            <div
                class="file"
                data-over=move || over.get().then_some("true")
                on:dragover=move |event| { event.prevent_default(); over.set(true); }
                on:dragleave=move |_| over.set(false)
                on:drop=move |event| {
                    event.prevent_default();
                    over.set(false);
                    read_all(event.data_transfer().and_then(|data| data.files()), taker);
                }
            >
                <Icon name=IconName::FileUp />
                <input
                    class="file__input"
                    type="file"
                    id=id.control()
                    accept=accept
                    multiple=multiple
                    aria-describedby=described
                    aria-invalid=invalid(error)
                    on:change:target=move |event| {
                        let input = event.target();
                        read_all(input.files(), taker);
                        input.set_value("");
                    }
                />
                <span class="file__drop" aria-hidden="true">{words.or_drop}</span>
            </div>
        </Field>
    }
}
