//! A browser of a few lines: what goes over the wire is in the tests' own hands.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

pub struct Answer {
    pub status: u16,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Asks with a right `Host`, unless `headers` has one.
pub fn get(port: u16, path: &str, headers: &[(&str, &str)]) -> Answer {
    ask(port, "GET", path, headers)
}

pub fn ask(port: u16, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut stream = send(port, method, path, headers);
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("the answer ends");
    read(&bytes)
}

fn send(port: u16, method: &str, path: &str, headers: &[(&str, &str)]) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the server listens");
    let patience = Some(Duration::from_secs(20));
    stream
        .set_read_timeout(patience)
        .expect("a socket can time out");
    let mut request = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
    if !headers.iter().any(|(name, _)| *name == "Host") {
        request.push_str(&format!("Host: 127.0.0.1:{port}\r\n"));
    }
    for (name, value) in headers.iter().filter(|(_, value)| !value.is_empty()) {
        request.push_str(&format!("{name}: {value}\r\n"));
    }
    request.push_str("\r\n");
    stream
        .write_all(request.as_bytes())
        .expect("the server takes requests");
    stream
}

fn read(bytes: &[u8]) -> Answer {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
    let end = end.expect("an answer has a head");
    let head = String::from_utf8_lossy(&bytes[..end]);
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1));
    let headers = lines.filter_map(|line| {
        let (name, value) = line.split_once(": ")?;
        Some((name.to_ascii_lowercase(), value.to_owned()))
    });
    Answer {
        status: status.expect("a status").parse().expect("a number"),
        headers: headers.collect(),
        body: bytes[end + 4..].to_vec(),
    }
}

/// An open page: what the live channel tells it.
pub struct OpenPage {
    lines: BufReader<TcpStream>,
}

impl OpenPage {
    pub fn open(port: u16, page: &str) -> Self {
        let page = page.replace('/', "%2F");
        let stream = send(
            port,
            "GET",
            &format!("/__teachback/live?page={page}"),
            &[("Sec-Fetch-Site", "same-origin")],
        );
        Self {
            lines: BufReader::new(stream),
        }
    }

    /// The next message.
    pub fn next(&mut self) -> serde_json::Value {
        loop {
            let mut line = String::new();
            let read = self
                .lines
                .read_line(&mut line)
                .expect("a message comes in time");
            assert!(read > 0, "the channel is open");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).expect("messages are JSON");
            }
        }
    }

    /// Whether the server closes the channel.
    pub fn ends(&mut self) -> bool {
        let mut rest = Vec::new();
        self.lines.read_to_end(&mut rest).is_ok()
    }
}
