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
    #[error("{page} weighs {bytes} bytes as brotli; it must not weigh more than {ceiling}")]
    TooLarge {
        /// Which page.
        page: &'static str,
        /// All its wasm and JavaScript, brotli, in bytes.
        bytes: u64,
        /// What it may weigh at the most, in bytes.
        ceiling: u64,
    },
}

/// What one page weighs: all its wasm and JavaScript together, in bytes of brotli.
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    /// Which page.
    pub page: &'static str,
    /// What it should weigh.
    pub target: u64,
    /// What it may weigh today. It rises with a named capability alone (docs/adr/0012-sizes.md).
    pub ceiling: u64,
}

/// The budget of each page.
pub const BUDGETS: [Budget; 3] = [
    Budget {
        page: "public",
        target: 150 * 1024,
        ceiling: 150 * 1024,
    },
    Budget {
        page: "workspace",
        target: 450 * 1024,
        ceiling: 1052 * 1024,
    },
    // Whoever looks at the sample loads it once, and nobody needs it in their work: it is held where it is.
    Budget {
        page: "sample",
        target: 600 * 1024,
        ceiling: 685 * 1024,
    },
];

/// Weighs the release.
///
/// # Errors
/// When a page is over its ceiling, or there is no release.
pub fn check(dist: &Path) -> Result<(), BudgetError> {
    let mut over = None;
    for (Budget { page, target, ceiling }, bytes) in weigh(dist)? {
        let verdict = if bytes > target {
            "over its target"
        } else {
            "within its target"
        };
        say(format!(
            "{page}: {:.1} KB, {verdict} of {} KB (never above {} KB)",
            kilobytes(bytes),
            target / 1024,
            ceiling / 1024
        ));
        if bytes > ceiling && over.is_none() {
            over = Some(BudgetError::TooLarge { page, bytes, ceiling });
        }
    }
    over.map_or(Ok(()), Err)
}

/// Each page with what it weighs in this release, in bytes of brotli.
///
/// # Errors
/// When there is no release.
pub fn weigh(dist: &Path) -> Result<Vec<(Budget, u64)>, BudgetError> {
    let worker = fs::read_to_string(dist.join("sw.js"))?;
    let list = worker
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("const release = "))
        .ok_or(BudgetError::List)?;
    let list: serde_json::Value = serde_json::from_str(list.trim_end_matches(';')).map_err(|_| BudgetError::List)?;
    let worker = fs::metadata(dist.join("sw.js.br"))?.len();
    let mut weights = Vec::new();
    for budget in BUDGETS {
        let files = list["pages"][budget.page]["files"]
            .as_object()
            .ok_or(BudgetError::List)?;
        let mut bytes = worker;
        for file in files
            .keys()
            .filter(|file| file.ends_with(".js") || file.ends_with(".wasm"))
        {
            bytes += fs::metadata(dist.join(format!("{file}.br")))
                .or_else(|_| fs::metadata(dist.join(file)))?
                .len();
        }
        weights.push((budget, bytes));
    }
    Ok(weights)
}

#[allow(
    clippy::cast_precision_loss,
    reason = "a size for people to read, far below the limit of an f64"
)]
fn kilobytes(bytes: u64) -> f64 {
    bytes as f64 / 1024.0
}
