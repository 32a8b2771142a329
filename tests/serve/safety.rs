//! Only the author's own browser is answered, and only with files of the site.

use crate::client::{ask, get};
use crate::project::Project;
use crate::server::Server;

fn server() -> (Project, Server) {
    let project = Project::new()
        .file("content/index.md", "---\ntitle: Start\n---\n\nWords.\n")
        .file("secret.txt", "a secret");
    let server = Server::start(&project.place(""));
    (project, server)
}

#[test]
fn names_that_may_be_pointed_here_are_refused() {
    let (_project, server) = server();
    let port = server.port;
    for host in [
        "evil.example",
        &format!("evil.example:{port}"),
        &format!("127.0.0.1.evil.example:{port}"),
        "192.168.7.7",
        "",
    ] {
        let answer = get(port, "/", &[("Host", host)]);
        assert!(
            matches!(answer.status, 400 | 403),
            "{host}: {}",
            answer.status
        );
        assert!(!answer.text().contains("Words."), "{host}");
    }
    for host in [
        format!("localhost:{port}"),
        format!("127.0.0.1:{port}"),
        format!("[::1]:{port}"),
    ] {
        assert_eq!(get(port, "/", &[("Host", &host)]).status, 200, "{host}");
    }
}

#[test]
fn nothing_can_be_sent() {
    let (_project, server) = server();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"] {
        let answer = ask(server.port, method, "/", &[]);
        assert_eq!(
            (answer.status, answer.header("allow")),
            (405, Some("GET, HEAD")),
            "{method}"
        );
    }
}

#[test]
fn no_address_leads_out_of_the_site() {
    let (_project, server) = server();
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%252e%252e/secret.txt",
        "/content/../../secret.txt",
        "//secret.txt",
        "/./../secret.txt",
        "/secret.txt%00.html",
        "/secret.txt",
        "/teachback.yaml",
        "/content/index.md",
        "/%c0%ae%c0%ae/secret.txt",
        "/index.html/../../secret.txt",
    ] {
        let answer = get(server.port, path, &[]);
        assert!(
            matches!(answer.status, 400 | 404),
            "{path}: {}",
            answer.status
        );
        assert!(
            !answer.text().contains("a secret") && !answer.text().contains("languages:"),
            "{path}"
        );
    }
    let elsewhere = get(server.port, "//evil.example/..", &[]);
    assert_eq!(elsewhere.header("location"), None);
}

#[test]
fn other_sites_hear_nothing_and_show_nothing() {
    let (_project, server) = server();
    let channel = "/__teachback/live?page=index.html";
    for headers in [
        [
            ("Sec-Fetch-Site", "cross-site"),
            ("Accept", "text/event-stream"),
        ],
        [
            ("Sec-Fetch-Site", "same-site"),
            ("Accept", "text/event-stream"),
        ],
        [
            ("Origin", "http://evil.example"),
            ("Accept", "text/event-stream"),
        ],
        [("Origin", "null"), ("Accept", "text/event-stream")],
    ] {
        assert_eq!(
            get(server.port, channel, &headers).status,
            403,
            "{headers:?}"
        );
    }
    let page = server.get("/");
    assert_eq!(page.header("access-control-allow-origin"), None);
    assert_eq!(
        page.header("content-security-policy"),
        Some("frame-ancestors 'none'")
    );
    assert_eq!(
        page.header("cross-origin-resource-policy"),
        Some("same-origin")
    );
}
