//! What an answer holds: bytes of the build, or a file that is sent piece by piece from where it lies. Parts of either
//! can be asked for, without which browsers cannot jump in a video.

#![expect(
    clippy::disallowed_methods,
    reason = "a picture or a video is sent from where it lies"
)]

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use futures_core::Stream;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::sync::mpsc;

/// Bytes that are read at a time.
const CHUNK: usize = 64 << 10;

/// Values that come through a channel.
pub(super) struct Pieces<T>(pub mpsc::Receiver<T>);

impl<T> Stream for Pieces<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        self.0.poll_recv(cx)
    }
}

/// Which part of a file is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    /// From the first byte to the one after the last.
    Range(u64, u64),
    /// No byte of the file is in it.
    Outside,
}

/// An answer with bytes that are there.
pub(super) fn of_bytes(bytes: Vec<u8>, asked: &HeaderMap) -> Response<Body> {
    let len = bytes.len() as u64;
    let part = part(asked, len);
    let bytes = Bytes::from(bytes);
    let body = match part {
        Part::Whole => bytes,
        Part::Range(from, to) => bytes.slice(at(from)..at(to)),
        Part::Outside => Bytes::new(),
    };
    answer(part, len, Body::from(body))
}

/// An answer with a file; `None` when it is no longer there.
pub(super) fn of_file(location: &Path, asked: &HeaderMap) -> Option<Response<Body>> {
    let len = std::fs::metadata(location)
        .ok()
        .filter(std::fs::Metadata::is_file)?
        .len();
    let part = part(asked, len);
    let body = match part {
        Part::Whole => stream(location.to_owned(), 0, len),
        Part::Range(from, to) => stream(location.to_owned(), from, to),
        Part::Outside => Body::empty(),
    };
    Some(answer(part, len, body))
}

fn at(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

fn answer(part: Part, len: u64, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    let range = match part {
        Part::Whole => None,
        Part::Range(from, to) => {
            *response.status_mut() = StatusCode::PARTIAL_CONTENT;
            Some(format!("bytes {from}-{}/{len}", to - 1))
        }
        Part::Outside => {
            *response.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
            Some(format!("bytes */{len}"))
        }
    };
    let sent = match part {
        Part::Whole => len,
        Part::Range(from, to) => to - from,
        Part::Outside => 0,
    };
    let headers = response.headers_mut();
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(sent));
    if let Some(range) = range.and_then(|range| range.parse().ok()) {
        headers.insert(header::CONTENT_RANGE, range);
    }
    response
}

/// Reads `Range` (RFC 9110, section 14.2). Several ranges, or another unit, are answered with the whole.
fn part(asked: &HeaderMap, len: u64) -> Part {
    // Without a mark of the version, it is not known whether the part fits what the browser has.
    let range = asked
        .get(header::RANGE)
        .filter(|_| !asked.contains_key(header::IF_RANGE));
    let ends = range
        .and_then(|range| range.to_str().ok()?.strip_prefix("bytes="))
        .filter(|ranges| !ranges.contains(','))
        .and_then(|range| range.trim().split_once('-'));
    let number = |text: &str| {
        text.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| text.parse::<u64>().ok())?
    };
    let (from, to) = match ends {
        None => return Part::Whole,
        Some(("", last)) => match number(last) {
            Some(last) => (len.saturating_sub(last), len),
            None => return Part::Whole,
        },
        Some((first, "")) => match number(first) {
            Some(first) => (first, len),
            None => return Part::Whole,
        },
        Some((first, last)) => match (number(first), number(last)) {
            (Some(first), Some(last)) if first <= last => (first, last.saturating_add(1).min(len)),
            _ => return Part::Whole,
        },
    };
    if from < to {
        Part::Range(from, to)
    } else {
        Part::Outside
    }
}

/// Sends a part of a file as fast as it is taken.
fn stream(location: PathBuf, from: u64, to: u64) -> Body {
    let (sender, pieces) = mpsc::channel::<io::Result<Bytes>>(2);
    tokio::task::spawn_blocking(move || {
        let sent = send(&location, (from, to), &sender);
        if let Err(error) = sent {
            // The browser has gone away, or hears why the file ends here.
            let _ = sender.blocking_send(Err(error));
        }
    });
    Body::from_stream(Pieces(pieces))
}

fn send(
    location: &Path,
    (from, to): (u64, u64),
    sender: &mpsc::Sender<io::Result<Bytes>>,
) -> io::Result<()> {
    let mut file = File::open(location)?;
    file.seek(SeekFrom::Start(from))?;
    let mut left = file.take(to - from);
    loop {
        let mut chunk = Vec::with_capacity(CHUNK);
        left.by_ref().take(CHUNK as u64).read_to_end(&mut chunk)?;
        if chunk.is_empty() || sender.blocking_send(Ok(chunk.into())).is_err() {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(range: &str, len: u64) -> Part {
        let mut headers = HeaderMap::new();
        headers.insert(header::RANGE, range.parse().expect("a header of the test"));
        part(&headers, len)
    }

    #[test]
    fn ranges_are_read_as_the_standard_says() {
        assert_eq!(asked("bytes=0-0", 10), Part::Range(0, 1));
        assert_eq!(asked("bytes=2-", 10), Part::Range(2, 10));
        assert_eq!(asked("bytes=-3", 10), Part::Range(7, 10));
        assert_eq!(asked("bytes=-30", 10), Part::Range(0, 10));
        assert_eq!(asked("bytes=5-99", 10), Part::Range(5, 10));
        assert_eq!(asked("bytes=10-", 10), Part::Outside);
        assert_eq!(asked("bytes=-0", 10), Part::Outside);
        assert_eq!(asked("bytes=0-", 0), Part::Outside);
        for whole in [
            "bytes=0-1,4-5",
            "bytes=4-2",
            "bytes=a-b",
            "bytes=-",
            "lines=0-1",
            "bytes=+1-2",
            "bytes=99999999999999999999-",
        ] {
            assert_eq!(asked(whole, 10), Part::Whole, "{whole}");
        }
        assert_eq!(part(&HeaderMap::new(), 10), Part::Whole);
    }
}
