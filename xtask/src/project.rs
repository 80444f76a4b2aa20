//! Where things are: the project's own folder, its build folder and the tools that set-up installed.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The places a chore needs to know.
#[derive(Debug, Clone)]
pub struct Project {
    /// The folder that holds the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's build folder; also holds what lies between the sources and the release.
    pub target: PathBuf,
    /// Where set-up installs the command line tools: `EVENHAND_TOOLS`, or a folder in the user's cache.
    pub tools: PathBuf,
}

impl Project {
    /// The project this command was started in.
    ///
    /// Two checkouts may share one build folder and thus one binary, so what Cargo says at the start goes before what it said when this was
    /// compiled.
    #[must_use]
    pub fn here() -> Self {
        let built_in = Path::new(env!("CARGO_MANIFEST_DIR"));
        let started_in = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| built_in.to_path_buf(), PathBuf::from);
        let is_root = |folder: &&Path| folder.join("xtask/Cargo.toml").is_file();
        let root = started_in
            .ancestors()
            .find(is_root)
            .or_else(|| built_in.parent())
            .unwrap_or(built_in)
            .to_path_buf();
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
        let home = env::var_os("HOME").map_or_else(|| target.clone(), PathBuf::from);
        let tools = env::var_os("EVENHAND_TOOLS").map_or_else(|| home.join(".cache/evenhand-tools"), PathBuf::from);
        Self { root, target, tools }
    }

    /// The finished release: a folder to upload.
    #[must_use]
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The same, built quickly for development and too large to upload.
    #[must_use]
    pub fn dist_dev(&self) -> PathBuf {
        self.target.join("dist-dev")
    }

    /// `PATH` with our own tools and those of npm in front, so that Trunk finds them and downloads nothing.
    #[must_use]
    pub fn path(&self) -> std::ffi::OsString {
        let ours = [self.tools.join("bin"), self.root.join("node_modules/.bin")];
        let theirs = env::var_os("PATH").unwrap_or_default();
        env::join_paths(ours.into_iter().chain(env::split_paths(&theirs))).unwrap_or(theirs)
    }

    /// The full path of a program, if it is on [`Project::path`].
    #[must_use]
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        env::split_paths(&self.path())
            .map(|folder| folder.join(program))
            .find(|file| file.is_file())
    }
}
