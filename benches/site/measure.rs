//! Runs a program as a whole process.

use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Between two looks at a process: a peak of memory that is shorter can be missed.
const PACE: Duration = Duration::from_millis(2);

/// Linux counts processor time in hundredths of a second on every usual machine.
const MILLISECONDS_OF_A_TICK: u64 = 10;

/// One run of a program.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    pub wall: Duration,
    /// Processor time; known on Linux.
    pub cpu: Option<Cpu>,
    /// The most memory it held, in bytes; known on Linux.
    pub peak: Option<u64>,
}

/// Processor time of a program, with all its threads and what it started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cpu {
    pub own: Duration,
    /// The system's, for it.
    pub system: Duration,
}

impl Cpu {
    pub fn whole(self) -> Duration {
        self.own + self.system
    }
}

/// Runs a program to its end, whatever its exit code.
pub fn run(command: &mut Command) -> Run {
    let quiet = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let before = of_children();
    let start = Instant::now();
    let mut child = quiet.spawn().expect("a program that can be started");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child
        .try_wait()
        .expect("a program that can be waited for")
        .is_none()
    {
        peak = high_water(&status).max(peak);
        sleep(PACE);
    }
    let wall = start.elapsed();
    let cpu = before.zip(of_children()).map(|(before, after)| Cpu {
        own: after.own - before.own,
        system: after.system - before.system,
    });
    Run { wall, cpu, peak }
}

/// Processor time of all programs that this one ran to their end.
fn of_children() -> Option<Cpu> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program, in parentheses, can hold spaces; the two times are the 14th and 15th field behind it.
    let (_, fields) = text.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(13);
    let mut next = || {
        let ticks: u64 = fields.next()?.parse().ok()?;
        Some(Duration::from_millis(ticks * MILLISECONDS_OF_A_TICK))
    };
    Some(Cpu {
        own: next()?,
        system: next()?,
    })
}

/// The high-water mark of a process in bytes.
fn high_water(status: &str) -> Option<u64> {
    let text = std::fs::read_to_string(status).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib << 10)
}

/// The run in the middle by time, with the least processor time and the highest peak of all.
pub fn median(runs: &[Run]) -> Run {
    let mut sorted = runs.to_vec();
    sorted.sort_by_key(|run| run.wall);
    Run {
        wall: sorted[sorted.len() / 2].wall,
        cpu: runs
            .iter()
            .filter_map(|run| run.cpu)
            .min_by_key(|cpu| cpu.whole()),
        peak: runs.iter().filter_map(|run| run.peak).max(),
    }
}
