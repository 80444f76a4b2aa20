//! Trunk, once for each page.

use std::{env, fs, path::PathBuf, process::Command};

use super::{Build, DistError, PAGES, Page, clear};
use crate::{
    project::Project,
    run::{program, read, run},
};

/// Where Trunk leaves one page.
pub(super) fn output(project: &Project, page: Page) -> PathBuf {
    project.target.join("site").join(page.name)
}

/// Where Cargo leaves the program of a page's release.
pub(super) fn programs_folder(project: &Project, page: Page) -> PathBuf {
    project.target.join("wasm32-unknown-unknown").join(page.profile)
}

/// Makes the programs of all pages that have a profile in common at once, for the second half of each build keeps one processor only;
/// Trunk then finds them made.
///
/// # Errors
/// When Cargo fails.
pub(super) fn programs(project: &Project, build: Build) -> Result<(), DistError> {
    const FIXED: [&str; 4] = ["build", "--offline", "--target", "wasm32-unknown-unknown"];
    if build == Build::Development {
        let mut all = program(project, "cargo", &FIXED);
        all.arg("--bins");
        flags(project, build, "dev", &mut all);
        return Ok(run(&mut all)?);
    }
    for pages in PAGES.chunk_by(|one, other| one.profile == other.profile) {
        let mut some = program(project, "cargo", &FIXED);
        for page in pages {
            some.args(["--bin", page.name]);
        }
        let profile = pages.first().map_or("release", |page| page.profile);
        some.args(["--profile", profile]);
        flags(project, build, profile, &mut some);
        run(&mut some)?;
    }
    Ok(())
}

/// Makes the pages around the programs, each in its own folder.
///
/// # Errors
/// When a tool fails or is missing.
pub(super) fn pages(project: &Project, build: Build) -> Result<(), DistError> {
    for page in PAGES {
        let output = output(project, page);
        clear(&output)?;
        let folder = output.to_string_lossy();
        let mut command = program(
            project,
            "trunk",
            &[
                "build",
                page.file,
                "--dist",
                folder.as_ref(),
                "--offline=true",
                "--quiet",
            ],
        );
        if build == Build::Release {
            command.args(["--release", "--cargo-profile", page.profile]);
        }
        flags(project, build, page.profile, &mut command);
        // Trunk fails on values of NO_COLOR that other programs accept.
        command.env_remove("NO_COLOR").env("TRUNK_SKIP_VERSION_CHECK", "true");
        run(&mut command)?;
    }
    Ok(())
}

/// The commit that is built, or `unknown` outside a checkout.
pub(super) fn commit(project: &Project) -> String {
    let asked = read(program(project, "git", &["rev-parse", "--short=12", "HEAD"]).stderr(std::process::Stdio::null()));
    asked.map_or_else(|_| "unknown".to_owned(), |commit| commit.trim().to_owned())
}

/// A release stops at the instruction that must not be reached instead of carrying the words of every panic, which nobody would see:
/// the page shows its own notice (`boot.js`). Nothing that a person reads is made by `Debug`. See docs/adr/0012-sizes.md.
const SMALL: [&str; 4] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
];
/// SHA-2 in its small form, for the public page: it hashes a few kilobytes, where the workspace hashes thousands of files.
const SMALL_SHA2: &str = "--cfg sha2_backend_soft=\"compact\"";

/// Sets what the compiler is told for wasm.
fn flags(project: &Project, build: Build, profile: &str, command: &mut Command) {
    const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
    let mut flags = match build {
        Build::Release => without_machine_paths(project),
        Build::Development => Vec::new(),
    };
    if build == Build::Release {
        flags.extend(SMALL.map(str::to_owned));
        if profile == "release" {
            flags.push(SMALL_SHA2.to_owned());
        }
        own_std(command);
    }
    flags.extend(env::var(FLAGS));
    command.env(FLAGS, flags.join(" "));
}

/// Builds the standard library with ours and by the same flags: that way its panics go too, and it sorts and searches in less code. The
/// pinned compiler takes these options when it is told that it may.
pub(crate) fn own_std(command: &mut Command) {
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
}

/// Panic messages name source files; with these flags they name them from the project's own folder, so that a release says nothing
/// about the machine it was built on and two checkouts build the same bytes.
fn without_machine_paths(project: &Project) -> Vec<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    let sources = home.map(|home| home.join("registry/src")).unwrap_or_default();
    let registries = fs::read_dir(sources)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    let mut flags: Vec<String> = registries
        .map(|folder| format!("--remap-path-prefix={}=crates", folder.display()))
        .collect();
    flags.sort();
    if let Ok(sysroot) = read(&mut program(project, "rustc", &["--print", "sysroot"])) {
        flags.push(format!("--remap-path-prefix={}=rust", sysroot.trim()));
    }
    flags.push(format!("--remap-path-prefix={}=evenhand", project.root.display()));
    // The variable is split at spaces: a path with one in it is left as it is, which costs the equality of two machines and nothing else.
    flags.retain(|flag| !flag.contains(' '));
    flags
}
