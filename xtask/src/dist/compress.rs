//! A `.br` and a `.gz` beside every file that gains from it, for hosts that serve them as they are.

use std::{io::Write, path::Path};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

use super::{DistError, files, read, write};

const TEXT_LIKE: [&str; 9] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// Compresses a whole folder. `service.json` is left out: a service edits it on the host, and a host that went on serving the old
/// compressed copy would show a telephone number that no longer answers.
///
/// # Errors
/// When a file cannot be read or written.
pub(super) fn folder(site: &Path) -> Result<(), DistError> {
    for file in files(site)? {
        let path = site.join(&file);
        let gains = path
            .extension()
            .and_then(|e| e.to_str())
            .is_some_and(|e| TEXT_LIKE.contains(&e));
        if !gains || file == "service.json" {
            continue;
        }
        let bytes = read(&path)?;
        for (suffix, packed) in [("br", brotli(&bytes)), ("gz", gzip(&bytes))] {
            let packed = packed.map_err(DistError::file(&path))?;
            if packed.len() < bytes.len() {
                write(&site.join(format!("{file}.{suffix}")), &packed)?;
            }
        }
    }
    Ok(())
}

/// Brotli at its best quality.
pub(crate) fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let settings = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &settings)?;
    Ok(packed)
}

/// Gzip without a time or a name in its head, so that the same bytes give the same file.
fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut writer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_give_the_same_files() {
        let bytes = b"even hand even hand even hand even hand".repeat(20);
        assert_eq!(brotli(&bytes).unwrap(), brotli(&bytes).unwrap());
        assert_eq!(gzip(&bytes).unwrap(), gzip(&bytes).unwrap());
        assert_eq!(gzip(&bytes).unwrap()[4..8], [0; 4], "no time");
    }
}
