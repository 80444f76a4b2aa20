//! Why a file was not attached, opened or erased, and what to do.

use evenhand_engine::case::attach::AttachError;

use crate::components::ReadFileError;
use crate::workspace::case::words::case_error;
use crate::workspace::words::save_error;

/// What went wrong in the vault.
pub(super) fn attach_error(error: &AttachError) -> String {
    let words = match error {
        AttachError::Case(error) => return case_error(*error),
        AttachError::TooLarge => "This file is larger than 10 MB. Choose a smaller one, or save it as several files.",
        AttachError::Empty => "There is nothing in this file. Choose another one.",
        AttachError::Damaged => {
            "This file is missing or damaged on this device. Restore your newest backup to get it back."
        }
        AttachError::ReasonMissing => "Enter why you erase this file",
        AttachError::Save(error) => return save_error(error),
    };
    words.to_owned()
}

/// What went wrong while reading it from the device.
pub(super) fn read_error(error: &ReadFileError) -> String {
    match error {
        ReadFileError::TooLarge { largest } => {
            format!(
                "This file is larger than {} MB. Choose a smaller one, or save it as several files.",
                largest / 1024 / 1024
            )
        }
        ReadFileError::Unreadable => {
            "This device did not let us read the file. Check that it is still there, then choose it again.".to_owned()
        }
    }
}

/// A size as people say it.
pub(super) fn size_words(bytes: u64) -> String {
    match bytes {
        ..1024 => format!("{bytes} bytes"),
        1024..1_048_576 => format!("{} KB", bytes / 1024),
        _ => format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}

#[cfg(test)]
mod tests {
    use super::size_words;

    #[test]
    fn sizes_read_as_people_say_them() {
        assert_eq!(size_words(12), "12 bytes");
        assert_eq!(size_words(2048), "2 KB");
        assert_eq!(size_words(1_572_864), "1.5 MB");
        assert_eq!(size_words(10 * 1_048_576), "10.0 MB");
    }
}
