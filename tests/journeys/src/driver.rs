//! A browser's driver, started on a free port with a fresh profile and ended for certain.

use std::{
    env, io,
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use thirtyfour::Capabilities;
use xtask::project::Project;

use crate::fault::Fault;

/// Which browser.
///
/// Only Chromium can be told a device's size, forced colours and the like ([`crate::look`]); Firefox takes its colour scheme at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
}

impl Kind {
    /// What `EVENHAND_BROWSER` asks for; Chromium if it asks for nothing.
    #[must_use]
    pub fn asked() -> Self {
        if env::var("EVENHAND_BROWSER").is_ok_and(|name| name == "firefox") {
            Self::Firefox
        } else {
            Self::Chromium
        }
    }

    /// A word for file names and messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
        }
    }

    /// What the browser is asked to be; all it writes goes below `profile`.
    pub(crate) fn capabilities(self, profile: &Path) -> Result<Capabilities, Fault> {
        let downloads = profile.join("downloads");
        let (key, options) = match self {
            Self::Chromium => ("goog:chromeOptions", chromium(profile, &downloads)),
            Self::Firefox => ("moz:firefoxOptions", firefox(&downloads)),
        };
        let mut capabilities = Capabilities::new();
        capabilities.set(key, options)?;
        capabilities.set("unhandledPromptBehavior", "ignore")?;
        if self == Self::Chromium {
            capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        }
        Ok(capabilities)
    }
}

fn chromium(profile: &Path, downloads: &Path) -> Value {
    let profile = format!("--user-data-dir={}", profile.join("chromium").display());
    json!({
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
            "--no-default-browser-check", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-features=Translate,OptimizationHints,MediaRouter", "--window-size=1280,900", "--lang=en-GB", profile,
        ],
        "prefs": { "download.default_directory": downloads, "download.prompt_for_download": false },
    })
}

fn firefox(downloads: &Path) -> Value {
    json!({
        "args": ["-headless", "--width=1280", "--height=900"],
        "prefs": {
            "browser.download.folderList": 2, "browser.download.dir": downloads, "browser.download.useDownloadDir": true,
            "browser.helperApps.neverAsk.saveToDisk": "application/octet-stream,application/json,text/plain,text/csv",
            "intl.accept_languages": "en-GB,en", "app.update.enabled": false, "datareporting.policy.dataSubmissionEnabled": false,
            "dom.disable_beforeunload": false, "dom.require_user_interaction_for_beforeunload": true,
        },
    })
}

/// The driver runs under a shell that reads what nobody writes. However we end, its reading ends with us, and the shell ends the driver, the
/// browser, and what they left of the profile: no browser stays behind.
const UNTIL_WE_END: &str =
    r#""$@" & trap : TERM; cat > /dev/null; kill -TERM 0; wait; rm -rf "$0" || { sleep 2; rm -rf "$0"; }"#;

/// A running driver program.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver and waits until it listens.
    pub(crate) fn start(kind: Kind, profile: &Path) -> Result<Self, Fault> {
        let name = kind.driver();
        let not_started = |reason| Fault::NotStarted {
            program: name.to_owned(),
            reason,
        };
        let port = free_port().map_err(not_started)?;
        let project = Project::here();
        let mut command = Command::new("sh");
        command
            .args(["-c", UNTIL_WE_END])
            .arg(profile)
            .arg(project.find(name).unwrap_or_else(|| name.into()))
            .arg(format!("--port={port}"))
            .env("PATH", project.path())
            .process_group(0);
        // What the browsers write beside their profile, they write below it too.
        command
            .env("TMPDIR", profile)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if kind == Kind::Firefox {
            command
                .args(["--websocket-port", "0", "--log", "fatal", "--profile-root"])
                .arg(profile);
        }
        let process = command.spawn().map_err(not_started)?;
        let driver = Self { process, port };
        let start = Instant::now();
        while TcpStream::connect(driver.socket()).is_err() {
            if start.elapsed() > Duration::from_secs(20) {
                return Err(not_started(io::Error::from(io::ErrorKind::TimedOut)));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(driver)
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn socket(&self) -> SocketAddr {
        SocketAddr::from((Ipv4Addr::LOCALHOST, self.port))
    }

    /// Ends a session, and the browser with it, without a runtime: this also runs while a failed journey unwinds.
    pub(crate) fn end_session(&self, session: &str) {
        let ask = || -> io::Result<()> {
            let mut stream = TcpStream::connect(self.socket())?;
            stream.set_read_timeout(Some(Duration::from_secs(10)))?;
            write!(
                stream,
                "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
                self.port
            )?;
            // Any answer will do; without one the driver is ended all the same.
            stream.read_exact(&mut [0])?;
            Ok(())
        };
        let _ = ask();
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
