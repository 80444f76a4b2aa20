//! The site that a journey walks through.

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use serde_json::Value;
use xtask::{
    dist,
    project::Project,
    serve::{Options, Server},
};

use crate::{driver::Kind, fault::Fault, folder::Folder};

/// Why a journey is walked in Chromium alone. Every other journey is walked in Firefox too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChromiumAlone {
    /// Only Chromium can be told to be so: narrow, dark, of few colours, without room.
    CanBeTold,
    /// It proves words, an order of steps, or who may see what: the same program decides that in each browser, and the parts of the browser
    /// that it uses are used by a journey that is walked in both.
    NothingOfTheBrowser,
}

/// What is special about one journey: its site, and where it is walked.
#[derive(Debug, Clone, Default)]
pub struct Setting {
    base: String,
    service: Option<String>,
    alone: Option<ChromiumAlone>,
}

impl Setting {
    /// The site as it is, at the root of its address.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The site below a path such as `/some/path`.
    #[must_use]
    pub fn below(mut self, path: &str) -> Self {
        path.clone_into(&mut self.base);
        self
    }

    /// The site with another `service.json`.
    #[must_use]
    pub fn with_service(self, service: &Value) -> Self {
        self.with_service_text(&service.to_string())
    }

    /// The journey in Chromium alone, for a reason.
    #[must_use]
    pub fn in_chromium_alone(mut self, why: ChromiumAlone) -> Self {
        self.alone = Some(why);
        self
    }

    pub(crate) fn is_walked_in(&self, kind: Kind) -> bool {
        kind == Kind::Chromium || self.alone.is_none()
    }

    /// The site with this text, well-formed or not, as its `service.json`.
    #[must_use]
    pub fn with_service_text(mut self, text: &str) -> Self {
        self.service = Some(text.to_owned());
        self
    }
}

/// A served site.
#[derive(Debug)]
pub struct Site {
    options: Options,
    address: String,
    server: Mutex<Option<Server>>,
    own: Option<Folder>,
}

/// The folder that journeys walk through.
#[must_use]
pub fn dist() -> PathBuf {
    env::var_os("EVENHAND_DIST").map_or_else(|| Project::here().dist(), PathBuf::from)
}

impl Site {
    /// Serves `dist/` on a port of its own.
    ///
    /// # Errors
    /// When there is no site, or the system refuses.
    pub fn start(setting: &Setting) -> Result<Self, Fault> {
        let mut own = None;
        let mut folder = dist();
        if let Some(service) = &setting.service {
            let copied = copy(&folder)?;
            let path = copied.path().join("service.json");
            // The copy is a second name of the same file, so it is taken away first and the original stays as it is.
            if path.exists() {
                fs::remove_file(&path).map_err(Fault::file(&path))?;
            }
            fs::write(&path, service).map_err(Fault::file(&path))?;
            folder = copied.path().to_path_buf();
            own = Some(copied);
        }
        let mut options = Options {
            dist: folder,
            base: setting.base.clone(),
            port: Some(0),
        };
        let (server, port) = loop {
            let server = Server::start(&options)?;
            let port = server.address().split(':').nth(2);
            let port: Option<u16> = port.and_then(|rest| rest.split('/').next()?.parse().ok());
            if port.is_none_or(is_new) {
                break (server, port);
            }
        };
        let address = server.address().to_owned();
        options.port = port;
        Ok(Self {
            options,
            address,
            server: Mutex::new(Some(server)),
            own,
        })
    }

    /// The site's address, with a slash at its end.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Stops answering, as a network that is gone.
    ///
    /// # Errors
    /// Never in practice.
    pub fn go_offline(&self) -> Result<(), Fault> {
        let mut server = self
            .server
            .lock()
            .map_err(|_| Fault::Unexpected("the server's lock is poisoned".to_owned()))?;
        drop(server.take());
        Ok(())
    }

    /// Answers again, at the same address.
    ///
    /// # Errors
    /// When the port was taken meanwhile.
    pub fn come_back(&self) -> Result<(), Fault> {
        let mut server = self
            .server
            .lock()
            .map_err(|_| Fault::Unexpected("the server's lock is poisoned".to_owned()))?;
        if server.is_none() {
            *server = Some(Server::start(&self.options)?);
        }
        Ok(())
    }

    /// Replaces a file of the site while it is served; only for a setting with its own `service.json`, whose site is a copy.
    ///
    /// # Errors
    /// When the site is the real `dist/`, or the file cannot be written.
    pub fn replace(&self, file: &str, bytes: &[u8]) -> Result<(), Fault> {
        let Some(own) = &self.own else {
            return Err(Fault::Unexpected(
                "only a copied site can be changed; use Setting::with_service".to_owned(),
            ));
        };
        for name in [file.to_owned(), format!("{file}.br"), format!("{file}.gz")] {
            let path = own.path().join(name);
            if path.exists() {
                fs::remove_file(&path).map_err(Fault::file(&path))?;
            }
        }
        let path = own.path().join(file);
        fs::write(&path, bytes).map_err(Fault::file(&path))
    }
}

/// Whether no site of this run had this port: what a browser keeps belongs to it.
fn is_new(port: u16) -> bool {
    static HAD: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    HAD.lock().unwrap_or_else(PoisonError::into_inner).insert(port)
}

fn copy(from: &Path) -> Result<Folder, Fault> {
    let folder = Folder::fresh()?;
    let files = dist::files(from).map_err(|fault| Fault::Unexpected(fault.to_string()))?;
    for file in files {
        let to = folder.path().join(&file);
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).map_err(Fault::file(parent))?;
        }
        let from = from.join(&file);
        fs::hard_link(&from, &to)
            .or_else(|_| fs::copy(&from, &to).map(drop))
            .map_err(Fault::file(&to))?;
    }
    Ok(folder)
}
