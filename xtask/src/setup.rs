//! `cargo xtask setup`: installs what is missing, and says plainly what it could not install, why, and how to get it.
//!
//! Versions come from `[workspace.metadata.tools]` in the root `Cargo.toml`, those of npm from `package.json`.

use std::{
    collections::BTreeMap,
    env, fs,
    process::{Command, Stdio},
};

use crate::{
    dist,
    project::Project,
    run::{self, RunError, program, say},
};

/// Why the set-up is incomplete.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// The list of tools could not be read.
    #[error(transparent)]
    Run(#[from] RunError),
    /// The list of tools is not where it should be.
    #[error("Cargo.toml has no readable [workspace.metadata.tools]")]
    List,
    /// Some tools could not be installed; the text names each, with reason and remedy.
    #[error("these could not be installed:\n{0}")]
    Missing(String),
}

/// What a chore needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Enough to build and serve the site.
    Build,
    /// All that `make test` uses, browsers included.
    Test,
}

const FOR_BUILD: [&str; 2] = ["trunk", "wasm-bindgen-cli"];

/// Debian packages by the program that shows they are there.
const BROWSERS: [(&str, &str); 5] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
];

/// Installs what is missing.
///
/// # Errors
/// When something could not be installed.
pub fn setup(project: &Project, need: Need) -> Result<(), SetupError> {
    let mut missing = Vec::new();
    // Trunk builds without a network, so that it never fetches a tool of its own choice; what it compiles is therefore fetched here.
    // Without the target Cargo passes over what the standard library itself is built from.
    let words = ["fetch", "--quiet", "--target", "wasm32-unknown-unknown"];
    let mut fetch = program(project, "cargo", &words);
    dist::own_std(&mut fetch);
    run::run(&mut fetch)?;
    node(project, &mut missing);
    for (name, version) in versions(project)? {
        if need == Need::Test || FOR_BUILD.contains(&name.as_str()) {
            cargo_tool(project, &name, &version, &mut missing);
        }
    }
    if need == Need::Test {
        browsers(project, &mut missing);
    }
    if missing.is_empty() {
        Ok(())
    } else {
        Err(SetupError::Missing(missing.join("\n")))
    }
}

fn versions(project: &Project) -> Result<BTreeMap<String, String>, SetupError> {
    let metadata = metadata(project)?;
    serde_json::from_value(metadata["metadata"]["tools"].clone()).map_err(|_| SetupError::List)
}

/// What Cargo knows about the workspace's own packages.
///
/// # Errors
/// When Cargo fails or answers with something else than JSON.
pub fn metadata(project: &Project) -> Result<serde_json::Value, SetupError> {
    let words = ["metadata", "--no-deps", "--format-version", "1"];
    let text = run::read(&mut program(project, "cargo", &words))?;
    serde_json::from_str(&text).map_err(|_| SetupError::List)
}

fn cargo_tool(project: &Project, name: &str, version: &str, missing: &mut Vec<String>) {
    let file = if name == "wasm-bindgen-cli" {
        "wasm-bindgen"
    } else {
        name
    };
    if has_version(project, file, version) {
        return;
    }
    say(format!("installing {name} {version} (some minutes, once)"));
    let root = project.tools.to_string_lossy();
    let mut words = vec![
        "install",
        "--root",
        root.as_ref(),
        "--version",
        version,
        "--force",
        name,
    ];
    match name {
        // Its lock file names a version that was withdrawn.
        "wasm-bindgen-cli" => {}
        _ => words.push("--locked"),
    }
    let mut command = program(project, "cargo", &words);
    // A tool that runs for seconds need not be optimised for minutes.
    command
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    command
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
    command.env("CARGO_TARGET_DIR", project.tools.join("build"));
    if let Err(fault) = run::run(&mut command) {
        missing.push(format!(
            "- {name} {version}: {fault}. It needs a C compiler (`sudo apt-get install build-essential`) and the package registry; \
             by hand: `cargo install --root {root} {name} --version {version}`"
        ));
    }
}

/// Whether the program on the path, whoever installed it, says that it has this version.
fn has_version(project: &Project, file: &str, version: &str) -> bool {
    let Some(path) = project.find(file) else { return false };
    let said = Command::new(path).arg("--version").env_remove("NO_COLOR").output();
    said.is_ok_and(|said| {
        String::from_utf8_lossy(&said.stdout)
            .split_whitespace()
            .any(|word| word == version)
    })
}

fn node(project: &Project, missing: &mut Vec<String>) {
    if project.find("npm").is_none() {
        missing.push(
            "- node with npm: not on the path. `sudo apt-get install nodejs npm`, or nodejs.org; version 20 or later"
                .to_owned(),
        );
        return;
    }
    if npm_versions(project, "package-lock.json").is_some_and(|wanted| {
        npm_versions(project, "node_modules/.package-lock.json").is_some_and(|there| there == wanted)
    }) {
        return;
    }
    say("installing the packages of package-lock.json");
    if let Err(fault) = run::run(&mut program(project, "npm", &["ci", "--no-audit", "--no-fund"])) {
        missing.push(format!(
            "- the npm packages: {fault}. By hand: `npm ci`; it needs the npm registry"
        ));
    }
}

/// Package and version, as one of npm's lock files has them; the project itself is left out.
fn npm_versions(project: &Project, file: &str) -> Option<BTreeMap<String, String>> {
    let lock: serde_json::Value = serde_json::from_slice(&fs::read(project.root.join(file)).ok()?).ok()?;
    let packages = lock["packages"]
        .as_object()?
        .iter()
        .filter(|(name, _)| !name.is_empty());
    packages
        .map(|(name, package)| Some((name.clone(), package["version"].as_str()?.to_owned())))
        .collect()
}

fn browsers(project: &Project, missing: &mut Vec<String>) {
    let absent: Vec<_> = BROWSERS
        .iter()
        .filter(|(program, _)| project.find(program).is_none())
        .collect();
    if absent.is_empty() {
        return;
    }
    let packages: Vec<_> = absent.iter().map(|(_, package)| *package).collect();
    let by_hand = format!("sudo apt-get install --no-install-recommends {}", packages.join(" "));
    if project.find("apt-get").is_none() {
        missing.push(format!(
            "- {}: this is no Debian system; install Chromium and its driver, Firefox, WebKitGTK’s driver and Xvfb",
            packages.join(", ")
        ));
        return;
    }
    say(format!("installing {}", packages.join(", ")));
    let outcome = apt(project, &["update"]).and_then(|()| {
        let mut words = vec!["install", "--yes", "--no-install-recommends"];
        words.extend(packages.iter());
        apt(project, &words)
    });
    if let Err(fault) = outcome {
        missing.push(format!(
            "- {}: {fault}. By hand, with an administrator's rights: `{by_hand}`",
            packages.join(", ")
        ));
    }
}

/// `apt-get` as root, or by `sudo` where it asks for no password: a set-up must not stop at a question nobody sees.
fn apt(project: &Project, words: &[&str]) -> Result<(), RunError> {
    let root = Command::new("id").arg("-u").stderr(Stdio::null()).output();
    let is_root =
        root.is_ok_and(|id| id.stdout.starts_with(b"0\n")) || env::var("USER").is_ok_and(|user| user == "root");
    let mut command = if is_root {
        program(project, "apt-get", words)
    } else {
        let mut with_sudo = vec!["-n", "apt-get"];
        with_sudo.extend(words);
        program(project, "sudo", &with_sudo)
    };
    run::run(command.env("DEBIAN_FRONTEND", "noninteractive"))
}
