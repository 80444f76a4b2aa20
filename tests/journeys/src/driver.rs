//! A browser's driver, started on a free port with a fresh profile and ended for certain.

use std::{
    env, fs, io,
    io::{BufRead, BufReader, Read, Write},
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
/// WebKit is the engine of Safari, in the small browser that comes with its GTK library; what it lacks there is in `docs/browsers.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
    /// WebKit's own small browser, through WebKitWebDriver. It needs a screen, and brings one where there is none.
    Webkit,
}

impl Kind {
    /// What `EVENHAND_BROWSER` asks for; Chromium if it asks for nothing.
    #[must_use]
    pub fn asked() -> Self {
        match env::var("EVENHAND_BROWSER").as_deref() {
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::Webkit,
            _ => Self::Chromium,
        }
    }

    /// A word for file names and messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::Webkit => "WebKitWebDriver",
        }
    }

    /// What the browser is asked to be; all it writes goes below `profile`.
    pub(crate) fn capabilities(self, profile: &Path) -> Result<Capabilities, Fault> {
        let downloads = profile.join("downloads");
        let (key, options) = match self {
            Self::Chromium => ("goog:chromeOptions", chromium(profile, &downloads)),
            Self::Firefox => ("moz:firefoxOptions", firefox(&downloads)),
            Self::Webkit => ("webkitgtk:browserOptions", webkit()?),
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
/// Where Debian and its like keep the small browser of WebKit, below the folder of libraries.
const MINI_BROWSER: &str = "webkit2gtk-4.1/MiniBrowser";

fn webkit() -> Result<Value, Fault> {
    let folders = fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let all = folders.map(|folder| folder.path().join(MINI_BROWSER));
    let found = all
        .chain([Path::new("/usr/libexec").join(MINI_BROWSER)])
        .find(|path| path.is_file());
    let binary = found.ok_or_else(|| Fault::NotStarted {
        program: "MiniBrowser".to_owned(),
        reason: io::Error::from(io::ErrorKind::NotFound),
    })?;
    Ok(json!({ "binary": binary, "args": ["--automation", "--geometry=1280x985"] }))
}

/// Tells WebKit's browser, which takes it from the desktop, where what is downloaded goes.
fn place_downloads(profile: &Path) -> io::Result<()> {
    let place = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", profile.join("downloads").display());
    fs::write(profile.join("user-dirs.dirs"), place)
}

/// A screen for a browser that cannot do without, where there is none.
fn screen() -> io::Result<(Child, String)> {
    let mut process = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    // It says its number once it can be used.
    let mut number = String::new();
    if let Some(said) = process.stdout.take() {
        BufReader::new(said).read_line(&mut number)?;
    }
    Ok((process, format!(":{}", number.trim())))
}

/// A running driver program.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    screen: Option<Child>,
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
        let mut own_screen = None;
        if kind == Kind::Webkit {
            place_downloads(profile).map_err(not_started)?;
            // Drawn by the processor, as there is no graphics card to ask.
            command
                .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
                .env("LIBGL_ALWAYS_SOFTWARE", "1")
                .env("HOME", profile)
                .env("XDG_CONFIG_HOME", profile);
            if env::var_os("DISPLAY").is_none() && env::var_os("WAYLAND_DISPLAY").is_none() {
                let (screen, name) = screen().map_err(|reason| Fault::NotStarted {
                    program: "Xvfb".to_owned(),
                    reason,
                })?;
                command.env("DISPLAY", name);
                own_screen = Some(screen);
            }
        }
        let process = command.spawn().map_err(not_started)?;
        let driver = Self {
            process,
            screen: own_screen,
            port,
        };
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
        if let Some(screen) = &mut self.screen {
            let _ = screen.kill();
            let _ = screen.wait();
        }
    }
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
