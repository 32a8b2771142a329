//! Answers requests from one preview, the newest.

use super::body;
use super::client::{self, CHANNEL, CODE, PREFIX, SCRIPT, WITHOUT_SCRIPTS};
use super::guard::Guard;
use super::preview::{NOT_FOUND, Preview};
use super::{address, live};
use crate::output::{Body as Content, MANIFEST, Output};
use crate::render::escape::path_address;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, Uri, header};
use axum::response::IntoResponse;
use std::io;
use std::net::{SocketAddr, TcpListener, ToSocketAddrs};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// Ports that are tried after the one that was asked for; then the system chooses.
const NEXT_PORTS: u16 = 20;
/// How long open connections are waited for at the end.
const FAREWELL: Duration = Duration::from_secs(1);

/// A place where requests come in.
#[derive(Debug)]
pub struct Door {
    listener: TcpListener,
    host: String,
    /// Where it is; another port than that which was asked for when that one is taken.
    pub bound: SocketAddr,
}

impl Door {
    /// What a browser of this computer opens.
    #[must_use]
    pub fn address(&self) -> String {
        let port = self.bound.port();
        if self.bound.ip().is_unspecified() {
            return format!("http://localhost:{port}/");
        }
        match self.host.parse::<std::net::Ipv6Addr>() {
            Ok(address) => format!("http://[{address}]:{port}/"),
            Err(_) => format!("http://{}:{port}/", self.host),
        }
    }
}

/// Opens a door at `host`, at `port` or else at a free one.
///
/// # Errors
/// When the host is none of this computer, or no port can be had.
pub fn open_door(host: &str, port: u16) -> io::Result<Door> {
    let last = port.saturating_add(NEXT_PORTS);
    let mut ports = (port..=last).chain([0]);
    loop {
        let port = ports.next().unwrap_or(0);
        let places: Vec<SocketAddr> = (host, port).to_socket_addrs()?.collect();
        match TcpListener::bind(&*places) {
            Ok(listener) => {
                listener.set_nonblocking(true)?;
                let bound = listener.local_addr()?;
                return Ok(Door {
                    listener,
                    host: host.to_owned(),
                    bound,
                });
            }
            Err(error) if port != 0 && is_taken(&error) => {}
            Err(error) => return Err(error),
        }
    }
}

fn is_taken(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::AddrInUse | io::ErrorKind::PermissionDenied
    )
}

#[derive(Clone)]
struct Desk {
    guard: Arc<Guard>,
    published: watch::Receiver<Arc<Preview>>,
}

/// Answers until the channel of previews closes.
pub(super) fn serve(door: Door, published: watch::Receiver<Arc<Preview>>) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let mut closing = published.clone();
    let closed = async move { while closing.changed().await.is_ok() {} };
    let guard = Arc::new(Guard::new(&door.host, door.bound));
    let router = Router::new()
        .fallback(answer)
        .with_state(Desk { guard, published });
    runtime.block_on(async move {
        let listener = tokio::net::TcpListener::from_std(door.listener)?;
        let (ended, end) = tokio::sync::oneshot::channel::<()>();
        let graceful = async move {
            closed.await;
            drop(ended);
        };
        let server = axum::serve(listener, router).with_graceful_shutdown(graceful);
        let late = async {
            let _ = end.await;
            tokio::time::sleep(FAREWELL).await;
        };
        tokio::select! {
            served = server.into_future() => served,
            () = late => Ok(()),
        }
    })
}

