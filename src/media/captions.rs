//! WebVTT: captions with their times (W3C Candidate Recommendation, 4 April 2019).

use crate::diagnostic::{
    CAPTIONS_OUT_OF_ORDER, Diagnostic, EMPTY_CAPTION, INVALID_CAPTIONS, Outcome,
    UNKNOWN_CAPTION_SETTING,
};
use crate::html_tags;
use crate::source::{SourceFile, Span};

/// The captions of a recording.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Captions {
    pub cues: Vec<Cue>,
}

/// One caption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// In milliseconds from the beginning.
    pub start: u64,
    pub end: u64,
    /// With the marks of WebVTT, each line with its line end.
    pub text: String,
    /// The settings as written.
    pub settings: String,
    /// The line of its times.
    pub place: Span,
}

/// A line of the file and where it begins.
#[derive(Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    at: usize,
}

const ARROW: &str = "-->";

/// Reads captions. What cannot be read is told and left out.
pub fn read(file: &SourceFile) -> Outcome<Captions> {
    let mut reading = Reading {
        file,
        captions: Captions::default(),
        diagnostics: Vec::new(),
    };
    let lines: Vec<Line<'_>> = lines(&file.text).collect();
    let mut blocks = lines
        .split(|line| line.text.trim().is_empty())
        .filter(|block| !block.is_empty());
    match blocks.next() {
        // What follows the first line up to an empty one belongs to the head.
        Some(head) if is_head(head[0].text) => reading.head(head),
        head => {
            reading.no_head(head);
            head.into_iter().for_each(|block| reading.block(block));
        }
    }
    blocks.for_each(|block| reading.block(block));
    let Reading {
        captions,
        mut diagnostics,
        ..
    } = reading;
    if captions.cues.is_empty() && diagnostics.is_empty() {
        let message = "this file holds no captions";
        let help = "write for each sentence when it is said, `00:01.000 --> 00:04.000`, and below it the words";
        diagnostics
            .push(Diagnostic::new(&EMPTY_CAPTION, Span::start_of(file.id), message).help(help));
    }
    Outcome::new(captions, diagnostics)
}

fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        Line {
            text: line.trim_end_matches(['\n', '\r']),
            at: start,
        }
    })
}

fn is_head(line: &str) -> bool {
    line.strip_prefix("WEBVTT")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

struct Reading<'a> {
    file: &'a SourceFile,
    captions: Captions,
    diagnostics: Vec<Diagnostic>,
}

