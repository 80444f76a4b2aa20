//! What a release was made of, so that nothing is optimised and compressed for minutes to arrive at the same bytes.
//!
//! Cargo decides whether a program is made anew; what comes after it depends on the programs, the files beside them, the tools, the commit
//! and this command, and all of these are hashed. A release that was touched in any file is not the one that was made.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha384};

use super::{DistError, PAGES, files, read, trunk};
use crate::{
    project::Project,
    run::{self, program},
};

/// The files that lie beside the sources and go into a release, or say how it is made.
const BESIDE: [&str; 4] = ["404.html", "Cargo.toml", "Trunk.toml", "package-lock.json"];
const FOLDERS: [&str; 2] = ["public", "target/assets"];
const TOOLS: [&str; 3] = ["trunk", "wasm-bindgen", "wasm-opt"];

/// The hash of everything that a release is made of.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stamp(String);

impl Stamp {
    /// Hashes what a release would be made of now; the programs must have been made.
    ///
    /// # Errors
    /// When a file or a tool is missing.
    pub(super) fn of(project: &Project) -> Result<Self, DistError> {
        let mut hash = Parts::default();
        for page in PAGES {
            hash.file(&project.root, page.file)?;
            hash.file(&trunk::programs_folder(project, page), &format!("{}.wasm", page.name))?;
        }
        for file in BESIDE {
            hash.file(&project.root, file)?;
        }
        for file in super::data::sources() {
            hash.file(&project.root, file)?;
        }
        for folder in FOLDERS {
            hash.folder(&project.root.join(folder))?;
        }
        for tool in TOOLS {
            let version = run::read(program(project, tool, &["--version"]).env_remove("NO_COLOR"))?;
            hash.part(tool, version.as_bytes());
        }
        for (name, value) in env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("TRUNK_")) {
            hash.part(&name.to_string_lossy(), value.as_encoded_bytes());
        }
        hash.part("commit", trunk::commit(project).as_bytes());
        let this = env::current_exe().map_err(DistError::file(Path::new("cargo xtask")))?;
        hash.part("xtask", &read(&this)?);
        Ok(Self(hash.end()))
    }

    /// Whether `dist/` was made of just this, and is as it was when it was made.
    pub(super) fn is_on(&self, project: &Project) -> bool {
        let kept = fs::read_to_string(path(project));
        kept.is_ok_and(|kept| contents(&project.dist()).is_ok_and(|there| kept == self.line(&there)))
    }

    /// Notes that `dist/` was made of this.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub(super) fn put_on(&self, project: &Project) -> Result<(), DistError> {
        let line = self.line(&contents(&project.dist())?);
        super::write(&path(project), line.as_bytes())
    }

    fn line(&self, contents: &str) -> String {
        format!("{}\n{contents}\n", self.0)
    }
}

/// Makes sure that the next release is made from the programs on, whatever was made before.
///
/// # Errors
/// When the system refuses.
pub(super) fn forget(project: &Project) -> Result<(), DistError> {
    let path = path(project);
    if path.exists() {
        fs::remove_file(&path).map_err(DistError::file(&path))?;
    }
    Ok(())
}

fn path(project: &Project) -> PathBuf {
    project.target.join("dist.stamp")
}

fn contents(folder: &Path) -> Result<String, DistError> {
    let mut hash = Parts::default();
    hash.folder(folder)?;
    Ok(hash.end())
}

/// A hash of parts, each with its name and its length, so that no two lists of parts are the same bytes.
#[derive(Default)]
struct Parts(Sha384);

impl Parts {
    fn part(&mut self, name: &str, bytes: &[u8]) {
        self.0.update(format!("{name}\n{}\n", bytes.len()));
        self.0.update(bytes);
    }

    fn file(&mut self, folder: &Path, name: &str) -> Result<(), DistError> {
        self.part(name, &read(&folder.join(name))?);
        Ok(())
    }

    fn folder(&mut self, folder: &Path) -> Result<(), DistError> {
        for file in files(folder)? {
            self.file(folder, &file)?;
        }
        Ok(())
    }

    fn end(self) -> String {
        self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(name: &str) -> Project {
        let root = env::temp_dir().join(format!("evenhand-stamp-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("dist/app")).unwrap();
        fs::create_dir_all(root.join("target")).unwrap();
        fs::write(root.join("dist/index.html"), "page").unwrap();
        fs::write(root.join("dist/app/a.wasm"), "program").unwrap();
        Project {
            target: root.join("target"),
            tools: root.join("tools"),
            root,
        }
    }

    #[test]
    fn a_stamp_holds_for_the_release_it_was_put_on_and_no_other() {
        let project = project("holds");
        let stamp = Stamp("made of this".to_owned());
        assert!(!stamp.is_on(&project), "never put on");
        stamp.put_on(&project).unwrap();
        assert!(stamp.is_on(&project));
        assert!(!Stamp("made of that".to_owned()).is_on(&project));
        forget(&project).unwrap();
        assert!(!stamp.is_on(&project), "forgotten");
        fs::remove_dir_all(&project.root).unwrap();
    }

    #[test]
    fn a_release_that_was_touched_is_made_anew() {
        let project = project("touched");
        let stamp = Stamp("made of this".to_owned());
        for change in [
            |dist: &Path| fs::write(dist.join("index.html"), "gape"),
            |dist: &Path| fs::write(dist.join("more.txt"), ""),
            |dist: &Path| fs::remove_file(dist.join("app/a.wasm")),
            |dist: &Path| fs::rename(dist.join("index.html"), dist.join("index.htm")),
            |dist: &Path| fs::remove_dir_all(dist),
        ] {
            stamp.put_on(&project).unwrap();
            assert!(stamp.is_on(&project));
            change(&project.dist()).unwrap();
            assert!(!stamp.is_on(&project));
        }
        fs::remove_dir_all(&project.root).unwrap();
    }

    #[test]
    fn parts_do_not_run_together() {
        let hash = |parts: &[(&str, &str)]| {
            let mut all = Parts::default();
            for (name, bytes) in parts {
                all.part(name, bytes.as_bytes());
            }
            all.end()
        };
        assert_ne!(hash(&[("a", "bc"), ("d", "")]), hash(&[("a", "b"), ("cd", "")]));
        assert_eq!(hash(&[("a", "bc")]), hash(&[("a", "bc")]));
    }
}
