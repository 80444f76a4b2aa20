//! The file server of `make serve` and of the journeys: a plain static host with the headers of `_headers`.
//!
//! It answers on this machine only. It knows no rewriting and no fall-back page, so what works here works on any dumb host.

use std::{
    future::IntoFuture,
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::PathBuf,
    sync::Arc,
    thread::{self, JoinHandle},
};

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderName, HeaderValue},
    middleware::{self, Next},
    response::{Redirect, Response},
    routing::get,
};
use tokio::{runtime, sync::oneshot};
use tower_http::services::{ServeDir, ServeFile};

use crate::headers::{Headers, HeadersError};

/// The port that is tried first when none is asked for.
pub const FIRST_PORT: u16 = 8080;

/// Why the server does not run.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// There is nothing to serve.
    #[error("{0} holds no site; `cargo xtask dist` makes one")]
    NoSite(PathBuf),
    /// The site's header file is missing or malformed.
    #[error(transparent)]
    Headers(#[from] HeadersError),
    /// A header cannot be sent as it is written.
    #[error("the header `{0}` in the header file cannot be sent")]
    Header(String),
    /// The base is not a path.
    #[error("the base `{0}` is not a path such as /some/path")]
    Base(String),
    /// No port could be had, or the system refused something else.
    #[error("the server could not start: {0}")]
    Start(#[from] io::Error),
}

/// What to serve and where.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder of the site, as `cargo xtask dist` leaves it.
    pub dist: PathBuf,
    /// The folder of the address the site stands under: `/`, or a path such as `/some/path`.
    pub base: String,
    /// The port; without one, 8080 or the next that is free. 0 takes any free port.
    pub port: Option<u16>,
}

