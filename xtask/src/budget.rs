//! The size each page may have: what a phone has to fetch before it can do anything.

use std::{fs, io, path::Path};

use crate::run::say;

/// Why the sizes are not accepted.
#[derive(Debug, thiserror::Error)]
pub enum BudgetError {
    /// There is no release to weigh, or it cannot be read.
    #[error("the release in dist/ cannot be weighed ({0}); `cargo xtask dist` makes one")]
    Unreadable(#[from] io::Error),
    /// `sw.js` does not begin with the list of files.
    #[error("dist/sw.js does not begin with the list of what it installs")]
    List,
    /// A page is too large.
    #[error("{page} weighs {bytes} bytes as brotli; its budget is {budget}")]
    TooLarge {
        /// Which page.
        page: &'static str,
        /// All its wasm and JavaScript, brotli, in bytes.
        bytes: u64,
        /// What it may weigh, in bytes.
        budget: u64,
    },
}

/// Page and budget in bytes of brotli, all wasm and JavaScript together.
pub const BUDGETS: [(&str, u64); 2] = [("public", 150 * 1024), ("workspace", 450 * 1024)];

/// Weighs the release.
///
/// # Errors
/// When a page is over its budget, or there is no release.
pub fn check(dist: &Path) -> Result<(), BudgetError> {
    let worker = fs::read_to_string(dist.join("sw.js"))?;
    let list = worker
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("const release = "))
        .ok_or(BudgetError::List)?;
    let list: serde_json::Value = serde_json::from_str(list.trim_end_matches(';')).map_err(|_| BudgetError::List)?;
    let worker = fs::metadata(dist.join("sw.js.br"))?.len();
    let mut over = None;
    for (page, budget) in BUDGETS {
        let files = list["pages"][page]["files"].as_object().ok_or(BudgetError::List)?;
        let mut bytes = worker;
        for file in files
            .keys()
            .filter(|file| file.ends_with(".js") || file.ends_with(".wasm"))
        {
            bytes += fs::metadata(dist.join(format!("{file}.br")))
                .or_else(|_| fs::metadata(dist.join(file)))?
                .len();
        }
        say(format!("{page}: {:.1} KB of {} KB", kilobytes(bytes), budget / 1024));
        if bytes > budget && over.is_none() {
            over = Some(BudgetError::TooLarge { page, bytes, budget });
        }
    }
    over.map_or(Ok(()), Err)
}

#[allow(
    clippy::cast_precision_loss,
    reason = "a size for people to read, far below the limit of an f64"
)]
fn kilobytes(bytes: u64) -> f64 {
    bytes as f64 / 1024.0
}
