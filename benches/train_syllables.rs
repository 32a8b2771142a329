//! Makes `src/readability/syllables/weights.txt` and `exceptions.txt` from the CMU Pronouncing Dictionary.
//!
//! ```text
//! cargo bench --bench train_syllables -- WORDS FREQUENCIES FOLDER
//! ```
//!
//! `WORDS` has a word of the dictionary and the syllables of its first pronunciation a line (`anemia 4`), `FREQUENCIES`
//! a word and its share of all text a line. Frequencies weigh the report only: they are in no file that is written.
//!
//! 1. Every tenth word is held out. What vowel groups miss is learned from the others, as the sum of weights of the
//!    letter groups of a word (`^` and `$` are its ends): stochastic gradient steps on the squared error.
//! 2. The letter groups that matter most are kept and their weights learned again.
//! 3. Accuracy is told for the held-out words. Then the same is learned from all words, and what it still has wrong is
//!    written to `exceptions.txt`.

#![allow(
    clippy::disallowed_methods,
    reason = "a tool that writes data files, and no part of the program"
)]

use std::collections::HashMap;
use std::fmt::Write;
use std::fs;
use teachback::readability::syllables::{SCALE, letter_groups, vowel_groups};

/// Letter groups that are kept.
const KEPT: usize = 9_000;
const EPOCHS: u32 = 14;
/// Letter groups of fewer words are not learned.
const RAREST: u32 = 4;
const LEARNING_RATE: f64 = 0.05;

struct Entry {
    word: String,
    syllables: i32,
    frequency: f64,
}

fn main() {
    let args: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| a != "--bench")
        .collect();
    let [words, frequencies, folder] = args.as_slice() else {
        println!("usage: train_syllables WORDS FREQUENCIES FOLDER");
        return;
    };
    let entries = read(words, frequencies);
    let (held, rest): (Vec<_>, Vec<_>) =
        entries.iter().enumerate().partition(|(at, _)| at % 10 == 3);
    let held: Vec<&Entry> = held.into_iter().map(|(_, entry)| entry).collect();
    let rest: Vec<&Entry> = rest.into_iter().map(|(_, entry)| entry).collect();
    let model = learn_twice(&rest);
    report("learned", &rest, &model);
    report("held out", &held, &model);
    let all: Vec<&Entry> = entries.iter().collect();
    let model = learn_twice(&all);
    report("all, before exceptions", &all, &model);
    write(folder, &all, &model);
}

fn read(words: &str, frequencies: &str) -> Vec<Entry> {
    let text = fs::read_to_string(frequencies).expect("the frequencies");
    let frequency: HashMap<&str, f64> = text
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(word, share)| Some((word, share.parse().ok()?)))
        .collect();
    let text = fs::read_to_string(words).expect("the words");
    let lines = text.lines().filter_map(|line| line.split_once(' '));
    let alphabetic = lines.filter(|(word, _)| word.bytes().all(|b| b.is_ascii_lowercase()));
    alphabetic
        .map(|(word, syllables)| Entry {
            word: word.to_owned(),
            syllables: syllables.parse().expect("a count"),
            frequency: frequency.get(word).copied().unwrap_or(0.0),
        })
        .collect()
}

type Model = HashMap<String, f64>;

fn learn_twice(entries: &[&Entry]) -> Model {
    let mut seen: HashMap<String, u32> = HashMap::new();
    for entry in entries {
        letter_groups(&entry.word, |group| {
            *seen.entry(group.to_owned()).or_default() += 1;
        });
    }
    seen.retain(|_, count| *count >= RAREST);
    let first = learn(entries, seen.keys().cloned().collect());
    let mut ranked: Vec<(String, f64)> = first
        .into_iter()
        .map(|(group, weight)| {
            let matters = weight.abs() * f64::from(seen[&group]).sqrt();
            (group, matters)
        })
        .collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    ranked.truncate(KEPT);
    let mut model = learn(
        entries,
        ranked.into_iter().map(|(group, _)| group).collect(),
    );
    for weight in model.values_mut() {
        *weight = (*weight * f64::from(SCALE)).round() / f64::from(SCALE);
    }
    model
}

/// Weights by AdaGrad; the order of the words is shuffled by a fixed stride, so that each run gives the same.
fn learn(entries: &[&Entry], mut groups: Vec<String>) -> Model {
    groups.sort();
    let numbers: HashMap<&str, usize> = groups.iter().map(String::as_str).zip(0..).collect();
    let examples: Vec<(Vec<usize>, f64)> = entries
        .iter()
        .map(|entry| {
            let mut found = Vec::new();
            letter_groups(&entry.word, |group| found.extend(numbers.get(group)));
            (found, target(entry))
        })
        .collect();
    let mut weights = vec![0.0_f64; groups.len()];
    let mut squares = vec![1.0_f64; groups.len()];
    let stride = 7_919;
    for epoch in 0..EPOCHS {
        let mut at = epoch as usize;
        for _ in 0..examples.len() {
            at = (at + stride) % examples.len();
            let (found, target) = &examples[at];
            let guess: f64 = found.iter().map(|&group| weights[group]).sum();
            let error = (target - guess).clamp(-1.0, 1.0);
            for &group in found {
                let slope = error;
                squares[group] += slope * slope;
                weights[group] += LEARNING_RATE * slope / squares[group].sqrt();
            }
        }
    }
    groups.into_iter().zip(weights).collect()
}

fn target(entry: &Entry) -> f64 {
    f64::from(entry.syllables - i32::from(vowel_groups(&entry.word)))
}

fn guess(entry: &Entry, model: &Model) -> i32 {
    let mut sum = 0.0;
    letter_groups(&entry.word, |group| {
        sum += model.get(group).copied().unwrap_or(0.0)
    });
    let count = f64::from(vowel_groups(&entry.word)) + sum;
    (count.round() as i32).max(1)
}

fn report(name: &str, entries: &[&Entry], model: &Model) {
    let right = |entry: &&&Entry| guess(entry, model) == entry.syllables;
    let exact = entries.iter().filter(right).count();
    let weight: f64 = entries.iter().map(|e| e.frequency).sum();
    let weighted: f64 = entries.iter().filter(right).map(|e| e.frequency).sum();
    println!(
        "{name}: {} words, {:.2} % exact, {:.2} % weighted by frequency",
        entries.len(),
        100.0 * exact as f64 / entries.len() as f64,
        100.0 * weighted / weight
    );
}

fn write(folder: &str, entries: &[&Entry], model: &Model) {
    let mut groups: Vec<(&String, i32)> = model
        .iter()
        .map(|(group, weight)| (group, (weight * f64::from(SCALE)).round() as i32))
        .filter(|(_, weight)| *weight != 0)
        .collect();
    groups.sort();
    let mut weights = String::new();
    for (group, weight) in groups {
        writeln!(weights, "{group} {weight}").expect("a text takes more");
    }
    fs::write(format!("{folder}/weights.txt"), weights).expect("the folder");
    let wrong = entries.iter().filter(|e| guess(e, model) != e.syllables);
    let mut exceptions = String::new();
    for entry in wrong {
        writeln!(exceptions, "{} {}", entry.word, entry.syllables).expect("a text takes more");
    }
    fs::write(format!("{folder}/exceptions.txt"), exceptions).expect("the folder");
}
