//! Who may ask: the author's own browser. A page of another site must not be able to read drafts through it.

use axum::http::{HeaderMap, Method, StatusCode, header};
use std::net::{IpAddr, SocketAddr};

/// Knows under which names the server is reached.
#[derive(Debug, Clone)]
pub(super) struct Guard {
    /// What was asked for with `--host`, in lower case.
    host: String,
    loopback: bool,
}

impl Guard {
    pub fn new(host: &str, bound: SocketAddr) -> Self {
        Self {
            host: host.to_ascii_lowercase(),
            loopback: bound.ip().is_loopback(),
        }
    }

    /// Refuses what writes, and names that another site may have pointed at this computer (DNS rebinding).
    pub fn check(
        &self,
        method: &Method,
        headers: &HeaderMap,
    ) -> Result<(), (StatusCode, &'static str)> {
        if !matches!(*method, Method::GET | Method::HEAD) {
            return Err((
                StatusCode::METHOD_NOT_ALLOWED,
                "this server only shows pages",
            ));
        }
        let mut hosts = headers.get_all(header::HOST).iter();
        let host = hosts.next().and_then(|host| host.to_str().ok());
        match host {
            Some(host) if hosts.next().is_none() && self.is_own(name_of(host)) => Ok(()),
            _ => Err((
                StatusCode::FORBIDDEN,
                "this name does not belong to the preview: use the address that teachback serve names",
            )),
        }
    }

    fn is_own(&self, name: &str) -> bool {
        let name = name.to_ascii_lowercase();
        if name == "localhost" || name == self.host {
            return true;
        }
        match name
            .trim_start_matches('[')
            .trim_end_matches(']')
            .parse::<IpAddr>()
        {
            // A number cannot be pointed elsewhere. From this computer alone, only its own numbers make sense.
            Ok(address) => !self.loopback || address.is_loopback(),
            Err(_) => false,
        }
    }

    /// Whether the live channel is asked for by a page of this server itself.
    pub fn is_same_origin(headers: &HeaderMap) -> bool {
        let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
        let fetched = text("sec-fetch-site").is_none_or(|site| site == "same-origin");
        let host = text("host").unwrap_or_default();
        let origin = text("origin").is_none_or(|origin| origin == format!("http://{host}"));
        fetched && origin
    }
}

/// A host without its port.
fn name_of(host: &str) -> &str {
    match host.rfind(':') {
        Some(at) if host[at + 1..].bytes().all(|b| b.is_ascii_digit()) && !host.ends_with(']') => {
            &host[..at]
        }
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allows(asked: &str, bound: &str, host: &str) -> bool {
        let guard = Guard::new(asked, bound.parse().expect("an address of the test"));
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().expect("a header of the test"));
        guard.check(&Method::GET, &headers).is_ok()
    }

    #[test]
    fn the_own_names_are_known() {
        for host in [
            "localhost",
            "localhost:4000",
            "LOCALHOST:1",
            "127.0.0.1:4000",
            "127.0.0.2",
            "[::1]:4000",
            "[::1]",
        ] {
            assert!(allows("127.0.0.1", "127.0.0.1:4000", host), "{host}");
        }
        assert!(allows("0.0.0.0", "0.0.0.0:4000", "192.168.1.7:4000"));
        assert!(allows(
            "Desk.example",
            "192.168.1.7:4000",
            "desk.example:4000"
        ));
    }

    #[test]
    fn a_name_that_may_be_pointed_anywhere_is_refused() {
        for host in [
            "evil.example",
            "evil.example:4000",
            "127.0.0.1.evil.example",
            "localhost.evil.example",
            "192.168.1.7",
            "",
            "localhost@evil.example",
            "[::1].evil.example",
        ] {
            assert!(!allows("127.0.0.1", "127.0.0.1:4000", host), "{host}");
        }
        assert!(!allows("0.0.0.0", "0.0.0.0:4000", "evil.example:4000"));
    }
}
