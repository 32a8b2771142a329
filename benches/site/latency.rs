//! How long an author waits: from saving one page to the changed page over HTTP, while `teachback serve` runs.

use super::text::{self, Vocabulary};
use super::tools::Tool;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The argument that asks for this.
pub const MODE: &str = "latency";
/// Saves of each kind, of which the first few warm everything up and do not count.
const EDITS: usize = 40;
const WARM_UP: usize = 5;
/// Between two saves, and between two looks at the page.
const REST: Duration = Duration::from_millis(150);
const PACE: Duration = Duration::from_micros(500);
/// A page that has not changed after this time never will.
const PATIENCE: Duration = Duration::from_secs(30);

/// What an author changes, and how the editor saves it.
#[derive(Debug, Clone, Copy)]
enum Save {
    /// A sentence, written in place.
    Text,
    /// A sentence, written beside the file and renamed over it.
    RenamedOver,
    /// The title, which lists and neighbours show too.
    Title,
}

const SAVES: [(Save, &str); 3] = [
    (Save::Text, "text, in place"),
    (Save::RenamedOver, "text, renamed over"),
    (Save::Title, "title, in place"),
];

/// Serves a site of so many pages, saves pages all over it, and prints how long each kind of save took to show.
pub fn run(pages: usize, words: &Vocabulary, folder: &Path) {
    let site = text::site(pages, words);
    let tool = Tool::own();
    tool.lay_out(&site, folder);
    let project = tool.project(folder);
    let mut server = Server::start(&project);
    println!("{pages} pages, milliseconds from save to page");
    println!("{:<20} {:>8} {:>8} {:>8}", "", "median", "95 %", "slowest");
    for (save, name) in SAVES {
        let mut times: Vec<Duration> = (0..EDITS)
            .map(|edit| {
                sleep(REST);
                // A large prime: the saves lie all over the site.
                let at = (edit * 7_919 + 1) % pages;
                let page = &site[if at.is_multiple_of(20) { at + 1 } else { at }];
                let file = project.join(format!("content/{}.md", page.path));
                let mark = format!("{save:?} {edit} of {pages}");
                let text = changed(&tool.text_of(page), save, &mark);
                server.show(&file, &text, save, (&format!("/{}.html", page.path), &mark))
            })
            .skip(WARM_UP)
            .collect();
        times.sort();
        let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
        println!(
            "{name:<20} {:>8.1} {:>8.1} {:>8.1}",
            at(50),
            at(95),
            at(100)
        );
    }
    println!();
}

fn changed(text: &str, save: Save, mark: &str) -> String {
    match save {
        Save::Title => text.replacen("title: ", &format!("title: {mark} "), 1),
        Save::Text | Save::RenamedOver => format!("{text}\n{mark}.\n"),
    }
}

/// A running `teachback serve`, and a connection to it.
struct Server {
    process: Child,
    stream: BufReader<TcpStream>,
}

impl Server {
    fn start(project: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_teachback"));
        command.arg("--project").arg(project);
        let begin = Instant::now();
        let mut process = command
            .args(["serve", "--port", "0"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("a program that can be started");
        let said = process.stderr.take().expect("the error stream is a pipe");
        let mut lines = BufReader::new(said).lines().map_while(Result::ok);
        let address = lines.find_map(|line| {
            let (_, rest) = line.split_once("preview at http://")?;
            Some(rest.split_once('/')?.0.to_owned())
        });
        // What is said later has to be read, or the program waits.
        std::thread::spawn(move || lines.for_each(drop));
        println!("first build: {:.2} s", begin.elapsed().as_secs_f64());
        let stream = TcpStream::connect(address.expect("an address")).expect("an open port");
        stream.set_nodelay(true).expect("a socket");
        Self {
            process,
            stream: BufReader::new(stream),
        }
    }

    /// Saves a file, and waits until its page holds the mark.
    fn show(&mut self, file: &Path, text: &str, save: Save, shown: (&str, &str)) -> Duration {
        let begin = Instant::now();
        if matches!(save, Save::RenamedOver) {
            let beside = PathBuf::from(format!("{}.tmp", file.display()));
            fs::write(&beside, text).expect("a file that can be written");
            fs::rename(&beside, file).expect("a file that can be renamed");
        } else {
            fs::write(file, text).expect("a file that can be written");
        }
        while !self.get(shown.0).contains(shown.1) {
            assert!(begin.elapsed() < PATIENCE, "{} does not change", shown.0);
            sleep(PACE);
        }
        begin.elapsed()
    }

    fn get(&mut self, path: &str) -> String {
        let ask = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        let stream = self.stream.get_mut();
        stream
            .write_all(ask.as_bytes())
            .expect("an open connection");
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line).expect("an answer");
            let line = line.trim_end().to_ascii_lowercase();
            if let Some(bytes) = line.strip_prefix("content-length:") {
                length = bytes.trim().parse().expect("a number");
            }
            if line.is_empty() {
                break;
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).expect("a whole answer");
        String::from_utf8(body).expect("a page is text")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
