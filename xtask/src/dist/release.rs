//! What belongs to one release, by hash: for the service worker, which installs it whole, and for anyone who checks a host.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::Serialize;
use sha2::{Digest, Sha384};

use super::{DistError, PAGES, Page, files, layout::Brought, read, trunk, write};
use crate::project::Project;

/// A file's SHA-384 as browsers write it: `sha384-` and base64.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Integrity(pub String);

impl Integrity {
    /// Sixteen characters that are safe in a file name.
    #[must_use]
    pub fn short(&self) -> String {
        self.0
            .chars()
            .skip("sha384-".len())
            .filter(char::is_ascii_alphanumeric)
            .take(16)
            .collect()
    }
}

/// The integrity of some bytes.
#[must_use]
pub fn integrity(bytes: &[u8]) -> Integrity {
    Integrity(format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes))))
}

/// Files that a browser never needs offline, or that a service changes without a release.
const NOT_INSTALLED: [&str; 5] = ["404.html", "_headers", "release.json", "service.json", "sw.js"];

#[derive(Serialize)]
struct Installed<'a> {
    id: String,
    pages: BTreeMap<&'a str, PageFiles<'a>>,
}

#[derive(Serialize)]
struct PageFiles<'a> {
    page: &'a str,
    files: BTreeMap<&'a str, &'a str>,
}

#[derive(Serialize)]
struct Released<'a> {
    version: &'a str,
    commit: String,
    files: BTreeMap<String, String>,
}

/// Writes `sw.js` with the list of what it installs.
///
/// # Errors
/// When a file cannot be read or written.
pub(super) fn write_worker(project: &Project, site: &Path, brought: &Brought) -> Result<(), DistError> {
    let mut hashes = BTreeMap::new();
    for file in files(site)? {
        // Licences are for reading on the host; what a page fetches lies below app/.
        let is_licence = file.ends_with(".txt") && !file.starts_with("app/");
        if !NOT_INSTALLED.contains(&file.as_str()) && !is_licence {
            let hash = integrity(&read(&site.join(&file))?);
            hashes.insert(file, hash.0);
        }
    }
    let whole: String = hashes.iter().map(|(file, hash)| format!("{file} {hash}\n")).collect();
    let pages = PAGES.into_iter().zip(brought).map(|(page, own)| {
        let wanted = hashes.iter().filter(|(file, _)| belongs(page, own, file));
        (
            page.name,
            PageFiles {
                page: page.file,
                files: wanted.map(|(f, h)| (f.as_str(), h.as_str())).collect(),
            },
        )
    });
    let installed = Installed {
        id: integrity(whole.as_bytes()).short(),
        pages: pages.collect(),
    };
    let path = project.root.join("public/sw.js");
    let source = String::from_utf8_lossy(&read(&path)?).into_owned();
    let list = serde_json::to_string(&installed).map_err(|fault| DistError::file(&path)(fault.into()))?;
    write(
        &site.join("sw.js"),
        format!("const release = {list};\n{source}").as_bytes(),
    )
}

fn belongs(page: Page, own: &BTreeSet<String>, file: &str) -> bool {
    let is_page = Path::new(file).extension().is_some_and(|extension| extension == "html");
    match file {
        _ if file.starts_with("app/") => own.contains(file),
        // Plain pages beside them are for the public.
        _ if is_page => file == page.file || (page.name == "public" && !page.is_other(file)),
        _ => true,
    }
}

/// Writes `release.json`: version, commit and the hash of every other file but `service.json`, which is the service's own.
///
/// # Errors
/// When a file cannot be read or written.
pub(super) fn seal(project: &Project, site: &Path) -> Result<(), DistError> {
    let mut hashes = BTreeMap::new();
    for file in files(site)? {
        if file != "service.json" {
            let hash = integrity(&read(&site.join(&file))?);
            hashes.insert(file, hash.0);
        }
    }
    let released = Released {
        version: env!("CARGO_PKG_VERSION"),
        commit: trunk::commit(project),
        files: hashes,
    };
    let path = site.join("release.json");
    let text = serde_json::to_string_pretty(&released).map_err(|fault| DistError::file(&path)(fault.into()))?;
    write(&path, format!("{text}\n").as_bytes())
}
