//! A folder that is gone when nobody needs it any more.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use crate::fault::Fault;

/// A fresh, empty folder; removed with all it holds when dropped.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// Makes one.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn fresh() -> Result<Self, Fault> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("evenhand-journey-{}-{number}", process::id()));
        fs::create_dir_all(&path).map_err(Fault::file(&path))?;
        Ok(Self(path))
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser that is still writing its profile must not fail a journey that passed.
        let _ = fs::remove_dir_all(&self.0);
    }
}
