//! Files that the browser is reading, some at a time.

use wasm_bindgen_futures::JsFuture;

use super::{ChosenFile, ReadFileError};

/// So many files are being read at a time: one after the other each waits for the browser, and all at once they fill the memory.
pub(super) const AT_A_TIME: usize = 32;

/// A file that the browser is reading.
pub(super) struct Reading {
    name: String,
    bytes: Result<JsFuture, ReadFileError>,
}

impl Reading {
    pub(super) fn begin(file: &web_sys::File, largest: u32) -> Self {
        let is_too_large = file.size() > f64::from(largest);
        Self {
            name: file.name(),
            bytes: match is_too_large {
                true => Err(ReadFileError::TooLarge { largest }),
                false => Ok(JsFuture::from(file.array_buffer())),
            },
        }
    }

    pub(super) async fn done(self) -> ChosenFile {
        let bytes = match self.bytes {
            Ok(reading) => match reading.await {
                Ok(buffer) => Ok(js_sys::Uint8Array::new(&buffer).to_vec()),
                Err(_) => Err(ReadFileError::Unreadable),
            },
            Err(error) => Err(error),
        };
        ChosenFile { name: self.name, bytes }
    }
}
