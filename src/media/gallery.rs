//! The pictures of a site: what each becomes, and what is wrong with it.

use super::darkroom::{RECIPE, develop};
use super::ladder::{Rung, rungs};
use super::picture::{Format, LONGEST, Picture, Size, Trouble, inspect};
use crate::diagnostic::{
    DAMAGED_PICTURE, Diagnostic, HUGE_PICTURE, Outcome, PICTURE_NOT_SHOWN, PICTURE_TELLS_PLACE,
    UNREADABLE_FILE, WRONG_PICTURE_ENDING,
};
use crate::memo::{Note, digest, note};
use crate::output::{Made, Workbench};
use crate::source::{CONTENT_DIR, Fingerprint, MediaFile, SourceTree, Span, file_stem, read_bytes};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder of the output for everything that is made of pictures.
const FOLDER: &str = "assets/pictures/";
/// The longest name of a file, without hash and ending.
const LONGEST_NAME: usize = 40;

/// Every picture that pages show, by its path below `content/`.
#[derive(Debug, Default)]
pub struct Gallery {
    pictures: BTreeMap<String, Hung>,
}

/// A picture as pages show it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Shown {
    /// `None` when it cannot be told.
    pub size: Option<Size>,
    /// The files that stand for it, from small to large. When there are none, it is copied as it is to its own path.
    pub prints: Vec<Print>,
}

/// One size of a picture.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Print {
    /// In the output. It changes with the picture.
    pub path: String,
    /// Width in points.
    pub width: u32,
}

#[derive(Debug)]
struct Hung {
    note: Note,
    shown: Shown,
    made: Vec<Made>,
}

/// Which pictures a site has: those that pages show, and those that a link gives as they are, each with the first place
/// that names it.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    pub shown: &'a BTreeMap<String, Span>,
    pub given: &'a BTreeMap<String, Span>,
}

impl Gallery {
    /// Looks at every picture. What becomes of it is named, and made when somebody asks for it.
    pub fn of(named: Named<'_>, sources: &SourceTree, memo: &super::Memo) -> Outcome<Self> {
        let file = |path: &str| sources.media_at(&format!("{CONTENT_DIR}/{path}"));
        let shown = named.shown.par_iter().filter_map(|(path, place)| {
            let hung = hang(path, file(path)?, *place, memo);
            Some(hung.map(|hung| (path.clone(), hung)))
        });
        let shown: Vec<Outcome<(String, Hung)>> = shown.collect();
        let given = named.given.par_iter().filter_map(|(path, place)| {
            let file = file(path).filter(|_| is_photograph(path))?;
            let picture = look(file, memo).ok()?.as_ref().as_ref().ok().cloned();
            picture
                .filter(|picture| picture.tells_place)
                .map(|_| tells_place(path, *place))
        });
        let given: Vec<Diagnostic> = given.collect();
        memo.pictures.sweep();
        let mut diagnostics = Vec::new();
        let shown = shown
            .into_iter()
            .map(|outcome| outcome.take(&mut diagnostics));
        let pictures = shown.collect();
        diagnostics.extend(given);
        Outcome::new(Self { pictures }, diagnostics)
    }

    /// How a picture is shown; `None` for a path that no page shows.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Shown> {
        let hung = self.pictures.get(path)?;
        note(hung.note);
        Some(&hung.shown)
    }

    /// Files that are to be made.
    pub fn made(&self) -> impl Iterator<Item = &Made> {
        self.pictures.values().flat_map(|hung| &hung.made)
    }

    /// Pictures that are copied as they are.
    pub fn copied(&self) -> impl Iterator<Item = &str> {
        let hung = self
            .pictures
            .iter()
            .filter(|(_, hung)| hung.made.is_empty());
        hung.map(|(path, _)| path.as_str())
    }

    /// What pages that show a picture depend on, in numbers.
    pub fn state(&self) -> impl Iterator<Item = (Note, u64)> {
        self.pictures
            .values()
            .map(|hung| (hung.note, digest(&hung.shown)))
    }
}

impl Shown {
    /// The file for a browser that does not choose, and for a place where one file is wanted: the smallest of those that
    /// are at least `width` points wide, or else the largest.
    #[must_use]
    pub fn print_for(&self, width: u32) -> Option<&Print> {
        let wide = self.prints.iter().find(|print| print.width >= width);
        wide.or(self.prints.last())
    }
}

/// What is known of the bytes of a picture.
fn look(file: &MediaFile, memo: &super::Memo) -> io::Result<Arc<Result<Picture, Trouble>>> {
    memo.pictures.try_get_or(file.fingerprint, || {
        if file.len > LONGEST {
            return Ok(Err(Trouble::NotShown(
                "a file that is too long for a picture",
            )));
        }
        Ok(inspect(&read_bytes(&file.location)?))
    })
}

