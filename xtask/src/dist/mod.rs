//! `cargo xtask dist`: from sources to a folder to upload.
//!
//! Each page is built by Trunk into its own folder; they are laid together, filled in from `service.json`, hashed and compressed.
//! The finished folder replaces the old one in a single move, so that no half release is ever served.

mod compress;
mod data;
mod layout;
mod page;
mod policy;
mod release;
mod stamp;
mod trunk;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

pub use page::PageError;
pub use policy::PolicyError;
pub use release::{Integrity, integrity};
pub(crate) use trunk::own_std;

use stamp::Stamp;

use crate::{
    assets::{self, AssetsError},
    project::Project,
    run::{self, RunError},
};

/// Which build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// What people get: small, optimised, compressed.
    Release,
    /// For looking at changes: quick to build, large, uncompressed.
    Development,
}

/// One of the three pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// The name of its binary and of its folder between the steps.
    pub name: &'static str,
    /// Its file.
    pub file: &'static str,
    /// The profile of Cargo by which its release is built.
    pub profile: &'static str,
}

/// The pages: the public one, which a parent's phone loads, the staff's, and the one that makes the sample.
pub const PAGES: [Page; 3] = [
    Page {
        name: "public",
        file: "index.html",
        profile: "release",
    },
    Page {
        name: "workspace",
        file: "workspace.html",
        profile: "workspace",
    },
    Page {
        name: "sample",
        file: "sample.html",
        profile: "workspace",
    },
];

/// Why there is no release.
#[derive(Debug, thiserror::Error)]
pub enum DistError {
    /// A tool failed or is missing.
    #[error(transparent)]
    Run(#[from] RunError),
    /// The fonts, icons or styles could not be laid out.
    #[error("the fonts, icons and styles could not be laid out: {0}")]
    Assets(#[from] AssetsError),
    /// A page does not have the marks that the build needs.
    #[error(transparent)]
    Page(#[from] PageError),
    /// The page of the policy cannot be written.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// A file could not be read or written.
    #[error("{path}: {reason}")]
    File {
        /// Which file.
        path: String,
        /// What the system said.
        reason: io::Error,
    },
    /// Two pages bring a file of one name with different content.
    #[error("two pages bring {0}, with different content")]
    Clash(String),
}

impl DistError {
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.display().to_string();
        move |reason| Self::File { path, reason }
    }
}

/// Builds the site and returns its folder. A release that was made of the same bytes by the same tools is left as it is.
///
/// # Errors
/// See [`DistError`]; an older release stays in place.
pub fn make(project: &Project, build: Build) -> Result<PathBuf, DistError> {
    let _alone = alone(project)?;
    run::step("fonts, icons and styles", || assets::make(&project.root))?;
    run::step("the programs", || trunk::programs(project, build))?;
    if build == Build::Development {
        return pages(project, build);
    }
    let stamp = Stamp::of(project)?;
    if stamp.is_on(project) {
        run::say("nothing that goes into the release has changed since it was made");
        return Ok(project.dist());
    }
    let folder = pages(project, build)?;
    // What was changed while it was made may be in it or not.
    if Stamp::of(project)? == stamp {
        stamp.put_on(project)?;
    }
    Ok(folder)
}

/// Builds the release, even where one of the same bytes is there.
///
/// # Errors
/// As [`make`].
pub fn make_anew(project: &Project) -> Result<PathBuf, DistError> {
    stamp::forget(project)?;
    make(project, Build::Release)
}

fn pages(project: &Project, build: Build) -> Result<PathBuf, DistError> {
    run::step("the pages", || trunk::pages(project, build))?;
    run::step("lay out, hash and compress", || finish(project, build))
}

/// Two builds at a time would empty each other's folders, so the second waits until the first has let go of the lock.
fn alone(project: &Project) -> Result<fs::File, DistError> {
    let path = project.target.join("dist.lock");
    let lock = fs::File::create(&path).map_err(DistError::file(&path))?;
    lock.lock().map_err(DistError::file(&path))?;
    Ok(lock)
}

fn finish(project: &Project, build: Build) -> Result<PathBuf, DistError> {
    let fresh = project.target.join("dist-fresh");
    let done = match build {
        Build::Release => project.dist(),
        Build::Development => project.dist_dev(),
    };
    clear(&fresh)?;
    let brought = layout::lay_out(project, &fresh)?;
    for page in PAGES {
        page::finish(project, &fresh, page)?;
    }
    policy::write_page(project, &fresh)?;
    release::write_worker(project, &fresh, &brought)?;
    if build == Build::Release {
        compress::folder(&fresh)?;
    }
    release::seal(project, &fresh)?;
    clear(&done)?;
    fs::rename(&fresh, &done).map_err(DistError::file(&done))?;
    Ok(done)
}

fn clear(folder: &Path) -> Result<(), DistError> {
    match fs::remove_dir_all(folder) {
        Err(reason) if reason.kind() != io::ErrorKind::NotFound => Err(DistError::file(folder)(reason)),
        _ => Ok(()),
    }
}

/// Every file below a folder that is not hidden, as a path from it with `/` between parts, in alphabetical order.
///
/// # Errors
/// When a folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<String>, DistError> {
    fn walk(folder: &Path, before: &str, found: &mut Vec<String>) -> Result<(), DistError> {
        for entry in fs::read_dir(folder).map_err(DistError::file(folder))? {
            let entry = entry.map_err(DistError::file(folder))?;
            let name = format!("{before}{}", entry.file_name().to_string_lossy());
            // What begins with a dot is a tool's own, such as Trunk's lock.
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{name}/"), found)?;
            } else {
                found.push(name);
            }
        }
        Ok(())
    }
    let mut found = Vec::new();
    walk(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

pub(crate) fn read(path: &Path) -> Result<Vec<u8>, DistError> {
    fs::read(path).map_err(DistError::file(path))
}

pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), DistError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(DistError::file(folder))?;
    }
    fs::write(path, bytes).map_err(DistError::file(path))
}
