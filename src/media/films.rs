//! Videos and sounds with their captions: whether the captions can be read, and end with the recording.

use super::captions::{self, Captions};
use super::gallery::plain_name;
use super::length::length;
use crate::diagnostic::{CAPTIONS_PAST_END, Diagnostic, INVALID_CAPTIONS, Outcome};
use crate::source::{CONTENT_DIR, Fingerprint, MediaFile, SourceTree, Spanned, open};
use std::collections::{BTreeMap, BTreeSet};

/// What the captions of a site say, by path below `content/`.
#[derive(Debug, Default)]
pub struct Films {
    captions: BTreeMap<String, Captions>,
}

/// The folder of the output for scripts with captions.
const FOLDER: &str = "assets/captions/";
/// How much later than its recording a caption may end, in milliseconds. Programs round.
const TOLERANCE: u64 = 500;

impl Films {
    /// Reads the captions of recordings, each given as its path and that of its captions below `content/`, and holds them
    /// against the length of the recording, when it is known.
    pub fn of<'a>(
        recordings: impl Iterator<Item = (&'a str, &'a Spanned<String>)>,
        sources: &SourceTree,
        memo: &super::Memo,
    ) -> Outcome<Self> {
        let mut films = Self::default();
        let (mut diagnostics, mut seen) = (Vec::new(), BTreeSet::new());
        for (src, captions) in recordings {
            let path = format!("{CONTENT_DIR}/{}", captions.value);
            let Some(file) = sources
                .get_path(&path)
                .filter(|_| path.to_ascii_lowercase().ends_with(".vtt"))
            else {
                diagnostics.push(other_kind(captions));
                continue;
            };
            if !films.captions.contains_key(&captions.value) {
                let read = captions::read(file).take(&mut diagnostics);
                films.captions.insert(captions.value.clone(), read);
            }
            let recording = sources.media_at(&format!("{CONTENT_DIR}/{src}"));
            let length = recording.and_then(|recording| known_length(recording, memo));
            if let Some(length) = length.filter(|_| seen.insert((src, &captions.value))) {
                diagnostics.extend(past_end(src, &films.captions[&captions.value], length));
            }
        }
        memo.lengths.sweep();
        Outcome::new(films, diagnostics)
    }

    /// The captions as scripts, each with its path in the output: pages that are opened from a disk cannot load the files.
    pub fn scripts(&self) -> impl Iterator<Item = (String, String)> {
        let scripts = self
            .captions
            .iter()
            .map(|(path, captions)| (script_path(path, captions), script(path, captions)));
        // Two files of one name may say the same.
        scripts.collect::<BTreeMap<_, _>>().into_iter()
    }

    /// The captions at a path below `content/`.
    #[must_use]
    pub fn captions(&self, path: &str) -> Option<&Captions> {
        self.captions.get(path)
    }
}

/// The path of the script that stands for captions. It changes with them.
#[must_use]
pub fn script_path(path: &str, captions: &Captions) -> String {
    let hash = Fingerprint::of(script(path, captions).as_bytes());
    format!("{FOLDER}{}.{}.js", plain_name(path), hash.short())
}

/// Hands the captions to the player: their own path, and for each its times in seconds, its words with the marks of
/// WebVTT, and its settings.
fn script(path: &str, captions: &Captions) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a recording does not last for centuries"
    )]
    let seconds = |milliseconds: u64| milliseconds as f64 / 1000.0;
    let cues = captions.cues.iter();
    let cues = cues.map(|cue| {
        (
            seconds(cue.start),
            seconds(cue.end),
            cue.text.trim_end(),
            &cue.settings,
        )
    });
    let data = serde_json::to_string(&(path, cues.collect::<Vec<_>>()));
    let data = data.expect("invariant: texts and finite numbers are JSON");
    format!("teachback.captions(...{data});\n")
}

fn known_length(file: &MediaFile, memo: &super::Memo) -> Option<u64> {
    // One that cannot be read any more is told when it is copied.
    let read = || open(&file.location).and_then(|mut file| length(&mut file));
    memo.lengths
        .try_get_or(file.fingerprint, read)
        .ok()
        .and_then(|length| *length)
}

fn other_kind(captions: &Spanned<String>) -> Diagnostic {
    let message = format!("{} is no file of captions", captions.value);
    Diagnostic::new(&INVALID_CAPTIONS, captions.span, message)
        .help("browsers show captions in WebVTT, whose files end in .vtt; video programs can save them so")
}

/// The first caption that nobody will see, or not to its end.
fn past_end(src: &str, captions: &Captions, length: u64) -> Option<Diagnostic> {
    let late = captions
        .cues
        .iter()
        .find(|cue| cue.end > length + TOLERANCE)?;
    let message = format!(
        "this caption ends at {}, but {src} is over at {}",
        clock(late.end),
        clock(length)
    );
    let fault = Diagnostic::new(&CAPTIONS_PAST_END, late.place, message);
    Some(fault.help("correct the time; when many captions are late, they belong to another version of the recording"))
}

/// A time as captions write it.
fn clock(milliseconds: u64) -> String {
    let (seconds, thousandths) = (milliseconds / 1000, milliseconds % 1000);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes:02}:{seconds:02}.{thousandths:03}"),
        _ => format!("{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}"),
    }
}