/// A running server; it stops when this is dropped.
#[derive(Debug)]
pub struct Server {
    address: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts serving in a thread of its own and returns when the port is open.
    ///
    /// # Errors
    /// See [`ServeError`].
    pub fn start(options: &Options) -> Result<Self, ServeError> {
        let base = options.base.trim_matches('/');
        let router = router(options, base)?;
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        let listener = listen(options.port)?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let address = if base.is_empty() {
            format!("http://localhost:{port}/")
        } else {
            format!("http://localhost:{port}/{base}/")
        };
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = thread::spawn(move || {
            runtime.block_on(async {
                let ended = async {
                    // A sender that is gone means the same as one that spoke.
                    let _ = stopped.await;
                };
                // Open connections of a browser would keep a graceful end waiting, so the end is at once.
                let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
                    return;
                };
                tokio::select! {
                    _ = axum::serve(listener, router).into_future() => {}
                    () = ended => {}
                }
            });
        });
        Ok(Self {
            address,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// The site's address, with a slash at its end.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Serves until Ctrl-C.
    ///
    /// # Errors
    /// When the system does not tell us about Ctrl-C.
    pub fn until_interrupted(self) -> Result<(), ServeError> {
        runtime::Builder::new_current_thread()
            .enable_all()
            .build()?
            .block_on(tokio::signal::ctrl_c())?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn listen(port: Option<u16>) -> io::Result<TcpListener> {
    let at = |port| SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = port {
        return TcpListener::bind(at(port));
    }
    let free = (FIRST_PORT..FIRST_PORT + 50).find_map(|port| TcpListener::bind(at(port)).ok());
    free.map_or_else(|| TcpListener::bind(at(0)), Ok)
}

struct Sent {
    base: String,
    /// Each pattern with its headers, ready to send.
    headers: Headers,
}

fn router(options: &Options, base: &str) -> Result<Router, ServeError> {
    if !options.dist.join("index.html").is_file() {
        return Err(ServeError::NoSite(options.dist.clone()));
    }
    let headers = Headers::read(&options.dist.join("_headers"))?;
    for (name, value) in headers.rules.iter().flat_map(|rule| &rule.headers) {
        let sendable = HeaderName::from_bytes(name.as_bytes()).is_ok() && HeaderValue::from_str(value).is_ok();
        if !sendable {
            return Err(ServeError::Header(name.clone()));
        }
    }
    if base.contains(['{', '}', '?', '#', ' ', '%']) {
        return Err(ServeError::Base(options.base.clone()));
    }
    let not_found = ServeFile::new(options.dist.join("404.html"))
        .precompressed_br()
        .precompressed_gzip();
    let folder = ServeDir::new(&options.dist)
        .precompressed_br()
        .precompressed_gzip()
        .not_found_service(not_found);
    let router = if base.is_empty() {
        Router::new().fallback_service(folder)
    } else {
        let home = format!("/{base}/");
        let bare = format!("/{base}");
        Router::new()
            .nest_service(&home, folder)
            .route(&bare, get(move || async move { Redirect::permanent(&home) }))
    };
    let base = if base.is_empty() {
        String::new()
    } else {
        format!("/{base}")
    };
    Ok(router.layer(middleware::from_fn_with_state(
        Arc::new(Sent { base, headers }),
        add_headers,
    )))
}

async fn add_headers(State(sent): State<Arc<Sent>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let path = path.strip_prefix(&sent.base).unwrap_or(path).to_owned();
    let mut response = next.run(request).await;
    for (name, value) in sent.headers.of(&path) {
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        io::{Read, Write},
        net::TcpStream,
    };

    use super::*;

    fn ask(server: &Server, path: &str, more: &str) -> String {
        let host = server
            .address()
            .trim_start_matches("http://")
            .split('/')
            .next()
            .unwrap();
        let port = host.split(':').nth(1).unwrap();
        let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n"
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn site(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("evenhand-serve-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("app")).unwrap();
        fs::write(folder.join("index.html"), "home").unwrap();
        fs::write(folder.join("404.html"), "lost").unwrap();
        fs::write(folder.join("app/x.wasm"), "long").unwrap();
        fs::write(folder.join("app/x.wasm.br"), "br").unwrap();
        fs::write(
            folder.join("_headers"),
            "/*\n  X-All: yes\n/app/*\n  Cache-Control: immutable\n",
        )
        .unwrap();
        folder
    }

    #[test]
    fn files_are_served_with_their_headers_at_the_root_and_below_a_path() {
        for base in ["/", "/some/path"] {
            let dist = site(if base == "/" { "root" } else { "path" });
            let options = Options {
                dist: dist.clone(),
                base: base.to_owned(),
                port: Some(0),
            };
            let server = Server::start(&options).unwrap();
            let below = |path: &str| format!("{}{path}", base.trim_end_matches('/'));

            let home = ask(&server, &below("/"), "");
            assert!(home.starts_with("HTTP/1.1 200") && home.ends_with("home"), "{home}");
            assert!(home.contains("x-all: yes") && !home.contains("immutable"), "{home}");

            let wasm = ask(&server, &below("/app/x.wasm"), "Accept-Encoding: gzip, br\r\n");
            assert!(wasm.contains("content-encoding: br") && wasm.ends_with("br"), "{wasm}");
            assert!(
                wasm.contains("application/wasm") && wasm.contains("cache-control: immutable"),
                "{wasm}"
            );

            let lost = ask(&server, &below("/nothing"), "");
            assert!(lost.starts_with("HTTP/1.1 404") && lost.ends_with("lost"), "{lost}");
            assert!(lost.contains("x-all: yes"), "{lost}");

            let outside = ask(&server, &below("/../Cargo.toml"), "");
            assert!(!outside.contains("[workspace]"), "{outside}");
            drop(server);
            fs::remove_dir_all(dist).unwrap();
        }
    }

    #[test]
    fn an_empty_folder_is_refused() {
        let options = Options {
            dist: std::env::temp_dir().join("evenhand-none"),
            base: "/".to_owned(),
            port: Some(0),
        };
        assert!(matches!(Server::start(&options), Err(ServeError::NoSite(_))));
    }
}