async fn answer(State(desk): State<Desk>, request: Request) -> Response<Body> {
    let headers = request.headers();
    let mut response = match desk.guard.check(request.method(), headers) {
        Ok(()) => desk.answer(request.uri(), headers).await,
        Err((status, words)) => (status, words).into_response(),
    };
    if response.status() == StatusCode::METHOD_NOT_ALLOWED {
        response
            .headers_mut()
            .insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    for &(name, value) in ALWAYS {
        let (name, value) = (
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
        response.headers_mut().entry(name).or_insert(value);
    }
    response
}

/// Nothing is kept by the browser, guessed by it, or shown inside another site.
const ALWAYS: &[(&str, &str)] = &[
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("content-security-policy", "frame-ancestors 'none'"),
    ("cross-origin-resource-policy", "same-origin"),
];

impl Desk {
    async fn answer(&self, uri: &Uri, headers: &HeaderMap) -> Response<Body> {
        let Some(path) = address::path_of(uri.path()) else {
            return (StatusCode::BAD_REQUEST, "this is no address of a page").into_response();
        };
        let query = uri.query().unwrap_or_default();
        if path.starts_with(PREFIX) {
            return self.own(&path, query, headers);
        }
        let preview = self.published.borrow().clone();
        if !preview.is_slow(&path) {
            return find(&preview, &path, query, headers);
        }
        // Beside this thread, which goes on answering.
        let (query, headers) = (query.to_owned(), headers.clone());
        let found = tokio::task::spawn_blocking(move || find(&preview, &path, &query, &headers));
        found.await.unwrap_or_else(|_| not_there())
    }

    /// What belongs to the preview and not to the site.
    fn own(&self, path: &str, query: &str, headers: &HeaderMap) -> Response<Body> {
        match path {
            SCRIPT => typed(
                body::of_bytes(CODE.into(), headers),
                "text/javascript; charset=utf-8",
            ),
            CHANNEL if !Guard::is_same_origin(headers) => (
                StatusCode::FORBIDDEN,
                "only pages of this preview may listen",
            )
                .into_response(),
            CHANNEL => {
                let page = address::query_value(query, "page").unwrap_or_default();
                live::channel(page, self.published.clone()).into_response()
            }
            _ => not_there(),
        }
    }
}

fn find(preview: &Preview, path: &str, query: &str, headers: &HeaderMap) -> Response<Body> {
    if path == MANIFEST {
        let manifest = preview.manifest();
        return manifest.map_or_else(not_there, |output| send(&output, headers));
    }
    if let Some(picture) = preview.picture(path) {
        let response = body::of_file(&picture, headers);
        return response.map_or_else(not_there, |response| typed(response, content_type(path)));
    }
    match preview.file(path) {
        Some(output) if is_page(output.path()) => page(preview, output, query, headers),
        Some(output) => send(output, headers),
        None if preview.file(&format!("{path}/")).is_some() => {
            redirect(&format!("/{}/", path_address(path)))
        }
        None => not_found(preview, path),
    }
}

fn page(preview: &Preview, output: &Output, query: &str, headers: &HeaderMap) -> Response<Body> {
    let path = output.path();
    if address::query_value(query, WITHOUT_SCRIPTS).is_some() {
        let mut response = html(client::without_scripts(&text(output), path), headers);
        // A browser that may run no script behaves as one that cannot: it shows what stands in `noscript`.
        let policy = HeaderValue::from_static(
            "sandbox allow-same-origin allow-popups allow-downloads; frame-ancestors 'none'",
        );
        response
            .headers_mut()
            .insert(header::CONTENT_SECURITY_POLICY, policy);
        return response;
    }
    if comes_from_without_scripts(headers) && query.is_empty() {
        return redirect(&format!("/{}?{WITHOUT_SCRIPTS}", path_address(path)));
    }
    let (key, _) = preview.look_at(output.path());
    html(client::with_script(&text(output), path, &key), headers)
}

/// Whether a link was followed on a page that is shown without scripts: the next page is then shown so too.
fn comes_from_without_scripts(headers: &HeaderMap) -> bool {
    let value = |name| {
        headers
            .get(name)
            .and_then(|value: &HeaderValue| value.to_str().ok())
    };
    let from = value(header::REFERER).and_then(|referer| referer.split_once('?'));
    let clicked = headers
        .get("sec-fetch-dest")
        .is_none_or(|dest| dest == "document");
    clicked && from.is_some_and(|(_, query)| query == WITHOUT_SCRIPTS)
}

fn not_found(preview: &Preview, path: &str) -> Response<Body> {
    let Some(output) = preview.file(NOT_FOUND) else {
        return not_there();
    };
    let (key, _) = preview.look_at(NOT_FOUND);
    // The page stands at many addresses; its links are relative to the top, but for those to itself.
    let text = client::with_script(&text(output), path, &key);
    let text = text.replace("href=\"#", &format!("href=\"/{}#", path_address(path)));
    let text = text.replacen("<head>", "<head>\n<base href=\"/\">", 1);
    let mut response = html(text, &HeaderMap::new());
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

fn not_there() -> Response<Body> {
    (StatusCode::NOT_FOUND, "not found").into_response()
}

fn redirect(to: &str) -> Response<Body> {
    (StatusCode::FOUND, [(header::LOCATION, to)]).into_response()
}

fn html(text: String, headers: &HeaderMap) -> Response<Body> {
    typed(
        body::of_bytes(text.into_bytes(), headers),
        "text/html; charset=utf-8",
    )
}

fn text(output: &Output) -> String {
    match output.body() {
        Content::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Content::Copy { .. } => String::new(),
    }
}

fn send(output: &Output, headers: &HeaderMap) -> Response<Body> {
    let response = match output.body() {
        Content::Bytes(bytes) => Some(body::of_bytes(bytes.clone(), headers)),
        Content::Copy { location, .. } => body::of_file(location, headers),
    };
    let kind = content_type(output.path());
    response.map_or_else(not_there, |response| typed(response, kind))
}

fn typed(mut response: Response<Body>, kind: &'static str) -> Response<Body> {
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}

/// The media type of a file, from its ending.
fn content_type(path: &str) -> &'static str {
    let ending = path
        .rsplit('.')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    match ending.as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" | "md" | "bib" | "yaml" | "yml" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "vtt" => "text/vtt; charset=utf-8",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "mp4" | "m4v" => "video/mp4",
        "webm" => "video/webm",
        "ogv" => "video/ogg",
        "mov" => "video/quicktime",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "ogg" | "oga" | "opus" => "audio/ogg",
        "wav" => "audio/wav",
        "flac" => "audio/flac",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}