fn hang(path: &str, file: &MediaFile, place: Span, memo: &super::Memo) -> Outcome<Hung> {
    let mut diagnostics = Vec::new();
    let found = look(file, memo);
    let picture = match found.as_deref() {
        Ok(Ok(picture)) => {
            diagnostics.extend(wrong_ending(path, picture.format, place));
            Some(picture)
        }
        Ok(Err(trouble)) => {
            diagnostics.push(told(path, trouble, place));
            None
        }
        Err(error) => {
            let message = format!("{path} cannot be read: {error}");
            let help = "check that the file is there, and that you may open it";
            diagnostics.push(Diagnostic::new(&UNREADABLE_FILE, place, message).help(help));
            None
        }
    };
    let rungs = picture.map(rungs).unwrap_or_default();
    let huge = match found.as_deref() {
        Ok(Err(Trouble::Huge(size))) => Some(*size),
        _ => None,
    };
    let made = picture
        .map(|picture| made(path, file, picture, &rungs))
        .unwrap_or_default();
    let prints = made.iter().zip(&rungs).map(|(made, rung)| Print {
        path: made.path.clone(),
        width: rung.size.width,
    });
    let shown = Shown {
        size: picture.and_then(|picture| picture.size).or(huge),
        prints: prints.collect(),
    };
    let note = Note::Picture(file.id);
    Outcome::new(Hung { note, shown, made }, diagnostics)
}

/// The files for the sizes of a picture.
fn made(path: &str, file: &MediaFile, picture: &Picture, rungs: &[Rung]) -> Vec<Made> {
    let bench: Arc<dyn Workbench> = Arc::new(Bench {
        location: file.location.clone(),
        fingerprint: file.fingerprint,
        picture: picture.clone(),
        rungs: rungs.to_vec(),
    });
    let name = plain_name(path);
    let named = rungs.iter().enumerate().map(|(number, rung)| {
        let recipe = format!("{:?} {RECIPE} {rung:?}", file.fingerprint);
        let key = Fingerprint::of(recipe.as_bytes());
        let (width, ending) = (rung.size.width, rung.saved.ending());
        Made {
            path: format!("{FOLDER}{name}-{width}.{}.{ending}", key.short()),
            key,
            bench: bench.clone(),
            number,
        }
    });
    named.collect()
}

/// The name of a file in small letters, digits and hyphens, which no server and no disk takes for something else.
pub(super) fn plain_name(path: &str) -> String {
    let mut name = String::new();
    for c in file_stem(path).chars().take(LONGEST_NAME) {
        match c.to_ascii_lowercase() {
            c if c.is_ascii_alphanumeric() => name.push(c),
            _ if name.is_empty() || name.ends_with('-') => {}
            _ => name.push('-'),
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() { "picture" } else { name }.to_owned()
}

/// Makes the sizes of one picture.
#[derive(Debug)]
struct Bench {
    location: PathBuf,
    fingerprint: Fingerprint,
    picture: Picture,
    rungs: Vec<Rung>,
}

impl Workbench for Bench {
    fn source(&self) -> &Path {
        &self.location
    }

    fn make(&self, wanted: &[usize]) -> io::Result<Vec<Vec<u8>>> {
        let bytes = read_bytes(&self.location)?;
        if Fingerprint::of(&bytes) != self.fingerprint {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let wanted: Vec<Rung> = wanted
            .iter()
            .filter_map(|&at| self.rungs.get(at).copied())
            .collect();
        Ok(develop(&self.picture, &bytes, &wanted))
    }
}

fn told(path: &str, trouble: &Trouble, place: Span) -> Diagnostic {
    match trouble {
        Trouble::Damaged(what) => Diagnostic::new(
            &DAMAGED_PICTURE,
            place,
            format!("the picture {path} {what}"),
        )
        .help("copy it again from where it comes from, or save it anew"),
        Trouble::NotShown(what) => {
            let message = format!("{path} is {what}, which browsers do not show");
            Diagnostic::new(&PICTURE_NOT_SHOWN, place, message).help(
                "save it as JPEG (photographs) or PNG (drawings, screens), and name that file",
            )
        }
        Trouble::Huge(Size { width, height }) => {
            let message = format!(
                "the picture {path} is {width} points wide and {height} high: phones cannot show it"
            );
            Diagnostic::new(&HUGE_PICTURE, place, message)
                .help("save it smaller; 3000 points are enough for any page")
        }
    }
}

fn wrong_ending(path: &str, format: Format, place: Span) -> Option<Diagnostic> {
    let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    let endings = format.endings();
    if endings.contains(&ending.to_ascii_lowercase().as_str()) {
        return None;
    }
    let message = format!("{path} is {format} by its content, and not what its ending says");
    let help = format!(
        "give the file the name {stem}.{}, here and in its folder",
        endings[0]
    );
    Some(Diagnostic::new(&WRONG_PICTURE_ENDING, place, message).help(help))
}

/// Whether a name is that of a picture in which cameras note things.
fn is_photograph(path: &str) -> bool {
    let ending = path
        .rsplit('.')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    matches!(&*ending, "jpg" | "jpeg" | "jpe" | "jfif" | "png" | "webp")
}

fn tells_place(path: &str, place: Span) -> Diagnostic {
    let message =
        format!("{path} holds the place where it was taken, and readers get the file as it is");
    Diagnostic::new(&PICTURE_TELLS_PLACE, place, message)
        .help("save it without its location; pictures that a page shows lose it by themselves")
}
