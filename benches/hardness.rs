//! How well hardness orders sentences as readers do: Spearman's rank correlation with ratings that readers gave.
//!
//! `cargo test --bench hardness -- RATED.csv`, where the file has the columns `sentence,difficulty,source,split` (as the
//! training and development sentences of MedReadMe, which are not part of this repository). Prints one line a split,
//! with Flesch-Kincaid for comparison, and one line a source. Without a file it
//! says how to call it.

#![allow(
    clippy::disallowed_methods,
    reason = "a development-time program that reads the file it is given"
)]

use std::collections::BTreeMap;
use teachback::readability::hardness;
use teachback::readability::text::Text;
use teachback::readability::{Counter, Counts, Language, Tables, Vocabulary, formulas};

/// Consecutive sentences of one source that are read as a text.
const PASSAGE: usize = 10;

struct Rated {
    source: String,
    split: String,
    difficulty: f64,
    hardness: f64,
    grade: f64,
}

fn main() {
    let file = std::env::args().skip(1).find(|arg| !arg.starts_with("--"));
    let Some(file) = file else {
        println!("usage: cargo test --bench hardness -- RATED.csv");
        return;
    };
    let tables = Tables::new();
    let mut vocabulary = Vocabulary::new(&tables, Language::English);
    let rated: Vec<Rated> = rows(&std::fs::read_to_string(&file).expect("a readable file"))
        .iter()
        .skip(1)
        .filter_map(|row| rate(row, &mut vocabulary))
        .collect();
    for split in ["train", "dev"] {
        let part: Vec<&Rated> = rated.iter().filter(|r| r.split == split).collect();
        report(split, &part);
        passages(&part);
        let mut sources: BTreeMap<&str, Vec<&Rated>> = BTreeMap::new();
        for sentence in part {
            sources.entry(&sentence.source).or_default().push(sentence);
        }
        for (source, sentences) in sources {
            report(&format!("  {source}"), &sentences);
        }
    }
}

fn report(name: &str, part: &[&Rated]) {
    let ratings: Vec<f64> = part.iter().map(|r| r.difficulty).collect();
    let against = |score: fn(&Rated) -> f64| {
        let scores: Vec<f64> = part.iter().map(|r| score(r)).collect();
        spearman(&scores, &ratings)
    };
    println!(
        "{name}: {} sentences, hardness {:.3}, Flesch-Kincaid {:.3}",
        part.len(),
        against(|r| r.hardness),
        against(|r| r.grade),
    );
}

/// Runs of sentences as whole texts: mean hardness against mean rating.
fn passages(part: &[&Rated]) {
    let mean = |run: &[&Rated], of: fn(&Rated) -> f64| run.iter().map(|r| of(r)).sum::<f64>();
    let runs = part.chunk_by(|a, b| a.source == b.source);
    let runs: Vec<&[&Rated]> = runs.flat_map(|run| run.chunks_exact(PASSAGE)).collect();
    let ratings: Vec<f64> = runs.iter().map(|r| mean(r, |r| r.difficulty)).collect();
    let scores: Vec<f64> = runs.iter().map(|r| mean(r, |r| r.hardness)).collect();
    println!(
        "  {} passages of {PASSAGE}: {:.3}",
        runs.len(),
        spearman(&scores, &ratings)
    );
}

fn rate(row: &[String], vocabulary: &mut Vocabulary<'_>) -> Option<Rated> {
    let [sentence, difficulty, source, split] = row else {
        return None;
    };
    let text = Text::new(sentence);
    let mut counter = Counter::default();
    counter.add(&text, &vocabulary.read(&text));
    Some(Rated {
        source: source.clone(),
        split: split.clone(),
        difficulty: difficulty.parse().ok()?,
        hardness: hardness::measure_text(&text, Language::English)?.score(),
        grade: flesch_kincaid(&counter.counts())?,
    })
}

fn flesch_kincaid(counts: &Counts) -> Option<f64> {
    let mut formulas = formulas::formulas(Language::English);
    let formula = formulas.find(|formula| formula.name == "flesch_kincaid")?;
    formula.value(counts)
}

/// Pearson's correlation of ranks; tied values share their mean rank.
fn spearman(a: &[f64], b: &[f64]) -> f64 {
    let (a, b) = (ranks(a), ranks(b));
    let mean = |v: &[f64]| v.iter().sum::<f64>() / v.len() as f64;
    let (mean_a, mean_b) = (mean(&a), mean(&b));
    let pairs = || {
        a.iter()
            .map(|x| x - mean_a)
            .zip(b.iter().map(|y| y - mean_b))
    };
    let covariance: f64 = pairs().map(|(x, y)| x * y).sum();
    let variances = pairs().fold((0.0, 0.0), |(x2, y2), (x, y)| (x2 + x * x, y2 + y * y));
    covariance / (variances.0 * variances.1).sqrt()
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for tied in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let rank = before as f64 + (tied.len() as f64 + 1.0) / 2.0;
        tied.iter().for_each(|at| ranks[*at] = rank);
        before += tied.len();
    }
    ranks
}

/// Rows of a CSV file with quoted cells.
fn rows(file: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = file.chars().peekable();
    while let Some(c) = chars.next() {
        let row = rows.last_mut().expect("a row");
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                row.last_mut().expect("a cell").push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            '\r' if !quoted => {}
            _ => row.last_mut().expect("a cell").push(c),
        }
    }
    rows
}
