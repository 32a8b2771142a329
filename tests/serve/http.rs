//! What stands at an address.

use crate::client::{OpenPage, ask, get};
use crate::project::Project;
use crate::server::{Running, Server};
use std::net::TcpListener;

fn site() -> Project {
    Project::new()
        .file("content/index.md", "---\ntitle: Start\n---\n\nSee [one](pages/one.md).\n")
        .file("content/pages/one.md", "---\ntitle: One\n---\n\n# One\n\nFirst words.\n\n![A film](../media/film.mp4)\n\n![A film](../media/film.svg)\n")
        .file("content/pages/later.md", "---\ntitle: Later\ndraft: true\n---\n\nNot yet.\n")
        .file("content/media/film.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
}

#[test]
fn pages_come_with_the_script_of_the_preview_and_files_as_they_are() {
    let project = site();
    let server = Server::start(&project.place(""));
    let page = server.get("/pages/one.html");
    assert_eq!(
        (page.status, page.header("content-type")),
        (200, Some("text/html; charset=utf-8"))
    );
    assert!(
        page.text().contains("First words.")
            && page.text().contains("src=\"/__teachback/live.js\"")
    );
    assert_eq!(page.header("cache-control"), Some("no-store"));
    let picture = server.get("/media/film.svg");
    assert_eq!(picture.header("content-type"), Some("image/svg+xml"));
    assert_eq!(
        picture.text(),
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    );
    let script = server.get("/__teachback/live.js");
    assert_eq!(
        script.header("content-type"),
        Some("text/javascript; charset=utf-8")
    );
    assert!(script.text().contains("EventSource"));
    let head = ask(server.port, "HEAD", "/pages/one.html", &[]);
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("content-length"), page.header("content-length"));
}

#[test]
fn nothing_is_written() {
    let project = site();
    let server = Server::start(&project.place(""));
    server.get("/");
    let names = std::fs::read_dir(project.place("")).expect("the project is there");
    let mut names: Vec<String> = names
        .map(|e| {
            e.expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    assert_eq!(names, ["content", "teachback.yaml"]);
}

#[test]
fn folders_lead_to_their_index_and_other_addresses_to_the_page_that_says_so() {
    let project = site();
    let server = Server::start(&project.place(""));
    assert!(server.get("/").text().contains("data-page=\"index.html\""));
    let folder = server.get("/pages");
    assert_eq!(
        (folder.status, folder.header("location")),
        (302, Some("/pages/"))
    );
    assert!(
        server
            .get("/pages/")
            .text()
            .contains("data-page=\"pages/index.html\"")
    );
    let missing = server.get("/pages/none.html");
    assert_eq!(missing.status, 404);
    assert!(
        missing.text().contains("<h1"),
        "the site's own page is shown"
    );
    assert!(
        missing.text().contains("/__teachback/live.js"),
        "it becomes the page when that is written"
    );
    assert_eq!(server.get("/media/none.png").status, 404);
}

#[test]
fn parts_of_a_file_can_be_asked_for() {
    let film: Vec<u8> = (0..200_000_u32)
        .map(|n| u8::try_from(n % 251).expect("below 251"))
        .collect();
    let project = site().file("content/media/film.mp4", &film).file(
        "content/pages/film.md",
        "---\ntitle: Film\n---\n\n[The film](../media/film.mp4)\n",
    );
    let server = Server::start(&project.place(""));
    let whole = server.get("/media/film.mp4");
    assert_eq!(
        (
            whole.status,
            whole.header("accept-ranges"),
            whole.header("content-type")
        ),
        (200, Some("bytes"), Some("video/mp4"))
    );
    assert!(whole.body == film);
    let part = get(
        server.port,
        "/media/film.mp4",
        &[("Range", "bytes=100000-100009")],
    );
    assert_eq!(
        (part.status, part.header("content-range")),
        (206, Some("bytes 100000-100009/200000"))
    );
    assert_eq!(part.body, film[100_000..100_010]);
    let end = get(server.port, "/media/film.mp4", &[("Range", "bytes=-5")]);
    assert_eq!(end.body, film[199_995..]);
    let outside = get(
        server.port,
        "/media/film.mp4",
        &[("Range", "bytes=200000-")],
    );
    assert_eq!(
        (outside.status, outside.header("content-range")),
        (416, Some("bytes */200000"))
    );
}

#[test]
fn drafts_are_shown_and_marked_unless_they_are_not_wanted() {
    let project = site();
    let server = Server::start(&project.place(""));
    assert!(server.get("/pages/later.html").text().contains("Not yet."));
    let told = OpenPage::open(server.port, "pages/later.html").next();
    assert_eq!(told["page"]["draft"], true);
    let told = OpenPage::open(server.port, "pages/one.html").next();
    assert_eq!(told["page"]["draft"], false);
    let without = Server::start_with(&project.place(""), &["--port", "0", "--no-drafts"]);
    assert_eq!(without.get("/pages/later.html").status, 404);
}

#[test]
fn a_page_can_be_seen_without_scripts() {
    let project = site();
    let server = Server::start(&project.place(""));
    let page = server.get("/pages/one.html?__nojs");
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(policy.starts_with("sandbox") && !policy.contains("allow-scripts"));
    assert!(!page.text().contains("/__teachback/live.js"));
    assert!(page.text().contains("href=\"/pages/one.html?__js\""));
    let referer = format!("http://127.0.0.1:{}/pages/one.html?__nojs", server.port);
    let next = get(server.port, "/index.html", &[("Referer", &referer)]);
    assert_eq!(
        (next.status, next.header("location")),
        (302, Some("/index.html?__nojs"))
    );
    let back = get(
        server.port,
        "/pages/one.html?__js",
        &[("Referer", &referer)],
    );
    assert!(back.text().contains("/__teachback/live.js"));
}

#[test]
fn the_list_of_files_is_the_one_of_a_build() {
    let project = site();
    let server = Server::start_with(&project.place(""), &["--port", "0", "--no-drafts"]);
    let served = server.get("/teachback.json");
    let build = Running::start(&project.place(""), &["build"]);
    build.hear("pages, ");
    let built =
        std::fs::read(project.place("output/teachback.json")).expect("the build has written it");
    assert!(served.body == built);
}

#[test]
fn another_port_is_taken_and_told() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let port = taken.local_addr().expect("an address").port();
    let project = site();
    let server = Server::start_with(&project.place(""), &["--port", &port.to_string()]);
    assert_ne!(server.port, port);
    assert!(server.running.said().contains(&format!(
        "port {port} is taken; this preview is at port {}",
        server.port
    )));
    assert_eq!(server.get("/").status, 200);
}

#[cfg(unix)]
#[test]
fn it_ends_when_it_is_asked_to_even_while_pages_are_open() {
    let project = site();
    let server = Server::start(&project.place(""));
    let mut page = OpenPage::open(server.port, "index.html");
    page.next();
    assert_eq!(server.running.interrupt().code(), Some(0));
    assert!(page.ends());
}
