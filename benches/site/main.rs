//! How long a whole build takes beside other site generators, and beside a bare read, parse and write of the same files.
//!
//! ```text
//! cargo bench --bench site                       1,000 and 10,000 pages
//! cargo bench --bench site -- 1000 10000 50000   other sizes
//! cargo bench --bench site -- rich 10000         text with a rich vocabulary
//! cargo bench --bench site -- latency 1000       how long an author waits for a saved page; with `rich`, too
//! ```
//!
//! 1. `text` makes a site of so many pages, the same one every time.
//! 2. `layout` gives it the form that teachback, Hugo, Zola, mdBook and the floor want, with templates that draw the same.
//! 3. `tools` runs those of them that are installed.
//! 4. `measure` says how long a run took and how much memory it held.
//! 5. `latency` saves pages while `teachback serve` runs, and waits for them.
//!
//! The programs take turns, so that a machine that slows down slows all of them down. Every build has a new output folder,
//! and begins when the disk has taken what the last one wrote; teachback then runs once more over what it wrote.

#![allow(
    clippy::disallowed_methods,
    reason = "a development-time program that lays out folders and measures time"
)]

mod floor;
mod latency;
mod layout;
mod measure;
mod text;
mod tools;

use measure::{Cpu, Run};
use std::path::{Path, PathBuf};
use std::time::Duration;
use text::Vocabulary;
use tools::Tool;

/// Runs of each program, of which the median counts.
const ROUNDS: usize = 3;
const SIZES: [usize; 2] = [1_000, 10_000];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [mode, from, to] = arguments.as_slice()
        && mode == floor::MODE
    {
        floor::run(Path::new(from), Path::new(to));
        return;
    }
    let asked: Vec<usize> = arguments.iter().filter_map(|a| a.parse().ok()).collect();
    if asked.is_empty() && !arguments.iter().any(|argument| argument == "--bench") {
        println!("usage: cargo bench --bench site [-- [rich] [latency] PAGES …]");
        return;
    }
    let sizes = if asked.is_empty() {
        SIZES.to_vec()
    } else {
        asked
    };
    let asks = |mode: &str| arguments.iter().any(|argument| argument == mode);
    let words = match asks(text::RICH) {
        true => Vocabulary::rich(),
        false => Vocabulary::default(),
    };
    if asks(latency::MODE) {
        for pages in sizes {
            latency::run(pages, &words, &folder_of("latency", pages));
        }
        return;
    }
    let mut own: Vec<(usize, Duration)> = Vec::new();
    for pages in sizes {
        own.push((pages, compare(pages, &words)));
    }
    for pair in own.windows(2) {
        let [(few, short), (many, long)] = pair else {
            continue;
        };
        let times = ratio(*long, *short);
        println!("{many} pages take {times:.2} × the time of {few}");
    }
}

/// Runs every tool over a site of so many pages and prints what it found. Gives teachback's time.
fn compare(pages: usize, words: &Vocabulary) -> Duration {
    let folder = folder_of("site", pages);
    let tools = tools::installed(pages);
    let site = text::site(pages, words);
    for tool in &tools {
        tool.lay_out(&site, &folder);
    }
    drop(site);
    let mut runs: Vec<Vec<Run>> = vec![Vec::new(); tools.len()];
    let mut again: Vec<(Run, usize)> = Vec::new();
    for round in 0..ROUNDS {
        for (tool, runs) in tools.iter().zip(&mut runs) {
            settle_disk();
            runs.push(tool.build(&folder, round));
            if tool.is_own() {
                again.push(second_run(tool, &folder, round));
            }
        }
    }
    tools::clear(&folder);
    let medians: Vec<Run> = runs.iter().map(|runs| measure::median(runs)).collect();
    print_table(pages, &tools, &medians);
    let (quiet, rewritten): (Vec<Run>, Vec<usize>) = again.into_iter().unzip();
    let quiet = measure::median(&quiet);
    println!(
        "teachback, nothing changed: {:.2} s, {} files written\n",
        quiet.wall.as_secs_f64(),
        rewritten.iter().sum::<usize>()
    );
    medians[0].wall
}

fn folder_of(name: &str, pages: usize) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{pages}"))
}

/// Waits until everything that was written is on the disk, on systems that can do so.
fn settle_disk() {
    let _ = std::process::Command::new("sync").status();
}

/// Builds over what is there, and counts the files that were written again.
fn second_run(tool: &Tool, folder: &Path, round: usize) -> (Run, usize) {
    let before = tool.output_times(folder, round);
    let run = tool.build(folder, round);
    let after = tool.output_times(folder, round);
    let written = after
        .iter()
        .filter(|(path, time)| before.get(*path) != Some(time));
    (run, written.count())
}

fn print_table(pages: usize, tools: &[Tool], medians: &[Run]) {
    println!("{pages} pages, median of {ROUNDS} runs, a new output folder for each");
    println!(
        "{:<10} {:>8} {:>12} {:>8} {:>12} {:>8} {:>9}",
        "", "seconds", "× teachback", "cpu", "× teachback", "system", "peak MiB"
    );
    let own = medians[0];
    let seconds = |time: Duration| format!("{:.2}", time.as_secs_f64());
    let times = |time: Duration, own: Duration| format!("{:.2}", ratio(time, own));
    for (tool, run) in tools.iter().zip(medians) {
        let cpu = run.cpu.map(Cpu::whole);
        let cells = [
            cpu.map(seconds),
            cpu.zip(own.cpu).map(|(cpu, own)| times(cpu, own.whole())),
            run.cpu.map(|cpu| seconds(cpu.system)),
            run.peak.map(|bytes| (bytes >> 20).to_string()),
        ];
        let [cpu, share, system, peak] = cells.map(|cell| cell.unwrap_or_else(|| "-".to_owned()));
        println!(
            "{:<10} {:>8} {:>12} {cpu:>8} {share:>12} {system:>8} {peak:>9}",
            tool.name(),
            seconds(run.wall),
            times(run.wall, own.wall),
        );
    }
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}