impl Reading<'_> {
    fn span(&self, line: Line<'_>) -> Span {
        Span::new(self.file.id, line.at, line.at + line.text.len())
    }

    fn invalid(&mut self, line: Line<'_>, message: String, help: &str) {
        let fault = Diagnostic::new(&INVALID_CAPTIONS, self.span(line), message);
        self.diagnostics.push(fault.help(help));
    }

    fn no_head(&mut self, first: Option<&[Line<'_>]>) {
        let line = first.map_or(Line { text: "", at: 0 }, |block| block[0]);
        let help = match first {
            Some(block)
                if block
                    .iter()
                    .any(|line| line.text.contains(ARROW) && line.text.contains(',')) =>
            {
                "this looks like a SubRip file (.srt): save it as WebVTT, with WEBVTT in the first line, an empty line \
                 after it, and a point instead of the comma in the times"
            }
            _ => "write WEBVTT in the first line, and an empty line after it",
        };
        self.invalid(line, "captions begin with the word WEBVTT".to_owned(), help);
    }

    fn head(&mut self, head: &[Line<'_>]) {
        for line in head.iter().filter(|line| line.text.contains(ARROW)) {
            let message =
                "this caption belongs to the head of the file, and is not shown".to_owned();
            self.invalid(*line, message, "leave a line empty after WEBVTT");
        }
    }

    /// Lines between two empty ones: a caption, or a note, a style, a region.
    fn block(&mut self, block: &[Line<'_>]) {
        let first = block[0].text;
        let word = first.split([' ', '\t']).next().unwrap_or_default();
        let times = block
            .iter()
            .take(2)
            .position(|line| line.text.contains(ARROW));
        match times {
            Some(at) => self.cue(block[at], &block[at + 1..]),
            None if word == "NOTE" || matches!(first.trim(), "STYLE" | "REGION") => {}
            None => {
                let message = "this caption has no time, and is not shown".to_owned();
                self.invalid(
                    block[0],
                    message,
                    "write above it when it is said: `00:01.000 --> 00:04.000`",
                );
            }
        }
    }

    fn cue(&mut self, times: Line<'_>, text: &[Line<'_>]) {
        for line in text.iter().filter(|line| line.text.contains(ARROW)) {
            let message = "here a caption begins within another one".to_owned();
            self.invalid(*line, message, "leave a line empty before it");
        }
        let Some((start, end, settings)) = parts(times.text) else {
            let message = format!("the times \"{}\" cannot be read", times.text.trim());
            return self.invalid(
                times,
                message,
                "write minutes, seconds and thousandths: `00:01.000 --> 00:04.000`",
            );
        };
        if end <= start {
            let message = "this caption ends before it begins".to_owned();
            return self.invalid(times, message, "the second time is when it is taken away");
        }
        self.check_order(times, start);
        self.check_settings(times, settings);
        let text: String = text.iter().flat_map(|line| [line.text, "\n"]).collect();
        if plain(&text).trim().is_empty() {
            let fault = Diagnostic::new(
                &EMPTY_CAPTION,
                self.span(times),
                "this caption says nothing",
            );
            self.diagnostics
                .push(fault.help("write the words below the times, or remove the caption"));
        }
        self.captions.cues.push(Cue {
            start,
            end,
            text,
            settings: settings.to_owned(),
            place: self.span(times),
        });
    }

    fn check_order(&mut self, line: Line<'_>, start: u64) {
        let Some(before) = self
            .captions
            .cues
            .last()
            .filter(|before| start < before.start)
        else {
            return;
        };
        let message = "this caption comes before the one above it";
        let fault = Diagnostic::new(&CAPTIONS_OUT_OF_ORDER, self.span(line), message)
            .help("put captions in the order in which they are said, or correct the time")
            .label(before.place, "this one comes later");
        self.diagnostics.push(fault);
    }

    fn check_settings(&mut self, line: Line<'_>, settings: &str) {
        for setting in settings
            .split_whitespace()
            .filter(|setting| !is_known(setting))
        {
            let from = line.text.rfind(setting).unwrap_or(0);
            let place = self.span(line).part(from, from + setting.len());
            let message = format!("\"{setting}\" is no setting of a caption");
            let help = "known: vertical, line, position, size, align and region, each with a colon and a value; most \
                        captions need none";
            self.diagnostics
                .push(Diagnostic::new(&UNKNOWN_CAPTION_SETTING, place, message).help(help));
        }
    }
}

/// The times of a caption in milliseconds, and its settings.
fn parts(line: &str) -> Option<(u64, u64, &str)> {
    let (start, rest) = line.split_once(ARROW)?;
    let rest = rest.trim_start();
    let (end, settings) = rest.split_once([' ', '\t']).unwrap_or((rest, ""));
    Some((time(start.trim())?, time(end.trim())?, settings.trim()))
}

/// `hh:mm:ss.ttt`, the hours only when there are some.
fn time(text: &str) -> Option<u64> {
    let (clock, thousandths) = text.split_once('.')?;
    let parts: Vec<&str> = clock.split(':').collect();
    let (hours, minutes, seconds) = match parts.as_slice() {
        [hours, minutes, seconds] if hours.len() >= 2 => (number(hours)?, *minutes, *seconds),
        [minutes, seconds] => (0, *minutes, *seconds),
        _ => return None,
    };
    let below_sixty = |text: &str| number(text).filter(|n| text.len() == 2 && *n < 60);
    let thousandths = number(thousandths).filter(|_| thousandths.len() == 3)?;
    let minutes = hours.checked_mul(60)?.checked_add(below_sixty(minutes)?)?;
    minutes
        .checked_mul(60_000)?
        .checked_add(below_sixty(seconds)? * 1000 + thousandths)
}

fn number(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

fn is_known(setting: &str) -> bool {
    let Some((name, value)) = setting.split_once(':') else {
        return false;
    };
    let percent = |text: &str| {
        let number = text
            .strip_suffix('%')
            .and_then(|number| number.parse::<f64>().ok());
        number.is_some_and(|number| (0.0..=100.0).contains(&number))
    };
    let first = value.split(',').next().unwrap_or_default();
    match name {
        "vertical" => matches!(value, "rl" | "lr"),
        "line" => percent(first) || first.parse::<f64>().is_ok(),
        "position" => percent(first),
        "size" => percent(value),
        "align" => matches!(value, "start" | "center" | "end" | "left" | "right"),
        "region" => !value.is_empty(),
        _ => false,
    }
}

/// The words of a caption without marks.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, mark)) = rest.split_once('<') {
        out.push_str(before);
        rest = mark.split_once('>').map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    html_tags::unescaped(&out)
}

impl Captions {
    /// What is said, as paragraphs: a new one where somebody else speaks or a silence of two seconds is. Each with its
    /// speaker, when the captions name one (`<v Dana>`).
    #[must_use]
    pub fn paragraphs(&self) -> Vec<(Option<String>, String)> {
        const SILENCE: u64 = 2000;
        let mut out: Vec<(Option<String>, String)> = Vec::new();
        let mut end = None;
        for cue in &self.cues {
            let words = plain(&cue.text);
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            if words.is_empty() {
                continue;
            }
            let speaker = speaker(&cue.text);
            let goes_on = end.is_some_and(|end| cue.start < end + SILENCE);
            match out.last_mut() {
                Some((before, said)) if goes_on && *before == speaker => {
                    said.push(' ');
                    said.push_str(&words);
                }
                _ => out.push((speaker, words)),
            }
            end = Some(cue.end);
        }
        out
    }
}

/// Who speaks a caption (WebVTT, 4.2.2, voice span).
fn speaker(text: &str) -> Option<String> {
    let (_, voice) = text.split_once("<v")?;
    let (mark, _) = voice.split_once('>')?;
    let (_, name) = mark.split_once([' ', '\t'])?;
    let name = html_tags::unescaped(name.trim());
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_the_standard() {
        assert_eq!(time("00:01.500"), Some(1500));
        assert_eq!(time("01:00:00.000"), Some(3_600_000));
        assert_eq!(time("100:00:00.001"), Some(360_000_001));
        for wrong in [
            "1:00.000",
            "00:60.000",
            "00:01,500",
            "00:01",
            "00:01.5",
            "0:00:01.000",
            "-0:01.000",
            "99999999999999999999:00:00.000",
        ] {
            assert_eq!(time(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn words_are_joined_by_speaker_and_silence() {
        let text = "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Dana>My pills\n\n00:01.000 --> 00:02.000\n<v Dana>ran out.\n\n\
                    00:02.000 --> 00:03.000\n<v.loud Nurse>Tell me &amp; <i>sit</i>.\n\n00:09.000 --> 00:10.000\n(A door.)\n";
        let outcome = read(&SourceFile::new("content/pages/a.vtt", text));
        assert!(outcome.diagnostics.is_empty(), "{:?}", outcome.diagnostics);
        let said = outcome.value.paragraphs();
        let said: Vec<(Option<&str>, &str)> = said
            .iter()
            .map(|(who, words)| (who.as_deref(), words.as_str()))
            .collect();
        assert_eq!(
            said,
            [
                (Some("Dana"), "My pills ran out."),
                (Some("Nurse"), "Tell me & sit."),
                (None, "(A door.)"),
            ]
        );
    }
}
