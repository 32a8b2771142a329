//! A server of the program in a process of its own.

use crate::client::{Answer, get};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// How long a test waits for what must come.
pub const LONG: Duration = Duration::from_secs(20);

/// Ends with the value.
pub struct Running {
    child: Child,
    said: Arc<Mutex<String>>,
}

impl Running {
    /// Starts a command of the program on a project.
    pub fn start(project: &Path, args: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_teachback"));
        command.arg("--project").arg(project).args(args);
        let piped = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut child = piped.spawn().expect("the program starts");
        let stderr = child.stderr.take().expect("the error stream is a pipe");
        let said = Arc::new(Mutex::new(String::new()));
        let hearing = said.clone();
        thread::spawn(move || {
            let mut lines = BufReader::new(stderr);
            let mut line = String::new();
            while lines.read_line(&mut line).is_ok_and(|n| n > 0) {
                hearing
                    .lock()
                    .expect("no test panics while it listens")
                    .push_str(&line);
                line.clear();
            }
            let _ = lines.read_to_string(&mut line);
        });
        Self { child, said }
    }

    /// Everything that was said on the error stream so far.
    pub fn said(&self) -> String {
        self.said
            .lock()
            .expect("no test panics while it listens")
            .clone()
    }

    /// Waits for words on the error stream, and gives all that was said until then.
    pub fn hear(&self, words: &str) -> String {
        wait_for(&format!("\"{words}\" to be said"), || {
            Some(self.said()).filter(|said| said.contains(words))
        })
    }

    /// Asks the program to end, as Ctrl-C does, and waits for it.
    #[cfg(unix)]
    pub fn interrupt(mut self) -> ExitStatus {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status();
        assert!(sent.expect("kill is there").success());
        wait_for("the program to end", || {
            self.child.try_wait().expect("it can be waited for")
        })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A `serve` at a free port.
pub struct Server {
    pub running: Running,
    pub port: u16,
}

impl Server {
    pub fn start(project: &Path) -> Self {
        Self::start_with(project, &["--port", "0"])
    }

    pub fn start_with(project: &Path, args: &[&str]) -> Self {
        let running = Running::start(project, &[&["serve"], args].concat());
        let said = running.hear("(stop with");
        let port = said
            .split("preview at http://")
            .nth(1)
            .expect("the address is told");
        let port = port.split_once('/').expect("it ends with a slash").0;
        let port = port.rsplit(':').next().expect("it has a port");
        let port = port.parse().expect("a port is a number");
        Self { running, port }
    }

    pub fn get(&self, path: &str) -> Answer {
        get(self.port, path, &[])
    }

    /// Waits until a page holds some words.
    pub fn shows(&self, path: &str, words: &str) -> Answer {
        wait_for(&format!("{path} to show \"{words}\""), || {
            Some(self.get(path)).filter(|answer| answer.text().contains(words))
        })
    }
}

/// Asks again and again until there is something.
pub fn wait_for<T>(what: &str, ask: impl FnMut() -> Option<T>) -> T {
    let mut ask = ask;
    let start = Instant::now();
    loop {
        if let Some(found) = ask() {
            return found;
        }
        assert!(start.elapsed() < LONG, "waited in vain for {what}");
        thread::sleep(Duration::from_millis(10));
    }
}
