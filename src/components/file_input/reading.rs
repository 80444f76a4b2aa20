//! Files that the browser is reading, some at a time.

use std::collections::VecDeque;
use std::vec;

use wasm_bindgen_futures::JsFuture;

use super::{ChosenFile, ReadFileError};

/// So many files are being read at a time: one after the other each waits for the browser, and all at once they fill the memory.
const AT_A_TIME: usize = 32;

/// Files that were chosen or dropped, handed over one by one: while one is looked at, the browser goes on reading those after it.
pub struct ChosenFiles {
    largest: u32,
    left: vec::IntoIter<web_sys::File>,
    begun: VecDeque<Reading>,
}

impl ChosenFiles {
    pub(super) fn new(files: Vec<web_sys::File>, largest: u32) -> Self {
        Self {
            largest,
            left: files.into_iter(),
            begun: VecDeque::with_capacity(AT_A_TIME),
        }
    }

    /// How many have not been handed over.
    #[must_use]
    pub fn len(&self) -> usize {
        self.left.len() + self.begun.len()
    }

    /// Whether all have been handed over.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The next, read to its end, in the order in which they were chosen; none after the last.
    pub async fn next(&mut self) -> Option<ChosenFile> {
        while self.begun.len() < AT_A_TIME
            && let Some(file) = self.left.next()
        {
            self.begun.push_back(Reading::begin(&file, self.largest));
        }
        Some(self.begun.pop_front()?.done().await)
    }

    /// All that are left.
    pub(super) async fn all(mut self) -> Vec<ChosenFile> {
        let mut all = Vec::with_capacity(self.len());
        while let Some(file) = self.next().await {
            all.push(file);
        }
        all
    }
}

/// A file that the browser is reading.
struct Reading {
    name: String,
    bytes: Result<JsFuture, ReadFileError>,
}

impl Reading {
    fn begin(file: &web_sys::File, largest: u32) -> Self {
        let is_too_large = file.size() > f64::from(largest);
        Self {
            name: file.name(),
            bytes: match is_too_large {
                true => Err(ReadFileError::TooLarge { largest }),
                false => Ok(JsFuture::from(file.array_buffer())),
            },
        }
    }

    async fn done(self) -> ChosenFile {
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
